"""Whether a human must see a text that would go on by itself, once all is weighed together.

Every alarm used to stop a text by itself: a word that a rule takes for a dispute, a sign of
`misgivings`, a doubt of the second opinion. In a long everyday letter one of them nearly always
rings: somebody's machine broke down, a wedding was not paid, another supplier was wrong. So they
are heard together with what the second opinion makes of the text, of its most alarming sentence
and of the very sentences in which the alarms rang. Out of it comes one *share*: how likely it is
that a human must see the text. How much each voice counts was learnt on replies whose hand neither
voice had learnt from (`training/last_word.py`).

- Below the bound weak doubts give way, and so does a dispute, a question, a plan or an opt-out that
  a rule took, unless it took it beyond doubt.
- From the bound on a text has a doubt, even where no voice had one by itself.
- What is `legal` is not weighed, nor are the doubts that are no matter of words (another account,
  a language that is not read, somebody else's dossier): they stop a text as before.
- A letter in German, Spanish or Italian comes here only when every clause of it is known to be
  ordinary (`talk_abroad`): that says more than voices that hardly learnt these languages.
- So does an English letter in which no alarm rang and of which every clause is ordinary.
- The second opinion decides nothing alone: what goes on has a word of the matter from the rules.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from relance_mailer.reading.intents.abroad import is_abroad
from relance_mailer.reading.intents.few_words import is_a_bare_promise
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.intents.talk_english import is_plain_english
from relance_mailer.reading.judgement import (
    DOUBT,
    GROUNDS,
    LEGAL,
    NEEDS_A_HUMAN,
    SILENCE,
    has_a_second_voice,
    share_of,
)
from relance_mailer.reading.language import language_of
from relance_mailer.reading.message import Finding, Weighing
from relance_mailer.reading.misgivings import misgivings, signs_in
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.words import INTENT_ORDER, Intent

SIGNS = (
    "condition",
    "part_only",
    "rest_open",
    "agreed_otherwise",
    "astonishment",
    "disagreement",
    "reservation",
    "goods",
    "quote",
    "bargaining",
    "law",
    "no_more_mail",
    "veiled_refusal",
    "temper",
    "money_back",
    "only_asked",
)
"""The signs of `misgivings`."""
HINTS = (
    "unread_ground",
    "hostile_hint",
    "insolvency_hint",
    "refusal_with_a_ground",
    "grievance",
    "nothing_understood",
)
"""The doubts of the rules that are a matter of words."""
WEAK = frozenset({DOUBT, *SIGNS, *HINTS})
"""The doubts that may give way."""

GOES_ON = 0.10
"""Below this share a text goes on in which nothing alarmed."""
IS_PLAIN, OF_PLAIN = 0.05, 0.5
"""Where the second opinion sees so little of a human's need in a text in which nothing alarmed,
the bound is that high: a word or two have hardly anything to weigh."""
IS_NEARLY_PLAIN, OF_NEARLY_PLAIN = 0.16, 0.2
"""The same for the most of what is plain: "Nous réglerons le 20 octobre 2026."."""
OF_A_GUESS = 0.2
"""The bound of what no rule has found anything of: hardly a word of the matter stands there."""
ABROAD = 0.9
"""The bound of a letter in a language that the voices have hardly learnt, and of which every clause
is known to be ordinary."""
ENGLISH = 0.5
"""The same for an English one: the voices know a little of it, and more than half is a warning."""
IN_ENGLISH = 0.08
"""The bound of an English letter in which no alarm rang, unless it is plain: a fifth of what the
voices learnt is English, and fewer words of a ground are known there."""
GIVES_WAY = 0.10
"""Below this share alarms give way."""
IS_OVERRULED = 0.05
"""Below this share what a rule took for a dispute, a question, a plan or an opt-out is none, two
alarms in one sentence give way, and so does a second opinion that asks for a human by itself."""
HARDLY_GIVES_WAY, HARDLY_IN_ENGLISH = 0.02, 0.01
"""The bound of both in a short text: what rings there rarely rings by chance."""
SHORT = 2
"""So many sentences are a short text."""
NEVER_BY_CHANCE = 4
"""So many alarms of different kinds never give way together, whatever the share."""
_SURE = 3  # how strong a finding is that nothing outweighs
_PLAIN = 0.4  # what the second opinion must give to what no rule took
_ASKS = 0.5  # from here on the second opinion by itself asks for a human
_ELSEWHERE = 0.2  # below it "c'est lui qui s'en occupe" only hands a letter on

_SERIOUS = tuple(intent for intent in INTENT_ORDER if intent in NEEDS_A_HUMAN)
_OTHER = tuple(intent for intent in INTENT_ORDER if intent not in NEEDS_A_HUMAN)


def _columns(intents: Iterable[Intent]) -> Callable[[tuple[float, ...]], tuple[float, ...]]:
    return itemgetter(*(INTENT_ORDER.index(intent) for intent in intents))


_HUMAN = len(INTENT_ORDER)  # the column of "a human must see it"
_of_grounds = _columns(GROUNDS)
_of_serious = _columns(_SERIOUS)
_of_others = _columns(_OTHER)
_apart = _columns(
    (Intent.DISPUTE, Intent.QUESTION, Intent.PLAN_REQUEST, Intent.OPT_OUT, Intent.REFUSAL)
)
_LEAST, _USUAL_LENGTH, _MOST = 40, 150, 700  # signs: a few words, two sentences, a long letter
_NO_SECOND = -2.0  # how far below the first a second sentence is taken to lie where there is none
_SILENT = -2.0  # the odds taken for a sentence that no alarm rang in


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """What each voice says of a text.

    `ruled` is what the rules alone made of it; `signs` are names of `misgivings`, each with the
    sentence that shows it; `dated`: a day is promised.
    """

    ruled: Weighed
    opinion: Opinion
    signs: tuple[tuple[str, str], ...]
    dated: bool

    @property
    def doubts(self) -> frozenset[str]:
        """The rules' doubts and signs."""
        return frozenset((*self.ruled.doubts, *(name for name, _ in self.signs)))

    @property
    def serious(self) -> tuple[Finding, ...]:
        """What a rule found that a human must see, whether it stands or not."""
        return tuple(found for found in self.ruled.seen if found.intent in NEEDS_A_HUMAN)

    @property
    def may_be_weighed(self) -> bool:
        """Whether no rule is beyond doubt, and each alarm rang where the second opinion looked.

        It tells nothing of a few signs ("Je conteste.") nor of what stands behind its last
        sentence, and a reader that shows none of its reasons lifts no alarm.
        """
        alarms = (*(found.span for found in self.serious), *(raw for _, raw in self.signs))
        return (
            bool(self.opinion.sentences)
            and all(found.strength < _SURE for found in self.serious)
            and all(any(alarm in told for told in self.opinion.told) for alarm in alarms)
        )


def case_of(ruled: Weighed, opinion: Opinion, *, dated: bool) -> Case:
    """The case of a text out of what the rules alone and the second opinion make of it."""
    return Case(ruled=ruled, opinion=opinion, signs=tuple(signs_in(ruled.text, ruled)), dated=dated)


def with_last_word(
    heard: Weighed, case: Case, counts: tuple[float, ...], *, addressed: bool
) -> tuple[Weighed, Weighing | None]:
    """What was heard of both voices with the doubts and intents that hold, and what was weighed.

    Where it was not asked nothing was weighed: what is `legal`, says nothing that goes on by
    itself, or is doubted for what is no matter of words.
    """
    going_on = heard.intents - NEEDS_A_HUMAN
    if not going_on or heard.intents & LEGAL:
        return heard, None
    strong = tuple(dict.fromkeys(name for name, _ in case.signs if name not in WEAK))
    if strong or not WEAK.issuperset(heard.doubts):
        return replace(heard, doubts=(*heard.doubts, *strong)), None
    if not case.may_be_weighed:
        return _doubted(heard, case), None
    serious = heard.intents - going_on
    share = share_of(counts[0], counts[1:], said_of(case))
    bound = _bound(case, serious, going_on)
    if share >= bound or not _is_plain(going_on, case, addressed=addressed):
        return _doubted(heard, case), Weighing(share=share, bound=bound)
    rang = (*heard.doubts, *(name for name, _ in case.signs), *map(str, serious))
    gave_way = tuple(dict.fromkeys(rang))
    if len(gave_way) >= NEVER_BY_CHANCE:
        return _doubted(heard, case), Weighing(share=share, bound=0.0)
    on = replace(
        heard,
        intents=going_on,
        findings=tuple(each for each in heard.findings if each.intent in going_on),
        doubts=(),
    )
    return on, Weighing(share=share, bound=bound, gave_way=gave_way)


def _bound(case: Case, serious: frozenset[Intent], going_on: frozenset[Intent]) -> float:
    if not case.ruled.intents & NEEDS_A_HUMAN and is_abroad(case.ruled.text):
        return ABROAD
    if not (case.doubts - {SILENCE} or case.serious) and is_plain_english(
        case.ruled.text, papers=_papers(case.ruled)
    ):
        return ENGLISH
    if not (serious or case.doubts - {SILENCE} or case.serious):
        if is_a_bare_promise(case.ruled.text):
            return OF_PLAIN
        dropped = case.ruled.intents - going_on
        suspect = bool(case.ruled.lifted & NEEDS_A_HUMAN) or Intent.REDIRECT in dropped
        bound = _bound_of_quiet(case.opinion.human, suspect=suspect)
        if not any(each.intent in going_on for each in case.ruled.seen):
            bound = min(bound, OF_A_GUESS)
        if case.opinion.human >= IS_PLAIN and language_of(case.ruled.text) == "en":
            return min(bound, IN_ENGLISH)
        return bound
    if len(case.opinion.sentences) <= SHORT:
        english = language_of(case.ruled.text) == "en"
        return HARDLY_IN_ENGLISH if english else HARDLY_GIVES_WAY
    ruled = serious or case.ruled.intents & NEEDS_A_HUMAN
    return IS_OVERRULED if ruled or _rings_twice(case) else GIVES_WAY


def _papers(ruled: Weighed) -> tuple[str, ...]:
    """The words in which a text asks for a paper, or to write to another address."""
    asked = {Intent.INVOICE_REQUEST, Intent.REDIRECT}
    return tuple(each.span for each in ruled.seen if each.intent in asked)


def _bound_of_quiet(human: float, *, suspect: bool) -> float:
    """Where no alarm rang: by what the second opinion by itself sees of a human's need."""
    if human >= _ASKS:
        return IS_OVERRULED
    if suspect:
        return GOES_ON
    if human < IS_PLAIN:
        return OF_PLAIN
    return OF_NEARLY_PLAIN if human < IS_NEARLY_PLAIN else GOES_ON


def _rings_twice(case: Case) -> bool:
    """Whether a sign stands in a sentence in which a rule found something serious."""
    return any(found.span in raw for _, raw in case.signs for found in case.serious)


def _is_plain(going_on: frozenset[Intent], case: Case, *, addressed: bool) -> bool:
    """Whether a rule took what goes on, or has a word of what the second opinion plainly sees."""
    if not has_a_second_voice(case.ruled, going_on, addressed=addressed):
        return False
    if case.ruled.intents & LEGAL:
        return False
    elsewhere = Intent.REDIRECT in case.ruled.intents - going_on and not addressed
    if elsewhere and case.opinion.shares[Intent.REDIRECT] >= _ELSEWHERE:
        return False
    strongest = max(case.opinion.shares[intent] for intent in going_on)
    return bool(case.ruled.intents & going_on) or strongest >= _PLAIN


def _doubted(heard: Weighed, case: Case) -> Weighed:
    """With a doubt, the rules' own where they have one."""
    if heard.doubts or heard.intents & NEEDS_A_HUMAN:
        return heard
    return replace(heard, doubts=misgivings(heard.text, heard) or (DOUBT,))


def said_of(case: Case) -> tuple[float, ...]:
    """What each voice says of the need for a human."""
    return (
        *_sentences(case.opinion),
        *_rules(case.ruled),
        *_alarms(case),
        float(any(sentence.asks for sentence in sentences(case.ruled.text))),
        float(case.dated),
        math.log(min(_MOST, max(_LEAST, len(case.ruled.text))) / _USUAL_LENGTH),
    )


def _sentences(opinion: Opinion) -> Iterator[float]:
    """What the second opinion says of the text, of its most alarming sentence and of the rest."""
    rows, whole = opinion.sentences, opinion.whole
    human = [row[_HUMAN] for row in rows]
    top = human.index(max(human))
    others = (*human[:top], *human[top + 1 :])
    yield whole[_HUMAN] / 2
    yield human[top] / 2
    yield max(others, default=human[top] + _NO_SECOND) / 2
    yield max(_of_grounds(whole)) / 2
    yield max(_of_serious(whole)) / 2
    yield max(_of_others(whole)) / 2
    yield max(max(_of_grounds(row)) for row in rows) / 2
    yield max(max(_of_serious(row)) for row in rows) / 2
    yield max(_of_others(rows[top])) / 2
    yield from (max(column) / 2 for column in zip(*map(_apart, rows), strict=True))
    yield float(top == 0)
    yield float(top == len(rows) - 1)
    yield math.log(len(rows))


def _rules(ruled: Weighed) -> Iterator[float]:
    """What the rules found, how surely, and what they took back."""
    strongest: dict[Intent, int] = {}
    for found in ruled.seen:
        strongest[found.intent] = max(found.strength, strongest.get(found.intent, 0))
    for intent in _SERIOUS:
        stands = intent in ruled.intents
        yield float(stands)
        yield float(strongest.get(intent, 0) >= 3)
        yield float(intent in strongest and not stands)
    for intent in _OTHER:
        yield float(intent in ruled.intents)
    yield float(max((strongest.get(intent, 0) for intent in _OTHER), default=0) >= 3)
    yield float(bool(ruled.lifted & NEEDS_A_HUMAN))
    yield float(not ruled.intents)
    yield float(not ruled.intents.isdisjoint(_OTHER))


def _alarms(case: Case) -> Iterator[float]:
    """The doubts of the rules, and how the second opinion sees the sentences that they rang in."""
    doubts = case.doubts
    for name in (*SIGNS, *HINTS):
        yield float(name in doubts)
    yield float(len(doubts) > 1)
    yield from _seen_in(case.opinion, [found.span for found in case.serious])
    yield from _seen_in(case.opinion, [raw for _, raw in case.signs])


def _seen_in(opinion: Opinion, spans: list[str]) -> tuple[float, float]:
    """The odds of the most alarming sentence with one of the spans, and whether any has."""
    odds = [
        row[_HUMAN]
        for row, told in zip(opinion.sentences, opinion.told, strict=True)
        if any(span in told for span in spans)
    ]
    return max(odds, default=_SILENT) / 2, float(bool(odds))
