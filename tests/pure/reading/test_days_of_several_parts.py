"""Payments in several parts, each with its day, and days on which what has left only arrives."""

from datetime import date, datetime

import pytest

from relance_mailer.reading.understand import read_text

TUESDAY = datetime.fromisoformat("2026-05-12T10:00:00+02:00")

SEVERAL = {
    "Un acompte vendredi ; le solde suivra le 29.": ("2026-05-15", "2026-05-29"),
    "Acompte vendredi. Solde le 29.": ("2026-05-15", "2026-05-29"),
    "La petite part vendredi, la grosse attendra le 29.": ("2026-05-15", "2026-05-29"),
    "Celle de mars sera payée vendredi, celle d'avril le 29.": ("2026-05-15", "2026-05-29"),
    "Mars sera payé le 15 mai et avril le 15 juin.": ("2026-05-15", "2026-06-15"),
    "Nous réglons mars vendredi et avril fin juin.": ("2026-05-15", "2026-06-30"),
    "Vous aurez deux virements : vendredi et le 29.": ("2026-05-15", "2026-05-29"),
    "Vous serez payés en deux temps, vendredi puis le 29.": ("2026-05-15", "2026-05-29"),
    "La facture principale vendredi et les intérêts le 29.": ("2026-05-15", "2026-05-29"),
    "600 € le 29 mai. Pareil le 30 juin.": ("2026-05-29", "2026-06-30"),
    "600 € le 29. Pareil le mois suivant.": ("2026-05-29", "2026-06-29"),
    "800 € ce mois-ci, 800 € le mois prochain.": ("2026-05-31", "2026-06-30"),
    "600 € aujourd'hui, le reste au retour de mes congés le 8 juin.": ("2026-05-12", "2026-06-08"),
    "On part sur 800 le 20, 800 le 20 juin et 452 le 20 juillet.": (
        "2026-05-20",
        "2026-06-20",
        "2026-07-20",
    ),
    "Pour mai, virement le 29 ; pour juin, le 30 juin.": ("2026-05-29", "2026-06-30"),
    "Half on Friday; half at the end of June.": ("2026-05-15", "2026-06-30"),
    "Le premier chèque le 13, le second quinze jours plus tard.": ("2026-05-13", "2026-05-28"),
    "Nous réglerons les 29 mai, 30 juin et 31 juillet.": (
        "2026-05-29",
        "2026-06-30",
        "2026-07-31",
    ),
    # One payment, whose day a second one only tells better.
    "Le virement part vendredi 15, au plus tard lundi 18.": ("2026-05-18",),
    "Le paiement se fera le 29, le 28 étant chômé.": ("2026-05-29",),
    "Vendredi ou lundi vous serez payé.": ("2026-05-18",),
}

NONE_TO_COME = (
    "Je viens de faire le virement, vous l'aurez demain.",
    "Virement exécuté ce matin, il sera chez vous jeudi.",
    "Le chèque est parti hier, vous le recevrez jeudi.",
    "J'ai payé la première, la seconde aussi.",
    "Dans l'attente de votre accord, nous pourrions régler le 30 juin.",
    "Je ne sais pas si je pourrai payer vendredi.",
    "Sans le numéro d'engagement, rien ne sera mandaté le 20.",
    "Le solde sera réglé à la livraison, prévue le 20 mai.",
    "L'autre jour, le 5 mai, je vous ai réglé.",
    "Aucun virement ne partira vendredi.",
)


@pytest.mark.parametrize("text", SEVERAL)
def test_each_part_keeps_its_day(text: str) -> None:
    found = read_text(text, sent_at=TUESDAY).promise_dates
    assert found == tuple(date.fromisoformat(each) for each in SEVERAL[text])


@pytest.mark.parametrize("text", NONE_TO_COME)
def test_no_part_is_to_come(text: str) -> None:
    assert read_text(text, sent_at=TUESDAY).promise_dates == ()
