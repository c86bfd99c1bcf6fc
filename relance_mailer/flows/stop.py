"""Stop and start: sending waits at once, and the journal says who asked for it and why (P9)."""

from collections.abc import Iterable

from relance_mailer.dossier import events as e
from relance_mailer.flows.brake import release
from relance_mailer.flows.house import STOP_KEY, STOPPED_KEY, Creditor, House, account_key
from relance_mailer.flows.record import Draft, record

STOPPED, STARTED = "envoi arrêté", "envoi repris"


async def set_stop(
    house: House, creditors: Iterable[Creditor], because: str | None, by: str
) -> None:
    """Stop all sending for a reason, or with None start it again; `by` is who asks.

    It stands on the page of every mailbox. Raises `ValueError` when author or reason is empty.
    """
    told = tuple(creditors)
    text = STARTED if because is None else STOPPED
    note = e.NoteWritten(because=because if because is not None else "demandé", by=by, text=text)
    if because is not None:
        # First of all nothing leaves; a journal out of reach must not keep letters going.
        if await house.register.get(STOP_KEY) is None:
            await house.register.set(STOPPED_KEY, f"{house.clock.now().isoformat()} {by}")
        await house.register.set(STOP_KEY, because)
    await _journaled(house, told, note)
    if because is None:
        await house.register.set(STOP_KEY, None)
        await house.register.set(STOPPED_KEY, None)
        for creditor in told:
            # Whoever says start has mended account and line: they are tried again at once.
            await house.register.set(account_key(creditor.id), None)
            await release(house, creditor)


async def _journaled(house: House, creditors: Iterable[Creditor], note: e.NoteWritten) -> None:
    pages = sorted({creditor.page for creditor in creditors})

    def decide(draft: Draft) -> None:
        for page in pages:
            draft.write(page, [note])

    await record(house.journal, pages, decide, at=house.clock.now(), look=lambda dossier: None)
