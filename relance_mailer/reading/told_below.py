"""Invoices that a reply names by order, amount, place or size, as our letter below states them.

"La petite de 1 110 part demain", "KM-4432 is scheduled": what the letter said of each invoice
stands in the history of the same message. Only where that letter named several: with one there is
nothing to tell apart.
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from relance_mailer.reading.intents.phrases import fold
from relance_mailer.reading.numbers_named import invoices_in

HISTORY_MAX = 20_000
"""Characters of history that are looked at."""

_LINES_MAX = 80
_MONEY = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+)([.,]\d{2})?(?![\w/-]|[.,]\d)"
)
_ORDER = re.compile(
    r"(?:commande|order|r[ée]f\.?|bon de commande|PO)\s?(?:n[°o]\s?)?:?\s?([\w][\w./-]{3,24})",
    re.IGNORECASE,
)
_LEAST = Decimal(50)  # a smaller whole number is a day, a count or an hour


def invoices_told(own: str, text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known invoices that `own` names by an order or an amount stated in the rest of `text`."""
    stated = _stated(text, own, known)
    if len(stated) < 2 or _is_inline(own, text, tuple(stated)):
        return ()
    found = [
        number for number, (orders, _) in stated.items() if any(_names(own, o) for o in orders)
    ]
    for amount in _amounts(own):
        owed = [number for number, (_, amounts) in stated.items() if amount in amounts]
        if len(owed) == 1:
            found.extend(owed)
    return tuple(dict.fromkeys(found))


def invoices_above(own: str, text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known invoices whose quoted lines stand right above the answers between them.

    "> FMO-26-3118 : 2 310,00 €" and below it "Payée le 30/09.": the answer speaks of that line.
    """
    said = {line.strip() for line in own.splitlines() if len(line.strip()) >= _ANSWER_MIN}
    if not said or sum(number in text for number in known) < 2:
        return ()
    found: list[str] = []
    above, answers, quoted_since = "", 0, False
    for line in text[:HISTORY_MAX].splitlines():
        bare = line.strip()
        if bare in said:
            named = [number for number in known if number in above]
            answers += quoted_since
            if len(named) == 1:
                found.append(named[0])
            above, quoted_since = "", False
        elif bare.strip("> "):
            above, quoted_since = bare, True
    # One block of words above the history is an ordinary answer, and speaks of all.
    return tuple(dict.fromkeys(found)) if answers > 1 or (answers and found) else ()


_ANSWER_MIN = 3


def _stated(
    text: str, own: str, known: tuple[str, ...]
) -> dict[str, tuple[set[str], set[Decimal]]]:
    """What the lines that name exactly one invoice by its whole number say of it."""
    stated: dict[str, tuple[set[str], set[Decimal]]] = {}
    written = [number for number in known if number in text]
    if len(written) < 2:
        return {}
    for line in text[:HISTORY_MAX].splitlines():
        if len(stated) >= _LINES_MAX or line.strip() in own:
            continue
        named = [number for number in written if number in line]
        if len(named) != 1:
            continue
        orders, amounts = stated.setdefault(named[0], (set(), set()))
        rest = line.replace(named[0], " ")
        orders.update(order.rstrip(".,;:)") for order in _ORDER.findall(rest))
        amounts.update(_amounts(rest, cents_only=True))
    return stated


def _is_inline(own: str, text: str, stated: tuple[str, ...]) -> bool:
    """Whether the answers stand among the quoted lines: each then speaks of the line above it."""
    lines = [line.strip() for line in own.splitlines() if line.strip()]
    if len(lines) < 2:
        return False
    first, last = text.find(lines[0]), text.rfind(lines[-1])
    return any(first < place < last for place in map(text.find, stated))


def _amounts(text: str, *, cents_only: bool = False) -> list[Decimal]:
    """Sums in figures: with cents, or round ones that are no day and no count."""
    found = []
    for match in _MONEY.finditer(text):
        amount = Decimal(re.sub(r"\D", "", match[1]) + (match[2] or ".00").replace(",", "."))
        if match[2] or (not cents_only and amount >= _LEAST):
            found.append(amount)
    return found


def _names(own: str, order: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(order)}(?![\w-])", own, re.IGNORECASE) is not None


def with_told_below(own: str, text: str, known: tuple[str, ...], named: str) -> tuple[str, ...]:
    """The invoices of `named` (own words and own subject), and those told by order or amount."""
    numbers = invoices_in(named, known)
    told = (
        *invoices_told(own, text, known),
        *invoices_above(own, text, known),
        *invoices_ranked(own, text, known),
    )
    return tuple(dict.fromkeys((*numbers, *told)))


_RANKS = {
    "premiere": 0, "1ere": 0, "1re": 0, "first": 0,
    "deuxieme": 1, "2eme": 1, "2e": 1, "seconde": 1, "second": 1,
    "troisieme": 2, "3eme": 2, "3e": 2, "third": 2,
    "derniere": -1, "last": -1,
}  # fmt: skip
_COUNTS = {"deux": 2, "2": 2, "trois": 3, "3": 3, "two": 2, "three": 3}
# What follows where an invoice is meant and no second reminder, visit or instalment.
_ENDS = (
    r"(?=(?: factures?| invoices?)?(?: ?[,:;.!?)+]| ?$| (?:est|sont|sera|seront|a|ont|part|partira"
    r"|partiront|suivra|suit|aussi|oui|non|ok|je|j|on|nous|n|ne|d accord|is|was|are|will|et (?:la"
    r"|les)|vendredi"
    r"|lundi|mardi|mercredi|jeudi|demain|le \d|au \d|fin)\b))"
)
_RANKED = re.compile(
    r"(?<!dans )\b(?:la|les|the|votre|vos|aux|des) (?:(?P<count>deux|trois"
    r"|[23]|two|three) )?(?P<rank>"
    rf"{'|'.join(_RANKS)})s?{_ENDS}"
)
_SIZED = re.compile(
    r"\b(?:la|votre|the) (?:plus |much )?(?:(?P<small>petite|faible|smaller|smallest|small one)"
    r"|(?P<large>grosse|grande|importante|larger|largest|big one|bigger))"
    rf"(?: (?:des deux|des trois|of the two))?{_ENDS}"
)
_THE_OTHER = re.compile(r"\b(?:l autre|the other)(?: facture| invoice| one)?\b")
_OF_PARTS = re.compile(
    r"\b(?:mensualit|versement|echeance|acompte|tranche|instal|relance|rappel|lettre|livraison)"
)
_STOP = re.compile(r"[.!?\n](?=\s|$)")


def invoices_ranked(own: str, text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The invoices that `own` names by their place or size in the list of the letter below.

    "Les deux premières : payées", "la plus petite des deux", "pour l'autre" beside a named one.
    """
    words = fold(own)
    if not (_RANKED.search(words) or _SIZED.search(words) or _THE_OTHER.search(words)):
        return ()
    stated = _stated(text, own, known)
    if len(stated) < 2:
        return ()
    listed = list(stated)
    words = ". ".join(each for each in _STOP.split(words) if not _OF_PARTS.search(each)) + "."
    found = [
        number
        for match in _RANKED.finditer(words)
        for number in _at_rank(listed, match["rank"], _COUNTS.get(match["count"] or "", 1))
    ]
    found += [number for match in _SIZED.finditer(words) for number in _of_size(stated, match)]
    named = {*found, *invoices_in(own, known), *invoices_told(own, text, known)}
    if len(listed) == 2 and len(named & set(listed)) == 1 and _THE_OTHER.search(fold(own)):
        found += [number for number in listed if number not in named]
    return tuple(number for number in listed if number in found)


def _at_rank(listed: list[str], rank: str, count: int) -> list[str]:
    place = _RANKS[rank]
    if place < 0:
        return listed[-count:]
    return listed[:count] if place == 0 else listed[place : place + 1]


def _of_size(
    stated: dict[str, tuple[set[str], set[Decimal]]], match: re.Match[str]
) -> tuple[str, ...]:
    sums = {number: max(amounts) for number, (_, amounts) in stated.items() if amounts}
    if len(sums) < len(stated) or len(set(sums.values())) < len(sums):
        return ()
    choose = min if match["small"] else max
    return (choose(sums, key=lambda number: sums[number]),)


# "celle de 218,40 €", "les deux factures à 1 530 €", "pour les 381,90", "virement des 3 870 €"
_BEFORE_A_SUM = re.compile(
    r"\b(?:(?P<several>celles|factures|invoices|the ones)|celle|facture|invoice|the one"
    r"|(?:la|une|l|the) (?:petite|grosse|premiere|seconde|derniere|autre|small|big)(?: one)?"
    r"|(?:pour|concernant|sur|virement|reglement|paiement|cheque) (?:les|des)"
    r"|(?:about|regarding|for) the)(?: (?:de|d|a|of|for|at|d un montant de|restante de"
    r"|ouverte de))?,?"
    r" ?[€£]? ?$"
)
_BEFORE_SIGNS = 40


def may_name_by_sum(own: str) -> bool:
    """Whether the words name something by what it costs, so that the ledger's sums are of use."""
    words = fold(own)
    return any(
        _BEFORE_A_SUM.search(words[max(0, found.start() - _BEFORE_SIGNS) : found.start()])
        for found in _MONEY.finditer(words)
    )


def invoices_of_sums(own: str, owed: Mapping[str, Collection[Decimal]]) -> tuple[str, ...]:
    """The invoices that `own` names by a sum, which the ledger knows of them alone.

    Of "les deux factures à 1 530 €" both are meant; of "celle de 1 530 €" none where two are.
    """
    words = fold(own)
    named: list[str] = []
    beside: list[str] = []
    for match in _MONEY.finditer(words):
        before = words[max(0, match.start() - _BEFORE_SIGNS) : match.start()]
        form = _BEFORE_A_SUM.search(before)
        sums = _amounts(match[0])
        theirs = [number for number, amounts in owed.items() if sums and sums[0] in amounts]
        if form is not None and (len(theirs) == 1 or form["several"]):
            named.extend(theirs)
        elif match[2] and len(theirs) == 1:
            beside.extend(theirs)
    # Beside one that is named so, another's exact sum is no chance either.
    return tuple(dict.fromkeys((*named, *beside))) if named else ()
