"""Insults, humiliation, threats, accusations of theft or harassment meant to stop the claim.

Addressed to the creditor or its people only: hard words about goods, third parties or oneself, a
quoted insult and a friendly swear word are not hostile, nor is the announcement of a lawyer.
The examples: `TAKES` and `LEAVES`.
"""

from dataclasses import replace

from relance_mailer.reading.intents import hostile_english, said_of_others_or_oneself
from relance_mailer.reading.intents.insults import find_insults
from relance_mailer.reading.intents.phrases import (
    Sentence,
    any_of,
    find_by,
    rule,
    says,
    sentences,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Vous n'êtes qu'une bande de voleurs et de menteurs.",
    "Je sais où tu travailles, tu vas le regretter.",
)
LEAVES = (
    "Notre transporteur est un incapable, excusez-nous du retard.",
    "Putain, j'ai encore oublié votre facture, je suis un idiot !",
)

_INSULT = (
    r"(?:escrocs?|voleurs?|voleuses?|menteu(?:rs?|ses?)|charognards?|charognes?|vautours?|rapaces?"
    r"|vampires?|sangsues?|parasites?|racailles?|ordures?|salauds?|salopards?|salopes?|salops?"
    r"|enfoires?|enculee?s?|encules|con[*n]?ards?|con[*n]asses?|connards?"
    r"|connasses?|abrutis?|abruties?"
    r"|cretins?|cretines?|debiles?|imbeciles?|idiote?s?|incapables?|guignols?|clowns?|rigolos?"
    r"|tocards?|bandits?|mafieux|mafia|arnaqueurs?|arnaqueuses?|brigands?|crapules?|truands?"
    r"|larbins?|minables?|merdes?|merdeu(?:x|ses?)|raclures?|pourris?|pourritures?|fumiers?"
    r"|(?<!en )demeures?|nazis?|nazillons?|cassos|bouffons?|bouffonnes?|rates?|clebards?|chiens?"
    r"|chiennes?"
    r"|rats?|porcs?|porcinets?|pourceaux|truies?|vermines?|cloportes?|cafards?|moins que rien"
    r"|bons? a rien|bonnes? a riens?|hyenes?|requins?|racketteurs?|batards?|b[*]tards?|putes?"
    r"|pouffiasses?|petasses?|greluches?|gogols?|mongols?|mongoliens?|tares?|attardes?|degeneres?"
    r"|vermine|fils de pute|enflures?|ploucs?|tartuffes?|voyous?|profiteu(?:rs?|ses?)|malfrats?"
    r"|malhonnetes?|filous?|gangsters?|tricheurs?|cons?\b|c[*]+n?s?|co?n[*]+\w*"
    r"|m[*]+\w*|sous fifres?"
    r"|sous merdes?|trous? du? cul|trouduc\w*|tetes? de (?:con|noeud|cul)|boloss\w*|bolos+"
    r"|trolls?|illettree?s?|feignasses?|bourriques?|sangsue|usuriers?|esclavagistes?|nuisibles?"
    r"|sous hommes?|lie de (?:la|l|votre)|rebuts?)"
)
_MUCH = (
    r"(?:(?:tous|toutes|vraiment|que|qu|bien|quand meme|une?|des|de|d|la|le|les|vrais?|vraie"
    r"|sacree?s?|belle|belles|beaux|gros|grosses?|petits?|petite|simples?|pires?"
    r"|espece|bande|sale|sales"
    r"|pauvres?|boite|ramassis|tas|pas|autre chose|rien|plus|franchement|tout|ou|juste"
    r"|carrement|decidement|non seulement|clairement) ){0,7}"
)
_ELSEWHERE = (
    r"(?:la |les |ma |mon |nos |notre |ces |ce |leur )?(?:poste|banque|banquiers?|assur\w*|urssaf"
    r"|impots|transporteur|livreur|operateur|ancien\w*|logiciel|voisin\w*|concurrent\w*|hebergeur"
    r"|notaire|associe|ex (?:mari|femme))\b"
    r"|je ne (?:dis|pense|crois) pas|j ?ai ete|suis (?:un|une|trop|vraiment|qu|con\b|bete)"
    r"|je ne suis|quel (?:idiot|con|imbecile) je|pas des (?:voleurs|escrocs)|m ?a trait\w|me traite"
    r"|vous (?:n ?)?etes pas (?:un|une|des|le|la)|se sont|c ?est (?:con|bete|merdique)\b|sans etre"
    r"|comme un (?:con|idiot)|on est des|nous sommes des|pour (?:des"
    r"|un) (?:voleurs?|escrocs?)\b(?!.*!!)"
)

_RULES = (
    rule(
        "vous êtes + insulte",
        rf"(?:vous|vs|tu|t|z) ?(?:n ?)?(?:etes|ete|etez|es|est|seriez|serez) {_MUCH}{_INSULT}",
        rf"(?:you|u) (?:are|re|guys are|people are) {_MUCH}(?:a |an |bunch of |all |and "
        r"|nothing but |just |filthy |little |dirty |nasty |greedy |bloody |fucking |lying "
        r"|miserable |sad |horrible |total |complete |utter |absolute )"
        r"{0,6}(?:bull(?:y|ies)|pigs?\b|rats?\b|cowards?|cunts?|pricks?|twats?|wankers?"
        r"|dickheads?|con artists?|thieves|thieving|crooks?|crooked|idiots?|scum\w*|vultures?"
        r"|parasites?|morons?"
        r"|liars?|bastards?|criminals?|scammers?|leech\w*|pathetic|disgusting|vermin|robbers)",
        r"(?:ihr|sie) (?:seid|sind) (?:alle |doch |ein |eine "
        r"|nur ){0,5}(?:betruger|diebe|verbrecher"
        r"|idiot\w*|gauner|arschl\w+)",
        r"(?:son|sois) (?:todos |unos |una ){0,5}(?:ladrones|estafadores|sinverguenzas|idiotas)",
        r"(?<![a-z] )(?<![a-z], )(?:ladrones|estafadores|sinverguenzas)(?= *[!.]*$)",
        r"siete (?:tutti |dei |una |solo ){0,5}(?:ladri|truffatori|delinquenti|idioti|imbroglioni)",
        leaves=(_ELSEWHERE,),
        within_quotes=False,
    ),
    rule(
        "apostrophe",
        r"(?:bande|especes?|tas|ramassis|boite|race|equipe|gang) (?:de "
        r"|d ?)(?:(?:petits?|gros|sales?"
        rf"|pauvres?|vrais?|beaux|grands?) )?{_INSULT}",
        rf"sales? (?:race|{_INSULT})|fils? de p(?:[*]+|ute)|enc[*]+\w*",
        r"(?:gros|grosses?|petits?|petite|pauvres?|sacree?s?|fichus?|belle(?! fille)|vieux"
        r"|vieille) "
        r"(?:con\b|cons\b|conn\w+|vache|types?\b|tache|merde\w*|salope|truie|pute"
        r"|abruti\w*|cretin\w*|fille"
        r"|debile\w*|minable\w*|larbin\w*|ordures?|encul\w+|naze|cloche|(?<!en )demeures?"
        r"|imbecile|idiote?\b)",
        r"(?:ces|cette|ce|les|des) (?:c[*]nne|c[*]n\b|connasse|connard|pouffiasse"
        r"|nazillons?|petasse"
        r"|demeures? dans|charognards? (?:du|de)|vautours (?:du|de)|larbins)",
        r"(?:moi je dis|je (?:le )?repete|j appelle ca des|a des|payer des|payer a des|chez des"
        r"|rien a (?:des|un)) (?:sales |gros )?(?:escrocs?|voleurs?|mafieux"
        r"|arnaqueurs?|vautours?|bandits?)",
        r"(?:you )?(?:thieving|pathetic|bloody|fucking|crooked|greedy|miserable) (?:bastards?|scum"
        r"|idiots?|little (?:outfit|man|people|clerk)|morons?|vultures|crooks|leeches"
        r"|cow|parasites)",
        leaves=(_ELSEWHERE, r"(?:mon|ma) (?:vieux|vieille)", r"quel(?:le)? (?:con|conne)\b"),
        within_quotes=False,
    ),
    rule(
        "insulte seule",
        rf"(?:f ?d ?p\b|ntm\b|vtff\b|{_INSULT} (?:va|que (?:vous|tu)|de (?:comptables?|merde))"
        r"|ta (?:gueule|mere|race)|votre mere\b|vos gueules|fermez? (?:votre gueule"
        r"|ta gueule|la bouche|votre bouche)"
        r"|^\W*fermez? la(?= ?[!.,]|$)|va (?:te|chier|crever|mourir)"
        r"|allez (?:tous )?vous faire|allez en enfer|au diable vous"
        r"|nique\w* (?:ta|vos|votre|sa|bien|toi|vous)|niker (?:ta|vos|votre)|va(?:s)? te faire"
        r"|je (?:vous|t) ?(?:emm\w*|enc\w+|chie|crache|pisse|conchie)|je te (?:emm"
        r"|chi)\w*|j emm?[*]?e?rd\w*"
        r"|j ?encul\w+|vous me (?:saoulez grave|faites (?:vraiment |bien "
        r"|tous )?ch\S*er)|tu me fais ch\S*er"
        r"|vous (?:commencez a )?me (?:cass\w+|bris\w+) les (?:couill\w+|burnes|noix"
        r"|pieds)|me casser les couilles"
        r"|(?:vous pouvez |tu peux )?(?:te|vous) la? ?(?:mettre|mettez|carrer|foutre"
        r"|fourrer) (?:ou je|la ou|au cul|dans le)"
        r"|ou je (?:le )?pense|vous etes des m ?e ?r ?d ?e|qu il(?:s)? creve|crevez"
        r"|que vous crev\w+|vous creverez"
        r"|crever (?:la gueule|comme)|vous mange[rz]? (?:vos|les) (?:morts|dents)"
        r"|bouffe[rz]? (?:vos|ta|votre) )",
        r"(?:fuck (?:you|off|your)|go to hell|piss off|screw you|shove (?:it|your"
        r"|that|this)|up your ar?se"
        r"|bite me|drop dead|kiss my|eat shit|go fuck|son of a bitch|asshole|arsehole)",
        r"(?:verpiss\w*|leck mich|arschloch|fick\w*|vaffanculo|fanculo|stronz[io]"
        r"|hijos? de puta|que os jodan"
        r"|vete a la mierda|cabron\w*)",
        leaves=(r"(?:il|elle|on) (?:vous|m|lui) (?:a|avait) dit", r"merde alors\b"),
        within_quotes=False,
    ),
    rule(
        "menace",
        r"(?:tu|vous|vs|z) (?:vas?|allez|alle[rs]?) (?:le |la |tous |vite |bien "
        r"|amerement |me )?(?:regretter"
        r"|le payer|(?:le )?sentir passer|avoir (?:des|de gros"
        r"|de serieux) (?:problemes|ennuis)|avoir affaire a moi"
        r"|voir ce que|voir de quel|comprendre (?:votre|ta|qui)|pleurer|morfler"
        r"|manger|souffrir|crever|prendre cher)",
        r"vous (?:le )?(?:regretterez|paierez cher|payerez cher)|tu (?:le )?regretteras",
        r"j?e? ?(?:vais|va|vai|viens|viendrai|vien|vas) (?:\w+ )?(?:vous|te|t|la"
        r"|le) (?:(?:re)?trouver|casser|faire (?:passer l envie|regretter"
        r"|bouffer|virer|la peau|avaler|manger|payer)|defoncer|demonter|demolir"
        r"|crever|tuer|exploser|pourrir|buter"
        r"|chercher|attendre|coller (?:mon|une|un)|peter|retrouver|detruire|ecraser"
        r"|eclater|fracasser|fumer)",
        r"jvais (?:te|vous) (?:re)?(?:trouver|casser|defoncer|tuer|pourrir)",
        r"j(?:e )?te retrouve\w*,? (?:toi|ou que tu|meme si|ma (?:grosse|belle)|mon gros)\b"
        r"|continue[rz]? et (?:je|on) (?:te|vous) retrouve"
        r"|je vous retrouve(?:rai)?,? vous et (?:votre|vos)\b",
        r"(?:je|on) (?:sais|sait|connais) (?:ou|bien ou) (?:vous|tu|votre|ta"
        r"|se trouve|habite|elle|il)",
        r"m ?occuper (?:personnellement )?de (?:vous|toi|ton"
        r"|votre) (?:personnellement|cas|matricule|compte|moi)"
        r"|m ?occuper de (?:vous|toi) (?:personnellement|,|moi)"
        r"|occupe(?:rai)? (?:personnellement )?de votre cas",
        r"venir (?:vous (?:chercher|voir|trouver|rendre visite)|te (?:chercher"
        r"|trouver)|regler ca) .{0,40}(?:un par un|moi meme|avec|en personne)",
        r"(?:regler|regle) (?:ca|cela|le compte) (?:moi meme|a ma facon|a ma maniere"
        r"|entre hommes|d homme a homme|en face)",
        r"viens (?:me |nous )?(?:le |la )?(?:dire|demander|chercher|repeter)(?: \w+){0,3} en face",
        r"(?:je )?lache(?:rai|s)? (?:le|les|mon|mes|la) (?:\w+ )?(?:chiens?|malinois"
        r"|molosses?|rott\w*|pitbulls?|berger\w*|doberman\w*)",
        r"(?:avec|prends?|sors|sortir|charge) (?:mon|le|un|ma) (?:fusil|couteau|batte"
        r"|carabine|flingue|calibre|douze|hache|cousins?)",
        r"(?:un coup de|a coups de) (?:fusil|batte|poing|couteau|boule|pelle"
        r"|carabine)|poing dans la|type desespere avec",
        r"(?:gueule|figure|tete|dents|genoux|jambes|machoire) (?:en sang|cassee"
        r"|au carre)|casser? (?:la (?:gueule|figure|tete)|les (?:dents|jambes"
        r"|genoux))",
        r"(?:fais|faites) (?:bien |tres )?(?:gaffe|attention) (?:a toi|a vous"
        r"|a ce que (?:vous|tu)|a vos|a ton|a tes|quand vous sort)",
        r"(?:gare a (?:vous|toi|tes|vos)|prends garde|prenez garde|a bon entendeur"
        r"|tenez vous le pour dit)",
        r"reflech\w+ (?:bien )?avant (?:le prochain|de (?:me|m|nous|re)|d envoyer"
        r"|votre prochain|d ecrire)",
        r"(?:je|j) (?:connais|ai) (?:du monde|des gens|des amis|des copains"
        r"|des relations|des contacts|les bonnes personnes)"
        r"(?=.{0,80}(?:tribunal|impots|police|ailleurs|haut place|prefecture|reflech"
        r"|courrier|faites|pas de phrases|regler|vont|autre))",
        r"connais du monde|sexpli\w+ entre|s expliquer (?:entre hommes|en face"
        r"|d homme)|(?:savez|sais) pas a qui (?:vous avez|tu as|t as) affaire"
        r"|je sais ou sont (?:vos|tes)|(?:que|pas) ca a foutre|(?:ce serait"
        r"|serait) dommage (?:de|qu)(?=.{0,60}(?:soucis|ennuis|probleme|arriv|malheur"
        r"|creer))|(?:vos|tes|ses|deux|trois) enfants? (?:a|vont|sont|frequent)"
        r"|vu (?:votre|ton) (?:profil|maison|adresse)|repart\w* pas avec ses|(?:vos"
        r"|tes|quatre) pneus|(?<!\bje )(?<!\bon )(?:et )?(?:puis )?crevez?\W*$"
        r"|je vous previens une fois"
        r"|je passe vous voir\b(?=.{0,60}(?:expli|regl|compr|hommes))|(?:je"
        r"|on) (?:vous|te|l) ?(?:y )?attends? (?:a la sortie|de pied ferme"
        r"|au tournant|avec|en bas)",
        r"(?:on|je) (?:l|vous|les|te) ?ecrase|(?:faire|commenc\w+ a faire) (?:mes|ses"
        r"|vos|tes) cartons",
        r"(?:votre|ton|tes|vos|sa|son) (?:nom|adresse|photo|coordonnees|numero|profil"
        r"|visage|tete) .{0,60}(?:facebook|reseaux|groupe|internet|twitter|publi"
        r"|affich|page)",
        r"plus personne ne travaille avec vous|vous fa(?:ire|is) (?:virer|fermer"
        r"|couler|licencier)|(?:te|vous) faire virer",
        r"(?:la )?prochaine (?:relance|lettre|fois|mail) .{0,60}(?:debarque|bouffer"
        r"|avaler|descends|viens avec|gueule|fumer|malinois|poing)",
        r"remettez? moi un mail et|(?:bruler|cramer|incendier|foutre le feu"
        r"|mettre le feu|faire sauter) (?:a |vos|votre|la|tout|le )",
        r"(?:i|we) (?:know where you|will (?:find|hunt|make sure every|make you"
        r"|come (?:for|after))|ll (?:find(?! out)|make (?:damn )?sure every|come (?:for"
        r"|after)|make you))"
        r"|watch your back|you will (?:regret|be sorry|pay for this)|you ll (?:regret"
        r"|be sorry|pay for this)"
        r"|break your\b(?! (?:own )?(?:record|streak|rules?|heart))",
        r"j ?espere qu\w* (?:un jour )?vo(?:us|s) (?:\w+ ){0,2}(?:crev\w+|gosses"
        r"|enfants|mourr\w+|cancer|souffr\w+|perdr\w+)",
        r"je vous souhaite (?:tout le malheur|le pire|de crever|un cancer"
        r"|de tout perdre|bien du malheur|la ruine)",
        leaves=(
            r"(?:viens|venons|vient) de (?:le|la|les|vous)",
            r"si (?:je|on) ne (?:vous )?(?:paie|paye|regle)",
            r"vous dites que",
        ),
        within_quotes=False,
    ),
    rule(
        "visite annoncée",
        r"(?:mes|mon|my|nos|our) (?:\w+ ){0,2}(?:cousins?|freres?|potes?|copains?|gars|fils|beaux"
        r" freres|brothers?|mates?|boys|lads|sons?)\b[^.;!?]{0,40}(?:(?:faire|feront|fera|font) un"
        r" (?:petit )?tour (?:de|chez|dans) (?:vos|votre|tes|ton|vous|toi)|rendr\w+ (?:une )?"
        r"(?:petite )?visite|(?:pay|paying) (?:you|your \w+) a (?:little )?visit)",
        needs=(
            r"(?:briquet|essence|allumettes?|batte|barres? de fer)\b",
            r"(?:continue[rz]?|insiste[rz]?|recommence[rz]?|encore (?:un|une)|sinon) ?(?:,|et|mail"
            r"|message|relance|lettre|fois|mes|mon)",
            r"contact (?:me|us) again|write again|or else|another (?:email|letter|message)",
        ),
        leaves=(
            r"(?:visite|tour)\b.{0,60}(?:cheque|argent|payer|regler|deposer|apporter|chercher"
            r"|ramener|rendre (?:la|le|les)|voir (?:la|le|les))",
        ),
        within_quotes=False,
    ),
    rule(
        "accusation",
        r"(?:c ?est|ceci est|cela s appelle|ca s appelle|appelle ca|vous faites"
        r"|c etait) (?:carrement |ni plus ni moins |purement et simplement |que "
        r"|du pur |de l |vraiment ){0,5}"
        r"(?:du )?(?:vol\b|racket|extorsion|harcelement|banditisme|brigandage"
        r"|chantage|l ?arnaque|escroquerie|acharnement)",
        r"(?:vous (?:me|nous|le|la) |arretez de (?:me|nous) |cess\w+ de (?:me|nous) "
        r"|a (?:me|nous) |vous )harcel\w+",
        r"(?:votre|ce|un) (?:harcelement|racket|acharnement|extorsion|chantage|terrorisme)",
        r"(?:honte a vous|vous devriez avoir honte|quelle honte|vous n avez (?:pas"
        r"|aucune) honte|t as pas honte|vous me degoutez|vous etes (?:la|une) honte)",
        r"harcelez (?:des|les|une|un|nous|moi)|(?:this is|it s|pure"
        r"|plain) (?:harassment|theft|extortion|robbery|a racket)",
        r"(?:foutez|fichez|fous|lachez|foute) (?:moi|nous) (?:la paix|le camp"
        r"|la grappe|les baskets|tranquille)",
        r"(?:bande|especes?|ramassis) (?:de |d )(?!(?:distraits?|bras casses"
        r"|relanceur|potes?|copains?|roulement|joyeux|passage))\w+|harceler (?:les"
        r"|des|une|un) |gratte papiers?|(?:releve(?:nt)?|s apparente\w*) (?:du|a du"
        r"|au) (?:harcelement|racket)|votre nom circule|traine(?:rai)? devant"
        r"|restez a votre place|on ne vous a pas appris|mon brave\b|baisser les yeux"
        r"|degage\b|sorci?ere|(?:you people|you lot)\b"
        r"|(?:te|vous) regl\w+ (?:ton|votre) compte\b",
        leaves=(
            r"(?:je ne (?:dis|pense|crois) pas|sans (?:dire|parler)|pas du|ce n ?est pas"
            r"|desole|loin de)",
            r"(?:pardon|excus\w+) de|de vous harceler|me harcele(?:nt)?\b.{0,30}(?:moi"
            r"|banque|fournisseurs)",
        ),
        strength=1,
        within_quotes=False,
    ),
    # Only a hint, and no doubt by itself: it counts where the second opinion is sure (`judgement`).
    rule(
        "mot dur",
        rf"{_INSULT}\b",
        r"(?:en enfer|creve[rz]?|fusil|honte|prendre feu|gosses|raser les murs|racket\w*|minables?"
        r"|harcel\w+|crooks?|idiots?|stupid|scum|leeches|degout\w+|mediocrite|conne?s?)\b"
        r"|ou (?:vous |tu )?(?:habit\w+|viv\w+)",
        leaves=(
            _ELSEWHERE,
            r"(?:votre|vos|mon|ma|notre|nos|un|une|le|la|cette?|ce) (?:\w+ )?(?:sous traitants?"
            r"|prestataires?"
            r"|banques?|banquier|clients?|fournisseurs?|livreurs?|poseurs?|techniciens?"
            r"|transporteurs?|concurrents?|associes?)\b",
        ),
        strength=1,
        within_quotes=False,
    ),
    rule(
        "humiliation",
        r"(?:trouve[rz]?|cherche[rz]?|change[rz]?)(?: vous| toi| de){0,5} (?:un "
        r"|de )?(?:vrai )?(?:metier|boulot|travail|job|taf)",
        r"appren(?:ez|ds) (?:donc |d abord |deja |a ){0,5}(?:lire|ecrire|compter"
        r"|parler|le francais|vivre|votre metier|a lire|a ecrire|a compter)",
        r"retourne[rz]? (?:donc |vite |plutot |toi |vous ){0,5}(?:a l ecole"
        r"|en maternelle|dans (?:ton|votre|ta)|traire|faire|jouer|d ou|a la niche"
        r"|chez (?:toi|vous|ta|ton)|en cours|aux fourneaux|au cp)",
        r"(?:q\.?i|bac) (?:negatif|moins|d huitre|de bulot|d une|a un chiffre)|(?:une"
        r"|deux) cases? (?:en moins|vide)|il (?:vous|te) manque (?:une case"
        r"|un cerveau)|cerveau (?:d|de) (?:huitre|moineau|bulot|poisson|poule)",
        r"finie? a l urine|berce\w* (?:trop pres|contre) (?:le|du) mur|les stagiaires"
        r"|passez moi (?:quelqu un|un (?:homme|adulte|responsable)) (?:qui|de"
        r"|capable)|envoyer un homme",
        r"(?:ma|mon) (?:petite|pauvre|petit|cocotte|grande) (?:dame|fille|chou"
        r"|monsieur|amie?|,)|pauvre (?:fille|type|femme|petite|con\w*|tache)|gamine"
        r"|joli minois|petit(?:e)? (?:chef(?:fe)?|larbin|comptable|scribouillard\w*"
        r"|employe\w*|gratte papier|fonctionnaire|secretaire) (?:de|du|sans|paye|qui)",
        r"je (?:vous|te) conseille un psy\w*|(?:faites|fais|allez) vous (?:soigner"
        r"|suivre|voir par)|va te faire soigner|suivie? par quelqu un|cachetons|asile",
        r"(?:rate|gache) (?:sa|votre|ta) vie|vies? de merde|metier de (?:rat|merde"
        r"|chien|charognard|parasite|con|voleur)|boulot de (?:merde|chien|con)"
        r"|votre (?:minable|miserable|pauvre|triste|petite) (?:vie|existence|personne"
        r"|metier|boulot|salaire)",
        r"(?:vous (?:ne )?savez (?:pas|meme pas|donc pas)|savez pas|sait pas) (?:lire"
        r"|compter|ecrire)(?=.{0,40}(?:ou|voleur|!))|vous etes (?:cons?"
        r"|debiles?|betes?|bouches?|idiots?|stupides?) (?:ou|et|a ce)"
        r"|vous etes c[*]+",
        r"ces gens la|de sa banlieue|dans votre pays|retourner? (?:dans|chez)"
        r"|nom imprononcable|rentrez? (?:donc )?chez (?:elle|toi|eux|vous)"
        r"|mieux de rentrer chez",
        r"(?:que|comme) (?:vous|tu) etes (?:petit|laid|bete|stupide|minable|pitoyable"
        r"|ridicule|pathetique)\w*|vous etes (?:pitoyable|ridicule|pathetique"
        r"|lamentable|minable|grotesque|nul|pourri|malsain)\w*|t es (?:qu un"
        r"|pathetique|ridicule|minable|nul|pitoyable)\w*",
        r"frankly embarrassing|(?:are you|you) (?:people )?(?:thick|stupid"
        r"|illiterate|brain ?dead|retarded)|your incompetence|waste of (?:space"
        r"|oxygen|skin)|your (?:pathetic|miserable|sad) (?:little )?(?:life|job"
        r"|company|emails?)",
        r"plus de dignite que|quemand\w+|sous fifre|vous (?:ne )?servez a rien|tu (?:ne )?sers a"
        r" rien|dans votre genre|(?:honte pour|honte de) la profession"
        r"|mieux employee? ailleurs|mendiante?s?\b",
        r"(?:faut|il faut|faudrait) (?:vraiment |quand meme )?etre (?:un |une "
        r"|vraiment ){0,5}(?:sacree? |beau |belle |gros |fini |vrai ){0,5}(?:con\w*"
        r"|debile|ordure|(?<!en )demeure|abruti\w*|tordu|malade|idiot\w*|bete|salaud|rat\b"
        r"|charogne)",
        leaves=(
            r"(?:je|j) (?:suis|etais|ai)(?: vraiment)? (?:bete|con|nul|ridicule|stupide)",
            r"logiciel|la poste|ma banque|mon metier|(?:je|j) (?:cherche|change)",
        ),
        within_quotes=False,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Hostile words addressed to the creditor; strength 1 is an outburst that a human weighs."""
    found = find_by(Intent.HOSTILE, _RULES, text, leaves=_is_denied) + find_insults(text)
    found = said_of_others_or_oneself.without(found, text)
    found = tuple(hostile_english.as_reported(each, text) for each in found)
    found = _in_jest((*found, *hostile_english.find(text)), text)
    if _is_veiled(text):
        found = (*found, *_veiled(text))
    if any(finding.strength >= 2 for finding in found):
        return found
    if _is_nothing_but_insult(text):
        return (*found, _whole(text))
    return found


_JEST = any_of(
    r"(?:je|j|on) (?:plaisante|rigole|blague|deconne|taquine|vous taquine|vous charrie)"
    r"(?! (?:pas|plus|a (?:peine|moitie)|qu a moitie))\b|c est (?:une (?:simple )?blague|pour rire"
    r"|de l humour|une plaisanterie)|c etait (?:pour rire|une blague|une plaisanterie)",
    r"(?:just|only|i m|i am|we re) (?:just |only )?(?:kidding|joking|pulling your leg|teasing)\b",
)


def _in_jest(found: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """Who says himself that he jests is a human's matter, and no enemy; a threat stays one."""
    if not says(text, _JEST):
        return found
    return tuple(
        each if each.rule in said_of_others_or_oneself.THREATS else replace(each, strength=1)
        for each in found
    )


_DENIED = any_of(
    r"(?:ne|n) (?:me |nous |vous )?(?:dites|dis|pense|pensons|crois|croyons|pretends|suggere)"
    r" (?:pas"
    r"|point|nullement) (?:\w+ ){0,2}(?:que|qu)\b"
)


def _is_denied(sentence: Sentence) -> bool:
    return bool(_DENIED.search(sentence.folded))


_PRIVATE_LIFE = any_of(
    r"(?:vos|tes|votre|ta|ton) (?:enfants?|gosses|gamins?|filles?|fils|petits|femme|mari)"
    r" (?:rentr|sort|jou|march|all|pren|vont|va|dor)\w*",
    r"(?:ecole|creche|college|lycee|maternelle) (?:de |ou )(?:vos|tes|votre|ta|ton|vous|tu|vont"
    r"|va)",
    r"(?:vous|tu) (?:rentr|sort|finiss|termin|habit|gar|cour|promen)\w+ (?:\w+ ){0,6}(?:a pied"
    r"|seule?s?|le soir|la nuit|a \d{1,2} ?h|par le|rue)",
    r"where your (?:kids|children|daughter|son|wife)|your (?:kids|children) (?:walk|play|go)\b",
)
_BELONGINGS = any_of(
    r"(?:votre|ton|ta) (?:\w+ )?(?:clio|twingo|voiture|bagnole|auto|scooter|velo|golf|mini|fiat"
    r"|peugeot|renault|audi|bmw|immeuble|chien|chat|vitrine|camions?)\b"
    r"|your (?:car|house|home|dog|van)\b"
)
_MISHAP = any_of(
    r"serait (?:vraiment |bien |si )?(?:bete|dommage|regrettable|malheureux|triste|idiot|facheux"
    r"|dommageable) (?:que|qu|s|de|d)\b[^.;!?]{0,60}(?:(?:lui|leur|vous|t) arriv|en parler|malheur"
    r"|bricole|brul\w+|cass\w+)",
    r"it would be (?:such )?(?:a (?:shame|pity)|sad|unfortunate) if (?:something|anything|they"
    r"|she)\b",
)
_WARNED = any_of(
    r"(?:y|il) (?:\w+ )?fait (?:tres |bien |vite )?(?:sombre|noir|nuit)\b",
    r"(?:on|l on) s est (?:bien )?compris|me suis (?:bien )?fait comprendre"
    r"|do we understand each other",
    r"(?:serais|si j etais) (?:a )?(?:vous|toi)\b.{0,20}(?:classer|laisser|arreter|oublier|cesser)",
    r"a (?:votre|ta) place,? (?:je |j )(?:classer|arreter|laisser|oublier|cesser|me tair"
    r"|me mefier)",
)
"""What a stranger knows of somebody's evening, beside what might befall it: a threat in gloves."""


def _is_veiled(text: str) -> bool:
    persons = says(text, _PRIVATE_LIFE)
    return (persons and says(text, _WARNED)) or (
        (persons or says(text, _BELONGINGS)) and says(text, _MISHAP)
    )


def _veiled(text: str) -> tuple[Finding, ...]:
    said = (
        each.raw
        for each in sentences(text)
        if _WARNED.search(each.folded) or _MISHAP.search(each.folded)
    )
    return tuple(
        Finding(intent=Intent.HOSTILE, span=each, rule="menace voilée", strength=2) for each in said
    )[:1]


_ALONE = rule(
    "insulte nue",
    r"^(?:\W|ok |oui |d accord\b|merci |allez |bien |mais |vraiment |tous "
    rf"|bandes? de |espece de |va ){{0,5}}{_INSULT}\W*$",
    leaves=(r"merde\W*$",),
)


def _is_nothing_but_insult(text: str) -> bool:
    said = sentences(text)
    words = said[0].folded if len(said) == 1 else ""
    return bool(_ALONE.takes.search(words)) and not (_ALONE.leaves and _ALONE.leaves.search(words))


def _whole(text: str) -> Finding:
    return Finding(intent=Intent.HOSTILE, span=sentences(text)[0].raw, rule=_ALONE.name)
