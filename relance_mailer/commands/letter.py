"""`letter …`: before they leave: what waits for a yes, how it looks; ordered or refused."""

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
    Preview,
    carry_out,
    day,
    letter_row,
    money,
    part,
    put_letter,
    said,
    show_draft,
)
from relance_mailer.commands.common import fail, in_french, put_json, table, with_house
from relance_mailer.commands.french import French
from relance_mailer.commands.saying import words_of
from relance_mailer.desk.decisions import Approve, OrderLetter, Reject
from relance_mailer.desk.french import act_to_come as step_in_french
from relance_mailer.desk.french import amount as in_euros
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.saying import Told
from relance_mailer.dossier.events import DossierEvent, Instalment
from relance_mailer.dossier.ordered import PlanPart
from relance_mailer.dossier.values import HUMAN_ANSWERS
from relance_mailer.flows.drafts import (
    Shown,
    next_letter,
    told_of_money,
    waiting_for_yes,
    yes_to,
)
from relance_mailer.flows.work_desk import act, find_one, show
from relance_mailer.wiring.build import Relance

letter = French(
    help="Les lettres avant leur départ : à approuver, à voir, à ordonner, à refuser.",
)

Wanted = Annotated[
    str,
    typer.Argument(metavar="[LETTRE]", help="Un niveau ou une réponse ; défaut : la prochaine."),
]


@letter.command("waiting")
def waiting(
    context: typer.Context,
    pages: Annotated[
        Path | None,
        typer.Option("--html", metavar="RÉPERTOIRE", help="Écrit chaque lettre en page HTML ici."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Les lettres dues qui attendent votre accord (send = "approve"), avec leur raison."""

    async def work(relance: Relance) -> list[tuple[Shown | Impossible, str, str]]:
        found: list[tuple[Shown | Impossible, str, str]] = []
        for creditor in relance.creditors.values():
            for one in await waiting_for_yes(relance.house, creditor):
                name = one.step.level.name if one.step.level else one.step.key.template
                shown = await next_letter(relance.house, creditor, one.dossier.key, name)
                found.append((shown, one.dossier.key.dossier, one.because))
        return found

    rows = with_house(context.obj, work)
    if pages is not None:
        pages.mkdir(parents=True, exist_ok=True)
    table_rows: list[tuple[str, ...]] = []
    for shown, dossier, because in rows:
        if isinstance(shown, Impossible):
            line: dict[str, object] = {"dossier": dossier, "waits": because, "why": shown.because}
            cells = (dossier, "–", "–", "–", shown.because)
        else:
            page = pages / f"{dossier}-{shown.name}.html" if pages else None
            if page is not None:
                page.write_text(shown.html, encoding="utf-8")
            line = letter_row(shown, page)
            to = ", ".join(shown.to)
            asks = shown.figures.demanded or shown.amount
            cells = (dossier, step_in_french(shown.name), to, f"{asks:.2f}", because)
        if as_json:
            put_json(line)
        table_rows.append(cells)
    if as_json:
        return
    if not table_rows:
        typer.echo("Aucune lettre n'attend d'accord.")
        return
    table(table_rows, ("dossier", "lettre", "à", "demande", "attend parce que"))
    typer.echo("\nVoir : relance letter show DOSSIER ; accord : relance letter approve DOSSIER …")


@letter.command("show")
def show_letter(
    context: typer.Context,
    name: Name,
    wanted: Wanted = "",
    by: Annotated[
        str, typer.Option("--by", help="Qui répondrait, dans une lettre à ordonner.")
    ] = "",
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Montre une lettre telle qu'elle partira : la prochaine, ou celle qui est préparée.

    Les lettres que seul un humain envoie (dispute_ack, plan_offer, plan_confirmation, explanation)
    sont montrées avec les mots proposés ; « letter order » les envoie.
    """
    if wanted in {one.value for one in HUMAN_ANSWERS}:
        verdict = _order(context, name, wanted, by or "nous", "aperçu", Told())
        show_draft(context, name, verdict, as_json=as_json, html=html)
        return

    async def work(relance: Relance) -> Shown | Impossible:
        key = await find_one(relance.house, name)
        return await next_letter(relance.house, relance.creditors[key.creditor], key, wanted)

    put_letter(with_house(context.obj, work), as_json=as_json, html=html)


def _order(
    context: typer.Context, name: str, template: str, by: str, because: str, told: Told
) -> OrderLetter:
    async def work(relance: Relance) -> OrderLetter:
        key = await find_one(relance.house, name)
        view = await show(relance.house, relance.creditors[key.creditor], key)
        says, message = words_of(template, view.dossier, relance.house.clock.today(), by, told)
        return OrderLetter(by=by, because=because, template=template, says=says, message=message)

    return with_house(context.obj, work)


@letter.command("order")
def order(
    context: typer.Context,
    name: Name,
    template: Annotated[str, typer.Argument(metavar="LETTRE", help="Un niveau ou une réponse.")],
    by: By,
    because: Because,
    ground: Annotated[
        str, typer.Option("--ground", help="dispute_ack : ce qui est contesté.")
    ] = "",
    amount: Annotated[
        Decimal | None, typer.Option("--amount", parser=money, help="dispute_ack : le montant.")
    ] = None,
    parts: Annotated[
        list[Instalment] | None,
        typer.Option(
            "--part", parser=part, metavar="DATE=MONTANT", help="plan_offer : un versement."
        ),
    ] = None,
    answer_by: Annotated[
        date | None,
        typer.Option("--answer-by", parser=day, metavar="AAAA-MM-JJ", help="Réponse avant le."),
    ] = None,
    pay_by: Annotated[
        date | None,
        typer.Option("--pay-by", parser=day, metavar="AAAA-MM-JJ", help="explanation : payer le."),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", help="explanation : à quoi correspond la somme.")
    ] = "",
    points: Annotated[
        list[str] | None, typer.Option("--point", help="explanation : une réponse ; à répéter.")
    ] = None,
    waived: Annotated[
        Decimal | None, typer.Option("--waived", parser=money, help="plan_offer : abandonné.")
    ] = None,
    preview: Preview = False,
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Ordonne une lettre, à l'examen aussi ; les mêmes contrôles demeurent, elle part aujourd'hui.

    Sans autre option, les mots proposés sont envoyés : regardez-les d'abord avec --preview.
    """
    told = Told(
        ground=ground,
        amount=amount,
        parts=_parts(parts or []),
        answer_by=answer_by,
        pay_by=pay_by,
        about=about,
        points=tuple(points or ()),
        waived=waived,
    )
    verdict = _order(context, name, template, by, because, told)
    if preview or html is not None:
        show_draft(context, name, verdict, as_json=as_json, html=html)
    else:
        carry_out(context, name, verdict, as_json=as_json)


def _parts(parts: list[Instalment]) -> tuple[PlanPart, ...]:
    if any(one.amount is None for one in parts):
        fail("--part DATE=MONTANT : chaque versement proposé a son montant", code=2)
    return tuple(
        PlanPart(due_on=one.due_on, amount=one.amount) for one in parts if one.amount is not None
    )


@letter.command("approve")
def approve(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because = "lue et approuvée",
    wanted: Wanted = "",
    amount: Annotated[
        Decimal | None,
        typer.Option("--amount", parser=money, help="Refuse si la lettre demande autre chose."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Approuve la prochaine lettre telle qu'elle est ; si elle change, l'accord est redemandé.

    L'accord porte sur ses factures et son montant. Elle passe encore tous les contrôles le jour de
    son départ, et n'importe quel message du débiteur annule l'accord.
    """

    async def work(relance: Relance) -> tuple[DossierEvent, ...] | Impossible:
        key = await find_one(relance.house, name)
        creditor = relance.creditors[key.creditor]
        shown = await next_letter(relance.house, creditor, key, wanted)
        if isinstance(shown, Impossible):
            return shown
        if amount is not None and amount not in (shown.figures.demanded, shown.said.amount):
            asks = told_of_money(shown)
            return Impossible(because=f"pas {in_euros(amount)}. {asks}")
        verdict: Approve = yes_to(shown, by, because)
        return await act(relance.house, creditor, key, verdict)

    done = with_house(context.obj, work)
    if isinstance(done, Impossible):
        fail(done.because)
    said(name, done, as_json=as_json)


@letter.command("reject")
def reject(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because,
    wanted: Wanted = "",
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            parser=day,
            metavar="AAAA-MM-JJ",
            help="Suspend jusqu'à ce jour ; sans date, le dossier est à examiner.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Refuse la prochaine lettre : le dossier va à l'examen, ou attend une date."""

    async def work(relance: Relance) -> tuple[DossierEvent, ...] | Impossible:
        key = await find_one(relance.house, name)
        creditor = relance.creditors[key.creditor]
        shown = await next_letter(relance.house, creditor, key, wanted)
        if isinstance(shown, Impossible):
            return shown
        verdict = Reject(by=by, because=because, step=shown.step, until=until)
        return await act(relance.house, creditor, key, verdict)

    done = with_house(context.obj, work)
    if isinstance(done, Impossible):
        fail(done.because)
    said(name, done, as_json=as_json)
    if not as_json:
        typer.echo(f"Suspendu jusqu'au {in_french(until)}" if until else "À examiner")
