"""What the reader gets right on texts that the second opinion was not trained on.

The rules were written with the corpora at hand and not with the own texts: only the figures of
`own` say what rules and opinion do together on texts that neither has seen.
"""

from relance_mailer.reading.intents.order import Weighed, ordered, outcome_of
from relance_mailer.reading.judgement import LEGAL
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.words import INTENT_ORDER, Intent, Outcome
from training.last_word import Heard
from training.material import Text

Figures = dict[str, float]


def figures(heard: list[Heard], last: list[Weighed]) -> dict[str, Figures]:
    """For each source, the rules alone, the second opinion alone and both together."""
    found: dict[str, Figures] = {}
    for source in sorted({each.text.source for each in heard}):
        pairs = [pair for pair in zip(heard, last, strict=True) if pair[0].text.source == source]
        own = [each.text for each, _ in pairs]
        found[f"{source}: rules"] = _of(own, [each.case.ruled for each, _ in pairs])
        found[f"{source}: both"] = _of(own, [weighed for _, weighed in pairs])
        strongest = [_strongest(each.case.opinion) is each.text.intents[0] for each, _ in pairs]
        found[f"{source}: second opinion"] = {"first_intent": _mean(strongest)}
    return found


def _of(texts: list[Text], read: list[Weighed]) -> Figures:
    wanted = [course_of(text.intents, addressed="@" in text.text) for text in texts]
    got = [
        Outcome.REVIEW
        if each.doubts or not each.intents
        else course_of(
            ordered(each.intents, addressed="@" in text.text), addressed="@" in text.text
        )
        for text, each in zip(texts, read, strict=True)
    ]
    human = {Outcome.REVIEW, Outcome.LEGAL}
    pairs = list(zip(wanted, got, strict=True))
    return {
        "texts": len(texts),
        "first_intent": _mean(
            [
                ordered(each.intents, addressed="@" in text.text)[:1] == text.intents[:1]
                for text, each in zip(texts, read, strict=True)
            ]
        ),
        "course": _mean([one == other for one, other in pairs]),
        "harmful": sum(one in human and other not in human for one, other in pairs),
        "wrongful": sum(one is not other and other is Outcome.LEGAL for one, other in pairs),
        "decided_without_a_human": _mean(
            [other not in human for one, other in pairs if one not in human]
        ),
    }


def course_of(intents: tuple[Intent, ...], *, addressed: bool) -> Outcome:
    """To `legal`, to a human, or on by itself: `hold` stands for all that goes on by itself."""
    if intents[0] in LEGAL:
        return Outcome.LEGAL
    outcome = outcome_of(intents[0], addressed=addressed)
    return Outcome.REVIEW if outcome is Outcome.REVIEW else Outcome.HOLD


def _strongest(opinion: Opinion) -> Intent:
    return max(INTENT_ORDER, key=lambda intent: opinion.shares[intent])


def _mean(right: list[bool]) -> float:
    return round(sum(right) / max(1, len(right)), 3)
