"""Paying, having paid, asking for a paper, writing elsewhere, lacking money, as the English say it.

The turns of `gist` serve both languages where their grammar is one; here is what English people say
otherwise: "goes out on Friday", "in Friday's run", "went off last Wednesday", "stick another copy
over to me", "not me any more, try …", "I can't put a day on it". The examples: `TAKES`, `LEAVES`.
"""

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PROMISE, "Payment is released for Monday 16 November."),
    (Intent.PROMISE, "€900 goes this Friday and €900 a fortnight later."),
    (Intent.PROMISE, "It's on tomorrow's payment run."),
    (Intent.PAID, "Cheque no. 2217 went off last Wednesday, first class."),
    (Intent.PAID, "Paid 18 May, BACS."),
    (Intent.INVOICE_REQUEST, "Stick another copy over to me would you."),
    (Intent.REDIRECT, "Not me any more. Try ap@hughes.co.uk."),
    (Intent.REDIRECT, "I'm just reception. Wish I knew who you should ask."),
    (Intent.DISTRESS, "You will get it, I just can't put a day on it."),
    (Intent.ACK, "Will pop it under Gerald's nose when he's back."),
)
LEAVES = (
    (Intent.PROMISE, "Payment was released on Monday."),
    (Intent.PROMISE, "The bin goes out on Friday."),
    (Intent.PROMISE, "No payment goes out on Friday."),
    (Intent.PAID, "We haven't paid it yet, that's for Monday."),
    (Intent.INVOICE_REQUEST, "I will send you another copy of the cheque."),
    (Intent.REDIRECT, "You can reach me at tom@hughes.co.uk."),
    (Intent.REDIRECT, "Don't know who broke the printer, it prints again."),
    (Intent.DISTRESS, "I can put a day on it: Friday."),
    (Intent.ACK, "He will have it repaired when he's back."),
)

_WHEN = (
    rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thurs?|fri)\b|{MONTH} \d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?"
    rf" {MONTH}"
    r"|the \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}[/.]\d{1,2}|tomorrow|tonight"
    r"|today"
    r"|this (?:week|afternoon|evening|month)|next (?:week|month)|end of|mid \w+|month end|fortnight"
    r"|close of (?:play|business)|(?:before|by|after) (?:christmas|easter|the weekend)|first thing"
    r"|in (?:a|an|one|two|three|ten|fourteen|\d+) (?:days?|weeks?)|within (?:\w+ )?(?:days|weeks?)"
    r"|(?:saint|st) \w+ s day|michaelmas|the first of)"
)
_MONEY = (
    r"(?:payments?|transfers?|moneys?|monies|funds|cheques?|invoices?|bills?|amounts?|sums?|total"
    r"|it(?: all)?|this(?: one)?|that(?: one)?|yours|the (?:lot|whole lot|full \w+|balance|rest"
    r"|one)"
    r"|your (?:money|payment|cheque|invoice|bill|transfer|funds)|settlement|bacs|remittance|both"
    r"|everything|(?:€|£|eur )? ?\d[\d.,]*(?: ?(?:€"
    r"|euros?|eur"
    r"|quid))?)"
)
_LEAVES_US = (
    r"(?:goes|going|go|leaves|leaving|leave|lands?|landing|comes|coming (?:out|through|across"
    r"|over|your way|to you)|come|reaches|reach"
    r"|follows|set up|set|scheduled|booked in|booked|due out|down|lined up|released|queued"
    r"|earmarked"
    r"|approved|cleared|put|entered|planned|slated|in|included|to be (?:made|paid|sent|released)"
    r"|(?:be )?(?:sent|paid|made|wired|settled|released|remitted|transferred|executed|processed"
    r"|with"
    r" you|there|done|on (?:its|the) way|in your (?:account|bank)))"
)
_NOT_SAID = (
    r"(?:\w*n t|not|never|no (?:payment|money|transfer|cheque)|nothing|unless|hope\w*|might|maybe"
    r"|perhaps"
    r"|would|could|wish|if you\b(?! (?:need|have|want|like)))\b|\?\W*$"
)
_GONE = (
    rf"(?:yesterday|last (?:week|month|night|{WEEKDAY})|this morning|(?:on )?(?:the"
    rf" )?\d{{1,2}}(?:st|nd"
    rf"|rd|th)?(?: of)? {MONTH}|(?:on )?the \d{{1,2}}(?:st|nd|rd|th)|(?:on )?{WEEKDAY}|{MONTH}"
    rf" \d{{1,2}}"
    r"|today|just now|already|ages ago|(?:\w+ )?(?:days?|weeks?|minutes?|hours?) ago|earlier"
    r"|\d{1,2}[/.]\d{1,2})"
)
_COPY = (
    r"(?:(?:another|a|an|the|both|your|this|that|it|them|one|fresh|new|clean|second|further"
    r"|duplicate"
    r"|stamped|printed|invoice|signed) ){0,4}(?:cop(?:y|ies)|invoices?|pdfs?|duplicates?|both"
    r"|originals?"
    r"|paperwork|it again|them again|one again|it over|again)\b"
)

_RULES = {
    Intent.PROMISE: (
        rule(
            "goes out on",
            rf"(?:{_MONEY}) (?:(?:itself|for \w+|of \w+|in full|s|is|will|shall|ll|is now|are|has"
            rf" been|have been"
            rf"|now|just|only|then|you owe|we owe|(?:is|are|s) (?:fine|ok|okay|approved|agreed|good"
            rf"|correct|in order|cleared|released),? and(?: it)?) ){{0,3}}{_LEAVES_US}\b"
            rf"(?: (?!was|were|went|have|has)[\w€£.,]+)"
            rf"{{0,7}}? ?{_WHEN}",
            rf"(?:it|this|that|yours?|invoices?|bills?|payment|you) (?:is|are|s|gets?) (?:then "
            rf"|all )?(?:paid"
            rf"|made|settled) (?:on|by|at|in|before) (?:the )?(?:\w+ ){{0,3}}?{_WHEN}",
            r"(?:on|in|part of) (?:the|our|this|next|tomorrow s?|today s?|friday s?|monday s?"
            r"|thursday s?"
            r"|wednesday s?|tuesday s?|a) (?:\w+ )?(?:s )?(?:payment |supplier |bacs |cheque |pay"
            r" )?run\b",
            rf"you (?:shall|ll|will|can|may|should) (?:therefore |then |also )?(?:have|get|see"
            rf"|receive|expect"
            rf"|find|be paid)\b (?:[\w€£.,]+ ){{0,8}}?{_WHEN}",
            rf"(?:instructed|told|asked) (?:our|the|my) bank\b (?:\w+ ){{0,6}}?{_WHEN}",
            rf"(?:i|we|he|she|they) (?:ll|will|shall|am going to|m going to|are going to) (?:\w+"
            rf" ){{0,3}}?(?:have"
            r" (?:it|this|that|you) (?:paid|settled|sent|sorted)|get (?:it|this|that) (?:paid"
            r"|settled|across"
            rf"|over to you)|see (?:to it )?that (?:it|this|you) (?:is|are|gets?) paid)\b"
            rf" (?:[\w€£.,]+ ){{0,8}}?"
            rf"{_WHEN}",
            rf"paying (?:you |this |it |the invoice )(?:[\w€£.,]+ ){{0,5}}?{_WHEN}",
            leaves=(
                _NOT_SAID,
                r"(?:was|were|went|left|has gone|have gone|got paid)\b|(?:last|past) (?:week"
                r"|month|\w+day)"
                r"|yesterday|bin\b|van\b|goods|parcel|pallet|\w+day (?:tray|pile|folder|meeting"
                r"|call)\b"
                r"|in ?tray|pigeon ?hole",
            ),
            strength=3,
        ),
        rule(
            "engagement sans date",
            r"you (?:will|ll|shall) (?:get|have|see) (?:all |every \w+ of )?(?:your|the|our)"
            r" (?:\w+ )?money\b",
            leaves=(_NOT_SAID,),
        ),
        rule(
            "in few words",
            rf"^(?:(?:sorry|hi|hello|ok|yes|yep|thanks)\W+)?(?:by |on |at |for )?(?:{_WHEN}"
            rf"|(?:mid|end of|early)"
            rf" ?(?:month|{MONTH}|week|next week|next month))(?:,? (?:same as \w+|as (?:usual"
            rf"|always|ever|promised)"
            r"|definitely|without fail|at the latest|promise|i promise|first thing|latest"
            r"|as (?:i|we) (?:said|told|promised) [^.]{0,40}))*\W*$",
            rf"^(?:payment|paying|paid|settling|transfer|bacs|cheque) (?:\w+ ){{0,2}}?(?:on|by"
            rf"|this|next"
            rf"|tomorrow|{WEEKDAY})\b(?= ?(?:\w+ ){{0,2}}?{_WHEN}|\W*$)",
            leaves=(
                _NOT_SAID,
                r"(?:paid|last|yesterday|went|made on|was|were|is (?:a|the|my|our))\b",
            ),
        ),
    ),
    Intent.PAID: (
        rule(
            "went off on",
            rf"^(?:\W*(?:hi|hello|morning|sorry|but|yes|all)\W+)?(?:all )?(?:paid|settled|done"
            rf"|sent|transferred"
            rf"|wired|posted|cleared)(?: (?:it|this|that|in full|online|by \w+))*,? {_GONE}\b",
            rf"(?:payments?|transfers?|money|funds|cheque|it|this|this one|the \w+ one|both"
            rf"|amount|bacs)"
            rf"(?: (?:no|number|nr)\.? \d+)? (?:(?:has|have|already|just|all|in full|for \w+)"
            rf" )*(?:went|left|gone)"
            rf"(?: (?:off|out|over|across|through|to you|from us|us|our account|our bank|by"
            rf" \w+))*,? (?:in the"
            rf" post )?{_GONE}\b",
            rf"(?:i|we|he|she|boss|husband|wife|director|accountant|bookkeeper) (?:already |just "
            rf"|have |ve |has )*"
            rf"(?:did|made|put through|keyed in|sent|posted) (?:it|this|that|the (?:payment"
            rf"|transfer|money|cheque)"
            rf"|your (?:money|cheque))\b (?:\w+ ){{0,8}}?{_GONE}\b",
            r"(?:on|in) (?:your|the) (?:bank )?(?:statement|account) by now\b",
            leaves=(
                r"(?:\w*n t|not|never) (?:yet )?(?:\\w+ ){0,2}?(?:paid|sent|gone|left|made|been"
                r"|settled|done|pay)\\b"
                r"|(?:no payment|to be|will|ll|shall|going to|invoice went|reminder|email|letter"
                r"|\d (?:days|weeks) late)\b(?! (?:stop|be|find|see|send|have))|\?\W*$|cash|driver",
            ),
            strength=3,
        ),
    ),
    Intent.INVOICE_REQUEST: (
        rule(
            "stick a copy over",
            rf"(?:stick|send|e ?mail|post|posting|emailing|sending|shoot|ping|pop|drop|forward|re"
            rf" ?send|upload"
            rf"|fire|bung|sling|let (?:me|us) have|have)(?: (?:me|us|it|them|over|across))*"
            rf" {_COPY}",
            r"(?:have|has|had) ?(?:n t|not) (?:yet )?(?:got|received|seen|had) (?:this|that|the"
            r"|your|any|an)"
            r" (?:\w+ )?(?:invoice|bill)|(?:have|ve) ?n t got it\b|never (?:got|received|saw)"
            r" (?:anything|an?"
            r" invoice|the invoice|this invoice)",
            r"(?:kindly |please |could you |can you |you )(?:\w+ )?(?:confirm|send|give|let me"
            r" have) (?:us |me )?"
            r"(?:the |your )?(?:iban|bic|bank details|sort code)",
            r"(?:please |kindly |must be |has to be |be )(?:upload|uploaded|submit|submitted)"
            r" (?:\w+ ){0,3}?"
            r"(?:invoice|it|them|in|to|via|on|through)\b(?=.{0,60}(?:portal|coupa|ariba|tungsten"
            r"|basware"
            r"|platform|system|chorus))|(?:upload|submit)\w* (?:[\w]+ ){0,6}(?:invoices?|it|them)"
            r" (?:\w+ ){0,2}"
            r"(?:there|portal)",
            leaves=(
                r"(?:i|we) (?:ll|will|can|shall|have|already|just|did) (?:\w+ )?(?:send|email"
                r"|post|forward)|wrong"
                r"|correct|amended|revised|cheque|credit|refund|goods|delivery(?! note)",
            ),
            strength=3,
        ),
    ),
    Intent.REDIRECT: (
        rule(
            "try the other address",
            r"(?:try|use|e ?mail|write(?: to)?|contact(?! (?:pour|de|du|des|avec|est|devient|chez"
            r"|par)\b)|forward|address|send|redirect"
            r"|direct|reach"
            r"|taken over by"
            r"|looked after by|dealt with by|handled by|over to|speak to|ask for|you want|one you"
            r" want|officer"
            r" is|accounts? (?:is|are)|accounts? team is|person is|lady is|man is|address is"
            r"|bookkeeper is"
            r"|finance is|replaced by|go to|goes to|successor)\b.{0,90}?\S+@\S+",
            r"\S@\S+ (?:is|are) (?:the|who|where|now|what) (?:\w+ ){0,3}(?:you|person|address|one"
            r"|for)",
            leaves=(
                r"(?:reach|contact|email|write to|call) me\b|(?:while|until|till) i (?:am|m)"
                r"|holiday|annual leave"
                r"|(?:copy|invoice|duplicate|pdf) (?:\w+ ){0,3}to \S+@|remittance|in my absence",
            ),
            strength=3,
        ),
        rule(
            "nobody to ask",
            r"(?:wish i knew|wish i could (?:say|tell you)|no idea|not (?:a clue|sure)"
            r"|(?:don|couldn|can|doesn) t (?:know|tell you|say)|(?:do|could) not (?:know|say))"
            r" who(?:m)? (?:you|to|else|would|should|deals?|handles?|looks?|is dealing)\b",
            strength=3,
        ),
    ),
    Intent.ACK: (
        rule(
            "on somebody's desk",
            r"(?:pop|put|lay|leave|leaving|laid|popped|place|placed|drop|dropped|walk|walked|take"
            r"|taken|took|pass"
            r"|passed|passing|hand|handed|forward|forwarded|forwarding|flag|flagged|send|sent"
            r"|sending|run)"
            r" (?:it|this|that|them|your \w+|on your \w+) (?:\w+ )?(?:on|onto|under|in front of"
            r"|before|upstairs"
            r"|up|over|on to|along|by|past|straight|to)\b(?! \S+@)",
            r"(?:passed|gone|sent|handed) (?:upstairs|up the line|on to (?:accounts|finance|the"
            r"|our|my))"
            r"|on (?:\w+ ){1,3}(?:s )?desk\b|(?:you|you ll|you will) hear from us|(?:with|before)"
            r" (?:the|our)"
            r" (?:committee|board|trustees|treasurer|director)|receipt (?:\w+ ){0,6}acknowledged"
            r"|(?:is|s|have it) in hand\b|(?:will|ll) (?:be|get) (?:back )?in touch|(?:ll|will)"
            r" chase (?:it|him|her"
            r"|them) up|go(?:ing)? through it with|introduce it to",
            leaves=(
                r"(?:\w*n t|not|never|no one|nobody)\b|court|solicitor|lawyer|legal|police|goods"
                r"|boxes|pallet|\?\W*$"
                r"|payment|pay\b|paid|transfer|cheque|money|cash",
            ),
        ),
    ),
    Intent.DISTRESS: (
        rule(
            "no day to give",
            r"(?:can ?(?:t|not)|won ?t|will not|rather not|don t (?:want|like) to|not going to"
            r"|unable to|unwilling"
            r" to|afraid to|lying if i) (?:\w+ )?(?:put|give|name|promise|say|said|tell|set"
            r"|commit to)"
            r" (?:\w+ ){0,3}?(?:a day|day|date|another|when)\b",
            r"(?:find i|and i|i) (?:cannot|can t)\W*$|don t know (?:\w+ ){0,4}?when (?:it|that"
            r"|you|i|we)\b",
            r"(?:funds|money|cheque|payment|sum|cash|income|grant) (?:\w+ ){0,3}(?:counting"
            r"|relying|banking"
            r"|depending) on (?:\w+ )?(?:has|have|had|did) ?(?:n t|not)|(?:counting|relying) on"
            r" (?:\w+ ){1,3}that"
            r" has ?n t come",
            r"(?:outgoing )?(?:transfers?|payments?|settlements?) (?:\w+ ){0,6}(?:is|are|be)"
            r" (?:\w+ )?(?:delayed"
            r"|held up|on hold|behind)|(?:delays?|hold ?ups?|technical issue) (?:\w+ ){0,3}(?:our"
            r" )?(?:outgoing"
            r" )?(?:transfers?|payments?)|living off (?:the|an|my|our) overdraft|(?:withdraw|take"
            r" back) what i"
            r" (?:told|said|promised)",
            leaves=(r"(?:your|the) (?:goods|delivery|order|work)\b|unless you|until you",),
        ),
    ),
}


def find(text: str) -> tuple[Finding, ...]:
    """What the text says of the thirteen intents in such words."""
    return tuple(
        found for intent, rules in _RULES.items() for found in find_by(intent, rules, text)
    )
