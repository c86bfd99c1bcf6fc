"""Paying, having paid and asking for a paper in so few words that the verb is missing.

"389 euros, vendredi, par CB sur votre lien", "Espèces, à votre comptoir, mardi. J'ai le reçu.",
"À la Saint-Michel, comme les fermages": a sum, a means and a day are all that is said. A receipt
in hand tells that the money is gone; a day alone is a commitment only where something vouches for
it. The examples: `TAKES` and `LEAVES`, by intent.
"""

import re

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.given_names import GIVEN_NAMES
from relance_mailer.reading.intents.phrases import (
    WHEN,
    any_of,
    find_by,
    fold,
    rule,
    says,
    sentences,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    (Intent.PAID, "Espèces, à votre comptoir, mardi. J'ai le reçu."),
    (Intent.PAID, "La lettre de change relevé a été présentée et acquittée à l'échéance."),
    (Intent.PAID, "Votre rappel s'est croisé avec mon chèque."),
    (Intent.PAID, "Mon virement était revenu. Je l'ai refait à l'instant."),
    (Intent.PROMISE, "389 euros, vendredi, par CB sur votre lien."),
    (Intent.PROMISE, "92,40 par CB lundi en appelant votre bureau."),
    (Intent.PROMISE, "À la Saint-Michel, comme les fermages."),
    (Intent.PROMISE, "Lundi 30 au plus tard, c'est promis."),
    (Intent.PROMISE, "Le reliquat, vous l'aurez à la Sainte-Barbe."),
    (Intent.PROMISE, "Vu, je vous le paye."),
    (Intent.PROMISE, "je vous mets onze cents euros le quinze avril quand le chantier tombe"),
    (Intent.PROMISE, "Débit début mai."),
    (Intent.PROMISE, "D'ici une dizaine de jours, c'est payé."),
    (Intent.INVOICE_REQUEST, "Il manque notre n° de bon de commande sur la facture."),
    (Intent.INVOICE_REQUEST, "Auriez-vous la gentillesse de nous faire un double de tout ?"),
    (Intent.INVOICE_REQUEST, "Auriez-vous une version lisible ?"),
    (Intent.ACK, "J'ai trouvé votre lettre. Je la remettrai dimanche à notre trésorier."),
    (Intent.ACK, "msg reçu j'en parle au patron"),
    (Intent.ACK, "Facture intégrée, en attente de service fait par la pharmacie."),
    (Intent.DISTRESS, "Règlements ralentis chez nous."),
    (Intent.DISTRESS, "Ce mois-ci la TVA a tout pris."),
    (Intent.DISTRESS, "On racle les fonds de tiroir."),
)
LEAVES = (
    (Intent.PAID, "Espèces, à votre comptoir, mardi."),
    (Intent.PAID, "La lettre de change sera présentée et acquittée à l'échéance."),
    (Intent.PAID, "Votre rappel s'est croisé avec mon avocat."),
    (Intent.PAID, "La porte fermait mal. Je l'ai refaite hier."),
    (Intent.PROMISE, "389 euros, vendredi, par CB ? Jamais."),
    (Intent.PROMISE, "À la Saint-Glinglin, comme d'habitude."),
    (Intent.PROMISE, "Lundi 30 au plus tard, je veux ma livraison."),
    (Intent.PROMISE, "Le reliquat, vous l'aurez quand la porte fermera."),
    (Intent.PROMISE, "Je ne vous le paye pas."),
    (Intent.INVOICE_REQUEST, "Il manque trois cartons sur la facture."),
    (Intent.ACK, "Je la remettrai lundi à mon avocat."),
    (Intent.ACK, "Facture enregistrée, en attente de votre avoir."),
    (Intent.DISTRESS, "Règlements suspendus tant que vous ne livrez pas."),
)

_FEAST = (
    r"(?:a|pour|avant|d ici) la (?:saint|sainte|st|ste) (?!glin|trouduc|frusquin|jamais|sylvain"
    r"|denis|etienne|nazaire|brieuc|malo|lo\b|chamond)[a-z]{3,}"
)
_DAY = rf"(?:{WHEN}|{_FEAST})"
_SUM = r"\d[\d ]*(?:[,.]\d\d)? ?(?:€|euros?|eur|balles)?"
_NUMERAL = (
    r"(?:mille|cents?|vingts?|trente|quarante|cinquante|soixante|dix|onze|douze|treize|quatorze"
    r"|quinze|seize|et|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)"
)
_MEANS = (
    r"(?:par|en|via|avec) (?:un |une |la |ma |notre )?(?:cb|carte(?: bleue| bancaire)?|virement"
    r"(?: instantane)?|cheque|especes|liquide|cash|prelevement|wero|paypal|lien de paiement)\b"
)
_IN_HAND = any_of(
    r"(?:j ai|nous avons|on a|ai) (?:encore |toujours |bien |meme |garde |conserve )?(?:le|mon|un"
    r"|votre|son|notre) (?:\w+ )?(?:recu|ticket|talon|bordereau de (?:remise|versement)|avis de"
    r" (?:debit|virement)|ordre d execution|accuse de virement|facturette)\b"
)
"""A paper that one only has of money that is gone."""
_NOT_PAID = any_of(r"(?:pas|jamais|rien|aucun\w*|plus|refus\w+|rejet\w+|demain|prochaine?)\b")
_WITHOUT_A_VERB = any_of(
    r"(?<!\w )(?:payee? |reglee? )?(?:en )?(?:especes|liquide|cash|carte|carte bleue|carte bancaire"
    r"|cb|cheque)\W+(?:\w+ ){0,1}?(?:a|au|dans|sur|chez) (?:(?:votre|vos|la|le|l|vous) ?)"
    r"(?:comptoir|caisse|magasin|boutique|agence|guichet|accueil|depot|terminal|secretariat|bureau"
    r"|point de vente|showroom)?\b"
)
_OF_MONEY = any_of(r"(?:virements?|cheques?|paiements?|reglements?|prelevements?|mandats?)\b")
_DONE_AGAIN = any_of(
    r"(?:je|j|nous|on) ?(?:l |les |le )?(?:ai|avons|a) (?:tout de suite |aussitot |immediatement"
    r" |donc )?(?:refait|relance|reemis|repasse|ressaisi)s? (?:(?:le|un|ce) (?:virement|paiement"
    r"|ordre) )?(?:a l instant|ce matin|hier|aujourd hui|tout de suite|aussitot|dans la foulee"
    r"|ce soir|a midi|(?:lun|mar|mercre|jeu|vendre|same)di\b|le \d)"
)

_PAID = (
    rule(
        "effet honoré",
        r"(?:lettres? de change(?: relevee?s?)?|lcr|traites?|effets?|billets? a ordre|prelevements?"
        r"|tip)\b(?: (?!n\b|ne\b|pas\b|sera|seront|doit|doivent)[\w/.,]+){0,5}? (?:a|ont) (?:bien"
        r" |deja )?(?:ete |et )(?:bien |deja |dument )?(?:presentee?s? et )?(?:\w+ et )?"
        r"(?:acquitt|honor|pay|debit|encaiss|regl)\w*",
        r"(?:rappel|relance|lettre|courrier|mail|message|ecrit)s?\b(?: \w+){0,4} (?:a|ont|s est"
        r"|se sont|aura|est) (?:\w+ )?crois\w+ (?:avec )?(?:mon|notre|le|ma) (?:cheque|virement"
        r"|reglement|paiement|mandat)",
        leaves=(
            r"(?:pas|jamais|rien|plus|impaye\w*|rejete\w*|refuse\w*|revenu\w*|refus|si)\b"
            r"|decision|avoir\b",
        ),
        strength=3,
    ),
)

_NOT_A_PLEDGE = (
    r"[^?]{0,200}\?|(?:pas|plus(?! tard)|jamais|rien|non|si|quand|lorsque|tant que|des que"
    r"|apres|une fois|sous reserve"
    r"|a condition|sauf|peut etre|esper\w+|possible|propos\w+|livr\w+|repar\w+|repris\w*|reprenez"
    r"|venez|passez|enlev\w+|recuper\w+|rembours\w+|technicien|poseur|rendez vous|rdv|reunion"
    r"|chantier|visite|reponse|avoir|litige|conteste\w*|veux|exige\w*|voulons|attends|attendons"
    r"|hier|dernier|derniere|depuis|deja|avocate?|tribunal|huissier|dit|disiez)\b"
)
_OPENS = (
    r"^\W*(?:(?:bonjour|bonsoir|slt|salut|hello|bjr|ok|oui|bon|alors|donc|re|vu|c est note|note)"
    r"\b\W*){0,2}"
)

_PROMISE = (
    rule(
        "c'est payé d'ici là",
        r"(?:d ici|dans|sous) (?:une? |les |la )?(?:\w+ ){0,3}?(?:jours?|semaines?|mois|quinzaine"
        r"|huitaine|heures?)\W{1,3}c est (?:paye|regle|solde|vire)\b",
        rf"c est (?:fait|paye|regle|vire|solde) (?:pour |d ici |avant )?(?:le |ce )?{WHEN}"
        r"(?: (?:soir|matin|midi))? (?:au plus tard|sans faute|promis|grand max\w*)\b",
        leaves=(_NOT_A_PLEDGE,),
        strength=3,
    ),
    rule(
        "une somme et un jour",
        rf"{_OPENS}{_SUM}\W{{0,3}}{_MEANS}\W{{0,3}}(?:le |pour |des )?{WHEN}",
        rf"{_OPENS}{_SUM}\W{{1,3}}(?:le |pour |des )?{WHEN}\W{{0,3}}{_MEANS}",
        rf"{_OPENS}{_MEANS}\W{{0,3}}(?:le |pour |des )?{WHEN}\W{{1,3}}{_SUM}",
        leaves=(_NOT_A_PLEDGE,),
        strength=3,
    ),
    rule(
        "un jour, et rien d'autre",
        rf"{_OPENS}(?:ce sera |disons |mettons |plutot )?{_FEAST}\W*(?:$|[,.!:;])",
        rf"{_OPENS}(?:pour |ce sera |le |au |d ici )?(?:le |la )?{WHEN}(?: \d{{1,2}}\b)?"
        r"(?: \w+)?\W{0,3}(?:au plus tard|sans faute|dernier delai|grand max\w*|c est (?:promis"
        r"|jure|sur|certain|ferme)|promis|jure|sur et certain|parole)\b",
        rf"{_OPENS}(?:ce sera |c est |pour )?(?:le |la |au )?{WHEN}(?: (?:du mois )?prochaine?)?,?"
        rf" comme"
        r" (?:d ?hab\w*|toujours|a l habitude|convenu|chaque mois|tous les mois|prevu|promis)\W*$",
        rf"{_OPENS}(?:debit|decaissement|mise en paiement) (?:le |au |pour |prevue? |en |fin |debut"
        rf" |mi )*{WHEN}",
        rf"(?:reponse (?:courte|breve|rapide|simple|express)|bref|en bref|pour faire court|en un"
        rf" mot|au plus court)\b[^:;?]{{0,60}} ?: (?:ce sera |c est )?(?:le |au )?{WHEN}\W*$",
        leaves=(_NOT_A_PLEDGE,),
    ),
    rule(
        "somme et jour en lettres",
        r"(?:je|on|nous) (?:vous |te )(?:\w+ )?(?:paie|paye|regle|verse|vire|mets|donne|apporte)\b"
        rf"[^;?]{{0,60}}?(?:{_NUMERAL} ){{1,6}}(?:euros? )?(?:le|pour le|au) (?:premier|{_NUMERAL}"
        rf"(?: {_NUMERAL}){{0,2}}) (?:janv|fev|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec)\w*",
        leaves=(
            r"[^?]{0,200}\?|(?:si vous|si tu|tant que|sous reserve|a condition|peut etre|esper\w+"
            r"|propos\w+|livr\w+|repar\w+|repris\w*|avoir|litige|conteste\w*|par mois|possible)\b",
        ),
        strength=3,
    ),
    rule(
        "vous l'aurez tel jour",
        r"(?:reliquat|solde|reste|somme|argent|montant|du|cheque|virement|reglement|paiement|sous"
        rf"|(?:€|euros?|eur))\b[^;?]{{0,40}}\b(?:vous|tu) (?:l|les|le|la) (?:aurez|auras|recevrez"
        rf"|toucherez|recevras)\b(?! (?:pas|jamais|plus|que)\b)[^;?]{{0,20}}?{_DAY}",
        leaves=(
            r"[^?]{0,200}\?|(?:si|quand|lorsque|tant que|des que|apres|une fois|sous reserve"
            r"|sauf|vous ne"
            r"|a condition|peut etre|esper\w+|propos\w+|livr\w+|repar\w+|repris\w*|avoir|litige"
            r"|conteste\w*)\b",
        ),
        strength=3,
    ),
    rule(
        "engagement en deux mots",
        r"(?:je|on|nous) (?:vous |te )(?:le|la|les|l) (?:paie|paye|regle|vire|payons|reglons|virons"
        r"|solde)\W*(?:$|[.,;!])",
        r"(?:ca|cv|sa) (?:va )?(?:partir|part|etre vire|etre regle) (?:ds|dans) (?:la |une )?"
        r"(?:huitaine|quinzaine|semaine|journee|foulee)",
        rf"(?:je|on|nous) (?:vous )?(?:regle|paie|paye|vire|envoie|fai[st]?) (?:\w+ )?ds (?:la |une"
        rf" |les )?\w+|(?:je|on) (?:vous |te )(?:sors|mets|pose|aligne|lache"
        rf"|file) (?:les )?(?:{_SUM}|(?:{_NUMERAL} ){{1,6}}euros?)",
        leaves=(_NOT_A_PLEDGE.replace("|dit|disiez", ""),),
    ),
)

_NUMBER_OF = (
    r"(?:(?:n|no|numero|num|code|reference|ref)\W{0,3}(?:de |d |du )?(?:bon de commande|commande"
    r"|bdc|engagement|service|marche|siret|siren|tva|po|affaire|bon)|bon de commande|siret|po)\b"
)
_INVOICE = (
    rule(
        "numéro qui manque",
        rf"(?:il |y )?manque (?:(?:juste|encore|toujours|seulement|que) )?(?:le|notre|nos|un|votre"
        rf"|vos|son|de|du) (?:\w+ )?{_NUMBER_OF}",
        rf"(?:notre|le|votre|nos) {_NUMBER_OF}(?: \w+){{0,3}}? (?:n apparait|ne figure|n est|n y"
        rf" figure|manque|absent|est absent|fait defaut|ne ressort)\w*",
        rf"(?:sans|faute d\w*|depourvue? d\w*) (?:le |la |notre |son |ce |du )?{_NUMBER_OF}[^.;]"
        r"{0,40}(?:portail|plateforme|chorus|systeme|compta\w*|impossible|rejet\w*|refus\w*"
        r"|bloqu\w*"
        r"|ne (?:peut|peux|pouvons|pourra|passe))",
        leaves=(
            r"cartons?|colis|palettes?|pieces? (?!jointe)|livr\w+|quantit\w+|jamais (?:passe"
            r"|commande)|prix|montant|tarif|aucune commande|pas (?:de|passe) commande",
        ),
        strength=3,
    ),
    rule(
        "un double, poliment",
        r"(?:auriez|aurais|ayez|avoir|faites|serait|pourriez|pouvez|pourrais)\b[^.;]{0,60}\b(?:nous"
        r"|me|m|d en) (?:en )?(?:faire|tirer|sortir|editer|imprimer|refaire) (?:un|des|une|le|les)"
        r" (?:doubles?|copies?|duplicatas?|tirages?|exemplaires?|photocopies?)\b",
        r"(?:auriez|avez|aurais|as|existe t il|y a t il) (?:vous |tu )?(?:\w+ )?(?:une"
        r"|un) (?:version"
        r"|copie|exemplaire|scan|pdf|fichier|tirage|format|double) (?:plus )?(?:lisible|nette?"
        r"|complete?|correcte?|propre|entiere?|exploitable)",
        r"(?:parvenir|envoy\w+|adress\w+|transm\w+|communiqu\w+|besoin d|faudrait|fourni\w*)\b[^.;]"
        r"{0,30}\b(?:un|le|votre|l) ?(?:releve d identite bancaire|releves? d identite postal\w*)",
        leaves=(r"avoir (?:de|pour|sur) |justifi\w+|rectifi\w+|huissier|avocat",),
    ),
)

_CARRIERS = (
    r"(?:tresori\w+|comptab\w+|president\w*|patronn?e?|secretaire|direct\w+|gerante?|compta|bureau"
    r"|chef|cheffe|boss|associee?|responsable|mari|femme|fille|fils|maire|intendant\w*|econome"
    r"|service \w+|syndic|tut\w+|curat\w+|daf|collegue)\b"
)
_ACK = (
    rule(
        "facture en circuit",
        r"(?:factures?|pieces?|demande) (?:\w+ )?(?:integree?|enregistree?|saisie?|deposee?"
        r"|recue?)s?[^.;?!]{0,20}\ben attente (?:de|du|d) ?(?:la |l )?(?:service fait|bon a payer"
        r"|visa|mandatement|validation|signature|ordonnancement|circuit)\b",
        leaves=(r"avoir\b|conforme|litige|corrig|rectif|manqu",),
    ),
    rule(
        "remis à qui de droit",
        r"(?:je|on|nous|j) (?:vais )?(?:la|le|les|l|en) (?:remett\w+|remets|donn\w+|pass\w+"
        r"|montr\w+"
        r"|port\w+|transm\w+|parl\w+|toucher\w*|touche)(?: (?:un mot|deux mots|\w+di|demain|ce soir"
        rf"|aujourd hui|\w+)){{0,2}} (?:a|au|a l|aux) (?:notre |mon |ma |la |le |l "
        rf"|nos )?{_CARRIERS}",
        leaves=(
            r"[^?]{0,200}\?|avocat\w*|huissier|tribunal|juridique|police|plainte|(?:ne"
            r"|n) (?:\w+ )?(?:remett"
            r"|donn|pass|transm)\w* (?:pas|rien)|poubelle|facture a (?:la|votre)|cheque|enveloppe"
            r"|argent|paie|regle\b",
        ),
    ),
)
_OUR_LETTER = any_of(
    r"(?:lettres?|mails?|msg|messages?|courriers?|courriels?|relances?|rappels?|factures?|dossier"
    r"|papiers?)\b"
)

_DISTRESS = (
    rule(
        "fonds de tiroir",
        r"(?:tva|urssaf|impots?|cotisations?|msa|loyers?|salaires?|paies?|fisc"
        r"|treizieme mois) (?:nous |m"
        r" )?(?:a|ont) (?:presque )?tout (?:pris|mange|avale|emporte|rafle|englouti)",
        r"racl\w+ (?:les |le )?fonds? (?:de|du|des) (?:nos |mes )?tiroirs?|tir\w+ (?:la langue"
        r"|le diable"
        r" par la queue)",
        leaves=(r"[^?]{0,200}\?|(?:vous|votre|vos)\b",),
    ),
    rule(
        "paiements ralentis",
        r"(?:reglements?|paiements?|virements?|depenses|decaissements?|comptes?|tresorerie)"
        r"(?: \w+){0,2} (?:ralentis?|gele[es]*|suspendue?s?|retardee?s?|au point mort|au ralenti"
        r"|a l arret|en pause|freinee?s?|stoppee?s?|bloquee?s?) (?:chez nous|ici|en ce moment"
        r"|actuellement|pour l instant|par (?:le siege|la direction|le groupe|la maison mere"
        r"|l actionnaire))",
        leaves=(
            r"(?:vous|votre|vos|litige|tant que|jusqu|conteste\w*|livr\w+|avoir|reserve\w*|pas"
            r"|plus|fini|justice|juge|tribunal)\b",
        ),
    ),
)


_COURTESY = (
    r"(?:bonjour|bonsoir|madame|monsieur|messieurs|mesdames|merci|(?:bien )?cordialement|bien a"
    r" vous|bonne (?:journee|reception|soiree|semaine)|(?:sinceres |mes )?salutations|cdt|cdlt)"
)
_BARE = re.compile(
    rf"\W*(?:{_COURTESY}\W+)*(?:(?:je|nous|on) (?:vous |la |le |les )?(?:reglerai|reglerons|reglons"
    r"|reglera|regle|paierai|paierons|payons|paiera|paie|virerai|virerons|virons|vire)"
    r"(?: (?:la|votre|cette|vos) factures?)?(?: par (?:virement|cheque|carte|cb))?"
    r"(?: au plus tard)?|notez) (?:demain|apres demain|aujourd hui|ce soir|cette semaine"
    r"|la semaine prochaine|(?:a la |en )?fin (?:de |du )?(?:mois|semaine)|sous huitaine"
    rf"|(?:fin|debut|mi) (?:{MONTH})"
    rf"|{WEEKDAY}(?: prochain)?(?: \d{{1,2}})?|(?:le|pour le) (?:{WEEKDAY} )?\d{{1,2}}(?:er)?"
    rf"(?: (?:{MONTH})(?: \d{{4}})?)?)(?:\W+{_COURTESY})*\W*"
)


_ENGLISH_COURTESY = (
    r"(?:hi|hello|dear|good (?:morning|day|afternoon|evening)|(?:many )?thanks|thank you|ta|cheers"
    r"|(?:kind |best |warm )?(?:regards|wishes)|best|sorry|apologies|oops|promised?"
    r"|you have my word|without fail|at the latest|(?:sir|madam|all|team))"
)
_BARE_ENGLISH = re.compile(
    rf"\W*(?:{_ENGLISH_COURTESY}\W+)*(?:(?:i|we) (?:ll|will|shall) (?:pay|settle|transfer|send)"
    r"(?: (?:it|this|the (?:invoice|amount|bill|balance|money)|your (?:invoice|bill|money)))?"
    r"(?: by (?:bank transfer|transfer|wire|card|cheque))?|you (?:ll|will|shall) (?:have|get) (?:it"
    r"|the money|your money|payment)|payment(?: (?:goes out|leaves|follows|will (?:follow|go out"
    r"|be made)))?|(?:i m |we re )?(?:paying|doing) (?:it|this|you))(?: first thing)?"
    rf" (?:(?:on |this |next |by )?(?:{WEEKDAY}|(?:mon|tues|wednes|thurs|fri)day|weds?|thurs?"
    r"|fri)(?: (?:the )?\d{1,2}(?:st|nd|rd|th)?)?|tomorrow|today|next week"
    r"|within (?:24|48|72) hours"
    r"|(?:by |at )?the end of (?:the|this) (?:week|month)"
    rf"|(?:on |by )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?(?: (?:{MONTH}))?)"
    rf"(?:\W+{_ENGLISH_COURTESY})*\W*"
)
_SIGNED = re.compile(
    r"\n\s*(?:(?P<given>[A-ZÉÈÀÇ][\w’'-]+)|[A-ZÉÈÀÇ]\.(?= ))(?: [A-ZÉÈÀÇ][\w.’'-]*){0,2}\s*$"
)


def is_a_bare_promise(text: str) -> bool:
    """Whether a text says who pays on which day, and nothing else but a courtesy and a name."""
    words = fold(_without_signature(text))
    told = _BARE.fullmatch(words) or _BARE_ENGLISH.fullmatch(words)
    return len(text) <= _BARE_MOST and told is not None


def _without_signature(text: str) -> str:
    """Without a last line that is a name: any other word there ("Réparez") may be a ground."""
    line = _SIGNED.search(text)
    if line is None or (line["given"] and fold(line["given"]) not in GIVEN_NAMES):
        return text
    return text[: line.start()]


_BARE_MOST = 160


def find(text: str) -> tuple[Finding, ...]:
    """What is paid, promised, asked for or passed on without a verb of its own."""
    paid = (*find_by(Intent.PAID, _PAID, text), *_with_a_receipt(text), *_done_again(text))
    named = says(text, _OUR_LETTER)
    return (
        *paid,
        *(() if paid else find_by(Intent.PROMISE, _PROMISE, text)),
        *find_by(Intent.INVOICE_REQUEST, _INVOICE, text),
        *(find_by(Intent.ACK, _ACK, text) if named else ()),
        *find_by(Intent.DISTRESS, _DISTRESS, text),
    )


def _with_a_receipt(text: str) -> tuple[Finding, ...]:
    """Means and place, and a receipt in hand: "Espèces, à votre comptoir. J'ai le reçu."."""
    if not says(text, _IN_HAND):
        return ()
    return tuple(
        Finding(intent=Intent.PAID, span=each.raw, rule="reçu en main", strength=3)
        for each in sentences(text)
        if _WITHOUT_A_VERB.search(each.folded) and not _NOT_PAID.search(each.folded)
    )


def _done_again(text: str) -> tuple[Finding, ...]:
    """A payment that came back and was made again, said of it in the same breath or the next."""
    found = []
    before = ""
    for each in sentences(text):
        done = _DONE_AGAIN.search(each.folded)
        if done is not None and _OF_MONEY.search(f"{before} {each.folded}"):
            span = each.raw[done.start() : done.end()]
            found.append(Finding(intent=Intent.PAID, span=span, rule="refait", strength=3))
        before = each.folded
    return tuple(found)
