"""`understand`: what messages say and what would follow, a JSON object a line; touches nothing."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from relance_mailer.commands.common import fail, finished, harmless, put_json
from relance_mailer.flows.read_mail.explained import explained, lines_of
from relance_mailer.flows.read_mail.judged import Verdict, judge_raw
from relance_mailer.settings.french import system_words
from relance_mailer.wiring.corpus import open_corpus, reader_of_mail


def understand(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FICHIER…", help="Messages .eml ; « - » lit l'entrée standard."),
    ] = None,
    corpus: Annotated[
        Path | None,
        typer.Option(
            metavar="RÉPERTOIRE",
            help="Un corpus : ledger.csv, sent/*.eml et inbox/*.eml ; lit toute la boîte.",
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Raconte chaque message : les mots qui ont décidé, les preuves du dossier, les "
            "vérifications, et pourquoi cette suite.",
        ),
    ] = False,
) -> None:
    """Dit ce que des messages disent : nature, intentions, dates, suite donnée ; ne touche à rien.

    Sans corpus, aucun grand livre n'est connu : l'expéditeur est tenu pour un débiteur connu.
    """
    if (corpus is None) == (not files):
        fail("donnez des fichiers .eml, ou --corpus DOSSIER", code=2)
    put = _explain if explain else _put
    if corpus is not None:
        finished(_corpus(corpus, put))
    else:
        finished(_files(files or [], put))


Put = Callable[[str, Verdict], None]


async def _files(files: list[Path], put: Put) -> None:
    creditor = reader_of_mail()
    for file in files:
        name, raw = _bytes_of(file)
        put(name, await judge_raw(None, creditor, raw))


def _bytes_of(file: Path) -> tuple[str, bytes]:
    if str(file) == "-":
        return "-", sys.stdin.buffer.read()
    try:
        return file.name, file.read_bytes()
    except OSError as error:
        fail(f"{file} : illisible : {system_words(error)}")


async def _corpus(folder: Path, put: Put) -> None:
    inbox = folder / "inbox"
    if not inbox.is_dir() or not (folder / "ledger.csv").is_file():
        fail(f"{folder} : un dossier avec ledger.csv et inbox/ était attendu", code=2)
    async with open_corpus(folder) as (house, creditor):
        for file in sorted(inbox.glob("*.eml")):
            put(file.name, await judge_raw(house, creditor, file.read_bytes()))


def _put(name: str, verdict: Verdict) -> None:
    put_json(as_row(name, verdict))


def _explain(name: str, verdict: Verdict) -> None:
    typer.echo(f"── {name}")
    for line in lines_of(explained(verdict)):
        typer.echo(harmless(line))
    typer.echo("")


def as_row(name: str, verdict: Verdict) -> dict[str, Any]:
    """A verdict with the contract's fields."""
    reading = verdict.reading
    return {
        "file": name,
        "kind": reading.kind,
        "intents": reading.intents,
        "outcome": verdict.outcome,
        "dossier": verdict.dossier.dossier if verdict.dossier else None,
        "reply_text": reading.reply_text,
        "promise_dates": reading.promise_dates,
        "promised_amount": reading.promised_amount,
        "invoices": reading.invoices,
        "redirect_to": reading.redirect_to,
        "returns_on": reading.returns_on,
        "bounce_permanence": reading.bounce_permanence,
        "because": verdict.because,
        "evidence": verdict.evidence,
        "spans": [finding.span for finding in reading.findings],
        "doubts": reading.doubts,
    }
