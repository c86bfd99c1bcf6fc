"""A payment that hangs on somebody's work: he must have come, the thing must run, or nobody pays.

Whose fitter it is the text rarely says; a human asks. Payments that a house keeps back from
suppliers at fault are here too: whoever writes so means the reader. Nothing outweighs these.
The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.phrases import any_of, find_by, rule, says
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Lundi 30 au plus tard, c'est promis, dès que le poseur est passé.",
    "Je règle le 30, sitôt les travaux finis.",
    "Venez finir et je vous fais le chèque le 30.",
    "Dès que ça marche je paie, le 20 au plus tard.",
    "Paiements gelés pour les fournisseurs en faute.",
    "Je vous règle le 25, le temps que votre monteur vienne changer le joint.",
    "Je règle ça de suite, enfin dès que j'aurai vu les travaux.",
    "Rebranchez ma ligne et vous aurez votre argent le 12.",
    "Je la remets au 15 faute de pièces justificatives.",
)
LEAVES = (
    "Je règle le 30, sitôt la clôture finie.",
    "Quand l'équipe comptable aura fini la clôture je vire le tout.",
    "Remettez-moi la facture et je paie vendredi.",
    "L'appli de la banque plante, dès que ça marche je paie.",
    "Le temps que la comptable revienne, et je règle le 30.",
    "Remettez-moi la facture et vous aurez votre argent le 12.",
    "Faute de RIB je vous fais un chèque le 15.",
    "Paiements gelés pour tous les fournisseurs pendant l'inventaire.",
)

_ONCE = (
    r"(?:des qu?e?|des lors que|une fois que|quand|lorsque|apres que|sitot que?|aussitot que"
    r"|a condition que|seulement si|du moment que|le jour ou|pas avant que|le temps que)"
)
_WORKER = (
    r"(?:poseu\w+|technicien\w*|monteu\w+|installat\w+|artisans?|ouvriers?|macons?|carreleu\w+"
    r"|menuisiers?|plombiers?|peintres?|couvreurs?|electriciens?|chauffagistes?|depanneu\w+"
    r"|reparateu\w+|equipes?|livreu\w+|gars|serruriers?|vitriers?|jardiniers?|paysagistes?"
    r"|elagueu\w+|charpentiers?|platriers?|facadiers?|metalliers?|frigoristes?|ramoneu\w+)"
)
_HAS_COME = (
    r"(?:pass|repass|ven|reven|revien|viend|vienn|interv|fini|termin|repar|pos[ae]|remis|repri|chang"
    r"|remplac|livr)\w*(?! (?:leur|sa) (?:journee|tournee|service))"
)
_OF_OURS = r"(?:de la |de l |du |des |de vos |de votre )"
_PAPER = (
    r"(?:facture|duplicata|copie|rib|iban|coordonnees|document|dossier|lien|contact|demande"
    r"|relance|prelevement|cheque)"
)
_WORK_ASKED = (
    r"(?<!vous )(?<!vous nous )(?<!vous me )(?<!vous m )(?:finiss|termin|repar|livr|remplac"
    r"|rebranch|retabliss|remett|repren|achev|debouch|raccord|demont|recoll|nettoy|debarrass|pos"
    r"|install|refix|rebouch|repeign)ez\b(?! (?:bien|votre (?:journee|semaine)|la (?:semaine"
    rf"|journee|question)|l annee|(?:moi |nous )?(?:la |le |une? |les |votre |vos |l )?{_PAPER}))"
)
_COME_AND = (
    r"(?:re)?(?:venez|passez|viens|passe) (?:me |nous )?(?:la |le |les |l )?(?:finir|terminer"
    r"|reparer|poser|changer|remettre|reprendre|monter|brancher|nettoyer|enlever|debarrasser"
    r"|refaire|achever|recoller|remplacer)"
)
_AND_I_PAY = (
    r"(?:,|:|\bet|\bpuis)(?: la)? (?:je|on|nous) (?:vous |te |la |le )*(?:paie|paye|regle|vire"
    r"|solde|fais|fait|verse|lance|payons|reglons|virons|donne|debloque)\b"
)
_MONEY_COMES = (
    r"(?:,|:|\bet|\bpuis)(?: la)? (?:(?:le|votre|ton) (?:cheque|virement|paiement|reglement|argent"
    r"|solde) (?:sera|est|part|partira|tombe\w*)\b|vous (?:aurez|serez|recevrez|toucherez)"
    r" (?:\w+ ){0,2}?(?:argent|sous|paye|regle|cheque|virement|solde)\w*)"
)
_SEEN = (
    r"(?:j |je |on |nous )(?:aurai|aura|aurons) (?:\w+ )?(?:vu|vus|vue|vues|controle|verifie|essaye"
    r"|teste|constate|inspecte|visite)\w* (?:\w+ ){0,2}?(?:travaux|chantier|resultat|ouvrage|pose"
    r"|reparations?|reprises?|finitions|marchandises?|produits?|materiel|machine|prestations?)\b"
)
_PROOF = (
    r"(?:faute|en l absence|a defaut|manque) (?:de |d |des |du )(?:\w+ )?(?:pieces?|justificatifs?"
    r"|pv|doe|proces verbal|attestations?|reception|bons? (?:de livraison|signe)|emargements?"
    r"|compte rendu|rapport|certificats?)\b(?! (?:d identite|bancaire))"
)
_RUNS = (
    r"(?:ca|cela|tout|c est) (?:re)?(?:marche|fonctionne|chauffe|tourne|demarre|tient|ferme"
    r"|refroidit|repare)(?:ra|nt)?\b"
)
_PAYMENTS = r"(?:paiements?|reglements?|virements?|decaissements?|encours|comptes?|factures?)"
_HOUSES = (
    r"(?:fournisseurs?|prestataires?|sous traitants?|entreprises?|societes?|artisans?|titulaires?)"
)
_AT_FAULT = (
    r"(?:en (?:faute|defaut|infraction|tort|litige|manquement|non conformite|penalites?)|fauti\w+"
    r"|defaillant\w*|non conformes?|hors (?:delai|cahier)|(?:qui|n|ne) (?:\w+ ){0,2}?(?:pas|plus"
    r"|mal|manqu\w+)|non (?:agree|a jour|livr)\w*|pas (?:a jour|en regle|conformes?)"
    r"|contreven\w+|negligent\w*)"
)

_RULES = (
    rule(
        "après le passage de quelqu'un",
        rf"{_ONCE} (?:le |la |les |l |un |une |votre |vos |son |ses |notre ){_WORKER}"
        rf" (?:(?!compta|financ|administrat|leur|sa|ma|mon)\w+ ){{0,3}}?{_HAS_COME}",
        r"(?:des|apres|sitot|une fois) (?:le |la |l )?(?:prochaine? )?(?:passage|visite|venue"
        rf"|intervention|retour) {_OF_OURS}{_WORKER}",
        r"(?:des|apres|sitot|une fois|aussitot) (?:la |le |les |l |vos |votre )?(?:fin (?:des |du "
        r"|de vos |de votre )|achevement (?:des |du )|travaux |chantier |pose )(?:travaux|chantier"
        r"|pose|finie?s?|terminee?s?|acheve)\w*",
        leaves=(
            r"sans (?:contest\w+|discuter)|rien a redire|aucun(?:e)? (?:reserve|litige)",
            r"(?:chez|de|avec) (?:mon|ma|notre|nos|mes|un|une) (?:client\w*|voisin\w*|fille|fils)",
        ),
        strength=3,
    ),
    rule(
        "finissez et je paie",
        rf"(?:{_WORK_ASKED}|{_COME_AND}\b)[^.;!?]{{0,50}}?(?:{_AND_I_PAY}|{_MONEY_COMES})",
        strength=3,
    ),
    rule("quand j'aurai vu les travaux", rf"{_ONCE} {_SEEN}", strength=3),
    rule(
        "faute de pièces",
        rf"{_PROOF}[^.;!?]{{0,50}}?\b(?:je|on|nous|il|elle|est|sera|reste|bloqu)\w*",
        rf"(?:remet|report|decal|repouss|bloqu|suspen|attent|attend|paie|paye|regle|vire|differ"
        rf"|rejet|refus)\w*[^.;!?]{{0,50}}?\b{_PROOF}",
        strength=3,
    ),
    rule(
        "paiements gelés pour qui est en faute",
        rf"{_PAYMENTS} (?:\w+ ){{0,4}}?(?:gel|bloqu|suspend|retenu|stopp|arret|interdit|differ)\w*"
        rf" (?:\w+ ){{0,3}}?(?:pour|a|aux|envers|concernant|vis a vis) (?:\w+ ){{0,3}}?{_HOUSES}"
        rf" (?:\w+ ){{0,2}}?{_AT_FAULT}",
        rf"(?:gel(?:ons|e|ee?s?)|bloqu\w+|suspend\w*|retenons|retient|stopp\w+) (?:\w+ ){{0,4}}?"
        rf"{_PAYMENTS} (?:des|aux|de|d|pour|du|au) (?:\w+ ){{0,3}}?{_HOUSES}"
        rf" (?:\w+ ){{0,2}}?{_AT_FAULT}",
        rf"(?:pay|pai|regl)\w* (?:pas|plus|jamais) (?:les|des|de|un|aux)? ?{_HOUSES}"
        rf" (?:\w+ ){{0,2}}?{_AT_FAULT}",
        rf"{_HOUSES} {_AT_FAULT}\W[^.;?!]{{0,40}}\b(?:bloqu|gel[ée]|suspend|(?:plus|pas|jamais)"
        r" (?:\w+ )?(?:pay|regl|vir))\w*",
        strength=3,
    ),
)
_ONCE_IT_RUNS = (
    rule(
        "dès que ça marche",
        rf"{_ONCE} {_RUNS}[^.;!?]{{0,20}}?(?:je|on|nous) (?:vous |te |la |le )*(?:paie|paye|regle"
        r"|vire|solde|fais|payons|reglons|virons|paierai|reglerai|paierons|reglerons)\b",
        r"(?:paie|paye|regle|vire|solde|paiement|virement|reglement|cheque|payons|reglons|paierai"
        rf"|reglerai)\b[^.;!?]{{0,40}} {_ONCE} {_RUNS}",
        strength=3,
    ),
)
_OWN_TOOLS = any_of(
    r"(?:banque|appli\w*|site|logiciel|connexion|internet|serveur|wifi|terminal|carte|erp|code"
    r"|telephone|ordinateur|imprimante|portail|chorus|plateforme|lien|reseau|fibre|box|pc|sepa"
    r"|chez (?:moi|nous)|commerce|saison|boutique|restaurant|affaires?|activite)\b"
)


def find(text: str) -> tuple[Finding, ...]:
    """What must have been done before the writer pays."""
    runs = () if says(text, _OWN_TOOLS) else find_by(Intent.DISPUTE, _ONCE_IT_RUNS, text)
    return (*find_by(Intent.DISPUTE, _RULES, text), *runs)
