"""Our own addresses in a bounce: whose failure it is, and what is left of the report."""

from dataclasses import replace

import pytest

from pure.inward.inward_values import (
    LETTER,
    arrival,
    dossier,
    incoming,
    key,
    letter,
    machine,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import DebtorId, MessageId, StepKey
from relance_mailer.inward.decide import decide, decide_for_mailbox
from relance_mailer.inward.holds import Holds
from relance_mailer.inward.link import Candidate, Nobody
from relance_mailer.inward.own_copies import about_others, own_among, refused_copy
from relance_mailer.reading.message import DeliveryReport, Incoming
from relance_mailer.words import Kind, Outcome, Permanence

JOURNAL, DEBTOR = "journal@archives.example", "compta@lemoal.example"
OWN = frozenset({JOURNAL, "recouvrement@brezance.example"})
LEMOAL = Candidate(
    key=key(),
    debtor_id=DebtorId("C1004"),
    debtor_name="Transports Le Moal Frères",
    known_addresses=(DEBTOR, "filiale@brezance.example"),
)
GONE = machine(Kind.BOUNCE, bounce_permanence=Permanence.PERMANENT)


def report(*recipients: str) -> Incoming:
    reports = tuple(
        DeliveryReport(recipient=one, action="failed", status="5.1.1", diagnostic="")
        for one in recipients
    )
    daemon = "mailer-daemon@fai.example"
    return incoming(daemon, original_message_ids=(LETTER,), reports=reports)


@pytest.mark.parametrize(
    ("address", "ours"),
    [
        pytest.param(JOURNAL, True, id="notre adresse de journal"),
        pytest.param("archives@brezance.example", True, id="la boîte de chez nous derrière elle"),
        pytest.param("filiale@brezance.example", False, id="un débiteur de notre groupe"),
        pytest.param(DEBTOR, False, id="le débiteur"),
        pytest.param("zoe@gmail.com", False, id="une boîte gratuite"),
    ],
)
def test_which_recipients_are_ours(address: str, ours: bool) -> None:
    domains = ("Brezance.example",)
    found = own_among([address], [LEMOAL], own_addresses=OWN, own_domains=domains)
    assert (address in found) is ours


def test_a_report_is_read_without_us_unless_it_names_us_alone() -> None:
    both, ours = report(DEBTOR, JOURNAL), report(JOURNAL)
    assert [one.recipient for one in about_others(both, OWN).reports] == [DEBTOR]
    assert about_others(ours, OWN) is ours


@pytest.mark.parametrize(
    ("told", "kind", "ours"),
    [
        pytest.param(report(JOURNAL), Kind.BOUNCE, True, id="nous seuls"),
        pytest.param(report(JOURNAL, DEBTOR), Kind.BOUNCE, False, id="le débiteur aussi"),
        pytest.param(report(), Kind.BOUNCE, False, id="personne n'est nommé"),
        pytest.param(report(JOURNAL), Kind.READ_RECEIPT, False, id="remis"),
    ],
)
def test_whose_a_bounce_is(told: Incoming, kind: Kind, ours: bool) -> None:
    assert (refused_copy(told, machine(kind), OWN) is not None) is ours


@pytest.mark.parametrize(
    ("how", "outcome", "event"),
    [
        ({"bounce_permanence": Permanence.PERMANENT}, Outcome.REVIEW, e.MessageUnlinked),
        ({"bounce_mailbox_full": True}, Outcome.REVIEW, e.MessageUnlinked),
        ({"bounce_permanence": Permanence.TEMPORARY}, Outcome.IGNORE, e.MessageIgnored),
    ],
    ids=["adresse morte", "boîte pleine", "simple retard"],
)
def test_what_a_human_is_told_of_our_own_copy(
    how: dict[str, object], outcome: Outcome, event: type[e.Event]
) -> None:
    link = Nobody(why=f"ne concerne que notre propre adresse {JOURNAL}", own=(JOURNAL,))
    decision = decide_for_mailbox(arrival(machine(Kind.BOUNCE, **how), link=link))
    assert (decision.outcome, type(decision.events[0])) == (outcome, event)
    assert JOURNAL in decision.because


def failed(told: Incoming) -> list[tuple[str, StepKey | None]]:
    """The addresses that a bounce linked to the dossier declares dead, with the letter."""
    here = replace(arrival(GONE, mail=told), own=OWN)
    events = decide(here, dossier(), Holds()).events
    return [(one.email, one.step) for one in events if isinstance(one, e.ContactBounced)]


def test_our_address_is_never_the_debtors_dead_address() -> None:
    assert failed(report(JOURNAL)) == []
    assert failed(report(DEBTOR, JOURNAL)) == [(DEBTOR, letter().step)]


def test_of_one_mail_kept_twice_the_level_comes_back() -> None:
    """First seen as a colleague's contact, then taken over as the first level."""
    contact = StepKey(course=0, name="contact:1")
    first = replace(letter(), step=contact, level=None, colleague=True)
    told = replace(dossier(), letters=(first, letter()))
    events = decide(arrival(GONE, mail=report(DEBTOR)), told, Holds()).events
    [bounced] = [one for one in events if isinstance(one, e.ContactBounced)]
    assert bounced.step == letter().step
    assert letter().message_id == MessageId(LETTER)
