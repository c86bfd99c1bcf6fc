"""The promises that can be seen from outside, asked of every letter at the moment it arrives.

What a reader received is held against what was drawn; of the house only this is believed: which
export of the ledger it said to have taken in whole.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from relance_mailer.ports import LedgerReading
from relance_mailer.simulate.estate import INBOX_MINUTES
from relance_mailer.simulate.letters import RANK, Seen, seen
from relance_mailer.simulate.servers import Arrived
from relance_mailer.simulate.truth import BARRING, FOR_A_HUMAN, Said
from relance_mailer.simulate.world import World
from relance_mailer.workdays import PARIS, business_day_before, is_business_day

SLOW = timedelta(minutes=20)
"""What slow servers may take between the last question of the gate and the server's last word."""
FRESH = timedelta(minutes=INBOX_MINUTES)
OPENS, CLOSES = time(8, 30), time(17, 30)
_NEXT = timedelta(microseconds=1)
OF_THE_DEBTOR = frozenset({"hostile", "insolvency", "opt_out"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Breach:
    """A promise that did not hold, and what shows it, in French."""

    promise: str
    told: str

    def __str__(self) -> str:
        return f"{self.promise} : {self.told}"


class Judge:
    """Sees every letter arrive, and remembers those before it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.breaches: list[Breach] = []
        self.seen: list[Seen] = []
        self.ids: set[str] = set()  # Message-IDs of what arrived
        self.kept: set[str] = set()  # of what the house had when it was last looked
        self._by_dossier: dict[str, list[Seen]] = defaultdict(list)
        self._by_debtor: dict[str, list[Seen]] = defaultdict(list)
        self.ledger: LedgerReading | None = None  # the export that was taken in last
        self._opened: dict[str, datetime] = {}  # when a dossier first stood in what was taken in
        world.on_letter.append(self.letter)

    def letter(self, arrived: Arrived) -> None:
        """Every promise, asked of this letter."""
        one = seen(arrived)
        for promise, check in _CHECKS:
            self.breaches += [Breach(promise=promise, told=told) for told in check(self, one)]
        self.seen.append(one)
        self.ids.add(one.message_id)
        self._by_dossier[one.dossier].append(one)
        self._by_debtor[self.debtor(one)].append(one)

    def took_in(self, ledger: LedgerReading | None) -> None:
        """The house says that it has this export in whole."""
        self.ledger = ledger
        for row in ledger.rows if ledger else ():
            self._opened.setdefault(str(row.key.dossier), self._world.clock.true)

    def debtor(self, one: Seen) -> str:
        """Who owes in the letter's dossier."""
        owing = self._world.cast.get(one.dossier)
        return str(owing.debtor.debtor_id) if owing else one.to

    def _knows_its_dossier(self, one: Seen) -> Iterator[str]:
        if one.dossier not in self._world.cast:
            yield f"{one.name} : ne nomme aucun dossier"

    def _owed(self, one: Seen) -> Iterator[str]:
        """Nothing to who owes nothing: by the export that was taken in, and its truth."""
        if self.ledger is None or one.is_answer:
            return
        left = {str(row.invoice.number): row.invoice.left for row in self.ledger.rows}
        for number in one.numbers:
            if one.level and left.get(number) == 0:
                yield f"{one.name} : demande {number}, payée au grand livre"
        own = [row.invoice for row in self.ledger.rows if row.key.dossier == one.dossier]
        if own and not any(invoice.left > 0 for invoice in own):
            yield f"{one.name} : plus rien n'est dû"

    def _barred(self, one: Seen) -> Iterator[str]:
        for said in self._read(one):
            about = said.dossier == one.dossier or said.what in OF_THE_DEBTOR
            if said.what in BARRING and about and not self._lifted(one, said):
                yield f"{one.name} : après « {said.what} » du {_at(said.at)}"

    def _handed_over(self, one: Seen) -> Iterator[str]:
        """Nothing leaves once an operator handed the dossier to the legal queue."""
        for act in self._world.truth.acted:
            over = act.what == "HandOver" and act.dossier == one.dossier and act.at < one.at - SLOW
            if over and not self._acted(one, act.at):
                yield f"{one.name} : au contentieux depuis le {_at(act.at)}"

    def _for_a_human(self, one: Seen) -> Iterator[str]:
        """No level, nor an answer to something else, while a message waits for a decision."""
        for said in self._read(one):
            if said.what not in FOR_A_HUMAN or said.dossier != one.dossier:
                continue
            if not self._acted(one, said.at):
                yield f"{one.name} : « {said.what} » du {_at(said.at)} attendait un humain"

    def _stopped(self, one: Seen) -> Iterator[str]:
        """Nothing at all while somebody of ours has stopped all sending."""
        for stop in self._world.truth.stops:
            if stop.since < one.at - SLOW and (stop.until is None or one.at < stop.until):
                yield f"{one.name} : envoi arrêté depuis le {_at(stop.since)}"

    def _plan_runs(self, one: Seen) -> Iterator[str]:
        """No level while an agreed plan is kept."""
        truth = self._world.truth
        for plan in truth.plans:
            agreed = plan.dossier == one.dossier and plan.at < one.at - SLOW
            if not one.level or not agreed or self._acted(one, plan.at + _NEXT):
                continue
            if truth.runs(plan, one.at):
                yield f"{one.name} : échéancier tenu, accordé le {_at(plan.at)}"

    def _promised(self, one: Seen) -> Iterator[str]:
        """A promise is waited for; who names a sooner day later on is taken at his last word."""
        own = [
            said
            for said in self._read(one)
            if said.what == "promise" and said.dossier == one.dossier and said.until is not None
        ]
        if not one.level or not own or self._acted(one, own[0].at):
            return
        until = min(said.until for said in own if said.until is not None)
        if one.told_at < until and one.at < until:
            yield f"{one.name} : promis pour le {_at(until)}"

    def _fresh_inbox(self, one: Seen) -> Iterator[str]:
        looks = self._world.folders.looked_at
        oldest = one.at - FRESH - SLOW
        for folder in self._world.folders.names():
            if folder not in looks or looks[folder] < oldest:
                yield f"{one.name} : « {folder} » non relevé depuis {_at(looks.get(folder))}"

    def _fresh_ledger(self, one: Seen) -> Iterator[str]:
        noon = datetime.combine(business_day_before(one.on), time(12), PARIS)
        if self.ledger is None or self.ledger.modified_at < noon - SLOW:
            when = self.ledger.modified_at if self.ledger else None
            yield f"{one.name} : grand livre du {_at(when)}"

    def _once(self, one: Seen) -> Iterator[str]:
        if one.message_id in self.ids:
            yield f"{one.name} : Message-ID {one.message_id} reçu deux fois"
        for other in self._by_dossier[one.dossier]:
            same = one.level and (other.level, other.numbers) == (one.level, one.numbers)
            if same and not self._acted(one, other.at) and not self._came_back(other):
                yield f"{one.name} : même étape que {other.name}"

    def _one_a_day(self, one: Seen) -> Iterator[str]:
        sent = self._by_debtor[self.debtor(one)]
        today = [other for other in sent if other.on == one.on and not self._came_back(other)]
        if one.is_answer:
            answers = [other for other in today if other.is_answer]
            yield from (f"{one.name} : deuxième réponse, {other.name}" for other in answers)
            return
        if not one.level:
            return
        for other in today:
            if other.level or other.is_answer:
                yield f"{one.name} : même jour que {other.name}"
        for contact in self._world.truth.contacted:
            known = contact.at + FRESH + SLOW < one.at
            same_day = contact.at.astimezone(PARIS).date() == one.on
            if contact.debtor == self.debtor(one) and known and same_day:
                yield f"{one.name} : un collègue a écrit à {_at(contact.at)}"

    def _as_announced(self, one: Seen) -> Iterator[str]:
        before = self._last_level(one)
        if before is None or self._came_back(before):
            return
        if not set(before.numbers) & set(one.numbers):
            return
        if before.next_on is not None and one.on < before.next_on:
            yield f"{one.name} : {before.name} annonçait le {before.next_on:%d/%m}"
        if self._acted(one, before.at):
            return
        rank = RANK.get(one.level, 9)
        if rank <= RANK.get(before.level, 0):
            yield f"{one.name} : suit {before.name}, plus fort ou égal"
        if rank < RANK.get(before.does, 0):
            yield f"{one.name} : {before.name} annonçait « {before.does} »"

    def _office_hours(self, one: Seen) -> Iterator[str]:
        closes = (datetime.combine(one.on, CLOSES) + SLOW).time()
        if not is_business_day(one.on) or not OPENS <= one.told_at.time() <= closes:
            yield f"{one.name} : hors des jours ouvrés et des heures de bureau"

    def _answers_people(self, one: Seen) -> Iterator[str]:
        if not one.is_answer:
            return
        for said in self._world.truth.said:
            if said.message_id == one.answers and said.by_machine:
                yield f"{one.name} : répond à un automate ({said.what})"

    def _dead_address(self, one: Seen) -> Iterator[str]:
        """Nobody is written to where the server said that nobody is."""
        for said in self._read(one):
            dead = said.what == "bounce" and said.address == one.to
            if dead and said.dossier == one.dossier and not self._kept_as_it_was(one, said):
                yield f"{one.name} : {one.to} n'existe pas, dit le {_at(said.at)}"

    def _sent_elsewhere(self, one: Seen) -> Iterator[str]:
        """Who told us whom to write to from now on is written to no more."""
        for said in self._read(one):
            left = said.what == "redirect" and said.address == one.to and one.level
            if left and said.dossier == one.dossier and not self._acted(one, said.at):
                yield f"{one.name} : {one.to} a donné une autre adresse le {_at(said.at)}"

    def _kept_as_it_was(self, one: Seen, said: Said) -> bool:
        """Whether a human said since that this very address is right."""
        return any(
            act.address == one.to and act.dossier == one.dossier and act.at >= said.at
            for act in self._world.truth.acted
        )

    def _believes_nobody_else(self, one: Seen) -> Iterator[str]:
        """No answer goes to what a stranger or a forger wrote."""
        for said in self._world.truth.said:
            doubtful = said.what in ("stranger", "forged") and said.message_id == one.answers
            if doubtful and one.is_answer and not self._acted(one, said.at):
                yield f"{one.name} : répond à « {said.what} » sans un humain"

    def _last_level(self, one: Seen) -> Seen | None:
        if not one.level:
            return None
        levels = [other for other in self._by_dossier[one.dossier] if other.level]
        return levels[-1] if levels else None

    def _read(self, one: Seen) -> Iterator[Said]:
        """What stood readable in the mailbox before that letter left, or had been kept from it."""
        truth, latest = self._world.truth, one.at - FRESH - SLOW
        debtor = self.debtor(one)
        for said in truth.said:
            if (
                said.debtor == debtor
                and said.at < latest
                and (said.message_id not in truth.withdrawn or said.message_id in self.kept)
            ):
                yield said

    def _acted(self, one: Seen, since: datetime) -> bool:
        return self._world.truth.acted_since(one.dossier, since)

    def _lifted(self, one: Seen, said: Said) -> bool:
        """Whether an operator let letters leave again; for all of him before this dossier came."""
        if self._acted(one, said.at):
            return True
        opened = self._opened.get(one.dossier)
        if said.dossier == one.dossier or opened is None:
            return False
        before = [
            dossier
            for dossier, since in self._opened.items()
            if since < opened and str(self._world.cast[dossier].debtor.debtor_id) == said.debtor
        ]
        return bool(before) and all(
            self._world.truth.acted_since(dossier, said.at, before=opened) for dossier in before
        )

    def _came_back(self, letter: Seen) -> bool:
        """Whether a report of its own non-delivery came."""
        return any(
            said.what in ("bounce", "full") and said.failed == letter.message_id
            for said in self._world.truth.said
        )


_CHECKS = (
    ("P1", Judge._knows_its_dossier),
    ("P1", Judge._owed),
    ("P1", Judge._barred),
    ("P1", Judge._handed_over),
    ("P1", Judge._stopped),
    ("P1", Judge._plan_runs),
    ("P1", Judge._promised),
    ("P2", Judge._fresh_inbox),
    ("P2", Judge._fresh_ledger),
    ("P3", Judge._once),
    ("P5", Judge._one_a_day),
    ("P6", Judge._as_announced),
    ("P6", Judge._office_hours),
    ("P7", Judge._answers_people),
    ("P7", Judge._dead_address),
    ("P8", Judge._sent_elsewhere),
    ("P8", Judge._for_a_human),
    ("P8", Judge._believes_nobody_else),
)


def _at(moment: datetime | None) -> str:
    return f"{moment.astimezone(PARIS):%d/%m %H:%M}" if moment else "jamais"
