"""Who of several daemons watches a mailbox, and until when."""

from tortoise import migrations
from tortoise.migrations import operations as ops

from relance_mailer.store.fields import Moment, Text


class Migration(migrations.Migration):
    """Creates the table of leases; a program of before never looks at it."""

    dependencies = [("store", "0003_queue_lines")]  # noqa: RUF012 - Tortoise declares it so

    operations = [  # noqa: RUF012 - Tortoise declares it so
        ops.CreateModel(
            name="LeaseRow",
            fields=[
                (
                    "name",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("holder", Text(generated=False, null=False, unique=False)),
                ("until", Moment()),
            ],
            options={"table": "leases", "app": "store", "pk_attr": "name"},
            bases=["Model"],
        ),
    ]
