"""When somebody is back, as automata and people say it, and notices that say nothing of it."""

from datetime import date, datetime

import pytest

from relance_mailer.reading.absences import returns_on
from relance_mailer.reading.understand import read_text

THURSDAY = "2026-10-29T10:12:00+01:00"
TUESDAY = "2026-05-19T14:20:00+02:00"
DECEMBER = "2026-12-21T11:00:00+01:00"
FRIDAY = "2026-08-28T16:00:00+02:00"

BY_A_MACHINE = (
    (
        THURSDAY,
        "Je suis absent du bureau du 26 octobre au 6 novembre inclus. Retour le lundi 9.",
        "2026-11-09",
    ),
    (THURSDAY, "Absente jusqu'au 4 novembre.", "2026-11-05"),
    (
        THURSDAY,
        "Absent jusqu'au vendredi 6 novembre inclus. En cas d'urgence, contactez le standard.",
        "2026-11-09",
    ),
    (THURSDAY, "Je serai de retour le 12/11/2026.", "2026-11-12"),
    (THURSDAY, "De retour lundi.", "2026-11-02"),
    (
        THURSDAY,
        "Actuellement en congés, je prendrai connaissance de votre message à mon retour le 2"
        " novembre.",
        "2026-11-02",
    ),
    (THURSDAY, "Nos bureaux sont fermés du 24 décembre au 3 janvier inclus.", "2027-01-04"),
    (
        THURSDAY,
        "Notre société sera fermée du 23/12/2026 au soir au 04/01/2027 au matin.",
        "2027-01-04",
    ),
    (
        THURSDAY,
        "Fermeture annuelle jusqu'au 1er novembre. Réouverture le 2 novembre à 8 h.",
        "2026-11-02",
    ),
    (THURSDAY, "Je suis en formation jusqu'à demain soir.", "2026-11-02"),
    (THURSDAY, "Je suis en déplacement cette semaine, retour lundi matin.", "2026-11-02"),
    (
        THURSDAY,
        "En arrêt maladie jusqu'au 15 novembre, mes messages ne sont pas lus.",
        "2026-11-16",
    ),
    (THURSDAY, "Je suis en congé maternité jusqu'au 1er mars 2027.", "2027-03-02"),
    (
        THURSDAY,
        "Je travaille à temps partiel et serai de nouveau joignable mardi 3 novembre.",
        "2026-11-03",
    ),
    (THURSDAY, "Absente le vendredi. Je traiterai votre mail lundi.", "2026-11-02"),
    (THURSDAY, "Absent ce jour, je vous répondrai dès demain.", "2026-10-30"),
    (THURSDAY, "Je ne suis pas disponible avant le 5 novembre.", "2026-11-05"),
    (THURSDAY, "Pas d'accès à mes mails avant le 9 novembre 2026.", "2026-11-09"),
    (
        THURSDAY,
        "En raison des vacances scolaires, l'école est fermée jusqu'au 2 novembre inclus.",
        "2026-11-03",
    ),
    (THURSDAY, "Mairie fermée les 31 octobre et 1er novembre.", "2026-11-02"),
    (THURSDAY, "Le secrétariat rouvre mardi 3 novembre à 9h.", "2026-11-03"),
    (THURSDAY, "La permanence reprendra le 10 novembre.", "2026-11-10"),
    (THURSDAY, "L'atelier reprend le 3 novembre.", "2026-11-03"),
    (THURSDAY, "Reprise de l'activité le 4/11.", "2026-11-04"),
    (THURSDAY, "Out of office until 9 November.", "2026-11-10"),
    (THURSDAY, "I am out of the office from 26 October, returning on 5 November.", "2026-11-05"),
    (THURSDAY, "I am on annual leave until Monday 2 November inclusive.", "2026-11-03"),
    (THURSDAY, "I'm away and back at my desk on Wednesday 4 November.", "2026-11-04"),
    (THURSDAY, "Thank you for your email. I am on leave through Friday, November 6.", "2026-11-09"),
    (
        THURSDAY,
        "Our offices are closed for the holidays and will reopen on January 4th.",
        "2027-01-04",
    ),
    (THURSDAY, "I will be out of office 29/10 - 02/11 with limited access to email.", "2026-11-03"),
    (THURSDAY, "Ich bin bis zum 6. November nicht im Büro.", "2026-11-09"),
    (THURSDAY, "Ich bin ab dem 9. November wieder erreichbar.", "2026-11-09"),
    (THURSDAY, "Estaré fuera de la oficina hasta el 6 de noviembre.", "2026-11-09"),
    (THURSDAY, "Sarò assente fino al 6 novembre.", "2026-11-09"),
    (THURSDAY, "Rientrerò in ufficio il 9 novembre.", "2026-11-09"),
    (
        THURSDAY,
        "Merci de votre message. Notre comptabilité est joignable du lundi au jeudi. Votre"
        " demande sera traitée dans les meilleurs délais.",
        None,
    ),
    (
        THURSDAY,
        "Nous accusons réception de votre demande, ticket 45120. Délai de réponse : 48 h.",
        None,
    ),
    (THURSDAY, "Je ne fais plus partie de la société depuis le 30 septembre.", None),
    (THURSDAY, "Congés du 24/10 au 01/11. Bonne semaine !", "2026-11-02"),
    (THURSDAY, "Absence : 29/10/2026 → 03/11/2026", "2026-11-04"),
    (THURSDAY, "Je suis en RTT aujourd'hui. Retour demain.", "2026-10-30"),
    (THURSDAY, "Je suis en RTT ce jeudi et ce vendredi.", "2026-11-02"),
    (THURSDAY, "Je suis absente pour la journée.", "2026-10-30"),
    (THURSDAY, "Je suis absent quinze jours, jusqu'à la mi-novembre.", "2026-11-16"),
    (THURSDAY, "Absent pour trois semaines à compter du 26 octobre.", "2026-11-16"),
    (THURSDAY, "En congé jusqu'à la fin du mois.", "2026-11-02"),
    (THURSDAY, "En congé jusqu'à la fin de la semaine.", "2026-11-02"),
    (THURSDAY, "En congé jusqu'à lundi inclus.", "2026-11-03"),
    (THURSDAY, "Absente toute la semaine prochaine.", "2026-11-09"),
    (THURSDAY, "Absent toute la semaine 45, de retour semaine 46.", "2026-11-09"),
    (THURSDAY, "Je suis en vacances et je reviens le 3, bronzé.", "2026-11-03"),
    (
        THURSDAY,
        "Pour toute urgence avant mon retour prévu le jeudi 12 novembre, appelez le 04 00 00 00"
        " 00.",
        "2026-11-12",
    ),
    (THURSDAY, "Je vous répondrai à compter du 3 novembre.", "2026-11-03"),
    (THURSDAY, "Votre message sera lu le 3 novembre, à la reprise.", "2026-11-03"),
    (THURSDAY, "Votre mail ne sera pas traité avant mardi prochain.", "2026-11-03"),
    (
        THURSDAY,
        "Bonjour, je suis absente du 28/10 au 30/10 (retour le 02/11). Mme Vial assure l'intérim"
        " jusqu'au 30.",
        "2026-11-02",
    ),
    (THURSDAY, "Je serai absent le 11 novembre (férié) et le 12. Retour le 13.", "2026-11-13"),
    (THURSDAY, "Je suis absent et serai de retour courant novembre.", "2026-11-30"),
    (THURSDAY, "Je suis à mi-temps thérapeutique : présent lundi et mardi uniquement.", None),
    (THURSDAY, "Notre service est ouvert du lundi au vendredi de 9 h à 17 h.", None),
    (THURSDAY, "Absent depuis le 12 octobre pour une durée indéterminée.", None),
    (
        THURSDAY,
        "Our accounts team has received your email and will reply within 3 working days.",
        None,
    ),
    (THURSDAY, "En déplacement à l'étranger, de retour en France le 7 novembre.", "2026-11-07"),
    (
        THURSDAY,
        "Trêve de fin d'année : nous serons de retour à partir du lundi 4 janvier 2027.",
        "2027-01-04",
    ),
    (THURSDAY, "Je suis en congés et joignable à partir du 9.", "2026-11-09"),
    (THURSDAY, "Réponse automatique : absent(e) jusqu'au 03/11.", "2026-11-04"),
    (
        THURSDAY,
        "Le cabinet est fermé pour les congés de la Toussaint jusqu'au lundi 2 novembre au matin.",
        "2026-11-02",
    ),
    (THURSDAY, "Je suis indisponible jusqu'à jeudi prochain.", "2026-11-06"),
    (
        THURSDAY,
        "Je suis absent jusqu'à mercredi. Merci de patienter ou d'écrire à"
        " compta@atelier-vexin.example.",
        "2026-11-05",
    ),
    (
        THURSDAY,
        "I am currently travelling and will respond when I return next Tuesday.",
        "2026-11-03",
    ),
    (THURSDAY, "Away today. Back tomorrow.", "2026-10-30"),
    (
        THURSDAY,
        "Annual leave: 26 Oct - 6 Nov. For invoices contact ap@northquay.example.",
        "2026-11-09",
    ),
    (THURSDAY, "I'm out until next Wednesday.", "2026-11-05"),
    (THURSDAY, "I will have no access to email before 10 November.", "2026-11-10"),
    (DECEMBER, "Nous sommes fermés pour les fêtes. Réouverture le lundi 4 janvier.", "2027-01-04"),
    (DECEMBER, "Joyeuses fêtes ! Absent du 22/12 au 03/01.", "2027-01-04"),
    (DECEMBER, "Absent jusqu'à l'année prochaine : retour le 5 janvier !", "2027-01-05"),
    (DECEMBER, "Fermeture du 24/12 (midi) au 02/01 inclus.", "2027-01-04"),
    (FRIDAY, "L'entreprise est fermée tout le mois d'août.", "2026-09-01"),
    (FRIDAY, "Congés d'été jusqu'au 31 août inclus.", "2026-09-01"),
    (FRIDAY, "De retour le mardi 1er septembre.", "2026-09-01"),
    (FRIDAY, "Absente jusqu'au 30.", "2026-08-31"),
    (FRIDAY, "Nous reprenons le 31.", "2026-08-31"),
    (TUESDAY, "Pont de l'Ascension : bureaux fermés du jeudi 21 au dimanche 24 mai.", "2026-05-25"),
    (TUESDAY, "Fermé pour le pont, réouverture mardi 26.", "2026-05-26"),
    (TUESDAY, "Je suis en télétravail aujourd'hui, réponse possible dans la journée.", None),
    (TUESDAY, "Mon retour est prévu mi-juin.", "2026-06-15"),
    (TUESDAY, "Je serai de retour début juin.", "2026-06-01"),
    (TUESDAY, "Je suis en congé paternité jusqu'au 12 juin.", "2026-06-15"),
)
BY_A_PERSON = (
    (
        THURSDAY,
        "Bien reçu. Je suis en déplacement jusqu'à mercredi, je regarde à mon retour.",
        "2026-11-05",
    ),
    (
        THURSDAY,
        "Bien noté, notre comptable est absente, elle revient lundi et vous répondra.",
        "2026-11-02",
    ),
    (THURSDAY, "Nous sommes fermés jusqu'au 4, je vois ça à la réouverture.", "2026-11-05"),
    (THURSDAY, "Merci, bien reçu, je transmets au service concerné.", None),
    (THURSDAY, "I'm on holiday until the 6th, will look at it when I get back.", "2026-11-09"),
    (THURSDAY, "Got it. I'm travelling, back on the 4th, will check then.", "2026-11-04"),
    # Somebody else's return is no hold of ours.
    (THURSDAY, "Bien reçu, je transmets. Mme Leroy rentre le 9.", None),
    (THURSDAY, "Vu, transmis à la compta. La patronne revient lundi 9.", None),
    (THURSDAY, "Bien reçu, transmis à Julie qui rentre lundi.", None),
    (THURSDAY, "Bien reçu, la comptable est absente jusqu'au 6, je lui transmets.", None),
    (THURSDAY, "Bien noté, Julie sera là lundi, je lui donne.", None),
    (THURSDAY, "Bien reçu, la personne qui gère le compte reprend son poste lundi.", None),
    (THURSDAY, "Bien reçu, je rentre lundi et je regarde.", "2026-11-02"),
    (THURSDAY, "Bien reçu, le secrétariat rouvre lundi.", "2026-11-02"),
)


@pytest.mark.parametrize(("written_at", "text", "back"), BY_A_MACHINE)
def test_the_day_of_return_of_a_notice(written_at: str, text: str, back: str | None) -> None:
    found = returns_on(text, datetime.fromisoformat(written_at), by_machine=True)
    assert found == (None if back is None else date.fromisoformat(back))


@pytest.mark.parametrize(("written_at", "text", "back"), BY_A_PERSON)
def test_the_day_of_return_of_a_person(written_at: str, text: str, back: str | None) -> None:
    found = read_text(text, sent_at=datetime.fromisoformat(written_at)).returns_on
    assert found == (None if back is None else date.fromisoformat(back))
