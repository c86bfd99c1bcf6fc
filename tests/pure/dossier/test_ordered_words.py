"""What a human says in a letter that he orders: each value refuses what cannot be said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pure.dossier.every_event import EVERY_SAYING, PARTS
from relance_mailer.dossier import ordered as o
from relance_mailer.dossier.values import InvoiceNumber

ACK, ANSWER, OFFER, CONFIRMED, EXPLAINED = (saying.words for saying in EVERY_SAYING)


def test_the_words_know_their_template() -> None:
    """One field is filled: the template's."""
    assert [says.template for says in EVERY_SAYING] == [
        "dispute_ack",
        "dispute_answer",
        "plan_offer",
        "plan_confirmation",
        "explanation",
    ]


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: o.Says(), "un seul modèle"),
        (lambda: replace(EVERY_SAYING[0], explanation=EXPLAINED), "un seul modèle"),
        (lambda: replace(ACK, ground="  "), "motif de la contestation"),
        (lambda: replace(ACK, ground="x" * 601), "600 au plus"),
        (lambda: replace(ACK, invoices=()), "doivent être nommées"),
        (lambda: replace(ACK, contested=Decimal("0.00")), "montant contesté"),
        (lambda: replace(ACK, answered_by=""), "personne qui répond"),
        (lambda: replace(ACK, asks_for=("",)), "pièces demandées"),
        (lambda: replace(ANSWER, findings=()), "constaté"),
        (lambda: replace(ANSWER, credit_note=None), "motive son refus"),
        (lambda: replace(ANSWER, due_on=None), "ce qui reste dû"),
        (lambda: replace(ANSWER, remains=Decimal("0.00")), "ce qui reste dû"),
        (lambda: replace(ANSWER, reasons=("a",) * 13), "12 au plus"),
        (lambda: replace(OFFER, instalments=()), "de 1 à 36"),
        (lambda: replace(OFFER, instalments=PARTS[::-1]), "se suivent"),
        (lambda: replace(OFFER, instalments=(PARTS[0], PARTS[0])), "se suivent"),
        (lambda: replace(OFFER, waived=Decimal("-1.00")), "jamais négatifs"),
        (
            lambda: replace(OFFER, instalments=(replace(PARTS[0], amount=Decimal("0.00")),)),
            "montant positif",
        ),
        (lambda: replace(EXPLAINED, about=""), "objet de la créance"),
    ],
)
def test_what_cannot_be_said_is_refused(make: Callable[[], object], why: str) -> None:
    """In French, before anything is written."""
    with pytest.raises(ValueError, match=why):
        make()


def test_a_dispute_that_is_granted_whole_leaves_nothing_to_pay() -> None:
    """No amount, no date: both or neither."""
    granted = replace(ANSWER, remains=Decimal("0.00"), due_on=None)
    assert isinstance(granted, o.DisputeAnswer)
    assert granted.due_on is None


@given(
    cents=st.integers(min_value=100, max_value=10_000_000),
    count=st.integers(min_value=1, max_value=12),
)
def test_equal_parts_come_to_the_amount(cents: int, count: int) -> None:
    """Nothing is lost in the division; the parts before the last are equal."""
    days = tuple(date(2026 + month // 12, month % 12 + 1, 5) for month in range(count))
    parts = o.monthly(Decimal(cents) / 100, days)
    assert o.plan_total(parts) == Decimal(cents) / 100
    assert len({part.amount for part in parts[:-1]}) <= 1
    assert [part.due_on for part in parts] == list(days)
    assert InvoiceNumber("F") not in o.PlanOffer(instalments=parts, answer_by=days[0]).invoices
