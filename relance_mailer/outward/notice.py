"""The mail to our own account manager before a hard level (S4): what is ahead, and how to object.

Plain words to a colleague: no letter, no template, never to a debtor.
"""

from datetime import date

from relance_mailer.dossier.reference import mark_of
from relance_mailer.dossier.state import COUNTS_AS_SENT, Dossier
from relance_mailer.outward.managing import Notice
from relance_mailer.outward.steps import level_in_french
from relance_mailer.words import LEVELS_IN_FRENCH


def subject_of(notice: Notice, dossier: Dossier, token: str) -> str:
    """What the manager sees first; the reference lets his answer find its way."""
    # What a ledger wrote on two lines must not end the header.
    name = " ".join((dossier.debtor.name if dossier.debtor else dossier.key.dossier).split())
    level = level_in_french(notice.level)
    mark = mark_of(dossier.key, token)
    return f"À vous avant le {notice.level_on:%d/%m} : {level} de {name} {mark}"


def body_of(notice: Notice, dossier: Dossier, token: str, letter: str) -> str:
    """The whole text; `letter` is the one foreseen, empty where it cannot be shown yet."""
    name = dossier.debtor.name if dossier.debtor else dossier.key.dossier
    level = level_in_french(notice.level)
    lines = [
        "Bonjour,",
        "",
        f"{name} recevra le {notice.level_on:%d/%m/%Y} : {level}. "
        "Vous connaissez ce client : y a-t-il une raison d'attendre ?",
        "",
        "Pour vous y opposer, répondez à ce message en disant pourquoi : rien ne partira avant "
        "qu'un collègue ait décidé. Sans réponse de votre part, la lettre part ce jour-là.",
        "",
        f"Dossier {mark_of(dossier.key, token)}, {dossier.owed} {dossier.currency} dus :",
        *_invoices(dossier, notice.level_on),
        "",
        "Déjà envoyé :",
        *_letters(dossier),
        *_last_word(dossier),
    ]
    if letter:
        lines += ["", "La lettre prévue :", "", *(f"> {line}" for line in letter.splitlines())]
    return "\n".join(lines) + "\n"


def _invoices(dossier: Dossier, on: date) -> list[str]:
    return [
        f"- {one.number}, échue le {one.due_on:%d/%m/%Y}, reste {one.left} {one.currency}"
        for one in dossier.overdue(on)
    ] or ["- rien d'échu à ce jour"]


def _letters(dossier: Dossier) -> list[str]:
    sent = [one for one in dossier.course_letters if one.state in COUNTS_AS_SENT and one.sent_on]
    return [
        f"- {one.sent_on:%d/%m/%Y} : {LEVELS_IN_FRENCH.get(one.level or '', one.subject)}"
        for one in sent
    ] or ["- rien"]


def _last_word(dossier: Dossier) -> list[str]:
    last = dossier.last_message
    if last is None or not last.reply_text.strip():
        return []
    words = " ".join(last.reply_text.split())[:400]
    return ["", f"Dernier message du client, le {last.sent_at:%d/%m/%Y} : « {words} »"]
