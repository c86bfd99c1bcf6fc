"""Replies as mail programs write them: the sender's words are kept, the history goes."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import new_text

WORDS = "Bonjour,\n\nLa facture est en signature, elle part au virement du 12.\n\nCordialement,"
OURS = (
    "Bonjour Madame Perrin,\n\nLa facture FX-118 reste impayée à ce jour.\n\n"
    "Merci de nous indiquer une date de règlement.\n\nJeanne Orly\nService clients Malterie"
)
ME = "claire.perrin@perrin-toitures.example"
US = "Service clients Malterie <relances@malterie.example>"
QUOTED = "\n".join(f"> {line}".rstrip() for line in OURS.split("\n"))
QUOTED_TIGHT = "\n".join(f">{line}" for line in OURS.split("\n"))
INDENTED = "\n".join(f" {line}" for line in OURS.split("\n"))


def message(text: str, *, kind: str = "text/plain") -> bytes:
    """A reply of Claire Perrin with this body."""
    head = (
        "Delivered-To: relances@malterie.example\n"
        "From: Claire Perrin <claire.perrin@perrin-toitures.example>\n"
        f"To: {US}\nSubject: Re: Facture FX-118\n"
        "Date: Tue, 03 Mar 2026 10:12:00 +0100\n"
        f'MIME-Version: 1.0\nContent-Type: {kind}; charset="utf-8"\n'
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    return f"{head}{text}\n".encode()


def reply_of(text: str, *, kind: str = "text/plain") -> str:
    return new_text(parse(message(text, kind=kind))).reply


def block(de: str, envoye: str, a: str, objet: str) -> str:
    """A header block with these labels."""
    return f"{de} {US}\n{envoye} lundi 2 mars 2026 09:04\n{a} {ME}\n{objet} Facture FX-118"


FRENCH = block("De :", "Envoyé :", "À :", "Objet :")
CLIENTS = {
    "Outlook français": f"{WORDS}\n\n{FRENCH}\n\n{OURS}",
    "Outlook français, espaces insécables": (
        f"{WORDS}\n\n{FRENCH.replace(' :', chr(160) + ':')}\n\n{OURS}"
    ),
    "Outlook français, étiquettes en gras": f"{WORDS}\n\n"
    + FRENCH.replace("De :", "*De :*").replace("Envoyé :", "*Envoyé :*").replace("À :", "*À :*")
    + f"\n\n{OURS}",
    "Outlook sur le web, trait au-dessus": f"{WORDS}\n\n{'_' * 32}\n{FRENCH}\n\n{OURS}",
    "Outlook iOS": f"{WORDS}\n\nObtenir Outlook pour iOS<https://aka.example/ios>\n{'_' * 32}\n"
    f"{FRENCH}\n"
    f"\n{OURS}",
    "Outlook Android": (
        f"{WORDS}\n\nTélécharger Outlook pour Android\n{'_' * 32}\n{FRENCH}\n\n{OURS}"
    ),
    "Courrier de Windows": f"{WORDS}\n\nProvenance : Courrier pour Windows\n\n{FRENCH}\n\n{OURS}",
    "Outlook anglais": f"{WORDS}\n\n{block('From:', 'Sent:', 'To:', 'Subject:')}\n\n{OURS}",
    "vieil Outlook anglais": f"{WORDS}\n\n-----Original Message-----\n"
    f"{block('From:', 'Sent:', 'To:', 'Subject:')}\n\n{OURS}",
    "vieil Outlook français": f"{WORDS}\n\n-----Message d'origine-----\n{FRENCH}\n\n{OURS}",
    "Outlook allemand": f"{WORDS}\n\n{block('Von:', 'Gesendet:', 'An:', 'Betreff:')}\n\n{OURS}",
    "Outlook espagnol": f"{WORDS}\n\n{block('De:', 'Enviado el:', 'Para:', 'Asunto:')}\n\n{OURS}",
    "Outlook italien": f"{WORDS}\n\n{block('Da:', 'Inviato:', 'A:', 'Oggetto:')}\n\n{OURS}",
    "Gmail français": f"{WORDS}\n\nLe lun. 2 mars 2026 à 09:04, {US} a\nécrit :\n\n{QUOTED}",
    "Gmail français sur mobile": (
        f"{WORDS}\n\nLe lun. 2 mars 2026, 09:04, {US} a écrit :\n\n{QUOTED}"
    ),
    "Gmail, attribution sur trois lignes": (
        f"{WORDS}\n\n"
        "Le lun. 2 mars 2026 à 09:04, Service clients\nMalterie <\n"
        f"relances@malterie.example> a écrit :\n\n{QUOTED}"
    ),
    "Gmail anglais": f"{WORDS}\n\nOn Mon, Mar 2, 2026 at 9:04 AM {US}\nwrote:\n\n{QUOTED}",
    "Apple Mail français": f"{WORDS}\n\n> Le 2 mars 2026 à 09:04, {US} a écrit :\n> \n{QUOTED}",
    "Apple Mail anglais": f"{WORDS}\n\nOn 2 Mar 2026, at 09:04, {US} wrote:\n\n{QUOTED}",
    "iPhone": f"{WORDS}\n\nEnvoyé de mon iPhone\n\n> Le 2 mars 2026 à 09:04, {US} a écrit :\n> \n> "
    f"\ufeff{QUOTED[2:]}",
    "iPad anglais": (
        f"{WORDS}\n\nSent from my iPad\n\nOn 2 Mar 2026, at 09:04, {US} wrote:\n\n{QUOTED}"
    ),
    "Thunderbird français": (
        f"{WORDS}\n\nLe 02/03/2026 à 09:04, Service clients Malterie a écrit :\n{QUOTED}"
    ),
    "Thunderbird, réponse au-dessous": (
        f"Le 02/03/2026 à 09:04, Service clients Malterie a écrit :\n{QUOTED}\n\n{WORDS}"
    ),
    "Thunderbird anglais": (
        f"{WORDS}\n\nOn 02/03/2026 09:04, Service clients Malterie wrote:\n{QUOTED_TIGHT}"
    ),
    "Orange": f"{WORDS}\n\n> Message du 02/03/26 09:04\n> De : {US}\n> A : "
    "{ME}\n> Copie à : \n> Objet : Facture FX-118\n> \n"
    f"{QUOTED}",
    "SFR": f"{WORDS}\n\n{'=' * 40}\n   Message du : 02/03/2026 09:04\n   De : {US}\n   A : "
    "{ME}\n   Copie à :\n   Sujet : Facture FX-118\n\n"
    f"{OURS}",
    "Free et Zimbra": f"{WORDS}\n\n----- Mail original -----\nDe: {US}\nÀ: "
    "{ME}\nEnvoyé: Lundi 2 Mars 2026 09:04:00\nObjet: "
    f"Facture FX-118\n\n{OURS}",
    "La Poste": f"{WORDS}\n\nenvoyé : 2 mars 2026 à 09:04\nde : {US}\nà : "
    f"{ME}\nobjet : Facture FX-118\n\n{OURS}",
    "Yahoo français": f"{WORDS}\n\n    Le lundi 2 mars 2026 à 09:04:11 UTC+1, {US} a écrit :  \n \n"
    f"{INDENTED}",
    "Yahoo mobile": (
        f"{WORDS}\n\nEnvoyé à partir de Yahoo Mail pour Android\n\n"
        "  Le lun., mars 2 2026 "
        "à "
        f"9:04, {US} a écrit :\n{INDENTED}"
    ),
    "Samsung": f"{WORDS}\n\nEnvoyé depuis mon appareil Galaxy\n\n\n-------- Message d'origine "
    f"--------\nDe : {US}\nDate : 02/03/2026  09:04  (GMT+01:00)\nÀ : "
    f"{ME}\nObjet : Facture FX-118\n\n{OURS}",
    "Roundcube": f"{WORDS}\n\nLe 2026-03-02 09:04, Service clients Malterie a écrit :\n\n{QUOTED}",
    "Proton": f"{WORDS}\n\nEnvoyé avec la messagerie sécurisée Proton Mail.\n\n\nLe lundi 2 mars "
    f"2026 à 09:04, {US} a écrit :\n\n{QUOTED}",
    "Proton, ancien": f"{WORDS}\n\nSent with Proton Mail secure email.\n\n------- Original Message "
    "-------\n"
    f"Le lundi 2 mars 2026 à 09:04, {US} a écrit :\n\n{OURS}",
    "Notes": f"{WORDS}\n\n\n\nDe :        {US}\nA :        {ME}\n"
    f"Date :        02/03/2026 09:04\nObjet :        Facture FX-118\n{'_' * 32}\n\n\n\n"
    f"{OURS}",
    "Thunderbird allemand": (
        f"{WORDS}\n\nAm 02.03.26 um 09:04 schrieb Service clients Malterie:\n{QUOTED}"
    ),
    "Gmail espagnol": f"{WORDS}\n\nEl lun, 2 mar 2026 a las 9:04, Service clients Malterie "
    f"(<relances@malterie.example>) escribió:\n\n{QUOTED}",
    "Gmail italien": (
        f"{WORDS}\n\nIl giorno lun 2 mar 2026 alle ore 09:04 {US} ha scritto:\n\n{QUOTED}"
    ),
    "transfert à soi, puis réponse": (
        f"{WORDS}\n\n---------- Forwarded message ---------\nDe : {US}\n"
        "Date: lun. 2 mars "
        "2026 à 09:04\nSubject: Facture FX-118\nTo: <claire.perrin@perrin-toitures.example>\n"
        f"\n\n{OURS}"
    ),
}


@pytest.mark.parametrize("client", CLIENTS)
def test_the_words_stay_and_the_history_goes(client: str) -> None:
    assert reply_of(CLIENTS[client]) == WORDS


@pytest.mark.parametrize("client", CLIENTS)
def test_a_name_block_above_the_history_goes_too(client: str) -> None:
    signed = (
        f"{WORDS}\n\nClaire Perrin\nGérante\nPerrin Toitures – 29000 Quimper\nTél. 02 98 00 00 01"
    )
    assert reply_of(CLIENTS[client].replace(WORDS, signed)) == WORDS


HTML = {
    "Gmail": '<div dir="ltr">{words}</div><br><div class="gmail_quote"><div dir="ltr" '
    'class="gmail_attr">Le lun. 2 mars 2026 à 09:04, Service clients Malterie &lt;<a '
    'href="mailto:relances@malterie.example">relances@malterie.example</a>&gt; a écrit :<br></div>'
    '<blockquote class="gmail_quote" style="border-left:1px solid #ccc">{ours}</blockquote></div>',
    "Outlook": "<html><body><div>{words}</div><div style='border:none;border-top:solid #E1E1E1 "
    "1.0pt'>"
    "<p><b>De :</b> Service clients Malterie &lt;relances@malterie.example&gt;<br><b>Envoyé :</b> "
    "lundi 2 mars 2026 09:04<br><b>À :</b> claire.perrin@perrin-toitures.example<br><b>Objet :</b> "
    "Facture FX-118</p></div><div>{ours}</div></body></html>",
    "iPhone": '<html><body dir="auto"><div>{words}</div><br>'
    '<div dir="ltr">Envoyé de mon iPhone</div>'
    '<div dir="ltr"><br><blockquote type="cite">Le 2 mars 2026 à 09:04, Service clients Malterie '
    "&lt;relances@malterie.example&gt; a écrit :<br><br></blockquote></div><blockquote "
    'type="cite"><div dir="ltr">{ours}</div></blockquote></body></html>',
}


@pytest.mark.parametrize("client", HTML)
def test_the_same_in_html_alone(client: str) -> None:
    def paragraphs(text: str) -> str:
        return "".join(f"<p>{line}</p>" for line in text.split("\n") if line)

    page = HTML[client].format(words=paragraphs(WORDS), ours=paragraphs(OURS))
    assert reply_of(page, kind="text/html").split() == WORDS.split()


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur m'a écrit : payez avant le 12. Je le fais demain.",
        "Bonjour,\nDe : mémoire, c'est le 12 que le virement part.\nMerci",
        "Vous m'aviez écrit le 2 mars :\nje n'ai rien reçu depuis.",
        "Objet : facture FX-118\nMontant : 120 euros\nJe paie le 12.",
        "Bonjour,\nle 2 mars 2026 votre collègue a écrit que c'était soldé.\nVérifiez svp.",
        "A : oui pour la FX-118\nB : non pour la FX-119",
        "Envoyé de mon côté le 12, regardez vos comptes.",
        "Je dis :\n- oui à la FX-118\n- non à la FX-119\n--> le solde en mai",
        "Virement fait\n\nBonne réception",
        "Bonjour,\n\nPayé\n\nVoir relevé joint",
    ],
)
def test_sentences_that_resemble_a_cut_mark_are_kept(text: str) -> None:
    assert reply_of(text) == text


def test_the_block_of_notes_is_cut_with_the_letter_below() -> None:
    block = (
        f'"Service clients" <relances@malterie.example>\n02/03/2026 09:04\n\n        A       {ME}'
    )
    text = f"{WORDS}\n\n{block}\n        cc\n        Objet   Facture FX-118\n\n{OURS}"
    assert reply_of(text) == WORDS


def test_an_address_with_a_moment_and_no_label_below_is_ones_own_word() -> None:
    text = (
        "Écrivez à Claire <c.perrin@perrin-toitures.example>\n02/03/2026 09:04\nelle vous paiera."
    )
    assert "elle vous paiera" in reply_of(text)
