"""What humans say of a message at the desk, and a queue's paid dossiers closed in one act."""

import re
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import pytest

from doors.desk_seat import PAGE, Seat, seated, words
from flows.world import row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.ports import DeskRole, Fate, Kept
from relance_mailer.words import Intent

DOUBTFUL = "Bonjour, je reviens vers vous au sujet de votre courrier, bien à vous."
DISPUTE = "Nous contestons cette facture : deux cartons manquaient."
WHY = "relu avec soin"


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Seat]:
    """Somebody at the desk, before one late dossier."""
    async with seated(sqlite_url) as made:
        yield made


async def _written(desk: Seat, text: str, **mail: Any) -> Kept:
    """A mail that came in and was read."""
    desk.world.writes(text, **mail)
    await desk.world.works()
    digests = await _digests(desk)
    kept = await desk.world.house.inbox.find(digests[-1])
    assert kept is not None
    return kept


async def _digests(desk: Seat) -> list[str]:
    read = (await desk.world.dossier()).messages
    waiting = await desk.world.house.inbox.waiting([Fate.UNLINKED, Fate.CONTESTED])
    return [*read, *(one.digest for one in waiting)]


async def _says(desk: Seat, kept: Kept, act: str, **form: str | list[str]) -> str:
    form = {"version": await desk.seen(), "fate": kept.fate, **form}
    answer = await desk.sends(f"/message/{kept.digest}/dire/{act}", **form)
    return f"{answer.status_code} {words(answer)}"


async def test_a_reading_is_confirmed_in_one_click(desk: Seat) -> None:
    kept = await _written(desk, DISPUTE)
    assert "C’est bien lu" in words(await desk.get(f"/message/{kept.digest}"))
    assert (await _says(desk, kept, "confirmer")).startswith("303")
    fact = await desk.last()
    assert isinstance(fact, e.ReadingCorrected)
    assert (fact.confirmed, fact.by, fact.because) == (True, "Anne Roux", "lecture juste")
    assert "Lecture confirmée." in words(await desk.get(f"/message/{kept.digest}"))


async def test_a_reading_is_corrected_in_one_click_and_the_dossier_follows(desk: Seat) -> None:
    kept = await _written(desk, DISPUTE)
    assert (await desk.world.dossier()).phase is Phase.REVIEW
    assert (await _says(desk, kept, "corriger", seul="ack")).startswith("303")
    facts = [one for one in await desk.world.events() if isinstance(one, e.ReadingCorrected)]
    assert [(one.intents, one.by) for one in facts] == [((Intent.ACK,), "Anne Roux")]
    assert (await desk.world.dossier()).phase is not Phase.REVIEW


async def test_a_promise_is_corrected_with_its_day_and_amount(desk: Seat) -> None:
    kept = await _written(desk, DOUBTFUL)
    said = await _says(
        desk,
        kept,
        "corriger",
        intents=["promise"],
        dates=["2026-10-16", ""],
        amount="1 500,00",
        because=WHY,
    )
    assert said.startswith("303"), said
    promise = (await desk.world.dossier()).promise
    assert promise is not None
    assert [part.amount for part in promise.instalments] == [Decimal("1500.00")]


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "au moins une intention"),
        ({"seul": "hostile"}, "n'est pas de la liste"),
        ({"intents": "joie"}, "n'est pas de la liste"),
        ({"intents": "promise", "dates": "2026-09-01"}, "le message est du"),
        ({"intents": "paid", "invoices": "FA-99"}, "inconnue de ce dossier"),
        ({"intents": "paid", "kind": "bounce", "amount": "x"}, "un montant était attendu"),
    ],
)
async def test_a_correction_that_says_nothing_sensible_comes_back(
    desk: Seat, form: dict[str, str], told: str
) -> None:
    kept = await _written(desk, DOUBTFUL)
    before = await desk.world.kinds()
    said = await _says(desk, kept, "corriger", because=WHY, **form)
    assert said.startswith("422")
    assert told.casefold() in said.casefold()
    assert "--" not in said
    assert await desk.world.kinds() == before


async def test_a_reading_is_not_judged_on_a_dossier_that_went_on(desk: Seat) -> None:
    kept = await _written(desk, DOUBTFUL)
    seen = await desk.seen()
    await desk.world.writes_down(
        "BZ-1", e.NoteWritten(by="Yann", because="note", text="je le rappelle")
    )
    late = await _says(desk, kept, "corriger", version=seen, seul="paid")
    assert late.startswith("409")
    assert "je le rappelle" in late
    assert "ReadingCorrected" not in await desk.world.kinds()


async def test_a_message_of_nobody_is_linked_by_name_and_only_once(desk: Seat) -> None:
    kept = await _written(
        desk, "Bonjour, la facture sera réglée.", sender="x@inconnu.example", subject="bonjour"
    )
    assert kept.fate in (Fate.UNLINKED, Fate.CONTESTED)
    assert "Rattacher" in words(await desk.get(f"/message/{kept.digest}"))
    lost = await _says(desk, kept, "rattacher", words="Personne SA")
    assert lost.startswith("422")
    assert "Aucun dossier ne répond" in lost
    assert (await _says(desk, kept, "rattacher", words="BZ-1", because=WHY)).startswith("303")
    assert kept.digest in (await desk.world.dossier()).messages
    twice = await _says(desk, kept, "rattacher", words="BZ-1")
    assert twice.startswith("409")


async def test_a_candidate_is_linked_by_its_button(desk: Seat) -> None:
    kept = await _written(
        desk, "Bonjour.", sender="x@inconnu.example", subject="au sujet de quelque chose"
    )
    said = await _says(desk, kept, "rattacher", dossier="brezance/BZ-1")
    assert said.startswith("303"), said


async def test_a_message_is_put_aside_with_a_reason(desk: Seat) -> None:
    kept = await _written(desk, "Bonjour.", sender="x@inconnu.example", subject="offre")
    assert (await _says(desk, kept, "ecarter")).startswith("422")
    assert (await _says(desk, kept, "ecarter", because="publicité")).startswith("303")
    found = await desk.world.house.inbox.find(kept.digest)
    assert found is not None
    assert found.fate is Fate.NOBODYS


@pytest.mark.parametrize("act", ["confirmer", "corriger", "rattacher", "ecarter"])
async def test_who_only_reads_says_nothing_of_a_message(desk: Seat, act: str) -> None:
    kept = await _written(desk, DOUBTFUL)
    await desk.enters("Rémi", DeskRole.READER)
    assert "Décider" not in words(await desk.get(f"/message/{kept.digest}"))
    before = await desk.world.kinds()
    said = await _says(desk, kept, act, seul="paid", words="BZ-1", because=WHY)
    assert said.startswith("403")
    assert await desk.world.kinds() == before


async def test_the_paid_dossiers_of_a_queue_are_closed_in_one_act(desk: Seat) -> None:
    """Two are paid, one is not, one hears from its debtor while the page is open."""
    names = ("BZ-1", "BZ-2", "BZ-3", "BZ-4")
    desk.world.ledger.rows = [row(name, f"FA-{name}") for name in names]
    await desk.world.works()
    for name in names:
        asked = e.ReviewAsked(because="à voir", reason="human")
        await desk.world.writes_down(name, asked)
    desk.world.ledger.rows = [
        row(name, f"FA-{name}", paid="0.00" if name == "BZ-2" else "1500.00") for name in names
    ]
    desk.world.ledger.rows.append(row("BZ-1", "FA-1", paid="1500.00"))
    await desk.world.syncs()
    page = await desk.get("/file/review")
    assert "3 dossiers payés" in words(page)
    shown = re.findall(r'name="dossiers" value="([^"]+)"', page.text)
    assert [one.partition("@")[0] for one in sorted(shown)] == [
        "brezance/BZ-1",
        "brezance/BZ-3",
        "brezance/BZ-4",
    ]
    desk.world.writes("Et mon avoir ?", sender="compta@c-bz-4.example")
    await desk.world.fetches()
    await desk.world.reads()
    forged = [*shown, "brezance/BZ-2@"]
    answer = await desk.sends("/file/review/clore", dossiers=forged)
    assert (answer.status_code, answer.headers["location"]) == (303, "/file/review")
    told = words(await desk.get("/file/review"))
    assert "2 dossiers clos." in told
    assert "BZ-4 (a changé depuis)" in told
    phases = [(await desk.world.dossier(name)).phase for name in names]
    assert phases == [Phase.SETTLED, Phase.REVIEW, Phase.SETTLED, Phase.REVIEW]
    closed = [one for one in await desk.world.events("BZ-3") if isinstance(one, e.HumanClosed)]
    assert [one.by for one in closed] == ["Anne Roux"]


async def test_who_only_reads_closes_no_queue(desk: Seat) -> None:
    await desk.enters("Rémi", DeskRole.READER)
    answer = await desk.sends("/file/review/clore", dossiers=["brezance/BZ-1@"])
    assert answer.status_code == 403
    assert (await desk.get(PAGE)).status_code == 200
