"""Courts as they are printed, acts as they are permitted, deadlines as they run."""

from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.dossier.values import Debtor, DebtorId
from relance_mailer.law.deadlines import (
    LegalStep,
    after_objection,
    enforceable_from,
    fee_deadline,
    late_filing_deadline,
    objection_deadline,
    proof_of_claim_deadline,
    reclaim_deadline,
    running,
    service_deadline,
)
from relance_mailer.law.routes import (
    Act,
    CourtKind,
    Road,
    court_of,
    of_city,
    ways_closed,
    ways_open,
    why_closed,
)
from relance_mailer.words import Segment


def debtor(segment: Segment = Segment.SME, **known: object) -> Debtor:
    return Debtor(debtor_id=DebtorId("C1"), name="Dupont", segment=segment, **known)  # type: ignore[arg-type]


SEAT = "devant le tribunal de commerce dans le ressort duquel se trouve votre siège"
UNKNOWN_PLACE = "devant le tribunal compétent dans le ressort duquel se trouve votre"

# Story, debtor, kind, printed, missing.
COURTS = (
    ("société, siège inconnu", debtor(), CourtKind.COMMERCIAL, SEAT, ("court",)),
    ("commerçant", debtor(Segment.SOLE_TRADER, trader=True), CourtKind.COMMERCIAL,
     SEAT.replace("siège", "établissement"), ("court",)),
    ("profession libérale", debtor(Segment.SOLE_TRADER, trader=False), CourtKind.CIVIL,
     "devant le tribunal judiciaire dans le ressort duquel se trouve votre établissement",
     ("court",)),
    ("indépendant, commerçant ou non : on ne sait pas", debtor(Segment.SOLE_TRADER),
     CourtKind.UNKNOWN, f"{UNKNOWN_PLACE} établissement", ("trader", "court")),
    ("société civile", debtor(trader=False), CourtKind.CIVIL,
     "devant le tribunal judiciaire dans le ressort duquel se trouve votre siège", ("court",)),
    ("Strasbourg", debtor(postcode="67000"), CourtKind.COMMERCIAL_CHAMBER,
     "devant la chambre commerciale du tribunal judiciaire dans le ressort de laquelle se trouve"
     " votre siège", ("court",)),
    ("consommateur de Metz", debtor(Segment.CONSUMER, postcode="57000"), CourtKind.CIVIL,
     "devant le tribunal judiciaire dans le ressort duquel se trouve votre domicile", ("court",)),
    ("association", debtor(Segment.ASSOCIATION), CourtKind.CIVIL,
     "devant le tribunal judiciaire dans le ressort duquel se trouve votre siège", ("court",)),
    ("commune", debtor(Segment.PUBLIC), CourtKind.ADMINISTRATIVE,
     "devant le tribunal administratif territorialement compétent", ("court",)),
    ("à l'étranger", debtor(country="BE"), CourtKind.UNKNOWN, f"{UNKNOWN_PLACE} siège",
     ("country", "court")),
    ("ville donnée", debtor(court="Le Mans"), CourtKind.COMMERCIAL,
     "devant le tribunal de commerce du Mans", ()),
    ("nom donné", debtor(court="Tribunal des activités économiques de Lyon"),
     CourtKind.COMMERCIAL, "devant le tribunal des activités économiques de Lyon", ()),
    ("chambre donnée", debtor(court="Chambre commerciale du TJ de Colmar", postcode="68000"),
     CourtKind.COMMERCIAL_CHAMBER, "devant la chambre commerciale du TJ de Colmar", ()),
)  # fmt: skip


@pytest.mark.parametrize(
    "story, owing, kind, printed, missing", COURTS, ids=[case[0] for case in COURTS]
)
def test_le_tribunal(
    story: str, owing: Debtor, kind: CourtKind, printed: str, missing: tuple[str, ...]
) -> None:
    court = court_of(owing)
    assert (court.kind, court.printed, court.missing) == (kind, printed, missing)


def test_une_société_est_tenue_pour_commerçante_et_l_hypothèse_est_dite() -> None:
    assert court_of(debtor()).assumed
    assert not court_of(debtor(trader=True)).assumed


@pytest.mark.parametrize(
    "city, printed",
    [
        ("Lyon", "de Lyon"),
        ("Évry", "d'Évry"),
        ("Le Havre", "du Havre"),
        ("La Rochelle", "de La Rochelle"),
        ("Les Sables-d'Olonne", "des Sables-d'Olonne"),
        ("Angers", "d'Angers"),
    ],
)
def test_la_ville_après_de(city: str, printed: str) -> None:
    assert of_city(city) == printed


BUSINESS = frozenset({Segment.LARGE, Segment.SME, Segment.SOLE_TRADER})
EVERYBODY = frozenset(Segment)
OPEN_TO = {
    Act.FOLLOW_UP: EVERYBODY,
    Act.INTEREST_AND_FEE: BUSINESS | {Segment.PUBLIC},
    Act.FORMAL_NOTICE: EVERYBODY,
    Act.PAYMENT_ORDER: EVERYBODY - {Segment.PUBLIC},
    Act.OFFICER_OR_COURT: frozenset({Segment.CONSUMER}),
    Act.LETTER_TO_PRESIDENT: frozenset({Segment.ASSOCIATION}),
    Act.LETTER_TO_PUBLIC_ACCOUNTANT: frozenset({Segment.PUBLIC}),
    Act.LETTER_TO_HEAD_OF_BODY: frozenset({Segment.PUBLIC}),
    Act.INTERIM_PAYMENT: frozenset({Segment.PUBLIC}),
}


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("segment", Segment)
def test_ce_qui_peut_être_annoncé_et_à_qui(act: Act, segment: Segment) -> None:
    because = why_closed(act, segment)
    assert (because is None) is (segment in OPEN_TO[act])
    if because is not None:
        assert any(mark in because for mark in ("L", "R", "D")), because
        assert any(sign.isdigit() for sign in because), because


def test_une_association_qui_commerce_répond_des_intérêts() -> None:
    assert why_closed(Act.INTEREST_AND_FEE, Segment.ASSOCIATION, economic=True) is None
    assert why_closed(Act.INTEREST_AND_FEE, Segment.CONSUMER, economic=True) is not None


def test_les_voies_ouvertes() -> None:
    def roads(owing: Debtor, claimed: str) -> list[Road]:
        return [way.road for way in ways_open(owing, Decimal(claimed))]

    assert roads(debtor(Segment.PUBLIC), "900.00") == [Road.ADMINISTRATIVE_INTERIM]
    assert roads(debtor(trader=True), "5000.00") == [
        Road.PAYMENT_ORDER,
        Road.SMALL_CLAIM,
        Road.OFFICER_UNCONTESTED,
        Road.INTERIM_PAYMENT,
        Road.SUMMONS,
    ]
    assert Road.SMALL_CLAIM not in roads(debtor(trader=True), "5000.01")
    assert Road.OFFICER_UNCONTESTED not in roads(debtor(Segment.CONSUMER), "100.00")


def test_les_voies_disent_ce_qu_il_faut_savoir() -> None:
    order, *_ = ways_open(debtor(trader=True), Decimal("10000.01"))
    assert any("avocat" in warning for warning in order.warnings)
    *_, summons = ways_open(debtor(Segment.CONSUMER), Decimal("800.00"))
    assert any("750-1" in warning for warning in summons.warnings)
    officer = next(
        way
        for way in ways_open(debtor(trader=True), Decimal("9000.00"))
        if way.road is Road.OFFICER_UNCONTESTED
    )
    assert officer.needs_confirmation


@pytest.mark.parametrize(
    "order_on, until",
    [
        (date(2026, 8, 28), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 9, 1), date(2026, 12, 1)),
        (date(2026, 9, 2), date(2026, 12, 2)),
    ],
)
def test_l_ordonnance_à_signifier_sous_trois_ou_six_mois(order_on: date, until: date) -> None:
    assert service_deadline(order_on).on == until


def test_un_délai_qui_tombe_un_dimanche_n_est_pas_prolongé_mais_le_report_est_montré() -> None:
    found = service_deadline(date(2026, 8, 28))
    assert (found.on, found.extended_to) == (date(2027, 2, 28), date(2027, 3, 1))


def test_les_autres_délais() -> None:
    assert objection_deadline(date(2026, 10, 5)).on == date(2026, 11, 5)
    assert fee_deadline(date(2026, 10, 5)).on == date(2026, 10, 20)
    assert enforceable_from(date(2026, 9, 2), date(2026, 10, 5)) == date(2026, 12, 5)
    assert enforceable_from(date(2026, 8, 2), date(2026, 10, 5)) is None
    assert "1425" in after_objection(date(2026, 10, 5), CourtKind.COMMERCIAL).article
    assert "1418" in after_objection(date(2026, 10, 5), CourtKind.CIVIL).article
    assert after_objection(date(2026, 10, 5), CourtKind.CIVIL).on == date(2026, 10, 20)


def test_la_déclaration_de_créance_court_de_la_publication() -> None:
    published_on = date(2026, 9, 25)
    assert proof_of_claim_deadline(published_on).on == date(2026, 11, 25)
    assert proof_of_claim_deadline(published_on, metropolitan=False).on == date(2027, 1, 25)
    assert late_filing_deadline(published_on).on == date(2027, 3, 25)
    assert reclaim_deadline(published_on).on == date(2026, 12, 25)


# Story, steps, what still runs.
RUNNING = (
    ("rien n'est fait", (), ()),
    ("requête déposée", ((LegalStep.PETITION_FILED, date(2026, 10, 1)),), (date(2026, 10, 16),)),
    ("ordonnance rendue", ((LegalStep.PETITION_FILED, date(2026, 10, 1)),
                           (LegalStep.ORDER_ISSUED, date(2026, 10, 10))), (date(2027, 1, 10),)),
    ("signifiée", ((LegalStep.ORDER_ISSUED, date(2026, 10, 10)),
                   (LegalStep.ORDER_SERVED, date(2026, 10, 20))), (date(2026, 11, 20),)),
    ("titre obtenu", ((LegalStep.ORDER_SERVED, date(2026, 10, 20)),
                      (LegalStep.TITLE_OBTAINED, date(2026, 11, 25))), ()),
    ("signifiée à domicile : le mois n'a pas commencé",
     ((LegalStep.ORDER_SERVED_OTHERWISE, date(2026, 10, 20)),), ()),
    ("puis saisie", ((LegalStep.ORDER_SERVED_OTHERWISE, date(2026, 10, 20)),
                     (LegalStep.SEIZURE, date(2026, 11, 3))), (date(2026, 12, 3),)),
    ("opposition", ((LegalStep.ORDER_ISSUED, date(2026, 10, 10)),
                    (LegalStep.ORDER_SERVED, date(2026, 10, 20)),
                    (LegalStep.OBJECTION_RECEIVED, date(2026, 11, 2))), (date(2026, 11, 17),)),
    ("liquidation au milieu", ((LegalStep.ORDER_ISSUED, date(2026, 10, 10)),
                               (LegalStep.INSOLVENCY_OPENED, date(2026, 10, 12)),
                               (LegalStep.BODACC_PUBLISHED, date(2026, 10, 20))),
     (date(2026, 12, 20),)),
    ("créance déclarée", ((LegalStep.BODACC_PUBLISHED, date(2026, 10, 20)),
                          (LegalStep.CLAIM_DECLARED, date(2026, 11, 2))), ()),
    ("étape d'un autre temps", (("autre", date(2026, 10, 1)),), ()),
)  # fmt: skip


@pytest.mark.parametrize("story, steps, until", RUNNING, ids=[case[0] for case in RUNNING])
def test_ce_qui_court_encore(
    story: str, steps: tuple[tuple[str, date], ...], until: tuple[date, ...]
) -> None:
    assert tuple(deadline.on for deadline in running(steps)) == until


def test_une_déclaration_tardive_laisse_place_au_relevé_de_forclusion() -> None:
    steps = ((LegalStep.BODACC_PUBLISHED, date(2026, 9, 25)),)
    assert [one.on for one in running(steps, today=date(2026, 11, 25))] == [date(2026, 11, 25)]
    late = running(steps, today=date(2026, 11, 26))
    assert [(one.on, one.article) for one in late] == [(date(2027, 3, 25), "C. com. L622-26")]


def test_devant_le_tribunal_judiciaire_la_requête_est_gratuite() -> None:
    filed = ((LegalStep.PETITION_FILED, date(2026, 10, 1)),)
    assert running(filed, CourtKind.CIVIL) == ()


@pytest.mark.parametrize("segment", Segment)
@pytest.mark.parametrize("trader", [True, False, None])
@pytest.mark.parametrize("claimed", ["900.00", "5000.01", "12000.00"])
def test_toute_voie_est_ouverte_ou_fermée_par_un_article(
    segment: Segment, trader: bool | None, claimed: str
) -> None:
    owing = debtor(segment, trader=trader)
    opened = {way.road for way in ways_open(owing, Decimal(claimed))}
    closed = dict(ways_closed(owing, Decimal(claimed)))
    assert opened | set(closed) == set(Road)
    assert not opened & set(closed)
    assert all(any(sign.isdigit() for sign in because) for because in closed.values())


def test_qui_ferme_quelle_voie() -> None:
    public = dict(ways_closed(debtor(Segment.PUBLIC), Decimal("900.00")))
    assert "CGPPP L2311-1" in public[Road.PAYMENT_ORDER]
    liberal = dict(ways_closed(debtor(trader=False), Decimal("6000.00")))
    assert "L126-1" in liberal[Road.OFFICER_UNCONTESTED]
    assert "R125-1" in liberal[Road.SMALL_CLAIM]
    assert "R541-1" in liberal[Road.ADMINISTRATIVE_INTERIM]
    insolvent = dict(ways_closed(debtor(trader=True), Decimal("900.00"), insolvent=True))
    assert Road.PROOF_OF_CLAIM not in insolvent
    assert set(insolvent) == set(Road) - {Road.PROOF_OF_CLAIM}
    assert all("L622-21" in because for because in insolvent.values())
