"""What a style does to the text under it: hides it, or gives it an ink and a ground.

Whatever makes a text unreadable for a person hides it: not displayed, without size, without
opacity, moved off the screen, cut to nothing. Escapes and comments inside a style are undone first,
as a mail program does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

OPACITY_SEEN = 0.1
STYLE_CHARACTERS_MAX = 4_000
SHEET_CHARACTERS_MAX = 50_000
RULES_MAX = 400
_MELTS_WITHIN = 16  # of 255 a channel: #f0f0f0 on white is read by nobody

_COMMENT = re.compile(r"/\*.{0,2000}?\*/", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
_DECLARATION = re.compile(r"([a-z-]{3,40})\s*:\s*([^;]{1,400})")
_NUMBER = re.compile(r"^(-?\d*\.?\d+)\s*([a-z%]*)")
_FONT_SIZE = re.compile(r"(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%)?)(?:\s*/\s*[\w.%]+)?\s+[\"'\w]")
_SCALED_AWAY = re.compile(r"scale[xy]?\(\s*0?\.?0\d*\s*[,)]|translate\w*\([^)]*-\d{3,}")
_CLIPPED = re.compile(r"rect\(\s*[01](?:px)?[\s,]|inset\(\s*(?:100|[5-9]\d)%|circle\(\s*0")
_AT_RULE = re.compile(r"@[^{};]{0,300}\{(?:[^{}]{0,4000}\{[^{}]{0,4000}\}){0,200}[^{}]{0,4000}\}")
_RULE = re.compile(r"([^{}@]{1,300})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$")

# The smallest size that a person still sees as letters, by unit.
_SIZE_SEEN = {"": 3.0, "px": 3.0, "pt": 2.5, "em": 0.25, "rem": 0.25, "ex": 0.5, "%": 20.0}
_OFF_SCREEN = {"": -100.0, "px": -100.0, "pt": -100.0, "em": -20.0, "rem": -20.0, "%": -90.0,
               "cm": -5.0, "in": -2.0, "vw": -90.0}  # fmt: skip
_NAMED = {
    "white": "ffffff", "snow": "fffafa", "ivory": "fffff0", "ghostwhite": "f8f8ff",
    "whitesmoke": "f5f5f5", "floralwhite": "fffaf0", "azure": "f0ffff", "mintcream": "f5fffa",
    "aliceblue": "f0f8ff", "seashell": "fff5ee", "honeydew": "f0fff0", "black": "000000",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """Whether the text is hidden; ink and ground as six digits, `other`, `transparent` or empty.

    `keeps_lines`: line ends are seen as such (`pre`), not as blanks.
    """

    hides: bool = False
    ink: str = ""
    ground: str = ""
    keeps_lines: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One rule of a style sheet, for elements of a tag (or any), with all these classes and ids."""

    tag: str
    names: frozenset[str]
    style: Style

    def fits(self, tag: object, names: frozenset[str]) -> bool:
        """Whether an element of that tag, with those `.class` and `#id`, is meant."""
        return self.tag in ("", tag) and self.names <= names


PLAIN = Style()


@lru_cache(maxsize=4096)
def style_of(text: str) -> Style:
    """What the declarations of a `style` attribute or of a rule do."""
    text = _COMMENT.sub("", text[:STYLE_CHARACTERS_MAX])
    text = _ESCAPE.sub(_unescaped, text).lower()
    said = {name: value.replace("!important", "").strip() for name, value in
            _DECLARATION.findall(text)}  # fmt: skip
    ground = said.get("background-color") or said.get("background") or ""
    return Style(
        hides=_hides(said),
        ink=shade(said.get("color", "")),
        ground=_ground_of(ground),
        keeps_lines=said.get("white-space", "").startswith("pre"),
    )


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if 31 < code < 127 else ""


def _hides(said: dict[str, str]) -> bool:
    return (
        said.get("display") == "none"
        or said.get("visibility") in ("hidden", "collapse")
        or said.get("mso-hide") == "all"
        or _is_faint(said)
        or _is_tiny(said)
        or _is_folded(said)
        or _is_moved_away(said)
    )


def _is_faint(said: dict[str, str]) -> bool:
    faded = re.search(r"opacity\(\s*(?:0?\.0\d*|0|[0-9]%)\s*\)", said.get("filter", ""))
    number = _NUMBER.match(said.get("opacity", ""))
    if not number:
        return bool(faded)
    return float(number[1]) / (100 if number[2] == "%" else 1) < OPACITY_SEEN


def _is_tiny(said: dict[str, str]) -> bool:
    short = _FONT_SIZE.search(said.get("font", ""))
    number = _NUMBER.match(said.get("font-size", "") or (short[1] if short else ""))
    return number is not None and float(number[1]) < _SIZE_SEEN.get(number[2], 0.0)


def _is_folded(said: dict[str, str]) -> bool:
    """Cut to no height or width, what overflows being hidden too."""
    if _is_zero(said.get("max-height", "")):
        return True
    cut = any(_is_zero(said.get(name, "")) for name in ("height", "width", "max-width"))
    return cut and any("hidden" in said.get(name, "") for name in ("overflow", "overflow-y"))


def _is_zero(value: str) -> bool:
    number = _NUMBER.match(value)
    return number is not None and not float(number[1])


def _is_moved_away(said: dict[str, str]) -> bool:
    for name in ("left", "top", "right", "text-indent", "margin-left", "margin-top"):
        number = _NUMBER.match(said.get(name, ""))
        if number and float(number[1]) <= _OFF_SCREEN.get(number[2], -100.0):
            return True
    cut = f"{said.get('clip', '')} {said.get('clip-path', '')}"
    return bool(_CLIPPED.search(cut) or _SCALED_AWAY.search(said.get("transform", "")))


def _ground_of(value: str) -> str:
    """The shade of a background; an image or a gradient is one that nobody can tell."""
    if not value:
        return ""
    if "gradient" in value:
        return "other"
    words = [word for word in re.sub(r"url\([^)]*\)", " ", value).split(" ") if word]
    first = shade(" ".join(words)) if words else ""
    return first or ("other" if "url(" in value else "")


def shade(color: str) -> str:
    """A color as six hexadecimal digits, `transparent`, `other` for one not known, or empty."""
    word = color.strip().lower()
    if not word or word.startswith(("inherit", "initial", "unset", "none", "windowtext", "auto")):
        return ""
    if word.startswith("#"):
        return _of_digits(word[1:].split(" ")[0])
    if word.startswith(("rgb", "hsl")):
        return _of_figures(word)
    name = word.split(" ")[0]
    return "transparent" if name == "transparent" else _NAMED.get(name, "other")


def _of_digits(digits: str) -> str:
    if len(digits) in (3, 4):
        digits = "".join(digit * 2 for digit in digits)
    alpha = digits[6:8]
    if len(alpha) == 2 and alpha.isalnum() and alpha < "1a":
        return "transparent"
    return digits[:6]


def _of_figures(word: str) -> str:
    figures = re.findall(r"-?\d*\.?\d+%?", word)[:4]
    if len(figures) < 3:
        return "other"
    if (
        len(figures) == 4
        and float(figures[3].rstrip("%")) / (100 if figures[3].endswith("%") else 1) < OPACITY_SEEN
    ):
        return "transparent"
    if word.startswith("hsl"):
        lightness = float(figures[2].rstrip("%"))
        return "ffffff" if lightness > 96 else "000000" if lightness < 4 else "other"
    channels = (float(one.rstrip("%")) * (2.55 if one.endswith("%") else 1) for one in figures[:3])
    return "".join(f"{min(max(round(one), 0), 255):02x}" for one in channels)


@lru_cache(maxsize=1024)
def melts(ink: str, ground: str) -> bool:
    """Whether ink of this shade cannot be told from its ground (white paper by default)."""
    if not ink or ink == "other" or ground == "other":
        return False
    if ink == "transparent":
        return True
    ground = "ffffff" if ground in ("", "transparent") else ground
    try:
        pairs = [(int(ink[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (0, 2, 4)]
    except ValueError:
        return False
    return all(abs(one - other) <= _MELTS_WITHIN for one, other in pairs)


def rules_of(sheets: Iterable[str]) -> tuple[Rule, ...]:
    """The rules of a page's own style sheets that hide or paint, for plain selectors alone.

    Rules for a kind of screen or for print are left out: what they hide elsewhere is seen here.
    """
    found: list[Rule] = []
    for sheet in sheets:
        bare = _AT_RULE.sub("", _COMMENT.sub("", sheet[:SHEET_CHARACTERS_MAX]))
        for selectors, body in _RULE.findall(bare):
            style = style_of(body)
            if style == PLAIN or len(found) >= RULES_MAX:
                continue
            for one in selectors.lower().split(","):
                plain = _SELECTOR.match(one.strip())
                if plain and plain[0]:
                    names = frozenset(re.findall(r"[.#][\w-]+", plain[2]))
                    found.append(Rule(tag=plain[1] or "", names=names, style=style))
    return tuple(found)
