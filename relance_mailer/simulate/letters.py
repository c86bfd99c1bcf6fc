"""A letter as its reader has it: the header, the subject and the French text, nothing of ours."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from relance_mailer.people.mails import opened
from relance_mailer.simulate.servers import Arrived
from relance_mailer.workdays import PARIS

MONTHS = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:er)?[  ]({'|'.join(MONTHS)})[  ](\d{{4}})")
_OTHERWISE = re.compile(r"(?:À défaut|Sans règlement)[^.]*\.", re.DOTALL)
_NUMBER = re.compile(r"\bF\d{5}\b")
_MARK = re.compile(r"\[(SM-\d+)-")
_LEVEL = re.compile(rb"^X-Reminder-Level:[ ]*(\S+)", re.MULTILINE)
_ANSWERS = re.compile(rb"^In-Reply-To:\s*<([^>]+)>", re.MULTILINE)

RANK = {
    "pre_due": 0,
    "reminder_1": 1,
    "reminder_2": 2,
    "reminder_3": 3,
    "formal_notice": 4,
    "legal": 5,  # announced, and no letter of ours
}
ACTS = (
    # What the sentence of the consequence says, and which level does it.
    (re.compile(r"injonction de payer|référé-provision|commissaire de justice"), "legal"),
    (re.compile(r"mise en demeure"), "formal_notice"),
    (re.compile(r"comptable public"), "reminder_3"),
    (re.compile(r"courrier est adressé à la présidence"), "reminder_3"),
    (re.compile(r"courrier est adressé au représentant"), "formal_notice"),
    (re.compile(r"indemnité forfaitaire|pénalités"), "reminder_3"),
    (re.compile(r"reprends contact|reviens vers|vous recontacte"), "reminder_2"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What a letter says to whoever opens it."""

    at: datetime  # true time of its arrival
    told_at: datetime  # by our own clock, in Paris
    to: str
    message_id: str
    subject: str
    text: str
    dossier: str
    level: str  # empty: an answer, or a letter that a human ordered
    is_answer: bool
    answers: str  # the Message-ID that it answers
    numbers: tuple[str, ...]
    next_on: date | None
    does: str

    @property
    def on(self) -> date:
        """The day on which we believe to have sent it."""
        return self.told_at.date()

    @property
    def name(self) -> str:
        """How a breach names it."""
        return f"{self.told_at:%d/%m %H:%M} {self.dossier} {self.level or 'réponse'}"


def seen(letter: Arrived) -> Seen:
    """The letter, opened and read."""
    received = opened(letter.raw, letter.at)
    head = letter.raw.partition(b"\r\n\r\n")[0]
    level, answers = _LEVEL.search(head), _ANSWERS.search(head)
    text = " ".join(received.text.split())
    mark = _MARK.search(received.subject) or _MARK.search(text)
    consequence = _OTHERWISE.search(text)
    said = consequence[0] if consequence and level else ""
    return Seen(
        at=letter.at,
        told_at=letter.told_at.astimezone(PARIS),
        to=letter.recipients[0],
        message_id=received.message_id.strip("<>"),
        subject=received.subject,
        text=text,
        dossier=mark[1] if mark else "",
        level=level[1].decode() if level else "",
        is_answer=received.is_answer,
        answers=answers[1].decode() if answers else "",
        numbers=tuple(dict.fromkeys(_NUMBER.findall(text))),
        next_on=_first_day(said),
        does=next((does for words, does in ACTS if words.search(said)), ""),
    )


def _first_day(text: str) -> date | None:
    found = _DAY.search(text)
    return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found else None
