"""Since when messages are acted on: thirty days before the first start, wherever none is set."""

import asyncio
from datetime import datetime, time, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from chaos.folder import CREDITOR, MORNING, Debt, Folder, Where, debts
from doors.test_commands import Relance as Commands
from fakes.mailbox import FakeMailbox
from fakes.mailer import FakeMailer
from relance_mailer.commands import service
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.house import STARTED_KEY
from relance_mailer.flows.restored import last_sign_of_life
from relance_mailer.settings.loading import load
from relance_mailer.store.database import open_database
from relance_mailer.store.register import DatabaseRegister
from relance_mailer.wiring.build import Relance, build
from relance_mailer.workdays import PARIS

US = CreditorId(CREDITOR)
MAILBOX = "relances@brezance.example"
BEFORE, WITHIN = debts(2)
STARTED = datetime.fromisoformat(MORNING)
MUCH_LATER = STARTED + timedelta(days=60)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path, Where(mailbox=MAILBOX, smtp_port=1, imap_port=1)).write(debts(2))


async def house(
    folder: Folder, now: datetime, *, mails: tuple[bytes, ...] = (), starts: bool = True
) -> Relance:
    """The house on that day, on a mailbox in which these lie."""
    mailbox = FakeMailbox(MAILBOX)
    for mail in mails:
        mailbox.put(mail, at=now)
    return await build(
        load(folder.settings),
        now=now,
        starts=starts,
        mailbox=lambda _: mailbox,
        mailer=lambda _: FakeMailer(),
    )


def asks(debt: Debt, *, days: int, hour: time) -> bytes:
    """He asks for a duplicate so many days before the first start, at that hour of Paris."""
    day = STARTED.astimezone(PARIS).date() - timedelta(days=days)
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = debt.email, MAILBOX, f"facture {debt.invoice}"
    mail["Date"] = format_datetime(datetime.combine(day, hour, PARIS))
    mail["Message-ID"] = f"<{debt.number}.{days}@poste.example>"
    mail.set_content("Bonjour, pouvez-vous m'envoyer un duplicata de la facture ?")
    return mail.as_bytes()


async def phase(relance: Relance, debt: Debt) -> Phase:
    key = DossierKey(creditor=US, dossier=DossierId(debt.dossier))
    dossier = (await relance.house.journal.read([key.page]))[key.page].dossier
    assert dossier is not None
    return dossier.phase


@pytest.mark.parametrize("now", [STARTED, MUCH_LATER], ids=["premier", "plus tard"])
@pytest.mark.parametrize(
    ("old", "new"),
    [((31, time(10, 0)), (29, time(10, 0))), ((31, time(23, 59)), (30, time(0, 1)))],
    ids=["31 et 29 jours", "de part et d'autre de minuit"],
)
async def test_thirty_days_before_the_first_start_and_no_later_start_moves_that_day(
    folder: Folder, now: datetime, old: tuple[int, time], new: tuple[int, time]
) -> None:
    first = await house(folder, STARTED)
    await first.close()
    mails = [asks(debt, days=d, hour=at) for debt, (d, at) in ((BEFORE, old), (WITHIN, new))]
    relance = await house(folder, now, mails=tuple(mails))
    try:
        jobs = (Job.SYNC_LEDGER, Job.FETCH_ALL_MAIL, Job.READ_MAIL)
        reports = await Engine(relance=relance).run_all(jobs)
        assert [report.fault for report in reports if report.fault] == []
        assert await phase(relance, BEFORE) is Phase.RUNNING
        assert await phase(relance, WITHIN) is Phase.HELD
    finally:
        await relance.close()


async def test_a_database_that_was_only_looked_at_is_as_old_as_the_first_look(
    folder: Folder,
) -> None:
    """Brought back to that state, it knows nothing of what left from that day on."""
    await (await house(folder, STARTED, starts=False)).close()
    relance = await house(folder, MUCH_LATER)
    try:
        assert (await last_sign_of_life(relance.house, [US])).date() == STARTED.date()
    finally:
        await relance.close()


def day_of(relance: Commands) -> str | None:
    """The day that is noted as that of the first start."""

    async def noted() -> str | None:
        database = await open_database(load(relance.settings).database_url)
        try:
            return await DatabaseRegister(database).get(STARTED_KEY)
        finally:
            await database.close()

    return asyncio.run(noted())


def test_who_only_looks_or_prepares_has_not_started(tmp_path: Path) -> None:
    """A status asked for weeks before would have us act on mail of that time."""
    relance = Commands(tmp_path / "etc")
    for words in ("status", "once sync-ledger", "once plan-letters", "queue", "stop", "rebuild"):
        relance.said(*words.split(), now="2026-08-03T09:00")
        assert day_of(relance) is None, words


@pytest.mark.parametrize("which", ["run", "once read-mail", "once send-letters"])
def test_the_first_that_reads_or_sends_starts_and_later_ones_find_that_day(
    tmp_path: Path, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ends_at_once(engine: Engine) -> None:
        """The daemon is stopped as soon as it is up."""

    monkeypatch.setattr(service, "serve", ends_at_once)
    relance = Commands(tmp_path / "etc")
    relance.said("status", now="2026-08-03T09:00")
    relance.said(*which.split(), now="2026-10-05T09:00")
    assert day_of(relance) == "2026-10-05"
    relance.said("run", now="2026-12-04T09:00")
    assert day_of(relance) == "2026-10-05"
