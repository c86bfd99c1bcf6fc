"""What people of ours do at the desk: they read what waits for them and decide, some days late.

They see what the house shows and nothing else; what they decided goes down as the truth.
"""

from datetime import date, timedelta
from random import Random

from relance_mailer.desk.decisions import (
    Call,
    Close,
    DecideDispute,
    FinishTask,
    HandOver,
    HoldUntil,
    Note,
    OpenDispute,
    RecordCause,
    Reject,
    Reopen,
    Resume,
    Verdict,
)
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.drafts import next_letter, waiting_for_yes, yes_to
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.read_mail.by_hand import dismiss_by_hand, link_by_hand
from relance_mailer.flows.work_desk import act
from relance_mailer.ports import Fate, Fault, Kept
from relance_mailer.simulate.truth import Acted
from relance_mailer.simulate.world import World
from relance_mailer.words import Cause
from relance_mailer.workdays import business_day_after

WHO, WHY = "Claire Morvan", "décidé au vu du dossier"


class Operators:
    """The people at the desk, with one chance."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chance = Random(f"{world.case.seed}:operators")

    async def work(self, house: House, creditor: Creditor) -> None:
        """One look at the desk; a fault of the database ends it, and they come back later."""
        try:
            for dossier in await self._dossiers(house):
                for verdict in self._verdicts(dossier, creditor):
                    await self._decide(house, creditor, dossier, verdict)
            await self._approve(house, creditor)
            for kept in await house.inbox.waiting([Fate.UNLINKED, Fate.CONTESTED, Fate.SET_ASIDE]):
                await self._sort(house, creditor, kept)
        except Fault:
            return

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
            what = type(verdict).__name__
            self._world.truth.acted.append(Acted(at=at, what=what, dossier=dossier.key.dossier))

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
