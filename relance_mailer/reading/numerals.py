"""Numbers written in words, as digits: the one door of text2num."""

import re

from text_to_num import alpha2digit  # type: ignore[attr-defined]  # re-exported without __all__

_LANGUAGES = ("fr", "en")

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: value for value, word in enumerate(_UNITS, start=1)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
}
_SMALL = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?|(?:{'|'.join(_UNITS)}))"
_HUNDREDS = rf"(?:(?:a|{_SMALL}) hundred(?: (?:and )?{_SMALL})?)"
# "Cinquante-six euros" has a French six.
_IN_ENGLISH = re.compile(
    rf"\b(?:(?:a|{_HUNDREDS}|{_SMALL}) thousand(?: (?:and )?(?:{_HUNDREDS}|{_SMALL}))?|{_HUNDREDS}"
    rf"|(?!six euro){_SMALL}(?= (?:euros?|pounds?|quid)\b)"
    # "A thousand on Friday and the other thousand …", "four hundred euros ninety"
    r"|(?:(?<=\bother )|(?<=\banother )|(?<=\bsecond )|(?<=\bfurther ))(?:thousand|hundred)"
    rf"|(?:(?<=euros )|(?<=euro )|(?<=pounds )|(?<=euros and )|(?<=euro and ))"
    rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?)(?! (?:days?|weeks?|per|percent"
    rf"|for|euros?|hundred|thousand)\b))(?![\w-])"
)


def english_in_digits(folded: str) -> str:
    """The folded text with its English sums as digits ("twelve hundred euros" → "1200 euros")."""
    if not ("hundred" in folded or "thousand" in folded or _MONEY_BEHIND.search(folded)):
        return folded
    return _IN_ENGLISH.sub(lambda match: str(_value_of(match[0])), folded)


_MONEY_BEHIND = re.compile(r"[a-z] (?:euros?|pounds?|quid)\b")


def _value_of(said: str) -> int:
    total = so_far = 0
    for word in re.findall("[a-z]+", said):
        if word == "thousand":
            total, so_far = total + (so_far or 1) * 1000, 0
        elif word == "hundred":
            so_far = (so_far or 1) * 100
        elif word == "a":
            so_far = 1
        elif word != "and":
            so_far += _VALUES[word]
    return total + so_far


def in_digits(folded: str, language: str = "fr") -> str:
    """The folded text with its spelled numbers as digits ("le quinze mars" → "le 15 mars").

    "un", "deux" and "trois" alone stay words: they count things more often than they measure.
    Lone surrogates become "?": the library takes none.
    """
    sound = folded.encode("utf-8", "replace").decode("utf-8")
    return str(alpha2digit(sound, language if language in _LANGUAGES else "fr"))
