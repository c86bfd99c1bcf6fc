"""Invoices that a person names by what they cost, as the ledger knows it."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text, with_sums

MONDAY = datetime.fromisoformat("2026-03-02T10:00:00+01:00")
OWED = {
    "F-26/0118": (Decimal("1530.00"),),
    "F-26/0121": (Decimal("1530.00"),),
    "F-26/0126": (Decimal("480.00"), Decimal("380.00")),
    "F-26/0131": (Decimal("218.40"),),
}
TOLD = {
    "Celle de 480 € sera payée vendredi.": ("F-26/0126",),
    "Je règle celle de 380 € vendredi.": ("F-26/0126",),
    "La facture de 218,40 € ne m'est jamais parvenue.": ("F-26/0131",),
    "Pour les 218,40 seriez-vous d'accord pour étaler ?": ("F-26/0131",),
    "Virement des 480 € programmé au 20 mars.": ("F-26/0126",),
    "D'après lui la petite, celle à 218,40 €, n'est pas pour nous.": ("F-26/0131",),
    "The one for £480 goes out on Friday.": ("F-26/0126",),
    "Les deux factures à 1 530,00 € ont été virées hier.": ("F-26/0118", "F-26/0121"),
    "Pour celle de 480 € il manque le bon, et j'ai viré 218,40 hier.": ("F-26/0126", "F-26/0131"),
    "Celle de 1 530 € est contestée.": (),
    "Celle de 512 € est contestée.": (),
    "Je vous fais un virement de 480 € vendredi.": (),
    "Le devis de 480 € était plus bas.": (),
    "Nous avons 480 salariés.": (),
    "Rendez-vous le 12 pour les 218 cartons.": (),
}


@pytest.mark.parametrize("text", TOLD)
def test_an_invoice_is_named_by_its_sum(text: str) -> None:
    found = with_sums(read_text(text, sent_at=MONDAY), OWED)
    assert found.invoices == TOLD[text]


def test_with_one_invoice_there_is_nothing_to_tell_apart() -> None:
    reading = read_text("Celle de 480 € sera payée vendredi.", sent_at=MONDAY)
    assert with_sums(reading, {"F-26/0126": (Decimal("480.00"),)}) == reading
