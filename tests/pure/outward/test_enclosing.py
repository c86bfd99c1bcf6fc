"""Which file is an invoice's document: the right one, or none; and what a mail may carry."""

from dataclasses import replace

import pytest

from relance_mailer.dossier.values import Answer
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import (
    Match,
    document_of,
    enclosure_faults,
    shelf_of,
    within,
)
from values.letters import answer_letter, level_letter

FOUND = (
    ("le numéro seul", "FA-2026-001", "FA-2026-001.pdf"),
    ("d'autres séparateurs", "FA/2026/001", "fa_2026 001.PDF"),
    ("des mots courants autour", "FA-2026-001", "Facture n° FA-2026-001 - copie.pdf"),
    ("le nom du client", "FA-2026-001", "FA-2026-001 Ateliers Kerlan.pdf"),
    ("une date devant", "FA-2026-001", "2026-10-01_FA-2026-001.pdf"),
    ("une date à la française derrière", "FA-2026-001", "FA-2026-001 du 01-10-2026.pdf"),
    ("une date d'un bloc", "FA-2026-001", "20261001-FA-2026-001.pdf"),
    ("les données seules", "FA-2026-001", "FA-2026-001.xml"),
)
NOT_FOUND = (
    ("un numéro plus long", "FA-2026-001", "FA-2026-0011.pdf"),
    ("le numéro n'est qu'un morceau d'un autre", "2026", "FA-2026-001.pdf"),
    ("la fin d'un autre numéro", "001", "FA-2026-001.pdf"),
    ("un autre débiteur y est nommé", "FA-2026-001", "FA-2026-001 Menuiserie Toullec.pdf"),
    ("un autre préfixe", "2026-001", "AV-2026-001.pdf"),
    ("deux numéros dans un nom", "FA-1", "FA-1 et FA-2.pdf"),
    ("aucun chiffre dans le numéro", "SOLDE", "SOLDE.pdf"),
    ("rien à chercher", "", "FA-1.pdf"),
)


@pytest.mark.parametrize("story, number, file", FOUND, ids=[case[0] for case in FOUND])
def test_ce_fichier_est_le_sien(story: str, number: str, file: str) -> None:
    assert document_of(number, "Ateliers Kerlan", shelf_of({file: 10})) == Match(name=file)


@pytest.mark.parametrize("story, number, file", NOT_FOUND, ids=[case[0] for case in NOT_FOUND])
def test_ce_fichier_n_est_à_personne(story: str, number: str, file: str) -> None:
    assert document_of(number, "Ateliers Kerlan", shelf_of({file: 10})) == Match()


def test_deux_fichiers_pour_un_numéro_ne_sont_à_personne_et_sont_nommés() -> None:
    shelf = shelf_of({"FA-1.pdf": 1, "Facture FA-1.pdf": 1, "FA-2.pdf": 1})
    assert document_of("FA-1", "", shelf).several == ("FA-1.pdf", "Facture FA-1.pdf")
    assert document_of("FA-1", "", shelf).name == ""


def test_le_pdf_l_emporte_sur_ses_données() -> None:
    assert document_of("FA-1", "", shelf_of({"FA-1.xml": 1, "FA-1.pdf": 1})).name == "FA-1.pdf"


def duplicate(*names: str) -> Letter:
    return replace(answer_letter(Answer.DUPLICATE), attachments=names)


SHELF = shelf_of({"FA-1.pdf": 60, "FA-2.pdf": 50, "FA-3.pdf": 40})


def test_une_relance_porte_ce_qui_tient_dans_un_mail() -> None:
    letter = replace(level_letter("reminder_1"), attachments=("FA-1.pdf", "FA-2.pdf", "FA-3.pdf"))
    kept = within(letter, SHELF, 110)
    assert isinstance(kept, Letter)
    assert kept.attachments == ("FA-1.pdf", "FA-2.pdf")


def test_un_duplicata_porte_tout_ou_ne_part_pas() -> None:
    assert within(duplicate("FA-1.pdf", "FA-2.pdf"), SHELF, 110) == duplicate(
        "FA-1.pdf", "FA-2.pdf"
    )
    refused = within(duplicate("FA-1.pdf", "FA-2.pdf"), SHELF, 100)
    assert isinstance(refused, NoLetter)
    assert refused.reason == "no_document"


def test_ce_qui_est_annoncé_est_joint_et_rien_d_autre() -> None:
    letter = replace(duplicate("FA-1.pdf"), statement="releve.pdf")
    assert not list(enclosure_faults(letter, [("FA-1.pdf", 60), ("releve.pdf", 9)]))
    for files in ([("FA-1.pdf", 60)], [("FA-1.pdf", 60), ("releve.pdf", 9), ("autre.pdf", 1)]):
        assert [fault.id for fault in enclosure_faults(letter, files)] == ["L12"]
    empty = list(enclosure_faults(letter, [("FA-1.pdf", 0), ("releve.pdf", 9)]))
    assert [fault.because for fault in empty] == ["la pièce jointe FA-1.pdf est vide"]
