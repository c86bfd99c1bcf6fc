"""What goes with a letter, gathered: documents, statement of account, picture of the transfer."""

from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.house import House
from relance_mailer.law.statement import history_of
from relance_mailer.outward.compose import Letter
from relance_mailer.ports import Enclosed


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
