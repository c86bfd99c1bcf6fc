"""Whatever happens: no level out of legal, review or a hold, and no look comes too late."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import IllegalMove, Phase
from relance_mailer.dossier.values import Answer, InvoiceNumber, StepKey
from relance_mailer.outward.courses import demandable_in
from relance_mailer.outward.forecast import forecast
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.timeline import EventsStep, LetterStep, due, next_look_on
from relance_mailer.words import Intent, Outcome
from relance_mailer.workdays import ONE_DAY
from values.sights import sight
from values.stories import Story, digest, heard, held, invoice, owed, paid, promised, story
from values.timelines import CALLED, CONSUMER, POSTED, SME, TIMELINES

STARTS_ON = date(2026, 9, 20)
AMOUNTS = ("12.00", "480.00", "15000.00")


def ahead(days: int) -> str:
    """A day so many days after the start."""
    return (STARTS_ON + timedelta(days=days)).isoformat()


def happenings(told: Story, kind: str, salt: int) -> tuple[e.DossierEvent, ...]:
    """Something that may happen on the story's day."""
    today = told.today
    soon = (today + timedelta(days=1 + salt % 12)).isoformat()
    name = f"m{salt}"
    first = told.dossier.open_invoices[0] if told.dossier.open_invoices else None
    match kind:
        case "ack":
            return (held(soon, "ack", name),)
        case "paid":
            read = heard(name, Intent.PAID, Outcome.HOLD, today)
            return (read, held(soon, "paid", name, then="proof_request"))
        case "promise":
            return (
                promised(name, today.isoformat(), (soon, None), until=soon),
                owed(Answer.PROMISE_CONFIRMATION, name, today.isoformat()),
            )
        case "duplicate":
            return (
                held(soon, "invoice_request", name),
                owed(Answer.DUPLICATE, name, today.isoformat()),
            )
        case "review":
            return (e.ReviewAsked(because="", reason="dispute", message=digest(name)),)
        case "hostile":
            return (e.HandedToLegal(because="", reason="hostile"),)
        case "opt_out":
            return (e.ReviewAsked(because="", reason="opt_out"),)
        case "resumed":
            return (
                e.HumanResumed(
                    because="x",
                    by="Claire",
                    next_step="reminder_2",
                    not_before=today + timedelta(days=salt % 9),
                ),
            )
        case "invoice":
            return (
                e.InvoiceOpened(
                    because="", invoice=invoice(f"FA-{salt}x", soon, AMOUNTS[salt % 3])
                ),
            )
        case "payment" if first is not None:
            return paid(first, str(first.left), today.isoformat())
        case "disputed" if first is not None:
            return (
                e.DisputeOpened(
                    because="x",
                    by="Claire",
                    invoices=(InvoiceNumber(first.number),),
                    amount=first.left,
                    ground="prix",
                    owner="Claire",
                    answer_by=today,
                ),
            )
        case _:
            return ()


KINDS = "ack paid promise duplicate review hostile opt_out resumed invoice payment disputed".split()

stories = st.tuples(
    st.sampled_from([*TIMELINES.values(), POSTED, CALLED]),
    st.lists(st.tuples(st.integers(0, 25), st.sampled_from(AMOUNTS)), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(KINDS), st.integers(0, 200)), max_size=8),
)


def told(drawn: tuple) -> Story:  # type: ignore[type-arg]
    """Live a drawn story to its last happening."""
    timeline, invoices, events = drawn
    begun = story(
        timeline,
        *(invoice(f"FA-{n}", ahead(days), amount) for n, (days, amount) in enumerate(invoices)),
        today=STARTS_ON.isoformat(),
    )
    for wait, kind, salt in events:
        begun.until((begun.today + timedelta(days=wait)).isoformat())
        try:
            begun.happens(*happenings(begun, kind, salt))
        except IllegalMove:
            continue
    return begun


@settings(max_examples=120, deadline=None)
@given(drawn=stories)
def test_aucun_regard_ne_vient_trop_tard(drawn: tuple) -> None:  # type: ignore[type-arg]
    lived = told(drawn)
    today, look = lived.today, None
    for offset in range(120):
        day = today + timedelta(days=offset)
        step = due(lived.dossier, lived.timeline, today=day)
        if look is None or day >= look:
            if step is not None:
                return
            look = next_look_on(lived.dossier, lived.timeline, today=day)
            if look is None:
                look = date.max
        assert step is None, (day, look, step)


@settings(max_examples=120, deadline=None)
@given(drawn=stories, offset=st.integers(0, 60))
def test_aucun_niveau_hors_du_contentieux_de_l_examen_ou_d_une_suspension(
    drawn: tuple,  # type: ignore[type-arg]
    offset: int,
) -> None:
    lived = told(drawn)
    dossier, today = lived.dossier, lived.today + timedelta(days=offset)
    if dossier.phase is Phase.RUNNING:
        return
    step = due(dossier, lived.timeline, today=today)
    assert not (isinstance(step, LetterStep) and step.level is not None)
    if dossier.phase in (Phase.REVIEW, Phase.LEGAL):
        assert step is None
    for level in lived.timeline.levels:
        forced = LetterStep(key=StepKey(course=9, name=level.name), due_on=today, level=level)
        assert refusals(forced, dossier, sight(today), timeline=lived.timeline)


@settings(max_examples=60, deadline=None)
@given(drawn=stories)
def test_jamais_deux_lettres_de_la_meme_etape_ni_deux_contacts_le_meme_jour(
    drawn: tuple,  # type: ignore[type-arg]
) -> None:
    lived = told(drawn)
    lived.until((lived.today + timedelta(days=90)).isoformat())
    steps = [letter.step for letter in lived.dossier.letters]
    assert len(steps) == len(set(steps))
    days = [letter.sent_on for letter in lived.dossier.letters if letter.level]
    assert len(days) == len(set(days))


@settings(max_examples=60, deadline=None)
@given(drawn=stories)
def test_ce_qui_est_annonce_n_arrive_jamais_plus_tot(drawn: tuple) -> None:  # type: ignore[type-arg]
    lived = told(drawn)
    lived.until((lived.today + timedelta(days=90)).isoformat())
    levels = [letter for letter in lived.dossier.letters if letter.level and letter.sent_on]
    for before, after in pairwise(levels):
        if before.step.course == after.step.course and before.deadline_on and after.sent_on:
            assert after.sent_on > before.deadline_on


def test_la_prevision_est_ce_qui_arrive() -> None:
    for timeline in (SME, CONSUMER, replace(SME, closed_days=frozenset({date(2026, 10, 13)}))):
        lived = story(timeline)
        seen = forecast(lived.dossier, timeline, lived.today, date(2026, 12, 31))
        named = [
            (
                one.on.isoformat(),
                type(one.step.events[0]).__name__
                if isinstance(one.step, EventsStep)
                else one.step.key.name,
            )
            for one in seen
        ]
        assert named == lived.until("2026-12-31")


def test_la_prevision_tient_pour_poste_la_lettre_a_poster() -> None:
    lived = story(POSTED)
    seen = forecast(lived.dossier, POSTED, lived.today, date(2026, 12, 31))
    letters = [one.on for one in seen if isinstance(one.step, LetterStep)]
    assert letters[-1] == date(2026, 10, 29)


def test_la_prevision_voit_la_promesse_rompue() -> None:
    lived = story(SME)
    lived.until("2026-10-06")
    lived.happens(promised("m1", "2026-10-06", ("2026-10-16", None), until="2026-10-20"))
    seen = forecast(lived.dossier, SME, lived.today, date(2026, 10, 22))
    assert [one.on for one in seen] == [date(2026, 10, 20), date(2026, 10, 21)]
    assert lived.today - ONE_DAY == date(2026, 10, 6)


@settings(max_examples=80, deadline=None)
@given(drawn=stories)
def test_un_dossier_qui_suit_son_cours_a_toujours_une_suite(
    drawn: tuple,  # type: ignore[type-arg]
) -> None:
    """R10: a day on which it is looked at, unless nothing in it may be demanded by anybody."""
    lived = told(drawn)
    dossier = lived.dossier
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return
    if dossier.phase is Phase.RUNNING and not demandable_in(dossier, lived.today):
        return
    waits_for_posting = any(task.task.startswith("post:") for task in dossier.tasks)
    look = next_look_on(dossier, lived.now, today=lived.today)
    assert look is not None or waits_for_posting, (dossier.phase, dossier.last_level)
