"""Persons whose words remind of reports, receipts, challenges, newsletters and orders."""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

CLAIRE = "Claire Perrin <claire@perrin.example>"
FOOTER = (
    "\n\nPaul Durand\nDurand Loisirs\nDécouvrez notre nouvelle offre printemps : -20 % sur nos "
    "solutions de camping !\nInscrivez-vous à notre newsletter | Se désinscrire"
)
PERSONS = [
    (
        CLAIRE,
        "facture contestée",
        ("Bonjour,\nNous contestons votre facture, la pose est à refaire.") + FOOTER,
    ),
    (CLAIRE, "paiement", ("Le virement est parti ce matin.") + FOOTER),
    (
        CLAIRE,
        "information",
        ("Bonjour, nous sommes en redressement judiciaire depuis le 3 mars.") + FOOTER,
    ),
    (CLAIRE, "Re: facture", ("Je ne paierai pas.") + FOOTER),
    (
        CLAIRE,
        "appel",
        ("Bonjour, pouvez-vous me rappeler au sujet de la somme que vous me réclamez ?"),
    ),
    (
        CLAIRE,
        "preuve",
        (
            "Merci de cliquer sur ce lien pour voir notre preuve de virement : "
            "https://banque.example/x"
        ),
    ),
    (
        CLAIRE,
        "notre facture",
        (
            "Vous trouverez ci-joint notre facture de pénalités pour retard de livraison, à "
            "déduire de la vôtre."
        ),
    ),
    (CLAIRE, "avoir", ("Ci-joint notre facture d'avoir, merci de compenser.")),
    (CLAIRE, "cheque", ("Veuillez trouver ci-joint notre chèque n° 4412.")),
    (CLAIRE, "colis", ("Votre colis n'est jamais arrivé, je ne paie pas les frais de port.")),
    (CLAIRE, "livraison", ("Votre livraison est incomplète.")),
    (CLAIRE, "virement", ("Notre compte a été bloqué par la banque, le virement est rejeté.")),
    (
        CLAIRE,
        "délai",
        (
            "Je me permets de vous écrire car nous traversons une passe difficile. "
            "Seriez-vous disponible pour un échange ?"
        ),
    ),
    (
        CLAIRE,
        "liquidation",
        ("Je vous invite à consulter https://infogreffe.example : nous sommes en liquidation."),
    ),
    (
        CLAIRE,
        "virement rejeté",
        ("Le serveur de la banque a rejeté le virement : adresse IBAN inconnue."),
    ),
    (CLAIRE, "erreur", ("Le message d'erreur dit que le destinataire du virement n'existe pas.")),
    (CLAIRE, "lu", ("J'ai lu votre message et j'ai ouvert le fichier.")),
    (
        CLAIRE,
        "confirmation",
        (
            "Confirmez-moi que votre facture n'est pas un spam ou un robot, cliquez pas je "
            "plaisante. Je paie demain."
        ),
    ),
    (CLAIRE, "SAV", ("La machine est en panne, on ne paiera qu'après réparation.")),
    (CLAIRE, "commande", ("Nous passons commande de 3 palettes, et la FX-118 sera payée avec.")),
    (CLAIRE, "demande", ("Je suis candidat à un échéancier.")),
    (CLAIRE, "chèque", ("Félicitations pour votre patience ! Le chèque part demain.")),
    (CLAIRE, "remise", ("L'offre que vous nous aviez faite était à -30 %, la facture est fausse.")),
    (CLAIRE, "tribunal", ("Nous avons reçu l'huissier. Votre dossier est au tribunal.")),
    (
        CLAIRE,
        "abonnement",
        ("Bonjour, notre abonnement est résilié depuis juin, pourquoi cette somme ?"),
    ),
    (
        "Paul <paul@client.example>",
        "mail rejeté",
        (
            "J'ai tenté de vous répondre mais votre adresse rejette mes messages. Virement "
            "fait le 2."
        ),
    ),
    (
        "Paul <paul@client.example>",
        "message non remis ?",
        ("Mon message vous a-t-il été remis ? La boîte était pleine."),
    ),
    (
        "Paul <paul@client.example>",
        "retour à l'expéditeur",
        ("Le courrier recommandé vous est revenu car l'adresse est fausse."),
    ),
    (
        "Postmaster <postmaster@client.example>",
        "vos mails",
        ("Je suis le postmaster et le gérant : on vous paie vendredi, arrêtez les mails."),
    ),
    (
        "Service administratif <admin@client.example>",
        "retard",
        ("Système informatique en panne, paiement retardé de 3 jours."),
    ),
]


@pytest.mark.parametrize("header", ["X-A: b", "List-Unsubscribe: <https://perrin.example/u>"])
@pytest.mark.parametrize("sender, subject, text", PERSONS[:4])
def test_a_person_with_a_shops_footer(sender: str, subject: str, text: str, header: str) -> None:
    assert FOOTER in text
    assert _kind(sender, subject, text, header) is Kind.HUMAN


@pytest.mark.parametrize("sender, subject, text", PERSONS)
def test_a_person_on_an_odd_matter(sender: str, subject: str, text: str) -> None:
    assert _kind(sender, subject, text, "X-A: b") is Kind.HUMAN


def _kind(sender: str, subject: str, text: str, header: str) -> Kind:
    head = f"Delivered-To: relances@malterie.example\nFrom: {sender}\nSubject: {subject}\n"
    head += f"To: relances@malterie.example\nMIME-Version: 1.0\n{header}\n"
    raw = f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    return kind_of(parse(raw.encode())).kind
