"""Desks that sign, names behind a closing formula, and what ticket systems put around an answer."""

import pytest

from relance_mailer.reading.desks import is_a_desk
from relance_mailer.reading.parse import parse
from relance_mailer.reading.quoting import new_text

DESKS = (
    "Accounts Payable – Groupe Valdonnez",
    "Accounts Payable",
    "Purchase Ledger",
    "Payables Department",
    "Administración – Hostal Can Ferrer",
    "La gerencia",
    "Kreditorenbuchhaltung",
    "Sekretariat",
    "Segreteria",
    "La compta",
    "Compta frs",
    "Service Règlements",
    "Cellule paiement",
    "L'ordonnateur,",
    "Le régisseur",
    "Direction – Camping des Pins",
)
NO_DESKS = (
    "Paiement vendredi",
    "Règlement le 12",
    "La comptabilité vous paie vendredi",
    "Voyez avec la compta",
    "La compta est fermée",
    "Direction Lyon demain pour la livraison",
    "Règlements faits",
    "Service fait constaté",
    "Gestionnaire absent, paiement lundi",
    "La patronne paie vendredi",
    "Factures reçues",
)


def _reply_of(sender: str, body: str) -> str:
    head = (
        f"From: {sender}\nTo: Comptes clients <relances@brume.example>\nSubject: Re: Facture\n"
        "Date: Mon, 16 Feb 2026 10:06:01 +0100\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    return new_text(parse((head + body).encode())).reply


SAID = "Bonjour,\n\nVirement prévu vendredi."
BOX = "Accounts <ap@valdonnez.example>"
MARIE = "Marie Dupuis <m.dupuis@orange.fr>"
AROUND = (
    (BOX, f"{SAID}\nAccounts Payable – Groupe Valdonnez"),
    (BOX, f"{SAID}\n\nC. Roux\nDGS\nTél. 04 67 00 11 22"),
    (
        BOX,
        "##- Veuillez saisir votre réponse au-dessus de cette ligne -##\n\n"
        f"{SAID}\n\n----------------------------------------------\n"
        "Comptes clients - Brume, 12 févr. 2026 08:35\n\nMadame,\n\nMerci de payer.",
    ),
    (
        BOX,
        f"--- Répondez au-dessus de cette ligne ---\n\n{SAID}\n\n------------------------\n"
        "Comptes clients, Feb 12, 2026, 08:35 GMT+1\n\nMerci de payer.",
    ),
    (BOX, f"Votre demande (23772) a été mise à jour.\n\n{SAID}"),
    (MARIE, f"{SAID}\n\n===== Original Message From relances@brume.example =====\nMerci de payer."),
    (MARIE, f"{SAID}\n\nGarantie sans virus. www.avast.com"),
)
CLOSED = ("Cordialement, M. Dupuis", "Cdt, Marie", "Merci, Marie")


@pytest.mark.parametrize("line", DESKS)
def test_a_desk_signs(line: str) -> None:
    assert is_a_desk(line)


@pytest.mark.parametrize("line", NO_DESKS)
def test_words_about_a_desk_stay(line: str) -> None:
    assert not is_a_desk(line)


@pytest.mark.parametrize(("sender", "body"), AROUND)
def test_what_stands_around_goes(sender: str, body: str) -> None:
    assert _reply_of(sender, body) == SAID


@pytest.mark.parametrize("closing", CLOSED)
def test_the_name_behind_a_closing_goes(closing: str) -> None:
    reply = _reply_of(MARIE, f"{SAID}\n\n{closing}")
    assert "Dupuis" not in reply
    assert "Marie" not in reply
    assert reply.startswith(SAID)


def test_a_rule_between_two_paragraphs_cuts_nothing() -> None:
    body = f"{SAID}\n\n----------------\nPour la seconde, Paul, le 12 mars 2026 vous irait ?"
    assert "Pour la seconde" in _reply_of(MARIE, body)
