"""A database put back to an earlier state while the daemon works on it (P3)."""

from pathlib import Path

from doors.test_newer_writer import US, Shop, shop_of
from relance_mailer.daemon.clockwork import Job
from relance_mailer.daemon.engine import Engine
from relance_mailer.flows.restored import pending

PLANNING = (Job.PLAN_LETTERS, Job.SEND_LETTERS)
KEPT = ("journal", "outbox", "contacts", "dossier_index", "queue_lines", "traces", "register")


async def rows(shop: Shop) -> dict[str, list[dict[str, object]]]:
    """A backup of what the work writes."""
    with shop.relance.database.entered() as client:
        return {name: await client.execute_query_dict(f"SELECT * FROM {name}") for name in KEPT}


async def put_back(shop: Shop, kept: dict[str, list[dict[str, object]]]) -> None:
    """What came since goes, under the open connections of the daemon, and what went comes back."""
    async with shop.relance.database.transaction() as client:
        for name, before in kept.items():
            await client.execute_query(f"DELETE FROM {name}")
            for row in before:
                names = ", ".join(f'"{column}"' for column in row)
                marks = ", ".join(
                    f"${place}" if is_postgres(shop) else "?" for place in range(1, len(row) + 1)
                )
                text = f"INSERT INTO {name} ({names}) VALUES ({marks})"
                await client.execute_query(text, list(row.values()))


async def passes(engine: Engine, *jobs: Job) -> list[str]:
    """These passes alone; what they complained of."""
    return [(await engine.run(job, US)).fault for job in jobs]


def is_postgres(shop: Shop) -> bool:
    return shop.relance.database.sqlite_file is None


async def test_a_database_put_back_under_the_daemon_sends_nothing_again(
    tmp_path: Path, any_url: str
) -> None:
    """No copy has come yet, and what stood beside the database is gone: only memory tells."""
    shop = await shop_of(tmp_path, any_url)
    house = shop.relance.house
    engine = Engine(relance=shop.relance)
    try:
        await passes(engine, Job.SYNC_LEDGER, Job.FETCH_ALL_MAIL, Job.READ_MAIL)
        kept = await rows(shop)
        await passes(engine, *PLANNING)
        delivered = len(shop.mailer.delivered)
        assert delivered == 4
        await put_back(shop, kept)
        for file in tmp_path.rglob("departs.jsonl"):
            file.unlink()
        faults = await passes(engine, *PLANNING)
        assert len(shop.mailer.delivered) == delivered
        assert "erreur interne" not in "".join(faults)
        restored = await pending(house, US)
        assert restored is not None
        assert restored.how == "rolled_back"
        first = restored.marked_at
        await passes(engine, *PLANNING)
        again = await pending(house, US)
        assert again is not None
        assert again.marked_at == first
        assert len(shop.mailer.delivered) == delivered
    finally:
        await shop.relance.close()
