"""What is promised of several sums, and sums that people write without a sign for money."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

WEDNESDAY = datetime.fromisoformat("2026-06-17T10:00:00+02:00")

STATED = {
    # Of a whole the part that is paid.
    "Je vous règle 400 € sur les 1 200 € dus vendredi.": "400",
    "Vous aurez 600 € des 1 850 € vendredi.": "600",
    "Sur les 2 400 € je peux vous en faire 800 vendredi.": "800",
    "Je vous dois 1 350 €, je vous verse 500 € demain et le reste à la fin du mois.": "500",
    "We can send 400 euros of the 1,200 euros on Friday.": "400",
    # "En deux fois" counts the payments, and each has its sum.
    "Je vous règle en deux fois quatre cents euros le dix juillet et quatre cents le dix août.": (
        "800"
    ),
    "Je règle en deux fois 1000 euros le 10 juillet et 500 le 10 août.": "1500",
    # What comes out of a deduction.
    "Je paie 1 700 € vendredi (1 850 € moins votre avoir de 150 €).": "1700",
    "Je paie vendredi les 1 850 € moins l'avoir de 150 €, soit 1 700 €.": "1700",
    "Votre avoir de 120 € déduit, je verse 520 € vendredi.": "520",
    # Once, although it is said twice.
    "Je vous vire mille huit cent quarante euros (1 840 €) vendredi.": "1840",
    "Je vous vire la somme de 1 840 (mille huit cent quarante) euros vendredi.": "1840",
    # With and without tax.
    "883,33 HT, 1 060 TTC, virement le 30.": "1060",
    "OK 1 060 TTC, virement le 30.": "1060",
    # As people speak.
    "Deux mille cinq, vendredi, promis.": "2500",
    "Mille deux vendredi, je fais le virement.": "1200",
    "Mille huit cents euros vendredi, promis.": "1800",
    # A topic, a rate, a figure beside its day.
    "2 890 : d'accord, ce sera fait vendredi.": "2890",
    "Le mandat de 1 284,60 € a été transmis à la trésorerie, mise en paiement le 26 juin.": (
        "1284.60"
    ),
    "Nous prévoyons 4 310,00 € le 27 juin puis la même somme le 10 juillet.": "8620",
    "Je règle quatre mensualités de 240 € les 20 juin, 20 juillet, 20 août et 20 septembre.": "960",
    # What is contested is not promised.
    "Je paie 940 € vendredi, les 300 € de transport restent contestés.": "940",
    # Two sums of two invoices.
    "920 € pour la 0451 et 430 € pour la 0458 partent vendredi.": "1350",
    "500 € vendredi, le solde (460 €) le 30 juin.": "960",
}

NONE_STATED = (
    "Au-delà de 5 000 € il me faut deux signatures, ce sera donc payé mardi.",
    "Nous payons les 10 et 25, ce sera donc le 25.",
    "Mon client m'a versé 3 000 € hier, je vous règle vendredi.",
    "Le 15 du mois 06, promis, virement.",
    "C'est le dossier 0451, virement vendredi.",
    "Virement vendredi, semaine 25.",
    "Le loyer de 900 € est parti, je vous règle vendredi.",
    "En 2026 nous payons à 30 jours : virement vendredi.",
    "J'ai 3 chantiers en cours, virement vendredi.",
    "Nous avons 12 salariés, vous serez payé vendredi.",
)


@pytest.mark.parametrize("text", STATED)
def test_the_sum_that_is_promised(text: str) -> None:
    assert read_text(text, sent_at=WEDNESDAY).promised_amount == Decimal(STATED[text])


@pytest.mark.parametrize("text", NONE_STATED)
def test_no_sum_is_promised(text: str) -> None:
    assert read_text(text, sent_at=WEDNESDAY).promised_amount is None
