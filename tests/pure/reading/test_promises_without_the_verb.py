"""Promises that their run, their new day or a bank tells; what beside them is none, or is paid."""

from datetime import datetime

import pytest

from relance_mailer.reading.intents import paid
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

ON_TUESDAY = datetime.fromisoformat("2026-03-10T10:00:00+01:00")

FIRST = (
    # A run or a day, and another address for what follows.
    (
        "Programmé en semaine 13, je viens de le vérifier. Pour les prochaines factures, merci"
        " d'écrire à p2p@solvantis.example.",
        Intent.PROMISE,
    ),
    (
        "Payment is released for Monday 16 March. From April, kindly address everything to"
        " payables@kirkbride.example.",
        Intent.PROMISE,
    ),
    ("Payment leaves on 3 April along with the other suppliers.", Intent.PROMISE),
    ("I have instructed our bank for Monday 16 March.", Intent.PROMISE),
    ("Il a fait en sorte que vous soyez réglés le 20.", Intent.PROMISE),
    # Own money has to come in first: a promise without a day.
    (
        "La trésorerie est tendue. Vous serez réglés dès que la subvention tombera. Le jour, je ne"
        " sais pas.",
        Intent.PROMISE,
    ),
    (
        "I'm living off the overdraft. You will get your money as soon as the council pays me.",
        Intent.PROMISE,
    ),
    # Money has left, whatever stands beside it.
    (
        "La facture de février a été virée le 6. Pour la suite, écrivez plutôt à"
        " compta@orangerie.example.",
        Intent.PAID,
    ),
    ("Votre mail est arrivé quatre heures après mon virement.", Intent.PAID),
    ("c parti ce matin par virt instantané, la banque nous serre la vis en ce moment", Intent.PAID),
    ("J'ai tenu parole : 2 310 euros, virement instantané, lundi à 9 h 12.", Intent.PAID),
    # Nothing is received, nothing handed on: the trouble is all that is told.
    ("bjr g un soucis avec ma banque en ce moment, je vs tiens au courant", Intent.DISTRESS),
    (
        "Le virement annoncé pour vendredi ne partira pas, la trésorerie est à sec. Je vous tiens"
        " informé.",
        Intent.DISTRESS,
    ),
    # The paper lies in somebody's tray, who comes by.
    (
        "j'ai bien eu votre courrier je l'ai mis dans le casier de la présidente elle passe demain",
        Intent.ACK,
    ),
)

NO_PAYMENT = (
    "I shall see that it is paid by the 27th.",
    "There is no reason why you should not have been paid in November.",
    "Elle vient le vendredi, fait les virements et repart, c'est réglé comme du papier à musique.",
)

FOR_A_HUMAN = (
    "Programmé en semaine 13 chez vous, le remplacement de la pompe n'a pas été fait. Je ne paie"
    " pas avant.",
    "Finalement ce ne sera pas le 12 mais le 19, et seulement si la machine marche.",
    "Nouveau créneau : semaine 13 pour la reprise des malfaçons, le paiement suivra.",
    "J'ai demandé que la facture soit réglée le 20, déduction faite des deux cartons manquants.",
    "La facture de décembre a été virée le 6, moins les 200 € de casse.",
    "J'ai tenu parole, j'ai payé la moitié, l'autre moitié quand le toit ne fuira plus.",
    "Je vous mets 900 euros le 31 mars et pas un de plus, le reste n'est pas dû.",
    "Payment is released for Monday 16 March, less the broken pallets.",
    "So 12 April it is, provided that the boiler works by then.",
    "Je vous paie à la Saint-Glinglin, pas avant.",
    "Souci avec la banque, et la moitié du lot est arrivée cassée. Je vous tiens informé.",
    "Vous serez payés dès que les fonds arrivent, si votre pompe marche.",
    "Votre relance est arrivée après notre virement, fait sur le nouveau RIB que vous nous avez"
    " envoyé par mail.",
)


@pytest.mark.parametrize("text, intent", FIRST, ids=[text[:40] for text, _ in FIRST])
def test_what_decides(text: str, intent: Intent) -> None:
    assert read_text(text, sent_at=ON_TUESDAY).intents[0] is intent


@pytest.mark.parametrize("text", NO_PAYMENT, ids=[text[:40] for text in NO_PAYMENT])
def test_no_money_has_left(text: str) -> None:
    assert paid.find(text) == ()


@pytest.mark.parametrize("text", FOR_A_HUMAN, ids=[text[:40] for text in FOR_A_HUMAN])
def test_a_ground_beside_such_words_is_a_humans(text: str) -> None:
    reading = read_text(text, sent_at=ON_TUESDAY)
    waits = {Intent.DISPUTE, Intent.REFUSAL, Intent.QUESTION, Intent.PLAN_REQUEST, Intent.HOSTILE}
    assert reading.doubts or waits & set(reading.intents)
