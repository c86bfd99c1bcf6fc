"""The debtor's stand as grammar: won't pay at all, is before the court, wants no more mail.

Each is far-reaching, so each names what makes the same words harmless: a condition, a delay or a
ground beside a refusal, somebody else's insolvency, a reminder that is merely crossed by a payment.
"""

from relance_mailer.reading.intents.gist import find_turns, turn
from relance_mailer.reading.intents.phrases import Sentence
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

REFUSALS = (
    "Ma décision est prise, cette facture ne sera pas honorée.",
    "N'attendez aucun virement de notre part, jamais.",
)
NO_REFUSALS = (
    "Je ne paierai pas avant la réparation.",
    "Je ne peux pas payer ce mois-ci.",
)

_NO = r"(?:pas|never|rien|plus|aucun)"
_CONDITION = (
    r"(?:WHENIF|tant|avant|sauf|apres|jusqu|d abord|at condition|sous reserve|until|unless|before"
    r"|without|once)",
    r"sans (?:INVOICE|PAPER|bon|preuve|justificatif|explication|avoir|que|CORRECT\w|savoir|avoir)",
    r"(?:pour (?:le |l )?(?:instant|moment)|actuellement|(?<!ni )aujourd|MONTH|ce (?:SPAN|DAY)"
    r"|tout de"
    r" suite|(?<!ni )DAY)",
    r"(?:CAN|CANf|CANc|pouvoir|capable|mesure|possible|impossible)",
    r"(?:deux|2|plusieurs|seconde) fois|un (?:seul )?coup|en totalite|le meme|en plus|de plus|le"
    r" totalite",
    r"(?:dis|dit|pense|crois|croyez|affirme) (?:pas |pas que |~2 )que",
    r"(?:pas|rien) (?:PAYi )?(?:(?:par|en) [^ ]+|d avance)|mais ~1 (?:par|en|DAY|le NUM|WE PAYf"
    r"|demain)",
    r"sur (?:ce|le|YOUR) (?:compte|rib|iban|PAPER)",
    r"(?:frais|penalites|interets|supplement|indemnite|option|ce (?:ligne|poste))",
    r"(?:jamais|pas|never) (?:RECEIVE\w|ORDER\w|commande\w*|DELIVER\w|SIGN\w|vu)",
    r"\?",
    r"(?:reparation|livr\w+|DELIVER\w|materiel|machine|portail|travaux|panne|conforme|marche"
    r"|fonctionne)",
    r"(?:que ce (?:que|qui)|(?<!ni )plus tard|plus que|en l etat|en le etat|que YOU HAVE|qui WAS"
    r"|offert\w*)",
    r"(?:le|YOUR|de) (?:option|transport|port|livraison|deplacement|ligne|solde de|difference"
    r"|reste|surplus|partie|moitie)",
    r"(?:risque|crainte|peur|comprend|comprenne|choqu\w+)",
    r"si (?:YOU|YOUR|le|WE|HE)",
    r"(?:oubli\w*|FORGET\w|manqu\w+|tard\w+|attendr\w+) ~2 (?:pas )?(?:de |at )?(?:YOU )?PAYi",
)
_WHOLE = (
    r"(?= (?:$|[.!,:;]|et |ni |voila|point|tout (?:court|simplement)|lol|YOU |HE |ce [.!,]|desole"
    r"|merci"
    r"|que contraint|maintenant|(?:ce |le |YOUR |un |de |at )*(?:INVOICE|DEBT|MONEY|EUR|sou"
    r"|centime|rond"
    r"|note|principal)))"
)
"""What may follow a flat refusal: nothing, or the claim as a whole; else a ground may follow."""
_SILENT_MONEY = r"(?:MONEY|sous|centimes?|EUR|sou|rond|radis|kopeck|balle|cheque|penny|cent|dime)"
_GIVE = r"(?:donn\w+|sort\w*|LEAVE\w|lach\w+|debours\w+|PAY\w|verser\w*|cracher\w*|bouger\w*)"

_REFUSES = (
    turn(
        "ne paiera pas",
        rf"WE (?:ne |n )?(?:YOU |le |me |m ){{0,2}}~1 PAY[fnxz] (?:donc |absolument |strictement"
        rf" )?(?:{_NO}|ni){_WHOLE}",
        rf"WE (?:ne |n )?(?:YOU |le |bouger\w*|~1 )?(?:DO[fn]|procederons|procederai|EXECUTEf"
        rf"|bougerai"
        rf"|debourserai|donnerai|verserai|lacherai) (?:at )?{_NO} ~2 (?:MONEY|EUR|\.|,|$|point)",
        rf"(?:INVOICE|DEBT|HE|ce|le|MONEY) ~2 (?:ne |n )?(?:BEf|sera) {_NO} (?:PAYp|PAYx|honore\w*"
        r"|acquitte\w*|regle\w*)",
        rf"YOU (?:ne |n )?(?:BEf|serez) {_NO} PAY[px]",
        rf"(?:aucun|nul|pas de|pas un) {_SILENT_MONEY} ~3 (?:ne |n )(?:BEf|LEAVE\w"
        rf"|interviendra\w*|YOU BEf"
        r"|viendra|sortira|aura)",
        r"(?:BEf|rest\w+|laiss\w+|demeur\w+) ~4 (?:impaye\w*|unpaid)",
        rf"(?:ne |n )?(?:WAITz|attend\w*|comptez|compte\w*|esper\w+|escompt\w+) (?:pas |plus "
        rf"|aucun )~4 "
        rf"(?:{_SILENT_MONEY}|dessus|sur WE)(?! ~4 (?:avant|DAY))",
        r"(?:pas|aucun|never) ~1 (?:intention|envie|prevu|projet) ~3 (?:de |d )?(?:YOU |le"
        r" )?(?:PAYi|DOi"
        r"|debourser|donner|verser|honorer)",
        rf"(?:hors|pas) (?:de |d )?question ~4 {_GIVE}",
        r"(?:refuse|refusons|m oppose|opposons|WE oppose\w*) ~3 (?:at |de )?(?:tout |YOU |le"
        r" )?(?:PAYi|MONEY)",
        r"(?:decid\w+|choisi\w*|resolu\w*|pris le parti) ~2 (?:de |d )(?:ne )?(?:pas|plus) ~1"
        r" PAYi",
        r"decid\w+ (?:que |qu )?~1 WE (?:ne )?PAY[mnfc] (?:plus|pas)",
        rf"(?:prefere\w*|aime\w* mieux|plutot) ~8 (?:que|plutot que|than) (?:de |d )?~2 {_GIVE}",
        r"(?:CANc|CAN) PAYi (?:\.|,|mais) ~2 (?:WE )?(?:ne )?(?:le )?(?:DOf|veux|WANT|PAYf) pas",
        r"ne entend\w* (?:pas|nullement|aucunement) ~3 (?:PAYi|donner suite|DOi|regler)",
        r"(?:rien|aucun ~1) (?:ne )?(?:YOU )?BEf ~1 (?:PAYp|PAYx|SENDp|donne)|WE m abstiendr\w+",
        rf"(?<=^ )pas PAYi (?:\.|!|$)|(?:patron\w*|gerante?|HE|direction|conseil|bureau"
        rf"|associe\w*|mari|femme|president\w*) ~3 (?:ne )?PAY[fc] {_NO}",
        r"vot\w+ contre le MONEY|HE (?:ne )?y aura pas de MONEY|WE gard\w+ OUR (?:sous|MONEY"
        r"|argent)|YOU (?:asseoir|assoir|asseyez)",
        r"(?:WE )?(?:wont|refuse|never|will (?:pas|never)|BE (?:simply |just )?(?:pas|never)"
        r" (?:going "
        r"to|prepared to)|pas intend to) ~2 (?:pay|PAYi|be PAYp|honour)(?! for)",
        r"(?:pas|no|rien) intention of (?:PAYi|paying|settling)|MONEY BE (?:refused|CONTESTp"
        r"|declined)",
        rf"YOU (?:wont|will (?:pas|never)) (?:get|see|be PAYp|receive) ~3 (?:{_SILENT_MONEY}|rien"
        r"|anything|from|money)",
        leaves=_CONDITION,
    ),
    turn(
        "c'est non, quoi qu'il arrive",
        r"(?:reponse|answer) (?:BE |reste )(?:donc |toujours |still )?(?:non|no|aucun)",
        r"(?:decision|position|choix) (?:BE |reste )?(?:prise?|definitive?|arrete\w*|irrevocable"
        r"|ferme|final)",
        r"YOU (?:CAN|CANf) (?:still|bien) (?:courir|WAITi|rever|CONTACTi|vous|YOU|esperer)",
        r"YOU (?:ne )?(?:tirer\w+|obtiendr\w+|soutirer\w+|arracher\w+) ~1 (?:de (?:WE"
        r"|moi) )?(?:ni|rien"
        r"|aucun|never|pas un)(?= (?:$|[.!,;]|de (?:WE|moi)|ni|EUR|MONEY|explication|sou|centime))",
        r"YOU CAN CONTACTi (?:jusqu|tant|autant|encore)",
        r"YOU (?:ne )?(?:verrez|verras|aurez|auras|aure|RECEIVEf|toucherez|toucheras) ~2 (?:never"
        r"|pas|rien|que dalle|plus) ~2 (?:couleur"
        r"|MONEY|EUR|rien|\.|,|de WE|sou|centime|un|!|$)",
        rf"(?:gard\w+) ~1 (?:OUR|le|YOUR) (?:sous|MONEY|argent|relances?|INVOICE) ,? ?~2 WE (?:ne"
        rf" )?~1 {_NO}",
        r"(?:saisissez|assignez|allez|faites|voyez|sue|take (?:us|it|me)) ~3 (?:qui (?:YOU|bon)"
        r"|tribunal"
        r"|proces|court|juge|WE|ce que (?:bon )?YOU)(?=.* (?:PAY\w|MONEY|rien|pas|never) )",
        r"(?:que )?(?:contraint et force|forced by a (?:judge|court)|sur ordre de le (?:juge"
        r"|tribunal))",
        r"(?:debrouill\w+|arrang\w+) YOU (?:sans|avec ca)|(?:passe|PASSE|FORWARDx) OUR tour",
        r"ne (?:motiver\w*|justifier\w*|changer\w*|reviendr\w+) (?:pas|rien|point) ~3 (?:position"
        r"|decision"
        r"|le|rien|avis|$|\.)",
        r"y (?:changer\w+|DOf) (?:rien|pas)",
        leaves=(
            _CONDITION[0],
            _CONDITION[2],
            _CONDITION[8],
            r"(?:rien|pas|aucun) ~2 (?:de|en) plus|plus que|rien ~2 que|autre chose|avance\w*",
        ),
    ),
)


def find_refusals(text: str) -> tuple[Finding, ...]:
    """Flat refusals; whether a ground stands beside one is weighed in `scale`."""
    return find_turns(Intent.REFUSAL, _REFUSES, text)


INSOLVENCIES = (
    "La boîte est en liquidation depuis lundi.",
    "Sauvegarde ouverte le 12 : tout paiement antérieur m'est interdit.",
)
NO_INSOLVENCIES = (
    "Notre client est en liquidation judiciaire et ne nous paie pas.",
    "On est en pleine liquidation des stocks d'été.",
)
_PROCEEDING = (
    r"(?:liquidations?|liquid|redressement|rj|lj|sauvegarde|faillite|insolvency|receivership"
    r"|administration"
    r"|bankruptcy|procedure collective|procedures collectives|retablissement personnel|insolvenz"
    r"|redressement judiciere)"
)
_OFFICER = (
    r"(?:liquidat\w+|mandataire(?: judiciaire)?|administrat(?:eur|rice)s?(?: judiciaire)?"
    r"|liquidator"
    r"|administrators?|receiver|trustee|selarl|juge commissaire|commissaire at l execution)"
)
_OUR_FIRM = (
    r"(?:WE|OUR (?:societe|entreprise|boite|association|sarl|sas|eurl|magasin|commerce|restaurant"
    r"|garage|affaire|firme|structure|mari|company|firm)|le (?:societe|boite|sarl|sas|entreprise"
    r"|association|commerce|magasin|company|firm|eurl|restaurant)|die firma)"
)
_SOMEBODY_ELSE = (
    r"(?:pour|chez|avec|for) (?:qui|whom) (?:WE|on)|(?:qui|HE) (?:WE|me) (?:doit|doivent|DEBT\w*"
    r"|MUSTc|devait|devaient|PAY\w|emploi\w*|employ\w+)|(?:qui|HE) (?:doi\w+|devai\w+|MUST\w"
    r"|allai\w+) (?:WE|me) PAYi|qui (?:WE|me|m) (?:HAD|HAVE) (?:ORDERp|embauche\w*|engage\w*)"
    r"|constructeur|promoteur|employeur|maitre d ouvrage",
    r"(?:OUR|un|plusieurs|de|gros|principal|mes|deux|leur|son|YOUR|autre) ~3 (?:client\w*"
    r"|fournisseur\w*"
    r"|donneurs?|confrere\w*|concurrent\w*|franchiseur|locataire\w*|prestataire\w*|debiteur\w*"
    r"|bailleur\w*|sous HANDLEn|partenaire\w*|voisin\w*|customer|supplier|filiale de)",
    r"(?:personne|nul) ~2 parl\w+|(?:paraitrait|parait|rumeur\w*|dit on|entendu dire|serait"
    r"|seriez|seraient)",
    r"(?:YOUR|vos) (?:societe|liquidation|redressement|procedure|entreprise|company|firm)"
    r"|nearly|almost|narrowly|next door|, pas (?:WE|me) (?:\.|$)|OUR ~1 (?:competitor|landlord"
    r"|tenant"
    r"|employer|contractor)\w*|(?:OUR|office|school|practice|payroll|sales) administrator"
    r"|administrator in OUR|YOU (?:BE|etes) ~2 en",
    r"fisc|fiscal\w*|urssaf|impots?|tva|stocks?|soldes|divorce|succession|notaire|serveur|donnees"
    r"|informatique|fichiers?|logiciel|regime matrimonial|disque|ad hoc|conciliation|curat\w+"
    r"|tutel\w*"
    r"|protection|social|immobilier|sci de|copropriete",
    r"(?:si|risque\w*|evit\w+|menac\w+|peur|crainte|sinon|bientot peut|au bord|avant|pour ne pas|if"
    r"|esper\w+|espoir|vers le|finir\w*|frole\w*|echapp\w+|conditionnel)",
    r"(?:pas|ni|aucun|never|sans) ~3 (?:en |de )?(?:liquidation|redressement|sauvegarde|faillite"
    r"|procedure)",
    r"(?:sorti\w*|LEAVEp|cloture\w*|termine\w*|HAVE quitte) ~3 (?:de )?(?:le )?(?:redressement"
    r"|sauvegarde"
    r"|procedure)",
    r"HE (?:BE|HAVE|WAS) ~4 en (?:liquidation|redressement)|administration (?:fiscale|communale"
    r"|centrale"
    r"|generale|fees|costs|department|team)|(?:service|personnel|OUR|le) administratif\w*",
)

_INSOLVENT = (
    turn(
        "sous procédure",
        rf"{_OUR_FIRM} ~4 (?:BE|been|HAVE|WAS|passer?|FORWARD\w|s|vient|went|DO[npx]) ~6 (?:en|de"
        rf"|in"
        rf"|into|(?:le )?objet de un) ~2 {_PROCEEDING}",
        rf"(?:mis\w*|plac\w+|pass\w+|FORWARD\w|admis\w*|prononc\w+|ouver\w+|ouvr\w+|convert\w+"
        rf"|conversion"
        rf"|tribunal|jugement|decision|commission) ~8 {_PROCEEDING}",
        rf"{_PROCEEDING} ~3 (?:ouverte?|prononce\w*|judiciaire|simplifiee|de le tribunal|decidee?"
        rf"|homologuee?"
        rf"|au benefice|at OUR|depuis|opened|angemeldet)",
        r"wound up|(?:BE|been) (?:put |placed )?(?:in|into) (?:administration|liquidation"
        r"|receivership)",
        r"radie\w* apres liquidation|insuffisance d actif|effacement de (?:le |OUR )?dettes?"
        r"|effacement de DEBT",
        leaves=_SOMEBODY_ELSE,
    ),
    turn(
        "le mandataire",
        rf"(?:seul|voyez|voir|contact\w*|CONTACT\w|rapproch\w+|adress\w+|SEND\w|mains de|entre le"
        rf" mains"
        rf"|nomm\w+|designe\w*|appointed|designee?|confie\w*|remis\w*|rendu\w*|please|clefs?) ~6"
        rf" {_OFFICER}",
        rf"{_OFFICER} ~5 (?:nomm\w+|designe\w*|HAVE been|passe|vient|prend\w*|COMEn|FORWARDx|me"
        rf" charge"
        r"|appointed|me demande|gere|decide\w*)",
        rf"(?:me|maitre|m) \w+ ,? ?(?:a \w+ |at \w+ )?,? ?(?:le )?{_OFFICER}",
        r"(?:declar\w+|produi\w+|admi\w+|submit|file) ~3 (?:YOUR |une |un |at |de |of"
        r" )*(?:DEBT|creance\w*"
        r"|dette|claim|passif|proof of DEBT)(?= )(?! ~4 (?:fiscal|ifu))",
        r"(?:(?:YOUR |un |de le |au )passif|bodacc|cessation de (?:le )?MONEY|depot de bilan"
        r"|declaration de cessation)",
        r"(?:MONEY|DEBT|dettes?|creances?|INVOICE|tout) ~2 (?:anterieur\w*|d avant) ~8"
        r" (?:interdit\w*|gele\w*"
        r"|suspend\w+|jugement|procedure|ouverture|commissaire|mandataire)",
        r"interdi\w+ ~4 (?:PAYi|regler) ~4 (?:INVOICE|DEBT|dettes|creances) ~3 (?:d avant"
        r"|anterieur\w*)",
        r"surendettement ~9 (?:recevab\w+|accept\w+|VALIDp|orient\w+|impos\w+|court|homolog\w+"
        r"|effac\w+|decid\w+)",
        r"(?:recevab\w+|accept\w+|juge\w*|orient\w+|VALIDp|plan) ~6 surendettement",
        r"jugement ~9 LAWYER ~1 (?:, )?(?:~6 , )?(?:qui )?(?:tient|gere|decide|repond|SIGN\w|PAY\w"
        r"|HANDLE\w|s)",
        r"tribunal ~9 (?:nomm\w+|designe\w*) LAWYER ~3 (?:pour )?liquider",
        rf"{_PROCEEDING} (?:WE |me )(?:protege|interdit|empeche|gele)",
        r"(?:tribunal|greffe) ~12 (?:liquidateur|mandataire)|liquidateur ~12 (?:tribunal|greffe)",
        leaves=_SOMEBODY_ELSE,
    ),
)


def find_insolvencies(text: str) -> tuple[Finding, ...]:
    """Proceedings over the debtor itself."""
    return find_turns(Intent.INSOLVENCY, _INSOLVENT, text, leaves=_asks)


def _asks(sentence: Sentence) -> bool:
    return sentence.asks


SILENCES = (
    "N'utilisez plus cette messagerie, je n'y ai pas consenti.",
    "Mon numéro et mon mail sont privés, retirez-les.",
)
NO_SILENCES = (
    "Merci d'arrêter les relances, le paiement est parti lundi.",
    "N'écrivez plus à cette adresse, écrivez à compta@exemple.example.",
)
_ADDRESS = (
    r"(?:adresse|mail|mails|email|emails|e mail|courriels?|boite|messagerie|base|fichiers?|liste"
    r"|coordonnees|donnees|numero|informations?|details|address|data|inbox|diffusion|canal|biais"
    r"|nom)"
)

_SILENT = (
    turn(
        "effacez, n'utilisez plus",
        rf"(?:(?<!HAVE )DELETE\w|STOP[izxf]|utilis\w+|retir\w+|CORRECT[zi]|otez|oter|enlev\w+"
        rf"|sort\w+"
        rf"|stopp?\w*|remove|erase|delete|stop) ~1 (?:pas |plus |never )?~3 (?:WE )?~2 (?:de"
        rf" )?(?:YOUR |OUR |le "
        rf"|ce |tout |un )*{_ADDRESS}",
        r"(?:ne |n )(?:me |m |WE )?~1 (?:ecri(?!vons)\w+|SEND[zi]|contact\w+|CONTACT[zi]"
        r"|adress\w+"
        r"|utilis\w+|sollicit\w+) "
        r"(?:donc |svp )?(?:plus|never)",
        rf"ne (?:plus|never) ~1 (?:me |m |WE |YOU )?~2 (?:CONTACTi|SENDi|ecrire|joindre|contacter"
        rf"|adresser|recevoir"
        rf"|RECEIVEi|relancer|solliciter|utiliser) ~4 (?:{_ADDRESS}|directement|\.|!|,|$|svp|ici"
        rf"|par|YOUR)",
        rf"(?:WANT|souhait\w+|desire\w*|ASK\w|veux|accepte) (?:pas|plus) ~2 (?:RECEIVEi|recevoir"
        rf"|SENDi|etre) ~3"
        rf"(?:{_ADDRESS}|CONTACT\w|relances?|messages|contacte\w*|sollicite\w*|YOUR|de)",
        r"(?:desinscription|desinscri\w*[rz]|desabonn\w*|unsubscribe|rgpd|gdpr|cnil|droit (?:d "
        r"|de |at )?(?:opposition"
        r"|effacement|oubli|le effacement)|effacement|suppression ~5 (?:donnees|informations?"
        r"|adresse|coordonnees"
        r"|nom)|object to ~5 (?:data|processing))",
        r"(?:STOP|stop|stopp?ez) (?:at |aux |le |les |mail|sms|mails|courriels?|spam)",
        rf"(?:HAVE|WE) (?:y )?(?:HAVE )?(?:pas|never|jamais) (?:~1 )?(?:consenti\w*|(?:donne"
        rf"|communique|autorise) (?:ce |OUR |le )?{_ADDRESS})",
        rf"{_ADDRESS} ~4 (?:prive\w*|personnel\w*|perso) ,? ?~4 (?:DELETE\w|CORRECT\w|retir\w+"
        rf"|STOP\w|supprim\w+)",
        r"(?:interdi\w+|defend\w*|somm\w+) (?:de |formellement |YOU ){0,3}(?:me |m |WE"
        r" )?(?:CONTACTi|ecrire|SENDi|contacter)",
        r"(?:retir\w+|enlev\w+|ray\w+|FAILz|CORRECT[zi]|DELETE[zi]|take|remove) (?:me|moi|WE|m)"
        r" (?:off |from )?~2 (?:de|liste|off"
        r"|YOUR|fichier)",
        r"(?:do pas|pas) (?:contact|email|write)|stop (?:emailing|contacting|writing)",
        r"(?:la )?poste existe|(?:(?<!le )seul|uniquement|exclusivement) ~5 (?:recommande|courrier"
        r"|lrar"
        r"|voie postale"
        r"|la poste)",
        leaves=(
            r"@",
            r"(?:apres|avant|depuis) le MONEY|MONEY ~3 LEAVE\w",
            r"ne ~2 SENDz (?:plus|pas) ~4 (?:PAPER|INVOICE|huissier|duplicata|relance|CONTACT\w)",
            r"(?:remplac\w+|nouvelle adresse|changement d adresse|desormais at|plutot at)",
        ),
    ),
    turn(
        "passez par mon conseil",
        r"(?:avocate?|conseil|LAWYER|solicitors?|lawyers?|attorney|protection juridique) ~8 (?:WE"
        r" represent\w+|represent\w+ WE"
        r"|prend ~2 suite|YOU adresser|SENDz|ecrivez|seul\w* (?:interlocut\w+|contact|habilit\w+))",
        r"(?:represent\w+ (?:par )?:?|adress\w+|SEND[zi]|ecrivez|ecrire|FORWARD[ziN]|passera"
        r"|passer|through|parlez|voyez) ~4 (?:OUR |LAWYER )"
        r"(?:avocate?|conseil|solicitors?|lawyers?|attorneys?|[^ ]+)(?<= (?:avocat|nseils"
        r"|awyers))|(?:represent\w+|adress\w+|SEND[zi]"
        r"|ecrivez|ecrire|FORWARD[zi]|COMEi|passera|passer|parlez|voyez) ~4 (?:OUR (?:avocate?"
        r"|conseil|solicitors?|lawyers?|attorneys?)|LAWYER)"
        r"(?! (?:de|municipal|administration|communautaire|syndical))",
        r"(?:correspondance|communication|courrier|echange)s? ~5 (?:par|through|via|at) (?:OUR"
        r"|maitre|le|solely) ~1"
        r"(?:conseil|avocat\w*|solicitor\w*|lawyer\w*|maitre)",
        leaves=(
            r"(?:si|sinon|YOUR|un) ~3 (?:avocat\w*|conseil|huissier|lawyer)",
            r"(?:redressement|liquidation|sauvegarde|mandataire|liquidateur)",
            r"(?:conseil (?:municipal|d administration|syndical|regional|departemental|general"
            r"|communautaire)"
            r"|conseille\w*)",
            r"(?:plainte|porter|saisi\w*) ~6 avocat|(?:juriste|avocat\w*) ~4 (?:reviendr\w+"
            r"|LOOK\w|regarde\w*|examin\w+)",
        ),
    ),
)


def find_silences(text: str) -> tuple[Finding, ...]:
    """Where no more mail, or another's address for it, is asked for."""
    return find_turns(Intent.OPT_OUT, _SILENT, text)
