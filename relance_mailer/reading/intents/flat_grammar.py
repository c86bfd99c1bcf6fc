"""How a flat refusal is said: the grammar of not paying, and of a no that means it.

Each row is a turn of phrase over folded words (`phrases.fold`). None runs on into a condition, a
manner, a part, another's bill or costs: `NO_MORE` sees to that.
"""

from relance_mailer.reading.compiled_later import compiled_later
from relance_mailer.reading.intents.flat_words import BODY, CLAIM, NEVER_DAY, looked_up, whole

_SUBJECT = rf"(?:(?:je|j|jne|jn|nous|on|moi je|jvous|jte|jle|jla|il|elle|{BODY}) ?(?:ne |n )?)"
_PRONOUN = r"(?:(?:vous|te|t|la|le|les|l|y|en|ca|cela|lui|leur) ){0,3}"
_HOW = (
    r"(?:(?:donc|absolument|strictement|surement|certainement|evidemment|simplement|tout simplement"
    r"|de toute facon|de toute maniere|quand meme|toujours|definitivement|decidement|purement et"
    r" simplement|franchement|clairement|du tout|categoriquement|fermement|meme|tout bonnement|tout"
    r" net|desormais|nullement) ){0,2}"
)
_COIN = r"(?:centimes?|sous?|euros?|ronds?|radis|kopecks?|cents?|liard|fifrelin|balle|denier|cts)"
_NONE = (
    rf"(?:(?:pas|jamais) (?:meme )?(?:un (?:seul )?|le (?:moindre |premier )|1 ){_COIN}|aucun"
    rf" {_COIN}"
    rf"|(?:strictement |absolument )?rien(?: du tout)?|que dalle|pas|jamais|ni|nada|walou|point)"
)
MONEY = (
    r"(?:factures?|sommes?|montants?|creances?|dettes?|note|argent|addition|ardoise|truc|centime"
    r"|reclamation|impayes?|du)\b(?! (?:de|des|du|d|pour|en|a|aux?) (?!(?:ma|notre) part\b))"
)
_OBJECT = (
    r"(?:(?:cette|votre|vos|la|les|ces|ce|le|l|cet|un|aucune?|une|quelque|quoi que ce) ?"
    rf"(?:fameuse |jolie |belle |seule? |moindre |premier |derniere |petite |dite |maudite"
    rf" )?{MONEY}"
    r"(?: (?:que vous (?:me |nous )?(?:reclamez|demandez)|reclamee?|demandee?))?"
    r"|ce que vous (?:me |nous )?(?:reclamez|demandez)|quoi que ce soit)"
)
# What a refusal must not run on into: a condition, a manner, a part, another's bill, costs.
NO_MORE = (
    r"(?! (?:adress|envoy|consenti|accord|transmis)\w*)"
    r"(?! (?:que|qu|par|sous|avec|avant|apres|sans|en|dans|chez|plus|autant|tant|comme|si|quand"
    r"|encore"
    r"|tout|toute|tous|deux|trop|pour|maintenant|aujourd|demain|a|au|aux|sur|cash|integralement"
    r"|immediatement|directement|seuls?|seule)\b)"
    r"(?! (?:d|de|du|des|le|la|les|l|une?|cet?|cette|ces|votre|vos|ton|tes|mon|ma|mes)\b(?! point))"
)
_AFTER = rf"(?: {_OBJECT})?(?: du tout)?{NO_MORE}"
_NOT_SO = (
    rf"{NO_MORE}(?! (?:cette|ce|ces|de sitot|rapide\w*|immediat\w*|partiel\w*|complet|integral"
    r"|supplementaire|anticipe|comptant|echelonne|lundi|mardi|mercredi|jeudi|vendredi|samedi)\b)"
)
_PAYS = (
    r"(?:(?:pai|pay|pei)e?r(?:ai|ais|ons|a)|p[ae]rai|pa(?:ie|ye|i|yons)|regle(?:r(?:ai|ons|a))?"
    r"|reglons"
    r"|verse(?:r(?:ai|ons|a))|honorer(?:ai|ons|a)|acquitter(?:ai|ons|a)|rembourser(?:ai|ons|a)"
    r"|solder(?:ai|ons|a)|debourser(?:ai|ons|a)|paierez)"
)
_GIVES = (
    r"(?:(?:donn|vers|lach|debours|envoi|sort)(?:er|ir)?(?:e|ai|ons|a|s)|sors|enverr(?:ai|ons|a)"
    r"|donne|verse)"
)
_GIVES_NOTHING = r"(?:(?:donn|vers|lach|debours|sort)(?:er|ir)?(?:e|ai|ons|a|s)|sors)"
_TO_PAY = (
    r"(?:payer|paier|regler|verser|solder|honorer|acquitter|(?:m |nous )?acquitter(?: de(?= (?:la"
    r"|cette|votre|ce|vos)\b))?|rembourser"
    r"|debourser|(?:proceder|faire proceder) (?:au|a ce|a tout|a un|a quelque|a) "
    r"?(?:paiement|reglement|versement)(?: (?:reclame|demande))?)"
)
_PAYMENT = r"(?:paiement|reglement|versement|virement|argent)"
_PAYING = r"(?:paiement|reglement)"  # what is not also received, as a transfer is
_PAID = r"(?:payee?s?|reglee?s?|versee?s?|honoree?s?|acquittee?s?|soldee?s?|effectuee?s?|faite?s?)"
_REFUSING = (
    rf"{_SUBJECT}{_PRONOUN}{_PAYS}(?: {_OBJECT})? {_HOW}{_NONE}(?: {_HOW.strip()})?{_AFTER}",
    rf"{_SUBJECT}{_PRONOUN}(?:{_GIVES_NOTHING} {_HOW}(?:rien(?: du tout)?|que dalle)"
    rf"|{_GIVES} {_HOW}(?:pas|jamais) (?:meme )?(?:un (?:seul )?|le (?:moindre|premier) ){_COIN})"
    rf"(?: de ma poche)?{NO_MORE}",
    rf"{_SUBJECT}(?:vais|allons|va|compte|comptons|entend|entends|entendons|veux|voulons|souhaite"
    rf"|souhaitons|envisage|prevois|desire) {_HOW}(?:pas|rien|nullement|aucunement|jamais) {_HOW}"
    rf"{_PRONOUN}(?:de |d )?{_TO_PAY}{_AFTER}",
    rf"{_SUBJECT}(?:entend\w*|souhait\w*|veux|compte|vais|allons) (?:pas donner|donner aucune)"
    rf" suite{CLAIM}{NO_MORE}",
    rf"(?:(?:je|j|nous|on|{BODY}) )?(?:n )?(?:ai|avons|a) (?:{_HOW})(?:pas|nullement|aucunement"
    rf"|aucune)"
    rf" (?:du tout |la moindre )?(?:l )?(?:intention|envie|volonte) (?:de |d"
    rf" ){_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?<!pas )(?:aucune intention|aucune envie|pas envie|pas l intention) (?:de |d ){_PRONOUN}"
    rf"{_TO_PAY}{_AFTER}",
    rf"(?:il )?n est (?:pas|nullement|aucunement) dans (?:mes|nos) (?:intentions|projets|plans)"
    rf" (?:de |d ){_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?:(?:il n est |il est |c est |est )?(?:pas|hors de) question) (?:(?:de |d"
    rf" ){_PRONOUN}{_TO_PAY}"
    rf"|(?:que je|que nous|qu on) {_PRONOUN}(?:paie|paye|regle|verse un centime|reglions"
    rf"|payions))"
    rf"{_AFTER}",
    rf"(?:(?:j |nous |on |il )?(?:ai |avons |a (?:ete )?))?(?:pris (?:la|cette) )?(?<!pas )(?<!plus"
    rf" )(?:decide|choisi|resolu|vote|prefere|decision|choix)"
    rf"(?:,? (?:tous|ensemble|finalement|donc|hier|a l unanimite|tous les (?:deux|trois)|ce"
    rf" matin),?)*"
    rf" (?:de |d )?(?:ne )?(?:pas|rien|jamais) {_PRONOUN}"
    rf"(?:{_TO_PAY}|donner suite{CLAIM}){_AFTER}",
    rf"(?:(?:j |nous |on )?(?:ai|avons|a) )?(?<!pas )(?:decide|resolu|vote|decision) (?:de )?ne"
    rf" donner aucune suite{CLAIM}{NO_MORE}",
    rf"(?<!ne )(?<!pas )(?:je|nous|on|{BODY}) refus(?:e|ons) {_HOW}(?:de {_PRONOUN}{_TO_PAY}"
    rf"|(?:le|ce) {_PAYING}|tout (?:{_PAYING}|versement))(?: de cette facture)?{_AFTER}",
    rf"(?:(?:se (?:sont|est)|s est) )?prononcee?s? contre (?:le |ce |tout ){_PAYING}(?: de "
    rf"(?:cette|la|votre)"
    rf" facture)?{NO_MORE}|(?<!pas )(?:a )?(?:vote|decide) contre (?:le |ce |tout ){_PAYING}(?:"
    rf" de (?:cette|la|votre)"
    rf" facture)?{NO_MORE}",
    rf"(?:cette|votre|vos|la) (?:factures?|sommes?|creances?|dette|note) (?:ne |n )?(?:vous )?"
    rf"ser(?:a|ont) {_HOW}(?:pas|jamais|point) {_HOW}{_PAID}{NO_MORE}",
    rf"(?:elle|celle ci) ne (?:vous )?ser(?:a|ont) {_HOW}(?:pas|jamais|point)"
    rf" {_HOW}{_PAID}{NO_MORE}",
    rf"aucun {_PAYMENT} (?:ne |n )?(?:vous )?(?:sera|interviendra|aura lieu|partira|est a attendre)"
    rf"(?: {_PAID})?(?: de (?:ma|notre) part| de chez (?:moi|nous))?{NO_MORE}",
    rf"aucune somme (?:ne )?(?:vous )?sera {_PAID}{NO_MORE}|rien ne (?:vous )?sera"
    rf" {_PAID}{NO_MORE}",
    rf"{_SUBJECT}(?:proceder|effectuer|fer)(?:ai|ons|a) (?:a )?(?:aucun|pas (?:a |au |de |a ce )?)"
    rf" ?(?:le |ce )?{_PAYMENT}(?: (?:a|en) (?:votre|vos) (?:profit|faveur|egard))?"
    rf"(?: de (?:cette|la|votre|vos|ces) (?:factures?|sommes?|creance))?{NO_MORE}",
    rf"{_SUBJECT}(?:y )?donner(?:ai|ons|a) (?:pas|aucune)(?: de)? suite{CLAIM}"
    rf"{NO_MORE}",
    rf"(?:vous |tu )?(?:n |ne )?(?:en )?(?:aurez|auras|verrez|verras|toucherez|recevrez|obtiendrez"
    rf"|tirerez) {_HOW}(?:{_NONE.replace('|pas|', '|')}|(?:pas|jamais) (?:mon argent|la couleur(?:"
    rf" de"
    rf" (?:mon|cet) argent)?))(?: du tout)?(?: de (?:moi|nous|ma part|notre part|ma poche))?"
    rf"(?! (?:a|de|d|que|en|avant|sans|pour|par|au|si|demain|aujourd|maintenant|ce|cette|tant"
    rf"|encore|plus|tout)\b)",
    r"(?:l argent |(?:ca|cela|rien) )?(?:ne )?sortira (?:pas|jamais) de (?:ma|notre|mes|nos) "
    r"(?:poches?"
    r"|caisses?|comptes?)",
    rf"{_SUBJECT}(?:m |nous )?abstiendr(?:ai|ons) de {_PRONOUN}{_TO_PAY}{_AFTER}",
    rf"(?:c est un|de notre|de mon|mon|notre) refus (?:pur et simple |ferme |categorique |definitif"
    rf" |total )?(?:de (?:payer"
    rf"|regler|paiement|reglement|vous payer)){_AFTER}",
    rf"(?:vous )?(?:n |ne )?(?:tirerez|aurez|obtiendrez|verrez) (?:de (?:moi|nous) )?ni {_COIN} ni "
    rf"(?:explication|excuse"
    r"|reponse|regret|raison)s?",
    rf"(?:votre|cette|la) facture restera (?:donc )?impayee{NO_MORE}",
    r"(?:je|on) garde (?:mon argent|mes sous)",
    r"payer \?(?: moi \?)?(?: mdr| lol)? ?(?:jamais|non|nan|quelle (?:drole d )?idee)\b",
    r"jamais (?:je|on|nous) (?:ne )?(?:vous )?(?:paierai|payerai|reglerai|paierons|reglerons"
    r"|paiera)"
    rf"{_AFTER}",
    rf"(?:vous serez (?:payee?s?|reglee?s?)|vous (?:aurez|reverrez|verrez) votre argent|je (?:vous"
    rf" )?paierai) {NEVER_DAY.pattern[2:]}"
    r"(?:,? (?:et )?pas avant)?",
    # What is said of the money itself: "cette somme, vous ne l'aurez pas".
    rf"(?:votre|cet|l) argent,? vous ne (?:l |le )?(?:aurez|verrez|reverrez|toucherez) (?:pas"
    rf"|jamais"
    rf"|plus jamais){_NOT_SO}",
    rf"(?:cette|votre|la) (?:facture|somme|note|creance),? (?:vous ne (?:l |la )(?:aurez|verrez"
    rf"|toucherez|reverrez)|(?:je|nous|on) (?:ne )?(?:vous )?(?:la )?{_PAYS}) (?:pas"
    rf"|jamais){_NOT_SO}",
    rf"ne comptez (?:pas|plus|jamais) (?:sur|obtenir|recevoir) (?:un|le|ce|mon|notre|aucun|quelque)"
    rf" {_PAYING}(?: quelconque)?(?: de (?:ma|notre) part| de moi)?{_NOT_SO}",
    rf"(?:n en verrez|ne sortira|n aurez|ne verrez) (?:pas |jamais )(?:meme )?un (?:seul )?{_COIN}"
    rf"(?: de (?:ma|notre) (?:main|poche|caisse|part))?{_NOT_SO}",
    rf"pas un (?:seul )?{_COIN} ne (?:sortira|partira|viendra) (?:d ici|de (?:chez (?:moi|nous)"
    rf"|(?:ma|notre|nos|mes) (?:poches?|caisses?|comptes?))){_NOT_SO}",
    rf"aucun {_PAYING} (?:ne )?(?:vous )?(?:sera|est) (?:adresse|consenti|accorde|verse|envoye"
    rf"|effectue|fait)(?: de (?:ma|notre) part)?{_NOT_SO}",
    # The decision, with what may stand between it and what was decided.
    rf"(?:(?:je|j|nous|on|{BODY}) )?(?:(?:ai|avons|a) )?(?<!pas )(?<!plus )"
    rf"(?:choisi|decide|resolu|vote|(?:pris|prend\w*) (?:\w+ )?(?:pour regle|le parti|la decision))"
    rf" (?:de |d )?ne (?:pas|rien|jamais)"
    rf" (?:proceder au {_PAYING} (?:de (?:la|cette|votre) facture|de (?:la|cette) somme|demande)"
    rf"(?: (?:visee?|mentionnee?|rappelee?|dont il est question) (?:par|dans) (?:votre|vos) \w+"
    rf"(?: du \d{{1,2}}(?:er)? \w+(?: 20\d\d)?)?)?|donner de suite{CLAIM}){_NOT_SO}",
    rf"(?:(?:je|nous|on|{BODY}) )?(?:ne |n )?(?:y )?(?:donner(?:ai|ons|a)) (?:toutefois|donc"
    rf"|simplement|neanmoins|cependant|finalement|certainement|evidemment) (?:aucune|pas de) suite"
    rf"{CLAIM}{_NOT_SO}",
    rf"(?:sa|la|notre|ma) (?:position|decision|reponse),? (?:qui )?est de ne (?:rien|pas|jamais)"
    rf" (?:vous )?{_TO_PAY}{_AFTER}",
    rf"(?:tranche|decide|decision)[^.;§]{{0,30}}: aucun {_PAYING}(?=\W*$)",
    rf"il n y aura pas de {_PAYING}{_NOT_SO}",
    rf"(?:hors de|pas) question (?:de (?:vous )?(?:donner|lacher|verser|laisser|debourser|ceder)"
    rf"|que"
    rf" (?:je|nous|on) (?:vous )?(?:debours\w+|donne|lache|verse)) (?:un (?:seul )?{_COIN}|quoi que"
    rf" ce"
    rf" soit){_NOT_SO}",
    rf"{_SUBJECT}entend\w* (?:pas|nullement) proceder au {_PAYING} de cette (?:somme"
    rf"|facture){_NOT_SO}",
    rf"(?:cette|votre|la) (?:depense|facture|somme) ne sera pas (?:honoree|payee|reglee),?"
    rf" elle{_NOT_SO}",
    rf"qu aucune somme ne vous serait versee{_NOT_SO}",
    # The letter that is a refusal by itself.
    rf"(?:la presente|ce (?:message|courrier|mail)|cette lettre) vaut refus (?:definitif )?de"
    rf" (?:paiement|payer|regler|reglement){_AFTER}",
    rf"(?:considere[zr]|prenez|tenez|traitez) (?:donc )?(?:la presente|ce (?:message|courrier|mail)"
    rf"|cette (?:lettre|reponse)|ceci) (?:comme|pour) (?:un|mon|notre) refus (?:(?:definitif|ferme"
    rf"|categorique|formel) )?(?:de (?:paiement|payer|regler)){_AFTER}",
    rf"(?:acte|note) de (?:mon|notre) refus (?:(?:definitif|ferme|categorique|formel) )?de"
    rf" (?:payer|regler|paiement|reglement){_AFTER}",
    rf"(?:j|jl|jv)p[ae]i?[ey]?(?:e|rai|erai) (?:pas|rien|jamais|que dalle){_AFTER}",
)
REFUSALS = whole(*_REFUSING)
_FIRM_NOES = (
    r"(?:c est|ce sera|c etait|ca sera|ca restera)(?: (?:donc|toujours|et|ce|sera|un grand|bien"
    r"|encore))*"
    r" non\b(?: (?:demain|la semaine prochaine|l an(?:nee)? prochaine?|a noel|en (?:janv|fev|mars"
    r"|avr|mai"
    r"|juin|juil|aout|sept|oct|nov|dec)\w*))?",
    r"(?:la |ma |notre )?reponse (?:est|reste|sera|demeure)(?: (?:donc|toujours|et|reste|restera))*"
    r" non\b(?: et (?:restera|reste|sera|demeurera)(?: toujours)? non\b)?",
    r"(?:je |j ai )?(?:vous )?(?:le )?(?:re)?dis? non\b(?! (?:a|au|aux) (?!vous\b|votre collegue"
    r"|tou))",
    rf"(?<!ai )(?<!avons )(?<!reste )(?<!a )pas un (?:seul )?{_COIN}(?: de (?:ma|notre) part| de"
    rf" moi)?"
    r"(?! (?:de|d|en|que|pour)\b)",
    r"n attendez rien de (?:moi|nous)|ne comptez pas sur (?:moi|nous)(?! (?:pour|avant|a|en)\b)",
)
_NOES = (*_FIRM_NOES, r"jamais de la vie|(?:non|jamais)(?=\W*$)|quelle (?:drole d )?idee")
NO = whole(*_NOES)
"""A no that may be one to anything."""
FIRM_NO = whole(*_FIRM_NOES)
"""Beside defiance alone such a no is one to paying; "non" by itself may be one to the court."""
PAYING_NOT = whole(_REFUSING[0])
PAYS_NOT = compiled_later(rf"\b{_PAYS}\b.*\b{_NONE}\b")
"""What the row before needs: told sooner than by its many ways to say who pays what."""
REFUSING = looked_up(*_REFUSING[1:], *_NOES)
"""All others that refuse or say no."""
