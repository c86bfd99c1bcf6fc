"""The table of rates: what it holds, and that it never extrapolates."""

from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.law.rates import RATES, Semester, UnknownSemester, percent_in_french, rates_on

# Day, default B2B, public, floor, legal rate of a private creditor.
TABLE = (
    (date(2019, 1, 1), "10.00", "8.00", "2.58", "3.40"),
    (date(2019, 7, 1), "10.00", "8.00", "2.61", "3.26"),
    (date(2020, 3, 1), "10.00", "8.00", "2.61", "3.15"),
    (date(2020, 12, 31), "10.00", "8.00", "2.52", "3.11"),
    (date(2021, 6, 30), "10.00", "8.00", "2.37", "3.14"),
    (date(2021, 7, 1), "10.00", "8.00", "2.28", "3.12"),
    (date(2022, 2, 28), "10.00", "8.00", "2.28", "3.13"),
    (date(2022, 9, 1), "10.00", "8.00", "2.31", "3.15"),
    (date(2023, 1, 2), "12.50", "10.50", "6.18", "4.47"),
    (date(2023, 8, 15), "14.00", "12.00", "12.66", "6.82"),
    (date(2024, 2, 29), "14.50", "12.50", "15.21", "8.01"),
    (date(2024, 10, 1), "14.25", "12.25", "14.76", "8.16"),
    (date(2025, 6, 30), "13.15", "11.15", "11.13", "7.21"),
    (date(2025, 7, 1), "12.15", "10.15", "8.28", "6.65"),
    (date(2026, 1, 1), "12.15", "10.15", "7.86", "6.67"),
    (date(2026, 12, 31), "12.40", "10.40", "8.25", "6.84"),
)


@pytest.mark.parametrize("day, b2b, public, floor, private", TABLE, ids=lambda cell: str(cell))
def test_les_taux_de_chaque_semestre(
    day: date, b2b: str, public: str, floor: str, private: str
) -> None:
    rates = rates_on(day)
    assert rates.b2b == Decimal(b2b)
    assert rates.public == Decimal(public)
    assert rates.floor == Decimal(floor)
    assert rates.legal_private == Decimal(private)
    assert rates.source


def test_un_semestre_inconnu_est_refusé_et_nommé_en_français() -> None:
    with pytest.raises(UnknownSemester, match=r"taux du 1er semestre 2027 inconnus.*01/01/2027"):
        rates_on(date(2027, 1, 1))
    with pytest.raises(UnknownSemester, match="2e semestre 2018"):
        rates_on(date(2018, 12, 31))


def test_la_table_n_a_pas_de_trou() -> None:
    semesters = sorted(RATES)
    following = [
        Semester(year=s.year + (s.half == 2), half=1 if s.half == 2 else 2) for s in semesters
    ]
    assert semesters[1:] == following[:-1]


def test_un_taux_s_imprime_à_la_française() -> None:
    assert percent_in_french(Decimal("12.4")) == "12,40\u00a0%"
