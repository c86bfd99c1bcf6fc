"""What stands around the words of a sender: name, contact block, disclaimer, footers, banners.

A line is taken away only for what it is; prose stays, wherever it stands, because a postscript
below a signature is still the sender's word.

Takes: "Paul Durand", "Service Comptabilité", "Tél. 02 98 00 41 17", "Envoyé de mon iPhone".
Leaves: "P.-S. : le chèque part lundi", "Virement fait", "Je serai joignable au 02 98 00 41 17".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from relance_mailer.reading.boilerplate import paragraphs_of, without_disclaimers, without_footers
from relance_mailer.reading.desks import is_a_desk
from relance_mailer.reading.message import Mailbox
from relance_mailer.reading.persons import is_a_full_name, is_a_persons_name, plain_key

SIGNATURE_LINES_MAX = 16
LINES_KEPT = 512
"""A line is asked about again for each line above it at which the signature may begin."""

CLOSING = re.compile(
    r"^\W{0,2}(?:(?:bien |très |trs |plus |avec )*(?:cordialement|amicalement|sincèrement|"
    r"respectueusement|sportivement|courtoisement)(?: (?:vôtre|à vous|votre))?"
    r"|cdlt|cdt|crdlt|bien à (?:vous|toi)|salutations?(?: \w+)?|sincères salutations|"
    r"meilleures salutations|(?:bien )?à vous|à (?:bientôt|plus)|a\+|bises?|bisous|slts?"
    r"|(?:très )?(?:bonne|belle|excellente) (?:journée|soirée|réception|fin de (?:journée|"
    r"semaine|matinée)|semaine|continuation|après-midi|année|fêtes?)(?: à (?:vous|tous|toi))?|"
    r"bon(?:ne)? (?:week-?end|courage)(?: à vous)?"
    r"|votre (?:bien )?dévouée?|vos dévoués|(?:avec )?(?:mes|nos) (?:remerciements|"
    r"salutations|respects|sincères \w+)|merci(?: (?:d['’]avance|par avance|à vous|beaucoup|"
    r"bien|encore))?|d['’]avance merci|vous en remerciant.{0,40}|"
    r"en vous (?:en )?remerciant.{0,40}"
    r"|(?:veuillez|je vous prie|nous vous prions|recevez|agréez|"
    r"dans l['’]attente).{0,140}(?:salutations|sentiments|considération|distingu\w+|retour|"
    r"réponse)(?: \w+)?"
    r"|(?:best|kind|warm|many|with)?\s?(?:kind |best )?regards|best(?: wishes)?|"
    r"thanks?(?: you| again| so much| a lot)?|many thanks|cheers|sincerely(?: yours)?|"
    r"yours (?:sincerely|faithfully|truly)|all the best|rgds"
    r"|mit (?:freundlichen|besten|herzlichen) (?:grü(?:ß|ss)en|grüßen)|(?:viele|beste|"
    r"freundliche|liebe|herzliche) grü(?:ß|ss)e|mfg|lg|hochachtungsvoll"
    r"|(?:un )?(?:cordial )?saludos?(?: cordiales)?|un saludo|atentamente|gracias|"
    r"cordiali saluti|distinti saluti|saluti|grazie|cordialmente"
    r")\W{0,4}$",
    re.IGNORECASE,
)  # fmt: skip
_POSTSCRIPT = re.compile(
    r"^\W{0,2}(?:p\.?\s?-?\s?s\.?|post-?scriptum|n\.?b\.?|edit|ps\s?\d)\s*[:.,;—–-]?\s",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+\d{1,3}|\b0)[\s.()\d-]{7,18}\d\b")
_CONTACT = re.compile(
    r"^\W{0,3}(?:t[ée]l(?:[ée]phone)?|fixe|port(?:able)?|mob(?:ile)?|fax|gsm|standard|"
    r"ligne directe|l\.?d|phone|cell|direct|e-?mail|mail|site|web|tel|t|m|p|"
    r"f)\s*\.?\s*[:.]?\s*(?:\(?\+?\d|[\w.-]+@|www|http)"
    r"|^\W{0,3}(?:https?://|www\.)\S+\W*$|^\W{0,3}<?[\w.+-]+@[\w.-]+\.\w+>?\W*$|"
    r"^\W{0,3}\[?(?:cid|logo|image)\b"
    r"|\b\d{5}\s+[A-ZÉÈ][\w'’-]+|\b(?:siret|siren|rcs|r\.c\.s|tva intra|ape|naf|hrb|vat|iban|"
    r"n° tva)\b"
    r"|\b(?:sarl|sas|sasu|eurl|sa|sci|snc|gmbh|ltd|llc|s\.r\.l|s\.l|inc|plc|s\.a\.s|"
    r"s\.a\.r\.l)\b\.?|\bau capital de\b"
    r"|^\W{0,3}(?:\d{1,4}\s?(?:bis|ter)?,?\s+)?(?:rue|avenue|av\.|boulevard|bd|place|chemin|"
    r"route|allée|impasse|quai|z\.?a\.?c?|z\.?i\.?|b\.?p\.?|cs|lieu-dit|parc|immeuble)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:direct(?:eur|rice|ion)|comptab(?:le|ilité)|responsable|service|assistant[e]?|"
    r"président[e]?|trésori(?:er|ère)|gérant[e]?|chef(?:fe)?|secrétaire|secrétariat|secretary|"
    r"intendan(?:ce|t|te)|gestionnaire|adjoint[e]?|chargé[e]?|maire|mairie|département|pôle|"
    r"cabinet|avocat[e]?|mandataire|liquidat(?:eur|rice)|administrat(?:eur|rice|if|ive|ion|"
    r"ivo|ora|zione|ración)|"
    r"manager|director|accountant|accounts?|office|officer|head|finance|geschäftsführ\w+|"
    r"buchhaltung|contab\w+|amministrazione|ufficio|dpto|daf|raf|dg|pdg|ceo|cfo|founder|"
    r"fondat(?:eur|rice)|co-?gérant[e]?|associé[e]?|expert|expert-comptable|"
    r"équipe|team|accueil|facturation|fournisseurs|commissaire|huissier|groupe|société|"
    r"association|entreprise|agence|artisan|boulangerie|garage|hôtel|restaurant|lycée|collège|"
    r"commune|étude|sportif|club)\b",
    re.IGNORECASE,
)
_PROSE = re.compile(
    r"\b(?:je|j['’]|nous|vous|on|il|elle|ils|elles|c['’]est|ça|est|sont|était|ai|as|avons|"
    r"avez|ont|sera|serai|n['’]|ne|pas|plus|qui|que|donc|mais|car|"
    r"i|we|you|is|are|was|will|have|has|can|not|don['’]t|it|that|please|"
    r"ich|wir|sie|ist|nicht|haben|werden|no|es|hemos|non|è|abbiamo)\b",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\b(?:pay(?!s\b|sag|san|s de )\w*|r[ée]gl\w+|virement|vir\b|ch[èe]que|facture|avoir|relance"
    r"|lundi|mardi|"
    r"mercredi|jeudi|vendredi|samedi|dimanche|demain|hier|aujourd\w+|"
    r"ok|oui|non|reçu|fait|faite|envoy[ée]\w*|paid|paying|invoice|transfer|yes|done|monday|"
    r"tuesday|wednesday|thursday|friday|tomorrow|bezahlt|überwiesen|pagad[oa]|pagat[oa]|"
    r"litige|refus\w*|conteste)\b|€|\beur(?:os?)?\b",
    re.IGNORECASE,
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# "Ouvert du lundi au jeudi 9h-12h", "8h30/12h - 14h/18h": said to whoever reads, of no matter.
_HOURS = re.compile(
    r"\d{1,2}\s?[h:](?:\d\d)?\s?(?:-|–|/|à|to)\s?\d{1,2}\s?(?:h|:\d\d|am|pm)"
    r"|^\W{0,3}(?:horaires|heures d['’]ouverture|ouverte?s?|opening hours|permanence)\b.{0,40}"
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|monday)",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(r"\b(?:je|j['’]\w+|nous|on|i|i['’]m|we)\b", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:je|j['’]\w+|nous|vous|on|il|elle|i|we|you|est|sont|sera|seront|a|ont|is|are|will)\b",
    re.IGNORECASE,
)
_DELIMITER = re.compile(r"^--\s*$|^—\s*$")
# A thumb or a tick says something; a rule of dashes doesn't.
_SAYS_A_SIGN = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
_ORNAMENT = re.compile(rf"^(?:_|[^\w{_SAYS_A_SIGN}])+$")
_ANNOUNCES = re.compile(
    r"(?::|\b(?:avec|à|chez|par|de|joindre|contacter|adresse|suivante?|with|to|contact|at))"
    r"\s*$",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    "m mme mlle mr mrs ms dr me maître le la les l d de du des et and the von der van pour po p "
    "o a à for cie fils frères".split()
)


def names_of(sender: Mailbox) -> frozenset[str]:
    """The words by which this sender may sign: of the display name and of the address."""
    local, _, domain = sender.address.partition("@")
    text = re.sub(r"[._+-]", " ", f"{sender.name} {local} {domain.rpartition('.')[0]}")
    return frozenset(word for word in _WORD.findall(plain_key(text)) if len(word) > 1)


def without_trappings(lines: Sequence[str], names: frozenset[str]) -> list[str]:
    """The lines without banners, footers, disclaimers and the trailing name or contact block."""
    kept = _trimmed(without_disclaimers(without_footers(lines)))
    body, tail = _split_at_delimiter(kept)
    start = _signature_start(body, names)
    below = body[start:]
    saved = _prose_of(below[1:] if below else [], names) + _said_below_delimiter(tail)
    return _without_last_name(_trimmed([*body[:start], *([""] if saved else []), *saved]), names)


_CLOSED_WORDS_MAX = 6


def _closing_before_name(line: str, names: frozenset[str]) -> str | None:
    """The closing formula of "Cordialement, M. Dupuis"; None where the line is no such thing."""
    words = line.split()
    if not 2 <= len(words) <= _CLOSED_WORDS_MAX:
        return None
    for place in range(len(words) - 1, 0, -1):
        head, name = " ".join(words[:place]), " ".join(words[place:])
        if CLOSING.match(head) and _is_somebody(name, names):
            return head
    return None


_NAME_AT_END = re.compile(
    r"^(?P<said>.{8,}[.!?…,])\s+"
    # One to four words of two letters together at least; a blank stands between any two of them.
    r"(?P<name>(?=[^\s.!?,]\s?[^\s.!?,])(?:[^\s.!?,]+\s){0,3}[^\s.!?,]+\s?)\.?$"
)


def _without_last_name(lines: list[str], names: frozenset[str]) -> list[str]:
    """ "… qu'on en finisse. Denis Vautrin": the whole name behind the last sentence goes."""
    if not lines or not names:
        return lines
    if (closed := _closing_before_name(lines[-1], names)) is not None:
        return [*lines[:-1], closed]
    found = _NAME_AT_END.match(lines[-1])
    if found is None:
        return lines
    own = set(_WORD.findall(plain_key(found["name"]))) <= names
    if own or (found["said"][-1] != "," and is_a_persons_name(found["name"])):
        return [*lines[:-1], found["said"]]
    return lines


def _split_at_delimiter(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands above and below the signature delimiter "-- " (RFC 3676 §4.3)."""
    for at, line in enumerate(lines):
        if _DELIMITER.match(line):
            return list(lines[:at]), list(lines[at + 1 :])
    return list(lines), []


def _said_below_delimiter(tail: Sequence[str]) -> list[str]:
    """Postscripts and sentences about the matter: two dashes may only part two paragraphs."""
    return _postscripts(tail) or [
        line
        for line in tail
        if _PROSE.search(line) and _MATTER.search(line) and not _is_motto(line)
    ]


def _is_motto(line: str) -> bool:
    return bool(_CONTACT.search(line) or _PHONE.search(line)) or len(line.split()) < 4


def is_signature(lines: Sequence[str], names: frozenset[str]) -> bool:
    """Whether the lines hold a name and what may stand below one, and nothing else."""
    filled = [line for line in lines if line.strip()]
    return (
        bool(filled)
        and (_is_somebody(filled[0].strip(), names))
        and all(is_signature_line(line, names) and not is_prose(line) for line in filled)
    )


def _postscripts(lines: Sequence[str]) -> list[str]:
    """Postscripts that stand below a signature."""
    kept: list[str] = []
    for paragraph in paragraphs_of(lines):
        for at, line in enumerate(paragraph):
            if _POSTSCRIPT.match(line):
                kept.extend(paragraph[at:])
                break
    return kept


def _prose_of(lines: Sequence[str], names: frozenset[str]) -> list[str]:
    """What in a signature block is a sentence said to the reader, and so is kept."""
    kept = _postscripts(lines)
    if kept:
        return kept
    return [line for line in lines if _is_saved(line, names)]


def _is_saved(line: str, names: frozenset[str]) -> bool:
    """Whether a line of a signature block is kept all the same: a whole sentence."""
    return (
        len(line.split()) >= 5
        and is_prose(line)
        and not is_signature_line(line, names)
        and not _is_a_title(line)
    )


@lru_cache(maxsize=LINES_KEPT)
def is_prose(line: str) -> bool:
    """Whether the line reads as part of a sentence or speaks of the matter."""
    return bool(_PROSE.search(line) or (_MATTER.search(line) and not _PHONE.search(line)))


@lru_cache(maxsize=LINES_KEPT)
def is_signature_line(line: str, names: frozenset[str]) -> bool:
    """Whether the line is a name, a role, an address, a telephone: nothing that is said."""
    bare = line.strip()
    if not bare or _ORNAMENT.match(bare) or _opens_with_name(bare, names) or is_a_desk(bare):
        return True
    if re.match(r"^(?:for and on behalf of|for the|pour le|pour la|p/o)\b", bare, re.IGNORECASE):
        return len(bare.split()) <= 10 and not _PROSE.search(bare)
    if len(bare) > 120 or (
        _PROSE.search(bare) and len(bare.split()) > 4 and not _CONTACT.search(bare)
    ):
        return False
    if _is_somebody(bare, names) or _CONTACT.search(bare):
        return True
    if _HOURS.search(bare) and not _SPEAKS.search(bare):
        return True
    if _PHONE.search(bare) and len(bare.split()) <= 14 and not _PROSE.search(bare):
        return True
    if _MATTER.search(bare):
        return False
    return bool(_ROLE.search(bare)) and len(bare.split()) <= 10 and bare[-1:] not in ".?!"


def _opens_with_name(line: str, names: frozenset[str]) -> bool:
    """The whole name (two words of it), then a comma or a bar, then a title or a motto."""
    head, mark, rest = re.split(r"(\s[-–—|]\s|[,|(])", f"{line},", maxsplit=1)[:3]
    words = _WORD.findall(plain_key(head))
    known = [word for word in words if word in names]
    if not mark or len(known) < 2 or len(known) < len(words):
        return False
    return not _MATTER.search(rest) and not _OF_ONESELF.search(rest)


@lru_cache(maxsize=LINES_KEPT)
def _is_somebody(line: str, names: frozenset[str]) -> bool:
    """Whether the line is the sender's name, or another's who writes from the sender's mailbox."""
    if is_name(line, names):
        return True
    return bool(names) and (is_a_persons_name(line) or _INITIALED.match(line.strip()) is not None)


# "C. Roux": a stranger who signs from an office's mailbox.
_INITIALED = re.compile(r"^[A-ZÀ-Þ]\.(?:\s?-?[A-ZÀ-Þ]\.)?\s?[A-ZÀ-Þ][\w'’-]{2,}$")


@lru_cache(maxsize=LINES_KEPT)
def is_name(line: str, names: frozenset[str]) -> bool:
    """Whether the line is the sender's name, alone or before a comma, a dash or a bar."""
    head, *tail = re.split(r"\s[-–—|]\s|[,|(/]", line.strip(), maxsplit=1)
    if tail and len(tail[0].split()) > 3 and _SPEAKS.search(tail[0]):
        return False  # "Mathis Cros, je prends la suite d'Élodie."
    words = _WORD.findall(plain_key(head))
    known = [word for word in words if word in names]
    if not words or len(words) > 6 or head.strip()[-1:] in "?!:":
        return False
    if all(len(word) == 1 for word in words):
        initials = {name[0] for name in names}
        return len(words) > 1 and all(word in initials for word in words)
    if len(words) == 1 and (
        _is_nickname(head, words[0], names) or _are_initials(head, words[0], names)
    ):
        return True
    unknown = [
        word for word in words if word not in names and word not in _SMALL_WORDS and len(word) > 1
    ]
    shown = head[:1].isupper() or len(known) > 1 == len(unknown)
    return bool(known) and (
        not unknown or (len(known) >= len(unknown) and shown and not is_prose(head))
    )


def _are_initials(head: str, word: str, names: frozenset[str]) -> bool:
    """Two or three capitals, each the first letter of a name: "CP" for Claire Perrin."""
    firsts = {name[0] for name in names}
    return head.strip().isupper() and 1 < len(word) < 4 and firsts.issuperset(word)


def _is_nickname(head: str, word: str, names: frozenset[str]) -> bool:
    """The beginning of one of the names, capitalised: "Fi" for Fiona."""
    if len(word) < 2 or not head[:1].isupper() or _MATTER.search(head):
        return False
    return any(name.startswith(word) for name in names)


def _signature_start(lines: Sequence[str], names: frozenset[str]) -> int:
    """The line at which the trailing block of name and contact begins; the end if there is none."""
    first = max(0, len(lines) - SIGNATURE_LINES_MAX)
    announced = _announced(lines)
    closed = max((at for at in range(first, len(lines)) if CLOSING.match(lines[at])), default=-1)
    if closed >= 0 and _is_block(lines[closed + 1 :], names, after_closing=True):
        return closed + 1
    for at in range(max(first, 1), len(lines)):
        if at in announced or not lines[at].strip():
            continue
        if not any(line.strip() for line in lines[:at]):
            continue
        opens = is_name(lines[at].strip(), names) or (
            _may_end_above(lines[at - 1]) and is_signature_line(lines[at], names)
        )
        if (
            opens
            and _is_block(lines[at:], names, after_closing=False)
            and not _gives_an_address(lines[at:], names)
        ):
            return _with_on_behalf(lines, at)
    return len(lines)


_SENTENCE_ENDS = re.compile(r"[.!?…)]\s*$")
_MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+")


def _may_end_above(line: str) -> bool:
    """Whether the words said may end with this line: blank, or the end of a sentence."""
    return not line.strip() or _SENTENCE_ENDS.search(line) is not None


def _gives_an_address(lines: Sequence[str], names: frozenset[str]) -> bool:
    """Whether a stranger's name stands with an address of nobody known: whom to write to."""
    if any(is_name(line.strip(), names) for line in lines if line.strip()):
        return False
    found = _MAIL_ADDRESS.findall(" ".join(lines))
    return any(names.isdisjoint(_WORD.findall(plain_key(address))) for address in found)


def _announced(lines: Sequence[str]) -> frozenset[int]:
    """The lines of a block that the words above announce: an address to write to, somebody to call.

    "Merci de renvoyer la facture à l'adresse suivante :" and what stands below is no signature.
    """
    found: set[int] = set()
    above = ""
    for at, line in enumerate(lines):
        opened = at - 1 in found and bool(lines[at - 1].strip())
        if line.strip() and (opened or _ANNOUNCES.search(above)):
            found.add(at)
        above = line if line.strip() else above
    return frozenset(found)


def _with_on_behalf(lines: Sequence[str], at: int) -> int:
    """A line "Pour le club," above the name belongs to the signature."""
    above = at - 1
    if above > 0 and re.match(
        r"^\s*(?:pour|p/o|p\.o\.?|on behalf of)\s.{2,50},?\s*$", lines[above], re.I
    ):
        return above if lines[above].rstrip().endswith(",") else at
    return at


def _is_block(lines: Sequence[str], names: frozenset[str], *, after_closing: bool) -> bool:
    """Whether these lines are a signature; a closing formula above makes short lines credible."""
    filled = [line.strip() for line in lines if line.strip()]
    if not filled:
        return False
    until = next((at for at, line in enumerate(filled) if _POSTSCRIPT.match(line)), len(filled))
    block = filled[:until]
    said = [line for line in block if not is_signature_line(line, names)]
    if after_closing:
        said = [
            line
            for line in said
            if len(line.split()) > 8
            or (is_prose(line) and not (_ROLE.search(line) and len(line.split()) <= 4))
        ]
        if _is_somebody(block[0], names) and all(_is_saved(line, names) for line in said):
            return True
        if is_a_full_name(block[0]):
            said = [line for line in said[: len(block)] if not _is_a_title(line)]
            return len(said) * 3 <= len(block)
        return not said or (is_signature_line(block[0], names) and len(said) * 3 <= len(block))
    if not block:
        return False
    if _is_somebody(block[0], names):
        said = [line for line in said if is_prose(line) or len(line.split()) > 8]
        said = [line for line in said if not _is_a_title(line)]
        if all(_is_saved(line, names) for line in said):
            return True
    return len(said) * 4 <= len(block)


def _is_a_title(line: str) -> bool:
    """ "Directrice de la crèche Les Petits Pas": a line below a name that opens with a role."""
    opening = _ROLE.match(line.strip())
    return bool(opening) and len(line.split()) <= 10 and not _SPEAKS.search(line)


def _trimmed(lines: Sequence[str]) -> list[str]:
    kept = list(lines)
    while kept and (not kept[0].strip() or _ORNAMENT.match(kept[0].strip())):
        kept.pop(0)
    while kept and (not kept[-1].strip() or re.match(r"^[\s_=*#-]+$", kept[-1])):
        kept.pop()
    return kept
