"""Innocent words in which a rule hears a ground, a question, a plan or worse: constructions.

A complaint says who did what to which thing of ours; a question asks us; a plan names money. Here
stand the constructions that share the words and lack that: numbers that name a paper ("1187 et non
1178"), the infinitive in "l'avoir", one's own tools, limbs and affairs, a dispute that is over, a
praise, a question that its writer answers himself. A finding is taken back only where such words
stand in what it took: another complaint in the same sentence keeps its own finding. Even then a
letter goes on by itself only where the second opinion hears nothing either (`judgement`).

Takes: `HARMLESS`. Leaves: `REAL`.
"""

from collections.abc import Iterator

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.gates import Gated
from relance_mailer.reading.intents.english_innocents import FOUND as ENGLISH_INNOCENTS
from relance_mailer.reading.intents.not_between_us import NOT_OURS, SCOLDED
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences, words_in
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

HARMLESS = (
    (Intent.DISPUTE, "Le bon numéro est RS2025-1187 et non 1178."),
    (Intent.DISPUTE, "Il me la faut pour l'avoir dans le classeur."),
    (Intent.DISPUTE, "Facture rectificative bien reçue et mandatée ce matin."),
    (Intent.PLAN_REQUEST, "Nous servons 300 couverts par jour en ce moment."),
    (Intent.OPT_OUT, "Je ne veux plus voir un chiffre avant lundi."),
    (Intent.INSOLVENCY, "La liquidation de la dépense a été faite ce matin."),
    (Intent.DISPUTE, "La petite s'est cassé le poignet."),
    (Intent.DISPUTE, "Le voisin a fait constater une fissure chez lui."),
    (Intent.DISPUTE, "Un simple pare-brise prend des airs de traité."),
    (Intent.DISPUTE, "Jusqu'à ce que vous m'ayez rayé de la liste des mauvais payeurs."),
    (Intent.DISPUTE, "La kermesse a rapporté, alléluia."),
    (Intent.DISPUTE, "La gestion de l'immeuble nous a été retirée par l'assemblée."),
    (Intent.DISPUTE, "L'école vit sur ses réserves."),
    (Intent.DISPUTE, "Nous avons le plombier dans les locaux et plus d'eau."),
    (Intent.DISPUTE, "La facture du vin (les cubis de rouge) n'est jamais arrivée chez moi."),
    (Intent.DISPUTE, "Dites-moi s'il manque quelque chose."),
    (Intent.DISPUTE, "Le maire conteste les résultats de l'élection."),
    (Intent.DISPUTE, "La banque a bloqué la carte, je suis en litige avec eux."),
    (Intent.DISPUTE, "J'attends toujours mon avoir de chez EDF."),
    (Intent.DISPUTE, "Merci de refaire la facture au 12 rue des Lilas."),
    (Intent.DISPUTE, "Mon chef me crie dessus parce que j'ai pas commandé les colliers."),
    (Intent.PLAN_REQUEST, "Je vous verse 400 €, c'est ce que je peux faire."),
    (Intent.PLAN_REQUEST, "Nous payons dès l'encaissement, cela peut prendre un peu de temps."),
    (Intent.OPT_OUT, "Quand vous m'aurez rayé de la liste des mauvais payeurs."),
)
REAL = (
    (Intent.DISPUTE, "Vous nous avez facturé 1187 et non 1178."),
    (Intent.DISPUTE, "Nous attendons l'avoir pour les trois palettes."),
    (Intent.DISPUTE, "Facture rectificative toujours pas reçue."),
    (Intent.PLAN_REQUEST, "Je peux payer 300 euros par mois."),
    (Intent.OPT_OUT, "Je ne veux plus voir vos mails."),
    (Intent.INSOLVENCY, "La liquidation de la société a été prononcée."),
    (Intent.DISPUTE, "La marche s'est cassée sous mon pied."),
    (Intent.DISPUTE, "Vos travaux ont laissé une fissure, le voisin l'a fait constater."),
    (Intent.DISPUTE, "Le pare-brise que vous avez posé est fissuré."),
    (Intent.DISPUTE, "Le parquet est rayé."),
    (Intent.DISPUTE, "La réception a été prononcée avec réserves, nous les maintenons."),
    (Intent.DISPUTE, "Le plombier n'est jamais revenu."),
    (Intent.DISPUTE, "Vous facturez une machine qui n'a jamais été livrée."),
    (Intent.DISPUTE, "Il manque deux cartons."),
    (Intent.DISPUTE, "Le maire conteste les résultats de votre étude."),
    (Intent.DISPUTE, "Vos livreurs sont venus, je suis en litige avec eux."),
    (Intent.DISPUTE, "J'attends toujours mon avoir de chez vous."),
    (Intent.DISPUTE, "Merci de refaire la facture au bon prix."),
    (Intent.PLAN_REQUEST, "Est-ce que je peux faire en trois fois ?"),
    (Intent.PLAN_REQUEST, "Laissez-moi un peu de temps."),
    (Intent.OPT_OUT, "Rayez-moi de votre liste de diffusion."),
)

_OWN_MONEY = (
    r"(?:tresorerie|treso|subventions?|salaires?|paie|paye|clients?|banque|caf|dotation|credits?"
    r"|budget|fonds|argent|prime|pension|retraite|recolte|moisson|vendanges?|saison|primeurs?"
    r"|notaire|vente|loyers?|cotisations?|recettes?|tpe|caisse|carnet|gites?|chambres d hotes"
    r"|touristes|encaissements?)"
)
_OWN_TOOLS = (
    r"(?:ordi\w*|pc|claviers?|tablette|telephone|portable|imprimante|scanner|photocopieu\w+"
    r"|serveur|box"
    r"|connexion|wifi|messagerie|logiciel|appli\w*|van|camion\w*|voiture|bagnole|fourgon\w*|kangoo"
    r"|vehicule|moto|scooter|velo|poignet|jambe|cheville|epaule|dos|genou|clavicule|hanche)"
)
_NO_NEW_FAULT = (
    r"(?:(?!(?:pas|jamais|toujours|non|rien|mais|sauf|loin|attend\w*|encore|sans)\b)\w+ )"
)
_NUMBER = r"(?:[a-z]{1,4} ?)?\d[\w/.-]{2,}"
_NAMED = (
    rf"(?:[a-z]+\d[\w/.-]*|(?:(?<!avez )(?<!aviez )(?<!ete )(?<!etait )facture|numero|reference"
    rf"|ref|engagement|code|dossier|commande|marche|la|celle|lire|n|no)(?: (?:est|c est|la|le|n"
    rf"|no))? {_NUMBER})"
)
_UNIT = r"(?! ?(?:€|euros?|eur\b|e\b|h\b|heures?|kg|m2|ml\b|pieces|palettes|cartons|unites|%))"
_LIMBS = (
    r"(?:poignet|jambe|bras|cheville|clavicule|cotes?|dents?|genou|hanche|epaule|col du femur|pied"
    r"|doigts?|nez|coude|vertebres?|figure|gueule|main|tibia|femur)"
)
_FEELING = (
    r"(?:persuade\w*|sure?s?|certaine?s?|convaincue?s?|souvien\w*|souvenir|impression|regrette\w*"
    r"|honte|confus\w*|desole\w*|heureu\w+|contente?s?|avoue|pardon|excus\w+|croyais|croyait"
    r"|pensais|pensait|jure\w*|juret)"
)
_SURE = 3

_HARMLESS: dict[Intent, Gated] = {
    Intent.DISPUTE: words_in(
        *NOT_OURS,
        r"refai\w+ (?:moi |nous )?(?:la|cette|votre|une) factures? (?:au"
        r"|a l adresse (?:suivante|du)|a) \d{1,4}"
        r"(?: bis| ter)?,? (?:rue|avenue|av|bd|boulevard|chemin|place|impasse|route|allee|quai"
        r"|cours|square)",
        r"(?:regard\w+|verifi\w+|voir|verrai) (?:\w+ )?(?:sur|dans) (?:le|mon|notre|les"
        r"|mes) relev\w+ (?:de"
        r" compte )?s (?:il|elle) (?:est|a ete) (?:\w+ )?(?:passe|debite|encaisse"
        r"|parti)\w*(?:\W+mais)?",
        SCOLDED,
        r"(?:ne )?compren\w+ (?:\w+ )?pas (?:\w+ )?pourquoi vous (?:me |m |nous )?"
        r"(?:ecri\w+|relanc\w+|insist\w+|rappel\w+)",
        r"(?:payee?|reglee?|soldee?|paiement|reglement)s? (?:en )?(?:especes|liquide"
        r"|cash) (?:\w+ ){0,2}?"
        r"(?:a|au|dans|sur) (?:votre|vos|la|le|l)? ?(?:comptoir|magasin|caisse|boutique|guichet"
        r"|accueil"
        r"|agence|depot|secretariat)\b",
        r"refai\w+ (?:moi |nous )?(?:la|cette|votre) facture (?:a|avec|sur) (?:cette|notre|la"
        r"|ma|l) ?"
        r"(?:nouvelle |bonne )?adresse",
        rf"(?:s est|me suis|s etait|s etant|m etais|nous a|se) casse\w* (?:(?:les?|la|l|une?"
        rf"|deux|sa|son) )?{_LIMBS}",
        rf"(?:la|les?|l|mon|ma|mes|son|sa|une?) ?{_LIMBS} (?:\w+ )?cass\w+",
        r"(?:voisin\w*|grutier|bailleur|proprietaire|syndic)\b (?:qui )?(?:\w+ ){0,3}(?:fait"
        r" constater|constate)\b(?: (?:une?|la|des|les) \w+)?(?![^.;]{0,90}\b(?:votre|vos|vous)\b)",
        r"(?<!votre )(?<!\ble )pare brise(?! (?:\w+ ){0,3}(?:fissur|cass|fel|etoil|mal\b|n\b|ne\b"
        r"|defec|bris"
        r"|raye|impact|fuit|pas|sans|livr|pose|mont|rempla|sifl|siffl|buee|eclat|vibr|prend l eau"
        r"|bouge"
        r"|decoll|joint|fume|opaque|a (?:de|une?|des|deja|encore|pris)\b))",
        r"ray\w+ de (?:la|votre|vos) listes? (?:des|de) (?:mauvais payeurs|impayes|retardataires"
        r"|debiteurs|relance\w*)",
        r"(?:kermesse|fete|tombola|loto|vente|quete|collecte|brocante|vide grenier|soiree|bal"
        r"|saison"
        r"|recolte|buvette|tournoi|concert|spectacle|repas|foire"
        r"|braderie)s?\b(?: \w+){0,4} (?:a|ont)"
        r" (?:bien |beaucoup |peu |pas mal )?rapporte",
        r"(?:gestion|syndic|direction|comptabilite|gerance|mandat)\b(?: (?:de|du|des|d|l|la|le|les"
        r"|cet|cette|immeuble|copropriete|residence|nous|m|lui|leur|vous"
        r"|\w+)){0,6}? a ete (?:retire"
        r"|confie|repris|transfere|cede|donne)\w* (?:par l (?:assemblee|ag)|a (?:un|une|notre"
        r"|la)\b)",
        r"(?:vi\w+ sur|mang\w+|puis\w+ dans|tap\w+ dans|epuis\w+|entam\w+|sur) (?:ses|les|nos|mes"
        r"|leurs) reserves(?! (?:emises?|sur|de la reception|formulees?))(?: et (?:les|nos|mes)"
        r" reserves)?",
        r"(?:avons|ai|a) (?:le|un|les|des) (?:plombier|electricien|peintre|macon|dentiste|couvreur"
        r"|reparateur|serrurier)s? (?:dans|aux?|a la|a l|ici|chez|sur place|en ce moment)\b",
        r"(?:la|votre|cette|une) factures? (?!(?:[\w(),]+ ){0,15}(?:qui|que|qu|dont|elles?|ils?"
        r"|mais"
        r"|or|et (?:la|le|les)|alors|car|donc|livraison|commande|colis|marchandise|materiel|machine"
        r"|appareil|technicien)\b)"
        r"(?:[\w(),]+ ){0,15}?(?:n est|n etait|ne (?:m|nous) est) (?:\w+ )?(?:jamais|pas) (?:\w+ )?"
        r"(?:arrivee|parvenue|recue|venue)\b",
        r"(?:dites|dis|signal\w+|previen\w+|faites) (?:\w+ ){0,2}s il (?:\w+ )?manque (?:quelque"
        r" chose|quoi que ce soit|un (?:papier|document|justificatif|centime)|des? (?:papiers?"
        r"|documents?|centimes?))",
        r"il ne manque que (?:le |son |un )?passage en (?:paie|compta\w*|commission|comite|bureau"
        r"|paiement)\b",
        rf"{_NAMED}\W{{1,3}}(?:et|mais) (?:non|pas)(?: pas)? (?:le |la |au |du "
        rf"|en )?{_NUMBER}{_UNIT}",
        r"\d{3,} au lieu (?:du|de la) \d{3,}(?! ?(?:€|euros?|%))",
        r"(?:pour|sans|apres|de|d) l avoir (?:dans|sous|sur moi|en|entre|devant|a (?:portee|jour)"
        r"|ici)",
        r"(?:^|\W)l avoir (?:sous les yeux|en main|devant)",
        rf"{_FEELING} (?:\w+ ){{0,2}}(?:de |d |que )?(?:ne pas )?l avoir \w+(?:e|ee|i|ie|u|ue|is"
        rf"|ise"
        r"|it|ite|ert|erte)s?\b",
        rf"(?:rectifi(?:ee?s?|cati\w+)|corrigee?s?|(?<!l "
        rf")avoirs?) {_NO_NEW_FAULT}{{0,3}}(?:recue?s?"
        r"|arrivee?s?|en main|integree?s?|mandatee?s?|enregistree?s?|comptabilisee?s?)\b",
        r"(?:avoirs?|rectificative) recue?s?\W+merci",
        r"(?:duplicata|copie|double|exemplaire) de l avoir",
        r"(?:rien ne (?:rentre|sort|bouge)|pas (?:de|d) (?:rentree|revenu|travail"
        r"|client)\w*)\b[^.;]{0,20} tant que (?:\w+ ){1,6}(?:pas|jamais|plus)(?: \w+)?",
        r"litige avec (?:notre|ma|la|mon) (?:banque|assurance|assureur|operateur|voisin|bailleur"
        r"|proprietaire|ex\b|associe)",
        r"(?:facteur|coursier|virement|cheque|poste) n est (?:\w+ )?pas passee?",
        r"\d{1,2} (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\w*(?: et"
        r"|,)? (?:\w+ ){0,3}factures? (?:\w+ ){0,6}(?:que|pour|mais)\b",
        r"(?:chantier|travaux|prestation)\b (?:\w+ ){0,6}pas (?:encore )?(?:paye|paie|regle"
        r"|verse)\w* (?:\w+ ){0,2}par (?:le|mon|notre|un) client|(?:chantier"
        r"|travaux)\b (?:\w+ ){0,4}pas payer",
        r"plus rien a vous devoir\W+tout est (?:solde|paye|regle)",
        r"(?<!facture )(?:une?|\d+) (?:mois|jours?|semaines?|minutes?|heures?|verres?"
        r"|ans?) de trop\b(?!.{0,20}factur)",
        r"m en a pas autorise\w*",
        r"(?:corriger|modifier|mettre a jour) dans (?:votre|vos) (?:base|fichiers?|logiciel"
        r"|carnet)",
        r"(?:livres?|comptes?|comptabilite) f(?:ont"
        r"|ait) apparaitre un solde nul(?: a votre egard)?",
        r"credit note (?:is |was |has |arrived )(?:\w+ ){0,2}(?:perfect|received|fine|in|booked"
        r"|great|safely|ok)\b",
        r"(?:pas|plus|jamais) (?:recu |eu |vu |trouve |retrouve )?(?:le |la |de |un |une "
        r"|l )?(?:papier|original|exemplaire|double|copie|document|pdf|fichier"
        r"|trace) (?:\w+ ){0,3}factures?\b",
        r"(?:bon d(?: |e )\w+|bordereau|releve|bl|devis|lettre)\b[^.;]{0,40}(?:mais )?pas (?:la"
        r"|les|l|de|votre|vos|sa|une?) ?(?:factures?|original|duplicata|rib)\b|(?:releve"
        r"|bordereau|bon|lettre)\b[^.;]{0,40}\b(?:elle|facture)\W+non\b|releve\W+ne cherchez pas",
        r"\b\w+ (?:(?:pas|plus) )?sous (?:la main|les yeux)",
        r"(?<!etiez )(?<!etes )pas (?:\w+ )?autorise\w* a (?:corriger|modifier|payer|signer"
        r"|traiter|vous|donner|completer|communiquer|valider|rectifier)",
        rf"(?:quand|lorsque|des que|une fois que|le jour ou) (?:la|le|les|l|ma|mon|mes|notre"
        rf"|nos) (?:\w+ )?{_OWN_MONEY} (?:\w+ ){{0,5}}\w+(?:ra|ront)\b",
        r"(?:subventions?|virement|paiement|salaires?|prime|aide|dotation|argent|fonds|cheque"
        r"|facture|relance|lettre|courrier|mail|message)\b (?:(?!mais\b)\w+ ){0,9}(?:est|sont"
        r"|etait) (?:toujours |encore )?(?:pas|jamais) (?:encore )?(?:arrive|tombe|parvenu|venu"
        r"|verse|credite)\w*",
        r"(?:jamais|ni) plante (?:un|de|aucun|personne|mes|nos)\b",
        r"rendu (?:les armes|l ame|son tablier|mon tablier|service|hommage|visite|compte)",
        r"(?:litiges?|differend|contestations?|desaccord|malentendu|reclamations?|reserves?"
        r"|contentieux"
        rf"|disputes?|quiproquo) {_NO_NEW_FAULT}{{0,12}}(?:clos|close|enterre\w*|regle\w*|levee?s?"
        r"|resolue?s?|derriere nous|oublie\w*|settled|closed|resolved)\b",
        r"plus (?:de |aucun |aucune )?(?:litiges?|reserves?|desaccord|reclamation)\b|(?:sans|ni"
        r"|aucune?) (?:reserves?|retenue|litige|reclamation|contestation)\b",
        r"(?:ne|n) (?:\w+ )?(?:contest|discut|remet|refus)\w* (?:\w+ ){0,2}(?:pas|rien|point"
        r"|nullement|aucunement|ni|jamais)\b",
        r"avai(?:s|t|ons) contest\w+ [^.;]{0,80}(?:affaire close|expliqu\w+|compris|clos|tort"
        r"|retire)",
        r"(?:creance|dette|facture) (?:\w+ ){0,3}(?:eteinte|soldee|apuree) par (?:notre|mon"
        r"|le) (?:reglement|virement|paiement|cheque)",
        r"(?:resili\w+|annul\w+) (?:mon|mes|notre|nos) (?:ancien\w* )?(?:forfait|ligne|box"
        r"|mutuelle|assurance|vacances|voyage|conges|mariage|telephone|portable|fixe)",
        r"(?<!votre )(?<!vos )service (?:achats?|comptab\w+|compta|technique|courrier|financier"
        r"|expedition|paie|rh) (?:\w+ )?(?:ne|n) (?:\w+ )?(?:traite|gere|s occupe|regle|paie"
        r"|recoit)\w*",
        r"(?:nous|me) manque\w* (?:deja|beaucoup|terriblement|tant|enormement|a tous)",
        r"manqu\w+ (?:que |plus que |juste )?(?:une?|la|le|ma|sa|l) ?(?:\w+ )?(?:signature|tampon"
        r"|prime|accord|visa|code|timbre|feu vert|paraphe)\b",
        r"(?:je|j|nous|on) (?:ne |n )?(?:tien\w+|march\w+|demarr\w+) (?:pas|plus|jamais)\b",
        r"(?:ouvriers?|poseurs?|gars|equipes?|techniciens?|monteurs?|peintres?|installateurs?"
        r"|macons?) (?:\w+ ){0,2}(?:laisse|rendu)\w* (?:\w+ ){0,5}(?:propres?|nickel|impeccable"
        r"|parfait|nette?s?)",
    ),
    Intent.PAID: words_in(
        r"(?:apres|ensuite|comme ca|la dessus|et puis|bientot) on (?:est|sera|serait) quittes",
    ),
    Intent.PLAN_REQUEST: words_in(
        r"c est (?:tout )?ce que (?:je|nous|on) (?:peux|pouvons|peut)\b(?: \w+)?",
        r"(?:cela|ca|tout|courrier|poste|processus|circuit|validation|encaissement"
        r"|procedure|signature) (?:peut|va|risque de|pourrait|pourra) (?:\w+ )?(?:prendre|mettre)"
        r" (?:encore )?(?:un (?:petit )?peu de|un certain|du|quelques) (?:temps|jours|semaines)",
        r"\d[\d ]*(?!(?:€|euros?|eur|balles|echeances?|versements?|mensualites?|paiements?"
        r"|virements?|fois|cheques?|traites?|reglements?)\b)[a-z]{3,} (?:(?!euros?\b)\w+ )?(?:par"
        r"|chaque) (?:jour|semaine|mois|an|heure|nuit|service)\b",
        r"(?:limit|plafon|maximum|max)\w*(?: \w+){0,4} \d[\d ]*(?:€|euros?) par jour(?:\W+[\d ]+)?",
        r"pas (?:\w+ )?(?:une |deux )?(?:seconde|deuxieme) fois|pas deux fois",
        r"you (?:may|might|ll) (?:need|have) to split",
        r"dites (?:moi|nous) ce que vous (?:voyez|avez|trouvez|recevez)",
        r"(?:pas|aucun) (?:besoin|question) d (?:une? )?(?:echeancier|etalement|delai)",
        r"(?:pour|sur|concernant) les delais de paiement",
        r"\d{1,2} de chaque mois(?: et|,)? (?:nous|je|on) (?:pay|pai|regl|vir)\w+ (?:tout|nos|mes"
        r"|les)",
        r"vers(?:e|ent|ee?s?) (?:\w+ ){0,5}(?:le |les )?\d{1,2} de chaque mois",
        r"(?:banque|conseillere?|elle|il|appli\w*|site|systeme) (?:\w+ ){0,3}(?:me|nous) demande\w*"
        r" (?:un|du|le) (?:petit )?(?:delai|temps|peu de temps)",
        r"laisse\w* (?:la |le |ma |une |un )\w+ (?:ouvert\w*|allume\w*|branche\w*)",
    ),
    Intent.INVOICE_REQUEST: words_in(
        r"(?:perdu|egare|oublie|rate) (?:mon|notre|nos|mes) (?:rib|iban|coordonnees)\b",
        r"(?:delai|temps) pour (?:ajouter|valider|enregistrer) votre (?:rib|iban|compte)",
        r"plus (?:ni \w+ )?ni (?:documents?|papiers?|dossiers?)",
    ),
    Intent.OPT_OUT: words_in(
        r"ray\w+ de (?:la|votre|vos) listes? (?:des|de) (?:mauvais payeurs|impayes|retardataires"
        r"|debiteurs)",
        r"(?:retrouve|trouve|vois) (?:\w+ )?pas du tout (?:ce|cette|le|la|votre) \w+",
        r"vous pouvez (?:la|les|l|le) (?:sortir|retirer|enlever|rayer) de (?:votre|vos|la) \w+",
        r"facture portant le numero|(?:corriger|modifier|mettre a jour) dans votre base",
        r"plus (?:voir|entendre parler d\w?|toucher) (?:un|une|le|la|les|mon|ma|mes|a un"
        r"|a une)? ?(?:chiffres?|papiers?|ordinateur|ecran|tableau\w*|compta\w*|bureau|calculette"
        r"|tableur)\b",
        r"(?:ai|avons|a|avais|avait) (?:\w+ )?(?:supprim|effac|jet"
        r"|vir)\w+ (?:\w+ ){1,3}(?:par (?:megarde|erreur|inadvertance)|sans (?:le )?vouloir"
        r"|sans faire expres|malencontreu\w+|trop vite|en voulant|en triant)",
    ),
    Intent.REFUSAL: words_in(
        r"n aurez (?:pas|plus) a (?:attendre|patienter|relancer|ecrire|insister|vous inquieter)"
        r"|paie\w* (?:\w+ )?pas (?:une (?:seconde|deuxieme) fois|deux fois)",
        r"(?:je|on|nous) (?:vous )?(?:pay|pai|regl|vir)\w+\W+point (?:final|barre)",
        r"(?:ceux|celles|gens|genre|du style|pretexte|raison|excuse)\b [^.;]{0,50}(?:pour|a"
        r"|de) ne pas (?:payer|regler)",
    ),
    Intent.HOSTILE: words_in(
        r"case vide (?:sera|est|reste|a)\b|sais (?:bien )?que (?:ca|cela|le \d+) tombe (?:un|le|en"
        r"|mal)",
        r"honte (?:a nous|a moi|sur (?:la|notre|ma) maison)|(?:ai|avons|avais|eu) (?:\w+ )?honte",
        r"(?:mon|notre|le|son|ma) (?:chien|chienne)\b(?! (?:vous|t))|pas un \w+ creve",
        r"(?:ma|notre|sa|leur) gamine\b",
    ),
    Intent.INSOLVENCY: words_in(
        r"administrateurs? (?:de biens|d immeubles?|reseaux?|systemes?|du site|fonctionnel)",
        r"liquide\w* (?:la|cette|votre|les|vos) (?:factures?|depenses?|sommes?)",
        r"liquidation (?:de (?:la |cette |votre |toute )?(?:depense|facture|somme|creance)"
        r"|des (?:depenses|factures|droits|stocks?))",
    ),
}

_OWN_AFFAIRS = words_in(
    rf"{_OWN_TOOLS}\b[^.;,]{{0,40}}(?:plant\w+|en panne|en rade|cass\w+"
    r"|lach\w+|rendu\w*|mort\w*|brise\w*|hs)\b",
)
_THEIRS = words_in(
    r"(?:votre|vos|vous|livre\w*|garantie|sav|repar\w+|revision|vidange|retomb\w+|loue[es]?"
    r"|location|toujours|encore|de nouveau|depuis|your?)\b"
)
"""Beside a tool it may be the one that was sold, let or repaired."""


def without_the_harmless(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without those whose own words are harmless, or that ask nothing of us."""
    found = {each.intent for each in findings if each.strength < _SURE}
    for intent in found & _HARMLESS.keys():
        innocent = (_HARMLESS[intent], ENGLISH_INNOCENTS.get(intent))
        places = tuple(place for words in innocent if words for place in _harmless_in(text, words))
        findings = tuple(
            each
            for each in findings
            if each.intent is not intent or each.strength >= _SURE or not _stands(each, places)
        )
    if Intent.QUESTION in found:
        asked = _rhetorical(text)
        findings = tuple(
            each
            for each in findings
            if each.intent is not Intent.QUESTION or not any(each.span in raw for raw in asked)
        )
    return findings


def _harmless_in(text: str, words: Gated) -> Iterator[tuple[Sentence, int, int]]:
    for sentence in sentences(text):
        for match in words.finditer(sentence.folded):
            yield sentence, match.start(), match.end()
        if words is _HARMLESS[Intent.DISPUTE] and not _THEIRS.search(sentence.folded):
            for match in _OWN_AFFAIRS.finditer(sentence.folded):
                yield sentence, match.start(), match.end()


def _stands(finding: Finding, places: tuple[tuple[Sentence, int, int], ...]) -> bool:
    """Whether what a finding took overlaps with harmless words."""
    for sentence, start, end in places:
        at = sentence.raw.find(finding.span)
        if at >= 0 and at < end and start < at + len(finding.span):
            return True
    return False


_RHETORICAL = any_of(
    r"a quoi bon|qui l (?:eut|aurait) cru|que voulez vous|comment ne pas"
    r"|comment (?:y )?en (?:aurait|serait)|qui ne (?:le|l)\b|pas malheureux|que dire\b|pas beau\b"
    r"|pas belle|(?:avais|avait|ai|a) (?:je|on|t on) la tete|n est il pas|quoi de (?:neuf|mieux)",
    r"what (?:muppet|idiot|clown|eejit|genius|donkey|fool) (?:let|did|forgot|lost|put|sat)\b",
    r"^\W*not \w+,? i hope\b",
    r"would you mind (?:writing|e ?mailing|using|sending)\b.{0,30}\S@",
    r"(?:isn|didn|doesn|wasn|hasn|aren) t (?:it|he|she|they|that)\b",
    r"vous (?:avez|auriez) (?:vu (?:ce|le) temps|passe (?:un|de) bon\w*)|bien rentre\w*"
    r"|bonnes vacances|(?:souvenez|rappelez) vous (?:de|du|d|nos|ce)|vous (?:vous )?souvenez"
    r"|vous vous rendez compte|(?:je |qu |t )?(?:est|suis) (?:je )?bete\b|contents?\b|contente\b"
    r"|heureu\w+ \?|ca y est",
)
_ASKS_US = any_of(
    r"(?:vous|votre|vos|tu|te|ton|ta|toi|quand|combien|pourquoi|comment|quel\w*|rib|iban|possible"
    r"|puede\w*|podria\w*|puo|puoi|potrebbe|konnen|konnten|wurden|accord|peut|faut|puis"
    r"|pourrai\w*|ok|d ou|ou|you|your|what|when|how|why|can|could|que"
    r"|quoi)\b"
)
_SHORT = 6  # words


def _rhetorical(text: str) -> tuple[str, ...]:
    """Questions that want no answer: turns of talk, and short ones that their writer answers."""
    said = sentences(text)
    found = []
    for place, each in enumerate(said):
        if not each.asks:
            continue
        answered = (
            place + 1 < len(said)
            and not said[place + 1].asks
            and len(each.folded.split()) <= _SHORT
            and not _ASKS_US.search(each.folded)
            and not _AT_US.search(said[place + 1].folded)
        )
        if (
            answered
            or (_RHETORICAL.search(each.folded) and not _MATTER.search(each.folded))
            or (place + 1 < len(said) and _answers_itself(each.folded, said[place + 1].folded))
        ):
            found.append(each.raw)
    return tuple(found)


def _answers_itself(question: str, answer: str) -> bool:
    """Whether an English writer answers what he asks in our name: "Did we get it? Yes"."""
    return any(
        asked.search(question) and told.search(answer) for asked, told in _ASKED_AND_ANSWERED
    )


_ASKED_AND_ANSWERED = (
    (
        any_of(
            r"^\W*(?:so |and |now )*(?:did|do|have|are|will|were) (?:we|i) (?:\w+ )?(?:got|get"
            r"|gotten|receive[d]?|seen?|had?|happy|going|pay|paid|forgotten|forget|like[d]?|owe)\b"
        ),
        any_of(r"^\W*(?:yes|yep|yeah|aye|we (?:did|have|are|do|will)|i (?:did|have|am|do|will))\b"),
    ),
    (
        any_of(
            r"^\W*(?:so |and |now )*when (?:will|do|can|should|ll) (?:you|u|it|we|i) (?:be paid|get"
            r" (?:paid|it|your money)|have (?:it|your money)|pay|go|leave|arrive)\b"
        ),
        any_of(
            rf"^\W*(?:on |by )?(?:the )?(?:\d|{MONTH}|{WEEKDAY}|next|this|tomorrow|today|end of"
            r"|first|before)"
        ),
    ),
    (
        any_of(
            r"^\W*(?:so |and )?why(?: then| so late| the delay| only (?:now|then)| not (?:now"
            r"|sooner|before))?\W*$"
        ),
        any_of(r"^\W*(?:because|since|well,? because|our|my|the (?:bank|council|boss|run))\b"),
    ),
)
"""What is asked of oneself, and how such an answer begins: a "no" is for a human."""

_AT_US = any_of(r"(?:vous|votre|vos|tu|ton|ta|tes|your?|dites|expliquez)\b")
_MATTER = any_of(
    r"(?:factur\w+|prix|tarif|montant|livr\w+|avoir de|rembours\w+|devis|frais|penalit\w*|interets"
    r"|payer|regler|delai|fois)\b"
)
