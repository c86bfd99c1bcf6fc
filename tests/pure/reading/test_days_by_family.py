"""Families of turns in which a day of payment is told, and what looks like it."""

from datetime import datetime

import pytest

from pure.reading.days_said import ANY, assert_promised

FEBRUARY = datetime.fromisoformat("2026-02-19T10:00:00+01:00")  # Thursday

SAID = (
    (FEBRUARY, "Virement effectué lundi 16 (498,00 €).", "", None),
    (FEBRUARY, "Virement passé mardi 17, vous devriez le voir.", "", None),
    (FEBRUARY, "Chèque n° 4411 remis à votre livreur vendredi 13 contre signature.", "", None),
    (FEBRUARY, "Chèque posté lundi à la poste du bourg.", "", ANY),
    (FEBRUARY, "Les 300 sont partis le 3 comme prévu.", "", None),
    (FEBRUARY, "498 € virés le 16 février, je vous mets le détail.", "", None),
    (FEBRUARY, "468 euros payés le 16 janvier, talon ci-joint.", "", None),
    (FEBRUARY, "Virement 6 228 € exécuté le 10/02, avis joint.", "", None),
    (FEBRUARY, "Payée par le comptable public le 28 janvier, 8 412,60 €.", "", None),
    (FEBRUARY, "Je vois 11 400 € sortis le 5 février sur le relevé.", "", None),
    (FEBRUARY, "La somme a été débitée le 12, 640 €.", "", None),
    (FEBRUARY, "Prélevé le 9 sur notre compte, 212,40 €.", "", None),
    (FEBRUARY, "Réglée par carte le 14, 89,90 €.", "", None),
    (FEBRUARY, "Le virement a été rejeté le 12, je le refais vendredi 27.", "2026-02-27", ANY),
    (FEBRUARY, "Je vous ai viré 400 lundi et le reste part vendredi 27.", "2026-02-27", ANY),
    (FEBRUARY, "J'ai payé la première le 5, la seconde partira le 5 mars.", "2026-03-05", ANY),
    (FEBRUARY, "Virement posté lundi 23 au plus tard.", "2026-02-23", ANY),
    (FEBRUARY, "Virement programmé lundi 2 mars.", "2026-03-02", ANY),
    (FEBRUARY, "Virement prévu vendredi 27.", "2026-02-27", ANY),
    (FEBRUARY, "Virement positionné mardi 24, 498 €.", "2026-02-24", "498.00"),
    (
        FEBRUARY,
        "LP41190 : bon à payer obtenu, règlement au 27/02.\nLP41260 : décalée, règlement au 31/03.",
        "2026-02-27 2026-03-31",
        ANY,
    ),
    (
        FEBRUARY,
        "LP1 : validée, paiement le 27/02.\nLP2 : validée, paiement le 13/03.",
        "2026-02-27 2026-03-13",
        ANY,
    ),
    (
        FEBRUARY,
        "F-12 signée ce matin par la direction, virement le 25. F-14 : virement le 10 mars.",
        "2026-02-25 2026-03-10",
        ANY,
    ),
    (
        FEBRUARY,
        "41330 is approved and goes out on our next run, Friday 27th February. 41344 will "
        "follow on the run after that, 13th March.",
        "2026-02-27 2026-03-13",
        ANY,
    ),
    (
        FEBRUARY,
        "First one goes Friday 27 Feb, second one on the run after, 13 March.",
        "2026-02-27 2026-03-13",
        ANY,
    ),
    (
        FEBRUARY,
        "The 0143 will be paid on the 27th. The 0151 isn't due until the 14th of March so "
        "that'll go on the 31st of March.",
        "2026-02-27 2026-03-31",
        ANY,
    ),
    (
        FEBRUARY,
        "On paye nos fournisseurs le 15 et le 28. Votre facture est dans le paquet du 28.",
        "2026-02-28",
        ANY,
    ),
    (FEBRUARY, "Nous réglons les 10 et 25 ; la vôtre passe au 25.", "2026-02-25", ANY),
    (
        FEBRUARY,
        "Le chèque pour la 41361 part au courrier ce soir. Pour l'autre il faudra "
        "attendre la mi-mars.",
        "2026-02-19 2026-03-15",
        ANY,
    ),
    (FEBRUARY, "La 12 part vendredi, pour la 13 comptez fin mars.", "2026-02-20 2026-03-31", ANY),
    (FEBRUARY, "La 12 vendredi. Quant à la 13, ce sera le 20 mars.", "2026-02-20 2026-03-20", ANY),
    (
        FEBRUARY,
        "On va solder : 5 390 le 28/02, et la MT-0402 le 15/03.",
        "2026-02-28 2026-03-15",
        ANY,
    ),
    (
        FEBRUARY,
        "On solde : 1 200 le 28/02, la 0402 le 15/03, et la 0417 fin mars.",
        "2026-02-28 2026-03-15 2026-03-31",
        ANY,
    ),
    (
        FEBRUARY,
        "A12 : 12 480 € programmés au 28 février.\nA13 : même montant, au 31 mars.",
        "2026-02-28 2026-03-31",
        "24960.00",
    ),
    (
        FEBRUARY,
        "Un premier virement de 500 € le 27. Idem le 27 mars.",
        "2026-02-27 2026-03-27",
        "1000.00",
    ),
    (FEBRUARY, "600 € le 28 février. Pareil fin mars.", "2026-02-28 2026-03-31", "1200.00"),
    (FEBRUARY, "£600 on the 27th. Same again on 27 March.", "2026-02-27 2026-03-27", "1200.00"),
    (FEBRUARY, "LP7 : 640 € le 27/02 ; LP8 : 310 € le 13/03.", "2026-02-27 2026-03-13", "950.00"),
    (
        FEBRUARY,
        "La facture 12 vendredi, la 13 lundi 2 mars, la 14 le 16.",
        "2026-02-20 2026-03-02 2026-03-16",
        ANY,
    ),
    (FEBRUARY, "Je solde la petite demain et la grosse le 10 mars.", "2026-02-20 2026-03-10", ANY),
    (
        FEBRUARY,
        "508,20 € le 5 de chaque mois de mars à juin, virement permanent en place.",
        "2026-03-05 2026-04-05 2026-05-05 2026-06-05",
        ANY,
    ),
    (
        FEBRUARY,
        "Cinq cent huit euros vingt le 5 de chaque mois, de mars à mai.",
        "2026-03-05 2026-04-05 2026-05-05",
        ANY,
    ),
    (FEBRUARY, "200 € le 10 de chaque mois jusqu'en mai.", "2026-03-10 2026-04-10 2026-05-10", ANY),
    (
        FEBRUARY,
        "150 € fin mars, fin avril et fin mai, c'est programmé.",
        "2026-03-31 2026-04-30 2026-05-31",
        ANY,
    ),
    (
        FEBRUARY,
        "Je verse 150 € à la fin de chaque mois, de mars à mai.",
        "2026-03-31 2026-04-30 2026-05-31",
        "450.00",
    ),
    (
        FEBRUARY,
        "Trois chèques de 300 € à encaisser fin février, fin mars et fin avril.",
        "2026-02-28 2026-03-31 2026-04-30",
        "900.00",
    ),
    (
        FEBRUARY,
        "On y va en quatre virements égaux de 250 €, tous les quinze jours à partir du 27 février.",
        "2026-02-27",
        ANY,
    ),
    (
        FEBRUARY,
        "Le 15 des trois prochains mois, 220 € à chaque fois.",
        "2026-03-15 2026-04-15 2026-05-15",
        "660.00",
    ),
    (FEBRUARY, "400 € les 5 mars, 5 avril et 5 mai.", "2026-03-05 2026-04-05 2026-05-05", ANY),
    (
        FEBRUARY,
        "Le conseil syndical demande un report de votre échéance au 30 avril, sans "
        "pénalités. Merci de nous faire part de votre accord.",
        "",
        ANY,
    ),
    (
        FEBRUARY,
        "Il accepte de payer mais demande à le faire en deux échéances, fin mars et fin "
        "mai. Dites-moi si cela vous convient.",
        "",
        ANY,
    ),
    (FEBRUARY, "Nous sollicitons un délai jusqu'au 31 mars.", "", ANY),
    (
        FEBRUARY,
        "Est-ce que fin mars ce serait possible ? Ou alors la moitié fin février et "
        "l'autre fin mars, comme vous préférez.",
        "",
        ANY,
    ),
    (FEBRUARY, "On peut faire moitié en mars moitié en avril ?", "", ANY),
    (
        FEBRUARY,
        "Je peux vous donner 100 € la semaine, le lundi, jusqu'à ce que ce soit fini. "
        "Vous êtes d'accord ?",
        "",
        ANY,
    ),
    (
        FEBRUARY,
        "Le gérant voudrait payer en trois fois, les 5 mars, 5 avril et 5 mai, qu'en pensez-vous ?",
        "",
        ANY,
    ),
    (
        FEBRUARY,
        "Sans avoir de votre part sous trente jours nous procéderons par note de débit.",
        "",
        ANY,
    ),
    (FEBRUARY, "Je fais le point avec la banque demain, j'ai bien noté votre facture.", "", None),
    (FEBRUARY, "Je vois ma comptable lundi à ce sujet.", "", None),
    (FEBRUARY, "Je suis seule au service cette semaine, je le traite dès que possible.", "", None),
    (
        FEBRUARY,
        "Je fais valoir mes droits à la retraite le 31 mars, écrivez à Mme Lachaud.",
        "",
        None,
    ),
    (FEBRUARY, "La présente boîte sera fermée à la fin du trimestre.", "", None),
    (
        FEBRUARY,
        "Le bureau se réunit le premier mardi du mois. Le prochain tombe donc le 3 mars ; "
        "le chèque sera signé ce soir-là et je le posterai le lendemain.",
        "2026-03-04",
        ANY,
    ),
    (
        FEBRUARY,
        "Je signe le chèque mercredi soir et je le poste le lendemain matin.",
        "2026-02-26",
        ANY,
    ),
    (
        FEBRUARY,
        "La subvention tombe le 12 mars. Mettez le 16 mars si vous voulez une date, ce sera fait.",
        "2026-03-16",
        ANY,
    ),
    (
        FEBRUARY,
        "Échéance portée au 15/03 dans notre système, règlement le lundi suivant, 16/03.",
        "2026-03-16",
        ANY,
    ),
    (FEBRUARY, "Échéance interne au 28/02, donc virement le lundi 2 mars.", "2026-03-02", ANY),
    (FEBRUARY, "Paiement du reliquat fixé au mercredi de la semaine 11.", "2026-03-11", ANY),
    (FEBRUARY, "Règlement le jeudi de la semaine prochaine.", "2026-02-26", ANY),
    (FEBRUARY, "Virement le mardi de la semaine du 9 mars.", "2026-03-10", ANY),
    (
        FEBRUARY,
        "Votre chèque de 289,90 part par le courrier de demain matin.",
        "2026-02-20",
        "289.90",
    ),
    (FEBRUARY, "La Toussaint c'est trop juste. Disons mi-mars.", "2026-03-15", ANY),
    (
        FEBRUARY,
        "La 0352 tombe à 1 028,97 €. En y ajoutant la 0341 (460,08 €), cela fait 1 489,05 "
        "€ que vous aurez vendredi.",
        "2026-02-20",
        "1489.05",
    ),
    (FEBRUARY, "640 + 310 = 950 €, virement vendredi.", "2026-02-20", "950.00"),
    (FEBRUARY, "Avec les 40 € de frais ça fait 520 €, virés vendredi.", "2026-02-20", "520.00"),
    (FEBRUARY, "Soit 300 + 250, au total 550 € vendredi.", "2026-02-20", "550.00"),
    (
        FEBRUARY,
        "Les deux ensemble font 1 250 €, je vous les vire vendredi.",
        "2026-02-20",
        "1250.00",
    ),
    (
        FEBRUARY,
        "Je vous règle onze treizièmes dès vendredi, soit 1 108,80 €.",
        "2026-02-20",
        "1108.80",
    ),
    (FEBRUARY, "358e20 apres demain", "2026-02-21", "358.20"),
    (FEBRUARY, "Deux tiers vendredi, soit 800 €.", "2026-02-20", "800.00"),
    (FEBRUARY, "Je vous paie les trois quarts le 27, 900 €.", "2026-02-27", "900.00"),
    (
        FEBRUARY,
        "Je fais 150 euros chaque mois, le premier part lundi 2 mars.",
        "2026-03-02",
        "150.00",
    ),
    (
        FEBRUARY,
        "80 par mois comme convenu. Le premier versement partira vendredi.",
        "2026-02-20",
        "80.00",
    ),
    (
        FEBRUARY,
        "J'ai complètement oublié les 470, désolé. Je fais ça demain à la première heure.",
        "2026-02-20",
        "470.00",
    ),
    (
        FEBRUARY,
        "La facture 0388 de 18 640 € est validée. Elle sera réglée dans le train du 27 février.",
        "2026-02-27",
        "18640.00",
    ),
    (FEBRUARY, "Votre facture de 512,40 € sera réglée le 27.", "2026-02-27", "512.40"),
)


@pytest.mark.parametrize(("sent_at", "text", "days", "amount"), SAID)
def test_the_days_of_a_family_of_turns(
    sent_at: datetime, text: str, days: str, amount: str | None
) -> None:
    assert_promised(sent_at, text, days, amount)
