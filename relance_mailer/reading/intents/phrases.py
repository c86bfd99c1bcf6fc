"""What a rule is made of: a text cut into folded sentences, and patterns that quote what they took.

Folding keeps the length of a sentence, so that a finding quotes the sender's own words: lower
case, accents taken off, apostrophes and hyphens turned into blanks ("J'AI" and "j’ai" are both
`j ai`). A pattern begins at a word, and its quantifiers are bounded: the time of a reading stays
linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from relance_mailer.reading.compiled_later import compiled_later
from relance_mailer.reading.gates import Gated, Index, Shelf, Tried
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

_LOOKALIKES = {
    "’": " ",
    "'": " ",
    "ʼ": " ",
    "‘": " ",
    "`": " ",
    "´": " ",
    "‑": "-",
    "–": "-",
    "—": "-",
    "œ": "o",
    "æ": "e",
    "ß": "s",
    "…": ".",
}
# A line that ends in a small word, or a day before its month, is wrapped and not ended.
_BREAK = re.compile(
    r"(?=[\s\ufe0f»\")])(?:"  # every break begins with one of these: elsewhere one look is enough
    r"(?<=[\u2600-\u27bf\U0001f300-\U0001faff])\ufe0f?\s+|(?<=\w [:;]\))\s+"
    r"|(?<=[.!?…;])(?<!\.\d\d\.)(?<!\d\.\d\.)"
    r"(?!(?<=\d\.) (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
    r"[\s»\")]+|\n\s*\n"
    r"|(?<! le)(?<! la)(?<! au)(?<! du)(?<! de)(?<! les)(?<! the)(?<! on)(?<! by)(?<! am)(?<! et)"
    r"\n(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d)"
    r"(?=\s*(?:[-*•>\d]|[A-ZÉÈÀÊÎÔÇ])))"
)
_SHORT_ABBREVIATION = re.compile(
    r"(?:\b(?:M|Mme|Mlle|Mr|Me|Dr|St|Ste|Ets|réf|ref|n|no|tel|tél|art|env|cf|p|av|bd|max|min"
    r"|janv|févr|fevr|juil|sept|oct|nov|déc|dec|sem|Sem|fact|vir|chq|i\.e|e\.g|Mrs|Ms|Inc|Ltd|dr"
    r"|bzw|z|B|Nr|sig|Sr|Sra)\.)$"
)
_QUOTED = re.compile(r"«[^«»]{0,400}»|“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_NEGATED_DASH = re.compile(r"-(?:(?<=\D-)|(?=\D))")

BEYOND_DOUBT = 4
"""The strength of what no second voice outvotes."""
TEXT_LIMIT = 6_000
"""Characters of own words that are read; what lies beyond is a human's to read."""

WHEN = (
    r"(?:(?:24|48|72) ?h\b|(?:av(?:an)?t|a|pour|d ici|apres) (?:noel|paques|la toussaint|l"
    r" ascension|la pentecote)|a cette date|le jour meme|(?:lun|mar"
    r"|mercre|jeu|vendre|same)di|dimanche|demain|2main|dem1|apres demain|ce soir"
    r"|aujourd ?hui|cet(?:te)? (?:aprem|apres midi|semaine)|dans (?:la|l) ?(?:journee|heure|semaine"
    r"|quinzaine|foulee|matinee)|(?:de |d )?(?:ce|le) (?:jour|week ?end)(?: meme)?"
    r"|sous (?:huitaine|quinzaine|peu|\w{1,8} ?(?:h|heures|jours?|semaines?))|(?:fin|mi|debut"
    r"|courant) (?:de |du |d )?(?:ce )?(?:mois|semaine|janv|fev|mars|avr|mai|juin|juil|aout|sept"
    r"|oct|nov|dec|annee)\w*|sem(?:aine)? (?:pro(?:chaine)?|\d{1,2})|s ?\d{2}\b|mois prochain"
    r"|le (?:1er|\d{1,2})\b|l?es? \d{1,2}\b|au \d{1,2}\b|du \d{1,2}\b|\d{1,2}(?:er)? (?:janv|fev"
    r"|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\w*|\d{1,2}[/.]\d{1,2}\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|next week|end of"
    r"|d ?ici (?:la |le |au |a |\d|une?|deux|trois|quatre|cinq|six|huit|peu|fin|dix|quinze)"
    r"|dans (?:les )?(?:\d{1,2}|une?|deux|trois|dix|quinze|huit|quelques) \w+"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|june|july|august"
    r"|september|october|november|december)|(?:january|february|march|april|june|july|august"
    r"|september|october|november|december) \d{1,2}(?:st|nd|rd|th)?\b"
    r"|(?:in|within) a (?:week|fortnight|month)\b|(?:patrick|paddy|valentine|david|andrew) s day"
    r"|la (?:sainte? (?!et\b|gl?in|frusq)[a-z]{3,}|chandeleur)\b|d(?:an)?s (?:la )?(?:huitaine"
    r"|quinzaine"
    r"|semaine)\b"
    r"|(?:before|by|at) (?:christmas|easter|new year)\b|(?:mid|early|late|end of) (?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|le (?:dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente)\b"
    r"|(?:premier|deux|trois|quatre|cinq|six|sept|huit|neuf|vingt|trente|un) (?:janvier|fevrier"
    r"|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b)"
)
"""An expression of time that lies ahead, loosely: enough to see that a commitment is dated."""

OBJ = r"(?:(?:vous|te|t|la|le|les|l|y|en|ca|nous|lui|tout|cela|leur|m|me|s) ){0,3}"
"""Pronouns between a subject and its verb."""

PAY_NOW = (
    r"(?:paie|paye|paies|payes|pai|regle|regles|vire|verse|solde|acquitte|rembourse|poste|depose"
    r"|envoie|envoi|envois|mets|mes|fait|fai|fais|donne|procede|passe|programme|transfere|remets)"
)
PAY_LATER = (
    r"(?:p[ae]i?e?rai?s?|paierai?s?|payerai?s?|peyerai|reglerai?s?|virerai?s?"
    r"|verserai?s?|solderai?s?"
    r"|acquitterai|rembourserai|enverrai|posterai|deposerai|donnerai|ferai|procederai|transfererai"
    r"|(?:paie|paye|regle|vire|verse|solde|acquitte|procede|honore|effectue)rons|enverrons|ferons)"
)
PAY_WE = (
    r"(?:payons|reglons|virons|versons|soldons|acquittons|envoyons|procedons|effectuons|honorons"
    r"|programmons|mettons|faisons)"
)
PAY_TO = (
    r"(?:payer|regler|virer|verser|solder|honorer|acquitter|rembourser|decaisser|debourser"
    r"|mandater|remunerer|m acquitter)"
)
DONE = (
    r"(?:paye|payer|regle|regler|vire|verse|solde|acquitte|mandate|honore|liquide"
    r"|execute)(?:e|es|s)?"
)

_YET = (
    r"(?:sera|seront|serait|va|vont|vais|doit|devrait|peut|pourra|n (?:est|a|ai|y)|ne|a faire"
    r"|et|puis|sinon)"
)
_MADE = (
    r"(?:effectue|execute|fait|parti|emis|remis|poste|envoye|depose|lance|realise|opere|ordonne"
    r"|passe"
    r"|signe|expedie)(?:e|es|s|ees)?"
)
_PAST_DAY = (
    r"(?:le \d|(?:lun|mar|mercre|jeu|vendre|same)di\b(?! (?:prochain|en huit|qui vient))|hier"
    r"|ce (?:jour"
    r"|matin)|en date|depuis|il y a|la semaine (?:derniere|passee)|aujourd hui|avant hier)"
)
MADE_ON_A_DAY = (
    rf"(?:virements?|cheques?|paiements?|reglements?|versements?|mandats?|prelevements?)\b"
    rf"(?: (?!{_YET}\b)[\w/,.€()°]+){{0,6}}? (?:est |a ete |sont |ont ete )?(?:bien )?{_MADE}"
    rf" (?:\w+ ){{0,7}}?{_PAST_DAY}",
    rf"\d ?(?:€|euros?|eur|balles)? (?:bien |deja )?(?:vire|paye|regle|verse|transfere"
    rf"|debite)(?:e|es"
    rf"|s|ees)? {_PAST_DAY}",
)
"""A payment that was made on a day: a participle without an auxiliary that looks ahead."""

OWE_US = (
    r"\b(?:tant qu|des que vous|des reception|a reception d|quand vous (?:aurez|m|nous)|une fois"
    r"|en attente d|apres (?:correction|reparation|rectification|remplacement|reprise)|sous reserve"
    r"|a condition|lorsque vous|si vous|jusqu a ce que vous|avant qu)"
)
"""A condition that the creditor would have to meet."""


_SENTENCES = Shelf()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence as written (blanks collapsed), folded, and folded without its quotations."""

    raw: str
    folded: str
    unquoted: str

    @property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return "?" in self.raw[-4:]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Rule:
    """One way of saying an intent: `takes` (and `needs`) in a sentence without `leaves`."""

    name: str
    takes: Gated
    needs: Gated | None
    leaves: re.Pattern[str] | None
    strength: int
    within_quotes: bool


def fold(text: str) -> str:
    """The text in lower case without accents, apostrophes and hyphens as blanks, same length."""
    try:
        # Octets are exchanged many times faster than signs, and hardly a text needs more of them.
        plain = text.encode("cp1252").translate(_FOLDED_WESTERN).decode("cp1252")
    except UnicodeError:
        plain = text.translate(_FOLDED)
    return _NEGATED_DASH.sub(" ", plain) if "-" in plain else plain


class _Folded(dict[int, str]):
    """What each sign is folded to, found when it is first met (`str.translate` asks)."""

    def __missing__(self, code: int) -> str:
        plain = _folded_sign(chr(code))
        if len(self) < _SIGNS_KEPT:
            self[code] = plain
        return plain


_SIGNS_KEPT = 4096
_FOLDED = _Folded()


def _folded_sign(sign: str) -> str:
    if sign in _LOOKALIKES:
        return _LOOKALIKES[sign]
    if sign.isspace():
        return " "
    base = unicodedata.normalize("NFKD", sign)[:1].lower()
    return base if len(base) == 1 else sign


def _folded_octet(octet: int) -> bytes:
    try:
        return _folded_sign(bytes((octet,)).decode("cp1252")).encode("cp1252")
    except UnicodeError:
        return bytes((octet,))  # no sign at all, or one whose plain form has no octet


_FOLDED_WESTERN = b"".join(map(_folded_octet, range(256)))


def any_of(*alternatives: str) -> re.Pattern[str]:
    """One pattern out of several, each beginning at the start of a word."""
    return compiled_later(r"\b(?:" + "|".join(alternatives) + ")")


def words_in(*alternatives: str) -> Gated:
    """As `any_of`, for words that are asked of whole sentences: most are ruled out in one look."""
    return Gated("|".join(alternatives), before=r"\b", shelf=_SENTENCES)


def rule(
    name: str,
    *takes: str,
    needs: tuple[str, ...] = (),
    leaves: tuple[str, ...] = (),
    strength: int = 2,
    within_quotes: bool = True,
) -> Rule:
    """A rule; `leaves` are the words that make the sentence say something else."""
    return Rule(
        name=name,
        takes=Gated(
            "|".join(takes), before=r"\b", after=r"(?:(?<=\W)|(?![a-z]))", shelf=_SENTENCES
        ),
        needs=words_in(*needs) if needs else None,
        leaves=any_of(*leaves) if leaves else None,
        strength=strength,
        within_quotes=within_quotes,
    )


@lru_cache(maxsize=16)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The text cut into sentences; lines wrapped in the middle of a sentence are joined."""
    parts: list[str] = []
    for piece in _BREAK.split(text[:TEXT_LIMIT]):
        joined = " ".join(piece.split())
        if not joined:
            continue
        if parts and _SHORT_ABBREVIATION.search(parts[-1]):
            parts[-1] = f"{parts[-1]} {joined}"
        else:
            parts.append(joined)
    return tuple(_sentence(part) for part in parts)


def _sentence(raw: str) -> Sentence:
    folded = fold(raw)
    spans = [match.span() for match in _QUOTED.finditer(raw)]
    unquoted = folded
    for start, end in spans:
        unquoted = unquoted[:start] + " " * (end - start) + unquoted[end:]
    return Sentence(raw=raw, folded=folded, unquoted=unquoted)


def find_by(
    intent: Intent,
    rules: tuple[Rule, ...],
    text: str,
    *,
    leaves: Callable[[Sentence], bool] | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in the text, at most one finding a rule and sentence."""
    found: list[Finding] = []
    for sentence, tried in tried_in(text, _index_of(rules)):
        if not tried or (leaves is not None and leaves(sentence)):
            continue
        if len(sentence.raw) <= _BRIEF:
            found.extend(in_brief(intent, rules, sentence))
        else:
            found.extend(_in_sentence(intent, rules, sentence, tried))
    return tuple(found)


def tried_in(text: str, ours: Index) -> Iterator[tuple[Sentence, Tried]]:
    """The sentences of a text, each with those of our patterns that may match there."""
    for sentence, all_tried in _tried_in(text, _SENTENCES.indexes):
        yield sentence, all_tried.get(ours.number, ())


@lru_cache(maxsize=4)
def _tried_in(text: str, enrolled: int) -> tuple[tuple[Sentence, Mapping[int, Tried]], ...]:
    """The sentences of a text, each with what any of so many families of rules may find there."""
    return tuple((each, _SENTENCES.all_tried(each.folded)) for each in sentences(text))


def _in_sentence(
    intent: Intent, rules: tuple[Rule, ...], sentence: Sentence, tried: Tried
) -> Iterator[Finding]:
    for number, parts in tried:
        each = rules[number]
        words = sentence.folded if each.within_quotes else sentence.unquoted
        hit = each.takes.first_of(parts, words)
        if hit is None or (each.leaves is not None and each.leaves.search(words)):
            continue
        if each.needs is not None and not each.needs.search(words):
            continue
        span = sentence.raw[hit.start() : hit.end()].strip()
        yield Finding(intent=intent, span=span, rule=each.name, strength=each.strength)


_BRIEF = 32  # signs: greetings and closings, the same in every other message


@lru_cache(maxsize=8192)
def in_brief(intent: Intent, rules: tuple[Rule, ...], sentence: Sentence) -> tuple[Finding, ...]:
    """What the rules find in a short sentence."""
    return tuple(_in_sentence(intent, rules, sentence, _index_of(rules).tried(sentence.folded)))


@cache
def _index_of(rules: tuple[Rule, ...]) -> Index:
    return index_of(each.takes for each in rules)


def index_of(patterns: Iterable[Gated]) -> Index:
    """Patterns of `words_in` that are asked of the same sentences, all in one look."""
    return Index(tuple(patterns), _SENTENCES)


def says(text: str, pattern: re.Pattern[str] | Gated) -> bool:
    """Whether any sentence of the text holds the pattern."""
    return any(pattern.search(sentence.folded) for sentence in sentences(text))
