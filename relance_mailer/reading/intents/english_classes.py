"""Word classes of English letters about a bill: offices, letters, money, days gone, papers, codes.

`english_errands` and `english_papers` build their sentences of them. Between two words of a turn
stand no denials and no limits (`GAP`). `UNDERSTOOD` are turns that a letter may hold and still be
ordinary (`talk_english`).
"""

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import any_of

GAP = (
    r"(?:(?!no\b|not\b|never|nothing|half|part|some\b|only|less|but\b|without|if\b|once|until|when"
    r"|unless|will|ll\b|shall|would|should|broken|wrong|faulty|missing|damaged)[\w.,/-]+ )"
)
OFFICE = (
    r"(?:accounts?(?: (?:payable|department|team|office|people|lady|girl))?|accounting|finance"
    r"|payables|ap|a p|(?:purchase|bought|sales) ledger|ledger|payroll|treasury|treasurers?"
    r"|bookkeep\w*|book keeper|accountan\w*|comptroller|(?:financial )?controller|bursar|cashier"
    r"|cfo|boss|bosses|directors?|manager\w*|head office|hq|headquarters|office|team|department"
    r"|dept|colleagues?|secretary|committee|board|trustees|chair(?:man|woman|person)?|clerk"
    r"|owner|partner|husband|wife|mother|father|mum|dad|son|daughter|brother|sister|buyer"
    r"|purchasing|procurement|supervisor|admin|administrator|(?:shared )?service cent\w+"
    r"|right (?:people|person|desk|department|hands|team)|people|girls?|lads|parish council"
    r"|person in charge|whoever (?:deals|handles|pays|looks)\w*)"
)
LETTER = (
    r"(?:it|this|that|these|them|everything|the matter|(?:your|the|this|these|all your|both)"
    r" (?:\w+ )?(?:letters?|reminders?|e ?mails?|mails?|messages?|notes?|notices?|chasers?"
    r"|statements?|invoices?|bills?|query|enquiry|request|correspondence|papers))"
)
PERSON = r"(?:(?:our|my|the|his|her|your|their|its) (?:\w+ ){0,3}?|(?:\w+ ){1,3}?(?:in|at|of) )?"
GONE = (
    rf"(?:yesterday|last (?:week|month|night|nite|{WEEKDAY}|{MONTH})|this (?:morning|afternoon|am"
    rf"|week|month)|(?:on |in )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}|(?:on )?(?:the "
    rf")?\d{{1,2}}(?:st|nd|rd|th)\b|on \d+"
    rf"|(?:back )?in {MONTH}|(?:on )?{WEEKDAY}|(?:on )?{MONTH} \d+|today|just now|already|earlier"
    r"|ages ago|(?:a|an|one|two|three|four|several|some|few|\d+) (?:\w+ )?(?:days?|weeks?"
    r"|months?|minutes?|hours?) ago|\d{1,2}[/.]\d+|(?:sat|sun|mon|tues?|wed|thurs?|fri) nite"
    r"|in (?:the |our )?(?:\w+ )?run(?: \d+)?|at (?:lunch\w*|noon|\d+|\w+ o clock)|before (?:half "
    r"term|christmas|easter|the (?:weekend"
    r"|holidays))|myself|on sight|straight away|as of yesterday)"
)
BILL = (
    r"(?:it|this|that|this one|that one|them|both|yours|the (?:\w+ )?one|(?:the|your|that|this"
    r"|his|her) (?:\w+ )?(?:invoices?|bills?|account|items?|amount|sum|balance|money)|(?:both|all"
    r"|two|three|the two) (?:invoices|items|bills|of them)"
    r"|u\b|tht|you)"
)
MONEY = (
    r"(?:payments?|transfers?|moneys?|monies|funds|cheques?|(?:the|your|full|whole|that|this)"
    r" (?:\w+ )?(?:amount|sum|balance|lot|total|money|payment|invoice)|it|yours|bacs|the bacs)"
)
PAID = (
    r"(?:paid|payed|settled|cleared|remitted|transferred|wired|discharged|executed|processed"
    r"|credited)"
)
PROOF = (
    r"(?:(?:copy of )?(?:the |our |my |a )?(?:bank |bacs |swift |payment |transfer |wire )?"
    r"(?:remittance(?: advice| slip| note)?|swift(?: copy| confirmation| message)?"
    r"|proof of (?:payment|tran\w*|remittance)|bank (?:slip|confirmation|receipt)"
    r"|(?:transfer|payment|wire) (?:slip|confirmation|advice|receipt|order)"
    r"|(?:transfer|payment) details|receipt|screenshot|screen shot|confirmation))"
)
PAPER = (
    r"(?:(?:a |an |the |any |all |your |that |this |those |another |one |plain |fresh |new |clean "
    r"|second |full |duplicate |invoice |stamped |original |actual |open |unpaid |missing |vat "
    r"|copy |pdf |said |three |two |six |vet s |of ){0,5}(?:cop(?:y|ies)|invoices?|bills?|pdfs?"
    r"|duplicates?|documents?"
    r"|papers?|paperwork|statements?|attachments?|originals?|reprint|page \w+|pages|(?:those"
    r"|these)(?: two"
    r"| three| six)?(?=\W*$|,| one)|everything (?:that s |that is |which is )?(?:unpaid|open"
    r"|outstanding|due|overdue)))"
)
AGAIN = (
    r"(?:(?:it|them|that|those|one|these|same) (?:to (?:me|us) )?(?:over|again|across|in|by (?:post"
    r"|mail|e ?mail)|(?:in )?(?:some other|another|a different) (?:way|format)|once more|one more"
    r" time|to (?:this|my) (?:e ?mail|address|inbox)|(?:to (?:me|us))(?= please|\W*$)|please|pls)"
    r"|again)\b"
)
SENDS = (
    r"(?:re ?send|send|forward|mail|e ?mail|post|supply|provide|let (?:me|us) have|give|share"
    r"|attach|re ?attach|re ?issue|issue|re ?submit|submit|drop|pop|ping|shoot|fax|scan|print|copy)"
)
SENDING = (
    r"(?:re ?sending|sending|forwarding|mailing|e ?mailing|posting|attaching|re ?issuing|supplying"
    r"|dropping|popping|letting (?:me|us) have)"
)
CODE = (
    r"(?:p ?os?(?: numbers?| refs?| references?)?|purchase orders?(?: numbers?| references?)?"
    r"|order (?:numbers?|references?|nr)|call off (?:numbers?|order)|cost cent\w+(?: codes?)?"
    r"|vendor (?:numbers?|id)|supplier (?:numbers?|id|code)|department code|buyer s name"
    r"|job (?:numbers?|reference))"
)
BANK = (
    r"(?:iban|bic|swift(?: code)?|sort code|account (?:numbers?|details)|bank(?:ing)?"
    r" (?:details|particulars|account details|coordinates)|account to pay (?:in)?to)"
)
PORTAL = (
    r"(?:portal|coupa|ariba|tungsten|basware|peppol|tradeshift|platform|e ?invoicing|network"
    r"|supplier site|system|sap|oracle|chorus)"
)
NOT_LAW = (
    r"(?:solicitor|lawyer|legal|complaints|claims|quality|court|police|insur|ombudsman|trading "
    r"standards|advocate|barrister"
    r"|citizens|union\b|press\b|bailiff|liquidat|receiver|administration|trustee in)\w*"
)
NO_GOODS = (
    r"(?:goods|pallet|box(?:es)?|chairs?|driver|fitter|engineer|machine|parcel|delivery|deliver\w*"
    r"|dispute\w*|complain\w*|quality|credit note|refund|replac\w+|broke\w*|fault\w*|damage\w*"
    r"|wrong|query (?:it|the|that)|looks? (?:\w+ )?(?:high|steep|odd)|seems? (?:\w+ )?(?:high|steep"
    r"|odd))"
)

UNDERSTOOD = any_of(
    rf"{MONEY} (?:(?:has|have|had|already|just|all|then|in full|s) )*(?:left|(?:came|come|gone"
    rf"|went)"
    rf" (?:out of|off|from)|(?:was|were|been) (?:debited|taken)(?: from)?|cleared) (?:our|my) "
    rf"(?:\w+"
    rf" ){{0,4}}?account\b",
    rf"(?:attached|enclosed|below|find|see|herewith) (?:the |our |my )?{PROOF}|{PROOF},? "
    rf"(?:attached"
    r"|enclosed|below|herewith)",
    rf"(?:could|can|would|will) you(?: (?:please|kindly|maybe|also|just))? {SENDS}(?: (?:me|us|on"
    rf"|over))*"
    rf" (?:{PAPER}|{AGAIN})",
    rf"would you mind (?:\w+ )?{SENDING}(?: (?:me|us|on|over))* (?:{PAPER}|{AGAIN}|another "
    rf"(?:one"
    r"|copy)?)",
    r"(?:there (?:was|is|s) )?(?:nothing|no (?:attachment|pdf|invoice|bill|file)) (?:is |was "
    r"|ever )?"
    r"(?:attached|enclosed)(?: to (?:your|the) (?:e ?mail|mail|message|letter|reminder))?(?=\W*$"
    r"|[.,;])|no (?:invoice|bill|pdf|copy) (?:has |ever |yet )*(?:came|arrived|reached (?:me"
    r"|us|here|this office))",
    r"(?:attachment|pdf|link|file) (?:won ?t|doesn t|didn t|does not|did not) (?:open|load|come"
    r" through)(?: on my phone)?",
    r"(?:invoice|bill|document|copy)(?: (?:in question|itself))? (?:never (?:came|arrived|reached"
    r"|did)"
    r"|(?:has|had|did) ?(?:n t| not) (?:come|arrived?))\b",
    r"(?:never|not|haven t|didn t) (?:recieved|received|recieve|receive) (?:it|this|that|(?:the"
    r"|your"
    r"|this|an?) invoice)(?=\W*$|[.,;])|not received(?=\W*$|[.,;])",
    rf"without (?:a |an |our |the |valid )*{CODE}(?: on it)?|quote (?:a |an |our |the |valid "
    rf")*{CODE}"
    rf"|(?:invoices?|anything) without one\b|(?:missing|no|needs?) {BANK}",
    r"(?:system|workflow|portal|software) (?:\w+ )?(?:rejects?|refuses?)\b(?= (?:it|them|anything"
    r"|invoices)?)|(?:get|gets|are|is) (?:rejected|returned) automatically",
    r"cost cent\w+(?: code)?|service cent\w+|(?:page \w+ is|the|a) missing page|page \w+ is "
    r"missing",
    r"(?:nobody|no one) (?:here|in the office|at home) (?:knows (?:the password|where it is)"
    r"|handles (?:that|this)"
    r"|deals with (?:that|this|it)|opens (?:the )?post)",
    r"(?:i|we|he|she|they|am|are|is) (?:on the committee )?no longer(?=\W*$|[.,;])|no (?:answer"
    r"|reply|word) (?:yet|so"
    r" far)|no (?:rest|peace) for the wicked|fingers crossed|used to (?:get|do|have|handle|open"
    r"|look after) (?:these|it"
    r"|them|this|the (?:post|books|accounts))",
    r"nothing (?:is |s )?(?:open|outstanding) (?:on|at) our (?:side|end)|vendor balance is nil|as "
    r"per our ledger"
    r"|at your earliest convenience|update your (?:files?|records?|ledger)|check (?:with )?your "
    r"bank",
    r"(?:on|via|through) your (?:website|web site|web page|payment link)|to your (?:\w+ )?account\b"
    r"|including the"
    r" interest|(?:mixed|muddled) you up with (?:another|a different) (?:vendor|supplier)",
    r"(?:the )?(?:reminder|letter|e ?mail) came,? (?:but )?the (?:bill|invoice) (?:didn t|did not"
    r"|never did)|(?:get|got) to the"
    r" bottom of (?:it|this|that)|high and low|password protected|in a (?:foul|bad|black) mood"
    r"|(?:some|a bit of) (?:vacation|holiday"
    r"|holidays|rest|sleep|sun|coffee)\b|one of our (?:people|colleagues|analysts|team) has it"
    r"|your (?:case|ticket|request) has"
    r" been (?:logged|opened|registered|received)|not the paying (?:office|department|entity)"
    r"|would you believe|allow (?:two|three|a few|some|\d) (?:working )?days|your (?:query"
    r"|request) has been assigned",
    r"half (?:asleep|a brain|my inbox)|under (?:my|our) (?:husband|wife|company|firm) s name"
    r"|(?:before|after) half term",
)
"""The turns that a letter may hold and still be ordinary."""
