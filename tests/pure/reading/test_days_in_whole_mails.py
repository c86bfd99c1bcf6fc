"""Days of payment in whole mails, beside what else people write."""

from datetime import datetime

import pytest

from pure.reading.days_said import ANY, assert_promised

APRIL = datetime.fromisoformat("2026-04-22T10:00:00+02:00")  # Wednesday
SEPTEMBER = datetime.fromisoformat("2026-09-11T10:00:00+02:00")  # Friday

SAID = (
    (
        APRIL,
        "Bonjour,\n\nFA-2031 : réglée le 3 avril par virement.\nFA-2044 : mise en paiement "
        "au 30 avril.\nFA-2051 : nous ne l'avons jamais reçue.\n\nCordialement",
        "2026-04-30",
        ANY,
    ),
    (
        APRIL,
        "Bonjour Madame,\nPour la 2031, c'est parti hier. Pour la 2044, ce sera la semaine "
        "prochaine, vendredi au plus tard.\nBien à vous",
        "2026-05-01",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, votre facture 2031 a été validée par M. Roche ce matin. Elle passera au "
        "prochain train de virements, celui du 5 mai.",
        "2026-05-05",
        ANY,
    ),
    (APRIL, "slt, g pas pu vendredi dsl. jte fais le virement mardi sans faute", "2026-04-28", ANY),
    (
        APRIL,
        "Bonjour,\nSuite à notre conversation de ce matin, je vous confirme un premier "
        "versement de 500 € le 30 avril, puis 500 € fin mai et le solde de 412,30 € fin "
        "juin.\nMerci de votre patience",
        "2026-04-30 2026-05-31 2026-06-30",
        "1412.30",
    ),
    (
        APRIL,
        "Bonjour, comme convenu au téléphone lundi, je vous verse 150 € le 5 de chaque "
        "mois à partir de mai, jusqu'en juillet.",
        "2026-05-05 2026-06-05 2026-07-05",
        ANY,
    ),
    (
        APRIL,
        "Bonjour,\nLa facture du 12 mars est en litige, on attend votre avoir. Celle du 2 "
        "avril (318 €) sera payée le 30.",
        "2026-04-30",
        "318.00",
    ),
    (
        APRIL,
        "Bonjour,\nPeut-on faire 200 € par mois ? Le premier partirait le 5 mai.\nMerci",
        "",
        ANY,
    ),
    (APRIL, "Bonjour, seriez-vous d'accord pour un report au 31 mai ?", "", ANY),
    (
        APRIL,
        "Bonjour,\nJe suis en déplacement jusqu'à vendredi. Dès mon retour lundi je fais "
        "le virement.",
        "2026-04-27",
        ANY,
    ),
    (
        APRIL,
        "Bonjour,\nNotre comptable est en congés jusqu'au 4 mai. Elle traitera votre "
        "facture à son retour.",
        "",
        ANY,
    ),
    (
        APRIL,
        "Hello,\nThanks for chasing. Invoice 2031 was paid on 10 April, 2044 is on this "
        "Friday's run and 2051 will go on 8 May.\nBest",
        "2026-04-24 2026-05-08",
        ANY,
    ),
    (
        APRIL,
        "Hi, our system shows 2044 due on 30 April, so payment will be released on 30 April.",
        "2026-04-30",
        ANY,
    ),
    (APRIL, "Hi, I can't pay before 15 May, sorry.", "", ANY),
    (APRIL, "Hi there, first thing tomorrow I'll send you the £320.", "2026-04-23", "320.00"),
    (
        APRIL,
        "Bonjour, votre commercial m'avait dit 60 jours. La facture est du 10 mars, donc "
        "je la règle le 10 mai.",
        "2026-05-10",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, j'ai posté un chèque de 412 € samedi, vous devriez le recevoir aujourd'hui.",
        "",
        None,
    ),
    (APRIL, "Bonjour, chèque de 412 € joint, à encaisser début mai svp.", "2026-05-04", "412.00"),
    (
        APRIL,
        "Bonjour,\nNous avons été livrés le 17 avec deux semaines de retard. Nous "
        "réglerons néanmoins le 30 avril comme prévu au contrat.",
        "2026-04-30",
        ANY,
    ),
    (
        APRIL,
        "Bonjour,\nNos règlements se font le 10 et le 25 de chaque mois. Votre facture "
        "étant arrivée le 20, elle sera réglée le 10 mai.",
        "2026-05-10",
        ANY,
    ),
    (
        APRIL,
        "Bonjour,\nle mandat a été transmis à la trésorerie le 15 avril, délai habituel 10 jours.",
        "",
        ANY,
    ),
    (
        APRIL,
        "Bonjour,\nMandat n° 412 émis ce jour, le virement devrait vous parvenir sous une "
        "dizaine de jours.",
        "",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, désolé j'ai eu un pépin de santé, je reprends lundi et je vous paie "
        "dans la semaine.",
        "2026-05-01",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, la banque débloque le prêt le 28, vous serez payé le 30 au plus tard.",
        "2026-04-30",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, vous avez raison, je vous dois encore 86,40 €. Je passe à l'agence "
        "demain avec un chèque.",
        "2026-04-23",
        "86.40",
    ),
    (
        APRIL,
        "Bonjour, 1 200 € mardi et le reste quand mon client m'aura payé.",
        "2026-04-28",
        "1200.00",
    ),
    (
        APRIL,
        "Bonjour, j'attends le règlement d'un gros client le 29. Sitôt encaissé, je vous "
        "règle, disons le 4 mai.",
        "2026-05-04",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, Mme Petit m'indique que votre facture est programmée au 07/05.",
        "2026-05-07",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, programmation faite : FA-2031 le 07/05, FA-2044 le 22/05.",
        "2026-05-07 2026-05-22",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, la 2031 et la 2044 partent ensemble le 7 mai, 1 840 € en tout.",
        "2026-05-07",
        "1840.00",
    ),
    (
        APRIL,
        "Bonjour, la 2031 (1 200 €) part le 7 mai, la 2044 (640 €) le 22.",
        "2026-05-07 2026-05-22",
        "1840.00",
    ),
    (APRIL, "Vous aurez votre chèque par la poste d'ici vendredi.", "2026-04-24", ANY),
    (
        APRIL,
        "On clôture ce soir, votre virement part dans le lot de demain matin, 1 040,16 €.",
        "2026-04-23",
        "1040.16",
    ),
    (APRIL, "Oui oui, demain.", "2026-04-23", ANY),
    (APRIL, "Mardi.", "2026-04-28", ANY),
    (APRIL, "fin de semaine prochaine max", "2026-05-01", ANY),
    (APRIL, "Pas avant le 15 mai, désolé.", "", ANY),
    (APRIL, "Ok je paye le 5 mai c'est promis mais arrêtez de m'appeler", "2026-05-05", ANY),
    (APRIL, "Le 30/04", "2026-04-30", ANY),
    (APRIL, "30 avril, virement, 640 €", "2026-04-30", "640.00"),
    (
        APRIL,
        "Bonjour, facture échue le 15 avril : je m'en occupe ce soir sans faute.",
        "2026-04-22",
        ANY,
    ),
    (APRIL, "Bonjour, votre relance du 20 avril a croisé mon virement du 19.", "", None),
    (
        SEPTEMBER,
        "Bonjour,\nJ'ai bien vu vos messages des 2 et 9 septembre. Le règlement "
        "interviendra le 15.",
        "2026-09-15",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour,\nMerci pour le délai. Je confirme : 300 € le 15 septembre, 300 € le 15 "
        "octobre, 287 € le 15 novembre.",
        "2026-09-15 2026-10-15 2026-11-15",
        "887.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, vous pouvez déposer le chèque que je vous ai laissé en août à partir du 15.",
        "2026-09-15",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, je ne pourrai pas tenir le 15 comme promis. Ce sera le 30.",
        "2026-09-30",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, je tiendrai le 15 comme promis.", "2026-09-15", ANY),
    (SEPTEMBER, "Bonjour, je n'ai pas oublié : le 15, comme je vous l'ai dit.", "2026-09-15", ANY),
    (SEPTEMBER, "Bonjour, on a dit le 15, ce sera le 15.", "2026-09-15", ANY),
    (
        SEPTEMBER,
        "Bonjour, on avait convenu du 15 mais le patron préfère le 18, le virement "
        "partira donc le 18.",
        "2026-09-18",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour,\nle solde de 1 312 €, moins l'acompte de 300 € déjà versé, soit 1 012 €, "
        "partira mercredi.",
        "2026-09-16",
        "1012.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, nous retenons 5 % de garantie (62 €) et vous versons 1 178 € le 30.",
        "2026-09-30",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour,\nj'ai 500 € tout de suite et 500 € à la fin du mois si ça vous va.",
        "",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour,\nje vire 500 € tout de suite et 500 € à la fin du mois.",
        "2026-09-11 2026-09-30",
        "1000.00",
    ),
    (SEPTEMBER, "Bonjour,\nJe vous propose 250 € par mois à compter d'octobre.", "", ANY),
    (
        SEPTEMBER,
        "Bonjour, je mets en place un virement permanent de 250 € le 5 de chaque mois, "
        "premier virement le 5 octobre, quatre mois.",
        "2026-10-05 2026-11-05 2026-12-05 2027-01-05",
        "1000.00",
    ),
    (
        SEPTEMBER,
        "Bonjour,\nLa trésorière est absente jusqu'au 21, le chèque sera donc signé le 22 "
        "et posté le 23.",
        "2026-09-23",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, notre CA se réunit le 17. Si tout va bien le mandat part le 18.",
        "",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, le syndic a l'AG le 24, les fonds seront appelés ensuite, comptez un "
        "règlement pour le 15 octobre.",
        "2026-10-15",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi Claire,\nJust to confirm, payment of £2,340.00 has been approved and will "
        "reach your account by Wednesday 16th.",
        "2026-09-16",
        "2340.00",
    ),
    (
        SEPTEMBER,
        "Hi,\nWe pay 30 days EOM, so your August invoice falls into the 30 September run.",
        "2026-09-30",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi,\nYour invoice dated 3 August arrived on 1 September. It'll be paid on 2 October.",
        "2026-10-02",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi,\nSorry, Sam was off until the 9th. Done today, you should see it Monday.",
        "",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi,\nI'll do half now and the other half on payday, 25th.",
        "2026-09-11 2026-09-25",
        ANY,
    ),
    (SEPTEMBER, "Hi,\nCould we settle on the 30th instead?", "", ANY),
    (SEPTEMBER, "Hi,\nThe remaining €612.50 goes out Tuesday.", "2026-09-15", "612.50"),
    (
        SEPTEMBER,
        "Bonjour, le paiement a été rejeté le 9, nouvelle tentative le 14.",
        "2026-09-14",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, prélèvement rejeté faute de provision, vous pouvez le représenter le "
        "28, mon salaire sera tombé.",
        "2026-09-28",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, c'est bon j'ai été payé, je vous règle ce week-end.", "2026-09-13", ANY),
    (
        SEPTEMBER,
        "Bonjour, ma mère entre à l'hôpital lundi, je vous règle mardi.",
        "2026-09-15",
        ANY,
    ),
    (SEPTEMBER, "Bonjour,\nLe bon à payer est parti. Règlement S38.", "2026-09-18", ANY),
    (SEPTEMBER, "Bonjour,\nBAP OK, prochaine campagne le 16.", "2026-09-16", ANY),
    (
        SEPTEMBER,
        "Bonjour,\nVotre dossier est complet. Liquidation le 14, paiement effectif sous 15 jours.",
        "2026-09-29",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, ça part lundi 14, vous l'avez mardi 15 au plus tard.", "2026-09-15", ANY),
    (
        SEPTEMBER,
        "Bonjour, ma banque met deux jours : je fais le virement lundi, vous l'aurez mercredi.",
        "2026-09-16",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, je passe lundi vous déposer un chèque de 90 € et je vous en fais un "
        "deuxième de 90 € à dater du 30.",
        "2026-09-14 2026-09-30",
        "180.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, vos 432,10 € ? Je les avais oubliés ! Vendredi prochain c'est fait.",
        "2026-09-18",
        "432.10",
    ),
    (
        SEPTEMBER,
        "Bonjour, je règle la plus ancienne, 210 €, lundi ; pour le reste voyez avec mon "
        "assurance.",
        "2026-09-14",
        "210.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, on vous a réglé 2 000 € le 31 août, il reste 480 € qui seront versés le "
        "30 septembre.",
        "2026-09-30",
        "480.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, 2 000 € déjà versés fin août, le complément de 480 € suit mercredi.",
        "2026-09-16",
        "480.00",
    ),
)


@pytest.mark.parametrize(("sent_at", "text", "days", "amount"), SAID)
def test_the_days_of_payment_of_a_whole_mail(
    sent_at: datetime, text: str, days: str, amount: str | None
) -> None:
    assert_promised(sent_at, text, days, amount)
