"""What is contested, told by its facts: two figures, what should have been, what was sent back.

`dispute` has the words of grievance and `grounds` the grammar of things undone; here stand the
facts that people set side by side without complaining: "onze fûts, pas quatorze", "240 : non,
c'était offert". The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import Sentence, any_of, find_by, rule, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Onze fûts livrés, pas quatorze.",
    "240 : non, le nettoyage devait être offert.",
    "Personne n'a demandé cette option chez nous.",
    "Vous deviez enlever l'ancienne chaudière.",
    "C'est bloqué : le prix diffère du contrat.",
)
LEAVES = (
    "Le 14, pas le 11.",
    "240 lundi, non, mardi.",
    "Personne ne m'a rien dit, je règle demain.",
    "Vous devez avoir reçu le virement.",
    "Le compte est bloqué, j'appelle ma banque.",
)

_GOODS = (
    r"(?:marchandises?|commandes?|livraisons?|colis|cartons?|palettes?|materiel\w*|prestations?"
    r"|interventions?|travaux|chantiers?|machines?|appareils?|produits?|articles?|pieces?"
    r"|telecommande|portes?|fenetres?|vitres?|meubles?|recharges?|flacons?|chaudiere|pompe|four"
    r"|devis|contrat|options?|formations?|abonnement|location|service)"
)
_COUNT = r"(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quatorze|quinze|vingt)"
_TIME = (
    r"(?:jours?|heures?|h\b|mois|semaines?|janv\w*|fevr\w*|mars|avril|mai|juin|juil\w*|aout|sept\w*"
    r"|octobre|novembre|decembre|(?:lun|mar|mercre|jeu|vendre|same)di|20\d\d|fois|minutes?)"
)
_PRICE = r"(?:prix|tarifs?|montants?|taux|quantites?|remises?|price|rate|amount|quantity|figures?)"
_FREE = r"(?:offert\w*|gratuit\w*|inclus\w*|compris\w*|deduit\w*|pris\w* en charge|gracieu\w+)"
_WORK = (
    r"(?:enlever|reprendre|livrer|poser|finir|terminer|revenir|repasser|reparer|remplacer|nettoyer"
    r"|changer|installer|corriger|deduire|annuler|rembourser|intervenir|evacuer|fournir|monter"
    r"|peindre|refaire|regler (?:le|la|les) (?:porte|portail|machine|probleme|pompe|four))"
)

_RULES = (
    rule(
        "fait contraire à la facture",
        # Two figures side by side.
        rf"{_COUNT} (?!{_TIME})(?:\w+ ){{0,3}}?(?:livre|recu|receptionne|arrive|pose|fait|valide"
        rf"|pointe|compte)\w*\W{{1,3}}(?:et )?(?:pas|non) (?:pas )?{_COUNT}(?! {_TIME})",
        rf"(?:compte|recu|livre|trouve|pointe|receptionne|releve)\w*\b[^.?!]{{0,40}}: {_COUNT}"
        rf" (?!{_TIME})\w+,? (?:et )?(?:pas|non) {_COUNT}",
        r"(?:receptionne|recue?|livree?|commande|pointe|convenu|pese|devise)\w*(?: \w+){0,3}"
        r"[ :,]{1,3}\d[\d ,.]*\w{0,3},? (?:\w+ ){0,2}(?:facture|comptee?|porte)\w*"
        r"|\d[\d ,.]* (?:\w+ )?factures? (?:pour|contre|au lieu de) \d",
        r"(?:dit|disait|donne\w*|indique\w*|annonce\w*|indiquait"
        r"|portait)\b[^.?!]{0,30}\d[^.?!]{0,40}"
        r"(?:facture|compte)\w* (?:\w+ )?(?:dit|disait|indique|donne|annonce|porte|en (?:dit"
        r"|compte))\b",
        rf"(?:ne |n )?(?:a|est|sont|ont|soit)? ?(?:venu|passe|reste|vu|fait|livre)\w* que {_COUNT}"
        rf" (?:\w+ )?(?:jours?|heures?|fois|personnes?|\w+) sur (?:les )?{_COUNT}|{_COUNT} sur"
        rf" {_COUNT}\b"
        r"(?=.{0,30}(?:recu|livre|pose|fait|arriv|manqu))",
        r"(?:quoted|agreed|ordered|received|delivered) (?:\w+ ){0,3}\S{0,2}\d[^?!]{0,60}(?:you"
        r" (?:ve|have)"
        r" )?(?:billed|charged|invoiced)|only \d+ (?:of|out of) (?:the )?\d+",
        # What the price should have been, what was to be free.
        rf"{_PRICE}\b(?: \w+){{0,5}} (?:differe|differs|differes|n est pas celui|ne sont pas ceux"
        rf"|n est pas le (?:bon|notre"
        rf"|votre|prix)|ne correspond\w*|(?:doesn t|does not|don t) (?:match|agree)|excede"
        rf"|depasse)",
        rf"(?:devait|devaient|aurait du|auraient du|devrait|etait cense\w*|censee?s?) (?:\w+"
        rf" )?(?:etre"
        rf" )?(?:\w+ )?{_FREE}|(?:should have been|was (?:meant|supposed) to be) (?:free|included)",
        rf"(?:c etait|est|etait|sont) (?:\w+ )?(?:{_FREE}) (?:a partir|des|dans (?:le|notre|votre)"
        rf" (?:devis|contrat|forfait|prix)|d apres|selon|par (?:votre|m\b|mme))",
        r"(?:tva|taux)\b[^.?!]{0,60}(?:au lieu|reduit|c est (?:5|10)\b|devrait|doit etre a)"
        r"|(?:20 ?%|vingt pour cent) alors",
        # A line of the bill that nobody wanted.
        r"(?:n a|n ont|n avait|n avaient|n) (?:pas )?lieu d etre|on n en a jamais parle|jamais"
        r" (?:ete )?"
        r"(?:question de|prevu|convenu|annonce|mentionne)\w*|nobody (?:mentioned|asked for"
        r"|ordered)",
        r"(?:personne|nul|aucun de nous) (?:ici |chez nous )?(?:ne |n )(?:l |les )?(?:a|avait)"
        r" (?:\w+ )?"
        r"(?:demande|commande|accepte|valide|signe|autorise|souhaite)\w*(?! (?:le|la) (?:mail"
        r"|virement))",
        rf"(?:n a|n ont|n avait) (?:pas|jamais) (?:\w+ )?(?:fait l objet|ete demande|ete commande"
        rf"|ete signe"
        rf"|ete autorise|eu lieu)\w*|n y a (?:pas|jamais|pas jamais) eu (?:de |d )?{_GOODS}",
        r"(?:isn t|not|aren t) (?:ours|our (?:order|invoice|bill|site|job))\b|(?:bill|invoice"
        r"|charge) the"
        r" (?:owner|tenant|landlord|new|other)|(?:stopped|no longer) (?:manag|rent|own|us|leas)\w+",
        r"facturez (?:plutot |donc )?(?:le |la |l |au |a la )(?:nouveau|nouvelle|proprietaire"
        r"|locataire"
        r"|repreneur|acquereur|maitre d ouvrage)",
        # Entities.
        r"rien en commun|pas le meme (?:siren|siret|nom|numero)|(?:societe|entreprise|maison)"
        r" (?:\w+ ){1,3}"
        r"que vous cherchez|(?:dette|facture|commande|creance|prestations?|contrat|profit)\b.{0,40}"
        r"(?:precedent|ancien)\w* (?:exploitant|gerant|proprietaire|locataire|occupant)\w*",
        r"(?:connait|connaissons|connais|connaissent) (?:pas )?(?:ni )?(?:ce|cette|ces|votre)"
        r" (?:chantier"
        r"|prestation|commande|contrat|entreprise|societe)|(?:aucune|nulle) trace (?:de |d"
        r" )(?:cette |ce "
        rf"|ces |une |un |la |votre )?(?!piece){_GOODS}(?! (?:en pdf|signe))",
        r"n avons plus de (?:depot|site|agence|magasin|chantier|local|boutique)|(?:ferme|vendu"
        r"|cede|quitte)"
        r" (?:ce|cet|cette) (?:depot|site|agence|magasin|local|boutique)\b",
        # What was done to us.
        r"(?:on|nous|je) (?:vous |les |la |le |l ){0,3}(?:ai|a|avons|avait) (?:\w+ )?(?:refuse"
        r"|rendu"
        r"|retourne|renvoye|remporte)(?:e|es|s)?\b(?=.{0,60}(?:reception|livraison|livreur|bon"
        r"|palette"
        r"|carton|camion|depot|chauffeur))|(?:livreur|chauffeur)\b.{0,20}\b(?:a|avait) (?:repris"
        r"|remporte|remmene)\w*|les a remportes?",
        rf"{_GOODS},? (?:moi |nous )?(?:je|on|nous) (?:ne |n )?(?:l|les|la) (?:ai|a|avons) (?:\w+"
        rf" )?"
        r"(?:jamais|pas) (?:vue?s?|recue?s?|eue?s?)\b",
        rf"(?:n ai|n avons|n a|n est|ne sont) (?:jamais|pas|toujours pas) (?:ete )?(?:recue?s?"
        rf"|eue?s?|vue?s?"
        rf"|livree?s?) (?:la |le |les |ma |mes |notre |nos |cette |ces |vos |votre )?(?:\w+"
        rf" )?{_GOODS}"
        r"(?! signe)",
        r"(?:sont|est|etaient|etait|ont ete|a ete) (?:\w+ )?(?:arrive|livre|revenu|recu)e?s?"
        r" (?:\w+ ){0,3}"
        r"(?:ouverte?s?|vides?|sales?|gris\w*|mouille\w*|ecrase\w*|casse\w*|fane\w*|perime\w*"
        r"|abime\w*|froids?"
        r"|decongele\w*|pas frais|de travers|a l envers|en retard|trop tard|incomplet\w*)",
        r"(?:fanee?s?|ecrasee?s?|bon(?:ne)?s? a jeter|pas fraich\w+|pas frais|impropre\w*"
        r"|invendable\w*"
        r"|accroc|(?:laisse|livre|depose)\w*\b.{0,20} sous la pluie|plante\w* a chaque|s ouvre"
        r" tout seul|goutte (?:toujours|encore|exactement"
        r"|comme)|fuit (?:toujours|encore|comme)|leaking again|broke(?:n)? again|lache\w* (?:\w+"
        r" )?au bout"
        r" d|tombee? en panne (?:\w+ )?(?:au bout|\w+ jours?|trois|deux|une semaine|le lendemain"
        r"|des le))",
        r"(?:depuis|apres) (?:que )?(?:vous (?:l |la |les |y )?(?:avez|etes)|votre (?:passage"
        r"|visite"
        r"|intervention|reparation|livraison|technicien))\b(?=.{0,80}(?:panne|fuit|marche"
        r"|fonctionne|casse"
        r"|bruit|pire|plus|coute|tombe))|(?:panne|fuit|marche (?:plus|pas)|casse"
        r"|bruit)\b.{0,40}depuis"
        r" (?:que vous|votre)",
        rf"(?:vous|tu) (?:m |nous |l |les )?(?:deviez|devais|auriez du|devriez) (?:\w+"
        rf" )?(?:{_WORK})"
        r"|(?:reparez|revenez|reprenez|remplacez|finissez|terminez) (?:\w+ )?(?:le|la|les|d abord"
        r"|votre"
        r"|ce|regler|finir|poser)|d abord\b.{0,20}(?:reparez|revenez|reprenez|finissez)",
        r"devait (?:durer|faire|tenir|comprendre|venir|couvrir|arriver|peser|mesurer)\b"
        r"|(?:formateur"
        r"|technicien|interimaire|commis|equipe|prestataire)\b.{0,30}(?:est parti|parti\w* (?:des"
        r"|a|le)"
        r"|n est venu|absent)",
        r"(?:renvoie|renvoyons|retourne) (?:\w+ )?a l expediteur|\d\S{0,9} (?:le|la|l|du|de l) \w+"
        r" contre \d"
        r"|opposition (?:au|a la|a ce|sur le) (?:reglement|paiement|solde)|desordres? (?:signale"
        r"|constate"
        r"|releve|persist)\w*|(?:fendu|ebreche|tordu|fele)e?s?\b(?=.{0,60}(?:attend|pas|toujours))"
        r"|attend\w* toujours (?:de )?vos nouvelles|ressemble\w* (?:\w+ )?a une (?:seconde"
        r"|deuxieme) fois"
        r"|deja (?:regle|paye) (?:ce|cette) (?:chantier|prestation|intervention|livraison)",
        # What is kept back.
        r"(?:pay|regl|vir|vers)\w*\b.{0,60}(?:sans (?:la|le|les) (?:livraison|port|pose|frais"
        r"|transport"
        r"|deplacement|supplement)|moins (?:le|la|les) (?:carton|heures?|piece|ligne|palette)|avec"
        r" une"
        r" retenue|deduction faite (?:de|des|du) (?!avoir|acompte|l))|j ai (?:enleve|retire|ote"
        r"|deduit)"
        r" (?:le|la|les|un|une|deux|trois) ",
        r"reserves?\b.{0,30}(?:pas|toujours|non) (?:\w+ )?lev\w+|(?:garde|gardons|retiens"
        r"|retenons) (?:\w+ )?"
        r"(?:mes sous|l argent|ma moitie|le solde|la somme|\d)(?=.{0,80}(?:tant|jusqu|comme|car|vu"
        r"|parce)|\W*$)",
        r"(?:seconde|deuxieme|derniere|autre|reste|solde|troisieme|moitie)\b.{0,20}(?:attendra"
        r"|suivra|viendra"
        r"|partira) (?:que|avec le reste|quand|lorsque|une fois) (?:le (?:resultat|travail"
        r"|chantier|reste|"
        r"materiel)|la (?:marchandise|livraison|pose|garantie|porte)|les (?:travaux|pieces"
        r"|reserves)|tout)",
        r"(?:pas|plus|ne) (?:\w+ ){0,2}(?:demontre|prouve|justifie|etabli|fonde|merite)e?s?\b(?=\W"
        r"|$)"
        r"|aucun compte\b|deux fois la meme (?:chose|somme|facture|prestation)|meme chantier,?"
        r" meme",
        r"(?:vous|tu) (?:me|nous|m|n) (?:\w+ )?(?:devez|dois|doivent) (?:\w+ )?(?:un avoir|\d"
        r"|encore|l avoir"
        r"|une remise|de l argent)|avoir (?:partiel|total|de \d+ ?\S*) (?:attendu|demande|a"
        r" emettre|du)"
        r"|attend\w* (?:\w+ )?(?:facture|avoir) rectifi\w+",
        r"(?:on hold|blocked|bloquee?s?)\b(?=.{0,60}(?:price|prix|quantit|ecart|contrat|contract"
        r"|qualit|litig"
        r"|devis|tarif))|en litige qualite",
        r"(?:won t|not|aren t|isn t) (?:paying|going to pay) for (?:a|the|that|something|work"
        r"|repairs?)"
        r"|(?:je|on|nous) (?:ne |n )?(?:paie|paye|payons|regle|paierai|reglerai|paierons) pas"
        r" (?:la|le|les"
        r"|pour|l|un|une|des) (?:\w+ ){1,5}(?:qui|que|d un|pas|non|alors|tant)",
        r"envoye[zr] (?:moi |nous )?(?:la |le |une )?(?:\S+ )?(?:corrigee|rectifiee|refaite)\b"
        r"|(?:la|facture)"
        r" \d{2,} corrigee|cobran (?:\w+ )?\w+|no pagamos hasta|hasta que (?:\w+ )?corrij",
        leaves=(
            r"(?:ne conteste|rien a redire|(?:est|sont|etait) (?:leve|resolu|regle|retrouve"
            r"|repare)\w*"
            r"|erreur de (?:ma|notre)|chez nous c est|mon fournisseur|notre client|mes clients)",
            r"(?:virement|paiement|cheque|prelevement|banque|carte|subvention|salaire|credit|pret"
            r"|client\w*)"
            r"\b(?: \w+){0,4} (?:refuse|rendu|retourne|bloque|rejete)\w*",
            r"jamais (?:ete )?question de ne pas|(?:rib|iban|siret|reference|code|libelle|adresse"
            r"|numero"
            r" (?:de|d) \w+)\b.{0,25}(?:ne correspond|n est pas le bon|errone)",
        ),
    ),
)

_PART_NO = any_of(
    r"(?:(?:la|les|celle|celui|le) ?)?(?:n )?\d[\d ]{1,8}(?:€|euros?|eur)? ?: (?:c est )?non\b"
    r"|^(?:la|les|le|l) (?:\w+ ){1,3}(?:c est )?non ?[:,.]"
    r"|(?:premiere|deuxieme|seconde|troisieme|derniere|autre|petite|grosse)s?,? (?:c est )?non\b"
    r"|(?:mais|et) (?:c est )?(?:non|pas) pour (?:la |les |le |l )?(?:\d|autre|deuxieme|seconde"
    r"|derniere"
    r"|reste|petite|grosse)|(?:les|des) \d[\d ,.]*(?:€|euros?)? (?:de|d) (?:plus|trop"
    r"|supplement\w*|frais"
    r"|gestion|penalites?|consignes?)\b.{0,60}(?:non|pas|jamais|expliquer|rendu\w*|refus\w*"
    r"|conteste\w*)"
)
_BY_DAY = any_of(
    r"non,? (?:plutot |finalement )?(?:le |la |a )?(?:\d|(?:lun|mar|mercre|jeu|vendre)di)"
)


def find(text: str) -> tuple[Finding, ...]:
    """The facts that contradict the bill."""
    told = find_by(Intent.DISPUTE, _RULES, text)
    return told + tuple(_refused_part(each) for each in sentences(text) if _refuses_a_part(each))


def _refuses_a_part(sentence: Sentence) -> bool:
    return bool(_PART_NO.search(sentence.folded)) and not _BY_DAY.search(sentence.folded)


def _refused_part(sentence: Sentence) -> Finding:
    hit = _PART_NO.search(sentence.folded)
    span = sentence.raw[slice(*hit.span())].strip() if hit else sentence.raw
    return Finding(intent=Intent.DISPUTE, span=span, rule="une part refusée", strength=2)
