"""The grammar of time, one expression a line, against Wednesday 11 March 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.reading.dates import dates_in, in_figures, past_dates_in

WEDNESDAY = date(2026, 3, 11)

AHEAD = (
    ("vendredi", "2026-03-13"),
    ("mercredi", "2026-03-18"),
    ("vendredi prochain", "2026-03-20"),
    ("lundi en huit", "2026-03-23"),
    ("lundi en quinze", "2026-03-30"),
    ("vendredi de la semaine prochaine", "2026-03-20"),
    ("lundi 23 mars", "2026-03-23"),
    ("ven. 13", "2026-03-13"),
    ("lun., 23", "2026-03-23"),
    ("ce soir", "2026-03-11"),
    ("dans la journée", "2026-03-11"),
    ("demain matin", "2026-03-12"),
    ("2main", "2026-03-12"),
    ("après-demain", "2026-03-13"),
    ("sous 24 h", "2026-03-12"),
    ("d'ici 48h", "2026-03-13"),
    ("sous 72 heures", "2026-03-14"),
    ("sous huitaine", "2026-03-19"),
    ("dans les 8 jours", "2026-03-19"),
    ("sous quinzaine", "2026-03-26"),
    ("dans la quinzaine", "2026-03-26"),
    ("une dizaine de jours", "2026-03-21"),
    ("sous trois semaines", "2026-04-01"),
    ("sous 5 jours ouvrés", "2026-03-18"),
    ("dans un mois", "2026-04-11"),
    ("fin de semaine", "2026-03-13"),
    ("dans la semaine", "2026-03-13"),
    ("la semaine prochaine", "2026-03-20"),
    ("courant de la semaine prochaine", "2026-03-20"),
    ("début de semaine prochaine", "2026-03-16"),
    ("pas avant le début de semaine prochaine", "2026-03-17"),
    ("semaine 38", "2026-09-18"),
    ("S15", "2026-04-10"),
    ("fin du mois", "2026-03-31"),
    ("fin mars", "2026-03-31"),
    ("fin du mois prochain", "2026-04-30"),
    ("mi-avril", "2026-04-15"),
    ("le 5 du mois prochain", "2026-04-05"),
    ("30 jours fin de mois", "2026-04-30"),
    ("d'ici le 15", "2026-03-15"),
    ("au plus tard le 15", "2026-03-15"),
    ("le 11", "2026-04-11"),
    ("le 10", "2026-04-10"),
    ("le quinze avril", "2026-04-15"),
    ("le 1er avril", "2026-04-01"),
    ("le 15/04", "2026-04-15"),
    ("le 15.04.2026", "2026-04-15"),
    ("2026-04-15", "2026-04-15"),
    ("avant Noël", "2026-12-25"),
    ("on Friday March 20th", "2026-03-20"),
    ("next Friday", "2026-03-20"),
    ("by the end of next month", "2026-04-30"),
    ("within ten days", "2026-03-21"),
    ("am 20. März", "2026-03-20"),
    ("bis Ende des Monats", "2026-03-31"),
    ("el 20 de marzo", "2026-03-20"),
    ("entro il 20 marzo", "2026-03-20"),
)

NONE = (
    "3,42 € HT contre 3,87 € HT",
    "les 3 200 € de la facture",
    "au 12 rue des Lilas",
    "ouvert 24/24",
    "il manque 2 palettes",
)


@pytest.mark.parametrize("words, expected", AHEAD)
def test_expression_of_time_is_resolved(words: str, expected: str) -> None:
    found = dates_in(in_figures(words), WEDNESDAY)
    assert [str(dated.on) for dated in found] == [expected]


@pytest.mark.parametrize("words", NONE)
def test_figures_that_are_no_date_name_none(words: str) -> None:
    assert dates_in(in_figures(words), WEDNESDAY) == ()


def test_bare_days_take_the_month_that_follows() -> None:
    found = dates_in(in_figures("le 10, le 20 et le 30 avril"), WEDNESDAY)
    assert [str(dated.on) for dated in found] == ["2026-04-10", "2026-04-20", "2026-04-30"]


def test_months_take_the_day_that_precedes() -> None:
    found = dates_in(in_figures("les 5 avril, mai et juin"), WEDNESDAY)
    assert [str(dated.on) for dated in found] == ["2026-04-05", "2026-05-05", "2026-06-05"]


def test_the_following_friday_is_reckoned_from_the_first() -> None:
    found = dates_in(in_figures("jeudi, et l'autre le jeudi d'après"), WEDNESDAY)
    assert [str(dated.on) for dated in found] == ["2026-03-12", "2026-03-19"]


PAST = (
    ("hier", "2026-03-10"),
    ("avant-hier", "2026-03-09"),
    ("ce matin", "2026-03-11"),
    ("lundi dernier", "2026-03-09"),
    ("le 3", "2026-03-03"),
    ("le 28 février", "2026-02-28"),
    ("le 28 décembre", "2025-12-28"),
    ("il y a 3 semaines", "2026-02-18"),
)


@pytest.mark.parametrize("words, expected", PAST)
def test_day_gone_is_found_behind(words: str, expected: str) -> None:
    assert str(past_dates_in(in_figures(words), WEDNESDAY)[0].on) == expected


@given(
    day=st.dates(min_value=date(2025, 1, 1), max_value=date(2032, 12, 31)),
    words=st.sampled_from([words for words, _ in AHEAD]),
)
def test_no_date_lies_before_the_message(day: date, words: str) -> None:
    assert all(dated.on >= day for dated in dates_in(in_figures(words), day))


@given(text=st.text(alphabet="0123456789/.-: aefhijlmnrsu€", max_size=80))
def test_any_figures_at_all_raise_nothing(text: str) -> None:
    for dated in dates_in(in_figures(text), WEDNESDAY):
        assert WEDNESDAY <= dated.on <= WEDNESDAY + timedelta(days=420)
