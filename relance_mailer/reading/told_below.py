"""Invoices that a reply names by the order or the amount, as our letter quoted below states them.

"La petite de 1 110 part demain", "KM-4432 is scheduled": what the letter said of each invoice
stands in the history of the same message. Only where that letter named several: with one there is
nothing to tell apart.
"""

import re
from decimal import Decimal

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
    told = (*invoices_told(own, text, known), *invoices_above(own, text, known))
    return tuple(dict.fromkeys((*numbers, *told)))
