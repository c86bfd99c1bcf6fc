"""Whether an English text is a flat refusal and nothing else, and more turns of such refusals.

As `nothing_else` for French: every word must be accounted for. `flat_english` has the words of
bare refusals; here stand those who would rather keep their money, whose answer is no and stays no
before a judge, and what the polite and the rude put around it.
Taken: `REFUSALS`. Not taken: `NONE`.
"""

import re

from relance_mailer.reading.calendar_words import MONTH
from relance_mailer.reading.intents.flat_english import (
    CLAIMED,
    ENDS,
    ENGLISH_FRAMES,
    ENGLISH_GLUE,
    ENGLISH_NOES,
    ENGLISH_REFUSALS,
    EVER,
    PAY,
    WHO,
    WONT,
)
from relance_mailer.reading.intents.flat_words import whole
from relance_mailer.reading.intents.phrases import any_of, sentences

REFUSALS = (
    "You will not see one cent from us. Save the postage.",
    "My answer is no, it'll be no on Friday and it'll be no in front of a judge.",
    "We'd rather keep our money and let the matter rest there, for good.",
    "You'll get your money when hell freezes over.",
)
NONE = (
    "You will not see one cent from us for the broken one.",
    "My answer is no to the second visit.",
    "We'd rather keep our money until the lamp works.",
    "We never refuse to pay.",
    "You'll get your money when the bank opens.",
)

_SEASON = (
    rf"(?:spring|summer|autumn|winter|christmas|easter|new year|{MONTH}|(?:mon|tues|wednes|thurs|"
    r"fri|satur|sun)day)"
)
_NEVER = (
    r"(?:,? (?:neither now nor (?:later|ever)|(?:now|today) n?or (?:later|ever|at (?:a|any) later"
    r" (?:date|time|point))|this (?:month|year|week) (?:n?or (?:any other|next|ever))|not (?:this"
    r"|next) (?:week|month|year)(?:,? (?:and )?not (?:next (?:week|month|year)|ever|now|later))+"
    r"|(?:and )?not ever|for good|on principle|simple as that|today,? tomorrow or ever|either)"
    rf"|{EVER})"
)
_US = r"(?:us|me|here|our side|my side|our end|my end|this (?:house|office|company))"
_COIN = r"(?:penny|cent|euro|pound|dime|farthing|bean|quid|sou|brass farthing)"
_MONEY = (
    r"(?:(?:you )?(?:the|any|that|your|a (?:single )?penny of the) money|you a (?:single )?(?:penny"
    r"|cent|euro)|money)"
)
_SEND = (
    rf"(?:(?:be |going to |going to be |intend to |intending to |about to |prepared to "
    rf")?(?:send(?:ing)?"
    rf"|hand(?:ing)? over|giv(?:e|ing)|part(?:ing)? with|transferr?(?:ing)?) {_MONEY})"
)
_DAY_OF_NEVER = (
    r"(?:(?:when|once|the day) (?:hell freezes(?: over)?|pigs (?:can |start to )?fly|the cows come"
    r" home)|over my dead body|in your dreams|the (?:12th|twelfth) of never)"
)
_MORE_REFUSALS = whole(
    rf"you (?:will|ll|can|may|are going to|re going to) (?:only |just )?(?:get|see|have|receive"
    rf"|be paid|be getting)(?: (?:your|the|any|our|that) (?:money|cash|payment|cheque))?"
    rf",? {_DAY_OF_NEVER}{ENDS}",
    rf"{WHO} (?:just|simply|still|really|am still|m still|are still|re still) (?:{WONT}|not)"
    rf" {PAY}{CLAIMED}{_NEVER}{ENDS}",
    rf"{WHO} {WONT} (?:{PAY}{CLAIMED}|{_SEND}){_NEVER}{ENDS}",
    rf"{WHO} (?:(?:just|simply|still|am still|m still|are still|re still) )?(?:{WONT}|not) {_SEND}"
    rf"{_NEVER}{ENDS}",
    rf"(?:and )?(?:shan t|shall not|won t|will not) be (?:paying|settling|sending you (?:anything"
    rf"|a (?:penny|cent)|any money)){CLAIMED}{_NEVER}{ENDS}",
    rf"{WHO} (?:have |ve )?decided (?:that )?(?:i|we) (?:won t|shan t|will not|shall not|am not "
    rf"going"
    rf" to|are not going to) {PAY}{CLAIMED}{_NEVER}{ENDS}",
    rf"(?:that )?(?:this|the|your|that) (?:invoice|bill|sum|amount|account|claim)(?: in question)?"
    rf" (?:won t|is not going to|isn t going to|shall not|will not|will never) be (?:paid|settled"
    rf"|transferred)(?: by (?:us|me|the company))?{_NEVER}{ENDS}",
    rf"(?:on this (?:invoice|bill) )?there (?:will|ll|shall|is going to) (?:be|come) no (?:payment"
    rf"|money)(?: (?:from|by|on) {_US})?{_NEVER}{ENDS}",
    rf"no payment (?:will|shall) (?:ever )?be made{_NEVER}{ENDS}",
    rf"you (?:should|can|must|may|need|will have to) ?not expect (?:a|any) payment(?: from"
    rf" {_US})?{_NEVER}{ENDS}",
    rf"you (?:won t|will not|shall not|ll not|ll never|will never|are not|aren t|re not) (?:be"
    rf" )?(?:getting|get|see|seeing|have|having|receive|receiving|find)"
    rf" (?:a|one) (?:single |solitary )?{_COIN}(?: out of| from| off)? ?{_US}?{_NEVER}{ENDS}",
    rf"(?:no money|nothing|not a {_COIN}|not one {_COIN}) (?:for you|from {_US}){_NEVER}{ENDS}",
    rf"you(?: will| ll)? get nothing(?! (?:but|until|for))(?: from {_US})?{_NEVER}{ENDS}",
    rf"{WHO} (?:would|d) (?:much )?(?:rather|sooner|prefer to) keep (?:my|our|the) money(?: and let"
    rf" the matter rest(?: there)?)?{_NEVER}{ENDS}|(?:prefer|preferring) to keep (?:my|our) money"
    rf"{_NEVER}{ENDS}",
    rf"(?:{WHO}|management|the (?:board|director|directors|owner|partners)) (?:has |have "
    rf")?refused?s?"
    rf" (?:to pay|payment){CLAIMED}{_NEVER}{ENDS}",
    rf"(?:{WHO}|the company|this company) (?:does not|do not|doesn t|don t) intend to"
    rf" (?:pay|settle){CLAIMED}{_NEVER}{ENDS}",
    rf"(?:the|this) company (?:declines|refuses) to {PAY}{CLAIMED}{_NEVER}{ENDS}"
    rf"|this company (?:will|shall) not (?:be )?{PAY}{CLAIMED}{_NEVER}{ENDS}",
    rf"{WHO} (?:weren t|were not|wasn t|was not) going to {PAY}{CLAIMED} (?:then|in {_SEASON}|at"
    rf" {_SEASON}|back then|before)|{WHO} (?:won t|will not|shan t) be (?:going to )?(?:pay|paying)"
    rf"{CLAIMED} (?:in|at) {_SEASON} either",
    r"not paying(?:,? not (?:this|next) (?:week|month|year))*(?:,? not ever)?(?= *[.,;!]|$)",
)
_FIRM_NO = whole(
    rf"(?:the|my|our) answer ?(?:is|s|remains|was|stays)(?: still| always)? no(?: (?:on|at|in)"
    rf" {_SEASON})?(?! (?:to|on|for|as|because|until)\b)",
    rf"(?:and )?it ?(?:ll|will) (?:still |always )?be no(?: (?:on|at|in) {_SEASON}| in front of "
    rf"(?:a"
    rf"|the) judge| in court| (?:next|tomorrow|then)(?: too)?)?(?! (?:to|for|as|because|until)\b)",
)
_COURT = any_of(
    r"(?:court|judge|bailiffs?|sue|stamps?|postage|whistle|as (?:often|much) as you|make me|end of"
    r"|full stop|final|never|not ever)\b"
)
_TO_COURT = any_of(r"take (?:me|us|it|this) to (?:the )?court\b|sue (?:me|us)\b|see you in court\b")
_NONE_REFUSES = any_of(
    r"(?:not|\w+n t|never|nobody|no one)(?: (?!and\b|but\b|i\b|we\b)\w+)? (?:refus|declin)\w*"
)
_BARE_NO = re.compile(r"(?:no|nope|no way|never)\W*")
_LETTER = r"(?:letters?|reminders?|e ?mails?|messages?|demands?|notes?|notices?|requests?)"
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|last|latest|kind|polite|friendly|courteous)"
)
_MORE_FRAMES = whole(
    r"forget it|no way|nope|simple as that|(?:and )?(?:you|your company|they)(?: can| may)? "
    r"whistle for"
    r" it|(?:and )?(?:have|has|with|there is|there s)? ?nothing (?:further |more |else )?to (?:add"
    r"|say)"
    r"(?= *(?:[.,;!]|$))",
    r"(?:you can |please )?save (?:the|your|yourselves? the) (?:postage|stamps?|breath|time|trouble"
    r"|ink|paper)|(?:i see |there is |there s )?no (?:reason|need) to (?:tell you why|discuss "
    r"(?:the"
    r" |my |our |any )?reasons?|explain)",
    r"(?:any )?proceedings (?:should|may|can) be issued(?: in the usual way)?|file closed(?: on our"
    r" side)?|(?:please )?close the file",
    rf"(?:the |our |my )?(?:(?:management )?board|directors|management|partners|company) (?:has"
    rf"|have"
    rf"|ve) (?:considered|discussed|noted|read|taken note of|looked at) (?:your|the) (?:{_NTH} "
    rf")?(?:"
    rf"{_LETTER}|matter)(?: once more| again)?|it has decided(?: that)?(?= )|i got your {_LETTER}"
    r"|all of them|two of them",
    r"(?:i|we) do not intend to give (?:you )?(?:any )?reasons|and consider(?:s)? (?:our|this|the)"
    r" correspondence(?: on the (?:subject|matter))? (?:as )?(?:finished|closed|over|ended)|(?:and"
    r" )?(?:won t|will not|shan t) be (?:discussing|explaining|commenting on) (?:it|this|that)"
    r"(?: further| again)?|(?:and )?will not comment(?: further)?",
    rf"how (?:thrilling|charming|kind|nice|sweet|lovely|delightful)(?: of you to (?:write|remind "
    rf"us)"
    rf"(?: again)?)?|(?:a|another) {_NTH} {_LETTER}|reminder number \w+|and this time (?:even )?in"
    rf" bold|let me be as \w+|to spare you the {_NTH}(?: one)?",
    r"thanks? (?:you )?(?:ever so |so |very )*much for your patience|(?:and )?do give our love "
    r"to \w+"
    r"|on reflection|let the matter rest(?: there)?|(?:no|without) hard feelings(?: on (?:our|my) "
    r"side"
    r")?|for good",
    r"thank you for your patience(?: and)?|(?:and )?the (?:friendly|polite|kind) tone of your"
    rf" {_LETTER}|(?:i am |i m )?(?:afraid )?(?:i )?must disappoint you|(?:i m |i am )?sorry if "
    rf"(?:that"
    r"|this|it) (?:comes as a disappointment|disappoints you)|(?:please )?(?:don t|do not) take it"
    r" personally|prefer to leave it where it is|(?:and )?the partners have looked at the matter(?:"
    r" once more| again)?(?: and)?",
    r"(?:we|i) (?:have|ve) (?:talked|thought|discussed|gone) ?(?:it|this|about it)? ?(?:over"
    r"|through)?"
    r"(?: as a family| together| with my \w+| at board level)?(?: and)?(?: (?:we |i )?(?:have"
    r" )?decided(?: that)?)?|(?:my (?:wife|husband|partner) and i have )?talked it over(?: and)?"
    r"|at board level|as a family",
    r"(?:i )?(?:appreciate|know|understand)(?: that)? you (?:only |just )?do your job(?: and)?"
    r"|(?:and"
    r" )?(?:i|we) have nothing against you(?: as a person| personally)?|(?:i|we) (?:have )?told"
    r" (?:it )?(?:to )?(?:your predecessor|your colleague|you)(?: (?:already|before))?(?: and (?:i"
    r" |we )?tell it (?:to )?you(?: also| too)?)?",
    rf"(?:i have |we have )?considered your {_LETTER}(?: of {MONTH}(?: and {MONTH})?)?|(?:i|we) "
    rf"(?:don t"
    r"|do not) propose to enter into (?:any )?correspondence|(?:and )?nobody (?:s going to|is going"
    r" to|will|can) make (?:me|us)|do what you have to(?: do)?|what a lovely \w+ we had|thank you "
    r"for"
    r" asking",
    rf"my answer s the same as in {_SEASON}(?: and)?|(?:and )?it (?:ll|will) be the same (?:at|in)"
    rf" {_SEASON}|(?:and )?the answer hasn t changed|(?:i|we) (?:was|were) asked (?:not so )?nicely"
    r"|was asked not so nicely",
    r"(?:you can |you may )?(?:write|send)(?: (?:me|us))?(?: (?:ten|twenty|a hundred|\d+) (?:more"
    r" )?(?:letters|reminders)(?: more)?| as often as you (?:like|please|want))|write as often as "
    r"you"
    r" (?:like|please|want)|(?:and )?take (?:it|me|us) to court(?: then)?(?: if you (?:like|want"
    r"|must))?|so see you in court|our (?:position|answer) (?:is|stays the same)(?: that)?",
    rf"(?:i|we) ?(?:ve|have) (?:read|had|got|received) (?:all )?(?:of )?your (?:\w+ )?{_LETTER}",
    r"not (?:this|next) (?:week|month|year)(?:,? not next (?:week|month|year))*,? not ever",
    r"(?:the )?directors have instructed me to say(?: that)?|(?:i|we) (?:ve|have) decided(?= (?:i"
    r"|we)"
    r" )|good day|(?:the )?(?:owners|geschaftsleitung|la direction)(?=\W*$)|for a discussion|in "
    r"front"
    r" of a judge",
)
_GLUE = ENGLISH_GLUE | frozenset("such will with best wishes afraid but your even yours".split())
_HOUSE = re.compile(
    r"(?:(?:The|Mr|Mrs|Ms|Miss|Dr|Prof|Col|Maj|Capt|Sir|Lady|Lord|&|and|of|the|de|van|von|der|St"
    r"|[A-Z]"
    r"|Ltd|Limited|GmbH|BV|AB|SA|SAS|SARL|[A-ZÄÖÜÉ][\w'-]+|\(retd\)),?\.?,? ?){1,8}"
)
_WORD = re.compile(r"\w+")


def refusing_in(text: str) -> list[str]:
    """The sentences that refuse, if every word of the text belongs to a refusal."""
    refusing: list[str] = []
    firmly: list[str] = []
    noes = 0
    told = sentences(_without_a_house(text))
    to_court = any(_TO_COURT.search(each.folded) for each in told)
    for each in told:
        words = " ".join(each.folded.split())
        if _NONE_REFUSES.search(words):
            return []
        taken = ENGLISH_REFUSALS.sub(" § ", _MORE_REFUSALS.sub(" § ", words))
        firm = len(_FIRM_NO.findall(taken)) + (to_court and _BARE_NO.fullmatch(words) is not None)
        taken = ENGLISH_NOES.sub(" ¤ ", _FIRM_NO.sub(" ¤ ", taken))
        if not any(map(_is_small, _without_frames(taken))):
            return []
        if "§" in taken:
            refusing.append(each.raw)
        if firm:
            noes += firm
            firmly.append(each.raw)
    if refusing:
        return refusing
    defied = any(_COURT.search(each.folded) for each in told)
    return firmly if noes > 1 or (noes and defied) else []


def _without_frames(words: str) -> tuple[str, str]:
    """What is left of a sentence, the one frames or the other taken out first."""
    return (
        ENGLISH_FRAMES.sub(" , ", _MORE_FRAMES.sub(" , ", words)),
        _MORE_FRAMES.sub(" , ", ENGLISH_FRAMES.sub(" , ", words)),
    )


def _is_small(rest: str) -> bool:
    return "?" not in rest and _GLUE.issuperset(_WORD.findall(rest))


def _without_a_house(text: str) -> str:
    """The text without the names of persons and houses below it."""
    lines = text.rstrip().split("\n")
    while len(lines) > 1 and (not lines[-1].strip() or _HOUSE.fullmatch(lines[-1].strip())):
        lines.pop()
    return "\n".join(lines)
