"""`export`, `draft` and `dossier attach`: what goes to a court leaves the house as files."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from relance_mailer.commands.acting import AsJson, Because, By, Name, as_plain, day
from relance_mailer.commands.common import fail, in_french, put_json, table, with_house
from relance_mailer.commands.dossier import dossier
from relance_mailer.desk.drafts import Closed, DraftKind
from relance_mailer.desk.french import DOCUMENTS
from relance_mailer.desk.legal_file import TITLES, LegalFile, Missing
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier.events import DocumentSort
from relance_mailer.flows.attach import attach, detach, documents
from relance_mailer.flows.draft_papers import DraftPapers, draft_papers
from relance_mailer.flows.legal_file import Exported, export_file
from relance_mailer.flows.work_desk import find_one
from relance_mailer.settings.french import system_words
from relance_mailer.wiring.build import Relance

Out = Annotated[
    Path, typer.Option("--out", metavar="RÉPERTOIRE", help="Le répertoire à créer ou à remplir.")
]


def export(context: typer.Context, name: Name, out: Out, as_json: AsJson = False) -> None:
    """Sort le dossier complet pour un avocat, un commissaire de justice ou un greffe."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        fail(f"{out} existe et n'est pas vide : donnez un autre dossier")

    async def work(relance: Relance) -> Exported:
        key = await find_one(relance.house, name)
        return await export_file(relance.house, relance.creditors[key.creditor], key)

    made = with_house(context.obj, work)
    for one in made.files:
        _write(out / one.path, one.content)
    if as_json:
        put_json(_row(made, out))
        return
    typer.echo(f"{len(made.file.exhibits)} pièces, {len(made.files)} fichiers dans {out}")
    _print_missing(made.file)
    typer.echo(f"à vérifier : cd {out} && sha256sum -c SHA256SUMS && python3 verifier.py")


def _print_missing(file: LegalFile) -> None:
    needed = [one for one in file.missing if one.needed]
    typer.echo("manque :" if needed else "rien ne manque")
    for one in needed:
        typer.echo(f"  {one.item.value}. {TITLES[one.item]} : {one.what}")


def _row(made: Exported, out: Path) -> dict[str, Any]:
    return {
        "dossier": made.file.dossier.key.dossier,
        "out": str(out),
        "files": [one.path for one in made.files],
        "exhibits": [
            {"number": one.number, "item": one.item.value, "title": one.title, "file": one.file}
            for one in made.file.exhibits
        ],
        "missing": [_lacking(one) for one in made.file.missing],
    }


def _lacking(one: Missing) -> dict[str, Any]:
    return {
        "item": one.item.value,
        "title": TITLES[one.item],
        "what": one.what,
        "needed": one.needed,
    }


def write_draft(
    context: typer.Context,
    kind: Annotated[
        DraftKind,
        typer.Argument(metavar="ACTE", help="Ce qui est à rédiger."),
    ],
    name: Name,
    out: Out,
    as_json: AsJson = False,
) -> None:
    """Rédige un projet à relire et signer, en PDF et en .odt ; une voie fermée est refusée."""

    async def work(relance: Relance) -> DraftPapers | Closed:
        key = await find_one(relance.house, name)
        return await draft_papers(relance.house, relance.creditors[key.creditor], key, kind)

    made = with_house(context.obj, work)
    if isinstance(made, Closed):
        if as_json:
            put_json({"draft": kind, "closed": made.because})
            raise typer.Exit(1)
        fail(f"voie fermée : {made.because}")
    paths = [out / f"{made.name}.pdf", out / f"{made.name}.odt"]
    for path, content in zip(paths, (made.pdf, made.odt), strict=True):
        _write(path, content)
    if as_json:
        told = {"draft": kind, "files": [str(path) for path in paths]}
        put_json({**told, "to_complete": list(made.draft.to_complete)})
        return
    for path in paths:
        typer.echo(str(path))
    for line in made.draft.to_complete:
        typer.echo(f"  à compléter ou vérifier : {line}")


@dossier.command("attach")
def attach_document(
    context: typer.Context,
    name: Name,
    file: Annotated[
        Path,
        typer.Argument(metavar="FICHIER", exists=True, dir_okay=False, help="La pièce à joindre."),
    ],
    sort: Annotated[DocumentSort, typer.Option("--as", help="Ce qu'est la pièce.")],
    dated_on: Annotated[
        date, typer.Option("--dated", parser=day, metavar="AAAA-MM-JJ", help="Sa date.")
    ],
    by: By,
    because: Because,
    as_json: AsJson = False,
) -> None:
    """Verse une pièce au dossier : extrait d'immatriculation, contrat, preuve de livraison…"""
    content = file.read_bytes()

    async def work(relance: Relance) -> Any:
        key = await find_one(relance.house, name)
        return await attach(
            relance.house,
            relance.creditors[key.creditor],
            key,
            name=file.name,
            content=content,
            sort=sort,
            dated_on=dated_on,
            by=by,
            because=because,
        )

    done = with_house(context.obj, work)
    if isinstance(done, Impossible):
        fail(done.because)
    if as_json:
        put_json({"attached": [as_plain(one) for one in done]})
    elif done:
        typer.echo(f"pièce versée : {DOCUMENTS[sort]} du {in_french(dated_on)}")
    else:
        typer.echo("cette pièce est déjà au dossier")


@dossier.command("detach")
def detach_document(
    context: typer.Context,
    name: Name,
    document: Annotated[str, typer.Argument(metavar="PIÈCE", help="Nom ou début d'empreinte.")],
    by: By,
    because: Because,
) -> None:
    """Retire une pièce versée par erreur : elle ne sera plus produite, le journal la garde."""

    async def work(relance: Relance) -> Any:
        key = await find_one(relance.house, name)
        creditor = relance.creditors[key.creditor]
        return await detach(relance.house, creditor, key, document, by=by, because=because)

    done = with_house(context.obj, work)
    if isinstance(done, Impossible):
        fail(done.because)
    typer.echo("pièce retirée")


@dossier.command("documents")
def list_documents(context: typer.Context, name: Name, as_json: AsJson = False) -> None:
    """Les pièces versées à un dossier."""

    async def work(relance: Relance) -> Any:
        return await documents(relance.house, await find_one(relance.house, name))

    found = with_house(context.obj, work)
    if as_json:
        for one in found:
            put_json(as_plain(one))
        return
    rows = [
        (in_french(one.dated_on), DOCUMENTS[one.sort], one.name, one.document[:12], one.by)
        for one in found
    ]
    table(rows, ("date", "pièce", "fichier", "empreinte", "versée par"))


def _write(path: Path, content: bytes) -> None:
    """Files of a debtor's affairs are for this account alone."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        fail(f"{path} : écriture impossible : {system_words(error)}")
