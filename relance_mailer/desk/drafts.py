"""Drafts for a person to read, complete and sign: petition, small-claims request, proof of claim.

Each holds what the Code asks on pain of nullity, in the order in which a registry looks for it.
What is not known is a blank in the text and a line in the list of what to complete: nothing is
guessed. A road that the law closes gives no draft, but the article that closes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from relance_mailer.desk import french
from relance_mailer.desk.blocks import (
    BLANK,
    Block,
    Fields,
    Heading,
    Paragraph,
    Points,
    Sheet,
)
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.claimed import contested, is_insolvent, judgment_on, limited, published_on
from relance_mailer.desk.draft_notice import notice_blocks, notice_lacks
from relance_mailer.desk.draft_parts import Parts
from relance_mailer.desk.legal_file import LegalFile
from relance_mailer.law.deadlines import late_filing_deadline, proof_of_claim_deadline
from relance_mailer.law.routes import (
    Road,
    ways_closed,
)
from relance_mailer.words import Segment

PROJECT = "PROJET – à relire et signer"


class DraftKind(StrEnum):
    """What can be drafted; the identifiers that the command line takes."""

    FORMAL_NOTICE = "formal-notice"  # mise en demeure
    PETITION = "petition"  # requête en injonction de payer
    SMALL_CLAIM = "small-claim"  # demande de procédure simplifiée
    PROOF_OF_CLAIM = "proof-of-claim"  # déclaration de créance


ROADS = {
    DraftKind.PETITION: Road.PAYMENT_ORDER,
    DraftKind.SMALL_CLAIM: Road.SMALL_CLAIM,
    DraftKind.PROOF_OF_CLAIM: Road.PROOF_OF_CLAIM,
}
NAMES = {
    DraftKind.FORMAL_NOTICE: "mise-en-demeure",
    DraftKind.PETITION: "requete-en-injonction-de-payer",
    DraftKind.SMALL_CLAIM: "demande-petites-creances",
    DraftKind.PROOF_OF_CLAIM: "declaration-de-creance",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A draft: its text, and what a person has to complete or check before signing."""

    kind: DraftKind
    sheet: Sheet
    to_complete: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Closed:
    """The road is closed: the reason in French, with its article."""

    because: str


def draft(kind: DraftKind, file: LegalFile, claimant: Claimant) -> Draft | Closed:
    """The draft of that kind for a dossier, or why the law closes the road."""
    because = closed_because(_road(kind, file), file)
    if because is not None:
        return Closed(because=because)
    writer = _Writer(file, claimant)
    match kind:
        case DraftKind.FORMAL_NOTICE:
            return writer.formal_notice()
        case DraftKind.PETITION:
            return writer.petition()
        case DraftKind.SMALL_CLAIM:
            return writer.small_claim()
        case DraftKind.PROOF_OF_CLAIM:
            return writer.proof_of_claim()


def _road(kind: DraftKind, file: LegalFile) -> Road:
    """The road that a draft takes; a formal notice leads to the debtor's usual one."""
    debtor = file.dossier.debtor
    if kind is DraftKind.FORMAL_NOTICE and debtor and debtor.segment is Segment.PUBLIC:
        return Road.ADMINISTRATIVE_INTERIM
    return ROADS.get(kind, Road.PAYMENT_ORDER)


def closed_because(road: Road, file: LegalFile) -> str | None:
    """Why this road is closed for this dossier, with the article; None: it is open."""
    dossier = file.dossier
    assert dossier.debtor is not None
    whole = file.statement.demanded
    closed = dict(
        ways_closed(
            dossier.debtor, whole.principal + whole.interest, insolvent=is_insolvent(dossier)
        )
    )
    if road in closed and not (road is Road.PROOF_OF_CLAIM and is_insolvent(dossier)):
        return closed[road]
    if road is Road.PROOF_OF_CLAIM:
        claimable = file.statement.rows or file.statement.coming
        return None if claimable else "aucune facture antérieure au jugement n'est due (L622-24)"
    if any(asked.reason == "dispute" for asked in dossier.review_reasons):
        return f"{_CONTESTED} ; tranchez d'abord le litige (R22)"
    if not file.statement.rows:
        return _nothing(file)
    return None


_CONTESTED = (
    "créance contestée : elle doit être certaine, liquide et exigible, et l'opposition ouvrirait "
    "le procès (CPC 1405 et 1416) ; la voie est l'assignation (CPC 54 et 56)"
)


def _nothing(file: LegalFile) -> str:
    dossier = file.dossier
    if limited(dossier, file.on):
        return "créance prescrite : elle ne se demande plus (C. civ. 2224, C. conso L218-2)"
    if contested(dossier):
        return _CONTESTED
    return "aucune somme échue n'est due : la créance doit être exigible (CPC 1405)"


class _Writer:
    """Writes the drafts of one dossier."""

    def __init__(self, file: LegalFile, claimant: Claimant) -> None:
        self.file, self.parts = file, Parts(file, claimant)

    def formal_notice(self) -> Draft:
        title, parts = "Mise en demeure de payer", self.parts
        blocks, lacks = tuple(notice_blocks(parts)), tuple(notice_lacks(parts))
        return self._draft(DraftKind.FORMAL_NOTICE, title, blocks, lacks)

    def petition(self) -> Draft:
        title = "Requête en injonction de payer"
        blocks = (
            Paragraph(text="(articles 1405 à 1422 du code de procédure civile)"),
            Paragraph(text=f"À la juridiction : {self.parts.court_name()}", strong=True),
            *self.parts.parties("Le requérant (créancier)", "contre (débiteur)"),
            Heading(text="Objet de la demande"),
            Paragraph(
                text="Le requérant demande qu'il soit enjoint au débiteur de lui payer les "
                "sommes suivantes, et les dépens."
            ),
            *self.parts.demanded(),
            *self.parts.further_interest(),
            Heading(text="Fondement de la créance"),
            *self.parts.ground(),
            Heading(text="En cas d'opposition (article 1408, facultatif)"),
            Paragraph(
                text="Le requérant demande que l'affaire soit, en cas d'opposition, renvoyée "
                f"devant : {BLANK} (à barrer si la demande n'est pas faite)."
            ),
            self.parts.signature(),
            *self.parts.exhibits(),
        )
        return self._draft(
            DraftKind.PETITION, title, blocks, (*self.parts.common(), *self.parts.court_lacks())
        )

    def small_claim(self) -> Draft:
        title = "Demande de procédure simplifiée de recouvrement des petites créances"
        place = self.parts.debtor.city or BLANK
        blocks = (
            Paragraph(
                text="(articles L125-1 et R125-1 à R125-8 du code des procédures civiles "
                "d'exécution)"
            ),
            Paragraph(
                text=f"À : Me {BLANK}, commissaire de justice dans le ressort de la cour d'appel "
                f"où demeure le débiteur ({place})",
                strong=True,
            ),
            *self.parts.parties("Le créancier", "Le débiteur"),
            Heading(text="Objet de la demande"),
            Paragraph(
                text="Le créancier demande que le débiteur soit invité à participer à la procédure "
                "simplifiée de recouvrement, pour les sommes suivantes."
            ),
            *self.parts.demanded(small=True),
            Heading(text="Fondement de la créance"),
            *self.parts.ground(),
            Heading(text="Ce que le créancier sait"),
            Points(
                items=(
                    "L'accord du débiteur est nécessaire ; son silence pendant un mois vaut refus.",
                    "Aucun paiement ne peut être reçu pendant la procédure (R125-7).",
                    "Les frais de toute nature restent à la charge du créancier.",
                    "Le commissaire de justice qui délivre le titre ne peut pas l'exécuter.",
                )
            ),
            Heading(text="Proposition de règlement"),
            Paragraph(text=f"Montant et modalités acceptés par le créancier : {BLANK}"),
            Fields(rows=self.parts.bank()),
            self.parts.signature(),
            *self.parts.exhibits(),
        )
        lacks = (*self.parts.common(), "commissaire de justice du ressort", "modalités acceptées")
        return self._draft(DraftKind.SMALL_CLAIM, title, blocks, lacks)

    def proof_of_claim(self) -> Draft:
        opened, published = judgment_on(self.file.dossier), published_on(self.file.dossier)
        blocks = (
            Paragraph(text="(articles L622-24, L622-25, R622-23 et R622-24 du code de commerce)"),
            Paragraph(
                text=f"À : Me {BLANK}, mandataire judiciaire ou liquidateur, {BLANK}", strong=True
            ),
            *self.parts.parties("Le créancier", "Le débiteur"),
            Heading(text="La procédure"),
            Fields(
                rows=(
                    ("Nature", f"sauvegarde, redressement ou liquidation judiciaire : {BLANK}"),
                    ("Jugement d'ouverture", french.day(opened) if opened else BLANK),
                    ("Publication au BODACC", french.day(published) if published else BLANK),
                    ("Tribunal", BLANK),
                )
            ),
            Heading(text="Créance déclarée, au jour du jugement"),
            *self.parts.declared(),
            Heading(text="Origine et sûretés"),
            *self.parts.ground(),
            Paragraph(
                text="La créance est déclarée à titre chirographaire ; privilège, sûreté ou "
                f"réserve de propriété, s'il y en a : {BLANK}"
            ),
            Paragraph(
                text="Les intérêts sont arrêtés à la veille du jugement (L622-28) ; ceux d'un prêt "
                f"ou d'un paiement différé d'un an ou plus, s'il y en a : {BLANK}"
            ),
            Paragraph(
                text="Le créancier certifie sincère la présente déclaration (L622-25).", strong=True
            ),
            self.parts.signature(),
            *self.parts.exhibits(),
        )
        lacks = [*self.parts.common(notice=False), "nom et adresse du mandataire ou du liquidateur"]
        lacks += ["nature de la procédure et tribunal", "sûretés éventuelles"]
        if opened is None:
            lacks.append("jour du jugement d'ouverture : les intérêts s'arrêtent à sa veille")
        lacks += self._until(published)
        title = "Déclaration de créance"
        return self._draft(DraftKind.PROOF_OF_CLAIM, title, blocks, tuple(lacks))

    def _until(self, published: date | None) -> Iterator[str]:
        if published is None:
            yield "jour de la publication au BODACC : le délai de deux mois en part (R622-24)"
            return
        due, late = proof_of_claim_deadline(published), late_filing_deadline(published)
        if self.file.on <= due.on:
            yield (
                f"à déclarer au plus tard le {french.day(due.on)} (R622-24 ; deux mois de plus "
                "pour un créancier établi hors de France métropolitaine)"
            )
        else:
            yield (
                f"délai expiré le {french.day(due.on)} : demander le relevé de forclusion avant "
                f"le {french.day(late.on)} (L622-26)"
            )

    def _draft(
        self, kind: DraftKind, title: str, blocks: tuple[Block, ...], lacks: tuple[str, ...]
    ) -> Draft:
        return Draft(kind=kind, sheet=Sheet(title=title, blocks=blocks), to_complete=lacks)
