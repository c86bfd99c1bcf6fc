"""Days of payment in sentences that were written when the grammar stood."""

from datetime import datetime

import pytest

from pure.reading.days_said import ANY, assert_promised

APRIL = datetime.fromisoformat("2026-04-22T10:00:00+02:00")  # Wednesday
SEPTEMBER = datetime.fromisoformat("2026-09-11T10:00:00+02:00")  # Friday

SAID = (
    (
        APRIL,
        "Bonjour,\nVotre facture a été mise au paiement ce matin, le crédit interviendra "
        "vendredi.\nCordialement",
        "2026-04-24",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, je vous envoie le RIB demain et le règlement suivra le 5 mai.",
        "2026-05-05",
        ANY,
    ),
    (
        APRIL,
        "Bonjour, on vous paye en deux fois : 412 € fin avril et 412 € fin mai.",
        "2026-04-30 2026-05-31",
        "824.00",
    ),
    (APRIL, "Bonjour, j'ai demandé à ma banque un virement différé au 4 mai.", "2026-05-04", ANY),
    (APRIL, "Virement programmé, date de valeur 28/04.", "2026-04-28", ANY),
    (APRIL, "Je dépose le chèque dans votre boîte en passant demain soir.", "2026-04-23", ANY),
    (APRIL, "Bonjour, je suis payée le 28 et je vous règle dans la foulée.", "2026-04-28", ANY),
    (
        APRIL,
        "Le gérant rentre de congés le 27, il validera et le virement partira le lendemain.",
        "2026-04-28",
        ANY,
    ),
    (APRIL, "Comptez sur moi pour jeudi, 75 €.", "2026-04-23", "75.00"),
    (
        APRIL,
        "Je vous dois deux factures : 120 € et 85 €. Je paie la première demain, l'autre le 30.",
        "2026-04-23 2026-04-30",
        ANY,
    ),
    (APRIL, "On règle votre facture dès lundi, promis.", "2026-04-27", ANY),
    (
        APRIL,
        "Bonjour, prière de patienter jusqu'au 30, vous serez crédités ce jour-là.",
        "2026-04-30",
        ANY,
    ),
    (APRIL, "Merci de ne pas encaisser le chèque avant le 5 mai.", "2026-05-05", ANY),
    (
        APRIL,
        "Nous avons bien reçu votre rappel du 20 et procédons au virement ce jour.",
        "2026-04-22",
        ANY,
    ),
    (
        APRIL,
        "Le service financier confirme un décaissement la première semaine de mai.",
        "2026-05-01",
        ANY,
    ),
    (APRIL, "Acompte de 40 % demain (256 €), le solde à 30 jours.", "2026-04-23", ANY),
    (APRIL, "Fin de mois, comme d'habitude.", "2026-04-30", ANY),
    (APRIL, "Le 10, au plus tard le 12.", "2026-05-12", ANY),
    (APRIL, "Fait demain.", "2026-04-23", ANY),
    (APRIL, "Ce sera payé avant la fin de la semaine prochaine.", "2026-05-01", ANY),
    (APRIL, "On passe en commission le 28 et on vous mandate le 30.", "2026-04-30", ANY),
    (APRIL, "Il manque 40 € sur mon virement, je les envoie ce soir.", "2026-04-22", "40.00"),
    (APRIL, "Votre facture de mars sera payée avec celle d'avril, le 31 mai.", "2026-05-31", ANY),
    (
        APRIL,
        "Nous clôturons notre exercice le 30 avril et solderons tous les comptes "
        "fournisseurs le 15 mai.",
        "2026-05-15",
        ANY,
    ),
    (APRIL, "L'échéance du 15 n'a pas pu être honorée, elle le sera le 30.", "2026-04-30", ANY),
    (APRIL, "The cheque was signed yesterday and goes in the post tonight.", "2026-04-22", ANY),
    (APRIL, "Our bank holiday is on 4 May so the transfer goes on the 5th.", "2026-05-05", ANY),
    (APRIL, "£250 by Friday, £250 by the Friday after.", "2026-04-24 2026-05-01", "500.00"),
    (
        APRIL,
        "I get paid on the last Friday of the month, I'll send it that day.",
        "2026-04-24",
        ANY,
    ),
    (APRIL, "We can do 30 April.", "2026-04-30", ANY),
    (
        APRIL,
        "Payment was scheduled for the 15th but failed; rescheduled for the 24th.",
        "2026-04-24",
        ANY,
    ),
    (APRIL, "Please allow until 30 April for the payment to reach you.", "2026-04-30", ANY),
    (
        APRIL,
        "Je vous confirme avoir reçu l'avoir du 14. Le solde, soit 512 €, part au "
        "prochain lot, le 7 mai.",
        "2026-05-07",
        "512.00",
    ),
    (APRIL, "Nous avions prévu le 30 mais on peut avancer au 24.", "2026-04-24", ANY),
    (
        APRIL,
        "J'ai eu M. Roche au téléphone mardi, on s'est mis d'accord pour le 5 mai.",
        "2026-05-05",
        ANY,
    ),
    (APRIL, "On se voit le 28 pour le chantier, je vous apporte le chèque.", "2026-04-28", ANY),
    (
        APRIL,
        "Pour info je pars en vacances le 25, donc virement fait avant, vendredi.",
        "2026-04-24",
        ANY,
    ),
    (
        APRIL,
        "Je règle par moitié : la première aujourd'hui, la seconde dans un mois.",
        "2026-04-22 2026-05-22",
        ANY,
    ),
    (
        APRIL,
        "D'accord pour votre échéancier : 3 x 150 €, les 5 mai, 5 juin et 5 juillet.",
        "2026-05-05 2026-06-05 2026-07-05",
        "450.00",
    ),
    (
        APRIL,
        "Nous n'avons pas de trace de la facture du 12 mars, pouvez-vous la renvoyer ? "
        "Nous paierons au 31 mai.",
        "2026-05-31",
        ANY,
    ),
    (
        APRIL,
        "Désolée du retard ! Mon mari fait le virement ce soir en rentrant.",
        "2026-04-22",
        ANY,
    ),
    (APRIL, "La commande du 4 mai sera annulée si vous continuez.", "", ANY),
    (APRIL, "On fête nos 20 ans le 16 mai, venez ! Pour la facture je regarde.", "", ANY),
    (APRIL, "La formation du 28 est maintenue, la facture suivra son cours.", "", ANY),
    (APRIL, "J'ai la grippe, je reviens vers vous lundi.", "", ANY),
    (APRIL, "Le contrôle Urssaf est le 29, après on verra.", "", ANY),
    (APRIL, "Mon avocat vous répondra avant le 30.", "", ANY),
    (APRIL, "Vous aviez promis un avoir pour le 15, toujours rien.", "", ANY),
    (APRIL, "Le technicien doit repasser jeudi, on paiera quand ça marchera.", "", ANY),
    (APRIL, "Je devais vous payer le 15, je n'ai pas pu.", "", ANY),
    (APRIL, "L'assurance rembourse le 30 mai, en principe.", "", ANY),
    (
        SEPTEMBER,
        "Bonjour,\nLe règlement de vos factures 118 et 121 est prévu pour le 25 septembre "
        "; la 126 attend le visa du chef de projet.",
        "2026-09-25",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour Mme Roy, je profite de mon passage à Nantes mardi pour vous déposer le "
        "chèque de 540 €.",
        "2026-09-15",
        "540.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, j'avais compris fin septembre. Si c'est urgent je peux faire un geste : "
        "300 € lundi.",
        "2026-09-14",
        "300.00",
    ),
    (
        SEPTEMBER,
        "Bonjour,\nNotre logiciel comptable est en panne jusqu'à lundi. Le virement "
        "partira mardi à la reprise.",
        "2026-09-15",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, la trésorerie passe tous les jeudis, vous serez donc payé jeudi 17.",
        "2026-09-17",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour,\nC'est noté, je vous règle le 30 septembre comme indiqué sur votre courrier.",
        "2026-09-30",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, désolée pour l'oubli. Je viens de le programmer pour lundi.",
        "2026-09-14",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, le virement est parti ce matin. Pour la deuxième facture il faudra "
        "attendre fin octobre.",
        "2026-10-31",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, 3 fois 210 € : le 15 de ce mois, le 15 octobre et le 15 novembre.",
        "2026-09-15 2026-10-15 2026-11-15",
        "630.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, le dossier est chez notre assureur qui paiera le 30. Nous n'avons pas "
        "d'autre information.",
        "",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, votre facture 118 de 540 € sera compensée avec la nôtre de 200 €, et "
        "les 340 € restants virés le 30.",
        "2026-09-30",
        "340.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, la direction m'autorise à vous payer la moitié (270 €) dès lundi. Le "
        "reste suivra fin octobre.",
        "2026-09-14 2026-10-31",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, nous paierons le 5 octobre, soit à 60 jours comme prévu.",
        "2026-10-05",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, à réception de votre RIB je fais le virement dans l'heure.", "", ANY),
    (SEPTEMBER, "Bonjour, vous l'aurez avant la fin du mois, parole.", "2026-09-30", ANY),
    (
        SEPTEMBER,
        "Bonjour, c'est ma fille qui gère et elle m'assure que ça sera viré lundi à la "
        "première heure.",
        "2026-09-14",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, merci de m'accorder jusqu'au 30, je vous réglerai la totalité ce jour-là.",
        "2026-09-30",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, facture 118 : OK pour paiement à 30 jours fin de mois, donc au 31 octobre.",
        "2026-10-31",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, cela partira dans notre SEPA hebdomadaire de mercredi.",
        "2026-09-16",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, j'espère pouvoir faire un virement le 20.", "", ANY),
    (
        SEPTEMBER,
        "Bonjour, je suis désolé, je n'ai rien reçu avant votre mail d'hier. Je paie lundi.",
        "2026-09-14",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, j'ai noté le 18 dans mon agenda pour vous payer.", "2026-09-18", ANY),
    (
        SEPTEMBER,
        "Bonjour, rappelez-moi le 18 si vous n'avez rien reçu d'ici là, le virement part le 16.",
        "2026-09-16",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, le bureau valide les paiements le deuxième mardi du mois, donc le 13 octobre.",
        "2026-10-13",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, nous vous confirmons que le règlement de 2 160,00 € TTC sera effectué "
        "par virement bancaire en date du 25/09/2026.",
        "2026-09-25",
        "2160.00",
    ),
    (SEPTEMBER, "Bonjour, réglé le 25 au plus tard.", "2026-09-25", ANY),
    (
        SEPTEMBER,
        "Bonsoir, promis vous avez tout dimanche soir, je vends la remorque samedi.",
        "2026-09-13",
        ANY,
    ),
    (
        SEPTEMBER,
        "Bonjour, ok avec votre proposition du 9 : 4 mensualités de 135 €, première le "
        "1er octobre.",
        "2026-10-01 2026-11-01 2026-12-01 2027-01-01",
        "540.00",
    ),
    (
        SEPTEMBER,
        "Bonjour, votre facture sera payée en même temps que la suivante, soit le 15 octobre.",
        "2026-10-15",
        ANY,
    ),
    (SEPTEMBER, "Bonjour, pas de problème, cela sera fait sous 8 jours.", "2026-09-19", ANY),
    (SEPTEMBER, "Bonjour, d'ici mardi prochain ce sera bon.", "2026-09-15", ANY),
    (
        SEPTEMBER,
        "Bonjour, on fait le point demain avec l'expert-comptable et le virement part lundi.",
        "2026-09-14",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi, the CFO signs on Tuesdays so it'll be released on the 15th.",
        "2026-09-15",
        ANY,
    ),
    (
        SEPTEMBER,
        "Hi, your invoice is in the queue for the 30/09 run, £1,250 in total.",
        "2026-09-30",
        "1250.00",
    ),
    (
        SEPTEMBER,
        "Hi, two payments: £625 on 15 September and £625 on 15 October.",
        "2026-09-15 2026-10-15",
        "1250.00",
    ),
    (
        SEPTEMBER,
        "Hi, we've had a cyber incident, all payments are frozen until the 21st; yours "
        "will go out on the 22nd.",
        "2026-09-22",
        ANY,
    ),
    (SEPTEMBER, "Hi, payment's in the post as of this morning.", "", ANY),
    (SEPTEMBER, "Hi, as promised I'll pay on Monday, and sorry again.", "2026-09-14", ANY),
    (SEPTEMBER, "Hi, I won't have the money before the 30th.", "", ANY),
    (SEPTEMBER, "Hi, I'm away until the 21st and will pay when I'm back.", "", ANY),
    (SEPTEMBER, "On se réunit le 4 octobre, je vous paie le lendemain.", "2026-10-05", ANY),
)


@pytest.mark.parametrize(("sent_at", "text", "days", "amount"), SAID)
def test_the_days_of_sentences_written_afterwards(
    sent_at: datetime, text: str, days: str, amount: str | None
) -> None:
    assert_promised(sent_at, text, days, amount)
