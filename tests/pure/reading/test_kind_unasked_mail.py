"""Mail that nobody asked for and that names no claim, and words of debtors that sound like it."""

import pytest

from relance_mailer.reading.bounces import by_words
from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Kind, Permanence

UNRELATED = (
    ("offres@cabinet-lemoine.example", "Vos créances", "Bonjour,\n\nNous rachetons vos factures "
     "de plus de 60 jours, sans avance de frais. Seriez-vous disponible jeudi ?"),
    ("p.dault@solvex.example", "Vos impayés", "Bonjour,\n\nConfiez-nous un dossier test : nous "
     "récupérons vos impayés. Souhaitez-vous une démonstration ?"),
    ("livraison@acier-nord.example", "Commande 4411", "Bonjour,\n\nVotre commande 4411 arrivera "
     "le 12 mars au lieu du 9. Veuillez nous excuser."),
    ("factures@fibre-pro.example", "Votre facture de mars", "Bonjour,\n\nVotre facture n° 55102 "
     "d'un montant de 89,90 € est disponible. Elle sera prélevée le 15 mars."),
    ("securite@alerte-compte.test", "Action requise", "Cher client,\n\nVotre compte sera suspendu "
     "sous 24 h sous peine de poursuites. Cliquez ici."),
    ("info@harmonie-bourg.example", "Concert", "Chers amis,\n\nNous jouerons le 21 mars, entrée "
     "libre. Nous comptons sur votre présence."),
    ("deals@tools-world.test", "40% off", "Best prices on drills, this week only. Shop now."),
    ("a.lhote@traiteur-lhote.example", "demande de tarifs", "Bonjour,\n\nPourriez-vous m'envoyer "
     "vos tarifs et vos conditions de paiement pour un nouveau client ?"),
)  # fmt: skip
HUMAN = (
    ("claire@perrin.example", "facture", "Bonjour,\n\nVotre facture n° 55102 sera payée le 15."),
    ("claire@perrin.example", "livraison", "Votre commande n'est jamais arrivée chez nous, nous ne "
     "paierons pas."),
    ("claire@perrin.example", "ras le bol", "I don't want these automatic emails landing in my "
     "inbox. Please take me off this list."),
    ("claire@perrin.example", "concert", "Bonjour,\n\nLe concert nous a ruinés, votre facture "
     "sera payée en mai."),
)  # fmt: skip


def _kind(sender: str, subject: str, text: str) -> Kind:
    head = (
        f"From: {sender}\nTo: relances@malterie.example\nSubject: {subject}\nMIME-Version: 1.0\n"
        "Date: Tue, 03 Mar 2026 10:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
    )
    return kind_of(parse(f"{head}{text}\n".encode())).kind


@pytest.mark.parametrize(("sender", "subject", "text"), UNRELATED)
def test_nobody_speaks_of_a_claim(sender: str, subject: str, text: str) -> None:
    assert _kind(sender, subject, text) is Kind.UNRELATED


@pytest.mark.parametrize(("sender", "subject", "text"), HUMAN)
def test_a_person_speaks(sender: str, subject: str, text: str) -> None:
    assert _kind(sender, subject, text) is Kind.HUMAN


def test_a_gateway_whose_link_is_not_shown_still_challenges() -> None:
    text = (
        "Votre message a été mis en attente. Pour que paul@atelier.example le reçoive, prouvez que "
        "vous n'êtes pas un robot. Une seule fois suffit."
    )
    sender = "Atelier via Mailinblack <ne-pas-repondre@mailinblack.example>"
    assert _kind(sender, "Authentifiez-vous", text) is Kind.CHALLENGE


def test_a_closed_account_is_no_delay_because_sending_again_is_useless() -> None:
    raw = (
        "From: postmaster@webmail.example\nTo: relances@malterie.example\nMIME-Version: 1.0\n"
        "Subject: Votre message n'a pas pu être distribué\nContent-Type: text/plain; "
        "charset=utf-8\n\nLe message envoyé à paul@webmail.example n'a pas pu être distribué.\n\n"
        "Motif : le compte du destinataire est désactivé. Il est inutile de renvoyer ce message.\n"
    )
    found = by_words(parse(raw.encode()), votes=0)
    assert found is not None
    assert found.permanence is Permanence.PERMANENT


@pytest.mark.parametrize("names_a_dossier", [True, False])
def test_an_auditors_circular_that_names_a_dossier_of_ours_is_a_persons(
    names_a_dossier: bool,
) -> None:
    text = (
        "Bonjour, je suis commissaire aux comptes de la société Lemoine. Dans le cadre de ma "
        "mission je vous remercie de me confirmer le solde du compte au 31 mars 2026."
    )
    head = "From: a@audit.example\nTo: r@malterie.example\nSubject: Circularisation, BZ-2003\n"
    raw = f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}\n".encode()
    reading = understand(parse(raw), names_a_dossier=names_a_dossier)
    assert reading.kind is (Kind.HUMAN if names_a_dossier else Kind.UNRELATED)
