"""Per invoice, per dossier: whatever the ledger and people do, the crescendo never falls back."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import IllegalMove
from relance_mailer.dossier.state import LetterKept
from relance_mailer.dossier.values import Invoice, InvoiceNumber
from relance_mailer.workdays import ONE_DAY
from values.stories import Story, day, held, invoice, paid, story
from values.timelines import CALLED, TIMELINES

STARTS_ON = date(2026, 9, 20)
KINDS = "new oldest_paid part_paid credited disputed right wrong ack nothing".split()
CENT = Decimal("0.01")

lives = st.tuples(
    st.sampled_from([*TIMELINES.values(), CALLED]),
    st.lists(st.tuples(st.integers(-5, 30), st.integers(40, 16_000)), min_size=1, max_size=4),
    st.lists(
        st.tuples(st.integers(1, 11), st.sampled_from(KINDS), st.integers(0, 99)), max_size=12
    ),
)


def opened(number: str, due_on: date, amount: int) -> e.InvoiceOpened:
    """A new row of the ledger."""
    return e.InvoiceOpened(
        because="grand livre", invoice=invoice(number, due_on.isoformat(), f"{amount}.00")
    )


def happening(lived: Story, kind: str, salt: int) -> tuple[e.DossierEvent, ...]:
    """What the ledger or a human brings on the story's day."""
    open_now, today = lived.dossier.open_invoices, lived.today
    if kind == "new":
        due_on = today - timedelta(days=salt % 9)
        return (opened(f"N-{salt}-{today:%m%d}", due_on, 50 + 37 * salt),)
    if kind == "ack":
        return (held((today + timedelta(days=3)).isoformat(), "ack", f"m{salt}"),)
    if not open_now:
        return ()
    first = open_now[0]
    match kind:
        case "oldest_paid":
            return paid(first, str(first.left), today.isoformat())
        case "part_paid":
            part = (first.left / (2 + salt % 5)).quantize(CENT)
            return paid(first, str(part), today.isoformat()) if part else ()
        case "credited":
            return credited(open_now[salt % len(open_now)])
        case "disputed" if lived.dossier.dispute is None:
            return (contested(open_now[salt % len(open_now)], today),)
        case "right" | "wrong" if lived.dossier.dispute is not None:
            return (
                e.DisputeDecided(
                    because="vu",
                    by="Claire",
                    invoices=tuple(sorted(lived.dossier.disputed)),
                    creditor_at_fault=kind == "wrong",
                ),
            )
        case _:
            return ()


def credited(one: Invoice) -> tuple[e.DossierEvent, ...]:
    """A credit note takes half of an invoice off its price."""
    half = (one.left / 2).quantize(CENT)
    return (
        e.CreditNoteRecorded(
            because="avoir", number=one.number, amount=half, credited_on=one.due_on
        ),
        e.InvoiceChanged(because="grand livre", invoice=replace(one, credited=one.credited + half)),
    )


def contested(one: Invoice, today: date) -> e.DisputeOpened:
    """A human's verdict takes an invoice out."""
    return e.DisputeOpened(
        because="vu",
        by="Claire",
        invoices=(InvoiceNumber(one.number),),
        amount=one.left,
        ground="prix",
        owner="Claire",
        answer_by=today,
    )


def rank(lived: Story, letter: LetterKept) -> int:
    return [one.name for one in lived.timeline.levels].index(letter.level or "")


@settings(max_examples=120, deadline=None)
@given(drawn=lives)
def test_le_crescendo_ne_retombe_jamais_et_rien_de_severe_ne_vient_sans_annonce(
    drawn: tuple,  # type: ignore[type-arg]
) -> None:
    timeline, invoices, events = drawn
    lived = story(
        timeline,
        *(
            invoice(f"FA-{n}", (STARTS_ON + timedelta(days=due)).isoformat(), f"{amount}.00")
            for n, (due, amount) in enumerate(invoices)
        ),
        today=STARTS_ON.isoformat(),
    )
    known = 0
    for wait, kind, salt in [*events, (11, "nothing", 0), (80, "nothing", 0)]:
        for _ in range(wait):
            lived.until(lived.today.isoformat())
            for letter in lived.dossier.letters[known:]:
                holds(lived, letter)
            known = len(lived.dossier.letters)
            if lived.told and lived.told[-1] == (lived.today - ONE_DAY, "HandedToLegal"):
                pursued(lived)
        try:
            lived.happens(*happening(lived, kind, salt))
        except IllegalMove:
            continue


def pursued(lived: Story) -> None:
    """On the evening of the hand-over, something that was asked for is there to pursue."""
    asked = {number for one in lived.dossier.course_letters for number in one.invoices}
    assert asked & {one.number for one in lived.dossier.open_invoices}


def holds(lived: Story, letter: LetterKept) -> None:
    """What must be true of a letter on the evening of its day."""
    before = [
        one for one in lived.dossier.letters[: lived.dossier.letters.index(letter)] if one.level
    ]
    course = [one for one in before if one.step.course == letter.step.course]
    for number in letter.invoices:
        kept = lived.dossier.invoice(number)
        assert kept is not None
        assert kept.open, (letter.step, number)
        assert kept.invoice.left > 0, (letter.step, number)
        assert number not in lived.dossier.disputed, (letter.step, number)
    if course:
        assert rank(lived, letter) > max(rank(lived, one) for one in course), letter.step
    elif before:
        # A new course: nothing that stood in a letter of the last one is open any more.
        listed = {
            n for one in before if one.step.course == before[-1].step.course for n in one.invoices
        }
        still = {one.number for one in lived.dossier.open_invoices}
        assert not listed & still, (letter.step, listed & still)
    if letter.template == "formal_notice":
        asked = {number for one in course for number in one.invoices}
        assert set(letter.invoices) <= asked, letter.step


def test_l_ancienne_facture_payee_la_suite_reste_au_niveau_du_dossier() -> None:
    """FA-1 and FA-2 stood in the first reminder; FA-1 is paid; the second one asks for FA-2."""
    timeline = TIMELINES[next(iter(TIMELINES))]
    lived = story(timeline, invoice("FA-1"), invoice("FA-2", "2026-10-01", "700.00"))
    lived.until("2026-10-08")
    lived.happens(*paid(lived.dossier.open_invoices[0], "1500.00", "2026-10-09"))
    assert lived.until("2026-10-13")[-1] == ("2026-10-13", "reminder_2")
    assert lived.dossier.letters[-1].invoices == ("FA-2",)


def test_tout_ce_qui_fut_demande_est_paye_une_nouvelle_facture_commence_par_la_premiere() -> None:
    timeline = TIMELINES[next(iter(TIMELINES))]
    lived = story(timeline, invoice("FA-1"))
    lived.until("2026-10-14")
    lived.happens(opened("FA-2", day("2026-10-10"), 700))
    lived.happens(*paid(lived.dossier.open_invoices[0], "1500.00", "2026-10-15"))
    assert lived.until("2026-10-15")[-1] == ("2026-10-15", "reminder_1")
    assert lived.dossier.letters[-1].invoices == ("FA-2",)


def test_un_paiement_partiel_ne_change_ni_le_niveau_ni_le_jour() -> None:
    timeline = TIMELINES[next(iter(TIMELINES))]
    lived = story(timeline, invoice("FA-1"))
    lived.until("2026-10-14")
    lived.happens(*paid(lived.dossier.open_invoices[0], "400.00", "2026-10-15"))
    assert lived.until("2026-10-21")[-1] == ("2026-10-21", "reminder_3")
    assert lived.dossier.letters[-1].amount == Decimal("1100.00")
