"""Which messages of a pass have to wait for one before them: whose they are, only it makes known.

A mail from the Sent folder that did not leave from here names its dossier for what answers it; a
reminder of another program (X-Dossier) makes known whom it went to as well, for his own mails and
for the return that names him. Messages are tied by a scan of their bytes, before anything is read:
what is tied too often costs a batch more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relance_mailer.dossier.reference import token_in
from relance_mailer.dossier.values import Digest, own_domain
from relance_mailer.inward.glance import Boxes, addresses_named, boxes
from relance_mailer.ports import Inbox, Kept

Words = frozenset[str]
"""Message-IDs, addresses and own domains (with their @)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ties:
    """By what each message of a pass may be known, and what it makes known once it is committed."""

    asked: Mapping[Digest, Words]
    told: Mapping[Digest, Words]

    def wait(self, later: Iterable[Kept], earlier: Iterable[Kept]) -> bool:
        """Whether one of these is known by what one of those makes known."""
        told = frozenset[str]().union(*(self.told.get(one.digest, ()) for one in earlier))
        return any(not told.isdisjoint(self.asked.get(one.digest, ())) for one in later)


async def ties_of(inbox: Inbox, taken: Sequence[Kept]) -> Ties:
    """The ties between these messages; nothing is loaded where nobody wrote beside us."""
    if not any(_from_elsewhere(one) for one in taken):
        return Ties(asked={}, told={})
    raws = await inbox.raw([one.digest for one in taken])
    found = [(one, boxes(raws[one.digest])) for one in taken]
    return Ties(
        asked={one.digest: _asked(one, seen, raws[one.digest]) for one, seen in found},
        told={one.digest: _told(one, seen) for one, seen in found if _from_elsewhere(one)},
    )


def _from_elsewhere(one: Kept) -> bool:
    """Whether a sent mail did not leave from here: our own letters are known anyway."""
    return one.sent_folder and not token_in(one.glance.message_id)


def _asked(one: Kept, seen: Boxes, raw: bytes) -> Words:
    if one.sent_folder:
        return frozenset(one.glance.names) | seen.to
    # A return is from a server: whom it is about stands in its body, often nowhere else.
    addresses = {one.glance.sender, *seen.reply_to, *addresses_named(raw)}
    return frozenset(one.glance.names) | _with_domains(addresses)


def _told(one: Kept, seen: Boxes) -> Words:
    went_to = _with_domains(seen.to) if seen.names_dossier else frozenset()
    return frozenset({one.glance.message_id}) | went_to


def _with_domains(addresses: Iterable[str]) -> Words:
    kept = frozenset(filter(None, addresses))
    return kept | {f"@{domain}" for domain in map(own_domain, kept) if domain}
