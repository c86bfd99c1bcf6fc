"""`queue`: what waits for a human, the most pressing first."""

from typing import Annotated

import typer

from relance_mailer.commands.acting import AsJson, By
from relance_mailer.commands.common import (
    Asked,
    fail,
    in_french,
    put_json,
    table,
    with_house,
)
from relance_mailer.desk.french import reason as in_words
from relance_mailer.desk.queues import NAMES, Queue, Waiting
from relance_mailer.flows.close_paid import QUEUES, WHY, Closed, Seen, close_paid, paid
from relance_mailer.flows.queue_pages import queues
from relance_mailer.wiring.build import Relance


def queue(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help=f"Une file : {', '.join(Queue)}."),
    ] = None,
    whose: Annotated[
        str, typer.Option("--for", help="Ce qui est à une personne, et à qui elle remplace.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Ce qui attend un humain, le plus pressant d'abord : contentieux, examens, messages…

    « proposé » : une lettre préparée ; la voir : relance letter show DOSSIER LETTRE.
    """
    asked: Asked = context.obj
    if name is not None and name not in set(Queue):
        fail(f"file inconnue : « {name} » ; les files sont {', '.join(Queue)}", code=2)
    wanted = Queue(name) if name else None

    async def work(relance: Relance) -> tuple[Waiting, ...]:
        return await queues(relance.house, relance.creditors.values(), wanted, whose)

    lines = with_house(asked, work)
    if as_json:
        for line in lines:
            put_json(_row(line))
        return
    if not lines:
        typer.echo("Rien n'attend." if wanted is None else f"La file « {name} » est vide.")
        return
    for one in Queue:
        shown = [line for line in lines if line.queue is one]
        if shown:
            _print(one, shown)


def close_all_paid(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="FILE", help=f"Une file : {', '.join(QUEUES)}.")],
    by: By,
    because: Annotated[
        str, typer.Option("--because", help="Le motif : il est inscrit au journal.")
    ] = WHY,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Montre lesquels, ne clôt rien.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Clôt en une fois les dossiers d'une file sur lesquels plus rien n'est dû.

    Chacun est vérifié comme s'il était clos seul ; celui qui a changé est laissé et nommé.
    """
    if name not in set(QUEUES):
        fail(f"« {name} » : {' ou '.join(QUEUES)} était attendu", code=2)

    async def work(relance: Relance) -> tuple[tuple[Seen, ...], Closed]:
        wanted = Queue(name)
        lines = await queues(relance.house, relance.creditors.values(), wanted, "")
        shown = paid(wanted, lines)
        if dry_run:
            return shown, Closed()
        told = await close_paid(relance.house, relance.creditors, shown, by=by, because=because)
        return shown, told

    shown, closed = with_house(context.obj, work)
    left = dict(closed.left)
    for one in shown:
        why = left.get(one.key)
        fate = "serait clos" if dry_run else f"laissé : {why}" if why else "clos"
        if as_json:
            is_closed = not dry_run and why is None
            put_json({"dossier": one.key.dossier, "closed": is_closed, "because": why})
        else:
            typer.echo(f"{one.key.dossier} : {fate}")
    if not shown and not as_json:
        typer.echo("Aucun dossier payé dans cette file.")


def _row(line: Waiting) -> dict[str, object]:
    last = line.last_message
    return {
        "queue": line.queue,
        "dossier": line.key.dossier if line.key else None,
        "debtor": line.debtor,
        "amount": line.amount,
        "currency": line.currency,
        "reason": line.reason,
        "since": line.since,
        "deadline": line.deadline,
        "last_message": None
        if last is None
        else {"at": last.sent_at, "sender": last.sender, "text": last.reply_text[:400]},
        "because": line.because,
        "message": line.message,
        "subject": line.subject,
        "rank": line.rank.reasons,
        "owner": line.owner,
        "claimed_by": line.claimed_by,
        "proposes": list(line.proposes),
    }


def _print(name: Queue, lines: list[Waiting]) -> None:
    total = sum(line.amount for line in lines)
    typer.echo(f"\n{NAMES[name].upper()} ({name}) : {len(lines)}, {total:.2f} €")
    rows = [
        (
            line.key.dossier if line.key else (line.message or "")[:12],
            line.debtor[:28],
            f"{line.amount:.2f} {line.currency}",
            in_words(line.reason)[:34],
            in_french(line.since),
            in_french(line.deadline),
            line.owner or line.claimed_by or "–",
            ", ".join(line.proposes) or "–",
        )
        for line in lines
    ]
    head = ("dossier", "débiteur", "montant", "motif", "depuis", "avant le", "à", "proposé")
    table(rows, head)
