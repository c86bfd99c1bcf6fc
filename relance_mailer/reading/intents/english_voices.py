"""Money that is gone, a letter that is seen and passed on, a debt that will be paid some day.

`english_errands` builds its sentences of offices and of money. Here are people at home and on
their feet: a sum that left us on the 16th, a bill squared away by card, a list ticked off
("likewise paid"), a mother who will be shown it, a debt that will be paid, no day named. A means of
payment often stands in the next breath ("Already sorted. Wise transfer, €1,045.").
The examples: `TAKES`, `LEAVES`.
"""

import re
from itertools import zip_longest

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.english_classes import LETTER, NO_GOODS, NOT_LAW, OFFICE
from relance_mailer.reading.intents.phrases import (
    Sentence,
    any_of,
    find_by,
    rule,
    sentences,
    words_in,
)
from relance_mailer.reading.intents.words_english import ORDINARY
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "Your 3,260 euros left us on the 16th."),
    (Intent.PAID, "Went over on Monday by bank transfer."),
    (Intent.PAID, "Already squared away. Visa, 24 March."),
    (Intent.PAID, "All three settled on Wednesday."),
    (Intent.PAID, "The February one: likewise paid, in the same transfer."),
    (Intent.PAID, "Direct debit taken on 5 August."),
    (Intent.PAID, "That one's away: bank transfer on Wednesday."),
    (Intent.PAID, "I sent 600 euros yesterday."),
    (Intent.PAID, "Payment is executed since 11 March."),
    (Intent.ACK, "k thx, seen it"),
    (Intent.ACK, "Will show my dad."),
    (Intent.ACK, "I'll have a word with Graham."),
    (Intent.ACK, "Have asked Shirley, she knows more than me."),
    (Intent.ACK, "It has been referred to the officer responsible."),
    (Intent.ACK, "I've put it on Gordon's pile."),
    (Intent.PROMISE, "soz will get it paid, just waiting on the bank"),
    (Intent.PROMISE, "We're going to pay, no discussion."),
    (Intent.PROMISE, "You'll be paid every penny."),
)
LEAVES = (
    (Intent.PAID, "Paul left us on the 16th."),
    (Intent.PAID, "The money never left us on the 16th."),
    (Intent.PAID, "The pallet went back on Monday by lorry."),
    (Intent.PAID, "Already squared away? By card, or so you say."),
    (Intent.PAID, "Already sorted with your driver, who took it back."),
    (Intent.PAID, "All three settled on the sofa."),
    (Intent.PAID, "Direct debit taken twice on 5 August."),
    (Intent.PAID, "I sent 600 bricks back yesterday."),
    (Intent.ACK, "Seen it, it leaks."),
    (Intent.ACK, "Will show the damage to my dad."),
    (Intent.ACK, "I'll have a word with my solicitor."),
    (Intent.ACK, "Have asked you three times."),
    (Intent.ACK, "It has been referred to Trading Standards."),
    (Intent.PROMISE, "Will get it paid when you have fixed the door."),
    (Intent.PROMISE, "We're not going to pay."),
    (Intent.PROMISE, "You'll be paid what it is worth."),
)

_SUM = (
    r"(?:the |your |all |my |our )?(?:full |whole |last |first )?(?:[€£$]|eur |euro )?"
    r" ?\d[\d.,]*(?: ?(?:€|euros?|eur|quid|pounds|bucks|k\b))?"
)
_MONEY = (
    r"(?:(?:the |your |our |my |that |this |full |whole |bank |wire |due |overdue |small |big"
    r" |first |second |other |last ){0,4}(?:payments?|transfers?|money|monies|funds|cheque|check"
    r"|amount|balance|sum|lot|total|remittance|wire|bacs|instal?ment)(?: for [^.,;!?]{1,30})?"
    rf"|{_SUM})"
)
_IT = (
    r"(?:it(?: all)?|this(?: one)?|that(?: one)?|yours|both|the (?:lot|(?:\w+ )?one|whole lot|pair)"
    r"|everything|all of (?:it|them)|they)"
)
_SHORT_DAY = r"(?:mon|tues?|weds?|thurs?|thur|thu|fri|sat|sun)"
_DAY_GONE = (
    r"(?:yesterday|ystd?y|this (?:morning|afternoon|am|lunch\w*|evening)|today|tonight|last"
    rf" (?:week|month|night|nite|{WEEKDAY}|{_SHORT_DAY}|{MONTH})|(?:on |since )?(?:the )?\d{{1,2}}"
    rf"(?:st|nd|rd|th)?(?: of)? {MONTH}|(?:on |since )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b|(?:on "
    rf"|since )?{MONTH} (?:the )?\d+|(?:on |since )?{WEEKDAY}|on {_SHORT_DAY}\b|(?:back )?in"
    rf" {MONTH}"
    r"|(?:on |since )?\d{1,2}[/.]\d+|(?:a|an|one|two|three|four|several|some|few|couple of|\d+)"
    r" (?:\w+ )?(?:days?|weeks?|months?|minutes?|mins|hours?) (?:ago|back)|just now|a while (?:ago"
    r"|back)|ages ago|at (?:lunch\w*|noon)|before (?:lunch|the weekend|christmas|easter|(?:your"
    r"|this) (?:reminder|e ?mail|letter)))"
)
_MEANS = (
    r"(?:(?:bank|wire|sepa|wise|revolut|swift|instant|online|card|international|e) ?"
    r"(?:transfer|payment)|bacs|chaps|sepa|wire|swift|eft|ach|giro|revolut|wise|paypal|apple pay"
    r"|google pay|mastercard|visa|amex|(?:company|debit|credit|business) card|(?<!sim )card"
    r"|direct debit|standing order|faster payments?|e ?transfer|interac|cheque|bankers? draft"
    r"|cashier s check|money order|postal order)"
)
_NO = (
    r"(?:\w*n t|not|never|no longer|nothing|nobody|no one|neither|nor|hasnt|havent|isnt|wasnt|didnt"
    r"|dont|wont|cant)\b"
)
_NOT_YET = (
    r"(?:will|ll|shall|would|should have|could|might|may|to be|going to|if|once|when you|when it"
    r"|as soon as|until|unless|hope\w*|supposed|meant to|promised?|due to|wish|want|please"
    r"|think|thought|maybe|perhaps|probably|apparently|somebody else|someone else)\b"
)
_ASTRAY = (
    r"(?:twice|double|by mistake|in error|wrong\w*|without (?:my|our|any)|authori[sz]ation"
    r"|unauthori\w+|indemnity|recall\w*|claw\w*|reclaim\w*|refund\w*|return\w*|bounced|rejected"
    r"|(?:came|come|sent|went|gone|go|goes|going|paid|pay) (?:straight |right )?back|back to"
    r" (?:you|us|me)|credit(?:ed)? note|credited|half|part\b|partly|partial\w*|deposit|less|minus"
    r"|except|bar|apart from|under protest|without prejudice|for (?:what|the (?:work|bit|part|ones"
    r"|hours|days))|only for|old (?:account|iban|bank)|new (?:account|iban|bank)|other (?:account"
    r"|iban|company|firm)|different (?:account|iban)|in cash|cash in|in his hand|driver|fitter"
    r"|rep\b|(?:to|with) your (?:\w+ )?(?:man|men|lads?|son|wife|brother|colleague|boy|girl"
    r"|people)|to (?:the|another|a different) (?:\w+ )?(?:company|firm|supplier|agency|agent"
    r"|landlord|broker)|agreed|deal|discount|by (?:the|our|my|his|her) (?:insur\w+|landlord"
    r"|tenants?|client|owner|council|customer|neighbour|ex)|paid for)\b"
)
_SMALL_PRINT = (_NO, _NOT_YET, _ASTRAY, rf"{NO_GOODS}\b", r"[^?]{0,200}\?")
_AWAY = (
    r"(?:left|gone|went|away|sent|paid|payed|settled|cleared|transferred|transfered|wired|posted"
    r"|mailed|remitted|executed|released|processed|carried out|effected|completed|done|sorted"
    r"|squared|squared (?:up|away)|moved|taken|debited|collected|pinged|shot|fired)"
)
_HERE = r"(?:us|here|me|our (?:end|side|account|hands|bank|house|books)|my (?:end|side|account))"

_PAID = (
    rule(
        "money that is gone",
        # "Your 3,260 euros left us on the 16th."
        rf"(?:{_MONEY}|{_IT}) (?:(?:has|have|had|already|just|all|then|only|duly|safely|s)"
        rf" ){{0,3}}(?:left|gone from|went from|departed(?: from)?) {_HERE}\b[^.;!?]{{0,20}}?"
        rf"{_DAY_GONE}",
        # "Went across yesterday by bank transfer."
        r"(?:^\W*(?:(?:hi|hello|hey|yes|yep|sorry|ok|no worries|good news|morning|all good|ah)"
        rf"\b\W*){{0,3}}|(?:{_MONEY}|{_IT}) (?:(?:has|have|already|just|all|s) ){{0,2}})(?:went"
        r"|gone)(?: (?:off|out|over|across|through|to (?:you|yous|ye|france)|your way|straight))*"
        rf"(?:,? (?:{_DAY_GONE}|(?:by|via|through|with|from|in) (?:\w+ ){{0,2}}?{_MEANS})){{1,3}}",
        # "I sent 600 euros yesterday.", "€1,047 sent this morning."
        r"(?:sent|wired|transferred|transfered|paid|payed|moved|remitted|pinged|shot)"
        rf"(?: (?:you|ye|u|over|across|off))* {_SUM},?(?: (?:by|via|from|through|over|to|with"
        r"|into|on"
        rf"|using)\b[^.;!?]{{0,25}}?)? {_DAY_GONE}",
        rf"{_SUM} (?:(?:was|were|has been|have been|has|have|all|already|just) ){{0,2}}{_AWAY}\b"
        rf"(?: (?!on friday next)[\w]+){{0,3}}? {_DAY_GONE}",
        # "This one was carried out on the 4th." and "is executed since".
        rf"(?:instruction|order|settlement|{_MONEY}|{_IT}|invoices?|bill|payment document)(?: (?:no"
        r"|number|nr)?\.? ?\d\S*)?(?: for \S+(?: \d\S*)?)? (?:was|were|has been|have been|got"
        r"|s been) (?:(?:already|duly|now|finally|all|in fact) )*(?:carried out|executed|effected"
        r"|completed|remitted|discharged|wired|payed|transfered|put through|debited)\b"
        rf"(?: [\w]+){{0,3}}? {_DAY_GONE}",
        r"(?:is|are|s|was|already|all) (?:already )?(?:paid|payed|executed|done|settled"
        rf"|transferred|transfered|sent) (?:since|already (?:since|on|in)) (?:the )?[\w ]{{0,12}}?"
        rf"(?:\d|{WEEKDAY}|{MONTH}|yesterday|last|days|weeks)",
        # "Released by our treasury on Tuesday."
        r"(?:treasury|bank|finance|accounts|boss|director|office|he|she|they|we|i|accountant"
        r"|bookkeeper) (?:(?:has|have|had|just|finally|already|d|ve) )*(?:released|pushed through"
        r"|put through|keyed|snuck through|executed|authorised and sent) (?:it|this|that|yours"
        rf"|{_MONEY})\b[^.;!?]{{0,24}}? {_DAY_GONE}",
        # "We mailed you a cashier's check on September 9."
        r"(?:mailed|posted|sent|dropped|put|popped)(?: (?:you|off|in|over))* (?:a|the|our|your|my)"
        r" (?:\w+ )?(?:cashier s |bank(?:er s)? |certified )?(?:check|cheque|draft|money"
        rf" order)\b[^.;!?]{{0,40}}? {_DAY_GONE}",
        leaves=_SMALL_PRINT,
        strength=3,
    ),
    rule(
        "ticked off a list",
        # "All three settled on Wednesday", "F-30140: likewise paid, in the same transfer."
        r"(?:all (?:two|three|four|five|six|seven|of (?:it|them)|\d)|both|the (?:lot|pair|whole"
        r" lot|first two|small one|other one))(?: (?:are|were|have been|now|been|is|was|got"
        rf"|already)){{0,2}} (?:paid|settled|cleared|sent|transferred|wired)\b[^.;!?]{{0,50}}?"
        rf" (?:{_DAY_GONE}|(?:by|via|in one|in a single|in the same) (?:\w+ )?(?:{_MEANS}"
        r"|transfer|payment|go))",
        r"(?:likewise|also|ditto|idem|same day|as well|too) (?:paid|settled|cleared|sent)\b"
        r"(?= ?[.,;]|[^.;!?]{0,30} (?:transfer|payment|run|batch|day))",
        r"(?<=[:,;] )(?:(?:already|duly|now|also|was|is|i) )*(?:paid|payed|settled|cleared"
        r"|executed|remitted|wired|transferred|transfered|sent)(?: (?:in full|by \w+|via \w+"
        rf"|through \w+|with|from|bank|transfer|wire|it))*,? {_DAY_GONE}",
        r"(?:balance|account|item|invoice|it|this one|that one|one)? ?(?:cleared|settled|payed)"
        rf" (?:on )?\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d+)? (?:via|by|through|from|with) {_MEANS}",
        leaves=_SMALL_PRINT,
        strength=3,
    ),
    rule(
        "taken from our account",
        r"direct debit (?:(?:was|has been|already|duly|all) )*(?:taken|collected|drawn|presented"
        r"|honoured|went (?:out|through)|gone|cleared|left)\b",
        r"(?:you|your (?:company|firm|bank|system)|ye) (?:(?:has|have|ve|already|just) )*(?:taken"
        r"|took|collected|drawn|debited|had)(?: itself| yourselves| yourself)? (?:it|this|that"
        rf"|{_MONEY})\b[^.;!?]{{0,30}}?(?:direct debit|(?:from|off|out of) (?:our|my|the)"
        r" account)",
        r"by direct debit[^.;!?]{0,40} (?:taken|took|collected|drawn|debited|left|went)\b",
        leaves=_SMALL_PRINT,
        strength=3,
    ),
)

_DONE_WITH = words_in(
    r"(?:^\W*(?:(?:hi|hello|yes|yep|sorry|ok|no worries|good news|but|oh|well|actually"
    rf"|listen|\w+,)\b\W*){{0,3}}|(?:{_MONEY}|{_IT}|bill|invoice|this bill) (?:(?:has|have|s|is|are"
    rf"|was|were|been|had|ve) ){{1,3}})(?:(?:already|all|now|since|long|duly|just|well and truly)"
    rf" ){{0,2}}(?:squared (?:away|up|off)|taken care of|dealt with|seen to|sorted(?: out)?|settled"
    r"(?: up)?|done(?: and dusted)?|paid|payed|away|gone|off)\b",
    r"(?:did|done) the (?:deed|needful|honours|necessary)\b|(?:money|payment|transfer|cheque)"
    r" (?:is|s) (?:already |now )?(?:away|off|gone|on (?:its|the) way|in the post|winging its"
    r" way)",
    r"(?:that|this) (?:one|bill|invoice) (?:is|s) (?:already |long |well )?(?:away|gone|off)\b",
)
_BY_MEANS = words_in(
    rf"{_MEANS}\b[^.;!?]{{0,40}}?{_DAY_GONE}|{_DAY_GONE}[^.;!?]{{0,40}}?{_MEANS}\b",
    rf"{_MEANS},? {_SUM}|{_SUM},? (?:by |via |from )?(?:\w+ )?{_MEANS}\b",
    rf"(?:went|paid|sent|done|gone|way|settled|sorted|away|left) (?:\w+ ){{0,3}}?(?:by|via|with|on"
    rf"|over|through|from) (?:\w+ ){{0,3}}?{_MEANS}\b",
)
_SAYS_NO = any_of(*_SMALL_PRINT[:-1], r"complain\w*|solicitor|owe us|owes us")


def _done_with(text: str) -> tuple[Finding, ...]:
    """A bill that is dealt with, where the same breath or the next names how: no mere hope."""
    found = []
    told = sentences(text)
    for each, behind in zip_longest(told, told[1:]):
        said = _DONE_WITH.search(each.folded)
        if said is None or each.asks or _SAYS_NO.search(each.folded):
            continue
        how = _BY_MEANS.search(each.folded) or (
            behind is not None
            and not behind.asks
            and not _SAYS_NO.search(behind.folded)
            and _BY_MEANS.search(behind.folded)
        )
        if how:
            span = each.raw[said.start() : said.end()].strip()
            found.append(Finding(intent=Intent.PAID, span=span, rule="dealt with", strength=3))
    return tuple(found)


_KIN = (
    r"(?:(?:my|our|the|his|her|me) (?:\w+ ){0,2}?(?:dad|da|father|mum|mam|mom|mother|wife|husband"
    r"|missus|hubby|partner|son|daughter|brother|sister|granddad|grandad|aunt\w*|uncle|boss|gaffer"
    r"|manager|guv\w*|lad|girl|lady|fella|chap|colleague|people|folks|treasurer|bookkeeper"
    r"|accountant|owner|secretary|assistant|keeper|plant|site|branch|shop|landlady|housekeeper"
    r"|foreman|project manager|buyer|superior\w*|chief|head|principal|warden|vicar|agent|steward"
    r"|successor|replacement|flatmate)s?\b)"
)
_DESK = rf"(?:(?:our|my|the|your|his|her|its|a) (?:\w+ ){{0,3}}?)?{OFFICE}\b"
_OFFICER = (
    r"(?:(?:the|our|its|a) )?(?:\w+ )?(?:officer|official|person|party|colleague|unit|section"
    r"|division|people|desk|clerk|handler|agent|keeper|plant|service|function|team)\b"
    r"(?: (?:of|in|responsible|concerned|in charge|dealing|competent|for)\b)?"
)
_OWNER = r"(?:owners?|management|mgmt|upstairs|head office|hq|them upstairs|the powers that be)\b"
_TO_WHOM = rf"(?:{_KIN}|{_DESK}|{_OFFICER}|{_OWNER})"
_READ = (
    r"(?:it|this|that|ur \w+|(?:your|the|this|that|ye|yer|your last|both|all your) (?:\w+"
    r" )?(?:msgs?"
    r"|messages?|e ?mails?|mails?|letters?|reminders?|notes?|txts?|texts?|nudges?|chasers?"
    r"|statements?|correspondence|notices?))"
)
_HANDED = (
    r"(?:passed|passing|forwarded|forwarding|handed|handing|shared|sharing|referred|referring|sent"
    r"|sending|given|giving|gave|shown|showed|showing|escalated|transmitted|transferred|relayed"
    r"|routed|assigned|submitted|walked|thrown|chucked|slid|slipped|brought|taken|took|flung|punted"
    r"|bounced|kicked|redirected|(?:will|ll|shall|i|we|gonna|going to|can|let me) (?:just |also )?"
    r"(?:pass|forward|hand|share|refer|send|give|show|escalate|bring|take))"
)
"""Handed on by whoever writes: "send it to Marc" sends us there."""
_NOT_DONE = (
    r"(?:\w*n t|not|never|no longer|dont|didnt|havent|hasnt)\b(?! (?:do (?:computers|e ?mail|the"
    r" internet)|in (?:today|until|till|the office|yet)|here|back|speaks?|sits?|answers?|opens?"
    r"|reads?"
    r"|comes? in|mind|worry|sure|know (?:when|where|him|her)|hurry|rush|my |mine|me\b|at (?:his"
    r"|her)"
    r" desk|up yet|forget|forgotten|work (?:fridays|mondays|here)))|(?:nothing|nobody|no one)\b"
    r"|no (?:reply|answer|way|chance)\b"
)
_NO_ACK = (
    NOT_LAW,
    NO_GOODS,
    _NOT_DONE,
    r"(?:payment|cheque|money|cash|goods|court|claims?|damage\w*|leak\w*|crack\w*|refund\w*"
    r"|photos?|pictures?|witness\w*|evidence|trading standards|citizens|press|newspaper|police"
    r"|chamber|association|federation|embassy|ombudsman|insurers?|counsel|advis[eo]r|driver"
    r"|fitter|engineer|surveyor|expert|your (?:\w+ )?(?:boss|manager|colleague|people|office|lad"
    r"|man|driver|team|department|director))\b|[^?]{0,200}\?",
)
_ACK = (
    rule(
        "seen",
        r"receipt (?:of (?:your|the|this|said|same)[^.;!?]{0,60}? )?(?:is |hereby |duly |herewith"
        r" |gratefully )*(?:acknowledged|confirmed|noted)\b",
        r"(?:confirm|acknowledge)s? (?:the |safe |due )*(?:receipt|reception) of (?:your|the|this)",
        r"(?:got|have|had|ve|seen|read|rec(?:ei)?ve?d|rcvd|picked up|opened|found) (?:now |just"
        rf" |already |finally )?{_READ}(?= ?[,.!;]|\W*$| (?:and|so|about|from|of|on|this|thanks|ta"
        r"|thank|cheers|today|yesterday|regarding|re|just)\b)",
        r"^\W*(?:(?:hi|hello|hiya|ok|okay|k|kk|yes|yep|yeah|ta|thx|thanks|cheers|morning|all good"
        r"|grand|right)\b\W*){0,3}(?:(?:duly|well|safely) )?(?:seen|noted|received|rcvd|recd|got"
        r"|read)(?: (?:it|this|that|with thanks|thanks|ta|cheers))?(?= ?[,.!;]|\W*$)",
        r"(?:message|reminder|letter|e ?mail|mail|note|nudge|statement)s? (?:(?:is|was|has|have|has"
        r" been|been|well|safely|duly|came|now|all) ){0,3}(?:received|arrived|noted|logged|filed"
        r"|recorded|registered|landed|to hand|safely here|found|came well|read)\b",
        r"(?:case|ticket|query|request|message|reminder|letter|it|same|this)(?: \S+)? (?:has"
        r" been |was |is |s been |now )?(?:logged|recorded|registered|opened|raised|filed|assigned)"
        r" (?:under|to|as|with|in|by|and|for)\b",
        leaves=(
            rf"{NO_GOODS}|{_NOT_DONE}|(?:goods|order|delivery|parcel|payment"
            r"|money|credit|leak\w*|wobbl\w*|court|solicitor|lawyer)\b|[^?]{0,200}\?",
        ),
    ),
    rule(
        "handed to somebody",
        rf"{_HANDED}(?: {LETTER}| {_READ}| (?:a )?copy| the file)?(?: (?:on|along|over|up|down"
        r"|across|upstairs|straight|today|yesterday|now|out|in|already|this morning|the lot))*"
        rf" (?:to|2|with|past|by|onto|before) {_TO_WHOM}",
        r"(?:shown|showed|showing|told|telling|given|gave|giving|asked|asking|reminded|informed"
        r"|alerted|nudged|poked|pestered|collared|grabbed|letting|(?:have|has|ve|we|i|just|already)"
        r" let|(?:will|ll|shall|i|we|gonna|going to|can|let me|must) (?:just |also )?(?:show|tell"
        r"|ask|remind|let|give))"
        rf" (?:{_READ} (?:to )?)?{_KIN}(?= ?[,.!;]|\W*$| (?:know|who|he|she|they|about|as|tonight"
        r"|tomorrow|today|when|and|so|this|it|that|the (?:letter|reminder|note))\b)",
        r"(?:have|having|had) (?:a )?(?:quick |wee |little )?(?:word|chat|look|natter|talk)"
        rf"(?: about (?:it|this))? with {_TO_WHOM}",
        r"(?:put|stuck|left|laid|placed|dropped|popped|shoved|hung|pinned|moved|tucked|pop|put"
        r"|stick|leave)"
        rf" (?:{_READ}|them|a copy|everything|one)? ?(?:up |back |right |straight )?(?:on|in|into"
        r"|onto|under|over|at the top of|on top of) (?:(?!the (?:van|lorry|skip|bin|fire|shed"
        rf"|yard)\b)\w+ ){{1,4}}?(?:pile|desk|tray|plate|folder|queue|keyboard|chair|pigeonhole"
        r"|agenda|in ?tray|spike|fridge|noticeboard|clipboard|to do list)\b",
        r"(?:bring|raise|mention|table|put) (?:it|this|that|the (?:topic|matter|letter|reminder))"
        r"(?: up)? (?:in|at|on|to|with|before) (?:our|the|my|next|a) (?:\w+ )?(?:meeting|agenda"
        r"|board|committee|review)\b",
        r"(?:ll|will|shall|let me|gonna|going to) (?:just |go and |certainly |also )?(?:have|take)"
        r" (?:a |another )?(?:quick |good |proper |wee |little )?(?:look|gander|rummage|dig|root)"
        r"(?= ?[,.!;]|\W*$| (?:at|into|for|through) (?:it|this|that|my|our|the (?:books|files?"
        r"|ledger|system|account|records|post|papers))\b| with | when i\b| tomorrow| tonight"
        r"| today| on| this| what| where| and)",
        r"(?:make sure|see to it|see that|see) (?:that )?(?:he|she|they|it|the boss|dad|mum)"
        r" (?:sees?"
        r"|gets?|knows?|reads?|finds?|hears?)\b(?: to)?(?: (?:it|this|him|her|them|about it|the"
        r" right \w+))?",
        leaves=_NO_ACK,
        strength=3,
    ),
)
_TO_A_NAME = words_in(
    rf"{_HANDED}(?: {LETTER}| {_READ}| (?:a )?copy| the file)?(?: (?:on|along|over|up|down|across"
    r"|upstairs|straight|today|yesterday|now|out|in|already))* (?:to|2|with|past|at) \w+",
    r"(?:i|we|ive|weve|have|has|ve|ll|will|just|already) (?:already |just )?(?:asked?|told|tell"
    r"|show"
    r"|shown|nudged?|pinged?|texted|rung|rang|ring|phoned?|emailed|alerted|chased?|informed) \w+"
    r"(?= ?[,.!;]|\W*$| (?:about|and|she|he|who|in|from|at|tonight|today|tomorrow|when|as|so"
    r"|already|to (?:look|check|deal|see|sort|get back|chase|find|ring|call|answer|reply|dig))\b)",
    r"(?:have|having|had) (?:a )?(?:quick |wee |little )?(?:word|chat|look|natter|talk)"
    r"(?: about (?:it|this))? with (?:(?:mr|mrs|ms|miss|old|our|wee)\.? )?\w+",
    r"(?:let|letting) \w+(?= know\b)",
)
_NO_NAME = frozenset(
    "you your yours him her them us me it that this these those everyone everybody nobody somebody"
    " someone anyone twice once again for if why what when how whether several many before and but"
    " nicely not to the a an my our his their legal complaints trading citizens police court"
    " solicitors lawyers quality claims counsel insurance monday tuesday wednesday thursday friday"
    " saturday sunday paris france".split()
)
_IN_AN_ADDRESS = re.compile(r"[\w.+-]*@")
_BEFORE_A_NAME = re.compile(
    r"\b(?:2|(?:on|over|along|up) to|word with|chat with|ask|asked|told|tell|let|texted|rung|show"
    r"|shown) \w+$"
)
_EVERYDAY = frozenset(ORDINARY.replace("*", "").split())
_NOT_FOR_THEM = any_of(*_NO_ACK)


def _to_a_name(text: str) -> tuple[Finding, ...]:
    """A letter that somebody with a name gets, hears of or is asked about."""
    return tuple(
        Finding(intent=Intent.ACK, span=span, rule="handed to a name", strength=3)
        for each in sentences(text)
        if (span := _named_in(each)) and not _NOT_FOR_THEM.search(each.folded)
    )


def _named_in(sentence: Sentence) -> str:
    """The words in which it goes to a name, or none: "sent on to siobhan"."""
    found = _TO_A_NAME.search(sentence.folded)
    if found is None or _IN_AN_ADDRESS.match(sentence.raw, found.end()):
        return ""
    span = sentence.raw[found.start() : found.end()]
    name = re.split(r"\W+", span.strip())[-1]
    plain = sentence.folded[found.start() : found.end()].split()[-1]
    if plain in _NO_NAME or len(plain) < 2:
        return ""
    if name[:1].isupper() or plain in GIVEN_NAMES:
        return span
    return span if plain not in _EVERYDAY and _BEFORE_A_NAME.search(span.lower()) else ""


_HANGS = (
    r"(?:if|unless|provided|subject to|assuming|once (?:you|your|the (?!boss|office|bank|transfer"
    r"|wages|payroll|money|grant|funds))|when (?:you|your|it (?:works|is|s)|the (?!boss|office|bank"
    r"|wages|payroll|money|grant|funds))|until|till you|as soon as (?:you|your|it (?!clears|lands"
    r"|comes|hits))|after (?:you|your)|when hell|over my dead body|pigs)\b"
)
_NO_PROMISE = (
    _NO,
    _HANGS,
    r"(?:hope\w*|might|maybe|perhaps|possibly|would|could|should|wish|try(?:ing)? to|see if|what"
    r" (?:it|i|we|you|is|s)|fair|worth|reasonable|agreed|quoted|half|part|some of|only|just the"
    r"|less|minus|bar|except|apart from|instead|back|refund|credit|damage\w*|repair\w*|fix\w*"
    r"|replac\w*|deliver\w*|collect\w*|finish\w*|landlord|insur\w*|council|somebody|someone else"
    r"|owner|tenant|ex\b|another|nothing|bit by bit|instal?ments?|per month|a month|each month"
    r"|to us|us\b(?! )|told|said|promised|already|was|were|court|solicitor|lawyer|legal|price"
    r"|your (?:own )?(?:bank|side|boss|insurance|driver|man|lad))\b|[^?]{0,200}\?",
)
_PROMISE = (
    rule(
        "engagement sans date",
        # "soz will get it paid", "yeh will pay it np"
        r"(?:^\W*(?:(?:soz|sorry|yes|yep|yeah|yeh|ya|ok|okay|hi|hiya|hello|np|right|ah|oh|cool"
        r"|fine|grand|of course|no (?:problem|worries|bother))\b\W*){0,3}|(?:i|we|ill|well|i ll"
        r"|we ll|he|she|they) )(?:will|ll|shall|gonna|am going to|m going to|re going to|are going"
        r" to|is going to|definitely will|will definitely|will certainly|will of course|do intend"
        r" to)? ?(?:get (?:it|this|that|u|you|ye|yours|ur \w+|the (?:bill|invoice|lot)|your"
        r" (?:bill|invoice|money)) (?:all )?(?:paid|settled|squared|cleared)|be paying (?:it|this"
        r"|you|ye|that|your \w+|the \w+)|(?<=will )pay (?:it|this|u|you|ye|that)|(?<=going to )pay"
        r"(?: it| you| this)?|(?<=shall )pay (?:it|this|you)|(?<=of course )(?:pay|settle)"
        r" (?:it|this|the|you|your))\b",
        # "you'll be paid every penny", "it'll get paid", "we'll see you right"
        r"(?:you|ye|it|this(?: one)?|that(?: one)?|your (?:bill|invoice|money)) (?:will|ll|shall)"
        r" (?:(?:all|certainly|definitely|of course|always|surely) )?(?:be|get) (?:paid|settled)\b"
        r"|(?:i|we) (?:ll|will|shall) (?:see you (?:right|paid)|settle up|square (?:it|this|up"
        r"|you)|make good on (?:it|this))\b|(?:i|we) (?:ll|will|shall) not leave you short",
        r"(?:happy|glad|delighted|good) to (?:pay|settle) (?:it|this|you|u|that|your)\b|(?:we|i)"
        r" (?:certainly|definitely|do|gladly|fully) (?:want|intend|mean|plan) to (?:pay|settle)\b"
        r"|(?:we|i) pay it gladly\b",
        r"payment (?:will|shall) (?:certainly |of course )?be made (?:as soon as|once|when|upon|on)"
        r" (?:the (?:proceeds|funds|grant|money|sale|loan)|our|we (?:have|receive)|my)\b",
        leaves=_NO_PROMISE,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """What the text says is paid, passed on, or will be paid without a day."""
    return (
        *find_by(Intent.PAID, _PAID, text),
        *_done_with(text),
        *find_by(Intent.ACK, _ACK, text),
        *_to_a_name(text),
        *find_by(Intent.PROMISE, _PROMISE, text),
    )
