"""`verify` checks the journal's chains; `rebuild` makes every cache again from the journal."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from relance_mailer.commands.common import WRONG, fail, put_json, with_house
from relance_mailer.flows.keep_journal import anchors_of, rebuild, verify
from relance_mailer.ports import Rebuilt, Verified
from relance_mailer.wiring.build import Relance

AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]


def verify_journal(context: typer.Context, as_json: AsJson = False) -> None:
    """Vérifie que rien n'a été changé, retiré ni coupé dans le journal (empreintes et ancres)."""

    async def work(relance: Relance) -> Verified:
        lines = relance.anchors.read_text(encoding="utf-8") if relance.anchors.exists() else ""
        if not lines:
            typer.echo(
                f"! {relance.anchors} : pas d'ancre ; une fin coupée ne se verrait pas", err=True
            )
        try:
            anchors = anchors_of(lines.splitlines())
        except ValueError as error:
            fail(f"{relance.anchors} : {error}")
        return await verify(relance.house, anchors)

    found = with_house(context.obj, work)
    if as_json:
        put_json({"pages": found.pages, "entries": found.entries, "broken": list(found.broken)})
    else:
        typer.echo(f"{found.pages} pages, {found.entries} écritures vérifiées")
        for line in found.broken:
            typer.echo(f"  ✗ {line}")
        if not found.broken:
            typer.echo("  ✓ les chaînes sont intactes")
    if found.broken:
        raise typer.Exit(WRONG)


def rebuild_caches(context: typer.Context, as_json: AsJson = False) -> None:
    """Refait tous les index à partir du journal et dit ce qui différait.

    Un dossier dont une écriture est illisible garde ses index tels quels et rien ne part pour lui ;
    il est nommé et le code de sortie est 1.
    """

    async def work(relance: Relance) -> Rebuilt:
        return await rebuild(relance.house, dict(relance.creditors.items()))

    found = with_house(context.obj, work)
    if as_json:
        put_json({"differed": list(found.differed), "unreadable": unreadable_told(found)})
    else:
        typer.echo(f"index refaits ; {len(found.differed)} lignes différaient")
        for line in found.differed:
            typer.echo(f"  {line}")
        for line in unreadable_words(unreadable_told(found)):
            typer.echo(line, err=True)
    if found.unreadable:
        raise typer.Exit(WRONG)


def unreadable_told(found: Rebuilt) -> list[dict[str, str]]:
    """The pages that could not be read, for `--json`: which, and why."""
    return [{"page": one.page, "because": str(one)} for one in found.unreadable]


def unreadable_words(told: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The same in French, with what becomes of them; nothing where all could be read."""
    if not told:
        return ()
    head = (
        f"! {len(told)} dossier(s) illisible(s) : index laissés tels quels, rien ne part pour eux "
        "avant qu'on puisse les lire"
    )
    return (head, *(f"  ✗ {one['because']}" for one in told))
