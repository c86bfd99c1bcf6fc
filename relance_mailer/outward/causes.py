"""Why no letter leaves at all, as an operator has to hear it: what, since when, what to do.

The gate's refusals that are about us come first; what the gate cannot see stands beside them: an
account that is refused, a server that takes nothing, a pass that fails. A cause is said with its
remedy, and by its nature it is known whether anybody has to be woken for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType

from relance_mailer.outward.asked import Refusal, Sight
from relance_mailer.workdays import ONE_DAY, PARIS, business_day_before

INBOX, LEDGER = "inbox_was_read_lately", "ledger_is_fresh"
STOP, MODE = "no_stop_is_set", "mode_is_send"
UNREAD, CEILING = "no_unread_word_from_debtor", "daily_ceiling"
HOURS = "working_hours_in_france"
SERVICE, PLANNED = "service_is_running", "letters_are_planned"
ACCOUNT, SERVER = "account_is_accepted", "server_takes_letters"
SILENT = "server_says_what_it_took"
BROUGHT_BACK = "database_knows_what_left"

SENTENCE_SIGNS_MAX = 160
"""So much of a cause fits into the first line; the whole stands below it."""

SILENT_AFTER = timedelta(minutes=3)
"""A daemon says every minute that it lives; one that was not heard for so long does not run."""


class Nature(StrEnum):
    """Whether somebody has to do something about it."""

    TROUBLE = "trouble"  # somebody has to mend it
    WANTED = "wanted"  # a human said so
    USUAL = "usual"  # it is set so, or passes by itself


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """One reason for which no letter leaves. `check` is an identifier, the rest is French."""

    check: str
    because: str
    remedy: str
    nature: Nature
    since: datetime | None = None  # None: nobody saw it begin
    again_at: datetime | None = None  # when it ends by itself, where that is known


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What went wrong in a pass, and since when it goes on doing so."""

    since: datetime | None
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What the house noted about itself, beside what the gate sees."""

    stopped: Fault | None = None  # who stopped, why, since when
    account: Fault | None = None  # the account refuses everything
    server: Fault | None = None  # the last letter could not be handed over
    silent: Fault | None = None  # of the last letters nobody knows whether the server took them
    plan: Fault | None = None  # a whole pass of planning fails
    fetch: Fault | None = None
    sync: Fault | None = None
    read: Fault | None = None
    to_fetch: int = 0  # messages of a long mailbox that the next passes bring
    alive_at: datetime | None = None  # the daemon's last sign of life; None: there never was one
    first_day: bool = False  # the ceiling is the one of the first day


_ORDER = (
    *(SERVICE, STOP, BROUGHT_BACK, ACCOUNT, SERVER, SILENT, INBOX, LEDGER, UNREAD, PLANNED),
    *(MODE, CEILING, HOURS),
)

_NATURES: MappingProxyType[str, Nature] = MappingProxyType(
    {STOP: Nature.WANTED, MODE: Nature.USUAL, CEILING: Nature.USUAL, HOURS: Nature.USUAL}
)

_REMEDIES: MappingProxyType[str, str] = MappingProxyType(
    {
        SERVICE: "remettez-le en marche (« systemctl start relance », ou « relance run »)",
        STOP: "« relance start » reprend l'envoi",
        BROUGHT_BACK: "le service s'en charge : un quart d'heure après son démarrage il a relu la "
        "boîte, les envois et le grand livre ; si cela dure, « relance once fetch-mail » et "
        "« relance once read-mail » disent ce qui manque",
        ACCOUNT: "corrigez [creditor.smtp] et son mot de passe, redémarrez le service, puis "
        "« relance start » pour réessayer aussitôt",
        SERVER: "rien à faire si le serveur revient : un essai est fait chaque minute ; sinon "
        "« relance check » dit ce qui manque",
        SILENT: "cherchez qui coupe la ligne après le point final (antivirus, pare-feu, délai du "
        "serveur) ; chacune de ces lettres compte comme envoyée et attend quelqu'un ; à la "
        "troisième de suite l'envoi s'arrête pour la journée, le lendemain en essaie une ; "
        "« relance start » le reprend aussitôt",
        INBOX: "vérifiez le compte de réception avec « relance check » ; la boîte est relue "
        "toutes les deux minutes",
        LEDGER: "déposez un export à jour du grand livre ; il est relu toutes les dix minutes "
        "(« relance once sync-ledger » : tout de suite)",
        UNREAD: "la lecture est en cours ; si le nombre ne baisse pas, le journal "
        "d'exploitation dit pourquoi",
        PLANNED: "le journal d'exploitation dit où ; « relance check » essaie réglages et modèles",
        MODE: 'rien tant que vous observez ; [mode] send = "approve" ou "send" fait partir',
        CEILING: "le reste part le prochain jour ouvré ; [mode] daily_ceiling relève le plafond",
        HOURS: "rien : les lettres partent aux heures ouvrées",
    }
)


def causes(
    refused: Iterable[Refusal], sight: Sight, marks: Marks, known_since: Mapping[str, datetime]
) -> tuple[Cause, ...]:
    """Every reason for which nothing leaves now, what has to be mended first.

    `known_since` says when a cause was first seen, for those that do not know it themselves.
    """
    found = [_of_gate(one, sight, marks) for one in refused]
    found += _of_marks(marks, sight)
    dated = [_dated(cause, sight.now, known_since.get(cause.check)) for cause in found]
    return tuple(sorted(dated, key=_place))


def _place(cause: Cause) -> tuple[int, int]:
    known = cause.check in _ORDER
    return list(Nature).index(cause.nature), _ORDER.index(cause.check) if known else -1


def _dated(cause: Cause, now: datetime, seen: datetime | None) -> Cause:
    since = cause.since or seen
    return _cause(
        cause.check,
        cause.because,
        since=min(since, now) if since else None,
        again_at=cause.again_at,
    )


def _cause(
    check: str,
    because: str,
    *,
    since: datetime | None = None,
    again_at: datetime | None = None,
) -> Cause:
    return Cause(
        check=check,
        because=because,
        remedy=_REMEDIES.get(check, ""),
        nature=_NATURES.get(check, Nature.TROUBLE),
        since=since,
        again_at=again_at,
    )


def _of_gate(refusal: Refusal, sight: Sight, marks: Marks) -> Cause:
    """A refusal of the gate with what else is known of it."""
    check, because = refusal.check, refusal.because
    fault: Fault | None = None
    since: datetime | None = None
    again_at: datetime | None = None
    match check:
        case "no_stop_is_set" if marks.stopped:
            since, because = marks.stopped.since, f"envoi arrêté {marks.stopped.because}"
        case "inbox_was_read_lately":
            since, fault = _inbox_stale_since(sight), marks.fetch
            if marks.to_fetch:
                because += f" ; relevé d'une longue boîte : {marks.to_fetch} messages à relever"
        case "ledger_is_fresh":
            since, fault = _ledger_stale_since(sight), marks.sync
        case "no_unread_word_from_debtor":
            fault = marks.read
        case "daily_ceiling" if marks.first_day:
            because = f"plafond du premier jour d'envoi atteint ({sight.daily_ceiling} lettres)"
        case _:
            pass
    if fault is not None:
        because = f"{because} ; {fault.because}"
    if refusal.again_on is not None:
        opens = time.fromisoformat(sight.send_from)
        again_at = datetime.combine(refusal.again_on, opens, PARIS)
    return _cause(check, because, since=since, again_at=again_at)


def _of_marks(marks: Marks, sight: Sight) -> list[Cause]:
    found = []
    if marks.alive_at is not None and sight.now - marks.alive_at > SILENT_AFTER:
        at = f"{marks.alive_at.astimezone(PARIS):%d/%m/%Y %H:%M}"
        because = f"le service ne tourne pas, ou n'écrit plus (dernier signe le {at})"
        found.append(_cause(SERVICE, because, since=marks.alive_at))
    if marks.account is not None:
        because = f"compte d'envoi refusé : {marks.account.because}"
        found.append(_cause(ACCOUNT, because, since=marks.account.since))
    elif marks.server is not None:
        found.append(_cause(SERVER, marks.server.because, since=marks.server.since))
    if marks.silent is not None:
        because = f"le serveur d'envoi ne dit plus s'il prend les lettres ({marks.silent.because})"
        found.append(_cause(SILENT, because, since=marks.silent.since))
    if marks.plan is not None:
        because = f"les lettres ne se préparent plus : {marks.plan.because}"
        found.append(_cause(PLANNED, because, since=marks.plan.since))
    return found


def _inbox_stale_since(sight: Sight) -> datetime | None:
    read_at = sight.inbox_read_at
    if read_at is None or read_at > sight.now:
        return None
    return read_at + timedelta(minutes=sight.inbox_max_age_minutes)


def _ledger_stale_since(sight: Sight) -> datetime | None:
    """The first midnight from which on that ledger is older than the noon that is asked for."""
    synced = sight.ledger_synced_at
    if synced is None or synced > sight.now:
        return None
    day = synced.astimezone(PARIS).date() + ONE_DAY
    while day < sight.today:
        if datetime.combine(business_day_before(day), time(12), PARIS) > synced:
            break
        day += ONE_DAY
    return datetime.combine(day, time(0), PARIS)


def sentence(found: tuple[Cause, ...]) -> str:
    """In one sentence whether letters leave, and if not why and since when."""
    if not found:
        return "Les lettres partent."
    first = found[0]
    others = sum(1 for cause in found[1:] if cause.nature is not Nature.USUAL)
    more = f" (et {others} autre{'s' if others > 1 else ''} cause{'s' if others > 1 else ''})"
    when = f" depuis le {moment(first.since)}" if first.since else " pour l'instant"
    back = f" ; reprise le {moment(first.again_at)}" if first.again_at else ""
    why = first.because
    if len(why) > SENTENCE_SIGNS_MAX:
        why = f"{why[:SENTENCE_SIGNS_MAX].rsplit(' ', 1)[0]} …"
    return f"Aucune lettre ne part{when} : {why}{more if others else ''}{back}."


def moment(at: datetime) -> str:
    """« 21/11/2026 à 08:30 », Paris time."""
    return f"{at.astimezone(PARIS):%d/%m/%Y à %H:%M}"
