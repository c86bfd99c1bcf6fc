"""What names a dossier, as lines of a cache: to be looked up by what a message happens to say.

Both sides are folded by the same functions, what is kept and what is looked for. A trace follows
from an event or from the fold alone, so that `rebuild` can make them all anew.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from relance_mailer.dossier import events as e
from relance_mailer.dossier.reference import folded_number
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import (
    CreditorId,
    DebtorId,
    DossierId,
    DossierKey,
    InvoiceNumber,
    own_domain,
)
from relance_mailer.inward.clues import folded_subject, names_told
from relance_mailer.inward.glance import Glance
from relance_mailer.inward.link import Candidate, Clues
from relance_mailer.store.fields import storable


class TraceSort(StrEnum):
    """By what a dossier is named."""

    MESSAGE_ID = "message_id"
    TOKEN = "token"
    REFERENCE = "reference"
    INVOICE = "invoice"
    ADDRESS = "address"
    DOMAIN = "domain"
    NAME = "name"
    SIREN = "siren"
    SUBJECT = "subject"


REPLACED = (TraceSort.ADDRESS, TraceSort.DOMAIN, TraceSort.NAME, TraceSort.SIREN)
"""These may vanish from a dossier (a contact is removed, a name corrected); the rest only grow."""

IDLE_WORDS = frozenset(
    """sarl sas sasu sa eurl sci snc scop scp selarl selas earl gaec ei eirl gie scea sca scs
    limited company gmbh societe ste etablissements ets entreprise association asso
    monsieur madame mademoiselle mme maitre""".split()
)
"""Words that name nobody: they are not what a name is found by."""

NAME_WORD_MIN = 3
RECENT_DAYS = 30


class Trace(NamedTuple):
    """A line of the cache."""

    sort: TraceSort
    value: str
    word: str


def folded_mark(mark: str) -> str:
    """A Message-ID, token, reference or address without case, brackets and blanks around it."""
    return mark.strip().strip("<>[]").strip().casefold()


def folded_name(name: str) -> str:
    """A debtor's name without case, accents, signs and legal form."""
    plain = unicodedata.normalize("NFKD", name.lower())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", kept)
    return " ".join([word for word in words if word not in IDLE_WORDS] or words)


def name_word(name: str) -> str:
    """The word by which a name is found: its longest; whether all of it is told is asked then."""
    return max(folded_name(name).split(), key=len, default="")


def lasting_traces(events: Iterable[e.Event]) -> Iterable[Trace]:
    """The marks that events leave for ever: what was sent under which name."""
    for event in events:
        match event:
            case e.LetterQueued():
                yield _mark(TraceSort.MESSAGE_ID, event.message_id)
                yield _mark(TraceSort.TOKEN, event.token)
                yield _subject(event.subject, event.composed_for)
            case e.LetterSent():
                yield _mark(TraceSort.MESSAGE_ID, event.message_id)
                if event.subject:
                    yield _subject(event.subject, event.sent_at.date())
            case e.InvoiceOpened() | e.InvoiceChanged():
                number = event.invoice.number
                yield Trace(TraceSort.INVOICE, folded_number(number), number)


def named_by(dossier: Dossier) -> tuple[object, ...]:
    """What `standing_traces` asks of a dossier: where it is the same, so are they."""
    return dossier.key, dossier.debtor, dossier.known_addresses


def standing_traces(dossier: Dossier) -> Iterable[Trace]:
    """How the dossier is named now: reference, addresses, own domains, the debtor's name."""
    yield _mark(TraceSort.REFERENCE, dossier.key.dossier)
    for address in sorted(dossier.known_addresses):
        yield _mark(TraceSort.ADDRESS, address)
        if domain := own_domain(address):
            yield _mark(TraceSort.DOMAIN, domain)
    if dossier.debtor:
        name, siren = dossier.debtor.name, dossier.debtor.siren
        yield Trace(TraceSort.NAME, name_word(name), name)
        if siren:
            yield Trace(TraceSort.SIREN, siren, siren)


def _mark(sort: TraceSort, word: str) -> Trace:
    return Trace(sort, folded_mark(word), word)


def _subject(subject: str, day: date) -> Trace:
    """The day of the letter stands as its word: only recent ones count."""
    return Trace(TraceSort.SUBJECT, folded_subject(subject), day.isoformat())


class Wanted:
    """What clues look for: sort and folded value, with the clue's own word."""

    def __init__(self, clues: Clues) -> None:
        self.clues = clues
        # As it is kept: a NUL in a header must not make the question one that the server refuses.
        folded = ((sort, storable(fold(word)), word) for sort, fold, word in _asked(clues))
        # Names are folded since they were made a clue, and most of what there is.
        names = ((TraceSort.NAME, word) for word in clues.names if len(word) >= NAME_WORD_MIN)
        self.words: Mapping[tuple[TraceSort, str], str] = {
            **{(sort, value): word for sort, value, word in folded if value},
            **{name: name[1] for name in names},
        }

    @property
    def values(self) -> frozenset[str]:
        """The folded values to look up."""
        return frozenset(value for _, value in self.words)


def _asked(clues: Clues) -> Iterable[tuple[TraceSort, Callable[[str], str], str]]:
    for token in clues.tokens:
        # A signed mark is told as the dossier that it names, or as the token itself.
        yield TraceSort.TOKEN, folded_mark, token
        yield TraceSort.REFERENCE, folded_mark, token
    for sort, fold, words in (
        (TraceSort.MESSAGE_ID, folded_mark, clues.message_ids),
        (TraceSort.REFERENCE, folded_mark, clues.references),
        (TraceSort.INVOICE, folded_number, clues.invoices),
        (TraceSort.ADDRESS, folded_mark, clues.addresses),
        (TraceSort.DOMAIN, folded_mark, clues.domains),
        (TraceSort.SIREN, folded_number, clues.sirens),
        (TraceSort.SUBJECT, folded_subject, clues.subjects),
    ):
        for word in words:
            yield sort, fold, word


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the caches say of a dossier, whatever named it."""

    key: DossierKey
    debtor_id: DebtorId
    debtor_name: str
    open_invoices: int
    traces: Sequence[Trace]  # its invoices, addresses and domains


def candidate(known: Known, hits: Sequence[Trace], wanted: Wanted) -> Candidate:
    """The candidate, completely filled; `hits` are the traces of this dossier that were wanted."""
    by: dict[TraceSort, list[str]] = {sort: [] for sort in TraceSort}
    clues = wanted.clues
    for hit in sorted(hits):
        by[hit.sort].append(hit.word if hit.sort is TraceSort.INVOICE else wanted.words[hit[:2]])
    dossier = folded_mark(known.key.dossier)
    return Candidate(
        key=known.key,
        debtor_id=known.debtor_id,
        debtor_name=known.debtor_name,
        invoices=tuple(InvoiceNumber(word) for word in _words(known, TraceSort.INVOICE)),
        known_addresses=_words(known, TraceSort.ADDRESS),
        known_domains=_words(known, TraceSort.DOMAIN),
        by_message_id=tuple(m for m in clues.message_ids if m in by[TraceSort.MESSAGE_ID]),
        by_token=bool(by[TraceSort.TOKEN])
        or any(folded_mark(token) == dossier for token in clues.tokens),
        by_reference=any(folded_mark(reference) == dossier for reference in clues.references),
        by_invoice=tuple(InvoiceNumber(word) for word in by[TraceSort.INVOICE]),
        by_address=tuple(by[TraceSort.ADDRESS]),
        by_domain=tuple(by[TraceSort.DOMAIN]),
        by_name=bool(by[TraceSort.NAME]) and bool(names_told([known.debtor_name], clues.names)),
        open_invoices=known.open_invoices,
        by_siren=bool(by[TraceSort.SIREN]),
        by_subject=bool(by[TraceSort.SUBJECT]),
    )


def recent_subjects(hits: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of the letters (dossier, day) that bore one subject, the newest and those near it.

    A store asks no clock: "the last 30 days" are counted back from the newest of them.
    """
    told = list(hits)
    newest = max((date.fromisoformat(day) for _, day in told), default=date.min)
    return [hit for hit in told if (newest - date.fromisoformat(hit[1])).days <= RECENT_DAYS]


def says_something(found: Candidate) -> bool:
    """Whether any clue is left: a word of the name alone, without the rest of it, is none."""
    return any(
        (
            (found.by_message_id or found.by_token or found.by_reference or found.by_invoice),
            (found.by_address or found.by_domain or found.by_name),
            (found.by_siren or found.by_subject),
        )
    )


def _words(known: Known, sort: TraceSort) -> tuple[str, ...]:
    return tuple(sorted({trace.word for trace in known.traces if trace.sort is sort}))


def glance_names(glance: Glance, dossier: Dossier) -> bool:
    """Whether the scan of a message names this debtor: address, own domain, letter or mark."""
    addresses = {folded_mark(address) for address in dossier.known_addresses}
    domains = {own_domain(address) for address in addresses} - {None}
    if folded_mark(glance.sender) in addresses or own_domain(glance.sender) in domains:
        return True
    sent = {folded_mark(letter.message_id) for letter in dossier.letters if letter.message_id}
    if any(folded_mark(name) in sent for name in glance.names):
        return True
    if any(_marks(mark, dossier, sent) for mark in (*glance.marks, *glance.names)):
        return True
    numbers = {folded_number(kept.invoice.number) for kept in dossier.invoices}
    return any(folded_number(word) in numbers for word in glance.invoices)


def _marks(mark: str, dossier: Dossier, sent: Iterable[str]) -> bool:
    """A bare reference, a reference with its five signs, or a token that a Message-ID holds."""
    seen, reference = folded_mark(mark), folded_mark(dossier.key.dossier)
    if seen == reference or re.fullmatch(re.escape(reference) + r"[\s\-][a-z0-9]{5}", seen):
        return True
    return len(seen) >= 10 and any(seen in message_id for message_id in sent)


def key_in(creditor: str, dossier: str) -> DossierKey:
    """The key that two columns hold."""
    return DossierKey(creditor=CreditorId(creditor), dossier=DossierId(dossier))
