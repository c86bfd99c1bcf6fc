"""Words of an end that is none: a firm of the family's, a bankruptcy escaped, a share of another's.

A court's word and a flat "ne paiera pas" end the amicable phase by themselves, so they must be the
debtor's own, have happened, and depend on nothing. Here they are taken back where their own
sentence says otherwise; a refusal that hangs on what we do is a ground and becomes a dispute.
Takes back: `NONE`. Leaves: `AN_END`.
"""

import re
from dataclasses import replace

from relance_mailer.reading.intents.insolvency import UNREAL
from relance_mailer.reading.intents.phrases import Sentence, any_of, says, sentences
from relance_mailer.reading.intents.third_parties import SPEAKS_FOR
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

NONE = (
    (Intent.INSOLVENCY, "L'entreprise de mon mari est en liquidation."),
    (Intent.INSOLVENCY, "La boîte qui emploie mon fils est en redressement judiciaire."),
    (Intent.INSOLVENCY, "J'ai failli déposer le bilan, mais ça va."),
    (Intent.INSOLVENCY, "Nous n'avons pas été placés en redressement judiciaire."),
    (Intent.INSOLVENCY, "We haven't filed for bankruptcy."),
    (Intent.INSOLVENCY, "No company of ours has ever gone into liquidation."),
    (Intent.INSOLVENCY, "Aucune société du groupe n'est en redressement judiciaire."),
    (Intent.REFUSAL, "Mon cousin ne réglera pas sa part."),
    (Intent.REFUSAL, "Si vous ne réparez pas, je ne paie pas."),
    (Intent.REFUSAL, "Hors de question de vous laisser sans nouvelles."),
)
AN_END = (
    (Intent.INSOLVENCY, "Mon mari et moi avons une société, elle est en liquidation."),
    (Intent.INSOLVENCY, "J'ai failli pleurer, ma société est en liquidation depuis mardi."),
    (Intent.INSOLVENCY, "We are not in administration but in liquidation since Tuesday."),
    (Intent.INSOLVENCY, "None of our invoices counts any more, the company is in liquidation."),
    (Intent.REFUSAL, "Le gérant ne paiera pas, un point c'est tout."),
    (Intent.REFUSAL, "Hors de question de vous laisser gagner, je ne paierai pas."),
)

_MY = r"(?:mon|ma|mes|notre|nos|un|une|des|d un|d une)"
_KIN = (
    r"(?:mari|epou(?:x|se)|femme|conjointe?|compagn(?:on|e)|ex\b|ex \w+|fils|fille|freres?"
    r"|s(?:o|oe)urs?|pere|mere|parents|beaux? \w+|belle \w+|cousine?s?|oncle|tante|neveu|niece"
    r"|gendre|amie?s?|copains?|copines?|potes?|voisine?s?|collegues?|coloc\w*|locataires?"
    r"|enfants?)\b"
)
_FIRM = (
    r"(?:entreprise|societe|boite|sarl|sas|eurl|restaurant|resto|garage|magasin|commerce|affaire"
    r"|cabinet|structure|boutique|ferme|exploitation|atelier|agence|association|bar|hotel"
    r"|employeur|patron|usine)"
)
_BROKE = (
    r"(?:(?:depos\w+|depot) (?:de |le |notre |mon |du )?bilan|(?:la |le |une? |en |etre |mise? "
    r"|placee? |passer |finir |partir |tomber |etat de )*(?:liquidation|redressement|sauvegarde"
    r"|faillite|cessation|depot de bilan|procedure collective)(?: judiciaire| (?:de|des)"
    r" paiements?)?)"
)
_PROCEEDING = r"(?:administrat|liquidat|receiver|bankrupt|insolven|examiner)\w*"
_THEIRS = any_of(
    rf"(?:our|my|one of (?:our|my)|another|the) (?:\w+ ){{0,2}}?(?:suppliers?|customers?|clients?"
    r"|insurers?|brokers?|banks?|distributors?|tenants?|landlords?|hauliers?|couriers?|agents?"
    r"|wholesalers?|franchisors?)(?: s)? (?:has |have |had |who )?(?:just |now |all )?(?:entered"
    r"|(?:gone|went|put|placed|collapsed|fallen|fell) (?:in|into)|(?:is|are|was|were) (?:now )?"
    rf"(?:put )?(?:in|into)|filed for) (?:\w+ )?{_PROCEEDING}"
    r"(?: (?!we\b|i\b|our\b|us\b|my\b)\S+)*",
    rf"(?:la|le|l|les|une?) (?!notre|societe\b|entreprise\b)\w+ (?:est|sont|a ete|ont ete|vient d"
    rf" etre) (?:\w+ )?{_BROKE},? (?:et|qui|mais|donc|alors) (?:nous|me|m) (?:pa[iy]\w*|vers\w*"
    r"|doit|doivent|regl\w*|rembours\w*)",
    r"(?:payer|regler|verser|virer|adresser)(?: \w+){0,3} a vous,? ou (?:bien |plutot )?(?:a )?(?:l"
    r" |un |une |le |la |votre |son )?(?:administrat|mandataire|liquidat)\w*",
    r"(?:pay|send|transfer)(?: \w+){0,4} (?:to )?you,? or (?:to )?(?:the|your|an?) (?:\w+ )?"
    r"(?:administrat|liquidat|receiver|trustee)\w*",
    r"(?:put|forced|pushed|drove|driven|sent) (?:our|a|one|my|another|this) (?:own )?(?:\w+ )?"
    rf"(?:debtor|customer|client|tenant|supplier)s? (?:in)?to (?:\w+ )?{_PROCEEDING}",
    rf"(?:in case|if|should) you (?:have |ever )?(?:hear|heard|read|see|saw)\b[^.;!?]{{0,60}}"
    rf"{_PROCEEDING}",
    rf"\bonly (?:thing|one|person) (?:\w+ ){{0,4}}{_PROCEEDING}(?!.*\b(?:company|firm|business|us"
    r"|shop)\b)",
    r"(?:franchise|franchiseur|enseigne|tete de reseau|maison mere|holding|reseau|centrale)"
    rf"(?: \w+){{0,2}} (?:est|a ete|sont) (?:\w+ )?{_BROKE},? mais (?!nous aussi)",
    r"(?:expliqu\w+|enseign\w+|etudi\w+|(?:cours|these|memoire|examen|expose|td) (?:de|sur|en))"
    rf"(?: \w+){{0,2}} (?:la |le |une? |les )?{_BROKE}",
    r"(?:administrat(?:eur|rice)|mandataire|liquidat(?:eur|rice))(?: judiciaire)? (?:qui (?:loue"
    r"|habite|occupe|travaille|dejeune|mange|joue|achete|partage)|voisine?|d a cote|de l etage"
    r"|du (?:dessus|dessous|premier|deuxieme|rez|\de))",
    r"(?:we re|we are|i m|i am|as) (?:an? |the )?(?:\w+ ){0,3}?(?:firm|practice|team|office|company"
    r"|partnership|chambers) of (?:\w+ )?insolvency (?:practitioner|lawyer|specialist|accountant)s?"
    r"(?!.*\b(?:appointed|acting|act for|on behalf|claims?|creditors?|proof)\b)",
)
"""A supplier's, an insurer's, a customer's, ours; or what the writer does for a living."""
_OF_KIN = any_of(
    rf"{_FIRM} (?:\w+ )?(?:de |d |a |du |des )?{_MY} (?:\w+ )?{_KIN}(?! et (?:moi|de moi))",
    rf"{_FIRM} (?:ou|qui|que|dans laquelle|chez qui|pour laquelle|chez laquelle|pour qui)"
    rf" (?:\w+ ){{0,3}}?(?:travaill\w+|emploi\w*|employ\w+|embauch\w+|boss\w+|dirige\w*|tien\w+"
    rf"|gere\w*) (?:\w+ )?{_MY} (?:\w+ )?{_KIN}(?! et (?:moi|de moi))",
    rf"{_FIRM} (?:ou|pour laquelle|dans laquelle|chez laquelle) {_MY} (?:\w+ )?{_KIN} (?:\w+ )?"
    r"(?:travaill|boss|est|etait|exerc)\w*",
)
_ESCAPED = any_of(
    rf"(?:failli|presque) (?:\w+ ){{0,3}}?{_BROKE}",
    rf"{_BROKE} (?:nous |m |lui )?(?:a|avait) ete (?:epargn|evit)\w*",
    r"(?:on|nous|je|j|il) (?:devrai\w+|aurai\w+ (?:du|pu)|pourrai\w+|faudrait|serai\w+ (?:oblige"
    rf"|forc|contraint)\w*)(?: \w+){{0,2}}? (?:a |une |la |en )?(?:procedure (?:de |d ))?{_BROKE}",
    rf"(?:evit|frol|echapp|esquiv|contourn)\w+ (?:\w+ ){{0,3}}?{_BROKE}",
    rf"(?:a|est passe a|passes? a) (?:deux|2|trois|un) (?:doigts?|cheveu|pas) (?:\w+ )?"
    rf"(?:de |d |du )?{_BROKE}",
    rf"(?:bien cru|cru (?:devoir|qu)|manque de|pas loin|tout pres|pres|au bord) (?:\w+ ){{0,3}}?"
    rf"{_BROKE}",
)
_LONG_OVER = any_of(
    r"(?:redressement|sauvegarde)(?: judiciaire)? (?:est|a ete"
    r"|etait) (?:\w+ )?(?:termine|clos|acheve|fini|cloture|leve"
    r"|solde)\w*(?! (?:pour|faute|par|d ici|bientot)\b)",
    r"(?:periode d observation|plan de (?:continuation|sauvegarde|redressement))(?: \w+)? (?:s est"
    r"|est|a ete|etait) (?:\w+ )?(?:termine|clos|acheve|fini|cloture|leve|solde)\w*"
    r"(?!.{0,60}\b(?:liquid|faute|bientot|d ici|convert))",
)
_AND_NO_OTHER = (
    r"(?!.*\b(?:mais|but|only|plutot|rather|instead)\b.*\b(?:administrat|liquidat|receiver"
    r"|bankrupt|insolven|examiner|redress|sauvegard|faillite|cessation|bilan))"
    r"(?! (?:\w+ ){0,3}?(?:yet|until|till|before|by choice|because|lightly|willingly|encore|avant"
    r"|de gaiete|par plaisir|par choix|volontairement)\b)"
)
_HOUSES_EN = (
    r"(?: (?:our|my|the|these|those|this|its|of|us|ours|ones?|single|sister|group|limited|ltd"
    r"|compan(?:y|ies)|firms?|business(?:es)?|houses?|shops?|branch(?:es)?|sites?|subsidiar(?:y|ies)"
    r"|entit(?:y|ies)|restaurants?|stores?|in|within|across)){1,7}?"
)
_HOUSES_FR = (
    r"(?: (?:de|d|des|du|nos|mes|ces|notre|ma|mon|la|le|les|l|cette|entre|autres?|nous|je|on"
    r"|societes?|entreprises?|filiales?|boutiques?|magasins?|maisons?|etablissements?|structures?"
    r"|entites?|groupe|boites?|affaires?|commerces?|agences?|exploitations?|sarl|sas|eurl|seule?)"
    r"){1,8}?"
)
_DENIED = any_of(
    r"(?:not|\w+n t|never|nobody|no one|none of us|neither|nor)(?: (?:has|have|is|are|was|were|been"
    r"|be|being|ever|actually|going|gone|go|went|filed|filing|file|entered|entering|enter|put|placed"
    r"|appointed|called|in|into|to|for|under|a|an|the|any|and|or|nor|bust|insolvent|declared|here"
    r"|company|voluntary|compulsory|creditors|official|formal|sort|kind|form|of|hands)){0,8}"
    rf" {_PROCEEDING}{_AND_NO_OTHER}",
    rf"(?:no|none of|neither of|not (?:a single )?one(?: of)?|not a single){_HOUSES_EN}"
    rf"(?: (?:has|have|is|are|was|were|ever|actually|yet|been|gone|went|go|entered|filed|put"
    rf"|placed|in|into|to|for|under|a|an|the)){{1,7}} {_PROCEEDING}{_AND_NO_OTHER}",
    rf"(?:never|at no time|at no point|on no occasion)(?: (?:in|our|its|my|all|these|this"
    r"|history|years?|forty|thirty|twenty|ten|\d+|long|life)){0,5} (?:has|have|had|was|were|did)"
    rf"(?: (?:we|i|it|ours)|{_HOUSES_EN})(?: (?:ever|actually|been|gone|go|entered|enter|filed"
    rf"|file|put|placed|in|into|to|for|under|a|an|the)){{0,6}} {_PROCEEDING}{_AND_NO_OTHER}",
    rf"there (?:is|s|are|was|were|has been|have been) no (?:\w+ )?{_PROCEEDING}{_AND_NO_OTHER}",
    rf"no (?:\w+ )?{_PROCEEDING}(?: proceedings?| petition)? (?:has|have|is|are|was|were)"
    rf" (?:been )?(?:appointed|opened|filed|started|pending|made|planned|named){_AND_NO_OTHER}",
    r"(?:pas|jamais|nullement|aucunement|ni)(?: (?:ete|etre|eu|fait|du tout|mise?s?|placee?s?"
    r"|admise?s?|declaree?s?|question|non plus|ni|de|d|en|dans|une?|etat))"
    rf"{{0,8}} {_BROKE}{_AND_NO_OTHER}",
    rf"(?:sommes|suis|est|etes) plus (?:du tout )?{_BROKE}{_AND_NO_OTHER}",
    rf"(?:aucune?|pas une?(?: seule?)?|nulle?|jamais){_HOUSES_FR} (?:ne |n )(?:est|a|ai|avons|ont"
    r"|sont|sommes|etait|etaient|avait|fut)(?: (?:jamais|encore|ete|etre|mise?s?|placee?s?"
    rf"|admise?s?|declaree?s?|en|dans|une?|etat|de|d)){{0,7}} {_BROKE}{_AND_NO_OTHER}",
    rf"personne (?:\w+ ){{0,2}}?(?:n )?(?:a|est|va|ne) (?:\w+ )?{_BROKE}{_AND_NO_OTHER}",
    r"aucune? (?:liquidat|mandataire|administrat|procedure|redressement|sauvegarde|depot|jugement)"
    r"\w*(?: \w+){0,2} (?:n )?(?:a|est|ont|sont) (?:\w+ ){0,2}(?:nomm|design|ouvert|prononc"
    rf"|engag|lanc|demand|en cours|prevu)\w*{_AND_NO_OTHER}",
)
"""No proceeding has been opened; another one named, and "not yet", say nothing so sure."""
_SOMEBODY = (
    rf"(?:{_MY} (?:\w+ )?(?:{_KIN}|associee?s?\b|colocataires?\b|partenaires?\b|coproprietaires?\b"
    rf"|assurances?\b|assureur\b|mutuelle\b)|(?:le|la|les|l) (?:autres? )?(?:{_KIN}"
    r"|coproprietaires?\b|coindivisaires?\b|coheritiers?\b|heritiers?\b|assurances?\b|autres?\b))"
)
_ANOTHER_S = any_of(
    rf"{_SOMEBODY} (?:(?!et\b|moi\b|ni\b|je\b|nous\b|on\b)\w+ ){{0,2}}?(?:(?:ne |n )(?:\w+ )?)?"
    r"(?:p[ae]i\w+|pay\w+|regl\w+|vers\w+|refus\w+|ve(?:ut|ulent)|entend\w*|compt\w+|donner\w*)\b"
    r"[^,;:.]{0,40}"
)
_ON_A_CONDITION = any_of(
    r"s(?:i|) (?:vous|tu|personne|rien|ca|cela|ce|c|elle|il|ils|elles|la|le|les|l|votre|vos|on)\b"
    r"(?! (?:\w+ ){0,3}(?:compri\w*|compren\w*|clair\w*|content\w*|satisfai\w*|avis|crois|croyez"
    r"|pens\w+|imagin\w+|plai\w+|plait|chante|lu|entendu)\b)"
    r"(?: [^\s,;:.?!]+){0,9}? (?:pas|plus|rien|jamais|point|personne|aucun\w*)\b",
    r"si (?:personne|rien|aucun\w*) (?:ne |n )",
)
_PAYING = (
    r"(?:p[ae]i|pay|regl|vers|vir|debours|donn|sor[st]|ced|engraiss|crach|casqu|banqu|raqu|mett|mis"
    r"|financ|honor|acquitt|rembours|sold|fil|envoy|pli|obei|obtemper|accept|consent|discut|negoci"
    r"|reven|revien|chang|depens|avanc|ajout|subi|finiss|contribu|particip|lach\w* (?:un|le|la|les"
    r"|des|mon|quoi|rien|quelque))"
)
_NO_REFUSAL = any_of(
    r"(?:hors de question|pas question|aucune envie|pas envie) (?:de |d |que )(?:je |j |nous |on"
    r" |vous |tu |cette \w+ |la \w+ |votre \w+ )?+(?:(?:vous|te|me|m|le|la|les|l|en|y|ne|n|nous|se"
    rf"|s) ){{0,3}}+(?!{_PAYING})\w+"
)
"""Out of the question is something else than paying."""


def without_ends_that_are_none(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without insolvencies and refusals that are another's, escaped or no refusal."""
    if all(each.intent not in _ENDS for each in findings):
        return findings
    for_another = says(text, SPEAKS_FOR)
    kept = (
        each
        if each.intent not in _ENDS
        else _weighed(each, _sentence_of(each, text), for_another=for_another)
        for each in findings
    )
    return tuple(each for each in kept if each is not None)


def ends_taken_back(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> frozenset[Intent]:
    """Of what nothing is left: no second voice alone hears it."""
    told, left = ({each.intent for each in some} for some in (before, after))
    return frozenset((told - left) & _ENDS)


_NONE_OF_OURS = (_ESCAPED, _LONG_OVER, _DENIED, _THEIRS)
_ENDS = frozenset({Intent.REFUSAL, Intent.INSOLVENCY})
_GROUND = "sous condition"


def _weighed(finding: Finding, sentence: Sentence | None, *, for_another: bool) -> Finding | None:
    """The finding, what it is instead, or none."""
    if sentence is None:
        return finding
    if finding.intent is Intent.INSOLVENCY:
        if finding.rule == UNREAL:
            return None
        kin = not for_another and _OF_KIN.search(sentence.folded) is not None
        return (
            None
            if kin or any(_touches(each, finding, sentence) for each in _NONE_OF_OURS)
            else finding
        )
    if _touches(_ANOTHER_S, finding, sentence) or _touches(_NO_REFUSAL, finding, sentence):
        return None
    if _ON_A_CONDITION.search(sentence.folded):
        return replace(finding, intent=Intent.DISPUTE, rule=_GROUND)
    return finding


def _sentence_of(finding: Finding, text: str) -> Sentence | None:
    return next((each for each in sentences(text) if finding.span in each.raw), None)


def _touches(words: re.Pattern[str], finding: Finding, sentence: Sentence) -> bool:
    """Whether the words share a sign with what the finding quotes."""
    start = sentence.raw.find(finding.span)
    end = start + len(finding.span)
    return any(
        match.start() < end and start < match.end() for match in words.finditer(sentence.folded)
    )
