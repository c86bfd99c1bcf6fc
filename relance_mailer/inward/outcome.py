"""What a message means for the sequence, whatever the dossier's state: the contract's §5.

The most protective outcome of all intents counts. What is contested, comes from a stranger, fails
the sender's authentication or leaves a doubt goes to a human: never a guess towards sending, never
a guess towards legal.
"""

from dataclasses import dataclass
from typing import assert_never

from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Contested, Link, Linked, Nobody
from relance_mailer.reading.message import Reading
from relance_mailer.words import INTENT_ORDER, OUTCOME_ORDER, Intent, Kind, Outcome, Permanence

QUOTE_MAX = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """An outcome with its sentence; `reason` is the identifier that a queue shows."""

    outcome: Outcome
    because: str
    reason: str = ""


DOUBTS: dict[str, str] = {
    "changed_bank_details": "paiement vers des coordonnées bancaires modifiées",
    "paid_elsewhere": "paiement à un tiers",
    "nothing_understood": "rien n'est compris",
    "unread_language": "langue non lue",
    "address_dead": "adresse fermée",
    "person_gone": "personne partie",
    "complaint": "signalement comme courrier indésirable",
    "amicable_proceeding": "mandat ad hoc ou conciliation",
    "hidden_text": "texte caché dans le message",
    "third_party": "il s'agit d'un tiers",
    "hostile_hint": "ton peut-être hostile",
    "insolvency_hint": "procédure collective peut-être évoquée",
    "refusal_with_a_ground": "refus accompagné d'un motif",
    "grievance": "grief exprimé",
    "unread_ground": "motif non compris",
    "second_opinion": "le second avis ne confirme pas la lecture",
    "condition": "paiement peut-être soumis à une condition",
    "part_only": "une part seulement semble reconnue",
    "rest_open": "le reste est laissé en suspens",
    "money_back": "de l'argent est peut-être demandé en retour",
    "agreed_otherwise": "autre chose avait peut-être été convenu",
    "astonishment": "étonnement exprimé",
    "disagreement": "désaccord peut-être exprimé",
    "reservation": "réserve exprimée",
    "goods": "il est question de la livraison ou des travaux",
    "quote": "il est question du devis",
    "bargaining": "délai ou échéancier peut-être demandé",
    "fault_told": "défaut ou grief raconté",
    "helped_with_debts": "aide aux personnes endettées nommée",
    "complaint_filed": "plainte ou signalement annoncé",
    "law": "il est question de droit ou d'un tiers",
    "no_more_mail": "opposition au courriel peut-être exprimée",
    "veiled_refusal": "refus peut-être exprimé",
    "temper": "ton peut-être hostile",
    "only_asked": "demandé plutôt que dit",
    "to_a_program": "s'adresse au programme",
    "speaks_of_claim": "parle d'une créance",
    "too_long": "message trop long pour être lu en entier",
    "encrypted": "message chiffré",
    "internal_forward": "transféré par un collègue",
    "only_forwarded": "dit seulement dans un texte que l'expéditeur transmet",
}
"""The reader's doubts in French; one that is not here is shown by its identifier."""

_INTENTS_TOLD: dict[Intent, str] = {
    Intent.HOSTILE: "hostilité",
    Intent.REFUSAL: "refus de payer sans motif",
    Intent.INSOLVENCY: "procédure collective annoncée",
    Intent.DISPUTE: "contestation",
    Intent.OPT_OUT: "demande de ne plus recevoir de courrier",
    Intent.PAID: "paiement annoncé comme fait",
    Intent.PLAN_REQUEST: "demande d'échéancier ou de délai",
    Intent.PROMISE: "promesse de paiement",
    Intent.INVOICE_REQUEST: "facture demandée",
    Intent.REDIRECT: "autre interlocuteur indiqué",
    Intent.DISTRESS: "signes de difficultés de trésorerie",
    Intent.ACK: "message reçu et transmis",
    Intent.QUESTION: "question sans réponse automatique",
}

_TOLD: dict[Outcome, str] = {
    Outcome.LEGAL: "phase amiable terminée",
    Outcome.REVIEW: "un humain décide",
    Outcome.HOLD_UNTIL: "suspension jusqu'à la date",
    Outcome.HOLD: "suspension de quelques jours",
    Outcome.CONTINUE: "la séquence suit son cours",
    Outcome.IGNORE: "aucun dossier n'est touché",
}


def outcome_of(reading: Reading, link: Link, authentication: Authentication) -> tuple[Outcome, str]:
    """The contract's outcome and the French sentence that says which rule gave it."""
    judged = judge(reading, link, authentication)
    return judged.outcome, judged.because


def judge(reading: Reading, link: Link, authentication: Authentication) -> Judged:
    """The outcome, its sentence, and the identifier of its reason."""
    match link:
        case Nobody():
            return _nobodys(reading, link)
        case Contested():
            return _contested(reading, link)
        case Linked():
            return _linked(reading, link, authentication)
        case _:
            assert_never(link)


def is_trusted(link: Link, authentication: Authentication) -> bool:
    """Whether the words count as the debtor's own: no stranger, no failed authentication."""
    known = isinstance(link, Linked) and not link.stranger
    return known and authentication is not Authentication.FAILED


def quoted(reading: Reading, intent: Intent) -> str:
    """The words that decided an intent, shortened; empty when the reader kept none."""
    span = next((f.span for f in reading.findings if f.intent is intent), "")
    words = " ".join(span.split())
    return words if len(words) <= QUOTE_MAX else words[: QUOTE_MAX - 1].rstrip() + "…"


def intent_outcome(reading: Reading, intent: Intent) -> Outcome:
    """What one intent leads to by itself (contract §5)."""
    match intent:
        case Intent.HOSTILE | Intent.REFUSAL | Intent.INSOLVENCY:
            return Outcome.LEGAL
        case Intent.DISPUTE | Intent.PLAN_REQUEST | Intent.OPT_OUT | Intent.QUESTION:
            return Outcome.REVIEW
        case Intent.PROMISE:
            return Outcome.HOLD_UNTIL if reading.promise_dates else Outcome.HOLD
        case Intent.ACK:
            return Outcome.HOLD_UNTIL if reading.returns_on else Outcome.HOLD
        case Intent.PAID | Intent.INVOICE_REQUEST:
            return Outcome.HOLD
        case Intent.REDIRECT:
            return Outcome.CONTINUE if reading.redirect_to else Outcome.REVIEW
        case Intent.DISTRESS:
            return Outcome.CONTINUE
        case _:
            assert_never(intent)


def deciding_intent(reading: Reading) -> Intent | None:
    """The intent with the most protective outcome, then the first of the contract's table."""
    return min(
        reading.intents,
        key=lambda intent: (
            OUTCOME_ORDER.index(intent_outcome(reading, intent)),
            INTENT_ORDER.index(intent),
        ),
        default=None,
    )


def _nobodys(reading: Reading, link: Nobody) -> Judged:
    if link.own:
        return _own_copy(reading, link)
    if reading.kind is Kind.HUMAN:
        because = f"une personne écrit et aucun dossier n'est nommé ({link.why})"
        return Judged(outcome=Outcome.REVIEW, because=because, reason="unlinked")
    # Whoever pressed "spam", or passed a debtor's mail on, means one of our dossiers.
    for doubt in reading.doubts:
        if doubt in ("complaint", "internal_forward"):
            because = f"{DOUBTS[doubt]}, aucun dossier n'est nommé"
            return Judged(outcome=Outcome.REVIEW, because=because, reason=doubt)
    return Judged(outcome=Outcome.IGNORE, because=f"ne touche aucun dossier : {link.why}")


def _own_copy(reading: Reading, link: Nobody) -> Judged:
    """Our own copy came back: the debtor's letter is not in question; a mere delay asks nobody."""
    verdict = _bounce(reading)
    if verdict.outcome is Outcome.CONTINUE:
        because = f"{verdict.because} ; {link.why}"
        return Judged(outcome=Outcome.IGNORE, because=because)
    because = f"la copie de journal est refusée : {', '.join(link.own)} ; {verdict.because}"
    return Judged(outcome=Outcome.REVIEW, because=because, reason="own_copy_refused")


def _contested(reading: Reading, link: Contested) -> Judged:
    # A receipt changes nothing for any of the dossiers: there is nothing to guess.
    if reading.kind is Kind.READ_RECEIPT:
        return Judged(outcome=Outcome.IGNORE, because=f"accusé de lecture ; {link.why}")
    because = f"rattachement contesté : {link.why}"
    return Judged(outcome=Outcome.REVIEW, because=because, reason="contested_link")


def _linked(reading: Reading, link: Linked, authentication: Authentication) -> Judged:
    if authentication is Authentication.FAILED:
        because = "l'authentification de l'expéditeur a échoué : rien n'est tenu pour dit"
        return Judged(outcome=Outcome.REVIEW, because=because, reason="authentication_failed")
    match reading.kind:
        case Kind.HUMAN:
            return _human(reading, link)
        case Kind.AUTO_REPLY:
            return _doubted(reading) or _auto_reply(reading)
        case Kind.BOUNCE:
            return _doubted(reading) or _bounce(reading)
        case Kind.CHALLENGE:
            because = "un anti-spam demande une confirmation : un humain s'en charge"
            return Judged(outcome=Outcome.REVIEW, because=because, reason="challenge")
        case Kind.READ_RECEIPT:
            return Judged(outcome=Outcome.CONTINUE, because="accusé de lecture ou de remise")
        case Kind.UNRELATED:
            because = "lu comme sans rapport, mais répond à l'une de nos lettres"
            unrelated = Judged(outcome=Outcome.REVIEW, because=because, reason="unrelated_answer")
            return _doubted(reading) or unrelated
        case _:
            assert_never(reading.kind)


def _doubted(reading: Reading) -> Judged | None:
    if not reading.doubts:
        return None
    told = ", ".join(DOUBTS.get(doubt, doubt) for doubt in reading.doubts)
    because = f"{told} : un humain décide"
    return Judged(outcome=Outcome.REVIEW, because=because, reason=reading.doubts[0])


def _auto_reply(reading: Reading) -> Judged:
    if reading.returns_on:
        because = f"absence jusqu'au {reading.returns_on:%d/%m/%Y}"
        return Judged(outcome=Outcome.HOLD_UNTIL, because=because, reason="absence")
    return Judged(outcome=Outcome.CONTINUE, because="réponse automatique sans date de retour")


def _bounce(reading: Reading) -> Judged:
    """A full mailbox is temporary whatever its code; an unknown permanence is not guessed."""
    told = f" ({reading.bounce_reason[:QUOTE_MAX]})" if reading.bounce_reason else ""
    if reading.bounce_mailbox_full:
        because = f"boîte aux lettres pleine{told} : nouvel essai dans quelques jours"
        return Judged(outcome=Outcome.HOLD, because=because, reason="temporary_bounce")
    if reading.bounce_permanence is not Permanence.TEMPORARY:
        because = f"non remis, adresse rejetée{told}"
        return Judged(outcome=Outcome.REVIEW, because=because, reason="bounce")
    if reading.bounce_expired:
        because = f"remise abandonnée par le serveur{told}"
        return Judged(outcome=Outcome.HOLD, because=because, reason="temporary_bounce")
    return Judged(outcome=Outcome.CONTINUE, because=f"simple avis de retard{told}")


def _human(reading: Reading, link: Linked) -> Judged:
    intent = deciding_intent(reading)
    if link.stranger:
        return _stranger(reading, link)
    if doubted := _doubted(reading):
        return doubted
    if intent is None:
        because = "une personne écrit et rien n'est compris"
        return Judged(outcome=Outcome.REVIEW, because=because, reason="nothing_understood")
    outcome = intent_outcome(reading, intent)
    return Judged(
        outcome=outcome,
        because=f"{_told(reading, intent)} : {_TOLD[outcome]}",
        reason=intent.value,
    )


def _stranger(reading: Reading, link: Linked) -> Judged:
    """A stranger's word goes to a human, save the officer who announces the insolvency."""
    announces = Intent.INSOLVENCY in reading.intents and reading.officer and link.named
    if announces and not reading.doubts:
        return Judged(
            outcome=Outcome.LEGAL,
            because=f"{_told(reading, Intent.INSOLVENCY)} par un mandataire ou un officier de "
            "justice qui nomme le dossier : phase amiable terminée",
            reason=Intent.INSOLVENCY.value,
        )
    because = "l'expéditeur est inconnu du dossier : un humain décide, quoi qu'il dise"
    return Judged(outcome=Outcome.REVIEW, because=because, reason="stranger")


def _told(reading: Reading, intent: Intent) -> str:
    """The intent in French with its dates and deciding words."""
    told = _INTENTS_TOLD[intent]
    if intent is Intent.PROMISE:
        days = ", ".join(f"{day:%d/%m/%Y}" for day in reading.promise_dates)
        told += f" pour le {days}" if days else " sans date"
    if intent is Intent.ACK and reading.returns_on:
        told += f", retour le {reading.returns_on:%d/%m/%Y}"
    if intent is Intent.REDIRECT:
        told += f" ({reading.redirect_to})" if reading.redirect_to else ", sans adresse utilisable"
    words = quoted(reading, intent)
    return f"{told} (« {words} »)" if words else told
