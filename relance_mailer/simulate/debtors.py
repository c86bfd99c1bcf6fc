"""What debtors do: they pay late, answer what they read, and their software answers by itself.

Each dossier has its own chance; what is said goes down as the truth with the moment from which it
stands in our mailbox.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from random import Random

from relance_mailer.desk.french import amount as in_euros
from relance_mailer.people import voices
from relance_mailer.people.mails import Desk, Received, first_address, opened
from relance_mailer.simulate.cast import Owing
from relance_mailer.simulate.servers import Arrived, message_id_of
from relance_mailer.simulate.truth import Agreed, Said
from relance_mailer.simulate.world import OURS, World
from relance_mailer.workdays import PARIS, business_day_from

REPLIES: Mapping[str, int] = {
    "promise": 7,
    "ack": 3,
    "paid": 3,
    "invoice_request": 3,
    "scheduled": 1,
    "dispute": 2,
    "plan": 1,
    "question": 1,
    "distress": 1,
    "hostile": 1,
    "refusal": 1,
    "opt_out": 1,
    "insolvency": 1,
    "redirect": 1,
    "stranger": 1,
    "forged": 1,
}
BOUNCES = 0.04
"""How often a letter comes back undelivered."""
KEEPS_A_PLAN = 0.6
"""How often somebody pays a part of his plan though he rarely keeps his word."""
COLLEAGUES_A_DAY = 0.1
COLLEAGUES_HOURS = (7, 7, 8, 9, 14)
"""Early enough, now and then, that the first look of the day finds what they wrote."""
SECOND_WORDS = 0.15
"""How often a person who answered writes once more, before our answer to the first or behind it."""
WAITS = (90, 1_500, 7_000)
"""Minutes after which he has answered at the latest."""
LURE = (
    "<script src=//ailleurs.example/x.js></script><img src=https://ailleurs.example/p.png "
    "onerror=alert(1)>"
)
"""What a stranger would like the desk to run or to load (P10)."""
OUR_SERVER = "mx.imprimerie-simulee.example"
ROBOT = (
    "Bonjour,\n\nVotre facture est enregistrée ; elle sera réglée par virement {jour}.\n\n"
    "La comptabilité fournisseurs"
)
"""What a ticket system says of itself; only its headers tell that no person promised it."""
_REFERENCE = re.compile(r"\[(SM-\d{4})-")
_FAILED = f"Authentication-Results: {OUR_SERVER}; dmarc=fail header.from={{domain}}\r\n"


class Debtors:
    """All of them, each with his own chance."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._chances = {
            name: Random(f"{world.case.seed}:debtor:{name}") for name in (*world.cast, "~")
        }
        self._again = {name: Random(f"{world.case.seed}:again:{name}") for name in world.cast}
        self._dead: set[str] = set()
        world.on_letter.append(self.read)
        world.on_plan.append(self.agreed)
        self._mean_to_pay()
        self._others_write()

    def read(self, letter: Arrived) -> None:
        """He opens what came for him and makes up his mind."""
        received = opened(letter.raw, letter.at)
        found = _REFERENCE.search(received.subject)
        owing = self._world.cast.get(found[1]) if found else None
        if owing is None:
            return
        chance, temper = self._chances[owing.dossier], owing.temper
        fails = chance.random() < BOUNCES
        if fails or received_by(received) in self._dead:
            what = chance.choice(("bounce", "full")) if fails else "bounce"
            self._soon(chance, 4, owing, what, received)
            return
        if temper.robot and (temper.robot == "robot" or chance.random() < 0.5):
            self._soon(chance, 4, owing, temper.robot, received)
        answers = temper.answers * (0.3 if received.is_answer else 1.0)
        if chance.random() < answers:
            what = chance.choices(tuple(REPLIES), tuple(REPLIES.values()))[0]
            self._soon(chance, chance.choice(WAITS), owing, what, received)
            self._once_more(owing, received)

    def _once_more(self, owing: Owing, letter: Received) -> None:
        again = self._again[owing.dossier]
        if again.random() < SECOND_WORDS:
            what = again.choices(tuple(REPLIES), tuple(REPLIES.values()))[0]
            self._soon(again, again.choice(WAITS), owing, what, letter)

    def agreed(self, plan: Agreed) -> None:
        """He pays the parts of his plan on their days, and stops where he does not keep it."""
        owing = self._world.cast[plan.dossier]
        chance = Random(f"{self._world.case.seed}:parts:{plan.dossier}:{plan.at}")
        for day, amount in plan.parts:
            if chance.random() > KEEPS_A_PLAN and chance.random() > owing.temper.keeps_word:
                return
            at = datetime.combine(day, time(9, chance.randint(0, 59)), PARIS)
            self._world.later(at, partial(self._pay_part, plan.dossier, amount))

    def _pay_part(self, dossier: str, amount: Decimal) -> None:
        books = self._world.books
        for bill in books.owed_by(dossier):
            part = min(amount, bill.left(self._world.clock.true))
            books.pay(bill.number, part)
            amount -= part
        books.export()

    def _soon(
        self, chance: Random, minutes: int, owing: Owing, what: str, letter: Received
    ) -> None:
        at = self._world.clock.true + timedelta(minutes=chance.randint(1, minutes))
        self._world.later(at, partial(self._say, owing, what, letter))

    def _say(self, owing: Owing, what: str, letter: Received) -> None:
        chance, world = self._chances[owing.dossier], self._world
        own = world.books.owed_by(owing.dossier)
        promised = business_day_from(self._today + timedelta(days=chance.randint(1, 18)))
        facts = {
            "jour": voices.in_words(promised),
            "facture": own[0].number if own else "F20260",
            "montant": in_euros(sum((one.left(world.clock.true) for one in own), _ZERO)),
            "reference": owing.dossier,
            "domaine": owing.usual.email.partition("@")[2],
        }
        failed = received_by(letter) if what in ("bounce", "full") else ""
        if what == "bounce":
            self._dead.add(failed)
        raw = self._written(owing, what, letter, facts, promised)
        ends = datetime.combine(promised, time(23, 59), PARIS)
        world.arrive(
            Said(
                at=world.clock.true,
                what=what,
                raw=raw,
                message_id=message_id_of(raw),
                debtor=str(owing.debtor.debtor_id),
                dossier=owing.dossier,
                until=ends if what == "promise" else None,
                address=owing.usual.email if what == "redirect" else failed,
                failed=letter.message_id.strip("<>") if failed else "",
            )
        )
        if what in ("promise", "paid", "scheduled") and chance.random() < owing.temper.keeps_word:
            on = promised if what == "promise" else self._today + timedelta(days=4)
            self._pay_on(owing, business_day_from(on), chance)

    def _written(
        self,
        owing: Owing,
        what: str,
        letter: Received,
        facts: Mapping[str, str],
        promised: date,
    ) -> bytes:
        chance, now = self._chances[owing.dossier], self._world.clock.true
        desk = Desk(chance, OURS)
        sender = f"{owing.usual.name} <{owing.usual.email}>"
        by_itself = _by_itself(desk, sender, owing, what, letter, now, promised)
        if by_itself is not None:
            return by_itself
        if what == "stranger":
            text = voices.spoken(chance, what, dict(facts))
            sender = "P. Renard <p.renard@ailleurs.example>"
            return desk.fresh(sender, f"Dossier {LURE}", f"{text}\n\n{LURE}", now)
        if what == "insolvency":
            text = voices.spoken(chance, what, dict(facts))
            who = "Maître Hélène Marchais <etude@marchais-mj.example>"
            return desk.fresh(who, f"Dossier {owing.dossier}", text, now)
        voice = "promise" if what == "forged" else what
        text = voices.spoken(chance, voice, dict(facts))
        signed = f"{owing.usual.name}\n{owing.debtor.name}"
        raw = desk.reply(sender, text, signed, letter, now, owing.temper.client)
        if what == "forged":
            return _FAILED.format(domain=facts["domaine"]).encode() + raw
        return raw

    def _mean_to_pay(self) -> None:
        """Whoever pays of himself does so around the due date of each invoice."""
        for owing in self._world.cast.values():
            chance = self._chances[owing.dossier]
            for offset in range(self._world.case.days):
                # A look at his heap of invoices, on a day of payment.
                if offset % 7 == chance.randint(0, 6):
                    at = self._world.at(offset, time(11, chance.randint(0, 59)))
                    self._world.later(at, partial(self._look, owing))

    def _look(self, owing: Owing) -> None:
        chance, now = self._chances[owing.dossier], self._world.clock.true
        for bill in self._world.books.owed_by(owing.dossier):
            late = timedelta(days=chance.randint(*owing.temper.late))
            if bill.due_at + late <= now and chance.random() > owing.temper.never:
                part = bill.left(now) / 2 if chance.random() < 0.1 else bill.left(now)
                self._world.books.pay(bill.number, part.quantize(_CENT))
        self._world.books.export()

    def _pay_on(self, owing: Owing, day: date, chance: Random) -> None:
        at = datetime.combine(day, time(10, chance.randint(0, 59)), PARIS)
        books = self._world.books

        def pay() -> None:
            for bill in books.owed_by(owing.dossier):
                books.pay(bill.number, bill.left(self._world.clock.true))
            books.export()

        self._world.later(at, pay)

    def _others_write(self) -> None:
        """Newsletters, and colleagues of ours who write to debtors by hand."""
        chance = self._chances["~"]
        for offset in range(self._world.case.days):
            if chance.random() < 0.05:
                at = self._world.at(offset, time(9, chance.randint(0, 59)))
                self._world.later(at, self._newsletter)
            if chance.random() < COLLEAGUES_A_DAY:
                owing = self._world.cast[chance.choice(sorted(self._world.cast))]
                hour = chance.choice(COLLEAGUES_HOURS)
                at = self._world.at(offset, time(hour, chance.randint(0, 59)))
                self._world.later(at, partial(self._by_hand, owing))

    def _newsletter(self) -> None:
        raw = Desk(self._chances["~"], OURS).newsletter(voices.NEWSLETTER, self._world.clock.true)
        said = Said(
            at=self._world.clock.true,
            what="newsletter",
            raw=raw,
            message_id=message_id_of(raw),
        )
        self._world.arrive(said)

    def _by_hand(self, owing: Owing) -> None:
        own = self._world.books.owed_by(owing.dossier)
        if own:
            facts = {"facture": own[0].number, "reference": owing.dossier}
            text = voices.COLLEAGUE.format(**facts)
            self._world.written_by_hand(owing, text, self._chances["~"])

    @property
    def _today(self) -> date:
        return self._world.clock.true.astimezone(PARIS).date()


def _by_itself(
    desk: Desk,
    sender: str,
    owing: Owing,
    what: str,
    letter: Received,
    now: datetime,
    promised: date,
) -> bytes | None:
    """What a machine of his writes, None when a person does."""
    match what:
        case "absence":
            text = voices.ABSENCE.format(jour=voices.in_words(promised))
            return desk.absence(sender, text, letter, now)
        case "robot":
            text = ROBOT.format(jour=voices.in_words(promised))
            return desk.absence(sender, text, letter, now)
        case "challenge":
            return desk.challenge(sender, voices.CHALLENGE, letter, now)
        case "receipt":
            return desk.receipt(sender, letter, now)
        case "bounce" | "full":
            return desk.bounce(received_by(letter), letter, now, full=what == "full")
    return None


def received_by(letter: Received) -> str:
    """The address that a letter of ours went to."""
    return first_address(letter.to).lower()


_ZERO = Decimal("0.00")
_CENT = Decimal("0.01")
