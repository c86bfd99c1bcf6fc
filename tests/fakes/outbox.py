"""The outbox in memory; `FakeJournal` writes to it as the effects of its commits."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from relance_mailer.dossier.values import CreditorId, Digest, DossierKey, StepKey
from relance_mailer.ports import (
    MoveLetter,
    OutboxRow,
    OutboxState,
    Overtaken,
    Permanent,
    QueueLetter,
)

STANDING = {OutboxState.QUEUED, OutboxState.LEAVING, OutboxState.SENT, OutboxState.UNSURE}


def letter_id(key: DossierKey, step: StepKey) -> str:
    """The name of a letter's row."""
    return f"{key.creditor}|{key.dossier}|{step}"


class FakeOutbox:
    """Implements `ports.Outbox`; `real_now` may be moved by a test to let leases run out."""

    def __init__(self, real_now: Callable[[], datetime] | None = None) -> None:
        self.rows: dict[str, OutboxRow] = {}
        self.mimes: dict[Digest, bytes] = {}
        self.leases: dict[str, datetime] = {}
        self.replies: dict[str, str] = {}
        self._real_now = real_now or (lambda: datetime(2026, 1, 1, tzinfo=UTC))

    def queue(self, letter: QueueLetter, at: datetime) -> None:
        """Put a letter in; a step that stands already is `Overtaken`."""
        place = letter_id(letter.key, letter.step)
        alike = [row for row in self.rows.values() if _same_step(row, letter)]
        if place in self.rows or any(row.state in STANDING for row in alike):
            raise Overtaken(f"{place} : déjà dans la boîte d'envoi")
        self.mimes[letter.digest] = letter.mime
        self.rows[place] = OutboxRow(
            id=place,
            key=letter.key,
            step=letter.step,
            state=OutboxState.QUEUED,
            sort=letter.sort,
            composed_for=letter.composed_for,
            message_id=letter.message_id,
            token=letter.token,
            envelope_from=letter.envelope_from,
            recipients=letter.recipients,
            subject=letter.subject,
            digest=letter.digest,
            amount=letter.amount,
            rank=letter.rank,
            tries=0,
            changed_at=at,
            not_before=None,
            filed=False,
        )

    def move(self, move: MoveLetter, at: datetime) -> None:
        """Move a letter that stands where it is expected."""
        place = letter_id(move.key, move.step)
        row = self.rows.get(place)
        if row is None or row.state not in move.expected:
            raise Overtaken(f"{place} : {row and row.state}, attendu {sorted(move.expected)}")
        back = (OutboxState.LEAVING, OutboxState.QUEUED)
        tried = row.state is OutboxState.QUEUED and move.to in back and not move.take_back_try
        taken_back = move.take_back_try and row.state is OutboxState.LEAVING
        self.leases.pop(place, None)
        self.replies[place] = move.reply
        self.rows[place] = replace(
            row,
            state=move.to,
            changed_at=at,
            not_before=move.not_before,
            tries=row.tries + tried - taken_back,
        )
        others = [r for r in self.rows.values() if r.id != place and _same_step(r, move)]
        if move.to in STANDING and any(other.state in STANDING for other in others):
            raise Overtaken(f"{place} : un autre essai compte déjà")

    async def claim(
        self, creditor: CreditorId, *, now: datetime, lease_seconds: int, limit: int
    ) -> tuple[OutboxRow, ...]:
        """Take queued letters that may leave now."""
        real_now = self._real_now()
        ready = [
            row
            for row in self.rows.values()
            if row.key.creditor == creditor
            and row.state is OutboxState.QUEUED
            and (row.not_before is None or row.not_before <= now)
            and not (row.id in self.leases and self.leases[row.id] >= real_now)
        ]
        taken = sorted(ready, key=lambda row: (row.rank, -row.amount, row.id))[:limit]
        until = real_now + timedelta(seconds=lease_seconds)
        self.leases.update((row.id, until) for row in taken)
        return tuple(taken)

    async def release(self, ids: Sequence[str]) -> None:
        """Give claimed letters back unchanged."""
        for place in ids:
            self.leases.pop(place, None)

    async def in_state(
        self, creditor: CreditorId, states: Iterable[OutboxState]
    ) -> tuple[OutboxRow, ...]:
        """All letters in these states, oldest change first."""
        wanted = set(states)
        rows = [r for r in self.rows.values() if r.key.creditor == creditor and r.state in wanted]
        return tuple(sorted(rows, key=lambda row: (row.changed_at, row.id)))

    async def mime(self, digest: Digest) -> bytes:
        """The bytes of a letter."""
        if digest not in self.mimes:
            raise Permanent(f"les octets de la lettre {digest[:16]} manquent")
        return self.mimes[digest]

    async def to_file(self, creditor: CreditorId, *, limit: int) -> tuple[OutboxRow, ...]:
        """Sent letters not yet filed."""
        sent = await self.in_state(creditor, [OutboxState.SENT])
        return tuple(row for row in sent if not row.filed)[:limit]

    async def filed(self, ids: Sequence[str]) -> None:
        """A copy of these stands in the Sent folder."""
        for place in ids:
            self.rows[place] = replace(self.rows[place], filed=True)

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[OutboxState, int]:
        """How many letters stand in each state."""
        mine = [row for row in self.rows.values() if creditor in (None, row.key.creditor)]
        return dict(Counter(row.state for row in mine))

    async def queued_or_sent_on(self, creditor: CreditorId, day: date) -> int:
        """How many letters of that day were queued or left."""
        counted = STANDING | {OutboxState.BOUNCED}
        return sum(
            row.key.creditor == creditor and row.composed_for == day and row.state in counted
            for row in self.rows.values()
        )


def _same_step(row: OutboxRow, letter: QueueLetter | MoveLetter) -> bool:
    step = (letter.step.course, letter.step.name)
    return row.key == letter.key and (row.step.course, row.step.name) == step
