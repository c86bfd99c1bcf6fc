"""What a human says in a letter that he orders: what no machine can know, as frozen values.

An ordered answer carries one of them (`LetterOrdered.says`), `compose` reads it, the templates
print it. Amounts are in the dossier's currency and include VAT; every text is printed as it
stands, in the language of the letter, without a full stop at its end, and goes through the lint
like the words of a template. `ValueError`, in French, where a value cannot be said.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from relance_mailer.dossier.values import CENT, InvoiceNumber

ZERO = Decimal("0.00")
TEXT_SIGNS_MAX = 600
TEXTS_MAX = 12
INSTALMENTS_MAX = 36


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanPart:
    """One payment of a plan; unlike a promised one it always has its amount."""

    due_on: date
    amount: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditNote:
    """A credit note that answers a dispute, whether the ledger has taken it in yet or not."""

    number: str
    amount: Decimal  # above zero
    issued_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeAck:
    """`dispute_ack`: the contestation is received and examined; nothing is admitted or denied.

    `ground` completes « Motif : … » (« quantité livrée inférieure à la quantité facturée »),
    `contested` is the contested amount of `invoices`. `answered_by` is the person who answers, as
    the reader sees it (« Claire Duval, responsable qualité »), on `answer_on` at the latest.
    `rest_due_on` is the date kept for what is overdue and not contested, None when nothing is.
    `asks_for` are the documents that the debtor is to send (« bon de livraison annoté »).
    """

    ground: str
    invoices: tuple[InvoiceNumber, ...]
    contested: Decimal
    answered_by: str
    answer_on: date
    rest_due_on: date | None = None
    asks_for: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _contestation(self.ground, self.invoices, self.contested)
        _said("la personne qui répond", self.answered_by)
        _texts("les pièces demandées", self.asks_for)


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeAnswer:
    """`dispute_answer`: what was found, and what follows for the amount.

    `findings` are facts, one a point (« le bon de livraison du 12 mars 2026 porte 40 cartons »).
    `credit_note` says what we grant, `reasons` why the rest, or all, is refused: at least one of
    them stands. `remains` is what is still to be paid on `invoices` after the credit note, on
    `due_on` (None exactly when nothing remains). `exhibits` are file names of the documents folder
    that go with the letter.
    """

    ground: str
    invoices: tuple[InvoiceNumber, ...]
    contested: Decimal
    findings: tuple[str, ...]
    remains: Decimal
    due_on: date | None = None
    credit_note: CreditNote | None = None
    reasons: tuple[str, ...] = ()
    exhibits: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _contestation(self.ground, self.invoices, self.contested)
        if not self.findings:
            raise ValueError("une réponse à un litige dit ce qui a été constaté")
        _texts("les constats", self.findings)
        _texts("les motifs du refus", self.reasons)
        if self.credit_note is None and not self.reasons:
            raise ValueError("une réponse à un litige accorde un avoir ou motive son refus")
        if self.credit_note is not None and self.credit_note.amount <= ZERO:
            raise ValueError("le montant de l'avoir doit être positif")
        if (self.remains > ZERO) != (self.due_on is not None) or self.remains < ZERO:
            raise ValueError("une date est donnée pour ce qui reste dû, et pour cela seulement")


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanOffer:
    """`plan_offer`: instalments that we propose; the offer stands until `answer_by`.

    `instalments` come to what is left of `invoices` (empty: of all open ones) plus `accessories`,
    the interest and fees that the plan includes. `waived` is what a human renounces of interest
    and fees if the plan is kept; nothing is renounced otherwise.
    """

    instalments: tuple[PlanPart, ...]
    answer_by: date
    invoices: tuple[InvoiceNumber, ...] = ()
    accessories: Decimal = ZERO
    waived: Decimal = ZERO

    def __post_init__(self) -> None:
        _plan(self.instalments, self.accessories, self.waived)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanConfirmation:
    """`plan_confirmation`: the plan agreed on `agreed_on`, put in writing (R20).

    `agreed_by` is the person of the debtor's who agreed, as the reader sees it; empty: the reader.
    `answer_by` is the day by which the written agreement, which acknowledges the debt, is awaited.
    The rest as in an offer.
    """

    instalments: tuple[PlanPart, ...]
    agreed_on: date
    answer_by: date
    agreed_by: str = ""
    invoices: tuple[InvoiceNumber, ...] = ()
    accessories: Decimal = ZERO
    waived: Decimal = ZERO

    def __post_init__(self) -> None:
        _plan(self.instalments, self.accessories, self.waived)


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """`explanation`: what is asked, since when, and how to pay, to one who did not understand.

    `about` completes « Cette somme correspond à … » (« la maintenance de votre chaudière, faite le
    3 mars 2026 »), `points` answer what was asked, one sentence each, `pay_by` is the date asked
    for. `invoices` empty: all that are overdue.
    """

    about: str
    pay_by: date
    points: tuple[str, ...] = ()
    invoices: tuple[InvoiceNumber, ...] = ()

    def __post_init__(self) -> None:
        _said("l'objet de la créance", self.about)
        _texts("les explications", self.points)


Words = DisputeAck | DisputeAnswer | PlanOffer | PlanConfirmation | Explanation


@dataclass(frozen=True, kw_only=True, slots=True)
class Says:
    """The words of one ordered letter: one field is filled, the one of its template."""

    dispute_ack: DisputeAck | None = None
    dispute_answer: DisputeAnswer | None = None
    plan_offer: PlanOffer | None = None
    plan_confirmation: PlanConfirmation | None = None
    explanation: Explanation | None = None

    def __post_init__(self) -> None:
        if len(self._filled) != 1:
            raise ValueError("une lettre ordonnée porte les mots d'un seul modèle")

    @property
    def template(self) -> str:
        """The template that these words are for."""
        return self._filled[0][0]

    @property
    def words(self) -> Words:
        """The words themselves."""
        return self._filled[0][1]

    @property
    def _filled(self) -> tuple[tuple[str, Words], ...]:
        fields: tuple[tuple[str, Words | None], ...] = (
            ("dispute_ack", self.dispute_ack),
            ("dispute_answer", self.dispute_answer),
            ("plan_offer", self.plan_offer),
            ("plan_confirmation", self.plan_confirmation),
            ("explanation", self.explanation),
        )
        return tuple((name, words) for name, words in fields if words is not None)


def plan_total(parts: tuple[PlanPart, ...]) -> Decimal:
    """What a plan comes to."""
    return sum((part.amount for part in parts), ZERO)


def monthly(total: Decimal, days: tuple[date, ...]) -> tuple[PlanPart, ...]:
    """The amount in equal parts on these days, the last one bearing what division leaves over."""
    if not days or total < len(days) * CENT:
        raise ValueError("un échéancier demande un montant et au moins une date")
    each = (total / len(days)).quantize(CENT, rounding=ROUND_DOWN)
    last = total - each * (len(days) - 1)
    parts = [PlanPart(due_on=day, amount=each) for day in days[:-1]]
    return (*parts, PlanPart(due_on=days[-1], amount=last))


def _contestation(ground: str, invoices: tuple[InvoiceNumber, ...], contested: Decimal) -> None:
    _said("le motif de la contestation", ground)
    if not invoices:
        raise ValueError("les factures contestées doivent être nommées")
    if contested <= ZERO:
        raise ValueError("le montant contesté doit être positif")


def _plan(parts: tuple[PlanPart, ...], accessories: Decimal, waived: Decimal) -> None:
    if not 1 <= len(parts) <= INSTALMENTS_MAX:
        raise ValueError(f"un échéancier a de 1 à {INSTALMENTS_MAX} versements")
    if any(part.amount <= ZERO for part in parts):
        raise ValueError("chaque versement d'un échéancier a un montant positif")
    days = [part.due_on for part in parts]
    if any(after <= before for before, after in pairwise(days)):
        raise ValueError("les versements d'un échéancier se suivent, chacun à sa date")
    if accessories < ZERO or waived < ZERO:
        raise ValueError("intérêts et indemnités d'un échéancier ne sont jamais négatifs")


def _said(what: str, text: str) -> None:
    if not text.strip():
        raise ValueError(f"{what} : un texte est attendu")
    if len(text) > TEXT_SIGNS_MAX:
        raise ValueError(f"{what} : {len(text)} signes, {TEXT_SIGNS_MAX} au plus")


def _texts(what: str, texts: tuple[str, ...]) -> None:
    if len(texts) > TEXTS_MAX:
        raise ValueError(f"{what} : {len(texts)} points, {TEXTS_MAX} au plus")
    for text in texts:
        _said(what, text)
