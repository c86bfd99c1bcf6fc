"""A newer program writes to the same database: what an older one can't read, it leaves alone."""

from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

import pytest

from chaos.folder import CREDITOR, MORNING, Debt, Folder, Where, debts
from fakes.mailbox import FakeMailbox
from fakes.mailer import FakeMailer
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine
from relance_mailer.daemon.service import AT_START
from relance_mailer.dossier.values import CreditorId, DossierId, DossierKey
from relance_mailer.flows.queue_pages import overview
from relance_mailer.flows.status import status
from relance_mailer.ports import Fate, OutboxState, Unreadable
from relance_mailer.settings.loading import load
from relance_mailer.store.tables import JournalRow
from relance_mailer.wiring.build import Relance, build

US = CreditorId(CREDITOR)
MAILBOX = "relances@brezance.example"
ROWS = debts(4)
FUTURE = "PostalStrikeSeen"


@dataclass
class Shop:
    """A house on a real database, its servers in memory."""

    relance: Relance
    mailbox: FakeMailbox
    mailer: FakeMailer

    async def works(self, *jobs: Job) -> dict[Job, str]:
        """A round of passes; what each complained of."""
        reports = await Engine(relance=self.relance).run_all(jobs or AT_START)
        return {report.job: report.fault for report in reports if report.fault}

    def written_to(self) -> set[str]:
        return {letter.recipients[0] for letter in self.mailer.delivered}

    def writes(self, debt: Debt, text: str) -> None:
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = debt.email, MAILBOX, f"facture {debt.invoice}"
        mail["Date"] = format_datetime(datetime.fromisoformat(MORNING))
        mail["Message-ID"] = f"<{debt.number}@poste.example>"
        mail.set_content(text)
        self.mailbox.put(mail.as_bytes(), "INBOX", at=datetime.fromisoformat(MORNING))

    async def of_the_future(self, debt: Debt, kind: str = FUTURE, version: int = 1) -> None:
        """A newer program appends an entry to a dossier's page."""
        page = key_of(debt).page
        with self.relance.database.entered() as client:
            rows = await JournalRow.filter(page=page).using_db(client).order_by("seq")
            last = rows[-1]
            entry = JournalRow(
                creditor=CREDITOR,
                page=page,
                seq=last.seq + 1,
                at=last.at,
                kind=kind,
                version=version,
                salt=b"s" * 16,
                body=b'{"because":"demain"}',
                body_hash="0" * 64,
                chain="0" * 64,
            )
            await JournalRow.bulk_create([entry], using_db=client)


def key_of(debt: Debt) -> DossierKey:
    return DossierKey(creditor=US, dossier=DossierId(debt.dossier))


async def shop_of(tmp_path: Path, url: str) -> Shop:
    where = Where(mailbox=MAILBOX, smtp_port=1, imap_port=1)
    database = "sqlite:///relance.db" if url.startswith("sqlite") else url
    folder = Folder(tmp_path, where, database=database).write(ROWS)
    mailbox, mailer = FakeMailbox(MAILBOX), FakeMailer()
    relance = await build(
        load(folder.settings),
        now=datetime.fromisoformat(MORNING),
        mailbox=lambda _: mailbox,
        mailer=lambda _: mailer,
    )
    return Shop(relance, mailbox, mailer)


@pytest.mark.parametrize(("kind", "version"), [(FUTURE, 1), ("LetterSent", 99)])
async def test_a_dossier_that_a_newer_program_wrote_in_is_left_alone(
    tmp_path: Path, any_url: str, kind: str, version: int
) -> None:
    """Its letter stays, its ledger row and its reply wait; the other dossiers go on; it is said."""
    shop = await shop_of(tmp_path, any_url)
    house = shop.relance.house
    try:
        await shop.works(Job.SYNC_LEDGER)
        await shop.of_the_future(ROWS[0], kind, version)
        before = len(await rows_of(shop, ROWS[0]))
        shop.writes(ROWS[0], "Bonjour, nous contestons cette facture.")
        shop.writes(ROWS[1], "Bonjour, nous contestons cette facture.")
        faults = await shop.works()
        assert shop.written_to() <= {row.email for row in ROWS[1:]}
        assert {ROWS[2].email, ROWS[3].email} <= shop.written_to()
        with pytest.raises(Unreadable, match="mettez ce programme à jour"):
            await house.journal.read([key_of(ROWS[0]).page])
        assert len(await rows_of(shop, ROWS[0])) == before
        assert "illisible" in faults[Job.SYNC_LEDGER]
        assert ROWS[0].dossier in faults[Job.SYNC_LEDGER]
        told = await status(house, shop.relance.creditors[US])
        assert any(ROWS[0].dossier in why for why in told.faults.values()), told.faults
        assert told.unread == 0
        assert (await house.inbox.counts(US))[Fate.SET_ASIDE] == 1
        await overview(house, shop.relance.creditors.values(), 100)
    finally:
        await shop.relance.close()


async def test_a_dossier_that_lost_an_entry_is_left_alone_too(tmp_path: Path, any_url: str) -> None:
    """Its invoice is gone from the table: what follows makes no sense, and no letter leaves."""
    before = await shop_of(tmp_path, any_url)
    await before.works(Job.SYNC_LEDGER)
    with before.relance.database.entered() as client:
        rows = JournalRow.filter(page=key_of(ROWS[0]).page, seq=1).using_db(client)
        assert await rows.delete() == 1
    await before.relance.close()
    shop = await shop_of(tmp_path, any_url)
    try:
        faults = await shop.works()
        assert shop.written_to() == {row.email for row in ROWS[1:]}
        assert "erreur interne" not in repr(faults), faults
        assert "relance verify" in faults[Job.SYNC_LEDGER]
        assert ROWS[0].dossier in faults[Job.SYNC_LEDGER]
    finally:
        await shop.relance.close()


async def test_a_doubt_in_such_a_dossier_keeps_nobody_elses_letter_back(
    tmp_path: Path, any_url: str
) -> None:
    """The reply was lost, then a newer program wrote there: it stays in doubt, others leave."""
    shop = await shop_of(tmp_path, any_url)
    house = shop.relance.house
    try:
        shop.mailer.answers = ["swallowed"]
        await shop.works()
        (row,) = await house.outbox.in_state(US, [OutboxState.LEAVING])
        debt = next(debt for debt in ROWS if debt.dossier == row.key.dossier)
        await shop.of_the_future(debt)
        shop.writes(debt, "Bonjour, votre courrier est bien arrivé.")
        faults = await shop.works(Job.FETCH_ALL_MAIL, Job.READ_MAIL, Job.SEND_LETTERS)
        assert "erreur interne" not in repr(faults), faults
        (still,) = await house.outbox.in_state(US, [OutboxState.LEAVING])
        assert still.id == row.id
        assert len(shop.mailer.delivered) == len(shop.written_to())
    finally:
        await shop.relance.close()


async def rows_of(shop: Shop, debt: Debt) -> list[object]:
    with shop.relance.database.entered() as client:
        return list(await JournalRow.filter(page=key_of(debt).page).using_db(client))
