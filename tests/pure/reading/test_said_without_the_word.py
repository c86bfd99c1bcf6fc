"""Paying, cash trouble and one's own troubles told without the word for it, and their near ones."""

import pytest

from relance_mailer.reading.intents import hard_times, own_affairs, plain_ways
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.intents.phrases import sentences
from relance_mailer.words import Intent

SAID = (
    (
        Intent.PAID,
        (
            "C'est chose faite, bonne journée.",
            "Vous devriez voir nos 340 € sur votre relevé.",
            "L'argent est chez vous depuis jeudi.",
            "Le chèque est à la poste depuis mardi.",
            "Vous l'avez depuis lundi.",
            "Pointez vos relevés du 12, la ligne de 88,40 y est.",
            "Je viens de cliquer sur valider.",
            "Ma sœur s'en est chargée pour moi.",
            "Le talon est en pièce jointe.",
            "Ci-joint l'avis d'opéré.",
            "All done as of ten minutes ago.",
            "La traite a été présentée et honorée.",
        ),
        (
            "Ce n'est pas chose faite.",
            "Vous devriez voir nos photos dans votre boîte.",
            "L'argent sera chez vous demain.",
            "Le chèque n'est pas parti, il est à la poste depuis mardi à l'étude.",
            "Vous l'avez dit à ma femme.",
            "Pointez le chantier avec mon chef.",
            "La sonnette : j'appuie, rien.",
            "Ma sœur n'a pas payé.",
            "La photo de la fissure est en pièce jointe.",
            "Ci-joint le constat.",
            "It will be all done tomorrow.",
            "La traite sera présentée le 30.",
        ),
    ),
    (
        Intent.PROMISE,
        (
            "Nous nous engageons sur la fin du mois.",
            "Je vous le rends le 15.",
            "Vous êtes dans le train de paiement de jeudi.",
            "Vous serez le premier servi.",
            "Vous aurez vos sous vendredi.",
            "Votre argent part lundi.",
            "On va régulariser cela.",
            "C'est calé le 14.",
            "La totalité le 30.",
            "Vendredi, dernier délai.",
            "I'm paying half today.",
            "Expect 900 in your account on the 4th.",
        ),
        (
            "Je ne m'engage sur aucun jour.",
            "Je vous rends les clés quand vous aurez réparé.",
            "Vous étiez dans le lot, on vous en a sorti.",
            "Le client est toujours mal servi chez vous.",
            "Vous aurez des nouvelles de mon conseil.",
            "Le carrelage part en morceaux.",
            "On va voir.",
            "C'est calé avec des cartons, votre meuble.",
            "La totalité des pièces manque.",
            "Sans délai ni faute, disait le devis.",
            "I'm not going to discuss it.",
            "Expect a complaint.",
        ),
    ),
    (
        Intent.ACK,
        (
            "Je m'y penche en rentrant.",
            "Elle est dans le circuit depuis mardi.",
            "La facture suit son cours.",
            "Votre facture attend seulement que le chef la vise.",
            "J'ai mis votre lettre dans sa bannette.",
            "Je lui en parle ce soir.",
            "Nous procédons aux vérifications.",
            "Votre message sera examiné par le bureau.",
            "Ticket n° 4471 ouvert.",
            "Laissez-moi le temps de fouiller.",
            "I've put it in his tray.",
            "I'll ask around.",
        ),
        (
            "La gouttière penche.",
            "Le court-circuit vient de votre tableau.",
            "Le chantier suit une autre route.",
            "Votre facture n'attend rien de bon.",
            "J'ai mis votre lettre à la poubelle.",
            "Je ne lui parle plus.",
            "Nous procédons contre vous.",
            "Votre réclamation sera examinée par notre avocat.",
            "Le ticket de caisse est faux.",
            "Laissez-moi tranquille.",
            "I've put it in the bin.",
            "Ask your driver.",
        ),
    ),
    (
        Intent.INVOICE_REQUEST,
        (
            "Un nouvel exemplaire m'arrangerait.",
            "Je n'ai que la première page.",
            "Votre facture n'a jamais atteint le service.",
            "jai jamais recu de facture",
            "Scannez-la et je regarde.",
            "Elle ne porte aucun numéro de commande.",
            "Où dois-je payer ?",
            "Sur quel compte faut-il verser ?",
            "Il me faudrait votre IBAN.",
            "Vous auriez une version plus nette ?",
            "The attachment was missing.",
            "It carries no PO number.",
        ),
        (
            "Vous l'avez encaissée en double.",
            "Je n'ai eu que la première couche.",
            "Votre livraison n'a jamais atteint le dépôt.",
            "j'ai jamais reçu de marchandise",
            "Regardez-la, votre peinture.",
            "Elle ne porte aucun poids, cette étagère.",
            "Où dois-je rapporter la machine ?",
            "Sur quel ton faut-il le dire ?",
            "Il me faudrait un technicien.",
            "Vous auriez dû poser une autre couleur.",
            "Two chairs were missing.",
            "It carries no warranty.",
        ),
    ),
)


def told(text: str, intent: Intent) -> bool:
    return any(found.intent is intent for found in plain_ways.find(text))


@pytest.mark.parametrize("intent, text", [(i, t) for i, hits, _ in SAID for t in hits])
def test_what_is_said_without_its_word_is_heard(intent: Intent, text: str) -> None:
    assert told(text, intent)
    assert all(found.span in text for found in plain_ways.find(text))


@pytest.mark.parametrize("intent, text", [(i, t) for i, _, others in SAID for t in others])
def test_what_only_sounds_like_it_is_not_heard(intent: Intent, text: str) -> None:
    assert not told(text, intent)


@pytest.mark.parametrize("intent, text", plain_ways.TAKES)
def test_the_examples_of_plain_ways_are_taken(intent: Intent, text: str) -> None:
    assert told(text, intent)


@pytest.mark.parametrize("intent, text", plain_ways.LEAVES)
def test_the_counter_examples_of_plain_ways_are_left(intent: Intent, text: str) -> None:
    assert not told(text, intent)


HARD = (
    "Nous avons perdu notre principal contrat en janvier.",
    "Plus personne ne vient depuis la déviation.",
    "Mes clients traînent, nos impayés s'accumulent, des impayés en cascade.",
    "Le chiffre d'affaires a chuté d'un tiers.",
    "L'orage a tout emporté.",
    "Le hangar a brûlé en février.",
    "Nous réglons d'abord les salaires.",
    "Vous n'êtes pas les seuls à attendre.",
    "Je n'ai plus de quoi payer.",
    "Les règlements accusent un gros retard.",
    "La banque a encore reporté notre prêt.",
    "Je ne sais pas quand je pourrai.",
    "Je retire mon engagement du mois dernier.",
    "I really can't say when.",
    "On survit tant bien que mal.",
)
NOT_HARD = (
    "J'ai perdu votre facture.",
    "Plus rien ne s'oppose au paiement.",
    "Le chiffre de votre devis est faux.",
    "L'orage est passé, votre virement aussi.",
    "Le hangar que vous avez monté penche.",
    "Nous réglons lundi, avec les salaires.",
    "Vous êtes seuls à vous plaindre.",
    "J'ai largement de quoi payer.",
    "Les règlements partent le 15.",
    "La banque ouvre lundi.",
    "Je sais quand je pourrai : vendredi.",
    "Je maintiens mon engagement.",
    "You should be ashamed.",
    "Le parquet survit mal à l'humidité.",
)


@pytest.mark.parametrize("text", [*HARD, *hard_times.TAKES])
def test_cash_trouble_is_heard_in_its_causes(text: str) -> None:
    assert hard_times.find(text)


@pytest.mark.parametrize("text", [*NOT_HARD, *hard_times.LEAVES])
def test_no_cash_trouble_is_heard_elsewhere(text: str) -> None:
    assert hard_times.find(text) == ()


OWN = (
    "Le salaire n'est pas encore tombé, je vous paie dès lundi.",
    "La subvention n'a pas été versée, le règlement attendra fin mars.",
    "Je ne pourrai pas tenir la date du 12, ce sera le 19.",
    "Le camion est en panne et ça m'a coûté un bras, je règle le 8.",
    "Notre notaire n'a pas encore débloqué la somme, ce sera payé le 20.",
    "Le client de Sète n'a jamais payé, je vous règle quand même vendredi.",
    "Je n'ai aucune trace de cette facture, renvoyez-la moi.",
    "L'original n'est jamais arrivé, merci de me l'adresser.",
    "Votre technicien a été très aimable. Je paie mardi.",
    "Le festival est annulé, la caisse est vide, je règle le 30.",
    "Vous vous trompez d'interlocutrice, écrivez à compta@halle.example.",
    "La voiture a rendu l'âme, j'avais oublié le reste, je vire demain.",
)
OURS = (
    "La livraison n'est pas encore arrivée, je paierai ensuite.",
    "Le parquet n'a pas été posé, je paie le reste.",
    "La porte ne tient pas, je paie le 12.",
    "Le four que vous avez livré est en panne et la réparation m'a coûté 200.",
    "Votre poseur n'est jamais revenu, je règle la moitié.",
    "Le client n'a pas reçu la marchandise, nous payons le solde.",
    "Je n'ai aucune trace de cette commande, je paie l'autre facture.",
    "Le colis n'est jamais arrivé, je vire le reste.",
    "Votre technicien a cassé la vitre. Je paie mardi le reste.",
    "La prestation est annulée, je règle l'acompte.",
    "Le camion est en panne depuis que vous l'avez réparé, ça m'a coûté cher.",
    "Réparez d'abord le four en panne, la réparation a tout pris, je paie après.",
)


@pytest.mark.parametrize("text", OWN)
def test_one_s_own_troubles_are_no_ground(text: str) -> None:
    assert Intent.DISPUTE not in weigh(text).intents


@pytest.mark.parametrize("text", OURS)
def test_the_creditor_s_doings_stay_a_ground(text: str) -> None:
    assert Intent.DISPUTE in {found.intent for found in weigh(text).seen}


@pytest.mark.parametrize("text", own_affairs.TAKES)
def test_an_own_affair_is_known(text: str) -> None:
    assert any(own_affairs.is_own_affair(each) for each in sentences(text))


@pytest.mark.parametrize("text", own_affairs.LEAVES)
def test_goods_are_no_own_affair(text: str) -> None:
    assert not any(own_affairs.is_own_affair(each) for each in sentences(text))
