"""Mails that did not leave from here: whose dossier, and whether they are a level or a contact."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pure.inward.inward_values import dossier, key, letter
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, LetterKept
from relance_mailer.dossier.values import DebtorId, DossierKey, MessageId, StepKey
from relance_mailer.inward.link import Candidate
from relance_mailer.inward.sent import (
    SentMail,
    colleagues,
    contact_of_sent,
    dossier_of_sent,
    imported,
    level_named,
)

LEVELS = ("reminder_1", "reminder_2", "final_notice")
MAIL = SentMail(
    message_id=MessageId("suivi-7@brezance.example"),
    sender="recouvrement@brezance.example",
    to=("compta@lemoal.example",),
    cc=(),
    sent_at=datetime(2026, 10, 30, 9, 0, tzinfo=UTC),
    subject="Votre compte",
    text="Bonjour, merci de régler.",
    dossier="",
    level="",
    answers=(),
)
NEW = dossier(letters=(), course=0)


def hit(name: str, debtor: str = "C1", **evidence: object) -> Candidate:
    usual = Candidate(
        key=key(name),
        debtor_id=DebtorId(debtor),
        debtor_name="Le Moal",
        by_address=("compta@lemoal.example",),
    )
    return replace(usual, **evidence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "named", "contact"),
    [
        pytest.param((hit("B"),), "B", "B", id="un seul dossier"),
        pytest.param((hit("B"), hit("A")), None, "A", id="deux dossiers d'un débiteur"),
        pytest.param((hit("B"), hit("A", "C2")), None, None, id="deux débiteurs"),
        pytest.param((hit("B", by_reference=True), hit("A")), "B", "B", id="la référence décide"),
        pytest.param((), None, None, id="personne"),
    ],
)
def test_whose_dossier(
    found: tuple[Candidate, ...], named: str | None, contact: str | None
) -> None:
    def name(one: DossierKey | None) -> str | None:
        return one.dossier if one else None

    assert name(dossier_of_sent(MAIL, found)) == named
    assert name(contact_of_sent(MAIL, found)) == contact


def test_a_header_that_names_an_unknown_dossier_is_not_guessed_at() -> None:
    told = replace(MAIL, dossier="BZ-9")
    assert contact_of_sent(told, (hit("A"), hit("B"))) is None


def as_contact(message_id: MessageId = MAIL.message_id) -> LetterKept:
    contact = StepKey(course=0, name="contact:1")
    return replace(letter(message_id), step=contact, level=None, colleague=True, invoices=())


def sent(events: tuple[e.DossierEvent, ...]) -> list[tuple[str | None, bool, bool]]:
    return [
        (one.level, one.imported, one.colleague) for one in events if isinstance(one, e.LetterSent)
    ]


@pytest.mark.parametrize(
    ("told", "on", "expected"),
    [
        pytest.param({"level": "1"}, NEW, [("reminder_1", True, False)], id="jamais vue"),
        pytest.param(
            {"level": "1"},
            replace(NEW, letters=(as_contact(),)),
            [("reminder_1", True, False)],
            id="vue comme simple contact",
        ),
        pytest.param({}, replace(NEW, letters=(as_contact(),)), [], id="contact sans niveau"),
        pytest.param(
            {"level": "1"},
            replace(NEW, letters=(as_contact(), letter(MAIL.message_id))),
            [],
            id="déjà reprise",
        ),
        pytest.param({"level": "1"}, dossier(), [(None, True, False)], id="après notre lettre"),
        pytest.param(
            {"level": "2"},
            dossier(),
            [("reminder_2", True, False)],
            id="plus loin que notre lettre",
        ),
        pytest.param(
            {"level": "1", "sent_at": datetime(2026, 9, 30, 9, 0, tzinfo=UTC)},
            dossier(),
            [("reminder_1", True, False)],
            id="avant notre lettre",
        ),
    ],
)
def test_what_is_taken_over(
    told: dict[str, object], on: Dossier, expected: list[tuple[str | None, bool, bool]]
) -> None:
    mail = replace(MAIL, **told)  # type: ignore[arg-type]
    assert sent(imported(mail, on, LEVELS)) == expected


@pytest.mark.parametrize(
    ("told", "on", "expected"),
    [
        pytest.param({}, NEW, [(None, False, True)], id="un collègue écrit"),
        pytest.param(
            {"dossier": "BZ-2003", "level": "2"},
            NEW,
            [("reminder_2", True, False)],
            id="un autre programme relance",
        ),
        pytest.param({"level": "2"}, NEW, [(None, False, True)], id="sans dossier, un contact"),
        pytest.param(
            {"dossier": "BZ-2003", "level": "mensuel"}, NEW, [(None, False, True)], id="sans niveau"
        ),
        pytest.param(
            {"dossier": "BZ-2003", "level": "2"},
            dossier(),
            [("reminder_2", True, False)],
            id="il continue notre séquence",
        ),
        pytest.param(
            {"dossier": "BZ-2003", "level": "1"},
            dossier(),
            [(None, False, True)],
            id="il répète un niveau parti",
        ),
        pytest.param(
            {"dossier": "BZ-2003", "level": "pre_due"},
            dossier(),
            [(None, False, True)],
            id="il annonce ce qui est échu",
        ),
        pytest.param({}, replace(NEW, letters=(as_contact(),)), [], id="déjà vu"),
    ],
)
def test_what_a_mail_in_the_sent_folder_is(
    told: dict[str, str], on: Dossier, expected: list[tuple[str | None, bool, bool]]
) -> None:
    mail = replace(MAIL, **told)  # type: ignore[arg-type]
    assert sent(colleagues(mail, on, LEVELS)) == expected


def test_a_mail_without_a_message_id_is_taken_over_once() -> None:
    """Its day, its readers and its subject are its name."""
    mail = replace(MAIL, message_id=MessageId(""), level="1")
    [first, *_] = imported(mail, NEW, LEVELS)
    assert isinstance(first, e.LetterSent)
    kept = replace(
        letter(first.message_id), to=first.to, subject=first.subject, sent_on=date(2026, 10, 30)
    )
    known = replace(NEW, letters=(kept,))
    assert imported(mail, known, LEVELS) == ()
    assert imported(replace(mail, subject="Autre chose"), known, LEVELS) != ()


def test_another_programs_level_lists_what_was_due_that_day() -> None:
    mail = replace(MAIL, dossier="BZ-2003", level="1")
    events = colleagues(mail, NEW, LEVELS)
    listed = [one.number for one in events if isinstance(one, e.InvoiceListed)]
    assert listed == ["FA2026-0871", "FA2026-0902"]
    [first] = [one for one in events if isinstance(one, e.LetterSent)]
    assert first.sent_at.date() == date(2026, 10, 30)
    assert first.because.startswith("relance d'un autre programme, le 30/10/2026")


@pytest.mark.parametrize(
    "level, names, subject, expected",
    [
        ("2", ("reminder_1", "reminder_2", "reminder_3", "formal_notice"), "Relance", "reminder_2"),
        ("3", ("reminder_1", "reminder_2", "formal_notice"), "Dernier rappel", "reminder_2"),
        (
            "3",
            ("reminder_1", "reminder_2", "formal_notice"),
            "Dernier rappel avant mise en demeure",
            "reminder_2",
        ),
        ("3", ("reminder_1", "reminder_2", "formal_notice"), "Mise en demeure", "formal_notice"),
        ("formal_notice", ("reminder_1", "formal_notice"), "Relance", "formal_notice"),
        ("9", ("reminder_1", "formal_notice"), "Mise en demeure", None),
    ],
    ids=["rang 2", "rang sans les mots", "avant", "avec les mots", "nommée", "au-delà"],
)
def test_a_rank_alone_makes_no_formal_notice(
    level: str, names: tuple[str, ...], subject: str, expected: str | None
) -> None:
    assert level_named(level, names, subject) == expected
