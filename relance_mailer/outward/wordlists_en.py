r"""English: the words that a letter never says, and those that belong to a rung of the ladder.

The same lists as in French; the debt stays French, and so do its acts: « formal notice » is a
*mise en demeure*, « payment order » an *injonction de payer*.
"""

from types import MappingProxyType

from relance_mailer.law.routes import Act
from relance_mailer.outward.tongue import Tongue

_SOFT = (
    (
        r"(?:we|i) (?:would like to |'d like to )?(?:are |am )?tak(?:e|ing) the liberty",
        "we take the liberty of",
    ),
    (r"unless (?:we are|we're|i am|i'm) (?:very much )?mistaken", "unless we are mistaken"),
    (r"errors (?:and|or) omissions excepted|e&oe", "errors and omissions excepted"),
    (r"it (?:would |may |might )?(?:seems?|appears?)", "it would appear"),
    (r"apparently|presumably", "apparently"),
    (
        r"(?:we|i)(?: would|'d| should) be (?:very |most )?(?:grateful|obliged|thankful)",
        "we would be grateful if you could",
    ),
    (r"if (?:it is |it's |at all )?(?:at all )?possible", "if possible"),
    (r"(?:when|whenever|as soon as) you (?:can|are able)", "when you can"),
    (r"at your (?:\w+ )?convenience", "at your convenience"),
    (r"as soon as (?:you )?possibl[ey]", "as soon as possible"),
    (r"asap", "ASAP"),
    (r"shortly|soon", "shortly"),
    (r"at your (?:very )?earliest", "at your earliest"),
    (r"(?:promptly|quickly|swiftly|without undue delay)", "promptly"),
    (
        r"within (?:\w+ )?(?:\d+|a few|seven|eight|ten|fourteen|fifteen|thirty) "
        r"(?:working |business )?days",
        "within 8 days",
    ),
    (
        r"(?:friendly|gentle|kind|quick|little|courtesy|polite|simple) (?:\w+ )?reminder",
        "a gentle reminder",
    ),
    (r"just (?:a |to )?(?:quick |short )?remind\w*", "just a reminder"),
    (
        r"surely an oversight|(?:a |an )?(?:simple |mere )?oversight on your (?:part|side)",
        "surely an oversight",
    ),
    (r"(?:we are |i am |we're |i'm )?sorry (?:to|for)", "sorry to bother you"),
    (r"apolog(?:y|ies|i[sz]es?|i[sz]ing) for", "apologies for chasing"),
    (r"(?:we|i) (?:do )?hope|hoping|hopefully", "we hope"),
    (r"(?:we|i)(?: would|'d| should) (?:very much )?(?:like|love|appreciate)", "we would like"),
    (r"do the needful", "please do the needful"),
    (r"touch base", "touch base"),
    (r"circle back", "circle back"),
    (r"(?:don't|do not) hesitate", "don't hesitate"),
    (r"feel free", "feel free"),
    (r"(?:remain|am|are|stay) at your (?:entire |full )?disposal", "I remain at your disposal"),
    (r"(?:we|i) (?:may|might|could) (?:have to|be (?:forced|obliged|compelled))", "we may have to"),
    (r"(?:we|i) reserve (?:the|our|my) rights?", "we reserve the right"),
)
_HARSH = (
    (r"(?:bad|poor|late) payers?", "bad payer"),
    (r"bad faith", "bad faith"),
    (r"dishonest\w*", "dishonest"),
    (r"unacceptabl[ey]", "unacceptable"),
    (r"disgrac\w+", "disgraceful"),
    (r"scandal\w*|outrageous\w*|shame\w*", "shameful"),
    (r"irresponsib\w+", "irresponsible"),
    (r"liars?|lying|lies", "liar"),
    (r"fraud\w*", "fraud"),
    (r"thie(?:f|ves)|crooks?|swindl\w+|scam\w*", "thief"),
    (r"bailiffs?", "bailiffs at your door"),
    (r"seiz(?:e|ed|ing|ures?)", "seizure"),
    (r"blacklist\w*|credit register", "blacklist"),
    (
        r"(?:tell|inform|alert|warn|contact)\w* (?:all )?your "
        r"(?:customers|clients|suppliers|bank|employer|family|neighbours|partners|staff)",
        "tell your customers",
    ),
    (r"publish\w*|publicly", "publish"),
    (r"police|gendarmes?", "police"),
    (r"prisons?|jail", "prison"),
    (r"criminal complaint|press charges", "criminal complaint"),
    (
        r"(?:all|any) costs (?:will be |are |shall be )?(?:at|to) your (?:expense|charge)",
        "all costs at your expense",
    ),
    (r"official (?:notice|notification)", "official notice"),
    (r"summons(?:es)?", "summons"),
    (r"warrants?", "warrant"),
    (
        r"(?:final|last) (?:notice|warning) before (?:legal action|proceedings|seizure)",
        "final notice before legal action",
    ),
    (r"republic of france|french republic|french state|marianne", "French Republic"),
    (r"(?:put|apply) pressure", "put pressure on your accountant"),
    (r"(?:tell|push) your (?:boss|manager|director)", "tell your boss"),
    (
        r"(?:reminder|administration|administrative|collection|handling|file) (?:fees?|charges?)",
        "reminder fees",
    ),
    (r"(?:lawyers?'?s?|attorneys?'?s?|legal|bailiffs?'?s?) (?:fees?|costs?)", "legal fees"),
    (r"penalty clauses?", "penalty clause"),
)
# An « interim-payment order » is another road.
_PAYMENT_ORDER = r"(?<!interim[- ])payment orders?|injonction de payer"
_INTEREST = (
    (r"late[- ]payment (?:interest|penalt\w+)", "late-payment interest"),
    (r"(?:moratory|default|overdue|statutory late) interest", "moratory interest"),
    (
        r"fixed (?:sums?|compensation|charges?|indemnit\w+)|flat(?:-rate)? fees?",
        "fixed compensation",
    ),
)

ENGLISH = Tongue(
    language="en",
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=tuple(
        "january february march april may june july august september october november "
        "december".split()
    ),
    first_of_month="1",
    figures=r"\b\d{1,2}/\d{1,2}/\d{1,4}\b",
    soft=_SOFT,
    undated=(
        (r"get back to (?:you|me|us)", "we will get back to you"),
        (r"follow up with you", "we will follow up with you"),
        (r"do what is (?:needed|necessary)", "do what is necessary"),
    ),
    hedges=(
        (r"maybe|perhaps", "maybe"),
        (r"possibly", "possibly"),
        (r"if (?:need be|necessary|appropriate)", "if need be"),
    ),
    disregard=((r"(?:disregard|ignore) (?:this|if)", "please disregard this message"),),
    harsh=_HARSH,
    below_notice=(
        (r"immediate(?:ly)?|forthwith|at once", "immediately"),
        (r"(?:we|i|hereby) (?:hereby )?demand", "we demand"),
        (r"without (?:further )?delay", "without delay"),
    ),
    consumer=(
        (r"(?:€|eur) ?40(?:\.00)?(?![\d,.]*\d)|(?<![\d,.])40(?:\.00)? ?(?:€|euros?)", "€40"),
        (r"fixed (?:sums?|compensation|charges?)|flat(?:-rate)? fees?", "fixed compensation"),
        (r"late[- ]payment (?:interest|penalt\w+|charges?|fees?)", "late-payment interest"),
        (r"(?:moratory|default|overdue) interest", "default interest"),
        (r"ecb|european central bank", "ECB"),
        (r"l ?441-10|d ?441-5", "article L441-10"),
    ),
    costs=(
        (r"(?:recovery|collection) costs?|costs? of (?:recovery|collection)", "recovery costs"),
    ),
    costs_allowed=(
        r"fixed (?:sums?|compensation) (?:of €\d+(?:\.\d+)? )?(?:per invoice )?"
        r"for (?:recovery|collection) costs"
    ),
    degree=(
        (r"very|highly", "very"),
        (r"extremely", "extremely"),
        (r"unfortunately|regrettably", "unfortunately"),
        (r"obviously|clearly|evidently", "obviously"),
        (r"constantly|continually|repeatedly|systematically", "constantly"),
        (r"regularly", "regularly"),
    ),
    motives=(
        (r"you (?:do not|don't) (?:wish|want|intend|care)", "you do not wish to"),
        (r"you (?:refuse|are refusing)", "you refuse"),
        (r"you are (?:trying|seeking|pretending)", "you are trying to"),
    ),
    repeated=("always", "still"),
    interest=_INTEREST,
    notice=((r"formal notice|mise en demeure", "formal notice"),),
    notice_act=(
        (
            r"(?:give|giving|serve) you (?:\w+ )?(?:formal )?notice|put you on (?:formal )?notice",
            "I hereby give you formal notice",
        ),
    ),
    posted=(
        (r"registered (?:post|mail|letter)|recorded delivery", "by registered post"),
        (r"(?:acknowledgement|advice) of (?:receipt|delivery)", "acknowledgement of receipt"),
        (r"lrar|recommande", "LRAR"),
    ),
    before_due=(
        (r"overdue|past due", "overdue"),
        (r"late|delay(?:ed|s)?", "late"),
        (r"unpaid|outstanding", "unpaid"),
        (r"reminders?", "reminder"),
        (r"failing (?:this|payment|which)", "failing this"),
    ),
    court=(
        (r"courts?|tribuna\w*", "court"),
        (_PAYMENT_ORDER, "payment order"),
        (r"(?:judicial|court) officers?|commissaires? de justice", "judicial officer"),
        (
            r"interim[- ]payment (?:order|proceedings|application)|refere-provision",
            "interim-payment order",
        ),
    ),
    acts=MappingProxyType(
        {
            Act.FOLLOW_UP: (
                (r"(?:i|we) (?:will|shall) (?:contact|write to) you", "I will contact you again"),
            ),
            Act.INTEREST_AND_FEE: _INTEREST[:2],
            Act.FORMAL_NOTICE: ((r"formal notice", "a formal notice"),),
            Act.PAYMENT_ORDER: ((_PAYMENT_ORDER, "a payment order"),),
            Act.OFFICER_OR_COURT: (
                (r"(?:judicial|court) officers?|commissaires? de justice", "a judicial officer"),
            ),
            Act.LETTER_TO_PRESIDENT: (
                (r"president|chair\w*", "the president of your association"),
            ),
            Act.LETTER_TO_PUBLIC_ACCOUNTANT: ((r"public accountant", "your public accountant"),),
            Act.LETTER_TO_HEAD_OF_BODY: (
                (r"head of your (?:body|organisation|authority)", "the head of your organisation"),
            ),
            Act.INTERIM_PAYMENT: (
                (
                    r"interim[- ]payment (?:order|proceedings|application)|refere-provision",
                    "an interim-payment order",
                ),
            ),
        }
    ),
    semester=r"half of \d{4}|half-year",
    vat=r"\bvat\b",
    vat_none=(
        r"(?:not subject to|outside the scope of|without|exclusive of|exempt from|no) "
        r"(?:french )?vat"
    ),
    alternatives=("mr/", "ms/", "mrs/", "mr /", "ms /", "mrs /", "sir/", "madam/", "sir /"),
    greetings=("dear", "hello", "good morning"),
    small_words=frozenset(
        "the of and is are you your our we this that which with for please will not have has "
        "invoice payment by from to".split()
    ),
)
