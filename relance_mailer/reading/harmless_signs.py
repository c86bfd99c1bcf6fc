"""Words in which a sign of `misgivings` stands and that hide nothing: sign by sign.

A sign catches by a word ("report", "rejetée", "le reste"). Where that very word belongs to one of
these constructions nothing is conditioned, cut, bargained with or contested; another such word in
the same sentence still counts. The examples: `HIDES_NOTHING` and `HIDES`.
"""

import re

from relance_mailer.reading.intents.english_innocents import SIGNS as ENGLISH_INNOCENTS
from relance_mailer.reading.intents.not_between_us import BUILT_FOR, NOT_OURS, SCOLDED
from relance_mailer.reading.intents.phrases import any_of

HIDES_NOTHING = (
    "Merci pour le délai que vous m'avez accordé, je règle vendredi.",
    "Les bâches que vous aviez livrées ont tenu. Je paie lundi.",
    "La facture a été rejetée à l'intégration, elle part jeudi en paiement.",
    "Je l'ai rangé avec le reste et je transmets au service.",
    "Il ne manque que la prime, vous serez payé le 30.",
    "En tant que trésorier je confirme le virement pour lundi.",
    "Après la tempête on a tous couru après un couvreur, je règle mardi.",
    "L'acompte de 30 % part vendredi.",
    "Ma part sera virée lundi.",
    "Le solde de la cuve a été viré hier.",
    "Nos virements sont bloqués depuis le piratage, je règle le 20.",
    "Je ne la conteste pas, virement vendredi.",
    "Le sinistre est clos, le virement part jeudi.",
    "Notre avocat nous conseille de payer, ce sera lundi.",
    "Vous serez payés dès que les investisseurs auront libéré les fonds.",
    "Je ne sais pas encore quand mais vous serez payés.",
    "Il ne manque que le passage en comptabilité, paiement semaine 22.",
    "Je dépose le chèque lundi si la boutique est ouverte.",
    "Paiement lundi, c'est validé par les deux gérants.",
    "Je vous paierai, vous n'avez jamais eu à vous plaindre de nous.",
    "Et je vous ai déjà dit lundi ! Vous aurez votre virement.",
    "Merci de ne pas nous avoir envoyé les gendarmes, je règle lundi.",
    "Règlements ralentis chez nous. On ne me dit rien.",
    "J'ai eu un accouchement (pas moi ma femme), je paie mardi.",
    "Je paie la petite le 10 et la grosse le 24, après on est quittes.",
    "La compta ne répond plus, pas bon signe.",
    "Le reliquat, mille cent vingt euros, part le 4 décembre.",
    "Ma fille s'est cassé le poignet, je règle le 30.",
    "Nous avons bien noté votre réclamation du 30 novembre, virement lundi.",
    "Entre le pétrin en panne et la petite qui fait ses dents, je règle lundi.",
    "Le clavier est cassé, d'où les majuscules. Je règle lundi.",
    "Je lui ai remis le dossier, on verra bien si ça marche.",
    "La liquidation de notre stock d'été est finie, je règle le 30.",
    "Je n'ai pas dit que je ne paierais pas, j'ai dit avant Noël.",
    "Je refuse catégoriquement de vous faire attendre ! Virement lundi.",
    "Ces abrutis de la banque ont tout bloqué, je règle lundi.",
    "Mon assureur conteste tout, mais ça ne vous regarde pas. Virement le 20.",
    "Le maire conteste les résultats du vote, le mandat part le 30.",
    "Je rends les clés du local vendredi et je vous solde le même jour.",
    "Celle que je conteste est celle de votre concurrent, pas la vôtre. Payé mardi.",
    "Votre collègue l'avait pris de travers, je règle lundi.",
    "La 118, en revanche, c'est ma faute, agrafée derrière un devis. Je la vire le 10.",
    "Je vous paie en deux fois cinq cents euros le dix juillet et cinq cents le vingt.",
    "Notre maître d'ouvrage conteste la situation n° 5, mon avocat me coûte un bras."
    " Virement le 31.",
)
HIDES = (
    "Il me faudrait un report, je règle vendredi 300 €.",
    "Merci pour le délai que vous m'accorderez, je règle vendredi.",
    "Les bâches que vous aviez promises, on les attend. Je paie lundi.",
    "La facture a été rejetée par notre chef de chantier, je paie jeudi la première.",
    "Je règle 300 lundi, pour le reste on verra.",
    "Il ne manque que votre poseur, vous serez payé le 30.",
    "Tant que la vitre n'est pas là, rien. Le reste lundi.",
    "Après la pose la vitre a cassé, je règle mardi.",
    "Je paie 30 % vendredi, c'est ce que ça vaut.",
    "Ma part sera virée lundi, celle du mur attendra.",
    "Le solde de la cuve a été viré hier mais elle fuit.",
    "Nos virements sont bloqués par le juge, je règle le 20.",
    "Je ne conteste pas la pose mais la peinture, virement vendredi.",
    "Le sinistre est clos, c'est votre faute, le virement part jeudi.",
    "Notre avocat nous conseille de payer sous réserve, ce sera lundi.",
    "Vous serez payés dès que les investisseurs auront validé vos travaux.",
    "Je ne sais pas quand, mais quand vos ouvriers auront fini je paie.",
    "Il ne manque que le passage de votre technicien, paiement semaine 22.",
    "Paiement lundi de la quantité validée par notre métreur.",
    "Vous n'avez jamais eu à livrer la cuve, je règle lundi le reste.",
    "Et je vous ai déjà dit que la porte fermait mal ! Virement lundi.",
    "Merci de ne pas nous avoir livré, je règle lundi.",
    "On ne me dit rien de la fuite, je paie lundi.",
    "C'est pas moi qui ai commandé, ma femme paie mardi.",
    "Le reliquat de douze cartons, je paie lundi.",
    "La marche s'est cassée en deux, je règle le 30.",
    "Nous attendons une réponse à notre réclamation, virement lundi.",
    "Entre le four en panne et vos techniciens absents, je règle lundi.",
    "Le portail est cassé, d'où la colère. Je règle lundi.",
    "Je lui ai remis le dossier, pour le reste on verra plus tard.",
    "Je refuse de payer la pose, le reste part lundi.",
    "Ces abrutis de livreurs ont tout cassé, je règle lundi.",
    "Mon chef conteste la pose, ça ne vous plaira pas. Virement le 20.",
    "Le maire conteste les résultats de vos travaux, le mandat part le 30.",
    "Je rends les clés que vous avez livrées, je solde le reste vendredi.",
    "Je conteste, et pas la vôtre seulement mais toutes. Payé mardi la petite.",
    "La baie a été montée de travers, je règle lundi.",
    "La 118, en revanche, vous l'aviez promise gratuite. Je vire la 119 le 10.",
    "Je vous paie en deux fois cinq cents euros le dix et cinq cents le vingt si possible.",
    "Notre maître d'ouvrage conteste vos joints. Virement le 31 de la moitié.",
)

_MACHINES = (
    r"(?:integration|import\w*|portail|plateforme|outil|systeme|automate|ocr|lecture|scan\w*|robot"
    r"|chorus|dematerialisation|workflow|circuit|enregistrement)"
)

_OF_THE_HOUSE = (
    r"(?:maire|mairie|adjointe?|conseil|office|commune|region|departement|etat|federation|banque"
    r"|subvention|assurance|assureur|mutuelle|caf|comptable|compta|patronn?e?|direct\w+|tresor\w+"
    r"|associee?|mari|femme|client\w*|siege|bureau)"
)
"""Who decides or pays on the debtor's side, beside no seller's name."""
_ROLE = (
    r"(?:presidente?|tresoriere?|secretaire|gerante?|syndic|maitr\w+|maire|comptable|direct\w+"
    r"|responsable|associee?|tut\w+|curat\w+|heriti\w+|stagiaire|assistante?|benevole"
    r"|ordonnateur|intendante?|gestionnaire)"
)
_FINANCE = (
    r"(?:investisseurs?|actionnaires?|financeurs?|bailleurs? de fonds|heritiers?|coproprietaires?"
    r"|(?:propres? )?clients?|acquereurs?|notaire|adherents?|parents|familles?|tutelle|fondation)"
)
_LIMBS = (
    r"(?:poignet|jambe|bras|cheville|clavicule|cotes?|dents?|genou|hanche|epaule|col du femur|pied"
    r"|doigts?|nez|coude|vertebres?|figure|gueule|main|tibia|perone|femur)"
)
_COUNTED = (
    r"(?:\d[\d ,.]*|(?:(?:mille|cents?|vingts?|trente|quarante|cinquante|soixante|dix|onze|douze"
    r"|treize|quatorze|quinze|seize|et|une?|deux|trois|quatre|cinq|six|sept|huit|neuf) ?){1,7})"
)
_SOON = r"(?:aujourd hui|ce (?:soir|matin)|demain|(?:lun|mar|mercre|jeu|vendre|same)di)"
_BUT_THEN = (
    r"(?![^.;]{0,90}\b(?:mais|celles?|ceux|la votre|les votres|l autre|sauf|seulement|par contre"
    r"|en revanche|moins|hors|uniquement|que la"
    r"|tant que|quand|sous reserve)\b)"
)

# "Notre voisin le traiteur est en liquidation, pas nous."
_NOT_OURS = (
    r"(?:voisine?s?|confreres?|concurrent\w*|promoteur|client\w*|homonyme|magasin|restaurant"
    r"|locataire"
    r"|bailleur|franchise\w*)\b[^.;?!]{0,50}\b(?:liquidation|redressement"
    r"|faillite)\b[^.?!]{0,50}?\bpas"
    r" (?:nous|moi)\b(?! (?:qui|encore|tout a fait))"
)
_HARMLESS: dict[str, re.Pattern[str]] = {
    "condition": any_of(
        r"jusqu a ce que vous (?:m |nous )?(?:ayez|aurez) (?:ray|retir|enlev|pointe|retrouv"
        r"|enregistr|vu)\w*",
        rf"(?:quand|des que|une fois que|lorsque) (?:notre|nos|mes|mon|les|l|le|la"
        rf"|leurs?) ?{_FINANCE}"
        r" (?:\w+ ){0,2}(?:aura|auront) (?:\w+ )?(?:libere|debloque|verse|vire|paye|regle|credite"
        r"|envoye|rembourse)\w*",
        r"(?:sais|sait|savons|dire|dirai) (?:\w+ ){0,3}quand mais\b",
        r"(?:camion|semi|remorque|bateau|van|fourgon|voiture|wagon|conteneur)\w*\b (?:\w+ ){0,3}a"
        r" charger\b",
        r"il (?:ne )?manque (?:plus )?que (?:le |son |un )?passage en (?:paie|compta\w*|commission"
        r"|comite|bureau|paiement)\b",
        r"si (?:la|le|l) ?(?:boutique|magasin|bureau|guichet|accueil|agence|poste|banque|mairie"
        r"|secretariat) est (?:\w+ )?(?:ouvert|ferm)\w*",
        r"si (?:la poste|le facteur|le courrier|la banque) (?:l |les )a (?:\w+ )?(?:perdu|egare"
        r"|avale|mange)\w*",
        rf"en tant qu(?:e|) (?:\w+ ){{0,2}}?{_ROLE}\b",
        r"tant qu(?:a|e vous y)\b|tant que (?:vous ne l aurez|elle n \w+|ce n est|la facture n est)"
        r" (?:\w+ ){0,3}(?:re ?)?(?:depose|envoye|transmis)\w*",
        r"apres (?:la|le|les|l) (?!(?:\w+ )?(?:livraison|pose|reception|passage|montage"
        r"|intervention|travaux|chantier|reparation|installation|visite|venue|coupe|formation"
        r"|location)\b)(?:\w+ ){1,3}(?:a|ont|est|sont) \w+",
        rf"(?:quand|des que|une fois que) (?:la|le|les|l|ma|mon|notre) ?{_OF_THE_HOUSE}"
        r" (?:\w+ ){0,2}(?:aura|auront) (?:\w+ )?(?:rembourse|paye|verse|regle)\w*",
        r"sous reserve d aucun (?:\w+ )?(?:incident|pepin|souci|imprevu|probleme) (?:informatique"
        r"|technique"
        r"|bancaire)\w*",
        r"si votre (?:service|logiciel|compta\w*|direct\w+|banque|tableur|releve|fichier) (?:(?:l"
        r"|la|le|les|s|me|en) )?(?:cherche|inquiete|affiche|(?:dit|indique) (?:autre chose"
        r"|le contraire))\b",
        r"si vous (?:l|la|le|les) (?:avez|aviez) (?:dans|sous|encore|a portee|en (?:pdf|double"
        r"|main))\b",
        r"si vous me (?:la|le|les) (?:r?envoyez|redeposez|transmettez|refaites passer) (?:avant"
        r"|d ici|par|en"
        r"|au|vite|rapid\w+|aujourd hui|demain)\b",
        r"il (?:ne |me |nous )*manque (?:plus )?que (?:la|le|une?|ma|notre|sa) (?:\w+ )?(?:prime"
        r"|signature|tampon|subvention|virement|paie|salaire|caf|code|numero|facture|rib)\b",
        r"tant que (?:le|la|les|mon|notre|l) ?(?:budget|subvention|conseil|banque|dotation|compte"
        r"|salaires?|assemblee|maire|credit)\b",
        r"si vous (?:voyez|voyiez|avez (?:la|le) bonn?e?|passez (?:par|dans)|venez)\b",
        r"(?:unless|until|once|when|if) you (?:really|actually) (?:need|have|must|want)",
        r"unless you\b.{0,20}(?:print|necessary)",
    ),
    "part_only": any_of(
        r"(?:en |n en |ne )?(?:sai[st]|savons|dit|disent|connais|peux dire|comprend\w*) pas plus\b",
        r"c est (?:deja |bien )?valide par (?:les|nos|mes) (?:deux |trois )?(?:co ?)?(?:gerant"
        r"|associe|signataire|directeur|dirigeant|tresorier|elu)\w*",
        r"(?:acompte|avance|arrhes|apport) (?:\w+ ){0,2}\d+ ?(?:%|pour cent)",
        r"\d+ ?% le \d{1,2}\b[^.;]{0,20}\d+ ?% le \d{1,2}\b",
        r"(?:hotel|camping|gites?|chambres|remplissage|occupation|frequentation|activite"
        r"|chiffre d affaires|treso\w*)\b[^.;,]{0,25}\d+ ?(?:%|pour cent)(?! (?:a cause|depuis"
        r"|par|grace|avec))",
        r"(?:encaisse|debloque|subventionne)\w* (?:\w+ ){0,2}\d+ ?(?:%|pour cent)",
        rf"(?:ma|notre) (?:part|moitie|quote part) (?:\w+ ){{0,6}}(?:a suivi|sera viree?"
        rf"|sera versee?"
        rf"|sera payee?|partira|est partie|a ete viree?|a ete versee?|a ete payee?)\b{_BUT_THEN}",
        r"(?:aucune|pas de|sans|ni|nulle) (?:\w+ )?retenue|retenue (?:\w+ ){0,2}(?:est"
        r"|a ete) (?:levee"
        r"|liberee|debloquee|restituee|rendue)",
        r"valide\w* pour (?:le \d|la (?:prochaine )?(?:campagne|semaine|session)|demain|paiement"
        r"|(?:mise en )?paiement|reglement|(?:lun|mar|mercre|jeu|vendre|same)di)",
        r"sauf (?:demande|urgence|avis contraire|besoin|exception)\b(?! de)",
        r"sauf (?:confusion|boulette|distraction)\b[^.;]{0,70}\b(?:paye|regle|vire|solde)e?s?\b",
        r"sauf que\b[^.;]{0,40}\b(?:pas|aucune?|plus) (?:de |d |la |le )?(?:facture|rib|iban"
        r"|piece jointe|document)",
        r"(?:fichier|ordre|virement|mandat|liste|lot|proposition|bordereau"
        r"|dossier) (?:\w+ ){0,4}(?:valide|vise|pointe)e?s? par",
        r"(?:paye|regle|vire|solde)\w* (?:\w+ )?(?:tout le monde|tous les autres"
        r"|les autres)\W+sauf vous\b",
        r"(?:il y a|y a|dossiers?|classeur\w*|complet\w*)\b[^.;]{0,50}sauf (?:votre|vos|la votre"
        r"|celle)",
        r"sans (?:\w+ (?:ni|et) )?retenue\b",
        r"hormis (?:\w+ ){0,2}(?:jumeaux|enfants?|bebes?|les vacances|mon|la fatigue)",
    ),
    "rest_open": any_of(
        r"(?:nous|me|m|leur|lui) (?:verse|paie|paye|regle|vire|rembourse)\w* (?:enfin )?(?:le|son"
        r"|leur)"
        r" (?:solde|reste)\b",
        rf"solde (?:du|de la|de l|des) (?:\w+ ){{1,3}}(?:a|est|ont) (?:\w+ )?(?:verse|paye|regle"
        rf"|vire|parti|credite|debite)\w*{_BUT_THEN}",
        rf"(?:oublie|omis|zappe)\w* (?:de \w+ )?le (?:solde|reste)\b{_BUT_THEN}",
        r"(?:avec|et|dans|comme|tout) le reste\b(?! (?:on|nous|je|il|faud|est a|quand|des qu|plus"
        r" tard|a l occasion|au (?:fur|compte)|petit|un (?:jour|peu)|si\b|selon|apres|suiv"
        r"|par petit))",
        r"(?:a votre|votre|ma) disposition pour la suite|(?:mis|met|mettons"
        r"|laisse) le reste en (?:pause|attente)",
    ),
    "agreed_otherwise": any_of(
        r"(?:votre|vos) \w+ (?:l |m |nous )?avai\w+ (?:mal )?(?:pris|compris"
        r"|entendu) (?:de travers|mal)\b",
        r"vous n avez jamais eu a (?:vous (?:plaindre|inquieter)|me (?:relancer|courir)|nous"
        r" (?:relancer|courir)|attendre|reclamer|relancer)",
        r"(?:ai|avons|a) (?:deja |bien )+(?:dit|ecrit|annonce)(?: (?:et redit|trois fois))?,?"
        r" (?:que (?:ce |c )\w+ )?(?:pour )?(?:(?:lun|mar|mercre|jeu|vendre|same)di|le \d|fin \w+"
        r"|demain)\b",
        r"si vous aviez (?:la|le|les|un|une|encore|mon|ma) (?:\w+ )?(?:facture|rib|iban|copie"
        r"|double|duplicata)(?: (?:sous|dans|en|pdf|svp|pour moi)\b|\W*$)",
        r"vous (?:\w+ )?aviez (?:encore |deja )?(?:ecrit|mise? en copie)\b(?! (?:que|qu|a|au|noir"
        r"|dans))|vous aviez compris que (?:je|nous) ne voul\w+",
        r"sachez que [^.;,]{0,40}\b(?:ne |n )?(?:nous|m) (?:a|ont) (?:pas |toujours |encore "
        r"|rien |jamais )*(?:paye|regle|verse|vire)\w*",
        rf"(?:la|le|les|l|notre|mon|ma) ?{_OF_THE_HOUSE} (?:\w+ ){{0,2}}avai\w+ promis\b",
        r"vous aviez \w+ees? (?:\w+ )?(?:ont|a|est|sont|tien\w+|marche\w*) (?:\w+ )?(?:tenu"
        r"|parfait\w*|super|impeccable\w*|nickel|bien)",
        r"vous (?:m |nous )?aviez (?:conseill|recommand|presente)\w*",
        r"vous deviez (?:deja )?(?:l avoir|la voir|le voir|les avoir)",
        r"(?:votre|vos|your|un de vos) \w+ (?:m|nous) a (?:\w+ )?(?:demande|ecrit|appele|rappele"
        r"|envoye|relance|joint|contacte|repondu|transmis)\b(?!.{0,60}(?:gratuit|offert|annul"
        r"|avoir|remise|que c|qu il|que je|que la|que le))",
        r"sachez que (?:notre|nos|mon|ma|la compta\w*|je (?:pense|fais|ne vous oublie))",
    ),
    "astonishment": any_of(
        r"etonn\w* (?:car|puisqu|parce qu) ?(?:e )?(?:je (?:revois|pensais avoir|croyais avoir"
        r"|suis sure?)|j"
        r" ai (?:bien |deja )?(?:paye|regle|envoye|poste|vire)|le (?:cheque|virement)"
        r"|nous avons (?:bien"
        r" |deja )?(?:paye|regle)|elle (?:a ete|est) (?:payee|reglee))",
        r"comprend\w* (?:pas|rien|mal|plus) (?:\w+ ){0,3}(?:francais|langue|ecriture|informatique"
        r"|ordinateur|paperasse|portail|chorus|formulaire|logiciel)",
    ),
    "disagreement": any_of(
        _NOT_OURS,
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|the \d+(?:st|nd|rd|th)?)"
        r" (?:like|as) (?:we|i) (?:said|agreed|promised)(?=\W*$)",
        r"pas nous avoir (?:encore |deja |tout de suite )?(?:envoye|mis|oublie|coupe|abandonne"
        r"|bombarde|lache|inonde|harcele)\w*",
        r"on (?:ne )?(?:me|nous) (?:dit|parle)(?: de)? rien\W*$",
        r"pas (?:moi|nous)\b(?=[^()?]{0,40}\))",
        r"pas (?:moi|nous)\W{1,3}plus (?:moi|nous)\b",
        r"(?:apres|ensuite|comme ca|la dessus) on (?:est|sera|serait) quittes",
        r"(?:virements|paiements|reglements|comptes) (?:\w+ ){0,3}(?:sont|etaient|ont ete"
        r"|restent) (?:\w+ )?(?:bloque"
        r"|rejete|refuse|gele)e?s?\b(?! (?:par|tant|jusqu|car|a cause))",
        r"pas nous (?:re)?(?:envoy|lanc|adress|appel|ecri|inond|demand)\w*(?:er|re)\b",
        rf"(?:rejete|refuse|retourne|bloque)e?s? (?:a|par|dans|sur|au"
        rf"|lors de) (?:\w+ ){{0,3}}{_MACHINES}\b",
        r"selon (?:notre|nos) (?:procedure|usages?|habitudes?|calendrier|campagne|delais?"
        r"|conditions)",
        r"plus competente?",
        r"tout (?:est|etait) bloque",
        r"instantane\w*\b.{0,20}(?:refuse|rejete|bloque)\w*",
        r"sauf erreur(?: de ma part)?,? (?:nous sommes|on est) quittes",
    ),
    "reservation": any_of(
        r"(?:par contre|en revanche|toutefois|cependant)\W{1,3}(?:c est (?:ma|notre) faute"
        r"|mea culpa|j ai"
        r" (?:oublie|zappe|egare|rate) (?:la|celle|cette))",
        r"(?:aussi|le|du|ce) bien qu\w*",
        r"(?:par contre|en revanche|toutefois|cependant)\b[^.;]{0,80}(?:aucune trace|jamais (?:eu"
        r"|recu|vu)|pas (?:eu|recu|trouve|retrouve)|duplicata|copie|renvoy\w+|pourriez vous"
        r"|pouvez vous|se remplir|merci de)",
    ),
    "quote": any_of(
        r"(?:agraf|coll|coinc|gliss|rang|cach|perdu|tomb|oubli)\w* (?:derriere|sous|entre|dans"
        r"|avec) (?:un"
        r"|deux|les|des|mes|nos) (?:vieux )?devis\b(?! (?:sign|accept|que|non|de votre))",
    ),
    "goods": any_of(
        *NOT_OURS,
        r"contest\w+\b[^.;]{0,60}(?:ne |n )?(?:vous|te) (?:concern|regard)\w+ (?:pas|en rien"
        r"|nullement)\b"
        r"(?![^.;]{0,60}\b(?:mais|sauf|votre|vos)\b)",
        r"rend\w* (?:les|mes|nos) cles (?:du|de l|de la|de notre|de mon) ?(?:local|appartement"
        r"|bureau"
        r"|boutique|logement|maison|magasin|gite)\b(?! (?:que|qui|de votre))",
        SCOLDED,
        r"contest\w+[^.;]{0,80}\bpas (?:la|le|les) (?:votre|tienne)s?\b(?![^.;]{0,60}\b(?:mais"
        r"|sauf|enfin"
        r"|quoique)\b)",
        r"(?:bons?|papiers?|factures?|bordereaux?|pieces jointes)(?: de \w+)? depareille\w*"
        r"|close?s? depuis (?:votre|l"
        r"|cet) ?avoir(?: de \w+)?",
        BUILT_FOR,
        r"(?:pris|prend\w*|prenez|avale\w*) (?:\w+ )?de travers",
        r"pas (?:un )?(?:tres )?bon signe",
        rf"reliquat\W{{1,3}}(?:soit |de |d )?{_COUNTED} ?(?:€|euros?)",
        rf"(?:s est|me suis|s etait|nous a|se|m etais) casse\w* (?:\w+ ){{0,2}}?{_LIMBS}",
        r"(?:bien )?(?:note|recu|pris (?:bonne )?note de|pris connaissance de) votre reclamation"
        r" (?:du \d|de \w+|d \w+|en date|relative au (?:paiement|reglement))",
        r"votre reclamation releve (?:desormais |maintenant |donc )?(?:du|de la|de l|d)\b",
        r"entre (?:le|la|les|l|mon|ma|mes|notre|un|une) ?(?:\w+ ){1,3}(?:en panne|casses?|cassee?s?"
        r"|hs|en rade) et\b(?![^.;]{0,120}\b(?:votre|vos|vous (?:avez|etes|deviez)|livre\w*)\b)",
        r"(?:sous l eau|debordee?s?|la tete sous l eau|a la bourre|dans le jus|pas une minute)"
        r" avec (?:la|le|les|une?|l) ?\w+(?: \w+)? (?:en panne|cassee?s?|hs|en rade)",
        r"clavier (?:est |a ete |etait )?(?:tout )?(?:casse|hs|en panne|mort)\w*",
        r"(?<!votre )(?<!vos )voisin\w*\b (?:qui )?(?:\w+ ){0,3}(?:fait constater"
        r"|constate)\b(?: une?"
        r" \w+)?(?![^.;]{0,90}\b(?:votre|vos|vous)\b)",
        rf"(?:ne|n) (?:\w+ )?contest\w+ (?:pas|rien|point|nullement|aucunement|plus)\b{_BUT_THEN}",
        r"(?:numero d engagement|signature|validation (?:de (?:m|mme|madame|monsieur)\b"
        r"|du (?:maire|chef|patron|daf))[^.;,]{0,25}) manquait(?:\W*$| mais (?:je|nous|on) (?:l"
        r"|la|le)\b)",
        r"manquait (?:plus )?que (?:l |la |le |ma |notre )?(?:argent|signature|visa|tampon"
        r"|virement|accord|feu vert)\b(?! (?:et|ou|de|du|des|pour)\b)",
        r"defaut de (?:rib|iban|signature|engagement)\b|defaulted (?:you|us|it|to|back)\b",
        r"defauts?\b[^.;]{0,60}(?:vous n y etes pour rien|ven(?:ait|u) (?:\w+ ){0,3}de (?:notre"
        r"|mon|ma|nos|chez (?:nous|moi))\b)(?![^.;]{0,60}\b(?:dites|selon|parait|pretend\w*|moi"
        r"|mais|dit|faux)\b)",
        r"casses? (?:tetes?|croute)\b|(?:taux|compromis) casses?\b",
        r"chiffres? de travers dans (?:l |le |mon |votre )?(?:iban|rib|virement)\b",
        r"no (?:further )?credit note|credit note (?:for|on) [^.;,]{1,30} (?:received|booked)\b",
        rf"avoir de [\d ,.€]{{2,14}} ?(?:€|euros?)? (?:est|a ete|a bien ete) (?:bien )?(?:integre"
        rf"|enregistre|recu"
        rf"|impute|deduit|saisi)\b{_BUT_THEN}",
        r"votre reclamation (?:a|est) (?:bien )?(?:ete )?(?:prise? en (?:charge|compte)"
        r"|enregistree|transmise)",
        r"(?:toute|vos|les|autres?) reclamations? (?:\w+ ){0,2}(?:est|sont|doi\w+) (?:a "
        r"|etre )?(?:envoy|adress|transm)\w*",
        r"(?:jambe|poignet|bras|cheville|clavicule|cote|dent|genou|hanche) casse\w*",
        r"credit note (?:is|was|has been) (?:\w+ ){0,2}(?:perfect|received|fine|booked|great|in)\b",
    ),
    "bargaining": any_of(
        r"ca vous (?:va|convient) ou (?:non|pas),? c est (?:pareil|comme ca|le meme prix)",
        r"en (?:deux|trois|2"
        r"|3) fois(?: c est decide)?\W+(?:\w+ ){1,5}euros? le (?:\w+ ){1,3}et (?:\w+"
        r" ){1,5}le \w+(?![^.;]{0,120}\b(?:si|vous (?:va|convient)|possible|accord|dites)\b)",
        r"on verra bien (?:si|ce qu|qui|ou|comment|quand (?:il|elle|le|la))\b(?! vous)",
        r"(?:paye|regle|vire|verse|debite|encaisse)e?s? (?:\w+ ){0,3}en (?:deux|trois"
        r"|\d+) (?:fois|cheques|virements|versements)",
        rf"en deux fois\b(?:(?!quand|lorsque|si\b|apres"
        rf"|une fois)[^.;]){{0,40}}\b{_SOON}\b(?:(?!quand|lorsque|si\b|apres"
        rf"|une fois)[^.;]){{0,40}}\b{_SOON}\b(?![^.;]{{0,80}}\bvous\b)",
        r"(?<!un )delai de (?:la (?:tresorerie|banque|perception)|(?:deux|trois|quelques"
        r"|\d+) jours pour (?:ajout|valid|enregistr|creer)\w*)",
        r"faudrait (?:\w+ ){0,3}(?:coordonnees bancaires|releve|justificatif|(?:double"
        r"|exemplaire) (?:svp|s il|de (?:la|cette|votre) facture))",
        r"merci (?!(?:d|par) avance)(?:\w+ ){0,2}(?:pour|de|d) (?:le|votre|ce|l|ton|avoir accepte"
        r" (?:le|ce)) (?:delai|sursis)(?! que (?:je\b|nous\b|vous (?:me |m |nous )?\w+(?:rez|riez)"
        r"\b))",
        r"report (?:du|de la|de l|des) (?:conseil|reunion|seance|commission|vote|assemblee|ag\b"
        r"|session)",
        r"(?:faire|fait|fais) patienter",
        r"ce serait (?:\w+ )?(?:royal|ideal|aimable|mieux en pdf)",
        r"faudrait (?:\w+ ){0,3}(?:rib|iban|facture|duplicata|numero|siret|copie)",
    ),
    "law": any_of(
        r"(?:agence|antenne|succursale|permanence|bureau de \w+|site de \w+|depot de \w+) (?:\w+"
        r" ){0,2}"
        r"ferme\w* definitivement",
        _NOT_OURS,
        r"(?:mon|notre) avocate? (?:me|nous) coute\w*",
        r"liquidation de (?:notre|mon|nos|mes|l ancien) (?:\w+ )?stocks?\b",
        r"redressement (?:du |d |de la |des |de l )?(?:amortisseurs?|pignon|murs?|cloisons?"
        r"|toiture|charpente|poteaux?|portail|portes?|volets?|chassis|jantes?"
        r"|roues?)\b (?:\w+ ){0,2}(?:termine|fini|nickel|impeccable|parfait|reussi)e?s?\b",
        r"redressement\W{1,5}sportif|(?:pole|service|bureau|etape"
        r"|phase) (?:de )?(?:la )?liquidation|liquidation"
        r" (?:suivra|comptable|et (?:le )?mandatement)|juge des comptes",
        r"sinistre (?:est|a ete) (?:\w+ )?(?:clos|regle|indemnise|rembourse"
        r"|solde)e?\b(?![^.;]{0,90}\b(?:votre|vos|vous (?:avez|etes)|faute|mais|responsab\w*)\b)",
        rf"(?:avocate?|juriste) (?:\w+ ){{0,2}}(?:dit|conseille|recommande"
        rf"|demande) de (?:vous )?(?:payer|regler|solder)(?! (?:que|qu|la|une|un|et|puis"
        rf"|seulement|sous|apres|quand|moins|le (?:juste|strict)|(?:\w+ )?ce qui)\b){_BUT_THEN}",
        r"(?:tribunal|juge|jugement|avocate?|proces)\b[^.;]{0,60}(?:contre|avec) (?:mon|ma|notre"
        r"|nos|un|une) (?:ancien\w* )?(?:assureur|assurance|voisin\w*|ex\b|bailleur|proprietaire"
        r"|locataire|employeur|banque|client\w*)(?![^.;]{0,90}\b(?:votre|vos|vous)\b)",
        r"(?:juge|jugement|tribunal)\b[^.;]{0,40} (?:pour|sur) (?:la garde|le divorce|la pension"
        r"|les enfants)\b(?![^.;]{0,60}\b(?:vous|votre|vos)\b)",
        r"sauvegarde (?:etait|est|a|automatique|informatique|du|des|quotidienne|locale) ?(?:bonne"
        r"|tout|sauve|fonctionne|recupere|serveur|disque|fichiers?|\w+)?",
        r"liquidation (?:de (?:la |cette |votre )?(?:depense|facture|somme)|des (?:depenses"
        r"|factures))",
        r"(?:engagement|numero|code) juridique",
        r"(?:avocate?|tribunal|proces|juge)\b[^.;]{0,80}(?:rien a voir avec vous|contre un autre"
        r"|autre fournisseur|pas (?:contre|avec) vous)",
    ),
    "veiled_refusal": any_of(
        r"(?:pas|jamais) dit qu(?:e|) ?(?:je|on|nous|j) (?:ne |n )?(?:vous |la |le )?(?:p[ae]i\w+"
        r"|pay\w+|regl\w+|vers\w+) (?:pas|rien|jamais|plus)",
        r"refus\w* de (?:vous |te )?(?:donner|annoncer|promettre|avancer) (?:une|de"
        r"|des) (?:dates?|jour"
        r"|promesses?) (?:que je ne \w+ pas|en l air|bidon|fantaisiste)",
        r"refus\w*\W+(?:\w+\W+)?de (?:vous|te) faire (?:attendre|patienter|languir|courir)",
        r"(?:mandat|ordonnanc|valid|certifi|sign|trait)\w* mais (?:ne|n) (?:\w+ )?(?:paie|regle"
        r"|verse)\w* pas\b",
        r"apres les poules|les poules (?:pondent|ont|de)|poulailler.{0,60}poules",
        r"(?:certaines?|aucune?) (?:suite|consequence) sur",
    ),
    "no_more_mail": any_of(
        r"(?:ecri\w+|repond\w*|envoie) (?:\w+ ){0,2}(?:de|depuis|via) (?:mon|ma) (?:adresse|boite"
        r"|messagerie) (?:mail )?"
        r"perso\w*",
        r"(?:je|nous|on) (?:ne|n) (?:\w+ )?(?:veux|voulons|souhait\w+) (?:plus"
        r"|pas) (?:\w+ )?voir (?:un|une|le|la|les|mon|ma) (?:chiffre|papier|ordinateur|ecran"
        r"|tableau|compta\w*|bureau)\w*",
    ),
    "temper": any_of(
        r"(?:ces|cet|cette|les?|l|une?|des) ?(?:\w+ )?(?:abruti|cretin|debile|imbecile|tocard"
        r"|bouffon"
        r"|guignol|minable|naze)\w* (?:de |du |des |d |chez )(?:la |le |l )?(?:banque|poste"
        r"|voisin\w*"
        r"|concurrent\w*|assurance|urssaf|prefecture|syndic|operateur|sfr|orange|edf|bouygues|free"
        r"|fournisseur|grossiste|centrale)\b(?! (?:de|d) (?:relance|recouvrement|chez vous))",
        r"la grosse (?:fin|le|au|debut|mi|lundi|mardi|mercredi|jeudi|vendredi|partie?|somme"
        r"|facture)\b",
    ),
    "paid_elsewhere": any_of(
        r"(?:l|mon|notre|nos|le) (?:argent|fonds) (?:\w+ ){0,2}(?:a|sur) (?:notre"
        r"|mon) propre compte",
    ),
}


def hides_nothing(name: str, words: str, start: int, end: int) -> bool:
    """Whether the sign that stands from `start` to `end` of the folded words is harmless there."""
    return any(
        hit.start() < end and start < hit.end()
        for harmless in (_HARMLESS.get(name), ENGLISH_INNOCENTS.get(name))
        if harmless is not None
        for hit in harmless.finditer(words)
    )
