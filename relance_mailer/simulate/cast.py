"""Who owes what in a simulated world: debtors drawn from the seed, one chance for each of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from relance_mailer.dossier.values import (
    Contact,
    CreditorId,
    Debtor,
    DebtorId,
    DossierId,
    DossierKey,
)
from relance_mailer.words import Role, Segment

CREDITOR = CreditorId("imprimerie")
COMPANY = (Role.USUAL, Role.CHIEF_ACCOUNTANT, Role.CFO, Role.LEGAL_REPRESENTATIVE)
READERS = {
    Segment.ASSOCIATION: (Role.USUAL, Role.TREASURER, Role.PRESIDENT),
    Segment.PUBLIC: (Role.USUAL, Role.PUBLIC_ACCOUNTANT, Role.HEAD_OF_BODY),
    Segment.CONSUMER: (Role.USUAL,),
    Segment.SOLE_TRADER: (Role.USUAL,),
}
SEGMENTS = (
    Segment.SME,
    Segment.SME,
    Segment.CONSUMER,
    Segment.LARGE,
    Segment.SOLE_TRADER,
    Segment.ASSOCIATION,
    Segment.PUBLIC,
)
CLIENTS = ("outlook", "gmail", "iphone", "thunderbird")
NAMES = ("Anne Le Gall", "Marc Besson", "Inès Roche", "Paul Nguyen", "Rose Diallo", "Luc Perret")
BILLS_A_MONTH = 1.2


@dataclass(frozen=True, kw_only=True, slots=True)
class Temper:
    """How somebody behaves: what he does of himself and how often he answers."""

    late: tuple[int, int]  # days after the due date, at least and at most
    never: float  # how often he does not pay of himself
    answers: float
    keeps_word: float
    robot: str  # what his software answers by itself, empty: nothing
    client: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Owing:
    """A dossier with its debtor."""

    key: DossierKey
    debtor: Debtor
    contacts: tuple[Contact, ...]
    temper: Temper

    @property
    def dossier(self) -> str:
        """Its reference as people write it."""
        return str(self.key.dossier)

    @property
    def usual(self) -> Contact:
        """Who is written to first."""
        return self.contacts[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawn:
    """An invoice to come: the day on which the books show it, its due date, its amount."""

    on: date
    due_on: date
    amount: Decimal


def cast(seed: int, dossiers: int) -> tuple[Owing, ...]:
    """The dossiers of a world; now and then one debtor has two."""
    people: list[Owing] = []
    for number in range(dossiers):
        chance = Random(f"{seed}:cast:{number}")
        shares = people and chance.random() < 0.2
        people.append(_owing(number, chance, people[-1] if shares else None))
    return tuple(people)


def bills(seed: int, owing: Owing, first_day: date, days: int) -> list[Drawn]:
    """His invoices, those of the weeks before the first day included."""
    chance = Random(f"{seed}:bills:{owing.dossier}")
    drawn = []
    for offset in range(-50, days):
        first = offset == -40 + chance.randint(0, 30)
        if first or chance.random() < BILLS_A_MONTH / 30:
            issued = first_day + timedelta(days=offset)
            amount = Decimal(chance.choice((24, 180, 460, 1_250, 3_900, 8_400, 14_000)))
            cents = Decimal(chance.randint(0, 99)) / 100
            due_on = issued + timedelta(days=chance.choice((15, 30, 30, 45)))
            drawn.append(Drawn(on=max(issued, first_day), due_on=due_on, amount=amount + cents))
    return drawn


def _owing(number: int, chance: Random, same: Owing | None) -> Owing:
    key = DossierKey(creditor=CREDITOR, dossier=DossierId(f"SM-{1001 + number}"))
    if same is not None:
        return Owing(key=key, debtor=same.debtor, contacts=same.contacts, temper=same.temper)
    segment = chance.choice(SEGMENTS)
    name = f"Maison {chance.choice(('Aubry', 'Kern', 'Sow', 'Lenoir', 'Vidal'))} {number + 1}"
    debtor = Debtor(
        debtor_id=DebtorId(f"C{1001 + number}"), name=name, segment=segment, trader=True
    )
    roles = READERS.get(segment, COMPANY)
    known = [role for role in roles if role is Role.USUAL or chance.random() < 0.6]
    contacts = tuple(
        Contact(
            email=f"{role.value.replace('_', '.')}@maison-{number + 1}.example",
            role=role,
            name=chance.choice(NAMES),
        )
        for role in known
    )
    return Owing(key=key, debtor=debtor, contacts=contacts, temper=_temper(chance))


def _temper(chance: Random) -> Temper:
    return Temper(
        late=chance.choice(((-10, 2), (-5, 12), (3, 30), (15, 60))),
        never=chance.choice((0.1, 0.4, 0.8)),
        answers=chance.choice((0.15, 0.4, 0.7)),
        keeps_word=chance.choice((0.2, 0.6, 0.9)),
        robot=chance.choice(("", "", "", "absence", "receipt", "challenge", "robot")),
        client=chance.choice(CLIENTS),
    )
