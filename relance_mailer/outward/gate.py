"""May this letter go? Every check is asked, every refusal is kept.

A check is a function whose name reads as the condition that it demands; it answers None or why
not, in French. A refusal that time mends makes the letter wait; the others go to a human.
"""

from datetime import date, datetime, time, timedelta

from relance_mailer.dossier.events import Sort
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import ON_ITS_WAY, Dossier
from relance_mailer.dossier.values import (
    HUMAN_ANSWERS,
    Answer,
    CreditorId,
    DossierId,
    DossierKey,
    StepKey,
)
from relance_mailer.law.limitation import dies_after, limitations
from relance_mailer.law.routes import Act, is_abroad
from relance_mailer.outward.asked import Asked, Check, Objection, Refusal, Sight
from relance_mailer.outward.breach import broken_since_last
from relance_mailer.outward.consent import (
    a_human_approved_it,
    account_manager_was_told,
    no_colleague_works_on_it,
    no_plan_is_running,
)
from relance_mailer.outward.courses import levels_that_may_follow
from relance_mailer.outward.levels import Form, Timeline
from relance_mailer.outward.limits import was_told
from relance_mailer.outward.listing import PRE_DUE, ZERO, less_credits
from relance_mailer.outward.reach import (
    contacts_without,
    first_reader_back_on,
    is_automaton,
    thanked,
)
from relance_mailer.outward.steps import level_in_french, posted_on
from relance_mailer.outward.timeline import (
    LetterStep,
    announced_day,
    announced_deadline,
    next_contact_on,
)
from relance_mailer.words import Kind
from relance_mailer.workdays import PARIS, business_day_before

LIMITATION_REVIEW_DAYS = 60
"""Within so many days of its limitation a claim is a human's."""

CLOCKS_DIFFER_BY = timedelta(minutes=5)
"""What the clocks of two machines may differ by; beyond it one of them jumped."""

ABSENCE_WAITED_DAYS = 15
"""How long a letter waits for its only readers to be back; then a human decides."""


def refusals(
    step: LetterStep,
    dossier: Dossier,
    sight: Sight,
    *,
    timeline: Timeline,
    template: str = "",
    language: str = "",
    to: tuple[str, ...] = (),
    composed_for: date | None = None,
) -> tuple[Refusal, ...]:
    """Every reason why this letter may not leave; asked when planning and again at the door."""
    asked = Asked(
        step=step,
        dossier=dossier,
        sight=sight,
        timeline=timeline,
        template=template or _template(step),
        language=language or (dossier.debtor.language if dossier.debtor else ""),
        to=to,
        composed_for=composed_for,
    )
    found = ((check, check(asked)) for check in CHECKS)
    return tuple(_refusal(check.__name__, no) for check, no in found if no is not None)


def _refusal(check: str, no: Objection) -> Refusal:
    return Refusal(
        check=check,
        because=no.because,
        time_mends=no.time_mends,
        again_on=no.again_on,
        reason=no.reason or check,
        message=no.message,
    )


def _template(step: LetterStep) -> str:
    if step.level is not None:
        return step.level.template
    return step.ordered.template if step.ordered else step.key.template


def mode_is_send(asked: Asked) -> Objection | None:
    """In shadow mode everything is planned and nothing leaves."""
    if asked.sight.mode_send:
        return None
    return Objection(because="mode « shadow » : rien ne part")


def no_stop_is_set(asked: Asked) -> Objection | None:
    """Somebody said `relance stop`."""
    if not asked.sight.stopped:
        return None
    return Objection(because="l'envoi est arrêté (« relance start » le reprend)")


def database_knows_what_left(asked: Asked) -> Objection | None:
    """A database brought back sends nothing before it knows again what left since (P3)."""
    return Objection(because=asked.sight.lost) if asked.sight.lost else None


def amicable_phase(asked: Asked) -> Objection | None:
    """Nothing leaves for a dossier in the legal queue (P1)."""
    if asked.dossier.phase is not Phase.LEGAL:
        return None
    return Objection(because="dossier au contentieux : plus aucune lettre", time_mends=False)


def ordered_by_a_human_when_in_review(asked: Asked) -> Objection | None:
    """In review, and for the answers that only people give, a named human orders or approves."""
    step = asked.step
    by_hand = asked.template in {answer.value for answer in HUMAN_ANSWERS}
    if asked.dossier.phase is not Phase.REVIEW and not by_hand:
        return None
    if step.ordered is not None or asked.dossier.approves(step.key):
        return None
    return Objection(because="un humain doit ordonner ou approuver cette lettre", time_mends=False)


def template_exists_for_this_dossier(asked: Asked) -> Objection | None:
    """No template for a barred debtor (P1), nor in a language that has none."""
    if asked.dossier.barred_by is not None:
        because = f"plus de lettre à ce débiteur ({asked.dossier.barred_by}) sans un humain"
        return Objection(because=because, time_mends=False)
    if (asked.language, asked.template) in asked.sight.templates:
        return None
    if any(language == asked.language for language, _ in asked.sight.templates):
        because = f"modèle « {asked.template} » absent en « {asked.language} »"
        return Objection(because=because, time_mends=False)
    because = f"aucun modèle en langue « {asked.language or '?'} »"
    return Objection(because=because, time_mends=False, reason="no_template_language")


def knows_what_its_debtor_said(asked: Asked) -> Objection | None:
    """What he said of himself holds here too, though it was read beside this dossier (P1)."""
    missed = asked.sight.missed
    if missed is None:
        return None
    return Objection(
        because=missed.because, time_mends=False, reason=missed.reason, message=missed.message
    )


def something_is_owed(asked: Asked) -> Objection | None:
    """Nothing leaves when nothing is owed; thanks do, once."""
    dossier = asked.dossier
    if asked.template == Answer.THANKS:
        once = dossier.phase is not Phase.SETTLED or not thanked(dossier, asked.step.key)
        return None if once else Objection(because="déjà remercié")
    if dossier.owed == ZERO:
        return Objection(because="plus rien n'est dû")
    if not asked.is_level or asked.template == PRE_DUE:
        return None
    overdue = dossier.overdue(asked.sight.today)
    if not overdue:
        return Objection(because="rien d'échu qui ne soit contesté")
    if less_credits(overdue, dossier) <= ZERO:
        return Objection(because="les avoirs ouverts couvrent ce qui est échu")
    return None


def contact_can_be_reached(asked: Asked) -> Objection | None:
    """Somebody is there to read: an address that has not bounced, whose owner is not away."""
    addresses = asked.to or tuple(c.email for c in asked.dossier.contacts if c.email)
    alive = [address for address in addresses if address not in asked.dossier.bounced]
    if not alive:
        return Objection(because="aucune adresse utilisable", time_mends=False)
    today = asked.sight.today
    back_on = first_reader_back_on(asked.dossier, alive, today)
    if back_on <= today:
        return None
    if (back_on - today).days > ABSENCE_WAITED_DAYS:
        return Objection(because="destinataires partis ou absents longtemps", time_mends=False)
    return Objection(because="destinataires absents", again_on=back_on)


def contact_is_confirmed(asked: Asked) -> Objection | None:
    """A new address that was only proposed waits for a human's yes (contract §2, `redirect`)."""
    if not asked.dossier.proposed or asked.step.ordered is not None:
        return None
    email = asked.dossier.proposed[0].email
    return Objection(because=f"nouvelle adresse à confirmer par un humain : {email}")


def inbox_was_read_lately(asked: Asked) -> Objection | None:
    """Nothing leaves while an answer may lie unread in the mailbox (P2)."""
    sight = asked.sight
    if sight.inbox_read_at is None:
        return Objection(because="boîte de réception jamais lue")
    age = sight.now - sight.inbox_read_at
    if age < -CLOCKS_DIFFER_BY:
        return Objection(because=_clock_went_back("boîte de réception lue", sight.inbox_read_at))
    if age <= timedelta(minutes=sight.inbox_max_age_minutes):
        return None
    return Objection(because=f"boîte de réception lue il y a {_lasted(age)}")


def _lasted(age: timedelta) -> str:
    """« 70 min », from two hours on « 5 h », from two days on « 11 jours »."""
    minutes = int(age.total_seconds() // 60)
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} jours"


def ledger_is_fresh(asked: Asked) -> Objection | None:
    """Nothing is demanded that may have been paid: synced since noon of the last business day."""
    sight = asked.sight
    noon = datetime.combine(business_day_before(sight.today), time(12), tzinfo=PARIS)
    synced = sight.ledger_synced_at
    if synced is not None and synced - sight.now > CLOCKS_DIFFER_BY:
        return Objection(because=_clock_went_back("grand livre lu", synced))
    if synced is not None and synced >= noon:
        return None
    when = f"date du {synced.astimezone(PARIS):%d/%m/%Y %H:%M}" if synced else "n'a pas été lu"
    return Objection(because=f"le grand livre {when} ; il le faut depuis le {noon:%d/%m} midi")


def _clock_went_back(what: str, at: datetime) -> str:
    """A look of tomorrow says nothing of what came since: it would count as fresh for a day."""
    return f"{what} le {at.astimezone(PARIS):%d/%m/%Y %H:%M}, après l'heure de cette machine"


def no_unread_word_from_debtor(asked: Asked) -> Objection | None:
    """The backlog is read before anything leaves, and what was set aside is seen by a human."""
    if asked.sight.set_aside_names_debtor:
        because = "un message mis de côté nomme ce débiteur : à lire par un humain"
        return Objection(because=because, time_mends=False)
    if asked.sight.unread:
        return Objection(because=f"{asked.sight.unread} message(s) reçu(s) et pas encore lu(s)")
    return None


def composed_for_today(asked: Asked) -> Objection | None:
    """A letter is valid on the day for which it was composed."""
    if asked.composed_for in (None, asked.sight.today):
        return None
    return Objection(because=f"lettre écrite pour le {asked.composed_for:%d/%m/%Y} : à refaire")


def daily_ceiling(asked: Asked) -> Objection | None:
    """A creditor's letters of one day have a ceiling, a lower one on the first day."""
    sight = asked.sight
    own = asked.dossier.letter(asked.step.key)
    counted = own is not None and own.composed_for == sight.today and own.state in ON_ITS_WAY
    if sight.sent_today - counted < sight.daily_ceiling:
        return None
    return Objection(
        because=f"plafond du jour atteint ({sight.daily_ceiling} lettres)",
        again_on=asked.days.after(sight.today),
    )


def working_hours_in_france(asked: Asked) -> Objection | None:
    """Letters leave on business days, in working hours, as people write; answers too."""
    sight = asked.sight
    hours = (sight.send_from, sight.send_until)
    clock = f"{sight.now.astimezone(PARIS):%H:%M}"
    again_on = asked.days.closed_until(sight.today, clock, hours)
    if again_on is None:
        return None
    because = f"hors des jours ouvrés et des heures d'envoi ({hours[0]}–{hours[1]})"
    return Objection(because=because, again_on=again_on)


def level_not_held(asked: Asked) -> Objection | None:
    """A level never leaves while the dossier is held; an answer owed does."""
    if not asked.is_level or asked.dossier.phase is not Phase.HELD:
        return None
    until = asked.dossier.hold_until
    because = f"suspendu jusqu'au {until:%d/%m/%Y}" if until else "suspendu"
    return Objection(because=because, again_on=until)


def not_before_has_come(asked: Asked) -> Objection | None:
    """What a human, or the chain, said not to do before a day."""
    resume, today = asked.dossier.resume, asked.sight.today
    day = asked.step.due_on
    if asked.is_level and resume is not None:
        day = max(day, resume.not_before)
    if day <= today:
        return None
    return Objection(because=f"pas avant le {day:%d/%m/%Y}", again_on=day)


def no_unsolicited_contact_today(asked: Asked) -> Objection | None:
    """One unsolicited contact a day, all dossiers and channels; none after an answer (P5)."""
    today = asked.sight.today
    if not asked.is_level or not any(day == today for day, _ in _contacts(asked)):
        return None
    because = "ce débiteur a déjà été contacté aujourd'hui"
    return Objection(because=because, again_on=asked.days.after(today))


def no_contact_in_five_business_days(asked: Asked) -> Objection | None:
    """R6, a week for a consumer; the level after a broken promise is excepted."""
    if not asked.is_level or broken_since_last(asked.dossier) is not None:
        return None
    days = [day for day, sort in _contacts(asked) if sort is Sort.UNSOLICITED]
    if not days:
        return None
    free_on = next_contact_on(max(days), asked.timeline, asked.days)
    if free_on <= asked.sight.today:
        return None
    because = f"dernier contact le {max(days):%d/%m/%Y}"
    return Objection(because=because, again_on=free_on)


def level_follows_the_last_one(asked: Asked) -> Objection | None:
    """No level is skipped nor repeated: only a human or a second breach leaves the row."""
    level, dossier = asked.step.level, asked.dossier
    if not asked.is_level:
        return None
    if level is None:
        because = (
            f"« {level_in_french(asked.step.key.name)} » n'est pas un niveau de cette chronologie"
        )
        return Objection(because=because, time_mends=False)
    if asked.step.ordered or dossier.approves(asked.step.key):
        return None
    if dossier.resume is not None:
        allowed = frozenset({dossier.resume.next_step})
    else:
        names = [one.name for one in asked.timeline.levels if one.form is not Form.CALL]
        allowed = levels_that_may_follow(dossier, names)
    if level.name in allowed:
        return None
    because = f"« {level_in_french(level.name)} » ne suit pas ce qui a été envoyé"
    return Objection(because=because, time_mends=False)


def deadline_announced_has_passed(asked: Asked) -> Objection | None:
    """What was announced is what happens: never earlier (P6), whoever orders or resumes by hand."""
    if not asked.is_level:
        return None
    today, dossier = asked.sight.today, asked.dossier
    deadline_on = announced_deadline(dossier, asked.timeline)
    if deadline_on is not None and deadline_on >= today:
        because = f"la date limite annoncée, le {deadline_on:%d/%m/%Y}, n'est pas passée"
        return Objection(because=because, again_on=asked.days.after(deadline_on))
    told_on = announced_day(dossier, asked.timeline)
    if told_on is None or told_on <= today:
        return None
    return Objection(because=f"annoncée pour le {told_on:%d/%m/%Y}", again_on=told_on)


def posting_is_recorded(asked: Asked) -> Objection | None:
    """The mail copy of a posted letter leaves when the posting is recorded."""
    level = asked.step.level
    mailed = level is None or level.form is Form.MAIL
    if mailed or posted_on(asked.dossier, asked.step.key) is not None:
        return None
    return Objection(because="le dépôt du recommandé n'est pas saisi")


def claim_is_not_limited(asked: Asked) -> Objection | None:
    """A limited claim is never demanded; one that dies soon is a human's to decide."""
    if not asked.is_level:
        return None
    review_from = asked.sight.today + timedelta(days=LIMITATION_REVIEW_DAYS)
    if dies_after(asked.dossier) > review_from:
        return None
    demanded_now = {invoice.number for invoice in asked.dossier.overdue(asked.sight.today)}
    for invoice, found in limitations(asked.dossier):
        left = found.known_warning(asked.sight.today)
        if invoice.number not in demanded_now or left is None:
            continue
        because = f"facture {invoice.number} : prescription le {found.known_on:%d/%m/%Y}"
        if was_told(asked.dossier, invoice, left):
            continue  # a human knows: what is limited is not listed, what dies soon is his word
        if left == 0:
            return Objection(because=because, time_mends=False, reason="limitation_over")
        if left <= LIMITATION_REVIEW_DAYS and asked.dossier.resume is None:
            return Objection(because=because, time_mends=False, reason="limitation_near")
    return None


def road_is_open_where_he_lives(asked: Asked) -> Objection | None:
    """No French payment order is announced to a debtor abroad: his court is not ours (CPC 1406)."""
    level, debtor = asked.step.level, asked.dossier.debtor
    if level is None or debtor is None or asked.step.ordered is not None:
        return None
    if level.announces is not Act.PAYMENT_ORDER or not is_abroad(debtor):
        return None
    because = (
        "débiteur établi hors de France : pas d'injonction de payer, un humain choisit la voie"
    )
    return Objection(because=because, time_mends=False, reason="debtor_abroad")


def no_other_answer_today(asked: Asked) -> Objection | None:
    """At most one answer a day (P5)."""
    today = asked.sight.today
    if asked.is_level or (today, Sort.ANSWER) not in _contacts(asked):
        return None
    because = "une réponse est déjà partie aujourd'hui"
    return Objection(because=because, again_on=asked.days.after(today))


def answers_a_person(asked: Asked) -> Objection | None:
    """No automaton is answered (P7)."""
    owed, last = asked.step.answer, asked.dossier.last_message
    if asked.is_level or owed is None:
        return None
    said = last is not None and last.message == owed.message and last.kind is not Kind.HUMAN
    if not said and not is_automaton(owed.sender):
        return None
    return Objection(because=f"{owed.sender} est un automate", time_mends=False)


def _contacts(asked: Asked) -> list[tuple[date, Sort]]:
    """The debtor's contacts in all dossiers and through all channels, this letter's own left out.

    The sight holds those of the other dossiers, the fold this dossier's own.
    """
    own = (asked.dossier.key, str(asked.step.key))
    seen = (one for one in asked.sight.contacts if (one.key, one.step) != own)
    folded = contacts_without(asked.dossier, asked.step.key)
    return [*folded, *((one.day, one.sort) for one in seen)]


CHECKS: tuple[Check, ...] = (
    mode_is_send,
    no_stop_is_set,
    database_knows_what_left,
    amicable_phase,
    ordered_by_a_human_when_in_review,
    template_exists_for_this_dossier,
    knows_what_its_debtor_said,
    something_is_owed,
    contact_can_be_reached,
    contact_is_confirmed,
    inbox_was_read_lately,
    ledger_is_fresh,
    no_unread_word_from_debtor,
    composed_for_today,
    daily_ceiling,
    working_hours_in_france,
    level_not_held,
    not_before_has_come,
    no_unsolicited_contact_today,
    no_contact_in_five_business_days,
    level_follows_the_last_one,
    deadline_announced_has_passed,
    posting_is_recorded,
    claim_is_not_limited,
    road_is_open_where_he_lives,
    no_other_answer_today,
    answers_a_person,
    no_colleague_works_on_it,
    no_plan_is_running,
    a_human_approved_it,
    account_manager_was_told,
)

FOR_ALL: tuple[Check, ...] = (
    mode_is_send,
    no_stop_is_set,
    database_knows_what_left,
    inbox_was_read_lately,
    ledger_is_fresh,
    no_unread_word_from_debtor,
    daily_ceiling,
    working_hours_in_france,
)
"""The checks that are about us and not about one debtor."""

KNOWLEDGE = frozenset(
    {
        "inbox_was_read_lately",
        "ledger_is_fresh",
        "no_unread_word_from_debtor",
        "database_knows_what_left",
    }
)
"""The checks without which the calendar decides nothing: a broken promise may have been kept."""


def waits_for_all(sight: Sight, timeline: Timeline) -> tuple[Refusal, ...]:
    """Why no letter at all may leave now, whoever it is for; none: letters may leave."""
    nobody = DossierKey(creditor=CreditorId(""), dossier=DossierId(""))
    asked = Asked(
        step=LetterStep(key=StepKey(course=0, name=""), due_on=sight.today),
        dossier=Dossier(key=nobody),
        sight=sight,
        timeline=timeline,
    )
    objections = [(check, check(asked)) for check in FOR_ALL]
    return tuple(_refusal(check.__name__, no) for check, no in objections if no)
