"""Mail as programs write it, taken to pieces at its boundaries instead of line by line.

The library's parser asks each line of a message for the end of each part that it stands in, and
compiles a pattern for every boundary: a tenth of what an ordinary reply costs to read. Here
a message is cut at once, where it is written as RFC 2046 §5.1.1 has it: whole headers, each
boundary on a line of its own, the last one closing. Whatever is written otherwise, or
holds another message, is left to the library; the tree is the one that it would have made, without
what stands before and behind the parts, which nobody reads.
"""

import re
from email import policy
from email.message import Message

_DEEP = 20  # parts within parts; what is deeper is not written by programs
_HEAD = re.compile(r"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*+)*+(?=\r?\n)")
_HEADER = re.compile(r"[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*+")
_REST_OF_LINE = re.compile(r"[ \t]*\r?\n")
_CLOSING = re.compile(r"--[ \t]*(?:\r?\n|$)")


def tidied(raw: bytes) -> "Message[str, str] | None":
    """The message as the library would parse it; None where it is not so plainly written."""
    text = raw.decode("ascii", "surrogateescape")
    if text.count("\r") != text.count("\r\n"):
        return None  # a lone return is the end of a line as well
    return _part(text, 0)


def _part(text: str, depth: int) -> "Message[str, str] | None":
    head = _HEAD.match(text)
    if head is None or depth > _DEEP:
        return None
    message: Message[str, str] = Message(policy.compat32)
    for header in _HEADER.findall(head[0]):
        message.set_raw(*policy.compat32.header_source_parse([header]))
    body = text[text.index("\n", head.end()) + 1 :]
    kind = message.get_content_maintype()
    if kind == "message" or message.get_content_type() == "multipart/digest":
        return None
    if kind == "multipart":
        return _of_parts(message, body, depth)
    # The end of a part's last line belongs to the boundary.
    message.set_payload(body.removesuffix("\n").removesuffix("\r") if depth else body)
    return message


def _of_parts(message: "Message[str, str]", body: str, depth: int) -> "Message[str, str] | None":
    boundary = message.get_boundary()
    pieces = f"\n{body}".split(f"\n--{boundary}") if boundary else []
    for piece in pieces[1:]:
        if _CLOSING.match(piece):
            return message if message.is_multipart() else None
        opened = _REST_OF_LINE.match(piece)
        part = _part(f"{piece[opened.end() :]}\n", depth + 1) if opened else None
        if part is None:
            return None
        message.attach(part)
    return None  # never closed
