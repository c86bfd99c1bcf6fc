"""What a text says when the rules and the second opinion are heard together.

Each intent gets a *share* out of both voices: what the second opinion gives it, whether the rules
took it, how surely, and whether they were silent. How much each voice counts was learnt on texts
that the rules had not been written for (`training/`). From there on `legal` needs a rule's own
finding, whatever the share; where the second opinion sees hostility, a refusal or an insolvency
that no rule found, a human decides. Where it sees none of what a rule found, a human decides too.

What would go on by itself is then weighed once more, with all alarms (`last_word`).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import mul

from relance_mailer.reading.intents.hints import is_hinted
from relance_mailer.reading.intents.nothing_else import is_english, is_french, is_limited
from relance_mailer.reading.intents.order import Weighed, ordered, outcome_of
from relance_mailer.reading.intents.phrases import BEYOND_DOUBT
from relance_mailer.reading.intents.third_parties import may_be_anothers
from relance_mailer.reading.message import Finding
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.words import INTENT_ORDER, Intent, Outcome

DOUBT = "second_opinion"
RULE = "second avis"
SILENCE = "nothing_understood"
_OUTVOTED = frozenset({SILENCE, "refusal_with_a_ground", "unread_ground", "hostile_hint"})
"""The rules' doubts that give way where the second opinion seconds their hint of `legal`."""

LEGAL = frozenset({Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY})
NEEDS_A_HUMAN = LEGAL | {Intent.DISPUTE, Intent.OPT_OUT, Intent.PLAN_REQUEST, Intent.QUESTION}
_MONEY = frozenset({Intent.PROMISE, Intent.PAID})
GROUNDS = LEGAL | {Intent.DISPUTE, Intent.OPT_OUT}

_HEARD = 0.42  # a share from which an intent is among those that the text carries
_GUESS = 0.2  # below it, the best share is no guess worth showing
_SAID = 0.08  # what the second opinion must give to a guess of its own
_SECONDED = 0.75
_GROUND_NONE = 0.1
_GROUND_PLAIN = 0.9  # a dispute so plain, beside what of `legal` is hardly heard
_GROUND_BESIDE = 0.3  # a refusal or an insolvency beside such a share of dispute

_BESIDE = {
    Intent.HOSTILE: NEEDS_A_HUMAN - {Intent.DISPUTE},
    Intent.REFUSAL: (NEEDS_A_HUMAN | {Intent.DISTRESS}) - {Intent.DISPUTE},
    Intent.INSOLVENCY: (NEEDS_A_HUMAN | {Intent.DISTRESS}) - {Intent.DISPUTE},
}
"""What may stand beside a hint of `legal` that the second opinion seconds."""

_LEAST = 1e-4


@dataclass(frozen=True, kw_only=True, slots=True)
class Voices:
    """How much each voice counts for an intent, and by how much each intent starts."""

    intent: tuple[float, ...]
    starts: tuple[float, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Both:
    """What the two say, side by side and together."""

    weighed: Weighed
    opinion: Opinion
    shares: dict[Intent, float]
    addressed: bool


def judged(weighed: Weighed, opinion: Opinion, voices: Voices, *, addressed: bool) -> Weighed:
    """The intents, findings and doubts after both were heard; `addressed`: a new address is given.

    The findings of an intent that only the second opinion sees have the rule `RULE`.
    """
    both = _Both(
        weighed=weighed,
        opinion=opinion,
        shares=shares_of(weighed, opinion, voices),
        addressed=addressed,
    )
    heard = _heard(both)
    return replace(
        weighed,
        intents=heard,
        findings=_findings(both, heard),
        doubts=_doubts(both, heard),
    )


def _heard(both: _Both) -> frozenset[Intent]:
    """The intents whose share is enough, or the best of those that may be guessed."""
    allowed = [intent for intent in INTENT_ORDER if _is_allowed(intent, both)]
    # What a rule found beyond doubt is heard, whatever the model makes of it.
    sure = {found.intent for found in both.weighed.findings if found.strength >= 3}
    heard = frozenset(
        intent for intent in allowed if both.shares[intent] >= _HEARD or intent in sure
    )
    if heard:
        return heard
    best = max(allowed, key=lambda intent: both.shares[intent])
    guessed = both.shares[best] >= _GUESS and (
        best in both.weighed.intents or both.opinion.shares[best] >= _SAID
    )
    return frozenset({best}) if guessed else frozenset()


def _is_allowed(intent: Intent, both: _Both) -> bool:
    """Whether nothing but a rule leads to `legal`, nor to what the text only sounds like."""
    if intent in both.weighed.denied:
        return False
    if intent not in LEGAL or intent in both.weighed.intents:
        return True
    hinted = any(finding.intent is intent for finding in both.weighed.seen)
    return (
        hinted
        and both.weighed.intents <= _BESIDE[intent]
        and _OUTVOTED.issuperset(both.weighed.doubts)
        and min(both.shares[intent], both.opinion.shares[intent]) >= _SECONDED
        and max(both.shares[Intent.DISPUTE], both.opinion.shares[Intent.DISPUTE]) < _GROUND_NONE
        and not (intent is Intent.REFUSAL and _may_be_grounded(both.weighed))
    )


def _may_be_grounded(weighed: Weighed) -> bool:
    """Whether what sounds like a refusal may be another's, or has a limit or a ground beside it."""
    spans = [each.span for each in weighed.seen if each.intent is Intent.REFUSAL]
    return (
        may_be_anothers(weighed.text)
        or is_english(weighed.text)
        or (is_french(weighed.text) and is_limited(weighed.text, spans))
    )


def _doubts(both: _Both, heard: frozenset[Intent]) -> tuple[str, ...]:
    if not heard:
        return tuple(dict.fromkeys((*both.weighed.doubts, SILENCE)))
    outvoted = _OUTVOTED if heard & LEGAL - both.weighed.intents else {SILENCE}
    doubts = tuple(doubt for doubt in both.weighed.doubts if doubt not in outvoted)
    return (*doubts, DOUBT) if _differ(both, heard) else doubts


def _differ(both: _Both, heard: frozenset[Intent]) -> bool:
    """Whether the two differ on something that matters."""
    best = max(INTENT_ORDER, key=lambda intent: both.shares[intent])
    if best in LEGAL and best not in heard:
        return True
    first = ordered(heard, addressed=both.addressed)[0]
    outcome = outcome_of(first, addressed=both.addressed)
    if outcome is Outcome.LEGAL:
        if _is_beyond_doubt(first, both):
            return False
        if Intent.HOSTILE not in heard and heard & _MONEY:
            return True
        if Intent.HOSTILE not in heard and both.opinion.shares[Intent.DISPUTE] >= _GROUND_BESIDE:
            return True
        said = both.opinion.shares
        if said[Intent.DISPUTE] >= _GROUND_PLAIN and said[first] < _HEARD:
            return True
        return sum(said[intent] for intent in LEGAL) < _GROUND_NONE
    return False  # what goes on by itself has the last word to pass


def _is_beyond_doubt(intent: Intent, both: _Both) -> bool:
    """Whether the rules heard the writer's own court: no share of a ground undoes that."""
    return any(
        each.intent is intent and each.strength >= BEYOND_DOUBT for each in both.weighed.findings
    )


def has_a_second_voice(weighed: Weighed, heard: frozenset[Intent], *, addressed: bool) -> bool:
    """Whether the text has at least a word of what decides: the model never decides alone.

    `weighed` is what the rules alone made of it.
    """
    first = ordered(heard, addressed=addressed)[0]
    return (
        first in weighed.intents
        # "389 euros, vendredi, par CB": paid or promised, the rules have a word of the money.
        or (first in _MONEY and bool(heard & weighed.intents & _MONEY))
        or is_hinted(first, weighed.text)
        or any(finding.intent is first for finding in weighed.seen)
    )


def _findings(both: _Both, heard: frozenset[Intent]) -> tuple[Finding, ...]:
    """Those of the rules, and the strongest sentence for what only the second opinion sees."""
    kept = tuple(finding for finding in both.weighed.seen if finding.intent in heard)
    found = {finding.intent for finding in kept}
    return kept + tuple(
        Finding(intent=intent, span=both.opinion.spans[intent], rule=RULE)
        for intent in INTENT_ORDER
        if intent in heard - found
    )


def shares_of(weighed: Weighed, opinion: Opinion, voices: Voices) -> dict[Intent, float]:
    """The share of each intent (0 to 1) out of both voices."""
    heard = zip(voices.starts, INTENT_ORDER, voices_on(weighed, opinion), strict=True)
    return {intent: share_of(start, voices.intent, said) for start, intent, said in heard}


def voices_on(weighed: Weighed, opinion: Opinion) -> Iterator[tuple[float, ...]]:
    """What each voice says of each intent, in their order."""
    strongest: dict[Intent, int] = {}
    for found in weighed.seen:
        strongest[found.intent] = max(found.strength, strongest.get(found.intent, 0))
    *_, second, first = sorted(opinion.shares.values())
    of_first, of_second = odds(first), odds(second)
    silent = float(not weighed.intents)
    for intent in INTENT_ORDER:
        stands = intent in weighed.intents
        strength = strongest.get(intent, 0)
        own = opinion.shares[intent]
        yield (
            odds(own),
            float(stands),
            float(stands and strength >= 3),
            float(strength > 0 and not stands),
            silent,
            of_second if own == first else of_first,
        )


def odds(share: float) -> float:
    """The natural logarithm of a share's odds, bounded."""
    return math.log(max(share, _LEAST) / max(1 - share, _LEAST))


def share_of(start: float, weights: tuple[float, ...], said: tuple[float, ...]) -> float:
    """The share (0 to 1) out of what was said, each weighted, and a start."""
    assert len(weights) == len(said)
    total = start + sum(map(mul, weights, said))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
