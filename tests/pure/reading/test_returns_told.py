"""The day of return as automata and desks tell it, in many hands."""

from datetime import date, datetime, timedelta, timezone

import pytest

from relance_mailer.reading.absences import returns_on

TUESDAY = datetime(2026, 3, 3, 10, 0, tzinfo=timezone(timedelta(hours=1)))
TOLD = {
    "Je suis absente, de retour le lundi 9.": "2026-03-09",
    "Absent jusqu'au 14 inclus.": "2026-03-16",
    "Je serai de nouveau joignable à partir du 12 mars.": "2026-03-12",
    "Je reprends mardi.": "2026-03-10",
    "Je reprends mardi prochain, à très vite.": "2026-03-10",
    "Fermeture annuelle du 2 au 22 août.": "2026-08-24",
    "En congé maternité jusqu'en septembre.": "2026-10-01",
    "Je suis en congé maternité jusqu'à fin juin.": "2026-07-01",
    "Absente du 3 au 7.": "2026-03-09",
    "I'm on leave until Monday 16 March, when I'll be back at my desk.": "2026-03-16",
    "Absente jusqu'au 16 mars, date à laquelle je reprends.": "2026-03-16",
    "I'm on leave until Monday 16 March, urgent matters to Tom.": "2026-03-17",
    "Absent semaine 11.": "2026-03-16",
    "Je suis en congés les semaines 11 et 12.": "2026-03-23",
    "Absent jusqu'à vendredi.": "2026-03-09",
    "Absente jusqu'à vendredi inclus, puis de retour lundi.": "2026-03-09",
    "En déplacement jusqu'à jeudi.": "2026-03-06",
    "En formation cette semaine, retour lundi.": "2026-03-09",
    "Absent le 5 et le 6 mars.": "2026-03-09",
    "L'entreprise sera fermée du vendredi 10 juillet au soir au lundi 3 août au "
    "matin.": "2026-08-03",
    "Réouverture le lundi 24 août à 8 h.": "2026-08-24",
    "La société est fermée tout le mois d'août.": "2026-09-01",
    "L'atelier est fermé tout août. On remet les mains dans le cambouis le mardi 1er "
    "septembre.": "2026-09-01",
    "Je suis absente et serai de retour lundi.": "2026-03-09",
    "Je rentre de congés le 16 mars au matin.": "2026-03-16",
    "Absence du 02/03/2026 au 13/03/2026.": "2026-03-16",
    "Absent(e) du 2 au 13/03.": "2026-03-16",
    "Je suis en vacances, retour au bureau le 23.": "2026-03-23",
    "Actuellement en arrêt jusqu'au 31 mars.": "2026-04-01",
    "Absente pour la journée.": "2026-03-04",
    "Je suis absent ce jour et demain.": "2026-03-05",
    "Je suis absent aujourd'hui, de retour demain matin.": "2026-03-04",
    "Absent mercredi et jeudi.": "2026-03-06",
    "Je ne suis pas au bureau ce mercredi, je vous réponds jeudi.": "2026-03-05",
    "Je serai absent à compter du 4 mars et de retour le 18.": "2026-03-18",
    "Absent à partir du 5 mars jusqu'au 20 mars.": "2026-03-23",
    "En congés jusqu'au 6, je traiterai vos messages à mon retour.": "2026-03-09",
    "Cabinet fermé jusqu'au lundi 16 mars, 9 h.": "2026-03-17",
    "Le service est fermé entre le 23 et le 27 mars.": "2026-03-30",
    "Je suis en congé sabbatique jusqu'au 1er septembre 2026.": "2026-09-02",
    "Congés d'été : du 1er au 23 août inclus.": "2026-08-24",
    "Je suis indisponible pour une semaine, retour le 10.": "2026-03-10",
    "De retour parmi vous le jeudi 12 mars.": "2026-03-12",
    "Je serai à nouveau disponible dès lundi.": "2026-03-09",
    "Reprise lundi 9 mars.": "2026-03-09",
    "Absent, reprise d'activité prévue le 30 mars.": "2026-03-30",
    "Retour prévu : 17/03.": "2026-03-17",
    "Absente. Retour : lundi 16.": "2026-03-16",
    "Je pars en congés ce soir et reviens le 19.": "2026-03-19",
    "Je suis en RTT vendredi 6 mars, de retour lundi 9 mars.": "2026-03-09",
    "I am out of the office until Monday 16 March.": "2026-03-17",
    "I'm away until the 12th inclusive.": "2026-03-13",
    "I will be out from 2 March to 6 March, returning Monday 9 March.": "2026-03-09",
    "On annual leave, back 23/03.": "2026-03-23",
    "Out of office today, back tomorrow.": "2026-03-04",
    "Away this week.": "2026-03-09",
    "Back in the office on Thursday.": "2026-03-05",
    "Ich bin bis zum 13. März nicht im Büro.": "2026-03-16",
    "Ich bin ab dem 16. März wieder erreichbar.": "2026-03-16",
    "Estoy de vacaciones hasta el 15 de marzo.": "2026-03-16",
    "Sono in ferie fino al 13 marzo.": "2026-03-16",
    "Absent une semaine à partir du 9 mars.": "2026-03-16",
    "Je suis absente trois semaines à compter d'aujourd'hui.": "2026-03-24",
    "Absent jusqu'à la fin de la semaine.": "2026-03-09",
    "En congés jusqu'à la fin du mois.": "2026-04-01",
    "De retour semaine 12.": "2026-03-16",
    "De retour en semaine 13.": "2026-03-23",
    "Je serai de retour dans quinze jours.": "2026-03-18",
    "Je suis absente pour 10 jours.": "2026-03-13",
    "Absent jusqu'au 9 mars (retour le 10).": "2026-03-10",
    "Nous rouvrons nos portes le 7 avril.": "2026-04-07",
    "Télétravail le vendredi.": None,
    "Nos bureaux sont ouverts du lundi au vendredi.": None,
    "Absente depuis le 2 mars, mon retour est fixé au 20.": "2026-03-20",
    "Mon retour est prévu pour le 20 mars.": "2026-03-20",
    "Je reprendrai mon poste le 1er avril.": "2026-04-01",
    "Présent de nouveau au bureau à compter du mercredi 11.": "2026-03-11",
    "Je ne serai pas disponible avant mercredi 11 mars.": "2026-03-11",
    "Pas de réponse avant le 16 mars.": "2026-03-16",
    "Je suis absent du bureau jusqu'à mardi prochain inclus.": "2026-03-11",
    "Absent 3-6 mars.": "2026-03-09",
    "OOO 2–13 March.": "2026-03-16",
    "Congés : 2 mars - 13 mars": "2026-03-16",
    "En congés du 28/02 au 08/03/26 inclus": "2026-03-09",
    "Absente jusqu'à nouvel ordre.": None,
    "Nous sommes fermés jusqu'au jeudi de l'Ascension.": "2026-05-15",
    "Je suis actuellement en congés et je serai de retour au travail le Lundi 23 Mars "
    "2026.": "2026-03-23",
    "Je m'absente une quinzaine et retrouve mon bureau le 18.": "2026-03-18",
    "Fermeture pour travaux, nous vous retrouverons avec plaisir le mardi 17 mars.": "2026-03-17",
    "Ouverture à nouveau le 12.": "2026-03-12",
    "Je suis en congés. Je lirai votre message le 16 mars.": "2026-03-16",
    "Je suis en congés et vous répondrai lundi 16.": "2026-03-16",
    "Absent ; vos messages seront lus à mon retour, mercredi 11.": "2026-03-11",
    "Je suis absente. À mon retour le 16, je prendrai connaissance de votre message.": "2026-03-16",
}


@pytest.mark.parametrize("text", TOLD)
def test_an_automaton_is_back(text: str) -> None:
    expected = TOLD[text]
    found = returns_on(text, TUESDAY, by_machine=True)
    assert found == (date.fromisoformat(expected) if expected else None)


OF_NOBODY = [
    "Je rentre la caisse samedi soir et je vous vire les 1 290 lundi prochain.",
    "Il rentre le dimanche 29 et je posterai le chèque le lendemain.",
    "One of our trustees is at sea, he's due back on the 9th; the money leaves the Monday after.",
    "Je suis seule au secrétariat depuis la rentrée, le chèque part jeudi soir.",
    "Notre président revient le 12, il signera et je poste le 13.",
    "Nous rentrons les foins jusqu'à samedi, je vous règle dimanche.",
    "Elle est en congés, elle rentre le 16 et le virement part le 17.",
]


@pytest.mark.parametrize("text", OF_NOBODY)
def test_who_promises_waits_for_no_one_elses_return(text: str) -> None:
    assert returns_on(text, TUESDAY, of_the_writer=True) is None


OF_THE_WRITER = {
    "Je suis en congés à partir de demain, retour le 9 mars, et je vous paie le 10.": "2026-03-09",
    "Je rentre le 16 et je fais le virement le 17.": "2026-03-16",
    "I'm back on the 12th and will pay you on the 13th.": "2026-03-12",
}


@pytest.mark.parametrize("text", OF_THE_WRITER)
def test_who_promises_may_be_away_himself(text: str) -> None:
    expected = date.fromisoformat(OF_THE_WRITER[text])
    assert returns_on(text, TUESDAY, of_the_writer=True) == expected


NO_RETURN = [
    "Votre message est enregistré, réponse sous 15 jours ouvrés.",
    "Le secrétariat répond du lundi au vendredi. Urgences : appelez le 04 76 00 18 18.",
    "En décembre c'est le rush, je réponds le soir et parfois pas du tout.",
    "J'ai quitté la société le 31 mars. Paul reprend mes dossiers.",
    "Cette boîte n'est plus relevée depuis le 1er mars.",
]


@pytest.mark.parametrize("text", NO_RETURN)
def test_a_machine_that_names_a_day_is_not_always_away(text: str) -> None:
    assert returns_on(text, TUESDAY, by_machine=True) is None


@pytest.mark.parametrize(
    "text",
    [
        "Le secrétariat a bien reçu votre courriel. Il est ouvert le mardi et le vendredi.",
        "La mairie est ouverte au public le lundi, le mercredi et le jeudi.",
        "La mairie est ouverte au public les lundi, mardi et jeudi.",
        "La présente boîte sera fermée à la fin du trimestre.",
    ],
)
def test_opening_days_and_a_mailbox_that_closes_are_no_return(text: str) -> None:
    assert returns_on(text, TUESDAY, by_machine=True) is None
