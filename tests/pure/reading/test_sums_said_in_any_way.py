"""Sums with their days, in figures and in words, beside sums that nobody promises."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text

THURSDAY = "2026-10-29T10:12:00+01:00"

SAID = (
    (THURSDAY, "Payment will leave our bank on Tuesday.", "2026-11-03", None),
    (THURSDAY, "We'll settle this in full by 15 November.", "2026-11-15", None),
    (THURSDAY, "You'll have it by close of business Friday.", "2026-10-30", None),
    (THURSDAY, "It's in our payment run of the 10th.", "2026-11-10", None),
    (
        THURSDAY,
        "Our next payment run is on 12 November and your invoice is included.",
        "2026-11-12",
        None,
    ),
    (THURSDAY, "Payment scheduled for Nov 20.", "2026-11-20", None),
    (THURSDAY, "I'll transfer the money the day after tomorrow.", "2026-10-31", None),
    (THURSDAY, "We expect to pay by the end of next week.", "2026-11-06", None),
    (THURSDAY, "We'll pay at month end.", "2026-10-31", None),
    (
        THURSDAY,
        "I can send £500 today and the balance on the 30th of November.",
        "2026-10-29 2026-11-30",
        "500.00",
    ),
    (THURSDAY, "You'll be paid within 14 days.", "2026-11-12", None),
    (THURSDAY, "Within five working days the transfer will reach you.", "2026-11-05", None),
    (THURSDAY, "I said the 5th, but make that the 9th.", "2026-11-09", None),
    (THURSDAY, "Not this Friday, the one after: 6 November.", "2026-11-06", None),
    (THURSDAY, "A week on Monday, you have my word, it'll be paid.", "2026-11-09", None),
    (THURSDAY, "Friday week at the latest, the transfer will be done.", "2026-11-06", None),
    (THURSDAY, "The cheque goes in the post on Monday morning.", "2026-11-02", None),
    (THURSDAY, "We'll pay on the 20th of next month.", "2026-11-20", None),
    (THURSDAY, "Sorry about that, paying it tonight.", "2026-10-29", None),
    (THURSDAY, "First half tomorrow, second half on 1 December.", "2026-10-30 2026-12-01", None),
    (THURSDAY, "It will be with you mid-November.", "2026-11-15", None),
    (THURSDAY, "The invoice dated 3 September will be paid on 9 November.", "2026-11-09", None),
    (
        THURSDAY,
        "Thanks for your letter of 26 October; the funds go out on Friday.",
        "2026-10-30",
        None,
    ),
    (
        THURSDAY,
        "I'm back in the office on Monday and will make the payment on Tuesday.",
        "2026-11-03",
        None,
    ),
    (THURSDAY, "Payment is due to go out w/c 9 November.", "2026-11-13", None),
    (THURSDAY, "Expect payment in week 46.", "2026-11-13", None),
    (THURSDAY, "You'll see the money in your account by the end of the month.", "2026-10-31", None),
    (THURSDAY, "Can do Thursday 5th, no earlier.", "2026-11-05", None),
    (THURSDAY, "Approved for payment, value date 6 November 2026.", "2026-11-06", None),
    (THURSDAY, "Die Überweisung erfolgt am 6. November.", "2026-11-06", None),
    (THURSDAY, "Wir zahlen bis Ende November.", "2026-11-30", None),
    (THURSDAY, "Der Betrag wird nächsten Montag überwiesen.", "2026-11-02", None),
    (
        THURSDAY,
        "Wir überweisen den Betrag bis spätestens Freitag, den 13. November.",
        "2026-11-13",
        None,
    ),
    (THURSDAY, "Haremos la transferencia el 10 de noviembre.", "2026-11-10", None),
    (THURSDAY, "Pagaremos la factura el próximo lunes.", "2026-11-02", None),
    (THURSDAY, "Effettueremo il bonifico il 6 novembre.", "2026-11-06", None),
    (THURSDAY, "Pagheremo entro fine novembre.", "2026-11-30", None),
    (THURSDAY, "Il pagamento sarà eseguito lunedì prossimo.", "2026-11-02", None),
    (THURSDAY, "Je vous vire les 1 254,30 € le 10 novembre.", "2026-11-10", "1254.30"),
    (THURSDAY, "Un règlement partiel de 800 euros partira demain.", "2026-10-30", "800.00"),
    (THURSDAY, "Je m'engage à verser 2.500 € le 15 novembre.", "2026-11-15", "2500.00"),
    (
        THURSDAY,
        "Virement de 3 000 € lundi, le complément suivra dès que possible.",
        "2026-11-02",
        "3000.00",
    ),
    (THURSDAY, "Sur les 4 200 € dus, je verse 1 000 € le 6 novembre.", "2026-11-06", "1000.00"),
    (
        THURSDAY,
        "Sur les 4 200 € que je vous dois, vous aurez la moitié le 6 novembre, soit 2 100 €.",
        "2026-11-06",
        "2100.00",
    ),
    (THURSDAY, "J'ai déjà payé 500 €, les 700 € restants partiront le 12.", "2026-11-12", "700.00"),
    (
        THURSDAY,
        "500 € ont été versés le 15 octobre, il reste 700 € que je paierai le 12 novembre.",
        "2026-11-12",
        "700.00",
    ),
    (THURSDAY, "Le total de 1 840,00 € TTC sera réglé le 20.", "2026-11-20", "1840.00"),
    (THURSDAY, "Je paie la facture de 960 € lundi.", "2026-11-02", "960.00"),
    (THURSDAY, "La facture de 960 € du 3 septembre sera payée lundi.", "2026-11-02", "960.00"),
    (
        THURSDAY,
        "Deux chèques de 450 € : un le 10, l'autre le 25.",
        "2026-11-10 2026-11-25",
        "900.00",
    ),
    (THURSDAY, "Deux fois 300 euros, le 5 et le 20 novembre.", "2026-11-05 2026-11-20", "600.00"),
    (THURSDAY, "3x250€ : 5/11, 5/12, 5/01", "2026-11-05 2026-12-05 2027-01-05", "750.00"),
    (THURSDAY, "Je vous règle quatre cent cinquante euros vendredi.", "2026-10-30", "450.00"),
    (
        THURSDAY,
        "Je peux mettre mille euros tout de suite, je les vire ce soir.",
        "2026-10-29",
        "1000.00",
    ),
    (
        THURSDAY,
        "Je verse 1,5 k€ le 10 et le reste à la fin du mois de novembre.",
        "2026-11-10 2026-11-30",
        "1500.00",
    ),
    (THURSDAY, "Acompte 30% soit 612,45 EUR demain.", "2026-10-30", "612.45"),
    (THURSDAY, "Règlement de 1'200 € le 10.", "2026-11-10", "1200.00"),
    (THURSDAY, "Nous réglerons 2 340€50 le 5.", "2026-11-05", "2340.50"),
    (
        THURSDAY,
        "Nous réglerons la somme de deux mille trois cent quarante euros et cinquante centimes le"
        " 5 novembre.",
        "2026-11-05",
        "2340.50",
    ),
    (THURSDAY, "Je paierai 890 € le 10, hors pénalités de 40 €.", "2026-11-10", "890.00"),
    (
        THURSDAY,
        "Les 40 € de frais, non, mais les 890 € de la facture partent le 10.",
        "2026-11-10",
        "890.00",
    ),
    (
        THURSDAY,
        "Votre total de 3 120 € sera payé en deux : 1 560 € le 10 novembre, 1 560 € le 10"
        " décembre.",
        "2026-11-10 2026-12-10",
        "3120.00",
    ),
    (
        THURSDAY,
        "Notre commande de 12 000 € est en cours ; la facture de 3 400 € sera réglée le 12.",
        "2026-11-12",
        "3400.00",
    ),
    (
        THURSDAY,
        "Je viens de recevoir 5 000 € d'un client, je vous en vire 2 000 demain.",
        "2026-10-30",
        "2000.00",
    ),
    (
        THURSDAY,
        "Mon client me doit 9 000 € ; dès demain je vous verse 600 €.",
        "2026-10-30",
        "600.00",
    ),
    (
        THURSDAY,
        "Je vous fais 400 demain et 400 dans quinze jours.",
        "2026-10-30 2026-11-13",
        "800.00",
    ),
    (THURSDAY, "We'll pay €1,250.00 on Friday.", "2026-10-30", "1250.00"),
    (
        THURSDAY,
        "£2k on Monday, the rest by the end of November.",
        "2026-11-02 2026-11-30",
        "2000.00",
    ),
    (THURSDAY, "We will transfer EUR 3.480,00 on 10 November.", "2026-11-10", "3480.00"),
    (THURSDAY, "Half (1,150 euros) goes out tomorrow.", "2026-10-30", "1150.00"),
    (THURSDAY, "I'll pay the 780 on Monday.", "2026-11-02", "780.00"),
    (THURSDAY, "Out of the 2,400 owed, I'll send 800 on Friday.", "2026-10-30", "800.00"),
    (
        THURSDAY,
        "The outstanding balance of $4,500 will be wired on November 13.",
        "2026-11-13",
        "4500.00",
    ),
    (THURSDAY, "Vous aurez vos 375,80 mardi.", "2026-11-03", "375.80"),
    (
        THURSDAY,
        "Je mets 100 euros de côté par semaine et le 27 novembre je vous paie les 400.",
        "2026-11-27",
        "400.00",
    ),
    (
        THURSDAY,
        "Règlement le 10 novembre par virement SEPA, montant : 5 872,16 EUR.",
        "2026-11-10",
        "5872.16",
    ),
    (THURSDAY, "La somme due (1 096,00 €) sera virée mercredi.", "2026-11-04", "1096.00"),
    (THURSDAY, "Paiement intégral, 2 780 €, programmé au 30.", "2026-10-30", "2780.00"),
    (
        THURSDAY,
        "Le virement de 512 € programmé au 6 novembre couvre la facture.",
        "2026-11-06",
        "512.00",
    ),
    (THURSDAY, "On règle le tout, 1 530 € et des poussières, lundi.", "2026-11-02", "1530.00"),
    (
        THURSDAY,
        "Je verserai 20 % maintenant (372 €) et 80 % (1 488 €) le 15 décembre.",
        "2026-10-29 2026-12-15",
        "1860.00",
    ),
    (
        THURSDAY,
        "Mon budget me permet 150 € par quinzaine : 150 le 5, 150 le 20, et 150 le 5 décembre.",
        "2026-11-05 2026-11-20 2026-12-05",
        "450.00",
    ),
    (THURSDAY, "Prélevez 325 € le 5 novembre.", "2026-11-05", "325.00"),
    (
        THURSDAY,
        "Un avoir de 120 € étant déduit, nous vous réglerons 1 080 € le 10.",
        "2026-11-10",
        "1080.00",
    ),
    (
        THURSDAY,
        "1 200 € moins l'avoir de 120 €, soit 1 080 €, partiront le 10.",
        "2026-11-10",
        "1080.00",
    ),
    (THURSDAY, "Je règle 600€ mtn et 600€ le mois pro.", "2026-10-29 2026-11-30", "1200.00"),
    (
        THURSDAY,
        "Je paie la petite (185 €) demain et la grosse (2 310 €) au 30 novembre.",
        "2026-10-30 2026-11-30",
        "2495.00",
    ),
    (
        THURSDAY,
        "Le 15 vous aurez 700 €, et chaque mois jusqu'en janvier la même somme.",
        "2026-11-15 2026-12-15 2027-01-15",
        "2100.00",
    ),
)


@pytest.mark.parametrize(("written_at", "text", "dates", "amount"), SAID)
def test_what_is_promised_and_how_much(
    written_at: str, text: str, dates: str, amount: str | None
) -> None:
    reading = read_text(text, sent_at=datetime.fromisoformat(written_at))
    assert " ".join(on.isoformat() for on in reading.promise_dates) == dates
    assert reading.promised_amount == (None if amount is None else Decimal(amount))
