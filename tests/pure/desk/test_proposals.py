"""The letters that only people send: what is prepared, when, and what is left to them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.desk.proposals import proposal_of, proposals
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import PlanPart, plan_total
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.words import Intent, Outcome
from values.stories import Story, day, debtor, digest, heard, invoice, story
from values.timelines import SME

TODAY = day("2026-10-06")
WHO = {"by": "Anne", "because": "vu"}
TWO = (invoice(), invoice("FA-2", amount="200.00"))


def asked(intent: Intent, *invoices: str, language: str = "fr", **read: object) -> Story:
    """A dossier in review for what a debtor wrote on the 6th."""
    one = story(SME, *TWO, who=debtor(language=language))
    one.until("2026-10-05")
    one.today = TODAY
    message = replace(
        heard("m1", intent, Outcome.REVIEW, TODAY),
        invoices=tuple(InvoiceNumber(number) for number in invoices),
        **read,  # type: ignore[arg-type]
    )
    review = e.ReviewAsked(because="lu", reason=intent.value, message=digest("m1"))
    one.happens(message, review)
    return one


def test_un_litige_est_accuse_avec_les_mots_du_debiteur() -> None:
    one = asked(Intent.DISPUTE, "FA-2", spans=("il manquait dix cartons.",))
    [found] = proposals(one.dossier, TODAY, "Anne Roux")
    assert found.says is not None
    ack = found.says.dispute_ack
    assert ack is not None
    assert (ack.ground, ack.invoices, ack.contested) == (
        "il manquait dix cartons",
        ("FA-2",),
        Decimal("200.00"),
    )
    assert (ack.answered_by, ack.answer_on) == ("Anne Roux", date(2026, 10, 13))
    assert ack.rest_due_on == date(2026, 10, 13)


def test_un_litige_examine_parle_par_son_verdict() -> None:
    one = asked(Intent.DISPUTE)
    one.happens(
        e.DisputeOpened(
            **WHO, invoices=(InvoiceNumber("FA-1"),), amount=Decimal("300.00"), ground="quantité",
            owner="Claire Duval", answer_by=date(2026, 10, 20),
        )
    )  # fmt: skip
    found = proposal_of("dispute_ack", one.dossier, TODAY)
    assert found is not None
    assert found.says is not None
    ack = found.says.dispute_ack
    assert ack is not None
    assert (ack.contested, ack.answered_by, ack.answer_on) == (
        Decimal("300.00"),
        "Claire Duval",
        date(2026, 10, 20),
    )


def test_un_echeancier_est_propose_en_parts_egales_aux_jours_ouvres() -> None:
    [found] = proposals(asked(Intent.PLAN_REQUEST).dossier, TODAY)
    assert found.says is not None
    offer = found.says.plan_offer
    assert offer is not None
    assert [one.due_on for one in offer.instalments] == [
        date(2026, 10, 16),
        date(2026, 11, 16),
        date(2026, 12, 16),
    ]
    assert plan_total(offer.instalments) == Decimal("1700.00")


def test_les_jours_que_le_debiteur_a_dits_sont_repris() -> None:
    one = asked(Intent.PLAN_REQUEST)
    parts = (e.Instalment(due_on=date(2026, 10, 30)), e.Instalment(due_on=date(2026, 11, 30)))
    one.happens(e.PlanProposed(because="", message=digest("m1"), words="", instalments=parts))
    [found] = proposals(one.dossier, TODAY)
    assert found.says is not None
    assert found.says.plan_offer is not None
    assert [one.due_on for one in found.says.plan_offer.instalments] == [
        date(2026, 10, 30),
        date(2026, 11, 30),
    ]


def test_ce_qui_est_conteste_n_entre_pas_dans_l_echeancier() -> None:
    one = asked(Intent.PLAN_REQUEST)
    one.happens(
        e.DisputeOpened(
            **WHO, invoices=(InvoiceNumber("FA-1"),), amount=Decimal("300.00"), ground="quantité",
            owner="Luc", answer_by=TODAY,
        )
    )  # fmt: skip
    found = proposal_of("plan_offer", one.dossier, TODAY)
    assert found is not None
    assert found.says is not None
    assert found.says.plan_offer is not None
    assert plan_total(found.says.plan_offer.instalments) == Decimal("1400.00")


def test_ou_tout_est_conteste_il_n_y_a_rien_a_etaler() -> None:
    one = asked(Intent.PLAN_REQUEST)
    everything = tuple(kept.invoice.number for kept in one.dossier.invoices)
    one.happens(
        e.DisputeOpened(
            **WHO, invoices=everything, amount=one.dossier.owed, ground="quantité",
            owner="Luc", answer_by=TODAY,
        )
    )  # fmt: skip
    found = proposal_of("plan_offer", one.dossier, TODAY)
    assert found is not None
    assert found.says is None


@pytest.mark.parametrize(
    "language, about",
    [
        ("fr", "les factures FA-1 du 31 août 2026 et FA-2 du 31 août 2026"),
        ("en", "invoices FA-1 of 31 August 2026, FA-2 of 31 August 2026"),
    ],
)
def test_une_question_a_une_explication_dans_sa_langue(language: str, about: str) -> None:
    [found] = proposals(asked(Intent.QUESTION, language=language).dossier, TODAY)
    assert found.says is not None
    assert found.says.explanation is not None
    assert found.says.explanation.about == about
    assert found.says.explanation.pay_by == date(2026, 10, 13)


def test_un_echeancier_accorde_est_a_confirmer_le_solde_compris() -> None:
    one = asked(Intent.PLAN_REQUEST)
    parts = (
        e.Instalment(due_on=date(2026, 10, 30), amount=Decimal("700.00")),
        e.Instalment(due_on=date(2026, 11, 30)),
    )
    resumed = e.HumanResumed(**WHO, next_step="reminder_2", not_before=TODAY)
    one.happens(e.PlanAgreed(**WHO, instalments=parts), resumed)
    [found] = proposals(one.dossier, TODAY)
    assert found.template == "plan_confirmation"
    assert found.says is not None
    assert found.says.plan_confirmation is not None
    assert found.says.plan_confirmation.instalments == (
        PlanPart(due_on=date(2026, 10, 30), amount=Decimal("700.00")),
        PlanPart(due_on=date(2026, 11, 30), amount=Decimal("1000.00")),
    )


def test_la_reponse_a_un_litige_reste_a_ecrire_par_un_humain() -> None:
    one = asked(Intent.DISPUTE)
    number = InvoiceNumber("FA-1")
    one.happens(
        e.DisputeOpened(
            **WHO, invoices=(number,), amount=Decimal("300.00"), ground="quantité", owner="Luc",
            answer_by=TODAY,
        ),
        e.HumanResumed(**WHO, next_step="reminder_2", not_before=TODAY),
        e.DisputeDecided(**WHO, invoices=(number,), creditor_at_fault=False),
    )  # fmt: skip
    [found] = proposals(one.dossier, TODAY)
    assert (found.template, found.says) == ("dispute_answer", None)
    assert "constaté" in found.lacks


def test_une_lettre_ordonnee_n_est_plus_proposee() -> None:
    one = asked(Intent.QUESTION)
    [found] = proposals(one.dossier, TODAY)
    one.happens(
        e.LetterOrdered(**WHO, template="explanation", message=digest("m1"), says=found.says)
    )
    assert proposals(one.dossier, TODAY) == ()


@pytest.mark.parametrize("reason", ["opt_out", "hostile", "refusal", "insolvency"])
def test_rien_n_est_propose_apres_une_fin_de_non_recevoir(reason: str) -> None:
    one = asked(Intent.QUESTION)
    one.happens(e.ReviewAsked(because="", reason=reason))
    assert proposals(one.dossier, TODAY) == ()
