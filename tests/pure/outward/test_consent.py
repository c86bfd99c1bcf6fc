"""Our own people have a say: who works on a dossier, who reads a letter first, who knows him."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import Answer, StepKey
from relance_mailer.outward.approving import Approval, said_now
from relance_mailer.outward.asked import Refusal
from relance_mailer.outward.gate import refusals
from relance_mailer.outward.managing import Telling, notice_due
from relance_mailer.outward.timeline import LetterStep
from relance_mailer.words import Intent, Outcome
from values.sights import sight
from values.stories import (
    Story,
    day,
    debtor,
    digest,
    heard,
    held,
    invoice,
    owed,
    paid,
    promised,
    story,
)
from values.timelines import SME

TODAY = day("2026-10-13")
WHO = {"by": "Claire Duval", "because": "vu avec lui"}
KNOWN = debtor(account_manager_email="luc@brezance.example")


def lived(until: str = "2026-10-12", **changes: object) -> Story:
    """A dossier that got its first reminder on 5 October, eight days later."""
    begun = story(SME, who=KNOWN, **changes)  # type: ignore[arg-type]
    begun.until(until)
    return begun


def step(told: Story) -> LetterStep:
    """The letter due now."""
    found = told.due()
    assert isinstance(found, LetterStep), found
    return found


def refused(told: Story, today: date = TODAY, **seen: object) -> tuple[Refusal, ...]:
    """Why the letter due now may not leave, with what is seen."""
    return refusals(step(told), told.dossier, sight(today, **seen), timeline=SME)


def checks(told: Story, today: date = TODAY, **seen: object) -> list[str]:
    return [one.check for one in refused(told, today, **seen)]


def claim(until: str | None) -> e.DossierClaimed:
    return e.DossierClaimed(**WHO, until=day(until) if until else None)


# Story, the last day of the claim, the day of the letter, whether the claim keeps it.
CLAIMS = (
    ("jusqu'à demain", "2026-10-14", "2026-10-13", True),
    ("son dernier jour", "2026-10-13", "2026-10-13", True),
    ("le lendemain", "2026-10-13", "2026-10-14", False),
    ("sans fin", None, "2026-12-14", True),
)


@pytest.mark.parametrize("told, until, on, kept", CLAIMS, ids=[row[0] for row in CLAIMS])
def test_la_machine_n_ecrit_pas_pendant_qu_un_collegue_s_en_occupe(
    told: str, until: str | None, on: str, kept: bool
) -> None:
    one = lived()
    one.happens(claim(until))
    assert ("no_colleague_works_on_it" in checks(one, day(on))) is kept


def test_une_reponse_due_attend_aussi_le_collegue_et_le_lendemain_elle_part() -> None:
    one = lived()
    one.happens(owed(Answer.DUPLICATE, "m1", "2026-10-12"), claim("2026-10-13"))
    assert step(one).key.is_answer
    assert checks(one) == ["no_colleague_works_on_it"]
    assert refused(one)[0].again_on == day("2026-10-14")
    assert checks(one, day("2026-10-14")) == []


def test_ce_qu_un_collegue_ordonne_passe_sa_propre_prise_en_charge() -> None:
    one = lived()
    one.happens(claim("2026-10-30"), e.LetterOrdered(**WHO, template="reminder_2"))
    assert "no_colleague_works_on_it" not in checks(one)


def test_le_dossier_rendu_la_machine_reprend() -> None:
    one = lived()
    one.happens(claim(None), e.DossierReleased(**WHO))
    assert "no_colleague_works_on_it" not in checks(one)


def test_un_niveau_prepare_avant_l_echeancier_ne_part_pas() -> None:
    one = lived()
    due = step(replace_today(one))
    part = e.Instalment(due_on=day("2026-11-05"), amount=Decimal("1500.00"))
    one.happens(e.PlanAgreed(**WHO, instalments=(part,)))
    found = refusals(due, one.dossier, sight(TODAY), timeline=SME)
    assert "no_plan_is_running" in [one.check for one in found]


def replace_today(told: Story) -> Story:
    told.today = TODAY
    return told


def yes(told: Story, amount: str = "1500.00", *numbers: str) -> e.LetterApproved:
    """A human said yes to the letter that is due."""
    return e.LetterApproved(
        **WHO,
        step=step(told).key,
        amount=Decimal(amount),
        invoices=tuple(numbers or ("FA-1",)),  # type: ignore[arg-type]
    )


# What is set, and whether the second reminder of 1500 € waits for a yes.
RULES = (
    ("toutes", Approval(), True),
    ("dès la deuxième", Approval(from_level="reminder_2"), True),
    ("dès la troisième", Approval(from_level="reminder_3"), False),
    ("dès un niveau d'une autre chronologie", Approval(from_level="legal_queue"), False),
    ("dès un niveau inconnu : dans le doute on demande", Approval(from_level="ultimatum"), True),
    ("au-dessus de 1499", Approval(above=Decimal("1499.00")), True),
    ("à 1500 juste", Approval(above=Decimal("1500.00")), False),
    ("les deux premières lettres", Approval(first_letters=2), True),
    ("la première seulement", Approval(first_letters=1), False),
    ("l'un ou l'autre", Approval(from_level="reminder_3", first_letters=2), True),
)


@pytest.mark.parametrize("told, rule, waits", RULES, ids=[row[0] for row in RULES])
def test_quelles_lettres_attendent_un_accord(told: str, rule: Approval, waits: bool) -> None:
    one = replace_today(lived())
    assert ("a_human_approved_it" in checks(one, approval=rule)) is waits


def test_un_accord_vaut_pour_ce_que_la_lettre_disait() -> None:
    one = replace_today(lived())
    one.happens(yes(one))
    assert checks(one, approval=Approval()) == []
    one.happens(*paid(invoice(), "200.00", "2026-10-13"))
    [again] = refused(one, approval=Approval())
    assert again.check == "a_human_approved_it"
    assert again.time_mends
    assert "1300.00" in again.because


def test_un_accord_tombe_quand_le_debiteur_ecrit() -> None:
    one = replace_today(lived())
    one.happens(yes(one))
    one.happens(heard("m1", Intent.DISTRESS, Outcome.CONTINUE, TODAY))
    assert checks(one, approval=Approval()) == ["a_human_approved_it"]


def test_un_accord_donne_en_relance_ne_vaut_plus_a_l_examen() -> None:
    one = replace_today(lived())
    key = step(one).key
    one.happens(yes(one), e.ReviewAsked(because="prescription proche", reason="limitation_near"))
    assert not one.dossier.approves(key)
    assert one.due() is None


def test_un_accord_survit_a_un_jour_manque_sans_fait_nouveau() -> None:
    one = replace_today(lived())
    one.happens(yes(one))
    assert checks(one, day("2026-10-15"), approval=Approval()) == []


def test_une_lettre_ordonnee_n_est_pas_approuvee_une_seconde_fois() -> None:
    one = replace_today(lived())
    one.happens(e.LetterOrdered(**WHO, template="reminder_2"))
    assert checks(one, approval=Approval()) == []


def test_une_nouvelle_facture_fait_redemander_l_accord() -> None:
    one = replace_today(lived())
    one.happens(yes(one))
    one.happens(e.InvoiceOpened(because="", invoice=invoice("FA-2", amount="90.00")))
    assert said_now(step(one), one.dossier, TODAY).amount == Decimal("1590.00")
    assert checks(one, approval=Approval()) == ["a_human_approved_it"]


# --- the account manager -------------------------------------------------------------------


def before_third(**changes: object) -> Story:
    """The second reminder left on 13 October; the third is announced for the 21st."""
    one = lived("2026-10-13", **changes)
    assert one.dossier.last_level is not None
    assert one.dossier.last_level.level == "reminder_2"
    return one


def told_on(day_text: str) -> e.ManagerTold:
    return e.ManagerTold(
        because="",
        course=1,
        level="reminder_3",
        to="luc@brezance.example",
        message_id=digest("avis"),  # type: ignore[arg-type]
        told_on=day(day_text),
        level_on=day("2026-10-21"),
    )


def test_le_responsable_est_prevenu_cinq_jours_ouvres_avant() -> None:
    one = before_third()
    notice = notice_due(one.dossier, SME, Telling(), day("2026-10-14"))
    assert notice is not None
    assert (notice.on, notice.level_on) == (day("2026-10-14"), day("2026-10-21"))
    assert notice.step == StepKey(course=1, name="reminder_3")
    assert notice.to == "luc@brezance.example"


# Story, what happens after the second reminder, whether a notice is owed on the 14th.
NOTICES = (
    ("déjà prévenu", (told_on("2026-10-14"),), False),
    ("prévenu à la main", (e.TaskOpened(because="", task="manager:1/reminder_3", what="",
                                        due_on=TODAY),), False),
    ("suspendu : la relance viendra après", (held("2026-10-29", "ack"),), True),
    ("promesse : le niveau suivra si elle n'est pas tenue",
     (promised("m", "2026-10-13", ("2026-10-20", None), until="2026-10-22"),), True),
    ("à l'examen", (e.ReviewAsked(because="", reason="question"),), False),
    ("au contentieux", (e.HandedToLegal(because="", reason="refusal"),), False),
)  # fmt: skip


@pytest.mark.parametrize("told, happened, owed_one", NOTICES, ids=[row[0] for row in NOTICES])
def test_quand_un_avis_est_du(
    told: str, happened: tuple[e.DossierEvent, ...], owed_one: bool
) -> None:
    one = before_third()
    one.happens(*happened)
    found = notice_due(one.dossier, SME, Telling(), day("2026-10-14"))
    assert (found is not None) is owed_one


def test_sans_responsable_au_grand_livre_personne_n_est_prevenu_et_rien_n_attend() -> None:
    one = story(SME)
    one.until("2026-10-20")
    assert notice_due(one.dossier, SME, Telling(), day("2026-10-20")) is None
    one.today = day("2026-10-21")
    assert "account_manager_was_told" not in checks(one, one.today, telling=Telling())


# Story, what was done, and whether the third reminder may leave on the 21st.
TELLINGS = (
    ("personne ne l'a prévenu", (), False),
    ("prévenu le matin même", (told_on("2026-10-21"),), False),
    ("prévenu la veille", (told_on("2026-10-20"),), True),
    ("à prévenir à la main", (e.TaskOpened(because="", task="manager:1/reminder_3", what="",
                                           due_on=TODAY),), False),
    ("prévenu à la main", (e.TaskOpened(because="", task="manager:1/reminder_3", what="",
                                        due_on=TODAY),
                           e.TaskDone(**WHO, task="manager:1/reminder_3")), True),
    ("un humain l'ordonne", (e.LetterOrdered(**WHO, template="reminder_3"),), True),
)  # fmt: skip


@pytest.mark.parametrize("told, happened, may", TELLINGS, ids=[row[0] for row in TELLINGS])
def test_la_troisieme_relance_attend_que_le_responsable_sache(
    told: str, happened: tuple[e.DossierEvent, ...], may: bool
) -> None:
    one = before_third()
    one.until("2026-10-20")
    one.today = day("2026-10-21")
    one.happens(*happened)
    found = refused(one, one.today, telling=Telling())
    assert ("account_manager_was_told" not in [no.check for no in found]) is may
    assert all(no.time_mends for no in found)


def test_les_autres_niveaux_n_attendent_personne() -> None:
    assert "account_manager_was_told" not in checks(replace_today(lived()), telling=Telling())


def test_un_debiteur_deja_prevenu_dans_un_cours_l_est_de_nouveau_dans_le_suivant() -> None:
    one = before_third()
    one.happens(replace(told_on("2026-10-14"), course=0))
    assert notice_due(one.dossier, SME, Telling(), day("2026-10-14")) is not None
