"""Words in which a sign of `misgivings` stands and that hide nothing: sign by sign.

A sign catches by a word ("report", "rejetée", "le reste"). Where that very word belongs to one of
these constructions nothing is conditioned, cut, bargained with or contested; another such word in
the same sentence still counts. The examples: `HIDES_NOTHING` and `HIDES`.
"""

import re

from relance_mailer.reading.intents.phrases import any_of

HIDES_NOTHING = (
    "Merci pour le délai, je règle vendredi.",
    "Les bâches que vous aviez livrées ont tenu. Je paie lundi.",
    "La facture a été rejetée à l'intégration, elle part jeudi en paiement.",
    "Je l'ai rangé avec le reste et je transmets au service.",
    "Il ne manque que la prime, vous serez payé le 30.",
)
HIDES = (
    "Il me faudrait un report, je règle vendredi 300 €.",
    "Les bâches que vous aviez promises, on les attend. Je paie lundi.",
    "La facture a été rejetée par notre chef de chantier, je paie jeudi la première.",
    "Je règle 300 lundi, pour le reste on verra.",
    "Il ne manque que votre poseur, vous serez payé le 30.",
)

_MACHINES = (
    r"(?:integration|import\w*|portail|plateforme|outil|systeme|automate|ocr|lecture|scan\w*|robot"
    r"|chorus|dematerialisation|workflow|circuit|enregistrement)"
)

_OWN_THING = (
    r"(?<!votre )(?<!vos )(?:fours?|chambre froide|camion\w*|voiture|fourgon|frigo\w*|chaudiere"
    r"|tracteur"
    r"|caisse|moteur|chauffe eau|lave vaisselle|petrin|moto|pelle|presse|citerne)"
)
_BOSS = (
    r"(?:conseil|direction|directeur|directrice|gerante?|president|presidente|tresorier|tresoriere"
    r"|maire|adjoint|elu|bureau(?! d)|comite|syndic|siege|comptable|daf|patronn?e?|ca\b|ag\b"
    r"|assemblee|proviseure?|principale?|ordonnateur|associee?|signataire|proprietaire"
    r"|chef comptable"
    r"|responsable (?:achats?|financ\w+|administrat\w+|compta\w*)|mari|femme|expert comptable)\b"
)
_HAPPENS = (
    r"(?:urgence|catastrophe|cataclysme|accident|incident|imprevu|contretemps|greve|tempete|neige"
    r"|maladie|coup dur|miracle|surprise|force majeure|cas de force|avis contraire|ordre contraire"
    r"|instructions? contraires?|changement de (?:derniere minute|programme|planning)|oubli de ma"
    r"|(?:probleme|souci|bug|panne|incident|pepin|couac) (?:informatique|technique|bancaire|reseau"
    r"|de (?:banque|reseau|connexion|derniere minute|sante)|a la banque|chez nous|de notre cote)"
    r"|alea\w*|fin du monde|empechement|gros (?:pepin|souci)|nouvelle\b)"
)
_CAME_IN = (
    r"(?:arrivee?s?|recue?s?|integree?s?|deduite?s?|pris en compte|imputee?s?|enregistree?s?"
    r"|comptabilisee?s?|saisie?s?|passee?s?|en main|en compta\w*)"
)
_CHECKS = (
    r"(?:rapproch|pointer|pointe|verif|retrouv|cherch|control|regard|voir|lire|relire|consult"
    r"|demand|ouvrir|rentrer|digerer|remonter|faire le (?:point|tour|tri)|reprendre le (?:dossier"
    r"|fil)|compar|confront|interrog|joindre|appel|en parler|recoup|remettre la main|mettre la main"
    r"|me renseigner|nous renseigner|poser la question|repondre|revenir vers)"
)
_STILL_WRONG = (
    r"(?![^.;]{0,80}\b(?:mais|sauf|faux|fausse|manque\w*|insuffis\w+|incomplet\w*|alors|au lieu"
    r"|trop|deux fois|petit|faible|erreur|errone|pas|non|annonce|promis\w*|bonne? (?:montant"
    r"|commande)"
    r"|moitie|fallait|devait|pas le bon|encore|toujours)\b)"
)

_HARMLESS: dict[str, re.Pattern[str]] = {
    "condition": any_of(
        r"(?:dites|dis|confirmez|signalez|prevenez|avertissez) (?:moi|nous|le moi) (?:\w+ )?(?:si"
        r"|quand|des que) vous (?:(?:l|le|la|les) (?:avez|voyez|recevez|aurez|verrez"
        r"|recevrez)\b(?! (?:\w+"
        r" )?(?:repar|fini|corrig|livr|pass))|(?:avez|aurez|recevez|recevrez"
        r"|voyez) (?:\w+ )?(?:mon|notre|le)"
        r" (?:virement|cheque|paiement|reglement)\b|ne (?:voyez|recevez) rien)",
        r"tant qu (?:a (?:faire|y etre)|(?:on|nous) y (?:est|sommes))|tant que (?:j y (?:suis"
        r"|pense)"
        r"|nous y sommes|possible|faire se peut)|en tant que?\b",
        rf"sous (?:toute )?reserve (?:d un |d une |d |de tout |de |des |du )(?:aucun |aucune "
        rf"|eventuels? |bonne )?(?:{_HAPPENS}|delais? (?:bancaires?|de (?:traitement|la banque"
        rf"|la tresorerie|virement))|execution par (?:la|notre) banque)"
        r"(?![^.;]{0,40}\b(?:vous|votre|vos|sur (?:la|le|les)|avec (?:la|le|les))\b)",
        rf"tant que (?:le|la|mon|ma|notre|l|les) ?(?:\w+ )?{_BOSS}(?: \w+){{0,2}}? (?:n"
        rf"|ne) (?:\w+ )?"
        r"(?:est|a|sera|aura|soit|sont|ont|donne|signe|rentre|valide) (?:pas"
        r"|plus) ?(?:\w+ )?(?:rentre"
        r"|revenu|signe|valide|vise|repondu|la\b|present|retabli|donne|vote|statue|reuni|nomme"
        r"|\W*$)",
        r"il (?:ne |me |nous )*manque (?:plus )?que (?:la|le|une?|ma|notre|sa) (?:\w+ )?(?:prime"
        r"|signature|tampon|subvention|virement|paie|salaire|caf|code|numero|facture|rib)\b",
        r"tant que (?:le|la|les|mon|notre|l) ?(?:budget|subvention|conseil|banque|dotation|compte"
        r"|salaires?|assemblee|maire|credit)\b",
        r"si vous (?:voyez|voyiez|avez (?:la|le) bonn?e?|passez (?:par|dans)|venez)\b",
        r"(?:unless|until|once|when|if) you (?:really|actually) (?:need|have|must|want)",
        r"unless you\b.{0,20}(?:print|necessary)",
    ),
    "part_only": any_of(
        rf"sauf (?:une? |gros |cas de )?{_HAPPENS}"
        r"(?![^.;]{0,40}\b(?:(?:votre|vos) (?!argent|virement)|comme (?:la|avec)|avocat|juge"
        r"|livraison)\b)",
        rf"(?:valide|vise)e?s? par (?:le |la |l |les |notre |nos |mon |ma )?(?:\w+ )?{_BOSS}"
        r"(?! (?:de chantier|des travaux|technique|qualite|qui|car|parce|faute)\b)",
        rf"(?:dedui\w+|deduction faite de|impute\w*) (?:votre |vos |l |les |cet |de l )?avoirs?\b"
        rf"{_STILL_WRONG}",
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
        r"(?:avec|et|dans|comme|tout) le reste\b(?! (?:on|nous|je|il|faud|est a))",
        r"(?:a votre|votre|ma) disposition pour la suite|(?:mis|met|mettons"
        r"|laisse) le reste en (?:pause|attente)",
    ),
    "agreed_otherwise": any_of(
        r"(?:votre|vos|un de vos|une de vos) \w+[^.;]{0,40} (?:il |elle )?(?:m"
        r"|nous) a (?:\w+ )?(?:fait"
        r" (?:repeter|epeler|patienter)|remercie|donne (?:un |le )?recu|aidee?|depanne|souhaite"
        r"|rassure)",
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
        r"je croyais que (?:mon|ma|notre|le|la|l) ?(?:\w+ )?(?:associee?|comptable|mari|femme"
        r"|collegue"
        r"|secretaire|fils|fille|banque|tresori\w+|patron\w*|gerant\w*|compta\w*|virement"
        r"|cheque) (?:\w+ )?(?:avait|etait|s en) (?:\w+ )?(?:fait|pay|regl|vir|envoy|post|occup"
        r"|charg|parti|pass)\w*",
        r"(?:ton|lettre|mail|relance|courrier|message|rappel)\b (?:\w+ )?(?:m|nous) (?:a"
        r"|ont) (?:\w+ )?"
        r"(?:surpris|etonne)\w*(?![^.;]{0,40}\b(?:montant|prix|total|frais|tarif|somme|contenu)\b)"
        r"|(?:surpris|etonne)\w* (?:de|par) (?:votre|cette|la|le) (?:ton"
        r"|relance"
        r"|lettre|mail|courrier|message|rappel)",
        r"comprend\w* (?:pas|rien|mal|plus) (?:\w+ ){0,3}(?:francais|langue|ecriture|informatique"
        r"|ordinateur|paperasse|portail|chorus|formulaire|logiciel)",
    ),
    "disagreement": any_of(
        r"(?:tresorerie|treso)\b(?: \w+){0,3} (?:est|reste|sont) (?:\w+ )?(?:bloque|gele)\w*"
        r"(?![^.;]{0,60}\b(?:votre|vos|vous|litige|chantier|conforme|qualite)\b)",
        r"(?:virements?|paiements?|comptes?|cartes?) (?:\w+ ){0,3}(?:bloque|gele|refuse"
        r"|rejete)\w* par"
        r" (?:la|ma|notre|le|mon) (?:banque|banquier|tresor|systeme|logiciel|antifraude|securite)",
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
        r"(?:aussi|le|du|ce) bien qu\w*",
        r"(?:par contre|en revanche|toutefois|cependant)\b[^.;]{0,80}(?:aucune trace|jamais (?:eu"
        r"|recu|vu)|pas (?:eu|recu|trouve|retrouve)|duplicata|copie|renvoy\w+|pourriez vous"
        r"|pouvez vous|se remplir|merci de)",
    ),
    "goods": any_of(
        rf"{_OWN_THING}(?: (?:est|etait|a|m|nous|s|vient|de|tombee?|qui|hier|en|rendu|l)){{0,6}}"
        r" (?:panne|lache[er]?|lachee|casse[er]?|cassee|ame|morte?"
        r"|mourir)\b[^.;]{0,90}\b(?:reparations?"
        r"|cout\w+|tout (?:pris|mange)|treso\w*|vide|ruin\w+|un bras)\b"
        r"(?![^.;]*\b(?:votre|vos|vous|garantie|loue\w*|livre\w*|install\w*|achete\w*)\b)",
        r"no (?:further )?credit note (?:is )?(?:needed|required|necessary)",
        r"(?:signatures?|validation|visa|tampon|accord|code|timbre|paraphe|feu vert|numero|date"
        r"|iban"
        r"|rib)\b(?: [\w.]+){0,6} manqu(?:ait|aient)\b|manqu(?:ait|aient) (?:que |juste )?(?:une?"
        r"|la"
        r"|le"
        r"|ma|sa|l|les|deux|des) ?(?:\w+ )?(?:signatures?|tampon|visa|code|timbre|feu vert|paraphe"
        r"|validation|accord|numero|date|cle de signature|piece jointe|justificatif|rib|iban"
        r"|facture"
        r"|mandat|virgule|chiffre|zero)\b",
        rf"(?:votre|l|cet|un|d un|vos|les) ?avoirs?(?: de [\d ,.]{{1,12}}(?:€"
        rf"|euros?)?)? (?:(?:a ete|est"
        rf"|ont ete|sont) )?(?:bien )?{_CAME_IN}\b{_STILL_WRONG}",
        rf"(?:dedui\w+|recu|integre|impute|enregistre|passe|saisi"
        rf"|deduction faite de) (?:bien )?(?:votre"
        rf" |vos |l |les |cet |de l )?avoirs?\b(?: de [\d ,.]{{1,12}}(?:€|euros?)?)?{_STILL_WRONG}",
        r"(?:chiffres?|lettres?|virgule|zeros?) (?:\w+ )?de travers(?: dans (?:l|le|mon) ?\w+)?"
        r"|avale\w* de travers|regard\w* de travers",
        r"(?:paiement|reglement|virement|versement|solde) du reliquat(?! (?:de|des|du) (?:commande"
        r"|livraison|marchandise|palette|piece))",
        r"(?:toute|vos|les|autres?) reclamations? (?:\w+ ){0,2}(?:est|sont|doi\w+) (?:a "
        r"|etre )?(?:envoy|adress|transm)\w*",
        r"(?:jambe|poignet|bras|cheville|clavicule|cote|dent|genou|hanche) casse\w*",
        r"credit note (?:is|was|has been) (?:\w+ ){0,2}(?:perfect|received|fine|booked|great|in)\b",
    ),
    "bargaining": any_of(
        r"delais? (?:de |du |des |d )?(?:la |l |le |notre |nos )?(?:tresor\w+|banques?|bancaires?"
        r"|traitement|mandatement|perception|comptables?|mairie|poste|acheminement|signature"
        r"|validation|virement|internes?|habituels?|global|publics?)\b(?! (?:supplement"
        r"|plus long))",
        r"merci (?:\w+ ){0,3}(?:pour|de|d) (?:le|votre|ce|l|ton|cet|avoir (?:accepte|accorde) (?:le"
        r"|ce|un|l|cet)) ?(?:petit )?(?:delai|sursis|report|etalement|echelonnement|echeancier"
        r"|arrangement)\b(?! (?:de|du|des|d) (?:la |l |votre )?(?:livraison|pose|travaux|chantier"
        r"|rendez"
        r"|rdv|intervention|visite|installation|depannage|commande|montage|passage|prestation))",
        rf"laissez (?:moi|nous) (?:juste |donc |encore |d abord )?(?:(?:le|un peu de) temps (?:de"
        rf"|d|pour)"
        rf" |(?:\w+ ){{1,3}}(?:jours?|heures?|semaine) (?:pour|le temps de) )?(?:le |la |les |l "
        rf"|y )?"
        rf"{_CHECKS}\w*(?! (?:l etat|les degats|la casse|les malfacons|la panne|le defaut|comment"
        rf" payer|les fonds|l argent))",
        r"(?:r?envoy|r?adress|re?transm|expedi|faites (?:la|le"
        r"|moi))\w*[^.;]{0,25} (?:et )?on (?:en )?"
        r"reparle\w*",
        r"report (?:du|de la|de l|des) (?:conseil|reunion|seance|commission|vote|assemblee|ag\b"
        r"|session)",
        r"(?:faire|fait|fais) patienter",
        r"ce serait (?:\w+ )?(?:royal|ideal|aimable|mieux en pdf)",
        r"faudrait (?:\w+ ){0,3}(?:rib|iban|facture|duplicata|numero|siret|copie)",
    ),
    "law": any_of(
        r"redressement (?:de (?:l )?)?(?:urssaf|fiscal|tva|des impots|d impots?|social)",
        r"sauvegarde (?:etait|est|a|automatique|informatique|du|des|quotidienne|locale) ?(?:bonne"
        r"|tout|sauve|fonctionne|recupere|serveur|disque|fichiers?|\w+)?",
        r"liquidation (?:de (?:la |cette |votre )?(?:depense|facture|somme)|des (?:depenses"
        r"|factures))",
        r"(?:engagement|numero|code) juridique",
        r"(?:avocate?|tribunal|proces|juge)\b[^.;]{0,80}(?:rien a voir avec vous|contre un autre"
        r"|autre fournisseur|pas (?:contre|avec) vous)",
    ),
    "veiled_refusal": any_of(
        r"apres les poules|les poules (?:pondent|ont|de)|poulailler.{0,60}poules",
        r"(?:certaines?|aucune?) (?:suite|consequence) sur",
    ),
    "no_more_mail": any_of(
        r"(?:dans|parmi|par|ni) (?:le|mon|notre|les|nos|du|au) ?courriers? papier",
        r"(?:je|nous|on) (?:ne|n) (?:\w+ )?(?:veux|voulons|souhait\w+) (?:plus"
        r"|pas) (?:\w+ )?voir (?:un|une|le|la|les|mon|ma) (?:chiffre|papier|ordinateur|ecran"
        r"|tableau|compta\w*|bureau)\w*",
    ),
    "temper": any_of(
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
    harmless = _HARMLESS.get(name)
    if harmless is None:
        return False
    return any(hit.start() < end and start < hit.end() for hit in harmless.finditer(words))
