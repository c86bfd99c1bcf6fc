"""The acts that settle something with the debtor: a dispute opened or decided, a plan agreed.

The letter that says so is shown before the decision is taken, and leaves with it.
"""

from decimal import Decimal

from relance_mailer.desk import decisions as d
from relance_mailer.desk import french
from relance_mailer.desk.proposals import proposal_of
from relance_mailer.desk.saying import acknowledgement, agreed_parts, dispute_answer, left_of
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.ordered import CreditNote, PlanConfirmation, Says
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Answer, InvoiceNumber
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
    rows,
    worded,
)
from relance_mailer.web.typed import Mistyped, Typed
from relance_mailer.words import Intent
from relance_mailer.workdays import add_business_days

ZERO = Decimal("0.00")
MONTHS_MAX = 36


def _numbers(typed: Typed) -> tuple[InvoiceNumber, ...]:
    found = tuple(InvoiceNumber(one) for one in typed.many("invoices"))
    if not found:
        raise Mistyped("invoices", "il faut au moins une facture")
    return found


def _open_dispute(typed: Typed, scene: Scene) -> Order:
    numbers = _numbers(typed)
    told = typed.money("amount")
    contested = left_of(scene.dossier, numbers) if told is None else told
    ground = f.needed(typed, "ground", "il faut dire ce qui est contesté")
    owner = f.needed(typed, "owner", "il faut dire qui examine et répond")
    answer_by = typed.needed_day("answer_by")
    says = None
    if typed.yes("letter") and contested > 0:
        says = worded(
            lambda: acknowledgement(
                scene.dossier,
                scene.today,
                numbers=numbers,
                contested=contested,
                ground=ground,
                owner=owner,
                answer_by=answer_by,
                asks_for=typed.lines("asks_for"),
            )
        )
    verdict = d.OpenDispute(
        by=scene.by,
        because=typed.text("because"),
        invoices=numbers,
        amount=contested,
        ground=ground,
        owner=owner,
        answer_by=answer_by,
        next_step=typed.text("next_step"),
        not_before=typed.needed_day("not_before"),
        acknowledge=says,
    )
    return Order(verdict=verdict)


def _decide_dispute(typed: Typed, scene: Scene) -> Order:
    numbers = _numbers(typed)
    at_fault = {"tort": True, "raison": False}.get(typed.text("verdict"))
    if at_fault is None:
        raise Mistyped("verdict", "il faut dire si nous avons eu tort")
    note, pay_by = _credit_note(typed, scene), typed.day("pay_by")
    says = None
    if typed.yes("letter"):
        says = worded(
            lambda: dispute_answer(
                scene.dossier,
                numbers=numbers,
                ground=typed.text("because"),
                findings=typed.lines("findings"),
                reasons=typed.lines("reasons"),
                note=note,
                pay_by=pay_by,
                exhibits=typed.lines("exhibits"),
            )
        )
    correction = typed.text("correction") or ("credit_note" if note and at_fault else "")
    verdict = d.DecideDispute(
        by=scene.by,
        because=typed.text("because"),
        invoices=numbers,
        creditor_at_fault=at_fault,
        correction=correction,
        pay_by=pay_by,
        answer=says,
    )
    return Order(verdict=verdict)


def _credit_note(typed: Typed, scene: Scene) -> CreditNote | None:
    number, amount = typed.text("note_number"), typed.money("note_amount")
    if not number and amount is None:
        return None
    if not number or amount is None:
        raise Mistyped("note_number", "un avoir demande son numéro et son montant")
    return CreditNote(number=number, amount=amount, issued_on=scene.today)


def _agree_plan(typed: Typed, scene: Scene) -> Order:
    extra = typed.money("accessories") or ZERO
    months = typed.count("months", most=MONTHS_MAX)
    parts, first = typed.parts("parts"), typed.day("first")
    try:
        agreed = agreed_parts(scene.dossier, parts, months, first, extra)
    except ValueError as error:
        raise Mistyped("parts", str(error)) from None
    if not agreed:
        raise Mistyped("parts", "il faut les versements, ou leur nombre et le premier jour")
    says = None
    if typed.yes("letter"):
        soon = min(add_business_days(scene.today, 5), agreed[0].due_on)
        says = worded(
            lambda: Says(
                plan_confirmation=PlanConfirmation(
                    instalments=agreed,
                    agreed_on=scene.today,
                    answer_by=typed.day("answer_by") or soon,
                    agreed_by=typed.text("agreed_by"),
                    accessories=extra,
                    waived=typed.money("waived") or ZERO,
                )
            )
        )
    verdict = d.AgreePlan(
        by=scene.by,
        because=typed.text("because"),
        instalments=tuple(Instalment(due_on=one.due_on, amount=one.amount) for one in agreed),
        next_step=typed.text("next_step"),
        confirm=says,
        accessories=extra,
        cause=f.cause_in(typed),
    )
    return Order(verdict=verdict)


def _agreed_rows(scene: Scene) -> tuple[str, ...]:
    return rows(agreed_parts(scene.dossier, (), None, None, ZERO))


def _disputed(scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for one in scene.dossier.disputes for n in one.invoices))


def _disputed_choices(scene: Scene) -> tuple[Choice, ...]:
    contested = {*_disputed(scene), *scene.dossier.contested}
    return tuple(one for one in f.invoices(scene) if one.value in contested) or f.invoices(scene)


def _in_five_days(scene: Scene) -> tuple[str, ...]:
    return (add_business_days(scene.today, 5).isoformat(),)


def _yes(_: Scene) -> tuple[str, ...]:
    return ("1",)


def _me(scene: Scene) -> tuple[str, ...]:
    return (scene.by,)


def _debtors_words(scene: Scene) -> tuple[str, ...]:
    """What the debtor contests, as he said it, where a message of his waits."""
    if all(asked.reason != Intent.DISPUTE for asked in scene.dossier.review_reasons):
        return ()
    found = proposal_of(Answer.DISPUTE_ACK, scene.dossier, scene.today, scene.by)
    ack = found.says.dispute_ack if found and found.says else None
    return (ack.ground,) if ack else ()


LETTER = Field(
    name="letter", label="Le dire au débiteur par cette lettre", sort=Sort.BOX, starts=_yes
)
GROUND_ASKED = Field(name="ground", label="Ce qui est contesté", needed=True, starts=_debtors_words)

ACTS = (
    Act(
        slug="litige",
        label="Ouvrir un litige",
        button="Ouvrir le litige",
        done="Litige ouvert : la part contestée attend, le reste suit son cours.",
        group=Group.SETTLE,
        decides=d.OpenDispute,
        fields=(
            Field(
                name="invoices",
                label="Factures contestées",
                sort=Sort.SEVERAL,
                needed=True,
                choices=f.invoices,
                starts=lambda scene: f.all_invoices(scene)[:1],
            ),
            Field(
                name="amount",
                label="Montant contesté",
                sort=Sort.MONEY,
                help="Vide : tout ce qui reste dû de ces factures.",
            ),
            GROUND_ASKED,
            Field(name="owner", label="Qui examine et répond", needed=True, starts=_me),
            Field(
                name="answer_by",
                label="Réponse promise avant le",
                sort=Sort.DAY,
                needed=True,
                starts=_in_five_days,
            ),
            NEXT_STEP,
            NOT_BEFORE,
            LETTER,
            Field(
                name="asks_for",
                label="Pièces demandées, une par ligne",
                sort=Sort.TEXT,
                folded=True,
            ),
        ),
        make=_open_dispute,
        possible=lambda scene: scene.dossier.phase is not Phase.LEGAL and scene.dossier.owed > 0,
        sees=True,
    ),
    Act(
        slug="trancher",
        label="Trancher le litige",
        button="Trancher",
        done="Litige tranché.",
        group=Group.SETTLE,
        decides=d.DecideDispute,
        fields=(
            Field(
                name="invoices",
                label="Factures",
                sort=Sort.SEVERAL,
                needed=True,
                choices=_disputed_choices,
                starts=_disputed,
            ),
            Field(
                name="verdict",
                label="Verdict",
                sort=Sort.CHOICE,
                needed=True,
                choices=lambda _: (
                    Choice(value="", label="– à choisir –"),
                    Choice(value="raison", label="Nous avions raison"),
                    Choice(value="tort", label="Nous avions tort"),
                ),
            ),
            Field(
                name="findings", label="Ce qui a été constaté, un point par ligne", sort=Sort.TEXT
            ),
            Field(name="reasons", label="Motifs du refus, un par ligne", sort=Sort.TEXT),
            Field(name="note_number", label="Avoir accordé : son numéro"),
            Field(name="note_amount", label="Avoir accordé : son montant", sort=Sort.MONEY),
            Field(
                name="pay_by",
                label="Nouvelle date donnée",
                sort=Sort.DAY,
                help="Cette part n'est pas relancée avant.",
            ),
            LETTER,
            Field(
                name="correction",
                label="Notre correction",
                sort=Sort.CHOICE,
                choices=lambda _: (
                    Choice(value="", label="– aucune ou l'avoir –"),
                    *(Choice(value=one, label=told) for one, told in french.CORRECTIONS.items()),
                ),
                folded=True,
            ),
            Field(
                name="exhibits",
                label="Pièces jointes (fichiers du dossier des documents), une par ligne",
                sort=Sort.TEXT,
                folded=True,
            ),
        ),
        make=_decide_dispute,
        possible=lambda scene: bool(scene.dossier.disputes),
        sees=True,
    ),
    Act(
        slug="echeancier",
        label="Accorder un échéancier",
        button="Accorder",
        done="Échéancier accordé.",
        group=Group.SETTLE,
        decides=d.AgreePlan,
        fields=(
            Field(
                name="parts",
                label="Versements",
                sort=Sort.PARTS,
                starts=_agreed_rows,
                help="Un montant vide : le solde. Ou bien des parts égales :",
            ),
            Field(name="months", label="Nombre de mensualités", sort=Sort.COUNT),
            Field(name="first", label="La première, le", sort=Sort.DAY),
            Field(name="agreed_by", label="Chez le débiteur, qui a accepté"),
            NEXT_STEP,
            CAUSE,
            LETTER,
            Field(name="answer_by", label="Accord écrit attendu le", sort=Sort.DAY, folded=True),
            Field(
                name="accessories",
                label="Intérêts et frais compris",
                sort=Sort.MONEY,
                folded=True,
            ),
            Field(
                name="waived",
                label="Intérêts et frais abandonnés s'il est tenu",
                sort=Sort.MONEY,
                folded=True,
            ),
        ),
        make=_agree_plan,
        possible=lambda scene: scene.dossier.phase is not Phase.LEGAL and scene.dossier.owed > 0,
        sees=True,
    ),
)
