"""What an English clause beside a day tells of: what is gone, an old word, or another's business.

Takes as gone "I only found it again on Friday", "I didn't pay it on Friday", "they released the
transfer on Tuesday"; as an old word "I told you the payment would be made on the 24th"; as
another's business "the office reopens on the 4th", "funds arrive in March". Leaves "I booked it
for Friday", "you'll have it Friday like I told you", "our bursar pays on the 17th".
"""

import re

from relance_mailer.reading.dates import Dated
from relance_mailer.reading.intents.phrases import any_of

_I = (
    r"(?:i|we|he|she|they|who|it|which|that|you|bank|company|boss|office|team|owners?|colleagues?"
    r"|husband|wife|son|daughter|brother|manager|accountant|treasurer|server|system|clerk|girl|man"
    r"|supplier|customer|client|parent|lender|euros?|pounds|quid|money|amount|payment|transfer"
    r"|cheque|(?:the|our|my|a|your) \w+)"
)
_DID = (
    r"(?:found|rang|wrote|spoke|saw|met|went|came|took(?! (?:it )?down)|got(?! (?:it|you|this|that|"
    r"yours|the|your|to|a))|lost|flew|drove|broke|died|fell|shut|arrived|noticed|discovered"
    r"|received|released|transferred|wired|posted|called|phoned|emailed|asked for|opened|walked"
    r"|visited|returned|left|sent|stood|sat|watched|rejected|bounced|closed|turned up|pulled"
    r"|froze|crashed|failed|gave birth|passed away|retired|resigned|forgot|missed|heard"
    r"|read|bought|keyed it in|pressed|cancelled|stopped|started|switched|changed|moved (?:house"
    r"|offices?)|executed|debited|knocked|popped|cleared)"
)
_GONE = any_of(
    rf"{_I} (?:only |just |finally |already |then |all |also |both |first |actually |even )?{_DID}"
    r"\b"
    r"(?! (?:to (?:go|be|leave|send|run)|for (?:payment|release|this|next|the|\w+day|tomorrow)))",
    r"(?:did|had|could)(?: not|n t) (?:\w+ ){0,2}?(?:pay|paid|send|sent|do|done|make|made|get"
    r"|settle|settled|transfer|transferred|post|posted|wire|wired)\b"
    r"(?!.*\b(?:for|until|till|before|by|to go)\b)",
)
_TO_COME = any_of(
    r"(?:will|ll|shall|is going to|are going to|goes|leaves|comes|due|scheduled|booked|planned|next"
    r"|tomorrow|going out|to go|to leave|set for|dated|still|by the|at the latest|have it|be with"
    r"|be paid|gets? paid|is paid|are paid|i pay|we pay|paying|value)\b"
)


# "That one's away: bank transfer on Wednesday", "settled on the 8th, value date today".
_AWAY = re.compile(
    r"\b(?:(?:is|s|are|been) (?:all |already )?(?:away|gone|(?:paid|settled|sent)(?= ?[:,;(-]))"
    r"(?: already| off)?\W+"
    r"(?:by |via )?(?:(?:bank )?(?:transfer|bacs|wire|cheque|payment|card)\W+)?(?:on |last )?"
    r"|(?:settled|executed|paid|sent|transferred|wired|went|released)\b[^;:]{0,60}?,? (?:with"
    r" )?value"
    r"(?: date)?(?: (?:of|is|was))? )$"
)


def has_left(dated: Dated, words: str) -> bool:
    """Whether the day is that of a payment of which the words before say that it is gone."""
    return _AWAY.search(words[: dated.start]) is not None


def is_gone(clause: str) -> bool:
    """Whether an English clause tells what somebody did, and nothing that comes."""
    return _GONE.search(clause) is not None and _TO_COME.search(clause) is None


_SAID = (
    r"(?:told|promised|said|swore|announced|mentioned|wrote|assured|informed|advised|gave|quoted"
    r"|named|indicated|pencilled|confirmed to you|committed to|set out)"
)
_OLD = re.compile(
    rf"(?<!like )(?<!as )\b(?:i|we|he|she|they|you were|my \w+|our \w+|who)"
    rf" (?:had |d |once |already |originally |previously |then )*{_SAID}\b"
)
_STILL = any_of(
    r"(?:still|stands?|holds|good|unchanged|on track|as planned|confirm(?:ed)?|and it (?:will|is)"
    r"|will (?:be|go|have|leave)|ll (?:be|go|have)|it s (?:going|on)|keep to|stick(?:ing)? to"
    r"|sticks|honou?r)\b"
)
_A_NEW_WORD = any_of(
    r"(?:but|so|now|instead|make (?:it|that)|it ll|it will|this time|actually|however|rather"
    r"|it s now|moved|slips?|bumped|pushed|postponed|to|until|till)\b"
)
_WOULD = re.compile(r"\b(?:would|d|was (?:going )?to|were (?:going )?to)\b")


def is_an_english_old_word(dated: Dated, words: str) -> bool:
    """Whether the day is one that was told before, and not told again in the same breath."""
    told = list(_OLD.finditer(words[: dated.start]))
    if not told:
        return False
    said = told[-1]
    between = words[said.end() : dated.start]
    if len(between) > _REACH or re.search(r"[;:.]", between):
        return False
    if _GOES_ON.search(between):
        return False
    moved = _A_NEW_WORD.search(_TO_YOU.sub(" ", between))
    if moved is not None and not _WOULD.search(between[: moved.start()]):
        return False
    if moved is not None and _WOULD.search(between) and between[moved.start() :].strip():
        return False
    return _STILL.search(words[dated.end : dated.end + _AFTER]) is None


_GOES_ON = re.compile(r",\W*(?:\w+ )?(?:we|i|it|you|that|he|she) (?:will|ll|shall|am|m|are|re)\b")
_REACH, _AFTER = 60, 40
_TO_YOU = re.compile(r"\b(?:to you|to go|to be|to pay|to leave|to settle|to make|to do|to have)\b")
_ANOTHERS = any_of(
    r"(?:offices?|shop|bank|school|factory|plant|doors|practice|clinic|pub|restaurant|gallery"
    r"|accounts? (?:department|dept|office)|we|i|term|season) (?:\w+ )?(?:re ?opens?|opens|starts"
    r" (?:back|again)|closes?|shuts?|is (?:back|closed|shut|open))\b",
    r"(?:(?:euro|eur|foreign|client|current|main|bank) )?account (?:then )?(?:gets?|is|will be)"
    r" (?:topped up|funded|refilled|in funds)\b",
    r"(?:funds|grants?|money|monies|subsidy|subsidies|wages|salary|salaries|pension|income|takings"
    r"|rent|loan|advance|insurance|vat refund|tax refund|deposits?|harvest money|stage payment)"
    r" (?:(?:from|of|for) (?:\w+ ){1,4}?)?(?:arrives?|come in|comes in|lands?|is due in|are due in"
    r"|clears?|is released|has to be in|hits (?:our|my))\b",
    r"(?:client|customer|council|county|insurer|tenant|employer|agency|state|city|council|lender"
    r"|publisher|buyer|boss|main contractor) pays (?:me|us|out)\b",
    r"(?:i|we|he|she) (?:get|gets|ll get|will get|am|m) paid\b(?!.{0,40}\band (?:then )?(?:so"
    r"|you))",
    r"(?:shuts?|closed?|closing|away|off|out of (?:the )?office|on leave|on holiday|back"
    r"|abroad|shut now) (?:\w+ )?(?:from|till|until|to)\b",
)
_PAYS = any_of(
    r"(?:you|yours?|it|payment|transfer|invoice) (?:\w+ )?(?:is|are|gets?|will|ll|goes|leaves?"
    r"|comes?|follows?)\b|(?:i|we|he|she|bursar|treasurer|boss) (?:ll |will |shall |then )?(?:pay"
    r"|settle|transfer|wire|send|do) (?:you|it|your|the)\b"
)


_SO_DO_YOU = re.compile(
    r"\b(?:and )?(?:then )?so (?:do|will|are|shall) (?:you|yours)\b|\bthen you\b"
)


def is_anothers(clause: str, words: str) -> bool:
    """Whether an English clause tells of a return, an opening or money that comes in."""
    if _SO_DO_YOU.search(words):
        return False
    return _ANOTHERS.search(clause) is not None and _PAYS.search(clause) is None


PAID_THEN = any_of(
    r"(?:is|are|be|being|get|gets|getting|s|re) (?:all |then |also |it |this |you )?(?:paid|settled"
    r"|wired|remitted|transferred|cleared)\b|value date|(?:the|our|this|next) batch|swift\b"
)
"""Money is paid, in a clause that is not of the past."""
_LET_YOU_KNOW = re.compile(
    r"\b(?:just |this is |only |a (?:quick )?(?:note|line|word) )?to let you know(?: that)?\b"
    r"|\blet(?:ting)? you know that\b"
)


def without_announcing(clause: str) -> str:
    """The clause without "just to let you know that", which announces no answer."""
    return _LET_YOU_KNOW.sub(" ", clause)
