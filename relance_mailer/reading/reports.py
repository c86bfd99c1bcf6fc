"""The machine-readable parts of reports: delivery status, read receipts, complaints, originals.

RFC 3464 (delivery), RFC 8098 (disposition), RFC 5965 (feedback); fields are taken as they come,
also from parts that a gateway re-encoded, which the standard library leaves undecoded.
"""

import re
from email.message import Message

from relance_mailer.reading import headers, letters
from relance_mailer.reading.message import DeliveryReport

SOURCE_BYTES_MAX = 200_000
RECIPIENTS_MAX = 100
ORIGINALS = frozenset(
    {"text/rfc822-headers", "message/rfc822-headers", "message/global-headers",
     "text/rfc822", "text/headers"}
)  # fmt: skip

_FIELD = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,60})[ \t]*:(.*(?:\n[ \t].*)*)", re.MULTILINE)
_MESSAGE_ID_LINE = re.compile(
    r"^[> \t]*(?:x-)?(?:original-)?message-id[ \t]*:[ \t]*(?:\n[ \t]+)?<?\s*([^<>\s]{3,300})",
    re.IGNORECASE | re.MULTILINE,
)


def source(part: "Message[str, str]") -> str:
    """The source of a part's content as text, transfer encoding undone, bounded."""
    try:
        if not part.is_multipart():
            octets = part.get_payload(decode=True)
            text = octets if isinstance(octets, bytes) else b""
            return _unix(letters.decoded(text[:SOURCE_BYTES_MAX], "utf-8"))
        inner = part.get_payload()
        children = inner if isinstance(inner, list) else []
        return _unix("\n".join(_flat(child) for child in children if isinstance(child, Message)))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        return ""


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def _flat(message: "Message[str, str]") -> str:
    """Headers and the readable leaves of a message that was returned."""
    lines = [f"{name}: {value}" for name, value in headers.bounded(message.raw_items())]
    lines.append("")
    stack, seen = [(message, 0)], 0
    while stack and seen < 60:
        part, depth = stack.pop()
        seen += 1
        payload = part.get_payload()
        if isinstance(payload, list):
            if depth < 20:
                stack.extend(
                    (one, depth + 1) for one in reversed(payload[:60]) if isinstance(one, Message)
                )
        elif part.get_content_maintype() == "text":
            octets = part.get_payload(decode=True)
            if isinstance(octets, bytes):
                lines.append(letters.decoded(octets[:SOURCE_BYTES_MAX], "utf-8"))
    return "\n".join(lines)


def ids_in(text: str) -> tuple[str, ...]:
    """Message identifiers that lines of returned headers name, in order."""
    return tuple(dict.fromkeys(_MESSAGE_ID_LINE.findall(text[:SOURCE_BYTES_MAX])))[:20]


def _blocks(part: "Message[str, str]") -> list[dict[str, str]]:
    """The groups of fields of a report part, names and values as they came, names lower-cased."""
    text = source(part)
    if not part.is_multipart() or str(
        part.get("content-transfer-encoding", "")
    ).lower().strip() in (
        "base64",
        "quoted-printable",
    ):
        text = _decoded_body(part) or text
    blocks = []
    for block in re.split(r"\n[ \t]*\n", text)[: RECIPIENTS_MAX + 1]:
        fields: dict[str, str] = {}
        for name, value in _FIELD.findall(block[:20_000]):
            fields.setdefault(name.lower(), " ".join(headers.plain(value).split()))
        if fields:
            blocks.append(fields)
    return blocks


def _decoded_body(part: "Message[str, str]") -> str:
    """The text of a report part that was sent in base64 or quoted-printable (RFC 2046 forbids)."""
    bare: Message[str, str] = Message()
    bare["Content-Transfer-Encoding"] = str(part.get("content-transfer-encoding", ""))
    payload = part.get_payload()
    children = payload if isinstance(payload, list) else []
    inner = "\n".join(str(child.get_payload()) for child in children if isinstance(child, Message))
    bare.set_payload(inner if children else payload)
    octets = bare.get_payload(decode=True)
    return _unix(letters.decoded(octets, "utf-8")) if isinstance(octets, bytes) else ""


def delivery_reports(
    part: "Message[str, str]",
) -> tuple[tuple[DeliveryReport, ...], tuple[str, ...]]:
    """One report a recipient of a delivery-status part, and the original's identifiers."""
    found: list[DeliveryReport] = []
    ids: list[str] = []
    for fields in _blocks(part):
        ids.extend(_ids(fields))
        if not {"final-recipient", "original-recipient", "action", "status"} & fields.keys():
            continue
        if "reporting-mta" in fields and "final-recipient" not in fields:
            continue
        found.append(
            DeliveryReport(
                recipient=_address(
                    fields.get("original-recipient", "") or fields.get("final-recipient", "")
                )
                or _address(fields.get("final-recipient", "")),
                action=fields.get("action", "").lower().split(" ")[0].strip("();,"),
                status=_status(fields.get("status", "")),
                diagnostic=fields.get("diagnostic-code", "")
                or fields.get("x-supplementary-info", ""),
            )
        )
    return tuple(found), tuple(ids)


def disposition(part: "Message[str, str]") -> tuple[str, tuple[str, ...]]:
    """The disposition of a read receipt, lower-cased, and the original's identifiers."""
    blocks = _blocks(part)
    ids = [one for fields in blocks for one in _ids(fields)]
    value = next((one["disposition"] for one in blocks if "disposition" in one), "")
    return value.lower(), tuple(ids)


def feedback(part: "Message[str, str]") -> tuple[str, tuple[str, ...]]:
    """The type of a complaint (abuse, fraud …) and the original's identifiers."""
    blocks = _blocks(part)
    ids = [one for fields in blocks for one in _ids(fields)]
    value = next((one["feedback-type"] for one in blocks if "feedback-type" in one), "")
    return value.lower() or "abuse", tuple(ids)


def _ids(fields: dict[str, str]) -> tuple[str, ...]:
    names = ("original-message-id", "x-original-message-id", "original-envelope-id")
    return tuple(
        one for name in names for one in headers.message_ids(fields.get(name, "")) if "@" in one
    )


def _address(value: str) -> str:
    """The address of `rfc822; someone@example.fr`, lower-cased."""
    bare = value.rpartition(";")[2].strip().strip("<>").strip()
    return bare.lower() if "@" in bare else ""


def _status(value: str) -> str:
    found = re.search(r"[245]\.\d{1,3}\.\d{1,3}", value)
    return found[0] if found else ""
