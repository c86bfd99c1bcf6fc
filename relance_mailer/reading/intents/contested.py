"""What is contested, told by its facts: two figures, what should have been, what was sent back.

`dispute` has the words of grievance and `grounds` the grammar of things undone; here stand the
facts that people set side by side without complaining: "onze fûts, pas quatorze", "240 : non,
c'était offert". The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import Sentence, find_by, rule, sentences, words_in
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
    r"(?:jours?|heures?|h\b|mois|semaines?|janv\w*|fevr\w*|mars|avril|mai|juin|juil\w*|aout"
    r"|sept\w*|octobre|novembre|decembre|(?:lun|mar|mercre|jeu|vendre|same)di|20\d\d|fois"
    r"|minutes?)"
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
        rf"(?:compte|recu|livre|trouve|pointe|receptionne"
        rf"|releve)\w*\b[^.?!]{{0,40}}: {_COUNT} (?!{_TIME})\w+,? (?:et )?(?:pas|non) {_COUNT}",
        r"(?:receptionne|recue?|livree?|commande|pointe|convenu|pese"
        r"|devise)\w*(?: \w+){0,3}[ :,]{1,3}\d[\d ,.]*\w{0,3},? (?:\w+ ){0,2}(?:facture|comptee?"
        r"|porte)\w*|\d[\d ,.]* (?:\w+ )?factures? (?:pour|contre|au lieu de) \d",
        r"(?:dit|disait|donne\w*|indique\w*|annonce\w*|indiquait"
        r"|portait)\b[^.?!]{0,30}\d[^.?!]{0,40}(?:facture|compte)\w* (?:\w+ )?(?:dit|disait"
        r"|indique|donne|annonce|porte|en (?:dit|compte))\b",
        rf"(?:ne |n )?(?:a|est|sont|ont|soit)? ?(?:venu|passe|reste|vu|fait"
        rf"|livre)\w* que {_COUNT} (?:\w+ )?(?:jours?|heures?|fois|personnes?"
        rf"|\w+) sur (?:les )?{_COUNT}|{_COUNT} sur {_COUNT}\b"
        r"(?=.{0,30}(?:recu|livre|pose|fait|arriv|manqu))",
        r"(?:quoted|agreed|ordered|received|delivered) (?:\w+ ){0,3}\S{0,2}\d[^?!]{0,60}(?:you "
        r"(?:ve|have) )?(?:billed|charged|invoiced)|only \d+ (?:of|out of) (?:the )?\d+",
        # What the price should have been, what was to be free.
        rf"{_PRICE}\b(?: \w+){{0,5}} (?:differe|differs|differes|n est pas celui|ne sont pas ceux"
        rf"|n est pas le (?:bon|notre|votre|prix)|ne correspond\w*|(?:doesn t|does not"
        rf"|don t) (?:match|agree)|excede|depasse)",
        rf"(?:devait|devaient|aurait du|auraient du|devrait|etait cense\w*"
        rf"|censee?s?) (?:\w+ )?(?:etre )?(?:\w+ )?{_FREE}|(?:should have been|was (?:meant"
        rf"|supposed) to be) (?:free|included)",
        rf"(?:c etait|est|etait|sont) (?:\w+ )?(?:{_FREE}) (?:a partir|des|dans (?:le|notre"
        rf"|votre) (?:devis|contrat|forfait|prix)|d apres|selon|par (?:votre|m\b|mme))",
        r"(?<!attestation )(?:tva|taux)\b[^.?!]{0,60}(?:au lieu|reduit|c est (?:5|10)\b|devrait"
        r"|doit etre a)"
        r"|(?:20 ?%|vingt pour cent) alors",
        # A line of the bill that nobody wanted.
        r"(?:n a|n ont|n avait|n avaient|n) (?:pas )?lieu d etre|on n en a jamais parle"
        r"|jamais (?:ete )?(?:question de|prevu|convenu|annonce|mentionne)\w*|nobody (?:mentioned"
        r"|asked for|ordered)",
        r"(?:personne|nul|aucun de nous) (?:ici |chez nous )?(?:ne |n )(?:l |les )?(?:a"
        r"|avait) (?:\w+ )?(?:demande|commande|accepte|valide|signe|autorise|souhaite)\w*(?! (?:le"
        r"|la) (?:mail|virement))",
        rf"(?:n a|n ont|n avait) (?:pas|jamais) (?:\w+ )?(?:fait l objet|ete demande|ete commande"
        rf"|ete signe|ete autorise|eu lieu)\w*|n y a (?:pas|jamais|pas jamais) eu (?:de "
        rf"|d )?{_GOODS}",
        r"(?:isn t|not|aren t) (?:ours|our (?:order|invoice|bill|site|job))\b|(?:bill|invoice"
        r"|charge) the (?:owner|tenant|landlord|new|other)|(?:stopped|no longer) (?:manag|rent|own"
        r"|us|leas)\w+",
        r"facturez (?:plutot |donc )?(?:le |la |l |au |a la )(?:nouveau|nouvelle|proprietaire"
        r"|locataire|repreneur|acquereur|maitre d ouvrage)",
        # Entities.
        r"rien en commun|pas le meme (?:siren|siret|nom|numero)|(?:societe|entreprise"
        r"|maison) (?:\w+ ){1,3}que vous cherchez|(?:dette|facture|commande|creance|prestations?"
        r"|contrat|profit)\b.{0,40}(?:precedent|ancien)\w* (?:exploitant|gerant|proprietaire"
        r"|locataire|occupant)\w*",
        r"(?:connait|connaissons|connais|connaissent) (?:pas )?(?:ni )?(?:ce|cette|ces"
        r"|votre) (?:chantier|prestation|commande|contrat|entreprise|societe)|(?:aucune"
        r"|nulle) trace (?:de |d )(?:cette |ce "
        rf"|ces |une |un |la |votre )?(?!piece){_GOODS}(?! (?:en pdf|signe))",
        r"n avons plus de (?:depot|site|agence|magasin|chantier|local|boutique)|(?:ferme|vendu"
        r"|cede|quitte) (?:ce|cet|cette) (?:depot|site|agence|magasin|local|boutique)\b",
        # What was done to us.
        r"(?:on|nous(?! (?:\w+ )?a\b)|je) (?:vous |les |la |le |l ){0,3}(?:ai|a|avons|avait) (?:\w+"
        r" )?(?:refuse"
        r"|rendu|retourne|renvoye|remporte)(?:e|es|s)?\b(?=.{0,60}(?:reception|livraison|livreur"
        r"|bon|palette|carton|camion|depot|chauffeur))|(?:livreur|chauffeur)\b.{0,20}\b(?:a"
        r"|avait) (?:repris|remporte|remmene)\w*|les a remportes?",
        rf"{_GOODS},? (?:moi |nous )?(?:je|on|nous) (?:ne |n )?(?:l|les|la) (?:ai|a"
        rf"|avons) (?:\w+ )?"
        r"(?:jamais|pas) (?:vue?s?|recue?s?|eue?s?)\b",
        rf"(?:n ai|n avons|n a|n est|ne sont) (?:jamais|pas|toujours pas) (?:ete )?(?:recue?s?"
        rf"|eue?s?|vue?s?|livree?s?) (?:la |le |les |ma |mes |notre |nos |cette |ces |vos "
        rf"|votre )?(?:\w+ )?{_GOODS}"
        r"(?! signe)",
        r"(?:sont|est|etaient|etait|ont ete|a ete) (?:\w+ )?(?:arrive|livre|revenu"
        r"|recu)e?s? (?:\w+ ){0,3}(?:ouverte?s?|vides?|sales?|gris\w*|mouille\w*|ecrase\w*"
        r"|casse\w*|fane\w*|perime\w*|abime\w*|froids?|decongele\w*|pas frais|de travers"
        r"|a l envers|en retard|trop tard|incomplet\w*)",
        r"(?:fanee?s?|ecrasee?s?|bon(?:ne)?s? a jeter|pas fraich\w+|pas frais|impropre\w*"
        r"|invendable\w*|accroc|(?:laisse|livre|depose)\w*\b.{0,20} sous la pluie"
        r"|plante\w* a chaque|s ouvre tout seul|goutte (?:toujours|encore|exactement|comme)"
        r"|fuit (?:toujours|encore|comme)|leaking again|broke(?:n)? again"
        r"|lache\w* (?:\w+ )?au bout d|tombee? en panne (?:\w+ )?(?:au bout|\w+ jours?|trois|deux"
        r"|une semaine|le lendemain|des le))",
        r"(?:depuis|apres) (?:que )?(?:vous (?:l |la |les |y )?(?:avez|etes)|votre (?:passage"
        r"|visite|intervention|reparation|livraison|technicien))\b(?=.{0,80}(?:panne|fuit|marche"
        r"|fonctionne|casse|bruit|pire|plus|coute|tombe))|(?:panne|fuit|marche (?:plus|pas)|casse"
        r"|bruit)\b.{0,40}depuis (?:que vous|votre)",
        rf"(?:vous|tu) (?:m |nous |l |les )?(?:deviez|devais|auriez du"
        rf"|devriez) (?:\w+ )?(?:{_WORK})"
        r"|(?:reparez|revenez(?! pas)|reprenez|remplacez|finissez|terminez) (?:\w+ )?(?:le|la|les"
        r"|d abord"
        r"|votre|ce|regler|finir|poser)|d abord\b.{0,20}(?:reparez|revenez|reprenez|finissez)",
        r"devait (?:durer|faire|tenir|comprendre|venir|couvrir|arriver|peser|mesurer)\b"
        r"|(?:formateur|technicien|interimaire|commis|equipe|prestataire)\b(?:(?!reglement"
        r"|virement|paiement|cheque).){0,30}(?:est parti"
        r"|parti\w* (?:des|a|le)|n est venu|absent)",
        r"(?:renvoie|renvoyons|retourne) (?:\w+ )?a l expediteur|\d\S{0,9} (?:le|la|l|du"
        r"|de l) \w+ contre \d|opposition (?:au|a la|a ce|sur le) (?:reglement|paiement|solde)"
        r"|desordres? (?:signale|constate|releve|persist)\w*|(?:fendu|ebreche|tordu"
        r"|fele)e?s?\b(?=.{0,60}(?:attend|pas|toujours))|attend\w* toujours (?:de )?vos nouvelles"
        r"|ressemble\w* (?:\w+ )?a une (?:seconde|deuxieme) fois|deja (?:regle|paye) (?:ce"
        r"|cette) (?:chantier|prestation|intervention|livraison)",
        # What is kept back.
        r"(?:pay|regl|vir|vers)\w*\b.{0,60}(?:sans (?:la|le|les) (?:livraison|port|pose|frais"
        r"|transport|deplacement|supplement)|moins (?:le|la|les) (?:carton|heures?|piece|ligne"
        r"|palette)|avec une retenue|deduction faite (?:de|des|du) (?!avoir|acompte|l))"
        r"|j ai (?:enleve|retire|ote|deduit) (?:le|la|les|un|une|deux|trois) ",
        r"reserves?\b.{0,30}(?:pas|toujours|non) (?:\w+ )?lev\w+|(?:(?:je|on) (?:\w+ )?garde"
        r"|gardons|retiens"
        r"|retenons) (?:\w+ )?(?:mes sous|l argent|ma moitie|le solde|la somme"
        r"|\d)(?=.{0,80}(?:tant|jusqu|comme|car|vu|parce)|\W*$)",
        r"(?:seconde|deuxieme|derniere|autre|reste|solde|troisieme|moitie)\b.{0,20}(?:attendra"
        r"|suivra|viendra|partira) (?:que|avec le reste|quand|lorsque|une fois) (?:le (?:resultat"
        r"|travail|chantier|reste|materiel)|la (?:marchandise|livraison|pose|garantie|porte)"
        r"|les (?:travaux|pieces|reserves)|tout)",
        r"(?:pas|plus|ne) (?:\w+ ){0,2}(?:demontre|prouve|justifie|etabli|fonde|merite)e?s?\b(?=\W"
        r"|$)|aucun compte\b|deux fois la meme (?:chose|somme|facture|prestation)"
        r"|meme chantier,? meme",
        r"(?:vous|tu) (?:me|nous|m|n) (?:\w+ )?(?:devez|dois|doivent) (?:\w+ )?(?:un avoir|\d"
        r"|encore|l avoir|une remise|de l argent)|avoir (?:partiel|total|de \d+ ?\S*) (?:attendu"
        r"|demande|a emettre|du)|attend\w* (?:\w+ )?(?:facture|avoir) rectifi\w+",
        r"(?:on hold|blocked|bloquee?s?)\b(?=.{0,60}(?:price|prix|quantit|ecart|contrat|contract"
        r"|qualit|litig|devis|tarif))|en litige qualite",
        r"(?:won t|not|aren t|isn t) (?:paying|going to pay) for (?:a|the|that|something|work"
        r"|repairs?)|(?:je|on|nous) (?:ne |n )?(?:paie|paye|payons|regle|paierai|reglerai"
        r"|paierons) pas (?:la|le|les|pour|l|un|une|des) (?:\w+ ){1,5}(?:qui|que|d un|pas|non"
        r"|alors|tant)",
        r"envoye[zr] (?:moi |nous )?(?:la |le |une )?(?:\S+ )?(?:corrigee|rectifiee|refaite)\b"
        r"|(?:la|facture) \d{2,} corrigee|cobran (?:\w+ )?\w+|no pagamos hasta"
        r"|hasta que (?:\w+ )?corrij",
        leaves=(
            r"(?:ne conteste|rien a redire|(?:est|sont|etait) (?:leve|resolu|regle|retrouve"
            r"|repare)\w*|erreur de (?:ma|notre)|chez nous c est|mon fournisseur|notre client"
            r"|mes clients)",
            r"(?:virement|paiement|cheque|prelevement|banque|carte|subvention|salaire|credit|pret"
            r"|client\w*)\b(?: \w+){0,4} (?:refuse|rendu|retourne|bloque|rejete)\w*",
            r"jamais (?:ete )?question de ne pas|(?:rib|iban|siret|reference|code|libelle|adresse"
            r"|numero (?:de|d) \w+)\b.{0,25}(?:ne correspond|n est pas le bon|errone)",
        ),
    ),
)

_PART_NO = words_in(
    r"(?:(?:la|les|celle|celui|le) ?)?(?:n )?\d[\d ]{1,8}(?:€|euros?|eur)? ?: (?:c est )?non\b"
    r"|^(?:la|les|le|l) (?!(?:reponse|decision|position|conclusion"
    r"|direction)\b)(?:\w+ ){1,3}(?:c est"
    r" )?non ?[:,.]|(?:premiere|deuxieme|seconde|troisieme"
    r"|derniere|autre|petite|grosse)s?,? (?:c est )?non\b|(?:mais|et) (?:c est )?(?:non"
    r"|pas) pour (?:la |les |le |l )?(?:\d|autre|deuxieme|seconde|derniere|reste|petite|grosse)"
    r"|(?:les|des) \d[\d ,.]*(?:€|euros?)? (?:de|d) (?:plus|trop|supplement\w*|frais|gestion"
    r"|penalites?|consignes?)\b.{0,60}(?:non|pas|jamais|expliquer|rendu\w*|refus\w*|conteste\w*)"
)
_BY_DAY = words_in(
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
