"""What a template sees of a letter: named placeholders that know how they are printed.

A template is data: it prints placeholders and asks whether they are there, it computes nothing.
Every placeholder notes what it printed, which is how the lint knows that the deadline stands in the
letter once and unchanged. One that is empty for this letter raises when it is printed: a letter
never says « None ».
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape
from types import SimpleNamespace

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from relance_mailer.adapters.mime import one_line
from relance_mailer.law.rates import percent_in_french
from relance_mailer.law.reckoning import Part
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.listing import Line
from relance_mailer.outward.transfer import picture_id

LOCALES = {"fr": "fr_FR", "en": "en_GB"}
Log = list[tuple[str, str]]


class EmptyPlaceholder(ValueError):
    """A template printed what this letter does not have."""


class Printed:
    """A placeholder: prints its text, and notes it. False when the letter has no such thing."""

    __slots__ = ("_log", "_name", "_text")

    def __init__(self, name: str, text: str, log: Log) -> None:
        self._name = name
        self._text = text
        self._log = log

    def __bool__(self) -> bool:
        return bool(self._text)

    def __str__(self) -> str:
        if not self._text:
            raise EmptyPlaceholder(self._name)
        self._log.append((self._name, self._text))
        return self._text

    def __html__(self) -> str:
        return escape(str(self))


class Day(Printed):
    """A date in full with its weekday; `|plain` without it, `|short` in figures."""

    __slots__ = ("day", "locale")

    def __init__(self, name: str, day: date | None, log: Log, locale: str) -> None:
        super().__init__(name, in_full(day, locale) if day else "", log)
        self.day = day
        self.locale = locale

    def plain(self) -> Printed:
        """« 20 octobre 2026 »."""
        text = in_full(self.day, self.locale, weekday=False) if self.day else ""
        return Printed(f"{self._name}|plain", text, self._log)

    def short(self) -> Printed:
        """« 20/10/2026 »."""
        return Printed(f"{self._name}|short", in_figures(self.day) if self.day else "", self._log)


@lru_cache(maxsize=4096)
def in_full(day: date, locale: str = "fr_FR", *, weekday: bool = True) -> str:
    """« mardi 20 octobre 2026 », « 1er mars 2026 » without the weekday.

    babel never writes « 1er »; the language does (le 1er mars, le 2 mars).
    """
    text = format_date(day, "d MMMM y", locale=locale)
    if day.day == 1 and locale.startswith("fr"):
        text = "1er" + text.removeprefix("1")
    return f"{format_date(day, 'EEEE', locale=locale)} {text}" if weekday else text


def in_figures(day: date) -> str:
    """« 20/10/2026 »."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


@lru_cache(maxsize=8192)
def money(amount: Decimal, currency: str = "EUR", locale: str = "fr_FR") -> str:
    """« 1 500,00 € » with unbreakable blanks (U+202F and U+00A0)."""
    return format_currency(amount, currency, locale=Locale.parse(locale))


NAMES: frozenset[str] = frozenset(
    """announces asks_cause bic check_on copy count court creditor deadline debtor debtor_seat
    debtor_siren demanded documents fees first greeting ground iban instalments interest level
    lines mailbox mentions next_on next_role past person phone posted_on privacy promise_broken
    promised_amount rate received reckoned_on reference registered role segment several today
    total transfer_code""".split()
)
"""Every name that a template may use; `view` gives them all (a test holds the two together)."""


def view(letter: Letter, log: Log, *, pictured: bool = False) -> dict[str, object]:
    """The names that a template may use, for that letter.

    `pictured`: the QR code of the transfer goes with it; `transfer_code` is its address.
    """
    locale = LOCALES.get(letter.language, "fr_FR")
    return {
        **_identifiers(letter),
        **_texts(letter, log),
        **{name: Day(name, day, log, locale) for name, day in _days(letter).items()},
        **{
            name: Printed(name, "" if a is None else money(a, letter.currency, locale), log)
            for name, a in _amounts(letter).items()
        },
        "lines": tuple(_line(line, letter.currency, locale, log) for line in letter.lines),
        "first": _line(letter.lines[0], letter.currency, locale, log) if letter.lines else None,
        "past": _past(letter, log, locale),
        "instalments": tuple(
            SimpleNamespace(
                due_on=Day("promised", part.due_on, log, locale),
                amount=_amount("instalment", part.amount, letter.currency, locale, log),
            )
            for part in letter.instalments
        ),
        "mentions": tuple(Printed("mention", text, log) for text in letter.sender.mentions),
        "documents": tuple(
            Printed("document", name, log)
            for name in (*letter.attachments, letter.statement)
            if name
        ),
        "transfer_code": Printed(
            "transfer_code", f"cid:{picture_id(letter)}" if pictured else "", log
        ),
    }


def _identifiers(letter: Letter) -> dict[str, object]:
    """What conditions ask: identifiers and yes or no, never printed as they stand."""
    promised = letter.past is not None and letter.past.what == "promise_broken"
    return {
        "segment": letter.debtor.segment.value,
        "level": letter.template,
        "announces": letter.announces.value if letter.announces else "",
        "next_role": letter.next_role.value if letter.next_role else "",
        "registered": letter.next_registered,
        "copy": letter.copy_of_posted,
        "asks_cause": letter.asks_cause,
        "several": letter.invoice_count > 1,
        "promise_broken": promised,
    }


def _texts(letter: Letter, log: Log) -> dict[str, Printed]:
    sender, debtor = letter.sender, letter.debtor
    rates = dict.fromkeys(line.rate for line in letter.lines if line.rate)
    grounds = dict.fromkeys(line.ground for line in letter.lines if line.ground)
    texts = {
        "reference": letter.mark,
        "count": str(letter.invoice_count),
        "greeting": letter.greeting,
        "debtor": debtor.name,
        "debtor_siren": _spaced(debtor.siren or ""),
        "debtor_seat": _seat(letter),
        "creditor": sender.creditor_name,
        "mailbox": sender.mailbox,
        "privacy": sender.privacy,
        "iban": _spaced(sender.iban, 4),
        "bic": sender.bic,
        "person": sender.person,
        "role": sender.role,
        "phone": sender.phone,
        "court": letter.court,
        "rate": " ; ".join(rates),
        "ground": " ; ".join(grounds),
    }
    return {name: Printed(name, one_line(text), log) for name, text in texts.items()}


def _days(letter: Letter) -> dict[str, date | None]:
    return {
        "today": letter.composed_for,
        "reckoned_on": letter.reckoned_on,
        "deadline": letter.deadline_on,
        "next_on": letter.next_on,
        "check_on": letter.check_on,
        "posted_on": letter.posted_on,
    }


def _amounts(letter: Letter) -> dict[str, Decimal | None]:
    return {
        "total": letter.total,
        "demanded": letter.demanded,
        "interest": letter.interest,
        "fees": letter.fees,
        "promised_amount": letter.promised_amount,
        "received": letter.received or None,
    }


def _amount(name: str, amount: Decimal | None, currency: str, locale: str, log: Log) -> Printed:
    return Printed(name, "" if amount is None else money(amount, currency, locale), log)


def _line(line: Line, currency: str, locale: str, log: Log) -> SimpleNamespace:
    def amount(name: str, value: Decimal | None) -> Printed:
        return _amount(f"line.{name}", value, currency, locale, log)

    def day(name: str, value: date | None) -> Day:
        return Day(f"line.{name}", value, log, locale)

    def text(name: str, value: str) -> Printed:
        return Printed(f"line.{name}", one_line(value), log)

    return SimpleNamespace(
        number=text("number", line.number),
        issued_on=day("issued_on", line.issued_on),
        due_on=day("due_on", line.due_on),
        received_on=day("received_on", line.received_on),
        performed_on=day("performed_on", line.performed_on),
        amount=amount("amount", line.amount),
        left=amount("left", line.left),
        interest=amount("interest", line.interest),
        fee=amount("fee", line.fee),
        days_late=text("days_late", str(line.days_late) if line.days_late else ""),
        po_number=text("po_number", line.po_number),
        order_ref=text("order_ref", line.order_ref),
        portal_id=text("portal_id", line.portal_id),
        parts=tuple(_parts(line.parts, locale, log)),
    )


def _parts(parts: Iterable[Part], locale: str, log: Log) -> Iterable[SimpleNamespace]:
    for part in parts:
        yield SimpleNamespace(
            starts_on=Day("part.starts_on", part.starts_on, log, locale),
            ends_on=Day("part.ends_on", part.ends_on, log, locale),
            days=Printed("part.days", str(part.days), log),
            rate=Printed("part.rate", percent_in_french(part.rate), log),
        )


def _past(letter: Letter, log: Log, locale: str) -> SimpleNamespace | None:
    if letter.past is None:
        return None
    past = letter.past
    return SimpleNamespace(
        what=past.what,
        on=Day("past.on", past.on, log, locale),
        who=Printed("past.who", one_line(past.who), log),
        words=Printed("past.words", one_line(past.words), log),
        promised_on=Day("past.promised_on", past.promised_on, log, locale),
    )


def _seat(letter: Letter) -> str:
    debtor = letter.debtor
    town = " ".join(part for part in (debtor.postcode, debtor.city) if part)
    return ", ".join(part for part in (debtor.address, town) if part)


def _spaced(figures: str, by: int = 3) -> str:
    """A SIREN by threes, an IBAN by fours, with unbreakable blanks."""
    plain = "".join(figures.split())
    return "\u00a0".join(plain[i : i + by] for i in range(0, len(plain), by))
