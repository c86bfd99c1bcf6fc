"""Whom to write to, as the ledger, messages and humans change it."""

from dataclasses import replace

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact


def merged(
    before: tuple[Contact, ...], told_before: tuple[Contact, ...], told: tuple[Contact, ...]
) -> tuple[Contact, ...]:
    """Only what the ledger newly says is taken over: what humans or messages changed stays."""
    new = tuple(contact for contact in told if contact not in told_before)
    taken_away = {c.email for c in told_before} - {c.email for c in told}
    gone = taken_away | {contact.email for contact in new}
    return new + tuple(contact for contact in before if contact.email not in gone)


def proposed_by(dossier: Dossier, event: e.ContactProposed) -> Dossier:
    """The dossier once a message named a new address: taken over, or waiting for a yes."""
    if not event.taken_over:
        return replace(dossier, proposed=(*dossier.proposed, event))
    contact = Contact(email=event.email, name=event.name)
    # A yes was given to a letter for somebody else.
    return replace(
        dossier, approvals=(), contacts=with_contact(dossier.contacts, contact, event.replaces)
    )


def with_contact(
    contacts: tuple[Contact, ...], contact: Contact, replaces: str
) -> tuple[Contact, ...]:
    """The newcomer stands first: among contacts of one role the first one is written to."""
    gone = {contact.email, replaces}
    return (contact, *(c for c in contacts if not c.email or c.email not in gone))


def contact_changed(dossier: Dossier, event: e.ContactChanged) -> Dossier:
    """The dossier once a human added, confirmed, replaced or removed a contact."""
    email = event.contact.email
    contacts = tuple(c for c in dossier.contacts if c.email != email)
    if not event.removed:
        contacts = with_contact(dossier.contacts, event.contact, event.replaces)
    return replace(
        dossier,
        approvals=(),
        contacts=contacts,
        proposed=tuple(p for p in dossier.proposed if p.email != email),
        bounced=tuple(address for address in dossier.bounced if address != email),
        absent=tuple(row for row in dossier.absent if row[0] != email),
    )
