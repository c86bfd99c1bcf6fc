"""What a letter holds: whom it goes to, which invoices it lists, what it takes up and announces."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import mark_of, message_id_for, sign
from relance_mailer.dossier.state import (
    Dossier,
    InvoiceKept,
    LetterKept,
    LetterState,
    PromiseTaken,
)
from relance_mailer.dossier.values import (
    Answer,
    Contact,
    Digest,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
    MessageId,
    StepKey,
    answer_step,
)
from relance_mailer.law.routes import Act
from relance_mailer.outward.addressing import addressee, greeting_name
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter, compose, signer
from relance_mailer.outward.levels import Form, Level, SenderRole, Timeline
from relance_mailer.outward.listing import still_demanded
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.words import Cause, Intent, Kind, Outcome, Role, Segment
from values.letters import CLERK, DIRECTOR, KEY, MANAGER, SECRET, debtor_of, invoices_of

TODAY = date(2026, 10, 21)
SENDERS = {
    SenderRole.AR_CLERK: CLERK,
    SenderRole.CREDIT_MANAGER: MANAGER,
    SenderRole.MANAGEMENT: DIRECTOR,
}
LEVELS = tuple(
    Level(
        name=name,
        template=name,
        tone=tone,
        sender=sender,
        recipient=recipient,
        announces=announces,
        days=days,
        offset_days=offset,
        cc_usual=name == "reminder_3",
    )
    for name, tone, sender, recipient, announces, days, offset in (
        ("pre_due", "service", SenderRole.AR_CLERK, Role.USUAL, None, None, -5),
        ("reminder_1", "neutral", SenderRole.AR_CLERK, Role.USUAL, Act.FOLLOW_UP, 7, 5),
        (
            "reminder_2",
            "firm",
            SenderRole.AR_CLERK,
            Role.CHIEF_ACCOUNTANT,
            Act.INTEREST_AND_FEE,
            7,
            None,
        ),
        ("reminder_3", "firm", SenderRole.CREDIT_MANAGER, Role.CFO, Act.FORMAL_NOTICE, 7, None),
        (
            "formal_notice",
            "formal",
            SenderRole.MANAGEMENT,
            Role.LEGAL_REPRESENTATIVE,
            Act.PAYMENT_ORDER,
            12,
            None,
        ),
    )
)
TIMELINE = Timeline(segment=Segment.SME, levels=LEVELS)

NADEGE = Contact(email="nadege@lemoal.example", name="Nadège Le Moal")
CHIEF = Contact(email="chef@lemoal.example", name="Yann Le Bris", role=Role.CHIEF_ACCOUNTANT)
HEAD = Contact(email="direction@lemoal.example", name="", role=Role.LEGAL_REPRESENTATIVE)


def sent(name: str, on: date, *invoices: str, course: int = 1) -> LetterKept:
    return LetterKept(
        step=StepKey(course=course, name=name),
        state=LetterState.SENT,
        level=name,
        template=name,
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId(f"{name}@brezance.example"),
        to=(NADEGE.email,),
        invoices=tuple(InvoiceNumber(number) for number in invoices),
        sent_on=on,
    )


def dossier_with(
    *invoices: Invoice, segment: Segment = Segment.SME, contacts: tuple[Contact, ...] = (NADEGE,)
) -> Dossier:
    return Dossier(
        key=KEY,
        phase=Phase.RUNNING,
        debtor=debtor_of(segment),
        contacts=contacts,
        invoices=tuple(InvoiceKept(invoice=invoice) for invoice in invoices),
        course=1,
    )


def composed(
    dossier: Dossier,
    name: str = "reminder_1",
    *,
    today: date = TODAY,
    answer: e.AnswerOwed | None = None,
    documents: tuple[str, ...] = (),
    timeline: Timeline = TIMELINE,
) -> Letter | NoLetter:
    level = timeline.level(name)
    key = StepKey(course=1, name=name)
    if answer is not None:
        key = answer_step(1, answer.answer, answer.message)
    token = sign(SECRET, KEY, key)
    return compose(
        LetterStep(key=key, due_on=today, level=level, answer=answer),
        dossier,
        timeline=timeline,
        today=today,
        senders=SENDERS,
        token=token,
        mark=mark_of(KEY, token),
        message_id=message_id_for(token, key, "brezance.example"),
        documents=documents,
    )


def letter_of(found: Letter | NoLetter) -> Letter:
    assert isinstance(found, Letter), found
    return found


def owed(answer: Answer, sender: str = NADEGE.email, quoted: str = "") -> e.AnswerOwed:
    return e.AnswerOwed(
        because="message",
        answer=answer,
        message=Digest("ab" * 32),
        message_id=MessageId("question@lemoal.example"),
        sender=sender,
        subject="facture",
        received_on=date(2026, 10, 20),
        not_before=TODAY,
        references=(MessageId("reminder_1@brezance.example"),),
        quoted=quoted,
    )


ABSENT = (NADEGE.email, date(2026, 11, 2))


@pytest.mark.parametrize(
    "story, role, changes, expected",
    [
        ("le rôle demandé est connu", Role.CHIEF_ACCOUNTANT, {}, CHIEF.email),
        ("pas de directeur financier : le chef comptable", Role.CFO, {}, CHIEF.email),
        ("pas de trésorier : le contact habituel", Role.TREASURER, {}, NADEGE.email),
        ("l'habituel rejeté : un autre contact", Role.USUAL, {"bounced": (NADEGE.email,)}, CHIEF),
        ("l'habituel absent : un autre contact", Role.USUAL, {"absent": (ABSENT,)}, CHIEF),
        (
            "rentré le jour même : présent",
            Role.USUAL,
            {"absent": ((NADEGE.email, TODAY),)},
            NADEGE.email,
        ),
        ("adresse morte", Role.USUAL, {"absent": ((NADEGE.email, None),)}, CHIEF),
    ],
)
def test_la_lettre_va_au_role_demande_ou_au_plus_proche(
    story: str, role: Role, changes: dict[str, object], expected: str | Contact
) -> None:
    dossier = replace(
        dossier_with(*invoices_of(1), contacts=(NADEGE, CHIEF)),
        **changes,  # type: ignore[arg-type]
    )
    levels = (replace(LEVELS[1], recipient=role), *LEVELS[2:])
    letter = letter_of(composed(dossier, timeline=replace(TIMELINE, levels=levels)))
    email = expected.email if isinstance(expected, Contact) else expected
    assert [contact.email for contact in letter.to] == [email], story


@pytest.mark.parametrize(
    "contacts, bounced",
    [((), ()), ((NADEGE,), (NADEGE.email,)), ((replace(NADEGE, email=""),), ())],
)
def test_sans_adresse_utilisable_aucune_lettre(
    contacts: tuple[Contact, ...], bounced: tuple[str, ...]
) -> None:
    dossier = replace(dossier_with(*invoices_of(1), contacts=contacts), bounced=bounced)
    found = composed(dossier)
    assert isinstance(found, NoLetter)
    assert found.reason == "no_recipient"


def test_jamais_a_notre_propre_boite() -> None:
    ours = Contact(email=CLERK.mailbox)
    found = composed(dossier_with(*invoices_of(1), contacts=(ours, CHIEF)))
    assert letter_of(found).to == (CHIEF,)


def test_le_contact_habituel_est_en_copie_de_la_troisieme_relance() -> None:
    dossier = dossier_with(*invoices_of(1), contacts=(NADEGE, CHIEF))
    letter = letter_of(composed(dossier, "reminder_3"))
    assert (letter.to, letter.cc) == ((CHIEF,), (NADEGE,))


def test_toutes_les_factures_echues_la_plus_ancienne_d_abord() -> None:
    first, second, third = invoices_of(3)
    to_come = replace(second, number=InvoiceNumber("FA-PLUS-TARD"), due_on=date(2026, 11, 30))
    letter = letter_of(composed(dossier_with(third, to_come, first)))
    assert [line.number for line in letter.lines] == [first.number, third.number]
    assert letter.total == first.left + third.left


def test_ni_contestee_ni_promise() -> None:
    first, second, third = invoices_of(3)
    dossier = dossier_with(first, second, third)
    promise = e.PromiseMade(
        because="écrit",
        instalments=(e.Instalment(due_on=date(2026, 10, 30)),),
        invoices=(second.number,),
        until=date(2026, 11, 3),
        message=Digest("cd" * 32),
        made_on=TODAY,
        made_by=NADEGE.email,
    )
    disputed = tuple(
        replace(kept, disputed=kept.invoice.number == first.number) for kept in dossier.invoices
    )
    letter = letter_of(composed(replace(dossier, invoices=disputed, promise=promise)))
    assert [line.number for line in letter.lines] == [third.number]


def test_la_mise_en_demeure_ne_porte_que_sur_ce_qui_fut_deja_demande() -> None:
    first, second = invoices_of(2)
    dossier = replace(
        dossier_with(first, second),
        letters=(
            sent("reminder_1", date(2026, 10, 5), first.number),
            sent("reminder_3", date(2026, 10, 13), first.number),
        ),
    )
    letter = letter_of(composed(dossier, "formal_notice"))
    assert [line.number for line in letter.lines] == [first.number]
    assert letter.announces is Act.PAYMENT_ORDER
    assert "tribunal de commerce" in letter.court


def test_rien_a_demander_aucune_lettre() -> None:
    paid = replace(invoices_of(1)[0], paid=Decimal("1834.20"))
    found = composed(dossier_with(paid))
    assert isinstance(found, NoLetter)
    assert found.reason == "nothing_to_demand"


def test_avant_echeance_les_factures_des_prochains_jours() -> None:
    near, far = (
        replace(invoice, due_on=due)
        for invoice, due in zip(
            invoices_of(2), (date(2026, 10, 26), date(2026, 12, 1)), strict=True
        )
    )
    letter = letter_of(composed(dossier_with(near, far), "pre_due"))
    assert [line.number for line in letter.lines] == [near.number]
    assert (letter.deadline_on, letter.next_on, letter.announces) == (None, None, None)


def test_les_dates_de_la_lettre_s_enchainent_en_jours_ouvres() -> None:
    # Sent 2026-10-29, deadline 11-10, legal on 11-12 (11 November is a holiday).
    first = invoices_of(1)[0]
    dossier = replace(
        dossier_with(first), letters=(sent("reminder_3", date(2026, 10, 21), first.number),)
    )
    letter = letter_of(composed(dossier, "formal_notice", today=date(2026, 10, 29)))
    assert (letter.deadline_on, letter.next_on) == (date(2026, 11, 10), date(2026, 11, 12))


@pytest.mark.parametrize(
    "level, segment, claimed",
    [
        ("reminder_2", Segment.SME, False),
        ("reminder_3", Segment.SME, True),
        ("reminder_2", Segment.PUBLIC, True),
        ("reminder_3", Segment.CONSUMER, False),
        ("reminder_3", Segment.ASSOCIATION, False),
    ],
)
def test_interets_et_indemnite_selon_le_niveau_et_le_segment(
    level: str, segment: Segment, claimed: bool
) -> None:
    letter = letter_of(composed(dossier_with(*invoices_of(2, segment), segment=segment), level))
    assert (letter.interest is not None, letter.fees is not None) == (claimed, claimed)
    assert letter.demanded == letter.total + (letter.interest or 0) + (letter.fees or 0)
    if claimed:
        assert letter.fees == Decimal("80.00")


def test_un_silence_est_dit_avec_sa_date() -> None:
    first = invoices_of(1)[0]
    dossier = replace(
        dossier_with(first), letters=(sent("reminder_1", date(2026, 10, 13), first.number),)
    )
    letter = letter_of(composed(dossier, "reminder_2"))
    assert letter.past is not None
    assert (letter.past.what, letter.past.on) == ("none", date(2026, 10, 13))
    assert letter.in_reply_to == "reminder_1@brezance.example"


def message(sender: str, day: int, intent: Intent, words: str) -> e.MessageRead:
    return e.MessageRead(
        because="lu",
        message=Digest("ef" * 32),
        message_id=MessageId("m@lemoal.example"),
        sender=sender,
        subject="re",
        sent_at=datetime(2026, 10, day, 9, tzinfo=UTC),
        kind=Kind.HUMAN,
        outcome=Outcome.HOLD,
        intents=(intent,),
        spans=(words,),
    )


@pytest.mark.parametrize(
    "story, read, expected",
    [
        (
            "une promesse est citée",
            message(NADEGE.email, 15, Intent.PROMISE, "je vous  règle\nça vite"),
            ("message", "", "je vous règle ça vite"),
        ),
        (
            "une raison privée ne l'est pas",
            message(NADEGE.email, 15, Intent.DISTRESS, "je suis malade"),
            ("message", "", ""),
        ),
        (
            "un collègue du lecteur est nommé",
            message(CHIEF.email, 15, Intent.ACK, "bien reçu"),
            ("message", "Yann Le Bris", "bien reçu"),
        ),
        (
            "un message d'avant la dernière lettre n'y répond pas",
            message(NADEGE.email, 2, Intent.ACK, "bien reçu"),
            ("none", "", ""),
        ),
    ],
)
def test_le_passe_ne_dit_que_ce_qui_fut_ecrit(
    story: str, read: e.MessageRead, expected: tuple[str, str, str]
) -> None:
    first = invoices_of(1)[0]
    dossier = replace(
        dossier_with(first, contacts=(NADEGE, CHIEF)),
        letters=(sent("reminder_1", date(2026, 10, 13), first.number),),
        last_message=read,
    )
    past = letter_of(composed(dossier, "reminder_1")).past
    assert past is not None
    assert (past.what, past.who, past.words) == expected, story


def test_une_promesse_rompue_ouvre_le_niveau_suivant() -> None:
    broken = e.PromiseBroken(
        because="non payé",
        promised_on=date(2026, 10, 16),
        made_by=NADEGE.email,
        made_on=date(2026, 10, 9),
    )
    dossier = replace(dossier_with(*invoices_of(1)), broken_promise=broken)
    past = letter_of(composed(dossier, "reminder_2")).past
    assert past is not None
    assert (past.what, past.promised_on) == ("promise_broken", date(2026, 10, 16))


def paid(day: int, amount: str) -> e.PaymentRecorded:
    return e.PaymentRecorded(
        because="relevé",
        number=invoices_of(1)[0].number,
        amount=Decimal(amount),
        paid_on=date(2026, 10, day),
        day_is_known=True,
    )


@pytest.mark.parametrize(
    "story, payments, read, expected",
    [
        ("payé avant la lettre", (paid(12, "100.00"),), None, ("none", None)),
        ("payé en partie", (paid(14, "100.00"),), None, ("paid_part", "100.00")),
        (
            "payé en deux fois",
            (paid(14, "100.00"), paid(15, "50.00")),
            None,
            ("paid_part", "150.00"),
        ),
        (
            "un règlement rejeté",
            (paid(14, "100.00"), paid(16, "-100.00")),
            None,
            ("payment_returned", "100.00"),
        ),
        (
            "rejeté, puis payé",
            (paid(14, "-100.00"), paid(16, "100.00")),
            None,
            ("paid_part", "100.00"),
        ),
        (
            "il a écrit depuis",
            (paid(14, "100.00"),),
            message(NADEGE.email, 15, Intent.ACK, "bien reçu"),
            ("message", None),
        ),
    ],
)
def test_qui_a_payé_n_est_pas_resté_silencieux(
    story: str,
    payments: tuple[e.PaymentRecorded, ...],
    read: e.MessageRead | None,
    expected: tuple[str, str | None],
) -> None:
    first = invoices_of(1)[0]
    dossier = replace(
        dossier_with(first),
        letters=(sent("reminder_1", date(2026, 10, 13), first.number),),
        payments=payments,
        last_message=read,
    )
    past = letter_of(composed(dossier, "reminder_2")).past
    assert past is not None
    amount = None if expected[1] is None else Decimal(expected[1])
    assert (past.what, past.amount) == (expected[0], amount), story


def test_le_fil_est_borne_et_garde_son_debut() -> None:
    first = invoices_of(1)[0]
    letters = tuple(sent(f"n{day}", date(2026, 9, day), first.number) for day in range(1, 30))
    letter = letter_of(composed(replace(dossier_with(first), letters=letters)))
    assert len(letter.references) == 12
    assert letter.references[0] == "n1@brezance.example"
    assert letter.references[-1] == letter.in_reply_to == "n29@brezance.example"


def test_l_annonce_nomme_la_direction_comptable_si_elle_sera_atteinte() -> None:
    alone = letter_of(composed(dossier_with(*invoices_of(1))))
    both = letter_of(composed(dossier_with(*invoices_of(1), contacts=(NADEGE, CHIEF))))
    assert (alone.next_role, both.next_role) == (None, Role.CHIEF_ACCOUNTANT)


def test_sans_niveau_suivant_aucun_contact_n_est_promis() -> None:
    # R3: the timeline ends here, a human decides; nothing that is not configured is announced.
    alone = replace(TIMELINE, levels=(LEVELS[1],))
    letter = letter_of(composed(dossier_with(*invoices_of(1)), timeline=alone))
    assert (letter.announces, letter.next_on) == (None, date(2026, 10, 29))


def test_la_question_sur_la_cause_tant_qu_elle_est_inconnue() -> None:
    dossier = dossier_with(*invoices_of(1))
    known = replace(dossier, cause=Cause.PAYMENT_RUN)
    assert letter_of(composed(dossier)).asks_cause
    assert not letter_of(composed(known)).asks_cause


def test_l_original_recommande_d_abord() -> None:
    first = invoices_of(1)[0]
    dossier = replace(
        dossier_with(first), letters=(sent("reminder_3", date(2026, 10, 13), first.number),)
    )
    levels = (*LEVELS[:-1], replace(LEVELS[-1], form=Form.REGISTERED_LETTER))
    timeline = replace(TIMELINE, levels=levels)
    waiting = composed(dossier, "formal_notice", timeline=timeline)
    assert isinstance(waiting, NoLetter)
    assert waiting.reason == "not_posted"
    posted = e.PostingRecorded(
        by="Solène",
        because="déposée au guichet",
        step=StepKey(course=1, name="formal_notice"),
        posted_on=TODAY,
        number="1A 000",
    )
    dossier = replace(dossier, postings=(posted,))
    letter = letter_of(composed(dossier, "formal_notice", timeline=timeline))
    assert (letter.copy_of_posted, letter.posted_on) == (True, TODAY)


def test_le_duplicata_joint_la_facture_demandee() -> None:
    first, second = invoices_of(2)
    read = replace(
        message(NADEGE.email, 20, Intent.INVOICE_REQUEST, "la facture"),
        message=Digest("ab" * 32),
        invoices=(second.number,),
    )
    dossier = replace(dossier_with(first, second), last_message=read)
    assert second.document is not None
    letter = letter_of(
        composed(dossier, "x", answer=owed(Answer.DUPLICATE), documents=(second.document,))
    )
    assert letter.attachments == (second.document,)
    assert [line.number for line in letter.lines] == [second.number]
    assert letter.sort is e.Sort.ANSWER
    assert letter.in_reply_to == "question@lemoal.example"
    assert letter.check_on == date(2026, 10, 26)


def test_sans_le_document_pas_de_duplicata() -> None:
    found = composed(dossier_with(*invoices_of(2)), "x", answer=owed(Answer.DUPLICATE))
    assert isinstance(found, NoLetter)
    assert found.reason == "no_document"


@pytest.mark.parametrize(
    "sender, expected",
    [
        (NADEGE.email, NADEGE.email),
        ("collegue@lemoal.example", "collegue@lemoal.example"),
        ("inconnu@ailleurs.example", NADEGE.email),
    ],
)
def test_une_reponse_ne_va_jamais_a_un_etranger(sender: str, expected: str) -> None:
    found = composed(
        dossier_with(*invoices_of(1)), "x", answer=owed(Answer.DATE_REQUEST, sender=sender)
    )
    assert [contact.email for contact in letter_of(found).to] == [expected]


def promise(*instalments: e.Instalment) -> e.PromiseMade:
    return e.PromiseMade(
        because="écrit",
        instalments=instalments,
        invoices=(),
        until=date(2026, 11, 3),
        message=Digest("ab" * 32),
        made_on=date(2026, 10, 20),
        made_by=NADEGE.email,
    )


def test_la_confirmation_reprend_les_dates_et_les_montants_promis() -> None:
    made = promise(
        e.Instalment(due_on=date(2026, 10, 30), amount=Decimal("500.00")),
        e.Instalment(due_on=date(2026, 10, 23), amount=Decimal("300.00")),
    )
    dossier = replace(dossier_with(*invoices_of(1)), promise=made)
    letter = letter_of(composed(dossier, "x", answer=owed(Answer.PROMISE_CONFIRMATION)))
    assert [part.due_on.day for part in letter.instalments] == [23, 30]
    assert letter.promised_amount == Decimal("800.00")
    assert letter.check_on == date(2026, 11, 3)
    assert letter.announces is None


def test_la_seconde_promesse_annonce_la_mise_en_demeure() -> None:
    made = promise(e.Instalment(due_on=date(2026, 10, 30)))
    dossier = replace(
        dossier_with(*invoices_of(1)),
        promise=made,
        promises=(PromiseTaken(promise=made, fate="broken"), PromiseTaken(promise=made)),
    )
    letter = letter_of(composed(dossier, "x", answer=owed(Answer.PROMISE_CONFIRMATION)))
    assert (letter.announces, letter.announced_for_promise) == (Act.FORMAL_NOTICE, True)


def test_le_meme_pas_le_meme_jour_donne_la_meme_lettre() -> None:
    dossier = dossier_with(*invoices_of(2))
    assert composed(dossier) == composed(dossier)


@pytest.mark.parametrize(
    "asked, expected",
    [
        (SenderRole.CREDIT_MANAGER, "Marc Daniel"),
        (SenderRole.ACCOUNTS, "Hélène Sauvaget"),
        (SenderRole.CUSTOMER_SERVICE, "Hélène Sauvaget"),
    ],
)
def test_qui_signe_a_la_place_de_qui(asked: SenderRole, expected: str) -> None:
    assert signer(SENDERS, asked).person == expected


@pytest.mark.parametrize(
    "name, expected",
    [
        ("Nadège Le Moal", "Nadège Le Moal"),
        ("Mme Hamonic", "Madame Hamonic"),
        ("M. Daniel", "Monsieur Daniel"),
        ("M. Marc Daniel", "Monsieur Daniel"),
        ("Mme Anne-Lise Floc'h", "Madame Floc'h"),
        ("Mme Le Moal", "Madame Le Moal"),
        ("M. Jean Le Moal", "Monsieur Jean Le Moal"),
        ("M. DANIEL Marc", "Monsieur DANIEL Marc"),
        ("Service comptabilité", ""),
        ("Centre de services partagés", ""),
        ("compta@lemoal.example", ""),
        ("", ""),
    ],
)
def test_qui_l_on_salue_par_son_nom(name: str, expected: str) -> None:
    assert greeting_name(Contact(email="x@y.example", name=name)) == expected


def test_le_representant_legal_a_defaut_le_chef_comptable() -> None:
    assert addressee((NADEGE, CHIEF), Role.LEGAL_REPRESENTATIVE) == CHIEF
    assert addressee((NADEGE, CHIEF, HEAD), Role.LEGAL_REPRESENTATIVE) == HEAD


def test_un_interet_nul_n_est_pas_reclame() -> None:
    tiny = replace(invoices_of(1)[0], amount=Decimal("0.05"), due_on=date(2026, 10, 20))
    letter = letter_of(composed(dossier_with(tiny), "reminder_3"))
    assert (letter.interest, letter.fees) == (None, Decimal("40.00"))


def test_un_taux_convenu_se_dit_avec_ses_semestres() -> None:
    agreed = replace(invoices_of(1)[0], agreed_rate=Decimal("14.00"), due_on=date(2026, 6, 20))
    letter = letter_of(composed(dossier_with(agreed), "reminder_3"))
    assert "14,00" in letter.lines[0].rate
    assert "semestre" in letter.lines[0].rate


def credit(amount: str) -> Invoice:
    """A credit note that no invoice has taken up."""
    note = replace(invoices_of(1)[0], number=InvoiceNumber("AV-7"), kind=InvoiceKind.CREDIT_NOTE)
    return replace(note, amount=Decimal(amount))


@pytest.mark.parametrize("name", ["reminder_1", "reminder_2", "reminder_3"])
def test_un_avoir_ouvert_est_deduit_ligne_par_ligne(name: str) -> None:
    dossier = dossier_with(*invoices_of(1), credit("1700.00"))
    letter = letter_of(composed(dossier, name))
    assert [(line.number, line.left) for line in letter.lines] == [
        ("FA2026-0871", Decimal("1834.20")),
        ("AV-7", Decimal("-1700.00")),
    ]
    assert letter.lines[-1].is_credit
    assert letter.invoice_count == 1
    assert letter.total == dossier.owed == Decimal("134.20")
    assert still_demanded(dossier, [line.number for line in letter.lines]) == letter.total


def test_un_avoir_de_plus_change_ce_que_la_lettre_demanderait() -> None:
    numbers = [InvoiceNumber("FA2026-0871")]
    assert still_demanded(dossier_with(*invoices_of(1)), numbers) == Decimal("1834.20")
    later = dossier_with(*invoices_of(1), credit("200.00"))
    assert still_demanded(later, numbers) == Decimal("1634.20")


def test_nul_interet_sur_ce_qu_un_avoir_reprend() -> None:
    whole = letter_of(composed(dossier_with(*invoices_of(1)), "reminder_3"))
    reduced = letter_of(composed(dossier_with(*invoices_of(1), credit("917.10")), "reminder_3"))
    assert whole.interest is not None
    assert reduced.interest is not None
    assert abs(reduced.interest * 2 - whole.interest) <= Decimal("0.01")
    eaten = dossier_with(*invoices_of(2), credit("1834.20"))
    line = letter_of(composed(eaten, "reminder_3")).lines[0]
    assert (line.left, line.interest, line.fee) == (Decimal("1834.20"), None, None)


def test_des_avoirs_qui_couvrent_l_echu_ne_laissent_rien_a_demander() -> None:
    future = replace(invoices_of(2)[1], due_on=date(2027, 1, 31))
    found = composed(dossier_with(invoices_of(1)[0], future, credit("2000.00")))
    assert isinstance(found, NoLetter)
    assert found.reason == "nothing_to_demand"


@pytest.mark.parametrize(
    ("credited", "expected"),
    [
        pytest.param(None, ["FA2026-0871"], id="sans avoir"),
        pytest.param("1900.00", ["FA2026-0871"], id="l'avoir tient dans le reste"),
        pytest.param("2500.00", ["FA2026-0871", "FA2026-0872", "AV-7"], id="plus que nommé"),
    ],
)
def test_une_reponse_ne_nomme_pas_plus_que_ce_qui_est_du(
    credited: str | None, expected: list[str]
) -> None:
    future = replace(invoices_of(2)[1], due_on=date(2027, 1, 31), amount=Decimal("2334.20"))
    extra = (credit(credited),) if credited else ()
    dossier = dossier_with(invoices_of(1)[0], future, *extra)
    letter = letter_of(composed(dossier, "", answer=owed(Answer.PROOF_REQUEST)))
    assert [line.number for line in letter.lines] == expected
    assert letter.total <= dossier.owed


def test_remercie_quand_un_avoir_solde_le_reste() -> None:
    dossier = dossier_with(*invoices_of(1), credit("1834.20"))
    letter = letter_of(composed(dossier, "", answer=owed(Answer.THANKS)))
    assert (letter.lines, letter.total) == ((), Decimal("0.00"))
