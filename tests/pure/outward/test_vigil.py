"""When a wait has lasted enough: hours of sending, the clock's hours, one mail at a time."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.outward.causes import CEILING, INBOX, LEDGER, MODE, STOP, Cause, Nature
from relance_mailer.outward.vigil import (
    Hours,
    Kind,
    Operator,
    Seen,
    Told,
    handed_over,
    is_given_up,
    is_of_house,
    known_since,
    lasts,
    looked,
    mail_due,
    not_handed_over,
    seen_as_text,
    seen_of_text,
    told_as_text,
    told_of_text,
)
from relance_mailer.outward.vigil_mail import hidden
from relance_mailer.workdays import PARIS

HOURS = Hours()
OPERATOR = Operator(mail=("noemie@brezance.example",))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=PARIS)


def seen(check: str, since: str, last: str, nature: Nature = Nature.TROUBLE) -> Seen:
    return Seen(check=check, because="…", nature=nature, since=at(since), last_at=at(last))


def cause(check: str, since: str = "") -> Cause:
    when = at(since) if since else None
    return Cause(check=check, because="…", remedy="", nature=Nature.TROUBLE, since=when)


@pytest.mark.parametrize(
    ("since", "now", "minutes"),
    [
        ("10-21T09:00", "10-21T10:00", 60),
        ("10-21T08:00", "10-21T09:00", 30),
        ("10-21T17:00", "10-22T09:00", 60),
        ("10-23T17:00", "10-26T09:00", 60),
        ("10-24T10:00", "10-25T10:00", 0),
        ("10-30T17:30", "11-02T08:30", 0),
        ("11-11T09:00", "11-11T16:00", 0),
        ("10-24T23:00", "10-25T04:00", 0),
    ],
    ids=[
        "en journée",
        "avant l'ouverture",
        "la nuit",
        "le week-end",
        "samedi et dimanche",
        "hors des heures",
        "jour férié",
        "nuit du changement d'heure",
    ],
)
def test_hours_of_sending(since: str, now: str, minutes: int) -> None:
    assert HOURS.between(at(since), at(now)) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("check", "since", "now", "expected"),
    [
        (INBOX, "10-21T09:00", "10-21T09:59", False),
        (INBOX, "10-21T09:00", "10-21T10:00", True),
        (INBOX, "10-24T22:00", "10-24T23:00", True),
        (LEDGER, "10-26T00:00", "10-26T09:29", False),
        (LEDGER, "10-26T00:00", "10-26T09:30", True),
        (STOP, "10-23T17:00", "10-25T12:00", False),
        (CEILING, "10-22T10:00", "10-23T17:00", False),
        (CEILING, "10-22T10:00", "10-26T09:00", True),
        (MODE, "10-01T09:00", "10-26T09:00", False),
    ],
)
def test_what_lasts(check: str, since: str, now: str, expected: bool) -> None:
    natures = {CEILING: Nature.USUAL, MODE: Nature.USUAL, STOP: Nature.WANTED}
    one = seen(check, since, now, natures.get(check, Nature.TROUBLE))
    assert lasts(one, at(now), OPERATOR, HOURS) is expected


def test_a_cause_that_comes_back_within_ten_minutes_is_the_same() -> None:
    first = looked((), [cause(INBOX)], at("10-21T09:00"), HOURS)
    gone = looked(first, [], at("10-21T09:10"), HOURS)
    back = looked(gone, [cause(INBOX, "10-21T09:10")], at("10-21T09:10"), HOURS)
    assert [one.since for one in back] == [at("10-21T09:00")]
    assert looked(first, [], at("10-21T09:11"), HOURS) == ()
    assert known_since(first, at("10-21T09:11"), HOURS) == {}


def test_a_clock_set_back_keeps_no_cause_for_ever() -> None:
    ahead = looked((), [cause(INBOX)], at("10-22T09:00"), HOURS)
    assert looked(ahead, [], at("10-21T09:00"), HOURS) == ()


NOW = "10-21T12:00"
PRESENT = (seen(INBOX, "10-21T09:00", NOW),)
GONE = (seen(INBOX, "10-21T09:00", "10-21T11:55"),)
BEGUN = Told(since=at("10-21T09:00"), kind=Kind.BEGUN, at=at("10-21T10:00"), causes=("…",))
DONE = replace(BEGUN, done=True, told_at=at("10-21T10:00"))
YESTERDAY = replace(DONE, at=at("10-20T10:00"), told_at=at("10-20T10:00"))


@pytest.mark.parametrize(
    ("told", "visible", "kind", "tries"),
    [
        (None, PRESENT, Kind.BEGUN, 1),
        (None, GONE, None, 0),
        (None, (), None, 0),
        (DONE, PRESENT, None, 0),
        (YESTERDAY, PRESENT, Kind.REMINDER, 1),
        (YESTERDAY, GONE, None, 0),
        (DONE, (), Kind.OVER, 1),
        (replace(BEGUN, at=at("10-21T11:55")), PRESENT, None, 0),
        (BEGUN, PRESENT, Kind.BEGUN, 2),
        (replace(BEGUN, tries=0, untold="panne"), (), Kind.OVER, 1),
        (replace(YESTERDAY, done=False, kind=Kind.REMINDER), PRESENT, Kind.REMINDER, 2),
    ],
    ids=[
        "dure depuis trois heures",
        "vient de cesser",
        "rien",
        "déjà dit aujourd'hui",
        "rappel du lendemain",
        "pas de rappel d'une cause absente",
        "c'est fini",
        "quelqu'un s'en occupe",
        "un autre est mort en route",
        "fini sans avoir pu être dit",
        "rappel repris",
    ],
)
def test_which_mail_is_due(
    told: Told | None, visible: tuple[Seen, ...], kind: Kind | None, tries: int
) -> None:
    claim = mail_due(told, visible, at(NOW), OPERATOR, HOURS)
    assert (claim.kind if claim else None) is kind
    if claim is not None:
        assert (claim.tries, claim.done, claim.at) == (tries, False, at(NOW))


def test_no_reminder_at_night_nor_on_a_day_off() -> None:
    for now in ("10-22T07:00", "10-24T10:00"):
        visible = (seen(INBOX, "10-21T09:00", now),)
        assert mail_due(DONE, visible, at(now), OPERATOR, HOURS) is None


def test_after_three_tries_without_a_word_it_counts_as_told() -> None:
    assert not is_given_up(replace(BEGUN, tries=3))
    assert is_given_up(replace(BEGUN, tries=4))
    assert not is_given_up(not_handed_over(replace(BEGUN, tries=3), "panne"))
    assert handed_over(replace(BEGUN, kind=Kind.OVER), at(NOW)) is None


texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40)


@given(texts, texts)
def test_what_is_kept_is_read_again(because: str, check: str) -> None:
    one = replace(PRESENT[0], because=because, check=check)
    assert seen_of_text(seen_as_text((one,))) == (one,)
    told = replace(DONE, causes=(because,), untold=because)
    assert told_of_text(told_as_text(told)) == told


def test_nothing_is_kept_as_nothing() -> None:
    assert seen_as_text(()) is None
    assert seen_of_text(None) == ()
    assert told_as_text(None) is None
    assert told_of_text(None) is None


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        ("noemie@brezance.example", True),
        ("Noemie@BREZANCE.example", True),
        ("moi@gmail.com", True),
        ("autre@gmail.com", False),
        ("compta@debiteur.example", False),
        ("", False),
    ],
)
def test_whose_address_it_is(address: str, ours: bool) -> None:
    assert is_of_house(address, "moi@gmail.com", ["brezance.example"], []) is ours


def test_no_address_is_printed_whole() -> None:
    said = hidden("554 5.7.1 <compta.paris@debiteur.example>: refusé\nligne")
    assert said == "554 5.7.1 <c…@debiteur.example>: refusé ligne"
