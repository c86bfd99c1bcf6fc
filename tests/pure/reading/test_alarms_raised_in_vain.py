"""Innocent talk in which rules took a ground, a question or a plan; and its real neighbours.

Each innocent line raises none of these alarms; each real one beside it still reaches a human.
"""

from datetime import UTC, datetime

import pytest

from relance_mailer.inward.outcome import deciding_intent, intent_outcome
from relance_mailer.reading.intents import not_between_us
from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.understand import read_text
from relance_mailer.words import Intent, Outcome

DAY = datetime(2026, 3, 12, 10, tzinfo=UTC)
ALARMS = {Intent.DISPUTE, Intent.OPT_OUT, Intent.PLAN_REQUEST, Intent.QUESTION}

INNOCENT = (
    "Bonjour, je vous verse 700 € le vendredi 18 décembre, puis le reliquat à la suite.",
    "Le reliquat de 620,50 € figure à l'ordre de virement du 27 novembre.",
    "Le mandat n° 318 correspondant à la facture FA-2026-0412 a été pris en charge et le virement"
    " exécuté le 4 mars.",
    "La trésorerie nous annonce un paiement dans la deuxième quinzaine de septembre.",
    "Bonjour, le mandat est fait, la mairie nous annonce un virement pour le 12.",
    "L'année a mal fini pour nous, je vous règle le 15 mars.",
    "La saison a mal fini, vous aurez votre virement le 15 mars.",
    "Réglée depuis hier, mon ex m'a enfin rendu les mots de passe.",
    "Je n'ai jamais eu la FA-2026-0438, pourriez-vous me la faire parvenir ?",
    "La FA-2026-0438 n'est jamais arrivée jusqu'ici, pourriez-vous m'en adresser une copie ?",
    "Aucune facture ne peut être traitée sans numéro de bon de commande, merci de la redéposer"
    " avec le nôtre.",
    "Votre facture n'y est pour rien, je règle vendredi.",
    "J'ai d'abord cru qu'elle était perdue, puis je l'ai retrouvée : virement vendredi.",
    "Inutile de m'appeler ce jour-là, le virement part le 12 mars.",
    "Le banquier a commencé à m'appeler Monsieur, vous serez payés vendredi.",
    "I've forwarded it to our treasurer, who is the only one allowed near the cheque book.",
    "C'est tout ce que je peux vous dire, le virement part vendredi.",
    "J'ai laissé passer votre échéance, le virement part vendredi.",
    "Les trois virements sont déjà enregistrés, vous les aurez vendredi.",
    "Je vous confirme l'échéancier arrêté par notre directeur : 620 € au 30 juin et 620 € au 31"
    " juillet.",
    "Je vous souhaite de belles fêtes si nous ne nous écrivons plus d'ici là, virement le 18.",
    "Vous êtes le seul courrier que le facteur ait livré cette semaine, virement vendredi.",
    "Ton fils a eu son permis finalement ? Virement vendredi.",
    "Ma saison fut maigre : vous voulez rire ? Virement vendredi tout de même.",
    "Personne ne la conteste, elle est payée vendredi.",
    "Je ne retrouve pas votre RIB, l'ancien est périmé, envoyez-le moi.",
    "Désolé pour le silence radio, virement vendredi.",
    "Le service des achats ne traite pas les règlements, j'ai transmis à la compta.",
    "Vous m'avez écrit trois fois, pardon, le virement part vendredi.",
    "Rien à refaire chez vous, virement vendredi.",
    "Je vais refaire mon dossier, il me faudrait un duplicata.",
    "Ce n'est pas mon rayon, j'ai transmis à la comptabilité.",
    "Réglé par compensation bancaire le 4, avis joint.",
    "Statut compensé depuis le 5 février, virement exécuté.",
    "Je fais les marchés de nuit pour compenser. Virement vendredi.",
    "Le compte de l'entreprise n'est pas concerné, je vous règle vendredi.",
    "L'adjoint m'a demandé si tout était payé : oui, depuis hier.",
    "Merci de votre patience, je vous fais le virement le 10 sans faute merci de votre"
    " compréhension",
    "Le litige avec notre assureur ne vous concerne en rien, votre facture sera réglée vendredi.",
    "Excusez le silence, je sors d'un litige de dix-huit mois avec mon assureur. Virement"
    " vendredi.",
    "Nous sommes en litige avec notre ancien hébergeur, votre facture part vendredi.",
    "L'assurance conteste l'hospitalisation, figurez-vous. Je vous règle vendredi.",
    "J'avais cru qu'il manquait deux cartons, en fait ils étaient derrière le comptoir. Virement"
    " vendredi.",
    "J'ai cru un moment que la licence était comptée deux fois. Vérification faite, non. Virement"
    " vendredi.",
    "On avait un désaccord sur les heures d'août, vous avez fait l'avoir. La différence part"
    " vendredi.",
    "L'histoire des deux godets manquants est close. Virement vendredi.",
    "Il y avait une réserve sur les menuiseries, levée le 9 contradictoirement. Virement vendredi.",
    "La réserve sur la literie de mars a été levée par votre équipe. Virement vendredi.",
    "La facture était en litige le mois dernier, elle ne l'est plus. Le solde part vendredi.",
    "En 2024 une caution avait été comptée deux fois. Ça a été réglé par votre chef d'agence."
    " Virement vendredi.",
    "Votre mécano a changé la batterie le lendemain, bravo. Virement vendredi.",
    "Le contrat avec la société de ménage a été résilié, pas le vôtre. Virement vendredi.",
    "Elle était classée en litige avec une autre, mais cela ne vous regarde pas. Virement"
    " vendredi.",
    "Je pensais la contester et puis j'ai relu le devis : je règle vendredi.",
    "Le prix avait été mal saisi, l'écart est levé depuis jeudi. Virement vendredi.",
    "Oubliez la date de fin juillet que je vous avais donnée, elle ne tiendra pas.",
    "Deux gros chantiers annulés, la caisse est à sec.",
    "Le loyer d'août n'est pas passé, celui de septembre non plus.",
    "L'Opco n'a toujours pas remboursé la formation, je vous règle le 3 juillet.",
)

REAL = (
    "Virement vendredi, et le reliquat quand vous aurez livré les deux portes.",
    "Nous attendons toujours le reliquat de la commande, virement vendredi.",
    "Je paie vendredi mais les deux palettes en reliquat ne sont jamais venues.",
    "J'ai réglé, il manque le reliquat des chaises.",
    "Les 612 € partent vendredi, la retenue de garantie attendra la levée des réserves.",
    "Je vire vendredi en compensant avec notre facture de mars.",
    "On a compensé avec les heures que vous nous devez, virement du reste lundi.",
    "Nous opérons la compensation avec nos pénalités et réglons le reste vendredi.",
    "Facturé deux fois la même location, je paie une fois, vendredi.",
    "Vous avez facturé 2 fois la même facture, je règle la bonne vendredi.",
    "C'est la deuxième facture pour la même machine, virement vendredi de la première.",
    "Mon gars a rendu la machine le 3, vous comptez jusqu'au 10. Virement vendredi.",
    "C'est mon fils qui a rendu la nacelle le 4. Virement vendredi pour quatre jours.",
    "Nous ne sommes pas concernés par la 0438, la 0412 part vendredi.",
    "Cette facture, ma société n'est pas concernée. Je règle l'autre vendredi.",
    "C'est mon homonyme de Tours qui a loué, pas moi. Bon courage, je paie la mienne vendredi.",
    "Merci de refaire la facture. Virement vendredi.",
    "Le total est à revoir. Virement vendredi.",
    "Corrigez et je vire vendredi.",
    "Veuillez modifier le montant. Paiement vendredi.",
    "La ligne transport est à retirer. Paiement lundi.",
    "La machine a mal fini la semaine, elle est en rade. Virement vendredi.",
    "Votre pelle est en rade depuis mardi, je paie vendredi.",
    "Votre camion n'est jamais arrivé. Virement vendredi quand même.",
    "La marchandise n'est jamais arrivée, virement vendredi pour le reste.",
    "J'ai bloqué la facture tant que la vitre n'est pas changée.",
    "Nous bloquons la 0412. Le reste part vendredi.",
    "Faux montant, je paie vendredi ce qui est juste.",
    "L'avoir promis en mars n'est jamais venu. Je règle vendredi.",
    "Il faut me faire un crédit de 200 €, virement vendredi.",
    "J'attends les avoirs. Virement vendredi.",
    "Les avoirs ne sont pas arrivés. Virement vendredi.",
    "Le travail est à refaire. Virement vendredi.",
    "Tout est à refaire, virement du reste vendredi.",
    "J'annule la commande. Je règle les frais vendredi.",
    "Facturé pour rien, je paie le reste vendredi.",
    "Facturé sans notre accord. Je règle vendredi le reste.",
    "Vous avez changé la machine prévue par une plus petite. Virement vendredi.",
    "Vous avez changé le tarif. Virement vendredi de l'ancien prix.",
    "La moitié des pièces étaient cassées. Virement vendredi.",
    "Le bon de livraison dit 8, pas 10. Virement vendredi.",
    "Devis signé à 900 mais pas pour la livraison. Virement vendredi.",
    "Le bordereau mais pas les pièces. Virement vendredi.",
    "Je n'ai jamais eu la marchandise. Virement vendredi.",
    "Je n'ai jamais eu la machine. J'ai payé hier.",
    "Rien reçu de vous à ce jour, ni les portes ni les joints. Virement vendredi.",
    "Je n'ai rien signé. Virement vendredi si vous insistez.",
    "Livraison non conforme, virement vendredi.",
    "Les travaux sont beaux mais pas finis. Virement vendredi.",
    "Le chantier mais il n'est pas fini. Virement vendredi.",
    "La commande n'avait pas les bonnes couleurs. Virement vendredi.",
    "Le service de nettoyage n'a pas été fait. Virement vendredi.",
    "Deux chantiers non faits. Virement vendredi.",
    "L'expertise a donné tort à votre poseur. Virement vendredi.",
    "Vous m'aviez promis une remise. Virement vendredi.",
    "Je vous ai écrit trois fois pour la fuite. Virement vendredi.",
    "Silence radio de votre technicien depuis la panne. Virement vendredi.",
    "Le silence radio de votre SAV me fatigue. Virement vendredi.",
    "La TVA devrait être à 10. Virement vendredi.",
    "Revenez finir la dalle. Virement vendredi.",
    "Vous revenez quand réparer ? Virement vendredi.",
    "On vous a rendu la mini-pelle le 3. Virement vendredi des deux jours.",
    "On nous a repris la nacelle le 4, votre chauffeur l'a reprise. Virement vendredi.",
    "Pouvez-vous me dire à quoi correspondent les 40 € ? Virement vendredi.",
    "Puis-je avoir le détail des heures ? Virement vendredi.",
    "Merci de me rappeler au sujet de la ligne 3. Virement vendredi.",
    "Rappelez-moi, je ne comprends pas la ligne 3. Virement vendredi.",
    "Merci de me confirmer que le transport est offert. Virement vendredi.",
    "Y a-t-il une remise pour paiement comptant ? Virement vendredi.",
    "Trois virements sur trois mois, c'est possible ?",
    "Laissez passer le mois d'août s'il vous plaît.",
    "Laissez-moi deux mois pour arriver à vous payer.",
    "Laissez-moi souffler jusqu'à Noël.",
    "Ne m'écrivez plus à cette adresse.",
    "Uniquement par courrier recommandé désormais.",
    "Je ne veux plus que vous m'écriviez, passez par la poste.",
    "What is the extra 40 for? I pay on Friday.",
    "Who is this person on the timesheet? Payment Friday.",
    "The doors do not match the order. Payment on Friday.",
    "Set-off against our own invoice, the rest on Friday.",
    "We set off the damage to our floor. Payment Friday.",
    "Votre livreur nous a laissé trois cartons ouverts. Virement vendredi.",
    "Votre béton n'a pas tenu. Virement vendredi.",
    "La mousse a mal fini, elle se décolle. Virement vendredi.",
    "Dix sacs facturés pour huit livrés. Virement vendredi.",
    "Trois factures pour deux livraisons. Virement vendredi.",
    "Erreur de prix sur la ligne 2. Virement vendredi.",
    "Il y a une faute dans votre calcul. Virement vendredi.",
    "Vous prétendez être venus deux fois. Virement vendredi.",
    "Votre gars prétend avoir livré. Virement vendredi.",
    "C'est pas notre chantier. Virement vendredi pour le nôtre.",
    "Ce n'est pas mon bon de livraison. Virement vendredi.",
    "La porte n'est pas bien fermée et fendue. Virement vendredi.",
    "Le litige avec votre transporteur ne me concerne pas. Virement vendredi.",
    "Notre client conteste vos travaux. Virement vendredi.",
    "L'assurance conteste la qualité de votre pose. Virement vendredi.",
    "Je croyais que la facture était juste, en fait vous comptez deux fois la pose. Virement"
    " vendredi.",
    "J'avais cru à une erreur de ma part, en fait il manque deux cartons. Virement vendredi.",
    "J'ai cru que vous finiriez, vos peintres ont bâclé la cage. Virement vendredi.",
    "On avait un désaccord sur les heures, vous avez fait l'avoir mais il en manque la moitié."
    " Virement vendredi.",
    "L'histoire des godets est close, celle de la pelle non : elle fuit. Virement vendredi.",
    "La porte ferme mal, le désaccord sur le prix est réglé avec votre chef. Virement vendredi.",
    "Vous avez changé la pompe le lendemain, elle fuit encore. Virement vendredi.",
    "La réserve sur le sol n'est pas levée. Virement vendredi.",
    "La réserve n'a jamais été levée par votre équipe. Virement vendredi.",
    "Votre chauffeur n'y est pour rien, la marchandise était cassée. Virement vendredi.",
    "Ça ne vous regarde pas mais la dalle est fissurée. Virement vendredi.",
    "Les plaques sont fêlées, rien à voir avec le transport. Virement vendredi.",
    "Désaccord avec le montant de la ligne 3. Virement vendredi.",
    "Litige entre le devis et la facture. Virement vendredi.",
    "Je pensais contester, et finalement je le fais : la pose est de travers. Virement vendredi.",
    "Nous avions un litige sur la pompe. Il est toujours là. Virement vendredi.",
    "En mars deux palettes manquaient. C'est réglé hier par virement.",
    "Il manquait deux palettes. Virement vendredi.",
    "L'avoir est passé à la trappe. Virement vendredi.",
    "L'avoir n'est jamais passé. Virement vendredi.",
    "Vos gars avaient cassé deux tuiles. Virement vendredi.",
    "Vos gars avaient cassé deux tuiles, ils n'ont rien changé. Virement vendredi.",
    "La FA-2026-0438 n'est pas passée chez nous, la machine non plus. Virement vendredi.",
    "Deux chantiers annulés par votre faute. Virement vendredi.",
    "Le chèque n'est pas concerné, la marchandise est moisie. Virement vendredi.",
    "L'expert de l'assurance a vu vos malfaçons. Virement vendredi.",
    "La date de livraison n'a pas tenu. Virement vendredi.",
    "L'affaire est close pour moi : je retire 100 € pour la vitre. Virement vendredi.",
    "J'enlève 100 € et l'affaire est close. Virement vendredi.",
    "Un avoir de 100 € et le litige est clos. Virement vendredi.",
    "Il y avait deux vitres fendues, j'ai déduit 80 €, tout est réglé avec ça. Virement vendredi.",
)


@pytest.mark.parametrize("text", INNOCENT)
def test_no_rule_raises_an_alarm(text: str) -> None:
    assert not weigh(text).intents & ALARMS


@pytest.mark.parametrize("text", REAL)
def test_a_human_sees_its_real_neighbour(text: str) -> None:
    reading = read_text(text, sent_at=DAY)
    first = deciding_intent(reading)
    outcome = intent_outcome(reading, first) if first else Outcome.REVIEW
    assert reading.doubts or outcome in {Outcome.REVIEW, Outcome.LEGAL}


@pytest.mark.parametrize("text", not_between_us.TAKES)
def test_what_is_another_s_or_over_is_no_dispute(text: str) -> None:
    assert Intent.DISPUTE not in weigh(text).intents


@pytest.mark.parametrize("text", not_between_us.LEAVES)
def test_what_is_between_us_stays_one(text: str) -> None:
    assert Intent.DISPUTE in weigh(text).intents
