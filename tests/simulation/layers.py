"""Breaks of what stands before and behind the gate: one layer each, so that the others show.

Most promises are kept twice: by what is decided and by what is asked again before a letter leaves.
A break of the first shows nothing while the gate still asks; `mutations` breaks both.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from pytest import MonkeyPatch  # noqa: PT013  # a type, not a fixture

from relance_mailer.daemon import engine
from relance_mailer.dossier import contacts, fold
from relance_mailer.dossier.phases import Phase
from relance_mailer.flows import (
    fetch_mail,
    house,
    plan_letters,
    send_letters,
    sight,
    sync_ledger,
)
from relance_mailer.flows.read_mail import decided, one_pass
from relance_mailer.inward import decide, recorded
from relance_mailer.inward.arrival import Arrival
from relance_mailer.outward import compose, gate, lint, timeline
from relance_mailer.ports import Fate, Refused, SettleMessage, Unsure
from relance_mailer.reading import automata
from relance_mailer.store.lookup import DatabaseLookup
from relance_mailer.words import Intent
from simulation.breaks import Break


def nothing_else(patch: MonkeyPatch) -> None:
    """For a check of the gate that nothing stands before."""


def word_ignored(*intents: Intent) -> Break:
    """A message that says one of these is written down and moves nothing."""
    moves = decide._moves

    def deaf(arrival: Arrival, *rest: Any) -> Any:
        return () if set(intents) & set(arrival.reading.intents) else moves(arrival, *rest)

    return lambda patch: patch.setattr(decide, "_moves", deaf)


def other_dossiers_do_not_hear(patch: MonkeyPatch) -> None:
    """What a debtor says of himself stays in the dossier to which he wrote."""
    patch.setattr(decided, "decide_siblings", lambda draft, arrival, siblings: ())


def new_dossiers_do_not_hear(patch: MonkeyPatch) -> None:
    """What a debtor said of himself does not reach what the ledger opens afterwards."""
    patch.setattr(sync_ledger._Batch, "heard", lambda self, before, after: ())


def phases_do_not_hold(patch: MonkeyPatch) -> None:
    """What falls due does so in whatever phase; nor does the proof-reader know who is barred."""
    for module in (plan_letters, timeline):
        patch.setattr(module, "due", _in_any_phase(module.due))
    patch.setattr(house, "next_look_on", lambda dossier, line, *, today: today)
    patch.setattr(lint, "_l9_recipients", lambda letter, dossier: iter(()))


def answers_leave_in_review(patch: MonkeyPatch) -> None:
    """An answer that is owed is given, whatever the debtor said since."""
    real = timeline.answer_to_give

    def give(dossier: Any, *asked: Any) -> Any:
        held = replace(dossier, phase=Phase.HELD) if dossier.phase is Phase.REVIEW else dossier
        return real(held, *asked)

    patch.setattr(timeline, "answer_to_give", give)


def _in_any_phase(real: Any) -> Any:
    waits = (Phase.HELD, Phase.REVIEW, Phase.LEGAL)

    def due(dossier: Any, line: Any, *, today: date) -> Any:
        if dossier.phase in waits:
            dossier = replace(dossier, phase=Phase.RUNNING, barred_by=None)
        return real(dossier, line, today=today)

    return due


def hold_is_overlooked(patch: MonkeyPatch) -> None:
    """The next level falls due while its dossier is held."""
    real = timeline._level

    def level(dossier: Any, *rest: Any) -> Any:
        held = dossier.phase is Phase.HELD
        return real(replace(dossier, phase=Phase.RUNNING) if held else dossier, *rest)

    patch.setattr(timeline, "_level", level)


def letter_is_never_stale(patch: MonkeyPatch) -> None:
    """Neither its day nor its amount is compared when a letter leaves."""

    async def fresh(self: Any, dossier: Any, letter: Any) -> str:
        return ""

    patch.setattr(send_letters._Work, "_stale", fresh)


def set_aside_is_forgotten(patch: MonkeyPatch) -> None:
    """Nobody asks whom a message names that was set aside."""

    async def nobody(self: Any, creditor: Any, dossier: Any) -> bool:
        return False

    patch.setattr(DatabaseLookup, "set_aside_names", nobody)


def unreadable_is_dropped(patch: MonkeyPatch) -> None:
    """A message that cannot be processed counts as nobody's."""

    async def dropped(home: Any, creditor: Any, kept: Any) -> Any:
        def told(draft: Any) -> Any:
            fate = SettleMessage(message=kept.digest, fate=Fate.NOBODYS, creditor=creditor.id)
            draft.effect(fate)
            return decided.Told(message=kept.digest, outcome=None, dossier=None, because="?")

        look = house.look_of(creditor, home.clock.today())
        now = home.clock.now()
        return await one_pass.record(home.journal, [creditor.page], told, at=now, look=look)

    patch.setattr(one_pass, "_set_aside", dropped)


def unreadable_blocks_the_queue(patch: MonkeyPatch) -> None:
    """A batch in which one message cannot be processed is left for the next pass, for ever."""

    async def whole(home: Any, creditor: Any, batch: Any, done: Any, *rest: Any) -> None:
        try:
            items = await one_pass.gather(home, creditor, batch)
            done.told += await one_pass._decided(home, creditor, items)
        except UnicodeError:
            return

    patch.setattr(one_pass, "_read_batch", whole)


def folder_is_forgotten(patch: MonkeyPatch) -> None:
    """Of several folders for incoming mail only the first is looked at."""

    def first(creditor: Any) -> Any:
        return replace(creditor, folders=creditor.folders[:1])

    _look_for(patch, first)


def sent_folder_is_forgotten(patch: MonkeyPatch) -> None:
    _look_for(patch, lambda creditor: replace(creditor, sent_folder=""))


def _look_for(patch: MonkeyPatch, as_if: Any) -> None:
    real = fetch_mail.fetch_mail

    async def fetch(home: Any, creditor: Any, mailbox: Any, *, full: bool = False) -> Any:
        return await real(home, as_if(creditor), mailbox, full=full)

    patch.setattr(engine, "fetch_mail", fetch)


def silence_is_a_refusal(patch: MonkeyPatch) -> None:
    """A reply that was lost counts as a temporary refusal: the letter is offered again."""
    real = send_letters._Work._settle

    async def settle(self: Any, row: Any, answer: Any) -> None:
        if isinstance(answer, Unsure):
            answer = Refused(code=451, text=answer.text)
        await real(self, row, answer)

    patch.setattr(send_letters._Work, "_settle", settle)


def same_level_again(patch: MonkeyPatch) -> None:
    patch.setattr(timeline, "_following", lambda level, line: level)


def back_to_the_first_level(patch: MonkeyPatch) -> None:
    real = timeline._following

    def weaker(level: Any, line: Any) -> Any:
        first = line.dunning[0]
        return real(level, line) if level.name == first.name else first

    patch.setattr(timeline, "_following", weaker)


def never_looked_at_again(patch: MonkeyPatch) -> None:
    """Once a letter left nobody looks at its dossier any more."""
    real = house.next_look_on

    def once(dossier: Any, line: Any, *, today: date) -> Any:
        return None if dossier.last_level else real(dossier, line, today=today)

    patch.setattr(house, "next_look_on", once)


def headers_say_nothing(patch: MonkeyPatch) -> None:
    """Neither `Auto-Submitted` nor `Precedence` tells an automaton."""
    patch.setattr(automata, "is_auto_by_headers", lambda incoming: False)


def no_address_is_an_automaton(patch: MonkeyPatch) -> None:
    patch.setattr(gate, "is_automaton", lambda sender: False)


def stop_is_only_noted(patch: MonkeyPatch) -> None:
    """The journal says that somebody stopped all sending, and nobody reads it."""
    patch.setattr(sight, "STOP_KEY", "arrêt")


def plan_holds_nothing(patch: MonkeyPatch) -> None:
    """The next level falls due though the parts of a plan are still to come."""
    patch.setattr(timeline, "plan_runs", lambda dossier, patience, today: False)


def dead_addresses_are_overlooked(patch: MonkeyPatch) -> None:
    """Whom to write to is chosen, and read over, as if no address had ever failed."""
    for name in ("reachable", "writer"):
        patch.setattr(compose, name, _as_if_none_failed(getattr(compose, name)))
    l9 = lint._l9_recipients
    alive = _as_if_none_failed(lambda dossier, letter: l9(letter, dossier))
    patch.setattr(lint, "reachable", compose.reachable)
    patch.setattr(lint, "_l9_recipients", lambda letter, dossier: alive(dossier, letter))


def no_address_ever_dies(patch: MonkeyPatch) -> None:
    """That a letter came back is noted, and its address counts as good as before."""
    real = fold._came_back

    def alive(dossier: Any, event: Any) -> Any:
        return replace(real(dossier, event), bounced=dossier.bounced)

    patch.setattr(fold, "_came_back", alive)


def _as_if_none_failed(real: Any) -> Any:
    return lambda dossier, *rest: real(replace(dossier, bounced=()), *rest)


def newcomers_stand_behind(patch: MonkeyPatch) -> None:
    """Who sends us to somebody else stays the first to be written to."""
    patch.setattr(contacts, "with_contact", lambda known, new, replaces: (*known, new))


def newcomers_are_overlooked(patch: MonkeyPatch) -> None:
    """Whom to write to from now on stands in the message, and is noted nowhere else."""
    patch.setattr(recorded, "_new_contact", lambda arrival, judged, dossier: ())


def reader_is_never_asked_again(patch: MonkeyPatch) -> None:
    """Nobody looks whether a letter at the door is still for whom it was written."""
    patch.setattr(send_letters, "no_longer_a_contact", lambda dossier, letter: "")
