"""Everything that can be tried before going into service, one attempt at a time."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.dossier.values import Answer, CreditorId
from relance_mailer.outward.enclosing import with_documents
from relance_mailer.ports import Permanent
from relance_mailer.settings.loading import Settings
from relance_mailer.settings.model import Creditor
from relance_mailer.store.database import open_database
from relance_mailer.wiring.build import (
    ledger_of,
    mailbox_of,
    mailer_of,
    operator_mailer_of,
    papers_of,
    renderer_of,
    template_folders,
    templates_stand,
)

WARNING = "attention : "
LEVELS = ("pre_due", "reminder_1", "reminder_2", "reminder_3", "formal_notice")
NEEDED = (*LEVELS, *(answer.value for answer in Answer))


PAPERS_NEEDED = ("statement", "formal_notice")


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """A thing to try: it answers a sentence, or raises a `Fault`."""

    name: str
    attempt: Callable[[], Awaitable[str]]

    @staticmethod
    def is_warning(said: str) -> bool:
        """Whether the sentence is a warning."""
        return said.startswith(WARNING)


def checks(settings: Settings) -> Iterator[Attempt]:
    """What to try, in order."""
    yield Attempt(name="mode", attempt=lambda: _mode(settings))
    yield Attempt(name="modèles", attempt=lambda: _templates(settings))
    yield Attempt(name="base de données", attempt=lambda: _database(settings))
    yield Attempt(name="exploitant", attempt=lambda: _operator(settings))
    for row in settings.table.creditor:
        yield from _checks_of(settings, row)


def _checks_of(settings: Settings, row: Creditor) -> Iterator[Attempt]:
    yield Attempt(name=f"{row.id} : grand livre", attempt=lambda: _ledger(settings, row))
    yield Attempt(name=f"{row.id} : documents", attempt=lambda: _documents(settings, row))
    yield Attempt(name=f"{row.id} : envoi SMTP", attempt=lambda: _smtp(settings, row))
    yield Attempt(name=f"{row.id} : boîte IMAP", attempt=lambda: _imap(settings, row))
    yield Attempt(name=f"{row.id} : preuve d'envoi", attempt=lambda: _proof(row))


async def _mode(settings: Settings) -> str:
    if settings.table.mode.send == "shadow":
        return "« shadow » : tout est lu et prévu, rien ne part"
    return f"« send » : les lettres partent ({settings.table.mode.daily_ceiling} par jour au plus)"


async def _templates(settings: Settings) -> str:
    renderer = renderer_of(settings)
    have = renderer.templates()
    missing = [name for name in NEEDED if ("fr", name) not in have]
    if missing:
        raise Permanent(f"modèles français manquants : {', '.join(missing)}")
    templates_stand(settings, renderer)
    papers = Typesetter(template_folders(settings)).templates()
    absent = [name for name in PAPERS_NEEDED if name not in papers]
    if absent:
        raise Permanent(f"papiers manquants : {', '.join(absent)} (templates/papers)")
    compiled = renderer.check()
    return f"{compiled} fichiers compilés, {len(papers)} papiers"


async def _database(settings: Settings) -> str:
    database = await open_database(settings.database_url)
    await database.close()
    return settings.table.database.url.split("@")[-1]


async def _operator(settings: Settings) -> str:
    table = settings.table.operator
    if not table.mail:
        return (
            f"{WARNING}[operator] mail est vide : quand l'envoi attend, personne n'est prévenu par "
            "courriel ; seuls « relance status » et le journal d'exploitation le disent"
        )
    told = f"{', '.join(table.mail)}, après {table.after_minutes} min d'attente"
    if table.smtp is None:
        return f"{told}, par le compte d'envoi des lettres (« relance operator test » l'essaie)"
    mailer = operator_mailer_of(settings)
    assert mailer is not None
    try:
        await mailer.check()
    finally:
        await mailer.close()
    return f"{told}, par {table.smtp.host}:{table.smtp.port}, identifiants acceptés"


async def _ledger(settings: Settings, row: Creditor) -> str:
    reading = await ledger_of(settings, row).read()
    if reading.faults:
        first = "\n    ".join(str(fault) for fault in reading.faults[:10])
        counts = f"{len(reading.rows)} lignes lues, {len(reading.faults)} refusées"
        return f"{WARNING}{counts} :\n    {first}"
    return f"{len(reading.rows)} lignes lues, aucune refusée"


async def _documents(settings: Settings, row: Creditor) -> str:
    if row.documents is None:
        return "aucun dossier de factures n'est réglé : les duplicatas seront des tâches"
    if not settings.path(row.documents).is_dir():
        raise Permanent(f"{settings.path(row.documents)} : dossier des factures introuvable")
    creditor = CreditorId(row.id)
    shelf = papers_of(settings).shelf(creditor)
    reading = await ledger_of(settings, row).read()
    rows, doubts = with_documents(reading.rows, shelf)
    found = sum(one.invoice.document in shelf.sizes for one in rows)
    told = f"{len(shelf.sizes)} documents, {found} factures sur {len(rows)} ont le leur"
    if not doubts:
        return told
    first = "\n    ".join(doubts[:10])
    return f"{WARNING}{told} ; {len(doubts)} en ont plusieurs :\n    {first}"


async def _smtp(settings: Settings, row: Creditor) -> str:
    mailer = mailer_of(settings, row)
    try:
        offers = await mailer.check()
    finally:
        await mailer.close()
    return f"{row.smtp.host}:{row.smtp.port}, connexion et identifiants acceptés ({offers})"


async def _imap(settings: Settings, row: Creditor) -> str:
    mailbox = mailbox_of(settings, row)
    try:
        names = await mailbox.folders()
        wanted = [*row.imap.folders, *([row.imap.sent_folder] if row.imap.sent_folder else [])]
        missing = [name for name in wanted if name not in names]
        if missing:
            raise Permanent(
                f"dossiers introuvables : {', '.join(missing)} ; la boîte contient : "
                f"{', '.join(names)}"
            )
        counts = [f"{name} ({len((await mailbox.look(name)).uids)})" for name in wanted]
    finally:
        await mailbox.close()
    return f"{row.imap.host}:{row.imap.port}, {', '.join(counts)}"


async def _proof(row: Creditor) -> str:
    if row.smtp.proof == "none":
        return (
            f"{WARNING}proof = « none » : une lettre dont la connexion est coupée à la fin restera "
            "sans preuve ; elle comptera comme envoyée et son dossier ira en examen"
        )
    return f"proof = « {row.smtp.proof} »"
