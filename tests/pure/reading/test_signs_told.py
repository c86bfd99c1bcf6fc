"""What makes the reader hesitate is told to an operator in words of his own."""

import pytest

from relance_mailer.inward.outcome import DOUBTS
from relance_mailer.reading import plain_troubles, second_looks, side_by_side
from relance_mailer.reading.second_looks import Sign


@pytest.mark.parametrize("signs", [plain_troubles.SIGNS, second_looks.SIGNS, side_by_side.SIGNS])
def test_each_sign_has_its_words_for_the_operator(signs: tuple[Sign, ...]) -> None:
    assert {sign.name for sign in signs} <= set(DOUBTS)
