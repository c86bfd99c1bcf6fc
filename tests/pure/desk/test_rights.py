"""Who may decide what: every decision has a row, and what gives something away is a manager's."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest

from relance_mailer.desk import decisions as d
from relance_mailer.desk.rights import RIGHTS, Right, right_for
from relance_mailer.dossier.ordered import Explanation, PlanOffer, PlanPart, Says

SO: dict[str, Any] = {"by": "Anne", "because": "vu"}
DAY = date(2026, 11, 20)
OFFER = Says(
    plan_offer=PlanOffer(
        instalments=(PlanPart(due_on=DAY, amount=Decimal("10.00")),), answer_by=DAY
    )
)
EXPLANATION = Says(explanation=Explanation(about="la facture FA-1", pay_by=DAY))


def test_every_decision_has_a_row_and_every_row_a_decision() -> None:
    assert set(RIGHTS) == set(get_args(d.Verdict))


@pytest.mark.parametrize(
    "verdict",
    [
        d.Reopen(**SO, next_step="reminder_1", not_before=DAY),
        d.Close(**SO, waiver="accord du 3 novembre"),
        d.AgreePlan(**SO, instalments=()),
        d.DecideDispute(**SO, invoices=(), creditor_at_fault=True),
        d.OrderLetter(**SO, template="plan_offer", says=OFFER),
    ],
    ids=["rouvrir", "abandonner", "échéancier", "trancher", "proposer un échéancier"],
)
def test_a_manager_grants_reopens_and_waives(verdict: d.Verdict) -> None:
    assert right_for(verdict) is Right.GRANT


@pytest.mark.parametrize(
    "verdict",
    [
        d.Note(**SO, text="bonjour"),
        d.Close(**SO),
        d.Close(**SO, waiver="  "),
        d.HoldUntil(**SO, until=DAY),
        d.OrderLetter(**SO, template="explanation", says=EXPLANATION),
        d.OrderLetter(**SO, template="reminder_1"),
    ],
    ids=["note", "clore un dossier payé", "rien d'abandonné", "suspendre", "expliquer", "relancer"],
)
def test_an_agent_records(verdict: d.Verdict) -> None:
    assert right_for(verdict) is Right.RECORD
