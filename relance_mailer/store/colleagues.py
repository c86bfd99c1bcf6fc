"""Who may sign in at the desk, and what happened at its door."""

from relance_mailer.ports import AccessLine, Colleague, DeskRole, Overtaken, Permanent
from relance_mailer.store.database import Database
from relance_mailer.store.tables import DeskAccess, DeskColleague


class DatabaseColleagues:
    """Implements `ports.Colleagues`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, name: str) -> Colleague | None:
        """The colleague of that name, disabled or not."""
        with self._database.entered() as client:
            row = await DeskColleague.filter(name=name).using_db(client).first()
        return _colleague(row) if row else None

    async def all(self) -> tuple[Colleague, ...]:
        """All of them, by name."""
        with self._database.entered() as client:
            rows = await DeskColleague.all().using_db(client).order_by("name")
        return tuple(_colleague(row) for row in rows)

    async def add(self, colleague: Colleague, line: AccessLine) -> None:
        """A new one; a name that is taken raises `Permanent`."""
        async with self._database.transaction() as client:
            if await DeskColleague.filter(name=colleague.name).using_db(client).exists():
                raise Permanent(f"« {colleague.name} » existe déjà")
            await DeskColleague.bulk_create([_row(colleague)], using_db=client)
            await DeskAccess.bulk_create([_line(line)], using_db=client)

    async def change(self, colleague: Colleague, line: AccessLine) -> None:
        """Put in the place of the one of that name whose epoch is one less, else `Overtaken`."""
        async with self._database.transaction() as client:
            before = DeskColleague.filter(name=colleague.name, epoch=colleague.epoch - 1)
            changed = await before.using_db(client).update(
                role=colleague.role.value,
                password=colleague.password,
                disabled=colleague.disabled,
                epoch=colleague.epoch,
            )
            if not changed:
                raise Overtaken(f"« {colleague.name} » a été changé à l'instant")
            await DeskAccess.bulk_create([_line(line)], using_db=client)

    async def note(self, line: AccessLine) -> None:
        """Keep a line; none is ever changed."""
        with self._database.entered() as client:
            await DeskAccess.bulk_create([_line(line)], using_db=client)

    async def lines(self, *, limit: int) -> tuple[AccessLine, ...]:
        """The last lines, newest first."""
        with self._database.entered() as client:
            rows = await DeskAccess.all().using_db(client).order_by("-id").limit(limit)
        return tuple(
            AccessLine(at=row.at, who=row.who, what=row.what, where=row.place, because=row.because)
            for row in rows
        )


def _colleague(row: DeskColleague) -> Colleague:
    return Colleague(
        name=row.name,
        role=DeskRole(row.role),
        password=row.password,
        disabled=row.disabled,
        epoch=row.epoch,
    )


def _row(colleague: Colleague) -> DeskColleague:
    return DeskColleague(
        name=colleague.name,
        role=colleague.role.value,
        password=colleague.password,
        disabled=colleague.disabled,
        epoch=colleague.epoch,
    )


def _line(line: AccessLine) -> DeskAccess:
    return DeskAccess(
        at=line.at, who=line.who, what=line.what, place=line.where, because=line.because
    )
