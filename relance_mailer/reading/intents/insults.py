"""Insults, threats and humiliation as grammar: who is meant decides, not the word alone.

The same words said of oneself, of a third party, of goods, among friends or quoted are none
(`_ELSEWHERE`); `hostile` knows the set phrases.
"""

from relance_mailer.reading.intents.gist import find_turns, turn
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Vous n'êtes qu'un petit roquet de la compta.",
    "Continue à m'écrire et je viens te voir à ton bureau.",
)
LEAVES = (
    "Quelle andouille je fais, j'avais égaré votre papier.",
    "Un de mes clients m'a traité d'escroc.",
)

_INSULT = (
    r"(?:connards?|conn?asses?|con|cons|enc?ule\w*|enkule\w*|salauds?|salopes?|saloperies?|putes?"
    r"|fdp"
    r"|batards?|ordures?|raclures?|crevures?|crevards?|enfoires?|crapules?|charognes?|charognards?"
    r"|vautours?|sangsues?|parasites?|vermines?|racailles?|abrutie?s?|debiles?|imbeciles?|cretins?"
    r"|cretines?|idiote?s?|demeures?|tares?|ducons?|bouffons?|guignols?|clowns?|minables?|nazes?"
    r"|tocards?|escrocs?|voleurs?|voleuses?|arnaqueurs?|bandits?|mafieux|mafia|racketteurs?"
    r"|menteurs?|menteuses?|mythos?|truands?|brigands?|filous?|pourris?|pourritures?|merdeux"
    r"|dechets?|rats?|cafards?|cloportes?|larbins?|sous fifres?|incapables?|nuls|nulles?"
    r"|bons? at rien|cruches?|dindes?|grognasses?|pouffes?|pouffiasses?|megeres?|vieille peau"
    r"|sorcieres?|nazis?|fachos?|collabos?|roquets?|morveux|morveuse|malfrats?|gredins?|fumiers?"
    r"|lie de le humanite|fouines?|ronds de cuir|rond de cuir|lache|laches|rapaces?|hyenes?"
    r"|cancrelats?|scribouillards?|gratte papiers?"
    r"|ripoux?|chacals?|crooks?|thieves|thief|scum|vultures?|bastards?|idiots|morons?|parasites"
    r"|leeches|clowns|jerks?|assholes?|liars?|bloodsuckers?|imposteurs?|manipulateurs?)"
)
_BASE = (
    r"(?:malhonnetes?|repugnante?s?|ignobles?|immondes?|infects?|infectes?|pitoyables?|pathetiques?"
    r"|lamentables?|meprisables?|abjecte?s?|degoutante?s?|ridicules?|minables?|grotesques?|betes?"
    r"|stupides?|illiterate|thick|pathetic|disgusting|despicable|odieux|odieuse|malsain\w*"
    r"|ordurier\w*"
    r"|bouchee?s?|deranges?|cingles?)"
)
_WORSE = (
    r"(?:vraiment |bien |tous |toutes |que |qu |tout |franchement |simplement |un |une |de |des "
    r"|le "
    r"|les |la |sacre\w* |beau |belle |gros\w* |petit\w* |pauvre\w* |sale\w* |vieux |vieille "
    r"|fieffe\w* "
    r"|bande |tas |espece |espece |BE |quand meme |decidement |rien |nothing |but |just |a "
    r"|fini\w* "
    r"|comme |mal |dernier\w* |such |bloody |fucking |thieving |pathetic |greedy )"
)
_ELSEWHERE = (
    r"(?:WE|moi) (?:ne )?(?:BE|WAS|DO[nf]|fais) ~3 (?:con|conne|idiote?|nulle?|bete|debile|imbecile"
    r"|andouille|boulet|cruche|naze|stupide|abrutie?|sourde?)",
    r"(?:quel|quelle) (?:con|conne|idiote?|andouille|imbecile|cruche|boulet|abrutie?) (?:WE|j|que)",
    r"(?:trait\w+|insult\w+|appel\w+|pris\w*|prend|prendre|passer?|passe) ~4 (?:de|pour|comme|d)"
    r" (?:un |une )?~1"
    rf"{_INSULT}",
    rf"(?:OUR|un|le|ce|cette|son|leur|autre) (?:(?:~2 )?(?:client\w*|fournisseur\w*|banque|banquier"
    r"|associe\w*|patron\w*|ex|comptable|locataire|voisin\w*|proprietaire|logiciel|ordinateur"
    r"|facteur"
    r"|poste|syndic|assureur\w*|assurance|transporteur|chien|impots?|etat|sous HANDLEn|plombier"
    rf"|livreur|cambrioleurs?)) ~5 {_INSULT}",
    rf"{_INSULT} ~2 (?:de |a |HAVE |m )?(?:pique|vole|cambriole|devalise|CONTACT\w)",
    rf"YOUR (?:sous HANDLEn|prestataire|transporteur|fournisseur|livreur|poseur) ~4 {_INSULT}",
    r"(?:cambriol\w+|vol de (?:materiel|camion|OUR)|victime\w*|hameconn\w+|phishing|fraude)",
    rf"(?:ne |pas |point )(?:BE |WE BE |dis |~2 )(?:pas |point )?(?:un |de |des )?{_INSULT}",
    r"(?:mon vieux|mon pote|vieille branche|lol|mdr|haha|ptdr|bises|bisous|amicalement|sans rancune"
    r"|je plaisante|blague|clin d)",
    r"(?:ne |pas )(?:me |WE )?(?:CANi|penser|croire|dire|dites|dis|pense|crois|pretends) ~4 que"
    r" YOU",
)

_TURNS = (
    turn(
        "injure à l'adresse du créancier",
        rf"YOU (?:ne |n )?(?:BE|faites|restez|resterez|FORMEZ|sentez)"
        rf" (?:{_WORSE}){{0,6}}(?:{_INSULT}"
        rf"|{_BASE})(?! (?:si|de penser|de WE|en|dans le|at le))",
        rf"(?:z|ts|t) (?:BE|etes|es) (?:{_WORSE}){{0,6}}(?:{_INSULT}|{_BASE})",
        rf"(?:bande|especes?|tas|ramassis|paquet|meute|troupeau|race|nid|belle brochette|gang"
        rf"|clique"
        rf"|equipe) (?:de |d )(?:{_WORSE}){{0,3}}{_INSULT}",
        rf"(?:sales?|gros(?:se)?|pauvres?|petite?s?|vieux|vieille|foutus?|fichus?|sacres?|bloody"
        rf"|fucking"
        rf"|thieving|pathetic|stupid) (?:de |petit\w* |vieil\w* |sale )?{_INSULT}(?! (?:que WE"
        rf"|WE))",
        rf"(?:de |un |le |un\w* )?(?:{_WORSE})?{_INSULT} (?:comme|de) (?:YOU|YOUR)(?! BE pas)",
        rf"{_INSULT} (?:GO|YOU (?:aurez|GO|BE|me|m)|, (?:GO|YOU|WE HAVE|et)|que YOU BE|!)",
        rf"(?:pire|sale|dernier\w*|roi) (?:de le |de |des )?{_INSULT}",
        rf"(?:officine|repaire|maison|boite|bureau|cabinet|entreprise) de {_INSULT}",
        rf"YOUR (?:stagiaire|comptable|secretaire|patron\w*|chef\w*|collegue|service|equipe"
        rf"|assistante?|directeur|directrice|femme) ~1 BE (?:{_WORSE}){{0,3}}(?:{_INSULT}|{_BASE})",
        rf"(?:YOU lot|YOU people|YOU guys) ~4 {_INSULT}",
        r"BE YOU (?:thick|stupid|illiterate|mad)|BE YOU (?:con|cons|debiles?|betes?"
        r"|bouches?)"
        r"|YOU (?:BE )?(?:bouche|bouchee|con|conne|debile|bete|stupide) ou (?:quoi"
        r"|bien|HE)",
        leaves=_ELSEWHERE,
    ),
    turn(
        "injure nue",
        rf"(?<=^ )(?:(?:mais |ah |oh |bonjour |eh |he |tiens |allez |bien |alors |, |quel\w* "
        rf"|{_WORSE}))"
        rf"{{0,4}}{_INSULT} (?:\.|!|,|$|de le|et)",
        rf"(?:{_INSULT} [.!,] ?){{2,4}}",
        r"(?<=^ )GO (?:chier|crever|mourir|au diable|en enfer|YOU (?:DOi|faire)"
        r"(?! (?:rembourser|payer|un))|brul\w+)",
        r"(?<=^ )(?:creve|crevez|degage|degagez|casse toi|cassez YOU)(?! de)",
        r"(?:barr\w+ YOU|ferm\w+ (?:le|YOUR (?:gueule|bouche|bec)))"
        r" (?:un peu|avec|maintenant|bande|debile|de la|!|\.|,|et|YOUR)",
        r"(?:pouvez |CAN )(?:tous )?crever|aille\w* (?:tous )?(?:crever|au diable)",
        r"WE (?:YOU )(?:chie|pisse|crache|emmerd\w*|conchie|maudis|vomis|meprise)|YOU (?:m"
        r" )?emmerd\w+"
        r"(?! pas)",
        r"(?:get lost|piss off|go to hell|sod off|bugger off|screw YOU|fuck\w*)",
        leaves=_ELSEWHERE,
    ),
    turn(
        "menace directe",
        r"(?:continue\w*|encore un|un mail de plus|le prochain\w*|si YOU|recommence\w*|reecri\w+)"
        r" ~9 (?:WE"
        r" ~1)?(?:viens|COMEn|debarque\w*|passe\w*|COMEf|lache\w*|descends) ~2 (?:YOU|avec|dans"
        r"|le chien\w*"
        r"|at YOUR|chez YOU|et)",
        r"WE (?:YOU )?(?:viens|COMEn|debarque|descends|GO (?:COMEi|venir|debarquer|descendre"
        r"|monter)) ~5"
        r"(?:YOU (?:voir(?! avec [.!])|trouver|chercher|casser|expliquer)"
        r"|avec (?:OUR |de |un )?(?:gars|potes"
        r"|amis|freres|cousins|fusil"
        r"|chien|batte|hommes)|avec un (?:barre|batte|fusil|couteau|masse|hache))",
        r"(?:recoi\w+|RECEIVEn|accueill\w+|recevr\w+|RECEIVEf) ~5 (?:fusil|batte|carabine"
        r"|chiens?)|(?:appelle|appeler|ecri\w+) YOUR (?:femme|mari|mere|famille)",
        r"(?:barre de fer|batte de base\w*|coup de (?:poing|fusil|boule|batte)|foutre le feu"
        r"|mettre le feu"
        r"|cramer|incendier|tout casser chez YOU|peter le (?:dents|gueule|genoux)|casser le"
        r" (?:dents|gueule"
        r"|figure|jambes|genoux|bras))",
        r"WE (?:WE |s )?~2 (?:sais|savons|connais\w*) ~2 (?:ou|quelle heure|HE) ~3 (?:YOU|YOUR"
        r"|habit\w+"
        r"|sort\w*|LEAVE\w|BE)(?! (?:HE )?(?:le|YOUR) (?:bureau|siege|facture))",
        r"WE (?:know|know) where YOU|(?:see|wait) what happens|watch YOUR back|YOU (?:will|will"
        r" be|GO) regret",
        r"(?:attention|gaffe|prends garde|prenez garde|mefie\w*) ~4 (?:at YOU|sur le route|at"
        r" YOUR|dans le rue"
        r"|le soir|derriere YOU|en rentrant|en sortant)",
        r"YOUR (?:famille|enfants?|gosses|gamins|femme|mari|maison|voiture|fille|fils|mere) ~12"
        r" (?:sinon"
        r"|attention|regrett\w+|brul\w+|malheur|savent|prudent\w*|reflechi\w*)",
        r"YOU HAVE (?:un )?(?:famille|enfants|gosses) ~6 (?:\?|hein|non)",
        r"(?:attend\w*|WAITn) ~3 (?:at|devant) (?:le sortie|YOUR (?:bureau|porte|bureaux"
        r"|domicile))",
        r"(?:reflechis|reflechissez) (?:y )?(?:bien|at deux fois|avant)",
        r"YOU (?:GO|vas) (?:le |me |amerement |tous |bien )*(?:regretter|sentir passer|payer cher"
        r"|comprendre"
        r"|pleurer|morfler|souffrir|avoir mal)",
        r"(?:pourrir|afficher|balancer|exposer|lyncher|griller|demolir) ~4 (?:reseaux|facebook"
        r"|twitter"
        r"|instagram|linkedin|tiktok|google|internet|presse|ville|region|profession)(?=.* (?:nom"
        r"|photo"
        r"|tete|visage|adresse|HE|YOUR) )",
        r"(?:on|WE) (?:se|s) (?:croisera|retrouvera|reverra|recroisera|expliqu\w+) (?:, |\."
        r" )?(?:le (?:ville|"
        r"monde|village)|entre|en face|dehors|un jour|bient\w+|YOU)",
        r"(?:lach\w+|sort\w*) ~2 (?:chiens?|malinois|rottweiler|pitbull|fusil|carabine)",
        r"(?:YOU (?:creveras|creverez|mourrez)|esper\w+ ~8 (?:crev\w+|coul\w+ et YOU|mour\w+"
        r"|cancer|ruine))",
        leaves=(
            r"(?:si|dans) (?:YOU|WE) ne ~2 PAY\w ~4 pas",
            r"COME[npf] (?:YOU )?(?:PAYi|deposer|SENDi|regler|apporter)",
            r"(?:avec|et) (?:OUR |le |un |YOUR |tout le )?(?:cheque|MONEY|chequier|INVOICE|PAPER"
            r"|sous)",
            r"ne (?:sais|savons) (?:plus|pas)",
        ),
    ),
    turn(
        "mépris de la personne",
        r"(?:YOU|HE) (?:avez|HAVE|etes|BE) ~3 (?:qi|quotient|niveau intellectuel|cerveau"
        r"|intelligence) ~2"
        r"(?:d|de|at|inferieur|negatif|proche|pas)",
        r"(?:si )(?:toutefois |seulement |encore |au moins )?YOU (?:savez|sais|CAN|saviez) ~2"
        r" (?:lire|compter"
        r"|ecrire)",
        r"YOU (?:ne )?(?:savez|sais) (?:ni|pas|meme pas|donc pas) ~1 (?:lire|compter|ecrire|lire)",
        r"(?:trouv\w+|FIND\w|cherch\w+|LOOK\w|change[rz]?|REPAIR\w|appren\w+) (?!son |leur "
        r"|OUR )~4 (?:vrai |autre"
        r" )?(?:metier"
        r"|boulot|taf|emploi honnete)",
        r"(?:berc\w+|fini\w*) (?:YOU )?~3 (?:trop |contre |au |at )~2 (?:pres|mur|radiateur|urine"
        r"|pisse)",
        r"(?:OUR|ma|mon) (?:petite?|pauvre|bonne|brave) (?:dame|fille|monsieur|ami|amie|madame"
        r"|garcon|type"
        r"|,|\.|!|$)",
        r"pauvre\w* (?:type|fille|femme|monsieur|dame|petite?|mec|tache|gars|cloche|madame) (?:\."
        r"|!|,|que|$|de)",
        r"(?:vu )?YOUR (?:niveau (?:d |de )?(?:orthographe|intellectuel|comprehension|intelligence)"
        r"|betise|connerie|mediocrite|incompetence crasse|petitesse|minable|pauvre|miserable"
        r"|triste|petite"
        r" (?:vie|existence|personne))",
        r"(?:derniere?|premiere?) de(?:s)? (?:le )?(?:imbeciles?|idiots?|idiotes?|cons|cretins?"
        r"|nulles?|debiles?)",
        r"(?:mis|mise|mettre) au monde ~4|YOUR mere ~6 (?:fiere|honte)|honte (?:at|pour) YOUR"
        r" (?:mere|famille"
        r"|parents|enfants)",
        r"(?:aboie\w*|jappe\w*|bave\w*) ~3 (?:derriere|sur|devant)|cases? (?:en moins|vide)",
        r"(?:chien|singe|enfant de (?:cinq|cp|NUM)|poisson rouge|hamster|ane|mule|gamin\w*"
        r"|stagiaire) ~4"
        r"(?:compt\w+|comprend\w+|lir\w+|ferait|saurait) ~3 (?:mieux|que YOU|plus)",
        r"(?:finiss\w+|termin\w+|echou\w+|fini) (?:dans|comme|au) (?:le )?(?:recouvrement"
        r"|relance\w*|standard)",
        r"(?:argent|MONEY) vole (?:at|aux) (?:le )?(?:pauvres|gens|honnetes)",
        r"(?:confie|laisse|donne) ~4 (?:at |de )(?:de |des )?(?:demeures|incapables|idiots"
        r"|debiles|stagiaires"
        r"|analphabetes|abrutis|imbeciles|branquignols|guignols)",
        leaves=(*_ELSEWHERE, r"WE (?:ne )?(?:sais|savons) ~2 (?:lire|compter)"),
    ),
    # Only hints: an accusation may be a ground that a human should examine.
    turn(
        "mot dur",
        rf"(?:{_INSULT}|merde|racket|harcelement|extorsion|vol|arnaque|escroquerie|honte|foutre"
        rf"|gueule)",
        leaves=_ELSEWHERE,
        strength=1,
    ),
    turn(
        "accusation",
        r"(?:c|ce|HE|this) BE (?:du |de |que |carrement |ni plus ni moins )*(?:vol|racket|arnaque"
        r"|harcelement|harassment|extorsion|extortion)",
        leaves=(*_ELSEWHERE, r"vol (?:de|du) (?:materiel|OUR)|merde (?:,|alors|WE)"),
        strength=1,
    ),
)


def find_insults(text: str) -> tuple[Finding, ...]:
    """Insult, threat and contempt aimed at the creditor or its people."""
    return find_turns(Intent.HOSTILE, _TURNS, text)
