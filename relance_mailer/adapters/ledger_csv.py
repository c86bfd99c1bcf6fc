"""The ledger as CSV files: `ledger.csv`, and `contacts.csv` and `payments.csv` beside it.

A row that cannot be trusted is refused with its line, column and reason, and its invoice is left
as it is; nothing is guessed. A file that is broken as a whole is refused whole, nothing changes.
"""

import asyncio
import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from relance_mailer.adapters.csv_table import Table, read_table
from relance_mailer.adapters.ledger_fields import (
    Doubt,
    address,
    amount,
    choice,
    day,
    days_of_month,
    fold,
    optional_day,
    rate,
    yes_or_no,
)
from relance_mailer.dossier.values import (
    Contact,
    CreditorId,
    Debtor,
    DebtorId,
    Digest,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
    LedgerPayment,
    LedgerRow,
)
from relance_mailer.outward.reconcile import ANY_INVOICE
from relance_mailer.ports import LedgerReading, Permanent, RowFault
from relance_mailer.words import Role, Segment

LEDGER_COLUMNS = tuple(
    """dossier debtor_id debtor_name siren segment language contact_name contact_role contact_email
    invoice_number issued_on due_on amount paid currency po_number""".split()
)
CONTACT_COLUMNS = ("debtor_id", "role", "email")
PAYMENT_COLUMNS = ("invoice_number", "paid_on", "amount")
KINDS = tuple(kind.value for kind in InvoiceKind)
SEGMENTS = tuple(segment.value for segment in Segment)
STATUSES = ("open", "cancelled")
PAYMENT_KINDS = ("payment", "credit_note", "refund")
COMPANIES = frozenset({Segment.LARGE, Segment.SME, Segment.SOLE_TRADER})
FAULTS_MAX = 1_000
"""Faults that are told one by one; beyond it the file's trouble is one and the same."""

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, slots=True)
class CsvLedger:
    """The ledger of a creditor: a folder, or the path of `ledger.csv` itself."""

    creditor: CreditorId
    path: Path
    contacts: Path | None = None  # None: `contacts.csv` beside the ledger, if there is one
    payments: Path | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)  # folded words → role

    async def read(self) -> LedgerReading:
        """The whole ledger; raises `Permanent` when it is broken as a whole."""
        return await asyncio.to_thread(self.read_now)

    def read_now(self) -> LedgerReading:
        """The same, in this thread."""
        ledger = self.path / "ledger.csv" if self.path.is_dir() else self.path
        tables = [read_table(ledger, LEDGER_COLUMNS)]
        contacts = _beside(ledger, self.contacts, "contacts.csv", CONTACT_COLUMNS)
        payments = _beside(ledger, self.payments, "payments.csv", PAYMENT_COLUMNS)
        reader = _Reader(creditor=self.creditor, roles=self.roles)
        if contacts is not None:
            tables.append(contacts)
            reader.read_contacts(contacts)
        if payments is not None:
            tables.append(payments)
            reader.read_payments(payments)
        reader.read_ledger(tables[0])
        for table in tables:
            reader.say_fallback(table)
        digest = hashlib.sha256(b"".join(hashlib.sha256(one.raw).digest() for one in tables))
        return LedgerReading(
            rows=tuple(reader.rows.values()),
            payments=tuple(reader.paid),
            faults=tuple(reader.faults),
            refused=frozenset(reader.refused),
            digest=Digest(digest.hexdigest()),
            modified_at=min(table.modified_at for table in tables),
        )


def _beside(ledger: Path, told: Path | None, name: str, required: Sequence[str]) -> Table | None:
    path = told or ledger.with_name(name)
    if told is None and not path.exists():
        return None
    return read_table(path, required)


_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
"""Controls, and signs that turn the direction of what follows: a name with one of them would be
shown backwards, or as another, in letters, on pages and in whatever is exported."""


class _Cells:
    """The cells of one row by the names of their columns; blanks are tidied."""

    __slots__ = ("_cells", "_places")

    def __init__(self, places: Mapping[str, int], cells: Sequence[str]) -> None:
        self._places = places
        self._cells = cells

    def text(self, column: str) -> str:
        """The cell, empty when the column is absent; signs that nobody sees are left out."""
        if column not in self._places:
            return ""
        cell = self._cells[self._places[column]]
        return " ".join((cell if cell.isprintable() else _UNSEEN.sub("", cell)).split())

    def needed(self, column: str) -> str:
        """The cell; an empty one is a doubt."""
        found = self.text(column)
        if not found:
            raise Doubt("valeur absente", column)
        return found

    def optional(self, column: str) -> str | None:
        """The cell, None when it is empty: unknown, never guessed."""
        return self.text(column) or None

    def read(self, column: str, reading: Callable[[str], Value]) -> Value:
        """The cell as a value; a doubt learns its column here."""
        try:
            return reading(self.text(column))
        except Doubt as doubt:
            raise Doubt(doubt.because, column) from None

    def raw(self, columns: Sequence[str]) -> tuple[str, ...]:
        """Several cells as they stand, those of absent columns left out."""
        places = self._places
        return tuple([self._cells[places[column]] for column in columns if column in places])


_DEBTOR_COLUMNS = tuple(
    """debtor_id debtor_name siren segment language legal_form trader address postcode city country
    court sector payment_run_days economic account_manager_email""".split()
)
_CONTACT_CELLS = ("contact_email", "contact_name", "contact_role", "contact_phone", "segment")


class _Reader:
    """One reading of the files: what was understood, what was refused and why."""

    def __init__(self, *, creditor: CreditorId, roles: Mapping[str, Role]) -> None:
        self.rows: dict[str, LedgerRow] = {}
        self.paid: list[LedgerPayment] = []
        self.faults: list[RowFault] = []
        self.refused: set[str] = set()
        self._creditor = creditor
        self._roles = roles
        self._comma = False
        self._more: dict[str, list[Contact]] = defaultdict(list)
        self._debtors: dict[tuple[str, ...], Debtor] = {}
        self._contacts: dict[tuple[str, ...], tuple[Contact, ...]] = {}
        self._owners: dict[str, tuple[str, str]] = {}  # dossier → debtor, currency

    def say_fallback(self, table: Table) -> None:
        """Say that a file was not in UTF-8."""
        if table.fell_back:
            because = "pas en UTF-8 : lu en latin-9 (ISO 8859-15), vérifiez les accents"
            self._fault(table, 1, Doubt(because))

    def read_contacts(self, table: Table) -> None:
        """Further contacts of debtors."""
        for line, cells in self._each(table):
            try:
                debtor = cells.needed("debtor_id")
                self._more[debtor].append(self._further_contact(cells))
            except Doubt as doubt:
                self._fault(table, line, doubt)

    def read_payments(self, table: Table) -> None:
        """Dated payments; an invoice with a doubtful payment is left as it is."""
        self._comma = table.comma_decimals
        for line, cells in self._each(table):
            try:
                self.paid.append(self._payment(cells))
            except Doubt as doubt:
                self._refuse(cells.text("invoice_number"), "")
                self._fault(table, line, doubt)

    def read_ledger(self, table: Table) -> None:
        """The invoices; raises `Permanent` when there is none at all."""
        self._comma = table.comma_decimals
        seen = False
        for line, cells in self._each(table):
            seen = True
            if cells.text("creditor") not in ("", self._creditor):
                continue
            try:
                self._take(self._row(cells))
            except Doubt as doubt:
                self._refuse(cells.text("invoice_number"), cells.text("dossier"))
                self._fault(table, line, doubt)
        if not seen and not self.faults:
            raise Permanent(f"{table.name} : un en-tête et aucune ligne ; l'export a-t-il échoué ?")
        for number in self.refused & self.rows.keys():
            del self.rows[number]

    def _each(self, table: Table) -> "list[tuple[int, _Cells]]":
        places = {column: place for place, column in enumerate(table.columns) if column}
        width = len(table.columns)
        found = []
        for line, cells in table.rows():
            if len(cells) == width:
                found.append((line, _Cells(places, cells)))
                continue
            # In a row that is too short the first cells are still in their columns.
            few = _Cells({n: p for n, p in places.items() if p < len(cells) < width}, cells)
            self._refuse(few.text("invoice_number"), few.text("dossier"))
            because = f"{len(cells)} colonnes au lieu de {width}"
            self._fault(table, line, Doubt(because))
        return found

    def _refuse(self, number: str, dossier: str) -> None:
        """Of this invoice nothing is known; without its number, of which one of the dossier."""
        if number or dossier:
            self.refused.add(number or f"{ANY_INVOICE}{dossier}")

    def _fault(self, table: Table, line: int, doubt: Doubt) -> None:
        if len(self.faults) < FAULTS_MAX:
            self.faults.append(
                RowFault(file=table.name, line=line, column=doubt.column, because=doubt.because)
            )

    def _take(self, row: LedgerRow) -> None:
        """Keep a row; the same number twice is known of neither."""
        number = row.invoice.number
        other = self.rows.get(number)
        if other is not None:
            where = "" if other.key == row.key else f" et dans le dossier {other.key.dossier}"
            raise Doubt(f"facture {number} présente deux fois{where}", "invoice_number")
        owner = (row.debtor.debtor_id, row.invoice.currency)
        debtor, currency = self._owners.setdefault(row.key.dossier, owner)
        if debtor != owner[0]:
            raise Doubt(f"le dossier est celui du débiteur {debtor}", "debtor_id")
        if currency != owner[1]:
            raise Doubt(f"devise {owner[1]} dans un dossier en {currency}", "currency")
        self.rows[number] = row

    def _row(self, cells: _Cells) -> LedgerRow:
        dossier = cells.needed("dossier")
        status = cells.read("status", lambda text: choice(text, STATUSES, "open"))
        return LedgerRow(
            key=DossierKey(creditor=self._creditor, dossier=DossierId(dossier)),
            debtor=self._debtor(cells),
            contacts=self._contacts_of(cells),
            invoice=self._invoice(cells),
            cancelled=status == "cancelled",
            last_level=cells.optional("last_level"),
            last_contact_on=cells.read("last_contact_on", optional_day),
        )

    def _invoice(self, cells: _Cells) -> Invoice:
        currency = cells.needed("currency").upper()
        if len(currency) != 3 or not currency.isalpha():
            raise Doubt(f"devise « {currency} » : trois lettres attendues (EUR)", "currency")
        kind = cells.read("kind", lambda text: choice(text, KINDS, "invoice"))
        return Invoice(
            number=InvoiceNumber(cells.needed("invoice_number")),
            issued_on=cells.read("issued_on", day),
            due_on=cells.read("due_on", day),
            amount=cells.read("amount", self._amount),
            paid=cells.read("paid", self._amount),
            currency=currency,
            kind=InvoiceKind(kind),
            po_number=cells.optional("po_number"),
            performed_on=cells.read("performed_on", optional_day),
            received_on=cells.read("received_on", optional_day),
            agreed_rate=cells.read("agreed_rate", rate),
            order_ref=cells.optional("order_ref"),
            portal_id=cells.optional("portal_id"),
            document=cells.optional("document"),
        )

    def _amount(self, text: str) -> Decimal:
        return amount(text, comma=self._comma)

    def _debtor(self, cells: _Cells) -> Debtor:
        raw = cells.raw(_DEBTOR_COLUMNS)
        if raw not in self._debtors:
            siren = "".join(cells.text("siren").split())
            self._debtors[raw] = Debtor(
                debtor_id=DebtorId(cells.needed("debtor_id")),
                name=cells.needed("debtor_name"),
                siren=siren if siren.isdecimal() and len(siren) == 9 else None,
                segment=Segment(cells.read("segment", lambda text: choice(text, SEGMENTS))),
                language=cells.text("language").lower()[:2],
                legal_form=cells.optional("legal_form"),
                trader=cells.read("trader", yes_or_no),
                address=cells.optional("address"),
                postcode=cells.optional("postcode"),
                city=cells.optional("city"),
                country=cells.optional("country"),
                court=cells.optional("court"),
                sector=cells.optional("sector"),
                payment_run_days=cells.read("payment_run_days", days_of_month),
                economic=cells.read("economic", yes_or_no),
                account_manager_email=cells.read("account_manager_email", address) or None,
            )
        return self._debtors[raw]

    def _contacts_of(self, cells: _Cells) -> tuple[Contact, ...]:
        """The row's own contact, then those of `contacts.csv`; an address stands once."""
        raw = (*cells.raw(_CONTACT_CELLS), cells.text("debtor_id"))
        if raw not in self._contacts:
            title = cells.text("contact_role")
            own = Contact(
                email=cells.read("contact_email", address),
                role=self._role(title, Segment(cells.text("segment").lower())),
                name=cells.text("contact_name"),
                title=title,
                phone=cells.text("contact_phone"),
            )
            more = self._more.get(cells.text("debtor_id"), [])
            first = [own] if own.email or own.phone or own.name else []
            others = [one for one in more if not one.email or one.email != own.email]
            told = [one for one in more if one.email and one.email == own.email]
            self._contacts[raw] = (*(told or first), *others)
        return self._contacts[raw]

    def _further_contact(self, cells: _Cells) -> Contact:
        title = cells.text("title")
        told = cells.needed("role")
        role = self._roles.get(fold(told)) or _role_named(told)
        if role is None:
            known = ", ".join(role.value for role in Role)
            raise Doubt(f"rôle « {told} » inconnu : {known} attendu", "role")
        return Contact(
            email=cells.read("email", address),
            role=role,
            name=cells.text("name"),
            title=title,
            phone=cells.text("phone"),
        )

    def _role(self, title: str, segment: Segment) -> Role:
        """The role that the ledger's words stand for; unmapped is the usual contact."""
        role = self._roles.get(fold(title)) or _role_named(title) or Role.USUAL
        if role is Role.PRESIDENT and segment in COMPANIES:
            return Role.LEGAL_REPRESENTATIVE  # « président » d'une société
        return role

    def _payment(self, cells: _Cells) -> LedgerPayment:
        return LedgerPayment(
            number=cells.needed("invoice_number"),
            paid_on=cells.read("paid_on", day),
            amount=cells.read("amount", self._amount),
            kind=cells.read("kind", lambda text: choice(text, PAYMENT_KINDS, "payment")),
            reference=cells.text("reference"),
        )


_ROLES = {role.value: role for role in Role}


def _role_named(text: str) -> Role | None:
    """A role by its own identifier."""
    return _ROLES.get(text.strip().lower())
