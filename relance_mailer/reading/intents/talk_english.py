"""What people write around a payment in English: where nothing else stands, little is to be feared.

The second opinion learnt mostly French, and of an everyday English letter it knows too few words to
be calm. So an English letter is asked as the foreign ones are (`talk_abroad`): is every clause of
it *ordinary*, made of words of payment, of the post, of an office and of courtesy? Goods and works,
a limit, a comparison, a condition and a denial are not ordinary, save in a few turns ("no panic",
"once the boss has signed", "haven't had the invoice"). What is not ordinary is weighed as before.

Taken: "Sorry, this slipped behind the printer. The full amount leaves us on Friday."
Not taken: "Friday, for the two days you were here.", "Paid what we agreed on the phone."
"""

import re
from functools import lru_cache

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.english_classes import UNDERSTOOD
from relance_mailer.reading.intents.english_hardship import without_want
from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences
from relance_mailer.reading.intents.words_english import OF_AN_OFFICE, ORDINARY

_PAPER = (
    r"(?:invoices?|bills?|copy|copies|duplicate|pdf|original|paperwork|it|one|them|this|that|these"
    r"|anything|statement|email|e ?mail|letter|reminder|iban|bank details|remittance)"
)
_THE = (
    r"(?:(?:the|your|this|that|an?|any|of|our|these|said|original|actual|earlier|last|first) ){0,3}"
)
_OURS = (
    r"(?:i|we|he|she|they|the|my|our|his|her|boss|director|manager|accountant|bookkeeper|colleague"
    r"|treasurer|chairman|partner|wife|husband|owner|bank|committee|board|secretary|head|office"
    r"|finance|accounts|second|other|signatory|signatories|council|co|both|mr|mrs|ms|one|who|signs"
    r"|cheques|payments|new|financial|year|month|wages|payroll|team|department|lady|girl)"
)

_IN_PASSING = any_of(
    r"only (?:paid|sent|posted|transferred) (?:it |this |that )?(?:this morning|today|yesterday"
    r"|just now|last night)\b",
    r"no promises\b|as agreed (?:in|at) (?:our|the) (?:\w+ )?meeting|(?:before|to) the"
    r" (?:committee|board"
    r"|trustees|council)\b|more than (?:it does )?me\b|(?:until|till|til) then|(?:only|not until)"
    r" (?:he|she"
    r"|the boss|my \w+) (?:has|can)\b",
    r"(?:no|not a) (?:problem|panic|worries|argument|arguments|quibbles?|excuses?|hard feelings"
    r"|bother"
    r"|fuss|trouble|need to (?:worry|reply|apologise)|objections?|dispute|issue|complaints?|doubt"
    r"|question about (?:it|that)|bad feelings?|two ways about it|offence(?: taken)?)\b",
    r"(?:do|please do)n t (?:worry|panic|fret|hesitate|mention it)|(?:won|shan|will) ?(?:t|not)"
    r" happen again|without (?:fail|delay|further delay)|(?:have|had|has)n t forgotten"
    r"|(?:did|do)n t (?:see|notice|realise|realize|spot|know (?:about|of) (?:it|this|that))\b"
    r"(?! (?:\w+ ){0,3}(?:delivery|order|work|goods|job))",
    r"(?:can|could) ?(?:t|not) (?:seem to )?(?:find|trace|locate|see|open|lay (?:my|our) hands on)"
    rf" {_THE}(?:{_PAPER}|attachment|file)\b(?: \w+ (?:our|the|my) (?:system|files|books|ledger"
    rf"|inbox))?",
    r"(?:have|has|had|did|do|was|were)(?:n ?t| not| never| yet to) (?:yet |actually |ever )?"
    rf"(?:had|got|get|gotten|received?|seen?|have|been sent) {_THE}{_PAPER}\b",
    rf"never (?:got|received|saw|had|reached|came across) {_THE}{_PAPER}\b"
    rf"|(?:invoice|bill|copy|email|e ?mail) (?:has |was )?never (?:reached|came|arrived|got to)",
    r"not (?:me|mine to deal with|my department|my (?:job|desk|area|side)|the right (?:person"
    r"|address"
    r"|contact|desk)|in the office|at (?:my|the) desk|at work|here (?:today|this week)"
    r"|(?:yet )?forgotten)(?= |\W|$)(?! (?:that|who|what))|\bnot yet (?:been )?(?:paid|processed"
    r"|approved|released)",
    r"(?:am|is|are|was) (?:no longer|not) (?:with (?:us|the company|the firm)|here|there|in"
    r" (?:charge"
    r"|accounts|finance)|dealing with|the (?:contact|person))\b|no longer (?:work|deal|look"
    r"|handle)\w*",
    r"(?:do|does)n t (?:deal with|handle|look after|work here|do) (?:any of )?(?:the |our"
    r" )?(?:invoices"
    r"|bills|payments|accounts|money|this|that|these|them|it|anymore|any more|here)\b"
    r"|(?:i|who) only (?:do|drive|run|look after|answer|work|deal with|handle)s? (?:the |in |on "
    r"|at )?"
    r"(?:\w+ ?){1,3}(?=\W*$|,)",
    r"wrong (?:person|address|department|desk|inbox|mailbox|\w+(?=,? i m afraid)|email(?:"
    r" address)?)"
    r"\b(?! on)|not (?:me|us) any ?more",
    r"(?:if|in case|should) (?:it|that|the (?:money|payment|transfer|cheque|funds))(?: has| have)?"
    r"(?:n t| not)? ?(?:already |yet )?(?:arrived?|landed?|shown?(?: up)?|turn(?:ed)?(?: up)?"
    r"|cleared?|reached? you|come through|there|in|not)"
    r"(?: yet)?(?: by \w+)?",
    r"if (?:you (?:need|have|want|require|would like|d like) (?:anything|any|me|to (?:chase|ring"
    r"|call"
    r"|talk|check))(?: (?:else|more|questions?|queries|further (?:information|questions?)))?"
    r"|anything|you can|possible|i may|need be|there is anything(?: else)?|i can help)",
    rf"(?:once|as soon as|when|after|until|till|the (?:day|moment|minute)) (?:{_OURS} ){{1,5}}"
    r"(?:is|are|am|s|m|re|has|have|ve|get|gets|come|comes|return|returns|open|opens|sign|signs"
    r"|approve"
    r"|approves|release|releases|meet|meets|sit|sits|go|goes|land|lands|start|starts|say|says)\b"
    r"(?: (?:back|in|signed|approved|released|returned|met|it|off|it off|home|here|up|again|off it"
    r"|out|the (?:transfer|payment|cheque|run)|at (?:his|her|my|the) (?:desk|office|work)"
    r"|in the (?:office|country)|from (?:holiday|leave|hospital|sick leave|annual leave)))*",
    r"(?:purchase )?order (?:number|no)\b|p ?o (?:number|no)?\b|standing order|money order|postal"
    r" order"
    r"|payment order|in (?:good )?order\b|in order to|(?:bank|credit) (?:union|transfer|holiday)"
    r"|(?:by|with|on|using) (?:\w+ )?credit card|account credited|credited (?:to )?your account"
    r"|creditors?|as (?:promised|discussed on the phone|i said on the phone)"
    r"|for (?:our|my|the) (?:records|books|files|auditors?|accountant|vat return)"
    r"|(?:half|quarter) past|half term|half an hour|in (?:the )?(?:course|middle) of",
    r"before (?:christmas|easter|noon|lunch|then|the (?:weekend|end|holidays?|month|week)|(?:i"
    r"|we) (?:go"
    r"|leave|close)|year end|midday|friday|that)\b",
    r"in full\b|the (?:full|whole|entire|total|outstanding) (?:amount|sum|balance|lot)\b|all of it",
    r"(?:invoice|bill|reminder|email|letter)s? for (?:the |your |our )?(?:\w+ ){0,2}\w+(?= is|"
    r" was| will"
    r"| has| have| to| again| please|\W*$|,)",
    r"(?:no|can t see any|i see no|know of no|there s no|there is no) reason (?:\w+ )?why you"
    r" should not"
    r"(?: \w+){0,4}",
    r"on the (?:other|one) hand\b|(?:each|every|the) other (?:day|week|morning)?(?= |\W|$)"
    r"|other (?:suppliers|creditors|bills|letters|emails)",
    r"as promised(?=\W)|(?:my|our) (?:own )?(?:fault|mistake|error|oversight|slip)|by mistake"
    r"|(?:all )?(?:my|our) (?:end|side)|included in (?:the|our|this|next|a|friday|monday|tomorrow)"
    r" ?(?:s )?(?:\w+ ){0,2}(?:run|batch|transfers?|payments?|list)",
    r"(?:when|as) (?:i|we|he|she|they|it|my \w+|our \w+|the \w+) (?:\w+ )?(?:was|were|got|saw|found"
    r"|came|went|took|had|opened|looked|moved|cleared|tidied|left|read|realised|started|changed)\b",
    r"look(?:s|ed|ing)? after|after (?:all|that|lunch|work|(?:the|my|our|a|his|her) (?:\w+"
    r" )?(?:holidays?"
    r"|weekend|meeting|break|move|funeral|operation|leave|audit|show|harvest|season|year end))",
    rf"(?:until|till|before|after) (?:the )?(?:\d+(?:st|nd|rd|th)?|{WEEKDAY}|{MONTH}|then|now"
    rf"|next|end of"
    r"|tomorrow|today|tonight|this|mid)\b|(?:the )?(?:one|week|day|month|year) before|as before",
    r"waiting for (?:my|our|the|his|her) (?:boss|colleague|director|partner|accountant|treasurer"
    r"|bank"
    r"|signature|second signat\w+|chairman|secretary|husband|wife)\b(?: (?:to|s) \w+)?(?: it)?",
    r"(?:at|to|from|off) work\b|work(?:s|ed|ing)? (?:here|from home|in (?:accounts|finance)|on it)",
    r"(?:my|our|the office) (?:\w+ )?(?:computer|laptop|server|printer|system|phone|internet"
    r"|broadband"
    r"|email|card reader|till|post)s? (?:\w+ ){0,3}(?:down|broke\w*|crash\w*|died|packed (?:up|in)"
    r"|out of action|dead)\b",
    r"(?:behind|under|underneath|in|on|beside|beneath|inside|at the back of|between|among) (?:the"
    r"|my|our"
    r"|a|her|his) (?:\w+ )?(?:printer|desk|drawer|dashboard|glovebox|van|tray|pile|heap|spam|junk"
    r"|folder"
    r"|file|kitchen table|table|till|counter|fridge|truck|car|lorry|tractor|post|letters?|papers)\b"
    r"(?: (?:folder|of \w+))?",
    r"(?:trouble|problems?|bother|hiccup|glitch) (?:with|at) (?:the|our|my) (?:bank|banking|online"
    r" banking|card|card reader|computer|email|server|internet|payroll)",
    r"(?:change|new|switch|changeover) (?:of|in|to|at)? ?(?:accounts? (?:lady|person|team)"
    r"|accountants?"
    r"|bookkeepers?|accounting (?:system|software)|staff|system|software|banks?)\b",
    r"(?:first|last|second|third) (?:one|of (?:the|next|this) month|working day)|first thing|at"
    r" first"
    r"|first of all|(?:a )?(?:few|couple of|some) (?:days|weeks|minutes|hours|time)(?: ago)?",
    r"(?:most|more) (?:grateful|sorry|than (?:sorry|happy|welcome))|once (?:again|more)|at once"
    r"|for once|any ?more|when you (?:have|get) a (?:moment|minute|chance)"
    r"|(?:feel )?free to",
)
"""Turns whose words would be a ground's, a limit's or a condition's when they stood alone."""

_OWED = any_of(
    r"(?:pay|pays|paying|settle|settling|clear|clearing|remit|remitting|transfer|transferring|send"
    r"|sending|wire|wiring)(?: you| ye)? (?:the |your |our )?(?:full |whole |entire |outstanding"
    r" |overdue )?balance\b(?! (?:if|when|once|after|less|minus|due for|for|on the))",
    r"what (?:i|we) owe(?: you| ye)?(?= (?:you )?(?:on|by|this|next|tomorrow|today|tonight|in|at"
    r"|within|before|as soon)\b|\W*$)(?! (?:on|in|at) (?:my|our|the) (?:count|books|records"
    r"|view))",
    r"(?:within|in|next|the)(?: the)?(?: next)? (?:\d+|few|two|three|couple of) (?:working )?hours",
    r"(?:no|not) later than\b|(?:sum|amount|balance) claimed\b",
    r"no (?:firm |exact |fixed )?(?:date|day) (?:for (?:you|it) )?(?:yet|i can give)\b"
    r"|(?:do|does)n t (?:yet )?have (?:a|the|any) (?:firm |exact )?(?:date|day)\b",
    r"no (?:signal|internet|wifi|coverage|reception) (?:on|in|at|for|up)\b",
    rf"(?:the )?{WEEKDAY} after(?=\W*$|[,;])|(?:from|on|with|via) (?:my|the) (?:\w+ )?(?:phone"
    r"|app|laptop|tablet)(?: after)?\b",
)
"""What is owed as a whole, delays of hours and days: turns whose words limit or deny elsewhere."""

_ASTIR = any_of(
    r"(?:as|what|which|that|than|like) (?:\w+ ){0,2}(?:agreed(?! (?:in|at) (?:our|the) (?:\w+"
    r" )?meeting)|quoted|discussed|said|told|promised"
    r"|expected|priced)(?! (?:on the phone|it (?:would|will)|by phone|(?:to|with) (?:\w+ )?on the"
    r" phone))(?! (?:you|\w+) (?:i|we) (?:would|d)\b)",
    r"what (?:was|is|we|i|it|you) (?:\w+ )?(?:right|fair|due|owe|owed|think|got|had|received|used"
    r"|ordered|asked|really|actually)|(?:fair|right|correct|proper|real|true|actual|original|same"
    r"|first|lower|old) (?:price|amount|sum|figure|bill|invoice|rate)\b",
    r"(?:and|that|which) (?:s|is|was) (?:it|that|all|the end|final|enough)\b|that (?:will|must"
    r"|has to)"
    r" (?:do|be (?:it|enough))|call it (?:quits|even|a day)|not a penny more|leave it (?:there|at"
    r" that)",
    r"(?:check|correct|change|adjust|look at|review|explain|reduce) (?:the|your|this|that|my)"
    r" (?:invoice"
    r"|bill|amount|figure|price|total|charge|sum)\w*|(?:double|twice|again) (?:charged|billed)"
    r"|second time|paid (?:twice|already twice)|charged (?:us|me)",
    r"(?:you|your (?:\w+ ){0,2}(?:man|men|lad|lads|people|team|driver|guys?|chap|girl|colleague"
    r"|rep)) "
    r"(?:\w+ )?(?:were|was|did|didn|came|come|went|left|said|told|promised|took|took|put|sent us"
    r"|kept"
    r"|made|gave|charged|wrote (?:that|down)|still|should|could have|would|need to|must|ought"
    r"|have to"
    r"|owe|stopped|turned up|showed up|never)\b(?! (?:well|right|quite right|kind|patient|very"
    r"|so kind|have (?:it|the money|your money|our|it all)|receive|get|see|find|be paid))",
    r"(?:to|into|via) (?:the |your )?(?:new|other|different|changed) (?:account|iban|bank|details)"
    r"|(?:new|changed|updated) (?:bank|account|iban)|(?:in|with) cash|cash in hand|into his hand"
    r"|to your (?:driver|man|son|lad|colleague|rep|wife|brother|chap|girl|boy|partner)",
    r"another (?:company|invoice|firm|supplier|amount|bill)|other (?:company|firm|amount|bill|sum)"
    r"|(?:someone|somebody|everyone) else s|half\b(?! (?:past|term|an hour))"
    r"|(?:some|part|most|bit|portion|share|two thirds|third|quarter) of (?:it|the|this|that|your)\b"
    r"|(?:a )?(?:first|small|down) (?:payment|instalment|part)|something on account|on account"
    r"|the (?:rest|remainder|balance|other)\b(?! (?:of the (?:week|day|month|team|office)|hand))",
    r"(?:lawyer|solicitor|court|legal|law|tribunal|complain|refus|wrong|never|fault|poor|terribl"
    r"|shocking|late deliver)\w* (?:work|service|job|quality|delivery|time)|shame on|should be"
    r" ashamed"
    r"|(?:very|too|so) (?:long|slow|late|short|small|big|high|much)\b(?! (?:to (?:reply|answer)"
    r"|for (?:your|the))| (?:in|on) (?:reply|answer|pay)\w*)",
    r"(?:your|ur) (?!invoice|bill|reminder|e ?mail|mail|letter|message|note|account\b|accounts"
    r"|bank\b"
    r"|statement|money|payment|patience|understanding|team|office|company|records|details|iban|kind"
    r"|call|end|side|help|files?|books|reference|number|name|inbox|boss|desk|attention|nudge|due"
    r"|full"
    r"|weekend|time|reply|mailbox|ledger|finance|overdue|outstanding|latest|last|first|second"
    r"|recent"
    r"|reminders|emails|letters|messages|invoices|bills|purchase|po\b|colleague|people|chaser"
    r"|charming"
    r"|polite|friendly|clear|hands|\d)",
    r"(?:want|need|like|expect|waiting for|ask) (?:you|ye|u) to (?!send|resend|e ?mail|know|bear"
    r"|upload)"
    r"|(?:some(?:one|body)|anybody|nobody)\b(?! (?:else )?(?:here|from|in\b|at\b|on\b|has|had"
    r"|will|should"
    r"|always|signs))|the deal\b|(?:it|they|that|one|which) (?:\w+ )?work(?:s|ed|ing)?\b"
    r"|it (?:\w+ )?(?:runs|ran)\b(?! away)",
    r"(?:came|arrived|delivered|turned up|got here|reached us|was|were) (?:\w+ ){0,2}late\b"
    r"|right (?:one|thing|size|way|sort|kind)|pay\w* (?:\w+ ){0,2}(?:bit|something|some|what|as"
    r" much)\b"
    r"|(?:took|take|taken|taking|knock\w*) .{0,14}\boff\b|(?:bring|get|knock|cut) .{0,12}\bdown\b"
    r"|(?:pay|paid|settle|payment)\w*\b.{0,24}\bfor (?:the |your |those |these |that )?(?:\w+"
    r" ){0,2}"
    r"(?:days?|hours?|visits?|weeks?|months?|works?|job|time|bit|things?|ones?|evenings?"
    r"|nights?)\b",
    r"(?:leave|stop|enough|quit) (?:me|us|it|writing|with the|emailing|calling)|(?:last|only) time"
    r"|(?:don t|do not|stop|please no) (?:write|call|email|contact|ring)",
    r"may(?:be)? (?:pay|send|be able)|might (?:pay|send|be able)|hope(?:fully)?\b.{0,40}(?:pay"
    r"|settle"
    r"|transfer|send)|(?:try|trying) (?:to|and) (?:pay|settle|find the)|would (?:like|need|want) "
    r"(?:more|some|a bit)|(?:more|bit of|extra) time\b|instal?ments?\b(?!.{0,40}(?:agreed"
    r"|standing))",
    r"(?:i|we) (?:should|would|could|may|might) (?:pay|settle|send|transfer)\b|was going to|were"
    r" going"
    r" to|meant to (?:be|have|include|cover)|suppose\w* to (?:be|have|include|cover|come|work|last)"
    r"|included?\b(?! in (?:the|our|this|next|a|friday|monday|tomorrow)\b)|cover\w* (?:by|the"
    r" (?:cost|work"
    r"|travel))",
)
"""What such words make up when they complain, bargain, limit, or leave open whether one pays."""

_PAYS_SOMEBODY = re.compile(
    r"(?i:paid|pay|gave|give|handed|sent|transferr?\w*|wired?|cash|money|made"
    r"|payable)\b[^.;!?]{0,40}"
    r"\b(?:[Tt]o|TO) (?:the |your )?(?!PDF|IBAN|France|Paris|Lyon|January|February|March|April"
    r"|May|June"
    r"|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday)"
    r"[A-Z]"
)
"""A payment to somebody with a name, who may be a stranger."""
_CANNOT = re.compile(r"\bcan ?t\b")
_FAREWELL = re.compile(
    r"^(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|friendly|sincere|all (?:my|the|our)) )?"
    r"(?:regards|wishes|best|thanks|cheers|sincerely|yours(?: \w+)?|greetings|love|ta|apologies"
    r"|thank you|bye|met vriendelijke groet|vennlig hilsen|med venlig hilsen|groet|hilsen|gruse"
    r"|halsningar)\b|\b(?:regards|sincerely|faithfully)\W*$"
)
_GREETING = re.compile(
    r"^(?:dear|hi|hello|hey|hiya|morning|afternoon|evening|good (?:morning|afternoon|evening|day)"
    r"|thanks|thank you|sorry|ok|yes|yep|no|oh)\b"
)
_ADDRESS = re.compile(r"\S+@\S+|https?:\S+|\S*\d\S*|[€£$]")
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\W*$")
_WORD = re.compile(r"[^\W\d_]+")
_CALENDAR = re.compile(rf"{MONTH}|{WEEKDAY}")
_NAMES_MOST = 7


def _listed(text: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = text.split()
    plain = frozenset(word for word in words if not word.endswith("*"))
    return plain, tuple(word[:-1] for word in words if word.endswith("*"))


_PLAIN, _STEMS = _listed(ORDINARY + OF_AN_OFFICE)


@lru_cache(maxsize=4096)
def _is_known(word: str) -> bool:
    if len(word) == 1 or word in _PLAIN or word.startswith(_STEMS):
        return True
    return _CALENDAR.fullmatch(word) is not None


def is_plain_english(text: str, *, papers: tuple[str, ...] = ()) -> bool:
    """Whether nothing stands in the text but what English people write around payments.

    `papers` are the words in which it asks for the invoice, or to write to somebody else.
    """
    told = sentences(text)
    shouted = text.isupper()
    return all(
        _is_signature(each, after=told[:place], shouted=shouted)
        or _is_ordinary(each, papers, shouted=shouted)
        for place, each in enumerate(told)
    )


def _is_signature(sentence: Sentence, *, after: tuple[Sentence, ...], shouted: bool) -> bool:
    """Whether a line behind the letter names who wrote it, and says nothing."""
    words = _WORD.findall(sentence.raw)
    if (
        not after
        or len(words) > _NAMES_MOST
        or sentence.raw[-1] in "!?"
        or _ADDRESS.search(sentence.raw)
    ):
        return False
    if shouted:
        return False
    small = [word for word in words if word[0].islower()]
    return all(_is_known(word) for word in small) and len(small) < len(words)


def _is_ordinary(sentence: Sentence, papers: tuple[str, ...], *, shouted: bool) -> bool:
    words = without_want(sentence.folded)
    rest = UNDERSTOOD.sub(" ", _OWED.sub(" ", words))
    if _ASTIR.search(rest) or _PAYS_SOMEBODY.search(sentence.raw):
        return False
    if "?" in sentence.raw and not any(one in sentence.raw for one in papers):
        return False
    if _FAREWELL.search(rest) and len(_WORD.findall(rest)) <= _NAMES_MOST + 2:
        return True
    named = _without_names(sentence, shouted=shouted)
    kept = "".join(one if word != " " else " " for one, word in zip(named, words, strict=True))
    plain = _IN_PASSING.sub(" ", UNDERSTOOD.sub(" ", _OWED.sub(" ", kept)))
    if _CANNOT.search(plain):
        return False
    return all(_is_known(word) for word in _WORD.findall(plain))


def _without_names(sentence: Sentence, *, shouted: bool) -> str:
    """The folded words with blanks for names in capitals, addresses and figures."""
    kept = list(sentence.folded)
    raw = sentence.raw
    for found in _ADDRESS.finditer(raw):
        figure = _DAY_OF_MONTH.match(found[0])
        begins = found.start() + (len(figure[1]) if figure else 0)
        kept[begins : found.end()] = " " * (found.end() - begins)
    begun = _GREETING.match(sentence.folded)
    for word in _WORD.finditer(raw):
        start, end = word.span()
        inside = start > 0 and raw[start - 2 : start - 1] not in ".!?:"
        named = (inside or begun is not None) and start > 0
        if _CALENDAR.fullmatch(sentence.folded[start:end]):
            continue
        if word[0][0].isupper() and not shouted and (named or fold(word[0]) in GIVEN_NAMES):
            kept[start:end] = " " * (end - start)
    return "".join(kept)
