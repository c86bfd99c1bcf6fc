"""What the second opinion is trained on: labelled texts, and the passages that decide them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from relance_mailer.reading.judgement import NEEDS_A_HUMAN
from relance_mailer.reading.second_opinion import Passage, passages, together
from relance_mailer.words import Intent

HERE = Path(__file__).parent
READ = HERE / "phrases_read.txt"
"""Texts that the rules know: they train the model and take no part in weighing the two voices."""
_SPAN_SHARE = 0.7
_ANY_DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A person's own words with their intents, the first deciding; `span` decides, if known."""

    source: str
    text: str
    intents: tuple[Intent, ...]
    span: str = ""
    sent_at: datetime = _ANY_DAY


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A passage and what it says."""

    passage: Passage
    intents: tuple[Intent, ...]

    @property
    def needs_a_human(self) -> bool:
        """Whether one of the intents leads to a human whatever stands beside it."""
        return not NEEDS_A_HUMAN.isdisjoint(self.intents)


def examples(texts: list[Text]) -> list[Example]:
    """Every text as a whole, and its deciding words by themselves where they are known."""
    found = [Example(passage=together(passages(each.text)), intents=each.intents) for each in texts]
    found += [
        Example(passage=together(passages(each.span)), intents=each.intents[:1])
        for each in texts
        if each.span and len(each.span) < _SPAN_SHARE * len(each.text)
    ]
    return found


def own_texts() -> list[Text]:
    """The texts that stand beside this file: a line each, below the intents that they have.

    Those that no rule was written with come first.
    """
    unread = sorted(file for file in HERE.glob("phrases*.txt") if file != READ)
    own = [text for file in unread for text in _listed(file, "own")]
    return [*own, *_listed(READ, "read")]


def _listed(file: Path, source: str) -> Iterator[Text]:
    intents: tuple[Intent, ...] = ()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            intents = tuple(Intent(name) for name in line[3:].split(","))
        elif line and not line.startswith("#"):
            yield Text(source=source, text=line.replace(" / ", "\n"), intents=intents)


def corpus_texts(folder: Path) -> list[Text]:
    """The human texts of a corpus: `part-*.jsonl` with texts, or `gold.jsonl` beside an inbox."""
    files = sorted(folder.glob("part-*.jsonl")) or [folder / "gold.jsonl"]
    return [text for file in files for text in _texts_of(file, folder.name)]


def _texts_of(file: Path, source: str) -> Iterator[Text]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = row.get("text") or row.get("reply_text")
        if row["intents"] and words:
            yield Text(
                source=source,
                text=words,
                intents=tuple(Intent(name) for name in row["intents"]),
                span=row.get("span") or "",
                sent_at=datetime.fromisoformat(row["date"]) if row.get("date") else _ANY_DAY,
            )
