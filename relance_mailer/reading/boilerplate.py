"""Text that programs and companies add to a message and that nobody says to the reader.

Mobile footers, virus notices, banners of gateways, legal disclaimers, pleas for the planet.

Takes: "Envoyé de mon iPhone", "[EXTERNE]", "Ce message est confidentiel et destiné …".
Leaves: "Envoyé de mon côté hier", "Ce message est ma dernière réponse".
"""

import re
from collections.abc import Sequence

from relance_mailer.reading.gates import Gated

_DEVICE = (
    r"fairphone|xperia|nothing phone|pixel|galaxy|iphone|ipad|ipod|mac|macbook|android|galaxy"
    r"|samsung|huawei|xiaomi|redmi|oppo|oneplus|pixel"
    r"|nokia|sony|blackberry|wiko|honor|motorola|t[ée]l[ée]phone|tel|mobile|smartphone|portable"
    r"|appareil|tablette|terminal|messagerie|webmail|application|appli|outlook|yahoo|gmail|proton"
    r"|courrier|bluemail|mailo|orange|spark|windows|telegram|sfr|free|bouygues|laposte|thunderbird"
    r"|zimbra|mail"
)
_FOOTER = re.compile(
    r"^\W{0,3}(?:"
    r"(?:e-?mail |message |courriel )?(?:envoy[ée]+|r[ée]dig[ée]|[ée]crit|transmis)\s+(?:de|"
    r"depuis|à partir d[e'’]|avec|par|via|grâce à)"
    rf"\s*(?:[\w'’]+ ){{0,4}}?(?:[ld]['’])?(?:{_DEVICE})\b.{{0,70}}"
    rf"|sent (?:from|with|via|by|using) \[?(?:[\w'’]+ ){{0,4}}?(?:{_DEVICE}|phone|cell)\b.{{0,70}}"
    r"|sent from (?:[A-Z]\S+ ?){1,4}"
    # Whatever is said in excuse of a small keyboard, with or without its name.
    rf"|(?=.{{0,140}}\b(?:fautes?|coquilles?|bri[èe]vet[ée]|concision|orthographe|typos?|brevity"
    rf"|spelling)\b)(?=.{{0,140}}\b(?:{_DEVICE}|phone|clavier)\b)(?:envoy|[ée]crit|r[ée]dig|tap[ée]"
    r"|dict[ée]|d[ée]sol|excus|pardon|merci d['’]excuser|veuillez|sent|typed|sorry|please"
    r"|apologies)[^€]{0,140}"
    r"|(?:obten(?:ir|ez)|t[ée]l[ée]charg(?:e[rz]?|ée?)|get|download|installe[rz]|essayez|try"
    r"|d[ée]couvrez)(?: (?:depuis|gratuitement|l['’]appli\w*|le|the))? (?:outlook|bluemail|spark"
    r"|yahoo mail|proton|mailo|edison|canary|airmail|thunderbird)\b.{0,120}"
    r"|(?:suivez|retrouvez|rejoignez|likez|visitez)[- ](?:nous|notre (?:site|page))\b.{0,80}"
    r"|provenance\s*:\s*courrier.{0,60}|(?:von meinem|gesendet (?:von|mit|über)|"
    r"inviato da(?:l)? (?:mio|iphone|ipad|yahoo|outlook|libero|posta)|enviado (?:desde|do|"
    r"con) (?:mi|meu|el|iphone|yahoo|outlook)|verzonden vanaf)\b.{0,80}"
    r"|(?:garantie? )?sans virus\W.{0,80}|garanti sans virus.{0,80}|virus[- ]free\W.{0,60}"
    r"|l['’]absence de virus dans ce courrier.{0,140}|cet? (?:e-?mail|courriel|"
    r"message) a été (?:vérifié|analysé|contrôlé).{0,160}"
    r"|this (?:e-?mail|message) has been (?:checked|scanned).{0,160}|"
    r"(?:https?://)?www\.avast\.com\S*"
    r"|une messagerie gratuite, garantie à vie.{0,80}|je crée ma boîte mail.{0,60}"
    r"|sécurisé par proton.{0,60}|yahoo mail\s*:.{0,100}|laposte\.net.{0,60}"
    r"|\[?(?:cid|image|inline "
    r"image)[:\s][^\]]{0,120}\]?|<https?://\S+>|\[https?://\S+\]|<#\S{4,60}>"
    r"|<https?://\S+>\s*(?:sans virus|virus[- ]free|garanti).{0,60}"
    r")\W{0,4}$",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"^\W{0,6}(?:"
    r"\[?(?:externe?|external|ext|mail externe|message externe|e-?mail externe)\]?\W*$"
    r"|(?:do not click|ne cliquez pas|n['’]ouvrez pas|avoid clicking|évitez de cliquer).{0,240}"
    r"|vous n['’](?:obtenez|recevez) pas souvent .{0,300}|vous ne recevez pas souvent .{0,300}"
    r"|(?:you don['’]t|some people who received this message don['’]t) often get e-?mail.{0,300}"
    r"|certains contenus.{0,60}bloqu.{0,160}|pour protéger votre confidentialité.{0,200}"
    r"|#+-?\s*(?:merci de (?:répondre|saisir)|please (?:type|reply)|répon|reply).{0,120}"
    r"|[#=*\[(—–-]{1,4}.{0,60}\b(?:r[ée]pon\w+|reply|respon\w+|antwort\w*|rispo\w+)\b.{0,40}"
    r"\b(?:au-dessus|ci-dessus|plus haut|above|oberhalb|encima|sopra)\b.{0,40}"
    r"|(?:votre|la|le|your|this) (?:demande|ticket|requ[êe]te|request)\W.{0,40}"
    r"(?:mise? à jour|updated|commentée?)\b.{0,80}"
    r"|(?:pour ajouter (?:un|des) commentaires?|to add (?:additional )?comments?).{0,120}"
    r"|(?:ce courriel est un service de|this e-?mail is a service from).{0,120}"
    r")$",
    re.IGNORECASE,
)
# Anything short that says that a message or its sender is from outside, in whatever words.
_FROM_OUTSIDE = re.compile(
    r"\b(?:exp[ée]diteur|sender|source|origine|prov(?:ient|enant|enance)|émane|vient|envoyé|"
    r"originat\w+|came|sent|received|e-?mail|message|courriel|correspondant|contact)\W+"
    r"(?:[\w’']+\W+){0,6}?(?:externe|external|extérieure?|outside)\b"
    r"|\b(?:externe|external)\W{1,3}(?:e-?mail|message|sender|courriel|exp[ée]diteur|mail)\b",
    re.IGNORECASE,
)
BANNER_WORDS_MAX = 70
_SAYS_SOMETHING = re.compile(
    r"\b(?:je|j['’]|mon|ma|mes|moi|on (?:vous|va|a|paie|règle)|factures?|pai\w+|pay(?:er|é\w*|ons|"
    r"ez)|r[èe]gl(?:er|é\w*|ons|erai|erons|ement (?!\(?ue|euro|général|n°|interne))\w*|virements?"
    r"|ch[èe]ques?|comptab\w+|cabinet|commandes?|livr\w+|chantier|litige|contest\w+|avoir du"
    r"|fournisseurs?|bonjour|i|i['’]m|my|pay|paid|paying|payment|invoices?)\b|€",
    re.IGNORECASE,
)
_DISCLAIMER = Gated(
    r"(?:ce (?:message|mail|courriel|courrier électronique)|cet e-?mail|le présent (?:message|"
    r"courriel))\b.{0,160}(?:confidenti|destin(?:é|ataire)|pièces? jointes?.{0,40}(?:établi|"
    r"réserv))"
    r"|(?:si|au cas où) vous (?:n['’]êtes pas|avez reçu ce(?:t|tte)?\b.{0,30} par erreur|"
    r"recevez ce).{0,80}(?:destinataire|erreur)"
    r"|this (?:e-?mail|message|communication)\b.{0,160}(?:confidential|intended|privileged)|"
    r"intended (?:solely|only) for"
    r"|if you (?:have received|are not the intended|received this).{0,60}(?:error|recipient)"
    r"|(?:pensez|penser) à l['’]environnement|(?:avant d['’]imprimer|n['’]imprimez)|"
    r"lutte contre la fraude|aucun changement de (?:coordonnées|rib)|before printing|consider the "
    r"planet|"
    r"consider the environment|think before (?:you )?print"
    r"|(?:diese (?:e-?mail|nachricht)).{0,120}vertraulich|este (?:mensaje|"
    r"correo).{0,140}confidencial|(?:questo messaggio|"
    r"le informazioni contenute).{0,140}(?:riservat|confidenzial)"
    r"|droit à la déconnexion|hors de vos (?:heures|horaires)|outside (?:of )?your working hours"
    r"|données (?:personnelles|à caractère personnel)[^.]{0,80}(?:traité|rgpd|confidentialité)"
    r"|(?:ce (?:message|mail|courriel|e-?mail))\b.{0,80}(?:ne vaut pas|n['’]engage)"
    r"|(?:courriels?|e-?mails?|messages? électroniques?) (?:n['’]étant|ne sont|n['’]est) pas sûrs?"
    r"|(?:détrui\w+|efface\w*|supprim\w+)[^.]{0,60}s['’]il ne vous (?:est|était) pas destiné"
    r"|reçu par erreur, (?:il|ce|merci)|views (?:or opinions )?expressed"
    r"|secret professionnel|n['’]imprimez|décline toute responsabilité|ne saurai(?:t|"
    r"ent) être tenue?s? (?:pour )?responsable.{0,80}(?:message|altér)|toute (?:utilisation|"
    r"diffusion|publication)[^.]{0,80}(?:interdite|non autorisée)"
    r"|\bne (?:pas|jamais) (?:répondre|donner suite)[^.]{0,40}changements? de (?:rib|coordonn)"
    r"|we (?:will )?never (?:change|amend) (?:our )?bank"
    r"|ne chang(?:e|era|eons|erons) (?:pas|jamais) (?:de |ses |nos )?(?:rib\b|coordonnées banc)"
    r"|\b(?:trait\w+|collect\w+|conserv\w+) vos données|exercer vos droits"
    r"|membre d['’](?:une )?(?:association|centre)[^.]{0,30} agréée?"
    r"|outside (?:of )?your (?:own )?hours|work(?:ing)? flexibl[ey]"
    r"|registered (?:in|office)\b.{0,60}(?:england|wales|ireland|no\.?)",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip


# No company words its notice like another: one of the first matters beside any second is a notice.
_NOTICES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"confidenti|privileged|secret professionnel",
        r"(?:reproduction|diffusion|divulgation|utilisation|copie|disclosure|distribution|copying"
        r"|dissemination|publication)[^.]{0,80}(?:interdit|autoris|prohibit|forbidden|unlawful)",
        r"(?:int[ée]grit[ée]|security|s[ée]curit[ée]|virus|alt[ée]r)[^.]{0,80}(?:internet|message"
        r"|courriel|transmission|e-?mail)",
        r"(?:imprim\w+|print\w*)[^.]{0,60}(?:mail|courriel|message|page)",
        r"plan[èe]te|environnement|environment|[ée]co-?(?:attitude|geste|responsable)",
        r"destinataire|addressee|recipient|intended|exclusivement (?:adress|destin)|destinée?s?\b",
        r"par erreur|in error|by mistake",
        r"d[ée]trui(?:re|sez|t)\b|destroy|delete (?:it|this)|(?:le|ce message) supprimer",
        r"responsables?\b.{0,40}contenu|(?:tenue?s?|être|d[ée]cline) [^.]{0,30}responsab|liab",
    )
)
_TELLING_NOTICES = 5  # of them the first ones, without which the others are a person's words
_NOTICE_WORDS_MIN = 7
# A paragraph in which nobody speaks or is spoken to about the matter.
_SPOKEN = re.compile(
    r"\b(?:je|j['’]|mon|ma|mes|moi|on|nous|notre|nos|tu|ton|ta|i|i['’]m|my|me|we|our|us)\b"
    r"|\bfactures?\b|\binvoices?\b|\d\s?€",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:me|moi|demand\w+|exig\w+|effacez|cessez|arr[êe]tez|retirez|concernant)\b", re.IGNORECASE
)


def _is_a_notice(text: str) -> bool:
    """Whether a paragraph speaks of two matters of legal and ecological notices, of no other."""
    if len(text.split()) < _NOTICE_WORDS_MIN or _SAYS_SOMETHING.search(text) or _ASKED.search(text):
        return False
    told = [pattern.search(text) is not None for pattern in _NOTICES]
    return any(told[:_TELLING_NOTICES]) and sum(told) > 1


def without_footers(lines: Sequence[str]) -> list[str]:
    """The lines less footers of mail programs and banners of gateways."""
    return [line for line in lines if not _FOOTER.match(line) and not _is_banner(line)]


def _is_banner(line: str) -> bool:
    """Whether a gateway warns that the message comes from outside; a person's words never do."""
    if _BANNER.match(line):
        return True
    if not _FROM_OUTSIDE.search(line) or len(line.split()) > BANNER_WORDS_MAX:
        return False
    return not _SAYS_SOMETHING.search(line)


def without_disclaimers(lines: Sequence[str]) -> list[str]:
    """The lines less the paragraphs that are legal boilerplate and no answer to anything."""
    kept: list[str] = []
    paragraphs = [group for group in paragraphs_of(lines) if any(line.strip() for line in group)]
    for paragraph in paragraphs_of(lines):
        if kept and _is_a_notice(" ".join(paragraph)):
            continue
        found = _DISCLAIMER.search(" ".join(paragraph))
        last = bool(paragraphs) and paragraph == paragraphs[-1]
        if not found or (_is_said(paragraph) and not (last and _is_impersonal(paragraph, kept))):
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


def _is_said(paragraph: Sequence[str]) -> bool:
    """Whether a paragraph that sounds like boilerplate speaks of the matter in its own words.

    What stands above the boilerplate in the same paragraph is another's affair.
    """
    opening = _first_disclaimer_line(paragraph)
    return bool(_SAYS_SOMETHING.search(" ".join(paragraph[opening:])))


def _is_impersonal(paragraph: Sequence[str], above: Sequence[str]) -> bool:
    """ "Please consider the planet. Any dispute goes to the portal.": said by nobody."""
    opening = _first_disclaimer_line(paragraph)
    if opening == 0 and not any(line.strip() for line in above):
        return False
    return not _SPOKEN.search(" ".join(paragraph[opening:]))


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
