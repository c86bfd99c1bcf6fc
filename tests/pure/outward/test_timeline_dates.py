"""The dated examples of the method, and what moves a date."""

from dataclasses import replace
from datetime import date

import pytest

from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import StepKey
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.timeline import letter_dates
from relance_mailer.workdays import Zone
from values.stories import day, debtor, invoice, story
from values.timelines import ASSOCIATION, CONSUMER, LARGE, POSTED, PUBLIC, SME, SOLE_TRADER


def test_entreprise_silencieuse_du_30_septembre() -> None:
    told = story(SME).until("2026-12-01")
    assert told == [
        ("2026-10-05", "reminder_1"),
        ("2026-10-13", "reminder_2"),
        ("2026-10-21", "reminder_3"),
        ("2026-10-29", "formal_notice"),
        ("2026-11-12", "HandedToLegal"),
    ]


def test_entreprise_silencieuse_dates_limites() -> None:
    lived = story(SME)
    lived.until("2026-12-01")
    deadlines = [letter.deadline_on for letter in lived.dossier.letters]
    assert deadlines == [
        day("2026-10-12"),
        day("2026-10-20"),
        day("2026-10-28"),
        day("2026-11-10"),
    ]


def test_consommateur_silencieux_du_30_septembre() -> None:
    assert story(CONSUMER).until("2026-12-01") == [
        ("2026-10-08", "reminder_1"),
        ("2026-10-20", "reminder_2"),
        ("2026-11-02", "formal_notice"),
        ("2026-11-18", "HandedToLegal"),
    ]


@pytest.mark.parametrize(
    ("timeline", "expected"),
    [
        pytest.param(
            SOLE_TRADER,
            [
                ("2026-10-05", "reminder_1"),
                ("2026-10-16", "reminder_2"),
                ("2026-10-27", "reminder_3"),
                ("2026-11-09", "formal_notice"),
                ("2026-11-25", "HandedToLegal"),
            ],
            id="entrepreneur individuel, trois jours de plus",
        ),
        pytest.param(
            ASSOCIATION,
            [
                ("2026-10-05", "TaskOpened"),
                ("2026-10-05", "reminder_1"),
                ("2026-10-20", "reminder_2"),
                ("2026-11-03", "TaskOpened"),
                ("2026-11-03", "reminder_3"),
                ("2026-11-17", "formal_notice"),
                ("2026-12-07", "HandedToLegal"),
            ],
            id="association, cinq jours de plus, le trésorier puis le président",
        ),
        pytest.param(
            PUBLIC,
            [
                ("2026-10-05", "reminder_1"),
                ("2026-10-13", "reminder_2"),
                ("2026-10-21", "TaskOpened"),
                ("2026-10-21", "reminder_3"),
                ("2026-10-29", "TaskOpened"),
                ("2026-10-29", "formal_notice"),
                ("2026-11-12", "HandedToLegal"),
            ],
            id="personne publique, le comptable public puis la tête de l'organisme",
        ),
    ],
)
def test_chaque_segment_a_sa_chronologie(
    timeline: Timeline, expected: list[tuple[str, str]]
) -> None:
    assert story(timeline).until("2026-12-08") == expected


def test_alsace_moselle_saute_le_vendredi_saint() -> None:
    level = SME.levels[1]
    assert letter_dates(level, day("2027-03-19"), SME, Zone.FRANCE) == (
        day("2027-03-26"),
        day("2027-03-30"),
    )
    assert letter_dates(level, day("2027-03-19"), SME, Zone.ALSACE_MOSELLE) == (
        day("2027-03-30"),
        day("2027-03-31"),
    )


def test_les_jours_de_fermeture_du_creancier_repoussent_la_date_limite() -> None:
    closed = replace(SME, closed_days=frozenset({day("2026-10-12"), day("2026-10-13")}))
    assert letter_dates(closed.levels[1], day("2026-10-05"), closed, Zone.FRANCE) == (
        day("2026-10-14"),
        day("2026-10-15"),
    )


@pytest.mark.parametrize(
    ("run_days", "deadline"),
    [
        ((), "2026-10-12"),
        ((10, 25), "2026-10-13"),
        ((31,), "2026-11-03"),
        ((5,), "2026-11-09"),
    ],
)
def test_la_date_limite_suit_la_campagne_de_reglement(
    run_days: tuple[int, ...], deadline: str
) -> None:
    timeline = replace(LARGE, run_days=run_days)
    found = letter_dates(timeline.dunning[0], day("2026-10-05"), timeline, Zone.FRANCE)
    assert found[0] == day(deadline)


def test_pre_due_n_a_pas_de_date_limite() -> None:
    assert letter_dates(SME.levels[0], day("2026-09-25"), SME, Zone.FRANCE) == (None, None)


def test_montant_important_contact_avant_echeance_puis_appel() -> None:
    told = story(LARGE, invoice(amount="12000.00")).until("2026-10-31")
    assert told == [
        ("2026-09-25", "pre_due"),
        ("2026-10-05", "reminder_1"),
        ("2026-10-13", "reminder_2"),
        ("2026-10-13", "TaskOpened"),
        ("2026-10-15", "TaskSkipped"),  # nobody called by the 14th: the journal says so (§5)
        ("2026-10-21", "reminder_3"),
        ("2026-10-29", "formal_notice"),
    ]


def test_montant_important_en_deux_factures() -> None:
    both = (
        invoice("FA-1", "2026-09-30", "6000.00"),
        invoice("FA-2", "2026-10-02", "6000.00"),
    )
    assert story(LARGE, *both).until("2026-09-30") == [("2026-09-28", "pre_due")]


def test_apres_une_panne_aucun_niveau_saute_ni_rafale() -> None:
    lived = story(SME, today="2026-11-16")
    assert lived.until("2027-01-15") == [
        ("2026-11-16", "reminder_1"),
        ("2026-11-24", "reminder_2"),
        ("2026-12-02", "reminder_3"),
        ("2026-12-10", "formal_notice"),
        ("2026-12-23", "HandedToLegal"),
    ]


def test_panne_au_milieu_les_dates_repartent_de_la_lettre_partie() -> None:
    lived = story(SME)
    lived.until("2026-10-06")
    lived.today = day("2026-10-23")
    told = lived.until("2026-11-05")
    assert told[1:] == [("2026-10-23", "reminder_2"), ("2026-11-02", "reminder_3")]


def test_nouvelle_facture_rejoint_la_lettre_suivante_mais_pas_la_mise_en_demeure() -> None:
    lived = story(SME, invoice("FA-1"))
    lived.until("2026-10-21")
    lived.happens(e.InvoiceOpened(because="", invoice=invoice("FA-2", "2026-10-23", "700.00")))
    lived.until("2026-12-01")
    listed = {letter.level: letter.invoices for letter in lived.dossier.letters}
    assert listed["reminder_3"] == ("FA-1",)
    assert listed["formal_notice"] == ("FA-1",)
    assert lived.dossier.legal is not None


def test_lettre_a_poster_attend_la_saisie_du_depot() -> None:
    lived = story(POSTED)
    told = lived.until("2026-11-19")
    # Three business days to post it; then the journal says that it waits, once.
    assert told[-2:] == [("2026-10-29", "TaskOpened"), ("2026-11-04", "LetterDelayed")]
    task = lived.dossier.tasks[-1]
    assert (task.task, task.due_on) == ("post:1/formal_notice/1", day("2026-11-03"))
    lived.happens(
        e.PostingRecorded(
            because="déposée",
            by="Claire",
            step=StepKey(course=1, name="formal_notice"),
            posted_on=lived.today,
            number="2C 123",
        )
    )
    assert lived.until("2026-12-31")[-2:] == [
        ("2026-11-20", "formal_notice"),
        ("2026-12-03", "HandedToLegal"),
    ]


def test_petit_montant_seul_finit_en_examen_sans_lettre() -> None:
    lived = story(SME, invoice(amount="18.00"))
    assert lived.until("2026-12-31") == [("2026-11-12", "ReviewAsked")]
    assert lived.dossier.review_reasons[0].reason == "write_off_or_group"


def test_petit_montant_part_avec_une_autre_facture() -> None:
    lived = story(
        SME, invoice("FA-1", amount="18.00"), invoice("FA-2", "2026-10-15", amount="18.00")
    )
    lived.until("2026-10-16")
    assert lived.dossier.letters[0].invoices == ("FA-1", "FA-2")


def test_role_manquant_ouvre_une_tache_sans_retarder() -> None:
    lived = story(SME, contacts=())
    told = lived.until("2026-10-22")
    assert told == [
        ("2026-10-05", "reminder_1"),
        ("2026-10-13", "TaskOpened"),
        ("2026-10-13", "reminder_2"),
        ("2026-10-21", "TaskOpened"),
        ("2026-10-21", "reminder_3"),
    ]
    assert [task.what for task in lived.dossier.tasks] == [
        "Trouver le directeur financier : nom et adresse",
    ]


@pytest.mark.parametrize("timeline", [SOLE_TRADER, CONSUMER], ids=["artisan", "particulier"])
def test_qui_est_seul_n_a_pas_d_autre_lecteur_a_trouver(timeline: Timeline) -> None:
    lived = story(timeline, contacts=())
    assert "TaskOpened" not in [what for _, what in lived.until("2026-11-20")]


def test_un_lecteur_plus_haut_deja_cherche_suffit() -> None:
    lived = story(SME, contacts=())
    lived.until("2026-10-06")
    lived.happens(
        e.TaskOpened(because="", task="find:cfo", what="Trouver", due_on=lived.today),
    )
    lived.until("2026-10-22")
    assert [task.task for task in lived.dossier.tasks] == ["find:cfo"]


def test_zone_du_debiteur_par_son_code_postal() -> None:
    who = debtor(postcode="67000")
    lived = story(SME, invoice(due_on="2027-03-21"), today="2027-03-01", who=who)
    assert lived.until("2027-03-30")[0] == ("2027-03-30", "reminder_1")
    assert date(2027, 3, 26).weekday() == 4
