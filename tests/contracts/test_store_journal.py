"""The journal's contract: whole commits, versions, chains, erasing, rebuilding."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from contracts.conftest import Store
from contracts.store_cases import (
    ACME,
    AT,
    BOX,
    DAY,
    digest,
    key,
    letter,
    opening,
    record,
    told,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DebtorId, InvoiceNumber, mailbox_page
from relance_mailer.ports import (
    Commit,
    Overtaken,
    Permanent,
    Rebuilt,
    Write,
)
from relance_mailer.words import Kind

PAGE = key().page
ONE_HOUR = timedelta(hours=1)


async def test_an_empty_page_is_read_as_version_zero(store: Store) -> None:
    """Nothing was ever written about that dossier."""
    opened = (await store.journal.read([PAGE]))[PAGE]
    assert (opened.version, opened.dossier) == (0, None)
    assert await store.journal.entries(PAGE) == ()
    assert await store.journal.pages() == ()


async def test_what_was_committed_is_read_back(store: Store) -> None:
    """Events come back equal, with their place, their moment and their author."""
    events = opening()
    await record(store.journal, key(), events)
    entries = await store.journal.entries(PAGE)
    assert tuple(entry.event for entry in entries) == events
    assert [(entry.seq, entry.kind) for entry in entries] == [
        (1, "DebtorDescribed"),
        (2, "InvoiceOpened"),
    ]
    assert all(entry.at == AT and entry.by == "machine" for entry in entries)
    opened = (await store.journal.read([PAGE]))[PAGE]
    assert opened.version == 2
    assert opened.dossier is not None
    assert opened.dossier.owed == Decimal("1200.50")


async def test_fifty_pages_are_read_together(store: Store) -> None:
    """Pages that are known, new ones and empty ones in one call."""
    keys = [key(f"D-{number:03}") for number in range(50)]
    commits = [await told(store.journal, where, opening(where.dossier)) for where in keys[:40]]
    await store.journal.commit(commits)
    await record(store.journal, keys[0], [_note("vu")])
    opened = await store.journal.read([where.page for where in keys])
    assert [opened[where.page].version for where in keys] == [3] + [2] * 39 + [0] * 10


def _note(text: str) -> e.NoteWritten:
    return e.NoteWritten(because="appel", by="Anne", text=text)


async def test_the_second_of_two_writers_is_overtaken(store: Store) -> None:
    """Both read version 2; the one who commits second has changed nothing."""
    await record(store.journal, key(), opening())
    first = await told(store.journal, key(), [_note("un")])
    second = await told(store.journal, key(), [_note("deux")])
    await store.journal.commit([first])
    with pytest.raises(Overtaken):
        await store.journal.commit([second])
    entries = await store.journal.entries(PAGE)
    assert [getattr(entry.event, "text", "") for entry in entries] == ["", "", "un"]


@pytest.mark.parametrize("events", [(_note("suite"),), ()], ids=["an entry", "a look"])
async def test_a_decision_on_another_last_entry_is_overtaken(
    store: Store, events: tuple[e.NoteWritten, ...]
) -> None:
    """The page has the version that was read, but was put back and written again meanwhile."""
    await record(store.journal, key(), opening())
    commit = await told(store.journal, key(), events)
    gone = replace(commit, writes=(replace(commit.writes[0], chain="f" * 64),))
    with pytest.raises(Overtaken):
        await store.journal.commit([gone])
    await store.journal.commit([commit])
    assert (await store.journal.read([PAGE]))[PAGE].version == 2 + len(events)


async def test_the_chain_that_is_read_is_that_of_the_last_entry(store: Store) -> None:
    """What a decision follows can be compared with the heads that are written down daily."""
    empty = (await store.journal.read([PAGE]))[PAGE]
    assert empty.chain == "0" * 64
    await record(store.journal, key(), opening())
    opened = await store.journal.read([PAGE, mailbox_page(BOX)])
    assert {PAGE: (2, opened[PAGE].chain)} == await store.journal.heads()
    assert opened[mailbox_page(BOX)].chain == "0" * 64


async def test_a_batch_is_done_whole_or_not_at_all(store: Store) -> None:
    """One commit of the batch is overtaken: the others leave no trace, letters included."""
    await record(store.journal, key("A"), opening("A"))
    await record(store.journal, key("B"), opening("B"))
    event, effect = letter(key("A"))
    good = await told(store.journal, key("A"), [event], effects=[effect])
    late = await told(store.journal, key("B"), [_note("tard")])
    await record(store.journal, key("B"), [_note("avant")])
    with pytest.raises(Overtaken):
        await store.journal.commit([good, late])
    assert (await store.journal.read([key("A").page]))[key("A").page].version == 2
    assert await store.outbox.counts() == {}
    assert await store.lookup.contacts(ACME, DebtorId("C-A"), since=DAY) == ()


async def test_two_commits_of_one_batch_may_follow_each_other_on_a_page(store: Store) -> None:
    """The second names the version that the first leaves."""
    first = await told(store.journal, key(), opening())
    [write] = first.writes
    assert write.after is not None
    after = replace(write.after, version=3)
    second = Write(page=PAGE, version=2, events=(_note("suite"),), after=after)
    await store.journal.commit([first, Commit(at=AT, writes=(second,))])
    assert (await store.journal.read([PAGE]))[PAGE].version == 3
    assert (await store.journal.verify({})).broken == ()


async def test_a_commit_may_write_on_several_pages(store: Store) -> None:
    """A contested message stands on every candidate's page and on the mailbox's."""
    await record(store.journal, key("A"), opening("A"))
    box = mailbox_page(BOX)
    event = e.LinkContested(
        because="deux dossiers possibles",
        message=digest(b"x"),
        candidates=(key("A").page,),
        sender="x@y.example",
        subject="?",
    )
    commit = await told(store.journal, key("A"), [event])
    both = replace(commit, writes=(*commit.writes, Write(page=box, version=0, events=(event,))))
    await store.journal.commit([both])
    opened = await store.journal.read([box, key("A").page])
    assert (opened[box].version, opened[box].dossier) == (1, None)
    assert opened[key("A").page].version == 3
    assert await store.journal.pages() == (key("A").page, box)


async def test_a_mailbox_page_grows_without_being_folded(store: Store) -> None:
    """Its version guards it as any other's."""
    box = mailbox_page(BOX)
    for version in range(3):
        event = e.MessageIgnored(
            because="accusé de lecture",
            message=digest(bytes([version])),
            kind=Kind.READ_RECEIPT,
            sender="x@y.example",
            subject="Lu",
        )
        write = Write(page=box, version=version, events=(event,))
        await store.journal.commit([Commit(at=AT, writes=(write,))])
        with pytest.raises(Overtaken):
            await store.journal.commit([Commit(at=AT, writes=(write,))])
    assert (await store.journal.read([box]))[box].version == 3


async def test_a_write_without_events_moves_only_the_day_of_the_next_look(store: Store) -> None:
    """And is overtaken when the page has moved on."""
    await record(store.journal, key(), opening())
    later = date(2027, 1, 4)
    commit = await told(store.journal, key(), [], look=later)
    await store.journal.commit([commit])
    assert [row.next_look_on for row in await store.lookup.index()] == [later]
    await record(store.journal, key(), [_note("entretemps")])
    with pytest.raises(Overtaken):
        await store.journal.commit([commit])


async def test_the_chain_verifies_with_standard_tools(store: Store) -> None:
    """Anybody can compute the head again from page, number, moment, kind, version and body."""
    await record(store.journal, key(), opening())
    [(page, (seq, chain))] = (await store.journal.heads()).items()
    assert (page, seq, len(chain)) == (PAGE, 2, 64)
    verified = await store.journal.verify({page: (seq, chain)})
    assert (verified.pages, verified.entries, verified.broken) == (1, 2, ())


async def test_a_page_is_handed_out_with_all_that_its_hashes_are_made_of(store: Store) -> None:
    """Computed again here as `store/chain.py` says it, with nothing of ours."""
    await record(store.journal, key(), opening())
    previous = "0" * 64
    for seq, line in enumerate(await store.journal.chained(PAGE), 1):
        assert (line.page, line.seq) == (PAGE, seq)
        assert line.salt is not None
        assert line.body is not None
        body_hash = hashlib.sha256(line.salt + line.body).hexdigest()
        head = json.dumps(
            [line.page, line.seq, line.at, line.kind, line.version],
            ensure_ascii=False,
            separators=(",", ":"),
        )
        chain = hashlib.sha256(f"{previous}{head}{body_hash}".encode()).hexdigest()
        assert (line.body_hash, line.chain) == (body_hash, chain)
        previous = chain
    assert (await store.journal.heads())[PAGE] == (2, previous)
    assert await store.journal.chained(key("ailleurs").page) == ()


async def test_a_tail_cut_off_is_found_by_an_anchor(store: Store) -> None:
    """The anchor names an entry that the journal does not have."""
    await record(store.journal, key(), opening())
    head = (await store.journal.heads())[PAGE]
    told_more = await store.journal.verify({PAGE: (9, head[1])})
    assert ["fin coupée" in fault for fault in told_more.broken] == [True]
    other = hashlib.sha256(json.dumps("x").encode()).hexdigest()
    assert len((await store.journal.verify({PAGE: (2, other)})).broken) == 1
    gone = await store.journal.verify({key("ailleurs").page: (1, other)})
    assert len(gone.broken) == 1


async def test_the_chain_of_a_page_is_told_at_any_entry(store: Store) -> None:
    """What grew since is no reason not to compare; what is not there is left out."""
    await record(store.journal, key(), opening())
    first, second = (one.chain for one in await store.journal.chained(PAGE))
    other = key("ailleurs")
    await record(store.journal, other, opening(other))
    assert await store.journal.chains_at({PAGE: 1}) == {PAGE: first}
    found = await store.journal.chains_at({PAGE: 2, other.page: 3})
    assert found == {PAGE: second}
    assert await store.journal.chains_at({}) == {}


async def test_entries_are_counted_from_a_moment_on(store: Store) -> None:
    """What was written after an anchor is no part of what stood there."""
    await record(store.journal, key("A"), opening("A"))
    await record(store.journal, key("B"), opening("B"))
    await record(store.journal, key("B"), [_note("un"), _note("deux")], at=AT + ONE_HOUR)
    pages = [key(name).page for name in ("A", "B", "C")]
    after = store.journal.written_after
    assert await after(AT, pages) == {pages[1]: 2}
    assert await after(AT - ONE_HOUR, pages) == {pages[0]: 2, pages[1]: 4}
    assert await after(AT + ONE_HOUR, pages) == {}


async def test_a_journal_that_only_grows_never_went_back(store: Store) -> None:
    assert not await store.journal.went_back()
    await record(store.journal, key(), opening())
    assert not await store.journal.went_back()
    await record(store.journal, key(), [_note("vu")])
    erased = e.BodyErased(because="demande d'effacement", by="Anne", seq=3)
    await store.journal.erase_body(PAGE, 3, await told(store.journal, key(), [erased]))
    assert not await store.journal.went_back()


async def test_an_erased_body_still_verifies(store: Store) -> None:
    """The text is gone for every reader, the chain holds, and who erased it is known."""
    await record(store.journal, key(), [*opening(), _note("le gérant est malade")])
    heads = await store.journal.heads()
    erased = e.BodyErased(because="demande d'effacement", by="Anne", seq=3)
    await store.journal.erase_body(PAGE, 3, await told(store.journal, key(), [erased]))
    entries = await store.journal.entries(PAGE)
    assert [entry.event is None for entry in entries] == [False, False, True, False]
    assert entries[2].kind == "NoteWritten"
    assert (await store.journal.verify(heads)).broken == ()
    assert (await store.journal.read([PAGE]))[PAGE].version == 4
    with pytest.raises(Permanent):
        await store.journal.erase_body(PAGE, 3, await told(store.journal, key(), [erased]))


async def test_what_the_dossier_stands_on_is_not_erased(store: Store) -> None:
    """The invoice's opening carries its settling: without it the page could not be told."""
    await record(store.journal, key(), opening())
    settled = e.InvoiceSettled(
        because="payée", number=_number(), settled_on=DAY, how=e.Settlement.PAID
    )
    await record(store.journal, key(), [settled, e.Settled(because="soldé", settled_on=DAY)])
    erased = e.BodyErased(because="demande", by="Anne", seq=2)
    commit = await told(store.journal, key(), [erased])
    with pytest.raises(Permanent, match="en dépend"):
        await store.journal.erase_body(PAGE, 2, commit)
    assert (await store.journal.read([PAGE]))[PAGE].version == 4


def _number() -> InvoiceNumber:
    return InvoiceNumber("FA/BZ-2003-01")


async def test_rebuild_finds_nothing_to_say_after_ordinary_work(store: Store) -> None:
    """The caches are what the journal says; rebuilding them changes nothing."""
    await record(store.journal, key("A"), opening("A"))
    event, effect = letter(key("A"))
    await record(store.journal, key("A"), [event], effects=[effect])
    moved = e.ContactChanged(
        because="départ", by="Anne", contact=opening("A")[0].contacts[0], removed=True
    )
    await record(store.journal, key("A"), [moved])
    await record(store.journal, key("B"), opening("B", name="Ferronnerie Ünal"))
    before = await store.lookup.index()
    assert await store.journal.rebuild(lambda dossier: DAY) == Rebuilt()
    assert await store.lookup.index() == before
    assert {row.phase for row in before} == {Phase.RUNNING}
