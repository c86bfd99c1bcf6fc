"""What must never have happened, checked from outside: at the mail server, by the people's eyes.

Each check counts what really arrived and asks the journal only when somebody was barred or paid.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from email.message import Message
from email.parser import BytesHeaderParser

from relance_mailer.demo.play import Ended
from relance_mailer.demo.servers import Taken
from relance_mailer.desk.french import many
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import key_of_page
from relance_mailer.people.mails import is_unsolicited
from relance_mailer.workdays import PARIS, is_business_day

PATIENCE = timedelta(days=24)
"""The longest that the shipped timelines wait between two steps, holidays included."""
OPENS, CLOSES = time(8, 30), time(17, 30)


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A promise, and what broke it (nothing: it held)."""

    promise: str
    broken: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Mail:
    at: datetime
    to: tuple[str, ...]
    headers: Message

    @property
    def name(self) -> str:
        return f"{self.at:%d/%m %H:%M} à {many(self.to)}"


def checks(ended: Ended) -> tuple[Check, ...]:
    """All promises, in the order in which they are told."""
    mails = [_mail(one) for one in ended.taken]
    found: tuple[tuple[str, Iterator[str]], ...] = (
        ("aucune lettre n'est partie deux fois", _twice(mails)),
        ("chaque lettre arrivée est au journal, et l'inverse", _journaled(mails, ended)),
        ("un seul contact non sollicité par débiteur et par jour", _one_a_day(mails, ended)),
        ("rien hors des jours ouvrés et des heures de bureau", _at_night(mails)),
        ("rien après l'hostilité, le refus, la procédure ou le contentieux", _barred(mails, ended)),
        ("rien d'autre qu'un merci à qui ne doit plus rien", _settled(mails, ended)),
        ("chaque message reçu a été lu", _unread(ended)),
        ("aucun dossier n'est oublié : une suite datée, ou un humain", _forgotten(ended)),
        ("le journal et ses empreintes sont intacts", iter(ended.verified.broken)),
        ("aucune passe n'a échoué", iter(ended.faults)),
    )
    return tuple(Check(promise=name, broken=tuple(broken)) for name, broken in found)


def _mail(one: Taken) -> _Mail:
    headers = BytesHeaderParser().parsebytes(one.raw)
    return _Mail(at=one.at.astimezone(PARIS), to=one.recipients, headers=headers)


def _twice(mails: Sequence[_Mail]) -> Iterator[str]:
    counts = Counter(str(mail.headers["Message-ID"]) for mail in mails)
    return (name for name, count in counts.items() if count > 1)


def _journaled(mails: Sequence[_Mail], ended: Ended) -> Iterator[str]:
    arrived = {str(mail.headers["Message-ID"]).strip("<> \r\n") for mail in mails}
    noted = {
        str(entry.event.message_id)
        for entry in ended.entries
        if isinstance(entry.event, e.LetterSent) and not entry.event.colleague
    }
    yield from sorted(arrived ^ noted)


def _one_a_day(mails: Sequence[_Mail], ended: Ended) -> Iterator[str]:
    owner = {person.email: one.debtor_id for one in ended.debtors for person in one.people}
    days: Counter[tuple[str, str]] = Counter()
    for mail in mails:
        if is_unsolicited(mail.headers):
            days[owner.get(mail.to[0], mail.to[0]), f"{mail.at:%d/%m}"] += 1
    for entry in ended.entries:
        sent = entry.event
        if isinstance(sent, e.LetterSent) and sent.colleague and sent.to:
            day = sent.sent_at.astimezone(PARIS)
            days[owner.get(sent.to[0], sent.to[0]), f"{day:%d/%m}"] += 1
    return (f"{who} le {day} : {count}" for (who, day), count in days.items() if count > 1)


def _at_night(mails: Sequence[_Mail]) -> Iterator[str]:
    return (
        mail.name
        for mail in mails
        if not is_business_day(mail.at.date()) or not OPENS <= mail.at.time() <= CLOSES
    )


def _barred(mails: Sequence[_Mail], ended: Ended) -> Iterator[str]:
    """Letters that arrived at anybody of a dossier after it went to the legal queue."""
    since: dict[str, datetime] = {}
    for entry in ended.entries:
        key = key_of_page(entry.page)
        if key and isinstance(entry.event, e.HandedToLegal):
            since.setdefault(key.dossier, entry.at)
    return (mail.name for mail in mails if mail.at > since.get(_dossier(mail), mail.at))


def _settled(mails: Sequence[_Mail], ended: Ended) -> Iterator[str]:
    since: dict[str, datetime] = {}
    for entry in ended.entries:
        key = key_of_page(entry.page)
        if key and isinstance(entry.event, e.Settled):
            since[key.dossier] = entry.at
        elif key and isinstance(entry.event, e.InvoiceOpened):
            since.pop(key.dossier, None)
    after: dict[str, list[_Mail]] = defaultdict(list)
    for mail in mails:
        dossier = _dossier(mail)
        if mail.at > since.get(dossier, mail.at):
            after[dossier].append(mail)
    for some in after.values():
        yield from (mail.name for mail in some if is_unsolicited(mail.headers))
        yield from (mail.name for mail in some[1:])


def _unread(ended: Ended) -> Iterator[str]:
    if ended.unread:
        yield f"{ended.unread} message(s) non lu(s)"
    digests = {
        entry.event.message
        for entry in ended.entries
        if isinstance(
            entry.event, e.MessageRead | e.MessageIgnored | e.MessageUnlinked | e.LinkContested
        )
    }
    if not digests and ended.delivered:
        yield "aucun message lu"


def _forgotten(ended: Ended) -> Iterator[str]:
    """Dossiers in the sequence to which nothing has happened for weeks though money is late."""
    today = ended.ended_at.astimezone(PARIS).date()
    latest: dict[str, date] = {}
    for entry in ended.entries:
        latest[entry.page] = entry.at.astimezone(PARIS).date()
    for row in ended.index:
        goes_on = row.phase in (Phase.RUNNING, Phase.HELD) and row.owed > 0
        late = row.oldest_due_on is not None and today - row.oldest_due_on > PATIENCE
        if goes_on and late and today - latest[row.key.page] > PATIENCE:
            yield f"{row.key.dossier} : rien depuis le {latest[row.key.page]:%d/%m}"


def _dossier(mail: _Mail) -> str:
    """The dossier that the letter itself names in its subject."""
    subject = str(mail.headers["Subject"]).replace("\n", "").replace("\r", "")
    return subject.rpartition("[")[2].rpartition("-")[0]
