"""What falls away of a dossier when a human says that a message was read wrongly."""

from dataclasses import replace

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest
from relance_mailer.dossier.waits import with_fate

WITHDRAWN = "withdrawn"


def corrected(dossier: Dossier, event: e.ReadingCorrected) -> Dossier:
    """The dossier without what the machine drew from that message; its phase stays.

    Answers owed, holds, the promise, the reasons for a review, a new address proposed, a plan
    asked for and the hint of distress go; what was sent, and days already taken up by a cap, are
    facts and stay.
    """
    told = replace(
        dossier,
        corrected=tuple(dict.fromkeys((*dossier.corrected, event.message))),
    )
    return told if event.confirmed else _without(told, event.message)


def _without(dossier: Dossier, message: Digest) -> Dossier:
    withdrawn = dossier.promise is not None and dossier.promise.message == message
    if withdrawn:
        fate = with_fate(dossier.promises, WITHDRAWN)
        dossier = replace(dossier, promise=None, promises=fate)
    return replace(
        dossier,
        answers_owed=tuple(one for one in dossier.answers_owed if one.message != message),
        holds=tuple(held for held in dossier.holds if held.message != message),
        review_reasons=tuple(one for one in dossier.review_reasons if one.message != message),
        proposed=tuple(one for one in dossier.proposed if one.message != message),
        distress=None if _is_of(dossier.distress, message) else dossier.distress,
        plan_proposed=None if _is_of(dossier.plan_proposed, message) else dossier.plan_proposed,
    )


def _is_of(said: e.DistressSeen | e.PlanProposed | None, message: Digest) -> bool:
    return said is not None and said.message == message
