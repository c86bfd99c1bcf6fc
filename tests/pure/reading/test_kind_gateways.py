"""Receipts, challenges and other people's business, in many programs' words."""

import pytest

from relance_mailer.reading.kind import KindReading, kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind

CLAIRE = "Claire Perrin <claire@perrin.example>"
DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.perrin.example>"


def read(
    text: str, *, subject: str = "Re: Facture FX-118", sender: str = CLAIRE, headers: str = ""
) -> KindReading:
    head = f"Delivered-To: relances@malterie.example\n{headers}From: {sender}\n"
    head += f"To: relances@malterie.example\nSubject: {subject}\nMIME-Version: 1.0\n"
    return kind_of(parse(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()))


RECEIPTS = [
    (
        CLAIRE,
        "Lu : Facture FX-118",
        "Votre message\n\n   À : Claire Perrin\n   Objet : Facture FX-118\n   Envoyé : "
        "lundi 2 mars 2026 09:04\n\n a été lu le mardi 3 mars 2026 10:00.",
    ),
    (
        CLAIRE,
        "Read: Facture FX-118",
        "Your message\n\n  To: Claire\n  Subject: Facture\n\nwas read on 3 March",
    ),
    (
        CLAIRE,
        "Non lu : Facture FX-118",
        "Votre message a été supprimé sans avoir été lu le mardi 3 mars",
    ),
    (
        CLAIRE,
        "Accusé de lecture (affiché) - Facture FX-118",
        "Ceci est un accusé de réception pour le courrier que vous avez envoyé à "
        "claire@perrin.example. Cet accusé indique seulement que le message a été affiché "
        "sur l'ordinateur du destinataire.",
    ),
    (
        CLAIRE,
        "Confirmation de lecture: Facture FX-118",
        'Le message envoyé le 2 mars à claire@perrin.example avec le sujet "Facture" a '
        "été affiché. Ceci n'est pas la garantie que le message a été lu ou compris.",
    ),
    (
        CLAIRE,
        "Accusé de réception (affiché) : Facture",
        "Cet accusé de réception indique que le message a été ouvert.",
    ),
    (
        "postmaster@perrin.example",
        "Relayé : Facture FX-118",
        "La remise à ces destinataires ou groupes est terminée, mais aucune notification "
        "de remise n'a été envoyée par le serveur de destination :\nclaire@perrin.example",
    ),
    (
        "Microsoft Outlook <postmaster@perrin.example>",
        "Remis : Facture FX-118",
        "Votre message a été remis aux destinataires suivants : claire@perrin.example",
    ),
    (
        CLAIRE,
        "Return Receipt",
        "Return receipt: your document Facture was received by Claire at 3/3/2026",
    ),
    (
        CLAIRE,
        "Return Receipt (displayed) - Facture",
        "This is a Return Receipt for the mail that you sent to claire@perrin.example.",
    ),
    (CLAIRE, "Ouvert : Facture FX-118", "Votre message du 2 mars a été ouvert par Claire Perrin."),
    (CLAIRE, "Lu : Facture FX-118", "Message lu le 3 mars à 10:00"),
    (CLAIRE, "Gelesen: Facture", "Lesebestätigung: Ihre Nachricht wurde am 3.3. angezeigt"),
    (
        "postmaster@perrin.example",
        "Remis: Facture",
        "Votre message a bien été remis à claire@perrin.example (aucune action requise)",
    ),
    (
        CLAIRE,
        "Disposition notification: displayed",
        "The message was displayed on the recipient's computer. There is no guarantee "
        "that the message has been read.",
    ),
]


@pytest.mark.parametrize("sender, subject, text", RECEIPTS)
def test_receipts_of_all_sorts(sender: str, subject: str, text: str) -> None:
    assert read(text, subject=subject, sender=sender).kind is Kind.READ_RECEIPT


CHALLENGES = [
    (
        CLAIRE,
        "Re: Facture FX-118",
        "Bonjour,\nVotre message n'a pas encore été remis à Claire Perrin : notre filtre "
        "ne connaît pas votre adresse. Cliquez sur ce lien pour vous faire reconnaître : "
        "https://x.example/v?1",
    ),
    (
        CLAIRE,
        "Re: Facture FX-118",
        "Ma messagerie est protégée par MailInBlack. Merci de cliquer ici pour prouver "
        "que vous n'êtes pas un robot, votre e-mail me parviendra aussitôt.",
    ),
    (
        "claire@perrin.example",
        "Authentification de l'expéditeur",
        "Pour que votre e-mail me parvienne, veuillez saisir les caractères affichés à "
        "l'adresse suivante : https://antispam.example/captcha. Cette opération n'est à "
        "faire qu'une fois.",
    ),
    (
        "noreply@vade.example",
        "Demande d'authentification",
        "Votre courriel est retenu par notre dispositif anti-pourriel. Il sera remis "
        "après validation de votre adresse : https://vade.example",
    ),
    (
        "claire@perrin.example",
        "Your email requires verification verify#abc",
        "You have reached a mailbox protected by BoxTrapper. Please click the link or "
        "reply to this message to be verified.",
    ),
    (
        "claire@perrin.example",
        "Re: Facture (verification)",
        "The person you are writing to uses Spam Arrest. Click below to complete the "
        "verification process.",
    ),
    (
        "Claire <claire@perrin.example>",
        "Re: Facture FX-118",
        "Je reçois trop de publicités et filtre donc les expéditeurs que je ne connais "
        "pas. Merci de répondre à ce message sans rien changer pour que le vôtre me soit "
        "transmis.",
    ),
    (
        "claire@perrin.example",
        "MailInBlack : authentification",
        "C'est la première fois que vous écrivez à cette adresse. Afin de lutter contre "
        "le spam, confirmez votre envoi en un clic.",
    ),
    (
        "Claire <claire@perrin.example>",
        "Re: Facture FX-118",
        "Bonjour, pour protéger ma boîte du spam, j'utilise un service qui vérifie les "
        "nouveaux expéditeurs. Un simple clic ci-dessous et votre mail me sera remis : "
        "https://v.example/1",
    ),
    (
        "no-reply@cleanmail.example",
        "Message en quarantaine",
        "Votre email est retenu. Prouvez que vous êtes humain en résolvant le captcha : "
        "https://c.example",
    ),
    (
        "Claire <claire@perrin.example>",
        "Demande d'autorisation",
        "Bonjour, vous n'êtes pas encore dans ma liste de contacts autorisés. Cliquez sur "
        "Autoriser pour que votre message soit acheminé.",
    ),
    (
        "challenge@gate.example",
        "Please verify",
        "Your message is waiting for approval because your address is not on the "
        "recipient's safe list. Visit the link to confirm you are a real person.",
    ),
]


@pytest.mark.parametrize("sender, subject, text", CHALLENGES)
def test_gateways_that_ask_for_a_proof(sender: str, subject: str, text: str) -> None:
    assert read(text, subject=subject, sender=sender).kind is Kind.CHALLENGE


OTHERS = [
    (
        "Lea <lea@conseil.example>",
        "Réduisez vos charges de 30 %",
        "Bonjour, nous accompagnons les PME dans la réduction de leurs charges. "
        "Auriez-vous un moment cette semaine pour échanger ?",
    ),
    (
        "LinkedIn <invitations@linkedin.example>",
        "Marie Durand vous a envoyé une invitation",
        "Marie Durand vous invite à rejoindre son réseau professionnel sur LinkedIn. "
        "Accepter. Se désabonner",
    ),
    (
        "compta@fournisseur.example",
        "Facture F-2231",
        "Bonjour, veuillez trouver ci-joint notre facture F-2231 pour les prestations de "
        "février. Règlement à 30 jours.",
    ),
    (
        "Netflix <x@phish.example>",
        "Action requise : paiement refusé",
        "Votre abonnement arrive à expiration. Mettez à jour votre moyen de paiement sous "
        "24 h pour éviter la suspension de votre compte : http://x.example",
    ),
    (
        "promo@shop.example",
        "-20 % sur tout le site",
        "Découvrez notre nouvelle collection printemps. Frais de port offerts. Se "
        "désinscrire | Version en ligne",
    ),
    (
        "eleve@gmail.com",
        "Candidature alternance",
        "Bonjour, je recherche une alternance en comptabilité à partir de septembre, CV joint.",
    ),
    (
        "achat@brasserie.example",
        "Demande de prix",
        "Pouvez-vous me faire parvenir votre meilleur prix pour 3 palettes de malt pilsen "
        "livrées à Rennes ?",
    ),
    (
        "com@salon.example",
        "Portes ouvertes",
        "Invitation à notre portes ouvertes du 12 avril, cocktail à 19h.",
    ),
    (
        "dhl@phish.example",
        "Delivery pending",
        "Your parcel is waiting. Pay customs fee of 1.99 EUR here: http://x",
    ),
    (
        "voip@tel.example",
        "Nouveau message vocal",
        "Vous avez reçu un message vocal. Écoutez-le : http://x.example",
    ),
    (
        "noreply@hebergeur.example",
        "Alerte : expiration",
        "Votre certificat SSL expire dans 14 jours.",
    ),
    (
        "it@phish.example",
        "Service informatique",
        "Votre mot de passe expire aujourd'hui, cliquez ici pour le conserver",
    ),
    (
        "j@assur.example",
        "Votre protection",
        "Bonjour, seriez-vous disponible pour un rapide échange sur vos besoins en assurance ?",
    ),
    (
        "noreply@shop.example",
        "Expédition de votre commande",
        "Votre commande 2231 a été expédiée. Suivez votre colis.",
    ),
    (
        "chef@malterie.example",
        "Réunion",
        "Rappel : réunion de service jeudi à 14h, ordre du jour joint.",
    ),
    (
        "audit@cac.example",
        "Circularisation",
        "Bonjour, pourriez-vous me confirmer le solde de notre compte dans vos livres au "
        "31/12 pour notre commissaire aux comptes ?",
    ),
    (
        "info@encre.example",
        "Promo",
        "Nouvelle offre : -30 % sur les cartouches d'encre jusqu'à dimanche ! Désinscription",
    ),
    (
        "admin@phish.example",
        "Alerte quota",
        "Votre boîte mail a atteint sa limite. Cliquez ici pour augmenter votre quota ou "
        "votre compte sera suspendu sous 24h",
    ),
    (
        "x@spam.example",
        "Confidential",
        "I am a lawyer handling the estate of a late client with USD 8,200,000 and seek "
        "your partnership.",
    ),
]


@pytest.mark.parametrize("sender, subject, text", OTHERS)
def test_what_concerns_no_claim(sender: str, subject: str, text: str) -> None:
    assert read(text, subject=subject, sender=sender).kind is Kind.UNRELATED


ASKED_AGAIN = [
    (
        "Action requise : votre e-mail à claire@perrin.example est en attente",
        "Vous ne figurez pas encore parmi les expéditeurs autorisés. Cliquez une fois sur le "
        "bouton pour prouver que vous êtes une personne. Sans validation sous 15 jours, le message "
        "sera effacé.",
    ),
    (
        "Please verify yourself (Re: Facture FX-118)",
        "I get too much junk, so I use a challenge service. To reach me, click "
        "https://guard.example/ok/1 once. Your e-mail is kept for 7 days.",
    ),
    (
        "Un instant, qui êtes-vous ?",
        "La protection de ma messagerie retient les nouveaux expéditeurs. Appuyez sur le lien "
        "https://garde.example/1 et vos messages arriveront directement.",
    ),
    (
        "Your message is waiting",
        "First-time senders must confirm that they are a real person: follow the link "
        "https://gate.example/9 and your mail will be released.",
    ),
]


@pytest.mark.parametrize("subject, text", ASKED_AGAIN)
def test_a_gateway_asks_in_other_words(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.CHALLENGE
