"""The one table that moves a dossier, row by row as the design draws it."""

from itertools import product

import pytest

from relance_mailer.dossier.phases import MOVES, IllegalMove, Move, Phase, after, permits

COLUMNS = tuple(Move)
# Rows: the phase a dossier stands in; columns: the moves in the order of `Move`; « – » is illegal.
DRAWN = """
settled | settled | review | legal | –       | –       | –       | –       | –       | running
running | held    | review | legal | –       | –       | –       | –       | settled | running
held    | held    | review | legal | running | running | –       | –       | settled | held
review  | review  | review | legal | –       | running | –       | settled | review  | review
legal   | legal   | legal  | legal | –       | –       | running | settled | legal   | legal
"""
TABLE = {
    (Phase(cells[0]), move): cell
    for cells in ([c.strip() for c in row.split("|")] for row in DRAWN.strip().splitlines())
    for move, cell in zip(COLUMNS, cells[1:], strict=True)
}


@pytest.mark.parametrize("phase, move", [*product(Phase, Move)])
def test_la_table_est_celle_du_dessin(phase: Phase, move: Move) -> None:
    drawn = TABLE[(phase, move)]
    assert permits(phase, move) is (drawn != "–")
    if drawn == "–":
        with pytest.raises(IllegalMove, match="n'est pas permis"):
            after(phase, move)
    else:
        assert after(phase, move) is Phase(drawn)


ORDER = (Phase.SETTLED, Phase.RUNNING, Phase.HELD, Phase.REVIEW, Phase.LEGAL)
BY_MESSAGES = (Move.HELD, Move.REVIEW_ASKED, Move.HANDED_TO_LEGAL)
BY_HUMANS = (Move.HUMAN_RESUMED, Move.HUMAN_REOPENED, Move.HUMAN_CLOSED)


@pytest.mark.parametrize("phase, move", [*product(Phase, BY_MESSAGES)])
def test_un_message_ne_fait_que_monter_un_dossier(phase: Phase, move: Move) -> None:
    assert permits(phase, move)
    assert ORDER.index(after(phase, move)) >= ORDER.index(phase)


@pytest.mark.parametrize("phase", [Phase.REVIEW, Phase.LEGAL])
def test_seul_un_humain_sort_un_dossier_de_l_examen_ou_du_contentieux(phase: Phase) -> None:
    lowering = {
        move
        for (start, move), end in MOVES.items()
        if start is phase and ORDER.index(end) < ORDER.index(phase)
    }
    assert lowering
    assert lowering <= set(BY_HUMANS)


def test_le_contentieux_ne_se_reprend_pas_il_se_rouvre() -> None:
    assert not permits(Phase.LEGAL, Move.HUMAN_RESUMED)
    assert [phase for phase in Phase if permits(phase, Move.HUMAN_REOPENED)] == [Phase.LEGAL]
