"""What the second opinion learns of texts of which only one sentence needs a human."""

from relance_mailer.reading.second_opinion import opinion_on, passages, together
from relance_mailer.words import Intent
from training.learner import learn
from training.material import Bag, Example, Known, Text, bags

THANKS = "Merci pour votre patience et bonne soirée."
GROUND = "Le carrelage de la cuisine est fendu."
PLAIN = (THANKS, "Le virement part vendredi prochain.", "Je transmets à mon associé.")


def _example(text: str, *intents: Intent, known: Known = Known.ALL) -> Example:
    return Example(
        passage=together(passages(text)),
        intents=intents,
        needs_a_human=Intent.DISPUTE in intents,
        known=known,
    )


def _bag(*sentences: str) -> Bag:
    return tuple(_example(each, Intent.DISPUTE, known=Known.SERIOUS) for each in sentences)


TAUGHT = [
    *(_example(each, Intent.ACK) for each in PLAIN * 3),
    *(_example(f"{GROUND} {THANKS}", Intent.DISPUTE) for _ in range(3)),
]


def test_of_a_text_that_needs_a_human_the_most_alarming_sentence_is_learnt() -> None:
    without = learn(TAUGHT)
    with_bags = learn(TAUGHT, [_bag(GROUND, THANKS)] * 3)
    assert opinion_on(GROUND, with_bags).human > opinion_on(GROUND, without).human
    assert opinion_on(THANKS, with_bags).human < 0.5


def test_a_bag_is_a_text_in_sentences_of_which_no_span_tells_which_one_counts() -> None:
    text = f"{GROUND} {THANKS}"
    serious = Text(source="s", hand="h", text=text, intents=(Intent.DISPUTE,))
    told = Text(source="s", hand="h", text=text, intents=(Intent.DISPUTE,), span=GROUND)
    short = Text(source="s", hand="h", text=GROUND, intents=(Intent.DISPUTE,))
    harmless = Text(source="s", hand="h", text=text, intents=(Intent.ACK,))
    (bag,) = bags([serious, told, short, harmless])
    assert [each.passage for each in bag] == list(passages(text))
    assert {each.known for each in bag} == {Known.SERIOUS}


def test_money_that_went_elsewhere_needs_a_human_and_a_missing_address_does_not() -> None:
    paid = Text(source="s", hand="h", text=GROUND, intents=(Intent.PAID,), outcome="review")
    gone = Text(source="s", hand="h", text=GROUND, intents=(Intent.REDIRECT,), outcome="review")
    held = Text(source="s", hand="h", text=GROUND, intents=(Intent.PAID,), outcome="hold")
    assert [each.needs_a_human for each in (paid, gone, held)] == [True, False, False]
