"""Scores what was said of a corpus against its gold, by the rules of the contract (§5 and §6)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

NEEDS_A_HUMAN = frozenset({"review", "legal"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Miss:
    """A message on which a check fails: what gold takes, and what was said."""

    file: str
    expected: tuple[Any, ...]
    said: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many messages a check concerns, and on which of them it fails."""

    total: int
    misses: tuple[Miss, ...]

    @property
    def hits(self) -> int:
        """How many are right."""
        return self.total - len(self.misses)

    @property
    def rate(self) -> float:
        """The part that is right, 0 to 1."""
        return self.hits / self.total if self.total else 1.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """A corpus judged. The two costly errors, and wrong dossiers, are listed message by message."""

    messages: int
    kind: Share
    outcome: Share
    dossier: Share
    first_intent: Share
    decided_without_a_human: Share
    dates: Share
    amounts: Share
    harmful: tuple[Miss, ...]
    wrongful: tuple[Miss, ...]
    wrong_dossier: tuple[Miss, ...]

    def told(self) -> str:
        """The figures in a few lines, for whoever reads the test's output."""
        shares = {
            "kind": self.kind,
            "outcome": self.outcome,
            "dossier": self.dossier,
            "first intent (human)": self.first_intent,
            "decided without a human": self.decided_without_a_human,
            "promised dates": self.dates,
            "promised amount": self.amounts,
        }
        lines = [f"{self.messages} messages"]
        lines += [
            f"  {name:24} {s.hits:4}/{s.total:<4} {s.rate:6.1%}" for name, s in shares.items()
        ]
        lines.append(f"  harmful reminders     {len(self.harmful)} {_files(self.harmful)}")
        lines.append(f"  wrongful escalations  {len(self.wrongful)} {_files(self.wrongful)}")
        lines.append(f"  wrong dossiers        {len(self.wrong_dossier)}")
        return "\n".join(lines)


def read_rows(lines: str) -> dict[str, Row]:
    """JSON lines by message; raises `ValueError` when a message stands twice."""
    rows: dict[str, Row] = {}
    for line in filter(str.strip, lines.splitlines()):
        row = json.loads(line)
        if row["file"] in rows:
            raise ValueError(f"{row['file']} stands twice")
        rows[row["file"]] = row
    return rows


def gold_of(folder: Path) -> dict[str, Row]:
    """The gold of a corpus folder."""
    return read_rows((folder / "gold.jsonl").read_text(encoding="utf-8"))


def taken(gold: Row, field: str) -> tuple[Any, ...]:
    """Every value of a field that gold takes: its own, then what a reasonable reader may say."""
    return (gold[field], *gold.get("accept", {}).get(field, ()))


def lets_a_machine_decide(gold: Row) -> bool:
    """Whether no value that gold takes asks for a human."""
    return NEEDS_A_HUMAN.isdisjoint(taken(gold, "outcome"))


def score(gold: Mapping[str, Row], said: Mapping[str, Row]) -> Score:
    """Judge every message of gold; raises `KeyError` for one of which nothing was said."""
    human = {file: row for file, row in gold.items() if row["kind"] == "human"}
    machine = {file: row for file, row in gold.items() if lets_a_machine_decide(row)}
    return Score(
        messages=len(gold),
        kind=_share(gold, said, "kind"),
        outcome=_share(gold, said, "outcome"),
        dossier=_share(gold, said, "dossier"),
        first_intent=_first_intent(human, said),
        decided_without_a_human=_share(machine, said, "outcome"),
        dates=_figure(gold, said, "promise_dates", frozenset),
        amounts=_figure(gold, said, "promised_amount", Decimal),
        harmful=_misses(
            gold, said, "outcome", lambda wanted, got: _asks(wanted) and got not in NEEDS_A_HUMAN
        ),
        wrongful=_misses(
            gold, said, "outcome", lambda wanted, got: got == "legal" and "legal" not in wanted
        ),
        wrong_dossier=_misses(
            gold, said, "dossier", lambda wanted, got: got is not None and got not in wanted
        ),
    )


def _asks(wanted: tuple[Any, ...]) -> bool:
    """Gold asks for a human and takes nothing else."""
    return NEEDS_A_HUMAN.issuperset(wanted)


Wrong = Callable[[tuple[Any, ...], Any], bool]


def _misses(
    gold: Mapping[str, Row], said: Mapping[str, Row], field: str, wrong: Wrong
) -> tuple[Miss, ...]:
    rows = ((file, taken(row, field), said[file][field]) for file, row in gold.items())
    return tuple(
        Miss(file=file, expected=wanted, said=got)
        for file, wanted, got in rows
        if wrong(wanted, got)
    )


def _share(gold: Mapping[str, Row], said: Mapping[str, Row], field: str) -> Share:
    misses = _misses(gold, said, field, lambda wanted, got: got not in wanted)
    return Share(total=len(gold), misses=misses)


def _figure(
    gold: Mapping[str, Row], said: Mapping[str, Row], field: str, read: Callable[[Any], object]
) -> Share:
    """Over the messages for which gold or the reader has a value."""
    rows = {
        file: [read(value) if value else None for value in values]
        for file, row in gold.items()
        if (values := [said[file].get(field), *(taken(row, field) if field in row else (None,))])
        and any(values[:2])
    }
    misses = tuple(
        Miss(file=file, expected=tuple(wanted), said=got)
        for file, (got, *wanted) in rows.items()
        if got not in wanted
    )
    return Share(total=len(rows), misses=misses)


def _first_intent(gold: Mapping[str, Row], said: Mapping[str, Row]) -> Share:
    misses = []
    for file, row in gold.items():
        wanted = tuple(intents[0] for intents in taken(row, "intents") if intents)
        got = next(iter(said[file]["intents"]), None)
        if got not in wanted:
            misses.append(Miss(file=file, expected=wanted, said=got))
    return Share(total=len(gold), misses=tuple(misses))


def _files(misses: tuple[Miss, ...]) -> str:
    return ", ".join(miss.file for miss in misses)
