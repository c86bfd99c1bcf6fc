"""Tell our own account managers what is ahead (S4): a mail to our own house, within our hours.

It is handed over first and journaled then: after a crash it may leave twice, with one Message-ID,
and never not at all; the level waits until it stands in the journal. Only an address of our own
house is written to; for any other one a colleague has a task.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from relance_mailer.dossier import events as e
from relance_mailer.dossier.reference import notice_id_for, sign
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey, MessageId, own_domain
from relance_mailer.flows.absences import Absence, absences, in_charge
from relance_mailer.flows.drafts import Shown, next_letter
from relance_mailer.flows.house import STOP_KEY, Creditor, House, look_of
from relance_mailer.flows.house_mail import house_mail
from relance_mailer.flows.record import Draft, read_what_can_be, record
from relance_mailer.outward.levels import SenderRole
from relance_mailer.outward.managing import Notice, notice_due, task_of
from relance_mailer.outward.notice import body_of, subject_of
from relance_mailer.outward.timeline import days_of
from relance_mailer.ports import Fault, Handover, Mailer, Overtaken, Refused, Taken
from relance_mailer.workdays import PARIS

LOOKED_AT_MAX = 5_000
BATCH = 50
TOLD_MAX = 100
"""Mails of one pass: the rest leaves with the next one."""


@dataclass(slots=True)
class Told:
    """What a pass did."""

    told: list[tuple[DossierKey, str]] = field(default_factory=list)
    by_hand: list[tuple[DossierKey, str]] = field(default_factory=list)  # with why no mail may go
    waiting: list[tuple[DossierKey, str]] = field(default_factory=list)  # tried again, with why

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {
            "told": len(self.told),
            "by_hand": len(self.by_hand),
            "waiting": len(self.waiting),
        }


async def tell_managers(house: House, creditor: Creditor, mailer: Mailer) -> Told:
    """One pass over the dossiers that are due to be looked at; raises the mailer's `Temporary`."""
    told = Told()
    if creditor.telling is None or not creditor.mode_send:
        return told
    if await house.register.get(STOP_KEY) is not None:
        return told
    today = house.clock.today()
    away = await absences(house)
    keys = await house.lookup.due(creditor.id, today, limit=LOOKED_AT_MAX)
    for start in range(0, len(keys), BATCH):
        pages = [key.page for key in keys[start : start + BATCH]]
        opened, closed = await read_what_can_be(house.journal, pages)
        told.waiting += [(key, str(one)) for key in keys for one in closed if one.page == key.page]
        for one in opened.values():
            if one.dossier is not None and len(told.told) < TOLD_MAX:
                await _tried(house, creditor, mailer, one.dossier, away, told)
    return told


async def _tried(
    house: House,
    creditor: Creditor,
    mailer: Mailer,
    dossier: Dossier,
    away: Sequence[Absence],
    told: Told,
) -> None:
    """One dossier; where our own fault raises its level waits, and the others are told."""
    try:
        await _tell(house, creditor, mailer, dossier, away, told)
    except Overtaken:
        pass  # somebody else has just changed it: the next pass looks again
    except Fault:
        raise
    except Exception as error:
        told.waiting.append((dossier.key, f"avis impossible : {error!r}"[:200]))


async def _tell(
    house: House,
    creditor: Creditor,
    mailer: Mailer,
    dossier: Dossier,
    away: Sequence[Absence],
    told: Told,
) -> None:
    today = house.clock.today()
    notice = notice_due(dossier, creditor.timeline(dossier), creditor.telling, today)
    if notice is None or notice.on > today or not _in_hours(house, creditor, dossier):
        return
    to = in_charge(notice.to, away, today).lower()
    if not _is_ours(to, dossier, creditor):
        because = f"« {to} » n'est pas une adresse de la maison"
        await _by_hand(house, creditor, dossier, notice, because)
        told.by_hand.append((dossier.key, because))
        return
    mail_id, mime = await _mail(house, creditor, dossier, notice, to)
    answer = await mailer.hand_over(
        mime,
        envelope_from=creditor.envelope_from,
        recipients=(to,),
        envelope_id=mail_id,
        leaving=_nothing_to_commit,
    )
    await _settled(house, creditor, dossier, notice, to, mail_id, answer, told)


async def _nothing_to_commit() -> None:
    """A mail to a colleague may leave twice: nothing has to be committed before its bytes go."""


def _in_hours(house: House, creditor: Creditor, dossier: Dossier) -> bool:
    days = days_of(dossier, creditor.timeline(dossier))
    clock = f"{house.clock.now().astimezone(PARIS):%H:%M}"
    hours = (creditor.send_from, creditor.send_until)
    return days.closed_until(house.clock.today(), clock, hours) is None


def _is_ours(address: str, dossier: Dossier, creditor: Creditor) -> bool:
    """On a domain of our own, and no debtor's: an error in the ledger must not reach him."""
    ours = {*creditor.own_domains, own_domain(creditor.mailbox)}
    domain = own_domain(address)
    return domain is not None and domain in ours and address not in dossier.known_addresses


async def _mail(
    house: House, creditor: Creditor, dossier: Dossier, notice: Notice, to: str
) -> tuple[MessageId, bytes]:
    token = sign(creditor.token_key, dossier.key, notice.step)
    domain = creditor.mailbox.rpartition("@")[2]
    mail_id = notice_id_for(token, notice.step.course, notice.level, domain)
    foreseen = await next_letter(house, creditor, dossier.key, notice.level)
    sender = creditor.senders.get(SenderRole.CREDIT_MANAGER) or next(
        iter(creditor.senders.values())
    )
    text = foreseen.text if isinstance(foreseen, Shown) else ""
    mime = house_mail(
        sender=(sender.creditor_name, creditor.mailbox),
        to=to,
        subject=subject_of(notice, dossier, token),
        body=body_of(notice, dossier, token, text),
        mail_id=mail_id,
        at=house.clock.now(),
    )
    return mail_id, mime


async def _settled(
    house: House,
    creditor: Creditor,
    dossier: Dossier,
    notice: Notice,
    to: str,
    mail_id: MessageId,
    answer: Handover,
    told: Told,
) -> None:
    match answer:
        case Taken():
            written = e.ManagerTold(
                because=f"avant cette lettre, qui le connaît est prévenu (S4) : {answer.reply}"[
                    :200
                ],
                course=dossier.course,
                level=notice.level,
                to=to,
                message_id=mail_id,
                told_on=house.clock.today(),
                level_on=notice.level_on,
            )
            await _write(house, creditor, dossier.key, written)
            told.told.append((dossier.key, to))
        case Refused(permanent=True, account=False):
            because = f"le serveur refuse « {to} » : {answer.code} {answer.text}"[:200]
            await _by_hand(house, creditor, dossier, notice, because)
            told.by_hand.append((dossier.key, because))
        case _:
            told.waiting.append((dossier.key, answer.text))


async def _by_hand(
    house: House, creditor: Creditor, dossier: Dossier, notice: Notice, because: str
) -> None:
    assert creditor.telling is not None
    task = e.TaskOpened(
        because=because,
        task=task_of(creditor.telling, dossier),
        what=f"Prévenir le responsable du compte ({notice.to}) avant « {notice.level} »",
        due_on=max(notice.level_on - timedelta(days=1), house.clock.today()),
    )
    await _write(house, creditor, dossier.key, task)


async def _write(house: House, creditor: Creditor, key: DossierKey, event: e.DossierEvent) -> None:
    today: date = house.clock.today()

    def decide(draft: Draft) -> None:
        draft.write(key.page, [event])

    look = look_of(creditor, today)
    await record(house.journal, [key.page], decide, at=house.clock.now(), look=look)
