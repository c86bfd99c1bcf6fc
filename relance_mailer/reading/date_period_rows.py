"""The rows of the grammar of time that name a period or a feast (the days: `date_rows`)."""

from relance_mailer.reading.calendar_words import (
    DAY_OF_SAINT,
    FEAST,
    HOLY_DAY,
    MONTH,
    MOVABLE_FEAST,
    ORDINAL,
    SAINTS_DAY,
    WEEKDAY,
)
from relance_mailer.reading.date_periods import (
    beside_a_day,
    day_of_saint,
    feast,
    feast_eve,
    fortnight_of,
    half_year,
    holy_day,
    last_day_of_month,
    month_part,
    movable_feast,
    next_week,
    quarter,
    relative_month,
    saints_day,
    thirty_days_end_of_month,
    this_week,
    week_number,
    week_of,
    week_of_month,
    weekday_of_month,
    weekday_of_week,
    weekend,
    working_day_of,
    year_end,
)
from relance_mailer.reading.date_rules import Resolver, nothing

_YEAR = r"(?:,? (?:de )?(?P<year>20\d\d))?"
_OF_MONTH = (
    rf"(?:de |du |d |of |di |de ce |of the |)(?:(?:mois (?:de |d ))?(?P<month>{MONTH})\b{_YEAR}"
    r"|mois(?: (?:prochain|pro\b|suivant|en cours))?\b|(?:next )?month\b)"
)
_UNTIL = r"(?:avant|avt|pour|d ici|a|by|before|vor|zu|antes de|para|prima di|entro|until)"

PERIOD_ROWS: tuple[tuple[str, str, Resolver], ...] = (
    (
        "thirty_end",
        r"\b(\d{2}) (?:jours|j) (?:date de facture )?fin de mois\b(?: le (\d{1,2})\b)?",
        thirty_days_end_of_month,
    ),
    (
        "month_part",
        r"\b(?P<part>fin|mi|debut|(?:dans le )?courant(?: (?:du|de ce|de ce meme) mois)?|milieu"
        r"|ende|anfang|mitte"
        r"|end|beginning|start|middle|mid|early|late|finales|fine|inizio|mediados|meta|principios)"
        r"(?: (?:de|du|du mois de|du mois d|d|of|di|le mois de|des))? "
        rf"(?P<month>{MONTH})\b{_YEAR}",
        month_part,
    ),
    # "fin mars, début avril": the later one is meant.
    (
        "turn_of_month",
        rf"\b(?:fin|end|ende) (?:de |of )?{MONTH},? {{0,3}}(?:/|ou|et|or|-)? {{0,3}}"
        rf"(?P<part>debut|early|anfang) (?:de |of )?(?P<month>{MONTH})\b{_YEAR}",
        month_part,
    ),
    (
        "in_month",
        r"\b(?P<part>en|au mois de|au mois d|dans le mois de|in|im|en el mes de|nel mese di"
        rf"|d ici) (?P<month>{MONTH})\b{_YEAR}(?! ?\d)",
        month_part,
    ),
    (
        "relative_month",
        r"\b(?:(?:a la |en |d ?ici (?:a )?(?:la )?|avan?t? la |pour la |la )?fin (?:de |du |de ce "
        r"|d )?"
        r"(?:mois?|m\b)(?: (?:prochain|pro\b|suivant|d apres|en cours))?"
        r"|(?:le )?(?:debut|mi|milieu|courant|dans le courant)(?: (?:de|du"
        r"|d))? mois(?: (?:prochain|pro\b))?|fin courant"
        r"|ce mois ci\b|(?:le |au )?mois (?:prochain|pro\b|qui vient)|fdm\b|fin mois|dans le mois"
        r"|eom\b"
        r"|(?:by |at )?(?:the )?(?:end|middle|beginning|start) of (?:the |this "
        r"|next )?month|month end|next month"
        r"|ende (?:des|nachsten) monats|monatsende|(?:a )?fin(?:ales)? de(?: este)? mes"
        r"|(?:entro )?fine mese|fine del mese)\b(?! d(?:e|) )",
        relative_month,
    ),
    (
        "fortnight_of",
        rf"\b(?P<nth>{ORDINAL}) (?:quinzaine|decade) {_OF_MONTH}",
        fortnight_of,
    ),
    (
        "working_day_of",
        rf"\b(?P<nth>{ORDINAL}|\d{{1,2}}e|\d{{1,2}}eme) jour (?:ouvre|ouvrable) {_OF_MONTH}",
        working_day_of,
    ),
    (
        "first_working_day",
        rf"\b(?:first|second|third|last)(?P<nth>) (?:working|business|bank) day {_OF_MONTH}",
        working_day_of,
    ),
    ("week_of_month", rf"\b(?P<nth>{ORDINAL}) (?:semaine|week) {_OF_MONTH}", week_of_month),
    (
        "weekday_of_month",
        rf"\b(?P<nth>{ORDINAL}) (?P<weekday>{WEEKDAY}) (?:ouvre |ouvrable )?{_OF_MONTH}",
        weekday_of_month,
    ),
    (
        "last_day",
        rf"\b(?:dernier jour|last day) {_OF_MONTH}",
        last_day_of_month,
    ),
    (
        "next_week",
        r"\b(?:(?:au |en |d ici (?:a )?(?:la )?|avant la |pour la |a la )?(?:debut|fin|milieu"
        r"|courant|mi)(?: (?:de|de la|d))? )?(?:la |en )?"
        r"(?:semaine (?:prochaine|pro\b|suivante|qui vient|qui suit|d apres)|sem pro\b|next week"
        r"|nachste woche"
        r"|nachster woche|(?:la )?(?:proxima semana|semana que viene|semana proxima"
        r"|prossima settimana|settimana prossima))"
        r"|\b(?:early|mid|end of|beginning of|start of|later|anfang|ende) (?:next week"
        r"|nachster woche)",
        next_week,
    ),
    (
        "this_week",
        r"\b(?:(?:en |d ?ici (?:a )?(?:la )?|avant la |pour la |a la )?fin (?:de |de la "
        r"|de cette |d )?"
        r"(?:semaine|sem\b)(?! (?:pro|suiv|qui vient|qui suit|d apres|du)| ?\d)"
        r"|(?:cette|d(?:an)?s la) semaine(?! ?\d)(?! (?:du|pro|suiv|qui vient|qui suit|d apres))"
        r"|courant (?:de )?(?:la )?semaine(?! ?\d)(?! (?:pro|suiv|qui vient|du))|d(?:an)?s la sem\b"
        r"|en debut de semaine"
        r"|this week|end of (?:the |this )?week|eow|diese woche|esta semana|questa settimana"
        r"|ende (?:der|dieser) woche|ende diese woche|noch diese woche|entro (?:la |fine )settimana"
        r"|(?:in|a|per la) fine (?:della )?settimana|in settimana|a final(?:es)? de (?:la "
        r"|esta )?semana"
        r"(?! que| prox)|antes de que (?:acabe|termine) la semana)\b",
        this_week,
    ),
    (
        "week_of",
        r"\b(?:(?:la )?semaine du|(?:the )?week (?:of|commencing|beginning)(?: the)?|w/c)"
        rf" (?:lundi |monday )?(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?"
        rf"(?: (?:of )?(?P<month>{MONTH}))?\b(?! au)",
        week_of,
    ),
    (
        "weekday_of_week",
        rf"\b(?P<weekday>{WEEKDAY}) (?:de |d |of )?(?:la )?(?:semaine|sem\.?|s|week) ?(?:no? ?)?"
        rf"(?:(?P<week>\d{{1,2}})\b(?! ?(?:jours|€))"
        rf"|(?:du|of)(?: the)? (?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?"
        rf"(?: (?:of )?(?P<month>{MONTH}))?\b)",
        weekday_of_week,
    ),
    ("weekend", r"\b(?:ce|dans le|le|this) week ?end\b", weekend),
    (
        "week_number",
        r"(?:\b(?P<head>(?:en |au )?(?:tout )?debut (?:de )?(?:la )?)?(?:semaine|sem|kw|week)\.?"
        r" ?(?:no? ?)?|\bs ?)(?P<week>\d{1,2})\b(?! ?(?:jours|euros|€))",
        week_number,
    ),
    (
        "quarter",
        r"\b(?:(?:avant |pour |a |d ici )?(?:la |au |en |dans le )?(?:fin|debut|courant|end"
        r"|beginning)"
        rf"(?: (?:de|du|d|of|of the|de ce|of this))? |au |ce )(?:(?P<nth>{ORDINAL}) )?"
        rf"(?:trimestre|quarter|[tq](?P<digit>[1-4])\b)(?: prochain)?{_YEAR}",
        quarter,
    ),
    (
        "half_year",
        r"\b(?:fin|end)(?: (?:de|du|d|of|of the))? "
        rf"(?:(?P<nth>{ORDINAL}) )?(?:semestre|half year)\b{_YEAR}",
        half_year,
    ),
    (
        "year_end",
        r"\b(?:(?:fin|debut)(?: (?:d|de|de l|de cette|l))? (?:annee(?: (?:prochaine|civile"
        r"|en cours|pro\b))?\b)"
        r"|(?:end|beginning) of (?:the |this |next )?year\b|avant la fin de l an\b|jahresende\b)",
        year_end,
    ),
    (
        "named_year_end",
        r"\b(?:fin|debut|courant|end of|early|ende|finales de|fine)"
        r"(?: (?:de|de l annee|annee))? (?P<year>20\d\d)\b",
        year_end,
    ),
    (
        "between_feasts",
        r"\bentre (?:noel et (?:le |la )?(?:(?P<feast>jour de l an|nouvel an|saint sylvestre))"
        r"|(?:les |le )?fetes)\b",
        feast,
    ),
    (
        "feast",
        rf"\b{_UNTIL} (?:la |le |l |les |the )?(?P<feast>{FEAST})\b(?! prochaine? annee)"
        r"(?!(?: s)? (?:eve|day)\b)",
        feast,
    ),
    (
        "saints_day",
        rf"(?<!apres )(?<!depuis )(?:(?<!de )|(?<=jour de )|(?<=soir de )|(?<=matin de ))"
        rf"\b(?:{_UNTIL} )?(?:la |l ?)(?:fete de (?:la )?)?"
        rf"(?P<feast>{SAINTS_DAY})\b(?! \d{{4}}\b)",
        saints_day,
    ),
    (
        "saints_day",
        rf"(?<!after )(?<!since )\b(?:saint |st\.? )?(?P<saint>{DAY_OF_SAINT}) ?s day\b",
        day_of_saint,
    ),
    (
        "beside_a_day",
        r"\b(?P<side>(?:l )?avant veille|(?:la )?veille|(?:le )?lendemain|(?:le )?surlendemain)"
        r" (?:de |du |des |d |de la |de l )"
        rf"(?:(?P<feast>{FEAST})|(?P<saint>{SAINTS_DAY})|(?P<movable>{MOVABLE_FEAST})"
        rf"|(?P<day>\d{{1,2}})(?:er)?(?: (?P<month>{MONTH}))?)\b(?! ?(?:h\b|€|euros?|heures))",
        beside_a_day,
    ),
    (
        "feast_eve",
        r"\b(?P<side>(?:christmas|new year s) (?:eve|day))\b",
        feast_eve,
    ),
    (
        "holy_day",
        rf"\b(?:le )?(?P<holy>{HOLY_DAY})\b",
        holy_day,
    ),
    (
        "nth_weekday",
        rf"\b(?:(?P<nth>{ORDINAL}) {WEEKDAY}(?: ouvre)? (?:de chaque|de tous les) mois"
        rf"|(?:dernier|last) {WEEKDAY}(?! (?:\d|de |du |d |of |avant))"
        rf"|the {ORDINAL} {WEEKDAY}(?! (?:of|in|after)\b))\b",
        nothing,
    ),
    (
        "movable_feast",
        rf"\b(?:(?:le )?(?P<monday>lundi) (?:de |de la )|(?:easter )(?=monday)|{_UNTIL} "
        rf"(?:la |le |l |les |the )?(?P<bridge>(?:pont|week end|weekend) (?:de |d )(?:la |l )?)?)"
        rf"(?P<movable>{MOVABLE_FEAST})\b",
        movable_feast,
    ),
)
