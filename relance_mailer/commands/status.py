"""`status`: first, in one sentence, whether letters leave; then why not, since when, what to do."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, NoReturn

import typer

from relance_mailer.adapters.process import in_words
from relance_mailer.commands.common import (
    WRONG,
    Asked,
    at_in_french,
    fail,
    put_json,
    settings_of,
    try_house,
)
from relance_mailer.commands.wording import LETTERS
from relance_mailer.daemon.turns import MAILBOX_LEASE
from relance_mailer.desk.french import amount
from relance_mailer.flows.status import Status, status
from relance_mailer.outward.causes import Cause
from relance_mailer.ports import Fault
from relance_mailer.wiring.build import Relance

WAITS, FAULTY = 3, 4
ASKED_KEY = "status_asked_at"


def show_status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code",
            help="Pour la surveillance : 0 tout va (ou attend comme prévu : nuit, plafond, mode "
            "« shadow »), 3 l'envoi attend et quelqu'un doit agir, 4 les lettres partent mais une "
            "passe échoue, 1 l'état est illisible.",
        ),
    ] = False,
) -> None:
    """Dit ce que fait le service, et pourquoi l'envoi attend, depuis quand et que faire."""
    asked: Asked = context.obj
    settings = settings_of(asked)

    watchers: dict[str, str] = {}

    async def work(relance: Relance) -> list[Status]:
        # A full disk and a lock let everybody read: only a write shows that nothing can be noted.
        await relance.house.register.set(ASKED_KEY, relance.house.clock.now().isoformat())
        for lease in await relance.leases.held():
            name, _, creditor = lease.name.partition(":")
            if name == MAILBOX_LEASE:
                watchers[creditor] = in_words(lease.holder)
        return [await status(relance.house, one) for one in relance.creditors.values()]

    found = try_house(settings, asked, work)
    if isinstance(found, Fault):
        _unreadable(str(found), [row.id for row in settings.table.creditor], as_json=as_json)
    for one in found:
        watcher = watchers.get(one.creditor)
        if as_json:
            put_json({**_row(one), "watched_by": watcher})
        else:
            _print(one, watcher)
    if exit_code:
        raise typer.Exit(max((_code(one) for one in found), key=_gravity))


def _code(one: Status) -> int:
    if one.is_in_trouble:
        return WAITS
    return FAULTY if one.faults else 0


def _gravity(code: int) -> int:
    return (0, FAULTY, WAITS).index(code)


def _unreadable(because: str, creditors: list[str], *, as_json: bool) -> NoReturn:
    """The database cannot be read or written: nothing leaves, and only this can say so."""
    if as_json:
        for creditor in creditors:
            said = f"Aucune lettre ne part pour l'instant : {because}."
            put_json(
                {
                    "creditor": creditor,
                    "sentence": said,
                    "sending": False,
                    "waiting_because": [because],
                }
            )
        raise typer.Exit(WRONG)
    fail(f"Aucune lettre ne part : {because}")


def _row(one: Status) -> dict[str, Any]:
    return {
        "creditor": one.creditor,
        "mode": one.mode,
        "sentence": one.sentence,
        "inbox_read_at": one.inbox_read_at and one.inbox_read_at.isoformat(),
        "ledger_synced_at": one.ledger_synced_at and one.ledger_synced_at.isoformat(),
        "alive_at": one.alive_at and one.alive_at.isoformat(),
        "sending": one.sending,
        "in_trouble": one.is_in_trouble,
        "waiting_because": list(one.waiting_because),
        "causes": [_cause(cause) for cause in one.causes],
        "held": {
            "letters": one.held.letters,
            "amounts": dict(one.held.amounts),
            "dossiers": one.held.dossiers,
            "owed": dict(one.held.owed),
        },
        "apart": list(one.apart),
        "outbox": {state.value: number for state, number in one.outbox.items()},
        "to_fetch": one.to_fetch,
        "unread": one.unread,
        "set_aside": one.set_aside,
        "unlinked": one.unlinked,
        "contested": one.contested,
        "faults": dict(one.faults),
        "operator_told_at": one.operator_told_at and one.operator_told_at.isoformat(),
        "operator_untold": one.operator_untold,
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {
        "check": cause.check,
        "nature": cause.nature.value,
        "because": cause.because,
        "since": cause.since and cause.since.isoformat(),
        "again_at": cause.again_at and cause.again_at.isoformat(),
        "remedy": cause.remedy,
    }


def _print(one: Status, watcher: str | None) -> None:
    typer.echo(f"{one.creditor} – {one.sentence}")
    typer.echo(f"  mode « {one.mode} »")
    for cause in one.causes:
        since = f" (depuis le {at_in_french(cause.since)})" if cause.since else ""
        typer.echo(f"  – {cause.because}{since}")
        if cause.remedy:
            typer.echo(f"    à faire : {cause.remedy}")
    held = one.held
    if one.causes and (held.letters or held.dossiers):
        typer.echo(
            f"  retenu : {held.letters} lettre(s) prête(s){_money(held.amounts)}, "
            f"{held.dossiers} dossier(s) à l'échéance{_money(held.owed)}"
        )
    for said in one.apart:
        typer.echo(f"  à part : {said}")
    typer.echo(f"  service : dernier signe {at_in_french(one.alive_at)}")
    typer.echo(f"  boîte surveillée par : {watcher or 'personne'}")
    typer.echo(f"  boîte lue : {at_in_french(one.inbox_read_at)}")
    if one.to_fetch:
        typer.echo(f"    – premier relevé en cours : {one.to_fetch} messages restent à relever")
    typer.echo(f"  grand livre lu : {at_in_french(one.ledger_synced_at)}")
    letters = ", ".join(f"{n} {LETTERS[state]}" for state, n in one.outbox.items() if n)
    typer.echo(f"  lettres : {letters or 'aucune'}")
    typer.echo(
        f"  messages : {one.unread} non lus, {one.set_aside} mis de côté, "
        f"{one.unlinked} sans dossier, {one.contested} au dossier incertain"
    )
    if one.operator_told_at:
        typer.echo(f"  exploitant prévenu : {at_in_french(one.operator_told_at)}")
    if one.operator_untold:
        typer.echo(f"  ! l'exploitant n'a pas pu être prévenu : {one.operator_untold}")
    for job, fault in one.faults.items():
        typer.echo(f"  ! {job} : {fault}")


def _money(amounts: Mapping[str, Decimal]) -> str:
    said = ", ".join(amount(value, currency) for currency, value in amounts.items() if value)
    return f" ({said})" if said else ""
