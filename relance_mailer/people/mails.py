"""A debtor's words as a mail: the headers, the quoted history and the machines' reports.

Each mail program quotes in its own way, and a report of non-delivery has its own parts (RFC 3464);
Message-IDs and boundaries come from the story's chance, so that a seed gives the same bytes.
"""

import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.header import decode_header, make_header
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser, BytesParser
from email.utils import format_datetime, getaddresses, parseaddr
from functools import lru_cache
from html import escape
from random import Random

from babel.dates import format_datetime as in_locale

from relance_mailer.workdays import PARIS

WIDTH = 990
_FOLD = re.compile(r"\s*\r?\n\s*")
POLICY = email.policy.SMTP.clone(max_line_length=WIDTH, cte_type="8bit")


@dataclass(frozen=True, kw_only=True, slots=True)
class Received:
    """A letter of ours as the debtor sees it in his mail program."""

    at: datetime
    sender: str
    to: str
    subject: str
    message_id: str
    references: str
    text: str
    is_answer: bool


@lru_cache(maxsize=16)
def opened(raw: bytes, at: datetime) -> Received:
    """A letter as it arrived; an answer of ours to his own mail says so (RFC 3834).

    Kept for a while: its reader and whoever judges it open the same one.
    """
    letter = BytesParser(policy=email.policy.default).parsebytes(raw)
    assert isinstance(letter, EmailMessage)
    headers = BytesHeaderParser(policy=email.policy.compat32).parsebytes(raw)
    body = letter.get_body(("plain",))
    return Received(
        at=at.astimezone(PARIS),
        sender=_shown(headers["From"]),
        to=_shown(headers["To"]),
        subject=_shown(headers["Subject"]),
        message_id=_shown(headers["Message-ID"]),
        references=_shown(headers["References"]),
        text=body.get_content().replace("\r\n", "\n").strip() if body else "",
        is_answer=not is_unsolicited(headers),
    )


def _shown(value: str | None) -> str:
    """A header as a mail program shows it: decoded (RFC 2047), on one line."""
    return _FOLD.sub(" ", str(make_header(decode_header(value or ""))))


def first_address(header: str) -> str:
    """The first address of a header."""
    return getaddresses([header])[0][1]


class Desk:
    """Writes the mails of everybody: one chance, one mailbox of ours that they go to."""

    def __init__(self, chance: Random, ours: str) -> None:
        self._chance = chance
        self._ours = ours

    def reply(
        self, sender: str, text: str, signed: str, letter: Received, at: datetime, client: str
    ) -> bytes:
        """An answer to a letter, quoted as that program quotes."""
        prefix = "RE" if client == "outlook" else "Re"
        mail = self._mail(sender, f"{prefix}: {letter.subject}", at)
        mail["In-Reply-To"] = letter.message_id
        mail["References"] = f"{letter.references} {letter.message_id}".strip()
        plain = _QUOTING[client](text, signed, letter)
        mail.set_content(plain, cte="quoted-printable")
        if client in ("outlook", "gmail"):
            mail.add_alternative(_as_html(plain), subtype="html", cte="quoted-printable")
        return self._bytes(mail)

    def fresh(self, sender: str, subject: str, text: str, at: datetime) -> bytes:
        """A new mail that answers nothing."""
        mail = self._mail(sender, subject, at)
        mail.set_content(text, cte="quoted-printable")
        return self._bytes(mail)

    def newsletter(self, text: str, at: datetime) -> bytes:
        """A mailing to many."""
        mail = self._mail("Fédération du Bâtiment <lettre@fedebat.example>", "La lettre", at)
        mail["List-Id"] = "La lettre <lettre.fedebat.example>"
        mail["List-Unsubscribe"] = "<mailto:stop@fedebat.example>"
        mail["Precedence"] = "bulk"
        mail.set_content(text, cte="quoted-printable")
        return self._bytes(mail)

    def by_hand(self, to: str, subject: str, text: str, at: datetime) -> bytes:
        """What a colleague of ours sent, as it stands in the Sent folder."""
        mail = self._mail(f"Marc Daniel <{self._ours}>", subject, at, to=to)
        mail.set_content(text, cte="quoted-printable")
        return self._bytes(mail)

    def absence(self, sender: str, text: str, letter: Received, at: datetime) -> bytes:
        """An out-of-office answer (RFC 3834)."""
        mail = self._mail(sender, f"Réponse automatique : {letter.subject}", at)
        mail["In-Reply-To"] = letter.message_id
        mail["Auto-Submitted"] = "auto-replied"
        mail["X-Auto-Response-Suppress"] = "All"
        mail.set_content(text, cte="quoted-printable")
        return self._bytes(mail)

    def challenge(self, owner: str, text: str, letter: Received, at: datetime) -> bytes:
        """An anti-spam gateway wants a person: it names no letter but by the subject."""
        local = parseaddr(owner)[1].replace("@", "-at-")
        mail = self._mail(
            f"{local} <{local}@invitations.mailinblack.com>", f"Re: {letter.subject}", at
        )
        mail.set_content(text, cte="quoted-printable")
        return self._bytes(mail)

    def receipt(self, sender: str, letter: Received, at: datetime) -> bytes:
        """A message disposition notification (RFC 8098)."""
        mail = self._mail(sender, f"Lu : {letter.subject}", at)
        mail["In-Reply-To"] = letter.message_id
        address = parseaddr(sender)[1]
        told = (
            f"Final-Recipient: rfc822;{address}\n"
            f"Original-Message-ID: {letter.message_id}\n"
            "Disposition: manual-action/MDN-sent-manually; displayed\n"
        )
        parts = [_part("text/plain", f"Votre message a été lu par {address}.\n")]
        parts.append(_part("message/disposition-notification", told))
        return self._report(mail, "disposition-notification", parts)

    def bounce(self, address: str, letter: Received, at: datetime, *, full: bool) -> bytes:
        """A report of non-delivery (RFC 3464), as Postfix writes it."""
        status = "5.2.2" if full else "5.1.1"
        said = "552 5.2.2 Mailbox full" if full else "550 5.1.1 User unknown"
        host = address.rpartition("@")[2]
        mail = self._mail(
            f"Mail Delivery System <MAILER-DAEMON@{self._domain}>",
            "Undelivered Mail Returned to Sender",
            at,
            return_path="",
        )
        mail["Auto-Submitted"] = "auto-replied"
        text = (
            "I'm sorry to have to inform you that your message could not be delivered.\n\n"
            f"<{address}>: host mx.{host} said: {said} (in reply to RCPT TO command)\n"
        )
        told = (
            f"Reporting-MTA: dns; mx.{self._domain}\n\n"
            f"Final-Recipient: rfc822; {address}\nAction: failed\nStatus: {status}\n"
            f"Diagnostic-Code: smtp; {said}\n"
        )
        headers = f"Message-ID: {letter.message_id}\nTo: {address}\nFrom: {self._ours}\n"
        parts = [
            _part("text/plain", text),
            _part("message/delivery-status", told),
            _part("text/rfc822-headers", headers),
        ]
        return self._report(mail, "delivery-status", parts)

    @property
    def _domain(self) -> str:
        return self._ours.rpartition("@")[2]

    def _mail(
        self, sender: str, subject: str, at: datetime, *, to: str = "", return_path: str = "-"
    ) -> EmailMessage:
        address = parseaddr(sender)[1]
        domain = address.rpartition("@")[2]
        mail = EmailMessage(policy=POLICY)
        mail["Return-Path"] = f"<{address if return_path == '-' else return_path}>"
        mail["From"] = sender
        mail["To"] = to or self._ours
        mail["Subject"] = subject
        mail["Date"] = format_datetime(at.astimezone(PARIS))
        mail["Message-ID"] = f"<{self._chance.getrandbits(64):016x}@{domain}>"
        return mail

    def _bytes(self, mail: EmailMessage) -> bytes:
        if mail.is_multipart():
            mail.set_boundary(f"=_{self._chance.getrandbits(48):012x}")
        return mail.as_bytes()

    def _report(self, mail: EmailMessage, sort: str, parts: list[str]) -> bytes:
        mark = f"=_{self._chance.getrandbits(48):012x}"
        head = mail.as_bytes().rstrip(b"\r\n")
        body = "".join(f"--{mark}\n{part}\n" for part in parts) + f"--{mark}--\n"
        sort_of = (
            "\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/report; report-type={sort};\r\n boundary="{mark}"\r\n\r\n'
        )
        return head + sort_of.encode() + body.replace("\n", "\r\n").encode()


def _part(content_type: str, text: str) -> str:
    charset = "; charset=utf-8" if content_type == "text/plain" else ""
    return f"Content-Type: {content_type}{charset}\nContent-Transfer-Encoding: 8bit\n\n{text}"


def _outlook(text: str, signed: str, letter: Received) -> str:
    sent = in_locale(letter.at, "EEEE d MMMM y HH:mm", locale="fr_FR", tzinfo=PARIS)
    return (
        f"{text}\n\n{signed}\n\n________________________________\n"
        f"De : {letter.sender}\nEnvoyé : {sent}\nÀ : {letter.to}\n"
        f"Objet : {letter.subject}\n\n{letter.text}\n"
    )


def _gmail(text: str, signed: str, letter: Received) -> str:
    sent = in_locale(letter.at, "EEE d MMM y à HH:mm", locale="fr_FR", tzinfo=PARIS)
    return f"{text}\n\n{signed}\n\nLe {sent}, {letter.sender} a écrit :\n\n{_quoted(letter.text)}\n"


def _iphone(text: str, signed: str, letter: Received) -> str:
    sent = in_locale(letter.at, "d MMM y à HH:mm", locale="fr_FR", tzinfo=PARIS)
    return (
        f"{text}\n\nEnvoyé de mon iPhone\n\n> Le {sent}, {letter.sender} a écrit :\n> \n"
        f"{_quoted(letter.text)}\n"
    )


def _thunderbird(text: str, signed: str, letter: Received) -> str:
    sent = in_locale(letter.at, "dd/MM/y à HH:mm", locale="fr_FR", tzinfo=PARIS)
    name = letter.sender.partition(" <")[0]
    return f"{text}\n\nLe {sent}, {name} a écrit :\n{_quoted(letter.text)}\n\n-- \n{signed}\n"


_QUOTING = {
    "outlook": _outlook,
    "gmail": _gmail,
    "iphone": _iphone,
    "thunderbird": _thunderbird,
}


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _as_html(plain: str) -> str:
    lines = "<br>\n".join(escape(line) for line in plain.splitlines())
    return f"<html><body><div>{lines}</div></body></html>"


def is_unsolicited(letter: Message) -> bool:
    """Whether a letter of ours is a reminder and no answer to a mail of his."""
    return str(letter.get("Auto-Submitted", "no")) != "auto-replied"
