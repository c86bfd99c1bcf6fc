"""The tables that sheets and drafts share: exhibits, chronology, sums, invoices, runs of days."""

from relance_mailer.desk import french
from relance_mailer.desk.blocks import Block, Heading, Paragraph, Points, Table
from relance_mailer.desk.chronicle import structured
from relance_mailer.desk.legal_file import TITLES, Item, LegalFile, Missing
from relance_mailer.desk.reckoning import figure_exact
from relance_mailer.dossier import events as e
from relance_mailer.law.rates import percent_in_french
from relance_mailer.law.statement import Stated, Statement


def exhibit_list(file: LegalFile) -> tuple[Block, ...]:
    """The numbered list (bordereau de pièces), and beside it what is missing or has no object."""
    rows: list[tuple[str, ...]] = []
    parts: list[int] = []
    for item in Item:
        exhibits = file.of(item)
        if exhibits:
            parts.append(len(rows))
            rows.append(("", f"{item.value}. {TITLES[item]}", "", ""))
        for one in exhibits:
            on = french.day(one.dated_on) if one.dated_on else ""
            rows.append((str(one.number), one.title, on, one.file))
    blocks: list[Block] = [
        Table(
            head=("N°", "Pièce", "Date", "Fichier"),
            rows=tuple(rows),
            figures=(0,),
            wide=(1,),
            parts=tuple(parts),
        )
    ]
    needed = [one for one in file.missing if one.needed]
    pointless = [one for one in file.missing if not one.needed]
    if needed:
        blocks += [
            Heading(text="Pièces manquantes"),
            Points(items=tuple(_lacking(one) for one in needed)),
        ]
    if pointless:
        blocks += [
            Heading(text="Sans objet dans ce dossier"),
            Points(items=tuple(_lacking(one) for one in pointless)),
        ]
    return tuple(blocks)


def _lacking(one: Missing) -> str:
    return f"{one.item.value}. {TITLES[one.item]} : {one.what}"


def chronology(file: LegalFile) -> tuple[Block, ...]:
    """The journal told line by line: when, who, what and why."""
    rows = []
    for entry in file.entries:
        if isinstance(entry.event, e.InvoiceListed | e.LetterQueued | e.LetterLeaving):
            continue
        told = structured(entry)
        because = f" – {told.because}" if told.because not in told.what else ""
        rows.append((f"{told.at:%d/%m/%Y %H:%M}", told.who, f"{told.what}{because}", str(told.seq)))
    return (
        Paragraph(
            text="Heures de Paris. La dernière colonne est la ligne du journal (journal.jsonl), "
            "qui contient tout, préparation des envois comprise.",
            small=True,
        ),
        Table(
            head=("Quand", "Qui", "Quoi et pourquoi", "Ligne"),
            rows=tuple(rows),
            figures=(3,),
            wide=(2,),
        ),
    )


def sums(statement: Statement, currency: str) -> Table:
    """What is demanded, line by line, and the sum."""
    whole = statement.demanded
    fees = sum(1 for row in statement.rows if row.reckoning and row.reckoning.fee)
    rows = [("Principal, règlements et avoirs déduits", french.amount(whole.principal, currency))]
    if whole.interest:
        told = f"Intérêts au {french.day(statement.on)}"
        rows.append((told, french.amount(whole.interest, currency)))
    if whole.fee:
        told = f"Indemnités forfaitaires de recouvrement ({fees} × 40 €)"
        rows.append((told, french.amount(whole.fee, currency)))
    rows.append((f"Somme due au {french.day(statement.on)}", french.amount(whole.total, currency)))
    return Table(head=("", "Montant"), rows=tuple(rows), figures=(1,), totals=1)


def invoice_table(rows: tuple[Stated, ...], currency: str) -> Table:
    """The invoices with what was paid or credited, and what is left of each."""
    return Table(
        head=("Facture", "Date", "Échéance", "Montant TTC", "Réglé, avoirs", "Reste dû"),
        rows=tuple(
            (
                row.invoice.number,
                french.day(row.invoice.issued_on),
                french.day(row.invoice.due_on),
                french.amount(row.invoice.amount, currency),
                _taken(row, currency),
                french.amount(
                    row.reckoning.principal if row.reckoning else row.invoice.left, currency
                ),
            )
            for row in rows
        ),
        figures=(3, 4, 5),
    )


def _taken(row: Stated, currency: str) -> str:
    taken = row.invoice.paid + row.invoice.credited + row.set_off
    return french.amount(-taken, currency).replace("-", "\u2212") if taken else ""


def run_table(rows: tuple[Stated, ...], currency: str) -> Table:
    """Every run of days of every invoice, semester by semester, to the hundredth of a cent."""
    told: list[tuple[str, ...]] = []
    for row in rows:
        found = row.reckoning
        if found is None or not (found.parts or found.fee):
            continue
        for place, part in enumerate(found.parts):
            told.append(
                (
                    row.invoice.number if place == 0 else "",
                    f"{french.day(part.starts_on)} – {french.day(part.ends_on)}",
                    str(part.days),
                    french.figure(part.base),
                    percent_in_french(part.rate),
                    str(part.semester),
                    figure_exact(part.amount),
                )
            )
        interest = french.amount(found.interest, currency)
        fee = f", indemnité {french.amount(found.fee, currency)}" if found.fee else ""
        first = "" if found.parts else row.invoice.number
        told.append((first, f"Intérêts {interest}{fee}", "", "", "", "", ""))
    return Table(
        head=("Facture", "Période", "Jours", "Base TTC", "Taux", "Semestre", "Intérêts"),
        rows=tuple(told),
        figures=(2, 3, 4, 6),
        wide=(1,),
    )


def by_four(iban: str) -> str:
    """An IBAN in groups that no line end cuts."""
    plain = "".join(iban.split())
    return "\u00a0".join(plain[i : i + 4] for i in range(0, len(plain), 4))
