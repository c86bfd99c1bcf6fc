"""What people say around a flat refusal and that is no ground: defiance, farewell, mockery,"
" finality.

Each row is a turn of phrase over folded words (`phrases.fold`); what remains of a sentence when all
are taken out must be one of `GLUE`. No negation stands among these, nor a word for goods, work,
prices, papers or other people: a ground can hardly be told in what is left.
"""

import re

from relance_mailer.reading.compiled_later import compiled_later
from relance_mailer.reading.gates import Gated


def whole(*turns: str) -> re.Pattern[str]:
    """One pattern out of several, each beginning and ending with a word."""
    return compiled_later(r"\b(?:" + "|".join(turns) + r")(?!\w)")


def looked_up(*turns: str) -> Gated:
    """As `whole`, for what most texts hold nothing of: one look tells."""
    return Gated("|".join(turns), before=r"\b", after=r"(?!\w)")


LETTER = (
    r"(?:lettres?|courriers?|mails?|e ?mails?|messages?|relances?|rappels?|prose|menaces?|appels?"
    r"|mises? en demeure|recommandes?|papiers?|sommations?|ecrits?|demandes?|missives?|sms"
    r"|litanies?|phrases)"
)
CLAIM = (
    r"(?: (?:a|aux?) (?:vos|votre|cette|ces|ce) (?:(?:relances?|mises? en demeure|factures?"
    rf"|rappels?|reclamations?)(?: de (?:paiement|reglement))?|{LETTER} de (?:paiement|reglement)))"
)
"""What is surely ours to claim: an offer, too, may be given no follow-up."""
MISLEADS = (
    r"question (?:de|d|que|qu) ?(?:je |nous |on )?(?:ne|n)\b|vous (?:dites|ecrivez|pretendez"
    r"|affirmez|racontez|soutenez) (?:que|qu)\b",
    rf"(?:donner(?:ai|ons|a)? (?:pas|aucune)(?: de)?|pas donner) suite\b(?!{CLAIM})",
    r"contre (?:le |ce |tout )?(?:virement|versement)|(?:envoi|envoy|enverr)\w* (?:rien|que dalle)"
    r"|poisson d avril|s il (?:vous|te) plait.{0,30}pas d(?:e|) ?(?:huissier|tribunal|proces)",
    r"(?:tribunal|tribunaux|juges?|huissiers?|avocats?|justice|proces)\W{1,3}(?:c est )?"
    r"(?:non|jamais(?: de la vie)?)\W*$",
    r"(?:compagnie|syndicat|federation|mutuelle|assurance|syndic) (?:ne|n|refuse|a refuse)\b",
    r"(?:sur|par) (?:l )?(?:ordre|instruction|decision|ordonnance)s? (?:du|de la|de l|d un|d une|de"
    r" mon|de notre|de) ?(?:tribun|juge|justice|huissier|mandataire|liquidateur|administrateur"
    r"|procureur|avocat|notaire|police|fisc)\w*",
    r"(?:ni|pas) (?:meme |pour )?(?:demain|apres demain|ce mois"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|cette (?:semaine|annee)|(?:la|le|l)"
    r" ?(?:mois|semaine|an|annee) prochaine?|(?:dans|sous) \w+ (?:jours?|mois|semaines?)|en"
    r" (?:janv|fev|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|20\d\d)\w*|a (?:noel|paques))\b"
    r"(?!.{0,60}(?:jamais|plus tard|dans (?:\w+ ){1,2}ans|ni sous (?:cent|mille)|ni demain\W*$))",
)
"""What makes a refusal another's, a joke, one to a court or an offer, or but a postponement."""
_COUNT = r"(?:\d{1,2}|deux|trois|quatre|cinq|six|sept|huit|dix|cent|mille|nombreu\w+|multiples)"
_KIND = (
    r"(?:beaux?|belles?|jolie?s?|gentille?s?|charmante?s?|derni\w+|premi\w+|nouve\w+|enieme"
    r"|aimables?"
    r"|ultime|successi\w+|petite?s?|deuxieme|troisieme|quatrieme|incessante?s?|recommandee?s?"
    r"|different\w+|simple)"
)
LETTERS = (
    rf"(?:(?:vos|votre|ton|tes|ces|cette|ce|cet|les|la|le|des|une?) )?(?:{_COUNT} )?(?:{_KIND}"
    rf" ){{0,2}}"
    rf"{LETTER}(?: {_KIND})?(?: (?:de paiement|de reglement|de votre part)\b)?"
    r"(?: du \d{1,2}(?:er)? [a-z]{3,9}\b(?: 20\d\d)?)?"
)
"""Our letters, however many and however fair."""
_SUIT = (
    r"(?:tribun\w+|juges?|huissiers?|avocats?|juridictions?|commissaires? de justice|justice|proces"
    r"|procedures?|contentieux|recouvrement|plainte|assignation|fanfare|armee|cavalerie|gendarmes?)"
)
_YOU_WILL = (
    r"(?:bon )?(?:il )?(?:vous |te )?(?:le )?(?:voulez|voudrez|semble(?:ra)?|plaira|plait"
    r"|souhait\w+|entend\w+|jug\w+ (?:bon|utile|necessaire)"
    r"|(?:estim|croi|croy|pens)\w+ (?:devoir(?: faire)?|utile|necessaire|bon)"
    r"|av(?:ez|iez) (?:a faire|envie)|devez(?: faire)?|preferez|chante(?:ra)?|amuse\w*|faut|veux)"
)
_BODY_NOUN = (
    r"(?:societe|association|cabinet|etude|direction|gerance|comite|conseil|bureau|entreprise"
    r"|club|foyer|maison|assemblee|ag|sarl|sas|sci|cooperative|fondation|boite"
    r"|gerante?|presidente?|directeur|directrice|patronne?|groupe)"
)
BODY = (
    rf"(?:la|le|l|notre|ma|mon) {_BODY_NOUN}(?: (?:d administration|generale?|de (?:l |notre |la )?"
    r"(?:association|direction|societe|club)|directeur|de surveillance|des associes))?"
)
"""The house that somebody writes for."""

_NEVER_DAY = (
    r"(?:quand (?:les poules auront des dents|les cochons voleront|il neigera (?:au|en|a) \w+"
    r"|l enfer gelera|les vaches voleront)|a la (?:saint|st) ?glin ?glin|aux calendes(?: grecques)?"
    r"|la semaine des quatre jeudis|dans une autre vie|le 30 fevrier|le 31 fevrier"
    r"|a paques ou a la trinite|quand (?:vous verrez )?les poules)"
)
NEVER_DAY = whole(_NEVER_DAY)
"""A day that never comes."""

_TIME = (
    r"(?:(?:pas |plus )?(?:maintenant|aujourd ?hui|demain|hier|plus tard|apres demain"
    r"|ulterieurement"
    r"|jamais|ce mois(?: ci)?|cette (?:annee|semaine)|l an(?:nee)? prochaine?|le mois prochain"
    r"|le mois prochain|la semaine prochaine|(?:dans|sous) (?:\d{1,3}|une?|dix|vingt|cent|mille|six"
    r"|huit|trois|quinze|cinq|deux)"
    r" (?:ans?|mois|jours|siecles?|annees?|semaines?)|dans une autre vie|l annee prochaine"
    r"|a noel|a paques|en 20\d\d|un (?:autre|jour)|une autre|apres|a la (?:saint|st) ?glin ?glin"
    r"|en [a-z]{3,9}|cent|mille|dix))"
)
_FAR = (
    r"(?:plus tard|ulterieurement|jamais|(?:dans|sous) (?:\w+ ){1,2}(?:ans|siecles?|annees)"
    r"|dans une autre vie|un autre|une autre|apres|a la (?:saint|st) ?glin ?glin|cent|mille"
    r"|un jour)"
)
NEITHER = whole(
    rf"(?:ni {_TIME}\W{{1,3}}(?:et )?){{1,4}}ni (?:meme )?{_FAR}\b",
    rf"(?:pas {_TIME}\W{{1,3}}(?:et )?){{1,3}}(?:pas {_FAR}|jamais)\b",
    r"ni (?:en une fois|en plusieurs fois|aux uns|a vous)\W{1,3}(?:ni \w+ \w+\W{1,3}){0,2}"
    r"ni (?:jamais|a personne|autrement)",
    r"ni \d{1,5}\W{1,3}ni \d{1,5}\W{1,3}ni rien",
    r"ni (?:cette facture|celle ci|celle la|l une|celle ci)\W{1,3}ni (?:aux? |a )?(?:les suivantes"
    r"|les autres|l autre|prochaines|suivantes|une autre)",
    r"(?:ni )?a (?:vous|votre \w+)\W{1,3}(?:ni a votre \w+\W{1,3})?ni a (?:personne|qui que ce"
    r" soit)",
    r"ni a vous\W{1,3}ni (?:au (?:tribunal|juge)|a (?:un|votre|l) ?(?:huissier|avocat))",
    r"ni cette fois\W{1,3}ni (?:une autre|jamais|plus tard|les suivantes|la (?:prochaine"
    r"|suivante))",
    r"ni ce mois ci\W{1,3}ni (?:le suivant|l autre|un autre)\W{1,3}ni jamais",
    r"ni a noel\W{1,3}ni a paques\W{1,3}ni a la trinite",
    r"ni sous (?:\w+ ){1,2}(?:jours|mois|ans)\W{1,3}ni sous (?:cent|mille)(?: (?:jours|mois|ans))?",
    r"ni (?:a )?(?:celle ci|celle la)\W{1,3}ni (?:aux?|a) (?:prochaines?|suivantes?|autres)",
    r"ni (?:de pres ni de loin|peu ni prou|en partie ni en totalite)",
)
"""Several times that all are refused: never."""

_EXPLAIN = (
    r"(?:expliqu\w+|justifi\w+|explications?|justifications?|raisons?|motifs?|comptes?|motiv\w+"
    r"|arguments?|commentaires?|discussion|discut\w+|debat\w*)"
)
SAYINGS = whole(
    # What we may do, and that it is all one to the writer.
    rf"(?:vous )?(?:faites|ferez|fais|agissez|agirez|procedez)(?: donc| alors)?"
    rf" (?:ce que|comme|ce qui|ce qu) {_YOU_WILL}",
    rf"(?:a |chez )?(?:qui|ou|quand|comme|ce que|autant que|tant que|celui que|aupres de qui"
    rf"|autant de \w+ que|(?:tous|toutes) les \w+ que|(?:la|le) (?:juge|procedure|tribunal"
    rf"|juridiction) que|autant de fois que) {_YOU_WILL}",
    r"(?:tous|toutes) les (?:jours|matins|soirs|semaines|mois|quinze jours|huit jours|lundis"
    r"|heures)",
    r"si (?:ca|cela) (?:vous|te) (?:chante|amuse|plait|dit|fait plaisir|occupe|arrange|tente"
    r"|soulage)",
    r"si le c(?:oe|o)ur vous en dit|si (?:bon )?vous (?:le |l )?(?:voulez|souhaitez|semble|jugez"
    r"|estimez)"
    r"(?: (?:utile|necessaire|bon))?(?: (?:votre argent|aller (?:devant|au|voir)))?"
    r"|(?:si|s il) vous (?:avez envie|plait|faut)",
    rf"(?:(?:nous|moi|me) )?(?:l )?(?:devant|au|aux|par|chez|a|un|une|le|la|les|l|votre|vos|la voie"
    rf" de"
    rf"|le|par voie de|d|de|en|du|contre) (?:l |le |la |les |un |votre |vos )?{_SUIT}"
    r"(?: (?:de votre choix|competente?|judiciaire|commercial|entiere?|de commerce|en rouge))?",
    r"de votre choix|qui de droit|libre de (?:votre|la) (?:suite|choix)|en user|quelle que soit"
    r" (?:la|votre) (?:procedure|suite)(?: que vous (?:engag|chois|intent)\w+)?",
    r"quoi (?:que|qu)(?: \w+)? (?:vous )?(?:fassiez|ecriviez|disiez|arrive|envoyiez)",
    r"il vous (?:appartient|est loisible|est possible|reste)(?: (?:de|d|a))?",
    r"vous (?:pouvez|pourrez|avez beau|avez le droit)(?: (?:toujours|bien|donc|tout de suite"
    r"|aussi))?"
    r"(?: (?:me |m |nous |le |la |l |les |y )?(?:de )?(?:courir|rever|attendre|vous brosser"
    r"|insister"
    r"|relancer|ecrire|appeler|rappeler|essayer|crier|hurler|menacer|envoyer|saisir|aller|passer"
    r"|adresser|encadrer|garder|ranger|classer|mandater|poursuivre|assigner|continuer|transmettre"
    r"|attaquer|engager|porter|harceler|bombarder|supplier|refaire le tour|dormir)\b)?",
    r"(?:relancez|relance|ecrivez|ecris|insistez|menacez|hurlez|criez|appelez|saisissez|envoyez"
    r"|envoie"
    r"|mandatez|assignez|poursuivez|engagez|portez|allez|attaquez|lancez|transmettez|saisir|prenez"
    r"|classez|rangez|encadrez|adressez|deposez|mettez|choisissez|dites|ajoutez|continuez)"
    r"(?: (?:y|moi|nous|le|la|les|donc|ca|cela|meme|bien|tout de suite|toujours))?"
    r"(?: (?:une |la |toutes les |les |un |votre )?(?:plainte|procedures?|proces))?\b",
    r"(?:le|ce|votre|l|mon|cette|notre) (?:dossier|affaire|echange|sujet|discussion|conversation)",
    r"(?:vous |tu )?(?:perd(?:ez|s)|(?:ne )?(?:me |vous )?(?:faites|fatiguez) (?:plus )?perdre)"
    r" (?:votre|ton|mon) temps(?: et (?:le mien|moi le mien|votre \w+))?(?: avec moi| avec nous)?",
    r"ne vous fatiguez pas|ne vous donnez (?:pas )?(?:plus )?(?:cette|la) peine|epargnez (?:moi"
    r"|nous"
    r"|vous)|economisez|(?:vos|votre) (?:timbres?|encre|salive|temps|peine|energie|forces?"
    r"|souffle)",
    r"(?:arrete[zr]?|cesse[zr]?)(?: (?:donc|maintenant))?(?: (?:de|d|vos))? (?:rever|insister"
    r"|perdre|m ecrire|me relancer|m appeler|nous ecrire|nous relancer|ecrire|relancer|appeler)?",
    r"debrouille[zr]? (?:vous|toi)|a vous de (?:voir|jouer|decider|choisir)|grand bien vous fasse"
    r"|(?:j |nous )?assum(?:e|ons)(?: (?:tout|pleinement|entierement))?(?: (?:les|toutes les)"
    r" consequences)?|tant pis(?: pour (?:vous|moi|nous))?|laissez tomber|on (?:se )?(?:verra"
    r"|se voit)(?: bien)?",
    r"(?:je |nous |on )?(?:n |ne )?(?:ai|avons|a) (?:pas|aucune|meme pas) (?:la moindre )?peur(?:"
    r" de| du"
    r"| des)?|(?:ca|cela) (?:ne )?(?:m|nous) (?:empeche\w*|impressionne\w*|fai\w+|emp)"
    r" (?:pas|ni chaud ni froid)(?: de dormir| peur| rire)?|(?:ca|cela) (?:m|nous) est (?:bien"
    r" )?egal",
    r"(?:je |nous |on )?(?:m en|s en|nous en|en ai|en avons) (?:moqu|fich|fou|contrefich|balanc|tap"
    r"|rien a (?:faire|cirer|secouer|battre|fiche))\w*(?: (?:pas mal|completement|totalement))?"
    rf"(?: de (?:vos \w+|{LETTERS})(?:, de vos \w+){{0,3}}(?: et de vos (?:\w+ )?\w+)?)?",
    rf"(?<!\ba )(?<!\best )(?<!\bavec )(?<!\bchez )(?<!\bpar )(?<!\bvoir ){BODY}"
    rf"(?: (?:de|du|des) (?:la |l |notre |ma )?{_BODY_NOUN})?(?=(?: s est| s etait)?\s*(?:§|,|"
    rf" reuni| a decide| a resolu"
    r"| a vote| a tranche| a l unanimite| et\b))",
    r"(?:hier|demain|aujourd hui)(?=\s+¤)|il a ete(?=\s*[,§])|(?:se|s) (?:est|sont)(?=\s*§)|au "
    r"(?:bureau|magasin)"
    r"|du tout|tout court|(?:ecrire|expliquer|dire|demander) pourquoi",
    r"(?:portez|deposez|engagez|lancez|faites|intentez|porter|engager|deposer) (?:donc |moi )?"
    r"(?:une |la |toutes les"
    rf" |les |un |votre )?(?:plainte|procedures?|proces)(?: que {_YOU_WILL})?",
    rf"(?:et )?(?:a|avec) (?:vos|votre) {LETTER}|avec (?:plaisir|attention|le sourire|interet)"
    r"|(?:je |nous )?(?:les? |l )?(?:ai |avons )?(?:bien )?lis|au moins|moi aussi j insiste|j"
    r" insiste",
    r"(?:si vous voulez (?:votre argent )?)?(?:allez|aller) le chercher(?= (?:au|devant) "
    r"(?:tribunal|le juge|juge))"
    r"|a laquelle",
    r"(?:je |nous |on )?(?:n |ne )?(?:ai |avons |a )?(?:plus|pas|aucune) envie (?:de |d )(?:en )?"
    r"(?:parler"
    r"|discuter|expliquer|debattre|entendre parler)|(?:j |je |nous )?n (?:ai|avons) pas l intention"
    r" d en (?:parler|discuter)(?: davantage)?|je ne vois pas l interet d en discuter"
    r"(?: davantage)?|n entr\w+ (?:pas )?dans (?:aucune|une) (?:discussion|explication)",
    rf"{LETTERS}? ?sont (?:bien |tres |fort |joliment )*(?:tournee?s|ecrite?s|redigee?s|jolie?s"
    rf"|polie?s"
    r"|charmante?s)|(?:fort |tres |bien )+(?:tournee?s?|ecrite?s?|redigee?s?)",
    r"(?:j |jen |nous n )?(?:en? ?)?(?:ai|avons) rien a (?:faire|cirer|secouer|battre|fiche)|cest"
    r" tout|c tt"
    r"|c tout|c mort|qd meme|fin de la discution",
    r"j ai dit que je ne (?:payais|paierais|paierai|payerai) pas|j ai (?:deja )?dit non(?: (?:au"
    r" telephone|a (?:votre|vos) collegues?))*",
    r"(?:pour|de) (?=(?:en discuter|insister|appeler|ecrire|relancer)\b)|pour ne pas vous faire"
    r" perdre (?:votre|de) temps|je prefere vous le dire(?: (?:simplement|franchement|tout de"
    r" suite))?"
    r"|que j apprecie|(?:pour|de) votre (?:courtoisie|politesse|patience|gentillesse|ton)",
    r"(?:on est|nous sommes) (?:\w+ )?(?:associes )?(?:et )?(?:on est |nous sommes )?tous (?:les )?"
    r"(?:(?:deux|trois|quatre) )?d accord",
    r"comme j avais lu les (?:deux|trois|quatre)? ?autres|on m a (?:demande|charge) de vous"
    r" repondre",
    r"(?:il n y en a|n y en a) pas(?: a (?:vous )?donner)?|(?:pas|aucune) (?:d )?explications? a "
    r"(?:vous )?"
    r"(?:donner|fournir)|(?:pour )?obtenir (?:une autre reponse|autre chose)",
    r"(?:je |nous |et )*vous (?:laiss\w+|remerci\w+)(?: (?:libres?|de|pour) (?:de )?(?:votre|la)"
    r" (?:suite|courtoisie|politesse|patience|comprehension|gentillesse))?",
    r"c est (?:ouvert|vote(?:, c est signe)?(?:, c est range)?|plie|non)|comme nous avons classe"
    r" le notre"
    r"|voyez (?:la|cela|y) (?:comme )?une constante|dans les mauvais payeurs|rayez la dette",
    r"combien de fois (?:faut|faudra|dois) (?:il |je )?(?:vous )?le (?:dire|repeter)(?: \?)?"
    r"|(?:votre|la|cette) facture \?|pourquoi \? (?=c est|parce que c est comme ca)",
    rf"(?:et |mais )*(?:plus un seul {LETTER}|(?:rayez|effacez|supprimez|retirez) (?:mon|cette"
    rf"|notre) adresse"
    r"(?: (?:electronique|mail|personnelle))?(?: de (?:vos|votre) (?:fichiers?|envois|listes?"
    r"|bases?|logiciels?))?"
    r"|je ne (?:souhaite|veux) plus (?:rien )?(?:en )?recevoir(?: (?:aucun|de|vos))?(?: de chez"
    r" vous| de vous)?"
    r"|je n en veux plus(?: aucun)?|de chez vous)",
    r"(?:l |et l )?accroch\w+ (?:dans|a|au) (?:\w+ )?\w+|c est le seul usage qu(?:e vous en aurez|"
    r" elle aura)"
    r"|puisqu il faut vous le (?:mettre|dire|redire)|qu a la (?:premiere|derniere)|jusqu a (?:noel"
    r"|perpete"
    r"|la (?:saint|st) ?glin ?glin|demain matin|plus soif)|(?:j ai |j |et )+(?:bien )?ri\b|n o n"
    r"|passez"
    r"|je vous embrasse|pour (?:la note|ce qui est de l argent|ce qui est de la note)|pas envie(?!"
    r" d)"
    r"|(?:pas|aucune) (?:d )?explications?(?! (?:sur|de|du))|payer \?|moi \?|(?:est ce|c est) "
    r"(?:assez )?clair \?"
    r"|on (?:va gagner|gagne(?:ra)?) du temps(?: tous les deux)?|et puis(?= )|(?:vous )?(?:n )?avez"
    r" (?:pas|bien|mal)"
    r" (?:compris|lu|entendu)(?: je crois)?|(?:dire|dites) a votre (?:patron|chef|direction"
    r"|directeur|patronne) que"
    r"|(?:deja )?(?:dit|ecrit|repete) (?:dix|cent|mille|deux|trois|quatre|\d+) fois|trouvez vous"
    r" une autre occupation"
    r"|je persiste et je signe|(?:en )?tirer les consequences|je vous laisse(?: en)?|ce vote est"
    r" definitif|ne perdez"
    r" pas|voila ce que vous aurez de moi|tient en (?:un|deux|trois|peu de|quelques) mots?|tous les"
    r" (?:deux|trois)",
    rf"que {_YOU_WILL}|c est tout (?:vu|reflechi)|(?:peuvent|peut) s empiler|(?:ma|la|notre)"
    rf" reponse(?= tient en)"
    r"|(?:j ai|nous avons) (?:tout )?lu|ne sera pas motivee?|motiver (?:ma|notre|cette) decision"
    rf"|traine[zr] (?:moi|nous)|(?:devant )?tou(?:s|tes) les {_SUIT}(?: du (?:pays|monde)| de"
    rf" france)?"
    r"|(?:je )?(?:vous )?l ai deja|toute nouvelle demarche(?: de votre part)? restera sans effet|je"
    r" vous sais gre du ton"
    r"|d autres? explications?|ce refus est (?:definitif|irrevocable|ferme)(?: et)?|(?:du|le) lundi"
    r"(?= ,|$)",
    r"(?:(?:je|nous|on|et) )+(?:ne |n )?(?:en )?(?:sign|bouger|ced|fourni|discut|parl|ouvri|li"
    r"|plier|"
    r"negoci)\w*(?:ai|ons|a) (?:rien|pas|plus|jamais|aucun\w*)",
    r"meme (?:si|quand) vous (?:m |me |nous )?(?:envoyez|ecrivez|relancez|saisissez|insistez"
    r"|appelez"
    r"|poursuivez)|c est mon (?:droit|affaire|probleme)|(?:il )?faut pas (?:rever|insister|esperer)"
    r"|jusqu (?:au bout(?: du monde)?|a la fin des temps)|(?:revenir )?a la charge|ce sera encore"
    r" non",
    r"(?:je )?(?:vous )?(?:l ai dit|le repete)|(?:le|la|votre|un) (?:juge|huissier|tribunal|avocat)"
    r" non plus"
    r"|(?:cette|notre|ma) decision ne sera pas (?:revue|rediscutee|motivee|modifiee)|arretez avec"
    r"|n ai pas l intention de (?:vous )?(?:expliquer pourquoi|m expliquer|me justifier)"
    r"|(?:me|nous) poursuivre|ne (?:vous )?fourni\w+ aucune (?:justification|explication)|nous"
    r" avons examine",
    # That no reason is given.
    rf"(?:je |j |nous |on |il |elle )?(?:n |ne )?(?:vous )?(?:l )?(?:y |en )?(?:ai|avons|a|aurai"
    rf"|aurons"
    rf"|dois|devons|donne|donnerai|donnerons|donnera|fournirai|fournirons|fournis|souhait\w+|veux"
    rf"|voulons|compte|entend\w*|vais|allons|cherch\w*|tiens|desire)"
    rf" (?:pas |aucune?s? |nulle |nullement |point |plus |ni )(?:besoin )?(?:de |d |a |envie de "
    rf"|envie d )?"
    rf"(?:(?:vous |me |m |nous |s |se |la |l |les |en |y |donner |fournir |rendre |entrer |dans "
    rf"|une |"
    rf"aucune |autres? |la moindre |moindre |raison ni |explication ni |de |d )){{0,5}}{_EXPLAIN}"
    rf"(?! (?:de|pour) (?:payer|regler))"
    rf"(?: (?:complementaires?|particulieres?|supplementaires?))?"
    rf"(?: (?:a|de) (?:vous |lui )?(?:donner|fournir|rendre|apporter|ce sujet|notre part|ma part"
    rf"|cet egard))?(?: (?:devant|aupres de|avec) vous)?",
    r"(?:je |nous |on )?(?:n |ne )?(?:vous )?(?:en |l |la |les |m en |m y |nous en )?(?:dir|motiver"
    r"|expliquer|justifier|commenter|discuter|repondr|ajouter|ecrir|argumenter|chercher|donner)"
    r"(?:ai|ons|a) (?:pas|plus|rien|jamais|aucunement|point|d aucune facon)"
    r"(?: (?:pourquoi|davantage|d explications?|de raisons?|de motifs?|de justifications?"
    r"|a (?:vos|votre|aucun \w+|vos futurs) (?:\w+ )?\w*))?",
    r"(?:je |j |nous |on )?(?:n )?(?:ai|avons|a) pas (?:a |besoin de )(?:vous )?(?:dire|expliquer)"
    r" pourquoi"
    r"|sans (?:vous )?dire pourquoi",
    r"(?:ne )?(?:me |nous )?(?:demandez|cherchez|demande) (?:meme )?(?:pas|plus)(?: (?:pourquoi"
    r"|a comprendre|(?:la|de|les|d autres?|mes) raisons?|d explications?|de justifications?"
    r"|la cause|de motifs?))",
    r"(?:j |nous |je )?(?:n )?(?:ai|avons) (?:plus |pas )?(?:rien )?(?:d autre |de plus )?a (?:vous"
    r" )?"
    r"(?:dire|ajouter)(?: (?:de plus|d autre|sur ce sujet|la dessus))?|rien (?:de plus |d autre )?a"
    r" ajouter",
    r"(?:ca|cela) (?:ne )?vous regarde pas|(?:mes|nos|les) raisons (?:(?:ne )?(?:vous )?regardent"
    r" que (?:moi|nous)|m appartiennent)|(?:ce choix|cette decision) (?:m|nous) appartient",
    r"(?:il est |c est )?(?:inutile|vain|superflu)(?: (?:de|d))?(?: (?:m en|m|me|nous en|nous|y|en"
    r"|le"
    r"|la|l))?",
    r"(?:ce n est |c est |c |n est )?pas la peine(?: (?:de|d))?(?: (?:m|me|nous))?|pas besoin d(?:e"
    r"|)"
    r" (?:me |m |nous )?(?:insister|relancer|rappeler|ecrire|repondre|appeler)",
    r"(?:de )?(?:m |me |nous )?(?:en )?demander (?:la|les|mes|nos|ma|une) raisons?",
    r"(?:n y|ne) comptez (?:pas|plus)(?: (?:dessus|la dessus))?|comptez la dessus(?: et buvez de l"
    r" eau(?: (?:fraiche|claire))?)?|dans vos reves|meme pas en reve",
    r"(?:ne |et )?(?:m |me |nous )?(?:ecrivez|appelez|relancez|contactez|rappelez|derangez|embetez)"
    r" (?:moi |nous )?(?:plus|pas)(?: (?:a ce (?:sujet|propos)|pour (?:ca|cela)|jamais))?",
    # That it is decided.
    r"(?:(?:ce|ca|c) (?:est|sera|reste|restera|etait|est et ce sera)|c) (?:(?:bien|toujours|deja"
    r"|tres"
    r"|donc|la|et ce sera|un|une|mon|ma|notre|tout a fait|encore|aussi|assez|peut etre) ){0,2}"
    r"(?:dit|tout|tt|decide|clair|simple|comme ca|ainsi|choix|decision|definiti\w+|irrevocable"
    r"|ferme"
    r"|tout reflechi|reflechi|fini|vote|final\w*|dernier mot|net|mort|gentil|reponse|position"
    r"|dans l ordre|la vie|plus simple|note|tranche|regle comme ca|acte|range)(?: (?:ferme"
    r"|definitive"
    r"|et definitif|comme ca|unanime|collegiale|de (?:la|notre) \w+)){0,2}(?: et (?:net|definitif|c"
    r" est"
    r" tout))?(?: \?)?",
    r"(?:ma|notre|la|cette|sa|leur) (?:decision|position|reponse|resolution|conclusion)"
    r"(?: (?:de|du) (?:la |notre |ma )?(?:conseil|bureau|direction|gerance|part|comite))?"
    r"(?: (?:sur|a) ce (?:sujet|point))?"
    r" (?:est|reste|restera|demeure|sera|a ete|etait)(?: (?:donc|bien|toujours|et (?:reste|restera"
    r"|demeure|sera)|est|murement|tout a fait|deja|simple et))*"
    r" (?:la meme|ferme|definitiv\w+|prise|arretee|irrevocable|inchangee|claire|sans appel"
    r"|reflechie"
    r"|unanime|irreversible|toujours la meme|constante|connue|simple|courte)"
    r"(?: (?:et|ferme|definitive|reflechie|irrevocable|sans appel|arretee|mure\w*|assumee|prise"
    r"|depuis (?:longtemps|\w+)|qu(?:e| au| a l|) (?:oral|telephone|hier|la premiere)))*",
    r"(?:ma|notre|la|cette|mon) (?:decision|position|reponse|resolution|choix)? ?(?:et )?(?:ne|n)"
    r" (?:a pas|changera pas|changera|bougera pas|varie pas|variera pas|a pas bouge)"
    r"(?: (?:change|bouge|varie))?(?: (?:non plus|d un iota))?(?: depuis [a-z]{3,9})?",
    r"(?:et |qui )?(?:ne changera pas|n appelle|ne fera l objet d|ne souffre|n a pas a etre)"
    r"(?: (?:d|de|a))? ?(?:(?:aucune?|pas|motivee?|justifiee?|discutee?) ?)"
    r"(?:(?:discussion|commentaire|reponse|debat|echange|explication|recours|suite|contestation)"
    r"(?: complementaire)?)?(?: de (?:notre|ma|votre) part)?",
    r"(?:je |nous |on )?(?:ne )?(?:changer|reviendr|bouger)(?:ai|ons|a) (?:pas|jamais)(?: (?:d avis"
    r"|dessus|la dessus|sur (?:ma|notre|cette) (?:decision|position)|d un iota))?",
    r"(?:un )?point(?: (?:c est tout|final|barre|a la ligne|et virgule))?|fin de (?:la |l |cette )"
    r"?(?:discu[st]+ion|histoire|echange|conversation)|sans appel|rideau|sans (?:discussion|facon"
    r"|commentaire|rancune|hesiter|regrets?)|(?<!^)sans (?:explication|justification)(?! d)"
    r"|terminus|basta|voila(?:"
    r" tout)?",
    r"(?:la|toujours la|c est la|ce sera la|ma|de la) meme (?:reponse|chose)|la reponse (?:est|sera"
    r"|reste"
    r"|restera) (?:toujours )?la meme(?: (?:pour|a) (?:toutes|tous|les \w+|chaque \w+))?(?: qu "
    r"(?:au telephone|a l oral|a la premiere|hier))?|une autre"
    r" reponse",
    r"(?:apres|suite a) (?:en avoir (?:delibere|discute|parle)|(?:(?:longue|mure|ample) )?"
    r"(?:reflexion"
    r"|deliberation|concertation|examen))(?: (?:collective|interne))?|(?:j ai|nous avons|on a)"
    r"(?: (?:bien|longuement|murement|beaucoup))? (?:reflechi|delibere|tranche|pris (?:ma|notre)"
    r" decision)(?: (?:et|a la question))?|(?:ma|notre|la) decision est prise",
    r"(?:a|avons|ont) (?:tranche|delibere|vote(?: non)?)|a l unanimite(?: (?:des|de ses) (?:membres"
    r"|presents|voix))?|(?:s est|s etait)(?: \w+)? reuni\w*|(?:s est )?reunie?(?: (?:le \d{1,2}"
    r" [a-z]+|hier|mardi"
    r"|lundi|mercredi|jeudi|vendredi|samedi))?|par (?:decision|choix|principe|deliberation)"
    rf"(?: (?:du|de (?:la|notre|l|mon)|de) {_BODY_NOUN})?|(?:sur|d) (?:instruction|ordre)s? (?:du"
    rf"|de (?:la|notre|mon)) {_BODY_NOUN}",
    # What comes before a refusal, or after.
    r"(?:(?:je|nous) )?(?:tiens|tenons|dois|ai le plaisir|ai l honneur|avons l honneur)(?: (?:a"
    r"|de))?"
    r" vous (?:informer|dire|faire savoir|indiquer)(?: (?:que|qu))?",
    r"(?:(?:je|j|nous) )?(?:vous )?(?:l )?(?:informe|indique|confirme|signale|fais savoir|faisons"
    r" savoir"
    r"|annonce|previens|ecris|dis|redis|rappelle|repete|reecris|reponds|le dis|le redis|le repete"
    r"|le"
    r" confirme|l ecris|informons|indiquons|confirmons|precisons|precise|notifie|notifions)(?: "
    r"(?:donc"
    r"|a nouveau|encore une fois|une (?:derniere|bonne|nouvelle)? ?fois(?: pour toutes)?|par ecrit"
    r"|calmement|gentiment|tranquillement|poliment|clairement|simplement|tout net|franchement"
    r"|a vous aussi|en toute \w+|pour la derniere fois))*(?: (?:que|qu))?\b",
    r"(?:sachez|notez|retenez|prenez (?:acte|note))(?: (?:donc|bien))?(?: (?:que|qu))?|que les"
    r" choses"
    r" soient claires|pour (?:faire (?:court|simple)|etre clair|la derniere fois|la forme)|en"
    r" prendre"
    r" acte|(?:je|nous) vous (?:saurai|saurais|saurions|serais|serions) gre(?: (?:de|d))?",
    rf"(?:(?:je|j|nous|on) )?(?:ai|avons|a)? ?(?:bien |deja |tout )?(?:recu|lu|pris connaissance de"
    rf"|note"
    rf"|eu|ayant pris connaissance de|accus\w+ (?:bonne )?reception de|fai\w+ suite a|fais reponse"
    rf" a) "
    rf"(?:bien )?{LETTERS}|en reponse a {LETTERS}|suite a {LETTERS}|par la presente|bien recu"
    rf" {LETTERS}",
    rf"(?:(?:je|nous) (?:vous )?remerci\w+|merci|un grand merci)(?: (?:bien|beaucoup))?"
    rf"(?: (?:de|pour|d) {LETTERS})?",
    r"(?:par|en) (?:\w+ )?(?:mails?|courriers?|telephone|lettre|ecrit|fax|sms|recommande|pigeon"
    r"(?:s)?"
    r"(?: voyageurs?)?|huissier|rouge|vert|bleu|gras|majuscules|oral)|qu au telephone",
    rf"(?:a|pour) (?:toutes |tous )?(?:{LETTERS}|les {_COUNT})|{LETTERS}|celle la|celle ci|celui la"
    rf"|(?:j ai|nous avons) decide"
    r" (?:que|qu)\b|decide (?:que|qu)\b",
    r"(?:mon mari|ma femme|mon epouse|mon epoux|ma compagne|mon compagnon|mon associee?) et moi(?:"
    r" meme)?"
    r"|et (?:ma femme|mon mari|mes associes) non plus|(?:les autres|moi|nous) non plus(?: d"
    r" ailleurs)?",
    # Mockery of our letters and of the bill.
    rf"(?:{LETTERS}|votre facture|vos factures|elle|elles|et votre facture avec)? ?(?:finiss\w+"
    rf"|finir\w+"
    r"|vont|va|partent|part|partiront|iront|ira|(?:a|ont) (?:fini|rejoint|atterri)\w*"
    r"|atterrissent|passent) (?:direct(?:ement)? |tout droit |toutes |tous )?(?:a la |au |dans "
    r"(?:la|le"
    r"|mon|ma) |dans mon )?(?:corbeille|poubelle|panier|feu|cheminee|bac a recyclage|broyeur"
    r"|barbecue"
    r"|spams?|indesirables|cave|tiroir|recyclage)",
    r"(?:je |j )?m en s(?:ers|ervirai|ert)(?: (?:pour|a))? (?:allumer|caler|emballer|envelopper"
    r"|tapisser)"
    r" (?:le|la|un|une|ma|mon|mes|les|des) \w+|(?:et )?(?:votre|la) facture (?:avec|aussi)"
    r"|facture (?:recue|jetee|dechiree)",
    r"(?:je |nous )?connais la (?:musique|chanson)|(?:ce n est|c est) pas (?:negociable|discutable)"
    r"|mon portefeuille (?:restera|reste) ferme|(?:je|nous) (?:suis|sommes) (?:sereine?s?"
    r"|tranquilles?)"
    r"|(?:bon )?ecoutez(?: (?:moi|bien))*|ca restera non|(?:ce|ca) sera toujours non"
    r"|je passe mon tour|sauf votre respect|ne le prenez pas (?:mal|personnellement)|rien de"
    r" personnel"
    r"|ne voyez la|(?:vous etes|c est) (?:bien |tres |fort )?(?:aimables?|gentils?|gentille"
    r"|patiente?s?"
    r"|perseverante?s?|polie?s?|courtoise?s?)|c est gentil d insister|qu on en finisse",
    r"moi (?:je )?(?:ne )?(?:bouge|repond|discute)s? plus",
    # That all was well: who owns it gives no ground.
    r"je n ai rien a (?:vous )?(?:reprocher|redire)(?! (?:a|au|aux|sur|du|de)\b)"
    r"|je (?:ne )?conteste (?:rien|pas)\b"
    r"|je reconnais (?:la dette|la somme)|je sais que (?:je )?(?:l ai commande|tout (?:va|est"
    r"|etait)"
    r" (?:bien|conforme)|je vous dois (?:cette somme|cet argent))",
)

FAREWELL = whole(
    r"(?:passez )?(?:je |nous )?(?:vous )?(?:souhait\w+ |en vous souhaitant )?(?:malgre tout |quand"
    r" meme |tout de"
    r" meme )?(?:une? |de )?(?:tres )?(?:bon|bonne|bel|belle|beau|joyeux|joyeuses?|excellente?"
    r"|agreable)s?"
    r" (?:et (?:bon|bonne|heureuse) )?(?:journee|soiree|continuation|fin de (?:semaine|journee"
    r"|mois)"
    r"|annee|chance|route|semaine|rentree|vacances|nuit|fetes?|reception|courage|vent|week ?end|we"
    r"|dimanche|samedi|vendredi|lundi|ete|automne|hiver|printemps|apres midi|noel|lecture|saison"
    r"|debut de \w+|jour)(?: (?:a vous|a tous|quand meme|qd meme|tout de meme|malgre tout|2\d{3}"
    r"|et aux votres))*",
    r"(?:tres |bien |fort )?(?:cordialement|sincerement|respectueusement|poliment|amicalement)(?: "
    r"(?:a vous"
    r"|quand meme|tout de meme|votre))?|(?:bien )?a vous(?: et aux votres)?|(?:(?:mes|meilleures"
    r"|sinceres"
    r"|recevez|recevez mes|avec mes) )*(?:salutations|hommages|amities|respects|sentiments"
    r"|compliments)(?: (?:distingue\w*|les meilleur\w+|respectueu\w+|empresse\w*))?"
    r"|(?:veuillez|je vous prie d|nous vous prions d|prie d|vous prie d)"
    r" ?(?:agreer|recevoir|croire)(?:[ ,]+(?:madame|monsieur|mesdames|messieurs|l|en|a))*"
    r"(?: (?:expression|assurance|de|mes|nos|en|a|ma|notre|mon) ?)*(?:salutations|sentiments"
    r"|consideration|respects?|hommages)(?: (?:distingue\w*|les meilleur\w+|respectueu\w+))?"
    r"|(?:le|la) (?:presidente?|gerante?|tresori\w+|secretaire|direct\w+)(?: (?:du|de la|de l) "
    r"(?:foyer|club"
    r"|association|comite|societe|conseil|bureau|syndicat))?(?=\W*$)"
    r"|au revoir|adieu|bonsoir|bonjour|ciao|bye|bises?|bisous|salut|a (?:jamais|bon entendeur|plus"
    r"|ne"
    r" plus vous lire)|au plaisir(?: de (?:vous (?:lire|voir|retrouver)|ne plus vous \w+))?|bv\b",
)

GLUE = frozenset(
    "je j nous on vous te tu moi et mais donc alors car or ou y le la les l en a au aux du de d ca"
    " cela"
    " ce c deja bien tres tout simplement net franchement decidement vraiment clairement toujours"
    " encore nouveau fois une un la ici jusque enfin bref non nan nn jamais merci madame"
    " monsieur mesdames messieurs mademoiselle cher chere maitre service recouvrement"
    " contentieux insister relancer ecrire appeler rappeler reecrire argumenter discuter revenir"
    " poursuivre continuer menacer expliquer repondre telephoner hurler crier attendre rever temps"
    " avec perdre saisir engager envoyer aller echange definitivement categoriquement"
    " fermement calmement gentiment poliment absolument tranquillement sincerement lol mdr hein"
    " quoi"
    " bah ben bon eh allez stop ok fini termine jai dit redis repete voila vos votre relance mise"
    " tribunal tribunaux huissier huissiers juge avocat avocats justice "
    " reponse decision position refus suite suites choix sujet telephone demande demandes"
    " reclame reclamee reclames facture factures somme sommes creance dette dossier affaire devant"
    " moi meme quand aussi a decide par ecrit fois sera"
    " definitive ferme unanime cette ces cet lui dire honnete clair mon dieu cc kikou coucou hello"
    " toutefois jen dinsister reponds previens avec juridiction juridictions definitif ".split()
)
"""What may be left of a sentence: small words and those of letters and of the court."""
