"""The sheets that the file prints from what the journal knows: sums, calls, promises, limitation.

Every figure is that of `law/`; nothing is computed here but the order in which it is told.
"""

from collections.abc import Callable, Iterator
from types import MappingProxyType

from relance_mailer.desk import french
from relance_mailer.desk.blocks import Block, Fields, Heading, Paragraph, Points, Sheet, Table
from relance_mailer.desk.chronicle import structured
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.claimed import is_insolvent
from relance_mailer.desk.legal_file import Item, LegalFile, Source
from relance_mailer.desk.legal_tables import by_four, invoice_table, run_table, sums
from relance_mailer.desk.reckoning import (
    IMPUTATIONS,
    METHOD,
    NO_INTEREST,
    doubts,
    movements,
    origin,
)
from relance_mailer.dossier import events as e
from relance_mailer.law.deadlines import Deadline
from relance_mailer.law.limitation import Limitation, Start, limitations, ordinary_term
from relance_mailer.law.reckoning import Flag
from relance_mailer.law.routes import Way, court_named, court_of, ways_closed, ways_open
from relance_mailer.workdays import PARIS

EXTENDED = "CPC 642 peut le reporter au"


def sheets(file: LegalFile, claimant: Claimant, clocks: tuple[Deadline, ...]) -> tuple[Sheet, ...]:
    """Every sheet that is an exhibit of this file, in the order of the exhibits."""
    made = _Sheets(file, claimant, clocks)
    by_item: dict[Item, Callable[[], Iterator[Block]]] = {
        Item.RECKONING: made.reckoning,
        Item.ACCOUNT: made.account,
        Item.CALLS: made.calls,
        Item.PROMISES: made.promises,
        Item.LIMITATION: made.limitation,
        Item.COURT: made.court,
        Item.BANK: made.bank,
    }
    return tuple(
        Sheet(
            title=f"Pièce n° {one.number} – {one.title}",
            blocks=tuple(by_item[one.item]()),
        )
        for one in file.exhibits
        if one.source is Source.SHEET
    )


class _Sheets:
    """The sheets of one file."""

    def __init__(self, file: LegalFile, claimant: Claimant, clocks: tuple[Deadline, ...]) -> None:
        assert file.dossier.debtor is not None
        self.file, self.claimant, self.clocks = file, claimant, clocks
        self.debtor, self.statement = file.dossier.debtor, file.statement
        self.currency = file.dossier.currency

    def reckoning(self) -> Iterator[Block]:
        statement = self.statement
        yield sums(statement, self.currency)
        yield Heading(text="Factures demandées")
        yield invoice_table(statement.rows, self.currency)
        if any(row.reckoning and row.reckoning.parts for row in statement.rows):
            yield Heading(text="Intérêts par facture et par semestre")
            yield run_table(statement.rows, self.currency)
        elif self.debtor.segment in NO_INTEREST:
            yield Paragraph(text=NO_INTEREST[self.debtor.segment])
        if statement.contested:
            yield Heading(text="Contestées, hors de la somme due")
            yield invoice_table(statement.contested, self.currency)
        yield Paragraph(text=METHOD, small=True)
        yield Paragraph(text=f"{IMPUTATIONS[statement.imputation]}.", small=True)
        if statement.on != statement.asked_on:
            told = "Arrêté la veille du jugement d'ouverture (C. com. L622-28)."
            yield Paragraph(text=told, strong=True)
        yield from self._sources()

    def _sources(self) -> Iterator[Block]:
        used = {
            (found.regime, part.semester): part.rate
            for row in self.statement.rows
            if (found := row.reckoning) is not None
            for part in found.parts
        }
        grounds = dict.fromkeys(
            row.reckoning.ground for row in self.statement.rows if row.reckoning
        )
        told = [ground for ground in grounds if ground]
        told += [
            f"{semester} : {origin(regime, self.statement.rates[semester], rate)}"
            for (regime, semester), rate in sorted(used.items())
        ]
        if told:
            yield Heading(text="Taux et sources")
            yield Points(items=tuple(told))
        if Flag.RATE_BELOW_FLOOR in doubts(self.statement):
            yield Paragraph(
                text="À vérifier : un taux convenu est sous le plancher légal "
                "(C. com. L441-10 II).",
                strong=True,
            )

    def account(self) -> Iterator[Block]:
        statement = self.statement
        yield invoice_table((*statement.rows, *statement.contested), self.currency)
        moved = [
            (
                row.invoice.number,
                f"{what[:1].upper()}{what[1:]}",
                french.amount(paid, self.currency),
            )
            for row in (*statement.rows, *statement.contested)
            for what, paid in movements(row)
        ]
        if moved:
            yield Heading(text="Règlements et avoirs")
            yield Table(
                head=("Facture", "Mouvement", "Montant"),
                rows=tuple((a, b, c.replace("-", "\u2212")) for a, b, c in moved),
                figures=(2,),
                wide=(1,),
            )
        if statement.coming:
            yield Heading(text="Non échues, pour mémoire")
            yield invoice_table(statement.coming, self.currency)
        settled = [one for one in self.file.dossier.invoices if not one.open]
        if settled:
            yield Heading(text="Factures soldées")
            yield Table(
                head=("Facture", "Échéance", "Montant TTC", "Soldée le"),
                rows=tuple(
                    (
                        one.invoice.number,
                        french.day(one.invoice.due_on),
                        french.amount(one.invoice.amount, self.currency),
                        french.day(one.closed_on) if one.closed_on else "",
                    )
                    for one in settled
                ),
                figures=(2,),
            )

    def calls(self) -> Iterator[Block]:
        rows = []
        for entry in self.file.entries:
            match entry.event:
                case e.CallLogged() as call:
                    way = "appel émis" if call.unsolicited else "appel reçu"
                    rows.append((french.day(call.on), call.by, call.with_whom, way, call.said))
                case e.NoteWritten() as note:
                    on = f"{entry.at.astimezone(PARIS):%d/%m/%Y}"
                    rows.append((on, note.by, "", "note", note.text))
                case _:
                    pass
        yield Table(
            head=("Jour", "Qui", "Avec qui", "Nature", "Ce qui a été dit"),
            rows=tuple(rows),
            wide=(4,),
        )

    def promises(self) -> Iterator[Block]:
        kinds = (e.PromiseMade, e.PromiseKept, e.PromiseBroken, e.PlanProposed, e.PlanAgreed)
        rows = []
        for entry in self.file.entries:
            if isinstance(entry.event, (*kinds, e.PlanLost)):
                told = structured(entry)
                rows.append((f"{told.at:%d/%m/%Y}", told.what, told.who))
        yield Table(head=("Jour", "Fait", "Inscrit par"), rows=tuple(rows), wide=(1,))

    def limitation(self) -> Iterator[Block]:
        found = limitations(self.file.dossier)
        yield Table(
            head=("Facture", "Point de départ", "Délai", "Prescrite après le", "Au plus tard"),
            rows=tuple(
                (
                    invoice.number,
                    f"{french.day(limit.starts_on)} ({_STARTS[limit.start]})",
                    f"{years} an{'s' if years > 1 else ''}",
                    french.day(limit.known_on),
                    french.day(limit.at_the_latest_on),
                )
                for invoice, limit in found
                for years, _ in (self._term(limit),)
            ),
            wide=(1,),
        )
        articles = dict.fromkeys(self._term(limit)[1] for _, limit in found)
        yield Points(
            items=(
                *articles,
                "La mise en demeure n'interrompt pas la prescription, même recommandée "
                "(Cass. com. 18 mai 2022, 20-23.204).",
                "« Au plus tard » compte comme reconnaissances les promesses et les règlements "
                "partiels (C. civ. 2240), à confirmer par une personne.",
                "La requête n'interrompt que si l'ordonnance est signifiée.",
            )
        )
        if any(limit.assumed_sector for _, limit in found):
            on = min(limit.on for _, limit in found)
            yield Paragraph(
                text="Secteur inconnu : pour un transport de marchandises, le délai serait d'un "
                f"an (C. com. L133-6) et la première facture prescrite après le {french.day(on)}.",
                strong=True,
            )
        if self.clocks:
            yield Heading(text="Délais qui courent")
            yield Table(
                head=("Dernier jour", "À faire", "Article", EXTENDED),
                rows=tuple(
                    (
                        french.day(one.on),
                        one.what,
                        one.article,
                        french.day(one.extended_to) if one.extended_to != one.on else "",
                    )
                    for one in self.clocks
                ),
                wide=(1,),
            )

    def _term(self, limit: Limitation) -> tuple[int, str]:
        """Years and article of the day that is shown: no assumption about the sector."""
        if limit.assumed_sector:
            return ordinary_term(self.debtor.segment)
        return limit.years, limit.article

    def court(self) -> Iterator[Block]:
        court = court_of(self.debtor)
        whole = self.statement.demanded
        claimed = whole.principal + whole.interest
        insolvent = is_insolvent(self.file.dossier)
        yield Fields(
            rows=(
                ("Juridiction", court_named(self.debtor, "du ressort où demeure le débiteur")),
                ("Texte", "lieu où demeure le débiteur, sans clause contraire possible (CPC 1406)"),
                ("Débiteur", _quality(self.file)),
                ("Principal et intérêts", french.amount(claimed, self.currency)),
            )
        )
        if court.assumed:
            yield Paragraph(
                text="Le grand livre ne dit pas si le débiteur est commerçant : une société "
                "commerciale est supposée."
            )
        if not insolvent:
            yield Heading(text="Voies ouvertes")
            yield Points(items=tuple(_open(way) for way in ways_open(self.debtor, claimed)))
        yield Heading(text="Voies fermées, et pourquoi")
        closed = ways_closed(self.debtor, claimed, insolvent=insolvent)
        yield Points(items=tuple(f"{french.ROADS[road]} : {because}" for road, because in closed))
        yield Paragraph(text="Le choix de la voie revient à la personne qui signe.", small=True)

    def bank(self) -> Iterator[Block]:
        claimant = self.claimant
        rows = [("Titulaire", claimant.name), ("IBAN", by_four(claimant.iban))]
        if claimant.bic:
            rows.append(("BIC", claimant.bic))
        yield Fields(rows=tuple(rows))


def _quality(file: LegalFile) -> str:
    debtor = file.dossier.debtor
    assert debtor is not None
    told = french.SEGMENTS[debtor.segment]
    if debtor.trader is None:
        return told
    return f"{told}, {'commerçant' if debtor.trader else 'non commerçant'}"


def _open(way: Way) -> str:
    told = f"{way.name} ({way.articles}) : {way.form}"
    warned = "".join(f" ; {warning}" for warning in way.warnings)
    return f"{told}{warned}{' ; à faire confirmer' if way.needs_confirmation else ''}"


_STARTS: MappingProxyType[Start, str] = MappingProxyType(
    {
        Start.PERFORMED: "fin de la prestation",
        Start.ISSUED: "date de la facture",
        Start.DUE: "échéance",
    }
)
