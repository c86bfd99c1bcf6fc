"""Why a message was read as it was, told so that a controller can trust it or correct it.

Nothing is decided here: the reading, the link and the outcome are given, and each is told with the
words, the evidence and the checks that it rests on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relance_mailer.desk import french
from relance_mailer.flows.read_mail.judged import Verdict
from relance_mailer.inward.authentication import Authentication
from relance_mailer.inward.link import Contested, Link, Linked, Nobody
from relance_mailer.inward.outcome import DOUBTS
from relance_mailer.reading.judgement import RULE as SECOND_OPINION
from relance_mailer.reading.message import Finding, Incoming, Reading
from relance_mailer.words import Intent, Kind, Permanence

OPEN, CLOSE = "⟦", "⟧"
"""Around the words that decided, in the text as the debtor wrote it."""

_STRENGTHS = {1: "indice", 2: "net", 3: "hors de doute"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """Something that had to be right for the machine to decide alone."""

    name: str  # an identifier
    passed: bool
    told: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """An intent or a figure with the words that gave it and who found it."""

    what: str
    words: str
    found_by: str
    strength: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """A message told: what was written, what was found in it, whose it is, and what follows."""

    sender: str
    subject: str
    sent_at: str
    kind: str
    text: str  # what this person newly wrote, the words that decided between ⟦ and ⟧
    said: tuple[Said, ...]
    figures: tuple[str, ...]
    link: str
    evidence: tuple[str, ...]
    candidates: tuple[str, ...]
    checks: tuple[Check, ...]
    oddities: tuple[str, ...]
    outcome: str
    because: str


def explained(verdict: Verdict) -> Explanation:
    """The message told in French, from what the reader, the linker and the table made of it."""
    incoming, reading, link = verdict.incoming, verdict.reading, verdict.link
    told, evidence, candidates = _linked(link)
    return Explanation(
        sender=_mailbox(incoming),
        subject=incoming.subject,
        sent_at=f"{incoming.date:%d/%m/%Y %H:%M %z}" if incoming.date else "sans date",
        kind=_kind(reading),
        text=marked(reading.reply_text, reading.findings),
        said=tuple(_said(finding) for finding in reading.findings),
        figures=tuple(_figures(reading)),
        link=told,
        evidence=evidence,
        candidates=candidates,
        checks=tuple(_checks(reading, link, verdict.authentication)),
        oddities=incoming.oddities,
        outcome=french.OUTCOMES[verdict.outcome],
        because=verdict.because,
    )


def lines_of(explanation: Explanation) -> tuple[str, ...]:
    """The explanation as a person reads it on a terminal."""
    one = explanation
    return (
        f"De : {one.sender}",
        f"Objet : {one.subject}",
        f"Date : {one.sent_at}",
        f"Nature : {one.kind}",
        *_section("Ce que cette personne a écrit", one.text.splitlines()),
        *_section("Ce qui y est lu", [_line(said) for said in one.said]),
        *_section("Chiffres et adresses", one.figures),
        *_section("À qui il est", [one.link, *one.evidence]),
        *_section("Dossiers possibles", one.candidates),
        *_section("Vérifications", [f"{_mark(c.passed)} {c.told}" for c in one.checks]),
        *_section("Ce qui est étrange dans ce courriel", one.oddities),
        "",
        f"Suite : {one.outcome}",
        f"Pourquoi : {one.because}",
    )


def marked(text: str, findings: tuple[Finding, ...]) -> str:
    """The text with the words of each finding between ⟦ and ⟧, where they stand in it."""
    places = sorted(
        (found.start(), found.end())
        for finding in findings
        if (found := _place(text, finding.span)) is not None
    )
    pieces, done = [], 0
    for start, end in places:
        if start < done:
            continue
        pieces += [text[done:start], OPEN, text[start:end], CLOSE]
        done = end
    return "".join((*pieces, text[done:]))


def _place(text: str, span: str) -> re.Match[str] | None:
    words = span.split()
    return re.search(r"\s+".join(map(re.escape, words)), text) if words else None


def _section(title: str, lines: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return ("", f"{title} :", *(f"  {line}" for line in lines)) if lines else ()


def _mark(passed: bool) -> str:
    return "✓" if passed else "✗"


def _line(said: Said) -> str:
    strength = f", {said.strength}" if said.strength else ""
    return f"{said.what} : « {said.words} » ({said.found_by}{strength})"


def _mailbox(incoming: Incoming) -> str:
    sender = incoming.sender
    return f"{sender.name} <{sender.address}>" if sender.name else sender.address


def _kind(reading: Reading) -> str:
    told = french.KINDS[reading.kind]
    if reading.kind is not Kind.BOUNCE:
        return told
    lasting = {Permanence.PERMANENT: "définitif", Permanence.TEMPORARY: "temporaire"}
    how = lasting.get(reading.bounce_permanence) if reading.bounce_permanence else None
    parts = [how or "durée inconnue", *reading.bounced_recipients, reading.bounce_reason]
    return f"{told} ({', '.join(part for part in parts if part)})"


def _said(finding: Finding) -> Said:
    by_rule = finding.rule != SECOND_OPINION
    return Said(
        what=french.INTENTS[finding.intent],
        words=" ".join(finding.span.split()),
        found_by=f"règle « {finding.rule} »" if by_rule else "second avis",
        strength=_STRENGTHS.get(finding.strength, "") if by_rule else "",
    )


def _figures(reading: Reading) -> Iterator[str]:
    for day in reading.promise_dates:
        yield f"date promise : {french.day(day)}"
    if reading.promised_amount is not None:
        yield f"montant promis : {french.figure(reading.promised_amount)}"
    if reading.paid_on:
        yield f"payé le : {french.day(reading.paid_on)}"
    if reading.invoices:
        yield f"factures : {', '.join(reading.invoices)}"
    if reading.redirect_to:
        yield f"écrire désormais à : {reading.redirect_to}"
    if reading.returns_on:
        yield f"de retour le : {french.day(reading.returns_on)}"


def _linked(link: Link) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    match link:
        case Linked():
            if _is_supposed(link):
                return "aucun grand livre : l'expéditeur est supposé connu", (), ()
            return f"dossier {link.key.dossier}", link.evidence, ()
        case Contested():
            return f"incertain : {link.why}", (), tuple(k.dossier for k in link.candidates)
        case Nobody():
            return f"aucun dossier : {link.why}", (), ()


def _checks(reading: Reading, link: Link, authentication: Authentication) -> Iterator[Check]:
    if not _is_supposed(link):
        yield _one_dossier(link)
    if reading.kind is Kind.HUMAN and isinstance(link, Linked) and not _is_supposed(link):
        known = "l'expéditeur est connu du dossier"
        unknown = "l'expéditeur est inconnu du dossier"
        yield Check(
            name="known_sender", passed=not link.stranger, told=unknown if link.stranger else known
        )
    yield Check(
        name="authentication",
        passed=authentication is not Authentication.FAILED,
        told={
            Authentication.PASSED: "l'expéditeur est authentifié",
            Authentication.FAILED: "l'authentification de l'expéditeur a échoué",
            Authentication.ABSENT: "authentification : rien d'annoncé (sans effet)",
        }[authentication],
    )
    if reading.kind is Kind.HUMAN:
        understood = bool(reading.intents)
        told = "une intention est lue" if understood else "aucune intention n'est lue"
        yield Check(name="understood", passed=understood, told=told)
    for doubt in reading.doubts:
        yield Check(name=doubt, passed=False, told=DOUBTS.get(doubt, doubt))
    if not reading.doubts:
        yield Check(name="doubts", passed=True, told="aucun doute du lecteur")
    if reading.kind is Kind.HUMAN and (told := _weighed(reading)):
        yield Check(name="weighed", passed=not reading.doubts, told=told)


def _weighed(reading: Reading) -> str:
    """Why doubts gave way to all the rest, why they did not, or why one was raised."""
    weighing = reading.weighing
    if weighing is None:
        return "ces doutes ne se pèsent pas : un seul suffit" if reading.doubts else ""
    share, bound = f"{_percent(weighing.share)} %", f"{_percent(weighing.bound)} %"
    told = f"tout pesé, il y a {share} de chances qu'un humain doive le voir"
    if weighing.gave_way:
        doubts = ", ".join(
            DOUBTS[one] if one in DOUBTS else french.INTENTS[Intent(one)]
            for one in weighing.gave_way
        )
        return f"{told} : en dessous de {bound}, cèdent « {doubts} »"
    if reading.doubts:
        return f"{told} : à partir de {bound}, les doutes tiennent"
    return f"{told} ; la limite est de {bound}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".replace(".", ",")


def _is_supposed(link: Link) -> bool:
    """Whether no ledger was there to ask."""
    return isinstance(link, Linked) and not link.key.dossier


def _one_dossier(link: Link) -> Check:
    match link:
        case Linked():
            told = "les preuves désignent un seul dossier"
        case Contested():
            told = "les preuves désignent plusieurs dossiers, ou l'expéditeur est inconnu"
        case Nobody():
            told = "rien ne désigne un dossier"
    return Check(name="one_dossier", passed=isinstance(link, Linked), told=told)
