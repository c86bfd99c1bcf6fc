"""The desk in another language: its own words through a catalogue, the journal's as they stand.

French is the source: a msgid is the French text. What stands in templates, labels and headings is
translated. What the journal holds, and the sentences in which the rules tell a case, are evidence
and stay French; under another language they are marked as French, for screen readers and eyes.
"""

import re
from collections.abc import Callable, Iterable
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.filters import do_forceescape, do_mark_safe

from relance_mailer.ports import Permanent

SOURCE = "fr"
IN_FRENCH = do_mark_safe(' lang="fr"')
_PERCENT = re.compile(r"%(?:\(\w+\)[sd]|%|)")
"""A place for a name or a figure (`%(num)s`), a percent sign, or one that is neither."""


def words_in(language: str, folders: Iterable[Path]) -> NullTranslations:
    """The catalogue of that language, from the first folder that has one.

    Raises `Permanent` when none has, or when it cannot be read.
    """
    if language == SOURCE:
        return NullTranslations()
    tried = [folder / "desk" / f"{language}.po" for folder in folders]
    found = next((file for file in tried if file.is_file()), None)
    if found is None:
        first = tried[0] if tried else f"desk/{language}.po"
        raise Permanent(
            f"[desk] language = « {language} » : il manque le catalogue {first} "
            "(« relance templates words » l'écrit, prêt à traduire)"
        )
    try:
        return compiled(found.read_bytes())
    except (OSError, PoFileError, ValueError, LookupError) as error:
        raise Permanent(f"{found} : catalogue illisible : {error}") from error


def compiled(catalogue: bytes) -> NullTranslations:
    """A catalogue as translators keep it (.po), as programs read it.

    Raises `ValueError` where a translation names a place that its text has not: a page that shows
    it would break.
    """
    read = read_po(BytesIO(catalogue), abort_invalid=True)
    _assert_same_places(read)
    made = BytesIO()
    write_mo(made, read)
    made.seek(0)
    return GNUTranslations(made)


def _assert_same_places(catalogue: Catalog) -> None:
    for message in catalogue:
        wrong = _places(message.string) - _places(message.id)
        if message.id and wrong:
            raise ValueError(f"« {_told(message.id)[0]} » : {', '.join(sorted(wrong))} en trop")


def _told(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _places(text: str | Iterable[str] | None) -> set[str]:
    return {place for form in _told(text) for place in _PERCENT.findall(form)}


def environment_of(
    words: NullTranslations, language: str, filters: dict[str, Callable[..., object]]
) -> Environment:
    """The pages: every text is escaped, a name that is not given is an error.

    `|said` prints a French text that comes from code, translated or marked as French; filters of
    `filters` whose French is fixed are translated the same way where a template says so.
    """
    environment = Environment(
        loader=PackageLoader("relance_mailer.web"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # What a translator wrote is text: Jinja would take it for markup.
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: do_forceescape(words.gettext(text)),
        lambda one, several, number: do_forceescape(words.ngettext(one, several, number)),
        newstyle=True,
    )
    environment.filters.update(filters)
    environment.filters["said"] = _said(words, language)
    environment.globals["language"] = language
    environment.globals["in_french"] = "" if language == SOURCE else IN_FRENCH
    return environment


def _said(words: NullTranslations, language: str) -> Callable[[object], str]:
    def said(value: object) -> str:
        text = str(value)
        told = words.gettext(text) if text else text
        if language == SOURCE or not text or told != text:
            return told
        return do_mark_safe(f"<span{IN_FRENCH}>{do_forceescape(text)}</span>")

    return said
