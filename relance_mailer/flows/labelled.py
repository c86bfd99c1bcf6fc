"""What humans corrected, as labelled cases: a corpus in the contract's own format (§6).

Whoever trains or measures a reader learns from them; nothing is anonymised here, for the message
itself is part of the case.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.dossier.values import Digest
from relance_mailer.flows.house import Creditor, House
from relance_mailer.words import Outcome

BATCH = 200
UNTRUSTED = frozenset({"stranger", "authentication_failed"})
"""Reasons for a review that no reading of the words could have changed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A message with what a human says that it said; the fields of the contract §3."""

    file: str
    raw: bytes
    dossier: str
    fact: e.ReadingCorrected
    outcome: Outcome
    reply_text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A dossier with its corrected messages and the letters that went out: the evidence."""

    dossier: Dossier
    cases: tuple[Case, ...]
    sent: tuple[tuple[str, bytes], ...]  # file name and the message with its X-Dossier header


async def labelled(house: House, creditor: Creditor) -> AsyncIterator[Labelled]:
    """The dossiers on which a reading was corrected or confirmed, one after another."""
    keys = [row.key for row in await house.lookup.index(creditor.id)]
    for start in range(0, len(keys), BATCH):
        opened = await house.journal.read([key.page for key in keys[start : start + BATCH]])
        for one in opened.values():
            if one.dossier is not None and one.dossier.corrected:
                yield await _of_dossier(house, one.dossier)


async def _of_dossier(house: House, dossier: Dossier) -> Labelled:
    events = [entry.event for entry in await house.journal.entries(dossier.key.page)]
    raws = await house.inbox.raw(dossier.corrected)
    return Labelled(
        dossier=dossier,
        cases=tuple(
            _case(dossier, digest, raws[digest], events)
            for digest in dossier.corrected
            if digest in raws
        ),
        sent=tuple([one async for one in _sent(house, dossier)]),
    )


def _case(dossier: Dossier, digest: Digest, raw: bytes, events: Sequence[e.Event | None]) -> Case:
    """The last word of a human on that message counts."""
    facts = [one for one in events if isinstance(one, e.ReadingCorrected)]
    fact = next(one for one in reversed(facts) if one.message == digest)
    reads = [one for one in events if isinstance(one, e.MessageRead) and one.message == digest]
    untrusted = any(
        isinstance(one, e.ReviewAsked) and one.message == digest and one.reason in UNTRUSTED
        for one in events
    )
    return Case(
        file=f"{digest[:16]}.eml",
        raw=raw,
        dossier=dossier.key.dossier,
        fact=fact,
        outcome=Outcome.REVIEW if untrusted else fact.outcome,
        reply_text=reads[-1].reply_text if reads else "",
    )


async def _sent(house: House, dossier: Dossier) -> AsyncIterator[tuple[str, bytes]]:
    for letter in dossier.letters:
        if letter.state in COUNTS_AS_SENT and letter.mime is not None:
            mime = await house.outbox.mime(letter.mime)
            header = f"X-Dossier: {dossier.key.dossier}\r\n".encode()
            yield f"{letter.mime[:16]}.eml", header + mime
