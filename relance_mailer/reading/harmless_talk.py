"""English talk in which a sign of `misgivings` rings and that holds nothing against us.

`harmless_english` has single words; here are the constructions that make them harmless: one's own
word that was not kept ("I said the 24th"), the own bank or post that is quoted, a question or a
visit that lies behind, manners ("if you're ever over"), praise ("came without a scratch"), money
that somebody else owes, papers that are asked for, habits of payment, and the own boiler that broke
down (`_is_own_misfortune`). What turns each back into a ground is named beside it (`unless`).
"""

import re
from dataclasses import dataclass

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of, sentences

HIDES_NOTHING = (
    "I know I said the 24th and it didn't happen. It goes on Friday.",
    "The bank says it takes three days. Paid on Monday.",
    "The scones are good, if you're ever over. You'll be paid on Friday.",
    "Thank your lads, the barrels came without a scratch. Paid on Wednesday.",
    "I hope the refund from HMRC comes soon, we're very short.",
    "Please send the invoice again, with the delivery note.",
    "We only pay once a month. Yours goes at the end of May.",
    "I'm not going to lie, cash is tight.",
    "Sorry, the boiler in the pub packed in. Will pay on Friday.",
    "I swore I'd do it Tuesday and then the freezer died. It goes on Monday.",
)
HIDES = (
    "I said the 24th for the delivery, you came on the 30th. I'll pay on Friday.",
    "The fitter says it is not finished. Paid on Monday.",
    "I'll pay on Friday, if you're ever going to finish it.",
    "The barrels came without a scratch but two were empty. Paid on Wednesday.",
    "I hope your refund comes soon, we pay on Friday.",
    "The delivery note says two, please send the invoice again.",
    "We can only pay 50 once a month.",
    "I'm not going to pay for that. Paid the others on Friday.",
    "Sorry, your boiler in the pub packed in. Will pay on Friday.",
    "I swore I'd do it Tuesday and then the freezer you sold us died. It goes on Monday.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Talk:
    """Words in which the signs `names` hide nothing, `unless` others stand in the sentence."""

    names: frozenset[str]
    said: re.Pattern[str]
    unless: re.Pattern[str] | None = None


def _talk(names: str, *said: str, unless: str | None = None) -> _Talk:
    return _Talk(
        names=frozenset(names.split()),
        said=any_of(*said),
        unless=None if unless is None else any_of(unless),
    )


_RESERVE = (
    r"(?:but|except|though|although|however|only|until|till|bar|apart from|save for|minus|still"
    r"|again|not|n t|never|wrong|short|missing|broken|\w+n t)\b"
)
_NO_RESERVE = rf"(?![^.;!?]{{0,120}}\b{_RESERVE})"
_YOURS = r"(?:you|u|your|yours|ur)\b"
_MATTER = (
    r"(?:your (?!(?:\w+ )?(?:reminders?|letters?|e ?mails?|mails?|messages?|notes?|money|payment"
    r"|invoices?|bill|patience|transfer)\b)|deliver\w*|order(?:ed|s)?|goods|price\w*|quote\w*"
    r"|charg\w+|fee|fees|credit|discount|damag\w+|faulty?|defect\w*|fit(?:ted|ter|ters)?"
    r"|install\w*|repair\w*|replac\w*|collect\w*|job|work|works|hours|refund\w*|return(?:ed)?"
    r"|quality|size|colou?r|half|less|finish\w*|until|provided|if|you (?:came|come|were|are|did"
    r"|didn|sent|never|promised|agreed|said|told|fitted|delivered|finish\w*))\b"
)
_DAY = (
    rf"(?:(?:the |on the |by the |for the )?(?:\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{MONTH})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|(?:first|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|twentieth|thirtieth|last)"
    rf"\b(?: of {MONTH})?)|(?:this |last |next |on |by )?{WEEKDAY}|tomorrow|today|this week"
    rf"|last week|next week|(?:the )?(?:end|start|beginning|middle|back end) of (?:the )?(?:week"
    rf"|month|{MONTH})|(?:mid|early|late) {MONTH}|{MONTH}|by now|a fortnight)"
)
_BANKS = (
    r"(?:bank|banks|building society|post office|la poste|royal mail|an post|australia post|usps"
    r"|dhl|fedex|courier|kbc|aib|barclays|lloyds|natwest|hsbc|westpac|revolut|wise|paypal|chase"
    r"|santander|nab|anz|rabobank|ing|confirmation|bank app|banking app|app|swift|tracking"
    r"|tracking page|my statement|our statement|bank statement)"
)
_RUNS = r"(?:runs?|batch|list|file|transfer|payments?|cycle|remittance)"
_TAXMAN = (
    r"(?:hmrc|revenue|the revenue|irs|the irs|ato|the ato|tax office|tax man|taxman|vat|vat office"
    r"|council|insurer|insurers|insurance|airline|gst|tax|rates|customs|energy company)"
)
_DESKS = (
    r"(?:treasury|payroll|accounts|accounting|finance|bookkeeper|accountant|treasurer|they|wife"
    r"|husband|boss)"
)
_SETTLED = (
    r"(?:(?!not|n|t|never|half|part|less)\w+ ){0,4}?(?:paid|sent|settled|transferred|credited|gone"
    r"|left|executed|cleared|on its way|in the post|set up|approved|released|signed off|scheduled"
    r"|ours to pay)\b(?! (?:for|off|twice|too|back|by (?:the|my|our) insur))"
)

_TALKS = (
    # One's own word, kept or not.
    _talk(
        "disagreement reservation",
        rf"(?:i|we) (?:know (?:that )?(?:i|we) )?(?:did say|said|d said|had said) (?:it (?:would|d)"
        rf" (?:be|go) )?{_DAY}",
        r"(?:what|the (?:day|date)) (?:i|we) (?:said|told you|gave you|promised)\b(?= about "
        rf"(?:paying|{_DAY})|[,.; ]*(?:please )?(?:forget|scrub|strike|ignore)|\W*$)",
        r"(?:forget|ignore|scrub|withdraw|take back|scratch|disregard|strike) (?:\w+ )?what (?:i|we"
        r") said\b",
        r"(?:lying|a liar) if (?:i|we) said\b",
        unless=_MATTER,
    ),
    _talk(
        "fault_told",
        rf"(?:i|we) (?:had|d) (?:also )?(?:told|promised) (?:you|him|her|them) {_DAY}",
        unless=_MATTER,
    ),
    _talk(
        "agreed_otherwise",
        rf"{_DAY},? (?:as|like) (?:i|we) (?:said|told (?:you|him|her|them|\w+)|wrote)\b",
        r"(?:as|like) (?:i|we) (?:said|told you)(?: \w+){0,5}?,? (?:i|we) (?:have |ve )?kept (?:my"
        r"|our) (?:word|promise)\b",
        unless=_MATTER,
    ),
    _talk(
        "agreed_otherwise",
        r"(?:i|(?:my|our) (?:own )?\w+|(?:my|our) \w+ in \w+) (?:was|were) (?:the one )?supposed to"
        r" (?:do|pay|send|post|remind|sort|transfer|sign|approve|deal with|pass|key|enter|handle"
        r"|see to|have (?:done|paid|sent|posted|sorted|seen to))\b(?! (?:only|less|half|\d|for|when"
        r"|after|once|by instal\w*|back))",
        unless=r"(?:your|yours|you|fitters?|builders?|plumbers?|driver|job|work|deliver\w*)\b",
    ),
    # What the own bank, post or people say of the payment; that we rang.
    _talk(
        "reservation",
        rf"{_BANKS}(?: people| lady| man| girl)?(?: in \w+)? (?:says?|said|tells? (?:me|us)"
        r"|told (?:me|us)|reckons?|confirms?|thinks?|swears?|insists?|claims?) (?:that )?(?:it|this"
        r"|that|yours|the (?:money|payment|transfer|wire|cheque)|you) (?:is|s|was|were|has|ha[sd]"
        r" been|will|ll|takes?|took|went|left|should|ve|have|had)\b(?! (?:\w+ )?(?:not (?:owed|due"
        r"|ours|right|payable)|wrong|too|double|twice|disputed|queried|n t (?:owed|ours|due)))",
        rf"{_DESKS}(?: in \w+)? (?:says?|said|tells? (?:me|us)|told (?:me|us)|reckons?|confirms?"
        r"|thinks?|swears?) (?:that )?(?:it|this|that|yours|the (?:money|payment|transfer|wire"
        rf"|cheque)) (?:is|s|was|were|has|ha[sd] been|went|left) {_SETTLED}",
        r"(?:says?|said|tells? me|told me|mentioned|reckons?) (?:that )?(?:you|u) (?:ve|have|had|d)"
        r" (?:\w+ )?(?:rung|rang|called|phoned|been on|been in touch|e ?mailed|mailed|written"
        r"|wrote|texted|chased|been chasing|been ringing|been looking for)\b(?! (?:about the (?!"
        r"invoice|bill|money|payment)|to say|saying))",
        r"(?:dare|daresay) (?:i )?say (?:that )?you\b",
        r"(?:team|desk|office|accounts|department) says? you (?:already )?(?:have|need) (?:a|an|the"
        r")? ?(?:login|account|password|form|po|reference)\b",
        r"nobody (?:has |had |ever )?(?:touched|opened|looked at|read|emptied|checked) (?:her|his"
        r"|my|the|our|their) (?:tray|desk|post|in ?tray|inbox|mail|mailbox|pile|letters)\b",
        r"(?:they|forecast|met office|weatherm[ae]n) (?:do )?(?:reckon|say|said|promise)s? (?:there"
        r" s|we re (?:in for|getting)|it s going to|it ll) [^.;!?]{0,40}\b(?:snow|rain|storms?"
        r"|frost|sun|sunshine|heat|heatwave|winds?|cyclone|thunder)\b",
        r"thinks? it s (?:for )?(?:events|marketing|hr|finance|procurement|purchasing|facilities"
        r"|estates|operations|head office|the other (?:office|site|team|department)|somebody else"
        r" s (?:desk|budget|department))\b",
        rf"(?:figure|amount|sum|total|it) s right,? [^.;!?]{{0,60}}checked (?:it|this|that) against"
        rf" (?:the|our|my) [^.;!?]{{0,60}}agree\b{_NO_RESERVE}",
        unless=r"(?:your (?:work|job|men|man|fitters?|goods|price|machine)|finished|faulty|damaged"
        r"|overcharg\w+|snag\w*|complain\w*|disput\w+)\b",
    ),
    _talk(
        "disagreement",
        r"i (?:do )?believe(?:d)? (?:you\b(?= ?[,.;!]|\W*$)|it\b(?=\W*$)|(?:that )?(?:the (?:thing"
        r"|matter) is (?:done|settled|closed)|i (?:ve|have) (?:finally )?(?:got to the bottom|found"
        r" it|sorted it)|we (?:ve|have) crossed))",
        r"(?:think|believe|suspect|guess|reckon) (?:we|our \w+|that|it|they|this)(?: must)?(?: ve"
        r"| have|s)? crossed\b|between you and (?:me|i)\b",
        r"told by (?:my|our|the|a) (?:\w+ )?(?:predecessor|colleague|accounts|accountant|bookkeeper"
        r"|husband|wife|boss|manager|treasurer|clerk) (?:that )?(?:this|it|that) (?:had been|was"
        r"|has been) (?:already )?(?:paid|settled|sent|transferred)\b",
        r"i thought (?:our|my) (?:\w+ ){1,2}(?:had|d|would have) (?:already )?(?:done|paid|sent"
        r"|settled|seen to|dealt with|sorted) (?:it|this|that|so)\b(?! (?:back|for|with you))",
        r"(?:only|just) got (?:the|your|this|that|a) (?:\w+ )?(?:statements?|reminders?|covering"
        r" letter|letter|pro ?forma|page|first page|last page|card slip)\b(?! (?:and|but))",
        r"however,? (?:no (?:corresponding )?(?:document|invoice|copy|record of (?:this|the|your)"
        r" invoice)|(?:we|i) (?:cannot|can ?t|could ?n ?o?t|do ?n ?o?t) (?:find|trace|locate|see"
        r"|have|hold) (?:the|your|this|that|an?y?) (?:invoice|document|copy|pdf|attachment))\b",
        r"(?:money|payment|grant|sale|customer|funds|cash|cheque) (?:that )?(?:we|i) (?:had )?(?:"
        r"counted|relied|was counting|were counting) on\b",
        r"(?:thank|thanks|greet\w*|apolog\w*|sorry)\b[^.;!?]{0,30}in the name of (?:my|our|the|all)"
        r" (?:husband|wife|family|team|colleagues?|boss|whole team|of us|management|office)\b",
        r"word \w+ (?:stands|is|was|appears) in the name of your\b",
        unless=r"(?:agreed|promised|quoted|damaged|faulty|finished|deliver\w*|return(?:ed)?"
        r"|cancel\w*|waiv\w*|free|includ\w+|charg\w+|overcharg\w+)\b",
    ),
    _talk(
        "disagreement goods",
        r"(?:cut|chopped|torn|trimmed) off (?:by|at|on|in|along) (?:the|my|our) (?:scan\w*|printer"
        r"|fax|bottom|top|edge|fold|margin|right|left|page|foot)\b",
        r"digits? (?:are |is |were |was )?(?:missing|cut off|eaten)\b",
    ),
    # Manners, wishes, and visits or calls that lie behind.
    _talk(
        "condition",
        r"if you (?:re|are) (?:ever |off|over|passing|in (?:the|our|this)|around|near|down (?:this"
        r"|our|here)|up (?:this|our|here))\b(?! (?:going|able|willing|prepared|ready|to))",
        r"if you (?:like|have (?:it|them|one|that|those)(?: handy| to hand| there)?(?= ?[,.;!?]"
        r"|\W*$)|ve got (?:it|one) handy|(?:ve|have) (?:any )?more of (?:these|them|those))\b",
        r"if you hear (?:any(?:thing)?|rumou?rs?|talk|stories|gossip|otherwise)\b",
        r"(?:if|when) you (?:phone|ring|call|write to|speak to|e ?mail) (?:him|her|them)(?= ?[,.;!]"
        r"|\W*$)",
        r"before you (?:\w+ )?(?:chase|ask|panic|worry|shout|despair|give up on|start chasing"
        r"|write (?:again|next|to (?:me|us) again)|remind|ring (?:again|me again)|send (?:out )?"
        r"(?:the|in the|another|a|your next) (?:search part\w+|cavalry|hounds|heavies|troops"
        r"|reminder|letter|next (?:letter|one|reminder)))\b",
        r"when you (?:rang|phoned|telephoned|called|wrote|e ?mailed|caught me|spoke to (?:me|him"
        r"|her))\b(?! (?:to (?:say|tell)|that|about the (?!invoice|bill|money|payment)))",
        r"when your (?:wife|husband|daughter|son|mother|father|partner|sister|brother|little one"
        r"|baby|dog) (?:was|were|had|came into)\b",
        r"when you (?:have|get|ve got|ve) (?:a|the|got a) (?:moment|minute|second|sec|chance|time"
        r"|spare \w+)\b|when you get there\b|when will you (?:be paid|get (?:paid|it|your money)"
        r"|have (?:it|your money))\b",
        r"(?:if|in case) your (?:accountant|bookkeeper|bank|side|system|books|ledger|people) (?:can"
        r" ?t|cannot|do ?e?s ?n ?o?t|don t|doesn t) (?:\w+ )?(?:see|find|show|have|trace) (?:it"
        r"|this|that|the (?:money|payment|transfer))\b",
        r"(?:anything|everything|whatever(?: comes)?) after that,? you (?:want|need|should)\b"
        r"|after that you and i (?:should|will|ll|are|re|can)\b(?! (?:talk|discuss|need|look))",
        r"unless (?:the (?:sky|heavens?) falls?|hell freezes|(?:somebody|someone) (?:burns|robs"
        r"|blows up) the bank|lightning|i (?:get|m|am) (?:run over|hit by|struck)|the (?:bank|app"
        r"|internet|system|wi ?fi|website) (?:goes|falls|is down|dies|collapses|crashes))\b",
        unless=r"(?:finish\w*|fix\w*|repair\w*|replac\w*|collect\w*|credit\w*|refund\w*|correct\w*"
        r"|amend\w*|reduc\w+|damag\w+|missing|broken|faulty)\b",
    ),
    # Praise, and what did not happen to the goods.
    _talk(
        "goods fault_told",
        r"(?:nothing|not a thing|none(?: of (?:it|them))?|not one(?: of them)?|not a \w+) (?:was|is"
        r"|were|came|arrived|got)? ?(?:\w+ )?(?:broken|damaged|missing|cracked|scratched|chipped"
        rf"|bent)\b(?: for once)?{_NO_RESERVE}",
        r"(?:without|not) (?:so much as )?an? (?:\w+ )?(?:scratch|dent|mark|chip|crack|hitch"
        rf"|blemish)\b{_NO_RESERVE}",
        r"(?:your|the|that|which) (?:(?!never)\w+ ){0,9}?never (?:leaked?|broken? down|jams?|jammed"
        r"|fails?|failed|drips?|squeaks?|let (?:me|us) down|misse[sd] a beat|skipped? a beat|rusted"
        rf"|cracked|wobbled)\b(?! (?:before|till|until)){_NO_RESERVE}",
        r"(?:flying|flown|flew|walking|walks?) (?:off|out) (?:of )?the (?:shel(?:f|ves)|door)\b",
        r"(?:parts?|machines?|products?|goods|pumps?|stuff) (?:is|are) what keeps? \w+",
        r"(?:you|u) (?:sent|sold|made|delivered|supplied|brought|built|fitted|did|put (?:in|up))"
        r" (?:us |me |over )?(?:is|are|was|were|s|re) (?:absolutely |just |all |simply |an? |the )"
        r"{0,3}(?:beaut|beauty|beauties|corkers?|belters?|rippers?|terrific|top notch|first rate"
        rf"|a hit|hit|delicious|gorgeous|stunning|superb|dream)\b{_NO_RESERVE}",
        unless=r"(?:after|since|when|because|cost|redo\w*|fell|came off|sent back|warranty)\b",
    ),
    # Money that somebody else owes, and purses that are empty.
    _talk(
        "fault_told",
        r"(?:turned|turning) (?:the|my|our|this) (?:\w+ ){1,3}upside down\b(?= (?:for|looking"
        r"|searching|to find|trying))",
        r"(?:scanned|faxed|photographed|photocopied|e ?mailed)(?: [\w,]+){0,6}?,? upside down\b",
        r"rains in (?:the cloud|galway|cork|ireland|scotland|wales|manchester|bergen)\b",
    ),
    _talk(
        "goods money_back",
        rf"(?:refund|rebate|repayment) (?:\w+ )?(?:from|of|by) (?:the |our |my )?{_TAXMAN}\b",
        rf"(?:our|my|the|a) {_TAXMAN} (?:refund|rebate|repayment)\b",
        unless=r"(?:your|you (?:owe|promised|have|ve)|from you|by you|credit note)\b",
    ),
    _talk(
        "goods",
        r"the (?:tin|till|kitty|coffers?|pot|purse|piggy bank|account|bar|rooms?|restaurant|hotel"
        r"|pub|tables|beds|pitches|marina|campsite|order book|diary) (?:is|are|was|were|s|re) (?:"
        r"\w+ )?(?:\w+ )?empty\b",
        r"half the (?:pitches|rooms|tables|beds|seats|berths|cabins|cottages) (?:are |were "
        r")?empty\b",
        r"(?:bookings?|trade|orders|custom|sales|season|demand|business|footfall|turnover) (?:\w+ "
        r")?(?:fell|dropped|fallen|dried|went|gone|died) (?:away|off|up|quiet|down)\b",
        unless=rf"(?:because|since you|thanks to|due to)\b|{_YOURS}",
    ),
    # Where a paper fell or what came off an account; idioms.
    _talk(
        "goods",
        r"(?:fell|fallen|falls|slipped|dropped|slid) (?:off|out of|down|behind|through|between) "
        r"(?:the |my |our |his |her |a )?(?:desk|list|radar|bike|bicycle|horse|pile|radiator"
        r"|filing cabinet|edge of (?:the|my|our) desk|cracks?|net|hole|sofa|back of (?:the|my"
        r") (?:desk|sofa|cupboard))\b",
        r"(?:came|went|come|gone|comes|taken|knocked) off (?:my|our) (?:\w+ )?(?:balance|account"
        r"|statement|card|overdraft)\b",
        r"took (?:my|our|his|her) eyes? off\b|knock off (?:the|this|that) entr(?:y|ies)\b",
        r"(?:best|greetings|regards|wishes|love|hello|cheers|hi|salutations|warmest|yours) from (?:"
        r"an? |the |our |very |rather |extremely |distinctly |\w+ly )*(?:soggy|wet|cold|frozen|damp"
        r"|empty|muddy|broken|flooded|windy|smelly|mouldy)\b",
        r"the (?:nights?|mornings?|days?|evenings?|weather|winters?|springs?|summers?|schools?"
        r"|kids|children|banks?|phones?) (?:are|is|was|were) (?:\w+ )?(?:cold|wet|off|shut|dark"
        r"|closed|out|down)\b",
        r"what (?:i|we) (?:ve|have|ll|will) (?:done|do) (?:now )?is (?:put|pass|passed|send|sent"
        r"|forward|forwarded|ask|asked|set|move|moved|enter|entered|hand|handed)\b",
        r"what (?:i|we) (?:ve|have|got)(?: got)?(?: here)? is (?:a|the|your) (?:reminder|statement"
        r"|covering letter|letter|pro ?forma|card slip)\b",
        r"what (?:you )?(?:sent|never came|hasn t come|is missing)(?: me| us)?(?: as an attachment"
        r"| with it)? (?:is|was) (?:an? (?:order confirmation|reminder|statement|pro ?forma"
        r"|covering letter|copy of the reminder)|the invoice(?: itself)?)\b",
        r"(?:check|cheque|payment|wire|transfer)s? (?:has|have|will|ll|is|are) (?:\w+ )?(?:left"
        r"|leave|leaving|go|gone out of) (?:this|the|our) (?:building|office|bank|account)\b",
        r"(?:transfer|payment|cheque|wire|instalment|run) (?:[a-z0-9]+ ){0,6}?did ?n ?o?t (?:take"
        r" place|happen|go|leave)\b",
        r"(?:purchas\w+|bills|books|accounts|payments|paperwork|invoices) (?:are|is|were|get|gets) "
        r"(?:all )?(?:done|paid|kept|handled) by (?:my|our)\b",
        r"nobody there (?:returns|signs|answers|picks|knows who)\b",
        r"broken? (?:my|our|his) (?:own )?(?:word|promise|heart|rule|record)s?\b",
        r"(?:i|we|he|she|they|controller|signatory|boss|director|directors|one|wife|husband|with"
        r" an?|with his|with her) (?:\w+ ){0,5}?broken (?:wrist|leg|arm|ankle|foot|hip|shoulder"
        r"|collarbone|collar bone|ribs?|elbow|finger|thumb|toe|nose)\b",
        unless=r"(?:and (?:broke|smashed|cracked)|your (?:scaffold\w*|ladder|floor|stairs?|ramp"
        r"|machine|men|man|fault))\b",
    ),
    _talk(
        "goods",
        r"(?:with|and|plus|also|or|of|found|find|have|send|need|no|nor|an?|^|[+,]) ?(?:the |a "
        r"|your |any |my |our )*(?:\w+ )?delivery notes?\b(?! (?:says?|shows?|lists?|states?"
        r"|reads|does|doesn|is (?:not|un|for)|has|had|was|bore|bears|named?|mentions?|only|you"
        r"|that you))(?![^.;!?]{0,40}\b(?:differ\w*|n t match|not match|but|never|unsigned|wrong"
        r"|short)\b)",
        unless=r"(?:never (?:came|arrived|received|got|reached)|no (?:goods|delivery)\b(?! note)"
        r"|not (?:delivered|received)|goods|reserv\w*|refused|(?:according to|as per|per|against"
        r"|on|only) (?:the|your|our|a|my) (?:\w+ )?delivery notes?)\b",
    ),
    _talk(
        "goods",
        r"(?:\d{3,}|both|all (?:two|three|four|of them)|yours) (?:is|are|was|were) (?:both |all "
        rf"|also )?included(?= ?[.,;!]| ?$| in (?:our|the|this|that|next|{WEEKDAY}) "
        rf"(?:\w+ ){{0,4}}?{_RUNS}\b)",
        r"(?:his|her|my|their) own (?:mother|wife|family|dog) included\b",
    ),
    _talk(
        "disagreement",
        r"(?:cop(?:y|ies)|invoices?|bill)\b[^.;!?]{0,40}(?:and|with|plus|along with|together with"
        r"|\+|,) (?:the |a |your |that )?signed (?:delivery (?:note|docket|slip)|proof of delivery"
        r"|pod|timesheets?|time sheets?)\b",
        r"signed (?:delivery (?:note|docket|slip)|proof of delivery|pod|timesheets?|time sheets?)\b"
        r"[^.;!?]{0,40}\b(?:along with|together with|and|with|plus) (?:the |a |your |tax )*(?:"
        r"invoice|bill|copy)\b",
        unless=r"(?:never (?:came|arrived|received|got|reached|had)|not (?:delivered|received"
        r"|arrived)|before we (?:can )?(?:pay|accept|agree)|until|unless|prove|proves|goods|hours"
        r"|check\w*|match\w*|compare|disput\w*|query)\b",
    ),
    # Habits of payment.
    _talk(
        "bargaining",
        r"(?:pays?|paid|settles?|settled|runs?|payments?|do|does|sign|signs|signed|suppliers|bills"
        r"|process\w*|cheques|releases?d?) (?:[a-z,]+ ){0,6}?(?:once|twice|one time|two times) (?:a"
        r"|per|every|each) (?:month|week|fortnight|quarter|year)\b",
        r"(?:pension|wages|salar\w+|payroll|payments|runs?|suppliers|scheme|milk cheque|clears?)"
        r"\b[^.;!?\d]{0,40}(?:on the \d{1,2}(?:st|nd|rd|th)? of )?(?:each|every) month\b",
        r"(?:i|we) do (?:all )?(?:the|our|my) payments? [^.;!?]{0,40}(?:each|every) month\b",
        r"a month of (?:\w+ )?(?:invoices|bills|post|mail|e ?mails|letters|paper\w*)\b",
        r"(?:have|has) (?:\w+ )?(?:left|gone out|been paid|moved|come in|happened)[^.;!?]{0,30} in"
        r" (?:over |nearly |about )?a month\b",
        r"(?:mail|send|e ?mail|forward|resend|post)\w* (?:\w+ ){1,3}?one more time\b",
        r"(?:switched|moved|changed|migrated|rota|off|away|closed|shut)\b[^.;!?]{0,60} over the"
        r" summer\b",
        r"bear with (?:us|me) (?:till|until) then\b",
        unless=r"(?:can|could|would|may|might|i ll|we ll|let (?:me|us)|propose|offer|suggest|afford"
        r"|manage|instal\w*|each time|[€£$]|euros?|eur|quid|pounds|bucks|\d+ (?:a|per|every|once))"
        r"\b|[€£$]",
    ),
    # What one is not going to do.
    _talk(
        "veiled_refusal",
        r"not going to (?:lie|pretend|make (?:up )?(?:any |a )?(?:excuses?|date|day|story)|bore"
        r"|beat (?:about|around)|sugar ?coat|insult|fob|waste|kid|feed|spin|string|leave you"
        r" (?:hanging|waiting)|let you down|forget|(?:give|name|promise) (?:you )?(?:a|another|any)"
        r" (?:\w+ )?(?:date|day|story|excuse)s?)\b",
        unless=r"(?:not going to pay|refuse\w*|won t pay|until|unless|till)\b",
    ),
    # Somebody else's end.
    _talk(
        "law",
        r"(?:customers?|clients?|buyers?|main contractors?|dealers?|tenants?|developers?"
        r"|distributors?|tour operators?|wholesalers?)\b[^.;!?]{0,70}\b(?:called in|gone into|went"
        r" into|is in|are in|appointed|in the hands of|entered|put into|filed for|has) (?:the |an? "
        r")?(?:administrators?|administration|liquidat\w+|receivers?|receivership|bankruptcy"
        r"|chapter (?:7|11))\b",
        unless=r"(?:your (?:customer|client)|so (?:have|are|did|will) we|and (?:so|we|us)|us too"
        r"|we (?:are|re|will|may|might|must|have) (?:also|too|next|to (?:file|follow|close))"
        r"|ourselves|(?:appointed|in|into|over) (?:to |over )?us\b|solicitors?|court|sue\w*)\b",
    ),
    _talk(
        "law",
        r"(?:our|my|the) administrator (?:at|in) (?:home|\w+(?: in \w+)?) (?:gives|gave|has given"
        r"|signs|signed|approv\w+|releas\w+)\b",
    ),
    # Small words of sums that are none.
    _talk(
        "part_only",
        r"minus \d+(?: degrees)?(?: here| outside| tonight| today| this morning)\b",
        r"nobody (?:told|asked|warned|informed) (?:us|me|you|him|her|them|anyone)(?: either| lol"
        r"| sorry)?(?= ?[,.;!]| ?$)",
        r"\d+ ?% of (?:our|my) (?:turnover|sales|income|business|trade|revenue|takings|custom)\b",
        r"no (?:further )?sign off (?:is )?(?:required|needed|necessary)|(?:did |to )?(?:get|got)"
        r" (?:the |his |her )?sign off\b(?! (?:on|of|for) the (?:work|job|site))",
        r"no (?:deductions?|set ?offs?|quibbles?)\b(?: ?,? no \w+)?",
        r"(?:wages|salaries|payroll) excepted\b",
        unless=r"(?:charg\w+|price\w*|cost\w*|extra|fee|fees|deliver\w*|fitt\w+|job|snag\w*)\b",
    ),
    _talk(
        "rest_open",
        r"(?:enjoy|for|have an? (?:\w+ )?) ?the rest of (?:your|the|this) (?:\w+ )?(?:day|week"
        r"|evening|afternoon|weekend|month|year|summer|holidays?|stay|trip)\b",
        r"(?:filed|in|up|together|along) with the rest(?: of (?:them|the|that|our|my|this|those)"
        r"\b| ?[.,;!]| ?$)",
        r"(?:can ?t|cannot|could ?n t) (?:even )?see the balance\b",
        r"the balance of (?:eur |€|£|gbp )?[\d., ]+(?:eur|euros?|€)? ?(?:is|was|has been) (?:fully "
        r")?(?:approved|signed|released|scheduled|booked|cleared)\b",
        r"the rest of the (?:file|papers?|paperwork|form|details) (?:is|are) (?:complete|fine|here"
        r"|in order|ready|there)\b",
    ),
    _talk(
        "third_party",
        r"(?:it s|its|it is) (?:her|him|them|she|he) (?:that |who )?(?:you|u) (?:(?:ll|will|d"
        r"|should|re|are) )?(?:want|need|after|looking for|write)\b",
        r"(?:took|taken|taking) over (?:these|the|this|his|her|all the) (?:books?|accounts|ledgers?"
        r"|paperwork|desk|job|shoeboxes) from my late\b",
        unless=r"(?:ordered|owes?|owed|debt|signed for|bill (?:her|him|them)|responsib\w+)\b",
    ),
    _talk(
        "temper",
        r"(?:clowns?|muppets?|idiots?|geniuse?s?|donkeys?|eejits?|guignols?) (?:in|at|from|of) (?:"
        r"the |our |my |a )?(?:own )?(?:compliance|bank|accounts|payroll|head office|treasury|fraud"
        r"|mailroom|post office|bank s|it department)\b",
        unless=r"(?:your|yours)\b",
    ),
)

_BY_NAME = {
    name: tuple(each for each in _TALKS if name in each.names)
    for name in frozenset().union(*(each.names for each in _TALKS))
}


_MACHINE = (
    r"(?:boiler|heating|freezer|fridge|walk in(?: freezer| fridge)?|oven|cooker|dishwasher|washing"
    r" machine|extractor(?: fan)?|coffee machine|till|generator|geyser|tractor|combine|baler"
    r"|digger|van|truck|lorry|car|ute|bus|minibus|forklift|roof|ceiling|pipes?|cellar|basement"
    r"|server|laptop|computer|printer|phone|phones|router|wi ?fi|internet|broadband|card (?:machine"
    r"|reader)|air ?con(?:ditioning)?|lift|pool liner|septic tank|drains?|power|electrics)"
)
_DIED = (
    r"(?:packed (?:in|up)|died|gave up(?: the ghost)?|blew(?: up)?|broke(?: down)?|went(?: bang"
    r"| down| pop| kaput)?|conked out|failed(?: its \w+)?|burst|split|seized(?: up)?|flooded"
    r"|collapsed|fell in|came (?:in|down)|(?:s|is|was|were|has|had|have)(?: been)? (?:all )?(?:gone"
    r"|died|dead|down|broken|bust(?:ed)?|knackered|kaput|cactus|banjaxed|flooded|split|packed (?:in"
    r"|up)|on the (?:blink|fritz)|given up(?: the ghost)?|failed(?: its \w+)?|under water"
    r"|\w+ \w+ dead))"
)
_HOME = (
    r"(?:in|at|on) (?:the|my|our|me|mum s|my mum s|his|her) ?(?:pub|shop|house|flat|school|hall"
    r"|farm|kitchen|restaurant|hotel|church|office|yard|village|bar|cafe|salon|guest ?house|b ?&"
    r" ?b|lodge|workshop|barn|place|home)?\b"
)
_OWN_MACHINE = any_of(
    # By whose it is, or where it stands.
    rf"(?:my|our|his|her|the (?:pub|shop|school|farm|hotel|church|club|office|salon) s) (?:own )?"
    rf"(?:\w+ )?{_MACHINE} (?:just |also |finally |then )?{_DIED}\b",
    rf"{_MACHINE} (?:just |also |finally |then )?{_DIED} {_HOME}",
    rf"{_MACHINE} {_HOME} (?:just |also |finally |then )?{_DIED}\b",
    # By what it kept the writer from.
    r"(?:swore|promised|said|meant|going|about|planned|intended|sat down|d do it|had it ready)"
    r"\b[^.;!?]{0,90}\b(?:and then|and|then|when|but|only) (?:the|a) (?:\w+ ){0,2}?"
    rf"{_MACHINE} {_DIED}\b",
    # By the misfortunes it stands among.
    rf"(?:landlord|rent|tax (?:office|man)|taxman|hmrc|vat|resigned|the flu|mother in law"
    rf")\b[^.;!?]{{0,80}}\b(?:the )?{_MACHINE} ?{_DIED}\b",
    rf"{_MACHINE} ?{_DIED}\b[^.;!?]{{0,80}}\b(?:landlord|rent|tax (?:office|man)|taxman|hmrc|vat"
    r"|resigned|quit|the flu|mother in law)\b",
    # By the name of what only an office has.
    r"(?:the|our|my) (?:server|network|online banking|banking app|bank s (?:app|system|website)"
    rf"|card reader) {_DIED}\b",
)
_SOLD = any_of(
    r"(?:your|yours|new|again|still|replac\w+|repair\w*|warranty|guarantee\w*|hired?|rented|rental"
    r"|leased?|(?:from|by|of) you|since you\w*|you (?:can|may|could|should|must|need|want|will|ll"
    r"|said|told|promised|were|are)|(?:you|u|your \w+|they|he) (?:have |ve |had |d |just"
    r" )?(?:sold|fitted|fit|installed|put|supplied|delivered|serviced|fixed|mended|lent|built|made"
    r"|changed|did|set up|looked at|left|came|come|wired|plumbed|laid|moved|maintain\w*))\b"
)
_SOLD_AT_ALL = any_of(
    r"(?:you|u|your (?:\w+ )?(?:man|men|lads?|fitters?|engineers?|technicians?|guys?|team|crew"
    r"|plumber|electrician|firm|company)) (?:have |ve |had |just |only |never )?(?:sold|fitted"
    r"|installed|put (?:it )?in|supplied|serviced|repaired|fixed|mended|hired|rented|lent|built"
    r"|replaced|wired|plumbed|looked at|maintain\w*)\b",
    rf"your (?:\w+ )?{_MACHINE}\b|warrant(?:y|ies)\b|guarantee\b|call ?out\b|service contract\b",
    r"(?:come|send (?:\w+ ){1,3}) ?(?:out |round |back |over )?(?:and |to )?(?:fix|look|repair"
    r"|mend|see (?:to|what)|sort|check)\b",
)
_OF_A_MACHINE = frozenset({"goods", "fault_told"})


def hides_nothing_in_talk(name: str, words: str, start: int, end: int, text: str) -> bool:
    """Whether the sign from `start` to `end` of the folded words is harmless talk in the text."""
    if name in _OF_A_MACHINE and _is_own_misfortune(words, text):
        return True
    return any(
        hit.start() < end and start < hit.end()
        for each in _BY_NAME.get(name, ())
        if each.unless is None or not each.unless.search(words)
        for hit in each.said.finditer(words)
    )


def _is_own_misfortune(words: str, text: str) -> bool:
    """Whether a machine of the writer's own broke down, and none that we have had in hand."""
    return (
        _OWN_MACHINE.search(words) is not None
        and _SOLD.search(words) is None
        and all(_SOLD_AT_ALL.search(each.folded) is None for each in sentences(text))
    )
