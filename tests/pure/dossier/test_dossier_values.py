"""The nouns: money to the cent, names of pages and steps, what remains due."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pure.dossier.every_event import INVOICE, KEY
from relance_mailer.dossier.values import (
    Answer,
    Digest,
    Money,
    StepKey,
    answer_step,
    from_cents,
    key_of_page,
    mailbox_page,
    own_domain,
    siren_is_sound,
    to_cents,
    to_the_cent,
)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_les_centimes_reviennent_entiers(cents: int) -> None:
    assert to_cents(from_cents(cents)) == cents


def test_trois_décimales_sont_une_faute_de_notre_part() -> None:
    with pytest.raises(ValueError, match="deux décimales"):
        Money(amount=Decimal("1.005"))
    assert to_the_cent(Decimal("1.005")) == Decimal("1.01")


def test_la_page_d_un_dossier_redonne_sa_clé() -> None:
    assert key_of_page(KEY.page) == KEY
    assert key_of_page(mailbox_page("Compta@BZ.example")) is None


def test_le_reste_dû_ne_passe_jamais_sous_zéro() -> None:
    assert replace(INVOICE, paid=Decimal("2000.00")).left == 0
    assert replace(INVOICE, paid=Decimal("500.00"), credited=Decimal("100.00")).left == 900


def test_le_nom_d_une_étape_dit_son_modèle() -> None:
    step = answer_step(2, Answer.DUPLICATE, Digest("ab" * 32))
    assert (step.is_answer, step.template) == (True, "duplicate")
    assert str(StepKey(course=1, name="reminder_2", attempt=3)) == "1/reminder_2/3"
    assert not StepKey(course=1, name="reminder_2").is_answer


@pytest.mark.parametrize(
    "address, domain",
    [("a@ferrand.example", "ferrand.example"), ("a@gmail.com", None), ("rien", None)],
)
def test_un_domaine_gratuit_n_est_à_personne(address: str, domain: str | None) -> None:
    assert own_domain(address) == domain


def test_la_clé_d_un_siren() -> None:
    assert siren_is_sound("732829320")
    assert not siren_is_sound("732829321")
