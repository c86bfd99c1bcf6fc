"""What stands on the screen: the story as it happens, then its plain summary.

Colours come only on a terminal; with `--json` each thing that happened is one object on one line.
"""

import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import typer
from babel.dates import format_date

from relance_mailer.demo.behaviour import Debtor
from relance_mailer.demo.play import FIRST_DAY, Ended
from relance_mailer.demo.promises import Check
from relance_mailer.demo.telling import LEVELS, Occurrence, Teller, clipped
from relance_mailer.desk import french
from relance_mailer.desk.queues import NAMES, Queue, Waiting
from relance_mailer.dossier import events as e
from relance_mailer.words import Intent, Kind
from relance_mailer.workdays import PARIS

NAME = 27
_COLOURS = {
    "→": typer.colors.CYAN,
    "←": typer.colors.YELLOW,
    "€": typer.colors.GREEN,
    "§": typer.colors.RED,
    "?": typer.colors.MAGENTA,
    "·": typer.colors.BRIGHT_BLACK,
}
NEAR = timedelta(days=90)
"""A deadline beyond that (a limitation in five years) is the command's to show."""
LINES_MAX, FEW = 14, 6
"""Lines of a queue that the summary shows, of a lesser one; the command shows all."""


class Screen:
    """Prints the story."""

    def __init__(self, debtors: Sequence[Debtor], *, as_json: bool, shown_as: Path) -> None:
        self._teller = Teller(names={one.dossier: one.name for one in debtors})
        self._debtors = len({one.debtor_id for one in debtors})
        self._as_json = as_json
        self._out = shown_as
        self._day: date | None = None

    def begin(self, *, days: int, seed: int) -> None:
        """Say what is about to be seen."""
        if self._as_json:
            return
        typer.echo(
            f"{days} jours à partir du {_in_full(FIRST_DAY)}, {self._debtors} débiteurs, "
            f"graine {seed}.\nVrais serveurs SMTP et IMAP sur cette machine, vraie base ; seuls "
            "l'horloge et les débiteurs sont inventés.\n"
            "→ part   ← arrive   € paiement   ? un humain décide   § contentieux"
        )

    def show(self, entries: Sequence[e.Entry]) -> None:
        """What the journal got on one page."""
        for one in self._teller.told(entries):
            if self._as_json:
                _put(_row(one))
            else:
                self._line(one)

    def _line(self, one: Occurrence) -> None:
        if one.at.date() != self._day:
            self._day = one.at.date()
            typer.secho(f"\n{_in_full(self._day)}", bold=True)
        name = one.debtor or "–"
        name = name if len(name) <= NAME else name[: NAME - 1] + "…"
        sign = typer.style(one.sign, fg=_COLOURS[one.sign], bold=True)
        then = typer.style(f" → {one.then}", dim=True) if one.then else ""
        if one.sign == "→" and one.then.startswith("réponse attendue"):
            then = f"   {one.then}"
        what = typer.style(one.what, fg=_COLOURS[one.sign]) if one.sign in "§?" else one.what
        typer.echo(f"  {one.at:%H:%M} {sign} {name:<{NAME}}  {what}{then}")

    def end(self, ended: Ended, checks: Sequence[Check]) -> None:
        """What left, what came, what it led to, who waits for whom, and where to look."""
        if self._as_json:
            _put(_summary_row(ended, checks))
            return
        _title("Ce qui est parti")
        _counts(_left(ended))
        _title("Ce qui est arrivé")
        _counts(_came(ended))
        _title("Ce que cela a donné")
        _results(ended)
        for queue in Queue:
            lines = [line for line in ended.queues if line.queue is queue]
            if lines:
                _queue(queue, lines, ended.ended_at.astimezone(PARIS).date())
        _title("Ce qui ne doit jamais arriver")
        for check in checks:
            sign, colour = (
                ("✓", typer.colors.GREEN) if not check.broken else ("✗", typer.colors.RED)
            )
            typer.echo(f"  {typer.style(sign, fg=colour, bold=True)} {check.promise}")
            for broken in check.broken[:5]:
                typer.echo(f"      {broken}")
        self._where(ended)

    def _where(self, ended: Ended) -> None:
        _title("Où regarder")
        out = self._out
        typer.echo(f"  {out}/relance.db       la base : journal, lettres, messages bruts")
        typer.echo(f"  {out}/mails/envoyes/   chaque lettre telle qu'elle est arrivée (.eml)")
        typer.echo(f"  {out}/mails/recus/     chaque message reçu (.eml)")
        typer.echo(f"  {out}/settings.toml    la configuration, et le grand livre à côté")
        _title("À essayer")
        now = f"{ended.ended_at.astimezone(PARIS):%Y-%m-%dT%H:%M}"
        relance = f"{_as_called()} -c {out}/settings.toml --now {now}"
        shown = next((line.key for line in ended.queues if line.key), None)
        dossier = shown.dossier if shown else ended.debtors[0].dossier
        for command in (
            "queue",
            "queue review",
            f"dossier show {dossier}",
            f"dossier journal {dossier}",
            "preview --days 30",
            "status",
            "verify",
        ):
            typer.echo(f"  {relance} {command}")


def _left(ended: Ended) -> Counter[str]:
    letters = {
        (entry.page, entry.event.step): entry.event
        for entry in ended.entries
        if isinstance(entry.event, e.LetterQueued)
    }
    counts: Counter[str] = Counter()
    for entry in ended.entries:
        if not isinstance(entry.event, e.LetterSent):
            continue
        letter = letters.get((entry.page, entry.event.step))
        if letter is None:
            counts["à la main, par un collègue"] += 1
        elif letter.sort is e.Sort.ANSWER:
            counts[f"réponse : {french.ANSWERS.get(letter.template, letter.template)}"] += 1
        else:
            counts[LEVELS.get(letter.template, letter.template)] += 1
    order = list(LEVELS.values())
    return Counter(dict(sorted(counts.items(), key=lambda row: _place(row[0], order))))


def _place(name: str, order: list[str]) -> tuple[int, str]:
    return (order.index(name) if name in order else len(order), name)


def _came(ended: Ended) -> Counter[str]:
    counts: Counter[str] = Counter()
    for entry in ended.entries:
        match entry.event:
            case e.MessageRead() as read if read.kind is Kind.HUMAN:
                counts[", ".join(french.INTENTS[Intent(one)] for one in read.intents)] += 1
            case e.MessageRead() as read:
                counts[french.KINDS[read.kind]] += 1
            case e.MessageIgnored(kind=Kind.UNRELATED) as ignored if ignored.subject:
                counts[french.KINDS[Kind.UNRELATED]] += 1
            case e.MessageUnlinked() | e.MessageSetAside():
                counts["message sans dossier ou illisible"] += 1
            case _:
                pass
    return Counter(dict(counts.most_common()))


def _results(ended: Ended) -> None:
    claimed = sum((one.amount for one in ended.accounts), Decimal("0.00"))
    paid = sum((one.amount for one in ended.payments), Decimal("0.00"))
    kept = sum(isinstance(entry.event, e.PromiseKept) for entry in ended.entries)
    made = sum(isinstance(entry.event, e.PromiseMade) for entry in ended.entries)
    broken = sum(isinstance(entry.event, e.PromiseBroken) for entry in ended.entries)
    open_still = {one.debtor.dossier for one in ended.accounts if one.left > 0}
    share = 100 * paid / claimed if claimed else Decimal(0)
    typer.echo(
        f"  {french.amount(paid)} encaissés sur {french.amount(claimed)} ({share:.0f} %) ; "
        f"{len(ended.debtors) - len(open_still)} dossiers soldés sur {len(ended.debtors)}"
    )
    typer.echo(f"  promesses : {made} faites, {kept} tenues, {broken} non tenues")


def _queue(queue: Queue, lines: Sequence[Waiting], today: date) -> None:
    total = sum((line.amount for line in lines), Decimal("0.00"))
    told = f", {french.amount(total)}" if queue in (Queue.LEGAL, Queue.REVIEW) else ""
    _title(f"File « {NAMES[queue]} » : {len(lines)}{told}")
    shown = lines[: LINES_MAX if queue in (Queue.LEGAL, Queue.REVIEW) else FEW]
    for line in shown:
        name = line.debtor if len(line.debtor) <= NAME else line.debtor[: NAME - 1] + "…"
        dossier = line.key.dossier if line.key else "–"
        near = line.deadline and line.deadline - today < NEAR
        until = f", avant le {french.day(line.deadline)}" if near and line.deadline else ""
        reason = _why(queue, line)
        typer.echo(
            f"  {dossier:<8} {name:<{NAME}} {french.amount(line.amount):>13}  {reason}{until}"
        )
    if len(lines) > len(shown):
        typer.echo(f"  … et {len(lines) - len(shown)} autres (« queue {queue} »)")


def _why(queue: Queue, line: Waiting) -> str:
    if queue is Queue.TASKS:
        return clipped(line.subject)
    return clipped(line.because) if queue is Queue.REVIEW else french.reason(line.reason)


def _counts(counts: Counter[str]) -> None:
    for name, count in counts.items():
        typer.echo(f"  {count:>4}  {name}")
    if not counts:
        typer.echo("  rien")


def _title(text: str) -> None:
    typer.secho(f"\n{text}", bold=True)


def _in_full(day: date) -> str:
    return format_date(day, "EEEE d MMMM y", locale="fr_FR")


def _row(one: Occurrence) -> dict[str, object]:
    return {
        "at": one.at.isoformat(timespec="seconds"),
        "kind": one.kind,
        "dossier": one.dossier or None,
        "debtor": one.debtor or None,
        "what": " ".join(one.what.split()),
        "then": one.then,
    }


def _summary_row(ended: Ended, checks: Iterable[Check]) -> dict[str, object]:
    queues: dict[str, list[object]] = {}
    for line in ended.queues:
        row = {"dossier": line.key.dossier if line.key else None, "reason": line.reason}
        queues.setdefault(line.queue.value, []).append(row)
    return {
        "kind": "summary",
        "left": dict(_left(ended)),
        "came": dict(_came(ended)),
        "paid": str(sum((one.amount for one in ended.payments), Decimal("0.00"))),
        "claimed": str(sum((one.amount for one in ended.accounts), Decimal("0.00"))),
        "queues": queues,
        "checks": {check.promise: list(check.broken) for check in checks},
    }


def _put(row: dict[str, object]) -> None:
    typer.echo(json.dumps(row, ensure_ascii=False))


def _as_called() -> str:
    """How the operator can call us again: by our name, or by the path of this environment."""
    called = Path(sys.argv[0])
    if called.name != "relance" or shutil.which("relance"):
        return "relance"
    near = Path(os.path.relpath(called))
    return str(near if not near.is_absolute() and ".." not in near.parts else called)
