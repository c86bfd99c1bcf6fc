"""The letters that left while the database did not know: found in the mailbox, journaled again."""

from collections.abc import Awaitable, Callable, Container, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.reference import token_in
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import DossierKey, MessageId, StepKey
from relance_mailer.flows.doubts import mark_sent
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.flows.restored import Restored
from relance_mailer.inward.own_letters import Printed, known_again, named_by_mark, step_signed
from relance_mailer.inward.sent import SentMail, sent_mail
from relance_mailer.outward.timeline import days_of, letter_dates
from relance_mailer.ports import (
    Departure,
    Effect,
    Fate,
    Kept,
    MoveLetter,
    OutboxRow,
    OutboxState,
    Overtaken,
    QueueLetter,
    Unreadable,
)
from relance_mailer.workdays import PARIS

EARLIER = timedelta(days=1)
"""Copies are looked for from a day before: clocks of servers differ."""
OF_A_LETTER, OF_A_QUEUED, OF_A_LEAVING = 3, 2, 1
"""Entries of a letter that left: composed, leaving, sent; what of them was lost with the base."""
PROOF = "preuve : copie retrouvée dans la boîte"
NOTED = "notée au départ par cette machine, aucune copie retrouvée"


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter that left, and how many entries about it the journal had lost."""

    key: DossierKey
    message_id: MessageId
    entries: int
    left_at: datetime  # as this machine noted it, else as its copy came: that is never earlier

    @property
    def was_leaving(self) -> bool:
        """Its departure was known all the time, only the server's word was not."""
        return self.entries == OF_A_LEAVING


@dataclass(slots=True)
class Known:
    """What was found, and the dossiers of which a letter may have left, with why."""

    letters: list[Letter] = field(default_factory=list)
    doubtful: dict[DossierKey, str] = field(default_factory=dict)
    closed: dict[DossierKey, str] = field(default_factory=dict)  # whose page can't be read
    only: Container[DossierKey] | None = None  # the dossiers that are asked for; None: all
    left: dict[MessageId, datetime] = field(default_factory=dict)  # see `Letter.left_at`

    def asks(self, key: DossierKey | None) -> bool:
        """Whether it is looked at what left for this dossier."""
        return key is not None and (self.only is None or key in self.only)

    async def unless_closed(self, key: DossierKey, work: Awaitable[None]) -> None:
        """Do what a dossier asks for; one whose page can't be read keeps no other waiting."""
        try:
            await work
        except Unreadable as error:
            self.closed[key] = str(error)


async def know_again(
    house: House,
    creditor: Creditor,
    restored: Restored,
    only: Container[DossierKey] | None = None,
) -> Known:
    """Journal what left since, oldest first; doing it twice changes nothing."""
    copies = await _copies(house, creditor, restored)
    came = {MessageId(one.glance.message_id): one.received_at for one in copies}
    noted = {one.message_id: one.at for one in restored.departures}
    known = Known(only=only, left={**came, **noted})
    await _on_their_way(house, creditor, restored, known)
    for kept in copies:
        await _copy(house, creditor, kept, known)
    await _noted(house, creditor, restored, known)
    return known


async def _on_their_way(house: House, creditor: Creditor, restored: Restored, known: Known) -> None:
    """Letters that stand queued, leaving or withdrawn here, and of which a copy was found."""
    states = (OutboxState.QUEUED, OutboxState.LEAVING, OutboxState.WITHDRAWN)
    rows = await house.outbox.in_state(creditor.id, states)
    since = restored.since.astimezone(PARIS).date() - EARLIER
    rows = tuple(row for row in rows if row.composed_for >= since)
    ids = [row.message_id for row in rows]
    proved = {*await house.inbox.known_message_ids(ids, sent_folder=True)}
    proved |= await house.inbox.known_message_ids(ids, sent_folder=False)
    proved |= (await house.inbox.naming(ids)).keys()
    for row in rows:
        if row.message_id in proved and known.asks(row.key):
            await known.unless_closed(row.key, _it_left(house, creditor, row, known))


async def _it_left(house: House, creditor: Creditor, row: OutboxRow, known: Known) -> None:
    entries = OF_A_QUEUED
    if row.state is OutboxState.LEAVING:
        entries = OF_A_LEAVING
        await mark_sent(house, creditor, row, PROOF, left_at=row.changed_at)
    else:
        await _left_after_all(house, creditor, row)
    if row.state is OutboxState.WITHDRAWN:
        known.doubtful[row.key] = f"lettre {row.step} retirée ici, et partie pourtant"
    left_at = known.left.get(row.message_id, row.changed_at)
    letter = Letter(key=row.key, message_id=row.message_id, entries=entries, left_at=left_at)
    known.letters.append(letter)


async def _left_after_all(house: House, creditor: Creditor, row: OutboxRow) -> None:
    """A letter that the journal has queued, or withdrawn, and that left all the same."""

    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        letter = dossier.letter(row.step) if dossier else None
        if letter is None or letter.state not in {LetterState.QUEUED, LetterState.WITHDRAWN}:
            return
        sent = e.LetterSent(
            because=PROOF,
            step=row.step,
            message_id=row.message_id,
            sent_at=datetime.combine(row.composed_for, row.changed_at.timetz()),
            to=row.recipients,
            reply=PROOF,
            subject=row.subject,
            mime=row.digest,
        )
        leaving = e.LetterLeaving(because=PROOF, step=row.step)
        draft.write(row.key.page, [leaving, sent])
        expected = frozenset({OutboxState.QUEUED, OutboxState.WITHDRAWN})
        draft.effect(MoveLetter(key=row.key, step=row.step, expected=expected, to=OutboxState.SENT))

    await _withdraw_twins(house, creditor, row)
    await _record(house, creditor, row.key, decide)


async def _withdraw_twins(house: House, creditor: Creditor, row: OutboxRow) -> None:
    """Another attempt of the same step must not leave beside the one that did."""

    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        for letter in dossier.letters if dossier else ():
            same = (letter.step.course, letter.step.name) == (row.step.course, row.step.name)
            if same and letter.step != row.step and letter.state is LetterState.QUEUED:
                because = "une tentative de cette lettre était déjà partie"
                draft.write(row.key.page, [e.LetterWithdrawn(because=because, step=letter.step)])
                draft.effect(
                    MoveLetter(
                        key=row.key,
                        step=letter.step,
                        expected=frozenset({OutboxState.QUEUED}),
                        to=OutboxState.WITHDRAWN,
                        give_back_contact=True,
                    )
                )

    await _record(house, creditor, row.key, decide)


async def _copies(house: House, creditor: Creditor, restored: Restored) -> list[Kept]:
    """Messages that bear a Message-ID of ours, oldest first."""
    since = restored.since - EARLIER
    kept = await house.inbox.waiting([Fate.NOBODYS, Fate.READ, Fate.UNLINKED, Fate.CONTESTED])
    ours = [
        one
        for one in kept
        if one.creditor == creditor.id
        and token_in(one.glance.message_id)
        and max(one.received_at, one.sent_at or one.received_at) >= since
    ]
    return sorted(ours, key=lambda one: one.sent_at or one.received_at)


async def _copy(house: House, creditor: Creditor, kept: Kept, known: Known) -> None:
    """A copy of a letter that no page knows is journaled on its dossier."""
    raw = (await house.inbox.raw([kept.digest]))[kept.digest]
    mail = sent_mail(raw)
    words = f"{mail.subject}\n{mail.text}"
    key = named_by_mark(mail.message_id, words, creditor.token_key, creditor.id)
    again = any(one.message_id == mail.message_id for one in known.letters)
    if key is not None and known.asks(key) and not again:
        await known.unless_closed(key, _copy_of(house, creditor, kept, mail, raw, key, known))


async def _copy_of(
    house: House,
    creditor: Creditor,
    kept: Kept,
    mail: SentMail,
    raw: bytes,
    key: DossierKey,
    known: Known,
) -> None:
    opened = (await house.journal.read([key.page]))[key.page]
    dossier = opened.dossier
    if dossier is None or any(one.message_id == mail.message_id for one in dossier.letters):
        return
    step = step_signed(mail.message_id, mail.level, creditor.token_key, key, dossier.messages)
    if step is None:
        known.doubtful[key] = (
            f"une lettre d'ici, « {mail.subject[:80]} », est dans la boîte et la base ne sait "
            "plus quelle étape c'était"
        )
        return
    await _journaled(house, creditor, kept, mail, step, raw, key)
    left_at = known.left.get(mail.message_id, kept.received_at)
    letter = Letter(key=key, message_id=mail.message_id, entries=OF_A_LETTER, left_at=left_at)
    known.letters.append(letter)


async def _journaled(
    house: House,
    creditor: Creditor,
    kept: Kept,
    mail: SentMail,
    step: StepKey,
    raw: bytes,
    key: DossierKey,
) -> None:
    left_at = mail.sent_at or kept.received_at

    def decide(draft: Draft, *, with_row: bool) -> None:
        dossier = draft.dossier(key)
        if dossier is None or dossier.letter(step) is not None:
            return
        events = known_again(
            mail,
            dossier,
            step,
            copy=kept.digest,
            left_at=left_at,
            printed=_printed(creditor, dossier, step, left_at),
        )
        draft.write(key.page, events)
        if with_row and dossier.debtor is not None:
            draft.effect(*_row(creditor, dossier, events[0], raw))

    try:
        await _record(house, creditor, key, lambda draft: decide(draft, with_row=True))
    except Overtaken:
        # That day's contact, or the step's row, is taken: the journal alone tells of the letter.
        await _record(house, creditor, key, lambda draft: decide(draft, with_row=False))


def _printed(creditor: Creditor, dossier: Dossier, step: StepKey, left_at: datetime) -> Printed:
    """What the level prints on such a day, as the timeline stands now."""
    timeline = creditor.timeline(dossier)
    level = None if step.is_answer else timeline.level(step.name)
    if level is None:
        return Printed()
    zone = days_of(dossier, timeline).zone
    deadline_on, next_on = letter_dates(level, left_at.astimezone(PARIS).date(), timeline, zone)
    return Printed(
        deadline_on=deadline_on,
        next_on=next_on,
        announces=level.announces.value if level.announces else "",
        template=level.template,
    )


def _row(
    creditor: Creditor, dossier: Dossier, queued: e.LetterQueued, raw: bytes
) -> Sequence[Effect]:
    """Its row of the outbox: the same step can never be queued again."""
    assert dossier.debtor is not None, dossier.key
    return (
        QueueLetter(
            key=dossier.key,
            debtor=dossier.debtor.debtor_id,
            step=queued.step,
            sort=queued.sort,
            composed_for=queued.composed_for,
            message_id=queued.message_id,
            token=queued.token,
            envelope_from=creditor.envelope_from,
            recipients=(*queued.to, *queued.cc),
            subject=queued.subject,
            mime=raw,
            digest=queued.mime,
            amount=queued.amount,
        ),
        MoveLetter(
            key=dossier.key,
            step=queued.step,
            expected=frozenset({OutboxState.QUEUED}),
            to=OutboxState.SENT,
            reply=PROOF,
        ),
    )


async def _noted(house: House, creditor: Creditor, restored: Restored, known: Known) -> None:
    """Letters that this machine saw leave and of which no copy was found: a human looks."""
    found = {one.message_id for one in known.letters}
    keys = {key.page: key for key in await _keys(house, creditor)}
    for one in restored.departures:
        key = keys.get(one.page)
        if key is not None and known.asks(key) and one.message_id not in found:
            await known.unless_closed(key, _saw_it_leave(house, one, key, known))


async def _saw_it_leave(house: House, one: Departure, key: DossierKey, known: Known) -> None:
    dossier = (await house.journal.read([one.page]))[one.page].dossier
    letters = dossier.letters if dossier else ()
    told = next((kept for kept in letters if kept.message_id == one.message_id), None)
    if told is None or told.state in {LetterState.QUEUED, LetterState.WITHDRAWN}:
        when = f"{one.at.astimezone(PARIS):%d/%m/%Y à %H:%M}"
        known.doubtful[key] = f"lettre {one.step} partie ou sur le départ le {when} : {NOTED}"


async def _keys(house: House, creditor: Creditor) -> tuple[DossierKey, ...]:
    return tuple(row.key for row in await house.lookup.index(creditor.id))


async def _record(
    house: House, creditor: Creditor, key: DossierKey, decide: Callable[[Draft], None]
) -> None:
    look = look_of(creditor, house.clock.today())
    await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)
