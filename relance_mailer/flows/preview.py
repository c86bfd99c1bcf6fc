"""What would leave in the coming days, when, to whom, and what would keep it back; touches nothing.

The pure forecast steps every dossier forward as if nothing happened; today's letters are also held
against the gate as it stands now.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import mark_of, message_id_for, sign
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.sight import Eyes, open_eyes, sight_on
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.outward.answering import NoLetter
from relance_mailer.outward.compose import Letter, compose
from relance_mailer.outward.forecast import Foreseen, forecast
from relance_mailer.outward.gate import Refusal, refusals
from relance_mailer.outward.timeline import LetterStep

BATCH = 200
AWAKE = (Phase.RUNNING, Phase.HELD, Phase.REVIEW)


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """A letter that would leave; on today's, the refusals of the gate as it stands."""

    on: date
    key: DossierKey
    debtor: str
    step: str
    to: tuple[str, ...]
    amount: Decimal
    deadline: date | None
    announces: str
    refusals: tuple[Refusal, ...] = ()


async def preview(house: House, creditor: Creditor, *, days: int) -> list[Coming]:
    """The letters of the coming days, by day, the largest amounts first in each."""
    today = house.clock.today()
    until = today + timedelta(days=days)
    keys = [row.key for row in await house.lookup.index(creditor.id, AWAKE)]
    eyes = await open_eyes(house, creditor)
    coming: list[Coming] = []
    for start in range(0, len(keys), BATCH):
        opened = await house.journal.read([key.page for key in keys[start : start + BATCH]])
        for one in opened.values():
            if one.dossier is not None and one.dossier.debtor is not None:
                coming += await _of(house, creditor, eyes, one.dossier, until)
    return sorted(coming, key=lambda row: (row.on, -row.amount, row.key))


async def _of(
    house: House, creditor: Creditor, eyes: Eyes, dossier: Dossier, until: date
) -> list[Coming]:
    timeline = creditor.timeline(dossier)
    found = []
    for foreseen in forecast(dossier, timeline, eyes.sight.today, until):
        step = foreseen.step
        if not isinstance(step, LetterStep):
            continue
        refused: tuple[Refusal, ...] = ()
        if foreseen.on == eyes.sight.today:
            sight = await sight_on(house, creditor, eyes, dossier)
            spoken = dossier.debtor.language if dossier.debtor else ""
            refused = refusals(
                step,
                foreseen.dossier,
                sight,
                timeline=timeline,
                language=creditor.language_fallback.get(spoken, spoken),
            )
        found.append(_coming(house, creditor, foreseen, step, refused))
    return found


def _coming(
    house: House,
    creditor: Creditor,
    foreseen: Foreseen,
    step: LetterStep,
    refused: tuple[Refusal, ...],
) -> Coming:
    dossier = foreseen.dossier
    assert dossier.debtor is not None
    token = sign(creditor.token_key, dossier.key, step.key)
    try:
        letter = _letter(house, creditor, foreseen, step, token)
    except UnknownSemester as error:
        missing = Refusal(check="unknown_semester", because=str(error), time_mends=True)
        return _row(foreseen, step, (*refused, missing))
    if not isinstance(letter, Letter):
        why = Refusal(check=letter.reason, because=letter.because, time_mends=False)
        return _row(foreseen, step, (*refused, why))
    return _row(foreseen, step, refused, letter)


def _letter(
    house: House, creditor: Creditor, foreseen: Foreseen, step: LetterStep, token: str
) -> Letter | NoLetter:
    dossier = foreseen.dossier
    return compose(
        step,
        dossier,
        timeline=creditor.timeline(dossier),
        today=foreseen.on,
        senders=creditor.senders,
        token=token,
        mark=mark_of(dossier.key, token),
        message_id=message_id_for(token, step.key, creditor.mailbox.rpartition("@")[2]),
        language_fallback=creditor.language_fallback,
        documents=house.renderer.documents(),
    )


def _row(
    foreseen: Foreseen,
    step: LetterStep,
    refused: tuple[Refusal, ...],
    letter: Letter | None = None,
) -> Coming:
    dossier = foreseen.dossier
    assert dossier.debtor is not None
    return Coming(
        on=foreseen.on,
        key=dossier.key,
        debtor=dossier.debtor.name,
        step=step.level.name if step.level else step.key.template,
        to=tuple(contact.email for contact in letter.to) if letter else (),
        amount=letter.total if letter else dossier.owed,
        deadline=letter.deadline_on if letter else None,
        announces=letter.announces.value if letter and letter.announces else "",
        refusals=refused,
    )
