"""When an absent person is back, as a person or an automaton says it."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from relance_mailer.reading.absence_spans import WEEK_ROWS, end_of_span, plainer, weekday_after
from relance_mailer.reading.calendar_words import WEEKDAY_NUMBERS
from relance_mailer.reading.dates import Dated, dates_in, in_figures
from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.phrases import sentences

_BACK_ON = re.compile(
    r"\b(?:retour\b(?! (?:de |d )?(?:votre|courrier|mail))|revien(?:s|t)(?! sur\b| vers\b)"
    r"|reviendrai|reviendra|^\W*rentree\b"
    r"|reviendrons|reprendrons|(?:rentre(?:rai|ra|rons|nt|ons)?)\b(?! (?:la|le|les|l|mes|ma|du"
    r"|des) (?!\d|1er"
    r"|lun|mar|mer|jeu|ven|sam|dim))|reprends|reprendrai|reprendra|reprendront"
    r"|(?:reprend|reprenons)\b(?! (?:contact|rendez|votre|vos|la|les|un|une|ce|cette)\b)"
    r"|(?:sera|serai|serons|seront) (?:la|au bureau|present\w*)|reprise|reouv\w+|rouv\w+"
    r"|reopen\w*"
    r"|(?:be )?back|return(?:ing|s)?|in the office|wieder\b"
    r"|zuruck|rueckkehr|v(?:olver|uelv)\w*|regres\w+|de vuelta"
    r"|reincorpor\w+|rientr\w+|riapr\w+|torn\w+|disponible|joignable|(?:a|de) nouveau|presente?)"
)
_UNTIL = re.compile(
    r"(?:jusqu (?:au|a|en)|until|till|through|up to|bis|hasta|fino al?|au|to|al"
    r"|inclus|au) (?:and including |einschliesslich |zum |the |el |le "
    r"|soir )?(?:\w+day |\w+di )?$"
)
_FROM_THEN_ON = re.compile(
    r"(?:ab(?: dem)?|a partir d[ue]|a compter d[ue]|des le"
    r"|pas .{0,40}avant(?: le)?|not .{0,40}before|from|a partir del) ?(?:\w+di ?)?$"
)
_AWAY = re.compile(
    r"(?:absen\w+|conges?|vacances|ferm\w+|indisponible|en deplacement|hors (?:du |de )?bureau"
    r"|out of (?:the )?office|away|on leave|on holiday|vacation"
    r"|maternite|arret|abwesend|urlaub|nicht im (?:buro|haus)|ausente"
    r"|fuera de la oficina|vacaciones|assente|ferie|fuori ufficio|hospitalis\w+"
    r"|formation|salon|seminaire|pas la|inventaire|a l etranger|en mission|treve"
    r"|chiuso|geschlossen|cerrad\w+|schulung|dienstreise|besprechung|reprise|no access|releve pas"
    r"|rtt\b|repond\w*|repons\w+|acces a m\w+|reopen\w*"
    r"|closed|erreichbar|teletravail|hors service|(?:nicht|unser) besetzt|ne travaille pas"
    r"|ne ser\w+ (?:\w+ ){0,2}qu|camping|a la (?:plage|mer|montagne)|au ski|en (?:voyage|cure|mer"
    r"|congres|tournee)|injoignable|sans reseau|a l hopital|(?:i m|am|be|is) out\b)"
)
# "Je regarde ça mardi 1er en rentrant", "am 20. Juli wieder": the word of return stands behind.
_BACK_BEHIND = re.compile(
    r"^(?:,? ?\(?(?:(?:a|des) (?:mon|notre|son) retour\b|en (?:rentrant|revenant)|quand je"
    r" (?:rentre|reviens))| \((?:date de )?(?:mon )?retour\b|,?[^,.!?]{0,30}\b(?:wieder|zuruck)\b)"
)
# "Composez le 15", "le 112": a number to call and no day.
_TO_CALL = re.compile(r"\b(?:compos\w+|appel\w+|faites|faire|joindre|urgences?|samu|numero) $")
_CALLED = re.compile(r"(?:le |au )(?:15|17|18|112|115|116|119)$")
_PART_TIME = re.compile(
    r"\b(?:temps partiel|mi temps|quatre cinquiemes|4/5|80 ?%|part time|teilzeit)"
)
# "Je suis en RTT demain, je vois ça lundi."
_SEES_TO_IT = re.compile(
    r"\b(?:je (?:vois|verrai|regarde|regarderai|traite|transmets)|je m en occupe(?:rai)?) "
    r"(?:ca |cela |la |le )?(?:le )?$"
)
_SUBJECT = re.compile(r"\b(?:je|nous|on|i|we) ")
_OPENS_AGAIN = re.compile(r"\bre ?opens?\b|ouvert(?:e|s|es)? (?:a nouveau )?(?:le|des)")
_NOT_BEFORE = re.compile(r"\b(?:pas|not|aucun\w*|personne|rien)\b")
_ANSWERS_FROM = re.compile(r"\b(?:lus?|lues?|traite\w*|repon\w+|repris\w*)\b.{0,30}\ba partir d")
# "du lundi au vendredi" are opening hours.
_OPENING_DAYS = re.compile(
    r"\b(?:du|de|les|from) (?:(?:lun|mar|mercre|jeu|vendre|same)di|(?:mon|tues|wednes|thurs"
    r"|fri)day)s?"
    r" (?:au|a|to) (?:(?:lun|mar|mercre|jeu|vendre|same)di|(?:mon|tues|wednes|thurs|fri)day)s?\b"
    r"(?! (?:\d|inclus|prochain))"
)
_ALSO_ON = re.compile(r"\b\d{1,2} (?:et|&|,) ?$")
_AWAY_NOW = re.compile(
    r"\b(?:absen\w+|en conges?|en vacances|conges?|ferme\w*|indisponible|en (?:deplacement"
    r"|formation"
    r"|arret|mission|rtt|stage)|hors (?:du |de )?bureau|out of (?:the )?office|away"
    r"|on (?:annual )?leave"
    r"|off|closed|abwesend|urlaub|ausente|vacaciones|ferie|assente|chiuso)\b"
)
_BACK_AGAIN = re.compile(
    r"\b(?:re(?:vien|pond|pren|tour|trouv|join|ouv)\w*|rouvr\w*|lu[se]?\b|lire\w*|trait\w+"
    r"|joignable"
    r"|disponible|present\w*|a nouveau|de nouveau|back|return\w*|reopen\w*|available|wieder"
    r"|erreichbar|de vuelta)"
)
_ANSWERS = re.compile(
    r"\b(?:retrouv\w+|(?:re)?lir(?:ai|ons|a|ont)\b|lue?s?\b|repondr\w+|repon(?:ds?|dons|ses?)\b"
    r"(?! pas| plus)"
    r"|trait(?:e|es|ees?|erai|erons|era|ons)\b|prendr\w+ connaissance|consulter\w+|recontacter\w+"
    r"|remet(?:tons|trons|s)?\b|redemarr\w+|repart\w*|rejoin\w+|a (?:mon|son|notre) poste"
    r"|operationnel\w*"
    r"|relire|revoir|rentree|dispo\b|will (?:be )?(?:reply|respond|answer|read|available|get back))"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:il|elle|ils|elles|on|he|she|they|m\.|mme|monsieur|madame|(?:le|la|mon|ma|notre|our|my"
    r"|the)"
    r" \w+) (?:\w+ ){0,3}(?:est|sera|n est|rentre\w*|revien\w*|reprend\w*|is|s|will|was|comes?"
    r"|gets?|due)\b"
    r"|\b(?:qui|who|lequel|laquelle) (?:\w+ ){0,2}(?:est|sera|n est|etait|rentre\w*|revien\w*"
    r"|reprend\w*|is|will|comes?|gets?)\b"
)
# "La comptable est absente jusqu'au 16", "Julie sera là lundi": no house is shut, no writer away.
_A_PERSON = re.compile(
    r"\b(?:il|elle|ils|elles|he|she|they|m\.|mr|mme|mlle|monsieur|madame|qui|lequel|laquelle"
    r"|comptables?|collegues?|secretaire|direct(?:eur|rice)|tresori\w+|gerante?|patronn?e?|maire"
    r"|president\w*|responsable|chef\w*|assistante?|associee?|mari|femme|epou\w+|fille|fils|mere"
    r"|pere|accountant|colleague|boss|manager|bookkeeper)\b"
    r"[^.;!?]{0,40}\b(?:est|sera|serait|ser\w+|absente?|en conges?|en arret|en vacances|is|will)\b"
)
_A_NAME = re.compile(r"\b([a-z]{3,}) (?:est|sera|rentre\w*|revien\w*|reprend\w*|is|will)\b")
_OF_ONESELF = re.compile(
    r"\b(?:je|j|nous|i|we|mon|notre|my|our) (?:retour|ser\w+|suis|sommes|rentre\w*|revien\w*"
    r"|reprend\w*|rouvr\w*|m|am|are|will|back)\b"
)
_STARTS = re.compile(
    r"\b(?:a partir d[ue]?|a compter d[ue]?|des(?: le)?|depuis(?: le)?|from|ab(?: dem)?"
    r"|a partir del"
    r"|since) ?(?:\w+di ?)?$"
)
_NOT_UNTIL_THEN = re.compile(
    r"\b(?:no access|pas|plus|personne|aucun\w*|rien|not|nobody|no one)\b[^.!?]{0,40}\b(?:avant"
    r"|before)(?: le)?"
    r"(?: \w+(?:di|day))? $"
)
_IS_A_NUMBER = re.compile(r" ?\d\d[ .]\d\d\b")  # "le 04 76 00 18 18"
_SPAN_OPENS = re.compile(
    r"\b(?:du|from|vom|dal|del|entre(?: le)?|between)(?: \w+(?:di|day|tag))? ?$"
)
_SPAN_GOES_ON = re.compile(
    r"(?: (?:au soir|au matin|20\d\d|inclus|midi|a midi|a \d\d? ?h))?,? ?(?:au|to|al|bis|et|and"
    r"|jusqu"
    r"|until|till|-)\b"
)


_OF_ONE_DAY = frozenset(
    {"iso", "numeric", "day_month", "month_day", "bare_day", "bare_day_of", "weekday"}
    | {"weekday_number", "tomorrow", "of_next_month"}
)
_TERMS = frozenset({"hours", "thirty_end", "days_on"})
_HABIT = re.compile(r"^(?: (?:et|ou|and|,) \w+(?:di|day)s?){0,3} (?:uniquement|seulement|only)\b")
_NEAR_DAYS = 10  # a single day away that is farther off says nothing of today's message
_CLAUSE = 40


def returns_on(
    text: str, sent_at: datetime, *, by_machine: bool = False, of_the_writer: bool = False
) -> date | None:
    """The day on which an absent person is back.

    "De retour le 12" is the 12th; "jusqu'au 12", "du 4 au 12" the next Monday-to-Friday day after.
    `by_machine`: an automaton speaks, so that the day on which it answers is that of the return;
    `of_the_writer`: somebody else's return is of no matter ("il rentre le 29, je paie le 30").
    """
    day = sent_at.date()
    found = _Found()
    told = sentences(text)
    away = any(_is_away(sentence.folded) for sentence in told)
    before_away = False
    for sentence in told:
        seen = _Seen(
            away=away,
            here=_is_away(sentence.folded),
            before=before_away,
            by_machine=by_machine,
            of_the_writer=of_the_writer,
        )
        before_away = seen.here
        _look(plainer(in_figures(sentence.raw), day), day, seen, found)
        if found.back is not None:
            return found.back if found.back > day else None
    if found.until is not None:
        return found.until
    if not away or (not by_machine and _SOMEBODY_ELSE.search(in_figures(text))):
        return None
    if span := end_of_span(plainer(in_figures(text), day), day, by_machine=by_machine):
        return span
    return found.others[0] if by_machine and len(set(found.others)) == 1 else None


_WAS_AWAY = re.compile(
    r"\b(?:etais|etions|was|were) (?:\w+ ){0,2}(?:absen|en conge|en arret|away"
    r"|off)"
)


def _is_away(folded: str) -> bool:
    """Whether a sentence speaks of an absence that is not over."""
    return _AWAY.search(folded) is not None and not _WAS_AWAY.search(folded)


@dataclass(kw_only=True, slots=True)
class _Found:
    """What the sentences have said so far: the day of return, the end of an absence, other days."""

    back: date | None = None
    until: date | None = None
    others: list[date] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """Around one sentence: whether the text, it, or the one before speaks of an absence."""

    away: bool
    here: bool
    before: bool
    by_machine: bool
    of_the_writer: bool


def _look(words: str, day: date, seen: _Seen, found: _Found) -> None:
    """What one sentence says, into `found`; its first day of return ends the search."""
    words = _OPENING_DAYS.sub(_blanks, words)
    until: date | None = None
    for dated in dates_in(words, day):
        before, head, after = (
            words[: dated.start],
            words[dated.start : dated.end],
            words[dated.end :],
        )
        if _opens_a_span(before, head, after) or _IS_A_NUMBER.match(after):
            continue
        if _CALLED.match(head) and _TO_CALL.search(before):
            continue
        if _is_open_on(dated, before) or _A_MAILBOX_CLOSES.search(before):
            continue
        if dated.row in _TERMS or _HABIT.match(after) or head.startswith(("sous ", "within ")):
            continue  # "réponse sous 48 h", "présent lundi et mardi uniquement"
        if (seen.here or seen.before or seen.by_machine) and _is_end(before, head, words):
            if seen.of_the_writer and _A_PERSON.search(before) and not _OF_ONESELF.search(before):
                continue
            open_again = after.startswith(" au matin") or _BACK_THAT_DAY.match(after) is not None
            ends = dated.on if open_again else weekday_after(dated.on)
            until = ends if until is None else max(until, ends)
        elif _is_day_of_return(before, head, after, seen):
            if not (seen.of_the_writer and _is_of_another(before, after)):
                found.back = _opening(dated.row, dated.on)
                return
        elif seen.here and _is_last_of_some(before, after, dated.row, seen):
            until = weekday_after(dated.on)
        elif seen.by_machine and _is_a_day_away(before, after):
            if dated.on <= day + timedelta(days=_NEAR_DAYS):
                ends = weekday_after(dated.on)
                until = ends if until is None else max(until, ends)
        elif (
            dated.row in _OF_ONE_DAY
            and not _begins(before, after)
            and not (dated.row == "weekday" and before.endswith("le "))
        ):
            found.others.append(dated.on)
    found.until = found.until or until


# "Elle revient lundi et vous répondra": the answer is announced, whoever gives it.
_WILL_ANSWER = re.compile(
    r"^ ?,?(?: et| puis| and)? (?:vous|te|you|elle vous|il vous|will) (?:\w+ )?(?:repond|rappel"
    r"|recontact"
    r"|revien|answer|reply|get back|write)"
)


def _is_of_another(before: str, after: str) -> bool:
    """Whether the words around a day of return are about somebody who neither writes nor will."""
    if _WILL_ANSWER.match(after):
        return False
    if _SOMEBODY_ELSE.search(before):
        return True
    return any(each[1] in GIVEN_NAMES for each in _A_NAME.finditer(before))


# "Il est ouvert le mardi et le vendredi", "ouverte les lundi, mardi et jeudi": so every week.
_OPEN = re.compile(r"\bouverte?s? (.{0,90})$")
_OF_A_WEEK = {
    *("le", "les", "et", "au", "public", "matin", "seulement", "uniquement"),
    *(f"{day}{plural}" for day in WEEKDAY_NUMBERS for plural in ("", "s")),
}


def _is_open_on(dated: Dated, before: str) -> bool:
    found = _OPEN.search(before) if dated.row == "weekday" else None
    told = re.findall(r"\w+", found[1]) if found else []
    return bool({"le", "les"} & set(told)) and set(told) <= _OF_A_WEEK


_A_MAILBOX_CLOSES = re.compile(
    r"\b(?:boite|adresse|messagerie|mailbox|address)\b[^.;]{0,30}\b(?:ferm|supprim|desactiv"
    r"|clos)\w+"
    r" (?:\w+ ){0,3}$"
)
# "until Monday 27 July, when I'll be back at my desk"
_BACK_THAT_DAY = re.compile(
    r"^,? (?:when (?:i|we) (?:will|ll|am|are|shall)?|date a laquelle|jour de (?:mon|notre) retour"
    r"|ou je (?:serai|reprend)\w*)"
)


def _is_day_of_return(before: str, head: str, after: str, seen: _Seen) -> bool:
    if head.startswith(("avant", "before")):
        return seen.away and _NOT_BEFORE.search(before) is not None
    if _BACK_ON.search(before[-90:]) or (
        (seen.away or seen.by_machine) and _BACK_BEHIND.match(after)
    ):
        return True
    if seen.by_machine and _NOT_UNTIL_THEN.search(before):
        return True
    if not seen.away or head.startswith(("sous ", "within ", "in ", "d ici")):
        return False
    if seen.here and _SEES_TO_IT.search(before[-40:]):
        return True
    if _OPENS_AGAIN.search(before[-40:]) or (seen.by_machine and _ANSWERS.search(before[-70:])):
        return True
    return _FROM_THEN_ON.search(before) is not None and not _begins(before, after)


def _begins(before: str, after: str) -> bool:
    """ "Absent à compter du 4" begins there; "joignable à compter du 4" is back there."""
    told = list(_AWAY_NOW.finditer(before))
    if not told or not _STARTS.search(before):
        return False
    clause = re.split(r"[,.;]| et | and ", after, maxsplit=1)[0]
    return not _BACK_AGAIN.search(f"{before[told[-1].end() :]} {clause[:_CLAUSE]}")


def _is_a_day_away(before: str, after: str) -> bool:
    """ "Absent mercredi", "fermés le 1er mai": the day itself is one of absence."""
    told = list(_AWAY_NOW.finditer(before))
    if not told or _begins(before, after) or _PART_TIME.search(before):
        return False
    between = before[told[-1].end() :]
    if _BACK_AGAIN.search(between) or _SUBJECT.search(between):
        return False
    return len(between) < _CLAUSE and "." not in between


def _opens_a_span(before: str, head: str, after: str) -> bool:
    """The first day of "du 4 au 12", "entre le 4 et le 12", "from 4 to 12"."""
    opened = head.startswith("du ") or _SPAN_OPENS.search(before)
    return bool(opened and _SPAN_GOES_ON.match(after))


def _is_last_of_some(before: str, after: str, row: str, seen: _Seen) -> bool:
    """The last of the days told one by one: "absent mercredi et jeudi", "les 10 et 11 mars"."""
    if seen.by_machine and row in WEEK_ROWS:
        return True
    if re.match(r" ?(?:inclus|included|inclusive|compris|au soir)", after):
        return True
    if re.match(r" ?(?:,|et|and|&) ", after):
        return False
    return bool(_ALSO_ON.search(before))


def _opening(row: str, on: date) -> date:
    """Back "in week 12" is back on its Monday."""
    return on - timedelta(days=on.weekday()) if row in WEEK_ROWS else on


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _is_end(before: str, head: str, words: str) -> bool:
    """Whether the date closes an absence ("jusqu'au 12", "du 4 au 12")."""
    if re.search(
        r"(?:jusqu (?:au|a)?|until|till|through|up to|bis(?: zum| einschliesslich"
        r"| einschlieslich)?|hasta(?: el)?|fino al?)(?: and including| the| le"
        r"| soir)?(?: \w+)? ?$",
        before,
    ):
        return True
    if re.match(r"(?:au|to|al) ", head) and re.search(
        r"\b(?:du|from|dal|del|vom)\b.{0,40}$", before
    ):
        return True
    return (
        re.search(
            r"\b(?:du|from|dal|del|vom|entre|between)\b.{0,40}\b(?:au|to|al|bis|et|and|y|e|-|–)"
            r"(?: zum| the| le)?(?: \w+)? ?$",
            before,
        )
        is not None
    )
