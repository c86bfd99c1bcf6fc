"""A promise to pay elsewhere than to the creditor's known account is a human's to see, in time."""

from datetime import UTC, datetime

import pytest

from pure.reading.plain_mail import outcome_of_words
from relance_mailer.reading.payee import DOUBTED, PLAIN
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Outcome

THURSDAY = datetime(2026, 11, 19, 9, tzinfo=UTC)
CHANGED = (
    "Je vous vire la somme lundi sur le nouveau compte que vous m'avez dicté, depuis mon RIB pro.",
    "Virement vendredi sur le nouvel IBAN reçu ce matin, je joins mon RIB.",
    "je fais le virement vendredi sur le nouvel IBAN que vous m'avez envoyé hier",
    "Je vous règle lundi sur le nouveau RIB reçu par mail.",
    "Le virement part vendredi, sur le compte que votre collègue m'a donné au téléphone.",
    "On paiera le 30 sur vos nouvelles coordonnées bancaires.",
    "J'ai bien noté votre changement de banque, virement vendredi.",
    "Nous réglerons lundi sur l'IBAN lituanien indiqué dans votre mail.",
    "Je ferai le virement demain avec le RIB que vous m'avez transmis ce matin.",
    "Virement prévu jeudi vers votre nouveau compte.",
    "Je vous paie le 5, j'ai modifié votre RIB comme demandé dans votre message.",
    "We will pay on Friday to the new account you sent us.",
    "Le règlement part lundi, j'ai enregistré vos nouvelles coordonnées.",
    "Vous serez payés vendredi sur le compte dont votre comptable nous a donné le numéro hier.",
    "Je vire demain sur l'IBAN reçu ce matin.",
    "Le virement part lundi sur l'autre compte, celui que vous m'avez indiqué par SMS.",
    "On règle le 30, j'ai mis à jour vos coordonnées bancaires.",
    "Suite à votre changement de banque, le virement partira vendredi sur le nouveau compte.",
    "Je paie jeudi, plus sur l'ancien compte comme vous le demandez.",
    "Nous avons remplacé votre RIB dans notre logiciel, paiement le 30.",
    "Vous avez changé de banque, c'est noté, virement vendredi.",
    "Je fais le virement lundi sur le RIB que la dame m'a dicté au téléphone.",
    "Virement vendredi, j'ai bien reçu le nouvel IBAN.",
    "Règlement le 5 sur le RIB transmis par mail hier.",
    "Le règlement sera fait lundi sur les nouvelles coordonnées bancaires.",
    "je vire vendredi sur le compte en Lituanie",
    "Puisque vous changez de compte, j'enverrai l'argent lundi sur le nouveau.",
    "Votre RIB a changé, je programme le virement pour vendredi.",
    "Votre service m'a fait suivre un autre RIB ce matin, je fais le virement vendredi dessus.",
    "J'ai reçu un mail avec votre nouvel IBAN, je vire lundi.",
    "Le compte ayant changé, le virement partira vendredi sur celui de la BCR.",
    "Je vous règle le 5, sur la banque que vous m'avez indiquée lundi.",
    "Vos coordonnées bancaires viennent d'être modifiées chez nous, le règlement part vendredi.",
    "C'est noté pour le changement de RIB, virement vendredi.",
    "J'ai suivi vos instructions pour le nouveau compte, le virement est prévu lundi.",
    "Nous avons bien pris en compte votre nouvel IBAN, paiement le 30.",
    "Le virement de vendredi ira sur le compte polonais que vous avez donné.",
    "I'll transfer on Friday using the new bank details you emailed.",
    "Vos références bancaires ayant changé, je paierai lundi sur les nouvelles.",
)
ELSEWHERE = (
    "Le chèque part vendredi, je le donne à votre chauffeur, établi à son nom.",
    "Je remets lundi le chèque à votre poseur, au nom de Karim comme il l'a demandé.",
    "Comme demandé par votre directeur, je vire vendredi sur le compte de sa holding.",
    "Je paie vendredi sur le RIB de votre associé.",
    "Je règle vendredi le commissaire de justice qui m'a appelé.",
    "Je paierai votre livreur en liquide lundi.",
    "Je vire vendredi au factor.",
    "Je donnerai le chèque à votre commercial lundi, en espèces.",
    "Nous paierons lundi la société de recouvrement qui nous a écrit.",
    "Je vous règle en espèces vendredi, je donne l'argent à votre technicien.",
    "Le virement partira vendredi au profit de la société Duval, comme vous l'avez demandé.",
    "Je verse lundi à votre sous-traitant, il passe chercher l'argent.",
    "Je vais payer l'huissier vendredi.",
    "Je réglerai votre ancien gérant vendredi, il me l'a demandé.",
)
AS_EVER = (
    "Mon banquier doit valider votre IBAN, virement lundi.",
    "J'ai saisi votre IBAN, il sera actif lundi, virement mardi.",
    "Je n'ai pas votre RIB, je vous fais un chèque vendredi.",
    "Votre IBAN était mal recopié chez moi, virement refait vendredi.",
    "J'avais fait une erreur d'IBAN, je refais le virement lundi.",
    "Le virement est revenu, IBAN erroné de ma part, il repart vendredi.",
    "Ma nouvelle banque met 48 h à ajouter un bénéficiaire, virement vendredi.",
    "Le nouveau trésorier a maintenant accès au compte, virement vendredi.",
    "Je vire vendredi, confirmez-moi que votre IBAN n'a pas changé.",
    "Si votre RIB n'a pas changé je vire vendredi.",
    "Votre RIB n'a pas changé ? Je vire vendredi.",
    "Virement vendredi sur votre IBAN habituel.",
    "Je règle lundi sur le RIB en bas de la facture.",
    "Nous avons changé de banque, le virement part vendredi.",
    "Merci de m'envoyer votre RIB, je fais le virement vendredi.",
    "Je vous paie vendredi, le nouveau RIB de mon mari vient d'être activé.",
    "J'ai changé de banque, j'attends mon nouveau RIB, je vous règle vendredi.",
    "Le virement part vendredi sur l'IBAN indiqué sur la facture.",
    "Je vire vendredi sur le compte indiqué dans votre relance.",
    "Je vous réglerai vendredi depuis mon nouveau compte.",
    "On a une nouvelle banque, le virement part lundi.",
    "Mon nouvel IBAN n'est pas encore actif, je paie le 30.",
    "Je vous envoie mon nouveau RIB pour le prélèvement du 5.",
    "Je règle vendredi, votre commercial m'a confirmé le montant.",
    "Le chèque part vendredi, je le donne à votre chauffeur.",
    "Je paie vendredi, l'huissier n'est pas utile.",
    "Merci de ne pas envoyer d'huissier, je paie vendredi.",
    "Je paie d'abord l'URSSAF, vous vendredi.",
    "Notre notaire vous réglera vendredi.",
    "Ma mutuelle vous règle vendredi.",
    "Votre ancien RIB est toujours bon ? je vire vendredi.",
    "J'ai le RIB que vous m'avez envoyé avec la facture, virement vendredi.",
    "Pouvez-vous m'envoyer votre nouveau RIB ?",
    "Je vire vendredi sur le compte habituel.",
    "Je règle lundi, j'ai toujours votre RIB.",
    "J'ai retrouvé votre RIB, virement vendredi.",
    "Merci pour votre RIB, je vire vendredi.",
    "Bien reçu votre RIB, virement vendredi.",
    "Le RIB est bien celui de la facture, virement vendredi.",
    "Nos coordonnées bancaires ont changé, le prélèvement ne passait plus, je vire vendredi.",
    "Ma banque a changé de logiciel, virement lundi.",
    "Suite à notre changement de banque, le virement partira vendredi.",
    "On change de banque, donc retard, virement le 30.",
    "Le temps d'ajouter votre IBAN dans ma liste, virement vendredi.",
    "Ma femme a changé de compte, elle vous vire vendredi.",
    "Je dois enregistrer votre RIB comme nouveau bénéficiaire, 48 h, virement vendredi.",
    "Il faut 72 h pour ajouter un nouveau bénéficiaire, le virement part lundi.",
    "Le nouveau compte de l'association est ouvert, virement vendredi.",
    "Je paie vendredi par virement, merci de rappeler votre IBAN.",
    "Je règle depuis le nouveau compte de ma société vendredi.",
    "J'ai vendu ma voiture, l'argent arrive sur mon autre compte lundi, je vous vire mardi.",
    "Le virement part de mon autre compte vendredi.",
    "Je vous vire vendredi depuis un autre compte.",
    "Virement vendredi sur l'IBAN que vous m'avez envoyé avec la facture.",
    "Je vire vendredi sur le RIB joint à votre relance.",
    "La comptable a changé d'adresse, virement vendredi.",
    "Je paie par chèque vendredi, à votre nouvelle adresse.",
    "Le nouveau comptable règle vendredi.",
    "Le compte de la société est bloqué, je vous paie vendredi.",
    "Je transfère d'abord sur mon compte, et je vous vire vendredi.",
    "Je vous règle vendredi, merci à votre technicien.",
    "Je remets le chèque à votre chauffeur vendredi.",
    "Merci à votre livreur, je règle vendredi.",
    "Je règle vendredi, pas besoin d'huissier.",
    "Le virement partira vendredi, dites-le à votre commercial.",
    "Je vire vendredi et j'appelle votre collègue.",
    "J'en ai parlé à votre collègue, je paie vendredi.",
    "Je vous paie vendredi au bénéfice de votre société.",
    "Je paie mon plombier demain et vous vendredi.",
    "Je donne votre facture à mon comptable, virement vendredi.",
    "Je règle le solde vendredi à votre bureau.",
    "Paiement vendredi au comptoir, je le remets à votre collègue.",
    "Je paie vendredi par carte à votre collègue de l'accueil.",
    "La K-88715 sera soldée le 30. Indiquez-nous vos nouvelles coordonnées s'il y a lieu.",
)


def mail(text: str) -> str:
    """The words with a greeting and a closing."""
    return f"Bonjour,\n\n{text}\n\nCordialement,"


def doubts(text: str) -> tuple[str, ...]:
    """The doubts of a plain mail of a Thursday."""
    return read_text(mail(text), sent_at=THURSDAY).doubts


@pytest.mark.parametrize("text", CHANGED)
def test_a_promise_into_changed_details_is_doubted(text: str) -> None:
    assert "changed_bank_details" in doubts(text)


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_promise_to_somebody_else_is_doubted(text: str) -> None:
    assert "paid_elsewhere" in doubts(text)


@pytest.mark.parametrize("text", AS_EVER)
def test_a_promise_to_us_is_not(text: str) -> None:
    assert not {"changed_bank_details", "paid_elsewhere"} & set(doubts(text))


@pytest.mark.parametrize("text", DOUBTED)
def test_what_is_doubted_stops(text: str) -> None:
    assert outcome_of_words(mail(text), THURSDAY) is Outcome.REVIEW


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_held_until_its_day(text: str) -> None:
    assert outcome_of_words(mail(text), THURSDAY) is Outcome.HOLD_UNTIL
