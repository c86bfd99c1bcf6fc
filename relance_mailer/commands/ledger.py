"""`import-sent` takes over what was sent before; `preview` shows the coming days; neither sends."""

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.adapters.folder import FolderMailbox
from relance_mailer.commands.common import fail, in_french, put_json, table, with_house
from relance_mailer.commands.wording import act
from relance_mailer.desk.french import act_to_come as step_in_french
from relance_mailer.flows.import_sent import TakenOver, import_sent
from relance_mailer.flows.preview import Coming, preview
from relance_mailer.flows.work_desk import find_one
from relance_mailer.ports import Mailbox
from relance_mailer.wiring.build import Relance

APPROVED = "a_human_approved_it"


def take_over(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(metavar="CHEMIN|DOSSIER-IMAP", help="Des .eml, ou un dossier de la boîte."),
    ],
    creditor: Annotated[
        str | None, typer.Option("--creditor", help="Le créancier, s'il y en a plusieurs.")
    ] = None,
) -> None:
    """Reprend les relances déjà envoyées, pour qu'aucun débiteur ne reparte de zéro."""

    async def work(relance: Relance) -> TakenOver:
        names = list(relance.creditors)
        wanted = creditor or names[0]
        if wanted not in names or (creditor is None and len(names) > 1):
            fail(f"--creditor : un de ceux-ci était attendu : {', '.join(names)}", code=2)
        one = next(row for row in relance.creditors.values() if row.id == wanted)
        folder = Path(source)
        mailbox: Mailbox = relance.doors[one.id].mailbox
        name = source
        if folder.is_dir():
            mailbox, name = FolderMailbox(folder.parent, address=one.mailbox), folder.name
        return await import_sent(relance.house, one, mailbox, name, progress=_progress)

    done = with_house(context.obj, work)
    typer.echo(
        f"{done.read} messages lus, {done.imported} relances reprises, "
        f"{done.known} déjà connues, {len(done.unplaced)} sans dossier"
    )
    for line in done.unplaced:
        typer.echo(f"  ? {line}")


def _progress(done: int, total: int) -> None:
    """Say how far the reading is, on a terminal only."""
    if sys.stderr.isatty():
        typer.echo(f"\r{done}/{total} messages lus", err=True, nl=done == total)


def show_preview(
    context: typer.Context,
    days: Annotated[int, typer.Option("--days", min=1, max=366, help="Nombre de jours.")] = 30,
    by_debtor: Annotated[
        bool, typer.Option("--by-debtor", help="Par débiteur au lieu de par jour.")
    ] = False,
    whole: Annotated[
        bool,
        typer.Option(
            "--all", help="Aussi ce qui n'est pas une lettre : tâches, examens, contentieux."
        ),
    ] = False,
    name: Annotated[
        str, typer.Option("--dossier", help="Un seul dossier, débiteur, adresse ou facture.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Montre ce qui partirait, quand et à qui, si rien n'arrivait ; ne touche à rien.

    Jour par jour avec le total de chaque jour, ou débiteur par débiteur (--by-debtor). « retenu »
    dit ce qui l'empêcherait aujourd'hui ; « accord » qu'un humain doit d'abord l'approuver. Le
    texte d'une lettre à venir : relance letter show DOSSIER.
    """

    async def work(relance: Relance) -> list[Coming]:
        key = await find_one(relance.house, name) if name else None
        coming: list[Coming] = []
        for one in relance.creditors.values():
            coming += await preview(relance.house, one, days=days, acts=whole)
        return [row for row in coming if key is None or row.key == key]

    rows = with_house(context.obj, work)
    if as_json:
        for row in rows:
            put_json(_row(row))
        return
    if not rows:
        typer.echo(f"Rien ne partirait dans les {days} jours.")
        return
    _print(rows, by_debtor=by_debtor)


def _print(rows: list[Coming], *, by_debtor: bool) -> None:
    """Groups by day or by debtor, each with its letters and their total."""
    groups: dict[str, list[Coming]] = {}
    for row in rows:
        title = f"{row.debtor} ({row.key.dossier})" if by_debtor else long_day(row.on)
        groups.setdefault(title, []).append(row)
    head = ("le", "dossier", "débiteur", "étape", "à", "montant", "échéance", "annonce", "retenu")
    for title, some in groups.items():
        letters = [row for row in some if row.letter is not None]
        total = sum((row.amount for row in letters), Decimal("0.00"))
        what = f"{len(letters)} lettre(s)" + ("" if by_debtor else f", {total:.2f} €")
        typer.echo(f"\n{title} : {what}")
        table([_cells(row) for row in some], head)
    lacking = {row.key for row in rows if row.missing}
    if lacking:
        typer.echo(
            f"\n{len(lacking)} dossier(s) où une donnée manque à une règle : "
            "« relance dossier show DOSSIER » dit laquelle."
        )


_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def long_day(on: date) -> str:
    """« mardi 13/10/2026 »."""
    return f"{_DAYS[on.weekday()]} {in_french(on)}"


def _row(row: Coming) -> dict[str, object]:
    return {
        "on": row.on,
        "dossier": row.key.dossier,
        "debtor": row.debtor,
        "step": row.step,
        "to": list(row.to),
        "amount": row.amount,
        "deadline": row.deadline,
        "announces": row.announces,
        "missing": list(row.missing),
        "kind": "letter" if row.letter is not None else "act",
        "what": row.what,
        "waits": row.waits_because,
        "refusals": [
            {"check": one.check, "because": one.because, "time_mends": one.time_mends}
            for one in row.refusals
        ],
    }


def _cells(row: Coming) -> tuple[str, ...]:
    return (
        in_french(row.on),
        row.key.dossier,
        row.debtor[:26],
        step_in_french(row.step),
        ", ".join(row.to)[:34],
        f"{row.amount:.2f}",
        in_french(row.deadline),
        act(row.announces),
        _kept_back(row),
    )


def _kept_back(row: Coming) -> str:
    """What keeps it back today, or whose yes it needs first; for an act what it is."""
    checks = [one.check for one in row.refusals if one.check != APPROVED]
    if row.waits_because:
        checks.append("accord")
    return ", ".join(checks) or row.what[:50] or "–"
