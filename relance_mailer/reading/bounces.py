"""Non-delivery reports: whether there is one, whom it names, whether the address may live again.

Half of real bounces carry no delivery-status part, and where there is one its status is often
`5.0.0` or plainly wrong; so the enhanced code of the diagnostic, then the SMTP code, then the
words decide (RFC 3464 §2.3, RFC 3463). A full mailbox is temporary under any code.

Takes: "Undelivered Mail Returned to Sender", "Votre message n'a pas pu être remis".
Leaves: "Votre facture n'a pas été remise au bon service", an absence sent from `<>`.
"""

import re

from relance_mailer.reading.gates import Gated, gated
from relance_mailer.reading.message import DeliveryReport, Incoming
from relance_mailer.reading.permanence import Bounce, judged
from relance_mailer.reading.reports import ids_in
from relance_mailer.words import Permanence

REPORT_CHARACTERS_MAX = 6_000

_DAEMON = re.compile(
    r"^(?:mailer[-_.]?daemon|mail-?daemon|mdaemon|post_?master|mail\.?delivery\w*|"
    r"microsoftexchange\w*|mailerdaemon|bounces?|ndr|maildaemon|mail-system|system)\b.*@"
    r"|^(?:mailer-?daemon|postmaster)$",
    re.IGNORECASE,
)
_NEVER_A_PERSON = re.compile(r"mailer[-_.]?daemon@", re.IGNORECASE)
_DAEMON_NAME = Gated(
    r"mail delivery|mailer[- ]?daemon|postmaster|system administrator|administrateur syst|"
    r"microsoft outlook|mail (?:system|server|administrator)|e-?mail security"
    r"|(?:serveur|système|passerelle|administrateur|service|servicio|"
    r"sistema)\s(?:de )?(?:messagerie|courrier|mail|correo|posta)|internet mail|mailsystem|"
    r"gateway|delivery subsystem",
    re.IGNORECASE,
)
_SUBJECT = Gated(
    r"undeliver|mail failed|failed mail|could not be delivered|rejected mail|non[- ]delivery|"
    r"delivery (?:warning|error)|returned (?:mail|to sender)|returning message|"
    r"mail delivery (?:failed|failure|problem)|delivery (?:status notification|failure|"
    r"has failed|problem|delayed|incomplete|notification)|failure notice|"
    r"could not be delivered|not delivered"
    r"|non[- ]remis|non[- ]distribu|non[- ]délivr|avis de non[- ]|échec (?:de|d['’]une?|à la|"
    r"lors de la) ?(?:remise|livraison|distribution|envoi|d['’]envoi)|message (?:refusé|"
    r"rejeté|non remis|en attente \(nouvelle)|(?:n['’]a|n['’]ont) pas (?:pu |"
    r"encore )?(?:être |été )(?:remis|délivré|distribué|transmis|envoyé)|"
    r"retour à l['’]expéditeur|remise (?:retardée|différée|impossible)|"
    r"notification d['’]état de remise|retardé"
    r"|(?:courriel|courrier|message|mail|envoi|remise|distribution)s? (?:en "
    r"attente|retournée?|non \w+|"
    r"impossible|différée?|refusée?|bloquée?)|échec d['’]acheminement|notification d['’]échec|"
    r"statut de (?:distribution|remise|livraison)|retour de (?:courrier|message|courriel)|"
    r"(?:blocked|rejected) by|(?:message|mail) you sent"
    r"|delayed mail|mail delayed|warning: (?:message|could not)|\[rejected\]|rejected:|"
    r"message blocked|devuelto|no se (?:ha podido|pudo) entregar|unzustellbar|zustellung|"
    r"nicht zugestellt|mancato recapito|impossibile recapitare|delivery report|"
    r"mail system error|undelivered",
    re.IGNORECASE,
)
_BODY = gated(
    r"(?:could not|couldn['’]t|cannot|can't|was not|wasn['’]t able to|unable to|not able to|"
    r"has not been|were not|failed to)\s(?:be )?(?:deliver|reach|send|relay)|"
    r"delivery (?:to the following|has failed|failed|of (?:the|your) message)|"
    r"prevented delivery|undeliverable|permanent (?:fatal )?error|giving up|returned mail|"
    r"recipient(?:s)? (?:address )?rejected|the following (?:addresse?s|"
    r"recipients?)(?: \(?e?s?\)?)? (?:failed|had)|did not reach|was rejected|no such user|"
    r"user unknown|(?:has been|is) delayed|keep trying|couldn['’]t be found|"
    r"delivery (?:attempt|error)s?|error during delivery|awaits? moderator|not listed in|"
    r"problem (?:delivering|with)|returned to sender|mail (?:failed|could not)|"
    r"mailbox (?:unavailable|not found|is full|full)"
    r"|(?:n['’]a|n['’]ont) (?:pas |pu ){1,2}(?:encore )?(?:pu )?(?:y )?(?:être |"
    r"été )?(?:remise?s?|délivrée?s?|distribuée?s?|transmise?s?|acheminée?s?|déposée?s?|"
    r"livrée?s?|envoyée?s?|parvenue?s?)|n['’]est (?:pas |jamais )?parvenu|"
    r"échec de (?:la )?(?:remise|livraison|distribution)|impossible (?:de (?:joindre|remettre|"
    r"délivrer|distribuer)|d['’]acheminer)|a été (?:refusé|rejeté|bloqué) par|(?:nouvelle|"
    r"nouvelles|prochaine) tentatives?|nouvel essai|réessa[iy]\w+|remise impossible|"
    r"retourné sans avoir été|domaine introuvable|(?:boîte|compte|"
    r"quota)\b[^.\n]{0,50}(?:est pleine?|désactivé|résilié|dépassé|n['’]existe)|"
    r"destinataire (?:est )?inconnu|inconnu chez|sont différés|présenté de nouveau|"
    r"n['’]est pas encore arrivé|liste de blocage|rejeté par la politique|a dépassé son quota|"
    r"retour à l['’]expéditeur|adresse (?:e-?mail |électronique |"
    r"du destinataire )?(?:que vous avez entrée )?(?:est )?(?:introuvable|inconnue|"
    r"inexistante|invalide)|n['’]existe pas|"
    r"problème (?:temporaire )?est survenu lors de la remise|partiellement livré|"
    r"erreur (?:permanente|définitive|temporaire)"
    r"|no (?:ha podido|pudo|se ha podido) (?:ser )?entreg|konnte(?:n)? nicht (?:zugestellt|"
    r"ausgeliefert)|non (?:è stato possibile|può essere) (?:consegn|recapit)|"
    r"\b[45]\d\d[ -][45]\.\d{1,2}\.\d{1,3}\b|\b55[0-4][ -]",
    re.IGNORECASE,
)
_COPY_BELOW = re.compile(
    r"^[-\s>*=]{0,200}+(?:this is a copy of (?:the|your) message|below this line is a copy|"
    r"(?:original|returned) message (?:follows|headers?|below)|message (?:header|"
    r"source) follows|included is a copy|the headers of the message|copie du message|"
    r"message d['’]origine|en-têtes? (?:d['’]origine|du message)|unsent message (?:below|"
    r"follows)|return-path:|received: from)",
    re.IGNORECASE | re.MULTILINE,
)

# What any report of a mail system speaks of, in whatever words; asked of mail systems only.
_A_MESSAGE = gated(
    r"messages?|\be?-?mails?\b|courriels?|courriers?|\benvois?\b|nachricht|mensaje|correo|messagg"
    r"io",
    re.IGNORECASE,
)
_FAILING = gated(
    r"n['’](?:a|ont|est|avons|existe(?:nt)?)\b|pas "
    r"(?:pu|encore)|impossib|échec|échou|refus|rejet|bloqu|retourn"
    r"|revenu|non[- ](?:remi|distribu|délivr|transmi|livr|achemin)|abandon|erreur|en attente|différ"
    r"|retard|inconnu|introuvable|inexistant|clôtur|plein|dépass|fail|undeliver|unable|not (?:be "
    r")?deliver"
    r"|reject|block|bounce|return|delay|queue|unknown|invalid|error|expired|full\b|exceed|refused"
    r"|could(?: not|n['’]t)|can(?:not|['’]t)|nowhere|nobody|no one|no longer|won['’]t try|sorry"
    r"|(?:plus|pas) "
    r"de|(?:plus|n['’]y a) personne|nulle part|ne connais|désolé|incorrect|fehler|fehlgeschlagen"
    r"|nicht zu|unzustell|devuelto|rechazad|no se "
    r"(?:ha|pudo)|non è stato"
    r"|mancato|respint",
    re.IGNORECASE,
)
_THE_MAIL_ROAD = gated(
    r"[àd]e? ce nom|called|by that name|where to put|nulle part|serveur|destinataire|boîte"
    r"|\badresse|domaine|tentative|nouvel(?:le|les)? "
    r"essa|réessa|acheminement"
    r"|distribution|remise|remettre|délivrer|livrer|recipient|server|mailbox|\bhost\b|\bsmtp\b|de"
    r"liver|address|\bdomain\b|"
    r"\bretr"
    r"|empfänger|postfach|zustell|destinatari|servidor|buzón|casella|consegn|\b[45]\d\d[ -]|@",
    re.IGNORECASE,
)
_A_PERSON = re.compile(r"\b(?:je|j['’]|moi|i|my|votre facture|your invoice)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


def by_report(incoming: Incoming) -> Bounce | None:
    """The bounce that a delivery-status part states (RFC 3464), its Action first; or None."""
    reports = [report for report in incoming.reports if report.action or report.status]
    if not reports:
        return None
    told = top_of(incoming.text)
    troubled = [one for one in reports if not _succeeded(one)]
    if not troubled:
        return _named(incoming, Bounce(permanence=None, success=True), reports)
    verdicts = [judged(report, told if len(reports) == 1 else "") for report in troubled]
    lasting = [
        (verdict, one)
        for verdict, one in zip(verdicts, troubled, strict=True)
        if verdict.permanence is Permanence.PERMANENT
    ]
    if lasting:
        return _named(incoming, lasting[0][0], [one for _, one in lasting])
    return _named(incoming, verdicts[0], troubled)


def by_words(incoming: Incoming, *, votes: int = 0) -> Bounce | None:
    """The bounce that sender, subject and words make out without any report part; or None.

    `votes` are those of other detectors; a body alone never makes one: persons write of mail too.
    """
    told = top_of(incoming.text)
    daemon = is_daemon(incoming)
    subject = has_bounce_subject(incoming)
    if not _looks_like_one(incoming, told, daemon=daemon, subject=subject, votes=votes):
        return None
    verdict = judged(DeliveryReport(recipient="", action="", status="", diagnostic=""), told)
    found = _recipients(incoming, told)
    return _named(incoming, verdict, [], found)


def _looks_like_one(
    incoming: Incoming, told: str, *, daemon: bool, subject: bool, votes: int
) -> bool:
    """Whether sender, subject and words together are those of a report of non-delivery."""
    names = {name for name, _ in incoming.headers}
    if votes > 1 or "x-failed-recipients" in names or "x-ms-exchange-message-is-ndr" in names:
        return True
    empty_path = incoming.header("return-path").strip() in ("<>", "<MAILER-DAEMON>")
    machine = daemon or empty_path or _is_no_reply(incoming)
    if (daemon or (empty_path and _is_no_reply(incoming))) and _fails_somewhere(
        f"{incoming.subject}\n{told}"
    ):
        return True
    if _NEVER_A_PERSON.match(incoming.sender.address) and empty_path:
        return True
    if machine or incoming.report_type:
        body = bool(_BODY.search(told))
        return (subject or body) and (daemon or body or votes > 0)
    if incoming.subject.lower().startswith(("re:", "re :", "aw:")):
        return False
    if subject:
        return bool(_BODY.search(told))
    if len(told) > 900 or _A_PERSON.search(told):
        return False
    return len({found[0].lower() for found in _BODY.finditer(told)}) > 1


def _fails_somewhere(text: str) -> bool:
    """Whether a mail system speaks of a message, of a failure and of where mail goes."""
    if not (_FAILING.search(text) and _THE_MAIL_ROAD.search(text)):
        return False
    return bool(_A_MESSAGE.search(text) or "@" in text)


def has_bounce_subject(incoming: Incoming) -> bool:
    """Whether the subject is one that mail systems give to reports of non-delivery."""
    return bool(_SUBJECT.search(incoming.subject))


def is_daemon(incoming: Incoming) -> bool:
    """Whether the sender is a mail system by its address or its name."""
    return bool(
        _DAEMON.search(incoming.sender.address) or _DAEMON_NAME.search(incoming.sender.name)
    )


def top_of(text: str) -> str:
    """The report's own words, above the copy of what was sent."""
    found = _COPY_BELOW.search(text)
    return text[: found.start() if found and found.start() > 40 else None][:REPORT_CHARACTERS_MAX]


def _is_no_reply(incoming: Incoming) -> bool:
    return bool(
        re.match(
            r"(?:no|ne)[-_.]?(?:pas[-_.]?)?(?:reply|repondre)|donotreply", incoming.sender.address
        )
    )


def _succeeded(report: DeliveryReport) -> bool:
    if report.action in ("delivered", "relayed", "expanded"):
        return True
    return report.action not in ("failed", "delayed") and report.status.startswith("2")


def _recipients(incoming: Incoming, told: str) -> tuple[str, ...]:
    failed = incoming.header("x-failed-recipients")
    if failed:
        return tuple(dict.fromkeys(one.lower() for one in _ADDRESS.findall(failed)))
    ours = {mailbox.address for mailbox in (*incoming.to, incoming.sender)}
    found = (one.lower().strip(".'") for one in _ADDRESS.findall(told))
    kept = [one for one in found if one not in ours and not _DAEMON.search(one)]
    return tuple(dict.fromkeys(kept))[:5]


def _named(
    incoming: Incoming,
    bounce: Bounce,
    reports: list[DeliveryReport],
    recipients: tuple[str, ...] = (),
) -> Bounce:
    """The bounce with its recipients and the identifiers of what was returned."""
    ids = incoming.original_message_ids or ids_in(incoming.text)
    if not ids and incoming.message_id:
        ids = tuple(one for one in incoming.in_reply_to if one != incoming.message_id)
    named = tuple(dict.fromkeys(one.recipient for one in reports if one.recipient)) or recipients
    return Bounce(
        permanence=bounce.permanence,
        expired=bounce.expired,
        mailbox_full=bounce.mailbox_full,
        recipients=named or _recipients(incoming, top_of(incoming.text)),
        reason=bounce.reason,
        original_message_ids=ids,
        success=bounce.success,
    )
