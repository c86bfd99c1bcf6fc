"""Taking over: reminders sent before we came are journaled, so that no debtor starts from zero."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.values import DebtorId, DossierKey
from relance_mailer.flows.house import Creditor, House, look_of
from relance_mailer.flows.record import Draft, record
from relance_mailer.inward.sent import (
    SentMail,
    clues_of_sent,
    dossier_of_sent,
    imported,
    sent_mail,
)
from relance_mailer.ports import Mailbox, TakeContact
from relance_mailer.workdays import PARIS

BATCH = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class TakenOver:
    """What was taken over, what was known already, and what could not be placed (with why)."""

    read: int
    imported: int
    known: int
    unplaced: tuple[str, ...]


async def import_sent(
    house: House,
    creditor: Creditor,
    mailbox: Mailbox,
    folder: str,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> TakenOver:
    """Journal the sent mails of a folder on their dossiers; doing it twice changes nothing.

    `progress` is told how many mails were read, of how many.
    """
    mails = await _read(mailbox, folder, progress)
    placed: dict[DossierKey, list[SentMail]] = defaultdict(list)
    unplaced = []
    for start in range(0, len(mails), BATCH):
        some = mails[start : start + BATCH]
        clues = [clues_of_sent(mail) for mail in some]
        found = await house.lookup.candidates_many(creditor.id, clues)
        for mail, candidates in zip(some, found, strict=True):
            key = dossier_of_sent(mail, candidates)
            if key is not None and mail.sent_at is not None:
                placed[key].append(mail)
            else:
                why = "sans date lisible" if key else "aucun dossier reconnu avec certitude"
                unplaced.append(f"{mail.subject[:60]} → {', '.join(mail.to) or '?'} : {why}")
    new = 0
    for key in sorted(placed):
        new += await _take_over(house, creditor, key, placed[key])
    total = sum(len(rows) for rows in placed.values())
    return TakenOver(read=len(mails), imported=new, known=total - new, unplaced=tuple(unplaced))


async def _read(
    mailbox: Mailbox, folder: str, progress: Callable[[int, int], None]
) -> list[SentMail]:
    view = await mailbox.look(folder)
    uids = sorted(view.uids)
    mails: list[SentMail] = []
    for start in range(0, len(uids), BATCH):
        fetched = await mailbox.fetch(view, uids[start : start + BATCH])
        mails += [sent_mail(message.raw) for message in fetched]
        progress(min(start + BATCH, len(uids)), len(uids))
    return mails


async def _take_over(
    house: House, creditor: Creditor, key: DossierKey, mails: Sequence[SentMail]
) -> int:
    def decide(draft: Draft) -> int:
        count = 0
        for mail in sorted(mails, key=lambda one: one.sent_at or house.clock.now()):
            dossier = draft.dossier(key)
            assert dossier is not None, key
            events = imported(mail, dossier, creditor.level_names(dossier))
            draft.write(key.page, events)
            if events and mail.sent_at and dossier.debtor:
                draft.effect(_taken(key, dossier.debtor.debtor_id, mail.sent_at))
            count += bool(events)
        return count

    look = look_of(creditor, house.clock.today())
    return await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)


def _taken(key: DossierKey, debtor: DebtorId, sent_at: datetime) -> TakeContact:
    """The debtor's contact of that day, for all his dossiers; when it is free."""
    return TakeContact(
        creditor=key.creditor,
        debtor=debtor,
        day=sent_at.astimezone(PARIS).date(),
        sort=Sort.UNSOLICITED,
        key=key,
        step="",
    )
