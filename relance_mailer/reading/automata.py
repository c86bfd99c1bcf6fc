"""Messages that a machine wrote for a person: absences, acknowledgements, dead addresses.

Headers decide first (RFC 3834 and what programs really send), then words, French above all. A
person may write about an absence: words decide only where nothing is said about the claim.

Takes: "Je suis absente jusqu'au 22. En cas d'urgence, contactez l'accueil."
Leaves: "Je suis en congés jusqu'au 22, je vous règle à mon retour."
"""

import re

from relance_mailer.reading.cutmarks import mark_at
from relance_mailer.reading.message import Incoming

OWN_CHARACTERS_MAX = 4_000

_AUTO_HEADERS = frozenset(
    {"x-autoreply", "x-autorespond", "x-autoresponder", "x-autoresponse", "x-autoreply-from",
     "x-mail-autoreply", "x-fc-machinegenerated", "x-ms-exchange-generated-message-source",
     "x-auto-reply", "x-vacation", "x-autoreply-to"}
)  # fmt: skip
_PREFIX = r"^\W*(?:\[[^\]]{1,30}\]\s*)?"
_AUTO_SUBJECT = re.compile(
    _PREFIX
    + r"(?:réponse automatique|rép\. auto|absence\b|absente?\b(?!.*factur)|message d['’]absence|"
    r"notification d['’]absence|avis d['’]absence|en (?:congés?|vacances|déplacement)\b|"
    r"répondeur|auto(?:matic)?[- ]?(?:reply|response|antwort)|auto\s?:|autoreply|"
    r"automatische antwort|abwesen\w*|out of (?:the )?office|ooo\b|on (?:leave|vacation|"
    r"holiday)|accusé de réception automatique|ar\s?:|fermeture (?:de|annuelle|estivale|"
    r"exceptionnelle|des|du)|eingangsbestätigung|risposta automatica|fuori (?:sede|ufficio)|"
    r"assenza|respuesta automática|ausente|fuera de (?:la )?oficina|automatisch antwoord|"
    r"afwezig)"
    r"|^\W*(?:\S+ ){1,5}est (?:absente?|en congés?|en déplacement)\b|\(retour le \d|"
    r"\ba (?:bien )?été enregistrée?\b|^\W*\S{4,20}\s(?:received|created|reçue?)\b|"
    r"\bvotre (?:demande|ticket|message) n°|^\W*\[?(?:ticket|case|incident|"
    r"demande)\W{0,3}#?\s?\w*\d|we(?:['’]ve| have) received your",
    re.IGNORECASE,
)
_BRACKETED_AUTO = re.compile(
    r"^\W*\[(?:répondeur|réponse auto\w*|auto\w*|absence)\]", re.IGNORECASE
)
_SAYS_AUTOMATIC = re.compile(
    r"ceci est (?:un|une) (?:message|réponse|courriel|e-?mail|accusé)[^.\n]{0,30}automatique|"
    r"(?:message|courriel|e-?mail|réponse|accusé)[^.\n]{0,30}(?:généré|envoyé|émis|"
    r"créé)e?s? automatiquement|^\W*(?:message|réponse|répondeur) automatique\W*$|(?:ce|"
    r"cet) (?:message|courriel|e-?mail) (?:est )?(?:automatique|a été (?:généré|"
    r"envoyé) automatiquement)|réponse automatique à votre|"
    r"accusons réception[^.\n]{0,80}(?:boîte|ticket|demande|numéro)|(?:a|"
    r"ont) (?:bien )?été enregistrée?s? sous (?:le |la )?(?:numéro|référence|n°)|(?:assistant|"
    r"agent|conseiller) virtuel|chatbot"
    r"|this is an automat|automat(?:ed|ic) (?:message|reply|response|e-?mail)|"
    r"automatically generated|(?:logged|registered|created)[^.\n]{0,30}(?:under|"
    r"with) (?:the )?(?:reference|ticket|number)|(?:diese|dies)[^.\n]{0,30}automatisch|"
    r"automatisch (?:erzeugt|generiert|erstellt)|vorgangsnummer|(?:mensaje|"
    r"respuesta) automátic|messaggio automatico|generato automaticamente",
    re.IGNORECASE | re.MULTILINE,
)
_ABSENCE = re.compile(
    r"(?:je suis|nous sommes|je serai|nous serons|est|actuellement|étant|"
    r"suis)[^.\n]{0,30}\b(?:absente?s?|indisponible|en (?:congés?|vacances|déplacement|"
    r"formation|arrêt|rtt|salon|tournage|tournée|mission|sommeil)|sur un salon|hors (?:du |"
    r"de mon )?bureau|fermés?|close?s?)\b"
    r"|^\W*(?:bonjour|bonsoir)?\W{0,3}(?:actuellement )?(?:absente?|en (?:congés?|vacances|"
    r"déplacement|formation|rtt))\b|absente? (?:du bureau|jusqu|du \d|pour|ce|cette|le)|"
    r"je ne (?:suis pas (?:au bureau|disponible|joignable)|travaille pas)|congés? (?:annuels?|"
    r"de fin|d['’]été|estiv|maternité|paternité|parental)"
    r"|\bfermée?s? (?:jusqu|du|la semaine|entre|en|pendant|pour)|réouverture|rouvr\w+|"
    r"reprise (?:le|des|lundi|mardi)|(?:de )?retour (?:au|le (?:\d|lundi|mardi|mercredi|jeudi|"
    r"vendredi)|lundi|mardi|mercredi|jeudi|vendredi)|à mon retour|dès mon retour|"
    r"je (?:reprends|reviens|décroche|rentre) (?:le |lundi|mardi|mercredi|jeudi|vendredi)|"
    r"et reviens le|prends quelques jours"
    r"|(?:ne )?(?:relève|consulte|lis)(?:rai)? (?:pas|rien)|pas accès à ma messagerie|"
    r"réponds? (?:à partir|à compter)|réponse à (?:partir|compter)|"
    r"(?:plus )?personne [^.\n]{0,30}avant|aucun courriel jusqu|prend ses quartiers|"
    r"faisons le pont|^\W*(?:bonjour\W+)?(?:\S+ ){0,3}fermée?s?\b"
    r"|i am (?:currently )?(?:out of|away|on (?:leave|holiday|vacation|annual)|travelling|"
    r"traveling)|out of (?:the )?office|(?:will be |be )?back (?:in the office |"
    r"at my desk )?on|will return on|returning (?:on |monday|tuesday|wednesday|thursday|"
    r"friday)|limited (?:access|connectivity)|no access to (?:my )?e-?mail|(?:annual|parental|"
    r"maternity) leave|closed (?:until|from|for)|ich bin (?:derzeit |vom |"
    r"bis )?[^.\n]{0,40}(?:nicht im büro|im urlaub|abwesend)|nicht im (?:büro|haus)|"
    r"geschlossen|estoy (?:fuera|de vacaciones|ausente)|estaré (?:fuera|ausente)|"
    r"sono (?:fuori|in ferie|assente)|sarò (?:assente|fuori)|chiuso|de vacaciones|per ferie",
    re.IGNORECASE | re.MULTILINE,
)
_PERIOD = re.compile(
    r"jusqu|\bdu \d|retour|rouvr|réouverture|repri(?:se|end)|reprends|reviens|à (?:partir|"
    r"compter) du|\bavant (?:le |lundi|mardi|mercredi|jeudi|vendredi)|la semaine|"
    r"en (?:juillet|août|décembre)|tout le mois|entre les fêtes|le pont|"
    r"je ne travaille pas le|until|back on|return|bis (?:zum|einschlie)|ab dem|hasta|fino al|"
    r"riaprirà|durée indéterminée",
    re.IGNORECASE,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:notre|ma|mon|la|le|votre) (?:comptable|collègue|secrétaire|patron(?:ne)?|gérante?|"
    r"direct(?:eur|rice)|mari|femme|épouse|associée?|responsable|chef(?:fe)?|dirigeante?|"
    r"trésori(?:er|ère)|père|mère|fils|fille|personne)\b[^.\n]{0,60}(?:absente?|congés?|"
    r"vacances|arrêt|retour|rentre|revient|malade)|\b(?:elle|il) (?:rentre|revient|reprend|"
    r"sera de retour)",
    re.IGNORECASE,
)
_TO_ANYONE = re.compile(
    r"(?:en cas d['’]|pour toute |si )urgen|pour toute (?:question|demande|urgence|"
    r"information)|(?:vous pouvez|merci de|veuillez|n['’]hésitez pas à) (?:contacter|joindre|"
    r"vous adresser|écrire|appeler)|votre (?:message|mail|courriel|e-?mail) (?:ne sera|n['’]a|"
    r"n['’]est|sera|a bien été)|(?:je|nous) (?:vous )?(?:répondrai|répondrons|recontacterai|"
    r"prendrai|traiterai)\w*|(?:vos|mes|les) (?:messages|mails|e-?mails|courriels)|téléphonez|"
    r"s['’]adresser à|urgent(?:e|s)?\b|urgences\b|for (?:urgent|any)|in case of emergency|"
    r"please contact|your (?:e-?mail|message) (?:will|has)|will (?:reply|respond|get back|"
    r"answer)|dringend|wenden sie sich|wird nicht weitergeleitet|para (?:cualquier|asuntos)|"
    r"per (?:urgenze|qualsiasi)|à très vite|merci (?:pour|de) votre (?:message|mail|e-?mail|"
    r"courriel)|si c['’]est pour|urgences?\b|pour les? \w+ (?:voir|:|s['’]adresser)|"
    r"assure l['’]intérim|vous lira|bonne année|en mon absence|belles fêtes|"
    r"bonnes? (?:vacances|fêtes)",
    re.IGNORECASE,
)
CLAIM_SAID = re.compile(
    r"(?<!pour )(?<!concernant )\b(?:votre|vos|cette|ces|ma|notre|la|les deux) (?:facture|"
    r"relance|échéance|créance|courrier recommandé|mise en demeure)s?\b"
    r"|€|\d euros?\b|\b(?:virements?|ch[èe]ques?|litige|prestations?|livr(?:é\w*|aison)|"
    r"acompte|prélèvement|échéancier|impayée?s?)\b"
    r"|\b(?:je|j['’]|nous|on|c['’]est|ce sera|sera|est|a été|ai|avons|avez|"
    r"vous)\s(?:\S+\s){0,4}?(?:pa[iy]\w*|r[èe]gl\w+|sold\w+|rembours\w+|contest\w+|dois|"
    r"devons|mandat\w+)\b"
    r"|\b(?:your|this|the) (?:invoice|reminder)s?\b|\b(?:i|we)(?:['’]ll| will|['’]ve|"
    r" have)? (?:\S+ ){0,3}(?:pa(?:y|id)|settle\w*|transfer\w*|dispute\w*)\b|\b(?:rechnung|"
    r"überweis\w*|factura|transferencia|fattura|bonifico)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"\bje (?:m['’]en occupe|m['’]occupe|regarde|vois|fais|transmets?|vous (?:tiens|confirme|"
    r"envoie|rappelle|fais|règle|paie|appelle|dis|donne)|lui|demande|vais|ferai|verrai|"
    r"regarderai|m['’]en occuperai|vous (?:dirai|ferai|rappellerai|enverrai))|(?:suis|"
    r"vraiment|bien) désolée?|désolée? (?:pour|du|de|d['’]|si)|pardon\b|excusez-moi|"
    r"mes excuses|oups|\bça\b(?! va| cré)|\bdsl\b|i['’]ll (?:look|deal|sort|check|do|pay)|"
    r"\bsorry|apologies|comme convenu|suite à votre|c['’]est sûr|promis\b|vous aurez|"
    r"mon client",
    re.IGNORECASE,
)
_DESK = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"(?:votre|your|ihre?|ihr) (?:demande|requête|ticket|request|query|case|"
        r"anliegen)\b.{0,60}(?:enregistr|ouvert|créé|logged|registered|created|erfasst|"
        r"traitée)|enregistrement de votre demande|\bticket\b",
        r"(?:sous|under|with|unter|as)\b.{0,20}(?:la référence|le numéro|n°|reference|ticket|"
        r"vorgang)|référence \w*\d{4,}|\b[A-Z]{2,4}-?\d{5,}",
        r"\bdélai|(?:working|business) days|jours ouvrés|response time|ordre d['’]arrivée|"
        r"est orienté|puis orienté|reviewed once",
        r"(?:ne pas|pas) (?:y )?répondre|do not reply|inutile de|pas nécessaire|"
        r"ne pas renouveler|ne sont pas traitées|individual answer|"
        r"aucun message n['’]y est lu|exclusivement",
        r"boîte (?:générique|partagée|familiale)|centre de services|service (?:desk|clients)|"
        r"help ?desk|\bmonitored\b|this (?:inbox|mailbox)|cette (?:adresse|boîte) (?:reçoit|"
        r"est)|accounts payable|par (?:les services|un automate)|portail|chorus",
        r"(?:votre|your) (?:message|mail|e-?mail|courriel|envoi) (?:est |"
        r"a )?(?:bien )?(?:été )?(?:arrivé|reçu|parvenu|transmis)|a bien reçu votre|"
        r"accusons réception|thank you for (?:contacting|your (?:e-?mail|message))|"
        r"nous vous en remercions",
        r"notification|automat|statut|vous répondra dans|vous sera apportée|"
        r"remercie de votre confiance",
    )
)
_FIRST_PERSON = re.compile(r"\b(?:je|j['’]|moi|i|i['’]m|ich)\b", re.IGNORECASE)
_DESK_MARKS_ASKED = 3
NAMED_GREETING = re.compile(
    r"^\W*(?:bonjour|bonsoir|chère?|hello|hi|dear|salut|coucou)\s+(?!madame, monsieur|à tous|"
    r"et merci|there)(?:m\.|mme|madame|monsieur|mr|mrs|ms)?\s*[A-ZÉÈ][a-zéèêëïôç-]{2,}",
)
ADDRESS_DEAD = re.compile(
    r"(?:cette|l['’]) ?(?:adresse|boîte|messagerie|mailbox)[^.\n]{0,60}(?:n['’]est plus|"
    r"plus (?:utilisée|relevée|active|en service|consultée|valide)|a été (?:désactivée|fermée|"
    r"supprimée|clôturée)|(?:est|sera) (?:désactivée|fermée|supprimée|inactive|obsolète))|"
    r"(?:mailbox|address|account)[^.\n]{0,40}(?:decommissioned|no longer (?:in use|monitored|"
    r"active|valid|used)|has been (?:closed|deactivated|disabled)|is (?:closed|"
    r"not monitored))|ne plus utiliser cette adresse|do not use this address|"
    r"changé d['’]adresse (?:e-?mail|mail|électronique)|"
    r"(?:diese )?(?:e-?mail-)?adresse (?:ist|wird) nicht mehr|esta (?:dirección|cuenta) ya no|"
    r"questo indirizzo non è più",
    re.IGNORECASE,
)
PERSON_GONE = re.compile(
    r"(?:ne (?:fait|travaille|font|travaillent) plus (?:partie|chez|dans|pour|au sein|ici|à)|"
    r"n['’]est plus (?:dans|chez|salarié|en poste|employé|parmi|au sein|membre|collaborat)|"
    r"a quitté (?:l['’]entreprise|la société|le cabinet|l['’]association|notre|ses fonctions|"
    r"son poste|l['’]équipe|le service|la structure|l['’]établissement)|"
    r"j['’]ai quitté (?:l['’]|la |le |mes |mon )|je ne (?:fais|travaille) plus (?:partie|chez|"
    r"pour|à|au)|(?:est )?partie? (?:à la|en) retraite|est décédée?)"
    r"|no longer (?:works?|with|employed|part of|at)|(?:has|have) left (?:the )?(?:company|"
    r"organi[sz]ation|firm|business)|arbeitet nicht mehr|nicht mehr (?:im unternehmen|bei uns|"
    r"für)|ya no (?:trabaja|forma parte)|non (?:lavora|fa) più",
    re.IGNORECASE,
)

SPEAKS_OF_CLAIM = re.compile(
    r"\b(?:liquidation|redressement|sauvegarde) (?:judiciaire|simplifiée)|procédure collective"
    r"|mandataire judiciaire|(?:je|nous) (?:\S+ ){0,2}(?:conteste|refuse|rejete|rejett)\w*"
    r"|\b(?:jamais|pas) (?:été )?(?:livrée?s?|commandée?s?)\b|ne (?:paierons|paierai|réglerons) pas"
    r"|in (?:administration|liquidation|receivership)\b|\bwe (?:dispute|reject|refuse)\b"
    r"|facture\b[^.\n]{0,60}\b(?:contestée|rejetée|refusée|litige)",
    re.IGNORECASE,
)

_NOT_READ = re.compile(
    r"(?:votre|ce) (?:message|mail|courriel|e-?mail) (?:n['’]a pas été|ne sera pas|n['’]est pas) "
    r"(?:lu|transféré|transmis|traité)|(?:message|e-?mail) (?:has not been|will not be|was not) "
    r"(?:read|forwarded|delivered)|kindly direct",
    re.IGNORECASE,
)
# A line that was broken by its program, not by its writer.
_WRAP = re.compile(r"(?<=[^\n]{50})\n(?=\S)")


def own_part(text: str) -> str:
    """What stands above the first cut mark and is not quoted: bounded, good enough for kinds."""
    lines = text[: OWN_CHARACTERS_MAX * 2].split("\n")
    kept: list[str] = []
    for at, line in enumerate(lines):
        if mark_at(lines, at):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    own = "\n".join(kept)[:OWN_CHARACTERS_MAX].strip()
    return _WRAP.sub(" ", own)


def is_auto_by_headers(incoming: Incoming) -> bool:
    """Whether the headers or the subject say that a machine answered (RFC 3834 §5)."""
    submitted = (
        re.sub(r"\(.*?\)", "", incoming.header("auto-submitted")).partition(";")[0].strip().lower()
    )
    if submitted and submitted != "no":
        return True
    names = {name for name, _ in incoming.headers}
    if names & _AUTO_HEADERS or incoming.header("delivered-to").lower() == "autoresponder":
        return True
    for name in ("precedence", "x-precedence"):
        if re.match(r"auto_?reply|bulk|junk", incoming.header(name).strip().lower()):
            return True
    if "x-auto-response-suppress" in names and "x-ms-exchange-inbox-rules-loop" in names:
        return True
    return bool(_AUTO_SUBJECT.search(incoming.subject) or _BRACKETED_AUTO.search(incoming.subject))


def is_auto_by_words(incoming: Incoming, own: str) -> bool:
    """Whether the words alone are those of an automaton; silent on the claim, said to anybody."""
    if not own or len(own) > 2_500:
        return False
    if _SAYS_AUTOMATIC.search(own):
        return True
    if CLAIM_SAID.search(own) or _PERSONAL.search(own) or NAMED_GREETING.search(own):
        return False
    if not _FIRST_PERSON.search(own):
        desk = sum(bool(pattern.search(own)) for pattern in _DESK)
        if desk >= _DESK_MARKS_ASKED:
            return True
    if ADDRESS_DEAD.search(own) or (PERSON_GONE.search(own) and _NOT_READ.search(own)):
        return True
    if "?" in own:
        return False
    # Something is quoted below: an automaton seldom does that, a person's program does.
    if len(own) + 40 < len(incoming.text) or _SOMEBODY_ELSE.search(own):
        return False
    return bool(_ABSENCE.search(own) and (_TO_ANYONE.search(own) or _PERIOD.search(own)))
