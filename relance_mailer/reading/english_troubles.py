"""Signs that ask for a human in everyday English, beside a promise, a payment or a wish.

English debtors contest politely and in passing: a thing that squeaks, somebody who came late, a
price that was another one, a payment for what was done and no more. These belong to `misgivings`,
which asks them; what happens to the debtor's own van, bank or back is none (`LEAVES`).
"""

from relance_mailer.reading.calendar_words import MONTH
from relance_mailer.reading.second_looks import sign

TAKES = (
    "The transfer will leave on Friday. The thing still squeaks.",
    "You'll be paid on the 15th for the work that was done.",
    "Paid in full bar the last item.",
    "Tom will pay on Friday once he has had a word with you about the hours.",
    "Money will be with you Friday as long as the paint's dry.",
    "I'll send it Friday. The lads next door got theirs a good deal cheaper.",
    "Paid this morning by my ex, it's her kitchen now.",
    "Send me a copy please, I only remember the one visit.",
    "That last one we can't approve, the others go on Friday.",
    "Invoice 26-0744 I can't accept.",
    "The 0744 isn't ours.",
    "The extra hours we're leaving out.",
    "We gave it back in May, mind.",
    "Our printer broke down and it's under warranty. Paying Friday.",
    "The cheque was stopped at the bank on the 4th.",
    "I have transferred the sum of €0.00, which is what it was worth.",
    "Passed to Messrs Hadley, who will be in touch.",
    "Thanks, we moved it all to your competitors in spring.",
)
LEAVES = (
    "You'll be paid on the 15th, my van still rattles but it runs.",
    "Paid in full on the 15th for the May invoice.",
    "Tom will pay on Friday once he has had a word with the bank.",
    "Money will be with you Friday, as long as the bank is open that day.",
    "Paid this morning by my wife.",
    "Send me a copy please, I only have the reminder.",
    "That last one we can't find, the others go on Friday.",
    "The second I'll pay on Friday, the first is gone.",
    "The 0744 isn't approved yet, it goes on Friday.",
    "I gave it back to accounts, they pay on Friday.",
)

_FLAW = (
    r"(?:drip|squeak|wobbl|leak|rattl|creak|peel|crack|chipp|scratch|rusty|rusted|smells?\b"
    r"|stinks?\b"
    r"|warped|torn\b|ripped|stained|mouldy|crooked|wonky|lopsided|dent(?:s|ed)?\b|flak(?:ed|ing)"
    r"|burst"
    r"|overheat|jamm(?:ed|ing)|seiz(?:ed|es)|flicker|sagg|soggy|stale\b|bubbl|loose\b|blunt\b|wilt"
    r"|mislabel|half (?:empty|finished|done)|empty\b|bent\b|smashed|crushed|soaked|unusable"
    r"|useless)\w*"
)
_OWN = (
    r"\b(?:my|our|his|her) (?:own )?(?:\w+ )?(?:van|car|truck|lorry|tractor|back|knee|roof|pipes?"
    r"|server"
    r"|phone|laptop|computer|printer|system|internet|bank|memory|brain|head|heart|house|cellar"
    r"|mother"
    r"|father|dad|mum|dog|cat|neighbour\w*|bicycle|bike|freezer|kitchen|till|bookkeep\w*)\b"
    r"|\b(?:inbox|mailbox|bank account|till|pockets?|tank|coffers|stomach|office|building|town)\b"
)
_CREW = (
    r"(?:(?:your|the|his) (?:\w+ )?(?:man|men|lads?|fitters?|engineers?|technician|drivers?|guys?"
    r"|crew"
    r"|team|plumber|electrician|painters?|builders?|installer|cleaners?|trainer|gardener|roofers?"
    r"|joiner|people)|you|they|he|nobody|no one)"
)

_ONE_OF_THEM = (
    r"(?:(?:the |that |this |your )?(?:invoices? |bills? |number |no"
    r" )?(?:[a-z]{1,4}-?)?\d[\d/-]{2,}"
    rf"|(?:the|that|this|your) (?:\w+ )?(?:ones?|invoices?|bills?)(?: (?:of|for|from|dated)"
    rf" (?:the )?(?:\w+ )?\w+)?|the (?:first|second|third|fourth|fifth|last|other|others|rest"
    rf"|{MONTH})|(?!may|march){MONTH})"
)
_NOT = (
    r"(?:can ?t|cannot|can not|don ?t|do not|won ?t|will not|(?:m|re|am|are|shan) ?(?:not|t)"
    r"|aren t|refuse to)"
)

SIGNS = (
    sign(
        "goods",
        # Whose doing it was, whoever's machine it is.
        r"(?:still |is |s )under (?:warranty|guarantee)\b|you (?:can|may) have (?:it|them) back\b",
        r"(?:because of|thanks to|due to|on account of) your (?:\w+ )?(?:updates?|upgrade|visit"
        r"|work"
        r"|repair|service|men|man|lads?|fitters?|driver|engineer|heating|machine|delivery|mistake"
        r"|carelessness|toilets?|pump|software|installation)\b",
        r"your (?!reminder|letter|e ?mail|mail|message|note)(?:\w+ ){1,5}?(?:packed (?:in|up)|died"
        r"|broke(?: down)?|gave (?:up|out)|conked|burst|seized|blew|failed)\b",
        r"(?:you|your (?:man|men|lads?|fitters?|people)) (?:sold|fitted|put|installed|supplied|hung"
        r"|built|serviced|hired|rented)(?: \w+){0,5}? (?:packed (?:in|up)|died|broke(?: down)?|gave"
        r" (?:up|out)|conked|burst|seized|blew|failed)\b",
    ),
    sign(
        "condition",
        r"(?:as soon as|once|when|if|after|the moment|provided) (?:the|your|that|those|it|they)"
        r" (?:(?!boss|bank|director|payment|transfer|cheque|run|accountant)\w+ ){0,3}?"
        r"(?:(?:is|are|s|re|has|have|ve|been|being) ){0,3}(?:taken away|collected|picked up"
        r"|removed|fixed|repaired|mended|working|on by|delivered|put right|sorted out|works?"
        r"|run(?:s|ning)?)\b",
        r"(?:when|once|if|as soon as|after) (?:i|we) (?:have|get|receive|ve had|have had|ve got)"
        r" (?:the|our|a|those) (?:\w+ )?(?:certificates?|parts?|keys?|missing|guarantee|warranty"
        r"|manual|goods|replacement|refund)\b",
    ),
    sign(
        "goods",
        r"it (?:\w+ )?(?:broke|leaks?|leaked|packed up|fell (?:off|over|apart)|snapped|cracked"
        r"|died on)\b",
        r"half (?:of )?the (?!money|bill|amount|invoice|staff|team|office|year|month|week|day|time)"
        r"\w+ (?:\w+ )?(?:died|broke|were|are|arrived)",
        r"(?:i|we) suppose\W+(?:on |by |then)",
    ),
    sign(
        "disagreement",
        r"no (?:payment|fee|money|rent|sum|amount) (?:is|was|will be|can be) (?:due|owed|owing"
        r"|payable)\b(?! (?:until|till|before|yet|on|by))",
        r"(?:did|have|has) ?n(?: ?o)?t (?:actually )?(?:carr(?:y|ied) out|do(?:ne)?|perform\w*)"
        r" (?:any|the|that) (?:work|service|job)",
        r"(?:retainer|contract|agreement|subscription|service|hire) (?:was|had been|has been|is)"
        r" (?:\w+ )?(?:suspended|cancell?ed|terminated|ended)\b",
        r"not (?:my|our|an?y of our) (?:order|invoice|bill|delivery|purchase|debt)s?\b(?! number)",
        rf"{_ONE_OF_THEM},? (?:however |though |on the other hand )?(?:i|we|my boss|the boss|he|she"
        rf"|they) (?:(?:\w+ )?{_NOT} (?:\w+ )?(?:accept|approv|recogni|agree|having|have to|know"
        r"|acknowledg|owe|want|understand|honou?r|take on|happy|sure (?:about|of))\w*|(?:\w+"
        r" )?(?:must"
        r" |have to |will |ll |shall |would |d )?(?:be )?(?:query|queried|querying|dispute"
        r"|disputing"
        r"|contest|contesting|reject|refuse|challenge|question)\b|(?:know nothing|have (?:no record"
        r"|doubts|a (?:query|question|problem)|questions)|never (?:ordered|asked|agreed|signed))"
        r"|(?:d|would) (?:like|want|rather|need) to (?:look at|discuss|talk about|check|go over|see"
        r" about)|(?:need|want|have) to (?:talk about|discuss|go over))",
        rf"{_ONE_OF_THEM} (?:is|s|are|was|were)? ?(?:n ?t|not) (?:actually |really |quite )?(?:ours"
        r"|mine|for us|for me|right|correct|owed|payable|one of (?:ours|mine)|accepted|agreed"
        r"|justified|what)\b",
        rf"{_ONE_OF_THEM} (?:(?:can ?t|cannot) be (?:right|ours|correct|for us)|(?:must|has"
        rf" to) be (?:a"
        r" mistake|wrong|an error)|(?:is|s|are|looks?|seems?|strikes? \w+ as) (?:\w+ )?(?:wrong|a"
        r" mistake|an error|incorrect|too \w+|a (?:lot|bit|little)|high|odd|strange|off|disputed"
        r"|in dispute|contested|queried|under query|another (?:matter|story)|a different (?:matter"
        r"|story)|(?:someone|somebody) else s)|(?:doesn|don) t (?:concern|belong|look right|add up"
        r"|match|agree|seem right|tally|make sense|apply|have anything)|(?:does|do) not (?:concern"
        r"|belong|look right|add up|match|agree|seem right|tally|apply))\b",
        r"(?:our|my|your|the) (?:p ?o|order|purchase order|quote|quotation|estimate|contract)"
        r" (?:only"
        r" |actually |clearly )?(?:says?|said|shows?|states?|is for|was for|reads?|mentions?)\b"
        r"(?! (?:\w+ )?(?:\d+ )?days)",
        r"(?:argued|argument|fell out|had words|had a row|had a set to|quarrell?ed|cross|furious"
        r"|annoyed) (?:with|at|about|over) (?:your|that|the (?!bank|post))\w*",
    ),
    sign(
        "part_only",
        rf"(?:everything|all(?: of (?:it|them))?|the lot|the rest|all (?:two|three|four|five|six))"
        rf" (?:\w+ ){{0,4}}(?:but|except|bar|apart from|save|without|minus) (?:for"
        rf" )?{_ONE_OF_THEM}",
        rf"{_ONE_OF_THEM},? no(?= ?[,.;!]|$)|(?:but|and) (?:no|not)(?: to)? {_ONE_OF_THEM}(?="
        rf" ?[,.;!]|$)",
        r"(?:hours|extras?|charges?|fees?|call ?out|travel|delivery|surcharge|interest|visits?"
        r"|items?"
        r"|lines?|mileage|parking) (?:\w+ )?(?:i|we) ?(?:m|re|ve|have|am|are|ll)? ?(?:be"
        r" )?(?:leaving"
        r" (?:out|off)|left (?:out|off)|leave out|took off|taking off|taken off|not paying|struck"
        r"|crossed|striking|crossing|skipp|ignor|deduct)\w*|(?:i|we) (?:ve |have )?(?:left|leave|am"
        r" leaving|are leaving|m leaving|re leaving) (?:out|off) the\b",
        r"what (?:i|we|my \w+|he|she) (?:think|feel|consider|reckon|believe|find)s? (?:\w+"
        r" ){0,3}(?:worth|fair|right|due|reasonable|owed|owe)\b|(?:undisputed|uncontested|accepted)"
        r" (?:part|portion|amount|sum|share|bit|balance|items?|invoices?)",
        r"(?:gave|handed|sent|brought) (?:it|them|that one|this one|the (?!invoice|bill|form"
        r"|letter)\w+)"
        r" back\b(?! to (?:accounts|my|our|me|us|finance|the (?:bookkeeper|boss|office|accounts)))",
        leaves=(r"\b(?:signed|form|contract|email|call|mandate|message)\b",),
    ),
    sign(
        "reservation",
        r"(?:see|know|understand|ask|check|wonder) (?:what|why) (?:the|that|this|those|your"
        r"|it) ?(?:\w+"
        r" ){0,4}(?:is|are|was|were|s) (?:\w+ )?(?:for|about|there|on it)\b",
        r"(?:put|with|use|write|have) (?:the|our|my) (?:right|correct|proper) (?:company|name"
        r"|address"
        r"|amount|price|firm|entity)\b",
    ),
    sign(
        "goods",
        r"(?:one|first|second|lot|batch|box|boxes|delivery|load|bags?|it|they|them) (?:was"
        r"|were|is|are)"
        r" full of\b|never (?:\w+ )?(?:got|gone|went|been) (?:below|above|past|beyond|warm|cold|hot"
        r"|dry|straight|right)\b|(?:dog|cat|guests?|customers?|horses?|cows?|sheep|hens|fish)"
        r" (?:\w+ ){0,3}(?:sick|ill|poorly|died|dead)\b",
        r"(?:warehouse|goods in|stores|storeman|yard|site|kitchen|depot)\b (?:\w+ ){0,3}no (?:trace"
        r"|record|sign)\b",
        leaves=(_OWN,),
    ),
    sign(
        "temper",
        r"(?:was|were|is|are|m|re|s)(?:n| not|n t) (?:t )?(?:\w+ )?(?:impressed|thrilled|amused"
        r"|satisfied|delighted|pleased)\b(?! (?:with (?:me|us|myself|my|our)|that (?:i|we)))"
        r"(?!.{0,30}\b(?:our|my) (?:own )?(?:side|end|part|fault|bank|accounts)\b)",
        r"for all the good (?:it|that|they)|much good (?:may|it)|fat lot of good|out of (?:the"
        r" )?(?:kindness|goodness)|to keep the peace|to (?:get rid of|be rid of) you|for"
        r" (?:the sake of"
        r" )?(?:a quiet life|peace)\b|don t bother (?:quoting|coming|sending (?:any|your|a"
        r" (?:man|van|quote)|some)|tendering)",
    ),
    sign(
        "disagreement",
        r"(?:presumably|i assume|i take it|i trust|i presume|we assume|we take it|we trust|we"
        r" presume)"
        r" (?:that )?(?:you ll|you will|you re going to|you are going to|you have|you ve|the \w+)"
        r" (?:\w+ )?(?:adjust|correct|chang|refund|credit|amend|drop|tak|remov|mistake|typo|error"
        r"|waiv)\w*",
        r"by (?:my|our) (?:reckoning|count|calculations?|sums|arithmetic|figures"
        r"|tally)\b(?!.{0,30}(?:reminder|letter|e ?mail))|(?:has|have|had)"
        r" the (?:last|final) word\b(?! on (?:payment|money))|compare (?:it|this|that|them|the"
        r" \w+) (?:with|to|against)|(?:check"
        r"|verify) (?:the|your) (?:quantit|hours|price|rates|figures|measure)\w*",
        r"the (?:one|invoice) with (?:the|a|our) (?:\w+ )?(?:discount|credit|reduc|rebate"
        r"|lower|correct"
        r"|right|agreed)\w*(?! (?:purchase |p ?o |order )?(?:order|p ?o|number|no|ref\w*"
        r"|address)\b)",
    ),
    sign(
        "part_only",
        r"(?:in |as )?full (?:and final )?settlement\b(?! (?:of|for) (?:the |your |this |our"
        r" )?(?:\w+ )?(?:invoices?"
        r"|bills?|account|statement|\d))|as a gesture|(?:pay|paid|settle|send|sent"
        r"|transfer)\w* (?:\w+ )?(?:my|our) (?:own )?(?:part|share|half|portion|bit)\b|(?:my|our)"
        r" (?:share|half|part|portion) (?:goes|is|will|leaves|went)\b",
    ),
    sign(
        "goods",
        rf"(?:it|they|one|two|three|four|thing|things|(?:the|your|this|that|these|those) (?:\w+"
        rf" ){{1,3}}?)"
        rf" ?(?:of (?:them|the \w+) )?(?:still |already |always |just |has |have |had |s |is |are"
        rf" |was"
        rf" |were |keeps? |kept |started |began |going |a bit |rather |all ){{0,3}}{_FLAW}",
        r"(?:came|fell|falls|comes|coming|falling|broke|breaks) (?:off|apart|away|loose|down)\b"
        r"|(?:food|milk|meat|fish|cheese|cake|bread|flowers|fruit) went off|(?:went|gone|going)"
        r" (?:back(?! (?:through|to|over|and)\b)|mouldy|rusty|wrong)\b(?! (?:to (?:work|the|our"
        r"|my)|on|the"
        r" (?:rails|radar)|from|home|in))|makes? (?:a |an )?(?:\w+ )?noise|(?:the|a|an) (?:\w+ )?"
        r"(?:colou?r|size|paint|shade|fit) (?:is|was|isn|wasn|s)\b",
        r"(?:it|they|which|that|machine|thing|unit|boiler|pump|heater|lock|door|gate|screen|alarm)"
        r" (?:\w+ ){0,2}?(?:broke|stopped|gave up|packed (?:up|in)|died|conked|failed|(?:won ?t"
        r"|doesn t"
        r"|don t) (?:work|start|close|open|shut|stop|run|fit|hold(?! up)|turn(?! up)|heat|lock"
        r"|charge|switch"
        r"|stand)|never (?:worked|ran|closed|shut)|isn t working|not working)\b(?! (?:the|my|our"
        r"|on me))",
        rf"{_CREW} (?:\w+ )?(?:left(?! (?:for|to|on|at|us|early)\b)|scratched|broke|forgot|spilt"
        rf"|spilled|damaged|dropped|drilled"
        rf"|cut)"
        r" (?:\w+ ){0,4}?(?:mess|mud|holes?|marks?|dust|behind|wall|floor|carpet|door|window|half"
        r"|early"
        r"|without|a\b|the\b(?! (?:company|firm|invoice|office|building|country)))",
        rf"{_CREW} (?:\w+ )?(?:turned up|showed up|came|arrived|got here|were|was|been) (?:\w+"
        rf" ){{0,3}}"
        r"(?:late|early|drunk|minutes|hours?|twice|once|only|just)\b|(?:never|didn t|not) (?:\w+ )?"
        r"(?:turn(?:ed)? up|show(?:ed)? up|came?|come back|finish(?:ed)?|get finished|signed for"
        r"|ordered"
        r"|asked for|delivered|installed|fitted|fixed|collected|happened)\b(?! (?:up|to my|through"
        r"|across))",
        r"(?:what|those|the (?:bits|ones|things|part|parts|hours|days|items?|units?|work|job))"
        r" (?:that )?"
        r"(?:was|were|we|i|you|actually|really|has been|have been) (?:\w+ )?(?:done|delivered"
        r"|arrived"
        r"|got|received|used|ordered|worked|here|fitted|did|sent)\b|for what (?:arrived|came|we|i"
        r"|you|was"
        r"|there)",
        r"(?:take|taken|collect|pick|send|sending|going|come and (?:get|take)|fetch) (?:\w+ ){0,4}"
        r"(?:away|back|collected)\b(?! (?:to (?:you|work)|from|on|in|at|next|tomorrow|with an"
        r" answer"
        r"|when|by|to me|after|here))(?=.{0,40}(?:pallets?|box|boxes|chairs?|it\b|them|machine|unit"
        r"|second|other|fourth|third))|(?:second|third|fourth|fifth|other|last) (?:one|two|box"
        r"|pallet|chair"
        r"|item)? ?(?:is|are|was|were) (?:going|coming|on its way|sent) back",
        leaves=(_OWN,),
    ),
    sign(
        "part_only",
        r"(?:bar|save|save for|less|minus|apart from|except(?: for)?|without|not|excluding"
        r"|everything but"
        r"|all but) (?:the|that|your|for the) (?:\w+ )?(?:last|one(?! (?:\w+ing|who|to|in|you"
        r"|that)\b)|call out|callout|travel|item"
        r"|items|fee"
        r"|fees|delivery|transport|extras?|surcharge|interest|charges?|first|second|third|fourth"
        r"|two"
        r"|three|penalt\w+|carriage|freight|admin)\b",
        r"(?:less|minus|bar|off) (?:the )?(?:£|€|\$)? ?\d+\b(?! (?:days|weeks|percent|hours"
        r"|minutes))"
        r"|(?:took|taken|knocked) (?:the )?(?:£|€)? ?\d+ off|net of (?:our|my|the|what|your)",
        r"(?:travel|call out|callout|delivery|transport|fuel|parking|carriage)(?: charge| fee|"
        r" bit)?"
        r" (?:though|wasn|was not|was never|not|is not|isn|was)\b|nobody (?:mentioned|said|told"
        r"|asked"
        r"|came|answered|ordered|signed)",
        r"(?:only|just) (?:\w+ )?(?:(?:the )?(?:one|two|three|four|\d+) (?:of (?:the|them|those)"
        r"|visits?"
        r"|hours?|days?|turned up|arrived|came|worked|boxes|delivered)|remember\w*)",
    ),
    sign(
        "condition",
        r"unless (?!otherwise|i (?:hear|forget)|my |our |the (?:bank|post|system|internet|payment"
        r"|transfer"
        r"))\w+",
        r"(?:once|when|as soon as|after) (?:the|that|this|those|your|everything) (?!bank|money"
        r"|payment"
        r"|transfer|boss|cheque|funds|wages|grant|loan|sale|council|board|accountant|director"
        r"|office"
        r"|holidays?|run|weekend|invoice|treasurer)\w+ ?(?:\w+ )?(?:s|is|are|has|have|been)"
        r" (?:\w+ )?(?:gone"
        r"|done|finished|dry|fixed|removed|off|out|down|complete|completed|working|clean|cleaned"
        r"|delivered|installed|fitted|replaced|sorted)\b",
        r"(?:as long as|so long as|provided|providing|on condition|assuming|unless|if only)"
        r" (?:that )?(?:the"
        r"|it|you|your|they|that|this|everything|all|we|i)\b(?! (?:bank|payment|transfer|money"
        r"|funds|cheque"
        r"|post|internet|system|computer|s my|wages|weather (?:holds|keeps)|gods?))",
        r"(?:once|when|as soon as|after|until|before|if) (?:you|you ve|your \w+|he|she|somebody"
        r"|someone"
        r"|we|i) (?:\w+ ){0,3}?(?:sorted|fixed|repaired|finished|collected|replaced|mended"
        r"|corrected|put"
        r" right|taken|take|took|talked|spoken|a word|been back|come back|came back|looked at"
        r"|redone"
        r"|cleared up|dealt with|refunded|credited)\b(?! (?:to|with) (?:the|my|our) (?:bank|boss"
        r"|wife"
        r"|husband|partner|accountant|treasurer|board|chairman|director))(?! (?:on|from|up the"
        r" letter))",
        leaves=(
            r"(?:once|when|as soon as|after|until|before|if) (?:i|we|he|she) (?:\w+ ){0,2}"
            r"(?:come|came|been|taken|take|took|talked) (?:back|over|leave|holiday|home)\b",
        ),
    ),
    sign(
        "disagreement",
        r"(?:and|but|is|was|had|it s|for|a) not (?:an? |the )?(?!\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}"
        r" [a-z]{3,9}"
        r" ?\d{0,4}\W*$)(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|garage"
        r"|house|van)\b|not (?:one|two|three|four|five|six)\W*$|(?:you|they) (?:ve |have )?put"
        r" (?:down )?"
        r"(?:\d|\w+ hours)",
        r"(?:steep|pricey|dear(?:er)? (?:for|than)|cheaper|overpriced|daylight robbery|rip off|a"
        r" bit much"
        r"|a lot for|good deal (?:more|less)|twice the price|through the roof)\b(?! (?:learning))",
        r"(?:not|isn t|wasn t|\w*n t) what (?:we|i|was|you|my|the|he|she)\b|(?:we|i) (?:did say"
        r"|said|thought"
        r"|remember|were told|was told|had understood|understood|counted|asked for|ordered"
        r"|agreed)\b"
        r"(?! (?:it|to|i|we|that i|the \\d|\\d|last|yesterday|on (?:mon|tues|wednes|thurs|fri)day"
        r"|this (?:was|had)|you|on the phone|that it|so|he|she|they|the \w+ (?:had"
        r"|was))\b)|what we (?:said|agreed|asked for|ordered|discussed)\b",
        r"(?:price|rate|figure|amount|fee) (?:in|on|of|from|you) (?:your |the )?(?:first|quote\w*"
        r"|quoted"
        r"|estimate|offer|letter|contract|gave|promised|e ?mail|order)|like it says in|think is"
        r" (?:fair|right"
        r"|about right|reasonable|enough|due)|call it (?:quits|even)|(?:i |we )?saw (?:you|them"
        r"|him)"
        r" (?:working|there)",
        r"(?:he|she|you) (?:owes?|still owe) (?:me|us)\b|you (?:can )?put (?:down )?(?:\w+"
        r" )?(?:hours?|days?"
        r"|\d)|(?:a|the) discount (?:you|that|we)|free (?:delivery|of charge|carriage)",
        r"(?:my|our|the) (?:deposit|money|key|keys|bond|overpayment) (?:back\b|refunded|returned)"
        r"|(?:still"
        r" )?(?:don t|do not|haven t) (?:yet )?(?:have|got|get) (?:the|our|any) (?!invoice|bill"
        r"|copy|money"
        r"|funds|cash|letter|reminder|pdf|bank|iban|number|details|time|original|email|paper"
        r"|statement)\w+",
        leaves=(r"(?:than|as) (?:i|we) (?:said|thought|expected)",),
    ),
    sign(
        "reservation",
        r"(?:the|a) right (?:ones?|size|model|parts?|colou?r|version|goods|things?)\b",
        r"(?:re ?send|send|re ?issue|redo) (?:\w+ ){0,5}?(?:without (?:the )?(?:vat|tax|delivery"
        r"|fees?"
        r"|interest|extras?)|with(?:out)? the (?:right|correct|agreed|lower|proper|actual)|with the"
        r" price|in the name of|made out to|addressed to the)\b",
        r"don t (?:remember|recall|recognise|recognize) (?:\w+ )?(?:having|getting|ordering|any"
        r"|this"
        r"|your|asking|buying|ever|it)\b|(?:arguing|argument|row|dispute|quarrel|disagree\w*"
        r"|fight\w*)"
        r" (?:\w+ )?(?:with|about|over) (?:you|him|her|them|the|it|this)\b",
        r"if (?:they|he|she|the \w+|our \w+|my \w+) (?:agrees?|approves?|pays?|accepts?|lets?"
        r"|allows?"
        r"|says yes|comes? through|is happy|are happy)\b|by the insur\w+|(?:the|less|with|a|our)"
        r" retention\b",
        r"(?:nobody|no one|noone)(?: s| has| have)? (?:\w+ )?(?:been|come|called|rang|turned"
        r"|touched"
        r"|looked|serviced|fixed)\b(?! (?:in the office|at their desk|here|at work|in to work"
        r"|into the"
        r" office))|\bbar the\b|under protest|keeping \w+ back|(?:returned|sent back|gave back|took"
        r" back|brought back) (?:it|them|the|that|this|your|all)\b(?! (?:signed|form|contract"
        r"|email|call"
        r"|mandate|message))",
        r"(?:he|she|they|tom|wife|husband|boss|director|manager|chef|owner|partner|\w+) (?:says?"
        r"|said"
        r"|tells? me|told me|reckons?|thinks|claims|insists) (?:that )?(?:he|she|they|it|you|we"
        r"|there|the"
        r" (?!money|payment|bank|transfer|cheque|invoice|full|whole|first|boss)\w+) (?!will|ll|is"
        r" (?:going"
        r"|paying|on|in|back|away|done)|are (?:going|paying|on|in)|s (?:going|paying|on|in|gone"
        r"|sent|paid"
        r"|done|back)|has (?:paid|sent|done|signed|put|approved)|have (?:paid|sent|signed)|pays?"
        r"|paid|sent"
        r"|did|can|went|goes|leaves|left|should|only pay|is (?:paid|approved|signed|sent)|wants?"
        r" to pay)\w+"
        r"(?= )",
    ),
    sign(
        "agreed_otherwise",
        r"(?:haven t|have not|hasn t|didn t|did not|never|not) (?:\w+ )?(?:bought|hired|booked"
        r"|rented"
        r"|purchased|subscribed|had anything from)\b",
        r"(?:cancelled|canceled|gave notice|terminated|sent (?:it|them) back|returned (?:it|them)"
        r"|handed in"
        r" our notice)\b(?! (?:my|our|the) (?:holiday|leave|trip|meeting|flight))|(?:never|not"
        r"|didn t)"
        r" (?:\w+ )?(?:signed for|asked for|ordered|wanted|agreed to)\b|(?:we ve|we have) had"
        r" that one"
        r" already|(?:left|gone|resigned) (?:you|us) in the|take (?:my|our) \w+ off (?:it|the)",
    ),
    sign(
        "third_party",
        r"(?:his|her|their) (?:building|garage|shed|roof|van|responsibility)\b|(?:to|by|through"
        r"|for) (?:the"
        r"|our|my|his) (?:landlord|tenants?|agency|letting agents?|late \w+|previous \w+)\b",
        r"(?:by|from) (?:my|our|the) (?:ex|former|late|neighbour|tenant|landlord|previous owner)\b"
        r"|(?:her|his|their) (?:kitchen|house|flat|shop|bill|debt|order|company) (?:now|not)\b"
        r"|(?:not"
        r" (?:mine|ours) (?:really|any ?more)|brother s|sister s|son s|mother s|neighbour s)"
        r" (?:account"
        r"|bill|debt|order|house|invoice)\b",
        r"(?:paid|gave|handed|settled|pay)\b (?:it |this |that |the \w+ |cash |directly )*(?:to"
        r" )?(?:your|the|a)"
        r" (?:driver|colleague|fitter|man|lad|son|wife|partner|boy|brother|rep|salesman|engineer"
        r"|chap"
        r"|foreman)\b(?! (?:at|in) (?:accounts|your))",
    ),
    sign(
        "law",
        r"messrs\b|(?:information commissioner|ombudsman|trading standards|small claims)\b",
    ),
    sign(
        "agreed_otherwise",
        r"(?:cheque|check|payment|transfer|direct debit) (?:\w+ ){0,5}?(?:was|has been|is|were|got)"
        r" (?:stopped|recalled|charged back)\b|(?:we|i) (?:have |ve |had )?(?:stopped|recalled)"
        r" (?:the|that|your|our) (?:cheque|check|payment|direct debit)\b|charge ?back\b",
        r"(?:sum|amount|total|payment) of \W{0,3}0[.,]00\b|zero (?:euros|pounds|dollars)\b",
        r"(?:moved|switched|took|taken|gone|went) (?:\w+ ){0,5}?(?:to|with) (?:your|a)"
        r" competitors?\b|changed (?:\w+,? ){0,6}suppliers?\b"
        r"(?! (?:number|code|form|portal|record))",
        r"(?:as|be|being) unable to pay\b|no ?,? (?:i m|we re|i am|we are) not(?= *(?:[.!]|$))",
    ),
)
