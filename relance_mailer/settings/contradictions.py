"""What a timeline contradicts: itself, the method or the law; every fault names its level and why.

Nothing is announced that does not follow (R3), nothing falls back (R5), nothing is threatened that
the law closes to that debtor. The checks know a timeline as it is configured, no debtor.
"""

from collections.abc import Callable, Collection, Iterator
from itertools import pairwise

from relance_mailer.law.routes import Act, why_closed
from relance_mailer.outward.addressing import ASSOCIATION, COMPANY, PUBLIC
from relance_mailer.outward.levels import REGISTERED, End, Form, Level, SenderRole, Timeline
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.words import Role, Segment

NEXT_OF: dict[Act, frozenset[str]] = {
    Act.FOLLOW_UP: frozenset({"reminder_2", "reminder_3"}),
    Act.INTEREST_AND_FEE: frozenset({"reminder_3"}),
    Act.FORMAL_NOTICE: frozenset({FORMAL_NOTICE}),
}
"""The level, by its name or its template, that carries out what was announced."""

READER_OF: dict[Act, Role] = {
    Act.LETTER_TO_PRESIDENT: Role.PRESIDENT,
    Act.LETTER_TO_PUBLIC_ACCOUNTANT: Role.PUBLIC_ACCOUNTANT,
    Act.LETTER_TO_HEAD_OF_BODY: Role.HEAD_OF_BODY,
}
"""Whom the next letter goes to when that was announced."""

COURT_ACTS = frozenset({Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT})
"""What follows the last level only: people prepare it in the legal queue."""

TONES = {"service": 0, "plain": 1, "neutral": 1, "firm": 2, "formal": 3}
LADDERS = {
    Segment.ASSOCIATION: ASSOCIATION,
    Segment.PUBLIC: PUBLIC,
    Segment.CONSUMER: (Role.USUAL,),
}
CONSUMER_EVERY_DAYS = 7  # §8.1: repeated mails are an aggressive practice (C. conso L121-6)
CONTACT_BUSINESS_DAYS_LEAST = 2  # R6: never twice on a day

Fault = str


def contradictions(timeline: Timeline) -> list[Fault]:
    """Every fault of a timeline, each beginning with its level or key."""
    return [fault for check in _CHECKS for fault in check(timeline)]


def without_template(timeline: Timeline, known: Collection[str]) -> list[Fault]:
    """The levels whose letter has no French template among the known ones."""
    return [
        f"{level.name} : le modèle « {level.template} » n'existe pas (attendu : "
        f"templates/mail/fr/{level.template}.subject.j2, .txt.j2 et .html.j2)"
        for level in timeline.levels
        if level.form is not Form.CALL and level.template not in known
    ]


def _names(timeline: Timeline) -> Iterator[Fault]:
    names = [level.name for level in timeline.levels]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"{name} : ce niveau figure deux fois"


def _order(timeline: Timeline) -> Iterator[Fault]:
    dunning = timeline.dunning
    if not dunning:
        yield "level : aucun niveau après l'échéance"
        return
    for place, level in enumerate(timeline.levels):
        if level.template == PRE_DUE and place > 0:
            yield f"{level.name} : le contact avant échéance vient en premier"
        if level.template == PRE_DUE and (level.offset_days is None or level.offset_days >= 0):
            yield f"{level.name} : offset_days doit être négatif (avant l'échéance)"
    yield from _first(dunning[0])
    for level in dunning[1:]:
        if level.offset_days is not None:
            yield (
                f"{level.name} : offset_days n'appartient qu'au premier niveau ; les suivants "
                "s'enchaînent sur la lettre partie (R2)"
            )
    if dunning[-1].form is Form.CALL:
        yield f"{dunning[-1].name} : une chronologie ne finit pas par un appel (R1)"


def _first(level: Level) -> Iterator[Fault]:
    if level.offset_days is None:
        yield f"{level.name} : le premier niveau demande offset_days"
    elif level.offset_days < 1:
        yield (
            f"{level.name} : offset_days = {level.offset_days} : le débiteur n'est en retard que "
            "le lendemain de l'échéance (C. com. L441-10)"
        )
    if level.form is Form.CALL:
        yield f"{level.name} : une chronologie commence par une lettre, non par un appel (R8)"
    if level.template == FORMAL_NOTICE:
        yield (
            f"{level.name} : une mise en demeure ne vise que des factures déjà relancées ; "
            "un niveau doit la précéder (R5)"
        )


def _letters(timeline: Timeline) -> Iterator[Fault]:
    for level in timeline.levels:
        if level.form is Form.CALL:
            if level.announces is not None:
                yield f"{level.name} : un appel n'annonce rien par écrit (R1) ; retirez announces"
            continue
        if not level.template or level.tone not in TONES:
            yield (
                f"{level.name} : une lettre demande template, et tone parmi "
                f"{', '.join(TONES)} (reçu : « {level.tone} »)"
            )
        if (level.name == FORMAL_NOTICE) != (level.template == FORMAL_NOTICE):
            yield (
                f"{level.name} : le niveau et le modèle « {FORMAL_NOTICE} » vont ensemble : ses "
                "effets y sont attachés (C. civ. 1344)"
            )
        if level.template == PRE_DUE:
            if level.announces is not None or level.days is not None:
                yield f"{level.name} : rien n'est exigé ni annoncé avant l'échéance (R1)"
            continue
        if level.days is None:
            yield f"{level.name} : days manque (R1 : toute relance porte une date précise)"
        if level.announces is None:
            yield f"{level.name} : announces manque (R1 : toute relance dit la suite)"


def _acts(timeline: Timeline) -> Iterator[Fault]:
    dunning = timeline.dunning
    for place, level in enumerate(dunning):
        if level.announces is None:
            continue
        closed = why_closed(level.announces, timeline.segment)
        if closed:
            yield f"{level.name} : announces = « {level.announces} » : {closed}"
        following = dunning[place + 1] if place + 1 < len(dunning) else None
        yield from _carried_out(level, level.announces, following, timeline.end)


def _carried_out(level: Level, act: Act, following: Level | None, end: End) -> Iterator[Fault]:
    """R3: what is announced is configured to happen next."""
    if act in COURT_ACTS:
        if following is not None:
            yield (
                f"{level.name} : annonce « {act} », mais le niveau « {following.name} » suit "
                "(R3 : une voie de droit n'est annoncée que par le dernier niveau)"
            )
        elif end is End.REVIEW:
            yield (
                f"{level.name} : annonce « {act} », mais end = « review » ne l'engage pas (R3 ; "
                "menacer sans intention d'agir : C. conso L121-7) ; mettez end = « legal »"
            )
        return
    if following is None:
        if end is End.LEGAL:
            yield (
                f"{level.name} : annonce « {act} », mais aucun niveau ne suit "
                "(R3) ; ajoutez-le ou mettez end = « review »"
            )
        return
    if following.form is Form.CALL:
        if act is not Act.FOLLOW_UP:
            yield (
                f"{level.name} : annonce « {act} », mais un appel suit (« {following.name} ») ; "
                "seul « follow_up » s'accomplit par téléphone (R3)"
            )
    elif act in READER_OF and following.recipient is not READER_OF[act]:
        yield (
            f"{level.name} : annonce « {act} », mais « {following.name} » s'adresse à "
            f"« {following.recipient} » (R3)"
        )
    elif act in NEXT_OF and not {following.name, following.template} & NEXT_OF[act]:
        yield (
            f"{level.name} : annonce « {act} », mais le niveau suivant est "
            f"« {following.name} » (R3 : ce qui est annoncé est ce qui suit)"
        )


def _crescendo(timeline: Timeline) -> Iterator[Fault]:
    """R5: tone, form, sender and reader rise and never fall back."""
    letters = [level for level in timeline.levels if level.form is not Form.CALL]
    ladder = LADDERS.get(timeline.segment, COMPANY)
    for level in timeline.levels:
        if level.recipient not in ladder:
            yield (
                f"{level.name} : « {level.recipient} » n'existe pas chez ce débiteur (R27 à R32) ; "
                f"attendu : {', '.join(reversed(ladder))}"
            )
    for before, after in pairwise(letters):
        if TONES.get(after.tone, 9) < TONES.get(before.tone, 0):
            yield f"{after.name} : tone « {after.tone} » retombe après « {before.tone} » (R5)"
        if _SENDERS[after.sender] < _SENDERS[before.sender]:
            yield f"{after.name} : sender « {after.sender} » est sous « {before.sender} » (R5)"
        if before.form in REGISTERED and after.form not in REGISTERED:
            yield f"{after.name} : un simple courriel ne suit pas un recommandé (R5)"
        known = before.recipient in ladder and after.recipient in ladder
        if known and ladder.index(after.recipient) > ladder.index(before.recipient):
            yield (
                f"{after.name} : recipient « {after.recipient} » est sous « {before.recipient} » "
                "(R5 : le destinataire s'élève)"
            )


_SENDERS = {
    SenderRole.CUSTOMER_SERVICE: 0,
    SenderRole.AR_CLERK: 0,
    SenderRole.ACCOUNTS: 1,
    SenderRole.CREDIT_MANAGER: 2,
    SenderRole.MANAGEMENT: 3,
}


def _rhythm(timeline: Timeline) -> Iterator[Fault]:
    every = timeline.contact_every_business_days
    if every < CONTACT_BUSINESS_DAYS_LEAST:
        yield (
            f"contact_every_business_days = {every} : jamais deux contacts le même jour, "
            f"{CONTACT_BUSINESS_DAYS_LEAST} au moins (R6 ; C. pén. 222-33-2-2)"
        )
    if timeline.segment is not Segment.CONSUMER:
        return
    if (timeline.contact_every_days or 0) < CONSUMER_EVERY_DAYS:
        yield (
            f"contact_every_days : {CONSUMER_EVERY_DAYS} au moins envers un consommateur "
            "(sollicitations répétées : C. conso L121-6)"
        )
    for level in timeline.levels:
        if level.form is Form.REGISTERED_EMAIL:
            yield (
                f"{level.name} : form = « {level.form} » demande l'accord du consommateur "
                "(CPCE-postes L100) ; mettez « registered_letter »"
            )


def _adaptations(timeline: Timeline) -> Iterator[Fault]:
    pace, short = timeline.habitual_late, timeline.after_legal
    first = timeline.dunning[0] if timeline.dunning else None
    habits = timeline.habits
    if habits.late_times > habits.looked_at or habits.good_times > habits.looked_at:
        yield "habits : late_times et good_times ne dépassent pas looked_at"
    if pace and first and first.offset_days is not None and pace.offset_days > first.offset_days:
        yield (
            f"habitual_late.offset_days = {pace.offset_days} : plus tard que le premier niveau "
            f"({first.offset_days}) ; un retard habituel ne se récompense pas (R4)"
        )
    if short is None:
        return
    level = timeline.level(short.level)
    if level is None or level.template == PRE_DUE or level.form is Form.CALL:
        yield f"after_legal.level = « {short.level} » n'est pas une relance de cette chronologie"
    elif level == timeline.dunning[-1]:
        yield (
            f"after_legal.level = « {short.level} » : une relance doit précéder la mise en "
            "demeure (R5)"
        )


_CHECKS: tuple[Callable[[Timeline], Iterator[Fault]], ...] = (
    _names,
    _order,
    _letters,
    _acts,
    _crescendo,
    _rhythm,
    _adaptations,
)
