"""The contract's §5: what a message means, whatever the dossier's state."""

from datetime import date

import pytest

from pure.inward.inward_values import key, linked, machine, says
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Contested, Link, Nobody
from relance_mailer.inward.outcome import outcome_of
from relance_mailer.reading.message import Reading
from relance_mailer.words import Intent, Kind, Outcome, Permanence

I, K, O = Intent, Kind, Outcome  # noqa: E741
FRIDAY = (date(2026, 11, 6),)
CONTESTED = Contested(candidates=(key(), key("BZ-2007")), why="deux dossiers possibles")
NOBODY = Nobody(why="aucune adresse connue")
ABSENT = Authentication.ABSENT


def of(reading: Reading, link: Link | None = None) -> Outcome:
    return outcome_of(reading, link or linked(), ABSENT)[0]


@pytest.mark.parametrize(
    ("story", "reading", "outcome"),
    [
        ("insulte", says(I.HOSTILE), O.LEGAL),
        ("insulte et litige", says(I.HOSTILE, I.DISPUTE), O.LEGAL),
        ("ne paiera pas", says(I.REFUSAL), O.LEGAL),
        ("liquidation", says(I.INSOLVENCY), O.LEGAL),
        ("conteste", says(I.DISPUTE), O.REVIEW),
        ("conteste l'une, promet l'autre", says(I.DISPUTE, I.PROMISE, promise_dates=FRIDAY),
         O.REVIEW),
        ("promet, puis conteste : l'ordre lu n'y change rien",
         says(I.PROMISE, I.DISPUTE, promise_dates=FRIDAY), O.REVIEW),
        ("plus de courrier", says(I.OPT_OUT), O.REVIEW),
        ("échéancier", says(I.PLAN_REQUEST), O.REVIEW),
        ("question", says(I.QUESTION), O.REVIEW),
        ("paie vendredi", says(I.PROMISE, promise_dates=FRIDAY), O.HOLD_UNTIL),
        ("paie bientôt", says(I.PROMISE), O.HOLD),
        ("a payé", says(I.PAID), O.HOLD),
        ("n'a pas la facture", says(I.INVOICE_REQUEST), O.HOLD),
        ("paie vendredi, veut la facture", says(I.INVOICE_REQUEST, I.PROMISE,
         promise_dates=FRIDAY), O.HOLD_UNTIL),
        ("bien reçu", says(I.ACK), O.HOLD),
        ("bien reçu, de retour lundi", says(I.ACK, returns_on=date(2026, 11, 9)), O.HOLD_UNTIL),
        ("écrivez à", says(I.REDIRECT, redirect_to="b@lemoal.example"), O.CONTINUE),
        ("ce n'est pas moi, sans adresse", says(I.REDIRECT), O.REVIEW),
        ("gêne de trésorerie", says(I.DISTRESS), O.CONTINUE),
        ("gêne et promesse", says(I.DISTRESS, I.PROMISE, promise_dates=FRIDAY), O.HOLD_UNTIL),
        ("rien n'est compris", says(), O.REVIEW),
        ("payé à de nouvelles coordonnées", says(I.PAID, doubts=("changed_bank_details",)),
         O.REVIEW),
        ("un doute retient même le contentieux",
         says(I.INSOLVENCY, doubts=("amicable_proceeding",)), O.REVIEW),
    ],
)  # fmt: skip
def test_what_a_person_says(story: str, reading: Reading, outcome: Outcome) -> None:
    assert of(reading) is outcome, story


@pytest.mark.parametrize(
    ("story", "reading", "outcome"),
    [
        ("absent jusqu'à lundi", machine(K.AUTO_REPLY, returns_on=date(2026, 11, 9)),
         O.HOLD_UNTIL),
        ("ticket ouvert", machine(K.AUTO_REPLY), O.CONTINUE),
        ("adresse fermée", machine(K.AUTO_REPLY, doubts=("address_dead",)), O.REVIEW),
        ("a quitté la société, avec une autre adresse",
         machine(K.AUTO_REPLY, doubts=("person_gone",), redirect_to="b@lemoal.example"), O.REVIEW),
        ("signalé comme spam", machine(K.AUTO_REPLY, doubts=("complaint",)), O.REVIEW),
        ("adresse inexistante", machine(K.BOUNCE, bounce_permanence=Permanence.PERMANENT),
         O.REVIEW),
        ("on ne sait pas si c'est définitif", machine(K.BOUNCE), O.REVIEW),
        ("boîte pleine, sous un code définitif", machine(K.BOUNCE, bounce_mailbox_full=True,
         bounce_permanence=Permanence.PERMANENT), O.HOLD),
        ("abandonné après cinq jours", machine(K.BOUNCE, bounce_expired=True,
         bounce_permanence=Permanence.TEMPORARY), O.HOLD),
        ("simple retard", machine(K.BOUNCE, bounce_permanence=Permanence.TEMPORARY), O.CONTINUE),
        ("anti-spam", machine(K.CHALLENGE), O.REVIEW),
        ("accusé de lecture", machine(K.READ_RECEIPT), O.CONTINUE),
        ("sans rapport, dans notre fil", machine(K.UNRELATED), O.REVIEW),
    ],
)  # fmt: skip
def test_what_no_person_wrote(story: str, reading: Reading, outcome: Outcome) -> None:
    assert of(reading) is outcome, story


@pytest.mark.parametrize(
    ("story", "reading", "link", "outcome"),
    [
        ("une personne, à personne", says(I.ACK), NOBODY, O.REVIEW),
        ("une lettre d'information", machine(K.UNRELATED), NOBODY, O.IGNORE),
        ("un rebond qui n'est pas de nous", machine(K.BOUNCE), NOBODY, O.IGNORE),
        ("un signalement sans dossier", machine(K.AUTO_REPLY, doubts=("complaint",)), NOBODY,
         O.REVIEW),
        ("transféré par un collègue", machine(K.UNRELATED, doubts=("internal_forward",)), NOBODY,
         O.REVIEW),
        ("contesté, même hostile", says(I.HOSTILE), CONTESTED, O.REVIEW),
        ("absence de l'un des deux", machine(K.AUTO_REPLY), CONTESTED, O.REVIEW),
        ("accusé de lecture de l'un des deux", machine(K.READ_RECEIPT), CONTESTED, O.IGNORE),
        ("inconnu hostile", says(I.HOSTILE), linked(stranger=True), O.REVIEW),
        ("inconnu qui promet", says(I.PROMISE, promise_dates=FRIDAY), linked(stranger=True),
         O.REVIEW),
        ("inconnu qui annonce la liquidation", says(I.INSOLVENCY), linked(stranger=True),
         O.REVIEW),
        ("liquidateur qui nomme le dossier", says(I.INSOLVENCY, officer=True),
         linked(stranger=True), O.LEGAL),
        ("liquidateur qui ne nomme que le débiteur", says(I.INSOLVENCY, officer=True),
         linked(stranger=True, named=False), O.REVIEW),
        ("liquidateur, avec un doute", says(I.INSOLVENCY, officer=True, doubts=("third_party",)),
         linked(stranger=True), O.REVIEW),
        ("huissier qui menace", says(I.HOSTILE, officer=True), linked(stranger=True), O.REVIEW),
    ],
)  # fmt: skip
def test_whose_it_is_weighs_on_what_it_leads_to(
    story: str, reading: Reading, link: Link, outcome: Outcome
) -> None:
    assert of(reading, link) is outcome, story


@pytest.mark.parametrize(
    "reading",
    [
        says(I.HOSTILE),
        says(I.INSOLVENCY, officer=True),
        says(I.PROMISE, promise_dates=FRIDAY),
        machine(K.AUTO_REPLY, returns_on=date(2026, 11, 9)),
        machine(K.READ_RECEIPT),
    ],
)
def test_failed_authentication_goes_to_a_human_whatever_is_said(reading: Reading) -> None:
    outcome, because = outcome_of(reading, linked(), Authentication.FAILED)
    assert outcome is O.REVIEW
    assert "authentification" in because
    assert outcome_of(reading, linked(), Authentication.PASSED)[0] is of(reading)


def test_the_sentence_names_the_rule_the_date_and_the_deciding_words() -> None:
    reading = says(I.PROMISE, promise_dates=FRIDAY, span="virement vendredi")
    assert outcome_of(reading, linked(), ABSENT)[1] == (
        "promesse de paiement pour le 06/11/2026 (« virement vendredi ») : "
        "suspension jusqu'à la date"
    )


def test_long_words_are_quoted_shortly() -> None:
    because = outcome_of(says(I.DISPUTE, span="mot " * 100), linked(), ABSENT)[1]
    assert len(because) < 160
    assert "…" in because
