"""Turns of phrase that hide nothing in German, Spanish and Italian, and grounds in their words."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents.order import weigh
from relance_mailer.words import Intent, Outcome

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
A_HUMANS = frozenset({Outcome.REVIEW, Outcome.LEGAL})


@pytest.mark.parametrize(
    "text, outcome",
    [
        (
            "Wir überweisen am 20. März. Wir bitten die späte Bearbeitung zu entschuldigen. Gruß",
            Outcome.HOLD_UNTIL,
        ),
        ("Die Rechnung ist richtig. Wir überweisen am 20. März. Gruß", Outcome.HOLD_UNTIL),
        (
            "Hallo, bezahlt am 4. März per Lastschrift. Falls sich unsere Mails überschneiden,"
            " bitte ich um Entschuldigung. Grüße, Nadine",
            Outcome.HOLD,
        ),
        (
            "Ist notiert, ich leite die Mahnung heute noch an unser Steuerbüro weiter. Danke und"
            " schönen Abend.",
            Outcome.HOLD,
        ),
        (
            "Unsere Mailadresse hat sich geändert. Bitte schicken Sie alle Rechnungen ab sofort an"
            " rechnung@kaffee-lohmann.example. Danke!",
            Outcome.CONTINUE,
        ),
        (
            "Buenas tardes, he recibido su correo y se lo paso a contabilidad para que lo revisen."
            " Un saludo, Noelia, recepción",
            Outcome.HOLD,
        ),
        (
            "Hola guapa, qué vergüenza, se me pasó por completo. Te hago la transferencia el 20 de"
            " marzo. Besos, Inma",
            Outcome.HOLD_UNTIL,
        ),
        (
            "La transferencia se hizo el 2 de marzo. Si no la encuentran, avísenme y les mando el"
            " justificante. Un saludo",
            Outcome.HOLD,
        ),
        (
            "Buongiorno, mio figlio si è rotto una gamba. Il 16 marzo le bonifico i 1.070 euro."
            " Auguri, Cristina",
            Outcome.HOLD_UNTIL,
        ),
        (
            "Ho fatto il bonifico martedì 3 marzo. Se non lo vedete mi avvisate. Saluti",
            Outcome.HOLD,
        ),
        (
            "Fattura inserita nella distinta del 16 marzo. Grazie per la pazienza. Elena, ufficio"
            " pagamenti",
            Outcome.HOLD_UNTIL,
        ),
    ],
)
def test_a_turn_that_hides_nothing_goes_on(text: str, outcome: Outcome) -> None:
    assert outcome_of_words(text, DAY) is outcome


@pytest.mark.parametrize(
    "text",
    [
        "Die Rechnung ist richtig bis auf die Fahrtkosten. Wir zahlen am 20. März. Gruß",
        "Wenn die Rechnung ist richtig, zahlen wir am 20. März. Gruß",
        "Wir zahlen am 20. März. Ist die Rechnung richtig? Gruß",
        "Mein Mann hat sich den Arm gebrochen, an Ihrer Leiter. Wir zahlen am 20. März. Gruß",
        "Bei uns regnet es seit Tagen ins Büro. Wir zahlen am 20. März. Gruß",
        "Wir zahlen am 27. März den Teil, der erledigt ist. Grüße aus Basel",
        "Wir überweisen am 20. März. Schönes Wochenende trotz Rohrbruch",
        "La factura es correcta salvo los portes. Pagamos el 20 de marzo. Saludos",
        "Mi hija se rompió el brazo con vuestro columpio. Pagamos el 20 de marzo. Saludos",
        "Hace calor en la oficina desde que vinieron ustedes. Pagamos el 20 de marzo.",
        "Qué vergüenza de empresa. Pagamos el 20 de marzo. Saludos",
        "Ha sido un otoño complicado, pagamos el 25 la parte que está hecha. Un saludo",
        "Le pagamos el 20 de marzo. Gracias. Puerta Rayada",
        "La fattura è giusta a metà. Paghiamo il 20 marzo. Saluti",
        "Se la fattura è corretta paghiamo il 20 marzo. Saluti",
        "Mio padre si è rotto una gamba sulla vostra scala. Paghiamo il 20 marzo. Saluti",
        "Qui piove in cucina. Paghiamo il 20 marzo. Saluti",
        "Che vergogna, questo lavoro. Il bonifico parte il 20 marzo. Saluti",
        "Autunno complicato, paghiamo il 25 la parte fatta. Un saluto",
        "Abbiamo un credito verso di voi. Il bonifico parte il 20 marzo. Saluti",
    ],
)
def test_a_ground_in_the_words_of_a_turn_is_a_humans(text: str) -> None:
    assert outcome_of_words(text, DAY) in A_HUMANS


def test_who_names_another_address_forbids_nobody_to_write() -> None:
    elsewhere = "Bitte schreiben Sie dorthin und nicht mehr an mich: buchhaltung@kueche.example."
    assert Intent.OPT_OUT not in weigh(elsewhere).intents
    assert Intent.OPT_OUT in weigh("Schreiben Sie mir nicht mehr.").intents
