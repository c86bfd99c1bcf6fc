"""A ledger in memory."""

from collections.abc import Sequence
from datetime import UTC, datetime

from relance_mailer.dossier.values import Digest, LedgerPayment, LedgerRow
from relance_mailer.ports import LedgerReading, Permanent


class FakeLedger:
    """What the ledger says until somebody changes it."""

    def __init__(self, rows: Sequence[LedgerRow] = ()) -> None:
        self.rows = list(rows)
        self.payments: list[LedgerPayment] = []
        self.refused: frozenset[str] = frozenset()
        self.broken = ""
        self.modified_at = datetime(2026, 1, 1, tzinfo=UTC)

    async def read(self) -> LedgerReading:
        """The whole ledger; raises `Permanent` when it is broken."""
        if self.broken:
            raise Permanent(self.broken)
        return LedgerReading(
            rows=tuple(self.rows),
            payments=tuple(self.payments),
            faults=(),
            refused=self.refused,
            digest=Digest(str(hash(tuple(self.rows)))),
            modified_at=self.modified_at,
        )
