"""The words that the command line prints for people where scripts get identifiers."""

from types import MappingProxyType

from relance_mailer.desk import french
from relance_mailer.dossier.phases import Phase
from relance_mailer.law.routes import Act
from relance_mailer.ports import OutboxState

PHASES: MappingProxyType[Phase, str] = MappingProxyType(
    {
        Phase.SETTLED: "soldé",
        Phase.RUNNING: "en relance",
        Phase.HELD: "suspendu",
        Phase.REVIEW: "à examiner",
        Phase.LEGAL: "contentieux",
    }
)

LETTERS: MappingProxyType[OutboxState, str] = MappingProxyType(
    {
        OutboxState.QUEUED: "prêtes",
        OutboxState.LEAVING: "en cours de départ",
        OutboxState.SENT: "parties",
        OutboxState.UNSURE: "au sort inconnu",
        OutboxState.REFUSED: "refusées",
        OutboxState.WITHDRAWN: "retirées",
        OutboxState.BOUNCED: "revenues",
    }
)

ACTS: MappingProxyType[str, str] = MappingProxyType(
    {
        Act.FOLLOW_UP.value: "nouvelle relance",
        Act.INTEREST_AND_FEE.value: "pénalités et 40 €",
        Act.FORMAL_NOTICE.value: "mise en demeure",
        Act.PAYMENT_ORDER.value: "injonction de payer",
        Act.OFFICER_OR_COURT.value: "commissaire de justice ou tribunal",
        Act.LETTER_TO_PRESIDENT.value: "courrier au président",
        Act.LETTER_TO_PUBLIC_ACCOUNTANT.value: "courrier au comptable public",
        Act.LETTER_TO_HEAD_OF_BODY.value: "courrier à l'ordonnateur",
        Act.INTERIM_PAYMENT.value: "référé-provision",
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


def step(name: str) -> str:
    """A level, an answer or another next act, in French; an unknown one as it stands."""
    return french.LEVELS.get(name) or french.ANSWERS.get(name) or NEXT_ACTS.get(name, name)


def act(name: str) -> str:
    """What a letter announces, in French; a dash for nothing."""
    return ACTS.get(name, name) or "–"
