"""Whether a line is somebody's name, although no header of the message says it.

"Compta Ateliers <compta@…>" is signed "Nadège Lebreton". A name is known by its given name, by the
title before it, or by a surname in capitals beside a name; never by a capital letter alone: that
is how sentences begin.

Takes: "Nadège L.", "Mme Ndiaye", "Pascal RIGAUD", "stéphane", "P/O M. Roux".
Leaves: "Vendredi", "Chèque posté", "Merci Madame", "Pierre est absent".
"""

import re
import unicodedata

from relance_mailer.reading.given_names import GIVEN_NAMES, NAMES_THAT_ARE_WORDS

_WORDS_MAX = 5
_ACCENTS = re.compile("[\u0300-\u036f]")
_TITLE = re.compile(
    r"^(?:m\.|mr?|mme|mlle|me|dr|pr|monsieur|madame|mademoiselle|ma[iî]tre|docteur|mrs|ms|miss"
    r"|herr|frau|sra?|sig(?:ra|\.ra)?|dott)\.?$",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(r"^(?:p\.?\s?/?\s?o\.?|p/|pour ordre)\s+", re.IGNORECASE)
_PARTICLES = frozenset("de du des d le la l van von der den del di da ben bin el et and".split())
_CAPITAL = re.compile(r"^[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?$")
_SURNAME = re.compile(r"^[^\W\d_a-zà-öø-ÿ]{2,}(?:['’-][^\W\d_a-zà-öø-ÿ]+)*$")
_TAIL = re.compile(r"\s[-–—|/]\s|[,|(]")
# What follows titles in greetings and in sentences, and what is said in a word or two.
_SAID = frozenset(
    """
    bonjour bonsoir madame monsieur madames messieurs mesdames merci cordialement salutations
    ok oui non vu recu payee paye regle reglee solde soldee vire viree fait faite envoye envoyee
    poste postee parti partie facture factures cheque virement paiement reglement avoir relance
    lundi mardi mercredi jeudi vendredi samedi dimanche demain hier janvier fevrier mars avril mai
    juin juillet aout septembre octobre novembre decembre bien bonne bon tres je nous vous on il
    elle est sera sont pas plus ne mais car donc pour avec sans dans chez sur sous par
    paid yes no done thanks thank hello dear monday tuesday wednesday thursday friday saturday
    sunday tomorrow today invoice payment transfer we you is are will not
    absent absente fermee litige refus urgent important attention
    """.split()
)


def plain_key(text: str) -> str:
    """Lower case without accents, to compare names."""
    lower = text.lower()
    if lower.isascii():
        return lower
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", lower.replace("œ", "oe")))


def is_a_persons_name(line: str) -> bool:
    """Whether the line, less a role after a comma or a dash, is a person's name and no more."""
    bare = _FOR_SOMEBODY.sub("", line.strip())
    head, *tail = _TAIL.split(bare, maxsplit=1)
    if tail and (len(tail[0].split()) > _WORDS_MAX or _is_said(tail[0])):
        return False
    words = head.strip(" .").split()
    if not words or len(words) > _WORDS_MAX or head.rstrip()[-1:] in "?!:;":
        return False
    titled = _TITLE.match(words[0]) is not None
    words = words[1:] if titled else words
    if not words or _is_said(" ".join(words)):
        return False
    if len(words) == 1 and not titled:
        return _is_given(words[0])
    if not all(_CAPITAL.match(word) or plain_key(word) in _PARTICLES for word in words):
        return False
    return titled or any(_is_given(word) for word in (words[0], words[-1]))


def is_a_full_name(line: str) -> bool:
    """Whether the line may be a name by its letters alone: "Xhevdet KRASNIQI", never one word.

    Enough where a closing formula stands above or a role below, and nowhere else.
    """
    head = _TAIL.split(line.strip(), maxsplit=1)[0]
    words = head.split()
    if not 2 <= len(words) <= _WORDS_MAX or _is_said(head) or head.rstrip()[-1:] in "?!:;.":
        return False
    return all(_CAPITAL.match(word) or plain_key(word) in _PARTICLES for word in words) and (
        _CAPITAL.match(words[0]) is not None
    )


def _is_given(word: str) -> bool:
    """A given name, or two with a hyphen of which one is known."""
    bare = word.strip(".")
    for part in re.split(r"[-‑]", plain_key(bare)):
        if part in GIVEN_NAMES and (part not in NAMES_THAT_ARE_WORDS or bare[:1].isupper()):
            return True
        if part in NAMES_THAT_ARE_WORDS and bare[:1].isupper():
            return True
    return False


def _is_said(text: str) -> bool:
    return not _SAID.isdisjoint(re.findall(r"[^\W\d_]+", plain_key(text)))
