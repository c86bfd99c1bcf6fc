"""Every reason that a dossier can wait for has its French: a queue never shows an identifier."""

import ast
from collections.abc import Iterator
from pathlib import Path

from relance_mailer.desk.french import REASONS

ROOMS = ("dossier", "inward", "outward", "desk", "flows", "law")
PACKAGE = Path(__file__).parents[2] / "relance_mailer"
AS_KEYWORD = frozenset({"reason", "review"})
_ONCE_TAKES_IT_AS = 2


def _said(tree: ast.AST) -> Iterator[str]:
    """The reasons written out in a module's calls."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        values = [word.value for word in call.keywords if word.arg in AS_KEYWORD]
        if isinstance(call.func, ast.Name) and call.func.id == "_once":
            values.append(call.args[_ONCE_TAKES_IT_AS])
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def test_every_reason_that_is_written_out_has_its_french() -> None:
    modules = [file for room in ROOMS for file in sorted((PACKAGE / room).rglob("*.py"))]
    said = {word for file in modules for word in _said(ast.parse(file.read_text("utf-8")))}
    assert {"barred_debtor", "currency_differs"} <= said
    assert len(said) > 30
    assert sorted(said - set(REASONS)) == []
