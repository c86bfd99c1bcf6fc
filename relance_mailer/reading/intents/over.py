"""Words of a ground in sentences that tell its end: the credit note came, the parcels turned up.

"L'avoir est arrivé, je vire le reste" contests nothing, nor does "j'ai retourné tous mes tiroirs".
A finding of a dispute in such a sentence is taken back, but only where the text pays, promises,
passes on or asks for a paper; a "mais", a "toujours pas" or a new fault beside it keeps it.

Takes: `OVER`. Leaves: `NOT_OVER`.
"""

from collections.abc import Callable
from itertools import zip_longest

from relance_mailer.reading.intents.gist import gist_of, turn
from relance_mailer.reading.intents.not_between_us import innocent_parts
from relance_mailer.reading.intents.own_affairs import is_own_affair
from relance_mailer.reading.intents.phrases import (
    MADE_ON_A_DAY,
    Sentence,
    any_of,
    sentences,
    words_in,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

OVER = (
    "L'avoir est bien arrivé.",
    "Les deux colis manquants sont retrouvés.",
    "Nous levons notre réserve.",
    "J'ai retourné tous mes tiroirs.",
)
NOT_OVER = (
    "L'avoir n'est toujours pas arrivé.",
    "L'avoir est arrivé mais il est faux.",
    "J'ai retourné la marchandise.",
    "La machine est revenue réparée, elle fuit toujours.",
)

_CREDIT = r"(?:avoir|credit note|note de credit|avoirs|trop percu|remboursement)"
_CAME = (
    r"(?:RECEIVEp|recu|LEAVEp|arrive\w*|tomb\w+|enregistre\w*|integre\w*|comptabilise\w*|saisi\w*"
    r"|pris en compte|deduit\w*|CORRECTp|impute\w*|landed|came|booked|credite\w*|trouve\w*|FINDp"
    r"|SENDp|dans OUR|chez WE)"
)
_COMPLAINT = (
    r"(?:contestations?|reclamations?|litiges?|reserves?|objections?|refus|blocage|opposition"
    r"|plainte|dispute|query|desaccords?|ce que WE (?:HAVE )?~1 (?:ecrit|dit)|retenue)"
)
_ENDED = (
    r"(?:clos\w*|leve\w*|abandonne\w*|retire\w*|CORRECTp|regle\w*|PAYp|resolu\w*|tranche\w*"
    r"|sans objet|annule\w*|CANCELp|derriere WE|settled|closed|resolved|withdrawn|VALIDp"
    r"|termine\w*)"
)
_GOODS = (
    r"(?:cartons?|palettes?|colis|marchandises?|pieces?|PAPER|manquants?|materiel|machine|chaudiere"
    r"|appareil|bons? de livraison|heures|lignes?|quantites?|articles?|HE|tout|goods|parcels?)"
)

_OVER = turn(
    "motif éteint",
    rf"{_CREDIT} ~4 {_CAME}",
    rf"(?:RECEIVEp|recu|merci (?:de|pour)|thanks for|deduction faite de|deduit|CORRECTp|moins) ~3"
    rf" {_CREDIT}",
    rf"{_CREDIT} (?:que )?YOU (?:venez|COMEn|WE|m|HAVE) ~4 (?:SEND\w|DOi|DOp|adresse\w*|etabli\w*)",
    rf"{_COMPLAINT} ~4 (?:BE |HAVE |been |sont )?~2 {_ENDED}",
    rf"(?:retir\w+|lev\w+|abandonn\w+|renonc\w+|CORRECT[nx]|withdraw\w*|plus de|aucun|sans"
    rf"|pas de) ~3"
    rf" {_COMPLAINT}",
    r"(?:conteste\w*|CONTESTp|refuse\w*|bloque\w*|HAVE CONTESTp) ~1 (?:at tort|par erreur"
    r"|trop vite)",
    rf"{_GOODS} ~5 (?:FINDp|retrouve\w*|WAS (?:at|dans|en) (?:le )?(?:fond|reserve|depot|coin))",
    rf"{_GOODS} ~4 (?:REPAIRp|remplace\w*) ~4 (?:marche\w*|fonctionne\w*|tourne\w*|conforme\w*"
    r"|impeccable|nickel|parfait\w*)",
    rf"{_GOODS} (?:BE |was |ete )?~2 (?:conformes?|bonnes?|exactes?|correct\w*|justes?)",
    r"(?:rien|pas grand chose) at (?:redire|dire|contester|reprocher|signaler|CONTESTi)",
    r"YOU (?:ne )?(?:y )?BE (?:donc )?pour rien|YOU (?:HAD|HAVE|aviez) (?:bien )?raison",
    r"(?:erreur|meprise|confusion) (?:venait )?de (?:OUR|WE) (?:part|cote|cru|fait)?"
    r"|(?:au|autant|le) temps pour (?:moi|WE)"
    r"|WE ~2 (?:BE|WAS|m) ~1 tromp\w+|s BE tromp\w+",
    r"(?:retourne\w*|CONTESTp|fouille\w*|vide\w*) ~2 (?:tiroirs?|bureau|armoires?|archives"
    r"|classeurs?"
    r"|papiers|maison|boites?|mails?|messagerie|poches|placards?|chemises?)",
    leaves=(
        r"(?:mais|sauf|cependant|toutefois|pourtant|WAIT4|WAITn|but|however|yet|malgre|hormis|ni)",
        r"still (?:pas|rien|de|en|at|un)|(?:pas|never|rien) (?:still|encore|yet|RECEIVEp|LEAVEp"
        r"|arrive)",
        r"(?:fuit|faux|fausse|errone\w*|incomplet\w*|insuffisant\w*|manque\b|FAIL[px]|promis|LIEp"
        r"|exig\w+"
        r"|reclam\w+|ASKn|doit|OWEn|devez|devait|devriez)",
        r"si |WHENIF|des que|tant que|une? fois|apres|\?",
        rf"{_CREDIT} ~3 (?:ne |n )",
    ),
)
_FORMAL = turn(
    "correction de forme",
    r"(?:siret|siren|tva intracom\w*|engagement|code service|bon de commande|rib|iban|bic|chorus"
    r"|portail|plateforme|format|factur x|xml|kbis|vendor record|fiche fournisseur|po number) ~5"
    r" (?:ne |n )?(?:~2 )?(?:pas|absent\w*|manqu\w*|rattache\w*|perime\w*|errone\w*|expire\w*"
    r"|lapsed|inconnu\w*|refus\w*|CONTEST\w|obligatoire|corresp\w+)",
)
_LOOK_ALIKE = words_in(
    r"c ?(?:est )?pas m(?:on|a) (?:pb|probleme|fort|truc|metier|rayon|domaine|genre|boulot|tasse)",
    r"(?:dev\w+|doi[st]|va|vais|allez|voul\w+|aimer\w+|pourr\w+|peu[xt]|faut|pense"
    r"|compte) (?:\w+ )?"
    r"(?:l|les) avoir\b|vous l aurez",
    r"service fait\b.{0,40}(?:certifi|valid|saisi|constat|attest)\w*|(?:redressement"
    r"|controle) fiscal",
    r"jamais (?:eu|recue?|vu) (?:cette|la|votre|de|vos|ce) (?:facture|courrier|relance|mail"
    r"|lettre)s?\b"
    r"|mon homonyme",
    r"vigilan\w+|(?:tentatives?|lutte|prevention|alerte|risques?) (?:de |contre (?:la |les )?"
    r"|a la )?fraudes?"
    r"|fraude (?:au|aux|bancaire|a l)|(?:enregistr\w+|facture\w*|saisi\w*) pour le compte d",
    r"(?:\d+|trente|quarante cinq|soixante) jours (?:fin de mois|date de facture|nets?|a compter)",
    r"(?:notre|mon|ma|nos|foutu|fichu|satane|ce|le) (?:\w+ )?(?:logiciel|serveur|ordinateur"
    r"|imprimante|pc|(?<=notre )sauvegarde|(?<=notre )teletransmission"
    r"|messagerie|internet|wifi|telephone|portable|erp|box|boite mail|site de la banque"
    r"|appli)\b(?!.{0,40}"
    r"(?:que vous|livre|installe|achete|vendu)).{0,40}(?:plant|panne|lache|bug|casse|rame|marche"
    r"|mort)\w*",
    r"(?:acompte|subvention|versement|aide|dotation|prime|salaire|client"
    r"|caf)\w*\b.{0,40}(?:toujours pas"
    r"|pas encore|il est pas|n a pas) (?:tombe|arrive|verse|pay)\w*",
)
"""Words that only sound like a ground: the infinitive in "l'avoir", a tool of the debtor's own."""
_DENIED = words_in(
    r"(?:au|le|du) \w{1,10} au lieu du \d{1,2}\b|au lieu de 20\d\d|\d{1,2}/\d{1,2} au lieu du"
    r"|rectifiee? (?:\w+ )?(?:recue?|arrivee?|en main)|sauf erreur|manque .{0,20}(?:€"
    r"|euros?) sur (?:le|mon"
    r"|notre) compte|manque (?:que |juste )?le timbre|pas encore signe (?:le|la|les) (?:bordereau"
    r"|mandat"
    r"|parapheur|virement)|jamais (?:eu|vue?|recue?) (?:passer )?(?:la|le|cette|celle) ?(?:\d|de"
    r"|du|facture)",
    r"(?:cabinet|banque|compta\w*|comptes|activite)\b.{0,30}(?:tien\w+ plus|effondr\w+)|rend\w* mon"
    r" tablier|clients?\b.{0,20}plant\w+|plant\w+ par un client|(?:probleme|souci|bug|erreur) de"
    r" (?:parametrage|saisie|fichier|lecture)|sans (?:numero|n|bon) de commande"
    r"|refaire (?:parvenir|passer"
    r"|une facture (?:portant|avec|au))|revoir nos priorites|opere du|pas mon perimetre"
    r"|assureur\b.{0,30}"
    r"regle|l (?:imprimante|ordinateur|appli) (?:etait|est|a) (?:en panne|plant\w+|lache)",
    r"rien de contest\w+|croire que (?:je|nous|on) contest\w+",
    r"(?:non|pas|aucune?|sans|ni|no|not|keine?|jamais) (?:\w+ )?(?:contest\w+|dispute\w*|litiges?"
    r"|reklamation\w*|reclamation|desaccord|plante personne|planter)|reklamation\b.{0,40}nicht",
    r"(?:prelevement|virement|cheque|paiement) (?:\w+ ){0,2}(?:refuse|rejete|revenu|retourne)\w*",
    r"(?:credit note|credit) you (?:\w+ )?(?:raised|sent|issued)|(?:deduits?|otes?|imputes?"
    r"|deduction)"
    r" (?:\w+ ){0,2}avoirs?|avoirs? (?:\w+ ){0,2}(?:deduits?|otes?|imputes?|deja)|procuration\w*"
    r"|(?:notre|un) homonyme|reconnu (?:son|leur|notre|mon) erreur",
)
"""Words of a ground that are denied, or are about a bank or a credit note that was counted."""
_BUT = words_in(
    r"(?:mais|sauf(?! erreur)|but|except|aber|pero|ma (?:non|il|lo|i|e)|excepte|hormis|cependant"
    r"|toutefois)\b"
)


_NO_PLAN = any_of(
    r"(?:pouvez|peux|peut) compter sur|(?:premiere|deuxieme|seconde|derniere|cette) mensualite"
    r"|delais? de"
    r" paiement (?:ne court|est|c est|court|legal)|(?:votre|l"
    r"|un) echeancier (?:\w+ ){0,4}(?:convient|convenu"
    r"|accepte|signe)|laisse[rz]? (?:moi|nous) juste|aucun etalement|(?:reglements|paiements"
    r"|virements) le"
    r" \d{1,2} de chaque mois|fournisseurs (?:sont )?(?:regles? |payes? )?le \d{1,2}"
    r" de chaque mois|laisse[rz] (?:moi|nous) (?:souffler|respirer|\w+ jours?)[^.;?]{0,30}\bet"
    r" (?:vous aurez"
    r"|je|on|nous)\b[^.;?]{0,40}(?:(?:lun|mar|mercre|jeu|vendre|same)di|le \d|demain)"
    r"|donnez moi jusqu a \w+ et c est",
    r"(?:touche|percois|recois|verse\w*) (?:ma|mon|mes|la) (?:\w+ )?(?:le|les) \d{1,2} de chaque"
    r" mois"
    r"|(?:inscrite?|porte\w*|prevue?) au plan de paiement|(?:demande|demandent) de patienter"
    r"|(?:laisse\w*|patienter) (?:\w+ )?jusqu (?:a|au) .{0,25}(?:ce soir|et je|je paie|date a"
    r" laquelle"
    r"|paiement sera|reglement sera|sera effectue|virement partira)|pay in full"
    r"|(?:dites|dis) (?:moi|nous) (?:si|quand|ce que) vous (?:l |le |la )?(?:voyez|avez|recevez)"
    r"|(?:payer|regler|paierai\w*|reglerai) (?:\w+ ){0,2}(?:deux|une seconde|une deuxieme|encore"
    r" une)"
    r" fois|(?:entre|en meme) temps|virement differe|in one go|repartir sur des bases"
    r"|(?:mensualites|echeances) en retard|deja programme|assurance sur le calendrier"
    r"|y voir clair|paye hier|patience svp|le temps de (?:comprendre|retrouver|chercher)",
)
_NO_QUESTION = any_of(
    r"(?:si (?:vous (?:ne |n )?(?:\w+ )?(?:voyez|recevez|avez|trouvez|constatez)"
    r" (?:\w+ )?(?:rien|pas|toujours|aucun|l argent|le virement)|(?:ca|cela"
    r"|le virement"
    r"|le cheque|le paiement|il|elle|rien) (?:\w+ ){0,2}?(?:n |ne |coince|bloque|traine|manque))"
    r"|sinon"
    r"|en cas de (?:souci|probleme|retard)|au besoin"
    r"|dans le cas contraire)\b[^?]{0,80}\b(?:r?appele[zr]"
    r"|dites|ecrivez|prevenez|secouez|signalez|telephonez|relancez|sonnez)",
    r"(?:r?appele[zr]|dites|ecrivez|prevenez|secouez|signalez|telephonez|relancez)(?: le)? (?:moi"
    r"|nous)"
    r" (?:\w+ ){0,2}si (?:vous (?:ne|n)\b|(?:ca|cela|le virement|le cheque|rien|il"
    r"|elle) (?:\w+ )?(?:n"
    r"|ne|coince|bloque|traine|manque)\b)",
    r"si (?:jamais )?(?:\w+ ){0,3}?(?:vous|tu) (?:ne )?(?:voyez|vois|croisez|passez|venez"
    r"|recevez)\b[^?]{0,90}"
    r"\br?appele[zr]|^\W*peut etre y a t il\b|puis je suis|rappelez moi (?:juste )?si|(?:peux"
    r"|pouvons) (?:juste"
    r" )?(?:rien"
    r"|pas) (?:vous "
    r"|te )?dire"
    r"|tout bon \?|^vu \?|tout le monde|(?:indiquer|donner) vos nouvelles coordonnees si",
)


def without_look_alikes(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without those for a human whose sentence only sounds like it."""
    found = {each.intent for each in findings}
    for intent, sounds in _SOUNDS.items():
        if intent in found:
            alike = [each.raw for each in sentences(text) if sounds(each)]
            findings = tuple(
                each
                for each in findings
                if each.intent is not intent
                or each.strength >= _SURE
                or not any(each.span in raw for raw in alike)
            )
    return _without_what_is_not_between_us(findings, text) if Intent.DISPUTE in found else findings


def _without_what_is_not_between_us(
    findings: tuple[Finding, ...], text: str
) -> tuple[Finding, ...]:
    """The findings without disputes in the parts of a sentence that tell of no ground of ours."""
    told = sentences(text)
    places = [
        (each.raw, part)
        for each, following in zip_longest(told, told[1:])
        for part in innocent_parts(each, following)
    ]
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.DISPUTE
        or each.strength >= _SURE
        or not any(_lies_in(each.span, raw, part) for raw, part in places)
    )


def _lies_in(span: str, raw: str, part: tuple[int, int]) -> bool:
    at = raw.find(span)
    return at >= 0 and part[0] <= at and at + len(span) <= part[1]


def only_sounds_like_a_dispute(sentence: Sentence) -> bool:
    """Whether its words of a ground are denied, or about the debtor's own house or a paper."""
    words = sentence.folded
    if _THEIR_DOING.search(words):
        return False
    if _LOOK_ALIKE.search(words) and not _OWN_GROUND.search(words):
        return True
    if is_own_affair(sentence) and not _SUMMONS.search(words):
        return True
    return bool(_DENIED.search(words)) and not _BUT.search(words)


_SOUNDS: dict[Intent, Callable[[Sentence], bool]] = {
    Intent.DISPUTE: only_sounds_like_a_dispute,
    Intent.PLAN_REQUEST: lambda each: bool(_NO_PLAN.search(each.folded)),
    Intent.QUESTION: lambda each: bool(_NO_QUESTION.search(each.folded)),
}


_OWN_GROUND = words_in(
    r"(?:contest\w+|litige|votre (?:materiel|machine|logiciel|technicien|livraison)|livre\w*"
    r"|commande\w*|devis|mais|sauf|pas conforme|rembours\w+|credit)"
)
_PAPERS = (
    r"(?:factures?|relances?|mails?|courriels?|courriers?|lettres?|rappels?|messages?|duplicata"
    r"|copies?|appels?|coups?|mises? en demeure|demandes?|insistance)"
)
_THEIR_DOING = words_in(
    r"vous (?:\w+ )?(?:avez|aviez|etes|etiez) (?!(?:pas|plus|aucune?|jamais) (?:\w+ )?(?:nouvelle"
    r"|reponse|retour|recu|rien)|(?:\w+ )?(?:envoy|adress|transmis|emis|raison|fait"
    r" parvenir|recu|demand|relanc|ecri|tout))",
    rf"(?:apres|depuis|suite a|a cause d\w*|par) (?:votre|vos) (?!soins"
    rf"|(?:dernier\w* |premier\w* )?"
    rf"{_PAPERS})",
    rf"ni (?:les?|la|l|de|d|ce|cette|ces) (?!{_PAPERS})",
    r"(?:par|de) (?:nous|moi|notre (?!(?:banque|bank))|mon (?!banquier)|nos)\b(?=.{0,60}(?:montant"
    r"|quantit|prix|somme|prestation|ecart|faux|fausse|non |correspond|prevu))",
    r"(?:refuse|rejete)\w* (?:expres|volontairement|par (?:nous|moi)\b|a (?:ma|notre) demande)",
    r"non (?:fait|realise|livre|execute|effectue|recu|commande|fourni)\w*",
    r"pas (?:\w+ )?ete (?:fait|realise|livre|execute|effectue|fourni)\w*",
)
"""A creditor's deed, or one's own "no" to it, beside the words: then the ground is a ground."""
_SUMMONS = words_in(
    r"(?:repare|reven|repren|remplac|corrige|livre|finisse|termine|rembourse|annule|rectifie)z\b"
    r"|(?:vous|tu) (?:\w+ )?(?:dev(?:ez|iez|ais|riez)|doi[st])\b(?! (?:\w+ )?(?:avoir|voir|etre))",
    r"(?:defectueu\w+|malfacon\w*|litig\w+|contest(?:e|ons|er)\b|conforme|commande[er]?s?\b(?<!de"
    r" commande)|ordered|owe)",
)
"""What the creditor is called to do, or a plain word of a ground."""
_SURE = 3
_TO_COME = any_of(
    r"(?:autour du|vers le|\w+(?:rai|ra|rons|ront|rez)\b|demain|tomorrow|prochaine?\b|d ici"
    r"|reste\b|restante?s?\b|solde\b|suit\b"
    r"|ensuite|(?<!as )follows\b"
    r"|puis\b|will|ll\b|next|balance|autre\b|seconde?\b|deuxieme|sera\b|complet\w+)"
)
_GONE = any_of(*MADE_ON_A_DAY)
"""A payment that was made on a day: a participle without an auxiliary that looks ahead."""
_PROOF_TO_COME = any_of(
    r"(?:vous |te |t )?(?:envoie|mets|transmets|adresse|joins|enverrai|transmettrai|scanne|faxe"
    r"|ferai"
    r" suivre|fais suivre|donnerai) (?:\w+ ){0,4}?(?:avis|preuve|justificatif|releve|copie|detail"
    r"|ordre|attestation|recu|bordereau|capture|swift|talon)\b(?: (?!et\b)\w+){0,6}",
    r"you (?:should|will|ll|can|may|might) (?:see|have|find|get|receive) (?:it|this|that|the "
    r"(?:money"
    r"|transfer|payment|funds))(?: (?:on|in|by|your|account|statement|bank|tomorrow|today|soon"
    r"|monday"
    r"|tuesday|wednesday|thursday|friday|there|come|through|over|the|next|day|or|two))*",
    r"vous (?:(?:le|l|la|les) )?(?:verrez|aurez|recevrez|devriez)\b[^.;]{0,60}",
    r"(?:virement|paiement|reglement|versement) du (?:solde|reste|tout|complement)",
)
_GOES_ON = frozenset({Intent.PAID, Intent.PROMISE, Intent.ACK, Intent.INVOICE_REQUEST})


def is_over(sentence: Sentence) -> bool:
    """Whether the sentence tells that a ground has ended, or only sounds like one."""
    tags = gist_of(sentence).tags
    return bool(_OVER.takes.search(tags)) and not (
        _OVER.leaves is not None and _OVER.leaves.search(tags)
    )


def without_what_is_over(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without those of a dispute that stand in sentences where it has ended."""
    found = {each.intent for each in findings}
    if Intent.DISPUTE not in found or not found & _GOES_ON:
        return findings
    asked = Intent.INVOICE_REQUEST in found
    over = [
        each.raw
        for each in sentences(text)
        if is_over(each) or (asked and _FORMAL.takes.search(gist_of(each).tags))
    ]
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.DISPUTE or not any(each.span in raw for raw in over)
    )


def without_what_was_paid(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without promises in sentences that surely tell a payment, and none to come."""
    paid = [each for each in findings if each.intent is Intent.PAID]
    if not paid or all(each.intent is not Intent.PROMISE for each in findings):
        return findings
    told = [
        each.raw
        for each in sentences(text)
        if any(
            one.span in each.raw and (one.strength >= _SURE or _GONE.search(each.folded))
            for one in paid
        )
        and not _TO_COME.search(_PROOF_TO_COME.sub(" ", each.folded))
    ]
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.PROMISE or not any(each.span in raw for raw in told)
    )
