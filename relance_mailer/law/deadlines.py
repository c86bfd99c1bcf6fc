"""The deadlines that a legal step opens, and which of them still run.

A deadline that falls on a weekend or a holiday is by prudence never extended; the day to which
CPC 642 may extend it stands beside it. Which rule holds depends on the day of the act: the order
to pay lapses after three months instead of six from 1 September 2026 (décret 2026-96 art. 9).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from relance_mailer.law.routes import CourtKind
from relance_mailer.workdays import Zone, add_months, business_day_from

SHORT_SERVICE_SINCE = date(2026, 9, 1)  # décret 2026-96 art. 9
SERVICE_MONTHS = 3  # CPC 1411
SERVICE_MONTHS_BEFORE = 6  # CPC 1411, ordonnances rendues avant le 1er septembre 2026
OBJECTION_MONTHS = 1  # CPC 1416
NO_OBJECTION_MONTHS = 2  # CPC 1416, ordonnances rendues depuis le 1er septembre 2026
DEPOSIT_DAYS = 15  # CPC 1425
LAWYER_DAYS = 15  # CPC 1418
PROOF_MONTHS = 2  # C. com. R622-24
PROOF_MONTHS_ABROAD = 4  # C. com. R622-24, créancier hors de France métropolitaine
LATE_PROOF_MONTHS = 6  # C. com. L622-26
RECLAIM_MONTHS = 3  # C. com. L624-9


class LegalStep(StrEnum):
    """The identifiers that `LegalStepTaken.legal_step` takes."""

    PETITION_FILED = "petition_filed"  # requête déposée
    FEE_DEPOSITED = "fee_deposited"  # frais de greffe consignés
    ORDER_ISSUED = "order_issued"  # ordonnance rendue
    ORDER_REFUSED = "order_refused"  # requête rejetée
    ORDER_SERVED = "order_served"  # ordonnance signifiée à personne
    ORDER_SERVED_OTHERWISE = "order_served_otherwise"  # signifiée autrement qu'à personne
    OBJECTION_RECEIVED = "objection_received"  # opposition du débiteur
    COSTS_DEPOSITED = "costs_deposited"  # frais d'opposition consignés
    LAWYER_APPOINTED = "lawyer_appointed"  # avocat constitué
    TITLE_OBTAINED = "title_obtained"  # titre exécutoire
    SUMMONS_SERVED = "summons_served"  # assignation délivrée
    SEIZURE = "seizure"  # mesure d'exécution
    INSOLVENCY_OPENED = "insolvency_opened"  # jugement d'ouverture
    BODACC_PUBLISHED = "bodacc_published"  # publication au BODACC
    CLAIM_DECLARED = "claim_declared"  # créance déclarée
    WITHDRAWN = "withdrawn"  # désistement


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """The last day for something, in French, with its article.

    `extended_to` is the day to which CPC 642 may extend it: shown, never relied upon.
    """

    on: date
    what: str
    article: str
    extended_to: date


def _deadline(on: date, what: str, article: str, zone: Zone = Zone.FRANCE) -> Deadline:
    return Deadline(on=on, what=what, article=article, extended_to=business_day_from(on, zone))


def service_deadline(order_on: date, zone: Zone = Zone.FRANCE) -> Deadline:
    """Until when an order to pay must be served, or it lapses (CPC 1411)."""
    months = SERVICE_MONTHS if order_on >= SHORT_SERVICE_SINCE else SERVICE_MONTHS_BEFORE
    return _deadline(
        add_months(order_on, months),
        "signifier l'ordonnance, sinon elle est caduque",
        "CPC 1411",
        zone,
    )


def objection_deadline(served_on: date, zone: Zone = Zone.FRANCE) -> Deadline:
    """Until when the debtor may object (CPC 1416).

    `served_on` is the service in person; else the first act served in person or first seizure.
    """
    on = add_months(served_on, OBJECTION_MONTHS)
    return _deadline(on, "fin du délai d'opposition du débiteur", "CPC 1416", zone)


def enforceable_from(order_on: date, served_on: date) -> date | None:
    """When, with no notice of objection, enforcement may go on; None under the older rule."""
    if order_on < SHORT_SERVICE_SINCE:
        return None
    return add_months(served_on, NO_OBJECTION_MONTHS)


def fee_deadline(filed_on: date, zone: Zone = Zone.FRANCE) -> Deadline:
    """Until when the registry's fee must be deposited (CPC 1425, commercial court)."""
    on = filed_on + timedelta(days=DEPOSIT_DAYS)
    return _deadline(
        on, "consigner les frais de greffe, sinon la requête est caduque", "CPC 1425", zone
    )


def after_objection(objected_on: date, court: CourtKind, zone: Zone = Zone.FRANCE) -> Deadline:
    """What an objection obliges to, by the court: deposit (1425) or lawyer (1418)."""
    if court in (CourtKind.COMMERCIAL, CourtKind.COMMERCIAL_CHAMBER):
        on = objected_on + timedelta(days=DEPOSIT_DAYS)
        return _deadline(
            on,
            "consigner les frais de l'opposition, sinon la demande est caduque",
            "CPC 1425",
            zone,
        )
    on = objected_on + timedelta(days=LAWYER_DAYS)
    return _deadline(on, "constituer avocat si la représentation est obligatoire", "CPC 1418", zone)


def proof_of_claim_deadline(
    published_on: date, *, metropolitan: bool = True, zone: Zone = Zone.FRANCE
) -> Deadline:
    """Until when a claim is declared: counted from the BODACC notice, not the judgment."""
    months = PROOF_MONTHS if metropolitan else PROOF_MONTHS_ABROAD
    on = add_months(published_on, months)
    return _deadline(on, "déclarer la créance au mandataire judiciaire", "C. com. R622-24", zone)


def late_filing_deadline(published_on: date, zone: Zone = Zone.FRANCE) -> Deadline:
    """Until when relief from a missed declaration may be asked for (L622-26)."""
    on = add_months(published_on, LATE_PROOF_MONTHS)
    return _deadline(on, "demander le relevé de forclusion", "C. com. L622-26", zone)


def reclaim_deadline(published_on: date, zone: Zone = Zone.FRANCE) -> Deadline:
    """Until when goods under retention of title are claimed back (L624-9)."""
    on = add_months(published_on, RECLAIM_MONTHS)
    return _deadline(on, "revendiquer les biens sous réserve de propriété", "C. com. L624-9", zone)


def running(
    steps: Iterable[tuple[str, date]],
    court: CourtKind = CourtKind.COMMERCIAL,
    zone: Zone = Zone.FRANCE,
    *,
    today: date | None = None,
) -> tuple[Deadline, ...]:
    """The deadlines that the steps taken have opened and no later step has met, soonest first.

    Steps are (identifier, day) in the order in which they were recorded; unknown ones open nothing.
    With `today`, a declaration that is too late gives way to the relief that may still be asked.
    """
    opened: dict[LegalStep, Deadline] = {}
    unheard = False  # served, but not in person: the month has not begun (CPC 1416)
    for name, on in steps:
        step = _STEPS.get(name)
        for met in _MEETS.get(step, ()) if step else ():
            opened.pop(met, None)
        match step:
            case LegalStep.PETITION_FILED:
                if court in (CourtKind.COMMERCIAL, CourtKind.COMMERCIAL_CHAMBER):
                    opened[step] = fee_deadline(on, zone)
            case LegalStep.ORDER_ISSUED:
                opened[step] = service_deadline(on, zone)
            case LegalStep.ORDER_SERVED:
                opened[step] = objection_deadline(on, zone)
            case LegalStep.ORDER_SERVED_OTHERWISE:
                unheard = True
            case LegalStep.SEIZURE if unheard:
                opened[LegalStep.ORDER_SERVED] = objection_deadline(on, zone)
                unheard = False
            case LegalStep.OBJECTION_RECEIVED:
                unheard = False
                opened[step] = after_objection(on, court, zone)
            case LegalStep.BODACC_PUBLISHED:
                proof = proof_of_claim_deadline(on, zone=zone)
                late = today is not None and proof.on < today
                opened[step] = late_filing_deadline(on, zone) if late else proof
            case _:
                pass
    return tuple(sorted(opened.values(), key=lambda deadline: deadline.on))


_STEPS = {step.value: step for step in LegalStep}
_ACTIONS = (
    LegalStep.PETITION_FILED,
    LegalStep.ORDER_ISSUED,
    LegalStep.ORDER_SERVED,
    LegalStep.OBJECTION_RECEIVED,
)
_MEETS: dict[LegalStep, tuple[LegalStep, ...]] = {
    LegalStep.FEE_DEPOSITED: (LegalStep.PETITION_FILED,),
    LegalStep.ORDER_ISSUED: (LegalStep.PETITION_FILED,),
    LegalStep.ORDER_REFUSED: (LegalStep.PETITION_FILED,),
    LegalStep.ORDER_SERVED: (LegalStep.ORDER_ISSUED,),
    LegalStep.ORDER_SERVED_OTHERWISE: (LegalStep.ORDER_ISSUED,),
    LegalStep.OBJECTION_RECEIVED: (LegalStep.ORDER_SERVED,),
    LegalStep.TITLE_OBTAINED: (LegalStep.ORDER_SERVED,),
    LegalStep.COSTS_DEPOSITED: (LegalStep.OBJECTION_RECEIVED,),
    LegalStep.LAWYER_APPOINTED: (LegalStep.OBJECTION_RECEIVED,),
    LegalStep.CLAIM_DECLARED: (LegalStep.BODACC_PUBLISHED,),
    # Opened proceedings stop individual actions (C. com. L622-21).
    LegalStep.INSOLVENCY_OPENED: _ACTIONS,
    LegalStep.WITHDRAWN: _ACTIONS,
}
"""Which deadlines a step closes."""
