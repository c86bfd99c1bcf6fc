"""The fold: stories of one dossier, and what holds for every sequence of events."""

import pickle
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pure.dossier.every_event import (
    DAY,
    DEBTOR,
    EVERY_EVENT,
    INVOICE,
    MESSAGE,
    NUMBER,
    STEP,
    WHO,
    WHY,
    entry,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply, fold
from relance_mailer.dossier.phases import IllegalMove, Phase
from relance_mailer.dossier.state import GIVEN_BACK, Dossier, LetterState
from relance_mailer.dossier.values import (
    Contact,
    Digest,
    InvoiceKind,
    InvoiceNumber,
    StepKey,
    mailbox_page,
)
from relance_mailer.words import Intent, Permanence


def at(day: int) -> datetime:
    return datetime(2026, 10, day, 8, 0, tzinfo=UTC)


def lived(*events: e.Event, at: datetime = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)) -> Dossier:
    folded = fold(replace(entry(event, seq), at=at) for seq, event in enumerate(events, start=1))
    assert folded is not None
    return folded


Kind = TypeVar("Kind", bound=e.Event)


def of(kind: type[Kind]) -> Kind:
    return next(event for event in EVERY_EVENT if isinstance(event, kind))


OPENED = e.InvoiceOpened(because="", invoice=INVOICE)
QUEUED = of(e.LetterQueued)
SENT = e.LetterSent(because="", step=STEP, message_id=QUEUED.message_id, sent_at=at(5))
PAID = e.InvoiceSettled(because="", number=NUMBER, settled_on=DAY, how=e.Settlement.PAID)
HOSTILE = e.HandedToLegal(because="insultes", reason="hostile")
RESUMED = e.HumanResumed(because=WHY, by=WHO, next_step="reminder_2", not_before=DAY)
REOPENED = e.HumanReopened(because=WHY, by=WHO, next_step="reminder_2", not_before=DAY)
SETTLED = e.Settled(because="", settled_on=DAY)
BOUNCED = e.ContactBounced(
    because="",
    email="a@ferrand.example",
    permanence=Permanence.PERMANENT,
    reason="550",
    message=MESSAGE,
    step=STEP,
)


def held(until: int, reason: str = "ack") -> e.Held:
    return e.Held(because="", until=date(2026, 10, until), reason=reason)


def promised(day: int) -> e.PromiseMade:
    return e.PromiseMade(
        because="",
        instalments=(e.Instalment(due_on=date(2026, 10, day)),),
        invoices=(),
        until=date(2026, 10, day) + timedelta(days=4),
        message=MESSAGE,
        made_on=DAY,
        made_by="a@ferrand.example",
    )


def test_une_page_vide_n_est_pas_un_dossier() -> None:
    assert fold([]) is None


def test_un_trou_dans_la_numérotation_lève() -> None:
    with pytest.raises(AssertionError):
        fold([entry(OPENED, 1), entry(PAID, 3)])


def test_la_page_d_une_boîte_ne_se_plie_pas() -> None:
    with pytest.raises(AssertionError, match="mailbox"):
        fold([entry(OPENED, 1, page=mailbox_page("compta@bz.example"))])


def test_une_suspension_levée_deux_fois_est_notre_faute() -> None:
    with pytest.raises(IllegalMove):
        lived(OPENED, e.HoldEnded(because="", ended_on=DAY))


def test_un_corps_effacé_ne_change_que_la_version() -> None:
    before = lived(OPENED, held(9))
    after = apply(before, entry(None, 3, kind="MessageRead"))
    assert after == replace(before, version=3)


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_chaque_événement_se_plie(event: e.Event) -> None:
    before: tuple[e.Event, ...] = (of(e.DebtorDescribed), OPENED, QUEUED)
    if isinstance(event, e.HoldEnded | e.PromiseBroken | e.HumanResumed):
        before = (*before, held(9))
    if isinstance(event, e.HumanReopened | e.HumanClosed):
        before = (*before, HOSTILE)
    assert lived(*before, event).version == len(before) + 1


def test_plusieurs_suspensions_la_plus_lointaine_compte() -> None:
    assert lived(OPENED, held(9), held(20), held(12)).hold_until == date(2026, 10, 20)


def test_une_absence_ne_déplace_pas_une_promesse() -> None:
    both = lived(OPENED, promised(9), held(12, "absence"))
    assert both.hold_until == date(2026, 10, 13)
    assert both.promise == promised(9)


def test_une_promesse_plus_récente_remplace_l_ancienne_même_plus_tôt() -> None:
    after = lived(OPENED, promised(20), promised(9))
    assert after.hold_until == date(2026, 10, 13)
    assert [taken.fate for taken in after.promises] == ["replaced", "open"]


def test_une_promesse_rompue_se_souvient_jusqu_à_la_lettre_suivante() -> None:
    broken = e.PromiseBroken(because="", promised_on=date(2026, 10, 9), made_by="a", made_on=DAY)
    after = lived(OPENED, promised(9), broken)
    assert (after.phase, after.broken_promise) == (Phase.RUNNING, broken)
    assert [taken.fate for taken in after.promises] == ["broken"]
    assert lived(OPENED, promised(9), broken, QUEUED, SENT).broken_promise is None
    assert lived(OPENED, promised(9), broken, PAID, SETTLED).broken_promise is None


def test_une_promesse_lue_à_l_examen_ne_déplace_rien() -> None:
    after = lived(OPENED, e.ReviewAsked(because="", reason="question"), promised(9))
    assert (after.phase, after.promise) == (Phase.REVIEW, None)


def test_un_débiteur_hostile_qui_paie_et_rachète_reste_au_contentieux() -> None:
    other = replace(INVOICE, number=InvoiceNumber("F-9"))
    after = lived(OPENED, HOSTILE, PAID, SETTLED, e.InvoiceOpened(because="", invoice=other))
    assert (after.phase, after.barred_by) == (Phase.LEGAL, Intent.HOSTILE)
    assert after.times_legal == 1


def test_une_réouverture_lève_la_barre_et_garde_la_mémoire() -> None:
    after = lived(OPENED, HOSTILE, REOPENED)
    assert (after.phase, after.barred_by, after.times_legal) == (Phase.RUNNING, None, 1)
    assert after.resume is not None
    assert after.resume.next_step == "reminder_2"


def test_une_clôture_ne_lève_pas_la_barre_et_oublie_la_reprise() -> None:
    opt_out = e.ReviewAsked(because="", reason="opt_out")
    closed = e.HumanClosed(because=WHY, by=WHO, waiver="accord")
    after = lived(OPENED, opt_out, RESUMED, opt_out, closed)
    assert (after.phase, after.barred_by) == (Phase.SETTLED, Intent.OPT_OUT)
    assert (after.resume, after.owed) == (None, Decimal(0))


def test_le_cours_commence_à_la_première_lettre_et_finit_avec_ses_factures() -> None:
    running = lived(OPENED, QUEUED, SENT)
    assert (running.course, running.course_runs) == (1, True)
    assert running.last_level is not None
    assert running.last_level.level == "reminder_1"
    other = replace(INVOICE, number=InvoiceNumber("F-9"))
    after = lived(OPENED, QUEUED, SENT, e.InvoiceOpened(because="", invoice=other), PAID)
    assert not after.course_runs
    assert after.last_level is None


def test_une_lettre_en_doute_compte_comme_envoyée() -> None:
    unsure = e.LetterUnsure(because="", step=STEP)
    after = lived(OPENED, QUEUED, e.LetterLeaving(because="", step=STEP), unsure)
    assert (after.course, after.course_runs) == (1, True)
    assert after.last_level is not None
    assert after.last_level.state is LetterState.UNSURE


def test_une_réponse_en_doute_n_est_plus_due() -> None:
    owed = of(e.AnswerOwed)
    step = StepKey(course=0, name=f"answer:duplicate:{MESSAGE[:16]}")
    letter = replace(QUEUED, step=step, template="duplicate", answers=MESSAGE, sort=e.Sort.ANSWER)
    assert lived(OPENED, owed, letter).answers_owed == (owed,)
    assert lived(OPENED, owed, letter, e.LetterUnsure(because="", step=step)).answers_owed == ()


def test_une_lettre_retirée_rend_le_jour() -> None:
    assert lived(OPENED, QUEUED).last_unsolicited_on == DAY
    withdrawn = lived(OPENED, QUEUED, e.LetterWithdrawn(because="", step=STEP))
    assert withdrawn.last_unsolicited_on is None
    assert withdrawn.on_its_way == ()


def test_une_lettre_revenue_rend_le_jour_une_seule_fois() -> None:
    call = e.CallLogged(because=WHY, by=WHO, on=DAY, with_whom="M. F.", said="")
    after = lived(OPENED, QUEUED, SENT, BOUNCED, call, BOUNCED)
    assert after.last_unsolicited_on == DAY
    assert after.bounced == ("a@ferrand.example",)
    assert not after.course_runs


def test_une_lettre_partie_après_minuit_rend_le_jour_pour_lequel_elle_fut_écrite() -> None:
    after = lived(OPENED, QUEUED, replace(SENT, sent_at=at(6)), BOUNCED)
    assert after.contact_days == ()


def test_un_contact_confirmé_n_est_plus_mort_ni_proposé() -> None:
    proposed = e.ContactProposed(
        because="", email="b@ferrand.example", name="B", message=MESSAGE, taken_over=False
    )
    confirmed = e.ContactChanged(
        because=WHY,
        by=WHO,
        contact=Contact(email="b@ferrand.example"),
        replaces="a@ferrand.example",
    )
    after = lived(of(e.DebtorDescribed), OPENED, proposed, confirmed)
    assert [contact.email for contact in after.contacts] == ["b@ferrand.example"]
    assert after.proposed == ()


def test_ce_que_le_grand_livre_répète_ne_défait_pas_ce_qu_un_humain_a_fait() -> None:
    described = e.DebtorDescribed(
        because="", debtor=DEBTOR, contacts=(Contact(email="a@ferrand.example"),)
    )
    removed = e.ContactChanged(
        because=WHY, by=WHO, contact=Contact(email="a@ferrand.example"), removed=True
    )
    after = lived(described, OPENED, removed, described)
    assert after.contacts == ()


def test_ce_qu_un_dossier_retient_de_ses_factures_n_en_fait_pas_partie() -> None:
    """What was reckoned is neither compared nor kept, and what follows reckons for itself."""
    asked, unasked = lived(OPENED), lived(OPENED)
    assert asked.owed == INVOICE.left
    assert asked == unasked
    assert hash(asked) == hash(unasked)
    assert pickle.dumps(asked) == pickle.dumps(unasked)
    assert pickle.loads(pickle.dumps(asked)).open_invoices == (INVOICE,)
    assert apply(asked, entry(PAID, 2)).owed == 0
    assert replace(asked, invoices=()).open_invoices == ()


def test_un_avoir_non_lettré_se_déduit_sans_passer_sous_zéro() -> None:
    credit = replace(
        INVOICE,
        number=InvoiceNumber("A-1"),
        kind=InvoiceKind.CREDIT_NOTE,
        amount=Decimal("2000.00"),
    )
    after = lived(OPENED, e.InvoiceOpened(because="", invoice=credit))
    assert after.owed == 0
    assert [invoice.number for invoice in after.open_invoices] == [NUMBER]


# Moves and facts that may come in any order; what the table forbids is left out as it comes.
ANY_EVENT = st.one_of(
    st.sampled_from(
        [
            event
            for event in EVERY_EVENT
            if not isinstance(
                event,
                # These speak of a letter or an invoice that must exist: they have their stories.
                e.InvoiceSettled | e.InvoiceCancelled | e.LetterUnsure | e.LetterWithdrawn
                | e.InvoiceListed | e.LetterQueued,
            )
        ]
    ),
    st.integers(min_value=6, max_value=30).map(held),
    st.integers(min_value=6, max_value=27).map(promised),
    st.sampled_from(["question", "opt_out", "dispute"]).map(
        lambda reason: e.ReviewAsked(because="", reason=reason)
    ),
)  # fmt: skip


def steps(events: Iterable[e.Event]) -> list[tuple[Dossier, e.Event, Dossier]]:
    """Each legal event with the dossier before and after; the others are left out."""
    dossier = lived(OPENED, QUEUED, SENT)
    found = []
    for event in events:
        try:
            after = apply(dossier, entry(event, dossier.version + 1))
        except IllegalMove:
            continue
        found.append((dossier, event, after))
        dossier = after
    return found


HUMAN = e.HumanResumed | e.HumanReopened | e.HumanClosed


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_EVENT, max_size=25))
def test_seul_un_humain_sort_de_l_examen_et_du_contentieux(events: list[e.Event]) -> None:
    order = list(Phase)
    for before, event, after in steps(events):
        if before.phase in (Phase.REVIEW, Phase.LEGAL):
            lowered = order.index(after.phase) < order.index(before.phase)
            assert not lowered or isinstance(event, HUMAN), event


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_EVENT, max_size=25))
def test_une_barre_ne_se_lève_que_par_reprise_ou_réouverture(events: list[e.Event]) -> None:
    for before, event, after in steps(events):
        if before.barred_by is not None and after.barred_by is None:
            assert isinstance(event, e.HumanResumed | e.HumanReopened), event


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_EVENT, max_size=25))
def test_la_suspension_est_la_plus_lointaine_de_celles_qui_courent(events: list[e.Event]) -> None:
    for before, event, after in steps(events):
        if isinstance(event, e.Held) and after.phase is Phase.HELD:
            assert after.hold_until == max(event.until, before.hold_until or event.until)
        if isinstance(event, e.PromiseMade) and after.phase is Phase.HELD:
            assert after.promise == event
        if after.phase in (Phase.RUNNING, Phase.SETTLED):
            assert after.hold_until is None


@settings(max_examples=150, deadline=None)
@given(st.lists(ANY_EVENT, max_size=25))
def test_le_pli_d_un_préfixe_est_l_état_de_ce_moment(events: list[e.Event]) -> None:
    legal = [event for _, event, _ in steps(events)]
    whole = [entry(event, seq) for seq, event in enumerate((OPENED, QUEUED, SENT, *legal), start=1)]
    for length in range(1, len(whole) + 1):
        prefix = fold(whole[:length])
        assert prefix is not None
        assert prefix.version == length
        assert fold(whole) == _continued(prefix, whole[length:])


def _continued(dossier: Dossier, rest: Iterable[e.Entry]) -> Dossier:
    for row in rest:
        dossier = apply(dossier, row)
    return dossier


FATES = st.lists(st.sampled_from(["sent", "withdrawn", "bounced", "unsure"]), max_size=6)


@settings(max_examples=100, deadline=None)
@given(FATES)
def test_un_jour_est_pris_tant_qu_une_lettre_compte(fates: list[str]) -> None:
    events: list[e.Event] = [OPENED]
    for number, fate in enumerate(fates, start=1):
        step = StepKey(course=1, name="reminder_1", attempt=number)
        events.append(replace(QUEUED, step=step, mime=Digest(f"{number:064d}")))
        if fate == "withdrawn":
            events.append(e.LetterWithdrawn(because="", step=step))
        if fate in ("sent", "bounced"):
            events.append(replace(SENT, step=step))
        if fate == "bounced":
            events.append(replace(BOUNCED, step=step))
        if fate == "unsure":
            events.append(e.LetterUnsure(because="", step=step))
    after = lived(*events)
    counting = [letter for letter in after.letters if letter.state not in GIVEN_BACK]
    assert len(after.contact_days) == len(counting)


def test_qui_un_collègue_met_en_copie_n_est_pas_le_débiteur() -> None:
    told = replace(
        SENT,
        step=StepKey(course=0, name="contact:1"),
        to=("a@ferrand.example", "expert@cabinet.example"),
    )
    assert "expert@cabinet.example" in lived(OPENED, replace(told, imported=True)).known_addresses
    by_hand = lived(of(e.DebtorDescribed), OPENED, replace(told, colleague=True))
    assert by_hand.known_addresses == {"a@ferrand.example"}


def test_ce_qui_fut_abandonne_le_reste_apres_un_autre_abandon() -> None:
    """A second waiver is about what is open then: the first one stays waived."""
    first = replace(INVOICE, number=InvoiceNumber("F-1"))
    second = replace(INVOICE, number=InvoiceNumber("F-2"))
    waived = e.HumanClosed(because=WHY, by=WHO, waiver="accord")
    told = lived(
        e.InvoiceOpened(because=WHY, invoice=first),
        e.ReviewAsked(because=WHY, reason="dispute"),
        waived,
        e.InvoiceOpened(because=WHY, invoice=second),
        e.ReviewAsked(because=WHY, reason="dispute"),
        waived,
    )
    assert [kept.waived for kept in told.invoices] == [True, True]
