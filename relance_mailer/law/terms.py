"""The payment time of public buyers: it runs from the day on which the claim was received.

30 days, 50 for public hospitals, 60 for public undertakings (CCP R2192-10 to R2192-12), from the
receipt of the payment request; on the portal that is the notice that the invoice is available
(R2192-15). It is a ceiling that a waiver cannot lengthen (L2192-14).
"""

from dataclasses import replace
from datetime import timedelta

from relance_mailer.dossier.values import Invoice
from relance_mailer.words import Segment

PUBLIC_DAYS = 30  # CCP R2192-10
HOSPITAL_DAYS = 50  # CCP R2192-11
UNDERTAKING_DAYS = 60  # CCP R2192-12

HOSPITALS = frozenset(
    {"hospital", "hôpital", "hopital", "établissement public de santé", "centre hospitalier"}
)
UNDERTAKINGS = frozenset({"public_undertaking", "entreprise publique"})


def public_days(sector: str | None) -> int:
    """How many days a public buyer has, by what the ledger says of its sector; unknown: 30."""
    said = (sector or "").strip().lower()
    if said in HOSPITALS:
        return HOSPITAL_DAYS
    return UNDERTAKING_DAYS if said in UNDERTAKINGS else PUBLIC_DAYS


def with_legal_term(invoice: Invoice, segment: Segment, sector: str | None) -> Invoice:
    """The invoice due when the law says; unchanged where the day of receipt is not known.

    A later day that the ledger gives stays: nobody is late before both have passed.
    """
    if segment is not Segment.PUBLIC or invoice.received_on is None:
        return invoice
    due_on = invoice.received_on + timedelta(days=public_days(sector))
    return replace(invoice, due_on=max(due_on, invoice.due_on))
