"""What the file holds, in which order, and what it says is missing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.desk.blocks import Table
from relance_mailer.desk.claimed import claimed
from relance_mailer.desk.legal_file import TITLES, Item, LegalFile, Source, slug
from relance_mailer.desk.legal_sheets import sheets
from relance_mailer.desk.legal_tables import chronology, exhibit_list
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import DocumentSort as Sort
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.values import Digest, InvoiceNumber, MessageId, StepKey
from relance_mailer.law.rates import RATES
from relance_mailer.words import Intent, Kind, Outcome, Segment
from relance_mailer.workdays import PARIS
from values.court import (
    OURS,
    TODAY,
    WHO,
    WHY,
    document,
    entries_of,
    file_of,
    invoice,
    letter,
    opened,
    step,
)

REMINDED = letter("reminder_1", date(2026, 8, 5), mime="11" * 32)
NOTICE = letter("formal_notice", date(2026, 9, 1), mime="22" * 32)
ANSWER = e.MessageRead(
    because=WHY,
    message=Digest("33" * 32),
    message_id=MessageId("m1@lemoal.example"),
    sender="compta@lemoal.example",
    subject="Re: facture",
    sent_at=entries_of(REMINDED)[0].at.astimezone(PARIS),
    kind=Kind.HUMAN,
    outcome=Outcome.CONTINUE,
    intents=(Intent.QUESTION,),
)
CALL = e.CallLogged(
    because=WHY, by=WHO, on=date(2026, 8, 20), with_whom="Mme Le Moal", said="Rappelle demain."
)
PROMISE = e.PromiseMade(
    because=WHY,
    instalments=(e.Instalment(due_on=date(2026, 8, 28)),),
    invoices=(),
    until=date(2026, 9, 1),
    message=Digest("33" * 32),
    made_on=date(2026, 8, 25),
    made_by="compta@lemoal.example",
)
EVERYTHING = (
    *opened(Segment.SME, sector="services"),
    *REMINDED,
    ANSWER,
    CALL,
    PROMISE,
    *NOTICE,
    *(
        document(sort, date(2026, 11, 2))
        for sort in Sort
        if sort not in {Sort.NOTICE, Sort.INVOICE, Sort.RECEIPT}
    ),
    document(Sort.RECEIPT, date(2026, 9, 4)),
)
SHELF = {InvoiceNumber("FA-2026-118"): "FA-2026-118.pdf"}


def needed(file: LegalFile) -> list[tuple[int, str]]:
    """What is missing and needed, by its place."""
    return [(one.item.value, one.what) for one in file.missing if one.needed]


def test_a_whole_file_has_its_sixteen_parts_in_order_and_lacks_nothing() -> None:
    file = file_of(EVERYTHING, shelf=SHELF)
    items = [one.item for one in file.exhibits]
    assert items == sorted(items)
    assert set(items) == set(Item)
    assert [one.number for one in file.exhibits] == list(range(1, len(items) + 1))
    assert file.missing == ()
    assert len({one.file for one in file.exhibits}) == len(items)


@pytest.mark.parametrize("item", [item for item in Item if item is not Item.OTHER])
def test_no_part_is_ever_skipped(item: Item) -> None:
    """An empty dossier: each of the sixteen stands there or is said to be missing."""
    file = file_of(opened())
    there = {one.item for one in file.exhibits} | {one.item for one in file.missing}
    assert item in there, TITLES[item]


GROUPS = (REMINDED, NOTICE, [ANSWER], [CALL], [PROMISE])


@given(
    there=st.tuples(*[st.booleans() for _ in GROUPS]),
    sorts=st.sets(st.sampled_from(Sort)),
    segment=st.sampled_from([one for one in Segment if one is not Segment.LARGE]),
    dated_on=st.dates(date(2026, 1, 1), TODAY),
    at_hand=st.booleans(),
)
def test_whatever_is_there_the_numbers_run_and_no_part_is_skipped(
    there: tuple[bool, ...], sorts: set[Sort], segment: Segment, dated_on: date, at_hand: bool
) -> None:
    events = list(opened(segment))
    for taken, group in zip(there, GROUPS, strict=True):
        events += group if taken else []
    events += [document(sort, dated_on) for sort in sorted(sorts)]
    file = file_of(events, shelf=SHELF if at_hand else {})
    assert [one.number for one in file.exhibits] == list(range(1, len(file.exhibits) + 1))
    assert [one.item for one in file.exhibits] == sorted(one.item for one in file.exhibits)
    known = {one.item for one in file.exhibits} | {one.item for one in file.missing}
    assert known >= set(Item) - {Item.OTHER}
    assert len(sheets(file, OURS, ())) == sum(one.source is Source.SHEET for one in file.exhibits)


def test_an_empty_dossier_names_all_that_it_lacks() -> None:
    told = needed(file_of(opened(court=None, address=None)))
    assert told == [
        (2, "contrat, devis signé ou commande"),
        (2, "conditions générales acceptées"),
        (3, "bon de livraison ou d'intervention"),
        (4, "facture FA-2026-118"),
        (5, "preuve d'envoi des factures ou statuts de la plateforme"),
        (7, "aucune relance n'est partie"),
        (11, "aucune mise en demeure n'est partie"),
        (12, "extrait d'immatriculation du débiteur"),
        (12, "consultation datée du BODACC"),
        (12, "adresse du siège ou du domicile du débiteur"),
        (13, "extrait d'immatriculation du créancier"),
        (13, "pouvoir du signataire"),
        (15, "siège de la juridiction (colonne « court » du grand livre)"),
    ]


def test_an_extract_of_more_than_three_months_is_asked_for_anew() -> None:
    old = document(Sort.COMPANY_EXTRACT, date(2026, 8, 19))
    just = document(Sort.COMPANY_EXTRACT, date(2026, 8, 20))
    told = [what for _, what in needed(file_of([*opened(), old]))]
    assert any("moins de trois mois (celui du 19/08/2026 est trop ancien)" in one for one in told)
    assert not any("trop ancien" in what for _, what in needed(file_of([*opened(), just])))


def test_a_notice_by_mail_says_how_weak_its_proof_is_and_a_posted_one_asks_for_its_slips() -> None:
    by_mail = needed(file_of([*opened(), *NOTICE]))
    assert any(item == 11 and "par courriel" in what for item, what in by_mail)
    posted = e.PostingRecorded(
        because=WHY,
        by=WHO,
        step=StepKey(course=1, name="formal_notice"),
        posted_on=date(2026, 9, 1),
        number="1A 234",
    )
    told = needed(file_of([*opened(), posted, *NOTICE]))
    assert (11, "preuve de dépôt du recommandé") in told
    assert (11, "avis de réception du recommandé") in told


def test_a_letter_of_another_program_is_named_as_lost() -> None:
    imported = e.LetterSent(
        because=WHY,
        step=StepKey(course=1, name="reminder_1"),
        message_id=MessageId("old@other.example"),
        sent_at=entries_of(REMINDED)[0].at,
        to=("compta@lemoal.example",),
        imported=True,
        level="reminder_1",
    )
    told = needed(file_of([*opened(), imported]))
    assert any(item == 7 and "l'original n'est pas ici" in what for item, what in told)


def test_bytes_that_are_lost_or_altered_make_no_exhibit() -> None:
    file = file_of([*opened(), *REMINDED], lost={"11" * 32: "ses octets manquent"})
    assert file.of(Item.REMINDERS) == ()
    assert (7, "Première relance du 05/08/2026 : ses octets manquent") in needed(file)


def test_a_document_taken_out_is_shown_no_more() -> None:
    kept = document(Sort.CONTRACT, date(2026, 1, 5))
    out = e.DocumentDetached(because=WHY, by=WHO, document=kept.document)
    assert file_of([*opened(), kept]).of(Item.CONTRACT)
    assert file_of([*opened(), kept, out]).of(Item.CONTRACT) == ()


def test_only_invoices_that_stood_in_a_letter_are_claimed() -> None:
    invoices = (invoice("FA-1"), invoice("FA-2", due_on=date(2026, 10, 1)))
    events = [*opened(Segment.SME, *invoices), *letter("reminder_1", date(2026, 8, 5), "FA-1")]
    file = file_of(events)
    assert [row.invoice.number for row in file.statement.rows] == ["FA-1"]


def test_a_limited_claim_is_not_demanded_and_the_file_says_so() -> None:
    old = invoice("FA-OLD", due_on=date(2021, 10, 31))
    file = file_of(opened(Segment.SME, old, invoice("FA-NEW"), sector="services"))
    assert [row.invoice.number for row in file.statement.rows] == ["FA-NEW"]
    assert any(item == 14 and "FA-OLD" in what for item, what in needed(file))


@pytest.mark.parametrize("name, found", [
    ("FA-1.pdf", True), ("Facture FA-1.pdf", True), ("fa-1.PDF", True), ("FA-11.pdf", False),
    ("FA-1-2.pdf", False), ("scan.pdf", False),
])  # fmt: skip
def test_an_invoice_put_in_by_hand_is_known_by_its_whole_number(name: str, found: bool) -> None:
    put = replace(document(Sort.INVOICE, date(2026, 7, 1)), name=name)
    file = file_of([*opened(Segment.SME, invoice("FA-1")), put])
    assert ((4, "facture FA-1") not in needed(file)) is found


def test_a_contested_invoice_stands_apart_and_has_to_be_proved_too() -> None:
    contested = e.DisputeOpened(
        because=WHY,
        by=WHO,
        invoices=(InvoiceNumber("FA-2"),),
        amount=Decimal("1500.00"),
        ground="livraison",
        owner=WHO,
        answer_by=date(2026, 12, 1),
    )
    resumed = e.HumanResumed(
        because=WHY, by=WHO, next_step="reminder_1", not_before=date(2026, 11, 1)
    )
    asked = e.ReviewAsked(because=WHY, reason="dispute")
    events = [
        *opened(Segment.SME, invoice("FA-1"), invoice("FA-2")),
        asked,
        contested,
        resumed,
    ]
    file = file_of(events)
    assert [row.invoice.number for row in file.statement.rows] == ["FA-1"]
    assert [row.invoice.number for row in file.statement.contested] == ["FA-2"]
    assert (4, "facture FA-2") in needed(file)


def test_proceedings_stop_the_reckoning_at_the_eve_of_the_judgment() -> None:
    events = [
        *opened(Segment.SME, invoice("FA-1"), invoice("FA-2", due_on=date(2026, 12, 31))),
        step("insolvency_opened", date(2026, 10, 1)),
    ]
    dossier = fold(entries_of(events))
    assert dossier is not None
    statement = claimed(dossier, TODAY, RATES)
    assert statement.on == date(2026, 9, 30)
    assert [row.invoice.number for row in statement.rows] == ["FA-1"]
    assert [row.invoice.number for row in statement.coming] == ["FA-2"]


def test_the_proven_receipt_starts_the_interest_of_a_consumer() -> None:
    """800.00 from the receipt of 2026-03-10 to 2026-09-10: 10.77, and no fee (E7)."""
    due = replace(invoice(amount="800.00"), due_on=date(2026, 2, 28), issued_on=date(2026, 1, 31))
    base = opened(Segment.CONSUMER, due)
    proved = document(Sort.RECEIPT, date(2026, 3, 10))
    without = file_of(base, on=date(2026, 9, 10)).statement.demanded
    assert (without.interest, without.fee) == (Decimal("0.00"), Decimal("0.00"))
    found = file_of([*base, proved], on=date(2026, 9, 10)).statement.demanded
    assert (found.interest, found.fee) == (Decimal("10.77"), Decimal("0.00"))


def test_every_printed_exhibit_has_its_sheet_under_its_number() -> None:
    file = file_of(EVERYTHING, shelf=SHELF)
    printed = [one for one in file.exhibits if one.source is Source.SHEET]
    told = [sheet.title for sheet in sheets(file, OURS, ())]
    assert told == [f"Pièce n° {one.number} – {one.title}" for one in printed]
    assert all(sheet.blocks for sheet in sheets(file, OURS, ()))


def test_the_sheets_tell_the_figures_of_the_law() -> None:
    file = file_of(EVERYTHING, shelf=SHELF)
    told = str(sheets(file, OURS, ())).replace("\\xa0", "\u00a0")
    whole = file.statement.demanded
    for amount in (whole.principal, whole.interest, whole.total):
        figure = f"{amount:,.2f}".replace(",", "\u00a0").replace(".", ",")
        assert figure in told, figure
    assert "31/07/2031" not in told  # the term runs from the invoice's day, the earlier one
    assert "30/06/2031" in told
    assert "tribunal de commerce de Lorient" in told
    assert "Rappelle demain." in told


def test_the_list_heads_each_part_with_its_name() -> None:
    table = exhibit_list(file_of(EVERYTHING, shelf=SHELF))[0]
    assert isinstance(table, Table)
    assert [table.rows[place][1] for place in table.parts] == [
        f"{item.value}. {TITLES[item]}" for item in Item
    ]


def test_the_list_names_exhibits_and_lacks() -> None:
    told = str(exhibit_list(file_of(opened())))
    assert "001-decompte-arrete-au-20-11-2026.pdf" in told
    assert "4. Factures : facture FA-2026-118" in told
    assert "Sans objet" in told


def test_the_chronology_numbers_the_lines_of_the_journal() -> None:
    told = str(chronology(file_of(EVERYTHING, shelf=SHELF)))
    assert "appel à Mme Le Moal" in told
    assert "lettre préparée" not in told


@pytest.mark.parametrize("text, name", [
    ("Pièce d'été n° 12 / ../etc/passwd", "piece-d-ete-n-12-etc-passwd"),
    ("", "piece"),
    ("œuvre “à” vérifier" * 9, slug("œuvre “à” vérifier" * 9)[:70]),
])  # fmt: skip
def test_a_title_never_leads_out_of_the_folder(text: str, name: str) -> None:
    assert slug(text) == name
    assert len(slug(text)) <= 70
