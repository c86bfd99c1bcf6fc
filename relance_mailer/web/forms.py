"""What an act on a dossier asks of whoever decides it: its fields as data, and what it makes.

A form is a table of fields and a function from what was typed to a decision; pages, keyboard and
tests work from the table, so that a new act is a row and no page.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from relance_mailer.desk import french
from relance_mailer.desk.decisions import Verdict
from relance_mailer.dossier.ordered import PlanPart, Says
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.drafts import Shown
from relance_mailer.inward.heard import Heard
from relance_mailer.ports import LastEntry
from relance_mailer.web.typed import Mistyped, Typed
from relance_mailer.words import Cause


class Sort(StrEnum):
    """How a field is shown."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MONEY = "money"
    COUNT = "count"
    CHOICE = "choice"
    SEVERAL = "several"
    BOX = "box"
    PARTS = "parts"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """Something that may be chosen: what is sent, and what is read."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """A dossier as whoever decides has it before him; `letter` is its next one, when asked for."""

    dossier: Dossier
    last: LastEntry
    today: date
    by: str
    levels: tuple[str, ...]
    following: str
    letter: Shown | None = None


def no_choices(_: Scene) -> tuple[Choice, ...]:
    """A field that is typed, not chosen."""
    return ()


def empty(_: Scene) -> tuple[str, ...]:
    """A field that starts empty."""
    return ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One question of a form; `starts` is what stands in it before anybody types."""

    name: str
    label: str
    sort: Sort = Sort.LINE
    needed: bool = False
    help: str = ""
    choices: Callable[[Scene], tuple[Choice, ...]] = no_choices
    starts: Callable[[Scene], tuple[str, ...]] = empty
    folded: bool = False  # rarely needed: shown when asked for


class Group(StrEnum):
    """Under which heading an act stands."""

    NEXT = "La suite"
    RECORD = "Consigner"
    LETTERS = "Lettres"
    SETTLE = "Litige, échéancier"
    CONTACTS = "Contacts"
    LEGAL = "Justice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A decision, with what was heard where a call carries it."""

    verdict: Verdict
    heard: Heard | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """Something that a human may decide on a dossier.

    `because` is the reason where none has to be given; `sees` says that a letter follows, which is
    shown before it is ordered.
    """

    slug: str
    label: str
    button: str
    done: str
    group: Group
    decides: type[Verdict]
    fields: tuple[Field, ...] = ()
    make: Callable[[Typed, Scene], Order]
    possible: Callable[[Scene], bool] = field(default=lambda _: True)
    because: str = ""
    sees: bool = False
    grave: bool = False
    lead: str = ""


def worded(make: Callable[[], Says]) -> Says:
    """The words of a letter; raises `Mistyped` where they cannot be said."""
    try:
        return make()
    except ValueError as error:
        raise Mistyped("", str(error)) from None


def written(value: object) -> str:
    """A value as it is typed into a field: amounts with a comma."""
    return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else str(value)


def rows(parts: tuple[PlanPart, ...]) -> tuple[str, ...]:
    """Instalments as the rows of a form have them: day and amount by turns."""
    return tuple(cell for one in parts for cell in (str(one.due_on), written(one.amount)))


def needed(typed: Typed, name: str, told: str) -> str:
    """A text that must be there; raises `Mistyped`."""
    found = typed.text(name)
    if not found:
        raise Mistyped(name, told)
    return found


def one_of(typed: Typed, name: str, known: type[Cause], told: str) -> Cause:
    """A cause that must be chosen; raises `Mistyped`."""
    try:
        return known(typed.text(name))
    except ValueError:
        raise Mistyped(name, told) from None


def cause_in(typed: Typed) -> Cause | None:
    """The cause of lateness, when one was chosen."""
    return (
        one_of(typed, "cause", Cause, "cette cause n'existe pas") if typed.text("cause") else None
    )


def _causes(_: Scene) -> tuple[Choice, ...]:
    unsaid = Choice(value="", label="– non précisée –")
    return (unsaid, *(Choice(value=one, label=french.CAUSES[one]) for one in Cause))


CAUSE = Field(
    name="cause",
    label="Cause du retard",
    sort=Sort.CHOICE,
    choices=_causes,
    starts=lambda scene: (scene.dossier.cause or "",),
    help="Demandée quand un échange se clôt ; « inconnue » est une réponse.",
)


def levels(scene: Scene) -> tuple[Choice, ...]:
    """The levels of the dossier's own timeline."""
    return tuple(Choice(value=one, label=french.template(one)) for one in scene.levels)


def invoices(scene: Scene) -> tuple[Choice, ...]:
    """The open invoices with what is left of each."""
    currency = scene.dossier.currency
    return tuple(
        Choice(value=one.number, label=f"{one.number} · {french.amount(one.left, currency)}")
        for one in scene.dossier.open_invoices
    )


def all_invoices(scene: Scene) -> tuple[str, ...]:
    """Every open invoice, where most decisions are about all of them."""
    return tuple(one.number for one in scene.dossier.open_invoices)


def today(scene: Scene) -> tuple[str, ...]:
    """This very day."""
    return (scene.today.isoformat(),)


NEXT_STEP = Field(
    name="next_step",
    label="Reprendre par",
    sort=Sort.CHOICE,
    needed=True,
    choices=levels,
    starts=lambda scene: (scene.following,),
)
NOT_BEFORE = Field(
    name="not_before", label="Pas avant le", sort=Sort.DAY, needed=True, starts=today
)
