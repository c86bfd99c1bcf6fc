"""Every event is told, in one French line, with its author and its reason."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.dossier.every_event import AT, EVERY_EVENT, KEY, STEP, WHO, WHY, classes_of, entry
from relance_mailer.desk.chronicle import chronicle, structured, told
from relance_mailer.desk.french import (
    CAUSES,
    INTENTS,
    KINDS,
    LEGAL_STEPS,
    NEXT_ACTS,
    OUTCOMES,
    PHASES,
    act_to_come,
)
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import Digest, MessageId
from relance_mailer.flows import preview, work_desk
from relance_mailer.law.deadlines import LegalStep
from relance_mailer.words import Cause, Intent, Kind, Outcome


def test_les_exemples_couvrent_tous_les_événements() -> None:
    assert {type(event) for event in EVERY_EVENT} == classes_of(e.Event)


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_chaque_événement_se_raconte_en_une_ligne(event: e.Event) -> None:
    line = told(entry(event))
    assert line.startswith("05/10/2026 10:30 · ")
    assert WHY in line
    assert "\n" not in line
    assert type(event).__name__ not in line
    assert (WHO if hasattr(event, "by") and event.by else "automate") in line


LINES = (
    (e.NoteWritten(because="appel", by="Anne", text="ligne 1\nligne 2"),
     "05/10/2026 10:30 · Anne · note : ligne 1 ligne 2 — appel"),
    (e.PaymentRecorded(because="CSV", number=EVERY_EVENT[3].number, amount=Decimal("-1234.50"),
                       paid_on=date(2026, 10, 2)),
     "05/10/2026 10:30 · automate · remboursement de 1\u00a0234,50 sur la facture F-2026-118, "
     "le 02/10/2026 — CSV"),
    (e.LetterSent(because="250 ok", step=STEP, message_id=MessageId("m"), sent_at=AT,
                  to=("a@x.example",)),
     "05/10/2026 10:30 · automate · lettre envoyée à a@x.example : première relance — 250 ok"),
    (e.Held(because="absent", until=date(2026, 10, 20), reason="absence"),
     "05/10/2026 10:30 · automate · suspendu jusqu'au 20/10/2026 : absence — absent"),
    (e.Held(because="vacances", until=date(2026, 10, 20), reason="human", by="Anne"),
     "05/10/2026 10:30 · Anne · suspendu jusqu'au 20/10/2026 : décision humaine — vacances"),
    (e.LegalStepTaken(because="greffe", by="Anne", legal_step="order_issued",
                      taken_on=date(2026, 10, 2), reference="2026-12"),
     "05/10/2026 10:30 · Anne · ordonnance rendue le 02/10/2026 (2026-12) — greffe"),
)  # fmt: skip


@pytest.mark.parametrize("event, line", LINES, ids=[type(event).__name__ for event, _ in LINES])
def test_les_mots_exacts(event: e.Event, line: str) -> None:
    assert told(entry(event)) == line


def test_un_corps_effacé_reste_une_ligne() -> None:
    line = told(entry(None, 3, kind="MessageRead"))
    assert line == "05/10/2026 10:30 · automate · contenu effacé (MessageRead)"


def test_un_texte_sans_fin_est_coupé() -> None:
    event = e.NoteWritten(because="x" * 9000, by="Anne", text="y" * 9000)
    assert len(told(entry(event))) < 1100


def test_quand_qui_quoi_restent_séparés_et_dans_l_ordre() -> None:
    page = [entry(event, seq) for seq, event in enumerate(EVERY_EVENT, start=1)]
    lines = chronicle(page)
    assert [line.seq for line in lines] == [row.seq for row in page]
    first = structured(page[0])
    assert (first.who, first.kind, first.because) == ("automate", "DebtorDescribed", WHY)
    assert first.at.utcoffset() is not None


def test_l_heure_est_celle_de_paris() -> None:
    winter = e.Entry(
        page=KEY.page,
        seq=1,
        at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
        kind="MessageSetAside",
        event=e.MessageSetAside(because="", message=Digest("00" * 32)),
    )
    assert told(winter) == "01/01/2027 00:30 · automate · message mis de côté (000000000000)"


def test_chaque_identifiant_a_son_mot() -> None:
    assert set(INTENTS) == set(Intent)
    assert set(KINDS) == set(Kind)
    assert set(OUTCOMES) == set(Outcome)
    assert set(CAUSES) == set(Cause)
    assert set(LEGAL_STEPS) == {step.value for step in LegalStep}


def test_every_phase_and_every_next_act_has_its_french() -> None:
    """An operator never reads an identifier where the next act of a dossier stands."""
    acts = {*work_desk.NEXT_ACTS.values(), *preview.ACTS.values(), "human_decision", ""}
    assert acts == set(NEXT_ACTS)
    assert {act_to_come(act) for act in acts}.isdisjoint(acts)
    assert set(PHASES) == set(Phase)
