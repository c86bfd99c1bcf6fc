"""Effects of a commit on outbox, contacts and inbox, many of them in a few statements.

Within a batch the effects are applied in the order of the commits as far as it can be told:
moves of letters go first, then letters queued, contacts taken and messages settled; whenever a
letter is touched a second time, everything before is written first.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar, assert_never

from tortoise.backends.base.client import BaseDBAsyncClient

from relance_mailer.dossier.values import Digest, DossierKey, PageId, StepKey, to_cents
from relance_mailer.ports import (
    Commit,
    Effect,
    Fate,
    KeepEvidence,
    MoveLetter,
    OutboxState,
    Overtaken,
    QueueLetter,
    SettleMessage,
    TakeContact,
)
from relance_mailer.store.fields import in_utc, storable
from relance_mailer.store.statements import changed, places, put
from relance_mailer.store.tables import (
    ContactTaken,
    Evidence,
    InboxPage,
    OutboxLetter,
)

Item = TypeVar("Item")

WAITING_FOR_A_HUMAN = (Fate.UNREAD, Fate.UNLINKED, Fate.CONTESTED, Fate.SET_ASIDE)
"""What a human may settle; a flow settles unread messages only."""

MOVE = """UPDATE outbox SET state = $1, changed_at = $2, reply = $3, not_before = $4, claim = '',
    leased_until = NULL, tries = {tries} WHERE state IN ({states}) AND id IN ({ids})"""
SETTLE = "UPDATE inbox SET fate = $1 WHERE fate IN ({fates}) AND digest IN ({digests})"

MAX_PARAMETERS = 1000
"""How many values one IN list takes."""


def letter_id(key: DossierKey, step: StepKey) -> str:
    """The outbox row of a step: made from what is unique, so that nobody has to look it up."""
    place = [key.creditor, key.dossier, step.course, step.name, step.attempt]
    return json.dumps(place, ensure_ascii=False, separators=(",", ":"))


async def apply_effects(client: BaseDBAsyncClient, commits: Iterable[Commit]) -> None:
    """Write the effects of these commits; raises `Overtaken` when one no longer fits."""
    batch = _Batch()
    for commit in commits:
        for effect in commit.effects:
            if batch.touches_again(effect):
                await batch.write(client)
                batch = _Batch()
            batch.add(effect, commit.at)
    await batch.write(client)


class _Batch:
    """Effects that can be written together."""

    def __init__(self) -> None:
        self._touched: set[str] = set()
        self._moves: defaultdict[tuple[MoveLetter, datetime], list[str]] = defaultdict(list)
        self._queued: list[tuple[QueueLetter, datetime]] = []
        self._contacts: list[TakeContact] = []
        self._settled: defaultdict[SettleMessage, list[Digest]] = defaultdict(list)
        self._led_to: list[tuple[Digest, PageId]] = []
        self._kept: dict[Digest, bytes] = {}

    def touches_again(self, effect: Effect) -> bool:
        """Whether the effect is about a letter that stands in this batch already."""
        if not isinstance(effect, QueueLetter | MoveLetter):
            return False
        return letter_id(effect.key, effect.step) in self._touched

    def add(self, effect: Effect, at: datetime) -> None:
        """Take an effect into the batch."""
        match effect:
            case QueueLetter():
                self._touched.add(letter_id(effect.key, effect.step))
                self._queued.append((effect, at))
            case MoveLetter():
                letter = letter_id(effect.key, effect.step)
                self._touched.add(letter)
                self._moves[(_alike(effect), at)].append(letter)
            case TakeContact():
                self._contacts.append(effect)
            case SettleMessage():
                self._settled[_settled_alike(effect)].append(effect.message)
                self._led_to.extend((effect.message, page) for page in effect.pages)
            case KeepEvidence():
                self._kept[effect.digest] = effect.content
            case _:
                assert_never(effect)

    async def write(self, client: BaseDBAsyncClient) -> None:
        """Write all, moves first: what they give back may be taken again."""
        for (move, at), letters in self._moves.items():
            await _move(client, move, at, letters)
        if self._queued:
            await _queue(client, self._queued)
        if self._kept:
            await keep_evidence(client, self._kept)
        if self._contacts:
            await _take_contacts(client, self._contacts)
        for settled, digests in self._settled.items():
            await _settle(client, settled, digests)
        if self._led_to:
            led = [{"digest": digest, "page": page} for digest, page in self._led_to]
            await put(client, InboxPage, led, skip_known=True)


_NOWHERE = DossierKey(creditor="", dossier="")  # type: ignore[arg-type]  # stands for any
_NO_STEP = StepKey(course=0, name="")


def _alike(move: MoveLetter) -> MoveLetter:
    """The move without its letter: equal ones are written in one statement."""
    return MoveLetter(
        key=_NOWHERE,
        step=_NO_STEP,
        expected=move.expected,
        to=move.to,
        reply=move.reply,
        not_before=move.not_before,
        give_back_contact=move.give_back_contact,
        take_back_try=move.take_back_try,
    )


def _settled_alike(settled: SettleMessage) -> SettleMessage:
    return SettleMessage(
        message=Digest(""),
        fate=settled.fate,
        by_hand=settled.by_hand,
        creditor=settled.creditor,
    )


async def _move(
    client: BaseDBAsyncClient, move: MoveLetter, at: datetime, letters: list[str]
) -> None:
    expected = [state.value for state in move.expected]
    reply, not_before = storable(move.reply), in_utc(move.not_before)
    told = [move.to.value, in_utc(at), reply, not_before, *expected]
    states = places(expected, after=len(told) - len(expected))
    for part in chunks(letters):
        ids = places(part, after=len(told))
        text = MOVE.format(tries=_tries(move), states=states, ids=ids)
        moved = await changed(client, text, [*told, *part])
        if moved != len(part):
            raise Overtaken(
                f"{len(part) - moved} lettre(s) sur {len(part)} n'étaient plus "
                f"« {', '.join(sorted(expected))} »"
            )
        if move.give_back_contact:
            await ContactTaken.filter(letter__in=part).using_db(client).delete()


def _tries(move: MoveLetter) -> str:
    """A try is counted when a letter begins to leave, or goes back to the queue without that."""
    if move.take_back_try:
        return f"CASE WHEN state = '{OutboxState.LEAVING.value}' THEN tries - 1 ELSE tries END"
    if move.to not in (OutboxState.LEAVING, OutboxState.QUEUED):
        return "tries"
    return f"CASE WHEN state = '{OutboxState.QUEUED.value}' THEN tries + 1 ELSE tries END"


async def _queue(client: BaseDBAsyncClient, queued: list[tuple[QueueLetter, datetime]]) -> None:
    await keep_evidence(client, {letter.digest: letter.mime for letter, _ in queued})
    rows = [_letter_row(letter, at) for letter, at in queued]
    await put(client, OutboxLetter, rows)
    contacts = [
        {
            "creditor": letter.key.creditor,
            "debtor": letter.debtor,
            "day": letter.composed_for,
            "sort": letter.sort.value,
            "dossier": letter.key.dossier,
            "step": str(letter.step),
            "letter": letter_id(letter.key, letter.step),
        }
        for letter, _ in queued
    ]
    await put(client, ContactTaken, contacts)


def _letter_row(letter: QueueLetter, at: datetime) -> dict[str, object]:
    return {
        "id": letter_id(letter.key, letter.step),
        "creditor": letter.key.creditor,
        "dossier": letter.key.dossier,
        "course": letter.step.course,
        "step": letter.step.name,
        "attempt": letter.step.attempt,
        "state": OutboxState.QUEUED.value,
        "debtor": letter.debtor,
        "sort": letter.sort.value,
        "composed_for": letter.composed_for,
        "message_id": letter.message_id,
        "token": letter.token,
        "envelope_from": letter.envelope_from,
        "recipients": json.dumps(letter.recipients, ensure_ascii=False),
        "subject": letter.subject,
        "digest": letter.digest,
        "amount_cents": to_cents(letter.amount),
        "rank": letter.rank,
        "changed_at": at,
    }


async def keep_evidence(client: BaseDBAsyncClient, contents: dict[Digest, bytes]) -> None:
    """Keep these bytes under their digests; what is kept already stays."""
    rows = [{"digest": digest, "content": content} for digest, content in contents.items()]
    await put(client, Evidence, rows, skip_known=True)


async def _take_contacts(client: BaseDBAsyncClient, contacts: list[TakeContact]) -> None:
    for if_free in (False, True):
        rows = [
            {
                "creditor": contact.creditor,
                "debtor": contact.debtor,
                "day": contact.day,
                "sort": contact.sort.value,
                "dossier": contact.key.dossier,
                "step": contact.step,
            }
            for contact in contacts
            if contact.if_free is if_free
        ]
        await put(client, ContactTaken, rows, skip_known=if_free)


async def _settle(client: BaseDBAsyncClient, settled: SettleMessage, digests: list[Digest]) -> None:
    fates = WAITING_FOR_A_HUMAN if settled.by_hand else (Fate.UNREAD,)
    if len(set(digests)) < len(digests):
        raise Overtaken("un message est réglé deux fois dans le même lot")
    told = [settled.fate.value, *(fate.value for fate in fates)]
    text = SETTLE.format(fates=places(fates, after=1), digests="{digests}")
    if settled.creditor is not None:
        told.append(settled.creditor)
        text += f" AND creditor = ${len(told)}"
    for part in chunks(sorted(digests)):
        ids = places(part, after=len(told))
        done = await changed(client, text.format(digests=ids), [*told, *part])
        if done < len(part):
            raise Overtaken(f"{len(part) - done} message(s) déjà traité(s) par un autre")


def chunks(items: Sequence[Item]) -> Iterator[list[Item]]:
    """The items in lists short enough for one statement."""
    for start in range(0, len(items), MAX_PARAMETERS):
        yield list(items[start : start + MAX_PARAMETERS])
