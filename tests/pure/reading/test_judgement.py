"""The rules and the second opinion heard together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.judgement import LEGAL, RULE, SILENCE, Voices, judged
from relance_mailer.reading.message import Finding
from relance_mailer.reading.second_opinion import Opinion
from relance_mailer.words import INTENT_ORDER, Intent

# As learnt, roundly: a rule's word is worth a good deal, silence little.
VOICES = Voices(
    intent=(1.0, 3.5, 0.0, 1.0, 1.0, -0.4),
    starts=(-1.0,) * len(INTENT_ORDER),
)


def opinion(human: float = 0.02, **shares: float) -> Opinion:
    return Opinion(
        shares={intent: shares.get(intent.value, 0.01) for intent in INTENT_ORDER},
        human=human,
        spans={intent: f"la phrase de {intent.value}" for intent in INTENT_ORDER},
    )


def rules(*intents: Intent, doubts: tuple[str, ...] = (), strength: int = 2) -> Weighed:
    found = tuple(
        Finding(intent=intent, span="des mots", rule="une règle", strength=strength)
        for intent in intents
    )
    silent = () if intents else (SILENCE,)
    return Weighed(
        intents=frozenset(intents), findings=found, doubts=(*doubts, *silent), seen=found
    )


def heard(weighed: Weighed, said: Opinion) -> tuple[set[Intent], tuple[str, ...]]:
    both = judged(weighed, said, VOICES, addressed=False)
    return set(both.intents), both.doubts


def test_both_agree_and_the_machine_decides() -> None:
    assert heard(rules(Intent.PROMISE), opinion(promise=0.9)) == ({Intent.PROMISE}, ())


def test_rules_know_a_word_of_it_and_the_opinion_is_plain() -> None:
    hinted = replace(rules(), text="C'est parti ce matin de notre banque.")
    both = judged(hinted, opinion(paid=0.9), VOICES, addressed=False)
    assert (both.intents, both.doubts) == (frozenset({Intent.PAID}), ())
    (finding,) = both.findings
    assert (finding.rule, finding.span) == (RULE, "la phrase de paid")


def test_neither_has_an_idea() -> None:
    assert heard(rules(), opinion()) == (set(), (SILENCE,))


def test_a_question_that_only_the_opinion_sees_is_for_a_human() -> None:
    intents, _ = heard(rules(), opinion(human=0.9, question=0.9))
    assert intents == {Intent.QUESTION}


def test_insults_that_both_see() -> None:
    intents, doubts = heard(rules(Intent.HOSTILE), opinion(human=0.9, hostile=0.8))
    assert (intents, doubts) == ({Intent.HOSTILE}, ())


def test_a_refusal_that_stood_beside_too_many_words_is_one_when_seconded() -> None:
    found = (Finding(intent=Intent.REFUSAL, span="je ne paierai pas", rule="ne paiera pas"),)
    outweighed = Weighed(
        intents=frozenset(),
        findings=(),
        doubts=("refusal_with_a_ground", SILENCE),
        seen=found,
    )
    assert heard(outweighed, opinion(human=0.9, refusal=0.9)) == ({Intent.REFUSAL}, ())
    _, doubts = heard(outweighed, opinion(human=0.9, refusal=0.9, dispute=0.5))
    assert "refusal_with_a_ground" in doubts


def test_the_rules_own_doubts_stay() -> None:
    _, doubts = heard(rules(Intent.PAID, doubts=("changed_bank_details",)), opinion(paid=0.99))
    assert doubts == ("changed_bank_details",)


shares = st.floats(min_value=0, max_value=1)


@given(
    said=st.dictionaries(st.sampled_from([i.value for i in Intent]), shares),
    human=shares,
    ruled=st.sets(st.sampled_from([i for i in Intent if i not in LEGAL])),
)
def test_the_opinion_alone_never_leads_to_legal(
    said: dict[str, float], human: float, ruled: set[Intent]
) -> None:
    both = judged(rules(*ruled), opinion(human=human, **said), VOICES, addressed=False)
    assert not both.intents & LEGAL
