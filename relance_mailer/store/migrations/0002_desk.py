"""Who may sign in at the desk, and what happened at its door."""

from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from relance_mailer.store.fields import Moment, Text


class Migration(migrations.Migration):
    """Creates the two tables of the desk."""

    dependencies = [("store", "0001_first")]  # noqa: RUF012 - Tortoise declares it so

    operations = [  # noqa: RUF012 - Tortoise declares it so
        ops.CreateModel(
            name="DeskColleague",
            fields=[
                (
                    "name",
                    Text(primary_key=True, unique=True, db_index=True, generated=False, null=False),
                ),
                ("role", Text(generated=False, null=False, unique=False)),
                ("password", Text(generated=False, null=False, unique=False)),
                ("disabled", fields.BooleanField()),
                ("epoch", fields.IntField()),
            ],
            options={"table": "desk_colleagues", "app": "store", "pk_attr": "name"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DeskAccess",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("at", Moment()),
                ("who", Text(generated=False, null=False, unique=False)),
                ("what", Text(generated=False, null=False, unique=False)),
                ("place", Text(default="", generated=False, null=False, unique=False)),
                ("because", Text(default="", generated=False, null=False, unique=False)),
            ],
            options={"table": "desk_access", "app": "store", "pk_attr": "id"},
            bases=["Model"],
        ),
    ]
