"""A few words in pages of all sorts: tables, lists, preformatted parts, borders, footers."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import NewText, new_text
from values.client_forms import HEAD

BLOCK = (
    "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>De :</b> "
    "Service clients Malterie &lt;relances@malterie.example&gt;<br><b>Envoyé :</b> "
    "lundi 2 mars 2026 09:04<br><b>À :</b> Claire<br><b>Objet :</b> FX-118</p>"
    "</div><p>Bonjour,</p><p>La facture FX-118 reste impayée.</p>"
)


def read(text: str, kind: str) -> NewText:
    head = f"{HEAD}Content-Type: {kind}; charset=utf-8\n\n"
    return new_text(parse(f"{head}{text}\n".encode()))


PAGES: list[tuple[str, str]] = [
    (
        "<p class=MsoNormal>Bonjour,</p><p class=MsoNormal>&nbsp;</p><p "
        "class=MsoNormal>Voici le détail :</p><table border=1><tr><td>FX-118</td><td>"
        "payée</td></tr><tr><td>FX-119</td><td>le 30</td></tr></table><p "
        "class=MsoNormal>Cordialement,</p><p class=MsoNormal><b>Claire Perrin</b></p>"
        f"{BLOCK}",
        "Bonjour, Voici le détail : FX-118 payée FX-119 le 30 Cordialement,",
    ),
    (
        "<div dir=ltr>Bonjour,<br><br>Réponses ci-dessous.<br></div><div "
        "class=gmail_quote><div class=gmail_attr>Le lun. 2 mars 2026 à 09:04, Service "
        "clients Malterie &lt;<a href='mailto:relances@malterie.example'>"
        "relances@malterie.example</a>&gt; a écrit&nbsp;:<br></div><blockquote "
        "class=gmail_quote><div>FX-118 : 1240 €</div></blockquote><div>payée le 2</div>"
        "<blockquote class=gmail_quote><div>FX-119 : 80 €</div></blockquote><div>"
        "jamais reçue</div><blockquote>Merci</blockquote></blockquote></div>",
        "Bonjour, Réponses ci-dessous. payée le 2 jamais reçue",
    ),
    (
        f"<ul><li>FX-118 payée</li><li>FX-119 contestée</li></ul><p>Merci</p>{BLOCK}",
        "FX-118 payée FX-119 contestée Merci",
    ),
    (
        "<blockquote style='margin:0 0 0 40px;border:none;padding:0px'>Paragraphe en "
        f"retrait : je paie le 12.</blockquote>{BLOCK}",
        "Paragraphe en retrait : je paie le 12.",
    ),
    (
        "<blockquote>Paragraphe en retrait : je paie le 12.</blockquote>",
        "Paragraphe en retrait : je paie le 12.",
    ),
    (
        "<div>Je paie le 12.</div><br><div><span style='font-size:10pt;color:#888'>"
        "Envoyé depuis l’application Mail Orange</span></div><br><div "
        "style='border-left:2px solid #ccc'><div>De : Service clients Malterie</div>"
        "<div>Envoyé : lundi 2 mars 2026 09:04</div><div>À : "
        "claire.perrin@perrin-toitures.example</div><div>Objet : FX</div><div>"
        "Bonjour</div></div>",
        "Je paie le 12.",
    ),
    (f"<p>Je paie le 12.</p><p>--&nbsp;<br>Claire Perrin<br>Gérante</p>{BLOCK}", "Je paie le 12."),
    (
        "<div>Je paie le 12.<div><br></div><div id='ms-outlook-mobile-signature'>"
        "Envoyé depuis <a>Outlook pour Android</a></div><hr><div id=divRplyFwdMsg><b>"
        "From:</b> Malterie &lt;relances@malterie.example&gt;<br><b>Sent:</b> Monday, "
        "March 2, 2026 9:04:00 AM<br><b>To:</b> Claire<br><b>Subject:</b> FX</div><div>"
        "Bonjour</div></div>",
        "Je paie le 12.",
    ),
    (
        f"<p style='color:#1F497D'>Bonjour, nous payons le 12.</p>{BLOCK}",
        "Bonjour, nous payons le 12.",
    ),
    (
        "<table width=100%><tr><td style='background:#ff0'>ATTENTION : ce message "
        "provient d'un expéditeur externe.</td></tr></table><p>Nous payons le 12.</p>"
        f"{BLOCK}",
        "Nous payons le 12.",
    ),
    (
        "<p>Nous payons le 12.</p><p style='font-size:7pt;color:gray'>Ce courriel et "
        "ses pièces jointes peuvent contenir des informations confidentielles "
        f"destinées exclusivement à leur destinataire.</p>{BLOCK}",
        "Nous payons le 12.",
    ),
    (
        "<html><body>Nous<br>payons<br>le 12.<br><br>&gt; Message du 02/03/26 09:04<br>"
        "&gt; De : Service clients Malterie<br>&gt; A : claire<br>&gt; Objet : FX<br>"
        "&gt;<br>&gt; Bonjour<br></body></html>",
        "Nous payons le 12.",
    ),
    (
        "<pre>Nous payons le 12.\n\nLe 02/03/2026 09:04, Service clients Malterie a "
        "écrit :\n&gt; Bonjour\n</pre>",
        "Nous payons le 12.",
    ),
    (f"<div>Payé <s>demain</s> hier.</div>{BLOCK}", "Payé demain hier."),
    (
        "<div>👍</div><div class=gmail_quote><div class=gmail_attr>Le lun. 2 mars 2026 "
        "à 09:04, Service clients Malterie &lt;<a "
        "href='mailto:relances@malterie.example'>relances@malterie.example</a>&gt; a "
        "écrit&nbsp;:<br></div><blockquote class=gmail_quote>x</blockquote></div>",
        "👍",
    ),
    (
        "<p>Nous payons le 12.</p><img alt='logo' src='cid:1'><p>Suivez-nous sur "
        f"LinkedIn</p>{BLOCK}",
        "Nous payons le 12.",
    ),
    (
        "<div><div>Nous payons le 12.</div></div><div class='zm_quote'>---- Le lun., "
        "02 mars 2026 09:04:11 +0100 <b>Service clients Malterie "
        "&lt;relances@malterie.example&gt;</b> a écrit ----<br><br><blockquote>"
        "Bonjour</blockquote></div>",
        "Nous payons le 12.",
    ),
    (
        "<div>Nous payons le 12.</div><div>"
        "------------------&nbsp;Original&nbsp;------------------</div><div><b>"
        'From:</b> "Service clients Malterie" &lt;relances@malterie.example&gt;;</div>'
        "<div><b>Date:</b> Mon, Mar 2, 2026 09:04 AM</div><div><b>To:</b> "
        '"Claire";</div><div><b>Subject:</b> FX</div><div>Bonjour</div>',
        "Nous payons le 12.",
    ),
]


@pytest.mark.parametrize("page, kept", PAGES)
def test_words_in_a_page(page: str, kept: str) -> None:
    found = read(page, "text/html")
    assert found.reply.split() == kept.split()
    assert found.forwarded == ""
