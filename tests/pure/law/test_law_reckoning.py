"""What is owed on a day: the worked examples E1–E10 of the domain guide, and the edges."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.dossier.values import Invoice, InvoiceNumber
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.law.reckoning import (
    Flag,
    Imputation,
    Part,
    Payment,
    Reckoning,
    Regime,
    Terms,
    account,
    exact,
    reckon,
    reckon_by,
)
from relance_mailer.words import Segment


def invoice(amount: str, due_on: date, *, paid: str = "0.00", credited: str = "0.00") -> Invoice:
    return Invoice(
        number=InvoiceNumber("F-1"),
        issued_on=due_on - timedelta(days=30),
        due_on=due_on,
        amount=Decimal(amount),
        paid=Decimal(paid),
        credited=Decimal(credited),
    )


def paid(on: date, amount: str) -> Payment:
    return Payment(paid_on=on, amount=Decimal(amount))


def runs(reckoning: Reckoning) -> list[tuple[int, str]]:
    return [(part.days, str(part.rate)) for part in reckoning.parts]


def test_e1_un_semestre() -> None:
    done = reckon(invoice("1500.00", date(2026, 7, 31)), segment=Segment.SME, on=date(2026, 10, 15))
    assert runs(done) == [(76, "12.40")]
    assert (done.interest, done.fee) == (Decimal("38.73"), Decimal("40.00"))
    assert done.total == Decimal("1578.73")
    assert done.rate == "12,40\u00a0% (2e semestre 2026)"
    assert "L441-10" in done.ground


def test_e2_payée_en_retard_à_cheval_sur_l_année() -> None:
    done = reckon(
        invoice("12000.00", date(2025, 11, 30), paid="12000.00"),
        segment=Segment.SME,
        on=date(2026, 6, 1),
        payments=[paid(date(2026, 2, 28), "12000.00")],
    )
    assert runs(done) == [(31, "12.15"), (59, "12.15")]
    assert [part.amount for part in done.parts] == [Decimal("123.8301"), Decimal("235.6767")]
    assert done.interest == Decimal("359.51")
    assert done.principal == 0


def test_e3_quatre_semestres() -> None:
    done = reckon(
        invoice("12000.00", date(2025, 5, 31)), segment=Segment.LARGE, on=date(2026, 9, 30)
    )
    assert runs(done) == [(30, "13.15"), (184, "12.15"), (181, "12.15"), (92, "12.40")]
    assert [str(part.amount) for part in done.parts] == [
        "129.6986",
        "734.9918",
        "723.0082",
        "375.0575",
    ]
    assert done.interest == Decimal("1962.76")
    assert done.rate == (
        "13,15\u00a0% (1er semestre 2025), "
        "12,15\u00a0% (2e semestre 2025 et 1er semestre 2026), "
        "12,40\u00a0% (2e semestre 2026)"
    )


def test_e4_année_bissextile_toujours_divisée_par_365() -> None:
    done = reckon(
        invoice("10000.00", date(2023, 12, 15)),
        segment=Segment.SOLE_TRADER,
        on=date(2024, 3, 31),
        payments=[paid(date(2024, 3, 15), "10000.00")],
    )
    assert runs(done) == [(16, "14.00"), (75, "14.50")]
    assert done.interest == Decimal("359.32")


def test_e5_le_premier_jour_du_semestre_porte_le_nouveau_taux() -> None:
    done = reckon(
        invoice("3000.00", date(2026, 6, 30)),
        segment=Segment.SME,
        on=date(2026, 7, 1),
        payments=[paid(date(2026, 7, 1), "3000.00")],
    )
    assert runs(done) == [(1, "12.40")]
    assert done.interest == Decimal("1.02")


def test_e6_un_acheteur_public_doit_un_taux_gelé() -> None:
    done = reckon(
        invoice("20000.00", date(2025, 6, 20)),
        segment=Segment.PUBLIC,
        on=date(2025, 12, 1),
        payments=[paid(date(2025, 9, 10), "20000.00")],
    )
    assert runs(done) == [(82, "11.15")]
    assert done.interest == Decimal("500.99")
    assert done.fee == Decimal("40.00")
    assert "R2192-31" in done.ground


def test_e7_un_consommateur_doit_l_intérêt_légal_depuis_la_mise_en_demeure() -> None:
    done = reckon(
        invoice("800.00", date(2026, 1, 31)),
        segment=Segment.CONSUMER,
        on=date(2026, 9, 10),
        formal_notice_on=date(2026, 3, 10),
    )
    assert runs(done) == [(112, "2.62"), (72, "2.75")]
    assert [str(part.amount) for part in done.parts] == ["6.4316", "4.3397"]
    assert (done.interest, done.fee) == (Decimal("10.77"), Decimal("0.00"))


def test_e8_acompte_imputé_selon_le_grand_livre() -> None:
    done = reckon(
        invoice("5000.00", date(2026, 6, 30), paid="2000.00"),
        segment=Segment.SME,
        on=date(2026, 9, 30),
        payments=[paid(date(2026, 8, 15), "2000.00")],
    )
    assert (done.interest, done.principal) == (Decimal("125.02"), Decimal("3000.00"))
    assert done.imputation is Imputation.LEDGER
    assert done.flags == frozenset()


def test_e8_acompte_imputé_selon_la_loi_intérêts_d_abord() -> None:
    done = reckon_by(
        Terms(segment=Segment.SME, imputation=Imputation.LEGAL),
        invoice("5000.00", date(2026, 6, 30), paid="2000.00"),
        on=date(2026, 9, 30),
        payments=[paid(date(2026, 8, 15), "2000.00")],
    )
    assert done.interest_paid == Decimal("78.14")
    assert done.principal == Decimal("3078.14")
    assert done.interest == Decimal("48.10")


def test_e9_un_taux_convenu_sous_le_plancher_est_compté_et_signalé() -> None:
    done = reckon(
        invoice("10000.00", date(2024, 6, 30)),
        segment=Segment.SME,
        agreed_rate=Decimal("14"),
        on=date(2024, 12, 31),
    )
    assert runs(done) == [(184, "14")]
    assert done.interest == Decimal("705.75")
    assert done.flags == {Flag.RATE_BELOW_FLOOR}
    assert done.floor_interest == Decimal("744.07")


def test_e10_quarante_euros_par_facture_et_une_seule_fois() -> None:
    late = invoice("100.00", date(2026, 8, 31))
    in_parts = reckon(
        late,
        segment=Segment.SME,
        on=date(2026, 10, 15),
        payments=[paid(date(2026, 9, 15), "50.00"), paid(date(2026, 10, 1), "50.00")],
    )
    others = [reckon(late, segment=Segment.SME, on=date(2026, 10, 15)) for _ in range(2)]
    assert account([in_parts, *others]).fee == Decimal("120.00")


AUGUST = date(2026, 8, 1)
# Story, segment, economic, due, expected regime, interest runs, fee; reckoned on 30 September.
EDGES = (
    ("pas échue", Segment.SME, False, date(2026, 9, 30), Regime.B2B_DEFAULT, False, 0),
    ("le lendemain", Segment.SME, False, date(2026, 9, 29), Regime.B2B_DEFAULT, True, 40),
    ("association", Segment.ASSOCIATION, False, AUGUST, Regime.NONE, False, 0),
    ("association commerçante", Segment.ASSOCIATION, True, AUGUST, Regime.B2B_DEFAULT, True, 40),
    ("consommateur non mis en demeure", Segment.CONSUMER, False, AUGUST, Regime.NONE, False, 0),
    ("acheteur public", Segment.PUBLIC, False, AUGUST, Regime.PUBLIC, True, 40),
)


@pytest.mark.parametrize(
    "story, segment, economic, due_on, regime, runs_on, fee", EDGES, ids=[e[0] for e in EDGES]
)
def test_qui_doit_quoi(
    story: str,
    segment: Segment,
    economic: bool,
    due_on: date,
    regime: Regime,
    runs_on: bool,
    fee: int,
) -> None:
    done = reckon(
        invoice("1000.00", due_on), segment=segment, economic=economic, on=date(2026, 9, 30)
    )
    assert (done.regime, bool(done.parts), done.fee) == (regime, runs_on, Decimal(fee))
    assert bool(done.rate) is runs_on
    assert (done.interest > 0) is runs_on


def test_payée_à_l_heure_rien_n_est_dû() -> None:
    done = reckon(
        invoice("1000.00", date(2026, 8, 31)),
        segment=Segment.SME,
        on=date(2026, 9, 30),
        payments=[paid(date(2026, 8, 31), "1000.00")],
    )
    assert done.total == 0


def test_un_règlement_sans_date_est_compté_au_profit_du_débiteur_et_signalé() -> None:
    done = reckon(
        invoice("1000.00", date(2026, 8, 31), paid="600.00"),
        segment=Segment.SME,
        on=date(2026, 9, 30),
    )
    assert [part.base for part in done.parts] == [Decimal("400.00")]
    assert done.flags == {Flag.PAYMENT_UNDATED}
    assert done.principal == Decimal("400.00")


def test_un_avoir_baisse_le_prix_dès_le_premier_jour() -> None:
    done = reckon(
        invoice("1000.00", date(2026, 8, 31), credited="1000.00"),
        segment=Segment.SME,
        on=date(2026, 9, 30),
    )
    assert done.total == 0


def test_un_remboursement_rend_le_principal_dû() -> None:
    done = reckon(
        invoice("1000.00", date(2026, 8, 31)),
        segment=Segment.SME,
        on=date(2026, 9, 30),
        payments=[paid(date(2026, 9, 5), "1000.00"), paid(date(2026, 9, 10), "-1000.00")],
    )
    assert [(part.days, part.base) for part in done.parts] == [
        (5, Decimal("1000.00")),
        (20, Decimal("1000.00")),
    ]
    assert done.principal == Decimal("1000.00")


def test_le_taux_de_la_facture_l_emporte_sur_celui_des_conditions() -> None:
    own = Invoice(
        number=InvoiceNumber("F-1"),
        issued_on=date(2026, 6, 1),
        due_on=date(2026, 7, 1),
        amount=Decimal("1000.00"),
        agreed_rate=Decimal("9.00"),
    )
    done = reckon(own, segment=Segment.SME, agreed_rate=Decimal("15.00"), on=date(2026, 8, 1))
    assert done.regime is Regime.B2B_AGREED
    assert {part.rate for part in done.parts} == {Decimal("9.00")}
    assert done.flags == frozenset()


def test_un_taux_convenu_ne_lie_ni_le_consommateur_ni_le_public() -> None:
    late = invoice("1000.00", date(2026, 8, 1))
    for segment in (Segment.CONSUMER, Segment.PUBLIC):
        done = reckon(late, segment=segment, agreed_rate=Decimal("20"), on=date(2026, 9, 1))
        assert Decimal("20") not in {part.rate for part in done.parts}


def test_un_semestre_inconnu_ne_se_devine_pas() -> None:
    with pytest.raises(UnknownSemester):
        reckon(invoice("1000.00", date(2026, 12, 1)), segment=Segment.SME, on=date(2027, 1, 1))


def test_sans_principal_aucun_taux_n_est_cherché() -> None:
    done = reckon(
        invoice("1000.00", date(2026, 12, 1)),
        segment=Segment.SME,
        on=date(2027, 1, 15),
        payments=[paid(date(2026, 12, 31), "1000.00")],
    )
    assert done.parts[-1].ends_on == date(2026, 12, 31)


ONE = timedelta(days=1)
DAYS = st.dates(min_value=date(2019, 1, 1), max_value=date(2026, 12, 31))
AMOUNTS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("999999.99"), places=2)
PAYING = st.sampled_from([Segment.SME, Segment.PUBLIC, Segment.CONSUMER])


@given(days=st.tuples(DAYS, DAYS, DAYS), amount=AMOUNTS, segment=PAYING)
def test_l_intérêt_est_additif_avant_l_arrondi(
    days: tuple[date, date, date], amount: Decimal, segment: Segment
) -> None:
    due_on, split_on, on = sorted(days)

    def parts(until: date) -> tuple[Part, ...]:
        done = reckon(
            invoice(str(amount), due_on), segment=segment, on=until, formal_notice_on=due_on
        )
        return done.parts

    before = sum((part.product for part in parts(split_on)), Decimal(0))
    after = sum(
        (
            part.base
            * part.rate
            * max(0, (part.ends_on - max(part.starts_on, split_on + ONE)).days + 1)
            for part in parts(on)
        ),
        Decimal(0),
    )
    assert before + after == sum((part.product for part in parts(on)), Decimal(0))


@given(days=st.tuples(DAYS, DAYS, DAYS), amount=AMOUNTS)
def test_payer_zéro_ne_change_rien_et_payer_plus_tôt_ne_coûte_jamais_plus(
    days: tuple[date, date, date], amount: Decimal
) -> None:
    due_on, paid_on, on = sorted(days)
    bare = reckon(invoice(str(amount), due_on), segment=Segment.SME, on=on)
    nothing = reckon(
        invoice(str(amount), due_on), segment=Segment.SME, on=on, payments=[paid(paid_on, "0.00")]
    )
    a_cent = reckon(
        invoice(str(amount), due_on), segment=Segment.SME, on=on, payments=[paid(paid_on, "0.01")]
    )
    assert exact(nothing.parts) == exact(bare.parts)
    assert nothing.interest == bare.interest
    assert a_cent.interest <= bare.interest


@given(days=st.tuples(DAYS, DAYS, DAYS), amount=AMOUNTS, part=AMOUNTS)
def test_selon_la_loi_ce_qui_est_payé_se_retrouve_entier(
    days: tuple[date, date, date], amount: Decimal, part: Decimal
) -> None:
    due_on, paid_on, on = sorted(days)
    payment = min(amount, part)
    done = reckon_by(
        Terms(segment=Segment.SME, imputation=Imputation.LEGAL),
        invoice(str(amount), due_on),
        on=on,
        payments=[Payment(paid_on=paid_on, amount=payment)],
    )
    assert done.interest_paid + (amount - done.principal) == payment


@given(days=st.tuples(DAYS, DAYS, DAYS), amount=AMOUNTS, segment=PAYING)
def test_un_jour_de_plus_ne_coûte_jamais_moins(
    days: tuple[date, date, date], amount: Decimal, segment: Segment
) -> None:
    due_on, earlier, later = sorted(days)
    late = invoice(str(amount), due_on)
    before = reckon(late, segment=segment, on=earlier, formal_notice_on=due_on)
    after = reckon(late, segment=segment, on=later, formal_notice_on=due_on)
    assert before.interest <= after.interest
    assert before.fee <= after.fee
    assert before.total <= after.total


@given(days=st.tuples(DAYS, DAYS, DAYS), amount=AMOUNTS)
def test_un_consommateur_ne_doit_rien_de_plus_avant_la_mise_en_demeure(
    days: tuple[date, date, date], amount: Decimal
) -> None:
    due_on, on, noticed_on = sorted(days)
    late = invoice(str(amount), due_on)
    for told in (None, noticed_on):
        done = reckon(late, segment=Segment.CONSUMER, on=on, formal_notice_on=told)
        assert (done.interest, done.fee, done.parts) == (0, 0, ())
    after = reckon(
        late, segment=Segment.CONSUMER, on=date(2026, 12, 31), formal_notice_on=noticed_on
    )
    assert all(part.starts_on > noticed_on for part in after.parts)
    assert after.fee == 0


@given(days=st.tuples(DAYS, DAYS), amount=AMOUNTS, rate=st.sampled_from(["1.00", "14.00", "30.00"]))
def test_le_plancher_ne_fait_que_signaler(
    days: tuple[date, date], amount: Decimal, rate: str
) -> None:
    due_on, on = sorted(days)
    done = reckon(
        invoice(str(amount), due_on), segment=Segment.SME, agreed_rate=Decimal(rate), on=on
    )
    assert {part.rate for part in done.parts} <= {Decimal(rate)}
    assert (done.floor_interest is not None) is (Flag.RATE_BELOW_FLOOR in done.flags)


@given(day=DAYS, amount=AMOUNTS)
def test_le_taux_public_est_gelé(day: date, amount: Decimal) -> None:
    done = reckon(invoice(str(amount), day), segment=Segment.PUBLIC, on=date(2026, 12, 31))
    assert len({part.rate for part in done.parts}) <= 1
