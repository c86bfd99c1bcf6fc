"""All that a court may be shown of a dossier, fetched: journal, figures, the bytes of exhibits.

Bytes that are missing, or that no longer have the digest under which the journal names them, make
no exhibit: the file says what is missing and why.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from relance_mailer.desk.claimed import claimed
from relance_mailer.desk.legal_file import (
    Exhibit,
    LegalFile,
    Source,
    claimed_invoices,
    legal_file,
)
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import Digest, DossierKey, InvoiceNumber
from relance_mailer.flows.house import Creditor, House
from relance_mailer.law.rates import UnknownSemester
from relance_mailer.law.statement import Statement
from relance_mailer.outward.enclosing import document_of
from relance_mailer.ports import Permanent

_LOST = "ses octets ne sont pas conservés"
_ALTERED = "ses octets ne sont plus ceux que nomme le journal"


@dataclass(frozen=True, kw_only=True, slots=True)
class Gathered:
    """The file of a dossier, and the bytes of all its exhibits that are not printed by us."""

    file: LegalFile
    contents: Mapping[str, bytes]  # by the exhibit's key


async def gather_file(house: House, creditor: Creditor, key: DossierKey) -> Gathered:
    """The file as it stands today. Raises `Permanent`: no such dossier, or a rate is missing."""
    opened = await house.journal.read([key.page])
    dossier = opened[key.page].dossier
    if dossier is None or dossier.debtor is None:
        raise Permanent(f"le dossier {key.dossier} n'existe pas")
    today = house.clock.today()
    try:
        statement = claimed(dossier, today, creditor.rates)
    except UnknownSemester as error:
        raise Permanent(str(error)) from error
    entries = await house.journal.entries(key.page)
    shelf = _documents(house, creditor, dossier, statement)
    draft = legal_file(dossier, entries, statement, on=today, shelf=shelf)
    contents, lost = await _contents(house, creditor, draft.exhibits)
    file = draft
    if lost:
        file = legal_file(dossier, entries, statement, on=today, shelf=shelf, lost=lost)
    return Gathered(file=file, contents=contents)


def _documents(
    house: House, creditor: Creditor, dossier: Dossier, statement: Statement
) -> dict[InvoiceNumber, str]:
    """The document of each invoice: the one that the ledger names, else the one found by name."""
    assert dossier.debtor is not None
    shelf = house.papers.shelf(creditor.id)
    found = {}
    for invoice in claimed_invoices(statement):
        name = invoice.document or document_of(invoice.number, dossier.debtor.name, shelf).name
        if name:
            found[invoice.number] = name
    return found


async def _contents(
    house: House, creditor: Creditor, exhibits: tuple[Exhibit, ...]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """The bytes by key, and what could not be had."""
    kept = [Digest(one.key) for one in exhibits if one.source is Source.EVIDENCE]
    received = await house.inbox.raw(kept)
    found: dict[str, bytes] = {}
    lost: dict[str, str] = {}
    for one in exhibits:
        match one.source:
            case Source.SHEET:
                continue
            case Source.SHELF:
                try:
                    found[one.key] = house.papers.document(creditor.id, one.key).content
                except Permanent as error:
                    lost[one.key] = str(error)
            case Source.EVIDENCE:
                digest = Digest(one.key)
                try:
                    content = received.get(digest) or await house.outbox.mime(digest)
                except Permanent:
                    lost[one.key] = _LOST
                    continue
                if sha256(content).hexdigest() == digest:
                    found[one.key] = content
                else:
                    lost[one.key] = _ALTERED
    return found, lost
