"""Whom hard words and a court are about: somebody else's insolvency or shame is not the debtor's.

A letter tells of a partner who is "un fumier", of a customer whom the court wound up, of "sa boîte
à lui", and promises the money all the same: nothing of that is said to us or of the writer's own
house. A finding is taken back where its own words are about somebody whom the letter names; where
nobody is named and money is promised beside it, it is a hint that a human weighs (`scale`).
Takes back: `ELSEWHERE`. Leaves: `OURS`.
"""

import re
from dataclasses import replace

from relance_mailer.reading.intents.insolvency import officer_writes
from relance_mailer.reading.intents.phrases import (
    BEYOND_DOUBT,
    Sentence,
    any_of,
    says,
    sentences,
    words_in,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

ELSEWHERE = (
    (Intent.HOSTILE, "Le maître d'ouvrage me balade depuis novembre, ce connard."),
    (Intent.HOSTILE, "Mon associé, un fumier de première, a vidé la caisse."),
    (Intent.INSOLVENCY, "Mon associé est parti, le tribunal a mis sa boîte à lui en liquidation."),
    (Intent.INSOLVENCY, "One of our suppliers has gone into administration."),
    (Intent.INSOLVENCY, "Notre plus gros exposant a été mis en liquidation. Nous sommes debout."),
    (Intent.INSOLVENCY, "L'enseigne dont nous étions franchisés est en liquidation judiciaire."),
    (Intent.INSOLVENCY, "La coopérative à laquelle nous livrions est en redressement judiciaire."),
)
OURS = (
    (Intent.HOSTILE, "Mon associé a raison, vous êtes un fumier."),
    (Intent.HOSTILE, "Ce connard de votre service comptable me fatigue."),
    (Intent.INSOLVENCY, "Mon associé a raison, notre société est en liquidation judiciaire."),
    (Intent.INSOLVENCY, "One of our customers failed and our company went into liquidation."),
    (Intent.INSOLVENCY, "Notre adhérent a fermé et nous avons été mis en liquidation judiciaire."),
    (Intent.INSOLVENCY, "L'association que nous présidons est en liquidation judiciaire."),
    (Intent.INSOLVENCY, "Notre exposant est en liquidation judiciaire, et nous aussi."),
)

_OTHER = (
    r"(?:associee?s?|clients?|clientes?|fournisseurs?|sous traitante?s?|prestataires?|locataires?"
    r"|bailleurs?|proprietaires?|proprio|voisine?s?|banques?(?! de france)|banquiere?s?"
    r"|conseillere?|assureurs?"
    r"|assurances?|mutuelle|promoteurs?|constructeurs?|lotisseurs?|maitres? d ouvrage|maitres? d"
    r" oeuvre|maitres? d ouvre|architectes?|employeurs?|patron|patronne|ex\b|ex \w+|freres?"
    r"|s(?:o|oe)urs?|beaux? \w+|belle \w+|cousine?s?|oncle|tante|neveu|niece|gendre|copain|copine"
    r"|ami|amie|potes?|plombiers?|macons?|peintres?|couvreurs?|livreurs?|facteurs?|transporteurs?"
    r"|postiers?|la poste|notaires?|syndics?|ancien\w* \w+|repreneurs?|acheteurs?|acquereurs?"
    r"|franchiseurs?|cabinet d a cote|donneurs? d ordres?|concurrents?|confreres?|urssaf|impots"
    r"|fisc|mairie|debiteurs?|partenaires?|negociants?|cooperative|grossistes?|hebergeurs?"
    r"|operateurs?|garagistes?|logiciel|gars d a cote|distribut(?:eur|rice)s?|diffuseurs?|editeurs?"
    r"|imprimeurs?|fabricants?|importateurs?|transitaires?|logisticiens?|revendeurs?|depositaires?"
    r"|distributors?|publishers?|manufacturers?|importers?|wholesalers?|customers?|suppliers?"
    r"|neighbou?rs?"
    r"|landlords?|partners?|brothers?|sisters?|cousins?|friends?|tenants?|contractors?|kunden?"
    r"|lieferant(?:en)?|client[ei])\b"
)
_NOT_YOURS = r"(?<!votre )(?<!vos )(?<!ton )(?<!ta )(?<!tes )(?<!your )"
_SOMEBODY = words_in(rf"{_NOT_YOURS}{_OTHER}")

_POINTED = any_of(
    r"(?:ce|cet|cette|ces|mon|ma|mes|notre|nos|son|sa|ses|leur|leurs|une?|les?|la|l|des|du|au|aux"
    r"|quel|quelle|quels|quelles|this|that|these|those|the|an?|our|my)"
    r"(?: (?:vrai|vraie|gros|grosse|petit|petite|sale|pauvre|espece de|bande de|bande d|sacre"
    r"|beau|vieux|complete?|fieffe|bloody|fucking)){0,2}\W*$"
)
"""What stands before a hard word that is said of somebody and not to somebody."""
_YOU_ARE = any_of(
    r"(?:vous|vs|tu|t|z|toi) ?(?:n |ne )?(?:etes|es|serez|seras|seriez|faites|restez)\b"
    r"|comme (?:vous|toi|tu)\b|(?:you|u) (?:are|re)\b"
)
_OF_YOURS = any_of(
    r"(?:\w+ ){0,2}(?:de |d |du |des |de la |de l )?(?:votre|vos|ton|ta|tes|chez vous|chez toi"
    r"|relanc\w+|recouvr\w+|compta\w*|comptab\w+|contentieux|service|facturation|votre \w+|huissier"
    r"|creancier|(?:qui|que) (?:m|me|nous|vous|tu|j)\b)"
)
_YOU = any_of(r"(?:vous|vs|tu|te|toi|t|ton|ta|tes|votre|vos|your?)\b")
_SHAMED = frozenset(
    {
        "apostrophe",
        "accusation",
        "insulte seule",
        "injure à l'adresse du créancier",
        "injure nue",
        "mot dur",
    }
)
"""The rules of `hostile` and `insults` that take a name that is called, and no threat."""

_OWN_HOUSE = any_of(
    r"(?:notre|nos|ma|mon|nostra|our|my|unsere?) (?:\w+ ){0,2}?(?:societe|entreprise|boite|sarl"
    r"|sas"
    r"|eurl|association|magasin|commerce|restaurant|resto|garage|affaire|firme|structure|atelier"
    r"|menuiserie|boulangerie|brasserie|fromagerie|company|firm|business|charity|shop|liquidation"
    r"|redressement|procedure|mandataire|liquidat\w+|administrat\w+|sauvegarde|passif|firma)\b",
    r"(?:nous|on|je|j|moi|we|i) (?:(?:a|ai|avons|sommes|suis|est|ete|me|nous|y|venons|viens|d|etre"
    r"|are|were|have|been|had|now|had to|was|am) )*(?:mise?s?|placee?s?|en (?:liq|redr|sauv|faill)"
    r"|depos|ouvert|passee?s? en|went|gone|put|filed|in (?:liq|admin|rec))",
    r"nous a (?:mis|place|admis)\w*|m a (?:mis|place|admis)\w*|a (?:notre|mon) (?:encontre|egard"
    r"|benefice|profit|demande|endroit)|put us|wound us|placed us",
    r"(?:la|l|le|cette|the) (?:societe|entreprise|boite|association|sarl|sas|eurl|magasin|commerce"
    r"|company|firm|business)\b(?! (?:de|d|qui|voisine|d a cote|pour qui|pour laquelle|which|that"
    r"|we)\b)",
)
_WHO_FAILS = (
    r"(?:associee?s?|clients?|clientes?|fournisseurs?|sous traitante?s?|prestataires?|locataires?"
    r"|bailleurs?|proprietaires?|voisine?s?|promoteurs?|constructeurs?|lotisseurs?|maitres? d"
    r" (?:ouvrage|oeuvre|ouvre)|architectes?|employeurs?|ex\b|ex \w+|freres?|s(?:o|oe)urs?"
    r"|beaux? \w+|cousine?s?|oncle|tante|neveu|gendre|copain|ami|plombiers?|macons?|couvreurs?"
    r"|transporteurs?|repreneurs?|acheteurs?|franchiseurs?|cabinet d a cote|donneurs? d ordres?"
    r"|concurrents?|confreres?|debiteurs?|partenaires?|negociants?|grossistes?|garagistes?"
    r"|distribut(?:eur|rice)s?|diffuseurs?|editeurs?|imprimeurs?|fabricants?|importateurs?"
    r"|transitaires?|logisticiens?|revendeurs?|depositaires?|distributors?|publishers?"
    r"|manufacturers?|importers?|wholesalers?|customers?|suppliers?|neighbou?rs?|landlords?"
    r"|partners?|brothers?|sisters?|cousins?"
    r"|friends?|tenants?|contractors?|kunden?|lieferant(?:en)?|client[ei])\b"
)
_THEIR_HOUSE = any_of(
    r"(?:sa|son|leur|his|her|their) (?:\w+ )?(?:boite|societe|entreprise|affaire|garage|magasin"
    r"|commerce|restaurant|resto|sarl|sas|eurl|structure|agence|cabinet|ferme|exploitation|atelier"
    r"|company|firm|business|shop)\b",
    rf"{_NOT_YOURS}{_WHO_FAILS}(?:'s)?",
    r"(?:les gars|les gens|ceux) d\w? \w+",
)
_ANOTHER_CLAUSE = re.compile(
    r"[,;:]|\b(?:et|mais|donc|and|but|so|tribunal|juge|court|nous|notre|nos|ma|mon|we|our|my)\b"
)
"""Between somebody and a court's words: then the court spoke of somebody else again."""
SPEAKS_FOR = any_of(
    r"expert comptable d|cabinet (?:qui suit|d expertise)|je suis (?:la |le |l )?(?:comptable"
    r"|expert\w*|avocate?|fille|fils|femme|epou\w+|mari|veuve|veuf|assistante?|secretaire|mere"
    r"|pere)\b|(?:reponds?|ecris|repond|ecrit) (?:\w+ )?(?:pour|au nom|a la place|de la part) d?"
    r"|pour le compte d|ma cliente?\b|mon client\b|(?:on|in) behalf of|i am (?:the|his|her)"
)
"""Who writes for the debtor says "his company" of the debtor's own."""


_SAID = 2
_HARD_WORD = "mot dur"  # such a hint decides nothing, and raises no doubt


def without_what_is_elsewhere(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without insults and insolvencies that are about somebody else than us two."""
    kept = findings
    if any(each.intent is Intent.HOSTILE for each in kept):
        kept = tuple(
            each
            for each in kept
            if each.intent is not Intent.HOSTILE
            or each.rule == _HARD_WORD
            or not _is_about_a_third(each, text)
        )
    theirs = any(each.intent is Intent.INSOLVENCY for each in kept)
    if theirs and not officer_writes(text) and not says(text, SPEAKS_FOR):
        kept = tuple(
            _as_a_hint(each, text)
            for each in kept
            if each.intent is not Intent.INSOLVENCY or not _befell_another(each, text)
        )
    return kept


def _as_a_hint(finding: Finding, text: str) -> Finding:
    """The finding, a hint for a human where the story is one of somebody who dealt with us."""
    if finding.intent is not Intent.INSOLVENCY or not _is_a_story_of_another(finding, text):
        return finding
    return replace(finding, strength=_HINT, rule=OF_ANOTHER)


_HINT = 1
OF_ANOTHER = "procédure d'un autre"


_COURT = any_of(
    r"(?:tribunal|jugement|liquidat(?:eur|rice)s?|mandataires?|administrat(?:eur|rice)s?|juge"
    r" commissaire|declar\w+ (?:\w+ ){0,2}(?:creances?|somme)|creances?\b[^.;]{0,40}declar\w+"
    r"|greffe|depos\w+ (?:le|notre|mon) bilan|court|liquidators?|administrators?|trustees?"
    r"|receivers?|examiners?|nclt|resolution professional|insolvency practitioners?)\b"
)
_SURELY_OWN = any_of(
    r"(?:notre|nos|ma|mon|our|my) (?:\w+ ){0,2}?(?:societe|entreprise|boite|sarl|sas|eurl"
    r"|association|federation|magasin|commerce|restaurant|resto|garage|affaire|structure|atelier"
    r"|menuiserie|boulangerie|brasserie|fromagerie|company|firm|business|charity|shop|liquidation"
    r"|sauvegarde)\b",
    r"(?:nous|me|m) (?:a|ont) (?:\w+ )?(?:mise?s?|placee?s?|admise?s?)\b|a (?:notre"
    r"|mon) (?:encontre"
    r"|egard|benefice|profit|demande|endroit)|(?:avons|ai|a) depose (?:le|notre|mon) bilan|put us"
    r"|placed us|au benefice de notre",
    r"(?:l entreprise|la societe|l association|la sarl|la boite|the company|the firm)\b(?! (?:de|d"
    r"|qui|voisine|a cote|pour|which|that|we)\b)",
)


def with_what_is_sure(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings, with the writer's own proceedings beyond doubt where a court stands beside.

    A money promised, or somebody else who is named in the same breath, leaves them as they were.
    """
    promised = any(each.intent is Intent.PROMISE and each.strength >= _DATED for each in findings)
    if promised or not says(text, _COURT):
        return findings
    return tuple(
        replace(each, strength=BEYOND_DOUBT) if _is_surely_own(each, text) else each
        for each in findings
    )


_DATED = 3


def _is_surely_own(finding: Finding, text: str) -> bool:
    if finding.intent is not Intent.INSOLVENCY or finding.strength < _SAID:
        return False
    sentence, _ = _place(finding, text)
    if sentence is None or finding.rule not in _PROCEEDINGS:
        return False
    if officer_writes(text):
        return True
    return bool(_SURELY_OWN.search(sentence.folded)) and not _SOMEBODY.search(sentence.folded)


_PROCEEDINGS = frozenset({"procédure ouverte", "sous procédure", "mandataire", "le mandataire"})


def is_said_to_us(finding: Finding, text: str) -> bool:
    """Whether a hostile finding is no name that somebody is merely called behind his back."""
    sentence, _ = _place(finding, text)
    return sentence is None or not _is_pointed_at(finding, sentence)


def may_be_another_s(finding: Finding, text: str) -> bool:
    """Whether an insolvency names no house of the writer's, and nobody writes for the debtor."""
    sentence, _ = _place(finding, text)
    return (
        sentence is not None
        and not _OWN_HOUSE.search(sentence.folded)
        and not says(text, SPEAKS_FOR)
        and not officer_writes(text)
    )


def pays_us(finding: Finding, text: str) -> bool:
    """Whether a dated promise is surely one of money to us, and not of keys or calls."""
    if finding.intent is not Intent.PROMISE or finding.strength < _DATED:
        return False
    sentence, _ = _place(finding, text)
    return sentence is not None and bool(_PAYS_US.search(sentence.folded))


_PAYS_US = any_of(
    r"(?:vous|te|t) (?:\w+ )?(?:pai\w+|pay\w+|regl\w+|vir\w+|vers\w+|rembours\w+)\b|(?:serez|seras)"
    r" (?:paye|regle)|(?:virements?|reglements?|cheques?|paiements?|transfer|payment)\b"
    r"|you will be paid"
    r"|pay (?:you|it|this|your)|paid (?:on|by)|\d ?(?:€|euros?)"
)


def _place(finding: Finding, text: str) -> tuple[Sentence | None, Sentence | None]:
    """The sentence in which a finding stands, and the one before it."""
    before = None
    for sentence in sentences(text):
        if finding.span in sentence.raw:
            return sentence, before
        before = sentence
    return None, None


_CHILD = any_of(
    r"(?:une|notre|nos|de|a|avec|pour|chez|la|sa|leurs?|et|d|que|mes|deux|trois) (?:ma |nos"
    r" |notre |premiere )?petites? filles?\b(?! de (?:merde|service))",
    r"(?:ma|mes|notre|nos|sa) (?:arriere )?petites? filles? (?!(?:vous (?:etes|n|devriez|avez"
    r"|allez)|tu|t|il faut|arret\w+|ecout\w+|vien\w*|va|vas|calm\w+|c est|laiss\w+|un peu"
    r"|de merde)\b)\w+",
)
"""A girl, and a daughter's daughter: "ma petite fille, …" alone looks down on somebody."""
_I_AM = any_of(r"(?:suis|etais|sommes|etions|fus|fais|faisais) (?:\w+ ){0,2}$")


def _is_about_a_third(finding: Finding, text: str) -> bool:
    sentence, before = _place(finding, text)
    if sentence is None:
        return False
    start = sentence.raw.find(finding.span)
    if any(
        match.start() < start + len(finding.span) and start < match.end()
        for match in _CHILD.finditer(sentence.folded)
    ):
        return True
    if finding.rule in _SHAMED and _I_AM.search(sentence.folded[:start]):
        return True
    if not _is_pointed_at(finding, sentence):
        return False
    told = (sentence, before) if before is not None else (sentence,)
    return any(_SOMEBODY.search(each.folded) for each in told)


def _is_pointed_at(finding: Finding, sentence: Sentence) -> bool:
    """Whether the words of a finding are a name for somebody of whom, not to whom, is spoken."""
    if finding.rule not in _SHAMED or _YOU_ARE.search(sentence.folded):
        return False
    start = sentence.raw.find(finding.span)
    end = start + len(finding.span)
    taken = sentence.folded[start:end]
    if _YOU.search(taken) or _OF_YOURS.match(sentence.folded[end:].lstrip(" ,")):
        return False
    first = taken.split(" ", 1)[0]
    return bool(_POINTED.search(sentence.folded[:start]) or _POINTED.search(first))


_HE_NOT_US = any_of(
    r"(?:lui|elle|eux|elles)\W{1,3}pas (?:nous|moi)\b(?! qui)",
    r"pas (?:nous|moi)\W{1,3}(?:(?:bien )?(?:rassure\w*|heureusement|ouf)|je vous rassure|lui|elle"
    r"|eux)\b",
    r"(?:rassurez vous|je vous rassure)\W{1,3}(?:pas (?:nous|moi)|ce n est pas (?:nous|moi))\b",
    r"(?:them|him|her)\W{1,3}not us\b|not us\W{1,3}(?:i|we|thank|luckily|them)\b",
)
"""That whoever failed is somebody else, said in the next breath."""


_US_TOO = any_of(
    r"(?:nous|moi|on l est|le sommes) (?:meme )?(?:aussi|egalement|pareil|de meme)(?= *(?:$"
    r"|[.,;!:)]"
    r"|depuis|le \d|lundi|mardi|mercredi|jeudi|vendredi|hier|maintenant|par|du coup|en (?:liq|redr"
    r"|sauv|proc)|mais))",
    r"a (?:notre|mon) tour|nous (?:a|ont) (?:entrain|emporte|mis|place)\w*|(?:nous|on) (?:suit"
    r"|suivons"
    r"|a suivi|avons suivi|y (?:est|sommes))\b",
)
"""That the writer's own house went the same way."""
_DEALT_WITH_US = any_of(
    r"(?<!\w)(?:notre|mon|ma|un de (?:nos|mes)|une de (?:nos|mes)|deux de (?:nos|mes)|nos|mes)"
    r" (?:(?:(?:tout )?premiere?s?|plus|tres|gros|grosse|grande?s?|principa\w+|anciens?"
    r"|anciennes?|bon"
    r"|meilleure?s?|autres?|seule?s?|fidele|vieux|unique|deux|trois) ){0,4}"
    r"(?:exposante?s?|adherente?s?|organisat\w+|annonceurs?|abonnee?s?|sponsors?|mecenes?|parrains?"
    r"|franchis\w+|centrale(?: d achats?)?|hebergeurs?|assureurs?|assurance|mutuelle"
    r"|bailleurs?"
    r"|affactureur|banquier|transporteurs?|livreurs?|apporteurs?|commanditaires?|preneurs?"
    r"|eleveurs?|collecteurs?|meunier"
    r"|homonymes?|colocataires?|traiteurs?|poseurs?|installateurs?|editeurs?|labels?|producteurs?"
    r"|tourneurs?|filiales?|grossistes?|debouches?|debouche)\b",
    r"(?:qui|que|qu il|qu elle) (?:nous|m|me) (?:(?:y|en) )?(?:a|ont|achet\w+|donn\w+|command\w+"
    r"|prenai\w+|confi\w+|envoy\w+|fournis\w+|livr\w+|louai\w+|sous lou\w+|employ\w+|versai\w+"
    r"|hebergeai\w+|distribuai\w+)\b"
    r"|qui (?:prenai|achetai|distribuai|ecoulai|sous louai|louai|vendai|reprenai|representai"
    r"|transformai|collectai)\w+ (?:(?!votre|vos)\w+ ){0,6}?(?:notre|nos|ma|mes)\b",
    r"(?:a|avec|pour|chez|dont|auquel|auxquels|a laquelle|auxquelles|(?:chez|pour|avec|a) (?:qui"
    r"|lequel"
    r"|laquelle|lesquels)) (?:on|nous|je|j) (?:(?:etions|etait|etais|avions|avait|avais|y|leur"
    r"|lui|en) )?"
    r"(?:livr|brod|travaill|vend|fourni|factur|depend|imprim|cuisin|produi|transport|sous trait"
    r"|expos|jou|montions|montait|fabriqu|franchis|adherent|client|fournisseur|membre|cous)\w*",
    r"(?:l|notre|mon|ma|nos) ?ancien(?:ne)?s? (?:societe"
    r"|enseigne|gerante?|patronn?e?|president\w*|direct\w+|proprietaires?|exploitante?s?)\b"
    r"|homonymes?\b|(?:vous (?:nous )?confond\w+"
    r"|ne (?:nous )?confond\w+ pas) (?:avec|\w+ avec)"
    r"|(?:nous|me) (?:laisse\w*|doi\w+|devai\w+|plante\w*) (?:encore |toujours |aussi )?(?:une?"
    r"|des|la|\d|tout|six|trois|deux|quatre|cinq)\b",
)
_STANDS_FIRM = any_of(
    r"(?:nous|on|moi|je) (?:,? ?(?:nous|on|je) )?(?:sommes|est|suis|reste|restons) (?:bien "
    r"|toujours |encore"
    r" )?(?:debout|vivants?|la et bien la|solides?|en bonne sante|in bonis)\b",
    r"(?:personne|nul|il n est pas question|pas question|on) (?:ici |chez nous )?(?:ne )?(?:parle"
    r"|d\w*)(?: pas)? ?(?:de |d )?(?:tribunal|liquidation|redressement|depot|procedure|fermer)"
    r"(?: judiciaire)? chez (?:nous|moi)\b",
    r"(?:chez nous|de notre cote|de mon cote|nous concernant|pour nous"
    r"|pour notre part)\W{1,3}(?:tout va"
    r"|rien de (?:tel|judiciaire)|pas de (?:procedure|tribunal))",
    r"(?:notre|ma|la|l) ?(?:societe|association|entreprise|maison|boite) (?:n est pas|n a rien de"
    r"|va bien"
    r"|se porte|tient)\b",
)
"""That the writer's own house stands."""
_OURS_THERE = any_of(
    r"(?:la|l|cette|votre|cet) ?(?:societe|entreprise|association|sarl|sas|eurl|boite"
    r"|etablissement)"
    r" (?:qui|que|dont|pour)\b(?! (?:nous|on|je|qui (?:nous|on|je)|laquelle (?:nous|on|je)"
    r"|nous|devait|me|m)\b)|(?:nous|je) (?:presid|dirig|ger|exploit|represent|administr)\w+"
    r"|(?:notre|mon)"
    r" (?:liquidateur|mandataire|etablissement|siege|club|comite|foyer|cabinet|etude|ecole|hotel"
    r"|camping|salon|theatre|compagnie)\b"
)


def _is_a_story_of_another(finding: Finding, text: str) -> bool:
    """Whether a court's words stand in the story of somebody who dealt with the writer's house."""
    sentence, _ = _place(finding, text)
    if sentence is None or any(_US_TOO.search(each.folded) for each in sentences(text)):
        return False
    words = sentence.folded
    start = sentence.raw.find(finding.span)
    other = _DEALT_WITH_US.search(words)
    return (
        other is not None
        and not _OURS_THERE.search(words)
        and not _OWN_HOUSE.search(words[: start + len(finding.span)])
        and not _OURS_PUT.search(words)
    )


_OURS_PUT = any_of(
    r"(?:avons|ai|sommes|suis) (?:(?:ete|bien|donc|nous|aussi) )*(?:mise?s?|placee?s?|admise?s?"
    r"|depos\w+|en (?:liq|redr|sauv|faill)\w*)\b",
    r"(?:nous|on|je|m) (?:(?:a|est|vient|d|de|etre|ete) )*(?:mise?s?|placee?s?|admise?s?"
    r"|depos\w+|en (?:liq|redr|sauv|faill)\w*)\b|a (?:notre|mon) (?:encontre|egard|benefice"
    r"|profit)",
)


def _befell_another(finding: Finding, text: str) -> bool:
    """Whether somebody else's house stands next to the words of a court, and none of the writer's.

    What is only told of "il" or "elle" is left to `may_be_another_s`, and so to a human.
    """
    sentence, _ = _place(finding, text)
    if sentence is None:
        return False
    told = sentences(text)
    if any(_US_TOO.search(each.folded) for each in told):
        return False
    if says(text, _STANDS_FIRM) and _is_a_story_of_another(finding, text):
        return True
    after = told[told.index(sentence) + 1 :][:1]
    if not _OWN_HOUSE.search(sentence.folded) and any(
        _HE_NOT_US.search(each.folded) for each in (sentence, *after)
    ):
        return True
    start = sentence.raw.find(finding.span)
    end = start + len(finding.span)
    theirs = _distance(sentence, _THEIR_HOUSE, start, end)
    ours = _distance(sentence, _OWN_HOUSE, start, end)
    return theirs is not None and (ours is None or theirs < ours)


_NEAR = 45  # signs


def _distance(sentence: Sentence, words: re.Pattern[str], start: int, end: int) -> int | None:
    """How many signs lie between the words and a place of their clause, if they stand there."""
    gaps = []
    for match in words.finditer(sentence.folded):
        between = sentence.folded[match.end() : start] or sentence.folded[end : match.start()]
        if len(between) <= _NEAR and not _ANOTHER_CLAUSE.search(between):
            gaps.append(len(between))
    return min(gaps, default=None)


_ANOTHERS_REFUSAL = re.compile(
    r"\b(?:mari|femme|fr[eè]re|s(?:oe|œ)ur|fils|fille|ex|p[eè]re|m[eè]re|locataire|voisine?"
    r"|compagne|compagnon|conjointe?|associée?|coll[eè]gue|assureur|assurance|mutuelle|parents?"
    r"|syndic|client|banque|employeur)\b",
    re.I,
)


def may_be_anothers(text: str) -> bool:
    """Whether somebody is named who may refuse instead of the writer: a hint is not enough then."""
    return _ANOTHERS_REFUSAL.search(text) is not None
