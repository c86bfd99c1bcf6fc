"""What the reader gets right on texts that the second opinion was not trained on.

The rules were written with the corpora at hand and not with the own texts: only the figures of
`own` say what rules and opinion do together on texts that neither has seen.
"""

from relance_mailer.reading.intents.order import Weighed, ordered, outcome_of
from relance_mailer.reading.judgement import LEGAL, Voices, judged
from relance_mailer.reading.misgivings import with_misgivings
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.reading.understand import weighed_by_rules
from relance_mailer.words import INTENT_ORDER, Intent, Outcome
from training.material import Text

Figures = dict[str, float]


def figures(texts: list[Text], unseen: list[Opinion], voices: Voices) -> dict[str, Figures]:
    """For each source, the rules alone, the second opinion alone and both together."""
    found: dict[str, Figures] = {}
    for source in sorted({text.source for text in texts}):
        pairs = [
            (text, opinion)
            for text, opinion in zip(texts, unseen, strict=True)
            if text.source == source
        ]
        ruled = [weighed_by_rules(text.text, text.sent_at) for text, _ in pairs]
        both = [
            with_misgivings(judged(weighed, opinion, voices, addressed="@" in text.text), text.text)
            for weighed, (text, opinion) in zip(ruled, pairs, strict=True)
        ]
        own = [text for text, _ in pairs]
        found[f"{source}: rules"] = _of(own, ruled)
        found[f"{source}: both"] = _of(own, both)
        strongest = [_strongest(opinion) is text.intents[0] for text, opinion in pairs]
        found[f"{source}: second opinion"] = {"first_intent": _mean(strongest)}
    return found


def _of(texts: list[Text], read: list[Weighed]) -> Figures:
    wanted = [_course(text.intents, addressed="@" in text.text) for text in texts]
    got = [
        Outcome.REVIEW
        if each.doubts or not each.intents
        else _course(ordered(each.intents, addressed="@" in text.text), addressed="@" in text.text)
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


def _course(intents: tuple[Intent, ...], *, addressed: bool) -> Outcome:
    """To `legal`, to a human, or on by itself: `hold` stands for all that goes on by itself."""
    if intents[0] in LEGAL:
        return Outcome.LEGAL
    outcome = outcome_of(intents[0], addressed=addressed)
    return Outcome.REVIEW if outcome is Outcome.REVIEW else Outcome.HOLD


def _strongest(opinion: Opinion) -> Intent:
    return max(INTENT_ORDER, key=lambda intent: opinion.shares[intent])


def _mean(right: list[bool]) -> float:
    return round(sum(right) / max(1, len(right)), 3)
