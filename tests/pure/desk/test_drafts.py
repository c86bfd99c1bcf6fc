"""Drafts item by item against what the Code asks, and the roads that the law closes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from relance_mailer.desk.blocks import BLANK, Fields, Heading, Signature
from relance_mailer.desk.claimant import Claimant
from relance_mailer.desk.drafts import Closed, Draft, DraftKind, draft
from relance_mailer.dossier import events as e
from relance_mailer.dossier.events import DocumentSort as Sort
from relance_mailer.dossier.values import InvoiceNumber
from relance_mailer.words import Segment
from values.court import OURS, WHO, WHY, document, file_of, invoice, letter, opened, step

PERSON = Claimant(
    name="Roux Dépannage",
    legal_form="EI",
    siren="732829320",
    seat="4 rue Haute, 56100 Lorient",
    iban="FR7630006000011234567890189",
    person="Anne Marie Roux",
    profession="plombière",
    home="4 rue Haute, 56100 Lorient",
    nationality="française",
    born_on=date(1980, 3, 1),
    born_at="Vannes",
)


def events_of(segment: Segment, **other: object) -> list[e.Event]:
    """A debtor reminded, put on notice, whose receipt is proved."""
    return [
        *opened(segment, **other),
        *letter("reminder_1", date(2026, 8, 5)),
        *letter("formal_notice", date(2026, 9, 1)),
        document(Sort.RECEIPT, date(2026, 9, 4)),
    ]


def drafted(
    kind: DraftKind, events: Sequence[e.Event], claimant: Claimant = OURS
) -> tuple[Draft, str]:
    """The draft, and its whole text."""
    made = draft(kind, file_of(events), claimant)
    assert isinstance(made, Draft), made
    return made, str(made.sheet).replace("\\xa0", " ")


def fields(made: Draft) -> list[dict[str, str]]:
    """The parties: the claimant's fields, then the debtor's."""
    return [dict(block.rows) for block in made.sheet.blocks if isinstance(block, Fields)]


# Debtor, court, how he is named, where he lives, whether interest and fee are asked.
SUED = (
    (Segment.SME, "le tribunal de commerce de Lorient", "Dénomination", "Siège", True),
    (Segment.SOLE_TRADER,
     f"la chambre commerciale du tribunal judiciaire de {BLANK}", "Nom et prénoms", "Domicile",
     True),
    (Segment.ASSOCIATION, f"le tribunal judiciaire de {BLANK}", "Dénomination", "Siège", False),
    (Segment.CONSUMER, "le tribunal judiciaire de Rennes", "Nom et prénoms", "Domicile", False),
)  # fmt: skip


@pytest.mark.parametrize("segment, court, named, lives, fee", SUED)
def test_a_petition_has_all_that_the_code_asks(
    segment: Segment, court: str, named: str, lives: str, fee: bool
) -> None:
    events = events_of(segment)
    file = file_of(events)
    made, told = drafted(DraftKind.PETITION, events)
    claimant, debtor = fields(made)
    headings = [one.text for one in made.sheet.blocks if isinstance(one, Heading)]
    # CPC 54 1°: the court; 2°: the object.
    assert f"À la juridiction : {court}" in told
    assert "Objet de la demande" in headings
    assert "enjoint au débiteur" in told
    # CPC 54 3° b): form, name, seat and organ of the claimant.
    assert claimant["Dénomination"] == "Brézance Matériel"
    assert claimant["Forme"] == "SARL au capital de 10 000 €"
    assert claimant["Siège social"] == "3 rue du Port, 56100 Lorient"
    assert claimant["Représentée par"] == "sa gérante, Mme Solène Kervarec"
    # CPC 57: the debtor and where he lives.
    assert debtor[named] == file.dossier.debtor.name  # type: ignore[union-attr]
    assert debtor[lives]
    assert BLANK not in debtor[lives]
    # CPC 1407: the exact sum with its breakdown, the ground, the exhibits.
    whole = file.statement.demanded
    for amount in (whole.principal, whole.total):
        assert f"{amount:,.2f}".replace(",", " ").replace(".", ",") in told
    assert ("Indemnités forfaitaires" in told) is fee
    assert ("L441-10" in told) is fee
    assert "cause contractuelle" in told
    assert "FA-2026-118" in told
    assert "relancé le 05/08/2026" in told
    assert "mis en demeure de payer le 01/09/2026" in told
    assert "Bordereau de pièces, annexé" in headings
    assert all(one.title in told for one in file.exhibits)
    # CPC 57 and 1408: date and signature; which court if the debtor objects.
    assert any(isinstance(one, Signature) for one in made.sheet.blocks)
    assert "article 1408" in told
    lacks = " ; ".join(made.to_complete)
    assert ("siège de la juridiction" in lacks) is (BLANK in court)


def test_a_consumer_pays_legal_interest_from_the_proven_notice_alone() -> None:
    events = events_of(Segment.CONSUMER)
    _, told = drafted(DraftKind.PETITION, events)
    assert "04/09/2026" in told or "05/09/2026" in told
    assert "40 €" not in told
    unproved = [one for one in events if not isinstance(one, e.DocumentAttached)]
    made, told = drafted(DraftKind.PETITION, unproved)
    assert "Intérêts à compter du" not in told
    assert any("jour prouvé de réception" in one for one in made.to_complete)


def test_a_person_who_claims_tells_what_the_code_asks_of_a_person() -> None:
    """CPC 54 3° a): names, profession, home, nationality, day and place of birth."""
    made, _ = drafted(DraftKind.PETITION, events_of(Segment.SME), PERSON)
    claimant = fields(made)[0]
    assert claimant == {
        "Nom et prénoms": "Anne Marie Roux",
        "Exerçant sous": "Roux Dépannage, entrepreneur individuel (EI)",
        "Profession": "plombière",
        "Domicile": "4 rue Haute, 56100 Lorient",
        "Nationalité": "française",
        "Né(e) le, à": "01/03/1980, Vannes",
        "Immatriculation": "SIREN 732\u00a0829\u00a0320",
    }


@pytest.mark.parametrize("claimant, lacks", [
    (replace(OURS, represented_by=""), {"représentée par"}),
    (replace(PERSON, profession="", nationality="", born_on=None),
     {"profession", "nationalité", "né(e) le, à"}),
])  # fmt: skip
def test_what_is_not_known_is_a_blank_and_is_listed(claimant: Claimant, lacks: set[str]) -> None:
    made, told = drafted(DraftKind.PETITION, events_of(Segment.SME), claimant)
    assert BLANK in told
    for lack in lacks:
        assert any(one.startswith(f"créancier, {lack}") for one in made.to_complete), lack


def test_a_lawyer_is_announced_above_ten_thousand() -> None:
    events = opened(Segment.SME, invoice(amount="10400.00"))
    made, _ = drafted(DraftKind.PETITION, events)
    assert any("avocat obligatoire" in one for one in made.to_complete)
    small, _ = drafted(DraftKind.PETITION, events_of(Segment.SME))
    assert not any("avocat" in one for one in small.to_complete)


CONTESTED = e.ReviewAsked(because=WHY, reason="dispute")
DISPUTED = (
    CONTESTED,
    e.DisputeOpened(
        because=WHY,
        by=WHO,
        invoices=(InvoiceNumber("FA-2026-118"),),
        amount=Decimal("1500.00"),
        ground="livraison",
        owner=WHO,
        answer_by=date(2026, 12, 1),
    ),
    e.HumanResumed(because=WHY, by=WHO, next_step="reminder_1", not_before=date(2026, 11, 1)),
)
OLD = invoice(due_on=date(2021, 10, 31))
OLD_FOR_CONSUMER = invoice(due_on=date(2024, 10, 31))
OPENED = step("insolvency_opened", date(2026, 10, 1))

# What closes, which draft, the events, and the article that closes it.
CLOSED = (
    ("personne publique", DraftKind.PETITION, events_of(Segment.PUBLIC), "CGPPP L2311-1"),
    ("personne publique", DraftKind.SMALL_CLAIM, events_of(Segment.PUBLIC), "CGPPP L2311-1"),
    ("contestée, pas tranchée", DraftKind.PETITION, [*opened(), CONTESTED], "CPC 1405"),
    ("contestée, tranchée", DraftKind.PETITION, [*opened(), *DISPUTED], "CPC 1405"),
    ("contestée", DraftKind.SMALL_CLAIM, [*opened(), CONTESTED], "CPC 1405"),
    ("prescrite", DraftKind.PETITION, opened(Segment.SME, OLD, sector="services"), "2224"),
    ("prescrite", DraftKind.PETITION, opened(Segment.CONSUMER, OLD_FOR_CONSUMER, sector="vente"),
     "L218-2"),
    ("procédure collective", DraftKind.PETITION, [*events_of(Segment.SME), OPENED], "L622-21"),
    ("procédure collective", DraftKind.SMALL_CLAIM, [*events_of(Segment.SME), OPENED], "L622-21"),
    ("plus de 5 000 €", DraftKind.SMALL_CLAIM, opened(Segment.SME, invoice(amount="5000.00")),
     "R125-1"),
    ("pas encore échue", DraftKind.PETITION,
     opened(Segment.SME, invoice(due_on=date(2026, 12, 31))), "exigible"),
    ("aucune procédure", DraftKind.PROOF_OF_CLAIM, events_of(Segment.SME), "L622-24"),
)  # fmt: skip


@pytest.mark.parametrize("why, kind, events, article", CLOSED)
def test_a_road_that_the_law_closes_is_refused_with_its_article(
    why: str, kind: DraftKind, events: Sequence[e.Event], article: str
) -> None:
    found = draft(kind, file_of(events), OURS)
    assert isinstance(found, Closed), why
    assert article in found.because


def test_a_small_claim_says_what_the_creditor_has_to_know() -> None:
    made, told = drafted(DraftKind.SMALL_CLAIM, events_of(Segment.SME))
    for words in ("L125-1", "R125-7", "commissaire de justice", "silence", "Lanester"):
        assert words in told, words
    assert "commissaire de justice du ressort" in made.to_complete


def test_a_proof_of_claim_stops_at_the_judgment_and_tells_its_deadline() -> None:
    later = invoice("FA-2", amount="700.00", due_on=date(2026, 12, 31))
    events = [
        *opened(Segment.SME, invoice(), later),
        step("insolvency_opened", date(2026, 9, 10)),
        step("bodacc_published", date(2026, 9, 25)),
    ]
    made, told = drafted(DraftKind.PROOF_OF_CLAIM, events)
    for words in (
        "10/09/2026", "25/09/2026", "À échoir", "700,00", "certifie sincère", "chirographaire",
        "Total déclaré", "au 09/09/2026",
    ):  # fmt: skip
        assert words in told, words
    assert any("25/11/2026 (R622-24" in one for one in made.to_complete)


def test_a_late_proof_of_claim_asks_for_relief() -> None:
    events = [
        *opened(),
        step("insolvency_opened", date(2026, 8, 1)),
        step("bodacc_published", date(2026, 8, 14)),
    ]
    made, _ = drafted(DraftKind.PROOF_OF_CLAIM, events)
    assert any("relevé de forclusion avant le 14/02/2027" in one for one in made.to_complete)


def test_what_the_debtor_said_opens_the_declaration_with_its_days_blank() -> None:
    """He wrote that he is in liquidation; nobody recorded the judgment yet."""
    told = e.HandedToLegal(because="liquidation", reason="insolvency")
    made, text = drafted(DraftKind.PROOF_OF_CLAIM, [*opened(), told])
    assert BLANK in text
    assert any("jour du jugement" in one for one in made.to_complete)
    assert any("jour de la publication" in one for one in made.to_complete)


def test_a_creditor_who_may_be_no_trader_is_asked_about() -> None:
    civil = replace(OURS, legal_form="SCI")
    made, _ = drafted(DraftKind.PETITION, events_of(Segment.SME), civil)
    assert any("créancier non commerçant" in one for one in made.to_complete)
    plain, _ = drafted(DraftKind.PETITION, events_of(Segment.SME))
    assert not any("créancier non commerçant" in one for one in plain.to_complete)


# Who is put on notice, the ground, the consequence that the law permits, the day.
PUT_ON_NOTICE = (
    (Segment.SME, "L441-10", "requête en injonction de payer", "02/12/2026"),
    (Segment.SOLE_TRADER, "L441-10", "requête en injonction de payer", "02/12/2026"),
    (Segment.ASSOCIATION, "1231-6", "requête en injonction de payer", "02/12/2026"),
    (Segment.CONSUMER, "1231-6", "commissaire de justice ou présenté", "07/12/2026"),
    (Segment.PUBLIC, "R2192-31", "référé-provision", "02/12/2026"),
)


@pytest.mark.parametrize("segment, ground, consequence, until", PUT_ON_NOTICE)
def test_a_formal_notice_demands_a_sum_by_a_day_and_announces_what_is_permitted(
    segment: Segment, ground: str, consequence: str, until: str
) -> None:
    _, told = drafted(DraftKind.FORMAL_NOTICE, opened(segment))
    for words in ("mise en demeure", "1344", "FA-2026-118", ground, consequence, until, "IBAN"):
        assert words in told, words
    assert ("injonction" in told) is (segment not in {Segment.CONSUMER, Segment.PUBLIC})


def test_a_formal_notice_is_refused_in_proceedings_and_for_a_contested_claim() -> None:
    for events, article in (([*opened(), OPENED], "L622-21"), ([*opened(), CONTESTED], "R22")):
        found = draft(DraftKind.FORMAL_NOTICE, file_of(events), OURS)
        assert isinstance(found, Closed)
        assert article in found.because
