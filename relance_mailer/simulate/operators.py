"""What people of ours do at the desk: they read what waits for them and decide, some days late.

They see what the house shows and nothing else; what they decided goes down as the truth.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from relance_mailer.desk.decisions import (
    AgreePlan,
    Call,
    Close,
    DecideDispute,
    FinishTask,
    HandOver,
    HoldUntil,
    KeepContact,
    Note,
    OpenDispute,
    RecordCause,
    Reject,
    Reopen,
    Resume,
    Verdict,
)
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.proposals import planned_total
from relance_mailer.dossier.events import Instalment
from relance_mailer.dossier.ordered import PlanConfirmation, Says, monthly
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.drafts import next_letter, waiting_for_yes, yes_to
from relance_mailer.flows.house import STOP_KEY, Creditor, House
from relance_mailer.flows.read_mail.by_hand import dismiss_by_hand, link_by_hand
from relance_mailer.flows.stop import set_stop
from relance_mailer.flows.work_desk import act
from relance_mailer.ports import Fate, Fault, Kept
from relance_mailer.simulate.truth import Acted, Agreed, Stopped
from relance_mailer.simulate.world import World
from relance_mailer.words import Cause
from relance_mailer.workdays import business_day_after, business_day_from

WHO, WHY = "Claire Morvan", "décidé au vu du dossier"
PLANS_GRANTED = 0.6
"""Of those that are asked for."""
FOUND_AGAIN = 0.7
"""How often, at a look, somebody finds another address in place of one that does not exist."""
STOPS, STARTS = 0.008, 0.4
"""How often, at a look, all sending is stopped, and started again where it was."""


class Operators:
    """The people at the desk, with one chance."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance = Random(f"{world.case.seed}:operators")
        self._granting = Random(f"{world.case.seed}:plans")
        self._stopping = Random(f"{world.case.seed}:stops")
        self._finding = Random(f"{world.case.seed}:addresses")

    async def work(self, house: House, creditor: Creditor) -> None:
        """One look at the desk; a fault of the database ends it, and they come back later."""
        try:
            for dossier in await self._dossiers(house):
                for verdict in self._verdicts(dossier, creditor):
                    await self._decide(house, creditor, dossier, verdict)
            await self._approve(house, creditor)
            for kept in await house.inbox.waiting([Fate.UNLINKED, Fate.CONTESTED, Fate.SET_ASIDE]):
                await self._sort(house, creditor, kept)
            await self._stop_or_start(house, creditor)
        except Fault:
            return

    async def _stop_or_start(self, house: House, creditor: Creditor) -> None:
        drawn = self._stopping.random()
        if drawn < STARTS:
            await self.start_again(house, creditor)
        if drawn < STOPS:
            await set_stop(house, [creditor], WHY, WHO)
            self._world.truth.stops.append(Stopped(since=self._world.clock.true))

    async def start_again(self, house: House, creditor: Creditor) -> None:
        """Sending goes on, where it was stopped."""
        if await house.register.get(STOP_KEY) is None:
            return
        # From the first word on: who is cut short in it has said so, and letters may leave.
        for stop in self._world.truth.stops:
            stop.until = stop.until or self._world.clock.true
        await set_stop(house, [creditor], None, WHO)

    async def _dossiers(self, house: House) -> list[Dossier]:
        pages = [one.key.page for one in self._world.cast.values()]
        opened = await house.journal.read(pages)
        found = [opened[page].dossier for page in pages]
        return [one for one in found if one is not None and one.debtor is not None]

    async def _decide(
        self, house: House, creditor: Creditor, dossier: Dossier, verdict: Verdict
    ) -> None:
        at = self._world.clock.true
        done = await act(house, creditor, dossier.key, verdict)
        if not isinstance(done, Impossible) and not isinstance(verdict, Note | RecordCause):
            what, about = type(verdict).__name__, dossier.key.dossier
            address = verdict.contact.email if isinstance(verdict, KeepContact) else ""
            acted = Acted(at=at, what=what, dossier=about, address=address)
            self._world.truth.acted.append(acted)
            if isinstance(verdict, AgreePlan):
                parts = tuple((one.due_on, one.amount or _ZERO) for one in verdict.instalments)
                self._world.agree(Agreed(at=at, dossier=about, parts=parts))

    async def _approve(self, house: House, creditor: Creditor) -> None:
        """Letters that wait for a yes get it, now and then a no."""
        for one in await waiting_for_yes(house, creditor):
            name = one.step.level.name if one.step.level else one.step.key.template
            shown = await next_letter(house, creditor, one.dossier.key, name)
            drawn = self._chance.random()
            if isinstance(shown, Impossible) or drawn > 0.6:
                continue
            if drawn < 0.05:
                until = business_day_after(self._world.clock.today())
                verdict: Verdict = Reject(by=WHO, because=WHY, step=shown.step, until=until)
            else:
                verdict = yes_to(shown, WHO, "lue et approuvée")
            await self._decide(house, creditor, one.dossier, verdict)

    async def _sort(self, house: House, creditor: Creditor, kept: Kept) -> None:
        """A message that waits: it is somebody's, or nobody's."""
        if self._chance.random() > 0.4:
            return
        said = next((one for one in self._world.truth.said if one.digest == kept.digest), None)
        because = "relu par un collègue"
        at = self._world.clock.true
        if said is not None and said.dossier:
            key = self._world.cast[said.dossier].key
            await link_by_hand(house, creditor, kept, key, by=WHO, because=because)
        else:
            await dismiss_by_hand(house, creditor, kept, by=WHO, because=because)
        if said is not None and said.what in ("stranger", "forged"):
            self._world.truth.acted.append(Acted(at=at, what="Link", dossier=said.dossier))

    def _verdicts(self, dossier: Dossier, creditor: Creditor) -> list[Verdict]:
        today, chance = self._world.clock.today(), self._chance
        found: list[Verdict] = []
        waited = today - (dossier.phase_since or today)
        if dossier.dispute is not None and chance.random() < 0.15:
            numbers = tuple(sorted(dossier.disputed))
            wrong = chance.random() < 0.5
            found.append(
                DecideDispute(by=WHO, because=WHY, invoices=numbers, creditor_at_fault=wrong)
            )
        elif dossier.phase is Phase.REVIEW and chance.random() < 0.3:
            found += self._found_again(dossier)
            found.append(self._reviewed(dossier, creditor, today))
        elif dossier.phase is Phase.LEGAL and waited >= timedelta(days=20):
            if chance.random() < 0.2:
                found.append(self._reopened(dossier, creditor, today))
            elif chance.random() < 0.1:
                found.append(Close(by=WHO, because=WHY, waiver="abandon signé"))
        elif dossier.phase in (Phase.RUNNING, Phase.HELD) and chance.random() < 0.02:
            found.append(self._out_of_the_blue(dossier, today))
        found += [
            FinishTask(by=WHO, because=WHY, task=task.task)
            for task in dossier.tasks
            if chance.random() < 0.3
        ]
        if found:
            cause = RecordCause(by=WHO, because="dit au téléphone", cause=Cause.FORGOTTEN)
            found.insert(0, cause)
        return found

    def _out_of_the_blue(self, dossier: Dossier, today: date) -> Verdict:
        if self._chance.random() < 0.5:
            return HoldUntil(
                by=WHO, because=WHY, until=today + timedelta(days=self._chance.randint(1, 12))
            )
        return Call(
            by=WHO,
            because=WHY,
            on=today,
            with_whom="la comptabilité",
            said="me rappelle",
            next_on=None,
        )

    def _reopened(self, dossier: Dossier, creditor: Creditor, today: date) -> Verdict:
        names = creditor.level_names(dossier)
        return Reopen(
            by=WHO, because=WHY, next_step=names[-1], not_before=business_day_after(today)
        )

    def _reviewed(self, dossier: Dossier, creditor: Creditor, today: date) -> Verdict:
        reasons = {one.reason for one in dossier.review_reasons}
        if dossier.owed == 0:
            return Close(by=WHO, because=WHY)
        if reasons & {"write_off_or_group", "nothing_left_to_pursue", "limitation_over"}:
            return Close(by=WHO, because=WHY, waiver="abandon signé")
        names = creditor.level_names(dossier)
        last = dossier.last_level
        place = names.index(last.level) + 1 if last and last.level in names else 0
        if place >= len(names):
            return HandOver(by=WHO, because=WHY)
        step, on = names[place], business_day_after(today)
        asked = dossier.plan_proposed is not None and dossier.plan is None
        if asked and self._granting.random() < PLANS_GRANTED and planned_total(dossier) > 1:
            return self._granted(dossier, step, today)
        if "dispute" in reasons and dossier.open_invoices:
            contested = dossier.open_invoices[0]
            return OpenDispute(
                by=WHO,
                because=WHY,
                next_step=step,
                not_before=on,
                invoices=(contested.number,),
                amount=contested.left,
                ground="livraison",
                owner="Claire",
                answer_by=business_day_after(on),
            )
        return Resume(by=WHO, because=WHY, next_step=step, not_before=on)

    def _granted(self, dossier: Dossier, step: str, today: date) -> AgreePlan:
        """As many parts as were drawn, weeks apart; now and then it is put in writing at once."""
        chance = self._granting
        weeks, first = chance.choice((1, 2, 4)), today + timedelta(days=chance.randint(3, 15))
        days = [first + timedelta(weeks=weeks * part) for part in range(chance.randint(2, 4))]
        parts = monthly(planned_total(dossier), tuple(map(business_day_from, days)))
        confirmed = PlanConfirmation(
            instalments=parts, agreed_on=today, answer_by=business_day_after(today)
        )
        return AgreePlan(
            by=WHO,
            because=WHY,
            instalments=tuple(Instalment(due_on=one.due_on, amount=one.amount) for one in parts),
            next_step=step,
            confirm=Says(plan_confirmation=confirmed) if chance.random() < 0.5 else None,
        )

    def _found_again(self, dossier: Dossier) -> list[Verdict]:
        """Another address of the same house for one that does not exist, where the site has one."""
        return [
            KeepContact(
                by=WHO,
                because="trouvée sur leur site",
                contact=replace(known, email=f"nouvelle.{known.email}"),
                replaces=known.email,
            )
            for known in dossier.contacts
            if known.email in dossier.bounced and self._finding.random() < FOUND_AGAIN
        ]


_ZERO = Decimal("0.00")
