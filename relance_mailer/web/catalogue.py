"""All that the desk says in words of its own, gathered for translators in gettext's format."""

import ast
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from relance_mailer.desk import figures, french, queues
from relance_mailer.web.wording import environment_of

PROJECT = "relance_mailer desk"
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_KEYWORDS = frozenset({"label", "help", "lead", "button", "done", "title"})
_BY_PLACE = frozenset({"flash", "_prepared"})  # their words have no name
_CALLS = frozenset({"Act", "Field", "Choice", "page", *_BY_PLACE})
_TABLES = frozenset({"ROLES", "FATES", "WEEKDAYS", "Group"})
"""Tables and enumerations of `web` whose every text is shown."""


def gathered() -> tuple[tuple[str, str], ...]:
    """Every text with the place where it stands, in an order that does not change."""
    found: dict[str, str] = {}
    for text, place in (*_in_templates(), *_in_code(), *_in_tables()):
        if any(sign.isalpha() for sign in text):
            found.setdefault(text, place)
    return tuple(sorted(found.items(), key=lambda row: (row[1], row[0])))


def updated(known: bytes, language: str) -> bytes:
    """A catalogue with every text of today: what `known` translates stays translated.

    The same words give the same bytes, whatever the day. Raises `ValueError` when `known` cannot be
    read whole: what is not understood would be gone from the file.
    """
    fresh = Catalog(
        locale=language,
        project=PROJECT,
        header_comment=f"# {PROJECT}",
        creation_date=_NO_DAY,
        revision_date=_NO_DAY,
        last_translator="",
        language_team="",
        msgid_bugs_address="",
        fuzzy=False,
    )
    for text, place in gathered():
        flags = ("python-format",) if "%(" in text else ()
        fresh.add(text, locations=[(place, 0)], flags=flags)
    if known:
        for old in _read(known, language):
            new = fresh.get(old.id) if old.id else None
            if new is not None:
                new.string = old.string
    written = BytesIO()
    write_po(written, fresh, width=100, include_lineno=False)
    return written.getvalue()


def _read(known: bytes, language: str) -> Catalog:
    try:
        return read_po(BytesIO(known), locale=language, abort_invalid=True)
    except (PoFileError, LookupError) as error:
        raise ValueError(str(error)) from error


def _in_templates() -> Iterator[tuple[str, str]]:
    environment = environment_of(NullTranslations(), "fr", {})
    for name in sorted(environment.list_templates()):
        source, _, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
        for _, _, text in environment.extract_translations(source):  # type: ignore[attr-defined]
            # A text with figures in it comes with a place for each of them.
            first = text[0] if isinstance(text, tuple) else text
            if isinstance(first, str):
                yield first, f"web/templates/{name}"


def _in_code() -> Iterator[tuple[str, str]]:
    for file in sorted(files("relance_mailer.web").iterdir(), key=lambda one: one.name):
        if not file.name.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for text in (*_of_call(node), *_of_table(node)):
                yield text, f"web/{file.name}"


def _of_call(node: ast.AST) -> Iterator[str]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return
    if node.func.id in _CALLS:
        wanted = [one.value for one in node.keywords if one.arg in _KEYWORDS]
        shown = node.args[1:] if node.func.id in _BY_PLACE else []
        yield from (text for one in (*wanted, *shown) for text in _texts(one))


def _of_table(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign):
        names = {one.id for one in node.targets if isinstance(one, ast.Name)}
    elif isinstance(node, ast.ClassDef):
        names = {node.name}
    else:
        return
    if not names & _TABLES:
        return
    for one in ast.walk(node):
        if isinstance(one, ast.Dict):
            yield from (text for value in one.values for text in _texts(value))
        elif isinstance(one, ast.Tuple):
            yield from (text for value in one.elts for text in _texts(value))
        elif isinstance(one, ast.Assign) and isinstance(node, ast.ClassDef):
            yield from _texts(one.value)


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _in_tables() -> Iterator[tuple[str, str]]:
    for name, table in sorted(vars(french).items()):
        if name.isupper() and isinstance(table, Mapping):
            for text in table.values():
                yield str(text), "desk/french.py"
    for text in queues.NAMES.values():
        yield text, "desk/queues.py"
    for text, *_ in figures.AGES:
        yield text, "desk/figures.py"
