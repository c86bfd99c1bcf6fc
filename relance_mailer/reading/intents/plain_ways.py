"""Paying, having paid, passing on and asking for a paper, in the words of somebody at a counter.

The other files know how it is said with the word for it ("virement", "facture"); here are the ways
without: "c'est chose faite", "vous l'aurez à la Saint-Nicolas", "je m'y penche", "un double
m'aiderait". The examples: `TAKES` and `LEAVES`, by intent.
"""

from relance_mailer.reading.intents.phrases import WHEN, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "C'est chose faite depuis mardi."),
    (Intent.PAID, "Vous devriez trouver nos 1 200 € sur votre relevé."),
    (Intent.PROMISE, "Je m'engage sur fin mars."),
    (Intent.PROMISE, "Vous êtes dans le lot de la semaine 30."),
    (Intent.ACK, "Je m'y penche dès la fin de l'inventaire."),
    (Intent.ACK, "J'ai mis votre rappel sur son bureau."),
    (Intent.INVOICE_REQUEST, "Un double m'aiderait beaucoup."),
    (Intent.INVOICE_REQUEST, "Où dois-je virer ?"),
)
LEAVES = (
    (Intent.PAID, "La pose n'est pas chose faite."),
    (Intent.PAID, "Vous devriez trouver nos photos dans votre boîte."),
    (Intent.PROMISE, "Je ne m'engage sur rien."),
    (Intent.PROMISE, "Vous étiez dans le lot de la semaine 30, vous n'y êtes plus."),
    (Intent.ACK, "Le mur penche."),
    (Intent.ACK, "J'ai mis votre rappel à la poubelle."),
    (Intent.INVOICE_REQUEST, "Nous l'avons payée en double."),
    (Intent.INVOICE_REQUEST, "Où en est la réparation ?"),
)

_DAY = (
    rf"(?:(?:pour |a |avant |au |le |des |sur |vers |d ici )?(?:la |le |l )?(?:{WHEN}"
    rf"|(?:la )?saint \w+"
    r"|noel|paques|toussaint|pentecote|ascension|reveillon|nouvel an|rentree|retour|paie|paye"
    r"|pension|reprise|fermeture|caisse))"
)
_NAY = r"(?:pas|plus|jamais|rien|non)"

_PAID = (
    rule(
        "payé, en mots simples",
        r"(?:c est|cest|ce fut|voila qui est|voila c est) (?:chose faite"
        r"|dans la boite (?:aux lettres )?|sold|plie|boucle|fait et archi)\w*"
        r"|chose faite\b(?! .{0,10}pas)",
        r"vous (?:devriez|devez|avez du|auriez du|allez)(?: (?:le|la|les|l))? (?:deja )?(?:voir"
        r"|trouver|recevoir|avoir|l avoir|pointer)\b(?: \w+){0,3} (?:nos? |mes |mon |les |la "
        r"|le )?(?:\d[\d ,.]*(?:€|euros?|eur)?|virement|reglement|somme|versement"
        r"|argent)(?: \w+){0,4} (?:sur|dans|au) (?:votre|vos|le) (?:releve|compte|banque)",
        r"(?:la somme|l argent|le montant|les fonds|le cheque|la lcr|la traite) (?:est"
        r"|sont) (?:deja |bien )?(?:chez vous|sur votre compte|dans votre boite|encaisse\w*"
        r"|a la poste|arrive\w*|credite\w*)(?! (?:(?:lun|mar|mercre|jeu|vendre|same)di|le \d|avant"
        r"|d ici|au plus|pour))",
        r"(?:cheque|enveloppe|mandat|virement) (?:\w+ ){0,6}(?:est|sont) (?:\w+ )?(?:a la poste"
        r"|dans (?:la|votre) boite|encaisse|debite|parti|poste|en route) (?:depuis|hier|ce|lundi"
        r"|mardi|mercredi|jeudi|vendredi|le \d)",
        r"vous (?:l|les) avez (?:deja|depuis|recue?s?|eue?s?|normalement|en principe"
        r"|encaisse\w*)(?=.{0,40}(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|le \d|janvier"
        r"|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|banqu"
        r"|principe|compte|semaine|hier))",
        r"(?:pointez|regardez|verifiez|controlez|voyez) (?:\w+ )?(?:vos|votre|le|les|sur"
        r"|sous) (?:\w+ ){0,2}(?:releves?|comptes?|nom)\b(?=.{0,60}\d)",
        r"(?:appuye|appuyer|clique|cliquer) sur (?:le bouton|envoyer|valider|payer)|(?:valide"
        r"|execute|passe|parti) a l instant|execution immediate|(?:virement )?instantane,? (?:\d"
        r"|ce|hier|fait|effectue)",
        r"(?:mari|femme|fils|fille|soeu?r|sour|frere|mere|pere|compagn\w+|associee?|secretaire"
        r"|comptable|collegue|patronn?e?)\b(?: \w+){0,3} (?:s en est (?:occupe|charge)\w*"
        r"|a (?:deja |bien )?(?:paye|regle|vire|fait le (?:virement|cheque|necessaire)))",
        r"(?:ticket|recu|talon|avis d opere|accuse d execution|preuve|capture|justificatif"
        r"|bordereau|copie du cheque|ordre de virement)\b(?: \w+){0,6} (?:ci joint\w*"
        r"|en piece jointe|en pj|ci dessous|dessous|joint|en annexe|a l appui)",
        r"(?:ci joint|en piece jointe|en pj|je vous (?:joins|mets|colle))(?: \w+){0,3} (?:l |le "
        r"|la |du )?(?:avis d opere|ticket|recu de|talon|preuve|justificatif de (?:virement"
        r"|paiement)|copie du talon|ordre de virement|avis de virement)",
        r"(?:all done|done and dusted|all sorted|all settled|all paid|went through|it s gone"
        r"|sent an hour|(?:pressed|hit) (?:send|pay)|done list|left our account|you ve had"
        r"|should have (?:it|received it)|value date)\b(?! (?:on hold|back))",
        r"(?:traite|lcr|effet|prelevement)\b(?: \w+){0,5} (?:passee?|presentee?|debitee?|honoree?"
        r"|encaissee?)\b",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}{_NAY} |{_NAY} (?:encore |du tout )?(?:passe|parti|chose"
            rf"|recu|arrive)"
            r"|sera |seront |ferai|fera\b|demain|prochain\w*|non passe|won t|will|not |hasn t"
            r"|haven t|if |deux fois|en double|photos?|par erreur",
        ),
    ),
)

_PROMISE = (
    rule(
        "engagement sans date",
        r"(?:je|on|nous) (?:m |s |nous )?engage(?:ons)? (?:sur|pour|a (?:vous )?(?:payer|regler"
        r"|solder|virer|tenir|le faire|la regler|m acquitter"
        r"|(?:la |le )?regulariser(?! un avoir)))",
        r"(?:je|on|nous) (?:vous |te |la |le |les ){1,2}(?:rends?|rendons|doi[st] et je)"
        rf" (?:\w+ )?{_DAY}",
        r"(?:vous (?:etes|serez|passez|passerez|y etes)|tu (?:es|seras|passes)) (?:\w+ )?(?:dans"
        r"|sur|au|parmi) (?:le|la|les|ma|notre|mon) (?:\w+ ){0,2}(?:lot|train|liste|run|echeancier"
        r"|paiement|prochain\w*|campagne|serie|premier\w*|tournee|bordereau)",
        r"(?:vous|t|tu) (?:etes|es|serez|seras) (?:le |les |la "
        r"|toujours le )?premiere?s? (?:servi\w*|payee?s?|sur la liste|a (?:etre|le savoir))",
        rf"(?:vous|tu) (?:l |les |le |la |en )?(?:aurez|auras|recevrez|toucherez) (?:tout "
        rf"|le tout |votre (?:argent|du|cheque|reglement|sous) |ton (?:argent|du) |l argent "
        rf"|vos (?:sous|\d+) )?{_DAY}",
        rf"(?:votre|ton|son|l) (?:argent|du|reglement|cheque|solde"
        rf"|paiement) (?:\w+ ){{0,3}}(?:part|partira|suit|suivra|arrive|arrivera|tombe"
        rf"|tombera) (?:\w+ )?{_DAY}",
        r"(?:va|vais|vont|allons|allez|on va) (?:\w+ )?(?:vous |le |la |tout )?(?:regulariser"
        r"|solder|proceder au (?:paiement|reglement)|payer|regler|faire le (?:virement|cheque"
        r"|necessaire pour (?:vous|le)))",
        r"(?:prevue?|calee?|programmee?|inscrite?|retenue?|bookee?|fixee?|cale"
        r"|pose) (?:\w+ )?(?:le|au|pour le|pour|en) (?:\d|lot|paiement|prochain|(?:lun|mar|mercre"
        r"|jeu|vendre)di|fin)",
        rf"(?:moitie|le tiers|un tiers|la totalite|le tout|l integralite|le total|tout) {_DAY}"
        rf"|(?:disons|ok pour|va pour|mettons|on dit|comptez) (?:\d[\d ,.]*(?:€|euros?)? )?{_DAY}",
        r"(?:date ferme|dernier delai|sans faute|parole d(?: |e )\w+|promis jure|jure crache"
        r"|je vous le jure|foi de \w+|vous avez ma parole|promesse tenue)",
        r"(?:booked|down|set|lined up|scheduled|released?|approved) (?:\w+ ){0,2}(?:for"
        r"|on) (?:the )?(?:\d|mon|tue|wed|thu|fri)|payment (?:\w+ ){0,3}(?:on its way|on the \d"
        r"|follows)|expect \d[\d,.]* in your account|(?:i m |we re )?paying (?:you |half |it "
        r"|the )|you(?: ll|r) (?:will )?(?:have|get) (?:it|the (?:money|rest|lot))|that(?: i can"
        r"| s a) promise|(?:get|have) it (?:sorted|paid) |honour|in the \w+ \d+ (?:payment|batch"
        r"|run)|first \d+ on the",
        r"(?:rglt|reglt|regl|rglmt|pmt|paiemt|virt|vrt) (?:le|au|ce|par|prevu) ?\d",
        r"(?:on|nous) (?:te|vous) (?:paye|paie|payons|regle)\b(?! (?:pas|plus|jamais|quand|si|rien"
        r"|que))",
        leaves=(
            rf"(?:n|ne) (?:\w+ ){{0,3}}(?:{_NAY}|aucun\w*) |ne (?:vous )?engage|esper\w+|peut etre"
            rf"|si tout va|"
            r"sans garantie|sauf |etiez|n y etes|engage\w* (?:sur|pour|a) (?:rien|aucun)|(?:vais"
            r"|va|allons) (?:rien|pas|jamais) "
            r"|inconditionn|on verra|a condition|tant que"
            r"|sous reserve|quand vous|des que vous|si vous (?:m |nous |me )?(?:fait|avez|repar"
            r"|livr|rect|corr|ven|ret)",
        ),
    ),
)

_ACK = (
    rule(
        "je m'en occupe, en mots simples",
        r"m y (?:penche|colle|mets|attelle|attaque)|(?:je|on|nous) (?:verrai|verrons|verra"
        r"|regarderai|regarderons|regardera|etudierai|etudierons|traiterai|traiterons) (?:ca|cela"
        r"|a ce moment|le|la|votre|tout)",
        r"(?:est|reste|sont) (?:toujours |bien )?(?:en traitement|en circuit|dans le circuit"
        r"|dans les tuyaux|en cours de (?:visa|validation|signature|traitement|controle"
        r"|verification|instruction))|(?:suit|suivra) son cours|recherche en cours|a l etude"
        r"|en instruction",
        r"(?:elle|facture|il|dossier|piece) (?:\w+ ){0,6}(?:attend|attendent) (?:\w+ ){0,2}(?:que"
        r"|le|la|l|une|sa) (?:\w+ ){0,8}(?:valid\w+|visa|vise|signature|signe|rentre|retour"
        r"|reunion|conseil|feu vert)",
        r"(?:(?:ai|a|avons|viens de) (?:\w+ )?)(?:mis|pose|remis|depose|laisse|glisse|colle|range"
        r"|place|donne|montre|mise|remise|posee|deposee|glissee|passe|mettre|poser) (?:votre|ton"
        r"|la|le|les|un|l|ca|tout|une) (?:\w+ ){0,4}(?:bureau|bannette|casier|pile|parapheur"
        r"|chemise|ecran|clavier|dossier|main propre|classeur|tableau|panier|directeur|directrice"
        r"|patronn?e?|comptable|chef|tresori\w+|president\w*|responsable|signature|autres"
        r"|collegue)",
        r"(?:je|on|nous) (?:lui |leur )(?:en )?(?:parle|montre|transmets|donne|pose la question"
        r"|demande|remets|laisse|dis)\b",
        r"(?:je|on) (?:demande|m informe|cherche|creuse|fouille|remonte|interroge|sonde"
        r"|enquete)\b(?! (?:\w+ )?(?:un|une|le|la|les|des|que|a ne|a etre|quand|pourquoi|combien"
        r"|si|comment))",
        r"(?:nous )?(?:procedons|procedera|procedez) (?:a|aux) (?:\w+ )?(?:verification|recherche"
        r"|controle)s?|(?:allons|vais|va) (?:\w+ )?(?:etudier|examiner|regarder|verifier|chercher"
        r"|tirer ca au clair)",
        r"(?:sera|seront|va etre) (?:\w+ )?(?:examine|etudie|traite|soumis|presente|lu|transmis"
        r"|vu)e?s? (?:par|a|au|en|lors|des)|message (?:\w+ ){0,3}(?:trouve le bon|bien enregistre"
        r"|transmis)",
        r"(?:ticket|demande|dossier|recherche) (?:[^ ,]+ ){0,3}(?:ouvert|cree|lance|attribue)e?\b"
        r"|j ouvre (?:une demande|un ticket|l o?eil|j ouvre l oil)|classeur rouge",
        r"laissez (?:moi|nous) (?:\w+ ){0,2}(?:le temps de|sortir|fouiller|comprendre|regarder"
        r"|chercher|prendre)|merci de (?:nous|m|l|me) (?:l )?avoir (?:\w+ )?(?:signale|alerte"
        r"|prevenu|rappele|ecrit|informe)\w*|pris la peine d",
        r"(?:let me|i ll|will) (?:ask|look|find out|chase|check|dig|pass)|pass(?:ed|ing) (?:it "
        r"|this |your \w+ )?(?:on )?to|(?:put|left|sits?|placed) (?:\w+ ){0,4}(?:in|on"
        r"|with) (?:her|his|the|our|my) (?:\w+ )?(?:tray|desk|keyboard|inbox|pile|director|manager"
        r"|accounts|warehouse|signature)|picking up (?:her|his|the) (?:post|mail|emails)",
        leaves=(
            r"poubelle|corbeille|panier a|avocat\w*|huissier|tribunal|juridique|litige\w*"
            r"|contest\w+|reclamation|(?:la|votre) (?:livraison|marchandise|pose|reparation)|(?:ne"
            r"|n) (?:\w+ )?(?:regarder|verr|transm|examiner|etudi)\w* (?:pas|plus|rien)"
            r"|conseil\b.{0,30}(?:avocat|juridique)",
        ),
    ),
)

_INVOICE = (
    rule(
        "un double, en mots simples",
        r"(?:un|le|du|d un) (?:double|nouvel (?:envoi|exemplaire)|petit pdf|scan|autre exemplaire"
        r"|re ?envoi|duplicata)\b(?!.{0,8}(?:emploi|paiement|prelevement|debit)).{0,60}(?:aider"
        r"|serait|svp|merci|s il|arrange\w*|suffi\w+|utile|bien(?:venu)?|plait|\?|et je|lance"
        r"|suffit|faudrait|ferait|rendrait)\w*",
        r"(?:j ai|n ai|avons|recu|ai) (?:\w+ )?(?:que |seulement )?(?:la )?(?:premiere page"
        r"|une page sur|la moitie (?:du|des) (?:document|page)\w*)|premiere page (?:seulement"
        r"|uniquement)",
        r"(?:facture|celle|document|piece|relance|courrier)\b(?: \w+){0,6} (?:jamais|pas|plus"
        r"|nulle) (?:\w+ )?(?:atteint|part|parvenu\w*|trouve\w*|vue? passer)\b|(?:jamais"
        r"|pas) vue? passer|nulle part",
        r"(?:j\w*|on|nous) (?:\w+ )?(?:jamai|jamais|pas) (?:\w+ )?(?:recu|resu|ressu|eu"
        r"|recue) (?:de |la |cette |votre )?(?:facture|fact|papier|original)",
        r"(?:scannez|photographiez|mailez|refaxez|reimprimez|reeditez|rescannez|reemettez|renvoyez"
        r"|redonnez) (?:la|le|les|moi|nous|l)|(?:reediter|reissue|resubmit|resoumettre"
        r"|re soumettre|rematerialiser|resend|send (?:it|that|them) (?:again|over|across))",
        r"(?:ne |n )?(?:mentionne|porte|comporte|indique|reprend|fait apparaitre) (?:pas|ni"
        r"|aucun) (?:\w+ ){0,3}(?:code|numero|siret|rib|iban|engagement|commande|reference|nom"
        r"|service|adresse|mention)|(?:carries|has|shows|quotes|without) (?:no|a|any) (?:po"
        r"|purchase order|order number|vat number)",
        r"(?:ou|sur quel compte|a quel compte|comment|sous quel numero de compte"
        r"|sur quel iban) (?:est ce que |c est que |faut il que )?(?:je |on |nous )?(?:dois"
        r"|dois je|devons|doit on|puis je|faut il|peux|peut on|paie|paye|vire|regle|verse)(?: je"
        r"| on| nous)?\b(?: (?:\w+ )?(?:virer|payer|regler|verser|envoyer|faire le virement"
        r"|deposer))?\W*(?:\?|$|svp|,)",
        r"(?:quel est|quels sont|c est quoi|donnez|redonnez|communiquez|il (?:me |nous )?(?:faut"
        r"|faudrait|manque)|besoin d(?: |e |u )?) (?:\w+ )?(?:votre|le|ton|vos|l|un) (?:rib|iban"
        r"|coordonnees bancaires|compte bancaire)",
        r"(?:what|which) (?:iban|bank details|account) |(?:your|the) (?:bank details|iban"
        r"|sort code)\b.{0,20}\?",
        r"(?:vous|t|tu) (?:m |nous |me )?(?:en )?(?:auriez|avez|faites|avez pas|ferez|refaites"
        r"|as) (?:\w+ )?(?:une autre|un autre|un double|une copie|la feuille|le bon|une version"
        r"|un exemplaire)|(?:autre format|version plus (?:nette|lisible)|format lisible|illisible)",
        r"(?:attachment|copy|pdf|page|link) (?:\w+ ){0,4}(?:missing|blank|expired|broken|empty)"
        r"|(?:missing|expired|broken) (?:attachment|link|page)|never (?:reached|got to"
        r"|arrived with) us|we have neither|can t find (?:it|yours)",
        r"(?:encadre|cadre|zone|champ|ligne) (?:\w+ ){0,2}(?:bancaire|iban"
        r"|rib) (?:\w+ ){0,2}(?:coupe|vide|efface|illisible|manque)\w*",
        leaves=(
            r"au (?:bon|juste) prix|avoir\b(?! (?:un|une|le|la|votre))|rectifi\w+|corrig\w+ (?:le"
            r"|la|du) (?:prix|montant|quantite)|non (?:livre|recu|commande)\w*|(?:livraison"
            r"|marchandise|colis|commande|prestation|travaux|intervention"
            r"|materiel)\w* (?:\w+ ){0,4}(?:jamais|pas|plus|nulle)|en est (?:la|le|l)"
            r"|proof of delivery|preuve|justifi\w+",
        ),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """What is paid, promised, passed on or asked for without the word for it."""
    return (
        *find_by(Intent.PAID, _PAID, text),
        *find_by(Intent.PROMISE, _PROMISE, text),
        *find_by(Intent.ACK, _ACK, text),
        *find_by(Intent.INVOICE_REQUEST, _INVOICE, text),
    )
