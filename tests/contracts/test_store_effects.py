"""What a commit changes beside the journal: letters, contacts, messages, each of them once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from contracts.conftest import Store
from contracts.store_cases import (
    ACME,
    AT,
    BOX,
    DAY,
    FIRST,
    digest,
    key,
    letter,
    message,
    opening,
    record,
    told,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.values import DebtorId, StepKey
from relance_mailer.ports import (
    Commit,
    Fate,
    KeepEvidence,
    MoveLetter,
    OutboxState,
    Overtaken,
    SettleMessage,
    TakeContact,
)

PAGE = key().page


def _note(text: str) -> e.NoteWritten:
    return e.NoteWritten(because="appel", by="Anne", text=text)


async def test_a_letter_can_be_queued_once_for_a_step(store: Store) -> None:
    """Another attempt may be queued only once the first was withdrawn (P3)."""
    await record(store.journal, key(), opening())
    event, effect = letter(key())
    await record(store.journal, key(), [event], effects=[effect])
    again = StepKey(course=1, name="reminder_1", attempt=2)
    next_day = DAY + timedelta(days=1)
    event, effect = letter(key(), again, day=next_day)
    with pytest.raises(Overtaken):
        await record(store.journal, key(), [event], effects=[effect])
    withdrawn = MoveLetter(
        key=key(),
        step=FIRST,
        expected=frozenset({OutboxState.QUEUED}),
        to=OutboxState.WITHDRAWN,
        give_back_contact=True,
    )
    gone = e.LetterWithdrawn(because="pas partie à temps", step=FIRST)
    await record(store.journal, key(), [gone, event], effects=[withdrawn, effect])
    assert await store.outbox.counts() == {OutboxState.WITHDRAWN: 1, OutboxState.QUEUED: 1}


async def test_one_unsolicited_contact_a_day_for_all_dossiers_of_a_debtor(store: Store) -> None:
    """P5: the second dossier's letter is overtaken; an answer is another sort of contact."""
    for name in ("A", "B"):
        await record(store.journal, key(name), opening(name, debtor="MARTIN"))
    event, effect = letter(key("A"), debtor="MARTIN")
    await record(store.journal, key("A"), [event], effects=[effect])
    event, effect = letter(key("B"), debtor="MARTIN")
    with pytest.raises(Overtaken):
        await record(store.journal, key("B"), [event], effects=[effect])
    answer = StepKey(course=1, name="answer:duplicate:0123")
    event, effect = letter(key("B"), answer, debtor="MARTIN", sort=Sort.ANSWER)
    await record(store.journal, key("B"), [event], effects=[effect])
    contacts = await store.lookup.contacts(ACME, DebtorId("MARTIN"), since=DAY)
    assert {(c.sort, c.key) for c in contacts} == {
        (Sort.UNSOLICITED, key("A")),
        (Sort.ANSWER, key("B")),
    }
    assert await store.lookup.contacts(ACME, DebtorId("MARTIN"), since=date(2026, 10, 21)) == ()


async def test_a_contact_given_back_may_be_taken_again_in_the_same_commit(store: Store) -> None:
    """The letter of the morning is withdrawn, the colleague's call takes the day."""
    await record(store.journal, key(), opening())
    event, effect = letter(key())
    await record(store.journal, key(), [event], effects=[effect])
    call = TakeContact(
        creditor=ACME,
        debtor=effect.debtor,
        day=DAY,
        sort=Sort.UNSOLICITED,
        key=key(),
        step="",
        if_free=False,
    )
    gone = e.LetterWithdrawn(because="appel passé", step=FIRST)
    back = MoveLetter(
        key=key(),
        step=FIRST,
        expected=frozenset({OutboxState.QUEUED, OutboxState.REFUSED}),
        to=OutboxState.WITHDRAWN,
        give_back_contact=True,
    )
    await record(store.journal, key(), [gone], effects=[back, call])
    [contact] = await store.lookup.contacts(ACME, effect.debtor, since=DAY)
    assert contact.step == ""
    await record(store.journal, key(), [_note("x")], effects=[replace(call, if_free=True)])
    with pytest.raises(Overtaken):
        await record(store.journal, key(), [_note("y")], effects=[call])


async def test_a_letter_that_moved_on_is_overtaken(store: Store) -> None:
    """Two workers hold the same letter: one of them sends it."""
    await record(store.journal, key(), opening())
    event, effect = letter(key())
    await record(store.journal, key(), [event], effects=[effect])
    leaving = MoveLetter(
        key=key(),
        step=FIRST,
        expected=frozenset({OutboxState.QUEUED}),
        to=OutboxState.LEAVING,
    )
    now = e.LetterLeaving(because="envoi", step=FIRST)
    await record(store.journal, key(), [now], effects=[leaving])
    with pytest.raises(Overtaken):
        await record(store.journal, key(), [now], effects=[leaving])
    [row] = await store.outbox.in_state(ACME, [OutboxState.LEAVING])
    assert row.tries == 1


async def test_a_letter_may_be_queued_and_moved_in_one_batch(store: Store) -> None:
    """Effects on the same letter keep the order of the commits."""
    await record(store.journal, key(), opening())
    event, effect = letter(key())
    queued = await told(store.journal, key(), [event], effects=[effect])
    moves = [
        MoveLetter(key=key(), step=FIRST, expected=frozenset({before}), to=to)
        for before, to in (
            (OutboxState.QUEUED, OutboxState.LEAVING),
            (OutboxState.LEAVING, OutboxState.SENT),
        )
    ]
    await store.journal.commit([queued, Commit(at=AT, writes=(), effects=tuple(moves))])
    assert await store.outbox.counts() == {OutboxState.SENT: 1}


async def test_a_message_is_settled_once(store: Store) -> None:
    """The second reader is overtaken; a human may settle what waits for him."""
    raw, glance = message()
    await store.inbox.keep(ACME, BOX, [(raw, glance)], sent_folder=False)
    name = digest(raw.raw)
    settled = SettleMessage(message=name, fate=Fate.UNLINKED, pages=(PAGE,), creditor=ACME)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(settled,))])
    read = replace(settled, fate=Fate.READ)
    with pytest.raises(Overtaken):
        await store.journal.commit([Commit(at=AT, writes=(), effects=(read,))])
    by_hand = replace(read, by_hand=True)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(by_hand,))])
    assert await store.inbox.counts() == {Fate.READ: 1}


async def test_bytes_are_kept_once_under_their_digest(store: Store) -> None:
    """A paper that was printed is evidence; printing it again changes nothing."""
    await record(store.journal, key(), opening())
    kept = KeepEvidence(digest=digest(b"%PDF"), content=b"%PDF")
    await record(store.journal, key(), [_note("imprimée")], effects=[kept])
    await record(store.journal, key(), [_note("encore")], effects=[kept])
    assert await store.outbox.mime(digest(b"%PDF")) == b"%PDF"
