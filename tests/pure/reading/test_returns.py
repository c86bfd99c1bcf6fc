"""The day on which an absent person is back, however it is told."""

from datetime import date, datetime, timedelta, timezone

import pytest

from relance_mailer.reading.absences import returns_on

TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=timezone(timedelta(hours=1)))
BACK = {
    "Je suis absente du 2 au 13 mars inclus.": (3, 16),
    "De retour le lundi 23 mars.": (3, 23),
    "Absent jusqu'au 12/03.": (3, 13),
    "Je serai de retour demain.": (3, 4),
    "Absente toute la semaine.": (3, 9),
    "En RTT aujourd'hui.": (3, 4),
    "Absent ce jour.": (3, 4),
    "Je suis absent les 10 et 11 mars.": (3, 12),
    "Je réponds à partir du 12 mars.": (3, 12),
    "Je ne suis pas là avant le 16.": (3, 16),
    "Absent 15 jours.": (3, 18),
    "Absente 2 semaines, merci de patienter.": (3, 17),
    "Pas d'accès à mes mails du 4 au 6.": (3, 9),
    "Cabinet fermé jusqu'au mardi 10 mars au soir": (3, 11),
    "I am on leave, back on Monday 16 March.": (3, 16),
    "retour le 12/03": (3, 12),
    "Hors bureau toute la semaine.": (3, 9),
    "Je suis en formation aujourd'hui et demain.": (3, 5),
    "Notre service est fermé entre le 2 et le 6 mars.": (3, 9),
    "Absente à partir du 3 mars midi, de nouveau joignable lundi 9.": (3, 9),
}


@pytest.mark.parametrize("text", BACK)
def test_the_day_of_return(text: str) -> None:
    month, day = BACK[text]
    assert returns_on(text, TUESDAY) == date(2026, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "Absent pour une durée indéterminée.",
        "Je ne travaille pas le mercredi.",
        "Je poste le chèque samedi, je ferme la boutique à midi ce jour-là.",
        "Votre demande est enregistrée, délai moyen de 10 jours ouvrés.",
        "Le délai de réponse est actuellement de trois semaines.",
        "Nous vous répondrons cette semaine.",
    ],
)
def test_no_day_of_return(text: str) -> None:
    assert returns_on(text, TUESDAY) is None
