"""The acts of every day: notes, calls, causes, tasks, claims, contacts, what was posted."""

from relance_mailer.desk import decisions as d
from relance_mailer.desk import french
from relance_mailer.dossier.values import Contact, Digest, InvoiceNumber, StepKey
from relance_mailer.flows.work_desk import note_of
from relance_mailer.inward.heard import Heard
from relance_mailer.web import forms as f
from relance_mailer.web.forms import CAUSE, Act, Choice, Field, Group, Order, Scene, Sort
from relance_mailer.web.typed import Mistyped, Typed
from relance_mailer.words import Cause, Intent, Role

HEARD = (
    Intent.PROMISE,
    Intent.PAID,
    Intent.DISPUTE,
    Intent.PLAN_REQUEST,
    Intent.INVOICE_REQUEST,
    Intent.DISTRESS,
    Intent.OPT_OUT,
    Intent.REFUSAL,
    Intent.INSOLVENCY,
    Intent.HOSTILE,
)
"""What may be heard: each has the effect of a mail that says so."""


def _note(typed: Typed, scene: Scene) -> Order:
    text = f.needed(typed, "text", "il faut le texte de la note")
    return Order(verdict=d.Note(by=scene.by, because=typed.text("because"), text=text))


def _call(typed: Typed, scene: Scene) -> Order:
    on, said = typed.needed_day("on"), typed.text("said")
    with_whom = typed.text("with_whom")
    heard = _heard(typed, scene)
    verdict = d.Call(
        by=scene.by,
        because=typed.text("because"),
        on=on,
        with_whom=with_whom,
        said=said,
        unsolicited=not typed.yes("received"),
        role=typed.text("role"),
        phone=typed.text("phone"),
        next_on=typed.day("next_on"),
        meeting=typed.yes("meeting"),
        settles=heard is not None and heard.settles,
        cause=f.cause_in(typed),
        note=heard.note if heard else None,
    )
    return Order(verdict=verdict, heard=heard)


def _heard(typed: Typed, scene: Scene) -> Heard | None:
    told = typed.many("heard")
    if not set(told) <= set(HEARD):
        raise Mistyped("heard", "ce qui fut entendu n'est pas de la liste")
    intents = tuple(Intent(one) for one in told)
    parts = typed.parts("parts")
    if parts and Intent.PROMISE not in intents:
        raise Mistyped("parts", "des versements vont avec « promesse de paiement »")
    if not intents:
        return None
    on, who, said = typed.needed_day("on"), typed.text("with_whom"), typed.text("said")
    return Heard(
        note=note_of(scene.dossier.key, on, who, said),
        on=on,
        who=who,
        by=scene.by,
        said=said,
        intents=intents,
        parts=parts,
        invoices=tuple(InvoiceNumber(one) for one in typed.many("invoices")),
        paid_on=typed.day("paid_on"),
    )


def _cause(typed: Typed, scene: Scene) -> Order:
    cause = f.one_of(typed, "cause", Cause, "il faut choisir une cause")
    return Order(verdict=d.RecordCause(by=scene.by, because=typed.text("because"), cause=cause))


def _claim(typed: Typed, scene: Scene) -> Order:
    because, until = typed.text("because"), typed.day("until")
    return Order(verdict=d.Claim(by=scene.by, because=because, until=until))


def _release(typed: Typed, scene: Scene) -> Order:
    return Order(verdict=d.Release(by=scene.by, because=typed.text("because")))


def _finish(typed: Typed, scene: Scene) -> Order:
    task = f.needed(typed, "task", "il faut choisir une tâche")
    because = typed.text("because")
    verdict = d.FinishTask(by=scene.by, because=because, task=task, cause=f.cause_in(typed))
    return Order(verdict=verdict)


def _entrust(typed: Typed, scene: Scene) -> Order:
    task, owner = f.needed(typed, "task", "il faut choisir une tâche"), typed.text("owner")
    because = typed.text("because")
    return Order(verdict=d.Entrust(by=scene.by, because=because, task=task, owner=owner))


def _posted(typed: Typed, scene: Scene) -> Order:
    verdict = d.RecordPosting(
        by=scene.by,
        because=typed.text("because"),
        step=step_in(typed),
        posted_on=typed.needed_day("posted_on"),
        number=typed.text("number"),
    )
    return Order(verdict=verdict)


def step_in(typed: Typed) -> StepKey:
    """The step that a form is about; raises `Mistyped`."""
    try:
        course, name, attempt = typed.text("step").split("/")
        return StepKey(course=int(course), name=name, attempt=int(attempt))
    except ValueError:
        raise Mistyped("step", "il faut choisir une lettre") from None


def _keep(typed: Typed, scene: Scene) -> Order:
    role = typed.text("role") or Role.USUAL
    if role not in set(Role):
        raise Mistyped("role", "ce rôle n'existe pas")
    contact = Contact(
        email=typed.text("email").lower(),
        name=typed.text("name"),
        role=Role(role),
        phone=typed.text("phone"),
        title=typed.text("title"),
    )
    because, replaces = typed.text("because"), typed.text("replaces")
    verdict = d.KeepContact(by=scene.by, because=because, contact=contact, replaces=replaces)
    return Order(verdict=verdict)


def _remove(typed: Typed, scene: Scene) -> Order:
    because, email = typed.text("because"), typed.text("email")
    return Order(verdict=d.RemoveContact(by=scene.by, because=because, email=email))


def _acknowledge(typed: Typed, scene: Scene) -> Order:
    verdict = d.ConfirmAcknowledgement(
        by=scene.by,
        because=typed.text("because"),
        message=Digest(f.needed(typed, "message", "il faut choisir un message")),
        acknowledged_on=typed.needed_day("acknowledged_on"),
    )
    return Order(verdict=verdict)


def _tasks(scene: Scene) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=one.task, label=f"{one.what} (pour le {french.day(one.due_on)})")
        for one in scene.dossier.tasks
    )


def _given(scene: Scene) -> tuple[Choice, ...]:
    disputes = (Choice(value="dispute", label="les litiges du dossier"),)
    return (*_tasks(scene), *(disputes if scene.dossier.disputes else ()))


def _to_post(scene: Scene) -> tuple[Choice, ...]:
    tasks = (one.task.removeprefix("post:") for one in scene.dossier.tasks if _is_post(one.task))
    return tuple(Choice(value=one, label=f"{_step_told(one)} ({one})") for one in tasks)


def _is_post(task: str) -> bool:
    return task.startswith("post:")


def _step_told(step: str) -> str:
    return french.template(step.split("/")[1]) if step.count("/") == 2 else step


def _people(scene: Scene) -> tuple[Choice, ...]:
    known = [one.email for one in scene.dossier.contacts if one.email]
    proposed = [one.email for one in scene.dossier.proposed]
    every = dict.fromkeys([*known, *proposed])
    return tuple(Choice(value=one, label=one) for one in every)


def _nobody_or_people(scene: Scene) -> tuple[Choice, ...]:
    return (Choice(value="", label="– personne –"), *_people(scene))


def _messages(scene: Scene) -> tuple[Choice, ...]:
    last = scene.dossier.last_message
    told = {last.message: last.sender} if last else {}
    newest_first = scene.dossier.messages[::-1]
    return tuple(Choice(value=one, label=told.get(one, one[:12])) for one in newest_first)


TASK = Field(name="task", label="Tâche", sort=Sort.CHOICE, needed=True, choices=_tasks)

ACTS = (
    Act(
        slug="note",
        label="Note",
        button="Inscrire la note",
        done="Note inscrite au journal.",
        group=Group.RECORD,
        decides=d.Note,
        fields=(Field(name="text", label="Note", sort=Sort.TEXT, needed=True),),
        make=_note,
        because="note",
    ),
    Act(
        slug="appel",
        label="Appel ou rendez-vous",
        button="Inscrire l'échange",
        done="Échange inscrit, avec ce qui en suit.",
        group=Group.RECORD,
        decides=d.Call,
        fields=(
            Field(name="on", label="Le", sort=Sort.DAY, needed=True, starts=f.today),
            Field(name="with_whom", label="À qui avez-vous parlé ?", needed=True),
            Field(name="role", label="Sa fonction", help="Inutile si le contact est connu."),
            Field(name="phone", label="Son numéro", help="Inutile si le contact est connu."),
            Field(name="said", label="Ce qui a été dit", sort=Sort.TEXT, needed=True),
            Field(
                name="heard",
                label="Ce que le débiteur a voulu dire",
                sort=Sort.SEVERAL,
                choices=lambda _: tuple(
                    Choice(value=one, label=french.INTENTS[one]) for one in HEARD
                ),
                help="Avec l'effet d'un courriel qui le dirait ; rien si rien n'est clair.",
            ),
            Field(name="parts", label="Promis : quand, combien", sort=Sort.PARTS),
            Field(name="next_on", label="La suite, le", sort=Sort.DAY),
            Field(name="received", label="C'est lui qui a appelé", sort=Sort.BOX),
            Field(name="meeting", label="C'était un rendez-vous", sort=Sort.BOX),
            CAUSE,
            Field(
                name="invoices",
                label="Factures dont il parle",
                sort=Sort.SEVERAL,
                choices=f.invoices,
                folded=True,
            ),
            Field(name="paid_on", label="Dit avoir payé le", sort=Sort.DAY, folded=True),
        ),
        make=_call,
        because="appel",
    ),
    Act(
        slug="cause",
        label="Cause du retard",
        button="Inscrire la cause",
        done="Cause inscrite.",
        group=Group.RECORD,
        decides=d.RecordCause,
        fields=(CAUSE,),
        make=_cause,
    ),
    Act(
        slug="tache",
        label="Tâche faite",
        button="Clore la tâche",
        done="Tâche close.",
        group=Group.RECORD,
        decides=d.FinishTask,
        fields=(TASK, CAUSE),
        make=_finish,
        possible=lambda scene: bool(scene.dossier.tasks),
    ),
    Act(
        slug="confier",
        label="Confier à un collègue",
        button="Confier",
        done="Confié.",
        group=Group.RECORD,
        decides=d.Entrust,
        fields=(
            Field(name="task", label="Quoi", sort=Sort.CHOICE, needed=True, choices=_given),
            Field(name="owner", label="À qui", needed=True),
        ),
        make=_entrust,
        possible=lambda scene: bool(_given(scene)),
    ),
    Act(
        slug="poste",
        label="Recommandé posté",
        button="Inscrire l'envoi",
        done="Envoi inscrit : le délai court de ce jour.",
        group=Group.RECORD,
        decides=d.RecordPosting,
        fields=(
            Field(name="step", label="Lettre", sort=Sort.CHOICE, needed=True, choices=_to_post),
            Field(name="posted_on", label="Postée le", sort=Sort.DAY, needed=True, starts=f.today),
            Field(name="number", label="Numéro du recommandé", needed=True),
        ),
        make=_posted,
        possible=lambda scene: bool(_to_post(scene)),
        because="lettre postée",
    ),
    Act(
        slug="charge",
        label="Je m'en occupe",
        button="Prendre en charge",
        done="Pris en charge : la machine attend.",
        group=Group.NEXT,
        decides=d.Claim,
        fields=(
            Field(
                name="until",
                label="Jusqu'au",
                sort=Sort.DAY,
                help="Vide : cinq jours ouvrés. Vingt au plus.",
            ),
        ),
        make=_claim,
        because="je m'en occupe",
    ),
    Act(
        slug="rendre",
        label="Je ne m'en occupe plus",
        button="Rendre le dossier",
        done="Dossier rendu à la machine.",
        group=Group.NEXT,
        decides=d.Release,
        make=_release,
        possible=lambda scene: bool(scene.dossier.claimed_by),
        because="je ne m'en occupe plus",
    ),
    Act(
        slug="contact",
        label="Ajouter ou confirmer",
        button="Garder ce contact",
        done="Contact inscrit.",
        group=Group.CONTACTS,
        decides=d.KeepContact,
        fields=(
            Field(
                name="email",
                label="Adresse",
                starts=lambda scene: tuple(one.email for one in scene.dossier.proposed[:1]),
            ),
            Field(
                name="name",
                label="Nom",
                starts=lambda scene: tuple(one.name for one in scene.dossier.proposed[:1]),
            ),
            Field(name="phone", label="Téléphone"),
            Field(
                name="role",
                label="Rôle",
                sort=Sort.CHOICE,
                choices=lambda _: tuple(Choice(value=one, label=french.ROLES[one]) for one in Role),
            ),
            Field(name="title", label="Sa fonction, telle qu'il la dit"),
            Field(
                name="replaces", label="À la place de", sort=Sort.CHOICE, choices=_nobody_or_people
            ),
        ),
        make=_keep,
    ),
    Act(
        slug="retirer",
        label="Retirer",
        button="Ne plus y écrire",
        done="Contact retiré.",
        group=Group.CONTACTS,
        decides=d.RemoveContact,
        fields=(
            Field(name="email", label="Adresse", sort=Sort.CHOICE, needed=True, choices=_people),
        ),
        make=_remove,
        possible=lambda scene: bool(_people(scene)),
    ),
    Act(
        slug="reconnaissance",
        label="Dette reconnue",
        button="Inscrire la reconnaissance",
        done="Reconnaissance inscrite : la prescription repart de ce jour.",
        group=Group.LEGAL,
        decides=d.ConfirmAcknowledgement,
        fields=(
            Field(
                name="message", label="Message", sort=Sort.CHOICE, needed=True, choices=_messages
            ),
            Field(
                name="acknowledged_on",
                label="Reconnue le",
                sort=Sort.DAY,
                needed=True,
                starts=f.today,
            ),
        ),
        make=_acknowledge,
        possible=lambda scene: bool(scene.dossier.messages),
        lead="Un écrit qui reconnaît la dette interrompt la prescription (C. civ. 2240).",
    ),
)
