"""What is paid of the sums that a sentence reckons with: deductions, taxes, rates, wholes, repeats.

Takes out what is no payment of its own: "1 200 € moins l'avoir de 120 €, soit 1 080 €" pays 1 080,
"400 € sur les 1 200 €" pays 400, "mille deux cents euros (1 200 €)" pays once.
"""

import re
from collections.abc import Iterator

from relance_mailer.reading.amounts import Amount, amounts_in


def reckoned(found: list[Amount], words: str) -> list[Amount]:
    """Of the sums of a sentence those that are paid, where it reckons with several."""
    if not found:
        return found
    found = _left_over(found, words)
    found = _added_up(_once(_with_tax(found, words), words), words)
    found = _without_wholes(_worked_out(come_out(found, words), words), words)
    return _without_rates(found, words)


_LEFT = re.compile(r"\bil (?:me |vous |nous )?reste (?:donc |encore |a (?:payer|regler|virer) )?$")


def _left_over(found: list[Amount], words: str) -> list[Amount]:
    """ "700 € remis à votre chauffeur, il reste donc 240 €": what is left is still to be paid."""
    for place, each in enumerate(found):
        if _LEFT.search(words[: each.start]):
            return found[place:]
    return found


_HENCE = re.compile(
    r"(?:= |\b(?:soit|ce qui fait|reste(?: donc)?|donc|i e|i\.e\.|that is),? (?:un total de )?)$"
)
_TAKEN_OFF = re.compile(
    r"\b(?:moins|deduction|deduit\w*|deduire|less|minus|apres avoir)\b| [x×*+] ?\d"
)
_SUM_BEFORE = 24
IS_A_RATE = re.compile(
    r"^ ?(?:€|euros?)? ?(?:par|chaque|per|a|each|every) (?:mois|semaine|quinzaine|week|month)\b"
)


def come_out(found: list[Amount], words: str) -> list[Amount]:
    """ "1 200 € moins l'avoir de 120 €, soit 1 080 €": what comes out is paid."""
    for place, each in enumerate(found):
        reckoning = words[max(0, found[0].start - _SUM_BEFORE) : each.start]
        if place and _HENCE.search(words[: each.start]) and _TAKEN_OFF.search(reckoning):
            return found[place:]
    return found


def _without_rates(found: list[Amount], words: str) -> list[Amount]:
    """ "150 € par quinzaine : 150 le 5, 150 le 20": the rate is no further part."""
    parts = [each for each in found if not IS_A_RATE.match(words[each.end :])]
    return parts if len(parts) > 1 else found


_WITHOUT_TAX = re.compile(r"^ ?(?:h ?t\b|hors tax\w+)")
_WITH_TAX = re.compile(r"^ ?(?:t ?t ?c\b|toutes taxes)")


def _with_tax(found: list[Amount], words: str) -> list[Amount]:
    """ "2 000 € HT, soit 2 400 € TTC": what is paid is the second."""
    if not any(_WITH_TAX.match(words[each.end :]) for each in found):
        return found
    return [each for each in found if not _WITHOUT_TAX.match(words[each.end :])]


_REPEATS = re.compile(r"^ ?(?:€|euros?|eur)? ?(?:\(|soit |, soit )(?:€ ?)?$")


def _once(found: list[Amount], words: str) -> list[Amount]:
    """ "Mille deux cents euros (1 200 €)": the same sum in words and in figures."""
    kept: list[Amount] = []
    for each in found:
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.value == each.value
            and _REPEATS.match(words[before.end : each.start])
        ):
            continue
        kept.append(each)
    return kept


_ADDS_UP_TO = re.compile(
    r"(?:(?<!\d/\d\d )= ?|\b(?:(?:cela|ca|nous|qui|me|on|deux|trois|tout) (?:nous )?(?:fait|font"
    r"|arrive a)|soit"
    r"|total"
    r"|au total|en tout|totalise\w*|makes|totalling)(?: (?:un total )?(?:de|d|bien"
    r"|donc))?[ :]{1,2})$"
)


def _added_up(found: list[Amount], words: str) -> list[Amount]:
    """ "1 028,97 € et la 0341 (460,08 €), cela fait 1 489,05 €": the sum stands for its terms."""
    everything = amounts_in(words, bare=True)
    for total in found:
        terms = [each for each in everything if each.end <= total.start]
        if (
            1 <= len(terms) <= _TERMS_MAX
            and _ADDS_UP_TO.search(words[max(0, total.start - 30) : total.start])
            and _are_terms(terms, total, words)
        ):
            return [each for each in found if each.start >= total.start]
    return found


def _are_terms(terms: list[Amount], total: Amount, words: str) -> bool:
    if len(terms) > 1 and sum(each.value for each in terms) == total.value:
        return True
    return _ADDED.search(words[: total.start]) is not None and all(
        each.value < total.value for each in terms
    )


_ADDED = re.compile(r"\b(?:ajout\w*|avec|en comptant|compris|plus|adding|including)\b")
_MINUS = re.compile(
    r"\b(?:moins|compens\w+|deduction faite|deduit\w*|avoir|less|minus)\b|[-\u2212]"
)


def _worked_out(found: list[Amount], words: str) -> list[Amount]:
    """ "1 700 € vendredi (1 850 € moins votre avoir de 150 €)": the sum that is the difference."""
    everything = amounts_in(words, bare=True)
    for whole, taken, rest in _differences(everything):
        between = words[min(whole.end, taken.end) : max(whole.start, taken.start)]
        if _MINUS.search(between) and any(each.start == rest.start for each in found):
            return [each for each in found if each.start not in {whole.start, taken.start}]
    return found


def _differences(amounts: tuple[Amount, ...]) -> Iterator[tuple[Amount, Amount, Amount]]:
    if not 3 <= len(amounts) <= _TERMS_MAX:
        return
    for whole in amounts:
        for taken in amounts:
            for rest in amounts:
                if whole.value - taken.value == rest.value and taken.start != rest.start:
                    yield whole, taken, rest


_TERMS_MAX = 6
# "400 € sur les 1 200 €", "je vous dois 1 350 €, je verse 500": of which a part is paid.
_OUT_OF = re.compile(
    r"(?:\d ?(?:€|euros?|eur|balles)|\d{2}) (?:sur|des|out of|of)(?: the| les| un total de| l"
    r"| mes| vos)? ?$|\b(?:dois|devons|doit|owe|sur un total de|sur les|sur le montant de)"
    r" ?(?:les )?$"
)


def _without_wholes(found: list[Amount], words: str) -> list[Amount]:
    """The sums without those of which only a part is paid, where the part is told."""
    parts = [
        each for each in found if not _OUT_OF.search(words[max(0, each.start - 40) : each.start])
    ]
    smaller = parts and all(
        sum(part.value for part in parts) <= each.value for each in found if each not in parts
    )
    return parts if smaller else found
