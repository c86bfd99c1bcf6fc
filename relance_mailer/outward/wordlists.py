r"""The words that a letter never says: soft ones empty the demand, harsh ones insult or threaten.

Patterns are matched on normalised text (lower case, no accents, plain apostrophes and blanks,
no HTML), on stems where a form varies. Each list is kept as the trade says it; a phrase is written
as it is normalised: « nous nous permettons de » → `nous nous permett\w*`.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from relance_mailer.law.routes import Act

SOFT_FR = (
    r"(?:nous nous|je me) permet\w*",
    r"sauf erreur(?: ou omission)?",
    r"il semble\w*",
    r"apparemment",
    r"a priori",
    r"vous ser(?:ions|ais) (?:tres |infiniment |bien )?(?:reconnaissant|oblige|gre)\w*",
    r"saur(?:ions|ais) gre",
    r"si (?:cela (?:vous )?est |cela vous semble |c'est )?possible",
    r"quand vous (?:le )?pourrez",
    r"a votre (?:meilleure )?convenance",
    r"(?:des|aussitot) que possible",
    r"dans les (?:meilleurs|plus brefs) delais",
    r"rapidement",
    r"(?:au|le) plus (?:vite|tot)",
    r"prochainement",
    r"sous peu",
    r"sous (?:huitaine|quinzaine)",
    r"(?:petit|simple|gentil|amical|leger|bref)e?s? (?:mot de )?rappel",
    r"oubli de votre part",
    r"desole\w* (?:de|d'\w+)",
    r"excusez[- ](?:nous|moi) (?:de|d'\w+)",
    r"pardon (?:de|d'\w+)",
    r"nous (?:esperons|souhaiterions|aimerions)",
    r"j(?:e |')(?:espere|souhaiterais|aimerais|aurais aime)",
    r"n'hesite[zr]? pas",
    r"(?:je reste|nous restons|je me tiens|nous nous tenons|restant) (?:bien )?(?:entierement )?"
    r"a votre (?:entiere )?disposition",
    r"pourr(?:ions|ais) etre (?:amenes?|contraints?|obliges?)",
    r"(?:nous nous|je me) reserv\w* le droit",
)
SOFT_EN = (
    r"(?:we|i) (?:would like to )?take the liberty",
    r"unless (?:we are|i am) mistaken",
    r"errors and omissions excepted",
    r"it (?:would )?(?:seems?|appears?)",
    r"apparently",
    r"(?:we|i) would be (?:very )?grateful",
    r"if (?:at all )?possible",
    r"when you can",
    r"at your (?:earliest )?convenience",
    r"as soon as possible",
    r"asap",
    r"shortly",
    r"at your earliest",
    r"(?:friendly|gentle|kind|quick) (?:\w+ )?reminder",
    r"surely an oversight",
    r"sorry (?:to bother|for (?:the )?(?:bother|disturb)\w*)",
    r"apologi[sz]e?s? for (?:chasing|bothering|disturbing)",
    r"(?:we|i) hope",
    r"(?:we|i) would like",
    r"do the needful",
    r"touch base",
    r"circle back",
    r"(?:don't|do not) hesitate",
    r"feel free",
    r"(?:we|i) may have to",
    r"(?:we|i) reserve the right",
)
# Allowed where a date stands in the same sentence: then it is an act with a day.
UNDATED_FR = (
    r"(?:faire|de faire) le necessaire",
    r"faire (?:le|un) point",
    r"(?:revenir|reviendr\w*|reviens|revenez) vers (?:vous|nous|moi)",
)
UNDATED_EN = (r"get back to you", r"follow up with you")
# Forbidden in the requirement and in the consequence, which they empty.
HEDGES_FR = (r"peut[- ]etre", r"eventuellement", r"le cas echeant")
HEDGES_EN = (r"maybe", r"possibly", r"perhaps")
# Allowed once and not at the top: in the line on what to send when it is already paid.
DISREGARD_FR = (r"(?:ne (?:pas|plus) tenir|ne tenez (?:pas|plus)) compte (?:de|du) (?:ce|present)",)
DISREGARD_EN = (r"disregard (?:this|if)",)

HARSH_FR = (
    r"mauvais(?:e|es)? (?:payeur|payeuse|payeurs|foi)",
    r"malhonnete\w*",
    r"scandaleu\w+",
    r"inadmissible\w*",
    r"inacceptable\w*",
    r"honteu\w+",
    r"(?:vous )?vous moquez",
    r"irresponsable\w*",
    r"escroc\w*",
    r"vol(?:eur|eurs|euse|euses)",
    r"huissiers?",
    r"saisies?",
    r"saisir (?:vos|votre|ses|les) (?:biens?|comptes?|meubles?|salaires?)",
    r"fichage\w*",
    r"(?:vous |de vous )?ficher",
    r"banque de france",
    r"inform\w+ vos (?:clients|fournisseurs|salaries|voisins)",
    r"inform\w+ votre (?:banque|banquier|entourage|famille|employeur)",
    r"publier",
    r"depot de plainte",
    r"(?:porter|deposer|deposons|depose) plainte",
    r"gendarme\w*",
    r"prison",
    r"tous (?:les )?frais (?:seront )?a votre charge",
    r"commandement\w*",
    r"sommation\w*",
    r"signification\w*",
    r"dernier avis avant (?:poursuites?|saisie)",
    r"notification officielle",
    r"service juridique de l'etat",
    r"republique francaise",
    r"marianne",
    r"secouez",
    r"fai(?:tes|re) pression",
    r"dites a votre (?:patron|directeur|chef|direction)",
    r"frais de (?:relance|dossier|gestion|mise en demeure)s?",
    r"(?:honoraires|frais) d'avocats?",
)
HARSH_EN = (
    r"bad payer",
    r"dishonest\w*",
    r"unacceptable",
    r"disgraceful",
    r"liars?",
    r"fraud\w*",
    r"bailiffs?",
    r"seizure",
    r"blacklist\w*",
    r"(?:tell|inform) your (?:customers|clients|suppliers|bank)",
    r"police",
    r"prison",
    r"official notice",
    r"summons",
    r"warrant",
    r"reminder fees?",
)
# Allowed in the formal notice alone.
BELOW_NOTICE_FR = (
    r"immediatement",
    r"exige(?:ons)?",
    r"(?:vous )?sommons",
    r"sans delai",
)
BELOW_NOTICE_EN = (r"immediately", r"we demand")
# What a consumer is never charged.
CONSUMER_FR = (
    r"(?<![\d,.])40(?:,00)? ?(?:€|euros?)",
    r"indemnites? forfaitaires?",
    r"penalites? de retard",
    r"bce",
    r"l ?441-10",
)
CONSUMER_EN = (r"flat(?:-rate)? fee", r"late payment (?:interest|penalt\w+)", r"ecb")
# Legal only in the name of the 40 € between professionals and in public purchases.
RECOVERY_COSTS = r"frais de recouvrement"
ALLOWED_RECOVERY_COSTS = (
    r"indemnites? forfaitaires? (?:de \d+(?:,\d+)? ?(?:€|euros?) )?pour frais de "
)
PENALTY_CLAUSE = r"clause penale"

# Words that belong to a rung of the ladder.
INTEREST_WORDS = (
    r"penalites? de retard",
    r"interets? (?:de retard|moratoires?)",
    r"indemnites? forfaitaires?",
)
NOTICE_WORD = r"mise en demeure"
NOTICE_ACT = r"(?:vous mets? en demeure|mettons en demeure|vaut mise en demeure)"
POSTED_WORDS = r"recommandee?s?|\blrar\b|accuse de reception|avis de reception"
BEFORE_DUE_WORDS = (
    r"echues?",
    r"en retard",
    r"retard de",
    r"impayee?s?",
    r"relance",
    r"a defaut",
)
COURT_WORDS = (
    r"tribunal\w*",
    r"injonction de payer",
    r"commissaire de justice",
    r"refere-provision",
)

# Which words say that an act is announced; a letter says those of its own act and no others.
ACT_WORDS: Mapping[Act, tuple[str, ...]] = MappingProxyType(
    {
        Act.FOLLOW_UP: (r"reprends? contact", r"reprenons contact", r"vous (?:re)?contacte"),
        Act.INTEREST_AND_FEE: (r"penalites? de retard", r"interets? moratoires?"),
        Act.FORMAL_NOTICE: (NOTICE_WORD,),
        Act.PAYMENT_ORDER: (r"injonction de payer",),
        Act.OFFICER_OR_COURT: (r"commissaire de justice",),
        Act.LETTER_TO_PRESIDENT: (r"presiden\w+",),
        Act.LETTER_TO_PUBLIC_ACCOUNTANT: (r"comptable public",),
        Act.LETTER_TO_HEAD_OF_BODY: (r"represent\w+ de votre organisme", r"ordonnateur"),
        Act.INTERIM_PAYMENT: (r"refere-provision",),
    }
)

LEGAL_BASIS_B2B = (r"\b1344\b", r"l ?441-10")
LEGAL_BASIS_PUBLIC = (r"\b1344\b", r"r ?2192-31")
LEGAL_BASIS_OTHERS = (r"\b1344\b", r"\b1344-1\b")


def compiled(*patterns: str) -> re.Pattern[str]:
    """One pattern that finds any of these as whole words."""
    return re.compile(r"(?<![\w])(?:" + "|".join(patterns) + r")(?![\w])")
