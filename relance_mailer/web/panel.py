"""The panel « Décider » of a dossier: what may be done here, by whom, one form open at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from relance_mailer.desk.chronicle import Told
from relance_mailer.desk.decisions import Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.proposals import proposals
from relance_mailer.desk.rights import RIGHTS, Right, right_for
from relance_mailer.flows.drafts import Shown, draft_of, next_letter
from relance_mailer.flows.house import Creditor
from relance_mailer.flows.work_desk import View, next_level_of
from relance_mailer.ports import Colleague, DeskRole
from relance_mailer.web import acts_course, acts_daily, acts_letters, acts_settle
from relance_mailer.web.access import may
from relance_mailer.web.desk import Desk
from relance_mailer.web.forms import Act, Choice, Field, Group, Scene, Sort
from relance_mailer.web.typed import Mistyped, Typed, as_seen

ACTS = {
    act.slug: act
    for act in (
        *acts_course.ACTS,
        *acts_daily.ACTS,
        *acts_settle.ACTS,
        *acts_letters.ACTS,
    )
}
ROLE_FOR = {Right.RECORD: DeskRole.AGENT, Right.GRANT: DeskRole.MANAGER}
ABOUT_NEXT_LETTER = ("accord", "refus")
PART_ROWS = 4
PARTS_MAX = 36
_OPTION = re.compile(r"\s*\(--[a-z-]+\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A field with what may be chosen and what stands in it."""

    field: Field
    choices: tuple[Choice, ...]
    values: tuple[str, ...]
    wrong: bool = False

    @property
    def value(self) -> str:
        """The one value of a field that has one."""
        return self.values[0] if self.values else ""

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Instalments as rows of a day and an amount, some of them empty for more."""
        days, amounts = self.values[::2], self.values[1::2]
        filled = [pair for pair in zip(days, amounts, strict=False) if any(pair)]
        empty = max(PART_ROWS - len(filled), 1)
        return (*filled, *[("", "")] * empty)[:PARTS_MAX]


@dataclass(frozen=True, kw_only=True, slots=True)
class Form:
    """The form that is open, with what was typed, why it was refused, and the letter to see."""

    act: Act
    asked: tuple[Asked, ...]
    folded: tuple[Asked, ...]
    because: str
    version: str
    letter: Shown | None = None
    unseen: str = ""  # why there is no letter to see
    wrong: str = ""
    since: tuple[Told, ...] = ()  # what others wrote meanwhile


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """What may be decided on a dossier, by heading, and the form that is open."""

    groups: tuple[tuple[Group, tuple[Act, ...]], ...]
    form: Form | None
    reads_only: bool
    beyond: tuple[Act, ...]  # possible, but for somebody with another role
    prepared: frozenset[str] = frozenset()  # the acts whose letter the machine has ready


def scene_of(desk: Desk, creditor: Creditor, view: View, colleague: Colleague) -> Scene:
    """The dossier as this colleague has it before him."""
    return Scene(
        dossier=view.dossier,
        last=view.last,
        today=desk.house.clock.today(),
        by=colleague.name,
        levels=tuple(creditor.level_names(view.dossier)),
        following=next_level_of(view.dossier, creditor),
    )


def panel_of(scene: Scene, colleague: Colleague, form: Form | None = None) -> Panel:
    """The acts that are possible where the dossier stands, those of this colleague first."""
    able = [act for act in ACTS.values() if act.possible(scene)]
    mine = [act for act in able if may(colleague, ROLE_FOR[RIGHTS[act.decides]])]
    told = ((group, tuple(act for act in mine if act.group is group)) for group in Group)
    reads_only = not may(colleague, DeskRole.AGENT)
    ready = proposals(scene.dossier, scene.today, scene.by)
    return Panel(
        groups=tuple((group, acts) for group, acts in told if acts),
        form=form,
        reads_only=reads_only,
        beyond=() if reads_only else tuple(act for act in able if act not in mine),
        prepared=frozenset(acts_letters.PREPARED[one.template] for one in ready),
    )


def is_allowed(colleague: Colleague, verdict: Verdict) -> bool:
    """Whether this colleague may decide this."""
    return may(colleague, ROLE_FOR[right_for(verdict)])


def form_of(
    act: Act,
    scene: Scene,
    typed: Typed | None = None,
    *,
    fault: Mistyped | None = None,
    letter: Shown | Impossible | None = None,
    since: Sequence[Told] = (),
) -> Form:
    """The form of an act: what was typed stays typed, else what it starts with."""
    wrong = fault.field if fault else ""
    asked = tuple(_asked(field, scene, typed, wrong) for field in act.fields)
    because = typed.text("because") if typed else ""
    return Form(
        act=act,
        asked=tuple(one for one in asked if not one.field.folded),
        folded=tuple(one for one in asked if one.field.folded),
        because=because or ("" if typed else act.because),
        version=as_seen(scene.last),
        letter=letter if isinstance(letter, Shown) else None,
        unseen=in_words(letter.because) if isinstance(letter, Impossible) else "",
        wrong=in_words(fault.because) if fault else "",
        since=tuple(since),
    )


def _asked(field: Field, scene: Scene, typed: Typed | None, wrong: str) -> Asked:
    starts = field.starts(scene)
    if typed is None:
        values = starts
    elif field.sort is Sort.PARTS:
        days = typed.fields.get(f"{field.name}_on", ())
        amounts = typed.fields.get(f"{field.name}_amount", ())
        values = tuple(cell for pair in zip(days, amounts, strict=False) for cell in pair)
    elif field.sort is Sort.SEVERAL:
        values = typed.many(field.name)
    else:
        values = (typed.text(field.name),)
    return Asked(
        field=field, choices=field.choices(scene), values=values, wrong=field.name == wrong
    )


async def letter_for(
    desk: Desk, creditor: Creditor, scene: Scene, act: Act, typed: Typed
) -> Shown | Impossible | None:
    """The letter that the act would make leave, or that it is about; None: it has none to show."""
    if not act.sees:
        return None
    if act.slug in ABOUT_NEXT_LETTER:
        return await next_letter(desk.house, creditor, scene.dossier.key)
    try:
        order = act.make(typed, scene)
    except Mistyped:
        return None  # it is not whole yet: nothing can be shown
    return await draft_of(desk.house, creditor, scene.dossier.key, order.verdict)


def sightly(typed: Typed) -> Typed:
    """The same fields with some reason, for a letter that is only looked at."""
    return typed if typed.text("because") else Typed({**typed.fields, "because": ["aperçu"]})


def starting(act: Act, scene: Scene, preset: Typed) -> Typed:
    """The fields of an act as it starts, with those that the link to it names."""
    found: dict[str, list[str]] = {}
    for field in act.fields:
        starts = list(preset.many(field.name) or field.starts(scene))
        if field.sort is Sort.PARTS:
            found[f"{field.name}_on"], found[f"{field.name}_amount"] = starts[::2], starts[1::2]
        elif starts:
            found[field.name] = starts
    return Typed({**found, "because": [act.because]})


def in_words(because: str) -> str:
    """A refusal as the desk says it, without the options of the command line."""
    told = _OPTION.sub("", because)
    told = told.replace("ajoutez --cause, une de", "choisissez-la, une de")
    return told[:1].upper() + told[1:]
