"""What the debtor said of himself before a dossier of his was opened: it takes the same move.

Hostility, insolvency and an opt-out reach every dossier of the debtor (contract §2), and so those
too that the ledger opens or gives to him afterwards, until a human lifts the bar. Whatever else
bars a dossier of his, or one of his that cannot be read, leaves the new one to a human.
"""

from collections.abc import Sequence

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Move, Phase, permits
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey
from relance_mailer.words import Intent

UNREADABLE = "debtor_unreadable"
_TO_LEGAL = frozenset({Intent.HOSTILE.value, Intent.INSOLVENCY.value})
_OF_HIMSELF = _TO_LEGAL | {Intent.OPT_OUT.value}


def heard_before(
    opened: Dossier, others: Sequence[Dossier], unreadable: Sequence[DossierKey] = ()
) -> tuple[e.DossierEvent, ...]:
    """The move of a dossier that has just come to a debtor, by what his others know of him.

    `unreadable` are those of his others of which nothing is known now. Empty where nothing bars
    him, and where the dossier stands as high already.
    """
    told = sorted(
        (one for one in others if one.barred_by is not None), key=lambda one: not _to_legal(one)
    )
    if not told:
        return _unknown(opened, unreadable)
    found = _same_move(told[0])
    move = Move.HANDED_TO_LEGAL if isinstance(found, e.HandedToLegal) else Move.REVIEW_ASKED
    stands = opened.phase is Phase.LEGAL or not permits(opened.phase, move)
    return () if stands else (found,)


def missed_by(dossier: Dossier, others: Sequence[Dossier]) -> e.ReviewAsked | None:
    """What the debtor said of himself that never reached this dossier, and stands in another.

    Message and ledger may cross: the one read before that dossier was opened, the other taken in
    before that message was. Nothing is missed that a human lifted since, there or here.
    """
    known = frozenset(dossier.moved_by) | frozenset(dossier.messages)
    for other in others:
        for told in (*other.review_reasons, *((other.legal,) if other.legal else ())):
            himself = other.barred_by is not None and told.reason in _OF_HIMSELF
            if himself and told.message is not None and told.message not in known:
                because = f"même débiteur que le dossier {other.key.dossier} : {told.because}"
                return e.ReviewAsked(because=because, reason=told.reason, message=told.message)
    return None


def _to_legal(other: Dossier) -> str:
    """The word about the debtor himself with which that dossier stands in the legal queue.

    A dossier keeps its first bar and the first reason for the queue: either may be an older matter.
    """
    if other.legal is None or other.phase is not Phase.LEGAL:
        return ""
    words = (other.legal.reason, other.barred_by.value if other.barred_by else "")
    return next((word for word in words if word in _TO_LEGAL), "")


def _same_move(other: Dossier) -> e.HandedToLegal | e.ReviewAsked:
    assert other.barred_by is not None, other.key
    because = f"même débiteur que le dossier {other.key.dossier}, ouvert ou rattaché depuis : "
    word = _to_legal(other)
    if word and other.legal is not None:
        return e.HandedToLegal(
            because=because + other.legal.because, reason=word, message=other.legal.message
        )
    told = next((one for one in other.review_reasons if one.reason == other.barred_by), None)
    return e.ReviewAsked(
        because=because + (told.because if told else f"l'on ne lui écrit plus ({other.barred_by})"),
        reason=other.barred_by.value,
        message=told.message if told else None,
    )


def _unknown(opened: Dossier, unreadable: Sequence[DossierKey]) -> tuple[e.DossierEvent, ...]:
    if not unreadable or opened.phase in (Phase.REVIEW, Phase.LEGAL):
        return ()
    named = ", ".join(sorted(str(key.dossier) for key in unreadable))
    because = f"illisible, du même débiteur : {named} ; ce qu'il y a dit n'est pas connu"
    return (e.ReviewAsked(because=because, reason=UNREADABLE),)
