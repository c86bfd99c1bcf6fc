"""Who has whose work while somebody is away."""

from datetime import date

import pytest

from flows.world import World, paris
from relance_mailer.dossier import events as e
from relance_mailer.flows.absences import Absence, absences, away, back, in_charge

TODAY = date(2026, 10, 5)


def gone(who: str, deputy: str, start: str = "2026-10-01", until: str = "2026-10-16") -> Absence:
    return Absence(
        who=who,
        deputy=deputy,
        from_on=date.fromisoformat(start),
        until_on=date.fromisoformat(until),
    )


# Who is asked for, who is away, who has the work on 5 October.
CASES = (
    ("Zoé", (), "Zoé"),
    ("Zoé", (gone("zoé ", "Luc"),), "Luc"),
    ("Zoé", (gone("Zoé", "Luc", "2026-10-06"),), "Zoé"),
    ("Zoé", (gone("Zoé", "Luc", until="2026-10-05"),), "Luc"),
    ("Zoé", (gone("Zoé", "Luc"), gone("Luc", "Anne")), "Anne"),
    ("Zoé", (gone("Zoé", "Luc"), gone("Luc", "Zoé")), "Luc"),
    ("", (gone("Zoé", "Luc"),), ""),
)


@pytest.mark.parametrize("who, known, expected", CASES)
def test_qui_a_le_travail(who: str, known: tuple[Absence, ...], expected: str) -> None:
    assert in_charge(who, known, TODAY) == expected


async def test_une_absence_est_inscrite_au_journal_et_la_nouvelle_remplace_l_ancienne() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    creditors = [world.creditor]
    for until in ("2026-10-16", "2026-10-23"):
        told = gone("Zoé", "Luc", until=until)
        assert await away(world.house, creditors, told, by="Anne", because="congés") == ""
    assert [one.until_on for one in await absences(world.house)] == [date(2026, 10, 23)]
    entries = await world.house.journal.entries(world.creditor.page)
    notes = [one.event for one in entries if isinstance(one.event, e.NoteWritten)]
    assert [note.by for note in notes] == ["Anne", "Anne"]
    assert "Luc le remplace" in notes[-1].text
    assert await back(world.house, creditors, "zoé", by="Anne", because="revenue") == ""
    assert await absences(world.house) == ()
    assert "personne" in await back(world.house, creditors, "zoé", by="Anne", because="x")


async def test_ce_qui_est_passe_est_oublie() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    creditors = [world.creditor]
    first = gone("Zoé", "Luc", until="2026-10-06")
    await away(world.house, creditors, first, by="Anne", because="congés")
    world.goes_to("2026-10-20T09:00")
    second = gone("Anne", "Luc", "2026-10-20", "2026-10-30")
    await away(world.house, creditors, second, by="Anne", because="congés")
    assert [one.who for one in await absences(world.house)] == ["Anne"]
