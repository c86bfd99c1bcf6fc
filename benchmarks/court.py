"""A dossier with 150 exhibits, exported whole: from the database to every file's bytes.

Real mails, real PDFs, SQLite on disk; the baseline is reading the evidence alone and hashing it,
which nobody could leave out.
"""

import tempfile
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figure, peak_memory, ratio
from chaos.folder import CREDITOR, MORNING, Folder, Where, debts
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import CreditorId, Digest, DossierKey, MessageId, StepKey
from relance_mailer.flows.house import look_of
from relance_mailer.flows.legal_file import export_file
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.ports import KeepEvidence
from relance_mailer.settings.loading import load
from relance_mailer.wiring.build import Relance, build
from relance_mailer.words import Kind, Outcome

US = CreditorId(CREDITOR)
SORTS = (e.DocumentSort.CONTRACT, e.DocumentSort.DELIVERY, e.DocumentSort.SENDING)


async def run(exhibits: int, runs: int) -> list[Figure]:
    """The export after a warm-up, and the evidence read alone."""
    ours: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        where = Where(mailbox="relances@example.net", smtp_port=1, imap_port=1)
        folder = Folder(Path(place), where).write(debts(1))
        relance = await build(load(folder.settings), now=datetime.fromisoformat(MORNING))
        try:
            key = await _lived(relance, exhibits)
            for turn in range(runs + 1):
                took, alone = await _timed(relance, key, exhibits)
                if turn:
                    ours.append(took)
                    bare.append(alone)
        finally:
            await relance.close()
    return [
        Figure(name=f"file of {exhibits} exhibits", unit="s", values=tuple(ours)),
        Figure(name="evidence read and hashed alone", unit="s", values=tuple(bare)),
        ratio("file, ratio", ours, bare),
        peak_memory(),
    ]


async def _timed(relance: Relance, key: DossierKey, exhibits: int) -> tuple[float, float]:
    creditor = relance.creditors[US]
    began = perf_counter()
    made = await export_file(relance.house, creditor, key)
    took = perf_counter() - began
    assert len(made.file.exhibits) >= exhibits, len(made.file.exhibits)
    began = perf_counter()
    for one in made.file.exhibits:
        if one.source.value == "evidence":
            sha256(await relance.house.outbox.mime(Digest(one.key))).hexdigest()
    return took, perf_counter() - began


async def _lived(relance: Relance, exhibits: int) -> DossierKey:
    """A long correspondence: half reminders, a quarter answers, a quarter documents."""
    creditor, house = relance.creditors[US], relance.house
    await sync_ledger(house, creditor, relance.doors[US].ledger)
    ((key, *_),) = [[row.key for row in await house.lookup.index(US)]]
    number = (await house.journal.read([key.page]))[key.page].dossier
    assert number is not None
    invoice = number.open_invoices[0].number
    facts: list[e.DossierEvent] = []
    kept: list[KeepEvidence] = []

    def keep(content: bytes) -> Digest:
        digest = Digest(sha256(content).hexdigest())
        kept.append(KeepEvidence(digest=digest, content=content))
        return digest

    at = datetime.fromisoformat(MORNING)
    for place in range(exhibits):
        when = at - timedelta(days=exhibits - place)
        if place % 4 < 2:
            step = StepKey(course=1, name="reminder_1", attempt=place + 1)
            queued = e.LetterQueued(
                because="mesure",
                step=step,
                template="reminder_1",
                sort=e.Sort.UNSOLICITED,
                message_id=MessageId(f"l{place}@example.net"),
                token="K7Q2M",
                to=("compta@debiteur0.example",),
                cc=(),
                subject="Relance",
                amount=number.owed,
                invoices=(invoice,),
                composed_for=when.date(),
                mime=keep(_mail(place, when)),
            )
            sent = e.LetterSent(
                because="mesure", step=step, message_id=queued.message_id, sent_at=when
            )
            facts += [queued, sent]
        elif place % 4 == 2:
            facts.append(
                e.MessageRead(
                    because="mesure",
                    message=keep(_mail(place, when)),
                    message_id=MessageId(f"m{place}@example.net"),
                    sender="compta@debiteur0.example",
                    subject="Re: relance",
                    sent_at=when,
                    kind=Kind.HUMAN,
                    outcome=Outcome.CONTINUE,
                )
            )
        else:
            facts.append(
                e.DocumentAttached(
                    because="mesure",
                    by="Anne",
                    sort=SORTS[place % len(SORTS)],
                    name=f"piece-{place}.pdf",
                    dated_on=date(2026, 9, 1),
                    document=keep(b"%PDF-1.4 " + str(place).encode() * 20_000),
                )
            )

    def decide(draft: Draft) -> None:
        draft.write(key.page, facts)
        draft.effect(*kept)

    look = look_of(creditor, house.clock.today())
    await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)
    return key


def _mail(place: int, when: datetime) -> bytes:
    mail = EmailMessage()
    mail["From"] = "compta@debiteur0.example"
    mail["To"] = "relances@example.net"
    mail["Subject"] = f"Relance {place}"
    mail["Date"] = format_datetime(when)
    mail["Message-ID"] = f"<n{place}@example.net>"
    mail.set_content("Bonjour,\n\nvotre facture reste due à ce jour.\n\n" * 12)
    mail.add_attachment(
        b"%PDF-" + bytes(40_000), maintype="application", subtype="pdf", filename="facture.pdf"
    )
    return mail.as_bytes()
