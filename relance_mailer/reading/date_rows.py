"""The grammar of time as a table: a name, a pattern of folded words, the rule that resolves it.

Here the rows that name a day; those that name a period stand in `date_period_rows`. French first,
English beside it, the plain cases of German, Spanish and Italian. Quantifiers are bounded: the
time of a search stays linear in the length of the words.
"""

import re

from relance_mailer.reading.calendar_words import COUNT, MONTH, SHORT_WEEKDAY, WEEKDAY
from relance_mailer.reading.date_rules import (
    Resolver,
    ago,
    bare_day,
    day_after_that,
    day_counted_from,
    day_month,
    day_of_next_month,
    day_of_this_month,
    days_on,
    earlier_by,
    in_days,
    iso,
    later_by,
    later_than_that,
    month_after_that,
    month_day,
    next_named,
    nothing,
    numeric,
    past_bare_day,
    past_day_month,
    past_numeric,
    past_weekday,
    same_day_of,
    same_month,
    that_day,
    week_after_next,
    weekday,
    weekday_number,
)

_NUMBER = rf"(?:\d{{1,3}}|{COUNT})"
_DAY = r"(?:[0-2]?\d|3[01])"
_TH = r"(?:er|ere|st|nd|rd|th|\.)?"
_NO_UNIT = (
    r"(?! ?(?:h|heures?|%|€|euros?|eur|e|k|jours?|j(?! ?ai\b| ?aurai\b)|mois|semaines?|ans?"
    r"|annees?|x|fois|eme|e|rue"
    r"|avenue|av|bd|boulevard|place|chemin|allee|route|impasse|quai|cours|bis|ter|cm|mm|km|kg|m2?"
    r"|factures?|pieces?|palettes?|lignes?|cartons?|colis|articles?|exemplaires?|personnes?"
    r"|virements?|cheques?|premier\w*|derniere?s?|autres?|reglements?|echeances?|mensualites?"
    r"|appels?|mails?|relances?|rappels?|points?|salaries|clients?|invoices?|days?|weeks?|months?"
    r"|items?|pcs|units?)\b)"
)
_BARE = (
    rf"(?P<day>{_DAY}){_TH}(?![a-z\d])(?!\.? (?:(?:de|of|di|du mois de) )?(?:{MONTH}|mar)\b)"
    rf"(?![.,/:-]?\d| \d{{3}}\b){_NO_UNIT}"
)
# After "les" and "the" a number counts things more often than it names a day.
_LISTED = (
    r"(?= ?(?:$|[.,;)](?!\d)|et \d|and \d|et le|ou \d|puis|a compter|tous|par|au plus tard|it is\b"
    r"|is fine|works))"
)
_SAID = (
    r"(?:(?<=\ble )|(?<=\bau )|(?<=\bdu )|(?<=\bam )|(?<=\bzum )|(?<=\bel )|(?<=\bil )"
    r"|(?<=\bby )|(?<=\bon )|(?<=\bpour )|(?<=di )|(?<=day )|(?<=tag )|(?<=tag, )"
    r"|(?<=paiement )|(?<=virement )|(?<=reglement )|(?<=\bvir )|(?<=\bvaleur )|(?<=prevu ))"
)
_NO_COUNT_OF = (
    r"(?<!lot )(?<!page )(?<!pages )(?<!carton )(?<!colis )(?<!palette )(?<!tranche )(?<!phase )"
    r"(?<!apt )(?<!appt )(?<!part )(?<!partie )(?<!rang )"
)
_NOT_BEFORE_MONEY = r"(?! ?(?:€|euros?|eur|h|ht|ttc|%|e|k|kg|m|cm|mm|pieces?|palettes?|x)\b)(?! ?€)"

DAY_ROWS: tuple[tuple[str, str, Resolver], ...] = (
    ("iso", r"\b(20\d\d)[-/.](\d\d)[-/.](\d\d)\b(?![-/.]\w)", iso),
    (
        "numeric",
        rf"(?<![\w/.,-]){_NO_COUNT_OF}(?:({_DAY})/({_DAY})(?:/((?:20)?\d\d))?"
        rf"|({_DAY})[.-]({_DAY})[.-]((?:20)?\d\d)"
        rf"|{_SAID}({_DAY})[.-]({_DAY})(?:()|\.(?!\d)))(?![\w/]|[.,-]\d|-\w){_NOT_BEFORE_MONEY}",
        numeric,
    ),
    (
        "day_month",
        rf"(?<![\w/.,-])({_DAY}|premier|deux|trois){_TH} ?"
        r"(?:(?:de|du|of|di|d|du mois de|de ce mois de) )?"
        rf"({MONTH}|mar)\b\.?(?:(?:,? (?:de |del )?(?=20\d\d)"
        rf"| (?=2\d(?=\W|$)(?! ?[€%:h/])(?! {MONTH})))(20\d\d|2\d)\b)?",
        day_month,
    ),
    (
        "month_day",
        rf"\b({MONTH})\.? (?:the )?({_DAY})(?:st|nd|rd|th)?\b(?![.,/:]?\d)(?:,? (20\d\d)\b)?"
        rf"{_NO_UNIT}",
        month_day,
    ),
    (
        "street",
        rf"\b(?:rue|avenue|av|place|bd|boulevard|quai|square|cours|impasse) du {_DAY}(?:er)?"
        rf" (?:{MONTH})(?: \d{{4}})?",
        nothing,
    ),
    (
        "same_day",
        rf"(?<=[a-z0-9])(?:, | et | puis )({MONTH})\b(?= ?(?:$|[.,;:!)]| et | puis ))",
        same_day_of,
    ),
    (
        "of_next_month",
        rf"\b(?:le |au |du )?({_DAY}|premier|deux|trois|first|second)(?:er|st|nd|rd|th)?"
        r" (?:du|of(?: the)?) (?:mois prochain"
        r"|next month|mois (?:suivant|d apres)|mois pro\b)",
        day_of_next_month,
    ),
    (
        "of_this_month",
        rf"\b(?:le |au |du )?({_DAY}|premier)(?:er)? (?:(?:du|de ce) mois\b(?! p| s| d apr)"
        r"|(?:courant|ct|crt)\b)",
        day_of_this_month,
    ),
    (
        "recurring",
        rf"\b(?:(?:tous|toutes) les|chaque|every|each) (?:le )?{_DAY}(?:er|st|nd|rd|th)?"
        rf"(?: et (?:le )?{_DAY})?(?: du mois| de chaque mois| of the month)?(?!\w)(?! ?[/€%h])"
        rf"|\bles? {_DAY}(?:er)?(?:(?:,| et| ou| ,) (?:le )?{_DAY}){{0,3}} (?:de chaque|de tous les"
        rf"|du mois,? tous les|of every|of each) mois\b"
        rf"|\b(?:tous les|chaque|every|every second|every other) {WEEKDAY}s?\b",
        nothing,
    ),
    (
        "round_the_clock",
        r"\b(?:24 ?h? ?[/a] ?24|24 ?h?(?:/| sur )24 ?h?|7 ?j? ?(?:/| sur )7 ?j?)\b",
        nothing,
    ),
    (
        "weekday_number",
        rf"\b(?!mon premier\b)(?P<weekday>{WEEKDAY}"
        rf"|{SHORT_WEEKDAY}\.?)(?: prochaine?(?= (?:le )?\d)| qui"
        rf" vient(?= (?:le )?\d))?"
        r"(?:,? (?:le |the )?(?=\d)| (?:le )?(?=p))"
        rf"(?P<day>{_DAY}|premier\b)"
        rf"(?:er|st|nd|rd|th)?\b(?! ?(?:h\b|heures?|:\d|€|euros?|(?:{MONTH}|mar)\b|mois"
        rf"|[/.,]\d|-\d{{3}}"
        r"|\d{3}\b|du mois|of))(?![\d/])",
        weekday_number,
    ),
    (
        "weekday",
        rf"\b(?P<head>(?:nachsten|proximo|prossimo|next week(?: on)?"
        rf"|(?:la )?semaine pro\w*,?(?: le)?"
        rf"|a week (?:on|from)) )?(?P<weekday>{WEEKDAY})"
        r"(?P<tail> (?:en (?:huit|quinze|8|15)|in einer woche|(?:de |della |der )?(?:la )?(?:semana"
        r" (?:que viene|proxima)|proxima semana|prossima settimana|settimana prossima"
        r"|(?:nachsten|kommenden) woche)|after(?= ?(?:[.,;!]|$))"
        r"|(?:of )?(?:the )?(?:next|following) week|fortnight"
        r"|(?:de )?(?:la )?semaine (?:pro\w*|suivante"
        r"|d apres|qui vient|qui arrive|a venir)|prochain|pro\b|suivant|d apres|next week"
        r"|week\b|prossimo|proximo))?\b"
        rf"(?! dernier(?! delai)| passe| (?:le )?\d{{1,2}}(?:er)? (?:{MONTH})\b)",
        weekday,
    ),
    (
        "week_after_next",
        rf"\b(?:pas|not) (?:ce(?:lui)? |de |this )?(?P<weekday>{WEEKDAY}) ?(?:ci)?,? ?(?:mais "
        rf"|but )?"
        r"(?:le (?:suivant|prochain)|celui d apres|(?:the )?(?:next one|next|one after)"
        r"|the following (?:one|week))\b",
        week_after_next,
    ),
    (
        "week_after_next",
        rf"\b(?P<weekday>{WEEKDAY}),? (?:pas|not) (?:celui ci|ce(?:lui)? la"
        r"|this one),? ?(?:mais )?(?:le (?:suivant|prochain)|celui d apres|the (?:next"
        r"|one after))\b",
        week_after_next,
    ),
    ("gone_weekday", rf"\blast {WEEKDAY}\b", nothing),
    ("next_weekday", r"\bnext (?P<weekday>(?:mon|tues|wednes|thurs|fri)day)\b", next_named),
    ("day_after_that", r"\ble (?:sur)?lendemain\b|\bla veille(?! d[eu]\b)", day_after_that),
    (
        "same_month",
        rf"\b(?:le |au )?(?P<day>{_DAY})(?:er)? (?:du|de ce) (?:meme mois|mois en question)\b",
        same_month,
    ),
    (
        "later_than_that",
        rf"\b(?P<count>{_NUMBER}) (?P<unit>jours?|semaines?|mois|days?|weeks?|months?)"
        r" (?:apres|plus tard|later|derriere)\b(?! (?:reception|la|le|que|l|votre|vos|cela|ca"
        r"|chaque|chacune?|mon|ma|mes|notre|nos|son|sa|leur)\b)",
        later_than_that,
    ),
    (
        "month_after_that",
        r"\b(?:le mois (?:d apres|suivant)|the (?:month after|following month))\b(?! (?:la|le|l"
        r"|the|your)\b)",
        month_after_that,
    ),
    ("days_on", r"\bj ?\+ ?(?P<count>[1-9]\d?)\b(?P<open> ouvre+e?s?)?", days_on),
    (
        "that_day",
        r"\b(?:le jour (?:meme|dit|convenu)|le meme jour(?! que\b)|ce (?:jour|soir|matin) la"
        r"|ce jour meme"
        r"|c est (?:donc )?la que|a ce moment la(?! que)|(?:a"
        r"|avant|pour) cette date|ce meme jour"
        r"|dans ce delai|dans la foulee(?! d[eu]\b)"
        r"|(?:tout de suite|immediatement|aussitot|juste) (?:apres|derriere)(?= ?(?:$|[.,;!)]))"
        r"|avant(?= ?(?:$|[.;!)]))"
        r"|straight after(?= ?(?:$|[.,;!)]))"
        r"|(?:on )?that (?:very )?(?:day|date)|by then)\b",
        that_day,
    ),
    # "Il signe le 24 : vos 310 € partiront ce jour."
    (
        "that_day",
        r"(?:(?<=[rt]ra )|(?<=ront )|(?<=era )|(?<=ira )|(?<=rai )|(?<=rons ))ce jour\b(?! la"
        r"| meme)",
        day_counted_from,
    ),
    (
        "named_day",
        r"\b(?:jeudi noir|black friday|cyber monday|boxing day)\b",
        nothing,
    ),
    (
        "no_day",
        rf"\b(?:un {WEEKDAY}(?= (?:soir|matin|sur|ou|apres))|(?:un|du) dimanche)\b(?! (?:le )?\d)",
        nothing,
    ),
    (
        "after_tomorrow",
        r"\b(?:apres ?demain|day after tomorrow|ubermorgen|dopodomani|pasado manana)\b",
        later_by(2),
    ),
    (
        "today_week",
        r"\b(?:d |des )?(?:aujourd ?hui|auj) en (?:huit|8)\b"
        r"|\b(?:today week|a week (?:from )?today)\b",
        later_by(7),
    ),
    ("today_fortnight", r"\b(?:d |des )?aujourd ?hui en (?:quinze|15)\b", later_by(14)),
    ("tomorrow_week", r"\bdemain en (?:huit|8)\b", later_by(8)),
    (
        "tomorrow",
        r"\b(?:demain|2main|2m1|dem1|tomorrow|tmrw|tomoz|domani"
        r"|(?<!guten )(?<!heute )(?<!gestern )(?<!am )morgen"
        r"|(?<!la )(?<!esta )(?<!pasado )manana(?: por la manana)?)\b",
        later_by(1),
    ),
    (
        "today",
        r"\b(?:aujourd ?hui|aujourdui|auj\b|(?<!\ba )ce jour(?! la| meme)|[cs]e soir(?! la\b)"
        r"|cet? (?:aprem"
        r"|apres ?midi|am\b)"
        r"|cette nuit|(?<!di )(?<!demain )dans l apres midi|cette apres midi|dans la (?:journee"
        r"|matinee|soiree)|dans l ?heure|ds la journee|tonight"
        r"|today|this (?:afternoon|evening)|heute|hoy|oggi|stasera|esta (?:tarde|noche)"
        r"|questa sera|tout de suite|sur le champ"
        r"|a l instant(?! (?:le|la|l|que|qu)\b)|immediatement|within the hour|eod"
        r"|end of (?:the )?day)\b"
        r"|(?:(?<=[€\d%] )|(?<=€)|(?<=euros )|(?<=moitie )|(?<=half ))(?:maintenant|mtn|now)\b",
        later_by(0),
    ),
    (
        "fortnight",
        r"\b(?:sous|ss|d(?:an)?s(?: (?:la|une))?|d ?ici(?: a)? une|a(?= quinzaine)) quinzaine\b"
        r"(?: de jours)?",
        later_by(15),
    ),
    (
        "fortnight",
        r"\b(?:in|within) (?:a|the next) fortnight\b(?! (?:of|from))(?: today)?"
        r"|\ba fortnight today\b",
        later_by(14),
    ),
    (
        "eight_days",
        r"\b(?:sous|ss|a|d(?:an)?s(?: (?:la|une))?|d ?ici une) (?:huitaine|8aine)\b"
        r"(?: de jours)?",
        later_by(8),
    ),
    ("ten_days", r"\b(?:une |sous |dans la )?dizaine de jours\b", later_by(10)),
    (
        "in_days",
        r"\b(?:dans|sous|d ?ici(?: a)?|ds|in|within(?: the next)?|en(?: un plazo(?: maximo)? de)?"
        r"|dentro de|(?:al )?plazo de|entro|innerhalb(?: von|(?= der nachsten))|binnen|tra|fra)"
        r" (?:les |le |un delai de |un delai maximum de |maximum |max |environ |a peu pres "
        r"|the next |der nachsten |den nachsten |los proximos |i prossimi |unos |circa |etwa "
        r"|about |une petite |une bonne |une courte )?"
        rf"(?:{_NUMBER} ?(?:semaines? )?(?:a|ou|et|to|or|-|/) ?)?(?:les )?(?P<count>{_NUMBER}"
        r"|(?<=petite )|(?<=bonne )|(?<=courte )) ?"
        r"(?P<before>(?:working|business|bank) )?"
        r"(?P<unit>heures?|h|hours?|jours?|jrs?|j|days?|semaines?|weeks?|mois|months?|tagen?"
        r"|wochen?|monate?n?|dias|semanas?|giorni|settiman[ae]|ore|stunden)\b"
        r"(?P<half> et demie?)?(?P<open> (?:ouvre+e?s?|ouvrables?|working|business))?",
        in_days,
    ),
    (
        "hours",
        r"\b(?P<count>24|48|72)(?:/(?:48|72))? ?(?P<before>)(?P<unit>h|heures"
        r"|hours)\b(?P<half>)(?P<open> ouvrees)?(?! (?:pour|sur)\b)",
        in_days,
    ),
    (
        "bare_days",
        rf"(?:^|\bce sera |\bcomptez |\bmaximum |\bmax )(?P<count>\d{{1,2}}"
        rf"|(?<=comptez ){COUNT}) (?P<before>)"
        r"(?P<unit>jours?|semaines?)(?P<half>)(?P<open> (?:ouvres?|ouvrables?))?\b",
        in_days,
    ),
    (
        "bare_day",
        r"\b(?:(?:le|au|du|pour le|d ?ici(?: le| au)?|avant le|on the|by the|am|zum"
        r"|el dia|antes del|el|il|l|tot le|run du|et le|puis le|vers le|autour du) "
        rf"{_BARE}|(?:les|the) (?P<listed>{_DAY}){_TH}(?![a-z\d]){_LISTED}{_NO_UNIT})",
        bare_day,
    ),
    (
        "bare_day",
        rf"(?<=, )(?P<day>{_DAY})(?:st|nd|rd|th)(?P<listed>)(?= ?(?:$|[.;!)]|,(?!\d)"
        rf"| at the latest))",
        bare_day,
    ),
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
            rf"(?<![\d/.,-])([0-3]?\d|premier|deux|trois)(?:er|st|nd|rd|th|\.)? ?(?:(?:de|of) )?"
            rf"({MONTH}|mar)\b(?: (20\d\d))?",
            past_day_month,
        ),
        (
            "bare_day",
            r"\b(?:le|du|on the|the|am|el|il) (?P<day>[0-3]?\d)(?:er|st|nd|rd|th)?\b"
            r"(?! (?:(?:de|of) )?" + MONTH + r")(?! ?(?:h|€|euros?|%)\b)(?![/.]\d)",
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
        ("weekday", rf"\b(?P<weekday>{WEEKDAY})\b(?! (?:le )?\d)", past_weekday),
        (
            "ago",
            r"\b(?:il )?y ?a (?:deja |environ |a peine )?(\d{1,3}|une?|deux|trois)"
            r" (jours?|semaines?)",
            ago,
        ),
        ("ago_english", r"\b(\d{1,2}|two|three|a) (days?|weeks?) ago", ago),
    )
)
