"""Holds, promises and plans: what the calendar says when their day has come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Answer, InvoiceNumber, MessageId, StepKey, answer_step
from relance_mailer.outward.timeline import LetterStep, next_look_on
from relance_mailer.words import Intent, Outcome
from values.stories import Story, day, digest, heard, held, invoice, owed, paid, promised, story
from values.timelines import SME

ONE = invoice("FA-1", amount="1500.00")


def lived(until: str = "2026-10-06", *invoices: object) -> Story:
    """A dossier that got its first reminder on 5 October."""
    begun = story(SME, *(invoices or (ONE,)))  # type: ignore[arg-type]
    begun.until(until)
    begun.told.clear()
    return begun


def test_bien_recu_je_transmets_puis_le_niveau_suivant() -> None:
    told = lived()
    told.happens(held("2026-10-09", "ack"))
    assert told.until("2026-10-13") == [
        ("2026-10-09", "HoldEnded"),
        ("2026-10-13", "reminder_2"),
    ]


def test_suspension_plus_longue_que_la_date_annoncee() -> None:
    told = lived()
    told.happens(held("2026-10-16", "absence"))
    assert told.until("2026-10-16") == [
        ("2026-10-16", "HoldEnded"),
        ("2026-10-16", "reminder_2"),
    ]


def test_annonce_paye_jamais_arrive_preuve_demandee_puis_niveau_suivant() -> None:
    told = lived()
    told.happens(
        heard("m1", Intent.PAID, Outcome.HOLD, told.today),
        held("2026-10-09", "paid", "m1", then="proof_request"),
    )
    assert told.until("2026-10-20") == [
        ("2026-10-09", "HoldEnded"),
        ("2026-10-09", "AnswerOwed"),
        ("2026-10-09", "Held"),
        ("2026-10-09", "proof_request"),
        ("2026-10-16", "HoldEnded"),
        ("2026-10-16", "reminder_2"),
    ]
    proof = next(one for one in told.dossier.letters if one.template == "proof_request")
    assert proof.answers == digest("m1")


def test_annonce_paye_et_arrive_rien_n_est_demande() -> None:
    told = lived("2026-10-06", ONE, invoice("FA-2", amount="200.00"))
    told.happens(
        replace(held("2026-10-09", "paid", "m1", then="proof_request"), invoices=("FA-1",))
    )
    told.happens(*paid(ONE, "1500.00", "2026-10-08"))
    assert told.until("2026-10-13") == [
        ("2026-10-09", "HoldEnded"),
        ("2026-10-13", "reminder_2"),
    ]


def test_le_duplicata_parti_tard_laisse_ses_trois_jours() -> None:
    told = lived()
    told.happens(
        held("2026-10-09", "invoice_request", "m1"), owed(Answer.DUPLICATE, "m1", "2026-10-08")
    )
    assert told.until("2026-10-13") == [
        ("2026-10-08", "duplicate"),
        ("2026-10-13", "HoldEnded"),
        ("2026-10-13", "reminder_2"),
    ]


def test_la_derniere_fin_compte() -> None:
    told = lived()
    told.happens(held("2026-10-09", "ack", "m1"), held("2026-10-14", "absence", "m2"))
    assert told.until("2026-10-14")[0] == ("2026-10-14", "HoldEnded")


def test_promesse_tenue_remerciee_et_soldee() -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-06", ("2026-10-09", None), until="2026-10-13"))
    told.today = day("2026-10-09")
    told.happens(*paid(ONE, "1500.00", "2026-10-09"))
    assert told.until("2026-10-14") == [
        ("2026-10-09", "PromiseKept"),
        ("2026-10-09", "AnswerOwed"),
        ("2026-10-09", "Settled"),
        ("2026-10-09", "thanks"),
    ]
    assert told.dossier.phase is Phase.SETTLED


def test_promesse_non_tenue_niveau_suivant_le_jour_ouvre_suivant() -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-06", ("2026-10-16", None), until="2026-10-20"))
    assert told.until("2026-10-21") == [
        ("2026-10-20", "PromiseBroken"),
        ("2026-10-21", "reminder_2"),
    ]
    assert told.dossier.broken_promise is None


def test_promesse_non_tenue_jamais_avant_la_date_limite_annoncee() -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-06", ("2026-10-06", None), until="2026-10-08"))
    assert told.until("2026-10-13") == [
        ("2026-10-08", "PromiseBroken"),
        ("2026-10-13", "reminder_2"),
    ]


def test_promesse_non_tenue_jamais_avant_le_jour_imprime() -> None:
    """The distance between contacts (R6) had put the printed day well after the deadline."""
    far = replace(SME, contact_every_business_days=9)
    told = story(far, ONE)
    told.until("2026-10-06")
    told.told.clear()
    reminded = told.dossier.letters[0]
    assert (f"{reminded.deadline_on}", f"{reminded.next_on}") == ("2026-10-12", "2026-10-16")
    told.happens(promised("m1", "2026-10-06", ("2026-10-06", None), until="2026-10-08"))
    assert told.until("2026-10-16") == [
        ("2026-10-08", "PromiseBroken"),
        ("2026-10-16", "reminder_2"),
    ]


def test_une_absence_automatique_ne_deplace_pas_le_jugement() -> None:
    told = lived()
    told.happens(
        promised("m1", "2026-10-06", ("2026-10-16", None), until="2026-10-20"),
        held("2026-10-28", "absence", "m2"),
    )
    assert told.until("2026-10-21")[0] == ("2026-10-20", "PromiseBroken")


def test_un_mot_de_la_personne_repousse_le_jugement() -> None:
    told = lived()
    told.happens(
        promised("m1", "2026-10-06", ("2026-10-16", None), until="2026-10-20"),
        held("2026-10-22", "ack", "m2"),
    )
    assert told.until("2026-10-22")[0] == ("2026-10-22", "PromiseBroken")


PARTS = (("2026-10-09", "500.00"), ("2026-10-16", "500.00"), ("2026-10-23", None))


@pytest.mark.parametrize(
    ("payments", "expected"),
    [
        pytest.param((), ("2026-10-13", "PromiseBroken"), id="rien au premier versement"),
        pytest.param(
            (("500.00", "2026-10-09"),),
            ("2026-10-20", "PromiseBroken"),
            id="le deuxième versement manque",
        ),
        pytest.param(
            (("500.00", "2026-10-09"), ("500.00", "2026-10-16")),
            ("2026-10-27", "PromiseBroken"),
            id="le reste manque",
        ),
        pytest.param(
            (("1000.00", "2026-10-07"), ("499.00", "2026-10-08")),
            ("2026-10-27", "PromiseBroken"),
            id="un euro manque au dernier jour",
        ),
    ],
)
def test_versement_par_versement(
    payments: tuple[tuple[str, str], ...], expected: tuple[str, str]
) -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-06", *PARTS, until="2026-10-13"))
    whole = ONE
    for amount, on in payments:
        told.happens(*paid(whole, amount, on))
        whole = replace(whole, paid=whole.paid + Decimal(amount))
    assert told.until("2026-10-28")[0] == expected


@pytest.mark.parametrize(
    ("amount", "payments", "expected"),
    [
        (None, (), ("2026-10-13", "PromiseBroken")),
        (None, (("300.00", "2026-10-08"),), ("2026-10-20", "PromiseBroken")),
        (
            "900.00",
            (("450.00", "2026-10-08"), ("450.00", "2026-10-15")),
            ("2026-10-20", "PromiseKept"),
        ),
        ("900.00", (("450.00", "2026-10-08"),), ("2026-10-20", "PromiseBroken")),
    ],
    ids=["rien", "un acompte puis rien", "le montant dit, en deux fois", "la moitié"],
)
def test_deux_dates_sans_montant_par_date(
    amount: str | None, payments: tuple[tuple[str, str], ...], expected: tuple[str, str]
) -> None:
    told = lived()
    dates = (("2026-10-09", None), ("2026-10-16", None))
    made = promised("m1", "2026-10-06", *dates, until="2026-10-13")
    told.happens(replace(made, amount=Decimal(amount) if amount else None))
    whole = ONE
    for received, on in payments:
        told.happens(*paid(whole, received, on))
        whole = replace(whole, paid=whole.paid + Decimal(received))
    assert told.until("2026-10-21")[0] == expected


def test_promesse_d_une_facture_tenue_le_reste_continue() -> None:
    told = lived("2026-10-06", ONE, invoice("FA-2", amount="200.00"))
    told.happens(
        promised("m1", "2026-10-06", ("2026-10-09", None), until="2026-10-13", numbers=("FA-1",))
    )
    told.happens(*paid(ONE, "1500.00", "2026-10-09"))
    assert told.until("2026-10-14") == [
        ("2026-10-13", "PromiseKept"),
        ("2026-10-13", "AnswerOwed"),
        ("2026-10-13", "HoldEnded"),
        ("2026-10-13", "thanks"),
        ("2026-10-14", "reminder_2"),
    ]


def test_promesse_avec_montant_tenue_en_partie() -> None:
    told = lived()
    told.happens(promised("m1", "2026-10-06", ("2026-10-09", "800.00"), until="2026-10-13"))
    told.happens(*paid(ONE, "800.00", "2026-10-09"))
    assert told.until("2026-10-13")[0] == ("2026-10-13", "PromiseKept")


def test_un_paiement_d_avant_la_promesse_ne_la_tient_pas() -> None:
    told = lived()
    told.happens(*paid(ONE, "800.00", "2026-10-05"))
    told.happens(promised("m1", "2026-10-06", ("2026-10-09", "500.00"), until="2026-10-13"))
    assert told.until("2026-10-13")[0] == ("2026-10-13", "PromiseBroken")


def _second_breach(confirmed: str) -> list[tuple[str, str]]:
    told = lived()
    told.happens(promised("m1", "2026-10-06", ("2026-10-09", None), until="2026-10-13"))
    told.until("2026-10-14")
    told.told.clear()
    told.happens(
        promised("m2", "2026-10-15", ("2026-10-16", None), until="2026-10-20"),
        owed(Answer.PROMISE_CONFIRMATION, "m2", "2026-10-15"),
    )
    step = told.due()
    assert step is not None
    told.send(step, confirmed=confirmed)  # type: ignore[arg-type]
    told.today = day("2026-10-16")
    return told.until("2026-10-26")


def test_deuxieme_promesse_rompue_mise_en_demeure_si_elle_etait_annoncee() -> None:
    assert _second_breach("formal_notice") == [
        ("2026-10-20", "PromiseBroken"),
        ("2026-10-22", "formal_notice"),
    ]


def test_deuxieme_promesse_rompue_sinon_le_niveau_suivant() -> None:
    assert _second_breach("") == [("2026-10-20", "PromiseBroken"), ("2026-10-22", "reminder_3")]


def plan(*parts: tuple[str, str]) -> e.PlanAgreed:
    """A plan agreed with a human."""
    return e.PlanAgreed(
        because="échéancier",
        by="Claire",
        instalments=tuple(e.Instalment(due_on=day(on), amount=Decimal(a)) for on, a in parts),
    )


@pytest.mark.parametrize("is_held", [True, False], ids=["suspendu", "en relance"])
def test_echeancier_perdu_au_premier_versement_manquant(is_held: bool) -> None:
    told = lived()
    told.happens(plan(("2026-10-15", "750.00"), ("2026-11-16", "750.00")))
    if is_held:
        told.happens(held("2026-11-18", "plan"))
    told.happens(*paid(ONE, "750.00", "2026-10-15"))
    events = told.until("2026-11-19")
    # As after a broken promise, the next level comes on the next business day and quotes it.
    assert events[0] == ("2026-11-18", "PlanLost")
    assert events[-1] == ("2026-11-19", "reminder_2")


def test_rien_n_est_du_a_la_fin_de_la_suspension() -> None:
    told = lived()
    told.happens(held("2026-10-16", "ack"))
    told.happens(*paid(ONE, "1500.00", "2026-10-07"))
    assert told.until("2026-10-20") == [("2026-10-07", "Settled")]


TWO = (ONE, invoice("FA-2", amount="200.00"))


def test_paye_pour_l_une_promis_pour_l_autre_la_promesse_court_toujours() -> None:
    told = lived("2026-10-06", *TWO)
    told.happens(
        heard("m1", Intent.PAID, Outcome.HOLD, told.today),
        replace(held("2026-10-09", "paid", "m1", then="proof_request"), invoices=("FA-1",)),
        promised("m2", "2026-10-06", ("2026-11-30", None), until="2026-12-02", numbers=("FA-2",)),
    )
    assert told.until("2026-12-03") == [
        ("2026-10-09", "AnswerOwed"),
        ("2026-10-09", "Held"),
        ("2026-10-09", "proof_request"),
        ("2026-12-02", "PromiseBroken"),
        ("2026-12-03", "reminder_2"),
    ]
    assert told.dossier.broken_promise is None


def test_la_preuve_n_est_demandee_qu_une_fois_meme_si_un_humain_s_en_charge() -> None:
    told = lived("2026-10-06", *TWO)
    told.happens(
        replace(held("2026-10-07", "paid", "m1", then="proof_request"), invoices=("FA-1",)),
        promised("m2", "2026-10-06", ("2026-11-30", None), until="2026-12-02", numbers=("FA-2",)),
    )
    told.today = day("2026-10-07")
    step = told.due()
    told.happens(*step.events)  # type: ignore[union-attr]
    name = answer_step(0, Answer.PROOF_REQUEST, digest("m1")).name
    told.happens(e.TaskOpened(because="", task=name, what="Preuve", due_on=told.today))
    assert told.until("2026-11-30") == []
    assert [held.until for held in told.dossier.holds] == [day("2026-10-14")]


def test_echeancier_perdu_la_promesse_de_la_personne_court_toujours() -> None:
    told = lived("2026-10-06", *TWO)
    told.happens(
        plan(("2026-10-15", "750.00")),
        held("2026-11-18", "plan"),
        promised("m2", "2026-10-06", ("2026-10-30", None), until="2026-11-03", numbers=("FA-2",)),
    )
    events = told.until("2026-11-04")
    assert events == [
        ("2026-10-19", "PlanLost"),
        ("2026-11-03", "PromiseBroken"),
        ("2026-11-04", "reminder_2"),
    ]


def test_ce_qui_fut_paye_avant_l_accord_n_est_pas_un_versement() -> None:
    told = lived()
    told.happens(*paid(ONE, "500.00", "2026-10-05"))
    told.happens(plan(("2026-10-15", "500.00"), ("2026-11-16", "500.00")))
    assert told.until("2026-10-20")[0] == ("2026-10-19", "PlanLost")


@pytest.mark.parametrize(
    ("first", "second", "numbers", "expected"),
    [
        pytest.param(
            "2026-11-30", "2026-10-12", ("FA-2",), ("2026-12-02", "PromiseBroken"), id="plus tôt"
        ),
        pytest.param(
            "2026-10-12", "2026-11-30", ("FA-2",), ("2026-12-02", "PromiseBroken"), id="plus tard"
        ),
        pytest.param(
            "2026-11-30", "2026-10-12", ("FA-1",), ("2026-10-14", "PromiseBroken"), id="la même"
        ),
        pytest.param("2026-11-30", "2026-10-12", (), ("2026-10-14", "PromiseBroken"), id="toutes"),
    ],
)
def test_une_promesse_pour_une_autre_facture_laisse_courir_la_premiere(
    first: str, second: str, numbers: tuple[str, ...], expected: tuple[str, str]
) -> None:
    until = {"2026-11-30": "2026-12-02", "2026-10-12": "2026-10-14"}
    told = lived("2026-10-06", *TWO)
    told.happens(
        promised("m1", "2026-10-06", (first, None), until=until[first], numbers=("FA-1",)),
        promised("m2", "2026-10-06", (second, None), until=until[second], numbers=numbers),
    )
    assert told.until("2026-12-02")[0] == expected


def test_une_promesse_redite_pour_la_premiere_facture_remplace_bien_la_premiere() -> None:
    told = lived("2026-10-06", *TWO)
    told.happens(
        promised("m1", "2026-10-06", ("2026-11-30", None), until="2026-12-02", numbers=("FA-1",)),
        promised("m2", "2026-10-06", ("2026-10-12", None), until="2026-10-14", numbers=("FA-2",)),
        promised("m3", "2026-10-06", ("2026-10-15", None), until="2026-10-19", numbers=("FA-1",)),
    )
    assert told.until("2026-10-19") == [("2026-10-19", "PromiseBroken")]


def test_un_niveau_pret_mais_suspendu_ne_retient_pas_la_reponse() -> None:
    told = lived("2026-10-12")
    told.today = day("2026-10-13")
    step = told.due()
    assert isinstance(step, LetterStep)
    told.happens(queued(step.key, told.today))
    assert told.due() is None
    told.happens(
        promised("m2", "2026-10-13", ("2026-10-23", None), until="2026-10-27"),
        owed(Answer.PROMISE_CONFIRMATION, "m2", "2026-10-13"),
    )
    answer = told.due()
    assert isinstance(answer, LetterStep)
    assert answer.key.template == "promise_confirmation"
    told.happens(e.LetterLeaving(because="", step=step.key))
    assert told.due() is None


def queued(key: StepKey, on: date) -> e.LetterQueued:
    """A level in the outbox."""
    return e.LetterQueued(
        because="",
        step=key,
        template=key.name,
        sort=e.Sort.UNSOLICITED,
        message_id=MessageId("attend@ours.example"),
        token="K7Q2M",
        to=("compta@debiteur.example",),
        cc=(),
        subject="Relance",
        amount=Decimal("1500.00"),
        invoices=(InvoiceNumber("FA-1"),),
        composed_for=on,
        mime=digest("attend"),
    )


# Story, what came in by the 14th, what the breach says.
IN_PART = (
    ("rien", (), "0.00", "non payé"),
    ("une partie", (("600.00", "2026-10-12"),), "600.00", "600.00 reçus seulement"),
    ("deux parties", (("600.00", "2026-10-12"), ("300.00", "2026-10-13")), "900.00",
     "900.00 reçus seulement"),
)  # fmt: skip


@pytest.mark.parametrize("told, payments, received, words", IN_PART, ids=[x[0] for x in IN_PART])
def test_une_promesse_tenue_en_partie_le_dit_et_le_niveau_suivant_vient(
    told: str, payments: tuple[tuple[str, str], ...], received: str, words: str
) -> None:
    one = lived()
    one.happens(promised("m1", "2026-10-06", ("2026-10-12", "1500.00"), until="2026-10-14"))
    whole = ONE
    for amount, on in payments:
        one.happens(*paid(whole, amount, on))
        whole = replace(whole, paid=whole.paid + Decimal(amount))
    assert one.until("2026-10-14") == [("2026-10-14", "PromiseBroken")]
    broken = one.dossier.broken_promise
    assert broken is not None
    assert broken.received == Decimal(received)
    assert words in broken.because
    assert one.until("2026-10-15")[-1] == ("2026-10-15", "reminder_2")


def test_un_echeancier_tenu_est_remercie_et_le_reste_reprend_son_cours() -> None:
    one = lived("2026-10-06", *TWO)
    one.happens(
        e.PlanProposed(because="", message=digest("m1"), words="en deux fois"),
        plan(("2026-10-15", "750.00"), ("2026-11-16", "750.00")),
    )
    one.happens(*paid(ONE, "750.00", "2026-10-15"))
    one.happens(*paid(replace(ONE, paid=Decimal("750.00")), "750.00", "2026-10-16"))
    events = one.until("2026-11-19")
    assert [what for _, what in events[:3]] == ["PlanKept", "AnswerOwed", "thanks"]
    assert events[-1][1] == "reminder_2", "FA-2 restait due"


def test_le_solde_d_un_echeancier_est_ce_qui_reste() -> None:
    one = lived()
    parts = (
        e.Instalment(due_on=day("2026-10-15"), amount=Decimal("500.00")),
        e.Instalment(due_on=day("2026-11-16")),
    )
    one.happens(e.PlanAgreed(because="accord", by="Claire", instalments=parts))
    one.happens(*paid(ONE, "500.00", "2026-10-15"))
    events = one.until("2026-11-19")
    assert events[0] == ("2026-11-18", "PlanLost")


def test_ce_qui_fut_conteste_revient_le_lendemain_du_delai_donne() -> None:
    one = lived()
    number = ONE.number
    one.happens(
        e.DisputeOpened(
            because="vu", by="Claire", invoices=(number,), amount=Decimal("1500.00"),
            ground="quantité", owner="Luc", answer_by=day("2026-10-09"),
        ),
        e.DisputeDecided(
            because="vu", by="Claire", invoices=(number,), creditor_at_fault=False,
            resumes_on=day("2026-10-26"),
        ),
    )  # fmt: skip
    assert next_look_on(one.dossier, SME, today=day("2026-10-07")) == day("2026-10-26")
    assert one.until("2026-10-26") == [
        ("2026-10-26", "DisputeEnded"),
        ("2026-10-26", "reminder_2"),
    ]
