"""On which days money is promised, and how much."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from relance_mailer.reading.amounts import (
    Amount,
    amounts_in,
    decimal_of,
    decimals_in,
    with_sums_at,
)
from relance_mailer.reading.date_choices import Weighed
from relance_mailer.reading.date_clauses import clause_at, clauses_of
from relance_mailer.reading.date_roles import is_a_share, of_other_things, payment_days
from relance_mailer.reading.dates import dates_in, in_figures
from relance_mailer.reading.instalments import parts_of, series_in
from relance_mailer.reading.intents import paid, promise
from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences
from relance_mailer.reading.language import language_of
from relance_mailer.reading.message import Finding, Part
from relance_mailer.reading.reckonings import come_out, reckoned
from relance_mailer.reading.tenses import AHEAD, FUTURE, INCOME, PAST, owns
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


@lru_cache(maxsize=16)
def pledge_in(
    text: str,
    sent_at: datetime,
    *,
    undisputed: bool = True,
    told: frozenset[str] = frozenset(),
    seen: tuple[Finding, ...] | None = None,
) -> Pledge:
    """What the text promises; dates resolved against the day of `sent_at` in its own offset.

    `undisputed`: nothing is contested, paid or asked beside it, so that the one amount which the
    text states elsewhere is the promised one. `told` are sentences known to promise, beside those
    that the rules find; `seen` are the findings of the rules where they have been asked already.
    No date lies before the message's day.
    """
    before = _spoken_of(text, sent_at.date())
    said = [
        _said(sentence, text, sent_at, before.get(sentence.raw))
        for sentence in _promising(text, told, seen, sent_at.date(), before)
    ]
    # A date that nothing calls a payment's counts only where no other is called one.
    heaviest = max((each.weight for each in said), default=0)
    said = [each for each in said if each.weight == 0 or heaviest < 2 or each.weight > 1]
    said = _without_terms(said)
    if undisputed and not any(each.parts for each in said):
        said = [*said, *_elsewhere(text, sent_at, before)]
    parts = sorted((part for each in said for part in each.parts), key=lambda part: part.on)
    amounts = [amount for each in said for amount in each.amounts]
    return Pledge(
        dates=tuple(dict.fromkeys(part.on for part in parts))[:_DATES_MAX],
        amount=_sum(amounts) if amounts or not (undisputed and parts) else _only_amount(text),
        parts=tuple(dict.fromkeys(parts))[:_DATES_MAX],
    )


def _elsewhere(text: str, sent_at: datetime, before: dict[str, date]) -> list[_Said]:
    """The one day that the rest of a text names, where the promise itself names none.

    "Ne vous inquiétez pas, vous serez payé. Notre prochain lot part le 12."
    """
    told = [
        _said(sentence, text, sent_at, before.get(sentence.raw))
        for sentence in sentences(text)
        if not sentence.asks and not _PROPOSES.search(sentence.folded)
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


def _without_terms(said: list[_Said]) -> list[_Said]:
    """ "Ici on paie à 60 jours fin de mois, donc le 31": the terms are none where a day is told."""
    if any(not each.by_terms and each.parts for each in said):
        return [replace(each, parts=()) if each.by_terms else each for each in said]
    return said


_POINTS_BACK = any_of(
    r"(?:ce jour la|ce jour meme|c est (?:donc )?la que|ce meme jour|le jour (?:meme|dit|convenu)"
    r"|(?:a|avant|pour) cette date"
    r"|dans ce delai|dans la foulee|du meme mois|la veille"
    r"|that (?:very )?(?:day|date)|by then|le lendemain|\w+day after(?= ?(?:[.,;!]|$))"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|semaine) (?:suivante?|d apres|qui suit)"
    r"|(?:jours?|semaines?|mois|days?|weeks?) (?:apres|plus tard|later)|le mois (?:suivant"
    r"|d apres))"
)


def _spoken_of(text: str, day: date) -> dict[str, date]:
    """The day that a sentence means by "ce jour-là": the only one of the sentences before it."""
    if not _POINTS_BACK.search(fold(text)):
        return {}
    meant: dict[str, date] = {}
    known: list[date] = []
    for sentence in sentences(text):
        found = dates_in(in_figures(_without_quotes(sentence)), day)
        if _POINTS_BACK.search(sentence.folded) and len(set(known)) == 1:
            meant[sentence.raw] = known[0]
        if found:
            known = [each.on for each in found]
    return meant


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
    gone = {finding.span for finding in seen if finding.intent is Intent.PAID}
    kept: list[Sentence] = []
    carried = False
    several = len(set(_ADDRESSED.findall(text))) > 1
    for sentence in sentences(text):
        if (
            sentence.asks
            or (_PROPOSES.search(sentence.folded) and not owns(sentence.folded))
            or (several and _ADDRESSED.match(sentence.raw))
            or (
                sentence.raw not in told
                and any(span in sentence.raw for span in gone)
                and not _STILL_TO_COME.search(sentence.folded)
                and not (any(span in sentence.raw for span in spans) and _is_ahead(sentence, day))
            )
        ):
            continue
        promised = any(span in sentence.raw for span in spans) or (
            bool(spans) and _ENGAGED.search(sentence.folded) is not None
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


_PROPOSES = any_of(
    r"(?:propos(?:e|ons|er|erais|ition)\b(?! (?:de (?:paiement|reglement) )?d[ue] )"
    r"|suggest|offer\b|serait il|est il possible|possible de"
    r"|pourr(?:ait|iez|ions) (?:on|vous|nous)|(?:nous|je|on) pourr(?:ions|ais|ait) (?:\w+ )?"
    r"(?:regler|payer|virer|verser|solder)|accepteriez|seriez vous|souhaiterai\w*|aimerais"
    r"|would you|could (?:we|i|you)|prefer\w* (?:attendre|que))"
)


def _shares(sentence: Sentence, day: date, before: date | None) -> bool:
    words = in_figures(_without_quotes(sentence))
    return len(words) < _SHARE_SIGNS_MAX and is_a_share(words, dates_in(words, day, before=before))


_SHARE_SIGNS_MAX = 80


def _is_ahead(sentence: Sentence, day: date) -> bool:
    """Whether a sentence that sounds paid names a day to come: "mandat émis, paiement le 18"."""
    words = in_figures(_without_quotes(sentence))
    found = dates_in(words, day)
    clauses = clauses_of(words, found)
    return any(
        each.weight > 1
        and each.dated.on > day
        and (
            _comes(clause := clause_at(each.dated.start, clauses))
            or (_is_soon_and_sure(each, day) and not PAST.search(clause))
        )
        for each in payment_days(found, words)
    )


_SURE_ROWS = {"iso", "numeric", "day_month", "month_day", "weekday_number", "tomorrow"}
_SOON_DAYS = 62


def _is_soon_and_sure(each: Weighed, day: date) -> bool:
    """Whether the date can be no past one: "jeudi 22", said on Monday the 19th."""
    return each.dated.row in _SURE_ROWS and (each.dated.on - day).days <= _SOON_DAYS


def _comes(clause: str) -> bool:
    """Whether a clause speaks of what comes: a verb in the future, or no word of the past."""
    if FUTURE.search(clause) or owns(clause):
        return True
    return bool(AHEAD.search(clause)) and not PAST.search(clause)


# "@ Dupont : … @ Durand : …": one mail to several creditors, who are not told apart here.
_ADDRESSED = re.compile(r"(?:^|(?<=\n))\s*@ ?(\w[\w .'-]{1,40}?) ?:")


def _said(sentence: Sentence, text: str, sent_at: datetime, before: date | None) -> _Said:
    day = sent_at.date()
    if (alone := _amount_alone(sentence)) is not None:
        return _Said(parts=(), amounts=((alone, True),), weight=0)
    words = in_figures(_without_quotes(sentence))
    english = language_of(text) == "en"
    american = english and _is_american(sent_at.utcoffset())
    found = dates_in(words, day, english=english, month_first=american, before=before)
    if len(found) > 1 and (apart := of_other_things(found, words)):
        found = dates_in(
            words, day, english=english, month_first=american, before=before, apart=apart
        )
    kept = payment_days(found, words)
    engaged = _ENGAGED.search(sentence.folded) is not None or is_a_share(words, found)
    # "F-25/0577 réglée le 22/12", said in February, is last December's.
    if len(kept) == 1 and (kept[0].dated.on - day).days > _ALONE_AHEAD_DAYS_MAX:
        kept = []
    # "60 jours fin de mois" is how they pay, a day beside it when they pay.
    by_terms = bool(kept) and all(each.dated.row == "thirty_end" for each in kept)
    if not by_terms:
        kept = [each for each in kept if each.dated.row != "thirty_end"]
    stated = _stated(words, kept)
    parts = series_in(words, kept, day)
    if parts and len(kept) <= 1:
        total = [part.amount for part in parts if part.amount is not None]
        sums = ((sum(total, Decimal(0)), True),) if total else ()
        return _Said(parts=parts, amounts=sums, weight=3)
    return _Said(
        parts=parts_of(kept, stated, words),
        amounts=tuple((amount.value, bool(kept)) for amount in stated),
        weight=max((each.weight for each in kept), default=0) + bool(kept and engaged),
        by_terms=by_terms,
    )


def _is_american(offset: timedelta | None) -> bool:
    return offset is not None and offset // timedelta(hours=1) in _AMERICAN_HOURS


def _without_quotes(sentence: Sentence) -> str:
    """The sentence without our own words that it quotes; whole when nothing would be left."""
    return sentence.unquoted if len(sentence.unquoted.strip()) > 10 else sentence.raw


_ENGAGED = any_of(
    r"(?:je m engage|nous nous engageons|j ?m engage) (?:sur|pour|a (?:payer|regler|verser|virer))"
    r"|(?:je|nous|on) (?:vous |te )(?:le |la |les )?(?:depos|post|envo|remet|apport|vir|pa[iy]|regl"
    r"|vers)(?:e|ez|ons|ie|ons|ts)\b"
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
    return None if value is None else value.quantize(Decimal("0.01"))


_STILL_TO_COME = any_of(
    r"(?:\w+(?:rai|ras|ra|rons|rez|ront)\b|vais|va|allons|will|ll\b|wird|werden|prevu\w*"
    r"|programm\w+|solde (?:le|part|sera)|reste|restants?|paiement le|virement le"
    r"|(?:paiement|virement|reglement|cheque) (?:\w+ ){0,5}?(?:annonce|cale|fixe|positionne)\w*"
    r"|cheque (?:a la poste|au courrier) (?:\w+ )?\w+di\b(?! dernier)|autour du|vers le"
    r"|pour le \d|au \d|on (?:the|\w+day)|ferme\b|promis\b|execution le|ce soir|tonight"
    r"|(?:je|on|nous) (?:vous|te) (?:fait|fais|faisons|vire|verse|paie|paye|depose)"
    r"|vous (?:etes|serez) pay\w+ (?:le|lundi|mardi|mercredi|jeudi|vendredi|demain)"
    r"|part\b|partent|demain|prochaine?|d ici|au plus tard|avant le|je (?:la |le "
    r"|l |vous |te )*(?:passe|paie|paye|regle|vire|fais)|(?:c )?est (?:fait|regle"
    r"|paye) (?:d ici|demain|lundi|mardi|mercredi|jeudi|vendredi))"
)
_CONTINUES = re.compile(
    r"^(?:\W|et |donc |puis |alors |le reste|le solde|l autre|la deuxieme"
    r"|le second|la seconde|ce sera|deuxieme|vendredi|lundi|mardi|mercredi|jeudi"
    r"|au plus|dernier|tres exactement|soit)"
)


def _carries_on(sentence: Sentence) -> bool:
    return not sentence.asks and _CONTINUES.match(sentence.folded) is not None


_PAID_ALREADY = re.compile(
    r"(?:deja|hier|a ete|ont ete|avons|j ai|jai|went|was|paid) (?:\w+ ){0,3}(?:paye|regle|vire"
    r"|verse|sold|paid)|\bil (?:me |vous )?reste(?: \w+)? $|sur (?:les|un total de"
    r"|l) ?$|au lieu de|sur (?:la|une|votre) facture de $|plus de frais"
)
# A limit, a threshold, what is contested, what others owe: no sum that is promised.
_NOT_PROMISED = re.compile(
    r"(?:jusqu a|jusqu au|limite\w* (?:a|de)|plafon\w+ (?:a|de)|au dessus de|au dessous de|moins de"
    r"|superieure?s? a|inferieure?s? a|a partir de|seuil de|avoir de|remise de|frais de"
    r"|indemnite de|penalites? de|(?:il )?(?:me |nous )?manqu\w+|commande (?:de|a)|devis (?:de|a)"
    r"|contien\w+|(?:over|above|more than|plus de|au dela de)|loyer de|chiffre (?:\w+ ){0,2}de"
    r"|decouvert de|contest\w+ (?:les |la |le |l )?|moins les|prix de|instead of"
    r"|up to) ?(?:les )?$"
)
_NOT_OWED = re.compile(
    r"^ ?(?:€|euros?|eur)? ?(?:de |d )(?:frais|penalites?|indemnite|casse|retard)"
)
# "1562 balles pour une machine" is what it cost, and no word of what comes.
_A_PRICE = re.compile(r"^ ?(?:€|euros?|balles)? ?pour (?:une?|des|du|de la|cet?|cette|ces) ")
_SAME_AGAIN = any_of(
    r"(?:(?:la )?meme (?:chose|somme)|pareil|idem|autant|(?:the )?same(?: again)?|du meme montant"
    r"|de la meme somme|de meme montant|meme montant|the same amount"
    r"|(?:a )?chaque fois|a chacune? des deux|chacune? de ces deux)"
)


def _stated(words: str, kept: list[Weighed]) -> list[Amount]:
    """The amounts of the sentence that are promised in it."""
    found: list[Amount] = []
    clauses = clauses_of(words)
    for amount in with_sums_at(amounts_in(words, bare=True), words, _places(kept)):
        before = words[max(0, amount.start - 40) : amount.start]
        clause = clause_at(amount.start, clauses)
        gone = bool(PAST.search(clause)) and not AHEAD.search(clause) and not _is_a_step(clause)
        if gone or _is_a_date(amount, kept) or _is_no_part(amount, words, clause):
            continue
        if _PAID_ALREADY.search(before.rsplit(", ", 1)[-1]) and not (
            _REMAINS.search(before) and _comes(clause)
        ):
            continue
        found.append(amount)
    found = reckoned(found, words)
    if len(found) == 1 and found[0].times == len(kept) > 1:
        return _dealt_out(found[0], kept)
    if len(found) == 1 and len(kept) == 2 and _SAME_AGAIN.search(words):
        found.append(replace(found[0], start=kept[1].dated.start - 1, end=kept[1].dated.start))
    return found


def _dealt_out(amount: Amount, kept: list[Weighed]) -> list[Amount]:
    """ "Deux virements de 300 €, le 10 et le 20": a share for each day."""
    share = amount.value / amount.times
    first = replace(amount, value=share)
    places = (each.dated.start for each in kept[1:])
    return [first, *(replace(first, start=place - 1, end=place) for place in places)]


# "Le mandat de 1 284,60 € a été transmis, paiement le 26": a step is done, the money comes.
_STEP = any_of(
    r"(?:transmi\w+|valide\w*|approuve\w*|comptabilise\w*|mandate\w*|ordonnance\w*|liquide\w*"
    r"|saisi\w*"
    r"|mise?s? en place|accepte\w*|visee?\w*|debloque\w*|signee?\w*|programme\w*"
    r"|approved|cleared|booked|released)\b"
)
_MONEY_GONE = any_of(
    r"(?:payee?s?|reglee?s?|viree?s?|versee?s?|encaissee?s?|debitee?s?|partie?s?|paid|sent)\b"
)


def _is_a_step(clause: str) -> bool:
    return _STEP.search(clause) is not None and _MONEY_GONE.search(clause) is None


_LAST_ONE = any_of(r"derniere?s? (?:reglements?|virements?|paiements?|versements?)|last payment")
_REMAINS = re.compile(r"\breste(?: \w+)? $")


def _places(kept: list[Weighed]) -> list[tuple[int, int]]:
    return [(each.dated.start, each.dated.end) for each in kept]


def _is_no_part(amount: Amount, words: str, clause: str) -> bool:
    """Whether a sum is a limit, a price, a charge, or money that comes from somebody else."""
    before, after = words[max(0, amount.start - 40) : amount.start], words[amount.end :]
    if _NOT_PROMISED.search(before) or _NOT_OWED.match(after) or _PUT_ASIDE.match(after):
        return True
    if _CONTESTED.match(after):
        return True
    return INCOME.search(clause) is not None and not owns(clause)


_CONTESTED = re.compile(
    r"^[^,;:.]{0,40}\b(?:contest\w+|(?:en|est un) litige|refus\w+"
    r"|(?:pas|jamais) (?:du|due|dus|dues)\b)"
)
_PUT_ASIDE = re.compile(r"^ ?(?:€|euros?)? ?(?:de cote|sur le compte|en caisse|de decouvert)\b")


def _only_amount(text: str) -> Decimal | None:
    """The one amount that the whole text states, when the promise itself states none."""
    values: set[Decimal] = set()
    bare: set[Decimal] = set()
    for sentence in sentences(text):
        if "frais" in sentence.folded or (sentence.asks and len(sentence.raw) > _TOPIC_MAX):
            continue
        words = in_figures(_without_quotes(sentence))
        values.update(_values(words, (*amounts_in(words), *decimals_in(words))))
        bare.update(
            value for value in _values(words, amounts_in(words, bare=True)) if value >= _BARE_LEAST
        )
    values = values or bare
    return values.pop() if len(values) == 1 else None


_TOPIC_MAX = 16  # "Les 65 € ?" names what it speaks of
_BARE_LEAST = Decimal(100)  # without a sign for money a smaller number is a day or a count


def _values(words: str, amounts: tuple[Amount, ...]) -> list[Decimal]:
    """The sums of a sentence that may be promised: none gone, limited, lacking or a price."""
    clauses = clauses_of(words)
    fit = [
        amount
        for amount in amounts
        if not _is_no_part(amount, words, clause := clause_at(amount.start, clauses))
        and not _A_PRICE.match(words[amount.end :])
        and (not PAST.search(clause) or AHEAD.search(clause) or _is_a_step(clause))
        and not _LAST_ONE.search(clause)
    ]
    fit.sort(key=lambda amount: amount.start)
    return [amount.value for amount in come_out(fit, words)]


def _is_a_date(amount: Amount, kept: list[Weighed]) -> bool:
    return any(each.dated.start < amount.end and amount.start < each.dated.end for each in kept)


def _sum(amounts: list[tuple[Decimal, bool]]) -> Decimal | None:
    dated = [value for value, has_date in amounts if has_date]
    values = dated or [value for value, _ in amounts]
    if not values:
        return None
    for place, value in enumerate(values):
        others = values[:place] + values[place + 1 :]
        if len(others) > 1 and sum(others) == value:
            return value
    if len(values) > 1 and len(set(values)) == 1 and not dated:
        return values[0]
    return sum(values, Decimal(0))
