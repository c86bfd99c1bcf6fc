"""Names of months, weekdays and small counts, folded, in the languages that are read."""

_MONTHS: tuple[tuple[str, ...], ...] = (
    ("janvier", "janv", "jan", "january", "januar", "janner", "enero", "gennaio"),
    ("fevrier", "fevr", "fev", "february", "feb", "februar", "febrero", "febbraio"),
    ("mars", "march", "marz", "maerz", "marzo"),
    ("avril", "avr", "april", "apr", "abril", "aprile"),
    ("mai", "may", "mayo", "maggio"),
    ("juin", "june", "juni", "junio", "giugno"),
    ("juillet", "juil", "july", "juli", "julio", "luglio"),
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

MONTH_NUMBERS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names
}
WEEKDAY_NUMBERS: dict[str, int] = {
    name: number for number, names in enumerate(_WEEKDAYS) for name in names
}
COUNTS: dict[str, int] = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
    "a": 1, "one": 1, "two": 2, "three": 3, "ten": 10, "einer": 1, "zwei": 2, "unos": 3,
}  # fmt: skip

MONTH = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + ")"
WEEKDAY = "(?:" + "|".join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True)) + ")"
