"""The words of a printed letter: soft ones, harsh ones, and those on the wrong rung of the ladder.

Letters of one template say the same sentences, figures and data apart: each sentence is looked
through once and what was found is kept.
"""

from collections.abc import Iterator
from functools import lru_cache

from relance_mailer.law.routes import Act
from relance_mailer.outward import wordlists as w
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.outward.sheet import DATE, Fault, Sheet
from relance_mailer.words import Segment


def soft(sheet: Sheet) -> Iterator[Fault]:
    """Words that ask leave to be paid, guess, wish, or give no date."""
    for sentence in sheet.words:
        for because in _soft_in(sentence, sheet.letter.language):
            yield Fault(id="soft", because=because)
    for part in (sheet.own_text, sheet.own_html):
        found = [hit.start() for hit in _DISREGARD.finditer(part)]
        if len(found) > 1 or (found and found[0] < len(part) // 3):
            yield Fault(id="soft", because="« ne pas tenir compte » : une fois, après la demande")


@lru_cache(maxsize=8192)
def _soft_in(sentence: str, language: str) -> tuple[str, ...]:
    lists, undated, hedges = _SOFT[language if language in _SOFT else ""]
    found = [f"« {hit[0]} » affaiblit la demande" for hit in lists.finditer(sentence)]
    dated = DATE.search(sentence)
    if not dated and (hit := undated.search(sentence)):
        found.append(f"« {hit[0]} » sans date")
    if dated and (hit := hedges.search(sentence)):
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
    always, below_notice = _HARSH[language if language in _HARSH else ""]
    found = [f"« {hit[0]} » ne s'écrit pas à un débiteur" for hit in always.finditer(sentence)]
    if below and (hit := below_notice.search(sentence)):
        found.append(f"« {hit[0]} » est réservé à la mise en demeure")
    if fee_is_due:
        sentence = _ALLOWED_COSTS.sub(" ", sentence)
    if _COSTS.search(sentence):
        found.append("« frais de recouvrement » : somme qui n'est pas due")
    return tuple(found)


def rungs(sheet: Sheet) -> dict[str, str]:
    """Which words of the ladder the letter says, and how it says them."""
    return dict(rung for sentence in sheet.words for rung in _rungs_in(sentence))


def ladder(sheet: Sheet) -> Iterator[Fault]:
    """Each word on its rung: interest from the second reminder, formal notice where it is due."""
    letter, said = sheet.letter, rungs(sheet)
    if letter.template == PRE_DUE and "before_due" in said:
        yield Fault(id="L8", because=f"« {said['before_due']} » avant l'échéance")
    if letter.template in {PRE_DUE, "reminder_1"} or not letter.is_level:
        for rung in ("interest", "court"):
            if rung in said:
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
def _rungs_in(sentence: str) -> tuple[tuple[str, str], ...]:
    found = ((name, pattern.search(sentence)) for name, pattern in _RUNGS.items())
    return tuple((name, hit[0]) for name, hit in found if hit)


ROADS = (Act.PAYMENT_ORDER, Act.OFFICER_OR_COURT, Act.INTERIM_PAYMENT)
_RUNGS = {
    "before_due": w.compiled(*w.BEFORE_DUE_WORDS),
    "interest": w.compiled(*w.INTEREST_WORDS),
    "court": w.compiled(*w.COURT_WORDS),
    "notice": w.compiled(w.NOTICE_WORD),
    "notice_act": w.compiled(w.NOTICE_ACT),
    "posted": w.compiled(w.POSTED_WORDS),
    **{act.value: w.compiled(*w.ACT_WORDS[act]) for act in ROADS},
}
_DISREGARD = w.compiled(*w.DISREGARD_FR, *w.DISREGARD_EN)
_COSTS = w.compiled(w.RECOVERY_COSTS)
_ALLOWED_COSTS = w.compiled(w.ALLOWED_RECOVERY_COSTS + "recouvrement")


# An unknown language is held against both lists.
_SOFT = {
    "fr": tuple(w.compiled(*some) for some in (w.SOFT_FR, w.UNDATED_FR, w.HEDGES_FR)),
    "en": tuple(w.compiled(*some) for some in (w.SOFT_EN, w.UNDATED_EN, w.HEDGES_EN)),
    "": (
        w.compiled(*w.SOFT_FR, *w.SOFT_EN),
        w.compiled(*w.UNDATED_FR, *w.UNDATED_EN),
        w.compiled(*w.HEDGES_FR, *w.HEDGES_EN),
    ),
}
_HARSH = {
    "fr": (w.compiled(*w.HARSH_FR, w.PENALTY_CLAUSE), w.compiled(*w.BELOW_NOTICE_FR)),
    "en": (w.compiled(*w.HARSH_EN), w.compiled(*w.BELOW_NOTICE_EN)),
    "": (
        w.compiled(*w.HARSH_FR, *w.HARSH_EN, w.PENALTY_CLAUSE),
        w.compiled(*w.BELOW_NOTICE_FR, *w.BELOW_NOTICE_EN),
    ),
}
