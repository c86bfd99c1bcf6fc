"""Which signs of a table show in a text."""

from collections.abc import Iterable

from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.reading.second_looks import Sign


def signs_shown(signs: Iterable[Sign], text: str) -> list[str]:
    """Their names, one for each sentence in which a sign shows."""
    return [
        sign.name
        for each in sentences(text)
        for sign in signs
        if sign.takes.search(each.folded)
        and not (sign.leaves is not None and sign.leaves.search(each.folded))
    ]
