"""What the second opinion is trained on: labelled texts, and the passages that decide them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path

from relance_mailer.reading.judgement import NEEDS_A_HUMAN
from relance_mailer.reading.second_opinion import Passage, passages, together
from relance_mailer.words import Intent, Outcome

HERE = Path(__file__).parent
READ = HERE / "phrases_read.txt"
"""Texts that the rules know: they train the model and take no part in weighing the two voices."""
LATER = HERE / "later"
EVERYDAY = HERE / "everyday"
_TESTS = HERE.parent / "tests" / "pure" / "reading"
SERIOUS = (_TESTS / "real_grounds.txt", _TESTS / "paid_to_others.txt")
"""Grounds in a few plain words beside a promise, and money that went elsewhere: a line each."""
HARMLESS = (_TESTS / "paid_to_us.txt",)
PLAIN_WORDS = HERE / "plain_words.txt"
_SENTENCE_COUNTS = 0.3
_GROUND_COUNTS = 0.5
_SPAN_SHARE = 0.7
_A_HUMANS = frozenset({Outcome.REVIEW, Outcome.LEGAL})
_ANY_DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


class Known(Enum):
    """What is known of an example: all that it says, that it needs no human, that it needs one."""

    ALL = auto()
    HARMLESS = auto()
    SERIOUS = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A person's own words with their intents, the first deciding; `span` decides, if known.

    `hand` is whose words they are: nobody's opinion is asked on what the same hand has taught.
    """

    source: str
    hand: str
    text: str
    intents: tuple[Intent, ...]
    span: str = ""
    sent_at: datetime = _ANY_DAY
    outcome: str = ""
    known: Known = Known.ALL

    @property
    def needs_a_human(self) -> bool:
        """Whether its words lead to a human, whatever stands beside them.

        By an intent, or for where the money went; a missing address is told from the address.
        """
        waits = self.outcome in _A_HUMANS and Intent.REDIRECT not in self.intents
        return waits or not NEEDS_A_HUMAN.isdisjoint(self.intents)


@dataclass(frozen=True, kw_only=True, slots=True)
class Example:
    """A passage and what it says, as far as that is known."""

    passage: Passage
    intents: tuple[Intent, ...]
    needs_a_human: bool
    known: Known = Known.ALL
    counts: float = 1.0


Bag = tuple[Example, ...]
"""The sentences of a text of which one needs a human."""


def bags(texts: list[Text]) -> list[Bag]:
    """The texts that need a human, in sentences, where no span says which of them does."""
    return [
        tuple(
            Example(
                passage=part,
                intents=each.intents,
                needs_a_human=True,
                known=Known.SERIOUS,
                counts=_GROUND_COUNTS,
            )
            for part in parts
        )
        for each in texts
        if each.needs_a_human and not each.span and len(parts := passages(each.text)) > 1
    ]


def examples(texts: list[Text]) -> list[Example]:
    """Every text as a whole, its deciding words where they are known, and harmless sentences.

    Where a text needs no human none of its sentences does, whatever it tells: so the sentence that
    alarms most is not a man's wedding or his quarrel with somebody else.
    """
    found = [
        Example(
            passage=together(passages(each.text)),
            intents=each.intents,
            needs_a_human=each.needs_a_human,
            known=each.known,
        )
        for each in texts
    ]
    found += [
        Example(
            passage=together(passages(each.span)),
            intents=each.intents[:1],
            needs_a_human=each.intents[0] in NEEDS_A_HUMAN,
        )
        for each in texts
        if each.span and len(each.span) < _SPAN_SHARE * len(each.text)
    ]
    return [*found, *_harmless_sentences(texts)]


def _harmless_sentences(texts: list[Text]) -> Iterator[Example]:
    for each in texts:
        parts = passages(each.text)
        if len(parts) > 1 and not each.needs_a_human:
            for part in parts:
                yield Example(
                    passage=part,
                    intents=(),
                    needs_a_human=False,
                    known=Known.HARMLESS,
                    counts=_SENTENCE_COUNTS,
                )


def own_texts() -> list[Text]:
    """The texts that stand beside this file: a line each, below the intents that they have.

    Those that no rule was written with come first.
    """
    unread = sorted(file for file in HERE.glob("phrases*.txt") if file != READ)
    own = [text for file in unread for text in listed(file, "own")]
    return [*own, *listed(READ, "read")]


def later_texts() -> list[Text]:
    """Replies written at the border between what goes on by itself and what a human must see."""
    return [text for file in sorted(LATER.glob("*.txt")) for text in listed(file, "later")]


def plain_words() -> list[Text]:
    """Short replies of which only the course is known: a human must see them, or need not."""
    sorts = ((Known.SERIOUS, SERIOUS), (Known.HARMLESS, HARMLESS))
    known = [
        (line, course)
        for course, files in sorts
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
    ]
    course = Known.ALL
    for line in PLAIN_WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            course = Known[line[3:].upper()]
        else:
            known.append((line.replace(" / ", "\n"), course))
    return [
        Text(
            source="plain",
            hand=f"plain {at % 2}",
            text=text,
            intents=(Intent.DISPUTE,) if course is Known.SERIOUS else (Intent.ACK,),
            known=course,
        )
        for at, (text, course) in enumerate(known)
        if text and not text.startswith("#")
    ]


def everyday_texts() -> list[Text]:
    """Whole everyday replies, below a head that dates and labels each."""
    return [text for file in sorted(EVERYDAY.glob("*.txt")) for text in mails_in(file)]


def mails_in(file: Path) -> Iterator[Text]:
    """The replies of a file, each below a head of its day, its intents and more, cut by bars."""
    for mail in file.read_text(encoding="utf-8").split("\n=== "):
        head, _, text = mail.partition("\n")
        on, intents, outcome, *_ = (part.strip() for part in head.removeprefix("=== ").split("|"))
        yield Text(
            source="everyday",
            hand=file.stem,
            text=text.strip("\n"),
            intents=tuple(Intent(name.strip()) for name in intents.split(",")),
            sent_at=datetime.fromisoformat(on).replace(hour=9, tzinfo=UTC),
            outcome=outcome,
        )


def listed(file: Path, source: str) -> Iterator[Text]:
    """The texts of a file, each a line below the intents that it has."""
    intents: tuple[Intent, ...] = ()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            intents = tuple(Intent(name) for name in line[3:].split(","))
        elif line and not line.startswith("#"):
            yield Text(
                source=source, hand=file.stem, text=line.replace(" / ", "\n"), intents=intents
            )


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
                hand=source,
                text=words,
                intents=tuple(Intent(name) for name in row["intents"]),
                span=row.get("span") or "",
                sent_at=datetime.fromisoformat(row["date"]) if row.get("date") else _ANY_DAY,
            )
