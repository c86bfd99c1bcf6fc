"""Gates rule out only what cannot match: asked together or alone, the answers are the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.gate_strings import gates_of
from relance_mailer.reading.gates import Gated, Index, Shelf
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


@pytest.mark.parametrize("text", TEXTS)
def test_all_matches_are_found_and_taken_out_as_by_the_plain_one(text: str) -> None:
    """One that matches twice, and one of which the gates open and nothing matches."""
    words = r"cheque (?:\w+ ){0,3}poste|virement|jamais recu"
    gated, plain = Gated(words, before=r"\b"), re.compile(rf"\b(?:{words})")
    assert [each.span() for each in gated.finditer(text)] == [
        each.span() for each in plain.finditer(text)
    ]
    assert gated.sub(" , ", text) == plain.sub(" , ", text)


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
    assert len(gates_of(words)) > 1
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


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        (r"\bno\b", ("no", "No.", "dit\u2019no\u2019", "« no »", "no\n")),
        (r"\d{1,2} ?x\b", ("3x", "en 12 x", "\u0663 x", "3 X,")),
        (r"^ok\W", ("ok,", "OK ")),
        (r"d['\u2019]ici (?:le )?\d", ("d'ici 8", "d\u2019ici le 12")),
        (r"(?:c[*]+n|m[*]+\w*)\b", ("c**n", "sale m*rde")),
        (r"[.;] ?le solde", ("Oui.Le solde", "oui ; le solde")),
        (r"\s€|\bœuvr\w+", ("450\u202f€", "main d\u2019œuvre", "Œuvres")),
    ],
)
def test_ends_of_words_figures_and_foreign_signs_open_gates(
    words: str, texts: tuple[str, ...]
) -> None:
    """Texts and patterns are compared in one alphabet: neither may lose what the other keeps."""
    for text in texts:
        assert re.search(words, text, re.IGNORECASE)
        assert Gated(words, re.IGNORECASE).search(text)


def test_a_word_does_not_open_the_gate_of_its_part() -> None:
    index = Index([Gated(r"\b(?:rats?|cons?|m[*]+)\b")])
    assert index.tried("espece de rat")
    assert not index.tried("la piraterie seconde")


@given(text=st.text(alphabet="abox0 1'.*\u2019éœ€@_\n", max_size=30))
def test_no_gate_hides_a_match_at_the_end_of_a_word(text: str) -> None:
    for words in (
        r"\bab\b|^o|x$|\d+x|[*.]+a\b|\b\d{2}\b",
        r"(?:a|b\b|0) ?(?:\b[xo]\b)+|€ ?\d|o@",
        r"(?<=o)a\W\d|\b(?:a\d|x[*]+b?)\b.{0,4}o",
    ):
        assert bool(Gated(words).search(text)) == bool(re.search(words, text))
