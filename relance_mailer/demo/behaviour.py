"""What people in the story can do, and upon what: the words in which the cast is written.

A debtor knows nothing of the software. He acts on a cue: the n-th reminder that reached him, the
n-th answer to his own mail, or a day of the story.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from relance_mailer.words import Segment


class Cue(StrEnum):
    """What a debtor reacts to."""

    LETTER = "letter"  # the n-th reminder
    ANSWER = "answer"  # the n-th answer to his own mail
    DAY = "day"  # the n-th day of the story


@dataclass(frozen=True, kw_only=True, slots=True)
class Writes:
    """He writes; `voice` is an entry of `voices.py`, `promise_in` the days to the date he names."""

    voice: str
    client: str = "outlook"
    promise_in: int = 0
    keeps: bool = False  # whether he pays on the day he named
    sender: str = ""  # another address than the one that was written to
    fresh: bool = False  # a new mail instead of a reply


@dataclass(frozen=True, kw_only=True, slots=True)
class Pays:
    """Money comes in: a part of what he owes, or all of it."""

    share: Decimal = Decimal(1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """His software answers at once: absence, unknown, full, challenge, receipt."""

    what: str
    back_in: int = 0  # days to the return that an absence names


@dataclass(frozen=True, kw_only=True, slots=True)
class ColleagueWrites:
    """Somebody of our own house writes to him by hand; it stands in the Sent folder."""


Act = Writes | Pays | Machine | ColleagueWrites


@dataclass(frozen=True, kw_only=True, slots=True)
class Beat:
    """One thing that he will do: upon which cue, between how many days after it, what."""

    cue: Cue
    number: int
    act: Act
    after: tuple[int, int] = (0, 0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who works there, with the words of the ledger for what he does."""

    name: str
    title: str
    email: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Bill:
    """An invoice: the day of the story on which it falls due, its amount, whether we hold it."""

    due_day: int
    amount: Decimal
    at_hand: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Debtor:
    """One dossier of the story."""

    dossier: str
    name: str
    segment: Segment
    story: str  # in one French sentence
    people: tuple[Person, ...]  # the usual contact first
    bills: tuple[Bill, ...]
    beats: tuple[Beat, ...] = ()
    debtor_id: str = ""
    language: str = "fr"
    country: str = "FR"
    greylisting: bool = False  # his server refuses the first attempt for a while


def letter(number: int, act: Act, after: tuple[int, int] = (1, 3)) -> Beat:
    """What he does some days after his n-th reminder."""
    return Beat(cue=Cue.LETTER, number=number, act=act, after=after)


def answer(number: int, act: Act, after: tuple[int, int] = (1, 3)) -> Beat:
    """What he does some days after the n-th answer to his own mails."""
    return Beat(cue=Cue.ANSWER, number=number, act=act, after=after)


def on_day(number: int, act: Act) -> Beat:
    """What he does on a day of the story, whatever was written to him."""
    return Beat(cue=Cue.DAY, number=number, act=act)
