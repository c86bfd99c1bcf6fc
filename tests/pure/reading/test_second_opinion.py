"""The second opinion: what it counts, what it says, and that the shipped one reads plain words."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.second_opinion import (
    LABELS,
    Weights,
    opinion_on,
    passages,
    pieces,
)
from relance_mailer.reading.shipped_opinion import shipped_reader, shipped_weights
from relance_mailer.words import INTENT_ORDER, Intent


def row(intent: Intent, weight: int) -> bytes:
    place = INTENT_ORDER.index(intent)
    return bytes(128 + (weight if label == place else 0) for label in range(LABELS))


TINY = Weights(
    rows={"virement": row(Intent.PROMISE, 100), "casse": row(Intent.DISPUTE, 100)},
    unit=0.05,
    bias=(-2.0,) * LABELS,
)


def test_a_word_and_its_pieces_with_the_ends_marked() -> None:
    assert pieces("rib") == ("rib", "_ri", "rib", "ib_", "_rib", "rib_", "_rib_")


def test_days_months_and_figures_are_the_same_words() -> None:
    assert passages("vendredi 12 mars") == passages("lundi 3 avril")


def test_neighbours_are_pairs_and_whole_words_only_once() -> None:
    (found,) = passages("je paie je paie")
    assert found.words == {"je", "paie"}
    assert "je paie" in found.pairs


def test_a_greeting_alone_is_still_read() -> None:
    assert len(passages("Bonjour")) == 1
    assert len(passages("Bonjour,\n\nLe virement est parti hier. Il est chez vous.")) == 2


def test_the_sentence_that_speaks_most_is_quoted() -> None:
    said = opinion_on("Le virement partira lundi. Mais tout est cassé chez moi.", TINY)
    assert said.spans[Intent.PROMISE] == "Le virement partira lundi."
    assert said.shares[Intent.PROMISE] > 0.5 > said.shares[Intent.PAID]


def test_unknown_words_say_nothing() -> None:
    said = opinion_on("Zyx wvut srqp.", TINY)
    assert max(said.shares.values()) == pytest.approx(0.119, abs=0.001)


@pytest.mark.parametrize(
    "text, intent",
    [
        ("Nous ferons le virement jeudi prochain.", Intent.PROMISE),
        ("La facture a été payée la semaine dernière par virement.", Intent.PAID),
        ("Merci de nous renvoyer la facture en PDF.", Intent.INVOICE_REQUEST),
        ("La moitié de la livraison manquait, nous attendons un avoir.", Intent.DISPUTE),
        ("Bien reçu, je transmets à ma collègue.", Intent.ACK),
        ("Pourrions-nous payer en quatre fois ?", Intent.PLAN_REQUEST),
        ("Vous êtes une bande d'escrocs.", Intent.HOSTILE),
        ("Notre société est en liquidation judiciaire.", Intent.INSOLVENCY),
        ("Please remove my address from your list.", Intent.OPT_OUT),
        ("The payment will be made on Monday.", Intent.PROMISE),
    ],
)
def test_shipped_weights_read_plain_sentences(text: str, intent: Intent) -> None:
    shares = shipped_reader(text).shares
    assert max(shares, key=lambda each: shares[each]) is intent


def test_shipped_weights_are_small() -> None:
    rows = shipped_weights().rows
    assert 5_000 < len(rows) <= 150_000
    assert all(len(signs) == LABELS for signs in rows.values())


@given(st.text(max_size=400))
def test_any_text_gets_shares_between_none_and_all(text: str) -> None:
    said = shipped_reader(text)
    assert all(0 <= share <= 1 for share in (*said.shares.values(), said.human))
    assert all(span in " ".join(text.split()) or span == text for span in said.spans.values())


def test_long_text_is_read_quickly() -> None:
    text = "Nous vous confirmons la réception de votre relance et vérifions ce dossier. " * 80
    shipped_reader(text)
    began = perf_counter()
    shipped_reader(text + "Merci.")
    assert perf_counter() - began < 0.2
