"""`dossier …`: see one whole, and every act of a human on it, with author and reason."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any

import typer

from relance_mailer.commands.common import (
    Asked,
    fail,
    in_french,
    plain,
    put_json,
    table,
    with_house,
)
from relance_mailer.commands.wording import PHASES
from relance_mailer.commands.wording import step as step_in_french
from relance_mailer.desk.decisions import (
    Call,
    Close,
    FinishTask,
    HandOver,
    HoldUntil,
    KeepContact,
    Note,
    OrderLetter,
    RecordPosting,
    Reopen,
    Resume,
    Verdict,
)
from relance_mailer.desk.french import reason as in_words
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.events import DossierEvent, Entry
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact, StepKey
from relance_mailer.flows.work_desk import View, act, find_one, journal_of, show
from relance_mailer.wiring.build import Relance
from relance_mailer.words import Role

dossier = typer.Typer(no_args_is_help=True, help="Voir un dossier, et y agir avec nom et motif.")

Name = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="Identifiant, débiteur, adresse ou facture.")
]
By = Annotated[str, typer.Option("--by", help="Votre nom : il est inscrit au journal.")]
Because = Annotated[str, typer.Option("--because", help="Le motif : il est inscrit au journal.")]
AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]


def day(value: str) -> date:
    """An ISO date."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise typer.BadParameter(f"« {value} » : une date AAAA-MM-JJ était attendue") from error


Day = Annotated[date, typer.Option("--on", parser=day, metavar="AAAA-MM-JJ")]


@dossier.command("show")
def show_dossier(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Montre un dossier : phase, montants, contacts, prochaine étape et toute l'histoire."""

    async def work(relance: Relance) -> View:
        key = await find_one(relance.house, name)
        return await show(relance.house, relance.creditors[key.creditor], key)

    view = with_house(context.obj, work)
    if as_json:
        put_json(_row(view))
    else:
        _print(view)


def _row(view: View) -> dict[str, Any]:
    one = view.dossier
    last = one.last_level
    return {
        "dossier": one.key.dossier,
        "debtor": one.debtor.name if one.debtor else "",
        "creditor": one.key.creditor,
        "phase": one.phase,
        "course": one.course,
        "level": last.level if last else None,
        "hold_until": one.hold_until,
        "owed": one.owed,
        "currency": one.currency,
        "next": {"step": view.next.step, "on": plain(view.next.on) if view.next.on else None},
        "contacts": [as_plain(contact) for contact in one.contacts],
        "invoices": [
            {**as_plain(kept.invoice), "open": kept.open, "disputed": kept.disputed}
            for kept in one.invoices
        ],
        "review_reasons": [asked.reason for asked in one.review_reasons],
        "legal_reason": one.legal.reason if one.legal else None,
        "promise": as_plain(one.promise) if one.promise else None,
        "tasks": [as_plain(task) for task in one.tasks],
        "missing": [as_plain(datum) for datum in view.missing],
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


def _print(view: View) -> None:
    one = view.dossier
    debtor = one.debtor
    name = debtor.name if debtor else "?"
    phase = f"{PHASES[one.phase]} depuis le {in_french(one.phase_since)}"
    typer.echo(f"{one.key.dossier} – {name} – {phase}")
    typer.echo(f"Dû : {one.owed:.2f} {one.currency}")
    for asked in one.review_reasons:
        typer.echo(f"À examiner : {in_words(asked.reason)} – {asked.because}")
    if one.legal:
        typer.echo(f"Contentieux : {in_words(one.legal.reason)} – {one.legal.because}")
    if one.hold_until:
        typer.echo(f"Suspendu jusqu'au {in_french(one.hold_until)}")
    on = f", le {in_french(view.next.on)}" if view.next.on else ""
    typer.echo(f"Ensuite : {step_in_french(view.next.step)}{on}")
    for datum in view.missing:
        typer.echo(f"Donnée manquante : {datum.because}")
    typer.echo("")
    table(_invoices(one), ("facture", "échéance", "montant", "reste", "état"))
    typer.echo("")
    rows = [(c.role.value, c.name, c.email, c.phone) for c in one.contacts]
    table(rows, ("rôle", "nom", "adresse", "téléphone"))
    typer.echo("\nHistoire")
    for told in view.chronicle:
        typer.echo(f"  {told}")


def _invoices(one: Dossier) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for kept in one.invoices:
        state = "contestée" if kept.disputed else "ouverte" if kept.open else "close"
        invoice = kept.invoice
        left = f"{invoice.left:.2f}" if kept.open else "0.00"
        rows.append(
            (invoice.number, in_french(invoice.due_on), f"{invoice.amount:.2f}", left, state)
        )
    return rows


@dossier.command("journal")
def journal(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Tout ce qui a été écrit au journal de ce dossier, dans l'ordre."""

    async def work(relance: Relance) -> tuple[tuple[Entry, ...], View]:
        key = await find_one(relance.house, name)
        view = await show(relance.house, relance.creditors[key.creditor], key)
        return await journal_of(relance.house, key), view

    entries, view = with_house(context.obj, work)
    if not as_json:
        for told in view.chronicle:
            typer.echo(str(told))
        return
    for entry in entries:
        body = as_plain(entry.event) if entry.event else {}
        put_json(
            {
                "seq": entry.seq,
                "at": entry.at,
                "kind": entry.kind,
                "because": body.pop("because", ""),
                "by": entry.by,
                **{key: value for key, value in body.items() if key != "by"},
            }
        )


def _act(context: typer.Context, name: str, verdict: Verdict) -> None:
    asked: Asked = context.obj

    async def work(relance: Relance) -> tuple[DossierEvent, ...] | Impossible:
        key = await find_one(relance.house, name)
        return await act(relance.house, relance.creditors[key.creditor], key, verdict)

    done = with_house(asked, work)
    if isinstance(done, Impossible):
        fail(done.because)
    typer.echo(f"{name} : inscrit au journal ({', '.join(type(one).__name__ for one in done)})")


@dossier.command("note")
def note(context: typer.Context, name: Name, text: str, by: By, because: Because = "note") -> None:
    """Inscrit une note."""
    _act(context, name, Note(by=by, because=because, text=text))


@dossier.command("call")
def call(
    context: typer.Context,
    name: Name,
    by: By,
    with_whom: Annotated[str, typer.Option("--with", help="Avec qui (nom, rôle, numéro).")],
    said: Annotated[str, typer.Option("--said", help="Ce qui a été dit.")],
    on: Day,
    received: Annotated[
        bool, typer.Option("--received", help="Le débiteur a appelé : aucun contact n'est pris.")
    ] = False,
    because: Because = "appel",
) -> None:
    """Inscrit un appel ou un rendez-vous ; un appel de notre part est le contact de ce jour."""
    verdict = Call(
        by=by, because=because, on=on, with_whom=with_whom, said=said, unsolicited=not received
    )
    _act(context, name, verdict)


@dossier.command("hold")
def hold(
    context: typer.Context,
    name: Name,
    until: Annotated[date, typer.Option("--until", parser=day, metavar="AAAA-MM-JJ")],
    by: By,
    because: Because,
) -> None:
    """Suspend les relances jusqu'à une date."""
    _act(context, name, HoldUntil(by=by, because=because, until=until))


NextStep = Annotated[
    str, typer.Option("--next", help="L'étape qui suit : un niveau de la chronologie.")
]
NotBefore = Annotated[date, typer.Option("--not-before", parser=day, metavar="AAAA-MM-JJ")]


@dossier.command("resume")
def resume(
    context: typer.Context,
    name: Name,
    next_step: NextStep,
    not_before: NotBefore,
    by: By,
    because: Because,
) -> None:
    """Rend à la séquence un dossier à examiner ou suspendu."""
    verdict = Resume(by=by, because=because, next_step=next_step, not_before=not_before)
    _act(context, name, verdict)


@dossier.command("hand-over")
def hand_over(context: typer.Context, name: Name, by: By, because: Because) -> None:
    """Passe le dossier au contentieux : plus aucune relance."""
    _act(context, name, HandOver(by=by, because=because))


@dossier.command("reopen")
def reopen(
    context: typer.Context,
    name: Name,
    next_step: NextStep,
    not_before: NotBefore,
    by: By,
    because: Because,
) -> None:
    """Reprend un dossier du contentieux : seul un humain le peut."""
    verdict = Reopen(by=by, because=because, next_step=next_step, not_before=not_before)
    _act(context, name, verdict)


@dossier.command("close")
def close(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because,
    waiver: Annotated[
        str, typer.Option("--waiver", help="L'abandon écrit du reste dû : où il se trouve.")
    ] = "",
) -> None:
    """Clôt un dossier : rien n'est dû, ou le reste est abandonné par écrit."""
    _act(context, name, Close(by=by, because=because, waiver=waiver))


@dossier.command("contact")
def contact(
    context: typer.Context,
    name: Name,
    email: Annotated[str, typer.Argument(metavar="ADRESSE")],
    by: By,
    because: Because,
    person: Annotated[str, typer.Option("--name", help="Nom de la personne.")] = "",
    role: Annotated[Role, typer.Option("--role", help="Son rôle.")] = Role.USUAL,
    replaces: Annotated[str, typer.Option("--replaces", help="L'adresse remplacée.")] = "",
) -> None:
    """Ajoute ou confirme un contact."""
    kept = Contact(email=email.lower(), name=person, role=role)
    _act(context, name, KeepContact(by=by, because=because, contact=kept, replaces=replaces))


@dossier.command("order")
def order(
    context: typer.Context,
    name: Name,
    template: Annotated[str, typer.Argument(metavar="LETTRE")],
    by: By,
    because: Because,
) -> None:
    """Ordonne une lettre (par exemple pour un dossier à examiner) ; les contrôles demeurent."""
    _act(context, name, OrderLetter(by=by, because=because, template=template))


@dossier.command("done")
def done(
    context: typer.Context,
    name: Name,
    task: Annotated[str, typer.Argument(metavar="TÂCHE")],
    by: By,
    because: Because,
) -> None:
    """Une tâche est faite, ou n'est plus à faire."""
    _act(context, name, FinishTask(by=by, because=because, task=task))


@dossier.command("posted")
def posted(
    context: typer.Context,
    name: Name,
    step: Annotated[str, typer.Argument(metavar="ÉTAPE", help="Par exemple 1/formal_notice/1.")],
    number: Annotated[str, typer.Option("--number", help="Numéro du recommandé.")],
    on: Day,
    by: By,
    because: Because = "lettre postée",
) -> None:
    """Inscrit l'envoi d'une lettre recommandée : son délai part de ce jour."""
    try:
        course, level, attempt = step.split("/")
        key = StepKey(course=int(course), name=level, attempt=int(attempt))
    except ValueError:
        fail(f"« {step} » : une étape comme 1/formal_notice/1 était attendue", code=2)
    verdict = RecordPosting(by=by, because=because, step=key, posted_on=on, number=number)
    _act(context, name, verdict)
