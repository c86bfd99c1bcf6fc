"""Invoice numbers and e-mail addresses that a text names.

A number counts when it is one of the ledger's, however spaced, hyphenated or shortened ("la 871"
for FA2025-0871 when only one fits); without a ledger, what looks like an invoice number does.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from relance_mailer.reading.intents.phrases import fold

_CHUNK = re.compile(r"[A-Za-z]+|\d+")
_FIGURES = re.compile(r"\d\w*(?:[-./]\w+){0,5}")
_PREFIX = re.compile(r"(?<![\w@.])(?:[A-Za-z]{1,6}[-./_ ]?|[-./_ ])?\Z")
_WINDOW = 7
_RANGE_MAX = 40
_LONG_RUN = 5
_ZERO_LED = 4  # figures: neither a price nor a year is written like "0412"
_BETWEEN = re.compile(r"\s{0,2}(?:à|a|au|jusqu['’]à|to|-|–|bis|al?)\s{0,2}", re.IGNORECASE)
_LOOSE = re.compile(r"(?:\b(?:la|celle|pas la|les)|\d,| et) $")
_LETTER_O = re.compile(r"(?<=[\d\W_])[oO]{1,3}(?=\d)")
_NAMED = re.compile(
    r"\b(?:factures?|invoices?|pi[eè]ces?|rechnung|factura|fattura|r[ée]f[ée]rence)\b\.?"
    r" ?(?:n\W{0,2}|no\W|num\w*|nos|nr|number)?\W{0,3}"
    r"((?:[a-z]{1,5}[-./]?)?\d[\w]*(?:[-./]\w+){0,5})",
    re.IGNORECASE,
)
_LONG_NUMBER = re.compile(r"(?<![\w/.,+-])[1-9]\d{6,9}(?![\w/@]|[.,]\d| ?(?:€|euros?))")
_LIKE = re.compile(
    r"(?<![\w@./-])(?:[A-Z]{1,5}\d?[-./]?\d{2,}[\w]*(?:[-./]\w+){0,4}|20\d\d[-/]\d{2,}(?:[-/]\w+)?"
    r"|\d{2}[-/]\d{4}\b|[A-Z]-?\d{2}/\d{2,})(?![\w@])"
)
_FOLLOW = re.compile(
    r"(?: ?, ?| et | and | ainsi que | puis "
    r"| ou )((?:[A-Za-z]{1,5}[-./ ]?)?\d{3,}[\w./-]*)"
)
_NO_INVOICE = re.compile(
    r"(?:commande|cheque|chq|mandat|ticket|marche|dossier|contrat|engagement|bordereau|cas|avoir"
    r"|devis|siret|siren|order|po|vir|lot|tel|art|article|rang|demande|dp|ej|bon"
    r"|bl|code|code postal|cp|reg|vir|appel|client)"
    r"\W{0,2}(?:n|no|numero|nr|n°)?\W{0,3}$"
)
_ADDRESS = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w@])"
)
_NOT_THIS = re.compile(
    r"(?:plus|pas|plutot qu|au lieu d|remplace\w*|non|jamais|ancienne?|not"
    r"|anymore)(?: [\w@]+(?:\.[\w@]+)*){0,2} $"
)
_STAND_IN = re.compile(
    r"\b(?:en (?:mon|son|notre|leur) absence|pendant (?:mes|ses|son|mon|leurs?"
    r"|cette) (?:conges?|absence|vacances)"
    r"|(?:en cas d|pour (?:toute|les|une|vos)|si c est une|cas d|question d) ?urgences?|urgent\w*"
    r"|urgences? :"
    r"|in my absence|while i am away|jusqu a (?:mon|son) retour)"
)


_FROM_NOW_ON = re.compile(
    r"\b(?:desormais|dorenavant|a l avenir|toute (?:correspondance|communication)|ecri(?:vez"
    r"|re) (?:moi |nous )?"
    r"(?:ici|plutot|a cette)|nouvelle adresse|ne plus (?:lui|leur|nous) ecrire|march\w* plus"
    r"|from now on|mon adresse|prochaine?s? (?:envois?|courriers?|mails?|factures?)"
    r"|(?:mettre|mettez) a jour (?:votre|vos)|actualis\w+ (?:votre|vos)"
    r"|in future|all correspondence|please (?:use|write to) this)\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:ah non|au temps pour moi|autant pour moi|non en fait|je me (?:suis )?trompe"
    r"|oubliez (?:ca|cela"
    r"|ce que)|my mistake|scratch that|actually no)\b"
)


def invoices_in(text: str, known: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The invoices that the text is about, as the ledger writes them, in order of mention."""
    if not known:
        return _look_like_invoices(text)
    index = _index(known)
    text = _LETTER_O.sub(lambda match: "0" * len(match[0]), text)
    chunks = [(match[0].upper(), match.start(), match.end()) for match in _CHUNK.finditer(text)]
    found: dict[str, int] = {}
    covered: set[int] = set()
    for start, (chunk, place, _) in enumerate(chunks):
        if chunk not in index.beginnings and _plain(chunk) not in index.beginnings:
            continue
        for end in range(start, min(start + _WINDOW, len(chunks))):
            if end > start and chunks[end][1] - chunks[end - 1][2] > 3:
                break
            number = index.number(tuple(part[0] for part in chunks[start : end + 1]))
            if number is None or not _stands_alone(text, place, chunks[end][2]):
                continue
            if not (chunk.isdigit() and _NO_INVOICE.search(fold(text[max(0, place - 30) : place]))):
                found.setdefault(number, place)
                covered.update(range(start, end + 1))
    _short_forms(text, chunks, covered, index, found)
    return tuple(sorted(found, key=lambda number: found[number]))


def _short_forms(
    text: str,
    chunks: list[tuple[str, int, int]],
    covered: set[int],
    index: "_Index",
    found: dict[str, int],
) -> None:
    """The last figures alone ("la 118"), and what lies between two ("0118 à 0120")."""
    loose: list[tuple[str, int]] = []
    before: tuple[str, int] | None = None
    for place, (chunk, start, end) in enumerate(chunks):
        number = index.told(text, start, chunk) if chunk.isdigit() else None
        if number is not None and place in covered:
            before = number, end
        if number is None or place in covered:
            continue
        if before is not None and _BETWEEN.fullmatch(text[before[1] : start]):
            for between in index.between(before[0], number):
                found.setdefault(between, start)
        elif (
            _is_short_form(text, start, end, chunk)
            or _stands_in_its_number(text, chunks, place, number)
            or _opens_a_list(chunks, place, text, index)
            or (before is not None and _LIST_MARK.fullmatch(text[before[1] : start]))
            or _ENDING.search(fold(text[max(0, start - 40) : start]))
        ):
            found.setdefault(number, start)
            before = number, end
        elif len(chunk) == 2 and _LOOSE.search(fold(text[max(0, start - 12) : start])):
            loose.append((number, start))
    # Two figures alone are an age or a street; several that all are invoices are not.
    if len(loose) > 1:
        for number, start in loose:
            found.setdefault(number, start)


_ENDING = re.compile(
    r"(?:finissant|finit|termin\w+|fini\w*|ending|ends) (?:par|en|in|with) (?:le |les )?$"
    r"|\b(?:la|celle|la facture) ?(?:\.{2,3}|…) ?$"
)
_ENDING_MAX = 4
_LIST_MARK = re.compile(r" ?[/+&] ?| ")
_HEAD = re.compile(r"(?:f|fa|fac|fact|facture|invoice|inv)[-./_ ]?$", re.IGNORECASE)


def _stands_in_its_number(
    text: str, chunks: list[tuple[str, int, int]], place: int, number: str
) -> bool:
    """ "FA2041", "2026-2041", "26/118" for F2026-2041: what stands before is the number's own."""
    chunk, start, end = chunks[place]
    if place == 0 or len(chunk) < 3 or text[end : end + 1].isalnum():
        return False
    before, _, closed = chunks[place - 1]
    if not re.fullmatch(r"[-./_ ]?", text[closed:start]):
        return False
    if before.isdigit():
        parts = [part for part in re.findall(r"\d+", number)[:-1] if len(before) >= 2]
        return closed < start and any(part.endswith(before) for part in parts)
    if len(before) == 1 and closed < start and text[closed - 1 : start] in {"a ", "A "}:
        return False  # "il y a 118 palettes"
    own = re.match(r"[A-Za-z]+", number)
    return _HEAD.search(before) is not None or (
        own is not None and own[0].casefold() == before.casefold()
    )


def _opens_a_list(
    chunks: list[tuple[str, int, int]], place: int, text: str, index: "_Index"
) -> bool:
    """ "2041/2057", "de 118 à 120": another of the ledger's numbers follows at once."""
    if place + 1 >= len(chunks):
        return False
    (chunk, start, end), (following, begins, closed) = chunks[place], chunks[place + 1]
    if following.lower() in {"à", "a", "au", "to"} and place + 2 < len(chunks):
        following, begins, closed = chunks[place + 2]
    joined = text[end:begins]
    return (
        len(chunk) >= 3
        and not text[max(0, start - 1) : start].isalnum()
        and following.isdigit()
        and following.lstrip("0") in index.tails
        and not text[closed : closed + 1].isalnum()
        and bool(_LIST_MARK.fullmatch(joined) or _BETWEEN.fullmatch(joined))
        and not _NO_INVOICE.search(fold(text[max(0, start - 30) : start]))
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Index:
    """The ledger's numbers by how they may be written: see `number` and `tails`."""

    numbers: tuple[str, ...]
    whole: dict[str, str]
    parts: dict[tuple[str, ...], str]
    tails: dict[str, str]
    beginnings: frozenset[str]

    def number(self, chunks: tuple[str, ...]) -> str | None:
        """The number that these chunks of letters and figures spell, zeros left out or not."""
        if len(chunks) > 2 and all(len(chunk) == 2 and chunk.isdigit() for chunk in chunks):
            return None  # 26-11-50 is written like a date
        found = self.whole.get("".join(chunks))
        return found or self.parts.get(tuple(_plain(chunk) for chunk in chunks))

    def told(self, text: str, start: int, chunk: str) -> str | None:
        """The number of which these are the last figures; fewer where the words say so."""
        found = self.tails.get(chunk.lstrip("0"))
        if (
            found is None
            and len(chunk) <= _ENDING_MAX
            and _ENDING.search(fold(text[max(0, start - 40) : start]))
        ):
            ending = [number for number in self.numbers if number.endswith(chunk)]
            return ending[0] if len(ending) == 1 else None
        return found

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The ledger's numbers from the one after `first` to `last`, of the same series."""
        low, high = _series(first), _series(last)
        if low[0] != high[0] or not 0 < high[1] - low[1] <= _RANGE_MAX:
            return (last,)
        return tuple(
            number
            for number in self.numbers
            if _series(number)[0] == low[0] and low[1] < _series(number)[1] <= high[1]
        )


@lru_cache(maxsize=64)
def _index(known: tuple[str, ...]) -> _Index:
    tails: dict[str, str] = {}
    twice: set[str] = set()
    for number in known:
        runs = re.findall(r"\d+", number)
        for tail in _tails(runs[-1]) if runs else ():
            if tail in tails and tails[tail] != number:
                twice.add(tail)
            tails[tail] = number
    whole = _without_letters(known) | {_bare(number): number for number in known}
    pieces = {number: tuple(_CHUNK.findall(number.upper())) for number in known}
    parts = {tuple(_plain(chunk) for chunk in chunks): number for number, chunks in pieces.items()}
    return _Index(
        numbers=tuple(sorted(known)),
        whole=whole,
        # Without its zeros a lone figure is any figure.
        parts={chunks: number for chunks, number in parts.items() if len(chunks) > 1},
        tails={tail: number for tail, number in tails.items() if tail not in twice and tail},
        beginnings=_beginnings(whole, parts),
    )


_YEAR_GLUED = re.compile(r"20[2-4]\d(\d{3,})")


def _without_letters(known: tuple[str, ...]) -> dict[str, str]:
    """ "26/0412" for F-26/0412: only where its last run begins with a zero, as no price does."""
    found: dict[str, list[str]] = {}
    for number in known:
        runs = re.findall(r"\d+", number)
        if len(runs) > 1 and runs[-1].startswith("0"):
            found.setdefault("".join(runs), []).append(number)
    return {figures: numbers[0] for figures, numbers in found.items() if len(numbers) == 1}


def _tails(run: str) -> set[str]:
    """What the last figures may be shortened to: "la 171" for 90026171, without a year before."""
    short = {run[-3:], run[-4:]} if len(run) > _LONG_RUN else set()
    glued = _YEAR_GLUED.fullmatch(run)
    year = {glued[1]} if glued else set()
    return {tail.lstrip("0") for tail in (run, *short, *year)}


def _beginnings(whole: dict[str, str], parts: dict[tuple[str, ...], str]) -> frozenset[str]:
    """What a first chunk may be."""
    heads = {bare[:size] for bare in whole for size in range(1, len(bare) + 1)}
    return frozenset(heads | {chunks[0] for chunks in parts if chunks})


def _series(number: str) -> tuple[str, int]:
    """What stands before the last figures of a number, and these."""
    match = re.fullmatch(r"(.*?)0*(\d{1,9})", number)
    return (match[1], int(match[2])) if match else (number, -1)


def _plain(chunk: str) -> str:
    return (chunk.lstrip("0") or "0") if chunk.isdigit() else chunk


def _bare(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not (before.isalnum() or after.isalnum())


def _is_short_form(text: str, start: int, end: int, chunk: str) -> bool:
    """Whether a bare figure is said as an invoice's short name, not as a day, hour or price."""
    before, after = fold(text[max(0, start - 40) : start]), fold(text[end : end + 12])
    if re.match(
        r"(?:[.,]\d| ?(?:€|euros?|eur|e\b|h\b|%|jours|/|k\b|x\b|fois|mois|ans|eme))", after
    ):
        return False
    if before[-1:].isalnum() or re.search(r"[.,/@-]$", before) or after[:1].isalnum():
        return False
    if _NO_INVOICE.search(before) or after[:1] in {"-", "/"}:
        return False
    if re.search(
        r"\b(?:factures?|fact?|invoices?|rechnung|celle|n|no|nos|numeros?|ref|reference"
        r"|piece)\W{0,4}(?:n|no)?\W{0,3}$",
        before,
    ):
        return True
    if len(chunk) >= _ZERO_LED and chunk.startswith("0"):
        return not re.search(r"\b(?:code|poste|tel|fax|ext)\W{0,3}$", before)
    said = re.search(
        r"\b(?:la|les|payee?|reglee?|one|the|paye|et|and|ou|concern\w+|pour la|mais|sur la|de la"
        r"|que la"
        r"|puis|ni|sauf|hors|plus)\W{1,3}$"
        r"|(?:^|[.!?;:\n•*])[^\w\n]{0,4}$",
        before,
    )
    listed = re.search(r"\d{2,}(?:,| et| and|,? puis) $", before)
    return len(chunk) >= 3 and bool(said or listed or re.search(r"\($", before))


def _look_like_invoices(text: str) -> tuple[str, ...]:
    found: dict[str, int] = {}
    folded = fold(text)
    for match in _NAMED.finditer(text):
        token = text[match.start(1) : match.end(1)].rstrip(".,;:)")
        if (
            sum(sign.isdigit() for sign in token) >= 3
            and not re.match(r"(?:\d{1,2}/\d{1,2}(?:/\d+)?$|20\d\d$)", token)
            and not re.match(r" ?(?:€|euros?|eur\b|e\b|,\d)", folded[match.end(1) :])
        ):
            found.setdefault(token, match.start(1))
            _follow(text, match.end(1), found)
    for match in (*_LIKE.finditer(text), *_LONG_NUMBER.finditer(text)):
        token = match[0].rstrip(".,;:)")
        before = folded[max(0, match.start() - 30) : match.start()]
        if (
            token in found
            or _NO_INVOICE.search(before)
            or ("/" in token and re.fullmatch(r"\d\d/\d{4}", token))
        ):
            continue
        if re.match(
            r"(?:PO|CAS|EJ|BL|RG|DP|TVA|CF|BC|SIRET|CB|S|SAS|L|R|H|CSP|KW|EUR|VIR|N|A|REF"
            r"|PV|CP|EA|T|AS|L\d)[-./ ]?\d",
            token,
        ) and not re.match(r"N[-/]\d", token):
            continue
        if any(place <= match.start() < place + len(other) for other, place in found.items()):
            continue
        found[token] = match.start()
    return tuple(sorted(found, key=lambda token: found[token]))


def _follow(text: str, end: int, found: dict[str, int]) -> None:
    """ "factures 1077 et 1091": the numbers that follow the first one."""
    while (match := _FOLLOW.match(text, end)) is not None:
        if re.match(r" ?(?:€|euros?|%)", text[match.end() :]):
            return
        found.setdefault(match[1].rstrip(".,;:)"), match.start(1))
        end = match.end()


def mentions_in(text: str) -> tuple[str, ...]:
    """Whatever looks like a reference or an invoice number, for the search of the dossier."""
    text = text[:20_000]
    found: dict[str, None] = {}
    for match in _FIGURES.finditer(text):
        if sum(map(str.isdigit, match[0])) < 3:
            continue
        prefix = _PREFIX.search(text, max(0, match.start() - 8), match.start())
        if prefix is not None:
            found[text[prefix.start() : match.end()].strip()] = None
    return tuple(found)[:60]


def address_to_use(text: str, *, not_these: tuple[str, ...] = (), own: str = "") -> str | None:
    """The first e-mail address that the text gives to write to; a stand-in's is none.

    `own` is the sender's, one only where the text says that it holds from now on; an address that
    is taken back ("ah non, au temps pour moi") is none either.
    """
    if "@" not in text:
        return None
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".").lower()
        before = fold(text[max(0, match.start() - 40) : match.start()])
        around = fold(text[max(0, match.start() - 160) : match.end() + 60])
        if _NOT_THIS.search(before) or _STAND_IN.search(around):
            continue
        if address in not_these and not (address == own and _FROM_NOW_ON.search(around)):
            continue
        return None if _TAKEN_BACK.search(fold(text[match.end() :])) else address
    return None
