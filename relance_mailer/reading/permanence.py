"""Whether a bounced address may come back to life, and why it did not take the letter.

The status is often `5.0.0` or plainly wrong; so the enhanced code of the diagnostic decides, then
the status, then the SMTP code, then the words (RFC 3463, RFC 3464 §2.3). A full mailbox is
temporary under any code; an expired delivery is temporary and given up.

Temporary: "552 5.2.2 boîte pleine", "will be retried". Permanent: "550 5.1.1 user unknown".
"""

import re
from dataclasses import dataclass

from relance_mailer.reading.message import DeliveryReport
from relance_mailer.words import Permanence

_FULL = re.compile(
    r"mail ?(?:box|folder|store|directory)\w* (?:is |size |has )?(?:full|exceed)|(?:mail)?box "
    r"full|over ?-?quota|quota (?:is |"
    r"has been )?(?:exceeded|full|reached|d[ée]pass|atteint)|(?:exceed|exc[èe]d|"
    r"d[ée]pass)\w* "
    r".{0,30}(?:quota|storage)|quota\b.{0,40}(?:d[ée]pass|exceed|atteint|satur)|out of "
    r"storage|insufficient (?:system |"
    r"disk )?(?:storage|space)|inbox is full|(?:bo[iî]te|messagerie|bal)\b.{0,60}(?:pleine|"
    r"satur[ée]e|plus d['’]espace)|quota .{0,20}atteint|espace .{0,30}(?:insuffisant|satur)|"
    r"buz[oó]n .{0,60}lleno|postfach .{0,60}voll|casella .{0,60}piena|OverQuota|"
    r"not enough (?:storage|space)|storage (?:limit|quota)"
    r"|(?:bo[iî]te|compte|messagerie|bal|correspondant|destinataire)\b[^.]{0,60}\batteint "
    r"(?:sa|la|son|le) (?:capacité|limite|taille|volume|quota)"
    r"|(?:capacité|volume|m[ée]moire|espace|limite)\b[^.]{0,40}\b(?:bo[iî]te|compte|stockage"
    r"|messagerie|alloué)\b[^.]{0,40}(?:d[ée]pass|atteint|[ée]puis|insuffisant|satur)"
    r"|plus (?:assez )?(?:de |d['’])(?:place|espace)\b|mail ?box\b.{0,20}(?:reached|exceeded)"
    r" (?:its|the) (?:maximum|limit)|(?:speicher|kontingent)\w*\b[^.]{0,60}(?:überschritten"
    r"|erschöpft|voll\b)"
    r"|cuota\b.{0,40}(?:excedid|superad)|spazio\b.{0,40}(?:esaurito|insufficiente)",
    re.IGNORECASE,
)
_EXPIRED = re.compile(
    r"retry time(?:out)?(?: not reached)?[^.]{0,40}exceeded|retry timeout|(?:delivery|message|"
    r"queue)\w*[ .](?:time )?expired|expired\b|too (?:long|old) in (?:the )?queue|"
    r"queue too long|been in the queue too long|(?:unable|could not|"
    r"couldn['’]t) .{0,60}(?:for|within|in) (?:more than )?\d+ (?:day|hour|jour|heure)|"
    r"expiration du délai|"
    r"délai (?:de (?:remise|livraison|distribution) |maximal |maximum |imparti )?(?:a |"
    r"est )?(?:été )?(?:dépassé|expiré)|a expiré|abandon(?:né|nons)|(?:pendant|depuis|"
    r"après) (?:plus de )?\d+ (?:jours|heures).{0,60}(?:abandon|retourné|définitive)|"
    r"has been delayed too long|giving up after|failing for a long time|for the last \d+ second|"
    r"(?:multiple|repeated|several|\d+) (?:retries|attempts|tries)|aborted after|"
    r"(?:not|non)[^.\n]{0,30} (?:within|for) \d+ (?:day|hour|minute)|"
    r"tentatives? (?:infructueuses?|répétées?|sans succès)|\d+ (?:jours|heures|h|j) de "
    r"(?:tentatives|essais)|(?:plusieurs|nombreuses|multiples|\d+) "
    r"(?:tentatives|essais)[^.\n]{0,60}"
    r"(?:retourné|échec|abandon|infructueu|sans succès)|dans (?:le|les) délais? (?:imparti|prévu)",
    re.IGNORECASE,
)
_DELAY = re.compile(
    r"will (?:be retried|retry|keep trying|continue to (?:try|attempt))|"
    r"still (?:being )?(?:re)?tr(?:ied|ying)|warning only|do not need to resend|"
    r"not yet been delivered|delayed|(?:temporar|transient|momentan|provisoire|temporaire)\w*|"
    r"nouv(?:elles?|eaux?|el) (?:tentatives?|essais?)|(?:file|liste) d['’]attente|essa(?:ie|y)er|"
    r"tentatives? de remise se poursui|contin\w+ d['’]essayer|essayons encore|reste(?:ra)? "
    r"en|réessai\w*|retent\w+|pas encore (?:pu "
    r")?(?:être |été )?remis|"
    r"retardé|en attente|try again later|réessay\w+|"
    r"renouvel\w+ votre (?:envoi|message)|greylist|grey-list|deferred|vorübergehend|"
    r"temporal(?:mente)?\b|temporane\w+|no action is required",
    re.IGNORECASE,
)
_FINAL = re.compile(
    r"permanent|définiti|fatal|given up|no longer|ne sera pas (?:réessayé|retent)|"
    r"aucune (?:autre|nouvelle) tentative|will not be (?:retried|delivered)|not be retried|"
    r"unknown|inconnu|n['’]existe pas|does not exist|doesn['’]t exist|introuvable|no such",
    re.IGNORECASE,
)
_ENHANCED = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_REPLY_CODE = re.compile(r"(?<![\d.,€-])([45])[0-5]\d(?=[ -](?!€|eur|jours|heures))", re.IGNORECASE)
_FILTERED = re.compile(
    r"spam|blacklist|blocklist|blocked|listed|reputation|policy|5\.7\.|4\.7\.|filtr|contenu|dange"
    r"rous"
    r"|refusé par|security|block list|\bDMARC\b|\bSPF\b|authenticat",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"unknown|does ?n[o'’]t exist|no such|not found by|not listed|invalid (?:recipient|mailbox)"
    r"|n['’]existe pas|introuvable|inconnu|inexistant|dada de baja|no existe|disabled|désactiv"
    r"|inactive|5\.1\.1|5\.1\.10|RecipientNotFound|rejected|closed|clôtur|(?:account|compte)[^.]{"
    r"0,20}suspend|résili",
    re.IGNORECASE,
)
_NO_DOMAIN = re.compile(
    r"host (?:or domain name )?not found|domaine? (?:not found|introuvable|inconnu)|name service"
    r"|no mx|lookup of host|unroute?able|no route to (?:the )?domain|name or service|mail "
    r"exchanger|\bdns\b|nxdomain|5\.1\.2|5\.4\.4",
    re.IGNORECASE,
)
_UNREACHABLE = re.compile(
    r"time(?:d)? ?out|connect|refused|unreachable|injoignable|indisponible|4\.4\.", re.IGNORECASE
)
_LIMITED = re.compile(
    r"too many (?:errors|connections|messages|recipients)|rate limit|throttl"
    r"|trop de (?:messages|connexions)"
    r"|unexpected volume",
    re.IGNORECASE,
)
_TOO_LARGE = re.compile(r"too (?:large|big)|\bsize\b|volumineu|5\.3\.4", re.IGNORECASE)
_GREY = re.compile(r"gr[ae]y-?list|liste grise", re.IGNORECASE)
# In this order: "not listed in directory" names no list of spammers, "host not found" no person.
_REASONS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_FULL, "boîte pleine"),
    (_GREY, "liste grise : nouvel essai demandé"),
    (_NO_DOMAIN, "domaine introuvable"),
    (re.compile(r"not listed in|user unknown|no such user|5\.1\.1\b", re.I), "adresse inconnue"),
    (_LIMITED, "envois limités par le destinataire"),
    (_FILTERED, "refusé par un filtre ou une règle du destinataire"),
    (_UNKNOWN, "adresse inconnue ou fermée"),
    (_TOO_LARGE, "message trop volumineux"),
    (_EXPIRED, "délai de remise dépassé"),
    (_UNREACHABLE, "serveur du destinataire injoignable"),
)


# RFC 3463 §3: subject and detail of an enhanced code, where the words say nothing known.
_BY_CODE = {
    ("1", "6"): "le destinataire a changé d'adresse",
    ("2", "1"): "boîte désactivée",
    ("2", "3"): "message trop volumineux",
    ("3", "2"): "serveur du destinataire arrêté",
    ("4", "1"): "serveur du destinataire injoignable",
    ("4", "6"): "boucle chez le destinataire",
    ("6", "1"): "contenu refusé par le destinataire",
}
_SERVER_SAYS = re.compile(r"\b[45]\d\d[ -][^\n]{6,110}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounce:
    """What a non-delivery report says; `success` is a notice that all was delivered or relayed."""

    permanence: Permanence | None
    expired: bool = False
    mailbox_full: bool = False
    recipients: tuple[str, ...] = ()
    reason: str = ""
    original_message_ids: tuple[str, ...] = ()
    success: bool = False


_MERE_WARNING = re.compile(
    r"warning (?:message )?only|(?:do not|don['’]t) need to re-?send|no action is required|"
    r"contin\w+ d['’]essayer|(?:will|to) (?:keep trying|be retried|continue)|simple "
    r"avertissement|inutile de (?:le "
    r")?renvoyer|"
    r"(?:nouv(?:elles?|eaux?) (?:tentatives?|essais?)|réessa\w+|essaierons)[^.\n]{0,60}"
    r"(?:pendant|durant|jusqu|seront|auront|aura|sera|encore)|still being (?:attempted|retried)",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"(?:aucune?|plus (?:de|d['’])|pas (?:de|d['’])|sans) ?(?:autre |nouvel(?:le)? )?(?:tentative"
    r"|essai)"
    r"|no (?:further|more|other) (?:attempt|tr)",
    re.IGNORECASE,
)
# "Compte désactivé … inutile de renvoyer": no warning of a delay ever names such a cause.
_GONE = re.compile(
    r"(?:compte|adresse|boîte|bo[iî]te|account|mailbox|address)\b[^.\n]{0,40}(?:désactivé|clôtur"
    r"|ferm[ée]|résili|supprim|inconnu|inexistant|disabled|closed|deleted|deactivated|unknown)"
    r"|n['’]existe (?:pas|plus)|does not exist|no longer (?:exists|valid|in use)",
    re.IGNORECASE,
)
_NO_ANSWER = re.compile(
    r"did not accept our requests to connect|connection (?:timed out|refused|reset)|network "
    r"(?:error|is "
    r"unreachable)|socket error|not responding|no route to host|ne répond(?:ait)? pas|connexion "
    r"(?:refusée|impossible|interrompue)|injoignable|host (?:is )?unreachable|refusé la connexion"
    r"|impossible de (?:se connecter|joindre|contacter)[^.\n]{0,30}\b(?:serveur|h[ôo]te)",
    re.IGNORECASE,
)
_NO_SUCH_USER = re.compile(
    r"(?:user|recipient|mailbox|account|address)\W{0,3}(?:is )?(?:unknown|not found|does not exist)"
    r"|unknown (?:user|recipient|local part)|no such (?:user|recipient|mailbox)|(?:utilisateur"
    r"|destinataire|adresse|boîte)\W{0,3}(?:e-?mail )?(?:est "
    r")?(?:inconnue?|inexistante?|introuvable)",
    re.IGNORECASE,
)


def judged(report: DeliveryReport, told: str) -> Bounce:
    """Permanence and reason from one report, or from the words alone when it is empty."""
    said = (
        f"{report.status} {report.diagnostic}" if report.diagnostic else f"{report.status} {told}"
    )
    full = bool(_FULL.search(said)) or _enhanced(said)[1:] == ("2", "2")
    delayed = report.action == "delayed" or (
        not report.action
        and not _GONE.search(told)
        and bool(_MERE_WARNING.search(_NO_MORE.sub(" ", told)))
        and not _EXPIRED.search(told)
    )
    expired = report.action == "expired" or (
        not delayed
        and bool(
            _EXPIRED.search(said) or re.search(r"\b[45]\.4\.7\b", said) or _EXPIRED.search(told)
        )
    )
    digit = _class_of(report, said)
    if digit == "4" and not (full or delayed) and _NO_SUCH_USER.search(said):
        digit, expired = "5", False
    if full or delayed or expired or digit == "4":
        given_up = expired or (digit == "4" and report.action == "failed")
        merely_late = delayed or (not report.action and not given_up)
        return Bounce(
            permanence=Permanence.TEMPORARY,
            expired=given_up and not merely_late,
            mailbox_full=full,
            reason=_reason(said, told, delayed=merely_late),
        )
    if not digit and not report.action and _NO_ANSWER.search(told) and not _UNKNOWN.search(told):
        return Bounce(
            permanence=Permanence.TEMPORARY,
            expired=not _DELAY.search(told),
            reason=_reason(said, told, delayed=bool(_DELAY.search(told))),
        )
    if not digit and not report.action and _DELAY.search(told) and not _FINAL.search(told):
        return Bounce(permanence=Permanence.TEMPORARY, reason=_reason(said, told, delayed=True))
    return Bounce(permanence=Permanence.PERMANENT, reason=_reason(said, told))


def _enhanced(text: str) -> tuple[str, str, str]:
    """The first enhanced code that says something (not x.0.0), else empty strings."""
    for found in _ENHANCED.finditer(text):
        if found[1] != "2" and (found[2], found[3]) != ("0", "0"):
            return found[1], found[2], found[3]
    return "", "", ""


def _class_of(report: DeliveryReport, said: str) -> str:
    """4 or 5: the diagnostic's own code first; the status often lies (x.0.0 says nothing)."""
    for text in (report.diagnostic, report.status):
        if digit := _enhanced(text)[0]:
            return digit
    if not report.action and (digit := _enhanced(said)[0]):
        return digit
    for text in (report.diagnostic, said if not report.action else ""):
        if found := _REPLY_CODE.search(text):
            return found[1]
    return report.status[:1] if report.status[:1] in ("4", "5") else ""


def _reason(said: str, told: str, *, delayed: bool = False) -> str:
    """The cause in French words, with the code that states it; a delay has not expired."""
    code = _ENHANCED.search(said)
    shown = f" ({code[0]})" if code and (code[2], code[3]) != ("0", "0") else ""
    for text in (said, told):
        for pattern, words in _REASONS:
            if pattern.search(text) and not (delayed and pattern is _EXPIRED):
                return f"{words}{shown}"
    if code and (by_code := _BY_CODE.get((code[2], code[3]))):
        return f"{by_code}{shown}"
    if delayed:
        return f"remise retardée{shown}"
    if quoted := _SERVER_SAYS.search(said):
        return f"non remis : « {quoted[0].strip()} »"
    return f"non remis, cause non précisée{shown}"
