"""Amounts of money in a sentence, in figures and in words, and what of them is promised."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_FIGURE = r"\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,7}(?:[.,]\d{1,2})?(?!\d)"
_UNIT = r"(?:€(?:uros?)?|euros?|eur|e|balles|eurs?|boules|quid|pounds?|gbp|£|usd|\$)"
_AFTER = re.compile(
    rf"(?<![\w/.,-])(?!\d{{1,2}}e (?:signature|relance|fois|facture|echeance|mensualite|versement"
    rf"|partie|message|mail|jour|annee|place|rang|etage|client|edition|de la|en |moitie|tranche"
    rf"|acompte|semaine|quinzaine|trimestre|rappel|lettre|cheque"
    rf"|virement))(?:(?!(?<=\ben )[\w]+ fois \d[\d ,.]*(?:€|euros?)? (?:le|fin|a|au|des)"
    rf" [^;:]{{0,40}}\b(?:et|puis) (?:\d|le (?:reste|solde)))(?P<times>\d{{1,2}}|deux|trois|two"
    rf"|three) ?(?:x|×|fois|times"
    rf"|(?:cheques?|virements?|versements?|mensualites?|echeances?|reglements?|paiements?|traites?"
    rf"|transfers?|payments?|instalments?|morceaux|tranches|parts|acomptes)(?: egau?x?|"
    rf" egales| identiques)? (?:de|of)) ?)?"
    rf"(?P<figure>{_FIGURE})(?:, ?(?=€|eur))? ?(?:\(\d[\d ]{{0,9}}\) )?(?:d )?"
    rf"(?P<thousand>k ?)?{_UNIT}(?![a-z])(?: ?(?:et )?(?P<cents>\d{{2}})(?: "
    r"?(?:centimes|cts?)\b|(?! ?\w)|(?= (?:vous|le|au|ce|pour|sous|en|avant|d ici|demain|apres|c"
    r"|c est|donc|je|j|on|nous|qui|que|par|a|voila|merci|sera|part"
    r"|ils?|elles?|oui|mais|et|\w{3,6}di|will|ll|on|by|this|next|goes|leaves|tomorrow|today|for|is"
    r"|and|you|i|we|it|that|right)\b)))?"
)
_BEFORE = re.compile(
    rf"(?:(?P<times>\d{{1,2}}|two|three|four|five|six) (?:equal |monthly )?(?:payments"
    rf"|instal?lments"
    rf"|transfers|cheques) of )?(?:€|£|us\$|\$|\busd|\beur|\bgbp"
    rf"|\beuros?) ?(?P<figure>{_FIGURE})(?P<thousand>k)?"
)
_THOUSANDS = re.compile(rf"(?<![\w/.,-])(?P<figure>{_FIGURE})(?P<thousand> ?k)\b(?! ?[a-z]\b)")
_TAXED = re.compile(rf"(?<![\w/.,-])(?P<figure>{_FIGURE})(?= ?(?:t ?t ?c|h ?t)\b)")
# "80 par mois", "2 890 : d'accord": a rate and a sum with its blank need no sign for money.
_PER_MONTH = re.compile(
    rf"(?<![\w/.,-])(?P<figure>{_FIGURE})(?= (?:(?:par|chaque) (?:mois|semaine|quinzaine)"
    r"|a (?:go|pop|time|shot)|apiece|each (?:time|go))\b)"
)
_TOPIC = re.compile(r"^\W*(?P<figure>\d{1,3} \d{3}(?:,\d\d)?)(?= ?: )")
# "278,90" and "2,105.00" are money without saying so: two decimals after a figure of weight.
_DECIMAL = re.compile(
    r"(?<![\w/.,+-])(?P<figure>\d{1,3}(?:[ .,]\d{3})+[.,]\d{2}|\d{2,6},\d{2}|\d{3,6}\.\d{2})"
    r"(?![\w/]|[.,-]\d| ?(?:%|h\b|kg|m\b|km|mm|cm|heures|litres?|tonnes?))"
)
_BARE = re.compile(
    r"\b(?:vire|virerai|verse|verserai|mets|mettre|donne|donnerai|fais|ferai|envoie|paie|paye|regle"
    r"|faire|virement de|vir de|virt de|chq de|cheque de|acompte de|versement de|avance de|do"
    r"|aurez|auras|clear|send"
    r"|pay|deja|moitie"
    r"|fait|faisons|ferons|fera|faire|vireront|virera|verserons|versera|paierai|payerai|paierons"
    r"|reglerai|reglerons|reglons|payons|enverrai|enverrons|envoyons|envoyer|remets|mettrons"
    r"|virons|versons|donner|filer|file|pour|part|partir"
    r"|partent|virer|verser)"
    r" (?:les |un |deja |environ |de |la moitie "
    rf"|moitie )*(?P<figure>{_FIGURE})(?![-/]\d)(?! ?%)(?! et \d{{1,2}}\b)"
    r"(?! ?(?:h|jours?|j|fois|x|factures?|quarts?|tiers|demi\w*|\w+iemes?|\d{1,2}e"
    r"|virements?"
    r"|cheques?|mois|semaines?|mensualites?|%|pour ?cent|/|janv|fev|mars|avr|mai|juin|juil"
    r"|aout|sept|oct|nov|dec)\b)(?!\d)"
)
# "Je fais 3x 200 : 15/10, 15/11, 15/12": as many times as days follow.
_SO_OFTEN = re.compile(
    rf"(?<![\w/.,-])(?P<times>[2-9]|1[0-2]) ?(?:x|×|fois) ?(?P<figure>{_FIGURE})"
    r"(?= ?(?:[:,] ?(?:le )?\d|(?:le|les|fin|chaque|tous|a partir|des) ))"
)
_START = re.compile(
    rf"^(?P<figure>{_FIGURE}) (?=(?:a la fin|le \d|au \d|autour d|vers l|aux alentours|pour l|fin"
    rf"|lundi|mardi|mercredi|jeudi"
    rf"|vendredi|demain|ce|a la))"
)
_LIST = re.compile(
    r"(?:,|:|et|puis|plus|les) (?P<figure>\d[\d ]{1,6}(?:,\d{2})?) (?=(?:restants?|qui restent"
    r"|autour d|vers l|au \d"
    r"|a la fin|le \d|le mois|la semaine|fin|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain"
    r"|aujourd|maintenant|ce |dans \d|mi |debut |en \w+bre\b|en janvier|en fevrier|en mars"
    r"|en avril|en mai|en juin|en juillet|en aout|a noel|a la ))"
)
# "2,500 goes this Friday": with its comma a figure is no invoice's number.
_GOES = re.compile(
    r"(?<![\w/.,-])(?P<figure>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?)(?= (?:goes|will go|leaves|comes"
    r"|follows|lands|is (?:going|coming|for|due)|to go|going)\b)"
)
_REST = re.compile(
    rf"\b(?:rest|reste|solde|balance)(?: \(|, |,? soit |: )(?P<figure>{_FIGURE})(?=\)|,(?! ?\d))"
)
# "les 5 460", "le 562 part lundi", "que 200 je vous les envoie": a sum with no noun behind it.
_SUM = re.compile(
    r"(?:\b(?:yes to|les|le|vos|mes|ces|the|your|remaining|last|final|third|second|first|other"
    r"|full|que"
    r"|de|avec les|(?:les|the) (?:premiers?|derniers?|autres|first|last)|premiers|derniers"
    r"|seulement|only|soit|derniere?|reste|solde)[,:]? |, )"
    r"(?P<figure>\d{1,3}(?:[ .,]\d{3})(?:[.,]\d{2})?|\d{3,5}(?:[.,]\d{2})?)(?![\d/-])"
    r"(?= ?(?:$|[.;:!)]|,(?!\d)| (?:autres|premiers?|donc|avant|des|aujourd|maintenant|mtn|part"
    r"|et (?:les|le) (?:\d|reste|solde|autre)|en (?:meme|mm|m) t"
    r"|sera\b|seront (?!\w*ees\b)|suiv\w+|aussi|egalement|je"
    r"|jvous"
    r"|on|le \d|au \d|pour l|autour d|vers l|fin|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|demain|ce"
    r"|is (?:fine|ok|good|right)|qui|par|en une|en un|en liquide|en especes|restants?|will|goes"
    r"|go|to you|on (?!the way)|by|(?:over|across) (?:on|by|this)|at the end"
    r"|tomorrow|today"
    r"|next|follows|(?:a|one|two|three) (?:weeks?|fortnights?|months?))))"
)
# "la petite (612), la grosse (1240,50)": sums, where one of them has its cents.
_IN_BRACKETS = re.compile(
    rf"\b(?:petite|grosse|premiere|seconde|deuxieme|derniere|autre) \((?P<figure>{_FIGURE})"
    r"(?= ?\)[^.;]{0,60}\(\d[\d ]{0,6},\d\d ?(?:€ ?)?\))"
)
_HALF = re.compile(rf"\bhalf (?:of it )?\((?P<figure>{_FIGURE})(?=\))")
# "210, 340 et 95 €": the sign stands once for all.
_PLAIN = r"\d{2,5}(?:[.,]\d{2})?"
_SHARED = re.compile(
    rf"(?<![\w/.,-])(?P<figure>{_PLAIN})(?=(?:, {_PLAIN}){{0,4}},? (?:et|and|\+) {_PLAIN}"
    r" ?(?:€|euros?\b|eur\b))"
)
_ORDINALS_END = 10
_YEARS = range(2015, 2036)  # "les 2026" names a year, "de 2044" a sum
_WITHOUT_A_SIGN = (
    _REST,
    _AFTER,
    _SO_OFTEN,
    _BEFORE,
    _THOUSANDS,
    _DECIMAL,
    _BARE,
    _START,
    _LIST,
    _SHARED,
    _GOES,
    _SUM,
)
_BARE_TOO = (_IN_BRACKETS, _HALF, _TAXED, *_WITHOUT_A_SIGN, _PER_MONTH, _TOPIC)
_ITS_OWN_PLACE = (
    _REST,
    _LIST,
    _SUM,
    _IN_BRACKETS,
    _HALF,
)  # what stands before the figure may belong to another clause
_FOR_A_YEAR = re.compile(r"pour (?!les )")  # "mes vœux pour 2026"
_INVOICE_TAIL = re.compile(r"0\d{2,}$")  # "la 0440" is an invoice
_DIGIT = re.compile(r"\d")
_AMOUNTS_MAX = 60  # in one sentence; a longer list is no promise
_LARGEST = Decimal(10_000_000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Amount:
    """An amount and where it stands in the words that were read."""

    value: Decimal
    start: int
    end: int
    times: int = 1  # "3 × 400 €" is 1 200, three times


def decimal_of(figure: str) -> Decimal | None:
    """A written figure as a number: "1 215,60", "8,420.00", "1.916,00", "1.500"."""
    digits = figure.replace(" ", "")
    last = max(digits.rfind(","), digits.rfind("."))
    if last >= 0 and 1 <= len(digits) - last - 1 <= 2:
        digits = re.sub(r"[.,]", "", digits[:last]) + "." + digits[last + 1 :]
    else:
        digits = re.sub(r"[.,]", "", digits)
    try:
        return Decimal(digits)
    except InvalidOperation:
        return None


@lru_cache(maxsize=512)  # several rules ask it of the same sentence
def amounts_in(words: str, *, bare: bool = False) -> tuple[Amount, ...]:
    """The amounts that the words (folded, numbers in digits) state, in order.

    `bare` takes figures without a currency too, where a verb of paying stands before them.
    """
    return _found(words, _BARE_TOO if bare else (_AFTER, _BEFORE))


_UP_TO_A_DAY = re.compile(
    r"(?<![\w/.,-])(?!(?:(?<=\ble )|(?<=\bau )|(?<=\bdu ))(?:[12]?\d|3[01])\b)"
    rf"(?P<figure>{_FIGURE}),? (?:(?:le|au|on|this|next|pour|ce|for|by|at|over|across|coming"
    r"|comin|quid|the|des|d ici"
    r"|\w{2,6}di|\w{3,6}day) )*$"
)
_FROM_A_DAY = re.compile(
    r"^ ?(?:(?:vous (?:recev|au|av|touch)(?:ez|rez)|(?:je|on|nous) (?:vous |te )?(?:vire|verse"
    r"|fais|fait"
    r"|paie|donne|mets|ferai|virerai|verserai)) |[:=] ?)(?:les )?"
    rf"(?P<figure>{_FIGURE})(?= ?(?:$|[.;!]|,(?!\d)| et | puis ))"
)
_LEAST_AT_A_DAY = Decimal(20)  # a smaller figure beside a day is an hour or a count


def with_sums_at(
    found: tuple[Amount, ...], words: str, days: list[tuple[int, int]]
) -> tuple[Amount, ...]:
    """The amounts, and the plain figures that stand right beside a day: "450 samedi 12"."""
    more: list[Amount] = []
    for start, end in days:
        taken = [(each.start, each.end) for each in (*found, *more)] + days
        low = max(0, start - _REACH)
        before = _plain(_UP_TO_A_DAY.search(words[low:start]), low, taken)
        beside = before or _plain(_FROM_A_DAY.search(words[end : end + _REACH]), end, taken)
        more.extend([beside] if beside else [])
    return tuple(sorted((*found, *more), key=lambda amount: amount.start))


_REACH = 40


def _plain(match: re.Match[str] | None, offset: int, taken: list[tuple[int, int]]) -> Amount | None:
    """The plain figure of a match as a sum, where it is no year, number, hour or taken already."""
    value = None if match is None else decimal_of(match["figure"])
    if match is None or value is None or not _LEAST_AT_A_DAY <= value < _LARGEST:
        return None
    start, end = offset + match.start("figure"), offset + match.end("figure")
    if value in _YEARS or _INVOICE_TAIL.match(match["figure"]):
        return None
    if any(low < end and start < high for low, high in taken):
        return None
    return Amount(value=value.quantize(Decimal("0.01")), start=start, end=end)


def decimals_in(words: str) -> tuple[Amount, ...]:
    """The figures with two decimals, which are money without saying so."""
    return _found(words, (_DECIMAL,))


def _found(words: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[Amount, ...]:
    found: list[Amount] = []
    if _DIGIT.search(words) is None:
        return ()
    for pattern in patterns:
        for match in pattern.finditer(words):
            if len(found) >= _AMOUNTS_MAX:
                break
            if any(each.start < match.end() and match.start() < each.end for each in found):
                continue
            value = _value_of(match)
            if value is not None and 0 < value < _LARGEST:
                times = _times(match)
                start = match.start("figure" if pattern in _ITS_OWN_PLACE else 0)
                found.append(Amount(value=value, start=start, end=match.end(), times=times))
    return tuple(sorted(found, key=lambda amount: amount.start))


def _value_of(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    value = decimal_of(match["figure"])
    if value is None or _INVOICE_TAIL.match(match["figure"]):
        return None
    if value < _ORDINALS_END and match[0].rstrip().endswith("e") and "euro" not in match[0]:
        return None  # "vous êtes 4e"
    if groups.get("thousand"):
        value *= 1000
    if groups.get("cents") and value == value.to_integral_value():
        value += Decimal(groups["cents"]) / 100
    if value in _YEARS and (
        match.re is _SUM or (match.re is _BARE and _FOR_A_YEAR.match(match[0]))
    ):
        return None
    value *= _times(match)
    # The decimals of a figure of thirty digits are more than a Decimal has room for.
    return value.quantize(Decimal("0.01")) if value < _LARGEST else None


_TIMES = {"deux": 2, "two": 2, "trois": 3, "three": 3, "four": 4, "five": 5, "six": 6}


def _times(match: re.Match[str]) -> int:
    """How many times the sum is paid: "3 x 400", "deux virements de 300"."""
    said = match.groupdict().get("times")
    if not said:
        return 1
    return _TIMES.get(said) or int(said)
