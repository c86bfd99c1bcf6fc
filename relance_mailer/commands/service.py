"""`run` serves until SIGTERM; `once` runs one pass; `stop` and `start` set what all obey."""

import asyncio
import getpass
from collections.abc import Coroutine, Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from relance_mailer.commands.common import (
    Asked,
    fail,
    finished,
    put_json,
    settings_of,
    with_house,
)
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.desk_server import serve_desk
from relance_mailer.daemon.engine import Engine, Report
from relance_mailer.daemon.logs import log_to_stderr
from relance_mailer.daemon.saying import Voice
from relance_mailer.daemon.service import serve
from relance_mailer.flows.stop import set_stop
from relance_mailer.wiring.build import Relance, build
from relance_mailer.wiring.desk import desk_of

AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]


class Pass(StrEnum):
    """A pass that `once` can run."""

    SYNC_LEDGER = "sync-ledger"
    PLAN_LETTERS = "plan-letters"
    SEND_LETTERS = "send-letters"
    FETCH_MAIL = "fetch-mail"
    READ_MAIL = "read-mail"
    TELL_MANAGERS = "tell-managers"
    TELL_OPERATOR = "tell-operator"


STARTING = frozenset({Pass.READ_MAIL, Pass.SEND_LETTERS})
"""Passes by which a house that knows no `run` is in service: it acts on mail, or letters leave."""


def run(
    context: typer.Context,
    json_log: Annotated[bool, typer.Option("--json-log", help="Journal d'exploitation JSON.")] = (
        False
    ),
) -> None:
    """Met le service en route, jusqu'à SIGTERM : lit, prévoit, envoie, suspend."""
    asked: Asked = context.obj
    settings = settings_of(asked)
    log_to_stderr(as_json=json_log)

    async def whole() -> None:
        relance = await build(settings, now=asked.now, running=True)
        try:
            engine = Engine(relance=relance, voice=Voice(aloud=True))
            work = [serve(engine)]
            if settings.table.desk.listen:
                work.append(_desk(relance, engine.stop))
            await _all_of(engine, work)
        finally:
            await asyncio.shield(relance.close())

    finished(whole())


async def _all_of(engine: Engine, work: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Each to its end; the first that fails stops the others in order, and is said."""

    async def one(part: Coroutine[Any, Any, None]) -> None:
        try:
            await part
        finally:
            engine.stop.set()

    ended = await asyncio.gather(*map(one, work), return_exceptions=True)
    for end in ended:
        if isinstance(end, BaseException):
            raise end


async def _desk(relance: Relance, stop: asyncio.Event) -> None:
    listens = relance.settings.table.desk
    await serve_desk(
        desk_of(relance),
        stop,
        host=listens.host,
        port=listens.port,
        proxies=listens.trusted_proxies,
    )


def once(
    context: typer.Context,
    which: Annotated[Pass, typer.Argument(metavar="PASSE", help="La passe à faire.")],
    as_json: AsJson = False,
) -> None:
    """Fait une seule passe, jusqu'au bout, et dit ce qu'elle a fait."""
    asked: Asked = context.obj
    log_to_stderr(as_json=False)

    async def work(relance: Relance) -> list[Report]:
        engine = Engine(relance=relance)
        job = Job.FETCH_ALL_MAIL if which is Pass.FETCH_MAIL else Job(which.value)
        reports = []
        for creditor in relance.creditors:
            while True:
                report = await engine.run(job, creditor)
                reports.append(report)
                if report.fault or job not in report.then:
                    break
            if job is Job.SEND_LETTERS:
                reports.append(await engine.run(Job.FILE_COPIES, creditor))
        return reports

    reports = with_house(asked, work, starts=which in STARTING)
    for report in reports:
        if as_json:
            put_json({"creditor": report.creditor, "pass": report.job, **told(report)})
        else:
            typer.echo(f"{report.creditor} : {report.job} : {report.fault or in_words(report)}")
    if any(report.fault for report in reports):
        raise typer.Exit(1)


def told(report: Report) -> dict[str, object]:
    """What a pass did, in figures."""
    return {**counts(report), "fault": report.fault}


def counts(report: Report) -> dict[str, int]:
    """What a pass did, by word."""
    result = report.result
    if result is None:
        return {}
    if isinstance(result, int):
        return {"filed": result}
    return result.counts()


_WORDS = {
    "rows": "lignes lues",
    "changed": "dossiers changés",
    "events": "événements",
    "refused_rows": "lignes refusées",
    "new": "messages nouveaux",
    "to_fetch": "restent à relever",
    "to_read": "restent à lire",
    "read": "messages lus",
    "set_aside": "mis de côté",
    "looked_at": "dossiers examinés",
    "queued": "lettres prêtes",
    "withheld": "lettres retenues",
    "to_review": "dossiers à examiner",
    "sent": "lettres parties",
    "waiting": "lettres en attente",
    "withdrawn": "lettres retirées",
    "refused": "refus",
    "in_doubt": "sort inconnu",
    "settled": "doutes levés",
    "filed": "copies rangées",
    "told": "responsables de compte prévenus",
    "by_hand": "à prévenir à la main",
    "operator": "courriels à l'exploitant",
}


def in_words(report: Report) -> str:
    """What a pass did, in French."""
    named = [f"{number} {_WORDS[word]}" for word, number in counts(report).items()]
    return ", ".join(named) or "rien à faire"


By = Annotated[str, typer.Option("--by", help="Votre nom ; celui du compte par défaut.")]


def stop(
    context: typer.Context,
    because: Annotated[str, typer.Option("--because", help="Pourquoi.")] = "demandé",
    by: By = "",
) -> None:
    """Arrête tout envoi, à l'instant ; la lecture continue. « start » le reprend."""
    if not because.strip():
        fail("--because : un motif était attendu", code=2)
    _set_stop(context, because, by)
    typer.echo("envoi arrêté ; « relance start » le reprend")


def start(context: typer.Context, by: By = "") -> None:
    """Reprend l'envoi arrêté par « stop »."""
    _set_stop(context, None, by)
    typer.echo("envoi repris")


def _set_stop(context: typer.Context, because: str | None, by: str) -> None:
    async def work(relance: Relance) -> None:
        who = by.strip() or getpass.getuser()
        await set_stop(relance.house, relance.creditors.values(), because, who)

    with_house(context.obj, work)
