"""What somebody typed into a form, read with care: a day, an amount, lines, instalments."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from starlette.requests import Request

from relance_mailer.dossier.events import Instalment
from relance_mailer.ports import LastEntry

TEXT_MAX = 10_000
LIST_MAX = 500
_FRENCH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_LAST_ENTRY = re.compile(r"([0-9]{1,9})\.([0-9a-f]{64})")
_SPACES = str.maketrans("", "", " \u00a0\u202f€")


class Mistyped(Exception):
    """A field that cannot be read, and why, in French."""

    def __init__(self, field: str, because: str) -> None:
        super().__init__(because)
        self.field = field
        self.because = because


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields of a form as they were sent; what is read raises `Mistyped`."""

    fields: Mapping[str, Sequence[str]]

    def text(self, name: str) -> str:
        """One line or many, without blanks around it; empty when it was not filled."""
        return next(iter(self.fields.get(name, ())), "").strip()[:TEXT_MAX]

    def yes(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.text(name))

    def many(self, name: str) -> tuple[str, ...]:
        """All the values of a field that may be given several times."""
        given = (one.strip() for one in self.fields.get(name, ()))
        return tuple(dict.fromkeys(one for one in given if one))[:LIST_MAX]

    def lines(self, name: str) -> tuple[str, ...]:
        """One value a line."""
        return tuple(line.strip() for line in self.text(name).splitlines() if line.strip())

    def day(self, name: str) -> date | None:
        """A day, as browsers send it or as people write it; None when it was not filled."""
        return _day(name, self.text(name))

    def needed_day(self, name: str) -> date:
        """A day that must be there."""
        found = self.day(name)
        if found is None:
            raise Mistyped(name, "il faut une date")
        return found

    def seen(self) -> LastEntry:
        """The last entry of the dossier as the page that holds this form showed it."""
        found = _LAST_ENTRY.fullmatch(self.text("version"))
        if found is None:
            raise Mistyped("version", "ce formulaire est incomplet : relisez")
        return LastEntry(version=int(found[1]), chain=found[2])

    def money(self, name: str) -> Decimal | None:
        """An amount with at most two decimals; None when it was not filled."""
        return _money(name, self.text(name))

    def count(self, name: str, *, most: int) -> int | None:
        """A number from one to `most`; None when it was not filled."""
        text = self.text(name)
        if not text:
            return None
        if not text.isdecimal() or not 1 <= int(text) <= most:
            raise Mistyped(name, f"« {text[:20]} » : un nombre de 1 à {most} était attendu")
        return int(text)

    def parts(self, name: str) -> tuple[Instalment, ...]:
        """Instalments: rows of a day and an amount, the latter empty for what is left."""
        days, amounts = self.fields.get(f"{name}_on", ()), self.fields.get(f"{name}_amount", ())
        found = []
        for on, amount in zip(days[:LIST_MAX], amounts[:LIST_MAX], strict=False):
            due_on = _day(name, on.strip())
            if due_on is None and amount.strip():
                raise Mistyped(name, f"« {amount.strip()[:20]} » : il manque sa date")
            if due_on is not None:
                found.append(Instalment(due_on=due_on, amount=_money(name, amount.strip())))
        return tuple(found)


def _day(name: str, text: str) -> date | None:
    if not text:
        return None
    written = _FRENCH_DAY.fullmatch(text)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        return date.fromisoformat(text)
    except ValueError:
        raise Mistyped(
            name, f"« {text[:20]} » : une date était attendue, par ex. 27/11/2026"
        ) from None


def _money(name: str, text: str) -> Decimal | None:
    if not text:
        return None
    wrong = Mistyped(name, f"« {text[:20]} » : un montant était attendu, par ex. 1500,00")
    try:
        read = Decimal(text.translate(_SPACES).replace(",", "."))
        if not read.is_finite() or abs(read) >= Decimal("1e12"):
            raise wrong
        if read != read.quantize(Decimal("0.01")):
            raise Mistyped(name, f"« {text[:20]} » : deux décimales au plus")
    except InvalidOperation:
        raise wrong from None
    return read.quantize(Decimal("0.01"))


def as_seen(last: LastEntry) -> str:
    """The last entry of a dossier as its page carries it, for `Typed.seen`."""
    return f"{last.version}.{last.chain}"


async def typed_in(request: Request) -> Typed:
    """What the form of this request says; files are not read."""
    form = await request.form(max_files=0)
    found: dict[str, list[str]] = {}
    for name, value in form.multi_items():
        if isinstance(value, str):
            found.setdefault(name, []).append(value.replace("\r\n", "\n"))
    return Typed(found)
