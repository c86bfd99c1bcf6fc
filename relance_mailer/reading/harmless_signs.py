"""Words in which a sign of `misgivings` stands and that hide nothing: sign by sign.

A sign catches by a word ("report", "rejetée", "le reste"). Where that very word belongs to one of
these constructions nothing is conditioned, cut, bargained with or contested; another such word in
the same sentence still counts. The examples: `HIDES_NOTHING` and `HIDES`.
"""

import re

from relance_mailer.reading.intents.phrases import any_of

HIDES_NOTHING = (
    "Merci pour le délai que vous m'avez accordé, je règle vendredi.",
    "Les bâches que vous aviez livrées ont tenu. Je paie lundi.",
    "La facture a été rejetée à l'intégration, elle part jeudi en paiement.",
    "Je l'ai rangé avec le reste et je transmets au service.",
    "Il ne manque que la prime, vous serez payé le 30.",
)
HIDES = (
    "Il me faudrait un report, je règle vendredi 300 €.",
    "Merci pour le délai que vous m'accorderez, je règle vendredi.",
    "Les bâches que vous aviez promises, on les attend. Je paie lundi.",
    "La facture a été rejetée par notre chef de chantier, je paie jeudi la première.",
    "Je règle 300 lundi, pour le reste on verra.",
    "Il ne manque que votre poseur, vous serez payé le 30.",
)

_MACHINES = (
    r"(?:integration|import\w*|portail|plateforme|outil|systeme|automate|ocr|lecture|scan\w*|robot"
    r"|chorus|dematerialisation|workflow|circuit|enregistrement)"
)

_HARMLESS: dict[str, re.Pattern[str]] = {
    "condition": any_of(
        r"il (?:ne |me |nous )*manque (?:plus )?que (?:la|le|une?|ma|notre|sa) (?:\w+ )?(?:prime"
        r"|signature|tampon|subvention|virement|paie|salaire|caf|code|numero|facture|rib)\b",
        r"tant que (?:le|la|les|mon|notre|l) ?(?:budget|subvention|conseil|banque|dotation|compte"
        r"|salaires?|assemblee|maire|credit)\b",
        r"si vous (?:voyez|voyiez|avez (?:la|le) bonn?e?|passez (?:par|dans)|venez)\b",
        r"(?:unless|until|once|when|if) you (?:really|actually) (?:need|have|must|want)",
        r"unless you\b.{0,20}(?:print|necessary)",
    ),
    "part_only": any_of(
        r"(?:fichier|ordre|virement|mandat|liste|lot|proposition|bordereau"
        r"|dossier) (?:\w+ ){0,4}(?:valide|vise|pointe)e?s? par",
        r"(?:paye|regle|vire|solde)\w* (?:\w+ )?(?:tout le monde|tous les autres"
        r"|les autres)\W+sauf vous\b",
        r"(?:il y a|y a|dossiers?|classeur\w*|complet\w*)\b[^.;]{0,50}sauf (?:votre|vos|la votre"
        r"|celle)",
        r"sans (?:\w+ (?:ni|et) )?retenue\b",
        r"hormis (?:\w+ ){0,2}(?:jumeaux|enfants?|bebes?|les vacances|mon|la fatigue)",
    ),
    "rest_open": any_of(
        r"(?:avec|et|dans|comme|tout) le reste\b(?! (?:on|nous|je|il|faud|est a))",
        r"(?:a votre|votre|ma) disposition pour la suite|(?:mis|met|mettons"
        r"|laisse) le reste en (?:pause|attente)",
    ),
    "agreed_otherwise": any_of(
        r"vous aviez \w+ees? (?:\w+ )?(?:ont|a|est|sont|tien\w+|marche\w*) (?:\w+ )?(?:tenu"
        r"|parfait\w*|super|impeccable\w*|nickel|bien)",
        r"vous (?:m |nous )?aviez (?:conseill|recommand|presente)\w*",
        r"vous deviez (?:deja )?(?:l avoir|la voir|le voir|les avoir)",
        r"(?:votre|vos|your|un de vos) \w+ (?:m|nous) a (?:\w+ )?(?:demande|ecrit|appele|rappele"
        r"|envoye|relance|joint|contacte|repondu|transmis)\b(?!.{0,60}(?:gratuit|offert|annul"
        r"|avoir|remise|que c|qu il|que je|que la|que le))",
        r"sachez que (?:notre|nos|mon|ma|la compta\w*|je (?:pense|fais|ne vous oublie))",
    ),
    "astonishment": any_of(
        r"comprend\w* (?:pas|rien|mal|plus) (?:\w+ ){0,3}(?:francais|langue|ecriture|informatique"
        r"|ordinateur|paperasse|portail|chorus|formulaire|logiciel)",
    ),
    "disagreement": any_of(
        rf"(?:rejete|refuse|retourne|bloque)e?s? (?:a|par|dans|sur|au"
        rf"|lors de) (?:\w+ ){{0,3}}{_MACHINES}\b",
        r"selon (?:notre|nos) (?:procedure|usages?|habitudes?|calendrier|campagne|delais?"
        r"|conditions)",
        r"plus competente?",
        r"tout (?:est|etait) bloque",
        r"instantane\w*\b.{0,20}(?:refuse|rejete|bloque)\w*",
        r"sauf erreur(?: de ma part)?,? (?:nous sommes|on est) quittes",
    ),
    "reservation": any_of(
        r"(?:aussi|le|du|ce) bien qu\w*",
        r"(?:par contre|en revanche|toutefois|cependant)\b[^.;]{0,80}(?:aucune trace|jamais (?:eu"
        r"|recu|vu)|pas (?:eu|recu|trouve|retrouve)|duplicata|copie|renvoy\w+|pourriez vous"
        r"|pouvez vous|se remplir|merci de)",
    ),
    "goods": any_of(
        r"(?:toute|vos|les|autres?) reclamations? (?:\w+ ){0,2}(?:est|sont|doi\w+) (?:a "
        r"|etre )?(?:envoy|adress|transm)\w*",
        r"(?:jambe|poignet|bras|cheville|clavicule|cote|dent|genou|hanche) casse\w*",
        r"credit note (?:is|was|has been) (?:\w+ ){0,2}(?:perfect|received|fine|booked|great|in)\b",
    ),
    "bargaining": any_of(
        r"merci (?!(?:d|par) avance)(?:\w+ ){0,2}(?:pour|de|d) (?:le|votre|ce|l|ton|avoir accepte"
        r" (?:le|ce)) (?:delai|sursis)(?! que (?:je\b|nous\b|vous (?:me |m |nous )?\w+(?:rez|riez)"
        r"\b))",
        r"report (?:du|de la|de l|des) (?:conseil|reunion|seance|commission|vote|assemblee|ag\b"
        r"|session)",
        r"(?:faire|fait|fais) patienter",
        r"ce serait (?:\w+ )?(?:royal|ideal|aimable|mieux en pdf)",
        r"faudrait (?:\w+ ){0,3}(?:rib|iban|facture|duplicata|numero|siret|copie)",
    ),
    "law": any_of(
        r"sauvegarde (?:etait|est|a|automatique|informatique|du|des|quotidienne|locale) ?(?:bonne"
        r"|tout|sauve|fonctionne|recupere|serveur|disque|fichiers?|\w+)?",
        r"liquidation (?:de (?:la |cette |votre )?(?:depense|facture|somme)|des (?:depenses"
        r"|factures))",
        r"(?:engagement|numero|code) juridique",
        r"(?:avocate?|tribunal|proces|juge)\b[^.;]{0,80}(?:rien a voir avec vous|contre un autre"
        r"|autre fournisseur|pas (?:contre|avec) vous)",
    ),
    "veiled_refusal": any_of(
        r"apres les poules|les poules (?:pondent|ont|de)|poulailler.{0,60}poules",
        r"(?:certaines?|aucune?) (?:suite|consequence) sur",
    ),
    "no_more_mail": any_of(
        r"(?:je|nous|on) (?:ne|n) (?:\w+ )?(?:veux|voulons|souhait\w+) (?:plus"
        r"|pas) (?:\w+ )?voir (?:un|une|le|la|les|mon|ma) (?:chiffre|papier|ordinateur|ecran"
        r"|tableau|compta\w*|bureau)\w*",
    ),
    "temper": any_of(
        r"la grosse (?:fin|le|au|debut|mi|lundi|mardi|mercredi|jeudi|vendredi|partie?|somme"
        r"|facture)\b",
    ),
    "paid_elsewhere": any_of(
        r"(?:l|mon|notre|nos|le) (?:argent|fonds) (?:\w+ ){0,2}(?:a|sur) (?:notre"
        r"|mon) propre compte",
    ),
}


def hides_nothing(name: str, words: str, start: int, end: int) -> bool:
    """Whether the sign that stands from `start` to `end` of the folded words is harmless there."""
    harmless = _HARMLESS.get(name)
    if harmless is None:
        return False
    return any(hit.start() < end and start < hit.end() for hit in harmless.finditer(words))
