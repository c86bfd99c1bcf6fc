"""Answers that a person orders: what they list, and why one is not written."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier import ordered as o
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, InvoiceKept
from relance_mailer.dossier.values import Answer, Contact, Digest, InvoiceNumber, answer_step
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter, compose
from relance_mailer.outward.levels import SenderRole
from relance_mailer.outward.lint import faults
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.words import Segment
from values.letters import CLERK, KEY, debtor_of, invoices_of
from values.timelines import TIMELINES

TODAY = date(2026, 10, 21)
MESSAGE = Digest("5f" * 32)
INVOICES = invoices_of(3)
FIRST = INVOICES[0]
DOSSIER = Dossier(
    key=KEY,
    phase=Phase.REVIEW,
    debtor=debtor_of(Segment.SME),
    contacts=(Contact(email="compta@lemoal.example", name="Nadège Le Moal"),),
    invoices=tuple(InvoiceKept(invoice=invoice) for invoice in INVOICES),
)
OWED = sum((invoice.left for invoice in INVOICES), Decimal(0))
ACK = o.DisputeAck(
    ground="deux colis manquants",
    invoices=(FIRST.number,),
    contested=Decimal("300.00"),
    answered_by="Claire Duval",
    answer_on=date(2026, 10, 28),
)
ANSWER = o.DisputeAnswer(
    ground="deux colis manquants",
    invoices=(FIRST.number,),
    contested=Decimal("300.00"),
    findings=("le bon de livraison porte tous les colis",),
    reasons=("tout a été livré",),
    remains=FIRST.left,
    due_on=date(2026, 10, 30),
)
DAYS = (date(2026, 11, 5), date(2026, 12, 7))
OFFER = o.PlanOffer(instalments=o.monthly(OWED, DAYS), answer_by=date(2026, 10, 29))
TOLD = o.Explanation(about="la livraison de juillet", pay_by=date(2026, 10, 29))


def ordered(
    words: o.Words,
    dossier: Dossier = DOSSIER,
    documents: frozenset[str] = frozenset(),
    says: bool = True,
) -> Letter | NoLetter:
    """What becomes of an order with these words."""
    by_type = {
        o.DisputeAck: Answer.DISPUTE_ACK,
        o.DisputeAnswer: Answer.DISPUTE_ANSWER,
        o.PlanOffer: Answer.PLAN_OFFER,
        o.PlanConfirmation: Answer.PLAN_CONFIRMATION,
        o.Explanation: Answer.EXPLANATION,
    }
    answer = by_type[type(words)]
    order = e.LetterOrdered(
        because="décidé",
        by="Claire",
        template=answer.value,
        message=MESSAGE,
        says=o.Says(**{answer.value: words}) if says else None,  # type: ignore[arg-type]
    )
    step = LetterStep(key=answer_step(1, answer, MESSAGE), due_on=TODAY, ordered=order)
    return compose(
        step,
        dossier,
        timeline=TIMELINES[Segment.SME],
        today=TODAY,
        senders={SenderRole.AR_CLERK: CLERK},
        token="t",
        mark="[BZ-2003-AAAAA]",
        message_id=e.MessageId("a@b.example"),
        documents=documents,
    )


def letter(words: o.Words, dossier: Dossier = DOSSIER) -> Letter:
    written = ordered(words, dossier)
    assert isinstance(written, Letter), written
    return written


def numbers(written: Letter) -> list[InvoiceNumber]:
    return [line.number for line in written.lines]


def test_an_acknowledgement_lists_what_is_contested_and_the_rest_when_it_is_asked_for() -> None:
    assert numbers(letter(ACK)) == [FIRST.number]
    whole = letter(replace(ACK, rest_due_on=date(2026, 10, 30)))
    assert numbers(whole) == [invoice.number for invoice in INVOICES]
    assert whole.check_on == date(2026, 10, 28)
    assert whole.says == replace(ACK, rest_due_on=date(2026, 10, 30))


def test_a_plan_covers_what_is_not_contested_unless_its_invoices_are_named() -> None:
    assert numbers(letter(OFFER)) == [invoice.number for invoice in INVOICES]
    named = replace(OFFER, invoices=(FIRST.number,), instalments=o.monthly(FIRST.left, DAYS))
    assert numbers(letter(named)) == [FIRST.number]
    kept = (replace(DOSSIER.invoices[0], disputed=True), *DOSSIER.invoices[1:])
    rest = replace(OFFER, instalments=o.monthly(OWED - FIRST.left, DAYS))
    assert numbers(letter(rest, replace(DOSSIER, invoices=kept))) == [
        invoice.number for invoice in INVOICES[1:]
    ]


def test_an_explanation_is_about_what_is_overdue() -> None:
    assert len(numbers(letter(TOLD))) == 3
    assert numbers(letter(replace(TOLD, invoices=(FIRST.number,)))) == [FIRST.number]


def test_an_answer_to_a_dispute_lists_the_invoices_that_are_still_open() -> None:
    assert numbers(letter(ANSWER)) == [FIRST.number]
    closed = (replace(DOSSIER.invoices[0], open=False), *DOSSIER.invoices[1:])
    granted = replace(ANSWER, remains=Decimal("0.00"), due_on=None)
    assert numbers(letter(granted, replace(DOSSIER, invoices=closed))) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (replace(ACK, contested=FIRST.left + 1), "restent dus sur ces factures"),
        (
            replace(ACK, invoices=(InvoiceNumber("F-0"),)),
            "la facture F-0 n'est pas dans ce dossier",
        ),
        (replace(ACK, answer_on=TODAY), "21/10/2026 n'est pas après le jour de l'envoi"),
        (replace(ANSWER, exhibits=("bl.pdf",)), "la pièce « bl.pdf » n'est pas"),
        (
            replace(OFFER, instalments=o.monthly(OWED, (date(2026, 10, 20), DAYS[0]))),
            "20/10/2026 n'est pas après",
        ),
        (replace(TOLD, pay_by=date(2026, 10, 1)), "01/10/2026 n'est pas après"),
    ],
)
def test_words_that_the_ledger_contradicts_make_no_letter(words: o.Words, why: str) -> None:
    refused = ordered(words)
    assert isinstance(refused, NoLetter)
    assert refused.reason == "not_said"
    assert why in refused.because


def test_an_order_without_its_words_makes_no_letter() -> None:
    refused = ordered(ACK, says=False)
    assert isinstance(refused, NoLetter)
    assert refused.because == "les mots du modèle « dispute_ack » manquent"


def test_nothing_is_left_to_explain_or_to_contest_once_it_is_paid() -> None:
    closed = tuple(replace(kept, open=False) for kept in DOSSIER.invoices)
    for words in (ACK, OFFER, TOLD):
        refused = ordered(words, replace(DOSSIER, invoices=closed))
        assert isinstance(refused, NoLetter)


def _plus(amount: str) -> Callable[[o.PlanOffer], o.PlanOffer]:
    return lambda offer: replace(offer, accessories=Decimal(amount))


@pytest.mark.parametrize(
    ("written", "rule", "because"),
    [
        (letter(_plus("10.00")(OFFER)), "L3", "la somme à étaler est"),
        (letter(replace(ANSWER, remains=Decimal("1.00"))), "L3", "reste annoncé 1.00"),
        (letter(replace(OFFER, answer_by=date(2026, 10, 25))), "L1", "n'est pas un jour ouvré"),
        (letter(replace(ACK, answer_on=date(2026, 11, 11))), "L1", "n'est pas un jour ouvré"),
    ],
)
def test_the_rules_hold_the_words_against_the_letter(
    written: Letter, rule: str, because: str
) -> None:
    found = faults(written, "", "", "", ())
    assert [fault for fault in found if fault.id == rule and because in fault.because]


def test_a_credit_note_may_or_may_not_be_in_the_ledger_yet() -> None:
    note = o.CreditNote(number="AV-1", amount=Decimal("100.00"), issued_on=TODAY)
    for remains in (FIRST.left, FIRST.left - 100):
        words = replace(ANSWER, credit_note=note, remains=remains)
        wrong = faults(letter(words), "", "", "", ())
        assert not [fault for fault in wrong if "reste annoncé" in fault.because]


def test_the_words_are_in_the_lint_as_our_own() -> None:
    written = letter(replace(ANSWER, findings=("vous êtes de mauvaise foi",)))
    found = faults(written, "vous êtes de mauvaise foi", "", "", ())
    assert "harsh" in {fault.id for fault in found}
