"""What sounds like a promise and is none: the paper goes to a colleague, or gone money arrives.

Takes "je le passe au patron ce soir", "je file la facture à ma comptable lundi"; "C'est viré. Vous
l'aurez demain." Leaves "je passe à la banque ce soir", "je donne le chèque à ma comptable lundi",
"je le donne à ma femme, elle vous paie vendredi".
"""

from functools import lru_cache
from itertools import pairwise

from relance_mailer.reading.intents.english_hardship import taken_back
from relance_mailer.reading.intents.phrases import Sentence, any_of, says, sentences
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

TAKES = (
    "Je le passe à ma fille ce soir.",
    "Je remets votre courrier au DAF demain.",
    "Je file le papier à ma comptable lundi matin.",
    "I'm passing this on to our accounts team tomorrow.",
)
LEAVES = (
    "Je passe à la banque ce soir.",
    "Je remets le chèque à votre chauffeur demain.",
    "Je vous le passe au prochain lot, vendredi.",
    "I'm passing the cheque on to your driver tomorrow.",
)

_MONEY = (
    r"(?:cheques?|chq|virements?|argent|reglements?|paiements?|sommes?|sous|especes|liquide|montant"
    r"|soldes?|acompte|billets?|enveloppe|cash|\d[\d ,.]*(?:€|euros?))"
)
_HANDS = (
    r"(?:passe|donne|file|refile|montre|remets|transmets|confie|glisse|pose|depose|laisse|mets"
    r"|soumets"
    r"|apporte|adresse|envoie|passerai|donnerai|filerai|montrerai|remettrai|transmettrai|confierai"
    r"|poserai|deposerai|laisserai|mettrai|soumettrai|apporterai|enverrai"
    r"|(?:fais|fait|ferai|faisons|ferons) (?:suivre|passer|voir|lire)"
    r"|(?:vais|va|allons) (?:\w+ )?(?:passer|donner|filer|montrer|remettre|transmettre|confier"
    r"|poser"
    r"|deposer|laisser|mettre|soumettre|apporter|envoyer|faire suivre|faire passer))"
)
_PAPER = (
    r"(?:tout (?:ca|cela)|tout|ca|cela|ceci|(?:votre|vos|la|le|l|les|ce|cet|cette|ces|un) "
    rf"(?:deux |trois |petites? )?(?!{_MONEY}\b)\w+(?: (?:de|du) (?:rappel|relance|facture))?)"
)
_PERSON = (
    r"(?:mon|ma|mes|notre|nos|son|sa|leur|leurs) (?!banque|compte|agence)\w+"
    r"|(?:l |le |la |les |)(?:patron\w*|chef\w*|cheffe|boss|daf|raf|dg|compta\w*|tresori\w+"
    r"|direct\w+|gerante?|president\w*|secretaire\w*|secretariat|service|siege|associee?"
    r"|responsable"
    r"|collegues?|mari|femme|fille|fils|pere|mere|maire|cabinet|expert|econom\w+|intendan\w+"
    r"|aide|bureau|personne|conseil|syndic|qui de droit|daf|rh|dirigeante?|remplacante?"
    r"|adjointe?)\b"
)
_TO = (
    rf"(?:(?:a|au|aux|chez) (?:{_PERSON})"
    r"|sur (?:le bureau|la pile|le clavier|la table) d\w+ \w+"
    r"|dans (?:le (?:dossier|casier|panier|parapheur|classeur)|la (?:bannette|pile|chemise|boite))"
    r" (?:d\w+|a) \w+|a la signature(?: d\w+ \w+)?)"
)
_SOON = (
    r"(?: (?:des )?(?:demain|ce soir|ce matin|cet aprem|aujourd hui|(?:lun|mar|mercre|jeu|vendre"
    r"|same)"
    r"di|dimanche|vite|tout de suite|de suite|immediatement|dans la (?:journee|semaine)"
    r"|cette semaine|la semaine prochaine)(?: (?:matin|soir|midi))?)?"
)
_LETTER = (
    r"(?:votre|vos|la|le|les|l|ce|cette|tout)(?: ce| le)? (?:lettre|mail|courrier|message|courriel"
    r"|facture|relance|rappel|papier|dossier|document|mot|chemise|avis|feuille|paperasse)s?\b"
)
# "Je le lui remettrai": what it is only the whole text tells.
_HANDS_HIM_IT = any_of(rf"(?:je|j|on|nous) (?:le|la|les) (?:lui|leur) {_HANDS}\b")
_HANDS_ON = any_of(
    rf"(?:je|j|on|nous) (?:(?:vais|va|allons) )?(?:la|le|l|les) {_HANDS}{_SOON} {_TO}",
    rf"(?:je|j|on|nous) (?:vais|va|allons) (?:la|le|l|les) (?:passer|donner|filer|montrer|remettre"
    rf"|transmettre|confier|poser|deposer|laisser|soumettre|apporter|envoyer){_SOON} {_TO}",
    rf"(?:je|j|on|nous) {_HANDS} {_PAPER}(?: (?:recue?s?|ci joint\w*|en question))?{_SOON} {_TO}",
    rf"(?:je|j|on|nous) (?:lui|leur) {_HANDS} {_LETTER}",
    r"(?:je|j|on|nous) (?:vous )?(?:l |la |le |les )?(?:ai|avons|a) (?:bien )?(?:mise?s?|posee?s?"
    r"|laissee?s?|glissee?s?|deposee?s?) (?:dans|sur|a) (?:le |la |l |son |sa )?(?:casier|bannette"
    r"|bureau|pile|panier|clavier)",
    r"(?:je|on|nous) (?:passe|donne|laisse|transmets|cede) (?:le|la|mon|ma|mes) (?:relais|main|bebe"
    r"|flambeau|presidence|poste|service|tresorerie|place|suite|fonctions?|dossiers?)\b",
    r"(?:i|we) ?(?:ll|will|m|am|are|re|ve)? ?(?:be )?(?:pass|hand|giv|forward|show|send|tak)\w*"
    r" (?:it|this|that|your \w+|the (?:invoice|letter|reminder)) (?:\w+ )?to (?:my|our|the|accounts"
    r"|finance|whoever)\b",
)
_ITSELF_MONEY = any_of(_MONEY)
_PAYS_TOO = any_of(
    r"(?:pa(?:ie|ye|y)\w*|regl(?!ement interieur)\w+|vir(?!us)\w+|vers(?!ion)\w+|sold\w+|cheque\w*"
    r"|mandat\w*|prelev\w+|(?:vous|te) (?:le |la |les |l )?(?:fait|fera|fais|envoie|enverra)"
    r"|argent|sepa|settl\w+|transfer\w*)"
)


def hands_on(words: str) -> bool:
    """Whether somebody hands the paper to a colleague, and no payment is told beside it."""
    found = _HANDS_ON.search(words)
    if found is None or _ITSELF_MONEY.search(found[0]):
        return False
    return _PAYS_TOO.search(words[: found.start()] + " " + words[found.end() :]) is None


# "Elle devrait arriver lundi", "should be with you by tomorrow": of money that has left.
_ONLY_ARRIVES = any_of(
    r"(?<!.)\W*(?:(?:la|ma|notre|my|our|the) (?:banque|bank) (?:me |nous )?(?:dit|assure|confirme"
    r"|annonce|indique|promet|says|tells me|confirms)(?: (?:qu|que|that))? )?"
    r"(?:(?:donc|normalement|so|et|mais) )?(?:(?:il|elle|ca|cela|ce|l argent|la somme|le"
    r" (?:virement|cheque)|it|they|that|the money|vous|tu|you) )?(?:\w+ ){0,3}?(?:devri\w+|devrait"
    r"|should|ought to|verrez|aurez|recevrez|verras|auras|arrive|arrivera|sera (?:chez vous"
    r"|sur votre|credite)|ll see|ll have|will (?:see|have|reach|arrive|land))\b"
)
# "Went across yesterday by bank transfer", "watched her send it this morning".
HAS_LEFT = any_of(
    r"(?<!.)\W*(?:\w+\W+){0,2}?(?:(?:it|this|that|payment|transfer|money|cheque|i|we)(?: has| have"
    r"| ve| s)? )?(?:all )?(?:went|gone|left|sent|paid|wired|transferred|posted|done|released)"
    r"(?: (?:it|this|off|out|over|across|through|to you|by \w+(?: \w+)?))* (?:yesterday|this"
    r" morning"
    r"|last night|earlier|just now|an hour ago|(?:a|two|three|\d) (?:days?|minutes?|hours?) ago"
    r"|on (?:mon|tues|wednes|thurs|fri)day|last \w+day)\b",
    r"(?:watched|saw) (?:her|him|them|the \w+) (?:send|sent|press|key|put|do|transfer|wire)\w*\b",
)
_A_PART_TO_COME = any_of(
    r"(?:reste|solde|autre|second\w*|deuxieme|suivante?|prochaine?|rest|balance|other|remain\w+)\b"
    r"|\d ?(?:€|euros?)"
)
_UNDONE = any_of(r"(?:ne|n|pas|pas encore|aucun|si|quand|des que|not|once|when|if)\b")


def arrivals(findings: tuple[Finding, ...], text: str) -> frozenset[str]:
    """The sentences that only say when money arrives whose leaving the sentence before told."""
    gone = [each.span for each in findings if each.intent is Intent.PAID]
    if not gone and not says(text, HAS_LEFT):
        return frozenset()
    told: set[str] = set()
    before: Sentence | None = None
    for sentence in sentences(text):
        left = before is not None and (
            any(span in before.raw for span in gone) or HAS_LEFT.search(before.folded) is not None
        )
        if left and before is not None and not _UNDONE.search(before.folded):
            words = sentence.folded
            if _ONLY_ARRIVES.search(words) and not _A_PART_TO_COME.search(words):
                told.add(sentence.raw)
        before = sentence
    return frozenset(told)


# "Mon fils, qui tient mes papiers, passera samedi ; je la lui remettrai."
_COMES_BY = any_of(
    r"(?:passe|passera|vient|viendra|revient|reviendra|rentre|rentrera)\b(?: \w+){0,4}? (?:\w+di\b"
    r"|demain|ce soir|le \d|la semaine|dans)"
)
_OF_MONEY_ITSELF = any_of(rf"{_MONEY}\b")
_OF_MONEY = any_of(rf"{_MONEY}\b|(?:vous|te)\b|factures?\b")


def without_what_is_no_promise(findings: tuple[Finding, ...], text: str) -> tuple[Finding, ...]:
    """The findings without promises where a paper is handed on, or comes, or a day taken back."""
    if all(each.intent is not Intent.PROMISE for each in findings):
        return findings
    none = passed_in(text) | arrivals(findings, text) | taken_back(text)
    return tuple(
        each
        for each in findings
        if each.intent is not Intent.PROMISE or not any(each.span in raw for raw in none)
    )


def pledges_no_more(findings: tuple[Finding, ...], text: str) -> bool:
    """Whether a word was taken back, or gone money only arrives, and no other day is promised."""
    if any(each.intent is Intent.PROMISE for each in findings):
        return False
    return bool(taken_back(text) or arrivals(findings, text))


@lru_cache(maxsize=16)  # a text is asked it by several rules
def passed_in(text: str) -> frozenset[str]:
    """The sentences in which a paper is handed on, or whoever gets it comes by."""
    told = sentences(text)
    money = any(_OF_MONEY_ITSELF.search(each.folded) for each in told)
    none = {
        each.raw
        for each in told
        if hands_on(each.folded) or (not money and _HANDS_HIM_IT.search(each.folded))
    }
    none |= {
        each.raw
        for each, behind in pairwise(told)
        if behind.raw in none
        and _COMES_BY.search(each.folded)
        and not _OF_MONEY.search(each.folded)
    }
    return frozenset(none)
