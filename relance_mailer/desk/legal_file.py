"""What the file for a court holds: every exhibit in its order and numbered, and what is missing.

The order is the one in which a court reads: the sum, the contract, the performance, the invoices,
what was sent and answered, the notice, who the parties are, whether the claim lives, which court.
An item that has nothing is never skipped: it stands in the list as missing, or as having no object
here, with the reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum
from types import MappingProxyType

from relance_mailer.desk import french
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import DocumentSort as Sort
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier, LetterKept
from relance_mailer.dossier.values import Digest, Invoice, InvoiceNumber
from relance_mailer.law.limitation import limitations
from relance_mailer.law.routes import court_of
from relance_mailer.law.statement import Statement
from relance_mailer.words import Segment
from relance_mailer.workdays import PARIS, add_months

EXTRACT_MONTHS = 3
"""A registry's extract older than that is asked for anew by the court's office."""
NOTICE = "formal_notice"
_UNSAFE = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans("àâäçéèêëîïôöùûüÿœ", "aaaceeeeiioouuuyo")


class Item(IntEnum):
    """The parts of a complete file, in their order."""

    RECKONING = 1
    CONTRACT = 2
    DELIVERY = 3
    INVOICES = 4
    SENDING = 5
    ACCOUNT = 6
    REMINDERS = 7
    ANSWERS = 8
    CALLS = 9
    PROMISES = 10
    NOTICE = 11
    DEBTOR = 12
    CREDITOR = 13
    LIMITATION = 14
    COURT = 15
    BANK = 16
    OTHER = 17


TITLES: MappingProxyType[Item, str] = MappingProxyType(
    {
        Item.RECKONING: "Décompte de la créance",
        Item.CONTRACT: "Contrat, devis ou commande, conditions générales",
        Item.DELIVERY: "Livraison ou exécution",
        Item.INVOICES: "Factures",
        Item.SENDING: "Envoi des factures",
        Item.ACCOUNT: "Relevé de compte",
        Item.REMINDERS: "Relances envoyées",
        Item.ANSWERS: "Messages reçus",
        Item.CALLS: "Journal des appels et entretiens",
        Item.PROMISES: "Promesses et échéanciers",
        Item.NOTICE: "Mise en demeure et preuves",
        Item.DEBTOR: "Identité du débiteur",
        Item.CREDITOR: "Identité du créancier",
        Item.LIMITATION: "Fiche de prescription",
        Item.COURT: "Juridiction et voie",
        Item.BANK: "Coordonnées bancaires",
        Item.OTHER: "Autres pièces",
    }
)


class Source(StrEnum):
    """Where the bytes of an exhibit are."""

    SHEET = "sheet"  # imprimée d'après le journal
    EVIDENCE = "evidence"  # conservée sous son empreinte
    SHELF = "shelf"  # dossier des documents


@dataclass(frozen=True, kw_only=True, slots=True)
class Exhibit:
    """One numbered exhibit; `key` finds its bytes, `suffix` is the end of its file's name."""

    item: Item
    title: str
    source: Source
    key: str
    suffix: str
    dated_on: date | None = None
    is_mail: bool = False
    number: int = 0

    @property
    def file(self) -> str:
        """Its name in the folder of exhibits: « 007-relance-du-05-10-2026.eml »."""
        return f"{self.number:03d}-{slug(self.title)}{self.suffix}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """What the file lacks; not `needed`: it has no object here, and the list says so."""

    item: Item
    what: str
    needed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalFile:
    """The file of a dossier as it stands on a day."""

    dossier: Dossier
    on: date
    statement: Statement
    entries: tuple[e.Entry, ...]
    exhibits: tuple[Exhibit, ...]
    missing: tuple[Missing, ...]

    def of(self, item: Item) -> tuple[Exhibit, ...]:
        """The exhibits of one part."""
        return tuple(one for one in self.exhibits if one.item is item)


def slug(text: str) -> str:
    """A title as a file's name has it: plain small letters, figures and hyphens."""
    plain = text.lower().translate(_PLAIN).replace("'", "-")
    return _UNSAFE.sub("-", plain).strip("-")[:70].strip("-") or "piece"


def legal_file(
    dossier: Dossier,
    entries: Iterable[e.Entry],
    statement: Statement,
    *,
    on: date,
    shelf: Mapping[InvoiceNumber, str] = MappingProxyType({}),
    lost: Mapping[str, str] = MappingProxyType({}),
) -> LegalFile:
    """The whole file; `shelf` names the document of each invoice that is at hand.

    `lost` are the keys of exhibits whose bytes are not to be had, and why: they are missing.
    """
    assert dossier.debtor is not None, dossier.key
    known = tuple(entries)
    parts = _Parts(dossier, known, statement, on, shelf).all()
    found = [_or_lost(part, lost) for part in parts]
    exhibits = [one for one in found if isinstance(one, Exhibit)]
    return LegalFile(
        dossier=dossier,
        on=on,
        statement=statement,
        entries=known,
        exhibits=tuple(replace(one, number=n) for n, one in enumerate(exhibits, 1)),
        missing=tuple(one for one in found if isinstance(one, Missing)),
    )


def claimed_invoices(statement: Statement) -> tuple[Invoice, ...]:
    """The invoices that the file is about, contested ones included: they have to be proved too."""
    return tuple(row.invoice for row in (*statement.rows, *statement.contested))


Part = Exhibit | Missing


def _or_lost(part: Part, lost: Mapping[str, str]) -> Part:
    if isinstance(part, Exhibit) and part.key in lost:
        return Missing(item=part.item, what=f"{part.title} : {lost[part.key]}")
    return part


class _Parts:
    """The sixteen parts of one dossier's file, each either there or missing."""

    def __init__(
        self,
        dossier: Dossier,
        entries: tuple[e.Entry, ...],
        statement: Statement,
        on: date,
        shelf: Mapping[InvoiceNumber, str],
    ) -> None:
        assert dossier.debtor is not None
        self.dossier, self.debtor = dossier, dossier.debtor
        self.entries, self.statement, self.on, self.shelf = entries, statement, on, shelf

    def all(self) -> Iterator[Part]:
        yield _sheet(Item.RECKONING, f"Décompte arrêté au {french.day(self.statement.on)}", self.on)
        yield from self._kept(Item.CONTRACT, Sort.CONTRACT, "contrat, devis signé ou commande")
        yield from self._kept(Item.CONTRACT, Sort.TERMS, "conditions générales acceptées")
        yield from self._kept(Item.DELIVERY, Sort.DELIVERY, "bon de livraison ou d'intervention")
        yield from self._invoices()
        yield from self._sending()
        yield _sheet(Item.ACCOUNT, f"Relevé de compte au {french.day(self.on)}", self.on)
        yield from self._reminders()
        yield from self._answers()
        yield from self._calls()
        yield from self._promises()
        yield from self._notice()
        yield from self._debtor()
        yield from self._kept(
            Item.CREDITOR,
            Sort.CREDITOR_EXTRACT,
            "extrait d'immatriculation du créancier",
            aged=True,
        )
        yield from self._kept(Item.CREDITOR, Sort.POWER, "pouvoir du signataire")
        yield _sheet(Item.LIMITATION, "Fiche de prescription", self.on)
        yield from self._limited()
        yield _sheet(Item.COURT, "Juridiction compétente et voie", self.on)
        yield from self._court()
        yield _sheet(Item.BANK, "Coordonnées bancaires du créancier", self.on)
        yield from (_attached(Item.OTHER, one) for one in self._of(Sort.OTHER))

    def _of(self, sort: Sort) -> list[e.DocumentAttached]:
        kept = [one for one in self.dossier.documents if one.sort is sort]
        return sorted(kept, key=lambda one: (one.dated_on, one.name))

    def _kept(self, item: Item, sort: Sort, what: str, *, aged: bool = False) -> Iterator[Part]:
        """What people attached of that sort; `aged`: it may not be older than three months."""
        found = self._of(sort)
        yield from (_attached(item, one) for one in found)
        newest = max((one.dated_on for one in found), default=None)
        if newest is None:
            yield Missing(item=item, what=what)
        elif aged and add_months(newest, EXTRACT_MONTHS) < self.on:
            told = f"{what} de moins de trois mois (celui du {french.day(newest)} est trop ancien)"
            yield Missing(item=item, what=told)

    def _invoices(self) -> Iterator[Part]:
        attached = self._of(Sort.INVOICE)
        yield from (_attached(Item.INVOICES, one) for one in attached)
        named = {slug(one.name.rpartition(".")[0]).removeprefix("facture-") for one in attached}
        for invoice in claimed_invoices(self.statement):
            name = self.shelf.get(invoice.number)
            if name:
                yield Exhibit(
                    item=Item.INVOICES,
                    title=f"Facture {invoice.number} du {french.day(invoice.issued_on)}",
                    source=Source.SHELF,
                    key=name,
                    suffix=_suffix(name),
                    dated_on=invoice.issued_on,
                )
            elif slug(invoice.number) not in named:
                yield Missing(item=Item.INVOICES, what=f"facture {invoice.number}")

    def _sending(self) -> Iterator[Part]:
        found = self._of(Sort.SENDING)
        yield from (_attached(Item.SENDING, one) for one in found)
        if not found:
            told = "preuve d'envoi des factures ou statuts de la plateforme"
            with_files = [one for one in self.dossier.letters if one.enclosed and _left(one)]
            if with_files:
                days = french.many([french.day(one.sent_on) for one in with_files if one.sent_on])
                told += f" (des pièces sont jointes aux courriels du {days})"
            yield Missing(item=Item.SENDING, what=told)

    def _reminders(self) -> Iterator[Part]:
        sent = [one for one in self.dossier.letters if _left(one) and one.level != NOTICE]
        yield from self._letters(Item.REMINDERS, sent)
        if not sent:
            yield Missing(item=Item.REMINDERS, what="aucune relance n'est partie")

    def _letters(self, item: Item, letters: Iterable[LetterKept]) -> Iterator[Part]:
        for letter in sorted(letters, key=lambda one: (one.sent_on or date.max, one.step)):
            on = french.day(letter.sent_on) if letter.sent_on else "jour inconnu"
            name = _letter_name(letter)
            if letter.mime is None:
                yield Missing(
                    item=item,
                    what=f"{name} du {on} : partie d'un autre logiciel, l'original n'est pas ici",
                )
                continue
            yield Exhibit(
                item=item,
                title=f"{name[:1].upper()}{name[1:]} du {on}",
                source=Source.EVIDENCE,
                key=letter.mime,
                suffix=".eml",
                dated_on=letter.sent_on,
                is_mail=True,
            )

    def _answers(self) -> Iterator[Part]:
        read: dict[Digest, e.MessageRead] = {}
        for entry in self.entries:
            if isinstance(entry.event, e.MessageRead):
                read[entry.event.message] = entry.event
        for told in sorted(read.values(), key=lambda one: one.sent_at):
            on = told.sent_at.astimezone(PARIS).date()
            yield Exhibit(
                item=Item.ANSWERS,
                title=f"Message reçu de {told.sender} le {french.day(on)}",
                source=Source.EVIDENCE,
                key=told.message,
                suffix=".eml",
                dated_on=on,
                is_mail=True,
            )
        if not read:
            yield Missing(item=Item.ANSWERS, what="aucun message reçu du débiteur", needed=False)

    def _calls(self) -> Iterator[Part]:
        if any(isinstance(entry.event, e.CallLogged | e.NoteWritten) for entry in self.entries):
            yield _sheet(Item.CALLS, "Journal des appels, entretiens et notes", self.on)
        else:
            yield Missing(item=Item.CALLS, what="aucun appel ni entretien consigné", needed=False)

    def _promises(self) -> Iterator[Part]:
        kinds = e.PromiseMade | e.PlanAgreed | e.PlanProposed
        if any(isinstance(entry.event, kinds) for entry in self.entries):
            yield _sheet(Item.PROMISES, "Promesses, échéanciers et manquements", self.on)
        else:
            yield Missing(item=Item.PROMISES, what="aucune promesse ni échéancier", needed=False)

    def _notice(self) -> Iterator[Part]:
        sent = [one for one in self.dossier.letters if _left(one) and one.level == NOTICE]
        printed = self._printed()
        if printed:
            yield Exhibit(
                item=Item.NOTICE,
                title=f"Mise en demeure imprimée le {french.day(printed.dated_on)}",
                source=Source.EVIDENCE,
                key=printed.paper,
                suffix=".pdf",
                dated_on=printed.dated_on,
            )
        signed = self._of(Sort.NOTICE)
        yield from (_attached(Item.NOTICE, one) for one in signed)
        yield from self._letters(Item.NOTICE, sent)
        if not (sent or printed or signed):
            yield Missing(item=Item.NOTICE, what="aucune mise en demeure n'est partie")
        posted = bool(self.dossier.postings or printed or signed)
        if posted or self._of(Sort.POSTING) or self._of(Sort.RECEIPT):
            yield from self._kept(Item.NOTICE, Sort.POSTING, "preuve de dépôt du recommandé")
            yield from self._kept(Item.NOTICE, Sort.RECEIPT, "avis de réception du recommandé")
        elif sent:
            yield Missing(
                item=Item.NOTICE,
                what="preuve de réception : la mise en demeure est partie par courriel, "
                "dont la preuve est faible sauf réponse",
            )

    def _printed(self) -> e.NoticePrinted | None:
        """The paper of the day on which it was posted; else the last one printed."""
        printed = [one.event for one in self.entries if isinstance(one.event, e.NoticePrinted)]
        posted = {one.posted_on for one in self.dossier.postings}
        exact = [one for one in printed if one.dated_on in posted]
        found = exact or printed
        return found[-1] if found else None

    def _debtor(self) -> Iterator[Part]:
        what = {
            Segment.ASSOCIATION: "avis SIRENE ou extrait du répertoire des associations",
            Segment.PUBLIC: "avis SIRENE de l'organisme",
        }.get(self.debtor.segment, "extrait d'immatriculation du débiteur")
        if self.debtor.segment is Segment.CONSUMER:
            yield from (_attached(Item.DEBTOR, one) for one in self._of(Sort.COMPANY_EXTRACT))
            told = "ni extrait d'immatriculation ni BODACC : le débiteur est un particulier"
            yield Missing(item=Item.DEBTOR, what=told, needed=False)
        else:
            yield from self._kept(Item.DEBTOR, Sort.COMPANY_EXTRACT, what, aged=True)
            yield from self._bodacc()
        for lacks, told in (
            (not self.debtor.address, "adresse du siège ou du domicile du débiteur"),
            (not self.debtor.siren, "SIREN du débiteur"),
        ):
            if lacks and not (told.startswith("SIREN") and self.debtor.segment in _WITHOUT_SIREN):
                yield Missing(item=Item.DEBTOR, what=told)

    def _bodacc(self) -> Iterator[Part]:
        if self.debtor.segment in _WITHOUT_BODACC:
            yield from (_attached(Item.DEBTOR, one) for one in self._of(Sort.BODACC))
            return
        yield from self._kept(Item.DEBTOR, Sort.BODACC, "consultation datée du BODACC", aged=True)

    def _limited(self) -> Iterator[Part]:
        for invoice, limit in limitations(self.dossier):
            if limit.is_over(self.on):
                told = french.day(limit.at_the_latest_on)
                yield Missing(
                    item=Item.LIMITATION,
                    what=f"acte interruptif pour la facture {invoice.number}, "
                    f"prescrite depuis le {told}",
                )

    def _court(self) -> Iterator[Part]:
        words = {
            "court": "siège de la juridiction (colonne « court » du grand livre)",
            "trader": "qualité de commerçant du débiteur (colonne « trader »)",
            "country": "juridiction d'un débiteur établi hors de France",
        }
        for lack in court_of(self.debtor).missing:
            yield Missing(item=Item.COURT, what=words.get(lack, lack))


_WITHOUT_SIREN = frozenset({Segment.CONSUMER, Segment.ASSOCIATION})
_WITHOUT_BODACC = frozenset({Segment.CONSUMER, Segment.PUBLIC})


def _left(letter: LetterKept) -> bool:
    return letter.state in COUNTS_AS_SENT


def _letter_name(letter: LetterKept) -> str:
    if letter.colleague:
        return "courriel d'un collègue"
    if letter.level is not None:
        return french.template(letter.level)
    return french.step(letter.step) if letter.step.is_answer else "courriel"


def _sheet(item: Item, title: str, on: date) -> Exhibit:
    return Exhibit(
        item=item,
        title=title,
        source=Source.SHEET,
        key=item.name.lower(),
        suffix=".pdf",
        dated_on=on,
    )


def _attached(item: Item, one: e.DocumentAttached) -> Exhibit:
    name = french.DOCUMENTS[one.sort]
    told = one.name.rpartition(".")[0] or one.name
    title = f"{name[:1].upper()}{name[1:]} du {french.day(one.dated_on)}"
    if one.sort in {Sort.OTHER, Sort.INVOICE}:
        title = f"{name[:1].upper()}{name[1:]} « {told} » du {french.day(one.dated_on)}"
    return Exhibit(
        item=item,
        title=title,
        source=Source.EVIDENCE,
        key=one.document,
        suffix=_suffix(one.name),
        dated_on=one.dated_on,
    )


def _suffix(name: str) -> str:
    """The end of a file's name, only when it is a plain one."""
    end = name.rpartition(".")[2].lower() if "." in name else ""
    return f".{end}" if re.fullmatch(r"[a-z0-9]{1,5}", end) else ".bin"
