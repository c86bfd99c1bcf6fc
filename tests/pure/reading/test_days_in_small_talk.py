"""Days of payment among days of a wage, a wedding, a return, as people tell them all at once."""

from datetime import UTC, datetime

import pytest

from pure.reading.days_said import ANY, assert_promised
from relance_mailer.reading.understand import read_text

TUESDAY = datetime(2026, 9, 8, 9, tzinfo=UTC)
FRIDAY = datetime(2026, 5, 15, 9, tzinfo=UTC)

SAID = (
    # The day of the income, of the return, is the payment's where nothing else is told.
    (TUESDAY, "Le 28 je touche mon salaire et je vous vire les 240.", "2026-09-28", "240.00"),
    (TUESDAY, "Ma paye tombe le 28 et je vous règle les 75 € dans la foulée.", "2026-09-28", ANY),
    (TUESDAY, "Le 25 j'ai ma prime et je vous paie la location.", "2026-09-25", ANY),
    (TUESDAY, "Je rentre de congés lundi, je fais vos 180 € en arrivant.", "2026-09-14", "180.00"),
    (TUESDAY, "Je suis de retour jeudi, je fais votre virement.", "2026-09-10", ANY),
    (
        TUESDAY,
        "L'atelier rouvre lundi 21, ce sera mon premier virement, avant même d'allumer le four.",
        "2026-09-21",
        ANY,
    ),
    (TUESDAY, "Mon client me paie le 28, je vous règle le 30.", "2026-09-30", ANY),
    (TUESDAY, "Mon salaire tombe le 28. Je vous vire 200 € le 30.", "2026-09-30", "200.00"),
    (
        TUESDAY,
        "La directrice revient le 21 et m'a assuré que les factures en retard partiraient"
        " avant fin septembre.",
        "2026-09-30",
        ANY,
    ),
    # The day that was told last.
    (
        TUESDAY,
        "On ouvre le magasin samedi, je ne touche pas un papier avant le 15 septembre. Ce jour-là"
        " je vous règle, parole.",
        "2026-09-15",
        ANY,
    ),
    (
        TUESDAY,
        "Prochaine signature du maire le 24 : vos 310 € partiront ce jour.",
        "2026-09-24",
        "310.00",
    ),
    (TUESDAY, "Vos 310 € partiront ce jour.", "2026-09-08", "310.00"),
    # What else happens.
    (TUESDAY, "On marie ma sœur demain, lundi je vous fais le virement.", "2026-09-14", ANY),
    (
        TUESDAY,
        "pour la viande je vous règle d'ici la fin du mois j'ai un baptême de quatre-vingts"
        " personnes dimanche ça va faire rentrer des sous",
        "2026-09-30",
        ANY,
    ),
    (
        TUESDAY,
        "bon la semaine prochaine je vous paye ça et puis si Denis vient jeudi qu'il me rapporte"
        " les bidons",
        "2026-09-18",
        ANY,
    ),
    (
        TUESDAY,
        "La banque me rend l'accès jeudi et votre facture de location sera payée d'ici la fin du"
        " mois.",
        "2026-09-30",
        ANY,
    ),
    (
        TUESDAY,
        "mon mari rentre de chantier jeudi et il vous fait ça la semaine prochaine, le virement.",
        "2026-09-18",
        ANY,
    ),
    (
        FRIDAY,
        "Le lundi de Pentecôte la banque dort, donc ce sera mardi 26. Je vous règle tout.",
        "2026-05-26",
        ANY,
    ),
    (TUESDAY, "jte fais les 60€ après-demain la paye tombe jeudi", "2026-09-10", "60.00"),
    (
        FRIDAY,
        "jpaye les 80 euros mardi pcq lundi c férié et jtouche la prime",
        "2026-05-19",
        "80.00",
    ),
    (
        TUESDAY,
        "Vendredi à la première heure, 415 €. Ce soir les virements sont coupés.",
        "2026-09-11",
        "415.00",
    ),
    # Weeks and what they are called.
    (TUESDAY, "Vos 150 € partiront jeudi de la semaine qui vient.", "2026-09-17", "150.00"),
    (
        TUESDAY,
        "Elle passera en règlement semaine 39, avec la campagne du jeudi.",
        "2026-09-24",
        ANY,
    ),
    (TUESDAY, "Vous avez ma parole pour la semaine 39, ce sera payé.", "2026-09-25", ANY),
    (
        TUESDAY,
        "Je vous donne une date de paiement, la voici : lundi en quinze, le 28 septembre.",
        "2026-09-28",
        ANY,
    ),
    (
        TUESDAY,
        "Le premier virement a été rejeté par la banque. La nouvelle date est le 22 septembre,"
        " je vous paie sans faute.",
        "2026-09-22",
        ANY,
    ),
    (
        TUESDAY,
        "Je vous réglerai 500 € le 25 septembre et 600 € le 23 octobre, trois jours après chaque"
        " virement de la coopérative.",
        "2026-09-25 2026-10-23",
        "1100.00",
    ),
    (TUESDAY, "Moitié vendredi, moitié dans un mois le 9 octobre.", "2026-09-11 2026-10-09", ANY),
    (
        TUESDAY,
        "Échéancier validé (mail de Mme Roux du 3) : 500 € au 15, 500 € au 30.",
        "2026-09-15 2026-09-30",
        "1000.00",
    ),
    (
        TUESDAY,
        "Traite de 900 € acceptée et postée ce jour, échéance 30 septembre.",
        "2026-09-30",
        "900.00",
    ),
    # Sums.
    (TUESDAY, "Bonne année 2027 d'avance ! Vous serez payés le 30.", "2026-09-30", None),
    (
        TUESDAY,
        "La banque m'a pris 20 € pour un rejet. Votre facture est juste, je la règle le 30.",
        "2026-09-30",
        None,
    ),
    (
        TUESDAY,
        "Un de nos clients est en liquidation avec 14 k€ à nous. Vous serez payés le 30.",
        "2026-09-30",
        None,
    ),
    (
        TUESDAY,
        "Le compte est vide, la chaudière a lâché (4 200 €, merci l'été). Le 30 je vous vire la"
        " facture entière.",
        "2026-09-30",
        None,
    ),
    (
        TUESDAY,
        "Votre facture de 312,50 € a été rangée par ma mère avec les recettes. Je paie le 15.",
        "2026-09-15",
        "312.50",
    ),
    (
        TUESDAY,
        "Le virement de 640 € est déjà préparé et sera libéré mardi 15 par le directeur.",
        "2026-09-15",
        "640.00",
    ),
    (
        TUESDAY,
        "Je vous paye la moitié le 15 soit 225 et les 225 qui restent le 30.",
        "2026-09-15 2026-09-30",
        "450.00",
    ),
    (
        TUESDAY,
        "700 € par chèque remis à votre chauffeur le 4 septembre, il reste donc 240,50 €. Mardi 15"
        " je les règle par carte.",
        "2026-09-15",
        "240.50",
    ),
    (
        TUESDAY,
        "Le premier virement de 750 € a été fait hier. Pour le second, du même montant, je l'ai"
        " programmé au 5 octobre.",
        "2026-10-05",
        "750.00",
    ),
    # Beside what is paid.
    (
        TUESDAY,
        "La facture de juillet est payée depuis le 2, celle d'août suivra le 30 avec les salaires.",
        "2026-09-30",
        ANY,
    ),
    (TUESDAY, "Je la passe dans le lot de fin de mois, sans faute.", "2026-09-30", ANY),
    (TUESDAY, "Jvous paye à la fin du mois sûr et certain.", "2026-09-30", ANY),
    # More of the kind.
    (
        TUESDAY,
        "Refusé, le premier virement. Je le repasse mercredi 16 au retour de la fête.",
        "2026-09-16",
        ANY,
    ),
    (
        TUESDAY,
        "986,40 € payés mercredi 30 septembre, je m'en occupe avec la comptable.",
        "2026-09-30",
        ANY,
    ),
    (
        TUESDAY,
        "Je passerai régler les 75 € vendredi, en espèces si cela vous va.",
        "2026-09-11",
        "75.00",
    ),
    (
        TUESDAY,
        "jme suis fait voler ma caisse par un client, mais jvous paye à la fin du mois.",
        "2026-09-30",
        ANY,
    ),
    (TUESDAY, "Mes meilleurs vœux pour 2027 ! Vous serez payés le 30.", "2026-09-30", None),
    (
        TUESDAY,
        "C'est du vol, ce que me prend la banque pour un rejet : 20 € ! Je vous règle le 30.",
        "2026-09-30",
        None,
    ),
    (TUESDAY, "Je vous paierai, promis. La nouvelle date est le 22 septembre.", "2026-09-22", ANY),
    # A past wage, a wage and no promise, a day of return that is no payment's.
    (TUESDAY, "Suite à votre relance du 3, vos 310 € partiront ce jour.", "2026-09-08", "310.00"),
    (TUESDAY, "Je touche ma paye le 28, je vous règle après, dès que je peux.", "", ANY),
    (TUESDAY, "Je rentre lundi, je vous écris.", "", ANY),
    (
        TUESDAY,
        "Je vous paie vendredi. Si Marcel passe jeudi, qu'il prenne les caisses.",
        "2026-09-11",
        ANY,
    ),
    (TUESDAY, "La banque est fermée lundi, je vous fais le virement mardi.", "2026-09-15", ANY),
    (TUESDAY, "Le 25 j'ai mon contrôle technique et le 28 je vous paie.", "2026-09-28", ANY),
    (TUESDAY, "Virement de 2026 € lundi.", "2026-09-14", "2026.00"),
    (
        TUESDAY,
        "Votre facture de 300 € est payée par chèque. Le 30 je règle l'autre, 200 €.",
        "2026-09-30",
        "200.00",
    ),
    (TUESDAY, "Le chèque est prêt, le facteur passe vendredi je lui donne.", "2026-09-11", ANY),
    (
        TUESDAY,
        "Je suis sur la route toute la semaine. C'est fait vendredi soir au plus tard.",
        "2026-09-11",
        ANY,
    ),
    (TUESDAY, "Réglé vendredi soir au plus tard.", "2026-09-11", ANY),
)
NONE = (
    "Soldé vendredi soir juste avant la fermeture de la banque, vous devez le recevoir.",
    "Bonjour, bien reçu, je lui pose le courrier sur le bureau ce soir, c'est elle qui gère.",
    "Bien noté, la personne qui tient les comptes reprend son poste la semaine prochaine, je lui"
    " laisse votre mail sur la pile.",
    "Votre lettre est arrivée. Mon fils, qui tient mes papiers, passera samedi ; je la lui"
    " remettrai en mains propres.",
    "Réglé par Sophie sur le compte habituel lundi.",
    "c fait monsieur virement de 284,50 dimanche soir depuis mon tel",
)


@pytest.mark.parametrize(("sent_at", "text", "days", "amount"), SAID)
def test_the_payments_day_among_others(
    sent_at: datetime, text: str, days: str, amount: str | None
) -> None:
    assert_promised(sent_at, text, days, amount)


@pytest.mark.parametrize("text", NONE)
def test_a_day_that_belongs_to_no_promise(text: str) -> None:
    found = read_text(text, sent_at=TUESDAY)
    assert found.promise_dates == ()
