"""Ledger rows against a dossier: what opened, changed, was paid, credited, cancelled, vanished."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Contact, Invoice, InvoiceKind, LedgerPayment, LedgerRow
from relance_mailer.outward.reconcile import ANY_INVOICE, reconcile
from values.stories import CONTACT, KEY, Story, day, debtor, digest, invoice, promised
from values.timelines import SME

TODAY = day("2026-10-06")


def row(one: Invoice | None = None, **changes: object) -> LedgerRow:
    """A row of the ledger."""
    known = LedgerRow(key=KEY, debtor=debtor(), contacts=(CONTACT,), invoice=one or invoice())
    return replace(known, **changes)  # type: ignore[arg-type]


def payment(
    amount: str, on: str = "2026-10-05", kind: str = "payment", ref: str = ""
) -> LedgerPayment:
    """A line of payments.csv."""
    return LedgerPayment(
        number="FA-1", paid_on=day(on), amount=Decimal(amount), kind=kind, reference=ref
    )


class Taken:
    """A dossier that the ledger is taken into, again and again."""

    def __init__(self) -> None:
        self.story = Story(timeline=SME, today=TODAY, dossier=Dossier(key=KEY))
        self.known = False

    @property
    def dossier(self) -> Dossier:
        """As it stands."""
        return self.story.dossier

    def take(
        self,
        *rows: LedgerRow,
        payments: Sequence[LedgerPayment] = (),
        scope: str = "all",
        refused: frozenset[str] = frozenset(),
        on: date | None = None,
    ) -> list[str]:
        """Take rows in; answers what happened, and proves that twice changes nothing."""
        self.story.today = on or self.story.today
        told = {"scope": scope, "refused": refused, "today": self.story.today}
        events = reconcile(rows, self.dossier if self.known else None, payments, **told)  # type: ignore[arg-type]
        self.story.happens(*events)
        self.known = self.known or bool(events)
        known = self.dossier if self.known else None
        assert reconcile(rows, known, payments, **told) == ()  # type: ignore[arg-type]
        self.events = events
        return [type(event).__name__ for event in events]


def test_nouvelle_facture() -> None:
    taken = Taken()
    assert taken.take(row()) == ["DebtorDescribed", "InvoiceOpened"]
    assert taken.dossier.phase is Phase.RUNNING


@pytest.mark.parametrize(
    "one",
    [
        row(invoice(paid=Decimal("1500.00"))),
        row(cancelled=True),
        row(invoice(kind=InvoiceKind.CREDIT_NOTE)),
    ],
    ids=["déjà payée", "annulée", "avoir seul"],
)
def test_rien_a_relancer_aucun_dossier(one: LedgerRow) -> None:
    assert Taken().take(one) == []


def test_montant_et_echeance_changes() -> None:
    taken = Taken()
    taken.take(row())
    changed = invoice(amount="1800.00", due_on="2026-10-15")
    assert taken.take(row(replace(changed, issued_on=invoice().issued_on))) == ["InvoiceChanged"]
    assert "montant 1500.00 → 1800.00" in taken.events[0].because
    assert taken.dossier.owed == Decimal("1800.00")


def test_paiement_partiel_puis_solde_par_la_difference() -> None:
    taken = Taken()
    taken.take(row())
    assert taken.take(row(invoice(paid=Decimal("500.00")))) == ["PaymentRecorded", "InvoiceChanged"]
    assert taken.dossier.payments[-1].amount == Decimal("500.00")
    assert taken.take(row(invoice(paid=Decimal("1500.00"))), on=day("2026-10-08")) == [
        "PaymentRecorded",
        "InvoiceChanged",
        "InvoiceSettled",
        "Settled",
    ]
    last = taken.dossier.payments[-1]
    assert (last.amount, last.paid_on) == (Decimal("1000.00"), day("2026-10-08"))
    assert taken.dossier.phase is Phase.SETTLED


def test_paiements_dates_jamais_comptes_deux_fois() -> None:
    taken = Taken()
    taken.take(row())
    first = payment("500.00", ref="VIR 1")
    taken.take(row(invoice(paid=Decimal("500.00"))), payments=[first])
    second = payment("1000.00", "2026-10-07", ref="VIR 2")
    taken.take(row(invoice(paid=Decimal("1500.00"))), payments=[first, second])
    told = [(one.amount, one.paid_on, one.reference) for one in taken.dossier.payments]
    assert told == [
        (Decimal("500.00"), day("2026-10-05"), "VIR 1"),
        (Decimal("1000.00"), day("2026-10-07"), "VIR 2"),
    ]


def test_le_releve_confirme_ce_que_le_grand_livre_disait_deja() -> None:
    taken = Taken()
    taken.take(row())
    taken.take(row(invoice(paid=Decimal("500.00"))))
    assert taken.take(row(invoice(paid=Decimal("500.00"))), payments=[payment("500.00")]) == []


def test_paiement_vu_a_la_banque_avant_le_grand_livre() -> None:
    taken = Taken()
    taken.take(row())
    assert taken.take(row(), payments=[payment("1500.00")])[-1] == "Settled"
    assert taken.take(row(invoice(paid=Decimal("1500.00"))), payments=[payment("1500.00")]) == []


def test_deux_paiements_egaux_du_meme_jour() -> None:
    taken = Taken()
    taken.take(row())
    twins = [payment("500.00"), payment("500.00")]
    taken.take(row(), payments=twins)
    assert len(taken.dossier.payments) == 2
    assert taken.dossier.owed == Decimal("500.00")


def test_cheque_refuse_la_facture_est_rouverte() -> None:
    taken = Taken()
    taken.take(row())
    taken.take(row(invoice(paid=Decimal("1500.00"))))
    assert taken.take(row(invoice(paid=Decimal("0.00")))) == ["PaymentRecorded", "InvoiceOpened"]
    assert taken.dossier.payments[-1].amount == Decimal("-1500.00")
    assert (taken.dossier.phase, taken.dossier.owed) == (Phase.RUNNING, Decimal("1500.00"))


def test_remboursement_date() -> None:
    taken = Taken()
    taken.take(row())
    received = payment("600.00")
    taken.take(row(), payments=[received])
    back = payment("600.00", "2026-10-06", "refund")
    taken.take(row(), payments=[received, back])
    assert [one.amount for one in taken.dossier.payments] == [Decimal("600.00"), Decimal("-600.00")]
    assert taken.dossier.owed == Decimal("1500.00")


def test_avoir_baisse_le_prix_et_solde() -> None:
    taken = Taken()
    taken.take(row())
    partial = payment("300.00", kind="credit_note", ref="AV-1")
    assert taken.take(row(), payments=[partial]) == ["CreditNoteRecorded", "InvoiceChanged"]
    rest = payment("1200.00", "2026-10-06", "credit_note", "AV-2")
    taken.take(row(), payments=[partial, rest])
    settled = [event for event in taken.events if isinstance(event, e.InvoiceSettled)]
    assert settled[0].how is e.Settlement.CREDITED


def test_avoir_du_grand_livre_compense() -> None:
    taken = Taken()
    note = invoice("AV-1", amount="1500.00", kind=InvoiceKind.CREDIT_NOTE)
    assert taken.take(row(), row(note))[-1] == "Settled"


def test_facture_annulee() -> None:
    taken = Taken()
    taken.take(row())
    assert taken.take(row(cancelled=True)) == ["InvoiceCancelled", "Settled"]


def test_ligne_disparue_perimetre_entier_un_humain_une_fois() -> None:
    taken = Taken()
    other = row(invoice("FA-2"))
    taken.take(row(), other)
    assert taken.take(other) == ["TaskOpened", "ReviewAsked"]
    resumed = e.HumanResumed(because="vu", by="Claire", next_step="reminder_1", not_before=TODAY)
    taken.story.happens(resumed)
    assert taken.take(other) == []


def test_ligne_disparue_postes_ouverts_elle_est_soldee() -> None:
    taken = Taken()
    taken.take(row(), row(invoice("FA-2")), scope="open_items")
    assert taken.take(row(), scope="open_items") == ["InvoiceSettled"]
    assert taken.take(scope="open_items") == ["InvoiceSettled", "Settled"]
    assert taken.take(row(), scope="open_items") == ["InvoiceOpened"]


@pytest.mark.parametrize("scope", ["all", "open_items"])
def test_ligne_refusee_n_est_pas_disparue(scope: str) -> None:
    taken = Taken()
    taken.take(row())
    assert taken.take(refused=frozenset({"FA-1"}), scope=scope) == []


@pytest.mark.parametrize("scope", ["all", "open_items"])
def test_ligne_sans_numero_et_facture_absente_un_humain(scope: str) -> None:
    taken = Taken()
    taken.take(row())
    unsure = frozenset({f"{ANY_INVOICE}BZ-2003"})
    assert taken.take(refused=unsure, scope=scope) == ["TaskOpened", "ReviewAsked"]


def test_une_ligne_refusee_n_ote_le_contact_de_personne() -> None:
    taken = Taken()
    other = Contact(email="daf@debiteur.example")
    taken.take(row(), row(invoice("FA-2"), contacts=(other,)))
    assert taken.take(row(), refused=frozenset({"FA-2"})) == []
    assert other in taken.dossier.contacts


def test_ligne_refusee_ne_change_rien() -> None:
    taken = Taken()
    taken.take(row())
    paid = row(invoice(paid=Decimal("1500.00")))
    assert taken.take(paid, refused=frozenset({"FA-1"})) == []


def test_autre_devise_un_humain() -> None:
    taken = Taken()
    taken.take(row())
    dollars = row(invoice("FA-2", currency="USD"))
    assert taken.take(row(), dollars) == ["TaskOpened", "ReviewAsked"]
    assert taken.dossier.review_reasons[0].reason == "currency_differs"


def test_nouvelle_facture_d_un_debiteur_interdit_d_ecriture() -> None:
    taken = Taken()
    taken.take(row())
    taken.story.happens(
        e.ReviewAsked(because="", reason="opt_out"),
        e.HumanClosed(because="renoncé", by="Claire", waiver="geste commercial"),
    )
    assert taken.take(row()) == []
    assert taken.take(row(), row(invoice("FA-2"))) == ["InvoiceOpened", "ReviewAsked"]
    assert taken.dossier.phase is Phase.REVIEW


def test_debiteur_decrit_a_nouveau_seulement_si_le_grand_livre_change() -> None:
    taken = Taken()
    taken.take(row())
    new = Contact(email="nouveau@debiteur.example")
    taken.story.happens(
        e.ContactChanged(because="remplacée", by="Claire", contact=new, replaces=CONTACT.email)
    )
    assert taken.take(row()) == []
    assert [one.email for one in taken.dossier.contacts] == [new.email]
    third = Contact(email="daf@debiteur.example")
    assert taken.take(row(contacts=(CONTACT, third))) == ["DebtorDescribed"]
    assert [one.email for one in taken.dossier.contacts] == [third.email, new.email]


@pytest.mark.parametrize(
    ("told", "level"),
    [("2", "reminder_2"), ("reminder_3", "reminder_3"), (None, None), ("9", None), ("appel", None)],
)
def test_dernier_contact_repris_du_grand_livre(told: str | None, level: str | None) -> None:
    taken = Taken()
    old = row(last_level=told, last_contact_on=day("2026-10-05"))
    young = row(invoice("FA-2", due_on="2026-10-30"))
    taken.take(old, young)
    letter = taken.dossier.letters[0]
    assert (letter.level, letter.sent_on, letter.imported) == (level, day("2026-10-05"), True)
    assert letter.invoices == (("FA-1",) if level else ())
    assert taken.dossier.last_unsolicited_on == day("2026-10-05")


def test_paye_avant_notre_venue_le_doute_profite_au_debiteur() -> None:
    taken = Taken()
    taken.take(row(invoice(paid=Decimal("500.00"))))
    first = taken.dossier.payments[0]
    assert (first.amount, first.paid_on) == (Decimal("500.00"), day("2026-09-30"))


def test_promesse_tenue_avant_le_jour_et_soldee() -> None:
    taken = Taken()
    taken.take(row())
    taken.story.happens(promised("m1", "2026-10-06", ("2026-10-09", None), until="2026-10-13"))
    names = taken.take(row(invoice(paid=Decimal("1500.00"))), on=day("2026-10-08"))
    assert names[-3:] == ["PromiseKept", "AnswerOwed", "Settled"]
    assert taken.dossier.answers_owed[0].message == digest("m1")


def test_au_contentieux_un_paiement_ne_deplace_rien() -> None:
    taken = Taken()
    taken.take(row())
    taken.story.happens(e.HandedToLegal(because="", reason="hostile"))
    assert "Settled" not in taken.take(row(invoice(paid=Decimal("1500.00"))))
    assert taken.dossier.phase is Phase.LEGAL


cents = st.integers(0, 4).map(lambda n: Decimal(n * 375) + Decimal("0.00"))


@settings(max_examples=150, deadline=None)
@given(
    passes=st.lists(
        st.tuples(
            cents,
            st.lists(
                st.tuples(
                    st.sampled_from(("375.00", "750.00")),
                    st.sampled_from(("payment", "refund", "credit_note")),
                    st.integers(1, 5),
                ),
                max_size=3,
            ),
            st.booleans(),
        ),
        min_size=1,
        max_size=5,
    ),
    scope=st.sampled_from(("all", "open_items")),
)
def test_deux_fois_le_meme_grand_livre_ne_change_rien(
    passes: list[tuple[Decimal, list[tuple[str, str, int]], bool]], scope: str
) -> None:
    taken = Taken()
    for paid, lines, there in passes:
        payments = [payment(amount, f"2026-10-0{on}", kind) for amount, kind, on in lines]
        rows = [row(invoice(paid=paid))] if there else []
        taken.take(*rows, payments=payments, scope=scope)
    kept = taken.dossier.invoice("FA-1")
    if kept is not None and kept.open:
        recorded = sum((one.amount for one in taken.dossier.payments), Decimal("0.00"))
        assert recorded == kept.invoice.paid


def credit(amount: str = "1500.00", number: str = "AV-1") -> Invoice:
    """A credit note that no invoice has taken up."""
    return invoice(number, amount=amount, kind=InvoiceKind.CREDIT_NOTE)


@pytest.mark.parametrize(
    ("rows", "scope", "owed"),
    [
        pytest.param(
            (row(invoice(amount="2000.00")), row(credit())), "all", "500.00", id="le prix monte"
        ),
        pytest.param((row(),), "open_items", "1500.00", id="l'avoir a servi ailleurs"),
        pytest.param((row(), row(credit("900.00"))), "all", "600.00", id="l'avoir est repris"),
    ],
)
def test_solde_par_un_avoir_puis_de_nouveau_du(
    rows: tuple[LedgerRow, ...], scope: str, owed: str
) -> None:
    taken = Taken()
    taken.take(row(), scope=scope)
    assert taken.take(row(), row(credit()), scope=scope)[-1] == "Settled"
    assert taken.take(*rows, scope=scope)[-1] == "InvoiceOpened"
    assert (taken.dossier.phase, taken.dossier.owed) == (Phase.RUNNING, Decimal(owed))


def test_de_nouveau_du_par_un_debiteur_a_qui_l_on_n_ecrit_plus() -> None:
    taken = Taken()
    taken.take(row())
    taken.story.happens(
        e.ReviewAsked(because="opposition", reason="opt_out"),
        e.HumanClosed(because="avoir", by="Claire"),
    )
    taken.take(row(), row(credit()))
    events = taken.take(row(invoice(amount="2000.00")), row(credit()))
    assert "ReviewAsked" in events
    assert taken.dossier.phase is Phase.REVIEW


def test_de_nouveau_due_la_facture_contestee_le_reste() -> None:
    taken = Taken()
    taken.take(row())
    taken.story.happens(
        e.DisputeOpened(
            because="livraison",
            by="Claire",
            invoices=(invoice().number,),
            amount=Decimal("1500.00"),
            ground="livraison",
            owner="Claire",
            answer_by=TODAY,
        )
    )
    taken.take(row(), row(credit()))
    taken.take(row(), row(credit("900.00")))
    assert taken.dossier.phase is Phase.RUNNING
    assert taken.dossier.disputed == {"FA-1"}
