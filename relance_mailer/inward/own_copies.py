"""Our own addresses among the recipients that a bounce names: their failure is no debtor's fault.

Each letter takes a copy to our journal address; when that box is full or gone, its server reports
on the debtor's letter, which arrived.
"""

from collections.abc import Iterable
from dataclasses import replace

from relance_mailer.dossier.values import own_domain
from relance_mailer.inward.clues import bounced
from relance_mailer.inward.link import Candidate, Nobody
from relance_mailer.reading.message import Incoming, Reading
from relance_mailer.words import Kind


def failed_addresses(incoming: Incoming, reading: Reading) -> tuple[str, ...]:
    """Every recipient that a bounce names, lower-cased, ours included."""
    told = reading.bounced_recipients or bounced(incoming)
    return tuple(dict.fromkeys(address.lower() for address in told))


def own_among(
    addresses: Iterable[str],
    candidates: Iterable[Candidate],
    *,
    own_addresses: frozenset[str],
    own_domains: Iterable[str],
) -> frozenset[str]:
    """Those that are ours: our addresses, and what no letter went to on our own domains.

    The journal address may forward to another box of the house, which is the one that is named.
    """
    known = {address for candidate in candidates for address in candidate.known_addresses}
    domains = {domain.lower() for domain in own_domains}
    return frozenset(
        address
        for address in addresses
        if address in own_addresses or (own_domain(address) in domains and address not in known)
    )


def about_others(incoming: Incoming, own: frozenset[str]) -> Incoming:
    """The report without our own addresses, when it names others beside them."""
    others = tuple(report for report in incoming.reports if report.recipient not in own)
    return replace(incoming, reports=others) if others else incoming


def refused_copy(incoming: Incoming, reading: Reading, own: frozenset[str]) -> Nobody | None:
    """Whose a bounce is that names our own addresses and nobody else: nobody's. None for others."""
    failed = failed_addresses(incoming, reading)
    if reading.kind is not Kind.BOUNCE or not failed or not set(failed) <= own:
        return None
    return Nobody(why=f"ne concerne que notre propre adresse {', '.join(failed)}", own=failed)
