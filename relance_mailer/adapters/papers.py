"""All that goes with letters or is posted: invoice documents, statements, notices, the QR code."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from relance_mailer.adapters import transfer_code
from relance_mailer.adapters.documents import DocumentFolder
from relance_mailer.adapters.paper_view import notice_view, paper_view
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.dossier.values import CreditorId
from relance_mailer.law.statement import Stated
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.enclosing import NOTICE, Shelf
from relance_mailer.outward.levels import Form
from relance_mailer.outward.transfer import transfer_of
from relance_mailer.ports import Enclosure, Permanent
from relance_mailer.settings.french import system_words


class PrintedPapers:
    """The papers of all creditors: their folders of documents and one typesetter."""

    def __init__(
        self,
        folders: Mapping[CreditorId, DocumentFolder],
        press: Typesetter,
        to_post: Mapping[CreditorId, Path] | None = None,
    ) -> None:
        self._folders = folders
        self._press = press
        self._to_post = to_post or {}

    def shelf(self, creditor: CreditorId) -> Shelf:
        """The documents of a creditor that are at hand."""
        folder = self._folders.get(creditor)
        return folder.shelf() if folder else Shelf()

    def document(self, creditor: CreditorId, name: str) -> Enclosure:
        """One of them; raises `Permanent` when it may not be sent."""
        folder = self._folders.get(creditor)
        if folder is None:
            raise Permanent(f"pièce jointe « {name} » : aucun dossier de documents n'est réglé")
        return folder.read(name)

    def statement(self, letter: Letter, history: Sequence[Stated]) -> Enclosure:
        """The statement of account that goes with a letter, with the letter's own figures."""
        made = self._press.render(
            "statement", paper_view(letter, history), dated=letter.composed_for
        )
        return Enclosure(name=letter.statement, content=made)

    def notice(
        self, letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
    ) -> bytes:
        """The formal notice as a PDF to sign and post."""
        told = notice_view(letter, history, reminders, form)
        return self._press.render("formal_notice", told, dated=letter.composed_for)

    def transfer_code(self, letter: Letter) -> bytes:
        """The picture of the transfer that pays a letter; empty when it asks for none."""
        asked = transfer_of(letter)
        return transfer_code.png(asked) if asked else b""

    def keep_to_post(self, creditor: CreditorId, name: str, content: bytes) -> str:
        """Lay a paper in the folder `to_post`, readable by this account alone; its path.

        Empty when no folder is set. Raises `Permanent` when the folder can't be written.
        """
        folder = self._to_post.get(creditor)
        if folder is None:
            return ""
        path = folder / Path(name).name
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_bytes(content)
        except OSError as error:
            raise Permanent(f"{path} : écriture impossible : {system_words(error)}") from error
        return str(path)

    def laid_out(self, creditor: CreditorId) -> tuple[str, ...]:
        """The names of the notices that lie in the folder `to_post`."""
        folder = self._to_post.get(creditor)
        if folder is None:
            return ()
        return tuple(sorted(path.name for path in folder.glob(f"{NOTICE}*.pdf")))

    def take_back(self, creditor: CreditorId, name: str) -> None:
        """Take one away; one that a person took meanwhile is gone already."""
        folder = self._to_post.get(creditor)
        if folder is None:
            return
        path = folder / Path(name).name
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise Permanent(f"{path} : à retirer à la main : {system_words(error)}") from error
