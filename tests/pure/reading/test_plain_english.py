"""English replies: plain ones go on with their day, a ground said in passing is a human's."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pure.reading.plain_mail import outcome_of_words
from pure.reading.signs_shown import signs_shown
from relance_mailer.reading import english_troubles
from relance_mailer.reading.intents import plain_english
from relance_mailer.reading.intents.talk_english import is_plain_english
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

HERE = Path(__file__).parent
DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
A_HUMANS = {Outcome.REVIEW, Outcome.LEGAL}
GROUNDS = HERE.joinpath("grounds_in_english.txt").read_text(encoding="utf-8").splitlines()
ABROAD = HERE.joinpath("grounds_abroad.txt").read_text(encoding="utf-8").splitlines()

DATED = (
    ("Payment is released for Monday 16 March.", "2026-03-16"),
    ("It'll go out on Friday, sorry for the delay.", "2026-03-13"),
    ("It's in Friday's run.", "2026-03-13"),
    ("You'll have the transfer by Friday of next week at the latest.", "2026-03-20"),
    ("You'll be paid within a fortnight.", "2026-03-24"),
    ("It will be paid a fortnight on Monday.", "2026-03-30"),
    ("It's coming out by direct debit on the 15th.", "2026-03-15"),
    ("I will transfer the money over the weekend, sorry for the delay.", "2026-03-15"),
    ("It'll go out on St Patrick's Day.", "2026-03-17"),
    ("We'll transfer the money on the first of April.", "2026-04-01"),
    ("Sorry, this slipped behind the printer. The full amount leaves us on Friday.", "2026-03-13"),
    ("My bookkeeper has been off with flu, she will pay it on Monday.", "2026-03-16"),
    ("You'll get it on the 25th with the wages.", "2026-03-25"),
    ("Approved by the board last night, payment on Wednesday.", "2026-03-11"),
    ("We owe you this, no argument. It'll be settled on 20 March.", "2026-03-20"),
    ("It is paid on Friday the 20th.", "2026-03-20"),
    ("It's paid on Friday.", "2026-03-13"),
    ("Both are paid on Friday 20 March.", "2026-03-20"),
    ("26-0744 goes on Friday, 26-0745 with it.", "2026-03-13"),
    ("The first one goes on Friday, the second I'll pay with it.", "2026-03-13"),
    ("The June invoice we got twice. It goes out on Friday.", "2026-03-13"),
)
HELD = (
    "Paid 6 March, BACS. Remittance went to your accounts inbox the same day.",
    "Can't find it. Send it again please.",
    "I've passed this to our accounts team, they'll come back to you.",
    "I'm the receptionist, I've put your letter on the director's desk.",
    "Never got the invoice. Could you email it to me as a PDF?",
    "I never received this invoice. Please email it to me and I will pay straight away.",
    "Our records show this was paid on 2 March.",
    "It went out last Tuesday, give it a day or two.",
    "I did the transfer on my phone this morning.",
    "It was paid on Friday.",
    "This one I can't find, please send it again.",
    "Paid this morning from the account our bookkeeper uses.",
)
IN_WORDS = (
    ("Twelve hundred euros go out on Friday.", "1200.00"),
    ("I'll pay two thousand three hundred on Friday.", "2300.00"),
    ("We'll transfer one thousand two hundred and fifty euros on the 20th.", "1250.00"),
    ("I'll pay fifteen hundred quid on Friday.", "1500.00"),
    ("I will send you five hundred euros on Friday.", "500.00"),
    ("I will send you eighty-five euros on Friday.", "85.00"),
    ("We'll pay a thousand euros on Friday.", "1000.00"),
    ("Le chèque partira ce jour, deux mille cinquante-six euros tout rond.", "2056.00"),
    ("Je vous vire cent six euros vendredi.", "106.00"),
    ("We'll pay a hundred and ten thousand euros on Friday.", "110000.00"),
)
ANOTHERS = (
    "The company that owed us money was declared bankrupt last week.",
    "We read that your company is in receivership.",
    "We are not in liquidation, whatever you heard.",
    "If this goes on we'll be in liquidation by Christmas.",
    "We nearly went into administration last year but are fine now.",
    "Paid to the liquidator's account last week.",
    "Our competitor has gone into liquidation and I've been snowed under. Friday.",
    "The shop next door is in administration, not us.",
    "My mother's care home went into administration.",
    "Wir zahlen nicht am Freitag, sondern am Montag.",
    "You'll get your money.",
    "Sent to our administrator, who does the payments on Friday.",
    "I sent your letter to the administrator in our office.",
    "Ich zahle nicht mit Karte.",
    "Wir zahlen nicht in bar.",
    "Wir bezahlen nicht zweimal.",
)
OWN = (
    "We are in liquidation.",
    "Our main customer never paid and we have gone into liquidation.",
    "We went into administration because our biggest client failed.",
    "We are not in administration but in liquidation.",
    "The company was declared bankrupt last week.",
    "We filed for bankruptcy on Tuesday.",
    "You'll get nothing from us.",
    "Joint administrators were appointed over us on Monday.",
    "Please contact our administrators, Grant & Co.",
    "Wir zahlen nicht.",
    "You won't get your money.",
)
ELSEWHERE = (
    "Not me anymore. Try ap@kelso-bakery.co.uk.",
    "Karen has left the company, please write to finance@brackley.co.uk in future.",
    "You need to write to our head office: payables@northfield-group.com.",
)
ABROAD_ON = (
    ("Bitte schicken Sie uns eine Kopie mit unserer Bestellnummer 4471 zu.", Outcome.HOLD),
    ("Buenos días: la factura se pagó ayer con tarjeta desde su área de clientes.", Outcome.HOLD),
    (
        "Abbiamo ricevuto il Suo sollecito e lo abbiamo inoltrato all'ufficio contabilità.\n"
        "Cordiali saluti\nLa segreteria",
        Outcome.HOLD,
    ),
    (
        "Falsche Adresse. Bitte an buchhaltung@kessler-logistik.de schicken, danke.",
        Outcome.CONTINUE,
    ),
    ("Buenas tardes, he pasado su correo al departamento de contabilidad.", Outcome.HOLD),
    ("Il bonifico per le pulizie del negozio sarà fatto lunedì 16 marzo.", Outcome.HOLD_UNTIL),
    (
        "Buenas tardes, tenemos problemas con el banco y los pagos van con retraso.",
        Outcome.CONTINUE,
    ),
)


@pytest.mark.parametrize(("text", "on"), DATED)
def test_a_dated_promise_holds_until_its_day(text: str, on: str) -> None:
    assert outcome_of_words(text, DAY) is Outcome.HOLD_UNTIL
    assert read_text(text, sent_at=DAY).promise_dates == (date.fromisoformat(on),)


@pytest.mark.parametrize("text", HELD)
def test_what_is_paid_asked_for_or_passed_on_is_held(text: str) -> None:
    assert outcome_of_words(text, DAY) is Outcome.HOLD


@pytest.mark.parametrize(("text", "amount"), IN_WORDS)
def test_a_sum_may_be_said_in_words(text: str, amount: str) -> None:
    assert str(read_text(text, sent_at=DAY).promised_amount) == amount


@pytest.mark.parametrize("text", ANOTHERS)
def test_no_insolvency_of_others_and_no_money_that_comes_is_the_end(text: str) -> None:
    assert outcome_of_words(text, DAY) is not Outcome.LEGAL


@pytest.mark.parametrize("text", OWN)
def test_the_end_is_heard(text: str) -> None:
    assert outcome_of_words(text, DAY) is Outcome.LEGAL


@pytest.mark.parametrize("text", ELSEWHERE)
def test_another_address_is_written_to(text: str) -> None:
    assert outcome_of_words(text, DAY) is Outcome.CONTINUE


@pytest.mark.parametrize(("text", "outcome"), ABROAD_ON)
def test_plain_letters_abroad_are_read(text: str, outcome: Outcome) -> None:
    assert outcome_of_words(text, DAY) is outcome


@pytest.mark.parametrize("text", [*GROUNDS, *ABROAD])
def test_a_ground_in_everyday_words_never_goes_on(text: str) -> None:
    assert outcome_of_words(text, DAY) in A_HUMANS


@pytest.mark.parametrize(("intent", "text"), plain_english.TAKES)
def test_the_turns_take(intent: Intent, text: str) -> None:
    assert intent in {found.intent for found in plain_english.find(text)}


@pytest.mark.parametrize(("intent", "text"), plain_english.LEAVES)
def test_the_turns_leave(intent: Intent, text: str) -> None:
    assert intent not in {found.intent for found in plain_english.find(text)}


@pytest.mark.parametrize("text", english_troubles.TAKES)
def test_the_signs_show(text: str) -> None:
    assert signs_shown(english_troubles.SIGNS, text)


@pytest.mark.parametrize("text", english_troubles.LEAVES)
def test_the_signs_leave(text: str) -> None:
    assert not signs_shown(english_troubles.SIGNS, text)


def test_a_limit_a_denial_or_a_thing_is_not_ordinary() -> None:
    assert is_plain_english("Sorry, this slipped behind the printer. It leaves us on Friday.")
    assert not is_plain_english("Friday, for the two days you were here.")
    assert not is_plain_english("We can't pay on Friday.")
    assert not is_plain_english("Paid what we agreed on the phone.")
    assert not is_plain_english("It leaves us on Friday. The lamp flickers.")
