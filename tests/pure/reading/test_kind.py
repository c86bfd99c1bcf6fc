"""What a message is, told from headers and words; a person may speak of anything."""

import pytest

from relance_mailer.reading.kind import KindReading, kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Kind, Permanence


def read(
    text: str,
    *headers: str,
    sender: str = "Claire <claire@perrin.example>",
    subject: str = "Re: Facture FX-118",
) -> KindReading:
    head = "\n".join(
        [
            "Delivered-To: relances@malterie.example",
            f"From: {sender}",
            "To: relances@malterie.example",
            f"Subject: {subject}",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            *headers,
        ]
    )
    return kind_of(parse(f"{head}\n\n{text}\n".encode()))


DAEMON = "MAILER-DAEMON@mx.malterie.example"


def report(action: str, status: str, diagnostic: str, text: str = "non remis") -> KindReading:
    raw = (
        f"From: {DAEMON}\nTo: relances@malterie.example\nSubject: Undelivered Mail\n"
        "MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; "
        f"boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n--b\n"
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.malterie.example\n\n"
        f"Final-Recipient: rfc822; claire@perrin.example\nAction: {action}\nStatus: {status}\n"
        f"Diagnostic-Code: smtp; {diagnostic}\n\n--b\nContent-Type: message/rfc822\n\n"
        "Message-ID: <118@malterie.example>\nSubject: FX-118\n\nBonjour\n--b--\n"
    )
    return kind_of(parse(raw.encode()))


PERMANENT, TEMPORARY = Permanence.PERMANENT, Permanence.TEMPORARY


@pytest.mark.parametrize(
    "action, status, diagnostic, permanence, full, expired, reason",
    [
        ("failed", "5.1.1", "550 5.1.1 user unknown", PERMANENT, False, False, "adresse inconnue"),
        ("failed", "5.0.0", "550 5.1.1 no such user", PERMANENT, False, False, "adresse inconnue"),
        ("failed", "5.0.0", "452 4.2.2 over quota", TEMPORARY, True, True, "boîte pleine"),
        ("failed", "5.2.2", "552 5.2.2 mailbox full", TEMPORARY, True, False, "boîte pleine"),
        ("failed", "5.0.0", "552 boite pleine", TEMPORARY, True, False, "boîte pleine"),
        ("failed", "4.4.7", "delivery time expired", TEMPORARY, False, True, "délai"),
        ("failed", "5.4.7", "550 5.4.7 message expired", TEMPORARY, False, True, "délai"),
        ("failed", "5.0.0", "retry timeout exceeded", TEMPORARY, False, True, "délai"),
        ("failed", "4.4.1", "connection timed out", TEMPORARY, False, True, "injoignable"),
        ("failed", "4.0.0", "550 5.1.1 unknown user", PERMANENT, False, False, "adresse inconnue"),
        ("delayed", "4.4.1", "connection timed out", TEMPORARY, False, False, "injoignable"),
        ("delayed", "4.7.1", "451 4.7.1 greylisted", TEMPORARY, False, False, "liste grise"),
        ("failed", "5.7.1", "550 5.7.1 message looks like spam", PERMANENT, False, False, "filtre"),
        ("failed", "5.4.4", "host not found", PERMANENT, False, False, "domaine introuvable"),
        ("failed", "5.3.4", "552 5.3.4 message too big", PERMANENT, False, False, "volumineux"),
    ],
)  # fmt: skip
def test_reports_of_non_delivery(
    action: str,
    status: str,
    diagnostic: str,
    permanence: Permanence,
    full: bool,
    expired: bool,
    reason: str,
) -> None:
    found = report(action, status, diagnostic)
    assert (found.kind, found.permanence) == (Kind.BOUNCE, permanence)
    assert (found.mailbox_full, found.expired) == (full, expired)
    assert reason in found.reason
    assert found.recipients == ("claire@perrin.example",)
    assert found.original_message_ids == ("118@malterie.example",)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_notice_of_success_is_a_receipt(action: str) -> None:
    assert report(action, "2.0.0", "250 ok").kind is Kind.READ_RECEIPT


def test_one_failed_recipient_among_late_ones_is_what_counts() -> None:
    raw = (
        f"From: {DAEMON}\nContent-Type: multipart/report; report-type=delivery-status; "
        "boundary=b\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"
        "Final-Recipient: rfc822; a@x.example\nAction: delayed\nStatus: 4.4.1\n\n"
        "Final-Recipient: rfc822; b@x.example\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
    )
    found = kind_of(parse(raw.encode()))
    assert (found.permanence, found.recipients) == (PERMANENT, ("b@x.example",))


WORDED = {
    "hébergeur français": (
        "Administrateur messagerie <postmaster@hebergeur.example>",
        "Échec de la remise de votre message",
        "Votre message n'a pas pu être remis à claire@perrin.example : cette adresse n'existe pas.",
        PERMANENT, False,
    ),
    "boîte pleine": (
        DAEMON, "Message non remis", "La boîte aux lettres de claire@perrin.example est pleine.",
        TEMPORARY, True,
    ),
    "retard": (
        DAEMON, "Avertissement : message retardé",
        "Votre message n'a pas encore été remis à claire@perrin.example. De nouvelles tentatives "
        "auront lieu pendant deux jours.", TEMPORARY, False,
    ),
    "qmail": (
        DAEMON, "failure notice",
        "Hi. This is the qmail-send program.\nI'm afraid I wasn't able to deliver your message.\n"
        "<claire@perrin.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
        "--- Below this line is a copy of the message.\n\nMessage-ID: <118@malterie.example>\n",
        PERMANENT, False,
    ),
    "exim": (
        DAEMON, "Mail delivery failed: returning message to sender",
        "A message that you sent could not be delivered to one or more of its recipients.\n\n"
        "  claire@perrin.example\n    retry timeout exceeded\n", TEMPORARY, False,
    ),
    "passerelle": (
        "Sécurité messagerie <no-reply@passerelle.example>", "[Rejected] Your email",
        "The policy of the organisation prevented delivery.\nRecipient: claire@perrin.example\n"
        "Reason: 550 5.7.1 rejected by policy", PERMANENT, False,
    ),
    "opérateur espagnol": (
        DAEMON, "Devuelto: Facture FX-118",
        "El mensaje no ha podido ser entregado.\nDestinatario: claire@perrin.example\n"
        "550 la cuenta no existe", PERMANENT, False,
    ),
    "opérateur allemand": (
        DAEMON, "Unzustellbar: Facture FX-118",
        "Ihre Nachricht an claire@perrin.example konnte nicht zugestellt werden. Unknown user.",
        PERMANENT, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", WORDED)
def test_bounces_without_any_report_part(story: str) -> None:
    sender, subject, text, permanence, full = WORDED[story]
    found = read(text, "Return-Path: <>", sender=sender, subject=subject)
    assert (found.kind, found.permanence, found.mailbox_full) == (Kind.BOUNCE, permanence, full)
    assert found.recipients == ("claire@perrin.example",)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, votre facture n'a pas été remise au bon service, je la transmets.",
        "La livraison n'a pas pu être effectuée le 12, nous contestons.",
        "Mon adresse n'existe pas dans votre fichier ? Écrivez-moi ici.",
        "Votre message m'est revenu par la secrétaire, je paie vendredi.",
        "Je vous réponds de la boîte de mon mari, la mienne est pleine. Virement fait hier.",
    ],
)
def test_a_person_who_writes_of_delivery_is_a_person(text: str) -> None:
    assert read(text).kind is Kind.HUMAN
    assert read(text, "Return-Path: <claire@perrin.example>", subject="facture").kind is Kind.HUMAN


@pytest.mark.parametrize(
    "sender, subject, text",
    [
        ("Claire <perrin@invitations.mailinblack.com>", "Re: Facture FX-118",
         "Je suis protégé. Je demande à tout nouvel expéditeur de confirmer qu'il est "
             "humain. Cliquez ici"),
        ("Claire <claire@perrin.example>", "Votre message est en attente de validation",
         "Pour que votre message soit distribué, merci de vous authentifier en un clic. Antispam."),
        ("Antispam <no-reply@filtre.example>", "Confirmez votre envoi",
         "L'adresse est protégée. Afin de vérifier que vous n'êtes pas un robot, suivez ce lien. "
         "Sans action votre courriel sera supprimé."),
        ("claire@perrin.example", "Your email requires verification",
         "The message you sent requires that you verify that you are a real live human being and "
         "not a spam source. Click the link below."),
    ],
)  # fmt: skip
def test_challenges(sender: str, subject: str, text: str) -> None:
    assert read(text, sender=sender, subject=subject).kind is Kind.CHALLENGE


@pytest.mark.parametrize(
    "text",
    [
        "Voir notre portail https://mibc-fr.mailinblack.com/securelink/?u=x pour la facture.",
        "Bonjour, je confirme le virement. Cliquez sur le lien pour voir l'avis : "
        "https://banque.example",
        "Votre relance était dans les indésirables, merci de confirmer votre adresse et votre RIB.",
    ],
)
def test_a_link_rewritten_by_a_filter_is_no_challenge(text: str) -> None:
    received = "Received: from smtp-mibc-fr.mailinblack.com by mx.malterie.example"
    assert read(text, received).kind is Kind.HUMAN


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied (vacation)",
        "Auto-Submitted: auto-generated",
        "X-Autoreply: yes",
        "X-Autorespond: oui",
        "Precedence: auto_reply",
        "Precedence: bulk",
        "X-Auto-Response-Suppress: All\nX-MS-Exchange-Inbox-Rules-Loop: c@perrin.example",
    ],
)
def test_automata_by_their_headers(header: str) -> None:
    assert read("Retour le 12.", header).kind is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: no",
        "X-Auto-Response-Suppress: All",
        "Return-Path: <>",
        "Precedence: normal",
    ],
)
def test_headers_that_mark_no_automaton(header: str) -> None:
    assert read("La facture part au virement vendredi.", header).kind is Kind.HUMAN


@pytest.mark.parametrize(
    "subject",
    [
        "Réponse automatique : Facture FX-118",
        "Automatic reply: Facture FX-118",
        "Absence du bureau",
        "Absente",
        "[Répondeur] Facture FX-118",
        "Message d'absence",
        "Out of office Re: Facture",
        "Abwesenheitsnotiz",
        "Risposta automatica: Facture",
        "Claire PERRIN est absente (retour le 12/03/2026)",
        "AR : Facture FX-118",
    ],
)
def test_automata_by_their_subject(subject: str) -> None:
    assert read("Je vous répondrai.", subject=subject).kind is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, je suis en congés jusqu'au 12 mars. En cas d'urgence, contactez l'accueil.",
        "Absent du 2 au 9 mars, je vous répondrai à mon retour.",
        "Nos bureaux sont fermés pour les fêtes. Réouverture le lundi 4 janvier.",
        "En formation cette semaine, je ne relève pas mes messages avant jeudi.",
        "Ceci est une réponse automatique. Votre message sera lu sous dix jours.",
        "Cette adresse n'est plus relevée. Écrivez à compta@perrin.example",
        "I am out of the office until 12 March. Please contact the desk for urgent matters.",
        "Ich bin bis zum 12. März nicht im Büro. In dringenden Fällen wenden Sie sich an "
        "den Empfang.",
        "Estoy de vacaciones hasta el 12 de marzo.",
        "Sono fuori ufficio fino al 12 marzo.",
        "Votre demande a été enregistrée sous le numéro T-20811. Merci de ne pas répondre.",
        "Claire Perrin ne fait plus partie de l'équipe. Votre message n'a pas été lu.",
        "Hi! I'm off skiing this week and I am not checking email at all. I'll be back at\nmy desk"
        " on Tuesday. Urgent: the office.",
        "Pour toute question de règlement, voir Paul. Je suis absente jusqu'au 12.",
    ],
)
def test_automata_by_their_words_alone(text: str) -> None:
    assert read(text).kind is Kind.AUTO_REPLY


@pytest.mark.parametrize(
    "text",
    [
        "Je suis en congés jusqu'au 12 mars, je vous règle à mon retour.",
        "Notre comptable est absente jusqu'au 12, elle verra à son retour.",
        "Bonjour Madame Orly, je serai de retour lundi et je regarde cela.",
        "Désolée, j'étais en vacances jusqu'à hier. Le virement part demain.",
        "Vos messages automatiques me fatiguent, arrêtez.",
        "Je reprends lundi, pouvez-vous attendre jusque-là ?",
        "Paul ne travaille plus ici, la facture est à envoyer à compta@perrin.example",
        "Bien reçu, merci.",
    ],
)
def test_a_person_may_write_of_an_absence(text: str) -> None:
    assert read(text).kind is Kind.HUMAN


def test_a_dead_address_and_a_departed_person_are_doubts() -> None:
    auto = "Auto-Submitted: auto-replied"
    assert read("Cette adresse n'est plus utilisée.", auto).doubts == ("address_dead",)
    assert read("Claire ne fait plus partie de l'équipe.", auto).doubts == ("person_gone",)
    assert read("Retour le 12.", auto).doubts == ()


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("compta@atelier.example n'existe plus depuis mai.", ("address_dead",)),
        ("L'adresse contact@atelier.example a été supprimée.", ("address_dead",)),
        ("Votre message n'a été remis à personne.", ("address_dead",)),
        ("La boîte que vous tentez de joindre n'existe pas.", ("address_dead",)),
        ("Ce courriel n'est lu par personne : compte fermé.", ("address_dead",)),
        ("jo@atelier.example no longer exists.", ("address_dead",)),
        ("This mailbox has moved on; your message will not be read by anyone.", ("address_dead",)),
        ("Je suis absent, écrivez à compta@atelier.example.", ()),
        ("Votre message a bien été remis à la comptabilité.", ()),
        ("La facture n'a pas été transmise par le magasin ; je rentre lundi.", ()),
        ("Your message will be read on Monday.", ()),
    ],
)
def test_an_automaton_that_says_that_nobody_reads_there(text: str, doubts: tuple[str, ...]) -> None:
    auto = "Auto-Submitted: auto-replied\r\n"
    assert read(text, auto).doubts == doubts


@pytest.mark.parametrize(
    "subject, text",
    [
        ("Lu : Facture FX-118", "Votre message a été lu le 3 mars 2026."),
        ("Read: Facture FX-118", "Your message was read on Tuesday."),
        ("Confirmation de lecture : FX-118", "Le document a été lu par claire@perrin.example"),
        ("Non lu : Facture FX-118", "Votre message a été supprimé sans avoir été lu."),
    ],
)
def test_receipts_without_their_part(subject: str, text: str) -> None:
    assert read(text, subject=subject).kind is Kind.READ_RECEIPT


def _report_of(kind: str, part: str, *headers: str, text: str = "x") -> KindReading:
    head = "\n".join(["From: claire@perrin.example", *headers])
    raw = (
        f"{head}\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type={kind}; "
        "boundary=b\n\n"
        f"--b\nContent-Type: text/plain\n\n{text}\n--b\n{part}\n--b--\n"
    )
    return kind_of(parse(raw.encode()))


def test_a_receipt_by_its_part_and_a_refusal_dressed_as_one() -> None:
    part = (
        "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; "
        "c@perrin.example\n"
        "Original-Message-ID: <118@malterie.example>\nDisposition: automatic-action/MDN; deleted\n"
    )
    found = _report_of("disposition-notification", part)
    assert (found.kind, found.original_message_ids) == (
        Kind.READ_RECEIPT,
        ("118@malterie.example",),
    )
    refused = _report_of(
        "disposition-notification", part, "Subject: Automatically rejected mail",
        "Auto-Submitted: auto-replied (rejected)",
        text="Your message to <c@perrin.example> was automatically rejected: Quota exceeded",
    )  # fmt: skip
    assert (refused.kind, refused.mailbox_full) == (Kind.BOUNCE, True)


def test_a_complaint_asks_for_a_human() -> None:
    part = "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n"
    found = _report_of("feedback-report", part)
    assert (found.kind, found.complaint, found.doubts) == (Kind.AUTO_REPLY, True, ("complaint",))


@pytest.mark.parametrize(
    "subject, text, header",
    [
        ("La lettre du printemps", "Nos conseils.\nSe désabonner", "List-Id: <l.example>"),
        (
            "Webinaire",
            "Inscrivez-vous. Vous recevez ce message car vous êtes client. Se désinscrire",
            "X-A: b",
        ),
        (
            "15 minutes jeudi ?",
            "Je me permets de vous contacter : notre solution récupère vos créances.",
            "X-A: b",
        ),
        (
            "Final notice",
            "Dear beneficiary, USD 4,500,000.00 await you. Send a copy of your passport.",
            "X-A: b",
        ),
        (
            "Votre colis",
            "Votre colis attend : frais de douane de 1,99 €. Payer maintenant",
            "X-A: b",
        ),
        ("Candidature", "Je cherche un stage de huit semaines.", "X-A: b"),
        ("Demande de devis", "Pouvez-vous chiffrer 200 chaises pour le 13 juin ?", "X-A: b"),
    ],
)
def test_unrelated_on_strong_marks(subject: str, text: str, header: str) -> None:
    assert read(text, header, sender="z@ailleurs.example", subject=subject).kind is Kind.UNRELATED


def test_a_colleague_is_unrelated_and_a_forward_by_one_is_a_doubt() -> None:
    colleague = "Paul <paul@malterie.example>"
    assert read("Réunion à 10 h", sender=colleague, subject="point").kind is Kind.UNRELATED
    assert read("à toi", sender=colleague, subject="TR: FX-118").doubts == ("internal_forward",)


@pytest.mark.parametrize(
    "subject, text",
    [
        ("Re: La lettre", "Notre solution vous intéresse ? Auriez-vous 15 minutes ?"),
        ("oups", "Le four est en panne, je ne peux pas vous payer avant mai."),
        ("facture", "On avait mis votre enveloppe de côté, le virement part lundi."),
        ("Facture [BZ-2003]", "Je me permets de vous relancer, notre offre était de 15 minutes."),
        ("question", "Bonjour, qui êtes-vous ?"),
    ],
)
def test_what_may_concern_a_claim_stays_with_a_person(subject: str, text: str) -> None:
    header = "In-Reply-To: <118@malterie.example>" if subject.startswith("Re:") else "X-A: b"
    assert read(text, header, subject=subject).kind is Kind.HUMAN


def test_a_debtor_who_writes_to_a_colleague_and_copies_us_is_no_colleague_of_ours() -> None:
    head = "From: claire@perrin.example\nTo: paul@perrin.example\nSubject: FX-118\n"
    text = "\nPaul, peux-tu regarder cette facture ?\n"
    copied = parse(f"{head}Cc: relances@malterie.example\n{text}".encode())
    assert kind_of(copied).kind is Kind.HUMAN
    assert kind_of(parse(f"{head}{text}".encode())).kind is Kind.UNRELATED


@pytest.mark.parametrize(
    "text",
    [
        "La société est en liquidation judiciaire depuis le 3 mars. Écrivez à Me Durand.",
        "Votre ticket 118 : nous contestons la facture, les chaises n'ont pas été livrées.",
        "Facture FX-118 rejetée, motif : bon de commande absent.",
    ],
)
def test_a_machine_that_speaks_of_the_claim_is_a_doubt(text: str) -> None:
    found = read(text, "Auto-Submitted: auto-generated")
    assert (found.kind, found.doubts) == (Kind.AUTO_REPLY, ("speaks_of_claim",))


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("M. Hervé a fait valoir ses droits à la retraite.", "person_gone"),
        ("Mme Roy est désormais à la retraite. Merci d'appeler l'accueil.", "person_gone"),
        ("Paul n'occupe plus ce poste.", "person_gone"),
        ("Mon contrat a pris fin le 30 juin.", "person_gone"),
        ("I have now retired.", "person_gone"),
        ("Sa boîte n'est plus relevée. Voyez l'accueil au 02 61 91 03 30.", "address_dead"),
        ("His mailbox is no longer monitored.", "address_dead"),
    ],
)
def test_an_answer_that_says_who_or_what_is_gone(text: str, doubt: str) -> None:
    auto = "Auto-Submitted: auto-replied\r\n"
    assert doubt in read(text, auto).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Je suis absente jusqu'au 12. Ma boîte est relevée le soir.",
        "Je n'exerce que le matin. À demain.",
        "En retraite spirituelle jusqu'au 9, sans téléphone.",
    ],
)
def test_who_is_only_away_is_not_gone(text: str) -> None:
    assert read(text, "Auto-Submitted: auto-replied\r\n").doubts == ()
