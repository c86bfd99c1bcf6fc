"""What a human decides becomes events, or is refused in French; nothing ever raises."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.dossier.every_event import DAY, DEBTOR, INVOICE, KEY, MESSAGE, NUMBER, STEP
from relance_mailer.desk import decisions as d
from relance_mailer.desk.verdict import Impossible, decide
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply, fold
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact, InvoiceNumber
from relance_mailer.words import Cause, Intent, Role

AT = datetime(2026, 10, 5, 8, 0, tzinfo=UTC)
WHO = {"by": "Anne Roux", "because": "vu avec le client"}
LATER = date(2026, 10, 12)

OPENED = (
    e.DebtorDescribed(because="", debtor=DEBTOR, contacts=(Contact(email="a@ferrand.example"),)),
    e.InvoiceOpened(because="", invoice=INVOICE),
    e.InvoiceOpened(
        because="",
        invoice=replace(INVOICE, number=InvoiceNumber("F-2"), amount=Decimal("200.00")),
    ),
)
HELD = e.Held(because="", until=LATER, reason="ack")
ASKED = e.ReviewAsked(because="litige", reason="dispute")
BY_OPT_OUT = e.ReviewAsked(because="ne plus écrire", reason="opt_out")
LEGAL = e.HandedToLegal(because="insultes", reason="hostile")
PAID = (
    e.InvoiceSettled(because="", number=NUMBER, settled_on=DAY, how=e.Settlement.PAID),
    e.InvoiceSettled(
        because="", number=InvoiceNumber("F-2"), settled_on=DAY, how=e.Settlement.PAID
    ),
    e.Settled(because="", settled_on=DAY),
)


def dossier(*events: e.Event) -> Dossier:
    folded = fold(
        e.Entry(page=KEY.page, seq=seq, at=AT, kind=type(event).__name__, event=event)
        for seq, event in enumerate((*OPENED, *events), start=1)
    )
    assert folded is not None
    return folded


def then(before: Dossier, *events: e.Event) -> Dossier:
    for event in events:
        before = apply(
            before,
            e.Entry(
                page=KEY.page,
                seq=before.version + 1,
                at=AT,
                kind=type(event).__name__,
                event=event,
            ),
        )
    return before


RUNNING, HELD_ONE, REVIEW, IN_LEGAL = dossier(), dossier(HELD), dossier(ASKED), dossier(LEGAL)
SETTLED, PAID_IN_LEGAL = dossier(*PAID), dossier(LEGAL, *PAID)
PAID_IN_REVIEW, OPTED_OUT = dossier(ASKED, *PAID), dossier(BY_OPT_OUT)

DISPUTE = d.OpenDispute(
    **WHO,
    invoices=(NUMBER,),
    amount=Decimal("300.00"),
    ground="quantité",
    owner="le commercial",
    answer_by=LATER,
    next_step="reminder_2",
    not_before=LATER,
)
RESUME = d.Resume(**WHO, next_step="reminder_2", not_before=LATER)
REOPEN = d.Reopen(**WHO, next_step="formal_notice", not_before=DAY)
CONTACT = Contact(email="b@ferrand.example")
DISPUTED = then(REVIEW, *decide(DISPUTE, REVIEW, today=DAY))  # type: ignore[misc]

# Story, verdict, dossier, the events that are written, the phase that follows.
DONE = (
    ("une note", d.Note(**WHO, text="x"), RUNNING, [e.NoteWritten], Phase.RUNNING),
    ("une note au contentieux", d.Note(**WHO, text="x"), IN_LEGAL, [e.NoteWritten], Phase.LEGAL),
    ("un appel", d.Call(**WHO, on=DAY, with_whom="M. F.", said="paiera"), RUNNING,
     [e.CallLogged], Phase.RUNNING),
    ("la cause", d.RecordCause(**WHO, cause=Cause.FORGOTTEN), RUNNING, [e.CauseRecorded],
     Phase.RUNNING),
    ("attendre", d.HoldUntil(**WHO, until=LATER), RUNNING, [e.Held], Phase.HELD),
    ("attendre encore", d.HoldUntil(**WHO, until=LATER), HELD_ONE, [e.Held], Phase.HELD),
    ("reprendre une suspension", RESUME, HELD_ONE, [e.HumanResumed], Phase.RUNNING),
    ("reprendre après examen", RESUME, REVIEW, [e.HumanResumed], Phase.RUNNING),
    ("reprendre, payé entre-temps", RESUME, PAID_IN_REVIEW, [e.HumanResumed, e.Settled],
     Phase.SETTLED),
    ("rouvrir", REOPEN, IN_LEGAL, [e.HumanReopened], Phase.RUNNING),
    ("rouvrir, payé entre-temps", REOPEN, PAID_IN_LEGAL, [e.HumanReopened, e.Settled],
     Phase.SETTLED),
    ("passer au contentieux", d.HandOver(**WHO), REVIEW, [e.HandedToLegal], Phase.LEGAL),
    ("clore ce qui est payé", d.Close(**WHO), PAID_IN_LEGAL, [e.HumanClosed], Phase.SETTLED),
    ("abandonner le reste", d.Close(**WHO, waiver="accord du 2 octobre"), REVIEW,
     [e.HumanClosed], Phase.SETTLED),
    ("litige examiné", DISPUTE, REVIEW, [e.DisputeOpened, e.HumanResumed], Phase.RUNNING),
    ("litige en cours de route", DISPUTE, RUNNING, [e.DisputeOpened], Phase.RUNNING),
    ("litige, le reste est promis", DISPUTE, HELD_ONE, [e.DisputeOpened], Phase.HELD),
    ("nous avions raison", d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False),
     DISPUTED, [e.DisputeDecided], Phase.RUNNING),
    ("nous avions tort", d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True),
     DISPUTED, [e.DisputeDecided, e.TaskOpened], Phase.RUNNING),
    ("échéancier", d.AgreePlan(**WHO, instalments=(e.Instalment(due_on=LATER),)), REVIEW,
     [e.PlanAgreed], Phase.REVIEW),
    ("nouveau contact", d.KeepContact(**WHO, contact=CONTACT), RUNNING, [e.ContactChanged],
     Phase.RUNNING),
    ("contact retiré", d.RemoveContact(**WHO, email="A@ferrand.example"), RUNNING,
     [e.ContactChanged], Phase.RUNNING),
    ("lettre voulue à l'examen", d.OrderLetter(**WHO, template="dispute_ack"), REVIEW,
     [e.LetterOrdered], Phase.REVIEW),
    ("remercier qui a payé", d.OrderLetter(**WHO, template="thanks"), SETTLED,
     [e.LetterOrdered], Phase.SETTLED),
    ("approuver", d.Approve(**WHO, step=STEP), REVIEW, [e.LetterApproved], Phase.REVIEW),
    ("refuser", d.Reject(**WHO, step=STEP), REVIEW, [e.LetterRejected], Phase.REVIEW),
    ("posté", d.RecordPosting(**WHO, step=STEP, posted_on=DAY, number="1A"), RUNNING,
     [e.PostingRecorded], Phase.RUNNING),
    ("requête déposée", d.TakeLegalStep(**WHO, legal_step="petition_filed", taken_on=DAY),
     IN_LEGAL, [e.LegalStepTaken], Phase.LEGAL),
    ("je m'en occupe", d.Claim(**WHO), REVIEW, [e.DossierClaimed], Phase.REVIEW),
)  # fmt: skip


@pytest.mark.parametrize("story, verdict, before, kinds, phase", DONE, ids=[c[0] for c in DONE])
def test_ce_qui_se_décide(
    story: str, verdict: d.Verdict, before: Dossier, kinds: list[type], phase: Phase
) -> None:
    events = decide(verdict, before, today=DAY)
    assert not isinstance(events, Impossible), events
    assert [type(event) for event in events] == kinds
    assert then(before, *events).phase is phase
    author = [getattr(event, "by", "") for event in events] + [e.because for e in events]
    assert any(WHO["by"] in told for told in author)


# Story, verdict, dossier, a word of the refusal.
REFUSED = (
    ("sans auteur", d.Note(by=" ", because="x", text="x"), RUNNING, "auteur"),
    ("sans motif", d.HandOver(by="Anne", because=""), RUNNING, "motif"),
    ("note vide", d.Note(**WHO, text=" "), RUNNING, "vide"),
    ("appel de demain", d.Call(**WHO, on=LATER, with_whom="M. F.", said=""), RUNNING, "à venir"),
    ("appel à personne", d.Call(**WHO, on=DAY, with_whom="", said=""), RUNNING, "à qui"),
    ("attendre hier", d.HoldUntil(**WHO, until=DAY), RUNNING, "à venir"),
    ("attendre à l'examen", d.HoldUntil(**WHO, until=LATER), REVIEW, "examiner"),
    ("attendre au contentieux", d.HoldUntil(**WHO, until=LATER), IN_LEGAL, "contentieux"),
    ("reprendre sans niveau", replace(RESUME, next_step=""), REVIEW, "niveau"),
    ("reprendre au passé", replace(RESUME, not_before=date(2026, 10, 4)), REVIEW, "passé"),
    ("reprendre ce qui court", RESUME, RUNNING, "en relance"),
    ("reprendre le contentieux", RESUME, IN_LEGAL, "réouverture"),
    ("rouvrir l'examen", REOPEN, REVIEW, "examiner"),
    ("contentieux pour rien", d.HandOver(**WHO), SETTLED, "rien n'est dû"),
    ("contentieux deux fois", d.HandOver(**WHO), IN_LEGAL, "contentieux"),
    ("clore sans abandon", d.Close(**WHO), REVIEW, "1\u00a0700,00\u00a0€"),
    ("clore en relance", d.Close(**WHO, waiver="oui"), RUNNING, "en relance"),
    ("litige sans facture", replace(DISPUTE, invoices=()), REVIEW, "aucune facture"),
    ("litige d'une autre facture", replace(DISPUTE, invoices=(InvoiceNumber("X"),)), REVIEW, "X"),
    ("litige trop grand", replace(DISPUTE, amount=Decimal("1500.01")), REVIEW, "1\u00a0500,00"),
    ("litige nul", replace(DISPUTE, amount=Decimal("0.00")), REVIEW, "montant"),
    ("litige sans motif", replace(DISPUTE, ground=""), REVIEW, "motif"),
    ("litige sans délai", replace(DISPUTE, answer_by=date(2026, 10, 1)), REVIEW, "passé"),
    ("litige sans suite", replace(DISPUTE, next_step=""), REVIEW, "niveau"),
    ("litige au contentieux", DISPUTE, IN_LEGAL, "contentieux"),
    ("trancher ce qui n'est pas contesté",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False), RUNNING, "litige"),
    ("échéancier sans date", d.AgreePlan(**WHO, instalments=()), REVIEW, "dates"),
    ("échéancier trop grand",
     d.AgreePlan(**WHO, instalments=(e.Instalment(due_on=LATER, amount=Decimal("1700.01")),)),
     REVIEW, "dépassent"),
    ("adresse de travers", d.KeepContact(**WHO, contact=Contact(email="b@")), RUNNING, "adresse"),
    ("contact vide", d.KeepContact(**WHO, contact=Contact(email="")), RUNNING, "téléphone"),
    ("contact inconnu", d.RemoveContact(**WHO, email="z@z.example"), RUNNING, "z@z.example"),
    ("lettre au contentieux", d.OrderLetter(**WHO, template="reminder_1"), IN_LEGAL, "P1"),
    ("lettre après opposition", d.OrderLetter(**WHO, template="reminder_1"), OPTED_OUT, "P1"),
    ("approuver au contentieux", d.Approve(**WHO, step=STEP), IN_LEGAL, "P1"),
    ("modèle inconnu", d.OrderLetter(**WHO, template="menace"), RUNNING, "menace"),
    ("relancer qui ne doit rien", d.OrderLetter(**WHO, template="reminder_1"), SETTLED, "rien"),
    ("tâche inconnue", d.FinishTask(**WHO, task="call"), RUNNING, "aucune"),
    ("posté demain", d.RecordPosting(**WHO, step=STEP, posted_on=LATER, number="1"), RUNNING,
     "à venir"),
    ("posté sans numéro", d.RecordPosting(**WHO, step=STEP, posted_on=DAY, number=""), RUNNING,
     "numéro"),
    ("reconnaissance introuvable",
     d.ConfirmAcknowledgement(**WHO, message=MESSAGE, acknowledged_on=DAY), RUNNING, "message"),
    ("étape inconnue", d.TakeLegalStep(**WHO, legal_step="duel", taken_on=DAY), IN_LEGAL,
     "petition_filed"),
    ("rendre ce que nul n'a pris", d.Release(**WHO), RUNNING, "personne"),
)  # fmt: skip


@pytest.mark.parametrize("story, verdict, before, word", REFUSED, ids=[c[0] for c in REFUSED])
def test_ce_qui_ne_se_peut_pas(story: str, verdict: d.Verdict, before: Dossier, word: str) -> None:
    refused = decide(verdict, before, today=DAY)
    assert isinstance(refused, Impossible)
    assert word in refused.because


def test_un_niveau_que_la_chronologie_n_a_pas_est_refusé() -> None:
    refused = decide(RESUME, REVIEW, today=DAY, levels=("reminder_1", "formal_notice"))
    assert isinstance(refused, Impossible)
    assert "reminder_2" in refused.because


def test_deux_collègues_ne_prennent_pas_le_même_dossier() -> None:
    taken = then(REVIEW, e.DossierClaimed(by="Luc", because="mien"))
    refused = decide(d.Claim(**WHO), taken, today=DAY)
    assert isinstance(refused, Impossible)
    assert "Luc" in refused.because


def test_le_verdict_sort_la_part_contestée_et_rend_le_reste() -> None:
    assert [invoice.number for invoice in DISPUTED.overdue(DAY)] == ["F-2"]
    assert DISPUTED.resume is not None
    assert DISPUTED.resume.not_before == LATER


def test_quand_nous_avons_tort_rien_n_est_demandé_avant_l_avoir() -> None:
    wrong = d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True)
    events = decide(wrong, DISPUTED, today=DAY)
    assert not isinstance(events, Impossible)
    waiting = then(DISPUTED, *events)
    assert [invoice.number for invoice in waiting.overdue(DAY)] == ["F-2"]
    assert [task.task for task in waiting.tasks] == [f"credit_note:{NUMBER}"]
    corrected = e.InvoiceChanged(
        because="avoir", invoice=replace(INVOICE, credited=Decimal("300.00"))
    )
    assert [i.number for i in then(waiting, corrected).overdue(DAY)] == ["F-2", NUMBER]


def test_une_reprise_lève_l_opposition_et_une_clôture_non() -> None:
    resumed = decide(RESUME, OPTED_OUT, today=DAY)
    closed = decide(d.Close(**WHO, waiver="accord"), OPTED_OUT, today=DAY)
    assert not isinstance(resumed, Impossible)
    assert not isinstance(closed, Impossible)
    assert then(OPTED_OUT, *resumed).barred_by is None
    assert then(OPTED_OUT, *closed).barred_by is Intent.OPT_OUT


# Story, the task that stands open, the verdict that fulfils it.
FULFILLED = (
    ("posté", f"post:{STEP}", d.RecordPosting(**WHO, step=STEP, posted_on=DAY, number="1A")),
    ("contact confirmé", "confirm_contact", d.KeepContact(**WHO, contact=CONTACT)),
    ("directeur financier trouvé", "find:cfo",
     d.KeepContact(**WHO, contact=Contact(email="daf@ferrand.example", role=Role.CFO))),
    ("créance déclarée", "declare_claim",
     d.TakeLegalStep(**WHO, legal_step="claim_declared", taken_on=DAY)),
)  # fmt: skip


@pytest.mark.parametrize("story, task, verdict", FULFILLED, ids=[c[0] for c in FULFILLED])
def test_la_décision_qui_remplit_une_tâche_la_clôt(
    story: str, task: str, verdict: d.Verdict
) -> None:
    opened = e.TaskOpened(because="", task=task, what="à faire", due_on=DAY)
    other = e.TaskOpened(because="", task="call", what="appeler", due_on=DAY)
    before = then(RUNNING, opened, other)
    events = decide(verdict, before, today=DAY)
    assert not isinstance(events, Impossible)
    assert [one.task for one in then(before, *events).tasks] == ["call"]
