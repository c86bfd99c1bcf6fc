"""Facts become a letter: the only place where a template is run.

Templates are files that an operator may change: `mail/<language>/<template>.subject.j2`, `.txt.j2`
and `.html.j2`, the operator's folder before the shipped one, shared parts beginning with `_`. They
run in a sandbox, know nothing but the placeholders of one letter, and are read once: what `check`
has tried is what leaves. A fault names file and line, in French.
"""

import re
import traceback
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from difflib import get_close_matches
from pathlib import Path
from types import CodeType
from typing import Any

from css_inline import CSSInliner
from jinja2 import FileSystemLoader, StrictUndefined, meta, nodes
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from relance_mailer.adapters import mime
from relance_mailer.adapters.letter_view import NAMES, Day, EmptyPlaceholder, Log, Printed, view
from relance_mailer.adapters.paragraphs import flow_html, flow_text, joined, tidy
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.transfer import picture_id
from relance_mailer.ports import Enclosed, Permanent, Rendered
from relance_mailer.workdays import PARIS

COMMON = "common"  # parts that every language shares: the style
PARTS = ("subject", "txt", "html")
NOTHING = Enclosed()
LETTER_HOUR = time(9, 0)  # the Date of a letter when the flow gives none
COMPILED_MAX = 1_000  # templates that are kept compiled; two languages have some 170
_NAME = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")
_FILTERS_KEPT = frozenset({"flow", "short", "plain", "trim"})
_TESTS_KEPT = frozenset({"defined", "in", "==", "eq", "!=", "ne"})


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox with a shorter question.

    A template is given our own values only; all that they hide begins with an underscore.
    """

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may read that attribute."""
        return not attr.startswith("_")

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """No template has globals of its own: nothing is laid over those of all."""
        assert d is None, d
        return self.globals


class _Compiled(BytecodeCache):
    """What this process compiled, by place and words: the next renderer need not do it again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code, where the file still says the same."""
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if len(self._kept) >= COMPILED_MAX:
            self._kept.clear()
        if bucket.code is not None:
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = {escapes: _Compiled() for escapes in (False, True)}
"""Whether values are escaped stands in the code."""


@dataclass(frozen=True, slots=True)
class _Sheets:
    """An environment for plain text, and one for HTML where every value is escaped."""

    txt: _Sandbox
    html: _Sandbox


class MailRenderer:
    """Renders letters with the templates of some folders, the first folder's before the next's."""

    def __init__(self, template_folders: tuple[Path, ...]) -> None:
        self._folders = tuple(template_folders)
        self._sheets: dict[str, _Sheets] = {}
        self._known = self._scan()
        self._inliner = CSSInliner(
            load_remote_stylesheets=False, keep_style_tags=False, keep_at_rules=True
        )

    def templates(self) -> frozenset[tuple[str, str]]:
        """The (language, template) that have subject, text and HTML."""
        return self._known

    def check(self) -> int:
        """Compile every template and look for names that no letter has; answers how many.

        Raises `Permanent` naming file, line and what is expected.
        """
        compiled = 0
        for language, file in self._files():
            self._check_file(language, file)
            compiled += 1
        return compiled

    def broken(self) -> tuple[str, ...]:
        """What `check` would raise, for every file that has something wrong."""
        wrong = []
        for language, file in self._files():
            try:
                self._check_file(language, file)
            except Permanent as error:
                wrong.append(str(error))
        return tuple(dict.fromkeys(wrong))

    def _files(self) -> Iterator[tuple[str, str]]:
        for language in sorted({language for language, _ in self._known}):
            environment = self._sheets_of(language).txt
            for file in environment.list_templates(extensions=("j2",)):
                yield language, file

    def _check_file(self, language: str, file: str) -> None:
        try:
            _check_names(self._sheets_of(language).txt, language, file)
        except TemplateError as error:
            raise Permanent(_explained(error, language, file, {})) from error

    def render(self, letter: Letter, enclosed: Enclosed = NOTHING) -> Rendered:
        """The MIME of a letter with what goes with it.

        Raises `Permanent` naming file and line of a faulty template.
        """
        rendered = self._printed(letter, pictured=bool(enclosed.transfer_code))
        raw = self._bytes(letter, enclosed, rendered)
        return replace(rendered, mime=raw)

    def printed(self, letter: Letter, *, pictured: bool = False) -> Rendered:
        """The same without its MIME: nothing is enclosed, no document needs to be at hand.

        `pictured`: with the place of the transfer's picture, by its Content-ID.
        """
        return self._printed(letter, pictured=pictured)

    def _printed(self, letter: Letter, *, pictured: bool) -> Rendered:
        if (letter.language, letter.template) not in self._known:
            raise Permanent(
                f"aucun modèle « {letter.template} » en langue « {letter.language} » : il faut "
                f"mail/{letter.language}/{letter.template}.subject.j2, .txt.j2 et .html.j2"
            )
        log: Log = []
        coded = f"cid:{picture_id(letter)}" if pictured else ""
        names = view(letter, log, transfer_code=coded)
        printed: Log = []
        subject = self._part(letter, "subject", names, log, printed)
        text = self._part(letter, "txt", names, log, printed)
        html = self._inliner.inline(self._part(letter, "html", names, log, printed))
        subject = joined(mime.one_line(subject))
        return Rendered(mime=b"", subject=subject, text=text, html=html, printed=tuple(printed))

    def _part(
        self, letter: Letter, part: str, names: dict[str, object], log: Log, printed: Log
    ) -> str:
        """One part of the letter; what its placeholders printed is added to `printed`."""
        sheets = self._sheets_of(letter.language)
        environment = sheets.html if part == "html" else sheets.txt
        file = f"{letter.template}.{part}.j2"
        log.clear()
        try:
            rendered = environment.get_template(file).render(names)
        except (TemplateError, EmptyPlaceholder, TypeError, ValueError, LookupError) as error:
            raise Permanent(_explained(error, letter.language, file, names)) from error
        except (ArithmeticError, AttributeError, RecursionError) as error:
            raise Permanent(_explained(error, letter.language, file, names)) from error
        printed.extend((f"{part}.{name}", text) for name, text in log)
        return rendered if part == "html" else tidy(rendered)

    def _bytes(self, letter: Letter, enclosed: Enclosed, rendered: Rendered) -> bytes:
        try:
            headers = _headers(letter, rendered.subject)
        except mime.NotAnAddress as error:
            raise Permanent(
                f"adresse illisible pour le dossier {letter.key.dossier} : « {error} » ; "
                "corrigez-la dans le grand livre ou les réglages"
            ) from error
        return mime.letter_bytes(
            headers,
            text=rendered.text,
            html=rendered.html,
            enclosures=enclosed.files,
            picture=_picture(letter, enclosed, rendered.html),
            boundary=letter.token,
        )

    def _sheets_of(self, language: str) -> _Sheets:
        if language not in self._sheets:
            folders = [
                folder / "mail" / name for name in (language, COMMON) for folder in self._folders
            ]
            self._sheets[language] = _Sheets(
                txt=_environment(folders, escapes=False), html=_environment(folders, escapes=True)
            )
        return self._sheets[language]

    def _scan(self) -> frozenset[tuple[str, str]]:
        files = {
            (file.parent.name, file.name)
            for folder in self._folders
            for file in folder.glob("mail/*/*.j2")
        }
        named = {(lang, name.split(".")[0]) for lang, name in files if not name.startswith("_")}
        return frozenset(
            (lang, name)
            for lang, name in named
            if all((lang, f"{name}.{part}.j2") in files for part in PARTS)
        )


def _picture(letter: Letter, enclosed: Enclosed, html: str) -> mime.Picture | None:
    """The picture of the transfer, where the template shows it."""
    known = picture_id(letter)
    if not enclosed.transfer_code or f"cid:{known}" not in html:
        return None
    return mime.Picture(content_id=known, content=enclosed.transfer_code)


def _check_names(environment: _Sandbox, language: str, file: str) -> None:
    """Compile a template; a name that is neither a letter's nor set in it is a misspelling."""
    environment.get_template(file)
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, file)
    tree = environment.parse(source)
    # Inside a condition jinja itself would find an unknown filter only when a letter comes to it.
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            raise Permanent(
                f"modèle mail/{language}/{file}, ligne {node.lineno} : syntaxe : le filtre "
                f"« {node.name} » n'existe pas ; connus : {', '.join(sorted(_FILTERS_KEPT))}"
            )
    used = meta.find_undeclared_variables(tree)
    unknown = sorted(used - NAMES - set(environment.globals))
    if unknown:
        near = get_close_matches(unknown[0], NAMES, n=1)
        hint = f" ; peut-être « {near[0]} »" if near else ""
        line = next(name.lineno for name in tree.find_all(nodes.Name) if name.name == unknown[0])
        raise Permanent(
            f"modèle mail/{language}/{file}, ligne {line} : « {unknown[0]} » n'est le nom "
            f"d'aucune donnée{hint}"
        )


def _environment(folders: list[Path], *, escapes: bool) -> _Sandbox:
    environment = _Sandbox(
        loader=FileSystemLoader(folders),
        autoescape=escapes,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_COMPILED[escapes],
    )
    # A template is data: no function, no arithmetic helper, only what prints a placeholder.
    environment.globals.clear()
    environment.globals["form"] = "html" if escapes else "txt"
    flow: Callable[[str], str] = flow_html if escapes else flow_text
    environment.filters.update({"flow": flow, "short": _short, "plain": _plain})
    for name in set(environment.filters) - _FILTERS_KEPT:
        del environment.filters[name]
    for name in set(environment.tests) - _TESTS_KEPT:
        del environment.tests[name]
    return environment


def _short(day: Day) -> Printed:
    return day.short()


def _plain(day: Day) -> Printed:
    return day.plain()


def _headers(letter: Letter, subject: str) -> list[tuple[str, str]]:
    sender = letter.sender
    at = letter.dated_at or datetime.combine(letter.composed_for, LETTER_HOUR, tzinfo=PARIS)
    headers = [
        ("From", mime.mailbox(f"{sender.person}, {sender.creditor_name}", sender.mailbox)),
        ("To", mime.mailboxes((contact.name, contact.email) for contact in letter.to)),
        ("Cc", mime.mailboxes((contact.name, contact.email) for contact in letter.cc)),
        ("Subject", mime.unstructured(subject)),
        ("Date", mime.day_and_hour(at.astimezone(PARIS))),
        ("Message-ID", mime.message_ids((letter.message_id,))),
        ("In-Reply-To", mime.message_ids((letter.in_reply_to,) if letter.in_reply_to else ())),
        ("References", mime.message_ids(letter.references)),
        ("Reply-To", mime.mailbox("", sender.mailbox)),
        ("Content-Language", letter.language),
        ("X-Relance-Id", letter.token),
    ]
    if letter.is_level:
        # Another program that takes these letters over finds their level here.
        headers.append(("X-Reminder-Level", letter.step.name))
    if letter.step.is_answer:
        headers.append(("Auto-Submitted", "auto-replied"))  # RFC 3834
    elif letter.declare_automatic:
        headers.append(("Auto-Submitted", "auto-generated"))
        # Not « All »: it would suppress the delivery reports too (MS-OXCMAIL 2.1.3.2.20).
        headers.append(("X-Auto-Response-Suppress", "OOF, AutoReply"))
    return [(name, value) for name, value in headers if value]


def _explained(error: Exception, language: str, file: str, names: dict[str, object]) -> str:
    """Where a template is wrong, how, and what would be right."""
    name, line = _place(error, f"{language}/{file}")
    where = f"modèle mail/{name}" + (f", ligne {line}" if line else "")
    return f"{where} : {_what(error, names)}"


def _place(error: Exception, file: str) -> tuple[str, int]:
    if isinstance(error, TemplateSyntaxError):
        return (_named(error.filename) if error.filename else file, error.lineno)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".j2"):
            return (_named(frame.filename), frame.lineno or 0)
    return (file, 0)


def _named(path: str) -> str:
    """A template's folder and name."""
    return f"{Path(path).parent.name}/{Path(path).name}"


def _what(error: Exception, names: dict[str, object]) -> str:
    match error:
        case TemplateNotFound():
            return f"la partie « {error.name} » n'existe pas"
        case TemplateSyntaxError():
            said = _syntax(error.message or "")
            return f"syntaxe : {said} ; attendu : {{{{ emplacement }}}} ou {{% if … %}}"
        case SecurityError():
            return "opération interdite : un modèle imprime des emplacements, il ne calcule pas"
        case EmptyPlaceholder():
            return (
                f"l'emplacement « {error} » est vide pour cette lettre ; entourez-le de "
                f"{{% if {error} %}} … {{% endif %}}"
            )
        case UndefinedError():
            return _unknown(str(error), names)
        case _:
            return f"{type(error).__name__} : {error} ; un modèle imprime, il ne calcule pas"


_SYNTAX = (
    (r"Encountered unknown tag '(\w+)'", "la balise « {0} » n'existe pas"),
    (
        r"(?:innermost block that needs to be closed is|block) '(\w+)'",
        "« {{% {0} … %}} » n'est pas fermé",
    ),
    (r"No (?:filter|test) named '(\w+)'", "le filtre « {0} » n'existe pas"),
    (r"expected token|unexpected '|got '", "un emplacement ou une condition est mal écrit"),
    (r"unexpected end of template|Missing end of", "une balise n'est pas fermée"),
)


def _syntax(message: str) -> str:
    """What jinja says of a template's syntax, in French; what is not known here as it stands."""
    for pattern, french in _SYNTAX:
        if found := re.search(pattern, message, re.IGNORECASE):
            return french.format(*found.groups())
    return message


def _unknown(message: str, names: dict[str, object]) -> str:
    found = _NAME.search(message)
    if found is None:
        return f"emplacement inconnu : {message}"
    name = found[1] or found[2]
    near = get_close_matches(name, names, n=1)
    hint = f"vouliez-vous dire « {near[0]} » ?" if near else f"connus : {', '.join(sorted(names))}"
    return f"l'emplacement « {name} » n'existe pas ; {hint}"
