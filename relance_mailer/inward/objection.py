"""The answer of our own account manager to the mail that told him of a hard level (S4).

Whatever a colleague writes back counts as an objection: a human reads it, and nothing leaves until
then. To take a "go on" for a yes would be a guess towards sending.
"""

from collections.abc import Iterable

from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.reference import is_notice
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey
from relance_mailer.inward.link import Candidate
from relance_mailer.reading import automata
from relance_mailer.reading.message import Incoming

WORDS_MAX = 300


def may_object(
    incoming: Incoming, candidates: tuple[Candidate, ...], own_domains: Iterable[str]
) -> DossierKey | None:
    """The dossier that a colleague's mail names by our own signed mark, None for any other mail."""
    if incoming.sender.domain not in {domain.lower() for domain in own_domains}:
        return None
    if is_notice(incoming.message_id) or automata.is_auto_by_headers(incoming):
        return None
    if automata.is_auto_by_words(incoming, automata.own_part(incoming.text)):
        return None
    named = [one.key for one in candidates if one.by_token]
    return named[0] if len(named) == 1 else None


def objection(incoming: Incoming, message: Digest, dossier: Dossier) -> tuple[e.DossierEvent, ...]:
    """What a colleague's answer to the notice writes; nothing when it answers no notice."""
    told = dossier.manager_told
    if told is None:
        return ()
    thread = {*incoming.in_reply_to, *incoming.references}
    if incoming.sender.address != told.to and told.message_id not in thread:
        return ()
    who = incoming.sender.name or incoming.sender.address
    words = " ".join(automata.own_part(incoming.text).split())[:WORDS_MAX] or "sans un mot"
    objected = e.ManagerObjected(
        by=who, because=f"par courriel : « {words} »", level=told.level, message=message
    )
    if dossier.phase not in (Phase.RUNNING, Phase.HELD):
        return (objected,)
    why = f"réponse du responsable du compte ({who}) : « {words} »"
    return (objected, e.ReviewAsked(because=why, reason="manager_objects", message=message))
