"""Which of the sums that a text states are promised: no limit, no price, no charge, none gone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from relance_mailer.reading.amounts import Amount, amounts_in, decimals_in, with_sums_at
from relance_mailer.reading.date_alongside import without_company
from relance_mailer.reading.date_choices import Weighed
from relance_mailer.reading.date_clauses import Clause, clause_at, clauses_of
from relance_mailer.reading.dates import in_figures
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences
from relance_mailer.reading.reckonings import IS_A_RATE, come_out, reckoned
from relance_mailer.reading.tenses import AHEAD, INCOME, PAST, comes, owns


def words_of(sentence: Sentence) -> str:
    """The sentence in figures, without our own words that it quotes."""
    return in_figures(_unquoted(sentence))


def _unquoted(sentence: Sentence) -> str:
    """The sentence without our own words that it quotes; whole when nothing would be left."""
    return sentence.unquoted if len(sentence.unquoted.strip()) > 10 else sentence.raw


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
_A_PRICE = re.compile(
    r"^ ?(?:€|euros?|balles)? ?pour (?:une?(?! (?:premier|acompte|debut))|des|du|de la|cet?"
    r"|cette|ces) "
)
SAME_AGAIN = any_of(
    r"(?:(?:la )?meme (?:chose|somme)|pareil|idem|autant|(?:the )?same(?: again)?|du meme montant"
    r"|de la meme somme|de meme montant|meme montant|the same amount"
    r"|(?:a )?chaque fois|a chacune? des deux|chacune? de ces deux)"
)
# "Each time 300 on the 16th, …", "three parts of 1,500 each", "450 a go"
EACH_TIME = any_of(
    r"(?:each time|every time|a (?:go|pop|time|shot)|apiece|each(?= ?(?:$|[,.;:)]|on\b|time|of"
    r" these))|(?:parts|instal?ments|payments|transfers|chunks|goes|lumps|halves|slices) of)\b"
)


def stated_in(words: str, kept: list[Weighed]) -> list[Amount]:
    """The amounts of the sentence that are promised in it."""
    found: list[Amount] = []
    words = without_company(words)
    clauses = clauses_of(words)
    for amount in with_sums_at(amounts_in(words, bare=True), words, _places(kept)):
        before = words[max(0, amount.start - 40) : amount.start]
        clause = clause_at(amount.start, clauses)
        if (
            _is_gone(amount, words, clauses, kept)
            or _is_a_date(amount, kept)
            or _is_no_part(amount, words, clause)
        ):
            continue
        if _A_PRICE.match(words[amount.end :]):
            continue
        if _PAID_ALREADY.search(before.rsplit(", ", 1)[-1]) and not (
            _REMAINS.search(before) and (comes(clause) or _TO_PAY.match(words[amount.end :]))
        ):
            continue
        found.append(amount)
    found = reckoned(found, words)
    if len(found) == 1 < len(kept) and (
        found[0].times == len(kept) or (found[0].times == 1 and EACH_TIME.search(words))
    ):
        return _dealt_out(found[0], kept)
    if len(found) == 1 and len(kept) == 2 and SAME_AGAIN.search(words):
        found.append(replace(found[0], start=kept[1].dated.start - 1, end=kept[1].dated.start))
    elif 1 < len(found) == len(kept) - 1 and (again := SAME_AGAIN.search(words)):
        return _with_the_same(found, again)
    return _without_repeats(found, kept, words)


def _with_the_same(found: list[Amount], again: re.Match[str]) -> list[Amount]:
    """ "413 € le 17 avril, autant le 15 mai et les derniers 413 € le 12 juin"."""
    before = [each for each in found if each.start < again.start()]
    if not before:
        return found
    same = replace(before[-1], start=again.start(), end=again.end())
    return [*before, same, *found[len(before) :]]


_THESE = re.compile(r"\b(?:ces|les|lesdits|those|these) ?$")


def _without_repeats(found: list[Amount], kept: Sequence[Weighed], words: str) -> list[Amount]:
    """ "500 balles vendredi …, mais les 500 balles vendredi, c'est juré": once."""
    if len(found) <= len({each.dated.on for each in kept}):
        return found
    result: list[Amount] = []
    for each in found:
        said = any(before.value == each.value for before in result)
        if said and _THESE.search(words[: each.start]):
            continue
        result.append(each)
    return result


_APART = re.compile(
    r"^ ?(?:€|euros?|balles)? ?(?:qui (?:restent|manquent|manque)|restante?s?|manquante?s?"
    r"|(?:je|j|on|nous) |suivr\w+|viendr\w+|plus tard|ensuite)"
)
_BESIDE = re.compile(r"(?:,|;|\bet\b|\bmais\b)[^,;]{0,12}$")


def stands_apart(amount: Amount, kept: Sequence[Weighed], words: str) -> bool:
    """Whether a sum behind the last day has none: "1 200 € mardi, et les 40 € qui restent …"."""
    last = max((each.dated.end for each in kept), default=0)
    if not kept or amount.start < last:
        return False
    between = words[last : amount.start]
    return bool(_BESIDE.search(between)) and _APART.match(words[amount.end :]) is not None


def _is_gone(
    amount: Amount, words: str, clauses: tuple[Clause, ...], kept: Sequence[Weighed] = ()
) -> bool:
    """Whether the sum was paid: "498 € virés le 16", "virement exécuté lundi 16 (498 €)"."""
    clause = clause_at(amount.start, clauses)
    if AHEAD.search(clause):
        return False
    if _OF_A_BILL.search(words[: amount.start]) and not _PAID_FOR.search(clause):
        return False
    if PAST.search(clause) and not _is_a_step(clause):
        return _FORGOTTEN.search(clause) is None
    if kept:
        return False
    place = next((at for at, one in enumerate(clauses) if one.start > amount.start), len(clauses))
    start = clauses[place - 1].start if place else 0
    mere = words[start : amount.start] + words[amount.end : start + len(clause)]
    if place > 1 and not _LETTER.search(mere):
        clause = " ".join(each.words for each in clauses[place - 2 : place + 1])
    return _DONE.search(clause) is not None and not (AHEAD.search(clause) or owns(clause))


# "La facture de 312,50 € a été rangée": the paper went somewhere, not the money.
_OF_A_BILL = re.compile(r"\bfactures? (?:\w+ ){0,3}?(?:de|d|pour|a) (?:les )?$")
_PAID_FOR = any_of(
    r"(?:pa(?:ie|ye|y)\w*|regl\w+|vire\w*|vers(?:e|er)\w*|sold\w+|encaiss\w+|debit\w+|prelev\w+"
    r"|acquitt\w+|virement\w*|cheque\w*|annul\w+|conteste\w*|refus\w+|avoir)"
)
_LETTER = re.compile(r"[a-z]{4}")
_DONE = any_of(
    r"(?:effectuee?s?|executee?s?|lancee?s?|debitee?s?|prelevee?s?|sortie?s?|encaissee?s?"
    r"|partie?s?)\b"
    r"|(?:payee?s?|reglee?s?|viree?s?|versee?s?|postee?s?|remise?s?|emise?s?|passee?s?|faits?)"
    r" (?:par|le|en|hier|ce matin|depuis|il y a|debut|\w+di)\b|emission du (?:virement|cheque)"
)
# "J'ai complètement zappé les 470" tells of no payment.
_FORGOTTEN = any_of(
    # A letter that names the sum, the debt itself, or a day that another has taken the place of.
    r"(?:avez|as|aviez) (?:\w+ )?(?:ecrit|relance|reclame|demande|facture)"
    r"|(?:vous|te) dev(?:ait|ais|ions|aient)\b"
    r"|(?:avais|avions|ai|avons) (?:\w+ )?(?:ecrit|dit|annonce|promis) que",
    r"(?:oubli|zapp|loup|rate|egar|perdu|omis|forgot|missed|overlooked)",
    r"(?:was|were|had been|has been) (?:\w+ )?(?:blocked|stuck|held|parked|queried|misfiled|mislaid"
    r"|lost|filed|sitting|lying|waiting|hidden|buried|approved|signed|booked|entered|coded)\b",
)


def _dealt_out(amount: Amount, kept: list[Weighed]) -> list[Amount]:
    """ "Deux virements de 300 €, le 10 et le 20": a share for each day."""
    share = amount.value / amount.times
    first = replace(amount, value=share)
    places = (each.dated.start for each in kept[1:])
    return [first, *(replace(first, start=place - 1, end=place) for place in places)]


# "Le mandat de 1 284,60 € a été transmis, paiement le 26": a step is done, the money comes.
_STEP = any_of(
    r"(?:transmi\w+|passe (?:le|la|au) (?:visa|controle|commission)|valide\w*|approuve\w*"
    r"|comptabilise\w*|mandate\w*|ordonnance\w*|liquide\w*"
    r"|saisi\w*|prepare\w*|prete?s?\b"
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


_TO_PAY = re.compile(r"^ ?(?:€|euros?)? ?(?:que (?:je|nous|on)|qui (?:part|ser|suiv))")


def _places(kept: list[Weighed]) -> list[tuple[int, int]]:
    return [(each.dated.start, each.dated.end) for each in kept]


def _is_no_part(amount: Amount, words: str, clause: str) -> bool:
    """Whether a sum is a limit, a price, a charge, or money that comes from somebody else."""
    before, after = words[max(0, amount.start - 40) : amount.start], words[amount.end :]
    limited = _NOT_PROMISED.search(_OVER_SO_MUCH.sub("of ", before)) is not None
    if (
        (limited and not _LACKS_IN_OURS.match(after))
        or _NOT_OWED.match(after)
        or _PUT_ASIDE.match(after)
    ):
        return True
    if _CONTESTED.match(after):
        return True
    return INCOME.search(clause) is not None and not owns(clause)


# "Invoice 802 over 1.480 EUR", as Germans and Dutchmen write.
_OVER_SO_MUCH = re.compile(r"(?<=invoice )over |(?<=invoice )[\w/-]{1,14} over $|(?<=bill )over $")
# "Il manque 40 € sur mon virement, je les envoie ce soir."
_LACKS_IN_OURS = re.compile(
    r"^ ?(?:€|euros?)? ?(?:sur|a|dans) (?:mon|notre|le|ma) (?:dernier |precedent )?(?:virement"
    r"|reglement"
    r"|cheque|paiement|versement)"
)
_CONTESTED = re.compile(
    r"^[^,;:.]{0,40}\b(?:contest\w+|(?:en|est un) litige|refus\w+"
    r"|(?:pas|jamais) (?:du|due|dus|dues)\b)"
)
_PUT_ASIDE = re.compile(
    r"^ ?(?:€|euros?)? ?(?:de cote|sur le compte|en caisse|de decouvert"
    r"|mise? a part|qui (?:me |nous )?(?:rentr|tomb)\w+)\b"
)


def only_sum_of(
    text: str, *, without: frozenset[str] = frozenset(), times: int = 1
) -> Decimal | None:
    """The one amount that the whole text states, when the promise itself states none.

    Sentences that hold one of the words `without` speak of something else; "450 a go" is paid as
    many `times` as days are told.
    """
    each = False
    values: set[Decimal] = set()
    bare: set[Decimal] = set()
    for sentence in sentences(text):
        if any(span in sentence.raw for span in without):
            continue
        if _OF_OTHERS.search(sentence.folded) and not _OURS.search(sentence.folded):
            continue
        if "frais" in sentence.folded:
            continue
        if sentence.asks and len(sentence.raw) > _TOPIC_MAX and not _TAGGED.search(sentence.folded):
            continue
        words = words_of(sentence)
        each = each or _A_GO.search(words) is not None
        values.update(one.value for one in _fit(words, (*amounts_in(words), *decimals_in(words))))
        bare.update(
            one.value
            for one in _fit(words, amounts_in(words, bare=True))
            if one.value >= _BARE_LEAST or IS_A_RATE.match(words[one.end :])
        )
    values = values or bare
    if len(values) != 1:
        return None
    return values.pop() * times if each else values.pop()


_A_GO = any_of(r"(?:a (?:go|pop|time|shot)|apiece|each (?:time|go))\b")
# What the bank takes, a client owes, a broken boiler costs, and no word of a bill beside it.
_OF_OTHERS = any_of(
    r"(?:(?:prend|prennent|pique|ponctionne|retient|compte|facture) (?:la|ma|notre|une) banque"
    r"|banque (?:me |nous )?(?:prend|pique|ponctionne|retient|facture|compte)|agios|amende"
    r"|contravention|fourriere|liquidation|redressement|depot de bilan|(?:me|nous) (?:doi|dev)\w+"
    r"|a (?:nous|moi)\b|concurren\w+|a ouvert|(?:a|ont|vient de) (?:lach|rendu l ame|saut"
    r"|explos)\w*"
    r"|en panne|chaudiere|garagiste|loyers?|salaires?|allocations?)\b"
)
_OURS = any_of(
    r"(?:votre|vos|ton|tes|factures?|(?:vous|te) (?:le |la |les )?(?:regl|pai|pay|vir|vers|dois"
    r"|dev)\w*)\b"
)
_TAGGED = re.compile(r", ?(?:c est (?:bien )?(?:ca|cela)|right|correct|n est ce pas) ?\?\W*$")
_TOPIC_MAX = 24  # "Les 65 € ?" names what it speaks of
_BARE_LEAST = Decimal(100)  # without a sign for money a smaller number is a day or a count


def _fit(words: str, amounts: tuple[Amount, ...]) -> list[Amount]:
    """The sums of a sentence that may be promised: none gone, limited, lacking or a price."""
    clauses = clauses_of(words)
    fit = [
        amount
        for amount in amounts
        if not _is_no_part(amount, words, clause := clause_at(amount.start, clauses))
        and not _A_PRICE.match(words[amount.end :])
        and not _is_gone(amount, words, clauses)
        and not _LAST_ONE.search(clause)
    ]
    fit.sort(key=lambda amount: amount.start)
    return come_out(fit, words)


def _is_a_date(amount: Amount, kept: list[Weighed]) -> bool:
    return any(each.dated.start < amount.end and amount.start < each.dated.end for each in kept)


def sum_promised(amounts: list[tuple[Decimal, bool]]) -> Decimal | None:
    """All that is promised of the sums stated, each with whether a day goes with it."""
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
