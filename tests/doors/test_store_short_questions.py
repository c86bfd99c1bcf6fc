"""What is asked where it is asked for, what goes to SQLite's thread, what PostgreSQL is spared."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from contracts.store_cases import key, opening, told
from doors.conftest import opened
from relance_mailer.ports import Temporary
from relance_mailer.store.database import Database
from relance_mailer.store.journal import DatabaseJournal
from relance_mailer.store.register import DatabaseRegister
from relance_mailer.store.sqlite_client import ASKED_AT_A_STRETCH
from relance_mailer.store.statements import asked

PAGE = key().page


def handed_over(database: Database) -> list[str]:
    """What aiosqlite's thread is given from now on, by name."""
    given: list[str] = []
    with database.entered() as client:
        connection: Any = client
        queue = connection._connection._tx
        put: Callable[[Any], None] = queue.put_nowait

    class Told:
        def put_nowait(self, item: tuple[Any, Any]) -> None:
            work = getattr(item[1], "func", item[1])
            given.append(work.__name__)
            put(item)

    connection._connection._tx = Told()
    return given


async def test_only_what_may_wait_is_handed_to_the_thread(sqlite_url: str) -> None:
    """BEGIN may wait for another process, the commit for the disk; a key is looked up here."""
    async with opened(sqlite_url) as database:
        journal, register = DatabaseJournal(database), DatabaseRegister(database)
        commit = await told(journal, key(), opening())
        given = handed_over(database)
        assert await register.get_many(["a", "b"]) == {}
        assert (await journal.read([PAGE]))[PAGE].version == 0
        assert given == []
        await journal.commit([commit])
        assert given == ["execute", "commit"]
        assert (await journal.read([PAGE]))[PAGE].version == 2
        assert len(given) == 2
        await journal.heads()  # reads through the journal
        assert given[2:] == ["_execute_fetchall"]


async def test_without_a_write_ahead_log_a_reader_may_wait_and_does_so_in_the_thread(
    db_file: Path, sqlite_url: str
) -> None:
    """Another program has the whole file: the loop goes on, and it is said at last."""
    async with opened(f"{sqlite_url}?journal_mode=DELETE&busy_timeout=150") as database:
        register = DatabaseRegister(database)
        given = handed_over(database)
        holder = sqlite3.connect(db_file, isolation_level=None)
        holder.execute("BEGIN EXCLUSIVE")
        try:
            question = asyncio.create_task(register.get("a"))
            went_on = asyncio.Event()
            asyncio.get_running_loop().call_soon(went_on.set)
            await went_on.wait()
            assert not question.done()
            with pytest.raises(Temporary, match="occupée"):
                await question
        finally:
            holder.close()
        assert given == ["_execute_fetchall"]
        assert await register.get("a") is None


async def test_a_question_waits_for_no_other_writer(db_file: Path, sqlite_url: str) -> None:
    """Another process writes for as long as it likes: what stood before is answered."""
    async with opened(sqlite_url) as database:
        register = DatabaseRegister(database)
        await register.set("a", "1")
        holder = sqlite3.connect(db_file, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        holder.execute("UPDATE register SET value = '2'")
        assert await register.get("a") == "1"
        holder.execute("COMMIT")
        holder.close()
        assert await register.get("a") == "2"


@asynccontextmanager
async def a_writer(database: Database) -> AsyncIterator[tuple[asyncio.Task[None], asyncio.Event]]:
    """A task in the middle of a transaction over a 1; it fails once the event is set."""
    await DatabaseRegister(database).set("a", "1")
    written, over = asyncio.Event(), asyncio.Event()

    async def writes() -> None:
        async with database.transaction() as client:
            await client.execute_query("UPDATE register SET value = '2'")
            written.set()
            await over.wait()
            raise ValueError("rolled back")

    task = asyncio.create_task(writes())
    await written.wait()
    yield task, over


async def test_a_question_never_sees_what_a_transaction_of_ours_has_not_committed(
    sqlite_url: str,
) -> None:
    """They share a connection: it waits for the end, and an end without a commit leaves nothing."""
    async with opened(sqlite_url) as database, a_writer(database) as (writer, over):
        register = DatabaseRegister(database)
        question = asyncio.create_task(register.get("a"))
        await a_turn()
        assert not question.done()
        over.set()
        with pytest.raises(ValueError, match="rolled back"):
            await writer
        assert await question == "1"


@asynccontextmanager
async def the_thread_is_held(database: Database) -> AsyncIterator[threading.Event]:
    """aiosqlite's thread waits, as for a disk or for another process, until the event is set."""
    with database.entered() as client:
        connection: Any = client
    goes_on = threading.Event()
    connection._connection._tx.put_nowait((None, goes_on.wait))
    try:
        yield goes_on
    finally:
        goes_on.set()


async def a_turn() -> None:
    """Let every other task go as far as it comes."""
    turn = asyncio.Event()
    for _ in range(5):
        asyncio.get_running_loop().call_soon(turn.set)
        await turn.wait()
        turn.clear()


async def a_stop(database: Database) -> None:
    async with database.transaction() as client:
        await client.execute_query("UPDATE register SET value = '2'")
        raise ValueError("rolled back")


async def a_write(database: Database) -> None:
    await DatabaseRegister(database).set("a", "2")


async def a_swap(database: Database) -> None:
    await DatabaseRegister(database).swap("a", "1", "2")


async def a_long_look(database: Database) -> None:
    await DatabaseJournal(database).heads()


@pytest.mark.parametrize(
    ("work", "value"), [(a_stop, "1"), (a_write, "1"), (a_swap, "2"), (a_long_look, "1")]
)
async def test_who_is_cancelled_keeps_the_connection_until_the_thread_has_answered(
    sqlite_url: str, work: Callable[[Database], Awaitable[None]], value: str
) -> None:
    """Cancelled twice, even: nobody asks beside what still runs, and nothing is left open."""
    async with opened(sqlite_url) as database:
        register = DatabaseRegister(database)
        await register.set("a", "1")
        async with the_thread_is_held(database) as goes_on:
            task = asyncio.ensure_future(work(database))
            await a_turn()
            for _ in range(2):
                task.cancel()
                await a_turn()
            question = asyncio.create_task(register.get("a"))
            await a_turn()
            assert not task.done()
            assert not question.done()
            goes_on.set()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await question == value
        with database.entered() as client:
            connection: Any = client
            assert not connection._connection.in_transaction
        await register.set("a", "3")
        assert await register.get("a") == "3"


async def test_who_is_cancelled_while_he_undoes_gives_the_lock_back(sqlite_url: str) -> None:
    """Once in BEGIN, and again while what it began is rolled back."""
    async with opened(sqlite_url) as database:
        with database.entered() as client:
            connection: Any = client
        began = asyncio.get_running_loop().create_future()
        async with the_thread_is_held(database) as begins:
            task = asyncio.ensure_future(a_stop(database))
            await a_turn()
            task.cancel()
            connection._connection._tx.put_nowait((began, int))
            async with the_thread_is_held(database):
                begins.set()
                await began
                await a_turn()
                task.cancel()
                await a_turn()
                assert not task.done()
        with pytest.raises(asyncio.CancelledError):
            await task
        register = DatabaseRegister(database)
        async with asyncio.timeout(30):
            await register.set("a", "3")
            assert await register.get("a") == "3"


async def test_nobody_reads_what_is_about_to_be_rolled_back(sqlite_url: str) -> None:
    """The transaction failed, and whoever it was is cancelled before it is undone."""
    async with opened(sqlite_url) as database, a_writer(database) as (writer, over):
        register = DatabaseRegister(database)
        async with the_thread_is_held(database) as goes_on:
            over.set()
            await a_turn()
            writer.cancel()
            question = asyncio.create_task(register.get("a"))
            await a_turn()
            assert not question.done()
            goes_on.set()
            assert await question == "1"
        with pytest.raises(asyncio.CancelledError):
            await writer


async def test_the_database_is_closed_behind_whoever_is_at_work(sqlite_url: str) -> None:
    """A connection that is closed under a question ends the process, not the question."""
    async with opened(sqlite_url) as database:
        over = asyncio.Event()

        async def writes() -> None:
            async with database.transaction() as client:
                await client.execute_query("DELETE FROM register")
                await over.wait()
                await client.execute_query("SELECT 1")

        writer = asyncio.create_task(writes())
        await a_turn()
        closing = asyncio.create_task(database.close())
        await a_turn()
        assert not closing.done()
        over.set()
        await writer
        await closing


async def test_who_asks_at_a_stretch_lets_others_in(sqlite_url: str) -> None:
    """No question gives the loop back by itself any more."""
    async with opened(sqlite_url) as database:
        register = DatabaseRegister(database)
        turns: list[int] = []
        asking = True

        def mine() -> None:
            if asking:
                turns.append(1)
                asyncio.get_running_loop().call_soon(mine)

        asyncio.get_running_loop().call_soon(mine)
        for _ in range(4 * ASKED_AT_A_STRETCH):
            await register.get("a")
        asking = False
        assert len(turns) >= 3


async def test_a_wrong_statement_is_told_as_the_thread_tells_it(sqlite_url: str) -> None:
    """In a transaction and outside: a fault of the database, or our own, as before."""
    async with opened(sqlite_url) as database:
        errors = []
        for ask in (asked_in_a_transaction, asked_outside, asked_of_the_thread):
            with pytest.raises(Exception, match="no such table") as raised:
                await ask(database)
            errors.append((raised.type, str(raised.value)))
        assert len(set(errors)) == 1


NOWHERE = "SELECT 1 FROM nowhere"


async def asked_in_a_transaction(database: Database) -> None:
    async with database.transaction() as client:
        await asked(client, NOWHERE)


async def asked_outside(database: Database) -> None:
    with database.entered() as client:
        await asked(client, NOWHERE)


async def asked_of_the_thread(database: Database) -> None:
    with database.entered() as client:
        await client.execute_query(NOWHERE)


async def test_postgres_is_not_asked_to_forget_what_nobody_told_it(postgres_url: str) -> None:
    """The last that the server heard of a connection in the pool is our question."""
    async with opened(postgres_url) as database, opened(postgres_url) as witness:
        await DatabaseRegister(database).get("a")
        with witness.entered() as client:
            heard = await client.execute_query_dict(
                "SELECT query FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        last = [row["query"] for row in heard]
        assert any("FROM register" in query for query in last), last
        assert not any("RESET" in query for query in last), last


async def test_a_transaction_left_open_ends_with_its_connection(postgres_url: str) -> None:
    """Whoever takes the connection next finds it as if it were new."""
    async with opened(postgres_url) as database:
        register = DatabaseRegister(database)
        await register.set("a", "1")
        said: list[str] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, what: said.append(what["message"]))
        with database.entered() as client:
            pooled: Any = client
            async with pooled._pool.acquire() as connection:
                await connection.execute("BEGIN")
                await connection.execute("UPDATE register SET value = '2'")
        assert len(said) == 1
        assert "active transaction" in said[0]
        for _ in range(10):
            assert await register.get("a") == "1"
