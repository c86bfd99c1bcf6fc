"""The languages in which letters may be written: those whose words the rules know.

A letter in any other language is stopped: nobody could say whether it apologises or threatens.
"""

from types import MappingProxyType

from relance_mailer.outward.tongue import Tongue
from relance_mailer.outward.wordlists_en import ENGLISH
from relance_mailer.outward.wordlists_fr import FRENCH

TONGUES: MappingProxyType[str, Tongue] = MappingProxyType({"fr": FRENCH, "en": ENGLISH})

# The same articles in every language: French law is quoted by its own numbers.
LEGAL_BASIS_B2B = (r"\b1344\b", r"l ?441-10")
LEGAL_BASIS_PUBLIC = (r"\b1344\b", r"r ?2192-31")
LEGAL_BASIS_OTHERS = (r"\b1344\b", r"\b1344-1\b")


def tongue_of(language: str) -> Tongue:
    """The language of a letter; French where the rules know none: `is_known` says whether."""
    return TONGUES.get(language, FRENCH)


def is_known(language: str) -> bool:
    """Whether the rules know the words of that language."""
    return language in TONGUES
