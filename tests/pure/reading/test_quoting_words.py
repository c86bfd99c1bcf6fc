"""What counts as the sender's own words: signatures, footers, inline answers, forwards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import NewText, new_text

BODY = "Bonjour,\n\nLe virement part vendredi."


def read(text: str, *, name: str = "Claire Perrin", kind: str = "text/plain") -> NewText:
    raw = (
        "Delivered-To: relances@malterie.example\n"
        f"From: {name} <claire.perrin@perrin-toitures.example>\n"
        "To: Service clients Malterie <relances@malterie.example>\n"
        "Subject: Re: Facture FX-118\nMIME-Version: 1.0\n"
        f'Content-Type: {kind}; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n{text}\n'
    )
    return new_text(parse(raw.encode()))


TRAPPINGS = {
    "un nom": "Claire Perrin",
    "un prénom": "Claire",
    "un diminutif": "Cl",
    "un nom et un titre": "Claire PERRIN, gérante",
    "les initiales": "C.P.",
    "un tiret de signature": "-- \nClaire\nPerrin Toitures, l'art du toit\nOn vous écoute toujours",
    "un bloc complet": "Claire Perrin\nGérante\nPerrin Toitures SARL au capital de 8 000 euros\n"
    "12 rue du Port\n29000 Quimper\nTél. : 02 98 00 00 01\nwww.perrin-toitures.example",
    "une fonction seule": "La gérante",
    "un service": "Service comptabilité fournisseurs",
    "un mobile": "Envoyé de mon iPhone",
    "un autre mobile": "Envoyé depuis mon smartphone Samsung Galaxy.",
    "un mobile qui s'excuse": "Envoyé de mon téléphone, pardon pour les fautes",
    "une tablette anglaise": "Sent from my iPad",
    "Outlook": "Télécharger Outlook pour Android<https://aka.example/x>",
    "un antivirus": "Garanti sans virus. www.avast.com",
    "une mention": "Ce message et ses pièces jointes sont confidentiels et destinés à leur seul "
    "destinataire. Si vous l'avez reçu par erreur, merci de le détruire.",
    "une mention anglaise": "This email is confidential and intended solely for the addressee.",
    "la planète": "Pensez à l'environnement avant d'imprimer ce message.",
    "une image": "[cid:image001.png@01DB.0000]",
}


@pytest.mark.parametrize("trapping", TRAPPINGS)
def test_what_stands_below_the_words_is_taken_away(trapping: str) -> None:
    assert read(f"{BODY}\n\n{TRAPPINGS[trapping]}").reply == BODY


@pytest.mark.parametrize("trapping", TRAPPINGS)
def test_below_a_closing_too(trapping: str) -> None:
    closed = f"{BODY}\n\nCordialement,"
    assert read(f"{closed}\n\n{TRAPPINGS[trapping]}").reply == closed


@pytest.mark.parametrize(
    "postscript",
    ["P.-S. : le chèque 118 est annulé.", "PS: pensez à l'avoir", "NB : nouveau RIB joint"],
)
def test_a_postscript_below_the_signature_is_kept(postscript: str) -> None:
    for signature in ("Claire Perrin\nGérante", "-- \nClaire Perrin"):
        reply = read(f"{BODY}\n\nCordialement,\n{signature}\n\n{postscript}").reply
        assert reply.startswith(BODY)
        assert reply.endswith(postscript)
        assert "Perrin" not in reply


@pytest.mark.parametrize(
    "ending",
    [
        "Je suis joignable au 02 98 00 00 01.",
        "Écrivez plutôt à compta@perrin-toitures.example",
        "Réglé",
        "Virement Fait",
        "Le service comptabilité vous paiera le 12.",
        "La facture FX-118, elle, est contestée",
        "OK pour le 12",
    ],
)
def test_a_sentence_at_the_end_is_no_signature(ending: str) -> None:
    assert read(f"{BODY}\n\n{ending}").reply == f"{BODY}\n\n{ending}"


@pytest.mark.parametrize(
    "banner",
    [
        "[EXTERNE]",
        "ATTENTION : ce message provient de l'extérieur de l'organisation. Ne cliquez pas.",
        "CAUTION: This email originated from outside of the organization.",
        "Vous n'obtenez pas souvent d'e-mail de relances@malterie.example. Découvrez pourquoi",
    ],
)
def test_the_banner_of_a_gateway_is_nobodys_word(banner: str) -> None:
    assert read(f"{banner}\n\n{BODY}").reply == BODY


def test_inline_answers_stay_in_order() -> None:
    text = (
        "Le 2 mars 2026 à 09:04, Service clients Malterie <relances@malterie.example> a écrit :\n"
        "> FX-118 : 120 euros\n\noui, vendredi\n\n> FX-119 : 80 euros\n\nnon, jamais livrée\n\n"
        "> Merci\n\nVoilà."
    )
    assert read(text).reply == "oui, vendredi\nnon, jamais livrée\nVoilà."


def test_answers_in_colour_between_our_lines_are_the_senders() -> None:
    page = (
        "<p>Mes réponses en rouge ci-dessous.</p><p><b>De :</b> Service clients Malterie "
        "&lt;relances@malterie.example&gt;<br><b>Envoyé :</b> lundi 2 mars 2026<br><b>À "
        ":</b> Claire"
        "<br><b>Objet :</b> FX-118</p><p>FX-118 : 120 euros</p>"
        '<p><span style="color:red">payée hier</span></p><p>FX-119 : 80 euros</p>'
        '<p><font color="#C00000">jamais reçue</font></p><p>Merci de votre retour</p>'
        "<p>Jeanne Orly</p>"
    )
    reply = read(page, kind="text/html").reply
    assert reply == "Mes réponses en rouge ci-dessous.\npayée hier\njamais reçue"


def test_a_wrapped_remainder_of_a_quoted_line_is_no_answer() -> None:
    long = "> Nous vous remercions de procéder au règlement de la somme de 120,00 euros sous huit"
    text = f"Le 2 mars 2026, X a écrit :\n{long}\njours à réception\n> Merci\n\nC'est fait."
    assert read(text).reply == "C'est fait."


BOSS = (
    "De : Paul Perrin <paul@perrin-toitures.example>\nEnvoyé : lundi 2 mars 2026 11:00\n"
    "À : Claire Perrin\nObjet : TR: Facture FX-118\n\nDis-leur qu'on paie le 31 mars."
)
OURS = (
    "De : Service clients Malterie <relances@malterie.example>\nEnvoyé : lundi 2 mars 2026 09:04\n"
    "À : Claire Perrin\nObjet : Facture FX-118\n\nVous refusez de payer ?"
)


@pytest.mark.parametrize("author", ["Paul Perrin <paul@perrin-toitures.example>", "Paul Perrin"])
def test_a_directors_mail_below_is_forwarded_not_replied(author: str) -> None:
    boss = BOSS.replace("Paul Perrin <paul@perrin-toitures.example>", author)
    found = read(f"Voici la réponse de mon père.\n\n{boss}\n\n{OURS}")
    assert found == NewText(
        reply="Voici la réponse de mon père.",
        forwarded="Dis-leur qu'on paie le 31 mars.",
        by_name="@" not in author,
    )


def test_what_the_debtor_once_wrote_below_our_words_is_history() -> None:
    found = read(f"Je confirme.\n\n{OURS}\n\n{BOSS}")
    assert found == NewText(reply="Je confirme.")


def test_an_attached_message_of_the_debtors_side_is_forwarded_ours_is_not() -> None:
    for author, kept in (
        ("paul@perrin-toitures.example", "On paie."),
        ("relances@malterie.example", ""),
    ):
        raw = (
            "Delivered-To: relances@malterie.example\nFrom: claire@perrin-toitures.example\n"
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
            "Content-Type: text/plain\n\nVoir la piece.\n--b\nContent-Type: message/rfc822\n\n"
            f"From: {author}\nSubject: FX-118\n\nOn paie.\n--b--\n"
        )
        assert new_text(parse(raw.encode())) == NewText(reply="Voir la piece.", forwarded=kept)


def test_a_message_wholly_quoted_without_introduction_is_what_was_written() -> None:
    assert read("> Je paie vendredi\n> sans faute").reply == "Je paie vendredi\nsans faute"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_the_reply_is_part_of_the_text(text: str) -> None:
    incoming = parse(
        b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\n"
        + text.encode("utf-8", "replace")
    )
    squeezed = "".join(incoming.text.split())
    for line in new_text(incoming).reply.split("\n"):
        assert "".join(line.split()) in squeezed
