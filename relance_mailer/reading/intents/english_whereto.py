"""Whom to write to instead, whom nobody can name, and the paper that is still wanted, in English.

An address is given in any turn: the one with the money, the one who does the bills now, "it's her
you want", "anything further to …", "you find her at …". Who only minds the switchboard, rents
out the cottage or has left, and knows no name and no address, leaves it to a human; so he does
where he notes the letter, unless he passes it on himself.
The examples: `TAKES`, `LEAVES`.
"""

from relance_mailer.reading.intents.english_classes import NO_GOODS, NOT_LAW
from relance_mailer.reading.intents.phrases import find_by, rule, says, words_in
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

NOBODY_KNOWS = "nobody knows whom to write to"
"""The rule of who sends us on and can say no address."""

TAKES = (
    (Intent.REDIRECT, "The person with the money is Dolores, dolores@sierra.example."),
    (Intent.REDIRECT, "For anything else use comptes@riviere.example."),
    (Intent.REDIRECT, "You search r.jansen@duin.example (Ronald)."),
    (Intent.REDIRECT, "My daughter does the paperwork since June, office@ecuries.example."),
    (Intent.REDIRECT, "Payment queries are to be addressed to vendors@polar.example only."),
    (Intent.REDIRECT, "Kurt is holding the fort: kurt.a@bluegum.example."),
    (Intent.REDIRECT, "I only rent it out, I can't even tell you where to write."),
    (Intent.REDIRECT, "It's the Payments section you need. No idea of the name, sorry."),
    (Intent.REDIRECT, "I left the firm two years ago and have no idea who does their books."),
    (Intent.REDIRECT, "Wrong bloke. I only drive the forklift here."),
    (Intent.INVOICE_REQUEST, "Could you whizz the invoice itself over?"),
    (Intent.INVOICE_REQUEST, "The plant asks for signed timesheets along with invoice copy."),
    (Intent.INVOICE_REQUEST, "Which bank acct do i pay into?"),
    (Intent.INVOICE_REQUEST, "just need ur swift code thing"),
)
LEAVES = (
    (Intent.REDIRECT, "The person with the broken chair is Dolores, dolores@sierra.example."),
    (Intent.REDIRECT, "For anything else reach me at comptes@riviere.example."),
    (Intent.REDIRECT, "Our solicitor takes over from here: jane@hallandson.example."),
    (Intent.REDIRECT, "Send a copy to ap@hughes.example."),
    (Intent.REDIRECT, "I only do the books on Fridays, I'll pay it then."),
    (Intent.REDIRECT, "No idea of the amount, sorry, I'll look."),
    (Intent.INVOICE_REQUEST, "Could you whizz the missing part over?"),
    (Intent.INVOICE_REQUEST, "We need your apology."),
)

_WHO = (
    r"(?:my|our|the|his|her|a|an) (?:\w+ ){0,3}?(?:colleague|successor|replacement|son|daughter"
    r"(?: in law)?|wife|husband|brother|sister|partner|boss|treasurer|bookkeeper|accountant"
    r"|secretary|owner|manager|team|desk|department|office|lady|man|girl|chap|assistant|controller"
    r"|clerk|person|people|one|ones|fella)"
)
_BOOKS = (
    r"(?:bills?|invoices?|payments?|paperwork|books|accounts?|ledger|money|numbers|figures"
    r"|finances?"
    r"|suppliers?|french suppliers|statements?|purchases|bookkeeping|banking|creditors)"
)
_FROM_NOW = (
    r"(?:from (?:now|here|today|monday|next \w+|this week) on\w*|from here|in future|for the future"
    r"|for (?:next time|future (?:\w+ )?(?:reference|reminders|invoices|correspondence|statements"
    r"|mails?|messages|queries))|future (?:\w+ )?(?:statements|reminders|mails?|letters"
    r"|correspondence|messages|queries|invoices)|next time|henceforth|hereafter|going forward"
    r"|subsequent (?:messages|mails?|letters|correspondence)|anything (?:else|further|more|new"
    r"|after (?:that|this)|about (?:money|bills|payment)|at all)|whatever comes next|for follow\w*"
    r" ?ups?|for following up|further (?:\w+ )?(?:mails?|letters|correspondence|queries|questions"
    r"|reminders)|any (?:further |more |other )?(?:\w+ )?(?:questions|queries|mails?|letters)|all"
    r" (?:\w+ ){0,3}?(?:queries|questions|correspondence|mails?|reminders)|after that|as of|quicker"
    r"|take better|better (?:use|take|write)|more luck)"
)
_DOES = (
    r"(?:does|do|pays?|handles?|keeps?|runs?|minds?|has|looks? after|deals? with|takes? care of|is"
    r" doing|is handling|in charge of|responsible for|has taken (?:on|over)|took over|takes over"
    r"|taken over|(?:are|is) done by|job of|writes|signs) (?:all )?(?:the|her|his|their|our|your"
    rf"|its|my)? ?(?:own |french |foreign |overseas |stables |farm |new |whole )*{_BOOKS}"
)
_NEW_ONE = (
    r"(?:the (?:new one|only (?:one|person) left|person with the (?:money|chequebook|purse)|person"
    r" to (?:write to|ask|talk to|contact)|man with the chequebook|one with the (?:money"
    r"|chequebook|purse strings)|right (?:one|person|people|address|place))|(?:his|her|my|whose)"
    r" (?:replacement|successor)|in (?:his|her|my|their) (?:place|stead|shoes)|(?:is|s|are)"
    r" (?:now )?(?:holding the fort|minding the shop|in the (?:chair|saddle|hot seat))|takes? over"
    r" from (?:me|him|her)|took over from (?:me|him|her)|taken over from (?:me|him|her)|has your"
    r" (?:account|file)|it s (?:her|him|them) (?:you|u|ye) (?:want|need|re after)|(?:her|him|them)"
    r" (?:you|u|ye) (?:want|need|re after)|(?:you|u|ye) (?:want|need|re after|re looking for"
    r"|search|seek|must ask|have to ask|should ask|better ask|find (?:her|him|them)|reach (?:her"
    r"|him|them)|are looking for)|(?:she|he|they)(?: s| re| is| are) (?:on|at|reachable|found"
    r"|under)|reachable (?:at|under|on|by)|can be (?:reached|found|contacted) (?:at|on|under|by)"
    r"|(?:chuck|fire|sling|bung|whack|shoot|address|direct|mark|turn|put|take) (?:it|them|this|that"
    r"|yourself|your \w+|future \w+|her|his) ?(?:\w+ ){0,2}?(?:to|straight|direct)|turn to|write"
    r" (?:her|him|them|to (?:her|him|them))|ask (?:her|him|them)|try it with|(?:to be|should be|are"
    r" to be|must be|be) (?:addressed|sent|directed|mailed|sent on|submitted|forwarded|answered)"
    r"|answered (?:\w+ )?by|dealt with (?:at|by)|(?:use|using) (?:only )?(?:the )?(?:mail"
    r"|e ?mail|address|inbox))"
)
_OWN = (
    r"(?:reach|contact|e ?mail|write to|call|find|answer|mail) me\b|(?:while|until|till) i (?:am"
    r"|m)\b|holiday|annual leave|on leave|in my absence|back on|out of office|remittance advice to"
    r"|(?:paid|sent|paypal\w*|transfer\w*|payment went|wired) (?:\w+ ){0,4}\S+@"
)
_PAPER_TO = (
    r"(?:copy|copies|invoice|duplicate|pdf|bill|scan|receipt|credit note) (?:\w+ ){0,4}?to \S+@"
    r"|(?:send|mail|post|e ?mail) (?:me|us|it|them|one) (?:\w+ ){0,3}?(?:to|at) \S+@"
)
_GOODS = NO_GOODS.replace("|wrong", "")  # "wrong desk": of a person it is no fault
_NOT_HERE = (
    rf"{NOT_LAW}\b|{_GOODS}\b|wrong (?:size|colou?r|goods|items?|part|amount|price|model"
    r"|thing)\b|(?:\w*n t|not|never) (?:write to|use|send to|e ?mail) \S+@|claims?"
    r" (?:manager|team|handler|department)|(?:ordered|bought|agreed|disput\w*|refus\w*|warranty"
    r"|repair|installation|refused|contest\w*)\b"
)

_ADDRESSED = (
    rule(
        "the address in any turn",
        rf"(?:{_NEW_ONE}|{_FROM_NOW}|{_DOES})[^@]{{0,80}}?\S+@\S+",
        rf"\S@\S+ ?(?:\([^)]{{0,30}}\))?,? (?:(?:who|which|she|he|they|that|it) )?(?:{_DOES}|has"
        r" your"
        r" (?:account|file)|is (?:the|your|who|where|what|which)|are the|from (?:now|here)"
        r"|(?:if|when) (?:you|u|ye) (?:want|need|wish|have)|instead|in future|henceforth|rather"
        r" than|next time|for (?:anything|everything|all|future|any))",
        rf"(?:{_WHO}|\w+) (?:is|s|are|does|do|on|at) [^@.;!?]{{0,30}}?\S+@\S+ (?:she|he|they)\b",
        leaves=(_OWN, _PAPER_TO, _NOT_HERE),
        strength=3,
    ),
)

_ONLY = (
    r"(?:i|we) (?:only|just|merely) (?:ever )?(?:rent|let|clean|teach|drive|do|sit|work|answer|run"
    r"|mind|look after|teach|guard|count|take|book|sort|feed|cook|mow|cut|serve|water|volunteer"
    r"|manage|am|m|house sit|caretake|open|open up|live|lodge|walk)\b|(?:i|we)(?: m| am| re| are)"
    r" (?:only|just|merely) (?:the|a|an|on|at|in|here)\b"
)
_NOT_OURS = (
    r"(?:nothing|n t (?:got )?(?:anything|a thing)|not (?:got )?(?:anything|a thing)|nowt|zero) to"
    r" do with (?:it|this|that|them|us|me|bills?|invoices?|payments?|money|the (?:bills?|money"
    r"|accounts?|books|finances?|paying|company|firm|owners|business)|their \w+|any of (?:it|this"
    r"|that))|(?:nothing|not (?:anything)?) to do with (?:me|us)\b|(?:not|no longer) (?:me|us|mine)"
    r" any ?more|not me any ?more|none of (?:my|our) (?:doing|business)|wrong (?:bloke|person|man"
    r"|lady|guy|fella|woman|chap|girl|number|department|address|house|family)|(?:you ve|you have"
    r"|ve)"
    r" got the wrong|(?:i|he|she|they) (?:\w+ )?(?:left|retired|quit|resigned|moved on|was let go"
    r"|been let go|have left|have retired|no longer work\w*|don t work|doesn t work|do not work"
    r"|am no longer|m no longer)|no longer (?:works?|here|with (?:us|the)|employed)|was (?:let go"
    r"|made redundant)|temporary contract|(?:i|we|he|she|they) (?:have |ve |had )?(?:\w+ )?(?:sold"
    r"|gave up|handed over) (?:the|my|our|his|her|their) (?:\w+ ){0,2}?(?:house|shop|pub|bar|cafe"
    r"|hotel|business|company|firm|farm|place|restaurant|salon|campsite|practice|garage|site|gite"
    r"|cottage|inn|lease)|new (?:owners?|people|lot|management|tenants?) (?:have |has |had |ve |s"
    r" )?(?:\w+ )?(?:taken|took|take|bought|moved)"
)
_NO_NAME = (
    r"(?:no idea|not (?:a clue|the faintest|sure)|haven t (?:a clue|the faintest|got a (?:clue|name"
    r"|number))|(?:don|do|couldn|could|can|cannot|wouldn) ?(?:t|not|t even|not even)? (?:actually"
    r" |honestly |really |even )?(?:know|tell|say|give|think)(?: you)?|(?:have|has|got|with) no"
    r"|haven t|dunno|god knows|lord knows|heaven knows|beats me|search me|i wish i knew|who knows)"
    r" ?(?:of |about |for |you |even |just |got |yet |any |an |a |the |her |his |its |their )*"
    r"(?:who(?:m|ever|se)?|where (?:to|you|it|they|should|one)|the names?|names?|(?:e ?mail )?"
    r"address(?:es)?|e ?mails?|contact(?:s| details| name)?|forwarding address|which (?:of them"
    r"|department|office|desk|person|one to (?:write|ask)))\b"
)
_SEEK = (
    r"(?:you(?: d| would| ll| will)? (?:need|have|want|must|better|should) (?:to )?(?:to )?(?:ring"
    r"|ask|contact|find|try|write to|speak to|get hold of|get on to|phone|call)? ?(?:somebody"
    r"|someone|whoever|anyone|head office|them\b|the (?:office|owners?|yard|company|firm"
    r"|council|new (?:owners?|people|lot)|proper|right|others?)|their)|it s (?:them|him|her"
    r"|the [\w &]{1,40}?) (?:you|u|ye) (?:need|want|re after)|(?:somebody|someone|others?"
    r"|another (?:department|office|section)|head office|the (?:owners?|office|council|agency"
    r"|family)) (?:\w+ ){0,7}?"
    r"(?:deals?|does|do|handles?|looks? after|pays?|will know)\b)"
)
_HIS_MONEY = r"(?:pay|paid|paying|transfer\w*|settle\w*)\b(?! (?:the bills|team|section))"
_PASSES_ON = words_in(
    r"(?:i|we|ive|have|ve|ll|will|m|am|just|already|been|was|is|it|that|and|noted|seen|received,?"
    r"|thanks,?|message|letter|reminder) (?:have |has |been |already |just |now |also |ll |then )*"
    r"(?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|sent|sending|give[n]?|gave|giving"
    r"|tell(?:ing)?|told|show(?:n|ed|ing)?|ask(?:ed|ing)?|put|leave|left|leaving|mention\w*"
    r"|tak(?:e|en|ing) (?:it|this|your)|took (?:it|this|your)|dropped (?:it|this)|let (?!us)\w+"
    r" know)\b(?! us| the firm| the company| in (?:march|april|may"
    r"|june|july|august|january|february|spring|summer|autumn|winter)| on vacation)",
    r"(?:passed|forwarded|handed|copied|printed|sent) (?:it |this |that |your \w+ )?(?:on|to|in)\b",
)

_LOST = (
    rule(
        NOBODY_KNOWS,
        # "I can't even tell you where to write."
        rf"{_NO_NAME}(?= |\W|$)",
        leaves=(
            r"(?:will|ll|going to) (?:find out|ask|check|look)|(?:who|which) (?:\w+ )?(?:broke"
            r"|ordered|signed|told|took|did|left|damaged|delivered|came)\b|no idea (?:who|where)"
            r" (?:it|the (?:invoice|bill|letter|paper|copy))|where (?:it|the (?:invoice|bill|letter"
            r"|money|copy|paper|original)|your (?:invoice|letter|bill)|they|this) (?:is|went|has"
            r"|are"
            r"|got|s|came|had|could|came from)|(?:your|the iban|our|bank|my) (?:e ?mail )?address"
            r"|by e ?mail|address to (?:pay|send the (?:money|cheque))|who the hell|where (?:to"
            r" (?:pay"
            r"|send (?:it|the)|find)|you got)|in the (?:e ?mail|address)|address book"
            r"|[^?]{0,200}\?",
        ),
        strength=3,
    ),
    rule(
        "an address gone",
        r"(?:mislaid|lost|misplaced|threw (?:away|out)|never (?:had|got|kept)|didn t keep) (?:their"
        r"|his|her|its|the new (?:owners?|people|tenants?)(?: s)?) (?:\w+ )?(?:details|address\w*"
        r"|numbers?|e ?mails?|names?|contacts?)",
        strength=1,
    ),
    rule("only here for something else", _ONLY, leaves=(_HIS_MONEY,), strength=1),
    rule("somebody else's to answer", _NOT_OURS, leaves=(_HIS_MONEY,), strength=1),
    rule("whom to seek", rf"{_SEEK}", strength=1),
)

_QUICK = (
    r"(?:whizz|wing|flick|fire|ping|pop|bung|shoot|sling|zap|send|mail|e ?mail|forward|drop"
    r"|transmit"
    r"|supply|lodge|upload|stick|fax|scan|share|resend|chuck|post|drop|get|issue|run off|let (?:me"
    r"|us) have|make (?:me|us)|do (?:me|us))"
)
_DOC = (
    r"(?:(?:the|your|an?|that|this|it s|its|actual|original|proper|full|printed|stamped|signed"
    r"|fresh|duplicate|vat|tax|said|second|first|missing|both|two|three|oldest|set of|copy of"
    r"|copies"
    r"|of|generator|page|readable|legible|valid|whole|another|january|february|march|april|may|june"
    r"|july|august|september|october|november|december) ?){1,7}(?:invoices?|bills?|cop(?:y|ies)"
    r"|originals?|duplicates?|pdfs?|timesheets?|time sheets|pods?|grns?|delivery (?:note|slip"
    r"|docket)s?|documents?|dockets?)\b"
)
_PAY_DATA = (
    r"(?:iban|bic|swift(?: code)?|sort code|bank (?:coordinates|data|details|certificate|letter"
    r"|confirmation)|account (?:number|no)|vat (?:number|no)|siret|tax id|vendor form|supplier form"
    r"|po number|order number)"
)
_PAPERS = (
    rule(
        "the paper in any turn",
        r"(?:could|can|would|will|wd|cd) (?:you|u|ye|someone)(?: (?:please|kindly|pls|maybe|just"
        rf"|also|ever))* {_QUICK}(?: (?:me|us|him|her|over|across|on|along))* {_DOC}",
        rf"(?:please|pls|plz|kindly) {_QUICK}(?: (?:me|us|over|across))* {_DOC}",
        r"would (?:you|u|ye) mind (?:posting|sending|mailing|e ?mailing|forwarding|whizzing"
        rf"|popping|firing|faxing)(?: (?:me|us|over))* {_DOC}",
        rf"(?:any|a) chance of {_DOC}",
        r"(?:plant|site|auditors?|accountant|bookkeeper|finance|ap|buyer|they|she|he|we|i|boss"
        r"|accounts|system|controller|head office) (?:(?:is|are|m|re|also|now|still|only|just) )*"
        r"(?:ask(?:s|ing)? for|need(?:s|ing)?|want(?:s|ing)?|require(?:s|ing)?|requesting|d like"
        rf"|would like|lack(?:s|ing)?|miss(?:es|ing)?) {_DOC}",
        r"(?:signed )?(?:timesheets?|time sheets|pods?|delivery notes?|work orders?) (?:along"
        r" |together )?with (?:the |a |your )?(?:tax |vat )?invoice cop(?:y|ies)\b",
        r"which bank (?:acct|account|a c) (?:do|should|shall|must) (?:i|we) pay\b",
        r"(?:just|only|still) (?:need|needs|want|missing|short of|lack|require|waiting on)"
        rf" (?:ur|your|yr|the|a|you) (?:\w+ )?{_PAY_DATA}",
        r"(?:need|missing|require|missing is|lack|ask(?:ing)?(?: you)?(?: for)?) (?:ur|your|yr"
        r"|the)"
        rf" (?:\w+ )?{_PAY_DATA}",
        r"(?:have|ve|has) (?:n t|not) got (?:this|that|the|your) (?:invoice|bill)\b|(?:is|s|was"
        r"|are) no (?:invoice|bill|pdf|attachment) (?:with|on|in|to) (?:it|this|that|the (?:mail|e"
        r" ?mail|letter|reminder))\b",
        leaves=(
            rf"{NO_GOODS}\b|(?:corrected|amended|revised|correct\b|explain\w*|why|justif\w+"
            r"|breakdown|proof\b|instal\w+|instead|refus\w*|agree\w*|only (?:two|one|three)|hours"
            r"|quote\b|changed|different|fraud\w*|scam)\b|(?:i|we) (?:ll|will|can|have|did|just"
            r"|already) (?:\w+ )?(?:send|e ?mail|post|sent)",
        ),
        strength=3,
    ),
)
_SURE = 3


def find(text: str) -> tuple[Finding, ...]:
    """Whom else to write to, and which paper is wanted."""
    asked = find_by(Intent.INVOICE_REQUEST, _PAPERS, text)
    if "@" in text:
        return (*asked, *find_by(Intent.REDIRECT, _ADDRESSED, text))
    return (*asked, *_nobody_known(text))


def _nobody_known(text: str) -> tuple[Finding, ...]:
    """Who sends us on without a name: he is not the one, or knows of none, and passes nothing on.

    Either alone is hardly more than talk ("I only do the accounts here", "no idea who had it").
    """
    found = find_by(Intent.REDIRECT, _LOST, text)
    told = {each.rule for each in found}
    if len(told) < 2 or says(text, _PASSES_ON):
        return ()
    return tuple(
        Finding(intent=each.intent, span=each.span, rule=NOBODY_KNOWS, strength=_SURE)
        for each in found
    )
