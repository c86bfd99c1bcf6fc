"""The call sheet: whom, what, and whether to call at all."""

from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.desk.call_sheet import call_sheet
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Contact
from relance_mailer.words import Cause, Intent, Outcome, Role, Segment
from values.stories import Story, day, debtor, heard, held, invoice, paid, promised, story
from values.timelines import SME

TODAY = day("2026-10-14")
WHO = {"by": "Anne", "because": "vu"}
PEOPLE = (
    Contact(email="compta@d.example", name="Nadège Le Moal", phone="02 11"),
    Contact(email="daf@d.example", name="Jean Daf", role=Role.CFO, phone="02 22"),
    Contact(email="chef@d.example", name="Sans Numéro", role=Role.CHIEF_ACCOUNTANT),
)


def lived(until: str = "2026-10-13", **changes: object) -> Story:
    begun = story(SME, contacts=PEOPLE, **changes)  # type: ignore[arg-type]
    begun.until(until)
    begun.today = TODAY
    return begun


def test_la_fiche_dit_tout_ce_qu_il_faut() -> None:
    sheet = call_sheet(lived().dossier, TODAY, next_step="reminder_3", next_on=day("2026-10-21"))
    assert sheet.why_not == ()
    assert [(one.name, one.phone) for one in sheet.who] == [
        ("Jean Daf", "02 22"),
        ("Nadège Le Moal", "02 11"),
    ]
    assert sheet.without_number == ("Sans Numéro",)
    assert sheet.situation[0] == "FA-1, échue le 30/09/2026 (14 jours) : reste 1\u00a0500,00\u00a0€"
    assert sheet.situation[1:] == (
        "première relance du 05/10/2026",
        "deuxième relance du 13/10/2026",
    )
    assert sheet.requirement.startswith("1\u00a0500,00\u00a0€ étaient dus le 30/09/2026")
    assert sheet.proposal[-1] == (
        "sans date ferme : troisième relance le 21/10/2026, comme annoncé"
    )
    assert sheet.cause == ""


def test_avant_la_deuxieme_relance_on_demande_qui_connait_la_facture() -> None:
    sheet = call_sheet(lived("2026-10-06").dossier, TODAY)
    assert sheet.who[0].name == "Nadège Le Moal"


def disputed() -> e.DisputeOpened:
    return e.DisputeOpened(
        **WHO, invoices=(invoice().number,), amount=Decimal("1500.00"), ground="x", owner="Luc",
        answer_by=TODAY,
    )  # fmt: skip


CALLED = e.CallLogged(**WHO, on=TODAY, with_whom="Nadège Le Moal", said="elle rappelle")
# Story, what happened, a word of why nobody should call.
WHY_NOT = (
    ("payé", paid(invoice(), "1500.00", "2026-10-14"), "rien d'échu"),
    ("promis", (promised("m", "2026-10-14", ("2026-10-20", None), until="2026-10-22"),),
     "une promesse court jusqu'au 22/10/2026"),
    ("contesté", (disputed(),), "rien d'échu"),
    ("suspendu", (held("2026-10-20", "ack"),), "suspendu jusqu'au 20/10/2026"),
    ("échéancier", (e.PlanAgreed(**WHO, instalments=(e.Instalment(due_on=TODAY),)),),
     "échéancier"),
    ("appelé ce jour", (CALLED,), "déjà contacté"),
    ("pris en charge", (e.DossierClaimed(by="Luc", because="moi"),), "Luc"),
    ("à l'examen", (e.ReviewAsked(because="", reason="question"),), "à examiner"),
    ("opposé", (e.ReviewAsked(because="", reason="opt_out"),), "P1"),
    ("au contentieux", (e.HandedToLegal(because="", reason="refusal"),), "contentieux"),
)  # fmt: skip


@pytest.mark.parametrize("told, happened, word", WHY_NOT, ids=[one[0] for one in WHY_NOT])
def test_on_n_appelle_pas(told: str, happened: tuple[e.DossierEvent, ...], word: str) -> None:
    one = lived()
    one.happens(*happened)
    assert any(word in why for why in call_sheet(one.dossier, TODAY).why_not)


def test_le_dernier_mot_est_le_plus_recent_des_deux_canaux() -> None:
    one = lived()
    assert call_sheet(one.dossier, TODAY).last_said.startswith("rien")
    one.happens(heard("m1", Intent.ACK, Outcome.HOLD, date(2026, 10, 6)))
    one.happens(CALLED)
    assert "elle rappelle" in call_sheet(one.dossier, TODAY).last_said


# The cause known, the debtor, a word of what is offered.
OFFERS = (
    (Cause.CASH_TROUBLE, Segment.SME, "un échéancier daté"),
    (None, Segment.SOLE_TRADER, "un échéancier daté"),
    (Cause.NO_INVOICE, Segment.SME, "le duplicata maintenant"),
    (Cause.FORGOTTEN, Segment.LARGE, "une date ferme"),
)


@pytest.mark.parametrize("cause, segment, offer", OFFERS)
def test_ce_qui_est_propose_depend_de_la_cause_et_de_qui_doit(
    cause: Cause | None, segment: Segment, offer: str
) -> None:
    one = lived(who=debtor(segment))
    if cause is not None:
        one.happens(e.CauseRecorded(because="", cause=cause))
    sheet = call_sheet(one.dossier, TODAY)
    assert any(offer in line for line in sheet.proposal)
    assert (sheet.cause == "") is (cause is None)
