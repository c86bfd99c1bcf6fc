"""What else becomes of a letter while daemons die, and what an operator does about it.

A server refuses it for good, a report brings it back, its debtor pays before it leaves; somebody
finds another address, or gives the claim up. What came of each is counted at the servers and in
the journal, as for every other letter.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from chaos.books import books, key_of
from chaos.folder import CREDITOR, Debt
from chaos.orders import Orders
from chaos.pulse import points_in, signs_of
from chaos.replies import returned
from chaos.service import asked, begun
from chaos.trial import Trial
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import CreditorId
from relance_mailer.ports import OutboxState

Dossiers = Mapping[int, tuple[Dossier, list[e.Event]]]

OF_A_BOUNCE = "journal.commit[ContactBounced]"
OF_A_STAY = "journal.commit[LetterStayed]"
OF_A_WITHDRAWAL = "journal.commit[LetterWithdrawn]"
OF_A_CLOSING = "journal.commit[HumanClosed]"
OF_A_FINDING = ("journal.commit[ContactChanged]", "journal.commit[HumanResumed]")
OF_THE_DESK = (*OF_A_FINDING, OF_A_CLOSING)
"""Commits that nobody makes but an operator: the one that dies there is his command."""
DEAD = -9


def is_of_the_desk(point: str) -> bool:
    """Whether an operator passes this point, not a daemon."""
    return any(one in point for one in OF_THE_DESK)


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """What an operator decided: the kind of its event, and the motif by which it is found."""

    debt: Debt
    kind: str
    because: str
    words: tuple[str, ...]


class Stories:
    """The letters of a trial that took another way, and who minds them."""

    def __init__(self, trial: Trial, orders: Orders) -> None:
        self._trial, self._orders = trial, orders
        self._pulse = trial.folder.root / "pulse-desk"
        self._acts: list[Act] = []
        self._returned: list[Debt] = []
        self._paid_waiting: list[Debt] = []
        # A refusal that was heard is journaled, unless who heard it died.
        trial.line.era = lambda: trial.kills

    def points(self) -> Counter[str]:
        """The points that operators passed."""
        passed = points_in(signs_of(self._pulse))
        return Counter({point: times for point, times in passed.items() if is_of_the_desk(point)})

    async def comes_back(self) -> None:
        """A letter that lies before a debtor is reported as not delivered."""
        trial = self._trial
        if debt := trial.who_heard():
            letter = trial.dovecot.messages(debt.email)[0]
            mailbox = trial.folder.where.mailbox
            report = returned(debt, letter, trial.chance, to=mailbox, at=trial.now())
            await trial.comes(report.raw)
            trial.replies.append(report)
            self._returned.append(debt)

    async def pays_while_it_waits(self) -> None:
        """A debtor whose letter stands in the outbox pays all."""
        trial = self._trial
        async with books(trial.folder) as house:
            queued = await house.outbox.in_state(CreditorId(CREDITOR), [OutboxState.QUEUED])
        waiting = {row.key for row in queued}
        answered = {one.debt.number for one in trial.replies}
        can_pay = [
            debt
            for debt in trial.debts
            if key_of(debt) in waiting and not (debt.is_paid or debt.is_refused)
            if debt.number not in answered
        ]
        for debt in can_pay[:1]:
            paid = replace(debt, is_paid=True)
            trial.debts = [paid if one is debt else one for one in trial.debts]
            trial.folder.write_ledger(trial.debts)
            self._paid_waiting.append(paid)

    async def somebody_decides(self, point: str = "") -> None:
        """An operator looks at what was refused and at what came back; his command may die."""
        waiting = await self._in_review()
        if OF_A_CLOSING not in point:
            for debt in [one for one in waiting if one.is_refused][:1]:
                for act in self._finds_again(debt):
                    await self._does(act, point)
        if not any(one in point for one in OF_A_FINDING):
            for debt in [one for one in waiting if one in self._returned][:1]:
                await self._does(self._gives_up(debt), point)

    async def has_work(self, point: str) -> bool:
        """Whether a dossier waits for the decision that passes this point."""
        waiting = await self._in_review()
        if OF_A_CLOSING in point:
            return any(one in self._returned for one in waiting)
        return any(one.is_refused for one in waiting)

    async def _in_review(self) -> list[Debt]:
        minded = {act.debt.number for act in self._acts}
        ours = [one for one in self._trial.debts if one.is_refused or one in self._returned]
        pages = {debt: key_of(debt).page for debt in ours if debt.number not in minded}
        async with books(self._trial.folder) as house:
            opened = await house.journal.read(list(pages.values()))
        return [debt for debt, page in pages.items() if _may_be_decided(opened[page].dossier)]

    def _finds_again(self, debt: Debt) -> Sequence[Act]:
        contact = ("contact", debt.dossier, debt.found_again, "--replaces", debt.email)
        today = self._trial.now().date()
        return (
            self._act(debt, "ContactChanged", *contact),
            self._act(debt, "HumanResumed", *_resumed(debt, today)),
        )

    def _gives_up(self, debt: Debt) -> Act:
        waived = ("--waiver", "courrier du 21 octobre", "--cause", "unknown")
        return self._act(debt, "HumanClosed", "close", debt.dossier, *waived)

    def _act(self, debt: Debt, kind: str, *words: str) -> Act:
        because = f"{kind} {debt.dossier}"
        who = ("--by", "Claire Morvan", "--because", because)
        return Act(debt=debt, kind=kind, because=because, words=("dossier", *words, *who))

    async def _does(self, act: Act, point: str) -> None:
        """Decide; who died of it looks whether it was kept, and decides again where it was not."""
        self._acts.append(act)
        plan = {"orders": str(self._orders.file), "pulse": str(self._pulse)}
        folder, now = self._trial.folder, self._trial.now().isoformat()
        options = ("-c", str(folder.settings), "--now", now)
        log = folder.root / "bureau.log"
        desk = await begun(log, "chaos.desk", json.dumps(plan), *options, *act.words)
        code = await desk.process.wait()
        kept = await self._kept(act)
        if code != DEAD:
            assert (code, kept) == (0, 1), f"{act} : {code}, {kept} fois : {desk.said()[-2_000:]}"
            return
        assert act.kind in point, f"{act} : mort à {point}"
        assert kept == (1 if point.startswith("after") else 0), f"{act} : {kept} fois à {point}"
        if not kept:
            again, _, err = await asked(folder, *act.words, now=now)
            assert again == 0, f"{act} : {err}"

    async def _kept(self, act: Act) -> int:
        async with books(self._trial.folder) as house:
            entries = await house.journal.entries(key_of(act.debt).page)
        return _times(act, [entry.event for entry in entries if entry.event is not None])

    def check(self, dossiers: Dossiers) -> None:
        """Each of these letters has one end, and each decision was kept once."""
        for debt in self._trial.debts:
            dossier, events = dossiers[debt.number]
            if debt.is_refused:
                self._check_refused(debt, dossier, events)
            _check_paid(debt, events)
        for debt in self._paid_waiting:
            _check_withdrawn(debt, *dossiers[debt.number])
        for debt in self._returned:
            _check_returned(debt, *dossiers[debt.number])
        for act in self._acts:
            _, events = dossiers[act.debt.number]
            assert _times(act, events) == 1, f"{act} : inscrit {_times(act, events)} fois"

    def _check_refused(self, debt: Debt, dossier: Dossier, events: list[e.Event]) -> None:
        """The server says no once, unless who heard it died; nobody offers that address again."""
        said_no = self._trial.line.refused[debt.email]
        assert len(said_no) == len(set(said_no)), f"{debt.dossier} : refusée deux fois : {said_no}"
        places = [n for n, event in enumerate(events) if isinstance(event, e.LetterRefused)]
        assert said_no or not places, f"{debt.dossier} : refus inscrit, jamais entendu"
        unsure = any(letter.state is LetterState.UNSURE for letter in dossier.letters)
        assert len(places) == 1 or unsure, f"{debt.dossier} : {len(places)} refus inscrits"
        for place in places:
            _assert_not_written_to(debt, events[place:])
        assert not self._trial.dovecot.messages(debt.email), debt.dossier
        if any(isinstance(event, e.HumanResumed) for event in events):
            found = len(self._trial.dovecot.messages(debt.found_again))
            assert found == 1 or unsure, f"{debt.dossier} : {found} lettres à l'adresse retrouvée"


def _resumed(debt: Debt, today: date) -> tuple[str, ...]:
    return ("resume", debt.dossier, "--next", "reminder_1", "--not-before", f"{today}")


def _may_be_decided(dossier: Dossier | None) -> bool:
    """A human's turn; what may have left is another matter, which stays in review here."""
    if dossier is None or dossier.phase is not Phase.REVIEW:
        return False
    return not any(
        letter.state in {LetterState.UNSURE, LetterState.LEAVING} for letter in dossier.letters
    )


def _times(act: Act, events: Sequence[e.Event]) -> int:
    return sum(type(one).__name__ == act.kind and one.because == act.because for one in events)


def _check_paid(debt: Debt, events: list[e.Event]) -> None:
    """Once the ledger's word was kept, no letter that asks for it leaves."""
    settled = [n for n, event in enumerate(events) if isinstance(event, e.InvoiceSettled)]
    for place in settled[:1]:
        left = [one for one in events[place:] if isinstance(one, e.LetterLeaving)]
        assert not left, f"{debt.dossier} : partie après le paiement : {left}"


def _check_withdrawn(debt: Debt, dossier: Dossier, events: list[e.Event]) -> None:
    """The letter that waited when its debtor paid was taken out of the outbox, once."""
    states = [letter.state for letter in dossier.letters]
    withdrawn = sum(isinstance(event, e.LetterWithdrawn) for event in events)
    assert (states, withdrawn) == ([LetterState.WITHDRAWN], 1), f"{debt.dossier} : {states}"
    assert dossier.phase is Phase.SETTLED, f"{debt.dossier} : {dossier.phase}"


def _check_returned(debt: Debt, dossier: Dossier, events: list[e.Event]) -> None:
    """The report was taken once, and its address is written to no more."""
    places = [n for n, event in enumerate(events) if isinstance(event, e.ContactBounced)]
    assert len(places) == 1, f"{debt.dossier} : revenue {len(places)} fois"
    assert dossier.bounced == (debt.email,), dossier.bounced
    _assert_not_written_to(debt, events[places[0] :])


def _assert_not_written_to(debt: Debt, events: Sequence[e.Event]) -> None:
    again = [one for one in events if isinstance(one, e.LetterQueued) and debt.email in one.to]
    assert not again, f"{debt.dossier} : encore écrit à {debt.email} : {again}"
