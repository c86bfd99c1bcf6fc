"""The reckoning of a dossier on a day, for whoever checks it; touches nothing."""

from dataclasses import dataclass
from datetime import date

from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import DossierKey
from relance_mailer.flows.house import Creditor, House
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.law.reckoning import Imputation
from relance_mailer.law.statement import Statement, statement_of
from relance_mailer.ports import Permanent


@dataclass(frozen=True, kw_only=True, slots=True)
class Reckoned:
    """A dossier and its account."""

    dossier: Dossier
    statement: Statement


async def reckon_dossier(
    house: House,
    creditor: Creditor,
    key: DossierKey,
    *,
    on: date | None = None,
    imputation: Imputation = Imputation.LEDGER,
    notice_received_on: date | None = None,
) -> Reckoned:
    """What the dossier owes on that day (today when none is given).

    Raises `Permanent` when a rate is missing (it names table and semester) or the dossier unknown.
    """
    opened = await house.journal.read([key.page])
    dossier = opened[key.page].dossier
    if dossier is None or dossier.debtor is None:
        raise Permanent(f"le dossier {key.dossier} n'existe pas")
    try:
        statement = statement_of(
            dossier,
            on or house.clock.today(),
            imputation=imputation,
            notice_received_on=notice_received_on,
            rates=creditor.rates,
        )
    except UnknownSemester as error:
        raise Permanent(str(error)) from error
    return Reckoned(dossier=dossier, statement=statement)
