"""Whom a letter is addressed to: the asked role, else the next lower one known.

Never an address that bounced, that is dead or whose owner is away, never our own mailbox; when
nobody of the ladder can be reached, another contact of the dossier; and when there is none,
nobody: the letter is not written.
"""

import re
from datetime import date

from relance_mailer.dossier.state import Dossier, LetterKept
from relance_mailer.dossier.values import Contact, own_domain
from relance_mailer.words import Role

COMPANY = (Role.LEGAL_REPRESENTATIVE, Role.CFO, Role.CHIEF_ACCOUNTANT, Role.USUAL)
ASSOCIATION = (Role.PRESIDENT, Role.TREASURER, Role.USUAL)
PUBLIC = (Role.HEAD_OF_BODY, Role.PUBLIC_ACCOUNTANT, Role.USUAL)
LADDERS = (COMPANY, ASSOCIATION, PUBLIC)

# A ledger often names a desk where it could name a person: a desk is not greeted by name.
_DESK = re.compile(
    r"\b(?:services?|centre|p[ôo]le|compta\w*|direction|secr[ée]tariat|accueil|tr[ée]sorerie"
    r"|mairie|bureau|d[ée]partement|gestion|factur\w*|achats?|fournisseurs?|finances?|contact"
    r"|administration|équipe|equipe|association|soci[ée]t[ée]|sarl|sas|sa|eurl|sci)\b",
    re.IGNORECASE,
)
_TITLES = (
    (re.compile(r"^(?:mme|madame)\.?\s+", re.IGNORECASE), "Madame "),
    (re.compile(r"^(?:m\.|mr\.?|monsieur)\s+", re.IGNORECASE), "Monsieur "),
)


def ladder_of(role: Role) -> tuple[Role, ...]:
    """The asked role and those below it, the usual contact last."""
    if role is Role.USUAL:
        return (Role.USUAL,)
    ladder = next(ladder for ladder in LADDERS if role in ladder)
    return ladder[ladder.index(role) :]


def reachable(dossier: Dossier, today: date, ours: str = "") -> tuple[Contact, ...]:
    """The contacts of the dossier that a letter of that day may go to, in the ledger's order."""
    away = dict(dossier.absent)  # the last word on an address counts
    return tuple(
        contact
        for contact in dossier.contacts
        if contact.email
        and contact.email != ours
        and contact.email not in dossier.bounced
        and not _is_away(contact.email, away, today)
    )


def _is_away(email: str, away: dict[str, date | None], today: date) -> bool:
    if email not in away:
        return False
    until = away[email]
    return until is None or until > today


def addressee(contacts: tuple[Contact, ...], role: Role) -> Contact | None:
    """The contact for that role among those that can be reached; None only when there is none."""
    for asked in ladder_of(role):
        found = next((contact for contact in contacts if contact.role is asked), None)
        if found:
            return found
    return contacts[0] if contacts else None


def writer(dossier: Dossier, email: str, today: date, ours: str = "") -> Contact | None:
    """The person whom an answer goes back to, None when he is a stranger or out of reach.

    The debtor's own domain (not a free-mail one) and any address that a letter went to are no
    strangers (contract §4); to a stranger nothing of a dossier is ever told.
    """
    known = dossier.known_addresses
    domains = {own_domain(address) for address in known} - {None}
    if email not in known and own_domain(email) not in domains:
        return None
    named = next((contact for contact in dossier.contacts if contact.email == email), None)
    contact = named or Contact(email=email)
    away = dict(dossier.absent)
    if not email or email == ours or email in dossier.bounced or _is_away(email, away, today):
        return None
    return contact


def no_longer_a_contact(dossier: Dossier, letter: LetterKept) -> str:
    """Who of a level's readers was replaced or taken away since it was composed; empty: nobody."""
    known = {contact.email for contact in dossier.contacts}
    gone = [email for email in letter.to + letter.cc if email not in known]
    return f"{', '.join(gone)} n'est plus un contact du dossier" if gone else ""


def greeting_name(contact: Contact) -> str:
    """The name that the greeting may use, with the title when the ledger gives it; else nothing."""
    name = " ".join(contact.name.split())
    if not name or "@" in name or any(sign.isdigit() for sign in name) or _DESK.search(name):
        return ""
    for pattern, title in _TITLES:
        if pattern.search(name):
            return title + _surname(pattern.sub("", name))
    return name


def _surname(name: str) -> str:
    """After a title the surname alone is used, where two words leave no doubt which one it is."""
    given, _, surname = name.partition(" ")
    in_doubt = " " in surname or not surname or given.isupper() or given.lower() in _PARTICLES
    return name if in_doubt else surname


_PARTICLES = frozenset("le la de du des d' van von el ben da di".split())
