"""A claim that is limited, or soon will be, is never demanded without a human."""

from dataclasses import replace
from datetime import date

import pytest

from relance_mailer.dossier.state import Resume
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.timeline import LetterStep
from values.sights import sight
from values.stories import debtor, invoice, story
from values.timelines import CONSUMER, SME


def asked(
    timeline: Timeline, performed_on: str, today: str, *, resumed: bool = False
) -> tuple[str, ...]:
    """The reasons for which the first reminder is refused that day."""
    on = date.fromisoformat(today)
    done = date.fromisoformat(performed_on)
    claim = replace(invoice("FA-1", performed_on), performed_on=done, issued_on=done)
    dossier = story(timeline, claim, who=debtor(timeline.segment), today=today).dossier
    if resumed:
        dossier = replace(dossier, resume=Resume(next_step="reminder_1", not_before=on))
    level = timeline.dunning[0]
    step = LetterStep(key=StepKey(course=1, name=level.name), due_on=on, level=level)
    found = refusals(step, dossier, sight(on), timeline=timeline)
    return tuple(r.reason for r in found if r.check == "claim_is_not_limited")


@pytest.mark.parametrize(
    "timeline, performed_on, today, resumed, reasons",
    [
        (SME, "2021-11-30", "2026-09-01", False, ()),
        (SME, "2021-11-30", "2026-10-20", False, ("limitation_near",)),
        (SME, "2021-11-30", "2026-10-20", True, ()),
        (SME, "2021-11-30", "2026-12-01", False, ("limitation_over",)),
        (SME, "2021-11-30", "2026-12-01", True, ("limitation_over",)),
        (CONSUMER, "2024-12-04", "2026-09-01", False, ()),
        (CONSUMER, "2024-12-04", "2026-12-08", True, ("limitation_over",)),
    ],
    ids=[
        "cinq ans, trois mois avant",
        "cinq ans, six semaines avant",
        "un humain l'a rendue à la séquence",
        "prescrite la veille",
        "prescrite, même un humain ne la fait pas réclamer",
        "consommateur, trois mois avant",
        "consommateur, deux ans passés",
    ],
)
def test_a_limited_claim_is_not_demanded(
    timeline: Timeline, performed_on: str, today: str, resumed: bool, reasons: tuple[str, ...]
) -> None:
    assert asked(timeline, performed_on, today, resumed=resumed) == reasons
