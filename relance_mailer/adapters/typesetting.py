"""The only importer of typst: a template and data become a PDF, always the same bytes.

A template is a file of `templates/papers/`, the operator's folder before the shipped one. Data go
in as JSON and are printed as plain text: nothing that a ledger or a debtor wrote is ever read as
mark-up. Files are confined to the template's folder, fonts are those inside the library, and no
package is fetched. The moment written into the file is given, not asked.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst

from relance_mailer.ports import Permanent

FOLDER = "papers"
SUFFIX = ".typ"
FILES = "files"
HOUR = time(9, 0, tzinfo=UTC)  # the moment in the file: the paper's own day, no clock is asked


class Typesetter:
    """Sets papers with the templates of some folders, the first folder's before the next's."""

    def __init__(self, template_folders: tuple[Path, ...]) -> None:
        self._folders = tuple(folder / FOLDER for folder in template_folders)

    def templates(self) -> frozenset[str]:
        """The names of the papers that can be set; shared parts begin with `_`."""
        files = (path for folder in self._folders for path in folder.glob(f"*{SUFFIX}"))
        return frozenset(path.stem for path in files if not path.name.startswith("_"))

    def render(
        self,
        template: str,
        data: Mapping[str, Any],
        *,
        dated: date,
        files: Mapping[str, bytes] | None = None,
    ) -> bytes:
        """The PDF of a paper; `data` is what JSON holds, read in the template as `data`.

        `files` stand beside the template under `files/`: pages or pictures to show, exhibits to
        attach. Raises `Permanent` naming the template and what typst says is wrong with it.
        """
        path = self._path(template)
        if not files:
            return _compiled(path, data, dated=dated, form="pdf")[0]
        with TemporaryDirectory(prefix="relance-papier-") as work:
            beside = _laid_out(path, files, Path(work))
            return _compiled(beside, data, dated=dated, form="pdf")[0]

    def pages(self, template: str, data: Mapping[str, Any], *, dated: date) -> list[bytes]:
        """The pages of the same paper as PNG pictures, to be looked at."""
        return _compiled(self._path(template), data, dated=dated, form="png")

    def _path(self, template: str) -> Path:
        for folder in self._folders:
            path = folder / f"{template}{SUFFIX}"
            if path.is_file():
                _stays_home(folder)
                return path
        raise Permanent(f"aucun modèle papers/{template}{SUFFIX}")


def _compiled(path: Path, data: Mapping[str, Any], *, dated: date, form: str) -> list[bytes]:
    told = json.dumps(data, ensure_ascii=False)
    moment = int(datetime.combine(dated, HOUR).timestamp())
    try:
        compiler = typst.Compiler(
            path, root=path.parent, font_paths=_fonts(), sys_inputs={"data": told}
        )
        made = compiler.compile(format="pdf" if form == "pdf" else "png", timestamp=moment)
    except typst.TypstError as error:
        raise Permanent(f"modèle papers/{path.name} : {_told(error)}") from error
    if isinstance(made, bytes):
        return [made]
    assert made is not None, path
    return list(made)


def _laid_out(path: Path, files: Mapping[str, bytes], work: Path) -> Path:
    """The template, its shared parts and the files in a folder of their own."""
    for part in path.parent.glob(f"*{SUFFIX}"):
        (work / part.name).write_bytes(part.read_bytes())
    (work / FILES).mkdir()
    for name, content in files.items():
        assert Path(name).name == name, name
        (work / FILES / name).write_bytes(content)
    return work / path.name


def _stays_home(folder: Path) -> None:
    """A package would be fetched from the network when a letter is due."""
    for path in folder.glob(f"*{SUFFIX}"):
        if "@preview/" in path.read_text(encoding="utf-8"):
            raise Permanent(f"modèle papers/{path.name} : aucun paquet distant n'est permis")


def _told(error: typst.TypstError) -> str:
    hints = f" ({' ; '.join(error.hints)})" if error.hints else ""
    return f"{error.message}{hints}"


@cache
def _fonts() -> typst.Fonts:
    """The library's own fonts alone: a paper looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
