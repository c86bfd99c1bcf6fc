"""Tell our own operator when no letter leaves for long, and what waits for people every morning.

A mail to our own house, by the creditor's account or by one of its own: never a contact with a
debtor, marked as a machine's (RFC 3834 §5), and told once however many daemons serve a database:
whoever wins the register's compare-and-set sends it. It is claimed before it is handed over; after
a crash it is tried again with the same Message-ID, three times at most. Nothing leaves in shadow
mode, where nothing else does either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from relance_mailer.desk.queues import NAMES, Queue
from relance_mailer.dossier.values import MessageId
from relance_mailer.flows.house import (
    Creditor,
    Doors,
    House,
    account_key,
    alive_key,
    digest_key,
    seen_key,
    server_key,
    told_key,
)
from relance_mailer.flows.house_mail import house_mail
from relance_mailer.flows.queue_pages import overview
from relance_mailer.flows.waiting import (
    anything_is_held,
    causes_now,
    held_back,
    hours_of,
    server_fails,
)
from relance_mailer.outward import vigil_mail
from relance_mailer.outward.causes import CEILING, Cause, sentence
from relance_mailer.outward.vigil import (
    Kind,
    Operator,
    Told,
    handed_over,
    is_given_up,
    is_news,
    is_of_house,
    looked,
    mail_due,
    not_handed_over,
    seen_as_text,
    seen_of_text,
    told_as_text,
    told_of_text,
)
from relance_mailer.ports import Fault, Handover, Mailer, Refused, Stayed, Temporary, Unsure
from relance_mailer.workdays import PARIS, add_business_days

PROBED_AFTER = timedelta(minutes=10)
"""A server that failed is asked again after so long, when no letter is there to try it."""
NEAR_BUSINESS_DAYS = 10
"""A legal deadline within so many business days is named."""
LINES_LOOKED_AT = 200


@dataclass(slots=True)
class Watched:
    """What a pass found and did."""

    causes: tuple[Cause, ...] = ()
    told: str = ""  # which mail left
    untold: str = ""  # why a mail that is owed could not leave

    def counts(self) -> dict[str, int]:
        """What the pass did, in figures."""
        return {"operator": int(bool(self.told))}


async def tell_operator(
    house: House, creditor: Creditor, doors: Doors, *, serving: bool = True
) -> Watched:
    """One look, every minute: note what holds sending back, and send the mail that is owed.

    A daemon (`serving`) says so that it lives; whoever runs single passes never said that he does.
    """
    now = house.clock.now()
    if serving:
        await house.register.set(alive_key(creditor.id), now.isoformat())
    await _probe(house, creditor, doors)
    watched = Watched(causes=await causes_now(house, creditor))
    before = await house.register.get(seen_key(creditor.id))
    found = await _without_idle_ceiling(house, creditor, watched.causes)
    hours = hours_of(creditor)
    seen = looked(seen_of_text(before), found, now, hours)
    if is_news(seen_of_text(before), seen):
        # Another daemon may have looked at the same moment: then its word stands.
        await house.register.swap(seen_key(creditor.id), before, seen_as_text(seen))
    operator = creditor.operator
    if operator is None or not operator.mail or not creditor.mode_send:
        return watched
    kept = await house.register.get(told_key(creditor.id))
    told = told_of_text(kept)
    watched.untold = told.untold if told else ""
    claim = mail_due(told, seen, now, operator, hours)
    if claim is not None:
        await _send(house, creditor, doors, claim, kept, watched)
    elif operator.digest:
        await _digest(house, creditor, doors, operator, watched)
    return watched


async def send_trial(house: House, creditor: Creditor, doors: Doors) -> str:
    """A trial to every address, whatever the mode; answers the server's word.

    Raises `Temporary` or `Permanent` when it could not be handed over, `ValueError` without an
    address.
    """
    operator = creditor.operator
    if operator is None or not operator.mail:
        raise ValueError("[operator] mail : aucune adresse n'est réglée")
    found = sentence(await causes_now(house, creditor))
    now = house.clock.now()
    mail_id = _mail_id(creditor, "essai", f"{now:%Y%m%dT%H%M%S%f}")
    body = vigil_mail.trial_body(found, operator.after_minutes, operator.desk)
    mail = _mail(house, creditor, operator, mail_id, vigil_mail.trial_subject(), body)
    answer = await _hand_over(creditor, doors, operator, mail, mail_id)
    if isinstance(answer, Refused):
        return f"refusé : {answer.code} {answer.text}"
    if isinstance(answer, Stayed):
        return f"pas parti : {answer.text}"
    return f"sort inconnu : {answer.text}" if isinstance(answer, Unsure) else answer.reply


async def would_say(house: House, creditor: Creditor) -> tuple[str, str]:
    """Subject and text of the mail that would tell of a wait that has lasted until now."""
    now = house.clock.now()
    causes = await causes_now(house, creditor)
    since = min((one.since for one in causes if one.since), default=now)
    claim = Told(since=since, kind=Kind.BEGUN, at=now, causes=())
    return vigil_mail.subject_of(claim, causes), await _body(house, creditor, claim, causes)


async def _without_idle_ceiling(
    house: House, creditor: Creditor, causes: tuple[Cause, ...]
) -> tuple[Cause, ...]:
    """A ceiling that keeps nothing back is nobody's worry."""
    reached = any(cause.check == CEILING for cause in causes)
    if not reached or await anything_is_held(house, creditor):
        return causes
    return tuple(cause for cause in causes if cause.check != CEILING)


async def _probe(house: House, creditor: Creditor, doors: Doors) -> None:
    """Ask a server that failed whether it is back, when no letter has tried it for a while."""
    noted = await house.register.get(server_key(creditor.id))
    if not noted or doors.probe is None or await house.register.get(account_key(creditor.id)):
        return
    tried_at = noted.split(" ")[1]
    if house.clock.now() - datetime.fromisoformat(tried_at) < PROBED_AFTER:
        return
    try:
        await doors.probe()
    except Fault as error:
        await server_fails(house, creditor, str(error))
    else:
        await house.register.swap(server_key(creditor.id), noted, None)


async def _send(
    house: House,
    creditor: Creditor,
    doors: Doors,
    claim: Told,
    kept: str | None,
    watched: Watched,
) -> None:
    operator, name = creditor.operator, told_key(creditor.id)
    assert operator is not None
    if is_given_up(claim):
        await house.register.swap(name, kept, told_as_text(handed_over(claim, house.clock.now())))
        return
    mine = told_as_text(claim)
    if not await house.register.swap(name, kept, mine):
        return
    watched.untold = ""
    try:
        if doors.operator is None and await house.register.get(account_key(creditor.id)):
            # One more sign-in, refused like the others, could lock the account.
            raise Temporary("le compte d'envoi est refusé ([operator.smtp] en nomme un autre)")
        mail_id = _mail_id(creditor, claim.kind.value, _moment_of(claim))
        subject = vigil_mail.subject_of(claim, watched.causes)
        body = await _body(house, creditor, claim, watched.causes)
        mail = _mail(house, creditor, operator, mail_id, subject, body)
        answer = await _hand_over(creditor, doors, operator, mail, mail_id)
    except Fault as error:
        watched.untold = str(error)
    else:
        match answer:
            case Refused():
                watched.untold = f"{answer.code} {answer.text}"
            case Stayed():
                watched.untold = answer.text
            case Unsure():
                return  # claimed as it is: tried again with the same Message-ID, a few times
            case _:
                watched.told = claim.kind.value
    done = (
        not_handed_over(claim, watched.untold)
        if watched.untold
        else handed_over(claim, house.clock.now())
    )
    await house.register.swap(name, mine, told_as_text(done))


async def _digest(
    house: House, creditor: Creditor, doors: Doors, operator: Operator, watched: Watched
) -> None:
    """The morning's summary: once on each business day, and not at all where nothing waits."""
    today, name = house.clock.today(), digest_key(creditor.id)
    local = house.clock.now().astimezone(PARIS)
    kept = await house.register.get(name)
    last = (kept or "").partition(" ")[0]
    if not hours_of(creditor).days.is_open(today) or f"{local:%H:%M}" < operator.digest:
        return
    if last >= today.isoformat() or not await house.register.swap(name, kept, f"{today} réclamé"):
        return
    piles = await _piles(house, creditor)
    if not piles:
        return
    mail_id = _mail_id(creditor, "resume", f"{today:%Y%m%d}")
    subject = vigil_mail.digest_subject(piles, f"{today:%d/%m/%Y}")
    body = vigil_mail.digest_body(sentence(watched.causes), watched.causes, piles, operator.desk)
    mail = _mail(house, creditor, operator, mail_id, subject, body)
    try:
        answer = await _hand_over(creditor, doors, operator, mail, mail_id)
    except Fault as error:
        watched.untold = f"résumé du jour : {error}"
        return
    if isinstance(answer, Refused):
        watched.untold = f"résumé du jour : {answer.code} {answer.text}"
    elif isinstance(answer, Stayed):
        watched.untold = f"résumé du jour : {answer.text}"
    else:
        watched.told = "digest"


async def _body(house: House, creditor: Creditor, claim: Told, causes: Sequence[Cause]) -> str:
    held = await held_back(house, creditor)
    figures = vigil_mail.Figures(
        letters=held.letters,
        amounts=vigil_mail.money(held.amounts),
        dossiers=held.dossiers,
        owed=vigil_mail.money(held.owed),
    )
    operator = creditor.operator
    return vigil_mail.body_of(
        claim,
        causes,
        figures,
        house.clock.now(),
        await _piles(house, creditor) if claim.kind is not Kind.OVER else (),
        operator.desk if operator else "",
    )


async def _piles(house: House, creditor: Creditor) -> tuple[vigil_mail.Pile, ...]:
    """What waits for people, the largest amounts first; the nearest legal deadline is named."""
    parts = await overview(house, [creditor], LINES_LOOKED_AT)
    near = add_business_days(house.clock.today(), NEAR_BUSINESS_DAYS)
    piles = []
    for part in sorted(parts, key=lambda one: (-one.amount, one.queue.value)):
        if not part.count:
            continue
        days = [line.deadline for line in part.lines if line.deadline and line.deadline <= near]
        is_legal = part.queue is Queue.LEGAL and days
        piles.append(
            vigil_mail.Pile(
                name=NAMES[part.queue],
                lines=part.count,
                amount=vigil_mail.money({"EUR": part.amount or Decimal()}),
                soonest=f"{min(days):%d/%m/%Y}" if is_legal else "",
            )
        )
    return tuple(piles)


def _moment_of(claim: Told) -> str:
    """The same for every try of one mail, another one for each day's reminder."""
    day = f".{claim.at.astimezone(PARIS):%Y%m%d}" if claim.kind is Kind.REMINDER else ""
    return f"{claim.since.astimezone(PARIS):%Y%m%dT%H%M%S}{day}"


def _mail_id(creditor: Creditor, what: str, when: str) -> MessageId:
    domain = creditor.mailbox.rpartition("@")[2]
    return MessageId(f"exploitant.{creditor.id}.{what}.{when}@{domain}")


def _mail(
    house: House,
    creditor: Creditor,
    operator: Operator,
    mail_id: MessageId,
    subject: str,
    body: str,
) -> bytes:
    name = next((sender.creditor_name for sender in creditor.senders.values()), "")
    return house_mail(
        sender=(f"Relance Mailer – {name}", operator.sender or creditor.mailbox),
        to=", ".join(operator.mail),
        subject=subject,
        body=body,
        mail_id=mail_id,
        at=house.clock.now(),
    )


async def _hand_over(
    creditor: Creditor, doors: Doors, operator: Operator, mail: bytes, mail_id: MessageId
) -> Handover:
    """Offer the mail; where its first reader is refused, the next one is asked first."""
    own = (creditor.mailbox, creditor.own_domains, creditor.own_addresses)
    assert all(is_of_house(address, *own) for address in operator.mail), operator.mail
    mailer: Mailer = doors.operator or doors.mailer
    answer: Handover | None = None
    for first in range(len(operator.mail)):
        answer = await mailer.hand_over(
            mail,
            envelope_from=operator.sender or creditor.envelope_from,
            recipients=(*operator.mail[first:], *operator.mail[:first]),
            envelope_id=mail_id,
            leaving=_nothing_to_commit,
        )
        if not isinstance(answer, Refused) or answer.account:
            break
    assert answer is not None
    return answer


async def _nothing_to_commit() -> None:
    """The claim is committed already; nothing else hangs on this mail."""
