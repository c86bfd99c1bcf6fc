"""Signatures, footers, notices and banners of any hand around a few words, and words like them."""

import pytest

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import new_text

MAILBOX = '"Compta Ateliers Roux" <compta@ateliers-roux.example>'
PERSON = "Nadège Lebreton <nadege.lebreton@gmail.com>"
FARM = "contact@ferme-des-aulnes.example"
TOWN = '"Mairie de Plouvaz" <mairie@plouvaz.example>'
CRAFTSMAN = '"LE GALL Yann" <y.legall@wanadoo.fr>'
ENGLISH = '"Tom Wexford" <tom@wexford-joinery.example>'
US = "Service clients Malterie <relances@malterie.example>"
WORDS = "Bonjour,\n\nLe virement part le 12."
HISTORY = (
    f"Le lun. 2 mars 2026 à 09:04, {US} a écrit :\n\n> Bonjour,\n>\n> La facture FX-118 reste "
    "impayée.\n>\n> Jeanne Orly\n"
)

BELOW_THE_WORDS = (
    (MAILBOX, "Nadège"),
    (MAILBOX, "Nadège L.\nAteliers Roux"),
    (MAILBOX, "N. Lebreton pour Ateliers Roux"),
    (
        MAILBOX,
        "_________________________\nNadège LEBRETON\nComptabilité fournisseurs\nLigne directe :"
        " 03 88 00 00 00\n\nATELIERS ROUX - 4 rue des Forges - 67000"
        " STRASBOURG\nwww.ateliers-roux.example",
    ),
    (MAILBOX, "********************************\nNadège LEBRETON\nService comptabilité"),
    (MAILBOX, "— \nNadège\nAteliers Roux, depuis 1952"),
    (
        MAILBOX,
        "--\nAteliers Roux\nMenuiserie - agencement - escaliers\nDu lundi au vendredi 8h-12h /"
        " 14h-18h",
    ),
    (MAILBOX, "La comptabilité"),
    (MAILBOX, "Le service comptable\nAteliers Roux"),
    (MAILBOX, "Pour les Ateliers Roux,\nla comptable,\nN. Lebreton"),
    (MAILBOX, "P/O M. Roux\nNadège Lebreton"),
    (MAILBOX, "Mme Lebreton - compta"),
    (MAILBOX, "Nadège (compta)"),
    (PERSON, "Nadège\n\nEnvoyé de mon iPhone"),
    (PERSON, "Envoyé depuis l'application Mail Orange"),
    (PERSON, "Envoyé à partir de Outlook pour Android<https://aka.example/x>"),
    (PERSON, "Envoyé de mon mobile Orange"),
    (PERSON, "Provenance : Courrier pour Windows 10"),
    (PERSON, "Envoyé par mon Fairphone, excusez la brièveté et les fautes"),
    (PERSON, "Désolée pour les fautes, écrit depuis mon téléphone"),
    (PERSON, "Envoyé depuis mon appareil mobile, merci d'excuser les coquilles."),
    (PERSON, "Sent from Nine"),
    (PERSON, "Get Outlook for iOS"),
    (PERSON, "Envoyé avec ma tablette"),
    (PERSON, "Obtenez Outlook pour Android"),
    (PERSON, "Téléchargé depuis Yahoo Mail : recherchez, organisez, maîtrisez"),
    (PERSON, "\tGaranti sans virus.www.avast.com"),
    (PERSON, "N. Lebreton\n06 00 00 00 00"),
    (PERSON, "Mme LEBRETON Nadège\n14 impasse du Puits\n44000 NANTES"),
    (PERSON, "Nadège et Paul Lebreton"),
    (FARM, "Pierre-Yves, Ferme des Aulnes"),
    (FARM, "Pierre-Yves Morin\nGAEC des Aulnes\nPortable 06.00.00.00.00\nFrance"),
    (FARM, "A bientôt à la ferme,\nPierre-Yves"),
    (TOWN, "Le Maire,\nJean KERVELLA"),
    (TOWN, "La secrétaire de mairie"),
    (
        TOWN,
        "Mairie de Plouvaz\n1 place de l'Église\n29000 PLOUVAZ\nTél. 02 98 00 00 00\nHoraires"
        " d'ouverture : lundi, mardi, jeudi 9h-12h",
    ),
    (TOWN, "Service des finances\nMairie de Plouvaz\n\nSuivez-nous sur Facebook !"),
    (CRAFTSMAN, "yann"),
    (CRAFTSMAN, "Y. Le Gall\nLe Gall Plomberie Chauffage\nDevis gratuit - Qualibat RGE"),
    (CRAFTSMAN, "yann le gall plombier"),
    (
        MAILBOX,
        "Nadège\n\nCe courriel et les documents qui y sont attachés sont exclusivement adressés"
        " aux destinataires. S'il vous est parvenu par erreur, merci de le détruire et de nous en"
        " avertir.",
    ),
    (
        MAILBOX,
        "Nadège\n\nLes informations contenues dans ce message sont strictement confidentielles."
        " Toute reproduction est interdite.",
    ),
    (
        MAILBOX,
        "Nadège\n\nAVERTISSEMENT : l'intégrité de ce message n'étant pas assurée sur Internet,"
        " Ateliers Roux ne peut être tenue responsable de son contenu.",
    ),
    (MAILBOX, "Nadège\n\nAgissons pour la planète, évitons d'imprimer ce mail."),
    (
        MAILBOX,
        "Nadège\n\nP Adoptez l'éco-attitude : n'imprimez ce courriel que si c'est nécessaire.",
    ),
    (
        MAILBOX,
        "Nadège\n\nAteliers Roux traite vos données conformément au RGPD. Pour exercer vos droits"
        " : dpo@ateliers-roux.example",
    ),
    (
        MAILBOX,
        "Nadège\n\n===\nThis email and any attachment may contain privileged information. Any"
        " unauthorised disclosure is prohibited.",
    ),
)
WHOLE = (
    (
        MAILBOX,
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,\nNadège Lebreton",
        "Bonjour,\n\nLe virement part le 12.\n\nCordialement,",
    ),
    (
        MAILBOX,
        "Bonjour,\n\nLe virement part le 12.\n\nBonne réception\nNadège Lebreton\nAssistante de"
        " gestion\n03 88 00 00 00",
        "Bonjour,\n\nLe virement part le 12.\n\nBonne réception",
    ),
    (
        FARM,
        "Bonjour,\n\nLe virement part le 12.\n\nBien cordialement\n\nPierre-Yves Morin,"
        " exploitant\nFerme des Aulnes – vente directe le samedi matin !",
        "Bonjour,\n\nLe virement part le 12.\n\nBien cordialement",
    ),
    (
        ENGLISH,
        "Hi,\n\nPayment goes out on the 12th.\n\nTom",
        "Hi,\n\nPayment goes out on the 12th.",
    ),
    (
        ENGLISH,
        "Hi,\n\nPayment goes out on the 12th.\n\nThanks,\nTom Wexford\nDirector | Wexford Joinery"
        " Ltd\nT: +44 1632 960000 | www.wexford-joinery.example\nRegistered in England No."
        " 01234567",
        "Hi,\n\nPayment goes out on the 12th.\n\nThanks,",
    ),
    (
        ENGLISH,
        "Hi,\n\nPayment goes out on the 12th.\n\nTom Wexford (he/him)\nWexford Joinery\nWe work"
        " flexibly: please don't feel obliged to reply outside your hours.",
        "Hi,\n\nPayment goes out on the 12th.",
    ),
    (
        ENGLISH,
        "Hi,\n\nPayment goes out on the 12th.\n\nSent from my phone, please excuse typos",
        "Hi,\n\nPayment goes out on the 12th.",
    ),
    (ENGLISH, "Hi,\n\nPayment goes out on the 12th.\n\nTW", "Hi,\n\nPayment goes out on the 12th."),
    (
        ENGLISH,
        "Hi,\n\nPayment goes out on the 12th.\n\nTom\n\nThe contents of this email are"
        " confidential. If you are not the addressee, please delete it.",
        "Hi,\n\nPayment goes out on the 12th.",
    ),
    (
        PERSON,
        "⚠ Ce courriel provient d'un expéditeur extérieur à votre organisation. Soyez vigilant"
        " avec les liens.\n\nBonjour,\n\nLe virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (
        PERSON,
        "CAUTION: This email originated from outside the organisation. Do not click links unless"
        " you recognise the sender.\n\nBonjour,\n\nLe virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (PERSON, "[EXT] \nBonjour,\n\nLe virement part le 12.", "Bonjour,\n\nLe virement part le 12."),
    (
        PERSON,
        "ATTENTION : message externe. Ne cliquez pas sur les liens et n'ouvrez pas les pièces"
        " jointes.\n\nBonjour,\n\nLe virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (
        PERSON,
        "-- Mail externe --\n\nBonjour,\n\nLe virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (
        PERSON,
        "*** EXPEDITEUR EXTERNE *** Vérifiez l'adresse avant de répondre.\nBonjour,\n\nLe"
        " virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (
        PERSON,
        "Vous ne recevez pas souvent de courriers de nadege.lebreton@gmail.com. Découvrez"
        " pourquoi cela est"
        " important<https://aka.example/LearnAboutSenderIdentification>\n\nBonjour,\n\nLe"
        " virement part le 12.",
        "Bonjour,\n\nLe virement part le 12.",
    ),
    (
        PERSON,
        "Bonjour,\n\nEnvoyé de mon côté hier soir le virement.\n\nNadège",
        "Bonjour,\n\nEnvoyé de mon côté hier soir le virement.",
    ),
    (
        PERSON,
        "Chèque posté.\n\nNadège\n\nPS. J'ai changé d'adresse : 14 impasse du Puits, 44000 Nantes.",
        "Chèque posté.\n\nPS. J'ai changé d'adresse : 14 impasse du Puits, 44000 Nantes.",
    ),
    (PERSON, "ok", "ok"),
    (
        PERSON,
        "Nadège Lebreton, c'est moi, et je paie le 12.",
        "Nadège Lebreton, c'est moi, et je paie le 12.",
    ),
    (
        MAILBOX,
        "Bonjour,\n\nMerci d'écrire désormais à notre nouvelle adresse :\nAteliers Roux\n9 quai"
        " du Port\n67000 Strasbourg\n\nCordialement\nNadège",
        "Bonjour,\n\nMerci d'écrire désormais à notre nouvelle adresse :\nAteliers Roux\n9 quai"
        " du Port\n67000 Strasbourg\n\nCordialement",
    ),
    (
        MAILBOX,
        "Bonjour,\n\nRéglé ce matin.\n\nCordialement,\nNadège\n\nJ'oubliais : la 204 est"
        " contestée.",
        "Bonjour,\n\nRéglé ce matin.\n\nCordialement,\n\nJ'oubliais : la 204 est contestée.",
    ),
)


def _read(sender: str, text: str) -> str:
    head = (
        f"From: {sender}\nTo: {US}\nSubject: RE: Facture FX-118\nMIME-Version: 1.0\n"
        "Date: Tue, 03 Mar 2026 10:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    return " ".join(new_text(parse(f"{head}{text}\n".encode())).reply.split())


@pytest.mark.parametrize("history", ["", HISTORY], ids=["alone", "above history"])
@pytest.mark.parametrize(("sender", "below"), BELOW_THE_WORDS)
def test_what_stands_below_the_words_is_left_off(sender: str, below: str, history: str) -> None:
    assert _read(sender, f"{WORDS}\n\n{below}\n\n{history}") == " ".join(WORDS.split())


@pytest.mark.parametrize("history", ["", HISTORY], ids=["alone", "above history"])
@pytest.mark.parametrize(("sender", "text", "kept"), WHOLE)
def test_the_words_are_kept(sender: str, text: str, kept: str, history: str) -> None:
    assert _read(sender, f"{text}\n\n{history}") == " ".join(kept.split())
