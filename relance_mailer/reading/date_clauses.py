"""A sentence cut into clauses, each with one verb: the words beside a date tell what it is for."""

import re
from dataclasses import dataclass
from itertools import pairwise

from relance_mailer.reading.dates import Dated

_CLAUSE = re.compile(
    r"(?=\s)(?:(?:(?<=day)|(?<=\d)|(?<=\dth)|(?<=\dst))(?= (?:when|once) (?!you|your))"
    r"|(?<=[,;:()])\s| (?=\()|(?= mais | car | parce qu| puisqu| quand | apres quoi| donc "
    r"| des (?:qu|k)| (?:jvous|jte|jla|jles|jai|kan|kand|qd) |(?<! que)(?<! qu)(?<! si)(?<! ou)(?<!"
    r" dont)(?<! et)"
    r"(?<! quand)(?= (?:je (?:suis|peux|pe|pourrai|sais|dois|pars)|j ai (?:une?|ma|mon)) )"
    r"|(?= voila )|(?= pour (?:vous )?(?:montrer|prouver|dire) )"
    r"|(?= c est (?:mon|ma|notre|le|la|l) \w+ qui )|(?= et (?:elle|il|ils) (?:vous|te) )"
    r"|(?= bon (?:la semaine|le \d|\w+di|demain|je|on|alors|ben|bah) )"
    r"| (?:pcq|pck|psk|paske|pasque) |(?= et j ?(?:touche|recois) )"
    r"|(?= la pa(?:ie|ye) (?:tombe|arrive|rentre))"
    r"|(?= et (?:m|nous) (?:a|ont) (?:bien )?(?:confirm|assur|dit|promis|garanti))"
    r"| et (?=(?:votre|vos|ta|tes|ton) (?:\w+ ){1,5}?(?:sera|seront|part|partira|partiront|passera"
    r"|passeront)\b)"
    r"|(?= et (?:\w+di|le \d{1,2})(?: \d{1,2})?(?: \w{3,9})? (?:je|on|nous) )"
    r"| e (?:il|la) (?:bonifico"
    r"|pagamento"
    r"|saldo|fattura)"
    r"| et (?:je|on|nous|la|le|les|l|en|apres|vous|payee?s?|reglee?s?|viree?s?|puis)\b"
    r"| et (?=(?:proced|regl|pay|vir|vers|sold|effectu|envoy|post|emett|transmett"
    r"|programm)\w*ons\b)"
    r"| and (?=(?:goes|will|is going|gets (?:paid|done)|(?:yours|you|he|she|they) (?:ll|will|goes"
    r"|go|gets?|are|re|is|leaves|follows)|(?:our|my) \w+ pays|whatever (?:is|s) left"
    r"|(?:paying|doing|sending|settling|wiring) (?:it|you|this|that|yours|the))\b)"
    r"| et (?=(?:passe|figure|fait) (?:dans|au|a la|en|les|le)\b)| et (?=qu(?:e|il|elle|on)? )"
    r"| et (?=\w+ (?:sera|part))| et (?=(?:\w+ ){0,2}?\w+(?:era|eront|ira|iront)\b)"
    r"| (?:je|nous|on) (?:vous|te|t|la|le|les|l|paie|paye|regle|vire|verse|fais|ferai) "
    r"| because | but | so | then | as soon| and (?:we|i|the|it|will|then|pay)\b| und (?:wir"
    r"|ich)\b))"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Clause:
    """A part of a sentence with one verb, and where it begins."""

    words: str
    start: int


def clauses_of(words: str, found: tuple[Dated, ...] = ()) -> tuple[Clause, ...]:
    """The clauses of a sentence; one that is nothing but a date belongs to the next one."""
    cuts = [0, *(match.start() for match in _CLAUSE.finditer(words)), len(words)]
    result: list[Clause] = []
    held = -1
    for start, end in pairwise(cuts):
        if end <= start:
            continue
        begin = held if held >= 0 else start
        held = -1
        if end < len(words) and _is_a_mere_date(words, start, end, found):
            if result and _GIVES_A_REASON.match(words, end):
                # "à la fin du mois quand mon salaire…": the day is that of the words before.
                before = result[-1].start
                result[-1] = Clause(words=words[before:end], start=before)
                continue
            held = begin
            continue
        result.append(Clause(words=words[begin:end], start=begin))
    return tuple(result)


_GIVES_A_REASON = re.compile(r" ?(?:quand|lorsque|car|parce qu|puisqu|when|because)\b")
MERE = re.compile(
    r"^(?:\W|et|donc|alors|puis|ok|mais|and|so|then|d ici|des|pour|avant|which is|qui est|a savoir"
    r"|(?:des|a) (?:mon|notre) retour|en rentrant)*$"
)
"""Words that say nothing beside a date."""


def _is_a_mere_date(words: str, start: int, end: int, found: tuple[Dated, ...]) -> bool:
    """ "et le 5 juin | on vous fait le virement", never "…, le 20, …" after an amount."""
    inside = [dated for dated in found if start <= dated.start and dated.end <= end]
    if len(inside) != 1 or words[end - 1 : end] in {",", ";"}:
        return False
    return bool(MERE.match(words[start : inside[0].start] + words[inside[0].end : end]))


def clause_at(place: int, clauses: tuple[Clause, ...]) -> str:
    """The words of the clause that holds the place."""
    return next((clause.words for clause in reversed(clauses) if clause.start <= place), "")
