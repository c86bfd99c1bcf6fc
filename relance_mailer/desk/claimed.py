"""What is claimed before a court: which invoices, and what they come to.

Only invoices that stood in a letter of the course (whoever was never reminded of one is not sued
for it), not those that a verdict holds contested (R22), not those that the law let die: demanding
a limited claim is what the DGCCRF reproaches. In collective proceedings all that was invoiced
before the judgment is declared, reckoned to its eve (C. com. L622-24, L622-28).
"""

from dataclasses import replace
from datetime import date

from relance_mailer.dossier.events import DocumentSort
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.law.limitation import limitations
from relance_mailer.law.rates import RateTable
from relance_mailer.law.statement import Statement, statement_of
from relance_mailer.words import Intent
from relance_mailer.workdays import ONE_DAY


def in_letters(dossier: Dossier) -> frozenset[InvoiceNumber]:
    """Open invoices that stood in a letter of the course; all of them where no letter lists any."""
    listed = {
        number
        for letter in dossier.course_letters
        if letter.level is not None and letter.state in COUNTS_AS_SENT
        for number in letter.invoices
    }
    still_open = {invoice.number for invoice in dossier.open_invoices}
    return frozenset(still_open & listed or still_open)


def limited(dossier: Dossier, on: date) -> frozenset[InvoiceNumber]:
    """Open invoices whose claim is dead on every reading."""
    return frozenset(one.number for one, limit in limitations(dossier) if limit.is_over(on))


def contested(dossier: Dossier) -> frozenset[InvoiceNumber]:
    """Invoices of which a verdict holds any part contested: none of them is certain (CPC 1405)."""
    return frozenset(kept.invoice.number for kept in dossier.invoices if kept.disputed)


def judgment_on(dossier: Dossier) -> date | None:
    """The day of the judgment that opened proceedings, where a person recorded it."""
    days = [
        step.taken_on
        for step in dossier.legal_steps
        if step.legal_step == LegalStep.INSOLVENCY_OPENED
    ]
    return min(days, default=None)


def published_on(dossier: Dossier) -> date | None:
    """The day of the notice in the BODACC, where a person recorded it."""
    days = [
        step.taken_on
        for step in dossier.legal_steps
        if step.legal_step == LegalStep.BODACC_PUBLISHED
    ]
    return min(days, default=None)


def is_insolvent(dossier: Dossier) -> bool:
    """Whether collective proceedings are open, by a step recorded or by what the debtor said."""
    known = judgment_on(dossier) or published_on(dossier)
    return known is not None or dossier.barred_by is Intent.INSOLVENCY


def notice_received_on(dossier: Dossier) -> date | None:
    """The proven day on which the formal notice arrived: the first acknowledgement of receipt."""
    days = [one.dated_on for one in dossier.documents if one.sort is DocumentSort.RECEIPT]
    return min(days, default=None)


def claimed(dossier: Dossier, on: date, rates: RateTable) -> Statement:
    """The account of what is claimed on that day. Raises `UnknownSemester`."""
    if is_insolvent(dossier):
        return declared(dossier, on, rates)
    received = notice_received_on(dossier)
    whole = statement_of(dossier, on, notice_received_on=received, rates=rates)
    held = contested(dossier)
    only = in_letters(dossier) - held - limited(dossier, on)
    part = statement_of(dossier, on, only=only, notice_received_on=received, rates=rates)
    apart = (*whole.contested, *(row for row in whole.rows if row.invoice.number in held))
    return replace(
        part,
        contested=tuple(replace(row, contested=True) for row in apart),
        coming=whole.coming,
    )


def declared(dossier: Dossier, on: date, rates: RateTable) -> Statement:
    """What is declared in collective proceedings: due and not due, at the eve of the judgment."""
    opened = judgment_on(dossier)
    until = min(on, opened - ONE_DAY) if opened else on
    older = frozenset(
        one.number for one in dossier.open_invoices if opened is None or one.issued_on < opened
    )
    received = notice_received_on(dossier)
    found = statement_of(dossier, until, only=older, notice_received_on=received, rates=rates)
    return replace(found, asked_on=on)
