"""Grounds, threats, deaths and proceedings in the turns of plain replies: a human sees each."""

from datetime import UTC, datetime

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.words import Outcome

FOR_A_HUMAN = (
    "Sauf surprise à l'ouverture des cartons, je paie vendredi.",
    "Sauf imprevu sur votre chantier, virement le 30.",
    "Tant qu'à faire, reprenez aussi la deuxième palette. Virement du reste vendredi.",
    "En tant que client mécontent, je paie quand même vendredi.",
    "La première part lundi. L'autre n'est pas signée par la direction, elle attend votre geste.",
    "Je règle la 118 vendredi, la 119 n'est pas visée par l'architecte.",
    "Facture rectifiée bien reçue, elle ne correspond pas à ce qu'on s'était dit. Paiement "
    "vendredi de la première.",
    "Votre avoir est bien arrivé, il concerne une autre commande. Je règle le reste vendredi.",
    "Avoir enregistré, reste le problème des poignées. Virement jeudi.",
    "Laissez-moi le temps de vérifier ce que vous avez réellement posé.",
    "Laissez-moi deux jours pour voir si ça tient.",
    "Laissez-moi pointer ça, il me semble que la moitié est à vous reprendre.",
    "Mettez plutôt le 30, et seulement si le carreleur revient.",
    "Disons le 12, moins les 80 € de la vitre.",
    "Notez le 4 décembre, date à laquelle je saisis le juge.",
    "Comptez plutôt le 15 pour la main levée des réserves.",
    "Je vous cale ça pour le 5, au tarif de l'an dernier.",
    "Première échéance le 10 décembre, sous réserve que vous acceptiez.",
    "Virement effectué lundi, mais vous avez encore facturé la pose.",
    "Payé vendredi, je vous laisse juge de la qualité.",
    "Réglé. N'espérez pas de recommandation, le parquet gondole.",
    "498 € virés lundi, ne comptez pas sur le reste.",
    "Chèque posté mardi, libellé à l'ordre de votre ancien gérant.",
    "Virement fait mercredi sur le compte de votre holding.",
    "Je le traite dès que possible, il y a quand même trois lignes que je ne reconnais pas.",
    "Je fais le point avec la banque et avec mon avocat demain.",
    "Ne m'écrivez plus ici, écrivez au tribunal : greffe@tj.example.",
    "Merci de ne plus écrire à cette boîte, c'est celle de mon mari décédé. Utilisez "
    "anne@durand.example.",
    "Merci d'utiliser mon adresse, et cessez d'appeler ma mère.",
    "Toute demande doit passer par notre assureur : sinistres@axa.example.",
    "Si vous ne voyez rien vendredi, c'est que je n'ai pas été remboursé de l'acompte. "
    "Appelez-moi.",
    "Le chèque part demain, si la porte ferme toujours aussi mal rappelez-moi.",
    "Comme convenu avec votre collègue, on annule la 119 et je paie la 118 vendredi.",
    "Merci pour le report, je règle le 15 ce que je dois, pas plus.",
    "Suite à votre accord, la moitié est passée en perte. Je paie l'autre le 15.",
    "Nous sommes d'accord avec la facture, pas avec la TVA. Virement du HT vendredi.",
    "Mon associé croyait que c'était compris. Moi aussi. Je paie vendredi sous la contrainte.",
    "Vos factures sont à envoyer à l'ancien exploitant, vente@durand.example, je n'y suis "
    "pour rien.",
    "Je vire la première vendredi, la seconde reste chez le directeur tant que vos "
    "carreleurs ne sont pas revenus.",
    "Le gérant n'a pas signé la deuxième, il trouve la note salée. La première part lundi.",
    "Vous serez payés vendredi, on a quand même attendu six semaines pour rien.",
    "La facture modifiée est payée. Elle reste trop élevée mais je suis fatigué de discuter.",
    "L'avoir est passé en compta, il ne couvre pas les heures de nettoyage. Virement du "
    "reste jeudi.",
    "Sauf imprévu je règle le 30, hors la main-d'œuvre du 12.",
    "Je paie jeudi, sauf que votre monteur a oublié la moitié des vis.",
    "Sous réserve d'un passage de votre technicien d'ici là, paiement le 15.",
    "Merci pour votre patience et pour l'eau qui coule encore dans ma cave. Virement vendredi.",
    "Laissez-moi le temps de faire constater tout ça.",
    "On fait le point avec notre juriste et on vous répond.",
    "Je vérifie avec l'architecte qui avait émis des réserves.",
    "C'est noté, je regarde, et je vous rappelle que la caution n'est toujours pas revenue.",
    "Je transmets au patron, il est furieux contre vos poseurs.",
    "Je transmets à mon fils, moi je n'ai rien signé.",
    "Disons vendredi, et qu'on n'en parle plus de votre chantier pourri.",
    "Mettez vendredi. Et rendez-moi mes clés.",
    "Comptez sur moi le 5, pour la moitié qui marche.",
    "J'avais dit le 20, mais entre-temps la vitre s'est étoilée toute seule. Ce sera le 27 "
    "pour le reste.",
    "Virement parti hier, amputé du prix de la serrure.",
    "Chèque posté lundi, 380 €, j'estime que c'est déjà bien payé.",
    "C'est payé depuis lundi, à l'exception du forfait déplacement.",
    "J'ai payé ce que j'avais commandé, rien de plus.",
    "Payé hier ce qui était juste.",
    "Paiement effectué le 12 au profit de la société qui a racheté votre créance.",
    "J'ai payé lundi un monsieur qui s'est présenté de votre part.",
    "Virement envoyé mardi à votre nouvelle banque.",
    "Je change d'adresse mail : dupont@perso.example. Et sachez que le meuble est bancal.",
    "Écrivez plutôt à mon syndic, contact@syndic.example, qui conteste de toute façon.",
    "Voyez avec la mandataire, m.leroy@etude.example, moi je ne suis plus aux commandes.",
    "Adressez vos courriers à mon conseil, contact@cabinet-lenoir.example.",
    "Merci de ne plus m'écrire ici, cette adresse est celle de ma fille mineure : prenez "
    "ecole@durand.example.",
    "La facture ne nous est pas parvenue, le matériel non plus. Merci de la renvoyer.",
    "Renvoyez-moi la facture, et le carreau cassé aussi.",
    "Il me faut un duplicata pour mon dossier à la répression des fraudes.",
    "Il me faut la facture pour la garantie, le moteur vient de lâcher.",
    "Pouvez-vous renvoyer la facture, sans les trois heures du samedi ?",
    "La facture 118 ne figure pas chez nous, nous n'étions pas encore propriétaires.",
    "Envoyez le duplicata à l'ancienne locataire, ce n'est plus mon problème.",
    "Nous sommes à sec, et vos retards n'y sont pas pour rien.",
    "Plus de trésorerie depuis que votre machine nous a lâchés en pleine saison.",
    "La trésorerie est gelée par le juge.",
    "Nos comptes sont bloqués, le tribunal statue mardi.",
    "On va fermer, je ne sais même pas qui vous paiera.",
    "Le banquier a tout coupé, on dépose le bilan lundi.",
    "C'est compliqué, et franchement ce que vous avez livré ne se vend pas.",
    "J'attends l'argent de l'assurance pour le dégât que vous avez causé, ensuite je paie.",
    "Je paie dès que l'expert de la MAIF aura rendu son rapport.",
    "Ok pour vendredi mais on enlève le transport.",
    "Ok pour le 5, à 400 tout rond.",
    "Je règle vendredi, arrondi à 450.",
    "Je paie vendredi les heures que j'ai comptées, moi.",
    "Vendredi, oui, si entre-temps vous avez eu la politesse de me rappeler.",
    "Je paierai le 30 mais je déposerai un avis Google qui vous fera mal.",
    "Vous l'aurez votre fric lundi, bande de charognards.",
    "Je passe vendredi avec mes cousins déposer le chèque, préparez-vous.",
    "Virement vendredi, ensuite on règlera nos comptes d'homme à homme.",
    "Non.",
    "Je ne vois pas pourquoi je paierais. Bonne journée.",
    "Payer ? Je m'en garderai bien.",
    "Vous serez payé quand vous m'aurez attrapé.",
    "Ma réponse d'hier tient toujours : rien.",
    "Virement exécuté le 10 pour la partie terminée, je vous envoie le reste quand vous "
    "aurez fini.",
    "Chèque remis mercredi à votre chauffeur, qui a repris deux cartons sur quatre.",
    "498 € payés le 16, la somme que j'estime due.",
    "La 118 payée vendredi ? Certainement pas.",
    "Vos factures sont à envoyer à compta@durand.example, mais celle-ci n'est pas à nous.",
    "Merci d'adresser la facture rectifiée à compta@durand.example.",
    "Adressez la facture au bon service, compta@durand.example, et au bon prix.",
    "Pour toute réclamation voyez contact@durand.example, et je réclame : le four est froid.",
    "Nous n'avons pas autorisé ces travaux. Paiement de la 118 vendredi.",
    "Le technicien n'était pas autorisé à facturer ce déplacement, je règle le reste.",
    "Le numéro de série est A12 et non A13, ce n'est pas la machine commandée. Virement lundi.",
    "Vous avez eu mon chèque, rendez-le moi.",
    "Le camion est tombé en panne après votre révision, la réparation a tout pris. Je vous "
    "paierai.",
    "Notre four, installé par vos soins, a lâché, la réparation nous a coûté 800 €. Je règle "
    "vendredi.",
    "Pas la peine de me rappeler, je ne vous dois rien.",
    "Inutile de m'écrire, ma décision est prise.",
    "Je ne dis pas que je ne paierai pas, je dis que le compte est faux. Virement vendredi.",
    "Renseignement pris, il manque six palettes. Je vire la moitié vendredi.",
    "Je croyais que mon associé avait signé, il jure que non. Je paie la 118 vendredi.",
    "Le ton de votre lettre m'a surpris, le montant aussi. Je règle vendredi.",
    "Dites-moi si vous avez réparé, je paie vendredi.",
    "Dites-moi quand vous aurez l'avoir, je paie le solde vendredi.",
    "Il y a un redressement en cours, URSSAF et tribunal. Je transmets.",
    "Le RIB périmé n'est pas le seul problème, la marchandise l'était aussi. Virement jeudi.",
    "Vérifiez le nom de ma femme sur le devis, ce n'est pas sa signature. Je règle ma part.",
    "Ma petite-fille a été blessée par votre étagère. Je règle la facture lundi.",
    "Ma petite dame, on ne me parle pas comme ça. Virement vendredi.",
    "Je vous ai envoyé 150 € hier, vous n'aurez pas plus.",
    "J'irai à la banque mardi, puis chez mon avocat.",
    "Mon avocat ira à la banque mardi.",
    "Sauf avis contraire de mon avocat, virement vendredi.",
    "Sauf ordre contraire du juge, virement le 30.",
    "Sauf accident comme la dernière fois avec votre grue, je paie vendredi.",
    "Sauf changement dans la livraison, on paie le 30.",
    "L'autre n'est pas validée par la direction qui trouve le travail indigne. La première "
    "part vendredi.",
    "Tant que le directeur n'est pas rassuré sur la qualité, la seconde attend. La première "
    "part vendredi.",
    "C'est noté pour votre accord sur l'avoir. Virement du net vendredi.",
    "Merci d'avoir accepté la réduction de 10 %, virement vendredi.",
    "Première mensualité de 50 € le 5 décembre, et on verra si je continue.",
    "On part sur le 10 décembre pour la réparation, le chèque suivra.",
    "Partons sur mardi pour le rendez-vous de réception.",
    "Mettez le 30 dans votre agenda pour reprendre la machine.",
    "Je vous cale ça au 5 si la presse est repartie.",
    "Je bloque le virement pour le 28, le temps que vous corrigiez.",
    "Vendredi vous aurez le chèque, et moi j'aurai mes portes ?",
    "Je retente vendredi, mais 498 pour ça c'est du vol.",
    "Auriez-vous la gentillesse de me renvoyer la facture sans la TVA, nous sommes exonérés ?",
    "Auriez-vous la bonté de m'oublier ?",
    "Je cherche la facture 118, celle où vous comptez deux fois la pose.",
    "Nos comptes sont gelés depuis l'ouverture de la procédure.",
    "La date du 15 ne pourra être tenue, le juge a suspendu les paiements.",
    "La trésorerie est bloquée par votre faute.",
    "Je ne suis plus au bureau, la boîte est en liquidation : voyez liquidateur@etude.example.",
    "Merci de ne plus écrire ici, ma mère est morte. Son notaire : contact@notaires.example.",
    "Cette boîte est celle d'une salariée en arrêt, votre insistance l'a rendue malade : "
    "drh@durand.example.",
    "Je remplace M. Petit, licencié pour avoir commandé chez vous sans accord. J'ai bien "
    "votre dossier.",
    "Je reprends le dossier, je vois qu'il y avait une contestation. Je vérifie.",
    "Bien reçu, mais le décompte de mes heures dit autre chose.",
    "Bien reçu. On vous avait pourtant prévenus.",
    "Noté. Ne vous étonnez pas si je ne vous rappelle plus.",
)


@pytest.mark.parametrize("text", FOR_A_HUMAN)
def test_nothing_of_this_goes_on(text: str) -> None:
    at = datetime(2026, 11, 19, 9, tzinfo=UTC)
    head = (
        "From: anne@durand.example\r\nTo: relances@brezance.example\r\nSubject: Re: relance"
        f"\r\nDate: {at:%d %b %Y %H:%M:%S} +0000"
    )
    body = f"Bonjour,\r\n\r\n{text}\r\n\r\nCordialement,\r\n"
    raw = f"{head}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}"
    reading = understand(parse(raw.encode()), own_domains=("brezance.example",))
    first = deciding_intent(reading)
    outcome = intent_outcome(reading, first) if first else Outcome.REVIEW
    assert reading.doubts or outcome in {Outcome.REVIEW, Outcome.LEGAL}
