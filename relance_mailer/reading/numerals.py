"""Numbers written in words, as digits: the one door of text2num."""

from text_to_num import alpha2digit  # type: ignore[attr-defined]  # re-exported without __all__

_LANGUAGES = ("fr", "en")


def in_digits(folded: str, language: str = "fr") -> str:
    """The folded text with its spelled numbers as digits ("le quinze mars" → "le 15 mars").

    "un", "deux" and "trois" alone stay words: they count things more often than they measure.
    Lone surrogates become "?": the library takes none.
    """
    sound = folded.encode("utf-8", "replace").decode("utf-8")
    return str(alpha2digit(sound, language if language in _LANGUAGES else "fr"))
