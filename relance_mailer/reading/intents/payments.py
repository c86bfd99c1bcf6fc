"""What is said of money as grammar: it has left, it will leave, may it leave in parts, it lacks.

The tense decides: a participle with "avoir" or "être" is past, a future or a present with a day
ahead is a promise, a question or a wish is a request. A negation, a doubt or a condition on the
creditor's side makes it none of these.
"""

from relance_mailer.reading.intents.gist import find_turns, turn
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

PAYMENTS = (
    "jvous ai fait le virment samedi",
    "Les 890 euros sont sortis de notre compte avant-hier.",
)
NO_PAYMENTS = (
    "Je n'ai pas encore pu faire le virement.",
    "Je pensais avoir payé.",
)

_AHEAD = (
    r"(?:demain|tomorrow|prochain\w*|next|fin de (?:SPAN|MONTH|mois|semaine)|fin (?:MONTH|du mois)"
    r"|at (?:le )?(?:plus tard|fin)|au plus tard|d ici|sous (?:NUM|NUMBER|huitaine|quinzaine|peu"
    r"|SPAN|48)"
    r"|SPAN (?:prochain\w*|qui vient|pro|NUM)|avant (?:le )?(?:NUM|DAY|fin|MONTH|SPAN|noel|week)"
    r"|dans le (?:journee|foulee|semaine|SPAN|heure)|dans (?:NUM|NUMBER|un) ~1 SPAN|ce soir|cet?"
    r" apres"
    r"|aprem|courant (?:SPAN|MONTH|mois|semaine)|debut (?:de )?(?:SPAN|MONTH)|mi (?:MONTH)|by"
    r" (?:DAY|the|le)"
    r"|on (?:DAY)|WE DAY|tonight|soon|shortly|bientot|incessamment|sans tarder|sans delai"
    r"|rapidement"
    r"|prochainement|lot|campagne|run|echeancier|echeance|des que possible|asap)"
)
_DAY = r"(?:DAY|DATE|le NUM|NUM (?:MONTH|courant)|MONTH|ce (?:DAY|SPAN|soir|midi)|le (?:week|we))"
_TIME = rf"(?:{_AHEAD}|{_DAY})"
_DONE = (
    r"(?:PAY[pxi]|EXECUTE[px]|SENDp|LEAVEp|DOp(?! le objet)|intervenu\w*|debite\w*|encaisse\w*"
    r"|poste\w*)"
)
_NOT_DONE = (
    r"(?:HAVE|BE|been|HAVEf|ne|n) (?:~1 )?(?:pas|never|rien|aucun|not) ~3 (?:still )?(?:been"
    r" )?(?:PAY[pxi]"
    r"|pu|DOp|EXECUTE\w|LEAVEp|SENDp|RECEIVEp|recu)",
    r"(?:pensais|croyais|croyions|pensions|crois bien que non|pretendument|aurait du|aurait ete"
    r"|aurais"
    r"|aurions|devait|devions|devrait etre (?:PAY\w|EXECUTE\w)|MUSTc be)",
    r"(?:des que|quand|lorsque|WHENIF|une fois|apres que|si) ~5 (?:BEf|BE|HAVE|aura|aurai|aurez"
    r"|serez) ~2"
    r"(?:PAY\w|RECEIVE\w|recu|credite)",
    r"(?:CAN|CANf|CANc|pu|GO|WANT|veux|MUST|OWEn|fau\w+|reste at|avant de|pour) (?:pas |~1"
    r" )?(?:YOU |le )?(?:etre )?"
    r"PAYi",
    r"HE (?:WE |me |m )?(?:HAVE|ont|a) (?:pas |toujours pas )?(?:WE |m )?(?:PAY\w)",
    r"(?:impaye\w*|unpaid|rejete\w*|refuse\w*|revenu\w* impaye|bloque\w*|pas (?:LEAVE\w|DOp|PAYp"
    r"|passe))",
    r"(?:client\w*|subvention\w*|etat|assurance|assureur\w*|caf|donneur\w*) ~4"
    r" (?:HAVE|BE|ne|n) ~3 PAY\w",
)

_PAID = (
    turn(
        "a payé",
        r"(?:WE|OUR ~2|le ~2|HE|qui|YOU) ?(?:YOU |le |y |m |en |l |deja |WE ){0,3}(?:HAVE|HAVEs)"
        r" (?:deja |bien |donc "
        r"|tout |justement |meme |egalement |le tout |YOU |just |already |also |now |pourtant "
        r"|ete |been ){0,3}"
        r"(?:PAY[pxi]|virer?|regler?)(?! (?:de|du|des) (?:avance|acompte))",
        r"(?:HAVE) (?:~2 )?(?:DOp|DOi|EXECUTE[px]|SENDp|SEND[xi]|emis|remis|depose\w*|poste\w*"
        r"|donne\w*|FORWARD[px]"
        r"|procede\w*|signe et poste) ~4 (?:MONEY|ordre|PAYi|cheque|LIEp|necessaire ~3 banque)",
        r"(?:SIGN[px] et )(?:poste\w*|SENDp) (?:le )?MONEY",
        r"(?:viens|vient|venons|viennent|COMEn) ~3 de ~3 (?:PAY[ipx]|DOi ~4 (?:MONEY|necessaire"
        r" ~3 banque)|EXECUTEi ~2 MONEY)",
        r"fini par PAY[ip]|(?:been|BE) (?:~1 )?(?:PAY[pi]|PAYx) (?:le NUM|DAY dernier|depuis|par"
        r"|en|avec|at|DATE|\.|,|hier|ce|il|HE"
        r"|on|by|in|since|last|WE|$)",
        r"(?:INVOICE|HE|ce|celle|echeance|DEBT|tout|compte) ~4 (?:BE|HAVE been|been) ~2"
        r" (?:PAY[px]|honore\w*|acquitte\w*"
        r"|mandate\w*|solde\w*|lettree?)",
        r"PAY[px] (?:depuis|par (?:carte|cheque|virement|MONEY|cb|sepa)|il y a|hier|SPAN"
        r" derniere?|le SPAN derniere?"
        r"|ce (?:matin|DAY)|at temps|en especes|yesterday|last|on (?:le|the)|by bank)",
        r"(?<=^ )(?:deja |c BE |bien |cest |tout BE |all )*(?:PAYp|PAYx|PAYi) (?:\.|!|,|depuis|le"
        r"|par|DAY|SPAN|en|la|$)",
        r"acquittee? le|solde NUM|(?:compte|WE) BE ~1 (?:at jour|solde|at zero|quittes?)",
        leaves=(
            *_NOT_DONE,
            r"(?:see|make sure|ensure|arrange|MUSTc) ~4 PAYp|PAYp comme (?:de|un)",
            r"BE (?:PAY[pxi]) ~2 (?:demain|tomorrow|DAY prochain\w*|des que|sous|at le fin|fin|at"
            r" NUM|prochainement)",
            r"YOU (?:ne )?HAVE (?:pas |WE )?(?:PAYp|PAYx)|WE (?:BE|BEf) PAY[px]|salari\w+",
            r"(?:ne CAN|soit|soient|jamais|never) ~2 (?:PAY\w|EXECUTE\w|encaisse\w*|credite\w*)",
        ),
    ),
    turn(
        "l'argent est parti",
        rf"MONEY (?:~6 )?(?:BE|HAVE been|HAVE|been|WAS|HAD been) ~2 (?:bien |deja )?(?:{_DONE}|en"
        rf" route|chez YOU(?! DAY)|sorti\w*"
        rf"|effectif|passe\w*|FORWARD[px])",
        r"(?:EUR|NUM) ~3 (?:BE|HAVE been|HAVE) ~1 (?:LEAVEp|debite\w*|preleve\w*|PAY[px]|sorti\w*"
        r"|DOp|encaisse\w*)",
        rf"MONEY (?:~4 )?(?:{_DONE}) (?:le|ce|DAY|depuis|hier|par|en|il|,|\.|!|chez|at|$|DATE|on"
        rf"|yesterday|last|this)",
        r"MONEY de (?:le )?(?:NUM|DATE|DAY dernier) (?:MONTH )?, ~1 (?:reference|ref|n|numero)",
        r"(?:MONEY|HE|tout|ce) (?:BE |left |went |s )?(?:en route|on its way|left OUR)",
        r"(?:MONEY|ce) BE (?:~1 )?LEAVEp(?! (?:at|pour|de|en))",
        r"(?:argent|MONEY|HE) ~1 BE (?:deja )?(?:chez YOU|sur YOUR compte"
        r"|en route)(?! (?:le )?(?:DAY|NUM))",
        r"(?:debit|debite\w*|preleve\w*|encaisse(?!r\b)\w*) ~4"
        r" (?:le|compte|banque|OUR|depuis|DAY|NUM)",
        r"YOU (?:MUSTc|devez|devriez) ~2 (?:HAVEi|avoir|be|etre|have) ~2 (?:RECEIVEp|recu"
        r"|credite\w*|PAYp)",
        r"(?:MUSTc|must) ~2 (?:be|etre) ~2 (?:with YOU|chez YOU|sur YOUR|arrive\w*|at zero)",
        r"(?:BE|HAVE) (?:~1 )?(?:SENDp|sent) (?:HE|it|le|un) ~2 (?:through|MONEY|today|yesterday"
        r"|over)|just sent it",
        r"(?:avis|preuve|justificatif|ordre|attestation|confirmation|recu|remittance|copie) (?:de"
        r" |d )~2 (?:MONEY|execution"
        r"|debit|operation) ~4 (?:joint\w*|ci|attache\w*|en PAPER|en pj|attached)|(?:ci"
        r" )?joint\w* ~5 (?:avis|preuve"
        r"|justificatif|ordre|releve\w*) ~3 (?:MONEY|execution|debit|bancaire)",
        r"(?:MONEY|mise en MONEY|mise en paiement) (?:DOp|DOx|deja)|remise en main propre|MONEY"
        r" made",
        r"(?:lettre )?cheque n ?(?:NUM)? ~4 (?:en date|du|de le|envoye|debite)|NUM PAYp le NUM",
        r"(?:factura|pago|transferencia|bonifico|rechnung) ~4 (?:PAYp|eseguit\w|effettuat\w"
        r"|realizad\w|hecha|enviad\w"
        r"|uberwiesen|bezahlt)",
        r"(?:relance|CONTACTx|mails?) ~5 (?:crois\w+|sans objet)",
        leaves=(
            *_NOT_DONE,
            r"(?:BEf|LEAVEf|GO|demain|tomorrow|PAYf|DOp et SIGNp)",
            r"MONEY ~1 non (?:LEAVE|DO|EXECUTE|PAY)p|ne HAVE (?:been )?[^ ]+ que",
            r"MONEY ~6 (?:prevu\w*|EXECUTEp (?:pour|le)|programme\w*|planifie\w*|retard|CONTESTp"
            r"|rejet\w+|en attente)",
            r"RECEIVE[fn]|recevrez",
        ),
    ),
)

_GONE_BY = (
    r"(?:hier|yesterday|ce matin|this morning|at le instant|depuis|dernier\w*|last|tout at le heure"
    r"|midi|DAY|DATE|NUM (?:MONTH)?|avant hier|ce DAY|en ligne|guichet|comptoir|carte|par|le veille"
    r"|SPAN|ago|today|now|maintenant|semaine)"
)
_SURELY_PAID = (
    turn(
        "payé tel jour",
        rf"(?:WE|qui|banque|comptable|tresori\w+|mari|femme|fils|fille|patron\w*|HE) ?(?:YOU |le "
        rf"|y |l"
        rf" |en ){{0,2}}HAVE (?:deja |bien |tout |YOU |just |already ){{0,2}}(?:PAY[px]"
        rf"|DOp MONEY) ~5"
        rf" {_GONE_BY}",
        rf"(?:MONEY|somme|montant|INVOICE|moitie|ce|HE|it|NUM|le (?:premiere?|deuxieme)) ~3 (?:BE"
        rf"|HAVE"
        rf" been|been) ~1 (?:bien |deja )?(?:LEAVEp|PAYp|DOp|debite\w*|EXECUTEp|poste\w*"
        rf"|effecti\w+) ~3 {_GONE_BY}",
        r"(?:INVOICE|somme|MONEY) ~3 HAVE been ~1 (?:PAYp|LEAVEp) le NUM(?: MONTH)?(?= [.,;!:]"
        r"| par)",
        r"WE (?:~1 )?HAVE ~1 (?:glisse\w*|mis\w*|depose\w*|laisse\w*|donne\w*|remis\w*|poste\w*"
        r"|SENDp) ~2 MONEY",
        r"HAVE (?:~1 )?(?:glisse\w*|depose\w*|laisse\w*|poste\w*|donne\w*|remis\w*) ~1 MONEY",
        r"WE HAVE (?:deja |bien )?DOp (?:un premier |une premiere )?(?:EUR|NUM EUR) ~1 (?:hier"
        r"|ce matin|at le instant|tout at le heure|DAY dernier|par MONEY|en ligne)",
        r"(?:NUM|EUR) (?:EUR )?(?:PAYp|LEAVEp|SENDp|debite\w*) ~1 (?:at le instant|hier"
        r"|ce (?:matin|DAY)|midi|yesterday|this morning|depuis|DAY dernier|tout at le heure)",
        r"MONEY ~1 (?:SENDx|depose\w*|glisse\w*|laisse\w*|remis\w*|poste\w*|SENDp|donne\w*|mis) ~3"
        r" (?:boite|livreur|chauffeur|gardien|facteur|main|mains|porte|agence|accueil|comptoir"
        r"|standard|bureau|chez YOU|DAY dernier)",
        r"(?:ticket|recu|facturette) ~3 (?:carte|cb)|(?:PAY[px]|solde\w*) ~4 (?:comptoir|guichet"
        r"|carte|cb|card|caisse)",
        r"(?:HE|it|that|ce|this|WE|payment|MONEY|NUM|EUR|half|rest|balance) went (?:~1 )?(?:out"
        r"|through|off|on DAY|on (?:the |le )?(?:NUM|DATE)|DAY|yesterday|last|with|at|in le)",
        r"(?<=^ )(?:all |now |tout )?(?:DOp|done) (?:now|as of|just|this|today|yesterday|at)"
        r"|(?<=[.,!] )(?:all )?(?:DOp|done) now",
        r"(?:debite\w*|sorti\w*|LEAVEp|preleve\w*|parti\w*) de (?:OUR|le) compte",
        leaves=(
            *_NOT_DONE[:3],
            *_NOT_DONE[4:],
            r"DOp et SIGNp|DAY ~2 (?:at le |au )?plus tard",
            r"ne HAVE (?:been )?[^ ]+ que|WE BE PAY[px]|went (?:wrong|bust|under|astray|missing"
            r"|to)",
            r"(?:si|if|WHENIF) ~3 (?:MONEY|HE|it)|\?",
            r"(?:see|make sure|ensure|arrange|MUSTc) ~4 PAYp",
            r"(?:BE|BEf) (?:PAYp|PAYx|DOp|SENDp|LEAVEp) ~2 (?:demain|tomorrow|DAY prochain|sous"
            r"|fin)",
            r"(?:demain|tomorrow|prochain\w*|next)",
            r"(?:suis|sommes|est|BE) (?:fait|DOp) \w+(?:er|ir|re)\b",
            r"(?:PAYp|PAYx|virer) (?:deux|NUM) fois|devis|commande",
            r"(?:ONE|client\w*|locataire\w*) ~2 WE HAVE PAYp",
        ),
        strength=3,
    ),
)

_ON_US = (
    r"(?:WHENIF|si|des que|une fois que?|tant que|sous reserve|at condition|apres|if|once|until"
    r"|unless) ~2 (?:YOU|YOUR"
    r"|reception de (?:le )?(?:INVOICE|PAPER|avoir|note)|livr\w+|correction)",
    r"(?:ne |n )(?:~2 )?(?:PAY[fnx]|LEAVE[fn]|BEf|DOf|CAN|CANf|GO|veux|WANT) (?:~1 )?(?:pas|never"
    r"|rien|plus|aucun)",
    r"(?:PAY[fn]|jpaye) (?:pas|never|rien|plus|nicht)|will (?:pas|never)|wont|nicht|kein\w*",
    r"(?:esper\w+|espoir|peut etre|peut|si tout va bien|essa\w+|verr\w+|incertain|hope|maybe"
    r"|might) (?:~4 )?(?:PAY\w"
    r"|pouvoir|solder|que|de|be|$)",
    r"(?:serait il|est ce que|pourriez|CANc YOU|acceptez|accepteriez|si YOU (?:acceptez|voulez"
    r"|etes)|propos\w+"
    r"|PROPOSE\w|could WE|would YOU|ok pour YOU|ca YOU (?:va|irait|convient))",
    r"(?:OUR (?:~1 )?(?:client\w*|locataire|assureur|assurance)|client|caf|etat|subvention) ~4"
    r" (?:WE |me )PAY[nxf]",
    r"(?:HE|client\w*|YOU) ~2 (?:me |m |WE )PAY[nxf]",
    r"\?",
    r"(?:WAS|HAD|MUSTc|devait|aurait|promis (?:pour|de))(?! (?:oublie|egare|FORGETp|perdu|classe"
    r"|pas vu))",
    r"comme (?:LIEp|prevu|promis) ~4 (?:pas|ne)",
)

_PROMISES = (
    turn(
        "paiera, daté",
        rf"(?:WE|OUR ~2|le ~2|HE|comptable|patron|gerante?|tresori\w+|femme|mari|service|cabinet)"
        rf" ~3 (?:PAY[fnx]"
        rf"|EXECUTEf|procederons) ~9 {_TIME}",
        rf"(?:WE|OUR ~2|HE|comptable|service) ~3 HANDLE[nxf] ~9 (?:{_DAY}|demain|tomorrow|fin de"
        rf" (?:SPAN|MONTH|mois|semaine)|avant ~2 (?:NUM|DAY|fin))",
        rf"WE ~3 (?:SEND[fnx]|DO[fnx](?! (?:le|un) (?:point|pas))|poste\w*|depose\w*|FORWARD[nxf]"
        rf"|COMEf"
        rf"|signe\w*) ~4 (?:MONEY"
        rf"|PAYi|banque|deposer) ~6 {_TIME}",
        rf"(?:OUR|le|HE|patron|gerante?|tresori\w+) ~3 (?:DO[fnx]|SEND[fnx]|signe\w*) ~2 MONEY ~6"
        rf" {_TIME}",
        rf"WE (?:~2 )?(?:GO|compt\w+|m engage\w*|engage\w* at|pense\w*|prevoi\w+|pourrai|CANf|CAN"
        rf"|tien\w+ at|serai en mesure"
        rf"|will|promise to|BE going to) ~3 (?:PAYi|DOi|SENDi|poster|deposer|passer|EXECUTEi|pay"
        rf"|solder|proceder|transfer"
        rf"|clear) ~9 {_TIME}",
        rf"(?:MONEY|INVOICE|HE|ce|tout|solde|PAYx|reste|moitie|le (?:deuxieme|premiere?)|argent"
        rf"|it|payment) ~6 (?:BEf"
        rf"|LEAVE[fn]|DOf|will|s effectuera|aura lieu|parviendra|interviendra|part|partira"
        rf"|arrivera|sera) ~7 {_TIME}",
        rf"{_TIME} ,? ?(?:~4 )?(?:WE ~2 PAY[fnx]|ce (?:BE|BEf) (?:PAY\w|regle|vire|DOp|poste"
        rf"|solde)|WE (?:YOU )?(?:le )?DO[fnx])"
        rf"",
        rf"(?:ce|HE|tout|le|INVOICE|MONEY) ~2 BE ~1 (?:PAY[px]|DOp|solde\w*|poste\w*) ~3 {_AHEAD}",
        rf"(?:MONEY|INVOICE|HE|PAY[px]|mandatement|mise en \w+|echeance|decaissement|LIEp) ~7"
        rf" (?:prevu\w*|PLANp|programme\w*"
        rf"|planifie\w*|cale\w*|inscrit\w*|attendu\w*|datee?|fixe\w*|confirme\w*|scheduled|due"
        rf"|LIEp|validee?) ~7 {_TIME}",
        rf"YOU (?:BEf|aurez|RECEIVEf|recevrez|auras|serez|will (?:have|get|receive|be PAYp)|ll"
        rf" (?:have|get)) ~7 {_TIME}",
        rf"(?:lot|campagne|run|virement (?:collectif|groupe)|train|echeancier|decade|cycle"
        rf"|session|batch) ~6 (?:de |du )?"
        rf"(?:MONEY |le )*(?:de |du )*{_DAY}",
        rf"(?:premier|1er|NUM) versement ~2 {_TIME}|(?:NUM EUR|moitie|EUR) (?:le|en|at|DAY|ce) ~2"
        rf" (?:NUM|DAY|MONTH|fin|"
        rf"DATE) ~3 (?:et|puis|,) ",
        rf"(?:payable|BAP|bap|bon at PAYi|bon a payer|mise en (?:PAYi|MONEY|reglement|paiement))"
        rf" ~6 {_TIME}",
        r"(?:in|on) ~2 (?:DAY|NUM|next) ?~2 (?:payment run|run)|s MONEY run|MONEY run",
        leaves=(
            *_ON_US,
            r"(?:no|aucun) MONEY (?:will|BEf|ne )",
            *_NOT_DONE[2:3],
            r"(?:HAVE|been|BE) ~1 (?:PAYp|DOp|SENDp|LEAVEp|EXECUTEp) ~2 (?:hier|dernier\w*|depuis"
            r"|yesterday|last|ce matin)",
            r"(?:hier|dernier\w*|depuis|yesterday|last) ~3 $",
            r"(?:demand\w+|ASK\w|accord\w+|ACCORD\w|report\w*|POSTPONE\w|patienter|delai) ~6"
            r" (?:jusqu|de|d|pour|un)",
            r"(?:reponds?|rappelle|tiens au courant|recontacte|reviens vers|redis|appelle"
            r"|CONTACT[nxf]) ~5 (?:DAY|demain|le"
            r"|des|dans)",
            r"MONEY (?:le )?DAY dernier|en litige|depuis|un jour|WE ne ~1 PAY\w ni|will pas",
        ),
        strength=3,
    ),
    turn(
        "paiera",
        r"WE ~3 (?:PAYf|solderai|reglerons)(?! (?:pas|never|rien|plus|que|ni))",
        r"YOU (?:BEf|serez|seras|will be) ~2 PAY[px]|YOU (?:aurez|auras|will have) ~2 (?:MONEY"
        r"|argent|du)",
        r"(?:INVOICE|HE|ce|tout|DEBT|MONEY|solde) ~2 (?:BEf|will be) ~2 (?:PAY[px]|honore\w*"
        r"|acquitte\w*|mandate\w*|solde\w*)",
        r"WE (?:~1 )?(?:PAY[nx]|DO[nx] le MONEY) ~3 (?:des que|dans l heure|aussitot|sitot|quand"
        r" WE|WHENIF WE|tout de suite"
        r"|immediatement)",
        r"(?:WE|m) ~2 (?:engage\w*) at ~2 (?:PAYi|solder|honorer)|tiendr\w+ (?:parole|OUR"
        r" engagement\w*)",
        r"MONEY ~3 (?:LEAVEf|va LEAVEi|en cours|imminent|en preparation)",
        r"(?:tombe|arrive|LEAVE[nf]|RECEIVE\w) ~6 (?:et )?WE (?:YOU )?(?:le )?PAY[fnx]|WE YOU"
        r" PAY[nx] des",
        r"(?:WE )?(?:will|promise to|shall|BE going to) ~2 (?:pay|PAYi|settle|clear)",
        r"(?:pagaremos|pagheremo|haremos le|effettueremo|wir (?:uberweisen|zahlen|bezahlen"
        r"|werden))",
        leaves=(*_ON_US, r"(?:aucun|pas un|nul|pas de) MONEY ~2 LEAVEf"),
    ),
)

_SAID = r"(?:dit|ecrit|LIEp|prevu|convenu|annonce|promis|indique|SENDp|said|told|agreed)"
_REPEATS = (
    turn(
        "date redite",
        rf"{_TIME} ~2 ,? ?comme (?:{_SAID}|WE (?:le )?~2 (?:HAVE|HAD) ~1 {_SAID}|WE (?:YOU )?le"
        r" (?:disais|LIE\w|ecrivais))",
        rf"comme (?:WE )?(?:YOU )?(?:le )?~2 (?:{_SAID}|disais|ecrivais) ~6 :? ?~2 {_TIME}",
        rf"(?:HAVE|HAD) ~2 {_SAID} (?:le |de |pour |at |au )*(?:NUM"
        rf"|{_TIME}) ~9 (?:~2 )?,? ?(?:et )?~3"
        r" (?:BEf|reste|tiendr\w+|tiens|maintien\w*|DOf|REPAIRx pas|PAYf)",
        rf"(?:ce|HE|le date|cela|parole) (?:ne )?(?:reste|tient|REPAIRx pas|REPAIRx rien|bouge pas"
        rf"|maintenu\w*) ~3 ,? ?"
        rf"(?:le NUM|de NUM|{_TIME})",
        rf"(?:tiendr\w+|tien\w+|maintien\w*|confirm\w+) ~4 (?:le NUM|date|{_TIME})"
        rf"|pas un DAY plus tard",
        leaves=(
            *_ON_US[:2],
            *_ON_US[4:6],
            r"\?",
            r"(?:CAN|CANf|pouvoir|pu|reste) (?:pas|plus)|impossible",
            r"(?:conteste\w*|livr\w+|rendez|reunion|retour|audience|intervention|appel\w*)",
        ),
        strength=3,
    ),
    turn(
        "somme libérée",
        rf"(?:debloqu\w+|libere\w*|relache\w*|sor(?:s|t|tons)|lache\w*) ~9 {_TIME}",
        r"(?:traite|HANDLEx|lcr|effet|cheque|MONEY) (?:encaissable )?(?:at |le |de )+(?:NUM|NUMBER"
        r"|dix|vingt|trente) MONTH",
        rf"(?:NUM|EUR|NUMBER|somme|montant) ,? ?qui (?:LEAVE[nf]|BEf|PAYf) ~6 {_TIME}",
        rf"(?:NUM|EUR) ~1 (?:YOU )?LEAVE[nf] ~3 {_TIME}",
        rf"YOU BE PAY[px] ~1 (?:{_AHEAD}|DAY|le NUM)(?! dernier)",
        rf"MONEY (?:at|par|en) ~2 (?:SENDx|courrier|banque|boite) ~2 {_TIME}",
        rf"WE (?:DO[nf]|PAY[nfx]) (?:: )?(?:NUM|EUR) (?:EUR )?(?:le NUM|{_TIME})",
        r"EUR (?:\w+ )?(?:le NUM|DAY)(?! dernier)",
        leaves=(
            *_ON_US,
            *_NOT_DONE[2:3],
            r"(?:HAVE|BE|been) ~1 (?:PAYp|DOp|SENDp|LEAVEp|EXECUTEp)",
            r"banque|tribunal|caution|conteste\w*",
            r"si ~6 (?:debloqu\w+|libere\w*|lache\w*|relache\w*)",
        ),
        strength=3,
    ),
    turn(
        "le reste suivra",
        rf"(?:reste|le PAYx|autre moitie|complement|difference|suite|le (?:deuxieme|second|autre)"
        rf"|rest"
        rf"|balance|remainder|second half) ~2 (?:suit|LEAVE[nf]|suivra|BEf|des que|sitot|WHENIF"
        rf"|{_TIME})",
        r"WE (?:~1 )?(?:complete\w*|solde|finis|DO[nf] le (?:reste|solde)) (?:des que|WHENIF|at|le"
        r"|DAY)",
        leaves=(
            r"(?:reception|levee|travaux|chantier|REPAIR\w|livr\w+|faudrait|disons|possible"
            r"|souplesse|WANTc|parcels?|colis|pallets?|palettes?|shipments?|crates?|cartons?)",
            *_ON_US[:6],
            *_ON_US[7:8],
            r"HE (?:ne )?reste|reste (?:at|de|NUM|un|pas|plus|rien)|conteste\w*|litige",
            r"PAY[px] (?:le|depuis|par|hier)",
        ),
        strength=3,
    ),
)

_PIECES = (
    r"(?:(?:en|de|des|par|sur) ~2 (?:NUM|NUMBER|plusieur\w*|petite?s?|quelques|deux|trois|quatre)"
    r" (?:fois|foi|SPAN|MONEY"
    r"|mensualites?|echeances?|versements?|tranches?|cheques?|temps|traites|parts?|halves)"
    r"|calendrier de (?:MONEY|PAYi)|moitie moitie|SPREAD\w|etalement|echeancier"
    r"|echelonn\w+|etale\w*|fractionn\w+|facilites|mensualites?|moratoire|mensuels?|mensuelle\w*"
    r"|payment plan"
    r"|instal?lments?|(?:NUM|un) ~2 (?:par|a|at|tous le|toutes le|chaque|every|per) (?:SPAN|fin"
    r" de SPAN|month)"
    r"|(?:moitie|NUM) ~3 (?:et|and|puis) ~2 (?:reste|autre moitie|half|solde)|half now)"
)
_MORE_TIME = (
    r"(?:delai\w*|report\w*|POSTPONE\w|patien\w+|WAIT[iz]|jusqu|un peu de (?:temps|souplesse)|du"
    r" temps|more time|extension"
    r"|rallonge|sursis|repit|rab|SPAN de (?:plus|rab|delai|sursis)|souffler|suspendre|differer"
    r"|hold off|indulgence"
    r"|souplesse|tolerance|moratoire|s arranger|arrangement|arranger|over (?:le (?:next|coming"
    r"|summer|year|winter|SPAN)|several|NUM)"
    r"|gard\w+ ~2 MONEY|PAYi plus tard|repartir sur)"
)
_MAY = (
    r"(?:BEc HE|serait il|est ce|CAN WE|CANc\w*|pourr\w+|peut on|CAN|aurait il|y aurait(?! plus)"
    r"|auriez"
    r"|acceptez|accepteriez|accept"
    r"|could|would|may|is there|puis WE|ACCORD\w|consentir\w*|WANTc|souhait\w+|ASK[nx]"
    r"|sollicit\w+|(?<!YOUR )(?<!le )(?<!ce )CONTACT[nx]|demand\w+|PROPOSE\w"
    r"|propos\w+|(?<!YOU )laisse(?:[rzs]|ri?ez|ras)|donn\w+|besoin|faudrait|HE WE faudrait"
    r"|bienvenu|arrangerait|jouable"
    r"|possible|gre|prie|prions"
    r"|need|si (?:YOU|ce|HE(?! (?:met|prend|tarde|dure|traine)))|combien|moyen de|permettrait|YOU"
    r" (?:irait|va|conviendrait"
    r"|agreerait)|d accord)"
)
_PLANS = (
    turn(
        "peut-on étaler ou attendre",
        rf"{_MAY} ~12 {_PIECES}",
        rf"{_PIECES} ~12 (?:\?|YOU (?:irait|va|conviendrait|agreerait|convient)|d accord|possible"
        rf"|accept\w+|si ~4 (?:va|possible"
        rf"|accept\w+|convient|accord)|HANDLE\w|dites|ok)",
        rf"(?:{_MAY}) ~9 {_MORE_TIME}(?! (?:de le banque|a la banque))",
        rf"{_MORE_TIME} ~6 (?:\?|serait ~2 bienvenu|possible|accord\w+|svp|s il)",
        r"(?:NUM|EUR) ~2 (?:tous le|toutes le|chaque|par|at chaque) (?:fin de )?(?:SPAN|mois"
        r"|semaines?) ~6",
        r"jusqu\w* (?:at |en |au )?~3 (?:s il|svp|,? ?pas plus|\?)|encore (?:NUM|NUMBER|un"
        r"|quelques|deux) SPAN",
        r"(?:pas|impossible) ~4 (?:(?:en|de) un ~1 (?:coup|bloc|fois)|tout (?:de un )?(?:coup"
        r"|bloc))",
        r"(?:negoci\w+|conven\w+|trouver) ~3 (?:de )?(?:un )?(?:delai|etalement|accord"
        r"|arrangement|terrain|deux echeances|echeances"
        r"|MONEY echelonne)",
        r"(?:WE|tresori\w+|bureau|gerante?) (?:YOU )?(?:PROPOSE\w|propos\w+) ~4 (?:NUM|EUR|de"
        r" PAYi|un premier|de YOU)",
        leaves=(
            r"(?:comme|echeancier|delai\w*|etalement|versement) (?:LIEp|prevu|accept\w+|ACCORDp"
            r"|valide)|LIEp avec YOU",
            r"(?:merci|remerci\w+) ~4 (?:patien\w+|delai|WAIT\w|compreh\w+)",
            r"(?:pas|sans) (?:de |besoin de )(?:delai|echeancier|etalement)|(?:ni|aucun)"
            r" (?:delai\w*"
            r"|echeancier|etalement|report)",
            r"(?:INVOICE|PAPER|rib|duplicata|code|numero) ~3 (?:svp|\?)",
            r"(?:delai de (?:retractation|prescription|livraison|NUM|traitement)|dans le"
            r" (?:meilleurs |plus brefs )?delais)",
            r"inscrit ~3 echeancier|echeancier (?:fournisseurs?|de NUM|du)|(?:CONTACT\w|fois)"
            r" (?:NUM|NUMBER|deux|trois) fois",
            r"en (?:NUM|NUMBER|deux|trois) exemplaires?|pouvez YOU (?:patienter|WAITi) ,? ?(?:WE"
            r"|j) (?:LOOK|verifie)",
        ),
    ),
)

_LACK = (
    turn(
        "l'argent manque",
        r"(?:tresorerie|caisse|compte|comptes|cash flow|treso|finances|situation|periode|passe"
        r"|moment|temps|saison|SPAN) ~5 (?:juste|tendu\w*"
        r"|vide|rouge|sec|delicat\w*|difficile\w*|complique\w*|tight|exsangue|fragile|mauvaise"
        r"|catastroph\w+|dur\w*|bas"
        r"|plat|problem|a zero|at zero|critique|precaire|calme|bloque\w*|saisi\w*|gele\w*)",
        r"(?:tendu\w*|difficile|delicat\w*|complique\w*|tight|hard|dur\w*) ~4 (?:tresorerie"
        r"|moment|actuellement|periode|passe|en ce moment"
        r"|this|financiere?ment|chez WE|ces? SPAN|at the)",
        r"(?:at sec|dans le rouge|asphyxie\w*|etrangl\w+|(?:gros|grosse) trou|plus (?:un sou|un"
        r" rond) ~3|pas un (?:sou|rond|MONEY)"
        r" (?:devant|sur|en)|fauche\w*|galer\w+|aux abois|tirer? le diable|gorge|tete hors de l"
        r" eau|en sortir|joindre le deux bouts)",
        r"(?:perdu|perte de) ~4 (?:gros client|marche|client|emploi|travail|job|contrat|plus"
        r" gros)|(?:chute|baisse) d activite",
        r"client\w* ~4 (?:ne |n )~2 PAY\w+ (?:pas|plus|never|mal)|client\w* PAY\w+ (?:mal|pas"
        r"|tard|at NUM)",
        r"(?:banque|bank|compte) ~4 (?:bloqu\w+|CONTESTp|gel\w+|frozen|refus\w+|suspend\w+"
        r"|coup\w+|CANCELp|rejet\w+|denonc\w+|souci|probleme)",
        r"(?:souci|probleme|difficulte\w*|blocage|retard|problem) ~4 (?:banque|virements?|MONEY"
        r"|tresorerie|reglements?|paiements?|financ\w+"
        r"|cash|PAYi|fonds)",
        r"(?:MONEY|virement) ~3 (?:ne |n )~3 (?:pas|never) (?:pu )?(?:LEAVE\w|passe\w*|FORWARD\w"
        r"|EXECUTE\w|pu)",
        r"(?:CAN|CANf|pouvons|impossible|pas en mesure|incapable) (?:pas |de |d |actuellement "
        r"|vraiment )+(?:YOU |le |tout )?(?:PAYi|honorer|regler)",
        r"(?:redressement|controle) ~5 (?:fiscal|urssaf|asphyxie\w*|impots?)|(?:urssaf|fisc"
        r"|impots) ~6 (?:redressement|saisi\w*|bloqu\w+|gel\w+)",
        r"(?:mettre|met\w*) ~2 (?:le )?(?:clef|cle) sous|fermer (?:boutique|le porte)|depos\w+ le"
        r" bilan",
        r"interdit\w* bancaire|plus (?:rien|un (?:centime|sou|euro)|MONEY|EUR) ~2 (?:sur|dans|en)"
        r" (?:le |OUR )?(?:compte|caisse)|tiers detenteur|\batd"
        r"|n y arriv\w+ plus|y LEAVEn plus|pas touche (?:de )?~1 salaire|(?:no|rien|aucun) cash"
        r"|HAVE tout perdu|reste rien|personne ~3 PAYp depuis",
        r"(?:WE )?esper\w+ ~3 (?:pouvoir|que) ~3 PAY\w|hope(?:fully)? ~4 (?:pay|PAYi)",
        r"(?:arret maladie|hospitalis\w+|en arret|incendie|inondation|deces) ~6 (?:plus de|depuis"
        r"|retard|tout|rentrees|revenus)",
        r"(?:subvention|dotation|salaire|aide|pension) ~6 (?:pas|toujours pas|WAIT\w|attend\w*"
        r"|tard\w*|retard|bloqu\w+)",
        r"(?:tant que|tant qu) ~8 (?:ne |n )~3 (?:WE |pas |m )+~2 (?:PAYp|PAYx|verse\w*"
        r"|credite\w*|debloque\w*)",
        r"(?:faisons|DOn|fais|DO[nx]) (?:au mieux|ce que WE CAN|ce qu WE CAN|OUR possible)",
        leaves=(
            r"(?:YOUR|vos) (?:tresorerie|banque|situation)",
            r"(?:pas|aucun|sans) ~1 (?:probleme|souci|difficulte\w*)(?! (?:de|a|at) PAY\w)",
            r"(?:malgre|meme si|en depit|bien que) ~6",
            r"(?:BE|WAS|HAVE) ~2 (?:resolu\w*|regle\w*|leve\w*|derriere WE|debloque\w*|rentre\w*"
            r"|revenu\w* at le normale)",
            r"OUR (?:principal|plus gros|gros) client me",
        ),
    ),
)


def find_payments(text: str) -> tuple[Finding, ...]:
    """Where money is said to have left."""
    found = find_turns(Intent.PAID, _PAID + _SURELY_PAID, text)
    now = [each for each in sentences(text) if _NOW.search(each.folded)]
    return tuple(each for each in found if not any(_is_told_now(each, one) for one in now))


# "Je les règle par carte mardi" is a present and no participle, though both are written alike.
_NOW = any_of(
    r"(?:je|j|on|nous) (?:vous |te )?(?:les?|la|l|vous|te) (?:regle|paye|vire|verse|solde)\b"
)


def _is_told_now(finding: Finding, sentence: Sentence) -> bool:
    place = sentence.raw.find(finding.span)
    if place < 0:
        return False
    return any(found.start() < place < found.end() for found in _NOW.finditer(sentence.folded))


def find_pledges(text: str) -> tuple[Finding, ...]:
    """Where somebody commits to paying."""
    return find_turns(Intent.PROMISE, _PROMISES + _REPEATS, text)


def find_plans(text: str) -> tuple[Finding, ...]:
    """Where parts or time are asked for."""
    return find_turns(Intent.PLAN_REQUEST, _PLANS, text)


def find_lack(text: str) -> tuple[Finding, ...]:
    """Where money is said to lack."""
    return find_turns(Intent.DISTRESS, _LACK, text)
