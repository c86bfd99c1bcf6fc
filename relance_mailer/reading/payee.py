"""Whether money goes where it is owed: not to changed bank details, nor into somebody else's hands.

Whoever has paid is asked in the whole text: the money is gone, and one word of another account is
a reason to look. Whoever promises is asked sentence by sentence: there is time yet, and people
speak of their own bank, ask for our details, or take the ones that stand on the invoice.
Takes: `DOUBTED`. Leaves: `PLAIN`.
"""

from relance_mailer.reading.gates import Gated
from relance_mailer.reading.intents.order import Weighed
from relance_mailer.reading.intents.phrases import any_of, says, sentences, words_in
from relance_mailer.reading.own_banking import moved_bank, without_own_banking
from relance_mailer.reading.payee_told import (
    WITH_A_PAPER,
    promises_to_somebody_else,
    tells_of_other_details,
    tells_of_somebody_else,
)
from relance_mailer.words import Intent

DOUBTED = (
    "Je fais le virement vendredi sur le nouvel IBAN que vous m'avez envoyé hier.",
    "Je vous paie le 5, j'ai modifié votre RIB comme demandé.",
    "Je verse lundi à votre sous-traitant.",
)
PLAIN = (
    "Virement vendredi sur votre IBAN habituel.",
    "Nous avons changé de banque, le virement part vendredi.",
    "Le chèque part vendredi, je le donne à votre chauffeur.",
)

_DETAILS_CHANGED = (
    r"(?:chang|updat|amend|alter|replac|correct|edit|modif)(?:ed|ied|ing) (?:your (?:\w+ )?(?:bank"
    r"|account|iban|payment details|details|sort code)|(?:the |these )?(?:bank|account|payment)"
    r" details|(?:the )?(?:iban|sort code))\b(?! (?:of|for) (?:our|my)\b)"
)
_NEW_BANK = any_of(
    r"votre (?:nouvelle|autre) banque|votre (?:nouveau|autre) (?:compte|rib|iban)",
    r"(?:nouvel|nouveau|nouvelles?|autre|cet?) (?:nouvel |nouveau )?(?:iban|rib\b"
    r"|compte bancaire|coordonnees bancaires)|changement de banque"
    r"|(?<!traite d )(?<!traitee d )escroc\w*",
    r"(?<!notre )(?<!mon )(?<!ma )(?:nouve(?:l|au|lles?)|changement(?: de| d)?|chang\w+ (?:de"
    r"|d)|dernieres?"
    r"|modifi\w+|autre|ancien(?:nes?)?) (?:votre |vos |le )?(?:iban|rib\b|banque"
    r"|coordonnees bancaires|domiciliation|compte bancaire)(?=.{0,200}(?:vous"
    r"|votre|que|communiq|indiqu|recu|mail|envoy))",
    r"(?:iban|rib|coordonnees bancaires|compte) (?:\w+ ){0,6}(?:recus?|transmis"
    r"|communiques?|indiques?(?! (?:sur|dans|(?:en|au) (?:bas|pied) de) (?:la|les|vos|votre|cette)"
    r" factures?)|que vous (?:m |nous )?avez|dans votre (?:mail"
    r"|message)|de votre mail)",
    r"(?:iban|rib|coordonnees bancaires|compte) (?:du|d un|de ce|de ton|dans le|dans un) (?:dernier"
    r" |nouveau )?(?:e ?mail|mail|sms|texto|message|courriel)\b",
    r"votre banque (?:a|avait|aurait|ayant) (?:\w+ )?chang\w*(?! (?:mon|le|la|notre"
    r"|les|sa|son|ses|leur"
    r"|d (?:horaires|adresse|agence)))",
    r"(?:sur|vers) (?:le|l|un|ce|cet) ?(?:nouveau|nouvel|autre) (?:compte|rib|iban)\b"
    r"(?! (?:de (?:notre|mon|ma|l|la)|pro\b|joint|courant|commun|a (?:nous|moi)))",
    _DETAILS_CHANGED,
    r"(?<!\bour )(?<!\bmy )(?:new|updated|changed) (?:bank|account|iban)\b|neue (?:bankverbindung"
    r"|iban)"
    r"|nueva cuenta|nuovo iban",
    r"(?:compte|iban|rib|coordonnees) (?:\w+ ){0,3}qu(?:e|) (?:votre|un de vos|une de vos|on|il"
    r"|elle) (?:\w+ ){0,3}(?:m |nous )?a (?:\w+ )?(?:donne|transmis|envoye|communique|indique"
    r"|passe|fourni)\w*",
    r"(?:compte|iban|rib|coordonnees) (?:\w+ ){0,3}que (?:m|nous) (?:a|ont) (?:\w+ )?(?:donne"
    r"|transmis"
    r"|envoye|communique|indique|passe|fourni|dicte)\w*",
    r"(?:account|iban|bank details) (?:(?:number|that|which) )?(?:you|your \w+|someone|somebody|he"
    r"|she|they) (?:have |had |has |just )?(?:\w+ )?(?:gave|given|sent|e ?mailed|mailed|provided"
    r"|supplied)",
    r"(?:account|iban|bank details) (?:from|in) your (?:last |latest |recent )?(?:e ?mail|mail"
    r"|message)",
    r"(?:lituanie\w*|letton\w*|estonie\w*|bulgare|polonais|chypriote|maltais|lithuanian|latvian"
    r"|estonian|bulgarian|polish|cypriot) (?:\w+ )?(?:iban|account|bank|compte|banque)"
    r"|(?:iban|compte|banque) (?:\w+ )?(?:lituanie\w*|letton\w*|estonie\w*|bulgare|polonais\w*"
    r"|chypriote|maltais)",
)
_OWN_BANK = any_of(
    r"(?:nous|on|j|je|ai|avons) (?:ai |avons |a )?(?:change|changer) de banque"
    r"|changement de banque (?:chez|de notre)|notre (?:nouvelle"
    r"|changement de) banque|depuis (?:le|notre|un) (?:nouveau"
    r"|changement de) (?:compte|banque)|a votre ancien"
)
_ELSEWHERE = words_in(
    r"(?:a|au) (?:la |le |l |votre |une? |un de vos )?(?:\w+ )?(?:stagiaire|livreu\w+|chauffeur"
    r"|apprenti\w*"
    r"|technicien\w*|ouvrier|vendeu\w+|commercial\w*)\b[^.;]{0,40}\b(?:en especes|en liquide"
    r"|en cash"
    r"|en billets)",
    r"(?:paye|regle|vire|verse|virement|paiement|cheque)(?:e|es"
    r"|s)? (?:\w+ ){0,6}(?:au (?:factor|affactur\w+|recouvreur)"
    r"|a (?:la societe d affacturage|un tiers|une autre societe|l huissier"
    r"|un escroc|la mauvaise)|le factor|a (?:votre|l|un|une|la) (?:sous traitante?"
    r"|prestataire|partenaire|poseur|technicien|livreur|chauffeur|huissier|avocat"
    r"|ancien\w*)|a votre (?:factor|commercial|filiale"
    r"|confrere|maison mere))|(?:especes|liquide|main propre|cash"
    r"|encaisse)\b.{0,60}(?:livreur|chauffeur|commercial|vendeur|gars|technicien"
    r"|monteur|poseur|ouvrier|apprenti|stagiaire|installateur|interimaire|macon|plombier"
    r"|electricien|peintre|couvreur|jardinier)"
    r"|(?:livreur|chauffeur|commercial|vendeur) .{0,30}(?:encaisse|en especes"
    r"|en liquide)|societe de recouvrement a recu|erreur de (?:beneficiaire"
    r"|destinataire)|au mauvais (?:beneficiaire|compte|fournisseur)"
    r"|sur (?:un )?(?:mauvais|autre) (?:compte|iban|rib)"
    r"|(?:part\w*|paye\w*|regle\w*|vire\w*|verse\w*|virement|paiement)\b.{0,80}"
    r"\bau (?:profit|benefice) d(?:e|u|es)?\b(?! (?:votre|vos)\b)",
    r"(?:pay|regl|vir|vers|sold|acquitt)\w* (?:directement |deja |donc |bien )?(?:a |chez |aupres d"
    r"e |vers )?(?!notre |mon |nos |par )(?:\w+ ){0,2}?factor(?:ing|france)?\b(?! (?:nous|m|me)\b)"
    r"|(?:pay|regl|vir|vers)\w* (?:directement |deja |donc )?(?:a |au |aupres d\w* )?(?:votre|vos"
    r"|l un de vos) (?:fournisseurs?|grossistes?|fabricants?|importateurs?|bailleurs?"
    r"|transporteurs?)\b",
    r"(?:pay|regl|sold|acquitt|honor|debit)\w*\b[^.;?!]{0,50}\bpar (?:une? |des "
    r"|d autres )(?:\w+ )?"
    r"(?:societes?|entreprises?|personnes?|gens|tiers|boites?|compte|titulaire)\b[^.;?!]{0,30}\b"
    r"(?:inconnu\w*|(?:ne|n) (?:\w+ )?(?:connai|sai|sav|ident|repond)\w*)",
    r"(?:pas|non) (?:par|depuis|avec) (?:notre|nos|mon) (?:\w+ )?(?:comptes?|banque|caisse|carte)\b"
    r"(?! (?:habituel|courant|pro|principal|perso|joint|d epargne))",
    r"c est (?!grace\b|suite\b)(?:\w+ )?a (?:eux|lui|elles?) que\b(?! vous)",
    r"(?:sur|vers|a) (?:le|un|cet|l|votre) ?(?:\w+ )?(?:compte|iban|rib) (?:\w+ )?(?:que vous"
    r" (?:aviez|utilisiez|donniez)|d avant\b|de l epoque|qui n (?:est|existe|etait) plus"
    r"|(?:qui )?figur\w+ sur (?:vos|les|une|votre) (?:anciennes? \w+|factures? d(?:e|u) (?:20\d\d"
    r"|l an)))",
    r"(?:huissier|commissaire de justice|recouvr\w+|affactur\w+)\b.{0,90}(?:a recu|paye\w*|regle\w*"
    r"|verse\w*|encaisse\w*)\b",
    r"(?:paye|regle|verse|remis|especes|liquide|cash)\w*\b.{0,60}(?:au monsieur|a la dame"
    r"|recouvr\w+|huissier|commissaire de justice)",
    r"(?:paye|regle|vire|verse|paiement|virement|cheque)\w* .{0,60}votre (?:ancien\w*|sous"
    r" traitante?"
    r"|gerante?|vendeur|vendeuse|collaborat\w+)|detourn\w+"
    r"|(?<!mienne a ete )(?<!carte a ete )"
    r"(?<!carte bleue a ete )(?<!carte bancaire a ete )(?<!carte )pirat\w+|frauduleu\w+"
    r"|faux (?:rib|mail)",
)

_DETAILS = (
    r"(?:ibans?|ribs?|rip|coordonnees(?: bancaires)?|(?:references|infos) bancaires"
    r"|domiciliation(?: bancaire)?)\b"
)
_YOURS = r"(?:votre|vos|ton|tes)"
_NEW = r"(?:nouve(?:l|au|lle|lles|aux)|dernier\w*|autres?)"
_NOT_OWN = r"(?! (?:bancaires? )?(?:de |du |d |a )(?:mon|ma|mes|notre|nos|son|sa|leur)\b)"
_GAVE = r"(?:donn|transmi|envoy|communiqu|indiqu|pass|fourni|dict|adress|montr|ecri|precis|fil)\w*"
_YOUR_PEOPLE = (
    r"(?:vous|votre \w+|un(?:e)? de vos \w+|vos \w+|on|il|elle|quelqu un|le monsieur|la dame|un"
    r" monsieur|une dame|une personne)"
)
_WITH_THE_INVOICE = (
    r"(?![^.;,]{0,40}\b(?:(?:sur|avec|dans|(?:en|au) (?:bas|pied|dos) de) (?:la|les|l|vos|votre"
    r"|cette|ma|une) (?:\w+ )?(?:factures?|devis|commande|releves?|relances?|rappels?|courrier)"
    r"|l an (?:dernier|passe)|a ma demande|(?:comme|que j ai|que nous avons) demandee?s?))"
)
_PROMISED_NEW = words_in(
    rf"{_DETAILS} (?:du|d un|de ce|de ton|dans le|dans un) (?:dernier "
    rf"|nouveau )?(?:e ?mail|mail|sms"
    r"|texto|message|courriel)\b",
    # Details that are new, and not the writer's own.
    rf"{_YOURS} (?:\w+ )?{_NEW} (?:{_DETAILS}|compte|banque)",
    rf"(?:le|la|les|l|ce|cet|ces|un|une|au|aux) {_NEW}s? {_DETAILS}{_NOT_OWN}",
    rf"(?:sur|vers|au|pour|aupres d\w*) (?:le |la |l |un |une |cet? )?{_NEW} (?:comptes?|banque)\b"
    rf"{_NOT_OWN}",
    rf"{_YOURS} changement (?:de |d )?(?:compte|banque|{_DETAILS})",
    rf"(?<!notre )(?<!mon )changement (?:de |d |des )(?:vos )?{_DETAILS}{_NOT_OWN}",
    r"vous (?:avez |venez de |etes )?(?:\w+ )?(?:chang\w+|modifi\w+|pass\w+) (?:de |d |vos |a |chez"
    rf" )?(?:\w+ )?(?:banque|compte|{_DETAILS})",
    rf"(?:modifi|chang|remplac|corrig|actualis|mettr|mis|rectifi)\w* (?:bien )?(?:a jour )?"
    rf"{_YOURS} (?:ancien\w* )?(?:{_DETAILS}|compte|banque)",
    rf"{_YOURS} (?:{_DETAILS}|compte|banque) (?:\w+ ){{0,3}}?(?:a|ont|ayant|vient d|viennent d)"
    r" (?:bien )?(?:ete |etre )?(?:change|modifi)\w*",
    rf"(?:le|l|les) (?:{_DETAILS}|compte) ayant (?:ete )?(?:change|modifi)\w*",
    rf"(?:plus|pas) (?:sur |a |avec )?(?:l |le |la |les |votre |vos )?ancien(?:ne)?s?"
    rf" (?:compte|banque|{_DETAILS})",
    # Details that somebody sent, said or dictated, and no invoice of ours.
    rf"(?:compte|banque|{_DETAILS}) (?:\w+ )?(?:que |qu )(?:vous|tu) (?:m |nous |me |venez de )*"
    rf"(?:avez |as |aviez )?(?:\w+ )?{_GAVE}{_WITH_THE_INVOICE}",
    rf"(?:compte|{_DETAILS}) (?:\w+ )?(?:que |qu ?){_YOUR_PEOPLE} (?:m |nous |me )*(?:a |ont )"
    rf"(?:\w+ )?{_GAVE}",
    rf"(?:compte|{_DETAILS}) dont {_YOUR_PEOPLE} (?:m |nous |me )*(?:a |ont |avez )"
    rf"(?:\w+ )?{_GAVE}",
    rf"(?:compte|{_DETAILS}) (?:\w+ )?(?:que|qu) (?:m|nous) (?:a|ont) (?:\w+ )?{_GAVE}",
    rf"(?:compte|{_DETAILS}) (?:\w+ )?(?:recue?s?|transmis\w*|communiquee?s?|donnee?s?|dictee?s?"
    rf"|envoyee?s?|indiquee?s?|figurant|qui (?:est|figure)) (?:\w+ )?(?:par|dans|hier|ce matin"
    rf"|aujourd hui|au telephone|cette semaine|(?:lun|mar|mercre|jeu|vendre|same)di)\b"
    rf"{_WITH_THE_INVOICE}(?! (?:par )?(?:la|votre|cette) (?:facture|relance))",
    rf"(?:compte|{_DETAILS}) (?:de|dans|en|du|figurant dans) (?:votre|ton|vos|ce) (?:\w+ )?(?:mail"
    r"|message|sms|texto|courriel|e mail)\b",
    # Details of a far country, or in English, German, Spanish.
    r"(?:iban|compte|banque|rib) (?:\w+ )?(?:(?:en|a l|au) )?(?:etrangere?|lituani\w+|letton\w*"
    r"|lettonie|estoni\w+|bulgar\w+|polon\w+|polonais\w*|pologne|chypr\w+|malt\w+|irlandais\w*"
    r"|irlande|portugais\w*)",
    r"(?:your|the|a) (?:new|updated|changed|other|latest) (?:bank|account|iban|details)\b"
    r"|(?:account|iban|bank details) (?:(?:number|that|which) )?(?:you|your \w+|someone|somebody"
    r"|he|she|they) (?:have |had |has |just )?(?:\w+ )?(?:gave|given|sent|e ?mailed|mailed"
    r"|provided|supplied)|(?:account|iban|bank details) (?:from|in) your (?:last |latest |recent )?"
    r"(?:e ?mail|mail|message)|(?:your|the) change of (?:bank|account|iban)",
    _DETAILS_CHANGED,
    r"(?:ihre|die) (?:neue|geanderte)n? (?:bankverbindung|iban|kontonummer)|neues konto"
    r"|(?:su|la) nueva cuenta|(?:il|vostro) nuovo iban",
)
_ASKED_FOR = words_in(
    r"(?:envoy|communiqu|adress|donn|indiqu|precis|confirm|rappel)(?:er|ez) (?:moi |nous |bien )?"
    rf"(?:\w+ )?(?:votre|vos|le|les|l|un) (?:\w+ )?{_DETAILS}"
    rf"|(?:transmett|fourni|joi(?:nd|gn))(?:re|ez|r|ssez) (?:moi |nous |bien )?"
    rf"(?:\w+ )?(?:votre|vos|le|les|l|un) (?:\w+ )?{_DETAILS}"
    rf"|(?:depuis|a partir d\w*|avec|debit\w*|joins|joint|voici|trouver\w*|attends?|recu)"
    rf" (?:\w+ ){{0,2}}?(?:mon|ma|mes|notre|nos) (?:\w+ )?(?:{_DETAILS}|compte|banque)"
    rf"|(?:auriez|avez) vous (?:\w+ )?{_DETAILS}|(?:send|let) (?:me|us) (?:have )?your"
)
"""Our details are asked for, or the writer's own are told: nothing goes there yet."""

_TO_PAY = (
    r"(?:p[ae]i(?:e|es|erai|erons|era|eront)|pay(?:e|er|ons|erai|erons|era)|regl(?:e|er|ons|erai"
    r"|erons|era)|vers(?:e|er|ons|erai|erons|era)|vir(?:e|er|ons|erai|erons|era)|donn(?:e|er|ons"
    r"|erai|erons|era)|remet(?:s|tre|tons|trai|trons)|virements?|reglements?|paiements?"
    r"|versements?)\b"
)
_THIRD = (
    r"(?:factor\b|affactur\w+|huissiers?|commissaires? de justice|recouvreurs?|(?:societe|cabinet"
    r"|organisme|agence|boite) (?:de recouvrement|d affacturage))"
)
_YOUR_HANDS = (
    r"(?:livreu\w+|chauffeur|commercial\w*|vendeu\w+|technicien\w*|monteu\w+|poseu\w+|ouvriers?"
    r"|apprenti\w*|stagiaire|installat\w+|interimaire|macon|plombier|electricien|peintre|couvreur"
    r"|jardinier|gars|sous traitante?s?|prestataires?|partenaires?|filiale|maison mere|confrere"
    r"|anciens? \w+|anciennes? \w+|gerante?|collegue|patron)"
)
_PROMISED_ELSEWHERE = words_in(
    rf"{_TO_PAY} (?:\w+ ){{0,4}}?(?:le |l |la |a |au |aux |a l |a la |chez |via |entre les mains d"
    rf"[eu]? )(?:l |la |votre )?{_THIRD}(?! (?:n|ne|est|serait|m|a|inutile|pas)\b)",
    rf"{_TO_PAY} (?:\w+ ){{0,4}}?(?:a |au |aux |directement |en direct )(?:a )?(?:un de )?(?:votre"
    rf" |vos |l |la |le )?{_YOUR_HANDS}\b",
    rf"(?:paierai|payerai|reglerai|paie|paye|regle|paierons|reglerons) (?:\w+ )?(?:votre|le)"
    rf" {_YOUR_HANDS}\b(?! (?:a|m|nous|est|n|ne|avait)\b)",
    r"(?:en especes|en liquide|en cash|de la main a la main|en main propre)\b.{0,60}"
    rf"\b(?:a|au|aux) (?:votre |vos |un de vos |l |la )?{_YOUR_HANDS}\b",
    rf"(?:a|au|aux) (?:votre |vos |un de vos |l |la )?{_YOUR_HANDS}\b.{{0,40}}\b(?:en especes"
    r"|en liquide|en cash|de la main a la main|en main propre)",
    rf"{_TO_PAY}.{{0,60}}\bau (?:profit|benefice) d(?:e|u|es)?\b(?! (?:votre|vos)\b)",
    rf"{_TO_PAY} (?:\w+ ){{0,5}}?(?:sur|vers) (?:le|un) (?:compte|rib|iban) (?:d |de |du |au nom d"
    r"[eu]? )(?:votre (?!societe|entreprise|association|boite|etude|cabinet|structure)\w+|mr?\b|mme"
    r"|monsieur|madame|(?:sa|son|leur) \w+|la (?:societe|sarl|sas)|l entreprise|un tiers|un autre)",
    rf"{_TO_PAY} (?:\w+ ){{0,4}}?a (?:un tiers|une autre (?:societe|entreprise|personne)|un autre"
    r" (?:fournisseur|nom))\b",
)

_AT_YOUR_DESK = any_of(r"(?:comptoir|accueil|caisse|guichet|secretariat)\b")


def doubts_on_payee(text: str, weighed: Weighed) -> tuple[str, ...]:
    """Why a human must look where the money went or goes."""
    if Intent.HOSTILE in weighed.intents:
        return ()
    if Intent.PAID in weighed.intents:
        changed = _tells_of_a_new_bank(text) or tells_of_other_details(text)
        elsewhere = _any_says(text, _ELSEWHERE) or tells_of_somebody_else(text)
    elif Intent.PROMISE in weighed.intents:
        moved = moved_bank(text)
        changed = any(
            _names_new_details(without_own_banking(each.folded, moved=moved))
            for each in sentences(text)
        )
        elsewhere = (
            _any_says(text, _PROMISED_ELSEWHERE) or promises_to_somebody_else(text)
        ) and not says(text, _AT_YOUR_DESK)
    else:
        return ()
    return (
        *(("changed_bank_details",) if changed else ()),
        *(("paid_elsewhere",) if elsewhere else ()),
    )


def _tells_of_a_new_bank(text: str) -> bool:
    """Whether another bank is named, and it is not the writer's own."""
    moved = moved_bank(text)
    named = any(
        _NEW_BANK.search(without_own_banking(each.folded, moved=moved)) for each in sentences(text)
    )
    return named and not says(text, _OWN_BANK)


def _names_new_details(told: str) -> bool:
    """Whether details are new that are neither asked for nor the writer's own."""
    ours = [found.span() for found in _ASKED_FOR.finditer(told)]
    return any(
        not any(start < found.end() and found.start() < end for start, end in ours)
        for found in _PROMISED_NEW.finditer(told)
    )


# A cheque is made out to us, whoever of our own people carried it.
_CARRIED = any_of(
    r"cheque\b[^.;]{0,80}(?:votre|vos|a la|au) (?:chauffeur|livreur|technicien|poseur|collegue)\w*"
    r"(?![^.;]{0,60}(?:encaisse|liquide|especes|ordre d|(?:a|en) son nom|(?:a|au) nom d|perdu sa))"
)
# At our own desk, and it was a cheque.
_AT_A_DESK = any_of(
    r"(?:donne|remis|laisse|depose|confie)\w* (?:\w+ )?(?:en main propre )?a (?:la|le|l|votre"
    r"|une|un)"
    r" ?(?:\w+ ){1,2}(?:du|de l|de la|au|a l) ?(?:comptoir|accueil|guichet|caisse|secretariat)\b"
)
_CHEQUE = any_of(r"cheques?\b")
_COINS = any_of(r"(?:especes|liquide|cash|billets?|pieces|monnaie|au nom d|a l ordre d)\b")


def _any_says(text: str, elsewhere: Gated) -> bool:
    """Whether a sentence tells of a payment into somebody else's hands."""
    told = (each.folded for each in sentences(text))
    by_cheque = says(text, _CHEQUE) and not says(text, _COINS)
    return any(
        elsewhere.search(one)
        and not _CARRIED.search(one)
        and not WITH_A_PAPER.search(one)
        and not (by_cheque and _AT_A_DESK.search(one))
        for one in told
    )
