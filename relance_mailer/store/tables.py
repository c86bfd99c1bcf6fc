"""The tables and the unique keys that make "twice" impossible.

The journal is the truth; outbox, contacts, inbox and evidence are what a flow works on;
`dossier_index`, `queue_lines` and `traces` are caches that `rebuild` makes anew from the journal.
Amounts are cents, text is TEXT, moments are UTC. There are no foreign keys: nothing can be deleted
by cascade.
"""

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from relance_mailer.store.fields import Moment, Text

ONE_LETTER_STANDS = (
    'CREATE UNIQUE INDEX "outbox_one_stands" ON "outbox" ("creditor", "dossier", "course", "step")'
    " WHERE \"state\" IN ('queued', 'leaving', 'sent', 'unsure')"
)
"""While an attempt of a step is in one of these states, the step can't be queued again (P3).

A partial unique index by hand: Tortoise makes none on SQLite. A migration runs it.
"""


class JournalRow(Model):
    """An entry, its hashes made as `chain.py` says. Salt and body may be erased later."""

    id = fields.BigIntField(primary_key=True)
    creditor = Text()  # empty on a mailbox's page
    page = Text()
    seq = fields.IntField()
    at = Text()  # exactly as it stands in the header that is hashed
    kind = Text()
    version = fields.IntField()
    salt = fields.BinaryField(null=True)
    body = fields.BinaryField(null=True)
    body_hash = Text()
    chain = Text()

    class Meta:
        table = "journal"
        unique_together = (("page", "seq"),)


class OutboxLetter(Model):
    """A letter on its way out. `id` is made from its key and step: see `effects.letter_id`."""

    id = Text(primary_key=True)
    creditor = Text()
    dossier = Text()
    course = fields.IntField()
    step = Text()
    attempt = fields.IntField()
    state = Text()
    debtor = Text()
    sort = Text()
    composed_for = fields.DateField()
    message_id = Text()
    token = Text()
    envelope_from = Text()
    recipients = Text()  # JSON
    subject = Text()
    digest = Text()
    amount_cents = fields.BigIntField()
    rank = fields.IntField()
    tries = fields.IntField(default=0)
    changed_at = Moment()
    not_before = Moment(null=True)
    reply = Text(default="")
    filed = fields.BooleanField(default=False)
    claim = Text(default="")  # who holds the lease
    leased_until = Moment(null=True)  # real time, never business time

    class Meta:
        table = "outbox"
        unique_together = (("creditor", "dossier", "course", "step", "attempt"),)
        indexes = (
            Index(fields=("creditor", "state", "rank"), name="outbox_by_state"),
            Index(fields=("creditor", "composed_for"), name="outbox_by_day"),
            Index(fields=("claim",), name="outbox_by_claim"),
        )


class ContactTaken(Model):
    """A day on which the debtor was, or will be, in contact with us (P5)."""

    id = fields.BigIntField(primary_key=True)
    creditor = Text()
    debtor = Text()
    day = fields.DateField()
    sort = Text()
    dossier = Text()
    step = Text()
    letter = Text(default="")  # the outbox row that took it

    class Meta:
        table = "contacts"
        unique_together = (("creditor", "debtor", "day", "sort"),)
        indexes = (Index(fields=("letter",), name="contacts_by_letter"),)


class Evidence(Model):
    """Bytes that are evidence, named by their sha256: raw messages and outgoing MIME."""

    digest = Text(primary_key=True)
    content = fields.BinaryField()

    class Meta:
        table = "evidence"


class InboxMessage(Model):
    """A raw message, what the scan saw and what became of it. The bytes are in `evidence`."""

    id = fields.BigIntField(primary_key=True)
    creditor = Text()
    mailbox = Text()
    digest = Text()
    folder = Text()
    sent_folder = fields.BooleanField()
    received_at = Moment()
    sent_at = Moment(null=True)
    ordered_at = Moment()  # sent_at, else received_at: the order of reading
    size = fields.IntField()
    sender = Text()
    message_id = Text()
    glance = Text()  # JSON of the whole scan
    fate = Text()
    truncated = fields.BooleanField()

    class Meta:
        table = "inbox"
        unique_together = (("creditor", "mailbox", "digest"),)
        indexes = (
            Index(fields=("creditor", "fate", "ordered_at"), name="inbox_by_fate"),
            Index(fields=("message_id",), name="inbox_by_message_id"),
            Index(fields=("digest",), name="inbox_by_digest"),
        )


class InboxPlace(Model):
    """Where a message was seen: what stands here isn't fetched again."""

    id = fields.BigIntField(primary_key=True)
    mailbox = Text()
    folder = Text()
    uidvalidity = fields.BigIntField()
    uid = fields.BigIntField()
    digest = Text()

    class Meta:
        table = "inbox_places"
        unique_together = (("mailbox", "folder", "uidvalidity", "uid"),)


class InboxName(Model):
    """A Message-ID that a kept message names: proof that the letter of that name arrived."""

    id = fields.BigIntField(primary_key=True)
    name = Text()
    digest = Text()

    class Meta:
        table = "inbox_names"
        unique_together = (("name", "digest"),)


class InboxPage(Model):
    """A page of the journal to which a message led."""

    id = fields.BigIntField(primary_key=True)
    digest = Text()
    page = Text()

    class Meta:
        table = "inbox_pages"
        unique_together = (("digest", "page"),)


class DossierIndex(Model):
    """A cache of the fold, one line a dossier."""

    page = Text(primary_key=True)
    creditor = Text()
    dossier = Text()
    version = fields.IntField()
    debtor = Text()
    debtor_name = Text()
    debtor_folded = Text()  # the name as an operator's words are compared with it
    phase = Text()
    since = fields.DateField(null=True)
    owed_cents = fields.BigIntField()
    currency = Text()
    oldest_due_on = fields.DateField(null=True)
    next_look_on = fields.DateField(null=True)
    distress = fields.BooleanField()
    reason = Text()
    open_invoices = fields.IntField()

    class Meta:
        table = "dossier_index"
        indexes = (
            Index(fields=("creditor", "dossier"), name="dossier_index_by_key"),
            Index(fields=("creditor", "next_look_on"), name="dossier_index_by_look"),
            Index(fields=("creditor", "debtor"), name="dossier_index_by_debtor"),
            Index(fields=("debtor",), name="dossier_index_by_any_debtor"),
        )


class QueueLine(Model):
    """A cache: what waits for a human on a dossier, and what R12 ranks it by.

    A line stands from one day to another; a legal deadline that comes into sight begins a new one.
    """

    id = fields.BigIntField(primary_key=True)
    page = Text()
    creditor = Text()
    queue = Text()
    nth = fields.IntField()  # among all that waits on the dossier
    first_day = fields.DateField()
    last_day = fields.DateField()
    ends_on = fields.DateField(null=True)
    owed_cents = fields.BigIntField()
    oldest_due_on = fields.DateField(null=True)
    risk = fields.IntField()
    since = fields.DateField(null=True)
    subject = Text()

    class Meta:
        table = "queue_lines"
        unique_together = (("page", "nth", "first_day"),)
        indexes = (Index(fields=("creditor", "queue", "last_day"), name="queue_lines_by_queue"),)


class Trace(Model):
    """A cache: what names a dossier. `sort` is one of `traces.TraceSort`, `value` is folded.

    `word` is the value as it was written (an invoice's number, an address), or a subject's day.
    """

    id = fields.BigIntField(primary_key=True)
    creditor = Text()
    sort = Text()
    value = Text()
    dossier = Text()
    word = Text()

    class Meta:
        table = "traces"
        unique_together = (("creditor", "value", "sort", "dossier"),)
        indexes = (
            Index(fields=("creditor", "dossier", "sort"), name="traces_by_dossier"),
            Index(fields=("value", "sort"), name="traces_by_value"),
        )


class RegisterRow(Model):
    """A small fact about the daemon itself."""

    name = Text(primary_key=True)
    value = Text()

    class Meta:
        table = "register"


class LeaseRow(Model):
    """What one of several daemons does at a time. A lease is in real time, never business time."""

    name = Text(primary_key=True)
    holder = Text()
    until = Moment()

    class Meta:
        table = "leases"


class DeskColleague(Model):
    """Somebody who may sign in at the desk."""

    name = Text(primary_key=True)
    role = Text()
    password = Text()  # argon2
    disabled = fields.BooleanField()
    epoch = fields.IntField()

    class Meta:
        table = "desk_colleagues"


class DeskAccess(Model):
    """A line of what happened at the desk's door; none is changed or deleted."""

    id = fields.BigIntField(primary_key=True)
    at = Moment()
    who = Text()
    what = Text()
    place = Text(default="")
    because = Text(default="")

    class Meta:
        table = "desk_access"
