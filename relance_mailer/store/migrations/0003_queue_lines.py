"""What waits on each dossier as rows, and a quicker way from a word to the dossier it names."""

from tortoise import fields, migrations
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from relance_mailer.store.fields import Text


class Migration(migrations.Migration):
    """Creates the cache of the queues, which the next start fills, and two indexes."""

    dependencies = [("store", "0002_desk")]  # noqa: RUF012 - Tortoise declares it so

    operations = [  # noqa: RUF012 - Tortoise declares it so
        ops.CreateModel(
            name="QueueLine",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("page", Text(generated=False, null=False, unique=False)),
                ("creditor", Text(generated=False, null=False, unique=False)),
                ("queue", Text(generated=False, null=False, unique=False)),
                ("nth", fields.IntField()),
                ("first_day", fields.DateField()),
                ("last_day", fields.DateField()),
                ("ends_on", fields.DateField(null=True)),
                ("owed_cents", fields.BigIntField()),
                ("oldest_due_on", fields.DateField(null=True)),
                ("risk", fields.IntField()),
                ("since", fields.DateField(null=True)),
                ("subject", Text(generated=False, null=False, unique=False)),
            ],
            options={
                "table": "queue_lines",
                "app": "store",
                "unique_together": (("page", "nth", "first_day"),),
                "indexes": [
                    Index(fields=["creditor", "queue", "last_day"], name="queue_lines_by_queue")
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.AddIndex(
            model_name="Trace", index=Index(fields=["value", "sort"], name="traces_by_value")
        ),
        ops.AddIndex(
            model_name="DossierIndex",
            index=Index(fields=["debtor"], name="dossier_index_by_any_debtor"),
        ),
    ]
