"""The journal told in French: one line an entry, for the operator's page and for the legal file.

A line says what happened; who and when stand beside it. It never quotes more of a debtor's message
than the words that decided: the message itself is an exhibit.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from relance_mailer.desk import french
from relance_mailer.dossier import events as e
from relance_mailer.workdays import PARIS

QUOTED_MAX = 160  # characters of free text in one line
MACHINE = "automate"
_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """An entry of the journal for people: when (Europe/Paris), who, what, and why."""

    seq: int
    at: datetime
    who: str
    kind: str
    what: str
    because: str

    def __str__(self) -> str:
        because = f" — {self.because}" if self.because else ""
        return f"{self.at:%d/%m/%Y %H:%M} · {self.who} · {self.what}{because}"


def chronicle(entries: Iterable[e.Entry]) -> tuple[Told, ...]:
    """The whole page told, in its order."""
    return tuple(structured(entry) for entry in entries)


def told(entry: e.Entry) -> str:
    """One entry as one French line: when, who, what, why."""
    return str(structured(entry))


def structured(entry: e.Entry) -> Told:
    """One entry as when, who, what and why, apart."""
    who = MACHINE if entry.by == "machine" else entry.by
    return Told(
        seq=entry.seq,
        at=entry.at.astimezone(PARIS),
        who=who,
        kind=entry.kind,
        what=_line(_what(entry.event)) if entry.event else f"contenu effacé ({entry.kind})",
        because=_line(entry.event.because) if entry.event else "",
    )


def _line(text: str) -> str:
    """On one line, and not for ever: the journal holds the rest."""
    text = _flat(text)
    return text if len(text) <= 3 * QUOTED_MAX else text[: 3 * QUOTED_MAX - 1] + "…"


def _flat(text: str) -> str:
    """Without line ends; the no-break spaces of amounts stay."""
    return _BLANKS.sub(" ", text).strip()


def _quoted(text: str) -> str:
    text = _flat(text)
    return f"« {text if len(text) <= QUOTED_MAX else text[: QUOTED_MAX - 1] + '…'} »"


def _what(event: e.Event) -> str:
    match event:
        case (e.DebtorDescribed() | e.InvoiceOpened() | e.InvoiceChanged() | e.InvoiceSettled()) | (
            (e.InvoiceCancelled() | e.PaymentRecorded() | e.CreditNoteRecorded())
            | (e.HabitTold() | e.Settled())
        ):
            return _ledger(event)
        case (e.LetterQueued() | e.LetterLeaving() | e.LetterSent() | e.LetterRefused()) | (
            (e.LetterStayed() | e.LetterUnsure() | e.LetterWithdrawn() | e.LetterDelayed())
            | (e.InvoiceListed() | e.NoticePrinted() | e.ContactBounced())
        ):
            return _post(event)
        case (
            (e.MessageRead() | e.LinkContested() | e.DistressSeen() | e.CauseRecorded())
            | (e.AnswerOwed() | e.ContactProposed() | e.ContactAbsent() | e.PlanProposed())
            | (e.MessageIgnored() | e.MessageUnlinked() | e.MessageLinked() | e.MessageSetAside())
        ):
            return _message(event)
        case (e.PromiseKept() | e.PlanLost() | e.PlanKept() | e.TaskSkipped()) | (
            e.TaskOpened() | e.DisputeEnded() | e.ManagerTold()
        ):
            return _calendar(event)
        case (
            (e.NoteWritten() | e.CallLogged() | e.TaskDone() | e.PostingRecorded())
            | (e.TaskEntrusted() | e.ManagerObjected())
            | (e.ContactChanged() | e.PlanAgreed() | e.DisputeOpened() | e.DisputeDecided())
            | (e.LetterOrdered() | e.LetterApproved() | e.LetterRejected() | e.DossierClaimed())
            | (e.DossierReleased() | e.AcknowledgementConfirmed() | e.LegalStepTaken())
            | (e.BodyErased() | e.ReadingCorrected())
            | (e.DocumentAttached() | e.DocumentDetached())
        ):
            return _human(event)
        case (e.Held() | e.PromiseMade() | e.ReviewAsked() | e.HandedToLegal() | e.HoldEnded()) | (
            e.PromiseBroken() | e.HumanResumed() | e.HumanReopened() | e.HumanClosed()
        ):
            return _move(event)
        case _:
            assert_never(event)


_SETTLED_HOW = {
    e.Settlement.PAID: "payée",
    e.Settlement.CREDITED: "annulée par avoir",
    e.Settlement.VANISHED: "sortie du grand livre",
}


def _ledger(event: e.LedgerFact | e.InvoiceOpened | e.Settled) -> str:
    match event:
        case e.DebtorDescribed():
            known = french.counted(len(event.contacts), "contact")
            return f"débiteur décrit : {event.debtor.name}, {known}"
        case e.InvoiceOpened(invoice=invoice):
            left = french.amount(invoice.left, invoice.currency)
            return (
                f"facture {invoice.number} ouverte : {left}, échéance {french.day(invoice.due_on)}"
            )
        case e.InvoiceChanged(invoice=invoice):
            left = french.amount(invoice.left, invoice.currency)
            due_on = french.day(invoice.due_on)
            return f"facture {invoice.number} modifiée : reste {left}, échéance {due_on}"
        case e.InvoiceSettled():
            how = _SETTLED_HOW[event.how]
            return f"facture {event.number} {how} le {french.day(event.settled_on)}"
        case e.InvoiceCancelled():
            return f"facture {event.number} annulée le {french.day(event.cancelled_on)}"
        case e.PaymentRecorded():
            noun = "remboursement" if event.amount < 0 else "règlement"
            return (
                f"{noun} de {french.figure(abs(event.amount))} sur la facture {event.number}, "
                f"le {french.day(event.paid_on)}"
            )
        case e.CreditNoteRecorded():
            return f"avoir de {french.figure(event.amount)} sur la facture {event.number}"
        case e.HabitTold():
            late = max((one.days_late for one in event.invoices), default=0)
            worst = f", au pire {late} jours après l'échéance" if late > 0 else ", à l'échéance"
            paid = french.counted(len(event.invoices), "facture")
            return f"règlements passés connus : {paid}{worst}"
        case e.Settled():
            return "plus rien n'est dû"
        case _:
            assert_never(event)


def _post(event: e.PostFact) -> str:
    step = french.step(event.step) if event.step else "lettre"
    match event:
        case e.LetterQueued():
            to = ", ".join(event.to)
            until = f", échéance {french.day(event.deadline_on)}" if event.deadline_on else ""
            with_files = f", pièces : {french.many(_files(event))}" if event.enclosed else ""
            told = f"lettre préparée pour {to} : {step}, {french.figure(event.amount)}"
            return f"{told}{until}{with_files}"
        case e.LetterLeaving():
            return f"lettre remise au serveur : {step}"
        case e.LetterSent():
            return _sent(event, step)
        case e.LetterRefused():
            sort = "définitivement" if event.permanent else "pour le moment"
            said = _quoted(f"{event.code} {event.text}")
            return f"lettre refusée {sort} par le serveur : {step}, {said}"
        case e.LetterStayed():
            return f"lettre qui n'est pas partie, la remise a été interrompue : {step}"
        case e.LetterUnsure():
            return f"lettre au sort inconnu, qui compte comme envoyée : {step}"
        case e.LetterWithdrawn():
            return f"lettre retirée avant l'envoi : {step}"
        case e.LetterDelayed():
            return f"lettre annoncée pour le {french.day(event.due_on)}, retardée : {step}"
        case e.NoticePrinted():
            told = f"lettre à poster imprimée : {step}, {french.figure(event.amount)}"
            return f"{told}, datée du {french.day(event.dated_on)} ({event.paper[:12]})"
        case e.InvoiceListed():
            return f"facture {event.number} citée dans : {step}"
        case e.ContactBounced():
            sort = {"permanent": "définitivement", "temporary": "temporairement"}[event.permanence]
            return f"adresse {event.email or 'inconnue'} : lettre rejetée {sort} ({event.reason})"
        case _:
            assert_never(event)


def _files(event: e.LetterQueued) -> list[str]:
    return [one.name for one in event.enclosed]


def _sent(event: e.LetterSent, step: str) -> str:
    to = f" à {', '.join(event.to)}" if event.to else ""
    if event.colleague:
        return f"courriel d'un collègue envoyé{to} : {_quoted(event.subject)}"
    if event.imported:
        level = french.template(event.level) if event.level else "courriel"
        sent_on = french.day(event.sent_at.astimezone(PARIS).date())
        return f"lettre reprise, envoyée{to} le {sent_on} : {level}"
    return f"lettre envoyée{to} : {step}" + (f" ({event.reply})" if event.reply else "")


def _message(event: e.MessageFact | e.MailboxFact) -> str:
    match event:
        case e.MessageRead():
            said = french.many([french.INTENTS[intent] for intent in event.intents])
            words = f" {_quoted(' … '.join(event.spans))}" if event.spans else ""
            return (
                f"{french.KINDS[event.kind]} de {event.sender}"
                f"{f' : {said}' if said else ''}{words} ; {french.OUTCOMES[event.outcome]}"
            )
        case e.LinkContested():
            return f"message de {event.sender} au dossier incertain : {_quoted(event.subject)}"
        case e.DistressSeen():
            return f"signes de difficultés de trésorerie : {_quoted(event.words)}"
        case e.CauseRecorded():
            return f"cause du retard : {french.CAUSES[event.cause]}"
        case e.AnswerOwed():
            answer = french.ANSWERS[event.answer]
            return f"réponse due à {event.sender} : {answer}, dès le {french.day(event.not_before)}"
        case e.ContactProposed():
            state = "repris" if event.taken_over else "à confirmer"
            return f"nouveau contact {event.email} {state}"
        case e.ContactAbsent():
            until = f"jusqu'au {french.day(event.until)}" if event.until else "définitivement"
            return f"{event.email} absent {until}"
        case e.PlanProposed():
            return f"échéancier demandé : {_quoted(event.words)}"
        case e.MessageIgnored():
            kind = french.KINDS[event.kind]
            return f"{kind} de {event.sender} sans effet : {_quoted(event.subject)}"
        case e.MessageUnlinked():
            return f"message de {event.sender} sans dossier : {_quoted(event.subject)}"
        case e.MessageLinked():
            return f"message rattaché à {event.page}"
        case e.MessageSetAside():
            return f"message mis de côté ({event.message[:12]})"
        case _:
            assert_never(event)


def _calendar(event: e.CalendarFact) -> str:
    match event:
        case e.PromiseKept():
            return f"promesse du {french.day(event.promised_on)} tenue"
        case e.PlanLost():
            return f"échéancier rompu : rien reçu le {french.day(event.missed_on)}"
        case e.PlanKept():
            return f"échéancier tenu, dernier versement du {french.day(event.ended_on)}"
        case e.TaskOpened():
            whose = f", à {event.owner}" if event.owner else ""
            return f"tâche : {event.what}, pour le {french.day(event.due_on)}{whose}"
        case e.TaskSkipped():
            told = french.reason(event.task)
            return f"tâche du {french.day(event.due_on)} sautée : {told}, {event.because}"
        case e.DisputeEnded():
            return f"litige clos, de nouveau réclamé : {french.many(event.invoices)}"
        case e.ManagerTold():
            level = french.template(event.level)
            return f"{event.to} prévenu : {level} prévue le {french.day(event.level_on)}"
        case _:
            assert_never(event)


def _human(event: e.HumanFact) -> str:
    match event:
        case e.NoteWritten():
            return f"note : {event.text}"
        case e.CallLogged():
            return _call(event)
        case e.TaskEntrusted():
            return f"{french.reason(event.task)} : confié à {event.owner}"
        case e.ManagerObjected():
            return f"opposition du responsable du compte : {french.template(event.level)}"
        case e.TaskDone():
            return f"tâche close : {event.task}"
        case e.PostingRecorded():
            return f"recommandé {event.number} posté le {french.day(event.posted_on)}"
        case e.ContactChanged():
            verb = "retiré" if event.removed else "enregistré"
            return f"contact {event.contact.email or event.contact.phone} {verb}"
        case e.PlanAgreed():
            return f"échéancier accordé : {_instalments(event.instalments)}"
        case e.DisputeOpened():
            return (
                f"litige ouvert sur {french.many(event.invoices)} : {french.figure(event.amount)}, "
                f"{event.ground} ; réponse par {event.owner} avant le {french.day(event.answer_by)}"
            )
        case e.DisputeDecided():
            right = "le débiteur a raison" if event.creditor_at_fault else "la facture est due"
            how = french.CORRECTIONS.get(event.correction, event.correction)
            mended = f", {how}" if how else ""
            again = f", réclamé dès le {french.day(event.resumes_on)}" if event.resumes_on else ""
            return f"litige tranché sur {french.many(event.invoices)} : {right}{mended}{again}"
        case e.LetterOrdered():
            return f"lettre demandée : {french.template(event.template)}"
        case e.LetterApproved():
            of = f", {french.figure(event.amount)}" if event.amount is not None else ""
            return f"lettre approuvée : {french.step(event.step)}{of}"
        case e.LetterRejected():
            return f"lettre refusée : {french.step(event.step)}"
        case e.DossierClaimed():
            until = f" jusqu'au {french.day(event.until)}" if event.until else ""
            return f"dossier pris en charge par {event.by}{until}"
        case e.DossierReleased():
            return "dossier rendu à la file"
        case e.AcknowledgementConfirmed():
            return f"reconnaissance de dette du {french.day(event.acknowledged_on)} confirmée"
        case e.LegalStepTaken():
            reference = f" ({event.reference})" if event.reference else ""
            named = french.LEGAL_STEPS.get(event.legal_step, event.legal_step)
            return f"{named} le {french.day(event.taken_on)}{reference}"
        case e.ReadingCorrected():
            verb = "confirmée" if event.confirmed else "corrigée"
            said = french.many([french.INTENTS[intent] for intent in event.intents])
            read = said or french.KINDS[event.kind]
            return (
                f"lecture {verb} ({event.message[:12]}) : {read} ; {french.OUTCOMES[event.outcome]}"
            )
        case e.DocumentAttached():
            sort, dated_on = french.DOCUMENTS[event.sort], french.day(event.dated_on)
            return f"pièce versée : {sort} du {dated_on}, {event.name} ({event.document[:12]})"
        case e.DocumentDetached():
            return f"pièce retirée ({event.document[:12]})"
        case e.BodyErased():
            return f"contenu de la ligne {event.seq} effacé"
        case _:
            assert_never(event)


def _call(event: e.CallLogged) -> str:
    sort = "rendez-vous avec" if event.meeting else "appel à" if event.unsolicited else "appel de"
    known = ", ".join(word for word in (event.role, event.phone) if word)
    who = f"{event.with_whom} ({known})" if known else event.with_whom
    then = f" ; suite le {french.day(event.next_on)}" if event.next_on else ""
    return f"{sort} {who} le {french.day(event.on)} : {_quoted(event.said)}{then}"


def _instalments(instalments: tuple[e.Instalment, ...]) -> str:
    return french.many(
        [
            f"{french.figure(part.amount) if part.amount is not None else 'le solde'} "
            f"le {french.day(part.due_on)}"
            for part in instalments
        ]
    )


def _move(event: e.MoveEvent) -> str:
    match event:
        case e.Held():
            return f"suspendu jusqu'au {french.day(event.until)} : {french.reason(event.reason)}"
        case e.PromiseMade():
            return f"promesse de {event.made_by} : {_instalments(event.instalments)}"
        case e.ReviewAsked():
            return f"à examiner : {french.reason(event.reason)}"
        case e.HandedToLegal():
            return f"passé au contentieux : {french.reason(event.reason)}"
        case e.HoldEnded():
            return "fin de la suspension"
        case e.PromiseBroken():
            on = french.day(event.promised_on)
            if event.received:
                return f"promesse du {on} tenue en partie : {french.figure(event.received)} reçus"
            return f"promesse du {on} non tenue"
        case e.HumanResumed():
            return f"relances reprises : {_next(event)}"
        case e.HumanReopened():
            return f"repris au contentieux : {_next(event)}"
        case e.HumanClosed():
            return f"dossier clos{f', abandon écrit : {event.waiver}' if event.waiver else ''}"
        case e.Settled() | e.InvoiceOpened():
            return _ledger(event)
        case _:
            assert_never(event)


def _next(event: e.HumanResumed | e.HumanReopened) -> str:
    return f"{french.template(event.next_step)} dès le {french.day(event.not_before)}"
