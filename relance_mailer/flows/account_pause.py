"""An account that the sending server refused is left alone for ten minutes, lest it be locked."""

from datetime import datetime, timedelta

from relance_mailer.flows.house import Creditor, House, account_key

PAUSE_MINUTES = 10


async def pause_account(house: House, creditor: Creditor, because: str) -> None:
    """Nothing is handed over until it is over."""
    until = house.clock.now() + timedelta(minutes=PAUSE_MINUTES)
    await house.register.set(account_key(creditor.id), f"{until.isoformat()} {because}"[:500])


async def account_is_paused(house: House, creditor: Creditor) -> str:
    """Why nothing is handed over now, and until when; empty when the account may be asked."""
    value = await house.register.get(account_key(creditor.id))
    if not value:
        return ""
    until, _, why = value.partition(" ")
    left = datetime.fromisoformat(until) - house.clock.now()
    # A clock that was set back must not turn ten minutes into a day.
    if not timedelta() < left <= timedelta(minutes=PAUSE_MINUTES):
        await house.register.set(account_key(creditor.id), None)
        return ""
    return f"compte d'envoi refusé ({why}) ; nouvel essai après {until}"
