"""What the gate sees, on a day and at an hour where nothing of the world stands in the way."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from relance_mailer.dossier.values import Answer
from relance_mailer.outward.asked import Sight
from relance_mailer.workdays import PARIS

LEVELS = ("pre_due", "reminder_1", "reminder_2", "reminder_3", "formal_notice")
TEMPLATES = frozenset(("fr", name) for name in (*LEVELS, *(answer.value for answer in Answer)))


def sight(today: date, at: str = "10:00", **changes: object) -> Sight:
    """A clear sight of that day, Paris time."""
    now = datetime.combine(today, time.fromisoformat(at), tzinfo=PARIS)
    clear = Sight(
        now=now,
        today=today,
        mode_send=True,
        stopped=False,
        inbox_read_at=now - timedelta(minutes=1),
        ledger_synced_at=now - timedelta(hours=2),
        unread=0,
        set_aside_names_debtor=False,
        contacts=(),
        sent_today=0,
        daily_ceiling=200,
        templates=TEMPLATES,
    )
    return replace(clear, **changes)  # type: ignore[arg-type]
