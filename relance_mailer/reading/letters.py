"""The letters of a message made readable: charsets decoded as mail programs do, tricks folded.

Blanks that do not break become blanks, signs without width vanish, a letter borrowed from another
alphabet inside a Latin word becomes the Latin one that a person sees. The raw bytes stay the
evidence; the oddities say what was folded.
"""

import codecs
import re
import unicodedata
from functools import lru_cache

# punycode and idna are quadratic on hostile input; the escapes are no charsets of mail.
_REFUSED_CODECS = frozenset(
    {"punycode", "idna", "unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined"}
)
# Mail programs read these as windows-1252, whose C1 range holds the curly quotes and the euro.
_READ_AS_WINDOWS = frozenset({"iso8859-1", "ascii", "cp1252", "latin-1"})

_CODE_PAGE = re.compile(r"^(?:x-)?(?:cp|ibm|dos)[-_ ]?(\d{3,4})$")
_STRAY = re.compile("[\udc80-\udcff]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_WITHOUT_WIDTH = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0c\x85\u2028\u2029]")
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]+")
_MIXED_WORD = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u03ff\u0400-\u04ff])\w+\b")
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_TWICE_ENCODED = re.compile("[ÃÂ][\u0080-\u00bf©¨ª«»®°´§€™œŒ\u0160\u0161\u0192]|â€")

_LOOK_ALIKES = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіјѕԁһԛԝІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρυαικτ",
    "ABEKMHOPCTYXaeopcyxijsdhqwIJSABEZHIKMNOPTYXovpuaikt",
)


def decoded(octets: bytes, charset: str) -> str:
    """The text of these bytes, whatever charset was declared; never raises.

    Latin-1 is read as windows-1252, bytes that are sound UTF-8 are read as such, an unknown
    charset is tried as UTF-8 and then as windows-1252.
    """
    name = _codec(charset)
    if name in _READ_AS_WINDOWS or name in ("", "utf-8"):
        return _western(octets)
    try:
        return octets.decode(name)
    except (ValueError, LookupError):
        return _western(octets) if name.startswith("utf-8") else octets.decode(name, "replace")


@lru_cache(maxsize=128)
def _codec(charset: str) -> str:
    told = charset.strip().strip("\"'")[:40].lower()
    # "x-mac-roman", "cp-850", "ibm 437": names that programs write and no registry knows.
    for word in (told, told.removeprefix("x-"), _CODE_PAGE.sub(r"cp\1", told)):
        try:
            name = codecs.lookup(word).name
            "".encode(name)
        except (LookupError, ValueError):
            continue
        return "" if name in _REFUSED_CODECS else name
    return ""


def _western(octets: bytes) -> str:
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        lenient = octets.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    sound = len(lenient) - len(lenient.encode("ascii", "ignore")) - broken
    if sound < broken:
        return octets.decode("cp1252", "replace")
    # A footer in another charset than the words: each stray byte is read for itself.
    mixed = octets.decode("utf-8", "surrogateescape")
    return _STRAY.sub(lambda one: bytes([ord(one[0]) - 0xDC00]).decode("cp1252", "replace"), mixed)


def folded(text: str) -> str:
    """The text for reading: line ends, blanks, invisible signs and look-alike letters made plain.

    The length changes only by what vanishes; a text in Greek or Russian stays as it is.
    """
    if text.isascii() and text.isprintable():
        return text
    if _is_western(text):
        for sign, plain in _WESTERN_SIGNS:
            text = text.replace(sign, plain)
        return _CONTROLS.sub("", text)
    text = _LINE_ENDS.sub("\n", text).replace("\x0b", "\n")
    if text.isascii():
        return _CONTROLS.sub("", text)
    text = _CONTROLS.sub("", _WITHOUT_WIDTH.sub("", _BLANKS.sub(" ", _mended(text))))
    text = _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if _FOREIGN.search(text):
        text = _MIXED_WORD.sub(lambda found: found[0].translate(_LOOK_ALIKES), text)
    return unicodedata.normalize("NFC", text)


# All that there is to fold in a text of Western letters, the most frequent case by far.
_WESTERN_SIGNS = (
    ("\r\n", "\n"), ("\r", "\n"), ("\x0c", "\n"), ("\x0b", "\n"), ("\xa0", " "), ("\xad", "")
)  # fmt: skip


def _is_western(text: str) -> bool:
    """Whether windows-1252 has all its letters, and none was encoded twice."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return not ("Ã" in text or "Â" in text or "â€" in text)


def without_controls(text: str) -> str:
    """The text without control signs and lone surrogates, which no HTML parser takes."""
    return _CONTROLS.sub("", text)


def _mended(text: str) -> str:
    """UTF-8 that was taken for windows-1252 and encoded again ("Ã©") read as it was meant."""
    if not _TWICE_ENCODED.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def tricks(text: str) -> tuple[str, ...]:
    """What in the unfolded text hides or imitates letters, as short French remarks."""
    if text.isascii():
        return ()
    found = []
    if len(_WITHOUT_WIDTH.findall(text)) > 2:
        found.append("caractères invisibles dans le texte")
    if _FOREIGN.search(text) and _MIXED_WORD.search(text):
        found.append("lettres d'un autre alphabet à l'intérieur de mots")
    return tuple(found)


def unflowed(text: str, *, delete_space: bool) -> str:
    """Paragraphs of a format=flowed text put together again (RFC 3676 §4.4, §4.5)."""
    paragraphs: list[list[str]] = []
    open_depth = -1
    for raw in text.split("\n"):
        depth = len(raw) - len(raw.lstrip(">"))
        line = raw[depth:].removeprefix(" ") if raw[depth:].startswith(" ") else raw[depth:]
        is_signature_mark = line in ("-- ", "--")
        if open_depth == depth and not is_signature_mark:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([">" * depth + " " * bool(depth), line])
        flows = line.endswith(" ") and not is_signature_mark
        if flows and delete_space:
            paragraphs[-1][-1] = line[:-1]
        open_depth = depth if flows else -1
    return "\n".join("".join(pieces) for pieces in paragraphs)
