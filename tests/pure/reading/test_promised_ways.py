"""Ways of saying that money comes on a day, and how much, without the plain verb of paying."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

THURSDAY = "2026-10-29T10:12:00+01:00"

POINTING_BACK = (
    ("Entendu pour le 15 novembre. Je fais le virement ce jour-là.", "2026-11-15", None),
    (
        "Entendu pour le 15 novembre, merci de votre patience. Je fais le virement ce jour-là, en"
        " une fois, les 3 460.",
        "2026-11-15",
        "3460.00",
    ),
    ("D'accord pour le 12. Le virement partira à cette date.", "2026-11-12", None),
    ("OK pour vendredi 6. Vous aurez votre argent ce jour-là.", "2026-11-06", None),
    ("Nous retenons le 20 novembre. Le chèque sera posté à cette date.", "2026-11-20", None),
    (
        "Je vous verse 640 € le 10 novembre et la même chose le 10 décembre.",
        "2026-11-10 2026-12-10",
        "1280.00",
    ),
    (
        "Accord de la direction : 875 € le 30 novembre et pareil le 31 décembre.",
        "2026-11-30 2026-12-31",
        "1750.00",
    ),
    ("On vire 300 € le 5 et autant le 20.", "2026-11-05 2026-11-20", "600.00"),
    ("Je règle 410 € le 5 novembre et idem le 5 décembre.", "2026-11-05 2026-12-05", "820.00"),
    ("We pay £700 on 6 November and the same on 4 December.", "2026-11-06 2026-12-04", "1400.00"),
    (
        "Je paie 250 € le 5 novembre, 250 le 5 décembre et 250 le 5 janvier.",
        "2026-11-05 2026-12-05 2027-01-05",
        "750.00",
    ),
    (
        "Je vous vire 200 € le 10 novembre et pareil le mois d'après.",
        "2026-11-10 2026-12-10",
        "400.00",
    ),
    (
        "Virement de 450 € le 15 novembre, même chose le mois suivant.",
        "2026-11-15 2026-12-15",
        "900.00",
    ),
    ("Comme convenu, je vous règle le 6 novembre.", "2026-11-06", None),
    ("Comme convenu au téléphone, ce sera le 10.", "2026-11-10", None),
    ("C'est toujours bon pour le 9, le virement partira le jour dit.", "2026-11-09", None),
    ("Le 16 novembre me va. Vous recevrez le paiement le jour même.", "2026-11-16", None),
    ("Right, the 13th it is. I'll make the transfer that day.", "2026-11-13", None),
    ("Friday 6 November is fine. We will pay on that day.", "2026-11-06", None),
)

WITHOUT_A_VERB = (
    ("562 autour du 20.", "2026-11-20", "562.00"),
    ("La dernière, 710, au 5.", "2026-11-05", "710.00"),
    ("c pour lundi", "2026-11-02", None),
    ("ok, au 30/11", "2026-11-30", None),
    ("Pour le 12 sans faute.", "2026-11-12", None),
    ("Lundi au plus tard pour le solde.", "2026-11-02", None),
    ("Paiement annoncé pour le 24 novembre.", "2026-11-24", None),
    ("Paiement mandaté pour le 24 novembre.", "2026-11-24", None),
    ("Virement calé au 17.", "2026-11-17", None),
    ("Règlement positionné sur le 13 novembre.", "2026-11-13", None),
    ("Votre facture est positionnée au 13 novembre.", "2026-11-13", None),
    ("Bon à payer, échéance interne au 27/11, virement SEPA groupé.", "2026-11-27", None),
    ("B.A.P. donné, échéance 30 novembre.", "2026-11-30", None),
    ("Sera incluse au règlement du 16 novembre.", "2026-11-16", None),
    ("Elle passe avec les autres le dernier jour du mois.", "2026-10-31", None),
    ("Bon à payer pour fin novembre.", "2026-11-30", None),
    ("La vôtre est dans le lot du 10.", "2026-11-10", None),
    ("Votre facture est sur la liste du 15 novembre.", "2026-11-15", None),
    ("Facture prise dans les virements du 10.", "2026-11-10", None),
    ("Elle figure dans notre campagne de règlement du 25 novembre.", "2026-11-25", None),
    ("Le 10 novembre, date de nos paiements fournisseurs, vous serez dedans.", "2026-11-10", None),
    ("It will be with you on Saturday.", "2026-10-31", None),
    ("The last 160 will be with you on Saturday like we said.", "2026-10-31", "160.00"),
    ("Will get the 4,280 to you by close of play Friday.", "2026-10-30", "4280.00"),
    ("By close of business Friday, you have my word.", "2026-10-30", None),
    ("You'll have it Tuesday.", "2026-11-03", None),
    ("You'll have your money on the 6th.", "2026-11-06", None),
    ("Money in your account Monday.", "2026-11-02", None),
    ("The funds will land on 10 November.", "2026-11-10", None),
    ("It's in the 12 November run.", "2026-11-12", None),
    ("Cheque in the post Monday.", "2026-11-02", None),
    ("Chèque à la poste mercredi.", "2026-11-04", None),
    ("Chèque au courrier de lundi.", "2026-11-02", None),
    ("Mon virement : mardi.", "2026-11-03", None),
    ("Le solde, ce sera mardi.", "2026-11-03", None),
    ("Le reste fin novembre.", "2026-11-30", None),
    ("Les sous seront sur votre compte le 6.", "2026-11-06", None),
    ("L'argent est chez vous vendredi.", "2026-10-30", None),
    ("Je le ressaisis demain matin, le virement.", "2026-10-30", None),
    ("Date de règlement retenue : 18 novembre.", "2026-11-18", None),
    ("Règlement : 18/11.", "2026-11-18", None),
    ("Échéance de paiement fixée au 30 novembre.", "2026-11-30", None),
    ("Vous pouvez compter dessus pour le 15.", "2026-11-15", None),
    ("Ordre de virement à exécution le 9 novembre.", "2026-11-09", None),
    ("Mise au paiement le 9 novembre.", "2026-11-09", None),
    (
        "Mandat envoyé vendredi, paiement annoncé par l'agence comptable pour le 24 novembre.",
        "2026-11-24",
        None,
    ),
)

WHICH_DATE = (
    ("1000 partis ce matin, 562 autour du 20.", "2026-11-20", "562.00"),
    (
        "90026158 : comptabilisée, échéance 15/11, sera incluse au règlement du 16 novembre.",
        "2026-11-16",
        None,
    ),
    ("Facture échue le 31/10, elle part au virement du 5 novembre.", "2026-11-05", None),
    ("L'échéance était au 15 octobre, nous réglons le 5 novembre.", "2026-11-05", None),
    ("Échéance le 10, paiement le 12.", "2026-11-12", None),
    ("Exigible au 10 novembre, elle sera payée le 13.", "2026-11-13", None),
    (
        "La deuxième mensualité de 710 est partie hier et la dernière, 710 aussi, partira le 5"
        " novembre.",
        "2026-11-05",
        "710.00",
    ),
    ("J'ai déjà versé 300 €, les 200 restants partent le 6.", "2026-11-06", "200.00"),
    ("400 € virés lundi dernier, le solde de 350 € suivra le 9 novembre.", "2026-11-09", "350.00"),
    ("La première moitié est partie mardi, la seconde partira le 10.", "2026-11-10", None),
    (
        "Third 160 went over this morning, the last 160 will be with you on Saturday.",
        "2026-10-31",
        "160.00",
    ),
    (
        "We sent £500 yesterday and the remaining £250 will follow on 6 November.",
        "2026-11-06",
        "250.00",
    ),
    ("Le virement partira le 12, le 11 est férié.", "2026-11-12", None),
    ("Virement le 2, le 1er étant férié.", "2026-11-02", None),
    ("Le paiement se fera le 12, le 11 novembre étant chômé.", "2026-11-12", None),
    ("Notre banque est fermée le 11, vous serez donc crédités le 12.", "2026-11-12", None),
    ("Votre relance du 26 octobre a bien été reçue ; règlement le 6 novembre.", "2026-11-06", None),
    ("En réponse à votre lettre du 20, je vous paie le 9 novembre.", "2026-11-09", None),
    ("Je dois payer l'URSSAF le 5, vous serez payés le 15.", "2026-11-15", None),
    ("Le loyer tombe le 5, vous c'est le 12.", "2026-11-12", None),
)

NO_PROMISE_OF_OURS = (
    "Règlement effectué le 27 octobre.",
    "Le Trésor me confirme à l'instant le règlement, effectué le 27 octobre.",
    "Le mandat part au Trésor mardi ; ensuite c'est la perception qui paie et je ne maîtrise plus"
    " rien.",
    "Le mandat est transmis mardi à la trésorerie, la suite ne dépend pas de nous.",
    "@ Emballages Roux : votre facture sera virée le 15.\n@ Sorin : nous attendons votre PDF.",
    "J'ai promis à un autre fournisseur de le solder pour le 15, pour vous je ne sais pas.",
    "Si mon client me paie le 10, je vous règle le 12.",
    "On m'a dit que ce serait payé le 10 mais je n'en sais rien.",
    "Je ne pourrai pas payer le 10.",
    "Pas de virement avant le 10, et rien de sûr après.",
    "Copie du talon du chèque du 20 octobre, de 312 euros.",
    "Je dépose plainte demain.",
    "Le 11 novembre est férié.",
    "Mon comptable rentre lundi.",
    "Je serai au bureau le 10.",
    "Est-ce possible pour le 15 ?",
    "La réunion est calée au 17.",
    "Livraison annoncée pour le 24 novembre.",
    "L'intervention est programmée le 12.",
    "Je vous rappelle mardi.",
    "Le virement de mon client arrive le 10.",
    "Je devais payer le 10 novembre mais je ne pourrai pas.",
    "Rien avant le 15 novembre.",
    "Je ne paierai pas avant d'avoir vu le technicien le 12.",
    "Vous m'avez demandé de payer pour le 5, c'est trop tôt.",
    "Je pars en vacances le 5.",
    "Peut-être le 10, je verrai.",
    "Le commercial passe le 10 pour en parler.",
    "Je vous dirai le 10 quand je peux payer.",
    "Réponse le 10.",
    "Je vous réponds lundi au sujet du paiement.",
    "Ma comptable vous rappelle mardi pour le règlement.",
    "J'espère pouvoir régler le 10.",
    "Votre livraison du 5 novembre n'est pas arrivée.",
    "Envoyez-moi la facture pour le 10.",
    "Merci de nous renvoyer un RIB avant le 5.",
    "Chèque envoyé le 26 octobre.",
    "Virement fait mardi dernier.",
)

SUMS = (
    ("Je fais le virement lundi, les 5 460.", "2026-11-02", "5460.00"),
    ("Le 562 part lundi.", "2026-11-02", "562.00"),
    ("jai que 200 je vous les envoi demain", "2026-10-30", "200.00"),
    (
        "jai que 200 je vous les envoi demain le reste fin novembre",
        "2026-10-30 2026-11-30",
        "200.00",
    ),
    ("1000 balles vendredi, promis.", "2026-10-30", "1000.00"),
    ("Je vous vire 1,5k lundi.", "2026-11-02", "1500.00"),
    ("Je vous vire 2 k lundi.", "2026-11-02", "2000.00"),
    ("Je paie la totalité, mille huit cent quinze euros, le 30 novembre.", "2026-11-30", "1815.00"),
    ("Je vous vire septante-cinq euros lundi.", "2026-11-02", "75.00"),
    ("Je verse nonante euros lundi.", "2026-11-02", "90.00"),
    ("Je verse cent nonante-deux euros lundi.", "2026-11-02", "192.00"),
    ("Je règle la totalité lundi.", "2026-11-02", None),
    ("Je règle le solde le 10.", "2026-11-10", None),
    ("Tout sera payé le 10.", "2026-11-10", None),
    ("Je règle le solde, soit 1 330, le 10 novembre.", "2026-11-10", "1330.00"),
    ("Le facteur passe vendredi, je lui donne le chèque. De 2044.", "2026-10-30", "2044.00"),
    ("Chèque de 480 au courrier de lundi.", "2026-11-02", "480.00"),
    ("536 balles, chèque à la poste mercredi.", "2026-11-04", "536.00"),
    ("Les 1 250 seront virés le 6.", "2026-11-06", "1250.00"),
    ("Vos 890 partent demain.", "2026-10-30", "890.00"),
    ("On vous envoie les 1.240,50 mardi.", "2026-11-03", "1240.50"),
    ("I'll send the 860 on Monday.", "2026-11-02", "860.00"),
    ("The remaining 420 goes out on Friday.", "2026-10-30", "420.00"),
    ("Deux virements de 300 €, le 10 et le 20 novembre.", "2026-11-10 2026-11-20", "600.00"),
    (
        "3 chèques de 200 € les 5 novembre, 5 décembre et 5 janvier.",
        "2026-11-05 2026-12-05 2027-01-05",
        "600.00",
    ),
    ("1 390 € le 30 novembre et la même chose le 30 décembre.", "2026-11-30 2026-12-30", "2780.00"),
)

OTHER_HANDS = (
    ("Ok je note le 12 novembre, promis j'oublie pas.", "2026-11-12", None),
    ("Vous l'aurez le 12, comme on s'était dit.", "2026-11-12", None),
    ("Ça part mardi avec le lot.", "2026-11-03", None),
    ("On est bon pour le 20.", "2026-11-20", None),
    ("Marché conclu pour le 15 novembre.", "2026-11-15", None),
    ("Bien noté, paiement calé vendredi 6.", "2026-11-06", None),
    ("Ordre donné à la banque, exécution lundi.", "2026-11-02", None),
    ("Le virement est saisi, date de valeur 3 novembre.", "2026-11-03", None),
    ("Virement programmé, valeur 3/11.", "2026-11-03", None),
    ("Échéance validée au 15/11.", "2026-11-15", None),
    ("Facture validée, paiement à l'échéance du 30 novembre.", "2026-11-30", None),
    ("Facture validée en règlement le 30/11.", "2026-11-30", None),
    ("Vous êtes dans le train de paiement du 10 novembre.", "2026-11-10", None),
    (
        "Votre facture fait partie du prochain train de virements, le 10 novembre.",
        "2026-11-10",
        None,
    ),
    ("Je passe à la banque lundi pour le virement.", "2026-11-02", None),
    ("Le chèque est signé, il part au courrier de ce soir.", "2026-10-29", None),
    ("Le chèque partira au courrier demain.", "2026-10-30", None),
    (
        "Vous recevrez 1 250 € sous huitaine et le solde, 830 €, fin novembre.",
        "2026-11-06 2026-11-30",
        "2080.00",
    ),
    ("Acompte de 500 lundi et les 780 qui restent le 20.", "2026-11-02 2026-11-20", "1280.00"),
    ("500 lundi, 780 le 20.", "2026-11-02 2026-11-20", "1280.00"),
    ("Je peux mettre 150 maintenant et 150 le 10.", "2026-10-29 2026-11-10", "300.00"),
    ("je vous fé un virement de 320 samedi", "2026-10-31", "320.00"),
    ("Jvous vire les 320 samedi matin", "2026-10-31", "320.00"),
    ("je peut vous donner 300 lundi et le reste le 15", "2026-11-02 2026-11-15", "300.00"),
    ("La facture de 1 260 € sera réglée le 10 novembre.", "2026-11-10", "1260.00"),
    ("Nous réglons vos deux factures, soit 2 340,00 €, le 10/11.", "2026-11-10", "2340.00"),
    ("Les factures de 300 € et 450 € seront payées le 10 novembre.", "2026-11-10", "750.00"),
    ("Cheque de 1.150 euros posté lundi au plus tard", "2026-11-02", "1150.00"),
    ("Payment of 2,310.50 will be made on 6 November.", "2026-11-06", "2310.50"),
    ("We'll get £1,250 over to you by Friday.", "2026-10-30", "1250.00"),
    ("Should be in your account by Wednesday, paying the full 940.", "2026-11-04", "940.00"),
    ("I'll settle up on Monday, all of it.", "2026-11-02", None),
    ("Booked for Friday's run.", "2026-10-30", None),
    ("You're on the 15 November payment run.", "2026-11-15", None),
    ("Payment is set for 12/11.", "2026-11-12", None),
    (
        "Le règlement de votre facture du 3 septembre, échue le 3 octobre, sera fait le 10"
        " novembre.",
        "2026-11-10",
        None,
    ),
    ("Reçu votre relance du 27, le virement sera fait vendredi 6 novembre.", "2026-11-06", None),
    ("Le virement du 10 octobre a été rejeté, j'en refais un lundi.", "2026-11-02", None),
    ("Le prélèvement du 5 a été rejeté, je fais un virement le 9.", "2026-11-09", None),
    ("Je suis en déplacement jusqu'au 5, je vous paie le 6.", "2026-11-06", None),
    ("Je rentre le 5 et je fais le virement dans la foulée.", "", None),
    ("Le conseil a lieu le 12, le paiement suivra le 16.", "2026-11-16", None),
    (
        "Le comptable est en congé jusqu'au 9 novembre ; il fera le virement le 10.",
        "2026-11-10",
        None,
    ),
    ("J'ai payé la moitié le 15, l'autre moitié sera faite le 15 novembre.", "2026-11-15", None),
    ("Le solde vous parviendra pour la Saint-Nicolas, le 6 décembre.", "2026-12-06", None),
    ("On solde tout le 30/11 au plus tard.", "2026-11-30", None),
    ("Règlement par chèque à réception de mes allocations, le 5 novembre.", "2026-11-05", None),
    ("Je touche ma paie le 5, je vous fais 200 le 6.", "2026-11-06", "200.00"),
    (
        "Paiement échelonné : 300 le 5/11, 300 le 5/12, 300 le 5/01.",
        "2026-11-05 2026-12-05 2027-01-05",
        "900.00",
    ),
    (
        "Trois virements de 250 € : 5 novembre, 5 décembre, 5 janvier.",
        "2026-11-05 2026-12-05 2027-01-05",
        "750.00",
    ),
    (
        "Mandatement fait, le comptable public annonce un paiement au 18 novembre.",
        "2026-11-18",
        None,
    ),
    ("Mandat n° 455 émis ce jour, mise en paiement prévue le 18/11.", "2026-11-18", None),
    ("Pris en compte. Règlement par virement à 45 jours, soit le 28 novembre.", "2026-11-28", None),
    ("D'accord. 30 novembre. Virement.", "2026-11-30", None),
    ("Virement. Lundi. Promis.", "2026-11-02", None),
    ("Le 6.", "2026-11-06", None),
    ("d'ici mercredi c'est fait", "2026-11-04", None),
    ("Vous verrez l'argent sur votre compte mardi.", "2026-11-03", None),
    ("L'argent sera là mardi.", "2026-11-03", None),
    ("Mon associé signe lundi, virement mardi.", "2026-11-03", None),
)

CASES = (*POINTING_BACK, *WITHOUT_A_VERB, *WHICH_DATE, *SUMS, *OTHER_HANDS)


@pytest.mark.parametrize(("text", "dates", "amount"), CASES, ids=[case[0] for case in CASES])
def test_what_is_promised_without_the_plain_verb(text: str, dates: str, amount: str | None) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(THURSDAY))

    assert " ".join(on.isoformat() for on in reading.promise_dates) == dates
    assert reading.promised_amount == (None if amount is None else Decimal(amount))


@pytest.mark.parametrize("text", NO_PROMISE_OF_OURS)
def test_days_on_which_this_debtor_promises_nothing(text: str) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(THURSDAY))

    assert reading.promise_dates == ()
