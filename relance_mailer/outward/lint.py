"""What a printed letter must and may not say.

It looks at what was really printed, text and HTML, beside the facts of the letter. A fault blocks
the letter and goes to a human; nothing is mended.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from relance_mailer.dossier.ordered import (
    DisputeAck,
    DisputeAnswer,
    PlanConfirmation,
    PlanOffer,
    Words,
    plan_total,
)
from relance_mailer.dossier.state import Dossier
from relance_mailer.law.routes import Act
from relance_mailer.outward import wordlists as w
from relance_mailer.outward.addressing import addressee, reachable
from relance_mailer.outward.compose import Letter
from relance_mailer.outward.levels import SenderRole
from relance_mailer.outward.listing import FORMAL_NOTICE, PRE_DUE
from relance_mailer.outward.saying import dates_of
from relance_mailer.outward.sheet import (
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
from relance_mailer.outward.tongue import Row, Tongue, finds
from relance_mailer.outward.transfer import picture_id
from relance_mailer.outward.wording import ROADS, facts, foreign, harsh, ladder, rungs, soft
from relance_mailer.words import Segment
from relance_mailer.workdays import is_business_day, zone_of

WORDS_MAX = {"reminder_1": 120, "reminder_2": 180, "reminder_3": 180}  # L7
# Nothing is fetched when a letter is opened: only a picture that travels with it may be shown.
_LOADED = re.compile(
    r"<(?:iframe|script|link|object|embed|form|video|audio|svg|base|meta[^>]*refresh)\b"
    r"|<img\b|url\(|@import|@font-face"
)
_LOADING = "src href srcset background action poster".split()
# Each begins with its name and not with « \b »: what begins otherwise is leapt over.
_LOADED_BY = re.compile(
    "(?:" + "|".join(rf"{name}(?<!\w{name})" for name in _LOADING) + ")"
    r"\s*=\s*[\"\']?\s*(?!mailto:|tel:)[a-z/]"
)
_UNRESOLVED = ("{{", "}}", "{%", "%}", "None", "undefined", "XXX", "[à compléter]")
_BROKEN_SIGNS = ("\ufffd", "Ã©", "Ã¨", "Ãª", "Ã\xa0", "â€", "Â\xa0")
_PICTURE_REST = re.compile(r'(?: (?:alt|width|height|style)="[^"]*")* ?/?>')
_LOOSE_AMOUNT = re.compile(r" (?:€|EUR\b|\d{3},\d\d\b)")
_SHOUTED = ("!", "URGENT", "IMPORTANT")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


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


def warnings(
    letter: Letter, text: str, html: str, subject: str, printed: tuple[tuple[str, str], ...]
) -> tuple[Fault, ...]:
    """What a person should look at again; none of it stops a letter (`facts`)."""
    return tuple(dict.fromkeys(facts(sheet_of(letter, text, html, subject, printed))))


def _l1_deadline(sheet: Sheet) -> Iterator[Fault]:
    """The deadline stands once in text and once in HTML, is right, and is alone in its sentence."""
    letter = sheet.letter
    deadline, tongue = letter.deadline_on, w.tongue_of(letter.language)
    if letter.says is not None:
        yield from _said_days(letter, letter.says)
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
        yield from _requirement(values[0], deadline, plain, part, tongue)
    if deadline <= letter.composed_for:
        yield Fault(id="L1", because=f"la date limite {deadline} n'est pas après l'envoi")
    if not is_business_day(deadline, zone_of(letter.debtor.postcode)):
        yield Fault(id="L1", because=f"la date limite {deadline} n'est pas un jour ouvré")


def _said_days(letter: Letter, words: Words) -> Iterator[Fault]:
    """The days that a human set lie ahead, and money is not asked for on a closed day."""
    for day in dates_of(words):
        if day <= letter.composed_for:
            yield Fault(id="L1", because=f"la date {day} n'est pas après l'envoi")
        elif not is_business_day(day, zone_of(letter.debtor.postcode)):
            yield Fault(id="L1", because=f"la date {day} n'est pas un jour ouvré")


def _requirement(
    value: str, deadline: date, plain: str, part: str, tongue: Tongue
) -> Iterator[Fault]:
    right = tongue.in_full(deadline)
    if bare(value) != right:
        yield Fault(id="L1", because=f"la date imprimée « {value} » n'est pas le {right}")
    holding = around(plain, bare(value))
    if len(holding) != 1:
        yield Fault(id="L1", because=f"la date limite doit se lire une fois dans la partie {part}")
    elif len(tongue.dates.findall(holding[0])) != 1:
        yield Fault(id="L1", because=f"une autre date figure dans la demande : « {holding[0]} »")


def _l2_announced(sheet: Sheet) -> Iterator[Fault]:
    """What is announced is the configured act, with its day; nothing else is announced."""
    letter, said_of = sheet.letter, rungs(sheet)
    if letter.announced_for_promise:
        if "notice" not in said_of:
            yield Fault(id="L2", because="la mise en demeure annoncée n'est pas nommée")
        return
    days = values_of(sheet, "txt.next_on")
    if letter.next_on is None:
        if days:
            yield Fault(id="L2", because="une suite datée est imprimée, aucune n'est prévue")
    elif len(days) != 1 or len(values_of(sheet, "html.next_on")) != 1:
        yield Fault(id="L2", because="le jour de la suite doit être imprimé une fois par partie")
    elif letter.announces is not None:
        said = w.tongue_of(letter.language).acts[letter.announces]
        for part in (sheet.own_text, sheet.own_html):
            yield from _consequence(letter.announces, said, bare(days[0]), part)
    for act in ROADS:
        if act is not letter.announces and (hit := said_of.get(act.value)):
            yield Fault(id="L2", because=f"« {hit} » est annoncé et n'est pas la suite prévue")


def _consequence(act: Act, said: tuple[Row, ...], day: str, part: str) -> Iterator[Fault]:
    holding = " ".join(around(part, day))
    if not finds(said).search(holding):
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


def _l3_said(sheet: Sheet) -> Iterator[Fault]:
    """What a human said in figures agrees with what the letter lists."""
    letter = sheet.letter
    match letter.says:
        case PlanOffer() | PlanConfirmation() as plan:
            due, planned = letter.total + plan.accessories, plan_total(plan.instalments)
            if planned != due:
                because = f"les versements font {planned}, la somme à étaler est {due}"
                yield Fault(id="L3", because=because)
        case DisputeAck() as ack if ack.contested > letter.total:
            yield Fault(id="L3", because=f"{ack.contested} contestés, {letter.total} dus")
        case DisputeAnswer() as answer:
            # The ledger may have taken the credit note in already, or not yet.
            credit = answer.credit_note.amount if answer.credit_note else Decimal(0)
            if answer.remains not in {letter.total, letter.total - credit}:
                because = f"reste annoncé {answer.remains}, reste au grand livre {letter.total}"
                yield Fault(id="L3", because=because)
        case _:
            return


def _amount(value: str) -> Decimal | None:
    """« 1 834,20 € » and « €1,834.20 » alike: the last two digits after a sign are cents."""
    found = re.fullmatch(r"(-?)([\d.,]*?)(?:[.,](\d\d))?", re.sub(r"[^\d,.-]", "", value))
    if found is None:
        return None
    whole = re.sub(r"\D", "", found[2]) or "0"
    return Decimal(f"{found[1]}{whole}.{found[3] or '00'}")


def _l3_ledger(letter: Letter, dossier: Dossier) -> Iterator[Fault]:
    """The letter against the ledger as it stands: nothing paid, promised or contested is asked."""
    # An answer may speak of a contested part; a level demands what is left beside it.
    whole = {} if letter.is_level else {one.number: one.left for one in dossier.open_invoices}
    open_now = {one.number: one.left for one in dossier.open_invoices}
    open_now |= {one.number: one.left for one in dossier.demandable}
    open_now |= {credit.number: -credit.left for credit in dossier.open_credits}
    if letter.total > dossier.owed:
        yield Fault(id="L3", because=f"{letter.total} demandés, {dossier.owed} dus")
    promised = frozenset(dossier.promise.invoices) if dossier.promise else frozenset()
    for line in letter.lines:
        left = open_now.get(line.number)
        if left is None:
            yield Fault(id="L3", because=f"la facture {line.number} n'est plus ouverte")
        elif line.left not in (left, whole.get(line.number)):
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
    tongue = w.tongue_of(letter.language)
    if letter.debtor.segment is Segment.CONSUMER:
        if claimed:
            yield Fault(id="L4", because="ni intérêt ni indemnité envers un consommateur")
        if hit := _hit(tongue.consumer, sheet.own_text, sheet.own_subject):
            yield Fault(id="L4", because=f"envers un consommateur : « {hit} »")
    if not letter.interest:
        return
    for part, text in (("txt", sheet.plain_text), ("html", sheet.plain_html)):
        if not values_of(sheet, f"{part}.rate") or not re.search(tongue.semester, text):
            yield Fault(
                id="L4", because=f"des intérêts sans taux ni semestre dans la partie {part}"
            )
    for sentence in sentences(sheet.plain_text):
        about = finds(tongue.interest).search(sentence)
        if about and re.search(tongue.vat, re.sub(tongue.vat_none, "", sentence)):
            yield Fault(id="L4", because=f"TVA sur des intérêts ou indemnités : « {sentence} »")


def _l5_open(sheet: Sheet) -> Iterator[Fault]:
    """Nothing left to fill in: placeholders, empty names, alternatives."""
    tongue = w.tongue_of(sheet.letter.language)
    emptied = (*(f"{word} ," for word in tongue.greetings), "\n,", "\n ,")
    for part in (sheet.subject, sheet.text, sheet.shown):
        for mark in _UNRESOLVED:
            if mark in part:
                yield Fault(id="L5", because=f"emplacement non rempli : « {mark} »")
    for part in (sheet.plain_text, sheet.plain_html):
        if any(alternative in part for alternative in tongue.alternatives):
            yield Fault(id="L5", because="une alternative « Monsieur/Madame » reste ouverte")
        if any(empty in part for empty in emptied):
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
            plain = " ".join(bare(value).split())
            if not plain or plain not in in_text:
                yield Fault(id="L6", because=f"{name} : absente de la partie texte")
            elif plain not in in_html:
                yield Fault(id="L6", because=f"{name} : absente de la partie HTML")
    refused = isinstance(letter.says, DisputeAnswer) and letter.says.reasons
    if refused and letter.debtor.segment is Segment.CONSUMER:
        if not sender.mediator:
            because = "médiateur de la consommation absent des réglages (C. conso L616-1)"
            yield Fault(id="L6", because=because)
        elif folded(sender.mediator) not in in_text:
            yield Fault(id="L6", because="le médiateur de la consommation n'est pas nommé")
    if not sheet.subject.endswith(letter.mark):
        yield Fault(id="L6", because=f"l'objet ne finit pas par la référence {letter.mark}")
    html = _without_our_picture(sheet.html, letter).lower()
    if _LOADED.search(html) or _LOADED_BY.search(html):
        yield Fault(id="L6", because="la partie HTML charge ou exécute quelque chose")


def _without_our_picture(html: str, letter: Letter) -> str:
    """The QR code of the transfer comes with the letter: nothing is loaded for it."""
    before, _, after = html.partition(f'<img src="cid:{picture_id(letter)}"')
    rest = _PICTURE_REST.match(after)
    return before + after[rest.end() :] if rest else html


def _l7_length(sheet: Sheet) -> Iterator[Fault]:
    """Short letters are read: the words before lists, tables and signature are counted."""
    most = WORDS_MAX.get(sheet.letter.template)
    if most is None:
        return
    prose = sheet.text.split(f"\n{sheet.letter.sender.person}\n")[0]
    prose = prose.removeprefix(f"{sheet.letter.sender.creditor_name}\n")
    if sheet.letter.past is not None and sheet.letter.past.words:
        prose = prose.replace(sheet.letter.past.words, "")  # the debtor's words, not ours
    lines = [ln for ln in prose.splitlines() if not ln.startswith(("  ", "- "))]
    count = len(_WORD.findall("\n".join(lines)))
    if count > most:
        yield Fault(id="L7", because=f"{count} mots, {most} au plus à ce niveau")


def _l9_sender(sheet: Sheet) -> Iterator[Fault]:
    """Nobody of a higher rank than the level asks for signs it (R5)."""
    letter = sheet.letter
    ranks = tuple(SenderRole)
    asked = letter.asked_sender
    if asked is not None and ranks.index(letter.sender.sender_role) > ranks.index(asked):
        because = f"signée « {letter.sender.sender_role} », le niveau demande « {asked} »"
        yield Fault(id="L9", because=because)


def _l9_recipients(letter: Letter, dossier: Dossier) -> Iterator[Fault]:
    """The reader that the level asks for; nobody who is barred, who bounced or who is away."""
    if dossier.barred_by is not None:
        yield Fault(id="L9", because=f"plus de lettre à ce débiteur : {dossier.barred_by}")
    away = dict(dossier.absent)
    for contact in letter.to + letter.cc:
        until = away.get(contact.email, letter.composed_for)
        if contact.email in dossier.bounced:
            yield Fault(id="L9", because="un destinataire a été rejeté")
        elif contact.email in away and (until is None or until > letter.composed_for):
            yield Fault(id="L9", because="un destinataire est absent")
    if letter.asked_reader is None or not dossier.contacts:
        return
    contacts = reachable(dossier, letter.composed_for, letter.sender.mailbox)
    wanted = addressee(contacts, letter.asked_reader)
    if wanted is not None and wanted.email not in {contact.email for contact in letter.to}:
        yield Fault(id="L9", because=f"« {letter.asked_reader} » est connu et n'est pas écrit")


def _l10_writing(sheet: Sheet) -> Iterator[Fault]:
    """Accents intact, unbreakable blanks in amounts, dates in full outside tables, no shouting."""
    letter, own_text = sheet.letter, unquoted(sheet.text, sheet.letter)
    if not w.is_known(letter.language):
        yield Fault(
            id="L10", because=f"les règles ne connaissent pas les mots de « {letter.language} »"
        )
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
    prose = "\n".join(line for line in own_text.splitlines() if not line.startswith("  "))
    if "/" in prose and (hit := re.search(w.tongue_of(letter.language).figures, prose)):
        yield Fault(id="L10", because=f"date en chiffres hors tableau : « {hit[0]} »")


def _l11_basis(sheet: Sheet) -> Iterator[Fault]:
    """A formal notice names its legal basis and its parties."""
    letter = sheet.letter
    if letter.template != FORMAL_NOTICE:
        return
    match letter.debtor.segment:
        case Segment.PUBLIC:
            wanted = w.LEGAL_BASIS_PUBLIC
        # An association that trades bears interest as a business does.
        case Segment.CONSUMER | Segment.ASSOCIATION if not letter.interest:
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


def _hit(rows: tuple[Row, ...], *texts: str) -> str:
    found = (finds(rows).search(text) for text in texts)
    return next((hit[0] for hit in found if hit), "")


RULES = (
    _l1_deadline,
    _l2_announced,
    _l3_sum,
    _l3_said,
    _l4_segment,
    _l5_open,
    _l6_mentions,
    _l7_length,
    _l9_sender,
    ladder,
    _l10_writing,
    foreign,
    _l11_basis,
    soft,
    harsh,
)
