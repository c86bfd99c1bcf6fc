"""A mail to our own people: plain text, a machine's, nothing that a debtor ever gets."""

from datetime import datetime
from email.header import Header
from email.mime.text import MIMEText
from email.utils import format_datetime, formataddr

from relance_mailer.dossier.values import MessageId
from relance_mailer.workdays import PARIS


def house_mail(
    *,
    sender: tuple[str, str],
    to: str,
    subject: str,
    body: str,
    mail_id: MessageId,
    at: datetime,
) -> bytes:
    """The bytes of such a mail; `sender` is a name and an address.

    The headers are folded by hand: where the library's newer interface folds a line before an
    accent, readers see two blanks.
    """
    mail = MIMEText(body, "plain", "utf-8")
    mail["From"] = formataddr(sender)
    mail["To"] = to
    mail["Subject"] = Header(subject, "utf-8", header_name="Subject").encode()
    mail["Date"] = format_datetime(at.astimezone(PARIS))
    mail["Message-ID"] = f"<{mail_id}>"
    # Our own people's absence replies answer nothing here (RFC 3834 §5).
    mail["Auto-Submitted"] = "auto-generated"
    return mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))
