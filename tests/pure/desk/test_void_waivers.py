"""What a public body owes of right is not given up in a letter: the promise would be void."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from pure.desk.test_desk_verdict import dossier as opened
from pure.desk.test_desk_verdict import then
from pure.dossier.every_event import DEBTOR
from relance_mailer.desk import decisions as d
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.verdict import decide
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import PlanConfirmation, PlanOffer, PlanPart, Says
from relance_mailer.words import Segment

TODAY = date(2026, 10, 5)
SO: dict[str, Any] = {"by": "Anne Roux", "because": "vu avec le service"}


def decided(segment: Segment, waived: str, *, agreed: bool) -> object:
    described = e.DebtorDescribed(because="", debtor=replace(DEBTOR, segment=segment), contacts=())
    dossier = then(opened(), described)
    parts = (PlanPart(due_on=date(2026, 11, 20), amount=dossier.owed),)
    given = Decimal(waived)
    if not agreed:
        offer = PlanOffer(instalments=parts, answer_by=date(2026, 10, 13), waived=given)
        order = d.OrderLetter(**SO, template="plan_offer", says=Says(plan_offer=offer))
        return decide(order, dossier, today=TODAY)
    confirmation = PlanConfirmation(
        instalments=parts, agreed_on=TODAY, answer_by=date(2026, 10, 13), waived=given
    )
    plan = d.AgreePlan(
        **SO,
        instalments=(e.Instalment(due_on=date(2026, 11, 20), amount=dossier.owed),),
        confirm=Says(plan_confirmation=confirmation),
    )
    return decide(plan, dossier, today=TODAY)


@pytest.mark.parametrize("agreed", [False, True], ids=["proposition", "accord"])
def test_on_n_abandonne_pas_ce_qu_une_personne_publique_doit_de_droit(agreed: bool) -> None:
    refused = decided(Segment.PUBLIC, "88.41", agreed=agreed)
    assert isinstance(refused, Impossible)
    assert "CCP L2192-14" in refused.because
    assert not isinstance(decided(Segment.PUBLIC, "0.00", agreed=agreed), Impossible)
    assert not isinstance(decided(Segment.SME, "88.41", agreed=agreed), Impossible)
