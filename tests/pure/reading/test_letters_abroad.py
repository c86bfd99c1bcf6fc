"""German, Spanish and Italian letters: the plain ones are read, a word of a ground stops them."""

from datetime import UTC, datetime

import pytest

from relance_mailer.reading.intents import abroad
from relance_mailer.reading.understand import read_text, weighed_by_rules
from relance_mailer.words import Intent

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    "text, intent",
    [
        ("Die Zahlung ist für unseren Zahllauf am 22.10.2026 vorgemerkt.", Intent.PROMISE),
        ("El pago sale el día 15 de octubre.", Intent.PROMISE),
        ("Il bonifico parte venerdì 30 ottobre.", Intent.PROMISE),
        ("Der Betrag wurde gestern überwiesen.", Intent.PAID),
        ("La transferencia se hizo ayer, adjunto el justificante.", Intent.PAID),
        ("Il bonifico è stato effettuato ieri.", Intent.PAID),
        ("Bitte senden Sie uns eine Kopie der Rechnung als PDF.", Intent.INVOICE_REQUEST),
        ("No encontramos la factura, ¿nos la puede reenviar?", Intent.INVOICE_REQUEST),
        ("Ich leite das an die Buchhaltung weiter.", Intent.ACK),
        ("Ricevuto, inoltro la mail al commercialista.", Intent.ACK),
        ("Wir zahlen nicht, und dabei bleibt es.", Intent.REFUSAL),
        ("Könnten wir den Betrag in drei Raten zahlen?", Intent.PLAN_REQUEST),
        ("Über das Vermögen der Firma wurde das Insolvenzverfahren eröffnet.", Intent.INSOLVENCY),
        ("Die Überweisung ist am 6. März von unserem Konto abgegangen.", Intent.PAID),
        ("Il bonifico l'ho fatto ieri dalla banca, per la fattura.", Intent.PAID),
        ("Buongiorno, confermo: prima rata di 640 € il 5 maggio.", Intent.PROMISE),
        ("Buongiorno, sarebbe possibile pagare in tre rate mensili?", Intent.PLAN_REQUEST),
        ("Guten Tag, Ihre Nachricht ist angekommen und liegt jetzt bei uns.", Intent.ACK),
        ("La merce è arrivata danneggiata, la contestiamo.", Intent.DISPUTE),
    ],
)
def test_a_plain_letter_is_read(text: str, intent: Intent) -> None:
    assert intent in {found.intent for found in abroad.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Wir überweisen am 15. März, abzüglich der zwei defekten Geräte.",
        "Die Zahlung erfolgt am 20. März, sobald die Gutschrift da ist.",
        "El pago sale el día 20 de marzo, descontando las piezas rotas.",
        "Il bonifico parte venerdì 20 marzo, al netto dei pezzi mancanti.",
    ],
)
def test_a_ground_beside_a_promise_brings_a_human(text: str) -> None:
    reading = read_text(text, sent_at=DAY)
    assert reading.doubts or Intent.DISPUTE in reading.intents


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour, le virement partira vendredi. Merci de votre patience.",
        "Please resend the invoice, we will pay on Friday.",
        "",
    ],
)
def test_french_and_english_are_not_abroad(text: str) -> None:
    assert not abroad.is_abroad(text)
    assert abroad.find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Die Rechnung wurde leider falsch abgelegt. Wir überweisen den Betrag am Freitag.",
        "El banco nos devolvió la transferencia por un error en el IBAN. La repetimos mañana.",
    ],
)
def test_ones_own_slip_is_no_ground(text: str) -> None:
    assert not abroad.may_hide_a_ground(text)
    assert Intent.DISPUTE not in {found.intent for found in abroad.find(text)}
    assert Intent.PROMISE in read_text(text, sent_at=DAY).intents


def test_a_wrong_price_is_a_ground() -> None:
    assert abroad.may_hide_a_ground("Der Preis auf der Rechnung ist falsch.")


@pytest.mark.parametrize(
    "text, intent",
    [
        (
            "Guten Morgen, der Betrag wurde am 20. Mai von unserem Konto bei der Sparkasse Kehl"
            " überwiesen. Bitte prüfen Sie Ihren Zahlungseingang.",
            Intent.PAID,
        ),
        ("La factura la pagué ayer por transferencia, debería llegarles mañana.", Intent.PAID),
        ("Buongiorno, ho fatto il bonifico di 1.240,50 euro martedì 24 febbraio.", Intent.PAID),
        ("Buongiorno, il bonifico di 1.240,50 euro è stato fatto martedì.", Intent.PAID),
        (
            "Buongiorno, pago la vostra fattura entro la fine di marzo, ho già preparato il"
            " bonifico.",
            Intent.PROMISE,
        ),
        ("Guten Tag, überweise am 15. Oktober die 1.240,50 EUR von unserem Konto.", Intent.PROMISE),
    ],
)
def test_the_plain_cases_of_another_language_are_read(text: str, intent: Intent) -> None:
    weighed = weighed_by_rules(text, DAY)
    assert intent in weighed.intents
    assert "unread_language" not in weighed.doubts


@pytest.mark.parametrize(
    "text",
    [
        "Der Betrag wird am 31. August überwiesen, aber die zweite Maschine fehlt noch.",
        "Wir zahlen am 15. Oktober, wenn die Pumpe funktioniert.",
        "Pago la fattura entro fine marzo, ma il compressore non funziona.",
        "La factura la pagué ayer, la segunda no corresponde.",
        "Pagamos el viernes, la máquina no funciona.",
    ],
)
def test_a_ground_beside_it_is_a_humans_to_read(text: str) -> None:
    weighed = weighed_by_rules(text, DAY)
    assert weighed.doubts or Intent.DISPUTE in weighed.intents
