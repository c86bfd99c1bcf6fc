"""How mail programs wrap an answer around the letter it answers: one form a program.

A form is a body with marks: @WORDS what the sender wrote, @OURS our letter, @QUOTED the same with
`>`, @TIGHT with `>` and no blank, @INDENTED with a blank; in HTML forms @WORDS and @OURS become
paragraphs as that program makes them. `@US` and `@ME` are the two mailboxes.
"""

import html
from dataclasses import dataclass

ME = "claire.perrin@perrin-toitures.example"
US = "Service clients Malterie <relances@malterie.example>"
OUR_ADDRESS = "relances@malterie.example"
HEAD = (
    f"Delivered-To: {OUR_ADDRESS}\nFrom: Claire Perrin <{ME}>\nTo: {US}\n"
    "Subject: RE: Facture FX-118\nDate: Tue, 03 Mar 2026 10:12:00 +0100\nMIME-Version: 1.0\n"
)

# One letter of ours, and one with the debtor's older answer and our first letter below it.
LETTER = (
    "Bonjour Madame Perrin,\n\nLa facture FX-118 reste impayée à ce jour : 1 240,00 €.\n\n"
    "Merci de nous indiquer une date de règlement.\n\n"
    "Si vous refusez de payer, nous saisirons le tribunal.\n\n"
    "Jeanne Orly\nService clients Malterie\nTél. 01 02 03 04 05"
)
THREAD = (
    f"{LETTER}\n\nDe : Claire Perrin <{ME}>\nEnvoyé : lundi 2 février 2026 08:30\nÀ : {US}\n"
    "Objet : RE: Facture FX-118\n\nNous contestons le prix.\n\n"
    f"Le ven. 30 janv. 2026 à 11:02, {US} a écrit :\n> Première relance.\n> Jeanne Orly"
)

_DIVS = "div"
_PARAGRAPHS = "p"
_BREAKS = "br"

_OUTLOOK_FR = (
    "De : @US\nEnvoyé : lundi 2 mars 2026 09:04\nÀ : Claire Perrin <@ME>\nObjet : Facture FX-118"
)
_OUTLOOK_EN = (
    "From: @US\nSent: Monday, March 2, 2026 9:04 AM\nTo: Claire Perrin <@ME>\n"
    "Subject: Facture FX-118"
)

PLAIN: dict[str, str] = {
    "Outlook Windows, français": f"@WORDS\n\n{_OUTLOOK_FR}\n\n@OURS",
    "Outlook Windows, anglais": f"@WORDS\n\n{_OUTLOOK_EN}\n\n@OURS",
    "nouvel Outlook, français": f"@WORDS\n\n{'_' * 32}\n{_OUTLOOK_FR}\n\n@OURS",
    "Outlook sur le web, anglais": f"@WORDS\n{'_' * 32}\n{_OUTLOOK_EN}\n\n@OURS",
    "Outlook avec copie et importance": "@WORDS\n\nDe : @US\nEnvoyé : lundi 2 mars 2026 09:04\n"
    "À : Claire Perrin <@ME>\nCc : Paul Perrin <paul@perrin-toitures.example>;\n"
    " direction@perrin-toitures.example\nObjet : Facture FX-118\nImportance : Haute\n\n@OURS",
    "Outlook Mac, français": "@WORDS\n\n\nDe : @US\nDate : lundi, 2 mars 2026 à 09:04\n"
    "À : Claire Perrin <@ME>\nObjet : Facture FX-118\n\n@OURS",
    "Outlook Mac, anglais": "@WORDS\n\nFrom: @US\nDate: Monday, 2 March 2026 at 09:04\n"
    "To: Claire Perrin <@ME>\nSubject: Facture FX-118\n@OURS",
    "Outlook iOS, français": "@WORDS\n\nTélécharger Outlook pour iOS<https://aka.example/o0ukef>\n"
    f"{'_' * 32}\nDe : @US\nEnvoyé : Monday, March 2, 2026 9:04:11 AM\nÀ : Claire Perrin <@ME>\n"
    "Objet : Facture FX-118\n\n@OURS",
    "Outlook Android, anglais": "@WORDS\n\nGet Outlook for Android<https://aka.example/AAb9ysg>\n"
    f"{'_' * 32}\n{_OUTLOOK_EN}\n\n@OURS",
    "vieil Outlook": f"@WORDS\n\n  _____  \n\n{_OUTLOOK_FR}\n\n@OURS",
    "Outlook, étiquettes en gras": "@WORDS\n\n*De :* @US\n*Envoyé :* lundi 2 mars 2026 09:04\n"
    "*À :* Claire Perrin <@ME>\n*Objet :* Facture FX-118\n\n@OURS",
    "Gmail, français": "@WORDS\n\nLe lun. 2 mars 2026 à 09:04, @US\na écrit :\n\n@QUOTED",
    "Gmail, anglais": "@WORDS\n\nOn Mon, Mar 2, 2026 at 9:04\u202fAM @US wrote:\n\n@QUOTED",
    "Gmail Android": "@WORDS\n\nLe lun. 2 mars 2026, 09:04, @US a\nécrit :\n\n@QUOTED",
    "Gmail iOS, réponse au-dessous": "Le lun. 2 mars 2026 à 09:04, @US a écrit :\n\n@QUOTED\n\n"
    "@WORDS",
    "Apple Mail, français": "@WORDS\n\n> Le 2 mars 2026 à 09:04, @US a écrit :\n> \n@QUOTED",
    "Apple Mail, anglais": "@WORDS\n\n> On 2 Mar 2026, at 09:04, @US wrote:\n> \n@QUOTED",
    "Apple Mail, sans chevron sur l'annonce": "@WORDS\n\nLe 2 mars 2026 à 09:04, @US a écrit :\n\n"
    "@OURS",
    "iPhone, français": "@WORDS\n\nEnvoyé de mon iPhone\n\n> Le 2 mars 2026 à 09:04, @US a écrit "
                        ":\n"
    "> \n> \ufeff@QUOTED",
    "iPad, anglais": "@WORDS\n\nSent from my iPad\n\n> On 2 Mar 2026, at 09:04, @US wrote:\n>\n"
    "> \ufeff@QUOTED",
    "Thunderbird, français": "@WORDS\n\nLe 02/03/2026 à 09:04, Service clients Malterie a écrit :\n"
    "@QUOTED",
    "Thunderbird, anglais, au-dessous": "On 02/03/2026 09:04, Service clients Malterie wrote:\n"
    "@QUOTED\n\n@WORDS\n",
    "Thunderbird, transfert": "@WORDS\n\n\n-------- Message transféré --------\n"
    "Sujet : \tFacture FX-118\nDate : \tMon, 2 Mar 2026 09:04:00 +0100\nDe : \t@US\n"
    "Pour : \tClaire Perrin <@ME>\n\n\n\n@OURS",
    "Yahoo, français": "@WORDS\n\n    Le lundi 2 mars 2026 à 09:04:11 UTC+1, @US a écrit :  \n \n"
    "@INDENTED",
    "Yahoo, anglais": "@WORDS\n\n    On Monday, March 2, 2026 at 09:04:11 AM GMT+1, @US wrote:  \n"
    " \n@INDENTED",
    "Yahoo Android": "@WORDS\n\nEnvoyé à partir de Yahoo Mail pour Android \n \n"
    "  Le lun., mars 2 2026 à 9:04, @US a écrit :   @INDENTED",
    "Orange": "@WORDS\n\n> Message du 02/03/26 09:04\n> De : @US\n> A : @ME\n> Copie à : \n"
    "> Objet : Facture FX-118\n> \n@QUOTED",
    "Orange, nouveau": "@WORDS\n\nenvoyé : 2 mars 2026 à 09:04\nde : @US\nà : @ME\n"
    "objet : Facture FX-118\n\n@OURS",
    "Wanadoo": "@WORDS\n\n\n\n========================================\n\nMessage du : 02/03/2026 "
    "09:04\nDe : @US\nA : @ME\nCopie à : \nSujet : Facture FX-118\n\n@OURS",
    "SFR": "@WORDS\n\n-------- Message d'origine --------\n\nDe : @US\n"
    "Envoyé le : lundi 2 mars 2026 09:04\nA : @ME\nObjet : Facture FX-118\n\n@OURS",
    "Free et Zimbra": "@WORDS\n\n----- Mail original -----\nDe: @US\nÀ: \"Claire Perrin\" <@ME>\n"
    "Envoyé: Lundi 2 Mars 2026 09:04:00\nObjet: Facture FX-118\n\n@OURS",
    "Zimbra, filet": "@WORDS\n\nDe: @US\nÀ: @ME\nEnvoyé: Lundi 2 Mars 2026 09:04:00\n"
    "Objet: Facture FX-118\n\n@QUOTED",
    "La Poste": "@WORDS\n\n\n> Message du 02/03/26 à 09h04\n> De : @US\n> A : @ME\n"
    "> Objet : Facture FX-118\n>\n@QUOTED",
    "Bouygues": "@WORDS\n\n---- Message original ----\nDe : @US\nÀ : @ME\nObjet : Facture FX-118\n"
    "Date : 02/03/2026 09:04:00\n\n@OURS",
    "Roundcube, français": "@WORDS\n\nLe 2026-03-02 09:04, @US a écrit :\n@QUOTED",
    "Roundcube, au-dessous": "Le 2026-03-02 09:04, Service clients Malterie a écrit "
                             ":\n\n@QUOTED\n\n"
    "@WORDS\n\n-- \nClaire Perrin\nPerrin Toitures",
    "Samsung, français": "@WORDS\n\nEnvoyé depuis mon smartphone Samsung Galaxy.\n\n\n"
    "-------- Message d'origine --------\nDe : @US \nDate : 02/03/2026  09:04  (GMT+01:00) \n"
    "À : @ME \nObjet : Facture FX-118 \n\n@OURS",
    "Samsung, anglais": "@WORDS\n\nSent from my Galaxy\n\n-------- Original message --------\n"
    "From: @US \nDate: 02/03/2026  09:04  (GMT+01:00) \nTo: @ME \nSubject: Facture FX-118 \n\n"
    "@OURS",
    "Spark": "@WORDS\n\nEnvoyé avec Spark\nLe 2 mars 2026 à 09:04 +0100, @US, a écrit :\n@QUOTED",
    "Proton": "@WORDS\n\nEnvoyé depuis Proton Mail pour Android.\n\n\n-------- Message d'origine "
    "--------\nLe 02/03/2026 09:04, Service clients Malterie a écrit :\n\n@QUOTED",
    "Proton, anglais": "@WORDS\n\nSent with [Proton Mail](https://proton.example/) secure "
                       "email.\n\n"
    "On Monday, March 2nd, 2026 at 9:04 AM, @US wrote:\n\n@QUOTED",
    "Notes": "@WORDS\n\n\n\n\nDe :        Service clients Malterie <relances@malterie.example>\n"
    "A :        claire.perrin@perrin-toitures.example, \nDate :        02/03/2026 09:04\n"
    f"Objet :        Facture FX-118\n{'_' * 32}\n\n\n@OURS",
    "Notes, anglais": "@WORDS\n\n\n\nFrom:        \"Service clients Malterie\" "
    "<relances@malterie.example>\nTo:        <@ME>\nDate:        02/03/2026 09:04\n"
    "Subject:        Facture FX-118\n\n\n\n@OURS",
    "eM Client": "@WORDS\n\n\n------ Message d'origine ------\nDe \"Service clients Malterie\" "
    "<relances@malterie.example>\nÀ @ME\nDate 02/03/2026 09:04:11\nObjet Facture FX-118\n\n@OURS",
    "eM Client, anglais": "@WORDS\n\n------ Original Message ------\nFrom \"Service clients "
    "Malterie\" <relances@malterie.example>\nTo @ME\nDate 02/03/2026 09:04:11\n"
    "Subject Facture FX-118\n\n@OURS",
    "Mailbird": "@WORDS\n\nLe 02/03/2026 09:04:11, Service clients Malterie "
    "<relances@malterie.example> a écrit :\n\n@OURS",
    "BlueMail": "@WORDS\n\nTélécharger BlueMail pour Android\n\nLe 2 mars 2026 à 09:04, "
    "Service clients Malterie <relances@malterie.example> a écrit:\n\n@OURS",
    "K-9": "@WORDS\n-- \nEnvoyé de mon appareil Android avec Courriel K-9 Mail. Veuillez excuser "
           "ma "
    "brièveté.\n\nLe 2 mars 2026 09:04:11 GMT+01:00, @US a écrit :\n@TIGHT",
    "Evolution": "@WORDS\n\nLe lundi 02 mars 2026 à 09:04 +0100, Service clients Malterie a "
                 "écrit :\n"
    "@QUOTED",
    "Mutt": "* Service clients Malterie <relances@malterie.example> [2026-03-02 "
            "09:04]:\n\n@QUOTED\n\n"
    "@WORDS",
    "Zendesk": "##- Merci de saisir votre réponse au-dessus de cette ligne -##\n\n@WORDS\n\n"
    "Le lun. 2 mars 2026 à 09:04, @US a écrit :\n\n@QUOTED",
    "Zendesk, réponse au-dessus": "@WORDS\n\n##- Please type your reply above this line -##\n\n"
    "Service clients Malterie, 2 mars 2026, 09:04 UTC+1 :\n\n@OURS",
    "Freshdesk": "@WORDS\n\nLe lun., 2 mars à 9:04 AM , Service clients Malterie "
    "<relances@malterie.example>\na écrit :\n\n@OURS",
    "Odoo": "@WORDS\n\n--\nClaire Perrin\n\nLe 02/03/2026 09:04, @US a écrit :\n\n@QUOTED",
    "Salesforce": "@WORDS\n\n--------------- Message original ---------------\nDe : @US\n"
    "Envoyé le : 02/03/2026 09:04\nÀ : @ME\nObjet : Facture FX-118\n\n@OURS",
    "Outlook, allemand": "@WORDS\n\nVon: @US\nGesendet: Montag, 2. März 2026 09:04\n"
    "An: Claire Perrin <@ME>\nBetreff: Facture FX-118\n\n@OURS",
    "Gmail, allemand": "@WORDS\n\nAm Mo., 2. März 2026 um 09:04 Uhr schrieb Service clients "
                       "Malterie "
    "<relances@malterie.example>:\n\n@QUOTED",
    "Thunderbird, allemand, sans chevrons": "@WORDS\n\nAm 02.03.26 um 09:04 schrieb Service "
                                            "clients "
    "Malterie:\n@OURS",
    "Outlook, espagnol": "@WORDS\n\nDe: @US\nEnviado el: lunes, 2 de marzo de 2026 9:04\n"
    "Para: Claire Perrin <@ME>\nAsunto: Facture FX-118\n\n@OURS",
    "iPhone, espagnol": "@WORDS\n\nEnviado desde mi iPhone\n\n> El 2 mar 2026, a las 9:04, @US "
    "escribió:\n> \n@QUOTED",
    "Outlook, italien": "@WORDS\n\nDa: @US\nInviato: lunedì 2 marzo 2026 09:04\n"
    "A: Claire Perrin <@ME>\nOggetto: Facture FX-118\n\n@OURS",
    "iPhone, italien": "@WORDS\n\nInviato da iPhone\n\n> Il giorno 2 mar 2026, alle ore 09:04, @US "
    "ha scritto:\n> \n@QUOTED",
    "Gmail, néerlandais": "@WORDS\n\nOp ma 2 mrt 2026 om 09:04 schreef @US:\n\n@QUOTED",
    "Gmail, portugais": "@WORDS\n\n@US escreveu (segunda, 2/03/2026 à(s) 09:04):\n\n@QUOTED",
    "transfert Gmail": "@WORDS\n\n---------- Forwarded message ---------\nDe : @US\n"
    "Date: lun. 2 mars 2026 à 09:04\nSubject: Facture FX-118\nTo: <@ME>\n\n\n@OURS",
    "transfert iPhone": "@WORDS\n\nEnvoyé de mon iPhone\n\nDébut du message transféré :\n\n"
    "> De: @US\n> Date: 2 mars 2026 à 09:04:11 UTC+1\n> À: @ME\n> Objet: Facture FX-118\n> \n"
    "@QUOTED",
}  # fmt: skip

_OUTLOOK_HTML_HEAD = (
    "<b>De :</b> Service clients Malterie &lt;relances@malterie.example&gt;<br><b>Envoyé :</b> "
    "lundi 2 mars 2026 09:04<br><b>À :</b> Claire Perrin &lt;@ME&gt;<br><b>Objet :</b> "
    "Facture FX-118"
)
HTML: dict[str, tuple[str, str]] = {
    "Outlook, HTML": (_PARAGRAPHS, "<html><body lang=FR><div class=WordSection1>@WORDS<p "
     "class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 "
     f"1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>{_OUTLOOK_HTML_HEAD}<o:p></o:p></p>"
     "</div></div>@OURS</div></body></html>"),
    "Outlook sur le web, HTML": (_DIVS, "<html><body dir='ltr'><div class='elementToProof'>@WORDS"
     "</div><div id='appendonsend'></div><hr style='display:inline-block;width:98%'><div "
     f"id='divRplyFwdMsg' dir='ltr'><font>{_OUTLOOK_HTML_HEAD}</font><div>&nbsp;</div></div>@OURS"
     "</body></html>"),
    "Outlook mobile, HTML": (_DIVS, "<html><body><div dir='auto'>@WORDS</div><div "
     "id='ms-outlook-mobile-signature'>Télécharger <a href='https://aka.example'>Outlook pour "
     "iOS</a>"
     f"</div><hr><div id='divRplyFwdMsg'>{_OUTLOOK_HTML_HEAD}</div>@OURS</body></html>"),
    "Gmail, HTML": (_DIVS, "<div dir='ltr'>@WORDS</div><br><div class='gmail_quote "
     "gmail_quote_container'><div dir='ltr' class='gmail_attr'>Le lun. 2 mars 2026 à 09:04, "
     "Service "
     "clients Malterie &lt;<a href='mailto:relances@malterie.example'>relances@malterie.example</a>"
     "&gt; a écrit :<br></div><blockquote class='gmail_quote' style='margin:0 0 0 .8ex;border-left:"
     "1px solid #ccc'>@OURS</blockquote></div>"),
    "Apple Mail, HTML": (_DIVS, "<html><body style='overflow-wrap:break-word'>@WORDS<br><div><br>"
     "<blockquote type='cite'><div>Le 2 mars 2026 à 09:04, Service clients Malterie "
     "&lt;relances@malterie.example&gt; a écrit :</div><br class='Apple-interchange-newline'>"
     "<div>@OURS</div></blockquote></div></body></html>"),
    "iPhone, HTML": (_DIVS, "<html><body dir='auto'>@WORDS<div><br id='lineBreakAtBeginningOfSig'>"
     "<div dir='ltr'>Envoyé de mon iPhone</div><div dir='ltr'><br><blockquote type='cite'>Le 2 "
     "mars "
     "2026 à 09:04, Service clients Malterie &lt;relances@malterie.example&gt; a écrit :<br><br>"
     "</blockquote></div><blockquote type='cite'><div "
     "dir='ltr'>\ufeff@OURS</div></blockquote></div>"
     "</body></html>"),
    "Thunderbird, HTML, au-dessous": (_PARAGRAPHS, "<html><body><div class='moz-cite-prefix'>Le "
     "02/03/2026 à 09:04, Service clients Malterie a écrit :<br></div><blockquote type='cite' "
     "cite='mid:118@malterie.example'>@OURS</blockquote>@WORDS<div class='moz-signature'>-- <br>"
     "Claire Perrin</div></body></html>"),
    "Yahoo, HTML": (_DIVS, "<div class='ydp yahoo-style-wrap'>@WORDS</div><div "
     "class='yahoo_quoted' id='yahoo_quoted_1'><div><div>Le lundi 2 mars 2026 à 09:04:11 UTC+1, "
     "Service clients Malterie &lt;relances@malterie.example&gt; a écrit :</div><div><br></div>"
     "<div>@OURS</div></div></div>"),
    "Orange, HTML": (_BREAKS, "<p>@WORDS</p><blockquote style='padding-left:5px;border-left:2px "
     "solid #f60'>&gt; Message du 02/03/26 09:04<br>&gt; De : Service clients Malterie "
     "&lt;relances@malterie.example&gt;<br>&gt; A : @ME<br>&gt; Copie à : <br>&gt; Objet : Facture "
     "FX-118<br>&gt; <br>@OURS</blockquote>"),
    "Zimbra, HTML": (_DIVS, "<html><body><div style='font-family:arial'>@WORDS<br><hr "
     "id='zwchr' data-marker='__DIVIDER__'><div data-marker='__HEADERS__'><blockquote "
     "style='border-left:2px solid #1010ff'><b>De: </b>Service clients Malterie "
     "&lt;relances@malterie.example&gt;<br><b>À: </b>@ME<br><b>Envoyé: </b>Lundi 2 Mars 2026 "
     "09:04:00<br><b>Objet: </b>Facture FX-118<br></blockquote></div><div "
     "data-marker='__QUOTED_TEXT__'><blockquote style='border-left:2px solid #1010ff'>@OURS"
     "</blockquote></div></div></body></html>"),
    "Proton, HTML": (_DIVS, "<div>@WORDS</div><div class='protonmail_signature_block'><div "
     "class='protonmail_signature_block-proton'>Envoyé avec la messagerie sécurisée Proton Mail."
     "</div></div><div class='protonmail_quote'>Le lundi 2 mars 2026 à 09:04, Service clients "
     "Malterie &lt;relances@malterie.example&gt; a écrit :<br><br><blockquote "
     "class='protonmail_quote' type='cite'>@OURS</blockquote></div>"),
    "filet à gauche sans blockquote": (_DIVS, "<div>@WORDS</div><div>Le 2 mars 2026 à 09:04, "
                                              "Service "
     "clients Malterie &lt;relances@malterie.example&gt; a écrit&nbsp;:</div><div "
     "style='border-left:1px solid blue;padding-left:8px'>@OURS</div>"),
    "tableau Notes, HTML": (_BREAKS, "<font size=2>@WORDS</font><br><br><br><font "
                                     "color=#5f5f5f>De : "
     "&nbsp; &nbsp;</font><font>&quot;Service clients Malterie&quot; "
     "&lt;relances@malterie.example&gt;</font><br><font color=#5f5f5f>A : &nbsp; "
     "&nbsp;</font><font>"
     "@ME</font><br><font color=#5f5f5f>Date : &nbsp; &nbsp;</font><font>02/03/2026 09:04</font>"
     "<br><font color=#5f5f5f>Objet : &nbsp; &nbsp;</font><font>Facture FX-118</font><br><hr "
     "noshade>@OURS"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrapped:
    """A reply as a program sends it, and where its words stand: above or below the history."""

    raw: bytes
    history_first: bool


FORMS = (*PLAIN, *HTML)


def wrapped(form: str, words: str, letter: str = LETTER) -> Wrapped:
    """The words, as this form's program sends them in answer to the letter."""
    if form in PLAIN:
        body, kind = _plain(PLAIN[form], words, letter), "text/plain"
    else:
        style, page = HTML[form]
        body, kind = _page(page, style, words, letter), "text/html"
    template = PLAIN.get(form) or HTML[form][1]
    head = f'{HEAD}Content-Type: {kind}; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
    first = min(at for mark in _LETTERS if (at := template.find(mark)) >= 0)
    return Wrapped(raw=f"{head}{body}\n".encode(), history_first=first < template.find("@WORDS"))


_LETTERS = ("@OURS", "@QUOTED", "@TIGHT", "@INDENTED")


def _plain(template: str, words: str, letter: str) -> str:
    lines = letter.split("\n")
    said = {
        "@OURS": letter,
        "@QUOTED": "\n".join(f"> {line}".rstrip() for line in lines),
        "@TIGHT": "\n".join(f">{line}" for line in lines),
        "@INDENTED": "\n".join(f" {line}" for line in lines),
        "@WORDS": words,
    }
    body = template.replace("> \ufeff@QUOTED", "> \ufeff@QUOTED".replace("@QUOTED", "@BOM"))
    body = body.replace("@US", US).replace("@ME", ME)
    for mark, text in said.items():
        body = body.replace(mark, text)
    return body.replace("@BOM", said["@QUOTED"].removeprefix("> "))


def _page(template: str, style: str, words: str, letter: str) -> str:
    body = template.replace("@ME", ME).replace("@OURS", _tagged(letter, style))
    return body.replace("@WORDS", _tagged(words, style))


def _tagged(text: str, style: str) -> str:
    lines = [html.escape(line) or ("<br>" if style == _DIVS else "&nbsp;") for line in
             text.split("\n")]  # fmt: skip
    if style == _BREAKS:
        return "<br>".join(lines)
    return "".join(f"<{style}>{line}</{style}>" for line in lines)
