"""Accounts of the desk in both databases: nobody twice, no change lost, every line kept."""

from datetime import UTC, datetime

import pytest

from doors.conftest import opened
from relance_mailer.flows.colleagues import add_colleague, change_colleague
from relance_mailer.ports import AccessLine, Colleague, DeskRole, Overtaken, Permanent
from relance_mailer.store.colleagues import DatabaseColleagues

AT = datetime(2026, 10, 5, 9, tzinfo=UTC)
HERE = {"at": AT, "where": "ligne de commande (root)"}


async def test_an_account_is_added_changed_and_shut_out_with_a_line_each(any_url: str) -> None:
    async with opened(any_url) as database:
        people = DatabaseColleagues(database)
        await add_colleague(people, "  Anne   Roux ", DeskRole.MANAGER, "hash", **HERE)
        await add_colleague(people, "Yann", DeskRole.AGENT, "hash", **HERE)
        await change_colleague(people, "Yann", role=DeskRole.READER, **HERE)
        await change_colleague(people, "Yann", password="autre", **HERE)
        await change_colleague(people, "Yann", disabled=True, **HERE)
        assert await people.find("Yann") == Colleague(
            name="Yann", role=DeskRole.READER, password="autre", disabled=True, epoch=4
        )
        assert [one.name for one in await people.all()] == ["Anne Roux", "Yann"]
        told = [(line.who, line.what, line.because) for line in await people.lines(limit=9)]
        assert told == [
            ("Yann", "disabled", ""),
            ("Yann", "password", ""),
            ("Yann", "role", "agent → reader"),
            ("Yann", "added", "agent"),
            ("Anne Roux", "added", "manager"),
        ]


async def test_nobody_bears_a_name_twice_and_the_last_manager_stays(any_url: str) -> None:
    async with opened(any_url) as database:
        people = DatabaseColleagues(database)
        await add_colleague(people, "Anne", DeskRole.MANAGER, "hash", **HERE)
        with pytest.raises(Permanent, match="existe déjà"):
            await add_colleague(people, "Anne", DeskRole.READER, "autre", **HERE)
        for change in ({"disabled": True}, {"role": DeskRole.AGENT}):
            with pytest.raises(Permanent, match="dernier responsable"):
                await change_colleague(people, "Anne", **HERE, **change)  # type: ignore[arg-type]
        with pytest.raises(Permanent, match="personne ne s'appelle"):
            await change_colleague(people, "Zoé", disabled=True, **HERE)
        with pytest.raises(Permanent, match="un nom de 2 à 60"):
            await add_colleague(people, "x", DeskRole.READER, "hash", **HERE)
        assert len(await people.lines(limit=9)) == 1


async def test_two_changes_at_once_are_not_both_taken(any_url: str) -> None:
    async with opened(any_url) as database:
        people = DatabaseColleagues(database)
        await add_colleague(people, "Anne", DeskRole.AGENT, "hash", **HERE)
        line = AccessLine(at=AT, who="Anne", what="role")
        for role, taken in ((DeskRole.READER, True), (DeskRole.MANAGER, False)):
            changed = Colleague(name="Anne", role=role, password="hash", epoch=2)
            if taken:
                await people.change(changed, line)
            else:
                with pytest.raises(Overtaken):
                    await people.change(changed, line)
        found = await people.find("Anne")
        assert found is not None
        assert found.role is DeskRole.READER
