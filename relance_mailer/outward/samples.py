"""Letters of an invented house of debtors: what `templates check` tries and the gallery shows.

Each level and each answer, for every segment, with one invoice and with seven, in each language;
then the cases that break templates: a promise that was broken, words that are quoted, nobody's
name known, a credit, an original by registered post. They are composed as real letters are, from
the operator's own timelines and signatories.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier import ordered as o
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import mark_of, message_id_for, sign
from relance_mailer.dossier.state import Dossier, InvoiceKept, LetterKept, LetterState
from relance_mailer.dossier.values import (
    HUMAN_ANSWERS,
    Answer,
    Contact,
    CreditorId,
    Debtor,
    DebtorId,
    Digest,
    DossierId,
    DossierKey,
    Invoice,
    InvoiceKind,
    InvoiceNumber,
    MessageId,
    StepKey,
    answer_step,
)
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter, Sender, compose
from relance_mailer.outward.levels import Form, Level, SenderRole, Timeline
from relance_mailer.outward.listing import PRE_DUE, Line
from relance_mailer.outward.past import Past
from relance_mailer.outward.timeline import LetterStep, form_of
from relance_mailer.words import Role, Segment

COUNTS = (1, 7)
LANGUAGES = ("fr", "en")
FIRST_SEND = date(2026, 10, 5)
BETWEEN_LEVELS = timedelta(days=8)
_KEY = b"letters of an invented house"
_MESSAGE = Digest("5a" * 32)
_WROTE_ON = date(2026, 10, 2)
PART = Decimal("500.00")  # what came in of an invoice


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """A letter to try, and what it is a sample of."""

    template: str
    language: str
    segment: Segment
    count: int
    case: str  # in French; empty for the plain letter
    letter: Letter

    @property
    def name(self) -> str:
        """« reminder_1, fr, sme, 7 factures, promesse rompue »."""
        invoices = f"{self.count} facture{'s' if self.count > 1 else ''}"
        told = [self.template, self.language, self.segment.value, invoices]
        return ", ".join([*told, self.case] if self.case else told)


class NotComposed(Exception):
    """A sample could not be composed: the timeline gives no letter where one is expected."""


def samples(
    timelines: Mapping[Segment, Timeline],
    senders: Mapping[SenderRole, Sender],
    languages: tuple[str, ...] = LANGUAGES,
) -> Iterator[Sample]:
    """Every letter to try; raises `NotComposed`."""
    for language in languages:
        for segment, timeline in timelines.items():
            for count in COUNTS:
                plain = _Case(segment=segment, language=language, count=count)
                for level in _written(timeline):
                    yield from _levels(plain, level, timeline, senders)
                for answer in Answer:
                    yield _answer(plain, answer, timeline, senders)


def _written(timeline: Timeline) -> tuple[Level, ...]:
    """The levels that are letters: a call is a person's."""
    return tuple(level for level in timeline.levels if level.form is not Form.CALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Case:
    segment: Segment
    language: str
    count: int
    economic: bool = False  # an association that trades bears interest and fee


def _levels(
    case: _Case, level: Level, timeline: Timeline, senders: Mapping[SenderRole, Sender]
) -> Iterator[Sample]:
    plain = _level(case, level, timeline, senders)
    yield _sample(case, "", plain)
    if case.count > 1 and level.template != PRE_DUE:
        yield _sample(case, "avec un avoir", _level(case, level, timeline, senders, credit=True))
    if case.count > 1:
        return
    yield _sample(case, "personne nommée", _unnamed(plain))
    if case.segment is Segment.ASSOCIATION:
        trading = _level(replace(case, economic=True), level, timeline, senders)
        yield _sample(case, "activité économique", trading)
    if level.template == PRE_DUE:
        return
    on = plain.composed_for - timedelta(days=9)
    broken = Past(
        on=on,
        what="promise_broken",
        who="" if case.segment is Segment.CONSUMER else "Yann Le Bris",
        promised_on=on + timedelta(days=5),
    )
    yield _sample(case, "promesse rompue", replace(plain, past=broken))
    partly = replace(plain, past=replace(broken, amount=PART), lines=_part_paid(plain))
    yield _sample(case, "promesse tenue en partie", partly)
    for what, told in (("paid_part", "payé en partie"), ("payment_returned", "règlement repris")):
        money = Past(on=on, what=what, amount=PART)
        lines = _part_paid(plain) if what == "paid_part" else plain.lines
        yield _sample(case, told, replace(plain, past=money, lines=lines))
    yield _sample(case, "ses mots cités", replace(plain, past=_quoted(case.language, on)))
    yield _sample(case, "cause connue", replace(plain, asks_cause=False))
    if level.form is Form.MAIL and level.template == "formal_notice":
        posted = replace(plain, copy_of_posted=True, posted_on=plain.composed_for)
        yield _sample(case, "copie du recommandé", posted)


def _sample(case: _Case, told: str, letter: Letter) -> Sample:
    posted = letter.copy_of_posted or letter.next_registered
    told = told or ("en recommandé" if posted else "")
    return Sample(
        template=letter.template,
        language=case.language,
        segment=case.segment,
        count=case.count,
        case=told,
        letter=letter,
    )


def _part_paid(letter: Letter) -> tuple[Line, ...]:
    """Its lines, with more invoiced on the first one than is left."""
    first, *others = letter.lines
    return (replace(first, amount=first.amount + PART), *others)


def _unnamed(letter: Letter) -> Letter:
    """Nobody's name, no telephone, no BIC, no past, one document."""
    sender = replace(letter.sender, phone="", bic="")
    documents = tuple(line.document for line in letter.lines if line.document)[:1]
    return replace(letter, greeting="", sender=sender, past=None, attachments=documents)


def _quoted(language: str, on: date) -> Past:
    words = {
        "fr": "je m'en occupe rapidement, désolé",
        "en": "I hope to pay you as soon as possible",
    }
    return Past(on=on, what="message", who="Yann Le Bris", words=words.get(language, words["fr"]))


def _level(
    case: _Case,
    level: Level,
    timeline: Timeline,
    senders: Mapping[SenderRole, Sender],
    *,
    credit: bool = False,
) -> Letter:
    place = timeline.levels.index(level)
    began = 1 if timeline.levels[0].template == PRE_DUE else 0
    today = FIRST_SEND + BETWEEN_LEVELS * max(place - began, 0)
    if level.template == PRE_DUE:
        today = date(2026, 9, 25)
    step = StepKey(course=1, name=level.name)
    before = timeline.levels[began:place]
    dossier = _dossier(case, level, before, credit=credit)
    if form_of(level, dossier, timeline, today) is not Form.MAIL:
        posted = e.PostingRecorded(
            because="posté", by="essai", step=step, posted_on=today, number="RE 1"
        )
        dossier = replace(dossier, postings=(posted,))
    due = LetterStep(key=step, due_on=today, level=level)
    return _composed(due, dossier, timeline, senders, today)


def _composed(
    step: LetterStep,
    dossier: Dossier,
    timeline: Timeline,
    senders: Mapping[SenderRole, Sender],
    today: date,
) -> Letter:
    token = sign(_KEY, dossier.key, step.key)
    written = compose(
        step,
        dossier,
        timeline=timeline,
        today=today,
        senders=senders,
        token=token,
        mark=mark_of(dossier.key, token),
        message_id=message_id_for(token, step.key, "modeles.example"),
        documents=frozenset(kept.invoice.document or "" for kept in dossier.invoices),
    )
    if isinstance(written, NoLetter):
        raise NotComposed(f"{step.key.name} : {written.because}")
    return written


def _answer(
    case: _Case, answer: Answer, timeline: Timeline, senders: Mapping[SenderRole, Sender]
) -> Sample:
    dossier = _dossier(case, None, timeline.dunning[:1])
    step = answer_step(1, answer, _MESSAGE)
    owed = e.AnswerOwed(
        because="un message",
        answer=answer,
        message=_MESSAGE,
        message_id=MessageId("m1@debiteur.example"),
        sender=dossier.contacts[0].email,
        subject="Re: facture",
        received_on=_WROTE_ON,
        not_before=FIRST_SEND,
        quoted=_ASKED.get(answer, _NOTHING)[case.language],
    )
    ordered = None
    if answer in HUMAN_ANSWERS:
        ordered = e.LetterOrdered(
            because="décidé",
            by="essai",
            template=answer.value,
            message=_MESSAGE,
            says=_words(case, answer, dossier),
        )
    if answer is Answer.PROMISE_CONFIRMATION:
        dossier = replace(dossier, phase=Phase.HELD, promise=_promise(dossier))
    if answer is Answer.THANKS:
        dossier = _paid(dossier)
    due = LetterStep(key=step, due_on=FIRST_SEND, answer=owed, ordered=ordered)
    return _sample(case, "", _composed(due, dossier, timeline, senders, FIRST_SEND))


def _dossier(
    case: _Case, level: Level | None, before: tuple[Level, ...], *, credit: bool = False
) -> Dossier:
    invoices = _invoices(case, early=level is not None and level.template == PRE_DUE)
    numbers = tuple(invoice.number for invoice in invoices)
    letters = tuple(
        LetterKept(
            step=StepKey(course=1, name=gone.name),
            state=LetterState.SENT,
            level=gone.name,
            template=gone.template,
            sort=e.Sort.UNSOLICITED,
            message_id=MessageId(f"{place}@modeles.example"),
            to=("contact@debiteur.example",),
            invoices=numbers,
            sent_on=FIRST_SEND + BETWEEN_LEVELS * place,
        )
        for place, gone in enumerate(before)
    )
    kept = tuple(InvoiceKept(invoice=invoice) for invoice in invoices)
    if credit:
        kept += (InvoiceKept(invoice=_credit()),)
    return Dossier(
        key=DossierKey(creditor=CreditorId("modeles"), dossier=DossierId("D-2041")),
        phase=Phase.RUNNING,
        debtor=_debtor(case),
        contacts=_contacts(case.segment),
        invoices=kept,
        letters=letters,
        course=1 if letters else 0,
    )


def _invoices(case: _Case, *, early: bool) -> tuple[Invoice, ...]:
    public, consumer = case.segment is Segment.PUBLIC, case.segment is Segment.CONSUMER
    return tuple(
        Invoice(
            number=InvoiceNumber(f"FA-2026-{3107 + 14 * place}"),
            issued_on=date(2026, 5, 12) + timedelta(days=9 * place),
            due_on=date(2026, 9, 30) if early else date(2026, 6, 11) + timedelta(days=9 * place),
            amount=Decimal("1486.80") + Decimal("9310.45") * place * (not consumer),
            paid=Decimal("400.00") if place == 1 else Decimal("0.00"),
            po_number="4500-21877" if public or case.segment is Segment.LARGE else None,
            portal_id=f"CP-77{place}301" if public else None,
            received_on=None if consumer else date(2026, 5, 13) + timedelta(days=9 * place),
            order_ref=f"W-20{place}8" if consumer else None,
            performed_on=date(2026, 5, 6) if consumer else None,
            document=f"FA-2026-{3107 + 14 * place}.pdf",
        )
        for place in range(case.count)
    )


def _credit() -> Invoice:
    return Invoice(
        number=InvoiceNumber("AV-2026-88"),
        issued_on=date(2026, 7, 1),
        due_on=date(2026, 7, 1),
        amount=Decimal("120.00"),
        kind=InvoiceKind.CREDIT_NOTE,
    )


_DEBTORS = {
    Segment.LARGE: "Compagnie des Ardoisières de Trélazé",
    Segment.SME: "Menuiserie Guérin et Fils",
    Segment.SOLE_TRADER: "Atelier Maëlle Jagu",
    Segment.ASSOCIATION: "Cercle nautique de l'Odet",
    Segment.PUBLIC: "Communauté de communes du Haut-Layon",
    Segment.CONSUMER: "Bastien Corre",
}
_PEOPLE = {
    Segment.LARGE: "M. Loïc Perrot",
    Segment.SME: "Sandrine Guérin",
    Segment.SOLE_TRADER: "Maëlle Jagu",
    Segment.ASSOCIATION: "Mme Anne-Lise Floc'h",
    Segment.PUBLIC: "Mme Hervieu",
    Segment.CONSUMER: "M. Bastien Corre",
}
_HIGHER = {
    Segment.LARGE: (Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE),
    Segment.SME: (Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE),
    Segment.SOLE_TRADER: (),
    Segment.ASSOCIATION: (Role.TREASURER, Role.PRESIDENT),
    Segment.PUBLIC: (Role.PUBLIC_ACCOUNTANT, Role.HEAD_OF_BODY),
    Segment.CONSUMER: (),
}


def _debtor(case: _Case) -> Debtor:
    return Debtor(
        debtor_id=DebtorId("C-2041"),
        name=_DEBTORS[case.segment],
        siren=None if case.segment is Segment.CONSUMER else "732829320",
        segment=case.segment,
        language=case.language,
        economic=case.economic or None,
        trader=case.segment in {Segment.LARGE, Segment.SME},
        address="8 quai de la Fosse",
        postcode="44000",
        city="Nantes",
    )


def _contacts(segment: Segment) -> tuple[Contact, ...]:
    usual = Contact(email="contact@debiteur.example", name=_PEOPLE[segment])
    higher = (
        Contact(email=f"{role.value}@debiteur.example", role=role, name="Mme Odile Marchadier")
        for role in _HIGHER[segment]
    )
    return (usual, *higher)


def _promise(dossier: Dossier) -> e.PromiseMade:
    half = (dossier.owed / 2).quantize(Decimal("0.01"))
    return e.PromiseMade(
        because="promet en deux fois",
        instalments=(
            e.Instalment(due_on=date(2026, 10, 16), amount=half),
            e.Instalment(due_on=date(2026, 10, 30), amount=dossier.owed - half),
        ),
        invoices=(),
        until=date(2026, 10, 20),
        message=_MESSAGE,
        made_on=_WROTE_ON,
        made_by=dossier.contacts[0].email,
    )


def _paid(dossier: Dossier) -> Dossier:
    """The oldest invoice was paid; the others, if any, stay open."""
    first, *rest = dossier.invoices
    paid = replace(first, open=False, closed_on=_WROTE_ON)
    return replace(dossier, invoices=(paid, *rest))


_ASKED = {
    Answer.DATE_REQUEST: {
        "fr": "on vous règle ça dès que possible",
        "en": "we will settle this as soon as possible",
    },
    Answer.PLAN_OFFER: {
        "fr": "pouvons-nous payer en trois fois ?",
        "en": "may we pay in three instalments?",
    },
    Answer.EXPLANATION: {
        "fr": "je ne vois pas à quoi cette somme correspond",
        "en": "I do not see what this amount is for",
    },
}
_NOTHING = {"fr": "", "en": ""}


def _words(case: _Case, answer: Answer, dossier: Dossier) -> o.Says:
    """What a human says in the ordered answers of the invented house."""
    text = _SAID[case.language]
    first, total = dossier.open_invoices[0], dossier.owed
    if answer is Answer.DISPUTE_ACK:
        ack = o.DisputeAck(
            ground=text["ground"],
            invoices=(first.number,),
            contested=Decimal("320.00"),
            answered_by="Claire Duval",
            answer_on=date(2026, 10, 13),
            rest_due_on=date(2026, 10, 15),
            asks_for=(text["piece"],),
        )
        return o.Says(dispute_ack=ack)
    if answer is Answer.DISPUTE_ANSWER:
        return o.Says(dispute_answer=_dispute_answer(case, first, text))
    if answer is Answer.EXPLANATION:
        told = o.Explanation(
            about=text["about"], pay_by=date(2026, 10, 14), points=(text["point"],)
        )
        return o.Says(explanation=told)
    days = (date(2026, 10, 20), date(2026, 11, 20), date(2026, 12, 21))
    parts = o.monthly(total, days)
    claimed = case.segment not in {Segment.CONSUMER, Segment.PUBLIC}
    waived = Decimal("88.41") if claimed else Decimal("0.00")
    if answer is Answer.PLAN_OFFER:
        offer = o.PlanOffer(instalments=parts, answer_by=date(2026, 10, 13), waived=waived)
        return o.Says(plan_offer=offer)
    confirmed = o.PlanConfirmation(
        instalments=parts,
        agreed_on=_WROTE_ON,
        agreed_by="Yann Le Bris",
        answer_by=date(2026, 10, 13),
        waived=waived,
    )
    return o.Says(plan_confirmation=confirmed)


def _dispute_answer(case: _Case, first: Invoice, text: Mapping[str, str]) -> o.DisputeAnswer:
    """One invoice: refused; several: a part of the first one is granted."""
    granted = case.count > 1
    credit = Decimal("120.00")
    note = o.CreditNote(number="AV-2026-91", amount=credit, issued_on=date(2026, 10, 5))
    return o.DisputeAnswer(
        ground=text["ground"],
        invoices=(first.number,),
        contested=Decimal("320.00"),
        findings=(text["finding"], text["other_finding"]),
        remains=first.left - credit if granted else first.left,
        due_on=date(2026, 10, 15),
        credit_note=note if granted else None,
        reasons=(text["reason"],),
    )


_SAID = {
    "fr": {
        "ground": "deux palettes manquantes à la livraison du 6 mai 2026",
        "piece": "le bon de livraison annoté par votre réception",
        "finding": "le bon de livraison du 6 mai 2026, signé sans réserve, porte quatre palettes",
        "other_finding": "le transporteur a relevé le même nombre au chargement",
        "reason": "le nombre facturé est celui du bon de livraison",
        "about": "la fourniture livrée le 6 mai 2026",
        "point": "l'acompte versé en avril est déjà déduit de cette somme",
    },
    "en": {
        "ground": "two pallets missing from the delivery of 6 May 2026",
        "piece": "the delivery note with your goods-in remarks",
        "finding": "the delivery note of 6 May 2026, signed without remark, shows four pallets",
        "other_finding": "the carrier counted the same number when loading",
        "reason": "the number invoiced is the one on the delivery note",
        "about": "the goods delivered on 6 May 2026",
        "point": "the down payment of April is already deducted from this amount",
    },
}
