"""Well received, noted, passed on: nothing promised.

The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.intents.errands import find_receipts
from relance_mailer.reading.intents.named_in_passing import find_handed_on
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Bien reçu, je transmets à la comptabilité.",
    "C'est noté, je regarde et je reviens vers vous.",
)
LEAVES = (
    "Je n'ai pas reçu votre facture.",
    "Merci de transmettre une copie.",
)

_RULES = (
    rule(
        "bien reçu",
        r"(?:courriel|message|mail|courrier|relance|lettre|demande|mise en demeure|rappel"
        r"|pli)\b[^.;!?]{0,25} (?:nous|m|lui)"
        r" (?:est|sont) (?:bien )?parvenue?s?\b(?![^.;]{0,80}\b(?:sans objet|mais|alors qu"
        r"|contest)\w*)|(?:bien|message|mail|bonne|ton mail|votre mail"
        r"|votre relance|votre message"
        r"|votre courrier|demande|reclamation|relance)(?: \w+){0,3} (?:recue?"
        r"|receptionne\w*|pris en compte|notee?|enregistre\w*|transmise?|lue?"
        r"|reorientee?|prise en compte)\b|bien (?:recue?|receptionne|note|lu|compris"
        r"|vu)\b|c ?est (?:bien )?(?:note|recu|vu|lu|compris)\b|(?:j ?ai|avons|on a"
        r"|jai|g|j) (?:bien |\w+ )?(?:recu|vu(?: passer)?|lu|eu|note"
        r"|pris (?:bonne )?note|pris connaissance|imprime"
        r"|pris en compte) (?:\w+ ){0,3}(?:relance|mail|message|courri\w+|lettre"
        r"|rappel|mot|demande|recommande|note|connaissance|vos \d|ton|la somme"
        r"|mise en demeure|bien|courriel)|(?:accus\w+|accuse) (?:bonne |de "
        r"|bien )?reception|il est accuse|prends? (?:bonne )?note"
        r"|confirme la bonne reception|prenons (?:bonne )?note|je note\b|^(?:\W|ok "
        r"|oui |re |bonjour |bonsoir |bjr |merci ){0,5}(?:bien |ok |c )?(?:recu|note"
        r"|vu|lu|entendu|compris|d accord|ca marche|ok|okay|noted|got it|received"
        r"|receptionne|transfere|transmis)\b(?! (?:pas|jamais|que))|merci (?:pour"
        r"|de) (?:votre|ton|le|ce|la|cette|ces|m avoir|l) ?(?:message|mail|rappel"
        r"|relance|reminder|alerte|information|info|prevenu\w*|elements|piqure)"
        r"|(?:well|duly) (?:received|noted)|(?:thanks|thank you) for (?:the"
        r"|your) (?:reminder|email|message|note)|noted\b|message recu|recu 5|erhalten"
        r"|zur kenntnis|recibido|ricevut[oa]|preso nota|tomamos nota",
        leaves=(
            r"(?:vous|tu) (?:avez|as|aviez|etes)\b.{0,20}(?:recu|lu|vu)|rib bien|(?:pas"
            r"|jamais|rien|aucune?|ni|point) (?:\w+ ){0,3}(?:recue?|eu|vu|parven\w+|lu)\b"
            r"|accuse de reception|recue? (?:apres|en retard|cass\w+|abim\w+)",
        ),
    ),
    rule(
        "je transmets, je regarde",
        r"(?:je|j|nous|on|vais|l|la|le|les|ai|avons|a|ete|est|est donc) ?(?:l |la "
        r"|le |les |vous |en |donc |aussi |te |ai |lui |leur |a |y |tout "
        r"|de suite ){0,5}(?:transmets?|transmettons|transmettre|fais (?:passer"
        r"|suivre|remonter|le point|un point)|faisons (?:suivre|le point)"
        r"|fait (?:passer|suivre|remonter)|fai (?:suivre|passer)|faire (?:suivre"
        r"|remonter)|donne a mon|depose votre|verse au dossier|remonte|relaie|relaye"
        r"|relayons|passe (?:le message|l info|votre|ton|a|ca|la)|regarde|regarderai"
        r"|regardons|verifie|verifions|verifierai|check\w*|me renseigne|renseigne"
        r"|vois (?:ca|avec|cela|qui)|vais voir|vais regarder|vais verifier"
        r"|m en occupe|m y colle|occupe de|s en occupe|se penche|reviens vers"
        r"|reviendr\w+ vers|revenons vers|tiens (?:au courant|informe)"
        r"|tiendr\w+ (?:au courant|informe\w*|au jus)"
        r"|redis|rappelle|recontacte|fais le necessaire|fera le necessaire"
        r"|feront le necessaire|ferons le necessaire|etudie|examine|soumets"
        r"|me rapproche|rapproche|escalade|demande a|relance de mon cote|glisse"
        r"|basculee?|reaffecte|mis (?:sur|de cote|dans|en haut)|porte a"
        r"|dans mes comptes|un point|prends en charge|je prends)\b",
        r"(?:transmise?s?|transferee?|transfere|remontee?|reorientee?|confiee?"
        r"|soumise?|enregistree?|suivie|affectee?|escaladee?) (?:\w+ ){0,3}(?:a|au"
        r"|aux|la|le|l|notre|ce jour|en interne|pour|par|dans|sous|valideur)\b"
        r"|(?:fera|ferons|faire|feront|fais|faisons) le necessaire|necessaire (?:sera"
        r"|va etre) fait|(?:en|est) (?:cours|phase) (?:d |de )?(?:examen|instruction"
        r"|traitement|validation|verification|approbation|analyse|signature)"
        r"|instruction en cours|workflow|etape \d|circuit de validation|en validation"
        r"|valideur|a (?:la )?signature|au parapheur|dossier (?:est )?(?:suivi"
        r"|pris en charge)|pris le dossier|(?:votre|la) (?:demande|relance"
        r"|reclamation|courrier|message) (?:est|a ete|sera"
        r"|a bien ete) (?:\w+ )?(?:transmis\w*|portee?|traitee?|prise?|enregistree?"
        r"|suivie|examinee?|porte)|on (?:sait|verifie|en discute|regarde|s en occupe)"
        r"|(?:reponds?|repondrai|ecris|ecrirai|appelle|rappelle|reviendrai) (?:quand"
        r"|apres|des|a mon retour|au plus|vite|bientot|demain|lundi)"
        r"|service fait avant|renvoye la demande|ajoute au dossier"
        r"|comite .{0,20}statue|le passe a|regarderai a mon retour|a mon retour je"
        r"|je lui donne|laissez moi (?:ouvrir|regarder|verifier)",
        r"(?<!qui j )(?<!qui nous )(?:ai|avons|viens de|venons de)"
        r" (?:donc |bien |aussi |deja |aussitot |immediatement )?"
        r"(?:transmis|transfere|transmettre|transferer|fait suivre|faire suivre|remis"
        r"|remettre) (?:votre"
        r"|ton|ce|le|la) (?:message|mail|relance|courri\w+|demande|rappel|facture|lettre)",
        r"your (?:reminder|email|message|letter|note) (?:has |have )?(?:safely )?(?:arrived|reached"
        r" (?:me|us)|come through|came through|been received)",
        r"(?:i|we|have|ve|ll|will) (?:\w+ )?(?:pass(?:ed)? (?:it|this|your)"
        r"|forward\w*|look into|check\w* (?:with|on|it)|get back|chase|escalat\w+"
        r"|follow up|investigat\w+|come back to)|leite ich weiter|weitergeleitet"
        r"|weiterleiten|ich (?:kummere|prufe)|reenvi\w+ (?:a|su)|lo (?:paso|consulto"
        r"|reviso)|inoltr\w+|verific\w+ e",
        leaves=(
            r"(?:merci|priere|veuillez|pouvez|pourriez|demand\w+"
            r"|prie) (?:\w+ ){0,4}(?:transmettre|faire suivre|verifier|regarder"
            r"|de me la faire)|transmis a (?:mon|notre) (?:avocat|conseil|assur"
            r"|protection)|ne (?:fais|transmets|m occupe) (?:pas|rien)|me la faire suivre"
            r"|avant (?:tout|que je)|n ai pas",
        ),
    ),
    rule(
        "acquiescement nu",
        # Asked at the beginning only: the words left out are dear to compare at every word.
        r"^(?!(?:bonjour|bonsoir|madame|monsieur|bonne|journee|cordialement|cdt|cdlt|je|suis"
        r"|merci|bien|\W)+$)(?:\W|ok|oui|okay|d accord|entendu|merci|ca marche|vu"
        r"|lu|recu|recue|note|bien|c est|bonjour|bonsoir|bonne|journee|monsieur"
        # A sign is one \W alone: named twice, a run of them can be read in 2^n ways.
        r"|madame|chef|message|super|parfait|compris|je|suis|cordialement|cdt|cdlt)+$",
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where the text acknowledges, and no more."""
    return find_by(Intent.ACK, _RULES, text) + find_receipts(text) + find_handed_on(text)
