"""The file for a court, from a dossier's page: one archive with everything that a lawyer needs."""

import io
import zipfile

from starlette.requests import Request
from starlette.responses import Response

from relance_mailer.flows.legal_file import Exported, export_file
from relance_mailer.web.desk import desk_of
from relance_mailer.web.dossiers import key_of
from relance_mailer.web.mails import download

STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every file in the archive: the same dossier on the same day gives the same bytes."""


async def court_file(request: Request) -> Response:
    """The complete dossier as an archive to save; what `relance export` writes, to the byte."""
    desk = desk_of(request)
    key, creditor = key_of(request, desk)
    exported = await export_file(desk.house, creditor, key)
    name = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in key.dossier)
    return download(f"dossier-{name}.zip", archived(exported))


def archived(exported: Exported) -> bytes:
    """The files as a zip archive, in their order."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in exported.files:
            info = zipfile.ZipInfo(one.path, date_time=STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, one.content)
    return whole.getvalue()
