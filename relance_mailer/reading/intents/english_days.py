"""The day alone is the promise: said bare, moved, with its run, with its sum, or as a value date.

"Two weeks today, in full.", "Bumped from today to Friday week", "make that the 19th", "you're in
the May 29 batch", "£500 on 10 March, £500 on 24 March", "value date Monday 22", "back on Monday and
paying it same day": no verb of paying stands there, or none that `english_pledges` waits for. A day
on which somebody calls, comes or collects is none of these. The examples: `TAKES` and `LEAVES`.
"""

from relance_mailer.reading.calendar_words import COUNT, MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of, find_by, rule, says
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Two weeks today, in full.",
    "tmrw for sure",
    "Bumped from today to Friday week.",
    "Make that the 19th please, not the 12th.",
    "Revised date of remittance is 30th October.",
    "You're in the May 29 batch.",
    "Will go with the month-end run.",
    "£500 on 10 March, £500 on 24 March and £500 on 7 April.",
    "Value date in your bank: Monday 22.",
    "Back from Crete Mon 12th and paying it same day.",
    "You shall have it before Christmas.",
)
LEAVES = (
    "Two weeks today, if you fix it.",
    "tmrw for the fitter",
    "The visit is bumped from today to Friday week.",
    "Make that the 19th for the delivery.",
    "You billed us £500 on 10 March, £500 on 24 March.",
    "Ignore the July 3 date.",
    "You shall have our answer before Christmas.",
    "Not this Friday.",
)

_SHORT_DAY = r"(?:mon|tues?|weds?|wed|thurs?|thur|thu|fri|sat|sun)"
_TOMORROW = (
    r"(?:tomorrow|tomorro|tommorr?ow|tomorow|tomoro|tomozz?|tomos|tmrw|tmrow|tmorrow|tmr|tmw|2moro"
    r"|2morrow|2mrw)"
)
_ORDINAL = (
    r"(?:first|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth"
    r"|eighteenth|nineteenth|twentieth|twenty \w+|thirtieth|thirty first)"
)
_NUMBER = r"(?:(?:3[01]|[12]\d|0?[1-9])(?!\d))"
_DAY = (
    rf"(?:(?:(?:a|one|{COUNT}|\d) (?:weeks?|fortnights?) (?:on |from |come )?)"
    rf"(?:today|{_TOMORROW}|now|{WEEKDAY}|{_SHORT_DAY})"
    rf"|{_TOMORROW}(?: week)?|today|tonight|2?tonite|this (?:arvo|avo|afternoon|evening|aft)"
    rf"|(?:this |next |nxt |this coming |coming |a week on |week on )?(?:{WEEKDAY}|{_SHORT_DAY})"
    rf"(?:,? (?:the )?{_NUMBER}(?:st|nd|rd|th)?(?:,? (?:of )?{MONTH})?(?: 20\d\d)?| {MONTH}"
    rf" {_NUMBER}(?:st|nd|rd|th)?| week| fortnight| next(?: week)?| after(?: next| that)?)?"
    rf"|(?:the )?{_NUMBER}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? 20\d\d)?"
    rf"|{MONTH}\.? (?:the )?{_NUMBER}(?:st|nd|rd|th)?|the {_NUMBER}(?:st|nd|rd|th)?|{_NUMBER}(?:st"
    rf"|nd|rd|th)|(?:the )?{_ORDINAL}(?: of)? {MONTH}|the {_ORDINAL}"
    rf"|{_NUMBER}[/.](?:0?[1-9]|1[0-2])(?:[/.]20\d\d)?"
    rf"|(?:the )?(?:end|start|beginning|middle|back end)(?: of)? (?:the |this |next )?(?:day|week"
    rf"|month|{MONTH})|(?:mid|early|late) (?:next )?(?:week|month|{MONTH})|month end|months? s?"
    rf" ?end"
    r"|eo[dmw]|(?:in|within|inside) (?:the next |about |a )?(?:\d+|an?|couple of|two|three|four"
    r"|five|six|seven|eight|ten|fourteen|thirty) (?:working |business )?(?:hours?|hrs|days?|weeks?"
    r"|months?)(?: s?)?(?: time)?|next (?:week|month|run)|this (?:week|weekend|month)"
    r"|(?:w(?:ee)?k) \d{1,2}|in a fortnight(?: s time)?"
    rf"|(?:the )?(?:first|last|second) (?:working |business |bank )?(?:day|{WEEKDAY}) (?:of|in)"
    rf" (?:{MONTH}|(?:the |next |this )?month|the (?:week|year|quarter))"
    r"|(?:before|by|at|after|over) (?:christmas|easter|the weekend|(?:the )?new year)"
    r"|(?:easter|whit) monday|good friday|(?:may|lady|paddy s|st patrick s) day|michaelmas)"
)
_TO = r"(?:,? (?:on|by|for|at|in|before|this|come|over|as of|say|is|being|latest|around) )*"
_PART = (
    r"(?:,? ?(?:first thing|morning|afternoon|evening|night|lunch ?time|am|pm|at the (?:very )?"
    r"latest|latest|in full|for (?:sure|definite|certain)|definitely|defo|definite|def|100%"
    r"|without fail|no later|promise|promised|i promise|that s a promise|guaranteed|you have my"
    r" word|my word on it|hand on heart|cross my heart|scouts? honou?r|honest|instead|sorry|soz"
    r"|please|pls|thanks|ta|cheers|mate|love|x+|now|it is|then|as (?:promised|agreed|usual|always"
    r"|ever|planned)|like (?:always|every month)|same as (?:always|usual)|all of it|the (?:whole )?"
    r"lot|every penny|all in one go|in one go|no excuses|no ifs or buts|no later than that|if not"
    r" (?:sooner|before|earlier)|or sooner|at close of play|by close|cob|cop|eob|close of play"
    r"|from (?:my|the) (?:phone|laptop|ute|van|car|office|site|desk|airport|hotel|train)|from home"
    r"|online|by (?:bank )?transfer|by (?:bacs|cheque|card|wire|chaps"
    r"|faster payment|bank|sepa)|via (?:bacs|sepa|wise|transfer|bank)|bank transfer|bacs"
    r"|not (?:the |on |by )?(?:\d{1,2}(?:st|nd|rd|th)?|today|tomorrow|\w+day))\b)"
)
_SWEARS = (
    r"(?:,? ?(?:(?:i )?swear (?:down|it|on|to)\b[^.;?!]{0,40}|as i (?:said|told|promised)\b"
    r"[^.;?!]{0,40}|like i (?:said|told)\b[^.;?!]{0,40}))"
)
_COMPANY = (
    r"(?:,? (?:(?:going |goes |along )?(?:with|alongside|together with|same (?:day|time|run) as)"
    r" (?:all )?(?:the|our|my|an?|that)? ?(?:other |rest of the |rest of our |overseas |foreign"
    r" |french |eu |euro |next |normal |usual |regular |month end |monthly |weekly |instant"
    r" |bank |last |main )*(?:suppliers?|run|batch|others|rest|payments?|transfers?|wages"
    r"|salaries|payroll|creditors|rent|vat|file|invoices|bills)(?: run)?"
    r"|which is (?:my|our|the|a) [^.;?!]{3,50}"
    r"|when (?:i|we) ?(?:m|am|re|are|get|open|shut|close|ve|have|can|come|go|sit)\b[^.;?!]{0,50}"
    r"|when (?:my|our|the) (?:\w+ )?(?:card reader|bank card|card|phone|laptop|token|boss|wages?"
    r"|pay|salary|office|bank|wifi|internet)\b[^.;?!]{0,40}"
    r"|(?:and|only) this time [^.;?!]{5,80}))"
)
_OPENS = (
    r"^\W*(?:(?:yep|yes|yeah|yup|ok|okay|sorry|hi|hiya|hello|hey|right|soz|np|cool|fine|grand|sure"
    r"|ah|oh|oops|thanks|ta|morning|evening|afternoon|good \w+|of course|no (?:problem|prob|worries"
    r"|stress)|so|well|fair enough|approved|understood|noted|mate|all good|agreed|done deal"
    r"|promise|erm|er|um|will do|can do|it s|its|it is|that s|it ll be|will be|it will be|that"
    r" will be|it has to be|make it|say|should read|i mean|i meant|new date|payday|pay day)\b\W*)"
    r"{0,3}(?:on |by |at |for |before |come )?"
)
_SUM = (
    r"(?:(?:half |the (?:other |first |second |last |remaining )?|another |a further )?(?:"
    r"\d[\d.,]*\d ?(?:€|euros?|eur|quid|pounds|gbp|usd|bucks)?|(?:eur|euros?) ?\d[\d.,]*\d"
    r"|(?:\w+ ){1,5}?(?:hundred|thousand|grand)(?: (?:and )?\w+){0,4}?(?: (?:euros?|pounds?|quid"
    r"))?|(?:\w+ ){1,3}(?:euros?|quid))"
    r"|(?:the )?(?:other |first |second |one )?half(?: of it)?(?: \([^)]{1,20}\))?)"
)
_BEFORE_A_SUM = (
    "^",
    ", ",
    ": ",
    "; ",
    r"\) ",
    "- ",
    "and ",
    "so ",
    "do ",
    "you ",
    "time ",
    "send ",
)
_AT_A_START = (
    "(?:"
    + "|".join(f"(?<={said}{sign})" for said in _BEFORE_A_SUM for sign in ("", "[€£$]", "[€£$] "))
    + ")"
)
_NOT_THAT = (
    r"(?:\w*n t|(?<!or )not(?! (?:be )?(?:the |on |by |for |this |next )?(?:\d|\w+day|today"
    r"|tomorrow"
    r"|before then"
    r"|later))|never|no longer|nothing|unless|hop(?:e|ing|efully)|might|may be|maybe|perhaps|would"
    r"|could|should|wish|if (?!not (?:sooner|before|earlier)|i (?:must|have to|need to|ever|get"
    r" run)"
    r"|you (?:ever|happen|re (?:ever|passing|in)|are ever|come (?:by|through|over)|pass|fancy)"
    r"|anything|all goes)|provided|subject to|assuming|in case|once (?:you|your)|when (?:you|your)"
    r"|until you|as soon as (?:you|your)|after (?:you|your)|pending|against|in exchange|in return"
    r"|refund\w*|return(?:ed|ing)?\b(?! (?:from|to (?:the )?(?:office|work|desk|my)|on|to my))"
    r"|credit note|credit\b|deduct\w*|minus|except\w*"
    r"|withh\w+|solicitors?|lawyers?|court|legal|police|tribunal|ombudsman|trading standards"
    r"|small claims|complain\w*|disput\w*|quer(?:y|ied|ies)|wrong|faulty|broken|damag\w*|missing"
    r"|replac\w*|repair\w*|fix(?:ed|ing)?|deliver\w*|collect(?!ed by the bank)\w*|pick ?up"
    r"|engineers?|fitters?|installers?|technicians?|plumbers?|electricians?|drivers?|site visit"
    r"|visit\w*|meeting|meet|appointment|call(?:s|ing)?\b(?! it)|ring|phone you|speak|talk|discuss"
    r"|answer|reply|hear from|come back to|get back|let you know|update|look (?:at|into)|check"
    r"|suggest|propose|offer|deposit|quote|order\b|goods|parcel|pallets?|crates?|hearing|inspect\w*"
    r"|already|yesterday|last (?:week|month|night|\w+day)|was|were|went|charged|billed|invoiced"
    r"|debited|took|received|you (?:said|told|promised|agreed|asked|want|owe|wanted|send|sent)"
    r"|owed? (?:us|me)|to (?:us|me)\b|pays? (?:us|me)|paid (?:us|me|in|it)"
    r"|ignore|forget|disregard|scrap|cancel\w*|take (?:that|it) back|no (?:new|other) (?:date"
    r"|one))\b"
    r"|[^?]{0,200}\?"
)
_ANOTHER_MATTER = any_of(
    r"(?:deliver(?:y|ies|ed|ing)|collect(?:ion|ing)|engineers?|fitters?|installers?|technicians?"
    r"|repair\w*|replac\w*|fix(?:ed|ing) (?:it|the|this|that)|appointment|site visit|inspection"
    r"|hearing|refund\w*|return(?:ing|ed) (?:the|your|it|them|those)|faulty|broken (?!my|his|her)"
    r"|defect\w*|damaged|wrong (?:\w+ ){0,2}(?:goods|size|colour|item|model|order|price|amount)"
    r"|solicitors?|lawyers?|court|ombudsman|liquidat\w*|insolven\w*|bankrupt\w*|administrat(?:or"
    r"|ion)|deposit|quot(?:e|ation)|complain\w*|disput\w*|contest\w*|overcharg\w*)\b"
)
"""Where such a thing is spoken of, a bare day may be its day."""
_PAYING = (
    r"(?:payments?|transfers?|wires?|bacs|run|batch|money|cheques?|settlement|remittance|swift"
    r"|standing order|date|it|that|this|yours|the run|value)"
)
_MOVED = (
    r"(?:bumped|moved|pushed|shifted|slipped|slips|slipping|put back|pushed back|moved back"
    r"|knocked back|postponed|rescheduled|rolled(?: over)?|deferred|re ?dated|carried over"
    r"|brought forward|moves|shifts|changed|switched|delayed|held over)"
)
_RUN = r"(?:run|batch|file|cycle|proposal|payments?|pay ?run|payment list|transfers)"

_BARE = (
    rule(
        "a bare day",
        rf"{_OPENS}{_DAY}(?:{_PART}|{_SWEARS}|{_COMPANY}){{0,5}}\W*$",
        leaves=(_NOT_THAT,),
        strength=3,
    ),
    rule(
        "moved to",
        rf"(?:^\W*(?:\w+\W+){{0,2}}|{_PAYING} (?:\w+ ){{0,6}}?){_MOVED}(?: (?:again|by (?:\w+"
        rf" ){{1,2}}"
        rf"(?:days?|weeks?)|back|on|over|out|forward))*(?: from (?:the )?[^.;?!]{{2,25}}?)?,?"
        rf" (?:to|"
        rf"till|until|for)(?: the)? {_DAY}",
        rf"make (?:that|it)(?: to| for)? {_DAY}",
        rf"(?:run|payment|transfer|date|batch|payday|pay day) (?:is|will be|s|ll be|now)(?: now)?"
        rf" {_DAY}(?:,? (?:and )?not (?:the |on )?{_DAY})?",
        rf"(?:will|ll|won t|isn t|not going to) not be {_DAY},? but(?: on)? {_DAY}"
        rf"|(?:won t|isn t going to) be {_DAY},? but(?: on)? {_DAY}",
        rf"(?:it ll be|it will be|it s going to be|it s|so it s|that s|that ll be) {_DAY}"
        rf"(?: now)?,? (?:and )?not(?: on)? {_DAY}",
        rf"(?:revised|new|amended|updated|corrected|actual|correct|confirmed) (?:payment |value"
        rf" |pay |settlement |remittance |transfer |run )?date(?: (?:of|for) (?:the |your |this"
        rf" )?(?:remittance|payment|transfer|settlement|run|wire|invoice))?"
        rf"(?: is| will be| shall be| now|:| =|,)* (?:on |the )?{_DAY}",
        rf"^\W*(?:(?:sorry|so|and|but|ok) )?(?:the )?{_DAY} instead\b",
        rf"so (?:it s |it ll be |that s )?{_DAY}(?: now| instead)?(?=\W*$|,? (?:it s )?(?:all"
        rf" )?(?:set"
        rf" up|keyed|booked|queued|ready|loaded|sorted|approved)\b)",
        leaves=(
            _NOT_THAT.replace(r"\w*n t|", r"(?:don|can|couldn|wouldn|shouldn|didn) t|"),
            rf"(?:by|to|for) {_DAY} (?:or|else)\b",
        ),
        strength=3,
    ),
    rule(
        "planned for",
        rf"{_OPENS}(?:all )?(?:planned|slotted|scheduled|lined up|pencilled|booked|earmarked"
        rf"|diarised|set|down|slated|queued|dated|foreseen|programmed|timed|loaded|keyed(?: in)?"
        rf"|on (?:the|our|my) (?:schedule|run|payment list))(?: in)?(?: on our side| here)?"
        rf"(?: for| on| to| in)+ (?:the )?{_DAY}",
        leaves=(_NOT_THAT,),
        strength=3,
    ),
)

_WITH_MONEY = (
    rule(
        "with such a run",
        rf"(?:go|goes|going|comes?|coming|leaves?|leaving|sits?|is|are|m|s|re|included|down|falls"
        rf"|listed|loaded|queued|slotted|travels?|put you|got you|be)"
        rf" (?:out |off |across |over )?(?:with|in|on|into|under) (?:the|our|this|next|tomorrow s?"
        rf"|my"
        rf"|that|today s?)?"
        rf" ?(?:\w+ ){{0,3}}?{_RUN}(?: (?:of|on|for|dated|from|due|that goes|going|which is|is)"
        rf"| run| this| next|,)* (?:on )?(?:the )?{_DAY}",
        rf"(?:go|goes|going|comes?|coming|leaves?|leaving|is|are|s|re|m|included|put you|got you"
        rf"|be)"
        rf" (?:out |off )?(?:with|in|on|into) (?:the|our|this) (?:{_DAY}|month end|quarter end"
        rf"|year end)(?: s)? (?:\w+ )?{_RUN}\b",
        rf"(?:goes?|going|comes?|will go|ll go|leaves?|leaving|follows?|is|s)(?: out)? (?:with|in)"
        rf" (?:the )?(?:last|final|next) {_RUN} (?:of|in) (?:the )?{_DAY}",
        rf"(?:you|yours|your \w+)(?: are| is|re| re| s|s) (?:down )?on (?:the|my|our|his|her)"
        rf" (?:\w+ )?"
        rf"list for (?:the )?{_DAY}",
        rf"(?:with|alongside|together with) (?:the|our) (?:wages|salaries|payroll|wage bill)"
        rf"(?: run)?(?: of| on| for)? {_DAY}",
        rf"(?:payment|transfer|wire|bank transfer|standing order|it|that one)(?: ?(?:s|is|has|has"
        rf" been"
        rf"|s been|been|now|already|post|all))* (?:post)?dated (?:for |as of |on )?(?:the )?{_DAY}",
        leaves=(_NOT_THAT, r"(?:invoice|bill|letter|reminder|e ?mail|mail|note) (?:\w+ )?dated"),
        strength=3,
    ),
    rule(
        "our payments go that day, yours among them",
        rf"{_DAY}[^.;?!]{{0,50}}?\b(?:we|i) (?:do|make|run|send) (?:the|our|all)[^.;?!]{{0,20}}?"
        r"(?:payments|transfers|run|suppliers)\b[^.;?!]{0,60}? and (?:yours|you|your \w+|this one)"
        r" (?:is|are) (?:one of|among|in|part of|on|with|included)",
        rf"(?:we|i) (?:do|make|run|send) (?:the|our|all)[^.;?!]{{0,20}}?(?:payments|transfers|run"
        rf"|suppliers)\b[^.;?!]{{0,20}}?{_DAY}[^.;?!]{{0,50}}? and (?:yours|you|your \w+|this one)"
        r" (?:is|are) (?:one of|among|in|part of|on|with|included)",
        rf"(?:run|batch|cycle|session),? (?:which )?(?:is|s|goes|falls) (?:on )?{_DAY},? (?:and|so)"
        r" (?:it|you|yours|your \w+)(?: (?:is|are|s|re))? (?:already )?(?:in|on|part of) (?:there"
        r"|it)",
        leaves=(_NOT_THAT,),
        strength=3,
    ),
    rule(
        "such sums on such days",
        rf"{_AT_A_START}{_SUM}(?: (?:to you|your way|across|over|goes|will go|is for|leaves|go"
        rf"|going"
        rf"|transferred|paid|comes|lands|out))*{_TO}(?: |,)?(?:on |by |this |next |come |for )?"
        rf"(?:the )?{_DAY}",
        leaves=(
            _NOT_THAT,
            r"(?:invoices?|bills?|statement|account|balance|terms|due|owing|outstanding|since|from)"
            r" (?:\w+ ){0,3}(?:of|for|on|at|dated|is)\b|days? (?:late|overdue)|per (?:day|hour)"
            r"|an hour|a day\b|came off|off my|off our",
        ),
        strength=3,
    ),
    rule(
        "value date",
        rf"(?:value|valuta|execution|settlement|remittance|payment|pay|release|posting|booking"
        rf"|transfer)(?: date)?(?: (?:in|at|with) (?:your|the|our) bank| on your (?:side|account))?"
        rf"(?: date)?(?: is| will be| shall be|:| =|,| of| on)+ (?:the )?{_DAY}",
        leaves=(
            _NOT_THAT,
            r"(?:terms|method|date) (?:was|were)\b|(?:settlement|payment) (?:of|on) "
            r"(?:the )?\d{1,2}(?:st|nd|rd|th)? \w+ (?:has|is|did|bounced|failed|came)",
        ),
        strength=3,
    ),
    rule(
        "paid the same day",
        r"(?:(?:i|we|he|she) (?:ll |will |then |shall )?)?(?:pay(?:ing)?|settl(?:e|ing)|wir(?:e"
        r"|ing)"
        r"|transfer(?:ring)?|send(?:ing)?|do(?:ing)?|mak(?:e|ing)) (?:it|you|this|that|yours|the"
        r" (?:payment|transfer|money|wire)|the lot)(?: (?:off|out|over|to you))? (?:on )?(?:the "
        r"|that"
        r" )?(?:very )?same (?:day|morning|afternoon|evening)\b",
        r"(?:you re|you are|you get|you ll be|you will be|it s|it is|it gets) paid (?:on )?(?:the"
        r" |that )?(?:very )?same day\b",
        leaves=(_NOT_THAT, r"same day (?:as|you|that you)"),
        strength=3,
    ),
    rule(
        "you have it that day",
        rf"you (?:shall|ll|will|re going to|are going to) (?:have|get|see|be (?:paid|sorted|square"
        rf"|having it)) ?(?:it(?: all)?|your (?:money|payment|cash|cheque|dosh|transfer)|the"
        rf" (?:money"
        rf"|payment|lot|full \w+|transfer))? ?{_TO}(?: |,)?(?:the )?{_DAY}",
        rf"{_DAY},? (?:you ll|you shall|you will|ye ll|youll) (?:have|get) (?:it|your (?:money"
        rf"|payment"
        rf"|cash)|the (?:money|lot|payment))\b",
        rf"(?:it|that|this|the (?:money|payment|transfer)|yours?|your (?:money|payment))(?: ll|"
        rf" will|"
        rf" shall| s going to| is going to) be (?:with (?:you|ye)|in your (?:account|bank)|on its"
        rf" way"
        rf"|gone|done|sorted|paid|across|over to you|there|settled|in){_TO}(?: |,)?(?:the )?{_DAY}",
        leaves=(_NOT_THAT,),
        strength=3,
    ),
    rule(
        "does it that day",
        rf"(?:^\W*(?:\w+\W+){{0,2}}?|i ?(?:ll|m|will|am)? |(?<=ill )|(?<=will )|(?<=, )|(?<=and ))"
        rf"(?:do|doing|sort|sorting|send|sending|pay|paying|settle|settling|wire|wiring|transfer"
        rf"|transferring|sending over|repeat|repeating|redo|make|making)"
        rf" (?:(?:it|this|that|yours?|you|u|ya|ye|the \w+|your \w+|both|the (?:swift|payment"
        rf"|transfer|remittance|wire|bank transfer)) ?(?:over |across |off |again |out |up )?)?"
        rf"{_TO}(?: |,)?(?:the )?{_DAY}",
        rf"(?:we|i) (?:make|do|repeat|execute|effect|instruct|release) (?:the|it|this|that|your"
        rf") ?(?:swift|payment|transfer|remittance|wire|bank transfer|order)?"
        rf"(?: with the \w+ \w+)?{_TO}(?: |,)?(?:the )?{_DAY}",
        rf"(?:it|this|invoice|the (?:transfer|payment|invoice|bill)|everything|you) (?:is|are|s"
        rf"|gets?"
        rf"|get) (?:then |all )?(?:paid|made|done|settled|executed|transferred|wired) (?:on|by"
        rf"|before"
        rf"|at|in|for)(?: the)? {_DAY}",
        rf"(?:made|set up|keyed|keyed in|entered|put|put in|placed|programmed|ordered|scheduled|put"
        rf" through|approved|authorised|signed) (?:in )?(?:the|your|a|this) (?:transfer|payment"
        rf"|wire|bank transfer|standing order|order)(?: to you| in| up| through)*"
        rf"(?: for| to go on| to go| to leave on| to leave)(?: the)? {_DAY}",
        leaves=(
            _NOT_THAT,
            r"(?:do|doing|send|sending|sort|sorting|make|making) (?:the|your|a|an) (?!payment"
            r"|transfer|money|lot|balance|rest|bill|invoice|bacs|wire|swift|remittance|cheque|full"
            r"|bank|needful|amount|sum|total|cash|other|same|honours|dosh|\d)\w+",
        ),
        strength=3,
    ),
)


def find(text: str) -> tuple[Finding, ...]:
    """Where a day is promised by the day itself."""
    bare = () if says(text, _ANOTHER_MATTER) else find_by(Intent.PROMISE, _BARE, text)
    return (*bare, *find_by(Intent.PROMISE, _WITH_MONEY, text))
