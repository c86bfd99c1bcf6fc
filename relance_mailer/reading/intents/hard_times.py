"""Cash trouble told by its causes: nothing comes in, a misfortune, others first, no day to give.

`distress` knows the words of the trade ("trésorerie tendue"); here stand the ways in which people
tell it from their side. Without a name of a ground beside it this pauses nothing. The examples:
`TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import PAY_TO, find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "On a perdu notre plus gros chantier de l'année et plus rien ne rentre.",
    "Nous payons d'abord les salaires.",
    "La grêle a tout pris.",
    "Je ne sais pas quand je pourrai.",
    "On survit.",
)
LEAVES = (
    "Il n'en reste plus rien, tout est payé.",
    "J'ai perdu votre facture.",
    "La banque ouvre lundi.",
    "Je sais quand je pourrai : vendredi.",
)

_OURS = r"(?:mon|ma|mes|notre|nos|le|la|les|un|une|deux|trois|plusieurs|l)"
_CUSTOM = (
    r"(?:plus gros|meilleur|principal|gros|premier|seul)? ?(?:clients?|contrats?|marches?"
    r"|chantiers?|recoltes?|elevages?|emploi|travail|boulot|place|agrement|subventions?|licence"
    r"|fonds de commerce|salariee?s?|poste|saison|locataires?|vendanges?|bail)"
)
_BLOW = (
    r"(?:grele|gel|secheresse|inondations?|incendie|tempete|orage|canicule|grippe aviaire|mildiou"
    r"|crue|feu|degat des eaux|cambriolage|casse|divorce|separation|greve|travaux (?:devant"
    r"|de (?:voirie|la rue|la place)|dans la rue)|confinement|deviation|peste|fievre)"
)
_STRUCK = (
    r"(?:hache|pris|emporte|tue|detruit|ravage|ruine|fauche|mis|vide|coute|mange|noye|grille|rase"
    r"|plombe|coupe|acheve|reduit|fait fuir|laisse)\w*"
)

_RULES = (
    rule(
        "rien ne rentre",
        r"(?:plus|pas) (?:\w+ )?(?:rien|personne|grand monde|un chat) (?:ne |n )?(?:rentre|entre"
        r"|vient|achete|tombe)\b|rien ne (?:rentre|tombe)|rentrees? (?:\w+ ){0,3}(?:ne|n) (?:vien"
        r"|arriv)\w+ pas|rentrees? qui",
        rf"(?:perdu|perdons|perd|perte de) (?:\w+ )?{_OURS} {_CUSTOM}",
        r"(?:clients?|promoteur|donneur d ordre|maitre d ouvrage|mairie|etat|departement|region"
        r"|prefecture)\b(?: \w+){0,6} (?:ne |n )?(?:me|m|nous) (?:\w+ )?(?:doi\w+|pai\w+ (?:pas"
        r"|plus)|pay\w+ (?:pas|plus)|ont (?:pas|plus|plante|laisse)|a (?:pas|plante|laisse))",
        r"(?:attend\w*|attente) (?:\w+ ){0,2}(?:que |d )?(?:\w+ ){0,3}(?:clients?|promoteur) (?:me"
        r"|m|nous) (?:pai|pay|regl|vers|rembours)\w*|mes (?:propres )?clients (?:se )?(?:reveill"
        r"|pai|pay|traine)\w*",
        r"impayes? (?:en cascade|chez nous|de (?:mes|nos) clients?|qui s (?:accumul|empil)\w*)"
        r"|(?:chiffre|ventes?|activite|commandes?|recettes?|frequentation"
        r"|chiffre d affaires) (?:\w+ ){0,3}(?:fondu|chute|baisse|effondre|divise|plonge"
        r"|degringole|dimin\w+|reduit)\w*",
        r"(?:saison|annee|exercice|ete|hiver|printemps|trimestre) (?:\w+ ){0,3}(?:catastroph\w+"
        r"|mauvaise?|pourrie?|blanche?|desastr\w+|calamiteu\w+|nulle?|rate\w*|vide)",
        r"(?:usine|atelier|boutique|magasin|salle|restaurant|hotel|scierie"
        r"|chantier)s? (?:\w+ ){0,3}(?:a l arret|arretee?|desertee?|vides?|en sommeil)|(?:du "
        r"|fermer (?:\w+ )?)(?:deux|trois|une|nos|la) (?:boutiques?|magasins?|agences?|salles?)",
        r"(?:customers?|clients?) (?:\w+ ){0,4}(?:stiffed|folded|quiet|gone bust|(?:aren t"
        r"|not) paying|to pay)|(?:waiting|wait) on (?:\w+ ){0,3}(?:customers?|clients?)"
        r"|lost (?:our|the|my) (?:\w+ ){0,2}(?:customer|client|contract|account)"
        r"|business is (?:slow|dead|quiet)|bad(?:ly)? (?:season|year)|keep the lights on"
        r"|make payroll",
        leaves=(
            r"(?:rien|pas|plus) (?:\w+ )?(?:a craindre|grave)|factures? (?:\w+ )?(?:perdu"
            r"|egare)\w*|perdu (?:\w+ )?(?:factures?|courrier|mail|papier|vue|temps)",
        ),
    ),
    rule(
        "un coup dur",
        rf"{_BLOW}\b(?: \w+){{0,6}} (?:a|ont|nous|m|t|avait) (?:\w+ )?(?:tout "
        rf"|toute? )?{_STRUCK}\b",
        rf"(?:depuis|avec|apres|suite a|a cause d\w*) (?:la |le |l |les |une? |notre "
        rf"|mon )?{_BLOW}\b"
        r"(?=.{0,80}(?:perdu|survi|plus|pas|moitie|vide|dur|sec|rentr|tourn|peine|mal|sous))",
        r"(?:boutique|maison|atelier|local|hangar|grange|serre|magasin|camion|bureau"
        r"|entrepot)s? (?:\w+ ){0,2}(?:a|ont) (?:ete )?(?:brul|inond|ravag|detrui|vandalis"
        r"|cambriol)\w*",
        r"(?:ai|a|avons) ete (?:licencie|vire\b|mis (?:au chomage|a pied|en arret)|opere"
        r"|hospitalise)\w*(?=.{0,120}(?:revenu|paye|salaire|indemnit|plus|pas|sous|argent|moitie"
        r"|dur)|\W*$)",
        r"(?:a mi temps|en mi temps|arret (?:maladie|de travail)"
        r"|indemnites? journalieres?)\b(?=.{0,80}(?:tombe|vers|pas|plus|attend|moitie|maigre)"
        r"|\W*$)|(?:suis|est) en arret (?:depuis|jusqu)",
        r"(?:au bout du rouleau|plus la tete a|pleurer|je n ose plus|j ai honte|m en sors (?:plus"
        r"|pas)|y arriv\w+ (?:plus|pas)|a genoux|on survit|survivre|tenir le coup|sans ressources?"
        r"|on vivote|la corde au cou|noye\w* sous les (?:dettes|factures))",
        leaves=(r"honte de (?:vous|votre)|vous (?:devriez|n avez pas) honte|honte a vous",),
    ),
    rule(
        "d'autres d'abord",
        r"(?:pai\w+|pay\w+|regl\w+|pass\w+|vers\w+) (?:\w+ )?(?:d abord|en premier|avant tout"
        r"|en priorite|uniquement|que|plus que) (?:\w+ )?(?:les |mes |nos |l |le "
        r"|la )?(?:salaires?|salaries|employes|paies?|loyer|urssaf|fisc|impots|electricite|gens"
        r"|personnel|ouvriers)",
        r"(?:salaires?|employes|salaries|paies|loyer|urssaf) (?:d abord|avant tout|en premier"
        r"|passent avant)|(?:mes|les|nos) (?:employes|salaries|ouvriers|gars) avant tout",
        r"(?:pas|plus) (?:les )?seuls? (?:\w+ ){0,2}(?:a attendre|dans ce cas|que nous)",
        r"(?:choisis|choisir|choix) entre\b.{0,60}(?:payer|pay\w*|chauff|mang|facture|loyer)",
    ),
    rule(
        "rien ne peut sortir",
        r"(?:pas|plus|pu) (?:\w+ )?(?:d |l |les |un )?(?:argent|sous(?! (?:cette|la|le|huitaine|\d"
        r"|peu|quinzaine|votre|ce))|thunes?|centime|euro|fonds|radis"
        r"|moyens)\b(?!.{0,20}(?:d avance|au comptoir))|jai pu dargent|(?:plus|pas|rien"
        r"|ni) de quoi (?:vous )?(?:payer|regler|vivre|manger)|encore moins de quoi",
        r"(?:sorties?|sortir) (?:d |de |un |le |les |des )?(?:argent|centime|cheques?|fonds"
        r"|euro)\w*(?=.{0,80}(?:approuv|autoris|conseil|plus|pas|interdi|bloqu|siege|audit))"
        r"|(?:autoris\w+|consigne) (?:\w+ ){0,3}(?:de ne (?:plus|pas|rien)|de sortir|de payer)\b",
        r"(?:reglements?|paiements?|virements?|decaissements?|depenses) (?:\w+ ){0,5}(?:accus\w+"
        r"|subiss\w+|a l arret|geles?|suspendu\w*|bloque\w*|stoppe\w*|en pause)"
        r"|payments? (?:\w+ ){0,4}(?:on hold|frozen|stuck|suspended)|(?:put|been put|is"
        r"|are) on hold",
        r"(?:lignes? de credit|decouvert|credit|pret|autorisation|banque)\b(?: \w+){0,5} (?:coupe"
        r"|supprim|refus|renegoci|report|gel|denonc|retir|suspend|a encore"
        r"|n a pas (?:encore )?(?:statue|repondu))\w*|en renegociation|overdrawn|overdraft",
        r"(?:me|nous) (?:reste|restait) (?:plus )?(?:que|rien)|(?:compte|comptons) (?:mes|nos"
        r"|chaque) sous|pas pu me (?:payer|verser|sortir)|(?:caisse|compte)s? (?:\w+ )?(?:a zero"
        r"|vides?|a sec)",
    ),
    rule(
        "aucun jour à donner",
        r"(?:sais|savons|sait|saurais|dirais?|dire) (?:pas|plus|meme pas) (?:\w+ )?(?:quand"
        r"|quel jour|a quelle date|comment) (?:je |nous |on |ca |la |le )?(?:\w+ ){0,2}(?:pourr"
        r"|paier|regler|va|vais|aurai|sera|rentr|arriver)\w*|je ne sais (?:pas|plus) quand"
        r"|sais juste pas",
        r"(?:retire|retirons|annul\w+|reprends) (?:\w+ )?(?:cet |mon |notre |ma "
        r"|cette )(?:engagement|promesse|parole|date)|(?:engagement|promesse"
        r"|date)\w*\b.{0,50}(?:plus cours|plus valable|oublie[rz]|caduqu|ne tien\w+)|(?:ne "
        r"|n )?(?:promets|promettrai|m engage|avance) (?:plus|pas) (?:rien|de date|sur)?",
        rf"(?:voudrais|aimerais) (?:\w+ )?(?:pouvoir )?(?:vous )?(?:dire|donner|annoncer|{PAY_TO})"
        r"(?=.{0,50}(?:pas|mais|impossible))|(?:pas"
        r"|aucune) (?:de )?date (?:\w+ ){0,3}(?:communiquer|donner|annoncer|avancer)"
        r"|date que je (?:ne|n) \w+ pas",
        r"(?:can t|cannot|couldn t|can not) (?:\w+ ){0,3}(?:date|say (?:now )?when"
        r"|tell you (?:\w+ )?(?:when|where))|(?:don t|not) know when|no date (?:yet|i)"
        r"|wish i had (?:better news|a date)|not (?:ducking|dodging|avoiding) you",
        r"(?:c est|cest|la c est|reste|devient) (?:vraiment |tres |un peu |super |assez )?(?:dur"
        r"|chaud|serre|tendu|raide|ric rac|complique|compliquee)\b|(?:temps|mois"
        r"|moments?) (?:\w+ ){0,2}durs?|times are (?:hard|tough)",
        r"(?:oubliez|laissez tomber) (?:le \d|la date|vendredi|lundi|mardi|mercredi|jeudi|samedi)"
        r"|(?:je n|on n) y arriver\w+ pas|ca ne se fera pas (?:le|ce|a)",
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where somebody tells why no money can come."""
    return find_by(Intent.DISTRESS, _RULES, text)
