"""What a debtor writes, the days on which he pays, the sum that he states."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

THURSDAY = "2026-10-29T10:12:00+01:00"
TUESDAY = "2026-05-19T14:20:00+02:00"
JANUARY = "2027-01-07T09:00:00+01:00"  # a Thursday

SENTENCES = (
    (THURSDAY, "Bonjour, le virement sera fait le 5.", "2026-11-05", None),
    (THURSDAY, "Règlement prévu le 05/11.", "2026-11-05", None),
    (THURSDAY, "Nous procéderons au règlement jeudi 5 novembre.", "2026-11-05", None),
    (THURSDAY, "Je vous règle dès lundi.", "2026-11-02", None),
    (THURSDAY, "Je fais le virement dès demain matin.", "2026-10-30", None),
    (THURSDAY, "On vous vire ça ce soir.", "2026-10-29", None),
    (THURSDAY, "Votre facture est programmée au paiement du 10/11.", "2026-11-10", None),
    (THURSDAY, "Le règlement interviendra au plus tard le 15 novembre.", "2026-11-15", None),
    (THURSDAY, "Paiement sous huitaine.", "2026-11-06", None),
    (THURSDAY, "Elle partira avec la prochaine campagne de règlement, le 10.", "2026-11-10", None),
    (
        THURSDAY,
        "Nos virements partent le 10 et le 25, la vôtre sera dans celui du 10.",
        "2026-11-10",
        None,
    ),
    (THURSDAY, "Vous serez payés fin novembre.", "2026-11-30", None),
    (THURSDAY, "Je paie entre le 10 et le 15 novembre.", "2026-11-15", None),
    (THURSDAY, "Le chèque part le 31 ou le 1er.", "2026-11-01", None),
    (THURSDAY, "Je poste le chèque lundi ou mardi.", "2026-11-03", None),
    (
        THURSDAY,
        "Nous réglerons cette facture à 30 jours fin de mois, soit le 30 novembre.",
        "2026-11-30",
        None,
    ),
    (THURSDAY, "Mise en paiement semaine 47.", "2026-11-20", None),
    (THURSDAY, "Je vous paye vendredi en huit.", "2026-11-06", None),
    (THURSDAY, "Le paiement sera effectué début décembre.", "2026-12-01", None),
    (THURSDAY, "Je m'engage à régler 1 200 € avant le 12 novembre.", "2026-11-12", "1200.00"),
    (THURSDAY, "Virement de 1.200,50 EUR le 6 novembre.", "2026-11-06", "1200.50"),
    (THURSDAY, "Je vire mille deux cents euros lundi.", "2026-11-02", "1200.00"),
    (
        THURSDAY,
        "Nous vous ferons parvenir un chèque de 845,30 € la semaine prochaine.",
        "2026-11-06",
        "845.30",
    ),
    (THURSDAY, "Le solde, soit 12k€, sera versé le 20 novembre.", "2026-11-20", "12000.00"),
    (
        THURSDAY,
        "Je verse un acompte de 30 % le 5 novembre et le reste le 5 décembre.",
        "2026-11-05 2026-12-05",
        None,
    ),
    (THURSDAY, "Je règle la moitié le 5, le reste le 20.", "2026-11-05 2026-11-20", None),
    (
        THURSDAY,
        "Je vous verse 500 € maintenant et le solde fin décembre.",
        "2026-10-29 2026-12-31",
        "500.00",
    ),
    (
        THURSDAY,
        "Je paierai 3 × 400 € les 5 de chaque mois.",
        "2026-11-05 2026-12-05 2027-01-05",
        "1200.00",
    ),
    (
        THURSDAY,
        "Nous réglerons en trois fois : 400 € le 5 novembre, 400 € le 5 décembre et 400"
        " € le 5 janvier.",
        "2026-11-05 2026-12-05 2027-01-05",
        "1200.00",
    ),
    (
        THURSDAY,
        "Je vous fais un virement de 300 € lundi, puis 300 € le 30 novembre et 250 € le"
        " 31 décembre.",
        "2026-11-02 2026-11-30 2026-12-31",
        "850.00",
    ),
    (
        THURSDAY,
        "600 euros partent demain, les 450 restants mi-novembre.",
        "2026-10-30 2026-11-15",
        "1050.00",
    ),
    (
        THURSDAY,
        "Je vire 200 € par mois le 5, en 4 fois à partir du 5 novembre.",
        "2026-11-05 2026-12-05 2027-01-05 2027-02-05",
        "800.00",
    ),
    (
        THURSDAY,
        "Un premier chèque de 700 € vous sera adressé le 4 novembre, un second du même montant"
        " le 4 décembre.",
        "2026-11-04 2026-12-04",
        "1400.00",
    ),
    (THURSDAY, "Je règle les deux factures les 10 et 20 novembre.", "2026-11-10 2026-11-20", None),
    (THURSDAY, "Votre facture du 12 septembre sera réglée le 5 novembre.", "2026-11-05", None),
    (
        THURSDAY,
        "Suite à votre courrier du 20 octobre, nous paierons le 6 novembre.",
        "2026-11-06",
        None,
    ),
    (
        THURSDAY,
        "La livraison du 3 novembre nous arrange, et nous réglerons le 10.",
        "2026-11-10",
        None,
    ),
    (THURSDAY, "Mon client me paie le 15, je vous fais le virement le 17.", "2026-11-17", None),
    (THURSDAY, "Je touche mon salaire le 2 et je vous paie le 4.", "2026-11-04", None),
    (
        THURSDAY,
        "Je suis en congés jusqu'au 6 novembre, je ferai le virement le 9.",
        "2026-11-09",
        None,
    ),
    (THURSDAY, "Le comptable revient lundi, il vous paiera mercredi 4.", "2026-11-04", None),
    (
        THURSDAY,
        "Notre conseil se réunit le 12 novembre ; le mandat suivra le 16.",
        "2026-11-16",
        None,
    ),
    (THURSDAY, "La facture échue le 30 septembre sera payée vendredi.", "2026-10-30", None),
    (THURSDAY, "J'avais promis le 5, ce sera finalement le 12.", "2026-11-12", None),
    (
        THURSDAY,
        "Comme la banque est fermée le 11, le virement partira le 12 novembre.",
        "2026-11-12",
        None,
    ),
    (
        THURSDAY,
        "J'ai déjà payé 300 € le 2 octobre, je paie les 500 € qui restent le 2 novembre.",
        "2026-11-02",
        "500.00",
    ),
    (
        THURSDAY,
        "Sur les 2 400 € de la facture, je vous verse 1 000 € vendredi.",
        "2026-10-30",
        "1000.00",
    ),
    (THURSDAY, "Je règle la facture FA-2026-1105 le 9 novembre.", "2026-11-09", None),
    (THURSDAY, "Appelez-moi lundi au 06 05 11 26 30, je paie mardi.", "2026-11-03", None),
    (THURSDAY, "Le devis du 5/10 était clair. On paie le 13/11.", "2026-11-13", None),
    (THURSDAY, "Le règlement sera effectué par LCR à échéance du 30 novembre.", "2026-11-30", None),
    (THURSDAY, "Vous recevrez un chèque de 460 € d'ici le 10.", "2026-11-10", "460.00"),
    (
        THURSDAY,
        "Nous contestons les 250 € de frais, mais les 1 800 € seront virés le 10 novembre.",
        "2026-11-10",
        "1800.00",
    ),
    (THURSDAY, "Merci de votre relance du 27/10 : règlement le 3/11.", "2026-11-03", None),
    (THURSDAY, "Demain c'est férié chez nous, je ferai le virement lundi.", "2026-11-02", None),
    (
        THURSDAY,
        "Rendez-vous le 4 à la banque, et je vous paie le 6 quoi qu'il arrive.",
        "2026-11-06",
        None,
    ),
    (
        THURSDAY,
        "Le livreur passe mardi prendre la palette, nous on règle jeudi.",
        "2026-11-05",
        None,
    ),
    (
        THURSDAY,
        "Notre exercice se clôture le 31 décembre, vous serez réglés le 15 novembre.",
        "2026-11-15",
        None,
    ),
    (
        THURSDAY,
        "Le chantier finit le 20 novembre. Je vous règle le 27 novembre.",
        "2026-11-27",
        None,
    ),
    (THURSDAY, "Je vous paie dès que possible.", "", None),
    (THURSDAY, "Nous réglerons à réception de l'avoir.", "", None),
    (THURSDAY, "Je paierai dès que mon client m'aura payé.", "", None),
    (THURSDAY, "Je ne pourrai pas payer le 5.", "", None),
    (THURSDAY, "Pouvez-vous attendre le 15 novembre ?", "", None),
    (THURSDAY, "Si vous livrez avant le 5, nous paierons.", "", None),
    (THURSDAY, "J'avais promis le 5 mais je ne peux pas.", "", None),
    (THURSDAY, "Je vous ai payé le 5 octobre.", "", None),
    (THURSDAY, "Le virement a été fait lundi.", "", None),
    (THURSDAY, "J'espère pouvoir payer le 15.", "", None),
    (THURSDAY, "On ne paiera rien avant le 30 novembre, et encore.", "", None),
    (THURSDAY, "Rappelez-moi le 5 pour en parler.", "", None),
    (THURSDAY, "Je serai absent du 2 au 6 novembre.", "", None),
    (THURSDAY, "Votre facture datée du 30/11 est fausse.", "", None),
    (THURSDAY, "Nous attendons la livraison prévue le 5 novembre.", "", None),
    (THURSDAY, "Mon client doit me régler le 15.", "", None),
    (THURSDAY, "Est-ce que le 15 vous conviendrait ?", "", None),
    (THURSDAY, "Vous me demandez de payer pour le 5 novembre, c'est impossible.", "", None),
    (THURSDAY, "Notre réunion du 12 novembre décidera.", "", None),
    (THURSDAY, "Le tribunal statue le 17 novembre.", "", None),
    ("2026-10-29T23:30:00-05:00", "I will pay tomorrow.", "2026-10-30", None),
    ("2026-10-30T00:30:00+09:00", "Payment goes out today.", "2026-10-30", None),
    ("2026-12-31T22:00:00+01:00", "Je paie demain.", "2027-01-01", None),
    ("2026-12-18T08:00:00+01:00", "Le virement partira le 5.", "2027-01-05", None),
    ("2026-12-18T08:00:00+01:00", "On solde tout avant la fin de l'année.", "2026-12-31", None),
    (
        "2026-12-18T08:00:00+01:00",
        "Vous aurez votre argent dans le courant de la semaine prochaine.",
        "2026-12-25",
        None,
    ),
    (THURSDAY, "We will settle your invoice by 13 November.", "2026-11-13", None),
    (THURSDAY, "Payment of £1,250.00 will be made on Friday 6 November.", "2026-11-06", "1250.00"),
    (
        THURSDAY,
        "Your invoice dated 12 September is scheduled for our next payment run on 10 November.",
        "2026-11-10",
        None,
    ),
    (
        THURSDAY,
        "We'll transfer half on the 5th and the balance on the 20th.",
        "2026-11-05 2026-11-20",
        None,
    ),
    (
        THURSDAY,
        "I will pay 500 euros now and the rest by the end of December.",
        "2026-10-29 2026-12-31",
        "500.00",
    ),
    (THURSDAY, "We cannot pay before the 15th.", "", None),
    (THURSDAY, "I'll pay you a week on Monday.", "2026-11-09", None),
    (THURSDAY, "The wire will go out on 11/05.", "2026-11-05", None),
    ("2026-10-29T10:12:00-05:00", "The wire will go out on 11/05.", "2026-11-05", None),
    ("2026-10-29T10:12:00-05:00", "We will pay on 11/25/2026.", "2026-11-25", None),
    (THURSDAY, "We will pay on 25/11/2026.", "2026-11-25", None),
    (THURSDAY, "Payment will be processed within 10 working days.", "2026-11-12", None),
    (THURSDAY, "Our director returns on Monday and we will pay on Wednesday.", "2026-11-04", None),
    (THURSDAY, "Wir werden die Rechnung am 10. November bezahlen.", "2026-11-10", None),
    (THURSDAY, "Der Betrag wird bis Ende nächster Woche überwiesen.", "2026-11-06", None),
    (THURSDAY, "Die Zahlung erfolgt am 15.11.2026.", "2026-11-15", None),
    (THURSDAY, "Pagaremos la factura el 10 de noviembre.", "2026-11-10", None),
    (THURSDAY, "La transferencia se hará el próximo viernes.", "2026-11-06", None),
    (THURSDAY, "Pagheremo la fattura entro il 15 novembre.", "2026-11-15", None),
    (THURSDAY, "Il bonifico sarà effettuato entro fine mese.", "2026-10-31", None),
    (THURSDAY, "Ok pour le 10.", "2026-11-10", None),
    (THURSDAY, "C noté jpaye vendredi", "2026-10-30", None),
    (THURSDAY, "bjr vir 640e lundi svp cdt", "2026-11-02", "640.00"),
    (THURSDAY, "Vendredi sans faute.", "2026-10-30", None),
    (THURSDAY, "Le 15/11 au plus tard.", "2026-11-15", None),
    (THURSDAY, "Promis, vous avez votre chèque mardi, 318,40 tout rond.", "2026-11-03", "318.40"),
    (THURSDAY, "OK BON A PAYER 30/11", "2026-11-30", None),
    (
        THURSDAY,
        "Date de règlement prévue : 16/11/2026\nMontant : 2 310,00 EUR\nMode : virement",
        "2026-11-16",
        "2310.00",
    ),
    (
        THURSDAY,
        "Facture FAC-118 : 640,00 € – paiement le 10/11\n"
        "Facture FAC-121 : 220,00 € – paiement le 25/11",
        "2026-11-10 2026-11-25",
        "860.00",
    ),
    (
        THURSDAY,
        "La facture de mars est à l'échéance du 30/11 chez nous, elle sera payée à cette date.",
        "2026-11-30",
        None,
    ),
    (
        TUESDAY,
        "Bonjour Madame, la facture sera réglée à l'échéance habituelle, c'est-à-dire le 31 mai.",
        "2026-05-31",
        None,
    ),
    (
        TUESDAY,
        "Je ferai un virement de 350 euros vendredi et un autre de 350 euros le vendredi suivant.",
        "2026-05-22 2026-05-29",
        "700.00",
    ),
    (
        TUESDAY,
        "On se met d'accord sur ça : 1 000 € d'ici vendredi, 1 500 € fin juin.",
        "2026-05-22 2026-06-30",
        "2500.00",
    ),
    (TUESDAY, "Le chèque est signé, il part au courrier demain.", "2026-05-20", None),
    (
        TUESDAY,
        "Règlement par virement le 25/05/2026 pour un montant de 4 812,36 €.",
        "2026-05-25",
        "4812.36",
    ),
    (
        TUESDAY,
        "La prochaine campagne de paiement a lieu le 2 juin, votre facture y figure.",
        "2026-06-02",
        None,
    ),
    (
        TUESDAY,
        "Nous payons nos fournisseurs le 10 de chaque mois, vous serez donc payés le 10 juin.",
        "2026-06-10",
        None,
    ),
    (
        TUESDAY,
        "Je dois recevoir le solde de mon chantier le 28 et je vous paie dans la foulée,"
        " le 29 au plus tard.",
        "2026-05-29",
        None,
    ),
    (TUESDAY, "Mon mari rentre samedi, il fera le virement lundi.", "2026-05-25", None),
    (
        TUESDAY,
        "Suite à notre conversation de lundi, je confirme le versement de 600 € le 1er juin.",
        "2026-06-01",
        "600.00",
    ),
    (
        TUESDAY,
        "Votre rappel du 12/05 est bien arrivé. Paiement prévu semaine 23.",
        "2026-06-05",
        None,
    ),
    (TUESDAY, "Désolé du retard, c'est réglé d'ici mercredi.", "2026-05-20", None),
    (TUESDAY, "Nous soldons le compte avant le 15 juin, sans faute.", "2026-06-15", None),
    (
        TUESDAY,
        "Le dossier passe en commission le 4 juin, le mandatement sera fait avant le 12 juin.",
        "2026-06-12",
        None,
    ),
    (TUESDAY, "Bonjour, virement programmé pour jeudi prochain.", "2026-05-28", None),
    (TUESDAY, "je vous regle la moitier demain et le reste le 5", "2026-05-20 2026-06-05", None),
    (TUESDAY, "Paiement sous 15 jours.", "2026-06-03", None),
    (TUESDAY, "Nous réglerons la facture dès réception du duplicata.", "", None),
    (TUESDAY, "Je vous rappelle lundi pour fixer une date.", "", None),
    (TUESDAY, "On a payé le 11 mai, vérifiez.", "", None),
    (TUESDAY, "Ma trésorerie ne permet rien avant septembre.", "", None),
    (TUESDAY, "Le commercial nous avait promis un avoir pour le 30 avril.", "", None),
    (
        TUESDAY,
        "Je conteste la facture du 2 mai, la machine tombe en panne tous les lundis.",
        "",
        None,
    ),
    (TUESDAY, "Je pense pouvoir régler vers le 10 juin si mon client me paie.", "", None),
    (TUESDAY, "Merci de m'envoyer la facture avant vendredi.", "", None),
    (TUESDAY, "Nous sommes fermés du 1er au 15 août, paiement le 20 juillet.", "2026-07-20", None),
    (TUESDAY, "Ordre de virement saisi ce jour, date d'exécution le 22/05.", "2026-05-22", None),
    (TUESDAY, "Les deux factures partent au règlement du 30 mai prochain.", "2026-05-30", None),
    (TUESDAY, "Je vous propose de payer le 10 juin, est-ce possible ?", "", None),
    (
        TUESDAY,
        "Vous aurez 200 € lundi, 200 € dans quinze jours et le solde à la fin du mois de juin.",
        "2026-05-25 2026-06-03 2026-06-30",
        "400.00",
    ),
    (JANUARY, "Le règlement partira le 15 janvier.", "2027-01-15", None),
    (JANUARY, "Je solde tout le mois prochain.", "2027-02-28", None),
    (JANUARY, "Paiement fin de semaine prochaine au plus tard.", "2027-01-15", None),
    (JANUARY, "On paie avant la fin du trimestre.", "2027-03-31", None),
    (
        JANUARY,
        "Je verse 150 euros par mois pendant 6 mois à partir du 5 février.",
        "2027-02-05 2027-03-05 2027-04-05 2027-05-05 2027-06-05 2027-07-05",
        "900.00",
    ),
    (JANUARY, "Payment will reach you by January 20th at the latest.", "2027-01-20", None),
    (JANUARY, "We have scheduled your invoice for payment next Wednesday.", "2027-01-13", None),
    (JANUARY, "We paid this on 28 December, please check.", "", None),
    (JANUARY, "We'll send a cheque for £820 on Monday.", "2027-01-11", "820.00"),
    (
        JANUARY,
        "Our payment run is every second Friday; yours goes out on 22 January.",
        "2027-01-22",
        None,
    ),
    (JANUARY, "Die Überweisung erfolgt spätestens am 20. Januar.", "2027-01-20", None),
    (JANUARY, "Realizaremos el pago el 20 de enero.", "2027-01-20", None),
    (JANUARY, "Provvederemo al pagamento entro il 20 gennaio.", "2027-01-20", None),
    (JANUARY, "virement fait lundi 11 promis", "2027-01-11", None),
    (
        JANUARY,
        "J'ai bien reçu votre courrier recommandé du 4 janvier ; je règle 1 250,00 € le"
        " 12 et le reste le 31.",
        "2027-01-12 2027-01-31",
        "1250.00",
    ),
    (JANUARY, "Vu avec mon associé : ok pour un paiement au 31/01.", "2027-01-31", None),
    (JANUARY, "Le virement sera effectué dans les prochains jours.", "", None),
    (
        JANUARY,
        "Notre comptable est en arrêt jusqu'au 18, elle fera le virement le 19.",
        "2027-01-19",
        None,
    ),
)


@pytest.mark.parametrize("sent_at, text, days, amount", SENTENCES)
def test_a_promise_is_read_whole_and_alone(
    sent_at: str, text: str, days: str, amount: str | None
) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(sent_at))
    assert " ".join(map(str, reading.promise_dates)) == days
    assert reading.promised_amount == (None if amount is None else Decimal(amount))


PARTS = (
    ("Je verse 95 € le 15 novembre et 120 € le 15 décembre.", ("95.00", "120.00")),
    ("Je vous verse 500 € maintenant et le solde fin décembre.", ("500.00", None)),
    ("Je paierai 3 × 400 € les 5 de chaque mois.", ("400.00", "400.00", "400.00")),
    ("Je règle la moitié le 5, le reste le 20.", (None, None)),
)


@pytest.mark.parametrize("text, amounts", PARTS)
def test_each_instalment_keeps_its_own_amount(text: str, amounts: tuple[str | None, ...]) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(THURSDAY))
    stated = tuple(part.amount for part in reading.promise_parts)
    assert stated == tuple(None if amount is None else Decimal(amount) for amount in amounts)
