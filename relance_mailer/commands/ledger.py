"""`import-sent` takes over what was sent before; `preview` shows the coming days; neither sends."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from relance_mailer.adapters.folder import FolderMailbox
from relance_mailer.commands.common import fail, in_french, put_json, table, with_house
from relance_mailer.commands.wording import act
from relance_mailer.commands.wording import step as step_in_french
from relance_mailer.flows.import_sent import TakenOver, import_sent
from relance_mailer.flows.preview import Coming, preview
from relance_mailer.ports import Mailbox
from relance_mailer.wiring.build import Relance


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
    as_json: Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")] = False,
) -> None:
    """Montre ce qui partirait, quand et à qui, si rien n'arrivait ; ne touche à rien."""

    async def work(relance: Relance) -> list[Coming]:
        coming: list[Coming] = []
        for one in relance.creditors.values():
            coming += await preview(relance.house, one, days=days)
        return coming

    rows = with_house(context.obj, work)
    if as_json:
        for row in rows:
            put_json(_row(row))
        return
    if not rows:
        typer.echo(f"Rien ne partirait dans les {days} jours.")
        return
    head = ("le", "dossier", "débiteur", "étape", "à", "montant", "échéance", "annonce", "retenu")
    table([_cells(row) for row in rows], head)
    lacking = {row.key for row in rows if row.missing}
    if lacking:
        typer.echo(
            f"\n{len(lacking)} dossier(s) où une donnée manque à une règle : "
            "« relance dossier show DOSSIER » dit laquelle."
        )


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
        ", ".join(one.check for one in row.refusals) or "–",
    )
