"""A sentence as a row of tags, and patterns over it: grammar instead of collected sentences.

"jvous ai fait le virment samedi" and "Je t'ai fait un chèque hier" both have the tags
` WE … HAVE DOp … MONEY DAY `. A turn of phrase is written once for all persons, tenses and
spellings (`lexicon`); what it took is quoted from the sender's own words.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from relance_mailer.reading.gates import Gated, Index, Shelf, Tried
from relance_mailer.reading.intents.lexicon import tag_of
from relance_mailer.reading.intents.phrases import Sentence, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

_TOKEN = re.compile(
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d+ ?(?:h|j|jrs?)\b|\d[\d.,]*(?: \d{3}\b)*(?:er|eme|e)?\b"
    r"|(?:is|are|was|were|do|does|did|has|have|had|wo|ca|would|should|could)n t\b"
    r"|[^\W\d_]+|[€%?!.,:;@]"
)
_GAP = re.compile(r"~(\d+) ?")
_LAST_GAP = re.compile(r" ~(\d+)(?=[|)]|$)")
_NEGATED = {"won t": "wont", "can t": "cannot", "couldn t": "cannot"}
_SIGNS_MAX = 900
_TAGS = Shelf()


@dataclass(frozen=True, kw_only=True, slots=True)
class Gist:
    """The tags between blanks, where each begins, and where its word stands in the sentence."""

    tags: str
    starts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def quoted(self, sentence: Sentence, start: int, end: int) -> str:
        """The sender's words behind a part of the tags."""
        first = max(0, bisect_right(self.starts, start + 1) - 1)
        last = max(first, bisect_right(self.starts, end - 1) - 1)
        return sentence.raw[self.places[first][0] : self.places[last][1]]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Turn:
    """A turn of phrase over tags: `takes` in a sentence without `leaves`."""

    name: str
    takes: Gated
    leaves: re.Pattern[str] | None
    strength: int


def turn(
    name: str,
    *takes: str,
    leaves: tuple[str, ...] = (),
    strength: int = 2,
) -> Turn:
    """A turn; each alternative begins and ends at a tag, `~3` stands for up to three others."""
    return Turn(
        name=name,
        takes=Gated(_written(takes), before=" ", after="(?= )", shelf=_TAGS),
        leaves=re.compile(f" (?:{_written(leaves)})(?= )") if leaves else None,
        strength=strength,
    )


def _written(alternatives: tuple[str, ...]) -> str:
    """The alternatives as one pattern, without the blanks around them."""
    written = _LAST_GAP.sub(r"(?: [^ .,?!;]+){0,\1}", "|".join(alternatives))
    return _GAP.sub(r"(?:[^ .,?!;]+ ){0,\1}", written)


@lru_cache(maxsize=256)
def gist_of(sentence: Sentence) -> Gist:
    """The tags of a sentence; what it quotes is left out."""
    tags: list[str] = []
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    length = 1
    for match in _TOKEN.finditer(sentence.unquoted[:_SIGNS_MAX]):
        start, end = match.span()
        tag = _tag(match[0], sentence.raw[start:end])
        if tags and sentence.raw[start:end] == "Me":
            tag = "LAWYER"
        if tag in ("que", "qu") and tags and tags[-1] == "de":
            tags[-1] = "des"  # "dès que", with or without its accent
            length += 1
        tags.append(tag)
        starts.append(length)
        places.append((start, end))
        length += len(tag) + 1
    return Gist(tags=f" {' '.join(tags)} ", starts=tuple(starts), places=tuple(places))


def _tag(word: str, raw: str) -> str:
    if word[0].isdigit():
        if "/" in word:
            return "DATE"
        return "SPAN" if word[-1] in "hjrs" else "NUM"
    if word.endswith("n t"):
        return _NEGATED.get(word, "pas")
    if word == "a":
        return "HAVE" if raw in "aA" else "at"
    tag = tag_of(word)
    if "é" in raw[-3:].lower():
        if tag == "INVOICE":
            return "BILLp"
        if tag[-1] in "xn" and tag[0].isupper():
            return f"{tag[:-1]}p"
    return tag


def find_turns(
    intent: Intent,
    turns: tuple[Turn, ...],
    text: str,
    *,
    leaves: Callable[[Sentence], bool] | None = None,
) -> tuple[Finding, ...]:
    """What the turns find in the text, at most one finding a turn and sentence."""
    ours = _index_of(turns).number
    found: list[Finding] = []
    for sentence, gist, all_tried in _tried_in(text, _TAGS.indexes):
        tried = all_tried.get(ours)
        if not tried or (leaves is not None and leaves(sentence)):
            continue
        for number, parts in tried:
            each = turns[number]
            hit = each.takes.first_of(parts, gist.tags)
            if hit is None or (each.leaves is not None and each.leaves.search(gist.tags)):
                continue
            span = gist.quoted(sentence, hit.start(), hit.end())
            found.append(Finding(intent=intent, span=span, rule=each.name, strength=each.strength))
    return tuple(found)


@lru_cache(maxsize=4)
def _tried_in(text: str, enrolled: int) -> tuple[tuple[Sentence, Gist, Mapping[int, Tried]], ...]:
    """The sentences of a text, each with what any of so many families of turns may find there."""
    told = ((each, gist_of(each)) for each in sentences(text))
    return tuple((each, gist, _TAGS.all_tried(gist.tags)) for each, gist in told)


@cache
def _index_of(turns: tuple[Turn, ...]) -> Index:
    return Index([each.takes for each in turns], _TAGS)
