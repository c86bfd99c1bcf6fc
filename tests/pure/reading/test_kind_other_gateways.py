"""Challenges, advertising and other creditors in wordings written before the rules saw them."""

import pytest

from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

CHALLENGES = (
    (
        "Demande de confirmation d'envoi",
        "Madame, Monsieur,\n\nL'expéditeur relances@us.example ne figure pas dans les "
        "correspondants de accueil@perrin.example. Merci de saisir le code 3 1 9 4 sur "
        "https://filtre.perrin.example/ok pour que votre courriel soit délivré.",
    ),
    (
        "Votre message à M. Roche",
        "Votre adresse ne figure pas encore parmi les contacts de M. Roche : recopiez les chiffres "
        "ci-dessous sur https://acces.example/4 et votre message lui sera remis.",
    ),
    (
        "Message en attente",
        "Votre e-mail à jean@perrin.example est retenu par notre filtre. Prouvez que vous n'êtes "
        "pas un robot en cliquant sur le lien suivant : https://verif.example/a",
    ),
    (
        "Please verify your email",
        "Hello, I protect myself from spam. Please click the link below to have your message "
        "delivered to my inbox. https://spam.example/ok",
    ),
    (
        "Confirmation demandée [ref 88]",
        "Ce destinataire n'accepte que les messages d'expéditeurs connus. Répondez à ce message "
        "sans en changer l'objet pour être ajouté à sa liste.",
    ),
    (
        "Vérification de l'expéditeur",
        "Afin de lutter contre le courrier indésirable, je vous demande de recopier les caractères "
        "de l'image : https://antispam.example/c?i=2. Votre courriel sera alors délivré.",
    ),
    (
        "Encore une étape",
        "Un dernier pas avant que M. Roche ne lise votre message : confirmez votre adresse en "
        "appuyant sur le bouton ci-dessous. [Je confirme] https://s.example/1",
    ),
)

CHALLENGES_NAMING_OUR_LETTER = (
    (
        "Action requise : confirmez que vous êtes une personne",
        "Nous protégeons compta@perrin.example contre les envois automatiques. Une seule "
        "validation suffit : https://check.example/?t=1\n\nMessage concerné : Deuxième rappel, "
        "votre facture impayée de 1 200 €",
    ),
    (
        "Vérification requise",
        "Votre courriel est retenu en quarantaine. Cliquez pour le libérer : https://q.example/7\n"
        "\nObjet : Relance, votre facture F-118 est échue",
    ),
)

OTHERS = (
    (
        "Vos emballages moins chers",
        "Nous sommes fabricant de cartons d'emballage et pouvons vous faire une offre à -20 %. "
        "Puis-je vous appeler mardi ?",
    ),
    (
        "Facture 2291 impayée",
        "Je vous relance au sujet de notre facture 2291 du 3 septembre, d'un montant de 180 €, "
        "restée impayée à ce jour.",
    ),
    (
        "CR chantier lot 4",
        "Compte rendu de la réunion de chantier n° 14 : présents, absents, points à lever.",
    ),
    (
        "Kermesse de Noël",
        "Chers amis, notre école organise sa kermesse le samedi 12 décembre. Si vous avez un "
        "petit lot à offrir pour la tombola, les enfants vous en seront reconnaissants.",
    ),
)

PEOPLE = (
    "J'ai cliqué sur le lien de votre message et le paiement est confirmé.",
    "Je suis en congé cette semaine mais j'ai vu votre message, le virement part lundi.",
    "Votre facture est retenue par notre service qualité, je vous réponds bientôt.",
)


def _kind(text: str, subject: str) -> Kind:
    head = f"Delivered-To: us@own.example\nFrom: Claire <c@perrin.example>\nSubject: {subject}\n"
    head += "To: us@own.example\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
    return kind_of(parse(f"{head}{text}\n".encode())).kind


@pytest.mark.parametrize(("subject", "text"), CHALLENGES + CHALLENGES_NAMING_OUR_LETTER)
def test_a_gateway_asks_for_a_proof(subject: str, text: str) -> None:
    assert _kind(text, subject) is Kind.CHALLENGE


@pytest.mark.parametrize(("subject", "text"), OTHERS)
def test_other_peoples_business(subject: str, text: str) -> None:
    assert _kind(text, subject) is Kind.UNRELATED


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person_stays_a_person(text: str) -> None:
    assert _kind(text, "Re: Facture FX-118") is Kind.HUMAN
