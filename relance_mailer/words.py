"""The contract's identifiers, exact: what a message is, says, and leads to.

They stand in gold files, in JSON output and in the database; a member is never renamed.
The French term of the trade stands beside each member.
"""

from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """The nature of an incoming message (exactly one)."""

    HUMAN = "human"  # une personne a écrit
    AUTO_REPLY = "auto_reply"  # réponse automatique, absence, accusé d'un système
    BOUNCE = "bounce"  # avis de non-remise
    CHALLENGE = "challenge"  # demande d'authentification d'un anti-spam
    READ_RECEIPT = "read_receipt"  # accusé de lecture ou de remise
    UNRELATED = "unrelated"  # sans rapport avec une créance


class Intent(StrEnum):
    """What a human message says; the members stand in the order of the contract's table."""

    HOSTILE = "hostile"  # hostilité, menaces, insultes
    REFUSAL = "refusal"  # refus de payer sans motif examinable
    INSOLVENCY = "insolvency"  # procédure collective
    DISPUTE = "dispute"  # litige, contestation
    OPT_OUT = "opt_out"  # demande de ne plus recevoir de courrier
    PAID = "paid"  # déjà payé
    PLAN_REQUEST = "plan_request"  # demande d'échéancier ou de délai
    PROMISE = "promise"  # promesse de paiement
    INVOICE_REQUEST = "invoice_request"  # facture manquante, duplicata demandé
    REDIRECT = "redirect"  # mauvais interlocuteur
    DISTRESS = "distress"  # signes de difficultés de trésorerie
    ACK = "ack"  # bien reçu, je transmets
    QUESTION = "question"  # autre question


class Outcome(StrEnum):
    """What the sequence does next (exactly one)."""

    CONTINUE = "continue"  # la séquence suit son cours
    HOLD = "hold"  # suspension de quelques jours
    HOLD_UNTIL = "hold_until"  # suspension jusqu'à une date promise ou annoncée
    REVIEW = "review"  # un humain décide
    LEGAL = "legal"  # phase amiable terminée
    IGNORE = "ignore"  # ne touche aucun dossier


class Segment(StrEnum):
    """Who the debtor is, for tone and law."""

    LARGE = "large"  # grande entreprise
    SME = "sme"  # PME
    SOLE_TRADER = "sole_trader"  # entrepreneur individuel
    ASSOCIATION = "association"  # association
    PUBLIC = "public"  # personne publique
    CONSUMER = "consumer"  # consommateur


class Permanence(StrEnum):
    """Whether a bounced address may come back to life."""

    PERMANENT = "permanent"  # rejet définitif
    TEMPORARY = "temporary"  # rejet temporaire


class Means(StrEnum):
    """By what a payment is said to have been made."""

    TRANSFER = "transfer"  # virement
    CHEQUE = "cheque"  # chèque
    DEBIT = "debit"  # prélèvement
    BILL = "bill"  # LCR, traite
    CARD = "card"  # carte bancaire
    CASH = "cash"  # espèces
    MANDATE = "mandate"  # mandat administratif


class Role(StrEnum):
    """Whom a letter is addressed to, in rising order for a company (R5)."""

    USUAL = "usual"  # contact habituel
    CHIEF_ACCOUNTANT = "chief_accountant"  # chef comptable
    CFO = "cfo"  # directeur administratif et financier
    LEGAL_REPRESENTATIVE = "legal_representative"  # représentant légal
    TREASURER = "treasurer"  # trésorier (association)
    PRESIDENT = "president"  # président (association)
    PUBLIC_ACCOUNTANT = "public_accountant"  # comptable public
    HEAD_OF_BODY = "head_of_body"  # ordonnateur, chef de l'organisme


class Cause(StrEnum):
    """Why the debtor is late (R13)."""

    FORGOTTEN = "forgotten"  # oubli
    NO_INVOICE = "no_invoice"  # facture non reçue
    INTERNAL_APPROVAL = "internal_approval"  # validation interne
    PAYMENT_RUN = "payment_run"  # campagne de règlement
    DISPUTE = "dispute"  # litige
    CASH_TROUBLE = "cash_trouble"  # trésorerie
    BAD_WILL = "bad_will"  # mauvaise volonté
    UNKNOWN = "unknown"  # inconnue


LEVELS_IN_FRENCH: MappingProxyType[str, str] = MappingProxyType(
    {
        "pre_due": "contact avant échéance",
        "reminder_1": "première relance",
        "reminder_2": "deuxième relance",
        "reminder_3": "troisième relance",
        "formal_notice": "mise en demeure",
        "legal_queue": "file contentieuse",
    }
)
"""How people name the usual levels; a level of another name stands as it is configured."""

OUTCOME_ORDER: tuple[Outcome, ...] = (
    Outcome.LEGAL,
    Outcome.REVIEW,
    Outcome.HOLD_UNTIL,
    Outcome.HOLD,
    Outcome.CONTINUE,
    Outcome.IGNORE,
)
"""The most protective outcome first (contract §2)."""

INTENT_ORDER: tuple[Intent, ...] = tuple(Intent)
"""At equal consequence, the order of the contract's table decides."""
