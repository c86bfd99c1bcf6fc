"""Days of payment told at the turn of a year, around feasts, in summer and at weekends."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

TUESDAY = "2026-05-19T14:20:00+02:00"
JANUARY = "2027-01-07T09:00:00+01:00"
DECEMBER = "2026-12-21T11:00:00+01:00"
FRIDAY = "2026-08-28T16:00:00+02:00"
WEDNESDAY = "2026-03-11T10:00:00+01:00"
SUNDAY = "2026-09-13T20:00:00+02:00"

SAID = (
    (
        TUESDAY,
        "Le solde sera versé le jour de l'Ascension passé, soit le 26 mai.",
        "2026-05-26",
        None,
    ),
    (TUESDAY, "Règlement après le pont, mardi 26 mai.", "2026-05-26", None),
    (TUESDAY, "On paie le mardi de la Pentecôte, le 26.", "2026-05-26", None),
    (TUESDAY, "Le paiement partira à la fin du trimestre, le 30 juin.", "2026-06-30", None),
    (TUESDAY, "Vous serez payé à la Saint-Jean, le 24 juin.", "2026-06-24", None),
    (TUESDAY, "Règlement fin mai - début juin.", "2026-06-01", None),
    (TUESDAY, "On vous règle courant juin.", "2026-06-30", None),
    (TUESDAY, "Ce sera pour fin juin, pas avant.", "2026-06-30", None),
    (
        TUESDAY,
        "Je verserai 150 € par mois à compter du 5 juin, pendant 4 mois.",
        "2026-06-05 2026-07-05 2026-08-05 2026-09-05",
        "600.00",
    ),
    (
        TUESDAY,
        "Je verse 200 € fin mai, 200 € fin juin et 200 € fin juillet.",
        "2026-05-31 2026-06-30 2026-07-31",
        "600.00",
    ),
    (TUESDAY, "Demain 20 mai, avant midi, le virement sera passé.", "2026-05-20", None),
    (TUESDAY, "Jeudi matin à la première heure.", "2026-05-21", None),
    (TUESDAY, "Je vous fais ça vendredi, le temps de rentrer de chantier.", "2026-05-22", None),
    (
        TUESDAY,
        "Le 22 c'est bon pour vous ? De toute façon le virement est programmé à cette date.",
        "2026-05-22",
        None,
    ),
    (TUESDAY, "Virement daté du 29, donc chez vous le 1er juin.", "2026-06-01", None),
    (TUESDAY, "Le virement sera émis le 29 mai, valeur 1er juin.", "2026-06-01", None),
    (
        TUESDAY,
        "Échéancier : 30/05 = 400 €, 30/06 = 400 €, 30/07 = 412,60 €.",
        "2026-05-30 2026-06-30 2026-07-30",
        "1212.60",
    ),
    (
        TUESDAY,
        "- 500 € au 31/05\n- 500 € au 30/06\nJe m'y tiendrai.",
        "2026-05-31 2026-06-30",
        "1000.00",
    ),
    (
        TUESDAY,
        "C'est promis : la F-2026-118 le 25, la F-2026-131 le 10 juin.",
        "2026-05-25 2026-06-10",
        None,
    ),
    (
        TUESDAY,
        "Nous réglons la première facture vendredi et la seconde à la fin du mois.",
        "2026-05-22 2026-05-31",
        None,
    ),
    (
        TUESDAY,
        "Les deux plus anciennes partent cette semaine, la dernière mi-juin.",
        "2026-05-22 2026-06-15",
        None,
    ),
    (
        TUESDAY,
        "Dès vendredi nous serons en mesure de vous régler, et nous le ferons.",
        "2026-05-22",
        None,
    ),
    (
        TUESDAY,
        "On se met d'accord sur le 3 juin pour le paiement de la totalité.",
        "2026-06-03",
        None,
    ),
    (
        TUESDAY,
        "Ma nouvelle date est le 12 juin, le virement est déjà enregistré.",
        "2026-06-12",
        None,
    ),
    (
        TUESDAY,
        "Merci de reporter votre prochaine relance : nous payons le 5/6.",
        "2026-06-05",
        None,
    ),
    (TUESDAY, "Règlement dans 10 jours à compter d'aujourd'hui.", "2026-05-29", None),
    (TUESDAY, "Vous l'aurez pour le week-end.", "2026-05-24", None),
    (TUESDAY, "Le temps que la banque valide, comptez vendredi.", "2026-05-22", None),
    (TUESDAY, "La facture sera au paiement du lundi 1er juin.", "2026-06-01", None),
    (TUESDAY, "Mettez le 8 juin dans votre agenda, c'est la date du virement.", "2026-06-08", None),
    (TUESDAY, "Le virement est enregistré pour le 08.06.", "2026-06-08", None),
    (TUESDAY, "Virement le 8-6-26.", "2026-06-08", None),
    (TUESDAY, "Paiement au 5 du mois prochain.", "2026-06-05", None),
    (TUESDAY, "Le 1er du mois prochain sans faute.", "2026-06-01", None),
    (TUESDAY, "D'ici au 10 juin, vous serez intégralement payés.", "2026-06-10", None),
    (TUESDAY, "Au mieux vendredi, au pire mardi prochain, ce sera réglé.", "2026-05-26", None),
    (
        TUESDAY,
        "Règlement lundi prochain si tout est en ordre, sinon mercredi au plus tard.",
        "2026-05-27",
        None,
    ),
    (TUESDAY, "Vendredi au plus tard, jeudi si je peux.", "2026-05-22", None),
    (TUESDAY, "Ça sera viré au plus tard vendredi soir.", "2026-05-22", None),
    (
        TUESDAY,
        "D'après mon planning de trésorerie, vous êtes positionnés au 4 juin.",
        "2026-06-04",
        None,
    ),
    (JANUARY, "Meilleurs vœux ! Votre règlement partira le 15.", "2027-01-15", None),
    (JANUARY, "Le virement sera effectué le 28 de ce mois.", "2027-01-28", None),
    (JANUARY, "Nous clôturons l'exercice 2026 et vous payons fin janvier.", "2027-01-31", None),
    (JANUARY, "Ce sera réglé avant la fin du mois de février.", "2027-02-28", None),
    (JANUARY, "La facture de décembre sera payée en février.", "2027-02-28", None),
    (JANUARY, "Paiement semaine 3.", "2027-01-22", None),
    (
        JANUARY,
        "Le 4 février, comme d'habitude, à soixante jours de la facture du 6 décembre.",
        "2027-02-04",
        None,
    ),
    (
        JANUARY,
        "Règlement au 31 janvier comme prévu au contrat signé le 12 mars 2025.",
        "2027-01-31",
        None,
    ),
    (JANUARY, "Je devais payer le 31 décembre, je le ferai demain.", "2027-01-08", None),
    (DECEMBER, "On ferme jeudi jusqu'au 4 janvier, le virement partira le 5.", "2027-01-05", None),
    (DECEMBER, "Paiement début janvier.", "2027-01-04", None),
    (DECEMBER, "Règlement le 08/01.", "2027-01-08", None),
    (DECEMBER, "Règlement le 15 janvier.", "2027-01-15", None),
    (
        DECEMBER,
        "Le comptable est en vacances entre Noël et le jour de l'An, il règlera votre facture le"
        " 6 janvier.",
        "2027-01-06",
        None,
    ),
    (DECEMBER, "Avant Noël, c'est promis.", "2026-12-25", None),
    (DECEMBER, "Je passe l'ordre mercredi, avant le réveillon.", "2026-12-23", None),
    (DECEMBER, "Avant la fin de l'année vous serez payés.", "2026-12-31", None),
    (DECEMBER, "Le 2 je fais le virement.", "2027-01-02", None),
    (DECEMBER, "Dans la première quinzaine de janvier.", "2027-01-15", None),
    (DECEMBER, "Le 31 au plus tard pour passer sur l'exercice.", "2026-12-31", None),
    (FRIDAY, "Vous serez réglés à la rentrée, le 7 septembre.", "2026-09-07", None),
    (FRIDAY, "Le lundi 31 août, le virement part.", "2026-08-31", None),
    (FRIDAY, "Début septembre, dès la reprise, je vous fais le virement.", "2026-09-01", None),
    (
        FRIDAY,
        "La mairie mandate le 4 septembre, paiement sous 10 jours ensuite, donc le 14 au plus"
        " tard.",
        "2026-09-14",
        None,
    ),
    (FRIDAY, "Ce soir ou demain je vous fais un virement.", "2026-08-29", None),
    (FRIDAY, "Semaine prochaine, mardi, le chèque sera dans votre boîte.", "2026-09-01", None),
    (FRIDAY, "Mardi de la semaine prochaine.", "2026-09-01", None),
    (FRIDAY, "Vendredi prochain vous aurez le paiement.", "2026-09-04", None),
    (FRIDAY, "D'ici fin septembre au grand maximum le compte sera soldé.", "2026-09-30", None),
    (FRIDAY, "Le solde partira au 30/9.", "2026-09-30", None),
    (WEDNESDAY, "Paiement avant Pâques, au plus tard le 3 avril.", "2026-04-03", None),
    (WEDNESDAY, "Je règle la note vendredi 13, ça portera chance.", "2026-03-13", None),
    (
        WEDNESDAY,
        "La facture sera payée au 31/03 conformément à nos conditions.",
        "2026-03-31",
        None,
    ),
    (WEDNESDAY, "Je paie dans la semaine du 23.", "2026-03-27", None),
    (WEDNESDAY, "Semaine du 16 au 20 mars le règlement vous parvient.", "2026-03-20", None),
    (WEDNESDAY, "Règlement sem. 12.", "2026-03-20", None),
    (WEDNESDAY, "Le virement part dans la nuit de jeudi à vendredi.", "2026-03-13", None),
    (
        WEDNESDAY,
        "En milieu de semaine prochaine, vous verrez le virement arriver.",
        "2026-03-18",
        None,
    ),
    (WEDNESDAY, "En début de semaine prochaine le virement sera fait.", "2026-03-16", None),
    (
        WEDNESDAY,
        "Ce sera réglé dans les tout prochains jours, vendredi au plus tard.",
        "2026-03-13",
        None,
    ),
    (WEDNESDAY, "Fin de la semaine prochaine.", "2026-03-20", None),
    (SUNDAY, "Je vous envoie le règlement demain lundi.", "2026-09-14", None),
    (SUNDAY, "Je vous règle mardi à la première heure, le 15.", "2026-09-15", None),
    (SUNDAY, "Sous quinzaine, soit le 28 septembre.", "2026-09-28", None),
    (SUNDAY, "Le 30 de ce mois au plus tard.", "2026-09-30", None),
)


@pytest.mark.parametrize(("written_at", "text", "dates", "amount"), SAID)
def test_the_day_of_a_promise_is_found_in_any_season_among_others(
    written_at: str, text: str, dates: str, amount: str | None
) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(written_at))
    assert " ".join(on.isoformat() for on in reading.promise_dates) == dates
    assert reading.promised_amount == (None if amount is None else Decimal(amount))
