"""All or part of the claim is contested: never ordered, not delivered, defective, wrong price …

A payment that hangs on something we owe (credit note, correction, repair) is here too. Strength 1
is the vocabulary of grievances, too common to decide alone. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents import contested, work_first
from relance_mailer.reading.intents.errands import NOT_THERE
from relance_mailer.reading.intents.grounds import find_grounds
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Nous attendons toujours l'avoir pour les trois palettes manquantes.",
    "La machine n'a jamais fonctionné, reprenez-la.",
)
LEAVES = (
    "Je ne conteste rien, je règle vendredi.",
    "Il ne s'agit pas d'un litige, la facture s'était égarée.",
)

_AGREES = (
    r"(?:personne|nul) (?:ici |chez nous |n |ne )(?:(?:ne|n|la|le|les|l|a|vous) ){0,4}contest\w+"
    r"|contestee?s? par personne|(?:rien|pas|nothing|nichts|nada) (?:\w+ )?(?:zu beanstanden|a"
    r" contester)|(?:ne |n )?(?:conteste|contestons|discute|discutons|remet\w*) (?:rien|pas"
    r"|point|nullement|aucunement|ni|plus)|(?:ne|n) (?:est|s agit) (?:donc "
    r"|nullement )?pas (?:d )?(?:une? )?(?:contestation|litige|refus)"
    r"|sans (?:contest\w+|discuter|que cela remette)"
    r"|aucun(?:e)? (?:reserve|litige|contestation|observation|anomalie)"
    r"|ni (?:l un ni|litige|contest)|n appelle aucune|(?:ecart|litige|reserve"
    r"|blocage) (?:est |a ete |sont )?(?:leve|resolu|regle|corrige)"
    r"|ne conteste ni|pas contest\w+|(?:rien|pas) (?:a redire|a dire"
    r"|a lui reprocher)|ne dis pas que",
)

_RECTIFIED = r"factures? (?:rectifi\w+|corrigee?s?|modifiee?s?|refaite?s?)"
_WORDS_BETWEEN = (
    r"(?: (?!(?:pas|jamais|toujours|encore|non|sans|attend\w*|n|ne|aucune?)\b)[\w,]+){0,4}?"
)
_NOTHING_NEW = (
    r"(?![^.;]{0,90}\b(?:mais|sauf|encore|toujours|quand|des que|attend\w*|reste|faux|fausse|erreur"
    r"|refai\w*|revanche|contre|cependant|toutefois|seulement|dommage|manque\w*|trop|deux fois"
    r"|fallait|devait|petit|faible|errone|annonce|promis\w*"
    r"|pas|jamais|moitie|ecart)\b)"
)

_SO_MANY = (
    r"(?:\d[\d ]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante"
    r"|cinquante|cent)"
)
_RULES = (
    rule(
        "conteste",
        r"j?suis pas (?:du tout )?d ?accord|(?:euros?|€)[^.]{0,40}, non\b",
        r"doublon\b|(?:already|deja) (?:ete )?(?:billed|facture)|facture en double"
        r"|meme (?:facture|bon de livraison) que",
        r"(?:je |nous |on |ma cliente |mon client )?(?:contest(?:e|ons|ee?|ent|er"
        r"|ons formellement)\b|contestation|(?<!aucun )(?<!pas de )(?<!sans )desaccord"
        r"|(?:en|un|le|ce|du|au"
        r"|notre) litige|litigieu\w+|reclamation (?:ouverte|en cours|formelle|du"
        r"|depuis))",
        r"(?:suis|sommes|est|pas) (?:vraiment |du tout |absolument "
        r"|toujours )?pas (?:du tout )?d ?accord\b|(?:pas|point"
        r"|plus) (?:du tout )?d ?accord (?:avec|sur|pour)|^(?:\W|je |j |suis |ne |ta"
        r"|facture|de|\d){0,5}\bpas d ?accord\b|(?:je |nous |on )(?:\w+ )?(?:bloqu\w+"
        r"|suspend\w*|rejet\w+|refus\w+|retourn\w+|renvo(?:ie"
        r"|yons)) (?:\w+ ){0,4}(?:facture|paiement|mensualites|prelevement)"
        r"|(?:facture|prelevement)s? (?:\w+ ){0,2}(?:rejetee?|refusee?|retournee?)s?"
        r"|factures? .{0,50}(?:en litige|contestee?|bloquee? (?:pour|tant|car|jusqu|-"
        r"|en)|rejetee? (?:car|pour|au motif)|refusee?s? (?:car|sur|par|au|pour)"
        r"|n a pas lieu|n est pas (?:due|bonne|correcte|conforme|exacte|justifiee)"
        r"|est (?:fausse|erronee|prescrite|indue|injustifiee|abusive))",
        r"(?:ne|n) (?:vous |te |leur |lui )?(?:doi[st]|devons|est pas du"
        r"|sommes pas (?:debit|redev|concern)|suis pas (?:redev|debit)|reconnais"
        r"|reconnaissons) ?\w* ?(?:rien|pas|plus|aucun)|(?:je|on|nous) (?:ne "
        r"|n )?(?:vous |te |les |le |la )?(?:doi[st]|devons) (?:plus )?(?:pas|rien)"
        r"|(?:pas|rien) du\W*$|rien (?:ne )?(?:vous|t) (?:est|etre) du|non du\b"
        r"|non (?:commande|recu|livre|conforme)|indument|a tort\b|injustifie\w*"
        r"|infonde\w*|abusi\w+",
        r"(?:vice|defaut|erreur|faux(?! plafond| col)|fausse(?! manoeuvre)|inexact\w*"
        r"|errone\w*) (?:\w+ ){0,3}(?:factur\w+|montant|prix|tarif|quantite|relev\w*"
        r"|calcul)|(?:factur\w+|montant|prix|tarif|quantite"
        r"|calcul) (?:\w+ ){0,4}(?:faux(?! plafond| col)|fausse(?! manoeuvre)|errone\w*|inexact\w*"
        r"|incorrect\w*"
        r"|exorbitant\w*|gonfle\w*)|erreur (?:de|sur|dans) (?:la |le |votre |vos "
        r"|l )?(?:votre part|factur\w*|montant|prix|tarif|quantite|dossier|calcul"
        r"|adresse|destinataire)|erreur de votre",
        r"(?:(?:je|on) (?:la |le |les )?bloque|nous (?:la |le |les )?bloquons)\b|bloqu\w+"
        r" .{0,40}tant qu"
        r"|(?:regle|paie|paye|payons|reglons|paierai|reglerai|paierons|reglerons"
        r"|mandate|verse)(?:\w*) (?:pas|rien)(?: \w+){0,4} (?:tant qu|avant qu"
        r"|sans que)|litige en cours|solde (?:exigible )?nul|rien d exigible"
        r"|(?:euros?|€)(?: \w+){0,4} \W{0,2}non\b|prescri(?:te|t|ption|tes|ts)\b"
        r"|l218 2|retract\w+|(?<!statut )compens(?:ation(?! bancaire| intra)|ee?|ons|er(?!"
        r" ?(?:[.,;!]"
        r"|$)))\b|(?<!sa )(?<!leur )retenue de garantie(?![^.;]{0,60}(?:libere|comprise|caution))"
        r"|penalites (?:de retard )?(?:appliquee|contractuelle|du marche|logistique"
        r"|prevue)|usurpation|imite (?:ma|notre) signature|faux (?:et usage|bon"
        r"|document)|plainte pour faux|depot de garantie|au quantum|quantum\b",
        r"(?:i|we) (?:dispute|contest|do not agree|don t agree|disagree|do not owe"
        r"|don t owe|never ordered|never received(?! (?:this|the|your|any|an|that|it) ?(?:\w+"
        r" )?(?:invoice|bill|copy|letter|reminder|email|statement|pdf))|reject|did not order)"
        r"|(?:under"
        r"|in) dispute|overcharged?|incorrect(?:ly)? (?:invoice|amount|price|billed"
        r"|charged)|not (?:as )?(?:agreed|ordered|what we ordered)|never (?:worked"
        r"|arrived|delivered|ordered)|wrong (?:price|amount|quantity|company|goods"
        r"|item)|faulty|damaged|defective|arrived (?:broken|chipped|damaged|late)"
        r"|credit (?:note|us|memo)|will credit|we sent (?:it|them) back|set ?off\b(?! the"
        r" (?:sprinkler|alarm|fire|siren))",
        r"reklam\w+|beanstand\w*|bestreit\w*|gutschrift|mangel(?:haft)?\b"
        r"|nicht (?:unserer|der) bestellung|nicht bestellt|nicht geliefert"
        r"|no aceptamos|no estamos de acuerdo|reclamacion|nota de (?:credito|abono"
        r"|debito)|abono\b|defectuos\w+|contestiamo|contestazione|nota di (?:credito"
        r"|debito)|non conforme|non abbiamo (?:mai )?ordinato|merce (?:difettosa|non)"
        r"|compensata",
        r"(?:cette|ces|l|les|vos|le) (?:indemnite|frais|penalites|interets"
        r"|supplements?|surplus|difference|majoration"
        r"|montant supplementaire)\b.{0,80}(?:ne|n) .{0,30}pas\b|(?:ne|n) (?:vous "
        r"|les |la |le |l )?(?:paierai|paierons|payerai|payerons|verserai|verserons"
        r"|reglerai|reglerons|devons|dois) pas (?:cette|ces|les|l|le"
        r"|vos) (?:indemnite|frais|penalites|interets|supplement|surplus|difference"
        r"|majoration)",
        leaves=(
            *_AGREES,
            r"sans (?:numero|bon de commande|reference|n \w+ de commande)|(?:numero|n"
            r"|no) de (?:commande|bon|marche)|rib\b|siret|chorus .{0,60}engagement"
            r"|engagement (?:juridique )?absent|pas (?:contester|une contestation)"
            r"|reclamation du \d",
            r"no (?:further )?credit note (?:is )?(?:needed|required|necessary)|no need (?:for"
            r"|of) (?:a|the)"
            r" credit note",
            r"doublon\b[^.;]{0,30}(?:n en (?:est|etait) pas|(?:ce )?n est pas le cas|pas du tout)"
            r"|(?:pas|aucun) (?:d |un |de )?doublon",
        ),
    ),
    rule(
        "avoir ou correction attendus",
        r"(?:paierai|payerai|reglerai|paierons|reglerons|paie|paye) le jour ou"
        r"|(?<!rien )a refaire\b(?! (?:des|mes|nos|mon|l ensemble|tous))|(?:no payment|not pay\w*"
        r"|won t pay) (?:until|before|unless)"
        r"|waiting for (?:the|your|a) (?:replacement|credit|repair|refund"
        r"|correct\w*|missing|technician|engineer)",
        r"(?:quand|lorsque|une fois que|des que|le jour ou) (?!(?:la|le|les|l|ma"
        r"|mon|notre|nos) (?:\w+ )?(?:paies?|payes?|salaires?|caf|cpam|clients?"
        r"|subventions?|prets?|banques?|comptes?|fonds|especes|ordres?|vente|recettes?|saison"
        r"|comptable|patronn?e?|gerante?|tresori\w+|directeur|directrice|signataire"
        r"|virements?|argent|tresorerie|dossier|service|maire|conseil|bureau"
        r"|reglement|paiement|cheque|treso|prime|assurance|notaire|budget|credits?"
        r"|systeme|logiciel|situation|acompte|facture)\b)(?:le|la|les|l|votre|vos"
        r"|tout) (?:\w+ ){1,4}?(?:\w+(?:era|eront))\b"
        r"(?! (?:rentr|tomb|encaiss|vers|factur|debloqu|vot|couch|credit)\w*)",
        r"(?:un|(?<!dois )(?<!devez )(?<!peux )(?<!pouvoir )(?<!faut )(?<!sans "
        r")(?<!apres )l|votre|vos|les(?= avoirs)|deux|trois|d|des|notre|cet|merci|attend\w*"
        r"|faire un|emett\w+ un|etabl\w+ un|\d) avoirs?\b(?! (?:l|la|le|une|un"
        r"|de (?:la|mes)|ete|pu|du|d|eu|lu|vu|plus|pas|recu|paye\w*|regle\w*|solde\w*|vir[e]\w*"
        r"|fait|cette|mes"
        r"|ce|vos|votre|une|copie|(?:le|la|un) )\b)",
        r"note de credit|(?:votre|un) credit de (?!la|l|ma|mon)|(?:refai(?:re|tes|s)|corrig\w+"
        r"|rectif\w+|annul\w+|re ?factur\w+|re ?emett\w+|revo(?:yez|ir)|reprene[zr]?"
        r"|modif\w+|retir\w+|dedui\w+|enlev\w+|recalcul\w+|ramen\w+|recti\w+|deduire"
        r"|solder? ce compte a zero|remettre a zero) (?:\w+ ){0,3}(?:factur\w+"
        r"|montant|prix|somme|tarif|ligne|frais|penalit\w+|interets|decompte|heures?"
        r"|quantite|regul\w*|cette|les \d|les? \w+ (?:en trop|facture\w*)|a \d)",
        r"facture (?:rectifi\w+|corrig\w+|rectificative|d avoir)|annul(?:er?|ez|ation"
        r"|ee) (?:de )?(?:la |cette |votre |ma )?(?:facture|commande|contrat)"
        r"|j annule(?! ce que)|rembours(?:ez|er|ement) (?:\w+ ){0,3}(?:acompte|somme|trop|frais"
        r"|integral\w*|moi|nous)|remboursez|(?:trop (?:facture|compte)\b)"
        r"|geste commercial|(?<!je )(?<!on )refai(?:tes|s) (?:la|le|moi)\b",
        r"tant que (?=.{0,60}\b(?:vous|votre|vos|repar|corrig|repris|livr|leve"
        r"|remplac|rectif|fuite|chaudiere|personne ne|travaux|ce n est pas (?:fini"
        r"|termine)))(?!je|j |le juge|la banque|nous)(?:\w+ ){0,12}(?:pas|jamais"
        r"|personne|ni|aucun\w*)|pas (?:un (?:sou|euro|centime) )?(?:avant|tant"
        r"|sans) (?:que |d avoir |la |le |l |votre )?(?:\w+ )?(?:repar\w+|correct\w+"
        r"|rectif\w+|livr\w+|remplac\w+|avoir|interven\w+|reprise|repass\w+|solution"
        r"|explic\w+|passage)|quand (?:ce sera|ca sera|elle|il|elles|ils|j aurai|tout"
        r"|vous aurez|la \w+ sera|les \w+ seront) (?:\w+ ){0,3}(?:repar\w+|corrig\w+"
        r"|fini\w*|termin\w+|livr\w+|repri\w+|remplac\w+|rectif\w+|conforme\w*"
        r"|marche\w*|leve\w*)",
        r"(?:apres|jusqu a|des|attendant|attente de|attend\w*) (?:que )?(?:la |le |l "
        r"|votre |vos |une |les |une )?(?:correction|rectification|reparation"
        r"|mise en conformite|levee des reserves|reprise des|remplacement"
        r"|livraison du (?:reliquat|reste|solde)|intervention|regularisation"
        r"|expertise|facture corrigee|retour du sav|rapport|passage du (?:technicien"
        r"|plombier|sav|reparateur))|(?:des que|une fois|lorsque"
        r"|quand(?! (?:j ai|on a|nous avons|tu viens|il a)\b)) (?:\w+ ){0,6}(?:rectifie\w*"
        r"|corrige\w*|repare\w*|livre\w*"
        r"|remplace\w*|repris\w*|levees?|refait\w*|change\w*|termine\w*)",
        leaves=(
            *_AGREES,
            r"(?:adresse|rib|iban|numero de (?:commande|bon|marche|engagement)"
            r"|bon de commande|siret|service|nom|prenom|tva intra\w*|mentions?|reference"
            r"|format|libelle) (?:errone\w*|incorrect\w*|a corriger|absent\w*"
            r"|obligatoires?)|(?:corriger|ajouter|modifier|rectifier) (?:l |le |la "
            r"|votre |notre )?(?:adresse|numero|nom|rib|siret|reference|bon|annuaire"
            r"|avec)|condition de paiement|le montant est bon|sans toucher au montant"
            r"|(?:j ai|avons|avait) (?:fait )?corrige|pour avoir|d avoir (?!pour |de |sur )\w+"
            r"|quand les travaux|(?:mauvaise|bonne) ligne|(?:retenues|acomptes) de"
            r"|d avoir (?:patient|attend|oubli|tard|mis|laiss)|virement (?:groupe|du \d)",
            r"(?:devriez|devez|pouvez|devrait|nous|vous|te|m) (?:\w+ )?l avoir",
            rf"(?:l|votre|cet|un|vos) ?avoirs?(?: n \S+)?(?: de [\d ,.]{{1,12}}(?:€|euros?)?)?"
            rf" (?:est|a ete|a bien ete|sont|ont ete) (?:bien )?(?:enregistr|recu|arriv|integr"
            rf"|dedui"
            rf"|imput|comptabilis|pris en compte|saisi)\w*{_NOTHING_NEW}",
            rf"{_RECTIFIED}\b{_WORDS_BETWEEN} (?:pay|regl|vir|mandat|sold|acquitt|ordonn|recu"
            rf"|arriv"
            rf"|integr|saisi|enregistr|trait)\w*{_NOTHING_NEW}",
            rf"{_RECTIFIED}\b{_WORDS_BETWEEN} (?:mise?|passee?|bonne?) (?:en|au|a) (?:paiement"
            rf"|reglement"
            rf"|mandatement|payer){_NOTHING_NEW}",
            rf"(?:suite a|merci (?:pour|de)) (?:la |votre |l )?(?:(?:bonne )?(?:reception"
            rf"|envoi) (?:de"
            rf" )?)?(?:la |votre |cette )?{_RECTIFIED}{_NOTHING_NEW}",
            rf"(?:virement|paiement|reglement|cheque|mandat) (?:\w+ ){{0,4}}{_RECTIFIED} (?:a ete"
            rf"|est)"
            rf" (?:parti|fait|effectue|emis|en cours|programme|prevu|execute"
            rf"|ordonne){_NOTHING_NEW}",
        ),
    ),
    rule(
        "facturé autrement que livré ou convenu",
        r"ne colle(?:nt)? pas|ne tient pas compte d|pas tenu compte d",
        r"(?:heures?|prestations?|travaux|articles?|produits?|services?|lignes?|jours?"
        r"|interventions?|marchandises?|pieces?) (?:\w+ )?(?:non|jamais|pas) (?:faite?s?"
        r"|effectue\w*|realise\w*|execute\w*|livre\w*|recue?s?|commande\w*|fournie?s?)\b",
        r"(?:recu|livre|arrive|receptionne|fourni)\w{0,2} (?:\w+ )?que (?:la moitie|le (?:tiers"
        r"|quart)|les (?:deux|trois)|une partie)",
        r"(?:on|il|elle|mari|femme|collegue|chef|patron) (?:les |l |vous les |vous l )?(?:a|avait)"
        r" (?:\w+ )?(?:rendu|retourne|restitue|renvoye)(?:e|es|s)? (?:(?:le|la|les|l|vos|votre|tout"
        r"|des|un|une|deux|trois)\b)(?! (?:reponse|mail|bon|document|mandat|formulaire|contrat"
        r"|factur|papier|courrier|bordereau|rib|dossier|lettre|devis|autorisation|fiche|cheque))",
        r"pas celui (?:du|de la|de notre|prevu|convenu)|(?:we|i) (?:have "
        r"|had )?cancell?ed|bouchonne\w*|demande (?:une remise|un geste|un rabais"
        r"|une reduction)|pas compris dans|compris dans le (?:devis|prix|forfait)",
        r"solde (?:exigible )?nul\b|(?:facture|verse|compte|preleve|debite|encaisse)\w* (?:deux"
        r"|2) fois",
        r"vous (?:me |nous |l |la |le )?(?:factur(?:ez|iez)|comptez|avez (?:factur"
        r"|compt|releve|prelev|appliqu|invers|livr[e] (?:moins|autre|un autre)|oubli"
        r"|chang\w*(?! (?:de|d)\b)))\w*|factur(?:ee?s?|er) (?:\w+ ){0,4}(?:alors|au lieu|en trop"
        r"|deux fois|2 fois|a tort|en double|(?<!est )(?<!sont )(?<!es )pour rien"
        r"|sans(?! (?:numero|n|bon de commande|rib|reference|l(?:e|a|es) \w+(?:er|ir)\b))|le mois"
        r" complet|plein)"
        r"|(?:en double|deux fois|2 fois|doublon)(?=.{0,40}factur)|double facturation"
        r"|facture\w* .{0,60}(?:alors qu|au lieu de|en trop|contre )",
        r"(?:on avait|avions|avons|j avais|avait) commande|venez (?:les |la "
        r"|le )?(?:recherch|reprend|recuper)\w+|jamais (?:ouvert|travaille"
        r"|eu) (?:\w+ ){0,3}(?:compte|contrat|abonnement)|irrecevable"
        r"|no po,? no payment|(?:n |l entite n )?existe plus juridiquement"
        r"|filiale absorbee|que j ai achet\w+ (?:moi meme|ailleurs)|nom de ma (?:mere"
        r"|soeur|femme)|s est servi de mon nom|(?:ne |n )?correspond\w* (?:pas"
        r"|a aucun\w*|nullement|absolument)|(?:pas|plus) conforme|non conform\w*"
        r"|au lieu d(?:e|es|u) (?!\d{1,2} (?:jan|fev|mar|avr|mai|jui|aou|sep|oct|nov"
        r"|dec)|60 jours|30 jours|septembre|octobre)\w*|ecart (?:de )?(?:prix"
        r"|quantite|tarif|de facturation)|(?:prix|tarif|montant|devis|remise|forfait"
        r"|offre|taux)(?: \w+){0,6} (?:convenu\w*|annonce\w*|accepte\w* (?:etait"
        r"|faisait|mentionne)|signe\w* (?:etait|a|indiqu|mentionne)|prevoyait"
        r"|promis\w*|n apparait|negocie\w*|prevu\w* (?:etait|au))|(?:devis|commande"
        r"|contrat|bon de \w+) (?:\w+ ){0,5}(?:disait|dit|faisait|indiqu\w+|mentionn\w+"
        r"|prevo\w+|porte\w* (?:sur|une signature)|stipul\w+|annonc\w+)",
        r"(?:en|de) trop\b|pas (?:du )?(?:prevu|demande|commande|convenu|valide"
        r"|autorise) (?:au|dans|sur|a|ces?|cette|les)|(?:n ai|n avons|ai|avons|n a"
        r"|on a|a) (?:jamais|rien|pas) (?:\w+ )?(?:command\w+|signe\b|demande\b"
        r"|valide\b|souscri\w+|accept\w+|lou[e]\w*|loue|achet\w+|consomm\w+"
        r"|eu affaire|donne d ordre|passe (?:cette )?commande|utilis\w+)"
        r"|jamais (?:ete )?(?:command|sign|livr|recu (?:le|la|les|ce|cette|ma|mon|mes"
        r"|vos|notre) (?:marchandise|colis|materiel|produit|commande|livraison"
        r"|machine|sacs?|appareil|meuble|carton|piece|article)|eu (?:vos|(?:la|le)(?! (?:fa|f"
        r"|facture|moindre (?:litige|probleme|souci|doute|reproche|desaccord)|temps|duplicata"
        r"|courrier|mail|plaisir|\d)\b)"
        r"|de marchandise)|valid|souscri|ete (?:livr|pose|fait|realis|client))\w*"
        r"|aucun(?:e)? (?:commande|contrat|prestation|devis|ordre(?! de (?:vir|pai))|intervention"
        r"|livraison|reception|bon de commande)\b|pas (?:de|signe de"
        r"|passe de) (?:commande|contrat)|rien (?:command\w+|sign(?!er)\w+|recu de (?:vous"
        r"|votre)\w*(?! (?:\w+ ){0,2}(?:mail|courrier"
        r"|courriel|poste)))"
        r"|plus (?:abonn|client)\w*|resili\w+|(?:contrat"
        r"|abonnement) (?:\w+ ){0,3}(?:expire|termine|rompu|cloture|fini)",
        r"(?:bon de (?:livraison|commande)|bordereau|attachement|devis|planning"
        r"|pointage|releve|compteur|bl)\b(?!.{0,60}\bsinon\b).{0,60}\b(?:seul|mais\b(?! (?:pas"
        r"|aucune?)"
        r" (?:la |les |l |de |vos |votre )?(?:factures?|original))|alors|(?<!par )contre|et non"
        r"|(?<!mais )(?<!porte )pas\b"
        r"|manqu|que \d)|(?:livr|recu|fourni|pos|fait|rend|effectu)\w* (?:que"
        r"|seulement) (?:\d|un|une|deux|trois)|(?:il (?:en |nous )?manqu\w+ (?:\d"
        r"|deux|trois|quatre|des|un des|plusieurs)|(?:livr\w+|attend\w*|command\w+|en|vois) (?:\w+"
        r" ){0,3}reliquat|reliquat\b(?=.{0,120}\b(?:quand|une fois|apres|le jour ou|lorsque|des"
        r" que|tant"
        r"|si|contre|livr\w+|manqu\w+|attend\w*|correspond\w*|jamais|toujours|pas|a (?:l|la)"
        r" (?:arrivee|remise|pose|fin|livraison|reception|reprise|levee|installation))\b)"
        r"|livraison partielle"
        r"|moitie des (?:plants|verres|produits|pieces(?! jointes)|articles|cartons|palettes"
        r"|colis|\w+ (?:sont|etaient|casse|creve|manqu)\w*))|(?:deja"
        r"|entierement) (?:ete )?(?:rendu|retourn|restitu|repris)\w*|(?:j ai|jai"
        r"|avons|l avons|l ai|les ai|ont ete) (?:\w+ )?(?:rendu|retourne|restitue"
        r"|renvoye)(?:e|es|s)? (?!en|au tel|la reponse|le mail|notre reponse"
        r"|votre mail)",
        leaves=(
            *_AGREES,
            r"(?:verifi|regard|cherch|control|voyez|vire|paye|regle|virement|cheque"
            r"|compte)\w*\b.{0,40}"
            r"nom de (?:ma|mon) (?!mere)",
            r"(?:manqu\w+ (?:le|la|un|une|votre|vos|chez nous|juste|de (?:temps|visib"
            r"|tresor)|\w+ (?:facture|iban|rib))|il (?:me |nous )?(?:ne )?manque (?:que "
            r"|juste |plus que )?(?:la |une |votre |votre |le |l )?(?:facture|rib|iban"
            r"|numero|signature|bon|deuxieme))|papier manquant|credit manquant|(?:rib"
            r"|iban|adresse|facture (?:papier|pdf)|siret) au lieu|ancien\w* (?:rib"
            r"|adresse)|30 jours au lieu|60 jours au lieu|delai|retard de paiement"
            r"|vous me relancez sur la|resiliable de la banque",
        ),
    ),
    rule(
        "deux comptes",
        rf"(?:facture|papier|note|bon|releve|document|vous) (?:m |nous )?en (?:compt\w+|factur\w+"
        rf"|met\w*|dit|indiqu\w+|annonc\w+|affich\w+|reclam\w+|port\w+) {_SO_MANY}\b",
        r"(?:your (?:invoice|bill|paper|note|statement)|you) (?:says?|shows?|lists?|charged?"
        r"|billed) (?:us |me )?(?:for )?\w+[^.;!?]{0,60}\b(?:we|i) (?:only )?(?:had|took|got"
        r"|counted|ordered) (?:only )?(?:\d|one|two|three|four|five|six|half)",
        leaves=(
            r"(?:deux|trois|quatre|\d) (?:factures|relances|mails|courriers|numeros|adresses)",
        ),
        strength=3,
    ),
    rule(
        "défaut ou inexécution",
        r"(?:defectu\w+|malfacon\w*|vices? cache\w*|(?:hors|mis hors) service|(?<!paiements sont"
        r" )en"
        r" rade"
        r"|tomb\w+ en (?:rade|panne le)|(?:toujours|encore|deja|de nouveau|etait|est"
        r"|sont|machine|appareil|chaudiere|pompe|clim\w*|alarme"
        r"|logiciel)(?: \w+){0,4} en panne|reserves? (?:a la|non|emises?|levees?|sur"
        r"|du|au)|avec reserves|(?<!zero )(?<!aucune )non conform\w*|inutilisable\w*|immangeable"
        r"|perime\w*"
        r"|moisi\w*|pourries|eventr\w+|abim\w+|casse\w* (?:a|en|des|au|lors|dans)"
        r"|(?<!pare )brisee?s?|rayee?s?|rayure|fissur\w+|cloqu\w+|decoll\w+|effondr\w+|fuit\b"
        r"|fuient|fuite(?:s)? (?:est|sont|n|persist|revien|toujours)"
        r"|coule (?:toujours|encore)|creve\w* a|sinistre cause|degats? (?:cause"
        r"|que vous|fait)\w*|(?<!annee a )(?<!saison a )(?<!semaine a )(?<!exercice a )(?<!mois a"
        r" )mal"
        r" (?:pos|fait|mont|fini|install|repar|factur|dirig)\w*"
        r"|bacle\w*|sabot\w+|travail (?:de cochon|bacle|pas (?:fini|termine))"
        r"|ni fait ni a faire)",
        r"(?:ne |n )?(?:fonctionn\w+|march\w+|demarr\w+|ferm\w+|chauff\w+|tien\w+"
        r"|allum\w+|refroidi\w+) (?:\w+ )?(?:pas|plus|toujours pas|jamais)|(?:jamais"
        r"|toujours pas|pas encore|plus) (?:ete )?(?:fonctionne|marche|livre\w*"
        r"|repare\w*|pose\w*|terminee?|realise\w*|effectue\w* (?:la|les|le)"
        r"|interven\w*|venus?|rappel\w*|installe\w*|repris\w*|remplace\w*|fini\w*"
        r"|execute\w*|raccorde\w*|restitue\w*|rembourse\w*|rendu\w*"
        r"|revenu\w* (?:finir|terminer|depuis))|n a (?:jamais|pas"
        r"|meme pas) (?:ete )?(?:livre\w*|realise\w*|executee?|fournie?|posee?"
        r"|termine\w*|respecte\w*|marche|fonctionne|tenu|restitu\w*|honor\w*)"
        r"|n est (?:jamais|pas|toujours pas) (?:venue?|termine\w*|finie?|conforme\w*"
        r"|livree?|reparee?|revenue?|passee?|operationnel\w*|en service|arrive\w*)",
        r"(?:prestation|intervention|livraison|(?<!fonds )(?<!compte )(?<!equipes )travaux|chantier"
        r"|service(?! (?:de |des |du |d |la |l )?(?:achats?|compta|financ|finances|numeri"
        r"|enregistr|factur"
        r"|courrier|rh|paie|juridique|gestion|tresorerie|fournisseurs))|(?<!prix de la )commande"
        r"|formation|marchandise|materiel)s? (?:(?!mais (?:je|j|il|elle|on|nous|ils)\b)\w+"
        r" ){0,5}(?:non|jamais|pas|mal"
        r"|inachev\w*|partiel\w*|tardi\w+|decev\w*|catastroph\w+|deplorable\w*"
        r"|annule\w*|refusee?s?)\b|(?<!suis )(?<!suis que )(?:votre|vos|le|un|l) (?:technicien"
        r"|livreur|poseur"
        r"|macon|plombier|electricien|ouvrier|chauffeur|prestataire|artisan"
        r"|commercial|intervenant|chef d equipe|depanneur|peintre|installateur"
        r"|monteur|vendeur)s?\b(?=.{0,140}\b(?:(?:pas|jamais|trop|mal|dit|rat(?:e|es|ee)"
        r"|casse(?!,))\b|(?:cass(?:er|e[es]|ait)|oubli|abim|perc|promis|absent|reparti(?! content|"
        r" avec (?:le|un|son) (?:cheque|gateau|sourire))"
        r"|devait|assur(?!ance)|incap|salop|raye|recconn|reconn|encaiss)\w*))",
        r"(?:service apres vente|sav\b|sous garantie|garantie (?:decennale"
        r"|constructeur|legale|payante)|en garantie|(?<!cabinet d )(?<!honoraires d )expertise"
        r"(?! (?:comptable|sociale|fonciere))|expert (?:d|de l"
        r"|judiciaire|mandate)|mise en conformite|photos? (?:a l appui|jointes?|en pj"
        r"|et temoins|horodat)|constat (?:d huissier|de)|lettre recommandee (?:du"
        r"|recue)|mediateur|mediation|ufc que choisir|dgccrf|60 millions)",
        r"(?:vous )?(?:m |nous |l )?avi?(?:ez) (?:\w+ )?(?:promis|dit que|assur\w+"
        r"|convenu|garanti|certifi\w+|annonc\w+) (?!de payer|par mail|d arreter|des le)"
        r"|(?<!vous m avez )(?<!vous nous avez )(?:rappel\w*"
        r"|appele?|ecrit|signal\w+|relanc\w+|prevenu) (?:\w+ )?(?:\d+|deux|trois"
        r"|quatre|cinq|six|plusieurs|dix|maintes) fois|(?:sans|aucune|jamais eu de"
        r"|pas de|toujours pas de) (?:reponse|nouvelle|retour|solution) (?:de votre"
        r"|depuis|a mes|du sav|de vos)|reponse de votre part|(?<!pour le )(?<!pour ce )(?<!pour"
        r" mon )(?<!du )(?<!excusez le )silence radio"
        r"|personne ne (?:vient|rappelle|repond|bouge|passe)",
        leaves=(
            *_AGREES,
            r"(?:rib|iban|carte bancaire|certificat|mot de passe|kbis|jeton|token|cb|mandat)"
            r" (?:\w+ ){0,2}perime\w*",
            r"(?:carte|terminal|tpe|cb|camion|voiture|four|four est|ordinateur|imprimante"
            r"|serveur|machine a laver|token|internet|ma banque|notre comptable|telephone"
            r"|iban|rib|lien|pdf|fichier|piece jointe|portail|chorus|plateforme|banquier"
            r"|notre (?:logiciel|site))(?: \w+){0,6} (?:marche|fonctionn|en panne|casse"
            r"|ouvre|creve|lach)\w*|(?:ouvrir|s ouvre|mail|message|courrier"
            r"|facture)s? (?:\w+ ){0,3}(?:abim|perdu)|client (?:\w+ ){0,3}(?:livr|pay)",
        ),
    ),
    rule(
        "pas nous",
        r"(?:mauvaise? (?:societe|entite|entreprise|client|personne"
        r"|adresse de facturation|destinataire)|vous vous trompez de (?:personne"
        r"|societe|client)|rien a voir avec (?:nous|moi|cette)|pas (?:notre|mon"
        r"|ma) (?:dette|facture|commande|contrat|societe|signature)|n ?(?:est"
        r"|a) pas (?:la notre|la mienne|notre signature|ete signe\w* par)"
        r"|signature qui n est|jamais (?:rien )?(?:lou|achet|command)\w* chez vous"
        r"|jamais eu affaire a vous|jamais (?:ete )?(?:client|abonne|locataire)"
        r"|(?:releve|depend) (?:de|depuis|d) .{0,60}et non"
        r"|etablissement (?:public )?distinct|n est pas (?:le |la )?(?:debit"
        r"|bon destinataire)\w*|ne sommes pas (?:le |la )?(?:debit|destinataire"
        r"|concerne)\w*|autre (?:entite|societe|structure) juridique|(?:societe"
        r"|entreprise) (?:radiee|dissoute|n existe plus))",
        r"(?:deja )?(?:ete )?(?:paye|regle|verse|remis"
        r"|donne)\w* (?:\w+ ){0,3}(?:en (?:especes|liquide|cash|main propre)"
        r"|au (?:chauffeur|livreur|commercial|vendeur))(?=.{0,120}(?:recu|sign|carnet"
        r"|livreur|commercial|chauffeur|demandez))|(?:opco|assur(?:ance|eur)s?|mutuelle"
        r"|subrogation) .{0,40}(?:a|ont|directement) .{0,12}(?:pay|regl|indemnis)\w+"
        r"|(?:locataire|proprietaire|syndic|assurance) (?:qui )?(?:paie|doit payer"
        r"|a appele)|demandez donc deux fois|escroc(?:s|querie)?\b.{0,60}(?:iban|mail"
        r"|virement)|(?:nouvel iban|changement de banque).{0,200}escroc",
        leaves=_AGREES,
        strength=1,
    ),
    rule(
        "grief",
        r"(?:manqu\w+|tant que|reserves?\b|trou[e]e?s?\b|double check"
        r"|billed (?:us )?for|(?:is|was|were|arrived) (?:late|wrong|missing|broken)"
        r"|contestable|(?:sont )?arrive\w* (?:apres|trop tard|le lendemain)"
        r"|a moitie (?:fait|fini)\w*|au nom de)|(?:probleme|souci|anomalie|erreur"
        r"|incident|difference|incoherence|abus|honteux|inadmissible|lamentable"
        r"|scandaleux|inacceptable)s? (?:avec|sur|dans|de|:|non|technique|qualite)"
        r"|vous (?:plaisantez|vous moquez|rigolez|vous foutez)|(?:je"
        r"|nous) (?:ne )?(?:comprend\w*|vois) pas (?:ce que|pourquoi vous|a quoi"
        r"|ce qu)|votre (?:erreur|faute|responsabilite|negligence|retard)"
        r"|jamais (?:recu|eu|vu) (?!l[ea] moindre (?:litige|probleme|souci|doute|reproche"
        r"|desaccord))(?:le|la|les|ce|cette|ma|mon|vos)|factur\w+"
        r" (?:alors"
        r"|malgre)|indemnite (?:forfaitaire|de 40)|40 (?:€|euros) (?:d indemnite"
        r"|de frais)|frais (?:de dossier|de relance|de recouvrement|d intervention"
        r"|de deplacement)|(?:le|ces) supplements?|je (?:le |la "
        r"|les )?paierai (?:ce qui|que|les? \d)|en paierai (?:que )?\d|pas (?:une "
        r"|de )?(?:relance|facture) .{0,30}(?:mais|c est)|nous avons du (?:louer"
        r"|racheter|faire appel|appeler)|a nos frais|a vos frais"
        r"|demande\w* (?:un )?(?:decompte|dedommag\w+|explication)s?|ils? (?:etaient"
        r"|etait) (?:sec|vert|cass|mort|rouill|sale|trop|en retard)\w*",
        leaves=(
            r"problemes? (?:avec|de|sur) (?:les |la |le |nos |ma "
            r"|notre )?(?:virements?|banque|paiements?|reglements?|tresorerie"
            r"|logiciel|messagerie)|actif|banque",
            NOT_THERE,
            *_AGREES,
            r"probleme de (?:banque|virement|tresorerie|sante|comm|messagerie|reception)"
            r"|souci (?:de|avec) (?:sante|notre|ma|la banque|tresorerie|le virement|mon)"
            r"|erreur (?:de (?:ma|notre) part|chez nous|de notre)|pas de (?:probleme"
            r"|souci)|aucun (?:probleme|souci)",
        ),
        strength=1,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """The grounds of contest that the text gives."""
    return (
        *find_by(Intent.DISPUTE, _RULES, text),
        *find_grounds(text),
        *contested.find(text),
        *work_first.find(text),
    )
