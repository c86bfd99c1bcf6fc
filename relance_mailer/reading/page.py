"""An HTML body prepared for reading: what a person cannot see is taken out, quotes are marked.

Works on the tree that `parse` got from html-text; after it, a line inside a quoted block begins
with `>` as it would in plain text, so that `quoting` has one sort of text to judge.
"""

import re
from collections.abc import Iterator
from typing import Protocol

from relance_mailer.reading.cutmarks import mark_at
from relance_mailer.reading.styles import PLAIN, Rule, Style, melts, rules_of, shade, style_of

ELEMENTS_MAX = 30_000
QUOTE_OPENS = "\ue000"
QUOTE_CLOSES = "\ue001"
_SIGNATURE = "\ue002"
_COLOURED = "\ue003"
HIDDEN = "\ue004"
_LINE_END = "\ue005"
_MARKS = re.compile("[\ue000-\ue005]")
QUOTE_DEPTH_MAX = 20

_NEVER_TEXT = frozenset(
    "script style head title meta link noscript template object embed applet svg math"
    " select".split()
)
_INDENT_ONLY = re.compile(r"border(?:-left)?\s*:\s*(?:none|0)", re.IGNORECASE)
_SIGNATURE_MARK = re.compile(
    r"gmail_signature|moz-signature|ms-outlook-mobile-signature|protonmail_signature_block"
    r"|^signature$",
    re.IGNORECASE,
)


class Element(Protocol):
    """What is asked of a node of the tree (an lxml element has it)."""

    tag: object
    text: str | None
    tail: str | None

    def get(self, key: str, default: str = ...) -> str: ...
    def keys(self) -> list[str]: ...
    def iter(self) -> Iterator["Element"]: ...
    def itertext(self) -> Iterator[str]: ...
    def getparent(self) -> "Element | None": ...
    def getprevious(self) -> "Element | None": ...
    def remove(self, element: "Element") -> None: ...


def make_visible(tree: Element) -> tuple[str, ...]:
    """Take out of the tree what no person sees, mark its quotes, and return the hidden texts.

    Where each hidden text stood a sign is left, for `hidden_above` to count.
    """
    sheets = (node.text or "" for node in tree.iter() if node.tag == "style")
    rules = rules_of(sheets)
    hidden: list[str] = []
    doomed: list[tuple[Element, str]] = []
    paint: dict[Element, Style] = {}
    gone: set[Element] = set()
    for count, node in enumerate(tree.iter()):
        parent = node.getparent()
        if parent is not None and parent in gone:
            gone.add(node)
            continue
        inherited = paint.get(parent, PLAIN) if parent is not None else PLAIN
        if node.tail and inherited.keeps_lines:
            node.tail = node.tail.replace("\n", _LINE_END)
        if node.tail and melts(inherited.ink, inherited.ground):
            node.tail = _hide(node.tail, hidden)
        if count > ELEMENTS_MAX or not isinstance(node.tag, str) or node.tag in _NEVER_TEXT:
            gone.add(node)
            doomed.append((node, ""))
            continue
        style = paint[node] = _painted(node, inherited, rules)
        if node.text and style.keeps_lines:
            node.text = node.text.replace("\n", _LINE_END)
        if style.hides:
            doomed.append((node, _hide("".join(node.itertext()), hidden)))
            gone.add(node)
        elif node.text and melts(style.ink, style.ground):
            node.text = _hide(node.text, hidden)
        else:
            _mark(node)
            if _is_coloured(style.ink) and not _is_link(node) and (node.text or "").strip():
                node.text = f"{_COLOURED}{node.text}"
    for node, sign in doomed:
        _drop(node, sign)
    return tuple(hidden)


def _hide(text: str, hidden: list[str]) -> str:
    """Move a text to the hidden ones, if it says anything, and give the sign that replaces it."""
    words = " ".join(text.split())
    if not any(sign.isalnum() for sign in words):
        return ""
    hidden.append(words)
    return HIDDEN


def hidden_above(text: str) -> int:
    """How many hidden texts stand above the first quoted or cut line of the marked text.

    Below it they belong to the history: newsletters and our own letters hide previews too.
    """
    if HIDDEN not in text:
        return 0
    lines = text.split("\n")
    bare = [unmarked(line) for line in lines]
    found = 0
    for at, line in enumerate(lines):
        if QUOTE_OPENS in line or mark_at(bare, at):
            break
        found += line.count(HIDDEN)
    return found


def with_line_ends(text: str) -> str:
    """The text with the line ends of preformatted parts, which would be blanks elsewhere."""
    return text.replace(_LINE_END, "\n")


def unmarked(source: str) -> str:
    """The source without the private signs that this file uses as marks."""
    return _MARKS.sub("", source)


def quoted_lines(text: str) -> str:
    """The text with the marks of `make_visible` turned into `>` at the head of quoted lines."""
    lines: list[str] = []
    depth = 0
    for line in text.split("\n"):
        words = line.replace(HIDDEN, "").strip()
        while words[:1] in (QUOTE_OPENS, QUOTE_CLOSES) and words:
            depth = max(0, depth + (1 if words[0] == QUOTE_OPENS else -1))
            words = words[1:].lstrip()
        mark = "> " * min(depth, QUOTE_DEPTH_MAX)
        depth = max(0, depth + words.count(QUOTE_OPENS) - words.count(QUOTE_CLOSES))
        if words.startswith(_SIGNATURE):
            lines.append(f"{mark}-- ")
        words = _MARKS.sub("", words)
        if words or not _MARKS.search(line):
            lines.append(f"{mark}{words}".rstrip())
    return "\n".join(lines)


def coloured_lines(text: str) -> tuple[str, ...]:
    """The lines of the marked text that are written wholly in a colour of their own."""
    stripped = (line.strip() for line in text.replace(HIDDEN, "").split("\n"))
    found = (unmarked(line).strip() for line in stripped if line.startswith(_COLOURED))
    return tuple(words for words in found if words)


def _is_coloured(ink: str) -> bool:
    """Whether a person sees the ink as a colour, not as black or grey."""
    if len(ink) != 6:
        return ink == "other"
    try:
        shades = [int(ink[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return False
    return max(shades) - min(shades) > 60


def _is_link(node: Element) -> bool:
    parent = node.getparent()
    return node.tag == "a" or (parent is not None and parent.tag == "a")


def _painted(node: Element, inherited: Style, rules: tuple[Rule, ...]) -> Style:
    """What a node's own attributes, its style and the page's rules make of the text under it."""
    if not rules and not node.keys() and node.tag not in ("pre", "textarea"):
        return inherited
    own = style_of(node.get("style") or "")
    hides = own.hides or node.get("hidden") is not None
    hides = hides or (node.tag == "font" and node.get("size") == "0")
    ink = own.ink or shade(node.get("color") or "")
    ground = own.ground or shade(node.get("bgcolor") or "")
    if not ground and node.get("background"):
        ground = "other"
    for rule in _fitting(node, rules):
        hides = hides or rule.style.hides
        ink, ground = ink or rule.style.ink, ground or rule.style.ground
    return Style(
        hides=hides,
        ink=ink or inherited.ink,
        ground=ground or inherited.ground,
        keeps_lines=own.keeps_lines or inherited.keeps_lines or node.tag in ("pre", "textarea"),
    )


def _fitting(node: Element, rules: tuple[Rule, ...]) -> list[Rule]:
    if not rules:
        return []
    names = {f".{name}" for name in (node.get("class") or "").lower().split()}
    names.add(f"#{(node.get('id') or '').lower()}")
    known = frozenset(names)
    return [rule for rule in rules if rule.fits(node.tag, known)]


def _mark(node: Element) -> None:
    """Set the marks of a quoted block or of a signature around the node's own text."""
    names = f"{node.get('class') or ''} {node.get('id') or ''}".strip()
    if node.tag == "blockquote" and not _INDENT_ONLY.search(node.get("style") or ""):
        node.text = f"{QUOTE_OPENS}{node.text or ''}"
        node.tail = f"{QUOTE_CLOSES}{node.tail or ''}"
    elif names and any(_SIGNATURE_MARK.search(name) for name in names.split()):
        node.text = f"{_SIGNATURE}{node.text or ''}"


def _drop(node: Element, sign: str) -> None:
    """Remove a node, leave the sign in its place and keep the text that follows it."""
    parent = node.getparent()
    if parent is None:
        return
    if kept := f"{sign}{node.tail or ''}":
        before = node.getprevious()
        if before is not None:
            before.tail = f"{before.tail or ''}{kept}"
        else:
            parent.text = f"{parent.text or ''}{kept}"
        node.tail = None
    parent.remove(node)
