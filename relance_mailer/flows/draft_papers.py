"""A draft for the court, the officer or the trustee: as a PDF to read and a text to complete."""

from dataclasses import dataclass

from relance_mailer.desk import french
from relance_mailer.desk.blocks import Paragraph, Points, Sheet
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.drafts import NAMES, PROJECT, Closed, Draft, DraftKind, draft
from relance_mailer.desk.legal_file import LegalFile, slug
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.file_gathered import gather_file
from relance_mailer.flows.house import Creditor, House
from relance_mailer.ports import Book


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftPapers:
    """A draft as two papers, under one name without its suffix."""

    draft: Draft
    name: str
    pdf: bytes
    odt: bytes


async def draft_papers(
    house: House, creditor: Creditor, key: DossierKey, kind: DraftKind
) -> DraftPapers | Closed:
    """The draft of a dossier, or why the law closes the road; touches nothing."""
    gathered = await gather_file(house, creditor, key)
    made = draft(kind, gathered.file, creditor.claimant)
    if isinstance(made, Closed):
        return made
    book = _book(gathered.file, creditor.claimant, made)
    return DraftPapers(
        draft=made,
        name=f"projet-{NAMES[kind]}-{slug(key.dossier)}-{gathered.file.on.isoformat()}",
        pdf=house.press.pdf(book),
        odt=house.press.odt(book),
    )


def _book(file: LegalFile, claimant: Claimant, made: Draft) -> Book:
    checks = Sheet(
        title="Fiche de relecture (à retirer avant la signature)",
        blocks=(
            Paragraph(
                text="Établi d'après le journal et le grand livre ; une personne relit, "
                "complète, choisit la voie et signe."
            ),
            Points(items=tuple(made.to_complete) or ("rien à compléter",)),
        ),
    )
    return Book(
        title=made.sheet.title,
        author=claimant.name,
        reference=f"{file.dossier.key.dossier}, au {french.day(file.on)}",
        dated=file.on,
        sheets=(made.sheet, checks),
        mark=PROJECT,
        mentions=claimant.mentions,
    )
