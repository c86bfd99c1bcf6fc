"""When somebody is back, where the word of return stands behind its day or is no French one."""

from datetime import date, datetime

import pytest

from relance_mailer.reading.absences import returns_on

WEDNESDAY = datetime.fromisoformat("2026-07-08T10:00:00+02:00")

BY_A_MACHINE = {
    "En formation à Nîmes, je relirai mes messages mercredi 15.": "2026-07-15",
    "Unser Büro ist freitags nicht besetzt. Ab Montag, 13. Juli, sind wir wieder für Sie da.": (
        "2026-07-13"
    ),
    "Bin ab Montag wieder da.": "2026-07-13",
    "Ich bin am 20. Juli zurück.": "2026-07-20",
    "Estoy de vacaciones y vuelvo a la oficina el lunes 27 de julio.": "2026-07-27",
    "Je prendrai connaissance de votre message le 20 juillet à mon retour.": "2026-07-20",
    "Messages relevés à mon retour, le 20.": "2026-07-20",
    "Votre courriel ne sera lu qu'à compter du 20 juillet.": "2026-07-20",
    "Rentrée le 1er septembre.": "2026-09-01",
    "Je ne travaille pas le mercredi. Je vous lirai demain.": "2026-07-09",
    "L'ufficio riapre il 20 luglio.": "2026-07-20",
    "Je suis absent.e les 8, 9 et 10 juillet.": "2026-07-13",
    "Cette boîte est relevée le jeudi seulement. Pour une urgence composez le 15.": None,
    "Pour une fuite appelez le 17 ou le 112.": None,
    "Notre service est ouvert le mercredi. Numéro d'urgence : faites le 18.": None,
    "Je suis à temps partiel, absente le mercredi et le vendredi.": None,
    "Votre demande est enregistrée, réponse sous dix jours.": None,
    "Sans retour de votre part avant le 20, le ticket sera clos.": None,
    "Le règlement intervient le 20 de chaque mois.": None,
    "Je n'exerce plus au cabinet depuis le 30 juin.": None,
    "Wir sind montags bis freitags für Sie da.": None,
    "Ihre Anfrage wird innerhalb von drei Tagen bearbeitet.": None,
    "Su solicitud queda registrada con el número 20.": None,
}

BY_A_PERSON = {
    "Je pars ce soir en congé. Votre courrier est sur mon bureau, je m'y remets à mon retour,"
    " lundi 20.": "2026-07-20",
    "La scierie est fermée et moi en vacances ! Je regarde ça lundi 20 en rentrant.": "2026-07-20",
    "Je suis au camping jusqu'au 25. Je regarde à la rentrée.": "2026-07-27",
    "Bien reçu, je suis sans réseau jusqu'au 17, je verrai ensuite.": "2026-07-20",
    "Bien reçu, je suis en RTT demain, je vois ça lundi.": "2026-07-13",
    "Je suis à l'hôpital jusqu'à vendredi, ma fille vous lira.": "2026-07-13",
    "Noted, I'm out until Tuesday and will look at it Wednesday.": "2026-07-15",
    "J'étais absent jusqu'au 20, je prends connaissance de votre mail.": None,
    "Bien reçu, je regarde lundi.": None,
    "On livre le 20, on regarde ensuite.": None,
    "Bien reçu, je transmets au service qui rentre les factures.": None,
}


@pytest.mark.parametrize("text", BY_A_MACHINE)
def test_an_automaton_tells_when_it_is_read_again(text: str) -> None:
    expected = BY_A_MACHINE[text]
    found = returns_on(text, WEDNESDAY, by_machine=True)
    assert found == (date.fromisoformat(expected) if expected else None)


@pytest.mark.parametrize("text", BY_A_PERSON)
def test_a_person_tells_when_he_is_back(text: str) -> None:
    expected = BY_A_PERSON[text]
    found = returns_on(text, WEDNESDAY)
    assert found == (date.fromisoformat(expected) if expected else None)
