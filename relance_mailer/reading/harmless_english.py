"""English words in which a sign of `misgivings` stands and that hide nothing (`harmless_signs`).

Praise, falls off ladders, burglaries, a company's own habits of payment, and what was mended and
has held since. Where a reserve follows ("but", "except", "my own plumber") nothing is harmless.
"""

import re

from relance_mailer.reading.intents.phrases import any_of

HIDES_NOTHING = (
    "Sorry for the late reply, it goes out on Friday.",
    "This will be included in this Thursday's payments.",
    "Your driver deserves a medal. Paying on Friday.",
    "Our van was broken into last week. I'll make the payment tomorrow.",
    "Broke my wrist coming off a ladder. Will pay you Friday.",
    "Great service as always, you're the only ones who deliver when you say. We pay Friday.",
    "We pay this one on the 28th, as every month.",
    "The joiner says it's the best he's worked with. We pay on the 30th.",
)
HIDES = (
    "Paying Friday for the late Mr Murphy, it was his own order.",
    "Delivery was included in this price, I'll pay Friday.",
    "The crate was broken into pieces, I pay the rest Friday.",
    "The rungs are coming off the ladder, will pay Friday.",
    "I'll pay when you deliver as you say, Friday.",
    "I pay 50 every month.",
    "The joiner says it's the wrong wood. We pay on the 30th.",
)

_NO_RESERVE = (
    r"(?![^.;]{0,100}\b(?:but|except|though|although|however|only|still|again|until|now|other"
    r"|second"
    r"|except for|my own|cost|had to|myself|\w*n t)\b)"
)
_LIMB = (
    r"(?:wrist|leg|arm|ankle|foot|hip|shoulder|collar ?bone|rib|ribs|elbow|finger|thumb|toe|knee"
    r"|neck|back|hand|nose)"
)
_PEOPLE = (
    r"(?:joiner|builder|plumber|wife|husband|boss|neighbours?|everyone|everybody|mother|father"
    r"|daughter|son|electrician|foreman|staff|customers|guests|kids|children|chef|team)"
)
_A_RUN = r"(?:(?:\w+ ){0,2}(?:runs?|payments?|batch|list|transfers?|cycle|file))"

_HARMLESS: dict[str, re.Pattern[str]] = {
    "third_party": any_of(
        r"for the (?:late|slow|belated|tardy) (?:reply|response|answer|payment|settlement|return"
        r"|reaction|notice|message|transfer)\b",
        r"it s (?:her|him|them|[\w ]{2,24}) (?:you|u|ye) (?:want|need|re after)\W{1,3}\S+@\S+",
    ),
    "goods": any_of(
        rf"included (?:in|on|with) (?:this|the|our|next|today s|tomorrow s"
        rf"|\w+day s) ?(?:s )?{_A_RUN}\b",
        r"yours included\b",
        r"your (?:driver|man|lads?|people|team|girl|fitter|engineer|technician|colleague)s?"
        rf" (?:\w+ )?deserves? (?:an? |some )?(?:medal|pint|raise|bonus|drink|tip"
        rf"|thanks){_NO_RESERVE}",
        r"(?:van|car|office|shop|house|flat|garage|shed|yard|truck|bar|cafe|unit) (?:was|got"
        r"|has been"
        rf"|were) broken into\b(?! (?:two|three|pieces|bits|half)){_NO_RESERVE}",
        rf"(?:broke|broken|fractured|sprained|twisted|cracked|hurt|dislocated) (?:my|his|her) "
        rf"(?:\w+ )?{_LIMB}\b(?:(?: \w+){{0,2}} (?:coming|falling|came|fell) off (?:a|the|my|his"
        rf"|her)"
        rf" \w+)?{_NO_RESERVE}",
        r"account (?:stays|remains|is) (?:as |so )?empty",
        r"(?:that|it|this) (?:won t|will not|did ?n t) work out\b",
        r"credit note (?:for|on) [^.;,]{1,40} (?:arrived|came|was received|reached us)[^.;,]{0,30}"
        rf" (?:is|has been|was) (?:\w+ )?(?:booked|settled|processed){_NO_RESERVE}",
        r"(?:that |which )?(?:leaked|jammed|flickered|squeaked|stuck|dripped|rattled|creaked)\b"
        r"[^.;]{0,60} (?:been|worked|run|held) (?:perfect\w*|fine|right as rain|great|grand"
        rf"|faultless\w*|flawless\w*|like a dream)(?: ever)? since(?=\W*$|,| you\b"
        rf"| then\b){_NO_RESERVE}",
    ),
    "reservation": any_of(
        rf"{_PEOPLE} (?:all )?says? it s (?:the best|lovely|great|perfect|beautiful|gorgeous"
        rf"|spot on|a (?:treat|beauty|dream)){_NO_RESERVE}",
    ),
    "condition": any_of(
        rf"(?:deliver|delivers|turn up|come|do it) (?:when|as) you say\b{_NO_RESERVE}",
        rf"(?:one|man|firm|plumber|builder|supplier|crowd|people|company|\w+er) (?:we|i) had"
        r" before you(?= was an? (?:disaster|nightmare|shambles|mess)\b|,? (?:let us down"
        rf"|flooded|left us)\b){_NO_RESERVE}",
        r"when (?:the|my|our) (?:vat|wages|payroll|salar\w+|pension|rent|school run) (?:is|are|s"
        r"|comes?|hits?|lands?|goes)\b",
    ),
    "bargaining": any_of(
        r"(?:as|like|same as) (?:every|each) (?:month|year|quarter|week)\b",
        r"(?:we|they|the committee|accounts|head office|finance|our office|the council)"
        r" (?:execute|make|do|run|sign|process|pay)s? (?:\w+ ){0,3}?(?:payments?|runs?|cheques?"
        r"|suppliers|bills|invoices) (?:once|twice|two times|three times|\d times) (?:a|per)"
        r" (?:month|week|fortnight|quarter)\b",
        r"(?:signs|pays|runs|meets)(?: and \w+)?(?: \w+)? (?:once|twice) a (?:month|week"
        r"|fortnight)",
    ),
    "disagreement": any_of(
        r"(?:your (?:bill|invoice|account)|yours) is (?:another|a different|a separate) matter"
        rf"(?=[^.;]{{0,30}}\b(?:okay|ok|fine|correct|in order)\b){_NO_RESERVE}",
    ),
}


def hides_nothing_in_english(name: str, words: str, start: int, end: int) -> bool:
    """Whether the sign that stands from `start` to `end` of the folded words is harmless there."""
    harmless = _HARMLESS.get(name)
    if harmless is None:
        return False
    return any(hit.start() < end and start < hit.end() for hit in harmless.finditer(words))
