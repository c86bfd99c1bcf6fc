"""What working people say when a machine must stop: none of it goes on, nor does it turn legal."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.intents import dispute, insolvency
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.kind import kind_of
from relance_mailer.reading.parse import parse
from relance_mailer.words import Intent, Kind, Outcome

DAY = datetime(2026, 3, 10, 9, tzinfo=UTC)
HEAD = (
    "Delivered-To: us@own.example\nFrom: Paul Durand <paul@durand.example>\nTo: us@own.example\n"
    "Subject: Re: relance\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
)


def outcome(text: str) -> Outcome:
    return outcome_of_words(text, DAY)


@pytest.mark.parametrize(
    "text",
    [
        # A creditor's deed beside words that only sound like a ground elsewhere.
        "Vous avez planté notre client en pleine saison. Virement de la première lundi.",
        "Notre serveur est tombé en panne après votre intervention. Je vire la moitié demain.",
        "Le logiciel plante depuis votre mise à jour. Paiement programmé le 30.",
        "Le virement a été refusé par nous, la quantité est fausse. On vire la bonne vendredi.",
        "Le paiement a été rejeté à ma demande. Le reste part jeudi.",
        "Je n'ai jamais vu cette facture ni les produits, je règle les autres vendredi.",
        "Votre assureur règle la casse que vous avez faite, après on vous paie, le 15.",
        # A payment of a part, with its reason left out.
        "On vous règle 1 200 le 30, ça nous semble correct au vu du travail.",
        "Le chèque part lundi. Il est de 300 parce que le canapé a un pied tordu.",
        "Je fais le virement demain, sans les 40 euros de frais.",
        "La 118 ok pour le 30, la 119 non.",
        "Envoyez le RIB, je paie la partie conforme.",
        "On était deux sur le chantier. Je vous vire ma moitié vendredi.",
        "On a reçu que la moitié, le règlement de la moitié part jeudi.",
        "J'ai un accord écrit de votre chef pour 900, je les ai payés.",
        # A condition that names no creditor, and poor work named by what it looks like.
        "Paiement le 15 dès que la pompe tourne.",
        "Je vire le 20 une fois que la cloison est droite.",
        "Le règlement part le 28. On reparlera des joints qui noircissent.",
        "Je vous paie lundi, le travail est moche.",
        # Goods sent back by somebody of the house, time asked for, silence asked for.
        "Je passe le mot au chef. Je crois qu'on avait renvoyé les pièces.",
        "Je ne pourrai rien vous donner avant janvier, je suis en arrêt.",
        "Payé hier, et c'est la dernière fois que je veux voir un message de vous.",
        "C'est viré, maintenant oubliez-moi définitivement.",
        "Ne me relancez plus, tout est viré, et virez-moi de votre base.",
        # Loose ends: unheard complaints, accounts closed by the debtor, an insult, a threat.
        "Ok pour vendredi. J'ai laissé trois messages pour le volet, personne ne m'a rappelé.",
        "On a soldé ce matin. Le canapé perd ses poils, faudra voir ça.",
        "Merci de m'envoyer le RIB. Le radiateur fait toujours du bruit.",
        "Je m'en occupe. Il y a un truc qui cloche dans vos chiffres.",
        "Payé ce jour 1 500, nous considérons l'affaire close.",
        "Écrivez plutôt à juridique@durand.example, le dossier y est depuis le sinistre.",
        "Nous avons cessé notre activité fin octobre. Je fais au mieux pour vendredi.",
        "C'est payé, crétin.",
        "Le virement part vendredi et après vous allez voir ce qui va vous arriver.",
    ],
)
def test_a_human_reads_it(text: str) -> None:
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Il est hors de question de payer des heures non faites.",
        "On va peut-être finir en liquidation si ça continue, laissez-nous deux mois.",
        "C'est à la société de ma sœur de payer, elle est en liquidation.",
    ],
)
def test_a_polite_debtor_is_not_sent_to_court(text: str) -> None:
    assert outcome(text) is Outcome.REVIEW


@pytest.mark.parametrize(
    "text",
    [
        "Notre serveur est tombé en panne, je fais le virement demain.",
        "Dès que le site de la banque fonctionne, je fais le virement, demain au plus tard.",
        "Depuis votre dernier appel j'ai retrouvé la facture, je la règle vendredi.",
        "Pour ma part tout est en ordre, le virement part vendredi.",
        "Le virement est de 300 euros, il part lundi.",
        "Le virement a été refusé par la banque, je le refais demain.",
        "Suite à votre intervention du 3, le règlement part vendredi.",
        "Quel imbécile je fais, le chèque était sous une pile. Il part ce soir.",
        "Le virement part ce matin, vous allez le voir arriver demain.",
    ],
)
def test_what_stops_nothing(text: str) -> None:
    assert outcome(text) in {Outcome.HOLD, Outcome.HOLD_UNTIL}


@pytest.mark.parametrize(
    "text, disputed",
    [
        ("Il y avait deux prestations non faites dedans.", True),
        ("On n'a reçu que les deux tiers.", True),
        ("Mon mari avait retourné les pièces.", True),
        ("Mon mari avait retourné le bon signé.", False),
        ("On n'a reçu que la première page.", False),
    ],
)
def test_goods_not_done_not_whole_or_sent_back(text: str, disputed: bool) -> None:
    assert bool(dispute.find(text)) is disputed


@pytest.mark.parametrize(
    "text, insolvent",
    [
        ("On va finir en liquidation.", False),
        (
            "C'est à l'entreprise de mon frère de régler, elle est en redressement judiciaire.",
            False,
        ),
        ("Notre société est en liquidation depuis lundi.", True),
        ("Mon entreprise est en redressement, elle ne peut plus payer.", True),
    ],
)
def test_whose_insolvency_and_whether_it_came(text: str, insolvent: bool) -> None:
    sure = [each for each in insolvency.find(text) if each.strength >= 2]
    assert bool(sure) is insolvent


def test_a_refusal_with_its_ground_in_the_same_sentence_is_no_flat_one() -> None:
    seen = {each.intent for each in weigh("Je refuse de payer des heures non faites.").seen}
    assert seen == {Intent.DISPUTE}
    flat = weigh("Les heures non faites, on en a parlé. Je refuse de payer.").seen
    assert {each.intent for each in flat} == {Intent.DISPUTE, Intent.REFUSAL}


def test_a_lifted_ground_is_back_beside_the_creditors_deed() -> None:
    lifted = "Nos clients nous ont planté, les travaux sont mal faits chez eux."
    kept = "Vous avez planté nos clients, les travaux sont mal faits chez eux."
    assert Intent.DISPUTE not in weigh(lifted).intents
    assert Intent.DISPUTE in weigh(kept).intents


@pytest.mark.parametrize(
    "text",
    [
        "Le mois de juillet on était fermés, vous n'êtes pas venus nettoyer. Le reste part le 1er.",
        "Je ne pourrai rien vous donner avant janvier, je suis en arrêt.",
    ],
)
def test_a_person_who_was_away_is_no_automaton(text: str) -> None:
    assert kind_of(parse(f"{HEAD}\n{text}\n".encode())).kind is Kind.HUMAN
