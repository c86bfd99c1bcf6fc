"""English words in which an alarm rings and that hide nothing, alarm by alarm.

As `harmless_signs` for the signs of `misgivings`, and `intents/harmless` for what a rule took: the
keyboard that is broken, the colleague who looks after an account, the page that is missing, what
somebody thought that the flatmate had done. Another such word in the same sentence still counts.
The examples: `HIDES_NOTHING`, `HIDES`.
"""

from relance_mailer.reading.intents.phrases import any_of, words_in
from relance_mailer.words import Intent

HIDES_NOTHING = (
    "Sent on to Newry, they look after your account.",
    "Page two is missing, please send it again.",
    "Sorry, I thought my flatmate had done it! Paid now.",
    "I believe that was already paid, on 5 April.",
    "Paid on Monday. Sorry for the caps, the keyboard is broken.",
    "Your vendor record is missing bank details, please send your IBAN.",
    "We don't take e-mailed invoices, please upload it to Coupa.",
    "It was included in our collective transfer of 2 March.",
    "Yes, all of it came, nothing was broken. Paid on 2 March.",
    "Paid on 2 March, our own idiots had mislaid the bill.",
)
HIDES = (
    "Sent on to Newry, they look after the damage.",
    "The second handle is missing, please send it again.",
    "I thought the price was agreed. Paid 40 now.",
    "I believe that was already paid for by the landlord.",
    "Paid on Monday. The keyboard you sold us is broken.",
    "Your delivery is missing two boxes, please send your IBAN.",
    "Please take e-mails to me off your list, I paid.",
    "It was included in our old contract with you, I paid on 2 March.",
    "Yes, it came, nothing was broken except two panes. Paid on 2 March.",
    "Paid on 2 March, you idiots had mislaid the bill.",
)

_AND_NO_MORE = (
    r"(?![^.;!?]{0,90}\b(?:but|except|though|although|however|until|till|bar|apart|only|then"
    r"|later)\b)"
)

SIGNS = {
    "condition": any_of(
        r"(?:ll|will) look after you\b(?= from (?:here|now)|\W*$)",
        r"looks? after (?:your|the|all) (?:account|invoices?|bills?|file|payments?|letters)\b",
        r"(?:i|we) (?:was|were) (?:(?!told|promised|offered|quoted|given|assured|said)\w+ "
        r"){1,5}when"
        r" you (?:rang|called|phoned|wrote|e ?mailed)\b(?! (?:to|that))",
    ),
    "goods": any_of(
        r"page \w+ (?:is|was) missing\b",
        r"(?:invoice|bill|document|copy|statement)\b[^.;]{0,24} that (?:we|i) don t (?:hold"
        r"|have)\b",
        r"included in (?:our|the|a) (?:(?:collective|weekly|monthly|supplier|bacs|sepa|bank|last"
        r"|group)"
        r" )*(?:transfer|run|batch|payment)\b",
        r"(?:my|our|the|this)? ?(?:keyboard|caps lock|shift key)(?: key)? (?:is|was|got)"
        r" (?:broken|stuck|jammed|gone)\b(?![^.;!?]{0,60}\byour?\b)",
    ),
    "disagreement": any_of(
        r"i (?:still )?(?:believe|think) (?:you ll find )?(?:that )?(?:it |this |that )?(?:the"
        r" thing |the matter )?(?:was|has "
        r"been"
        r"|is) (?:already )?(?:paid|settled|sent|transferred|done)\b(?! (?:for|by (?:the|our|my"
        r" (?:insur|landlord|tenant))|off|twice|too))",
        r"i believe (?:the|my|our) (?:dog|cat|puppy|goat|children|kids|post|postman) (?:had|ate|has"
        r"|took|lost)\b",
        r"i thought (?:she|he|they|we|i|(?:my|our) (?:\w+ )?(?:flatmate|wife|husband|son|daughter"
        r"|partner|colleague|boss|accountant|bookkeeper|mother|father|mum|dad|brother|sister|office"
        r"|secretary|assistant)) (?:had|d|would have) (?:already )?(?:done|paid|sent|settled|seen "
        r"to"
        r"|dealt with) (?:it|this|that|so)\b|(?:she|he|they) thought (?:i|we) had\b(?= ?\W*$"
        r"|[.,;!])",
    ),
    "bargaining": any_of(
        r"bear with (?:me|us)\b(?! (?:until|till|while|on the|for the|for another|for a|with the"
        r" payment|a (?:month|few weeks|couple)))",
    ),
    "astonishment": any_of(r"(?:not|n t|never) be surprised\b"),
    "law": any_of(
        r"(?:site|office|accounts?|finance|school|practice|systems?|network|payroll|facilities"
        r"|sales"
        r"|business|project|department\w*|senior|junior|club|church|clerical|hr|group|ledger|it)"
        r" administrators?\b",
    ),
    "reservation": any_of(
        r"(?:says?|said|tells? me|told me|swears?|assures? me) (?:that )?(?:it|this|that|yours) "
        r"(?:was|has been|is|s been)"
        r" (?:\w+ )?(?:paid|sent|settled|transferred|cleared)\b(?! (?:for|off|twice|by (?:the|our"
        r"|my|his|her)|in cash|too))",
        r"(?:be|is|s) the right (?:one|person) (?:for this|to ask|to write to|to contact|for "
        r"you)\b",
    ),
    "quote": any_of(r"(?:devis|quotes?|quotation) (?:reference|ref|number|no)\b"),
}
"""By the name of the sign."""

FOUND = {
    Intent.DISPUTE: words_in(
        r"(?:my|our|the|this)? ?(?:keyboard|caps lock|shift key)(?: key)? (?:is|was|got)"
        r" (?:broken|stuck|jammed|gone)\b(?![^.;!?]{0,60}\byour?\b)",
        r"(?:vendor|supplier) (?:record|file|master|entry|account) (?:is|was) missing (?:your |the "
        r"|any"
        r" |a )?(?:bank|iban|bic|vat|tax|address|e ?mail|details|po)\b",
        r"(?:my|our) (?:\w+ )?(?:file|folder|records?)(?: for (?:that|this|the) \w+)? (?:is|are"
        r"|was)"
        r" incomplete\b",
        r"as i told you,? i (?:came|started|joined|have only|only|am new|took)\b",
        r"(?:that )?(?:nothing|not a thing|none(?: of (?:it|them))?|not one) (?:was|were|is|came"
        rf"|arrived) (?:broken|damaged|missing|cracked|scratched)\b{_AND_NO_MORE}",
        r"(?:with|has|have|had|got) (?:an? |his |her |my )?broken (?:wrist|leg|arm|ankle|foot|hip"
        r"|shoulder|collar ?bone|ribs?|elbow|finger|thumb|toe|nose)\b",
        r"digits? (?:are |is |were |was )?missing\b",
        r"(?:money|payment|transfer|wire)\b[^.;!?]{0,70}\b(?:it|money|payment|transfer) never"
        r" arrived\b(?![^.;!?]*\b(?:goods|order|parcels?|delivery|machine)\b)",
        r"(?:credited|transfer|payment|money)\b[^.;!?]{0,60} (?:had|has) not been returned\b",
        r"hold (?:the )?cleared funds\b|hold ups? (?:with|in|on|at) (?:payments?|the (?:bank|post))"
        r"\b",
    ),
    Intent.HOSTILE: words_in(
        r"(?:our|my) (?:own )?(?:(?:bloody|damn|stupid|corporate|resident|useless) )*(?:idiots?"
        r"|muppets?|clowns?|eejits?|morons?|imbeciles?|bastards?)\b(?![^.;!?]{0,30}\byour?\b)",
        r"idiot in charge\W{1,3}(?:me|i)\b|idiot like me\b|(?:i m|i am|i was|feel like|felt like)"
        r" (?:such )?(?:an? |the )?(?:complete |right |bit of a |total )?(?:idiot|muppet|eejit"
        r"|fool)\b(?! (?:to (?:buy|order|trust|hire|pay|believe)|for))",
        r"stupid (?:system|bank|app|computer|printer|portal|software|mistake of mine|me|of me"
        r"|password|token|scanner)\b(?![^.;!?]*\byour?\b)",
        r"(?:clowns?|idiots?|muppets?) (?:in|at|from) (?:the |our |my )?(?:compliance|bank|accounts"
        r"|payroll|head office|treasury)\b",
        r"(?:the|agreed|these|any|interest|exchange|business|going|first|second|third) rates?\b",
    ),
    Intent.OPT_OUT: words_in(
        r"i only keep this (?:address|mailbox|account|inbox) (?:for|going|because|on for|open)\b",
        r"(?:don t|do not|can ?t|cannot|no longer) (?:take|accept|process|handle) (?:invoices by e "
        r"?mail"
        r"|e ?mail(?:ed)? (?:invoices|bills))\b",
    ),
    Intent.PLAN_REQUEST: words_in(
        r"(?:ends?|ending|ref\w*|number|code) (?:in |with )?\d+ ?x\b",
        r"(?:two|three|four|several|some|a few) payments (?:came back|bounced|were returned|got"
        r" returned|failed)\b",
    ),
}
"""By the intent that a rule took."""
