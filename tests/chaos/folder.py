"""A configuration on disk, as an operator has it: settings, secrets, made-up debts."""

import csv
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from servers.postfix import FILTERED, GONE

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "config"
CREDITOR = "brezance"
DUE_ON = date(2026, 9, 30)
MORNING = "2026-10-21T09:00:00+02:00"
"""A Wednesday, within the hours of sending; every made-up invoice is three weeks late."""

HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,contact_email,"
    "invoice_number,issued_on,due_on,amount,paid,currency,po_number"
).split(",")


@dataclass(frozen=True, kw_only=True, slots=True)
class Debt:
    """A dossier of one invoice; each debtor has his own domain.

    The mail server refuses whoever is named `GONE` or `FILTERED`, for good.
    """

    number: int
    amount: Decimal = Decimal("1500.00")
    due_on: date = DUE_ON
    is_paid: bool = False
    mailbox: str = "compta"

    @property
    def dossier(self) -> str:
        return f"BZ-{self.number:05d}"

    @property
    def email(self) -> str:
        return f"{self.mailbox}@debiteur{self.number}.example"

    @property
    def is_refused(self) -> bool:
        return self.mailbox in {GONE, FILTERED}

    @property
    def found_again(self) -> str:
        """Where an operator finds him whose address the server refuses."""
        return f"retrouve@debiteur{self.number}.example"

    @property
    def invoice(self) -> str:
        return f"FA-2026-{self.number:05d}"

    @property
    def row(self) -> tuple[object, ...]:
        """Its line of ledger.csv."""
        return (
            self.dossier,
            f"C-{self.number:05d}",
            f"Atelier {self.number}",
            "552100554",
            "sme",
            "fr",
            "Anne Le Gall",
            "comptable",
            self.email,
            self.invoice,
            "2026-08-31",
            self.due_on,
            self.amount,
            self.amount if self.is_paid else "0.00",
            "EUR",
            "",
        )


def debts(number: int) -> tuple[Debt, ...]:
    """So many dossiers, of different amounts."""
    return tuple(Debt(number=n, amount=Decimal(900 + n) + Decimal("0.50")) for n in range(number))


@dataclass(frozen=True, kw_only=True, slots=True)
class Where:
    """The servers that the configuration names."""

    mailbox: str
    smtp_port: int
    imap_port: int
    security: str = "none"
    user: str = ""
    ca_file: str = ""


@dataclass(slots=True)
class Folder:
    """The operator's folder."""

    root: Path
    where: Where
    database: str = "sqlite:///relance.db"
    smtp: Mapping[str, object] = field(default_factory=dict)
    imap: Mapping[str, object] = field(default_factory=dict)
    mail: Mapping[str, object] = field(default_factory=dict)
    password: str = "secret"
    config: Path = SHIPPED

    @property
    def settings(self) -> Path:
        return self.root / "settings.toml"

    @property
    def ledger(self) -> Path:
        return self.root / "grand-livre" / "ledger.csv"

    def write(self, rows: Iterable[Debt]) -> "Folder":
        """Everything that `relance -c` needs."""
        for name in ("timelines.toml", "calendar.toml", "roles.toml"):
            shutil.copy(self.config / name, self.root / name)
        secrets = self.root / "secrets"
        secrets.mkdir(mode=0o700, exist_ok=True)
        for name, text in (("token.key", "5a" * 32), ("mail.password", self.password)):
            file = secrets / name
            file.touch(mode=0o600)
            file.write_text(text + "\n")
        (self.root / "templates" / "mail" / "fr").mkdir(parents=True, exist_ok=True)
        self.configure()
        self.write_ledger(rows)
        return self

    def write_ledger(self, rows: Iterable[Debt]) -> None:
        """The ledger, replaced at once."""
        self.ledger.parent.mkdir(exist_ok=True)
        new = self.ledger.with_suffix(".new")
        with new.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEAD)
            writer.writerows(debt.row for debt in rows)
        new.replace(self.ledger)

    def configure(self) -> None:
        """The settings as they stand in this object."""
        where = self.where
        server = {"host": "127.0.0.1", "password_file": "secrets/mail.password"}
        smtp = {
            **server,
            "port": where.smtp_port,
            "security": where.security,
            "user": where.user,
            "from": where.mailbox,
            "letters_per_minute": 100_000,
            "connections": 2,
            **({"ca_file": where.ca_file} if where.ca_file else {}),
            **self.smtp,
        }
        imap = {
            **server,
            "port": where.imap_port,
            "security": "none",
            "user": where.mailbox,
            "folders": ["INBOX"],
            "sent_folder": "Sent",
            **self.imap,
        }
        self.settings.write_text(
            _SETTINGS.format(
                database=self.database,
                creditor=CREDITOR,
                domain=where.mailbox.rpartition("@")[2],
                mail=_toml(self.mail),
                smtp=_toml(smtp),
                imap=_toml(imap),
            ),
            encoding="utf-8",
        )


def _toml(table: Mapping[str, object]) -> str:
    return "\n".join(f"{key} = {_value(value)}" for key, value in table.items())


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else f'"{value}"'


_SETTINGS = """\
[mode]
send = "send"
daily_ceiling = 20000
first_day_ceiling = 20000

[database]
url = "{database}"

[clock]
settable = true

[files]
token_key = "secrets/token.key"

[mail]
{mail}

[[creditor]]
id = "{creditor}"
name = "Brézance Matériel"
legal_form = "SARL"
capital = "10 000 €"
siren = "732829320"
rcs = "Lorient"
seat = "3 rue du Port, 56100 Lorient"
privacy = "Vos données servent au recouvrement de nos factures ; vos droits : à cette adresse."
iban = "FR76 3000 6000 0112 3456 7890 189"
bic = "AGRIFRPP"
own_domains = ["{domain}"]
formal_notice_form = "mail"

[creditor.smtp]
{smtp}

[creditor.imap]
{imap}

[creditor.ledger]
path = "grand-livre"

[creditor.signatory.ar_clerk]
name = "Hélène Sauvaget"
role = "Chargée de relance"
phone = "02 97 00 10 10"
"""
