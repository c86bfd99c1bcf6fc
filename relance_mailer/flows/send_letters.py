"""Claim → fold again → gate again → leaving (commit) → SMTP → sent or refused (commit).

What is about to be done is committed before the first byte leaves. A letter whose fate is unknown
is never offered again: evidence settles it (P3), and without evidence it counts as sent and its
dossier goes to `review`. A letter that is no longer of today, whose amounts or reader changed or
whose dossier is held, is withdrawn and composed anew. The world is looked at for each letter at the
last moment, when the server already waits for it: a stop or a message of meanwhile holds the very
next. What was seen where one left serves for another, to ask no server for nothing.
"""

import asyncio
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterKept
from relance_mailer.dossier.values import Digest, PageId
from relance_mailer.flows.account_pause import account_is_paused, pause_account
from relance_mailer.flows.brake import answered, braked, doubted, may_be_silent
from relance_mailer.flows.delays import delay_of
from relance_mailer.flows.doubts import (
    Cut,
    mark_sent,
    mark_stayed,
    note_departure,
    settle_doubts,
)
from relance_mailer.flows.house import (
    FIRST_DAY_KEY,
    Creditor,
    House,
    look_of,
    outage_key,
    server_key,
)
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.restored import left_already, pending
from relance_mailer.flows.sight import Eyes, open_eyes, sight_on
from relance_mailer.flows.waiting import server_fails
from relance_mailer.outward.addressing import no_longer_a_contact
from relance_mailer.outward.asked import Refusal
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.listing import still_demanded
from relance_mailer.outward.timeline import step_of
from relance_mailer.ports import (
    Fault,
    Handover,
    Mailer,
    MoveLetter,
    Opened,
    OutboxRow,
    OutboxState,
    Overtaken,
    Permanent,
    Refused,
    Stayed,
    Taken,
    Temporary,
    Unreadable,
    Unsure,
)

LEASE_SECONDS = 20
"""Short, so that after a crash another worker soon takes over; only one can move a letter on."""
BATCH = 10
TRIES_MAX = 6
RETRY_MINUTES = (5, 15, 60, 120, 240, 240)
"""Waits after temporary refusals; a letter not gone by the end of its day is withdrawn anyway."""
ON_ITS_WAY = frozenset({OutboxState.QUEUED, OutboxState.LEAVING})
INTERNAL_ERROR = "internal_error"
HELD = "level_not_held"
SEEN = frozenset(
    {"inbox_was_read_lately", "no_unread_word_from_debtor", "database_knows_what_left"}
)


@dataclass(slots=True)
class Posted:
    """What a pass did."""

    sent: list[OutboxRow] = field(default_factory=list)
    withdrawn: list[tuple[OutboxRow, str]] = field(default_factory=list)
    waiting: list[tuple[OutboxRow, tuple[Refusal, ...]]] = field(default_factory=list)
    refused: list[tuple[OutboxRow, Refused]] = field(default_factory=list)
    overtaken: list[OutboxRow] = field(default_factory=list)  # something came at the last moment
    stayed: list[tuple[OutboxRow, str]] = field(default_factory=list)  # cut before the final dot
    in_doubt: list[OutboxRow] = field(default_factory=list)
    settled: list[tuple[OutboxRow, str]] = field(default_factory=list)  # doubts, with the evidence
    unsure: list[OutboxRow] = field(default_factory=list)  # doubts that nothing settled
    faults: list[Fault] = field(default_factory=list)
    broken: list[tuple[OutboxRow, str]] = field(default_factory=list)  # our own fault, with why

    @property
    def did_something(self) -> bool:
        """Whether another pass at once may find more."""
        return bool(self.sent or self.withdrawn or self.refused)

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "sent": len(self.sent),
            "waiting": len(self.waiting),
            "withdrawn": len(self.withdrawn),
            "refused": len(self.refused) + len(self.stayed),
            "in_doubt": len(self.in_doubt) + len(self.unsure),
            "settled": len(self.settled),
        }


async def send_letters(
    house: House, creditor: Creditor, mailer: Mailer, *, stop: asyncio.Event | None = None
) -> Posted:
    """One pass: settle doubts, then offer what may leave. `stop` ends it between two letters."""
    posted = Posted()
    if await pending(house, creditor.id) is not None:
        return posted  # what is queued may have left: `reconcile` looks first
    doubts = await settle_doubts(house, creditor)
    posted.settled, posted.unsure = doubts.proved, doubts.unsure
    posted.broken += doubts.closed
    if doubts.proved:
        await answered(house, creditor)
    paused = await account_is_paused(house, creditor) or await braked(house, creditor)
    if paused:
        posted.faults.append(Temporary(paused))
        return posted
    seen: set[str] = set()
    try:
        while not posted.did_something:
            rows = await house.outbox.claim(
                creditor.id, now=house.clock.now(), lease_seconds=LEASE_SECONDS, limit=BATCH
            )
            if seen.issuperset(row.id for row in rows):
                await house.outbox.release([row.id for row in rows])
                break
            seen.update(row.id for row in rows)
            if await left_already(house, rows):
                await house.outbox.release([row.id for row in rows])
                break
            work = _Work(house=house, creditor=creditor, mailer=mailer, posted=posted)
            await work.all(rows, stop)
            if work.halted or (stop and stop.is_set()):
                break
    finally:
        # Kept until here: a letter that waits must not be claimed again before those behind it.
        await house.outbox.release([row.id for row, _ in (*posted.waiting, *posted.broken)])
    if posted.sent and await house.register.get(f"{FIRST_DAY_KEY}:{creditor.id}") is None:
        await house.register.set(f"{FIRST_DAY_KEY}:{creditor.id}", house.clock.today().isoformat())
    await _note_server(house, creditor, posted)
    return posted


async def _note_server(house: House, creditor: Creditor, posted: Posted) -> None:
    """Remember since when nothing can be handed over; a pass that offered nothing says nothing."""
    refused = next((answer for _, answer in posted.refused if answer.account), None)
    cut = posted.stayed[0][1] if posted.stayed and not posted.sent else ""
    why = str(posted.faults[0]) if posted.faults else cut
    if refused is not None:
        why = f"{refused.code} {refused.text}"
    if why:
        await server_fails(house, creditor, why)
    elif posted.sent or posted.refused:
        await house.register.set(server_key(creditor.id), None)


@dataclass(slots=True)
class _Work:
    house: House
    creditor: Creditor
    mailer: Mailer
    posted: Posted
    halted: bool = False
    eyes: Eyes | None = None
    """What was seen when the last letter left, until it has served for another."""

    async def all(self, rows: Sequence[OutboxRow], stop: asyncio.Event | None) -> None:
        """Offer all rows over as many connections as the account has, in their order."""
        todo = list(reversed(rows))

        async def worker() -> None:
            while todo and not self.halted and not (stop and stop.is_set()):
                try:
                    await self._one(todo.pop())
                except Fault as error:
                    # Not even that it failed can be noted; what others hand over is finished first.
                    self.posted.faults.append(error)
                    self.halted = True

        one = await may_be_silent(self.house, self.creditor)
        hands = 1 if one else self.creditor.connections
        async with asyncio.TaskGroup() as group:
            for _ in range(min(hands, len(rows))):
                group.create_task(worker())
        await self.house.outbox.release([row.id for row in todo])

    async def _one(self, row: OutboxRow) -> None:
        """Offer a letter; one in which our own fault raises is a human's, and the next goes on."""
        for work in (self._offer, self._to_a_human):
            try:
                await work(row)
            except Overtaken:
                # Another daemon, a human or a message moved it meanwhile: decided upon again.
                self.posted.overtaken.append(row)
                await self.house.outbox.release([row.id])
            except Unreadable as error:
                self.posted.broken.append((row, str(error)))
            except Fault as error:
                await self._failed(row, error)
            except Exception:
                because = f"envoi impossible : {traceback.format_exc().splitlines()[-1]}"[:300]
                self.posted.broken.append((row, because))
                continue
            return

    async def _failed(self, row: OutboxRow, error: Fault) -> None:
        """The server, the account or the database: everything waits, not this letter alone."""
        self.posted.faults.append(error)
        self.halted = True
        if isinstance(error, Permanent):
            # Asking again at once would only lock the account.
            await pause_account(self.house, self.creditor, str(error))
        await self.house.outbox.release([row.id])
        await self._note_outage(str(error))

    async def _note_outage(self, why: str) -> None:
        """A letter that misses its day for it names it when it is withdrawn (P6)."""
        value = f"{self._today.isoformat()} {why}"[:300]
        await self.house.register.set(outage_key(self.creditor.id), value)

    async def _to_a_human(self, row: OutboxRow) -> None:
        because = self.posted.broken[-1][1]

        def decide(draft: Draft) -> None:
            dossier = draft.dossier(row.key)
            asked = {one.reason for one in dossier.review_reasons} if dossier else {INTERNAL_ERROR}
            if INTERNAL_ERROR not in asked:
                event = e.ReviewAsked(reason=INTERNAL_ERROR, because=because)
                draft.write(row.key.page, [event])

        await self._record(row, decide)

    @property
    def _today(self) -> date:
        return self.house.clock.today()

    async def _offer(self, row: OutboxRow) -> None:
        dossier, letter = await self._opened(row)
        stale = await self._stale(dossier, letter)
        if stale:
            await self._withdraw_unless_unseen(row, dossier, letter, stale)
            return
        refused = await self._at_first_sight(dossier, letter)
        if refused:
            await self._hold_back(row, dossier, letter, refused)
            return
        try:
            mime = await self.house.outbox.mime(row.digest)
        except Permanent as error:
            await self._withdraw(row, str(error), INTERNAL_ERROR)
            return
        answer = await self.mailer.hand_over(
            mime,
            envelope_from=row.envelope_from,
            recipients=row.recipients,
            envelope_id=row.token,
            leaving=lambda: self._leaving(row, dossier),
        )
        await self._settle(row, answer)

    async def _opened(self, row: OutboxRow) -> tuple[Dossier, LetterKept]:
        return _of_row(await self.house.journal.read([row.key.page]), row)

    async def _at_first_sight(self, dossier: Dossier, letter: LetterKept) -> tuple[Refusal, ...]:
        """What the gate says before a server is asked; what holds a letter back is looked up anew.

        What let a letter leave serves for one other, which is looked at again where it leaves.
        """
        eyes, self.eyes = self.eyes, None
        if eyes is not None and not await self._refusals(dossier, letter, eyes):
            return ()
        return await self._refusals(dossier, letter)

    async def _refusals(
        self, dossier: Dossier, letter: LetterKept, eyes: Eyes | None = None
    ) -> tuple[Refusal, ...]:
        """What the gate says of this letter; without `eyes` all is looked up anew."""
        eyes = eyes or await open_eyes(self.house, self.creditor)
        timeline = self.creditor.timeline(dossier)
        return refusals(
            step_of(letter, dossier, timeline),
            dossier,
            await sight_on(self.house, self.creditor, eyes, dossier),
            timeline=timeline,
            template=letter.template,
            language=self._language(dossier),
            to=letter.to,
            composed_for=letter.composed_for,
        )

    def _language(self, dossier: Dossier) -> str:
        spoken = dossier.debtor.language if dossier.debtor else ""
        return self.creditor.language_fallback.get(spoken, spoken)

    async def _stale(self, dossier: Dossier, letter: LetterKept) -> str:
        """Why a letter is no longer valid: another day, other amounts, or another reader."""
        if letter.composed_for != self._today:
            outage = await self.house.register.get(outage_key(self.creditor.id)) or ""
            on, _, why = outage.partition(" ")
            missed = f" : {why}" if on == f"{letter.composed_for}" else ""
            return f"composée pour le {letter.composed_for:%d/%m/%Y}, ce jour est passé{missed}"
        if letter.level is None:
            return ""
        now_due = still_demanded(dossier, letter.invoices)
        if now_due != letter.amount:
            return f"le montant a changé : {letter.amount} € dans la lettre, {now_due} € au journal"
        return no_longer_a_contact(dossier, letter)

    async def _hold_back(
        self, row: OutboxRow, dossier: Dossier, letter: LetterKept, refused: tuple[Refusal, ...]
    ) -> None:
        """A letter that time mends waits in the outbox; another is withdrawn for a human.

        A level whose dossier is held since gives way: the answer owed to the message that holds it
        takes its place.
        """
        human = next((refusal for refusal in refused if not refusal.time_mends), None)
        held = next((refusal for refusal in refused if refusal.check == HELD), None)
        if human is not None:
            await self._withdraw(row, human.because, human.reason or human.check, human.message)
        elif held is not None:
            await self._withdraw(row, held.because, None)
        else:
            self.posted.waiting.append((row, refused))
            await self._note_delay(row, letter, dossier, refused)

    async def _note_delay(
        self, row: OutboxRow, letter: LetterKept, dossier: Dossier, refused: tuple[Refusal, ...]
    ) -> None:
        """Once the day is over, why a level that was announced for it did not leave (P6)."""
        step = step_of(letter, dossier, self.creditor.timeline(dossier))
        now, until = self.house.clock.now(), self.creditor.send_until

        def decide(draft: Draft) -> None:
            kept = draft.dossier(row.key)
            assert kept is not None, row
            late = delay_of(step, kept, refused, now=now, send_until=until)
            draft.write(row.key.page, [late] if late else [])

        if delay_of(step, dossier, refused, now=now, send_until=until) is not None:
            await self._record(row, decide)

    async def _withdraw_unless_unseen(
        self, row: OutboxRow, dossier: Dossier, letter: LetterKept, stale: str
    ) -> None:
        """Withdraw a letter that is not valid any more, once the mailbox was read.

        Where the database was rolled back the letter may have left, and its copy says so: a letter
        that was withdrawn before it was seen would be composed anew.
        """
        refused = await self._refusals(dossier, letter)
        unseen = tuple(one for one in refused if one.check in SEEN and one.time_mends)
        if unseen:
            self.posted.waiting.append((row, unseen))
        else:
            await self._withdraw(row, stale, None)

    async def _withdraw(
        self, row: OutboxRow, because: str, ask: str | None, message: Digest | None = None
    ) -> None:
        def decide(draft: Draft) -> None:
            dossier = draft.dossier(row.key)
            assert dossier is not None, row
            if row.step not in {letter.step for letter in dossier.on_its_way}:
                raise Overtaken(f"{row.key} {row.step} : déjà réglée")
            events: list[e.DossierEvent] = [e.LetterWithdrawn(because=because, step=row.step)]
            if ask and dossier.phase not in {Phase.REVIEW, Phase.LEGAL}:
                events.append(e.ReviewAsked(reason=ask, because=because, message=message))
            draft.write(row.key.page, events)
            draft.effect(
                MoveLetter(
                    key=row.key,
                    step=row.step,
                    expected=frozenset({OutboxState.QUEUED}),
                    to=OutboxState.WITHDRAWN,
                    give_back_contact=True,
                )
            )

        await self._record(row, decide)
        self.posted.withdrawn.append((row, because))

    async def _leaving(self, row: OutboxRow, seen: Dossier) -> None:
        """Commit that the bytes are about to go; what is new since then stops the letter.

        What is written follows the page as it was read for this second look, and no later one: the
        commit itself is refused when anybody wrote there meanwhile.
        """
        opened = await self.house.journal.read([row.key.page])
        dossier, letter = _of_row(opened, row)
        eyes = await open_eyes(self.house, self.creditor)
        refused = await self._refusals(dossier, letter, eyes)
        if refused:
            raise Overtaken(f"{row.key} : {refused[0].because}")
        if dossier != seen:
            raise Overtaken(f"{row.key} : le dossier a changé au moment du départ")
        look = look_of(self.creditor, self._today)
        draft = Draft(opened, at=self.house.clock.now(), look=look)
        leaving = e.LetterLeaving(because="remise au serveur d'envoi", step=row.step)
        draft.write(row.key.page, [leaving])
        draft.effect(
            MoveLetter(
                key=row.key,
                step=row.step,
                expected=frozenset({OutboxState.QUEUED}),
                to=OutboxState.LEAVING,
            )
        )
        await self.house.journal.commit([draft.commit()])
        await note_departure(self.house, self.creditor, row, seen.version + 1)
        self.eyes = eyes

    async def _settle(self, row: OutboxRow, answer: Handover) -> None:
        match answer:
            case Taken():
                await mark_sent(self.house, self.creditor, row, answer.reply)
                self.posted.sent.append(row)
                await answered(self.house, self.creditor)
            case Refused():
                await self._refused(row, answer)
                self.posted.refused.append((row, answer))
            case Stayed():
                await mark_stayed(self.house, self.creditor, row, self._after_cut(row, answer))
                await self._note_outage(answer.text)
                self.posted.stayed.append((row, answer.text))
            case Unsure():
                # It stays `leaving`: only evidence, or fifteen minutes, settle it.
                self.posted.in_doubt.append(row)
                await self._doubted(answer.text)

    async def _doubted(self, why: str) -> None:
        try:
            enough = await doubted(self.house, self.creditor, why)
        except Fault:
            # Whether it was enough is not known: no other letter is tried on that line.
            self.halted = True
            raise
        if enough:
            self.halted = True
            await self._note_outage(enough)

    def _after_cut(self, row: OutboxRow, answer: Stayed) -> Cut:
        wait = timedelta(minutes=RETRY_MINUTES[min(row.tries, len(RETRY_MINUTES) - 1)])
        for_good = row.tries + 1 >= TRIES_MAX
        return Cut(why=answer.text, again_at=None if for_good else self.house.clock.now() + wait)

    async def _refused(self, row: OutboxRow, answer: Refused) -> None:
        if answer.account:
            self.halted = True
            await pause_account(self.house, self.creditor, f"{answer.code} {answer.text}")
            await self._note_outage(f"{answer.code} {answer.text}")
        for_good = answer.permanent or row.tries + 1 >= TRIES_MAX

        def decide(draft: Draft) -> None:
            said = f"{answer.code} {answer.text}"[:300]
            refused = e.LetterRefused(
                because=f"le serveur a répondu {said}",
                step=row.step,
                code=answer.code,
                text=answer.text[:300],
                permanent=for_good,
            )
            draft.write(row.key.page, [refused])
            if for_good:
                self._give_up(draft, row, said, too_large=answer.too_large)
            draft.effect(self._after_refusal(row, for_good))

        await self._record(row, decide)

    def _give_up(self, draft: Draft, row: OutboxRow, said: str, *, too_large: bool) -> None:
        assert draft.dossier(row.key) is not None
        todo = "alléger ses pièces jointes" if too_large else "vérifier l'adresse"
        because = f"lettre refusée par le serveur ({said}) : {todo}"
        reason = "letter_too_large" if too_large else "address_refused"
        events: list[e.DossierEvent] = [
            e.LetterWithdrawn(because=because, step=row.step),
            e.ReviewAsked(reason=reason, because=because),
        ]
        draft.write(row.key.page, events)

    def _after_refusal(self, row: OutboxRow, for_good: bool) -> MoveLetter:
        wait = RETRY_MINUTES[min(row.tries, len(RETRY_MINUTES) - 1)]
        return MoveLetter(
            key=row.key,
            step=row.step,
            expected=ON_ITS_WAY,
            to=OutboxState.REFUSED if for_good else OutboxState.QUEUED,
            not_before=None if for_good else self.house.clock.now() + timedelta(minutes=wait),
            give_back_contact=for_good,
        )

    async def _record(self, row: OutboxRow, decide: Callable[[Draft], None]) -> None:
        await record(
            self.house.journal,
            [row.key.page],
            decide,
            at=self.house.clock.now(),
            look=look_of(self.creditor, self._today),
        )


def _of_row(opened: Mapping[PageId, Opened], row: OutboxRow) -> tuple[Dossier, LetterKept]:
    dossier = opened[row.key.page].dossier
    letter = dossier.letter(row.step) if dossier else None
    if dossier is None or letter is None:
        raise AssertionError(f"{row.key} {row.step} : dans la boîte d'envoi, pas au journal")
    return dossier, letter
