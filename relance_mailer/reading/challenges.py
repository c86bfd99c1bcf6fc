"""Anti-spam gateways that ask the sender to prove that it is human.

A challenge speaks of a proof, of an act (click, copy, answer), of protection and of a message that
waits; the gateway's name in a link or a Received line proves nothing, normal answers carry both.

Takes: "Votre message est en attente de validation : authentifiez-vous en un clic."
Leaves: "Cliquez sur le lien du portail pour déposer la facture."
"""

import re

from relance_mailer.reading.automata import CLAIM_SAID, NAMED_GREETING
from relance_mailer.reading.gates import gated
from relance_mailer.reading.message import Incoming

CHALLENGE_CHARACTERS_MAX = 2_500
PLAIN_CHALLENGE_CHARACTERS_MAX = 500

_CHALLENGE_DOMAIN = re.compile(
    r"(?:^|\.)(?:mailinblack\.|mib\.|invitations?\.mailinblack|boxbe\.|spamenmoins\.|"
    r"spamarrest\.|security-mail\.net|antispam[\w-]*\.|sendio\.|bluebottle\.|mailwasher\.|"
    r"0spam\.|uol\.com\.br$)",
    re.IGNORECASE,
)
_PROOF = gated(
    r"(?:vérifi\w+|confirm\w+|prouv\w+|valid\w+)[^.\n]{0,80}(?:humain|robot|expéditeur|"
    r"identité|correspondants|formulaire|votre (?:identité|envoi|adresse|message|e-?mail)|"
    r"mon adresse|correspondant|êtes bien)"
    r"|authentifi(?:er|ez|cation)|(?:êtes|suis) (?:un humain|une personne|bien humain)|"
    r"(?:n['’]êtes pas|are not) (?:un|a) robot|première fois que vous m['’]écrivez|"
    r"vous faire connaître|contacts? approuvés|not (?:been )?whitelisted|held because|"
    r"envois? automati(?:que|sé)s?|quarantined|one[- ]time check|expéditeur légitime|"
    r"(?:merci de |veuillez )?vous identifier|identification demandée|premier (?:envoi|message)\b|"
    r"expéditeurs? automatiques?|automated senders?|"
    r"quarantaine|en attente de (?:validation|vérification|confirmation)|(?:validation|"
    r"vérification|authentification|confirmation) (?:est )?(?:requise|nécessaire|"
    r"de l['’]expéditeur)|petite vérification"
    r"|captcha|recopiez|real (?:live )?human|(?:requires?|required|"
    r"needs?)[^.\n]{0,40}(?:verif|confirm|authenticat)|verify (?:that )?you(?:r|['’]re| are)|"
    r"confirm (?:that )?you(?:r|['’]re| are)|prove (?:that )?you|are you human|(?:nouveaux|"
    r"nouvel|tout|inconnus?) (?:correspondants?|expéditeurs?)|expéditeurs? inconnus?|"
    r"figure(?:z|nt)? (?:pas|point)(?: encore)? (?:dans|parmi|sur)[^.\n]{0,40}(?:correspondant|"
    r"contact|expéditeur|destinataire|carnet|liste)|(?:saisi\w+|recopi\w+|entr(?:er|ez)|tap(?:er|"
    r"ez)|indiqu(?:er|ez)|report(?:er|ez)) (?:le|ce|les) (?:code|chiffres|caractères)|"
    r"contacts? autorisés?|pas (?:encore )?dans (?:ma|notre|la|sa) liste|safe list|real "
    r"person|approval|"
    r"lutter contre les? (?:spams?|courriers? indésirables?|pourriels?)|"
    r"protect (?:myself|my inbox|this (?:mail)?box)|mailbox is protected|"
    r"have your (?:message|e-?mail) delivered|expéditeurs? (?:connus|approuvés|de confiance)|"
    r"ajouté à (?:sa|ma|notre|la) liste|caractères de l['’]image|"
    r"(?:vérifie|filtre|contrôle) les (?:nouveaux )?expéditeurs|"
    r"(?:ne (?:vous )?conna[iî](?:t|s)|expéditeurs que je ne connais) |(?:faire|être) "
    r"reconna[iî]tre|"
    r"caractères affichés|première fois que vous (?:écrivez|nous écrivez)|to be verified|"
    r"verification process|(?:cette|une) opération n['’]est à (?:faire|effectuer) qu['’]une|une "
    r"seule fois|"
    r"one[- ]time (?:verification|confirmation)|challenge (?:service|system|response)"
    r"|verify yourself|first[- ]time senders?|(?:unknown|new) "
    r"senders?|liste blanche|whitelist|approved senders?|(?:prouve\w*|que vous êtes"
    r"|êtes-vous) (?:bien )?une (?:vraie )?personne|"
    r"(?:solo )?(?:admite|acepta)[^.\n]{0,40}remitentes?|remitentes? (?:confirmad|autorizad"
    r"|conocid)"
    r"\w+|verificación (?:de|del) remitente|letras de la imagen|eres humano|"
    r"mittent[ei] (?:verificat|autorizzat|conosciut|sconosciut)\w*|verifica (?:del )?mittente|"
    r"(?:unbekannte[nr]?|bestätigte[nr]?) absender\w*|absender(?:überprüfung|bestätigung)|"
    r"bestätigen sie[^.\n]{0,40}(?:absender|mensch|adresse|nachricht)",
    re.IGNORECASE,
)
_ACT = gated(
    r"cliqu|\bclic\b|\blien\b|\blink\b|\bclick\b|recopi|reply to this|répond(?:ez|"
    r"re) (?:simplement )?à ce (?:message|mail|courriel)|https?://|confirmer mon adresse|"
    r"appuyez|cochez|visit the|follow the|authentifiez-vous|saisi(?:r|ssez)|page (?:sécurisée|qui "
    r"suit)|formulaire|\bsolve\b|je m['’]authentifie|"
    r"prouvez que vous n|authenticate yourself|identifiez-vous|bouton|pulse (?:aquí|en)"
    r"|(?:confirm|prouv)\w+ que vous (?:n['’]êtes pas un robot|êtes (?:un humain|une personne))"
    r"|haga clic|escriba las|clicc\w+|fare clic|klicken sie",
    re.IGNORECASE,
)
_GUARD = gated(
    r"anti-?\s?spam|\bspam\b|filtr|proté[gc]|protection|expéditeurs? (?:autorisés?|connus?)"
    r"|challenge "
    r"(?:service|system)|publicité|mailinblack|quarantaine|robot|humain|"
    r"human|indésirable|junk|pourriel|non sollicité|approuvé|bouclier|expéditeur inconnu|"
    r"whitelist|sécurité|débloqu|libérer|remitentes|mittenti|absender",
    re.IGNORECASE,
)
_HELD = gated(
    r"(?:delete[d ]|kept for|conservé|effacé|arriver(?:a|ont) directement|laissé passer|délivr"
    r"|distribu|remis|remise|débloqu|libér|transmis|supprimé|deliver|release|"
    r"en attente|parvienne|reçoive|passer|détruit|\bheld\b|demandée|répondez|pas encore vu|"
    r"retenu|retient|(?:ne )?li(?:se|re) votre (?:message|e-?mail|courriel)|"
    r"n['’]accepte|acheminé|waiting for|me parviendra|message parvienne|remettre "
    r"votre|verified|protège|protégée?|requires?|requise?|retenido|liberar|trattenuto|sbloccar|"
    r"zurückgehalten|zugestellt|freigeben)",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"\b(?:mail ?in ?black|box ?trapper|spam ?arrest|spam ?en ?moins|boxbe|vade ?(?:secure|retro)|"
    r"sendio|bluebottle|e-?securemail)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
# The letter that waits is named by its subject: those are our words, none of an answer.
_OUR_SUBJECT = re.compile(
    r"^[ \t>*-]*(?:(?:message|courriel|e-?mail|mail) (?:concerné|d['’]origine|original|retenu"
    r"|en attente)|(?:original )?(?:objet|subject|sujet|betreff|oggetto|asunto))[ \t]*:.*$"
    r"|«[^«»]{0,200}\[[\w-]{3,30}\][^«»]{0,40}»",
    re.IGNORECASE | re.MULTILINE,
)
# Who answers on the matter challenges nobody.
_SAYS_MORE = re.compile(
    r"\b(?:je (?:le libère|vous règle|paie|conteste|transmets)|on (?:paie|règle)|virement|relance|"
    r"votre rib|nous (?:paierons|réglerons|contestons))\b",
    re.IGNORECASE,
)
_CHALLENGE_SUBJECT = gated(
    r"(?:validation|vérification|authentification|action|confirmation) (?:est )?(?:requise|"
    r"nécessaire)|en attente de (?:validation|vérification)|confirmez votre|un clic pour"
    r"|authentifiez-vous|prouvez que|"
    r"verif(?:y|ication)|vérification de l['’]expéditeur|confirmation demandée|encore une étape|"
    r"confirm your|action required|identification demandée|confirmez votre envoi|are you human"
    r"|challenge|anti-?spam|confirm\w+ (?:d['’]|de (?:l['’]|votre ))(?:envoi|expéditeur|identité)",
    re.IGNORECASE,
)


def is_challenge(incoming: Incoming, own: str) -> bool:
    """Whether a gateway asks the sender to prove that it is human.

    An act and a proof are asked, and a guard or a message that waits is spoken of; a gateway's
    name in a link or a Received line proves nothing: normal answers carry it.
    """
    if _CHALLENGE_DOMAIN.search(incoming.sender.domain) and (
        _ACT.search(incoming.text or "http://") or _PROOF.search(incoming.text)
    ):
        return True
    if not own or len(own) > CHALLENGE_CHARACTERS_MAX:
        return False
    words = _LINK.sub(" https:// ", _OUR_SUBJECT.sub(" ", own))
    if not _ACT.search(words) or CLAIM_SAID.search(words) or _SAYS_MORE.search(words):
        return False
    if _PRODUCT.search(words) and (_PROOF.search(words) or _HELD.search(words)):
        return True
    proofs = {found[0].lower() for found in _PROOF.finditer(words)}
    if not proofs or not (_GUARD.search(words) or _HELD.search(words)):
        return False
    machine = re.search(
        r"no-?reply|ne-?pas|antispam|anti-spam|quarantaine|quarantine|filtr|verif|captcha|"
        r"mailinblack|challenge|sender ?(?:check|proof)|pourriel|"
        r"(?:protection|sécurité|securite|contr[oô]le|bouclier)[ ._-]{0,2}(?:messagerie|mail|"
        r"courriel|e-?mail)|(?:mail|messagerie)[ ._-]{0,2}(?:protect|secur|guard|shield)",
        f"{incoming.sender.address} {incoming.sender.name}",
        re.IGNORECASE,
    )
    if _CHALLENGE_SUBJECT.search(incoming.subject) or machine or len(proofs) > 1:
        return True
    both = bool(_GUARD.search(words) and _HELD.search(words))
    return both and len(own) < PLAIN_CHALLENGE_CHARACTERS_MAX and not NAMED_GREETING.search(own)
