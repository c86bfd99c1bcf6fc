"""What every act of a human on a dossier shares: who, why, which one, how its effect is shown."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer

from relance_mailer.commands.common import Asked, fail, in_french, plain, put_json, with_house
from relance_mailer.desk.decisions import Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.events import DossierEvent, Instalment
from relance_mailer.dossier.values import StepKey
from relance_mailer.flows.drafts import Shown, draft_of, told_of_money
from relance_mailer.flows.work_desk import act, find_one
from relance_mailer.inward.heard import Heard
from relance_mailer.wiring.build import Relance
from relance_mailer.words import Cause

Name = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="Identifiant, débiteur, adresse ou facture.")
]
By = Annotated[str, typer.Option("--by", help="Votre nom : il est inscrit au journal.")]
Because = Annotated[str, typer.Option("--because", help="Le motif : il est inscrit au journal.")]
AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]
OfCause = Annotated[
    Cause | None,
    typer.Option("--cause", help="La cause du retard (R13) ; unknown : elle n'a pas été dite."),
]
Preview = Annotated[
    bool, typer.Option("--preview", help="Montre la lettre telle qu'elle partirait ; n'écrit rien.")
]
Html = Annotated[
    Path | None, typer.Option("--html", metavar="FICHIER", help="Écrit aussi la page HTML ici.")
]


def day(value: str) -> date:
    """An ISO date."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"« {value} » : une date AAAA-MM-JJ était attendue") from error


def money(value: str) -> Decimal:
    """An amount with at most two decimals, as people write it."""
    try:
        read = Decimal(value.replace("\u202f", "").replace(" ", "").replace(",", "."))
    except InvalidOperation as error:
        raise typer.BadParameter(f"« {value} » : un montant était attendu, par ex. 1500,00") from (
            error
        )
    if read != read.quantize(Decimal("0.01")):
        raise typer.BadParameter(f"« {value} » : deux décimales au plus")
    return read.quantize(Decimal("0.01"))


def part(value: str) -> Instalment:
    """`2026-10-09=500,00`, or `2026-10-09` for what is left."""
    on, equals, amount = value.partition("=")
    return Instalment(due_on=day(on.strip()), amount=money(amount) if equals else None)


def step_key(value: str) -> StepKey:
    """A step as it is printed, `1/reminder_2/1`."""
    try:
        course, name, attempt = value.split("/")
        return StepKey(course=int(course), name=name, attempt=int(attempt))
    except ValueError as error:
        raise typer.BadParameter(
            f"« {value} » : une étape comme 1/formal_notice/1 était attendue"
        ) from error


Day = Annotated[
    date, typer.Option("--on", parser=day, metavar="AAAA-MM-JJ", help="Le jour où cela eut lieu.")
]
Until = Annotated[
    date | None, typer.Option("--until", parser=day, metavar="AAAA-MM-JJ", help="Ce jour compris.")
]


def carry_out(
    context: typer.Context,
    name: str,
    verdict: Verdict,
    *,
    as_json: bool = False,
    heard: Heard | None = None,
) -> None:
    """Do it, or say in French why it cannot be (exit code 1)."""
    asked: Asked = context.obj

    async def work(relance: Relance) -> tuple[DossierEvent, ...] | Impossible:
        key = await find_one(relance.house, name)
        creditor = relance.creditors[key.creditor]
        return await act(relance.house, creditor, key, verdict, heard=heard)

    done = with_house(asked, work)
    if isinstance(done, Impossible):
        fail(done.because)
    said(name, done, as_json=as_json)


def said(name: str, done: tuple[DossierEvent, ...], *, as_json: bool) -> None:
    """What was written to the journal."""
    if as_json:
        for event in done:
            put_json({"dossier": name, "kind": type(event).__name__, **as_plain(event)})
        return
    typer.echo(f"{name} : inscrit au journal ({', '.join(type(one).__name__ for one in done)})")


def show_draft(
    context: typer.Context, name: str, verdict: Verdict, *, as_json: bool, html: Path | None
) -> None:
    """The letter that a decision would make leave, without deciding it."""

    async def work(relance: Relance) -> Shown | Impossible:
        key = await find_one(relance.house, name)
        return await draft_of(relance.house, relance.creditors[key.creditor], key, verdict)

    put_letter(with_house(context.obj, work), as_json=as_json, html=html)


def put_letter(letter: Shown | Impossible, *, as_json: bool, html: Path | None) -> None:
    """A letter as it will look, on the screen and, asked for, as a page."""
    if isinstance(letter, Impossible):
        fail(letter.because)
    if html is not None:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(letter.html, encoding="utf-8")
    if as_json:
        put_json(letter_row(letter, html))
        return
    typer.echo(f"{letter.key.dossier} – {letter.debtor} – étape {letter.step}")
    typer.echo(f"Le {in_french(letter.on)}, à {', '.join(letter.to)}")
    typer.echo(told_of_money(letter))
    if letter.waits_because:
        typer.echo(f"À approuver : {letter.waits_because}")
    for fault in letter.faults:
        typer.echo(f"Contrôle : {fault}")
    if html is not None:
        typer.echo(f"Page : {html.resolve()}")
    typer.echo(f"\nObjet : {letter.subject}\n\n{letter.text}")


FIGURES = ("demanded", "interest", "fees", "promised", "received")


def letter_row(letter: Shown, html: Path | None = None) -> dict[str, Any]:
    """A letter as scripts get it."""
    return {
        "dossier": letter.key.dossier,
        "debtor": letter.debtor,
        "step": str(letter.step),
        "name": letter.name,
        "on": letter.on,
        "to": list(letter.to),
        "amount": letter.amount,
        **{name: getattr(letter.figures, name) for name in FIGURES},
        "invoices": list(letter.said.invoices),
        "waits": letter.waits_because,
        "faults": list(letter.faults),
        "subject": letter.subject,
        "text": letter.text,
        "html": str(html.resolve()) if html else None,
    }


def as_plain(value: Any) -> Any:
    """A value of the house as JSON has it, dataclasses as objects."""
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: as_plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, list | tuple | frozenset | set):
        return [as_plain(one) for one in value]
    if value is None or type(value) in (bool, int, str):
        return value
    return plain(value)
