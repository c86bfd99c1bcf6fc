"""What humans decide on a dossier's page: every act, by whom, on what they had read."""

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from doors.desk_seat import PAGE, Seat, seated, words
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.ports import DeskRole
from relance_mailer.web.panel import ACTS

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
WHY = "vu avec le client"


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Seat]:
    """Somebody at the desk, before one late dossier."""
    async with seated(sqlite_url) as made:
        yield made


async def _in_review(desk: Seat) -> None:
    asked = e.ReviewAsked(because="à voir", reason="human")
    await desk.world.writes_down("BZ-1", asked)


async def test_a_note_is_in_the_journal_with_its_author_and_the_page_says_so(desk: Seat) -> None:
    answer = await desk.acts("note", text="Rappeler M. Kerlan")
    assert (answer.status_code, answer.headers["location"]) == (303, PAGE)
    assert await desk.last() == e.NoteWritten(
        by="Anne Roux", because="note", text="Rappeler M. Kerlan"
    )
    assert "Note inscrite au journal." in words(await desk.get())
    assert "Note inscrite au journal." not in words(await desk.get())


@pytest.mark.parametrize(
    ("slug", "form", "kind"),
    [
        ("suspendre", {"until": "2026-10-20"}, e.Held),
        ("suspendre", {"until": "20/10/2026"}, e.Held),
        ("contentieux", {}, e.HandedToLegal),
        ("charge", {"until": "2026-10-12"}, e.DossierClaimed),
        ("cause", {"cause": "forgotten"}, e.CauseRecorded),
        ("contact", {"email": "Daf@Kerlan.example", "name": "M. Daf"}, e.ContactChanged),
        ("retirer", {"email": "compta@c-bz-1.example"}, e.ContactChanged),
        ("opposer", {"level": "reminder_1", "until": "2026-10-20"}, e.Held),
        ("relance", {"template": "reminder_2"}, e.LetterOrdered),
        ("explication", {"about": "la facture FA-1 du 31 août 2026"}, e.LetterOrdered),
        ("offre", {}, e.LetterOrdered),
    ],
)
async def test_an_act_writes_who_decided_it_and_why(
    desk: Seat, slug: str, form: dict[str, Any], kind: type[e.Event]
) -> None:
    answer = await desk.acts(slug, because=WHY, **form)
    assert answer.status_code == 303, words(answer)
    done = await desk.last()
    assert isinstance(done, kind)
    assert (getattr(done, "by", ""), getattr(done, "because", "")) == ("Anne Roux", WHY)


async def test_a_call_with_a_promise_has_the_effect_of_a_mail_that_promises(desk: Seat) -> None:
    answer = await desk.acts(
        "appel",
        on="2026-10-05",
        with_whom="M. Ferrand",
        role="gérant",
        phone="02 97 00 00 00",
        said="virement vendredi",
        heard=["promise"],
        parts_on=["2026-10-09", ""],
        parts_amount=["1 500,00", ""],
        cause="forgotten",
    )
    assert answer.status_code == 303, words(answer)
    kinds = await desk.world.kinds()
    assert {"CallLogged", "PromiseMade", "CauseRecorded"} <= set(kinds)
    assert (await desk.world.dossier()).phase is Phase.HELD


async def test_an_incomplete_call_comes_back_with_what_lacks_and_what_was_typed(desk: Seat) -> None:
    answer = await desk.acts("appel", on="2026-10-05", with_whom="M. Ferrand", said=EVIL)
    assert answer.status_code == 422
    assert "sa fonction" in words(answer)
    assert "--role" not in answer.text
    assert 'value="M. Ferrand"' in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
    assert "<script>alert" not in answer.text
    assert "CallLogged" not in await desk.world.kinds()


@pytest.mark.parametrize(
    ("slug", "form", "said"),
    [
        ("note", {"text": " "}, "il faut le texte"),
        ("suspendre", {"until": ""}, "il faut une date"),
        ("suspendre", {"until": "demain"}, "une date était attendue"),
        ("suspendre", {"until": "2026-10-01"}, "n'est pas à venir"),
        ("cause", {"cause": "paresse"}, "il faut choisir une cause"),
        ("contact", {"email": "personne"}, "n'est pas une adresse"),
        ("litige", {"invoices": ["FA-1"], "amount": "beaucoup"}, "un montant était attendu"),
        ("litige", {"amount": "NaN", "invoices": ["FA-1"]}, "un montant était attendu"),
        ("litige", {}, "au moins une facture"),
        ("echeancier", {}, "il faut les versements"),
        ("echeancier", {"months": "99"}, "un nombre de 1 à 36"),
        ("reprendre", {"next_step": "reminder_2", "not_before": "2026-10-06"}, "impossible"),
    ],
)
async def test_what_cannot_be_is_refused_beside_the_form_and_nothing_is_written(
    desk: Seat, slug: str, form: dict[str, Any], said: str
) -> None:
    before = await desk.world.kinds()
    answer = await desk.acts(slug, because=WHY, **form)
    assert answer.status_code == 422
    assert said.casefold() in words(answer).casefold()
    assert WHY in answer.text
    assert await desk.world.kinds() == before


async def test_a_refused_form_loaded_anew_is_the_form_on_its_page(desk: Seat) -> None:
    again = await desk.get(f"{PAGE}/acte/note")
    assert (again.status_code, again.headers["location"]) == (303, f"{PAGE}?acte=note#acte")


async def test_a_decision_needs_its_reason(desk: Seat) -> None:
    answer = await desk.acts("suspendre", until="2026-10-20")
    assert answer.status_code == 422
    assert "Une décision demande un motif" in words(answer)


async def test_two_people_do_not_overwrite_each_other(desk: Seat) -> None:
    """What the other one wrote is shown, and the words typed here stay."""
    seen = await desk.seen()
    await desk.world.writes_down(
        "BZ-1", e.NoteWritten(by="Yann", because="note", text="il a rappelé")
    )
    before = await desk.world.kinds()
    late = await desk.acts("suspendre", seen=seen, until="2026-10-20", because=WHY)
    assert late.status_code == 409
    assert "relisez" in words(late)
    assert "il a rappelé" in words(late)
    assert 'value="2026-10-20"' in late.text
    assert WHY in late.text
    assert await desk.world.kinds() == before
    again = await desk.acts("suspendre", until="2026-10-20", because=WHY)
    assert again.status_code == 303


async def test_a_page_of_before_a_restore_decides_nothing_at_the_same_number(desk: Seat) -> None:
    """Another entry stands where the last one was read: what he decides upon is no more."""
    note = e.NoteWritten(by="Yann", because="note", text="il a rappelé")
    await desk.world.writes_down("BZ-1", note)
    seen = await desk.seen()
    await desk.loses_its_last_entry()
    await desk.world.writes_down("BZ-1", replace(note, text="il conteste tout"))
    before = await desk.world.kinds()
    late = await desk.acts("suspendre", seen=seen, until="2026-10-20", because=WHY)
    assert late.status_code == 409
    assert "remise en un état antérieur" in words(late)
    assert 'value="2026-10-20"' in late.text
    assert await desk.world.kinds() == before
    again = await desk.acts("suspendre", until="2026-10-20", because=WHY)
    assert again.status_code == 303


@pytest.mark.parametrize("seen", [{}, {"version": "7"}, {"version": f"{'9' * 30}.{'0' * 64}"}])
async def test_a_form_without_the_entry_that_was_seen_decides_nothing(
    desk: Seat, seen: dict[str, str]
) -> None:
    """Missing, of an older page of ours, or made up."""
    answer = await desk.sends(f"{PAGE}/acte/note", text="bonjour", **seen)
    assert answer.status_code == 422
    assert "NoteWritten" not in await desk.world.kinds()


async def test_who_only_reads_decides_nothing_and_is_shown_no_form(desk: Seat) -> None:
    await desk.enters("Rémi", DeskRole.READER)
    shown = await desk.get(f"{PAGE}?acte=note")
    assert "Vous avez la lecture" in words(shown)
    assert 'method="post" novalidate' not in shown.text
    before = await desk.world.kinds()
    for slug in ACTS:
        answer = await desk.acts(slug, because=WHY)
        assert answer.status_code == 403, slug
        assert "il y faut un agent" in words(answer)
    assert await desk.world.kinds() == before


async def test_an_agent_records_and_a_manager_waives_and_reopens(desk: Seat) -> None:
    await _in_review(desk)
    await desk.enters("Ali", DeskRole.AGENT)
    waived = await desk.acts("clore", because=WHY, waiver="courriel du 3", cause="unknown")
    assert waived.status_code == 403
    assert "il y faut un responsable" in words(waived)
    plan = await desk.acts("echeancier", because=WHY, months="2", first="2026-10-20")
    assert plan.status_code == 403
    assert (await desk.acts("contentieux", because=WHY)).status_code == 303
    back: dict[str, Any] = {"next_step": "reminder_2", "not_before": "2026-10-06", "because": WHY}
    assert (await desk.acts("rouvrir", **back)).status_code == 403
    assert "Pour un responsable" in words(await desk.get())
    await desk.enters("Anne", DeskRole.MANAGER)
    assert (await desk.acts("rouvrir", **back)).status_code == 303
    assert (await desk.world.dossier()).phase is Phase.RUNNING


async def test_a_dispute_is_seen_as_a_letter_opened_and_decided(desk: Seat) -> None:
    form: dict[str, Any] = {
        "invoices": ["FA-1"],
        "amount": "300,00",
        "ground": "quantité livrée",
        "owner": "Claire Duval",
        "answer_by": "2026-10-12",
        "next_step": "reminder_2",
        "not_before": "2026-10-06",
        "letter": "1",
    }
    seen = await desk.acts("litige", voir="1", **form)
    assert seen.status_code == 200
    assert "quantité livrée" in words(seen).partition("Texte de la lettre")[0]
    assert "La lettre telle qu’elle partira" in words(seen)
    assert "DisputeOpened" not in await desk.world.kinds()
    assert (await desk.acts("litige", because=WHY, **form)).status_code == 303
    assert (await desk.world.kinds())[-1] == "LetterOrdered"
    decided = await desk.acts(
        "trancher",
        because=WHY,
        invoices=["FA-1"],
        verdict="raison",
        findings="le bon porte 40 cartons",
        reasons="la quantité facturée est celle livrée",
        pay_by="2026-10-16",
        letter="1",
    )
    assert decided.status_code == 303, words(decided)
    assert not (await desk.world.dossier()).disputes


async def test_a_plan_is_agreed_in_equal_parts_and_confirmed(desk: Seat) -> None:
    answer = await desk.acts(
        "echeancier",
        because=WHY,
        months="3",
        first="2026-10-20",
        next_step="reminder_2",
        cause="cash_trouble",
        letter="1",
    )
    assert answer.status_code == 303, words(answer)
    plan = (await desk.world.dossier()).plan
    assert plan is not None
    assert len(plan.instalments) == 3
    assert "Échéancier :" in words(await desk.get())


async def test_the_next_letter_is_approved_as_it_was_shown_and_no_other(desk: Seat) -> None:
    desk.world.goes_to("2026-10-14T09:00")
    shown = await desk.get(f"{PAGE}?acte=accord")
    assert "La lettre telle qu’elle partira" in words(shown)
    hidden = dict(_hidden(shown.text))
    other = {**hidden, "amount": "1.00"}
    assert (await desk.sends(f"{PAGE}/acte/accord", **other)).status_code == 422
    assert (await desk.sends(f"{PAGE}/acte/accord", **hidden)).status_code == 303
    approved = await desk.last()
    assert isinstance(approved, e.LetterApproved)
    assert approved.by == "Anne Roux"
    refused = await desk.acts("refus", because=WHY, step=hidden["step"])
    assert refused.status_code == 303
    assert (await desk.world.dossier()).phase is Phase.REVIEW


def _hidden(page: str) -> list[tuple[str, str]]:
    found = page.split('<input type="hidden" name="')[1:]
    return [(one.split('"')[0], one.split('value="')[1].split('"')[0]) for one in found]


async def test_tasks_are_done_from_the_page_and_legal_steps_recorded(desk: Seat) -> None:
    await desk.acts("contentieux", because=WHY)
    step = await desk.acts(
        "etape", because=WHY, legal_step="petition_filed", taken_on="2026-10-05", reference="26/1"
    )
    assert step.status_code == 303
    taken = (await desk.world.dossier()).legal_steps
    assert [(one.legal_step, one.reference) for one in taken] == [("petition_filed", "26/1")]
    task = e.TaskOpened(
        because="R14", task="check_bodacc", what="Vérifier", due_on=desk.world.clock.today()
    )
    await desk.world.writes_down("BZ-1", task)
    page = await desk.get()
    assert "acte=tache&amp;task=check_bodacc" in page.text
    assert (
        'value="check_bodacc" selected'
        in (await desk.get(f"{PAGE}?acte=tache&task=check_bodacc")).text
    )
    assert (await desk.acts("tache", because=WHY, task="check_bodacc")).status_code == 303
    assert not (await desk.world.dossier()).tasks


async def test_every_form_opens_where_it_is_possible_and_carries_the_version(desk: Seat) -> None:
    await _in_review(desk)
    version = await desk.seen()
    links = [slug for slug in ACTS if f"?acte={slug}#" in (await desk.get()).text]
    assert {"note", "appel", "reprendre", "clore", "litige", "contact"} <= set(links)
    assert "rouvrir" not in links
    for slug in links:
        page = await desk.get(f"{PAGE}?acte={slug}")
        assert page.status_code == 200, slug
        assert f'name="version" value="{version}"' in page.text, slug
        assert "style=" not in page.text
        assert "onclick" not in page.text


async def test_strangers_words_in_a_link_are_text(desk: Seat) -> None:
    page = await desk.browser.client.get(PAGE, params={"acte": "contact", "name": EVIL})
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


async def test_an_act_from_a_foreign_page_is_refused(desk: Seat) -> None:
    version = await desk.seen()
    answer = await desk.browser.client.post(
        f"{PAGE}/acte/note",
        data={"version": version, "text": "x"},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403
    assert "NoteWritten" not in await desk.world.kinds()
