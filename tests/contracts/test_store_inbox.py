"""The inbox's contract: nothing lost, nothing twice, read in the order of the Date."""

from datetime import timedelta

from contracts.conftest import Store
from contracts.store_cases import ACME, AT, BOX, digest, key, message
from relance_mailer.dossier.values import CreditorId, MessageId
from relance_mailer.ports import Commit, Fate, SettleMessage, Waiting

OTHER = CreditorId("autre")


async def test_a_message_is_kept_with_its_bytes_and_its_scan(store: Store) -> None:
    """What was fetched is what is read, to the byte."""
    raw, glance = message("Réglé ce jour.\x00\xff", message_id="a@b", names=("n@acme",))
    assert await store.inbox.keep(ACME, BOX, [(raw, glance)], sent_folder=False) == 1
    [kept] = await store.inbox.unread(ACME, limit=10)
    assert (kept.digest, kept.size, kept.glance) == (digest(raw.raw), len(raw.raw), glance)
    assert (kept.creditor, kept.mailbox, kept.folder) == (ACME, BOX, "INBOX")
    assert (kept.received_at, kept.sent_at, kept.fate) == (raw.received_at, AT, Fate.UNREAD)
    assert await store.inbox.raw([kept.digest, digest(b"?")]) == {kept.digest: raw.raw}


async def test_the_same_bytes_elsewhere_are_the_same_message(store: Store) -> None:
    """A human moved it to another folder: it isn't read twice, nor fetched again."""
    await store.inbox.keep(ACME, BOX, [message(uid=1)], sent_folder=False)
    moved = message(uid=9, folder="INBOX/Traités")
    assert await store.inbox.keep(ACME, BOX, [moved], sent_folder=False) == 0
    assert await store.inbox.known_uids(BOX, "INBOX/Traités", 7) == {9}
    assert await store.inbox.known_uids(BOX, "INBOX", 7) == {1}
    assert await store.inbox.known_uids(BOX, "INBOX", 8) == frozenset()
    assert len(await store.inbox.unread(ACME, limit=10)) == 1


async def test_twice_in_one_fetch_is_once(store: Store) -> None:
    """Two copies lie in the folder."""
    both = [message(uid=1), message(uid=2)]
    assert await store.inbox.keep(ACME, BOX, both, sent_folder=False) == 1
    assert await store.inbox.known_uids(BOX, "INBOX", 7) == {1, 2}


async def test_a_place_that_is_known_is_left_alone(store: Store) -> None:
    """The server hands over other bytes for the same UID: the first ones stay."""
    await store.inbox.keep(ACME, BOX, [message("un")], sent_folder=False)
    assert await store.inbox.keep(ACME, BOX, [message("deux")], sent_folder=False) == 0
    assert len(await store.inbox.unread(ACME, limit=10)) == 1


async def test_after_a_change_of_uidvalidity_nothing_is_read_twice(store: Store) -> None:
    """The server renumbered the folder: the same bytes are known, new ones are new."""
    await store.inbox.keep(ACME, BOX, [message("un", uid=1)], sent_folder=False)
    again = [message("un", uid=1, uidvalidity=8), message("deux", uid=2, uidvalidity=8)]
    assert await store.inbox.keep(ACME, BOX, again, sent_folder=False) == 1


async def test_one_message_in_two_shapes_is_read_once(store: Store) -> None:
    """Two boxes took it, or a server adds a line end: Message-ID, Date and sender are the same."""
    first = message("c'est payé", message_id="Un@c")
    await store.inbox.keep(ACME, BOX, [first], sent_folder=False)
    other = message("c'est payé\r\n", message_id="un@c", uid=2, uidvalidity=8)
    assert await store.inbox.keep(ACME, BOX, [other], sent_folder=False) == 0
    [kept] = await store.inbox.unread(ACME, limit=10)
    assert kept.digest == digest(first[0].raw)
    name = digest(other[0].raw)
    assert await store.inbox.raw([name]) == {name: other[0].raw}
    assert await store.inbox.known_uids(BOX, "INBOX", 8) == {2}


async def test_two_shapes_in_one_fetch_are_one_message(store: Store) -> None:
    """Both deliveries lie in the folder."""
    odd = "un\x00@c"
    shapes = [message(text, uid=n, message_id=odd) for n, text in enumerate(("a", "b"), start=1)]
    assert await store.inbox.keep(ACME, BOX, shapes, sent_folder=False) == 1
    [kept] = await store.inbox.unread(ACME, limit=10)
    assert kept.digest == digest(shapes[0][0].raw)
    assert (
        await store.inbox.keep(ACME, BOX, [message("c", uid=3, message_id=odd)], sent_folder=False)
        == 0
    )


async def test_what_only_looks_like_another_shape_is_read(store: Store) -> None:
    """Another hour, another sender, no Message-ID, no Date, the Sent folder, another creditor."""
    await store.inbox.keep(ACME, BOX, [message("un", message_id="un@c")], sent_folder=False)
    others = [
        message("trois", uid=3, message_id="un@c", sent_at=AT + timedelta(seconds=1)),
        message("quatre", uid=4, message_id="un@c", sender="autre@zenith-pain.example"),
        message("cinq", uid=5),
        message("six", uid=6),
        message("deux", uid=2, sent_at=None, message_id="un@c"),
        message("sept", uid=7, sent_at=None, message_id="un@c"),
    ]
    assert await store.inbox.keep(ACME, BOX, others, sent_folder=False) == 6
    copy = message("huit", uid=8, message_id="un@c", folder="Sent")
    assert await store.inbox.keep(ACME, BOX, [copy], sent_folder=True) == 1
    theirs = message("neuf", uid=9, message_id="un@c")
    assert await store.inbox.keep(OTHER, BOX, [theirs], sent_folder=False) == 1


async def test_another_creditors_mailbox_may_hold_the_same_bytes(store: Store) -> None:
    """A misdirected message was moved to the mailbox of another company of the group."""
    await store.inbox.keep(ACME, BOX, [message()], sent_folder=False)
    assert await store.inbox.keep(OTHER, "b@autre.example", [message()], sent_folder=False) == 1
    name = digest(message()[0].raw)
    settled = SettleMessage(message=name, fate=Fate.READ, creditor=ACME)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(settled,))])
    assert await store.inbox.counts(ACME) == {Fate.READ: 1}
    assert await store.inbox.counts(OTHER) == {Fate.UNREAD: 1}
    assert await store.inbox.counts() == {Fate.READ: 1, Fate.UNREAD: 1}
    assert await store.inbox.wait(ACME) == Waiting(unread=0, set_aside=0)
    assert await store.inbox.wait(OTHER) == Waiting(unread=1, set_aside=0)
    settled = SettleMessage(message=name, fate=Fate.SET_ASIDE, creditor=OTHER)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(settled,))])
    assert await store.inbox.wait(OTHER) == Waiting(unread=0, set_aside=1)


async def test_unread_messages_come_in_the_order_of_their_date(store: Store) -> None:
    """Not of their UID; one without a readable Date stands at its arrival."""
    later = AT + timedelta(hours=2)
    messages = [
        message("trois", uid=1, sent_at=later),
        message("un", uid=2, sent_at=AT),
        message("deux", uid=3, sent_at=None, received_at=AT + timedelta(hours=1)),
    ]
    await store.inbox.keep(ACME, BOX, messages, sent_folder=False)
    names = [kept.digest for kept in await store.inbox.unread(ACME, limit=10)]
    assert names == [digest(messages[place][0].raw) for place in (1, 2, 0)]
    assert [k.digest for k in await store.inbox.unread(ACME, limit=1)] == names[:1]
    assert await store.inbox.unread(OTHER, limit=10) == ()


async def test_what_waits_for_a_human_is_found_by_its_fate(store: Store) -> None:
    """Oldest first, of all creditors."""
    await store.inbox.keep(ACME, BOX, [message("un"), message("deux", uid=2)], sent_folder=False)
    name = digest(message("deux", uid=2)[0].raw)
    settled = SettleMessage(message=name, fate=Fate.SET_ASIDE)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(settled,))])
    [kept] = await store.inbox.waiting([Fate.SET_ASIDE, Fate.CONTESTED])
    assert kept.digest == name
    assert [k.digest for k in await store.inbox.unread(ACME, limit=9)] != [name]


async def test_a_message_is_found_by_the_beginning_of_its_digest(store: Store) -> None:
    """An unknown, too short or ill-formed beginning finds nothing."""
    await store.inbox.keep(ACME, BOX, [message()], sent_folder=False)
    name = digest(message()[0].raw)
    found = await store.inbox.find(name[:8].upper())
    assert found is not None
    assert found.digest == name
    for prefix in ("", "%", "zz", "0000000000"):
        assert await store.inbox.find(prefix) is None


async def test_a_copy_proves_that_a_letter_was_taken(store: Store) -> None:
    """A journal copy arrives in the inbox; a provider's copy stands in the Sent folder."""
    copy, provider = MessageId("relance.1@acme"), MessageId("relance.2@acme")
    await store.inbox.keep(ACME, BOX, [message(message_id=copy)], sent_folder=False)
    sent = message("copie", message_id=provider, folder="Sent")
    await store.inbox.keep(ACME, BOX, [sent], sent_folder=True)
    both = [copy, provider, MessageId("relance.3@acme")]
    assert await store.inbox.known_message_ids(both, sent_folder=False) == {copy}
    assert await store.inbox.known_message_ids(both, sent_folder=True) == {provider}
    assert await store.inbox.known_message_ids([], sent_folder=True) == frozenset()


async def test_a_reply_proves_that_a_letter_arrived(store: Store) -> None:
    """Our own mail in the Sent folder that quotes it proves nothing."""
    name, quoted = MessageId("relance.1@acme"), MessageId("relance.2@acme")
    reply = message(names=(name,))
    await store.inbox.keep(ACME, BOX, [reply], sent_folder=False)
    own = message("relance à la main", names=(quoted,), folder="Sent")
    await store.inbox.keep(ACME, BOX, [own], sent_folder=True)
    assert await store.inbox.naming([name, quoted]) == {name: digest(reply[0].raw)}
    assert await store.inbox.naming([]) == {}


async def test_a_message_of_25_mb_is_kept(store: Store) -> None:
    """The largest that providers let through, with every byte there is."""
    raw, glance = message("x" * 25 * 1024 * 1024)
    await store.inbox.keep(ACME, BOX, [(raw, glance)], sent_folder=False)
    [kept] = await store.inbox.unread(ACME, limit=1)
    assert kept.size > 25 * 1024 * 1024
    assert (await store.inbox.raw([kept.digest]))[kept.digest] == raw.raw


async def test_names_that_no_database_likes_are_kept_all_the_same(store: Store) -> None:
    """NUL and lone surrogates come from odd mail; they must not stop the queue."""
    odd = message(message_id="a\x00b@c", names=("d\udc80e@f",), sender="é\x00@x.example")
    assert await store.inbox.keep(ACME, BOX, [(odd[0], odd[1])], sent_folder=False) == 1
    assert len(await store.inbox.unread(ACME, limit=5)) == 1


async def test_it_is_known_to_which_pages_a_message_led(store: Store) -> None:
    """Those that were named when it was settled, and none before."""
    told = message("Bonjour")
    name = digest(told[0].raw)
    await store.inbox.keep(ACME, BOX, [told], sent_folder=False)
    assert await store.inbox.led_to(name) == ()
    pages = (key("B").page, key("A").page)
    settled = SettleMessage(message=name, fate=Fate.CONTESTED, pages=pages)
    await store.journal.commit([Commit(at=AT, writes=(), effects=(settled,))])
    assert await store.inbox.led_to(name) == (key("A").page, key("B").page)
    assert await store.inbox.led_to(digest(b"?")) == ()
