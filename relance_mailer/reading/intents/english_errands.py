"""What English clerks and customers did with the money and the letter: turns of word classes.

`plain_english` knows turns of phrase; here a turn is built as a sentence is: somebody of an office,
a verb of handing on, the letter or a pronoun for it; money, a verb of leaving, one's own account; a
desk and its address. The examples: `TAKES`, `LEAVES`.
"""

from relance_mailer.reading.calendar_words import MONTH
from relance_mailer.reading.intents.english_classes import (
    BILL,
    GAP,
    GONE,
    LETTER,
    MONEY,
    NO_GOODS,
    NOT_LAW,
    OFFICE,
    PAID,
    PERSON,
    PROOF,
)
from relance_mailer.reading.intents.phrases import find_by, rule
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "The money came out of our account on Tuesday."),
    (Intent.PAID, "BACS went on the 3rd, remittance advice attached."),
    (Intent.PAID, "Your reminder crossed with our payment."),
    (Intent.PAID, "My husband payed this one in January."),
    (Intent.PAID, "This item was discharged by bank transfer on 20 June."),
    (Intent.ACK, "I've passed it to Sharon in accounts."),
    (Intent.ACK, "Leave it with me."),
    (Intent.ACK, "It's with our finance team."),
    (Intent.ACK, "Your letter of 12 June is receiving attention."),
    (Intent.REDIRECT, "Nobody here handles that, you need treasurer@svelvik.no"),
    (Intent.REDIRECT, "Newry looks after your account, newry@tiles.co.uk."),
)
LEAVES = (
    (Intent.PAID, "The money has not come out of our account."),
    (Intent.PAID, "The pallet left our yard on Tuesday."),
    (Intent.PAID, "See the attached proof that you never came."),
    (Intent.ACK, "I've passed it to our solicitor."),
    (Intent.ACK, "Your claim must be submitted to our office."),
    (Intent.ACK, "I've handed the broken one to your driver."),
    (Intent.REDIRECT, "Our solicitor looks after it, jane@hallandson.co.uk."),
    (Intent.REDIRECT, "Send the copy to ap@hughes.co.uk."),
)

_RULES = {
    Intent.PAID: (
        rule(
            "left our account",
            rf"{MONEY} (?:(?:has|have|had|already|just|all|then|in full|s) )*(?:left|went out of"
            r"|gone out of|(?:came|come|gone|went) (?:out of|off|from)|(?:was|were|been|is) "
            r"(?:debited|taken)"
            r"(?: from)?|cleared) (?:our|my|the|his|her) (?:\w+ ){0,4}?(?:account|bank|balance"
            r"|statement"
            r"|side|end)\b",
            rf"(?:was|were|been) (?:\w+ly |duly |already )?{PAID} to (?:you|your (?:\w+ "
            rf"){{0,2}}account)\b",
            r"credit (?:was|has been) given to your (?:\w+ )?account",
            rf"you (?:ve |have )?had (?:it from (?:us|me)|(?:our|the|your) (?:money|payment"
            rf"|transfer"
            rf"|cheque)) (?:on |in |since )?{GONE}",
            leaves=(
                r"(?:not|\w*n t|never|no|will|ll|shall|twice|by mistake|wrongly|back to|returned)\b"
                r"|\?\W*$",
            ),
            strength=3,
        ),
        rule(
            "was settled",
            rf"(?:invoices?|bills?|items?|it|this|that|one|ones|amount|sum|lot|both|all|account"
            rf"|payment|these)"
            rf" (?:(?:no|number|nr|of|for|dated) \S+ )?(?:was|were|has been|have been|s been"
            rf"|having been|got) (?:\w+ly |already |now |duly |all |included in (?:our|the)"
            rf" (?:\w+ )?)?(?:{PAID}|paid|made|sent|transfer|run)\b (?:{GAP}){{0,6}}?{GONE}",
            leaves=(
                r"(?:not|\w*n t|never|no|will|ll|shall|twice|by mistake|to be|if|once|when"
                r"|as soon as|unless|until|delivery|repair|damage|order|goods)\b|\?\W*$",
            ),
            strength=3,
        ),
        rule(
            "somebody paid it",
            rf"(?:i|we|he|she|they|dad|mum|(?:my|our|the|his) (?:\w+ ){{0,2}}\w+) (?:(?:already"
            rf"|just|have|has|ve|s|now|actually|finally|then|did|all) )*(?:paid|payed|settled"
            rf"|cleared|remitted|wired|transferred) {BILL}(?= |\W|$)",
            rf"(?:i|we|he|she|they|dad|mum|(?:my|our|the|his) (?:\w+ ){{0,2}}\w+) (?:(?:already"
            rf"|just|have|has|ve|s|now|finally) )*(?:sent|did|done|put through|made|keyed)"
            rf" (?:it|this|that|yours|(?:the|your|a) (?:\w+ )?(?:payment|transfer|money|cheque"
            rf"|bank draft)),?(?: {GAP}{{0,4}}?{GONE}|\W*$)",
            rf"^\W*(?:(?:hi|hello|yes|sorry|now|all|just|ok|morning|thanks|well)\W+){{0,3}}"
            rf"(?:paid|payed|remitted|settled|transferred|executed|cleared)"
            rf"(?: (?:{BILL}|(?:the|a|your) (?:payment|transfer|cheque)|in full|now|with|for|4"
            rf"|off))*"
            rf"(?:,? (?:(?!by\b){GAP}){{0,5}}?{GONE}|(?= (?:the|with|by|through|via|over|on|using)"
            rf" (?:\w+ )?(?:card|link|website|web site|app|phone|paypal|apple pay|online|bank|post)"
            rf"\b)|(?=,? (?:sorry|apolog\w+|with apologies|thanks)|\W*$))",
            rf"^\W*(?:(?:hi|hello|yes|sorry|now|all|just|ok|morning|thanks|well)\W+){{0,3}}"
            rf"(?:did|done|sent|posted)(?: (?:it|this|that|yours|you a bank draft|(?:the|a|your)"
            rf" (?:payment|transfer|cheque|bank draft|money)|in full|now|off|over|out|your way|to "
            rf"you|by"
            rf" (?:bacs|wire|sepa|post|card|wise|transfer)))*,? {GONE}",
            r"^\W*(?:(?:yes|sorry|ok)\W+)?just (?:did|made|sent) (?:the|your|a) (?:payment"
            r"|transfer)\b",
            r"^(?:\W*(?:hi|sorry|yes)\W+)?now (?:paid|settled|done|sent)\b",
            leaves=(
                r"(?:\w*n t|not|never|no one|nobody|will|(?<!you )ll|shall|twice|by mistake|if|once"
                r"|until|unless"
                r"|to your (?:driver|man|fitter|rep)|cash|half|part|deposit|first)\b"
                r"|(?<!check)(?<!bank)(?<!account)(?<!side)(?<!end)(?<!now)(?<!please)\?\W*$",
            ),
            strength=3,
        ),
        rule(
            "made on",
            rf"(?:payments?|transfers?|funds|cheque|money|bacs) (?:(?:was|were|has been|s been|duly"
            rf"|already) )*(?:made|sent|posted|done|executed|remitted|transferred),? (?:over |off "
            rf")?"
            rf"{GONE}",
            rf"(?:i|we|he|she|my \w+) (?:put|popped|dropped|posted) (?:the|your|a) (?:cheque|money"
            rf"|bank"
            rf" draft)(?: (?:in|into) the post(?:box)?)? {GONE}",
            leaves=(
                r"(?:not|\w*n t|never|no|will|ll|shall|twice|by mistake|to be|if|once|when"
                r"|as soon as|unless|until|half|part|first|is|are|gets?)\b|\?\W*$",
            ),
            strength=3,
        ),
        rule(
            "proof enclosed",
            rf"{PROOF}(?: (?:is|of|for|from|was|dated|number|no|our|the|\d\S*|{MONTH}|for the"
            rf" \w+)){{0,4}},? (?:attached|enclosed|below|herewith|in attachment|as attachment"
            rf"|on file if|available|comin\w*|to follow|follows)\b",
            rf"(?:attached|enclosed|below|find|see|herewith|here is|here s|attaching|enclosing)"
            rf" (?:\w+ )?{PROOF}(?= |\W|$)",
            leaves=(
                r"(?:send|need|request|want|proof that|no|not|your (?:receipt|confirmation)"
                r"|confirmation of (?:order|your)|delivery|order|collection)\b|\?\W*$",
            ),
        ),
        rule(
            "crossed in the post",
            r"(?:reminders?|letters?|e ?mails?|mails?|messages?|notes?)(?: \w+){0,3} (?:crossed"
            r"|crossing"
            r"|cross)(?: (?!goods|delivery)\w+){0,4} (?:payment|transfer|cheque|money|remittance"
            r"|bacs)",
            r"(?:payment|transfer|cheque|money)(?: \w+){0,4} crossed",
            leaves=(r"(?:not|\w*n t|half|part|cheque book|fingers)\b",),
        ),
        rule(
            "down as paid",
            r"(?:down|marked|recorded|showing|shows|shown|booked|registered|posted|listed|closed) "
            r"as (?:paid|settled|cleared)"
            r"\b",
            leaves=(
                r"(?:not|\w*n t|never|will|ll|once|when|until|should|must|wrongly|by mistake)\b"
                r"|\?\W*$",
            ),
            strength=3,
        ),
        rule(
            "went on",
            rf"(?:bacs|chaps|sepa|swift|faster payment|bank transfer|the wire|wire) (?:\w+ "
            rf")?(?:went"
            rf"|left|done|made|sent|executed)(?: (?:on|off|out|through))* {GONE}",
            r"(?:bank|banking app|app|statement|online banking)(?: \w+){0,3} (?:says?|shows?|tells "
            r"me)"
            r"(?: (?!not|no|never|hasn|isn|wasn|didn|will|ll|pending)\W?\w+){0,5}?\W*(?:completed"
            r"|executed|gone|sent|processed|left"
            r"|debited)\b",
            leaves=(r"(?:hasn|isn|didn|wasn|won|twice|pending)\b|\?\W*$",),
        ),
    ),
    Intent.ACK: (
        rule(
            "handed to the office",
            rf"(?:pass(?:ed|ing)?|forward(?:ed|ing)?|hand(?:ed|ing)?|escalat\w+|sent|sending|send"
            rf"|giv(?:e|en|ing)|gave|show(?:n|ed|ing)?|tak(?:e|en|ing)|took|refer(?:red|ring)?"
            rf"|relay\w*|rais(?:e|ed|ing)|bring(?:ing)?|brought|flag\w*|cop(?:y|ied|ying)|print\w*"
            rf"|put|plac(?:e|ed|ing)|laid|left|leave|mention\w*|transferred|pased|passd|assigned"
            rf"|logged|route[d]?|submitted|circulat\w+)"
            rf"(?: {LETTER})?(?: out| in| up)? ?(?:on|along|over|up|through|down|across|upwards)?"
            rf" ?(?:to|with|for|before|by|past|in front of|under|to the (?:notice|attention)"
            rf" of|for the attention of) {PERSON}{OFFICE}\b",
            rf"print\w* (?:{LETTER} )?(?:out |off )?for (?:\w+)\b|put {LETTER} (?:in|into|on|onto"
            rf"|at the top of)"
            rf" (?:the|a|my|our|his|her) (?:\w+ )?(?:folder|trays?|pile|heap|agenda|file|basket"
            rf"|bundle|list"
            rf"|pigeonhole|spike|board s (?:folder|papers))\b|assigned to me\b",
            rf"(?:cop(?:y|ied|ying)|looped|loop|cc d|adding|added)(?: in)? (?:our|my|the)"
            rf" (?:\w+ ){{0,3}}?{OFFICE}\b",
            r"(?:given|gave|handed|passed|forwarded|shown|printed) (?:the|your|this) (?:\w+ "
            r")?(?:letters?"
            r"|reminders?|e ?mails?|notes?) (?:on |over |off )?(?:to|for) \w+",
            leaves=(
                rf"{NOT_LAW}|{NO_GOODS}|(?:\w*n t|not|never|nobody|no one)\b|\?\W*$|\S+@\S"
                r"|(?:payment|paid|cheque|money|cash|claims?)\b"
                r"|(?:must|should|has to|have to|is to|are to) be\b",
            ),
        ),
        rule(
            "with the office",
            rf"(?:{LETTER}|all|now) (?:is|are|s|has been|have been|was|were)? ?(?:now |already "
            rf"|currently |still )?(?:with|at|over to|gone to|in the hands of|in front of|before)"
            rf" {PERSON}{OFFICE}\b",
            r"(?:your|the|this) (?:\w+ )?(?:letter|reminder|e ?mail|mail|message|notice|case"
            r"|request|enquiry|statement|query)(?: of (?:the )?(?:\w+ ){1,2}\w+)? (?:is|has been"
            r"|was) (?:\w+ )?(?:to hand|noted|logged|registered|recorded|received|filed"
            r"|acknowledged"
            r"|in (?:the |our )?(?:queue|system|hand|good hands)|receiving (?:our )?attention"
            r"|being"
            r" (?:\w+ )?(?:looked (?:at|into)|dealt with|reviewed|processed|attended to"
            r"|handled))\b",
            r"(?:we|i) (?:hereby |duly |gratefully )?acknowledge (?:receipt of |having received "
            r")?(?:your|the)"
            r" (?:\w+ )?(?:letter|reminder|e ?mail|mail|message|notice|statement)",
            leaves=(rf"{NOT_LAW}|{NO_GOODS}|(?:\w*n t|not|never)\b|\?\W*$",),
        ),
        rule(
            "leave it with me",
            rf"(?:ll|will|shall|going to|must|need to) (?:\w+ )?(?:speak|talk) (?:to|with) "
            rf"{PERSON}{OFFICE}\b"
            r"|(?:ll|will|shall) (?:\w+ )?(?:deal with|attend to|see to|sort) (?:it|this"
            r"|that)\b(?! (?:if|once you|when you"
            r"|unless))|(?:ll|will) see to it that it gets\b|come to the right (?:place|person"
            r"|desk)",
            rf"(?:waiting for|awaiting|needs?|lacks|only needs|still needs) (?:the|a|his|her|our"
            rf"|one|two|both) (?:\w+ )?"
            rf"(?:signatures?|approvals?|sign off|visa|countersignature)\b(?! and )|left (?:a"
            rf"|your) (?:note"
            rf"|message|letter|reminder)"
            rf" (?:for|with|to) {PERSON}{OFFICE}\b|give me a (?:moment|minute|day) to find|query "
            rf"has been (?:assigned"
            rf"|logged|passed|forwarded|raised)",
            r"leave (?:it|this|that) (?:with|to) (?:me|us)\b|bear with (?:me|us)\b|on (?:my|the) "
            r"(?:to"
            r" do )?list\b|in my diary|do the needful|(?:they|we|he|she|i) ?(?:ll|will|shall)? "
            r"(?:revert"
            r"|get back|come back|be in touch)(?: to you| to it| shortly| soon|\W*$)",
            rf"(?:i|we|he|she|they) ?(?:ll|will|shall|am|m|re|are|s|is|have|ve)? ?(?:going to "
            rf"|just "
            rf"|about to )?(?:look(?:ing)? (?:into|at) {LETTER}|check(?:ing)? (?:it|this|that|with"
            rf" {PERSON}{OFFICE}|my papers|our records|the file)|review(?:ing)? (?:it|this|that"
            rf"|your"
            rf" (?:letter|e ?mail)|the file)|chas(?:e|ing) (?:it|this|that|him|her|them|{PERSON}"
            rf"{OFFICE})|dig(?:ging)? (?:through|out|into|in) (?:my|the|our) (?:papers|files?"
            rf"|records"
            rf"|post|inbox)|pull(?:ing)? (?:up|out) (?:the|your|my|our) (?:file|papers|account)"
            rf"|read(?:ing)? (?:it|this|your letter)|nag (?:him|her|them)|ask (?:him|her|them"
            rf"|around"
            rf"|{PERSON}{OFFICE})|have a word with (?:\w+ ){{0,3}}\w+ about (?:it|this|that))\b",
            rf"(?:told|informed|alerted) (?:our|my|the) (?:\w+ )?{OFFICE}\b(?! (?:to|that|he|she"
            rf"|you|we|i|not|about the))",
            r"(?:stuck|pinned|hung|stapled|taped) (?:it|this|that|your \w+) (?:on|onto|up on|to"
            r"|above|over) (?:the|my|her|his"
            r"|our) (?:\w+ )?(?:fridge|wall|board|door|desk|screen|monitor|notice ?board|kitchen "
            r"door)\b",
            rf"(?:ask|asked|asking|told|reminded|instructed) (?:{PERSON}{OFFICE}|him|her|them"
            rf"|\w+)"
            r" to (?:look (?:at|into) (?:it|this)|deal with (?:it|this)|check (?:it|this)|sort "
            r"(?:it"
            r"|this)|get back to you|reply|chase|see to it|come back to you|contact you|ring you"
            r"|call"
            r" you|write to you|answer)\b",
            r"(?:we|i) (?:take|took|have taken|ve taken) (?:due )?note of (?:your|the) (?:reminder"
            r"|letter"
            r"|e ?mail|message)",
            leaves=(rf"{NOT_LAW}|{NO_GOODS}|(?:\w*n t|not|never|nobody|no one)\b|\?\W*$",),
        ),
    ),
    Intent.REDIRECT: (
        rule(
            "the one you need",
            r"(?:ask|you need|you want|take it up with|belongs? (?:to|with)|(?:is|are) (?:now "
            r")?(?:at|with|under)"
            r"|deals? with|handles?|looks? after|does the (?:books|payments|accounts|numbers"
            r"|money)|books its own"
            r"|money matters|matters of money|correspondence|responsible|in charge|payables people"
            r"|invoices? go(?:es)?"
            r"|would be glad of|(?:best|right|new) (?:address|person|contact)|person for (?:this"
            r"|that|you) is|(?:accounts|finance|payables|treasurer"
            r"|bookkeeper|successor|replacement"
            r"|service cent\w+|head office)\b)[^@]{0,70}?\S+@\S+",
            r"\S@\S+,? (?:he|she|they|who) (?:does|do|handles?|deals?|looks?|pays?|runs?|is (?:in "
            r"charge|responsible"
            r"|the)|are (?:in charge|responsible|the))\b",
            r"\S@\S+ is (?:where|who|the (?:one|address|person|place))\b",
            r"put \S+@\S+ in\b",
            r"\S@\S+[),]* (?:deals? with|handles?|looks? after|takes? care of|pays?|is in "
            r"charge)\b",
            leaves=(
                rf"{NOT_LAW}|{NO_GOODS}|(?:reach|contact|e ?mail|write to|call|find) me\b"
                rf"|(?:while|until|till) i"
                r" (?:am|m)|holiday|annual leave|in my absence|(?:copy|invoice|duplicate|pdf|bill"
                r"|it|them"
                r"|remittance) (?:\w+ ){0,3}to \S+@|remittance|(?:paid|sent|paypal|transfer\w*) "
                r"(?:\w+ ){0,4}\S+@"
                r"|(?:not|\w*n t|never) (?:\w+ ){0,3}\S+@|(?:ordered|bought|agreed|dispute)\b",
            ),
            strength=3,
        ),
    ),
}


def find(text: str) -> tuple[Finding, ...]:
    """What was paid, handed on to an office, or is to be written to somebody else."""
    return tuple(
        found for intent, rules in _RULES.items() for found in find_by(intent, rules, text)
    )
