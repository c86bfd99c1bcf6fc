"""`dispute …` and `plan …`: what is settled with the debtor, with the letter that says so."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.commands.acting import (
    AsJson,
    Because,
    By,
    Html,
    Name,
    OfCause,
    Preview,
    carry_out,
    day,
    money,
    part,
    show_draft,
)
from relance_mailer.commands.common import fail, with_house
from relance_mailer.commands.french import French
from relance_mailer.commands.saying import worded
from relance_mailer.desk.decisions import AgreePlan, DecideDispute, OpenDispute, Verdict
from relance_mailer.desk.saying import acknowledgement, agreed_parts, dispute_answer, left_of
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.ordered import CreditNote, PlanConfirmation, Says
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.flows.work_desk import find_one, next_level_of, show
from relance_mailer.wiring.build import Relance
from relance_mailer.workdays import add_business_days

dispute = French(
    help="Les litiges : le verdict d'un humain retire la part contestée et rend le reste (R22).",
)
plan = French(
    help="Les échéanciers : accordés par un humain, confirmés par écrit, suivis par la machine.",
)

Numbers = Annotated[list[str], typer.Option("--invoice", help="Une facture contestée ; à répéter.")]
Found = tuple[Dossier, str, date]


def _found(context: typer.Context, name: str) -> Found:
    """The dossier, the level by which it would go on, and today."""

    async def work(relance: Relance) -> Found:
        key = await find_one(relance.house, name)
        creditor = relance.creditors[key.creditor]
        view = await show(relance.house, creditor, key)
        following = next_level_of(view.dossier, creditor)
        return view.dossier, following, relance.house.clock.today()

    return with_house(context.obj, work)


def _do(
    context: typer.Context,
    name: str,
    verdict: Verdict,
    *,
    as_json: bool,
    preview: bool,
    html: Path | None,
) -> None:
    if preview or html is not None:
        show_draft(context, name, verdict, as_json=as_json, html=html)
    else:
        carry_out(context, name, verdict, as_json=as_json)


@dispute.command("open")
def open_dispute(
    context: typer.Context,
    name: Name,
    invoices: Numbers,
    ground: Annotated[str, typer.Option("--ground", help="Ce que le débiteur conteste.")],
    owner: Annotated[
        str, typer.Option("--owner", help="Qui examine et répond, tel que le débiteur le lira.")
    ],
    answer_by: Annotated[
        date, typer.Option("--answer-by", parser=day, metavar="AAAA-MM-JJ", help="Réponse promise.")
    ],
    by: By,
    because: Because,
    amount: Annotated[
        Decimal | None,
        typer.Option(
            "--amount", parser=money, help="Montant contesté ; défaut : tout le reste dû."
        ),
    ] = None,
    next_step: Annotated[
        str,
        typer.Option("--next", help="Par quel niveau reprendre le reste ; défaut : le suivant."),
    ] = "",
    not_before: Annotated[
        date | None,
        typer.Option("--not-before", parser=day, metavar="AAAA-MM-JJ", help="Pas avant ce jour."),
    ] = None,
    asks_for: Annotated[
        list[str] | None, typer.Option("--asks-for", help="Pièce demandée au débiteur ; à répéter.")
    ] = None,
    silent: Annotated[
        bool, typer.Option("--silent", help="N'envoie pas l'accusé de réception du litige.")
    ] = False,
    preview: Preview = False,
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Ouvre un litige : la part contestée attend, le reste suit son cours, l'accusé part.

    Exemple : relance -c S dispute open BZ-7 --invoice FA-12 --ground "quantité livrée" --owner
    "Claire Duval, qualité" --answer-by 2026-10-20 --by Anne --because "message du 5" --preview
    """
    dossier, following, today = _found(context, name)
    numbers = tuple(InvoiceNumber(one) for one in invoices)
    contested = amount if amount is not None else left_of(dossier, numbers)
    says = None
    if not silent and contested > 0:
        says = worded(
            lambda: acknowledgement(
                dossier,
                today,
                numbers=numbers,
                contested=contested,
                ground=ground,
                owner=owner,
                answer_by=answer_by,
                asks_for=tuple(asks_for or ()),
            )
        )
    verdict = OpenDispute(
        by=by,
        because=because,
        invoices=numbers,
        amount=contested,
        ground=ground,
        owner=owner,
        answer_by=answer_by,
        next_step=next_step or following,
        not_before=not_before or today,
        acknowledge=says,
    )
    _do(context, name, verdict, as_json=as_json, preview=preview, html=html)


@dispute.command("decide")
def decide_dispute(
    context: typer.Context,
    name: Name,
    invoices: Numbers,
    by: By,
    because: Because,
    at_fault: Annotated[
        bool, typer.Option("--we-were-wrong/--we-were-right", help="Avons-nous eu tort ?")
    ],
    findings: Annotated[
        list[str] | None, typer.Option("--finding", help="Ce qui a été constaté ; à répéter.")
    ] = None,
    reasons: Annotated[
        list[str] | None, typer.Option("--reason", help="Motif du refus ; à répéter.")
    ] = None,
    credit_note: Annotated[
        str, typer.Option("--credit-note", metavar="NUMÉRO=MONTANT", help="L'avoir accordé.")
    ] = "",
    correction: Annotated[
        str,
        typer.Option(
            "--correction", help="Notre correction : credit_note, corrected_invoice, new_due_date."
        ),
    ] = "",
    pay_by: Annotated[
        date | None,
        typer.Option("--pay-by", parser=day, metavar="AAAA-MM-JJ", help="Nouvelle date donnée."),
    ] = None,
    exhibits: Annotated[
        list[str] | None,
        typer.Option("--exhibit", help="Pièce du dossier des documents ; à répéter."),
    ] = None,
    silent: Annotated[
        bool, typer.Option("--silent", help="N'envoie pas la réponse (elle reste à écrire).")
    ] = False,
    preview: Preview = False,
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Tranche un litige et y répond : avoir et nouvelle date, ou refus motivé et pièces (R23).

    Avec --we-were-wrong la facture attend que le grand livre soit corrigé ; --pay-by diffère toute
    relance de cette part jusqu'à la date donnée et son délai de banque.
    """
    dossier, _, today = _found(context, name)
    numbers = tuple(InvoiceNumber(one) for one in invoices)
    note = _credit_note(credit_note, today)
    says = None
    if not silent:
        says = worded(
            lambda: dispute_answer(
                dossier,
                numbers=numbers,
                ground=because,
                findings=tuple(findings or ()),
                reasons=tuple(reasons or ()),
                note=note,
                pay_by=pay_by,
                exhibits=tuple(exhibits or ()),
            )
        )
    verdict = DecideDispute(
        by=by,
        because=because,
        invoices=numbers,
        creditor_at_fault=at_fault,
        correction=correction or ("credit_note" if note and at_fault else ""),
        pay_by=pay_by,
        answer=says,
    )
    _do(context, name, verdict, as_json=as_json, preview=preview, html=html)


def _credit_note(value: str, today: date) -> CreditNote | None:
    if not value:
        return None
    number, equals, amount = value.partition("=")
    if not number.strip() or not equals:
        raise typer.BadParameter(f"« {value} » : NUMÉRO=MONTANT était attendu, par ex. A-9=300,00")
    return CreditNote(number=number.strip(), amount=money(amount), issued_on=today)


@plan.command("agree")
def agree_plan(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because,
    parts: Annotated[
        list[Instalment] | None,
        typer.Option(
            "--part", parser=part, metavar="DATE=MONTANT", help="Un versement ; à répéter."
        ),
    ] = None,
    months: Annotated[
        int | None, typer.Option("--months", min=1, max=36, help="Parts égales, une par mois.")
    ] = None,
    first: Annotated[
        date | None,
        typer.Option("--first", parser=day, metavar="AAAA-MM-JJ", help="Le premier versement."),
    ] = None,
    agreed_by: Annotated[
        str, typer.Option("--agreed-by", help="Chez le débiteur, qui a accepté.")
    ] = "",
    answer_by: Annotated[
        date | None,
        typer.Option("--answer-by", parser=day, metavar="AAAA-MM-JJ", help="Accord écrit attendu."),
    ] = None,
    accessories: Annotated[
        Decimal | None,
        typer.Option("--accessories", parser=money, help="Intérêts et frais compris."),
    ] = None,
    waived: Annotated[
        Decimal | None,
        typer.Option("--waived", parser=money, help="Intérêts et frais abandonnés s'il est tenu."),
    ] = None,
    next_step: Annotated[
        str,
        typer.Option("--next", help="Le niveau qui suivrait une rupture ; défaut : le suivant."),
    ] = "",
    cause: OfCause = None,
    silent: Annotated[
        bool, typer.Option("--silent", help="N'envoie pas la confirmation (elle reste à envoyer).")
    ] = False,
    preview: Preview = False,
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Accorde un échéancier et le confirme par écrit ; il suspend les relances tant qu'il est tenu.

    Un seul versement manqué (délai de banque compris) le rompt : tout le reste est exigible et le
    niveau suivant part. Sans --part ni --months : l'échéancier proposé en dernier au débiteur.
    """
    dossier, following, today = _found(context, name)
    extra = accessories or Decimal("0.00")
    agreed = worded(lambda: agreed_parts(dossier, tuple(parts or ()), months, first, extra))
    if not agreed:
        fail("donnez --part DATE=MONTANT (à répéter), ou --months N --first DATE", code=2)
    says = None
    if not silent:
        says = worded(
            lambda: Says(
                plan_confirmation=PlanConfirmation(
                    instalments=agreed,
                    agreed_on=today,
                    answer_by=answer_by or min(add_business_days(today, 5), agreed[0].due_on),
                    agreed_by=agreed_by,
                    accessories=extra,
                    waived=waived or Decimal("0.00"),
                )
            )
        )
    verdict = AgreePlan(
        by=by,
        because=because,
        instalments=tuple(Instalment(due_on=x.due_on, amount=x.amount) for x in agreed),
        next_step=next_step or following,
        confirm=says,
        accessories=extra,
        cause=cause,
    )
    _do(context, name, verdict, as_json=as_json, preview=preview, html=html)
