"""What the debtors of these tests write back, as people write."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.utils import format_datetime
from random import Random

from chaos.folder import Debt
from relance_mailer.dossier.phases import Phase
from relance_mailer.people.mails import Desk, opened

SAYINGS: tuple[tuple[str, Phase], ...] = (
    ("Bonjour, nous réglerons cette facture par virement le 28 octobre 2026.", Phase.HELD),
    ("Bonjour, nous contestons cette facture : la moitié du lot est arrivée cassée.", Phase.REVIEW),
    ("Vous êtes des escrocs et des voleurs, allez vous faire foutre.", Phase.LEGAL),
    ("Nous refusons de payer, vous n'aurez pas un centime.", Phase.LEGAL),
    ("Bonjour, bien reçu, je transmets à notre service comptable.", Phase.HELD),
    ("Bonjour, pouvez-vous m'envoyer un duplicata de la facture ?", Phase.HELD),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """A debtor's mail: its bytes, its name, and where it must leave the dossier."""

    debt: Debt
    raw: bytes
    message_id: str
    leads_to: Phase


def reply(
    debt: Debt,
    chance: Random,
    *,
    to: str,
    at: datetime,
    answers: str = "",
    which: int | None = None,
) -> Reply:
    """One of the sayings, in answer to a letter or out of the blue."""
    text, leads_to = chance.choice(SAYINGS) if which is None else SAYINGS[which]
    message_id = f"{chance.getrandbits(64):016x}@poste.{debt.email.partition('@')[2]}"
    mail = EmailMessage()
    mail["From"] = f"Anne Le Gall <{debt.email}>"
    mail["To"] = to
    mail["Subject"] = f"Re: facture {debt.invoice}"
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{message_id}>"
    if answers:
        mail["In-Reply-To"] = answers
        mail["References"] = answers
    mail.set_content(f"{text}\n\nAnne Le Gall\n")
    return Reply(debt=debt, raw=mail.as_bytes(), message_id=message_id, leads_to=leads_to)


def returned(debt: Debt, letter: bytes, chance: Random, *, to: str, at: datetime) -> Reply:
    """The report of a server that took the letter and found nobody (RFC 3464)."""
    raw = Desk(chance, to).bounce(debt.email, opened(letter, at), at, full=False)
    message_id = str(message_from_bytes(raw)["Message-ID"]).strip("<>")
    return Reply(debt=debt, raw=raw, message_id=message_id, leads_to=Phase.REVIEW)


def newsletter(chance: Random, *, to: str, at: datetime) -> bytes:
    """A mail that concerns no claim."""
    mail = EmailMessage()
    mail["From"] = "Salon du Bâtiment <lettre@salon-batiment.example>"
    mail["To"] = to
    mail["Subject"] = "Newsletter : trois jours pour rencontrer vos fournisseurs"
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{chance.getrandbits(64):016x}@salon-batiment.example>"
    mail["List-Unsubscribe"] = "<https://salon-batiment.example/non>"
    mail["Precedence"] = "bulk"
    mail.set_content(
        "Retrouvez-nous au salon du 3 au 5 novembre.\n\n"
        "Pour vous désinscrire de cette newsletter, cliquez ici.\n"
    )
    return mail.as_bytes()


def from_a_stranger(chance: Random, *, to: str, at: datetime) -> bytes:
    """A mail that speaks of a debt, from somebody of whom nobody knows."""
    mail = EmailMessage()
    mail["From"] = "Loïc Perrot <loic.perrot@inconnu.example>"
    mail["To"] = to
    mail["Subject"] = "Votre relance"
    mail["Date"] = format_datetime(at)
    mail["Message-ID"] = f"<{chance.getrandbits(64):016x}@inconnu.example>"
    mail.set_content("Bonjour,\n\nNous contestons la facture dont vous parlez.\n\nLoïc Perrot\n")
    return mail.as_bytes()
