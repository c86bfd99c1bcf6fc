"""Lives that end at a named point, one after another, in one operator's folder.

A first life without a death tells the points that exist (`chaos.doomed`). Each later life is given
what its point needs to be passed: debts that fall due, a debtor who writes the fitting words, a
debtor who pays, a mail server that refuses, a doubt old enough to be settled. With two daemons both
have the order to die at the point: who comes there first does, and the other works on, as the
neighbour of the next.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from chaos.books import books, dossier_of
from chaos.folder import Debt, debts
from chaos.orders import Orders
from chaos.pulse import (
    Sign,
    doubts_of,
    longest_pass,
    longest_silence,
    on_the_wall,
    points_in,
    queued_seconds,
    signs_of,
)
from chaos.replies import from_a_stranger, newsletter
from chaos.service import Service, begun
from chaos.stories import (
    OF_A_BOUNCE,
    OF_A_CLOSING,
    OF_A_STAY,
    OF_A_WITHDRAWAL,
    Stories,
    is_of_the_desk,
)
from chaos.trial import Trial, check_letters, check_mails, check_queues, check_replies
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import LetterState
from servers.postfix import FILTERED, GONE

CONNECTIONS = 2
ANSWER_SECONDS = 0.02
DEBTS_A_LIFE = 4
FIRST_DEBTS = 12
FIRST_LIFE_SECONDS = 180.0
HUNG_SECONDS = 60.0
PATIENCE_SECONDS = 24.0
"""A point that is not reached by then is not reached in this life: the kill comes as it is."""
NTH_MAX = 3
MISSED_MAX = 2
ONCE = "register.set[first_day_of_sending]"
OF_A_START = (
    ONCE,
    "journal.commit[DebtorDescribed]",
    "journal.commit[InvoiceOpened]",
    "register.set[inbox_read_whole_at]",
)
"""What a database goes through once, or at its beginning above all: a fresh one for each."""
OF_A_REFUSAL = ("register.set[fault]", "register.set[server]", "register.set[outage]")
OF_A_DOUBT = "journal.commit[LetterUnsure]"
OF_A_PAYMENT = ("journal.commit[InvoiceSettled]", "journal.commit[Settled]")
OF_A_STRANGER = "journal.commit[MessageUnlinked]"
EVERYWHERE = tuple(
    f"{side} {name}"
    for name in (*OF_A_REFUSAL, OF_A_DOUBT, *OF_A_PAYMENT, OF_A_STRANGER)
    for side in ("before", "after")
)
"""Points that a first life without a death and without a fault does not pass."""
SAID = {
    "PromiseMade": 0,
    "AnswerOwed": 0,
    "ReviewAsked": 1,
    "HandedToLegal": 2,
    "CauseRecorded": 2,
    "Held": 4,
    "TaskOpened": 5,
}
"""Which of `replies.SAYINGS` makes the daemon write such an event."""
OF_A_BAD_DAY = ("LetterRefused", "LetterStayed", "ContactBounced")
"""What servers do to three letters of a first life."""
OUR_FAULT = "erreur interne"
"""What a log says of a fault of our own: none may come, whatever dies."""
DOUBT = timedelta(minutes=16)


@dataclass(slots=True)
class Tally:
    """What the kills were, and what came of them."""

    kills: int = 0
    at_points: Counter[str] = field(default_factory=Counter)
    tried: Counter[str] = field(default_factory=Counter)
    points: Counter[str] = field(default_factory=Counter)  # passed in lives that told
    neighbours: int = 0
    departures: int = 0
    mails: int = 0  # delivered to the daemon, replies among them
    replies: int = 0
    twice: int = 0
    lost: int = 0
    hung: int = 0
    unsure: int = 0
    unsure_of_a_kill: int = 0  # at most
    unsure_of_a_cut: int = 0  # at most, of a line that was cut under a daemon that lived on
    silence_seconds: float = 0.0
    pass_seconds: float = 0.0
    calm_seconds: float = 0.0
    silence_wall_seconds: float = 0.0
    pass_wall_seconds: float = 0.0
    calm_wall_seconds: float = 0.0

    @property
    def elsewhere(self) -> int:
        """Kills of lives that had not come to their point."""
        return self.kills - self.at_points.total() - self.neighbours

    def add(self, other: "Tally") -> None:
        """Two parts of a trial are one; what is the most of each is the most of both."""
        for one in fields(self):
            mine, theirs = getattr(self, one.name), getattr(other, one.name)
            if isinstance(mine, Counter):
                mine.update(theirs)
            elif one.name.endswith("_seconds") or one.name.startswith("unsure_of"):
                setattr(self, one.name, max(mine, theirs))
            else:
                setattr(self, one.name, mine + theirs)

    def row(self) -> dict[str, Any]:
        """As it is kept in a file; `asdict` cannot copy a Counter."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: dict(v) if isinstance(v, Counter) else v for name, v in values.items()}

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Tally":
        """From a file."""
        counted = {name: Counter(row[name]) for name in ("at_points", "tried", "points")}
        return cls(**{**row, **counted})


class Life:
    """A daemon that dies at a point, or when its time has come."""

    def __init__(self, service: Service, pulse: Path, tally: Tally) -> None:
        self.service = service
        self._pulse = pulse
        self._tally = tally
        self._born_at = monotonic()

    def points(self) -> Counter[str]:
        """The points that it has passed."""
        return points_in(signs_of(self._pulse))

    def judged(self) -> None:
        """How long it was silent, and how long its passes took, from its birth until now."""
        signs = signs_of(self._pulse)
        end = signs[-1] if signs else Sign(at=self._born_at, queued=0.0, side="", name="")
        if not self.service.has_ended:
            queued = queued_seconds(self.service.process.pid)
            end = Sign(at=monotonic(), queued=queued, side="", name="")
        silence = longest_silence(signs, born_at=self._born_at, end=end)
        lasted = longest_pass(signs, end=end)
        *walled, walled_end = on_the_wall([*signs, end])
        self._tally.add(
            Tally(
                hung=max(silence, lasted) >= HUNG_SECONDS,
                silence_seconds=silence,
                pass_seconds=lasted,
                silence_wall_seconds=longest_silence(walled, born_at=self._born_at, end=walled_end),
                pass_wall_seconds=longest_pass(walled, end=walled_end),
            )
        )


class Killing:
    """A trial whose debts grow, and whose daemons die at names."""

    def __init__(
        self, trial: Trial, tally: Tally, *, patience_seconds: float = PATIENCE_SECONDS
    ) -> None:
        self.trial, self.tally = trial, tally
        self._patience_seconds = patience_seconds
        self._base = 100_000
        self._lives = 0
        self._silent: list[Debt] = []
        self._cut_at: list[float] = []
        self._orders = Orders(trial.folder.root / "orders.json")
        self._stories = Stories(trial, self._orders)

    def begins_with(self, number: int) -> None:
        """The number of the first debtor: nobody else looks into these mailboxes."""
        self._base = number

    @asynccontextmanager
    async def life(self, name: str) -> AsyncIterator[Life]:
        """A daemon that dies where the orders say, or with the block."""
        self._lives += 1
        root, pulse = self.trial.folder.root, self._pulse(self._lives)
        plan = {
            "settings": str(self.trial.folder.settings),
            "now": self.trial.now().isoformat(),
            "orders": str(self._orders.file),
            "pulse": str(pulse),
        }
        service = await begun(root / f"{name}.log", "chaos.doomed", json.dumps(plan))
        one = Life(service, pulse, self.tally)
        try:
            yield one
        finally:
            one.judged()
            await service.kill()

    async def first_life(self) -> Counter[str]:
        """Live, hear every sort of reply, and end in order; answers the points that were passed.

        One letter is cut off and stays, one is refused, one comes back; an operator minds the two.
        """
        await self.more(FIRST_DEBTS)
        self.trial.line.hang_up_at_go_ahead(1)
        async with self.life("doomed") as one:
            await self._passes(one, "after journal.commit[LetterSent]", len(SAID))
            await self._passes(one, "after mailbox.append", 1)
            for which in sorted(set(SAID.values())):
                await self.trial.somebody_writes([], which=which)
            await self._stories.comes_back()
            for kind in ("MessageRead", "TaskOpened", *OF_A_BAD_DAY):
                await self._passes(one, f"after journal.commit[{kind}]", 1)
            await self._stories.somebody_decides()
            assert await one.service.end() == 0, one.service.said()[-2_000:]
            points = one.points() + self._stories.points()
        self.tally.points.update(points)
        return points

    async def _passes(self, one: Life, point: str, times: int) -> None:
        end = monotonic() + FIRST_LIFE_SECONDS
        while one.points()[point] < times:
            said = one.service.said()
            assert OUR_FAULT not in said, said[-3_000:]
            assert monotonic() < end, f"{point} : {said[-2_000:]}"
            assert not one.service.has_ended, said[-2_000:]
            await one.service.lives_for(0.2)

    async def kill(
        self, points: Sequence[str], kills: int, *, neighbour: bool, until: float, turn: int = 0
    ) -> None:
        """So many deaths, point after point; the other daemon lives on beside them.

        A point that was missed twice in a row is left out. In which `turn` the points come up
        decides whether the first, the second or the third passage is meant.
        """
        missed: Counter[str] = Counter()
        other = Neighbour(self, wanted=neighbour)
        async with other:
            number = 0
            while self.tally.kills < kills and monotonic() < until:
                left = [point for point in points if missed[point] < MISSED_MAX] or list(points)
                point = left[number % len(left)]
                number += 1
                # As often as a life with its few debts surely passes it.
                often = min(NTH_MAX, self.tally.points[point] * DEBTS_A_LIFE // FIRST_DEBTS)
                reached = await self.one(point, other, nth=1 + turn % max(1, often))
                missed[point] = 0 if reached else missed[point] + 1

    async def one(self, point: str, other: "Neighbour", *, nth: int = 1) -> bool:
        """One life; whether it ended at its point."""
        if OF_A_DOUBT in point:
            await self.one("after mailer.leaving", other)
        waits = OF_A_WITHDRAWAL in point
        if waits:
            await self._left_queued(other)
        await self.more(DEBTS_A_LIFE, refused=not waits)
        if any(one in point for one in OF_A_PAYMENT):
            self.trial.somebody_pays()
        if OF_A_DOUBT in point:
            # A daemon keeps the clock that it was born with: the other must grow as old.
            await other.dies()
            self.trial.skips(DOUBT)
        self.tally.tried[point] += 1
        refuses = any(one in point for one in OF_A_REFUSAL)
        self._orders.give(point, nth=nth)
        async with AsyncExitStack() as stack:
            one = await stack.enter_async_context(self.life("doomed"))
            if refuses:
                self.trial.line.refuse()
                self._cut_at.append(monotonic())
                self.trial.line.cut_now()
            if OF_A_STAY in point:
                self.trial.line.hang_up_at_go_ahead(CONNECTIONS)
            await self._somebody_writes(point)
            await other.lives()
            if waits:
                await self._until_the_ledger_is_read(one, other)
            if is_of_the_desk(point):
                await self._somebody_decides(point, one)
            if refuses:
                await self._until_one_dies(one, other, self._patience_seconds / 2)
                self.trial.line.mend()
                self.trial.line.delay(ANSWER_SECONDS)
            if not is_of_the_desk(point):
                await self._until_one_dies(one, other, self._patience_seconds)
            reached = not self._orders.taken_back()
            self.trial.line.hang_up_at_go_ahead(0)
            if reached and is_of_the_desk(point):
                self.tally.at_points[point] += 1  # his command died; the daemon dies with the block
            elif reached:
                await self._until_one_dies(one, other, HUNG_SECONDS)
                dead = one if one.service.has_ended else other.life
                assert dead is not None, point
                assert dead.service.process.returncode == -9, dead.service.said()[-3_000:]
                self.tally.at_points[point] += 1
                if dead is not one:
                    await other.is_followed_by(one, stack.pop_all())
        self._is_killed()
        return reached

    async def _left_queued(self, other: "Neighbour") -> None:
        """A letter stands in the outbox, for the server is away, when its debtor pays."""
        self.trial.line.refuse()
        self.trial.line.cut_now()
        await self.one("after journal.commit[LetterQueued]", other)
        await self._stories.pays_while_it_waits()

    async def _until_the_ledger_is_read(self, one: Life, other: "Neighbour") -> None:
        """The server is there again once a daemon knows who paid."""
        read = "after journal.commit[InvoiceSettled]"
        await one.service.lives_for_its_own(
            self._patience_seconds / 2,
            unless=lambda: other.has_died or bool(one.points()[read]),
        )
        self.trial.line.mend()
        self.trial.line.delay(ANSWER_SECONDS)

    async def _somebody_decides(self, point: str, one: Life) -> None:
        """The operator decides once the daemon brought him something to decide upon."""
        if not await self._stories.has_work(point):
            is_closing = OF_A_CLOSING in point
            brings = OF_A_BOUNCE if is_closing else "journal.commit[LetterRefused]"
            await one.service.lives_for_its_own(
                self._patience_seconds, unless=lambda: bool(one.points()[f"after {brings}"])
            )
        await self._stories.somebody_decides(point)

    async def _until_one_dies(self, one: Life, other: "Neighbour", seconds: float) -> None:
        await one.service.lives_for_its_own(seconds, unless=lambda: other.has_died)

    def _is_killed(self) -> None:
        self.tally.kills += 1
        self.trial.kills += 1
        if self.tally.kills % 10 == 0:
            at = self.tally.at_points.total()
            print(f"  {self.tally.kills} kills, {at} at their points", flush=True)

    def neighbour_is_killed(self) -> None:
        """The other one counts too."""
        self.tally.neighbours += 1
        self._is_killed()

    async def more(self, number: int, *, refused: bool = True) -> None:
        """New invoices fall due: the next life has letters to send, and one that is refused."""
        known = list(self.trial.debts)
        base = known[0].number if known else self._base
        new = [
            Debt(number=base + len(known) + one.number, amount=one.amount)
            for one in debts(number + refused)
        ]
        if refused:
            # Neither the largest, which is written to first, nor the one who speaks first.
            new[1] = replace(new[1], mailbox=(GONE, FILTERED)[self._lives % 2])
        self._silent.append(new[0])
        self.trial.debts = (*known, *new)
        self.trial.folder.write_ledger(self.trial.debts)

    async def _somebody_writes(self, point: str) -> None:
        which = next((which for kind, which in SAID.items() if f"[{kind}]" in point), None)
        for kind, mail in (("MessageIgnored", newsletter), (OF_A_STRANGER, from_a_stranger)):
            if kind in point:
                where, at = self.trial.folder.where.mailbox, self.trial.now()
                await self.trial.comes(mail(self.trial.chance, to=where, at=at))
        if OF_A_BOUNCE in point or OF_A_CLOSING in point or self._lives % 4 == 0:
            await self._stories.comes_back()
        early = await self._known_and_silent() if self._lives % 3 == 0 else []
        await self.trial.somebody_writes(early, which=which)

    async def _known_and_silent(self) -> list[Debt]:
        """A debtor who has no letter before him, and whose debt the daemons know.

        What an unknown debtor writes is a human's: it is read on no dossier.
        """
        async with books(self.trial.folder) as house:
            for debt in reversed(self._silent):
                if await dossier_of(house, debt) is not None:
                    self._silent.remove(debt)
                    return [debt]
        return []

    async def judge(self) -> None:
        """Work in peace, then count."""
        tally = self.tally
        calm = await self.trial.work_in_peace()
        tally.calm_seconds, tally.calm_wall_seconds = calm.own_seconds, calm.wall_seconds
        tally.hung += calm.own_seconds >= HUNG_SECONDS
        for log in self.trial.folder.root.glob("*.log"):
            said = log.read_text(errors="replace")
            assert OUR_FAULT not in said, said[said.index(OUR_FAULT) :][:3_000]
        dossiers = await self.trial.dossiers()
        tally.mails, tally.replies = len(self.trial.mails), len(self.trial.replies)
        try:
            check_letters(self.trial, dossiers)
            check_replies(self.trial, dossiers)
            await check_mails(self.trial)
            self._stories.check(dossiers)
        finally:
            tally.twice, tally.lost = len(self.trial.found.twice), len(self.trial.found.lost)
        tally.unsure = await check_queues(self.trial, dossiers)
        tally.departures = sum(
            isinstance(event, e.LetterLeaving)
            for _, events in dossiers.values()
            for event in events
        )
        letters = [letter for dossier, _ in dossiers.values() for letter in dossier.letters]
        unsure = {one.message_id for one in letters if one.state is LetterState.UNSURE}
        lives = [signs_of(self._pulse(number)) for number in range(1, self._lives + 1)]
        doubts = doubts_of(unsure, lives, cuts=self._cut_at)
        tally.unsure_of_a_kill = max(doubts.deaths.values(), default=0)
        tally.unsure_of_a_cut = max(doubts.cuts.values(), default=0)
        # However many daemons there are: of each only what was on its own connections.
        assert max(tally.unsure_of_a_kill, tally.unsure_of_a_cut) <= CONNECTIONS, tally
        assert not tally.hung, tally

    def _pulse(self, life: int) -> Path:
        return self.trial.folder.root / f"pulse-{life}"


class Neighbour:
    """The other daemon, which works on; it does nothing where one daemon is enough."""

    def __init__(self, killing: Killing, *, wanted: bool) -> None:
        self._killing = killing
        self._wanted = wanted
        self._stack = AsyncExitStack()
        self.life: Life | None = None

    async def __aenter__(self) -> "Neighbour":
        await self.lives()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._stack.aclose()

    @property
    def has_died(self) -> bool:
        return self.life is not None and self.life.service.has_ended

    async def lives(self) -> None:
        """Start it, unless it lives."""
        if self._wanted and self.life is None:
            self.life = await self._stack.enter_async_context(self._killing.life("voisin"))

    async def is_followed_by(self, life: Life, stack: AsyncExitStack) -> None:
        """It died at the point; who was to die there works on in its place."""
        await self._stack.aclose()
        self.life, self._stack = life, stack

    async def dies(self) -> None:
        """Kill it where it stands."""
        if self.life is not None:
            assert not self.has_died, self.life.service.said()[-3_000:]
            await self._stack.aclose()
            self.life = None
            self._killing.neighbour_is_killed()
