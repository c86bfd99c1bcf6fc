"""The shipped files: the timelines of the method, every role known, hours that make sense."""

import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from relance_mailer.adapters.ledger_fields import role_table
from relance_mailer.outward.levels import End, Level
from relance_mailer.words import Role, Segment
from values.timelines import TIMELINES

CONFIG = Path(__file__).parents[2] / "config"
FILE = tomllib.loads((CONFIG / "timelines.toml").read_text("utf-8"))


def written(level: Level) -> dict[str, object]:
    """A level as the file writes it, what is left out left out."""
    known: dict[str, object] = {
        "name": level.name,
        "template": level.template,
        "tone": level.tone,
        "sender": level.sender.value,
        "recipient": level.recipient.value,
    }
    if level.announces is not None:
        known["announces"] = level.announces.value
    if level.days is not None:
        known["days"] = level.days
    if level.offset_days is not None:
        known["offset_days"] = level.offset_days
    if level.cc_usual:
        known["cc_usual"] = True
    return known


@pytest.mark.parametrize("segment", list(Segment))
def test_les_chronologies_livrees_sont_celles_de_la_methode(segment: Segment) -> None:
    table = FILE["timeline"][segment.value]
    expected = TIMELINES[segment]
    assert table["level"] == [written(level) for level in expected.levels]
    assert End(table["end"]) is expected.end
    assert table.get("good_payer_days") == expected.good_payer_days
    pace, short = expected.habitual_late, expected.after_legal
    assert table.get("habitual_late") == (asdict(pace) if pace else None)
    assert table.get("after_legal") == (asdict(short) if short else None)
    assert table.get("contact_every_days") == expected.contact_every_days


def test_les_suspensions_livrees_sont_celles_de_la_methode() -> None:
    assert FILE["holds"] == {
        "ack_days": 3,
        "paid_days": 2,
        "invoice_request_days": 3,
        "promise_grace_days": 2,
        "promise_undated_days": 5,
        "absence_grace_days": 1,
        "absence_cap_days": 15,
        "temporary_bounce_days": 2,
        "level_cap_days": 20,
        "promise_horizon_days": 60,
        "promises_max": 2,
        "same_answer_max": 2,
        "answers_max": 5,
        "answers_days": 30,
    }


def test_chaque_role_de_la_table_existe_et_aucun_mot_n_en_a_deux() -> None:
    words = tomllib.loads((CONFIG / "roles.toml").read_text("utf-8"))["roles"]
    table = role_table(words)
    assert set(words) == {role.value for role in Role}
    assert len(table) >= sum(len(several) for several in words.values())


def test_les_heures_d_envoi() -> None:
    table = tomllib.loads((CONFIG / "calendar.toml").read_text("utf-8"))
    assert (table["send_from"], table["send_until"]) == ("08:30", "17:30")
