"""Events in the journal are read back equal, for ever, and never half understood."""

import json
from dataclasses import dataclass, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pure.dossier.every_event import EVERY_SAYING
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import Says
from relance_mailer.dossier.values import Digest, InvoiceNumber, MessageId, StepKey
from relance_mailer.store.codec import CODEC, Codec, UnreadableEvent, canonical

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-11))])
TEXTS = st.text(st.characters(codec=None, exclude_categories=()), max_size=20)
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(),
    bool: st.booleans(),
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=2),
    datetime: st.datetimes(timezones=ZONES),
    date: st.dates(),
    # What people order is valid when it is made: not every value of its fields' types.
    Says: st.sampled_from(EVERY_SAYING),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type."""
    if isinstance(hint, NewType):
        return values(hint.__supertype__)
    if get_origin(hint) in (Union, UnionType):
        [inner] = [arg for arg in get_args(hint) if arg is not NoneType]
        return st.none() | values(inner)
    if get_origin(hint) is tuple:
        items = get_args(hint)
        if items[-1] is Ellipsis:
            return st.lists(values(items[0]), max_size=3).map(tuple)
        return st.tuples(*map(values, items))
    if is_dataclass(hint) and hint not in BY_TYPE:
        return made(hint)
    return BY_TYPE[hint] if hint in BY_TYPE else st.sampled_from(hint)


def made(cls: Any) -> st.SearchStrategy[Any]:
    """Any value of a class; an act's author and reason are never empty."""
    told = {name: values(hint) for name, hint in get_type_hints(cls).items()}
    for name in told.keys() & {"by", "because"}:
        told[name] = TEXTS.map(lambda text: f"x{text}")
    return st.builds(cls, **told)


@pytest.mark.parametrize("kind", sorted(CODEC.classes))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_event_comes_back_equal(kind: str, data: st.DataObject) -> None:
    """Written and read, and written again to the same bytes."""
    event = data.draw(made(CODEC.classes[kind]))
    told, version, body = CODEC.encode(event)
    assert (told, version) == (kind, CODEC.version(kind))
    again = CODEC.decode(kind, version, body)
    assert again == event
    assert CODEC.encode(again)[2] == body


def test_a_body_is_plain_json_that_a_human_can_read() -> None:
    """Sorted keys, French letters as they are, decimals as text, days as ISO."""
    event = e.PaymentRecorded(
        because="relevé", number=InvoiceNumber("FA-1"), amount=Decimal("12.50"), paid_on=_DAY
    )
    assert CODEC.encode(event) == (
        "PaymentRecorded",
        1,
        '{"amount":"12.50","because":"relevé","day_is_known":false,"number":"FA-1",'
        '"paid_on":"2026-10-20","reference":""}'.encode(),
    )


_DAY = date(2026, 10, 20)
LEAVING = CODEC.encode(
    e.LetterLeaving(because="envoi", step=StepKey(course=1, name="reminder_1", attempt=2))
)[2]


def test_a_step_is_read_back_with_its_attempt() -> None:
    """Nested values are objects."""
    assert json.loads(LEAVING)["step"] == {"course": 1, "name": "reminder_1", "attempt": 2}


def test_lone_surrogates_of_an_odd_mail_survive() -> None:
    """A header with broken bytes must not keep a message from being recorded."""
    event = e.MessageSetAside(because="octets \udc80 \x00", message=Digest("ab"))
    kind, version, body = CODEC.encode(event)
    assert CODEC.decode(kind, version, body) == event
    assert body.isascii()


def test_a_moment_without_zone_is_our_own_fault() -> None:
    """Nobody knows when that was."""
    naive = datetime.fromisoformat("2026-10-20T08:00")
    event = e.LetterSent(
        because="250", step=StepKey(course=1, name="x"), message_id=MessageId("a"), sent_at=naive
    )
    with pytest.raises(ValueError, match="sans fuseau"):
        CODEC.encode(event)


def test_what_is_no_event_is_not_written() -> None:
    """An instalment is part of an event only."""
    with pytest.raises(TypeError):
        CODEC.encode(e.Instalment(due_on=_DAY))


def _changed(**changes: Any) -> bytes:
    return canonical({**json.loads(LEAVING), **changes})


UNREADABLE = [
    ("événement d'un programme plus récent", "DebtorForgiven", 1, LEAVING),
    ("version plus récente", "LetterLeaving", 2, LEAVING),
    ("version zéro", "LetterLeaving", 0, LEAVING),
    ("champ inconnu", "LetterLeaving", 1, _changed(hurry=True)),
    ("champ absent", "LetterLeaving", 1, b'{"because":"x"}'),
    ("texte où il faut un objet", "LetterLeaving", 1, _changed(step="1/x/1")),
    ("nombre où il faut un texte", "LetterLeaving", 1, _changed(because=3)),
    (
        "vrai n'est pas un nombre",
        "LetterLeaving",
        1,
        _changed(step={"course": True, "name": "x", "attempt": 1}),
    ),
    ("rien où il faut quelque chose", "LetterLeaving", 1, _changed(because=None)),
    ("pas du JSON", "LetterLeaving", 1, b"{"),
    ("pas de l'UTF-8", "LetterLeaving", 1, b'{"because":"\xff"}'),
    ("tableau où il faut un objet", "LetterLeaving", 1, b"[]"),
]


@pytest.mark.parametrize(
    ("story", "kind", "version", "body"), UNREADABLE, ids=[case[0] for case in UNREADABLE]
)
def test_what_is_not_understood_is_never_guessed(
    story: str, kind: str, version: int, body: bytes
) -> None:
    """The error names the kind."""
    with pytest.raises(UnreadableEvent, match=kind):
        CODEC.decode(kind, version, body)


def test_a_field_added_with_a_default_needs_no_new_version() -> None:
    """Bodies written before it are read with the default."""
    body = json.loads(LEAVING)
    del body["step"]["attempt"]
    event = CODEC.decode("LetterLeaving", 1, canonical(body))
    assert event.step.attempt == 1


@dataclass(frozen=True, kw_only=True, slots=True)
class ParcelSent:
    """A made-up event: once it had one weight in grams, then kilograms, then a list of them."""

    kilograms: tuple[Decimal, ...]
    carrier: str


def _to_kilograms(body: dict[str, Any]) -> dict[str, Any]:
    return {"kilograms": str(Decimal(body["grams"]) / 1000)}


def _to_list(body: dict[str, Any]) -> dict[str, Any]:
    return {"kilograms": [body["kilograms"]], "carrier": "inconnu"}


PARCELS = Codec(
    [ParcelSent],
    versions={"ParcelSent": 3},
    upgrades={("ParcelSent", 1): _to_kilograms, ("ParcelSent", 2): _to_list},
)


@pytest.mark.parametrize(
    ("version", "body", "kilograms"),
    [
        (1, b'{"grams":1500}', "1.5"),
        (2, b'{"kilograms":"2"}', "2"),
        (3, b'{"kilograms":["3"],"carrier":"inconnu"}', "3"),
    ],
)
def test_old_versions_are_read_for_ever(version: int, body: bytes, kilograms: str) -> None:
    """Each upgrade takes a body one version further."""
    event = PARCELS.decode("ParcelSent", version, body)
    assert event == ParcelSent(kilograms=(Decimal(kilograms),), carrier="inconnu")
    assert PARCELS.encode(event)[1] == 3
