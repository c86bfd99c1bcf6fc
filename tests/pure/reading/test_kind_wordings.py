"""The nature of a message told from its words, in many hands and none of the patterns' own."""

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


AWAY = [
    "Bonjour,\nJe serai absente du bureau du 9 au 20 mars inclus, sans accès à mes "
    "mails. Pour toute urgence, Paul Martin prend le relais au 02 98 00 00 00.\nBien "
    "à vous",
    "Merci pour votre message. Je suis actuellement en arrêt maladie, retour prévu le "
    "30 mars. Mes collègues traitent les dossiers urgents.",
    "Bonjour, l'entreprise est fermée pour congés annuels du 1er au 24 août. Nous "
    "traiterons votre demande dès notre réouverture.",
    "Le cabinet est fermé jusqu'au lundi 5 janvier. Belles fêtes de fin d'année.",
    "Je suis en congé maternité jusqu'au 15 septembre. Mme Le Goff me remplace : "
    "legoff@perrin.example",
    "Bonjour,\n\nEn déplacement à l'étranger jusqu'à vendredi, j'aurai un accès "
    "limité à ma messagerie. Je reviendrai vers vous dès que possible.",
    "Nous avons bien reçu votre message et vous en remercions. Un conseiller vous "
    "répondra sous 48 heures ouvrées.",
    "Votre demande nous est bien parvenue. Elle sera traitée dans les meilleurs "
    "délais par notre service comptabilité. Merci de ne pas répondre à ce courriel.",
    "Bonjour, ce mail est un accusé de réception automatique. Votre facture sera "
    "intégrée à notre circuit de validation. Délai moyen : 30 jours.",
    "Cette boîte n'est plus consultée depuis le 1er janvier. Veuillez utiliser "
    "factures@perrin.example.",
    "Attention, changement d'adresse : cette boîte mail sera supprimée prochainement. "
    "Merci d'écrire dorénavant à c.perrin@nouveau.example.",
    "Je ne fais plus partie des effectifs de Perrin Toitures. Pour toute question "
    "comptable : compta@perrin.example.",
    "Je travaille à temps partiel et ne suis pas présente le mercredi. Je vous répondrai jeudi.",
    "Bonjour, je suis en RTT aujourd'hui, de retour demain matin.",
    "La mairie est fermée au public cette semaine. Vos courriels seront traités à partir du 12.",
    "Je suis en télétravail sans accès au réseau jusqu'au 4 avril ; appelez le "
    "standard en cas de nécessité.",
    "L'établissement est en vacances scolaires. Reprise des cours et du secrétariat "
    "le 4 septembre.",
    "Absence pour formation les 10 et 11 mars. Merci de votre patience.",
    "Bonjour\nJe prends quelques congés bien mérités et serai de retour le lundi 23.\nA bientôt",
    "Chorus Pro : votre message a été transmis au service compétent. Ne répondez pas "
    "à ce message, cette adresse n'est pas relevée.",
    "Bonjour, toute l'équipe est au salon Batimat jusqu'au 6 novembre. Réponses à compter du 7.",
    "Thank you for your email. Our offices are closed for the Christmas break and "
    "will reopen on 4 January.",
    "I'm on annual leave with no email access, back on Monday 16 March. For anything "
    "urgent please call reception.",
    "Thanks for getting in touch. Your enquiry has been assigned reference 44812 and "
    "we aim to respond within two business days.",
    "This mailbox is not monitored. Please use the contact form on our website.",
    "Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich 20. März im Urlaub. "
    "Ihre E-Mail wird nicht weitergeleitet.",
    "Grazie per il messaggio. L'ufficio resterà chiuso dal 10 al 20 agosto.",
    "Gracias por su correo. Me encuentro de vacaciones hasta el 15 de agosto y le "
    "responderé a mi regreso.",
    "Bonjour, je suis absent pour une durée indéterminée. Votre mail n'est pas "
    "transféré. Contact : accueil@perrin.example",
    "Message automatique du secrétariat : le Dr Martin consulte ses mails une fois par semaine.",
    "Bonjour et merci de votre mail. Je suis sur les chantiers en journée et je "
    "réponds le soir après 18h. Si c'est urgent, laissez un message au 06.",
    "Votre message a bien été pris en compte par notre service. Numéro de dossier : 2026-03-1188.",
    "Claire Perrin est en congé parental jusqu'au 30 juin. Ses dossiers sont suivis "
    "par Julie Denis.",
    "Je suis hospitalisé et ne pourrai pas répondre avant début avril.",
    "L'étude sera fermée du vendredi 8 mai au dimanche 10 mai.",
    "Boutique fermée le lundi et le mardi. Je vous réponds mercredi !",
    "Retraité depuis le 1er mars, je ne relève plus cette boîte. Mon successeur est "
    "joignable à direction@perrin.example.",
    "Bonjour,\nEn arrêt jusqu'au 28 mars. Mon binôme Sophie Kerleau "
    "(s.kerleau@perrin.example) traite mes dossiers pendant mon absence.",
    "Votre correspondante est actuellement absente. Merci de réitérer votre demande à "
    "partir du 6 avril.",
    "Nos services seront exceptionnellement fermés le vendredi 15 mai. Reprise normale lundi.",
    "Je suis absent ce jour. Je prendrai connaissance de votre message dès demain.",
    "Merci de votre envoi. Nos bureaux sont ouverts du lundi au jeudi de 9h à 17h. "
    "Nous revenons vers vous sous 3 jours ouvrés.",
    "Congé paternité en cours ! Retour le 2 juin. Si urgence, voir avec Thomas au bureau.",
    "Vous avez écrit au service comptabilité de la ville de Brest. Votre demande est "
    "enregistrée sous le n° 2026-118. Une réponse vous sera apportée dans un délai de "
    "15 jours.",
    "L'adresse que vous utilisez sera désactivée le 30 juin, merci de mettre à jour "
    "votre carnet : compta@perrin-groupe.example",
    "Bonjour, je suis en clientèle toute la journée, retour au bureau jeudi. Marie "
    "peut vous renseigner au 02 98 00 00 00.",
    "En raison des congés de fin d'année, notre société sera fermée du 24 décembre au "
    "2 janvier inclus. Toute l'équipe vous souhaite de bonnes fêtes.",
    "Actuellement en voyage d'affaires, mes réponses peuvent tarder. Merci de votre compréhension.",
    "Je ne travaille pas le vendredi. Votre message sera lu lundi.",
    "Notre boîte mail change : contact@perrin.example devient bonjour@perrin.example. "
    "Cette ancienne boîte n'est plus lue.",
    "Mme Tanguy est absente pour une durée indéterminée. Pour toute demande : "
    "accueil@perrin.example",
    "Le secrétariat est fermé tous les après-midis pendant les vacances scolaires.",
    "Réponse automatique - je suis en réunion de service jusqu'à 16h.",
    "Votre courriel a été reçu par notre serveur et transmis au gestionnaire "
    "concerné. Ce message est généré automatiquement.",
    "Hello, I'm currently travelling with patchy internet. Expect a slower response "
    "than usual until 21 March.",
    "Our team has received your message. Ticket #88123. We reply within 24 hours, "
    "Monday to Friday.",
    "I no longer work at Perrin. Please direct all correspondence to office@perrin.example.",
    "Ich bin im Mutterschutz. Bitte wenden Sie sich an Frau Schulz.",
    "Estaré fuera de la oficina hasta el lunes. Para urgencias llame al 91.",
    "Sono in ferie fino al 25 agosto, risponderò al mio rientro.",
    "Absent(e) du 02/03 au 13/03. Remplaçant : Y. Morvan, 02 98 00 00 02",
    "je suis en vacances, à dans 15 jours !",
    "Le magasin est en congés, réouverture le 1er septembre à 9h.",
    "Bonjour et merci de votre message. Étant en rendez-vous, je ne peux vous "
    "répondre immédiatement. Je vous recontacterai dans la journée.",
    "Notre cabinet déménage du 10 au 14. Téléphone et messagerie seront perturbés.",
    "Nous accusons réception de votre courriel. Compte tenu du nombre de demandes, le "
    "délai de réponse est d'environ 10 jours.",
    "Durant la période estivale, le service facturation fonctionne en effectif "
    "réduit. Les réponses pourront prendre plus de temps.",
    "Monsieur Le Bihan n'est plus en fonction. Votre message n'a pas été redirigé.",
    "Je suis en congé sabbatique jusqu'en janvier 2027 et ne consulte pas mes mails.",
]


@pytest.mark.parametrize("text", AWAY)
def test_what_an_automaton_says_without_any_header(text: str) -> None:
    assert read(text).kind is Kind.AUTO_REPLY


SUBJECTS = [
    ("Absence du bureau Re: Facture", "De retour le 12."),
    ("Réponse automatique : Facture FX-118", "Merci pour votre mail"),
    ("Hors du bureau", "je ne suis pas là"),
    ("[#44121] Facture FX-118", "Votre ticket [#44121] a été créé"),
    ("Votre demande n° 4412 a bien été enregistrée", "Nous traitons votre demande."),
    ("Accusé de réception", "Merci"),
    ("Absent jusqu'au 5 mars : Facture", "retour le 5"),
    ("Je suis absente jusqu'au 12/03 Re: Rappel", "cf."),
    ("Congés annuels", "x"),
    ("Fermeture annuelle Perrin Toitures", "x"),
    ("Auto: Facture FX-118", "x"),
    ("Automatische Antwort: Facture", "Wir haben Ihre Nachricht erhalten"),
    ("Automatisch antwoord: Facture", "x"),
    ("Autosvar: Facture", "x"),
    ("AUTO : Claire Perrin est absente (retour 12/03)", "Votre message a été reçu"),
    ("Absence Claire Perrin", "retour lundi"),
    ("Réponse d'absence", "cf"),
    ("Absence de Claire Perrin : Facture FX-118", "de retour le 12"),
    ("[Ticket#2026031188] Re: Facture FX-118", "Votre demande a été enregistrée."),
    ("Confirmation de réception de votre message", "Merci, nous l'avons bien reçu."),
    ("En congé Re: Facture", "A bientôt"),
    ("Out of Office: Facture", "back soon"),
    ("Nous avons bien reçu votre demande", "Nous revenons vers vous."),
    ("Vacances !", "je reviens le 20"),
]


@pytest.mark.parametrize("subject, text", SUBJECTS)
def test_what_its_subject_says(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.AUTO_REPLY


HEADERS = [
    "Auto-Submitted: auto-replied",
    "X-Autoreply: yes",
    "X-Auto-Response-Suppress: OOF, AutoReply\nAuto-Submitted: auto-generated",
    "Precedence: auto_reply",
    "X-Autogenerated: Reply",
    "X-Mailer: vacation 1.2",
    "X-Zendesk-From-Account-Id: 1\nAuto-Submitted: auto-generated",
    "X-OTRS-Loop: yes\nPrecedence: bulk",
    "X-POST-MessageClass: 9; Autoresponder",
    "X-Facebook-Notify: x\nAuto-Submitted: auto-generated",
    "X-AutoReply-From: c@x.example",
    "Preference: auto_reply",
    "X-Cron-Env: x",
]


@pytest.mark.parametrize("header", HEADERS)
def test_what_its_headers_say(header: str) -> None:
    assert read("Bonjour, retour le 12 mars.", headers=f"{header}\n").kind is Kind.AUTO_REPLY


PERSONS = [
    "Bonjour, je rentre de congés et découvre votre relance. Le virement part ce jour.",
    "Bonjour, j'étais absente la semaine dernière, je m'occupe de votre facture demain.",
    "Je suis en congés jusqu'au 12 mars, je vous règle à mon retour.",
    "Notre gérant est hospitalisé, rien ne sera payé avant son retour le 15.",
    "La société est fermée du 1er au 24 août, votre facture sera payée le 25.",
    "Mme Perrin est en arrêt, pouvez-vous me renvoyer la facture ?",
    "M. Durand ne travaille plus chez nous, je reprends son dossier. Quelle facture "
    "est concernée ?",
    "Je ne suis pas au bureau avant lundi mais c'est noté, je regarde.",
    "Bien reçu, je transmets à notre comptable qui rentre lundi.",
    "Bonjour, nous avons bien reçu votre message. La facture est en cours de "
    "validation, paiement prévu le 30.",
    "Accusé de réception : votre facture est arrivée ce matin, elle sera réglée fin de mois.",
    "Votre message a été transmis au directeur. Il vous appellera.",
    "Absent hier, désolé. Le chèque est au courrier.",
    "Merci de ne plus écrire à cette adresse, c'est ma boîte perso.",
    "Vous me relancez alors que je suis en congé maternité, c'est un comble. Voyez "
    "avec mon associé.",
    "Je suis en déplacement, le virement sera fait vendredi.",
    "L'entreprise est en sommeil depuis janvier, il n'y a plus d'argent.",
    "Cette adresse n'est pas la bonne : le siège est à Brest. Renvoyez-moi la facture corrigée.",
    "Répondeur plein, je n'arrive pas à vous joindre. Rappelez-moi.",
    "Ma secrétaire est en vacances, personne ne peut faire le virement avant le 20.",
    "Bonjour, notre service comptable est fermé le vendredi. Je vous réponds donc "
    "aujourd'hui : la facture sera payée le 30.",
    "J'ai bien reçu votre réponse automatique d'absence. Quand rentrez-vous ?",
    "Votre mail m'a été transféré par l'accueil, Claire n'étant plus là. Je paie demain.",
    "Bonjour, ok",
    "Je ne comprends pas, on a déjà un ticket ouvert chez vous (n° 4412) pour cette facture.",
    "Je vous ai déjà dit que l'ancien comptable a quitté la société. C'est moi qui "
    "gère. Envoyez un RIB.",
    "On ferme boutique fin mars. Vous serez payés avant.",
    "Le compte a été désactivé par la banque, je dois refaire un virement.",
    "Message bien reçu, je m'en occupe. Paul",
    "Merci pour votre message, bien compris. Le règlement part demain.",
    "Bonjour Jeanne, je suis absente demain mais je passerai votre facture lundi. Bises",
    "Le message que j'ai envoyé à votre comptable m'est revenu : boîte pleine. Je "
    "vous joins donc la preuve du virement.",
    "Votre adresse n'existe pas chez Chorus, impossible de déposer.",
    "Votre mail était en quarantaine dans notre antispam, je le libère à l'instant. "
    "On paie vendredi.",
    "Pouvez-vous confirmer que vous êtes bien le service recouvrement de Malterie ? "
    "Je me méfie du phishing.",
    "Confirmez-moi votre adresse et je valide le paiement.",
    "Je vous confirme être de retour et avoir lancé le virement.",
    "pas là avant le 15, on voit après",
    "Thanks, I was on holiday. Paid today.",
    "I am out of the office this week but I have asked Sam to pay it on Friday.",
    "Sorry for the late reply, our accounts department was closed. Invoice approved.",
    "Salut, en vacances, je regarde ça dès que je rentre",
    "Bonjour, je suis actuellement en congés. Pour la facture je vois avec Paul et on "
    "vous tient au courant.",
    "c'est les vacances, la compta reprend le 3, ça sera payé à ce moment là",
    "Fermeture annuelle chez nous du 3 au 21 : le règlement interviendra donc après.",
    "On est en plein inventaire cette semaine, je vous paie lundi.",
    "La compta est en congés jusqu'au 20, je n'ai pas la main sur la banque, désolé.",
    "Bonjour madame, comme je vous l'ai dit au téléphone je serai absent jusqu'à "
    "jeudi, le chèque partira vendredi.",
    "Nous avons changé d'adresse mail, notez-le : compta@perrin.example. Pour la "
    "facture, elle est contestée.",
    "Cette personne est décédée, je suis sa fille. Que devons-nous faire ?",
    "Je suis l'épouse de M. Perrin, il est hospitalisé. Merci de patienter.",
    "Bonjour, votre interlocuteur habituel a quitté l'entreprise et je découvre ce "
    "dossier. Pouvez-vous m'envoyer les pièces ?",
    "Bien reçu, réponse la semaine prochaine à mon retour de congés.",
    "Merci de votre message. Je confirme que la facture a été transmise à notre siège "
    "pour validation.",
    "Nous accusons réception de votre mise en demeure et la contestons formellement.",
    "Votre courrier a été transmis à notre avocat.",
    "Votre demande a été refusée par notre comptable, il manque le bon de commande.",
    "Fermé définitivement. La société est liquidée.",
    "Je ne peux pas vous répondre, voyez avec le liquidateur.",
    "Ne répondez pas à ce mail, appelez-moi.",
    "On a fermé le compte de cette adresse, c'est fini, plus rien ne sera payé.",
    "Le mail a été transmis à Sophie, elle revient vers vous.",
    "Je serai au salon jusqu'à vendredi mais j'ai demandé à Marie de vous virer la somme.",
    "J'ai été en arrêt deux mois, je reprends tout doucement les factures en retard. "
    "Laissez-moi jusqu'à fin avril.",
    "Bonjour, nous sommes une petite association, la trésorière est bénévole et passe "
    "une fois par semaine. Elle verra mardi.",
    "Mes congés commencent ce soir, donc soit je paie maintenant soit dans trois "
    "semaines, à vous de voir !",
    "Votre message est parti dans mes spams, je viens de le voir. Virement fait.",
    "Pour valider votre facture j'ai besoin du bon de livraison signé. Cliquez pas "
    "sur l'ancien lien il marche plus.",
    "Je vous prie de patienter jusqu'à mon retour le 15.",
    "We are closed until Monday; payment will go out Tuesday.",
    "The recipient you wrote to left in January. I handle accounts now, please resend "
    "the invoice to me.",
    "L'adresse de livraison est inconnue du transporteur, le colis nous est revenu, "
    "donc pas de paiement.",
    "Le message de votre commercial n'est jamais arrivé, quel devis ?",
    "Impossible d'ouvrir la pièce jointe, le serveur la bloque. Renvoyez-la en PDF.",
    "Ma boîte est pleine, j'ai failli ne pas recevoir votre relance.",
]


@pytest.mark.parametrize("subject", ["Re: Facture FX-118", "facture", ""])
@pytest.mark.parametrize("text", PERSONS)
def test_a_person_stays_a_person(text: str, subject: str) -> None:
    assert read(text, subject=subject).kind is Kind.HUMAN


PERSONS_SUBJECTS = [
    ("Lu : votre relance", "Vu."),
    ("Lu et compris", "J'ai lu votre courrier et je refuse de payer."),
    ("Échec de la livraison du 12 mars", "La livraison a échoué deux fois, qui paie ?"),
    ("Absence de règlement", "Je demande un délai."),
    (
        "Accusé de réception de votre mise en demeure",
        "Nous vous confirmons la réception de votre courrier. Nous contestons.",
    ),
    (
        "Message retardé ? facture",
        "Bonjour, votre facture a un retard de livraison de 10 jours, nous refusons.",
    ),
]


@pytest.mark.parametrize("subject, text", PERSONS_SUBJECTS)
def test_whatever_the_subject(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.HUMAN
