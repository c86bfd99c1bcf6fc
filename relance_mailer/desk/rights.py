"""Who may decide what: an agent records, a manager grants, reopens and waives.

Whoever reads only has no right of this table. What makes letters wait or stops them (a hold, an
objection, a rejection, a hand-over) needs no grant: nothing is given away by keeping silent.
"""

from enum import StrEnum
from types import MappingProxyType

from relance_mailer.desk import decisions as d


class Right(StrEnum):
    """What a decision asks of whoever takes it."""

    RECORD = "record"  # consigner
    GRANT = "grant"  # accorder, rouvrir, abandonner


RIGHTS: MappingProxyType[type[d.Verdict], Right] = MappingProxyType(
    {
        d.Note: Right.RECORD,
        d.Call: Right.RECORD,
        d.RecordCause: Right.RECORD,
        d.HoldUntil: Right.RECORD,
        d.Resume: Right.RECORD,
        d.HandOver: Right.RECORD,
        d.Reopen: Right.GRANT,
        d.Close: Right.RECORD,
        d.OpenDispute: Right.RECORD,
        d.DecideDispute: Right.GRANT,
        d.AgreePlan: Right.GRANT,
        d.KeepContact: Right.RECORD,
        d.RemoveContact: Right.RECORD,
        d.OrderLetter: Right.RECORD,
        d.Approve: Right.GRANT,
        d.Reject: Right.RECORD,
        d.ObjectToLevel: Right.RECORD,
        d.Entrust: Right.RECORD,
        d.FinishTask: Right.RECORD,
        d.RecordPosting: Right.RECORD,
        d.ConfirmAcknowledgement: Right.RECORD,
        d.TakeLegalStep: Right.RECORD,
        d.Claim: Right.RECORD,
        d.Release: Right.RECORD,
    }
)
"""What each sort of decision asks for; one that gives money away asks for more, see `right_for`."""


def right_for(verdict: d.Verdict) -> Right:
    """What this very decision asks for: waivers and offered plans are granted, never recorded."""
    match verdict:
        case d.Close() if verdict.waiver.strip():
            return Right.GRANT
        case d.OrderLetter() if verdict.says is not None and _gives(verdict):
            return Right.GRANT
        case _:
            return RIGHTS[type(verdict)]


def _gives(verdict: d.OrderLetter) -> bool:
    says = verdict.says
    return says is not None and bool(says.plan_offer or says.plan_confirmation)
