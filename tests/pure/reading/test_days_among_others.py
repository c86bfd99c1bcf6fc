"""The day of a promise among the days of letters, absences, other payments and other people."""

from datetime import date, datetime

import pytest

from relance_mailer.reading.understand import read_text

WEDNESDAY = datetime.fromisoformat("2026-10-14T10:00:00+02:00")

TAKES = {
    # Another thing's day gives no month to the day of the payment.
    "Votre relance du 12 a croisé notre décision : paiement le 20.": ("2026-10-20",),
    "Votre facture du 12 est validée, règlement le 30.": ("2026-10-30",),
    "Le duplicata m'est parvenu le 12, je règle au 31.": ("2026-10-31",),
    "Ci-joint copie du chèque daté du 12, posté demain.": ("2026-10-15",),
    "Notre magasin, 12 rue du 8 mai 1945, vous règlera le 20.": ("2026-10-20",),
    "Le solde du chantier de la rue du 11 novembre sera payé le 20.": ("2026-10-20",),
    # A future day of theirs does.
    "Je rentre le 3 novembre et je vous paie le 10.": ("2026-11-10",),
    "Notre comptable rentre le 26 et vous paiera dans la semaine.": ("2026-10-30",),
    # Others are paid on other days.
    "Les salaires partent le 28, les fournisseurs le 30, dont vous.": ("2026-10-30",),
    "Virement mercredi avec les salaires.": ("2026-10-21",),
    # A condition that is none of the payment's.
    "Rappelez-moi lundi si vous n'avez rien reçu, le virement part demain.": ("2026-10-15",),
    "Vous recevrez le justificatif vendredi, le virement part jeudi.": ("2026-10-15",),
    # Two days that stand together.
    "Les échéances du 30 octobre et du 30 novembre seront honorées.": ("2026-10-30", "2026-11-30"),
    "L'échéance du 15 est maintenue, celle du 30 aussi.": ("2026-10-15", "2026-10-30"),
    "Vous serez payé la semaine prochaine, mercredi ou jeudi.": ("2026-10-22",),
    "Le virement sera débité lundi et crédité mardi.": ("2026-10-20",),
    "Je vous fais le chèque dimanche et il partira lundi.": ("2026-10-19",),
    "La 0412 est au règlement du 30/10 et la 0433 à celui du 30/11.": ("2026-10-30", "2026-11-30"),
    "J'ai demandé le report de la traite au 31 octobre, elle sera honorée.": ("2026-10-31",),
    "On attend un gros règlement lundi, et vous êtes le premier servi mardi.": ("2026-10-20",),
}

LEAVES = (
    "C'est moi qui ai payé les 390 euros, mercredi 7.",
    "Je fais le virement ce soir si j'y arrive.",
    "Vous recevrez l'attestation vendredi.",
    "Nous habitons 4 rue du 20 octobre, écrivez-nous là.",
    "Votre relance du 20 ne nous est pas parvenue.",
    "Nos salaires partent le 28.",
    "La facture est datée du 20.",
    "Si vous n'avez rien reçu le 20, rappelez.",
    "Le report de la réunion au 20 nous arrange.",
    "On attend un règlement lundi.",
)


@pytest.mark.parametrize("text", TAKES)
def test_the_day_of_the_payment_is_found(text: str) -> None:
    found = read_text(text, sent_at=WEDNESDAY).promise_dates
    assert found == tuple(date.fromisoformat(each) for each in TAKES[text])


@pytest.mark.parametrize("text", LEAVES)
def test_days_of_other_things_promise_nothing(text: str) -> None:
    assert read_text(text, sent_at=WEDNESDAY).promise_dates == ()
