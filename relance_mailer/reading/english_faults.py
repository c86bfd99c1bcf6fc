"""Signs that ask for a human where an English writer says in everyday words what is wrong.

"The heater you put in makes the lights go out", "two sizes too big and I want it changed", "that
wants replacing", "nothing was done, so there's nothing to bill": no word of a claim stands there,
and a promise, a payment or thanks often does. They belong to `misgivings`, which asks them. What
is praised, put right since, or the writer's own is none (`LEAVES`).
"""

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.second_looks import sign

TAKES = (
    "I will pay on Wednesday. One thing, the heater you put in makes the lights go out.",
    "Will pay Friday. PS the door you hung scrapes along the tiles.",
    "Paid on Tuesday. The zip on one of the tents was gone, so that wants replacing.",
    "I will pay next Monday, but the dress is two sizes too big and I want it changed.",
    "June is paid. Nothing was done in May, so there's nothing to bill.",
    "The others go on Friday. I want that one withdrawn.",
    "Paid today. You've got the same job down twice.",
    "I'll pay on Friday. We're still short of one box.",
    "Transfer done. The site manager isn't happy with the finish.",
    "Will pay on the 4th. The fish was off.",
)
LEAVES = (
    "Will pay Friday. The heater you put in works beautifully.",
    "Paid on Tuesday. My own boiler wants replacing, one thing after another.",
    "Nothing was done in our office in May. Payment goes on Friday.",
    "The others go on Friday. That one wants signing first.",
    "I'll pay on Friday. We're still short of staff.",
    "Transfer done. The site manager is happy with the finish.",
    "Will pay on the 4th. Our boss was off.",
    "The fault you came for has not come back, paid today.",
)

_WELL = (
    r"\b(?:perfect\w*|beautiful\w*|brilliant\w*|lovely|great|superb\w*|fine|excellent\w*|nicely"
    r"|well(?! below| short| over| under| above)|wonderful\w*|treat|dream|good as new|love[ds]?"
    r"|spot on|a joy|delighted|pleased with|happy with|thrilled|no (?:complaints?|problems?|issues"
    r"?|trouble)|holds|holding|works (?:a|like|just|now|again|so)|spotless|praise\w*|admire\w*"
    r"|fits|never (?:been|looked|run|worked) better|smart|gorgeous|beauty|marvell?ous|fantastic"
    r"|working again|runs? like"
    r"|sorted now|is fixed|been fixed|put right|put it right|since (?:been )?(?:fixed|repaired"
    r"|replaced|swapped))\b"
)
_UNHAPPY = r"\b(?:not|isn|wasn|\w*n t|never|hardly|nobody|no one|but|though|except)\b"
PRAISED = rf"^(?!.*{_UNHAPPY}).*{_WELL}"
OWN_NOUN = (
    r"(?:bank|bank s|office|boss|director|manager|accountants?|bookkeeper|internet|wifi at home"
    r"|weather|post|postman|postie|train|trains|bus|traffic|lift|strike|grant|council|committee"
    r"|treasurer|payments?|transfers?|money|funds|cheques?|reminders?|letters?|emails?|mail|portal"
    r"|system|app|website of|card|account|iban|cash|team|staff|clerk|owner|husband|wife|kids"
    r"|children|phone lines?|power|electricity|invoices?|bills?|run|batch|meeting|season|harvest"
    r"|car|van|dog|cat|house|roof of our|date|deadline|signature|purchase|po|order number|copy"
    r"|pdf|attachment|link|file|amount|balance|rest|first|second|other|others|last|new year"
    r"|weekend|holidays?|month|year|week|day|market|economy|customers?|tenants?|flu|virus"
    r"|doctor|hospital|school|world|sun|rain|storm|snow|wind|beach|sea|road|roads|tax|taxes"
    r"|fraud|scanner here|fault|mistake|error|delay|wait|hold up|girls?|lads?|chap)"
)
_MADE = (
    r"(?:put (?:in|up|on|down)|fitted|fit|installed|hung|sold|built|fixed|mended|repaired|laid"
    r"|changed|set up|supplied|sent|delivered|made|painted|serviced|replaced|did|brought|designed"
    r"|printed|planted|tiled|plastered|marked out|gave|poured|welded|rewired|connected|mounted"
    r"|hooked up|assembled"
    r"|rented|hired|lent|leased|cleaned|cut|sewed|altered|translated|wrote|programmed|left)"
)
THING = (
    rf"(?:(?:one|two|three|four|some|half|all|most|both|several|a couple|\d+) of )?(?:the|your"
    rf"|this|that|these|those) (?:(?!{OWN_NOUN}\b)\w+ ){{1,3}}?"
)
AT = r"(?:(?:in|on|for|from|at|of|over|above|by|under) (?:the )?(?:\w+ )?\w+ )?"
_NEED = r"(?:want|wants|need|needs|requires?|could do with|will need|is going to need|still needs?)"
_ADMIN = (
    r"(?:sign|approv|pay|author|process|enter|clear|stamp|scan|upload|book|cod|match|valid|check"
    r"|post|send|print|forward|chas|countersign|releas|settl|sort|know|see|hear|remind|find"
    r"|speak|talk|ask|go(?:ing)? (?:to|through)|answer|explain|be (?:paid|signed|approved|sent"
    r"|authori|processed|cleared|released|settled|checked|entered|stamped|scanned|uploaded))"
)
_REDO = (
    r"(?:doing(?: again)?|re ?\w+ing|fixing|mending|looking at|seeing to|sorting|swapping"
    r"|changing|adjusting|tightening|straightening|painting|finishing|cleaning up|correcting"
    r"|taking (?:back|away|down|off)|sending back|coming back|attention|another (?:coat|look|go"
    r"|visit)|a (?:new|second|proper|fresh) \w+|a repair|(?:to be )?(?:done again|redone|replaced"
    r"|repaired|fixed|mended|changed|swapped|exchanged|adjusted|corrected|finished|collected"
    r"|removed|taken (?:back|away)|looked at|put right|sent back)|to (?:come|go) back)"
)
_OFF_IT = (
    r"(?:withdrawn|cancelled|canceled|removed|scrapped|dropped|struck (?:off|out)|deleted"
    r"|taken (?:off|out|back|away)|credited|refunded|reduced|corrected|amended|changed|exchanged"
    r"|swapped|replaced|repaired|fixed|mended|finished|redone|put right|sorted out|collected"
    r"|reversed|written off|voided|torn up)"
)
UNIT = (
    r"(?:box(?:es)?|cases?|crates?|pallets?|bags?|sacks?|chairs?|bottles?|rolls?|sheets?|pieces?"
    r"|pairs?|metres?|feet|foot|inch(?:es)?|cm|kilos?|kg|litres?|hours?|days?|items?|units?"
    r"|panels?|tiles?|planks?|tins?|packs?|trays?|copies|lengths?|sets?|plants?|kegs?|barrels?"
    r"|cartons?|drums?|screws|bolts|parts?|shelves|shelf)"
)
_NOT_ORDERED = (
    r"(?:ordered|order|asked? for|wanted|requested?|request|agreed? to|signed? (?:up )?for|booked"
    r"|book|bought|buy|commissioned|chosen|chose|picked|authori[sz]ed)"
)

SIGNS = (
    sign(
        "fault_told",
        # What was put in, hung or sold by you, and no praise for it.
        rf"(?:the|this|that|those|these|one|all) (?:\w+ ){{1,4}}?(?:that |which )?(?:you|u|your"
        rf" (?:\w+ )?(?:man|men|lads?|fitters?|team|people|colleagues?|guys?|company|firm))"
        rf" (?:have |ve |had |just |only |all )?{_MADE}(?: (?:us|me|for (?:us|me)|in"
        rf" {MONTH}|last \w+|yesterday))? (?!me |us |the (?:invoice|copy)|it |to (?:me|us)\b|on"
        r" (?:mon|tues|wednes|thurs|fri)|by e ?mail|over|is attached|with your (?:letter|mail))"
        r"(?:\w+ )?(?:is|are|was|were|has|have|had|makes?|made|goes|go|went|drags?|scrap\w+|trips?"
        r"|won|doesn|don|can|cannot|isn|aren|wasn|hasn|does|keeps?|kept|drops?|drip\w*|sticks?"
        r"|stops?|stopped|died|broke|fell|came|comes|sounds?|smells?|leans?|hangs?|rubs?|sags?"
        r"|blow\w*|blew|burn\w*|cut\w*|shak\w+|never|still|look\w*|need\w*|want\w*|turn\w*|let\w*"
        r"|ran|runs?|gives?|gave|cause\w*|damag\w+|flick\w*|hum\w*|creak\w*|no longer|only|just"
        r"|already|freez\w+|froze|crash\w*|lose\w*|lost|jam\w*|catch\w*|caught|bang\w*|rattl\w*)\b",
        leaves=(
            PRAISED,
            r"(?:invoice|bill|reminder|letter|e ?mail|mail|message|note|statement|copy|attachment"
            r"|link|pdf|iban|number|reference|form|file|details|quote|offer)s? (?:that |which )?"
            r"(?:you|u|your)\b",
            r"(?:has|have|is|are) (?:not|n t|never|nt)? ?(?:come back|returned|gone away)\b",
        ),
    ),
    sign(
        "fault_told",
        # What must be done again, changed or taken back.
        rf"(?:{THING}|that|it|this one|that one|they|those|one of them|(?:and|so|but|which)"
        rf" (?:that |it )?){AT}? ?(?:really |badly |still |all |both |now )?{_NEED} (?!{_ADMIN})"
        rf"(?:\w+ )?{_REDO}\b",
        rf"(?:i|we|she|he|wife|husband|boss) (?:really |do )?(?:want|wants|need|needs|d like|would"
        rf" like|expect|expects|demand|insist) (?:to (?:have|see) )?(?:it|them|that|this|those"
        rf"|these|the \w+(?: one)?|(?:that|this) \w+|one|mine|ours)(?: \w+)? (?:to be )?{_OFF_IT}\b"
        r"(?! (?:by|from) (?:the|our|my) bank)",
        rf"(?:one|it|they|those|that|this|invoice|line|item|second|first|third|march|may|{MONTH}"
        rf"|big|small|other)(?: \w+)? (?:should|ought to|must|has to|have to|needs to|need to) "
        rf"(?:\w+"
        rf" )?(?:be {_OFF_IT}|come (?:back to you|off)|go back to you|go back\b)",
        r"(?:want|like|need) (?:another one|a different one|a replacement|a new one|my money back"
        r"|a refund|a smaller|a bigger|a larger|the (?:right|other) (?:size|colour|color|model))\b",
        r"(?:can|could|will|would) you (?:please |kindly )?(?:swap|exchange|replace|change|repair"
        r"|fix|mend|collect|redo|come (?:back )?(?:and|to) (?:fix|look|finish|collect|repair|sort"
        r"|see|check|mend))\b(?! (?:the|your|our|my) (?:address|email|contact|bank|details|date))",
        r"(?:please|kindly) (?:swap|exchange|replace|repair|fix|collect|redo|come (?:back )?(?:and"
        r"|to) (?:fix|look|finish|collect|repair|sort|see|check|mend)|check the price|take the"
        r" \w+ (?:one )?off)\b(?! (?:the|your|our|my) (?:address|email|contact|bank|details|date))",
        r"(?:someone|somebody|one of your \w+|your \w+|you) (?:still )?(?:needs?|has|have|ought"
        r"|must|will have|should)(?: to)? (?:come|be|pop|get|look|return)\w*(?: back| out| round"
        r"| in| over)?,? (?:and|to) (?:\w+ )?(?:fix|finish|look|sort|put|repair|mend|collect|check"
        r"|see|redo|take|change|replace|adjust)\b",
        r"(?:has|have|had) to (?:come|go|be sent) back to you\b|(?:it|they|that|is|are|s|re) "
        r"(?:of )?"
        r"(?:no|any) use to (?:us|me|anyone)\b|goes back to you\b|going back to you\b",
        leaves=(
            r"\b(?:my|our|his|her) (?:own )?(?:\w+ )?(?:\w+ )?(?:want|need)s?\b|\b(?:sign|approval"
            r"|visa|authori[sz]ation)\b",
            r"\b(?:the|that|this) (?:\w+ )?(?:payment|transfer|cheque|mandate|run|reminder|car|van"
            r"|roof of our|knee|hip|tooth|teeth|eye)\b.{0,30}\b(?:want|need|should|must|has to)",
            r"\bto me\b|\bcheque\b.{0,80}\bno use\b",
        ),
    ),
    sign(
        "fault_told",
        # Size and count.
        r"(?:sizes?|inch(?:es)?|cm|metres?|feet|foot|bit|much|far|way|is|are|was|were|re|s|little"
        r"|rather|also|still|lot) too (?:big|small|short|long|tight|loose|heavy|thin|thick|dark"
        r"|light|wide|narrow|weak|soft|hard|salty|sweet|hot|noisy|loud|large|high|low|slow|shallow"
        r"|bright|pale|steep)\b(?! (?:to (?:reply|answer|tell|pay|call|write)|for (?:words|comfort"
        r"|my liking(?= to)|the (?:account|budget|overdraft))|on (?:cash|money|time)|in the (?:day"
        r"|month)))",
        rf"(?:an?|one|two|three|four|five|six|\d+|half an?|few|couple of) (?:\w+ )?{UNIT} (?:\w+"
        rf" )?(?:short|missing|too (?:many|few|much|long|short)|broken|damaged|cracked|faulty"
        rf"|not (?:received|delivered|there|usable))\b",
        rf"(?:still |we re |were |was |came |came up |and )?short (?:of|by) (?:the )?(?:an?|one|two"
        rf"|three|four|five|six|\d+) (?:\w+ )?{UNIT}\b",
        r"(?:waiting|wait|waited) (?:for|on) (?:the|those|my|our|your|these|that) (?:(?:one|two"
        r"|three|four|five|six|\d+) )?(?:other |last |second )?(?:missing|remaining|broken"
        r"|replacement|spare|promised|ordered|outstanding|correct|right) (?!invoice|cop|bill|"
        r"payment|money|signature|details|iban)\w+",
        r"(?:asked for|ordered|paid for|wanted) (?:\w+ )?(?:\d+|two|three|four|five|six|seven"
        r"|eight|nine|ten|twelve)\b(?:(?! (?:of )?(?:days|weeks|minutes|months|hours (?:at|from)))"
        r".){0,30}\b(?:and|but)"
        r" (?:there (?:are|were|was|is)|we (?:got|have|had)|i (?:got|have|had)|you sent|only"
        r"|got)\b",
        r"(?:pieces|size|sizes|colou?r|quality|quantity|qty|model|version|dimensions?|material)"
        r" (?:\w+ ){0,3}(?:different|not (?:the )?same|less than|other than|not (?:as|per|match\w*)"
        r"|doesn t match|do(?:es)? not match|than (?:ordered|invoiced|agreed|in))\b"
        r"|(?:different|other) (?:size|colou?r|quality|model|quantity|thing|version) (?:\w+ "
        r")?(?:than"
        r"|from|to|as)\b|not as per\b|less than (?:invoiced|ordered|you invoiced|billed)",
        leaves=(r"\b(?:short of|too short) (?:staff|cash|money|hands|people|funds|time)\b",),
    ),
    sign(
        "fault_told",
        # Nothing done, not ordered, billed twice.
        r"nothing to (?:bill|charge|invoice|pay for)\b|(?:nothing|no work|no job|not a thing|not a"
        r" stroke|no service|no visit) (?:at all )?(?:was|has been|got|were|is) (?:ever )?(?:done"
        r"|carried out|delivered|made|provided|performed|installed|supplied)\b(?!.{0,25}\b(?:our"
        r"|my) (?:office|side|end|department|accounts))",
        r"(?:nobody|no one|noone|not a soul|none of (?:you|your \w+)) (?:\w+ )?(?:set foot|came"
        r" (?:near|out|round)|showed|turned|has been|has come|was here from you)\b",
        r"(?:don t|do not|can t|cannot) see (?:what|why|where) (?:the|this|that|your|you|i|we)?"
        r" ?(?:\w+ )?(?:charge|charg\w+|bill\w*|fee|cost|sum|amount|invoice is for|are charg\w+)"
        r"|(?:don t|do not|can t) see the (?:charge|reason for the (?:charge|fee))",
        rf"(?:didn ?t|did not|never|haven ?t|have not|hadn ?t|not) (?:\w+ )?{_NOT_ORDERED} (?!a"
        rf" (?:copy|holiday|flight|day)|the (?:letter|copy|mail|post|payment|transfer)|for (?:it"
        rf" to be late|time|help|a copy)|my |our |to pay)(?:the|that|this|those|these|any|it|a|an"
        rf"|such|your|extra|one|them|two|three|\d+|for)\b",
        rf"(?:nobody|no one|noone|none of us)(?: here| at \w+| in (?:the|our) \w+)? (?:ever "
        rf")?(?:has"
        rf" )?{_NOT_ORDERED}\b(?! (?:about|him|her|the bank))",
        r"(?:charged|billed|invoiced|charging|billing|invoicing|paid|paying)(?: us| me)?(?: for)?"
        r"(?: (?!reminder|mail|e ?mail|letter)\w+){0,5}? (?:twice(?: over)?|two times|three times"
        r"|2 ?x|2 times|double|again for)\b(?!.{0,20}\b(?:my|our) (?:mistake|fault|error))",
        r"(?:got|have|put|down|listed|entered|shows?|appears?|there|on (?:it|there)) (?:\w+ ){0,5}?"
        r"(?:down )?(?:twice|two times|double)(?= ?[.,!;]|$| on| in the (?:invoice|bill))",
        r"(?:shouldn t|should not|oughtn t to|ought not to|has no (?:business|right) to|doesn t"
        r" belong) (?:even )?(?:be )?(?:on (?:there|it|the (?:bill|invoice))|there at all|charged"
        r"|billed|on the (?:bill|invoice))\b",
        leaves=(
            r"\b(?:invoice|bill|reminder|letter|copy|mail|e ?mail|statement)s? (?:we|i) (?:have "
            r"|ve |just )?(?:got"
            r"|had|received)\b|\b(?:got|received|had) (?:the|this|your) (?:\w+ )?(?:invoice|bill"
            r"|reminder"
            r"|letter|copy|mail|e ?mail|statement)s? (?:twice|two times)\b",
            r"\bagreed to the (?:cent|penny)\b|\bnot ordered by me\b",
            r"\b(?:written|wrote|read|called|rang|emailed|chased|reminded|asked|sent|written to"
            r"|apologi\w+)\b.{0,30}\b(?:twice|two times|three times)\b",
        ),
    ),
    sign(
        "fault_told",
        # Somebody is not content, or wants to speak of the bill.
        r"(?:isn t|aren t|wasn t|weren t|not|is not|are not|am not|\w*n t|hardly|less than"
        r"|far from) (?:very |too |at all |so |exactly |entirely |really |best |over |particularly "
        r"|terribly )?"
        r"(?:happy|pleased|satisfied|content|impressed|thrilled|delighted) (?:with|about|at|by|how)"
        r"\b(?! (?:me\b|us\b|my|our|myself|ourselves|the bank|being late|keeping|making you|the"
        r" (?:delay|wait)|having))",
        r"let (?:us|me) down\b(?! (?:\w+ )?by the bank)|(?:won ?t|will not|never|not) (?:be )?(?:us"
        r"(?:e|ing)|order(?:ing)? from|buy(?:ing)? from|hir(?:e|ing)|call(?:ing)?|com(?:e|ing)"
        r" back to|book(?:ing)?|deal(?:ing)? with|recommend(?:ing)?) (?:you|your \w+)(?: \w+)?"
        r" ?(?:again|any ?more|in future)?(?= ?[.,!;]|$)",
        r"(?:a )?waste of (?:time|money)\b(?! to (?:write|remind))|make it up to (?:us|me)\b|for"
        r" (?:the|all the|our|my) (?:trouble|inconvenience|lost \w+|hassle|aggravation)(?= ?[.,!;]"
        r"|$)(?<!sorry for the trouble)(?<!apologies for the trouble)(?<!for the inconvenience)",
        r"(?:something|a bit|some money|a little|a few (?:quid|euros|pounds)) off\b(?! (?:my|our"
        r" chest|work))|(?:a|have) (?:word|chat|talk) about (?:the|this|that|your|it)"
        r" ?(?:bill|invoice|price|charge|quality|hours|work|job|amount|figure)?(?= ?[.,!;]|$)",
        r"(?:need|want|ought|have|like|love) to (?:talk|speak|discuss|chat)\b(?: to you| with you)?"
        r"(?: about| over)? (?:the|that|this|your) (?:\w+ )?(?:line|item|bill|invoice|price|charge"
        r"|amount|figure|hours|extras?|work|job|quality|total)s?\b",
        r"(?:don t|do not|no idea|wonder|can t tell|not (?:sure|clear)|unclear) (?:know )?what"
        r" (?:the|these|those|that|this|your) (?:\w+ ){0,3}?(?:is|are|s|was|were)\b(?: (?:meant"
        r"|supposed) to be| for| about|(?= ?[.,!;]|$))",
        r"(?:vat|tax|price|rate|discount|percentage|hours) (?:\w+ )?(?:is|are|s|was|looks?|seems?"
        r"|isn|aren)(?: \w+){0,2} (?:wrong|the old|at the (?:wrong|old)|not (?:on|in|what|right"
        r"|shown|applied|deducted)|missing|too high|off)\b|at the (?:wrong|old) (?:rate|price"
        r"|tariff)|t on it(?= ?[.,!;]|$)",
        r"(?:that s|thats|it s|is) (?:all )?what (?:it|they|that|the \w+|your \w+) (?:was|is|were"
        r"|are) worth\b|only paying for\b|paying (?:only )?for what\b|paying only\b",
        leaves=(
            r"\b(?:sorry|apolog\w+)\b.{0,20}\bfor (?:the|all the|any) (?:trouble|inconvenience"
            r"|hassle)\b",
            rf"\b(?:happy|pleased|satisfied|impressed) with (?:that|it|this|me"
            rf"|{WEEKDAY})\b.{{0,20}}"
            r"\b(?:bank|myself|ourselves)\b",
        ),
    ),
    sign(
        "fault_told",
        # Whose it is, and that it went back.
        r"(?:that one|this one|that|it|the \w+ one|number \d+) (?:is|s|was) (?:really )?for the"
        r" (?:shop|people|house|neighbours?|man|lady|firm|company|family|flat|tenants?|other"
        r" \w+)\b(?! (?:who|that) (?:pays|sign))",
        r"(?:refused|rejected|turned away|sent away) (?:the|that|this|your|one|two|it) ?(?:\w+"
        r" )?(?:delivery|goods|load|pallets?|parcel|box(?:es)?|consignment|shipment|lorry)\b",
        r"(?:driver|courier|man|lad|they|he|carrier) (?:\w+ )?(?:took|carried|drove|brought|has"
        r" taken) (?:the|it|them|all|half|one|two|everything|those|most)(?: \w+){0,4}? (?:back|away"
        r"|with (?:him|them|her))\b(?! home)",
        r"(?:in|on) (?:the|its?|that) (?:\w+ )?(?:box|crate|packet|parcel|bag|kit)\b.{0,40}\b(?:for"
        r" another|wrong|different)\b|no (?:manual|instructions|key|cable|charger|plug|screws"
        r"|guarantee|lid|legs|brakes?|pressure|hot water|heat|heating|power|signal|light|water)"
        r" (?:in|with|at all|again|since|for|to|on|either|whatsoever|anymore|any more)\b(?!.{0,20}"
        r"\b(?:my|our) (?:house|home|flat|office|own|street|village))",
        leaves=(r"\b(?:my|our) (?:own )?(?:office|house|home|street|village)\b",),
    ),
    sign(
        "goods",
        # A thing that does not do what such a thing does.
        rf"{THING}{AT}?(?:\w+ )?(?:won t|doesn t|does not|don t|do not|didn t|did not|can t"
        rf"|cannot|will not|wouldn t|no longer|hardly|barely) (?:\w+ )?(?:go (?:up|down|on|in"
        rf"|round)"
        rf"|shut|close|open|meet|fit|match|lock|work|start|run|heat|hold|stay|stand|turn|move|light"
        rf"|charge|drain|flush|connect|ring|print|cool|stick|reach|line up|last|take|grow|cut|fold"
        rf"|spin|catch|click|know|speak|come on|switch)\b",
        rf"{THING}{AT}?(?:\w+ )?(?:trip(?:s|ped) (?:the|our|us|every|all)|scrap(?:es|ed|ing)"
        rf"|drags?|sags?|leans?|sticks?|jams?"
        rf"|flickers?|stinks?|hums\b|buzz\w*|lets? (?:in|the)|blew (?:down|off|up|over|away)"
        rf"|snapped"
        rf"|split|shrank|faded|bent|buckled|burst|wobbl\w+|gave way|(?:came|come|comes|coming) "
        rf"(?:\w+ )?(?:apart|away|off|loose"
        rf"|undone|up (?:a\b|at the|short|blurred|wrong|crooked|too))|fell (?:apart|off|over|down"
        rf"|in|out)"
        rf"|died|stopped|went (?:flat|dead|brown|yellow|mouldy|rusty|black|green|off|the first)"
        rf"|gone (?:flat|dead|brown|yellow|mouldy|rusty|black|green|off)|rubs?|catches|drops? out"
        rf"|cuts? out|goes off|keeps? \w+ing|kept \w+ing|(?:makes?|making|made) (?:a |an )?(?:\w+ "
        rf")?(?:noise|sound"
        rf"|smell|mess|the \w+ (?:go|trip|shake|flicker))|stays? (?:\w+ )?(?:cold|wet|dark|off|open"
        rf"|shut|damp)|arrived (?:\w+ )?(?:with|broken|late|damaged|in|wet|without|bent))\b",
        rf"{THING}{AT}?(?:is|are|was|were|has been|have been|s|came|arrived|looks?|smells?"
        rf"|tast\w+)"
        rf" (?:\w+ ){{0,2}}?(?:damp|cold|uneven|crooked|blurred|blurry|stale|sour|rotten|brown"
        rf"|yellow|mouldy|rusty|off|dead|ill|sick|lame|dry|soggy|burnt|raw|undercooked|flat|wet"
        rf"|dirty|filthy|torn|gone|missing|in (?:pieces|bits)|on the wonky|out of (?:tune|true"
        rf"|order|date|line|square|level)|full of|noisy|slow|useless|no good|rubbish|a joke|a mess"
        rf"|a disappointment|a disgrace|poor|wrong|not (?:tight|straight|level|dry|finished|fixed"
        rf"|right|clean|flat|good|fresh|the same|complete|safe|sharp|waterproof|what|up to))\b(?!"
        rf" (?:today|this week|sick|on holiday|to (?:you|the bank)|work\b|until|till|from))",
        r"(?:hours|figures|quantities|numbers|measurements|dimensions|prices) (?:\w+ "
        r"){0,4}?(?:aren t|are not"
        r"|don t|do not|isn t|weren t) (?:\w+ )?(?:the|what|those|match|agree|tally|right|add "
        r"up)\b|ill"
        r" from the (?:day|start|moment)|(?:system|platform|portal you \w+|software|line|service) "
        r"(?:was"
        r"|is|has been|went) down (?:for|most|again|all|half|more)\b",
        rf"{THING}(?:\w+ )?(?:is|are|was|were|has|have|had) (?:still |also |got |now )*(?:a|an|two"
        rf"|some|great|big) (?:\w+ )?(?:scratch\w*|crack\w*|chips?|dents?|holes?|stains?|tears?"
        rf"|rips?"
        rf"|leaks?|gaps?|marks?|burns?|splits?|knots?|bumps?|faults?|defects?)\b",
        r"(?:there is|there s|theres|there are|there were|there was|still) (?:still |now |also "
        r")*(?:an?"
        r" |some |two |no )?(?:\w+ )?(?:hole|crack|gap|leak|water|damp|mould|mold|maggots|mice|rust"
        r"|dust|rubble|rubbish|mess|scratch\w*|stain|dent|draught|smell|noise|hair|glass|insects"
        r"|flies|worms|weeds|puddle|fault|error|bug)s? (?:in|on|under|where|above|over|from|all"
        r"|around|everywhere|across|behind|along|at|coming|since|inside|down|between)\b",
        r"(?:had|has|have|with|found|was|were|is|are|got) (?:\w+ )?(?:water|maggots|rust|mould|mold"
        r"|worms|weevils|glass|hair|flies|insects|mice|sand|dirt|mistakes|errors|typos|somebody"
        r" else s|someone else s|another (?:company|firm|man|woman|person|client|customer) ?s?|the"
        r" wrong) (?:\w+ )?(?:\w+ )?(?:in|on) (?:it|them|the|there|one|two|half|some)\b|with "
        r"rust\b",
        r"(?:has|have|had|is|are|was|were|on|gave|bear\w*|carr\w+|shows?|show) the wrong (?:phone"
        r"|name|number|date|colou?r|size|logo|price|rate|address|label|model|address|flavour|one)\b"
        r"(?!.{0,30}\b(?:our|my) (?:side|end|mistake|fault|office))",
        r"(?:band|coach|driver|taxi|caterers?|photographer|dj|cleaners?|plumber|bus|cake|flowers"
        r"|parcel|delivery|lorry|courier|goods|pallets?|trainer|speaker|interpreter|order|crew"
        r"|team|fitters?|man|men|guide|cars?|minibus|marquee|entertainer|singer|chef|waiters?)"
        r" (?:\w+ ){0,3}?(?:(?:an?|one|two|three|half an|four|\d+) (?:hours?|days?|weeks?"
        r"|minutes?)"
        r" (?:late|after)|(?:came|arrived|turned up|got here|showed up|was|were|reached us) (?:\w+"
        r" )?(?:late|after (?:the|our|we|everyone))|(?:didn t|never|did not) (?:turn up|show|come"
        r"|know|speak|bring|play|finish))\b",
        r"(?:guests|people|us|children|kids|of them|visitors|customers|team) (?:\w+ )?(?:didn t"
        r"|did not|never|couldn t|could not) (?:get|have|eat|hear|see|receive|find|use|sleep)"
        r" (?:a|an|any|the|anything|their|it|them)\b",
        r"(?:subscription|contract|membership|service|cover|order|plan|licen[cs]e|lease|rental"
        r"|policy) (?:\w+ )?(?:was|has been|had been|is|were) (?:\w+ )?(?:stopped|cancelled"
        r"|canceled|terminated|ended|over|finished|given up|closed)\b",
        r"(?:have |ve |had )?left (?:that|the|this|your) (?:flat|house|premises|unit|building"
        r"|apartment|shop|gym|club|scheme)\b|(?:gave|given|handed in|sent|in) (?:our |my |you )?"
        r"notice\b(?! (?:of|so|at (?:work|my)|to (?:my|the) (?:boss|employer)))",
        r"(?:rubbish|old \w+|debris|skip|rubble|tools|scaffolding|cardboard|packaging|waste|soil"
        r"|ladder) (?:is|are|s|was) still (?:\w+ )?(?:in|on|sitting|lying|standing|blocking|here"
        r"|there)\b|(?:batter(?:y|ies)|ink|bulbs?|charge|heat) (?:\w+ )?(?:lasts?|lasted) (?:\w+"
        r" ){1,3}(?:minutes?|hours?|days?|week)",
        leaves=(
            PRAISED,
            r"\b(?:my|our|his|her|their|my own|our own) (?:own )?(?:\w+ )?(?:\w+ )?(?:is|are|was"
            r"|were|has|have|had|won|doesn|don|didn|keeps?|died|broke|stopped|goes|went|came|fell"
            r"|blew|lasts?|arrived|turned|never|still|office|cellar|street|house|building"
            r"|village)\b",
            r"\b(?:scan|attachments?|attached|pdfs?|copy|cheque|goods receipt|sign(?:s|ed|ing)? "
            r"(?:\w+ )?off"
            r"|e ?mails?|that i|one s gone|number that was|holiday|sick|canteen)\b",
            r"\b(?:since (?:the|our) (?:storm|flood|power cut|fire)|(?:has|have|had)(?:n t| not|"
            r" never) (?:come|been) back|in (?:my|our) (?:\w+ )?(?:office|building|budget|accounts"
            r"|canteen|house|village"
            r"|street|cellar|system|inbox|books|ledger))\b",
            rf"\b(?:the|that|this) (?:\w+ )?{OWN_NOUN} (?:\w+ )?(?:is|are|was|were|has|have|had"
            r"|won|doesn|don|didn|keeps?|died|broke|stopped|goes|went|came|fell|arrived|turned)\b",
        ),
    ),
)
