"""`relance demo`: the whole work on invented debtors, real servers of its own, no network."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.daemon.logs import log_to_stderr
from relance_mailer.demo.cast import cast
from relance_mailer.ports import Fault
from relance_mailer.settings.french import system_words

DONE, WRONG, WRONG_USE = 0, 1, 2
DAYS_MAX = 105
"""The story ends in 2026: the rates of law of the next semester are not known yet."""


def demo(
    days: Annotated[
        int, typer.Option("--days", min=1, max=DAYS_MAX, help="Nombre de jours joués.")
    ] = 90,
    seed: Annotated[
        int, typer.Option("--seed", help="La même graine raconte la même histoire.")
    ] = 1,
    out: Annotated[
        Path, typer.Option("--out", metavar="RÉPERTOIRE", help="Où tout est écrit.")
    ] = Path("demo-output"),
    debtors: Annotated[
        int | None, typer.Option("--debtors", min=1, help="Les premiers débiteurs seulement.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Joue quatre-vingt-dix jours avec une trentaine de débiteurs inventés, sans réseau."""
    try:
        # The two embedded servers come with an extra of the package, and are loaded here alone.
        from relance_mailer.demo.folder import DemoFolder, NotADemonstration
        from relance_mailer.demo.play import play
        from relance_mailer.demo.promises import checks
        from relance_mailer.demo.show import Screen
    except ModuleNotFoundError as error:
        typer.echo(
            f"il manque « {error.name} », que seule la démonstration demande : installez-la avec\n"
            "  pip install 'relance-mailer[demo]'",
            err=True,
        )
        raise typer.Exit(WRONG) from error
    log_to_stderr(as_json=as_json)
    folder = DemoFolder(out.absolute())
    people = cast(debtors)
    screen = Screen(people, as_json=as_json, shown_as=out)
    screen.begin(days=days, seed=seed)
    try:
        ended = asyncio.run(play(folder, days=days, seed=seed, debtors=people, news=screen.show))
    except NotADemonstration as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USE) from error
    except Fault as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG) from error
    except OSError as error:
        typer.echo(f"{error.filename or out} : {system_words(error)}", err=True)
        raise typer.Exit(WRONG) from error
    found = checks(ended)
    screen.end(ended, found)
    if any(check.broken for check in found):
        raise typer.Exit(WRONG)
