"""The words that the command line prints for people where scripts get identifiers."""

from types import MappingProxyType

from relance_mailer.law.routes import Act
from relance_mailer.ports import OutboxState

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


def act(name: str) -> str:
    """What a letter announces, in French; a dash for nothing."""
    return ACTS.get(name, name) or "–"
