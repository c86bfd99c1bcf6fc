"""Text that programs and companies add to a message and that nobody says to the reader.

Mobile footers, virus notices, banners of gateways, legal disclaimers, pleas for the planet.

Takes: "Envoyé de mon iPhone", "[EXTERNE]", "Ce message est confidentiel et destiné …".
Leaves: "Envoyé de mon côté hier", "Ce message est ma dernière réponse".
"""

import re
from collections.abc import Sequence

_DEVICE = (
    r"iphone|ipad|ipod|mac|macbook|android|galaxy|samsung|huawei|xiaomi|redmi|oppo|oneplus|pixel"
    r"|nokia|sony|blackberry|wiko|honor|motorola|t[ée]l[ée]phone|tel|mobile|smartphone|portable"
    r"|appareil|tablette|terminal|messagerie|webmail|application|appli|outlook|yahoo|gmail|proton"
    r"|courrier|bluemail|mailo|orange|spark|windows|telegram|sfr|free|bouygues|laposte|thunderbird"
    r"|zimbra|mail"
)
_FOOTER = re.compile(
    r"^\W{0,3}(?:"
    r"(?:e-?mail |message |courriel )?(?:envoy[ée]+|r[ée]dig[ée]|[ée]crit|transmis)\s+(?:de|"
    r"depuis|à partir d[e']|avec|par|via|grâce à)"
    rf"\s*(?:[\w'’]+ ){{0,4}}?(?:[ld]['’])?(?:{_DEVICE})\b.{{0,70}}"
    rf"|sent (?:from|with|via|by|using) \[?(?:[\w'’]+ ){{0,4}}?(?:{_DEVICE}|phone|cell)\b.{{0,70}}"
    r"|sent from (?:[A-Z]\S+ ?){1,4}"
    r"|(?:obtenir|t[ée]l[ée]charge[rz]?|get|installe[rz]) (?:outlook|bluemail|spark|"
    r"yahoo mail)\b.{0,120}"
    r"|provenance\s*:\s*courrier.{0,60}|(?:von meinem|gesendet (?:von|mit|über)|"
    r"inviato da(?:l)? (?:mio|iphone|ipad|yahoo|outlook|libero|posta)|enviado (?:desde|do|"
    r"con) (?:mi|meu|el|iphone|yahoo|outlook)|verzonden vanaf)\b.{0,80}"
    r"|(?:garanti )?sans virus\W.{0,80}|garanti sans virus.{0,80}|virus[- ]free\W.{0,60}"
    r"|l['’]absence de virus dans ce courrier.{0,140}|cet? (?:e-?mail|courriel|"
    r"message) a été (?:vérifié|analysé|contrôlé).{0,160}"
    r"|this (?:e-?mail|message) has been (?:checked|scanned).{0,160}|"
    r"(?:https?://)?www\.avast\.com\S*"
    r"|une messagerie gratuite, garantie à vie.{0,80}|je crée ma boîte mail.{0,60}"
    r"|sécurisé par proton.{0,60}|yahoo mail\s*:.{0,100}|laposte\.net.{0,60}"
    r"|\[?(?:cid|image|inline image)[:\s][^\]]{0,120}\]?|<https?://\S+>|\[https?://\S+\]"
    r")\W{0,4}$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"^\W{0,6}(?:"
    r"\[?(?:externe?|external|ext)\]?\W*$"
    r"|(?:attention|prudence|avertissement|caution|warning|externe?|"
    r"external)\b.{0,40}(?:ce (?:message|mail|courriel)|cet e-?mail|this (?:e-?mail|message)|"
    r"e-?mail externe|external (?:e-?mail|sender)|expéditeur externe).{0,300}"
    r"|(?:ce (?:message|mail|courriel)|cet e-?mail) (?:provient|émane|a été envoyé|"
    r"vient) (?:de l['’]ext[ée]rieur|d['’]un expéditeur externe|"
    r"d['’]une source externe).{0,300}"
    r"|this (?:e-?mail|message) (?:originated|was sent|came) from outside.{0,300}"
    r"|(?:do not click|ne cliquez pas).{0,200}"
    r"|vous n['’]obtenez pas souvent d['’]e-?mail.{0,300}|"
    r"certains contenus.{0,60}bloqu.{0,160}|you don['’]t often get e-?mail from.{0,300}"
    r"|#+-?\s*(?:merci de (?:répondre|saisir)|please (?:type|reply)).{0,120}"
    r")$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:ce (?:message|mail|courriel|courrier électronique)|cet e-?mail|le présent (?:message|"
    r"courriel))\b.{0,160}(?:confidenti|destin(?:é|ataire)|pièces? jointes?.{0,40}(?:établi|"
    r"réserv))"
    r"|(?:si|au cas où) vous (?:n['’]êtes pas|avez reçu ce(?:t|tte)?\b.{0,30} par erreur|"
    r"recevez ce).{0,80}(?:destinataire|erreur)"
    r"|this (?:e-?mail|message|communication)\b.{0,160}(?:confidential|intended|privileged)|"
    r"intended (?:solely|only) for"
    r"|if you (?:have received|are not the intended|received this).{0,60}(?:error|recipient)"
    r"|(?:pensez|penser) à l['’]environnement|(?:avant d['’]imprimer|n['’]imprimez)|"
    r"consider the environment|think before (?:you )?print"
    r"|(?:diese (?:e-?mail|nachricht)).{0,120}vertraulich|este (?:mensaje|"
    r"correo).{0,140}confidencial|(?:questo messaggio|"
    r"le informazioni contenute).{0,140}(?:riservat|confidenzial)"
    r"|secret professionnel|n['’]imprimez|décline toute responsabilité|ne saurai(?:t|"
    r"ent) être tenue?s? (?:pour )?responsable.{0,80}(?:message|altér)|toute (?:utilisation|"
    r"diffusion|publication)[^.]{0,80}(?:interdite|non autorisée)"
    r"|registered (?:in|office)\b.{0,60}(?:england|wales|ireland|no\.?)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip


def without_footers(lines: Sequence[str]) -> list[str]:
    """The lines less footers of mail programs and banners of gateways."""
    return [line for line in lines if not _FOOTER.match(line) and not _BANNER.match(line)]


def without_disclaimers(lines: Sequence[str]) -> list[str]:
    """The lines less the paragraphs that are legal boilerplate and no answer to anything."""
    kept: list[str] = []
    for paragraph in paragraphs_of(lines):
        found = _DISCLAIMER.search(" ".join(paragraph))
        if not found:
            kept.extend(paragraph)
            continue
        # A disclaimer glued under a signature: the lines above the one that opens it are kept.
        for at, line in enumerate(paragraph):
            if _DISCLAIMER.search(" ".join(paragraph[at:])) and not _DISCLAIMER.search(
                " ".join(paragraph[at + 1 :])
            ):
                opening = min(at, _first_disclaimer_line(paragraph))
                kept.extend(paragraph[:opening])
                break
            if line and at > 200:
                break
    return kept


def _first_disclaimer_line(paragraph: Sequence[str]) -> int:
    """The first line from which the boilerplate runs: the earliest that still opens a match."""
    for at, line in enumerate(paragraph):
        pair = " ".join(paragraph[at : at + 3])
        found = _DISCLAIMER.search(pair)
        if found and found.start() <= len(line):
            return at
    return len(paragraph)


def paragraphs_of(lines: Sequence[str]) -> list[list[str]]:
    """The lines in groups; a blank line stands alone in its group."""
    groups: list[list[str]] = []
    for line in lines:
        if groups and line.strip() and groups[-1][-1].strip():
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups
