"""All alarms weighed together: what gives way, what holds, what is never asked."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.judgement import DOUBT, NEEDS_A_HUMAN
from relance_mailer.reading.last_word import (
    GIVES_WAY,
    GOES_ON,
    HARDLY_GIVES_WAY,
    HINTS,
    IS_OVERRULED,
    NEVER_BY_CHANCE,
    OF_A_GUESS,
    OF_NEARLY_PLAIN,
    OF_PLAIN,
    SHORT,
    SIGNS,
    WEAK,
    Case,
    case_of,
    said_of,
    with_last_word,
)
from relance_mailer.reading.message import Finding, Weighing
from relance_mailer.reading.misgivings import SIGN_NAMES
from relance_mailer.reading.shipped_opinion import (
    shipped_last_word,
    shipped_reader,
    shipped_voices,
)
from relance_mailer.reading.understand import heard_in, read_text
from relance_mailer.words import Intent

TUESDAY = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
PLAIN = "Le virement part vendredi. Mon camion est en panne et le garage traîne."


def both(text: str) -> tuple[Weighed, Case]:
    return heard_in(text, TUESDAY, shipped_reader(text), shipped_voices(), addressed=False)


def counts(start: float) -> tuple[float, ...]:
    """What each voice counts when none does: the share is the start's alone."""
    return (start, *(0.0 for _ in shipped_last_word()[1:]))


HARMLESS, SERIOUS = counts(-9.0), counts(9.0)


def last(heard: Weighed, case: Case, counted: tuple[float, ...]) -> tuple[Weighed, Weighing | None]:
    return with_last_word(heard, case, counted, addressed=False)


def with_finding(weighed: Weighed, intent: Intent, strength: int) -> Weighed:
    found = Finding(intent=intent, span="en panne", rule="une règle", strength=strength)
    return replace(
        weighed,
        intents=weighed.intents | {intent},
        findings=(*weighed.findings, found),
        seen=(*weighed.seen, found),
    )


def test_what_alarms_in_no_way_goes_on() -> None:
    weighed, weighing = last(*both(PLAIN), HARMLESS)
    assert weighed.intents == {Intent.PROMISE}
    assert weighed.doubts == ()
    assert weighing is not None
    assert weighing.share < weighing.bound


def test_what_alarms_as_a_whole_has_a_doubt_though_no_voice_had_one() -> None:
    heard, case = both("Le virement part vendredi, bonne journée à tous.")
    weighed, weighing = last(heard, replace(case, signs=()), SERIOUS)
    assert weighed.doubts == (DOUBT,)
    assert weighing is not None
    assert weighing.gave_way == ()


@pytest.mark.parametrize("doubt", sorted(WEAK))
def test_a_weak_doubt_holds_or_gives_way_as_all_is_weighed(doubt: str) -> None:
    heard, case = both(PLAIN)
    doubted = replace(heard, doubts=(doubt,))
    held, _ = last(doubted, case, SERIOUS)
    gone, weighing = last(doubted, case, HARMLESS)
    assert held.doubts == (doubt,)
    assert gone.doubts == ()
    assert weighing is not None
    assert doubt in weighing.gave_way


@pytest.mark.parametrize(
    "doubt", ["changed_bank_details", "unread_language", "paid_elsewhere", "too_long"]
)
def test_a_doubt_that_is_no_matter_of_words_is_never_weighed(doubt: str) -> None:
    heard, case = both(PLAIN)
    doubted = replace(heard, doubts=(doubt,))
    assert last(doubted, case, HARMLESS) == (doubted, None)


@pytest.mark.parametrize("sign", sorted(SIGN_NAMES - set(SIGNS)))
def test_a_sign_that_is_no_matter_of_words_stops_a_text(sign: str) -> None:
    heard, case = both(PLAIN)
    weighed, weighing = last(heard, replace(case, signs=((sign, PLAIN),)), HARMLESS)
    assert weighed.doubts == (sign,)
    assert weighing is None


@pytest.mark.parametrize("intent", [Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY])
def test_what_is_legal_is_never_weighed(intent: Intent) -> None:
    heard, case = both(PLAIN)
    found = with_finding(heard, intent, 2)
    assert last(found, case, HARMLESS) == (found, None)


@pytest.mark.parametrize("intent", [Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY])
def test_what_a_rule_took_for_legal_and_both_did_not_is_a_humans(intent: Intent) -> None:
    heard, case = both(PLAIN)
    taken = replace(case, ruled=with_finding(case.ruled, intent, 2))
    weighed, _ = last(heard, taken, HARMLESS)
    assert weighed.doubts


@pytest.mark.parametrize(
    "intent", [Intent.DISPUTE, Intent.QUESTION, Intent.PLAN_REQUEST, Intent.OPT_OUT]
)
def test_what_a_rule_took_for_serious_is_overruled_by_all_the_rest_only(intent: Intent) -> None:
    heard, case = both(PLAIN)
    found = with_finding(heard, intent, 2)
    taken = replace(case, ruled=with_finding(case.ruled, intent, 2))
    gone, weighing = last(found, taken, HARMLESS)
    assert intent not in gone.intents
    assert intent not in {finding.intent for finding in gone.findings}
    assert weighing is not None
    assert str(intent) in weighing.gave_way
    held, _ = last(found, taken, SERIOUS)
    assert held.intents == found.intents


def test_what_a_rule_found_beyond_doubt_is_overruled_by_nothing() -> None:
    heard, case = both(PLAIN)
    found = with_finding(heard, Intent.DISPUTE, 3)
    taken = replace(case, ruled=with_finding(case.ruled, Intent.DISPUTE, 3))
    assert last(found, taken, HARMLESS) == (found, None)


@pytest.mark.parametrize(
    "ground",
    ["Je conteste.", "Trop cher !", "Pas livré !", "Un litige.", "En 2 fois ?", "Stop mails."],
)
def test_an_alarm_in_a_word_or_two_is_never_weighed(ground: str) -> None:
    """The second opinion tells nothing of so short a sentence: nothing may lift the alarm."""
    text = (
        "Bonjour Madame, je vous fais le virement lundi comme prévu.\nMerci pour votre patience.\n"
        f"{ground}\nBonne journée à vous"
    )
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.doubts or set(reading.intents) & NEEDS_A_HUMAN


def test_an_alarm_behind_the_last_sentence_that_is_told_is_never_weighed() -> None:
    text = (
        "Je vous règle vendredi.\n"
        + "Bonne journée à toute l'équipe.\n" * 205
        + "La machine livrée est tombée en panne deux fois."
    )
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.doubts or set(reading.intents) & NEEDS_A_HUMAN


STORY = (
    "Nous avons repeint la cuisine en famille, les petits ont fait des dessins sur les murs. "
    "Le chien a eu peur de l'orage et s'est caché sous le lit toute la nuit. "
    "Ma soeur est venue de Nantes avec ses deux garçons et un gâteau aux noix. "
)


@pytest.mark.parametrize("times", [4, 10, 16])
def test_a_long_story_frees_no_ground(times: int) -> None:
    ground = "Je ne suis pas d'accord avec les frais. "
    text = f"Bonjour, je vous vire la somme vendredi. {STORY * times}{ground}Bonne semaine."
    reading = read_text(text, sent_at=TUESDAY)
    assert reading.doubts or set(reading.intents) & NEEDS_A_HUMAN


def test_the_second_opinion_never_decides_alone() -> None:
    """No word of the matter from the rules: whatever is weighed, a human decides."""
    heard, case = both(PLAIN)
    silent = Weighed(intents=frozenset(), findings=(), doubts=(), text="Zyx wvut srqp.")
    weighed, _ = last(heard, replace(case, ruled=silent), HARMLESS)
    assert weighed.doubts


def test_a_reader_that_shows_no_reasons_lifts_no_alarm() -> None:
    heard, case = both(PLAIN)
    bare = replace(case, opinion=replace(case.opinion, sentences=(), told=()))
    weighed, weighing = last(heard, bare, HARMLESS)
    assert weighed.doubts
    assert weighing is None


def test_a_faint_guess_where_the_rules_are_silent_is_a_humans() -> None:
    heard, case = both(PLAIN)
    silent = replace(case.ruled, intents=frozenset(), findings=())
    faint = replace(case.opinion, shares={**case.opinion.shares, Intent.PROMISE: 0.3})
    weighed, _ = last(heard, replace(case, ruled=silent, opinion=faint), HARMLESS)
    assert weighed.doubts


def test_the_sentence_in_which_an_alarm_rang_is_what_counts() -> None:
    """The same alarm weighs by what the second opinion makes of the sentence around it."""
    text = "Le virement part vendredi. Mon camion est en panne. Votre machine est tombée en panne."
    _, case = both(text)
    own, yours = case.opinion.told[1:]
    ours = said_of(replace(case, signs=(("goods", own),)))
    theirs = said_of(replace(case, signs=(("goods", yours),)))
    assert [one for one in zip(ours, theirs, strict=True) if one[0] != one[1]]
    assert sum(theirs) > sum(ours)


def test_the_case_of_a_text_has_its_signs_where_they_stand() -> None:
    text = "Je paie vendredi. Pour mémoire, la porte grince toujours."
    _, case = both(text)
    assert ("goods", "Pour mémoire, la porte grince toujours.") in case.signs
    assert case == case_of(case.ruled, case.opinion, dated=True)


def test_what_was_learnt_fits_what_is_said() -> None:
    assert len(shipped_last_word()) == 1 + len(said_of(both(PLAIN)[1]))


def test_every_weak_doubt_is_told_apart() -> None:
    assert len({*SIGNS, *HINTS}) == len(SIGNS) + len(HINTS)
    assert set(SIGNS) <= SIGN_NAMES


def test_the_reading_keeps_what_was_weighed() -> None:
    reading = read_text(PLAIN, sent_at=TUESDAY)
    assert reading.weighing is not None
    assert 0 < reading.weighing.share < 1


def test_the_bound_is_the_lower_the_more_alarms_there_are() -> None:
    long = "Le virement part vendredi. Merci de votre patience. Le camion est en panne chez nous."
    heard, case = both(long)
    case = replace(case, signs=())
    assert _bound(heard, case) in {GOES_ON, OF_PLAIN}
    assert _bound(heard, replace(case, signs=(("goods", "Merci de votre patience."),))) == GIVES_WAY
    taken = replace(case, ruled=with_finding(case.ruled, Intent.DISPUTE, 2))
    assert _bound(with_finding(heard, Intent.DISPUTE, 2), taken) == IS_OVERRULED


def test_two_alarms_in_one_sentence_give_way_no_sooner_than_a_rule() -> None:
    text = "Le virement part vendredi. Merci de votre patience. La pompe est en panne."
    heard, case = both(text)
    heard = replace(heard, intents=frozenset({Intent.PROMISE}))
    found = with_finding(case.ruled, Intent.DISPUTE, 2)
    taken = replace(case, ruled=replace(found, intents=heard.intents))
    in_it = replace(taken, signs=(("goods", "La pompe est en panne."),))
    beside = replace(taken, signs=(("goods", "Merci de votre patience."),))
    assert _bound(heard, in_it) == IS_OVERRULED
    assert _bound(heard, beside) == GIVES_WAY


@pytest.mark.parametrize(
    "human, bound",
    [(0.04, OF_PLAIN), (0.15, OF_NEARLY_PLAIN), (0.4, GOES_ON), (0.6, IS_OVERRULED)],
)
def test_where_nothing_alarmed_the_bound_is_as_high_as_the_second_opinion_is_calm(
    human: float, bound: float
) -> None:
    heard, case = both("Le virement part vendredi. Merci de votre patience. Bonne soirée à tous.")
    seen = tuple(each for each in case.ruled.seen if each.intent is Intent.PROMISE)
    ruled = replace(case.ruled, doubts=(), seen=seen, lifted=frozenset())
    opinion = replace(case.opinion, human=human)
    quiet = replace(case, signs=(), ruled=ruled, opinion=opinion)
    assert seen
    assert _bound(heard, quiet) == bound
    guessed = replace(quiet, ruled=replace(ruled, seen=()))
    assert _bound(heard, guessed) == min(bound, OF_A_GUESS)
    lifted = replace(quiet, ruled=replace(ruled, lifted=frozenset({Intent.DISPUTE})))
    assert _bound(heard, lifted) == min(bound, GOES_ON)


@pytest.mark.parametrize(
    "text", ["Nous réglerons le 20 octobre 2026.", "Bonjour, nous paierons le 16 octobre 2026."]
)
def test_a_plain_dated_promise_goes_on(text: str) -> None:
    assert read_text(text, sent_at=TUESDAY).doubts == ()


def test_in_a_short_text_an_alarm_hardly_rings_by_chance() -> None:
    short = "Le virement part vendredi. Merci de votre patience."
    heard, case = both(short)
    assert len(case.opinion.sentences) <= SHORT
    assert (
        _bound(heard, replace(case, signs=(("goods", "Merci de votre patience."),)))
        == HARDLY_GIVES_WAY
    )
    assert _bound(heard, case) in {GOES_ON, OF_PLAIN}


def _bound(heard: Weighed, case: Case) -> float:
    weighing = last(heard, case, HARMLESS)[1]
    assert weighing is not None
    return weighing.bound


@pytest.mark.parametrize("seen, goes_on", [(0.05, True), (0.35, False)])
def test_whose_papers_it_are_sends_nobody_elsewhere_unless_both_voices_hear_it(
    seen: float, goes_on: bool
) -> None:
    heard, case = both("Bien reçu, je transmets à mon mari, c'est lui qui s'occupe des papiers.")
    shares = {**case.opinion.shares, Intent.REDIRECT: seen}
    ruled = replace(case.ruled, intents=frozenset({Intent.REDIRECT, Intent.ACK}))
    heard = replace(heard, intents=frozenset({Intent.ACK}), doubts=())
    case = replace(case, ruled=ruled, opinion=replace(case.opinion, shares=shares), signs=())
    weighed, weighing = last(heard, case, HARMLESS)
    assert (weighed.doubts == ()) is goes_on
    assert weighing is not None
    assert weighing.bound == GOES_ON


def test_many_alarms_of_different_kinds_never_give_way_together() -> None:
    heard, case = both(PLAIN)
    few, many = HINTS[: NEVER_BY_CHANCE - 1], HINTS[:NEVER_BY_CHANCE]
    weighed, _ = last(replace(heard, doubts=few), replace(case, signs=()), HARMLESS)
    assert weighed.doubts == ()
    weighed, weighing = last(replace(heard, doubts=many), replace(case, signs=()), HARMLESS)
    assert weighed.doubts == many
    assert weighing is not None
    assert weighing.share >= weighing.bound
