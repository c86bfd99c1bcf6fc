"""Days and sums of payments in everyday replies: aside, dictated, beside others' days."""

from datetime import datetime
from decimal import Decimal

import pytest

from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent

ON_MONDAY = datetime.fromisoformat("2026-10-19T10:00:00+02:00")

DAYS = (
    # Another's day beside the payment's.
    ("Je vous paie vendredi en huit, j'ai mon acompte qui rentre mercredi.", "2026-10-30"),
    ("J'encaisse mon chantier lundi 26, je vous vire le lendemain, promis.", "2026-10-27"),
    ("Mes clients payent toujours le 5, je vous fais le virement le 7 novembre.", "2026-11-07"),
    ("Le paiement tombe le jeudi 5 novembre, avec la paie des saisonniers.", "2026-11-05"),
    ("Elle part mardi 3 novembre avec la paie.", "2026-11-03"),
    (
        "J'emménage le 28, la fibre arrive le 1er, je vous règle le 6 novembre.",
        "2026-11-06",
    ),
    ("Je règle vendredi, avant le week-end du 31 octobre.", "2026-10-23"),
    (
        "La trésorière signera le chèque le 5 du mois prochain, après la réunion de bureau du 4.",
        "2026-11-05",
    ),
    ("Je vous paie vendredi, notre assemblée est le 21, mais ça n'a rien à voir.", "2026-10-23"),
    (
        "Nous versons 800 € le 30 octobre. Un copropriétaire demandait qu'on vous paie tout en"
        " janvier.",
        "2026-10-30",
    ),
    # The day stands with where somebody is.
    ("La semaine prochaine je suis au bureau et je vous règle.", "2026-10-30"),
    ("Au retour de congés le 2 novembre je m'assois et je te règle ça avant tout.", "2026-11-02"),
    ("Je rentre lundi soir et mardi 27 je vous fais le virement.", "2026-10-27"),
    (
        "Je ferme ce soir et reviens de congés le 2 novembre ; je vous règle ce jour-là.",
        "2026-11-02",
    ),
    # The money moves, without a verb of paying.
    ("L'argent quittera notre compte du Crédit Agricole vendredi en huit.", "2026-10-30"),
    ("Your money leaves us first thing Monday.", "2026-10-26"),
    ("C'est de là que partiront vos 1 240,50 €, le 5 novembre.", "2026-11-05"),
    ("Elle est remise au prochain lot, celui du 30 octobre.", "2026-10-30"),
    ("Elles sont au bordereau du 25 novembre.", "2026-11-25"),
    ("Vous figurez dans la remise du 30 octobre.", "2026-10-30"),
    ("It's locked into the 29 October run.", "2026-10-29"),
    ("J'ai 400 € pour vous le 12 novembre, c'est bétonné.", "2026-11-12"),
    ("Le gérant m'autorise à vous régler la moitié, soit 620,25 €, le 10 novembre.", "2026-11-10"),
    ("Vous aurez l'intégralité, soit 1 240,50 €, le 30 novembre.", "2026-11-30"),
    ("Plafond relevé, je relance les 1240,50 ce vendredi.", "2026-10-23"),
    ("La petite (612 €) : vendredi prochain, sans discussion.", "2026-10-30"),
    ("Vendredi prochain, via le Crédit Agricole.", "2026-10-30"),
    ("promis la sem pro c réglé", "2026-10-30"),
    # What comes is told by others or as decided.
    ("Il m'a assuré qu'elle serait virée pour la fin de la semaine prochaine.", "2026-10-30"),
    ("J'ai calé ton virement au 14 novembre dans l'appli.", "2026-11-14"),
    ("Nous avons décidé de la régler pour la fin novembre.", "2026-11-30"),
    ("C'est promis, début novembre c'est payé.", "2026-11-02"),
    ("D'ici trois semaines jour pour jour vous êtes payé.", "2026-11-09"),
    ("Vous serez payé avant la fin du mois. Le virement part le 27.", "2026-10-27"),
    ("Vous êtes au lot du 27, parce que celui du 23 est réservé aux salaires.", "2026-10-27"),
    ("Bonjour, sous 48h c'est chez vous, la directrice signe ce soir.", "2026-10-21"),
    # Dictated.
    (
        "alors voilà je peux vous faire trois cents euros le 30 octobre virgule pour la suite je ne"
        " sais pas encore",
        "2026-10-30",
    ),
    (
        "vous aurez le virement sous trois jours je suis sous une voiture là je peux pas plus vous"
        " parler",
        "2026-10-22",
    ),
    # The rest, beside a part that was paid.
    ("Reste donc 612 € que Bruno virera vendredi, au retour de son stage.", "2026-10-23"),
    ("On a payé la première. La grosse, le 15 novembre, après l'inventaire.", "2026-11-15"),
)

SEVERAL = (
    ("Vous serez payé fin du mois. La moitié part vendredi.", ("2026-10-23", "2026-10-31")),
    ("500 € vendredi. Le solde fin du mois.", ("2026-10-23", "2026-10-31")),
    (
        "FA-12 : 400 €, lundi prochain 26. FA-13 : 612 €, deux semaines après, le 9 novembre.",
        ("2026-10-26", "2026-11-09"),
    ),
)

NO_DAY = (
    "Oubliez donc la date du 30, elle ne tient plus. Nous vous réglerons, un jour je n'ai pas.",
    "La date du 26 que je vous avais indiquée ne pourra être respectée, la banque a tout gelé.",
    "Je vous avais promis un virement pour le 30. Il n'y aura rien le 30, je suis désolé.",
    "Je viens de donner l'ordre, ça arrive chez vous mercredi.",
    "Retard général dans le traitement de nos règlements, pas de visibilité à ce jour.",
    "On vous paie bien sûr. L'économat ne paie qu'une fois par mois, le dernier vendredi.",
    "Je vous paie, c'est dit, pas la peine de m'écrire tous les quatre matins.",
)

SUMS = (
    ("Je mets 500 balles vendredi, oui, les 500 balles vendredi, c'est juré.", "500.00"),
    ("1 200 € mardi, et les 40,50 € qui restent je te les glisse en liquide.", "1200.00"),
    (
        "Je vous verse mille deux cents euros fin octobre et les quarante euros cinquante je vous"
        " les apporte en passant",
        "1200.00",
    ),
    ("les mille deux cent quarante euros cinquante c'est pour vendredi", "1240.50"),
    ("413,50 € le 30 octobre, autant le 13 novembre et les derniers 413,50 € le 27.", "1240.50"),
    (
        "Je vous paie en trois morceaux égaux de 413,50 € : 30 octobre, 30 novembre, 30 décembre.",
        "1240.50",
    ),
    ("La petite (612) jeudi en huit, la grosse (1240,50) le dernier jour du mois.", "1852.50"),
    ("The 612 is fine, it'll be with you on Friday 30 October.", "612.00"),
    ("La petite facture de 612 euros a passé le visa, elle sort vendredi 23.", "612.00"),
)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_the_payment(text: str, day: str) -> None:
    reading = read_text(text, sent_at=ON_MONDAY)
    assert Intent.PROMISE in reading.intents
    assert [on.isoformat() for on in reading.promise_dates] == [day]


@pytest.mark.parametrize(("text", "days"), SEVERAL)
def test_the_days_of_several_parts(text: str, days: tuple[str, ...]) -> None:
    reading = read_text(text, sent_at=ON_MONDAY)
    assert tuple(on.isoformat() for on in reading.promise_dates) == days


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_sure(text: str) -> None:
    assert read_text(text, sent_at=ON_MONDAY).promise_dates == ()


@pytest.mark.parametrize(("text", "amount"), SUMS)
def test_the_sum_of_the_payment(text: str, amount: str) -> None:
    assert read_text(text, sent_at=ON_MONDAY).promised_amount == Decimal(amount)
