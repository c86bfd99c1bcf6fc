"""Whether a line names a desk that signs where no person does: accounts, a town hall, a reception.

Takes: "Accounts Payable – Groupe Valdonnez", "Administración", "La compta", "L'ordonnateur,".
Leaves: "Paiement vendredi", "La comptabilité vous paie", "Voyez avec la compta".
"""

import re

_WORDS_MAX = 9
_ARTICLE = r"(?:(?:la|le|les|the|notre|our|votre|ihr|el|il)\s|l['’])?"
_ROOM = (
    r"(?:(?:group|shared|central|pôle|pole|cellule|service|bureau|unité|équipe|secteur|section"
    r"|dpto\.?|departamento(?: de)?|team|ufficio|abteilung|département)\s(?:de (?:la |l['’])?"
    r"|des )?)"
)
# Words that name a desk by themselves, and those that do so behind the name of a room only.
_DESK = (
    r"accounts?\s(?:payables?|receivable)|payables?|purchase ledger|bought ledger|credit control"
    r"|compta(?:bilit[ée])?(?:\s(?:frs|four\w*|fournisseurs|générale|centrale))?"
    r"|comptes? fournisseurs|administraci[óo]n|gerencia|recepci[óo]n|tesorer[ií]a|direcci[óo]n"
    r"|contabilidad|kreditoren\w*|(?:finanz|kreditoren|debitoren|lohn)?buchhaltung"
    r"|rechnungs(?:prüfung|eingang|wesen)|sekretariat|verwaltung|segreteria|direzione"
    r"|amministrazione|contabilità|ufficio (?:contabilità|amministrativo|acquisti)"
    r"|secrétariat|intendance|économat|gérance|direction|régisseur|ordonnateur|agent comptable"
    r"|gestionnaire|patronne?|trésorerie|service comptable"
)
_IN_A_ROOM = (
    r"règlements?|paiements?|dépenses|mandatements?|achats|factures?|facturation|facturier"
    r"|fournisseurs|financier|finances|economato|pagos|pagamenti|payments?|invoices?"
)
_NAMED = re.compile(
    rf"^\W{{0,3}}{_ARTICLE}(?:{_ROOM}?(?:{_DESK})|{_ROOM}(?:{_IN_A_ROOM}))\b(?P<more>.*)$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^(?:\W{0,3}$|\s?[,–—|/(-]\s?[\w'’.&À-ÿ ()-]{2,60}$|\s(?:de|du|des|of|der|di|d['’])\s?"
    r"[\w'’&À-ÿ -]{2,50}$|\s(?:department|dept\.?|team|desk|office|centre|center|manager)\b"
    r"[\w'’&À-ÿ ,–-]{0,40}$)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\d|€|[!?:]|\b(?:est|sont|a|ont|sera|va|vous|nous|je|on|ne|pas|plus|lundi|mardi|mercredi|jeudi"
    r"|vendredi|demain|pour|is|are|will|you|we)\b",
    re.IGNORECASE,
)


def is_a_desk(line: str) -> bool:
    """Whether the line is a desk's name, with its house behind it at most, and nothing is said."""
    bare = line.strip()
    if len(bare.split()) > _WORDS_MAX:
        return False
    named = _NAMED.match(bare)
    if named is None or not _MORE.match(named["more"]):
        return False
    return _SAID.search(named["more"]) is None
