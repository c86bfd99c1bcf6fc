"""The words of a letter that a human orders: as they are proposed, or as he says them here."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from relance_mailer.commands.common import fail
from relance_mailer.desk.proposals import proposal_of
from relance_mailer.desk.saying import Told, reworded
from relance_mailer.dossier.ordered import Says
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import HUMAN_ANSWERS, Answer, Digest

Value = TypeVar("Value")


def worded(make: Callable[[], Value]) -> Value:
    """The value, or a French ending where its words cannot be said."""
    try:
        return make()
    except ValueError as error:
        fail(str(error), code=2)


def words_of(
    template: str, dossier: Dossier, today: date, by: str, told: Told
) -> tuple[Says | None, Digest | None]:
    """The words of that letter and the message that it answers; ends the command when it lacks any.

    Letters that the machine writes need none.
    """
    if template not in {one.value for one in HUMAN_ANSWERS}:
        return None, None
    if template == Answer.DISPUTE_ANSWER:
        fail("une réponse à un litige s'écrit avec « relance dispute decide »", code=2)
    found = proposal_of(template, dossier, today, by)
    if found is None or found.says is None:
        fail(f"« {template} » : rien n'est à dire sur ce dossier qui le permette")
    says = found.says
    return worded(lambda: reworded(says, told)), found.message
