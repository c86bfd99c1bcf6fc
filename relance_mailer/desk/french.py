"""How the desk prints figures and identifiers in French: for operators, pages and legal files.

An identifier that has no words here is shown as it is: a line of the journal is never lost.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from relance_mailer.dossier.events import DocumentSort
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Answer, StepKey
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.law.routes import Road
from relance_mailer.words import LEVELS_IN_FRENCH, Cause, Intent, Kind, Outcome, Role, Segment

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}


def figure(value: Decimal) -> str:
    """« 1 234,56 », for a fact that does not carry its currency (the dossier has only one)."""
    return f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",")


def amount(value: Decimal, currency: str = "EUR") -> str:
    """« 1 234,56 € » with no-break spaces."""
    return f"{figure(value)}\u00a0{_SIGNS.get(currency, currency)}"


def day(value: date) -> str:
    """« 21/11/2026 »."""
    return f"{value:%d/%m/%Y}"


def counted(number: int, word: str) -> str:
    """« 1 contact », « 3 contacts »."""
    return f"{number} {word}{'s' if number > 1 else ''}"


def many(words: Sequence[str]) -> str:
    """« A, B et C »."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"


LEVELS = LEVELS_IN_FRENCH

ANSWERS: MappingProxyType[str, str] = MappingProxyType(
    {
        Answer.DUPLICATE.value: "duplicata",
        Answer.PROMISE_CONFIRMATION.value: "confirmation d'engagement",
        Answer.DATE_REQUEST.value: "demande d'une date de règlement",
        Answer.PROOF_REQUEST.value: "demande de preuve de paiement",
        Answer.THANKS.value: "remerciement",
        Answer.DISPUTE_ACK.value: "accusé de réception d'un litige",
        Answer.DISPUTE_ANSWER.value: "réponse à un litige",
        Answer.PLAN_OFFER.value: "proposition d'échéancier",
        Answer.PLAN_CONFIRMATION.value: "confirmation d'échéancier",
        Answer.EXPLANATION.value: "explication au débiteur",
    }
)

INTENTS: MappingProxyType[Intent, str] = MappingProxyType(
    {
        Intent.HOSTILE: "hostilité",
        Intent.REFUSAL: "refus de payer",
        Intent.INSOLVENCY: "procédure collective",
        Intent.DISPUTE: "litige",
        Intent.OPT_OUT: "demande de ne plus être contacté",
        Intent.PAID: "dit avoir payé",
        Intent.PLAN_REQUEST: "demande d'échéancier",
        Intent.PROMISE: "promesse de paiement",
        Intent.INVOICE_REQUEST: "demande de facture",
        Intent.REDIRECT: "autre interlocuteur",
        Intent.DISTRESS: "signes de difficultés",
        Intent.ACK: "bien reçu",
        Intent.QUESTION: "question",
    }
)

KINDS: MappingProxyType[Kind, str] = MappingProxyType(
    {
        Kind.HUMAN: "message",
        Kind.AUTO_REPLY: "réponse automatique",
        Kind.BOUNCE: "avis de non-remise",
        Kind.CHALLENGE: "demande d'authentification d'un anti-spam",
        Kind.READ_RECEIPT: "accusé de lecture",
        Kind.UNRELATED: "message sans rapport",
    }
)

OUTCOMES: MappingProxyType[Outcome, str] = MappingProxyType(
    {
        Outcome.CONTINUE: "la séquence continue",
        Outcome.HOLD: "suspension de quelques jours",
        Outcome.HOLD_UNTIL: "suspension jusqu'à une date",
        Outcome.REVIEW: "à examiner",
        Outcome.LEGAL: "contentieux",
        Outcome.IGNORE: "sans effet",
    }
)

PHASES: MappingProxyType[Phase, str] = MappingProxyType(
    {
        Phase.SETTLED: "soldé",
        Phase.RUNNING: "en relance",
        Phase.HELD: "suspendu",
        Phase.REVIEW: "à examiner",
        Phase.LEGAL: "contentieux",
    }
)

NEXT_ACTS: MappingProxyType[str, str] = MappingProxyType(
    {
        "legal_queue": "file contentieuse",
        "review": "examen par un humain",
        "promise_check": "vérification de la promesse",
        "hold_end": "fin de la suspension",
        "settled": "clôture",
        "task": "tâche",
        "plan_check": "vérification de l'échéancier",
        "dispute_end": "fin d'un litige",
        "human_decision": "décision d'un humain",
        "": "rien",
    }
)


CAUSES: MappingProxyType[Cause, str] = MappingProxyType(
    {
        Cause.FORGOTTEN: "oubli",
        Cause.NO_INVOICE: "facture non reçue",
        Cause.INTERNAL_APPROVAL: "validation interne",
        Cause.PAYMENT_RUN: "campagne de règlement",
        Cause.DISPUTE: "litige",
        Cause.CASH_TROUBLE: "trésorerie",
        Cause.BAD_WILL: "mauvaise volonté",
        Cause.UNKNOWN: "inconnue",
    }
)

ROLES: MappingProxyType[Role, str] = MappingProxyType(
    {
        Role.USUAL: "contact habituel",
        Role.CHIEF_ACCOUNTANT: "chef comptable",
        Role.CFO: "directeur administratif et financier",
        Role.LEGAL_REPRESENTATIVE: "représentant légal",
        Role.TREASURER: "trésorier",
        Role.PRESIDENT: "président",
        Role.PUBLIC_ACCOUNTANT: "comptable public",
        Role.HEAD_OF_BODY: "ordonnateur",
    }
)

REASONS = MappingProxyType(
    {
        "hostile": "débiteur hostile",
        "refusal": "refus de payer",
        "insolvency": "procédure collective",
        "silent": "silence jusqu'au bout de la séquence",
        "human": "décision humaine",
        "dispute": "litige",
        "opt_out": "demande de ne plus être contacté",
        "plan_request": "demande d'échéancier",
        "question": "question du débiteur",
        "paid": "paiement annoncé",
        "promise": "promesse",
        "promise_undated": "promesse sans date",
        "invoice_request": "demande de facture",
        "ack": "bien reçu",
        "absence": "absence",
        "temporary_bounce": "non-remise temporaire",
        "plan": "échéancier",
        "letter_unsure": "lettre au sort inconnu",
        "letter_refused": "lettre refusée par le serveur",
        "address_refused": "adresse refusée par le serveur",
        "letter_too_large": "lettre trop lourde pour le serveur",
        "handover_cut": "remise au serveur coupée à chaque essai",
        "bounce": "lettre revenue",
        "bounced": "adresse morte",
        "bounced_twice": "lettre revenue deux fois",
        "challenge": "anti-spam à déverrouiller",
        "authentication_failed": "expéditeur non authentifié",
        "stranger": "expéditeur inconnu du dossier",
        "contested_link": "message au dossier incertain",
        "unlinked": "message sans dossier",
        "contested": "message au dossier incertain",
        "set_aside": "message mis de côté",
        "unrelated_answer": "réponse sans rapport",
        "nothing_understood": "message non compris",
        "holds_exhausted": "suspensions épuisées",
        "promise_too_far": "promesse trop lointaine",
        "promises_exhausted": "promesses épuisées",
        "answers_exhausted": "même demande encore et encore",
        "promise_broken": "promesse non tenue",
        "promise_kept_in_part": "promesse tenue en partie",
        "legal_deadline": "échéance légale",
        "limitation_near": "prescription proche",
        "limitation_over": "créance prescrite",
        "set_aside_linked": "message illisible rattaché à la main",
        "restored_lost": "écritures perdues avec la base",
        "restored_unknown": "base revenue en arrière : lettre peut-être partie",
        "barred_debtor": "débiteur à qui l'on n'écrit plus : nouvelle facture",
        "debtor_unreadable": "autre dossier du débiteur illisible",
        "currency_differs": "facture dans une autre monnaie",
        "unknown_level": "niveau absent de la chronologie",
        "unknown_step": "étape absente de la chronologie",
        "own_copy_refused": "copie interne refusée par le serveur",
        "internal_error": "erreur interne, à signaler",
        "write_off_or_group": "petit montant : abandonner ou regrouper",
        "nothing_left_to_pursue": "rien à poursuivre",
        "nothing_to_demand": "rien à demander",
        "nothing_to_confirm": "rien à confirmer",
        "timeline_over": "séquence terminée",
        "no_template_language": "pas de modèle dans la langue du débiteur",
        "unknown_template": "modèle inconnu",
        "template_exists_for_this_dossier": "aucun modèle pour ce dossier",
        "no_recipient": "pas de destinataire",
        "contact_can_be_reached": "aucune adresse joignable",
        "contact_is_confirmed": "contact à confirmer",
        "level_follows_the_last_one": "niveau hors de la séquence",
        "answers_a_person": "réponse à un automate",
        "no_document": "document absent",
        "not_posted": "recommandé non posté",
        "not_said": "réponse ordonnée à compléter",
        "posting_is_recorded": "recommandé non posté",
        "review": "à examiner",
        "call": "appel à passer",
        "next": "suite d'un appel",
        "manager": "responsable du compte à prévenir",
        "manager_objects": "opposition du responsable du compte",
        "debtor_abroad": "débiteur hors de France : choisir la voie",
        "letter_rejected": "lettre refusée par un collègue",
        "named_elsewhere": "facture nommée dans un message d'un autre dossier",
        "plan_lost": "échéancier rompu",
        "post": "recommandé à poster",
        "send_duplicate": "duplicata à envoyer",
        "check_bodacc": "BODACC à vérifier",
        "declare_claim": "créance à déclarer",
        "confirm_contact": "contact à confirmer",
        "credit_note": "avoir à établir",
        "find": "contact à trouver",
        "limitation": "prescription à surveiller",
        "answer": "réponse à préparer",
        "invoice_vanished": "facture disparue du grand livre",
        "vanished": "facture disparue du grand livre",
    }
)
"""Reasons of holds, reviews and hand-overs, and the sorts of tasks."""


CORRECTIONS: MappingProxyType[str, str] = MappingProxyType(
    {
        "credit_note": "avoir à établir",
        "corrected_invoice": "facture rectifiée à établir",
        "new_due_date": "échéance à reporter",
    }
)
"""How our own fault is mended (R23)."""


LEGAL_STEPS = MappingProxyType(
    {
        LegalStep.PETITION_FILED.value: "requête déposée",
        LegalStep.FEE_DEPOSITED.value: "frais de greffe consignés",
        LegalStep.ORDER_ISSUED.value: "ordonnance rendue",
        LegalStep.ORDER_REFUSED.value: "requête rejetée",
        LegalStep.ORDER_SERVED.value: "ordonnance signifiée à personne",
        LegalStep.ORDER_SERVED_OTHERWISE.value: "ordonnance signifiée autrement qu'à personne",
        LegalStep.OBJECTION_RECEIVED.value: "opposition du débiteur",
        LegalStep.COSTS_DEPOSITED.value: "frais de l'opposition consignés",
        LegalStep.LAWYER_APPOINTED.value: "avocat constitué",
        LegalStep.TITLE_OBTAINED.value: "titre exécutoire obtenu",
        LegalStep.SUMMONS_SERVED.value: "assignation délivrée",
        LegalStep.SEIZURE.value: "mesure d'exécution",
        LegalStep.INSOLVENCY_OPENED.value: "procédure collective ouverte",
        LegalStep.BODACC_PUBLISHED.value: "ouverture publiée au BODACC",
        LegalStep.CLAIM_DECLARED.value: "créance déclarée",
        LegalStep.WITHDRAWN.value: "désistement",
    }
)
"""The identifiers of legal steps and their names."""


ROADS = MappingProxyType(
    {
        Road.PAYMENT_ORDER: "injonction de payer",
        Road.OFFICER_UNCONTESTED: "factures non contestées, par commissaire de justice",
        Road.SMALL_CLAIM: "petites créances",
        Road.INTERIM_PAYMENT: "référé-provision",
        Road.SUMMONS: "assignation au fond",
        Road.ADMINISTRATIVE_INTERIM: "référé-provision administratif",
        Road.PROOF_OF_CLAIM: "déclaration de créance",
    }
)

SEGMENTS = MappingProxyType(
    {
        Segment.LARGE: "grande entreprise",
        Segment.SME: "société",
        Segment.SOLE_TRADER: "entrepreneur individuel",
        Segment.ASSOCIATION: "association",
        Segment.PUBLIC: "personne publique",
        Segment.CONSUMER: "particulier",
    }
)
"""Who the debtor is."""

DOCUMENTS = MappingProxyType(
    {
        DocumentSort.COMPANY_EXTRACT: "extrait d'immatriculation du débiteur",
        DocumentSort.CREDITOR_EXTRACT: "extrait d'immatriculation du créancier",
        DocumentSort.CONTRACT: "contrat, devis signé ou commande",
        DocumentSort.TERMS: "conditions générales et leur acceptation",
        DocumentSort.DELIVERY: "bon de livraison ou preuve d'exécution",
        DocumentSort.INVOICE: "facture",
        DocumentSort.SENDING: "preuve d'envoi de la facture",
        DocumentSort.NOTICE: "mise en demeure signée",
        DocumentSort.POSTING: "preuve de dépôt du recommandé",
        DocumentSort.RECEIPT: "avis de réception",
        DocumentSort.BODACC: "consultation du BODACC",
        DocumentSort.POWER: "pouvoir du signataire",
        DocumentSort.OTHER: "autre pièce",
    }
)
"""What people put into a dossier, as the exhibit list names it."""


def reason(identifier: str) -> str:
    """The French of a reason or task (`call:1/reminder_2`), or of a letter that waits for a yes.

    An unknown one as it stands.
    """
    named = REASONS.get(identifier) or REASONS.get(identifier.partition(":")[0])
    return named or template(identifier)


def step(key: StepKey) -> str:
    """« deuxième relance », « réponse : duplicata »; the attempt is told from the second on."""
    told = (
        f"réponse : {ANSWERS.get(key.template, key.template)}"
        if key.is_answer
        else LEVELS.get(key.name, key.name)
    )
    return told if key.attempt == 1 else f"{told} (essai {key.attempt})"


def act_to_come(name: str) -> str:
    """A level, an answer or another next act, in French; an unknown one as it stands."""
    return LEVELS.get(name) or ANSWERS.get(name) or NEXT_ACTS.get(name, name)


def template(name: str) -> str:
    """What a template is called, be it a level's or an answer's."""
    return LEVELS.get(name) or ANSWERS.get(name, name)
