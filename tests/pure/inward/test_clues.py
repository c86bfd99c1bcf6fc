"""What is looked up for a message: every name it gives, and nothing that was forged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pure.inward.inward_values import HOUSE, incoming, key
from relance_mailer.dossier.reference import Mark, fits, mark_of, sign
from relance_mailer.dossier.values import StepKey
from relance_mailer.inward.clues import clues_in, folded_subject, names_told
from relance_mailer.inward.link import Clues
from relance_mailer.reading.message import DeliveryReport, Mailbox

SECRET = b"secret"


def _fits(mark: Mark) -> bool:
    return fits(SECRET, key(mark.dossier), mark.five)


def of(text: str = "", **fields: object) -> Clues:
    return clues_in(incoming(text=text, **fields), mark_fits=_fits, own_addresses=HOUSE)


def test_a_signed_mark_counts_when_its_signature_fits() -> None:
    token = sign(SECRET, key(), StepKey(course=1, name="reminder_1"))
    assert of(subject=f"Re: {mark_of(key(), token)}").tokens == ("BZ-2003",)


def test_a_forged_mark_is_no_clue_at_all() -> None:
    clues = of(subject="Re: [BZ-2003-AAAAA]")
    assert clues.tokens == ()
    assert "BZ-2003" not in clues.references


def test_the_thread_comes_first_then_the_returned_original() -> None:
    clues = of(
        in_reply_to=("b@x",), references=("a@x", "b@x"), original_message_ids=("c@x",),
        text="Message-ID: <d@x>",
    )  # fmt: skip
    assert clues.message_ids == ("b@x", "a@x", "c@x", "d@x")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("la facture FA2026-0871 est payée", "FA20260871"),
        ("la facture fa2026 0871", "FA20260871"),
        ("FA 2026-0871 et la suivante", "FA20260871"),
        ("F-25/0413.", "F250413"),
        ("facture n° 4187 contestée", "4187"),
        ("invoice 20412", "20412"),
        ("votre 20260871 du mois dernier", "20260871"),
    ],
)
def test_invoice_numbers_as_people_write_them(text: str, number: str) -> None:
    assert number in of(text).invoices


@pytest.mark.parametrize(
    "text",
    ["le 05/08/2026", "1834,20 euros", "29260 Lesneven", "à 14h30", "tél. 02 97 00 10 10"],
)
def test_dates_amounts_and_postcodes_are_no_invoices(text: str) -> None:
    assert of(text).invoices == ()


def test_our_own_addresses_name_nobody() -> None:
    clues = of("écrire à recouvrement@brezance.example ou a.petit@lemoal.example")
    assert clues.addresses == ("compta@lemoal.example", "a.petit@lemoal.example")
    assert clues.domains == ("lemoal.example",)


def test_free_mail_gives_an_address_and_no_domain() -> None:
    clues = clues_in(incoming("nlemoal@gmail.com"), mark_fits=_fits)
    assert clues.addresses == ("nlemoal@gmail.com",)
    assert clues.domains == ()


def test_the_bounced_recipient_and_reply_to_are_looked_up() -> None:
    report = DeliveryReport(
        recipient="mort@lemoal.example", action="failed", status="5.1.1", diagnostic=""
    )
    clues = of(
        sender=Mailbox(name="", address="mailer-daemon@fai.example"),
        reply_to=Mailbox(name="", address="bureau@autre.example"),
        reports=(report,),
        headers=(("x-failed-recipients", "Autre@lemoal.example"),),
    )
    assert clues.addresses == (
        "mailer-daemon@fai.example",
        "bureau@autre.example",
        "mort@lemoal.example",
        "autre@lemoal.example",
    )


def test_a_siren_stands_alone_or_inside_a_siret() -> None:
    assert of("RCS 001 982 339").sirens == ("001982339",)
    assert of("SIRET 001 982 339 00012").sirens == ("001982339",)
    assert of("0019823391").sirens == ()


@pytest.mark.parametrize(
    ("story", "text", "debtor", "is_told"),
    [
        ("capitales", "la SARL FROMAGERIE TREHOREL", "Fromagerie Tréhorel", True),
        ("retourné", "Succession CHARPENTREAU Raymond", "Raymond Charpentreau", True),
        ("nom seul de deux", "liquidateur de la société DUPRE", "Dupré Traiteur", False),
        ("forme juridique en plus", "Le Moal Frères SAS", "Le Moal Frères", True),
        ("trop court pour être sûr", "le Rex", "Rex", False),
        ("autre ville", "Ambulances Saint-Yves", "Ambulances Saint-Yvi", False),
    ],
)
def test_a_name_is_told_whole_or_not_at_all(
    story: str, text: str, debtor: str, is_told: bool
) -> None:
    assert (debtor in names_told([debtor], of(text).names)) is is_told, story


def test_a_subject_is_folded_without_its_prefixes() -> None:
    assert folded_subject("RE : Tr: Facture échue – rappel") == "facture echue rappel"
    assert of(subject="Re: Relance").subjects == ()
    assert of(subject="Re: Facture FA12 échue").subjects == ("facture fa12 echue",)


@given(text=st.text(max_size=500), subject=st.text(max_size=100))
def test_any_text_gives_bounded_clues(text: str, subject: str) -> None:
    clues = of(text, subject=subject)
    assert len(clues.invoices) <= 200
    assert len(clues.names) <= 1500
