"""Names of months, weekdays, feasts and small counts, folded, in the languages that are read."""

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("janvier", "janv", "jan", "january", "januar", "janner", "enero", "gennaio"),
    ("fevrier", "fevr", "fev", "february", "feb", "februar", "febrero", "febbraio"),
    ("mars", "march", "marz", "maerz", "marzo"),
    ("avril", "avr", "april", "apr", "abril", "aprile"),
    ("mai", "may", "mayo", "maggio"),
    ("juin", "june", "jun", "juni", "junio", "giugno"),
    ("juillet", "juil", "july", "jul", "juli", "julio", "luglio"),
    ("aout", "august", "aug", "agosto"),
    ("septembre", "sept", "september", "sep", "septiembre", "settembre"),
    ("octobre", "oct", "october", "oktober", "okt", "octubre", "ottobre"),
    ("novembre", "nov", "november", "noviembre"),
    ("decembre", "dec", "december", "dezember", "dez", "diciembre", "dicembre"),
)
_WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("lundi", "monday", "montag", "lunes", "lunedi"),
    ("mardi", "tuesday", "dienstag", "martes", "martedi"),
    ("mercredi", "wednesday", "mittwoch", "miercoles", "mercoledi"),
    ("jeudi", "thursday", "donnerstag", "jueves", "giovedi"),
    ("vendredi", "friday", "freitag", "viernes", "venerdi"),
    ("samedi", "saturday", "samstag", "sabado", "sabato"),
    ("dimanche", "sunday", "sonntag", "domingo", "domenica"),
)
# Short names are words of their own ("mer", "sun"): they count before a number only.
_SHORT_WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("lun", "mon"),
    ("mar", "tue", "tues"),
    ("mer", "wed"),
    ("jeu", "thu", "thur", "thurs"),
    ("ven", "vend", "fri"),
    ("sam", "sat"),
    ("dim", "sun"),
)

MONTH_NUMBERS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names
}
WEEKDAY_NUMBERS: dict[str, int] = {
    name: number
    for table in (_WEEKDAYS, _SHORT_WEEKDAYS)
    for number, names in enumerate(table)
    for name in names
}
COUNTS: dict[str, int] = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30,
    "einer": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "acht": 8, "zehn": 10, "vierzehn": 14,
    "unos": 3, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "ocho": 8, "diez": 10,
    "due": 2, "tre": 3, "quattro": 4, "otto": 8, "dieci": 10, "quindici": 15, "trenta": 30,
}  # fmt: skip
ORDINALS: dict[str, int] = {
    "premier": 1, "premiere": 1, "1er": 1, "1ere": 1, "1re": 1, "first": 1, "1st": 1,
    "deuxieme": 2, "second": 2, "seconde": 2, "2e": 2, "2eme": 2, "2nd": 2, "2nde": 2,
    "troisieme": 3, "3e": 3, "3eme": 3, "third": 3, "3rd": 3,
    "quatrieme": 4, "4e": 4, "4eme": 4, "fourth": 4, "4th": 4,
    "dernier": -1, "derniere": -1, "last": -1,
}  # fmt: skip
ENGLISH_ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty first": 21, "twenty second": 22,
    "twenty third": 23, "twenty fourth": 24, "twenty fifth": 25, "twenty sixth": 26,
    "twenty seventh": 27, "twenty eighth": 28, "twenty ninth": 29, "thirtieth": 30,
    "thirty first": 31,
}  # fmt: skip
"""The days of a month in words."""
AMERICAN_FEASTS = {"memorial day": (5, 0, -1), "labor day": (9, 0, 1), "thanksgiving": (11, 3, 4)}
"""The month, the weekday, and which of them it is."""
FEASTS: dict[str, tuple[int, int]] = {
    "noel": (12, 25), "christmas": (12, 25), "weihnachten": (12, 25), "navidad": (12, 25),
    "natale": (12, 25), "toussaint": (11, 1), "armistice": (11, 11), "assomption": (8, 15),
    "fete nationale": (7, 14), "fete du travail": (5, 1), "nouvel an": (12, 31),
    "jour de l an": (12, 31), "saint sylvestre": (12, 31), "new year": (12, 31),
    "fetes": (12, 24), "vacances de noel": (12, 24),
}  # fmt: skip
"""Month and day; the turn of the year and the festive season end the day before."""
SAINTS_DAYS: dict[str, tuple[int, int]] = {
    "epiphanie": (1, 6), "saint vincent": (1, 22), "chandeleur": (2, 2), "saint valentin": (2, 14),
    "saint patrick": (3, 17), "saint joseph": (3, 19), "saint georges": (4, 23),
    "saint yves": (5, 19), "fete de la musique": (6, 21), "saint jean": (6, 24),
    "saint pierre": (6, 29), "saint jacques": (7, 25), "sainte anne": (7, 26),
    "saint louis": (8, 25), "saint michel": (9, 29), "saint luc": (10, 18),
    "saint martin": (11, 11), "sainte catherine": (11, 25), "saint andre": (11, 30),
    "saint eloi": (12, 1), "sainte barbe": (12, 4), "saint nicolas": (12, 6),
    "sainte luce": (12, 13), "sainte lucie": (12, 13), "sainte genevieve": (1, 3),
    "saint blaise": (2, 3), "saint marc": (4, 25), "saint honore": (5, 16),
    "saint medard": (6, 8), "saint benoit": (7, 11), "saint laurent": (8, 10),
    "saint barnabe": (6, 11), "sainte agathe": (2, 5), "saint roch": (8, 16),
    "sainte madeleine": (7, 22),
    "saint barthelemy": (8, 24), "saint fiacre": (8, 30), "saint matthieu": (9, 21),
    "saint denis": (10, 9), "saint crepin": (10, 25), "saint hubert": (11, 3),
    "sainte cecile": (11, 22), "sainte odile": (12, 13), "saint etienne": (12, 26),
}  # fmt: skip
"""Days that are told with their article: "la Saint-Martin", where Saint-Martin is a place."""
DAYS_OF_SAINTS: dict[str, tuple[int, int]] = {
    "patrick": (3, 17), "paddy": (3, 17), "david": (3, 1), "george": (4, 23), "andrew": (11, 30),
    "stephen": (12, 26), "valentine": (2, 14), "nicholas": (12, 6), "swithin": (7, 15),
}  # fmt: skip
"""As English says them: "St Patrick's Day", "Valentine's Day"."""
MOVABLE_FEASTS: dict[str, int] = {
    "paques": 0, "easter": 0, "ostern": 0, "pasqua": 0, "ascension": 39, "pentecote": 49,
    "pfingsten": 49, "whitsun": 49,
}  # fmt: skip
"""Days after Easter Sunday."""
HOLY_DAYS: dict[str, int] = {
    "mardi gras": -47, "mercredi des cendres": -46, "jeudi saint": -3, "vendredi saint": -2,
    "samedi saint": -1, "good friday": -2, "karfreitag": -2, "venerdi santo": -2,
    "viernes santo": -2,
}  # fmt: skip
"""Days before Easter Sunday whose name says which weekday they are."""


def _any(names: dict[str, int] | dict[str, tuple[int, int]]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + ")"


MONTH = _any(MONTH_NUMBERS)
WEEKDAY = "(?:" + "|".join(name for names in _WEEKDAYS for name in names) + ")"
SHORT_WEEKDAY = "(?:" + "|".join(name for names in _SHORT_WEEKDAYS for name in names) + ")"
COUNT = _any(COUNTS)
ORDINAL = _any(ORDINALS)
FEAST = _any(FEASTS)
SAINTS_DAY = _any(SAINTS_DAYS)
DAY_OF_SAINT = _any(DAYS_OF_SAINTS)
HOLY_DAY = _any(HOLY_DAYS)
MOVABLE_FEAST = _any(MOVABLE_FEASTS)
