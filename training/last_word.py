"""Learns how much each voice counts in the last word, and what it is worth.

Only from opinions of weights that have not learnt from the same hand: of what it has learnt the
second opinion is surer than of a stranger's mail. The rules were written with some of these hands
at hand, which flatters them a little; corpora that rules were written from take no part.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.judgement import Voices
from relance_mailer.reading.last_word import WEAK, Case, said_of, with_last_word
from relance_mailer.reading.numbers_named import address_to_use
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.understand import heard_in
from training.material import Text
from training.voices import regressed

TEACH = {"everyday": 3.0, "later": 1.0, "plain": 1.0}
"""How much a text of each source counts; others teach nothing here."""
_RIDGE = 10.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """A text as both voices hear it, with an opinion formed without its hand."""

    text: Text
    heard: Weighed
    case: Case
    addressed: bool

    @property
    def may_be_asked(self) -> bool:
        """Whether nothing stops it for what is no matter of words: the last word learns no prior
        of what never comes before it."""
        doubts = {*self.heard.doubts, *(name for name, _ in self.case.signs)}
        return WEAK.issuperset(doubts)

    def last(self, counts: tuple[float, ...]) -> Weighed:
        """What stands in the end, with so much of each voice."""
        return with_last_word(self.heard, self.case, counts, addressed=self.addressed)[0]


def heard_of(text: Text, opinion: Opinion, voices: Voices) -> Heard:
    """A text with an opinion that was formed without its hand."""
    addressed = address_to_use(text.text, not_these=()) is not None
    heard, case = heard_in(text.text, text.sent_at, opinion, voices, addressed=addressed)
    return Heard(text=text, heard=heard, case=case, addressed=addressed)


def learn_last_word(heard: Sequence[Heard]) -> tuple[float, ...]:
    """The start and the weight of each voice."""
    taught = [each for each in heard if each.text.source in TEACH and each.may_be_asked]
    cases = [
        (
            [1.0, *said_of(each.case)],
            float(each.text.needs_a_human),
        )
        for each in taught
    ]
    return tuple(regressed(cases, _RIDGE, [TEACH[each.text.source] for each in taught]))
