"""What a template sees of a letter: named placeholders that know how they are printed.

A template is data: it prints placeholders and asks whether they are there, it computes nothing.
Every placeholder notes what it printed, which is how the lint knows that the deadline stands in the
letter once and unchanged. One that is empty for this letter raises when it is printed: a letter
never says « None ».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from html import escape
from types import SimpleNamespace
from typing import assert_never

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency

from relance_mailer.adapters.mime import one_line
from relance_mailer.dossier.ordered import (
    DisputeAck,
    DisputeAnswer,
    Explanation,
    PlanConfirmation,
    PlanOffer,
    plan_total,
)
from relance_mailer.law.rates import percent_in_french, rates_in_french
from relance_mailer.law.reckoning import Part
from relance_mailer.outward import english
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.listing import Line
from relance_mailer.outward.saying import uncontested

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
        """« 20/10/2026 »; in English « 20 Oct 2026 », where figures alone are read two ways."""
        text = in_short(self.day, self.locale) if self.day else ""
        return Printed(f"{self._name}|short", text, self._log)


@lru_cache(maxsize=4096)
def in_full(day: date, locale: str = "fr_FR", *, weekday: bool = True) -> str:
    """« mardi 20 octobre 2026 », « 1er mars 2026 » without the weekday.

    babel never writes « 1er »; the language does (le 1er mars, le 2 mars).
    """
    text = format_date(day, "d MMMM y", locale=locale)
    if day.day == 1 and locale.startswith("fr"):
        text = "1er" + text.removeprefix("1")
    return f"{format_date(day, 'EEEE', locale=locale)} {text}" if weekday else text


@lru_cache(maxsize=4096)
def in_short(day: date, locale: str = "fr_FR") -> str:
    """« 20/10/2026 », « 20 Oct 2026 »."""
    if locale.startswith("fr"):
        return f"{day.day:02}/{day.month:02}/{day.year}"
    return f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"


# Three letters each, as the lint knows them; the locale's own data writes « Sept ».
_MONTHS_EN = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@lru_cache(maxsize=8192)
def money(amount: Decimal, currency: str = "EUR", locale: str = "fr_FR") -> str:
    """« 1 500,00 € » with unbreakable blanks (U+202F and U+00A0)."""
    return format_currency(amount, currency, locale=Locale.parse(locale))


NAMES: frozenset[str] = frozenset(
    """announces asks_cause bic check_on copy count court creditor deadline debtor debtor_seat
    debtor_siren demanded documents fees first greeting ground iban instalments interest level
    lines mailbox mediator mentions next_on next_role past person phone payments posted_on privacy
    promise_broken promised_amount rate received reckoned_on reference registered role said
    segment several today total transfer_code
    transfer_reference""".split()
)
"""Every name that a template may use; `view` gives them all (a test holds the two together)."""


def view(letter: Letter, log: Log, *, transfer_code: str = "") -> dict[str, object]:
    """The names that a template may use, for that letter.

    `transfer_code` is the address (`cid:…`) of the transfer's picture when it goes with the letter.
    """
    locale = LOCALES.get(letter.language, "fr_FR")
    lines = tuple(_line(line, letter.currency, locale, log) for line in letter.lines)
    return {
        **_identifiers(letter),
        **_texts(letter, log),
        "transfer_code": Printed("transfer_code", transfer_code, log),
        **{name: Day(name, day, log, locale) for name, day in _days(letter).items()},
        **{
            name: Printed(name, "" if a is None else money(a, letter.currency, locale), log)
            for name, a in _amounts(letter).items()
        },
        "lines": lines,
        "first": lines[0] if lines else None,
        "said": _said(letter, log, locale),
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
    abroad = letter.language == "en"
    parts = {(part.semester, part.rate) for line in letter.lines for part in line.parts}
    applied = [(rate, semester) for semester, rate in sorted(parts)]
    grounds = dict.fromkeys(
        english.ground(line.ground) if abroad else line.ground
        for line in letter.lines
        if line.ground
    )
    texts = {
        "reference": letter.mark,
        # Brackets are no signs of a SEPA transfer: banks drop or refuse them.
        "transfer_reference": letter.mark.strip("[]"),
        "count": str(letter.invoice_count),
        "payments": str(len(letter.instalments)) if len(letter.instalments) > 1 else "",
        "greeting": letter.greeting,
        "debtor": debtor.name,
        "debtor_siren": _spaced(debtor.siren or ""),
        "debtor_seat": _seat(letter),
        "creditor": sender.creditor_name,
        "mailbox": sender.mailbox,
        "privacy": sender.privacy,
        # It is copied into the form of a bank, which may not know unbreakable blanks.
        "iban": _spaced(sender.iban, 4, " "),
        "bic": sender.bic,
        "person": sender.person,
        "role": sender.role,
        "phone": sender.phone,
        "mediator": sender.mediator,
        "court": letter.court,
        "rate": english.rates(applied) if abroad else rates_in_french(applied),
        "ground": ("; " if abroad else " ; ").join(grounds),
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
        contested=amount("contested", line.contested),
        interest=amount("interest", line.interest),
        fee=amount("fee", line.fee),
        days_late=text("days_late", str(line.days_late) if line.days_late else ""),
        one_day_late=line.days_late == 1,
        po_number=text("po_number", line.po_number),
        order_ref=text("order_ref", line.order_ref),
        portal_id=text("portal_id", line.portal_id),
        parts=tuple(_parts(line.parts, locale, log)),
    )


def _parts(parts: Iterable[Part], locale: str, log: Log) -> Iterable[SimpleNamespace]:
    percent = percent_in_french if locale.startswith("fr") else english.percent
    for part in parts:
        yield SimpleNamespace(
            starts_on=Day("part.starts_on", part.starts_on, log, locale),
            ends_on=Day("part.ends_on", part.ends_on, log, locale),
            days=Printed("part.days", str(part.days), log),
            one_day=part.days == 1,
            rate=Printed("part.rate", percent(part.rate), log),
        )


def _past(letter: Letter, log: Log, locale: str) -> SimpleNamespace | None:
    if letter.past is None:
        return None
    past = letter.past
    return SimpleNamespace(
        what=past.what,
        how=past.how,
        on=Day("past.on", past.on, log, locale),
        who=Printed("past.who", one_line(past.who), log),
        words=Printed("past.words", one_line(past.words), log),
        promised_on=Day("past.promised_on", past.promised_on, log, locale),
        amount=_amount("past.amount", past.amount, letter.currency, locale, log),
    )


def _said(letter: Letter, log: Log, locale: str) -> SimpleNamespace | None:
    """What a human said in an answer that he ordered, field by field."""
    words = letter.says
    if words is None:
        return None
    say = _Saying(letter.currency, locale, log)
    match words:
        case DisputeAck():
            rest = uncontested(words, letter.total) if words.rest_due_on else None
            return SimpleNamespace(
                **say.contestation(words),
                answered_by=say.text("answered_by", words.answered_by),
                answer_on=say.day("answer_on", words.answer_on),
                rest=say.amount("rest", rest),
                rest_due_on=say.day("rest_due_on", words.rest_due_on),
                asks_for=say.texts("asks_for", words.asks_for),
            )
        case DisputeAnswer():
            note = words.credit_note
            return SimpleNamespace(
                **say.contestation(words),
                findings=say.texts("findings", words.findings),
                reasons=say.texts("reasons", words.reasons),
                credit_note=say.text("credit_note", note.number if note else ""),
                credited=say.amount("credited", note.amount if note else None),
                credit_to_come=note is not None and words.remains != letter.total,
                credited_on=say.day("credited_on", note.issued_on if note else None),
                remains=say.amount("remains", words.remains or None),
                due_on=say.day("due_on", words.due_on),
            )
        case PlanOffer() | PlanConfirmation():
            agreed = words if isinstance(words, PlanConfirmation) else None
            return SimpleNamespace(
                parts=tuple(
                    SimpleNamespace(
                        due_on=say.day("part", part.due_on), amount=say.amount("part", part.amount)
                    )
                    for part in words.instalments
                ),
                count=say.text("count", str(len(words.instalments))),
                one_payment=len(words.instalments) == 1,
                total=say.amount("total", plan_total(words.instalments)),
                accessories=say.amount("accessories", words.accessories or None),
                waived=say.amount("waived", words.waived or None),
                answer_by=say.day("answer_by", words.answer_by),
                agreed_on=say.day("agreed_on", agreed.agreed_on if agreed else None),
                agreed_by=say.text("agreed_by", agreed.agreed_by if agreed else ""),
            )
        case Explanation():
            return SimpleNamespace(
                about=say.text("about", words.about),
                points=say.texts("points", words.points),
                pay_by=say.day("pay_by", words.pay_by),
            )
        case _:
            assert_never(words)


@dataclass(frozen=True, slots=True)
class _Saying:
    """How the words of a human are printed; none of them may hold a line of its own."""

    currency: str
    locale: str
    log: Log

    def contestation(self, words: DisputeAck | DisputeAnswer) -> dict[str, Printed | bool]:
        """What is contested, and why."""
        return {
            "several": len(words.invoices) > 1,
            "ground": self.text("ground", words.ground),
            "contested": self.amount("contested", words.contested),
            "invoices": self.text("invoices", ", ".join(words.invoices)),
        }

    def text(self, name: str, value: str) -> Printed:
        """A text without a full stop of its own: the template sets it."""
        return Printed(f"said.{name}", one_line(value).rstrip(" .;,"), self.log)

    def texts(self, name: str, values: Iterable[str]) -> tuple[Printed, ...]:
        """Several points."""
        return tuple(self.text(name, value) for value in values)

    def amount(self, name: str, value: Decimal | None) -> Printed:
        """Money, or an empty placeholder."""
        return _amount(f"said.{name}", value, self.currency, self.locale, self.log)

    def day(self, name: str, value: date | None) -> Day:
        """A date in full, or an empty placeholder."""
        return Day(f"said.{name}", value, self.log, self.locale)


def _seat(letter: Letter) -> str:
    debtor = letter.debtor
    town = " ".join(part for part in (debtor.postcode, debtor.city) if part)
    return ", ".join(part for part in (debtor.address, town) if part)


def _spaced(figures: str, by: int = 3, blank: str = "\u00a0") -> str:
    """A SIREN by threes with unbreakable blanks, an IBAN by fours."""
    plain = "".join(figures.split())
    return blank.join(plain[i : i + by] for i in range(0, len(plain), by))
