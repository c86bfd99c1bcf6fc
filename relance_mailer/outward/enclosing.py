"""What goes with a letter: which file is an invoice's document, and how much one mail may carry.

A wrong document would tell a debtor another one's affairs. So a file is an invoice's only when its
name holds the whole number and nothing else but common words, a date and the debtor's own name;
two files for one number are nobody's, and both are named to the operator.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from relance_mailer.dossier.events import NoticePrinted
from relance_mailer.dossier.values import LedgerRow
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.sheet import Fault, folded

SUFFIXES = (".pdf", ".xml")  # .xml: the Factur-X data alone
COMMON = frozenset(
    """facture factures fac fact invoice duplicata copie no num numero n client de du des la le
    signe signee scan definitive""".split()
)
NOTICE = "mise-en-demeure-"  # how the file of a notice to post begins
_RUNS = re.compile(r"[a-z]+|\d+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The documents at hand: sizes by file name, and which names hold which word or figures."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    by_run: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """The document of an invoice: `name` is empty when there is none, or more than one."""

    name: str = ""
    several: tuple[str, ...] = ()


def shelf_of(sizes: Mapping[str, int]) -> Shelf:
    """A shelf of files that may be enclosed, by name and size in bytes."""
    by_run: dict[str, list[str]] = {}
    for name in sorted(sizes):
        for run in dict.fromkeys(_runs(_stem(name))):
            by_run.setdefault(run, []).append(name)
    return Shelf(sizes=sizes, by_run={run: tuple(names) for run, names in by_run.items()})


def document_of(number: str, debtor: str, shelf: Shelf) -> Match:
    """The one document of an invoice: its PDF, else its XML."""
    wanted = _runs(number)
    figures = [run for run in wanted if run.isdigit()]
    if not figures:
        return Match()
    rarest = min((shelf.by_run.get(run, ()) for run in figures), key=len)
    allowed = COMMON | set(_runs(debtor))
    found = [name for name in rarest if _is_named(_runs(_stem(name)), wanted, allowed)]
    for suffix in SUFFIXES:
        names = [name for name in found if name.lower().endswith(suffix)]
        if len(names) > 1:
            return Match(several=tuple(names))
        if names:
            return Match(name=names[0])
    return Match()


def with_documents(
    rows: Iterable[LedgerRow], shelf: Shelf
) -> tuple[tuple[LedgerRow, ...], tuple[str, ...]]:
    """The ledger's rows with the document that each invoice has, and what could not be told apart.

    A document that the ledger names itself is left as it is.
    """
    kept, doubts = [], []
    for row in rows:
        match = Match()
        if not row.invoice.document:
            match = document_of(row.invoice.number, row.debtor.name, shelf)
        if match.several:
            names = ", ".join(match.several)
            doubts.append(
                f"facture {row.invoice.number} : plusieurs documents ({names}), aucun n'est pris"
            )
        if match.name:
            row = replace(row, invoice=replace(row.invoice, document=match.name))
        kept.append(row)
    return tuple(kept), tuple(doubts)


def within(letter: Letter, shelf: Shelf, bytes_max: int) -> Letter | NoLetter:
    """The letter with as many documents as a mail may carry, the oldest invoices first.

    A duplicate carries all that was asked for, or a human sends it.
    """
    room, names = bytes_max, []
    for name in letter.attachments:
        room -= shelf.sizes.get(name, 0)
        if room >= 0:
            names.append(name)
    if letter.is_level or len(names) == len(letter.attachments):
        return replace(letter, attachments=tuple(names))
    return NoLetter(
        reason="no_document",
        because="les documents demandés sont trop lourds pour un mail : envoyez-les à la main",
    )


def enclosure_faults(
    letter: Letter, files: Sequence[tuple[str, int]], papers: Sequence[NoticePrinted] = ()
) -> Iterator[Fault]:
    """What the letter says goes with it must go with it, once, and nothing else (guide §1.12).

    `papers` are the notices that were printed: the copy of a posted one demands what it demands.
    """
    posted = [one.amount for one in papers if one.dated_on == letter.posted_on]
    if letter.copy_of_posted and posted and letter.demanded not in posted:
        because = f"copie de {letter.demanded}, mais la lettre postée demande {posted[-1]}"
        yield Fault(id="L12", because=f"{because} : à un humain de dire ce qui a changé")
    told = sorted([*letter.attachments, *([letter.statement] if letter.statement else [])])
    if told != sorted(name for name, _ in files):
        names = ", ".join(name for name, _ in files) or "aucune"
        yield Fault(id="L12", because=f"pièces annoncées : {', '.join(told)} ; jointes : {names}")
    for name, size in files:
        if size == 0:
            yield Fault(id="L12", because=f"la pièce jointe {name} est vide")


def _is_named(runs: list[str], wanted: list[str], allowed: frozenset[str] | set[str]) -> bool:
    """Whether the whole number stands there, among nothing but what may stand beside it."""
    length = len(wanted)
    for start in range(len(runs) - length + 1):
        if runs[start : start + length] == wanted:
            beside = _undated(runs[:start]), _undated(runs[start + length :])
            if all(run in allowed for part in beside for run in part):
                return True
    return False


def _undated(runs: list[str]) -> list[str]:
    """Without a day written in figures: 2026-10-01, 20261001 or 01-10-2026."""
    kept: list[str] = []
    place = 0
    while place < len(runs):
        if len(runs[place]) == 8 and _is_day(runs[place][:4], runs[place][4:6], runs[place][6:]):
            place += 1
            continue
        three = runs[place : place + 3]
        if len(three) == 3 and (_is_day(*three) or _is_day(*reversed(three))):
            place += 3
            continue
        kept.append(runs[place])
        place += 1
    return kept


def _is_day(year: str, month: str, day: str) -> bool:
    if not (year.isdigit() and month.isdigit() and day.isdigit() and len(year) == 4):
        return False
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31 and len(month) == len(day) == 2


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _runs(text: str) -> list[str]:
    return _RUNS.findall(folded(text))
