"""A message judged beside the journal: what `understand` says, touching nothing."""

from dataclasses import dataclass

from relance_mailer.dossier.values import (
    DossierId,
    DossierKey,
)
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.read_mail.gather import clues_of, read_and_link
from relance_mailer.inward.arrival import owed_on
from relance_mailer.inward.authentication import TOPMOST, Authentication, authentication
from relance_mailer.inward.dated import rightly_dated
from relance_mailer.inward.link import Candidate, Link, Linked
from relance_mailer.inward.outcome import outcome_of
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.reading.parse import parse
from relance_mailer.reading.understand import may_name_by_sum, with_sums
from relance_mailer.words import Kind, Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """A message judged beside the journal: what it says, what would follow, and why."""

    incoming: Incoming
    reading: Reading
    link: Link
    authentication: Authentication
    outcome: Outcome
    because: str
    dossier: DossierKey | None
    evidence: tuple[str, ...]


async def judge_raw(
    house: House | None, creditor: Creditor, raw: bytes, *, trusts_topmost: bool = True
) -> Verdict:
    """What a message would lead to, touching nothing.

    Without a house no ledger is known: the sender is taken for a known debtor. The topmost
    `Authentication-Results` is trusted, as the contract says of a corpus (§6), unless the message
    came to us: then the creditor's settings say which server is believed.
    """
    incoming = parse(raw)
    if house is not None:
        incoming = rightly_dated(incoming, today=house.clock.today())
    found: tuple[Candidate, ...] = ()
    if house is not None:
        found = await house.lookup.candidates(creditor.id, clues_of(incoming, creditor))
    understood = read_and_link(incoming, found, creditor)
    reading, linked = understood.reading, understood.link
    if house is not None and isinstance(linked, Linked) and may_name_by_sum(reading):
        dossier = (await house.journal.read([linked.key.page]))[linked.key.page].dossier
        reading = with_sums(reading, owed_on(dossier)) if dossier is not None else reading
    supposed: Link = linked
    if house is None and reading.kind is not Kind.UNRELATED:
        nobody = DossierKey(creditor=creditor.id, dossier=DossierId(""))
        supposed = Linked(key=nobody, evidence=())
    if trusts_topmost or creditor.unnamed_authserv_is_trusted:
        passed = authentication(incoming, trusted=TOPMOST)
    else:
        passed = authentication(incoming, trusted=creditor.trusted_authserv_ids)
    outcome, because = outcome_of(reading, supposed, passed)
    return Verdict(
        incoming=understood.incoming,
        link=supposed,
        authentication=passed,
        reading=reading,
        outcome=outcome,
        because=because,
        dossier=linked.key if isinstance(linked, Linked) else None,
        evidence=linked.evidence if isinstance(linked, Linked) else (linked.why,),
    )
