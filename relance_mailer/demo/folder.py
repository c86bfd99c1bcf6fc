"""The folder of the demonstration: a whole configuration, the ledger, the invoices, the mails.

It is made anew each time, and only where a demonstration stood before or nothing did.
"""

import csv
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from relance_mailer.adapters.shipped import shipped
from relance_mailer.demo.behaviour import Debtor
from relance_mailer.words import Segment

MARK = ".relance-demo"
OURS = "relances@imprimerie-3rivieres.example"
OUR_DOMAIN = OURS.partition("@")[2]
OUR_NAME = "Imprimerie des Trois Rivières"
CREDITOR = "trois-rivieres"
PASSWORD = "demonstration"
TERM_DAYS = 30

LEDGER_HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,contact_email,"
    "invoice_number,issued_on,due_on,amount,paid,currency,po_number,document,country"
).split(",")
CONTACTS_HEAD = ("debtor_id", "role", "name", "title", "email", "phone")
PAYMENTS_HEAD = ("invoice_number", "paid_on", "amount", "kind", "reference")


class NotADemonstration(Exception):
    """The folder holds something else: nothing is overwritten."""


@dataclass(slots=True)
class Account:
    """An invoice as our books know it: what was paid on it so far."""

    number: str
    debtor: Debtor
    due_on: date
    amount: Decimal
    at_hand: bool
    paid: Decimal = Decimal("0.00")

    @property
    def left(self) -> Decimal:
        """What is still open."""
        return self.amount - self.paid

    @property
    def document(self) -> str:
        """The file name of the invoice itself."""
        return f"{self.number}.pdf"


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment:
    """Money that came in."""

    number: str
    paid_on: date
    amount: Decimal


class DemoFolder:
    """Where everything of one demonstration stands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = root / "settings.toml"
        self.ledger = root / "grand-livre"
        self.documents = root / "factures"
        self.sent = root / "mails" / "envoyes"
        self.received = root / "mails" / "recus"

    def prepare(self) -> None:
        """Make it empty and ready; raises `NotADemonstration` when something else stands there."""
        if self.root.exists():
            if not self.root.is_dir() or (
                any(self.root.iterdir()) and not (self.root / MARK).exists()
            ):
                raise NotADemonstration(
                    f"{self.root} existe et n'est pas une démonstration : rien n'a été touché ; "
                    "choisissez un autre dossier avec --out"
                )
            shutil.rmtree(self.root)
        for folder in (self.ledger, self.documents, self.sent, self.received):
            folder.mkdir(parents=True)
        (self.root / MARK).write_text("relance demo\n", encoding="utf-8")
        (self.root / "templates" / "mail" / "fr").mkdir(parents=True)

    def configure(self, chance: Random, *, smtp_port: int, imap_port: int) -> None:
        """Write settings, timelines, calendar, roles and secrets."""
        for name in ("timelines.toml", "calendar.toml", "roles.toml"):
            text = (shipped("config") / name).read_text(encoding="utf-8")
            (self.root / name).write_text(text, encoding="utf-8")
        secrets = self.root / "secrets"
        secrets.mkdir(mode=0o700)
        key = f"{chance.getrandbits(256):064x}"
        for name, text in (("token.key", key), ("mail.password", PASSWORD)):
            file = secrets / name
            file.touch(mode=0o600)
            file.write_text(f"{text}\n", encoding="utf-8")
        settings = _SETTINGS.format(
            creditor=CREDITOR,
            name=OUR_NAME,
            address=OURS,
            domain=OUR_DOMAIN,
            smtp_port=smtp_port,
            imap_port=imap_port,
        )
        self.settings.write_text(settings, encoding="utf-8")

    def write_ledger(self, accounts: Sequence[Account], payments: Sequence[Payment]) -> None:
        """The whole ledger as it stands now, each file replaced at once."""
        self._table("ledger.csv", LEDGER_HEAD, (_ledger_row(one) for one in accounts))
        paid = ((p.number, p.paid_on, p.amount, "payment", f"VIR {p.number}") for p in payments)
        self._table("payments.csv", PAYMENTS_HEAD, paid)

    def write_contacts(self, debtors: Iterable[Debtor]) -> None:
        """The people beside the usual contact."""
        rows = {
            (one.debtor_id, _ROLES.get(person.title, ""), person.name, person.title, person.email)
            for one in debtors
            for person in one.people[1:]
        }
        self._table("contacts.csv", CONTACTS_HEAD, ((*row, "") for row in sorted(rows)))

    def write_invoices(self, accounts: Iterable[Account]) -> None:
        """The invoices that are at hand, as small PDF files."""
        for one in accounts:
            if one.at_hand:
                (self.documents / one.document).write_bytes(_pdf(_invoice_lines(one)))

    def _table(self, name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        new = self.ledger / f".{name}.new"
        with new.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(head)
            writer.writerows(rows)
        new.replace(self.ledger / name)


def accounts_of(debtors: Sequence[Debtor], first_day: date) -> list[Account]:
    """The invoices of everybody, numbered in the order in which they fall due."""
    bills = [(bill, debtor) for debtor in debtors for bill in debtor.bills]
    bills.sort(key=lambda row: (row[0].due_day, row[1].dossier))
    return [
        Account(
            number=f"F2026-{number:04d}",
            debtor=debtor,
            due_on=first_day + timedelta(days=bill.due_day),
            amount=bill.amount,
            at_hand=bill.at_hand,
        )
        for number, (bill, debtor) in enumerate(bills, start=411)
    ]


_ROLES = {
    "gérant": "legal_representative",
    "directrice générale": "legal_representative",
    "responsable comptable": "chief_accountant",
    "cheffe comptable": "chief_accountant",
    "DAF": "cfo",
    "directeur financier": "cfo",
    "directrice financière": "cfo",
    "trésorière": "treasurer",
}


def _ledger_row(one: Account) -> tuple[object, ...]:
    debtor, usual = one.debtor, one.debtor.people[0]
    return (
        debtor.dossier,
        debtor.debtor_id,
        debtor.name,
        "" if debtor.segment is Segment.CONSUMER or debtor.country != "FR" else _siren(debtor),
        debtor.segment.value,
        debtor.language,
        usual.name,
        usual.title,
        usual.email,
        one.number,
        one.due_on - timedelta(days=TERM_DAYS),
        one.due_on,
        one.amount,
        one.paid,
        "EUR",
        "",
        one.document,
        debtor.country,
    )


def _siren(debtor: Debtor) -> str:
    """An invented SIREN (no register gives one that begins so) with its right check digit."""
    base = f"0000{sum(map(ord, debtor.debtor_id)) % 10_000:04d}"
    doubled = [int(sign) * (2 if place % 2 else 1) for place, sign in enumerate(base)]
    total = sum(value - 9 if value > 9 else value for value in doubled)
    return f"{base}{-total % 10}"


def _invoice_lines(one: Account) -> tuple[str, ...]:
    issued = one.due_on - timedelta(days=TERM_DAYS)
    return (
        OUR_NAME,
        f"FACTURE {one.number}",
        f"Client : {one.debtor.name}",
        f"Emise le {issued:%d/%m/%Y}, à régler le {one.due_on:%d/%m/%Y}",
        f"Total TTC : {one.amount:.2f} EUR",
        "Document de démonstration",
    )


def _pdf(lines: Sequence[str]) -> bytes:
    """A page of text (PDF 1.4): one font, one stream, a cross-reference table."""
    shown = " T* ".join(f"({_pdf_text(line)}) Tj" for line in lines)
    stream = f"BT /F1 14 Tf 22 TL 60 770 Td {shown} ET".encode("latin-1", "replace")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % start


def _pdf_text(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


_SETTINGS = """\
# La configuration de la démonstration : tout est vrai, sauf l'horloge et les débiteurs.
# Les serveurs SMTP et IMAP n'ont vécu que le temps de la démonstration.

[mode]
send = "send"
daily_ceiling = 60
first_day_ceiling = 20

[database]
url = "sqlite:///relance.db"

[clock]
settable = true

[files]
token_key = "secrets/token.key"

[[creditor]]
id = "{creditor}"
name = "{name}"
legal_form = "SARL"
capital = "30 000 €"
siren = "732829320"
rcs = "Rennes"
seat = "4 quai des Imprimeurs, 35000 Rennes"
privacy = "Vos données servent au recouvrement de nos factures ; vos droits : à cette adresse."
iban = "FR76 3000 6000 0112 3456 7890 189"
bic = "AGRIFRPP"
documents = "factures"
own_domains = ["{domain}"]
formal_notice_form = "mail"

[creditor.smtp]
host = "127.0.0.1"
port = {smtp_port}
security = "none"
user = "{address}"
password_file = "secrets/mail.password"
from = "{address}"
letters_per_minute = 60000
connections = 1
proof = "none"

[creditor.imap]
host = "127.0.0.1"
port = {imap_port}
security = "none"
user = "{address}"
password_file = "secrets/mail.password"
folders = ["INBOX"]
sent_folder = "Sent"

[creditor.ledger]
path = "grand-livre"

[creditor.signatory.ar_clerk]
name = "Claire Morvan"
role = "Chargée de relance"
phone = "02 99 00 00 11"

[creditor.signatory.credit_manager]
name = "Marc Daniel"
role = "Responsable crédit"
phone = "02 99 00 00 12"

[creditor.signatory.management]
name = "Hélène Trévidic"
role = "Gérante"
phone = "02 99 00 00 10"
"""
