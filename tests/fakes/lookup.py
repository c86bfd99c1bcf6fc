"""The lookup in memory: it looks at every dossier each time, and knows no cache."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from fakes.inbox import FakeInbox
from relance_mailer.desk.queues import Queue, Waiting, ranked, waiting_in
from relance_mailer.dossier.events import LetterQueued, Sort
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import folded_number
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    CreditorId,
    DebtorId,
    DossierKey,
    PageId,
    own_domain,
)
from relance_mailer.inward.clues import folded_subject, names_told
from relance_mailer.inward.link import Candidate, Clues
from relance_mailer.outward.asked import ContactDay
from relance_mailer.ports import Fate, IndexRow, Overtaken, QueuePlace, QueueSize, TakeContact
from relance_mailer.store.caches import index_line, index_row
from relance_mailer.store.traces import folded_name, glance_names

ContactPlace = tuple[CreditorId, DebtorId, date, Sort]


class FakeLookup:
    """Implements `ports.Lookup`; `FakeJournal` fills it."""

    def __init__(self, inbox: FakeInbox) -> None:
        self._inbox = inbox
        self.dossiers: dict[PageId, tuple[Dossier, date | None]] = {}
        self.tokens: dict[PageId, set[str]] = {}
        self.contacts_taken: dict[ContactPlace, tuple[DossierKey, str, str]] = {}

    def take(self, contact: TakeContact, letter: str = "") -> None:
        """Take the debtor's contact of a day."""
        place = (contact.creditor, contact.debtor, contact.day, contact.sort)
        if place in self.contacts_taken:
            if contact.if_free:
                return
            raise Overtaken(f"contact du {contact.day} déjà pris")
        self.contacts_taken[place] = (contact.key, contact.step, letter)

    def give_back(self, letter: str) -> None:
        """The letter did not reach anybody: its day is free again."""
        kept = {place: by for place, by in self.contacts_taken.items() if by[2] != letter}
        self.contacts_taken = kept

    def keep(self, dossier: Dossier, look: date | None, letters: Iterable[LetterQueued]) -> None:
        """Remember a dossier as it stands now."""
        self.dossiers[dossier.key.page] = (dossier, look)
        tokens = self.tokens.setdefault(dossier.key.page, set())
        tokens.update(letter.token.casefold() for letter in letters)

    def _all(self, creditor: CreditorId | None) -> list[Dossier]:
        found = [dossier for dossier, _ in self.dossiers.values()]
        return [d for d in found if creditor in (None, d.key.creditor)]

    async def due(
        self, creditor: CreditorId, on: date, *, limit: int, offset: int = 0
    ) -> tuple[DossierKey, ...]:
        """Dossiers to look at on that day, largest amounts first."""
        found = [
            dossier
            for dossier, look in self.dossiers.values()
            if dossier.key.creditor == creditor and look is not None and look <= on
        ]
        found.sort(key=lambda dossier: (-dossier.owed, dossier.key.dossier))
        return tuple(dossier.key for dossier in found[offset : offset + limit])

    async def candidates(self, creditor: CreditorId, clues: Clues) -> tuple[Candidate, ...]:
        """The dossiers that these clues name."""
        dossiers = sorted(self._all(creditor), key=lambda dossier: dossier.key.dossier)
        found = [self._candidate(dossier, clues) for dossier in dossiers]
        return tuple(candidate for candidate in found if _named(candidate))

    async def candidates_many(
        self, creditor: CreditorId, clues: Sequence[Clues]
    ) -> tuple[tuple[Candidate, ...], ...]:
        """The same for several messages at once."""
        return tuple([await self.candidates(creditor, each) for each in clues])

    def _candidate(self, dossier: Dossier, clues: Clues) -> Candidate:
        assert dossier.debtor is not None
        name = dossier.debtor.name
        numbers = {folded_number(k.invoice.number): k.invoice.number for k in dossier.invoices}
        domains = {own_domain(address) for address in dossier.known_addresses} - {None}
        sent = {letter.message_id.casefold() for letter in dossier.letters}
        subjects = {folded_subject(letter.subject) for letter in dossier.letters}
        marks = {token.casefold() for token in clues.tokens}
        itself = dossier.key.dossier.casefold()
        return Candidate(
            key=dossier.key,
            debtor_id=dossier.debtor.debtor_id,
            debtor_name=name,
            invoices=tuple(sorted(numbers.values())),
            known_addresses=tuple(sorted(dossier.known_addresses)),
            known_domains=tuple(sorted(domain for domain in domains if domain)),
            by_message_id=tuple(m for m in clues.message_ids if m.casefold() in sent),
            by_token=bool(marks & (self.tokens.get(dossier.key.page, set()) | {itself})),
            by_reference=itself in {reference.casefold() for reference in clues.references},
            by_invoice=tuple(
                sorted(numbers[n] for n in set(map(folded_number, clues.invoices)) & set(numbers))
            ),
            by_address=tuple(sorted(set(clues.addresses) & dossier.known_addresses)),
            by_domain=tuple(sorted(set(clues.domains) & domains)),
            by_name=bool(names_told([name], clues.names)),
            open_invoices=len(dossier.open_invoices),
            by_siren=dossier.debtor.siren in clues.sirens,
            by_subject=bool(subjects & set(clues.subjects)),
        )

    async def dossiers_of(self, creditor: CreditorId, debtor: DebtorId) -> tuple[DossierKey, ...]:
        """All dossiers of a debtor."""
        mine = [d for d in self._all(creditor) if d.debtor and d.debtor.debtor_id == debtor]
        return tuple(sorted(dossier.key for dossier in mine))

    async def dossiers_of_many(
        self, creditor: CreditorId, debtors: Sequence[DebtorId]
    ) -> Mapping[DebtorId, tuple[DossierKey, ...]]:
        """All dossiers of each debtor that has any."""
        found = {debtor: await self.dossiers_of(creditor, debtor) for debtor in debtors}
        return {debtor: keys for debtor, keys in found.items() if keys}

    async def contacts(
        self, creditor: CreditorId, debtor: DebtorId, *, since: date
    ) -> tuple[ContactDay, ...]:
        """The contacts with a debtor since a day."""
        found = [
            ContactDay(day=place[2], sort=place[3], key=by[0], step=by[1])
            for place, by in self.contacts_taken.items()
            if place[:2] == (creditor, debtor) and place[2] >= since
        ]
        return tuple(sorted(found, key=lambda contact: (contact.day, contact.sort)))

    async def set_aside_names(self, creditor: CreditorId, dossier: Dossier) -> bool:
        """Whether a message set aside names this debtor by its scan."""
        return any(
            glance_names(kept.glance, dossier)
            for kept in self._inbox.kept
            if kept.creditor == creditor and kept.fate is Fate.SET_ASIDE
        )

    async def index(
        self, creditor: CreditorId | None = None, phases: Iterable[Phase] = ()
    ) -> tuple[IndexRow, ...]:
        """The index, all phases when none is named."""
        wanted = set(phases) or set(Phase)
        rows = [
            index_row(index_line(dossier, look))
            for dossier, look in self.dossiers.values()
            if creditor in (None, dossier.key.creditor) and dossier.phase in wanted
        ]
        return tuple(sorted(rows, key=lambda row: (-row.owed, row.key.page)))

    async def invoice_numbers(self, keys: Sequence[DossierKey]) -> tuple[str, ...]:
        """The numbers of all invoices of these dossiers."""
        mine = [dossier for dossier in self._all(None) if dossier.key in set(keys)]
        return tuple(sorted({k.invoice.number for dossier in mine for k in dossier.invoices}))

    async def find(self, words: str, *, limit: int = 5000) -> tuple[DossierKey, ...]:
        """The dossiers that an operator means, the largest amounts first."""
        asked = words.strip().removeprefix("[").removesuffix("]")
        for fits in (
            lambda d: d.key.dossier.casefold() == asked.casefold(),
            lambda d: d.debtor is not None and d.debtor.debtor_id == asked,
            lambda d: (
                folded_number(asked) in {folded_number(kept.invoice.number) for kept in d.invoices}
            ),
            lambda d: asked.lower() in d.known_addresses,
            lambda d: (
                d.debtor is not None and "" != folded_name(asked) in folded_name(d.debtor.name)
            ),
        ):
            found = [dossier for dossier in self._all(None) if asked and fits(dossier)]
            if found:
                found.sort(key=lambda dossier: (-dossier.owed, dossier.key))
                return tuple(dossier.key for dossier in found[:limit])
        return ()

    async def queue_sizes(self, creditors: Sequence[CreditorId], on: date) -> tuple[QueueSize, ...]:
        """The queues in which dossiers stand on that day."""
        lines = [line for _, line in self._waiting(creditors, on)]
        return tuple(
            QueueSize(
                queue=queue,
                lines=len(mine),
                amount=sum((line.amount for line in mine), Decimal("0.00")),
            )
            for queue in sorted({line.queue for line in lines})
            if (mine := [line for line in lines if line.queue is queue])
        )

    async def queue_places(
        self,
        creditors: Sequence[CreditorId],
        on: date,
        *,
        queues: Sequence[Queue],
        limit: int,
        offset: int = 0,
    ) -> tuple[QueuePlace, ...]:
        """Of each of these queues as many lines, as `ranked` puts them in order."""
        found: list[QueuePlace] = []
        for queue in sorted(set(queues)):
            lines = [one for one in self._waiting(creditors, on) if one[1].queue is queue]
            nth_of = {id(line): nth for nth, line in lines}
            in_order = ranked(line for _, line in lines)
            for line in in_order[offset : offset + limit]:
                assert line.key is not None
                found.append(QueuePlace(queue=queue, key=line.key, nth=nth_of[id(line)]))
        return tuple(found)

    def _waiting(self, creditors: Sequence[CreditorId], on: date) -> list[tuple[int, Waiting]]:
        mine = [dossier for dossier in self._all(None) if dossier.key.creditor in creditors]
        return [pair for dossier in mine for pair in enumerate(waiting_in(dossier, on))]


_EVIDENCE = """by_message_id by_token by_reference by_invoice by_address by_domain by_name by_siren
by_subject""".split()


def _named(candidate: Candidate) -> bool:
    return any(getattr(candidate, name) for name in _EVIDENCE)
