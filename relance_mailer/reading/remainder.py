"""What of a text no rule explained, and whether that could hide a ground that a human must see.

A reminder that goes out although the debtor contested costs most. So a text that would only be
held is given to a human when a sentence that no standing intent accounts for denies something
about goods, prices, contracts or the law.
"""

import re

from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.over import only_sounds_like_a_dispute
from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences
from relance_mailer.words import Intent

_SHORT = 25  # signs: greetings and closings

_MATTER = any_of(
    r"(?:livr\w+|command\w+|devis|prix|tarif|factur(?:ez|iez|ee?s?)\b|chantier|travaux|garanti\w*"
    r"|pose\w*|materiel|marchandise\w*|contrat|prestation\w*|montant|technicien|repar\w*|panne"
    r"|casse\w*|defaut\w*|colis|qualite|erreur|faux|fausse|honte|tribunal|avocat|plainte"
    r"|huissier|menac\w+|refus\w*|pas question|voleurs?|escrocs?|arnaque\w*"
    r"|merde|con\b|conn\w+|creve\w*|gueule|reflechi\w+|regrett\w+|interets"
    r"|frais"
    r"|penalites|indemnit\w*|reserves?\b|(?<!en )(?<!y )(?<!d )avoir\b|remise|annul\w+|resili\w+"
    r"|sauf que|par contre"
    r"|en revanche|toutefois|cependant|rgpd|donnees|adresse perso\w*|liquidat\w+|redressement"
    r"|mandataire|jugement|justice|juge|procedure|article|prescri\w+|signe\w*"
    r"|abus\w*|mort\w*|deced\w+|order\w*|deliver\w*|price|broken|damaged|contract|lawyer)"
)
_ABOUT_PAPER = any_of(
    r"(?:(?:recu|vu|eu|trouve\w*|retrouve\w*|perdue?|egaree?|ouvre|ouvrir|parvenue?"
    r"|depos\w+|portail"
    r"|chorus|plateforme|document|piece jointe|lien|mail|boite|adresse|siret"
    r"|commande|engagement)\b)"
)
_ANOTHER_PART = any_of(
    r"(?:pour|quant a|sur) (?:l autre|les autres|la deuxieme|la seconde|le reste|la premiere)\b"
    r"|for the other|as for the"
)
_NO_BUT = r"(?![^.;!?]{0,90}\b(?:but|except|though|although|however|until|till|bar|only)\b)"
_WRONG = (
    r"(?<!nothing )(?<!i m )(?<!i was )(?<!quite )wrong\b(?! (?:reference|ref|inbox|mailbox|email"
    r"|department|desk|po)\b(?! (?:of|for|on the (?:box|label))))"
)
_COMPLAINT = any_of(
    r"(?:reclamation\w*|casse[es]*\b|abim\w+|defect\w+|malfacon\w*|scandal\w+|inadmissible"
    r"|inacceptable|incompet\w+|arnaque\w*|tromperie|litige\w*|plainte|avocate?\b|tribunal"
    r"|trop (?:cher|facture|percu)|en double|excessi\w+|exager\w+|au lieu de|interdi\w+"
    r"|hors de question|honteu\w+|mal (?:fait|pose|monte)|pas (?:fini|livre|conforme|convenu"
    r"|prevu au|commande)|garantie\b|resili\w+|remise\b|prix (?:convenu|signe|du devis)|frais\b"
    rf"|{_WRONG}|broken|refund|replacement\w*|however|(?<!no )complain\w*|lawyer|damaged|quality)"
)
_HARMLESS = any_of(
    r"(?:pas|aucun|aucune|sans|ni) (?:de |d )?(?:litige|reclamation|contestation|probleme|reserve)"
    r"|ne (?:conteste|contestons|refuse|refusons)|erreur de (?:ma|notre)|par erreur|deja rembours"
    r"|(?:service|livraison) (?:conforme|impeccable|parfaite)|plus de (?:litige|reserve)"
    r"|(?:litige|reserves?) .{0,30}(?:clos|leve|regle)|inutile d|pas la peine|client|fournisseur"
    r"|(?:toute|vos) reclamations?|reclamations? (?:relative|concernant|au sujet|est a|sont a)"
    r"|(?:keyboard|caps lock|shift key) (?:is|was) (?:broken|stuck)(?![^.;!?]{0,60}\byour?\b)"
    r"|^\W*wrong [a-z]{3,} ?!|the wrong [a-z]{3,}\b[^.;]{0,60}\S@\S"
    r"|relance|votre (?:avocat|huissier)|remplac(?:e|ante?)\b|je remplace|fiscal|bon de livraison"
    r" sign"
)
_TALK = any_of(
    r"(?:parl\w+|menac\w+|envoy\w+|evoqu\w+|brandi\w+|agit\w+) (?:\w+ ){0,3}(?:d |l |les |un |du "
    r"|de |chez l )?"
    r"(?:huissier|avocat|tribunal|juge|contentieux)|sans rancune|mauvaise volonte|n y conna\w+ rien"
    r"|(?:ni|pas) (?:un |de )?(?:refus|litige|oubli|contestation)|meme les frais|frais compris|y"
    r" compris"
    r" les frais|s il te plait|bras casses|banque m(?:e)? (?:dit|confirme)"
)
"""Talk of our own threats, of good will, of a post that is slow: denials that hide nothing."""
_WEAK = frozenset(
    {Intent.ACK, Intent.DISTRESS, Intent.REDIRECT, Intent.INVOICE_REQUEST, Intent.PAID}
)
_DENIAL = any_of(
    r"(?:ne|n|pas|jamais|rien|aucun\w*|plus|ni|non(?! stop)|not|never|no|sans|nicht|kein\w*)\b"
)


def hides_a_ground(text: str, weighed: Weighed, *, dated: bool) -> bool:
    """Whether what is unexplained may be a ground; a dated promise needs two such sentences."""
    spans = [finding.span for finding in weighed.findings]
    if weighed.intents and weighed.intents <= _WEAK and _complains(text, weighed):
        return True
    asks_paper = Intent.INVOICE_REQUEST in weighed.intents
    names_a_paper = asks_paper or Intent.REDIRECT in weighed.intents
    telling = [
        sentence
        for sentence in sentences(text)
        if len(sentence.folded) > _SHORT
        and not any(span in sentence.raw for span in spans)
        and not (asks_paper and _ABOUT_PAPER.search(sentence.folded))
        and _tells(sentence, names_a_paper=names_a_paper)
    ]
    return len(telling) >= (2 if dated and Intent.PROMISE in weighed.intents else 1)


def _complains(text: str, weighed: Weighed) -> bool:
    """Whether a word of complaint stands outside the words that were taken."""
    spans = [finding.span for finding in weighed.findings]
    for sentence in sentences(text):
        words = sentence.folded
        for span in spans:
            place = sentence.raw.find(span)
            if place >= 0:
                words = words[:place] + " " * len(span) + words[place + len(span) :]
        words = _IN_ENGLISH_PEACE.sub(" ", words)
        if Intent.REDIRECT in weighed.intents:
            words = _without_a_namesake(words, sentence.raw)
        if _COMPLAINT.search(words) and not _HARMLESS.search(sentence.folded):
            return True
    return False


_SAID_IN_PEACE = any_of(
    r"pas (?:l )?avoir (?:\w+ )?(?:recu|vu|eu) (?:le|notre|mon|de) (?:virement|paiement|reglement"
    r"|cheque)",
    r"rien a (?:redire|reprocher|voir|dire|lui reprocher)(?: \w+){0,4}",
    r"(?:sans|aucun) (?:aucun )?(?:rapport|lien) avec(?: \w+){0,6}",
    r"pas la peine d\w? (?:me |nous )?(?:parler|evoquer|mentionner)(?: \w+){0,3}",
    r"y compris (?:les|le|la|vos) \w+(?: de \w+)?",
    r"(?:mais )?pas la (?:votre|vostre|tienne)\b|pas la facture\b|sauf (?:votre|vos) factures?",
    r"aucune facture (?:recue|arrivee|deposee|transmise|envoyee)|par un autre (?:canal|moyen"
    r"|biais)",
    r"(?:sans|ni) (?:reserves?|retenue|litige|contestation)\b(?: ni \w+)?",
    r"(?:etait|est|sont|etaient) (?:\w+ )?(?:parfait|impeccable|superbe|magnifique|nickel)\w*"
    r"(?:\W+pas un \w+ \w+)?",
    r"pas (?:pour|contre|a) (?:vous|toi)\b|rien contre (?:vous|toi)\b",
    r"rien refuse|(?:affiche|indique|ecrit|marque) (?:refus|rejet)\w*",
    r"livraisons? (?:\w+ )?(?:toujours )?(?:ponctuelles?|impeccables?|parfaites?)",
    r"pas (?:de |pu )?(?:inquietude|paniquer|de secretaire)|peux rien vous reprocher",
    r"vous avez raison(?: \w+){0,5}|j ai tort\b",
    r"(?:ne|n) (?:\w+ )?connais\w* pas (?:encore )?(?:le jour|la date|l heure|le montant"
    r"|son nom)\b",
)
"""What denies something about goods or papers and reproaches nothing."""


_IN_ENGLISH_PEACE = any_of(
    r"wrong (?:template|hemisphere|foot|tray|time of (?:the )?(?:year|month)|end of (?:the )?stick"
    r"|man|woman|fellow|bloke|lady|chap|year on (?:it|the (?:cheque|form)))\b",
    r"^\W*(?:(?:hi|hello|hey|sorry|there|good morning|morning|ah|oh)(?: \w+)?\W{1,3}){0,2}wrong"
    r" (?:office|department|desk|person|branch|country|team|company)\b(?! (?:delivered|for the))",
    r"line of your (?:ledger|books|account)|wrong (?:line|name|heading|number) (?:of|in|on) your"
    r" (?:ledger|books|side|end|system)\b|under the wrong (?:name|number|customer)\b",
    r"(?:his|her|my) replacement\b(?= (?:for|is|will|here|,|who|\w+ \w+ (?:will|is)))",
    r"however,? no (?:corresponding )?(?:document|invoice|copy)\b",
    r"in (?:good|better|readable|legible) quality\b",
    r"wrong (?:digit|number|figure|letter) in the (?:account number|iban|reference|sort code)\b",
    rf"(?:no|not (?:a|one)(?: single)?|without (?:a |any )?)(?: single)? ?complaints?\b(?: at all)?"
    rf"{_NO_BUT}|nothing broken\b{_NO_BUT}",
    r"(?:refund|rebate) (?:\w+ )?(?:from|of) (?:the )?(?:hmrc|revenue|irs|ato|tax|vat)\b",
    r"contractors?\b(?= (?:have|had|are|were|has|who|is|was|want\w*)\b)",
    r"order number|purchase order|in order\b(?! to)|mortified\b|mortals?\b|mortgage\w*",
)
"""English words of a complaint that complain of nothing: papers, persons, what did not happen."""
_OF_A_PURCHASE = any_of(r"(?:bought|buy|ordered|order|nothing|owe|owed|signed|use[dr]?|nobody)\b")
_NAMESAKE = re.compile(r"[Ww]rong ([A-Z][a-z]+)\b(?! (?:delivered|sent|ordered))")


def _without_a_namesake(words: str, raw: str) -> str:
    """Without "wrong Dave", where another address is told and nothing is denied."""
    if _DENIAL.search(words) or _OF_A_PURCHASE.search(words):
        return words
    for found in _NAMESAKE.finditer(raw):
        words = words[: found.start()] + " " * len(found.group()) + words[found.end() :]
    return words


_THE_PAPER = any_of(
    r"(?:la|une?|votre|cette|aucune|les|des|vos|de|ces|d) factures?\b(?! (?:et|ni|ou|est|sont|n)\b)"
)
"""The invoice itself, beside a wish for it or the address of who pays it: no matter of its own."""


def _tells(sentence: Sentence, *, names_a_paper: bool) -> bool:
    words = _IN_ENGLISH_PEACE.sub(" ", _SAID_IN_PEACE.sub(" ", sentence.folded))
    if names_a_paper:
        words = _THE_PAPER.sub(" ", words)
    if _ANOTHER_PART.search(words):
        return True
    if only_sounds_like_a_dispute(sentence) or _TALK.search(words):
        return False
    return bool(_MATTER.search(words)) and bool(_DENIAL.search(words))
