"""How flat a refusal is: whether it says that it has no ground, or may hide one."""

import re

from relance_mailer.reading.intents.flat_words import NEITHER
from relance_mailer.reading.intents.phrases import WHEN, Sentence, any_of, says, sentences

FLAT = (
    "Je ne paierai pas et je ne vous donnerai aucune raison.",
    "On vous paiera pas, vous pouvez toujours courir.",
)
GROUNDED = (
    "Je ne paierai pas, point final. Vos gars ont salopé mon parquet.",
    "Je refuse de payer, votre patron sait très bien pourquoi.",
)

_GROUND = any_of(
    r"(?:concern\w+|incomb\w+|appartien\w+|parce qu|puisqu|tant qu|sans (?:facture|bon|rib)"
    r"|jamais (?:recu|livr"
    r"|fonction|marche|commande|signe|eu|vu)|pas (?:recu|livr|fini|conforme"
    r"|commande|signe|fonction|marche)|erreur|faux|fausse|defect\w*|panne"
    r"|casse\w*|manqu\w*|litige|avoir\b|livr\w+|devis|bon de|garanti\w*|sav\b"
    r"|repar\w*|rendu|retourn\w*|remplac\w*|repris\w*|pose\b|installe\w*|fuit\w*"
    r"|resili\w*|contest\w*|au lieu|trop (?:cher|factur)|prix|promis|expert\w*"
    r"|non fait|mal fait|en l etat|option|transport|offert\w*|ajoute\w*|lignes?\b|prestation"
    r"|chantier"
    r"|machine|materiel|comprends|facturez|frais|penalit\w*|interets|tva|deja|decede\w*"
    r"|tutelle|divorc\w+|ex (?:mari|femme)|notaire|prescri\w*|because|until"
    r"|never)",
    r"vu (?:l|le|la|les|que|ce|cet|votre|vos)\b|etant donne|(?:est|sont|soit|ete) arrivee?s?\b"
    r"|compte tenu",
)


NOT_OURS = any_of(
    r"(?:ne|n) (?:\w+ )?(?:concern\w+|regard\w+|incomb\w+|appartien\w+) (?:\w+ )?(?:pas|en rien"
    r"|plus"
    r"|nullement)\b",
    r"c est (?:a|au|aux) (?:[^.;,]{1,40}) (?:de|d) (?:\w+ )?(?:payer|regler|assumer|casquer)"
    r"|(?:sait|savez"
    r"|sais|savent|connaissez) (?:tres |fort |bien |parfaitement )*(?:pourquoi|la raison"
    r"|les raisons)"
    r"|(?:mon|ma|notre|nos|mes) (?:avocate?s?|assur\w+|protection juridique|experts?|conseil "
    r"(?:vous|a"
    r" ecrit))|tromp\w+|pas (?:la|le) (?:bonne?|bonnes|meme) \w+|you know (?:very well )?why"
    r"|wrong\b",
)
"""A ground that no second voice outvotes: somebody else's debt, or one that we know well."""
_NEVER = any_of(r"(?:jamais|never|tribunal|juge)\b")
_DAY_AHEAD = any_of(WHEN)


def names_a_day(text: str, spans: list[str]) -> bool:
    """Whether the refusal is one of a day only: "pas aujourd'hui, mais demain"."""
    refusing = [each for each in sentences(text) if any(span in each.raw for span in spans)]
    return any(
        _DAY_AHEAD.search(each.folded) and not _NEVER.search(NEITHER.sub("jamais", each.folded))
        for each in refusing
    )


def names_a_day_at_once(text: str, spans: list[str]) -> bool:
    """Whether the very words that refuse go on with a day: "pas cette semaine"."""
    return any(
        _DAY_AHEAD.search(_ENDS.split(each.folded[each.raw.find(span) + len(span) :])[0])
        for each in sentences(text)
        for span in spans
        if span in each.raw
    )


_ENDS = re.compile(r"[,;:.!?]")
_NO_GROUND = any_of(
    r"(?:decision|position|par principe|c ?est un choix|j ai choisi|ma reponse"
    r"|a me justifier|motiver"
    r"|explication\w*|(?:m|s|nous) en (?:expliquer|justifi\w+)|a (?:me|se|nous|m"
    r"|s) (?:\w+ )?justifi\w+"
    r"|pas la peine d(?:e|) (?:me |nous )?(?:re)?(?:lanc|appel|ecri|ven|demand)\w*"
    r"|no (?:further )?(?:reason|explanation)|give you a reason"
    r"|faites (?:ce que|comme)"
    r"|do what you|insister|inutile de|rien (?:de plus )?a (?:vous )?dire|aucune suite|sans rancune"
    r"|rien a (?:lui |vous )?reprocher|refus\b|point final|un point,? c est|assignez"
    r"|relancez tant)",
    r"(?:donner\w*|fourni\w*|cherch\w*|entrer\w*|ai|avons|a|avoir|faut)(?: \w+){0,3} (?:pas|plus"
    r"|aucune?|ni|point)(?: \w+){0,3} (?:raison|motif|explication)s?\b(?! (?:de|pour) (?:payer"
    r"|regler"
    r"|douter|penser|verser))",
    r"(?:ne (?:me |nous )?)?(?:demandez|demande|cherchez) pas (?:pourquoi|de raison|la raison)",
    r"(?:a|ai|avons) (?:pas|point) (?:a )?etre motivee?|raisons? a (?:vous |lui )?donner",
    r"parce que (?:je n en|ca ne me|cela ne me) (?:ai pas envie|chante pas|dit rien)",
    r"n en dir(?:ai|ons) pas (?:davantage|plus)|(?:ne )?(?:vous )?repondr(?:ai|ons) plus",
    r"toujours (?:courir|rever|attendre)|envoye[zr] qui (?:vous|bon)|(?:juridiction|tribunal|juge)"
    r" (?:de votre choix|que vous voul\w+|competent)|portez l affaire",
    r"(?:ou|qui|ce que|comme|quand|autant que|tant que) (?:bon )?(?:vous|il vous) (?:voul\w+|semble"
    r"|plai\w+|chante)|autant de (?:\w+ ){1,3}que (?:bon )?vous",
    r"jusqu a (?:noel|paques|la saint|la st|la fin des temps|plus soif)|dans les siecles",
    r"libre de (?:votre|la) suite|c est decide|decide une fois pour toutes|definitiv\w+|irrevocable"
    r"|tete reposee|bien reflechi|a l unanimite|jamais\W*$|point barre",
    r"not now\b|not later\b|not ever\b|full stop|end of (?:the )?(?:story|discussion)"
    r"|take (?:it|us|me) to court|do your worst|nothing (?:more|else|further) to (?:say|add)"
    r"|don t bother|stop asking|no reason\b|see you in court",
)
_OUR_DEEDS = any_of(
    r"(?:vos|votre|tes|ton|les|le|la|ta|un|une) (?:gars|ouvriers?|technicien\w*|livreur\w*"
    r"|chauffeur\w*|poseur\w*|commercia\w+|vendeu\w+|monteu\w+|equipes?|travail|boulot|produits?"
    r"|matos|camelote|fenetres?|portes?|sol|toit|pieces?|appareil\w*|engin\w*|outil\w*|modele)\b",
    r"(?:vous|tu|t) (?:m |nous |me |l |les |la |le |ne |n )*(?:avez|aviez|as|avait|deviez|devais"
    r"|auriez|aurais|faites|fais)\b|ca (?:n a|a|marche|fuit|ne)\b|(?:you|your \w+)"
    r" (?:have|had|did|didn|never|said|promised|left|sent|broke|were|was)\b"
    r"|(?:it|they) (?:never|did|doesn|does|was|were|broke)\b",
)
"""What we or our people did: beside a refusal it may be the ground, in words no rule knows."""


def declares_no_ground(text: str, spans: list[str]) -> bool:
    """Whether a refusal says of itself that it has no ground, and tells nothing that we did."""
    return says(text, _NO_GROUND) and not any(
        _OUR_DEEDS.search(each.folded)
        for each in sentences(text)
        if not any(span in each.raw for span in spans)
    )


_FEW_SIGNS = 70


def says_little_else(text: str, spans: list[str]) -> bool:
    """Whether a refusal stands nearly alone: what is long may hold a ground that no rule knows."""
    left = sum(len(each.folded) for each in sentences(text) if len(each.folded) > 12)
    return left - sum(len(span) for span in spans) <= _FEW_SIGNS


def names_a_ground(text: str) -> bool:
    """Whether a word stands in the text that a ground is hardly ever told without."""
    return says(text, _GROUND) or says(text, NOT_OURS)


_CLAUSE = re.compile(r"[,;:]| (?:mais|car|parce|puisque|puisqu|vu que|quand|because|since|but) ")
_SUBJECT = any_of(
    r"(?:(?:et|mais|car|donc|puis|alors|que|qu|and|but) )?(?:les?|la|l|mon|ma|mes|notre|nos|votre"
    r"|vos|une?|des|cet?|cette|ces|ca|il|elle|ils|elles|on (?:m|nous)|c (?:est|etait)|the|it|my|our"
    r"|your|this|that|he|she|they|j (?:attends|attendais)|there)\b (?:\S+ ?){2}"
)
_LEAD = r"(?:(?:et|mais|donc|alors|puis|car|que|qu|and|but|so) )?"
_NO_THING = any_of(
    rf"{_LEAD}(?:(?:elle|il|ce|c) (?:est )?)?(?:les?|la|l|mon|ma|mes|notre|nos|votre|vos|une?"
    rf"|cette|ces"
    r"|the|our|my|your)? ?(?:\w+ )?(?:prose|lettres?|cartes?|courriers?|relances?|mails?|messages?"
    r"|rappels?|mise en demeure|interets|menaces?|procedures?|papiers?|discours|phrases?|decisions?"
    r"|reponse|position|choix|conclusion|bureau|conseil|comite|ag|assemblee|association|direction"
    r"|gerante?|femme|epouse|mari|tribunal|juge|huissiers?|argent|sous|affaire|suite|loi|justice"
    r"|vie"
    r"|secretaire|amities|salutations?|pensees|hommages|respects?|voeux|compliments|vacances"
    r"|courtoisie|gentillesse|politesse|ton|plume|journee|semaine|ete|soiree|annee|resolution"
    r"|question|meilleur|plus|reste|answer|decision|lawyers?|court|letters?|reminders?|money)\b",
    rf"{_LEAD}(?:c|ce) (?:est|etait) (?:non|ainsi|comme ca|tout|decide|simple|un choix|ma|mon"
    rf"|notre|la"
    r"|le|dit|clair|definitif|irrevocable|bien|gentil|fini)\b",
    rf"{_LEAD}un point\b",
    rf"{_LEAD}il (?:est inutile|vous est|ne sert|n y (?:a|aura|en a) (?:rien|pas|aucun)|n y en a"
    r"|y a (?:rien|pas|aucun)|faut)",
    rf"{_LEAD}(?:ce|ca|c|cela) (?:sera|restera|reste|est) (?:\w+ )?non\b",
    r"on m a (?:demande|charge|dit) de vous"
    r"|(?:mon|notre|le|la) (?:direct(?:eur|rice)|patronne?|presidente?|tresori\w+"
    r"|comptable) (?:(?:m )?a (?:lu|souri|dicte|charge|decide"
    r"|tranche|repondu|refuse)|me charge|vous repond|refuse)|(?:le|la) (?:mien|mienne"
    r"|votre)\b",
    rf"{_LEAD}(?:it s (?:a no|no\b|final)|that s (?:it|final|all|that|the end|my (?:\w+ )?(?:answer"
    r"|decision|choice|last))|there (?:is|s) no (?:point|use)|that (?:won t|will not|isn t going to"
    r"|doesn t) change)",
)
_TAIL = any_of(
    r"(?:payer|regler|paye|paie|paierai|payerai|paying|pay|verser) (?:\w+ )?(?:pour|for) (?:du|de"
    r"|des|une?|le"
    r"|la|les|ca|cela|ce|rien|what|the|a|something|nothing)\b|deux fois|twice|au nom d"
    r"|par (?:cheque"
    r"|carte|virement|prelevement|courrier)|(?:this|next) (?:week|month)|today\b|right now"
    r"|en retard"
)
_GREETING = 14  # signs


def tells_something(text: str, spans: list[str]) -> bool:
    """Whether a refusal stands beside words about things: a ground may hide there, unknown to us.

    Who gives no reason speaks of himself, of our letters and of the court.
    """
    told = sentences(text)
    clauses = [clause for each in told for clause in _clauses(each, spans)]
    return any(_TAIL.search(each.folded) for each in told) or _any_tells(clauses)


def _clauses(sentence: Sentence, spans: list[str]) -> list[str]:
    """The clauses of a sentence; what refuses, or says that no ground is given, is left out."""
    words = sentence.folded
    for span in spans:
        place = sentence.raw.find(span)
        if place >= 0:
            words = words[:place] + "#" * len(span) + words[place + len(span) :]
    return [each.strip() for each in _CLAUSE.split(words)]


def _any_tells(clauses: list[str]) -> bool:
    of_letters = False
    for each in clauses:
        spoken_of = of_letters and _PRONOUN.match(each)
        of_letters = bool(_NO_THING.search(each))
        if "#" in each or len(each) <= _GREETING or _NO_GROUND.search(each) or spoken_of:
            continue
        if _SUBJECT.match(each) and not _NO_THING.match(each):
            return True
    return False


_PRONOUN = any_of(r"(?:(?:et|mais|que|qui|and) )?(?:ils?|elles?|it|they)\b")
