"""The paper that is wanted, in English: a copy, a code, a portal, an account to pay into.

A verb of sending and the paper, a paper that did not come, a number that must stand on it. Whoever
asks for that by a question asks nothing else (`without_what_asks_for_papers`).
The examples: `TAKES`, `LEAVES`.
"""

from relance_mailer.reading.intents.english_classes import (
    AGAIN,
    BANK,
    CODE,
    GAP,
    NO_GOODS,
    PAPER,
    PORTAL,
    SENDING,
    SENDS,
)
from relance_mailer.reading.intents.phrases import any_of, find_by, rule, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.INVOICE_REQUEST, "Would you mind posting another copy to our new office?"),
    (Intent.INVOICE_REQUEST, "There was nothing attached to your message."),
    (Intent.INVOICE_REQUEST, "Please quote our PO number."),
)
LEAVES = (
    (Intent.INVOICE_REQUEST, "Would you mind posting the missing chair to our new office?"),
    (Intent.INVOICE_REQUEST, "Send me another one, this chair wobbles."),
)

_RULES = (
    rule(
        "would you send it",
        rf"(?:could|can|would|will) (?:you|u|ye|someone|somebody|anyone)(?: (?:please|kindly"
        rf"|maybe"
        rf"|also|just|possibly|perhaps))? {SENDS}(?: (?:me|us|on|over|in|to me))*"
        rf" (?:{PAPER}|{AGAIN})",
        rf"(?:would|do) you mind (?:\w+ )?{SENDING}(?: (?:me|us|on|over))*"
        rf" (?:{PAPER}|{AGAIN}|another (?:one|copy)?)",
        rf"(?:be|are) so (?:kind|good) as to {SENDS}(?: (?:me|us|on|over))* (?:{PAPER}|{AGAIN})",
        rf"(?:any|a|is there a|is there any) chance of (?:\w+ing )?{PAPER}",
        r"(?:what|which) (?:is|was|s) (?:the|your|this) (?:invoice|bill|account|customer"
        r"|reference) (?:number|no|nr|ref)\b"
        r"(?=\W*\?|,? please)",
        rf"(?:please|kindly|pls|plz|request you to|must ask you to|ask you to|grateful if you"
        rf" (?:could|would)|obliged if you (?:could|would)) {SENDS}(?: (?:me|us|on|over))*"
        rf" (?:{PAPER}|{AGAIN}|same\b)",
        rf"(?:can|could|may) (?:i|we) (?:please |kindly )?(?:have|get|trouble you for) (?:sent "
        rf")?"
        rf"{PAPER}",
        rf"(?:obliged|grateful|appreciate|ask|asking|thankful|glad|beg|request) (?:for |of "
        rf")?{PAPER}",
        rf"{PAPER}(?: (?:by|to|in|as|of) (?:\w+ ){{0,3}}?\w+)?,? (?:please|pls|plz|would (?:do"
        rf"|help|be"
        rf"|suffice)|needed|required|would you|if you (?:would|could|can|please))\b",
        r"(?:send|mail|e ?mail|post) (?:us|me) (?:another|a new (?:one|copy)|one more)(?= "
        r"(?:copy"
        r"|please|would|one)|\W*$|,)",
        r"where (?:is|s|can (?:i|we) (?:find|get|download|see)|do (?:i|we) (?:find|get"
        r"|download))"
        r" (?:the |your |that |this )?(?:actual )?(?:invoice|bill|it|pdf|copy)\W*$",
        leaves=(
            rf"{NO_GOODS}|(?:corrected|amended|revised|right price|correct|explain\w*|why"
            r"|justif\w+|breakdown|timesheets?|signed|proof|certificate|instalment\w*|order"
            r" confirmation|delivery (?!note)|quote\b(?! (?:our|the|your)))\b|(?:i|we) (?:ll"
            r"|will"
            r"|can|have|did|just) (?:\w+ )?(?:send|e ?mail|post)",
        ),
        strength=3,
    ),
    rule(
        "no paper came",
        r"(?:there (?:was|is|s) )?(?:nothing|no (?:attachment|pdf|invoice|bill|file|document))"
        r" (?:(?:is|was|were|been|ever|actually) )*(?:attached|enclosed)\b"
        r"(?! to (?!your|the (?:e ?mail|mail|message|letter|reminder)))(?! (?:at|in|on|with"
        r"|by) (?:the|our) (?!e ?mail))",
        r"no (?:invoice|bill|pdf|copy) (?:has |ever |yet )*(?:came|arrived|reached (?:me|us"
        r"|here"
        r"|this office)|come)\b",
        r"(?:attachment|pdf|link|file)(?: \w+){0,2} (?:won ?t|will not|doesn t|didn t|does not"
        r"|did"
        r" not|can ?t be|cannot be) (?:open|opened|load|work|come through|arrive|display"
        r"|read)\b",
        r"(?:can ?t|cannot|couldn t|unable to|not able to) (?:open|read|load|download) (?:the"
        r"|your|that"
        r"|this) (?:\w+ )?(?:attachment|pdf|link|file|invoice|bill|copy|document)",
        r"(?:reminder|letter|e ?mail|mail|statement) (?:came|arrived|is here|reached (?:me"
        r"|us))\W+(?:but )?"
        r"(?:the |no |not the )?(?:bill|invoice)(?: (?:itself|never did|never|didn t|did not"
        r"|hasn t|has"
        r" not|not|came|with it))*",
        r"(?:invoice|bill|document|copy)(?: (?:in question|itself|you mention|no \S+|of (?:\w+ "
        r"){1,2}\w+))?"
        r" (?:never (?:came|arrived|reached|made it|turned up|got)|(?:has|had|did) ?(?:n t| "
        r"not)"
        r" (?:come|arrive|arrived|reach|reached|turn up|turned up)|is (?:not|n t) (?:here"
        r"|between them"
        r"|among them|in (?:our|my|the) (?:system|files|ledger|books|inbox)))\b(?: (?:to|at|in"
        r"|us|me"
        r"|here|this|our|office))*",
        r"(?:never|not|haven t|have not|hasn t|didn t|did not) (?:re[ck]ei?ie?ved|received"
        r"|recieve|receive"
        r"|got|get|seen|see|saw|had) (?:it|this|that|(?:the|your|this|that|an?|any) (?:\w+ "
        r")?(?:invoice|bill"
        r"|copy|document|paperwork|original))(?=\W*$|[.,;])",
        r"(?:can ?t|cannot|couldn t|unable to|don t|do not) (?:seem to )?(?:find|locate|trace"
        r"|hold|have)"
        r" (?:(?:the|your|that|this|any|an?|it|said|one|of|original) ){0,4}(?:invoice|bill|copy"
        r"|papers?"
        r"|paperwork|document|pdf|one)\b",
        r"(?:page|sheet) \w+ is missing|missing (?:the )?(?:page|second page|last page|first "
        r"page)",
        r"(?:lost|mislaid|deleted|binned|shredded|misfiled) (?:the|your|that|this|our copy of "
        r"the) (?:\w+"
        r" )?(?:paper|invoice|bill|copy|e ?mail|letter|pdf|one)\b",
        leaves=(
            rf"{NO_GOODS}|(?:\w*n t|not|never) (?:\w+ )?(?:order|want|agree|ask|buy)\w*|(?:thing"
            rf"|item"
            r"|part|order|work|service)s?\b|(?<!attachment )(?<!in )question\b(?! has)",
        ),
    ),
    rule(
        "needs a code",
        rf"(?:please |kindly |must |could you |can you |you )(?:\w+ )?(?:quote|add|put|show"
        rf"|state|include"
        rf"|mention|give|indicate|use) (?:\w+ )?(?:{GAP}){{0,3}}?{CODE}",
        rf"(?:what|which) (?:is|was|s)? ?(?:the |our |your |this )?(?:\w+ )?{CODE}",
        rf"(?:there s|there is|there was|has|had|with) no (?:valid )?{CODE}",
        rf"(?:need|needs|require|requires|missing|lacks|without|has|have|shows|carries) (?:no "
        rf")?(?:a |an"
        rf" |the |our |your |valid |any )*{CODE}",
        rf"(?:anything|invoices?|bills?) without (?:a |an |one|the |our |valid )*(?:{CODE}"
        rf"|one)?(?: get| is"
        rf"| are| will be| gets)? ?(?:rejected|returned|refused|bounced|parked)?",
        r"(?:system|workflow|portal|software|scanner) (?:\w+ )?(?:rejects?|refuses?|bounces"
        r"|blocks|won ?t (?:take"
        r"|accept|let)|can ?t (?:take|process|match))\b",
        leaves=(
            rf"{NO_GOODS}|(?:price|amount|only says|quantit\w+|placed|cancel\w*|never ordered"
            r"|less|hours|never (?:raised|issued|placed|gave)|no order|did ?n t order)\b",
        ),
    ),
    rule(
        "through the portal",
        rf"(?:upload|submit|lodge|load|post|put|send|register|enter|file|key|resubmit"
        rf"|drop)(?:ted)? (?:(?:the"
        rf"|your|this|that|it|them|these|all|both|invoices?|bills?|documents?|electronically"
        rf"|via|through|on"
        rf"|onto|in|into|to|our|a|supplier|vendor|up) ){{1,7}}{PORTAL}",
        rf"(?:only|must|have to|has to|cannot|can ?t|don t|do not) (?:\w+ )?(?:accept|take"
        rf"|process|come|be (?:sent"
        rf"|submitted|uploaded|lodged)|pay) (?:(?:e|paper|invoices?|bills?|by|through|via|on|in"
        rf"|our|the|mail"
        rf"|email|pdf) )*(?:{PORTAL}|e ?mail(?:ed)? invoices|paper invoices|pdf invoices)",
        r"(?:upload|lodge|submit|register|post) (?:it|them|those) there",
        leaves=(rf"{NO_GOODS}|(?:price|amount|complaint|dispute|rejected because)\b",),
    ),
    rule(
        "where to pay",
        r"(?:send|give|need|needs|require|requires|missing|provide|share|want|forward)(?: (?:me|us"
        r"|a|an|the|your|copy|of|and|or"
        r"|bank|confirmation|letter|signed|current|valid|company|details|certificate)){0,7}? (?:w "
        r"?[89]\w*|bank (?:confirmation"
        r" )?letter|vat (?:number|id|registration|certificate)|tax (?:id|number|residen\w+(?: "
        r"certificate)?)|siret|siren"
        r"|company (?:registration|number)|vendor form)\b",
        rf"(?:what|which) (?:is |s |are |was )?(?:the |your |ur )?(?:\w+ )?{BANK}",
        rf"(?:send|give|confirm|share|provide|need|needs|obliged for|missing|lacks?|have"
        rf"|require) (?:(?:me|us|it"
        rf"|your|the|a|an|for|copy|full|address|and|with|together|of|complete|correct|french) "
        rf"){{0,6}}{BANK}",
        r"where (?:do|should|must|can|shall|am) (?:i|we) (?:send|pay|transfer|wire|make) "
        r"(?:(?:the|my|our|this"
        r"|it|payment|money|transfer|cheque|to) ?){0,3}\W*(?:\?|$)",
        r"(?:which|what) account (?:number )?(?:do|should|must|shall) (?:i|we) (?:pay|send|use"
        r"|transfer)\b",
        leaves=(
            r"(?:changed|new|different|other|another|updated|fraud|scam|old|hacked|phish\w*"
            r"|differs?"
            r"|suspicious|genuine)\b|(?:our|my) (?:iban|bank details|account number)",
        ),
    ),
)

_SURE = 3
_STAYS_ASKED = any_of(
    r"(?:explain\w*|why|justif\w+|how (?:much|many|come|long)|breakdown|details? of|what (?:is|was"
    r"|for|did"
    r"|exactly)|correct\w*|amend\w*|who (?:ordered|signed|agreed|was)|when (?:were|was|did)"
    r"|instal\w+|refund\w*"
    r"|credit note|discount|reduce|cancel\w*|tell (?:me|us) (?:what|why|how|who))\b"
)
_FOR_THAT = any_of(
    rf"(?:could|can|would|will|may) (?:you|u|i|we)(?: (?:please|kindly|also|just))? (?:{SENDS}"
    rf"|get)(?: (?:me|us))?"
    r" (?:it|that|them|those|one|a new one|another one)(?: (?:please|for me|over|to me|to "
    r"us))?\W*\?"
)
"""A wish for the paper that another sentence named."""
_LOOK_AGAIN = any_of(
    r"(?:could|can|would) (?:you|u|someone)(?: (?:please|kindly|just|double|maybe|perhaps))* "
    r"(?:check|look|confirm|see|verify)"
    r"(?: (?:again|it|into|at|with|on|your|our|the|side|end|bank|account|accounts|records|ledger"
    r"|statement|books|please|receipt"
    r"|whether|if|has|have|landed|arrived|received|once|more|for|me|us|that|payment|transfer|come"
    r"|through))*\W*\?"
)
"""A look at the account, where a payment is told."""
_ASKED = frozenset({"would you send it", "needs a code", "where to pay", "no paper came"})


def find(text: str) -> tuple[Finding, ...]:
    """Which paper, code or account the text asks for."""
    return find_by(Intent.INVOICE_REQUEST, _RULES, text)


def without_what_asks_for_papers(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without the bare question marks behind a wish for a paper, a code or an account.

    What else is asked in the same breath keeps its mark.
    """
    wished = [each.span for each in findings if each.rule in _ASKED]
    paid = any(each.intent is Intent.PAID and each.strength >= _SURE for each in findings)
    if not wished and not paid:
        return findings
    asked = []
    named = False
    for each in sentences(text):
        wishes = any(span in each.raw for span in wished)
        about_it = (
            wishes
            or (named and _FOR_THAT.search(each.folded) is not None)
            or (paid and _LOOK_AGAIN.search(each.folded) is not None)
        )
        if each.asks and about_it and not _STAYS_ASKED.search(each.folded):
            asked.append(each.raw)
        named = named or wishes
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.QUESTION
        or each.strength >= _SURE
        or not any(each.span in raw for raw in asked)
    )
