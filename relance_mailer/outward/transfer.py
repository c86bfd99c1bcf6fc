"""A SEPA transfer as a letter asks for it: what a banking application reads from its picture.

EPC069-12: name of the beneficiary ≤ 70 signs, IBAN, BIC optional inside the EEA, amount in euros
from 0.01 to 999 999 999.99, remittance text ≤ 140 signs. A value that does not fit gives no
transfer: the words of the letter are enough to pay.
"""

from dataclasses import dataclass
from decimal import Decimal

from relance_mailer.dossier.values import Answer, bic_is_sound, iban_is_sound
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.listing import PRE_DUE
from relance_mailer.words import Segment

NAME_MAX = 70
REMITTANCE_MAX = 140
TEXT_BYTES_MAX = 220  # name and remittance together: the whole code holds 331 bytes
AMOUNT_MIN = Decimal("0.01")
AMOUNT_MAX = Decimal("999999999.99")


@dataclass(frozen=True, kw_only=True, slots=True)
class Transfer:
    """A transfer that can be coded: every value was checked."""

    name: str
    iban: str  # without blanks
    bic: str  # may be empty
    amount: Decimal
    remittance: str


def transfer(
    *, name: str, iban: str, bic: str, amount: Decimal, currency: str, remittance: str
) -> Transfer | None:
    """The transfer of these values, None when one of them may not stand in a code."""
    plain_iban, plain_bic = "".join(iban.split()).upper(), "".join(bic.split()).upper()
    plain_name, reference = " ".join(name.split()), " ".join(remittance.split())
    sound = (
        currency == "EUR"
        and AMOUNT_MIN <= amount <= AMOUNT_MAX
        and iban_is_sound(plain_iban)
        and (not plain_bic or bic_is_sound(plain_bic))
        and 0 < len(plain_name) <= NAME_MAX
        and 0 < len(reference) <= REMITTANCE_MAX
        and len((plain_name + reference).encode("utf-8")) <= TEXT_BYTES_MAX
    )
    if not sound:
        return None
    return Transfer(
        name=plain_name, iban=plain_iban, bic=plain_bic, amount=amount, remittance=reference
    )


def transfer_of(letter: Letter) -> Transfer | None:
    """The transfer that pays what a letter asks for; None for a letter that asks for none.

    A public accountant pays by his own means; a letter before the due date asks for nothing yet.
    """
    asks = letter.is_level or letter.template == Answer.DUPLICATE.value
    if not asks or letter.template == PRE_DUE or letter.debtor.segment is Segment.PUBLIC:
        return None
    return transfer(
        name=letter.sender.creditor_name,
        iban=letter.sender.iban,
        bic=letter.sender.bic,
        amount=letter.demanded,
        currency=letter.currency,
        remittance=letter.mark.strip("[]"),
    )


def picture_id(letter: Letter) -> str:
    """The Content-ID of the code's picture in that letter, without its brackets."""
    return f"virement.{letter.token}@relance"
