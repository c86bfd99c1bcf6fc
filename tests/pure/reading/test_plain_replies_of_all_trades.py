"""Plain replies of town halls, clubs, accountants, artisans and private persons: all go on."""

import pytest

from pure.reading.plain_mail import read_plain_mail
from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.words import Outcome

GO_ON = (
    "Madame, votre facture a bien été mandatée le 12 novembre, bordereau 214. Le paiement "
    "relève désormais de la trésorerie, comptez une dizaine de jours.",
    "Le mandat est parti en trésorerie lundi, vous devriez être crédités d'ici la fin du mois.",
    "La facture a été déposée sur Chorus sans le numéro d'engagement, elle est donc en "
    "statut « à recycler ». Merci de la redéposer avec EJ2026-4417.",
    "Service fait constaté ce jour, paiement sous 20 jours.",
    "Notre élue signe les parapheurs le jeudi, le virement suivra vendredi.",
    "Le conseil municipal vote la décision modificative le 2 décembre, le mandatement "
    "interviendra le 4.",
    "Nous avons bien reçu votre relance. Le dossier est entre les mains de la DGFiP, nous "
    "n'avons plus la main.",
    "Bonjour, l'école est fermée jusqu'au 23, je transmets à l'intendance à la rentrée.",
    "La trésorière de l'association est en voyage, elle fera le virement à son retour le 25.",
    "Le bureau se réunit mardi soir, le chèque sera signé à cette occasion et posté mercredi.",
    "On est tous bénévoles, désolé pour le retard, je m'en occupe samedi.",
    "Notre subvention vient d'être votée, je vous règle dès lundi.",
    "J'ai mis la facture dans la prochaine campagne, elle passe le 30.",
    "Elle est bien comptabilisée chez nous, échéance 30 jours fin de mois, donc règlement au "
    "31 décembre.",
    "Conformément à nos conditions, règlement à 45 jours, soit le 10 décembre.",
    "Facture enregistrée, bon à payer donné, virement le 27.",
    "Vous êtes dans le lot du 27, sauf erreur.",
    "Le fournisseur était bloqué dans notre ERP pour un RIB périmé, c'est débloqué, vous "
    "êtes payés vendredi.",
    "Votre RIB n'était plus à jour chez nous, c'est corrigé, le virement part demain.",
    "Le virement a été rejeté par notre banque pour un chiffre manquant dans l'IBAN, je le "
    "relance ce matin.",
    "C'est parti à l'instant, je vous joins la capture.",
    "Payé par carte sur votre site dimanche soir, j'ai le mail de confirmation.",
    "Le chèque est dans la boîte depuis hier soir, la levée était à 17 h.",
    "Mon mari a déposé le chèque à votre magasin samedi.",
    "Ma fille a fait le virement pour moi, je ne sais pas m'en servir.",
    "J'ai réglé les deux d'un coup, 812,40 €, le 14.",
    "Il doit y avoir un croisement, c'est payé depuis le 10.",
    "Nos courriers se sont croisés, le virement est parti hier.",
    "D'après mon relevé, vous avez été payés le 9 novembre.",
    "Vérifiez sous le nom de ma femme, Lebrun, c'est son compte qui a payé.",
    "Désolée, j'ai complètement zappé, je fais ça ce soir en rentrant.",
    "Oups, elle était restée sous une pile. Je vous vire ça demain matin.",
    "Je suis impardonnable ! Le chèque part au courrier de demain.",
    "Merci de votre patience, c'est pour vendredi sans faute.",
    "Pas de souci, vous aurez votre règlement le 30 comme d'habitude.",
    "Promis juré, lundi à la première heure.",
    "Je touche ma paie le 28, je vous règle le 29.",
    "Ma retraite tombe le 9, je vous fais le chèque le jour même.",
    "Dès que je rentre de déplacement, mercredi, je fais le nécessaire pour le virement.",
    "Je suis sur un chantier à Lyon jusqu'à jeudi, je vous paie vendredi.",
    "En plein salon de l'agriculture, je règle ça lundi.",
    "C'est la moisson, pas une minute à moi, je vous vire tout dimanche soir.",
    "Fin de saison, la caisse est bonne, vous êtes payés lundi.",
    "J'étais à l'hôpital pour ma hanche, je règle dès demain.",
    "Suite à un dégât des eaux dans nos bureaux, nous avons perdu une partie du courrier. "
    "Pouvez-vous nous renvoyer la facture ?",
    "Suite à un changement de logiciel, votre facture n'a pas été reprise. Merci de nous la "
    "renvoyer.",
    "Notre comptable a quitté l'entreprise et je ne retrouve rien. Un double de la facture "
    "m'aiderait.",
    "Je reprends la compta, je découvre votre relance, pouvez-vous m'envoyer un relevé de compte ?",
    "Auriez-vous le RIB en PDF ? Celui de la facture est illisible.",
    "Il nous faut le bon de livraison signé pour payer, pouvez-vous l'envoyer ?",
    "La pièce jointe ne s'ouvre pas, vous pouvez la remettre en PDF ?",
    "Le lien vers la facture a expiré.",
    "Je n'ai que la page 2 de la facture.",
    "Votre facture est partie dans les spams et a été effacée, merci de la renvoyer.",
    "Nous n'acceptons les factures que via notre plateforme Basware, merci de l'y déposer.",
    "Merci d'adresser la facture à factures@durand.example, c'est la seule adresse traitée.",
    "C'est le siège qui paie : compta.siege@durand.example.",
    "Bonjour, mauvaise pioche, moi c'est le commercial. La compta : compta@durand.example.",
    "Monsieur Petit est parti fin octobre, je vous donne mon contact pour la suite, "
    "julie.petit@durand.example.",
    "Je fais suivre à notre expert-comptable qui s'occupe des règlements.",
    "Reçu, je vois avec le patron ce soir.",
    "Bien reçu, je reviens vers vous d'ici la fin de semaine.",
    "Je pose la question à la personne qui a la signature bancaire.",
    "Je note et je relance notre trésorerie.",
    "Votre mail est arrivé au bon endroit, on regarde.",
    "Message transmis à la direction.",
    "OK merci",
    "Bien noté, bonne journée.",
    "Entendu, je m'en charge.",
    "Je regarde ça cet après-midi et je vous dis.",
    "C'est en cours de signature.",
    "La facture est dans le circuit, il manque le visa de la DAF.",
    "On attend un gros règlement d'un client, dès qu'il tombe vous êtes les premiers servis.",
    "La banque nous a coupé le découvert, c'est la galère en ce moment.",
    "Activité partielle depuis septembre, on fait comme on peut.",
    "Le chantier de l'hôpital nous paie avec trois mois de retard, on est étranglés.",
    "Je ne vous oublie pas mais là je n'ai pas de quoi.",
    "Mes comptes sont dans le rouge, je ne peux rien promettre.",
    "Ma femme est au chômage et moi en arrêt, on rame.",
    "Écoutez, je sais que je vous dois cet argent, mais en ce moment je ne l'ai pas.",
    "Nos adhérents n'ont pas encore tous payé leur cotisation, la caisse est vide.",
    "Le boulanger vous salue ! Le virement est fait, et les croissants sont offerts la "
    "prochaine fois.",
    "Votre carrelage fait l'admiration de la belle-mère. Chèque posté ce matin.",
    "La machine tourne comme une horloge. Vous serez payé le 30.",
    "Tout est en ordre de notre côté depuis votre dernier passage, paiement fin de mois.",
    "Livraison bien reçue, rien à signaler, la facture est en paiement au 15.",
    "Je n'ai rien contre vous, c'est juste que je suis tête en l'air. Demain c'est payé.",
    "Vous avez raison de me secouer, je vire cet après-midi.",
    "Vous êtes bien aimable de me le rappeler. J'irai à la banque mardi.",
    "Inutile de m'envoyer l'huissier, je paie lundi ;)",
    "Pas la peine de monter sur vos grands chevaux, c'est payé vendredi.",
    "Franchement votre logiciel de relance est un peu pressé, mais soit : virement demain.",
    "I am the new accountant, could you resend the invoice please?",
    "The payment left our bank on Tuesday.",
    "We'll settle this in our next payment run on 30 November.",
    "Sorry for the delay, I'll pay tomorrow.",
    "Please contact accounts@durand.example for all invoices.",
    "Noted, I'll pass it on to our finance team.",
    "Things are tight at the moment, we are waiting for a customer to pay.",
    "Virement de 1 204 € programmé au 1er décembre, réf. BZ-118.",
    "300 partis hier, 198 le 5.",
    "La moitié est faite, l'autre moitié le 15 décembre.",
    "Je vous ai envoyé 150 € hier, je complète le 5 avec ma prime.",
    "Trois chèques de 166 € dans l'enveloppe, comme convenu avec Sandrine.",
    "Comme vu au téléphone avec Karim, je paie les deux le 30.",
    "Suite à notre conversation de ce matin, je vous confirme un virement le 27.",
    "Je tiens parole, c'est pour demain.",
    "Mardi.",
    "Avant Noël, c'est sûr.",
    "Courant de la semaine prochaine.",
    "Je fais le maximum pour vendredi.",
)


@pytest.mark.parametrize("text", GO_ON)
def test_a_reply_of_any_trade_goes_on(text: str) -> None:
    reading = read_plain_mail(text)
    first = deciding_intent(reading)
    assert reading.doubts == ()
    assert first is not None
    assert intent_outcome(reading, first) not in {Outcome.REVIEW, Outcome.LEGAL}
