"""Small facts about the daemon itself, each under a name."""

from collections.abc import Mapping, Sequence

from relance_mailer.ports import Overtaken
from relance_mailer.store.database import Database
from relance_mailer.store.statements import asked, places, put
from relance_mailer.store.tables import RegisterRow


class DatabaseRegister:
    """Implements `ports.Register`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, name: str) -> str | None:
        """The value, None when never set."""
        with self._database.entered() as client:
            found = await asked(client, "SELECT value FROM register WHERE name = $1", [name])
        return str(found[0][0]) if found else None

    async def get_many(self, names: Sequence[str]) -> Mapping[str, str]:
        """The values of these names in one question; those never set are left out."""
        if not names:
            return {}
        text = f"SELECT name, value FROM register WHERE name IN ({places(names)})"
        with self._database.entered() as client:
            found = await asked(client, text, names)
        return {row[0]: row[1] for row in found}

    async def set(self, name: str, value: str | None) -> None:
        """Set or, with None, take away."""
        with self._database.entered() as client:
            if value is None:
                await RegisterRow.filter(name=name).using_db(client).delete()
                return
            row = {"name": name, "value": value}
            await put(client, RegisterRow, [row], known=["name"], update=["value"])

    async def swap(self, name: str, expected: str | None, value: str | None) -> bool:
        """Set if the value is still the expected one; False: another was first, nothing changed."""
        if expected is None:
            return await self._first(name, value)
        with self._database.entered() as client:
            rows = RegisterRow.filter(name=name, value=expected).using_db(client)
            done = await (rows.delete() if value is None else rows.update(value=value))
        return done > 0

    async def _first(self, name: str, value: str | None) -> bool:
        if value is None:
            return await self.get(name) is None
        try:
            with self._database.entered() as client:
                await RegisterRow.create(name=name, value=value, using_db=client)
        except Overtaken:
            return False
        return True
