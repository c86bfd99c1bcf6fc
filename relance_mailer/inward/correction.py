"""A human says what a message said: the corrected reading, and whether the dossier goes on with it.

The human's word takes the place of the reader's, by the same table: what a corrected message leads
to is what the contract says of such a message. It lowers a dossier only where that message alone
had stopped it, and never out of the legal queue: that needs an act of its own.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, InvoiceNumber
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.outcome import judge
from relance_mailer.reading.message import Finding, Reading
from relance_mailer.words import Intent, Kind, Permanence

RULE = "correction"
"""The rule of a finding that a human gave."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What a human says that a message said; the fields are those of the contract §3."""

    kind: Kind
    intents: tuple[Intent, ...] = ()
    promise_dates: tuple[date, ...] = ()
    promised_amount: Decimal | None = None
    invoices: tuple[str, ...] = ()
    redirect_to: str | None = None
    returns_on: date | None = None
    bounce_permanence: Permanence | None = None


def faults_in(correction: Correction, *, sent_on: date, known: tuple[str, ...]) -> tuple[str, ...]:
    """Why a correction says nothing that a message can say, in French; empty when it does.

    `sent_on` is the message's own day: nobody promises for a day that was over when he wrote.
    """
    human, intents = correction.kind is Kind.HUMAN, correction.intents
    checks = (
        (human and not intents, "d'une personne, il faut dire au moins une intention (--intent)"),
        (not human and bool(intents), "seule une personne a une intention : nature « human »"),
        (
            bool(correction.promise_dates) and Intent.PROMISE not in intents,
            "une date promise demande l'intention « promise »",
        ),
        (
            correction.promised_amount is not None and Intent.PROMISE not in intents,
            "un montant promis demande l'intention « promise »",
        ),
        (
            correction.promised_amount is not None and correction.promised_amount <= 0,
            "un montant promis est positif",
        ),
        (
            correction.bounce_permanence is not None and correction.kind is not Kind.BOUNCE,
            "permanent ou temporaire ne se dit que d'un retour (« bounce »)",
        ),
        (
            correction.redirect_to is not None and "@" not in correction.redirect_to,
            f"« {correction.redirect_to} » n'est pas une adresse",
        ),
    )
    early = [day for day in correction.promise_dates if day < sent_on]
    unknown = [number for number in correction.invoices if number not in known]
    return (
        *(told for wrong, told in checks if wrong),
        *(f"{day:%d/%m/%Y} : le message est du {sent_on:%d/%m/%Y}" for day in early),
        *(f"facture {number} inconnue de ce dossier" for number in unknown),
    )


def corrected_reading(reading: Reading, correction: Correction, *, by: str) -> Reading:
    """The reading with the human's word in place of the reader's, its doubts gone."""
    findings = tuple(
        Finding(intent=intent, span=f"d'après {by}", rule=RULE, strength=3)
        for intent in correction.intents
    )
    return replace(
        reading,
        kind=correction.kind,
        intents=correction.intents,
        findings=findings,
        promise_dates=tuple(sorted(correction.promise_dates)),
        promised_amount=correction.promised_amount,
        invoices=correction.invoices,
        redirect_to=correction.redirect_to,
        returns_on=correction.returns_on,
        bounce_permanence=correction.bounce_permanence,
        bounce_expired=correction.bounce_permanence is Permanence.TEMPORARY,
        doubts=(),
    )


def reading_confirmed(read: e.MessageRead, *, by: str, because: str) -> e.ReadingCorrected:
    """The fact: a human says that the machine read that message right."""
    return e.ReadingCorrected(
        because=because,
        by=by,
        message=read.message,
        kind=read.kind,
        outcome=read.outcome,
        confirmed=True,
        intents=read.intents,
        promise_dates=read.promise_dates,
        promised_amount=read.promised_amount,
        invoices=read.invoices,
        redirect_to=read.redirect_to,
        returns_on=read.returns_on,
        bounce_permanence=read.bounce_permanence,
    )


def reading_corrected(arrival: Arrival, *, by: str, because: str) -> e.ReadingCorrected:
    """The fact: what a human says that the message said, and where that leads."""
    reading = arrival.reading
    judged = judge(reading, arrival.link, arrival.authentication)
    return e.ReadingCorrected(
        because=because,
        by=by,
        message=arrival.message,
        kind=reading.kind,
        outcome=judged.outcome,
        intents=reading.intents,
        promise_dates=reading.promise_dates,
        promised_amount=reading.promised_amount,
        invoices=tuple(InvoiceNumber(number) for number in reading.invoices),
        redirect_to=reading.redirect_to,
        returns_on=reading.returns_on,
        bounce_permanence=reading.bounce_permanence,
    )


def stopped_by(dossier: Dossier, message: Digest) -> bool:
    """Whether that message alone keeps the dossier from going on, a human's word apart."""
    if dossier.phase is Phase.REVIEW:
        reasons = dossier.review_reasons
        return bool(reasons) and all(asked.message == message for asked in reasons)
    if dossier.phase is not Phase.HELD or dossier.plan is not None:
        return False
    waits = [held.message for held in dossier.holds]
    if dossier.promise is not None:
        waits.append(dossier.promise.message)
    return bool(waits) and all(wait == message for wait in waits)
