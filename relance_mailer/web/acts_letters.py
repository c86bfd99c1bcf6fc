"""The acts by which letters leave on a human's word: approved, rejected, ordered.

The letter is shown as it will look before anybody orders it; its words come prepared.
"""

from collections.abc import Callable

from relance_mailer.desk import decisions as d
from relance_mailer.desk.proposals import Proposal, proposal_of
from relance_mailer.desk.saying import (
    Told,
    reworded,
)
from relance_mailer.dossier.ordered import PlanPart
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Answer, InvoiceNumber
from relance_mailer.web import forms as f
from relance_mailer.web.acts_daily import step_in
from relance_mailer.web.forms import Act, Field, Group, Order, Scene, Sort, rows, worded, written
from relance_mailer.web.typed import Mistyped, Typed
from relance_mailer.words import Intent


def _approve(typed: Typed, scene: Scene) -> Order:
    """A yes to the letter as it was shown: these invoices, this amount."""
    verdict = d.Approve(
        by=scene.by,
        because=typed.text("because"),
        step=step_in(typed),
        amount=typed.money("amount"),
        invoices=tuple(InvoiceNumber(one) for one in typed.many("invoices")),
    )
    letter = scene.letter
    if letter is None or letter.step != verdict.step:
        raise Mistyped("", "cette lettre n'est plus la prochaine : relisez celle qui l'est")
    if (letter.said.amount, letter.said.invoices) != (verdict.amount, verdict.invoices):
        raise Mistyped("", "cette lettre a changé depuis que vous l'avez lue : relisez-la")
    return Order(verdict=verdict)


def _reject(typed: Typed, scene: Scene) -> Order:
    because, until = typed.text("because"), typed.day("until")
    return Order(verdict=d.Reject(by=scene.by, because=because, step=step_in(typed), until=until))


def _order_level(typed: Typed, scene: Scene) -> Order:
    template = f.needed(typed, "template", "il faut choisir une lettre")
    because = typed.text("because")
    return Order(verdict=d.OrderLetter(by=scene.by, because=because, template=template))


def _order(answer: Answer) -> Callable[[Typed, Scene], Order]:
    """The prepared letter, with the words that were typed in place of the proposed ones."""

    def make(typed: Typed, scene: Scene) -> Order:
        found = _proposed(answer, scene)
        if found is None or found.says is None:
            raise Mistyped("", "rien n'est à dire sur ce dossier qui permette cette lettre")
        says = found.says
        told = Told(
            ground=typed.text("ground"),
            amount=typed.money("amount"),
            parts=_plan_parts(typed),
            answer_by=typed.day("answer_by"),
            pay_by=typed.day("pay_by"),
            about=typed.text("about"),
            points=typed.lines("points"),
            waived=typed.money("waived"),
        )
        verdict = d.OrderLetter(
            by=scene.by,
            because=typed.text("because"),
            template=answer,
            message=found.message,
            says=worded(lambda: reworded(says, told)),
        )
        return Order(verdict=verdict)

    return make


def _plan_parts(typed: Typed) -> tuple[PlanPart, ...]:
    found = []
    for one in typed.parts("parts"):
        if one.amount is None:
            raise Mistyped("parts", "chaque versement proposé a son montant")
        found.append(PlanPart(due_on=one.due_on, amount=one.amount))
    return tuple(found)


def _proposed(answer: Answer, scene: Scene) -> Proposal | None:
    return proposal_of(answer, scene.dossier, scene.today, scene.by)


def _may_order(answer: Answer) -> Callable[[Scene], bool]:
    def possible(scene: Scene) -> bool:
        found = _letters_may_leave(scene) and _proposed(answer, scene)
        return bool(found and found.says)

    return possible


def _has_a_next_letter(scene: Scene) -> bool:
    """A dossier in review sends only what somebody ordered."""
    runs = scene.dossier.phase in (Phase.RUNNING, Phase.HELD)
    return _letters_may_leave(scene) and (runs or bool(scene.dossier.ordered))


def _disputes_something(scene: Scene) -> bool:
    asked = any(one.reason == Intent.DISPUTE for one in scene.dossier.review_reasons)
    return (asked or bool(scene.dossier.disputes)) and _may_order(Answer.DISPUTE_ACK)(scene)


def _letters_may_leave(scene: Scene) -> bool:
    one = scene.dossier
    return one.phase is not Phase.LEGAL and one.barred_by is None and one.owed > 0


def _said_by(answer: Answer, name: str) -> Callable[[Scene], tuple[str, ...]]:
    """What stands in the prepared letter under that name."""

    def starts(scene: Scene) -> tuple[str, ...]:
        found = _proposed(answer, scene)
        value = getattr(found.says.words, name, None) if found and found.says else None
        if value is None:
            return ()
        return ("\n".join(value),) if isinstance(value, tuple) else (written(value),)

    return starts


def _offered_parts(scene: Scene) -> tuple[str, ...]:
    found = _proposed(Answer.PLAN_OFFER, scene)
    words = found.says.plan_offer if found and found.says else None
    return rows(words.instalments) if words else ()


def _prepared(
    answer: Answer,
    label: str,
    *fields: Field,
    possible: Callable[[Scene], bool] | None = None,
) -> Act:
    """The act by which a prepared letter leaves once its words were read and mended."""
    return Act(
        slug=PREPARED[answer],
        label=label,
        button="Envoyer cette lettre",
        done="Lettre ordonnée : elle part aujourd'hui, par les mêmes contrôles.",
        group=Group.LETTERS,
        decides=d.OrderLetter,
        fields=fields,
        make=_order(answer),
        possible=possible or _may_order(answer),
        sees=True,
    )


PREPARED = {
    Answer.DISPUTE_ACK: "accuse",
    Answer.DISPUTE_ANSWER: "trancher",
    Answer.PLAN_OFFER: "offre",
    Answer.PLAN_CONFIRMATION: "confirmation",
    Answer.EXPLANATION: "explication",
}
"""The act that sends each letter that the machine prepares for people."""

ACTS = (
    Act(
        slug="accord",
        label="Approuver la prochaine lettre",
        button="Approuver cette lettre",
        done="Lettre approuvée telle qu'elle est.",
        group=Group.LETTERS,
        decides=d.Approve,
        make=_approve,
        possible=_has_a_next_letter,
        because="lue et approuvée",
        sees=True,
    ),
    Act(
        slug="refus",
        label="Refuser la prochaine lettre",
        button="Refuser cette lettre",
        done="Lettre refusée.",
        group=Group.LETTERS,
        decides=d.Reject,
        fields=(
            Field(
                name="until",
                label="Suspendre jusqu'au",
                sort=Sort.DAY,
                help="Sans date, le dossier passe à l'examen.",
            ),
        ),
        make=_reject,
        possible=_has_a_next_letter,
        sees=True,
    ),
    _prepared(
        Answer.DISPUTE_ACK,
        "Accuser réception d'un litige",
        Field(
            name="ground",
            label="Ce qui est contesté",
            starts=_said_by(Answer.DISPUTE_ACK, "ground"),
        ),
        Field(
            name="amount",
            label="Montant contesté",
            sort=Sort.MONEY,
            starts=_said_by(Answer.DISPUTE_ACK, "contested"),
        ),
        Field(
            name="answer_by",
            label="Réponse promise avant le",
            sort=Sort.DAY,
            starts=_said_by(Answer.DISPUTE_ACK, "answer_on"),
        ),
        possible=_disputes_something,
    ),
    _prepared(
        Answer.PLAN_OFFER,
        "Proposer un échéancier",
        Field(name="parts", label="Versements proposés", sort=Sort.PARTS, starts=_offered_parts),
        Field(
            name="answer_by",
            label="Réponse attendue avant le",
            sort=Sort.DAY,
            starts=_said_by(Answer.PLAN_OFFER, "answer_by"),
        ),
        Field(
            name="waived",
            label="Intérêts et frais abandonnés s'il est tenu",
            sort=Sort.MONEY,
            folded=True,
        ),
    ),
    _prepared(
        Answer.PLAN_CONFIRMATION,
        "Confirmer l'échéancier",
        Field(
            name="answer_by",
            label="Accord écrit attendu le",
            sort=Sort.DAY,
            starts=_said_by(Answer.PLAN_CONFIRMATION, "answer_by"),
        ),
    ),
    _prepared(
        Answer.EXPLANATION,
        "Expliquer la créance",
        Field(
            name="about",
            label="Cette somme correspond à…",
            starts=_said_by(Answer.EXPLANATION, "about"),
        ),
        Field(name="points", label="Réponses, une phrase par ligne", sort=Sort.TEXT),
        Field(
            name="pay_by",
            label="Règlement demandé pour le",
            sort=Sort.DAY,
            starts=_said_by(Answer.EXPLANATION, "pay_by"),
        ),
    ),
    Act(
        slug="relance",
        label="Envoyer une relance",
        button="Envoyer cette relance",
        done="Relance ordonnée : elle part aujourd'hui, par les mêmes contrôles.",
        group=Group.LETTERS,
        decides=d.OrderLetter,
        fields=(
            Field(
                name="template",
                label="Relance",
                sort=Sort.CHOICE,
                needed=True,
                choices=f.levels,
                starts=lambda scene: (scene.following,),
            ),
        ),
        make=_order_level,
        possible=_letters_may_leave,
        sees=True,
    ),
)
