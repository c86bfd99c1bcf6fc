"""By which level a dossier goes on where it stood, and when only a human can say."""

from dataclasses import replace

import pytest

from relance_mailer.dossier.state import Dossier
from relance_mailer.outward.courses import level_after
from values.stories import story
from values.timelines import SME

NAMES = ("reminder_1", "reminder_2", "formal_notice")


def stood_at(level: str) -> Dossier:
    """A dossier whose last letter was of that level; none was sent where it is empty."""
    told = story(SME)
    told.until("2026-10-06")
    if not level:
        return replace(told.dossier, letters=())
    return replace(
        told.dossier, letters=tuple(replace(one, level=level) for one in told.dossier.letters)
    )


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ("", "reminder_1"),
        ("pre_due", "reminder_1"),
        ("reminder_1", "reminder_2"),
        ("formal_notice", ""),
        ("ancien_niveau", ""),
    ],
    ids=["rien d'envoyé", "avant l'échéance", "le suivant", "le dernier", "niveau disparu"],
)
def test_which_level_follows(last: str, following: str) -> None:
    assert level_after(stood_at(last), NAMES) == following


def test_a_timeline_without_levels_has_none_to_go_on_by() -> None:
    assert level_after(stood_at(""), ()) == ""
