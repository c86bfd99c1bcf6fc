"""Where what people decide meets promises, papers and letters that were read before they left."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes
from email.policy import default

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import AgreePlan, Approve, OpenDispute, RecordPosting, Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.reckoning import movements
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import (
    DossierId,
    DossierKey,
    InvoiceNumber,
    LedgerPayment,
    StepKey,
)
from relance_mailer.flows.drafts import Shown, next_letter
from relance_mailer.flows.print_notice import print_notice
from relance_mailer.flows.reckon import reckon_dossier
from relance_mailer.flows.work_desk import act
from relance_mailer.law.statement import history_of
from relance_mailer.words import Segment
from values.timelines import POSTED

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))


async def decides(world: World, verdict: Verdict) -> None:
    done = await act(world.house, world.creditor, KEY, verdict)
    assert not isinstance(done, Impossible), done


async def lives(world: World, first: str, last: str) -> None:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        world.goes_to(f"{day}T09:00")
        await world.works()
        day += timedelta(days=1)


async def left(world: World) -> list[tuple[str, str, Decimal]]:
    letters = (await world.dossier()).letters
    return [(one.template, f"{one.sent_on}", one.amount) for one in letters if one.sent_on]


async def answers(world: World, text: str) -> None:
    first = (await world.dossier()).letters[0].message_id
    world.writes(text, answers=str(first))
    await world.works()


def contested(amount: str, on: date = date(2026, 10, 6)) -> OpenDispute:
    return OpenDispute(
        by="Hélène",
        because="bon de livraison vu",
        invoices=(InvoiceNumber("FA-1"),),
        amount=Decimal(amount),
        ground="quantité livrée inférieure à la quantité facturée",
        owner="Claire Duval",
        answer_by=date(2026, 10, 13),
        next_step="reminder_2",
        not_before=on,
    )


async def reminded() -> World:
    """Two invoices, reminded on 5 October; it is the 6th."""
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(), row(number="FA-2", amount="400.00")]
    await world.works()
    world.goes_to("2026-10-06T10:00")
    return world


async def test_une_promesse_sur_ce_qui_est_conteste_n_est_pas_remerciee_sans_paiement() -> None:
    world = await reminded()
    await answers(world, "Il manquait dix cartons à la livraison, je conteste la facture FA-1.")
    await decides(world, contested("1500.00"))
    world.goes_to("2026-10-07T09:00")
    await answers(world, "Nous réglons la facture FA-1 le 20 octobre.")
    await lives(world, "2026-10-08", "2026-10-26")
    assert "PromiseKept" not in await world.kinds()
    assert [one for one in await left(world) if one[0] == "thanks"] == []
    # What nobody contests is demanded, without a word on a promise that was about the rest.
    assert (await left(world))[-1] == ("reminder_2", "2026-10-22", Decimal("400.00"))
    assert "PromiseBroken" not in await world.kinds()


async def test_un_echeancier_n_est_pas_tenu_parce_que_tout_est_conteste() -> None:
    world = await reminded()
    parts = tuple(
        e.Instalment(due_on=on, amount=Decimal("950.00"))
        for on in (date(2026, 10, 12), date(2026, 10, 19))
    )
    await decides(world, AgreePlan(by="Hélène", because="accordé", instalments=parts))
    await answers(world, "Il manquait dix cartons à la livraison, je conteste la facture FA-1.")
    world.ledger.rows = [row(), row(number="FA-2", amount="400.00", paid="400.00")]
    await lives(world, "2026-10-07", "2026-10-08")
    await decides(world, contested("1500.00", world.clock.today()))
    await lives(world, "2026-10-09", "2026-10-30")
    assert "PlanKept" not in await world.kinds()
    assert [template for template, _, _ in await left(world)] == ["reminder_1"]
    assert (await world.dossier()).phase is Phase.RUNNING


async def test_un_accord_donne_a_l_examen_ne_vaut_plus_quand_le_montant_change() -> None:
    world = await reminded()
    await world.writes_down("BZ-1", e.ReviewAsked(reason="essai", because="à examiner"))
    yes = Approve(
        by="Anne",
        because="lue",
        step=StepKey(course=1, name="reminder_2"),
        amount=Decimal("1900.00"),
        invoices=(InvoiceNumber("FA-1"), InvoiceNumber("FA-2")),
    )
    await decides(world, yes)
    world.ledger.rows = [row(paid="700.00"), row(number="FA-2", amount="400.00")]
    await lives(world, "2026-10-07", "2026-10-16")
    assert [template for template, _, _ in await left(world)] == ["reminder_1"]
    await decides(world, replace(yes, amount=Decimal("1200.00")))
    await lives(world, "2026-10-17", "2026-10-19")
    assert (await left(world))[-1] == ("reminder_2", "2026-10-19", Decimal("1200.00"))


async def test_ce_qu_un_message_dit_d_un_autre_dossier_du_debiteur_y_arrete_les_relances() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(), row("BZ-2", "FA-9", debtor="C-BZ-1", amount="900.00")]
    await lives(world, "2026-10-05", "2026-10-12")
    world.goes_to("2026-10-12T15:00")
    second = (await world.dossier("BZ-2")).letters[0].message_id
    world.writes("Nous réglons les factures FA-1 et FA-9 le 20 octobre.", answers=str(second))
    await world.works()
    assert (await world.dossier("BZ-2")).phase is Phase.HELD
    [asked] = (await world.dossier()).review_reasons
    assert asked.reason == "named_elsewhere"
    assert asked.because.endswith("nomme aussi FA-1")
    await lives(world, "2026-10-13", "2026-10-30")
    assert [template for template, _, _ in await left(world)] == ["reminder_1"]


async def test_un_message_qui_ne_nomme_que_ses_factures_ne_touche_pas_l_autre_dossier() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(), row("BZ-2", "FA-9", debtor="C-BZ-1", amount="900.00")]
    await lives(world, "2026-10-05", "2026-10-12")
    world.goes_to("2026-10-12T15:00")
    second = (await world.dossier("BZ-2")).letters[0].message_id
    world.writes("Nous réglons la facture FA-9 le 20 octobre.", answers=str(second))
    await world.works()
    assert (await world.dossier()).phase is Phase.RUNNING


async def test_la_part_contestee_n_est_ni_dans_la_lettre_ni_dans_le_decompte() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.goes_to("2026-10-06T10:00")
    await answers(world, "Il manquait dix cartons à la livraison, je conteste la facture FA-1.")
    await decides(world, contested("300.00"))
    await lives(world, "2026-10-07", "2026-10-21")
    assert (await left(world))[-1] == ("reminder_3", "2026-10-21", Decimal("1200.00"))
    reckoned = await reckon_dossier(world.house, world.creditor, KEY, on=date(2026, 10, 21))
    # 1 200 € × 12.40 % × 21 days / 365.
    whole = reckoned.statement.demanded
    assert (whole.principal, whole.interest) == (Decimal("1200.00"), Decimal("8.56"))
    mail = message_from_bytes(world.mailer.delivered[-1].mime, policy=default)
    body = mail.get_body(("plain",))
    assert body is not None
    assert "régler 1 248,56 €" in body.get_content().replace("\u00a0", " ").replace("\u202f", " ")
    [told] = reckoned.statement.rows
    assert ("part contestée, hors de la somme due", Decimal("-300.00")) in list(movements(told))
    # The statement that goes with the letter shows the same line between price and rest.
    [history] = history_of(reckoned.dossier, {InvoiceNumber("FA-1")})
    assert list(movements(history)) == list(movements(told))


async def test_la_lettre_montree_est_celle_qui_partira_pieces_comprises() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents["FA-1.pdf"] = b"%PDF"
    world.papers.picture = b"un carre"
    world.ledger.rows = [row()]
    await world.syncs()
    days = {
        "reminder_1": "2026-10-05",
        "reminder_2": "2026-10-13",
        "reminder_3": "2026-10-21",
        "formal_notice": "2026-10-29",
    }
    shown = [await next_letter(world.house, world.creditor, KEY, name) for name in days]
    for one, on in zip(shown, days.values(), strict=True):
        world.goes_to(f"{on}T09:00")
        await world.works()
        mail = message_from_bytes(world.mailer.delivered[-1].mime, policy=default)
        text, html = mail.get_body(("plain",)), mail.get_body(("html",))
        assert isinstance(one, Shown), one
        assert text is not None
        assert html is not None
        assert one.text.split() == text.get_content().split(), on
        assert "cid:" not in one.html
        assert ("data:image/png;base64,dW4gY2FycmU=" in one.html) == ("cid:" in html.get_content())
        assert one.faults == ()
    assert "data:image" in getattr(shown[0], "html", "")


async def test_ce_qui_manque_aux_pieces_se_voit_avant_l_accord() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents["FA-1.pdf"] = b""
    world.ledger.rows = [row()]
    await world.syncs()
    shown = await next_letter(world.house, world.creditor, KEY)
    assert isinstance(shown, Shown)
    assert shown.faults == ("L12 : la pièce jointe FA-1.pdf est vide",)


async def test_la_copie_d_une_mise_en_demeure_postee_ne_demande_jamais_autre_chose() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    timelines = {**world.creditor.timelines, Segment.SME: POSTED}
    world.creditor = replace(world.creditor, timelines=timelines)
    world.ledger.rows = [row()]
    await lives(world, "2026-10-05", "2026-10-29")
    paper = await print_notice(world.house, world.creditor, KEY)
    posting = RecordPosting(
        by="Anne",
        because="postée",
        step=paper.letter.step,
        posted_on=date(2026, 10, 29),
        number="1A 001",
    )
    await decides(world, posting)
    world.ledger.rows = [row(paid="500.00")]
    await lives(world, "2026-10-30", "2026-11-16")
    assert [template for template, _, _ in await left(world)][-1] == "reminder_3"
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert "la lettre postée demande 1554.78" in dossier.review_reasons[0].because


async def test_a_l_etranger_aucune_injonction_de_payer_n_est_annoncee() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    told = row()
    world.ledger.rows = [replace(told, debtor=replace(told.debtor, country="BE"))]
    await lives(world, "2026-10-05", "2026-10-30")
    assert [template for template, _, _ in await left(world)][-1] == "reminder_3"
    [asked] = (await world.dossier()).review_reasons
    assert asked.reason == "debtor_abroad"


async def test_d_un_reglement_repris_l_interet_court_de_nouveau() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.ledger.rows = [row(paid="1500.00")]
    world.ledger.payments = [
        LedgerPayment(
            number="FA-1", paid_on=date(2026, 10, 6), amount=Decimal("1500.00"), kind="payment"
        )
    ]
    await lives(world, "2026-10-07", "2026-10-07")
    world.ledger.rows, world.ledger.payments = [row()], []
    await lives(world, "2026-10-14", "2026-10-14")
    reckoned = await reckon_dossier(world.house, world.creditor, KEY, on=date(2026, 10, 30))
    # 1 500 € × 12.40 % / 365 on the six days before it came, and on the sixteen after it was gone.
    whole = reckoned.statement.demanded
    assert (whole.principal, whole.interest) == (Decimal("1500.00"), Decimal("11.21"))
