"""No message lowers a dossier, and none makes a move that the table of phases does not have."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pure.inward.inward_values import RECEIVED, TODAY, arrival, dossier, incoming, key, linked
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.decide import decide, decide_for_candidate, decide_for_sibling
from relance_mailer.inward.holds import Holds
from relance_mailer.inward.link import Contested
from relance_mailer.inward.outcome import DOUBTS
from relance_mailer.reading.message import Reading
from relance_mailer.words import Intent, Kind, Outcome, Permanence

ORDER = [Phase.SETTLED, Phase.RUNNING, Phase.HELD, Phase.REVIEW, Phase.LEGAL]
SENDS = (Outcome.CONTINUE, Outcome.HOLD, Outcome.HOLD_UNTIL)

days = st.integers(min_value=-30, max_value=120).map(lambda n: TODAY + timedelta(days=n))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    kind = draw(st.sampled_from(list(Kind)))
    human = kind is Kind.HUMAN
    intents = st.lists(st.sampled_from(list(Intent)), unique=True, max_size=4).map(tuple)
    return Reading(
        kind=kind,
        intents=draw(intents) if human else (),
        promise_dates=tuple(draw(st.lists(days, max_size=3))) if human else (),
        invoices=draw(st.sampled_from([(), ("FA2026-0871",), ("INCONNUE",)])),
        redirect_to=draw(st.sampled_from([None, "b@lemoal.example", "c@gmail.com"])),
        returns_on=draw(st.none() | days),
        paid_on=draw(st.none() | days),
        bounce_permanence=draw(st.none() | st.sampled_from(list(Permanence))),
        bounce_expired=draw(st.booleans()),
        bounce_mailbox_full=draw(st.booleans()),
        bounced_recipients=draw(st.sampled_from([(), ("compta@lemoal.example",)])),
        officer=draw(st.booleans()),
        doubts=tuple(draw(st.lists(st.sampled_from(list(DOUBTS)), max_size=1))),
    )


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    return arrival(
        draw(readings()),
        link=linked(stranger=draw(st.booleans()), named=draw(st.booleans())),
        mail=incoming(draw(st.sampled_from(["compta@lemoal.example", "", "x@y.example"]))),
        authentication=draw(st.sampled_from(list(Authentication))),
        moves_nothing=draw(st.booleans()),
    )


phases = st.sampled_from(ORDER)


def folded(before: Dossier, events: tuple[e.Event, ...]) -> Dossier:
    """The dossier after the events; an illegal move raises."""
    after = before
    for event in events:
        entry = e.Entry(
            page=before.key.page,
            seq=after.version + 1,
            at=RECEIVED,
            kind=type(event).__name__,
            event=event,
        )
        after = apply(after, entry)
    return after


@given(told=arrivals(), phase=phases)
def test_a_message_can_only_raise_a_dossier(told: Arrival, phase: Phase) -> None:
    before = dossier(phase)
    for events in (decide(told, before, Holds()).events, decide_for_sibling(told, before)):
        after = folded(before, events)
        assert ORDER.index(after.phase) >= ORDER.index(phase)


@given(told=arrivals(), phase=phases)
def test_the_phase_agrees_with_the_outcome(told: Arrival, phase: Phase) -> None:
    decision = decide(told, dossier(phase), Holds())
    after = folded(dossier(phase), decision.events)
    if decision.outcome is Outcome.LEGAL and not told.moves_nothing:
        assert after.phase is Phase.LEGAL
    if decision.outcome is Outcome.REVIEW and not told.moves_nothing:
        assert after.phase in (Phase.REVIEW, Phase.LEGAL)
    if told.moves_nothing and after.phase is not phase:
        assert after.phase is Phase.REVIEW


@given(told=arrivals(), phase=phases)
def test_answers_are_owed_to_people_only_and_never_from_review_or_legal(
    told: Arrival, phase: Phase
) -> None:
    decision = decide(told, dossier(phase), Holds())
    owed = [event for event in decision.events if isinstance(event, e.AnswerOwed)]
    if owed:
        assert told.reading.kind is Kind.HUMAN
        assert told.trusted
        assert decision.outcome in SENDS
        assert phase in (Phase.RUNNING, Phase.HELD)
        assert not any(isinstance(event, e.ReviewAsked) for event in decision.events)


@given(told=arrivals(), phase=phases)
def test_the_message_is_always_recorded_first_and_every_event_says_why(
    told: Arrival, phase: Phase
) -> None:
    events = decide(told, dossier(phase), Holds()).events
    assert isinstance(events[0], e.MessageRead)
    assert all(event.because.strip() for event in events)


@given(told=arrivals())
def test_a_strangers_or_forged_word_never_lets_a_reminder_go(told: Arrival) -> None:
    if told.reading.kind is Kind.HUMAN and not told.trusted:
        outcome = decide(told, dossier(), Holds()).outcome
        officer = told.reading.officer and Intent.INSOLVENCY in told.reading.intents
        assert outcome is Outcome.REVIEW or (officer and outcome is Outcome.LEGAL)


@given(told=arrivals(), phase=phases)
def test_a_contested_message_never_lowers_nor_judges(told: Arrival, phase: Phase) -> None:
    contested = Contested(candidates=(key(), key("BZ-2007")), why="deux dossiers possibles")
    doubtful = arrival(told.reading, link=contested, moves_nothing=told.moves_nothing)
    before = dossier(phase)
    after = folded(before, decide_for_candidate(doubtful, before))
    assert after.phase in (phase, Phase.REVIEW)
    assert ORDER.index(after.phase) >= ORDER.index(phase)


@given(told=arrivals())
def test_no_hold_outlasts_its_cap(told: Arrival) -> None:
    horizon = TODAY + timedelta(days=75)
    for event in decide(told, dossier(), Holds()).events:
        if isinstance(event, e.Held | e.PromiseMade):
            assert isinstance(event.until, date)
            assert event.until <= horizon
