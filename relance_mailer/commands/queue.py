"""`queue`: what waits for a human, the most pressing first; `message`: what waits for a dossier."""

import sys
from typing import Annotated

import typer

from relance_mailer.commands.common import (
    Asked,
    at_in_french,
    fail,
    in_french,
    put_json,
    table,
    with_house,
)
from relance_mailer.desk.french import reason as in_words
from relance_mailer.desk.queues import NAMES, Queue, Waiting
from relance_mailer.flows.read_mail.by_hand import dismiss_by_hand, link_by_hand
from relance_mailer.flows.read_mail.decided import Told
from relance_mailer.flows.work_desk import find_one, queues
from relance_mailer.inward.sent import sent_mail
from relance_mailer.ports import Kept, Permanent
from relance_mailer.wiring.build import Relance

message = typer.Typer(
    no_args_is_help=True, help="Les messages qui attendent un humain : voir, rattacher, écarter."
)

By = Annotated[str, typer.Option("--by", help="Votre nom : il est inscrit au journal.")]
Because = Annotated[str, typer.Option("--because", help="Le motif : il est inscrit au journal.")]


def queue(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[FILE]", help=f"Une file : {', '.join(Queue)}."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Ce qui attend un humain, le plus pressant d'abord : contentieux, examens, messages…"""
    asked: Asked = context.obj
    if name is not None and name not in set(Queue):
        fail(f"file inconnue : « {name} » ; les files sont {', '.join(Queue)}", code=2)
    wanted = Queue(name) if name else None

    async def work(relance: Relance) -> tuple[Waiting, ...]:
        return await queues(relance.house, relance.creditors.values(), wanted)

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
        )
        for line in lines
    ]
    table(rows, ("dossier", "débiteur", "montant", "motif", "depuis", "avant le"))


async def _kept(relance: Relance, digest: str) -> Kept:
    kept = await relance.house.inbox.find(digest)
    if kept is None:
        raise Permanent(f"aucun message (ou plusieurs) ne commence par « {digest} »")
    return kept


Digits = Annotated[str, typer.Argument(metavar="MESSAGE", help="Début de son empreinte.")]


@message.command("show")
def show_message(
    context: typer.Context,
    digest: Digits,
    raw: Annotated[bool, typer.Option("--raw", help="Les octets reçus, tels quels.")] = False,
) -> None:
    """Montre un message tel qu'il est arrivé (en-têtes principaux et texte)."""

    async def work(relance: Relance) -> bytes:
        kept = await _kept(relance, digest)
        return (await relance.house.inbox.raw([kept.digest]))[kept.digest]

    data = with_house(context.obj, work)
    if raw:
        text = data.decode("utf-8", "replace")
        if sys.stdout.isatty():
            typer.echo(harmless(text))
        else:
            typer.get_binary_stream("stdout").write(data)
        return
    mail = sent_mail(data)
    sent_at = at_in_french(mail.sent_at) if mail.sent_at else "sans date"
    for name, value in (
        ("De", mail.sender),
        ("À", ", ".join(mail.to)),
        ("Date", sent_at),
        ("Objet", mail.subject),
        ("Message-ID", mail.message_id),
    ):
        typer.echo(f"{name} : {harmless(value)[:300]}")
    typer.echo("")
    typer.echo(harmless(mail.text)[:20_000])


def harmless(text: str) -> str:
    """The text without signs that would command a terminal."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")


@message.command("link")
def link_message(
    context: typer.Context,
    digest: Digits,
    dossier: Annotated[str, typer.Argument(metavar="DOSSIER")],
    by: By,
    because: Because,
) -> None:
    """Rattache un message à un dossier ; il y est lu comme les autres."""

    async def work(relance: Relance) -> Told:
        kept = await _kept(relance, digest)
        key = await find_one(relance.house, dossier)
        creditor = relance.creditors[key.creditor]
        return await link_by_hand(relance.house, creditor, kept, key, by=by, because=because)

    told = with_house(context.obj, work)
    typer.echo(f"rattaché à {dossier} : {told.outcome} ({told.because})")


@message.command("dismiss")
def dismiss_message(context: typer.Context, digest: Digits, by: By, because: Because) -> None:
    """Écarte un message qui ne concerne aucun dossier."""

    async def work(relance: Relance) -> Told:
        kept = await _kept(relance, digest)
        creditor = relance.creditors[kept.creditor]
        return await dismiss_by_hand(relance.house, creditor, kept, by=by, because=because)

    typer.echo(with_house(context.obj, work).because)
