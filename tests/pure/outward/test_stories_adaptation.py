"""The timeline bends by what is known of the debtor: a story by date for each row of the method."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import InvoiceNumber, PastInvoice, StepKey
from relance_mailer.law.routes import Act
from relance_mailer.law.terms import public_days, with_legal_term
from relance_mailer.outward.adaptation import adapted
from relance_mailer.outward.habits import Payer, habit_of
from relance_mailer.outward.levels import Form, Habits, Timeline
from relance_mailer.outward.missing import missing_data
from relance_mailer.outward.timeline import LetterStep, due
from relance_mailer.words import Segment
from values.stories import Story, day, debtor, invoice, paid, story
from values.timelines import (
    ASSOCIATION,
    CALLED,
    CONSUMER,
    LARGE,
    PUBLIC,
    SME,
    SOLE_TRADER,
    TIMELINES,
)


def past(*days_late: int) -> e.HabitTold:
    """Invoices of the months before, paid so many days after their due date."""
    told = tuple(
        PastInvoice(
            number=InvoiceNumber(f"P-{place}"),
            due_on=day("2026-01-31") + timedelta(days=30 * place),
            paid_on=day("2026-01-31") + timedelta(days=30 * place + late),
        )
        for place, late in enumerate(days_late)
    )
    return e.HabitTold(because="grand livre", invoices=told)


def payer(timeline: Timeline, *days_late: int) -> Story:
    """A debtor whose earlier payments are known."""
    lived = story(timeline)
    lived.happens(past(*days_late))
    return lived


def letters(lived: Story, last: str) -> list[tuple[str, str]]:
    """What left until a day, tasks and calendar left out."""
    names = {one.name for one in lived.timeline.levels} | {"HandedToLegal"}
    return [(on, what) for on, what in lived.until(last) if what in names]


# --- habitual late payers ---------------------------------------------------------------------


def test_retards_habituels_contact_avant_echeance_premier_decalage_deux_delais_six() -> None:
    """Due 30 Sept: 25 Sept, then D+2 = 2 Oct; deadlines of six days, the notice keeps its own."""
    lived = payer(SME, 12, 0, 20, 0, 9, 0)
    assert letters(lived, "2026-11-13") == [
        ("2026-09-25", "pre_due"),
        ("2026-10-02", "reminder_1"),
        ("2026-10-09", "reminder_2"),
        ("2026-10-16", "reminder_3"),
        ("2026-10-23", "formal_notice"),
        ("2026-11-05", "HandedToLegal"),
    ]
    assert [one.deadline_on for one in lived.dossier.letters[1:4]] == [
        day("2026-10-08"),
        day("2026-10-15"),
        day("2026-10-22"),
    ]


@pytest.mark.parametrize(
    ("days_late", "expected"),
    [
        ((6, 6, 6), Payer.HABITUAL_LATE),
        ((6, 6, 5, 0, 0, 0), Payer.ORDINARY),
        ((30, 30, 30, 0, 0, 0, 0, 0), Payer.ORDINARY),
        ((30, 30, 30, 30, 0, 0, 0), Payer.HABITUAL_LATE),
        ((6, 6), Payer.UNKNOWN),
        ((0, 5, -3), Payer.GOOD),
        ((0, 0), Payer.UNKNOWN),
        ((0, 0, 6, 0, 0, 0), Payer.ORDINARY),
        ((), Payer.UNKNOWN),
    ],
    ids=[
        "trois retards de plus de cinq jours",
        "cinq jours ne sont pas un retard",
        "seules les six dernières comptent",
        "trois des six dernières",
        "deux ne suffisent pas",
        "bon payeur",
        "deux payées à l'heure ne font pas un bon payeur",
        "un retard n'est pas d'un bon payeur",
        "rien n'est connu",
    ],
)
def test_une_habitude_se_lit_sur_les_six_dernieres_factures_reglees(
    days_late: tuple[int, ...], expected: Payer
) -> None:
    assert habit_of(payer(SME, *days_late).dossier, Habits()).payer is expected


def test_l_habitude_se_voit_aussi_dans_le_dossier_lui_meme() -> None:
    """Three invoices that this page saw paid late: the fourth is announced before it is due."""
    lived = story(SME, *(invoice(f"FA-{n}", f"2026-0{n}-10") for n in (3, 4, 5)))
    lived.today = day("2026-06-20")
    for one in lived.dossier.open_invoices:
        lived.happens(*paid(one, "1500.00", "2026-06-20"))
    assert habit_of(lived.dossier, Habits()).payer is Payer.HABITUAL_LATE


def test_un_avoir_ou_un_abandon_ne_dit_rien_d_une_habitude() -> None:
    lived = story(SME, *(invoice(f"FA-{n}", f"2026-0{n}-10") for n in (3, 4, 5)))
    for one in lived.dossier.open_invoices:
        lived.happens(
            e.InvoiceSettled(
                because="avoir",
                number=one.number,
                settled_on=day("2026-08-01"),
                how=e.Settlement.CREDITED,
            )
        )
    assert habit_of(lived.dossier, Habits()).payer is Payer.UNKNOWN


def test_un_retard_habituel_appris_en_cours_de_route_ne_change_aucune_date_annoncee() -> None:
    lived = story(SME)
    lived.until("2026-10-06")
    lived.happens(past(30, 30, 30))
    assert letters(lived, "2026-10-13")[-1] == ("2026-10-13", "reminder_2")


def test_le_consommateur_n_est_pas_presse_par_ses_retards_passes() -> None:
    lived = payer(CONSUMER, 30, 30, 30)
    assert letters(lived, "2026-10-20") == [
        ("2026-10-08", "reminder_1"),
        ("2026-10-20", "reminder_2"),
    ]


# --- good payers ------------------------------------------------------------------------------


def test_bon_payeur_premier_incident_trois_jours_de_plus() -> None:
    lived = payer(SME, 0, 2, -1)
    assert letters(lived, "2026-10-16") == [
        ("2026-10-08", "reminder_1"),
        ("2026-10-16", "reminder_2"),
    ]


def test_bon_payeur_deja_relance_n_a_plus_de_delai() -> None:
    lived = payer(SME, 0, 2, -1)
    lived.until("2026-10-09")
    first = lived.dossier.open_invoices[0]
    lived.happens(*paid(first, "1500.00", "2026-10-10"))
    lived.until("2026-10-12")
    lived.happens(
        e.InvoiceOpened(because="grand livre", invoice=invoice("FA-2", "2026-10-31", "700.00"))
    )
    assert letters(lived, "2026-11-30")[1] == ("2026-11-05", "reminder_1")


# --- payment runs -----------------------------------------------------------------------------


def test_campagne_de_reglement_la_date_limite_suit_la_campagne_et_la_suite_s_enchaine() -> None:
    """Runs on the 10th and 25th: reminder of 5 Oct, deadline 13 Oct (10 Oct + 2), next 14 Oct."""
    who = debtor(Segment.LARGE, payment_run_days=(10, 25))
    lived = story(LARGE, who=who)
    assert letters(lived, "2026-10-14") == [
        ("2026-10-05", "reminder_1"),
        ("2026-10-14", "reminder_2"),
    ]
    assert lived.dossier.letters[0].deadline_on == day("2026-10-13")


def test_sans_campagne_connue_la_date_ordinaire_et_le_dossier_le_dit() -> None:
    lived = story(LARGE)
    lived.until("2026-10-05")
    assert lived.dossier.letters[0].deadline_on == day("2026-10-12")
    missing = missing_data(lived.dossier, LARGE, lived.today)
    assert "payment_run_days" in {one.datum for one in missing}


# --- segments ---------------------------------------------------------------------------------


def test_artisan_trois_jours_de_plus_le_meme_lecteur_le_signataire_s_eleve() -> None:
    days = [one.days for one in SOLE_TRADER.dunning]
    assert days == [10, 10, 10, 15]
    assert len({one.recipient for one in SOLE_TRADER.dunning}) == 1
    assert len({one.sender for one in SOLE_TRADER.dunning}) == 3


def test_association_le_tresorier_puis_le_president_chaque_annonce_est_suivie() -> None:
    assert [(one.recipient.value, one.announces) for one in ASSOCIATION.dunning] == [
        ("treasurer", Act.FOLLOW_UP),
        ("treasurer", Act.LETTER_TO_PRESIDENT),
        ("president", Act.FORMAL_NOTICE),
        ("president", Act.PAYMENT_ORDER),
    ]


def test_personne_publique_le_comptable_puis_la_tete_jamais_d_injonction() -> None:
    assert [(one.recipient.value, one.announces) for one in PUBLIC.dunning] == [
        ("usual", Act.FOLLOW_UP),
        ("usual", Act.LETTER_TO_PUBLIC_ACCOUNTANT),
        ("public_accountant", Act.LETTER_TO_HEAD_OF_BODY),
        ("head_of_body", Act.INTERIM_PAYMENT),
    ]


@pytest.mark.parametrize(
    ("sector", "days"),
    [(None, 30), ("mairie", 30), ("hôpital", 50), ("Hospital", 50), ("entreprise publique", 60)],
)
def test_l_echeance_publique_court_de_la_reception(sector: str | None, days: int) -> None:
    """CCP R2192-10 to -12: 30, 50 or 60 days after the request was received."""
    assert public_days(sector) == days
    received = invoice(due_on="2026-07-31", received_on=day("2026-07-20"))
    due_on = with_legal_term(received, Segment.PUBLIC, sector).due_on
    assert due_on == day("2026-07-20") + timedelta(days=days)


def test_l_echeance_publique_sans_jour_de_reception_est_celle_du_grand_livre() -> None:
    known = invoice(due_on="2026-07-31")
    assert with_legal_term(known, Segment.PUBLIC, None) == known
    lived = story(PUBLIC, known)
    missing = {one.datum for one in missing_data(lived.dossier, PUBLIC, lived.today)}
    assert {"received_on:FA-1", "sector"} <= missing


def test_une_echeance_plus_lointaine_du_grand_livre_reste() -> None:
    known = invoice(due_on="2026-10-31", received_on=day("2026-07-20"))
    assert with_legal_term(known, Segment.PUBLIC, None).due_on == day("2026-10-31")


# --- a former legal case ----------------------------------------------------------------------


def test_deja_passe_au_contentieux_une_seule_relance_puis_la_mise_en_demeure() -> None:
    """First course to the legal queue, closed; the next invoice: 25 Sept, D+2, deadline 5 days."""
    lived = story(SME, invoice("FA-0", "2026-05-31"), today="2026-06-01")
    lived.until("2026-07-20")
    assert lived.dossier.times_legal == 1
    lived.happens(e.HumanClosed(because="perte", by="Claire", waiver="abandon"))
    lived.today = day("2026-09-01")
    lived.happens(e.InvoiceOpened(because="grand livre", invoice=invoice("FA-1")))
    assert letters(lived, "2026-10-10")[-4:] == [
        ("2026-07-15", "HandedToLegal"),
        ("2026-09-25", "pre_due"),
        ("2026-10-02", "reminder_3"),
        ("2026-10-09", "formal_notice"),
    ]
    only = lived.dossier.letters[-2]
    assert (only.deadline_on, only.announces) == (day("2026-10-07"), Act.FORMAL_NOTICE)


def test_rouvert_par_un_humain_le_niveau_qu_il_nomme_existe_toujours() -> None:
    lived = story(SME)
    lived.until("2026-11-13")
    lived.happens(
        e.HumanReopened(
            because="accord verbal",
            by="Claire",
            next_step="reminder_2",
            not_before=day("2026-11-20"),
        )
    )
    assert letters(lived, "2026-12-02")[-2:] == [
        ("2026-11-20", "reminder_2"),
        ("2026-11-30", "reminder_3"),
    ]


# --- limitation -------------------------------------------------------------------------------


def limited(due_on: str, timeline: Timeline = CONSUMER, **changes: object) -> Story:
    old = invoice("FA-OLD", due_on, issued_on=day(due_on), **changes)
    return story(timeline, old, today="2026-09-01")


def test_prescription_a_six_mois_un_humain_est_prevenu_et_la_suite_continue() -> None:
    """Due 1 Feb 2025 by a consumer: it dies on 1 Feb 2027, 153 days after 1 Sept 2026."""
    told = limited("2025-02-01").until("2026-09-02")
    assert told == [("2026-09-01", "TaskOpened"), ("2026-09-01", "reminder_1")]


def test_prescription_a_soixante_jours_un_humain_decide_une_fois() -> None:
    lived = limited("2024-10-15")
    assert lived.until("2026-09-02") == [
        ("2026-09-01", "TaskOpened"),
        ("2026-09-01", "ReviewAsked"),
    ]
    assert lived.dossier.review_reasons[0].reason == "limitation_near"
    lived.happens(
        e.HumanResumed(
            because="vu", by="Claire", next_step="reminder_1", not_before=day("2026-09-04")
        )
    )
    assert lived.until("2026-09-04")[-1] == ("2026-09-04", "reminder_1")


def test_une_creance_prescrite_quitte_la_chronologie_le_reste_continue() -> None:
    """One invoice died on 10 Aug 2026: a human is told once, and it is demanded no more."""
    lived = limited("2024-08-10")
    lived.happens(
        e.InvoiceOpened(because="grand livre", invoice=invoice("FA-NEW", "2026-08-20", "90.00"))
    )
    lived.until("2026-09-02")
    assert lived.dossier.review_reasons[0].reason == "limitation_over"
    lived.happens(
        e.HumanResumed(
            because="vu", by="Claire", next_step="reminder_1", not_before=day("2026-09-03")
        )
    )
    lived.until("2026-12-31")
    listed = {number for letter in lived.dossier.letters for number in letter.invoices}
    assert listed == {"FA-NEW"}
    assert lived.dossier.legal is not None


# --- calls, posted letters and big amounts ----------------------------------------------------


def test_un_appel_manque_est_saute_avec_une_ligne_au_journal() -> None:
    told = story(CALLED).until("2026-10-30")
    assert told == [
        ("2026-10-05", "reminder_1"),
        ("2026-10-13", "TaskOpened"),
        ("2026-10-17", "TaskSkipped"),
        ("2026-10-19", "reminder_2"),
        ("2026-10-27", "reminder_3"),
    ]


def test_un_appel_passe_la_lettre_suivante_vient_cinq_jours_ouvres_apres_lui() -> None:
    lived = story(CALLED)
    lived.until("2026-10-13")
    lived.happens(
        e.CallLogged(
            because="appel", by="Claire", on=day("2026-10-14"), with_whom="compta", said="promis"
        ),
        e.TaskDone(because="fait", by="Claire", task="call:1/call_1"),
    )
    assert letters(lived, "2026-10-21")[-1] == ("2026-10-21", "reminder_2")


def test_un_appel_n_a_plus_d_objet_quand_le_debiteur_promet_ou_paie() -> None:
    lived = story(LARGE, invoice(amount="12000.00"))
    lived.until("2026-10-13")
    assert [task.task for task in lived.dossier.tasks] == ["call:1/reminder_2"]
    lived.happens(*paid(lived.dossier.open_invoices[0], "12000.00", "2026-10-14"))
    lived.until("2026-10-14")
    assert lived.dossier.tasks == ()


def test_un_recommande_a_poster_n_est_jamais_saute() -> None:
    """The notice is on a big amount: registered by default; months later it still waits."""
    lived = story(replace(SME, notice_form_by_amount=True), invoice(amount="12000.00"))
    lived.until("2027-03-01")
    assert [task.task for task in lived.dossier.tasks] == ["post:1/formal_notice/1"]
    assert lived.dossier.letters[-1].level == "reminder_3"
    lived.happens(
        e.PostingRecorded(
            because="déposée",
            by="Claire",
            step=StepKey(course=1, name="formal_notice"),
            posted_on=day("2027-03-02"),
            number="2C",
        )
    )
    assert lived.until("2027-03-02")[-1] == ("2027-03-02", "formal_notice")


def test_une_mise_en_demeure_annoncee_en_recommande_le_reste_apres_un_acompte() -> None:
    lived = story(replace(SME, notice_form_by_amount=True), invoice(amount="12000.00"))
    lived.until("2026-10-21")
    lived.happens(*paid(lived.dossier.open_invoices[0], "11000.00", "2026-10-22"))
    lived.until("2026-10-30")
    assert [task.task for task in lived.dossier.tasks] == ["post:1/formal_notice/1"]


def test_un_recommande_deja_poste_n_est_pas_suivi_d_un_simple_courriel() -> None:
    """Corrected to over the big amount, posted, then paid in part: the copy says that it is one."""
    lived = story(replace(SME, notice_form_by_amount=True), invoice(amount="9000.00"))
    lived.until("2026-10-21")
    lived.happens(e.InvoiceChanged(because="", invoice=invoice(amount="13000.00")))
    lived.until("2026-10-29")
    assert [task.task for task in lived.dossier.tasks] == ["post:1/formal_notice/1"]
    notice = lived.now.level("formal_notice")
    assert notice is not None
    assert notice.form is Form.REGISTERED_LETTER
    posted = e.PostingRecorded(
        because="déposée",
        by="Claire",
        step=StepKey(course=1, name="formal_notice"),
        posted_on=day("2026-10-30"),
        number="2C",
    )
    lived.happens(posted, *paid(lived.dossier.open_invoices[0], "5000.00", "2026-10-30"))
    step = due(lived.dossier, lived.now, today=day("2026-10-30"))
    assert isinstance(step, LetterStep)
    assert step.level is not None
    assert step.level.form is Form.REGISTERED_LETTER


def test_jusqu_au_gros_montant_la_mise_en_demeure_part_par_courriel() -> None:
    lived = story(replace(SME, notice_form_by_amount=True), invoice(amount="9000.00"))
    assert letters(lived, "2026-10-30")[-1] == ("2026-10-29", "formal_notice")


# --- data that are missing --------------------------------------------------------------------


@pytest.mark.parametrize("timeline", list(TIMELINES.values()), ids=lambda one: one.segment)
def test_le_dossier_dit_quelle_donnee_manque(timeline: Timeline) -> None:
    lived = story(timeline, contacts=())
    missing = {one.datum for one in missing_data(lived.dossier, timeline, lived.today)}
    assert "payment_history" in missing
    assert "postcode" in missing


def test_une_donnee_connue_ne_manque_plus() -> None:
    who = debtor(Segment.SME, postcode="56100", trader=True, sector="bois")
    lived = story(SME, who=who)
    lived.happens(past(0, 0, 9, 9, 0, 0))
    assert missing_data(lived.dossier, SME, lived.today) == ()


def test_un_dossier_solde_ne_manque_de_rien() -> None:
    lived = story(SME)
    lived.happens(*paid(lived.dossier.open_invoices[0], "1500.00", "2026-09-02"))
    assert missing_data(lived.dossier, SME, lived.today) == ()


def test_sans_rien_savoir_la_chronologie_est_celle_du_segment() -> None:
    lived = story(SME)
    assert adapted(SME, lived.dossier) is SME
    assert lived.dossier.owed == Decimal("1500.00")
