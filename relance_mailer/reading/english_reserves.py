"""Signs that ask for a human beside a payment, a paper or a letter handed on, in English.

`english_troubles` knows what goes wrong with goods; here is what people keep back while they are
helpful: a part that is paid, somebody who will query, a wish that still stands, an insurer or a
tenant who is meant, an account that is another one. What is waited for on the debtor's own side
hides nothing (`LEAVES`).
"""

from relance_mailer.reading.calendar_words import MONTH
from relance_mailer.reading.second_looks import sign

TAKES = (
    "Remittance attached, we have only paid the items that arrived.",
    "Your reminder crossed with our payment of half of it.",
    "I've given the letter to Ingrid, she will query the hours.",
    "Leave it with me, but I still want the tiles looked at.",
    "It's with finance, on hold until the fridge is cold.",
    "Forwarded to our insurers.",
    "Passed to Sharon in complaints.",
    "We're looking into it as the amount looks high.",
    "There was nothing in the box. Please send the invoice again.",
    "Please confirm your bank details, we got a letter with a new account.",
    "You want the tenant, tom@gmail.com, it is his gas.",
    "Newry pays, newry@tiles.co.uk, and they dispute the May bill.",
    "Paid on Friday, now come and take the old one away.",
    "Please send the invoice and the certificate.",
    "Send it by the 20th, otherwise we cancel.",
    "Paid on Tuesday. The zip wants replacing.",
    "I will pay on Monday, but I want it changed.",
    "Will pay Friday. PS the door you hung scrapes along the tiles.",
    "It's gone through, please return the overpayment.",
    "Paid the correct amount on Monday.",
    "Leave it with me, I'll find out who let that man leave before it was done.",
    "I can't find any order from us for this.",
    "Could you e-mail me what each was for?",
    "My colleague deals with complaints.",
    "Please send it again in the name of the firm that ordered it.",
    "I'll pay what I owe, 300, on Friday.",
    "We found the defect, I'll write to you.",
    "Attached screenshot shows the dent.",
    "Forwarded to Sue, who was the one waiting in all day for you.",
    "I'll do the transfer on Friday as long as Dave turns up.",
    "We'll pay on 30 March. We've raised a query on line 3.",
    "I'll pay 50 a week from Friday.",
    "I'll pay what's right on Friday.",
    "Thank you, I've put it in the dispute folder.",
    "What's your IBAN? The one in your last mail is different.",
    "I'll ask Tom whether he ever got the bench.",
    "I'll read it tonight, but I don't think it's ours.",
    "It was settled in May, we transferred the money to them.",
)
LEAVES = (
    "Remittance attached, we have only paid today, sorry.",
    "Your reminder crossed with our payment of 2 May.",
    "I've given the letter to Ingrid, she will answer any query.",
    "Leave it with me, I still want the money to clear first.",
    "It's with finance, on hold until the boss is back.",
    "Paid. The insurance took an age to pay us.",
    "We're looking into it, it looks fine.",
    "There was nothing in the inbox. Please send the invoice again.",
    "Please confirm your bank details, we have a new system.",
    "You want the treasurer, tom@gmail.com, it is his job.",
    "I'll ask Tom whether he ever got the invoice.",
    "I don't think it's on our list, please resend the bill.",
    "Paid on Friday, my son came and took me to the bank and back.",
    "Please send the invoice and the statement.",
    "Send it by the 20th, otherwise we miss the run.",
    "Paid on Tuesday. My knee needs looking at.",
    "I need the invoice changed into a pdf.",
    "My car needs fixing, so I'll pay by phone.",
    "It's gone through, please return the slip.",
    "Paid the full amount on Monday.",
    "I'll do the transfer on Friday as long as the bank's app comes back.",
    "We'll pay on 30 March. We've raised a query with our bank.",
    "I'll pay the 50 a week from Friday at the latest, on the 20th.",
    "I'll pay right away on Friday.",
    "Thank you, I've put it in the payments folder.",
)

_SIDE = (
    r"(?:boss|directors?|manager\w*|bank|money|funds|run|month|quarter|week|new|end|next|payroll"
    r"|year"
    r"|audit|system|accounts?|payment|transfer|cheque|board|committee|treasurer|chairman|secretary"
    r"|office|bookkeeper|accountant|owner|partner|husband|wife|invoice|bill|copy|original|po"
    r"|purchase"
    r"|second|signat\w+|grant|money|holidays?|books|school|first|budget)\b"
)

SIGNS = (
    sign(
        "part_only",
        r"only (?:paid|paying|pay|settled|sent|transferred) (?:for )?(?:the|those|what|for what) "
        r"(?!full|invoice"
        r"|bill|reminder|right|day|week|morning|moment|minute)(?:\w+ ){0,3}?(?:that|which|we|i|you"
        r"|arrived"
        r"|delivered|done|came|worked|used|in order|undisputed|agreed|one|ones|first|second)\b",
        r"(?:paid|pay|paying|settled|sent|transferred) (?:you )?(?:the|our) (?:correct|right|proper"
        r"|true|real|fair|undisputed|original|old|quoted|advertised|catalogue|list|usual|previous"
        r"|reduced|lower|net|agreed) (?:amount|sum|figure|price|total|part|rate|hours)\b",
        r"(?:payment|transfer|cheque|remittance|money) (?:of|for|covers?|is) (?:only )?(?:half|a "
        r"half|part|a part"
        r"|the part|two thirds|a third|what (?:we|i|was))\b(?! (?:term|past))",
    ),
    sign(
        "changed_bank_details",
        r"(?:one|iban|account|bank details|sort code)s? (?:(?:in|on|from|of) (?:your|the|this|that)"
        r" (?:\w+ ){0,3})?(?:is|are|looks?|seems?|was|were) (?:\w+ )?(?:different|not the same"
        r"|another one)\b",
    ),
    sign(
        "money_back",
        r"(?:return|refund|reimburse|pay back|send back|credit)(?:ing)? (?:me |us )?(?:the|my|our"
        r"|any|what) (?:\w+ )?"
        r"(?:overpayment|overpaid|excess|difference|surplus|too much|we overpaid|i overpaid)\b",
    ),
    sign(
        "disagreement",
        r"(?:other|half|rest|balance|second|first|last|one|remainder) (?:\w+ )?(?:is|are|s)"
        r" (?:being"
        r" |still )?(?:disputed|contested|queried|under query|in dispute)\b",
        r"(?:him|her|them|they|he|she) (?:that |who )?you (?:should|must|ought to|need to|have to)"
        r" (?:bill|charge|invoice)\b|(?:paid|given|sent) back by you\b",
        r"(?:do|does|did)n t (?:\w+ )?(?:think|believe|reckon) (?:it|this|that|they)"
        r"(?: is| s| are| was| were)? (?:\w+ )?(?:ours|mine|for us|us|my order|our order)\b",
        r"whether \w+ (?:ever|really|actually) (?:got|had|received|ordered|saw|asked for|signed"
        r" for) (?!(?:the |your |this |that |our |an? )?(?:\w+ )?(?:invoice|bill|letter|e ?mail"
        r"|mail|reminder|copy|money|payment|transfer)\b)",
        r"(?:will|ll|going to|wants? to|would like to|d like to|may|might|shall|need to|needs to"
        r"|have to) (?:want to"
        r" )?(?:query|question|challenge|contest|argue|dispute)\b(?! (?:is|was|of|time))",
        r"(?:they|she|he|we|i|boss|director|manager|treasurer|tenants?|owners?|committee|office) "
        r"(?:\w+ )?disputes?"
        r" (?:the|your|this|it|that|our|my|some|part)\b",
        r"(?:amount|sum|figure|total|price|bill|invoice|charge|it|that|hours) (?:\w+ )?(?:looks?"
        r"|seems?|strikes \w+"
        r" as|appears?) (?:to (?:me|us|be) )?(?:a bit |rather |very |quite |too |awfully |on the "
        r")?(?:high|steep|odd"
        r"|strange|a lot|dear|excessive|too much|expensive|double|inflated)\b",
        r"(?:another|a different|some other) (?:one|account|iban|number|bank) (?:than|from|to the "
        r"one)\b|with (?:a|the"
        r"|your) (?:new|different|changed) (?:account|iban|bank|rib)\b",
        r"(?:i|we) (?:ll |will |shall |have to |must |may |might |want to )?cancel\b(?! (?:the|our"
        r"|my|a) (?:meeting|trip"
        r"|holiday|leave|party|flight|cheque|direct|standing|second|duplicate))",
    ),
    sign(
        "reservation",
        r"(?:i|we) (?:do )?still (?:want|need|expect|await|insist on) (?:the|my|our|that|those|a|an"
        r"|somebody|someone|you)"
        r" (?!invoice|bill|copy|p ?o\b|purchase|money|payment|signature|original|statement|pdf"
        r"|paper\w*|iban|bank|duplicate"
        r"|approval|okay|ok|credit card|password|second signature|confirmation of)\w+",
        rf"(?:hold|held|holding|parked|frozen|blocked|kept back|keep it|keeping it)\b(?: "
        rf"\w+){{0,2}}? until (?:the|it|they"
        rf"|that|your|this) (?!{_SIDE})(?:\w+ ){{0,2}}?(?:is|are|has|have|works?|runs?|comes?|gets?"
        rf"|closes?|opens?|stops?)\b",
        r"(?:to|with|by) (?:our|my|the) (?:\w+ )?(?:insurers?|insurance(?: (?:company|people"
        r"|broker))?|loss adjuster|claims"
        r" (?:team|department|handler)|complaints (?:team|department|officer)|quality (?:team"
        r"|department|manager))\b"
        r"(?! (?:paid|took|for (?:my|our) (?:car|van|roof|house)))",
        r"(?:in|of|from|to) (?:complaints|claims|quality|warranty)\b",
    ),
    sign(
        "goods",
        r"(?:wants?|needs?|could do with) (?:a bit of )?(?:replacing|fixing|mending|repairing"
        r"|changing|redoing|adjusting"
        r"|seeing to|sorting out|repainting|tightening|re ?doing|looking at)\b",
        r"(?:want|need|like) (?:it|them|that|this|those|the \w+) (?:changed|replaced|fixed|swapped"
        r"|repaired|mended|redone"
        r"|exchanged|taken away|put right)\b",
        r"(?:a|one|two|three|several|half a) (?:sizes?|inch(?:es)?|centimet\w+|shades?) too \w+",
        r"(?:le(?:ft|ave|aving)|walked (?:off|out)|went|gone|packed up|stopped) (?:\w+ ){0,4}?"
        r"before (?:it|they|he|the \w+|anything|everything) (?:was|were|had been|got) (?:\w+ )?"
        r"(?:done|finished|complete\w*|sealed|dry|working)\b",
        r"makes? (?:the|our|my|all the) (?:\w+ )?(?:lights?|power|fuses?|electricity|alarm|breaker"
        r"|dog|neighbours?) \w+",
        r"(?:scrapes?|scraping|rubs?|rubbing|catches|catching|sticks|sticking) (?:along|against"
        r"|on) the\b",
        r"(?:nothing|nowt) (?:at all )?(?:in|inside) (?:the|it|any) (?:\w+ )?(?:box|boxes|crate"
        r"|parcel|package|bag|carton"
        r"|container)\b",
        rf"went back (?:in (?:{MONTH}|\d)|last (?:week|month|year)|the (?:same|next) (?:day|week))",
        r"(?:come|come and|please|you can|now|kindly) (?:take|collect|fetch|remove|pick up) (?:it"
        r"|them|(?:the|that|your"
        r"|those|these) (?:\w+ ){1,3}?)(?:away|back)\b(?! to you)",
        r"(?:and|with|plus) (?:the|a|our|your) (?:\w+ )?(?:certificates?|keys?|manual|warranty"
        r"|guarantee|spare|parts?"
        r"|refund|credit|replacement|drawings|timesheets?)\b(?! (?:card|note|control|check|limit"
        r"|are (?:in|on)"
        r" (?:my|our)))",
        leaves=(
            r"\b(?:inbox|mailbox|(?:my|our) (?:own )?(?:car|van|house|office|roof|teeth|tooth|knee"
            r"|hip|back|laptop"
            r"|printer|system|password|books|address)|delivery boy|(?:want|need)s? (?:the|our|a"
            r"|my) (?:\w+ )?(?:invoice"
            r"|bill|password|p ?o|address)(?: \w+)? (?:changed|replaced|exchanged))\b",
        ),
    ),
    sign(
        "third_party",
        r"(?:you|please|should|must|to) (?:want|need|ask|contact|write to|bill|invoice|try|chase) "
        r"(?:the|my|our|his) (?:\w+"
        r" )?(?:tenants?|landlord|lodger|buyers? of|seller|previous owner|former owner|new owners?"
        r"|ex|subcontractor)\b",
        r"it (?:is|s|was) (?:his|her|their) (?!job|desk|department|area|turn|task|responsib\w+"
        r"|thing|baby|call|decision|week"
        r"|day|birthday|first|last|round|email|e|mail|line|side|end|field|business now|fault"
        r"|mistake|signature|name)\w+",
    ),
    sign(
        "part_only",
        r"(?:pay|paid|paying|settle|settled|send|sent|transferr?\w*|wire|wired) (?:you )?what"
        r" (?:is|s"
        r"|was|seems|looks|i call|we call) (?:right|fair|reasonable|proper|just)\b(?! (?:now"
        r"|due|owed"
        r"|outstanding|open))",
        r"round(?:ed|ing) (?:it )?down\b",
        r"(?:but|though|although) (?:it ll be |it will be |that s |it s |just )?only (?:a )?(?:half"
        r"|part|some|bit|third|quarter)\b(?! (?:past|term|day|an hour|time))",
        r"(?:pay|paid|sent|send|transferr?\w*)\b[^.;!?]{0,40} and (?:then |once )?again (?:on|in|by"
        rf"|last|yesterday|the)\b(?= \d| {MONTH}|[^.;]{{0,12}}\bday\b| week| month| yesterday)",
    ),
    sign(
        "bargaining",
        r"(?:pay|send|do|give|manage|afford|transfer|offer)(?:ing)? (?:you )?(?:[€£$] ?)?\d+ ?(?:€"
        r"|euros? |eur |quid |pounds )?(?:a|per|each|every) (?:week|month|fortnight|pay ?day)\b",
        r"(?:ll|will|can|could|shall) (?:\w+ )?(?:pay|settle|send|clear|do)\b[^.;!?]{0,50} in"
        r" (?:two"
        r"|three|four|five|six|several|a few|a couple of) (?:goes|parts|bits|lots|chunks|stages"
        r"|steps"
        r"|halves)\b",
    ),
    sign(
        "paid_elsewhere",
        r"(?:transferred|wired|remitted|paid|sent) (?:(?:the|that|this|your|our|all|whole|full)"
        r" ){0,2}"
        r"(?:money|sum|amount|total|funds) (?:\w+ )?to (?:them|him|her)\b|(?:transferred|wired"
        r"|remitted|paid|settled)\b[^.;!?]{0,40}\bto your (?:sister|partner|mother|other|associated"
        r"|affiliated|parent) (?:company|firm|branch|entity|business)\b",
        r"(?:paid|pay|payed|settled|sent|card|done)\b[^.;!?]{0,30} link in (?:the|a|that|your)"
        r" (?:text"
        r"|sms|whats ?app)\b",
    ),
    sign(
        "condition",
        r"(?:as|so) long as (?:(?!i\b|we\b|my\b|our\b)\w+ ){1,3}?(?:turns? up|shows? up|comes?"
        r" (?:back"
        r"|round|out|over)|finish\w*|gets? (?:it|this) (?:done|finished|fixed))\b",
        leaves=(rf"(?:as|so) long as (?:the )?{_SIDE}",),
    ),
    sign(
        "reservation",
        r"(?:raised|raising|lodged|logged|submitted|opened) (?:a|an|one|two|our|some) (?:\w+"
        r" )?(?:query"
        r"|queries|issue|snag|concern|objection|challenge)s?\b",
        leaves=(
            r"(?:with|at|to|by) (?:our|the|my) (?:\w+ )?(?:bank|it|payroll|internet|phone|software"
            r"|system|provider|help ?desk|accounts?|finance|treasury)\b",
        ),
    ),
    sign(
        "reservation",
        r"(?:in|into|onto|on|to) (?:the|our|my) (?:disputes?|disputed|quer(?:y|ies)|complaints?)"
        r" (?:folder|pile|tray|list|file|log|queue|box)\b",
        r"(?:to|with|by) (?:our|my|the) (?:in house )?legal (?:team|department|people|desk|counsel"
        r"|colleagues|side)\b",
        r"(?:batch|run|list|group|lot|set|number) of (?:disputed|queried|contested|rejected"
        r"|unapproved"
        r"|blocked|refused)\b|(?:i|we) ?(?:m|re|am|are|ll be|will be) (?:stopping|cancelling"
        r"|blocking"
        r"|recalling|reversing) (?:the|your|my|our) (?:direct debit|mandate|payment|cheque|transfer"
        r"|standing order)\b",
        r"(?:put|placed|got) (?:it|this|that|yours|(?:your|the) \w+) on hold\b(?=\W*$|[.,;!]"
        r"| (?:for now|because|pending))",
        r"(?:you|please|just|kindly) (?:(?:d|had|should|must|can|could|ll|will|have|need|might"
        r"|better"
        r"|want|to) ){0,3}(?:send|get) (?:some(?:one|body)|a man|one of (?:your|the) \w+|your"
        r" (?:man"
        r"|men|lads?|people|fitter|plumber)) (?:for|to (?!collect the (?:cheque|money|cash))"
        r"|round|out"
        r"|over|back|down)\b",
        r"what (?:the|my|our|your) (?:\w+ ){1,3}?(?:says?|thinks?|makes?) (?:about|of|to)"
        r" (?:the|your"
        r"|that|this) (?:\w+ )?(?:work|job|finish|hours|quality|delivery|price|amount|machine"
        r"|repair"
        r"|fitting|colour|goods)\b",
        r"(?:check|ask|see|find out)\b[^.;!?]{0,40} (?:whether|if) (?:(?:it|they|that) all"
        r"|everything"
        r"|all of (?:it|them)|the (?:goods|delivery|order|job|works?|lot)) (?:\w+ ){0,2}?(?:arrived"
        r"|delivered|done|came|turned up|finished|complete\w*|there|in order)\b",
    ),
    sign(
        "disagreement",
        r"(?:it|this|that|they|these) (?:can ?t|cannot|can not|couldn t|could not) (?:possibly )?be"
        r" (?:ours|mine|for (?:us|me))\b",
        r"(?:figures?|amounts?|price|hours|total|sum|bill|invoice)\b[^.;!?]{0,40} (?:hard"
        r"|difficult) to"
        r" (?:believe|swallow|credit|stomach)\b",
        r"(?:say|tell (?:me|us)|know|state|and|show|see) who (?:signed|ordered|accepted|authorised"
        r"|placed|asked for)\b",
        r"signed (?:\w+ )?(?:work ?sheets?|job ?sheets?|delivery notes?|time ?sheets?|dockets?"
        r"|pods?"
        r"|tickets?)\b",
        r"(?:know|asks?|asking|wonder\w*|explain\w*|see|understand) why (?:it|the|your|you|this"
        r"|that)"
        r" (?:\w+ ){0,3}?(?:went up|gone up|costs?|so (?:much|high|dear|expensive)|is (?:so|more"
        r"|higher|double)|dearer|higher|charged?)\b",
        leaves=(r"(?:interest|late fee|bank) (?:went up|is higher)\b",),
    ),
    sign(
        "part_only",
        r"(?:paid|pay|paying|settled|cleared)\b[^.;!?]{0,25} bar (?:the|line|one|that|item|your"
        r"|two)\b",
        r"(?:the|your|all) (?:valid|undisputed|correct|accepted|genuine|legitimate) (?:invoices"
        r"|bills"
        r"|items?|ones?|lines?)\b",
        r"(?:invoices?|bills?|items?|lines?|ones?) (?:that )?(?:we|i) (?:accept|agree"
        r"|recogni[sz]e|could"
        r" match)\b",
        r"(?:paid|sent|transferred|pay|send|transfer) (?:you )?(?:[€£$] ?)?\d+ ?(?:€|euros?|eur"
        r"|quid"
        r"|pounds)? ?(?:of it|of this|of that|towards (?:it|this|the|your))\b",
        r"(?:payment|transfer|cheque) of (?:[€£$] ?)?\d+\b[^.;!?]{0,30} towards (?:it|this|the"
        r"|your)\b",
        r"(?:send|pay|giv|sling|bung)(?:e|ing|s)? (?:you |ye )?(?:something|a (?:wee |little"
        r" )?bit|a"
        r" little)\b(?= (?:on|this|by|next|towards|tomorrow|today|of it|each|every))"
        r"(?! (?:on )?(?:my|our) (?:desk|phone))",
    ),
    sign(
        "condition",
        r"(?:if|provided|assuming) (?:the|your|those|all the|our) (?:\w+ )?(?:replacements?|parts"
        r"|units?"
        r"|goods|panels?|spares?|boxes|crates|missing \w+) (?:\w+ )?(?:has|have|is|are|arrives?"
        r"|comes?"
        r"|turns? up|gets? here)\b",
        r"once (?:i|we) (?:ve|have) (?:seen|had|got|received|heard about) (?:the|your|that"
        r"|those|some)"
        r" (?:\w+ )?(?:photos?|pictures?|certificates?|reports?|answers?|results?|drawings"
        r"|plans|keys?"
        r"|samples?|proofs?|manuals?|parts?|replacements?)\b",
        r"(?:pay|paying|cash|money|settle|cheque)\b[^.;!?]{0,40} when (?:i|we|my \w+) (?:collect\w*"
        r"|fetch\w*|picks? (?:it|them|(?:the|my|our) \w+) up|picks? up (?:it|them|(?:the|my"
        r"|our) \w+))"
        r"\b",
        r"when (?:the|my|our|those) (?!\w*(?:money|funds|cheque|payment|transfer|wages|payroll|run"
        r"|accounts?|books|boss|bank|system|harvest|kids|children))\w+ (?:is|are) (?:ready|finished"
        r"|mended|repaired)\b",
        leaves=(
            r"pick\w* (?:up )?(?:my|our|the) (?:pension|wages|cheque|kids|children|post|mail"
            r"|money)\b",
        ),
    ),
    sign(
        "reservation",
        r"(?:check|match|compar|reconcil|verif)\w*\b[^.;!?]{0,25} (?:against|with|to) (?:the"
        r"|our|my|your"
        r"|his|her) (?:\w+ )?(?:time ?sheets?|delivery notes?|dockets?|contract|quote|quotation"
        r"|price"
        r" list|log|hours|diary)\b",
        r"(?:surveyor|qs|architect|loss adjuster|inspector|clerk of works)\b[^.;!?]{0,25}"
        r" (?:look|check"
        r"|inspect|measur|review|going through|certif)\w*",
        r"to (?:the|our) (?:site|warehouse|stores|quality|technical|works|maintenance) (?:team"
        r"|manager"
        r"|people|foreman|staff|lads)?,? ?(?:to|for|who) (?:\w+ )?(?:verif\w*|confirm\w*|check\w*)",
        r"(?:if|whether) (?:it|that|this|they|these) (?:is|s|was|were|are) (?:really |even "
        r"|actually "
        r")?(?:ours|mine|(?:meant )?for (?:us|me))\b",
        r"against (?:my|our) better judge?ment\b",
        r"late (?:husband|wife|father|mother|brother|sister|partner|aunt|uncle|son|daughter)(?: s)?"
        r" (?:account|bills?|invoices?|papers|estate|affairs|debts?)\b|to the executors?\b",
        r"some(?:one|body) else s name\b|in (?:the|our|my) (?:\w+ )?(?:company|firm|business"
        r"|husband"
        r"|wife|club|landlord)(?: s)? name (?:this time|instead|not|rather)\b",
        r"(?:invoice|bill|it|one|copy)\b[^.;!?]{0,25} with (?:the|our|my|a) (?:\w+"
        r" )?(?:discount|rebate"
        r"|reduction|dates you)\b",
    ),
    sign(
        "helped_with_debts",
        # Who is helped with debts is not written to before a human has looked.
        r"citizens advice\b|step ?change\b|national debtline\b|payplan\b",
        r"debt (?:advis\w+|charity|management|counsell\w+|relief|help ?line|advice|arrangement)\b",
        r"(?:an|my|our|in|under|the) (?:iva|dmp)\b|individual voluntary arrangement\b|trust deed\b",
    ),
    sign(
        "reservation",
        r"(?:our|my) (?:\w+ )?(?:complaint|objections?|grievances?|dispute)\b(?! (?:team|department"
        r"|desk|office))",
        r"(?:with|plus) (?:my|our|some|his|her|a few) (?:\w+ )?(?:comments?|remarks?"
        r"|observations?)\b",
        r"with (?:a|my|our) (?:note|word|line|few words) (?:about|on|regarding) (?:the|your|that)"
        r" (?!p ?o\b|payment|date|delay|bank|account|invoice|bill|run)\w+",
        r"breathing space (?:has|was|is|scheme|moratorium|order|granted|under|until|till)\b",
        r"fine ?tooth ?comb\b|fine toothed comb\b",
        r"\d+ ?(?:€|euros?|quid|pounds)? of (?:mine|ours)\b",
    ),
    sign(
        "disagreement",
        r"(?:i|we) (?:have |ve )?never (?:had|ordered|asked for|wanted|used|saw) any of (?:it"
        r"|this|that"
        r"|these|those|them)\b(?= ?(?:$|[.,;!]))",
        r"(?:she|he|we|i|they|kids|son|daughter|children) (?:have |has |had )?(?:only|just)"
        r" (?:came|come"
        r"|went|been|attended|stayed|slept|used|ate|did) (?:(?:to|for|at|it|in|the) )*(?:one"
        r"|two|three"
        r"|four|five|six|half|a few|a couple|once|twice|\d+)\b",
        r"(?:she|he|we|i|they|kids|son|daughter|children) (?:have |has |had )?(?:stopped|gave"
        r" up|quit)"
        r" (?:coming|going|attending|lessons|using it)\b(?! (?:in|into) (?:to )?(?:the|our)"
        r" (?:office"
        r"|shop))",
    ),
    sign(
        "disagreement",
        r"(?:can t|cannot|can not|could not|couldn t|unable to|don t|do not) "
        r"(?:find|trace|see|have) (?:any|an|a) (?:\w+ )?"
        r"(?:order|contract|booking|agreement|record|trace|quote)\b"
        r"(?! (?:number|no|form))",
        r"(?:don t|do not|never) (?:even )?(?:know|heard of|dealt with) (?:you|your (?:firm"
        r"|company))\b",
        r"what (?:each|all|any) (?:one |of (?:them|it|these) )?(?:was|were|is|are) for\b",
        r"arguing (?:with you|about)\b|(?:deals?|dealing) with (?:the )?(?:complaints|claims"
        r"|disputes)\b",
        r"in the (?:right |correct |proper )?name of (?!our (?:company|firm))",
        r"pay (?:you )?(?:only )?what (?:i|we) (?:actually |really |truly )?owe\b",
    ),
    sign(
        "goods",
        r"(?:found|spotted|noticed|discovered) (?:the|a|an|another|some|more|two|three) (?:\w+ )?"
        r"(?:defects?|faults?|leaks?|cracks?|damage|holes?|dents?|mistakes?|errors?)\b",
        r"(?:photos?|pictures?|screenshots?|video|images?) (?:\w+ ){0,3}?(?:shows?|proves?) (?:the"
        r"|a|an|what|how|where|you) ",
        r"waiting (?:in|up|around|at home) (?:\w+ ){0,3}?(?:for (?:you|your|them)|all day)\b",
    ),
)
