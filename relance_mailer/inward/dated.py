"""When a message was really written: a clock that is wrong by weeks is not believed.

A debtor whose computer lives in 2010 must not write old messages: they would move nothing, and what
he promises "for Friday" would be long past.
"""

from dataclasses import replace
from datetime import date, timedelta

from relance_mailer.reading.headers import sent_at
from relance_mailer.reading.message import Incoming
from relance_mailer.workdays import PARIS

QUEUED_MAX = timedelta(days=8)
"""Servers try for five days (RFC 5321 §4.5.4.1), and somebody may have to let a mail pass."""

REMARK = "date d'envoi absente ou invraisemblable : celle de la réception est retenue"


def rightly_dated(incoming: Incoming, *, today: date) -> Incoming:
    """The message with the day on which the last server took it, where its own Date is absurd.

    The topmost Received is our own border's (RFC 5321 §4.4); it stays when a mailbox moves house.
    A stamp of the future is not believed: a rehearsal lives in another time than its servers.
    """
    stamps = (value for name, value in incoming.headers if name == "received")
    stamped = sent_at(next(stamps, "").rpartition(";")[2].strip())
    if stamped is None or stamped.astimezone(PARIS).date() > today:
        return incoming
    if incoming.date is not None and incoming.date >= stamped - QUEUED_MAX:
        return incoming
    return replace(incoming, date=stamped, oddities=(*incoming.oddities, REMARK))
