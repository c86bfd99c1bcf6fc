"""What a human decides becomes events, or is refused in French; nothing ever raises."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.dossier.every_event import (
    DAY,
    DEBTOR,
    EVERY_EVENT,
    EVERY_SAYING,
    INVOICE,
    KEY,
    MESSAGE,
    NUMBER,
    STEP,
)
from relance_mailer.desk import decisions as d
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.verdict import decide
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
        because="trouvé",
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


CALL = d.Call(
    **WHO, on=DAY, with_whom="M. Ferrand", said="la comptable est absente, il regarde",
    role="gérant", phone="02 97 00 00 00", next_on=LATER,
)  # fmt: skip
CAUSE = e.CauseRecorded(because="", cause=Cause.FORGOTTEN)
PAST_CLAIM = e.DossierClaimed(by="Luc", because="mien", until=date(2026, 10, 2))
TO_CALL = dossier(e.TaskOpened(because="", task="call:1/reminder_2", what="Appeler", due_on=DAY))
KNOWN = dossier(
    e.ContactChanged(
        because="trouvé", by="Luc",
        contact=Contact(email="j@ferrand.example", name="Jean Ferrand", phone="02 97 11 11 11"),
    )
)  # fmt: skip
SENT = (
    next(one for one in EVERY_EVENT if isinstance(one, e.LetterQueued)),
    next(one for one in EVERY_EVENT if isinstance(one, e.LetterSent)),
)
CHASED = dossier(*SENT, e.ReviewAsked(because="", reason="write_off_or_group"))
ANSWERED = dossier(
    next(one for one in EVERY_EVENT if isinstance(one, e.MessageRead)),
    e.ReviewAsked(because="que faire ?", reason="question", message=MESSAGE),
)
ACK, ANSWER, _, CONFIRMED, _ = EVERY_SAYING
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
WHOLLY = then(
    REVIEW,
    *decide(replace(DISPUTE, amount=Decimal("1500.00")), REVIEW, today=DAY),  # type: ignore[misc]
)

# Story, verdict, dossier, the events that are written, the phase that follows.
DONE = (
    ("une note", d.Note(**WHO, text="x"), RUNNING, [e.NoteWritten], Phase.RUNNING),
    ("une note au contentieux", d.Note(**WHO, text="x"), IN_LEGAL, [e.NoteWritten], Phase.LEGAL),
    ("un appel", CALL, RUNNING, [e.CallLogged, e.TaskOpened], Phase.RUNNING),
    ("un appel qui finit par une promesse", replace(CALL, next_on=None, settles=True), RUNNING,
     [e.CallLogged], Phase.RUNNING),
    ("un appel à qui l'on connaît", replace(CALL, with_whom="Jean Ferrand", role="", phone=""),
     KNOWN, [e.CallLogged, e.TaskOpened], Phase.RUNNING),
    ("un rendez-vous, sans numéro", replace(CALL, phone="", meeting=True), RUNNING,
     [e.CallLogged, e.TaskOpened], Phase.RUNNING),
    ("l'appel demandé", replace(CALL, cause=Cause.FORGOTTEN), TO_CALL,
     [e.CallLogged, e.CauseRecorded, e.TaskDone, e.TaskOpened], Phase.RUNNING),
    ("un appel au contentieux", CALL, IN_LEGAL, [e.CallLogged, e.TaskOpened], Phase.LEGAL),
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
    ("litige examiné", DISPUTE, REVIEW, [e.DisputeOpened, e.CauseRecorded, e.HumanResumed],
     Phase.RUNNING),
    ("litige examiné et accusé", replace(DISPUTE, acknowledge=ACK), REVIEW,
     [e.DisputeOpened, e.CauseRecorded, e.HumanResumed, e.LetterOrdered], Phase.RUNNING),
    ("litige en cours de route", DISPUTE, RUNNING, [e.DisputeOpened, e.CauseRecorded],
     Phase.RUNNING),
    ("litige, le reste est promis", DISPUTE, HELD_ONE, [e.DisputeOpened, e.CauseRecorded],
     Phase.HELD),
    ("litige, la cause est connue", DISPUTE, dossier(CAUSE), [e.DisputeOpened], Phase.RUNNING),
    ("nous avions raison, et le disons",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False, pay_by=LATER,
                     answer=ANSWER), DISPUTED, [e.DisputeDecided, e.LetterOrdered],
     Phase.RUNNING),
    ("nous avions tort : l'échéance est reportée",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True,
                     correction="new_due_date"), DISPUTED, [e.DisputeDecided, e.TaskOpened],
     Phase.RUNNING),
    ("nous avions raison", d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False),
     DISPUTED, [e.DisputeDecided], Phase.RUNNING),
    ("nous avions tort", d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True),
     DISPUTED, [e.DisputeDecided, e.TaskOpened], Phase.RUNNING),
    ("échéancier", d.AgreePlan(**WHO, instalments=(e.Instalment(due_on=LATER),)), REVIEW,
     [e.PlanAgreed], Phase.REVIEW),
    ("échéancier accordé et confirmé, le dossier est rendu",
     d.AgreePlan(**WHO, instalments=(e.Instalment(due_on=LATER),), next_step="reminder_2",
                 confirm=CONFIRMED), REVIEW, [e.PlanAgreed, e.HumanResumed, e.LetterOrdered],
     Phase.RUNNING),
    ("échéancier avec ses intérêts",
     d.AgreePlan(**WHO, instalments=(e.Instalment(due_on=LATER, amount=Decimal("1750.00")),),
                 accessories=Decimal("50.00")), RUNNING, [e.PlanAgreed], Phase.RUNNING),
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
    ("refuser en relance : un humain décide", d.Reject(**WHO, step=STEP), RUNNING,
     [e.LetterRejected, e.ReviewAsked], Phase.REVIEW),
    ("refuser jusqu'à une date", d.Reject(**WHO, step=STEP, until=LATER), RUNNING,
     [e.LetterRejected, e.Held], Phase.HELD),
    ("s'opposer à la troisième", d.ObjectToLevel(**WHO, level="reminder_3"), RUNNING,
     [e.ManagerObjected, e.ReviewAsked], Phase.REVIEW),
    ("s'y opposer quelques jours", d.ObjectToLevel(**WHO, level="reminder_3", until=LATER),
     HELD_ONE, [e.ManagerObjected, e.Held], Phase.HELD),
    ("confier une tâche", d.Entrust(**WHO, task="call:1/reminder_2", owner="Luc"), TO_CALL,
     [e.TaskEntrusted], Phase.RUNNING),
    ("confier le litige", d.Entrust(**WHO, task="dispute", owner="Luc"), DISPUTED,
     [e.TaskEntrusted], Phase.RUNNING),
    ("clore en disant la cause", d.Close(**WHO, waiver="accord", cause=Cause.UNKNOWN), CHASED,
     [e.CauseRecorded, e.HumanClosed], Phase.SETTLED),
    ("reprendre en disant la cause", replace(RESUME, cause=Cause.FORGOTTEN), ANSWERED,
     [e.CauseRecorded, e.HumanResumed], Phase.RUNNING),
    ("reprendre, la cause est connue", RESUME, then(ANSWERED, CAUSE), [e.HumanResumed],
     Phase.RUNNING),
    ("posté", d.RecordPosting(**WHO, step=STEP, posted_on=DAY, number="1A"), RUNNING,
     [e.PostingRecorded], Phase.RUNNING),
    ("requête déposée", d.TakeLegalStep(**WHO, legal_step="petition_filed", taken_on=DAY),
     IN_LEGAL, [e.LegalStepTaken], Phase.LEGAL),
    ("je m'en occupe", d.Claim(**WHO), REVIEW, [e.DossierClaimed], Phase.REVIEW),
    ("jusqu'à lundi", d.Claim(**WHO, until=LATER), RUNNING, [e.DossierClaimed], Phase.RUNNING),
    ("celle d'un autre est finie", d.Claim(**WHO), then(RUNNING, PAST_CLAIM),
     [e.DossierClaimed], Phase.RUNNING),
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
    ("appel de demain", replace(CALL, on=LATER), RUNNING, "à venir"),
    ("appel à personne", replace(CALL, with_whom=" "), RUNNING, "à qui"),
    ("appel à quelqu'un, mais qui est-ce ?", replace(CALL, role=""), RUNNING, "sa fonction"),
    ("appel sans numéro", replace(CALL, phone=""), RUNNING, "son numéro"),
    ("appel où rien n'est dit", replace(CALL, said=""), RUNNING, "ce qui a été dit"),
    ("appel sans suite", replace(CALL, next_on=None), RUNNING, "la date de la suite"),
    ("appel dont la suite est passée", replace(CALL, next_on=DAY), RUNNING, "n'est pas à venir"),
    ("appel demandé, la cause n'est pas demandée", CALL, TO_CALL, "--cause"),
    ("appel demandé clos sans cause", d.FinishTask(**WHO, task="call:1/reminder_2"), TO_CALL,
     "--cause"),
    ("clore sans cause", d.Close(**WHO, waiver="accord"), CHASED, "R13"),
    ("reprendre sans cause", RESUME, ANSWERED, "unknown (inconnue)"),
    ("prise en charge pour l'hiver", d.Claim(**WHO, until=date(2026, 12, 1)), RUNNING,
     "02/11/2026"),
    ("prise en charge finie", d.Claim(**WHO, until=date(2026, 10, 4)), RUNNING, "finit"),
    ("confier ce qui n'est pas", d.Entrust(**WHO, task="call", owner="Luc"), RUNNING, "rien"),
    ("confier à personne", d.Entrust(**WHO, task="dispute", owner=" "), DISPUTED, "à qui"),
    ("s'opposer au contentieux", d.ObjectToLevel(**WHO, level="reminder_3"), IN_LEGAL,
     "contentieux"),
    ("refuser jusqu'à hier", d.Reject(**WHO, step=STEP, until=DAY), RUNNING, "à venir"),
    ("correction sans tort",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False,
                     correction="credit_note"), DISPUTED, "si nous avons tort"),
    ("correction inconnue",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True, correction="fleurs"),
     DISPUTED, "fleurs"),
    ("date de paiement passée",
     d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False, pay_by=DAY), DISPUTED,
     "à venir"),
    ("les mots d'une autre lettre",
     d.OrderLetter(**WHO, template="dispute_answer", says=ACK), REVIEW, "autre modèle"),
    ("accusé de litige après opposition", replace(DISPUTE, acknowledge=ACK),
     dossier(HELD, e.ReviewAsked(because="", reason="opt_out"), LEGAL), "contentieux"),
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
    left = [(invoice.number, invoice.left) for invoice in DISPUTED.overdue(DAY)]
    assert left == [("F-2", Decimal("200.00")), (NUMBER, Decimal("1200.00"))]
    assert DISPUTED.owed == Decimal("1700.00"), "ce qui est dû ne change pas"
    assert DISPUTED.resume is not None
    assert DISPUTED.resume.not_before == LATER


def test_quand_nous_avons_tort_rien_n_est_demandé_avant_l_avoir() -> None:
    wrong = d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=True)
    events = decide(wrong, WHOLLY, today=DAY)
    assert not isinstance(events, Impossible)
    waiting = then(WHOLLY, *events)
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


def decided(verdict: d.Verdict, before: Dossier) -> Dossier:
    events = decide(verdict, before, today=DAY)
    assert not isinstance(events, Impossible), events
    return then(before, *events)


def test_la_suite_d_un_appel_revient_le_jour_dit_a_qui_a_appele() -> None:
    after = decided(CALL, RUNNING)
    assert [(one.task, one.due_on, one.owner) for one in after.tasks] == [
        ("next:2026-10-12", LATER, "Anne Roux")
    ]


def test_l_appel_suivant_clôt_la_suite_du_premier() -> None:
    first = then(decided(CALL, RUNNING), CAUSE)
    again = decided(replace(CALL, settles=True, next_on=None), first)
    assert again.tasks == ()


def test_un_contact_connu_apporte_sa_fonction_et_son_numéro() -> None:
    after = decided(replace(CALL, with_whom="jean ferrand", role="", phone=""), KNOWN)
    [call] = after.calls
    assert (call.role, call.phone) == ("contact habituel", "02 97 11 11 11")


def test_deux_litiges_sont_suivis_chacun_avec_son_responsable() -> None:
    other = replace(
        DISPUTE, invoices=(InvoiceNumber("F-2"),), amount=Decimal("100.00"), owner="la qualité"
    )
    both = decided(other, DISPUTED)
    assert [one.owner for one in both.disputes] == ["le commercial", "la qualité"]
    one_left = decided(d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False), both)
    assert [one.owner for one in one_left.disputes] == ["la qualité"]
    left = [(invoice.number, invoice.left) for invoice in one_left.overdue(DAY)]
    assert left == [("F-2", Decimal("100.00")), (NUMBER, Decimal("1500.00"))]


def test_ce_qui_est_tranché_n_est_pas_réclamé_avant_la_date_donnée() -> None:
    right = d.DecideDispute(**WHO, invoices=(NUMBER,), creditor_at_fault=False, pay_by=LATER)
    after = decided(right, WHOLLY)
    [kept] = [one for one in after.invoices if one.invoice.number == NUMBER]
    assert kept.resumes_on == date(2026, 10, 14)
    assert [invoice.number for invoice in after.overdue(DAY)] == ["F-2"]
    over = then(after, e.DisputeEnded(because="", invoices=(NUMBER,), ended_on=LATER))
    assert [invoice.number for invoice in over.overdue(DAY)] == ["F-2", NUMBER]


def test_une_échéance_reportée_au_grand_livre_répare_notre_faute() -> None:
    wrong = d.DecideDispute(
        **WHO, invoices=(NUMBER,), creditor_at_fault=True, correction="new_due_date"
    )
    waiting = decided(wrong, DISPUTED)
    assert waiting.tasks[0].what.startswith("reporter l'échéance")
    assert waiting.tasks[0].owner == "le commercial"
    put_off = replace(INVOICE, due_on=date(2026, 10, 30))
    mended = then(waiting, e.InvoiceChanged(because="", invoice=put_off))
    assert mended.disputed == frozenset()


def test_une_tâche_confiée_change_de_main() -> None:
    after = decided(d.Entrust(**WHO, task="call:1/reminder_2", owner=" Luc "), TO_CALL)
    assert [task.owner for task in after.tasks] == ["Luc"]
    disputed = decided(d.Entrust(**WHO, task="dispute", owner="Luc"), DISPUTED)
    assert [one.owner for one in disputed.disputes] == ["Luc"]


def test_la_lettre_d_une_décision_survit_à_la_reprise_qui_l_accompagne() -> None:
    after = decided(replace(DISPUTE, acknowledge=ACK), REVIEW)
    assert [one.template for one in after.ordered] == ["dispute_ack"]


def test_d_un_litige_sur_plusieurs_factures_nul_ne_sait_la_part_de_chacune() -> None:
    both = replace(DISPUTE, invoices=(NUMBER, InvoiceNumber("F-2")), amount=Decimal("300.00"))
    assert decided(both, REVIEW).overdue(DAY) == ()


def test_la_part_non_contestée_payée_rien_n_est_demandé() -> None:
    part_paid = e.InvoiceChanged(because="", invoice=replace(INVOICE, paid=Decimal("1200.00")))
    after = then(DISPUTED, part_paid)
    assert [invoice.number for invoice in after.overdue(DAY)] == ["F-2"]
    assert NUMBER in after.disputed


def test_le_reste_attend_la_date_que_l_accusé_lui_a_donnée() -> None:
    dated = EVERY_SAYING[0]
    in_review = decided(replace(DISPUTE, acknowledge=dated), REVIEW)
    assert in_review.resume is not None
    assert in_review.resume.not_before == date(2026, 10, 22)
    running = decided(replace(DISPUTE, acknowledge=dated), RUNNING)
    assert running.hold_until == date(2026, 10, 22)


def test_une_lettre_ordonnée_répond_à_l_appel_dont_elle_parle() -> None:
    called = decided(replace(CALL, note=MESSAGE, with_whom="Jean Ferrand"), KNOWN)
    asked = then(called, e.ReviewAsked(because="", reason="dispute", message=MESSAGE))
    after = decided(replace(DISPUTE, acknowledge=ACK), asked)
    [owed] = after.answers_owed
    assert (owed.answer, owed.sender) == ("dispute_ack", "j@ferrand.example")
    assert owed.quoted == CALL.said
