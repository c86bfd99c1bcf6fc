"""Days told by a feast, by the day beside it, by a week's end, or counted from today."""

from datetime import date

import pytest

from relance_mailer.reading.dates import dates_in, in_figures

ON_TUESDAY = date(2026, 3, 24)
ON_FRIDAY = date(2026, 9, 25)
IN_ADVENT = date(2026, 12, 7)

TOLD = (
    (ON_TUESDAY, "je paie le Vendredi saint au plus tard", "2026-04-03"),
    (ON_TUESDAY, "you will have it by Good Friday", "2026-04-03"),
    (ON_TUESDAY, "le lendemain de Pâques", "2026-04-06"),
    (ON_TUESDAY, "la veille de l'Ascension", "2026-05-13"),
    (ON_TUESDAY, "l'avant-veille du 3 avril", "2026-04-01"),
    (ON_TUESDAY, "la veille du 1er", "2026-03-31"),
    (ON_TUESDAY, "d'aujourd'hui en huit", "2026-03-31"),
    (ON_TUESDAY, "d'aujourd'hui en quinze", "2026-04-07"),
    (ON_TUESDAY, "the first of next month", "2026-04-01"),
    (ON_FRIDAY, "vendredi en huit", "2026-10-02"),
    (ON_FRIDAY, "vendredi en quinze", "2026-10-09"),
    (ON_FRIDAY, "samedi en huit", "2026-10-03"),
    (ON_FRIDAY, "le lot est calé pour la fin de la semaine 41", "2026-10-09"),
    (ON_FRIDAY, "dans la semaine 41", "2026-10-09"),
    (ON_FRIDAY, "début de semaine 41", "2026-10-05"),
    (ON_FRIDAY, "pour la fin de la semaine", "2026-09-25"),
    (IN_ADVENT, "réglée la veille de Noël", "2026-12-24"),
    (IN_ADVENT, "le lendemain du 1er janvier", "2027-01-02"),
    (IN_ADVENT, "on New Year's Eve", "2026-12-31"),
    (IN_ADVENT, "by Christmas Eve", "2026-12-24"),
)

NO_DAY = (
    (ON_TUESDAY, "on paie le dernier vendredi de chaque mois"),
    (ON_TUESDAY, "une fois par mois, le dernier vendredi"),
    (ON_TUESDAY, "le premier lundi de chaque mois"),
    (ON_TUESDAY, "je vous ai écrit la veille"),
)


@pytest.mark.parametrize(("day", "words", "expected"), TOLD)
def test_the_day_that_is_told(day: date, words: str, expected: str) -> None:
    assert [each.on.isoformat() for each in dates_in(in_figures(words), day)] == [expected]


@pytest.mark.parametrize(("day", "words"), NO_DAY)
def test_words_that_name_no_day(day: date, words: str) -> None:
    assert dates_in(in_figures(words), day) == ()


def test_the_last_friday_of_a_month_is_still_named() -> None:
    found = dates_in(in_figures("le dernier vendredi d'avril"), ON_TUESDAY)
    assert [each.on for each in found] == [date(2026, 4, 24)]
