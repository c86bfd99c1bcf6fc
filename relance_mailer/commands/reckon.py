"""`reckon`: what a dossier owes on a day, line by line, as an accountant checks it."""

from datetime import date
from typing import Annotated, Any

import typer

from relance_mailer.commands.acting import Name, as_plain, day
from relance_mailer.commands.common import put_json, with_house
from relance_mailer.desk.reckoning import doubts, origin, reckoning_in_french
from relance_mailer.flows.reckon import Reckoned, reckon_dossier
from relance_mailer.flows.work_desk import find_one
from relance_mailer.law.rates import RateTable
from relance_mailer.law.reckoning import Imputation, Part, Reckoning
from relance_mailer.law.statement import Stated
from relance_mailer.wiring.build import Relance


def reckon(
    context: typer.Context,
    name: Name,
    on: Annotated[
        date | None,
        typer.Option("--on", parser=day, metavar="AAAA-MM-JJ", help="Jour du décompte."),
    ] = None,
    imputation: Annotated[
        Imputation,
        typer.Option("--imputation", help="ledger : au principal ; legal : intérêts d'abord."),
    ] = Imputation.LEDGER,
    notice_received: Annotated[
        date | None,
        typer.Option(
            "--notice-received",
            parser=day,
            metavar="AAAA-MM-JJ",
            help="Jour prouvé de réception de la mise en demeure (intérêt légal).",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Un seul objet JSON.")] = False,
) -> None:
    """Décompte d'un dossier : intérêts par facture et par semestre, indemnités, imputations."""

    async def work(relance: Relance) -> Reckoned:
        key = await find_one(relance.house, name)
        return await reckon_dossier(
            relance.house,
            relance.creditors[key.creditor],
            key,
            on=on,
            imputation=imputation,
            notice_received_on=notice_received,
        )

    found = with_house(context.obj, work)
    if as_json:
        put_json(_row(found))
        return
    dossier = found.dossier
    assert dossier.debtor is not None
    for line in reckoning_in_french(
        found.statement,
        debtor=dossier.debtor,
        dossier=dossier.key.dossier,
        currency=dossier.currency,
    ):
        typer.echo(line)


def _row(found: Reckoned) -> dict[str, Any]:
    statement, whole = found.statement, found.statement.demanded
    return {
        "dossier": found.dossier.key.dossier,
        "on": statement.on,
        "currency": found.dossier.currency,
        "imputation": statement.imputation,
        "invoices": [_invoice(row, statement.rates) for row in statement.rows],
        "contested": [_invoice(row, statement.rates) for row in statement.contested],
        "paid_late": [_invoice(row, statement.rates) for row in statement.paid_late],
        "not_due": [_invoice(row, statement.rates) for row in statement.coming],
        "credits": [as_plain(credit) for credit in statement.credits],
        "principal": whole.principal,
        "interest": whole.interest,
        "fee": whole.fee,
        "total": whole.total,
        "flags": [flag.value for flag in doubts(statement)],
    }


def _invoice(row: Stated, rates: RateTable) -> dict[str, Any]:
    told: dict[str, Any] = {
        "number": row.invoice.number,
        "due_on": row.invoice.due_on.isoformat(),
        "amount": str(row.invoice.amount),
        "left": str(row.invoice.left),
        "set_off": str(row.set_off),
        "payments": [as_plain(one) for one in row.payments],
        "credit_notes": [as_plain(one) for one in row.credit_notes],
    }
    found = row.reckoning
    if found is None:
        return told
    return told | {
        "principal": str(found.principal),
        "interest_exact": f"{row.interest_exact:.6f}",
        "interest": str(found.interest),
        "interest_paid": str(found.interest_paid),
        "fee": str(found.fee),
        "total": str(found.total),
        "regime": found.regime.value,
        "ground": found.ground,
        "flags": sorted(flag.value for flag in found.flags),
        "parts": [_part(part, found, rates) for part in found.parts],
    }


def _part(part: Part, found: Reckoning, rates: RateTable) -> dict[str, str | int]:
    return {
        "from": part.starts_on.isoformat(),
        "to": part.ends_on.isoformat(),
        "days": part.days,
        "base": str(part.base),
        "rate": str(part.rate),
        "semester": str(part.semester),
        "source": origin(found.regime, rates[part.semester], part.rate),
        "amount": str(part.amount),
    }
