"""Reports of non-delivery in the words of many providers, none of them the patterns' own."""

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
    (
        "postmaster@perrin.example",
        "Message non délivré",
        "Adresse de destination inexistante : claire@perrin.example. Votre message a été supprimé.",
        "permanent",
    ),
    (
        DAEMON,
        "Avertissement de retard",
        "Nous n'avons pu remettre votre message depuis 24 heures. Nous continuons d'essayer.",
        "temporary",
    ),
    (
        DAEMON,
        "Undelivered Mail Returned to Sender",
        "<claire@perrin.example>: Boîte aux lettres saturée",
        "temporary",
    ),
    (
        "Mail Delivery System <mailer-daemon@x.example>",
        "Mail delivery failed",
        "Le compte claire@perrin.example est suspendu et n'accepte plus de courrier.",
        "permanent",
    ),
    (
        "mailer-daemon@x.example",
        "Votre message a été rejeté",
        "Message refusé par le filtre anti-spam du destinataire claire@perrin.example (score 9.2).",
        "permanent",
    ),
    (
        "postmaster@perrin.example",
        "Undeliverable: Facture",
        "550 5.4.1 Recipient address rejected: Access denied. claire@perrin.example",
        "permanent",
    ),
    (
        DAEMON,
        "Delivery delayed",
        "claire@perrin.example: 421 4.7.0 Try again later, closing connection. (will "
        "retry for 2 more days)",
        "temporary",
    ),
    (
        "postmaster@outlook.example",
        "Undeliverable: Facture",
        "Your message to claire@perrin.example couldn't be delivered. The recipient's "
        "mailbox is full and can't accept messages now.",
        "temporary",
    ),
    (
        "MAILER-DAEMON@ironport.example",
        "Delivery Status Notification (Failure)",
        "The following message to <claire@perrin.example> was undeliverable. The reason "
        "for the problem: 5.1.0 - Unknown address error 550-'no mailbox here'",
        "permanent",
    ),
    (
        "MAILER-DAEMON@q.example",
        "failure notice",
        "Hi. This is the qmail-send program. <claire@perrin.example>: I couldn't find any "
        "host named perrin.example. (#5.1.2)",
        "permanent",
    ),
    (
        "MAILER-DAEMON@q.example",
        "failure notice",
        "Hi. This is the qmail-send program. <claire@perrin.example>: CNAME lookup failed "
        "temporarily. (#4.4.3) I'm not going to try again; this message has been in the "
        "queue too long.",
        "temporary",
    ),
    (
        "Mail System <postmaster@x.example>",
        "Erreur de transmission",
        "Ce message n'a pas pu être transmis : le domaine perrin.example n'accepte pas de "
        "courrier.",
        "permanent",
    ),
    (
        "Administrateur système <postmaster@x.example>",
        "Retour : Facture FX-118",
        "Les destinataires suivants n'existent pas ou plus : claire@perrin.example",
        "permanent",
    ),
    (
        "postmaster@x.example",
        "Unzustellbar: Facture",
        "Die Adresse claire@perrin.example wurde nicht gefunden.",
        "permanent",
    ),
    (
        "postmaster@x.example",
        "No se puede entregar: Facture",
        "No se pudo entregar: el buzón de claire@perrin.example está lleno",
        "temporary",
    ),
]


@pytest.mark.parametrize("sender, subject, text, permanence", BOUNCES)
def test_reports_in_the_words_of_providers(
    sender: str, subject: str, text: str, permanence: str
) -> None:
    found = read(text, subject=subject, sender=sender, headers="Return-Path: <>\n")
    assert (found.kind, found.permanence) == (Kind.BOUNCE, permanence)


IN_PLAIN_WORDS = [
    "There's nobody called claire here any more, so I had nowhere to put your message. I won't "
    "try again.",
    "Plus personne de ce nom ici : votre message n'a trouvé nulle part où aller, il est perdu.",
    "Sorry, I can't place your mail: no one at this address.",
    "Désolé, je ne connais aucune boîte à ce nom et votre message ne sera pas remis.",
]


@pytest.mark.parametrize("text", IN_PLAIN_WORDS)
def test_a_mail_robot_that_speaks_like_a_person(text: str) -> None:
    robot = "Perrin mail robot <postmaster@perrin.example>"
    found = read(text, subject="Your mail", sender=robot, headers="Auto-Submitted: auto-replied\n")
    assert (found.kind, found.permanence) == (Kind.BOUNCE, "permanent")
