"""On which days money is promised, and how much."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from relance_mailer.reading.amounts import amounts_in, decimal_of
from relance_mailer.reading.date_choices import Weighed
from relance_mailer.reading.date_clauses import clause_at, clauses_of
from relance_mailer.reading.date_gone import was_done_then
from relance_mailer.reading.date_others import is_an_old_word
from relance_mailer.reading.date_role_words import MONEY
from relance_mailer.reading.date_roles import is_a_share, of_other_things, payment_days
from relance_mailer.reading.dates import Dated, dates_in, in_figures
from relance_mailer.reading.days_told_before import denied_in, spoken_of
from relance_mailer.reading.instalments import parts_of, series_in
from relance_mailer.reading.intents import paid, promise
from relance_mailer.reading.intents.dated_ways import DATED_RULES
from relance_mailer.reading.intents.handed_on import arrivals, passed_in
from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences, words_in
from relance_mailer.reading.language import language_of
from relance_mailer.reading.message import Finding, Part
from relance_mailer.reading.promised_sums import (
    SAME_AGAIN,
    only_sum_of,
    stands_apart,
    stated_in,
    sum_promised,
    words_of,
)
from relance_mailer.reading.tenses import PAST, comes, owns
from relance_mailer.words import Intent

_DATES_MAX = 24
_ALONE_AHEAD_DAYS_MAX = 240
_AMERICAN_HOURS = range(-10, -3)  # offsets of North America: the month is written first


@dataclass(frozen=True, kw_only=True, slots=True)
class Pledge:
    """The days on which money is promised, the sum stated, and the parts, in order."""

    dates: tuple[date, ...] = ()
    amount: Decimal | None = None
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    """What one sentence promises; `weight` as in `date_roles`."""

    parts: tuple[Part, ...]
    amounts: tuple[tuple[Decimal, bool], ...]
    weight: int
    by_terms: bool = False
    bound: bool = False
    share: bool = False
    again: bool = False


@lru_cache(maxsize=16)
def pledge_in(
    text: str,
    sent_at: datetime,
    *,
    undisputed: bool = True,
    beside_paid: bool = False,
    told: frozenset[str] = frozenset(),
    seen: tuple[Finding, ...] | None = None,
) -> Pledge:
    """What the text promises; dates resolved against the day of `sent_at` in its own offset.

    `undisputed`: nothing is contested, paid or asked beside it, so that the one amount which the
    text states elsewhere is the promised one. `told` are sentences known to promise, beside those
    that the rules find; `beside_paid`: what else it speaks of is only said to have been paid;
    `seen` are the findings of the rules where they have been asked already.
    No date lies before the message's day.
    """
    before = spoken_of(text, sent_at.date())
    denied = denied_in(text, sent_at.date())
    said = [
        _standing(_said(sentence, text, sent_at, before.get(sentence.raw)), sentence, denied)
        for sentence in _promising(text, told, seen, sent_at.date(), before)
    ]
    # A date that nothing calls a payment's counts only where no other is called one.
    heaviest = max((each.weight for each in said), default=0)
    said = [each for each in said if each.weight == 0 or heaviest < 2 or each.weight > 1]
    said = _repeated(_without_bounds(_without_terms(said)), text)
    if undisputed and max((each.weight for each in said if each.parts), default=0) < _TELLING:
        unsure = any(each.parts for each in said)
        other = _elsewhere(text, sent_at, before, sure=unsure, denied=denied)
        said = [*(replace(each, parts=()) for each in said), *other] if other else said
    parts = sorted((part for each in said for part in each.parts), key=lambda part: part.on)
    amounts = [amount for each in said for amount in each.amounts]
    dates = tuple(dict.fromkeys(part.on for part in parts))[:_DATES_MAX]
    return Pledge(
        dates=dates,
        amount=sum_promised(amounts)
        if amounts or not ((undisputed or beside_paid) and parts)
        else only_sum_of(
            text, without=_told_paid(seen) if beside_paid else frozenset(), times=len(dates)
        ),
        parts=tuple(dict.fromkeys(parts))[:_DATES_MAX],
    )


def _standing(said: _Said, sentence: Sentence, denied: frozenset[date]) -> _Said:
    """What a sentence promises, without an old word that was taken back."""
    if not denied or not is_an_old_word(sentence.folded):
        return said
    return replace(said, parts=tuple(part for part in said.parts if part.on not in denied))


def _told_paid(seen: tuple[Finding, ...] | None) -> frozenset[str]:
    return frozenset(finding.span for finding in seen or () if finding.intent is Intent.PAID)


_SAME_SUM = re.compile(r"\b(?:du |de |le |la )*meme (?:montant|somme)\b")


def _repeated(said: list[_Said], text: str) -> list[_Said]:
    """ "500 € le 27. Idem le 27 mars.": the sum that was stated before, once more."""
    result: list[_Said] = []
    last: Decimal | None = None
    if any(each.again for each in said) and _SAME_SUM.search(fold(text)):
        told = {one.value for each in sentences(text) for one in amounts_in(words_of(each))}
        last = told.pop() if len(told) == 1 else None
    for each in said:
        if each.again and last is not None:
            parts = tuple(replace(part, amount=last) for part in each.parts)
            each = replace(each, parts=parts, amounts=((last, True),) * len(parts))
        elif each.amounts:
            last = each.amounts[-1][0]
        result.append(each)
    return result


def _elsewhere(
    text: str,
    sent_at: datetime,
    before: dict[str, date],
    *,
    sure: bool,
    denied: frozenset[date],
) -> list[_Said]:
    """The one day that the rest of a text names, where the promise itself names none.

    "Ne vous inquiétez pas, vous serez payé. Notre prochain lot part le 12." `sure`: only where it
    surely tells of what comes.
    """
    told = [
        _standing(_said(sentence, text, sent_at, before.get(sentence.raw)), sentence, denied)
        for sentence in sentences(text)
        if not sentence.asks
        and not _PROPOSES.search(sentence.folded)
        and not (sure and not _surely_comes(sentence.folded))
    ]
    if len(set(_ADDRESSED.findall(text))) > 1:
        return []
    heaviest = max((each.weight for each in told if each.parts), default=0)
    if heaviest < _TELLING:
        return []
    kept = [each for each in told if each.parts and each.weight == heaviest]
    days = {part.on for each in kept for part in each.parts}
    return [replace(each, amounts=()) for each in kept] if len(days) == 1 else []


_TELLING = 2


def _surely_comes(words: str) -> bool:
    return comes(words) and PAST.search(words) is None and MONEY.search(words) is not None


def _without_terms(said: list[_Said]) -> list[_Said]:
    """ "Ici on paie à 60 jours fin de mois, donc le 31": the terms are none where a day is told."""
    if any(not each.by_terms and each.parts for each in said):
        return [replace(each, parts=()) if each.by_terms else each for each in said]
    return said


def _without_bounds(said: list[_Said]) -> list[_Said]:
    """ "Vous serez payée avant Noël. La première part le 11": the day tells what the bound"
    " meant."""
    result: list[_Said] = []
    for place, each in enumerate(said):
        behind = said[place + 1 :]
        told = [part.on for one in behind if not one.bound for part in one.parts]
        shared = any(one.share for one in behind)
        if (
            each.bound
            and told
            and not shared
            and all(_lies_before(on, each.parts[0].on) for on in told)
        ):
            each = replace(each, parts=())
        result.append(each)
    return result


def _lies_before(on: date, bound: date) -> bool:
    return on <= bound and (bound - on).days <= _BOUND_DAYS


_BOUND_DAYS = 31
_BOUNDS = {"feast", "movable_feast", "month_part", "relative_month", "next_week", "this_week"}
_OF_A_SHARE = any_of(r"(?:reste|solde|autre|second\w*|moitie|deuxieme|rest|balance|other)\b")


def _is_bound(kept: list[Weighed], words: str) -> bool:
    """Whether a sentence names one period, before whose end all is paid."""
    return len(kept) == 1 and kept[0].dated.row in _BOUNDS and not _OF_A_SHARE.search(words)


def _promising(
    text: str,
    told: frozenset[str],
    seen: tuple[Finding, ...] | None,
    day: date,
    before: dict[str, date],
) -> list[Sentence]:
    """The sentences that promise, and those that carry a promise on."""
    if seen is None:
        seen = (*promise.find(text), *paid.find(text))
    spans = {finding.span for finding in seen if finding.intent is Intent.PROMISE} | told
    surely = {finding.span for finding in seen if finding.rule in DATED_RULES}
    gone = {finding.span for finding in seen if finding.intent is Intent.PAID}
    kept: list[Sentence] = []
    carried = False
    several = len(set(_ADDRESSED.findall(text))) > 1
    arriving = arrivals(seen, text) | passed_in(text)
    for sentence in sentences(text):
        if (
            sentence.asks
            or sentence.raw in arriving
            or (_PROPOSES.search(sentence.folded) and not owns(sentence.folded))
            or (several and _ADDRESSED.match(sentence.raw))
            or (
                sentence.raw not in told
                and any(span in sentence.raw for span in gone)
                and not _tells_a_day_to_come(sentence, day)
                and not any(span in sentence.raw for span in surely)
                and not _STILL_TO_COME.search(sentence.folded)
                and not (any(span in sentence.raw for span in spans) and _is_ahead(sentence, day))
            )
        ):
            continue
        promised = any(span in sentence.raw for span in spans) or (
            bool(spans)
            and (
                _ENGAGED.search(sentence.folded) is not None or _tells_a_day_to_come(sentence, day)
            )
        )
        if carried and not promised and _amount_alone(sentence) is not None:
            kept.append(sentence)
        if (
            not promised
            and not (carried and _carries_on(sentence))
            and not (spans and _shares(sentence, day, before.get(sentence.raw)))
        ):
            carried = carried and len(sentence.folded) < 40
            continue
        carried = True
        kept.append(sentence)
    return kept


_PROPOSES = words_in(
    r"(?:propos(?:e|ons|er|erais|ition)\b(?! (?:de (?:paiement|reglement) )?d[ue] )"
    r"|(?<!ai )(?<!avons )(?<!a )(?:demand|sollicit|souhait|voudr)\w+ (?:\w+ ){0,3}?(?:report"
    r"|delai|sursis|etalement|moratoire"
    r"|echelonnement|echeancier|echeances|(?:payer|regler|etaler|le faire) en)\b"
    r"|(?<!especes )(?<!liquide )(?<!cheque )(?<!virement )(?<!carte )(?<!place )"
    r"si (?:ca|cela) (?:vous|te) (?:va|convient|arrange|irait)|si (?:vous|tu) (?:etes|es) d accord"
    r"|comme vous preferez|a votre (?:choix|convenance)|^\W*ou (?:alors|bien)\b"
    r"|est ce qu\w* (?:on|je|j|nous|vous)\b|(?:peut on|puis je|peux je|pouvons nous)\b"
    r"|suggest|offer\b|serait il|est il possible|possible de"
    r"|pourr(?:ait|iez|ions) (?:on|vous|nous)|(?:nous|je|on) pourr(?:ions|ais|ait) (?:\w+ )?"
    r"(?:regler|payer|virer|verser|solder)|accepteriez|seriez vous|souhaiterai\w*|aimerais"
    r"|would you|could (?:we|i|you)|prefer\w* (?:attendre|que))"
)


def _shares(sentence: Sentence, day: date, before: date | None) -> bool:
    words = words_of(sentence)
    if len(words) >= _SHARE_SIGNS_MAX:
        return False
    return _is_share(words, dates_in(words, day, before=before))


def _without_tail(words: str) -> str:
    return _AFTER_THAT.sub(lambda match: " " * len(match[0]), words)


def _is_share(words: str, found: tuple[Dated, ...]) -> bool:
    """Whether a sentence is a share and its day, or says of one paper when it is paid."""
    if is_a_share(words, found) or is_a_share(_without_tail(words), found):
        return True
    if _OF_A_PAPER.match(words) is None or PAST.search(words):
        return False
    if SAME_AGAIN.search(words):
        return True
    clauses = clauses_of(words, found)
    return any(
        each.weight > 1 or comes(clause_at(each.dated.start, clauses))
        for each in payment_days(found, words)
    )


_SHARE_SIGNS_MAX = 120
# "La grosse, le 15 janvier, après l'inventaire", "612 €, deux semaines après, le 6 juillet"
_AFTER_THAT = re.compile(
    r",? (?:\w+ (?:jours?|semaines?|mois) (?:apres|plus tard),? (?=le )|(?:apres|avec|sans|une"
    r" fois|via)"
    r" (?:l |la |le |les |mon |ma |notre )?\w+(?: \w+){0,3}(?=\W*$))"
)
# "LP41190 : bon à payer obtenu, règlement au 30/01", "Pour l'autre il faudra attendre la mi-mai."
_OF_A_PAPER = re.compile(
    r"^\W*(?:(?:et|puis|and|pour|quant a|as for|sur) )*(?:l autre|les autres|the other"
    r"|la (?:seconde"
    r"|deuxieme|troisieme|derniere|petite|grosse)|celles? (?:de|du|des|d|pour)\b[^.:;]{2,30}|(?:la"
    r" |the |facture |invoice |n )*[a-z]{0,5}"
    r"[- ]?\d{2,}[\w/-]*)(?: ?[:,]| (?!€|euros?\b|eur\b|%|jours?\b))"
)


def _is_ahead(sentence: Sentence, day: date) -> bool:
    """Whether a sentence that sounds paid names a day to come: "mandat émis, paiement le 18"."""
    words = words_of(sentence)
    found = dates_in(words, day)
    clauses = clauses_of(words, found)
    return any(
        each.weight > 1
        and each.dated.on > day
        and (
            comes(clause := clause_at(each.dated.start, clauses))
            or (_is_soon_and_sure(each, day) and not PAST.search(clause))
        )
        for each in payment_days(found, words)
    )


# "986 € payés mardi 1er septembre", said in August.
_TO_BE_PAID = re.compile(
    r"\b(?:payee?s?|reglee?s?|viree?s?|soldee?s?|versee?s?) (?:le )?(?:\w+di )?$"
)


def _tells_a_day_to_come(sentence: Sentence, day: date) -> bool:
    """Whether a bare participle stands with a day and month that are still ahead, and near."""
    words = words_of(sentence)
    return any(
        each.row in {"day_month", "numeric", "iso"}
        and 0 < (each.on - day).days <= _SOON_DAYS
        and _TO_BE_PAID.search(words[: each.start])
        and not PAST.search(words[: each.start])
        for each in dates_in(words, day)
    )


_SURE_ROWS = {"iso", "numeric", "day_month", "month_day", "weekday_number", "tomorrow"}
_SOON_DAYS = 62


def _is_soon_and_sure(each: Weighed, day: date) -> bool:
    """Whether the date can be no past one: "jeudi 22", said on Monday the 19th."""
    return each.dated.row in _SURE_ROWS and (each.dated.on - day).days <= _SOON_DAYS


# "@ Dupont : … @ Durand : …": one mail to several creditors, who are not told apart here.
_ADDRESSED = re.compile(r"(?:^|(?<=\n))\s*@ ?(\w[\w .'-]{1,40}?) ?:")


@lru_cache(maxsize=64)  # the rules ask it, then all voices together
def _said(sentence: Sentence, text: str, sent_at: datetime, before: date | None) -> _Said:
    day = sent_at.date()
    if (alone := _amount_alone(sentence)) is not None:
        return _Said(parts=(), amounts=((alone, True),), weight=0)
    words = words_of(sentence)
    english = language_of(text) == "en"
    american = english and _is_american(sent_at.utcoffset())
    found = dates_in(words, day, english=english, month_first=american, before=before)
    if found and (apart := of_other_things(found, words)):
        found = dates_in(
            words, day, english=english, month_first=american, before=before, apart=apart
        )
    kept = [
        each
        for each in payment_days(found, words)
        if not was_done_then(each.dated, words, day_of_month=day.day)
    ]
    engaged = _ENGAGED.search(sentence.folded) is not None or _is_share(words, found)
    # "F-25/0577 réglée le 22/12", said in February, is last December's.
    if len(kept) == 1 and (kept[0].dated.on - day).days > _ALONE_AHEAD_DAYS_MAX:
        kept = []
    kept = [each for each in kept if not _was_done(each, words, day)]
    # "60 jours fin de mois" is how they pay, a day beside it when they pay.
    by_terms = bool(kept) and (
        all(each.dated.row == "thirty_end" for each in kept)
        or _IS_A_HABIT.search(words) is not None
    )
    if not by_terms:
        kept = [each for each in kept if each.dated.row != "thirty_end"]
    stated = stated_in(words, kept)
    parts = series_in(words, kept, day, found)
    if parts and len(kept) <= 1:
        total = [part.amount for part in parts if part.amount is not None]
        sums = ((sum(total, Decimal(0)), True),) if total else ()
        return _Said(parts=parts, amounts=sums, weight=3)
    return _Said(
        parts=parts_of(kept, stated, words),
        amounts=tuple(
            (amount.value, bool(kept) and not stands_apart(amount, kept, words))
            for amount in stated
        ),
        weight=max((each.weight for each in kept), default=0) + bool(kept and engaged),
        by_terms=by_terms,
        bound=not stated and _is_bound(kept, words),
        share=_OF_A_SHARE.search(words) is not None,
        again=not stated and SAME_AGAIN.search(words) is not None,
    )


# "Nos paiements sont groupés en fin de mois": how they pay, and not when this is paid.
_IS_A_HABIT = re.compile(
    r"\b(?:nos|les|tous nos|tous les) (?:paiements|reglements|virements)(?: \w+){0,2} sont"
    r" (?:toujours"
    r" |tous )?(?:groupes|effectues|faits|emis|executes|regroupes|lances|traites|centralises)\b"
)
# "498 € virés le 16 février", said in October, was last February.
_DONE_THEN = re.compile(
    r"\b(?:viree?s?|payee?s?|reglee?s?|versee?s?|executee?s?|effectuee?s?|encaissee?s?|debitee?s?"
    r"|soldee?s?)(?: par \w+)?,? (?:le |du |en |en date du )?$"
)
_DONE_AHEAD_DAYS_MAX = 75


def _was_done(each: Weighed, words: str, day: date) -> bool:
    far = (each.dated.on - day).days > _DONE_AHEAD_DAYS_MAX
    return far and _DONE_THEN.search(words[: each.dated.start]) is not None


def _is_american(offset: timedelta | None) -> bool:
    return offset is not None and offset // timedelta(hours=1) in _AMERICAN_HOURS


_ENGAGED = words_in(
    r"(?:je m engage|nous nous engageons|j ?m engage) (?:sur|pour|a (?:payer|regler|verser|virer))"
    r"|(?:je|nous|on) (?:vous |te )(?:le |la |les )?(?:depos|post|envo|remet|apport|vir|pa[iy]|regl"
    r"|vers)(?:e|ez|ons|ie|ons|ts)\b"
    r"|(?:la|ma) voici ?[:,]|nouvelle date(?: \w+){0,2}?(?: est| sera| c est|:| :)"
    r"|nouve(?:au|lle) (?:creneau|jour|rendez vous|echeance)\b[^.]{0,25}:|(?:so"
    r"|then),? .{3,30} it is\b"
    r"|(?:yours|la votre|le votre|les votres) (?:goes|will|part|sera|seront|est)"
    r"|(?<!.)(?:ok|idem|bap|bon a payer|d accord|oui)\b(?=.{0,40}$)"
)
_ALONE = re.compile(
    r"^\W*(?:(?:les|soit|montant|de|pour) )?(\d[\d ]{0,9}(?:[.,]\d{2})?) ?(?:€|euros?"
    r"|eur\b)?(?: comme \w.{0,30})?\W*$"
)


def _amount_alone(sentence: Sentence) -> Decimal | None:
    """A sentence that is an amount and no more, after a promise: "278,90"."""
    match = _ALONE.match(in_figures(sentence.raw))
    value = decimal_of(match[1]) if match else None
    if value is None or (value < _LEAST_ALONE and not _SIGN.search(sentence.folded)):
        return None  # "2." numbers the paragraph that follows
    return value.quantize(Decimal("0.01"))


_LEAST_ALONE = Decimal(20)
_SIGN = re.compile(r"€|eur|,\d\d")
_STILL_TO_COME = any_of(
    r"(?:\w+(?:rai|ras|ra|rons|rez|ront)\b|vais|va|allons|will|ll\b|wird|werden|prevu\w*"
    r"|programm\w+|solde (?:le|part|sera)|reste|restants?|paiement le|virement le"
    r"|(?:paiement|virement|reglement|cheque) (?:\w+ ){0,5}?(?:annonce|cale|fixe|positionne)\w*"
    r"|cheque (?:a la poste|au courrier) (?:\w+ )?\w+di\b(?! dernier)|autour du|vers le"
    r"|pour le \d|au \d|on (?:the|\w+day)|ferme\b|promis\b|(?:execution|depart|valeur) (?:le"
    r"|prevue|demain|\w+di\b)|ce soir|tonight"
    r"|(?:je|on|nous) (?:vous|te) (?:fait|fais|faisons|vire|verse|paie|paye|depose)"
    r"|vous (?:etes|serez) pay\w+ (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain)"
    r"|part\b|partent|demain|prochaine?|d ici|au plus tard|avant le|je (?:la |le "
    r"|l |vous |te )*(?:passe|paie|paye|regle|vire|fais)|(?:\w+di|demain|semaine|mois|sainte? \w+)"
    r" c est (?:paye|regle|vire|fait|solde|parti)\b"
    r"|(?:c )?est (?:fait|regle"
    r"|paye) (?:d ici|demain|lundi|mardi|mercredi|jeudi|vendredi))"
)
_CONTINUES = re.compile(
    r"^(?:\W|et |donc |puis |alors |le reste|le solde|l autre|la deuxieme"
    r"|le second|la seconde|ce sera|deuxieme|vendredi|lundi|mardi|mercredi|jeudi"
    r"|au plus|dernier|tres exactement|soit)"
)


def _carries_on(sentence: Sentence) -> bool:
    return not sentence.asks and _CONTINUES.match(sentence.folded) is not None
