"""A commitment to pay, with or without a date or an amount.

A question, a condition that we would have to meet, a mere hope and a promise withdrawn are none.
"On fera le nécessaire" pledges nothing. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.dated_ways import find_dated
from relance_mailer.reading.intents.payments import find_pledges
from relance_mailer.reading.intents.phrases import (
    OBJ,
    PAY_LATER,
    PAY_NOW,
    PAY_TO,
    PAY_WE,
    WHEN,
    find_by,
    rule,
    sentences,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Le virement sera fait vendredi.",
    "Je vous paierai dès que possible.",
)
LEAVES = (
    "Nous ferons le nécessaire.",
    "Je ne pourrai pas payer vendredi comme promis.",
)

NOT_PLEDGED = (
    r"(?:pas|plus|jamais|rien|refus\w+) (?:\w+ ){0,2}honorer",
    r"j ?pa[iy]\w{0,4} (?:pas|rien|plus|jamais)"
    r"|(?:vais|va|allons) (?:rien|pas|plus rien|jamais rien) (?:\w+ )?(?:payer|regler|verser)",
    r"(?:ne |n )?(?:pourr\w+|peu[xt]|pouvons|puis|serai\w*|sera|serons|suis"
    r"|sommes|vais|va|sais|est|paierai|reglerai|partira"
    r"|partirons) (?:malheureusement |\w+ )?(?:pas|plus|jamais"
    r"|rien) (?:\w+ ){0,3}(?:"
    + PAY_TO
    + r"|paye|regle|possible|faire|partir|en mesure|honorer|tenir|vire|payable"
    r"|la date)",
    r"(?:impossible|pas possible|pas en mesure|incapable) (?:de|d|pour)|(?:ne"
    r"|n) (?:vous )?(?:paie|paye|regle|paierai|payerai|reglerai)\w* (?:pas|plus"
    r"|rien|que (?:si|quand j aurai))|(?:paie|paye|payerai|paierai|reglerai"
    r"|reglons|paierons|verserai|versera) (?:pas|rien|jamais|que dalle|plus)",
    r"si (?:vous|tu) (?:\w+ ){0,3}(?:envoy\w+|fai(?:tes|s)|pouv\w+|corrig\w+"
    r"|recti\w+|accept\w+|transmet\w+|me|nous|m|etes|repar\w+)|(?:a condition"
    r"|sous reserve) (?:que vous|d(?! (?:aucune?|un (?:imprevu|alea|incident|contretemps)"
    r"|imprevus?|incidents?"
    r"|aleas?)\b)|de votre)|tant qu|apres (?:correction"
    r"|rectification|reparation|reprise|remplacement|livraison)|d abord (?:la|le"
    r"|l|votre|envoy)",
    r"le jour ou|un jour\b|j ?espere|nous esperons|esperons (?:pouvoir|vous)"
    r"|en esperant|espoir|peut etre|j ?essaie|j essaye|essaier\w*|essayer\w*"
    r"|(?:je|on) verra|aurait du|aurait (?:ete|pu)|devait|devions|aurions|aurais"
    r"|(?:vous|te|leur) avais? (?:dit|promis)|j ?avais (?:dit|promis)"
    r"|si tout va bien",
    r"mon client (?:me |nous )?(?:paie|paye|regle|vire)|(?:ils?|elle|client\w*"
    r"|caf|cpam|banque|locataire|assurance|assureur) (?:doi\w+ |va |vont )?(?:me"
    r"|nous) (?:payer|regler|verser|virer|rembourser|paie|paye|regle"
    r"|verse)(?!.{0,60}(?:je|nous|on|et) (?:vous|te|t))",
    r"serait il|est ce (?:que|qu)|pourriez|pouvez vous|accepteriez|acceptez vous"
    r"|possible de|envisageable|proposer|propose|proposons|vous conviendrait"
    r"|soumise? a votre accord|si vous etes d accord",
)

_GIST = (
    r"(?:vir\w*ements?|vir\b|cheques?|cheq\b|chq|paiements?|reglements?|paimen\w*"
    r"|versements?|transfert|mandat|sepa|prelevement|solde|somme|traite|lcr"
    r"|facture|celle (?:de|d|la|ci)|fa\w* ?\d|ordre|\d ?(?:€|euros?|eur|e\b)"
    r"|moitie|premiere?|deuxieme|second\w*|reste|mandatement|mise en paiement"
    r"|tout|elle|il|on|c|ca)"
)

_BARE_PAID = (
    r"^\W*(?:facture |la |votre |celle |n |no |ref )?(?:[\w/-]{0,12}\d[\w/-]{0,12} ){1,2}(?:bien "
    r"|deja )?"
    r"(?:regle|paye|vire|solde)(?:e|ee|es|ees|s)? (?:(?:lun|mar|mercre|jeu|vendre|same)di|hier)\W*$"
)

_RULES = (
    rule(
        "je paie, daté",
        rf"(?:je|j|nous|on|jvous|jte|jla|i) ?{OBJ}(?:{PAY_NOW}|{PAY_LATER}|{PAY_WE}"
        r"|paierons|reglera|paiera|payera|virera|fera|enverra|verse|traite"
        rf"|m en occupe|passe (?:a la banque|{PAY_TO}|vous|te|au)|m y (?:engage"
        r"|tiens))\b",
        r"(?:je |j |nous |on )?(?:vais|va|allons|compte|comptons|pense|prevois"
        r"|prevoyons|peux|peut|pouvons|pourrai|pourrons|m ?engage a|nous engageons a"
        r"|suis en mesure de|promets de|serai en mesure de"
        rf"|serons en mesure de) (?:\w+ ){{0,3}}{OBJ}(?:{PAY_TO}|faire|partir|envoyer"
        r"|mettre|donner|proceder|effectuer|passer|poster|deposer|assurer"
        r"|la passer)\b",
        r"jpaie|jpaye|j paye|jte paye|jvire",
        needs=(WHEN,),
        leaves=(
            r"mets? (?:dans|sur|de cote|en haut)|bannette|casier|la pile"
            r"|parapheur de(?!.{0,60}vendredi)",
            *NOT_PLEDGED,
            r"(?:j ?ai|avons|on a|g) (?:deja |\w+ )?(?:paye|regle|vire|fait le)|appelle"
            r"|vous (?:ecris|repond|tien|redi|recontact|rappel)\w*|fais (?:un|le) point"
            r"|traite (?:\w+ )?(?:des que (?:possible|je)|au plus vite|rapidement|prochainement)"
            r"|fai[st] (?:valoir|partie|face|mes (?:valises|adieux|cartons)|remarquer|observer"
            r"|savoir|(?:ma|notre|la|mes|nos|de la) (?:compta\w*|papiers|comptes|paperasse) (?:le"
            r"|les) (?:\w+ )?(?:\w+di|dimanche|week end|soir)"
            r"|la connaissance|connaissance)|j?fai[st]? suivre|donne (?:a ce|la reponse"
            r"|une reponse"
            r"|des nouvelles)|je lui donne",
        ),
        strength=3,
        within_quotes=False,
    ),
    rule(
        "paiement prévu, daté",
        rf"{_GIST} (?:(?:n ?o? ?)?[\w/€,.-]+ ){{0,9}}?(?:est |sont |a ete |ont ete "
        r"|sera |seront |etait |bien |doit |devra )?(?:prevu|programme|planifie|date"
        r"|ordonnance|inscrit|integre|inclus|attendu|pose|intervenir|cale|effectif"
        r"|valeur|bloque pour|mis|differe)(?:e|es|s|ee|ees)?\b",
        r"(?:sera|seront|serez|seras|serons|vont etre|va etre|doit etre|devrait etre"
        r"|devraient etre|sera bien|le sera|en sera) (?:\w+ ){0,3}?(?:regle|paye|vire"
        r"|solde|mandate|verse|effectue|execute|fait|poste|envoye|depose|expedie|emis"
        r"|traite|integre|mis|mise|honore|chez vous|sur votre|remis|liquide|acquitte"
        r"|adresse|transmis|credite|le|pour|remis|vire)(?:e|es|s|ee|ees)?\b",
        r"(?:part|partent|partira|partiront|parte|parviendra|arrivera|arrive|tombera"
        r"|passe|passera|passent|suivra|interviendra|aura lieu|se fera|suit"
        r"|repart) (?:\w+ ){0,3}(?:paiement|reglement|cheque|virement|demain|sous"
        r"|avant|d ici|en fin|fin|le \d|lundi|mardi|mercredi|jeudi|vendredi|samedi"
        r"|semaine|debut|courant|dans|au|du|en)",
        r"(?:vous|tu|te|t) (?:l |la |le |les |en |les )?(?:aurez|auras|recevrez"
        r"|recevras|serez|seras|etes|es|avez|as) (?:tout |bien |alors |donc |ton "
        r"|votre |le |la |l |mon |mes |notre |\w+ )?(?:paye\w*|regle\w*|vire\w*"
        r"|argent|virement|cheque|reglement|paiement|tout|du|\d+|solde|somme|les?"
        r"|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|avant|sous|d ici|moitie"
        r"|fonds)",
        r"(?:prochain\w*|nos?|notre|la|au|le|du|dans) (?:run|campagne|cycle"
        r"|traitement|serie|echeance|session|lot|virement groupe|mise en paiement"
        r"|paiement\w*|reglement\w*|decade)|mis\w? (?:en|au) paiement|mets? (?:en"
        r"|au) paiement|mettons (?:en|au) paiement|en paiement|date de valeur|valeur"
        r"|bon a payer|(?:ce|ca) sera|c ?(?:est )?pour|c ?est (?:sur|pour|promis|dit|cale|d accord"
        r"|bon pour)|comptez (?:le|sur)|dernier delai|donc (?:\w+ )?(?:paiement"
        r"|virement|cheque|c est pour)|virement (?:lundi|mardi|mercredi|jeudi"
        r"|vendredi|samedi|dimanche|demain|le \d|ce|fait|\d|sous|d ici|fin)|(?:regle"
        r"|solde|paiement|reglement|cheque|vires?)(?:e|es|s)? (?:d ici|sous|avant"
        r"|le \d|au \d|fin|demain|lundi|mardi|mercredi|jeudi|vendredi|poste|pour le"
        r"|semaine)",
        r"(?:virements?|viremen|cheques?|paiements?|reglements?|versements?"
        r"|prelevements?|solder|regler|payer|virer|verser|regle\w*|payee?s?|virees?"
        r"|solde\w*|mandatee?s?|depose\w*|poste\w*|verse|paie|paye|reessaie"
        r"|echeance (?:recalculee|au|le)|proposition du|sur (?:ton|votre|vos) compte"
        r"|c ?est (?:regle|fait|paye|bon)|vire|honor\w+|acquitt\w+|date du"
        r"|decaissement|sous avt|(?:aurez|auras) (?:vos|tes|les) sous|elle dit"
        r"|vous le depose|^ok p(?:ou)?r|juré|jure)",
        needs=(WHEN,),
        leaves=(
            r"postes? (?:\w+ ){0,4}(?:pourvu|vacant)",
            *NOT_PLEDGED,
            r"(?:j ?ai|g|jai|avons|a|ont|avez|as|est|sont) (?:bien |deja |donc |vous "
            r"|tout |\w+ )?(?:ete )?(?:honoree?s?|payee?s?|reglee?s?|viree?s?|versee?s?|soldee?s?"
            r"|effectuee?s?|fait|envoye|emis|debite|encaisse)|hier|^\W*(?:regle|paye|fait"
            r"|solde)e?s? (?:ce jour|vendredi|aujourd|depuis)|mandat\w+ (?:ce jour)"
            r"|refus de|depuis (?:le|lundi|mardi|mercredi|jeudi|vendredi|hier|la)"
            r"|(?:demand\w+(?! (?:a|au) (?:ma|notre|la|mon) (?:banqu\w+|conseill\w+))"
            r"|reclam\w+|exig\w+|attend\w*|souhait\w+"
            r"|propos\w+) (?:\w+ ){0,4}(?:reglement|paiement|virement)",
            _BARE_PAID,
            r"(?:pas|jamais|ne) (?:\w+ ){0,3}(?:recu|vu|eu) (?:le|notre|mon|ce) (?:virement"
            r"|paiement|cheque"
            r"|reglement)\b",
            r"(?:et|^\W*|bien) paye (?:la|le|les|l) \S+ \w+di\b|talon (?:du|de)",
            r"(?:a ete|ont ete|avait ete|est bien|est deja|sont deja|deja"
            r"|ete) (?:\w+ )?(?:paye|regle|vire|effectue|fait|envoye|execute|debite"
            r"|passe)(?:e|es|s)? (?:hier|depuis|ce matin|le|lundi|mardi|mercredi|jeudi"
            r"|vendredi)",
            r"(?:est|sont|c est) (?:bien |deja )?(?:paye|regle|parti|solde)(?:e|es"
            r"|s)? (?:hier|depuis|ce matin)",
            r"en litige|bloquee?s? (?:tant|pour)|conteste",
            r"(?:les|nos) (?:virements|paiements|reglements)(?: \w+){0,4}? (?:train\w+|tard\w+"
            r"|patin\w+|prenn\w+ (?:du |un peu de )?(?:temps|retard)|ralenti\w+|sont (?:longs|lents"
            r"|en retard))",
        ),
        strength=3,
        within_quotes=False,
    ),
    rule(
        "chèque à la poste tel jour",
        r"cheque (?:a la poste|au courrier|a la boite) (?:de |des |pour )?(?:lundi|mardi|mercredi"
        r"|jeudi|vendredi|samedi|demain)\W*$",
        needs=(WHEN,),
        strength=3,
        within_quotes=False,
    ),
    rule(
        "engagement sans date",
        rf"(?:je|j|nous|on) ?{OBJ}(?:p[ae]i?e?rai|paierai|payerai|reglerai|virerai"
        r"|verserai|solderai|reglerons|paierons|payerons|virerons|verserons"
        r"|solderons|reglera|paiera|payera|virera)\b",
        r"(?:je |j |on |nous )(?:vais|va|allons|compte|m ?engage a|nous engageons a"
        rf"|tiens a|tenons a) (?:\w+ ){{0,2}}{OBJ}{PAY_TO}",
        rf"(?:je|j|on|nous) ?{OBJ}(?:paie|paye|regle|reglons|payons|vire|virons"
        rf"|fais (?:le |un )?(?:virement|cheque)|solde) (?:\w+ ){{0,8}}(?:vite"
        r"|rapidement|possible|bientot|promis|dans la foulee|des que|prochainement"
        r"|peux|tout le monde|au plus vite|tkt|t inquiete|sans faute|ensuite|apres"
        r"|volontiers|sans probleme)",
        rf"(?:je|on|nous) {OBJ}(?:regle|paie|paye|reglons|payons|vire|virons|solde|soldons)"
        r" (?:ca|cela|tout(?: ca)?|le tout|(?:la|cette|votre|les|vos) factures?)\b(?! (?:pas|que|si"
        r"|quand|tant|plus|jamais))",
        r"vous (?:serez|aurez) (?:\w+ ){0,3}(?:paye\w*|regle\w*|votre (?:argent|du"
        r"|reglement|paiement|cheque))|(?:jpaie|jpaye|j paie|jvous paye|jte paye)"
        r"|(?:et )?c ?est (?:regle|paye) dans la foulee|(?:sera|seront) (?:regle|paye"
        r"|vire|mandate|honore|solde)(?:e|es|s|ee|ees)? (?:\w+ )?(?:prochainement"
        r"|bientot|rapidement|au plus|des|dans|tres|vite|\W*$)|paiement (?:en cours"
        r"|imminent|sous peu|va suivre|suivra)|virement (?:en cours|suit|va partir"
        r"|a suivre)|(?:honor\w+) (?:nos|mes|notre|cette|ma) (?:dettes?|engagement"
        r"|facture)",
        r"(?:je|j) ?(?:te|vous|le|la|t) (?:le |la |l )?(?:paye?|regle|vire|fais (?:le"
        r"|un) (?:virement|cheque))\b(?=.{0,40}(?:promis|quand|des|apres))|(?:apres"
        r"|ensuite|et la) (?:je|on|nous) (?:vous |te |t )?(?:paye|paie|regle|vire)",
        leaves=(
            *NOT_PLEDGED,
            r"quand (?:j aurai|vous aurez|la fuite|ce sera|c est repare|elle|tout sera"
            r"|les)|une fois que vous|(?:le jour ou|quand) (?:la|le"
            r"|les) \w+ .{0,40}(?:repar|fonction|chauff|march)\w*|puis (?:nous|je|on)\b"
            r"|tout de suite si|sauf|mais pas\b|douze tables|ce qui (?:est|etait)"
            r"|que ce qui",
        ),
    ),
    rule(
        "engagement en deux mots",
        # Said in two words, and nothing else: whoever asks or hopes says more.
        r"^(?:\W|ok|oui|bonjour|bonsoir|bien sur|evidemment|entendu|compris| ){0,5}(?:je|on|nous) "
        rf"{OBJ}(?:regle|paie|paye|reglons|payons|vire|virons|solde|soldons)\W*$",
        leaves=NOT_PLEDGED,
        strength=3,
    ),
    rule(
        "will pay, daté",
        r"(?:have|ve|has|had) (?:scheduled|planned|booked|queued|set up|arranged)",
        r"(?<!dn t )(?<!did not )(?<!had not )(?<!uld not )(?<!uldn t )"
        r"(?:wire|pay|transfer|send|clear|settle) (?:it|this|that|you|the (?:rest"
        r"|balance|money|invoice))",
        r"(?:approved|cleared|released)?,? ?scheduled (?:for|on)|on its way (?:on"
        r"|by)|expect (?:payment|it|the money|funds) (?:on|by|before)"
        r"|due to be paid|up for payment",
        r"(?:will|ll|shall|are going to|am going to|can|to) (?:\w+ ){0,3}(?:pay"
        r"|be paid|settle|be settled|transfer|wire|send (?:it|the|you|a|over)|remit"
        r"|be with you|be (?:in|on) your account|reach you|arrive|land|be wired|be transferred"
        r"|be made|be processed|do \d|clear|go out"
        r"|be released|be sent|be cleared|have it|receive (?:it|payment|your|the))",
        r"(?:payment|transfer|wire|it|invoice|balance|cheque) (?:\w+ ){0,6}(?:is "
        r"|are |has been |s )?(?:scheduled|planned|set|due to go|going out|goes out"
        r"|queued|booked|approved|slated|programmed|promised)|going out|payment run"
        r"|(?:locked|slotted|booked|put|included|scheduled) (?:in|into|on|for) the (?:\w+ ){0,3}run"
        r"|you ll have (?:it|the|your)|we pay (?:you )?[£€\d]|i promise|paying (?:it |you "
        r"|this )?(?:on|by"
        r"|next|this|tomorrow)",
        needs=(
            WHEN,
            r"\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th)\b|(?:on|by|before"
            r"|until) (?:the )?\w+ ?\d|week (?:\d"
            r"|of)|shortly|soon|asap|as soon as|(?:january|february|march|april|may|june"
            r"|july|august|september|october|november|december)",
        ),
        leaves=(
            r"(?:not|never|won t|can t|cannot|unable|unless|if you|once you|could (?:we|i"
            r"|you)|would you|until (?:you|the|we)|refuse|has been paid|was paid"
            r"|already paid)",
        ),
        strength=3,
        within_quotes=False,
    ),
    rule(
        "chez vous tel jour",
        r"(?:argent|sous|fonds|somme|virement|reglement|paiement|money|payment|funds) (?:est "
        r"|sont |is )?"
        r"(?:chez vous|sur votre compte|in your (?:account|bank)|with you)"
        rf" (?:by |on |le |d ici |avant |ce )?{WHEN}",
        leaves=(r"(?:hier|depuis|dernier|deja|last|already|since|was|si\b|des que|quand|\?)",),
        strength=3,
    ),
    rule(
        "zahlen, pagaremos, pagheremo",
        r"(?:wir|ich|wird|werden|zahlung|betrag|rechnung|uberweisung"
        r"|die) (?:[\w.,€]+ ){0,9}?(?:zahlen|zahle|bezahl\w+|uberweis\w+|begleich\w+"
        r"|beglichen|uberwiesen|angewiesen|erfolgt|ausgefuhrt|veranlasst)\b",
        r"(?:pagaremos|pagare|abonaremos|transferiremos|realizaremos|haremos|hare"
        r"|efectuaremos|sera (?:pagad|abonad|realizad|transferid)\w+|se (?:pagara"
        r"|realizara|abonara|hara)|el pago (?:se|sera|esta)|vamos a pagar|voy a pagar"
        r"|la transferencia (?:se|sera|saldra|esta))",
        r"(?:pagheremo|paghero|salderemo|saldero|effettueremo|effettuero|provvederemo"
        r"|provvedero|faremo|faro|disporremo|sara (?:pagat|saldat|effettuat|dispost"
        r"|eseguit)\w+|verra (?:pagat|saldat|effettuat)\w+|bonifico (?:sara|verra"
        r"|partira|previsto)|il pagamento (?:e previsto|sara|avverra))",
        needs=(
            r"(?:\d{1,2}|kw|montag|dienstag|mittwoch|donnerstag|freitag|morgen|woche"
            r"|monats?|lunes|martes|miercoles|jueves|viernes|manana|semana|mes\b|lunedi"
            r"|martedi|mercoledi|giovedi|venerdi|domani|settimana|mese|fine)",
        ),
        leaves=(
            r"(?:nicht|keine|kein|wenn sie|sobald sie|bereits|wurde|no (?:vamos|pag"
            r"|podemos)|si (?:ustedes|nos|ci|voi)|non (?:paghe|possiamo|pag)|ya|gia"
            r"|insolvenz\w*|bitte)\b",
        ),
        strength=3,
        within_quotes=False,
    ),
    rule(
        "le reste après ce qui est parti",
        r"(?:hier|ce matin|this morning|yesterday|deja (?:verse|paye|regle|vire|envoye)\w*"
        r"|\w+di dernier|(?:parti|vire|verse|paye|envoye)e?s?|went over|sent)\b.{0,60}?"
        r"(?:,|;|\bet\b|\bpuis\b|\bmais\b|\band\b) ?(?:et |puis )?(?:(?:je|on|nous) (?:vous )?"
        r"(?:envo|vir|vers|pai|pay|regl|met|fai)\w* )?(?:la derniere|le dernier"
        r"|le reste"
        r"|le solde|le complement|l autre|la seconde|le second|la deuxieme|the (?:last|rest|balance"
        r"|remaining|other|final)|remaining|(?:les? )?\d[\d ,.]{1,8})\b.{0,45}?(?:part(?:ira"
        r"|iront|ent)?\b"
        r"|sera|seront|arrivera|suiv\w+|will|goes|follows?|autour du|vers le|pour (?:le|\w+di)"
        r"|le \d|au \d|fin |debut |\w+di\b|demain)",
        needs=(WHEN,),
        leaves=(
            *NOT_PLEDGED,
            r"livr\w+|conteste\w*|litige|avoir\b|reception|rendez|reunion|intervention",
        ),
        strength=3,
    ),
    rule(
        "le reste et son jour",
        r"(?:reste|restent|restera)(?: donc| encore| plus que)? \d[\d ,.]* ?(?:€"
        r"|euros?) qu[ei] (?:\w+"
        r" ){1,3}(?:vir|regl|pai|pay|vers|enverr|partir|suivr|arriver)\w+",
        rf"(?:le |les )?(?:reste|solde|restant|autres?),? (?:de |soit |: )?\d[\d ,.]{{1,9}}(?: ?€"
        rf"| euros?)?,? (?:le |ce |pour |au )?{WHEN}",
        r"(?:l autre|la seconde|la deuxieme|le reste|le solde)(?: moitie| partie)?\b[^.;!?]{0,40}\b"
        r"(?:arrivera|partira|suivra|sera vire|sera regle|virer\w+|viendra)\b",
        r"(?:je|on|nous) (?:re)?(?:lance|lancons|fais|faisons|passe|passons|programme|programmons"
        r"|presente) (?:le |la |les |un |l )?(?:\d[\d ,.]*(?: ?€| euros?)?|virement|ordre)",
        rf"{WHEN},? (?:c est (?:chez vous|sur votre compte)|vous (?:avez|aurez) (?:les |vos "
        rf"|votre |l "
        r"|le |la )?(?:\d|argent|somme|du\b|tout\b))",
        needs=(WHEN,),
        leaves=(
            *NOT_PLEDGED,
            r"livr\w+|conteste\w*|litige|avoir\b|rendez|reunion|intervention|en attente|hier\W*$",
        ),
        strength=3,
    ),
    rule(
        "une somme et son jour",
        r"^\W*(?:(?:la |le |les )?(?:derniere?|dernier|prochaine?|premiere?|seconde?|deuxieme"
        r"|troisieme"
        r"|reste|solde|soit)\b[ ,:]{1,2})?\d{1,3}(?:[ .]\d{3}|\d)(?:,\d\d)?(?: ?€| euros?"
        r"| balles)?,?"
        r" (?:autour du|vers le|au|pour le|pour) (?:\d|\w+di)",
        needs=(WHEN,),
        leaves=(*NOT_PLEDGED, r"factur\w+|livr\w+|conteste\w*|litige|avoir\b|au lieu"),
        strength=3,
    ),
    rule(
        "bon à payer tel jour",
        rf"(?:ok|oui|bon a payer|bap|b\.? ?a\.? ?p\.?|accord)\b(?: donne)?[ ,:.]{{1,3}}(?:(?:et"
        rf"|echeance|paiement"
        rf"|reglement|virement|interne|prevue?|pour|du|de|le|au|a)\b[ :]{{1,2}}){{0,5}}{WHEN}",
        r"(?:je|on|nous) (?:le |la |les |vous )*(?:ressaisi\w*|resaisi\w*)",
        r"(?:sur|dans) (?:la (?:liste|serie|fournee|vague|campagne|session|remise)|le (?:lot"
        r"|train|run"
        r"|lotissement))"
        r" (?:des? \w+ )?(?:du|de) \w",
        needs=(WHEN,),
        leaves=(
            *NOT_PLEDGED,
            r"livr\w+|conteste\w*|bloquee?s?|litige|rendez|rdv|reunion|intervention|appel\w*"
            r"|attente"
            r"|relance|vient|venir|passer? (?:vous|le|la)|attend\w*|visite|audience|echeancier",
        ),
        strength=3,
    ),
    rule(
        "échéances posées",
        rf"(?:\d[\d ,.]{{0,9}}(?:€|euros?|eur\b|e\b)|\d{{2,6}}|la moitie|moitie"
        r"|premier(?: tiers| versement)?|le reste|le solde"
        rf"|l autre) ?(?:\([^)]{{0,30}}\) ?)?(?:a la |en |le |au |pour (?:le )?|ce "
        rf"|des |d ici )?{WHEN}",
        leaves=(
            *NOT_PLEDGED,
            r"factur\w+|livr\w+|commande|relance|devis|\?|depuis|hier|regle\w* "
            r"|paye\w* (?:le|en|depuis)|vire\w* (?:le|en|depuis)|echu\w*|par mois"
            r"|tous les|verse le|mandat n|a ete|ont ete|taux|decompte|dotation",
        ),
        strength=1,
    ),
    rule(
        "promis",
        r"(?:promis|promesse|parole (?:de|d)|ma parole|sur l honneur|c ?est promis"
        r"|juré|sans faute)\b",
        needs=(WHEN,),
        leaves=(
            *NOT_PLEDGED,
            r"(?:nous|m|vous|avait|ete|avez|aviez|ont|comme|jamais) (?:\w+ )?promis"
            r"|promis (?:par|pour|debut|la piece)|promis (?:je|on) (?:regarde|repond"
            r"|range|rappelle)|(?:range|mobilier)",
        ),
        strength=2,
    ),
)

_BARE_TIME = rule(
    "réponse d'un mot",
    r"^(?:\W|ok|oui|vu|allez|alors|donc|pour|d accord|bonjour|bonsoir|salut|re"
    r"|c est|ce sera|entendu|promis|et|bien recu|note|le|au plus tard|avant"
    r"|d ici|samedi ou|si dieu veut|paiement|reglement|virement|matin|soir|midi"
    r"|1ere heure|premiere heure|courant|vous l aurez|pas avant|merci|cdt|cdlt"
    rf"|svp| ){{0,5}}{WHEN}(?: (?:matin|soir|midi|au plus tard|sans faute"
    rf"|si dieu veut|promis|merci|max|maximum|dernier delai|\d{{1,2}}|en (?:huit"
    r"|quinze)|prochaine?|pas avant|c ?est (?:sur|fait|bon|promis|dit|regle)"
    rf"|1ere heure|premiere heure|\w+)){{0,5}}(?:,? (?:via|par|depuis) (?:\w+ ){{0,3}}\w+)?\W*$",
    leaves=(
        r"^\W*(?:regle|paye|fait)e?s? (?:ce jour|aujourd|hier|vendredi avant)"
        r"|(?:rendez vous|rdv|hier|reunion|rentr\w+|retour|bonne|bon|appel\w*"
        r"|conge\w*|inventaire|verrai|regarde\w*|vu le|recu|depuis|ferm\w+|absen\w+)",
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """The commitments of the text; strength 3 when a date stands beside the commitment."""
    found = find_by(Intent.PROMISE, _RULES, text, leaves=lambda sentence: sentence.asks)
    found += find_pledges(text) + find_dated(text)
    said = [each for each in sentences(text) if len(each.folded) > 12 or _has_time(each.folded)]
    if len(said) <= 3:
        for each in said:
            words = each.folded
            if len(words) > 70 or each.asks or not _BARE_TIME.takes.search(words):
                continue
            if _BARE_TIME.leaves is not None and _BARE_TIME.leaves.search(words):
                continue
            found = (
                *found,
                Finding(intent=Intent.PROMISE, span=each.raw, rule=_BARE_TIME.name, strength=3),
            )
    return found


_TIME = rule("temps", WHEN)


def _has_time(folded: str) -> bool:
    return _TIME.takes.search(folded) is not None
