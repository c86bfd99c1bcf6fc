"""When a claim dies, what interrupts it, when to warn.

- 5 years between traders, between traders and others, and in general law (C. com. L110-4, C. civ.
  2224); 2 years from a professional against a consumer (C. conso L218-2); 1 year for the carriage
  of goods (C. com. L133-6). Unknown sector: the shortest, flagged as an assumption.
- It starts on the day on which the creditor could act, which may be the completion of the service
  (Cass. com. 26 Feb. 2020, 18-25.036): the earliest of performance, invoice and due date is taken.
- Interrupted only by what the Code lists; a formal notice is not on the list, not even a
  registered one (Cass. com. 18 May 2022, 20-23.204). A promise or a part payment *may* be an
  acknowledgement: a human confirms, until then both dates are shown and alarms use the earlier.
- No weekend extends it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Invoice, InvoiceNumber
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.words import Segment
from relance_mailer.workdays import add_months

YEARS_GENERAL = 5  # C. com. L110-4, C. civ. 2224
YEARS_CONSUMER = 2  # C. conso L218-2
YEARS_CARRIAGE = 1  # C. com. L133-6
SUSPENSION_REST_MONTHS = 6  # C. civ. 2238
WARN_AT_DAYS = (365, 180, 90, 60, 30)

CARRIAGE_SECTORS = frozenset(
    {"carriage", "transport", "transport de marchandises", "transports", "fret", "freight"}
)
"""How a ledger may say that the claim is for the carriage of goods."""


class Start(StrEnum):
    """What the term was counted from."""

    PERFORMED = "performed"  # achèvement de la prestation
    ISSUED = "issued"  # date de la facture
    DUE = "due"  # échéance


class Interrupter(StrEnum):
    """What starts the term afresh: a closed list."""

    ACKNOWLEDGEMENT = "acknowledgement"  # reconnaissance, C. civ. 2240
    COURT_CLAIM = "court_claim"  # demande en justice, même en référé, 2241
    ORDER_SERVED = "order_served"  # ordonnance d'injonction signifiée, Cass. 10 juill. 1990
    ENFORCEMENT = "enforcement"  # mesure conservatoire ou d'exécution, 2244


@dataclass(frozen=True, kw_only=True, slots=True)
class Interruption:
    """Something that started the term afresh on a day; `wiped_out`: withdrawn, dismissed (2243)."""

    on: date
    by: Interrupter
    wiped_out: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Suspension:
    """Mediation, conciliation or a small-claim agreement: the clock stood still (2238)."""

    starts_on: date
    ends_on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Limitation:
    """The last day on which a claim can be sued for, and how it was found. All readings are shown.

    `on` is the earliest reading, an unknown sector taken as the shortest term. `known_on` rests on
    no assumption about the sector: a dossier moves by this one (a rule that lacks its datum isn't
    applied). `at_the_latest_on` counts every candidate as an acknowledgement too.
    """

    on: date
    known_on: date
    at_the_latest_on: date
    starts_on: date
    start: Start
    years: int
    article: str
    assumed_sector: bool
    interrupted: tuple[Interruption, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether the claim is limited (prescrite) on every reading: it is demanded no more."""
        return today > self.at_the_latest_on

    def warning(self, today: date) -> int | None:
        """The tightest warning to show, in days (365 … 30; 0: over); None: nothing to say yet."""
        return _warning(self.on if today <= self.on else self.known_on, today)

    def known_warning(self, today: date) -> int | None:
        """The same by `known_on`: what the timeline and the queues act upon."""
        return _warning(self.known_on, today)


def _warning(on: date, today: date) -> int | None:
    left = (on - today).days
    if left < 0:
        return 0
    return min((days for days in WARN_AT_DAYS if left <= days), default=None)


def limitation(
    invoice: Invoice,
    *,
    segment: Segment,
    sector: str | None = None,
    interruptions: Iterable[Interruption] = (),
    candidates: Iterable[date] = (),
    suspensions: Iterable[Suspension] = (),
) -> Limitation:
    """When the claim of an invoice dies.

    `interruptions` are certain; `candidates` are days on which the debtor may have acknowledged
    the debt, not confirmed by a human.
    """
    starts_on, start = _start(invoice)
    years, article, assumed = _term(segment, sector)
    known_years = ordinary_term(segment)[0] if assumed else years
    held = tuple(suspensions)
    certain = tuple(interruptions)
    maybe = tuple(Interruption(on=day, by=Interrupter.ACKNOWLEDGEMENT) for day in candidates)
    known_on, counted = _run(starts_on, known_years, certain, held)
    all_of_them = (*certain, *maybe)
    return Limitation(
        on=_run(starts_on, years, certain, held)[0] if assumed else known_on,
        known_on=known_on,
        at_the_latest_on=_run(starts_on, known_years, all_of_them, held)[0] if maybe else known_on,
        starts_on=starts_on,
        start=start,
        years=years,
        article=article,
        assumed_sector=assumed,
        interrupted=counted,
    )


def _start(invoice: Invoice) -> tuple[date, Start]:
    """The earliest of the days that are known; at equal days the one named first."""
    days = [(invoice.issued_on, Start.ISSUED), (invoice.due_on, Start.DUE)]
    if invoice.performed_on is not None:
        days.insert(0, (invoice.performed_on, Start.PERFORMED))
    return min(days, key=lambda day: day[0])


def _term(segment: Segment, sector: str | None) -> tuple[int, str, bool]:
    """Years, article, and whether the sector was assumed."""
    known = (sector or "").strip().lower()
    if known in CARRIAGE_SECTORS:
        return YEARS_CARRIAGE, "C. com. L133-6", False
    if not known:
        return YEARS_CARRIAGE, "C. com. L133-6 (secteur inconnu : délai le plus court)", True
    return *ordinary_term(segment), False


def ordinary_term(segment: Segment) -> tuple[int, str]:
    """Years and article where the sector changes nothing."""
    if segment is Segment.CONSUMER:
        return YEARS_CONSUMER, "C. conso L218-2"
    return YEARS_GENERAL, "C. com. L110-4 et C. civ. 2224"


def _run(
    starts_on: date,
    years: int,
    interruptions: tuple[Interruption, ...],
    suspensions: tuple[Suspension, ...],
) -> tuple[date, tuple[Interruption, ...]]:
    """The end of the term; what comes after the end revives nothing."""
    end = _suspended(starts_on, add_months(starts_on, 12 * years), suspensions)
    counted: list[Interruption] = []
    for interruption in sorted(interruptions, key=lambda i: i.on):
        if interruption.wiped_out or not starts_on <= interruption.on <= end:
            continue
        counted.append(interruption)
        end = _suspended(interruption.on, add_months(interruption.on, 12 * years), suspensions)
    return end, tuple(counted)


def _suspended(starts_on: date, end: date, suspensions: tuple[Suspension, ...]) -> date:
    for suspension in sorted(suspensions, key=lambda s: s.starts_on):
        if starts_on <= suspension.starts_on <= end:
            end += suspension.ends_on - suspension.starts_on
            end = max(end, add_months(suspension.ends_on, SUSPENSION_REST_MONTHS))
    return end


_BY_STEP = {
    LegalStep.ORDER_SERVED.value: Interrupter.ORDER_SERVED,
    LegalStep.ORDER_SERVED_OTHERWISE.value: Interrupter.ORDER_SERVED,
    LegalStep.SUMMONS_SERVED.value: Interrupter.COURT_CLAIM,
    LegalStep.CLAIM_DECLARED.value: Interrupter.COURT_CLAIM,  # C. com. L622-25-1
    LegalStep.SEIZURE.value: Interrupter.ENFORCEMENT,
}


def limitations(dossier: Dossier) -> tuple[tuple[Invoice, Limitation], ...]:
    """When each open invoice of a dossier dies, by all that its journal knows; soonest first.

    Promises and payments are candidates only: a human confirms an acknowledgement (2240).
    """
    if dossier.debtor is None:
        return ()
    interruptions = _interruptions(dossier)
    promised = {taken.promise.made_on for taken in dossier.promises}
    found = [
        (
            invoice,
            limitation(
                invoice,
                segment=dossier.debtor.segment,
                sector=dossier.debtor.sector,
                interruptions=interruptions,
                candidates=promised | _paid_on(dossier, invoice),
            ),
        )
        for invoice in dossier.open_invoices
    ]
    return tuple(sorted(found, key=lambda row: (row[1].known_on, row[0].number)))


def limited_in(dossier: Dossier, today: date) -> frozenset[InvoiceNumber]:
    """The open invoices that can be sued for no more on the earliest certain reading.

    Demanding one is a grievance of the DGCCRF: it leaves the timeline, whatever the debtor wrote.
    """
    if dies_after(dossier) > today:
        return frozenset()
    return frozenset(
        invoice.number for invoice, found in limitations(dossier) if found.known_on < today
    )


def dies_after(dossier: Dossier) -> date:
    """A day before which no open invoice can be limited, whatever its term: a year at the least.

    Most dossiers are young: they need no reckoning at all.
    """
    starts = [_start(invoice)[0] for invoice in dossier.open_invoices]
    return add_months(min(starts), 12 * YEARS_CARRIAGE) if starts else date.max


def _paid_on(dossier: Dossier, invoice: Invoice) -> set[date]:
    return {p.paid_on for p in dossier.payments if p.number == invoice.number and p.amount > 0}


def _interruptions(dossier: Dossier) -> tuple[Interruption, ...]:
    withdrawn_on = max(
        (s.taken_on for s in dossier.legal_steps if s.legal_step == LegalStep.WITHDRAWN),
        default=date.min,
    )
    acknowledged = [
        Interruption(on=done.acknowledged_on, by=Interrupter.ACKNOWLEDGEMENT)
        for done in dossier.acknowledged
    ]
    steps = [
        Interruption(
            on=step.taken_on,
            by=_BY_STEP[step.legal_step],
            wiped_out=_BY_STEP[step.legal_step] in _WITHDRAWABLE and step.taken_on <= withdrawn_on,
        )
        for step in dossier.legal_steps
        if step.legal_step in _BY_STEP
    ]
    return (*acknowledged, *steps)


_WITHDRAWABLE = frozenset({Interrupter.COURT_CLAIM, Interrupter.ORDER_SERVED})  # C. civ. 2243
