"""What of the configuration belongs to a backup, and what must never be in it."""

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from relance_mailer.ports import Permanent
from relance_mailer.settings.loading import Settings
from relance_mailer.store.archive import ANCHORS, CONFIG
from relance_mailer.store.database import Database
from relance_mailer.store.keeping import About, back_up

HIDDEN = "***"
TEMPLATE_ENDS = (".j2", ".typ", ".txt", ".py")
_URL_PASSWORD = re.compile(r"(://[^\s:/@]*:)[^\s@]+(@)")
READ_ME = "LISEZMOI.txt"

_READ_ME = """\
Sauvegarde de Relance Mailer
============================

Ce fichier contient toute la base (dossiers, journal, messages reçus, lettres parties, comptes du
bureau avec l'empreinte de leurs mots de passe), les ancres du journal, et les réglages tels
qu'ils étaient (config/). Ce sont des données personnelles : gardez-le comme la base elle-même.

Il ne contient PAS, et il faut donc les garder à part, en lieu sûr :
  - la clé qui signe les références des lettres ({token_key}) : sans elle, nos propres lettres ne
    seraient pas reconnues, ni les réponses à ces lettres ;
  - les mots de passe de la boîte, de l'envoi et de la base (secrets/), et la clé du bureau
    ({desk_key}) : les personnes connectées se reconnecteront ;
  - le grand livre et les factures en PDF : votre comptabilité les a.

Remettre en place :   relance -c settings.toml restore CE-FICHIER
Vérifier seulement :  relance -c settings.toml backup --verify CE-FICHIER
Sans ce programme : décompressez, puis « sha256sum -c SHA256SUMS ».
"""


def key_mark(key: bytes) -> str:
    """By which a key is known again and cannot be found out."""
    return hmac.new(key, b"relance: marque de sauvegarde", hashlib.sha256).hexdigest()[:16]


def about(settings: Settings, made_at: datetime) -> About:
    """What goes into a backup beside the database."""
    return About(
        made_at=made_at,
        software=version("relance-mailer"),
        creditors=tuple(row.id for row in settings.table.creditor),
        key_mark=key_mark(settings.token_key),
        files=files_of(settings),
    )


def files_of(settings: Settings) -> Mapping[str, bytes]:
    """The files by their names in the archive; no secret is among them."""
    files = settings.table.files
    read_me = _READ_ME.format(token_key=files.token_key, desk_key=files.desk_key)
    found = {READ_ME: read_me.encode("utf-8")}
    anchors = settings.path(files.anchors)
    if anchors.is_file():
        found[ANCHORS] = anchors.read_bytes()
    named = (settings.file, *map(settings.path, (files.timelines, files.calendar)))
    for file in (*named, settings.path(files.roles), settings.path(files.rates)):
        if file.is_file():
            found[f"{CONFIG}{file.name}"] = _without_secrets(file, settings)
    templates = settings.path(files.templates)
    for file in sorted(templates.rglob("*")):
        if file.is_file() and file.suffix in TEMPLATE_ENDS:
            found[f"{CONFIG}templates/{file.relative_to(templates)}"] = file.read_bytes()
    return found


def _without_secrets(file: Path, settings: Settings) -> bytes:
    text = file.read_text(encoding="utf-8-sig")
    for secret in filter(None, settings.secrets.values()):
        text = text.replace(secret, HIDDEN)
    return _URL_PASSWORD.sub(rf"\g<1>{HIDDEN}\g<2>", text).encode("utf-8")


async def keep_before_migration(
    settings: Settings, database: Database, migration: str, now: datetime
) -> None:
    """A database on a server is kept in an archive before its tables are changed.

    One that stands already, of an attempt that was cut short, is as good: nothing changed since.
    """
    folder = settings.path(settings.table.files.anchors).parent
    target = folder / f"relance-avant-{migration}.zip"
    if target.exists():
        return
    try:
        await back_up(database, target, about(settings, now))
    except Permanent as error:
        raise Permanent(f"copie avant la mise à jour de la base : {error}") from error
