"""With `send = "approve"` nothing leaves unread; a yes is to the letter as it stood."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import Approve, Claim, Reject, Release
from relance_mailer.desk.possible import Impossible
from relance_mailer.desk.queues import Queue
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows.drafts import Shown, next_letter, waiting_for_yes, yes_to
from relance_mailer.flows.preview import preview
from relance_mailer.flows.queue_pages import queues
from relance_mailer.flows.work_desk import act
from relance_mailer.outward.approving import Approval

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))


async def opened(rule: Approval | None = None) -> World:
    """Two debtors are late; the first reminders are due on 5 October."""
    world = World(at=paris("2026-10-05T09:00"))
    world.creditor = replace(world.creditor, approval=rule or Approval())
    world.ledger.rows = [row(), row("BZ-2", "FA-2", amount="200.00")]
    await world.works()
    return world


async def says_yes(world: World, name: str = "BZ-1") -> None:
    key = DossierKey(creditor=US, dossier=DossierId(name))
    shown = await next_letter(world.house, world.creditor, key)
    assert isinstance(shown, Shown), shown
    done = await act(world.house, world.creditor, key, yes_to(shown, "Anne", "lue"))
    assert not isinstance(done, Impossible), done


async def lives(world: World, first: str, last: str) -> None:
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        world.goes_to(f"{day}T09:00")
        await world.works()
        day += timedelta(days=1)


async def waits(world: World) -> list[str]:
    return sorted(
        one.dossier.key.dossier for one in await waiting_for_yes(world.house, world.creditor)
    )


async def test_rien_ne_part_sans_accord_et_ce_qui_est_approuve_part() -> None:
    world = await opened()
    assert world.mailer.delivered == []
    assert await waits(world) == ["BZ-1", "BZ-2"]
    lines = await queues(world.house, [world.creditor], Queue.APPROVAL)
    assert [line.key.dossier for line in lines if line.key] == ["BZ-1", "BZ-2"]
    await says_yes(world)
    await world.works()
    assert world.recipients() == ["compta@c-bz-1.example"]
    assert await waits(world) == ["BZ-2"]
    await lives(world, "2026-10-06", "2026-11-30")
    assert len(world.mailer.delivered) == 1, "chaque lettre demande son propre accord"


async def test_une_lettre_annoncee_retardee_faute_d_accord_le_dit_au_journal() -> None:
    world = await opened()
    await says_yes(world)
    await lives(world, "2026-10-05", "2026-10-14")
    delayed = [one for one in await world.events() if isinstance(one, e.LetterDelayed)]
    assert delayed
    assert "a_human_approved_it" in delayed[-1].checks


async def test_un_fait_nouveau_fait_redemander_l_accord_a_la_porte_aussi() -> None:
    world = await opened()
    await says_yes(world)
    await world.plans()
    assert len((await world.dossier()).on_its_way) == 1
    [known, other] = world.ledger.rows
    paid = replace(known.invoice, paid=Decimal("100.00"))
    world.ledger.rows = [replace(known, invoice=paid), other]
    await world.works()
    assert world.mailer.delivered == []
    assert await waits(world) == ["BZ-1", "BZ-2"]
    await says_yes(world)
    await world.works()
    assert len(world.mailer.delivered) == 1


async def test_un_message_apres_l_accord_l_annule() -> None:
    world = await opened()
    world.goes_to("2026-10-05T08:00")
    await says_yes(world)
    world.writes("Bien reçu, je transmets à la comptabilité.", subject="FA-1")
    world.goes_to("2026-10-05T09:00")
    await world.works()
    await lives(world, "2026-10-06", "2026-10-12")
    assert world.mailer.delivered == []
    assert "BZ-1" in await waits(world)


async def test_un_refus_met_a_l_examen_ou_attend_une_date() -> None:
    world = await opened()
    step = (await waiting_for_yes(world.house, world.creditor))[0].step.key
    no = Reject(by="Anne", because="avoir en cours", step=step)
    await act(world.house, world.creditor, KEY, no)
    assert (await world.dossier()).phase is Phase.REVIEW
    other = DossierKey(creditor=US, dossier=DossierId("BZ-2"))
    later = replace(no, until=date(2026, 10, 12))
    await act(world.house, world.creditor, other, later)
    await lives(world, "2026-10-05", "2026-10-12")
    assert world.mailer.delivered == []
    assert await waits(world) == ["BZ-2"]


async def test_seules_les_lettres_designees_attendent() -> None:
    world = await opened(Approval(above=Decimal("1000.00"), from_level="reminder_3"))
    assert world.recipients() == ["compta@c-bz-2.example"]
    assert await waits(world) == ["BZ-1"]
    await lives(world, "2026-10-06", "2026-10-21")
    assert world.recipients() == ["compta@c-bz-2.example"] * 2
    assert await waits(world) == ["BZ-1", "BZ-2"]


async def test_une_reponse_due_attend_aussi_quand_tout_attend() -> None:
    world = await opened()
    await says_yes(world)
    await world.works()
    first = (await world.dossier()).letters[0].message_id
    world.goes_to("2026-10-06T10:00")
    world.writes("Je vous règle vendredi 9 octobre.", answers=str(first))
    await world.works()
    assert len(world.mailer.delivered) == 1
    assert "BZ-1" in await waits(world)
    await says_yes(world)
    await world.works()
    assert (await world.dossier()).letters[-1].template == "promise_confirmation"
    assert len(world.mailer.delivered) == 2


async def test_l_apercu_dit_quel_accord_chaque_lettre_attend_et_ce_qui_n_est_pas_une_lettre() -> (
    None
):
    world = await opened(Approval(from_level="reminder_3"))
    rows = await preview(world.house, world.creditor, days=60, acts=True)
    mine = [one for one in rows if one.key == KEY and one.letter is not None]
    assert [(one.step, bool(one.waits_because)) for one in mine] == [
        ("reminder_2", False),
        ("reminder_3", True),
        ("formal_notice", True),
    ]
    assert {"task", "legal_queue"} <= {one.step for one in rows if one.letter is None}


async def test_un_accord_ne_passe_pas_un_collegue_qui_s_en_occupe() -> None:
    world = await opened()
    claim = Claim(by="Luc", because="je l'ai au téléphone", until=date(2026, 10, 7))
    await act(world.house, world.creditor, KEY, claim)
    await says_yes(world)
    await world.works()
    assert world.mailer.delivered == []
    await lives(world, "2026-10-06", "2026-10-08")
    assert world.recipients() == ["compta@c-bz-1.example"]
    assert (await world.dossier()).letters[0].sent_on == date(2026, 10, 8)


async def test_le_dossier_rendu_part_le_jour_meme() -> None:
    world = await opened(Approval(above=Decimal("9999.00")))
    assert len(world.mailer.delivered) == 2
    world.goes_to("2026-10-13T08:00")
    await act(world.house, world.creditor, KEY, Claim(by="Luc", because="appel prévu"))
    world.goes_to("2026-10-13T09:00")
    await world.works()
    assert world.recipients()[2:] == ["compta@c-bz-2.example"]
    world.goes_to("2026-10-13T14:00")
    await act(world.house, world.creditor, KEY, Release(by="Luc", because="vu"))
    await world.works()
    assert world.recipients()[3:] == ["compta@c-bz-1.example"]


async def test_approuver_au_contentieux_ne_se_peut_pas() -> None:
    world = await opened()
    step = (await waiting_for_yes(world.house, world.creditor))[0].step.key
    await world.writes_down("BZ-1", e.HandedToLegal(because="refus", reason="refusal"))
    yes = Approve(by="Anne", because="oui", step=step)
    refused = await act(world.house, world.creditor, KEY, yes)
    assert isinstance(refused, Impossible)
    await world.works()
    assert world.mailer.delivered == []
