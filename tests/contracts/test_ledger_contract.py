"""What every ledger does: the simulated books and CSV files on the disk tell the same invoices."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from contracts.simulated import Ordered
from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.ports import Ledger, Permanent
from relance_mailer.simulate.books import Books
from relance_mailer.simulate.cast import CREDITOR, Drawn, Owing, cast
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.servers import SimulatedLedger
from relance_mailer.simulate.truth import Truth

HEAD = (
    "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
    "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number"
)
DRAWN = Drawn(on=date(2026, 2, 1), due_on=date(2026, 3, 1), amount=Decimal("460.20"))


@dataclass
class Bookkeeping:
    """A ledger with one open invoice, and the hands of whoever keeps it."""

    ledger: Ledger
    pay: Callable[[Decimal], None]
    spoil: Callable[[], None]


def _simulated() -> Bookkeeping:
    weather = Ordered()
    books = Books(Truth(), weather)
    books.open_bill(_somebody(), DRAWN)
    books.export()

    def pay(amount: Decimal) -> None:
        books.pay("F20260", amount)
        books.export()

    def spoil() -> None:
        weather._ordered = frozenset({Mishap.LEDGER_BROKEN})

    return Bookkeeping(ledger=SimulatedLedger(books.last_export, weather), pay=pay, spoil=spoil)


def _somebody() -> Owing:
    return cast(1, 1)[0]


def _csv(root: Path) -> Bookkeeping:
    owing = _somebody()
    payments: list[Decimal] = []

    def write() -> None:
        row = (
            f"{owing.dossier},{owing.debtor.debtor_id},{owing.debtor.name},"
            f",{owing.debtor.segment},fr,{owing.usual.name},,{owing.usual.email},"
            f"F20260,2026-02-01,2026-03-01,460.20,{sum(payments)},EUR,"
        )
        (root / "ledger.csv").write_text(f"{HEAD}\n{row}\n", encoding="utf-8")
        lines = [f"F20260,2026-03-02,{one},payment," for one in payments]
        text = "\n".join(["invoice_number,paid_on,amount,kind,reference", *lines]) + "\n"
        (root / "payments.csv").write_text(text, encoding="utf-8")

    def pay(amount: Decimal) -> None:
        payments.append(amount)
        write()

    write()
    return Bookkeeping(
        ledger=CsvLedger(path=root, creditor=CREDITOR, roles={}),
        pay=pay,
        spoil=lambda: (root / "ledger.csv").write_bytes(b"\xff\xfe\0") and None,
    )


@pytest.fixture(params=["simulated", "csv"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Bookkeeping:
    return _simulated() if request.param == "simulated" else _csv(tmp_path)


async def test_une_facture_ouverte_est_dite_avec_son_debiteur(kept: Bookkeeping) -> None:
    reading = await kept.ledger.read()
    (row,) = reading.rows
    owing = _somebody()
    assert (row.key, row.debtor.debtor_id) == (owing.key, owing.debtor.debtor_id)
    assert (row.invoice.number, row.invoice.left) == ("F20260", Decimal("460.20"))
    assert row.contacts[0].email == owing.usual.email
    assert (reading.faults, reading.refused, reading.payments) == ((), frozenset(), ())
    assert reading.modified_at.tzinfo is not None
    assert reading.modified_at > datetime(2026, 1, 1, tzinfo=UTC)


async def test_relire_le_meme_donne_la_meme_empreinte(kept: Bookkeeping) -> None:
    first, second = await kept.ledger.read(), await kept.ledger.read()
    assert first.digest == second.digest
    kept.pay(Decimal("60.20"))
    assert (await kept.ledger.read()).digest != first.digest


async def test_un_reglement_partiel_baisse_ce_qui_reste_et_se_raconte(kept: Bookkeeping) -> None:
    kept.pay(Decimal("60.20"))
    reading = await kept.ledger.read()
    assert reading.rows[0].invoice.left == Decimal("400.00")
    (payment,) = reading.payments
    assert (payment.number, payment.amount, payment.kind) == ("F20260", Decimal("60.20"), "payment")


async def test_un_grand_livre_illisible_est_pour_un_humain(kept: Bookkeeping) -> None:
    kept.spoil()
    with pytest.raises(Permanent):
        await kept.ledger.read()
