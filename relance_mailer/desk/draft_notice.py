"""The formal notice as a draft: for a lawyer or a manager who sends it in his own name.

The machine's own notice is a level of the timeline and prints with the letter's figures
(`flows/print_notice`). This one is for a dossier that left the timeline: nothing is sent, a person
completes and signs. The law lists no wording (C. civ. 1344); what makes it safe stands here.
"""

from collections.abc import Iterator
from datetime import timedelta

from relance_mailer.desk import french
from relance_mailer.desk.blocks import Block, Fields, Heading, Paragraph
from relance_mailer.desk.draft_parts import Parts
from relance_mailer.words import Segment
from relance_mailer.workdays import business_day_from, zone_of

DAYS = 12
DAYS_CONSUMER = 15


def notice_blocks(parts: Parts) -> Iterator[Block]:
    """The letter: parties, sums, demand with its day, ground, consequence, means of payment."""
    yield from parts.parties("Le créancier", "Le débiteur")
    yield Heading(text="Objet : mise en demeure de payer")
    yield Paragraph(
        text=f"Au {french.day(parts.statement.on)}, les sommes suivantes restent dues :"
    )
    yield from parts.demanded()
    total = french.amount(parts.statement.demanded.total, parts.currency)
    yield Paragraph(
        text=f"Par la présente, nous vous mettons en demeure de payer la somme de {total}, au plus "
        f"tard le {_deadline(parts)}.",
        strong=True,
    )
    yield Paragraph(text=_ground(parts))
    amicable = parts.amicable()
    if amicable:
        yield Paragraph(text=amicable)
    yield Paragraph(text=_consequence(parts))
    yield Fields(rows=(*parts.bank(), ("Référence", parts.file.dossier.key.dossier)))
    yield Paragraph(
        text="Si vous contestez une facture, écrivez-nous laquelle et pour quel motif, pièces à "
        "l'appui, avant cette date."
    )
    yield parts.signature()


def notice_lacks(parts: Parts) -> Iterator[str]:
    """What is left to a person."""
    yield from parts.claimant.lacks()
    yield f"le délai, calculé pour un envoi le {french.day(parts.file.on)}"
    yield "la forme de l'envoi : recommandé avec avis de réception, seule preuve sûre"
    if not parts.debtor.address:
        yield "adresse du débiteur"
    if parts.file.dossier.barred_by is not None:
        yield "plus rien ne part d'ici vers ce débiteur : la personne qui signe en décide"
    yield "la suite annoncée : elle doit être permise et suivre réellement"


def _deadline(parts: Parts) -> str:
    days = DAYS_CONSUMER if parts.debtor.segment is Segment.CONSUMER else DAYS
    zone = zone_of(parts.debtor.postcode)
    return french.day(business_day_from(parts.file.on + timedelta(days=days), zone))


def _ground(parts: Parts) -> str:
    told = "Cette mise en demeure est faite en application de l'article 1344 du code civil."
    match parts.debtor.segment:
        case Segment.PUBLIC:
            return (
                f"{told} Intérêts moratoires et indemnité forfaitaire sont dus de plein droit "
                "(R2192-31 à R2192-33 et D2192-35 du code de la commande publique)."
            )
        case Segment.CONSUMER | Segment.ASSOCIATION if not parts.statement.demanded.fee:
            return (
                f"{told} À compter de sa réception, la somme due porte intérêt au taux légal "
                "(articles 1231-6 et 1344-1 du code civil)."
            )
        case _:
            return (
                f"{told} Pénalités de retard et indemnité forfaitaire sont dues de plein droit "
                "(articles L441-10 et D441-5 du code de commerce)."
            )


def _consequence(parts: Parts) -> str:
    court = parts.court.printed
    match parts.debtor.segment:
        case Segment.PUBLIC:
            return (
                "À défaut, une requête en référé-provision (article R541-1 du code de justice "
                f"administrative) sera présentée {court}."
            )
        case Segment.CONSUMER:
            return (
                f"À défaut, le dossier sera confié à un commissaire de justice ou présenté {court}."
            )
        case _:
            return (
                "À défaut, une requête en injonction de payer (articles 1405 et suivants du code "
                f"de procédure civile) sera présentée {court}."
            )
