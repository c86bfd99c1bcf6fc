"""Single words that an intent is hardly ever said without: a second voice for the second opinion.

What only the model sees goes on by itself only if the text has at least a word of the matter. These
words find much that is no promise and no payment: they never make an intent stand by themselves.
The examples: `TAKES` and `LEAVES`.
"""

import re

from relance_mailer.reading.intents.phrases import WHEN, any_of, sentences
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "C'est parti ce matin de notre banque."),
    (Intent.PROMISE, "Vous l'aurez vendredi."),
    (Intent.ACK, "Je me renseigne."),
    (Intent.INVOICE_REQUEST, "Aucune trace de ce document chez nous."),
    (Intent.REDIRECT, "Voyez plutôt le siège."),
    (Intent.DISTRESS, "La caisse est vide."),
)
LEAVES = (
    (Intent.PAID, "Le chien aboie."),
    (Intent.PROMISE, "Le chien aboie."),
    (Intent.ACK, "Le chien aboie."),
    (Intent.INVOICE_REQUEST, "Le chien aboie."),
    (Intent.REDIRECT, "Le chien aboie."),
    (Intent.DISTRESS, "Le chien aboie."),
)

_PAYING = (
    r"(?:pa[iy]\w*|pey\w*|regl\w+|vir(?:e|es|ee|ees|er|erai|ons|ement|ements|ment|t)\b|vers\w+"
    r"|sold\w+|cheque\w*|prelev\w+|mandat\w*|acquitt\w+|debit\w*|encaiss\w+|banque|bancaire\w*"
    r"|transfer\w*|wire\w*|sent|settle\w*|cleared?|cheques?|check|remit\w*|paid|bezahl\w*"
    r"|uberw\w+|zahl\w+|pag\w+|transf\w+|bonific\w+|sepa|lot\b|batch|run\b|comptoir|quittes?"
    r"|effet|traite|lcr)"
)
_DONE = (
    r"(?:fait\w*|parti\w*|c est bon|ok|done|gone|effectue\w*|execute\w*|passee?s?|erledigt|hecho)"
)
_HINTS: dict[Intent, re.Pattern[str]] = {
    Intent.PAID: any_of(_PAYING, _DONE),
    Intent.PROMISE: any_of(
        _PAYING,
        WHEN,
        r"(?:recevrez|aurez|promis|promets?|sous peu|bientot|regularis\w+|apur\w+|fonds|charge"
        r"|fais|fait\b|credit\w*|receive|get it|have it|vous (?:l |la |le )?av\w+|partir\w+"
        r"|au plus tard|servis?\b|leaves?|erhalten)",
    ),
    Intent.ACK: any_of(
        r"(?:transm\w+|transfer\w+|suivre|suis\b|suivi\w*|regard\w+|verif\w+|renseign\w+|not(?:e|ee"
        r"|ons|ed)\b|recue?s?\b|vue?\b|lue?\b|compris|merci|ok\b|relanc\w+|remont\w+|reviens\w*"
        r"|reviend\w+|revenons|courant|reponds?\w*|repondr\w+|occupe\w*|attente|cours|circuit"
        r"|valid\w+|visa|signature\w*|bureau|passe\w*|demand\w+|cherch\w+|fais|fait|voi[rs]\b"
        r"|verrai"
        r"|point\b|dossier|enregistr\w+|pris\b|prends?|rapproch\w+|thank\w*|forward\w*|pass\w*"
        r"|look\w*|check\w*|chas\w+|received|danke|weiter\w*|gracias|grazie|desk|approv\w+|remis\w*"
        r"|inform\w+|arrive\w*|parle\w*|accuse|leave it|find out|ask\b|courrier|message|mail)"
    ),
    Intent.INVOICE_REQUEST: any_of(
        r"(?:r?envo\w+|renv\w+|factur\w+|copie|duplic\w+|double|pdf|rib\b|iban|chorus|portail"
        r"|plateforme|depos\w+|joint\w*|piece\w*|fichier|lien|trace|document\w*|numero|commande"
        r"|exemplaire|original\w*|invoice\w*|copy|resend|attach\w*|portal|details|rechnung|factura"
        r"|fattura|illisible|siret|scann\w+|page|mail|poste)"
    ),
    Intent.REDIRECT: any_of(
        r"(?:\S+@|contact\w*|adress\w+|ecri\w+|voyez|voir|interlocut\w+|plus (?:moi|charge|a la)"
        r"|siege|service|rempla\w+|succed\w+|desormais|parti\w*|quitt\w+|retraite|write|left|ask)"
    ),
    Intent.DISTRESS: any_of(
        r"(?:treso\w*|banqu\w+|difficil\w*|difficult\w*|complique\w*|galere|dur\w*|argent|sous\b"
        r"|salaire\w*|client\w*|cash|caisse|comptes?\b|decouvert|vide\w*|sec\b|tendue?s?|impay\w*"
        r"|subvention\w*|chomage|perdu\w*|baisse|retards?|peux|pouvons|peut|tight|struggl\w+|money"
        r"|ferm\w+|licenci\w+|hold|surviv\w+|survit|impossible|malad\w+|encaissement\w*|arret\w*"
        r"|brul\w+|overdrawn|promesse|ressource\w*|rentre\b|financ\w+|inond\w+|rsi|urssaf|pay\w*"
        r"|bloqu\w+|moyens|esper\w+|attend\w*|merde|recettes?|commandes|activite|saison|plus un"
        r"|reglements?|virements?|transfers?|fournisseurs?|suppliers?|enveloppe|factor|affactur\w+"
        r"|versements?|charges?|grant|bank\w*)"
    ),
}


def is_hinted(intent: Intent, text: str) -> bool:
    """Whether the text has at least a word of an intent that goes on by itself."""
    words = _HINTS.get(intent)
    folded = " ".join(sentence.folded for sentence in sentences(text))
    return words is not None and words.search(folded) is not None
