"""Disputes and plans lived through whole passes: opened, said, watched, decided, resumed, lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import (
    AgreePlan,
    DecideDispute,
    OpenDispute,
    OrderLetter,
    Verdict,
)
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.proposals import proposal_of, proposals
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier import events as e
from relance_mailer.dossier.ordered import DisputeAnswer, PlanConfirmation, PlanPart, Says
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey, InvoiceNumber, LedgerPayment
from relance_mailer.flows.drafts import Shown, draft_of
from relance_mailer.flows.queue_pages import queues
from relance_mailer.flows.work_desk import act
from relance_mailer.words import Cause

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
FA = InvoiceNumber("FA-1")


async def reminded() -> World:
    """The first reminder of 1500 € left on 5 October."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    assert len(world.mailer.delivered) == 1
    return world


async def heard(text: str) -> World:
    """The debtor answers that letter on the 6th at ten."""
    world = await reminded()
    world.goes_to("2026-10-06T10:00")
    first = (await world.dossier()).letters[0].message_id
    world.writes(text, answers=str(first))
    await world.works()
    return world


async def decides(world: World, verdict: Verdict) -> tuple[e.DossierEvent, ...]:
    done = await act(world.house, world.creditor, KEY, verdict)
    assert not isinstance(done, Impossible), done
    await world.works()
    return done


async def lives(world: World, first: str, last: str) -> None:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        world.goes_to(f"{day}T09:00")
        await world.works()
        day += timedelta(days=1)


async def left(world: World) -> list[tuple[str, str, Decimal]]:
    """What left: template, day, what it asked for."""
    letters = (await world.dossier()).letters
    return [(one.template, f"{one.sent_on}", one.amount) for one in letters if one.sent_on]


def pays(world: World, amount: str, on: str) -> None:
    [known] = world.ledger.rows
    paid = known.invoice.paid + Decimal(amount)
    world.ledger.rows = [replace(known, invoice=replace(known.invoice, paid=paid))]
    world.ledger.payments = [
        *world.ledger.payments,
        LedgerPayment(
            number="FA-1", paid_on=date.fromisoformat(on), amount=Decimal(amount), kind="payment"
        ),
    ]


# --- disputes


async def disputed() -> World:
    return await heard("Il manquait dix cartons à la livraison, je conteste la facture FA-1.")


def verdict(world: World, amount: str, says: Says | None) -> OpenDispute:
    return OpenDispute(
        by="Hélène",
        because="bon de livraison vu",
        invoices=(FA,),
        amount=Decimal(amount),
        ground="quantité livrée inférieure à la quantité facturée",
        owner="Claire Duval, qualité",
        answer_by=date(2026, 10, 13),
        next_step="reminder_2",
        not_before=world.clock.today(),
        acknowledge=says,
    )


async def acknowledged(world: World) -> Says:
    """The acknowledgement as it is prepared, for 300 € of the invoice."""
    dossier = await world.dossier()
    found = proposal_of("dispute_ack", dossier, world.clock.today(), "Claire Duval, qualité")
    assert found is not None
    assert found.says is not None
    ack = found.says.dispute_ack
    assert ack is not None
    return Says(
        dispute_ack=replace(
            ack,
            contested=Decimal("300.00"),
            answer_on=date(2026, 10, 13),
            rest_due_on=date(2026, 10, 13),
        )
    )


async def test_un_litige_est_propose_ouvert_accuse_et_le_reste_suit_son_cours() -> None:
    world = await disputed()
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    [line] = await queues(world.house, [world.creditor], Queue.REVIEW)
    assert line.proposes == ("dispute_ack",)
    await decides(world, verdict(world, "300.00", await acknowledged(world)))
    text = world.mailer.delivered[-1].mime.decode("utf-8", "replace")
    assert "In-Reply-To:" in text
    assert (await left(world))[-1][:2] == ("dispute_ack", "2026-10-06")
    [line] = await queues(world.house, [world.creditor], Queue.DISPUTES)
    assert (line.deadline, line.owner) == (date(2026, 10, 13), "Claire Duval, qualité")
    await lives(world, "2026-10-07", "2026-10-16")
    # The rest waits for the date that the acknowledgement gave it, then goes on where it stood.
    assert (await left(world))[-1] == ("reminder_2", "2026-10-15", Decimal("1200.00"))


async def test_la_date_du_responsable_passee_son_litige_monte_en_tete_de_file() -> None:
    world = await disputed()
    await decides(world, verdict(world, "300.00", None))
    world.goes_to("2026-10-20T09:00")
    await world.works()
    [line] = await queues(world.house, [world.creditor], Queue.DISPUTES)
    assert line.rank.reasons[0].startswith("réponse attendue (Claire Duval, qualité)")


async def test_nous_avions_raison_la_reponse_part_et_la_part_revient_a_sa_date() -> None:
    world = await disputed()
    await decides(world, verdict(world, "1500.00", None))
    assert (await world.dossier()).overdue(world.clock.today()) == ()
    world.goes_to("2026-10-09T10:00")
    answer = DisputeAnswer(
        ground="quantité livrée inférieure à la quantité facturée",
        invoices=(FA,),
        contested=Decimal("1500.00"),
        findings=("le bon de livraison du 31 août 2026 porte cinquante cartons",),
        remains=Decimal("1500.00"),
        due_on=date(2026, 10, 16),
        reasons=("la livraison a été signée sans réserve",),
    )
    await decides(
        world,
        DecideDispute(
            by="Claire",
            because="bon signé",
            invoices=(FA,),
            creditor_at_fault=False,
            pay_by=date(2026, 10, 16),
            answer=Says(dispute_answer=answer),
        ),
    )
    assert (await left(world))[-1][:2] == ("dispute_answer", "2026-10-09")
    await lives(world, "2026-10-10", "2026-10-21")
    kinds = await world.kinds()
    assert "DisputeEnded" in kinds
    assert (await left(world))[-1] == ("reminder_2", "2026-10-20", Decimal("1500.00"))


async def test_nous_avions_tort_rien_n_est_demande_avant_que_le_grand_livre_soit_corrige() -> None:
    world = await disputed()
    await decides(world, verdict(world, "300.00", None))
    wrong = DecideDispute(
        by="Claire",
        because="dix cartons manquaient",
        invoices=(FA,),
        creditor_at_fault=True,
        correction="credit_note",
    )
    await decides(world, wrong)
    await lives(world, "2026-10-07", "2026-10-14")
    assert (await left(world))[-1] == ("reminder_2", "2026-10-13", Decimal("1200.00"))
    [known] = world.ledger.rows
    world.ledger.rows = [replace(known, invoice=replace(known.invoice, credited=Decimal("300.00")))]
    await lives(world, "2026-10-15", "2026-10-21")
    assert (await left(world))[-1] == ("reminder_3", "2026-10-21", Decimal("1200.00"))
    assert (await world.dossier()).contested == frozenset()


# --- plans


PARTS = (
    PlanPart(due_on=date(2026, 10, 16), amount=Decimal("500.00")),
    PlanPart(due_on=date(2026, 11, 16), amount=Decimal("1000.00")),
)


async def agreed() -> World:
    world = await heard(
        "Nous traversons une période difficile : pouvez-vous nous accorder un échéancier ?"
    )
    says = Says(
        plan_confirmation=PlanConfirmation(
            instalments=PARTS, agreed_on=date(2026, 10, 6), answer_by=date(2026, 10, 13)
        )
    )
    await decides(
        world,
        AgreePlan(
            by="Hélène",
            because="accord par téléphone",
            instalments=tuple(e.Instalment(due_on=x.due_on, amount=x.amount) for x in PARTS),
            next_step="reminder_2",
            confirm=says,
        ),
    )
    return world


async def test_un_echeancier_est_propose_puis_accorde_et_confirme_le_jour_meme() -> None:
    world = await heard("Pouvez-vous nous accorder un échéancier en trois fois ?")
    dossier = await world.dossier()
    [offer] = proposals(dossier, world.clock.today())
    assert offer.template == "plan_offer"
    assert offer.says is not None
    order = OrderLetter(
        by="Hélène", because="à lire", template="plan_offer", says=offer.says, message=offer.message
    )
    draft = await draft_of(world.house, world.creditor, KEY, order)
    assert isinstance(draft, Shown), draft
    assert "500,00" in draft.text
    assert draft.faults == ()
    await decides(world, order)
    assert (await left(world))[-1][:2] == ("plan_offer", "2026-10-06")
    assert (await world.dossier()).phase is Phase.REVIEW, "l'accord est encore à venir"
    assert (await world.dossier()).plan_offered is not None


async def test_l_echeancier_suspend_les_relances_et_un_versement_manque_le_rompt() -> None:
    world = await agreed()
    assert (await left(world))[-1][:2] == ("plan_confirmation", "2026-10-06")
    assert (await world.dossier()).cause is Cause.CASH_TROUBLE
    pays(world, "500.00", "2026-10-16")
    await lives(world, "2026-10-07", "2026-11-17")
    assert len(await left(world)) == 2, "aucune relance pendant l'échéancier"
    await lives(world, "2026-11-18", "2026-11-20")
    assert "PlanLost" in await world.kinds()
    assert (await left(world))[-1] == ("reminder_2", "2026-11-18", Decimal("1000.00"))
    mail = message_from_bytes(world.mailer.delivered[-1].mime, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain",))
    assert part is not None
    told = " ".join(str(part.get_content()).split())
    assert (
        "L'échéancier convenu le 6 octobre 2026 prévoyait un règlement pour le 16 novembre" in told
    )
    [line] = [
        one
        for one in await queues(world.house, [world.creditor])
        if one.queue is Queue.PROMISES_BROKEN
    ] or [None]
    assert line is None, "la relance est partie : la rupture est dite"


async def test_l_echeancier_tenu_est_remercie() -> None:
    world = await agreed()
    pays(world, "500.00", "2026-10-16")
    await lives(world, "2026-10-15", "2026-10-20")
    pays(world, "1000.00", "2026-11-16")
    await lives(world, "2026-11-16", "2026-11-20")
    assert "PlanKept" in await world.kinds()
    assert (await left(world))[-1][0] == "thanks"
    assert (await world.dossier()).phase is Phase.SETTLED


async def test_une_relance_deja_prete_ne_part_pas_sur_un_echeancier_tout_juste_accorde() -> None:
    world = await reminded()
    world.goes_to("2026-10-13T09:00")
    await world.syncs()
    await world.fetches()
    await world.plans()
    assert len((await world.dossier()).on_its_way) == 1
    part = e.Instalment(due_on=date(2026, 11, 2), amount=Decimal("1500.00"))
    await act(
        world.house,
        world.creditor,
        KEY,
        AgreePlan(by="Hélène", because="accord", instalments=(part,)),
    )
    await world.sends()
    assert len(world.mailer.delivered) == 1


# --- explanations, and those who get nothing


async def test_a_qui_ne_comprend_pas_une_explication_preparee_est_envoyee() -> None:
    world = await heard("À quoi correspond cette somme ? Je ne comprends pas votre courrier.")
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    found = proposal_of("explanation", dossier, world.clock.today())
    assert found is not None
    order = OrderLetter(
        by="Hélène",
        because="il demande",
        template="explanation",
        says=found.says,
        message=dossier.review_reasons[0].message,
    )
    await decides(world, order)
    assert (await left(world))[-1][:2] == ("explanation", "2026-10-06")
    # A second order of the day waits: one answer a day at most.
    await decides(world, replace(order, because="encore"))
    assert len(await left(world)) == 2
    await lives(world, "2026-10-07", "2026-10-07")
    assert (await left(world))[-1][:2] == ("explanation", "2026-10-07")


BARRED: Sequence[tuple[str, str]] = (
    ("hostile", "Bande de voleurs, allez vous faire foutre, sales escrocs !"),
    ("opt_out", "Je vous demande de ne plus m'envoyer aucun courriel, en vertu du RGPD."),
    ("insolvency", "Notre société a été placée en liquidation judiciaire le 28 septembre 2026."),
    ("refusal", "Nous ne paierons pas cette facture."),
)


@pytest.mark.parametrize("reason, text", BARRED, ids=[one[0] for one in BARRED])
async def test_apres_cela_aucune_lettre_n_est_proposee_ni_ordonnee(reason: str, text: str) -> None:
    world = await heard(text)
    dossier = await world.dossier()
    assert dossier.barred_by == reason
    assert proposals(dossier, world.clock.today()) == ()
    before = len(world.mailer.delivered)
    for template in ("dispute_ack", "plan_offer", "explanation", "reminder_2", "thanks"):
        says = None
        order = OrderLetter(by="Hélène", because="x", template=template, says=says)
        refused = await act(world.house, world.creditor, KEY, order)
        assert isinstance(refused, Impossible)
        assert "P1" in refused.because
    await lives(world, "2026-10-07", "2026-10-30")
    assert len(world.mailer.delivered) == before


async def test_the_rest_says_which_part_is_not_asked_for() -> None:
    """1 200 € of an invoice of 1 500 €: nobody has to guess where the difference went."""
    world = await disputed()
    await decides(world, verdict(world, "300.00", await acknowledged(world)))
    await lives(world, "2026-10-07", "2026-10-16")
    assert (await left(world))[-1][0] == "reminder_2"
    mail = message_from_bytes(world.mailer.delivered[-1].mime, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain",))
    assert part is not None
    body = " ".join(str(part.get_content()).split())
    assert "1 500,00 € TTC, dont 300,00 € contestés, examinés à part" in body
    assert "1 200,00 €" in body
