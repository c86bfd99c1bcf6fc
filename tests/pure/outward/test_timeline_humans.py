"""What humans order, approve, resume and reopen; what bounces; what never comes."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    Answer,
    InvoiceNumber,
    MessageId,
    StepKey,
    answer_step,
)
from relance_mailer.outward.timeline import EventsStep, LetterStep, next_look_on
from relance_mailer.words import Permanence
from relance_mailer.workdays import PARIS
from values.stories import Story, day, digest, invoice, owed, story
from values.timelines import SME


def lived(until: str = "2026-10-06") -> Story:
    """A dossier that got its first reminder on 5 October."""
    begun = story(SME)
    begun.until(until)
    begun.told.clear()
    return begun


def review(reason: str = "dispute") -> e.ReviewAsked:
    """A human has to decide."""
    return e.ReviewAsked(because=reason, reason=reason, message=digest("m1"))


def ordered(template: str, message: str | None = None) -> e.LetterOrdered:
    """A named human orders a letter."""
    return e.LetterOrdered(
        because="à envoyer",
        by="Claire",
        template=template,
        message=digest(message) if message else None,
    )


def test_en_examen_rien_n_est_du_et_rien_ne_sera_regarde() -> None:
    told = lived()
    told.happens(review(), owed(Answer.DUPLICATE, "m1", "2026-10-06"))
    assert told.until("2027-01-31") == []
    assert next_look_on(told.dossier, SME, today=day("2026-10-07")) is None


def test_en_examen_la_lettre_ordonnee_part_une_fois() -> None:
    told = lived()
    told.happens(
        review(), owed(Answer.DISPUTE_ACK, "m1", "2026-10-06"), ordered("dispute_ack", "m1")
    )
    assert told.until("2026-11-30") == [("2026-10-07", "dispute_ack")]
    assert told.dossier.answers_owed == ()


def test_en_examen_l_accord_suffit_a_une_reponse_preparee() -> None:
    told = lived()
    told.happens(review(), owed(Answer.PLAN_OFFER, "m1", "2026-10-06"))
    told.happens(
        e.LetterApproved(
            because="bien", by="Claire", step=answer_step(1, Answer.PLAN_OFFER, digest("m1"))
        )
    )
    assert told.until("2026-11-30") == [("2026-10-07", "plan_offer")]


def test_une_reponse_d_humain_ne_part_pas_seule() -> None:
    told = lived()
    told.happens(owed(Answer.DISPUTE_ACK, "m1", "2026-10-06"))
    assert told.until("2026-10-12") == []


def test_sans_document_le_duplicata_est_la_tache_d_un_humain_et_la_suite_vient() -> None:
    told = lived()
    told.happens(owed(Answer.DUPLICATE, "m1", "2026-10-06"))
    step = told.due()
    assert isinstance(step, LetterStep)
    told.happens(e.TaskOpened(because="", task=step.key.name, what="Duplicata", due_on=told.today))
    assert told.until("2026-10-13") == [("2026-10-13", "reminder_2")]


def test_au_contentieux_meme_un_ordre_ne_donne_rien() -> None:
    told = lived()
    told.happens(ordered("thanks"), e.HandedToLegal(because="", reason="hostile"))
    assert told.until("2027-01-31") == []


def test_opposition_en_examen_rien_meme_ordonne() -> None:
    told = lived()
    told.happens(review("opt_out"), ordered("thanks", "m1"))
    assert told.until("2026-12-31") == []


def test_le_meme_ordre_deux_fois_deux_lettres() -> None:
    told = lived()
    told.happens(review(), ordered("proof_request", "m1"))
    told.until("2026-10-08")
    told.happens(ordered("proof_request", "m1"))
    told.until("2026-10-12")
    names = [one.step.name for one in told.dossier.letters if one.step.is_answer]
    first = answer_step(1, Answer.PROOF_REQUEST, digest("m1")).name
    assert names == [first, f"{first}:2"]


def test_un_niveau_ordonne_part_une_fois() -> None:
    told = lived("2026-10-12")
    told.happens(review(), ordered("reminder_2"))
    assert told.until("2026-12-31") == [("2026-10-13", "reminder_2")]


@pytest.mark.parametrize(
    ("next_step", "not_before", "expected"),
    [
        (
            "reminder_3",
            "2026-11-02",
            [("2026-11-02", "reminder_3"), ("2026-11-10", "formal_notice")],
        ),
        ("reminder_2", "2026-10-07", [("2026-10-13", "reminder_2"), ("2026-10-21", "reminder_3")]),
        ("reminder_9", "2026-10-20", [("2026-10-20", "ReviewAsked")]),
    ],
    ids=["une étape plus loin", "jamais avant la date annoncée", "étape inconnue"],
)
def test_reprise_par_un_humain(
    next_step: str, not_before: str, expected: list[tuple[str, str]]
) -> None:
    told = lived()
    told.happens(review())
    told.happens(
        e.HumanResumed(
            because="reprise", by="Claire", next_step=next_step, not_before=day(not_before)
        )
    )
    assert told.until("2026-11-10")[: len(expected)] == expected


def test_dossier_rouvert_un_niveau_deja_parti_ouvre_une_course() -> None:
    told = lived("2026-11-30")
    assert told.dossier.phase is Phase.LEGAL
    told.happens(
        e.HumanReopened(
            because="accord", by="Claire", next_step="reminder_3", not_before=day("2026-12-07")
        )
    )
    told.until("2026-12-10")
    assert told.dossier.letters[-1].step == StepKey(course=2, name="reminder_3")


def bounce(step: StepKey, permanence: Permanence = Permanence.TEMPORARY) -> e.ContactBounced:
    """The letter came back and says that it was not delivered."""
    return e.ContactBounced(
        because="",
        email="compta@debiteur.example",
        permanence=permanence,
        reason="boîte pleine",
        message=digest("b"),
        step=step,
    )


def test_revenue_non_remise_le_meme_niveau_une_seule_fois() -> None:
    told = lived()
    told.happens(bounce(StepKey(course=1, name="reminder_1")))
    assert told.until("2026-10-07") == [("2026-10-07", "reminder_1")]
    second = StepKey(course=1, name="reminder_1", attempt=2)
    assert told.dossier.letters[-1].step == second
    told.happens(bounce(second))
    step = told.due()
    assert isinstance(step, EventsStep)
    assert [event.reason for event in step.events if isinstance(event, e.ReviewAsked)] == [
        "bounced_twice"
    ]


def test_refusee_par_le_serveur_un_humain_puis_une_autre_tentative() -> None:
    told = lived("2026-10-12")
    step = told.due()
    assert isinstance(step, LetterStep)
    told.send(step)
    told.happens(
        e.LetterRefused(because="", step=step.key, code=550, text="inconnu", permanent=True)
    )
    assert told.until("2026-10-14")[-1][1] == "ReviewAsked"
    told.happens(
        e.HumanResumed(
            because="corrigée", by="Claire", next_step="reminder_2", not_before=told.today
        )
    )
    told.until("2026-10-20")
    assert told.dossier.letters[-1].step == StepKey(course=1, name="reminder_2", attempt=2)


def test_part_contestee_le_reste_continue_et_attend_si_tout_l_est() -> None:
    told = story(SME, invoice("FA-1"), invoice("FA-2", amount="400.00"))
    told.until("2026-10-06")
    told.happens(
        e.DisputeOpened(
            because="litige",
            by="Claire",
            invoices=(InvoiceNumber("FA-1"),),
            amount=invoice().amount,
            ground="prix",
            owner="Claire",
            answer_by=day("2026-10-20"),
        )
    )
    told.until("2026-10-13")
    assert told.dossier.letters[-1].invoices == ("FA-2",)


def test_lettre_importee_le_niveau_suivant_est_le_sien() -> None:
    told = story(SME)
    told.today = day("2026-10-10")
    step = StepKey(course=1, name="reminder_2")
    told.happens(
        e.LetterSent(
            because="",
            step=step,
            message_id=MessageId("x@ailleurs.example"),
            sent_at=datetime(2026, 10, 9, 9, 0, tzinfo=PARIS),
            imported=True,
            level="reminder_2",
        ),
        e.InvoiceListed(because="", number=InvoiceNumber("FA-1"), step=step),
    )
    assert told.until("2026-10-20")[-1] == ("2026-10-19", "reminder_3")


def approved(step: StepKey) -> e.LetterApproved:
    """A human lets that letter pass."""
    return e.LetterApproved(because="bien", by="Claire", step=step)


def withdrawn(step: StepKey) -> tuple[e.DossierEvent, ...]:
    """The letter stood in the outbox and its day went by."""
    letter = e.LetterQueued(
        because="",
        step=step,
        template=step.name,
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId("m@ours.example"),
        token="K7Q2M",
        to=("compta@debiteur.example",),
        cc=(),
        subject="Relance",
        amount=Decimal("1500.00"),
        invoices=(InvoiceNumber("FA-1"),),
        composed_for=day("2026-10-12"),
        mime=digest("m"),
    )
    return (letter, e.LetterWithdrawn(because="ce jour est passé", step=step))


STEP = StepKey(course=1, name="reminder_2")
BOUNCED = e.ContactBounced(
    because="",
    email="compta@debiteur.example",
    permanence=Permanence.PERMANENT,
    reason="550",
    message=digest("dsn"),
    step=STEP,
)


def test_une_lettre_approuvee_qui_manque_son_jour_part_le_lendemain() -> None:
    told = lived("2026-10-12")
    told.happens(review(), approved(STEP), *withdrawn(STEP))
    assert told.until("2026-10-13") == [("2026-10-13", "reminder_2")]
    assert told.dossier.letters[-1].step.attempt == 2


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(
            e.LetterRejected(
                because="non", by="Claire", step=StepKey(course=1, name="reminder_2", attempt=2)
            ),
            id="un humain se ravise",
        ),
        pytest.param(
            e.LetterRefused(because="", step=STEP, code=550, text="", permanent=True),
            id="le serveur l'a refusée",
        ),
        pytest.param(BOUNCED, id="elle est revenue"),
    ],
)
def test_l_accord_ne_survit_ni_au_refus_ni_au_retour(after: e.DossierEvent) -> None:
    told = lived("2026-10-12")
    told.happens(review(), approved(STEP), *withdrawn(STEP), after)
    assert told.until("2026-11-30") == []
