"""Letters on their way out, as the sending flow takes them; their moves stand in `effects.py`."""

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.functions import Count

from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.values import CreditorId, Digest, MessageId, StepKey, from_cents
from relance_mailer.ports import OutboxRow, OutboxState, Permanent
from relance_mailer.store.database import Database
from relance_mailer.store.effects import chunks
from relance_mailer.store.fields import in_utc
from relance_mailer.store.machine_time import database_now
from relance_mailer.store.statements import asked, changed, lines, places
from relance_mailer.store.tables import OutboxLetter
from relance_mailer.store.traces import key_in

COUNTED_FOR_THE_DAY = (
    OutboxState.QUEUED,
    OutboxState.LEAVING,
    OutboxState.SENT,
    OutboxState.UNSURE,
    OutboxState.BOUNCED,
)
READY = """WHERE creditor = $1 AND state = $2 AND (leased_until IS NULL OR leased_until < $3)
    AND (not_before IS NULL OR not_before <= $4) ORDER BY rank, amount_cents DESC, id LIMIT $5"""
TAKE = """UPDATE outbox SET claim = $1, leased_until = $2 WHERE state = $3
    AND (leased_until IS NULL OR leased_until < $4) AND id IN ({ids})"""
CLAIMED = "WHERE claim = $1 ORDER BY rank, amount_cents DESC, id"
IN_STATE = "WHERE creditor = $1 AND state IN ({states}) ORDER BY changed_at, id"
TO_FILE = "WHERE creditor = $1 AND state = $2 AND filed = $3 ORDER BY changed_at, id LIMIT $4"
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
        queued = OutboxState.QUEUED.value
        async with self._database.transaction() as client:
            real_now = await self._machine_now(client)
            wanted = [creditor, queued, in_utc(real_now), in_utc(now), limit]
            found = await lines(client, OutboxLetter, READY, wanted, columns=("id",))
            if not found:
                return ()
            until = in_utc(real_now + timedelta(seconds=lease_seconds))
            for part in chunks([line["id"] for line in found]):
                told = [claim, until, queued, in_utc(real_now)]
                text = TAKE.format(ids=places(part, after=len(told)))
                await changed(client, text, [*told, *part])
            mine = await lines(client, OutboxLetter, CLAIMED, [claim])
        return tuple(map(_row, mine))

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
        if not wanted:
            return ()
        text = IN_STATE.format(states=places(wanted, after=1))
        with self._database.entered() as client:
            told = [creditor, *wanted]
            return tuple(map(_row, await lines(client, OutboxLetter, text, told, at_length=True)))

    async def to_file(self, creditor: CreditorId, *, limit: int) -> tuple[OutboxRow, ...]:
        """Sent letters of which no copy stands in the Sent folder yet, oldest first."""
        told = [creditor, OutboxState.SENT.value, False, limit]
        with self._database.entered() as client:
            return tuple(map(_row, await lines(client, OutboxLetter, TO_FILE, told)))

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


def _row(line: Mapping[str, Any]) -> OutboxRow:
    return OutboxRow(
        id=line["id"],
        key=key_in(line["creditor"], line["dossier"]),
        step=StepKey(course=line["course"], name=line["step"], attempt=line["attempt"]),
        state=OutboxState(line["state"]),
        sort=Sort(line["sort"]),
        composed_for=line["composed_for"],
        message_id=MessageId(line["message_id"]),
        token=line["token"],
        envelope_from=line["envelope_from"],
        recipients=tuple(json.loads(line["recipients"])),
        subject=line["subject"],
        digest=Digest(line["digest"]),
        amount=from_cents(line["amount_cents"]),
        rank=line["rank"],
        tries=line["tries"],
        changed_at=line["changed_at"],
        not_before=line["not_before"],
        filed=line["filed"],
    )
