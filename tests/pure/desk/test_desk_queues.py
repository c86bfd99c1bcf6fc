"""Who waits where, and in which order (R12)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.dossier.every_event import AT, DEBTOR, EVERY_EVENT, INVOICE, MESSAGE, NUMBER, STEP, WHO
from relance_mailer.desk.queues import (
    Queue,
    Waiting,
    legal_deadlines,
    of_message,
    ranked,
    waiting_in,
)
from relance_mailer.desk.rank import Tier, Weights
from relance_mailer.dossier import events as e
from relance_mailer.dossier.fold import fold
from relance_mailer.dossier.state import Dossier
from relance_mailer.dossier.values import CreditorId, Digest, DossierId, DossierKey, InvoiceNumber

TODAY = date(2026, 10, 21)
QUEUED = next(event for event in EVERY_EVENT if isinstance(event, e.LetterQueued))
PROMISE = next(event for event in EVERY_EVENT if isinstance(event, e.PromiseMade))
BOUNCE = next(event for event in EVERY_EVENT if isinstance(event, e.ContactBounced))
DISPUTE = next(event for event in EVERY_EVENT if isinstance(event, e.DisputeOpened))
READ = next(event for event in EVERY_EVENT if isinstance(event, e.MessageRead))
HOSTILE = e.HandedToLegal(because="« voleurs »", reason="hostile", message=MESSAGE)
SILENT = e.HandedToLegal(because="quatre lettres sans réponse", reason="silent")
QUESTION = e.ReviewAsked(because="il demande un RIB", reason="question")
OPT_OUT = e.ReviewAsked(because="ne plus écrire", reason="opt_out", message=MESSAGE)
DISTRESS = e.DistressSeen(because="", message=MESSAGE, words="trésorerie tendue")


def dossier(
    name: str, *events: e.Event, amount: str = "1500.00", due_on: date = date(2026, 9, 30)
) -> Dossier:
    invoice = replace(INVOICE, amount=Decimal(amount), due_on=due_on, issued_on=due_on)
    opened = (
        e.DebtorDescribed(because="", debtor=replace(DEBTOR, name=name), contacts=()),
        e.InvoiceOpened(because="", invoice=invoice),
    )
    key = DossierKey(creditor=CreditorId("bz"), dossier=DossierId(name))
    folded = fold(
        e.Entry(page=key.page, seq=seq, at=AT, kind=type(event).__name__, event=event)
        for seq, event in enumerate((*opened, *events), start=1)
    )
    assert folded is not None
    return folded


def lines(*dossiers: Dossier, queue: Queue = Queue.LEGAL) -> tuple[Waiting, ...]:
    waiting = [line for one in dossiers for line in waiting_in(one, TODAY)]
    return ranked(line for line in waiting if line.queue is queue)


def names(waiting: tuple[Waiting, ...]) -> list[str]:
    return [line.debtor for line in waiting]


PUBLISHED = e.LegalStepTaken(
    because="BODACC", by=WHO, legal_step="bodacc_published", taken_on=date(2026, 8, 28)
)
ORDERED = e.LegalStepTaken(
    because="greffe", by=WHO, legal_step="order_issued", taken_on=date(2026, 9, 2)
)


def test_l_ordre_de_la_file_contentieuse() -> None:
    old = date(2026, 5, 1)
    waiting = lines(
        dossier("petit récent", SILENT, amount="80.00"),
        dossier("vieux", SILENT, due_on=old),
        dossier("moyen, vieux", SILENT, due_on=old, amount="400.00"),
        dossier("moyen, récent et gêné", DISTRESS, SILENT, amount="400.00"),
        dossier("moyen, vieux et gêné", DISTRESS, SILENT, due_on=old, amount="400.00"),
        dossier("gros", SILENT, amount="12000.00"),
        dossier("très gros", SILENT, amount="50000.00"),
        dossier("créance à déclarer le 28", SILENT, PUBLISHED, amount="90.00"),
        dossier("ordonnance pour décembre", SILENT, ORDERED, amount="700.00"),
        dossier("payé depuis", SILENT, paid()),
    )
    assert names(waiting) == [
        "créance à déclarer le 28",
        "très gros",
        "gros",
        "vieux",
        "ordonnance pour décembre",
        "moyen, vieux et gêné",
        "moyen, vieux",
        "moyen, récent et gêné",
        "petit récent",
        "payé depuis",
    ]


def paid() -> e.InvoiceSettled:
    return e.InvoiceSettled(because="", number=NUMBER, settled_on=TODAY, how=e.Settlement.PAID)


def test_chaque_rang_dit_ses_raisons() -> None:
    urgent, big, done = lines(
        dossier("A", SILENT, PUBLISHED),
        dossier("B", DISTRESS, SILENT, amount="12000.00"),
        dossier("C", SILENT, paid()),
    )
    assert urgent.rank.tier is Tier.DEADLINE
    assert urgent.deadline == date(2026, 10, 28)
    assert urgent.rank.reasons[0] == ("déclarer la créance au mandataire judiciaire le 28/10/2026")
    assert big.rank.reasons == (
        "montant important (au moins 10\u00a0000,00\u00a0€)",
        "21 jour(s) de retard",
        "signes de difficultés de trésorerie",
    )
    assert done.rank.reasons == ("plus rien n'est dû : à clore",)


def test_deux_échéances_la_plus_proche_d_abord() -> None:
    soon = e.LegalStepTaken(
        because="greffe", by=WHO, legal_step="objection_received", taken_on=date(2026, 10, 8)
    )
    waiting = lines(dossier("28", SILENT, PUBLISHED, amount="9000.00"), dossier("23", SILENT, soon))
    assert names(waiting) == ["23", "28"]


@pytest.mark.parametrize(
    "ends_on, tier", [(date(2026, 11, 4), Tier.DEADLINE), (date(2026, 11, 5), Tier.REST)]
)
def test_dix_jours_ouvrés(ends_on: date, tier: Tier) -> None:
    # Five years before: the claim dies on that day. Nothing else is near.
    born = ends_on.replace(year=ends_on.year - 5)
    (line,) = lines(dossier("A", SILENT, due_on=born))
    assert (line.deadline, line.rank.tier) == (ends_on, tier)


def test_une_reconnaissance_confirmée_éloigne_la_prescription() -> None:
    confirmed = e.AcknowledgementConfirmed(
        because="promesse écrite", by=WHO, message=MESSAGE, acknowledged_on=date(2022, 3, 1)
    )
    near = dossier("A", SILENT, due_on=date(2021, 11, 1))
    later = dossier("A", SILENT, confirmed, due_on=date(2021, 11, 1))
    assert [deadline.on for deadline in legal_deadlines(near, TODAY)] == [date(2026, 11, 1)]
    assert [deadline.on for deadline in legal_deadlines(later, TODAY)] == [date(2027, 3, 1)]


def test_une_prescription_lointaine_n_est_pas_une_échéance() -> None:
    assert legal_deadlines(dossier("A", SILENT), TODAY) == ()


def test_un_débiteur_hostile_qui_paie_reste_en_file_sans_échéance() -> None:
    (line,) = lines(dossier("A", HOSTILE, paid()))
    assert (line.reason, line.amount, line.deadline) == ("hostile", Decimal("0.00"), None)
    assert line.because == "« voleurs »"
    assert line.message == MESSAGE


def test_l_examen_montre_le_motif_le_plus_protecteur() -> None:
    (line,) = lines(dossier("A", QUESTION, OPT_OUT, READ), queue=Queue.REVIEW)
    assert (line.reason, line.because) == ("opt_out", "ne plus écrire")
    assert line.since == date(2026, 10, 5)
    assert line.last_message == READ


def test_une_lettre_au_sort_inconnu() -> None:
    unsure = (QUEUED, e.LetterUnsure(because="", step=STEP),
              e.ReviewAsked(because="", reason="letter_unsure"))  # fmt: skip
    found = {line.queue: line for line in waiting_in(dossier("A", *unsure), TODAY)}
    assert set(found) == {Queue.REVIEW, Queue.UNSURE}
    assert found[Queue.UNSURE].subject == "première relance à a@ferrand.example"


def test_une_adresse_morte() -> None:
    (line,) = waiting_in(dossier("A", QUEUED, BOUNCE), TODAY)
    assert (line.queue, line.subject) == (Queue.BOUNCED, "a@ferrand.example")


def test_une_promesse_non_tenue() -> None:
    broken = e.PromiseBroken(
        because="rien reçu le 13", promised_on=date(2026, 10, 9), made_by="a@x", made_on=AT.date()
    )
    (line,) = waiting_in(dossier("A", PROMISE, broken), TODAY)
    assert (line.queue, line.since) == (Queue.PROMISES_BROKEN, date(2026, 10, 9))


def test_un_litige_ouvert_attend_notre_réponse_puis_plus_rien() -> None:
    open_one = dossier("A", DISPUTE)
    (line,) = waiting_in(open_one, TODAY)
    assert (line.queue, line.deadline) == (Queue.DISPUTES, date(2026, 10, 12))
    assert line.rank.reasons[0] == "réponse attendue (le service commercial) le 12/10/2026"
    decided = e.DisputeDecided(
        because="avoir refusé", by=WHO, invoices=(NUMBER,), creditor_at_fault=False
    )
    # The dispute is over, its answer is still to be written (R23).
    (left,) = waiting_in(dossier("A", DISPUTE, decided), TODAY)
    assert (left.queue, left.reason) == (Queue.TASKS, "answer:dispute_answer")
    assert left.proposes == ("dispute_answer",)


def test_les_tâches_les_plus_pressées_d_abord() -> None:
    def task(name: str, due_on: date) -> e.TaskOpened:
        return e.TaskOpened(because="", task=name, what=f"faire {name}", due_on=due_on)

    one = dossier("A", task("call", date(2026, 10, 23)), task("post", date(2026, 10, 20)))
    waiting = lines(one, queue=Queue.TASKS)
    assert [line.reason for line in waiting] == ["post", "call"]


@pytest.mark.parametrize(
    "word",
    [QUESTION, PROMISE, e.Held(because="", until=date(2026, 10, 30), reason="paid")],
    ids=["à examiner", "promis", "dit payé"],
)
def test_personne_n_appelle_sur_un_dossier_qui_attend(word: e.DossierEvent) -> None:
    """R34: the list is fresh; the call comes back on it when the dossier runs again."""
    call = e.TaskOpened(because="", task="call:1/reminder_2", what="Appeler", due_on=TODAY)
    assert [line.reason for line in lines(dossier("A", call), queue=Queue.TASKS)] == [call.task]
    assert lines(dossier("A", call, word), queue=Queue.TASKS) == ()


def test_un_dossier_qui_suit_son_cours_n_attend_personne() -> None:
    assert waiting_in(dossier("A", QUEUED), TODAY) == ()


def test_un_message_sans_dossier_le_plus_ancien_d_abord() -> None:
    def message(number: int, day: int) -> Waiting:
        return of_message(
            Queue.UNLINKED,
            message=Digest(f"{number:064d}"),
            sender="x@y.example",
            subject="bonjour",
            received_on=datetime(2026, 10, day, tzinfo=UTC).date(),
            because="rien ne dit à quel dossier",
            today=TODAY,
        )

    waiting = ranked([message(1, 20), message(2, 2), message(3, 19)])
    assert [line.since and line.since.day for line in waiting] == [2, 19, 20]
    assert waiting[0].key is None


def test_le_seuil_des_gros_montants_se_règle() -> None:
    (line,) = waiting_in(dossier("A", SILENT), TODAY, Weights(big_amount=Decimal("1500.00")))
    assert line.rank.tier is Tier.BIG
    other = replace(INVOICE, number=InvoiceNumber("F-9"))
    (more,) = waiting_in(dossier("A", SILENT, e.InvoiceOpened(because="", invoice=other)), TODAY)
    assert more.amount == Decimal("3000.00")


@pytest.mark.parametrize(
    "due_on, reason",
    [
        (date(2021, 10, 20), "facture F-2026-118 prescrite depuis le 20/10/2026"),
        (date(2021, 12, 15), "prescription de F-2026-118 à moins de 60 jours"),
    ],
)
def test_qui_ouvre_le_dossier_sait_que_la_créance_meurt(due_on: date, reason: str) -> None:
    (line,) = lines(dossier("A", SILENT, due_on=due_on))
    assert line.rank.reasons[-1] == reason
