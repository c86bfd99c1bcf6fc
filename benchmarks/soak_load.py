"""The load of the soak: debtors who answer every letter, a ledger that changes, a desk in use.

Each part looks at what really left (the files of the mail server) and never into our database.
"""

import asyncio
import csv
import email
import email.policy
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Protocol

from chaos.folder import HEAD, Debt, Folder
from relance_mailer.people.mails import Desk, Received, opened
from relance_mailer.people.voices import VOICES

MIX: tuple[tuple[str, int], ...] = (
    ("promise", 20),
    ("scheduled", 12),
    ("paid", 10),
    ("invoice_request", 10),
    ("dispute", 8),
    ("absence", 12),
    ("bounce", 12),
    ("newsletter", 10),
    ("receipt", 4),
    ("hostile", 2),
)
"""What comes back for a hundred letters: an ordinary mailbox, nobody silent."""

PAID_SHARE = 0.3
WORDS = {
    "jour": "vendredi 30 octobre 2026",
    "facture": "{invoice}",
    "montant": "1 500,00 €",
    "reference": "",
    "domaine": "debiteur.example",
}


class Post(Protocol):
    """Whoever delivers a mail into a mailbox."""

    def deliver(self, raw: bytes, to: str) -> object:
        """Deliver it."""
        ...


@dataclass
class Debtors:
    """Everybody who is written to, and answers once for each letter that reaches him."""

    post: Post
    taken: Path  # where the mail server lays what it took
    mailbox: str
    chance: Random
    desk: Desk = field(init=False)
    seen: set[str] = field(default_factory=set)
    letters: Counter[str] = field(default_factory=Counter)  # by Message-ID
    mails: Counter[str] = field(default_factory=Counter)  # by sort
    payers: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.desk = Desk(self.chance, self.mailbox)

    def answer(self, at: datetime) -> int:
        """Answer what arrived since the last time; how many letters that was."""
        fresh = [path for path in self.taken.iterdir() if path.name not in self.seen]
        done = 0
        for path in fresh:
            try:
                raw = path.read_bytes()
            except FileNotFoundError:
                continue  # smtp-sink took it back: the transmission was cut
            if b"\n\n" not in raw and b"\r\n\r\n" not in raw:
                continue  # still being written
            self.seen.add(path.name)
            self._read(raw, at)
            done += 1
        return done

    def _read(self, raw: bytes, at: datetime) -> None:
        letter = opened(raw, at)
        self.letters[letter.message_id] += 1
        sort = self.chance.choices([name for name, _ in MIX], [share for _, share in MIX])[0]
        self.mails[sort] += 1
        number = _number(letter.to)
        if self.chance.random() < PAID_SHARE:
            self.payers.add(number)
        sender = email.utils.parseaddr(letter.to)[1]
        self.post.deliver(self._mail(sort, sender, number, letter, at), self.mailbox)

    def _mail(self, sort: str, sender: str, number: int, letter: Received, at: datetime) -> bytes:
        match sort:
            case "absence":
                said = "Je suis absente du bureau jusqu'au lundi 26 octobre 2026."
                return self.desk.absence(sender, said, letter, at)
            case "bounce":
                full = self.chance.random() < 0.5
                return self.desk.bounce(sender, letter, at, full=full)
            case "newsletter":
                return self.desk.newsletter("Les nouvelles du bâtiment.\n" * 40, at)
            case "receipt":
                return self.desk.receipt(sender, letter, at)
            case _:
                said = self.chance.choice(VOICES[sort]).format(
                    **{**WORDS, "facture": Debt(number=number).invoice}
                )
                client = self.chance.choice(("outlook", "gmail", "thunderbird"))
                return self.desk.reply(sender, said, "Anne Le Gall", letter, at, client)


def _number(to: str) -> int:
    """The number of the debt by the debtor's own domain."""
    return int(to.partition("debiteur")[2].partition(".")[0])


def write_ledger(folder: Folder, rows: Sequence[Debt], payers: set[int]) -> None:
    """The ledger as of now: who paid owes nothing more."""
    folder.ledger.parent.mkdir(exist_ok=True)
    new = folder.ledger.with_suffix(".new")
    with new.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for debt in rows:
            line = dict(zip(HEAD, debt.row, strict=True))
            if debt.number in payers:
                line["paid"] = line["amount"]
            writer.writerow(line[name] for name in HEAD)
    new.replace(folder.ledger)


@dataclass
class Reader:
    """Somebody at the desk: signs in and opens one page after another."""

    url: str
    name: str
    password: str
    chance: Random
    opened: Counter[int] = field(default_factory=Counter)  # by status
    seconds: list[float] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        # No proxy of the machine stands between a person and a desk on loopback.
        self._browser = urllib.request.build_opener(jar, urllib.request.ProxyHandler({}))

    def sign_in(self) -> None:
        """The form of the door."""
        form = urllib.parse.urlencode({"name": self.name, "password": self.password}).encode()
        request = urllib.request.Request(f"{self.url}/entrer", data=form)
        request.add_header("Sec-Fetch-Site", "same-origin")
        with self._browser.open(request, timeout=60) as answer:
            assert not answer.geturl().endswith("/entrer"), "l'entrée est refusée"

    async def looks(self, rows: Sequence[Debt]) -> None:
        """One page: the queues mostly, a dossier, a search, the dashboard now and then."""
        dossier = f"/dossier/brezance/{self.chance.choice(rows).dossier}"
        search = f"/recherche?q={self.chance.choice(rows).invoice}"
        pages = ("/", "/file/review", dossier, dossier, search, "/calendrier", "/tableau")
        page = self.chance.choices(pages, (3, 3, 5, 5, 3, 1, 1))[0]
        await asyncio.to_thread(self._open, page)

    def _open(self, page: str) -> None:
        began = perf_counter()
        try:
            with self._browser.open(self.url + page, timeout=120) as answer:
                answer.read()
                self.opened[answer.status] += 1
        except urllib.error.HTTPError as refused:
            # A dossier that the ledger has not opened yet has no page.
            self.opened[refused.status or 0] += 1
            self.troubles.append(f"{refused.status} {page}")
        except TimeoutError:
            self.opened[0] += 1
            self.troubles.append(f"no answer: {page}")
        self.seconds.append(perf_counter() - began)
