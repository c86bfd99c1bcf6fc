"""Words that look like marks, marks that look like words, and what companies add around them."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import NewText, new_text
from values.client_forms import HEAD, US

QUOTE = f"Le lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n"

# As written, then what is the sender's own, then what is passed on from their side.
CASES: list[tuple[str, str, str]] = [
    (
        f"Bonjour,\nMes réponses ci-dessous.\n\n{QUOTE}> Bonjour\n>\n> 1. FX-118 : 1240 €\n"
        "Payée le 3.\n> 2. FX-119 : 80 €\nPas reçue, merci de la renvoyer.\n>\n"
        "> Cordialement\n> Jeanne\n\nClaire Perrin",
        "Bonjour,\nMes réponses ci-dessous.\n\nPayée le 3.\nPas reçue, merci de la renvoyer.",
        "",
    ),
    (
        f"Voir mes remarques en MAJUSCULES\n\nDe : {US}\nEnvoyé : lundi 2 mars 2026 09:04\n"
        "À : Claire Perrin\nObjet : FX\n\nBonjour,\nLa FX-118 est impayée.",
        "Voir mes remarques en MAJUSCULES",
        "",
    ),
    (
        f"ok pour moi\n\n-- \nClaire Perrin | Gérante | Perrin Toitures\n\n{QUOTE}> x",
        "ok pour moi",
        "",
    ),
    (
        f"Merci,\nJe transmets à la compta.\nBelle journée,\nClaire P.\n\n{QUOTE}> x",
        "Merci,\nJe transmets à la compta.\nBelle journée,",
        "",
    ),
    (
        "Bonjour Jeanne,\n\nC'est parti ce matin, référence VIR-2291.\n\nBien cordialement\n"
        "\n[cid:logo.png]\nClaire PERRIN\nResponsable administrative et financière\n"
        "LD : +33 (0)2 98 00 00 01\nPERRIN TOITURES - ZA de Kerven - 29000 QUIMPER\n"
        "www.perrin-toitures.example\n\nAvant d'imprimer, pensez à l'environnement.\n\n"
        f"{QUOTE}> x",
        "Bonjour Jeanne,\n\nC'est parti ce matin, référence VIR-2291.\n\nBien cordialement",
        "",
    ),
    (
        "Bonjour\nVoici notre point :\nFX-118 | 1 240,00 | payée\n"
        "FX-119 | 80,00 | à payer le 30\n\nClaire\n\n________________________________\n"
        f"De : {US}\nEnvoyé : lundi 2 mars 2026 09:04\n"
        "À : claire.perrin@perrin-toitures.example <claire.perrin@perrin-toitures.example>\n"
        "Objet : FX\n\nx",
        "Bonjour\nVoici notre point :\nFX-118 | 1 240,00 | payée\nFX-119 | 80,00 | à payer le 30",
        "",
    ),
    (
        "Bonjour,\n\nJe reviens vers vous suite à votre mail du 2 mars 2026 09:04 :\n\n"
        "la facture est contestée.\n\nCdlt",
        "Bonjour,\n\nJe reviens vers vous suite à votre mail du 2 mars 2026 09:04 :\n\n"
        "la facture est contestée.\n\nCdlt",
        "",
    ),
    (
        "On 2 March we were told by Jeanne Orly that the invoice was cancelled.\nPlease check.",
        "On 2 March we were told by Jeanne Orly that the invoice was cancelled.\nPlease check.",
        "",
    ),
    (
        "Le 2/03/2026 à 9h, j'ai eu Jeanne au téléphone :\nelle m'a promis un avoir.",
        "Le 2/03/2026 à 9h, j'ai eu Jeanne au téléphone :\nelle m'a promis un avoir.",
        "",
    ),
    (
        "Objet : FX-118\nDe : Perrin Toitures\nDate : 3 mars\n\nNous contestons cette facture.",
        "Objet : FX-118\nDe : Perrin Toitures\nDate : 3 mars\n\nNous contestons cette facture.",
        "",
    ),
    (
        "Bonjour,\n\nDate de virement : 12 mars\nMontant : 1240 €\nDe : Crédit Agricole\n"
        "A : Malterie\n\nCdt",
        "Bonjour,\n\nDate de virement : 12 mars\nMontant : 1240 €\nDe : Crédit Agricole\n"
        "A : Malterie\n\nCdt",
        "",
    ),
    (
        f"Je vous confirme.\n\nL'équipe Perrin Toitures\nSuivez-nous sur Facebook\n\n{QUOTE}> x",
        "Je vous confirme.",
        "",
    ),
    (
        f"Je vous confirme.\n\nCordialement,\nP/o Claire Perrin\nLe secrétariat\n\n{QUOTE}> x",
        "Je vous confirme.\n\nCordialement,",
        "",
    ),
    (
        f"OK\n\nEnvoyé de mon Galaxy S21 5G Orange\nTéléchargez Outlook pour Android\n\n{QUOTE}> x",
        "OK",
        "",
    ),
    (
        "OK\n\nEnvoyé à partir d’Outlook pour Android\n________________________________\n"
        f"From: {US}\nSent: Monday, March 2, 2026 9:04:00 AM\nTo: Claire Perrin\n"
        "Subject: FX\n\nx",
        "OK",
        "",
    ),
    (
        "OK\n\nSent from Mail for Windows\n\nFrom: Malterie\nSent: Monday\nTo: Claire\n"
        "Subject: FX\n\nx",
        "OK",
        "",
    ),
    (f"OK\n\nGet BlueMail for Mobile\n\n{QUOTE}> x", "OK", ""),
    (
        "OK\n\nSent from Yahoo Mail for iPhone\n\n"
        f"  On Monday, March 2, 2026, 9:04 AM, {US} wrote:\n\nBonjour",
        "OK",
        "",
    ),
    (
        "OK\n\nEnvoyé depuis l'application Mail Orange\n\n- - - - - - - - - - - - - - - -\n"
        "De : Service clients Malterie\nEnvoyé : lundi 2 mars 2026 09:04\n"
        "À : claire.perrin@perrin-toitures.example\nObjet : FX-118\n"
        "- - - - - - - - - - - - - - - -\n\nBonjour Madame",
        "OK",
        "",
    ),
    (
        "OK\n\n> ----------------------------------------\n"
        "> De : relances@malterie.example\n> Envoyé le : 2 mars 2026 à 09:04\n"
        "> A : claire\n> Objet : FX\n>\n> Bonjour",
        "OK",
        "",
    ),
    (
        "OK\n\n"
        '<<< "Service clients Malterie" <relances@malterie.example>  2/ 3  9h04 >>>\n'
        "Bonjour Madame\nRéglez",
        "OK",
        "",
    ),
    (
        '>>> "Service clients Malterie" <relances@malterie.example> 02/03/2026 09:04 >>>\n'
        "Bonjour Madame\nRéglez",
        "",
        "",
    ),
    (f"OK\n\n>>> {US} 02/03/2026 09:04 >>>\nBonjour Madame\nRéglez", "OK", ""),
    (f"OK\n\n{US} schrieb am Mo., 2. März 2026, 09:04:\n\n> Bonjour", "OK", ""),
    (
        "OK\n\nEl lun., 2 de mar. de 2026 9:04, Service clients Malterie <\n"
        "relances@malterie.example> escribió:\n\n> Bonjour",
        "OK",
        "",
    ),
    ("OK\n\nIl 02/03/2026 09:04, Service clients Malterie ha scritto:\n> Bonjour", "OK", ""),
    (
        "OK\n\nAm Montag, den 02.03.2026, 09:04 +0100 schrieb Service clients Malterie:\n> Bonjour",
        "OK",
        "",
    ),
    (f"OK\n\nDen mån 2 mars 2026 kl 09:04 skrev {US}:\n\n> Bonjour", "OK", ""),
    ("OK\n\nW dniu 02.03.2026 o 09:04, Service clients Malterie pisze:\n> Bonjour", "OK", ""),
    (f"OK\n\n2026年3月2日(月) 9:04 {US}:\n\n> Bonjour", "OK", ""),
    (
        "Bonjour,\n\nVoici.\n\nDe : Paul Perrin <paul@perrin-toitures.example>\n"
        "Envoyé : mardi 3 mars 2026 09:00\nÀ : Claire Perrin\nObjet : RE: FX-118\n\n"
        f"On paie le 15, dis-leur.\n\nPaul\n\nDe : {US}\nEnvoyé : lundi 2 mars 2026 09:04\n"
        "À : Claire Perrin\nObjet : FX-118\n\nRéglez",
        "Bonjour,\n\nVoici.",
        "On paie le 15, dis-leur.\n\nPaul",
    ),
    (
        "pour info, réponse de notre banque\n\n---------- Forwarded message ---------\n"
        "De : Banque du Port <conseiller@banqueduport.example>\n"
        "Date: lun. 2 mars 2026 à 15:00\nSubject: Virement\n"
        "To: Claire Perrin <claire.perrin@perrin-toitures.example>\n\n"
        "Le virement de 1240 € est parti ce jour.",
        "pour info, réponse de notre banque",
        "Le virement de 1240 € est parti ce jour.",
    ),
    (
        "ATTENTION: Ce courriel provient de l'extérieur de notre organisation. N'ouvrez pas les "
        "pièces jointes si vous n'êtes pas sûr de l'expéditeur.\n"
        f"\nOui c'est bon\n\n{QUOTE}> x",
        "Oui c'est bon",
        "",
    ),
    ("*** Message externe - soyez vigilant ***\n\nOui c'est bon", "Oui c'est bon", ""),
    ("⚠ Expéditeur externe\n\nOui c'est bon", "Oui c'est bon", ""),
    (
        "EXTERNAL EMAIL: Do not click links or open attachments unless you recognize the sender.\n"
        "\nOui c'est bon",
        "Oui c'est bon",
        "",
    ),
    (
        "[Cet e-mail provient d'un expéditeur extérieur à l'entreprise]\nOui c'est bon",
        "Oui c'est bon",
        "",
    ),
    (
        "Vous ne recevez pas souvent de courriers de claire@x.example. En savoir plus\n\n"
        "Oui c'est bon",
        "Oui c'est bon",
        "",
    ),
    (
        "Some people who received this message don't often get email from claire@x.example. "
        "Learn why this is important<https://aka.ms/x>\n"
        "\nOui c'est bon",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\n________________________________\n"
        "This email and any files transmitted with it are confidential and intended solely for "
        "the use of the individual to whom they are addressed. If you have received this email "
        "in error please notify the system manager.\n"
        f"\n{QUOTE}> x",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\nClaire\n\n"
        "L'intégrité de ce message n'étant pas assurée sur Internet, Perrin Toitures ne peut "
        "être tenue responsable de son contenu. Toute utilisation ou diffusion non autorisée est "
        "interdite.",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\n"
        "Ce message (et ses éventuelles pièces jointes) est établi à l'intention exclusive de "
        "ses destinataires. Si vous le recevez par erreur, merci de le détruire et d'en avertir "
        "l'expéditeur.\n"
        "Les données personnelles sont traitées conformément au RGPD.",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\n"
        "Répondre à ce mail le vendredi ? Nous pratiquons le droit à la déconnexion : si vous "
        "recevez ce message hors de vos heures de travail, vous n'êtes pas tenu d'y répondre.",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\n♻ Préservons la planète : n'imprimez ce mail que si nécessaire",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\nCet e-mail a été vérifié par le logiciel antivirus d'Avast.\n"
        "www.avast.com",
        "Oui c'est bon",
        "",
    ),
    (
        "Oui c'est bon\n\n<https://www.avast.com/sig-email>   Sans virus.www.avast.com\n"
        "<#DAB4FAD8>",
        "Oui c'est bon",
        "",
    ),
    (
        "Ce message est confidentiel : nous sommes en discussion avec un repreneur, ne dites "
        "rien à nos fournisseurs. Nous paierons le 30.",
        "Ce message est confidentiel : nous sommes en discussion avec un repreneur, ne dites "
        "rien à nos fournisseurs. Nous paierons le 30.",
        "",
    ),
    (
        "Si vous recevez ce message, c'est que votre facture est bien passée : elle sera payée "
        "le 30.",
        "Si vous recevez ce message, c'est que votre facture est bien passée : elle sera payée "
        "le 30.",
        "",
    ),
    (
        "Attention : ce message n'engage pas la société, mais je pense que le paiement part le 30.",
        "Attention : ce message n'engage pas la société, mais je pense que le paiement part le 30.",
        "",
    ),
    (
        "Ce mail est ma dernière réponse, toute diffusion de ma photo est interdite et je ne "
        "paierai pas.",
        "Ce mail est ma dernière réponse, toute diffusion de ma photo est interdite et je ne "
        "paierai pas.",
        "",
    ),
    (
        "Je suis en arrêt, merci de voir avec\nPaul Perrin\n06 00 00 00 00\n"
        "paul@perrin-toitures.example",
        "Je suis en arrêt, merci de voir avec\nPaul Perrin\n06 00 00 00 00\n"
        "paul@perrin-toitures.example",
        "",
    ),
    (
        "Bonjour, pour la comptabilité il faut écrire à :\n"
        "compta@perrin-toitures.example\nMerci\nClaire",
        "Bonjour, pour la comptabilité il faut écrire à :\ncompta@perrin-toitures.example\nMerci",
        "",
    ),
    (
        "Nouvelle adresse de facturation :\nPerrin Toitures\n12 rue du Port\n"
        "29000 Quimper\n\nMerci de la corriger.\nClaire",
        "Nouvelle adresse de facturation :\nPerrin Toitures\n12 rue du Port\n"
        "29000 Quimper\n\nMerci de la corriger.",
        "",
    ),
    (
        "Merci de renvoyer la facture à l'adresse suivante :\n\n"
        "Service Comptabilité Fournisseurs\nPerrin Toitures\n12 rue du Port\n29000 Quimper",
        "Merci de renvoyer la facture à l'adresse suivante :\n\n"
        "Service Comptabilité Fournisseurs\nPerrin Toitures\n12 rue du Port\n29000 Quimper",
        "",
    ),
    ("Bonjour,\n\nMerci\n\nClaire", "Bonjour,\n\nMerci", ""),
    ("Payé !\nCl. Perrin", "Payé !", ""),
    ("C'EST REGLE DEPUIS LE 2.\n\nMME PERRIN", "C'EST REGLE DEPUIS LE 2.", ""),
    (
        "Bonjour,\nvirement fait hier\nbonne reception\nclaire perrin\nperrin toitures",
        "Bonjour,\nvirement fait hier\nbonne reception",
        "",
    ),
]
PAGES: list[tuple[str, str]] = [
    (
        '<div>Bonjour</div><div>Payé</div><div id="Signature"><div>Claire '
        'Perrin</div><div>Gérante</div></div><div id="appendonsend"></div><hr><div '
        "id=divRplyFwdMsg><b>De :</b> Malterie<br><b>Envoyé :</b> lundi<br><b>À :</b> "
        "Claire<br><b>Objet :</b> FX</div><div>Réglez</div>",
        "Bonjour\nPayé",
    ),
    (
        "<p>Payé</p><table><tr><td><b>Claire Perrin</b><br>Gérante</td><td>02 98 00 00 "
        "01</td></tr></table>",
        "Payé",
    ),
    (
        "<div>Voir ci-dessous en bleu</div><blockquote type=cite><p>FX-118 ?</p></blockquote><p "
        "style='color:blue'>payée</p><blockquote type=cite><p>FX-119 ?</p></blockquote><p "
        "style='color:blue'>refusée</p>",
        "Voir ci-dessous en bleu\npayée\nrefusée",
    ),
    (
        "<div dir=ltr>Non.<div><br></div></div><div class=gmail_extra><br><div "
        "class=gmail_quote>2026-03-02 9:04 GMT+01:00 Service clients Malterie "
        "<span>&lt;<a>relances@malterie.example</a>&gt;</span>:<br><blockquote>Réglez</blockquote"
        "></div></div>",
        "Non.",
    ),
]


def read(text: str, kind: str) -> NewText:
    head = f"{HEAD}Content-Type: {kind}; charset=utf-8\n\n"
    return new_text(parse(f"{head}{text}\n".encode()))


@pytest.mark.parametrize("written, kept, passed_on", CASES)
def test_no_word_is_lost_and_nothing_else_is_kept(written: str, kept: str, passed_on: str) -> None:
    found = read(written, "text/plain")
    assert found.reply.split() == kept.split()
    assert f"{found.forwarded} {found.strange}".split() == passed_on.split()


@pytest.mark.parametrize("page, kept", PAGES)
def test_the_same_in_pages(page: str, kept: str) -> None:
    assert read(page, "text/html").reply.split() == kept.split()
