"""The thirteen intents weighed against each other: what stands beside what.

The direction of every doubt is the same: a hint towards a human is kept as a doubt, a hint towards
`legal` never decides, and what only sounds like a ground beside a refusal makes a human read it.
"""

from collections.abc import Callable

from relance_mailer.reading.intents.english_whereto import NOBODY_KNOWS
from relance_mailer.reading.intents.flatly import (
    NOT_OURS,
    declares_no_ground,
    names_a_day,
    names_a_day_at_once,
    names_a_ground,
    says_little_else,
    tells_something,
)
from relance_mailer.reading.intents.insolvency import US_TOO, is_amicable_proceeding
from relance_mailer.reading.intents.nothing_else import goes_further, is_english, is_french
from relance_mailer.reading.intents.phrases import BEYOND_DOUBT, any_of, fold, says, sentences
from relance_mailer.reading.intents.redirect import TO_A_SUCCESSOR
from relance_mailer.reading.intents.third_parties import (
    OF_ANOTHER,
    is_said_to_us,
    may_be_another_s,
    pays_us,
)
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent


class Scale:
    """The intents still standing while the steps take their turns."""

    def __init__(self, findings: tuple[Finding, ...], text: str) -> None:
        self.text = text
        self.findings = findings
        self.strength: dict[Intent, int] = {}
        self.rules: dict[Intent, set[str]] = {}
        for finding in findings:
            known = self.strength.get(finding.intent, 0)
            self.strength[finding.intent] = max(known, finding.strength)
            self.rules.setdefault(finding.intent, set()).add(finding.rule)
        self.standing = {intent for intent, value in self.strength.items() if value >= 2}
        self.doubts: list[str] = []

    def hinted(self, intent: Intent) -> bool:
        """Whether there is only a hint."""
        return self.strength.get(intent) == 1

    def stands(self, *intents: Intent) -> bool:
        """Whether one of them stands."""
        return any(intent in self.standing for intent in intents)

    def drop(self, *intents: Intent) -> None:
        """They no longer stand."""
        self.standing -= set(intents)


_HARD_WORD = "mot dur"


def _weigh_hostile(scale: Scale) -> None:
    if not scale.stands(Intent.HOSTILE):
        if scale.hinted(Intent.HOSTILE) and scale.rules[Intent.HOSTILE] != {_HARD_WORD}:
            scale.doubts.append("hostile_hint")
        return
    if scale.stands(*_BESIDE_A_STORY) and not _is_said_to_us(scale):
        scale.drop(Intent.HOSTILE)
        scale.doubts.append("hostile_hint")
        return
    if scale.strength.get(Intent.DISPUTE, 0) < 2 and not scale.stands(Intent.PAID):
        scale.drop(Intent.QUESTION, Intent.ACK, Intent.DISTRESS)
    scale.drop(
        Intent.QUESTION,
        Intent.ACK,
        Intent.DISTRESS,
        Intent.INVOICE_REQUEST,
        Intent.REDIRECT,
        Intent.PLAN_REQUEST,
    )


_BESIDE_A_STORY = (
    Intent.PROMISE,
    Intent.PAID,
    Intent.ACK,
    Intent.REDIRECT,
    Intent.INVOICE_REQUEST,
)
"""Beside these a name that somebody is called may well be another's than ours."""


def _is_said_to_us(scale: Scale) -> bool:
    return any(
        is_said_to_us(each, scale.text)
        for each in scale.findings
        if each.intent is Intent.HOSTILE and each.strength > 1
    )


def _may_be_another_s(scale: Scale) -> bool:
    return all(
        may_be_another_s(each, scale.text)
        for each in scale.findings
        if each.intent is Intent.INSOLVENCY and each.strength > 1
    )


def _weigh_insolvency(scale: Scale) -> None:
    if scale.hinted(Intent.INSOLVENCY) and scale.rules[Intent.INSOLVENCY] & {OF_ANOTHER, US_TOO}:
        scale.doubts.append("insolvency_hint")
    if is_amicable_proceeding(scale.text):
        scale.doubts.append("amicable_proceeding")
        scale.drop(Intent.INSOLVENCY)
    if scale.stands(Intent.INSOLVENCY):
        surely_pays = any(pays_us(each, scale.text) for each in scale.findings)
        if surely_pays and _may_be_another_s(scale):
            # Who is wound up himself no longer promises: it is somebody else, or a human's to see.
            scale.drop(Intent.INSOLVENCY)
            scale.doubts.append("insolvency_hint")
            return
        scale.drop(
            Intent.REFUSAL,
            Intent.QUESTION,
            Intent.ACK,
            Intent.PROMISE,
            Intent.PLAN_REQUEST,
            Intent.INVOICE_REQUEST,
            Intent.DISTRESS,
            Intent.PAID,
            Intent.OPT_OUT,
        )
        if not _gives_address(scale.text):
            scale.drop(Intent.REDIRECT)
        surely = scale.strength[Intent.INSOLVENCY] >= BEYOND_DOUBT
        if scale.stands(Intent.DISPUTE) and not surely and not says(scale.text, _OUR_OWN):
            scale.drop(Intent.INSOLVENCY)
            scale.doubts.append("insolvency_hint")


_OUR_OWN = any_of(
    r"(?:a l encontre de|le tribunal a prononce|declaration de creance|nous sommes|nous avons"
    r" obtenu|notre (?:societe|entreprise"
    r"|association) (?:est|a ete)|je suis en|ma (?:societe|liquidation)"
    r"|on est (?:en|passes)|qualite de|ma cliente|designe|avons ete places)"
)


def _weigh_refusal(scale: Scale) -> None:
    if scale.hinted(Intent.REFUSAL) and not scale.standing and _tells_something(scale):
        scale.doubts.append("grievance")
    if not scale.stands(Intent.REFUSAL):
        return
    others = (
        Intent.DISPUTE,
        Intent.PAID,
        Intent.INVOICE_REQUEST,
        Intent.REDIRECT,
        Intent.PROMISE,
        Intent.PLAN_REQUEST,
        Intent.INSOLVENCY,
    )
    if scale.stands(Intent.HOSTILE):
        scale.drop(Intent.PROMISE, Intent.PLAN_REQUEST, Intent.INVOICE_REQUEST)
        return
    if scale.strength[Intent.REFUSAL] >= BEYOND_DOUBT:
        return
    spans = [each.span for each in scale.findings if each.intent is Intent.REFUSAL]
    declared = declares_no_ground(scale.text, spans)
    if declared and not scale.stands(Intent.DISPUTE, Intent.PAID):
        # Who says that he gives no reason speaks of money and papers only to mock them.
        scale.drop(Intent.DISTRESS, Intent.INVOICE_REQUEST, Intent.PLAN_REQUEST)
        if not _promises_elsewhere(scale, spans):
            scale.drop(Intent.PROMISE)
    unsure = (
        scale.stands(*others, Intent.DISTRESS)
        or scale.hinted(Intent.DISPUTE)
        or names_a_ground(scale.text)
        or names_a_day(scale.text, spans)
        or not (declared or says_little_else(scale.text, spans))
        or _tells_something(scale)
        or _is_unexplained(scale, spans)
    )
    if unsure:
        scale.drop(Intent.REFUSAL)
        scale.doubts.append("refusal_with_a_ground")
        told = says(scale.text, NOT_OURS) or _tells_something(scale)
        if told or names_a_day_at_once(scale.text, spans):
            scale.doubts.append("grievance")
        return
    scale.drop(Intent.QUESTION, Intent.ACK, Intent.DISTRESS)


def _tells_something(scale: Scale) -> bool:
    spans = [each.span for each in scale.findings if each.intent is Intent.REFUSAL]
    return tells_something(scale.text, spans)


def _is_unexplained(scale: Scale, spans: list[str]) -> bool:
    """Whether a refusal goes on in what may be its condition or ground.

    English has no such net of known grounds: what is said beside a refusal there must be known.
    """
    if is_english(scale.text):
        return True
    return is_french(scale.text) and goes_further(scale.text, spans)


def _promises_elsewhere(scale: Scale, refusals: list[str]) -> bool:
    """Whether money is surely promised in a sentence that does not refuse it."""
    refusing = [
        each.raw for each in sentences(scale.text) if any(span in each.raw for span in refusals)
    ]
    return any(
        each.intent is Intent.PROMISE
        and each.strength >= 3
        and not any(each.span in raw for raw in refusing)
        for each in scale.findings
    )


_PORTAL_ONLY = {"conteste", "avoir ou correction attendus"}


_NOTHING_LEFT = any_of(
    r"(?:doi\w*|devons|due?s?|reste) (?:\w+ )?(?:plus |rien|nul)|plus (?:rien|due?s?)|solde nul"
    r"|compensation bancaire|erreur de (?:votre|ma|notre) part"
)


def _weigh_settled(scale: Scale) -> None:
    """Who has paid and says that nothing is owed any more does not contest."""
    if not scale.stands(Intent.PAID) or not scale.stands(Intent.DISPUTE):
        return
    spans = [each for each in scale.findings if each.intent is Intent.DISPUTE and each.strength > 1]
    if all(_NOTHING_LEFT.search(fold(each.span)) for each in spans):
        scale.drop(Intent.DISPUTE)


def _weigh_dispute(scale: Scale) -> None:
    formal = "portail et mentions" in scale.rules.get(Intent.INVOICE_REQUEST, set())
    if scale.stands(Intent.DISPUTE):
        if formal and scale.rules[Intent.DISPUTE] <= _PORTAL_ONLY | {"grief"}:
            scale.drop(Intent.DISPUTE)
            return
        scale.drop(Intent.INVOICE_REQUEST, Intent.QUESTION, Intent.ACK)
        if not _gives_address(scale.text):
            scale.drop(Intent.REDIRECT)
        if "promesse" in scale.text and not scale.strength.get(Intent.PROMISE, 0) >= 3:
            scale.drop(Intent.PROMISE)
        if scale.strength.get(Intent.PROMISE, 0) < 3:
            scale.drop(Intent.PROMISE)
        return
    if scale.hinted(Intent.DISPUTE) and not scale.stands(
        Intent.HOSTILE, Intent.REFUSAL, Intent.INSOLVENCY, Intent.OPT_OUT, Intent.PLAN_REQUEST
    ):
        if scale.stands(Intent.PROMISE, Intent.PAID, Intent.INVOICE_REQUEST, Intent.REDIRECT):
            return
        if not scale.stands(Intent.QUESTION, Intent.DISTRESS, Intent.ACK):
            scale.standing.add(Intent.DISPUTE)
            return
        scale.doubts.append("grievance")


def _weigh_plan(scale: Scale) -> None:
    if not scale.stands(Intent.PLAN_REQUEST):
        return
    if scale.rules[Intent.PLAN_REQUEST] == {"le faire plus tard"} and scale.stands(
        Intent.PROMISE,
        Intent.PAID,
        Intent.DISPUTE,
        Intent.OPT_OUT,
        Intent.REDIRECT,
        Intent.INVOICE_REQUEST,
    ):
        scale.drop(Intent.PLAN_REQUEST)
        return
    if (
        scale.strength.get(Intent.PROMISE, 0) >= 3
        and says(scale.text, _GRANTED)
        and not says(scale.text, _STILL_ASKED)
        and "?" not in scale.text
    ):
        scale.drop(Intent.PLAN_REQUEST)
        return
    scale.drop(Intent.QUESTION, Intent.ACK, Intent.REFUSAL)
    if scale.strength.get(Intent.PROMISE, 0) < 3:
        scale.drop(Intent.PROMISE)


_GRANTED = any_of(
    r"(?:note|merci|suite|conformement|comme|grace|recu|selon|remerci\w*"
    r"|c est d accord) (?:\w+ ){0,3}?"
    r"(?:a |de |pour |d )?(?:votre accord|l accord (?:donne|de votre)|avoir (?:accepte|accorde"
    r"|valide)"
    r"|avez (?:accepte|accorde|ecrit|valide|propose)|l echeancier (?:accepte|convenu|signe"
    r"|accorde))",
    r"comme convenu avec (?:votre|vous|m|mme|madame|monsieur)\b|vous avez (?:bien )?(?:accepte"
    r"|accorde"
    r"|valide) (?:l|le|mon|notre|cet|un|ma)\b",
)
_STILL_ASKED = any_of(
    r"(?:propos\w+|possible|pourr\w+|pouvez|souhait\w+|voudr\w+|aimer\w+|demand\w+|sollicit\w+"
    r"|dites (?:moi|nous)|si (?:vous|cela|ca|possible)|sous reserve|attente|attends|faudrait|delai"
    r" (?:de plus|supplementaire)|encore|plutot|finalement|au lieu|deux mois de plus)\b"
)
"""Instalments that the creditor has granted are kept, not asked for."""
_WITHDRAWN = "promesse retirée"


def _weigh_promise(scale: Scale) -> None:
    if _WITHDRAWN in scale.rules.get(Intent.DISTRESS, set()) and (
        scale.strength.get(Intent.PROMISE, 0) < 3
    ):
        scale.drop(Intent.PROMISE)
    if scale.stands(Intent.PROMISE, Intent.PAID):
        scale.drop(Intent.ACK)
        if not (_gives_address(scale.text) or _NOBODYS & scale.rules.get(Intent.REDIRECT, set())):
            scale.drop(Intent.REDIRECT)


def _weigh_invoice_request(scale: Scale) -> None:
    if scale.stands(Intent.INVOICE_REQUEST):
        scale.drop(Intent.ACK)


def _weigh_redirect(scale: Scale) -> None:
    if not scale.stands(Intent.REDIRECT):
        return
    if _gives_address(scale.text):
        if _only_tells_where(scale):
            scale.drop(Intent.INVOICE_REQUEST)
        return
    if _NOBODYS & scale.rules[Intent.REDIRECT]:
        return
    if scale.stands(Intent.INVOICE_REQUEST, Intent.OPT_OUT, Intent.DISPUTE):
        scale.drop(Intent.REDIRECT)


_SEND_AGAIN = any_of(
    r"(?:de nouveau|faut\b|faudrait|besoin|engagement|numero|commande|re ?n?voy|redepos|retransm"
    r"|reexpedi|duplic|copie|double|exemplaire|manqu|jamais|pas\b"
    r"|perdu"
    r"|rib\b|iban|rejet|resend|again|copy|never|not\b|missing|introuvable|recu\w*|trouv)"
)


def _only_tells_where(scale: Scale) -> bool:
    """Whether the words for a paper are those of an address: "vos factures sont à envoyer à …"."""
    where = [
        each.span
        for each in scale.findings
        if each.intent is Intent.REDIRECT and each.strength >= _ADDRESSED
    ]
    asked = [each.span for each in scale.findings if each.intent is Intent.INVOICE_REQUEST]
    return bool(where and asked) and not says(scale.text, _SEND_AGAIN)


_ADDRESSED = 3
_OPEN_TO_QUESTIONS = {
    Intent.ACK,
    Intent.PAID,
    Intent.PROMISE,
    Intent.INVOICE_REQUEST,
    Intent.DISTRESS,
    Intent.REDIRECT,
}


def _weigh_question(scale: Scale) -> None:
    """A question that no other rule explains is left to a human, whatever stands beside it."""
    if scale.standing - {Intent.QUESTION} - _OPEN_TO_QUESTIONS:
        scale.drop(Intent.QUESTION)
        return
    scale.drop(Intent.QUESTION)
    if _open_questions(scale):
        scale.standing.add(Intent.QUESTION)


_NOBODYS = {NOBODY_KNOWS, TO_A_SUCCESSOR}
_ASKING = {Intent.INVOICE_REQUEST, Intent.REDIRECT}
_ABOUT_PAPER = any_of(
    r"(?:r?envo\w+|r?invia\w*|r?enviar\w*|reenvi\w+|(?:ri)?mandar\w*|schicken|zusenden|duplica\w*"
    r"|copia\b|kopie|parven\w+|transm\w+|adress\w+|document|factur\w+|rib\b|iban"
    r"|copie|statement|releve|bon de commande|sort code|partir|exemplaire|duplicat\w*|mail"
    r"|chantier|pdf|verifier|second"
    r"|le tout|piece|(?:ou|compte) (?:\w+ ){0,3}(?:virer|payer|paie|verser)|autre format|une autre"
    r"|version|again|par courrier"
    r"|reglement"
    r"|feuille|attachement|lien|joindre|reexpedi\w+|bon de livraison|numero de (?:compte|bon"
    r"|commande)"
    r"|(?:l|le|la|les) (?:edit|reedit|refait|refaire|auriez|envoi|envoy)\w*|send\b)",
)
_ABOUT_NOTING = any_of(
    r"(?:pouvez|pourriez|peux|pourrais|pouvons) (?:vous|tu)? ?(?:donc |s il vous plait )?(?:(?:en"
    r"|le|la)"
    r" )?(?:noter|note[rz]?|prendre (?:bonne )?note|tenir compte|enregistrer)\b|(?:pouvez|pourriez"
    r"|peux"
    r"|pourrais) (?:vous |tu )(?:donc )?(?:arreter|suspendre|stopper) les (?:lettres|relances"
    r"|rappels"
    r"|courriers) (?:en attendant|d ici|jusque)"
)
"""That a promise or a payment be noted, and reminders rest until then: what happens anyway."""


# What the invoice was for stands on the duplicate that goes out.
_WHAT_IT_IS = any_of(
    r"(?:c ?est (?:quoi|pour quoi)|de quoi s agit|a quoi (?:ca |cela |elle )?correspond"
    r"|quelle facture|pour quel(?:le)? (?:commande|chantier|prestation|intervention|achat|dossier)"
    r"|what (?:is|was) (?:it|this|that)|what s (?:it|this)|is (?:it|this|that) the|which (?:one"
    r"|job))"
)
_ABOUT_ARRIVAL = any_of(
    r"(?:bonne reception|bien (?:recu|arrive|la reception)|arrive\w*|credite\w*|pointe\w*"
    r"|lettre[rz]?"
    r"|(?:re ?)?verifi\w+|regarde\w*|control\w+|vu passer|recue?s?\b|double check\w*"
    r"|confirmer (?:la|sa"
    r"|bonne)|receipt|received|check\b|que vous faut il|qui tient (?:votre|vos|la)|pourquoi"
    r" (?:vous )?"
    r"(?:me|nous) (?:\w+ )?(?:reclam|relanc|ecri)\w*|pourquoi (?:cette|ce|une) (?:relance|rappel)"
    r"|another look|unallocated|coince\w*|tu peux voir|vous pouvez (?:voir|regarder)|(?:didn|hasn"
    r"|isn) t it)"
)
_STAYS_OPEN = any_of(
    r"(?:a qui (?:dev|doi|faut|peut)|a quel nom|suis je tenu|sommes nous tenu|continuez vous"
    r"|detail (?:des (?:prestations|penalites|heures|frais|lignes|jours)|du calcul)|sur quelle"
    r" base|recu fiscal|so i can"
    r"|(?:recu|eu|lu) (?:ma|mon|notre) (?:lettre|dossier|reclamation|demande|candidature))"
)
"""What neither a duplicate nor a look at the account would answer."""


def _open_questions(scale: Scale) -> bool:
    """Whether a sentence asks something that no standing intent accounts for."""
    explained = [
        finding.span
        for finding in scale.findings
        if finding.intent in _ASKING and finding.intent in scale.standing
    ]
    for finding in scale.findings:
        if finding.intent is not Intent.QUESTION:
            continue
        sentence = next((each for each in sentences(scale.text) if finding.span in each.raw), None)
        if sentence is None:
            continue
        if _STAYS_OPEN.search(sentence.folded):
            return True
        if any(span in sentence.raw for span in explained):
            continue
        if scale.stands(Intent.INVOICE_REQUEST) and (
            _ABOUT_PAPER.search(sentence.folded) or _WHAT_IT_IS.search(sentence.folded)
        ):
            continue
        if scale.stands(Intent.PAID, Intent.PROMISE) and _ABOUT_NOTING.search(sentence.folded):
            continue
        if scale.stands(Intent.PAID) and _ABOUT_ARRIVAL.search(sentence.folded):
            continue
        return True
    return False


def _weigh_opt_out(scale: Scale) -> None:
    """Who has paid or will, and asks not to be reminded, wants an end of the claim, no silence."""
    if scale.hinted(Intent.OPT_OUT) and not scale.standing:
        scale.standing.add(Intent.OPT_OUT)
    spans = [each.span for each in scale.findings if each.intent is Intent.OPT_OUT]
    both = scale.stands(Intent.OPT_OUT) and scale.stands(Intent.PAID, Intent.PROMISE)
    if both and all(_ABOUT_REMINDERS.search(_sentence_with(scale.text, span)) for span in spans):
        scale.drop(Intent.OPT_OUT)


_ABOUT_REMINDERS = any_of(
    r"(?:relanc\w+|rappels?|reminders?|m ecrire tous)\b(?!.{0,60}(?:adresse|donnees|rgpd"
    r"|votre (?:base|fichier"
    r"|liste)|oubli))"
)


def _sentence_with(text: str, span: str) -> str:
    return next((each.folded for each in sentences(text) if span in each.raw), "")


def _weigh_bare_terms(scale: Scale) -> None:
    """Amounts with their dates and nothing else said: instalments as they were settled."""
    if scale.hinted(Intent.PROMISE) and scale.standing <= {
        Intent.ACK,
        Intent.DISTRESS,
        Intent.OPT_OUT,
    }:
        scale.standing.add(Intent.PROMISE)
        scale.drop(Intent.ACK)


def _note_silence(scale: Scale) -> None:
    if not scale.standing:
        scale.doubts.append("nothing_understood")


def _gives_address(text: str) -> bool:
    return "@" in text


STEPS: tuple[Callable[[Scale], None], ...] = (
    _weigh_hostile,
    _weigh_insolvency,
    _weigh_plan,
    _weigh_settled,
    _weigh_dispute,
    _weigh_refusal,
    _weigh_promise,
    _weigh_invoice_request,
    _weigh_redirect,
    _weigh_opt_out,
    _weigh_question,
    _weigh_bare_terms,
    _note_silence,
)
