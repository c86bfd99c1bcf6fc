"""Reports, receipts, challenges and other people's business, in many programs' words."""

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


BOUNCES = [
    (
        DAEMON,
        "Delivery Status Notification (Failure)",
        "L'adresse claire@perrin.example n'a pas été trouvée, ou n'est pas en mesure de "
        "recevoir des messages.\n\nLa réponse du serveur distant était :\n550 5.1.1 "
        "<claire@perrin.example>: Recipient address rejected",
        "permanent",
    ),
    (
        "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        "Delivery Status Notification (Failure)",
        "** Adresse introuvable **\n\nVotre message n'est pas parvenu à "
        "claire@perrin.example, car l'adresse est introuvable ou ne peut pas recevoir de "
        "messages.",
        "permanent",
    ),
    (
        "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@perrin.example>",
        "Non remis : Facture FX-118",
        "Échec de la remise pour ces destinataires ou groupes "
        ":\n\nclaire@perrin.example\nL'adresse de messagerie que vous avez entrée est "
        "introuvable. Vérifiez l'adresse.",
        "permanent",
    ),
    (
        "postmaster@perrin.example",
        "Non remis: Facture FX-118",
        "Votre message à claire@perrin.example n'a pas pu être remis.\nclaire est "
        "introuvable sur perrin.example.",
        "permanent",
    ),
    (
        "Microsoft Outlook <postmaster@perrin.example>",
        "Remise retardée : Facture FX-118",
        "La remise du message à ces destinataires ou groupes a été retardée "
        ":\nclaire@perrin.example\nCe message n'a pas encore été remis. La tentative de "
        "remise se poursuit.",
        "temporary",
    ),
    (
        "postmaster@outlook.example",
        "Non remis : Facture",
        "La boîte aux lettres du destinataire est pleine et ne peut plus accepter de "
        "messages. claire@perrin.example",
        "temporary",
    ),
    (
        "Administrateur <mailer-daemon@orange.example>",
        "Message non délivré",
        "Bonjour,\nVotre message du 3 mars n'a pu être délivré au destinataire suivant "
        ":\n<claire@wanadoo.example>\n552 5.1.1 OFR_999 Boite pleine / mailbox full",
        "temporary",
    ),
    (
        "postmaster@free.example",
        "Mail non distribué",
        "Le destinataire claire@free.example est inconnu.\n550 5.2.1 This mailbox has "
        "been blocked due to inactivity",
        "permanent",
    ),
    (
        "MAILER-DAEMON@sfr.example",
        "failure notice",
        "Ceci est un message automatique envoyé par le serveur. Impossible de délivrer "
        "votre message à l'adresse ci-dessous. Erreur définitive, "
        "j'abandonne.\n<claire@sfr.example>: 550 Utilisateur inexistant",
        "permanent",
    ),
    (
        "Postmaster La Poste <postmaster@laposte.example>",
        "Message rejeté",
        "Votre message est bloqué : taille maximale autorisée dépassée (10 "
        "Mo).\nDestinataire : claire@laposte.example",
        "permanent",
    ),
    (
        DAEMON,
        "Undelivered Mail Returned to Sender",
        "Message non transmis à claire@ovh.example. Le serveur distant a répondu : 554 "
        "5.7.1 Service unavailable; Client host blocked using zen",
        "permanent",
    ),
    (
        DAEMON,
        "Avertissement : courriel en attente",
        "Le serveur du destinataire ne répond pas. Votre courriel reste en file d'attente "
        "et de nouveaux essais seront effectués durant 5 jours.",
        "temporary",
    ),
    (
        DAEMON,
        "Courrier non remis",
        "Après 5 jours de tentatives infructueuses, votre message à claire@perrin.example "
        "est retourné.",
        "temporary",
    ),
    (
        DAEMON,
        "Échec d'acheminement",
        "Nous n'avons pas réussi à remettre votre message dans le délai imparti (120 heures).",
        "temporary",
    ),
    (
        "Postmaster@perrin.example",
        "DELIVERY FAILURE: User claire not listed in Domino Directory",
        "User claire (claire@perrin.example) not listed in Domino Directory",
        "permanent",
    ),
    (
        "postmaster@mimecast.example",
        "[Postmaster] Email Delivery Failure",
        "Your message was rejected by Mimecast: 550 Rejected by header based manually "
        "Blocked Senders. claire@perrin.example",
        "permanent",
    ),
    (
        DAEMON,
        "Delayed Mail (still being retried)",
        "claire@perrin.example: host mx.perrin.example said: 450 4.2.0 Greylisted, try "
        "again in 300 seconds. Delivery still being attempted.",
        "temporary",
    ),
    (
        "MAILER-DAEMON@yahoo.example",
        "Failure Notice",
        "Sorry, we were unable to deliver your message to the following "
        "address.\n<claire@yahoo.example>:\n554: delivery error: dd This user doesn't "
        "have a yahoo.example account (claire@yahoo.example)",
        "permanent",
    ),
    (
        "Mail Delivery System <Mailer-Daemon@exim.example>",
        "Mail delivery failed: returning message to sender",
        "claire@perrin.example\n   SMTP error from remote mail server after RCPT TO: 550 "
        "5.1.1 unknown",
        "permanent",
    ),
    (
        "postmaster@zimbra.example",
        "Non distribué",
        "Le message suivant n'a pas été distribué : quota de la boîte dépassé "
        "(claire@zimbra.example)",
        "temporary",
    ),
    (
        "Postmaster <postmaster@hebergeur.example>",
        "Notification d'échec",
        "Bonjour, votre mail envoyé à claire@perrin.example a été refusé car le domaine "
        "n'existe plus.",
        "permanent",
    ),
    (
        "Service messagerie <postmaster@fai.example>",
        "Retour de courrier",
        "Votre envoi vers claire@perrin.example nous est revenu : compte clôturé.",
        "permanent",
    ),
    (
        DAEMON,
        "Statut de distribution",
        "Impossibilité de remettre le message : connexion refusée par mx.perrin.example. "
        "Nous essaierons encore pendant 3 jours.",
        "temporary",
    ),
    (
        "Mailer-Daemon@gmx.example",
        "Zustellung fehlgeschlagen",
        "Diese Nachricht wurde automatisch erstellt. Zustellung fehlgeschlagen: "
        "claire@perrin.example Postfach voll",
        "temporary",
    ),
    (
        "postmaster@it.example",
        "Notifica di mancato recapito",
        "Il messaggio non è stato consegnato a claire@perrin.example: utente sconosciuto",
        "permanent",
    ),
    (
        "Barracuda <postmaster@bsf.example>",
        "**Message you sent blocked by our bulk email filter**",
        "Barracuda: message blocked due to content. claire@perrin.example",
        "permanent",
    ),
]


@pytest.mark.parametrize("sender, subject, text, permanence", BOUNCES)
def test_reports_in_the_words_of_providers(
    sender: str, subject: str, text: str, permanence: str
) -> None:
    found = read(text, subject=subject, sender=sender, headers="Return-Path: <>\n")
    assert (found.kind, found.permanence) == (Kind.BOUNCE, permanence)


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
]


@pytest.mark.parametrize("sender, subject, text", OTHERS)
def test_what_concerns_no_claim(sender: str, subject: str, text: str) -> None:
    assert read(text, subject=subject, sender=sender).kind is Kind.UNRELATED
