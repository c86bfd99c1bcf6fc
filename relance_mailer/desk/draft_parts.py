"""What the drafts share: parties, sums, ground, exhibits, signature, and what is to complete."""

from collections.abc import Iterator

from relance_mailer.desk import french
from relance_mailer.desk.blocks import (
    BLANK,
    Block,
    Fields,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.claimed import limited
from relance_mailer.desk.legal_file import NOTICE, Item, LegalFile
from relance_mailer.desk.legal_tables import by_four, invoice_table, sums
from relance_mailer.dossier.state import COUNTS_AS_SENT
from relance_mailer.dossier.values import Debtor
from relance_mailer.law.routes import (
    LAWYER_ABOVE,
    CourtKind,
    court_named,
    court_of,
    of_city,
)
from relance_mailer.words import Segment

FOR_THE_COURT = frozenset(
    {Item.CONTRACT, Item.DELIVERY, Item.INVOICES, Item.NOTICE, Item.DEBTOR, Item.CREDITOR}
)
"""The parts of the file without which a registry sends a petition back."""


class Parts:
    """The parts of the drafts of one dossier."""

    def __init__(self, file: LegalFile, claimant: Claimant) -> None:
        assert file.dossier.debtor is not None
        self.file, self.claimant = file, claimant
        self.debtor: Debtor = file.dossier.debtor
        self.statement, self.currency = file.statement, file.dossier.currency
        self.court = court_of(self.debtor)

    def court_name(self) -> str:
        """The court with its seat, a blank where nobody knows it."""
        return court_named(self.debtor, of_city(BLANK))

    def parties(self, ours: str, theirs: str) -> Iterator[Block]:
        """Both parties with all that CPC 54 asks of them."""
        yield Heading(text=ours)
        yield Fields(rows=self.claimant.identity())
        yield Heading(text=theirs)
        yield Fields(rows=tuple(self.defendant()))

    def defendant(self) -> Iterator[tuple[str, str]]:
        """Who is sued: name, form, home or seat."""
        debtor = self.debtor
        person = debtor.segment in {Segment.CONSUMER, Segment.SOLE_TRADER}
        yield "Nom et prénoms" if person else "Dénomination", debtor.name
        if debtor.segment is Segment.SOLE_TRADER:
            yield "Qualité", "entrepreneur individuel (EI)"
        elif not person:
            yield "Forme", debtor.legal_form or self.form()
        if debtor.siren:
            yield "SIREN", f"{debtor.siren[:3]}\u00a0{debtor.siren[3:6]}\u00a0{debtor.siren[6:]}"
        yield "Domicile" if person else "Siège", self.address()

    def form(self) -> str:
        """His form where the segment says it."""
        return "association" if self.debtor.segment is Segment.ASSOCIATION else BLANK

    def address(self) -> str:
        """Home or seat on one line."""
        debtor = self.debtor
        town = " ".join(part for part in (debtor.postcode, debtor.city) if part)
        return ", ".join(part for part in (debtor.address or BLANK, town) if part)

    def demanded(self, *, small: bool = False) -> Iterator[Block]:
        """The exact sum with its breakdown: invoices, interest with rate and start, fee (1407)."""
        yield invoice_table(self.statement.rows, self.currency)
        yield sums(self.statement, self.currency)
        rows = tuple(
            (
                row.invoice.number,
                french.day(found.parts[0].starts_on),
                found.rate,
                french.amount(found.interest, self.currency),
            )
            for row in self.statement.rows
            if (found := row.reckoning) is not None and found.parts
        )
        if rows:
            yield Table(
                head=("Facture", "Intérêts à compter du", "Taux annuel", "Intérêts"),
                rows=rows,
                figures=(3,),
                wide=(2,),
            )
            grounds = dict.fromkeys(
                row.reckoning.ground for row in self.statement.rows if row.reckoning
            )
            yield Paragraph(
                text=f"Intérêts arrêtés au {french.day(self.statement.on)}, calculés sur 365 jours "
                f"({' ; '.join(ground for ground in grounds if ground)}). Calcul par semestre : "
                f"pièce n° {self.number(Item.RECKONING)}.",
                small=True,
            )
        if small:
            whole = self.statement.demanded
            told = french.amount(whole.principal + whole.interest, self.currency)
            yield Paragraph(text=f"Principal et intérêts : {told}, dans la limite de 5 000 €.")

    def further_interest(self) -> Iterator[Block]:
        """Interest until payment."""
        if any(row.reckoning and row.reckoning.parts for row in self.statement.rows):
            yield Paragraph(
                text="Et les intérêts sur le principal, au taux ci-dessus révisé chaque semestre "
                f"s'il y a lieu, à compter du lendemain du {french.day(self.statement.on)} et "
                "jusqu'au paiement."
            )

    def declared(self) -> Iterator[Block]:
        """Due and not due at the judgment (L622-25)."""
        whole = self.statement.demanded
        coming = self.statement.coming
        later = sum((row.invoice.left for row in coming), whole.principal * 0)
        if self.statement.rows:
            yield Paragraph(text="Échu :", strong=True)
            yield from self.demanded()
        if coming:
            yield Paragraph(text="À échoir :", strong=True)
            yield Table(
                head=("Facture", "Échéance", "Reste dû"),
                rows=tuple(
                    (
                        row.invoice.number,
                        french.day(row.invoice.due_on),
                        french.amount(row.invoice.left, self.currency),
                    )
                    for row in coming
                ),
                figures=(2,),
            )
        yield Table(
            head=("Récapitulatif", "Montant"),
            rows=(
                ("Échu, intérêts et indemnités compris", french.amount(whole.total, self.currency)),
                ("À échoir", french.amount(later, self.currency)),
                ("Total déclaré", french.amount(whole.total + later, self.currency)),
            ),
            figures=(1,),
            totals=1,
        )

    def ground(self) -> Iterator[Block]:
        """Why it is owed (CPC 1407)."""
        numbers = [row.invoice.number for row in (*self.statement.rows, *self.statement.coming)]
        what = "la facture" if len(numbers) == 1 else "les factures"
        yield Paragraph(
            text="La créance a une cause contractuelle : le débiteur a commandé et reçu les biens "
            f"ou prestations que constatent {what} {french.many(numbers)}, et ne les a pas "
            "réglés à l'échéance (articles 1103 et 1217 du code civil). Nature des biens ou "
            f"prestations : {BLANK}"
        )
        amicable = self.amicable()
        if amicable:
            yield Paragraph(text=amicable)

    def amicable(self) -> str:
        """What was tried before: days of the reminders and of the notice, with their exhibits."""
        sent = [
            letter
            for letter in self.file.dossier.course_letters
            if letter.level is not None and letter.state in COUNTS_AS_SENT and letter.sent_on
        ]
        before = [one.sent_on for one in sent if one.level != NOTICE and one.sent_on]
        notices = [one.sent_on for one in sent if one.level == NOTICE and one.sent_on]
        told = []
        if before:
            days = french.many([french.day(on) for on in before])
            word = "a été relancé le" if len(before) == 1 else "a été relancé les"
            told.append(f"Le débiteur {word} {days}{self.see(Item.REMINDERS)}.")
        if notices:
            days = french.many([french.day(on) for on in notices])
            told.append(f"Il a été mis en demeure de payer le {days}{self.see(Item.NOTICE)}.")
        if told:
            told.append("Ces démarches sont restées sans règlement.")
        return " ".join(told)

    def see(self, item: Item) -> str:
        """Where the file proves it."""
        numbers = [str(one.number) for one in self.file.of(item)]
        if not numbers:
            return ""
        word = "pièce n°" if len(numbers) == 1 else "pièces n°"
        joined = " et " if len(numbers) == 2 else " à "
        span = joined.join(dict.fromkeys((numbers[0], numbers[-1])))
        return f" ({word} {span})"

    def number(self, item: Item) -> str:
        """The number of the one exhibit of an item."""
        return next((str(one.number) for one in self.file.of(item)), BLANK)

    def bank(self) -> tuple[tuple[str, str], ...]:
        """Where to pay."""
        return (("Virement à", self.claimant.name), ("IBAN", by_four(self.claimant.iban)))

    def exhibits(self) -> Iterator[Block]:
        """The numbered list, compulsory (1407)."""
        yield Heading(text="Bordereau de pièces, annexé")
        yield Table(
            head=("N°", "Pièce"),
            rows=tuple((str(one.number), one.title) for one in self.file.exhibits),
            figures=(0,),
            wide=(1,),
        )

    def signature(self) -> Signature:
        """Date and signature (CPC 57)."""
        claimant = self.claimant
        who = claimant.person or claimant.name if claimant.is_person else claimant.represented_by
        return Signature(
            place=claimant.town,
            lines=(f"Pour {claimant.name}", who or "nom et qualité du signataire :", "Signature :"),
        )

    def common(self, *, notice: bool = True) -> Iterator[str]:
        """What any draft leaves to a person."""
        yield from self.claimant.lacks()
        yield "nature des biens ou prestations"
        if (
            not self.debtor.legal_form
            and self.form() == BLANK
            and self.debtor.segment
            in {
                Segment.LARGE,
                Segment.SME,
            }
        ):
            yield "forme du débiteur (colonne « legal_form » du grand livre)"
        if self.debtor.segment in {Segment.CONSUMER, Segment.SOLE_TRADER}:
            yield "nom et prénoms complets du débiteur"
        for one in self.file.missing:
            if one.needed and one.item in FOR_THE_COURT and (notice or one.item is not Item.NOTICE):
                yield f"pièce : {one.what}"
        if self.file.statement.contested:
            numbers = french.many([row.invoice.number for row in self.file.statement.contested])
            yield f"contesté et laissé hors de la demande : {numbers}"
        dead = sorted(limited(self.file.dossier, self.file.on))
        if dead:
            yield f"prescrit et laissé hors de la demande : {french.many(dead)}"

    def court_lacks(self) -> Iterator[str]:
        """What the petition leaves to a person about its court and its costs."""
        words = {
            "court": "siège de la juridiction",
            "trader": "qualité de commerçant du débiteur : elle décide de la juridiction",
            "country": "juridiction : le débiteur est établi hors de France",
        }
        for lack in self.court.missing:
            yield words.get(lack, lack)
        if self.court.assumed:
            yield "débiteur supposé commerçant : à vérifier sur son extrait d'immatriculation"
        if self.court.kind is CourtKind.CIVIL:
            yield (
                "crédit à la consommation ou bail d'habitation : juge des contentieux de la "
                "protection (CPC 1406)"
            )
            yield "contribution pour l'aide juridique de 50 € : à vérifier (CGI 1635 bis Q)"
        else:
            yield "frais de greffe à consigner dans les quinze jours du dépôt (CPC 1425)"
            if not self.claimant.is_trader:
                yield "créancier non commerçant ? la juridiction serait le tribunal judiciaire"
        if self.statement.demanded.total > LAWYER_ABOVE:
            yield "avocat obligatoire en cas d'opposition, au-delà de 10 000 € (CPC 853 et 761)"
        if self.debtor.segment is Segment.CONSUMER and not self.statement.demanded.interest:
            yield (
                "jour prouvé de réception de la mise en demeure : sans lui aucun intérêt n'est "
                "demandé (C. civ. 1231-6)"
            )
