"""Hard words that mean nobody at the creditor's: of oneself a sentence later, or of one's family.

"Quel escroc, ce trésorier ! Je parle de moi" insults the writer, "ma petite-fille passera" nobody.
What is said to the creditor in the same sentence stays what it is.
"""

from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences
from relance_mailer.reading.message import Finding

_OF_ME = any_of(
    r"(?:je|j) (?:parle|cause)(?: bien| ici| la| evidemment| bien sur)? de (?:moi\b|ma (?:pomme"
    r"|pauvre personne|petite personne|personne)\b|mon cas\b)",
    r"c est (?:bien |evidemment )?(?:de|a) moi(?: meme)? (?:que|qu) (?:je (?:parle|pense|dis)|il s"
    r" agit)",
    r"je (?:me )?(?:dis|disais) (?:ca|cela) de moi(?! que vous)",
    r"je (?:me|m) (?:vise|designe|nomme|traite|adresse ces mots)\b",
    r"(?:l|cet|cette|ledit|ladite|le|la|ce) (?:escroc|voleu\w+|filou|idiote?|imbecile|andouille"
    r"|abrutie?"
    r"|coupable|cretine?|bandit|incapable|boulet|tricheu\w+|con|conne),? c est (?:bien )?moi\b",
)
_AT_YOU = any_of(r"(?:vous|votre|vos|tu|toi|ton|ta|tes|te|t|bandes?|you|your)\b")
_GREETED = any_of(
    r"(?:et |surtout )?pas (?:de |a )?vous\b|rassurez vous|bien entendu|(?:je )?vous (?:paie|regle"
    r"|vire|envoie"
    r"|dois|rassure)\b|votre (?:\w+ )?(?:tout )?(?:devouee?|humble|distraite?|filou|serviteur"
    r"|client\w*)\b",
)
_REPORTED = any_of(
    r"(?:(?:mon|ma|mes|notre|nos|le|la|les|un|une) (?:\w+ ){0,2}\w+|on|certains|d autres|tout le"
    r" monde|quelqu un|il|elle|ils|elles) (?:(?:me|m|nous|vous|toujours|a|ont|avait|souvent) ){0,3}"
    r"(?:dit|disait|disent|disaient|pretend\w*|soutien\w*|affirm\w+|jure\w*|repet\w+|assur\w+|croit"
    r"|pens\w+|ecrit|repondu|raconte\w*|crie\w*) (?:que|qu) (?:vous|votre)\b"
)
"""An opinion of us that the writer has from somebody."""
_CONTRADICTED = any_of(
    r"(?:je|j|nous|on|moi) (?:(?:lui|leur|ai|avons|a|l|le|la|les|vous|moi|je) ){0,4}(?:repond\w*"
    r"|dit|dis"
    r"|assur\w+|expliqu\w+|soutien\w*|soutenu|retorqu\w+|jure\w*) (?:que non|le contraire|(?:que"
    r"|qu)"
    r" (?:c etait|c est) faux|(?:que|qu) (?:il|elle) (?:avait|a) tort|(?:que|qu) (?:il|elle)"
    r" exager\w+)",
    r"je (?:ne )?(?:le |la |les )?(?:crois|suis) pas (?:d accord|du tout|une seconde|de cet avis)"
    r"|je"
    r" vous (?:ai |avais )?defend\w*|(?:je|moi je) (?:ne )?(?:le |la )?crois pas|il a tort|elle a"
    r" tort"
    r"|(?:pas|jamais) mon avis",
)
_AFTER_ALL = any_of(
    r"(?:raison|pires?|moi aussi|aussi mon avis|encore plus|bien plus|trop (?:gentil|poli"
    r"|indulgent)"
    r"|maintenant je|desormais|finalement|a tort de|changer? d avis|me trompais|eu tort)\b"
)
_MISADDRESSED = any_of(
    r"(?:sorry|oops|apologies|pardon|desolee?|excusez moi),? (?:this|that|it|c|ca|cela)"
    r"(?: one)? (?:was |is |s |etait |est )?(?:meant )?(?:for|pour) (?:the|my|our|somebody|someone"
    r"|another|his|her|le|la|l|un|une|ma|mon|quelqu|mes|les)\b"
)
_PITIED = any_of(
    r"pauvre petite?$|(?:ma|mon) (?:(?:petite|pauvre|petit) ?){1,2}(?:dame|monsieur|amie?|,|$)"
)
_COMFORTED = any_of(
    r"vous (?:n |ne )?y (?:etes|pouvez) (?:pour )?rien|(?:c est |ce n est )?pas (?:de )?votre faute"
    r"|(?:je n |j |n )?ai (?:pas|plus) (?:un (?:seul )?(?:sou|rond|centime|radis)|d argent"
    r"|de sous)\b"
    r"|je (?:ne )?vous en veux pas|(?:ai |avons )?(?:rien|pas) contre vous|vous (?:n )?etes pas en"
    r" cause"
)
"""Who is told that it is none of her doing is pitied, and not looked down on."""
_CONCEDED = any_of(
    r"vous (?:avez|aviez) (?:bien |tout a fait |mille fois )?raison|vous faites bien (?:de|d)\b"
    r"|c est (?:de )?(?:ma|notre) faute"
)
_WEARIED = any_of(
    r"(?:\w+ ){0,3}(?:cass\w+ les pieds|fatigu\w+|epuis\w+|gonfl\w+|so?ul\w+|saoul\w+)"
)
"""What who owns that we are right is tired of."""
THREATS = frozenset({"menace", "menace directe", "menace voilée", "visite annoncée"})
_KIN = any_of(
    r"(?:ma|notre|mes|nos|sa) (?:petites?|grandes?|belles?) filles?\b(?= (?:qui|que|qu|a|as|ont|est"
    r"|sont"
    r"|etait|me|m|nous|ne|n|y|et moi|et mon|et ma|s|se|va|vient|vien\w+|vit|doit|dit|fait|fera|peut"
    r"|\w+(?:era|eront|ait|ent)|sait|tient|prend|passe|habite|travaille|regarde|gere|aide|garde"
    r"|arrive|rentre|vous \w+ra|de \w+ ans|avec|chez|en|au|dans|par|pour)\b)",
    r"(?:avec|chez|pour|par|de|a|que|qu|et|mon fils|demande a|grace a|confie a) (?:ma|notre|mes"
    r"|nos)"
    r" (?:petites?|grandes?|belles?) filles?\b",
)
_HYPHENATED = ("petite-fille", "petites-filles", "belle-fille", "petit-fils")


def without(found: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings but those of the writer himself and of somebody of his family."""
    if not found:
        return found
    parts = sentences(text)
    of_me = any(_OF_ME.search(each.folded) and not _is_at_you(each.folded) for each in parts)
    at_you = {each.raw for each in parts if _is_at_you(each.folded)}
    denied = _denied_hearsay(parts)
    comforted = any(_COMFORTED.search(each.folded) for each in parts)
    conceded = any(_CONCEDED.search(each.folded) for each in parts)
    kin = any(_KIN.search(each.folded) for each in parts)
    misaddressed = any(_MISADDRESSED.search(each.folded) for each in parts)
    return tuple(
        each
        for each in found
        if not (of_me and each.rule not in THREATS and not _stands_in(each, at_you))
        and not (misaddressed and each.rule not in THREATS)
        and not (_is_of_kin(each.span) and (kin or "-" in each.span))
        and not (each.rule not in THREATS and any(each.span in told for told in denied))
        and not (conceded and _WEARIED.fullmatch(fold(each.span)))
        and not (comforted and _PITIED.fullmatch(fold(each.span)))
    )


def _denied_hearsay(parts: tuple[Sentence, ...]) -> tuple[str, ...]:
    """What somebody else says of us and the writer contradicts at once, up to his contradiction."""
    if any(_AFTER_ALL.search(each.folded) for each in parts):
        return ()
    told = []
    for number, each in enumerate(parts):
        if (reported := _REPORTED.search(each.folded)) is None:
            continue
        denial = _CONTRADICTED.search(each.folded, reported.end())
        if denial is not None:
            told.append(each.raw[reported.start() : denial.start()])
        elif number + 1 < len(parts) and _CONTRADICTED.search(parts[number + 1].folded):
            told.append(each.raw[reported.start() :])
    return tuple(told)


def _is_at_you(folded: str) -> bool:
    return bool(_AT_YOU.search(_GREETED.sub(" ", folded)))


def _stands_in(finding: Finding, parts: set[str]) -> bool:
    return any(finding.span in part for part in parts)


def _is_of_kin(span: str) -> bool:
    words = fold(span).split()
    return span.lower().endswith(_HYPHENATED) or words[-2:] in (
        ["petite", "fille"],
        ["grande", "fille"],
        ["belle", "fille"],
    )
