"""Words written once become paragraphs of text, or of HTML: the filter `flow` of the templates.

A paragraph is what stands between blank lines, a list has lines that begin with « - », a block
that begins with two blanks (or, in HTML, with a tag) is kept as it is. The unbreakable blanks of
French are set here and nowhere in the templates.
"""

import re

_BLANKS = re.compile(" {2,}")
_EURO = re.compile(r"(?<=\d) €(?!\d)")  # in English the sign stands before the amount
_FRENCH_BLANKS = (
    (" .", "."),
    (" ,", ","),
    ("« ", "«\u00a0"),
    *((f" {sign}", f"\u00a0{sign}") for sign in ":;?!»"),
)


def flow_text(words: str) -> str:
    """The words as plain text, a paragraph a line."""
    kept = []
    for block in _split(words):
        if block.startswith("  "):
            kept.append("\n".join(_tight(line.rstrip()) for line in block.splitlines()))
        elif block.startswith("- "):
            kept.append("\n".join(f"- {item}" for item in _items_of(block)))
        else:
            kept.append(joined(block))
    return "\n\n".join(kept)


def flow_html(words: str) -> str:
    """The words as HTML; values were escaped when they were printed."""
    kept = []
    for block in _split(str(words)):
        if block.lstrip().startswith("<"):
            kept.append(_tight(block))
        elif block.startswith("- "):
            points = "".join(f"<li>{item}</li>" for item in _items_of(block))
            kept.append(f"<ul>{points}</ul>")
        else:
            kept.append(f"<p>{joined(block)}</p>")
    return "\n".join(kept)


def _split(words: str) -> list[str]:
    """What stands between blank lines."""
    blocks = re.split(r"\n(?:[ \t]*\n)+", words.strip("\n"))
    return [block for block in blocks if block.strip()]


def joined(block: str) -> str:
    """One line; blanks before « : ; ? ! € » and inside quotation marks don't break."""
    line = block.replace("\n", " ").replace("\t", " ").strip(" ")
    if "  " in line:
        line = _BLANKS.sub(" ", line)
    return _tight(line)


def _tight(text: str) -> str:
    for loose, tight in _FRENCH_BLANKS:
        text = text.replace(loose, tight)
    return _EURO.sub("\u00a0€", text) if " €" in text else text


def _items_of(block: str) -> list[str]:
    """The points of a list: a line that begins otherwise goes on with the point before it."""
    return [joined(item) for item in re.split(r"(?m)^- ", block) if item.strip()]


def tidy(text: str) -> str:
    """No blank at the end of a line, never two blank lines together."""
    lines = "\n".join(line.rstrip(" \t") for line in text.splitlines())
    return re.sub(r"\n\n\n+", "\n\n", lines).strip("\n") + "\n"
