"""`dossier …`: see one whole, and every act of a human on it, with author and reason."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from relance_mailer.commands.acting import (
    AsJson,
    Because,
    By,
    Day,
    Name,
    OfCause,
    as_plain,
    carry_out,
    day,
    step_key,
)
from relance_mailer.commands.colleagues import call, cause_of, claim, done, object_to, release
from relance_mailer.commands.common import (
    fail,
    in_french,
    plain,
    put_json,
    table,
    with_house,
)
from relance_mailer.commands.french import French
from relance_mailer.commands.letter import order
from relance_mailer.desk.decisions import (
    Close,
    ConfirmAcknowledgement,
    HandOver,
    HoldUntil,
    KeepContact,
    Note,
    RecordPosting,
    RemoveContact,
    Reopen,
    Resume,
    TakeLegalStep,
    Verdict,
)
from relance_mailer.desk.french import CAUSES, PHASES, many
from relance_mailer.desk.french import act_to_come as step_in_french
from relance_mailer.desk.french import day as on_day
from relance_mailer.desk.french import reason as in_words
from relance_mailer.dossier.events import Entry
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact, Digest, StepKey
from relance_mailer.flows.print_notice import Printed, paper_name, print_notice
from relance_mailer.flows.work_desk import View, find_one, journal_of, show
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.ports import Permanent
from relance_mailer.settings.french import system_words
from relance_mailer.wiring.build import Relance
from relance_mailer.words import Role

dossier = French(help="Voir un dossier, et y agir avec nom et motif.")


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
        "plan": as_plain(one.plan) if one.plan else None,
        "disputes": [as_plain(opened) for opened in one.disputes],
        "cause": one.cause,
        "claimed_by": one.claimed_by,
        "claimed_until": one.claimed_until,
        "tasks": [as_plain(task) for task in one.tasks],
        "missing": [as_plain(datum) for datum in view.missing],
    }


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
    for line in _standing(one):
        typer.echo(line)
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


def _standing(one: Dossier) -> list[str]:
    """What people decided and what still runs: cause, claim, promise, plan, disputes, tasks."""
    lines = []
    if one.cause is not None:
        lines.append(f"Cause du retard : {CAUSES[one.cause]}")
    if one.claimed_by is not None:
        until = f" jusqu'au {on_day(one.claimed_until)}" if one.claimed_until else ""
        lines.append(f"Pris en charge par {one.claimed_by}{until}")
    if one.promise is not None:
        days = many([on_day(part.due_on) for part in one.promise.instalments])
        lines.append(f"Promis pour le {days} par {one.promise.made_by}")
    if one.plan is not None:
        told = [
            f"{part.amount if part.amount is not None else 'le solde'} le {on_day(part.due_on)}"
            for part in one.plan.instalments
        ]
        lines.append(f"Échéancier : {many(told)}")
    lines += [
        f"Litige : {many(opened.invoices)}, {opened.ground} ; réponse par {opened.owner} "
        f"avant le {on_day(opened.answer_by)}"
        for opened in one.disputes
    ]
    lines += [f"Tâche {task.task} : {task.what}" for task in one.tasks]
    return lines


def _invoices(one: Dossier) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for kept in one.invoices:
        part = "contestée" if kept.contested is None else f"contestée pour {kept.contested:.2f}"
        state = part if kept.disputed else "ouverte" if kept.open else "close"
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


@dossier.command("note")
def note(
    context: typer.Context,
    name: Name,
    text: Annotated[str, typer.Argument(metavar="TEXTE", help="La note : des faits.")],
    by: By,
    because: Because = "note",
    as_json: AsJson = False,
) -> None:
    """Inscrit une note."""
    carry_out(context, name, Note(by=by, because=because, text=text), as_json=as_json)


@dossier.command("hold")
def hold(
    context: typer.Context,
    name: Name,
    until: Annotated[
        date,
        typer.Option("--until", parser=day, metavar="AAAA-MM-JJ", help="Ce jour compris."),
    ],
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Suspend les relances jusqu'à une date."""
    carry_out(context, name, HoldUntil(by=by, because=because, until=until), as_json=as_json)


NextStep = Annotated[
    str, typer.Option("--next", help="L'étape qui suit : un niveau de la chronologie.")
]
NotBefore = Annotated[
    date,
    typer.Option(
        "--not-before", parser=day, metavar="AAAA-MM-JJ", help="Rien ne part avant ce jour."
    ),
]


@dossier.command("resume")
def resume(
    context: typer.Context,
    name: Name,
    next_step: NextStep,
    not_before: NotBefore,
    by: By,
    because: Because,
    cause: OfCause = None,
    as_json: AsJson = False,
) -> None:
    """Rend à la séquence un dossier à examiner ou suspendu.

    Après un message du débiteur, la cause de son retard doit être inscrite (R13) : --cause.
    """
    verdict = Resume(
        by=by, because=because, next_step=next_step, not_before=not_before, cause=cause
    )
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("hand-over")
def hand_over(
    context: typer.Context, name: Name, by: By, because: Because, as_json: AsJson = False
) -> None:
    """Passe le dossier au contentieux : plus aucune relance."""
    carry_out(context, name, HandOver(by=by, because=because), as_json=as_json)


@dossier.command("reopen")
def reopen(
    context: typer.Context,
    name: Name,
    next_step: NextStep,
    not_before: NotBefore,
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Reprend un dossier du contentieux : seul un humain le peut."""
    verdict = Reopen(by=by, because=because, next_step=next_step, not_before=not_before)
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("close")
def close(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because,
    waiver: Annotated[
        str, typer.Option("--waiver", help="L'abandon écrit du reste dû : où il se trouve.")
    ] = "",
    cause: OfCause = None,
    as_json: AsJson = False,
) -> None:
    """Clôt un dossier : rien n'est dû, ou le reste est abandonné par écrit.

    Un dossier relancé ne se clôt pas sans la cause du retard (R13) : --cause.
    """
    verdict = Close(by=by, because=because, waiver=waiver, cause=cause)
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("contact")
def contact(
    context: typer.Context,
    name: Name,
    email: Annotated[str, typer.Argument(metavar="ADRESSE", help="Son adresse.")],
    by: By,
    because: Because,
    person: Annotated[str, typer.Option("--name", help="Nom de la personne.")] = "",
    role: Annotated[Role, typer.Option("--role", help="Son rôle.")] = Role.USUAL,
    replaces: Annotated[str, typer.Option("--replaces", help="L'adresse remplacée.")] = "",
    phone: Annotated[str, typer.Option("--phone", help="Son numéro.")] = "",
    title: Annotated[str, typer.Option("--title", help="Sa fonction, telle qu'il la dit.")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="N'écrit plus à cette adresse.")] = False,
    as_json: AsJson = False,
) -> None:
    """Ajoute, confirme ou retire un contact ; son numéro sert à la fiche d'appel."""
    verdict: Verdict = RemoveContact(by=by, because=because, email=email)
    if not remove:
        kept = Contact(email=email.lower(), name=person, role=role, phone=phone, title=title)
        verdict = KeepContact(by=by, because=because, contact=kept, replaces=replaces)
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("notice")
def notice(
    context: typer.Context,
    name: Name,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FICHIER", help="Le PDF à écrire (défaut : un nom parlant)."),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            parser=day,
            metavar="AAAA-MM-JJ",
            help="Le jour de l'envoi : le délai part de là (défaut : aujourd'hui).",
        ),
    ] = None,
) -> None:
    """Écrit la mise en demeure qui attend d'être postée : un PDF à signer."""

    async def work(relance: Relance) -> Printed:
        key = await find_one(relance.house, name)
        return await print_notice(relance.house, relance.creditors[key.creditor], key, posted_on=on)

    printed = with_house(context.obj, work)
    letter = printed.letter
    posted_on = letter.composed_for
    file = to or Path(paper_name(letter))
    try:
        file.write_bytes(printed.pdf)
        file.chmod(0o600)
    except OSError as error:
        fail(f"{file} : écriture impossible : {system_words(error)}")
    typer.echo(f"{file} : mise en demeure à signer et à poster le {in_french(posted_on)}")
    typer.echo(f"  échéance imprimée : {in_french(letter.deadline_on)}")
    typer.echo("  postée un autre jour, réimprimez-la avec --on : le délai part de l'envoi")
    for refusal in printed.before_posting:
        typer.echo(f"  à voir avant de poster : {refusal.because}", err=True)
    step = letter.step
    typer.echo(f"  ensuite : relance dossier posted {letter.key.dossier} {step} --number … --on …")


@dossier.command("posted")
def posted(
    context: typer.Context,
    name: Name,
    step: Annotated[
        StepKey,
        typer.Argument(metavar="ÉTAPE", parser=step_key, help="Par exemple 1/formal_notice/1."),
    ],
    number: Annotated[str, typer.Option("--number", help="Numéro du recommandé.")],
    on: Day,
    by: By,
    because: Because = "lettre postée",
    as_json: AsJson = False,
) -> None:
    """Inscrit l'envoi d'une lettre recommandée : son délai part de ce jour."""
    verdict = RecordPosting(by=by, because=because, step=step, posted_on=on, number=number)
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("legal-step")
def legal_step(
    context: typer.Context,
    name: Name,
    which: Annotated[str, typer.Argument(metavar="ÉTAPE", help=", ".join(LegalStep))],
    on: Day,
    by: By,
    because: Because,
    reference: Annotated[str, typer.Option("--reference", help="Numéro de rôle, d'acte…")] = "",
    as_json: AsJson = False,
) -> None:
    """Inscrit une étape devant un tribunal ou un officier ; ses délais légaux en partent."""
    verdict = TakeLegalStep(
        by=by, because=because, legal_step=which, taken_on=on, reference=reference
    )
    carry_out(context, name, verdict, as_json=as_json)


@dossier.command("acknowledge")
def acknowledge(
    context: typer.Context,
    name: Name,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Début de son empreinte.")],
    on: Day,
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Confirme qu'un message reconnaît la dette : la prescription repart (C. civ. 2240)."""

    async def work(relance: Relance) -> Digest:
        kept = await relance.house.inbox.find(message)
        if kept is None:
            raise Permanent(f"aucun message (ou plusieurs) ne commence par « {message} »")
        return kept.digest

    verdict = ConfirmAcknowledgement(
        by=by, because=because, message=with_house(context.obj, work), acknowledged_on=on
    )
    carry_out(context, name, verdict, as_json=as_json)


dossier.command("order")(order)
dossier.command("done")(done)
dossier.command("call")(call)
dossier.command("cause")(cause_of)
dossier.command("claim")(claim)
dossier.command("release")(release)
dossier.command("object")(object_to)
