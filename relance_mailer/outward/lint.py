"""What a printed letter must and may not say.

It looks at what was really printed, text and HTML, beside the facts of the letter. A fault blocks
the letter and goes to a human; nothing is mended.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from relance_mailer.dossier.state import Dossier
from relance_mailer.law.routes import Act
from relance_mailer.outward import wordlists as w
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.outward.sheet import (
    DATE,
    MONTHS,
    Fault,
    Sheet,
    around,
    bare,
    folded,
    sentences,
    sheet_of,
    unquoted,
    values_of,
)
from relance_mailer.outward.transfer import picture_id
from relance_mailer.outward.wording import ROADS, harsh, ladder, rungs, soft
from relance_mailer.words import Segment
from relance_mailer.workdays import is_business_day, zone_of

WORDS_MAX = {"reminder_1": 120, "reminder_2": 180, "reminder_3": 180}  # L7
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LOADED = ("<img", "<iframe", "<script", "<link", "<object", "<embed", "<form", "<video", "<audio")
_UNRESOLVED = ("{{", "}}", "{%", "%}", "None", "undefined", "XXX", "[à compléter]")
_ALTERNATIVES = ("monsieur/", "madame/", "monsieur /", "madame /", "m./", "mme/", "m. /", "mme /")
_BROKEN_SIGNS = ("\ufffd", "Ã©", "Ã¨", "Ãª", "Ã\xa0", "â€", "Â\xa0")
_PICTURE_REST = r'(?: (?:alt|width|height|style)="[^"]*")* ?/?>'
_LOOSE_AMOUNT = re.compile(r" (?:€|EUR\b|\d{3},\d\d\b)")
_IN_FIGURES = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")
_SHOUTED = ("!", "URGENT", "IMPORTANT")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_VAT_ADDED = re.compile(r"\b(?:ttc|tva)\b")
_VAT_NONE = re.compile(
    r"(?:ne sont pas soumis\w*|hors|sans|non soumis\w*)(?: a la| champ de la)? tva"
)


def faults(
    letter: Letter,
    text: str,
    html: str,
    subject: str,
    printed: tuple[tuple[str, str], ...],
    *,
    dossier: Dossier | None = None,
) -> tuple[Fault, ...]:
    """All rules that this printed letter breaks; none means that it may leave.

    `printed` is what each placeholder printed, `txt.deadline` in text and `html.deadline` in HTML.
    With `dossier` the letter is held against what the ledger says now.
    """
    sheet = sheet_of(letter, text, html, subject, printed)
    found = [fault for rule in RULES for fault in rule(sheet)]
    if dossier is not None:
        found += _l3_ledger(letter, dossier)
        found += _l9_recipients(letter, dossier)
    return tuple(dict.fromkeys(found))


def _l1_deadline(sheet: Sheet) -> Iterator[Fault]:
    """The deadline stands once in text and once in HTML, is right, and is alone in its sentence."""
    letter = sheet.letter
    deadline = letter.deadline_on
    if not letter.is_level or letter.template == PRE_DUE:
        return
    if deadline is None:
        yield Fault(id="L1", because="aucune date limite n'est calculée pour cette relance")
        return
    for part, plain in (("txt", sheet.plain_text), ("html", sheet.plain_html)):
        values = values_of(sheet, f"{part}.deadline")
        if len(values) != 1:
            yield Fault(
                id="L1",
                because=f"{{{{ deadline }}}} doit être imprimé une fois dans la partie {part}, "
                f"il l'est {len(values)} fois",
            )
            continue
        yield from _requirement(values[0], deadline, plain, part)
    if deadline <= letter.composed_for:
        yield Fault(id="L1", because=f"la date limite {deadline} n'est pas après l'envoi")
    if not is_business_day(deadline, zone_of(letter.debtor.postcode)):
        yield Fault(id="L1", because=f"la date limite {deadline} n'est pas un jour ouvré")


def _requirement(value: str, deadline: date, plain: str, part: str) -> Iterator[Fault]:
    if bare(value) != _in_full(deadline):
        yield Fault(
            id="L1", because=f"la date imprimée « {value} » n'est pas le {_in_full(deadline)}"
        )
    holding = around(plain, bare(value))
    if len(holding) != 1:
        yield Fault(id="L1", because=f"la date limite doit se lire une fois dans la partie {part}")
    elif len(DATE.findall(holding[0])) != 1:
        yield Fault(id="L1", because=f"une autre date figure dans la demande : « {holding[0]} »")


def _in_full(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{WEEKDAYS[day.weekday()]} {number} {MONTHS[day.month - 1]} {day.year}"


def _l2_announced(sheet: Sheet) -> Iterator[Fault]:
    """What is announced is the configured act, with its day; nothing else is announced."""
    letter = sheet.letter
    if letter.announced_for_promise:
        if "notice" not in rungs(sheet):
            yield Fault(id="L2", because="la mise en demeure annoncée n'est pas nommée")
        return
    days = values_of(sheet, "txt.next_on")
    if letter.next_on is None:
        if days:
            yield Fault(id="L2", because="une suite datée est imprimée, aucune n'est prévue")
    elif len(days) != 1 or len(values_of(sheet, "html.next_on")) != 1:
        yield Fault(id="L2", because="le jour de la suite doit être imprimé une fois par partie")
    elif letter.announces is not None:
        for part in (sheet.own_text, sheet.own_html):
            yield from _consequence(letter.announces, bare(days[0]), part)
    for act in ROADS:
        if act is not letter.announces and (hit := rungs(sheet).get(act.value)):
            yield Fault(id="L2", because=f"« {hit} » est annoncé et n'est pas la suite prévue")


def _consequence(act: Act, day: str, part: str) -> Iterator[Fault]:
    holding = " ".join(around(part, day))
    if not _finds("|".join(w.ACT_WORDS[act]), holding):
        yield Fault(id="L2", because=f"la suite imprimée n'est pas « {act.value} » : « {holding} »")


def _l3_sum(sheet: Sheet) -> Iterator[Fault]:
    """The listed invoices make the total, and the demanded amount is the one printed."""
    letter = sheet.letter
    if sum((line.left for line in letter.lines), Decimal(0)) != letter.total:
        yield Fault(id="L3", because="la somme des factures listées n'est pas le total")
    for line in letter.lines:
        if (line.left >= 0) if line.is_credit else (line.left <= 0):
            yield Fault(id="L3", because=f"la facture {line.number} est soldée")
        asked_now = letter.is_level and letter.template != PRE_DUE
        if asked_now and line.due_on is not None and line.due_on >= letter.composed_for:
            yield Fault(id="L3", because=f"la facture {line.number} n'est pas échue")
        if bare(line.number) not in sheet.plain_text:
            yield Fault(id="L3", because=f"la facture {line.number} n'est pas citée dans le texte")
        if bare(line.number) not in sheet.plain_html:
            yield Fault(id="L3", because=f"la facture {line.number} n'est pas citée dans le HTML")
    if not letter.is_level:
        return
    for part in ("txt", "html"):
        name, amount = "demanded", letter.demanded
        printed = values_of(sheet, f"{part}.demanded")
        if letter.template == PRE_DUE:
            name, amount, printed = "total", letter.total, values_of(sheet, f"{part}.total")
        if not printed:
            yield Fault(id="L3", because=f"{{{{ {name} }}}} manque dans la partie {part}")
        elif {_amount(value) for value in printed} != {amount}:
            yield Fault(id="L3", because=f"le montant demandé n'est pas {amount}")


def _amount(value: str) -> Decimal | None:
    figures = re.sub(r"[^\d,.-]", "", value).replace(",", ".")
    try:
        return Decimal(figures)
    except InvalidOperation:
        return None


def _l3_ledger(letter: Letter, dossier: Dossier) -> Iterator[Fault]:
    """The letter against the ledger as it stands: nothing paid, promised or contested is asked."""
    open_now = {invoice.number: invoice.left for invoice in dossier.open_invoices}
    open_now |= {credit.number: -credit.left for credit in dossier.open_credits}
    if letter.total > dossier.owed:
        yield Fault(id="L3", because=f"{letter.total} demandés, {dossier.owed} dus")
    promised = frozenset(dossier.promise.invoices) if dossier.promise else frozenset()
    for line in letter.lines:
        left = open_now.get(line.number)
        if left is None:
            yield Fault(id="L3", because=f"la facture {line.number} n'est plus ouverte")
        elif left != line.left:
            yield Fault(id="L3", because=f"le reste dû de {line.number} a changé : {left}")
        if not letter.is_level:
            continue
        if line.number in dossier.disputed:
            yield Fault(id="L3", because=f"la facture {line.number} est contestée")
        if line.number in promised:
            yield Fault(id="L3", because=f"la facture {line.number} est promise")


def _l4_segment(sheet: Sheet) -> Iterator[Fault]:
    """No fee or interest for a consumer; a rate where interest is shown; no VAT on either."""
    letter = sheet.letter
    claimed = letter.interest is not None or letter.fees is not None
    if letter.debtor.segment is Segment.CONSUMER:
        if claimed:
            yield Fault(id="L4", because="ni intérêt ni indemnité envers un consommateur")
        if hit := _hit(w.CONSUMER_FR + w.CONSUMER_EN, sheet.own_text, sheet.own_subject):
            yield Fault(id="L4", because=f"envers un consommateur : « {hit} »")
    if not letter.interest:
        return
    for part, text in (("txt", sheet.plain_text), ("html", sheet.plain_html)):
        if not values_of(sheet, f"{part}.rate") or "semestre" not in text:
            yield Fault(
                id="L4", because=f"des intérêts sans taux ni semestre dans la partie {part}"
            )
    for sentence in sentences(sheet.plain_text):
        about = _finds("|".join((*w.INTEREST_WORDS, "decompte")), sentence)
        if about and _VAT_ADDED.search(_VAT_NONE.sub("", sentence)):
            yield Fault(id="L4", because=f"TVA sur des intérêts ou indemnités : « {sentence} »")


def _l5_open(sheet: Sheet) -> Iterator[Fault]:
    """Nothing left to fill in: placeholders, empty names, alternatives."""
    for part in (sheet.subject, sheet.text, sheet.shown):
        for mark in _UNRESOLVED:
            if mark in part:
                yield Fault(id="L5", because=f"emplacement non rempli : « {mark} »")
    for part in (sheet.plain_text, sheet.plain_html):
        if any(alternative in part for alternative in _ALTERNATIVES):
            yield Fault(id="L5", because="une alternative « Monsieur/Madame » reste ouverte")
        if any(empty in part for empty in ("bonjour ,", "madame ,", "monsieur ,", "\n,", "\n ,")):
            yield Fault(id="L5", because="un nom est vide dans la formule d'appel")
    if not sheet.subject.strip():
        yield Fault(id="L5", because="l'objet est vide")


def _l6_mentions(sheet: Sheet) -> Iterator[Fault]:
    """Mandatory mentions, reference, read reply address, a text part."""
    letter = sheet.letter
    sender = letter.sender
    if not sheet.text.strip():
        yield Fault(id="L6", because="la partie texte est vide")
    if not sender.mentions:
        yield Fault(id="L6", because="les mentions obligatoires de l'expéditeur manquent")
    wanted = (
        ("mentions obligatoires", sender.mentions),
        ("référence du dossier", (letter.mark,)),
        ("adresse de réponse", (sender.mailbox,)),
        ("information sur les données", (sender.privacy,)),
        ("nom du signataire", (sender.person,)),
    )
    in_text, in_html = (" ".join(part.split()) for part in (sheet.plain_text, sheet.plain_html))
    for name, values in wanted:
        for value in values:
            plain = folded(value)
            if not plain or plain not in in_text:
                yield Fault(id="L6", because=f"{name} : absente de la partie texte")
            elif plain not in in_html:
                yield Fault(id="L6", because=f"{name} : absente de la partie HTML")
    if not sheet.subject.endswith(letter.mark):
        yield Fault(id="L6", because=f"l'objet ne finit pas par la référence {letter.mark}")
    markup = _without_our_picture(sheet.html, letter).lower()
    if any(tag in markup for tag in _LOADED):
        yield Fault(id="L6", because="la partie HTML charge ou exécute quelque chose")


def _without_our_picture(html: str, letter: Letter) -> str:
    """The QR code of the transfer comes with the letter: nothing is loaded for it."""
    source = f'<img src="cid:{re.escape(picture_id(letter))}"'
    return re.sub(source + _PICTURE_REST, "", html, count=1)


def _l7_length(sheet: Sheet) -> Iterator[Fault]:
    """Short letters are read: the words before lists, tables and signature are counted."""
    most = WORDS_MAX.get(sheet.letter.template)
    if most is None:
        return
    prose = sheet.text.split(f"\n{sheet.letter.sender.person}\n")[0]
    lines = [ln for ln in prose.splitlines() if not ln.startswith(("  ", "- "))]
    count = len(_WORD.findall("\n".join(lines)))
    if count > most:
        yield Fault(id="L7", because=f"{count} mots, {most} au plus à ce niveau")


def _l9_recipients(letter: Letter, dossier: Dossier) -> Iterator[Fault]:
    """Nobody who bounced or is away is written to."""
    away = dict(dossier.absent)
    for contact in letter.to + letter.cc:
        until = away.get(contact.email, letter.composed_for)
        if contact.email in dossier.bounced:
            yield Fault(id="L9", because="un destinataire a été rejeté")
        elif contact.email in away and (until is None or until > letter.composed_for):
            yield Fault(id="L9", because="un destinataire est absent")


def _l10_writing(sheet: Sheet) -> Iterator[Fault]:
    """Accents intact, unbreakable blanks in amounts, dates in full outside tables, no shouting."""
    own_text = unquoted(sheet.text, sheet.letter)
    for part in (sheet.subject, own_text, unquoted(sheet.shown, sheet.letter)):
        for sign in _BROKEN_SIGNS:
            if sign in part:
                yield Fault(id="L10", because=f"des accents sont abîmés : « {sign} »")
        for loose in _LOOSE_AMOUNT.finditer(part):
            if part[: loose.start()][-1:].isdigit():
                yield Fault(id="L10", because=f"montant sans espace insécable : « {loose[0]} »")
        for shout in _SHOUTED:
            if shout in part:
                yield Fault(id="L10", because=f"« {shout} » ne s'écrit pas dans une lettre")
    if re.match(r"\s*(?:re|tr|fwd?)\s*:|.*\b(?:urgent|important)\b", sheet.subject, re.IGNORECASE):
        yield Fault(id="L10", because="l'objet imite une réponse ou crie l'urgence")
    if sheet.letter.language == "fr" and "/" in own_text:
        prose = "\n".join(line for line in own_text.splitlines() if not line.startswith("  "))
        if hit := _IN_FIGURES.search(prose):
            yield Fault(id="L10", because=f"date en chiffres hors tableau : « {hit[0]} »")


def _l11_basis(sheet: Sheet) -> Iterator[Fault]:
    """A formal notice names its legal basis and its parties."""
    letter = sheet.letter
    if letter.template != FORMAL_NOTICE:
        return
    match letter.debtor.segment:
        case Segment.PUBLIC:
            wanted = w.LEGAL_BASIS_PUBLIC
        case Segment.CONSUMER | Segment.ASSOCIATION:
            wanted = w.LEGAL_BASIS_OTHERS
        case _:
            wanted = w.LEGAL_BASIS_B2B
    for pattern in wanted:
        if not re.search(pattern, sheet.plain_text) or not re.search(pattern, sheet.plain_html):
            yield Fault(
                id="L11", because=f"fondement légal absent : {pattern.strip(chr(92) + 'b')}"
            )
    if folded(letter.debtor.name) not in folded(sheet.text):
        yield Fault(id="L11", because="le débiteur n'est pas nommé")


@cache
def _pattern(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return w.compiled(*patterns)


def _hit(patterns: tuple[str, ...], *texts: str) -> str:
    found = (_pattern(patterns).search(text) for text in texts)
    return next((hit[0] for hit in found if hit), "")


def _finds(pattern: str, text: str) -> bool:
    return _pattern((pattern,)).search(text) is not None


RULES = (
    _l1_deadline,
    _l2_announced,
    _l3_sum,
    _l4_segment,
    _l5_open,
    _l6_mentions,
    _l7_length,
    ladder,
    _l10_writing,
    _l11_basis,
    soft,
    harsh,
)
