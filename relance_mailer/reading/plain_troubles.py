"""Signs that ask for a human in a kitchen's words: what plays up, lacks, was kept, who has died.

"Le portail claque tout seul", "il manque toujours les poignées", "pas de litige sur la 118, sur
la 119 oui": no word of a ground, a promise beside it. They belong to `misgivings`, which asks
them. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import WHEN
from relance_mailer.reading.second_looks import sign

TAKES = (
    "Je règle vendredi, dites-leur que le portail claque tout seul.",
    "Virement le 30, mais le frigo fait de la glace.",
    "L'imprimante de votre magasin a lâché, je règle lundi.",
    "C'est payé vendredi, mais il manque toujours les poignées.",
    "Je règle le 30, on attend encore les clés.",
    "Pas de litige sur la 118, sur la 119 oui.",
    "Virement demain, il faudra qu'on parle de ce qui s'est passé.",
    "Le gérant est mort la semaine dernière, je transmets.",
    "Le temps de faire venir un expert et je reviens vers vous.",
    "Continuez comme ça et je passe vendredi.",
    "J'ai reçu votre avoir, je le trouve léger. Virement vendredi.",
    "Le portail bloque, ma femme est restée dehors. Virement vendredi.",
    "Merci, je l'ai donnée à lire à une amie du barreau.",
    "Le bureau a voté la dissolution samedi, merci pour tout.",
    "C'est payé, il était trop tard pour le réclamer.",
    "Je règle vendredi... dans vos rêves.",
)
LEAVES = (
    "Je règle vendredi, le portail ne claque plus.",
    "Mon imprimante a lâché, je règle lundi.",
    "Il manque encore la signature du gérant, paiement lundi.",
    "On attend encore le virement de notre client, je règle le 30.",
    "Pas de litige, je règle la 119.",
    "Le gérant est mort de rire, je règle lundi.",
    "Un barreau de la chaise est à recoller, rien d'urgent, je règle lundi.",
    "Je suis mort de fatigue, virement demain.",
    "Le portail bloque sur le SIRET, virement dès que c'est déposé.",
)

_OWN = (
    r"(?:paie|paye|salaire|caf|subvention|virement|banque|client|conseil|budget|dotation|compta\w*"
    r"|comptable|facture|dossier|maire|direct\w+|patron|pret|vente|argent|fonds|treso\w*|signature"
    r"|mandat|cheque|pension|aide|prime|feu|accord|validation|retour|reponse|autorisation"
    r"|cotisation"
    r"|loyers?|remboursement|visa|tva|secu\w*|paiements?|reglements?|versements?|assemblee|notaire"
    r"|copropr\w+|adherents?|parents?|gerante?|president\w*|tresor\w+|delegation|ouverture|saison)"
)
_PAPER = (
    r"(?:factures?|signatures?|validations?|visas?|tampons?|accord|rib|iban|numero|code|bon|mail"
    r"|papiers?|pieces? jointes?|duplicata|copie|timbre|euros?|fonds|argent|sous|date|temps|retour"
    r"|feu|quelques|un peu|versements?|cotisations?|reponses?)"
)
_BOSS = (
    r"(?:gerante?|patronn?e?|directeur|directrice|presidente?|proprietaire|associee?|dirigeante?"
    r"|locataire|cliente?|maire|tresoriere?|artisan|assureur|monsieur|madame|mme|mr?)"
)
_MACHINE = (
    r"(?:frigo\w*|congel\w*|vitrine|chambre froide|four|fours|machine|appareil|pompe|chaudiere"
    r"|clim\w*|moteur|portail|portes?|volets?|robinets?|evier|douche|toit\w*|parquet|carrelage"
    r"|cabine|store|rideaux?|caisse enregistreuse|borne|peinture|enduit|joints?|lave \w+|ballon"
    r"|radiateur|escalier|terrasse|cloture"
    r"|meubles?|matelas|canape|fenetres?|placards?|tiroirs?|logiciel livre|barriere|grille|vitres?"
    r"|verrieres?|miroir|vasque|plan de travail|store|abri|bache|poele|insert)"
)
_PLAYS_UP = (
    r"(?:claqu|frott|coinc|trembl|vibr|siffl|clignot|disjonct|gonfl|givr|ronfl|accroch|baill"
    r"|bloqu|grinc|goutt|suint|fum|chauff|boug|gliss|saut|cliquet|dans)(?:e|ent)\b"
)
_DOES = (
    r"(?:refus\w+ d|reste\w* (?:ouvert|ferm|lev|bloqu|allum|etein|coinc|froid)\w*|affich\w+"
    r"|pue|puent|part(?:ent)? (?:deja|en lambeaux|en morceaux|par plaques)|(?:fait|font"
    r"|faisai\w+) (?!partie|l (?:affaire|admiration|unanimite|effet)|des (?:envieux|jaloux"
    r"|heureux|merveilles)"
    r"|sensation|honneur|fureur|rever|plaisir|bien|tres|tout|son|sa|leur|un (?:super|tres|bon)"
    r"|merveille|envie|le bonheur|la joie|l objet)\w+|(?:s |se )(?:en va|en vont|affaiss\w+"
    r"|enlev\w+|soulev\w+|delit\w+|bloqu\w+|ouvr\w+ (?:seul|tout)|effrit\w+|etei\w+|voil\w+"
    r"|dereg\w+|desaccord\w+|fend\w*|gondol\w+))"
)
_BREAKS = (
    r"(?:lachee?s?|plantee?s?|rendu l ame|mort[es]*|en panne|hs|en rade|claque|grille[es]*"
    r"|explose|brule"
    r"|casse[es]*|fichue?s?|foutue?s?)"
)
_SOLD = r"(?:votre|vos|chez vous|(?:vendu|loue|livre|achete|installe|pose|monte)e?s?)"
_NO_MORE = r"(?:ne |n )(?:\w+ ){0,3}(?:plus|pas|jamais)\b|impeccable|parfait|nickel|(?:mon|ma|mes) "
_NO_MORE_AT_ALL = r"(?:ne |n )(?:\w+ ){0,3}(?:plus|pas|jamais)\b|impeccable|parfait|nickel"
_FROM_YOU = r".{0,40}\b(?:chez vous|par vous|de chez vous|que vous)"
_ANOTHER_THING = (
    r"(?:mon|ma|mes|notre|nos) (?:\w+ )?(?:telephone|ordi\w*|imprimante|camion\w*|voiture"
    r"|box|serveur|connexion)|(?:votre|vos) (?:\w+ )?(?:mail|lettre|facture"
    r"|relance|courrier|message|pdf|lien|site|iban|rib)|porte (?:close|monnaie)"
    r"|fait (?:chaud|froid|beau)|chauff(?:e|ent) (?:bien|la|les|comme|parfait)",
)
_GATE = r"(?:portail|portes?|volets?|rideaux?|barriere|grille)"
_GUESTS = r"(?:enfants|clients|adherents|invites|convives|locataires|eleves|residents)"
_USE = (
    r"(?:mang|serv|utilis|install|habit|emmenag|boire|consomm|cuisin|gout)\w*\b(?![^.;]{0,60}"
    r"\b(?:lien|site|portail|carte|espace|appli\w*|cheques?|chequier|comptes?|code|rib|iban"
    r"|ordinateur|internet|formulaire|banque|logiciel)\b)"
)
_EXPERT = (
    r"(?:experts?\b(?! comptable)|architecte|huissier|commissaire de justice|bureau de controle"
    r"|conciliateur)"
)
_YOU_WILL = (
    r"(?:viendrez|veniez|reviendrez|reveniez|passerez|passiez|fin\w+|termin\w+|livr\w+|repar\w+"
    r"|repren\w+|remplac\w+)"
)

SIGNS = (
    sign(
        "money_back",
        r"(?:me |nous |de |a )?rembours(?:er|ez|iez|e)\b(?: moi| nous)?"
        r"|rendez (?:le |la |les )?(?:moi|nous)\b"
        r"|(?:me|nous) (?:rendre|reverser|restituer|recrediter|rendiez)\b(?! (?:compte|visite))"
        r"|(?:me|nous) (?:renvoyer|retourner|renvoyiez) (?:l un|un) (?:des|de ces|virement)"
        r"|(?:me|nous) (?:renvoyer|retourner|renvoyiez) (?:\w+ ){0,3}(?:virement|paiement"
        r"|reglement|montant|somme|difference|argent|cheque|euros?|trop)\b"
        r"|(?:retour|restitution|reversement) (?:du|de la|des|de l|d un) (?:\w+ )?(?:second|deux"
        r"|deuxieme|virement|trop|double|doublon|somme|paiement|reglement)"
        r"|trop ?(?:percu|paye|verse)"
        r"|(?:refund|reimburse)\b"
        r"|(?:return|send|give|pay) (?:\w+ ){0,3}(?:of the payments?|back)\b",
        leaves=(
            r"(?:vous|te) (?:\w+ )?rembours\w+|rembours\w+ (?:la|ma|notre) dette"
            r"|on (?:me|nous) rembourse|(?:assurance|mutuelle|secu\w*|impots?|etat|tva|client\w*"
            r"|banque) (?:\w+ ){0,3}rembours\w+|(?:me|nous) rembours\w+ (?:la|le|ma|mon|d ici"
            r"|avant)",
        ),
    ),
    sign(
        "goods",
        rf"{_MACHINE} (?:\w+ ){{0,2}}?(?:{_PLAYS_UP}|{_DOES})",
        leaves=(
            rf"{_NO_MORE_AT_ALL}|(?:mon|ma|mes) (?:\w+ ){{0,2}}{_MACHINE}\b(?!{_FROM_YOU})",
            r"(?:fichier|document|piece) joint|portail\b[^.;]{0,60}\b(?:chorus|siret|siren|depot"
            r"|deposer|fournisseurs?|identifiant\w*|mot de passe|engagement|pdf|connexion"
            r"|internet)\b",
            *_ANOTHER_THING,
        ),
    ),
    sign(
        "goods",
        rf"{_SOLD}\b[^.;]{{0,40}}\b{_BREAKS}\b|{_BREAKS}\b[^.;]{{0,25}}\bchez vous\b",
        leaves=(
            rf"{_NO_MORE_AT_ALL}|(?:mon|ma|mes) (?!{_FROM_YOU})",
            *_ANOTHER_THING,
        ),
    ),
    sign(
        "goods",
        rf"(?:faire|fait|fais) (?:venir|passer|intervenir|appel a) (?:une?|l|notre|mon) {_EXPERT}",
        rf"(?:esper\w+|attend\w*|souhait\w+|comptant) (?:\w+ )?que vous (?:\w+ )?{_YOU_WILL}",
        r"(?:viendrez|reviendrez|passerez) (?:\w+ )?(?:finir|terminer|reprendre|reparer|chercher"
        r"|livrer|poser|refaire|remplacer|enlever)",
        rf"il (?:me |nous |vous |en )?manque (?:toujours|encore|quand meme|aussi) (?!que|plus|du )"
        rf"(?:les|la|le|l|une?|des|deux|trois|quatre|mes|nos|vos|\d+) (?!(?:\w+ )?{_PAPER}\b)\w+",
        rf"(?:attends|attend|attendons) (?:toujours|encore) (?:les|la|le|l|vos|votre|une?|des|mes"
        rf"|mon) (?!(?:\w+ ){{0,2}}(?:{_OWN}|{_PAPER}|pdf|documents?|lien|original|releve|mot"
        rf"|confirmation|appel|nouvelles?|message|courrier|duplicatas?)\b)\w+",
        r"(?:regle|resolu|repare|fini|termine|fait|livre|pose)\w* qu (?:a (?:moitie|demi)|en partie"
        r"|partiellement)",
        r"pas (?:les|la|le) bon(?:ne)?s?\b(?! (?:adresse|interlocut|personne|service|numero|rib"
        r"|iban|mail|boite|destinataire|compte|bureau|reference|code|moment|jour|endroit|facture))",
        r"(?:litiges?|reclam\w+|redire|contest\w+|reserves?|reproch\w+|remarques?|problemes?"
        r"|soucis?)\b[^.;]{0,60}\b(?:si|oui)\W*$",
        rf"{_BOSS} (?:\w+ ){{0,3}}(?:est|etait|sont) (?:mort|morte|deced\w+)\b(?! de (?:rire"
        r"|fatigue|honte|faim|trouille|froid))",
        r"qui justifi\w+ (?:cette|la|votre|vos|ce|ces|une telle|un tel)\b",
        r"(?:mais|sauf que|seulement|or) (?:\w+ ){0,2}il y a (?:\w+ )?(?:erreur|une erreur|un ecart"
        r"|une difference|\d+|une? (?:ligne|article|heure|couac))",
    ),
    sign(
        "goods",
        r"(?:erreurs?|ecarts?|differences?|surplus|anomalies?) (?:de |d |d au moins |d environ )"
        r"(?:quelque )?\d[\d ,.]{0,9}(?:€|euros?|eur\b|balles|%|h\b|heures?|pieces|cartons)",
        r"il y a (?:\w+ )?(?:erreur|une erreur|un ecart|une difference|un ecart|du trop"
        r"|un trop percu"
        r"|un couac|une anomalie) (?:sur|dans|entre|quelque part|d)",
        leaves=(
            r"(?:erreur|ecart|difference) (?:\w+ ){0,3}(?:de (?:ma|notre)|chez nous|bancaire)"
            r"|(?:je me suis|on s est|nous nous sommes) tromp\w+|(?:j ai|nous avons"
            r"|on a) (?:\w+ )?fait"
            r" (?:une|l) erreur|de frappe|de saisie|d arrondi|de virgule|a la banque",
        ),
    ),
    sign(
        "goods",
        r"camelote|pacotille|cochonneries?|saloperies?|daube\b|ferraille|(?:venir|venez)"
        r" (?:\w+ )?(?:chercher|reprendre|recuperer) (?:sa|ses|son|votre|vos|le|la|les) (?!cheque"
        r"|argent|enveloppe|reglement|paiement|especes|colis|du\b)\w+",
        r"(?:pose|livraison|transport|port|deplacement|installation|mise en service|montage|reprise"
        r"|remise|option|entretien|visite|premier mois|formation) (?:\w+ )?(?:etait|etaient|est"
        r"|devait etre|serait) (?:\w+ )?(?:offert|gratuit|compris|inclus|deduit|a vos? (?:frais"
        r"|charge))\w*",
        r"(?:on|je|j|nous) (?:l |la |le |les )?annul(?:e|ons|erai|era|erons)\b(?! (?:le virement"
        r"|ma|mon"
        r"|l ancien|et remplace))",
        r"(?:au|avec les?|aux) (?:bons?|juste|vrais?) (?:tarif|prix|montant|taux|total)s?\b",
        r"(?:refus|conteste)\w* (?:\w+ )?(?:vos|votre|ces|les|le|la|ce) (?:travaux|devis|chantier"
        r"|factures?|prestations?|livraisons?|materiel|marchandises?|decompte|montant)\b",
        r"(?:malades?|diarrhee|intoxi\w+|vomi\w*|indigest\w+)\b[^.;]{0,40}\b(?:vos|votre|livr\w+"
        r"|produits)",
        r"(?:rattrap|refai|reprendre|repris|corrig|nettoy|repar|rectifi)\w* (?:\w+ )?(?:votre|vos)"
        r" (?!(?:\w+ )?(?:rib|iban|adresse|fiche|factures?|nom|dossier|compte|numero|siret|mail"
        r"|relance|contact|coordonnees|oubli"
        r"|base|fichiers?|logiciel|site|carnet|annuaire|souffle|memoire|esprits?|main)\b)\w+",
        r"(?:merci de|priere de|veuillez|pouvez vous|pourriez vous|pensez a|il faut|vous devez|vous"
        r" (?:me|nous)) (?:\w+ )?(?:me |nous |m |etre )?(?:le |la )?rembours\w+",
    ),
    sign(
        "goods",
        r"(?:attendu|perdu|deplace\w*|appele|telephone)\b[^.;]{0,40} pour rien\b",
        rf"{_MACHINE} (?:\w+ ){{0,2}}?s (?:est|etait|sont) (?!bien\b|calme)\w+"
        r"|s (?:est|sont) (?:\w+ )?\w+(?:e|ee|es|ees|u|i|is) toute?s? seule?s?\b",
        r"(?:materiel|marchandises?|colis|commande|livraison|palettes?|pieces?|cartons?|machine"
        r"|produits?|technicien|poseur) (?:\w+ )?non plus\b",
        r"(?:ce n est|c est) (?:plus|pas) (?:mon|notre) (?:probleme|affaire)\b",
        r"depuis (?:que )?(?:votre|vos) (?!(?:\w+ )?(?:mail|relance|message|appel|courrier|lettre"
        r"|facture|envoi|rappel|accord|dernier\w*|premier\w*)\b)\w+ (?:\w+ )?(?:a|ont|nous|m)\b",
    ),
    sign(
        "part_only",
        r"(?:estime|considere|juge)\w* (?:\w+ ){0,2}(?:dues?|du|devoir|juste|correct\w*"
        r"|suffisant\w*)\b",
        r"hors (?:(?:la|le|les|l|du|des|de la) )?(?:main d|pose|ligne|heures?|deplacement|transport"
        r"|forfait|livraison|pieces?|supplement|option)",
        r"ampute\w*|minore\w*|rabote\w*|ecorne\w*|allege\w* d"
        r"|(?:pour|a) \d[\d ,.]{0,9}(?:€ |euros? )?tout rond\b"
        r"|arrondi[es]* a"
        r"|(?<!a )ce qui (?:etait|est|me semblait|nous semblait|me semble|me parait) (?:juste"
        r"|correct"
        r"|normal|honnete|raisonnable|du|convenu|fait|livre|recu)\b",
        r"(?:heures?|pieces?|jours|quantites?|cartons?|ce) que (?:j ai|nous avons|j avais"
        r"|nous avions)"
        r" (?:\w+ )?(?:compt|not|pointe|releve|recu|commande|vu)\w*",
        r"sans (?:la|le|les|l|vos|ces) (?:\w+ )?(?:heures?|lignes?|deplacement|transport|port|pose"
        r"|supplement|option|forfait|majoration)\b",
    ),
    sign(
        "goods",
        r"laisse[zr] (?:moi|nous) (?:\w+ ){0,3}?(?:verifi|voir|regard|ouvr|essay|test|control"
        r"|cherch|demand"
        r"|consult)\w* (?:[^.;]{0,40}\b)?(?:repar\w+|moteur|cartons?|colis|travail|travaux"
        r"|chantier|pose"
        r"|plafond|tient|redemarre|marche|fonctionne|autre (?:plombier|artisan|menuisier|garage"
        r"|fournisseur|entreprise|peintre|macon|prestataire|traiteur)|que vous avez (?:fait|livre"
        r"|pose))",
        r"(?:dites|dis|signalez|prevenez) (?:moi|nous)? ?(?:si|quand"
        r"|des que) vous (?:\w+ )?(?:avez|aurez|voyez"
        r"|recevez|recevrez|trouvez|retrouvez) (?:comment|(?:retrouve|de quoi|(?:les|la|le|l|mes"
        r"|mon|ma|nos"
        r"|un|une|des|quelqu\w*) ?(?:\w+ ){0,2}(?:pieces?|rechange|carton\w*|moteur|lot|technicien"
        r"|un"
        r"|poseur|reste|suite|colis|palettes?)))",
        r"(?:avoir|facture (?:rectifi\w+|corrigee?)),? (?:[^.;]{0,40}\b)?(?:leger|maigre|faible"
        r"|insuffisant|mince|chiche|trop peu|autre (?:facture"
        r"|adresse|periode"
        r"|chantier|dossier|commande)|oublie\w*|disparu\w*|pire|couvre|compte \d+|toujours"
        r"|que vous deviez)",
        r"(?:delais?|retards?) (?:[^.;]{0,30}\b)?(?:non tenus?|pas tenus?|perdu|coute\w*|rate\w*"
        r"|manque\w*)",
        r"(?:recus?|livres?|poses?|servis?) (?:pour|sur) \d+ (?:factur|compt|commande)\w*"
        r"|reception partielle"
        r"|compte \d+ [^.;]{0,25}(?:en (?:mettez|facturez|comptez|avons|ai)) \d*"
        r"|factur\w* [^.;]{0,25} on a eu"
        rf"|{_GUESTS} (?:\w+ )?(?:ont (?:eu|attendu|mange)|se (?:sont )?plai\w+|ral\w+)",
        rf"{_GUESTS} (?:\w+ ){{0,4}}n (?:en |y )?ont (?:pas|rien|plus) (?:\w+ )?(?:pu"
        r" (?!(?:\w+ )?(?:payer|regler|venir|honorer)\b)|(?:mang|touch|goute|aim|voulu)\w*)",
        rf"(?:pas|rien) (?:\w+ )?pu (?:\w+ ){{0,2}}{_USE}|personne n (?:a|avait) (?:\w+ ){{0,3}}"
        rf"(?:{_USE}|touch\w+|voulu)",
        r"(?:je|on|nous) (?:le|la|les) (?:\w+ )?(?:trouv|jug)(?:e|ons) (?:\w+ ){0,2}(?:leger"
        r"|legere|maigre|faible|insuffisant|chiche|mince)e?s?\b",
        r"(?:il|elle) (?:me|nous) (?:semble|parait) (?:\w+ ){0,2}(?:leger|legere|maigre|faible"
        r"|insuffisant|chiche|mince)e?s?\b",
        r"envoy\w+ (?:moi |nous |donc |vite )*(?:quelqu un|du monde|une equipe|(?:un|vos?|votre)"
        r" (?:gars|technicien|ouvrier|reparateur|poseur|expert|equipe))",
        r"(?:du|fini par|fallu|oblige\w*|contraint\w*)\b (?:\w+ ){0,3}(?:command|appel|achet|lou"
        r"|prend|trouv|cherch|faire)\w* (?:\w+ ){0,3}(?:ailleurs|des pizzas|traiteur|autres?"
        r" (?!facture|solution|compte|carte|moyen|jour|chose|rendez|creanc|banque|comptable"
        r"|virement|cheque|demande|ordre|avance|emprunt|pret\b|telephone|ordi)\w+)",
        rf"(?:pousser|forcer|remonter|lever|(?:ouvrir|fermer|tirer)(?=[^.;]{{0,40}} (?:a la main"
        rf"|a deux|manuellement)\b)) (?:\w+ ){{0,3}}{_GATE}\b",
        rf"{_GUESTS} (?:\w+ ){{0,3}}(?:renvoy|rendu|recrach|jete|rapport)\w* (?:vos|votre|les"
        r"|leurs?|tous?)\b|(?:n a|n ont|pas|jamais) (?:\w+ )?touche (?:a|aux|au) (?!(?:\w+ )?"
        r"(?:paie|paye|salaire|argent|compta\w*|facture)\b)",
        r"(?:attendai\w+|esperai\w+) (?:\w+ )?(?:plutot|mieux|le double|davantage)\b",
        r"(?:not|signal|marqu|inscri|indiqu|releve)\w* (?:\w+ )?(?:les|des|un|une|deux|trois|\d+)"
        r" (?:manquants?|casses?|reserves?|degats?)\b",
        r"(?:vu|au vu d\w*) (?:le |la |l |votre |un tel |ce )?(?:travail|resultat|qualite|etat"
        r"|boulot|prestation|service)\W*$",
        r"attend\w*\b(?![^.;]{0,60}\b(?:rib|iban|factures?|duplicata|copie)\b)[^.;]{0,60}"
        r" par vous\b|(?:sorti|revenu)e?s? de chez vous|(?:votre|vos)"
        r" (?:degats?|fuites?|sinistres?|inondations?|malfacons?|bourdes?|boulettes?)\b",
        r"il pleut (?:dans|chez|sur)|n ont pas (?:pris|tenu|pousse|survecu)|mauvaise (?:date"
        r"|couleur|taille"
        r"|adresse sur|annee sur|photo|langue)|pas la (?:bonne )?(?:couleur|taille|teinte|marque"
        r"|qualite)"
        r"|pas (?:ete )?faite? (?:\w+ )?(?:\d+|un|deux|trois|quatre|depuis|ce|cette|la semaine)"
        r"|(?:du|dus?|fallu|oblige\w*) (?:de )?(?:re)?(?:faire|finir|terminer|nettoyer"
        r"|recommencer)\b"
        r"|(?:froide?s?|tiedes?) depuis (?:votre|vos|que vous)|in a mess"
        r"|(?:send|bring|fix|give) (?:\w+ ){1,5}first\W*$",
        r"(?:cherch\w+) (?:\w+ ){0,2}(?:la|le|les) (?:\d+e?|deuxieme|troisieme|autre"
        r"|seconde) (?:palette|caisse"
        r"|carton|colis|piece|chaise|boite|rouleau)",
        r"(?:la|le|les) bon(?:ne)?s? (?:taille|couleur|modele|tuyau|piece|porte|dimension"
        r"|reference de)",
        r"(?:pages? \d.{0,20}|date|virgule|chiffre|numero|nom) (?:\w+ ){0,3}(?:du catalogue"
        r"|sur (?:les|la|le|l|mes"
        r"|nos)) (?:\w+ ){0,4}(?:imprime|grave|livre|edite)\w*|que vous avez (?:imprime|grave"
        r"|edite|livre|pose"
        r"|monte|installe|fabrique)\w*",
        r"erreurs? [^.;]{0,20}chez vous (?:sur|dans)|(?:votre|vos) (?:rib|iban) et (?:votre|vos)"
        r"|(?:documents?|certificat|attestation|papiers?|code|badge|cles?) (?:de conformite"
        r"|du portail|de la"
        r" voiture|de garantie|du vehicule)",
        r"(?:votre|vos) (?:plombier|poseur|gars|ouvriers?|equipe|macon|technicien|electricien"
        r"|peintre)\w* (?:revien\w+"
        r"|repass\w+|fini\w*|termin\w*|doi\w+)|(?:pose|livraison|reprise|intervention) (?:est "
        r"|reste )?prevue?",
        r"(?:dites|dis|prevenez|rappelez|signalez) (?:a |le a )?(?:votre"
        r"|vos) (?!(?:\w+ )?(?:comptab\w+|collegue\w*"
        r"|patron\w*|chef\w*|banque|service|secretaire|direct\w+)\b)\w+",
    ),
    sign(
        "part_only",
        r"(?:seules?|seuls|uniquement|seulement|rien que) (?:des? |les |la |le |l )?(?:heures?"
        r"|journees?|lignes?"
        r"|prestations?|jours|pieces|quantites|travaux)",
        r"(?:j |je |on |nous )?(?:enlev|retir|laiss)\w+ (?:de cote )?(?:le |la |les |l "
        r"|de cote )+(?:\w+ ){0,2}"
        r"(?:deplacement|trajet|port|transport|pose|heures?|option|frais|supplement)",
        r"(?:que|qu) (?:je|j|on|nous) (?:pense|estime|crois|juge|pensons|estimons"
        r"|croyons)\w* (?:vous )?(?:devoir|etre)",
        r"contre (?:les|la|le|vos|votre|l) (?!.{0,20}cheque)\w+\W*$|(?:apres|ensuite) je (?:paie"
        r"|regle|vire)\w*",
        r"m arrete la\b|reviendra (?:impayee?|rejetee?)",
    ),
    sign(
        "law",
        r"ferm\w+ (?:boutique|definitiv\w+|(?:l |notre |mon )(?:entreprise|activite|affaire)\b)"
        r"|(?:baiss|tir)\w+ (?:le |mon )?rideau|cle sous la porte|(?:societe|association"
        r"|entreprise|boite) (?:va )?s arret\w+"
        r"|je vends tout|(?:on|nous) arret(?:e|ons) (?:l |notre |tout|toute)"
        r"|plus (?:de )?(?:un )?(?:rond|tresorerie)\b"
        r"|bloque\w* par (?:le )?(?:tresor|l administrateur|administrateur|tribunal)|saisies?\W*$",
    ),
    sign(
        "temper",
        r"porte de prison|ne me parlez plus|(?:votre|vos) (?:boulot|travail)\W*$",
    ),
    sign(
        "bargaining",
        r"(?:merci|remerci\w+) (?:\w+ ){0,3}(?:(?:pour|de|d) (?:le|l|cet|ce) ?|du )(?:delai"
        r"|etalement|report|echeancier|sursis)"
        r" (?:que (?:vous )?m?|que je)|(?:merci|remerci\w+) (?:d|par) avance\b[^.;]{0,30}"
        r"\b(?:delai|sursis|report|etalement|echelonnement|echeancier|jours)\b|(?:etalement|delai"
        r"|report) que je (?:sollicite|demande|souhaite)",
    ),
    sign(
        "paid_elsewhere",
        r"(?:paye|regle|verse|donne|remis)\w* (?:\w+ ){0,2}?(?:a |au )?(?:un|une|ce|cette|le|la|au)"
        r" (?:monsieur|dame|type|gars|mec|homme|femme|jeune|garcon|individu|inconnue?)\b",
        r"(?:presente\w*|venue?s?|disant|pretend\w*) (?:\w+ )?de votre part",
    ),
    sign(
        "goods",
        r"(?:direction|directeur|directrice|patronn?e?|gerante?|president\w*|chef|conseil|maire)"
        r" (?:\w+ )?qui (?:trouve|juge|estime|conteste|refuse|considere|pense|dit)\w*",
        r"rendez (?:le |la |les )?(?:moi|nous)\b|(?:n est|ne sont) pas (?:a|pour|de) (?:nous"
        r"|moi)\b(?! (?:de"
        r"|d|que|qu|qui)\b)",
        r"il (?:me |nous |en )?manque (?:deux|trois|quatre|cinq|six|sept|huit|dix|douze|\d+"
        r"|plusieurs|des)"
        rf" (?!(?:\w+ )?{_PAPER}\b)\w+",
        r"(?:blesse|coupe|brule|electrocute)\w* (?:\w+ ){0,2}(?:par|avec|sur|a cause de"
        r"|contre) (?:votre"
        r"|vos)\b",
        r"(?:on part|partons|disons|mettez|notez|comptez|d accord"
        r"|ok)\b(?: [\w.]+){0,6} pour (?:la|les|le"
        r"|votre) (?:reparation|reprise|intervention|pose|depannage|rdv|rendez vous|visite"
        r"|livraison"
        r"|remplacement|finitions?|reception)\b",
    ),
    sign(
        "part_only",
        r"sauf (?:imprevus?|erreur|contr\w+) (?:sur|de|dans|avec) (?:votre|vos) (?!part\b|compte"
        r"|factur)",
        r"(?:pas|jamais) (?:encore )?(?:ete )?(?:vise|valide|signe|approuve"
        r"|accepte)e?s? par (?:l |le "
        r"|la |notre |mon )?(?:architecte|maitrise? d|metreur|conducteur|chef de chantier"
        r"|technicien"
        r"|service technique|bureau d|economiste)",
        r"pas (?:un (?:centime|euro|sou) )?(?:de )?plus\W*$|passee?s? (?:en|par) pertes?\b"
        r"|(?:remise|abandon) de (?:dette|creance)",
        r"pas (?:avec|sur|pour) (?:la|le|les|l) (?:tva|montant|prix|total|quantite|ligne|taux|reste"
        r"|solde|frais|penalites?|deuxieme|seconde|autre)\b",
    ),
    sign(
        "goods",
        r"reste (?:encore )?(?:le|la|les|un|une) (?:probleme|question|souci|cas|detail)s?\b",
        r"(?:je|nous|on) (?:ne |n )y (?:suis|sommes|est) pour rien|(?:ancien\w*|precedent\w*)"
        r" (?:exploitant|proprietaire|locataire|occupant|bailleur)",
    ),
    sign("condition", r"(?:seulement|uniquement) si\b"),
    sign(
        "paid_elsewhere",
        r"(?:compte|profit|ordre|nom) de votre (?:holding|filiale|maison mere|ancien\w*|gerant\w*"
        r"|societe soeur|associe\w*|confrere|groupe|frere|femme|mari)",
    ),
    sign(
        "disagreement",
        r"(?:dit|disent|montre\w*|indique\w*|prouve\w*|raconte\w*) (?:tout )?(?:autre chose"
        r"|le contraire"
        r"|l inverse)\b",
    ),
    sign(
        "law",
        r"ouverture de (?:la|cette|notre) procedure|sous procedure\b|procedure (?:collective"
        r"|du tribunal"
        r"|d insolvabilite)",
        r"(?:mon|notre|un|une|ma|nos|son|le|la) juristes?\b",
        r"(?:societe|entreprise|association|sarl|sas|sci|structure|boite(?! mail)) (?:\w+ ){0,3}"
        r"(?:dissoute?|radiee?|n existe plus|a (?:cesse|disparu))|dissolution (?:de|anticipee"
        r"|amiable)"
        r"|cessation d activite",
    ),
    sign(
        "part_only",
        r"(?:la moitie|le tiers|une partie|le quart) (?:seulement|uniquement|pas plus)"
        r"|(?:mais|seulement|juste|uniquement) (?:la moitie|le tiers|une partie|le quart)\b",
        leaves=(rf"(?:le reste|le solde|l autre|la suite|puis)\b.{{0,40}}{WHEN}",),
    ),
    sign(
        "part_only",
        r"(?:le reste|le solde|la suite|l autre)\W+(?:je |nous |on )?(?:\w+ ){0,2}(?:considere"
        r"|estime|conteste|refuse|garde|juge)\w*",
        r"(?:qui|et) (?:m|nous) (?:a|ont|aura) (?:\w+ )?(?:coute|fait perdre|prive)\b(?=.{0,30}"
        r"(?:clients?|ventes?|journees?|marche|contrat|week end))",
    ),
    sign(
        "bargaining",
        r"on (?:verra|avisera) (?:si|bien|comment|selon)\b",
        r"(?:faudra|faudrait|faut) (?:\w+ )?(?:qu on|que nous|que l on) (?:\w+ )?(?:parl|discut"
        r"|reparl|voi[et]|revoi)\w*",
    ),
    sign(
        "temper",
        r"(?:furieu\w+|remontee?s?|en colere|mecontent\w*|degoutee?s?|excedee?s?"
        r"|outree?s?) (?:\w+ )?"
        r"(?:contre|apres|de|par|envers) (?:vous|vos|votre)\b|homme a homme|(?:regler|reglera"
        r"|reglerons|regle) (?:nos|vos) comptes\b|preparez vous\W*$|avec (?:mes|des|quelques)"
        r" (?:cousins?|potes|copains|freres|gars)\b",
        r"votre (?:insistance|acharnement)|rendue?s? malades?\b",
        r"avis (?:google|negatif|trustpilot|incendiaire)|vous (?:fera|ferai|feront) (?:du )?mal\b",
        r"continuez (?:comme (?:ca|cela)|ainsi|sur ce ton)\b|vous faire (?:soigner|voir|foutre"
        r"|cuire)|(?:sais|savons|connais|connaissons) (?:tres bien |bien )?ou (?:vous|tu"
        r"|t) (?:habit|log"
        r"|viv|gar)\w+",
    ),
    sign(
        "law",
        r"(?:ami|amie|avocate?|inscrite?|membre) (?:du|au) barreau\b|assermente\w*|votre"
        r" convocation\b|(?:la|une) convocation\b(?=.{0,40}(?:audience|salle|juge|tribunal))|salle"
        r" \w+\b.{0,30}\bconvocation\b|trop tard pour (?:me |nous |le |la |les )?reclamer\b"
        r"|(?:vot|prononc|decid|act)\w+ (?:la|sa|notre) dissolution\b|dissolution de (?:l|notre)"
        r" (?:association|societe)|renonc\w+ .{0,40}\b(?:notaire|succession|heritage)\b",
    ),
    sign(
        "temper",
        r"dans (?:tes|vos|ses) reves\b|(?:celle|celui)(?: (?:la|ci))? n en est pas une?\b",
    ),
)
