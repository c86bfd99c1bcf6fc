"""Cash trouble as English people tell it: trade, custom, wages, banks, and a promise taken back.

By itself it pauses nothing, so what could be a ground is left alone: who names the creditor's
goods, works or failings in the same sentence ("no customers since your lift broke") tells of more
than want of money. The examples: `TAKES` and `LEAVES`.
"""

import re

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of, find_by, rule, sentences, words_in
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Things are very slow here at the minute.",
    "Two of our own customers haven't paid us.",
    "There's not much in the till this month.",
    "My hours were cut and I'm behind with everything.",
    "All vendor disbursements have been temporarily paused by corporate.",
    "We prioritise wages first this month.",
    "Forget what I wrote about Friday, the money did not come.",
    "With luck we'll have a better spring.",
)
LEAVES = (
    "Your delivery is very slow here.",
    "We haven't paid because your customers complain.",
    "There's not much left of the fence you put up.",
    "My hours were cut from your timesheet.",
    "All payments have been paused until you repair the roof.",
    "Forget what I wrote about Friday, I've sent it already.",
)

_VERY = (
    r"(?:(?:very|really|so|quite|rather|a bit|bit|awfully|pretty|terribly|dead|that|too|all|just"
)
_VERY += r"|still|pure|extremely|a little|desperately|v|a right|a real|a total|as) ){0,2}"
_BE = r"(?:is|are|r|s|was|were|has been|have been|s been|ve been|been|remains?|re|got|gets|went)"
_TRADE = (
    r"(?:things|times|trade|business|sales|takings|turnover|orders|bookings|footfall|custom|season"
    r"|the (?:summer|winter|spring|autumn|year|month|quarter|market|economy|harvest|shop|restaurant"
    r"|pub trade|hotel|industry|account|till|kitty)|its|{MONTH}|harvest|fishing|work|tourism|it"
    r" s|margins|cash ?flow|cash|money"
    r"|funds|liquidity|finances)"
)
_BAD = (
    r"(?:slow|quiet|dead|poor|bad|thin(?: on the ground)?|tough|hard|difficult|tight|on (?:its"
    r"|their"
    r"|our) knees|dried up|down|terrible|dire|flat|rough|grim|scarce|short|strained|stretched"
    r"|slack|tied up|dreadful|awful|disastrous|lean|fell (?:away|off)|fallen (?:away|off)"
    r"|collapsed|drying up|murder|brutal|a (?:bugger|nightmare|pig|struggle|squeeze|slog)|bugger"
    r"|nightmare|delicate|wretched|grim|rotten|shocking|thin as a \w+)\b"
)
_DEBTOR = (
    r"(?:customers?|clients?|contractors?|builders?|tenants?|lodgers?|buyers?|publishers?"
    r"|housebuilders?|insurers?|the (?:council|cooperative|co op|state|insurance|mill|dairy|grant"
    r"|main contractor|tour operator|government|agency)|somebody|people)"
)
_OWN_MONEY = r"(?:supplier|vendor|outgoing|creditor|all|our|the|trade|accounts payable|ap|any|wire)"

_TURNS = (
    # Trade.
    rf"{_TRADE} {_BE} {_VERY}{_BAD}|{_TRADE} (?:has|have|had|s|ve|were)? ?(?:\w+ )?(?:dried up"
    r"|collapsed|fell away|fallen away|fell off|fell through|fallen through|dropped off)",
    r"no (?:tourists|customers|bookings|orders|income|sales|trade|work coming in|custom|takings)\b"
    r"|(?<!you )(?<!you ve )(?<!you have )(?:lost|losing) (?:my|our|the|a|one of our) (?:\w+"
    r" ){0,2}?(?:job|contract|customer|client"
    r"|tender|funding|income|licence|lease|main \w+)\b|main contract fell through"
    r"|down to (?:\w+ )(?:staff|people|days|wage)",
    # Who owes them.
    rf"{_DEBTOR}(?: \w+){{0,7}}? (?:have ?n t|has ?n t|haven t|hasn t|have not|has not|don t"
    r"|doesn t|won t|aren t|isn t|never|has yet to|have yet to|still to|yet to|not|stopped|slow"
    r" to|keeps? (?:fobbing|putting)) ?(?:yet )?(?:pay|paying|paid(?: out)?|settl\w+|us off|me off"
    r"|coughed up)?(?: to)? (?:us|me|any of us)\b",
    r"(?:wait\w*|depend\w*|rel(?:y|ies|ying)) (?:for|on) (?:an? |our |my |the |two |some |one"
    r" )?(?:\w+ )"
    rf"{{0,3}}?(?:{_DEBTOR}|cheque|grant|funding|insurance|investor|refinancing|loan|subsidy"
    r"|payout"
    rf"|(?:bank|money|funds))(?: \w+){{0,4}}? (?:to (?:pay|settle|come|clear|land|release)"
    r"|from (?:a|an|our|the|my)\b|that)",
    r"(?:owes?|owing) (?:us|me) (?:more|a (?:lot|fortune|packet)|money|thousands|\d)"
    r"|money (?:we|i) (?:m|am|are|re) owed|unpaid (?:since|by (?:my|our) (?:own )?customers)"
    r"|invoices (?:are|of (?:my|our) own are) unpaid|(?:tenants?|client) (?:has |have )?done a"
    r" runner|investor keeps",
    # How it goes, and who waits.
    r"(?:tight|thin|lean|grim|dreadful|rotten|tough|wretched|difficult|shocking|poor|quiet|slow"
    r"|pig of an?) (?:old )?(?:month|quarter|spring|summer|autumn|fall|winter|year|season|patch"
    rf"|spell|time of year|{MONTH})\b|(?:grim|short|thin|strapped|tight) (?:for|on|of) cash\b",
    r"juggling(?: (?:who|which|what|bills?|everyone|everybody|suppliers?|payments?|things|invoices"
    r"|creditors))?\b|pick(?:ing)? who gets paid|robbing peter|trying everything(?= ?[.,!;]|\W*$)"
    r"|(?:doing|do) (?:what|all|everything|the best) (?:i|we) can(?= ?[.,!;]|\W*$)",
    r"(?:suppliers?|vendors?|creditors?|everyone|everybody) (?:\w+ ){0,2}?(?:told|asked|made|left"
    r"|having|waiting|queu\w+)(?: to)? (?:wait|hang on|queue|a (?:bit|little|while) longer|longer"
    r"|in line)|(?:payments?|settlements?|transfers?|payouts?|releases) (?:\w+ ){0,4}?(?:running"
    r" (?:very |rather |a bit |all )?(?:slow|late|behind)|subject to delays?|currently suspended"
    r"|going out (?:late|with (?:big )?delays)|rather slow)|running (?:late|behind) with (?:our"
    r"|the) payments|with (?:our|the|all) payments we are (?:running )?behind",
    r"(?:takings|money|funds|accounts?|payouts?|balance|receipts|income) (?:\w+ ){0,2}?(?:frozen"
    r"|locked|blocked|on hold|ring ?fenced)\b|no (?:vendor |supplier |outgoing )*(?:checks?"
    r"|cheques?"
    r"|payments?|money|wires?|transfers?) (?:\w+ )?(?:has|have|is|are) (?:left|gone out|moved"
    r"|leaving|going out)|bank (?:has|have|s|ve) been (?:blocking|messing|holding|sitting|dragging)"
    r"|(?:hiccups?|bother|trouble|snags?) with (?:our )?(?:outgoing|supplier) (?:transfers?"
    r"|payments?)|(?:knocked|blown|made|left) a (?:big |great )?hole in (?:our|my|the) (?:month"
    r"|budget|cash|finances|accounts?)",
    # Empty pockets.
    r"(?:not |n t )(?:very )?(?:much|a lot|a penny|a bean|anything|enough) (?:left )?(?:in the"
    r" (?:till|pot|kitty|tin|bank|account|coffers)|left at the end of the month|to go round"
    r"|to live on|coming in)|nothing (?:left |much )?(?:in the (?:till|pot|kitty|bank|account)"
    r"|coming in|i can (?:send|pay) (?:any|you))",
    r"(?:till|account|tin|kitty|pot|pockets|coffers|overdraft|bank) (?:is|are|s|was|stays) (?:\w+"
    r" )?(?:empty|bare|dry|overdrawn|in the red|maxed(?: out)?|frozen|as empty)"
    r"|empty (?:till|account|pockets)|scraping (?:by|together|the barrel)",
    r"(?:just|simply|money|cash|funds|it s) (?:is|are|s|was)? ?(?:just |simply )?(?:n t|not)"
    r" (?:just )?there\b|(?:funds|money|cash) (?:is|are|did|do|does|has|have) ?(?:n t|not) (?:there"
    r"|come|arrived?|materialis\w+|in\b)|(?:money|cash|funds) (?:never came|ran out)",
    r"(?:skint|penniless|hard up|cash strapped|strapped for cash|brassic|hand to mouth|make ends"
    r" meet|ends meet|above water|flat broke|stony broke|on (?:my|our) uppers|in dire straits"
    r"|(?:am|m|re|are|is) (?:completely |totally |absolutely |a bit )?broke)\b",
    r"(?:d|would) (?:gladly |love to |have )?(?:pay|paid|send|settle)(?: (?:you|it|this))?"
    r"(?: \w+)? if (?:i|we) (?:only )?(?:had|could|got) (?:it|the money|anything)?",
    # Work and wages.
    r"(?:made redundant|laid off|out of work|between jobs|unemployed|on (?:the dole|benefits"
    r"|universal credit|sick pay|statutory sick pay|furlough|short time|half pay)"
    r"|(?:living|live|lives) (?:on|off|from) (?:\w+ )?(?:savings|benefits|credit cards?|overdraft"
    r"|the dole|fresh air|pension)|lost (?:my|his|her) (?:job|work|position|income))\b",
    r"(?:my|our|his|her) (?:hours|wages|pay|salary|shifts|grant|subsidy|funding) (?:\w+ ){0,2}?"
    r"(?:cut|stopped|halved|reduced|slashed|withdrawn)\b|(?:only|just|there s only) (?:the )?one"
    r" wage|behind with everything",
    # Payments that are held.
    rf"{_OWN_MONEY} (?:\w+ ){{0,2}}?(?:payments?|disbursements?|settlements?|payment runs?"
    r"|transfers?)"
    r" (?:\w+ ){0,4}?(?:paused|held(?: back| up)?|frozen|on hold|stopped|suspended|in phases"
    r"|staggered|rationed|delayed|deferred|subject to delays?|blocked|restricted|under review)\b",
    r"(?:told|asked|instructed|ordered|been told) (?:\w+ )?(?:to (?:hold|stop|freeze|suspend|delay"
    r"|let (?:nothing|no payment))|not to (?:release|pay|let))(?: (?:back|on to))? (?:all |any "
    r"|at all |the )?(?:supplier |outgoing |vendor )?(?:payments?|suppliers?|anyone|out|anything)",
    r"(?:only|just) (?:releasing|paying|releases?|pays?) (?:\w+ )?(?:critical|essential|key|urgent)"
    r" (?:suppliers?|vendors?|bills)|which (?:suppliers?|bills|creditors) (?:can|are to|will|get)"
    r"(?: be)? paid|(?:prioriti[sz]\w+|put\w*|pay\w*) (?:the )?(?:wages|salaries|staff|payroll)"
    r"(?: \w+)? first|wages (?:come|go|have to come) first|wages excepted|hands are tied",
    r"(?:my|the|our) (?:card|transfer|payment|direct debit|wire)s? (?:\w+ ){0,5}?(?:refused"
    r"|declined|bounced|rejected|blocked|n t be executed|not be executed|could not go)\b"
    r"|(?:wire|bank|online|outgoing)? ?(?:transfers?|payments?) (?:\w+ ){0,3}?(?:having issues"
    r"|having problems|not going through|stuck|got blocked|playing up)|delays? with (?:our |the )?"
    r"outgoing|delay (?:with|in|to) (?:our )?(?:outgoing|supplier) payments",
    r"(?:bank|lender|banks|factor) (?:\w+ ){0,2}?(?:has|have|keeps?|is|are|s|ve|won t|says?)"
    r" (?:\w+ ){0,3}?(?:wait|reviewing|frozen|froze|cut|pulled|called in|reduced|withdrawn"
    r"|stopped|blocked|sitting on|blinks|dragging|looking at (?:us|our))\b|(?:credit line|facility"
    r"|overdraft|line of credit|loan) (?:is|was|has been|are|s) (?:\w+ )?(?:under (?:renewal"
    r"|review|negotiation)|cut|pulled|withdrawn|refused|not renewed|frozen|called in)",
    r"(?:accounts|finance|finance department|nobody) (?:\w+ )?(?:is|are|has|have|s)?(?: ?n t| not)?"
    r" ?(?:answering|picking up|pick up|taking calls)(?: \w+){0,3} (?:anybody|the phones?|calls)"
    r"|(?:stopped|not|\w*n t|told not to) (?:answering|answer|pick(?:ing)? up|taking) (?:the )?"
    r"(?:phones?|calls)",
    # Hopes, and a day taken back.
    r"(?:forget|disregard|ignore|scrap) (?:what (?:i|we) (?:wrote|said|told|promised)|my (?:last "
    r"|previous )?(?:message|mail|email|note|promise)|the (?:date|day) (?:i|we))\b",
    r"(?:i|we) (?:had |d )?(?:said|told you|promised|wrote)\b[^;!?]{0,40}?(?:won t (?:happen"
    r"|work out|be possible)|not going to happen|can t keep|can t stand|no longer (?:stands|holds))"
    r"|(?:must|have to|need to|got to) take (?:that|it|this) back|go back on (?:what|my word)",
    r"hop(?:e|ing) to (?:have|send|do|get|be able to (?:send|do)) (?:you )?something"
    r"|hope(?:d)? (?:\w+ ){0,6}?(?:but (?:i )?(?:can|could|dare)(?: ?n t| ?not)|n t worked out)"
    r"|with (?:a bit of )?luck|can t (?:promise|say (?:more|when)|tell you (?:more|when))"
    r"|has ?n t worked out",
    r"(?:can t|cannot|won t|wouldn t|couldn t|can not|dare not) (?:\w+ )?(?:swear to|commit(?: to"
    r"| myself)?|bank on|vouch for|guarantee)(?: (?:it|anything|a (?:day|date)|that|when))?(?="
    r" ?[.,!;]"
    r"|\W*$)|don t hold me to (?:it|that)|hope s (?:about )?all|(?:anything|something) (?:solid"
    r"|firmer?|definite|concrete)\b|hoping (?:things|trade|it|business|the season) (?:will"
    r" )?(?:look"
    r"|looks|pick|picks|improve|get|gets)|no idea when(?= ?[.,!;]|\W*$| now)|no new (?:one|date"
    r"|day)"
    r" yet|(?:not|\w*n t|ll not|never) name (?:another|a new|any) (?:day|date)|give you"
    r" (?:another|a new|no) (?:day|date)\b",
    r"(?:maybe|perhaps) (?:in )?(?:\w+),? (?:maybe|perhaps) later|depends (?:on )?(?:what|how much)"
    r" comes in|if the (?:grant|loan|money|funding|sale|insurance) comes through|might be able to"
    r" do something|(?:d|would) be (?:lying|fibbing|making it up|deceiving)|(?:d|would) (?:love"
    r"|like)"
    r" to (?:name|tell you|give you) a (?:day|date)|no timetable|(?:indicate|give) a timetable",
    r"(?:don t|do not|no longer|not) (?:\w+ )?know (?:any more |anymore |yet )?(?:when|how|what s"
    r" next|where that leaves)\b|knows what s next|in no position to (?:pay|say|give)",
)
_MORE_THAN_WANT = (
    r"(?:since|after|because of|thanks to|with|from) (?:the|that|this|those|these|an?) (?!weather"
    r"|snow|storms?|floods?|flooding|strikes?|fire|war|pandemic|crisis|elections?|spring|summer"
    r"|autumn|winter|holidays?|merger|takeover|budget|bank|lender|recession|rain|drought|roadworks"
    r"|cyber|change of|frost|heatwave|wage|payroll|tax|rent|year|month|week|season|move|owner"
    r"|divorce|funeral|illness|kids|state of|way|lot|interest|bit|price of|overdraft|account)"
    r"|(?:work|job|order|goods|delivery|repair)s? (?:\w+ ){0,2}(?:has|have|needs?|must|wants?|is"
    r"|are)\b|"
    r"(?:until|unless|till|because|since|after|thanks to|due to|owing to|so long as) (?:you|your)\b"
    r"|your (?!patience|understanding|e ?mails?|mail|letters?|reminders?|call|calls|message|invoice"
    r"|bill|account|money|payment|question|bank|office|kind|note|records)"
    r"|(?:you|your (?:people|man|men|firm|company)) (?:did|didn|have(?! (?:my|it|asked|been"
    r" (?:kind|patient|good|very)))|haven|broke|sent|sold|left|promised|said|put|were supposed|owe"
    r"|damaged|never|failed|came|took|charged|should)\b|(?:faulty|defective|broken|damage\w*|wrong"
    r"|refund|credit note|complain\w*|dispute\w*|contest\w*|solicitor|lawyer|court|administrat"
    r"|liquidat\w*|receiver\w*|bankrupt\w*|insolven\w*|examiner|(?:won t|will not|refuse to"
    r"|not going"
    r" to) pay\b|instal?ments?|per month|a month\b|more time|extension|wait (?:a|until|till))\b"
    r"|(?:sent|paid|transferred) (?:it|this|you) (?:already|yesterday|today)|already (?:paid|sent)"
    r"|(?:ve|have) (?:already )?(?:sent|paid) it|[^?]{0,200}\?"
)

_SAID = any_of(*_TURNS)
_MORE = any_of(_MORE_THAN_WANT)


def without_want(words: str) -> str:
    """The folded words of a sentence with blanks for what they tell of want of money alone."""
    if _MORE.search(words):
        return words
    return _SAID.sub(lambda told: " " * len(told[0]), words)


_RULES = (rule("hard times in English", *_TURNS, leaves=(_MORE_THAN_WANT,), strength=3),)


def find(text: str) -> tuple[Finding, ...]:
    """Where somebody tells in English why no money can come."""
    return find_by(Intent.DISTRESS, _RULES, text)


_TAKEN_BACK = words_in(
    r"(?:please )?(?:forget|disregard|ignore|scrap) (?:what (?:i|we) (?:wrote|said|told|promised)"
    r"|my (?:last |previous |earlier )?(?:message|mail|email|note|promise)|(?:the|that) (?:date"
    r"|day)"
    rf" (?:i|we)|{WEEKDAY}\b|the \d)",
    r"(?:i|we) ?(?:m |am |re |are )?(?:must|have to|having to|need to|got to|ve got to|afraid i"
    r" must)"
    r" (?:take (?:that|it|this) back|go back on|withdraw (?:what|that|it|my))",
    r"(?:please )?(?:scrub|ignore|forget|disregard|scrap|bin|strike|cancel) (?:the|that|my)"
    rf" (?:{MONTH} \d+ |\d+\w* (?:of )?)?(?:{WEEKDAY}|{MONTH}(?: \d+)?|date|day|promise|\d+\w*)\b",
    r"(?:transfer|payment|money) (?:\w+ )?(?:promised|announced)[^.;!?]{0,30} did not take place",
    r"(?:won t|will not|can t|cannot|couldn t|not going to) (?:now )?(?:happen|be (?:on|possible)"
    r"|go (?:out|through))\b",
)
_WHAT_IT_WAS = re.compile(r"\A\W*(?:about|on|regarding|concerning) [^.,;!?]*")
_ANEW = re.compile(
    rf"\b(?:instead|but|rather|now (?:it s|it is|be)|make it|new date)\b[^;!?]*{WEEKDAY}|\d"
)


def taken_back(text: str) -> frozenset[str]:
    """The sentences that take back what was promised, and name no other day."""
    return frozenset(
        each.raw
        for each in sentences(text)
        if (back := _TAKEN_BACK.search(each.folded))
        and not _ANEW.search(_WHAT_IT_WAS.sub("", each.folded[back.end() :], count=1))
    )
