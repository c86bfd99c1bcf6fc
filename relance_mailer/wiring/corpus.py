"""A corpus folder opened as a house: its ledger taken in, its sent reminders taken over.

The real store and the real flows serve it, on a database of its own that is thrown away.
"""

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from relance_mailer.adapters.clock import SystemClock
from relance_mailer.adapters.folder import FolderMailbox
from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.adapters.shipped import shipped
from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.import_sent import import_sent
from relance_mailer.flows.sync_ledger import sync_ledger
from relance_mailer.inward.sent import sent_mail
from relance_mailer.settings.loading import read_toml
from relance_mailer.settings.timelines import timelines_of
from relance_mailer.store.database import open_database
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.register import DatabaseRegister

CORPUS = CreditorId("corpus")


def reader_of_mail(
    own_addresses: tuple[str, ...] = (), own_domains: tuple[str, ...] = ()
) -> Creditor:
    """A creditor with the shipped timelines, for reading only: he sends nothing."""
    file = shipped("config") / "timelines.toml"
    timelines, holds = timelines_of(
        read_toml(file),
        file,
        min_amount=Decimal("30.00"),
        big_amount=Decimal("10000.00"),
        formal_notice_form=None,
    )
    return Creditor(
        id=CORPUS,
        mailbox=own_addresses[0] if own_addresses else "corpus@localhost",
        timelines=timelines,
        holds=holds,
        senders={},
        token_key=b"corpus",
        envelope_from="",
        own_addresses=own_addresses,
        own_domains=own_domains,
        act_on_messages_since=date.min,
    )


@asynccontextmanager
async def open_corpus(folder: Path) -> AsyncIterator[tuple[House, Creditor]]:
    """The corpus of a folder (contract §6); raises `Permanent` when its ledger is broken."""
    own = sorted(_own_addresses(folder / "sent"))
    domains = tuple(sorted({address.rpartition("@")[2] for address in own}))
    creditor = reader_of_mail(tuple(own), domains)
    with tempfile.TemporaryDirectory(prefix="relance-corpus-") as work:
        database = await open_database(f"sqlite:///{work}/corpus.db?synchronous=OFF")
        real = SystemClock()
        try:
            house = House(
                clock=real,
                journal=DatabaseJournal(database),
                outbox=DatabaseOutbox(database, real_now=real.now),
                inbox=DatabaseInbox(database),
                lookup=DatabaseLookup(database),
                register=DatabaseRegister(database),
                renderer=MailRenderer((shipped("templates"),)),
            )
            await sync_ledger(house, creditor, CsvLedger(path=folder, creditor=CORPUS))
            if (folder / "sent").is_dir():
                mailbox = FolderMailbox(folder, address=creditor.mailbox)
                await import_sent(house, creditor, mailbox, "sent")
            yield house, creditor
        finally:
            await database.close()


def _own_addresses(sent: Path) -> set[str]:
    """Who signed the reminders: our own addresses in this corpus."""
    files = sorted(sent.glob("*.eml")) if sent.is_dir() else []
    return {mail.sender for file in files if (mail := sent_mail(file.read_bytes())).sender}
