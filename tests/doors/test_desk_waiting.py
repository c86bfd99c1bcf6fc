"""The desk's first page never says that all goes on while no letter leaves."""

from collections.abc import AsyncIterator

import pytest

from doors.desk_seat import Seat, seated, words
from relance_mailer.flows.stop import set_stop


@pytest.fixture
async def seat(any_url: str) -> AsyncIterator[Seat]:
    async with seated(any_url) as made:
        yield made


async def test_today_says_why_nothing_leaves_and_what_to_do(seat: Seat) -> None:
    assert "Rien n’attend. La machine continue." in words(await seat.get("/"))
    await set_stop(seat.world.house, [seat.world.creditor], "<b>tarif</b>", "Zoé")
    answer = await seat.get("/")
    said = words(answer)
    assert "Aucune lettre ne part depuis le 05/10/2026 à 09:00" in said
    assert "À faire : « relance start » reprend l'envoi" in said
    assert "La machine continue" not in said
    assert "<b>tarif</b>" not in answer.text


async def test_at_night_one_quiet_line_is_enough(seat: Seat) -> None:
    seat.world.goes_to("2026-10-05T20:00")
    await seat.world.fetches()
    said = words(await seat.get("/"))
    assert "hors des jours ouvrés et des heures d'envoi" in said
    assert "À faire" not in said
