"""Whom to write to, as the ledger, messages and humans change it."""

from relance_mailer.dossier.values import Contact


def merged(
    before: tuple[Contact, ...], told_before: tuple[Contact, ...], told: tuple[Contact, ...]
) -> tuple[Contact, ...]:
    """Only what the ledger newly says is taken over: what humans or messages changed stays."""
    new = tuple(contact for contact in told if contact not in told_before)
    taken_away = {c.email for c in told_before} - {c.email for c in told}
    gone = taken_away | {contact.email for contact in new}
    return new + tuple(contact for contact in before if contact.email not in gone)


def with_contact(
    contacts: tuple[Contact, ...], contact: Contact, replaces: str
) -> tuple[Contact, ...]:
    """The newcomer stands first: among contacts of one role the first one is written to."""
    gone = {contact.email, replaces}
    return (contact, *(c for c in contacts if not c.email or c.email not in gone))
