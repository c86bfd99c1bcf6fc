"""`dossier call/claim/…`, `task …`, `call-sheet`, `absence …`: work that is shared."""

from datetime import date
from typing import Annotated

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
    part,
)
from relance_mailer.commands.common import fail, in_french, put_json, table, with_house
from relance_mailer.commands.french import French
from relance_mailer.desk.call_sheet import CallSheet
from relance_mailer.desk.decisions import (
    Call,
    Claim,
    Entrust,
    FinishTask,
    ObjectToLevel,
    RecordCause,
    Release,
)
from relance_mailer.desk.french import CAUSES
from relance_mailer.desk.french import reason as in_words
from relance_mailer.desk.queues import Queue, Waiting
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.values import DossierKey, InvoiceNumber
from relance_mailer.flows.absences import Absence, absences, away, back
from relance_mailer.flows.queue_pages import queues
from relance_mailer.flows.work_desk import find_one, note_of, sheet_of
from relance_mailer.inward.heard import Heard
from relance_mailer.wiring.build import Relance
from relance_mailer.words import Cause, Intent

task = French(help="Les tâches des collègues : voir, confier, clore.")
absence = French(help="Les absences : le remplaçant reçoit tâches, litiges et avis.")

HEARD = (
    "Ce que le débiteur a dit, avec l'effet d'un courriel : promise, paid, dispute, plan_request, "
    "invoice_request, distress, opt_out, refusal, insolvency, hostile (insultes) ; à répéter."
)


def call(
    context: typer.Context,
    name: Name,
    by: By,
    on: Day,
    with_whom: Annotated[str, typer.Option("--with", help="À qui l'on a parlé.")] = "",
    role: Annotated[str, typer.Option("--role", help="Sa fonction chez le débiteur.")] = "",
    phone: Annotated[str, typer.Option("--phone", help="Son numéro.")] = "",
    said: Annotated[str, typer.Option("--said", help="Ce qui a été dit.")] = "",
    next_on: Annotated[
        date | None,
        typer.Option(
            "--next", parser=day, metavar="AAAA-MM-JJ", help="La suite : une tâche ce jour-là."
        ),
    ] = None,
    heard: Annotated[list[Intent] | None, typer.Option("--heard", help=HEARD)] = None,
    parts: Annotated[
        list[Instalment] | None,
        typer.Option(
            "--part",
            parser=part,
            metavar="DATE=MONTANT",
            help="promise : ce qui est promis, et quand ; à répéter.",
        ),
    ] = None,
    invoices: Annotated[
        list[str] | None,
        typer.Option("--invoice", help="Les factures dont il parle ; défaut : toutes."),
    ] = None,
    paid_on: Annotated[
        date | None,
        typer.Option("--paid-on", parser=day, metavar="AAAA-MM-JJ", help="paid : payé le."),
    ] = None,
    received: Annotated[
        bool, typer.Option("--received", help="Le débiteur a appelé : aucun contact n'est pris.")
    ] = False,
    meeting: Annotated[bool, typer.Option("--meeting", help="Un rendez-vous.")] = False,
    cause: OfCause = None,
    because: Because = "appel",
    as_json: AsJson = False,
) -> None:
    """Inscrit un appel ou un rendez-vous, et ce qui y a été dit ; incomplet, il est refusé (R9).

    Il faut : à qui (--with), sa fonction (--role), son numéro (--phone), ce qui a été dit (--said),
    la date de la suite (--next) ; un contact connu par son nom apporte sa fonction et son numéro,
    une promesse datée ou une insulte apportent la suite. Un appel de notre part est le contact de
    ce jour. Exemple : relance -c S dossier call BZ-7 --by Anne --on 2026-10-06 --with "M. Ferrand"
    --role gérant --phone 0297000000 --said "virement vendredi" --heard promise
    --part 2026-10-09=500 --cause forgotten
    """
    intents = tuple(dict.fromkeys(heard or ()))
    if parts and Intent.PROMISE not in intents:
        fail("--part va avec --heard promise", code=2)
    numbers = tuple(InvoiceNumber(one) for one in invoices or ())

    async def note(relance: Relance) -> Heard | None:
        key: DossierKey = await find_one(relance.house, name)
        if not intents:
            return None
        return Heard(
            note=note_of(key, on, with_whom, said),
            on=on,
            who=with_whom,
            by=by,
            said=said,
            intents=intents,
            parts=tuple(parts or ()),
            invoices=numbers,
            paid_on=paid_on,
        )

    words = with_house(context.obj, note)
    verdict = Call(
        by=by,
        because=because,
        on=on,
        with_whom=with_whom,
        said=said,
        unsolicited=not received,
        role=role,
        phone=phone,
        next_on=next_on,
        meeting=meeting,
        settles=words is not None and words.settles,
        cause=cause,
        note=words.note if words is not None else None,
    )
    carry_out(context, name, verdict, as_json=as_json, heard=words)


def cause_of(
    context: typer.Context,
    name: Name,
    cause: Annotated[Cause, typer.Argument(metavar="CAUSE", help=", ".join(Cause))],
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Inscrit la cause du retard (R13) : forgotten, no_invoice, cash_trouble…"""
    carry_out(context, name, RecordCause(by=by, because=because, cause=cause), as_json=as_json)


def claim(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because = "je m'en occupe",
    until: Annotated[
        date | None,
        typer.Option(
            "--until",
            parser=day,
            metavar="AAAA-MM-JJ",
            help="Dernier jour compris ; défaut : cinq jours ouvrés, au plus vingt.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """« Je m'en occupe » : la machine n'écrit rien d'elle-même sur ce dossier jusqu'à cette date.

    Ce que vous ordonnez part ; ce qui était annoncé part ensuite, et le journal dit pourquoi si
    tard. « relance dossier release » rend le dossier plus tôt.
    """
    carry_out(context, name, Claim(by=by, because=because, until=until), as_json=as_json)


def release(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because = "je ne m'en occupe plus",
    as_json: AsJson = False,
) -> None:
    """Rend un dossier pris en charge : la machine reprend."""
    carry_out(context, name, Release(by=by, because=because), as_json=as_json)


def object_to(
    context: typer.Context,
    name: Name,
    by: By,
    because: Because,
    level: Annotated[str, typer.Option("--level", help="Le niveau visé.")] = "reminder_3",
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
    """Qui connaît le client s'oppose à une relance ; répondre à l'avis par courriel suffit."""
    verdict = ObjectToLevel(by=by, because=because, level=level, until=until)
    carry_out(context, name, verdict, as_json=as_json)


def call_sheet(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """La fiche d'appel d'un dossier : qui, quel numéro, dernier mot, quoi dire, quoi demander.

    Elle est refaite du journal à l'instant : elle dit de ne pas appeler sur ce qui est payé,
    promis, contesté, suspendu ou déjà contacté aujourd'hui (R34).
    """

    async def work(relance: Relance) -> CallSheet:
        key = await find_one(relance.house, name)
        return await sheet_of(relance.house, relance.creditors[key.creditor], key)

    sheet = with_house(context.obj, work)
    if as_json:
        put_json(as_plain(sheet))
    else:
        _print_sheet(sheet)


def _print_sheet(sheet: CallSheet) -> None:
    typer.echo(f"FICHE D'APPEL – {sheet.debtor} – dossier {sheet.key.dossier}")
    for why in sheet.why_not:
        typer.echo(f"  NE PAS APPELER : {why}")
    typer.echo("\nQui")
    for one in sheet.who:
        typer.echo(f"  {one.phone}  {one.name}, {one.role}")
    if not sheet.who:
        typer.echo("  aucun numéro connu : demandez-le (relance dossier contact … --phone)")
    if sheet.without_number:
        typer.echo(f"  sans numéro : {', '.join(sheet.without_number)}")
    typer.echo(f"\nDernier mot\n  {sheet.last_said}")
    typer.echo("\nSituation")
    for line in sheet.situation:
        typer.echo(f"  {line}")
    typer.echo(f"\nExigence\n  {sheet.requirement or '–'}")
    typer.echo("\nProposition")
    for line in sheet.proposal:
        typer.echo(f"  {line}")
    if sheet.cause:
        typer.echo(f"\nCause connue : {sheet.cause}")
    else:
        choices = ", ".join(f"{one} ({CAUSES[one]})" for one in Cause)
        typer.echo(f"\nCause à demander : « Quelle en est la raison ? »\n  {choices}")
    typer.echo(
        f"\nEnsuite : relance dossier call {sheet.key.dossier} --by … --on … --with … --role … "
        "--phone … --said … --next … [--heard promise --part DATE=MONTANT] --cause …"
    )


@task.command("list")
def list_tasks(
    context: typer.Context,
    whose: Annotated[
        str, typer.Option("--for", help="Celles d'une personne, et de qui elle remplace.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Les tâches ouvertes, les plus pressantes d'abord."""

    async def work(relance: Relance) -> tuple[Waiting, ...]:
        return await queues(relance.house, relance.creditors.values(), Queue.TASKS, whose)

    lines = with_house(context.obj, work)
    if as_json:
        for line in lines:
            put_json(
                {
                    "dossier": line.key.dossier if line.key else None,
                    "debtor": line.debtor,
                    "task": line.reason,
                    "what": line.subject,
                    "because": line.because,
                    "due_on": line.deadline,
                    "owner": line.owner,
                    "amount": line.amount,
                }
            )
        return
    if not lines:
        typer.echo("Aucune tâche.")
        return
    rows = [
        (
            line.key.dossier if line.key else "",
            line.reason,
            line.subject[:60],
            in_french(line.deadline),
            line.owner or "–",
        )
        for line in lines
    ]
    table(rows, ("dossier", "tâche", "quoi", "pour le", "à"))


@task.command("show")
def show_task(
    context: typer.Context,
    name: Name,
    which: Annotated[str, typer.Argument(metavar="TÂCHE", help="Son identifiant.")],
    as_json: AsJson = False,
) -> None:
    """Une tâche et ce qu'il faut pour la faire ; un appel avec sa fiche."""

    async def work(relance: Relance) -> tuple[Waiting | None, CallSheet | None]:
        key = await find_one(relance.house, name)
        all_lines = await queues(relance.house, relance.creditors.values(), Queue.TASKS)
        line = next((x for x in all_lines if x.key == key and x.reason == which), None)
        is_call = which.startswith(("call:", "next:"))
        creditor = relance.creditors[key.creditor]
        return line, await sheet_of(relance.house, creditor, key) if is_call else None

    line, sheet = with_house(context.obj, work)
    if line is None:
        fail(f"pas de tâche « {which} » sur ce dossier")
    if as_json:
        row = {"dossier": name, "task": line.reason, "what": line.subject, "because": line.because}
        put_json({**row, "due_on": line.deadline, "owner": line.owner, "sheet": as_plain(sheet)})
        return
    typer.echo(f"{in_words(line.reason)} – {line.debtor} – pour le {in_french(line.deadline)}")
    typer.echo(f"{line.because}{f' ; à {line.owner}' if line.owner else ''}\n")
    if sheet is not None:
        _print_sheet(sheet)


@task.command("done")
def done(
    context: typer.Context,
    name: Name,
    which: Annotated[str, typer.Argument(metavar="TÂCHE", help="Son identifiant.")],
    by: By,
    because: Because,
    cause: OfCause = None,
    as_json: AsJson = False,
) -> None:
    """Une tâche est faite, ou n'est plus à faire ; un appel se clôt avec la cause du retard."""
    verdict = FinishTask(by=by, because=because, task=which, cause=cause)
    carry_out(context, name, verdict, as_json=as_json)


@task.command("entrust")
def entrust(
    context: typer.Context,
    name: Name,
    which: Annotated[
        str, typer.Argument(metavar="TÂCHE", help="Son identifiant, ou « dispute » : les litiges.")
    ],
    to: Annotated[str, typer.Option("--to", help="À qui.")],
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Confie une tâche ou les litiges d'un dossier à quelqu'un d'autre."""
    carry_out(context, name, Entrust(by=by, because=because, task=which, owner=to), as_json=as_json)


Who = Annotated[str, typer.Argument(metavar="NOM", help="Le nom ou l'adresse de l'absent.")]


@absence.command("add")
def add_absence(
    context: typer.Context,
    who: Who,
    deputy: Annotated[str, typer.Option("--deputy", help="Qui le remplace (nom ou adresse).")],
    until: Annotated[
        date, typer.Option("--until", parser=day, metavar="AAAA-MM-JJ", help="Dernier jour.")
    ],
    by: By,
    because: Because = "absence",
    from_on: Annotated[
        date | None,
        typer.Option("--from", parser=day, metavar="AAAA-MM-JJ", help="Défaut : aujourd'hui."),
    ] = None,
) -> None:
    """Inscrit une absence : jusqu'à cette date, ce qui est à lui va à son remplaçant."""

    async def work(relance: Relance) -> str:
        told = Absence(
            who=who,
            deputy=deputy,
            from_on=from_on or relance.house.clock.today(),
            until_on=until,
        )
        creditors = list(relance.creditors.values())
        return await away(relance.house, creditors, told, by=by, because=because)

    if wrong := with_house(context.obj, work):
        fail(wrong)
    typer.echo(f"{who} : absence inscrite au journal, {deputy} le remplace")


@absence.command("list")
def list_absences(context: typer.Context, as_json: AsJson = False) -> None:
    """Qui est absent, jusqu'à quand, et qui le remplace."""

    async def work(relance: Relance) -> tuple[Absence, ...]:
        return await absences(relance.house)

    known = with_house(context.obj, work)
    if as_json:
        for one in known:
            put_json(as_plain(one))
        return
    if not known:
        typer.echo("Personne n'est absent.")
        return
    rows = [(one.who, in_french(one.from_on), in_french(one.until_on), one.deputy) for one in known]
    table(rows, ("absent", "du", "au", "remplaçant"))


@absence.command("back")
def end_absence(context: typer.Context, who: Who, by: By, because: Because = "de retour") -> None:
    """Met fin à une absence : la personne reprend ce qui est à elle."""

    async def work(relance: Relance) -> str:
        creditors = list(relance.creditors.values())
        return await back(relance.house, creditors, who, by=by, because=because)

    if wrong := with_house(context.obj, work):
        fail(wrong)
    typer.echo(f"{who} : de retour, inscrit au journal")
