"""Signs that ask for a human where an English writer tells what something came to.

"In the end my brother had to redo the lot", "two customers sent it back", "I'd told you no nuts",
"it says three men, I only ever saw one": what a fault cost, what had been asked for, and what the
bill says beside what was there. They belong to `misgivings`; faults themselves: `english_faults`.
"""

from relance_mailer.reading.english_faults import AT, OWN_NOUN, PRAISED, THING, UNIT
from relance_mailer.reading.second_looks import sign

TAKES = (
    "Will do Friday. In the end my brother had to redo the lot.",
    "I'm paying on the 6th. Two customers asked for their money back.",
    "Will pay on the 20th. We'd told you no nuts.",
    "Will settle Wednesday. It says three men, I only ever saw one.",
    "Paying on Thursday. The pitch is not even a rectangle.",
)
LEAVES = (
    "Will do Friday. In the end my brother had to drive me to the bank.",
    "I'm paying on the 6th. Two customers asked for a table.",
    "Will pay on the 20th. I'd told you the 20th.",
    "Paying on Thursday. The pitch is a beauty.",
)

SIGNS = (
    sign(
        "fault_told",
        # What it cost them, and what they had asked for.
        r"(?:back to front|upside down|inside out|the wrong way (?:round|up)|(?:ran|runs|running"
        r"|runs"
        r" only) (?:hot and )?cold|(?:rained|rains|leaks|blows) in\b|daylight (?:under|through"
        r"|between)"
        r"|worse than (?:before|it was|the old)|(?:shorter|longer|smaller|bigger|thinner|thicker"
        r"|darker"
        r"|lighter|lower|higher|heavier|narrower|wider) than (?:the (?:other|sample|photo|picture"
        r"|one|"
        r"rest|old)|ordered|agreed|you|we|it (?:was|should)|promised|advertised|on the)|nothing "
        r"like"
        r" (?:it|the|what|them)|advertised as|supposed to be (?:waterproof|new|oak|leather"
        r"|silent))\b"
        r"(?!.{0,30}\b(?:my|our) (?:own|side|clerks?|office))",
        r"(?:in the end|ended up|had to|were forced to|was forced to|have had to) (?:\w+ "
        r"){0,5}?(?:redo"
        r"(?:ing)?|re ?do(?:ing)? it|doing (?:half|most|all|some|part|the (?:rest|lot|work))|do "
        r"(?:half"
        r"|most|the (?:rest|lot|work)|it (?:all )?(?:again|ourselves|myself))|buy(?:ing)? "
        r"(?:another"
        r"|a (?:new|second)|new) (?!cheque|card|stamp|phone|laptop|printer|computer)\w+"
        r"|get(?:ting)?"
        r" (?:someone|somebody|another (?:man|firm|company|plumber|builder)) (?:else )?(?:in )?to "
        r"(?:do"
        r"|fix|finish|repair|redo|mend|put|clear|clean)|pay(?:ing)? (?:someone|somebody|another "
        r"\w+)"
        r" (?:else )?to|throw(?:ing)? (?:it|them|most|half|all|the) ?(?:\w+ )?(?:away|out)"
        r"|finish(?:ing)?"
        r" it (?:myself|ourselves)|fix(?:ing)? it (?:myself|ourselves))\b",
        r"(?:customers?|guests?|clients?|patients?|members|people|parents|everyone|everybody"
        r"|residents"
        r"|tenants|daughter|bride|wife|kids|children) (?:\w+ ){0,4}?(?:(?:have |has )?complained?"
        r"(?: about| of)? (?:the|it|your|them)|asked for (?:their|her|his) money back|sent (?:it"
        r"|them)"
        r" back|(?:was|were|fell|got) (?:all )?(?:ill|sick)(?= ?[.,!;]|$)|in tears (?:over|about"
        r"|at|when)"
        r" (?:the|it|her|his|she|they))",
        r"(?:you|your \w+|they|he|she) (?:were|was|had been|ve been|have been|d been|got) "
        r"(?:clearly |all"
        r" |also |twice )?told\b|(?:we|i) ?(?:d|had) (?:clearly |specifically |also )?(?:told"
        r"|asked|warned)"
        r" (?:you|your \w+|him|them|for)\b(?! (?:about the (?:delay|bank)|to wait|it would be late"
        r"|a copy"
        r"|another copy|the invoice))|(?:we|i|wife|husband|she|he|had|have|ve|d) asked for (?:a|an"
        r"|the) (?!copy|copies|duplicate|invoice|day"
        r"|few"
        r"|little|new (?:card|code|iban|pin|token|chequebook)|bit|loan|statement|rise|raise"
        r"|reminder"
        r"|extension|second|code|card|meeting|refund from|coffee|token|call)\w+|(?:i|we) (?:had "
        r"|d |did"
        r" |would have )?expected? (?:the |a |some |it to be |them to be |you to |something |real "
        r"|at"
        r" least |better|more)(?! late| reply| call)",
        r"(?:we|i|have) (?:\w+ )?(?:not|n t|never|nt) (?:\w+ )?(?:get|got|receive|received|have"
        r"|had|seen)"
        r" (?:the|our|my|any|those|all(?: the)?) (?:\w+ )?(?:parts?|goods|items?|pieces|keys?"
        r"|spares?"
        r"|material|certificates?|training|report|drawings|manual|shipment|delivery|replacements?"
        r"|order|boxes|pallets?|product|products|result|results|service|refund|discount)\b",
        r"(?:not|isn t|aren t|\w*n t) (?:\w+ )?(?:in|on|part of|covered by|according to|per) (?:our"
        r"|the|my)"
        r" (?:order|p ?o|contract|quote|quotation|offer|agreement|order confirmation)\b|not yet"
        r" (?:accepted|finished|complete|completed|working|delivered|installed|commissioned|tested"
        r"|signed off) (?:by our|by the|by us|on|at|here)\b|still (?:the|same|this|that) (?:bug"
        r"|problem"
        r"|issue|error|fault|noise|smell|leak)\b(?! (?:with|at) (?:the|our|my) (?:bank|portal"
        r"|system"
        r"|online))|loo?sing (?:oil|water|air|pressure|gas|fluid|power)\b|(?:close|work|run|fit"
        r"|function"
        r"|open|start|cut)s? not (?:good|well|right|proper\w*|correct\w*)\b",
        r"(?:got|gets|has|have|had|put|spelt|spelled|took|wrote|printed) (?:the |our |my )(?:\w+ "
        r"){1,5}?"
        r"(?:all )?wrong\b(?!.{0,20}\b(?:on our|my|our) (?:side|end|fault|mistake))|since "
        r"you(?:r)? (?:\w+"
        r" )?(?:man |men |lads? |visit|service|repair|upgrade|update|came|was |were |left|fix\w*"
        r"|fitt\w*"
        r"|install\w*|replac\w*|repair\w*|servic\w*|reli\w+|chang\w+|work\w*|touch\w*|clean\w*"
        r"|paint\w*"
        r"|mov\w+|mend\w*)(?!.{0,60}\b(?:perfect|great|better|fine|lovely|well|works|happy|no "
        r"problem))",
        r"(?:bill|invoice|sheet|it|paper|statement|you) (?:says?|said|shows?|claims?|lists?|put"
        r"|charged?"
        r"|billed?) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty"
        r"|fifty)"
        r"(?: \w+){0,3}?,? (?:and|but|when|while|i|we|whereas|though) (?!will|shall|ll|pay|days|am"
        r"|it"
        r" goes|please)",
        r"(?:d like|would like|want|need|like) to see (?:the|your|a|some) (?:time ?sheets?|delivery"
        r"|signed|proof|breakdown|log|worksheet|photos?|receipts?|hours|quote|contract|order)\b"
        r"|(?:never|"
        r"didn t|not) (?:once )?(?:saw|see|seen) (?:anyone|anybody|any|a (?:man|single|cleaner"
        r"|van))\b|"
        r"(?:minutes|an hour|hours?) at (?:most|best)\b|(?:dearest|priciest|most expensive)\b|for "
        r"that"
        r" (?:money|price|kind of money|amount)\b|(?:is|s|was|bit|rather|pretty|too) steep\b",
        r"(?:she|he|they|wife|daughter|bride) (?:was|were|is|are) in tears\b(?! of)|(?:one|two"
        r"|three|four|\d+) (?:customers|guests|clients|people) (?:\w+ )?(?:asked for|wanted"
        r"|demanded) (?:their|his|her|a refund|money)\b|(?:second|third|fourth|fifth|umpteenth"
        r"|\d(?:nd|rd|th)) time (?:now )?(?:that "
        r")?(?:the|your|this"
        r"|it|they|your \w+) (?!bank|post|payment|transfer|cheque|portal|system|card|letter"
        r"|reminder|"
        r"invoice|boss)(?:\w+ )?(?:has|have|s|is|broke\w*|fail\w*|stop\w*|leak\w*|went|goes|did"
        r"|came|was"
        r"|were|fell|jam\w*|trip\w*|crash\w*)\b",
        rf"(?:has|have|had|s|with|is|are|got|only|were|was) (?:an? |the |one |two |three |some "
        rf"|\d+ )"
        rf"(?:\w+ )?(?:bars?|legs?|wheels?|screws?|buttons?|knobs?|handles?|hinges?|pages?"
        rf"|drawers?|doors?"
        rf"|lids?|feet|panels?|boards?|parts?|pieces?|keys|shelves|{UNIT}) (?:missing|broken"
        rf"|cracked|bent"
        rf"|loose|short|too short|too long|split|chipped|damaged)\b",
        leaves=(
            r"\b(?:my|our) (?:own )?(?:bank|insurer|insurance|printer|computer|laptop|server|phone"
            r"|card"
            r"|canteen|boss|office|head|memory)\b|\b(?:customer|client) (?:\w+ )?paid\b",
            r"\btold you (?:mon|tues|wednes|thurs|fri)|"
            r"\btold you (?:the|on|by|it would|it d|i|we) ?(?:\d|mon|tues|wednes|thurs|fri|end"
            r"|friday|ll|d pay|would)"
            r"|\b(?:things|office|house|desk|life|world|everything|place)\b.{0,40}\bupside down\b"
            r"|\b(?:card|digits|numbers|figures)\b.{0,40}\b(?:back to front|wrong way round)\b"
            r"|\bour (?:hot"
            r" )?water\b",
            r"\b(?:asked for|expected|told you|told him|told them)\b.{0,40}\b(?:proof|copy"
            r"|duplicate|invoice"
            r"|day off|payment|transfer|money(?! back)|cheque|grant)\b",
        ),
    ),
    sign(
        "goods",
        r"(?:found|find|had|with|were|was) (?:an? |two |three |four |some |several |lots of |\d+ "
        r")?(?:slugs?"
        r"|flies|hairs?|insects|bones|worms|stones?|mice|cockroach\w*|beetles|weeds|mould"
        r"|splinters|nails"
        r"|plastic|metal|glass|grit|feathers|mistakes|errors|typos|faults|cracks|leaks|scratches"
        r"|holes)"
        r" (?:in|on|under|at)\b",
        rf"{THING}{AT}?(?:is|are|was|were|has|have|s|isn t|wasn t|aren t) (?:\w+ "
        rf"){{0,2}}?(?:expired"
        r"|sticky|cracked|shorter|smaller|a different|different|another colou?r|bare|overgrown"
        r"|patchy"
        r"|lumpy|slippery|condensation|crumbling|lifting|bare plaster|peeling|bubbling|not even"
        r"|not yet|dated"
        r" (?:19|20)\d\d|about another|for another|in (?:chinese|german|english|japanese) only"
        r"|unreadable"
        r"|unusable|cooked through|overcooked|smoking|cutting out|out of stock|discontinued)\b",
        rf"{THING}{AT}?(?:\w+ )?(?:smokes|smoked|runs? (?:cold|hot|dry|slow|backwards)|sheared"
        rf"|overflows?|overflowed|freezes|froze|thaws?|melted|exploded|caught fire"
        r"|burnt out|burned out|tipped|toppled|collapsed|warps?|peels|crumbles|crumbled|lifts"
        r"|lifted"
        r"|stains|stained|scratches|scratched|shakes|vibrates|whistles|squeals|grinds|cracks"
        r"|cracked)\b",
        r"(?:cooked|done|finished|dried|dry|fixed|glued|sewn|fastened) through\b|(?:wasn t|isn t"
        r"|weren t"
        r"|aren t) (?:cooked|dry|fixed|glued|sewn|level|straight|flush|square|fresh|sharp"
        r"|clean|safe|working|usable|edible|sealed|waterproof|attached|connected)\b|and it isn "
        r"t(?= ?[.,!]"
        r"|$)|and it wasn t(?= ?[.,!]|$)|(?:less|more) than (?:what )?(?:we|i) (?:ordered|agreed"
        r"|asked)",
        leaves=(
            PRAISED,
            r"\b(?:my|our|his|her) (?:own )?(?:\w+ )?(?:\w+ )?(?:is|are|was|were|has|have|smokes"
            r"|runs"
            r"|froze|cracked|lifted|printer|office|cellar|house)\b|\b(?:spam|inbox|reminders?"
            r"|payment|transfer|approved|signed|authori[sz]ed|cheque)\b",
            rf"\b(?:the|that|this) (?:\w+ )?{OWN_NOUN} (?:\w+ )?(?:is|are|was|were|has|have|had"
            rf"|isn|wasn)"
            r"\b",
        ),
    ),
)
