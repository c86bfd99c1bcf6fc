"""The grammar of time as a table: a name, a pattern of folded words, the rule that resolves it.

French first, English beside it, the plain cases of German, Spanish and Italian.
"""

import re

from relance_mailer.reading.calendar_words import COUNTS, MONTH, WEEKDAY
from relance_mailer.reading.date_rules import (
    Resolver,
    ago,
    bare_day,
    christmas,
    day_after_that,
    day_month,
    day_of_next_month,
    day_of_this_month,
    earlier_by,
    end_of_year,
    in_days,
    iso,
    later_by,
    month_day,
    month_part,
    next_named,
    next_week,
    numeric,
    past_bare_day,
    past_day_month,
    past_numeric,
    past_weekday,
    relative_month,
    same_day_of,
    that_day,
    thirty_days_end_of_month,
    this_week,
    week_number,
    weekday,
    weekday_number,
    weekend,
)

_NUMBER = r"(?P<count>\d{1,3}|" + "|".join(COUNTS) + ")"
_BARE = (
    rf"(?P<day>[0-3]?\d)(?:er|st|nd|rd|th|\.)?(?![a-z\d])(?! (?:(?:de|of|di) )?{MONTH}\b)"
    r"(?![.,/:-]?\d| \d{3}\b|(?: ?(?:h|heures?|%|€|euros?|eur|e|k|jours?|j|mois"
    r"|semaines?|ans?|x|fois|eme|factures?|rue|avenue|bis|ter|cm|m2?|pieces?|palettes?|lignes?"
    r"|virements?|cheques?|premier\w*|dernier\w*|autres?|reglements?|echeances?|mensualites?)\b))"
)

ROWS: tuple[tuple[str, re.Pattern[str], Resolver], ...] = tuple(
    (name, re.compile(pattern), resolve)
    for name, pattern, resolve in (
        ("iso", r"\b(20\d\d)-(\d\d)-(\d\d)\b", iso),
        (
            "numeric",
            r"(?<![\d/.,-])([0-3]?\d)[/.-]([01]?\d)(?:[/.-]((?:20)?\d\d))?"
            r"(?![\d/]|[.,-]\d| ?(?:€|euros?|eur|h\b|ht|ttc|%|e\b))",
            numeric,
        ),
        (
            "day_month",
            rf"(?<![\d/.,-])([0-3]?\d)(?:er|ere|st|nd|rd|th|\.)? (?:(?:de|du|of|di) )?({MONTH})\b"
            r"\.?(?: (?:de |del )?(20\d\d)\b)?",
            day_month,
        ),
        (
            "month_day",
            rf"\b({MONTH})\.? (?:the )?([0-3]?\d)(?:st|nd|rd|th)?\b(?![.,/:]?\d)(?:,? (20\d\d)\b)?",
            month_day,
        ),
        ("same_day", rf"(?<=[a-z0-9])(?:, | et | puis )({MONTH})\b(?! \d)", same_day_of),
        (
            "of_next_month",
            r"\b(?:le |au |du )?([0-3]?\d)(?:er)? (?:du|of(?: the)?) (?:mois prochain|next month"
            r"|mois (?:suivant|d apres))",
            day_of_next_month,
        ),
        (
            "of_this_month",
            r"\b(?:le |au |du )([0-3]?\d)(?:er)? (?:du|de ce) mois\b(?! p)",
            day_of_this_month,
        ),
        (
            "weekday_number",
            rf"\b(?P<weekday>{WEEKDAY}),? (?:le |the )?(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?\b"
            rf"(?! ?(?:h\b|heures?|:\d|€|euros?|{MONTH}\b|mois|[/.,]\d))(?![\d/])",
            weekday_number,
        ),
        (
            "weekday",
            rf"\b(?P<head>nachsten |proximo |prossimo )?(?P<weekday>{WEEKDAY})"
            r"(?P<tail> (?:en (?:huit|quinze|8|15)|(?:de la )?semaine pro\w*|prochain|pro\b|suivant"
            r"|d apres|next week|prossimo|proximo))?\b(?! dernier| passe)",
            weekday,
        ),
        ("next_weekday", r"\bnext (?P<weekday>(?:mon|tues|wednes|thurs|fri)day)\b", next_named),
        ("day_after_that", r"\ble lendemain\b", day_after_that),
        ("that_day", r"\b(?:le jour meme|ce jour la|a cette date|ce meme jour)\b", that_day),
        (
            "after_tomorrow",
            r"\b(?:apres ?demain|day after tomorrow|ubermorgen|dopodomani"
            r"|pasado manana)\b",
            later_by(2),
        ),
        ("tomorrow", r"\b(?:demain|2main|2m1|dem1|tomorrow|morgen|manana|domani)\b", later_by(1)),
        (
            "today",
            r"\b(?:aujourd ?hui|aujourdui|auj\b|ce jour(?! la)|ce soir|cet? (?:aprem"
            r"|apres ?midi|am\b)"
            r"|cette nuit|dans la (?:journee|matinee|soiree)|dans l ?heure|ds la journee|tonight"
            r"|today|this (?:afternoon|evening)|heute|hoy|oggi|stasera|tout de suite|sur le champ"
            r"|a l instant|immediatement|within the hour)\b",
            later_by(0),
        ),
        (
            "fortnight",
            r"\b(?:sous|dans (?:la|une)|d ?ici(?: a)? une|in a) (?:quinzaine|fortnight)\b",
            later_by(15),
        ),
        ("eight_days", r"\b(?:sous|dans (?:la|une)|d ?ici une) huitaine\b", later_by(8)),
        ("ten_days", r"\b(?:une |sous |dans la )?dizaine de jours\b", later_by(10)),
        (
            "in_days",
            r"\b(?:dans|sous|d ?ici(?: a)?|ds|in|within(?: the next)?|en|entro"
            r"|innerhalb von|tra|fra)"
            r" (?:les |le |un delai de |maximum |max |environ |a peu pres |the next )?(?:"
            + _NUMBER
            + r") ?(?P<unit>heures?|h|hours?|jours?|j|days?|semaines?|weeks?|mois|months?|tagen?"
            r"|wochen?|monate?n?|dias|semanas?|giorni|settiman[ae]|ore|stunden)\b"
            r"(?P<open> (?:ouvres?|ouvrables?|working|business))?",
            in_days,
        ),
        (
            "hours",
            r"\b(?P<count>24|48|72) ?(?P<unit>h|heures"
            r"|hours)\b(?P<open> ouvrees)?(?! (?:pour|sur)\b)",
            in_days,
        ),
        (
            "bare_days",
            r"(?:^|\bce sera |\bcomptez |\bmaximum |\bmax )(?P<count>\d{1,2}) "
            r"(?P<unit>jours?|semaines?)(?P<open> (?:ouvres?|ouvrables?))?\b",
            in_days,
        ),
        ("thirty_end", r"\b(\d{2}) (?:jours|j) fin de mois\b", thirty_days_end_of_month),
        (
            "month_part",
            r"\b(fin|mi|debut|courant|(?:dans le )?courant(?: du mois)?|milieu|ende|anfang|mitte"
            r"|end|beginning|start|mid|early|late|finales|fine|inizio)"
            rf"(?: (?:de|du|du mois de|d|of|di|le mois de|des))? ({MONTH})\b(?: (20\d\d))?",
            month_part,
        ),
        (
            "relative_month",
            r"\b(?:(?:a la |en |d ?ici (?:la )?|avant la |pour la |la )?fin (?:de |du |de ce |d )?"
            r"(?:mois|m\b)(?: (?:prochain|pro\b|suivant|d apres|en cours))?"
            r"|(?:debut|mi|milieu|courant|dans le courant)(?: (?:de|du"
            r"|d))? mois(?: (?:prochain|pro\b))?"
            r"|(?:le |au )?mois prochain|fdm\b|fin mois|dans le mois"
            r"|(?:by |at )?(?:the )?(?:end|middle|beginning|start) of (?:the |this "
            r"|next )?month|month end"
            r"|ende (?:des|nachsten) monats|(?:a )?fin(?:ales)? de(?: este)? mes"
            r"|(?:entro )?fine mese)\b",
            relative_month,
        ),
        (
            "next_week",
            r"\b(?:(?:au |en )?(?:debut|fin|milieu|courant|mi)(?: (?:de|de la|d))? )?(?:la |en )?"
            r"(?:semaine (?:prochaine|pro\b|suivante|qui vient)|sem pro\b|next week|nachste woche"
            r"|nachster woche|(?:la )?(?:proxima semana|prossima settimana|settimana prossima))"
            r"|\b(?:early|mid|end of|beginning of|start of|anfang|ende) (?:next week"
            r"|nachster woche)",
            next_week,
        ),
        (
            "this_week",
            r"\b(?:(?:en |d ?ici (?:la )?|avant la |pour la |a la )?fin (?:de |de la "
            r"|de cette |d )?"
            r"(?:semaine|sem\b)|(?:cette|dans la|courant) semaine|dans la sem\b|en debut de semaine"
            r"|this week|end of (?:the |this )?week|diese woche|esta semana|questa settimana"
            r"|ende der woche)\b",
            this_week,
        ),
        ("weekend", r"\b(?:ce|dans le|le|this) week ?end\b", weekend),
        (
            "week_number",
            r"(?:\b(?:semaine|sem|kw|week)\.? ?(?:no? ?)?|\bs ?)(\d{1,2})\b(?! ?(?:jours|euros|€))",
            week_number,
        ),
        (
            "end_of_year",
            r"\b(?:fin d annee|fin de l annee|end of (?:the )?year|avant la fin de l an)\b",
            end_of_year,
        ),
        ("christmas", r"\b(?:avant|avt|pour|by|before) (?:noel|christmas)\b", christmas),
        (
            "bare_day",
            r"\b(?:le|les|au|du|pour le|d ?ici(?: le| au)?|avant le|on the|by the|the|am|zum|el dia"
            r"|el|il|l|tot le|run du|et le|puis le) " + _BARE,
            bare_day,
        ),
    )
)

PAST_ROWS: tuple[tuple[str, re.Pattern[str], Resolver], ...] = tuple(
    (name, re.compile(pattern), resolve)
    for name, pattern, resolve in (
        ("iso", r"\b(20\d\d)-(\d\d)-(\d\d)\b", iso),
        (
            "numeric",
            r"(?<![\d/.,-])([0-3]?\d)[/.]([01]?\d)(?:[/.]((?:20)?\d\d))?(?![\d/])(?! ?€)",
            past_numeric,
        ),
        (
            "day_month",
            rf"(?<![\d/.,-])([0-3]?\d)(?:er|st|nd|rd|th|\.)? (?:(?:de|of) )?({MONTH})\b"
            r"(?: (20\d\d))?",
            past_day_month,
        ),
        (
            "bare_day",
            r"\b(?:le|du|on the|the|am|el|il) (?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?\b"
            r"(?! (?:(?:de|of) )?" + MONTH + r")(?! ?(?:h|€|euros?|%)\b)",
            past_bare_day,
        ),
        ("before_yesterday", r"\bavant hier\b", earlier_by(2)),
        ("yesterday", r"\b(?<!avant )(?:hier|yesterday|gestern|ayer|ieri)\b", earlier_by(1)),
        (
            "today",
            r"\b(?:ce matin|a l instant|aujourd ?hui|ce jour|this morning|today|heute|hoy|oggi"
            r"|tout juste|cette nuit)\b",
            earlier_by(0),
        ),
        ("weekday", rf"\b(?P<weekday>{WEEKDAY})\b", past_weekday),
        (
            "ago",
            r"\b(?:il )?y ?a (?:deja |environ |a peine )?(\d{1,3}|une?|deux|trois)"
            r" (jours?|semaines?)",
            ago,
        ),
        ("ago_english", r"\b(\d{1,2}|two|three|a) (days?|weeks?) ago", ago),
    )
)
