"""`backup` keeps everything in one file, or proves one; `restore` brings a database back."""

import asyncio
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from relance_mailer.adapters.clock import SystemClock
from relance_mailer.adapters.witness import append_line, belongs_to
from relance_mailer.commands.books import unreadable_told, unreadable_words
from relance_mailer.commands.common import (
    Asked,
    at_in_french,
    fail,
    finished,
    put_json,
    settings_of,
    with_house,
)
from relance_mailer.flows.keep_journal import anchors_of, rebuild, verify
from relance_mailer.flows.reconcile import Reconciled, reconcile
from relance_mailer.flows.restored import (
    OTHER_KEY,
    RESTORED_KEY,
    Restored,
    joined,
    look_for_rollback,
)
from relance_mailer.ports import Fault, Permanent, Verified
from relance_mailer.settings.loading import Settings
from relance_mailer.store.archive import ANCHORS, Archive, Manifest, reading
from relance_mailer.store.bringing_back import (
    assert_alone,
    bring_back,
    set_aside_damaged,
    stands_empty,
)
from relance_mailer.store.database import connected
from relance_mailer.store.keeping import Checked, back_up, checked, register_value
from relance_mailer.wiring.build import Relance, build
from relance_mailer.wiring.keeping import about, key_mark
from relance_mailer.workdays import PARIS

AsJson = Annotated[bool, typer.Option("--json", help="Un objet JSON par ligne.")]
PREFIX, SUFFIX = "relance-sauvegarde-", ".zip"
NOT_IN_IT = (
    "À garder à part, ce fichier ne les contient pas : la clé des références (files.token_key), "
    "les mots de passe (secrets/), la clé du bureau, le grand livre et les factures."
)


def backup(
    context: typer.Context,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FICHIER|DOSSIER",
            help="Où écrire ; un dossier reçoit un nom daté. Par défaut : sauvegardes/ à côté "
            "des réglages.",
        ),
    ] = None,
    keep: Annotated[
        int | None,
        typer.Option(
            "--keep",
            min=1,
            metavar="N",
            help="Ne garder que les N dernières sauvegardes au nom daté de ce dossier.",
        ),
    ] = None,
    prove: Annotated[
        Path | None,
        typer.Option("--verify", metavar="FICHIER", help="Prouver une sauvegarde seulement."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Sauvegarde toute la base dans un seul fichier, pendant que le service travaille.

    Le fichier contient le journal, les messages, les lettres, les ancres et les réglages ; jamais
    les secrets : gardez à part la clé des références et les mots de passe. « --verify » contrôle
    une sauvegarde (sommes, lignes, chaîne du journal) sans toucher à la base. « restore » la remet.
    """
    if prove is not None:
        _prove(prove, as_json=as_json)
        return
    asked: Asked = context.obj

    async def work(relance: Relance) -> tuple[Path, Manifest]:
        now = relance.house.clock.now()
        target = _target(out, relance.settings.folder, now)
        target.parent.mkdir(parents=True, exist_ok=True)
        said = about(relance.settings, now)
        return target, await back_up(relance.database, target, said, progress=_progress())

    target, manifest = with_house(asked, work)
    gone = _rotate(target, keep) if keep is not None else []
    if as_json:
        put_json({"file": str(target), **_told(manifest), "removed": [str(one) for one in gone]})
        return
    typer.echo(f"{target} : {target.stat().st_size / 1e6:.1f} Mo")
    _say(manifest)
    for one in gone:
        typer.echo(f"  ancienne sauvegarde effacée : {one.name}")
    typer.echo(f"  {NOT_IN_IT}")


def _target(out: Path | None, folder: Path, now: datetime) -> Path:
    place = out if out is not None else folder / "sauvegardes"
    if out is not None and not (out.is_dir() or str(out).endswith("/") or not out.suffix):
        return out
    return place / f"{PREFIX}{now.astimezone(PARIS):%Y%m%d-%H%M%S}{SUFFIX}"


def _rotate(target: Path, keep: int) -> list[Path]:
    """Names sort by their dates; only those that this command gave are touched."""
    dated = sorted(target.parent.glob(f"{PREFIX}*{SUFFIX}"))
    gone = [one for one in dated[: max(0, len(dated) - keep)] if one != target]
    for one in gone:
        one.unlink()
    return gone


def _prove(file: Path, *, as_json: bool) -> None:
    async def work() -> Checked:
        with reading(file) as archive:
            return _checked(archive)

    found = finished(work())
    if as_json:
        put_json({"file": str(file), **_told(found.manifest), "broken": list(found.broken)})
    else:
        typer.echo(f"{file}")
        _say(found.manifest)
        for line in found.broken:
            typer.echo(f"  ✗ {line}")
        if not found.broken:
            typer.echo("  ✓ entière : sommes, lignes, chaîne du journal, ancres")
    if found.broken:
        raise typer.Exit(1)


def _checked(archive: Archive) -> Checked:
    lines = archive.text(ANCHORS).splitlines() if ANCHORS in archive.members else []
    try:
        anchors = anchors_of(lines)
    except ValueError as error:
        raise Permanent(f"{archive.path} : {ANCHORS} : {error}") from error
    return checked(archive, anchors, progress=_progress())


def _say(manifest: Manifest) -> None:
    made = f"{manifest.made_at.astimezone(PARIS):%d/%m/%Y %H:%M:%S}"
    typer.echo(f"  état du {made}, version {manifest.software}, schéma {manifest.schema[-1]}")
    rows = sum(manifest.tables.values())
    typer.echo(f"  {manifest.pages} pages, {manifest.entries} écritures, {rows} lignes en tout")


def _told(manifest: Manifest) -> dict[str, Any]:
    return {
        "made_at": manifest.made_at.isoformat(),
        "software": manifest.software,
        "schema": manifest.schema[-1],
        "pages": manifest.pages,
        "entries": manifest.entries,
        "tables": dict(manifest.tables),
    }


def _progress() -> Callable[[str, int, int], None]:
    """A line that is written over, where a person watches; nothing elsewhere."""
    if not sys.stderr.isatty():
        return lambda table, done, total: None

    def show(table: str, done: int, total: int) -> None:
        end = "\n" if done == total else ""
        typer.echo(f"\r  {table} : {done} / {total}\033[K{end}", nl=False, err=True)

    return show


Replace = Annotated[
    bool,
    typer.Option("--replace", help="Remplacer une base qui n'est pas vide, copiée avant."),
]
OtherKey = Annotated[
    bool,
    typer.Option("--other-key", help="La clé des références n'est pas celle de la sauvegarde."),
]
Accept = Annotated[
    bool,
    typer.Option(
        "--accept",
        help="Finir le rapprochement en répondant soi-même de ce que rien ne prouve.",
    ),
]


def restore(
    context: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FICHIER]", help="La sauvegarde.")] = None,
    replace: Replace = False,
    other_key: OtherKey = False,
    accept: Accept = False,
    by: Annotated[str, typer.Option("--by", help="Avec --accept : votre nom.")] = "",
    because: Annotated[str, typer.Option("--because", help="Avec --accept : pourquoi.")] = "",
    as_json: AsJson = False,
) -> None:
    """Remet une sauvegarde en place (SQLite ou PostgreSQL, d'où qu'elle vienne).

    Arrêtez d'abord le service. La sauvegarde est prouvée avant que rien ne soit touché ; une base
    qui n'est pas vide n'est remplacée qu'avec --replace, et copiée avant. Ensuite, au démarrage,
    rien ne part tant que le service n'a pas relu la boîte et les envois et reconnu ce qui était
    parti depuis ; « relance status » dit où il en est. Les dossiers dont rien ne peut le dire
    attendent un humain ; « restore --accept --by NOM --because MOTIF » les laisse suivre.
    """
    if accept:
        _accept(context, by.strip(), because.strip(), as_json=as_json)
        return
    if file is None:
        fail("il manque le fichier de la sauvegarde", code=2)
    asked: Asked = context.obj
    settings = settings_of(asked)
    now = asked.now or SystemClock().now()
    found = finished(_restored(settings, asked, file, now, replace=replace, other_key=other_key))
    if as_json:
        put_json(found)
    else:
        _say_restored(found)
    if found["broken"] or found["unreadable"]:
        raise typer.Exit(1)


async def _restored(
    settings: Settings,
    asked: Asked,
    file: Path,
    now: datetime,
    *,
    replace: bool,
    other_key: bool,
) -> dict[str, Any]:
    with reading(file) as archive:
        proved = _checked(archive)
        if proved.broken:
            raise Permanent("\n".join((f"{file} : abîmée, rien n'est touché", *proved.broken)))
        _assert_same_key(settings, proved.manifest, other_key=other_key)
        copy = await _cleared(settings, now, replace=replace)
        same_key = proved.manifest.key_mark == key_mark(settings.token_key)
        how = "restore" if same_key else OTHER_KEY
        mark = Restored(since=proved.manifest.made_at, marked_at=now, how=how)
        mark = joined(mark, register_value(archive, RESTORED_KEY))
        marks = {RESTORED_KEY: mark.text()}
        await bring_back(settings.database_url, archive, proved, marks, progress=_progress())
        _put_anchors(settings, archive)
    relance = await build(settings, now=asked.now, starts=False)
    try:
        seen = await look_for_rollback(relance.house, tuple(relance.creditors))
        verified = await _verified(relance)
        rebuilt = await rebuild(relance.house, dict(relance.creditors.items()))
    finally:
        await asyncio.shield(relance.close())
    return {
        "file": str(file),
        **_told(proved.manifest),
        "copy": str(copy) if copy else None,
        "verified": verified.entries,
        "broken": list(verified.broken),
        "differed": list(rebuilt.differed),
        "unreadable": unreadable_told(rebuilt),
        "ahead": [one.page for one in seen.ahead] if seen else [],
    }


def _assert_same_key(settings: Settings, manifest: Manifest, *, other_key: bool) -> None:
    if manifest.key_mark == key_mark(settings.token_key) or other_key:
        return
    raise Permanent(
        f"{settings.table.files.token_key} n'est pas la clé avec laquelle les lettres de cette "
        "sauvegarde ont été signées : nos lettres et leurs réponses ne seraient pas reconnues. "
        "Remettez l'ancienne clé, ou dites --other-key si elle est perdue."
    )


async def _cleared(settings: Settings, now: datetime, *, replace: bool) -> Path | None:
    """The copy of what stands there, None where nothing did; refuses what must not be replaced."""
    url = settings.database_url
    stamp = f"{now.astimezone(PARIS):%Y%m%d-%H%M%S}"
    try:
        await assert_alone(url)
        if await stands_empty(url):
            return None
        if not replace:
            raise Permanent(
                "la base n'est pas vide : --replace la remplace, après l'avoir copiée ; "
                "rien n'a été touché"
            )
        folder = settings.path(settings.table.files.anchors).parent
        target = folder / f"relance-avant-remise-{stamp}{SUFFIX}"
        database = await connected(url)
        try:
            await back_up(database, target, about(settings, now), progress=_progress())
        finally:
            await asyncio.shield(database.close())
        return target
    except Fault as error:
        damaged = _sqlite_file(settings) if "abîmé" in str(error) and replace else None
        if damaged is None:
            raise
        return set_aside_damaged(damaged, f"{damaged.name}.abimee-{stamp}")


def _sqlite_file(settings: Settings) -> Path | None:
    url = settings.database_url
    if not url.startswith("sqlite://"):
        return None
    return Path(url.removeprefix("sqlite://").partition("?")[0])


def _put_anchors(settings: Settings, archive: Archive) -> None:
    """Anchors that stand here are newer than any backup: they stay, and tell what was lost."""
    anchors = settings.path(settings.table.files.anchors)
    if not anchors.exists() and ANCHORS in archive.members:
        for line in archive.text(ANCHORS).splitlines():
            append_line(anchors, line)
    belongs_to(anchors, settings.database_name)


async def _verified(relance: Relance) -> Verified:
    lines = relance.anchors.read_text(encoding="utf-8") if relance.anchors.exists() else ""
    return await verify(relance.house, anchors_of(lines.splitlines()))


def _say_restored(found: dict[str, Any]) -> None:
    typer.echo(
        f"base remise à son état du {at_in_french(datetime.fromisoformat(found['made_at']))}"
    )
    typer.echo(f"  {found['pages']} pages, {found['verified']} écritures vérifiées")
    if found["copy"]:
        typer.echo(f"  l'ancienne base est gardée : {found['copy']}")
    for line in found["broken"]:
        typer.echo(f"  ✗ {line}")
    for line in unreadable_words(found["unreadable"]):
        typer.echo(line, err=True)
    if found["ahead"]:
        typer.echo(f"  {len(found['ahead'])} page(s) étaient allées plus loin, des écritures sont")
        typer.echo("  perdues ; leurs dossiers attendront un humain si elles ne reviennent pas :")
        for page in found["ahead"][:20]:
            typer.echo(f"    – {page}")
    typer.echo(
        "Démarrez le service : il relit la boîte et les envois, reconnaît ce qui était parti,"
    )
    typer.echo(
        "et n'envoie rien avant (« relance status »). Ce que des personnes ont décidé depuis"
    )
    typer.echo("la sauvegarde est perdu : redites-le.")


def _accept(context: typer.Context, by: str, because: str, *, as_json: bool) -> None:
    if not by or not because:
        fail("--accept : --by et --because sont attendus (qui en répond, et pourquoi)", code=2)

    async def work(relance: Relance) -> list[tuple[str, Reconciled]]:
        ids = tuple(relance.creditors)
        return [
            (one.id, await reconcile(relance.house, one, ids, accepted=(by, because)))
            for one in relance.creditors.values()
        ]

    found = with_house(context.obj, work)
    for creditor, done in found:
        if as_json:
            told = {"waits": done.waits, "done": done.done, **done.counts()}
            put_json({"creditor": creditor, **told})
        elif done.waits:
            typer.echo(f"{creditor} : pas encore : {done.waits}")
        elif done.done:
            typer.echo(f"{creditor} : {done.known_again} lettre(s) reconnue(s), l'envoi reprend")
        else:
            typer.echo(f"{creditor} : rien à rapprocher")
    if any(done.waits for _, done in found):
        raise typer.Exit(1)
