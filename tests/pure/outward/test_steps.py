"""How a step is named, in print and back."""

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.steps import level_step, posted_on, step_named
from values.stories import story
from values.timelines import SME


@pytest.mark.parametrize(
    "step",
    [
        StepKey(course=1, name="formal_notice"),
        StepKey(course=12, name="answer:duplicate:0f3a", attempt=3),
    ],
)
def test_une_etape_se_lit_comme_elle_s_ecrit(step: StepKey) -> None:
    assert step_named(str(step)) == step


@pytest.mark.parametrize("text", ["", "formal_notice", "1/formal_notice", "x/y/1", "1//1"])
def test_ce_qui_n_est_pas_une_etape_le_dit(text: str) -> None:
    with pytest.raises(ValueError, match="n'est pas une étape"):
        step_named(text)


def test_le_premier_niveau_ouvre_la_premiere_course() -> None:
    told = story(SME)
    assert level_step(told.dossier, "reminder_1") == StepKey(course=1, name="reminder_1")


def test_retiree_la_meme_etape_se_recompose() -> None:
    told = story(SME)
    told.until("2026-10-05")
    told.happens(e.LetterWithdrawn(because="", step=told.dossier.letters[0].step))
    again = StepKey(course=1, name="reminder_1", attempt=2)
    assert level_step(told.dossier, "reminder_1") == again


def test_le_depot_vaut_pour_toutes_les_tentatives() -> None:
    told = story(SME)
    step = StepKey(course=1, name="formal_notice")
    assert posted_on(told.dossier, step) is None
    told.happens(
        e.PostingRecorded(
            because="déposée", by="Claire", step=step, posted_on=told.today, number="2C"
        )
    )
    assert posted_on(told.dossier, StepKey(course=1, name="formal_notice", attempt=2)) == told.today
