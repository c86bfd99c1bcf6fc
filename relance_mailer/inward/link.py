"""Whose message is it: all the evidence weighed and recorded, never a guess (contract §4).

Evidence is asked strongest first. What names one dossier settles it; what names several is
narrowed by weaker evidence that agrees; strong evidence that names another dossier contests it.
A person who is a stranger to the dossier keeps it only where strong evidence names it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from relance_mailer.dossier.values import (
    DebtorId,
    DossierKey,
    InvoiceNumber,
    MessageId,
    own_domain,
)
from relance_mailer.reading.message import Incoming
from relance_mailer.words import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Clues:
    """What to look up for a message, strongest kind of evidence first."""

    message_ids: tuple[MessageId, ...] = ()  # In-Reply-To, References, the original in a bounce
    tokens: tuple[str, ...] = ()  # signed marks whose signature fits: the dossier they name
    references: tuple[str, ...] = ()  # bare dossier identifiers in subject or body
    invoices: tuple[str, ...] = ()  # words that may be invoice numbers, folded
    addresses: tuple[str, ...] = ()  # sender, reply-to, bounced recipient
    domains: tuple[str, ...] = ()  # own domains of these, free mail left out
    names: tuple[str, ...] = ()  # words that may be a debtor's name, folded
    sirens: tuple[str, ...] = ()  # nine digits
    subjects: tuple[str, ...] = ()  # the subject answered, folded: a challenge names nothing else


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A dossier that some clue names, with what the lookup found of it."""

    key: DossierKey
    debtor_id: DebtorId
    debtor_name: str
    invoices: tuple[InvoiceNumber, ...] = ()  # all its invoices, open or not
    known_addresses: tuple[str, ...] = ()  # contacts and addresses written to
    known_domains: tuple[str, ...] = ()  # the debtor's own domains, free mail left out
    by_message_id: tuple[MessageId, ...] = ()  # which clue hit, by kind of evidence
    by_token: bool = False
    by_reference: bool = False
    by_invoice: tuple[InvoiceNumber, ...] = ()
    by_address: tuple[str, ...] = ()
    by_domain: tuple[str, ...] = ()
    by_name: bool = False
    open_invoices: int = 0
    by_siren: bool = False
    by_subject: bool = False  # a letter of the last 30 days bore that subject


class Evidence(StrEnum):
    """The sorts of evidence, strongest first, each with the words in which it is recorded."""

    THREAD = "répond à une lettre envoyée"
    TOKEN = "référence signée"
    REFERENCE = "référence du dossier"
    INVOICE = "numéro de facture"
    SIREN = "numéro SIREN"
    ADDRESS = "adresse de l'expéditeur ou du destinataire"
    DOMAIN = "domaine de l'expéditeur"
    SUBJECT = "même objet qu'une lettre récente (indice faible)"
    NAME = "nom du débiteur"


STRONG = frozenset(
    {Evidence.THREAD, Evidence.TOKEN, Evidence.REFERENCE, Evidence.INVOICE, Evidence.SIREN}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Linked:
    """One dossier, the evidence in French, and whether a person unknown to it writes."""

    key: DossierKey
    evidence: tuple[str, ...]
    stranger: bool = False
    named: bool = True  # strong evidence names it; else only an address, a domain or a name


@dataclass(frozen=True, kw_only=True, slots=True)
class Contested:
    """It may belong to any of these: a human decides, and all of them wait."""

    candidates: tuple[DossierKey, ...]
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Nobody:
    """No dossier: shown to a human when a person wrote.

    `own` are our own addresses that a bounce names alone: a human sees to them.
    """

    why: str
    own: tuple[str, ...] = ()


Link = Linked | Contested | Nobody


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clue:
    """One piece of evidence: the dossiers that it fits, and how it reads."""

    sort: Evidence
    keys: frozenset[DossierKey]
    told: str


def link(
    incoming: Incoming,
    kind: Kind,
    candidates: tuple[Candidate, ...],
    *,
    own_addresses: frozenset[str] = frozenset(),
    passed_on: bool = False,
    names_told: frozenset[str] = frozenset(),
    invoices_told: tuple[str, ...] = (),
) -> Link:
    """Whose message it is; several dossiers, or weak evidence for a stranger, are contested.

    A message that has nothing to do with a claim is nobody's, unless it answers one of our
    letters: then the reader may be wrong and the dossier is kept. `passed_on`: a colleague passes
    on what a debtor sent him (the reader's doubt `internal_forward`), so the dossier is kept too.
    `names_told` and `invoices_told` are the debtors and the invoices that the writer's own words
    name, quoted history left out.
    """
    clues = tuple(_clues(incoming, kind, candidates))
    if kind is Kind.UNRELATED and not passed_on:
        clues = _unrelated(incoming, clues, own_addresses)
        if not clues:
            return Nobody(why="sans rapport avec une créance")
    if not clues:
        return Nobody(why="ni fil, ni référence, ni facture, ni adresse connue")
    found = _weighed(incoming, kind, clues, {c.key: c for c in candidates}, names_told)
    if kind is Kind.HUMAN and isinstance(found, Linked):
        return _about_another(incoming, found, candidates, names_told, invoices_told) or found
    return found


def _about_another(
    incoming: Incoming,
    found: Linked,
    candidates: tuple[Candidate, ...],
    names_told: frozenset[str],
    invoices_told: tuple[str, ...],
) -> Contested | None:
    """Contested where somebody who answers for two debtors speaks of the other one.

    An accountant, or the same office of two companies, answers below the last letter at hand: the
    thread says one debtor, the words another.
    """
    own = next(one for one in candidates if one.key == found.key)
    if own.debtor_name in names_told or set(own.invoices) & set(invoices_told):
        return None
    others = [
        one
        for one in candidates
        if one.debtor_id != own.debtor_id
        and one.debtor_name in names_told
        and not _is_stranger(incoming, one)
    ]
    if not others:
        return None
    names = ", ".join(sorted({one.debtor_name for one in others}))
    return Contested(
        candidates=tuple(sorted({own.key, *(one.key for one in others)})),
        why=f"{found.evidence[0]} ; mais l'expéditeur répond aussi pour {names}, qu'il nomme",
    )


def _unrelated(
    incoming: Incoming, clues: tuple[_Clue, ...], own_addresses: frozenset[str]
) -> tuple[_Clue, ...]:
    """What makes an unrelated message ours: it answers a letter, and is no copy of our own."""
    house = {own_domain(address) for address in own_addresses}
    sender = incoming.sender.address
    if sender in own_addresses or (own_domain(sender) or "-") in house:
        return ()
    answers = (Evidence.THREAD, Evidence.TOKEN)
    return clues if any(clue.sort in answers for clue in clues) else ()


def _weighed(
    incoming: Incoming,
    kind: Kind,
    clues: tuple[_Clue, ...],
    candidates: dict[DossierKey, Candidate],
    names_told: frozenset[str],
) -> Link:
    pool: frozenset[DossierKey] = clues[0].keys
    for clue in clues[1:]:
        if clue.sort is Evidence.NAME and _is_shared(clues, pool):
            told = frozenset(key for key in pool if candidates[key].debtor_name in names_told)
            pool = told & clue.keys or pool
            continue
        if pool & clue.keys:
            pool &= clue.keys
        elif _contests(clue, incoming, kind, [candidates[key] for key in pool]):
            return Contested(
                candidates=tuple(sorted(pool | clue.keys)),
                why=f"{clues[0].told} ; mais {clue.told} : un autre dossier",
            )
    if len(pool) > 1:
        return Contested(
            candidates=tuple(sorted(pool)),
            why=f"{clues[0].told} : {len(pool)} dossiers possibles",
        )
    return _settled(incoming, kind, clues, candidates[next(iter(pool))])


def _is_shared(clues: tuple[_Clue, ...], pool: frozenset[DossierKey]) -> bool:
    """Whether only an address or a domain of several debtors leads here.

    The signature of a group bears the name of one of its companies whoever writes: a name chooses
    only where the writer's own words tell it.
    """
    sorts = {clue.sort for clue in clues}
    return len(pool) > 1 and sorts <= {Evidence.ADDRESS, Evidence.DOMAIN, Evidence.NAME}


def _settled(
    incoming: Incoming, kind: Kind, clues: tuple[_Clue, ...], candidate: Candidate
) -> Link:
    own = tuple(clue for clue in clues if candidate.key in clue.keys)
    named = any(clue.sort in STRONG for clue in own)
    stranger = kind is Kind.HUMAN and _is_stranger(incoming, candidate)
    if stranger and not named:
        return Contested(
            candidates=(candidate.key,),
            why=f"{own[0].told}, mais l'expéditeur est inconnu du dossier",
        )
    return Linked(
        key=candidate.key,
        evidence=tuple(dict.fromkeys(clue.told for clue in own)),
        stranger=stranger,
        named=named,
    )


def _contests(clue: _Clue, incoming: Incoming, kind: Kind, pool: list[Candidate]) -> bool:
    """Whether evidence for another dossier makes the stronger one doubtful.

    An address or a domain known elsewhere does only where the writer is a stranger here: two
    companies of a group, or two clients of one accountant, share people. A name in the text may be
    a third party's. An automaton's own address says nothing.
    """
    if clue.sort in STRONG:
        return True
    if kind is not Kind.HUMAN or clue.sort not in (Evidence.ADDRESS, Evidence.DOMAIN):
        return False
    return all(_is_stranger(incoming, candidate) for candidate in pool)


def _is_stranger(incoming: Incoming, candidate: Candidate) -> bool:
    """Neither a contact, nor an address written to, nor on the debtor's own domain."""
    address = incoming.sender.address.lower()
    if address in candidate.known_addresses:
        return False
    domain = own_domain(address)
    return domain is None or domain not in candidate.known_domains


def _clues(incoming: Incoming, kind: Kind, candidates: tuple[Candidate, ...]) -> Iterator[_Clue]:
    """The evidence, strongest first; each clue with all the dossiers that it fits."""
    yield from _each(Evidence.THREAD, candidates, lambda c: c.by_message_id)
    yield from _each(Evidence.TOKEN, candidates, lambda c: (c.key.dossier,) * c.by_token)
    yield from _each(Evidence.REFERENCE, candidates, lambda c: (c.key.dossier,) * c.by_reference)
    yield from _each(Evidence.INVOICE, candidates, lambda c: c.by_invoice)
    yield from _whole(Evidence.SIREN, candidates, lambda c: c.by_siren)
    yield from _by_address(incoming, kind, candidates)
    yield from _each(Evidence.DOMAIN, candidates, lambda c: c.by_domain)
    if kind is Kind.CHALLENGE:
        yield from _whole(Evidence.SUBJECT, candidates, lambda c: c.by_subject)
    yield from _whole(Evidence.NAME, candidates, lambda c: c.by_name)


def _each(
    sort: Evidence,
    candidates: tuple[Candidate, ...],
    hits: Callable[[Candidate], tuple[str, ...]],
) -> Iterator[_Clue]:
    """One clue for each value that hit (a Message-ID, an invoice number, a domain)."""
    for value in dict.fromkeys(value for candidate in candidates for value in hits(candidate)):
        keys = frozenset(candidate.key for candidate in candidates if value in hits(candidate))
        yield _Clue(sort=sort, keys=keys, told=f"{sort.value} {value}")


def _whole(
    sort: Evidence, candidates: tuple[Candidate, ...], hit: Callable[[Candidate], bool]
) -> Iterator[_Clue]:
    keys = frozenset(candidate.key for candidate in candidates if hit(candidate))
    if keys:
        yield _Clue(sort=sort, keys=keys, told=sort.value)


def _by_address(
    incoming: Incoming, kind: Kind, candidates: tuple[Candidate, ...]
) -> Iterator[_Clue]:
    """Addresses that count: a person's own; for an automaton whatever it names, its own first."""
    boxes = (incoming.sender, incoming.reply_to)
    own = {box.address.lower() for box in boxes if box}
    hits = list(_each(Evidence.ADDRESS, candidates, lambda c: c.by_address))
    first = [clue for clue in hits if clue.told.rpartition(" ")[2] in own]
    yield from first
    if kind is not Kind.HUMAN:
        yield from (clue for clue in hits if clue not in first)
