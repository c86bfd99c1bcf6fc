"""Paying, passing on, asking for a paper and lacking money as people talk: short, aside, in answer.

"La petite jeudi, la grosse fin novembre", "j'ai dit la Saint-Martin", "vous êtes dessus le 27",
"un double me permettrait d'avancer": no verb of paying, no word for the paper. The day, the thing
meant and the turn decide. The examples: `TAKES` and `LEAVES`, by intent.
"""

from relance_mailer.reading.intents.phrases import MADE_ON_A_DAY, WHEN, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "Ma carte est passée chez vous samedi."),
    (Intent.PAID, "Le règlement est intervenu en date du 18 février."),
    (Intent.PAID, "VIR du 24/02, 2 960,40."),
    (Intent.PROMISE, "La petite jeudi, la grosse fin novembre."),
    (Intent.PROMISE, "Je vous l'ai écrit en mars : le 14 avril."),
    (Intent.PROMISE, "Vendredi 2 octobre vous recevez le tout."),
    (Intent.PROMISE, "I've put it through for 26 June."),
    (Intent.ACK, "Elles sont entre les mains de Mme Tran, de la gestion."),
    (Intent.ACK, "Je lui montrerai votre message dimanche."),
    (Intent.INVOICE_REQUEST, "Le dossier est introuvable, bref, réexpédiez."),
    (Intent.INVOICE_REQUEST, "Would you mind forwarding the bill again?"),
    (Intent.DISTRESS, "Je ne sais pas encore ce qui pourra être honoré."),
)
LEAVES = (
    (Intent.PAID, "Ma carte n'est pas passée chez vous."),
    (Intent.PAID, "Le technicien est intervenu en date du 18 février."),
    (Intent.PAID, "VIR du 24/02 rejeté."),
    (Intent.PROMISE, "La petite fuit depuis jeudi."),
    (Intent.PROMISE, "Je vous l'ai écrit en mars : la porte ne ferme pas."),
    (Intent.PROMISE, "Vendredi 2 octobre vous recevez le technicien."),
    (Intent.PROMISE, "I've put it through to our lawyer on 26 June."),
    (Intent.ACK, "Les clés sont entre les mains de votre poseur."),
    (Intent.ACK, "Je lui montrerai de quel bois je me chauffe."),
    (Intent.INVOICE_REQUEST, "Le colis est introuvable."),
    (Intent.INVOICE_REQUEST, "Would you mind not writing again?"),
    (Intent.DISTRESS, "Je ne sais pas encore ce qui a été livré."),
)

_FEAST = r"(?:la |le |a la |pour la )?(?:saint \w+|noel|paques|toussaint|pentecote|ascension)"
_DAY = rf"(?:(?:pour|au|le|a|avant|d ici|vers) )?(?:{WHEN}|{_FEAST})"
_NAY = r"(?:pas|plus|jamais|rien)"
_SUM = r"\d[\d ,.]*(?:€|(?:euros?|eur|balles|e(?:\d\d)?)\b)"
_SEND_AGAIN = (
    r"(?:r?envoyer|adresser|reexpedier|expedier|retransmettre|transmettre|faire (?:suivre|parvenir"
    r"|passer)|repasser|communiquer|scanner|mailer|remettre)"
)
_CHECKS = (
    r"(?:rapproch|pointer|verif|retrouv|cherch|control|regard|voir|lire|relire|consult|demand"
    r"|faire le"
    r" (?:point|tour|tri)|compar|interrog|en parler|recoup|remettre la main|me renseigner)"
)
_OUR_LETTER = (
    r"(?:votre|vos|ton|ce|cette|le|la) (?:\w+ )?(?:lettres?|messages?|mails?|courriers?|courriels?"
    r"|relances?|rappels?|factures?|papiers?|dossier)"
)

_PAID = (
    rule(
        "fait tel jour",
        *MADE_ON_A_DAY,
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY}\b|rejete\w*|refuse\w*|revenu\w*|annule\w*|si\b"
            rf"|esper\w+"
            r"|des que|quand|(?:sera|seront|doit|va) (?:\w+ )?(?:effectue|fait|emis|execute)|\?",
        ),
    ),
    rule(
        "payé, en parlant",
        r"(?:ma|notre|la) carte(?: bancaire| bleue)? (?:est|a ete) (?:\w+ )?(?:passee|debitee"
        r"|acceptee)|(?:accepte|pris|debite) (?:ma|notre) carte",
        r"(?:reglement|paiement|virement|versement) (?:\w+ )?est (?:\w+ )?intervenu",
        r"(?:^|\W)vir(?:ement|t)? (?:du|le) \d{1,2}[/. ]\w+\W+(?:de )?\d[\d ]*,\d\d",
        r"le debit (?:apparait|figure|est passe)(?: \w+){0,3} (?:au|le|du) \d",
        r"(?:1re|premiere?|deuxieme|seconde|derniere) (?:part|moitie|tranche|echeance"
        r"|mensualite) (?:est )?(?:partie|payee|reglee|viree)\b",
        r"(?:notaire|assur\w+|tuteur|tutrice|curat\w+|fils|fille|mari|femme) (?:s est charge"
        r"|a (?:bien )?(?:fini|pris soin|tenu)) (?:de |a )?(?:vous )?(?:payer|regler|virer)",
        r"(?:sent|paid|done|wired|transferred) (?:it )?(?:via|through|by|from) \w+ (?:\w+ )?(?:on"
        r"|this|last|yesterday)",
        rf"{_SUM} (?:bien |deja )?(?:vire|paye|regle|verse|transfere|debite)(?:e|es|s"
        rf"|ees)? (?:le \d|hier"
        r"|ce matin|(?:lun|mar|mercre|jeu|vendre|same)di(?! prochain)|en date|depuis|il y a"
        r"|ce jour)",
        r"^\W*(?:facture |la |votre |celle |n |no "
        r"|ref )?(?:[\w/-]{0,12}\d[\w/-]{0,12} ){1,2}(?:bien |deja )?"
        r"(?:regle|paye|vire|solde)(?:e|ee|es|ees|s)? (?:(?:lun|mar|mercre|jeu|vendre|same)di"
        r"|hier)\W*$",
        r"(?:viens|vient|venons) (?:juste )?de (?:le |la )?(?:refaire|relancer|repasser|reemettre"
        r"|renvoyer)"
        r" (?:le |un |ce |notre |mon )?(?:virement|paiement|reglement|cheque|ordre)",
        rf"(?:ai|avons|ont|on a|il a|elle a) (?:\w+ )?(?:envoye|vire|verse|transfere|depose"
        rf"|poste) {_SUM}",
        r"(?:virement|cheque|paiement|reglement) (?:est|etait|a ete fait"
        r"|a ete emis) (?:\w+ )?au nom d",
        r"(?:chorus|portail|statut) (?:pro )?(?:\w+ )?(?:indique|dit|affiche|annonce"
        r"|est)\w* [^.?]{0,40}"
        r"\bpaye\b",
        r"mandat cash (?:du |le )?\d|talon de (?:cheque|mandat)\b.{0,60}(?:poste|date"
        r"|a votre ordre)",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY}\b|rejete\w*|refuse\w*|revenu\w*|annule\w*|demain"
            r"|prochain\w*|technicien|livreur (?!a accepte)|deux fois|mais\b",
        ),
        strength=3,
    ),
    rule(
        "payé, d'un mot",
        r"^\W*(?:c est |cest |deja |tout est |voila,? |et voila )?(?:regle|paye|vire|solde)(?:e|es"
        r"|s)?\W*$",
        leaves=(r"[^?]*\?",),
        strength=3,
    ),
)

_PROMISE = (
    rule(
        "le jour seul",
        rf"(?:^|[,;:.] )(?:la|le|l) ?(?:petite|grosse|grande|premiere|1re|deuxieme|seconde|autre"
        rf"|moitie|reste|solde|plus (?:petite|grosse|ancienne"
        rf"|vieille))(?:\W+soit [^;!?]{{3,20}},)? (?:(?:suit|suivra|part|partira) )?{_DAY}",
        rf"(?:je? (?:vous |te )?(?:l |le )?ai|on (?:vous )?(?:l )?a"
        rf"|nous (?:vous )?(?:l )?avons) (?:\w+ )?(?:dit|ecrit|annonce|promis|indique)(?: (?:le|en"
        rf"|au) \d{{0,2}} ?\w+)?\W+(?:\w+ )?(?:pour )?(?:le \d{{1,2}}\b|{_FEAST}|fin \w+|mi \w+)",
        rf"{_SUM}(?: et)? (?:des )?(?:apres demain|demain|ce soir|cet aprem|lundi|mardi|mercredi"
        rf"|jeudi|vendredi|samedi)\b",
        rf"{_SUM} {_FEAST}|^(?:\W|bon|ok|alors|donc|finalement|et|non){{0,6}}(?:mettez|disons"
        rf"|comptez"
        rf"|notez|prenez|retenez|inscrivez|partons|tablez|misez|visez|dites|reportez)(?: (?:moi"
        rf"|nous|donc"
        rf"|plutot|alors|encore|bien|sur|ca)){{0,3}} {_DAY}",
        rf"(?:mettez|disons|comptez|notez|prenez|retenez|inscrivez|tablez)(?: moi)? (?:plutot"
        rf"|finalement"
        rf"|donc plutot) (?:sur )?{_DAY}",
        rf"(?:je|on|nous) (?:vous |te |le |la |l |les |ca ){{0,2}}(?:cale|calons|calerai"
        rf"|planifi(?:e|ons)"
        rf"|programme|programmons|case|casons|glisse|positionne|inscris"
        rf"|inscrivons)(?: \w+){{0,3}}? (?:sur"
        rf"|pour|au|a) (?:le )?(?:la )?{WHEN}|(?:je|on|nous) bloqu(?:e|ons) (?:le|un"
        rf"|votre) (?:virement"
        rf"|paiement|reglement) (?:pour|sur|au) (?:le )?{WHEN}",
        rf"(?:premiere?|1re|1ere?|prochaine?) (?:mensualite|echeance|versement|virement|traite"
        rf"|paiement"
        rf"|tranche)\b[^.;?]{{0,30}}?[ ,]{_DAY}",
        rf"(?:c est |il est |elle est |ca )?repart(?:i|ie|is|ira)? (?:pour |en |avec )?{_DAY}"
        rf"|je (?:le |la |l )?(?:retente\w*|re ?essa[iy]e\w*|represente\w*) (?:\w+ ){{0,3}}?{_DAY}",
        rf"(?:j |je |on |nous )(?:irai|vais|va|irons|passerai|passe|file|cours) (?:\w+ )?(?:a la"
        rf"|a ma)"
        rf" (?:banque|poste) {_DAY}",
        rf"{_DAY},? (?:vous|tu) (?:recevez|recevrez|avez|aurez|as|auras|toucherez|etes) (?:le tout"
        rf"|tout"
        r"|votre (?:argent|cheque|du|reglement|virement)|l argent|les fonds|paye\w*|regle\w*)",
        r"(?:vous|tu) (?:serez|seras|etes|es) (?:en possession (?:des fonds|de l argent|du cheque)"
        r"|dessus|dans la charrette)",
        r"(?:ils|elle|il) (?:ont|a|auront|aura) (?:leur|son) (?:cheque|argent|virement|du)\b",
        rf"je m execute(?:rai)? (?:\w+ )?{_DAY}|je (?:le|la) (?:refais|relance|repasse"
        rf"|recommence) (?:\w+ )?{_DAY}|refai[ts]\w* (?:l operation|le virement"
        rf"|l ordre) (?:\w+ )?{_DAY}",
        r"(?:sera|seront) porte\w* au credit|date (?:de|du) (?:versement|virement|reglement"
        r"|paiement) ?:? ?\d",
        rf"(?:vous|te) (?:donne|verse|file|vire|versera|donnera|remets|apporte) (?:{_SUM}"
        rf"|\d[\d ,]*|l integralite|la totalite|le tout)(?: \w+)? {_DAY}",
        r"(?:vous|te) (?:versera|reglera|paiera|virera) (?:l integralite|la totalite|le tout)",
        r"(?:la|le) (?:premiere|seconde|deuxieme|autre|facture|\w*\d\w*) part (?:avec|au|aux|dans"
        r"|le|lors)",
        r"(?:versement|virement|paiement|reglement) va partir|votre tour (?:viendra|arrive|est)",
        r"(?:this|that|the other|yours|it|the first|the second) (?:one )?(?:goes|will go"
        r"|is going) out (?:on|with|next|this)|(?:ve|have|will) put (?:it|this|yours"
        r"|that) through (?:for|on) (?:the )?(?:\d|mon|tue|wed|thu|fri)|(?:you ll|you will"
        r"|will) see the (?:funds|money) (?:on|by)|(?:ll|will) be (?:cleared|settled|paid) (?:on"
        r"|by|with)|(?:re|are) (?:good for|on the list for) (?:the |\d)"
        r"|yours is (?:\w+ ){0,3}(?:top|clipped|on the|in the|first|next|at the)"
        r"|consider it (?:done|paid|settled)|full (?:balance|amount)\b.{0,30}account|(?:i"
        r"|we) (?:will )?transfer (?:eur|gbp|€|£|the|it)\b.{0,25}(?:tomorrow|today|on|by)",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY} |esper\w+|peut etre|tant que|sous reserve"
            rf"|a condition|si (?:vous|tu|possible|on) (?!(?:le )?(?:voul|prefer|tenez|souhait))"
            rf"|propos\w+"
            r"|rendez vous|rdv|visite|reunion|repris\w*|enlev\w+|materiel|marchandise|recuper\w+"
            r"|intervention|passage|appel\b|debours\w+|(?:votre|vos|l|un) (?:ouvrier|gars|equipe"
            r"|technicien|plombier|macon|poseur|livreur|chauffeur|peintre|electricien)\w*"
            r"|technicien|(?:fuit|marche|ferme|tient) |hier\b|livr\w+|litige|lawyer|hope|might"
            r"|\bif\b|unless|once\b|until\b|\?",
        ),
    ),
    rule(
        "engagement sans date",
        r"(?:ca|cela|virement|cheque|reglement|paiement)\b(?: (?!n|ne"
        r"|pas)\w+){0,4} part(?:ira)? (?:des"
        r"|sitot|aussitot) (?:que |qu )(?:je |j |nous |on )(?!(?:\w+ ){0,3}(?:recu|vu|constat"
        r"|verifi|votre"
        r"|vos|vous))\w+",
        r"(?:mettr(?:ai|ons|a)|mets|mettons) (?:ce|le|la|votre|cette) (?:reglement|paiement|facture"
        r"|virement) (?:\w+ ){0,4}(?:train|campagne|lot|prochaine?|echeancier|paiements)\b",
        r"(?:on|nous) (?:les |le |la |vous ){1,2}(?:paye|paie|regle|payons|reglons) (?:a la fin"
        r"|fin|en fin"
        r"|debut|courant|le \d|mi )",
        r"(?:avec vous |vous (?:etes|serez) )(?:\w+ )?(?:en )?tete de (?:la )?liste",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY}\b|livr\w+|repar\w+|avoir\b|litige|conteste\w*"
            rf"|sauf\b|\?",
        ),
    ),
    rule(
        "tout de suite",
        r"(?:je|on|nous) (?:vous |la |le |les |l )*(?:mets|met|mettons|passe|passons) (?:(?:la"
        r"|votre|cette"
        r"|vos|les|ta|tes) factures? )?(?:en|au) (?:paiement|reglement)\b",
        r"(?:je|on|nous) (?:vous |le |la |l |les |ca ){0,2}(?:regle|paie|paye|vire|solde|reglons"
        r"|payons"
        r"|virons|soldons)(?: (?:ca|cela|tout|le tout|(?:la|votre|cette) facture))? (?:(?:tout"
        r" )?de suite"
        r"|immediatement|sans (?:attendre|tarder)|aussitot|maintenant|dans l instant|illico|sur le"
        r" champ"
        r"|a l instant)",
        r"(?:je|on|nous) (?:lance|lancons|declenche|declenchons|engage|engageons|initie|initions)"
        r" (?:donc )?"
        r"(?:le|votre|ce) (?:paiement|virement|reglement|mandatement)",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY}\b|livr\w+|repar\w+|avoir\b|litige|conteste\w*|sauf\b"
            rf"|\?"
            r"|si\b|des (?:que|qu|reception)|quand\b|lorsque|une fois|apres\b|tant que|sous"
            r" reserve|a"
            r" condition|moins\b|moitie|uniquement|seulement|ce que|remise|rabais|mais\b",
        ),
    ),
)

_ACK = (
    rule(
        "transmis, en parlant",
        r"entre les mains (?:de |du |d )(?!(?:mon |notre |l )?(?:avoca|huissier|assur|justice"
        r"|tribunal|votre|vos))",
        rf"(?:je|on|nous) (?:lui |leur )(?:montr\w+|lis|lirai|pose|poserai|soumet\w+|remett\w+"
        rf"|donner\w+|apporter\w*|fer\w+ suivre) (?:\w+ )?{_OUR_LETTER}|(?:en )?(?:ferai|ferons"
        rf"|donnerai) lecture",
        r"(?:il|elle|on) (?:en )?prendra connaissance|(?:va|vont) (?:le |la "
        r"|les )?lire et (?:\w+ )?(?:va )?(?:vous )?repon\w+",
        r"(?:a ete|est|sont|ont ete) (?:\w+ )?remis\w* (?:au|a la|a l|a notre|a mon"
        r"|aux) (?:commissaire aux comptes|comptab\w+|expert comptable|service|direction|cabinet"
        r"|bureau|tresor\w+)",
        r"(?:mon|ma|notre) (?:assistante?|collegue|comptable|secretaire|remplacante?) (?:reprendra"
        r"|reprend|prendra) (?:le fil|la suite|contact|ca)",
        rf"laissez (?:moi|nous) (?:juste |donc |encore |d abord )?(?:(?:le temps|\w+ (?:jours?"
        rf"|heures?"
        rf"|minutes?)) (?:de |d |pour ))?(?:le |la |les |l |y )?{_CHECKS}\w*",
        r"(?:la|le) (?:votre|tienne?) (?:est|sera|arrive|passe) (?:bientot )?(?:(?:la|le)"
        r" )?(?:prochaine?"
        r"|suivante?|dans (?:la|le) (?:pile|paquet|tas)|sur le dessus|en cours d)",
        r"(?:reprend|traite|depil|depouill|rattrap|saisi)\w* (?:les |mes |nos )?(?:dossiers"
        r"|factures"
        r"|courriers|mails|papiers) (?:\w+ ){0,3}?(?:un par un|un a un|une par une|une a une|petit"
        r" a petit"
        r"|dans l ordre|par ordre)|(?:dossiers|factures|courriers) sont (?:saisie?s?|traitee?s?"
        r"|enregistree?s?) (?:par|dans l) ordre",
        r"(?:make sure|see that|see to it that) (?:it|this|that) (?:reaches|gets to|goes to)"
        r"|reach\w* the right (?:desk|person|department)",
        leaves=(
            r"degats?|casse|malfacon|panne|defaut|l etat d|avoca\w+|huissier|justice|tribunal"
            r"|(?:pose|soule|pos)\w* (?:une? |des |\w+ )?(?:questions?|problemes?|soucis?)\b"
            r"|bois je|cles?\b|\?",
        ),
    ),
)

_INVOICE = (
    rule(
        "un papier, en parlant",
        rf"(?:auriez|aurais|ayez|soyez|seriez|serait) (?:vous |tu |assez "
        rf"|il )?(?:\w+ ){{0,4}}?(?:de|pour)"
        rf" (?:me |nous )(?:la |le |les |l |en )?{_SEND_AGAIN}"
        r"(?=(?: \w+){0,3} (?:factures?|duplicata|copies?|doubles?|documents?|releves?|rib|detail"
        r"|pieces?|pdf|papiers?|exemplaire|justificatif|bon de commande)\b|\W*$)",
        r"(?:cherch\w+|introuvable) (?:en vain|partout|desesperement"
        r"|depuis \w+)?[ ,]{1,3}(?:cette |la"
        r" |votre )(?:facture|\w{0,6}\d\S*)",
        r"(?:que|seulement) (?:la |les )?(?:\w+ )?pages? (?:\d|un|deux|trois)"
        r"|pages? \d\w* (?:\w+ )?manqu\w+"
        r"|il (?:me |nous )?manque (?:la |les )?(?:\w+ )?pages?\b",
        r"(?:re)?expediez(?: (?:la|le|moi|nous)|\W*$)|reimpression|reedition",
        r"(?:faites|fais) (?:moi|nous) (?:suivre|passer|repasser|parvenir) (?:celle|la|le|les|l)\b",
        r"(?:un|le) (?:double|duplicata|exemplaire)(?: \w+){0,4} (?:me|nous) (?:permettrait"
        r"|debloquerait|depannerait|sauverait|suffirait|aiderait)",
        r"(?:zero|aucune|pas une|point de|nulle) facture\b",
        r"(?:veuillez|merci de|priere de) (?:me |nous )?(?:les?|la|l) ?(?:\w+ )?(?:communiquer"
        r"|adresser|retourner (?:ainsi )?complete|transmettre|faire suivre)",
        r"(?:would|do) you mind (?:re ?)?(?:sending|forwarding|attaching|mailing)|(?:resend"
        r"|forward)\w* (?:the|your|that) (?:bill|invoice)",
        r"(?:resubmit|reissue)\w* (?:the |your )?invoice",
        leaves=(
            r"reclamation|colis|commande (?!doit|manqu)|preuve|avoir\b(?! (?:la|le|une))|huissier"
            r"|avocat|ne (?:\w+ )?plus",
        ),
    ),
)

_DISTRESS = (
    rule(
        "on ne sait plus, en parlant",
        r"(?:ne |n )?(?:sais|savons|sait) (?:pas|plus) (?:\w+ )?(?:ce qui|ce que|quand|comment"
        r"|si) (?:\w+ ){0,3}(?:pourra|pourrons|pourrai)\b(?: \w+){0,2} (?:etre )?(?:honor\w+"
        r"|pay\w+|regl\w+|tenu\w*|vers\w+)",
        r"(?:si|que) (?:le|la|l) ?(?:\d{1,2}|date|echeance|paiement|virement)(?: \w+)? (?:glisse"
        r"|saute|derape|decale)\w*",
        r"(?:ne |n )?(?:maitrise|controle) (?:plus|pas) (?:rien|grand chose|la situation)",
        r"(?:je|nous|on) (?:ne |n )?(?:vous )?(?:jure|promets?|promettons|garanti\w+) (?:plus"
        r"|pas) (?:rien|de date)|n ose\w* plus (?:\w+ ){0,2}(?:donner|promettre|annoncer|dire)",
        r"(?:reglements?|paiements?|virements?) (?:\w+ )?(?:sortent|partent|passent) (?:plus|tres"
        r"|bien) (?:lentement|tard)|(?:gele|suspendu|bloque)\w* (?:tous )?(?:les|nos"
        r"|mes) (?:virements?|paiements?|comptes?|ordres)",
        r"tresorerie (?:est |reste )?(?:un peu |bien |tres )?(?:courte|juste|raide|seche|tendue)",
        r"tout est bloque\b.{0,40}(?:caf|banque|subvention|client|verse|paie|paye)",
        leaves=(r"votre (?:technicien|poseur|livr\w+|materiel)|livre\w*|litige",),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """What is paid, promised, passed on, asked for or lacking, said as people talk."""
    return (
        *find_by(Intent.PAID, _PAID, text),
        *find_by(Intent.PROMISE, _PROMISE, text),
        *find_by(Intent.ACK, _ACK, text),
        *find_by(Intent.INVOICE_REQUEST, _INVOICE, text),
        *find_by(Intent.DISTRESS, _DISTRESS, text),
    )
