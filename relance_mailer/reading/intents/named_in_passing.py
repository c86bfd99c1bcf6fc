"""What stands beside a day and pledges nothing: a paper handed on, money on its way, a word broken.

"Je le passe à ma fille ce soir" names an evening on which nobody pays; "vous l'aurez demain" says
of money that has left when it will be seen; "il n'y aura rien le 5" takes a promise back. In each
the verb and the day are those of a promise, and what the sentence is about is not.
Takes back: `NO_PLEDGES`. Leaves: `PLEDGES`.
"""

from relance_mailer.reading.intents.phrases import Sentence, any_of, sentences, words_in
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

NO_PLEDGES = (
    "Bien reçu, je le passe à ma fille ce soir, c'est elle qui fait les papiers.",
    "Je ferai suivre votre courrier à notre comptable dans la semaine.",
    "Nous avons viré la somme mardi, vous l'aurez au plus tard demain.",
    "Je vous avais promis un virement pour le 5, il n'y aura rien le 5.",
)
PLEDGES = (
    "Je la passe à la banque vendredi.",
    "Je donne le chèque à ma fille, elle vous le porte ce soir.",
    "La première est payée, la seconde vous l'aurez vendredi.",
    "Il n'y aura rien le 5, mais je vous vire tout le 12.",
)

_WHO = (
    r"(?:(?:ma|mon|mes|notre|nos|la|le|l|les|son|sa|leur|une?|mme|madame|monsieur|m|mr|cette|ce)"
    r" ?)"
)
_HANDS = (
    r"(?:passe|donne|remets|file|refile|transmets|montre|mets|glisse|tends|pose|laisse|apporte"
    r"|confie|porte|soumets|redonne|depose|depot|envoie|adresse|passerai|donnerai|remettrai"
    r"|filerai|transmettrai|montrerai|mettrai|deposerai|laisserai|apporterai|confierai|porterai"
    r"|soumettrai|passons|donnons|remettons|transmettons|mettons)"
)
_THE_PAPER = (
    r"(?:ca|cela|tout ca|le tout|ceci|votre \w+|ce \w+|cette \w+|le (?:papier|mail|message|dossier"
    r"|courrier)|la (?:lettre|relance|facture))"
)
_SOON = r"(?:donc|vite|aussi|quand meme|de suite|demain|lundi|ce soir|tout de suite)"
_HANDED_ON = words_in(
    rf"(?:je|j|nous|on) (?:lui )?(?:le|la|les|l) {_HANDS}(?: (?:{_SOON}|tout)){{0,3}}"
    rf" (?:a|au|aux|chez|dans|sur|entre) {_WHO}?(?!\d)\w+",
    rf"(?:je|j|nous|on) {_HANDS} {_THE_PAPER}(?: {_SOON}){{0,3}}"
    rf" (?:a|au|aux|chez|dans|sur|entre) {_WHO}?(?!\d)\w+",
    r"(?:je|j|nous|on) (?:(?:le|la|les|l|lui|leur|en|vous|vais|allons|va|ai|avons|a) ){0,3}(?:ferai"
    r"|fais|ferons|faisons|faire|fait) (?:donc |tout |bien )?(?:suivre|passer|remonter)\b",
    r"(?:je|j|nous|on) (?:(?:le|la|les|l|lui|leur|vous) ){1,2}(?:ai |avons |a )?(?:transmets"
    r"|transmettons|transmet|transmettrai|transmise?|transfere\w*)\b",
    r"(?:je|nous|on) passe (?:a|au|aux) (?:la |l |le )?(?:etat|service|autre|retraite|temps|mi"
    r" temps|accueil|direction|production|magasin|achats?|rh)\b",
)
_MONEY = any_of(
    r"(?:virements?|cheques?|chq|argent|paiements?|reglements?|versements?|(?:des|les|mes|vos|tes"
    r"|de) sous\b|especes|liquide"
    r"|liasse|billets?|enveloppe|solde|somme|moitie|acompte|banque|banquier|poste\b|guichet|caisse"
    r"|paie\w*|paye\w*|regle\w*|vire\w*|verse\w*|mandat\w*|prelevement|rib\b|iban|tresor public"
    r"|en paiement|(?:a|au|en) (?:payer|regler|la signature du cheque)"
    r"|(?:lot|campagne|train|fournee|vague|run|session) (?:(?:de|du|des) )?(?:fin|mi|debut|\d"
    r"|\w+di\b"
    r"|paiement|la semaine|prochain)"
    r"|votre (?:agence|bureau|comptoir|magasin|boite|collegue|depot|accueil)|chez vous|vos bureaux)"
    r"|\d ?(?:€|euros?|eur\b|balles)"
)
_ARRIVES = words_in(
    r"(?:vous|tu) (?:l|la|le|les) (?:aurez|auras|verrez|verras|recevrez"
    r"|recevras|devriez|devrais|devez|dois|avez|as)\b"
    r"|(?:vous|tu) (?:devriez|devrais|devez|dois) (?:l|la|le|les) (?:avoir|voir|trouver|recevoir)",
    r"(?:should|ought|will|ll|must) (?:\w+ ){0,3}(?:be with you|arrive|land|reach|show|be there"
    r"|have it)|you (?:should|ll|will|ought to) (?:have|see|get|receive) it",
    r"(?:devrait|doit|va|ca|elle|il) (?:\w+ )?(?:arriver|apparaitre|tomber|etre credite)\w*"
    r"|(?:arriver|apparaitr|crediter)\w+|(?:sur|dans) votre (?:compte|releve)|n est deja fait",
)
_ANOTHER_PART = any_of(
    r"(?:autre|second\w*|deuxieme|troisieme|reste|restant|solde|moitie|dernier\w*|suivant\w*"
    r"|prochain\w*|puis|ensuite|celle|celui|other|rest|balance|remaining|next|then|final"
    r"|complement|surplus)\b|\b(?:fa\w*|la|no?) ?\d"
)
_TAKEN_BACK = words_in(
    r"(?:il )?n y aura (?:rien|pas de (?:virement|paiement|reglement|cheque))",
    r"(?:date|echeance|promesse|parole|engagement|delai)\b[^.;!?]{0,60}(?:ne |n )(?:pourr\w+|ser\w+"
    r"|peut|peux|pouvons|est)(?: \w+){0,2} (?:\w+ )?(?:respecte|tenu|honore|possible)\w*",
    r"(?:ne )?(?:peux|peut|pourrai|pourrons|pouvons|vais|va|allons|arriv\w+|jpe"
    r"|jpeu\w?) (?:\w+ )?pas"
    r" (?:\w+ )?(?:tenir|honorer|respecter)\b",
    r"(?:peux|peut|pouvons|pourrai|saurais|sais) (?:\w+ )?(?:pas|plus|aucun\w*) (?:vous |te |en )?"
    r"(?:re)?(?:donner|fixer|annoncer|promettre|indiquer) (?:d |de |une |un |aucune? )?(?:autre )?"
    r"(?:jour|date|echeance)",
    r"(?:n ai|n avons|ai|avons) (?:donc |helas )?(?:plus|pas|aucune) (?:de |d autre )?(?:date|jour)"
    r" a (?:vous |te )?(?:re)?(?:donner|proposer|annoncer|indiquer)",
    r"(?:dois|devons|faut|oblige\w*|contrain\w*|amene\w*)(?: \w+){0,3} (?:de |a )?(?:revenir sur"
    r"|manquer a|reprendre|retirer) (?:ma|notre|cette) (?:parole|promesse)",
    r"(?:aucune|pas de|sans|no) visibilit\w+",
    r"(?:virement|paiement|cheque|reglement) (?:\w+ )?(?:annonce|promis|prevu|cale)\w*[^.;!?]{0,30}"
    r" (?:ne )?(?:partira|sera|passera|viendra|arrivera)(?: \w+)? pas\b",
    r"(?:je|on|nous) (?:retire|reprends|retirons|reviens sur|revenons sur) (?:ce que|ma parole"
    r"|ma promesse)",
)


def find_handed_on(text: str) -> tuple[Finding, ...]:
    """Where the paper goes to whoever deals with it: received, and nothing promised."""
    return tuple(
        Finding(intent=Intent.ACK, span=each.raw, rule="remis à qui s'en occupe", strength=3)
        for each in sentences(text)
        if _hands_on(each)
    )


def pledges_nothing(findings: tuple[Finding, ...], text: str) -> bool:
    """Whether a sentence only sounds like a promise, and no other one promises."""
    return all(each.intent is not Intent.PROMISE for each in findings) and bool(
        _empty_sentences(findings, text)
    )


def without_what_pledges_nothing(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without those that only share their words and their day with what they name.

    A promise of nobody's money; a redirection where the paper goes to whoever deals with it; a
    paper asked for where an address goes into our files; beside a sure promise, what was settled
    of another matter.
    """
    if all(each.intent not in _NAMED for each in findings):
        return findings
    told = sentences(text)
    silent = {
        Intent.PROMISE: _empty_sentences(findings, text),
        Intent.REDIRECT: tuple(e.raw for e in told if "@" not in text and _hands_on(e)),
        Intent.INVOICE_REQUEST: tuple(e.raw for e in told if _FILED.search(e.folded)),
        Intent.PAID: _settled_elsewhere(findings, text),
        Intent.ACK: _kept_posted(findings, told),
    }
    return tuple(
        each
        for each in findings
        if each.intent not in silent or not any(each.span in raw for raw in silent[each.intent])
    )


_NAMED = frozenset(
    {Intent.PROMISE, Intent.REDIRECT, Intent.INVOICE_REQUEST, Intent.PAID, Intent.ACK}
)
_SURE = 3


def _empty_sentences(findings: tuple[Finding, ...], text: str) -> tuple[str, ...]:
    """The sentences that name a day and pledge nothing."""
    spans = [each.span for each in findings if each.intent is Intent.PAID and each.strength > 1]
    empty: list[str] = []
    paid_before = False
    for each in sentences(text):
        paid = any(span in each.raw for span in spans)
        if _is_empty(each, paid=paid or paid_before):
            empty.append(each.raw)
        paid_before = paid
    return tuple(empty)


def _hands_on(sentence: Sentence) -> bool:
    words = sentence.folded
    aside = _WHO_PAYS.sub(" ", _PAPER_HANDED.sub(" ", words))
    return bool(_HANDED_ON.search(words)) and not _MONEY.search(aside)


def _is_empty(sentence: Sentence, *, paid: bool) -> bool:
    words = sentence.folded
    if _TAKEN_BACK.search(words):
        return not _BUT.search(words)
    if _hands_on(sentence):
        return True
    return paid and bool(_ARRIVES.search(words)) and not _ANOTHER_PART.search(words)


def _kept_posted(findings: tuple[Finding, ...], told: tuple[Sentence, ...]) -> tuple[str, ...]:
    """The sentences that only say, of cash trouble, that news will follow."""
    if all(each.intent is not Intent.DISTRESS or each.strength < 2 for each in findings):
        return ()
    return tuple(
        each.raw
        for each in told
        if _KEEPS_POSTED.search(each.folded) and not _SAYS_MORE.search(each.folded)
    )


def _settled_elsewhere(findings: tuple[Finding, ...], text: str) -> tuple[str, ...]:
    """The sentences in which something else is said to be settled, where a promise is sure."""
    if all(each.intent is not Intent.PROMISE or each.strength < _SURE for each in findings):
        return ()
    settled: list[str] = []
    matter = False
    for each in sentences(text):
        words = each.folded
        if _OTHERS_PAID.search(words) or (
            (matter or _MATTER.search(words)) and _IT_IS_SETTLED.search(words)
        ):
            settled.append(each.raw)
        matter = bool(_MATTER.search(words))
    return tuple(settled)


_FILED = any_of(
    r"(?:mett\w+|not\w+|enregistr\w+|ajout\w+|inscri\w+|gard\w+)(?: la| le"
    r"| les)?(?: \w+)?(?: dans| en"
    r" tete de| a) (?:votre|vos|ton|tes) (?:fichiers?|base|carnet|repertoire|logiciel|annuaire)"
)
_MATTER = any_of(
    r"(?:soucis?|histoires?|problemes?|litiges?|malentendus?|contestations?|differend|avenant"
    r"|anomalies?|blocage|caution|reclamation)\b"
)
_IT_IS_SETTLED = any_of(
    r"(?:ca|cela|c|tout|il|elle|le tout) (?:a (?:\w+ )?ete|est|etait|avait ete) (?:\w+ )?(?:regle"
    r"|fait"
    r"|solde)e?s?\b|l a (?:\w+ )?(?:reglee?|soldee?)\b|c est fait\b"
)
_OTHERS_PAID = any_of(
    r"(?:gars|salaires?|ouvriers?|employes?|salaries?|loyers?|urssaf|assurance|apprentis?"
    r"|saisonniers?"
    r"|filles|paies?)\b[^.;]{0,25}\b(?:les |l )?(?:ai|avons|a|ont|sont|est)(?: \w+)?"
    r" (?:paye|regle|verse)\w*",
    r"celle d\w? ?(?:20\d\d|l an dernier|l annee derniere|l an passe)[^.;]{0,20}(?:reglee?|payee?"
    r"|soldee?)\b",
    r"avai[st] (?:dit|ecrit|annonce|repondu) que (?:c etait|elle etait|la facture etait|c est)"
    r" (?:\w+ )?(?:paye|regle|fait|vire)\w*[^.;]{0,30}\b(?:en fait|non|mais|pas)\b",
    r"mandat (?:d |de |pour )(?:executer|payer|regler|proceder)",
    r"(?:clients?|locataires?|promoteur|maitre d ouvrage)\b[^.;]{0,40}\bpas (?:encore )?(?:paye"
    r"|regle"
    r"|verse)\w*",
)


# "Je vous tiens au courant", of cash trouble: nothing is received, nothing is handed on.
_KEEPS_POSTED = any_of(
    r"(?:je|j|nous|on) (?:vous |vs |te )?(?:tiens|tiendr\w+|tenons|dirai|dirons"
    r"|redirai) (?:au (?:courant"
    r"|jus)|informe\w*|des qu)"
)
_SAYS_MORE = any_of(
    r"(?:recue?s?|notee?|transm\w+|message|mail|courri\w+|relance"
    r"|(?:je|on|nous|la|le|les) (?:\w+ )?(?:pass|regard|verifi|occup)\w+)\b"
)
_BUT = any_of(
    r"(?:mais|par contre|en revanche|sinon|but|however|alors|plutot|donc|ce sera|on dira|disons)\b"
    r"|(?:report|repouss|decal)\w+ (?:au|a|jusqu)\b"
)
_WHO_PAYS = any_of(
    r"(?:c est|ce sont|c etait) (?:\w+ ){1,3}qui (?:\w+ )?(?:paie|paient|paye|payent|regle|reglent"
    r"|fait les (?:virements|reglements|paiements|cheques))\b"
)
"""Whose work it is to pay: no money of the one who writes."""
_PAPER_HANDED = any_of(r"(?:bon|ordre|demande|avis|mise) (?:a|de|en) (?:payer|paiement)\b(?! fait)")
