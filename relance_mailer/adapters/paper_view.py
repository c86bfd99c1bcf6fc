"""What a paper's template sees: the letter's own figures and facts as printed text, in JSON.

Nothing is computed here: amounts, days and rates are those of the letter, so that a paper and the
mail that it goes with can't differ. A template prints them and asks whether they are there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from relance_mailer.adapters.letter_view import LOCALES, in_short, money
from relance_mailer.adapters.letter_view import in_full as in_words
from relance_mailer.adapters.mime import one_line
from relance_mailer.adapters.transfer_code import svg
from relance_mailer.desk.reckoning import figure_exact, movements
from relance_mailer.law.rates import percent_in_french
from relance_mailer.law.reckoning import FLAT_FEE, Part, exact
from relance_mailer.law.statement import Stated, movements_of
from relance_mailer.outward import english
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.levels import Form
from relance_mailer.outward.listing import Line
from relance_mailer.outward.transfer import transfer_of
from relance_mailer.words import Role

_TOWN = re.compile(r"\b\d{5}\s+(.+)$")
_FRANCE = frozenset({"", "fr", "france"})


def paper_view(letter: Letter, history: Sequence[Stated]) -> dict[str, Any]:
    """The data of a paper about this letter; `history` is of the invoices that it lists."""
    locale = LOCALES.get(letter.language, "fr_FR")
    coded = transfer_of(letter)
    return {
        "language": letter.language,
        "segment": letter.debtor.segment.value,
        "creditor": _creditor(letter),
        "debtor": _debtor(letter),
        "reference": letter.mark.strip("[]"),
        "today": _in_full(letter.composed_for, locale, weekday=False),
        "reckoned_on": _in_full(letter.reckoned_on, locale, weekday=False),
        "amounts": _amounts(letter, locale),
        "invoices": _invoices(letter, history, locale),
        "movements": _movements(letter, history, locale),
        "runs": [_run(line, letter, locale) for line in letter.lines if line.interest or line.fee],
        "rates": _rates(letter, locale),
        "grounds": [
            _typeset(english.ground(ground) if locale.startswith("en") else ground)
            for ground in dict.fromkeys(line.ground for line in letter.lines if line.ground)
        ],
        "transfer": svg(coded) if coded else "",
    }


def notice_view(
    letter: Letter, history: Sequence[Stated], reminders: Sequence[date], form: Form
) -> dict[str, Any]:
    """The data of the formal notice; `reminders` are the days of the course's letters that left."""
    locale = LOCALES["fr"]
    days = [_in_full(day, locale, weekday=False) for day in reminders]
    return paper_view(letter, history) | {
        "place": _town(letter.sender.seat),
        "salutation": letter.greeting if letter.greeting.startswith(("Madame", "Monsieur")) else "",
        "deadline": _in_full(letter.deadline_on, locale) if letter.deadline_on else "",
        "next_on": _in_full(letter.next_on, locale) if letter.next_on else "",
        "announces": letter.announces.value if letter.announces else "",
        "court": _typeset(letter.court),
        "reminders": _enumerated(days),
        "several_reminders": len(days) > 1,
        "several": letter.invoice_count > 1,
        "attention": _attention(letter),
        "electronic": form is Form.REGISTERED_EMAIL,
    }


def _creditor(letter: Letter) -> dict[str, Any]:
    sender = letter.sender
    return {
        "name": one_line(sender.creditor_name),
        "seat": one_line(sender.seat),
        "mentions": [one_line(line) for line in sender.mentions],
        "privacy": one_line(sender.privacy),
        "mailbox": sender.mailbox,
        "phone": one_line(sender.phone),
        "person": one_line(sender.person),
        "role": one_line(sender.role),
        "iban": _by(sender.iban, 4),
        "bic": one_line(sender.bic),
    }


def _debtor(letter: Letter) -> dict[str, Any]:
    debtor = letter.debtor
    town = " ".join(part for part in (debtor.postcode, debtor.city) if part)
    country = (debtor.country or "").strip()
    abroad = country if country.lower() not in _FRANCE else ""
    lines = [debtor.address or "", town, abroad.upper()]
    return {
        "name": one_line(debtor.name),
        "siren": _by(debtor.siren or "", 3),
        "lines": [one_line(line) for line in lines if line],
        "seat": ", ".join(one_line(line) for line in lines if line),
    }


def _attention(letter: Letter) -> str:
    """Whom the envelope names: the person when it is the legal representative, else the office."""
    if letter.debtor.segment.value in {"consumer", "sole_trader"}:
        return ""
    reader = letter.to[0]
    heads = {Role.LEGAL_REPRESENTATIVE, Role.PRESIDENT, Role.HEAD_OF_BODY}
    if reader.role in heads and letter.greeting:
        return f"À l’attention de {letter.greeting}"
    return "À l’attention de son représentant légal"


def _amounts(letter: Letter, locale: str) -> dict[str, str]:
    amounts = {
        "total": letter.total,
        "interest": letter.interest,
        "fees": letter.fees,
        "demanded": letter.demanded,
        "fee": FLAT_FEE,
    }
    return {
        name: _money(amount, letter.currency, locale) if amount else ""
        for name, amount in amounts.items()
    }


def _invoices(letter: Letter, history: Sequence[Stated], locale: str) -> list[dict[str, Any]]:
    known = {row.invoice.number: row.invoice for row in history}
    rows = []
    for line in letter.lines:
        invoice = known.get(line.number)
        taken = (invoice.paid + invoice.credited) if invoice and not line.is_credit else Decimal(0)
        rows.append(
            {
                "number": one_line(line.number),
                "credit": line.is_credit,
                "issued_on": in_short(line.issued_on, locale),
                "due_on": in_short(line.due_on, locale) if line.due_on else "",
                "order": one_line(line.po_number or line.order_ref),
                "deposit": one_line(line.portal_id),
                "amount": _money(line.amount, letter.currency, locale),
                "taken": _money(-taken, letter.currency, locale) if taken else "",
                "left": _money(line.left, letter.currency, locale),
            }
        )
    return rows


def _movements(letter: Letter, history: Sequence[Stated], locale: str) -> list[dict[str, str]]:
    return [
        {
            "number": one_line(row.invoice.number),
            "what": _typeset(what[:1].upper() + what[1:]),
            "amount": _money(amount, letter.currency, locale),
        }
        for row in history
        for what, amount in _told(row, locale)
    ]


def _told(row: Stated, locale: str) -> Iterable[tuple[str, Decimal]]:
    if not locale.startswith("en"):
        return movements(row)
    return (
        (english.movement(one, lambda day: in_short(day, locale)), one.amount)
        for one in movements_of(row)
    )


def _rates(letter: Letter, locale: str) -> list[str]:
    if not locale.startswith("en"):
        return list(dict.fromkeys(line.rate for line in letter.lines if line.rate))
    parts = {(part.semester, part.rate) for line in letter.lines for part in line.parts}
    told = english.rates((rate, semester) for semester, rate in sorted(parts))
    return [told] if told else []


def _run(line: Line, letter: Letter, locale: str) -> Mapping[str, Any]:
    return {
        "number": one_line(line.number),
        "days_late": str(line.days_late),
        "parts": [_part(part, letter.currency, locale) for part in line.parts],
        "exact": _exact(exact(line.parts), locale),
        "interest": _money(line.interest, letter.currency, locale) if line.interest else "",
        "fee": _money(line.fee, letter.currency, locale) if line.fee else "",
    }


def _part(part: Part, currency: str, locale: str) -> dict[str, str]:
    return {
        "from": in_short(part.starts_on, locale),
        "to": in_short(part.ends_on, locale),
        "days": str(part.days),
        "base": _money(part.base, currency, locale),
        "rate": _percent(part.rate, locale),
        "semester": str(part.semester),
        "amount": _exact(part.amount, locale),
    }


def _percent(rate: Decimal, locale: str) -> str:
    return english.percent(rate) if locale.startswith("en") else percent_in_french(rate)


def _exact(value: Decimal, locale: str) -> str:
    return f"{value:,.4f}" if locale.startswith("en") else figure_exact(value)


def _town(seat: str) -> str:
    found = _TOWN.search(seat)
    return found[1].strip() if found else ""


def _enumerated(words: Iterable[str]) -> str:
    told = list(words)
    return " et du ".join(part for part in (", du ".join(told[:-1]), "".join(told[-1:])) if part)


def _by(figures: str, by: int) -> str:
    plain = "".join(figures.split())
    return "\u00a0".join(plain[i : i + by] for i in range(0, len(plain), by))


def _typeset(text: str) -> str:
    """Our own words, their apostrophes as a printer sets them."""
    return one_line(text).replace("'", "’")


def _in_full(day: date, locale: str, *, weekday: bool = True) -> str:
    """A day in full that no line end cuts."""
    return in_words(day, locale, weekday=weekday).replace(" ", "\u00a0")


def _money(amount: Decimal, currency: str, locale: str) -> str:
    """An amount with a true minus sign."""
    return money(amount, currency, locale).replace("-", "\u2212")
