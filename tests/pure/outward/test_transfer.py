"""A SEPA transfer that can be coded: every value fits, or there is none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from relance_mailer.dossier.values import Answer
from relance_mailer.outward.transfer import Transfer, transfer, transfer_of
from relance_mailer.words import Segment
from values.letters import answer_letter, level_letter

SOUND = {
    "name": "Brézance Matériel",
    "iban": "FR76 3000 1007 9412 3456 7890 185",
    "bic": "BDFEFRPPCCT",
    "amount": Decimal("1578.73"),
    "currency": "EUR",
    "remittance": "BZ-2003-K7Q2M",
}


def made(**changed: object) -> Transfer | None:
    return transfer(**{**SOUND, **changed})  # type: ignore[arg-type]  # a table of any values


def test_un_virement_complet() -> None:
    assert made() == Transfer(
        name="Brézance Matériel",
        iban="FR7630001007941234567890185",
        bic="BDFEFRPPCCT",
        amount=Decimal("1578.73"),
        remittance="BZ-2003-K7Q2M",
    )
    assert made(bic="") is not None
    assert made(amount=Decimal("999999999.99")) is not None
    assert made(name="N" * 70, remittance="R" * 140) is not None
    assert made(name="é" * 70, remittance="R" * 80) is not None


UNFIT: tuple[tuple[str, dict[str, object]], ...] = (
    ("un IBAN dont la clé est fausse", {"iban": "FR7630001007941234567890186"}),
    ("un IBAN tronqué", {"iban": "FR76300010079412"}),
    ("aucun IBAN", {"iban": ""}),
    ("un BIC qui n'en est pas un", {"bic": "BANQUE"}),
    ("une autre monnaie", {"currency": "GBP"}),
    ("rien à payer", {"amount": Decimal("0.00")}),
    ("moins que rien", {"amount": Decimal("-1.00")}),
    ("trop pour un virement", {"amount": Decimal("1000000000.00")}),
    ("un nom trop long", {"name": "N" * 71}),
    ("aucun nom", {"name": " "}),
    ("une référence trop longue", {"remittance": "R" * 141}),
    ("trop d'octets", {"name": "é" * 70, "remittance": "é" * 140}),
    ("aucune référence", {"remittance": ""}),
)


@pytest.mark.parametrize("story, changed", UNFIT, ids=[case[0] for case in UNFIT])
def test_ce_qui_ne_se_code_pas(story: str, changed: dict[str, object]) -> None:
    assert made(**changed) is None


def test_le_virement_paie_tout_ce_que_la_lettre_demande() -> None:
    letter = level_letter("reminder_3")
    asked = transfer_of(letter)
    assert asked is not None
    assert asked.amount == letter.demanded > letter.total
    assert asked.remittance == letter.mark.strip("[]")


def test_les_lettres_qui_ne_demandent_pas_d_argent_n_en_ont_pas() -> None:
    assert transfer_of(level_letter("pre_due")) is None
    assert transfer_of(answer_letter(Answer.THANKS)) is None
    assert transfer_of(answer_letter(Answer.PROOF_REQUEST)) is None
    assert transfer_of(level_letter("reminder_1", Segment.PUBLIC)) is None
    assert transfer_of(answer_letter(Answer.DUPLICATE)) is not None
    assert transfer_of(replace(level_letter("reminder_1"), currency="CHF")) is None
