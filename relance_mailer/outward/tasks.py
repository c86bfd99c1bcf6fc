"""What a letter asks of people: a reader to find, a letter to post, a call to make."""

from datetime import date

from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import StepKey
from relance_mailer.words import Role

SOUGHT = {
    Role.CHIEF_ACCOUNTANT: "le chef comptable",
    Role.CFO: "le directeur financier",
    Role.LEGAL_REPRESENTATIVE: "le représentant légal",
    Role.TREASURER: "le trésorier",
    Role.PRESIDENT: "le président",
    Role.PUBLIC_ACCOUNTANT: "le comptable public",
    Role.HEAD_OF_BODY: "l'ordonnateur",
}


def reader_to_find(role: Role, level: str, dossier: Dossier, today: date) -> e.TaskOpened | None:
    """A missing role opens a task, once, and doesn't delay the letter (DOMAIN §3.1)."""
    task = f"find:{role}"
    sought = SOUGHT.get(role)
    known = any(contact.role is role for contact in dossier.contacts)
    if sought is None or known or task in dossier.tasks_ever:
        return None
    return e.TaskOpened(
        because=f"{level} lui est destinée",
        task=task,
        what=f"Trouver {sought} : nom et adresse",
        due_on=today,
    )


def letter_to_post(step: StepKey, dossier: Dossier, due_on: date) -> e.TaskOpened | None:
    """The task of posting; it stays until the posting is recorded: never skipped (DOMAIN §5)."""
    name = f"post:{step}"
    if any(task.task == name for task in dossier.tasks):
        return None
    return e.TaskOpened(
        because="la mise en demeure part en recommandé",
        task=name,
        what="Signer et poster la mise en demeure, puis saisir le jour et le numéro d'envoi",
        due_on=due_on,
    )


def call_to_make(step: StepKey, dossier: Dossier, due_on: date) -> e.TaskOpened | None:
    """A telephone call beside a letter to a debtor of a big amount, once (DOMAIN §3.1)."""
    task = f"call:{step.course}/{step.name}"
    if task in dossier.tasks_ever:
        return None
    return e.TaskOpened(
        because=f"montant important, {step.name} envoyée",
        task=task,
        what="Appeler le débiteur : qui paie, combien, quel jour ?",
        due_on=due_on,
    )
