"""The mark put on a letter and how it is known again in a reply: one file for both directions.

A token has 16 characters of base32 (80 bits of HMAC-SHA256). Its first five depend on the dossier
alone and are what people see, `[BZ-2003-K7Q2M]`: they can be checked without knowing which letter
is answered. The other eleven depend on dossier and step and stand in the Message-ID,
`<relance.TOKEN.COURSE-ATTEMPT@domain>`. A signature that does not fit is no evidence; an unsigned
reference, `[BZ-2003]`, is (contract §4).

Case never counts, and look-alikes that people type (0 for O, 1 or L for I, 8 for B) are folded on
both sides before comparing.
"""

import base64
import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from relance_mailer.dossier.values import DossierKey, MessageId, StepKey

NOTICE = "relance-avis."
VISIBLE = 5
TOKEN_LENGTH = 16
TEXT_MAX = 200_000  # characters of a text that are looked through
MARKS_MAX = 40
NUMBERED_MAX = 300
BEFORE_MAX = 40

_ID_MAX = 40
_ID = rf"[^\W_][\w./-]{{0,{_ID_MAX - 1}}}"
_BRACKETED = re.compile(rf"[\[［]\s?({_ID})\s?[\]］]")
_WORD = re.compile(rf"(?<![\w@./-]){_ID}(?![\w@])")
_DIGIT = re.compile(r"\d")
# Between two blanks; nothing is tried twice, so that a run of any length costs its length.
_WITH_DIGIT = re.compile(r"(?<!\S)[^\s\d]*+\d\S*")
_ANNOUNCES = re.compile(
    r"\b(?:r[ée]f(?:[ée]rences?|erenz|erencia|erence)?|riferimento|dossier|file)\b\W{0,4}"
    r"(?:[àa] rappeler|n[°ºo]\.?|num[ée]ro)?[\s:#\[]{0,4}$",
    re.IGNORECASE,
)
# A mark that a mail program broke at its hyphen, with the quote sign of the next line.
_BROKEN = re.compile(r"-[ \t]{0,2}\r?\n[> \t]{0,8}(?=[A-Za-z0-9]{2,8}\])")
_TOKEN = rf"[a-z0-9]{{{TOKEN_LENGTH}}}"
_OWN_MESSAGE_ID = re.compile(rf"^relance\.({_TOKEN})\.[\w.-]{{1,20}}@", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans("01L8", "OIIB")


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """A reference that looks signed: the dossier it names (upper case) and its five characters."""

    dossier: str
    five: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Marks:
    """What a text names: marks that look signed, and references as they stand (upper case).

    `references` hold every whole reference, those of `signed` included ("BZ-2003-K7Q2M"), since a
    dossier's own identifier may end like a signature; never the unsigned half of a signed one.
    `numbers` are all words that hold a digit, as they stand: one of them may be an invoice.
    """

    signed: tuple[Mark, ...] = ()
    references: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def sign(secret: bytes, key: DossierKey, step: StepKey) -> str:
    """The token of a letter: 16 characters, upper case, the same for the same step."""
    rest = _base32(secret, "step", key.creditor, key.dossier.upper(), str(step))
    return visible(secret, key) + rest[: TOKEN_LENGTH - VISIBLE]


def visible(secret: bytes, key: DossierKey) -> str:
    """The five characters that people see on all letters of a dossier."""
    return _base32(secret, "dossier", key.creditor, key.dossier.upper())[:VISIBLE]


def mark_of(key: DossierKey, token: str) -> str:
    """The visible reference of a letter: `[BZ-2003-K7Q2M]`."""
    return f"[{key.dossier}-{token[:VISIBLE].upper()}]"


def message_id_for(token: str, step: StepKey, domain: str) -> MessageId:
    """The Message-ID of a step, without brackets: the same each time, local part below 64."""
    return MessageId(f"relance.{token.lower()}.{step.course}-{step.attempt}@{domain.lower()}")


def notice_id_for(token: str, course: int, level: str, domain: str) -> MessageId:
    """The Message-ID of the mail that tells our own account manager of a level: no letter's."""
    place = f"{course}-{level.replace('_', '-')}"
    return MessageId(f"{NOTICE}{token.lower()}.{place}@{domain.lower()}")


def is_notice(message_id: str) -> bool:
    """Whether a Message-ID is that of such a mail."""
    return message_id.strip().strip("<>").lower().startswith(NOTICE)


def token_in(message_id: str) -> str | None:
    """The token that one of our Message-IDs carries (upper case), None when it is not ours."""
    found = _OWN_MESSAGE_ID.match(message_id.strip().strip("<>"))
    return found[1].upper() if found else None


def fits(secret: bytes, key: DossierKey, given: str, step: StepKey | None = None) -> bool:
    """Whether a mark's five characters, or with `step` a whole token, were signed by us."""
    expected = visible(secret, key) if step is None else sign(secret, key, step)
    return hmac.compare_digest(_plain(given), _plain(expected))


def marks_in(text: str) -> Marks:
    """The references of a text, bracketed or in running words, bounded and in order."""
    text = _BROKEN.sub("-", text[:TEXT_MAX])
    found = [hit[1] for hit in _BRACKETED.finditer(text)]
    numbered = list(islice(_numbered(text), NUMBERED_MAX))
    found += [word for word, before in numbered if _is_telling(word) or _ANNOUNCES.search(before)]
    words = tuple(dict.fromkeys(word.rstrip("./-_").upper() for word in found))[:MARKS_MAX]
    signed = (_signed(word) for word in words)
    return Marks(
        signed=tuple(mark for mark in signed if mark),
        references=words,
        numbers=tuple(dict.fromkeys(word.rstrip("./-_") for word, _ in numbered)),
    )


def folded_number(number: str) -> str:
    """An invoice number without case, separators and blanks: how people write it matters not."""
    return "".join(filter(str.isalnum, number)).upper()


def _numbered(text: str) -> Iterator[tuple[str, str]]:
    """The words with a digit and what stands before each."""
    for run in _WITH_DIGIT.finditer(text):
        if run[0].isalnum() and len(run[0]) <= _ID_MAX:
            yield run[0], text[max(0, run.start() - BEFORE_MAX) : run.start()]
            continue
        for found in _WORD.finditer(text, *run.span()):
            if _DIGIT.search(found[0]):
                yield found[0], text[max(0, found.start() - BEFORE_MAX) : found.start()]


def _signed(word: str) -> Mark | None:
    dossier, hyphen, five = word.rpartition("-")
    if not hyphen or not dossier or not re.fullmatch(r"[A-Z0-9]{5}", five):
        return None
    return Mark(dossier=dossier, five=five)


def _is_telling(word: str) -> bool:
    """A word with a letter and a digit may be an identifier; a bare number says nothing."""
    return len(word) >= 4 and not word.isdigit() and any(map(str.isalpha, word))


def _base32(secret: bytes, *parts: str) -> str:
    # Each part is preceded by its length: no two tuples of parts give the same bytes.
    told = b"".join(f"{len(part)}:{part}".encode() for part in parts)
    return base64.b32encode(hmac.new(secret, told, hashlib.sha256).digest()).decode("ascii")


def _plain(token: str) -> bytes:
    return token.strip().upper().translate(_LOOK_ALIKES).encode("utf-8", "replace")
