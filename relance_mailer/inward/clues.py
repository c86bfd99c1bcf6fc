"""What to look up for a message: every word of it that may name a dossier, bounded."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from relance_mailer.dossier.reference import Mark, Marks, folded_number, marks_in
from relance_mailer.dossier.values import MessageId, own_domain
from relance_mailer.inward.link import Clues
from relance_mailer.reading.message import Incoming

IDS_MAX = 100
INVOICES_MAX = 200
ADDRESSES_MAX = 30
NAME_WORDS_MAX = 1_500
NAME_LETTERS_MIN = 5  # a shorter name is anybody's word
TEXT_MAX = 100_000
ALL_TEXT_MAX = 200_000
SUBJECT_MIN = 12  # shorter ones ("Facture", "Relance") are anybody's

_QUOTED_ID = re.compile(r"\bMessage-ID:\s*<\s*([^<>\s]{3,300})\s*>", re.IGNORECASE)
# The look behind keeps a long run of letters from being tried at each of them.
_ADDRESS = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,6}")
# The digits come first and what stands before them after: the library looks for digits fast.
_SIREN = re.compile(r"(\d{3})(?<!\d{4})[ . ]?(\d{3})[ . ]?(\d{3})(?=(?:[ . ]?\d{5})?(?!\d))")
_DATE_OR_AMOUNT = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d+[.,]\d\d|\d{1,2}[:hH]\d\d")
# "FA 2026 0143", "FA 2026-0143": letters and numbers set apart.
_SET_APART = re.compile(r"\b([A-Za-z]{1,5})[ . ]?(\d{2,10})(?:[ -](\d{2,6}))?\b")
_SHORT_NUMBER = re.compile(
    r"\b(?:factures?|fact\.?|fac\.?|invoices?|rechnung(?:en)?|facturas?|fatturas?|fatture)\s"
    r"{0,3}(?:n[°ºo]s?\.?|nos?\.?|nr\.?|num[ée]ros?|#|:)?\s{0,3}(\d{2,12})\b",
)
"""Of a text in small letters, as case counts nowhere and comparing without it is slow."""
_ANSWER_PREFIX = re.compile(
    r"^\s*(?:(?:re|ré|tr|fwd?|wg|aw|rif|rv|i)\s*(?:\[\d+\])?\s*:\s*)+", re.I
)
_WORD = re.compile(r"[^\W_]+")
# Legal forms, articles and titles: they name nobody.
_IDLE_WORDS = frozenset(
    """sas sasu sarl sa eurl sci snc scop selarl selas scp earl gaec ei eirl ltd llp plc inc gmbh ag
    ug kg bv nv as srl spa sl slu limited company co cie et fils and of the und de du des d
    la le les l un une en aux au societe ste etablissements ets entreprise association asso
    monsieur madame mademoiselle m mme mlle mr mrs ms maitre me dr s r p c""".split()
)
# Words that stand before a number which is no invoice.
_BEFORE_NUMBERS = frozenset(
    "le la les du de des au aux un une et en a tel fax rue bp cs vers sous on the by of re".split()
)


def clues_in(
    incoming: Incoming,
    *,
    mark_fits: Callable[[Mark], bool],
    own_addresses: frozenset[str] = frozenset(),
) -> Clues:
    """What to look up, from headers, subject, text with its quotes, and a returned original.

    `mark_fits` says whether a signed mark was signed by us; one that does not fit is no clue.
    """
    text = "\n".join(_texts(incoming))[:ALL_TEXT_MAX]
    marks = marks_in(text)
    addresses = _addresses(incoming, text, own_addresses)
    return Clues(
        message_ids=_message_ids(incoming, text),
        tokens=tuple(dict.fromkeys(mark.dossier for mark in marks.signed if mark_fits(mark))),
        references=marks.references,
        invoices=_invoices(marks, text),
        addresses=addresses,
        domains=_domains(incoming, own_addresses),
        names=_telling_words(f"{incoming.sender.name}\n{text}"),
        sirens=tuple(dict.fromkeys("".join(hit) for hit in _SIREN.findall(text)))[:20],
        subjects=_subjects(incoming.subject),
    )


def names_told(debtor_names: Iterable[str], names: tuple[str, ...]) -> frozenset[str]:
    """Which debtors' names stand in these words (`Clues.names`): whole, in order or turned round.

    "FROMAGERIE TREHOREL" is Fromagerie Tréhorel SARL; "Dupré" alone is nobody's whole name unless
    a debtor has no other.
    """
    told = f" {' '.join(names)} "
    return frozenset(name for name in debtor_names if _is_told(name, told))


def names_in(debtor_names: Iterable[str], text: str) -> frozenset[str]:
    """Which debtors' names stand in a text (see `names_told`)."""
    return names_told(debtor_names, _telling_words(text))


def folded_subject(subject: str) -> str:
    """A subject without answer prefixes, accents, case and runs of blanks: for `Clues.subjects`."""
    return " ".join(_WORD.findall(_folded(_ANSWER_PREFIX.sub("", subject[:500]))))


def _is_told(name: str, told: str) -> bool:
    words = _telling_words(name)
    if sum(map(len, words)) < NAME_LETTERS_MIN:
        return False
    return any(f" {' '.join(order)} " in told for order in (words, words[::-1]))


def _texts(incoming: Incoming) -> Iterator[str]:
    yield incoming.subject
    yield incoming.text[:TEXT_MAX]
    for forwarded in incoming.forwarded[:5]:
        yield forwarded[:TEXT_MAX]
    yield incoming.original_text[:TEXT_MAX]


def _message_ids(incoming: Incoming, text: str) -> tuple[MessageId, ...]:
    named = (
        *incoming.in_reply_to,
        *incoming.references[::-1],
        *incoming.original_message_ids,
        *(_QUOTED_ID.findall(text) if "message-id" in text.lower() else ()),
    )
    return tuple(MessageId(name) for name in dict.fromkeys(named))[:IDS_MAX]


def _invoices(marks: Marks, text: str) -> tuple[str, ...]:
    """Folded words that may be invoice numbers; a bare number only if long or announced as one."""
    words = [word for word in marks.numbers if not _DATE_OR_AMOUNT.fullmatch(word)]
    folded = [folded_number(word) for word in words]
    kept = [word for word in folded if len(word) >= (6 if word.isdigit() else 4)]
    for letters, first, second in _SET_APART.findall(text):
        if letters.lower() in _BEFORE_NUMBERS:
            continue
        kept += [folded_number(letters + first + second), folded_number(letters + first)]
    kept += _SHORT_NUMBER.findall(text.lower())
    return tuple(dict.fromkeys(kept))[:INVOICES_MAX]


def _addresses(incoming: Incoming, text: str, own: frozenset[str]) -> tuple[str, ...]:
    """The writer's, the bounced ones, then those in the text (which count for automata only)."""
    named = (*writers(incoming), *bounced(incoming), *_ADDRESS.findall(text))
    lowered = (address.lower().rstrip(".") for address in named)
    return tuple(dict.fromkeys(a for a in lowered if a and a not in own))[:ADDRESSES_MAX]


def writers(incoming: Incoming) -> tuple[str, ...]:
    """From and Reply-To, lower-cased."""
    boxes = (incoming.sender, incoming.reply_to)
    return tuple(dict.fromkeys(box.address.lower() for box in boxes if box and box.address))


def bounced(incoming: Incoming) -> tuple[str, ...]:
    """The recipients that a report names, and those that Exim and Google write in a header."""
    failed = _ADDRESS.findall(incoming.header("x-failed-recipients").lower())
    return tuple(dict.fromkeys([r.recipient for r in incoming.reports if r.recipient] + failed))


def _domains(incoming: Incoming, own: frozenset[str]) -> tuple[str, ...]:
    houses = {own_domain(address) for address in own}
    named = (own_domain(address) for address in (*writers(incoming), *bounced(incoming)))
    return tuple(dict.fromkeys(domain for domain in named if domain and domain not in houses))


def _subjects(subject: str) -> tuple[str, ...]:
    folded = folded_subject(subject)
    return (folded,) if len(folded) >= SUBJECT_MIN else ()


def _telling_words(text: str) -> tuple[str, ...]:
    words = (word for word in _WORD.findall(_folded(text)) if word not in _IDLE_WORDS)
    return tuple(words)[:NAME_WORDS_MAX]


def _folded(text: str) -> str:
    lower = text.lower()
    if lower.isascii():
        return lower
    try:
        octets = lower.encode("cp1252")
    except UnicodeEncodeError:
        octets = b""
    plain = octets.translate(_PLAIN, _BECOME_MORE)
    if len(plain) == len(lower):
        return plain.decode("cp1252")
    return unicodedata.normalize("NFKD", lower).translate(_WITHOUT_MARKS)


class _WithoutMarks(dict[int, int | None]):
    """What each sign becomes, found when it is first met (`str.translate` asks)."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.combining(chr(code)) else code
        if len(self) < _SIGNS_KEPT:
            self[code] = kept
        return kept


_SIGNS_KEPT = 4096
_WITHOUT_MARKS = _WithoutMarks()


def _western() -> Iterator[tuple[int, bytes]]:
    """The signs of Western Europe, each with what it becomes, if that is one of them again."""
    for octet in range(256):
        with suppress(UnicodeDecodeError):
            sign = bytes((octet,)).decode("cp1252")
            plain = unicodedata.normalize("NFKD", sign).translate(_WITHOUT_MARKS)
            yield octet, plain.encode("cp1252", "ignore")


_ALONE = {octet: plain[0] for octet, plain in _western() if len(plain) == 1}
_PLAIN = bytes(_ALONE.get(octet, octet) for octet in range(256))
_BECOME_MORE = bytes(octet for octet, plain in _western() if octet not in _ALONE)
"""Signs that become several, "½" for one: they are left to Unicode's own tables."""
