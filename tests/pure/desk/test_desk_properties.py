"""Whatever colleagues decide, in whatever order, the promises of the house hold.

Acts are tried at random on a dossier that lives day by day, letters leave as the gate lets them:
what an act may not do is refused, what it does never opens a way around the gate.
"""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.desk import decisions as d
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.proposals import proposal_of, proposals
from relance_mailer.desk.queues import waiting_in
from relance_mailer.desk.verdict import decide
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import PlanPart
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.approving import Approval, said_now
from relance_mailer.outward.asked import ContactDay
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.listing import demanded
from relance_mailer.outward.managing import Telling
from relance_mailer.outward.timeline import EventsStep, LetterStep, due
from relance_mailer.words import Cause, Intent, Outcome
from relance_mailer.workdays import ONE_DAY
from values.sights import sight
from values.stories import Story, debtor, digest, heard, invoice, paid, promised, story
from values.timelines import SME

LEVELS = ("reminder_1", "reminder_2", "reminder_3", "formal_notice")
TWO = (invoice(), invoice("FA-2", amount="200.00"))
WHO = {"by": "Anne", "because": "vu"}

days = st.integers(min_value=-2, max_value=25)
levels = st.sampled_from(LEVELS)
numbers = st.sampled_from([("FA-1",), ("FA-2",), ("FA-1", "FA-2"), ("X",), ()])
amounts = st.sampled_from(["0.00", "100.00", "300.00", "1500.00", "1700.00"]).map(Decimal)

ACTS = (
    "call hold resume hand_over reopen close dispute decide plan order approve reject claim "
    "release object says promises pays opts_out insults"
).split()


@st.composite
def acts(draw: st.DrawFn) -> tuple[str, int, str, tuple[str, ...], Decimal, bool]:
    """An act with all that any of them may need."""
    return (
        draw(st.sampled_from(ACTS)),
        draw(days),
        draw(levels),
        draw(numbers),
        draw(amounts),
        draw(st.booleans()),
    )


Act = tuple[str, int, str, tuple[str, ...], Decimal, bool]


def verdict_of(act: Act, dossier: Dossier, today: date) -> d.Verdict | None:
    """What a colleague tries; None for what is no decision of ours."""
    name, later, level, some, amount, yes = act
    on = today + later * ONE_DAY
    cause = Cause.FORGOTTEN if yes else None
    match name:
        case "call":
            return d.Call(
                **WHO, on=today, with_whom="M. F.", said="il regarde", role="gérant", phone="02",
                next_on=on, cause=cause,
            )  # fmt: skip
        case "hold":
            return d.HoldUntil(**WHO, until=on)
        case "resume":
            return d.Resume(**WHO, next_step=level, not_before=on, cause=cause)
        case "hand_over":
            return d.HandOver(**WHO)
        case "reopen":
            return d.Reopen(**WHO, next_step=level, not_before=on)
        case "close":
            return d.Close(**WHO, waiver="accord" if yes else "", cause=Cause.UNKNOWN)
        case "dispute":
            found = proposal_of("dispute_ack", dossier, today, "Anne") if yes else None
            return d.OpenDispute(
                **WHO, invoices=some, amount=amount, ground="quantité", owner="Luc",  # type: ignore[arg-type]
                answer_by=on, next_step=level, not_before=today,
                acknowledge=found.says if found else None,
            )  # fmt: skip
        case "decide":
            return d.DecideDispute(
                **WHO, invoices=some, creditor_at_fault=yes, pay_by=on if later > 5 else None,  # type: ignore[arg-type]
            )  # fmt: skip
        case "plan":
            parts = (
                PlanPart(due_on=on, amount=amount),
                PlanPart(due_on=on + 30 * ONE_DAY, amount=amount),
            )
            told = tuple(e.Instalment(due_on=one.due_on, amount=one.amount) for one in parts)
            return d.AgreePlan(**WHO, instalments=told, next_step=level if yes else "", cause=cause)
        case "order":
            return d.OrderLetter(**WHO, template="date_request" if yes else level)
        case "approve":
            step = StepKey(course=max(dossier.course, 1), name=level)
            return d.Approve(**WHO, step=step, amount=amount if yes else None)
        case "reject":
            step = StepKey(course=max(dossier.course, 1), name=level)
            return d.Reject(**WHO, step=step, until=on if yes else None)
        case "claim":
            return d.Claim(by="Luc" if yes else "Anne", because="moi", until=on)
        case "release":
            return d.Release(**WHO)
        case "object":
            return d.ObjectToLevel(**WHO, level="reminder_3", until=on if yes else None)
        case _:
            return None


def happens(told: Story, act: Act) -> None:
    """What the debtor or the ledger does, or what a colleague decides if it can be."""
    name, later, _, _, _, _ = act
    message = f"m{told.dossier.version}"
    match name:
        case "says":
            told.happens(
                heard(message, Intent.QUESTION, Outcome.REVIEW, told.today),
                e.ReviewAsked(because="?", reason="question", message=digest(message)),
            )
        case "promises" if told.dossier.phase in (Phase.RUNNING, Phase.HELD):
            on = told.today + max(later, 1) * ONE_DAY
            until = (on + 2 * ONE_DAY).isoformat()
            day = told.today.isoformat()
            told.happens(promised(message, day, (on.isoformat(), None), until=until))
        case "pays":
            one = next((x for x in told.dossier.open_invoices if x.number == "FA-2"), None)
            if one is not None:
                told.happens(*paid(one, f"{one.left}", told.today.isoformat()))
        case "opts_out":
            told.happens(e.ReviewAsked(because="stop", reason="opt_out"))
        case "insults":
            told.happens(e.HandedToLegal(because="insultes", reason="hostile"))
        case _:
            verdict = verdict_of(act, told.dossier, told.today)
            if verdict is None:
                return
            done = decide(verdict, told.dossier, today=told.today, levels=LEVELS)
            if isinstance(done, Impossible):
                assert done.because
                return
            told.happens(*done)


def lives_a_day(told: Story, approval: Approval | None, sent: list[str]) -> None:
    """The calendar and the gate, as the daemon asks them; every letter is checked as it leaves."""
    for _ in range(12):
        step = due(told.dossier, SME, today=told.today)
        if isinstance(step, EventsStep):
            told.happens(*step.events)
            continue
        if isinstance(step, LetterStep):
            leaves(told, step, approval, sent)
        return
    raise AssertionError("la journée ne finit pas")


def leaves(told: Story, step: LetterStep, approval: Approval | None, sent: list[str]) -> None:
    contacts = tuple(
        ContactDay(day=day, sort=sort, key=told.dossier.key)
        for day, sort in told.dossier.contact_days
    )
    seen = sight(told.today, contacts=contacts, approval=approval, telling=Telling())
    if refusals(step, told.dossier, seen, timeline=SME):
        return
    _promises_hold(told.dossier, step, told.today, approval)
    told.send(step)
    sent.append(str(step.key))


def _promises_hold(
    dossier: Dossier, step: LetterStep, today: date, approval: Approval | None
) -> None:
    """P1, P5, and what our own people were promised, said without asking the gate."""
    ordered, yes = step.ordered, dossier.approval(step.key)
    assert dossier.phase is not Phase.LEGAL
    assert dossier.barred_by is None
    assert dossier.owed > 0 or step.key.template == "thanks"
    if dossier.phase is Phase.REVIEW:
        assert ordered is not None or yes is not None
    level = not step.key.is_answer
    if level:
        assert (today, e.Sort.UNSOLICITED) not in dossier.contact_days
        assert dossier.phase is not Phase.HELD
        listed = {one.number for one in demanded(dossier, step.key.name, today)}
        assert not listed & dossier.disputed
    else:
        assert (today, e.Sort.ANSWER) not in dossier.contact_days
    if ordered is not None:
        return
    assert dossier.claimed_on(today) is None
    if level and dossier.plan is not None:
        last = max(one.due_on for one in dossier.plan.instalments)
        assert last < today
    if approval is not None and approval.asks_for_all:
        assert yes is not None
        assert yes.amount in (None, said_now(step, dossier, today).amount)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(st.integers(min_value=0, max_value=9), acts()), max_size=14),
    st.sampled_from([None, Approval(), Approval(from_level="reminder_2")]),
)
def test_dans_aucun_ordre_les_actes_ne_rompent_une_promesse(
    lived: list[tuple[int, Act]], approval: Approval | None
) -> None:
    told = story(SME, *TWO, who=debtor(account_manager_email="luc@brezance.example"))
    told.today = date(2026, 10, 1)
    sent: list[str] = []
    for wait, act in lived:
        for _ in range(wait):
            lives_a_day(told, approval, sent)
            told.today += ONE_DAY
        happens(told, act)
        lives_a_day(told, approval, sent)
        assert waiting_in(told.dossier, told.today) is not None
        if told.dossier.barred_by or told.dossier.phase is Phase.LEGAL:
            assert proposals(told.dossier, told.today) == ()
    assert len(set(sent)) == len(sent), "aucune étape deux fois"
