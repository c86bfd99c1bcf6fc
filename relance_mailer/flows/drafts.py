"""A letter as it will look, before anybody sends it: foreseen, waiting for a yes, or to be ordered.

What is shown is composed, rendered and linted as what leaves; nothing is written.
"""

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from relance_mailer.desk import french
from relance_mailer.desk.decisions import Approve, Verdict
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.verdict import decide
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import apply
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey, StepKey
from relance_mailer.flows.enclosing import proofread
from relance_mailer.flows.facts_of import facts_of
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.sight import Eyes, open_eyes
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.outward.approving import Said, said_now
from relance_mailer.outward.asked import Asked
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.consent import a_human_approved_it
from relance_mailer.outward.forecast import Foreseen, forecast
from relance_mailer.outward.listing import PRE_DUE
from relance_mailer.outward.timeline import LetterStep, due
from relance_mailer.outward.transfer import picture_id
from relance_mailer.ports import Permanent

LOOKED_AT_MAX = 5_000
BATCH = 200
AHEAD_DAYS = 120
"""How far the next letter of a dossier is looked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What a letter says of money: each None where it says nothing of it."""

    demanded: Decimal | None = None  # the one sum of a level: principal, interest and fees
    interest: Decimal | None = None
    fees: Decimal | None = None
    promised: Decimal | None = None
    received: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A letter as it will look; `waits_because` says which yes it needs, `faults` what the lint

    finds in it. `said` is what a yes to it says yes to.
    """

    key: DossierKey
    debtor: str
    step: StepKey
    name: str
    on: date
    to: tuple[str, ...]
    language: str
    subject: str
    text: str
    html: str
    amount: Decimal  # what is left of its invoices
    figures: Figures
    said: Said
    waits_because: str = ""
    faults: tuple[str, ...] = ()


async def next_letter(
    house: House, creditor: Creditor, key: DossierKey, wanted: str = ""
) -> Shown | Impossible:
    """The next letter of a dossier (or the next of that name) if nothing happens."""
    dossier = (await house.journal.read([key.page]))[key.page].dossier
    if dossier is None:
        return Impossible(because=f"le dossier {key.dossier} n'existe pas")
    today = house.clock.today()
    eyes = await open_eyes(house, creditor)
    until = today + timedelta(days=AHEAD_DAYS)
    for foreseen in forecast(dossier, creditor.timeline(dossier), today, until):
        step = foreseen.step
        if isinstance(step, LetterStep) and wanted in ("", _name(step)):
            return shown(house, creditor, eyes, foreseen, step)
    told = f"« {wanted} »" if wanted else "lettre"
    return Impossible(because=f"aucune {told} n'est prévue sur ce dossier")


@dataclass(frozen=True, kw_only=True, slots=True)
class AwaitsYes:
    """A letter that is due today and waits for a human's yes, and why."""

    dossier: Dossier
    step: LetterStep
    because: str


async def waiting_for_yes(house: House, creditor: Creditor) -> list[AwaitsYes]:
    """The letters that are due and that nobody has approved as they stand."""
    if creditor.approval is None:
        return []
    today = house.clock.today()
    eyes = await open_eyes(house, creditor)
    found = []
    keys = await house.lookup.due(creditor.id, today, limit=LOOKED_AT_MAX)
    for start in range(0, len(keys), BATCH):
        opened = await house.journal.read([key.page for key in keys[start : start + BATCH]])
        for dossier in (one.dossier for one in opened.values()):
            if dossier is None:
                continue
            step = due(dossier, creditor.timeline(dossier), today=today)
            if not isinstance(step, LetterStep):
                continue
            one = Foreseen(on=today, step=step, dossier=dossier)
            if because := why_it_waits(creditor, eyes, one, step):
                found.append(AwaitsYes(dossier=dossier, step=step, because=because))
    return found


async def draft_of(
    house: House, creditor: Creditor, key: DossierKey, verdict: Verdict
) -> Shown | Impossible:
    """The letter that this decision would make leave, as it stands today; nothing is decided."""
    dossier = (await house.journal.read([key.page]))[key.page].dossier
    if dossier is None or dossier.debtor is None:
        return Impossible(because=f"le dossier {key.dossier} n'existe pas")
    today = house.clock.today()
    names = creditor.level_names(dossier)
    events = decide(verdict, dossier, today=today, levels=names)
    if isinstance(events, Impossible):
        return events
    after = _after(dossier, events, house)
    # What waits in the outbox or was ordered before leaves first; the draft is of this decision.
    alone = replace(
        after,
        letters=tuple(one for one in after.letters if one not in after.on_its_way),
        ordered=tuple(one for one in after.ordered if one not in dossier.ordered),
    )
    step = due(alone, creditor.timeline(alone), today=today)
    if not isinstance(step, LetterStep) or step.ordered is None:
        return Impossible(because="cette décision ne fait partir aucune lettre")
    eyes = await open_eyes(house, creditor)
    return shown(house, creditor, eyes, Foreseen(on=today, step=step, dossier=alone), step)


def shown(
    house: House, creditor: Creditor, eyes: Eyes, foreseen: Foreseen, step: LetterStep
) -> Shown | Impossible:
    """A foreseen letter, composed and rendered for its day."""
    dossier = foreseen.dossier
    try:
        letter = facts_of(house, creditor, dossier, step, foreseen.on)
        if not isinstance(letter, Letter):
            return Impossible(because=letter.because)
        papers = () if step.ordered else dossier.notices
        proof = proofread(house, letter, dossier, papers=papers)
    except (UnknownSemester, Permanent) as error:
        return Impossible(because=str(error))
    return Shown(
        key=dossier.key,
        debtor=letter.debtor.name,
        step=step.key,
        name=_name(step),
        on=foreseen.on,
        to=tuple(contact.email for contact in letter.to),
        language=letter.language,
        subject=proof.rendered.subject,
        text=proof.rendered.text,
        html=_with_picture(proof.rendered.html, letter, proof.enclosed.transfer_code),
        amount=letter.total,
        figures=_figures(letter),
        said=said_now(step, dossier, foreseen.on),
        waits_because=why_it_waits(creditor, eyes, foreseen, step),
        faults=tuple(f"{fault.id} : {fault.because}" for fault in proof.faults),
    )


def _figures(letter: Letter) -> Figures:
    asks = letter.is_level and letter.template != PRE_DUE
    return Figures(
        demanded=letter.demanded if asks else None,
        interest=letter.interest if asks else None,
        fees=letter.fees if asks else None,
        promised=letter.promised_amount,
        received=letter.received or None,
    )


def told_of_money(letter: Shown) -> str:
    """What the letter asks for and what of it is principal; of an answer, what it is about."""
    figures = letter.figures
    left = f"reste dû {french.amount(letter.amount)}"
    if figures.demanded is not None:
        parts = [left]
        parts += [f"intérêts {french.amount(figures.interest)}"] if figures.interest else []
        parts += [f"indemnités {french.amount(figures.fees)}"] if figures.fees else []
        return f"Demande {french.amount(figures.demanded)} : {', '.join(parts)}"
    if figures.promised is not None:
        return f"Engagement de {french.amount(figures.promised)} ; {left}"
    if figures.received is not None:
        return f"Reçu {french.amount(figures.received)} ; {left}"
    return left.capitalize()


def _with_picture(html: str, letter: Letter, picture: bytes) -> str:
    """The page with its picture inside: no mail program is there to find it beside."""
    inside = f"data:image/png;base64,{b64encode(picture).decode()}"
    return html.replace(f"cid:{picture_id(letter)}", inside)


def why_it_waits(creditor: Creditor, eyes: Eyes, foreseen: Foreseen, step: LetterStep) -> str:
    """Which yes a foreseen letter needs before its day; empty: none."""
    asked = Asked(
        step=step,
        dossier=foreseen.dossier,
        sight=replace(eyes.sight, today=foreseen.on),
        timeline=creditor.timeline(foreseen.dossier),
    )
    no = a_human_approved_it(asked)
    return no.because if no else ""


def yes_to(letter: Shown, by: str, because: str) -> Approve:
    """A human's yes to the letter as it was shown to him."""
    said = letter.said
    return Approve(
        by=by,
        because=because,
        step=letter.step,
        amount=said.amount,
        invoices=said.invoices,
    )


def _name(step: LetterStep) -> str:
    return step.level.name if step.level else step.key.template


def _after(dossier: Dossier, events: tuple[e.DossierEvent, ...], house: House) -> Dossier:
    for event in events:
        entry = e.Entry(
            page=dossier.key.page,
            seq=dossier.version + 1,
            at=house.clock.now(),
            kind=type(event).__name__,
            event=event,
        )
        dossier = apply(dossier, entry)
    return dossier
