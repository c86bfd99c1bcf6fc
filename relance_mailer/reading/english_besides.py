"""Signs that ask for a human where an English writer adds a word behind an address or a payment.

"She is dealing with the dispute", "the other half when the lad finishes", "and the hundred off
you promised", "I can't see why we should pay": the polite part goes on by itself, and the ground
stands in half a clause behind it. They belong to `misgivings`, which asks them; whole faults stand
in `english_faults`. The examples: `TAKES`, `LEAVES`.
"""

from relance_mailer.reading.english_faults import THING
from relance_mailer.reading.second_looks import sign

TAKES = (
    "€500 left us this morning, the other €500 when the lad finishes.",
    "Bank transfer on Friday, and please don't send that fitter again, he frightened my mother.",
    "Seen it, will show my dad, he says u were meant to take the old one away.",
    "The one with the money is Nora, but she will tell you the same: the pump is dead.",
    "You want Mrs Abernethy, she is dealing with the dispute.",
    "It's my ex you want. I signed nothing.",
    "Things are tight and I can't see why we should pay before the others do.",
    "We need your bank details, the ones on the invoice differ from the ones in your mail.",
    "Just need ur iban, and the hundred off u promised.",
    "Message received and handed to Trading Standards.",
    "Please use legal@polar.example from now on.",
    "The person with the complaint is Dolores.",
    "You'll be paid every penny of what it was worth.",
    "Paid by card on the day to your chap in the van.",
    "Both cleared by wire on 2 March; we would like to know why there were two.",
    "It's with my brother who says we sent the whole lot back.",
    "The controller needs the original invoice and the reason for the surcharge.",
    "Charming. Another reminder for a gazebo that has yet to grace us with its presence.",
    "I'll happily look at the bill the day the tent deigns to turn up.",
)
LEAVES = (
    "€500 left us this morning, the other €500 when the festival pays out.",
    "Bank transfer on Friday, and please don't send that letter again.",
    "Seen it, will show my dad, he says you were meant to send the invoice to him.",
    "The one with the money is Nora, but my phone is dead.",
    "You want Mrs Abernethy, she is dealing with the payments.",
    "Things are tight and I can't see when we can pay.",
    "We need your bank details, the ones on the invoice are cut off.",
    "Just need ur iban, and the copy u promised.",
    "Message received and handed to the treasurer.",
    "Please use ap@polar.example from now on.",
    "You'll be paid every penny, for what it's worth.",
    "The invoice has yet to be seen here, please send it along.",
    "Our grant has yet to turn up.",
    "Paid by card on the day to your web shop.",
    "It's with my brother who says we sent the forms back.",
    "Paid. The plumber flooded us, we are taking him to the small claims court.",
    "Paid. The holiday may explain why nothing shows yet.",
    "You'll want the reason for the delay: our controller was ill.",
)

_OF_PAPER_OR_MONEY = (
    r"(?:invoices?|bills?|cop(?:y|ies)|pdfs?|duplicates?|statements?|letters?|reminders?|e ?mails?"
    r"|attachments?|originals?|documents?|payments?|money|funds|transfers?|cheques?|grants?"
    r"|refunds?"
    r"|customers?|clients?|tenants?|boss|directors?|accountants?|bookkeepers?|bank|signatures?"
    r"|wages|subsidy|loan|approval|confirmation|card|code|summer|spring|sun|luck|he|she|we|i)"
)
_CALLERS = (
    r"(?:man|men|lads?|fitters?|drivers?|blokes?|chaps?|guys?|fellas?|technician|engineer|plumber"
    r"|electrician|painter|builder|cleaner|crew|team|boys?|salesman|rep)"
)

SIGNS = (
    sign(
        "fault_told",
        # Irony: what nobody has seen yet, and a bill that is looked at when it comes.
        r"(?:has|have|had|is|are|s|ve|still) yet to (?:be (?:spotted|seen|sighted|delivered|fitted"
        r"|installed|unveiled|built|supplied|finished|started)|grace|put in an appearance|make"
        r" (?:an"
        r" appearance|its (?:debut|entrance))|materiali[sz]e|turn up|show (?:up|its|itself)|appear"
        r"|see the light)\b",
        r"(?:deigns?|condescends?|sees? fit|can be bothered|chooses?|finds? its way) to (?:turn up"
        r"|show up|appear|arrive|come|work|open|close|shut|start|heat|grace|join us)\b",
        r"(?:send|deliver|bring|fit|drop|ship|install|finish) (?:it|them|one|that|the (?:\w+ )?\w+)"
        r" (?:along |over |round |off |up )?(?:some (?:fine )?day|one (?:fine )?day|one of these"
        r" (?:fine )?days|some ?time (?:this|before) (?:century|decade|i die|we die)|before (?:i"
        r" die"
        r"|hell|christ))\b",
        r"(?:ll|will|would|d|shall) (?:happily|gladly|be (?:happy|delighted|glad) to|be only too"
        r" (?:happy|glad) to) (?:look at|consider|think about|discuss|talk about|contemplate)"
        r" (?:the|your|that|a) (?:\w+ )?(?:bill|invoice|money|payment)\b",
        r"(?:reminder|invoice|bill|demand|love letter) (?:for|about) (?:an?|some|the|two|three|\d+)"
        r" (?:\w+ ){1,4}?(?:that|which|who|nobody|no one) (?:has|have|is|are|was|were|never|nobody"
        r"|no one|still|we never|i never|isn|hasn|only exists?|exists?)\b",
        leaves=(
            rf"\b{_OF_PAPER_OR_MONEY}(?: \S+){{0,2}} (?:has|have|had|is|are|s|ve|still)? ?(?:still"
            rf" )?yet to\b|\b{_OF_PAPER_OR_MONEY}(?: \w+){{0,2}} (?:deigns?|condescends?|sees? fit"
            r"|can be bothered|chooses?|finds? its way) to",
            r"\b(?:send|bring|drop) (?:the|your|a|that) (?:\w+ )?(?:invoice|bill|copy|duplicate"
            r"|pdf|paper|cheque)\b|\b(?:another|a new|new|fresh|second) copy\b|\b(?:resend"
            r"|duplicate)\b|\b(?:that|which) (?:is|was|has been|were) (?:already |long |now"
            r" )?(?:paid"
            r"|settled|cleared)\b",
        ),
    ),
    sign(
        "fault_told",
        # The rest when something is done.
        r"(?:other|rest|remainder|balance|second half|remaining)(?: [^\s.;]+){0,3}? (?:when|once"
        r"|after|as soon as|if) (?:the|your|ur|that|he|she|they|it|you|u|this|those)\b",
        leaves=(
            r"\b(?:when|once|after|as soon as|if) (?:\w+ ){1,5}?(?:pay|pays|paid|payout|money|rent"
            r"|wages|cash|comes? in|clears?|lands?|bank|boss|signs?|signed|approv\w*|salary|grant"
            r"|back|opens?|meets?|weekend|holidays?|season|festival|month|harvest|invoice|copy|iban"
            r"|limit|resets?)\b",
        ),
    ),
    sign(
        "fault_told",
        r"(?:don t|do not|never|not) (?:ever )?send (?:(?:that|this|the same|your|us|me|another)"
        rf" ){{1,2}}(?:\w+ )?{_CALLERS}\b|(?:don t|do not|never) send (?:him|her|them) (?:again"
        r"|back"
        r"|here|round)\b",
        r"(?:frightened|scared|swore at|shouted at|yelled at|was rude to|were rude to|insulted"
        r"|terrified|cursed at|barked at) (?:my|our|the|me|us|her|his)\b",
        r"(?:you|u|ye|they|he|she|your \w+|ur \w+) (?:were|was|are|is) (?:meant|supposed|due"
        r"|going|to have) ?(?:to )?(?:take|taken|bring|come|collect|do|fix|finish|deliver|call"
        r"|knock|leave|include|return|remove|clear|fit|check|replace|mend|pick)\b"
        r"(?! (?:the (?:payment|transfer|books)|me back|us back))",
        r"(?:dealing with|handles?|handling|about|over|regarding|charge of|for) (?:the|this|our"
        r"|your|that) (?:\w+ )?(?:dispute|disagreement|objections?|grievance|legal side)\b",
        r"(?:signed|ordered|bought|owe|booked|asked for|agreed to) (?:nothing|nowt)\b|my ex(?:"
        r" husband| wife| partner)? (?:you|u) (?:want|need)|(?:ask|try|write to) my ex\b",
        r"(?:can ?t|cannot|don t|do not|fail to|hardly|not) (?:\w+ )?(?:see|understand|know"
        r"|think of)"
        r" (?:any reason )?why (?:i|we|anyone|anybody) (?:should|must|have to|ought|would|d) (?:pay"
        r"|be paying|owe|settle)\b|why (?:should|must|would|on earth should) (?:i|we) (?:pay|be"
        r" paying|settle)\b",
        r"(?:hundred|fifty|discount|tenner|twenty|percent|per cent|third|rebate|credit|reduction"
        r"|refund|\d+ ?%)(?: \w+)? (?:that )?(?:you|u|he|she|your \w+|they) (?:\w+ )?(?:promised"
        r"|agreed|offered|mentioned|said)\b",
        r"(?:with|has|have|had|made|making|lodged|about) (?:the|a|an|our|your|my|her|his)"
        r" (?:\w+ )?complaints?\b(?! (?:about (?:the|our|my) (?:bank|post|internet)|to make))",
        r"(?:paid|pay|penny|cent|money|settle\w*)\b(?: \w+){0,3}? (?:what|as much as) (?:it|that"
        r"|this|the (?:work|job|thing)|they) (?:was|is|were|are) (?:really |actually |honestly"
        r" )?worth\b",
        r"(?:hand|pass|refer|forward|report|send|sent|t[ao]k|rais|complain|went|gone|go|put)\w*"
        r" (?:\w+ ){0,4}?(?:to|with|before) (?:the )?(?:trading standards|citizens (?:advice"
        r"|bureau)|ombudsman|consumer \w+|small claims|chamber of commerce|better business bureau"
        r"|fair trading)\b",
        r"(?:legal|lawyers?|solicitors?|complaints?|litigation|disputes)(?:[._]\w+)?@",
        leaves=(
            r"\b(?:tak\w+|took) (?:him|her|them|the \w+) to\b|\bno (?:disputes?|complaints?"
            r"|objections?)\b|\bwithout (?:a )?complaints?\b"
            r"|\bcomplaints? (?:was|were|has been|is) (?:withdrawn|settled|resolved)\b",
        ),
    ),
    sign(
        "fault_told",
        rf"{THING}(?:is|s|are|has) (?:\w+ )?(?:dead|kaput|knackered|conked out|packed up|bust|had"
        r" it|given up the ghost)\b",
        leaves=(
            r"\b(?:phones?|battery|batteries|market|season|town|street|harbour|high street|place"
            r"|printer|laptop|computer|server|trade|business|mobile|modem|router|line|winter"
            r"|village|shop|bar|till|reader|scanner|fax|tablet|screen) (?:is|s|are|has)\b"
            r"|\b(?:my|our)"
            r" (?:own |old )?\w+ (?:is|s|are|has)\b",
        ),
    ),
    sign(
        "fault_told",
        r"(?:sent|gave|handed|took|brought|shipped) (?:the (?:whole )?(?:lot|thing|order|batch"
        r"|delivery)|it all|them all|everything|all of (?:it|them)) (?:straight )?back\b",
        r"(?:like|love|want|wish|keen|curious|dying) to (?:know|hear|learn|understand) (?:why|how"
        r" come|what (?:happened|exactly|for))\b|(?:and|or|with|me|us) (?:the|a|your) reason"
        r" (?:for|why)\b"
        r"|(?:please|kindly|you|somebody|someone|must|should) (?:please )?explain why\b",
        leaves=(
            r"\b(?:letters?|papers?|forms?|post|why (?:it|the (?:payment|transfer|money|cheque)|my"
            r" (?:payment|transfer|cheque)) (?:has|have|did|is|was|never)(?:n t| not)? \w+"
            r"|reason for"
            r" (?:the|our|my|this) (?:delay|late\w*|silence|wait|hold up))\b",
        ),
    ),
    sign(
        "fault_told",
        # What stands beside a day or an answer, and takes a part of it back.
        r"(?:for|only|just) (?:the|those|that) (?:\w+ ){0,3}?(?:that|which) (?:survived|made it"
        r"|arrived (?:whole|intact|alive|in one piece)|weren t (?:broken|smashed))\b",
        r"\bnot for (?:the )?(?:\w+day|extras?|second (?:one|visit|day)|other (?:one|day|half)"
        r"|call ?outs?|travel|overtime|fitting|delivery)\b",
        r"(?:put|putting|set|setting) (?:it |that |this )?(?:right|straight) (?:what|after) "
        r"|\bwhat (?:yours|your (?:lot|lads|men|man|people)) (?:left|did|broke|made)\b",
        r"(?:figures?|amounts?|sums?|lines?|charges?|items?|totals?) (?:on it |there )?(?:that"
        r" |which )?(?:i|we) (?:don t|do not|didn t|can t|cannot) (?:recogni[sz]e|know|understand"
        r"|follow)\b",
        r"(?:invoice|bill|copy) (?:again )?(?:without|minus|less|excluding) (?:the|that|your|any)"
        r" (?:\w+ )?(?:fees?|charges?|surcharge|extras?|interest|delivery|costs?)\b",
        r"(?:just|only|nothing but|still) (?:bare|raw|exposed) (?:plaster|wires?|brick\w*|boards?"
        r"|concrete|walls?|pipes?)\b",
        r"\bin the (?:bin|shredder|dustbin|round file|wheelie bin|stove|fire)\b",
        leaves=(r"\b(?:our|my) (?:own )?(?:books?|ledger|accounts?|accountant|mistake)\b",),
    ),
    sign(
        "condition",
        r"\bstays? (?:there |put |here |where it is )?until\b",
        r"when the (?:missing|outstanding|promised|right|correct) (?:\w+ ){1,2}?(?:is|are|has|have"
        r"|s|arrives?|comes?|gets?|turns?)\b",
    ),
    sign(
        "goods",
        r"(?:parcels?|pallets?|crates?|shipments?|cartons?) (?:follows?|will follow|goes|leaves"
        r"|comes?) ",
    ),
    sign(
        "law",
        r"(?:is|at|before|until|after|for) the (?:court )?hearing\b(?! aid)|\bhearing (?:date"
        r"|is (?:on|set)|on the \d)",
        r"\bprobate\b|\b(?:died|passed away) owing\b",
    ),
    sign(
        "paid_elsewhere",
        rf"(?:paid|gave|handed|settled|squared|slipped|sorted)\b[^.;!?]{{0,40}}? (?:to|with|by)"
        r" your"
        rf" (?:\w+ )?{_CALLERS}\b",
    ),
    sign(
        "changed_bank_details",
        r"(?:ibans?|bank details|account (?:numbers?|details)|details|ones? on (?:the|your)"
        r" invoice)"
        r"(?: \w+){0,6}? (?:differs?|(?:do|does)n t match|(?:do|does) not match|(?:are|is)n t the"
        r" same|(?:are|is) not the same)\b",
        r"(?:two|2|three|3) (?:diff\w*|separate) (?:ibans?|accounts?|bank (?:accounts?|details))\b",
    ),
)
