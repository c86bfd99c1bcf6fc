"""The facts of one letter of a creditor: the plan and the preview find them in this one place."""

from datetime import date, datetime

from relance_mailer.dossier.reference import mark_of, message_id_for, sign
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.house import Creditor, House
from relance_mailer.law.statement import Figures, payments_of
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter, compose
from relance_mailer.outward.enclosing import within
from relance_mailer.outward.timeline import LetterStep


def facts_of(
    house: House,
    creditor: Creditor,
    dossier: Dossier,
    step: LetterStep,
    on: date,
    *,
    written_at: datetime | None = None,
) -> Letter | NoLetter:
    """What the letter of that step says on that day, or why there is none.

    `written_at` is None for a letter that is only foreseen. Raises `UnknownSemester` where interest
    is claimed and no rate is recorded.
    """
    token = sign(creditor.token_key, dossier.key, step.key)
    shelf = house.papers.shelf(creditor.id)
    letter = compose(
        step,
        dossier,
        timeline=creditor.timeline(dossier),
        today=on,
        senders=creditor.senders,
        token=token,
        mark=mark_of(dossier.key, token),
        message_id=message_id_for(token, step.key, creditor.mailbox.rpartition("@")[2]),
        language_fallback=creditor.language_fallback,
        declare_automatic=creditor.declare_automatic,
        written_at=written_at,
        documents=shelf.sizes,
        figures=Figures(payments=payments_of(dossier), rates=creditor.rates),
    )
    if isinstance(letter, NoLetter):
        return letter
    return within(letter, shelf, creditor.enclosed_bytes_max)
