"""What is fed with hostile material, and what each of them owes: an answer, or its own refusal."""

import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from random import Random

from flows.world import US, World
from fuzz.limits import TooSlow, at_most
from fuzz.mutations import ROOT, broken, mail, text
from relance_mailer.adapters import imap_answers, imap_names
from relance_mailer.adapters.ledger_csv import CsvLedger
from relance_mailer.adapters.ledger_fields import role_table
from relance_mailer.adapters.mail_text import readable
from relance_mailer.adapters.parts import pieces_of
from relance_mailer.dossier.values import (
    CreditorId,
    DebtorId,
    Digest,
    DossierId,
    DossierKey,
    InvoiceNumber,
)
from relance_mailer.flows.house import Creditor
from relance_mailer.flows.read_mail.gather import clues_of, read_and_link
from relance_mailer.inward.arrival import Arrival
from relance_mailer.inward.authentication import authentication
from relance_mailer.inward.decide import decide_for_mailbox
from relance_mailer.inward.glance import glance
from relance_mailer.inward.link import Candidate, Contested, Nobody
from relance_mailer.inward.openable import words_of
from relance_mailer.inward.sent import sent_mail
from relance_mailer.ports import Fault
from relance_mailer.reading.message import Incoming, Mailbox, Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import understand
from relance_mailer.settings.french import WrongSettings
from relance_mailer.settings.loading import load
from relance_mailer.store.codec import CODEC, UnreadableEvent

SECONDS_MAX = 20.0
"""Of processor time, on a slow machine: what takes longer never ends."""
KEPT_SHARE = 0.4
EVENT_KINDS = ("MessageRead", "LetterQueued", "InvoiceOpened", "PromiseMade", "PlanAgreed", "Rien")


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """`makes` hostile bytes, `eats` them; raising anything but `refusals` is a fault of ours."""

    makes: Callable[[Random], bytes]
    eats: Callable[[bytes], None]
    refusals: tuple[type[Exception], ...] = ()

    def survives(self, raw: bytes, *, seconds: float = SECONDS_MAX) -> None:
        """Eat these; a refusal of the target's own is an answer, too, if it says something."""
        said = "eaten"
        try:
            with at_most(seconds):
                self.eats(raw)
        except self.refusals as refused:
            said = str(refused)
        except TooSlow:
            raise AssertionError(f"more than {seconds} s of processor time") from None
        assert said.strip(), "a refusal without a word"

    def material(self, chance: Random, kept: Sequence[bytes]) -> bytes:
        """Hostile bytes: made, or one of those that were kept with new wounds."""
        if kept and chance.random() < KEPT_SHARE:
            return broken(chance.choice(kept), chance, kept)
        return self.makes(chance)


def _message(raw: bytes) -> None:
    """The whole way of a message, to what stands on its page."""
    incoming = parse(raw)
    assert isinstance(incoming, Incoming)
    creditor = _house()
    clues = clues_of(incoming, creditor)
    assert len(clues.message_ids) < 1_000
    understood = read_and_link(incoming, _candidates(incoming), creditor)
    assert isinstance(understood.reading, Reading)
    arrival = Arrival(
        message=Digest("f" * 64),
        incoming=understood.incoming,
        reading=understood.reading,
        link=understood.link,
        received_at=datetime(2026, 10, 21, 8, tzinfo=UTC),
        today=date(2026, 10, 21),
        authentication=authentication(incoming, trusted=("mx.example.net",)),
    )
    assert arrival.sent_at <= arrival.received_at
    if isinstance(arrival.link, Contested | Nobody):
        assert decide_for_mailbox(arrival).events


def _words(raw: bytes) -> None:
    """A text as it stands in a mail that has no other trick, read to its end."""
    said = raw.decode("utf-8", "replace")
    incoming = replace(
        parse(b"From: a@debiteur1.example\r\n\r\n"),
        text=said,
        sender=Mailbox(name="Anne", address="compta@debiteur1.example"),
        date=datetime(2026, 10, 20, 9, tzinfo=UTC),
    )
    reading = understand(incoming, known_invoices=("FA-2026-00001",))
    assert all(day >= date(2026, 10, 20) for day in reading.promise_dates), reading.promise_dates


def _glance(raw: bytes) -> None:
    seen = glance(raw)
    assert len(seen.names) < 1_000
    assert len(seen.invoices) <= 40


def _shown(raw: bytes) -> None:
    """What the desk and the legal file make of it."""
    readable(raw)
    assert len(pieces_of(raw)) <= 100
    sent_mail(raw)


def _html(raw: bytes) -> None:
    words_of(raw.decode("utf-8", "replace"))


def _ledger(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        ledger, _, beside = raw.partition(b"\n====\n")
        (folder / "ledger.csv").write_bytes(ledger)
        if beside:
            (folder / "payments.csv").write_bytes(beside)
        reading = CsvLedger(creditor=CreditorId("brezance"), path=folder, roles=_roles()).read_now()
    for row in reading.rows:
        assert row.invoice.amount.is_finite()
        assert "\0" not in row.debtor.name


def _settings(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        names = ("settings.toml", "timelines.toml", "calendar.toml", "roles.toml", "rates.toml")
        parts = raw.split(b"\n====\n")
        for number, name in enumerate(names):
            whole = (ROOT / "config" / name).read_bytes()
            (folder / name).write_bytes(parts[number] if number < len(parts) else whole)
        secrets = folder / "secrets"
        secrets.mkdir(mode=0o700)
        for name in ("token.key", "smtp.password", "imap.password", "desk.key"):
            (secrets / name).touch(mode=0o600)
            (secrets / name).write_text("5a" * 32)
        load(folder / "settings.toml", {})


def _journal(raw: bytes) -> None:
    kind, _, body = raw.partition(b"\n")
    CODEC.decode(kind.decode("utf-8", "replace"), 1, body)


def _imap(raw: bytes) -> None:
    lines: list[bytes | bytearray] = [*raw.split(b"\r\n")]
    for number, line in enumerate(lines):
        if line.endswith(b"}"):
            lines[number : number + 2] = [
                line,
                bytearray(b"".join(map(bytes, lines[number + 1 :]))),
            ]
            break
    tuple(imap_answers.fetched(lines))
    tuple(imap_answers.found_uids(lines))
    tuple(imap_answers.listed_folders(lines))
    for line in raw.split(b"\r\n"):
        imap_names.decode_folder(line)
        imap_answers.received_at(line.decode("latin-1"), raw)


def _ledger_made(chance: Random) -> bytes:
    head = (
        "dossier,debtor_id,debtor_name,siren,segment,language,contact_name,contact_role,"
        "contact_email,invoice_number,issued_on,due_on,amount,paid,currency,po_number"
    )
    odd = (
        "",
        "1e400",
        "NaN",
        "-0",
        "1 240,50",
        "9999-12-31",
        "0001-01-01",
        "31/02/2026",
        "=1+1",
        '"',
        "\u202egnp.exe",
        "a\u200bb",
        "é" * 3_000,
        "sme",
        "public",
        "consumer",
        "FR",
        "EUR",
        "USD",
        "\x0b",
        "x@y.example",
        "x@@y",
        "Société Générale",
        "00" * 40,
        "10" * 400,
        "٢٠٢٦-٠١-٠١",
        "²",
    )
    rows = []
    for number in range(chance.randrange(12)):
        row = [
            f"BZ-{number}",
            f"C-{number}",
            "Atelier",
            "552100554",
            "sme",
            "fr",
            "Anne",
            "comptable",
            f"a@d{number}.example",
            f"FA-{number}",
            "2026-08-31",
            "2026-09-30",
            "1500.00",
            "0.00",
            "EUR",
            "",
        ]
        for _ in range(chance.choice((0, 0, 1, 2))):
            row[chance.randrange(len(row))] = chance.choice(odd)
        rows.append(",".join(row))
    payments = (
        "\n====\ninvoice_number,paid_on,amount,kind,reference\nFA-1,2026-10-05,5.00,payment,V"
    )
    whole = "\n".join([head, *rows]) + (payments if chance.random() < 0.3 else "")
    return broken(whole.encode(), chance, ()) if chance.random() < 0.7 else whole.encode()


def _settings_made(chance: Random) -> bytes:
    names = ("settings.toml", "timelines.toml", "calendar.toml", "roles.toml", "rates.toml")
    parts = [(ROOT / "config" / name).read_bytes() for name in names]
    which = chance.randrange(len(parts))
    lines = parts[which].split(b"\n")
    values = (
        b"[]",
        b"{}",
        b'""',
        b"-1",
        b"1e400",
        b"nan",
        b"true",
        b'"x"',
        b"1979-05-27",
        b"[" * 2_000,
        b'["a", 1]',
        b"{a = 1}",
        b"99999999999999999999",
        b'"\\u0000"',
        b"inf",
        b"0x10",
    )
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(lines))
        key, equals, _ = lines[at].partition(b"=")
        if equals and not key.startswith(b"#"):
            lines[at] = key + b"= " + chance.choice(values)
    parts[which] = b"\n".join(lines)
    if chance.random() < 0.3:
        parts[which] = broken(parts[which], chance, ())
    return b"\n====\n".join(parts)


def _journal_made(chance: Random) -> bytes:
    whole = chance.choice(
        (
            b'{"because":"x","message":"aa","message_id":"m","sender":"s","subject":"s","sent_at":'
            b'"2026-10-05T09:00:00+02:00","kind":"human","outcome":"review","intents":["paid"]}',
            b'{"because":"x","until":"2026-10-05","promised_amount":"1.50","instalments":['
            b'{"due_on":"2026-10-05","amount":"1.00"}],"invoices":["A"],'
            b'"made_on":"2026-10-01","made_by":"B"}',
            b"[" * 3_000,
            b"{}",
            b"null",
            b'"x"',
            b"1e400",
            b'{"because":NaN}',
        )
    )
    return chance.choice(EVENT_KINDS).encode() + b"\n" + broken(whole, chance, ())


def _imap_made(chance: Random) -> bytes:
    whole = (
        b'12 FETCH (UID 9 RFC822.SIZE 12 INTERNALDATE "05-Oct-2026 09:00:00 +0200" '
        b"BODY[] {5}\r\nabcde)\r\nSEARCH 1 2 3 99999999999999999999\r\n"
        b'LIST (\\HasNoChildren) "/" "Envoy&AOk-s"\r\nOK done'
    )
    return broken(whole, chance, ())


TARGETS: Mapping[str, Target] = {
    "message": Target(makes=mail, eats=_message),
    "words": Target(makes=lambda chance: broken(text(chance).encode(), chance, ()), eats=_words),
    "glance": Target(makes=mail, eats=_glance),
    "shown": Target(makes=mail, eats=_shown),
    "html": Target(makes=mail, eats=_html),
    "ledger": Target(makes=_ledger_made, eats=_ledger, refusals=(Fault,)),
    "settings": Target(makes=_settings_made, eats=_settings, refusals=(WrongSettings,)),
    "journal": Target(makes=_journal_made, eats=_journal, refusals=(UnreadableEvent,)),
    "imap": Target(makes=_imap_made, eats=_imap),
}


@cache
def _house() -> Creditor:
    return World(at=datetime(2026, 10, 21, 9, tzinfo=UTC)).creditor


@cache
def _roles() -> Mapping[str, object]:
    return role_table(tomllib.loads((ROOT / "config" / "roles.toml").read_text("utf-8"))["roles"])


def _candidates(incoming: Incoming) -> tuple[Candidate, ...]:
    """Two dossiers that every mail may be about, one by its sender's address."""
    sender = incoming.sender.address
    return tuple(
        Candidate(
            key=DossierKey(creditor=US, dossier=DossierId(f"BZ-{number}")),
            debtor_id=DebtorId(f"C-{number}"),
            debtor_name="Atelier Le Gall",
            invoices=(InvoiceNumber(f"FA-2026-0000{number}"),),
            known_addresses=("compta@debiteur1.example",),
            known_domains=("debiteur1.example",),
            by_address=(sender,) if sender.endswith("debiteur1.example") and number == 1 else (),
            open_invoices=1,
        )
        for number in (1, 2)
    )
