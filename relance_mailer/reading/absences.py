"""When an absent person is back, as a person or an automaton says it."""

import re
from datetime import date, datetime, timedelta

from relance_mailer.reading.dates import dates_in, in_figures
from relance_mailer.reading.intents.phrases import sentences

_BACK_ON = re.compile(
    r"\b(?:de retour|retour (?:de conges? )?|reviens(?! sur\b| vers\b)|reviendrai|reviendra"
    r"|rentre(?:rai|ra)?|reprends|reprendrai|reprendra|reprise|reouv\w+|rouv\w+"
    r"|(?:be )?back|return(?:ing|s)?|in the office|wieder\b"
    r"|zuruck|rueckkehr|volver\w*|regres\w+|de vuelta"
    r"|reincorpor\w+|rientr\w+|torn\w+|disponible|joignable|(?:a|de) nouveau|presente?)"
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
_BEGINS = re.compile(
    r"\b(?:absen\w+|ferm\w+|conges?|vacances|away|off|closed|leave) (?:\w+ ){0,2}"
    r"(?:a partir d[ue]|a compter d[ue]|des le|from) ?(?:\w+di ?)?$"
)
_AWAY = re.compile(
    r"(?:absen\w+|conges?|vacances|ferm\w+|indisponible|en deplacement|hors (?:du |de )?bureau"
    r"|out of (?:the )?office|away|on leave|on holiday|vacation"
    r"|maternite|arret|abwesend|urlaub|nicht im (?:buro|haus)|ausente"
    r"|fuera de la oficina|vacaciones|assente|ferie|fuori ufficio|hospitalis\w+"
    r"|formation|salon|seminaire|pas la|inventaire|a l etranger|en mission|treve"
    r"|chiuso|geschlossen|cerrad\w+|releve pas|rtt\b|repond\w*|repons\w+|acces a m\w+|reopen\w*"
    r"|closed|erreichbar|teletravail|hors service)"
)
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
_AWAY_FOR = (
    r"\b(?:absente?s?|en conges?|en vacances|fermee?s?|en (?:rtt|formation|deplacement)"
    r"|hors (?:du |de )?bureau|pas la|indisponibles?|off|away|on leave|closed"
    r"|out of (?:the )?office)\b[^.!?]{0,25}\b"
)
_TODAY = re.compile(rf"{_AWAY_FOR}(?:aujourd hui|ce jour(?! la)|cet apres midi|ce matin|today)\b")
_TILL_TOMORROW = re.compile(rf"{_AWAY_FOR}(?:aujourd hui et demain|today and tomorrow)\b")
_THIS_WEEK = re.compile(rf"{_AWAY_FOR}(?:toute la|cette|this|all) (?:semaine|week)\b(?! prochaine)")
_DURATION = re.compile(rf"{_AWAY_FOR}(\d{{1,2}}) (jours?|semaines?|days?|weeks?)\b")


def returns_on(text: str, sent_at: datetime) -> date | None:
    """The day on which an absent person is back.

    "De retour le 12" is the 12th; "jusqu'au 12", "du 4 au 12" the next Monday-to-Friday day after.
    """
    day = sent_at.date()
    away = any(_AWAY.search(sentence.folded) for sentence in sentences(text))
    until: date | None = None
    told_away = False
    for sentence in sentences(text):
        folded = sentence.folded
        told_before, told_away = told_away, _AWAY.search(folded) is not None
        answers = away and _ANSWERS_FROM.search(folded)
        if not (told_away or answers or _BACK_ON.search(folded) or _UNTIL.search(folded)):
            continue
        words = _OPENING_DAYS.sub(_blanks, in_figures(sentence.raw))
        for dated in dates_in(words, day):
            before = words[: dated.start]
            head = words[dated.start : dated.end]
            if (told_away or told_before) and _is_end(before, head, words):
                open_again = words[dated.end :].startswith(" au matin")
                until = until or (dated.on if open_again else _weekday_after(dated.on))
            elif away and head.startswith(("avant", "before")) and _NOT_BEFORE.search(before):
                return dated.on
            elif told_away and _ALSO_ON.search(before):
                until = until or _weekday_after(dated.on)
            elif (
                (_OPENS_AGAIN.search(before[-40:]) and away)
                or _BACK_ON.search(before[-90:])
                or (away and _FROM_THEN_ON.search(before) and not _BEGINS.search(before))
            ):
                return dated.on
            elif re.match(r" ?(?:inclus|included|compris|au soir)", words[dated.end :]) and away:
                until = until or _weekday_after(dated.on)
    return until or (_end_of_span(in_figures(text), day) if away else None)


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _end_of_span(words: str, day: date) -> date | None:
    """The day after a span that is told without a date: today, this week, so many days."""
    if _THIS_WEEK.search(words):
        return day + timedelta(days=7 - day.weekday())
    if span := _DURATION.search(words):
        days = int(span[1]) * (7 if span[2].startswith(("sem", "week")) else 1)
        return _weekday_after(day + timedelta(days=days - 1))
    if _TILL_TOMORROW.search(words):
        return _weekday_after(day + timedelta(days=1))
    return _weekday_after(day) if _TODAY.search(words) else None


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
            r"\b(?:du|from|dal|del|vom)\b.{0,40}\b(?:au|to|al|bis|-|–)(?: zum"
            r"| the)?(?: \w+)? ?$"
            r"|\b(?:entre|between)\b.{0,30}\b(?:et|and)(?: le| the)?(?: \w+)? ?$",
            before,
        )
        is not None
    )


def _weekday_after(day: date) -> date:
    day += timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return day
