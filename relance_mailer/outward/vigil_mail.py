"""The mails to our own operator when sending waits for long: what, since when, why, what to do.

Plain French to a colleague: no letter, no template, never to a debtor; figures and causes only, no
debtor's text and no address of his.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from relance_mailer.outward.causes import Cause, moment
from relance_mailer.outward.vigil import Kind, Told

SUBJECT_SIGNS_MAX = 120
_ADDRESS = re.compile(r"([\w.+-])[\w.+-]*@([\w.-]+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What is held back: letters that are written, dossiers that are due; amounts as printed."""

    letters: int = 0
    amounts: str = ""
    dossiers: int = 0
    owed: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pile:
    """A queue in which work waits for a human: how much, and what is at stake."""

    name: str
    lines: int
    amount: str = ""
    soonest: str = ""  # the next legal deadline, where one is near


def subject_of(claim: Told, causes: Sequence[Cause]) -> str:
    """What the operator sees first."""
    why = _short(causes[0].because if causes else next(iter(claim.causes), ""))
    match claim.kind:
        case Kind.BEGUN:
            said = f"Aucune lettre ne part depuis le {moment(claim.since)} : {why}"
        case Kind.REMINDER:
            said = f"Toujours aucune lettre depuis le {moment(claim.since)} : {why}"
        case Kind.OVER:
            said = "L'envoi n'attend plus" if causes else "Les lettres partent à nouveau"
    return _one_line(said)


def body_of(
    claim: Told,
    causes: Sequence[Cause],
    figures: Figures,
    now: datetime,
    piles: Iterable[Pile] = (),
    desk: str = "",
) -> str:
    """The whole text; `causes` are those of this moment, when it is over those that pass by."""
    lines = ["Bonjour,", ""]
    if claim.kind is Kind.OVER:
        lines += _over(claim, causes, now)
    else:
        lines += [_opening(claim), "", *_told(causes), *_held(figures), *_waiting(piles)]
    lines += ["", *_closing(desk)]
    return "\n".join(lines) + "\n"


def digest_subject(piles: Sequence[Pile], day: str) -> str:
    """How much waits for a human this morning."""
    number = sum(pile.lines for pile in piles)
    said = "1 décision attend" if number == 1 else f"{number} décisions attendent"
    return _one_line(f"{said} ({day})")


def digest_body(sentence: str, causes: Sequence[Cause], piles: Sequence[Pile], desk: str) -> str:
    """What waits for people, the largest stakes first; nothing of what debtors wrote."""
    lines = ["Bonjour,", "", hidden(sentence), *_told(causes), *_waiting(piles)]
    return "\n".join([*lines, "", *_closing(desk)]) + "\n"


def trial_subject() -> str:
    """Of the mail that `relance operator test` sends."""
    return "Essai : les alertes de Relance Mailer vous parviennent"


def trial_body(sentence: str, after_minutes: int, desk: str) -> str:
    """What a trial says: when a true one would come."""
    lines = [
        "Bonjour,",
        "",
        "Ceci est un essai, demandé par « relance operator test ». Un message comme celui-ci part "
        f"quand l'envoi attend depuis {after_minutes} minutes pour une cause à corriger, puis une "
        "fois par jour ouvré au plus tant que cela dure, et une fois quand c'est fini.",
        "",
        f"En ce moment : {hidden(sentence)}",
        "",
        *_closing(desk),
    ]
    return "\n".join(lines) + "\n"


def money(amounts: Mapping[str, Decimal]) -> str:
    """« 1 234,56 € », other currencies beside it; empty where nothing is at stake."""
    signs = {"EUR": "€", "GBP": "£", "USD": "$"}
    return " + ".join(
        f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",")
        + f"\u00a0{signs.get(currency, currency)}"
        for currency, value in sorted(amounts.items())
        if value
    )


def hidden(text: str) -> str:
    """The text with every address made unreadable: « j…@exemple.fr »."""
    return _ADDRESS.sub(r"\1…@\2", " ".join(text.split()))


def _opening(claim: Told) -> str:
    since = moment(claim.since)
    if claim.kind is Kind.REMINDER:
        return f"Aucune lettre ne part toujours ; cela dure depuis le {since}."
    return f"Aucune lettre ne part depuis le {since}. Rien n'est perdu : l'envoi attend."


def _over(claim: Told, causes: Sequence[Cause], now: datetime) -> list[str]:
    lines = [
        f"Ce qui retenait l'envoi depuis le {moment(claim.since)} est levé "
        f"(constaté le {moment(now)}) :",
        *(f"- {hidden(one)}" for one in claim.causes),
        "",
    ]
    if claim.untold and claim.told_at is None:
        lines += ["Ce message n'avait pas pu partir plus tôt : " + hidden(claim.untold), ""]
    if causes:
        return [*lines, "Pour l'instant rien ne part encore :", *_told(causes)]
    return [*lines, "Les lettres partent. Celles dont le jour était passé sont écrites à nouveau."]


def _told(causes: Iterable[Cause]) -> list[str]:
    lines = []
    for cause in causes:
        since = f" (depuis le {moment(cause.since)})" if cause.since else ""
        lines.append(f"- {hidden(cause.because)}{since}")
        if cause.remedy:
            lines.append(f"  À faire : {cause.remedy}.")
    return lines


def _held(figures: Figures) -> list[str]:
    if not figures.letters and not figures.dossiers:
        return ["", "Rien n'est à envoyer pour le moment."]
    lines = ["", "Ce qui attend :"]
    if figures.letters:
        lines.append(f"- lettres prêtes : {figures.letters}{_worth(figures.amounts, 'demandés')}")
    if figures.dossiers:
        lines.append(f"- dossiers à l'échéance : {figures.dossiers}{_worth(figures.owed, 'dus')}")
    return lines


def _waiting(piles: Iterable[Pile]) -> list[str]:
    lines = [
        f"- {pile.name} : {pile.lines}{_worth(pile.amount, 'en jeu')}"
        + (f" ; prochaine échéance légale le {pile.soonest}" if pile.soonest else "")
        for pile in piles
    ]
    return ["", "Attendent la décision d'un humain :", *lines] if lines else []


def _worth(amount: str, word: str) -> str:
    return f", {amount} {word}" if amount else ""


def _closing(desk: str) -> list[str]:
    where = f"Le bureau : {desk}" if desk else "Le détail : « relance status »"
    return [
        where,
        "",
        "Message automatique de Relance Mailer ; inutile d'y répondre. Les adresses prévenues "
        "sont celles de [operator] mail, dans settings.toml.",
    ]


def _short(because: str) -> str:
    return hidden(because).partition(" ; ")[0]


def _one_line(said: str) -> str:
    text = " ".join(f"[Relance Mailer] {said}".split())
    return text if len(text) <= SUBJECT_SIGNS_MAX else text[: SUBJECT_SIGNS_MAX - 1] + "…"
