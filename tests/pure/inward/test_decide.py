"""What a message writes on its dossier, its siblings, the contested ones and the mailbox."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.inward.inward_values import (
    LETTER,
    MESSAGE,
    RECEIVED,
    TODAY,
    arrival,
    dossier,
    incoming,
    invoice,
    key,
    letter,
    linked,
    machine,
    says,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, HoldTaken
from relance_mailer.dossier.values import Answer, InvoiceNumber
from relance_mailer.inward.arrival import Arrival, named_by_sums
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.decide import (
    decide,
    decide_for_candidate,
    decide_for_mailbox,
    decide_for_sibling,
)
from relance_mailer.inward.holds import Holds
from relance_mailer.inward.link import Contested, Nobody
from relance_mailer.reading.message import DeliveryReport, Mailbox, Part, Reading
from relance_mailer.words import Cause, Intent, Kind, Outcome, Permanence

I, K = Intent, Kind  # noqa: E741
FRIDAY = date(2026, 11, 6)
DAEMON = incoming("mailer-daemon@fai.example", original_message_ids=(LETTER,))


def of(
    reading: Reading, on: Dossier | None = None, told: Arrival | None = None
) -> tuple[e.Event, ...]:
    return decide(told or arrival(reading), on or dossier(), Holds()).events


def kinds(events: Iterable[e.Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def only(events: Iterable[e.Event], kind: type[e.Event]) -> list[e.Event]:
    return [event for event in events if isinstance(event, kind)]


@pytest.mark.parametrize(
    ("story", "reading", "written"),
    [
        ("insulte", says(I.HOSTILE), ["MessageRead", "CauseRecorded", "HandedToLegal"]),
        ("liquidation : la créance est à déclarer", says(I.INSOLVENCY),
         ["MessageRead", "CauseRecorded", "TaskOpened", "HandedToLegal"]),
        ("refus", says(I.REFUSAL), ["MessageRead", "CauseRecorded", "HandedToLegal"]),
        ("litige", says(I.DISPUTE), ["MessageRead", "CauseRecorded", "ReviewAsked"]),
        ("ne veut plus de courrier", says(I.OPT_OUT), ["MessageRead", "ReviewAsked"]),
        ("question", says(I.QUESTION), ["MessageRead", "ReviewAsked"]),
        ("échéancier", says(I.PLAN_REQUEST),
         ["MessageRead", "CauseRecorded", "PlanProposed", "ReviewAsked"]),
        ("gêne de trésorerie : le BODACC est à vérifier, rien ne s'arrête", says(I.DISTRESS),
         ["MessageRead", "CauseRecorded", "DistressSeen", "TaskOpened"]),
        ("promet vendredi", says(I.PROMISE, promise_dates=(FRIDAY,)),
         ["MessageRead", "PromiseMade", "AnswerOwed"]),
        ("promet le reste, a payé le début : aucune preuve n'est demandée",
         says(I.PROMISE, I.PAID, promise_dates=(FRIDAY,)),
         ["MessageRead", "PromiseMade", "AnswerOwed"]),
        ("a payé le début, le reste un jour", says(I.PAID, I.PROMISE),
         ["MessageRead", "Held", "AnswerOwed", "Held"]),
        ("promet sans date", says(I.PROMISE), ["MessageRead", "Held", "AnswerOwed"]),
        ("a payé", says(I.PAID), ["MessageRead", "Held"]),
        ("bien reçu", says(I.ACK), ["MessageRead", "Held"]),
        ("absent", machine(K.AUTO_REPLY, returns_on=FRIDAY),
         ["MessageRead", "ContactAbsent", "Held"]),
        ("ticket ouvert", machine(K.AUTO_REPLY), ["MessageRead"]),
        ("lu", machine(K.READ_RECEIPT), ["MessageRead"]),
        ("anti-spam", machine(K.CHALLENGE), ["MessageRead", "ReviewAsked"]),
        ("simple retard", machine(K.BOUNCE, bounce_permanence=Permanence.TEMPORARY),
         ["MessageRead"]),
    ],
)  # fmt: skip
def test_what_each_message_writes(story: str, reading: Reading, written: list[str]) -> None:
    assert kinds(of(reading)) == written, story


def test_what_was_read_is_kept_with_its_evidence_and_words() -> None:
    reading = says(I.PROMISE, span="vendredi", promise_dates=(FRIDAY,), invoices=("FA2026-0871",))
    read = of(reading)[0]
    assert isinstance(read, e.MessageRead)
    assert read.outcome is Outcome.HOLD_UNTIL
    assert read.spans == ("vendredi",)
    assert read.evidence == ("répond à une lettre envoyée",)
    assert read.invoices == ("FA2026-0871",)
    assert "vendredi" in read.because


def test_a_promise_keeps_who_when_and_how_much() -> None:
    made = only(of(says(I.PROMISE, promise_dates=(FRIDAY,))), e.PromiseMade)[0]
    assert isinstance(made, e.PromiseMade)
    assert made.made_by == "Nadège Le Moal"
    assert made.made_on == TODAY
    assert made.until == date(2026, 11, 10)
    assert [part.due_on for part in made.instalments] == [FRIDAY]


def test_a_promise_in_parts_keeps_what_was_told_for_each_day() -> None:
    later = date(2026, 12, 4)
    parts = (Part(on=FRIDAY, amount=Decimal("300.00")), Part(on=later))
    reading = says(I.PROMISE, promise_dates=(FRIDAY, later), promise_parts=parts)
    made = only(of(reading), e.PromiseMade)[0]
    assert isinstance(made, e.PromiseMade)
    told = [(part.due_on, part.amount) for part in made.instalments]
    assert told == [(FRIDAY, Decimal("300.00")), (later, None)]


@pytest.mark.parametrize(
    ("story", "reading", "documents", "answer"),
    [
        ("promesse datée : confirmée", says(I.PROMISE, promise_dates=(FRIDAY,)), True,
         Answer.PROMISE_CONFIRMATION),
        ("promesse vague : une date est demandée", says(I.PROMISE), True, Answer.DATE_REQUEST),
        ("facture sous la main : duplicata", says(I.INVOICE_REQUEST), True, Answer.DUPLICATE),
        ("promesse vague et facture demandée : le duplicata demande la date",
         says(I.PROMISE, I.INVOICE_REQUEST), True, Answer.DUPLICATE),
        ("facture introuvable : une tâche", says(I.INVOICE_REQUEST), False, None),
        ("dépôt sur Chorus : une tâche", says(I.INVOICE_REQUEST, span="à déposer sur Chorus Pro"),
         True, None),
        ("a payé : la preuve sera demandée à la fin", says(I.PAID), True, None),
        ("bien reçu", says(I.ACK), True, None),
        ("litige", says(I.DISPUTE), True, None),
        ("hostile qui promet", says(I.HOSTILE, I.PROMISE, promise_dates=(FRIDAY,)), True, None),
        ("un automate", machine(K.AUTO_REPLY, returns_on=FRIDAY), True, None),
    ],
)  # fmt: skip
def test_which_answer_is_owed(
    story: str, reading: Reading, documents: bool, answer: Answer | None
) -> None:
    document = "facture.pdf" if documents else None
    invoices = (invoice(document=document), invoice("FA2026-0902", document=document))
    events = of(reading, dossier(invoices=invoices))
    owed = [event.answer for event in events if isinstance(event, e.AnswerOwed)]
    assert owed == ([answer] if answer else []), story


def test_a_missing_document_opens_a_task_with_the_check_date() -> None:
    events = of(says(I.INVOICE_REQUEST, invoices=("FA2026-0871",)))
    task = only(events, e.TaskOpened)[0]
    assert isinstance(task, e.TaskOpened)
    assert task.task == "send_duplicate"
    assert task.due_on == date(2026, 11, 5)
    assert "FA2026-0871" in task.what


def test_paid_owes_a_request_for_proof_at_the_end_of_its_hold() -> None:
    held = only(of(says(I.PAID, invoices=("FA2026-0871",))), e.Held)[0]
    assert isinstance(held, e.Held)
    assert held.then == "proof_request"
    assert held.invoices == ("FA2026-0871",)


def test_a_second_ack_at_the_same_level_holds_nothing() -> None:
    before = HoldTaken(reason="ack", level="reminder_1", since=TODAY, until=TODAY, invoices=())
    events = of(says(I.ACK), dossier(holds_taken=(before,)))
    assert kinds(events) == ["MessageRead"]
    assert "déjà accordé à ce niveau" in events[0].because


def test_a_promise_too_far_away_asks_for_a_human_and_owes_nothing() -> None:
    events = of(says(I.PROMISE, I.INVOICE_REQUEST, promise_dates=(date(2027, 5, 1),)))
    asked = only(events, e.ReviewAsked)
    assert [event.reason for event in asked if isinstance(event, e.ReviewAsked)] == [
        "promise_too_far"
    ]
    assert kinds(events) == ["MessageRead", "CauseRecorded", "ReviewAsked"]


def test_the_same_promise_said_again_is_no_new_one() -> None:
    made = only(of(says(I.PROMISE, promise_dates=(FRIDAY,))), e.PromiseMade)[0]
    assert isinstance(made, e.PromiseMade)
    held = dossier(Phase.HELD, promise=made)
    assert kinds(of(says(I.PROMISE, promise_dates=(FRIDAY,)), held)) == ["MessageRead"]
    assert kinds(of(says(I.PROMISE), held)) == ["MessageRead"]


def test_the_same_day_for_another_invoice_is_a_promise_of_its_own() -> None:
    first = of(says(I.PROMISE, promise_dates=(FRIDAY,), invoices=("FA-1",)))
    made = only(first, e.PromiseMade)[0]
    assert isinstance(made, e.PromiseMade)
    held = dossier(Phase.HELD, promise=made)
    for invoices, new in ((("FA-1",), False), (("FA-2",), True), ((), True)):
        said = of(says(I.PROMISE, promise_dates=(FRIDAY,), invoices=invoices), held)
        assert ("PromiseMade" in kinds(said)) is new, invoices


def test_an_automatons_absence_never_moves_the_check_of_a_promise() -> None:
    made = only(of(says(I.PROMISE, promise_dates=(FRIDAY,))), e.PromiseMade)[0]
    assert isinstance(made, e.PromiseMade)
    events = of(machine(K.AUTO_REPLY, returns_on=FRIDAY), dossier(Phase.HELD, promise=made))
    assert kinds(events) == ["MessageRead", "ContactAbsent"]


@pytest.mark.parametrize(
    ("story", "address", "taken_over", "task"),
    [
        ("domaine du débiteur", "nouveau@lemoal.example", True, False),
        ("contact déjà connu", "compta@lemoal.example", True, False),
        ("boîte gratuite", "nadege.lm@gmail.com", False, True),
        ("autre société", "compta@holding.example", False, True),
    ],
)
def test_a_new_contact_is_taken_over_or_proposed(
    story: str, address: str, taken_over: bool, task: bool
) -> None:
    events = of(says(I.REDIRECT, redirect_to=address))
    proposed = only(events, e.ContactProposed)[0]
    assert isinstance(proposed, e.ContactProposed)
    assert proposed.taken_over is taken_over, story
    assert bool(only(events, e.TaskOpened)) is task
    assert decide(arrival(says(I.REDIRECT, redirect_to=address)), dossier(), Holds()).outcome is (
        Outcome.CONTINUE
    )


@pytest.mark.parametrize(
    ("story", "reading", "sender", "written"),
    [
        ("l'automate d'une adresse connue", machine(K.AUTO_REPLY, redirect_to="b@lemoal.example"),
         "compta@lemoal.example", ["MessageRead", "ContactProposed"]),
        ("vers une autre société", machine(K.AUTO_REPLY, redirect_to="b@holding.example"),
         "compta@lemoal.example", ["MessageRead", "ContactProposed", "TaskOpened"]),
        ("un remplaçant pendant l'absence",
         machine(K.AUTO_REPLY, redirect_to="b@lemoal.example", returns_on=FRIDAY),
         "compta@lemoal.example", ["MessageRead", "ContactAbsent", "Held"]),
        ("l'automate d'un inconnu", machine(K.AUTO_REPLY, redirect_to="b@lemoal.example"),
         "robot@ailleurs.example", ["MessageRead"]),
        ("la personne est partie : un humain décide",
         machine(K.AUTO_REPLY, redirect_to="b@lemoal.example", doubts=("person_gone",)),
         "compta@lemoal.example",
         ["MessageRead", "ContactAbsent", "ContactProposed", "ReviewAsked"]),
    ],
)  # fmt: skip
def test_the_address_that_an_automaton_names(
    story: str, reading: Reading, sender: str, written: list[str]
) -> None:
    events = of(reading, told=arrival(reading, mail=incoming(sender)))
    assert kinds(events) == written, story


def test_a_contact_named_beside_an_opt_out_is_never_taken_over() -> None:
    events = of(says(I.OPT_OUT, I.REDIRECT, redirect_to="nouveau@lemoal.example"))
    proposed = only(events, e.ContactProposed)[0]
    assert isinstance(proposed, e.ContactProposed)
    assert not proposed.taken_over
    assert not only(events, e.TaskOpened)


def test_a_clock_that_runs_ahead_is_bounded_by_the_receipt() -> None:
    mail = incoming(date=datetime(2027, 5, 1, tzinfo=UTC))
    read = of(says(I.ACK), told=arrival(says(I.ACK), mail=mail))[0]
    assert isinstance(read, e.MessageRead)
    assert read.sent_at == RECEIVED


def test_a_dead_address_is_recorded_with_the_letter_that_came_back() -> None:
    reading = machine(
        K.BOUNCE,
        bounce_permanence=Permanence.PERMANENT,
        bounced_recipients=("compta@lemoal.example",),
        bounce_reason="user unknown",
    )
    events = of(reading, told=arrival(reading, mail=DAEMON))
    bounced = only(events, e.ContactBounced)[0]
    assert isinstance(bounced, e.ContactBounced)
    assert bounced.step == letter().step
    assert bounced.permanence is Permanence.PERMANENT
    assert kinds(events) == ["MessageRead", "ContactBounced", "ReviewAsked"]


def test_a_full_mailbox_holds_and_says_not_delivered() -> None:
    reading = machine(K.BOUNCE, bounce_mailbox_full=True, bounce_permanence=Permanence.PERMANENT)
    report = DeliveryReport(
        recipient="transfert@autre.example", action="failed", status="5.2.2", diagnostic=""
    )
    events = of(reading, told=arrival(reading, mail=replace(DAEMON, reports=(report,))))
    bounced = only(events, e.ContactBounced)[0]
    assert isinstance(bounced, e.ContactBounced)
    # The address that failed is one to which the debtor forwards: ours is the one that counts.
    assert bounced.email == "compta@lemoal.example"
    assert bounced.permanence is Permanence.TEMPORARY
    assert bounced.not_delivered
    assert kinds(events) == ["MessageRead", "ContactBounced", "Held"]


def test_a_dead_copy_leaves_the_letter_delivered() -> None:
    sent = replace(letter(), cc=("copie@lemoal.example",))
    reading = machine(
        K.BOUNCE,
        bounce_permanence=Permanence.PERMANENT,
        bounced_recipients=("copie@lemoal.example",),
    )
    events = of(reading, dossier(letters=(sent,)), arrival(reading, mail=DAEMON))
    bounced = only(events, e.ContactBounced)[0]
    assert isinstance(bounced, e.ContactBounced)
    assert bounced.step is None


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("un inconnu", arrival(says(I.DISTRESS, I.HOSTILE), link=linked(stranger=True))),
        ("un faux", arrival(says(I.DISTRESS, I.HOSTILE), authentication=Authentication.FAILED)),
    ],
)
def test_an_unproved_word_records_nothing_but_itself(story: str, told: Arrival) -> None:
    events = decide(told, dossier(), Holds()).events
    assert kinds(events) == ["MessageRead", "ReviewAsked"], story


def test_a_liquidator_who_names_the_dossier_ends_the_amicable_phase() -> None:
    told = arrival(says(I.INSOLVENCY, officer=True), link=linked(stranger=True))
    events = decide(told, dossier(), Holds()).events
    assert kinds(events) == ["MessageRead", "CauseRecorded", "TaskOpened", "HandedToLegal"]
    assert kinds(decide_for_sibling(told, dossier())) == ["HandedToLegal"]


def test_an_opt_out_beside_a_dispute_bars_all_templates() -> None:
    asked = only(of(says(I.DISPUTE, I.OPT_OUT)), e.ReviewAsked)
    assert [event.reason for event in asked if isinstance(event, e.ReviewAsked)] == [
        "dispute",
        "opt_out",
    ]


@pytest.mark.parametrize("phase", [Phase.REVIEW, Phase.LEGAL, Phase.SETTLED])
def test_a_promise_moves_nothing_where_others_have_the_word(phase: Phase) -> None:
    events = of(says(I.PROMISE, promise_dates=(FRIDAY,)), dossier(phase))
    assert kinds(events) == ["MessageRead"]
    assert "sans effet : dossier" in events[0].because


@pytest.mark.parametrize(
    ("story", "reading", "written"),
    [
        ("promesse d'il y a un an", says(I.PROMISE, promise_dates=(FRIDAY,)), ["MessageRead"]),
        ("rebond ancien", machine(K.BOUNCE), ["MessageRead"]),
        ("question ancienne", says(I.QUESTION), ["MessageRead"]),
        ("insulte ancienne", says(I.HOSTILE), ["MessageRead", "ReviewAsked"]),
        ("litige ancien", says(I.DISPUTE), ["MessageRead", "ReviewAsked"]),
        ("refus ancien", says(I.REFUSAL), ["MessageRead", "ReviewAsked"]),
    ],
)
def test_an_old_message_moves_nothing_save_a_grave_word(
    story: str, reading: Reading, written: list[str]
) -> None:
    told = arrival(reading, moves_nothing=True)
    events = decide(told, dossier(), Holds()).events
    assert kinds(events) == written, story
    assert isinstance(events[0], e.MessageRead)
    assert events[0].moves_nothing


@pytest.mark.parametrize(
    ("story", "reading", "written"),
    [
        ("hostile", says(I.HOSTILE), ["HandedToLegal"]),
        ("liquidation", says(I.INSOLVENCY), ["HandedToLegal"]),
        ("plus de courrier", says(I.OPT_OUT), ["ReviewAsked"]),
        ("refus de tout", says(I.REFUSAL), ["HandedToLegal"]),
        ("refus d'une facture", says(I.REFUSAL, invoices=("FA2026-0871",)), []),
        ("refus d'une facture et plus de courrier",
         says(I.REFUSAL, I.OPT_OUT, invoices=("FA2026-0871",)), ["ReviewAsked"]),
        ("litige", says(I.DISPUTE), []),
        ("promesse", says(I.PROMISE, promise_dates=(FRIDAY,)), []),
        ("un automate", machine(K.AUTO_REPLY), []),
    ],
)  # fmt: skip
def test_a_word_about_the_debtor_moves_all_his_dossiers(
    story: str, reading: Reading, written: list[str]
) -> None:
    sibling = dossier(key=key("BZ-2007"))
    events = decide_for_sibling(arrival(reading), sibling)
    assert kinds(events) == written, story
    assert all("BZ-2003" in event.because for event in events)


def test_a_strangers_word_moves_no_sibling() -> None:
    told = arrival(says(I.HOSTILE), link=linked(stranger=True))
    assert decide_for_sibling(told, dossier()) == ()


CONTESTED = Contested(candidates=(key(), key("BZ-2007")), why="deux dossiers possibles")


def test_every_dossier_that_it_may_belong_to_waits_for_a_human() -> None:
    told = arrival(says(I.PROMISE, promise_dates=(FRIDAY,)), link=CONTESTED)
    events = decide_for_candidate(told, dossier())
    assert kinds(events) == ["LinkContested", "ReviewAsked"]
    contested = events[0]
    assert isinstance(contested, e.LinkContested)
    assert contested.candidates == (key().page, key("BZ-2007").page)
    assert kinds(decide_for_mailbox(told).events) == ["LinkContested"]


def test_an_old_contested_message_is_shown_and_moves_nothing_unless_grave() -> None:
    old = arrival(says(I.ACK), link=CONTESTED, moves_nothing=True)
    grave = arrival(says(I.HOSTILE), link=CONTESTED, moves_nothing=True)
    assert kinds(decide_for_candidate(old, dossier())) == ["LinkContested"]
    assert kinds(decide_for_candidate(grave, dossier())) == ["LinkContested", "ReviewAsked"]


@pytest.mark.parametrize(
    ("story", "reading", "written"),
    [
        ("une personne", says(I.ACK), "MessageUnlinked"),
        ("une publicité", machine(K.UNRELATED), "MessageIgnored"),
        ("un rebond étranger", machine(K.BOUNCE), "MessageIgnored"),
    ],
)
def test_a_message_without_dossier_stands_on_the_mailboxs_page(
    story: str, reading: Reading, written: str
) -> None:
    decision = decide_for_mailbox(arrival(reading, link=Nobody(why="rien ne le nomme")))
    assert kinds(decision.events) == [written], story


def test_an_answer_goes_back_to_the_writer_in_his_thread() -> None:
    mail = incoming(references=("a@x",), in_reply_to=(LETTER,))
    mail = replace(mail, reply_to=Mailbox(name="", address="ailleurs@autre.example"))
    reading = says(I.PROMISE, promise_dates=(FRIDAY,))
    owed = only(of(reading, told=arrival(reading, mail=mail)), e.AnswerOwed)[0]
    assert isinstance(owed, e.AnswerOwed)
    assert owed.sender == "compta@lemoal.example"
    assert owed.references == ("a@x", LETTER)
    assert owed.message == MESSAGE
    assert owed.not_before == TODAY


def test_the_cause_is_not_recorded_twice() -> None:
    known = dossier(cause=Cause.DISPUTE)
    assert "CauseRecorded" not in kinds(of(says(I.DISPUTE), known))


def test_a_refused_invoice_names_only_itself() -> None:
    reading = says(I.REFUSAL, invoices=("FA2026-0871",))
    read = of(reading)[0]
    assert isinstance(read, e.MessageRead)
    assert read.invoices == (InvoiceNumber("FA2026-0871"),)


def test_an_invoice_that_is_named_by_what_it_costs_is_the_one_that_is_contested() -> None:
    dear = replace(invoice().invoice, number=InvoiceNumber("FA2026-0950"), amount=Decimal("480.00"))
    on = dossier(invoices=(invoice(), replace(invoice(), invoice=dear)))
    reading = says(I.DISPUTE, reply_text="Celle de 480 € n'est pas pour nous.")
    assert named_by_sums(arrival(reading), on).invoices == (InvoiceNumber("FA2026-0950"),)
    assert named_by_sums(arrival(reading), dossier()).invoices == ()
