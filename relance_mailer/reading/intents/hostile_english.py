"""Insults and threats in English that are surely meant for the creditor or its people.

Beyond doubt only where nobody else is meant: a joke, a quotation, somebody's report, money that is
promised or was sent in the same letter leave a hint, and a human reads it. Taken: `TAKES`. A hint
at most: `LEAVES`.
"""

import re
from dataclasses import replace

from relance_mailer.reading.intents.phrases import BEYOND_DOUBT, Sentence, any_of, fold, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Listen, you thieving little toad.",
    "Ring my wife again and I'll burn your yard to the ground.",
    "Send me one more of these and you'll need a dentist.",
    "One phone call and my lads are round at your workshop with pickaxe handles.",
    "We know where your shop is. Drop it if you like your windows.",
)
LEAVES = (
    "You greedy pig, leave some cake for us next time! Paid this morning.",
    "My tenant wrote to me that I'd need a dentist, so I've other worries.",
    "I know where your office is and I'll drop the cheque off.",
    "Are you a fraud? I have never heard of your company.",
    "He called me a thieving toad.",
)

_FOUL = (
    r"(?:jumped up|thieving|lying|little|dirty|greedy|fat|useless|filthy|pathetic|pompous|arrogant"
    r"|miserable|nasty|rotten|bloody|fucking|f+ ?(?:\*+|ing)|sodding|poxy|two faced|slimy|sly"
    r"|spineless"
    r"|frog faced|snivelling|stupid|crooked|miserable|disgusting|vile|evil|worthless|brainless"
    r"|sad|ugly|bald|old|cheeky|bent|absolute|complete|total|utter|such|bunch of|pack of|gang of)"
)
_NAME = (
    r"(?:parasites?|toads?|rats?|crooks?|swindlers?|thief|thieves|scum(?:bags?)?|bastards?|vermin"
    r"|leech(?:es)?|gangsters?|blackmailers?|frauds?|fraudsters?|cretins?|morons?|imbeciles?|liars?"
    r"|cheats?|bloodsuckers?|vultures?|bitch(?:es)?|wankers?|tossers?|pricks?|dickheads?|twats?"
    r"|arseholes?|assholes?|cunts?|pigs?|swine|weasels?|snakes?|worms?|cockroach(?:es)?|maggots?"
    r"|lowlifes?|con ?(?:man|men|artists?)|shysters?|robbers?|bandits?|witch|hag|turds?|scumbag"
    r"|extortionists?|shitbags?|pieces? of (?:shit|dirt|filth)|pathetic little (?:woman|man|clerk))"
)
_HARD = (
    r"(?:cretins?|morons?|imbeciles?|scumbags?|bastards?|wankers?|tossers?|dickheads?|arseholes?"
    r"|assholes?|cunts?|twats?|crooks|thieves|swindlers?|parasites?|bloodsuckers?|lowlifes?)"
)
_YOUR = r"(?:your|ur|yer|her|his|their)"
_LIMB = (
    r"(?:face|head|teeth|nose|legs?|kneecaps?|knees|arms?|neck|skull|jaw|fingers|ribs|throat|mouth"
    r"|gob|trap)"
)
_BELONGS = (
    r"(?:windows?|car|van|house|home|yard|shed|office|shop|workshop|place|barn|warehouse|depot"
    r"|premises|garage|door|family|kids|children|dog|truck|bike)"
)
_WILL = (
    r"(?:(?:i|we) ?(?:ll|will|am going to|m going to|m gonna|re going to|shall)|ill|n ill|gonna)"
)
_INSULTS = any_of(
    rf"(?:you|u|ya|ye) (?:are |re |r )?(?:(?:all|both|just|nothing but|a|an|the|and|,) ){{0,3}}"
    rf"(?:{_FOUL} ,?(?:and |a )?){{1,4}}{_NAME}\b",
    rf"(?:you|u) (?:are |re )(?:(?:all|both|just|nothing but|a|an|the) ){{0,3}}{_NAME}\b(?! (?:to"
    r" (?:me|us)|for))",
    rf"(?:,|^|\.|and|you) ?you {_HARD}\b|(?:^|, )(?:you )?(?:bunch|gang|pack|shower|den) of"
    rf" (?:{_FOUL} )*{_NAME}\b|(?:this|that) (?:{_FOUL} )+(?:witch|cow|bitch|hag|rat|toad|pig) "
    rf"(?:from"
    r" |of |in )(?:your|accounts)",
    r"crawl (?:back )?(?:in|under|into|out)\w* (?:your|the|from|of|it) ?(?:rock|hole|stone"
    r"|under)?\b"
    r"(?= |\W|$)|(?:f+u+c+k+|f\*+k?|fck|screw) (?:off|you|u|ur|your)\b(?! (?:provided|sent|gave"
    r"|fitted|used|supplied))|i spit on (?:your|you)\b"
    r"|you can"
    r" (?:all )?(?:rot|go to hell|burn in hell|drop dead)|raised such a (?:rat|pig|crook|thief"
    r"|liar)",
)
_THREATS = any_of(
    rf"{_WILL} (?:\w+ ){{0,4}}?(?:smash|break|cut|shut|slit|knock|kick|punch|crush|rearrange|cave"
    rf"|stamp on|twist|wring|rip|snap) (?:\w+ ){{0,2}}?{_YOUR} (?:\w+ )?{_LIMB}\b",
    rf"{_WILL} (?:\w+ ){{0,4}}?(?:burn|smash|torch|wreck|set fire to|trash|slash|brick|drive "
    rf"through"
    rf"|flatten|blow up) (?:up )?{_YOUR} (?:\w+ )?(?:{_BELONGS}|tyres)\b",
    r"(?:you|he|she|they|u) ?(?:ll|will|d|are going to|re going to|is going to) (?:\w+ )?(?:be "
    r")?(?:go"
    r"|going|leave|leaving|end up|be carried|finish|wake up)(?: home| up| out| away)? in (?:an"
    r" ambulance|a coffin|a box|hospital|a wheelchair|intensive care|the canal|the river)\b",
    r"you ?(?:ll|will|re going to) (?:\w+ )?(?:need|be needing|want) an? (?:dentist|surgeon"
    r"|ambulance"
    r"|coffin|undertaker|doctor|new (?:face|nose|set of teeth))\b(?! s)|picking (?:up )?your "
    r"teeth\b",
    r"(?:my|our|the|some) (?:\w+ )?(?:lads|boys|brothers|mates|cousins|friends"
    r"|sons)\b.{0,70}\b(?:with"
    r" (?:\w+ )?(?:pickaxe|axe|baseball|iron|crowbars?|hammers?|petrol|knives|shotguns?|bats|sticks"
    r"|bars))\b",
    r"drop it if you like your \w+|if you (?:like|love|value) your (?:windows?|teeth|legs|kneecaps"
    r"|family|car|shop)\b|(?:when|if) you (?:sleep badly|can t sleep|lie awake)\b.{0,60}\byou "
    r"?(?:ll"
    r"|will) know why|sleep with one eye open|(?:you ?(?:ll|will)|ll) (?:crawl out of|not leave"
    r"|never"
    r" leave) (?:it|here|this village) ?(?:alive|on your knees)?(?= ?[.,!]|$)",
    r"(?:write|ring|send|e ?mail|call|contact|phone|bother)\b.{0,50}\b(?:again|one more|once more"
    r"|another)\b.{0,50}\b(?:and|or) (?:i|we) ?(?:ll |will )?(?:come|drive|am|be) (?:\w+ "
    r"){0,4}?(?:to|"
    r"round to|over to|at|down to) (?:your|yours|you)\b",
    r"(?:leav\w*|go|going|come|carried|end\w*|be) (?:\w+ ){0,3}?(?:on a stretcher|in a body ?bag"
    r"|in a coffin)\b",
    r"people like (?:you|her|him|that) should be (?:driven|hanged|hung|shot|horsewhipped|whipped"
    r"|strung|beaten)\b|set (?:the|my|our) dogs? on (?:you|your|him|her)\b",
)
_KNOWS = any_of(
    r"(?:i|we) know where (?:you|your|ur|he|she) (?:\w+ )?(?:live|lives|park|sleep|drink|is|are"
    r"|depot"
    r"|office|shop|house|home|car|family|kids|children|yard|daughter|son|work)\b",
)
_MENACE = any_of(
    r"(?:brothers|cousins|boys|windows?|teeth|burn|ambulance|you ll see|you will see|watch (?:it"
    r"|out"
    r"|your)|be careful|regret|sorry you|one more of these|pickaxe|bats?|petrol|drop it\b)"
)
_NOT_MEANT = any_of(
    r"(?:lol|haha\w*|hehe\w*|joking|jk|kidding|teasing|no offence|xx+|cheers|love to|mate x"
    r"|winking|banter|leg pull\w*|cake|pint)\b"
)
_REPORTED = any_of(
    r"(?:he|she|they|boss|husband|wife|son|daughter|neighbour\w*|customers?|clients?|someone"
    r"|somebody"
    r"|tenants?|landlord|ex|driver|who|people|man|woman|supplier|builder|colleague) (?:\w+ ){0,3}?"
    r"(?:said|says|saying|told|tells|called|calls|calling|wrote|writes|shouted|yelled|screamed"
    r"|threaten\w*|shouts|reckons|thinks)\b",
    r"(?:called|calls|calling|call|called) (?:me|us|him|her|them|myself)\b|(?:i|we) (?:am|m|are|re"
    r"|was"
    r"|were|feel|felt|must (?:look|seem|be)) (?:\w+ ){0,3}?(?:a|an|the|like|such)\b|(?:not|n t"
    r"|never)"
    r" (?:say|said|saying|think|thinking|thought|call|calling|called|mean|suggest\w*|imply\w*) "
    r"(?:\w+"
    r" ){0,3}?(?:you|that)\b|(?:are|re) (?:not|hardly|no)\b|aren t\b|\bif (?:you|i|we) (?:are|were"
    r"|re"
    r"|m|am) (?:a|an)\b|(?:bank|tax office|council|insurers?|government|revenue|landlord|builder"
    r"|other supplier) (?:is|are|s|re)\b",
)
_REPORTED_OF_YOU = any_of(
    r"(?:who|that|he|she|they|employee|colleague|assistant|intern|temp|driver|clerk|manager) (?:has"
    r" |had |have |once |recently )?(?:told|asked|advised|invited) you to\b",
    r"(?:boss|husband|wife|son|daughter|neighbour\w*|customers?|clients?|someone|somebody|tenants?"
    r"|he|she|they|people|friend|colleague|father|mother|brother|partner) (?:\w+ )?(?:said|says"
    r"|saying"
    r"|told|tells|wrote|writes|reckons|thinks|claims|warned) (?:\w+ )?(?:that )?(?:you|your)\b"
    r"|(?:never|not|n t) (?:say|said|saying|think|thinking|thought|mean|meant|suggest\w*|imply\w*)"
    r" (?:that )?you\b|\bif you (?:are|were|re) (?:a|an|really)\b",
)
_FRIENDLY = any_of(
    r"(?:birthday|haha\w*|lol|joking|kidding|same race|break your heart)\b|(?:with|bring\w*|drop\w*"
    r"|leave) (?:\w+ )?(?:the|your|my|our|it in) (?:cheque|money|cash|payment)\b|over on (?:mon"
    r"|tues"
    r"|wednes|thurs|fri|satur)day\b",
)
_PAYS = any_of(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur)day|tomorrow|paid|payments?|cheque|transfer"
    r"|birthday)\b",
    r"(?:with|bring) (?:the|your) (?:money|cash)\b",
    r"(?:i|we|it|payment|money|transfer) ?(?:ll|will|shall|has|have|ve|am|m|are|re|was|is) (?:be "
    r")?(?:pay"
    r"|paid|paying|sent|send|transfer|settl|gone|made|on its way)\w*|(?:^|[.!,] ?)(?:paid|sent"
    r"|settled"
    r"|transferred|done) (?:this|it|today|yesterday|on|now|just)\b"
    r"|(?:thanks|thank you|grateful|sorry)\b",
)
_TO_SOMEBODY = re.compile(
    r"\b(?:you|your|u|ur|her|his|their|gang|bunch|pack|people like|drop it)\b", re.IGNORECASE
)
_QUOTED = re.compile(r"[«»“”\"]|^\s*>", re.M)


def find(text: str) -> tuple[Finding, ...]:
    """The insult or the threat; a hint where it may be a joke or somebody else's."""
    if not _TO_SOMEBODY.search(text):
        return ()
    told = sentences(text)
    said = [each for each in told if _is_hostile(each)]
    if not said and _knows_and_menaces(told):
        said = [each for each in told if _KNOWS.search(each.folded)]
    if not said:
        return ()
    words = fold(text)
    sure = not (_QUOTED.search(text) or _NOT_MEANT.search(words) or _PAYS.search(words))
    return (
        Finding(
            intent=Intent.HOSTILE,
            span=said[0].raw,
            rule="injure ou menace en anglais",
            strength=BEYOND_DOUBT if sure else 1,
        ),
    )


def as_reported(finding: Finding, text: str) -> Finding:
    """The finding, a hint where its sentence tells what others say, denies it or asks."""
    if finding.strength == 1 or not _TO_SOMEBODY.search(text):
        return finding
    told = [each.folded for each in sentences(text) if finding.span in each.raw]
    if any(_REPORTED_OF_YOU.search(one) or _FRIENDLY.search(one) for one in told):
        return replace(finding, strength=1)
    return finding


def _is_hostile(sentence: Sentence) -> bool:
    words = sentence.folded
    if _REPORTED.search(words):
        return False
    if _INSULTS.search(words):
        return not sentence.asks
    return _THREATS.search(words) is not None


def _knows_and_menaces(told: tuple[Sentence, ...]) -> bool:
    knows = any(_KNOWS.search(each.folded) and not _REPORTED.search(each.folded) for each in told)
    return knows and any(_MENACE.search(each.folded) for each in told)
