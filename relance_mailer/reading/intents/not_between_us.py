"""Words of a ground that is not between the debtor and us, or is so no longer.

A debtor who excuses himself tells stories: the law suit with his insurer, the two boxes that he
believed were missing, the price that we corrected in spring. Three shapes give them away. The
ground is *another's*: said to be so, or named beside its opponent. It was *believed* for a moment,
and the same breath says what it really was. It was *settled*, and words of an end stand behind it.
What stands behind such words is not touched: there a new complaint begins. The examples: `TAKES`
and `LEAVES`.
"""

import re

from relance_mailer.reading.intents.phrases import Sentence, any_of, words_in

TAKES = (
    "Le litige avec notre assureur ne vous concerne en rien.",
    "J'avais cru qu'il manquait deux cartons, en fait ils étaient derrière le comptoir.",
    "On avait un désaccord sur les heures d'août, vous avez fait l'avoir et c'est de l'histoire"
    " ancienne.",
)
LEAVES = (
    "Le litige avec votre transporteur ne me concerne en rien.",
    "Je croyais que la facture était juste, en fait vous avez compté deux fois la pose.",
    "On avait un désaccord sur les heures d'août, vous avez fait l'avoir mais il manque la TVA.",
)

_PAPERS = (
    r"(?:factures?|relances?|mails?|courriers?|lettres?|rappels?|messages?|creances?|dossiers?"
    r"|argent|reglements?|paiements?|virements?|dus?|tour|patience|nom|place|part|boutique|caisse"
    r"|somme|solde|echeance|insistance|appels?|honoraires|dette|compte|telephone|ecrit)"
)
_OUR_DOING = any_of(
    rf"(?:vos|votre|ton|ta|tes|your) (?!(?:\w+ )?{_PAPERS}\b|concurrents?\b)",
    r"(?:vous|tu) (?:\w+ )?(?:avez|as|aviez|deviez|devez|livr\w+|factur\w+|compt(?:ez|iez))\b"
    r"(?! (?:raison|ete|bien|recu|entendu|vu|lu|parle))",
    r"(?:chantier|travaux|pose|livraison|marchandise|prestation|commande|devis|quantites?|montant"
    r"|tarif|prix)\b(?=[^.;]{0,60}\b(?:pas|mal|faux|fausse|trop|conteste\w*|refuse\w*)\b)",
)
"""What ours did, or a thing of ours that something is said of: then it may well be between us."""

_SUBJECTS = (
    r"(?:montants?|prix|tarifs?|total|calculs?|contenu|decompte|quantites?|factures?|commandes?"
    r"|livraisons?|relances?|sommes?|heures|interets|penalites|nombre|date|devis|bons?|contrat"
    r"|chantier|travaux|\d)"
)
_QUARREL = (
    r"(?:litiges?|proces|conflit|desaccords?|differend|guerre|contentieux|dispute|refere|contest\w+"
    r"|plainte|bataille)"
)
_PARTY = (
    r"(?:assur(?:ance|eur|eurs|ances)|mutuelle|banque|banquiere?|voisine?s?|urssaf|caf|cpam|msa"
    r"|caisse|rectorat|prefecture|edf|opco|hebergeur|operateur|employeur|notaire|concessionnaire"
    r"|garagiste|administration|fisc|impots|heritiers?|freres?|soeurs?|ex|bailleur|proprietaire"
    r"|proprio|coproprietaires|parents|spectateur|geometre|gendarmerie)"
)
_SAID_SO = words_in(
    r"(?:ne |n )?(?:vous|te|t) (?:concern|regard|vis)\w+ (?:pas|en rien|nullement|aucunement)\b",
    r"(?:rien|pas) a voir avec (?:vous|toi|votre|vos|ta|tes)\b",
    r"pas (?:avec |contre )?(?:vous|toi|l(?:e|a|es) votres?|vos \w+|votre \w+)(?= ?(?:[,;:!).]|$))",
    r"etrangere?s? (?:au|a ce|a cette|aux) \w+",
)
NOT_OURS = (
    r"contest\w* (?:les? |la |l |un |une )?(?:resultats? (?:du vote|de l election"
    r"|des elections|du scrutin)|elections?|scrutin"
    r"|testament|divorce"
    r"|licenciement|contravention|amende|constat|sinistre|expertise de l assurance"
    r"|indemnisation)\b"
    r"(?![^.;]{0,60}\b(?:votre|vos)\b)",
    r"(?<!votre )(?<!vos )(?:banque|banquier|assureur|assurance|mutuelle|operateur|bailleur"
    r"|voisine?s?"
    r"|locataire|employeur)\b[^.;]{0,60}(?:en )?litige avec (?:eux|elles?"
    r"|lui)\b(?![^.;]{0,60}\b(?:votre"
    r"|vos|vous)\b)",
    r"avoirs? (?:qui vient )?(?:de |du )?chez (?:edf|engie|orange|sfr|free|bouygues|amazon"
    r"|ikea|la sncf"
    r"|air france|total\w*|mon (?:opticien|garagiste|operateur)|notre (?:operateur"
    r"|garagiste)|un autre"
    r" fournisseur)\b",
)
"""What is contested before others, who is in dispute with others, and whose credit note it is."""
SCOLDED = (
    r"(?:chef|cheffe|patronn?e?|collegue|femme|mari|mere|fils|fille)\b[^.;]{0,50}(?:traite"
    r"|engueul\w+"
    r"|reproch\w+|cri\w+|dessus|en veut|hurl\w+|rale\w*)\b[^.;]{0,40} (?:parce qu"
    r"|car) ?(?:e )?(?:j|je"
    r"|on|nous) (?:n )?(?:ai|a|avons) (?:pas|jamais|encore|oublie de) (?:\w+ )?\w+"
)
"""Somebody of the writer's own has told him off for what was forgotten."""
BUILT_FOR = (
    r"(?:maitres? d ouvrage|promoteurs?|donneurs? d ordre|acheteurs?)\b (?:\w+ ){0,3}contest\w*"
    r" (?:nos|notre|mes|mon|la|les|l) ?(?:situations?|honoraires|decompte|memoire)\b"
)
"""Whom the writer works for contests what he bills them."""
_OPPONENT = words_in(
    rf"{_QUARREL}\b (?:\w+ ){{0,6}}?(?:avec|contre|entre|with|against) (?!(?:vous|you|your|us|toi"
    rf"|votre|vos|ton|ta|tes|nous"
    rf"|nos|eux|lui|les mains)\b)(?!(?:l|la|le|les|ce|cette|ces|un|une|deux) {_SUBJECTS}\b)",
    rf"{_PARTY}\b (?:\w+ ){{0,5}}?(?:contest|refus|reclam)\w*\b",
    BUILT_FOR,
    rf"(?:proces|litige|dossier|indu|bornage|testament|redressement|taxe) (?:\w+"
    rf" ){{0,5}}?"
    rf"(?:de |d |du |des |l |par )(?:l |la |les |un |une |mon |ma )?{_PARTY}\b",
)

_NUMBER = r"(?:fa|fac|inv|(?<=la )\d{3})[ -]?\d[\w/.-]*"
_PAPER = words_in(
    rf"{_NUMBER}(?: \w+){{0,5}}? (?:n est|n a|ne (?:m|nous) est|est) (?:\w+ )?(?:pas|jamais)"
    r" (?:\w+ )?(?:arrive|parvenu|venu|transmis|recu|passee? dans le)\w*",
    rf"(?:n ai|n avons|n a|jamais|pas) (?:\w+ ){{0,2}}?(?:recu|eu|vu|trouve)\w* (?:passer )?(?:la"
    rf" |celle )?{_NUMBER}",
    r"(?:compte|service|cheque|virement|electricite)\b(?: (?!facture|societe|livr)\w+){0,4} n est"
    r" pas"
    r" concerne\w*",
    r"(?:j avais|j ai|on a|on avait|nous avons|nous avions) (?:\w+ )?(?:tape|coche"
    r"|clique)\b[^.;]{0,60}"
    r" au lieu de?\b",
    r"(?:j avais|on avait|nous avions) (?:\w+ )?(?:suspendu|bloque|refuse|mis en attente|mis de"
    r" cote)"
    r" (?:la|votre|cette|sa) \w+(?![^.;]{0,140}\b(?:sans|reponse|courrier|lettre|recommande"
    r"|rappel\w*"
    r"|attend\w*|avoir|jamais|toujours|encore|pas|mainten\w*|mais)\b)",
    r"(?:deux|trois|quatre|cinq|\d+|des|plusieurs|nos|mes) (?:gros |grands )?chantiers?"
    r" annule\w*(?! (?:par|a cause))",
    r"(?:rib|iban)\b[^.;]{0,25} perime\w*|^\W*erreur de destinataire(?=.{0,120}(?:@|je (?:ne"
    r" )?suis))",
)
"""Papers, accounts and orders of the debtor's own that did not come, lapsed or were lost."""

_BELIEVED = words_in(
    r"(?:croyai\w+|pensai\w+|craignai\w+|(?:ai|a|avais|avait|avons|avions|avez) (?:\w+"
    r" ){0,3}?(?:cru"
    r"|pense|craint|failli|hesite)|cherchais|ai cherche|thought|feared|about to)\b"
)
_REALLY = any_of(
    r"en fait\b|finalement\b|au final\b|mais non\b|et puis\b|puis (?:j|je|on|nous|mon|ma|votre"
    r"|en)\b",
    r"c est (?:moi|nous|mon|ma|notre) \w+|c etait (?:bon|juste|moi|nous|mon|ma|notre|avec|le|la"
    r"|l)\b",
    r"il n y en (?:a|avait) pas|(?:elles?|ils?) (?:y )?(?:etai(?:en)?t|sont|figur\w+) (?!pas)\w+",
    r"(?:j ai|on a|nous avons|ai) (?:re|tout re|bien re)?(?:lu|compte|verifie|retrouve|pese)\w*",
    r"verif(?:ication)?\w* faite|je lisais|j avais (?:mal|oublie|tort)|(?:m|me|nous) etai\w+ tromp",
    r"mais (?:mon|ma|notre|votre) \w+ (?:\w+ ){0,3}(?:retrouv|rang|montr|expliqu)\w*|but my\b",
    r"montre (?:la|le|les|que)|expliqu\w+|convaincu\w*",
)

_ENDED = words_in(
    r"(?:c est|sont|est|c etait) (?:\w+ ){0,2}de l histoire ancienne",
    r"(?:affaire|histoire|sujet|dossier|litige|desaccord|souci|probleme|ecart|incident|point"
    r"|question"
    r"|reclamation|reserves?|differend|malentendu|ca|cela|tout"
    r"|quiproquo)\b (?:[\w,]+ ){0,12}?(?:est"
    r"|sont"
    r"|a ete|ont ete|etait|s est|etant) (?:\w+ ){0,2}(?:clos|close|closes|enterre\w*|vide|oublie\w*"
    r"|resolue?s?|levee?s?|arrange\w*|derriere nous|entendue?|tranche\w*|regle\w* (?:(?:avec|par"
    r"|entre)"
    r" (?:votre|vous|toi|ton|lui|eux|le)|depuis|en|dans)|soldee?s? (?:avec|par)|rentre\w* dans l"
    r" ordre|du passe|mort)\b"
    r"(?: depuis (?:votre|l|cet) ?avoir(?: de \w+)?)?",
    r"close?s? depuis (?:votre|l|cet|le) ?(?:avoir|geste|passage)(?: d\w* \w+)?",
    r"c est (?:\w+ )?(?:clos|leve|oublie|resolu|arrange|regle (?:avec|entre|par) (?:votre|vous|lui"
    r"|eux))\b",
    r"(?:elle|il|ca|celle ci|celui ci) ne l est plus\b|n a(?:vait)? plus lieu d etre",
    r"il n y (?:a|en a|avait) (?:donc )?plus (?:de |d |aucun )?(?:debat|litige|desaccord|sujet"
    r"|probleme|reserves?|contestation)?\b",
    r"plus personne (?:\w+ ){0,2}n y pense|vom tisch|langst erledigt|(?:was|been|is) (?:\w+"
    r" )?(?:resolved"
    r"|settled|sorted)\b|now (?:posted|resolved|cleared|sorted)\b",
    r"levee?s? (?:depuis|le \d|contradictoirement|par (?:votre|notre|l))\b",
    r"(?:c est|fut|etait) (?:\w+ )?(?:moi|nous) qui (?:\w+ )?(?:avai\w+|etai\w+|m etai\w+) (?:\w+"
    r" )?"
    r"(?:tort|mal|tromp\w+)|(?:nous avions|j avais|on avait) tort\b",
    r"(?:votre |l |cet )avoir (?:n \S+ )?(?:de [\d ,]+(?:€|euros?)? )?(?:qui (?:\w+"
    r" ){1,2})?(?:(?:sur|pour) (?:\w+ ){1,3})?(?:(?:l |les |nous )?a "
    r"|est |a ete )(?:\w+ )?(?:regle"
    r"|couvert|solde"
    r"|efface|passe(?! a la| sous| par)|impute|saisi|deduit|integre|arrive)\w*",
    r"(?:vous|votre \w+|ton \w+) (?:nous |m |me |l |en ){0,2}(?:avez|aviez|a|avait) (?:\w+"
    r" )?(?:fait|envoye"
    r"|emis|adresse|accorde|consenti) (?:l|un|cet|le|votre) (?:avoir|geste)\b",
    r"(?:vous|vot\w+ \w+|ton \w+) (?:nous |me |m )?(?:l |les |la )?(?:avez|aviez|a|ont|avait)"
    r" (?:\w+ )?"
    r"(?:refait|repris|remplac|echang|corrig|chang|rembours|repar)\w*\b[^.;]{0,30}\b(?:depuis"
    r"|le lendemain|dans la (?:journee|semaine|foulee)|dans l heure|aussitot|gratuit\w*|sans (?:qu"
    r"|que"
    r"|frais|discuter)|bravo|merci|le jour meme|a vos frais|tout de suite|l affaire)\b",
)
_DENIED = any_of(r"(?:pas|jamais|point|aucune?|non|rien|toujours|encore|sera|seront)\b")
_TAKEN_OFF = any_of(r"(?:dedui|enlev|retir|retien|retenu|retrench|ote|otons|ampute|gard)\w*")
_ANEW = any_of(
    r"(?:mais|sauf|toujours|encore|en revanche|par contre|cependant|toutefois|seulement|tant que"
    r"|attend\w*|manque(?:nt)?|jamais|helas|hormis|fall?ait|fois|reste(?:nt)?|si|quand|des que|faut"
    r"|refai\w*|rev(?:ient|oir|enez)|nouve\w+|but|except|still|aber|noch|pero|seule?|pas (?:assez"
    r"|bon"
    r"|la bonne|le bon|fini|conforme|recu))\b"
)
"""What may begin a complaint anew behind the end of another."""
_PAST = any_of(
    r"(?:avai\w+|avions|aviez|etai\w+|ete|a eu|contestee?|l an dernier|[ad]u printemps|cet (?:ete"
    r"|hiver)"
    r"|cet automne|histoire|ancien\w*|en (?:janv|fev|mars|avril|mai|juin|juil|aout|sept|oct|nov"
    r"|dec)\w*"
    r"|had|was|were|19\d\d|20\d\d)\b"
)
_TOLD_ON = any_of(
    r"(?<!\w )(?:et |mais |or |donc |depuis |tout |tout cela |bref )?(?:ca|cela|c|l|le|la|les"
    r"|elles?"
    r"|ils?|tout|affaire|sujet|regle|leve\w*|vous|votre|vos|il|nous|on|j|it|that|this|das|damit)\b"
)


def innocent_parts(sentence: Sentence, following: Sentence | None) -> tuple[tuple[int, int], ...]:
    """The parts of a sentence, from sign to sign, in which words of a ground raise none."""
    words = sentence.folded
    parts = [*_anothers(words), *((each.start(), each.end()) for each in _PAPER.finditer(words))]
    believed = _BELIEVED.search(words)
    if believed is not None:
        really = _REALLY.search(words, believed.end())
        if really is not None and not _ANEW.search(words[really.end() :]):
            parts.append((believed.end(), really.start()))
        elif really is None and following is not None and _tells_what_it_was(following.folded):
            parts.append((believed.end(), len(words)))
    parts.extend(_ended(words))
    if following is not None and _PAST.search(words) and _tells_the_end(following.folded):
        parts.append((0, len(words)))
    return tuple(parts)


def _anothers(words: str) -> tuple[tuple[int, int], ...]:
    """What stands before the words that say it so, or a sentence that names the opponent."""
    said = _SAID_SO.search(words)
    told = said or _OPPONENT.search(words)
    if told is None or _BUT.search(words, told.end()):
        return ()
    rest = f"{words[: told.start()]} # {words[told.end() :]}"
    if _OUR_DOING.search(rest):
        return ()
    return ((0, told.end()) if said else (told.start() - _BESIDE, told.end() + 2 * _BESIDE),)


_BESIDE = 15  # signs

_BUT = any_of(r"(?:mais|sauf|en revanche|par contre|cependant|toutefois|but|except)\b")


def _ended(words: str) -> tuple[tuple[int, int], ...]:
    end = _ENDED.search(words)
    if end is None or not _is_an_end(words, end):
        return ()
    return ((0 if _PAST.search(words[: end.start()]) else end.start(), end.end()),)


def _is_an_end(words: str, end: re.Match[str]) -> bool:
    """Whether the words of an end are neither denied, nor bought by a deduction, nor undone."""
    near = words[max(0, end.start() - _NEAR) : end.end()]
    return not (
        _DENIED.search(near) or _TAKEN_OFF.search(words) or _ANEW.search(words[end.end() :])
    )


_NEAR = 25  # signs


def _tells_the_end(words: str) -> bool:
    """Whether a sentence begins where the one before it ended, and says that the matter has."""
    if not _TOLD_ON.match(words.lstrip(" :-(")):
        return False
    end = _ENDED.search(words)
    return end is not None and _is_an_end(words, end)


def _tells_what_it_was(words: str) -> bool:
    """Whether a sentence says what a belief turned out to be, and no new complaint."""
    told = _REALLY.search(words[:_SOON])
    return told is not None and not _ANEW.search(words[told.end() :])


_SOON = 60  # signs
