"""The desk put together: the house, who may sign in, and the key that signs sessions."""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from relance_mailer.ports import Permanent
from relance_mailer.settings.loading import Settings
from relance_mailer.store.colleagues import DatabaseColleagues
from relance_mailer.web.desk import Desk
from relance_mailer.web.wording import words_in
from relance_mailer.wiring.build import Relance, template_folders

KEY_SIGNS = 32


def desk_of(relance: Relance) -> Desk:
    """The desk of a house; raises `Permanent` without its key or its words."""
    table = relance.settings.table.desk
    return Desk(
        house=relance.house,
        creditors=relance.creditors,
        colleagues=DatabaseColleagues(relance.database),
        real_now=relance.real_now,
        secret=_key(relance.settings),
        public_url=table.url,
        session_hours=table.session_hours,
        language=table.language,
        words=words_in(table.language, template_folders(relance.settings)),
    )


def _key(settings: Settings) -> str:
    """The key of sessions, made on the first start: to delete it signs everybody out."""
    file = settings.path(settings.table.files.desk_key)
    try:
        with suppress(FileExistsError):
            _make(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Permanent(f"{file} : clé du bureau illisible : {error}") from error
    if len(key) < KEY_SIGNS:
        raise Permanent(f"{file} : au moins {KEY_SIGNS} signes étaient attendus ; effacez-le")
    return key


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as made:
        made.write(secrets.token_hex(32) + "\n")
