"""English words of a debtor's own bank, and of the details that stand on the invoice.

"We changed banks in August", "waiting on the new bank card", "typo in the IBAN, my fat fingers",
"the slip with your IBAN on it", "it's on the wrong line of your ledger", "it's the bank I'm cross
with and not you": accounts are named, and none but the one that was always there. They are blanked
before `payee` looks for another account or another hand. What is new and ours stays.
"""

from relance_mailer.reading.intents.phrases import any_of, says

NO_CHANGE = (
    "Paid on Thursday. There was a typo in the IBAN, my fat fingers, so I did it again.",
    "The bank released it on Tuesday, I have the slip with your IBAN on it.",
    "We changed banks in August and the new bank lost our payees. Paid on Friday.",
    "Paid on 3 March to the IBAN printed on your invoice.",
    "Paid in June, I think it's on the wrong line of your ledger.",
    "It was paid on Tuesday. It's the bank I'm cross with and not you.",
)
CHANGES = (
    "Paid on Thursday. There was a typo in your IBAN, so I took the other one.",
    "The bank released it on Tuesday, I have the slip with your new IBAN on it.",
    "You changed banks in August and I paid into the new one on Friday.",
    "Paid on 3 March to the IBAN printed on your second invoice, the new one.",
    "Paid in June, I think it went to the wrong account.",
    "It was paid on Tuesday, to them and not you.",
)

_WE_MOVED = (
    r"(?:we|i)(?: ve| have| had| recently| just| also)* (?:changed|switched|moved|swapped"
    r"|changing|switching|moving) (?:our |my )?(?:banks?|bankers|banking)\b(?! (?:details|account"
    r"|data|as you|like you|because you|when you|after you))"
)
_MOVED = any_of(_WE_MOVED)
_THE_NEW_ONE = any_of(
    r"(?:the|this|a) new (?:bank|account)\b(?= (?:lost|dropped|mislaid|wiped|forgot|needs?|wants?"
    r"|is (?:slow|not|only|being|still)|has (?:not|no|lost|yet|only|taken)|had|took|takes|won|doesn"
    r"|didn|insists?|manager|people|isn|hasn|kept|asks?|makes?|made|says)\b)"
)
_OWN = any_of(
    _WE_MOVED,
    r"new bank (?:cards?|apps?|token|mandate|manager|signator(?:y|ies)|holiday|system|portal|reader"
    r"|card reader|fob|login|password|limits?|branch|website|software|feed|rules|charges)\b",
    r"(?:on|under|against|in) (?:the|a) wrong (?:line|account|name|customer|company|number|page"
    r"|heading|entry) (?:of|in|on|at|with) your (?:ledger|books|side|end|accounts?|system|file|list"
    r"|records?)\b",
    r"(?:on your side|at your end|in your (?:books|ledger|system)) (?:under|against|on) (?:the|a"
    r"|some) wrong (?:name|account|customer|number|line|company)\b",
    r"(?:cross|angry|annoyed|furious|fed up|mad|livid|fuming|raging|swearing|cursing|shouting"
    r"|grumbling|shouted|swore) (?:with|at|about)?[^.;!?]{0,30}?(?:and |but )?not (?:with |at"
    r" |about )?you\b",
)
_ANOTHER = any_of(
    r"(?:somebody|someone|else|from your|went to|new|newer|changed|other|another|different|updated"
    r"|latest|last|second|revised|amended|corrected|fresh|gave|given|rang|phone\w*|caller"
    r"|text(?:ed)?|told|e ?mailed|dictated|you sent|you wrote)\b"
)
_ON_THE_INVOICE = any_of(
    r"ibans? (?:number )?(?:\w+ ){0,3}?(?:(?:as |that is |that s |which is )?(?:printed|shown"
    r"|given|stated|found)|on|from|off) (?:on |in |at the (?:bottom|foot) of )?(?:the|your|this)"
    r" invoices?\b",
    r"(?:slip|confirmation|proof|receipt|advice|copy|screenshot|order|statement|printout)(?: \w+)"
    r"{0,3}? with (?:your|the) ibans?(?: and \w+)? (?:on it|there)\b",
)
_SLIP = any_of(
    r"(?:left|missed|dropped|swapped|transposed|mixed up) (?:\w+ ){1,4}?(?:out of|in|of|off) (?:the"
    r"|your) ibans?\b",
    r"(?:typo|digits?|number|letter|figure|slip|mistake|error)s? (?:\w+ ){0,2}?(?:in|of|from)"
    r" (?:the|your) ibans?\b",
    r"(?:mistyped|miskeyed|misread|mistook|typed|keyed|copied|wrote|entered) (?:\w+ ){0,3}?(?:the"
    r"|your) ibans?(?: \w+)? ?(?:wrong\w*|badly|incorrectly)?\b",
)
_MY_FAULT = any_of(
    r"(?:my|our) (?:\w+ )?(?:fingers?|thumbs?|fault|mistake|typo|slip|eyes?|error|glasses|own)\b"
    r"|(?:i|we) (?:had |d )?(?:\w+ )?(?:wrote|typed|mistyped|miskeyed|keyed|transposed|misread"
    r"|entered|copied|swapped|left|missed|dropped)\b|(?:somebody|someone|colleague|intern|trainee"
    r"|i)\b[^.;!?]{0,20}\btyped\b"
)


def moved_bank(text: str) -> bool:
    """Whether the writer says that he himself has changed banks."""
    return says(text, _MOVED)


def without_own_banking(words: str, *, moved: bool) -> str:
    """The folded words with what only tells of the own bank, or of our usual account, blanked."""
    words = _OWN.sub(" ", words)
    if moved:
        words = _THE_NEW_ONE.sub(" ", words)
    if _ANOTHER.search(words):
        return words
    words = _ON_THE_INVOICE.sub(" ", words)
    return _SLIP.sub(" ", words) if _MY_FAULT.search(words) else words
