"""Letters in doubt: evidence settles them, or the delay does, and then a human looks (P3).

The server may have taken a letter whose reply was lost. It is never offered again: a message that
names it, the journal copy or the provider's own copy proves that it left, on the day on which its
bytes went; without any it counts as sent that day and its dossier goes to `review`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import LetterState
from relance_mailer.dossier.values import MessageId
from relance_mailer.flows.house import Creditor, House, inbox_read_key, look_of, moment
from relance_mailer.flows.record import Draft, record
from relance_mailer.ports import (
    Departure,
    Fault,
    MoveLetter,
    OutboxRow,
    OutboxState,
    Unreadable,
)
from relance_mailer.workdays import PARIS

AFTER_OUR_DISK = timedelta(minutes=5)
"""When a letter is offered again that our own disk kept back."""


@dataclass(slots=True)
class Settled:
    """What became of the doubts: those proved, with the evidence, and those that nothing proved."""

    proved: list[tuple[OutboxRow, str]] = field(default_factory=list)
    unsure: list[OutboxRow] = field(default_factory=list)
    closed: list[tuple[OutboxRow, str]] = field(default_factory=list)  # whose page we can't read


async def settle_doubts(house: House, creditor: Creditor) -> Settled:
    """Look for evidence of every letter in doubt; after the delay it counts as sent (P3)."""
    done = Settled()
    doubtful = await house.outbox.in_state(creditor.id, [OutboxState.LEAVING])
    if not doubtful:
        return done
    proofs = await _proofs(house, creditor, doubtful)
    read_at = await moment(house.register, inbox_read_key(creditor.id))
    wait = timedelta(minutes=creditor.doubt_minutes)
    for row in doubtful:
        proof = proofs.get(row.message_id)
        waited = house.clock.now() - row.changed_at >= wait
        mailbox_was_seen = read_at is not None and read_at >= row.changed_at + wait
        try:
            if proof:
                await mark_sent(house, creditor, row, proof, left_at=row.changed_at)
                done.proved.append((row, proof))
            elif waited and (mailbox_was_seen or house.clock.now() - row.changed_at >= 4 * wait):
                await _unsure(house, creditor, row)
                done.unsure.append(row)
        except Unreadable as error:
            # It stays in doubt, and is never offered again, until a program can read its page.
            done.closed.append((row, str(error)))
    return done


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """A letter whose line was cut before the final dot: why, and when it is offered again."""

    why: str
    again_at: datetime | None  # None: it was cut too often, a human looks
    ours: bool = False  # our own disk kept it back: the letter was not tried


async def note_departure(house: House, creditor: Creditor, row: OutboxRow, seq: int) -> None:
    """Note outside the database that a letter is about to leave, as entry `seq` of its page.

    Where that cannot be written its bytes never go: it stays, and the disk's fault is raised.
    """
    now = house.clock.now()
    departure = Departure(
        at=now, page=row.key.page, seq=seq, step=str(row.step), message_id=row.message_id
    )
    try:
        await house.witness.note(departure)
    except Fault as error:
        cut = Cut(why=str(error), again_at=now + AFTER_OUR_DISK, ours=True)
        await mark_stayed(house, creditor, row, cut)
        raise


async def mark_stayed(house: House, creditor: Creditor, row: OutboxRow, cut: Cut) -> None:
    """Journal that a letter surely did not leave: it is ready again, or a human's.

    One whose doubt was settled meanwhile (by another daemon, while this one was frozen) goes on
    counting as sent, and the human who looks at it reads that it stayed.
    """
    because = f"pas partie : {cut.why}"[:300]

    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        letter = dossier.letter(row.step) if dossier else None
        if letter is None or letter.state not in {LetterState.LEAVING, LetterState.UNSURE}:
            return
        events: list[e.DossierEvent] = [e.LetterStayed(because=because, step=row.step)]
        if letter.state is LetterState.LEAVING:
            if cut.again_at is None:
                events.append(e.LetterWithdrawn(because=because, step=row.step))
                events.append(e.ReviewAsked(reason="handover_cut", because=because))
            draft.effect(
                MoveLetter(
                    key=row.key,
                    step=row.step,
                    expected=frozenset({OutboxState.LEAVING}),
                    to=OutboxState.QUEUED if cut.again_at else OutboxState.WITHDRAWN,
                    not_before=cut.again_at,
                    give_back_contact=cut.again_at is None,
                    take_back_try=cut.ours,
                )
            )
        draft.write(row.key.page, events)

    look = look_of(creditor, house.clock.today())
    await record(house.journal, [row.key.page], decide, at=house.clock.now(), look=look)


async def mark_sent(
    house: House, creditor: Creditor, row: OutboxRow, reply: str, *, left_at: datetime | None = None
) -> None:
    """Journal that the letter left: the server's word, or the evidence that settled a doubt.

    `left_at` is when the bytes of a letter in doubt went: its dates count from that day.
    """

    def decide(draft: Draft) -> None:
        dossier = draft.dossier(row.key)
        letter = dossier.letter(row.step) if dossier else None
        if letter is not None and letter.state is LetterState.UNSURE:
            draft.write(row.key.page, [_late_word(row, reply)])
        if letter is None or letter.state is not LetterState.LEAVING:
            return
        sent = e.LetterSent(
            because=reply[:300],
            step=row.step,
            message_id=row.message_id,
            sent_at=left_at or house.clock.now(),
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


def _late_word(row: OutboxRow, reply: str) -> e.NoteWritten:
    """It counts as sent already, and a human decides; he has to know that it did leave."""
    text = f"la lettre au sort inconnu est bien partie : {reply}"[:300]
    because = f"réponse du serveur connue après coup ({row.step})"
    return e.NoteWritten(because=because, by="relance-mailer", text=text)


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
            e.LetterUnsure(
                because=because,
                step=row.step,
                left_on=row.changed_at.astimezone(PARIS).date(),
            ),
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
