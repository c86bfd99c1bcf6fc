"""Labelled cases on disk: a corpus folder in the contract's own format (§6)."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from relance_mailer.commands.common import plain
from relance_mailer.dossier.state import Dossier
from relance_mailer.flows.labelled import Case, Labelled

_COLUMNS = (
    "dossier debtor_id debtor_name siren segment language contact_name contact_role contact_email "
    "invoice_number issued_on due_on amount paid currency po_number"
).split()

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_corpus(folder: Path, found: Sequence[Labelled]) -> int:
    """Write ledger.csv, sent/, inbox/ and gold.jsonl; answers how many messages."""
    for name in ("inbox", "sent"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    cases = [case for one in found for case in one.cases]
    for case in cases:
        (folder / "inbox" / case.file).write_bytes(case.raw)
    for one in found:
        for name, data in one.sent:
            (folder / "sent" / name).write_bytes(data)
    with (folder / "ledger.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS)
        writer.writeheader()
        writer.writerows(row for one in found for row in _ledger_rows(one.dossier))
    gold = [json.dumps(_gold(case), ensure_ascii=False, default=plain) for case in cases]
    (folder / "gold.jsonl").write_text("".join(f"{line}\n" for line in gold), encoding="utf-8")
    return len(cases)


def _gold(case: Case) -> dict[str, Any]:
    fact = case.fact
    verb = "confirmé" if fact.confirmed else "corrigé"
    return {
        "file": case.file,
        "kind": fact.kind,
        "intents": fact.intents,
        "outcome": case.outcome,
        "dossier": case.dossier,
        "reply_text": case.reply_text,
        "promise_dates": fact.promise_dates,
        "promised_amount": fact.promised_amount,
        "invoices": fact.invoices,
        "redirect_to": fact.redirect_to,
        "returns_on": fact.returns_on,
        "bounce_permanence": fact.bounce_permanence,
        "note": f"{verb} par {fact.by} : {fact.because}",
    }


def _ledger_rows(dossier: Dossier) -> list[dict[str, object]]:
    debtor = dossier.debtor
    if debtor is None:
        return []
    contact = next((one for one in dossier.contacts if one.email), None)
    return [
        {
            "dossier": dossier.key.dossier,
            "debtor_id": debtor.debtor_id,
            "debtor_name": _harmless(debtor.name),
            "siren": debtor.siren or "",
            "segment": debtor.segment,
            "language": debtor.language,
            "contact_name": _harmless(contact.name) if contact else "",
            "contact_role": _harmless(contact.title) if contact else "",
            "contact_email": contact.email if contact else "",
            "invoice_number": kept.invoice.number,
            "issued_on": kept.invoice.issued_on.isoformat(),
            "due_on": kept.invoice.due_on.isoformat(),
            "amount": kept.invoice.amount,
            "paid": kept.invoice.paid,
            "currency": kept.invoice.currency,
            "po_number": _harmless(kept.invoice.po_number or ""),
        }
        for kept in dossier.invoices
    ]


def _harmless(text: str) -> str:
    """Free words of a cell, which no spreadsheet must take for a formula (CSV injection)."""
    return f"'{text}" if text.startswith(_FORMULA) else text
