"""What goes with a letter, gathered, and the letter read over with it before it may leave."""

from collections.abc import Sequence
from dataclasses import dataclass

from relance_mailer.dossier.events import NoticePrinted
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.house import House
from relance_mailer.law.statement import history_of
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import enclosure_faults
from relance_mailer.outward.lint import faults
from relance_mailer.outward.sheet import Fault
from relance_mailer.ports import Enclosed, Rendered


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """A letter as it would leave, and what is wrong with it."""

    enclosed: Enclosed
    rendered: Rendered
    faults: tuple[Fault, ...]


def proofread(
    house: House, letter: Letter, dossier: Dossier, *, papers: Sequence[NoticePrinted] = ()
) -> Proof:
    """The letter rendered with what goes with it, and read over by the lint.

    `papers` are the printed notices with which a mail copy must agree. Raises `Permanent` where a
    template or an enclosure fails.
    """
    enclosed = enclosed_with(house, letter, dossier)
    rendered = house.renderer.render(letter, enclosed)
    wrong = faults(
        letter,
        rendered.text,
        rendered.html,
        rendered.subject,
        rendered.printed,
        dossier=dossier,
    )
    sizes = [(file.name, len(file.content)) for file in enclosed.files]
    wrong += tuple(enclosure_faults(letter, sizes, papers))
    return Proof(enclosed=enclosed, rendered=rendered, faults=wrong)


def enclosed_with(house: House, letter: Letter, dossier: Dossier) -> Enclosed:
    """The files and the picture that go with a letter; raises `Permanent` where one can't be made.

    The statement prints the letter's own figures beside what happened to its invoices.
    """
    papers = house.papers
    files = tuple(papers.document(letter.key.creditor, name) for name in letter.attachments)
    if letter.statement:
        history = history_of(dossier, frozenset(line.number for line in letter.lines))
        files = (*files, papers.statement(letter, history))
    return Enclosed(files=files, transfer_code=papers.transfer_code(letter))
