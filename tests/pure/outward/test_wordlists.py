"""Every row of every word list stops a letter that says it, and no list stops a sound letter."""

from dataclasses import replace

import pytest

from relance_mailer.law.routes import Act
from relance_mailer.outward import wordlists as w
from relance_mailer.outward.sheet import Sheet, normalised, sheet_of
from relance_mailer.outward.tongue import Row, Tongue, compiled
from relance_mailer.outward.wording import facts, foreign, harsh, rungs, soft
from relance_mailer.words import Segment
from values.letters import level_letter

DATED = {"fr": "le mardi 20 octobre 2026", "en": "on Tuesday 20 October 2026"}


def rows(*lists: str) -> list[object]:
    return [
        pytest.param(tongue, row, id=f"{tongue.language} {name} {row[1]}")
        for tongue in w.TONGUES.values()
        for name in lists
        for row in getattr(tongue, name)
    ]


def sheet(tongue: Tongue, words: str, template: str = "reminder_1") -> Sheet:
    """A letter of that language that says these words, apart from everything else."""
    segment = Segment.CONSUMER if template == "consumer" else Segment.SME
    letter = level_letter("reminder_1" if template == "consumer" else template, segment)
    letter = replace(letter, language=tongue.language)
    return sheet_of(letter, words, f"<p>{words}</p>", "", ())


LISTS = (
    "soft undated hedges disregard harsh below_notice consumer costs degree motives interest "
    "notice notice_act posted before_due court"
).split()


@pytest.mark.parametrize(("tongue", "row"), rows(*LISTS))
def test_a_row_finds_its_phrase(tongue: Tongue, row: Row) -> None:
    pattern, phrase = row
    assert compiled(pattern).search(normalised(phrase))


@pytest.mark.parametrize(("tongue", "row"), rows("soft"))
def test_a_soft_phrase_stops_the_letter(tongue: Tongue, row: Row) -> None:
    for words in (row[1], row[1].upper(), row[1].replace("'", "\u2019")):
        assert [fault.id for fault in soft(sheet(tongue, f"Word {words}."))][:1] == ["soft"]


@pytest.mark.parametrize(("tongue", "row"), rows("harsh", "below_notice", "costs"))
def test_a_harsh_phrase_stops_the_letter(tongue: Tongue, row: Row) -> None:
    for words in (row[1], row[1].upper(), row[1].replace("'", "\u2019")):
        assert [fault.id for fault in harsh(sheet(tongue, f"Word {words}."))][:1] == ["harsh"]


@pytest.mark.parametrize(("tongue", "row"), rows("harsh"))
def test_the_formal_notice_is_no_harsher(tongue: Tongue, row: Row) -> None:
    assert list(harsh(sheet(tongue, f"Word {row[1]}.", "formal_notice")))


@pytest.mark.parametrize(("tongue", "row"), rows("below_notice"))
def test_what_the_formal_notice_alone_may_say(tongue: Tongue, row: Row) -> None:
    assert list(harsh(sheet(tongue, f"Word {row[1]}.", "formal_notice"))) == []


@pytest.mark.parametrize(("tongue", "row"), rows("undated"))
def test_an_act_needs_its_date(tongue: Tongue, row: Row) -> None:
    assert list(soft(sheet(tongue, f"Word {row[1]}.")))
    assert list(soft(sheet(tongue, f"Word {row[1]} {DATED[tongue.language]}."))) == []


@pytest.mark.parametrize(("tongue", "row"), rows("hedges"))
def test_a_hedge_empties_a_dated_sentence_and_no_other(tongue: Tongue, row: Row) -> None:
    assert list(soft(sheet(tongue, f"Word {row[1]} {DATED[tongue.language]}.")))
    assert list(soft(sheet(tongue, f"Word {row[1]}."))) == []


@pytest.mark.parametrize(("tongue", "row"), rows("disregard"))
def test_a_paid_letter_may_be_disregarded_once_and_late(tongue: Tongue, row: Row) -> None:
    pad = "word " * 60
    assert list(soft(sheet(tongue, f"{row[1]}. {pad}")))
    assert list(soft(sheet(tongue, f"{pad} {row[1]}. {row[1]}.")))
    assert list(soft(sheet(tongue, f"{pad}. {row[1]}."))) == []


@pytest.mark.parametrize(("tongue", "row"), rows("degree", "motives"))
def test_what_is_no_fact_is_remarked(tongue: Tongue, row: Row) -> None:
    assert [fault.id for fault in facts(sheet(tongue, f"Word {row[1]}."))] == ["facts"]


@pytest.mark.parametrize("tongue", w.TONGUES.values(), ids=w.TONGUES)
def test_a_word_that_comes_again_is_remarked(tongue: Tongue) -> None:
    for word in tongue.repeated:
        assert list(facts(sheet(tongue, f"Word {word}."))) == []
        assert list(facts(sheet(tongue, f"Word {word}, word {word}.")))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Il y a 15 factures.", ["15"]),
        ("Selon l'article L441-10 du code de commerce.", []),
        ("L'indemnité de 40 € est due.", []),
        ("Les articles R2192-31 et D2192-35 s'appliquent.", []),
    ],
)
def test_a_figure_of_no_source_is_remarked(words: str, expected: list[str]) -> None:
    found = [fault.because.split("»")[0] for fault in facts(sheet(w.TONGUES["fr"], words))]
    assert [text.strip("« ") for text in found] == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("interest", "interest"),
        ("court", "court"),
        ("notice", "notice"),
        ("notice_act", "notice_act"),
        ("posted", "posted"),
        ("before_due", "before_due"),
    ],
)
@pytest.mark.parametrize("tongue", w.TONGUES.values(), ids=w.TONGUES)
def test_each_rung_knows_its_words(tongue: Tongue, name: str, key: str) -> None:
    for _, phrase in getattr(tongue, name):
        assert key in rungs(sheet(tongue, f"Word {phrase}.")), phrase


@pytest.mark.parametrize("tongue", w.TONGUES.values(), ids=w.TONGUES)
def test_each_act_has_its_words_and_no_road_those_of_another(tongue: Tongue) -> None:
    assert set(tongue.acts) == set(Act)
    for act, own in tongue.acts.items():
        for pattern, phrase in own:
            assert compiled(pattern).search(normalised(phrase)), phrase
        if act in {Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT}:
            said = rungs(sheet(tongue, f"Word {own[0][1]}."))
            roads = {road.value for road in Act} & said.keys()
            assert roads == {act.value}


@pytest.mark.parametrize(
    ("language", "words", "stopped"),
    [
        ("fr", "Please pay the invoice by Monday.", True),
        ("fr", "La facture reste due.", False),
        ("fr", "Le site The Invoice Company est ouvert.", False),
        ("en", "Je vous demande de régler la facture dans votre prochaine campagne.", True),
        ("en", "It is filed with the tribunal de commerce de Brest.", False),
    ],
)
def test_one_language_a_letter(language: str, words: str, stopped: bool) -> None:
    assert bool(list(foreign(sheet(w.TONGUES[language], words)))) is stopped


def test_the_law_may_be_quoted_in_the_formal_notice() -> None:
    words = (
        "L'article 1344 du code civil parle d'« une sommation ou un acte portant interpellation »."
    )
    assert list(harsh(sheet(w.TONGUES["fr"], words, "formal_notice"))) == []
    assert list(harsh(sheet(w.TONGUES["fr"], words, "reminder_3")))
    assert list(harsh(sheet(w.TONGUES["fr"], "Ceci est une sommation.", "formal_notice")))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Une indemnité forfaitaire de 40 € pour frais de recouvrement est due."),
        ("en", "The fixed compensation of €40 for recovery costs is due."),
    ],
)
def test_the_forty_euros_are_named_as_the_law_names_them(language: str, words: str) -> None:
    tongue = w.TONGUES[language]
    assert list(harsh(sheet(tongue, words, "reminder_3"))) == []
    assert list(harsh(sheet(tongue, words, "consumer")))
