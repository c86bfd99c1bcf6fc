"""Opening a folder, and what it means that the server doesn't let us."""

from relance_mailer.adapters.imap_account import PASSING_CODES, Denied
from relance_mailer.adapters.imap_answers import listed_folders
from relance_mailer.adapters.imap_names import encode_folder
from relance_mailer.adapters.imap_session import ImapSession
from relance_mailer.ports import Permanent, Temporary

# RFC 5530 §3 and RFC 9051 §7.1: only a human changes these.
LASTING_CODES = frozenset({"NOPERM", "OVERQUOTA", "CANNOT"})


async def open_folder(session: ImapSession, folder: str) -> int:
    """Have a folder selected; its UIDVALIDITY.

    Selected afresh from time to time: a folder that was deleted and made again while it was
    selected goes on showing its old UIDs. Not read-only (EXAMINE): Dovecot then never moves what
    is new in a Maildir and reads it again each time; no flag is touched all the same.
    """
    try:
        return await session.select(folder)
    except Denied as error:
        raise await why_denied(session, folder, error) from error


async def why_denied(session: ImapSession, folder: str, error: Denied) -> Temporary | Permanent:
    """A folder that isn't there is for a human; any other refusal may pass."""
    where = f"{session.host} : dossier « {folder} »"
    if error.code in LASTING_CODES:
        return Permanent(f"{where} refusé : {error}")
    if error.code not in PASSING_CODES and not await _exists(session, folder):
        return Permanent(f"{where} introuvable : le créer ou corriger les réglages")
    return Temporary(f"{where} refusé pour le moment : {error}")


async def _exists(session: ImapSession, folder: str) -> bool:
    try:
        lines = await session.run("LIST", '""', encode_folder(folder))
    except Denied:
        return True  # nobody knows: it may pass
    names = {name.casefold() for name in listed_folders(lines)}
    return folder.casefold() in names
