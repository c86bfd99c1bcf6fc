"""The whole reading of a person's words, and of a mail."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relance_mailer.reading.language import language_of
from relance_mailer.reading.message import Incoming, Mailbox
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import read_text, understand, within
from relance_mailer.words import Intent, Kind

WEDNESDAY = datetime(2026, 3, 11, 9, 30, tzinfo=ZoneInfo("Europe/Paris"))
KNOWN = ("FA2025-0871", "FA2025-0902")


def incoming(text: str, subject: str = "Re: Relance") -> Incoming:
    return Incoming(
        sender=Mailbox(name="Jean Morvan", address="jean@morvan.test"),
        reply_to=None,
        to=(Mailbox(name="", address="compta@creancier.test"),),
        cc=(),
        subject=subject,
        date=WEDNESDAY,
        message_id="1@morvan.test",
        in_reply_to=(),
        references=(),
        text=text,
    )


def test_dispute_of_one_invoice_and_promise_of_the_other() -> None:
    reading = read_text(
        "Je conteste la FA2025-0871, il manque deux palettes.\nLa FA2025-0902 part vendredi.",
        sent_at=WEDNESDAY,
        known_invoices=KNOWN,
    )
    assert reading.intents[:2] == (Intent.DISPUTE, Intent.PROMISE)
    assert reading.promise_dates == (date(2026, 3, 13),)
    assert reading.invoices == KNOWN


@pytest.mark.parametrize(
    "mark", ["Re: ", "RE : ", "Réf. : ", "Ref: ", "R: ", "I: ", "RIF: ", "AW: ", "Antw: ", "SV: "]
)
def test_a_subject_that_only_answers_ours_names_no_invoice(mark: str) -> None:
    """Notes writes « Réf. : », Outlook in Italian « R: »: the numbers behind are ours."""
    answer = incoming("Transmis à ma cliente ce matin.", f"{mark}Deuxième rappel - FA2025-0871")
    assert understand(answer, known_invoices=KNOWN).invoices == ()
    own = incoming("Transmis à ma cliente ce matin.", "Facture FA2025-0871")
    assert understand(own, known_invoices=KNOWN).invoices == KNOWN[:1]


def test_payment_to_changed_bank_details_asks_for_a_human() -> None:
    reading = read_text(
        "La facture est payée, virement fait hier sur le nouvel IBAN que vous nous avez envoyé.",
        sent_at=WEDNESDAY,
    )
    assert Intent.PAID in reading.intents
    assert "changed_bank_details" in reading.doubts


@pytest.mark.parametrize(
    "text",
    [
        "0391 was paid on Monday to the Lithuanian account your colleague gave us by e-mail.",
        "We paid it yesterday to the account you sent us last week.",
        "Payment went out on Monday to the bank details in your last e-mail.",
        "C'est payé depuis lundi sur le compte que votre collègue nous a donné par mail.",
        "Virement fait hier sur l'IBAN qu'un de vos commerciaux m'a communiqué.",
        "La 118 est payée, nous avons viré sur votre compte lituanien.",
    ],
)
def test_payment_to_an_account_told_in_a_mail_asks_for_a_human(text: str) -> None:
    reading = read_text(text, sent_at=WEDNESDAY)
    assert "changed_bank_details" in reading.doubts


@pytest.mark.parametrize(
    "text",
    [
        "We paid it on Monday to the account on your invoice.",
        "C'est payé depuis lundi, sur le compte indiqué en bas de votre facture habituelle.",
        "Virement fait hier de notre compte à la Banque postale.",
        "We paid the invoice you sent us by e-mail last week.",
    ],
)
def test_payment_to_the_account_as_ever_is_no_fraud(text: str) -> None:
    assert "changed_bank_details" not in read_text(text, sent_at=WEDNESDAY).doubts


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Chèque n° 0082117 remis en main propre à votre chauffeur mercredi, contre reçu.", False),
        ("Le chèque a été donné à votre livreur il y a un mois.", False),
        ("J'ai payé 300 € en espèces à votre chauffeur mercredi.", True),
        ("Le chèque remis à votre livreur, il l'a encaissé lui-même, c'est payé.", True),
        ("C'est payé, le chèque est parti à votre ancien commercial.", True),
    ],
)
def test_a_cheque_that_our_driver_carried_is_paid_to_us(text: str, elsewhere: bool) -> None:
    doubts = read_text(text, sent_at=WEDNESDAY).doubts
    assert ("paid_elsewhere" in doubts) is elsewhere


def test_the_debtors_own_change_of_bank_is_no_fraud() -> None:
    reading = read_text("Nous avons changé de banque, c'est payé depuis mardi.", sent_at=WEDNESDAY)
    assert "changed_bank_details" not in reading.doubts


def test_liquidator_writes_as_an_officer() -> None:
    reading = read_text(
        "Agissant en qualité de liquidateur de la SARL Morvan, je vous invite à déclarer"
        " votre créance.",
        sent_at=WEDNESDAY,
    )
    assert reading.intents[0] is Intent.INSOLVENCY
    assert reading.officer


@pytest.mark.parametrize(
    "text, doubtful",
    [
        ("Wir überweisen den Betrag am Freitag.", False),
        ("Sehr geehrte Damen, die Ware ist noch nicht bei uns und wir sind nicht froh.", True),
        ("Je vous règle vendredi, bonne journée.", False),
    ],
)
def test_only_plain_cases_of_other_languages_are_read(text: str, doubtful: bool) -> None:
    reading = read_text(text, sent_at=WEDNESDAY)
    assert ("unread_language" in reading.doubts) is doubtful


@pytest.mark.parametrize(
    "text, code",
    [
        ("Bonjour, je vous règle la facture", "fr"),
        ("We will pay the invoice and that is it", "en"),
        ("Wir haben die Rechnung nicht erhalten und bitten Sie", "de"),
        ("ok", "fr"),
    ],
)
def test_language_of_a_text(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_long_text_is_a_humans_to_read() -> None:
    reading = read_text("Je vous paie vendredi. " * 800, sent_at=WEDNESDAY)
    assert "too_long" in reading.doubts


@pytest.mark.parametrize("unit", ["a ", "12 ", "je vous paie ", "x", "ne pas ", "€ 1,"])
def test_of_a_large_text_only_the_beginning_is_read_by_rules(unit: str) -> None:
    """A runaway pattern cannot run away on what it is not given; the rest is a human's."""
    text = unit * (60_000 // len(unit))
    assert "too_long" in read_text(text, sent_at=WEDNESDAY).doubts


def test_a_whole_mail_is_read() -> None:
    reading = understand(
        incoming("Bonjour,\n\nLe virement de la FA2025-0871 partira vendredi.\n\nJean Morvan"),
        known_invoices=KNOWN,
    )
    assert reading.kind is Kind.HUMAN
    assert reading.intents == (Intent.PROMISE,)
    assert reading.promise_dates == (date(2026, 3, 13),)
    assert reading.invoices == ("FA2025-0871",)
    assert reading.redirect_to is None


def test_our_own_words_quoted_below_never_count() -> None:
    reading = understand(
        incoming(
            "Bien reçu, je transmets.\n\nLe 10 mars 2026 à 09:00, Compta a écrit :\n"
            "> Sans règlement vendredi, nous saisirons le tribunal.\n> Vous contestez ?\n"
        )
    )
    assert reading.intents == (Intent.ACK,)
    assert reading.promise_dates == ()


@given(text=st.text(max_size=300))
@settings(deadline=None)  # the first reading derives the gates
def test_any_text_at_all_is_read_without_raising(text: str) -> None:
    reading = read_text(text, sent_at=WEDNESDAY, known_invoices=KNOWN)
    assert reading.intents or "nothing_understood" in reading.doubts
    assert all(day >= WEDNESDAY.date() for day in reading.promise_dates)


def test_within_one_dossier_only_the_invoices_are_read_again() -> None:
    mail = parse(
        b"From: a@b.example\r\nDate: Wed, 11 Mar 2026 10:00:00 +0100\r\nSubject: Facture 871\r\n"
        b"\r\nLa 871 sera reglee vendredi.\r\n"
    )
    ours, all_of_them = ("FA2026-0871",), ("FA2026-0871", "FA2025-0871")
    wide = understand(mail, known_invoices=all_of_them)
    assert within(wide, mail, ours) == understand(mail, known_invoices=ours)
    assert wide.invoices == ()
    assert within(wide, mail, ours).invoices == ours


def test_money_sent_to_somebody_elses_profit_is_for_a_human() -> None:
    text = "La 118 est partie le 10, mais au profit de Cofilane : le virement y est."
    at = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
    assert "paid_elsewhere" in read_text(text, sent_at=at).doubts
