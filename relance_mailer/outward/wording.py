"""The words of a printed letter: soft ones, harsh ones, those on the wrong rung of the ladder.

Letters of one template say the same sentences, figures and data apart: each sentence is looked
through once and what was found is kept.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from relance_mailer.law.routes import Act
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.outward.sheet import Fault, Sheet, bare, masked
from relance_mailer.outward.tongue import Tongue, compiled, finds
from relance_mailer.outward.wordlists import TONGUES, tongue_of
from relance_mailer.words import Segment

ROADS = (Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT)
FOREIGN_WORDS_MIN = 3  # of another language, in one sentence: fewer may be a name
_LAW_QUOTED = re.compile(r"[«\"“][^«»\"“”]*[»\"”]")
_FIGURE = re.compile(r"\d[\d .,]*\d|\d")


def soft(sheet: Sheet) -> Iterator[Fault]:
    """Words that ask leave to be paid, guess, wish, or give no date."""
    for sentence in sheet.words:
        for because in _soft_in(sentence, sheet.letter.language):
            yield Fault(id="soft", because=because)
    language = sheet.letter.language
    if not any(_disregards(sentence, language) for sentence in sheet.words):
        return
    disregard = finds(tongue_of(language).disregard)
    for part in (sheet.own_text, sheet.own_html):
        found = [hit.start() for hit in disregard.finditer(part)]
        if len(found) > 1 or (found and found[0] < len(part) // 3):
            yield Fault(id="soft", because="« ne pas tenir compte » : une fois, après la demande")


@lru_cache(maxsize=8192)
def _disregards(sentence: str, language: str) -> bool:
    return finds(tongue_of(language).disregard).search(sentence) is not None


@lru_cache(maxsize=8192)
def _soft_in(sentence: str, language: str) -> tuple[str, ...]:
    tongue = tongue_of(language)
    found = [f"« {hit[0]} » affaiblit la demande" for hit in finds(tongue.soft).finditer(sentence)]
    dated = tongue.dates.search(sentence)
    if not dated and (hit := finds(tongue.undated).search(sentence)):
        found.append(f"« {hit[0]} » sans date")
    if dated and (hit := finds(tongue.hedges).search(sentence)):
        found.append(f"« {hit[0]} » vide la phrase datée")
    return tuple(found)


def harsh(sheet: Sheet) -> Iterator[Fault]:
    """Words that judge, threaten, imitate an act, give orders or charge undue sums."""
    letter = sheet.letter
    below = letter.template != FORMAL_NOTICE
    fee_is_due = letter.debtor.segment is not Segment.CONSUMER
    for sentence in sheet.words:
        for because in _harsh_in(sentence, letter.language, below, fee_is_due):
            yield Fault(id="harsh", because=because)


@lru_cache(maxsize=8192)
def _harsh_in(sentence: str, language: str, below: bool, fee_is_due: bool) -> tuple[str, ...]:
    tongue = tongue_of(language)
    if not below and re.search(r"\b(?:code|article)\b", sentence):
        # The formal notice may quote the law in the law's own words (C. civ. 1344).
        sentence = _LAW_QUOTED.sub(" ", sentence)
    found = [
        f"« {hit[0]} » ne s'écrit pas à un débiteur"
        for hit in finds(tongue.harsh).finditer(sentence)
    ]
    if below and (hit := finds(tongue.below_notice).search(sentence)):
        found.append(f"« {hit[0]} » est réservé à la mise en demeure")
    if fee_is_due:
        sentence = compiled(tongue.costs_allowed).sub(" ", sentence)
    if hit := finds(tongue.costs).search(sentence):
        found.append(f"« {hit[0]} » : somme qui n'est pas due")
    return tuple(found)


def rungs(sheet: Sheet) -> dict[str, str]:
    """Which words of the ladder the letter says, and how it says them."""
    language = sheet.letter.language
    return dict(rung for sentence in sheet.words for rung in _rungs_in(sentence, language))


def ladder(sheet: Sheet) -> Iterator[Fault]:
    """Each word on its rung: interest from the second reminder, formal notice where it is due."""
    letter, said = sheet.letter, rungs(sheet)
    if letter.template == PRE_DUE and "before_due" in said:
        yield Fault(id="L8", because=f"« {said['before_due']} » avant l'échéance")
    if letter.template in {PRE_DUE, "reminder_1"} or not letter.is_level:
        for rung in ("interest", "court"):
            if rung in said and not (rung == "interest" and letter.tells_of_interest):
                yield Fault(id="L8", because=f"« {said[rung]} » trop tôt dans cette lettre")
    if letter.template == FORMAL_NOTICE:
        if "notice" not in said:
            yield Fault(id="L8", because="les mots « mise en demeure » manquent")
    elif "notice_act" in said:
        yield Fault(id="L8", because="seule la mise en demeure met en demeure")
    elif letter.announces is not Act.FORMAL_NOTICE and "notice" in said:
        yield Fault(id="L8", because="une mise en demeure est évoquée et n'est pas la suite prévue")
    if "posted" in said and not (letter.copy_of_posted or letter.next_registered):
        yield Fault(id="L8", because=f"« {said['posted']} » : rien n'est envoyé en recommandé")


@lru_cache(maxsize=8192)
def _rungs_in(sentence: str, language: str) -> tuple[tuple[str, str], ...]:
    tongue = tongue_of(language)
    patterns = {
        "before_due": tongue.before_due,
        "interest": tongue.interest,
        "court": tongue.court,
        "notice": tongue.notice,
        "notice_act": tongue.notice_act,
        "posted": tongue.posted,
        **{act.value: tongue.acts[act] for act in ROADS},
    }
    found = ((name, finds(rows).search(sentence)) for name, rows in patterns.items())
    return tuple((name, hit[0]) for name, hit in found if hit)


def foreign(sheet: Sheet) -> Iterator[Fault]:
    """One language a mail: no sentence in another one."""
    for sentence in sheet.words:
        if _is_foreign(sentence, sheet.letter.language):
            yield Fault(id="L10", because=f"une phrase dans une autre langue : « {sentence} »")


@lru_cache(maxsize=8192)
def _is_foreign(sentence: str, language: str) -> bool:
    said = set(re.findall(r"[a-z']+", sentence))
    own = tongue_of(language)
    others = (tongue for tongue in TONGUES.values() if tongue is not own)
    return any(
        len(said & tongue.small_words) >= FOREIGN_WORDS_MIN
        and len(said & tongue.small_words) > len(said & own.small_words)
        for tongue in others
    )


def facts(sheet: Sheet) -> Iterator[Fault]:
    """Degree, motives, words that come again, figures of no source: told, not stopped."""
    tongue = tongue_of(sheet.letter.language)
    for sentence in sheet.words:
        for because in _degree_in(sentence, tongue):
            yield Fault(id="facts", because=because)
    for word in tongue.repeated:
        if len(re.findall(rf"\b{word}\b", sheet.own_text)) > 1:
            yield Fault(id="facts", because=f"« {word} » plus d'une fois")
    for figure in _figures_of_no_source(sheet):
        yield Fault(id="facts", because=f"« {figure} » ne vient d'aucune donnée de la lettre")


@lru_cache(maxsize=8192)
def _degree_in(sentence: str, tongue: Tongue) -> tuple[str, ...]:
    degree = [
        f"« {hit[0]} » est une appréciation, pas un fait"
        for hit in finds(tongue.degree).finditer(sentence)
    ]
    motives = [
        f"« {hit[0]} » prête une intention au débiteur"
        for hit in finds(tongue.motives).finditer(sentence)
    ]
    return (*degree, *motives)


def _figures_of_no_source(sheet: Sheet) -> Iterator[str]:
    """Figures that no placeholder printed; articles of law and the 40 € are the law's own."""
    text = sheet.plain_text
    values = {bare(value) for name, value in sheet.printed if name.startswith("txt.")}
    for value in sorted(values, key=len, reverse=True):
        text = masked(text, value) if value in text else text
    text = _OF_THE_LAW.sub(" ", text)
    yield from dict.fromkeys(_FIGURE.findall(text))


_OF_THE_LAW = re.compile(
    r"\b(?:articles?|art\.?) [a-z]? ?\d[\d-]*(?:(?:,| et| and| a| to) [a-z]? ?\d[\d-]*)*"
    r"|(?<![\d.,])€? ?40(?:[.,]00)?(?: ?€)?(?![\d.,]\d)"
)
