"""A corpus served for real: its mail in Dovecot, its ledger on disk, the daemon in between."""

import hashlib
import imaplib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from email import message_from_bytes
from email.utils import parseaddr, parsedate_to_datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from corpus.relance_process import Installed
from corpus.scoring import Row, gold_of
from servers.dovecot import PASSWORD, Dovecot
from servers.ports import free_port

NOW = "2026-10-21T09:00"
LATE = 5
"""Messages that come while the service runs: the server's push brings them in."""
FATE_OF_ENTRY = {
    "MessageRead": "read",
    "MessageIgnored": "nobodys",
    "MessageUnlinked": "unlinked",
    "LinkContested": "contested",
}


@dataclass(frozen=True, kw_only=True)
class World:
    """What the daemon left behind, and what it was given."""

    house: Installed
    corpus: Path
    mailbox: str
    imported: str
    exit_codes: tuple[int, int]
    after_first: frozenset[tuple[str, ...]]
    after_second: frozenset[tuple[str, ...]]

    @cached_property
    def files(self) -> dict[str, str]:
        """Each message of the corpus by the sha256 of its bytes."""
        inbox = sorted((self.corpus / "inbox").glob("*.eml"))
        return {hashlib.sha256(file.read_bytes()).hexdigest(): file.name for file in inbox}

    @cached_property
    def gold(self) -> dict[str, Row]:
        """What ought to be said of each message."""
        return gold_of(self.corpus)

    @cached_property
    def queues(self) -> dict[str, list[dict[str, Any]]]:
        """The lines of `queue --json`, by queue."""
        lines = defaultdict(list)
        for row in self.house.rows("queue"):
            lines[row["queue"]].append(row)
        return dict(lines)


def our_address(corpus: Path) -> str:
    """Who signed the reminders of a corpus."""
    first = min((corpus / "sent").glob("*.eml"))
    return parseaddr(message_from_bytes(first.read_bytes())["From"])[1]


def installed(folder: Path, corpus: Path, user: str, imap_port: int) -> Installed:
    """A configuration as `init` writes it, pointed at the corpus and the server."""
    ours = our_address(corpus)
    domain = ours.rpartition("@")[2]
    house = Installed(folder, now=NOW)
    house.edit(
        {
            "settable = false": "settable = true",
            'listen = "127.0.0.1:8025"': f'listen = "127.0.0.1:{free_port()}"',
            "trusted_authserv_ids = []": f'trusted_authserv_ids = ["mx.{domain}"]\n'
            "act_on_messages_since = 2025-01-01",
            'own_domains = ["exemple.fr"]': f'own_domains = ["{domain}"]',
            "port = 587": f"port = {free_port()}",
            'security = "starttls"': 'security = "none"',
            'from = "relances@exemple.fr"': f'from = "{ours}"',
            "port = 993": f"port = {imap_port}",
            'security = "tls"': 'security = "none"',
            'path = "grand-livre"': f'path = "{corpus}"',
        }
    )
    text = house.settings.read_text(encoding="utf-8")
    text = text.replace('user = "relances@exemple.fr"', f'user = "{user}"')
    house.settings.write_text(text, encoding="utf-8")
    for name in ("imap", "smtp"):
        (folder / "secrets" / f"{name}.password").write_text(PASSWORD)
    return house


def append_unchanged(dovecot: Dovecot, user: str, files: Sequence[Path]) -> None:
    """Messages in order, with the Date of their own as the server's date."""
    with dovecot.session(user) as client:
        for file in files:
            raw = file.read_bytes()
            at = imaplib.Time2Internaldate(parsedate_to_datetime(message_from_bytes(raw)["Date"]))
            answer, data = client.append("INBOX", "", at, raw)
            assert answer == "OK", data


def serve_until_read(house: Installed, *, first: int, then: Callable[[], None], last: int) -> int:
    """Run the service until it has read that many, bring the rest while it runs, read that too.

    The exit code after SIGTERM.
    """
    wanted = first
    with house.daemon() as daemon:
        for action in daemon.passes():
            if action != "read-mail" or read_so_far(house) < wanted:
                continue
            if wanted == last:
                return daemon.stop()
            wanted = last
            then()
        raise AssertionError(daemon.log())


def read_so_far(house: Installed) -> int:
    """How many messages have a fate, once the status says that none waits for one."""
    status = house.rows("status")[0]
    if status["inbox_read_at"] is None or status["unread"] > 0:
        return 0
    count: int = table(house, "SELECT count(*) FROM inbox")[0][0]
    return count


def serve_once_more(house: Installed) -> int:
    """Run it again until it has looked at everything once."""
    with house.daemon() as daemon:
        daemon.wait_for("fetch-all-mail", "read-mail", "sync-ledger", "plan-letters")
        return daemon.stop()


def table(house: Installed, words: str) -> list[tuple[Any, ...]]:
    """Rows of the database, read beside the program."""
    file = f"file:{house.folder / 'relance.db'}?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as database:
        return database.execute(words).fetchall()


def about_messages(house: Installed) -> frozenset[tuple[str, ...]]:
    """Every entry of the journal that gives a message its fate: page, seq, kind, message."""
    kinds = ", ".join(f"'{kind}'" for kind in (*FATE_OF_ENTRY, "MessageSetAside"))
    rows = table(house, f"SELECT page, seq, kind, body FROM journal WHERE kind IN ({kinds})")
    return frozenset(
        (page, str(seq), kind, json.loads(body)["message"]) for page, seq, kind, body in rows
    )


def served(dovecot: Dovecot, corpus: Path, folder: Path) -> World:
    """The corpus taken in by a service that is stopped, and started and stopped once more."""
    user = dovecot.fresh_user()
    files = sorted((corpus / "inbox").glob("*.eml"))
    backlog, late = files[:-LATE], files[-LATE:]
    append_unchanged(dovecot, user, backlog)
    house = installed(folder, corpus, user, dovecot.imap_port)
    house.said("once", "sync-ledger")
    imported = house.said("import-sent", str(corpus / "sent"))
    first = serve_until_read(
        house,
        first=len(backlog),
        then=lambda: append_unchanged(dovecot, user, late),
        last=len(files),
    )
    after_first = about_messages(house)
    second = serve_once_more(house)
    return World(
        house=house,
        corpus=corpus,
        mailbox=our_address(corpus),
        imported=imported,
        exit_codes=(first, second),
        after_first=after_first,
        after_second=about_messages(house),
    )
