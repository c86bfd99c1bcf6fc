"""What people put into a dossier for the court: checked before it becomes a fact."""

import re
from datetime import date

from relance_mailer.desk import french
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier

BYTES_MAX = 40 * 1024 * 1024
_ODD = re.compile(r"[^\w. ()+-]+")


def attached(
    dossier: Dossier,
    document: e.DocumentAttached,
    size: int,
    *,
    today: date,
) -> tuple[e.DocumentAttached, ...] | Impossible:
    """The fact, or why it can't be one; the same document twice is one fact."""
    if size == 0:
        return Impossible(because=f"{document.name} est vide")
    if size > BYTES_MAX:
        return Impossible(because=f"{document.name} : plus de {BYTES_MAX // 2**20} Mo")
    if document.dated_on > today:
        return Impossible(because=f"le {french.day(document.dated_on)} n'est pas encore venu")
    known = [one for one in dossier.documents if one.document == document.document]
    if any((one.sort, one.dated_on) == (document.sort, document.dated_on) for one in known):
        return ()
    return (document,)


def detached(
    dossier: Dossier, beginning: str, *, by: str, because: str
) -> tuple[e.DocumentDetached, ...] | Impossible:
    """The fact that takes out the one document whose digest begins so, or whose name it is."""
    found = [
        one
        for one in dossier.documents
        if one.name == beginning or (len(beginning) >= 6 and one.document.startswith(beginning))
    ]
    if len(found) != 1:
        return Impossible(because=f"{len(found)} pièce(s) versée(s) répondent à « {beginning} »")
    return (e.DocumentDetached(by=by, because=because, document=found[0].document),)


def file_name(name: str) -> str:
    """A file's own name without its path and without signs that mislead."""
    plain = _ODD.sub("-", name.replace("\\", "/").rpartition("/")[2]).strip(" .-")
    return plain[-100:] or "piece"
