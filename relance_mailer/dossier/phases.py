"""Where a dossier stands, and the one table that moves it.

A message can only raise a dossier (settled < running < held < review < legal); the calendar
lowers `held`, the ledger settles what no human has to look at, and a human alone lowers the rest.
Nothing else in the house moves a dossier; README's table is tested against this one.
"""

from enum import StrEnum
from types import MappingProxyType


class Phase(StrEnum):
    """Where a dossier stands."""

    SETTLED = "settled"  # soldé
    RUNNING = "running"  # en relance
    HELD = "held"  # suspendu
    REVIEW = "review"  # à examiner
    LEGAL = "legal"  # contentieux


class Move(StrEnum):
    """What moves a dossier: the columns of the table. Held and PromiseMade share one."""

    HELD = "Held, PromiseMade"
    REVIEW_ASKED = "ReviewAsked"
    HANDED_TO_LEGAL = "HandedToLegal"
    HOLD_ENDED = "HoldEnded, PromiseBroken"
    HUMAN_RESUMED = "HumanResumed"
    HUMAN_REOPENED = "HumanReopened"
    HUMAN_CLOSED = "HumanClosed"
    SETTLED = "Settled"
    INVOICE_OPENED = "InvoiceOpened"


class IllegalMove(AssertionError):
    """A move that the table does not have: our own fault."""


_S, _R, _H, _V, _L = Phase.SETTLED, Phase.RUNNING, Phase.HELD, Phase.REVIEW, Phase.LEGAL

MOVES: MappingProxyType[tuple[Phase, Move], Phase] = MappingProxyType(
    {
        (_S, Move.HELD): _S,
        (_S, Move.REVIEW_ASKED): _V,
        (_S, Move.HANDED_TO_LEGAL): _L,
        (_S, Move.INVOICE_OPENED): _R,
        (_R, Move.HELD): _H,
        (_R, Move.REVIEW_ASKED): _V,
        (_R, Move.HANDED_TO_LEGAL): _L,
        (_R, Move.SETTLED): _S,
        (_R, Move.INVOICE_OPENED): _R,
        (_H, Move.HELD): _H,
        (_H, Move.REVIEW_ASKED): _V,
        (_H, Move.HANDED_TO_LEGAL): _L,
        (_H, Move.HOLD_ENDED): _R,
        (_H, Move.HUMAN_RESUMED): _R,
        (_H, Move.SETTLED): _S,
        (_H, Move.INVOICE_OPENED): _H,
        (_V, Move.HELD): _V,
        (_V, Move.REVIEW_ASKED): _V,
        (_V, Move.HANDED_TO_LEGAL): _L,
        (_V, Move.HUMAN_RESUMED): _R,
        (_V, Move.HUMAN_CLOSED): _S,
        (_V, Move.SETTLED): _V,
        (_V, Move.INVOICE_OPENED): _V,
        (_L, Move.HELD): _L,
        (_L, Move.REVIEW_ASKED): _L,
        (_L, Move.HANDED_TO_LEGAL): _L,
        (_L, Move.HUMAN_REOPENED): _R,
        (_L, Move.HUMAN_CLOSED): _S,
        (_L, Move.SETTLED): _L,
        (_L, Move.INVOICE_OPENED): _L,
    }
)


def after(phase: Phase, move: Move) -> Phase:
    """The phase after a move; raises `IllegalMove` when the table has none."""
    try:
        return MOVES[(phase, move)]
    except KeyError:
        raise IllegalMove(f"{move} n'est pas permis depuis {phase}") from None


def permits(phase: Phase, move: Move) -> bool:
    """Whether the table has that move from that phase."""
    return (phase, move) in MOVES
