"""Which rule is not applied for want of a datum, and which datum it is.

Nothing is guessed: an unknown payment run, habit or day of receipt leaves the segment's ordinary
timeline, and the dossier says what a ledger would have to tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from relance_mailer.dossier.state import Dossier
from relance_mailer.law.limitation import limitations
from relance_mailer.law.routes import court_of
from relance_mailer.outward.habits import Payer, habit_of
from relance_mailer.outward.levels import Timeline
from relance_mailer.outward.listing import ZERO
from relance_mailer.outward.tasks import ONE_PERSON, SOUGHT
from relance_mailer.words import Segment


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """A datum that the ledger does not give: its name, and in French what is not done without."""

    datum: str
    because: str


def missing_data(dossier: Dossier, timeline: Timeline, today: date) -> tuple[Missing, ...]:
    """What is not known of a dossier that owes; nothing of one that is settled."""
    if dossier.debtor is None or dossier.owed <= ZERO:
        return ()
    return (
        *_of_habits(dossier, timeline),
        *_of_debtor(dossier),
        *_of_readers(dossier, timeline),
        *_of_invoices(dossier),
        *_of_limitation(dossier, today),
    )


def _of_habits(dossier: Dossier, timeline: Timeline) -> Iterator[Missing]:
    adapts = timeline.habitual_late is not None or timeline.good_payer_days > 0
    habit = habit_of(dossier, timeline.habits)
    if adapts and habit.payer is Payer.UNKNOWN:
        yield Missing(
            datum="payment_history",
            because=f"{habit.known} facture(s) réglée(s) à date connue sur "
            f"{timeline.habits.looked_at} : ni retard habituel ni bon payeur n'est retenu",
        )


def _of_debtor(dossier: Dossier) -> Iterator[Missing]:
    debtor = dossier.debtor
    assert debtor is not None, dossier.key
    if debtor.segment is Segment.LARGE and not debtor.payment_run_days:
        because = "campagnes de règlement inconnues : la date limite n'en tient pas compte (R31)"
        yield Missing(datum="payment_run_days", because=because)
    if debtor.segment is Segment.ASSOCIATION and debtor.economic is None:
        because = "activité économique inconnue : ni pénalités ni indemnité de 40 €"
        yield Missing(datum="economic", because=because)
    if debtor.segment is Segment.PUBLIC and not debtor.sector:
        because = "secteur inconnu : délai de 30 jours, non 50 (hôpital) ou 60 (entreprise)"
        yield Missing(datum="sector", because=because)
    if not debtor.postcode:
        because = "code postal inconnu : jours fériés nationaux, sans ceux d'Alsace-Moselle"
        yield Missing(datum="postcode", because=because)
    if "trader" in court_of(debtor).missing:
        because = "qualité de commerçant inconnue : le tribunal n'est pas nommé"
        yield Missing(datum="trader", because=because)


def _of_readers(dossier: Dossier, timeline: Timeline) -> Iterator[Missing]:
    assert dossier.debtor is not None, dossier.key
    if dossier.debtor.segment in ONE_PERSON:
        return
    known = {contact.role for contact in dossier.contacts}
    asked = dict.fromkeys(level.recipient for level in timeline.levels)
    for role in asked:
        if role in SOUGHT and role not in known:
            because = f"{SOUGHT[role]} n'est pas connu : le destinataire de rang inférieur reçoit"
            yield Missing(datum=f"contact:{role}", because=because)


def _of_invoices(dossier: Dossier) -> Iterator[Missing]:
    assert dossier.debtor is not None, dossier.key
    if dossier.debtor.segment is not Segment.PUBLIC:
        return
    for invoice in dossier.open_invoices:
        if invoice.received_on is None:
            because = "jour de réception inconnu : l'échéance du grand livre tient lieu de départ"
            yield Missing(datum=f"received_on:{invoice.number}", because=because)


def _of_limitation(dossier: Dossier, today: date) -> Iterator[Missing]:
    near = [one for one, found in limitations(dossier) if found.assumed_sector and found.on < today]
    if near:
        because = (
            "secteur inconnu : s'il s'agit de transport, la prescription d'un an est acquise "
            f"(facture {near[0].number}, C. com. L133-6)"
        )
        yield Missing(datum="sector", because=because)
