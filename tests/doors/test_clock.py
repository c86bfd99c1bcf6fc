"""Business time: real, set, or stepped."""

from datetime import UTC, datetime, timedelta

import pytest

from relance_mailer.adapters.clock import SettableClock, SteppedClock, SystemClock, paris_day

START = datetime(2026, 10, 21, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "moment, day",
    [
        ("2026-03-02T22:59:59+00:00", "2026-03-02"),
        ("2026-03-02T23:00:00+00:00", "2026-03-03"),
        ("2026-07-01T21:59:59+00:00", "2026-07-01"),
        ("2026-07-01T22:00:00+00:00", "2026-07-02"),
        ("2026-07-01T18:00:00-05:00", "2026-07-02"),
    ],
    ids=["hiver, avant minuit", "hiver, minuit", "été, avant minuit", "été, minuit", "ailleurs"],
)
def test_le_jour_est_celui_de_paris(moment: str, day: str) -> None:
    assert paris_day(datetime.fromisoformat(moment)).isoformat() == day


def test_l_heure_du_systeme_est_en_utc_et_avance() -> None:
    clock = SystemClock()
    first = clock.now()
    assert first.tzinfo is UTC
    assert clock.now() >= first
    assert abs(clock.today() - first.date()) <= timedelta(days=1)


def test_une_heure_choisie_reste_ou_court() -> None:
    still = SettableClock(START.astimezone(), running=False)
    assert (still.now(), still.now().tzinfo) == (START, UTC)
    assert still.today() == START.date()
    running = SettableClock(START, running=True)
    first = running.now()
    assert START <= first < START + timedelta(minutes=1)
    assert running.now() >= first


def test_l_heure_par_pas_ne_recule_jamais() -> None:
    clock = SteppedClock(START)
    clock.step_to(START + timedelta(days=90))
    assert clock.now() == START + timedelta(days=90)
    clock.step_to(clock.now())
    with pytest.raises(ValueError, match="back"):
        clock.step_to(START)


@pytest.mark.parametrize("make", [SteppedClock, lambda at: SettableClock(at, running=True)])
def test_une_heure_sans_fuseau_est_refusee(make: type[SteppedClock]) -> None:
    with pytest.raises(ValueError, match="time zone"):
        make(START.replace(tzinfo=None))
