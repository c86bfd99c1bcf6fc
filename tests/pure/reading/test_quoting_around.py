"""Signatures, inline answers, headers and pages of all sorts around a few words."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import NewText, new_text
from values.client_forms import HEAD, US

QUOTE = (
    f"Le lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 "
    f"reste "
    "impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly\n"
)


def read(text: str, kind: str) -> NewText:
    head = f"{HEAD}Content-Type: {kind}; charset=utf-8\n\n"
    return new_text(parse(f"{head}{text}\n".encode()))


TEXTS: list[tuple[str, str, str]] = [
    (
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement\n\nClaire PERRIN | Gérante\n"
        "PERRIN TOITURES\n[Logo]\n☎ 02 98 00 00 01\n✉ "
        f"claire.perrin@perrin-toitures.example\n\nLe lun. 2 mars 2026 à 09:04, {US} a "
        "écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous "
        "refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement",
        "",
    ),
    (
        f"Bonjour,\n\nLe virement part le 12.\n\nCdt\nCP\n\nLe lun. 2 mars 2026 à 09:04, {US} "
        "a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous "
        "refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nCdt",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nBien à vous,\n\nClaire\n\nLe lun. 2 mars 2026 "
        f"à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste "
        "impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nBien à vous,",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nSincères salutations\n\nMme PERRIN Claire\n"
        f"Service comptabilité\nPoste 412\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n>"
        " Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nSincères salutations",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\n--\nClaire Perrin\n\nLe lun. 2 mars 2026 à "
        f"09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n"
        "> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.",
        "",
    ),
    (
        f"Bonjour,\n\nLe virement part le 12.\n\nClaire.\n\nLe lun. 2 mars 2026 à 09:04, {US} "
        "a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous "
        "refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nC. Perrin\n\nLe lun. 2 mars 2026 à 09:04, "
        f"{US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si "
        "vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,\n\nL'équipe comptable\n\nLe lun. "
        f"2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 "
        "reste impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne "
        "Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nSalutations distinguées.\n\nPour la "
        f"direction,\nClaire Perrin\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> "
        "Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nSalutations distinguées.",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nBonne journée\n\nPERRIN Claire\nComptable "
        "unique\nTél : 02.98.00.00.01 - Fax : 02.98.00.00.02\n\nEcole privée Sainte-Anne\n"
        "4 place de l'Eglise - 29000 QUIMPER\nhttp://www.perrin-toitures.example\n\nLe "
        f"lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture "
        "FX-118 reste impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> "
        "Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nBonne journée",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement.\n\n*Claire Perrin*\n"
        f"*Responsable comptable*\n+33 6 00 00 00 00\n\nLe lun. 2 mars 2026 à 09:04, {US} "
        "a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous "
        "refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement.",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,\nClaire Perrin\n\nPerrin "
        "Toitures\n\nSAS au capital de 8 000 € - RCS Quimper 000 000 000\nTVA "
        f"FR00000000000\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n"
        ">\n> La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous irons "
        "au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,",
        "",
    ),
    (
        "Bonjour,\n\nLe virement part le 12.\n\nMerci et bonne réception\nClaire\n\nLe lun. 2 "
        f"mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 "
        "reste impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne "
        "Orly",
        "Bonjour,\n\nLe virement part le 12.\n\nMerci et bonne réception",
        "",
    ),
    (
        "Bonjour,\n\nVoir mes réponses dans le texte.\n\nClaire\n\nLe lun. 2 mars 2026 à "
        f"09:04, {US} a écrit :\n> FX-118 : 1 240 €\n>> payée le 2 mars\n> FX-119 : 80 €\n\n"
        "à payer fin mars\n\n> Merci",
        "Bonjour,\n\nVoir mes réponses dans le texte.\n\nà payer fin mars",
        "",
    ),
    ("> FX-118 : 1 240 €\nréglée\n> FX-119\nnon reçue", "réglée\nnon reçue", ""),
    (
        "Bonjour\n\nCi dessous les réponses en gras\n\n-----Message d'origine-----\nDe : "
        f"{US}\nEnvoyé : lundi 2 mars 2026 09:04\nÀ : Claire\nObjet : FX\n\nBonjour, merci "
        "de payer.",
        "Bonjour\n\nCi dessous les réponses en gras",
        "",
    ),
    (
        "Oui, vendredi.\n\n---\n\nBonjour Madame Perrin,\n\nLa facture FX-118 reste impayée.",
        "Oui, vendredi.\n\n---\n\nBonjour Madame Perrin,\n\nLa facture FX-118 reste impayée.",
        "",
    ),
    (
        f"Von meinem iPhone gesendet\n\n> Am 02.03.2026 um 09:04 schrieb {US}:\n> \n> Bonjour",
        "",
        "",
    ),
    (
        f"Wir zahlen am Freitag.\n\nMit freundlichen Grüßen\nKlaus Perrin\n\nVon: {US}\n"
        "Datum: Montag, 2. März 2026 um 09:04\nAn: Klaus\nBetreff: FX\n\nBonjour",
        "Wir zahlen am Freitag.\n\nMit freundlichen Grüßen",
        "",
    ),
    (
        "Pagaremos el viernes.\n\nUn saludo\n\nEl lun, 2 mar 2026 a las 9:04, Service "
        "clients Malterie (<relances@malterie.example>) escribió:\n\n> Bonjour",
        "Pagaremos el viernes.\n\nUn saludo",
        "",
    ),
    (
        f"Pagheremo venerdì.\nCordiali saluti\n\nDa: {US}\nInviato: lunedì 2 marzo 2026 "
        "09:04\nA: Claire\nOggetto: FX\n\nBonjour",
        "Pagheremo venerdì.\nCordiali saluti",
        "",
    ),
    (
        "Pour info.\n\nDébut du message réexpédié :\n\nDe: Paul Perrin "
        "<paul@perrin-toitures.example>\nObjet: Rép : FX-118\nDate: 3 mars 2026 à "
        "08:00:00 UTC+1\nÀ: Claire Perrin <claire.perrin@perrin-toitures.example>\n\nOn "
        "paie jeudi.",
        "Pour info.",
        "On paie jeudi.",
    ),
    (
        "Bonjour,\n\nJe réponds à votre mail du 2 mars 2026 à 09:04 :\n\n1) FX-118 payée\n"
        "2) FX-119 en litige",
        "Bonjour,\n\nJe réponds à votre mail du 2 mars 2026 à 09:04 :\n\n1) FX-118 payée\n"
        "2) FX-119 en litige",
        "",
    ),
    (
        "Bonjour,\n\nJe réponds à votre mail du 2 mars 2026 à 09:04 :\n\n1) FX-118 payée\n"
        f"2) FX-119 en litige\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour "
        "Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous "
        "irons au tribunal.\n>\n> Jeanne Orly",
        "Bonjour,\n\nJe réponds à votre mail du 2 mars 2026 à 09:04 :\n\n1) FX-118 payée\n"
        "2) FX-119 en litige",
        "",
    ),
    (
        "Re-bonjour,\n\nsuite à notre appel de 10h30, j'attends :\n- l'avoir\n- la facture",
        "Re-bonjour,\n\nsuite à notre appel de 10h30, j'attends :\n- l'avoir\n- la facture",
        "",
    ),
    (
        "Re-bonjour,\n\nsuite à notre appel de 10h30, j'attends :\n- l'avoir\n- la facture\n"
        f"\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La "
        "facture FX-118 reste impayée.\n> Si vous refusez de payer, nous irons au "
        "tribunal.\n>\n> Jeanne Orly",
        "Re-bonjour,\n\nsuite à notre appel de 10h30, j'attends :\n- l'avoir\n- la facture",
        "",
    ),
    (
        "Madame,\nL'expert a écrit le 3 mars 2026 à 9h12 : « les tuiles sont fendues ».\n"
        "Nous contestons.",
        "Madame,\nL'expert a écrit le 3 mars 2026 à 9h12 : « les tuiles sont fendues ».\n"
        "Nous contestons.",
        "",
    ),
    (
        "Madame,\nL'expert a écrit le 3 mars 2026 à 9h12 : « les tuiles sont fendues ».\n"
        f"Nous contestons.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour "
        "Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous "
        "irons au tribunal.\n>\n> Jeanne Orly",
        "Madame,\nL'expert a écrit le 3 mars 2026 à 9h12 : « les tuiles sont fendues ».\n"
        "Nous contestons.",
        "",
    ),
    (
        "Le 12 mars, vous avez écrit : « dernier rappel ».\nC'est faux.",
        "Le 12 mars, vous avez écrit : « dernier rappel ».\nC'est faux.",
        "",
    ),
    (
        "Le 12 mars, vous avez écrit : « dernier rappel ».\nC'est faux.\n\nLe lun. 2 mars "
        f"2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste "
        "impayée.\n> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Le 12 mars, vous avez écrit : « dernier rappel ».\nC'est faux.",
        "",
    ),
    (
        "Paul Perrin <paul@perrin-toitures.example> m'a écrit que c'était payé :\nje "
        "vous transfère sa preuve.",
        "Paul Perrin <paul@perrin-toitures.example> m'a écrit que c'était payé :\nje "
        "vous transfère sa preuve.",
        "",
    ),
    (
        "Paul Perrin <paul@perrin-toitures.example> m'a écrit que c'était payé :\nje "
        f"vous transfère sa preuve.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> "
        "Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Paul Perrin <paul@perrin-toitures.example> m'a écrit que c'était payé :\nje "
        "vous transfère sa preuve.",
        "",
    ),
    (
        "Objet : contestation de la facture FX-118\n\nMadame, Monsieur,\n\nNous contestons.",
        "Objet : contestation de la facture FX-118\n\nMadame, Monsieur,\n\nNous contestons.",
        "",
    ),
    (
        "Objet : contestation de la facture FX-118\n\nMadame, Monsieur,\n\nNous "
        f"contestons.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n"
        "> La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous irons au "
        "tribunal.\n>\n> Jeanne Orly",
        "Objet : contestation de la facture FX-118\n\nMadame, Monsieur,\n\nNous contestons.",
        "",
    ),
    (
        "Date de commande : 3 mars\nDe notre côté : rien reçu\nA ce jour : toujours rien\n"
        "Objet du litige : les tuiles",
        "Date de commande : 3 mars\nDe notre côté : rien reçu\nA ce jour : toujours rien\n"
        "Objet du litige : les tuiles",
        "",
    ),
    (
        "Date de commande : 3 mars\nDe notre côté : rien reçu\nA ce jour : toujours rien\n"
        f"Objet du litige : les tuiles\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> "
        "Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Date de commande : 3 mars\nDe notre côté : rien reçu\nA ce jour : toujours rien\n"
        "Objet du litige : les tuiles",
        "",
    ),
    (
        "From now on, please write to accounts@perrin-toitures.example\nTo be clear: we "
        "will pay\nSubject to approval.",
        "From now on, please write to accounts@perrin-toitures.example\nTo be clear: we "
        "will pay\nSubject to approval.",
        "",
    ),
    (
        "From now on, please write to accounts@perrin-toitures.example\nTo be clear: we "
        f"will pay\nSubject to approval.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> "
        "Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "From now on, please write to accounts@perrin-toitures.example\nTo be clear: we "
        "will pay\nSubject to approval.",
        "",
    ),
    (
        "Virement du 2/03 à 9:04 :\n1240 € à Malterie",
        "Virement du 2/03 à 9:04 :\n1240 € à Malterie",
        "",
    ),
    (
        "Virement du 2/03 à 9:04 :\n1240 € à Malterie\n\nLe lun. 2 mars 2026 à 09:04, "
        f"{US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si "
        "vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Virement du 2/03 à 9:04 :\n1240 € à Malterie",
        "",
    ),
    ("--> payé\n--> à payer", "--> payé\n--> à payer", ""),
    (
        f"--> payé\n--> à payer\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour "
        "Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous "
        "irons au tribunal.\n>\n> Jeanne Orly",
        "--> payé\n--> à payer",
        "",
    ),
    ("== Réponse ==\nNous payons le 12.", "== Réponse ==\nNous payons le 12.", ""),
    (
        f"== Réponse ==\nNous payons le 12.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n"
        "\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "== Réponse ==\nNous payons le 12.",
        "",
    ),
    (
        "Je cite votre lettre :\n\n« Le lun. 2 mars 2026 à 09:04 »\n\nque signifie cette heure ?",
        "Je cite votre lettre :\n\n« Le lun. 2 mars 2026 à 09:04 »\n\nque signifie cette heure ?",
        "",
    ),
    (
        "Je cite votre lettre :\n\n« Le lun. 2 mars 2026 à 09:04 »\n\nque signifie cette "
        f"heure ?\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> "
        "La facture FX-118 reste impayée.\n> Si vous refusez de payer, nous irons au "
        "tribunal.\n>\n> Jeanne Orly",
        "Je cite votre lettre :\n\n« Le lun. 2 mars 2026 à 09:04 »\n\nque signifie cette heure ?",
        "",
    ),
    (
        "De :\nA :\nCes champs sont vides dans votre formulaire.",
        "De :\nA :\nCes champs sont vides dans votre formulaire.",
        "",
    ),
    (
        "De :\nA :\nCes champs sont vides dans votre formulaire.\n\nLe lun. 2 mars 2026 à "
        f"09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n"
        "> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "De :\nA :\nCes champs sont vides dans votre formulaire.",
        "",
    ),
    (
        "Sent the payment yesterday.\nRegards to the team.",
        "Sent the payment yesterday.\nRegards to the team.",
        "",
    ),
    (
        "Sent the payment yesterday.\nRegards to the team.\n\nLe lun. 2 mars 2026 à "
        f"09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n"
        "> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Sent the payment yesterday.\nRegards to the team.",
        "",
    ),
    ("Envoyé de chez moi par chèque hier.", "Envoyé de chez moi par chèque hier.", ""),
    (
        f"Envoyé de chez moi par chèque hier.\n\nLe lun. 2 mars 2026 à 09:04, {US} a "
        "écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous "
        "refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Envoyé de chez moi par chèque hier.",
        "",
    ),
    ("Get the invoice corrected first.", "Get the invoice corrected first.", ""),
    (
        f"Get the invoice corrected first.\n\nLe lun. 2 mars 2026 à 09:04, {US} a écrit :\n"
        "\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n> Si vous refusez de "
        "payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Get the invoice corrected first.",
        "",
    ),
    (
        "Réponse ci-dessus ? non, ci-dessous :\nnous paierons.",
        "Réponse ci-dessus ? non, ci-dessous :\nnous paierons.",
        "",
    ),
    (
        "Réponse ci-dessus ? non, ci-dessous :\nnous paierons.\n\nLe lun. 2 mars 2026 à "
        f"09:04, {US} a écrit :\n\n> Bonjour Madame,\n>\n> La facture FX-118 reste impayée.\n"
        "> Si vous refusez de payer, nous irons au tribunal.\n>\n> Jeanne Orly",
        "Réponse ci-dessus ? non, ci-dessous :\nnous paierons.",
        "",
    ),
    (
        f"Nous payons le 12.\n\n---- Le lun., 02 mars 2026 09:04:11 +0100 {US} a écrit "
        "----\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        "Nous payons le 12.\n\n--- Original message ---\nFrom: Service clients Malterie\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        "Nous payons le 12.\n\nDe : Service clients Malterie "
        "[mailto:relances@malterie.example]\nEnvoyé : lundi 2 mars 2026 09:04\nÀ : "
        "Claire\nObjet : FX\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        f"Nous payons le 12.\n\nDe : {US} De la part de Jeanne Orly\nEnvoyé : lundi 2 mars "
        "2026 09:04\nÀ : Claire\nCc : 'Paul Perrin' <paul@perrin-toitures.example>; "
        "direction@perrin-toitures.example;\nanne@perrin-toitures.example\nObjet : FX\n"
        "Pièces jointes : FX-118.pdf\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        "Nous payons le 12.\n\nFrom: relances@malterie.example\nSent: Monday\nTo: "
        "claire.perrin@perrin-toitures.example\nSubject: FX\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        f"Nous payons le 12.\n\nDu: {US}\nEnvoyé: 02/03/2026 09:04\nÀ: Claire\nObjet: FX\n\n"
        "Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        f"Nous payons le 12.\n\nExpéditeur: {US}\nDate: 2 mars 2026 à 09:04:11 UTC+1\n"
        "Destinataire: claire.perrin@perrin-toitures.example\nObjet: FX\n\nBonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        "Nous payons le 12.\n\n_____________________________________________\nDe: Service "
        "clients Malterie\nDate d'envoi: lundi 2 mars 2026 09:04\nÀ: Claire\nObjet: FX\n\n"
        "Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        "Nous payons le 12.\n\nService clients Malterie wrote on 2026-03-02 09:04:\n> Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        'Nous payons le 12.\n\n2 mars 2026 09:04 "Service clients Malterie" '
        "<relances@malterie.example> a écrit:\n> Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (
        'Nous payons le 12.\n\n"Service clients Malterie" <relances@malterie.example> a '
        "écrit :\n\n> Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (f"Nous payons le 12.\n\nQuoting {US}:\n\n> Bonjour", "Nous payons le 12.", ""),
    (
        "Nous payons le 12.\n\nService clients Malterie a écrit :\n> Bonjour",
        "Nous payons le 12.",
        "",
    ),
    (f"Nous payons le 12.\n\nSelon {US}:\n\n> Bonjour", "Nous payons le 12.", ""),
]


@pytest.mark.parametrize("written, kept, passed_on", TEXTS)
def test_words_in_plain_text(written: str, kept: str, passed_on: str) -> None:
    found = read(written, "text/plain")
    assert found.reply.split() == kept.split()
    assert found.forwarded.split() == passed_on.split()
