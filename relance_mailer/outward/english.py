"""What the French words of law and trade become in a letter in English.

Names of acts and courts stay French beside their meaning: the law that applies is French, and a
lawyer abroad has to find it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal

from relance_mailer.dossier.values import Debtor
from relance_mailer.law.rates import Semester
from relance_mailer.law.reckoning import GROUNDS, Regime
from relance_mailer.law.routes import CourtKind, court_of
from relance_mailer.law.statement import Moved, Movement
from relance_mailer.words import Segment

_GROUNDS = {
    GROUNDS[Regime.B2B_DEFAULT]: (
        "ECB refinancing rate plus 10 percentage points, article L441-10 II of the French "
        "Commercial Code"
    ),
    GROUNDS[Regime.B2B_AGREED]: ("agreed rate, article L441-10 II of the French Commercial Code"),
    GROUNDS[Regime.PUBLIC]: (
        "ECB refinancing rate plus 8 percentage points, article R2192-31 of the French Public "
        "Procurement Code"
    ),
    GROUNDS[Regime.LEGAL]: (
        "statutory interest since the formal notice, articles 1231-6 and 1344-1 of the French "
        "Civil Code"
    ),
}
_COURTS = {
    CourtKind.COMMERCIAL: "the commercial court (tribunal de commerce)",
    CourtKind.COMMERCIAL_CHAMBER: (
        "the commercial chamber of the judicial court (chambre commerciale du tribunal judiciaire)"
    ),
    CourtKind.CIVIL: "the judicial court (tribunal judiciaire)",
    CourtKind.ADMINISTRATIVE: "the administrative court (tribunal administratif)",
    CourtKind.UNKNOWN: "the competent court",
}
_MOVED = {
    Moved.PAID: "payment",
    Moved.PAID_BACK: "refund or returned payment",
    Moved.CREDITED: "credit note",
    Moved.CONTESTED: "contested part, not included in the amount due",
    Moved.SET_OFF: "open credits and down payments, deducted",
}
_TITLES = {"Madame ": "Ms ", "Monsieur ": "Mr "}
_ROLES = {
    "customer_service": "Customer Service",
    "ar_clerk": "Accounts Receivable",
    "accounts": "Customer Accounts",
    "credit_manager": "Credit Manager",
    "management": "Management",
}


def ground(french: str) -> str:
    """Where a rate comes from."""
    return _GROUNDS.get(french, french)


def percent(rate: Decimal) -> str:
    """« 12.40% »."""
    return f"{rate:.2f}%"


def rates(applied: Iterable[tuple[Decimal, Semester]]) -> str:
    """« 12.15% (second half of 2025, first half of 2026), 12.40% (second half of 2026) »."""
    told: list[tuple[Decimal, list[str]]] = []
    for rate, semester in applied:
        half = f"{'first' if semester.half == 1 else 'second'} half of {semester.year}"
        if not told or told[-1][0] != rate:
            told.append((rate, []))
        if half not in told[-1][1]:
            told[-1][1].append(half)
    return ", ".join(f"{percent(rate)} ({_halves(halves)})" for rate, halves in told)


def _halves(halves: list[str]) -> str:
    return halves[0] if len(halves) == 1 else f"{halves[0]} to {halves[-1]}"


_PLACES = {Segment.CONSUMER: "residence", Segment.SOLE_TRADER: "place of business"}


def court(debtor: Debtor) -> str:
    """The court, with its preposition, as it follows « an application is filed »."""
    known = court_of(debtor)
    name = _COURTS[known.kind]
    if debtor.court:
        place = debtor.court.strip()
        if place.lower().startswith(("tribunal", "chambre", "juridiction")):
            return f"with the {place[0].lower()}{place[1:]}"
        return f"with {name} of {place}"
    if known.kind in {CourtKind.ADMINISTRATIVE, CourtKind.UNKNOWN}:
        return f"with {name}" + (
            " that has jurisdiction" if known.kind is not CourtKind.UNKNOWN else ""
        )
    where = _PLACES.get(debtor.segment, "registered office")
    return f"with {name} for the place of your {where}"


def movement(one: Movement, day: Callable[[date], str]) -> str:
    """A line of an invoice's account: « payment of 03/10/2026 (VIR 12) »."""
    if one.what is Moved.CONTESTED or one.what is Moved.SET_OFF:
        return _MOVED[one.what]
    if one.on is not None:
        reference = f" ({one.reference})" if one.reference else ""
        return f"{_MOVED[one.what]} of {day(one.on)}{reference}"
    seen = f" (first seen in our ledger on {day(one.seen_on)})" if one.seen_on else ""
    return f"{_MOVED[one.what]}, day not known{seen}"


def greeting(french: str) -> str:
    """« Ms Hamonic » for « Madame Hamonic »; a name without a title stands as it is."""
    for title, english in _TITLES.items():
        if french.startswith(title):
            return english + french.removeprefix(title)
    return french


def role(sender_role: str) -> str:
    """What a signatory is when the settings give no English word for it."""
    return _ROLES.get(sender_role, "Accounts")


def privacy(mailbox: str) -> str:
    """The line on data protection when the settings give none in English."""
    return (
        "Your data are processed to manage and collect our invoices; for access, rectification or "
        f"objection, write to {mailbox}."
    )
