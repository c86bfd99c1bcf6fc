"""Days that one sentence tells and another speaks of: "ce jour-là", "rien le 5".

Takes "Je rentre le 24. Je vous règle ce jour-là." and "J'avais promis le 5. Il n'y aura rien le 5."
"""

import re
from datetime import date

from relance_mailer.reading.date_others import is_an_old_word
from relance_mailer.reading.dates import dates_in
from relance_mailer.reading.intents.phrases import any_of, fold, sentences
from relance_mailer.reading.promised_sums import words_of

_POINTS_BACK = any_of(
    r"(?:ce jour la|ce jour meme|cette semaine la|c est (?:donc )?la que|ce meme jour"
    r"|le jour (?:meme|dit|convenu)"
    r"|(?:a|avant|pour) cette date|a ce moment la"
    r"|dans ce delai|dans la foulee|du meme mois|la veille"
    r"|that (?:very )?(?:day|date)|same day|there and then|\w+day (?:in|of) (?:the|that) (?:same"
    r" )?week"
    r"|by then|le lendemain|\w+day after(?= ?(?:[.,;!]|$))"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|semaine) (?:suivante?|d apres|qui suit)"
    r"|(?:jours?|semaines?|mois|days?|weeks?) (?:apres|plus tard|later)|le mois (?:suivant"
    r"|d apres))"
)
# "Rien avant le 7, on vendange dès lundi. Ce jour-là je vous paie": the day told last.
_LAST_TOLD = any_of(r"(?:ce jour (?:la|meme)|ce meme jour|that very day)")


def spoken_of(text: str, day: date) -> dict[str, date]:
    """The day that a sentence means by "ce jour-là": the only one of the sentences before it."""
    if not _POINTS_BACK.search(fold(text)):
        return {}
    meant: dict[str, date] = {}
    known: list[date] = []
    for sentence in sentences(text):
        words = words_of(sentence)
        found = dates_in(words, day)
        one = len(set(known)) == 1 or (known and _LAST_TOLD.search(sentence.folded))
        pointer = _POINTS_BACK.search(words)
        # "… le 29, puisque c'est ce jour-là que je paie": the sentence's own day is meant.
        if one and pointer and not any(each.start < pointer.start() for each in found):
            meant[sentence.raw] = known[-1]
        if found:
            known = [each.on for each in found if each.row != "today"] or [
                each.on for each in found
            ]
    return meant


# "Je vous avais promis le 5. Il n'y aura rien le 5."
_NOTHING_THEN = re.compile(
    r"\b(?:rien|aucun \w+|pas (?:possible|tenir|tenable|avant)|nothing)(?: \w+){0,2}? "
    r"(?:le |pour le |ce |du |on the )?$"
)


def denied_in(text: str, day: date) -> frozenset[date]:
    """The days on which, as a sentence says, nothing will come."""
    if not any(is_an_old_word(each.folded) for each in sentences(text)):
        return frozenset()
    found: set[date] = set()
    for sentence in sentences(text):
        words = words_of(sentence)
        found.update(
            each.on
            for each in dates_in(words, day)
            if _NOTHING_THEN.search(words[: each.start] + " ")
            or _NOTHING_THEN.search(words[: each.start])
        )
    return frozenset(found)
