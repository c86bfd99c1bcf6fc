"""Robots that answer us, and do not say that they are robots: the exchange ends by itself."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import pytest

from flows.world import World, paris, row
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Answer
from relance_mailer.workdays import PARIS

BEGINS, WEEKS = date(2026, 10, 5), 8
ROBOTS = {
    "réclame la facture": "Bonjour, merci de nous adresser un duplicata de la facture FA-1.",
    "réglera sans date": "Bonjour, votre facture FA-1 sera réglée prochainement.",
    "promet chaque fois": "Bonjour, la facture FA-1 sera payée le {soon}.",
    "a déjà payé": "Bonjour, la facture FA-1 a été payée par virement.",
    "accuse réception": "Bonjour, votre demande a bien été reçue, nous la traitons.",
    "demande un délai": "Bonjour, pouvons-nous payer la facture FA-1 en trois fois ?",
    "change de ton": "{one_of_all}",
}


@dataclass
class Robot:
    """Answers each mail within the hour, with a new subject and a new name, as a program does."""

    world: World
    says: str
    answered: int = 0
    mails: int = 0

    def hears(self) -> None:
        """Everything that reached it since the last time gets its answer."""
        for _ in self.world.mailer.delivered[self.answered :]:
            self.answered += 1
            self.writes()

    def writes(self) -> None:
        """The same in other words, in answer to nothing in particular."""
        self.mails += 1
        today = self.world.clock.today()
        soon = f"{today + timedelta(days=6):%d/%m/%Y}"
        texts = [text for text in ROBOTS.values() if "{one_of_all}" not in text]
        text = self.says.format(soon=soon, one_of_all=texts[self.mails % 4])
        self.world.writes(
            f"{text.format(soon=soon)}\n\nRéf. interne {7_000 + self.mails}",
            subject=f"Votre courrier, suite {self.mails}",
        )


async def eight_weeks(world: World, robot: Robot, *, a_day: int = 3) -> None:
    """The daemon's passes, several times a working day."""
    day = BEGINS
    while day < BEGINS + timedelta(weeks=WEEKS):
        for hour in range(a_day):
            world.clock.at = datetime.combine(day, time(9 + 3 * hour), PARIS)
            await world.works()
            robot.hears()
        day += timedelta(days=1)


@pytest.fixture
async def world() -> World:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(document="fa-1.pdf")]
    world.papers.documents["fa-1.pdf"] = b"%PDF-1.4 facture"
    return world


async def answers(world: World) -> int:
    """Automatic answers that reached the robot."""
    dossier = await world.dossier()
    by_us = {answer.value for answer in Answer}
    gone = (letter for letter in dossier.letters if letter.sent_on is not None)
    return sum(letter.template in by_us for letter in gone)


@pytest.mark.parametrize("name", ROBOTS)
async def test_an_exchange_with_a_robot_ends(world: World, name: str) -> None:
    robot = Robot(world, ROBOTS[name])
    await eight_weeks(world, robot)
    assert await answers(world) <= world.creditor.holds.answers_max
    levels = [one for one in (await world.dossier()).letters if one.level is not None]
    # What is not an answer keeps to the timeline: a contact a week at the most.
    assert len(levels) <= WEEKS
    assert (await world.dossier()).phase in (Phase.REVIEW, Phase.LEGAL, Phase.HELD)


async def test_who_asks_the_same_a_third_time_is_a_humans(world: World) -> None:
    """A letter lost twice is a matter for the telephone; a robot is one for nobody."""
    robot = Robot(world, ROBOTS["réclame la facture"])
    await eight_weeks(world, robot)
    assert await answers(world) == 2
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert [one.reason for one in dossier.review_reasons] == ["answers_exhausted"]
    told = [one.because for one in await world.events() if isinstance(one, e.ReviewAsked)]
    assert "même réponse déjà donnée 2 fois en 30 jours" in told[0]


async def test_five_hundred_mails_of_a_day_get_one_answer_and_one_review(world: World) -> None:
    await world.works()
    for number in range(500):
        world.writes(
            "Bonjour, merci de nous adresser un duplicata de la facture FA-1.",
            subject=f"Votre courrier, suite {number}",
            at=world.clock.at + timedelta(seconds=number),
        )
    world.goes_to("2026-10-05T11:00")
    await world.works()
    await world.works()
    assert await answers(world) <= 1
    kinds = await world.kinds()
    assert kinds.count("MessageRead") == 500
    assert kinds.count("AnswerOwed") == 2
    assert kinds.count("ReviewAsked") == 1
    assert (await world.dossier()).phase is Phase.REVIEW
