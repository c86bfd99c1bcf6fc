"""A whole corpus for real: every message in the database, linked or in a queue, none twice.

The shared corpus where it lies beside the checkout, else the project's own.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from corpus.folders import fullest
from corpus.scoring import NEEDS_A_HUMAN, Row, read_rows, taken
from corpus.service import FATE_OF_ENTRY, LATE, World, served, table
from servers.dovecot import running_dovecot


@pytest.fixture(scope="module", params=[fullest()], ids=lambda used: used[0])
def world(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The corpus taken in once; every test looks at what is left of it, and names it."""
    name, corpus = request.param
    print(f"corpus: {name}")
    assert (corpus / "ledger.csv").is_file(), f"{corpus} : corpus absent (CI en promet un)"
    with running_dovecot() as dovecot:
        yield served(dovecot, corpus, tmp_path_factory.mktemp("maison") / "relance")


def inbox_rows(world: World) -> list[tuple[Any, ...]]:
    return table(world.house, "SELECT digest, fate FROM inbox")


def test_the_reminders_sent_before_us_are_taken_over(world: World) -> None:
    sent = len(list((world.corpus / "sent").glob("*.eml")))
    assert f"{sent} messages lus, {sent} relances reprises" in world.imported
    rows = table(world.house, "SELECT count(*) FROM journal WHERE kind = 'LetterSent'")
    assert rows == [(sent,)]


def test_the_service_ends_in_order_on_sigterm(world: World) -> None:
    assert world.exit_codes == (0, 0)


def test_every_message_lies_unchanged_in_the_database_and_none_twice(world: World) -> None:
    digests = [digest for digest, _ in inbox_rows(world)]
    assert sorted(digests) == sorted(world.files)
    contents = table(
        world.house, "SELECT content FROM evidence WHERE digest IN (SELECT digest FROM inbox)"
    )
    kept = {hashlib.sha256(content).hexdigest() for (content,) in contents}
    assert kept == set(world.files)


def test_every_message_has_one_fate_and_the_journal_tells_it_once(world: World) -> None:
    fates = dict(inbox_rows(world))
    assert set(fates.values()) <= set(FATE_OF_ENTRY.values())
    page = f"mailbox:{world.mailbox}"
    told = defaultdict(list)
    for where, _, kind, message in world.after_first:
        # A contested message stands on its candidates' pages too; the mailbox's page is the one.
        if kind != "LinkContested" or where == page:
            told[message].append(FATE_OF_ENTRY[kind])
    assert {message: [fate] for message, fate in fates.items()} == dict(told)


def test_a_contested_message_stands_once_on_each_of_its_candidates(world: World) -> None:
    places = Counter(
        (message, where) for where, _, kind, message in world.after_first if kind == "LinkContested"
    )
    assert [place for place, times in places.items() if times > 1] == []


def test_a_second_start_reads_nothing_again(world: World) -> None:
    assert world.after_second == world.after_first


def test_messages_reach_the_dossiers_that_gold_names(world: World) -> None:
    pages = {
        message: where.rpartition(":")[2]
        for where, _, kind, message in world.after_first
        if kind == "MessageRead"
    }
    wrong = {
        name: pages[digest]
        for digest, name in world.files.items()
        if digest in pages and not pages[digest].endswith(dossiers_of(world.gold[name]))
    }
    assert wrong == {}


def dossiers_of(gold: Row) -> tuple[str, ...]:
    """The dossiers that gold takes, for the end of a page's name."""
    return tuple(dossier for dossier in taken(gold, "dossier") if dossier)


def asking(rows: Iterable[Row]) -> set[str]:
    """The dossiers for which some message asks for a human, whatever a reader makes of it."""
    return {
        gold["dossier"]
        for gold in rows
        if gold["dossier"] and NEEDS_A_HUMAN.issuperset(taken(gold, "outcome"))
    }


def test_what_asks_for_a_human_stands_in_a_queue(world: World) -> None:
    """A message can only raise a dossier, so whatever asked once for a human still stands there."""
    asked = {
        gold["dossier"]
        for gold in world.gold.values()
        if gold["dossier"] and NEEDS_A_HUMAN.issuperset(taken(gold, "outcome"))
    }
    waiting = {row["dossier"] for name in ("legal", "review") for row in world.queues.get(name, ())}
    assert asked - waiting == set()


def test_nobody_stands_in_the_legal_queue_for_words_he_did_not_say(world: World) -> None:
    said = {gold["dossier"] for gold in world.gold.values() if "legal" in taken(gold, "outcome")}
    by_words = {
        row["dossier"]: row["reason"]
        for row in world.queues.get("legal", ())
        if row["reason"] in {"hostile", "refusal", "insolvency"}
    }
    assert set(by_words) - said == set(), by_words


def test_nobody_is_called_silent_while_his_answer_lay_unread(world: World) -> None:
    """The calendar waits for the backlog: only then does it hand over those who never answered."""
    backlog = sorted(world.gold)[:-LATE]
    silent = {row["dossier"] for row in world.queues.get("legal", ()) if row["reason"] == "silent"}
    assert silent & asking(world.gold[name] for name in backlog) == set()


def test_the_service_decides_what_understand_says(world: World) -> None:
    rows = table(world.house, "SELECT body FROM journal WHERE kind = 'MessageRead'")
    decided = {
        world.files[told["message"]]: told["outcome"] for told in (json.loads(b) for (b,) in rows)
    }
    said = read_rows(world.house.said("understand", "--corpus", str(world.corpus)))
    differ = {file: (out, said[file]["outcome"]) for file, out in decided.items()}
    assert {file: pair for file, pair in differ.items() if pair[0] != pair[1]} == {}


def test_people_whose_dossier_is_unknown_are_shown(world: World) -> None:
    lost = {
        digest
        for digest, name in world.files.items()
        if world.gold[name]["kind"] == "human" and world.gold[name]["dossier"] is None
    }
    shown = {
        row["message"] for name in ("unlinked", "contested") for row in world.queues.get(name, ())
    }
    assert lost - shown == set()


def test_the_journal_verifies_and_its_caches_are_true(world: World) -> None:
    verified = world.house.rows("verify")[0]
    assert verified["broken"] == []
    assert verified["entries"] == table(world.house, "SELECT count(*) FROM journal")[0][0]
    assert world.house.rows("rebuild") == [{"differed": [], "unreadable": []}]


def test_the_status_says_that_nothing_is_left_over(world: World) -> None:
    status = world.house.rows("status")[0]
    left = {name: status[name] for name in ("unread", "set_aside", "mode", "faults")}
    assert left == {"unread": 0, "set_aside": 0, "mode": "shadow", "faults": {}}
