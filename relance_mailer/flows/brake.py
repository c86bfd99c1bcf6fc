"""The brake: a server that says of no letter whether it took it gets no more of them that day.

Each letter in doubt counts as sent and is somebody's work (P3): a line that swallows every reply
would make that of all the letters of a day. Until one is taken the rest leave one after the other,
and the next day tries one; whoever mended the line says `relance start`. A refused one neither ends
the row nor counts: most are refused before the dot, where such a line still speaks.
"""

from relance_mailer.dossier import events as e
from relance_mailer.flows.house import Creditor, House, braked_key, silent_key
from relance_mailer.flows.record import Draft, record

BRAKE_AFTER = 3
"""So many letters in a row in doubt, whatever lay between them: passes, connections, days."""

AUTHOR = "relance-mailer"
BRAKED = "envoi arrêté pour la journée"


async def braked(house: House, creditor: Creditor) -> str:
    """Why nothing more leaves today, in French; empty: it may."""
    on, _, why = (await house.register.get(braked_key(creditor.id)) or "").partition(" ")
    return why if on == house.clock.today().isoformat() else ""


async def may_be_silent(house: House, creditor: Creditor) -> bool:
    """Whether the server said nothing of the last letter that it was given."""
    return await house.register.get(silent_key(creditor.id)) is not None


async def answered(house: House, creditor: Creditor) -> None:
    """The server said that it took a letter, or evidence did: the row is over."""
    name = silent_key(creditor.id)
    if await house.register.get(name) is not None:
        await house.register.set(name, None)


async def doubted(house: House, creditor: Creditor, why: str) -> str:
    """Count one more letter of which the server said nothing; answers why that is enough.

    Empty: it is not. The brake stands in the register before the journal says so.
    """
    number = await _counted(house, creditor, why)
    if number < BRAKE_AFTER:
        return ""
    because = f"{number} lettres de suite au sort inconnu : {why}"[:300]
    already = await braked(house, creditor)
    told = f"{because} ; {BRAKED}"
    await house.register.set(braked_key(creditor.id), f"{house.clock.today()} {told}")
    if not already:
        await _journaled(house, creditor, because)
    return told


async def _counted(house: House, creditor: Creditor, why: str) -> int:
    """How many they are with this one; connections side by side count one after the other."""
    name = silent_key(creditor.id)
    while True:
        before = await house.register.get(name)
        since, number, _ = (before or f"{house.clock.now().isoformat()} 0 ").split(" ", 2)
        now = f"{since} {int(number) + 1} {why}"[:500]
        if await house.register.swap(name, before, now):
            return int(number) + 1


async def _journaled(house: House, creditor: Creditor, because: str) -> None:
    note = e.NoteWritten(because=because, by=AUTHOR, text=BRAKED)

    def decide(draft: Draft) -> None:
        draft.write(creditor.page, [note])

    at = house.clock.now()
    await record(house.journal, [creditor.page], decide, at=at, look=lambda dossier: None)


async def release(house: House, creditor: Creditor) -> None:
    """A human says that letters may leave again: the brake and the row go."""
    await house.register.set(braked_key(creditor.id), None)
    await house.register.set(silent_key(creditor.id), None)
