"""Papers without a press: documents that a test puts on the shelf, and words for the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from relance_mailer.dossier.values import CreditorId
from relance_mailer.law.statement import Stated
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import Shelf, shelf_of
from relance_mailer.outward.levels import Form
from relance_mailer.ports import Enclosure, Permanent


@dataclass
class FakePapers:
    """`documents` are the files at hand, by name; the rest is what was printed, and laid out."""

    documents: dict[str, bytes] = field(default_factory=dict)
    picture: bytes = b""  # of the transfer
    noticed: list[Letter] = field(default_factory=list)
    lying: dict[str, bytes] = field(default_factory=dict)

    def shelf(self, creditor: CreditorId) -> Shelf:
        return shelf_of({name: len(content) for name, content in self.documents.items()})

    def document(self, creditor: CreditorId, name: str) -> Enclosure:
        if name not in self.documents:
            raise Permanent(f"pièce jointe « {name} » : absente")
        return Enclosure(name=name, content=self.documents[name])

    def statement(self, letter: Letter, history: Sequence[Stated]) -> Enclosure:
        numbers = " ".join(row.invoice.number for row in history)
        return Enclosure(
            name=letter.statement, content=f"%PDF {numbers} {letter.demanded}".encode()
        )

    def notice(
        self, letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
    ) -> bytes:
        self.noticed.append(letter)
        return f"%PDF {letter.demanded} {letter.deadline_on}".encode()

    def transfer_code(self, letter: Letter) -> bytes:
        return self.picture

    def keep_to_post(self, creditor: CreditorId, name: str, content: bytes) -> str:
        self.lying[name] = content
        return name

    def laid_out(self, creditor: CreditorId) -> tuple[str, ...]:
        return tuple(self.lying)

    def take_back(self, creditor: CreditorId, name: str) -> None:
        self.lying.pop(name, None)
