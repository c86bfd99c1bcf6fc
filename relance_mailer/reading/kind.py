"""The nature of a message: written by a person, or one of the five things that are not.

Order of the questions, first yes wins (contract §1): complaint, read receipt, report of
delivery, challenge, bounce by words, internal, mass mail, automaton, solicitation, other business;
what remains is a person. This file is the one door of flufl.bounce, a voter among others.
"""

import re
from dataclasses import dataclass
from email.message import Message

from flufl.bounce import all_failures

from relance_mailer.reading import automata, bounces, challenges, unrelated
from relance_mailer.reading.message import Incoming
from relance_mailer.reading.permanence import Bounce
from relance_mailer.words import Kind, Permanence

_RECEIPT_SUBJECT = re.compile(
    r"^\W*(?:(?:lu|ouvert|affiché|non lu|supprimé sans avoir été lu|read|not "
    r"read|gelesen|ungelesen|leído|"
    r"letto|non letto)\s*:"
    r"|(?:accusé|confirmation|avis) de (?:lecture|réception \((?:affiché|lu)\))|(?:return|"
    r"read) receipt|lesebestätigung|confirmación de lectura|conferma di lettura|remis\s*:|"
    r"relayé\s*:|disposition notification|delivered\s*:|relayed\s*:)",
    re.IGNORECASE,
)
_RECEIPT_WORDS = re.compile(
    r"(?:a (?:bien )?été|was|wurde|has been) (?:[\w.:]+ "
    r"){0,6}?(?:lu|affiché|ouvert|read|displayed|opened|"
    r"deleted without being read|supprimé sans avoir été lu|gelesen|angezeigt)\b|message lu le "
    r"\d|accusé de (?:lecture|réception pour le courrier)|"
    r"return receipt|confirmation de lecture|sans avoir été lu",
    re.IGNORECASE,
)
_REMITTED_WORDS = re.compile(
    r"(?:a|ont) (?:bien )?été (?:bien )?(?:remis|relayé|délivré|distribué|transmis)e?s?\b|remise "
    r".{0,60}terminée"
    r"|(?:has been|was|were) (?:successfully )?(?:delivered|relayed)|delivery "
    r".{0,60}(?:complete|success)",
    re.IGNORECASE,
)
_COMPLAINT_SUBJECT = re.compile(r"^complaint about message from [\d.:a-f]+", re.IGNORECASE)
_REFUSED_WORDS = re.compile(
    r"automatically rejected|rejeté automatiquement|was rejected by|quota exceeded", re.IGNORECASE
)
_FREE_MAIL = frozenset(
    "gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net yahoo.fr yahoo.com "
    "hotmail.fr hotmail.com outlook.fr outlook.com live.fr icloud.com aol.com proton.me".split()
)
_FLUFL_CHARACTERS_MAX = 20_000


@dataclass(frozen=True, kw_only=True, slots=True)
class KindReading:
    """What `kind_of` found.

    `by_topic`: unrelated by what it speaks of only; a known invoice or reference makes it human.
    `doubts`: `complaint`, `address_dead`, `person_gone`, `internal_forward`, `encrypted`, and
    `speaks_of_claim`: sent by a machine, yet it contests or tells of insolvency (desks that answer
    by hand through a ticket system mark their mails as automatic).
    """

    kind: Kind
    permanence: Permanence | None = None
    expired: bool = False
    mailbox_full: bool = False
    recipients: tuple[str, ...] = ()
    reason: str = ""
    original_message_ids: tuple[str, ...] = ()
    complaint: bool = False
    by_topic: bool = False
    doubts: tuple[str, ...] = ()


def kind_of(incoming: Incoming) -> KindReading:
    """The nature of the message, from the message alone, and what a bounce says."""
    own = automata.own_part(incoming.text)
    if (
        incoming.feedback_type
        or incoming.report_type == "feedback-report"
        or (_COMPLAINT_SUBJECT.search(incoming.subject) and incoming.forwarded)
    ):
        return KindReading(
            kind=Kind.AUTO_REPLY,
            complaint=True,
            doubts=("complaint",),
            original_message_ids=incoming.original_message_ids,
        )
    if _is_receipt(incoming):
        return KindReading(
            kind=Kind.READ_RECEIPT, original_message_ids=incoming.original_message_ids
        )
    if reported := bounces.by_report(incoming):
        return _bounced(reported)
    if challenges.is_challenge(incoming, own):
        return KindReading(kind=Kind.CHALLENGE)
    auto = automata.is_auto_by_headers(incoming)
    vacation = auto and not bounces.is_daemon(incoming)
    if (worded := bounces.by_words(incoming, votes=_flufl_votes(incoming))) and not (
        vacation and not worded.recipients
    ):
        return _bounced(worded)
    return _of_mail(incoming, own, auto=auto)


def _of_mail(incoming: Incoming, own: str, *, auto: bool) -> KindReading:
    """What no mail system sent: automaton (`auto`: its headers say so), unrelated or a person."""
    if unrelated.is_internal(incoming, _own_domains(incoming)):
        passed = re.search(r"^\W*(?:tr|fwd?)\s*:", incoming.subject, re.IGNORECASE)
        return KindReading(kind=Kind.UNRELATED, doubts=("internal_forward",) if passed else ())
    if unrelated.is_mass_mail(incoming):
        return KindReading(kind=Kind.UNRELATED)
    if unrelated.is_notice(incoming, own):
        return KindReading(kind=Kind.UNRELATED, by_topic=True)
    if auto or automata.is_auto_by_words(incoming, own):
        return KindReading(kind=Kind.AUTO_REPLY, doubts=_auto_doubts(own))
    if unrelated.is_solicitation(incoming, own):
        return KindReading(kind=Kind.UNRELATED, by_topic=True)
    if unrelated.is_other_business(incoming, own):
        return KindReading(kind=Kind.UNRELATED, by_topic=True)
    closed = any("chiffré" in odd or "winmail.dat" in odd for odd in incoming.oddities)
    return KindReading(kind=Kind.HUMAN, doubts=("encrypted",) if closed and not own else ())


def _auto_doubts(own: str) -> tuple[str, ...]:
    doubts = []
    if automata.ADDRESS_DEAD.search(own) or automata.ADDRESS_GONE.search(own):
        doubts.append("address_dead")
    if automata.PERSON_GONE.search(own):
        doubts.append("person_gone")
    if automata.SPEAKS_OF_CLAIM.search(own):
        doubts.append("speaks_of_claim")
    return tuple(doubts)


def _is_receipt(incoming: Incoming) -> bool:
    if incoming.disposition or incoming.report_type == "disposition-notification":
        # Dovecot's sieve sends its refusals as receipts "deleted" (Auto-Submitted: … (rejected)).
        refused = "rejected" in incoming.header("auto-submitted")
        return not (refused or _REFUSED_WORDS.search(incoming.text))
    if incoming.reports or not _RECEIPT_SUBJECT.search(incoming.subject):
        return False
    remitted = bounces.is_daemon(incoming) and _REMITTED_WORDS.search(incoming.text)
    return bool(remitted or _RECEIPT_WORDS.search(incoming.text)) or not incoming.text.strip()


def _bounced(found: Bounce) -> KindReading:
    if found.success:
        return KindReading(
            kind=Kind.READ_RECEIPT,
            recipients=found.recipients,
            original_message_ids=found.original_message_ids,
        )
    return KindReading(
        kind=Kind.BOUNCE,
        permanence=found.permanence,
        expired=found.expired,
        mailbox_full=found.mailbox_full,
        recipients=found.recipients,
        reason=found.reason,
        original_message_ids=found.original_message_ids,
    )


def _own_domains(incoming: Incoming) -> frozenset[str]:
    """Our own domains, as the delivery headers name them; a free-mail one is nobody's house.

    Without such headers a message is a house's own only if all its recipients are: a debtor may
    write to a colleague and copy us.
    """
    delivered = " ".join(
        incoming.header(name) for name in ("delivered-to", "x-original-to", "envelope-to")
    )
    found = set(re.findall(r"@([\w.-]+)", delivered.lower()))
    if not found:
        told = {one.domain for one in (*incoming.to, *incoming.cc)}
        found = told if len(told) == 1 else set()
    return frozenset(found) - _FREE_MAIL - {""}


def _flufl_votes(incoming: Incoming) -> int:
    """1 when flufl.bounce names a failed recipient, 2 when the subject is a report's as well.

    Asked only of what looks machine-made: on persons' mail its patterns find addresses too.
    """
    empty_path = incoming.header("return-path").strip() == "<>"
    reported = bounces.has_bounce_subject(incoming)
    if not (bounces.is_daemon(incoming) or empty_path or reported):
        return 0
    message: Message[str, str] = Message()
    # One of its detectors trips over a sender without address, and logs it.
    message["from"] = incoming.sender.address or "unknown@sender.invalid"
    for name in ("subject", "x-failed-recipients"):
        if value := incoming.header(name):
            message[name] = value
    message["Content-Type"] = "text/plain; charset=utf-8"
    message.set_payload(incoming.text[:_FLUFL_CHARACTERS_MAX])
    try:
        temporary, permanent = all_failures(message)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError):
        return 0
    return (1 + reported) if temporary or permanent else 0
