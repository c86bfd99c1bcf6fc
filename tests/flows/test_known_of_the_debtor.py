"""What a debtor said of himself reaches the dossiers that are opened after he said it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import Close, Reopen, Resume, Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import CreditorId, DebtorId, DossierId, DossierKey
from relance_mailer.flows.work_desk import act
from relance_mailer.ports import Lookup
from relance_mailer.words import Intent

BAILIFF = "Notre société a été placée en liquidation judiciaire par jugement du 1er octobre 2026."
INSULT = "Vous êtes une bande d'escrocs et de voleurs, allez vous faire foutre."
NO_MORE = "Je vous demande de ne plus jamais m'envoyer de mail, c'est du harcèlement."
PROMISE = "Bonjour, le virement partira vendredi. Cordialement"
LATER = "2026-10-15T09:00"


async def said(text: str) -> World:
    """The debtor C-1 answers the first reminder of his dossier BZ-1."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(debtor="C-1")]
    await world.works()
    world.goes_to("2026-10-06T10:00")
    first = (await world.dossier()).letters[0].message_id
    world.writes(text, answers=str(first), sender="compta@c-1.example")
    await world.works()
    return world


async def opens(world: World, debtor: str = "C-1", name: str = "BZ-2") -> None:
    """The ledger brings a dossier that nobody had seen, already overdue."""
    world.goes_to(LATER)
    world.ledger.rows = [*world.ledger.rows, row(name, f"FA-{name}", debtor=debtor)]
    await world.works()


async def decides(world: World, name: str, verdict: Verdict) -> None:
    key = DossierKey(creditor=US, dossier=DossierId(name))
    done = await act(world.house, world.creditor, key, verdict)
    assert not isinstance(done, Impossible), done


@pytest.mark.parametrize(
    ("text", "phase", "bar"),
    [
        (BAILIFF, Phase.LEGAL, Intent.INSOLVENCY),
        (INSULT, Phase.LEGAL, Intent.HOSTILE),
        (NO_MORE, Phase.REVIEW, Intent.OPT_OUT),
    ],
)
async def test_a_dossier_opened_afterwards_takes_the_same_move(
    text: str, phase: Phase, bar: Intent
) -> None:
    world = await said(text)
    assert (await world.dossier()).phase is phase
    before = len(world.mailer.delivered)
    await opens(world)
    opened = await world.dossier("BZ-2")
    assert (opened.phase, opened.barred_by) == (phase, bar)
    told = opened.legal.because if opened.legal else opened.review_reasons[0].because
    assert "BZ-1" in told
    assert len(world.mailer.delivered) == before


@pytest.mark.parametrize("text", [BAILIFF, PROMISE])
async def test_a_dossier_of_another_debtor_is_asked_as_ever(text: str) -> None:
    world = await said(text)
    before = len(world.mailer.delivered)
    await opens(world, debtor="C-2")
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING
    assert len(world.mailer.delivered) == before + 1


async def test_a_promise_is_about_its_own_dossier() -> None:
    world = await said(PROMISE)
    await opens(world)
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


async def test_a_dossier_that_comes_to_the_debtor_takes_the_move_too() -> None:
    """The customer was merged with another in the books: his number is now the insolvent one's."""
    world = await said(BAILIFF)
    await opens(world, debtor="C-2")
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING
    world.goes_to("2026-10-16T09:00")
    world.ledger.rows = [
        replace(one, debtor=replace(one.debtor, debtor_id=DebtorId("C-1")))
        for one in world.ledger.rows
    ]
    await world.works()
    assert (await world.dossier("BZ-2")).phase is Phase.LEGAL


async def test_after_a_human_reopened_the_debtor_a_new_dossier_runs() -> None:
    world = await said(INSULT)
    await decides(
        world,
        "BZ-1",
        Reopen(
            by="Claire Aubry",
            because="il s'est excusé",
            next_step="reminder_2",
            not_before=date(2026, 10, 20),
        ),
    )
    await opens(world)
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


async def test_closing_the_dossier_lifts_nothing() -> None:
    """A closed dossier keeps its bar: a human looks at the debtor's next one."""
    world = await said(INSULT)
    await decides(
        world, "BZ-1", Close(by="Claire Aubry", because="abandon", waiver="note du 7 octobre")
    )
    await opens(world)
    opened = await world.dossier("BZ-2")
    assert (opened.phase, opened.barred_by) == (Phase.REVIEW, Intent.HOSTILE)


async def test_who_lifts_it_on_the_new_dossier_is_not_asked_again() -> None:
    world = await said(NO_MORE)
    await opens(world)
    await decides(
        world,
        "BZ-2",
        Resume(
            by="Claire Aubry",
            because="il veut bien être relancé pour celle-ci",
            next_step="reminder_1",
            not_before=date(2026, 10, 16),
        ),
    )
    world.goes_to("2026-10-16T09:00")
    await world.works()
    world.goes_to("2026-10-19T09:00")
    world.ledger.rows = [*world.ledger.rows, row("BZ-2", "FA-9", debtor="C-1")]
    await world.works()
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


class BeforeItCame:
    """The index as a pass asked it, before another daemon took in a ledger with that dossier."""

    def __init__(self, lookup: Lookup, unknown: str) -> None:
        self._lookup = lookup
        self._unknown = unknown

    def __getattr__(self, name: str) -> object:
        return getattr(self._lookup, name)

    async def dossiers_of_many(
        self, creditor: CreditorId, debtors: Sequence[DebtorId]
    ) -> Mapping[DebtorId, tuple[DossierKey, ...]]:
        found = await self._lookup.dossiers_of_many(creditor, debtors)
        return {
            debtor: tuple(key for key in keys if key.dossier != self._unknown)
            for debtor, keys in found.items()
        }


async def crossed(text: str, *, queued: bool) -> World:
    """His word on BZ-1 is read by a pass that does not know BZ-2 of his yet."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(debtor="C-1")]
    await world.works()
    world.goes_to("2026-10-06T10:00")
    first = (await world.dossier()).letters[0].message_id
    world.writes(text, answers=str(first), sender="compta@c-1.example")
    await world.fetches()
    world.ledger.rows = [*world.ledger.rows, row("BZ-2", "FA-2", debtor="C-1")]
    await world.syncs()
    knowing = world.house
    if queued:
        await world.plans()
    world.house = replace(knowing, lookup=cast("Lookup", BeforeItCame(knowing.lookup, "BZ-2")))
    await world.reads()
    world.house = knowing
    assert (await world.dossier("BZ-2")).barred_by is None
    return world


@pytest.mark.parametrize("text", [BAILIFF, INSULT, NO_MORE])
@pytest.mark.parametrize("queued", [False, True], ids=["before planning", "at the door"])
async def test_a_word_read_while_the_ledger_was_taken_in_is_not_missed(
    text: str, *, queued: bool
) -> None:
    world = await crossed(text, queued=queued)
    before = len(world.mailer.delivered)
    await world.works()
    world.goes_to(LATER)
    await world.works()
    opened = await world.dossier("BZ-2")
    assert opened.phase is Phase.REVIEW
    assert opened.barred_by is (await world.dossier()).barred_by
    assert "BZ-1" in opened.review_reasons[-1].because
    assert len(world.mailer.delivered) == before


async def test_who_lifts_it_where_it_was_missed_is_not_asked_again() -> None:
    world = await crossed(NO_MORE, queued=False)
    world.goes_to(LATER)
    await world.works()
    before = len(world.mailer.delivered)
    await decides(
        world,
        "BZ-2",
        Resume(
            by="Claire Aubry",
            because="il veut bien être relancé pour celle-ci",
            next_step="reminder_1",
            not_before=date(2026, 10, 16),
        ),
    )
    world.goes_to("2026-10-16T09:00")
    await world.works()
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING
    assert len(world.mailer.delivered) == before + 1
