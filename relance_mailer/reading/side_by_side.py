"""Signs that ask for a human where two things stand side by side: one is paid, of one it is told.

Of two invoices, lines or months one is paid and of the other something is said that is neither a
day nor a payment; a sum answers another sum; a gauge, a log, a count answers what was billed. No
word of a ground need be there. They belong to `misgivings`, which asks them. The examples: `TAKES`
and `LEAVES`.
"""

from relance_mailer.reading.second_looks import sign
from relance_mailer.words import Intent

TAKES = (
    "La ligne pose sera payée vendredi, la ligne évacuation non, nous l'avons faite nous-mêmes.",
    "Je vous vire mars ce soir, mais avril nan.",
    "On vous règle les 8 caisses, pas les 11.",
    "Virement de 90 lundi. Pas 120.",
    "Les 30 restants, c'est le passage de contrôle.",
    "La seconde, celle du garage, j'ai ma petite idée.",
    "Les 4 autres ont été tirés sur le mauvais papier.",
    "Facturé 10 h ; le registre en montre 6.",
    "T'avais dit 20 du mètre, je te vire lundi.",
    "Die für den Balkon nicht, die erste am Freitag.",
    "Friday for the shelves. The counter is another story.",
    "C'est mon neveu qui a commandé le traiteur.",
)
LEAVES = (
    "La facture de mars est payée, celle d'avril part vendredi.",
    "Je règle le 12, pas le 15.",
    "Les 30 restants suivront lundi.",
    "La seconde suivra au 15.",
    "Les 4 autres factures sont parties ce matin.",
    "Mon relevé en montre 2, je vérifie.",
    "Je t'avais dit vendredi, c'est fait.",
    "C'est ma femme qui a fait le virement.",
    "Merci d'envoyer une facture corrigée avec notre nouvelle adresse.",
)

_NUMBER = (
    r"(?:\d[\d,.]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve)"
)
_MONTH = r"(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_PAID = (
    r"(?:pai\w*|pay\w*|regl\w*|vir[eéo]\w*|virement\w*|vers\w*|sold\w*|acquitt\w*|part\b|partir\w*"
    r"|partie?s?\b|suit\b|suiv\w+|cheques?|prelev\w*|mandat\w*|echeance|aussi|egalement|idem"
    r"|pareil|deja|attend\w*|recue?s?|retrouv\w*|trouv\w*|arriv\w*|envo\w+|transm\w*|copie"
    r"|duplicata|traite\w*|valid\w*|signe\w*|poste\w*|settle\w*|paid|sent|goes|follow\w*|will"
    r"|next|clear\w*|due|bezahl\w*|folgt|uberw\w*|geht|kommt)"
)
_OTHER_ONE = (
    r"(?:l autre|la seconde|le second|la deuxieme|le deuxieme|la troisieme|la derniere|la plus"
    r" (?:grosse|grande|petite|chere)|la (?:grosse|petite)|celle (?:du|de|d|des|pour|sur)\b"
    r"|the (?:other|larger|smaller|bigger|second|latter)(?: one| bill| invoice)?\b"
    r"|die (?:andere|zweite|grossere)\b)"
)
_LOG = (
    r"(?:jauge|compteur|pointeuse|badgeuse|balance|pesee|bascule|tachygraphe|chronotachygraphe"
    r"|main courante|feuilles? (?:d heures|de presence|de pointage|d emargement)|registre"
    r"|carnet (?:de bord|d entretien|de chantier)|journal (?:de bord|de chantier)|cameras?|gps"
    r"|mouchard|bon (?:de pesee|d intervention|de passage)|ticket de pesee|horodat\w+|meter|gauge"
    r"|logbook|timesheets?|weighbridge|cctv)"
)
_SHOWS = (
    r"(?:montr|indiqu|affich|annonc|relev|enregistr|prouv|pes|mesur|not[ae]|marqu|mentionn|compt"
    r"|dit|disait"
    r"|donn|pris|port|show|say|said|record)\w*"
)
_UNIT = (
    r"(?:h\b|heures?|litres?|kg\b|kilos?|tonnes?|m2|m3|metres?|jours?|journees?|nuits?|cartons?"
    r"|palettes?|rolls?|caisses?|couverts?|repas|pieces?|passages?|unites?|hours?|days?|litres"
    r"|boxes)"
)
_DID = (
    r"(?:monte|pose|nettoye|repare|installe|demonte|charge|decharge|repris|termine|peint|repeint"
    r"|creuse"
    r"|plante|livre|fini|finie|refait|deblaye|evacue|transporte)e?s?"
)
_KIN = (
    r"(?:gendre|fils|fille|mari|femme|frere|soeur|sour|beau \w+|belle \w+|pere|mere|voisine?s?"
    r"|locataires?|cousine?|neveu|niece|ex|oncle|tante|colocataire|compagn\w+|conjointe?|amie?"
    r"|proprietaire|bailleur)"
)
_ORDERED = (
    r"(?:pris|commande|signe|appele|loue|achete|demande|reserve|fait venir|contacte|engage"
    r"|souscrit|mandate|voulu)e?s?"
)
_OWN_MACHINE = (
    r"(?:volets?(?: roulants?)?|portail|porte|rideau|store|barriere|chaudiere|pompe|four|frigo"
    r"|vitrine|clim\w*|lave \w+|machine|moteur|robinet|chauffe eau|ballon|radiateur|ascenseur"
    r"|monte charge|alarme|interphone|digicode|poele|insert|hotte|tondeuse|tracteur|imprimante"
    r"|borne)"
)
_RUNS = (
    r"(?:remont|descend|demarr|march|fonctionn|chauff|ferm|ouvr|allum|tourn|refroidi|coul|evacu"
    r"|verrouill|aspir|sonn|repond|gel|bouge)\w*"
)

SIGNS = (
    sign(
        "part_only",
        # Of two things one is not paid.
        r"(?:la|le|les|celle|celui|ceux|celles) (?:(?!(?:est|sont|s|m|a|ai|ont|dit|recu|ce|c|io)\b)"
        r"[\w»«\"]+ ){1,4}(?:non|nan)\b(?=\W*$|[,;:] (?!ce n|c est pas|pas))",
        rf"(?:mais|donc|et|par contre|,) {_MONTH} (?:nan|non|pas)\b(?! (?:plus|encore|recu))",
        rf"(?:pay|pai|regl|vir)\w* (?:\w+ ){{0,3}}{_NUMBER} \w+,? (?:et |mais )?pas (?:les|de|d"
        rf"|pour)"
        rf" {_NUMBER}\b(?! (?:jours?|mois|du|{_MONTH}))",
        r"(?:paid|pay|paying|settle|settled|settling)\b[^.;]{0,40}, (?:but )?not (?:for )?the"
        r" (?!\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|end|start|first|week|month|old|whole"
        r"|full|invoice|previous)\w+",
        r"(?:die|den|das) (?:fur|vom|von|uber|aus)\b[^.;]{1,40} nicht\b(?=\W*$|,)",
        leaves=(
            r"(?:recu|recue|retrouv\w+|trouv\w+|arriv\w+|copie|duplicata|pas encore)\b"
            r"|(?:oui|ou) (?:ou )?non\b",
        ),
    ),
    sign(
        "part_only",
        # One is put aside, without a day.
        r"(?:je|on|nous) (?:la |le |les |me la |celle (?:la|ci) )(?:mets|met|mettons|laisse"
        r"|laissons|garde|gardons|tiens|retiens|bloque|bloquons|suspends)"
        r" (?:\w+ )?(?:de cote|en attente"
        r"|en suspens|en reserve|entre parentheses|sous le coude|pour l instant|pour le moment)\b",
        rf"(?:une?|{_NUMBER}) {_UNIT} (?:de trop|en trop)\b",
        leaves=(r"(?:de cote|en reserve) pour (?:vous|toi|(?:lun|mar|mercre|jeu|vendre)di|le \d)",),
    ),
    sign(
        "part_only",
        # A sum, a count answers another.
        r"(?<=^)(?:et |and |mais )?(?:pas|non|not|nicht) (?:les )?\d[\d ,.]*(?:€|euros?|eur)?\W*$",
        r"vous (?:me |nous |m |en )*(?:demand|reclam|compt|mett|annonc|factur|voul)\w+ (?:\w+ )?"
        r"\d[\d ,.]*(?:€ ?|euros? ?)?,? ?(?:mais|or|alors|moi|quand|et moi|sauf)\b",
        r"les (?:autres )?\d[\d ,.]*(?:€ ?|euros? ?)?(?:restants?|manquants?|de (?:difference|plus"
        r"|trop)|d ecart|en trop|qui (?:manquent|restent))?,? ?(?:c est|c etait|ce sont|etaient"
        r"|correspond\w*|representent|concernent)\b",
    ),
    sign(
        "disagreement",
        # Of the other one something is told that is neither a day nor a payment.
        rf"{_OTHER_ONE}(?![^.;?!]*\b{_PAID}\b),? (?:\S+ ){{0,4}}?(?:comporte|inclut|comprend|compte"
        r"|faut(?! que (?:je|nous|j))|faudra(?! que (?:je|nous|j))|j ai (?:ma|mon|des|un|une)"
        r"|n est pas(?! encore)|n a (?:pas|jamais)|ne (?:passe|tient"
        r"|va|correspond)|est (?:trop|un peu|une?)|includes?|lists?|charges?|has|shows)\b",
        rf"{_OTHER_ONE}, (?:votre|vos) (?!facture|relance|rappel)\w+",
        r"(?:une )?(?:tout )?autre (?:histoire|affaire|paire de manches|chose)\b(?= ?[:.,;!]| ?$)"
        r"|another (?:story|matter|thing altogether|kettle)|different (?:story|matter)"
        r"|eine andere (?:sache|geschichte)|(?:est|reste|demeure|is|remains) (?:\w+ )?(?:un"
        r" mystere|une enigme|a mystery|ein ratsel|mysterieu\w+)",
        r"(?:gros|serieux|enorme|vrai|grand|forts?)s? doutes?\b(?! (?:que|sur (?:le|la|mon|notre)"
        r" (?:numero|rib|iban|date)))",
        r"(?:il|elle|ils|elles|on) (?:va|vont) (?:\w+ )?(?:vous )?(?:(?:repondre|dire) que|objecter"
        r"|retorquer|demander pourquoi|faire remarquer)\b(?![^.;?!]*\b(?:pay|pai|regl|vir"
        r"|parti)\w*)",
        r"(?:faut|faudra|faudrait) (?:\w+ )?(?:qu on|que l on|que nous|qu tu|que tu) (?:\w+ ){0,2}"
        r"(?:caus|s explique|expliqu|s assoi|s arrange|s entend)\w*",
        r"(?:s est|suis|sommes|failli (?:m|s)) (?:\w+ )?etrangl\w+|aval\w+ de travers"
        r"|tombee? de (?:ma"
        r"|la|sa) chaise|fait tousser",
        r"(?:que )?vous le saviez\b",
        leaves=(r"rien d autre chose|c est une autre (?:banque|personne)",),
    ),
    sign(
        "agreed_otherwise",
        # The same as of "vous", to whom one says "tu".
        r"(?<!je )(?:tu|t) (?:m |nous |l |en |y |me )*(?:avais|devais|as (?:\w+ )?(?:pas|jamais"
        r"|oublie|facture|casse|laisse|promis|annule|change|plante|abime|livre|mis (?!du temps)))",
        r"(?:tu|t) (?:m |nous |me |en |m en )*(?:factur|compt)\w+ (?:\w+ )?\d",
        leaves=(
            r"(?:t|tu) (?:l )?avais (?:envoy|raison|mon|ma|mis en|joint|ecrit|demand|relanc)\w*"
            r"|pas (?:a t inquieter|de souci|recu|eu (?:mon|le|ton))|tu (?:n )?as (?:pas|jamais)"
            r" (?:recu|eu (?:mon|le)|vu|envoy|d)",
        ),
    ),
    sign(
        "goods",
        # A log answers what was billed.
        rf"{_LOG}\b(?: \S+){{0,5}}? (?:en |n en |m en )?(?:a |ont |avait )?{_SHOWS}"
        rf" (?:que )?(?:\w+ )?(?:{_NUMBER}|rien|personne|autre)\b",
        rf"(?<!releve )(?:en|n en) (?:montre|indique|compte|annonce|donne|affiche|releve|note|dit"
        rf"|mentionne|voit|a (?:\w+ )?(?:pris|recu|livre|compte|pose|vu|servi|mange|bu|utilise"
        rf"|fait))(?: que)? {_NUMBER}\b(?! ?(?:€|euros?|fois|jours? de retard))",
        rf"factur\w*\b[^.;?!]{{0,25}}\b{_NUMBER} ?{_UNIT}[^.;?!]{{0,40}}\b(?:or|alors que|quand"
        rf"|mais|tandis)\b",
        rf"{_NUMBER} ?{_UNIT} [^.;?!]{{0,40}}\bfactur\w*[^.;?!]{{0,30}}\b(?:or|alors que|quand"
        rf"|tandis)"
        r"\b",
        rf"{_NUMBER} ?{_UNIT} (?:\S+ ){{0,3}}(?:sont |ont ete |etaient )?(?:factur|compt)ees?\b"
        rf"(?![^.;?!]*\b{_PAID}\b)",
        rf"{_NUMBER} autres (?:ont|sont|etaient|etait|avaient|n|ne)\b"
        r"(?![^.;?!]*\b(?:pay|regl|vir|part|envoy|arriv|suiv|sold|echu|attent|jour|recu)\w*)",
        r"(?:a la|de la|la) mauvaise (?:echelle|hauteur|largeur|longueur|dimension|version|teinte"
        r"|puissance|piece|reference|quantite|qualite|matiere|place)|(?:au|sur le|dans le"
        r"|du) mauvais (?:papier|sens|cote|endroit|format|modele|etage|diametre|materiau|coloris"
        r"|jour|lieu)",
        r"(?:les|la|le) (?:tiens|tenons|tient|garde|gardons) (?:ici )?(?:de cote|a (?:votre )?"
        r"disposition)|en (?:re)?prenant (?:les|la|vos) (?!mesures|choses|coordonnees|devants)\w+",
        leaves=(r"(?:releves?|compte|banque|bancaire) (?:en|n en|de compte)\b|releve bancaire",),
    ),
    sign(
        "goods",
        # Never took place; somebody else did it; sent back as none of ours.
        r"(?:n |ne )?(?:a|ont|avait) (?:jamais|pas) (?:\w+ )?eu lieu|never (?:happened|took place)"
        r"|nie stattgefunden|ferme\w* ce jour la|ce jour la [^.;]{0,60}\b(?:ferm\w+|vide|personne"
        r"|absent\w*)|ferme\w* par arrete",
        rf"(?:nos|notre|mes|our own|our) \w+ (?:qui )?(?:l |les |la )?(?:ont|a"
        rf"|avons) (?:\w+ )?{_DID}"
        rf"\b|done by (?:our|my) (?:own )?\w+|(?:l |les |la )(?:avons|ai|a) (?:\w+ )?{_DID}"
        rf" (?:nous|moi|soi) memes?",
        r"(?:ne )?(?:m|nous|lui) (?:etait|est|etaient|sont) (?:pas|nullement|aucunement) (?:destine"
        r"|adresse)\w*|(?:l|les) (?:avons|ai) (?:\w+ ){0,3}(?:renvoye|retourne|refuse|rendu)\w*"
        r"(?! (?:signe|rempli|comple|par (?:mail|courrier)|a la banque|a votre (?:service"
        r"|adresse)))",
        rf"{_OWN_MACHINE} (?:\w+ ){{0,3}}?(?:il |elle |ils |elles |ca )?(?:ne |n )?(?:se "
        rf"|s )?{_RUNS}"
        rf" (?:plus|pas|jamais|mal)\b",
        r"nobody (?:in it|on it|there|came|turned up|showed|on site)|with nobody\b",
        r"(?:(?:send|need|want|raise|issue)\b[^.;]{0,20})(?:corrected|amended|revised|proper|right)"
        r" (?:invoice|bill)|(?:attend\w*|veu\w+|voul\w+|faut|faudrait|envoy\w+|une)"
        r" (?:\w+ )?facture (?:conforme|juste|exacte)\b",
        r"(?:bureau de controle|commission de securite|apave|socotec|veritas|inspecteur"
        r"|services? d hygiene)\b[^.;]{0,40}\b(?:exig|refus|recal|rejet|interdi|n a pas"
        r"|impos)\w*",
        r"bei (?:der|dem|den|rechnung)\b[^.;]{0,40}\b(?:fehl\w+|falsch|stimm\w+|zu viel|nicht)"
        r"|(?:fehl(?:en|t|te|ten)) (?:\w+ )?(?:zwei|drei|vier|funf|sechs|\d+|bis heute|noch)\b"
        r"|(?:zwei|drei|vier|funf|sechs|einige|\d+) (?:davon )?fehlen",
        leaves=(
            r"(?:reunion|conseil|assemblee|commission|comite|bureau|vote) (?:\w+ ){0,4}(?:n |ne )?"
            r"(?:a|ont|avait) (?:jamais|pas)|(?:facture|mandat|cheque|formulaire|contrat|papier\w*"
            r"|document\w*|dossier) (?:\w+ ){0,6}(?:l|les) (?:avons|ai)|(?:corrected|amended"
            r"|revised|right|proper) (?:invoice|bill)\b[^.;]{0,40}\b(?:po\b|number|address|name|vat"
            r"|reference|entity|date)|(?:mentions?|chorus|siret|rgpd|adresse)\b",
            r"portail\b[^.;]{0,60}\b(?:chorus|fournisseurs?|depot|connexion|internet|mot de passe)"
            r"|nummer|iban|unterschrift|imprimante (?:ne|n)?\b(?!.*(?:votre|vendue|livree))",
        ),
    ),
    sign(
        "third_party",
        rf"c est (?:mon|ma|notre|le|la|mes|nos) {_KIN}\b(?: \S+){{0,4}}? (?:qui )?(?:l |vous "
        rf"|les )?"
        rf"(?:a|ont|avait) (?:\w+ )?{_ORDERED}\b",
        r"je suis l autre (?!jour|bout|fois|service|personne|compte|moitie)\w+"
        r"|(?:le|la) votre (?:habite|est au|loge|vit|demeure|travaille)|vous n etes pas (?:au|a"
        r"|chez|sur|dans) (?:le |la )?(?:bon|bonne)s?\b|autre [a-z]+ [a-z]+, celui qui",
        rf"et c est (?:lui|elle|eux) qui (?:l |vous |les )?(?:a|ont|avait) (?:\w+ )?{_ORDERED}\b",
    ),
    sign(
        "third_party",
        r"(?:ce n est|c est|c etait) plus (?:moi|nous) (?:le|la|les|l|qui)\b|(?:ne |n )?suis plus"
        r" (?:le|la|l) ?(?:president|gerant|tresor|secretair|maire|direct|respons|locatair"
        r"|proprietair|syndic|benevol)\w*",
        silent=(Intent.REDIRECT,),
    ),
    sign(
        "no_more_mail",
        r"off (?:your|this|the|any) (?:\w+ ){0,2}(?:mailing|mailings|lists?|system|reminders?"
        r"|newsletters?|e ?mails?)\b|(?:ne plus|cess\w+ d|arret\w+ d) ?(?:utiliser|ecrire a|ecrire"
        r" sur) (?:cette|ma|mon|notre|l) (?:boite|adresse|messagerie|mail)(?!\S*[^.;]*@)",
    ),
    sign(
        "veiled_refusal",
        r"(?:ferez|faites|fais|faire) (?:donc |moi |nous |lui )*(?:votre|un|ton) proces\b"
        r"|(?:attaquez|poursuivez|trainez) (?:moi|nous)\b|see you in court|(?:donne|donnerai|verse"
        r"|paie|paye)\w* plus (?:d argent |rien |un sou )?a personne",
    ),
    sign(
        "disagreement",
        # What people say when they set one thing against another, whatever it is.
        r"alors que (?!j (?:ai|avais)|nous (?:avons|avions)|on a\b|je\b|mon|ma|notre|nos)"
        r"|whereas\b|wahrend (?:der|die|das|sie|ihr)",
        r"(?<!travail )(?:en|de) trop\b(?! (?:de travail|peu))|too (?:much|many) (?!work|on|mail"
        r"|to do|going|for (?:me|us) to)\w+|zu viel (?:berechnet|bezahlt)",
        rf"(?:j en|on en|nous en|moi j|je|j|on) (?:ne |n )?(?:en )?(?:compt(?:e|ons|ais)"
        rf"|ai (?:re)?compte|a (?:re)?compte|trouv(?:e|ons)|ai trouve|tombe|arrive|denombre|mesure"
        rf"|ai mesure|pese|ai pese|lis|vois) (?:bien |que |a peine |a |sur )*{_NUMBER}\b"
        rf"(?! ?(?:mails?|relances?|messages?|factures? de vous|fois|lettres?|rappels?|jours?))"
        rf"|(?:i|we) (?:count|counted|make it|measured|weighed|found) (?:only )?{_NUMBER}\b",
        r"(?:vous|tu) (?:ne |n |me |m |nous |l |les |en )*(?:factur|compt)(?:ez|iez|es"
        r"|ais)\b(?! sur)",
        r"you (?:ve |have |had )?(?:\w+ )?(?:billed|charged|invoiced|put down|listed)\b"
        r"|have us down"
        r"|down (?:us |me )?for \d",
        r"(?:prix|tarif|devis) (?:\w+ ){0,3}(?:etait|disait|dit|prevoyait"
        r"|prevoit|annonc\w+|convenu|promis|affiche|parl\w+|mentionn\w+)\b|(?:quote"
        r"|price|offer|order) (?:\w+ ){0,3}(?:said|says|agreed|stated|states)\b",
        r"(?:ne|n) (?:\w+ )?(?:vaut|valent|merite\w*|correspond\w*|colle\w*|rime\w*) (?:pas|en rien"
        r"|rien|guere|a rien)\b",
        r"(?<!vous )(?<!t )(?:expliqu|justifi)(?:er|ez|iez) (?:moi |nous |donc )*(?:pourquoi"
        r"|comment|ce qu|ce que"
        r"|d ou"
        r"|a quoi|cette|cet|ces|la|le|les)\b",
        r"(?:was|were|been) told (?:it|that|this|there|they|we|the (?:price|job|work))\b"
        r"|you (?:said|told|promised|quoted|agreed)\b",
        r"(?:ecri|marqu|stipul|indiqu|li[st]|dit|not|dis)\w* (?:\S+ ){0,3}(?:noir sur blanc"
        r"|de (?:sa|votre"
        r"|ta) (?:propre )?main)\b|in black and white|schwarz auf weiss",
        rf"au lieu d(?:e|u|es) (?:la |l |les )?(?:\d+ ?(?:{_UNIT}|€|euros?)|(?:\w+ ){{1,3}}(?:prevu"
        rf"|convenu"
        r"|command|promis|demand|annonc)\w*)",
        leaves=(
            r"(?:releves?|banque|bancaire|siret|siren|iban|rib|portail|chorus)\b|(?:no )?dispute"
            r"|rien a redire|aucune? (?:contestation|reserve)"
            r"|(?:was|been) told (?:\w+ ){1,4}(?:paid|sent|settled|gone)|\S+@\S+",
        ),
        silent=(Intent.INVOICE_REQUEST, Intent.REDIRECT),
    ),
    sign(
        "goods",
        r"(?:jamais|never) (?:ete )?(?:vu|mis|pu|demande|commande|signe|livre|pose|venu|installe"
        r"|ordered|asked|came|seen|agreed|signed|delivered|fitted|done)(?:e|es|s)?\b(?! (?:passer"
        r"|ca"
        r"|cela|pareil))(?![^.;]{0,30}\b(?:facture|relance|mail|courrier|invoice|bill|reminder"
        r"|lettre"
        r"|retard))",
        r"(?:fendu|ebrech|ecorn|cabosse|gondol|decoll|mouille|rouille|moisi|perime|fele"
        r"|dechire|depareille|avarie|delave|bossele|voile|decolore|desaccorde)(?:e|s|es|ees)?\b",
        r"pas (?:ete )?(?:posee?|livree?|finie?|fournie?|montee?|installee?|nettoyee?"
        r"|changee?|reparee?|remplacee?|cablee?)s?\b(?! (?:le|la|l|mon|ma|notre) (?:virement"
        r"|paiement|cheque|necessaire))",
        r"photos? (?:jointe|a l appui|ci|parl|en piece|montr|prouv|attach)\w*|(?:j ai|avons|vous"
        r" joins|voici) (?:les |des |une |mes |la )?photos?\b",
        r"(?:vos|votre|tes|ton|your) (?:gars|ouvriers?|equipe|poseurs?|livreurs?|chauffeurs?"
        r"|technicien\w*|apprenti|stagiaire|serveurs?|photographe|dj|homme|bonhomme|type|mec|man"
        r"|men|lads?|guys?|driver"
        r"|fitter|crew|chap) (?:\w+ ){0,2}(?:(?:a|ont|avai\w+) (?!ete\b|bien|raison"
        r"|(?:\w+ )?(?:appel|ecri|relanc|envoy|joint|contact|dit (?:bonjour|merci)))|n|etai\w+"
        r"|devai\w+|left|never|forgot"
        r"|broke|didn|said|was|were|had)\b",
        r"(?:gratuit|offert|inclus|compris dans|free of charge|included|kostenlos|inklusive)(?:e|s"
        r"|es)?\b",
        r"(?:retir|enlev|dedui|retranch|soustrai|ot)(?:e|es|er|ez|ons|s|re|rai|erai|sons|t)\b"
        r" (?:donc |moi |nous )?(?:le|la|les|l|\d+|cette|ce|ces)\b|(?:take|taking|took|knock"
        r"|knocked|knocking) (?:\w+ ){0,3}off\b|abgezogen|ziehe\w* .{0,30} ab\b",
        r"(?<!au )(?<!du )(?<!ni plus ni )moins (?:le|la|les|l|un|une|des|\d+) (?!moins|bon|mauvais"
        r"|que|de \d+ jours)\w+",
        leaves=(
            r"(?:duplicata|relance|rib|iban|terminal|comptoir|avarie d|decouvert|banque|avis de"
            r"|talon|recu\b|(?:paiement|virement|cheque"
            r"|mandat|reglement) (?:\w+ ){0,2}(?:pas|jamais)|facture (?:\w+ ){0,4}(?:dechir"
            r"|mouill)\w*"
            r"|(?:courrier|lettre|enveloppe|cheque) (?:\w+ ){0,3}(?:dechir|mouill)\w*)\b"
            r"|impeccable|parfait\w*|nickel|ravie?s?|content\w*|satisf\w+|perfect\w*|great"
            r"|merci (?:a|pour)|super\b|formidable\w*|adorable\w*|bravo|chapeau|prochaine fois"
            r"|cafe\b"
            r"|croissants?|aperitif|repare|reparee|resolu|regle depuis|superbe|magnifique",
        ),
        silent=(Intent.INVOICE_REQUEST, Intent.REDIRECT),
    ),
    sign(
        "goods",
        # Who worked, what he left, what was ended before: told of in passing.
        r"(?:le|la|l|un|une) (?:traducteur|traductrice|photographe|poseur|plombier|macon|peintre"
        r"|couvreur|carreleur|electricien|jardinier|elagueur|livreur|technicien|traiteur|serveur"
        r"|coiffeuse|formateur|formatrice|moniteur|animateur|imprimeur|installateur|depanneur"
        r"|demenageur|chauffagiste|menuisier|vitrier|serrurier|paysagiste|garagiste) (?:(?:a|avait"
        r"|s est) (?!ete\b|bien|pris|emporte|encaisse|demande|accepte|recu|eu\b|fini|travaille"
        r"|assure|regale)"
        r"|n (?:a|est|avait|etait) )",
        r"depuis (?:votre|vos) (?:dernier |derniere )?(?:passage|visite|venue|intervention"
        r"|depart|pose|chantier|travaux|livraison|installation|depannage)s?\b",
        r"(?:venir|revenir|passer|viennent|viendr\w+|reviendr\w+) (?:re)?(?:chercher|prendre"
        r"|recuperer"
        r"|enlever|demonter) (?:son|sa|ses|votre|vos|leur|leurs) (?!cheque|reglement|paiement|du\b"
        r"|enveloppe|argent|fils|fille|enfants?|courrier|colis|especes|mari|petit)\w+",
        r"(?:contrat|abonnement|adhesion|entretien|maintenance|licence|inscription|forfait|cours"
        r"|commande)s?\b[^.;]{0,40}\b(?:arrete|stoppe|resili|denonce|decommande|interrompu|pas"
        r" (?:ete )?(?:renouvel|reconduit|reconduct))\w*|chez (?:un|une|votre|le|la) (?:concurrent"
        r"|concurrente|confrere|autre (?:fournisseur|prestataire|artisan))\b",
        r"sans (?:me|nous|m|rien) (?:\w+ )?(?:demander|prevenir|avertir|consulter)\b|sans (?:mon"
        r"|notre)"
        r" (?:accord|autorisation|consentement)\b|derniere fois qu(?:e|) (?:on|vous|quelqu)",
        r"(?:€|euros?|balles) pour (?!solder|payer|regler|clore|cloturer|terminer|commencer|debuter"
        r"|apurer|entamer|montrer|prouver|aider|arriver|rester|avancer|le premier)\w+er\b"
        r"|(?:faut|fallait) (?:oser|le faire)\b|c est (?:donne|du vol|l arnaque|cher paye)",
        r"(?:metre|constat|decompte|releve) contradictoire|quantites? (?:constatee|mesuree"
        r"|reelle)s?",
        r"quand (?:le|la|les|l) ?(?:vernis|peinture|enduit|joints?|colle|beton|ciment|porte|portail"
        r"|volet|tuile|robinet|moteur|pompe|four|chaudiere|machine|logiciel|fuite|mur|plafond) ",
        r"vous (?:comprendrez|verrez) (?:en (?:passant|voyant|venant)|pourquoi|vous memes?"
        r"|de quoi)",
        leaves=(
            r"impeccable|parfait\w*|nickel|ravie?s?|content\w*|satisf\w+|super\b|formidable\w*"
            r"|adorable\w*|bravo|merci (?:a|pour)|tout (?:va|marche|est en ordre|fonctionne|roule)"
            r"|marche"
            r" (?:bien|tres)|plus (?:une?|aucun\w*|de) (?:fuite|souci|probleme|panne|goutte)|banque"
            r"|prelevement|virement (?:est|a) (?:\w+ )?(?:arrete|interrompu)|client\w*",
        ),
        silent=(Intent.INVOICE_REQUEST, Intent.REDIRECT),
    ),
    sign(
        "part_only",
        r"pour (?:clore|clore definitivement|en finir avec) (?:le|la|l|ce|cette) ?(?:sujet|debat"
        r"|histoire|affaire|discussion|chapitre)",
        r"ce (?:que|qui) (?:j |je |nous |on |me |m )?(?:estim|sembl|jug|considere|cro[iy]|pens"
        r"|para)\w*"
        r" (?:\w+ )?(?:equitable|juste|du\b|devoir|normal|correct|raisonnable|honnete|merit\w*)",
    ),
    sign(
        "reservation",
        # Paid, and nothing admitted.
        r"sous (?:toutes? )?(?:protestations?|la contrainte|reserves? de (?:nos|mes|tous))|sans"
        r" prejudice\b|sans (?:que (?:cela|ca|ce) )?(?:\w+ ){0,2}(?:valoir|vaille|valant)? ?"
        r"(?:reconnaissance|aveu|approbation|acceptation)\b|a titre (?:provisionnel|conservatoire"
        r"|commercial|transactionnel|amiable|exceptionnel et)|contraint\w* et force\w*|a mon corps"
        r" defendant|under protest|without (?:prejudice|admission)|ohne anerkennung"
        r"|unter vorbehalt",
        r"(?:on|nous) n en parle(?:ra|rons|ns)? plus|(?:montant|somme|total|prix|chiffre) du (?:bon"
        r"|devis|contrat)\b|(?:selon|suivant|conformement a) (?:le|la|notre|mon|ma)? ?(?:bon|devis"
        r"|marche|contrat|bordereau|metre)\b[^.;]{0,40}\b(?:soit|moins|de moins|et non)\b",
        r"\d+ (?:€ |euros? )?de moins\b|(?:figure|amount|price|sum) on (?:the|our|my) (?:purchase"
        r"|po"
        r"|order|quote|estimate)|si (?:elle|il|ils) (?:le )?ve(?:ut|ulent)\b",
        r"(?:ne |n )?(?:l|les) (?:ai|avons|a) (?:pas|jamais) (?:cochee?|choisie?|demandee?|prise?"
        r"|commandee?|voulue?|souscrite?|utilisee?|consommee?|bue?|mangee?|acceptee?)s?\b",
        r"(?:she|he|they) (?:ll|will) (?:want to know|ask) (?:why|where|how|about)|le (?:jour"
        r"|lendemain"
        r"|soir)(?: du jour)? ou votre \w+ (?:sera|aura|viendra|passera)|la liste des (?:trous"
        r"|defauts"
        r"|casses?|manques?|manquants|dega\w+|reserves|malfacons|erreurs|oublis|fuites)",
        leaves=(r"titre exceptionnel,? (?:je|nous)|n en parlons plus, (?:merci|pardon)",),
        silent=(Intent.INVOICE_REQUEST,),
    ),
)
