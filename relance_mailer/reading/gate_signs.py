"""The small alphabet in which texts and gates (`gates`) are compared, and how rare its strings are.

Small letters, any figure as 0, and whatever belongs to no word as a blank, so that the end of a
word is a sign like another. A text is cut, once, into its strings of four signs; which of a
pattern's strings it is worth looking for is told by how often such signs stand in a sentence.
"""

import math
import re
import sys
from collections import defaultdict
from functools import cache, lru_cache

SHORT, LONG = 3, 4
"""How many signs a string has that is looked for."""
RARE_SIGNS = frozenset("@€£$%")
"""Each of them alone says enough."""
_RARE = 0.1  # how many sentences have one


@lru_cache(maxsize=512)
def grams_of(text: str) -> tuple[int, ...]:
    """The strings of four and of three signs of a text, as they are compared, as whole numbers."""
    octets = _octets(text.lower())
    length = len(octets) + 2 * LONG & -LONG
    signs = b" " + octets.ljust(length + LONG)
    # The text four times over, each time a sign later: the library cuts all of it at once.
    shifted = bytearray().join(signs[at : at + length] for at in range(LONG))
    found = memoryview(shifted).cast("I").tolist()
    shifted[SHORT::LONG] = bytes(length)
    found += memoryview(shifted).cast("I").tolist()
    found += [ord(sign) for sign in RARE_SIGNS if sign in text]
    return tuple(found)


def _octets(lowered: str) -> bytes:
    """One octet a sign: what belongs to no word is a blank, a figure is 0, a foreign letter ÿ."""
    try:
        signs = lowered.encode("latin-1")
    except UnicodeEncodeError:
        signs = _NOT_WESTERN.sub(_western, lowered).encode("latin-1")
    return signs.translate(_COMPARED)


def compared(lowered: str) -> str:
    """A text in small letters as it is compared, sign by sign."""
    return _octets(lowered).decode("latin-1")


def is_of_word(sign: str) -> bool:
    """Whether a sign may stand within a word."""
    return sign.isalnum() or sign == "_"


def _western(found: re.Match[str]) -> str:
    if found[0].isdigit():
        return "0"
    return "ÿ" if found[0].isalnum() else " "


def _compared(sign: str) -> str:
    if sign.isdigit():
        return "0"
    return sign if is_of_word(sign) else " "


_NOT_WESTERN = re.compile(r"[^\x00-\xff]")
_COMPARED = "".join(map(_compared, map(chr, range(256)))).encode("latin-1")


def number_of(gram: str) -> int:
    """A string of four, of three, or of one rare sign, as `grams_of` has it."""
    if len(gram) == 1:
        return ord(gram)
    return int.from_bytes(gram.encode("latin-1").ljust(LONG, b"\0"), sys.byteorder)


# How often each sign stands in a French text, in thousandths; what is not here is rarer.
_OFTEN = dict(zip(" eatsinrulodcmpév", (160, 115, 62, 62, 62, 58, 55, 52, 48, 45, 42, 30, 25, 24,
                                        24, 17, 13), strict=True))  # fmt: skip
_SELDOM = 7
_COMMON_WORDS = (
    "le de la je vous est pas l nous ne votre en n un et que les facture d au il ai ce on du j pour"
    " c mon notre par ete me plus merci m sur avec une payer the mois bien moi bonjour dans ma"
    " cette tout qui paiement paye des suis rien avons depuis virement compte ca vos mais fait we"
    " qu avez cheque jours you chez y to banque sera nos pouvez reglement sont ou service jamais"
    " this sous si our vendredi argent avant etes s dossier deux regle sans paie relance mail"
    " demande bon lundi encore fin signe etre t commande echeance recu please passe jour mes faire"
    " comptable personne invoice adresse non demain donc fois part sommes avoir toujours voir jeudi"
    " fais solde retard dit semaine elle peux faut factures suite apres your peut not and in will"
)
"""The words of replies, the most frequent first."""
_COMMON_TAGS = (
    "we you be have num your our he money span month day invoice number paid can been paper payx"
    " dop eur sendp sendx payi leaven sendi whenif leavep contactx had don debt was"
)
"""The tags of replies (`intents.gist`) likewise."""
_WORDS_A_SENTENCE = 12
_UNCOMMON = 0.35  # of the words of a text
_SIGNS_A_WORD = 4
_FLATTER = 4  # the commonest word is four times as frequent as the twelfth
_TWO_BLANKS = 0.3  # between two words: a comma is a blank too


def chance_of(gram: str) -> float:
    """How often the string is expected in a sentence, roughly."""
    return _RARE if gram in RARE_SIGNS else _chance(gram)


@cache
def _chance(signs: str) -> float:
    """How often signs are expected in a sentence: as an end, whole words, and a beginning."""
    if " " not in signs:
        return _WORDS_A_SENTENCE * _expected_in("within", signs)
    first, *middle, last = signs.split(" ")
    between = math.prod(_expected_in("whole", word) for word in middle)
    return _WORDS_A_SENTENCE * _expected_in("ends", first) * between * _expected_in("begins", last)


def _expected_in(where: str, signs: str) -> float:
    """How many words of which this is the end, the beginning, all or a part, a word of text."""
    if not signs:
        return 1.0 if where != "whole" else _TWO_BLANKS
    letters = math.prod(_OFTEN.get(sign, _SELDOM) / 1000 for sign in signs)
    places = _SIGNS_A_WORD if where == "within" else 1
    return _common().get((where, signs), 0.0) + _UNCOMMON * places * letters


@cache
def _common() -> dict[tuple[str, str], float]:
    """How likely a word is a common one that ends, begins so, is this or holds it."""
    chances: dict[tuple[str, str], float] = defaultdict(float)
    for words in (_COMMON_WORDS.split(), _COMMON_TAGS.split()):
        total = sum(1 / (rank + _FLATTER) for rank in range(len(words)))
        for rank, word in enumerate(words):
            share = (1 - _UNCOMMON) / (rank + _FLATTER) / total
            chances["whole", word] += share
            for size in range(1, LONG + 1):
                chances["begins", word[:size]] += share if size <= len(word) else 0
                chances["ends", word[-size:]] += share if size <= len(word) else 0
                for at in range(len(word) - size + 1):
                    chances["within", word[at : at + size]] += share
    return chances
