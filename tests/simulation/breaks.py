"""The house broken on purpose, one thing at a time.

A break replaces a function, a constant or a check of the running package; `mutations` names what
has to see it.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from pytest import MonkeyPatch  # noqa: PT013  # a type, not a fixture

from relance_mailer.adapters import witness
from relance_mailer.daemon import engine
from relance_mailer.dossier import events as e
from relance_mailer.flows import doubts, fetch_mail, send_letters, sync_ledger, waiting
from relance_mailer.flows.house import inbox_read_key
from relance_mailer.flows.read_mail import decided, gather, one_pass
from relance_mailer.flows.read_mail.one_pass import Read
from relance_mailer.inward import decide
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Linked
from relance_mailer.outward import gate, timeline
from relance_mailer.ports import Colleague, DeskRole, Fate, OutboxState
from relance_mailer.reading import automata, unrelated
from relance_mailer.store import caches, database, effects, inbox, journal
from relance_mailer.store.inbox import DatabaseInbox
from relance_mailer.store.outbox import DatabaseOutbox
from relance_mailer.store.statements import asked
from relance_mailer.store.tables import OutboxLetter
from relance_mailer.web import access, app, guard
from relance_mailer.words import Outcome

Break = Callable[[MonkeyPatch], None]


def unchecked(*names: str) -> Break:
    """The gate no longer asks these."""

    def apply(patch: MonkeyPatch) -> None:
        for table in ("CHECKS", "FOR_ALL"):
            kept = tuple(one for one in getattr(gate, table) if one.__name__ not in names)
            assert table == "FOR_ALL" or len(kept) == len(gate.CHECKS) - len(names)
            patch.setattr(gate, table, kept)

    return apply


def outcome_ignored(*outcomes: Outcome) -> Break:
    """What a message asks for is written down and moves nothing."""
    moves = decide._moves

    def deaf(arrival: Arrival, judged: Any, *rest: Any) -> Any:
        return () if judged.outcome in outcomes else moves(arrival, judged, *rest)

    return lambda patch: patch.setattr(decide, "_moves", deaf)


def all_of(*breaks: Break) -> Break:
    def apply(patch: MonkeyPatch) -> None:
        for one in breaks:
            one(patch)

    return apply


def payments_overlooked(patch: MonkeyPatch) -> None:
    real = sync_ledger.reconcile

    def first_only(rows: Any, dossier: Any, *rest: Any, **named: Any) -> Any:
        return real(rows, dossier, *rest, **named) if dossier is None else ()

    patch.setattr(sync_ledger, "reconcile", first_only)


def amounts_not_asked_again(patch: MonkeyPatch) -> None:
    """Settled invoices stay in what is demanded."""
    real = sync_ledger.reconcile

    def unsettled(*told: Any, **named: Any) -> Any:
        dropped = (e.InvoiceSettled, e.InvoiceChanged, e.PaymentRecorded)
        return tuple(one for one in real(*told, **named) if not isinstance(one, dropped))

    patch.setattr(sync_ledger, "reconcile", unsettled)


def half_a_look_counts(patch: MonkeyPatch) -> None:
    """The mailbox counts as read though a folder could not be."""
    real = fetch_mail.fetch_mail

    async def hopeful(house: Any, creditor: Any, mailbox: Any, *, full: bool = False) -> Any:
        fetched = await real(house, creditor, mailbox, full=full)
        now = house.clock.now().isoformat()
        await house.register.set(inbox_read_key(creditor.id), now)
        return fetched

    patch.setattr(engine, "fetch_mail", hopeful)


def old_ledger_counts_as_new(patch: MonkeyPatch) -> None:
    def now(house: Any, creditor: Any, reading: Any) -> str:
        return str(house.clock.now().isoformat())

    patch.setattr(sync_ledger, "_age", now)


def leaves_before_it_is_written(patch: MonkeyPatch) -> None:
    """The bytes go first; that they left is committed after the server's answer."""
    real = send_letters._Work._leaving
    settle = send_letters._Work._settle

    async def nothing(self: Any, row: Any, version: int) -> None:
        return None

    async def late(self: Any, row: Any, answer: Any) -> None:
        dossier, _ = await self._opened(row)
        if type(answer).__name__ == "Taken":
            await real(self, row, dossier.version)
        await settle(self, row, answer)

    patch.setattr(send_letters._Work, "_leaving", nothing)
    patch.setattr(send_letters._Work, "_settle", late)


def doubt_is_offered_again(patch: MonkeyPatch) -> None:
    """A letter whose fate is unknown goes back to those that may leave."""

    async def again(house: Any, creditor: Any, row: Any) -> None:
        def decide_again(draft: Any) -> None:
            refused = e.LetterRefused(because="?", step=row.step, code=0, text="?", permanent=False)
            draft.write(row.key.page, [refused])
            draft.effect(
                doubts.MoveLetter(
                    key=row.key,
                    step=row.step,
                    expected=frozenset({OutboxState.LEAVING}),
                    to=OutboxState.QUEUED,
                )
            )

        look = doubts.look_of(creditor, house.clock.today())
        now = house.clock.now()
        await doubts.record(house.journal, [row.key.page], decide_again, at=now, look=look)

    patch.setattr(doubts, "_unsure", again)


def doubt_counts_as_sent(patch: MonkeyPatch) -> None:
    """After the delay nobody is asked."""

    async def surely(house: Any, creditor: Any, row: Any) -> None:
        await doubts.mark_sent(house, creditor, row, "sans doute")

    patch.setattr(doubts, "_unsure", surely)


def doubts_stay(patch: MonkeyPatch) -> None:
    async def nothing(house: Any, creditor: Any) -> Any:
        return doubts.Settled()

    patch.setattr(send_letters, "settle_doubts", nothing)


def own_copy_is_proof(patch: MonkeyPatch) -> None:
    """Whatever is in doubt is taken for sent at once."""

    async def all_proved(house: Any, creditor: Any, rows: Any) -> Any:
        return {row.message_id: "copie dans les envois" for row in rows}

    patch.setattr(doubts, "_proofs", all_proved)


def two_may_claim(patch: MonkeyPatch) -> None:
    """No lease, and a letter is moved on from wherever it stands."""
    claim = DatabaseOutbox.claim
    leaving = send_letters._Work._leaving

    async def always(self: Any, creditor: Any, *, now: Any, lease_seconds: int, limit: int) -> Any:
        async with self._database.transaction() as client:
            free = OutboxLetter.filter(state=OutboxState.QUEUED.value).using_db(client)
            await free.update(claim="", leased_until=None)
        return await claim(self, creditor, now=now, lease_seconds=0, limit=limit)

    async def careless(self: Any, row: Any, seen: Any) -> None:
        dossier, letter = await self._opened(row)
        if letter.state.value == "queued":
            await leaving(self, row, dossier)

    patch.setattr(DatabaseOutbox, "claim", always)
    patch.setattr(send_letters._Work, "_leaving", careless)


def two_mails_of_a_day_count_as_one(patch: MonkeyPatch) -> None:
    """Whatever one sender writes on a day is taken for another shape of the same message."""

    def day_and_sender(row: Any) -> Any:
        return ("", row.sent_at.date(), row.sender) if row.sent_at else None

    patch.setattr(inbox, "_shape", day_and_sender)


def mark_before_bytes(patch: MonkeyPatch) -> None:
    """What the server showed counts as kept before it is."""

    async def hasty(this: Any, folder: str, is_sent: bool) -> int:
        house = this.house
        name = f"uid:{this.creditor.id}:{folder}"
        validity, highest = fetch_mail._mark(await house.register.get(name))
        view = await this.mailbox.look(folder, above=0)
        await house.register.set(name, f"{view.uidvalidity}:{max(view.uids, default=0)}")
        new = [uid for uid in view.uids if view.uidvalidity != validity or uid > highest]
        if not new:
            return 0
        return await fetch_mail._kept(this, await this.mailbox.fetch(view, new), is_sent)

    patch.setattr(fetch_mail, "_folder", hasty)


def uidvalidity_overlooked(patch: MonkeyPatch) -> None:
    """A UID that was known under the folder's old numbers is known for ever."""

    async def any_validity(
        self: Any, mailbox: str, folder: str, uidvalidity: int, *, above: int = 0
    ) -> frozenset[int]:
        text = "SELECT uid FROM inbox_places WHERE mailbox = $1 AND folder = $2 AND uid > $3"
        with self._database.entered() as client:
            rows = await asked(client, text, [mailbox.lower(), folder, above])
        return frozenset(row[0] for row in rows)

    patch.setattr(DatabaseInbox, "known_uids", any_validity)


def dropped_unread(patch: MonkeyPatch) -> None:
    """Every second message counts as nobody's, and nothing of it is written."""
    real = one_pass.decide_item

    def dropped(draft: Any, creditor: Any, item: Any) -> Any:
        if item.kept.digest[0] in "01234567":
            draft.effect(decided._settled(item, Fate.NOBODYS, ()))
            return decided.Told(message=item.kept.digest, outcome=None, dossier=None, because="?")
        return real(draft, creditor, item)

    patch.setattr(one_pass, "decide_item", dropped)


def colleagues_do_not_count(patch: MonkeyPatch) -> None:
    patch.setattr(decided, "colleagues", lambda mail, dossier, levels: ())


def contacts_are_not_kept(patch: MonkeyPatch) -> None:
    """The table that makes two letters of one day impossible stays empty."""
    queue = effects._queue

    async def nothing(client: Any, contacts: Any) -> None:
        return None

    async def no_day(client: Any, letters: Any) -> None:
        await queue(client, letters)
        await effects.ContactTaken.all().using_db(client).delete()

    patch.setattr(effects, "_take_contacts", nothing)
    patch.setattr(effects, "_queue", no_day)


def no_contact_is_taken(patch: MonkeyPatch) -> None:
    """Neither the table nor the gate knows who was written to today."""
    contacts_are_not_kept(patch)
    patch.setattr(gate, "_contacts", lambda asked: [])


def too_soon(patch: MonkeyPatch) -> None:
    """The next step comes three days before the day that was printed."""
    real = timeline._chained

    def hasty(*told: Any) -> Any:
        coming = real(*told)
        return replace(coming, on=coming.on - timedelta(days=3)) if coming else None

    patch.setattr(timeline, "_chained", hasty)


def headers_overlooked(patch: MonkeyPatch) -> None:
    """Whatever is no bounce was written by a person."""
    patch.setattr(automata, "is_auto_by_headers", lambda incoming: False)
    patch.setattr(automata, "is_auto_by_words", lambda incoming, own: False)
    patch.setattr(unrelated, "is_mass_mail", lambda incoming: False)
    patch.setattr(gate, "is_automaton", lambda sender: False)


def anybody_is_believed(patch: MonkeyPatch) -> None:
    patch.setattr(gather, "_authentication", lambda incoming, creditor: Authentication.PASSED)


def strangers_are_believed(patch: MonkeyPatch) -> None:
    """Whoever names a dossier writes for it."""
    real = gather.link

    def known(*told: Any, **named: Any) -> Any:
        found = real(*told, **named)
        return replace(found, stranger=False) if isinstance(found, Linked) else found

    patch.setattr(gather, "link", known)


def without_because(patch: MonkeyPatch) -> None:
    """Letters are journaled without the server's word."""
    real = journal.CODEC.encode

    class Mute:
        def __getattr__(self, name: str) -> Any:
            return getattr(codec, name)

        def encode(self, event: Any) -> Any:
            if isinstance(event, e.LetterSent):
                object.__setattr__(event, "because", " ")
            return real(event)

    codec = journal.CODEC
    patch.setattr(journal, "CODEC", Mute())


def chain_forgets(patch: MonkeyPatch) -> None:
    """Every tenth entry is chained to nothing."""
    real = journal.next_row

    def loose(page: Any, seq: int, *told: Any, salt: bytes, after: str) -> Any:
        row = real(page, seq, *told, salt=salt, after=after)
        if seq % 10 == 0:
            return real(page, seq, *told, salt=salt, after="0" * 64)
        return row

    patch.setattr(journal, "next_row", loose)


def caches_fall_behind(patch: MonkeyPatch) -> None:
    real = caches.refresh

    async def now_and_then(client: Any, writes: Any, heads: Any, folds: Any) -> None:
        some = [one for one in writes if one.version % 7 != 3]
        await real(client, some, heads, folds)

    patch.setattr(journal.caches, "refresh", now_and_then)


def sent_is_not_journaled(patch: MonkeyPatch) -> None:
    async def nothing(*told: Any, **named: Any) -> None:
        return None

    patch.setattr(send_letters, "mark_sent", nothing)
    patch.setattr(doubts, "mark_sent", nothing)


def commits_are_not_flushed(patch: MonkeyPatch) -> None:
    """SQLite leaves it to the machine when a commit reaches the disk."""
    patch.setitem(database.SQLITE_PRAGMAS, "synchronous", "OFF")


def departures_are_not_flushed(patch: MonkeyPatch) -> None:
    """What is noted beside the database reaches the disk at some time."""

    def loosely(file: Any, line: str) -> None:
        with file.open("a", encoding="utf-8") as opened:
            opened.write(f"{line}\n")

    patch.setattr(witness, "append_line", loosely)


def says_nothing_of(*names: str) -> Break:
    """A cause for which nothing leaves is not told."""
    asked_for_all = waiting.waits_for_all

    def silent(*told: Any) -> Any:
        return tuple(one for one in asked_for_all(*told) if one.check not in names)

    return lambda patch: patch.setattr(waiting, "waits_for_all", silent)


def reader_stands_still(patch: MonkeyPatch) -> None:
    """What comes is fetched and never read: every letter after it must wait."""

    async def nothing(*told: Any) -> Read:
        return Read()

    patch.setattr(engine, "read_mail", nothing)


def anybody_enters(patch: MonkeyPatch) -> None:
    """Whoever comes to the desk counts as signed in."""

    async def somebody(request: Any) -> Colleague:
        return Colleague(name="?", role=DeskRole.MANAGER, password="")

    patch.setattr(access, "_signed_in", somebody)


def words_are_markup(patch: MonkeyPatch) -> None:
    """What stands in a page's words is put there as it is."""
    pages_of = app.pages_of
    patch.setattr(app, "pages_of", lambda one: pages_of(one).overlay(autoescape=False))


def nothing_is_forbidden(patch: MonkeyPatch) -> None:
    """The desk's answers no longer tell a browser what it may load."""
    patch.setattr(guard, "HEADERS", {})
