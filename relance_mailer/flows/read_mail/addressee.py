"""To whom a message was written, as reading it asks: what another process is told of a creditor."""

from dataclasses import dataclass, fields
from datetime import date

from relance_mailer.dossier.values import CreditorId
from relance_mailer.flows.house import Creditor


@dataclass(frozen=True, kw_only=True, slots=True)
class Addressee:
    """The part of a creditor that decides whose a message is and who wrote it."""

    id: CreditorId
    mailbox: str
    token_key: bytes
    journal_address: str | None
    own_domains: tuple[str, ...]
    own_addresses: tuple[str, ...]
    trusted_authserv_ids: tuple[str, ...]
    unnamed_authserv_is_trusted: bool
    act_on_messages_since: date | None


Ours = Creditor | Addressee


def addressee(creditor: Creditor) -> Addressee:
    """That part of a creditor."""
    return Addressee(**{one.name: getattr(creditor, one.name) for one in fields(Addressee)})
