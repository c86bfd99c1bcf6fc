"""What holds of every date: read back from any writing, never behind, undisturbed by figures."""

import re
import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.reading.amounts import amounts_in
from relance_mailer.reading.dates import dates_in, in_figures, past_dates_in
from relance_mailer.reading.gates import Gated
from relance_mailer.reading.intents.phrases import fold
from relance_mailer.reading.numbers_named import invoices_in, mentions_in
from relance_mailer.reading.promises import pledge_in

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT = (
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
WORDS = (
    "premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    "vingt et un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six",
    "vingt-sept", "vingt-huit", "vingt-neuf", "trente", "trente et un",
)  # fmt: skip
WRITINGS = (
    "le {d} {month}",
    "le {d:02} {month} {y}",
    "au {d} {short}",
    "le {d} {SHORT} {y}",
    "le {weekday} {d} {month}",
    "{weekday} {d} {month} {y}",
    "le {d:02}/{m:02}/{y}",
    "le {d}/{m}/{yy:02}",
    "le {d:02}.{m:02}.{y}",
    "le {d}-{m}-{y}",
    "{y}-{m:02}-{d:02}",
    "avant le {d} {month}",
    "d'ici au {d} {month} {y}",
    "LE {d} {MONTH}",
    "le {words} {month}",
    "on {english} {d}, {y}",
    "by {d} {english} {y}",
)
DAY = st.dates(min_value=date(2025, 1, 1), max_value=date(2033, 12, 31))


def written(on: date, writing: str) -> str:
    """A date in one of the writings."""
    month, short = MONTHS[on.month - 1], SHORT[on.month - 1]
    return writing.format(
        d=on.day,
        m=on.month,
        y=on.year,
        yy=on.year % 100,
        month=month,
        MONTH=month.upper(),
        short=short,
        SHORT=short.upper(),
        english=ENGLISH[on.month - 1],
        weekday=DAYS[on.weekday()],
        words=WORDS[on.day - 1],
    )


@given(day=DAY, ahead=st.integers(min_value=0, max_value=230), writing=st.sampled_from(WRITINGS))
def test_a_date_is_read_back_from_any_writing(day: date, ahead: int, writing: str) -> None:
    on = day + timedelta(days=ahead)
    found = dates_in(in_figures(written(on, writing)), day)
    assert [dated.on for dated in found] == [on]


@given(day=DAY, back=st.integers(min_value=1, max_value=400), writing=st.sampled_from(WRITINGS))
def test_a_written_out_date_that_is_gone_is_never_moved_before_the_message(
    day: date, back: int, writing: str
) -> None:
    words = in_figures(written(day - timedelta(days=back), writing))
    assert all(dated.on >= day for dated in dates_in(words, day))


BESIDE = (
    "Réf. dossier 4500-118-26.",
    "Tél. 02 98 00 41 17.",
    "Notre SIRET est le 812 345 678 00021.",
    "Commande n° 45/2291, lot 7.",
    "Bureau 12, bâtiment 3, 29000 Quimper.",
)


@settings(deadline=None)  # the first reading derives the gates
@given(
    day=DAY,
    ahead=st.integers(min_value=1, max_value=100),
    beside=st.lists(st.sampled_from(BESIDE), max_size=3),
    hour=st.integers(min_value=0, max_value=23),
    zone=st.sampled_from(["Europe/Paris", "America/New_York", "Asia/Tokyo"]),
)
def test_numbers_of_other_things_change_no_promise(
    day: date, ahead: int, beside: list[str], hour: int, zone: str
) -> None:
    on = day + timedelta(days=ahead)
    sent_at = datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(zone))
    promise = f"Nous réglerons la facture le {on.day} {MONTHS[on.month - 1]} {on.year}."
    text = "\n\n".join([*beside, promise, *beside])
    assert pledge_in(text, sent_at).dates == (on,)


PIECES = (
    "le 5", "le 31", "vendredi", "dernier", "hier", "demain", "je paie", "j'ai payé", "fin du mois",
    "05/11", "12/2024", "le 3 mars 2019", "500 €", "la semaine dernière", "en 3 fois",
    "chaque mois", "avant Noël", "depuis le 2", "semaine 12", ".", ",", "et le reste", "ce soir",
    "I will pay", "on 11/05", "within 3 days", "virement", "à partir du 10", "jusqu'en mai",
)  # fmt: skip


@settings(deadline=None)  # the first reading derives the gates
@given(day=DAY, pieces=st.lists(st.sampled_from(PIECES), max_size=14))
def test_whatever_is_said_no_promise_lies_before_the_message(day: date, pieces: list[str]) -> None:
    sent_at = datetime(day.year, day.month, day.day, 9, tzinfo=ZoneInfo("Europe/Paris"))
    text = " ".join(pieces)
    pledge = pledge_in(text, sent_at, told=frozenset({text}))
    assert all(on >= day for on in pledge.dates)
    assert list(pledge.dates) == sorted(set(pledge.dates))
    assert all(dated.on <= day for dated in past_dates_in(in_figures(text), day))


LONG = (
    "le ",
    "5 ",
    "le 5 et ",
    "1 000 ",
    " ",
    "12/",
    "lundi ",
    "a@",
    "FA-1 ",
    "€ 1,",
    "fin de ",
    ".",
)


@pytest.mark.parametrize("unit", LONG)
def test_time_grows_with_the_length_and_not_faster(unit: str) -> None:
    """Twice the text may take three times as long, measured in processor time, never ten."""

    def spent(size: int) -> float:
        words = fold((unit * size)[:size])
        start = time.process_time()
        dates_in(words, date(2026, 3, 11))
        amounts_in(words, bare=True)
        mentions_in(words)
        invoices_in(words, ("FA-1", "FA-2"))
        return time.process_time() - start

    spent(1_000)
    assert spent(20_000) < 8 * max(spent(5_000), 0.05)


@pytest.mark.parametrize("unit", ["le 5 ", "entre le 5 et ", "lundi ", "5 novembre ", "3 x 400 € "])
def test_a_sentence_of_nothing_but_dates_is_soon_read(unit: str) -> None:
    text = unit * (2_000 // len(unit))
    sent_at = datetime(2026, 3, 11, 9, tzinfo=ZoneInfo("Europe/Paris"))
    pledge_in("Je paie vendredi.", sent_at)
    start = time.process_time()
    pledge_in(text, sent_at, told=frozenset({text.strip()}))
    assert time.process_time() - start < 1


@given(text=st.text(alphabet="abc éÉ'x.1|", max_size=40))
def test_a_gate_never_hides_a_match(text: str) -> None:
    for words in (
        r"abc|cab(?: a)?|b\w{1,2}x",
        r"(?:a|é) ?[bc|]{2}x?|x'abc",
        r"1\.?1x|c+ba|abx\b|a\|b",
        r"(?:a(?:b|c)|x) [^|]abc|[]x|]a",
    ):
        whole = re.compile(rf"\b(?:{words})(?!é)").search(text)
        tried = Gated(words, before=r"\b", after="(?!é)").search(text)
        assert (tried and tried.span()) == (whole and whole.span())
