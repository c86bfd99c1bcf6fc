"""`relance simulate`: the house in a world where everything goes wrong, judged from outside."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated, NoReturn

import typer

from relance_mailer.settings.french import system_words
from relance_mailer.simulate import telling
from relance_mailer.simulate.case import (
    DAYS,
    DAYS_MAX,
    DOSSIERS,
    DOSSIERS_MAX,
    Case,
    Level,
    case_of,
)
from relance_mailer.simulate.many import Row, finished, keep, many, of_seeds, played
from relance_mailer.simulate.mishaps import Mishap
from relance_mailer.simulate.shortest import shortest

DONE, WRONG, WRONG_USE = 0, 1, 2


def simulate(
    seed: Annotated[int | None, typer.Option("--seed", help="Une graine : un déroulement.")] = None,
    seeds: Annotated[
        str | None, typer.Option("--seeds", metavar="A-B", help="Toutes les graines de A à B.")
    ] = None,
    dossiers: Annotated[
        int, typer.Option("--dossiers", min=1, max=DOSSIERS_MAX, help="Nombre de dossiers.")
    ] = DOSSIERS,
    days: Annotated[
        int, typer.Option("--days", min=1, max=DAYS_MAX, help="Nombre de jours joués.")
    ] = DAYS,
    level: Annotated[
        Level, typer.Option("--faults", help="Ce qui va mal : none, few ou full.")
    ] = Level.FULL,
    faults_at_most: Annotated[
        int | None,
        typer.Option("--faults-at-most", min=0, help="Seulement les premiers incidents."),
    ] = None,
    without: Annotated[
        list[Mishap] | None,
        typer.Option("--without", metavar="INCIDENT", help="Un incident exclu ; répétable."),
    ] = None,
    often: Annotated[
        list[str] | None,
        typer.Option("--often", metavar="INCIDENT=TAUX", help="Un autre taux ; répétable."),
    ] = None,
    case_file: Annotated[
        Path | None, typer.Option("--case", metavar="FICHIER", help="Rejoue un cas gardé (JSON).")
    ] = None,
    find_shortest: Annotated[
        bool,
        typer.Option("--shortest", help="Cherche le plus court déroulement qui échoue encore."),
    ] = False,
    keep_in: Annotated[
        Path | None,
        typer.Option("--keep", metavar="RÉPERTOIRE", help="Où écrire ce plus court cas (JSON)."),
    ] = None,
    resume: Annotated[
        Path | None,
        typer.Option(
            "--resume", metavar="FICHIER", help="Une ligne par graine finie ; reprend là."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", min=0, help="Processus ; 0 : un par cœur.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Éprouve les promesses : pannes, morts, horloges folles, jugées par ce qui est arrivé.

    Les vrais flux, la vraie base et les vraies décisions, dans un monde inventé : débiteurs,
    collègues et opérateurs tirés au sort, serveurs qui mentent, processus tués entre deux pas. La
    même graine rejoue exactement la même chose.

    Exemples :
      relance simulate --seed 7
      relance simulate --seeds 1-2000 --resume graines.jsonl
      relance simulate --seed 7 --shortest --keep cas/
    """
    like = Case(
        seed=seed or 1,
        dossiers=dossiers,
        days=days,
        level=level,
        faults_at_most=faults_at_most,
        without=tuple(sorted(one.value for one in without or ())),
        often=tuple(sorted(map(_rate, often or ()))),
    )
    if sum(one is not None for one in (seed, seeds, case_file)) != 1:
        _refuse("un de --seed N, --seeds A-B ou --case FICHIER est attendu")
    if case_file is not None:
        like = _kept(case_file)
    screen = _Screen(as_json=as_json)
    if seeds is not None:
        rows = _many(like, _range(seeds), jobs or os.cpu_count() or 1, resume, screen)
    else:
        row = played(like)
        screen.ended(row)
        rows = [row]
    failing = next((row for row in rows if row["broken"]), None)
    if failing is not None and find_shortest:
        _shorten(failing, keep_in, screen)
    if failing is not None:
        raise typer.Exit(WRONG)


def _many(
    like: Case, seeds: Sequence[int], jobs: int, resume: Path | None, screen: "_Screen"
) -> list[Row]:
    known = finished(resume, like)
    rows = [known[seed] for seed in seeds if seed in known]
    todo = [seed for seed in seeds if seed not in known]
    screen.begin(len(seeds), len(rows), jobs)
    began = perf_counter()
    new: list[Row] = []
    for row in many(of_seeds(like, todo), min(jobs, max(1, len(todo)))):
        keep(resume, row)
        new.append(row)
        screen.ended(row, of=(len(rows) + len(new), len(seeds), len(new), perf_counter() - began))
    screen.summed_up([*rows, *new], new, perf_counter() - began)
    return [*rows, *new]


def _shorten(row: Row, keep_in: Path | None, screen: "_Screen") -> None:
    case = shortest(case_of(json.dumps(row)), row, told=screen.shortened)
    screen.shortest(case)
    if keep_in is not None:
        keep_in.mkdir(parents=True, exist_ok=True)
        promise = row["broken"][0]["promise"].lower()
        file = keep_in / f"{promise}-graine-{case.seed}.json"
        text = json.dumps(case.row(), ensure_ascii=False, indent=2)
        file.write_text(text + "\n", encoding="utf-8")
        screen.say(f"cas écrit : {file}")


class _Screen:
    """What stands on the screen: French lines, or JSON objects."""

    def __init__(self, *, as_json: bool) -> None:
        self._json = as_json

    def say(self, text: str) -> None:
        """A line for people."""
        if not self._json:
            typer.echo(text)

    def begin(self, seeds: int, known: int, jobs: int) -> None:
        """Before many runs."""
        done = f", {known} déjà finies" if known else ""
        self.say(f"{seeds} graines{done}, {jobs} processus")

    def ended(self, row: Row, of: tuple[int, int, int, float] | None = None) -> None:
        """A run ended; `of`: how many are done, of how many, of which now, in how many seconds."""
        if self._json:
            typer.echo(json.dumps(row, ensure_ascii=False))
            return
        far = f"{of[0]}/{of[1]} ({telling.rate(of[2], of[3])}) · " if of else ""
        typer.echo(far + telling.one_line(row))
        for line in telling.breaches(row):
            typer.echo(line)
        if of is None:
            typer.echo("\n".join(telling.faults_told(row["injected"])))
        if row["broken"]:
            typer.echo(f"  pour rejouer : {case_of(json.dumps(row)).command()}")

    def summed_up(self, rows: list[Row], new: list[Row], seconds: float) -> None:
        """After many runs."""
        told = telling.summary(rows, 0)
        told["seeds_a_minute"] = round(len(new) / seconds * 60, 2) if new else None
        if self._json:
            typer.echo(json.dumps({"summary": told}, ensure_ascii=False))
            return
        typer.echo(
            f"{told['clean']} graines sur {told['seeds']} sans promesse rompue "
            f"({telling.rate(len(new), seconds)}) ; {told['letters']} lettres, "
            f"{told['messages']} messages, {told['deaths']} morts. Incidents :"
        )
        typer.echo("\n".join(telling.faults_told(told["injected"])))
        if told["broken_seeds"]:
            typer.echo(f"graines en échec : {', '.join(map(str, told['broken_seeds']))}")

    def shortened(self, case: Case, row: Row) -> None:
        """A shorter failing run was found."""
        self.say(
            f"  plus court : {row['played_days']} jours, {sum(row['injected'].values())} incidents"
        )

    def shortest(self, case: Case) -> None:
        """The shortest one."""
        if self._json:
            typer.echo(json.dumps({"shortest": case.row()}, ensure_ascii=False))
            return
        typer.echo(f"le plus court : {case.command()}")


def _kept(file: Path) -> Case:
    try:
        return case_of(file.read_text(encoding="utf-8"))
    except OSError as error:
        _refuse(f"{file} : {system_words(error)}")
    except ValueError as error:
        _refuse(f"{file} : {error}")


def _rate(text: str) -> tuple[str, float]:
    sort, _, rate = text.partition("=")
    try:
        share = float(rate)
        if not 0 <= share <= 1:
            raise ValueError
        return Mishap(sort).value, share
    except ValueError:
        _refuse(f"--often {text} : un incident et un taux de 0 à 1, par exemple crash=0.01")


def _range(text: str) -> range:
    first, dash, last = text.partition("-")
    if not (dash and first.isdecimal() and last.isdecimal() and int(first) <= int(last)):
        _refuse(f"--seeds {text} : deux nombres étaient attendus, par exemple 1-2000")
    return range(int(first), int(last) + 1)


def _refuse(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(WRONG_USE)
