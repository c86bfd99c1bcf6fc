"""Claim → fold again → gate again → leaving (commit) → SMTP → sent or refused (commit).

What is about to be done is committed before the first byte leaves. A letter whose fate is unknown
is never offered again: evidence settles it (P3), and without evidence it counts as sent and its
dossier goes to `review`. A letter that is no longer of today, or whose amounts moved, is withdrawn
and composed anew.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterKept, LetterState
from relance_mailer.dossier.values import MessageId
from relance_mailer.flows.house import (
    FIRST_DAY_KEY,
    Creditor,
    House,
    account_key,
    inbox_read_key,
    look_of,
    moment,
)
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.sight import Eyes, open_eyes, sight_on
from relance_mailer.outward.gate import Refusal, refusals
from relance_mailer.outward.timeline import step_of
from relance_mailer.ports import (
    Fault,
    Handover,
    Mailbox,
    Mailer,
    MoveLetter,
    OutboxRow,
    OutboxState,
    Overtaken,
    Permanent,
    Refused,
    Taken,
    Temporary,
    Unsure,
)

LEASE_SECONDS = 20
"""Short, so that after a crash another worker soon takes over; only one can move a letter on."""
BATCH = 10
FILED_AT_ONCE = 100
TRIES_MAX = 6
RETRY_MINUTES = (5, 15, 60, 120, 240, 240)
"""Waits after temporary refusals; a letter not gone by the end of its day is withdrawn anyway."""
ACCOUNT_PAUSE_MINUTES = 10
ON_ITS_WAY = frozenset({OutboxState.QUEUED, OutboxState.LEAVING})


@dataclass(slots=True)
class Posted:
    """What a pass did."""

    sent: list[OutboxRow] = field(default_factory=list)
    withdrawn: list[tuple[OutboxRow, str]] = field(default_factory=list)
    waiting: list[tuple[OutboxRow, tuple[Refusal, ...]]] = field(default_factory=list)
    refused: list[tuple[OutboxRow, Refused]] = field(default_factory=list)
    in_doubt: list[OutboxRow] = field(default_factory=list)
    settled: list[tuple[OutboxRow, str]] = field(default_factory=list)  # doubts, with the evidence
    unsure: list[OutboxRow] = field(default_factory=list)  # doubts that nothing settled
    faults: list[Fault] = field(default_factory=list)

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
            "refused": len(self.refused),
            "in_doubt": len(self.in_doubt) + len(self.unsure),
            "settled": len(self.settled),
        }


async def send_letters(
    house: House, creditor: Creditor, mailer: Mailer, *, stop: asyncio.Event | None = None
) -> Posted:
    """One pass: settle doubts, then offer what may leave. `stop` ends it between two letters."""
    posted = Posted()
    await _settle_doubts(house, creditor, posted)
    paused = await _account_is_paused(house, creditor)
    if paused:
        posted.faults.append(Temporary(paused))
        return posted
    rows = await house.outbox.claim(
        creditor.id, now=house.clock.now(), lease_seconds=LEASE_SECONDS, limit=BATCH
    )
    if not rows:
        return posted
    eyes = await open_eyes(house, creditor)
    work = _Work(house=house, creditor=creditor, mailer=mailer, eyes=eyes, posted=posted)
    await work.all(rows, stop)
    if posted.sent and await house.register.get(f"{FIRST_DAY_KEY}:{creditor.id}") is None:
        await house.register.set(f"{FIRST_DAY_KEY}:{creditor.id}", eyes.sight.today.isoformat())
    return posted


async def _account_is_paused(house: House, creditor: Creditor) -> str:
    value = await house.register.get(account_key(creditor.id))
    if not value:
        return ""
    until, _, why = value.partition(" ")
    if house.clock.now().isoformat() >= until:
        await house.register.set(account_key(creditor.id), None)
        return ""
    return f"compte d'envoi refusé ({why}) ; nouvel essai après {until}"


@dataclass(slots=True)
class _Work:
    house: House
    creditor: Creditor
    mailer: Mailer
    eyes: Eyes
    posted: Posted
    halted: bool = False

    async def all(self, rows: Sequence[OutboxRow], stop: asyncio.Event | None) -> None:
        """Offer all rows over as many connections as the account has, in their order."""
        todo = list(reversed(rows))

        async def worker() -> None:
            while todo and not self.halted and not (stop and stop.is_set()):
                await self._one(todo.pop())

        async with asyncio.TaskGroup() as group:
            for _ in range(min(self.creditor.connections, len(rows))):
                group.create_task(worker())
        await self.house.outbox.release([row.id for row in todo])

    async def _one(self, row: OutboxRow) -> None:
        try:
            await self._offer(row)
        except Overtaken:
            # Another daemon or a human moved it meanwhile: it is theirs now.
            await self.house.outbox.release([row.id])
        except Fault as error:
            self.posted.faults.append(error)
            self.halted = True
            if isinstance(error, Permanent):
                # Asking again at once would only lock the account.
                await self._pause(str(error))
            await self.house.outbox.release([row.id])

    async def _offer(self, row: OutboxRow) -> None:
        opened = await self.house.journal.read([row.key.page])
        dossier = opened[row.key.page].dossier
        letter = dossier.letter(row.step) if dossier else None
        if dossier is None or letter is None:
            raise AssertionError(f"{row.key} {row.step} : dans la boîte d'envoi, pas au journal")
        stale = self._stale(dossier, letter)
        if stale:
            await self._withdraw(row, stale, None)
            return
        sight = await sight_on(self.house, self.creditor, self.eyes, dossier, row.step)
        timeline = self.creditor.timeline(dossier)
        refused = refusals(
            step_of(letter, dossier, timeline),
            dossier,
            sight,
            timeline=timeline,
            template=letter.template,
            language=self._language(dossier),
            to=letter.to,
            composed_for=letter.composed_for,
        )
        if refused:
            await self._hold_back(row, refused)
            return
        mime = await self.house.outbox.mime(row.digest)
        answer = await self.mailer.hand_over(
            mime,
            envelope_from=row.envelope_from,
            recipients=row.recipients,
            envelope_id=row.token,
            leaving=lambda: self._leaving(row, dossier.version),
        )
        await self._settle(row, answer)

    def _language(self, dossier: Dossier) -> str:
        spoken = dossier.debtor.language if dossier.debtor else ""
        return self.creditor.language_fallback.get(spoken, spoken)

    def _stale(self, dossier: Dossier, letter: LetterKept) -> str:
        """Why a letter is no longer valid: another day, or other amounts (DESIGN §4)."""
        if letter.composed_for != self.eyes.sight.today:
            return f"composée pour le {letter.composed_for:%d/%m/%Y}, ce jour est passé"
        now_due = _still_demanded(dossier, letter)
        if letter.level is not None and now_due != letter.amount:
            return f"le montant a changé : {letter.amount} € dans la lettre, {now_due} € au journal"
        return ""

    async def _hold_back(self, row: OutboxRow, refused: tuple[Refusal, ...]) -> None:
        """A letter that time mends waits in the outbox; another is withdrawn for a human."""
        human = next((refusal for refusal in refused if not refusal.time_mends), None)
        if human is None:
            self.posted.waiting.append((row, refused))
            await self.house.outbox.release([row.id])
            return
        await self._withdraw(row, human.because, human.reason or human.check)

    async def _withdraw(self, row: OutboxRow, because: str, ask: str | None) -> None:
        def decide(draft: Draft) -> None:
            dossier = draft.dossier(row.key)
            assert dossier is not None, row
            if row.step not in {letter.step for letter in dossier.on_its_way}:
                raise Overtaken(f"{row.key} {row.step} : déjà réglée")
            events: list[e.DossierEvent] = [e.LetterWithdrawn(because=because, step=row.step)]
            if ask and dossier.phase not in {Phase.REVIEW, Phase.LEGAL}:
                events.append(e.ReviewAsked(reason=ask, because=because))
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

    async def _leaving(self, row: OutboxRow, version: int) -> None:
        """Commit that the bytes are about to go; anything new on the dossier stops the letter."""

        def decide(draft: Draft) -> None:
            dossier = draft.dossier(row.key)
            if dossier is None or dossier.version != version:
                raise Overtaken(f"{row.key} : le dossier a changé au moment du départ")
            because = "remise au serveur d'envoi"
            draft.write(row.key.page, [e.LetterLeaving(because=because, step=row.step)])
            draft.effect(
                MoveLetter(
                    key=row.key,
                    step=row.step,
                    expected=frozenset({OutboxState.QUEUED}),
                    to=OutboxState.LEAVING,
                )
            )

        await self._record(row, decide)

    async def _settle(self, row: OutboxRow, answer: Handover) -> None:
        match answer:
            case Taken():
                await mark_sent(self.house, self.creditor, row, answer.reply)
                self.posted.sent.append(row)
            case Refused():
                await self._refused(row, answer)
                self.posted.refused.append((row, answer))
            case Unsure():
                # It stays `leaving`: only evidence, or fifteen minutes, settle it.
                self.posted.in_doubt.append(row)

    async def _pause(self, because: str) -> None:
        until = self.house.clock.now() + timedelta(minutes=ACCOUNT_PAUSE_MINUTES)
        value = f"{until.isoformat()} {because}"[:500]
        await self.house.register.set(account_key(self.creditor.id), value)

    async def _refused(self, row: OutboxRow, answer: Refused) -> None:
        if answer.account:
            self.halted = True
            await self._pause(f"{answer.code} {answer.text}")
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
                self._give_up(draft, row, said)
            draft.effect(self._after_refusal(row, for_good))

        await self._record(row, decide)

    def _give_up(self, draft: Draft, row: OutboxRow, said: str) -> None:
        dossier = draft.dossier(row.key)
        assert dossier is not None
        because = f"lettre refusée par le serveur ({said}) : vérifier l'adresse"
        events: list[e.DossierEvent] = [
            e.LetterWithdrawn(because=because, step=row.step),
            e.ReviewAsked(reason="address_refused", because=because),
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
            look=look_of(self.creditor, self.eyes.sight.today),
        )


def _still_demanded(dossier: Dossier, letter: LetterKept) -> Decimal:
    """What is left today of the invoices that the letter lists, contested ones taken out."""
    return sum(
        (
            invoice.left
            for invoice in dossier.open_invoices
            if invoice.number in letter.invoices and invoice.number not in dossier.disputed
        ),
        Decimal("0.00"),
    )


async def mark_sent(house: House, creditor: Creditor, row: OutboxRow, reply: str) -> None:
    """Journal that the letter left: the server's word, or the evidence that settled a doubt."""

    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        letter = dossier.letter(row.step) if dossier else None
        if letter is None or letter.state is not LetterState.LEAVING:
            return
        sent = e.LetterSent(
            because=reply[:300],
            step=row.step,
            message_id=row.message_id,
            sent_at=house.clock.now(),
            to=row.recipients,
            reply=reply[:300],
            subject=row.subject,
            mime=row.digest,
        )
        draft.write(row.key.page, [sent])
        draft.effect(
            MoveLetter(
                key=row.key,
                step=row.step,
                expected=frozenset({OutboxState.LEAVING}),
                to=OutboxState.SENT,
                reply=reply[:300],
            )
        )

    look = look_of(creditor, house.clock.today())
    await record(house.journal, [row.key.page], decide, at=house.clock.now(), look=look)


async def _settle_doubts(house: House, creditor: Creditor, posted: Posted) -> None:
    """Look for evidence of every letter in doubt; after the delay it counts as sent (P3)."""
    doubtful = await house.outbox.in_state(creditor.id, [OutboxState.LEAVING])
    if not doubtful:
        return
    proofs = await _proofs(house, creditor, doubtful)
    read_at = await moment(house.register, inbox_read_key(creditor.id))
    wait = timedelta(minutes=creditor.doubt_minutes)
    for row in doubtful:
        proof = proofs.get(row.message_id)
        if proof:
            await mark_sent(house, creditor, row, proof)
            posted.settled.append((row, proof))
            continue
        waited = house.clock.now() - row.changed_at >= wait
        mailbox_was_seen = read_at is not None and read_at >= row.changed_at + wait
        if waited and (mailbox_was_seen or house.clock.now() - row.changed_at >= 4 * wait):
            await _unsure(house, creditor, row)
            posted.unsure.append(row)


async def _proofs(
    house: House, creditor: Creditor, rows: Sequence[OutboxRow]
) -> dict[MessageId, str]:
    """Evidence by Message-ID: a message that names it, the journal copy, the provider's copy."""
    ids = [row.message_id for row in rows]
    proofs = {
        message_id: f"preuve : un message reçu la cite ({digest[:12]})"
        for message_id, digest in (await house.inbox.naming(ids)).items()
    }
    if creditor.proof == "journal":
        copies = await house.inbox.known_message_ids(ids, sent_folder=False)
        proofs |= dict.fromkeys(copies, "preuve : copie de journal reçue")
    if creditor.proof == "provider_sent" and not creditor.file_sent_copy:
        copies = await house.inbox.known_message_ids(ids, sent_folder=True)
        proofs |= dict.fromkeys(copies, "preuve : copie du fournisseur dans les envois")
    return proofs


async def _unsure(house: House, creditor: Creditor, row: OutboxRow) -> None:
    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        letter = dossier.letter(row.step) if dossier else None
        if letter is None or letter.state is not LetterState.LEAVING:
            return
        because = (
            "le serveur n'a pas dit s'il a pris la lettre et aucune preuve n'est venue : elle "
            "compte comme envoyée, un humain seul la renvoie"
        )
        events: list[e.DossierEvent] = [
            e.LetterUnsure(because=because, step=row.step),
            e.ReviewAsked(reason="letter_unsure", because=because),
        ]
        draft.write(row.key.page, events)
        draft.effect(
            MoveLetter(
                key=row.key,
                step=row.step,
                expected=frozenset({OutboxState.LEAVING}),
                to=OutboxState.UNSURE,
            )
        )

    look = look_of(creditor, house.clock.today())
    await record(house.journal, [row.key.page], decide, at=house.clock.now(), look=look)


async def file_copies(house: House, creditor: Creditor, mailbox: Mailbox) -> int:
    """File a copy of sent letters in the Sent folder, each once; answers how many were filed.

    Raises the mailbox's `Temporary` or `Permanent`; what was filed until then is remembered.
    """
    if not creditor.file_sent_copy or creditor.sent_folder is None:
        return 0
    filed = 0
    for row in await house.outbox.to_file(creditor.id, limit=FILED_AT_ONCE):
        if not await mailbox.has_message(creditor.sent_folder, row.message_id):
            mime = await house.outbox.mime(row.digest)
            await mailbox.append(creditor.sent_folder, mime, at=house.clock.now())
            filed += 1
        await house.outbox.filed([row.id])
    return filed
