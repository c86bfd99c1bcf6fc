"""The tables of the first release.

Only `CreateModel`, `AddField`, `AddIndex` and `RunSQL` may stand in a migration: on SQLite
Tortoise's other operations rebuild the table and lose its unique keys.
"""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from relance_mailer.store.fields import Moment, Text


class Migration(migrations.Migration):
    """Creates every table."""

    initial = True

    operations = [  # noqa: RUF012 - Tortoise declares it so
        ops.CreateModel(
            name="ContactTaken",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("debtor", Text(generated=False, null=False, unique=False)),
                ("day", fields.DateField()),
                ("sort", Text(generated=False, null=False, unique=False)),
                ("dossier", Text(generated=False, null=False, unique=False)),
                ("step", Text(generated=False, null=False, unique=False)),
                ("letter", Text(default="", generated=False, null=False, unique=False)),
            ],
            options={
                "table": "contacts",
                "app": "store",
                "unique_together": (("creditor", "debtor", "day", "sort"),),
                "indexes": [Index(fields=["letter"], name="contacts_by_letter")],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DossierIndex",
            fields=[
                (
                    "page",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("dossier", Text(generated=False, null=False, unique=False)),
                ("version", fields.IntField()),
                ("debtor", Text(generated=False, null=False, unique=False)),
                ("debtor_name", Text(generated=False, null=False, unique=False)),
                ("debtor_folded", Text(generated=False, null=False, unique=False)),
                ("phase", Text(generated=False, null=False, unique=False)),
                ("since", fields.DateField(null=True)),
                ("owed_cents", fields.BigIntField()),
                ("currency", Text(generated=False, null=False, unique=False)),
                ("oldest_due_on", fields.DateField(null=True)),
                ("next_look_on", fields.DateField(null=True)),
                ("distress", fields.BooleanField()),
                ("reason", Text(generated=False, null=False, unique=False)),
                ("open_invoices", fields.IntField()),
            ],
            options={
                "table": "dossier_index",
                "app": "store",
                "indexes": [
                    Index(fields=["creditor", "dossier"], name="dossier_index_by_key"),
                    Index(fields=["creditor", "next_look_on"], name="dossier_index_by_look"),
                    Index(fields=["creditor", "debtor"], name="dossier_index_by_debtor"),
                ],
                "pk_attr": "page",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Evidence",
            fields=[
                (
                    "digest",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("content", fields.BinaryField()),
            ],
            options={"table": "evidence", "app": "store", "pk_attr": "digest"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InboxMessage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("mailbox", Text(generated=False, null=False, unique=False)),
                ("digest", Text(generated=False, null=False, unique=False)),
                ("folder", Text(generated=False, null=False, unique=False)),
                ("sent_folder", fields.BooleanField()),
                ("received_at", Moment(auto_now=False, auto_now_add=False)),
                ("sent_at", Moment(null=True, auto_now=False, auto_now_add=False)),
                ("ordered_at", Moment(auto_now=False, auto_now_add=False)),
                ("size", fields.IntField()),
                ("sender", Text(generated=False, null=False, unique=False)),
                ("message_id", Text(generated=False, null=False, unique=False)),
                ("glance", Text(generated=False, null=False, unique=False)),
                ("fate", Text(generated=False, null=False, unique=False)),
                ("truncated", fields.BooleanField()),
            ],
            options={
                "table": "inbox",
                "app": "store",
                "unique_together": (("creditor", "mailbox", "digest"),),
                "indexes": [
                    Index(fields=["creditor", "fate", "ordered_at"], name="inbox_by_fate"),
                    Index(fields=["message_id"], name="inbox_by_message_id"),
                    Index(fields=["digest"], name="inbox_by_digest"),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InboxName",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("name", Text(generated=False, null=False, unique=False)),
                ("digest", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "inbox_names",
                "app": "store",
                "unique_together": (("name", "digest"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InboxPage",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("digest", Text(generated=False, null=False, unique=False)),
                ("page", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "inbox_pages",
                "app": "store",
                "unique_together": (("digest", "page"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InboxPlace",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("mailbox", Text(generated=False, null=False, unique=False)),
                ("folder", Text(generated=False, null=False, unique=False)),
                ("uidvalidity", fields.BigIntField()),
                ("uid", fields.BigIntField()),
                ("digest", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "inbox_places",
                "app": "store",
                "unique_together": (("mailbox", "folder", "uidvalidity", "uid"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="JournalRow",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("page", Text(generated=False, null=False, unique=False)),
                ("seq", fields.IntField()),
                ("at", Text(generated=False, null=False, unique=False)),
                ("kind", Text(generated=False, null=False, unique=False)),
                ("version", fields.IntField()),
                ("salt", fields.BinaryField(null=True)),
                ("body", fields.BinaryField(null=True)),
                ("body_hash", Text(generated=False, null=False, unique=False)),
                ("chain", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "journal",
                "app": "store",
                "unique_together": (("page", "seq"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="OutboxLetter",
            fields=[
                (
                    "id",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("dossier", Text(generated=False, null=False, unique=False)),
                ("course", fields.IntField()),
                ("step", Text(generated=False, null=False, unique=False)),
                ("attempt", fields.IntField()),
                ("state", Text(generated=False, null=False, unique=False)),
                ("debtor", Text(generated=False, null=False, unique=False)),
                ("sort", Text(generated=False, null=False, unique=False)),
                ("composed_for", fields.DateField()),
                ("message_id", Text(generated=False, null=False, unique=False)),
                ("token", Text(generated=False, null=False, unique=False)),
                ("envelope_from", Text(generated=False, null=False, unique=False)),
                ("recipients", Text(generated=False, null=False, unique=False)),
                ("subject", Text(generated=False, null=False, unique=False)),
                ("digest", Text(generated=False, null=False, unique=False)),
                ("amount_cents", fields.BigIntField()),
                ("rank", fields.IntField()),
                ("tries", fields.IntField(default=0)),
                ("changed_at", Moment(auto_now=False, auto_now_add=False)),
                ("not_before", Moment(null=True, auto_now=False, auto_now_add=False)),
                ("reply", Text(default="", generated=False, null=False, unique=False)),
                ("filed", fields.BooleanField(default=False)),
                ("claim", Text(default="", generated=False, null=False, unique=False)),
                ("leased_until", Moment(null=True, auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "outbox",
                "app": "store",
                "unique_together": (("creditor", "dossier", "course", "step", "attempt"),),
                "indexes": [
                    Index(fields=["creditor", "state", "rank"], name="outbox_by_state"),
                    Index(fields=["creditor", "composed_for"], name="outbox_by_day"),
                    Index(fields=["claim"], name="outbox_by_claim"),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RegisterRow",
            fields=[
                (
                    "name",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("value", Text(generated=False, null=False, unique=False)),
            ],
            options={"table": "register", "app": "store", "pk_attr": "name"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Trace",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("sort", Text(generated=False, null=False, unique=False)),
                ("value", Text(generated=False, null=False, unique=False)),
                ("dossier", Text(generated=False, null=False, unique=False)),
                ("word", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "traces",
                "app": "store",
                "unique_together": (("creditor", "value", "sort", "dossier"),),
                "indexes": [
                    Index(fields=["creditor", "dossier", "sort"], name="traces_by_dossier")
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            'CREATE UNIQUE INDEX "outbox_one_stands"'
            ' ON "outbox" ("creditor", "dossier", "course", "step")'
            " WHERE \"state\" IN ('queued', 'leaving', 'sent', 'unsure')"
        ),
    ]
