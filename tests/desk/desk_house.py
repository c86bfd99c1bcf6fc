"""A house with its desk open: the daemon, its mail and ledger, debtors of all kinds, people."""

import csv
import json
import re
import sqlite3
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import quote

from corpus.relance_process import COMMAND, Installed
from desk.attacks import ALL, FILE_NAMES, PIECE
from desk.chromium import Watched
from servers.dovecot import DOMAIN, PASSWORD, Dovecot
from servers.ports import LOOPBACK, free_port
from servers.process import Running, wait_until
from servers.sink import Sink

NOW = "2026-10-21T09:00"
TODAY = "Wed, 21 Oct 2026 08:55:00 +0200"
RECEIVED_AT = datetime(2026, 10, 21, 6, 55, tzinfo=UTC)
SECRET = "une phrase assez longue"
MANAGER, AGENT, READER = "Maud Kerval", "Alan Le Bris", "Rozenn Tanguy"
SECONDS_MAX = 60.0
HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,contact_email,"
    "invoice_number,issued_on,due_on,amount,paid,currency,po_number"
).split(",")


@dataclass(frozen=True, kw_only=True, slots=True)
class Debtor:
    """A dossier of one invoice, and what its debtor writes."""

    dossier: str
    name: str
    amount: str = "1500.00"
    says: str = ""
    subject: str = "Votre relance"
    page: str = ""  # the body as HTML, when the mail has one
    pieces: tuple[str, ...] = ()
    contact: str = "Anne Le Gall"
    title: str = "comptable"
    invoice: str = ""
    order: str = ""

    @property
    def email(self) -> str:
        """Each debtor has a domain of his own."""
        return f"compta@{re.sub('[^a-z0-9]', '', self.dossier.lower())}.example"

    @property
    def row(self) -> tuple[str, ...]:
        """Its line of the ledger."""
        invoice = self.invoice or f"F-{self.dossier}"
        return (
            *(self.dossier, f"C-{self.dossier}", self.name, "552100554", "sme", "fr"),
            *(self.contact, self.title, self.email, invoice, "2026-08-31", "2026-09-30"),
            *(self.amount, "0.00", "EUR", self.order),
        )

    def mail(self, to: str) -> bytes:
        """What this debtor writes, as bytes."""
        mail = EmailMessage(policy=SMTP)
        mail.set_content(self.says)
        if self.page:
            mail.add_alternative(self.page, subtype="html")
        for name in self.pieces:
            mail.add_attachment(PIECE, maintype="text", subtype="html", filename=name)
        heads = (
            f"From: {_encoded(self.contact)} <{self.email}>",
            f"To: {to}",
            f"Date: {TODAY}",
            f"Subject: {_encoded(self.subject)}",
            f"Message-ID: <un.{self.email}>",
        )
        return "".join(f"{head}\r\n" for head in heads).encode() + mail.as_bytes()


def _encoded(words: str) -> str:
    """Words in a header as they are, line breaks and all (RFC 2047)."""
    return f"=?utf-8?b?{b64encode(words.encode()).decode()}?="


STRANGER = Debtor(dossier="inconnu", name="", says="Bonjour, où en est mon règlement ? Merci.")
DISPUTES = "Bonjour, nous contestons cette facture : la moitié du lot est arrivée cassée."
INSULTS = "Vous êtes des escrocs et des voleurs, allez vous faire foutre."
PROMISES = "Bonjour, nous réglerons cette facture par virement le 28 octobre 2026."

PEOPLE: tuple[Debtor, ...] = (
    Debtor(dossier="BZ-1", name="Menuiserie Floc'h & Fils", amount="12480.50", says=DISPUTES),
    Debtor(dossier="BZ-2", name="Garage de la Rabine", amount="3120.00", says=INSULTS),
    Debtor(dossier="BZ-3", name="Amicale des Ajoncs", amount="312.00", says=PROMISES),
    Debtor(dossier="BZ-4", name="Brasserie du Scorff"),
    Debtor(dossier="BZ-5", name="Société Coopérative Agricole " + "Interdépartementale" * 4),
    Debtor(dossier="2026/014 #7 ?é%", name="Couverture Evenou", says=DISPUTES),
)
WORKED: tuple[Debtor, ...] = (
    Debtor(dossier="TR-1", name="Scierie Madec", amount="2400.00", says=DISPUTES),
    Debtor(dossier="TR-2", name="Auto-école Virage", amount="960.00", says=INSULTS),
    Debtor(dossier="TR-3", name="Crêperie Ty Gwenn", amount="640.00"),
    Debtor(dossier="TR-4", name="Transports Evenou", amount="5400.00", says=DISPUTES),
    Debtor(dossier="TR-5", name="Faïencerie Le Goff", amount="1800.00", says=DISPUTES),
)
"""Those on whom somebody decides: each by one test alone."""


def attackers() -> tuple[Debtor, ...]:
    """Debtors with three attacks each, who put them wherever they may write."""
    thirds = zip(ALL[::3], ALL[1::3], ALL[2::3], strict=True)
    return tuple(
        Debtor(
            dossier=f"AT-{number}",
            name=f"{one} {number}",
            says=f"Nous contestons la facture.\n{one}\n{two}\n{three}",
            page=f"<p>Nous contestons la facture.</p>{one}<p>{two}</p>{three}",
            subject=f"Re: {two}",
            contact=three,
            title=one,
            invoice=f"{two} {number}",
            order=one,
            pieces=FILE_NAMES if number == 0 else (),
        )
        for number, (one, two, three) in enumerate(thirds)
    )


def silent() -> tuple[Debtor, ...]:
    """Debtors with such names who don't write: letters go out to them."""
    return tuple(
        Debtor(dossier=f"MU-{number}", name=attack, contact=attack, title=attack)
        for number, attack in enumerate(ALL[::6])
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """A desk that is open, and the house behind it."""

    url: str
    house: Installed
    mailbox: str
    sink: Sink

    def rows(self, words: str, *values: str) -> list[tuple[str, ...]]:
        """Rows of the database, read beside the program."""
        file = f"file:{self.house.folder / 'relance.db'}?mode=ro"
        with closing(sqlite3.connect(file, uri=True)) as database:
            return database.execute(words, values).fetchall()

    def message_of(self, debtor: Debtor) -> str:
        """The path of the page of what somebody wrote."""
        rows = self.rows("SELECT digest FROM inbox WHERE sender = ?", debtor.email)
        return f"/message/{rows[0][0]}"

    def journal_of(self, debtor: Debtor) -> list[str]:
        """The kinds of what the journal has of somebody, in their order."""
        words = "SELECT kind FROM journal WHERE page = ? ORDER BY seq"
        return [kind for (kind,) in self.rows(words, f"dossier:societe/{debtor.dossier}")]

    def letters_of(self, debtor: Debtor) -> list[tuple[str, ...]]:
        """The letters that were written to somebody, in their order."""
        words = "SELECT body FROM journal WHERE kind = 'LetterQueued' AND page = ? ORDER BY seq"
        return self.rows(words, f"dossier:societe/{debtor.dossier}")

    def letter_of(self, debtor: Debtor) -> str:
        """The path of the page of the last letter to somebody."""
        rows = self.letters_of(debtor)
        return f"/lettre/societe/{quote(debtor.dossier)}/{json.loads(rows[-1][0])['mime']}"


def dossier_path(debtor: Debtor) -> str:
    """The path of somebody's dossier."""
    return f"/dossier/societe/{quote(debtor.dossier)}"


def enters(watched: Watched, name: str) -> None:
    """Sign in at the door."""
    watched.page.get_by_label("Votre nom").fill(name)
    watched.page.get_by_label("Mot de passe").fill(SECRET)
    watched.page.get_by_role("button", name="Entrer").click()
    watched.page.wait_for_url(watched.url + "/")


@contextmanager
def open_desk(
    folder: Path, dovecot: Dovecot, sink: Sink, debtors: tuple[Debtor, ...]
) -> Iterator[Desk]:
    """The daemon with its desk, once the letters left and every mail was read."""
    mailbox, port = dovecot.fresh_user(), free_port()
    house = _installed(folder, mailbox, sink.port, dovecot.imap_port, port)
    _write_ledger(house, debtors)
    for name, role in ((MANAGER, "manager"), (AGENT, "agent"), (READER, "reader")):
        _add(house, name, role)
    wrote = [one.mail(mailbox) for one in (*debtors, STRANGER) if one.says]
    dovecot.append(mailbox, *wrote, at=RECEIVED_AT)
    command = [*COMMAND, "-c", str(house.settings), "--now", NOW, "run"]
    desk = Desk(url=f"http://{LOOPBACK}:{port}", house=house, mailbox=mailbox, sink=sink)
    running = Running(command, ports=[port], log=folder.parent / "daemon.log")
    try:
        wait_until(lambda: _is_at_rest(desk, debtors), seconds=SECONDS_MAX, what="a desk at rest")
        yield desk
    except TimeoutError as error:
        raise TimeoutError(running.output()) from error
    finally:
        running.stop()


def _is_at_rest(desk: Desk, debtors: tuple[Debtor, ...]) -> bool:
    wrote = sum(bool(one.says) for one in (*debtors, STRANGER))
    read = desk.rows("SELECT count(*) FROM inbox WHERE fate <> 'unread'")[0][0]
    kinds = ("LetterQueued", "LetterSent")
    made, left = (desk.rows("SELECT count(*) FROM journal WHERE kind = ?", k)[0][0] for k in kinds)
    return int(read) == wrote and made == left and int(left) > 0


def _installed(folder: Path, mailbox: str, smtp_port: int, imap_port: int, port: int) -> Installed:
    house = Installed(folder, now=NOW)
    house.edit(
        {
            "settable = false": "settable = true",
            'send = "shadow"': 'send = "send"',
            "first_day_ceiling = 20": "first_day_ceiling = 200",
            "letters_per_minute = 30": "letters_per_minute = 10000",
            "trusted_authserv_ids = []": "act_on_messages_since = 2026-01-01",
            'own_domains = ["exemple.fr"]': f'own_domains = ["{DOMAIN}"]',
            'listen = "127.0.0.1:8025"': f'listen = "{LOOPBACK}:{port}"',
            "port = 587": f"port = {smtp_port}",
            'security = "starttls"': 'security = "none"',
            'from = "relances@exemple.fr"': f'from = "{mailbox}"',
            "port = 993": f"port = {imap_port}",
            'security = "tls"': 'security = "none"',
        }
    )
    text = house.settings.read_text(encoding="utf-8")
    smtp, _, imap = text.partition("\n[creditor.imap]\n")
    smtp = smtp.replace('user = "relances@exemple.fr"', 'user = ""')
    imap = imap.replace('user = "relances@exemple.fr"', f'user = "{mailbox}"')
    house.settings.write_text(f"{smtp}\n[creditor.imap]\n{imap}", encoding="utf-8")
    for name in ("imap", "smtp"):
        (folder / "secrets" / f"{name}.password").write_text(PASSWORD)
    return house


def _write_ledger(house: Installed, debtors: tuple[Debtor, ...]) -> None:
    ledger = house.folder / "grand-livre" / "ledger.csv"
    with ledger.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(one.row for one in debtors)


def _add(house: Installed, name: str, role: str) -> None:
    words = ["-c", str(house.settings), "user", "add", name, "--role", role, "--password-stdin"]
    subprocess.run(
        [sys.executable, "-m", "relance_mailer", *words],
        input=SECRET + "\n",
        check=True,
        capture_output=True,
        text=True,
        timeout=SECONDS_MAX,
    )
