"""Which of the thirteen intents a text carries, and which one decides.

Each rule of the tuple looks for its own words and knows no other; `scale` weighs them against each
other, and the most protective outcome comes first (contract §2).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from relance_mailer.reading.intents import (
    abroad,
    ack,
    dispute,
    distress,
    english_days,
    english_errands,
    english_hardship,
    english_papers,
    english_pledges,
    english_voices,
    english_whereto,
    few_words,
    handed_on,
    harmless,
    hostile,
    insolvency,
    invoice_request,
    named_in_passing,
    not_the_end,
    nothing_else,
    opt_out,
    over,
    paid,
    plain_english,
    plain_ways,
    plan_request,
    promise,
    question,
    redirect,
    refusal,
    talk_ways,
    third_parties,
)
from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.intents.scale import STEPS, Scale
from relance_mailer.reading.message import Finding
from relance_mailer.words import INTENT_ORDER, OUTCOME_ORDER, Intent, Outcome

RULES: tuple[tuple[Intent, Callable[[str], tuple[Finding, ...]]], ...] = (
    (Intent.HOSTILE, hostile.find),
    (Intent.REFUSAL, refusal.find),
    (Intent.INSOLVENCY, insolvency.find),
    (Intent.DISPUTE, dispute.find),
    (Intent.OPT_OUT, opt_out.find),
    (Intent.PAID, paid.find),
    (Intent.PLAN_REQUEST, plan_request.find),
    (Intent.PROMISE, promise.find),
    (Intent.INVOICE_REQUEST, invoice_request.find),
    (Intent.REDIRECT, redirect.find),
    (Intent.DISTRESS, distress.find),
    (Intent.ACK, ack.find),
    (Intent.QUESTION, question.find),
)

OUTCOME: dict[Intent, Outcome] = {
    Intent.HOSTILE: Outcome.LEGAL,
    Intent.REFUSAL: Outcome.LEGAL,
    Intent.INSOLVENCY: Outcome.LEGAL,
    Intent.DISPUTE: Outcome.REVIEW,
    Intent.OPT_OUT: Outcome.REVIEW,
    Intent.PAID: Outcome.HOLD,
    Intent.PLAN_REQUEST: Outcome.REVIEW,
    Intent.PROMISE: Outcome.HOLD,
    Intent.INVOICE_REQUEST: Outcome.HOLD,
    Intent.REDIRECT: Outcome.REVIEW,
    Intent.DISTRESS: Outcome.CONTINUE,
    Intent.ACK: Outcome.HOLD,
    Intent.QUESTION: Outcome.REVIEW,
}
"""Contract §5, before dates and addresses are known (see `outcome_of`)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """What was found, what of it stands, and the reasons for a human.

    `seen` is everything that a rule took, hints and what was outweighed included; `lifted` of what
    something was taken back because its words are harmless; `denied` is what the text only sounds
    like, so that no second voice alone hears it; `text` is what was weighed.
    """

    intents: frozenset[Intent]
    findings: tuple[Finding, ...]
    doubts: tuple[str, ...]
    seen: tuple[Finding, ...] = ()
    text: str = ""
    lifted: frozenset[Intent] = frozenset()
    denied: frozenset[Intent] = frozenset()


def outcome_of(
    intent: Intent, *, dated: bool = False, addressed: bool = False, back: bool = False
) -> Outcome:
    """What an intent leads to, given a promised date, a new address, the writer's own return."""
    if intent is Intent.PROMISE and dated:
        return Outcome.HOLD_UNTIL
    if intent is Intent.ACK and back:
        return Outcome.HOLD_UNTIL
    if intent is Intent.REDIRECT and addressed:
        return Outcome.CONTINUE
    return OUTCOME[intent]


def ordered(
    intents: frozenset[Intent], *, dated: bool = False, addressed: bool = False, back: bool = False
) -> tuple[Intent, ...]:
    """The intents, the one that decides first (contract §2)."""
    return tuple(
        sorted(
            intents,
            key=lambda intent: (
                OUTCOME_ORDER.index(
                    outcome_of(intent, dated=dated, addressed=addressed, back=back)
                ),
                INTENT_ORDER.index(intent),
            ),
        )
    )


def weigh(text: str) -> Weighed:
    """The intents of a text, weighed against each other."""
    found = tuple(finding for _, find in RULES for finding in find(text))
    found += plain_ways.find(text) + talk_ways.find(text) + few_words.find(text)
    found += abroad.find(text) + plain_english.find(text)
    found += english_pledges.find(text) + english_days.find(text) + english_hardship.find(text)
    found += english_errands.find(text) + english_papers.find(text)
    found += english_voices.find(text) + english_whereto.find(text)
    found = english_papers.without_what_asks_for_papers(found, text)
    findings = over.without_what_was_paid(
        over.without_look_alikes(over.without_what_is_over(found, text), text), text
    )
    findings = handed_on.without_what_is_no_promise(findings, text)
    kept_after = harmless.without_the_harmless(findings, text)
    lifted = frozenset(each.intent for each in set(findings) - set(kept_after))
    about_us = third_parties.without_what_is_elsewhere(kept_after, text)
    about_us = named_in_passing.without_what_pledges_nothing(about_us, text)
    empty = named_in_passing.pledges_nothing(about_us, text) or handed_on.pledges_no_more(
        about_us, text
    )
    own = not_the_end.without_ends_that_are_none(about_us, text)
    denied = not_the_end.ends_taken_back(about_us, own)
    findings = without_grounded_refusals(third_parties.with_what_is_sure(own, text), text)
    findings = nothing_else.with_the_refusal_alone(findings, text)
    scale = Scale(findings, text)
    for step in STEPS:
        step(scale)
    kept = frozenset(scale.standing)
    return Weighed(
        intents=kept,
        findings=tuple(finding for finding in findings if finding.intent in kept),
        doubts=tuple(dict.fromkeys(scale.doubts)),
        seen=findings,
        text=text,
        lifted=lifted,
        denied=denied | {Intent.PROMISE} if empty else denied,
    )


def without_grounded_refusals(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without refusals whose own sentence surely gives the ground: a dispute each."""
    grounds = [each for each in findings if each.intent is Intent.DISPUTE and each.strength > 1]
    if not grounds or all(each.intent is not Intent.REFUSAL for each in findings):
        return findings
    grounded = [
        each.raw for each in sentences(text) if any(one.span in each.raw for one in grounds)
    ]
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.REFUSAL or not any(each.span in raw for raw in grounded)
    )


_UNDATED = {
    "engagement sans date",
    "engagement en deux mots",
    "promis",
    "paiera",
    "payé dès que notre argent rentre",
}


def without_empty_promise(weighed: Weighed) -> Weighed:
    """Without a promise that only a date made one, when no date ahead could be read.

    Beside another intent it is dropped; alone it stays, undated.
    """
    rules = {each.rule for each in weighed.findings if each.intent is Intent.PROMISE}
    others = weighed.intents - {Intent.PROMISE}
    if not rules or rules & _UNDATED or not others:
        return weighed
    return replace(
        weighed,
        intents=others,
        findings=tuple(each for each in weighed.findings if each.intent in others),
    )
