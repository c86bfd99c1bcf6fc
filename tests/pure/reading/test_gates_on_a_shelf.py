"""Gates rule out only what cannot match: asked together or alone, the answers are the same."""

import re

import pytest

from relance_mailer.reading.gates import Gated, Index, Shelf, gates_of
from relance_mailer.reading.intents.gist import gist_of, turn
from relance_mailer.reading.intents.phrases import sentences

PATTERNS = (
    r"virement (?:fait|parti)|cheque (?:\w+ ){0,3}poste",
    r"(?:jamais|pas) (?:\w+ ){0,2}recu|facture fausse",
    r"\d{1,3} ?fois",
    r"ecrivez a \w+@",
)
TEXTS = (
    "le virement est parti",
    "virement parti hier, cheque mis a la poste",
    "cheque bien poste",
    "nous n avons jamais rien recu",
    "recu jamais",
    "en 3 fois",
    "ecrivez a compta@client.fr",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("words", PATTERNS)
def test_a_gated_pattern_finds_what_the_plain_one_finds(words: str, text: str) -> None:
    """Each on a shelf with all the others."""
    shelf = Shelf()
    gated = [Gated(each, before=r"\b", shelf=shelf) for each in PATTERNS]
    found = gated[PATTERNS.index(words)].search(text)
    plain = re.search(rf"\b(?:{words})", text)
    assert (found and found.span()) == (plain and plain.span())


def test_patterns_that_come_later_are_seen_in_texts_asked_before() -> None:
    """What a shelf remembers of a text is not older than its patterns."""
    shelf = Shelf()
    first = Index([Gated("virement", shelf=shelf)], shelf)
    assert first.tried("virement et cheque")
    second = Index([Gated("cheque", shelf=shelf)], shelf)
    assert second.tried("virement et cheque") == ((0, [0]),)
    assert not second.tried("virement")


def test_an_alternative_that_needs_two_things_is_tried_where_both_stand() -> None:
    """One of them alone would let nearly every sentence pass."""
    words = r"jamais (?:\w+ ){0,2}recu"
    assert len(gates_of(words)) == 2
    index = Index([Gated(words)])
    assert index.tried("jamais rien recu")
    assert not index.tried("bien recu")
    assert not index.tried("jamais")


def test_a_turn_keeps_its_words_behind_its_gates() -> None:
    """Tags in capitals and gaps are gated like words."""
    (sentence,) = sentences("Je vous ai fait le virement samedi")
    tags = gist_of(sentence).tags
    assert turn("fait", "DOp ~2 MONEY").takes.search(tags)
    assert not turn("refus", "REFUSE ~2 MONEY").takes.search(tags)
