"""Letters on their way out, as the sending flow takes them; their moves stand in `effects.py`."""

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q
from tortoise.functions import Count

from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.values import CreditorId, Digest, MessageId, StepKey, from_cents
from relance_mailer.ports import OutboxRow, OutboxState, Permanent
from relance_mailer.store.database import Database
from relance_mailer.store.effects import chunks
from relance_mailer.store.machine_time import database_now
from relance_mailer.store.statements import asked, places
from relance_mailer.store.tables import OutboxLetter
from relance_mailer.store.traces import key_in

COUNTED_FOR_THE_DAY = (
    OutboxState.QUEUED,
    OutboxState.LEAVING,
    OutboxState.SENT,
    OutboxState.UNSURE,
    OutboxState.BOUNCED,
)
COUNT_OF_DAY = """SELECT COUNT(*) FROM outbox
    WHERE creditor = $1 AND composed_for = $2 AND state IN ({states})"""


class DatabaseOutbox:
    """Implements `ports.Outbox`. `real_now` is never business time: leases are about machines.

    Without it the database's own clock counts, which several machines share.
    """

    def __init__(
        self, database: Database, *, real_now: Callable[[], datetime] | None = None
    ) -> None:
        self._database = database
        self._real_now = real_now
        self._worker = secrets.token_hex(8)

    async def claim(
        self, creditor: CreditorId, *, now: datetime, lease_seconds: int, limit: int
    ) -> tuple[OutboxRow, ...]:
        """Take queued letters that may leave now, sooner ranks and larger amounts first.

        Several processes may claim at once: each letter goes to one of them, by compare-and-set.
        """
        claim = f"{self._worker}.{secrets.token_hex(4)}"
        ready = Q(not_before__isnull=True) | Q(not_before__lte=now)
        async with self._database.transaction() as client:
            real_now = await self._machine_now(client)
            free = Q(leased_until__isnull=True) | Q(leased_until__lt=real_now)
            until = real_now + timedelta(seconds=lease_seconds)
            queued = OutboxLetter.filter(
                free, ready, creditor=creditor, state=OutboxState.QUEUED.value
            )
            wanted = queued.using_db(client).order_by("rank", "-amount_cents", "id").limit(limit)
            found = [letter for (letter,) in await wanted.values_list("id")]
            for part in chunks(found):
                taken = OutboxLetter.filter(free, id__in=part, state=OutboxState.QUEUED.value)
                await taken.using_db(client).update(claim=claim, leased_until=until)
            mine = OutboxLetter.filter(claim=claim).using_db(client) if found else None
            rows = await mine.order_by("rank", "-amount_cents", "id") if mine else []
        return tuple(_row(row) for row in rows)

    async def _machine_now(self, client: BaseDBAsyncClient) -> datetime:
        return await database_now(client) if self._real_now is None else self._real_now()

    async def release(self, ids: Sequence[str]) -> None:
        """Give claimed letters back unchanged, unless another worker has taken them since."""
        async with self._database.transaction() as client:
            for part in chunks(ids):
                rows = OutboxLetter.filter(id__in=part, claim__startswith=self._worker)
                rows = rows.filter(state=OutboxState.QUEUED.value).using_db(client)
                await rows.update(claim="", leased_until=None)

    async def in_state(
        self, creditor: CreditorId, states: Iterable[OutboxState]
    ) -> tuple[OutboxRow, ...]:
        """All letters in these states, oldest change first."""
        wanted = [state.value for state in states]
        with self._database.entered() as client:
            rows = OutboxLetter.filter(creditor=creditor, state__in=wanted).using_db(client)
            return tuple(_row(row) for row in await rows.order_by("changed_at", "id"))

    async def to_file(self, creditor: CreditorId, *, limit: int) -> tuple[OutboxRow, ...]:
        """Sent letters of which no copy stands in the Sent folder yet, oldest first."""
        sent = OutboxState.SENT.value
        with self._database.entered() as client:
            rows = OutboxLetter.filter(creditor=creditor, state=sent, filed=False).using_db(client)
            return tuple(_row(row) for row in await rows.order_by("changed_at", "id").limit(limit))

    async def mime(self, digest: Digest) -> bytes:
        """The bytes of a letter; raises `Permanent` when they are not kept."""
        with self._database.entered() as client:
            found = await asked(client, "SELECT content FROM evidence WHERE digest = $1", [digest])
        if not found:
            raise Permanent(f"les octets de la lettre {digest[:16]} manquent dans la base")
        return bytes(found[0][0])

    async def filed(self, ids: Sequence[str]) -> None:
        """A copy of these stands in the Sent folder."""
        async with self._database.transaction() as client:
            for part in chunks(ids):
                await OutboxLetter.filter(id__in=part).using_db(client).update(filed=True)

    async def counts(self, creditor: CreditorId | None = None) -> Mapping[OutboxState, int]:
        """How many letters stand in each state; states without any are left out."""
        mine = {} if creditor is None else {"creditor": creditor}
        with self._database.entered() as client:
            rows = OutboxLetter.filter(**mine).using_db(client).annotate(number=Count("id"))
            found = await rows.group_by("state").values_list("state", "number")
        return {OutboxState(state): number for state, number in found}

    async def queued_or_sent_on(self, creditor: CreditorId, day: date) -> int:
        """How many letters of that day were queued or left: the daily ceiling."""
        states = [state.value for state in COUNTED_FOR_THE_DAY]
        text = COUNT_OF_DAY.format(states=places(states, after=2))
        with self._database.entered() as client:
            ((number,),) = await asked(client, text, [creditor, day, *states])
        return int(number)


def _row(row: OutboxLetter) -> OutboxRow:
    return OutboxRow(
        id=row.id,
        key=key_in(row.creditor, row.dossier),
        step=StepKey(course=row.course, name=row.step, attempt=row.attempt),
        state=OutboxState(row.state),
        sort=Sort(row.sort),
        composed_for=row.composed_for,
        message_id=MessageId(row.message_id),
        token=row.token,
        envelope_from=row.envelope_from,
        recipients=tuple(json.loads(row.recipients)),
        subject=row.subject,
        digest=Digest(row.digest),
        amount=from_cents(row.amount_cents),
        rank=row.rank,
        tries=row.tries,
        changed_at=row.changed_at,
        not_before=row.not_before,
        filed=row.filed,
    )
