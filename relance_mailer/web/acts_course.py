"""The acts that decide where a dossier goes: hold, resume, reopen, close, hand over, the court."""

from collections.abc import Callable

from relance_mailer.desk import decisions as d
from relance_mailer.desk import french
from relance_mailer.dossier.phases import Phase
from relance_mailer.web import forms as f
from relance_mailer.web.forms import (
    CAUSE,
    NEXT_STEP,
    NOT_BEFORE,
    Act,
    Choice,
    Field,
    Group,
    Order,
    Scene,
    Sort,
)
from relance_mailer.web.typed import Typed

AMICABLE = (Phase.RUNNING, Phase.HELD)


def _hold(typed: Typed, scene: Scene) -> Order:
    because, until = typed.text("because"), typed.needed_day("until")
    return Order(verdict=d.HoldUntil(by=scene.by, because=because, until=until))


def _resume(typed: Typed, scene: Scene) -> Order:
    verdict = d.Resume(
        by=scene.by,
        because=typed.text("because"),
        next_step=typed.text("next_step"),
        not_before=typed.needed_day("not_before"),
        cause=f.cause_in(typed),
    )
    return Order(verdict=verdict)


def _reopen(typed: Typed, scene: Scene) -> Order:
    verdict = d.Reopen(
        by=scene.by,
        because=typed.text("because"),
        next_step=typed.text("next_step"),
        not_before=typed.needed_day("not_before"),
    )
    return Order(verdict=verdict)


def _hand_over(typed: Typed, scene: Scene) -> Order:
    return Order(verdict=d.HandOver(by=scene.by, because=typed.text("because")))


def _close(typed: Typed, scene: Scene) -> Order:
    because, waiver = typed.text("because"), typed.text("waiver")
    cause = f.cause_in(typed)
    return Order(verdict=d.Close(by=scene.by, because=because, waiver=waiver, cause=cause))


def _object(typed: Typed, scene: Scene) -> Order:
    level = f.needed(typed, "level", "il faut choisir une relance")
    because, until = typed.text("because"), typed.day("until")
    return Order(verdict=d.ObjectToLevel(by=scene.by, because=because, level=level, until=until))


def _legal_step(typed: Typed, scene: Scene) -> Order:
    verdict = d.TakeLegalStep(
        by=scene.by,
        because=typed.text("because"),
        legal_step=typed.text("legal_step"),
        taken_on=typed.needed_day("taken_on"),
        reference=typed.text("reference"),
    )
    return Order(verdict=verdict)


def _in(*phases: Phase) -> Callable[[Scene], bool]:
    return lambda scene: scene.dossier.phase in phases


ACTS = (
    Act(
        slug="reprendre",
        label="Reprendre les relances",
        button="Reprendre",
        done="Le dossier reprend son cours.",
        group=Group.NEXT,
        decides=d.Resume,
        fields=(NEXT_STEP, NOT_BEFORE, CAUSE),
        make=_resume,
        possible=_in(Phase.REVIEW, Phase.HELD),
    ),
    Act(
        slug="rouvrir",
        label="Rouvrir",
        button="Rouvrir le dossier",
        done="Dossier rouvert : il quitte le contentieux.",
        group=Group.NEXT,
        decides=d.Reopen,
        fields=(NEXT_STEP, NOT_BEFORE),
        make=_reopen,
        possible=_in(Phase.LEGAL),
        lead="Le dossier quitte le contentieux et les relances reprennent.",
    ),
    Act(
        slug="suspendre",
        label="Suspendre jusqu'à",
        button="Suspendre",
        done="Suspendu : aucune relance avant ce jour.",
        group=Group.NEXT,
        decides=d.HoldUntil,
        fields=(Field(name="until", label="Jusqu'au", sort=Sort.DAY, needed=True),),
        make=_hold,
        possible=_in(*AMICABLE),
    ),
    Act(
        slug="opposer",
        label="S'opposer à une relance",
        button="S'opposer",
        done="Opposition inscrite.",
        group=Group.NEXT,
        decides=d.ObjectToLevel,
        fields=(
            Field(
                name="level",
                label="Relance",
                sort=Sort.CHOICE,
                needed=True,
                choices=f.levels,
                starts=lambda scene: (scene.following,),
            ),
            Field(
                name="until",
                label="Jusqu'au",
                sort=Sort.DAY,
                help="Sans date, le dossier passe à l'examen.",
            ),
        ),
        make=_object,
        possible=_in(*AMICABLE),
    ),
    Act(
        slug="clore",
        label="Clore",
        button="Clore le dossier",
        done="Dossier clos.",
        group=Group.NEXT,
        decides=d.Close,
        fields=(
            Field(
                name="waiver",
                label="Abandon écrit du reste",
                help="Où il se trouve : « courriel de la direction du 3 mars ». "
                "Un responsable seul abandonne.",
            ),
            CAUSE,
        ),
        make=_close,
        possible=_in(Phase.REVIEW, Phase.LEGAL),
    ),
    Act(
        slug="contentieux",
        label="Passer au contentieux",
        button="Passer au contentieux",
        done="Le dossier est au contentieux : plus aucune relance ne part.",
        group=Group.NEXT,
        decides=d.HandOver,
        make=_hand_over,
        possible=lambda scene: scene.dossier.phase is not Phase.LEGAL and scene.dossier.owed > 0,
        grave=True,
        lead="Plus aucune relance ne partira ; seul un responsable pourra rouvrir.",
    ),
    Act(
        slug="etape",
        label="Étape judiciaire",
        button="Inscrire l'étape",
        done="Étape inscrite : ses délais courent.",
        group=Group.LEGAL,
        decides=d.TakeLegalStep,
        fields=(
            Field(
                name="legal_step",
                label="Étape",
                sort=Sort.CHOICE,
                needed=True,
                choices=lambda _: tuple(
                    Choice(value=one, label=told) for one, told in french.LEGAL_STEPS.items()
                ),
            ),
            Field(name="taken_on", label="Le", sort=Sort.DAY, needed=True, starts=f.today),
            Field(name="reference", label="Référence", help="Numéro de rôle, d'acte, d'annonce…"),
        ),
        make=_legal_step,
        possible=_in(Phase.LEGAL, Phase.REVIEW),
    ),
)
