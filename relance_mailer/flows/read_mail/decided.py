"""What a gathered message writes: on its dossier, on the debtor's others, on the mailbox's page."""

from collections.abc import Sequence
from dataclasses import dataclass

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, LetterState
from relance_mailer.dossier.values import (
    Digest,
    DossierKey,
    PageId,
)
from relance_mailer.flows.house import Creditor
from relance_mailer.flows.read_mail.gather import Item
from relance_mailer.flows.record import Draft
from relance_mailer.inward.arrival import Arrival, named_by_sums
from relance_mailer.inward.decide import (
    decide,
    decide_for_candidate,
    decide_for_mailbox,
    decide_for_sibling,
    waits_for_nobody,
)
from relance_mailer.inward.link import Contested, Linked
from relance_mailer.inward.objection import objection
from relance_mailer.inward.sent import (
    SentMail,
    colleagues,
)
from relance_mailer.ports import (
    Fate,
    MoveLetter,
    OutboxState,
    SettleMessage,
    TakeContact,
)
from relance_mailer.words import Kind, Outcome
from relance_mailer.workdays import PARIS

GONE = frozenset({LetterState.LEAVING, LetterState.SENT, LetterState.UNSURE})


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What became of one message."""

    message: Digest
    outcome: Outcome | None  # None for a sent mail and for one that was set aside
    dossier: DossierKey | None
    because: str


def decide_item(draft: Draft, creditor: Creditor, item: Item) -> Told:
    if item.ours:
        return _own_copy(draft, creditor, item)
    if item.sent is not None:
        return _colleague(draft, creditor, item, item.sent)
    assert item.arrival is not None, item.kept.digest
    if item.objects_to is not None and (told := _objected(draft, item, item.arrival)):
        return told
    match item.arrival.link:
        case Linked() as linked:
            return _linked(draft, creditor, item, item.arrival, linked)
        case Contested() as contested:
            return _contested(draft, creditor, item, item.arrival, contested)
        case _:
            return _on_mailbox_page(draft, creditor, item, item.arrival, ())


def _objected(draft: Draft, item: Item, arrival: Arrival) -> Told | None:
    """A colleague's answer to what he was told of (S4); None when it is no such answer."""
    key = item.objects_to
    dossier = draft.dossier(key) if key else None
    if key is None or dossier is None:
        return None
    events = objection(arrival.incoming, arrival.message, dossier)
    if not events:
        return None
    draft.write(key.page, events)
    draft.effect(_settled(item, Fate.READ, [key.page]))
    return Told(
        message=item.kept.digest,
        outcome=Outcome.REVIEW,
        dossier=key,
        because=events[-1].because,
    )


def _linked(draft: Draft, creditor: Creditor, item: Item, arrival: Arrival, linked: Linked) -> Told:
    dossier = draft.dossier(linked.key)
    assert dossier is not None, linked.key
    decision = decide(named_by_sums(arrival, dossier), dossier, creditor.holds)
    draft.write(linked.key.page, decision.events)
    draft.effect(*came_back(dossier, draft.dossier(linked.key)))
    pages = [linked.key.page, *decide_siblings(draft, arrival, item.siblings)]
    draft.effect(_settled(item, Fate.READ, pages))
    return Told(
        message=item.kept.digest,
        outcome=decision.outcome,
        dossier=linked.key,
        because=decision.because,
    )


def decide_siblings(
    draft: Draft, arrival: Arrival, siblings: Sequence[DossierKey]
) -> tuple[PageId, ...]:
    """Write what the message says of the debtor himself on his other dossiers; their pages."""
    pages = []
    for key in siblings:
        sibling = draft.dossier(key)
        events = decide_for_sibling(arrival, sibling) if sibling else ()
        draft.write(key.page, events)
        if events:
            pages.append(key.page)
    return tuple(pages)


def came_back(before: Dossier, after: Dossier | None) -> tuple[MoveLetter, ...]:
    """Letters that came back undelivered: their step may be tried again, their day is free."""
    if after is None:
        return ()
    gone = {letter.step for letter in before.letters if letter.state in GONE and letter.mime}
    return tuple(
        MoveLetter(
            key=after.key,
            step=letter.step,
            expected=frozenset({OutboxState.LEAVING, OutboxState.SENT, OutboxState.UNSURE}),
            to=OutboxState.BOUNCED,
            give_back_contact=True,
        )
        for letter in after.letters
        if letter.state is LetterState.BOUNCED
        and letter.step in gone
        and not (letter.imported or letter.colleague)
    )


def _contested(
    draft: Draft, creditor: Creditor, item: Item, arrival: Arrival, contested: Contested
) -> Told:
    pages = []
    for key in contested.candidates:
        dossier = draft.dossier(key)
        events = decide_for_candidate(arrival, dossier) if dossier else ()
        draft.write(key.page, events)
        if events:
            pages.append(key.page)
    return _on_mailbox_page(draft, creditor, item, arrival, tuple(pages))


def _on_mailbox_page(
    draft: Draft, creditor: Creditor, item: Item, arrival: Arrival, pages: tuple[PageId, ...]
) -> Told:
    decision = decide_for_mailbox(arrival)
    draft.write(creditor.page, decision.events)
    event = decision.events[0]
    if isinstance(event, e.LinkContested):
        fate = Fate.READ if waits_for_nobody(arrival) and pages else Fate.CONTESTED
    elif isinstance(event, e.MessageUnlinked):
        fate = Fate.UNLINKED
    else:
        fate = Fate.NOBODYS
    draft.effect(_settled(item, fate, pages))
    return Told(
        message=item.kept.digest,
        outcome=decision.outcome,
        dossier=None,
        because=decision.because,
    )


def _own_copy(draft: Draft, creditor: Creditor, item: Item) -> Told:
    because = "copie d'une lettre partie d'ici"
    if item.unknown_letter:
        because += ", que la base ne connaît pas : rapprochement demandé"
    sender = item.kept.glance.sender
    ignored = e.MessageIgnored(
        because=because,
        message=item.kept.digest,
        kind=Kind.UNRELATED,
        sender=sender,
        subject="",
    )
    draft.write(creditor.page, [ignored])
    draft.effect(_settled(item, Fate.NOBODYS, ()))
    return Told(message=item.kept.digest, outcome=None, dossier=None, because=because)


def _colleague(draft: Draft, creditor: Creditor, item: Item, mail: SentMail) -> Told:
    """What a colleague sent by hand takes the debtor's contact of that day, if it is free."""
    key = item.sent_about
    dossier = draft.dossier(key) if key else None
    if key is None or dossier is None:
        because = "courrier envoyé qui ne concerne aucun dossier"
        ignored = e.MessageIgnored(
            because=because,
            message=item.kept.digest,
            kind=Kind.UNRELATED,
            sender=mail.sender,
            subject=mail.subject,
        )
        draft.write(creditor.page, [ignored])
        draft.effect(_settled(item, Fate.NOBODYS, ()))
        return Told(message=item.kept.digest, outcome=None, dossier=None, because=because)
    events = colleagues(mail, dossier, creditor.level_names(dossier))
    draft.write(key.page, events)
    if events and mail.sent_at and item.sent_candidate:
        draft.effect(
            TakeContact(
                creditor=creditor.id,
                debtor=item.sent_candidate.debtor_id,
                day=mail.sent_at.astimezone(PARIS).date(),
                sort=e.Sort.UNSOLICITED,
                key=key,
                step="",
            )
        )
    draft.effect(_settled(item, Fate.READ, [key.page]))
    because = "écrit à la main par un collègue"
    return Told(message=item.kept.digest, outcome=None, dossier=key, because=because)


def _settled(item: Item, fate: Fate, pages: Sequence[PageId]) -> SettleMessage:
    return SettleMessage(
        message=item.kept.digest,
        fate=fate,
        pages=tuple(pages),
        creditor=item.kept.creditor,
    )
