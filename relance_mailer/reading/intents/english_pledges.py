"""Who pays, what and when, as a grammar of English: a verb of money, its object, and a day.

`promise` and `plain_english` know the turns of the trade. Here are their building blocks: whoever
does, sends, gets or has something done with money by a day pledges it ("I'll get you paid Monday",
"we wire the 3,200 on Thursday", "your account gets cleared on Jan 8"), and so does money that comes
by a day. What hangs on the creditor, is hoped for, asked or taken back pledges nothing. The
examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "I'll get you paid Thursday morning.",
    "I'll send the lot through Wise this evening.",
    "We transfer on 14.02.",
    "I send the 540 on the 1st.",
    "Sending the money within 48 hours.",
    "Your vendor account gets cleared on Jan 8.",
    "You get your money on Wednesday.",
    "We've got it slotted for payment at EOM.",
    "Pay day for it is the 28th.",
    "End of June for all of it.",
)
LEAVES = (
    "I'll send the faulty unit back on Thursday.",
    "We transfer on Friday if you collect the broken one.",
    "I'll get you the photos on Thursday.",
    "We never transfer on Fridays.",
    "You get your money once the gate latches, on Friday.",
    "Sending the money back on Friday, please.",
    "Could you do it on Monday?",
)

_SHORT_DAY = r"(?:mon|tues?|weds?|thurs?|thur|thu|fri)"
_DAY = (
    rf"(?:(?:{WEEKDAY}|{_SHORT_DAY})\b|{MONTH}\.? (?:the )?\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?"
    rf" {MONTH}"
    r"|the \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[/.]\d{1,2}(?!\d)|(?:on|by) 1st"
    r"|20\d\d [01]\d|tomorrow|tonight|today|(?:this|tomorrow) (?:week|afternoon|evening|month"
    r"|morning)"
    rf"|(?:next|nxt) (?:week|month|run|{_SHORT_DAY}\b)|(?:end|beginning|start|middle) of"
    rf"|mid {MONTH}"
    rf"|(?:mid|early|late) (?:next |this )?(?:week|month|{MONTH})|mid ?week|month end|month s end"
    r"|eo[dmw]\b|cob\b|fortnight|close of (?:play|business)|end of play"
    r"|(?:before|by|after|over|at) (?:christmas|easter|the weekend|(?:the )?new year|lunch|noon"
    r"|midday)"
    r"|in the new year|first thing|within the hour|straight away|pay ?day|pension day"
    r"|(?:in|within)(?: the next)? (?:an?|one|two|three|four|five|seven|eight|ten|fourteen|fifteen"
    r"|\d+|the) (?:working |business |bank |calendar )?(?:hours|days?|weeks?)"
    rf"|(?:last|first) (?:working |business )?day of|(?:first|last) {WEEKDAY} (?:of|in)"
    rf"|week \d|the (?:first|fifteenth|twentieth|thirtieth)(?: of)?|{MONTH} run)"
)
_TO_A_DAY = rf"\b[^;!?]{{0,60}}?\b{_DAY}"

_I = (
    r"(?:i|we|he|she|they|ye|my (?:wife|husband|partner|boss|son|daughter|bank|accountant"
    r"|bookkeeper"
    r"|treasurer)|(?:the|our) (?:boss|office|bank|treasurer|director|owner|bookkeeper|accountant"
    r"|accounts (?:team|people|lady|department)|finance team|committee)|accounts|finance"
    r"|head office"
    r"|treasury|company)"
)
_WILL = (
    r"(?:ll|will|shall|(?:am|m|is|s|are|re) (?:now )?(?:going to|gonna|set to|about to|due to)"
    r"|gonna"
    r"|can|undertake to|(?:do )?commit to|promise to|intend to|plan to|mean to|aim to|agree to"
    r"|confirm (?:that )?(?:we|i) (?:will|shall)|have (?:promised|agreed|undertaken) to)"
)
_ADVERBS = (
    r"(?:(?:then|just|now|also|definitely|certainly|gladly|happily|personally|defo|all|still"
    r"|therefore"
    r"|surely|hereby|finally|be able to|make sure to|see to|log in and|sit down and|go in and"
    r"|break off|try to) ){0,3}"
)
_PAYS = (
    r"(?:pay(?! (?:you |ye |u )?a visit| attention)|settle(?! (?:down|in\b))|wire|transfer|remit"
    r"|bacs|square|clear|reimburse|e ?transfer|cough up|stump up|hand over|bank transfer)"
)
_MONEY = (
    r"(?:(?:the|your|our|this|that|my|a|all the|all of the|its|full|whole|entire|due|outstanding"
    r"|remaining|last|final|first|second|other|said|agreed|bank|wire|overdue|open|vendor|supplier"
    r"|total|small|big) ){0,4}"
    r"(?:payments?|transfers?|wire|money|monies|cash|funds|lot|cheque|check|balance|amount|sum|bill"
    r"|invoices?|fee|rest|remainder|instal?lment|deposit|bacs|dues|subscription|account|total"
    r"|arrears|debt|half|what (?:i|we) owe|what is (?:due|owed)|whats owed|everything|both)"
    r"|(?:the )?(?:full )?(?:[€£$]|eur |euro )? ?\d[\d.,]*(?: ?(?:€|euros?|eur|quid|pounds|k))?"
    r"(?![a-z/]|(?:st|nd|rd|th)\b)"
)
_OBJECT = rf"(?:{_MONEY}|it(?: all)?|this(?: one)?|that(?: one)?|yours|them(?: all)?|these)"
_NO_PLEDGE = (
    r"(?:\w*n t|not|never|no longer|nothing|unless|hop(?:e|ing)|might|may be able|maybe|perhaps"
    r"|possibly"
    r"|would|could|should(?! (?:you|have|reach|land|be (?:with|in|there)))|wish|try(?:ing)? to|if"
    r"|provided|subject to|assuming|in case|once (?:you|your|the (?!boss|office|bank|transfer|wages"
    r"|salar|payroll))|when (?:you|your|it (?:works|is|s)|the (?!boss|office|bank|wages|salar"
    r"|payroll|kids|shop))|until|till (?:you|it)|as soon as (?:you|your|it)|after (?:you|your)"
    r"|pending|against|in exchange|in return"
    r"|(?:send|sending|take|taking|get|getting|pay|paying|bring|bringing|want|transfer|wire)\w*"
    r" (?:\w+ ){0,4}back\b|refund|return\w*|credit note|credit|deduct\w*|minus|less (?:the|what|\d"
    r"|our)|except|withh\w+|instead|photos?|pictures?|report|letter|solicitor|lawyer|court"
    r"|already|yesterday|last (?:week|month|night|\w+day)|was|were|went|did|paid (?:it|this|you)"
    r"|have paid|has paid|you (?:said|told|promised|agreed|wanted|asked|ask|want|owe|send|pay|wire"
    r"|transfer)|owes?d? (?:us|me)|pays? (?:us|me)|paid (?:us|me)|to (?:us|me)\b|landlord"
    r"|deliver\w*"
    r"|collect\w*|repair\w*|fix\w*|replac\w*|price|half of what|or (?:else|not)|somebody else"
    r"|(?<!one )(?<!bill )(?<!invoice )for (?:the|those|these|what|that|whatever) (?!invoice|bill"
    rf"|full|whole|lot|total|amount|payment|balance|sum|run|next|first|last|end|beginning|start"
    rf"|middle|rest|remainder|other|\d"
    rf"|month|week|wait|delay|trouble|silence|late|reminder|nudge|account|{WEEKDAY}|{MONTH})"
    r"|copy|invoice again|duplicate)\b|[^?]{0,160}\?"
)
_NOT_THE_PAPER = (
    r"(?:send|sending|post|posting|put|putting|drop|dropping|get|getting|do|doing|sort|sorting|have"
    r"|run|make|making)\w* (?:it|this|that|them|the invoices?|your invoices?|the bill|both|these)"
    r" (?:on |over |along |straight |off |through |all )*(?:to|onto|in front of|under|past|before"
    r"|back"
    r"|upstairs|a (?:look|read)|into the|in the (?:bin|post ?bag)|checked|looked|with)\b"
    r"(?! (?:you|ye|u|your|france|paris|the bank|you re|my (?:bank|phone)|our bank|pay|the (?:run"
    r"|batch|payment)|payments?))"
)

_OPENS = (
    r"^\W*(?:(?:yep|yes|yeah|yup|ok|okay|sorry|hi|hiya|hello|ta|right|soz|np|cool|fine|grand|sure"
    r"|ah|oh|oops|thanks|morning|of course|no (?:problem|prob|worries))\b\W*){0,3}"
)

_RULES = (
    rule(
        "does the payment on",
        rf"{_I} {_WILL} {_ADVERBS}{_PAYS}{_TO_A_DAY}",
        rf"{_I} {_WILL} {_ADVERBS}(?:do|send|get|sort|run|make|put through|post|drop off|have|shift"
        rf"|ping|bung|stick|lodge|set up|arrange|issue|release|execute|action|process|authorise"
        rf"|key in|put in|fire off|bring|see to) (?:you |ye |u )?(?:{_OBJECT}){_TO_A_DAY}",
        rf"{_I} {_WILL} {_ADVERBS}(?:get|have|see) (?:you|ye|u|yours|it|this|that) (?:all )?(?:paid"
        rf"|sorted|settled|squared|cleared|done|with you){_TO_A_DAY}",
        rf"(?:{_OPENS}|(?<=[,:;] )|(?<=and )|(?<=so )|(?<=but ))(?:will|gonna"
        rf"|ll) {_ADVERBS}(?:pay|settle"
        rf"|transfer|wire|do (?:it|this|that|the \w+)|send (?:it|{_MONEY})|sort (?:it|this|that))"
        rf"{_TO_A_DAY}",
        rf"{_I} (?:{_WILL} )?[^.;!?]{{0,50}}?\b{_DAY}[^.;!?]{{0,30}}? and (?:then )?"
        rf"(?:have"
        rf"|get) (?:it|this|you|the \w+) (?:all )?(?:sent|wired|transferred|paid|settled|sorted"
        rf"|moved|put through|done)\b",
        rf"(?:gets?|get|is|are|am|m|s) paid\b{_TO_A_DAY}[^.;!?]{{0,40}}? and (?:then )?so (?:do"
        rf"|will|shall"
        rf"|are) you\b|(?:i|we) get paid\b{_TO_A_DAY},? (?:and |so )?(?:then )?you (?:do|will"
        rf"|get paid)\b",
        rf"(?:{_OBJECT}|the needful|settlement|remittance) (?:will|shall|ll|is to"
        rf"|are to) (?:all |then )?be"
        rf" (?:done|sorted|dealt with|settled|seen to|made|effected|released"
        rf"|remitted|credited|arranged|actioned|processed){_TO_A_DAY}",
        leaves=(_NO_PLEDGE, _NOT_THE_PAPER),
        strength=3,
    ),
    rule(
        "we pay on",
        rf"{_I} (?:always |then |just |normally |usually |still )?(?:pay|pays|settle|settles"
        rf"|transfer|transfers|wire|wires|remit|remits|clear|clears|send|sends|do|execute)"
        rf" (?:you |ye |u )?(?:{_OBJECT}|by (?:bank )?transfer|net|in full)?,? ?"
        rf"(?:[\w€£.,]+ ){{0,5}}?(?:on |by |at |before |in |this |this coming |so "
        rf"|net,? so )*{_DAY}",
        leaves=(
            _NO_PLEDGE,
            _NOT_THE_PAPER,
            r"(?:do|send|clear) (?:we|you|they)\b",
            rf"{_I} (?:always |then |just |normally |usually |still )?(?:sends?|do|clears?) "
            rf"(?!(?:you |ye |u )?(?:{_OBJECT})\b|on\b|by\b|at\b|this\b|it\b|next\b)",
        ),
        strength=3,
    ),
    rule(
        "paying on",
        rf"(?:^|(?<=[,:;!] )|(?<=[,:;!])|(?<=and )|(?<=i am )|(?<=i m )|(?<=we are )|(?<=we re )"
        rf"|(?<=will be ))"
        rf"(?:\W)*(?:paying|settling|transferring|wiring|remitting|clearing|(?:sending|doing"
        rf"|posting|making|getting|sorting)(?= (?:you |ye |u |over )?(?:{_OBJECT}))){_TO_A_DAY}",
        leaves=(_NO_PLEDGE, _NOT_THE_PAPER),
        strength=3,
    ),
    rule(
        "what is left follows",
        r"(?:(?:other|second|rest|remainder|remaining|balance|last|next|third)(?: \w+)?"
        r"|[€£$]? ?\d[\d.,]{2,}(?: ?(?:€|euros?|eur|quid|pounds))?)(?: ?\([^)]{0,30}\))?"
        r"(?: is posted and)? (?:will follow|ll follow|follows|to follow)"
        rf" (?:on |by |next |this )?{_DAY}",
        leaves=(
            r"(?:\w*n t|not|never|if|unless|once|until|hop(?:e|ing)|provided|as soon as|order|goods"
            r"|parcel|crates?|boxes|delivery|documents?|papers?|letter|report|copy|credit)\b"
            r"|\?\W*$",
        ),
        strength=3,
    ),
    rule(
        "money comes on",
        rf"(?:{_MONEY}|yours|you|it) (?:then |all |now )?(?:(?:is|are|s|re|will be|ll be|shall be"
        rf"|has been|have been|is being|gets?|get) (?:\w+ )?(?:paid(?: out)?|cleared|settled|wired"
        rf"|transferred|remitted|squared|sorted|booked|slotted|lined up|pencilled in|set"
        rf"|scheduled|executed|effected|queued|earmarked|diarised|on (?:the|our|a) (?:list|run"
        rf"|sheet|schedule)|down|up|in(?: the)?|included|coming (?:your|ur) way|on (?:its|the)"
        rf" way|due(?: to (?:be )?\w+)?)|comes?|comin|coming|goes|leaves|lands|follows|hits|will"
        rf" (?:follow|come|land|hit|arrive|leave|go)|ll (?:follow|come|land|hit|arrive|leave|go)"
        rf"|is for|becomes paid|(?:is )?with you)"
        rf"{_TO_A_DAY}",
        rf"(?:payment|the (?:money|payment|transfer|wire)|cheque) (?:on|by|for|before|this"
        rf"|next)\b{_TO_A_DAY}",
        rf"(?:got|have|has|ve) (?:it|this|that|you|yours|your \w+|the \w+) (?:all )?(?:slotted"
        rf"|booked|pencilled|lined up|scheduled|down|set up|queued|marked|put)\b(?: \w+){{0,2}} "
        rf"(?:for|in|on|to)\b(?: (?:payment|the|be paid|our|this|that|a|next)){{0,3}}{_TO_A_DAY}",
        rf"you (?:(?:will|ll|shall|can|may|should) )?(?:get|have|see|receive|expect|find|be"
        rf" having)"
        rf" (?:all )?(?:of )?(?:it|this|that|{_MONEY}){_TO_A_DAY}",
        rf"(?:please |kindly |you can |you may )?expect (?:the |our |your |a )?(?:credit|payment"
        rf"|money|transfer|funds|remittance){_TO_A_DAY}",
        rf"(?:falls?|are|is|sits?|included|listed|comes?) (?:in|into|on|within) (?:our|the"
        rf"|my) (?:next )?"
        rf"(?:\w+ )?(?:payment )?(?:proposal|run|batch|cycle|list)(?: dated| of| on"
        rf"| for)?{_TO_A_DAY}",
        rf"pay ?day (?:for (?:it|this|that|you|yours) )?is\b{_TO_A_DAY}",
        rf"you re (?:down|on (?:my|the|our) list|next|up|in)\b{_TO_A_DAY}",
        leaves=(
            _NO_PLEDGE.replace("|credit|", "|")
            + r"|(?:invoice|bill|letter|reminder) (?:came|comes|is dated|of|from)\b"
            r"|(?:bill|invoice) (?:goes|comes|leaves|lands|follows) (?:to|in|back)\b",
        ),
        strength=3,
    ),
    rule(
        "a day for all of it",
        rf"^(?:\W*(?:sorry|hi|hello|ok|yes|yep|right|so|morning)\b\W*)*(?:by |on |at |for |make it"
        rf" |it will be |it ll be |(?:the )?)?{_DAY}[\w ]{{0,18}}?,? (?:for (?:all of it"
        rf"|the (?:whole"
        rf" )?lot|everything|the (?:full|whole|entire) \w+|payment|the (?:money|transfer|payment))"
        rf"|by (?:bank )?(?:transfer|bacs|cheque|wire|card)|(?:at )?(?:the )?same time as (?:the "
        rf"|our |my )?(?:wages|salaries|rent|payroll|vat)|you have my word|without fail"
        rf"|(?:hand on heart|promise|i promise|guaranteed|for definite|for sure|cross my heart))\b",
        leaves=(_NO_PLEDGE, r"(?:repair|visit|meeting|fitter|engineer|come)\b"),
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where money is pledged by a day."""
    return find_by(Intent.PROMISE, _RULES, text)
