"""The day of a promise that is told by another day, and days that are somebody else's."""

from datetime import date, datetime

import pytest

from relance_mailer.reading.understand import read_text

MONDAY = datetime.fromisoformat("2026-03-02T10:00:00+01:00")

TAKES = {
    # In the train of a day that was named.
    "Je touche ma paie le 28 et je vous règle dans la foulée.": ("2026-03-28",),
    "Le comptable fait la compta le 20 et paye tout dans la foulée.": ("2026-03-20",),
    "On ferme le 1er avril ; vous serez payée la veille.": ("2026-03-31",),
    "Nous aurons la trésorerie le 15, on vous vire dès le lendemain.": ("2026-03-16",),
    "Nous fermons le 31 mars et solderons tout avant.": ("2026-03-31",),
    "611 euros, exécution vendredi 6 mars ; 2 742 euros, exécution le 31 du même mois.": (
        "2026-03-06",
        "2026-03-31",
    ),
    "Le virement prévu pour le 10, et le second le 24 du même mois.": ("2026-03-10", "2026-03-24"),
    "500 € vendredi et 500 € le vendredi suivant.": ("2026-03-06", "2026-03-13"),
    # A weekday behind the weekday before it.
    "Je rentre lundi et je vous paie mardi.": ("2026-03-10",),
    "Le virement partira lundi ou mardi.": ("2026-03-10",),
    "Je m'en occupe lundi et l'argent sera chez vous mardi.": ("2026-03-10",),
    "Je poste le chèque mardi, vous l'aurez jeudi.": ("2026-03-05",),
    # Sent one day, there on another.
    "Je passe l'ordre ce soir, vous l'avez vendredi 6.": ("2026-03-06",),
    "Je saisis le virement ce jour, exécution le 9.": ("2026-03-09",),
    "Vous l'avez mercredi sur votre compte.": ("2026-03-04",),
    "500 € vendredi et vous aurez le reste lundi.": ("2026-03-06", "2026-03-09"),
    # The old word and the new one.
    "Je m'étais engagé pour le 6, je tiendrai le 13.": ("2026-03-13",),
    "Nous avions dit le 6 ; ce sera le 13.": ("2026-03-13",),
    "Comme je vous l'avais dit, ça part vendredi.": ("2026-03-06",),
    # Who leaves then is no payment.
    "Les enfants partent demain, je vous paie à leur retour le 22.": ("2026-03-22",),
    "Les petits partent vendredi, virement le 22.": ("2026-03-22",),
    "Les gosses partent en colo samedi, chèque posté le 22.": ("2026-03-22",),
    "Mes parents repartent jeudi : virement le 22.": ("2026-03-22",),
    "Julien part vendredi, je vous règle le 22.": ("2026-03-22",),
    "Mme Leroy part jeudi en retraite, votre virement le 16.": ("2026-03-16",),
    "La petite part vendredi, la grosse le 22.": ("2026-03-06", "2026-03-22"),
    "Les petites factures partent vendredi, les grosses le 22.": ("2026-03-06", "2026-03-22"),
    # What came back and starts again.
    "Le virement n'est pas passé, il repart lundi.": ("2026-03-09",),
    "Le chèque est revenu, il repart vendredi.": ("2026-03-06",),
    "La saison repart samedi, virement le 22.": ("2026-03-22",),
    "Les machines repartent jeudi, je vous paie le 20.": ("2026-03-20",),
    # Somebody else's money, and a day that is only described.
    "Lundi la sucrerie verse l'acompte et je vous fais le virement dans l'heure.": ("2026-03-09",),
    "Le virement sera fait le 28 mars, c'est un samedi.": ("2026-03-28",),
    "Débloquer le livret prend une dizaine de jours, virement le 20 mars.": ("2026-03-20",),
    "Nous virons le mardi 26 mai, au lendemain de la Pentecôte.": ("2026-05-26",),
    "C'était noté pour le 10, ça a sauté, je le remets au 20.": ("2026-03-20",),
    "Le virement du 10 a sauté, on le recale au 20.": ("2026-03-20",),
    "Vous figurez dans l'état de paiement du 18.": ("2026-03-18",),
    # How they pay, and when this is paid.
    "Nos paiements sont groupés en fin de mois. Votre facture, validée hier, est inscrite à"
    " l'échéance de fin avril.": ("2026-04-30",),
    "Nous réglons à 45 jours fin de mois, ce qui donne le 30 avril.": ("2026-04-30",),
    "La facture d'avril : payée le 1er. Celle de mai, 310 € : le 20.": ("2026-03-20",),
    "Vendredi c'est payé.": ("2026-03-06",),
    "Le 5, comme d'habitude. Et remettez-moi la facture, je l'ai perdue.": ("2026-03-05",),
    "Vendredi je passe au dépôt avec le chéquier.": ("2026-03-06",),
    "L'ordre est saisi, exécution vendredi 20.": ("2026-03-20",),
    # A word that was kept, and the one that follows it.
    "J'ai tenu parole pour l'acompte, le solde part lundi.": ("2026-03-09",),
    "J'ai tenu ma promesse du 1er, le reste suivra le 20.": ("2026-03-20",),
    # Another way to hand it over is no other day.
    "je passe vous déposer le chèque lundi prochain si la boutique est ouverte sinon dans la boîte"
    " voilà": ("2026-03-09",),
    # Ways to pay that sound like what is gone.
    "Je viens payer en caisse samedi matin.": ("2026-03-07",),
    "J'ai demandé à la banque d'exécuter le virement le 11.": ("2026-03-11",),
    "453,60 €, chèque au courrier du 15.": ("2026-03-15",),
    "L'échéance que nous avons en base est le 20 mars et nous la paierons.": ("2026-03-20",),
    # Terms, feasts, leave to wait.
    "Je vous règle à quinzaine.": ("2026-03-17",),
    "Je paie avant le week-end.": ("2026-03-06",),
    "On vous paie avant le pont de l'Ascension.": ("2026-05-13",),
    "Laissez-moi jusqu'à vendredi et je vous paie.": ("2026-03-06",),
    "Vous pouvez représenter le prélèvement à compter du 10.": ("2026-03-10",),
    "3 x 300 € les 20 mars, avril et mai.": ("2026-03-20", "2026-04-20", "2026-05-20"),
    "Nos paiements partent les 10 et 25 ; la vôtre est dans celui du 25.": ("2026-03-25",),
    "Notre livreur passe mardi, je règle jeudi.": ("2026-03-05",),
}

LEAVES = (
    "Une question sans rapport avec le règlement : l'organisme passe la semaine du 16.",
    "Votre technicien doit passer le 22, nous paierons une fois la machine réparée.",
    "Nous contestons ; l'expert passe le 25 mars.",
    "Je pars ce soir en congé, je m'y remets à mon retour, lundi 16.",
    "La fin mars ne tiendra pas.",
    "Sans réponse de votre part avant vendredi, je saisis le médiateur.",
    "Je vous avais payé le 5 et le 12.",
    "Je viens de payer, vendredi.",
    "Nous payons les 10 et 25.",
    "Dites-moi si vous pouvez attendre jusqu'à vendredi.",
    "Nous avons reçu la marchandise le 20 février et réclamé dès le lendemain.",
    "Vous l'avez eu mercredi sur votre compte.",
)


@pytest.mark.parametrize("text", TAKES)
def test_a_day_is_told_by_another(text: str) -> None:
    found = read_text(text, sent_at=MONDAY).promise_dates
    assert found == tuple(date.fromisoformat(each) for each in TAKES[text])


@pytest.mark.parametrize("text", LEAVES)
def test_a_day_of_something_else_is_no_promise(text: str) -> None:
    assert read_text(text, sent_at=MONDAY).promise_dates == ()
