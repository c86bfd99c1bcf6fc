"""Who knows the customer is told before the third reminder, may object, and silence lets it go."""

from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from flows.world import MAILBOX, US, World, paris, row
from relance_mailer.desk.decisions import FinishTask, ObjectToLevel
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows import tell_managers as tell_managers_of
from relance_mailer.flows.absences import Absence, away
from relance_mailer.flows.house import Creditor, House
from relance_mailer.flows.tell_managers import Told, tell_managers
from relance_mailer.flows.work_desk import act
from relance_mailer.outward.managing import Telling
from relance_mailer.ports import Temporary

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
LUC = "luc@brezance.example"


def world_of(manager: str | None = LUC) -> World:
    world = World(at=paris("2026-10-05T09:00"))
    world.creditor = replace(world.creditor, telling=Telling())
    one = row()
    world.ledger.rows = [replace(one, debtor=replace(one.debtor, account_manager_email=manager))]
    return world


async def tells(world: World) -> Told:
    return await tell_managers(world.house, world.creditor, world.mailer)


async def lives(world: World, first: str, last: str) -> None:
    """Every day at nine, the daemon's passes, the manager's among them."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while day <= end:
        world.goes_to(f"{day}T09:00")
        await world.works()
        await tells(world)
        day += timedelta(days=1)


async def told_world(manager: str | None = LUC) -> World:
    """The second reminder left on 13 October, the third is announced for the 21st."""
    world = world_of(manager)
    await lives(world, "2026-10-05", "2026-10-14")
    return world


def mails_to(world: World, address: str) -> list[EmailMessage]:
    raws = [one.mime for one in world.mailer.delivered if address in one.recipients]
    found = [message_from_bytes(raw, policy=policy.default) for raw in raws]
    return [one for one in found if isinstance(one, EmailMessage)]


async def levels(world: World) -> list[tuple[str, date]]:
    letters = (await world.dossier()).letters
    return [(one.level, one.sent_on) for one in letters if one.level and one.sent_on]


async def test_il_est_prevenu_une_fois_cinq_jours_ouvres_avant_et_la_lettre_part() -> None:
    world = await told_world()
    await lives(world, "2026-10-15", "2026-10-21")
    [mail] = mails_to(world, LUC)
    told = (await world.dossier()).manager_told
    assert told is not None
    assert (told.told_on, told.level_on) == (date(2026, 10, 14), date(2026, 10, 21))
    body = mail.get_content()
    assert "recevra le 21/10/2026 : troisième relance" in body
    assert "FA-1" in body
    assert "répondez à ce message" in body
    assert "> Bonjour" in body, "la lettre prévue est montrée"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert (await levels(world))[-1] == ("reminder_3", date(2026, 10, 21))
    assert "LetterDelayed" not in await world.kinds()


async def test_l_avis_n_est_pas_un_contact_avec_le_debiteur() -> None:
    world = await told_world()
    days = {day for day, _ in (await world.dossier()).contact_days}
    assert date(2026, 10, 14) not in days
    assert [one["To"] for one in mails_to(world, "compta@c-bz-1.example")] == [
        "Anne Le Gall <compta@c-bz-1.example>"
    ] * 2


def answers(world: World, text: str, sender: str = f"Luc Morel <{LUC}>", **more: str) -> None:
    """Somebody answers the notice, keeping its subject and its thread."""
    [mail] = mails_to(world, LUC)
    headers = tuple((name.replace("_", "-"), value) for name, value in more.items())
    world.writes(
        text,
        sender=sender,
        subject=f"RE: {mail['Subject']}",
        answers=str(mail["Message-ID"]).strip("<>"),
        headers=headers,
    )


# What the colleague writes back: whatever it is, a human reads it before anything leaves.
OBJECTIONS = (
    "Attends, ils ont promis un virement à l'ouverture de leur saison.",
    "ok pour moi",
    "",
)


@pytest.mark.parametrize("text", OBJECTIONS, ids=["attends", "ok", "rien"])
async def test_sa_reponse_met_le_dossier_a_l_examen_et_rien_ne_part(text: str) -> None:
    world = await told_world()
    world.goes_to("2026-10-15T14:00")
    answers(world, text)
    await world.works()
    dossier = await world.dossier()
    assert dossier.phase is Phase.REVIEW
    assert dossier.review_reasons[-1].reason == "manager_objects"
    [objected] = [x for x in await world.events() if isinstance(x, e.ManagerObjected)]
    assert objected.by == "Luc Morel"
    assert " ".join(text.split())[:20] in objected.because
    await lives(world, "2026-10-16", "2026-11-30")
    assert [level for level, _ in await levels(world)] == ["reminder_1", "reminder_2"]


async def test_son_absence_du_bureau_n_est_pas_une_opposition() -> None:
    world = await told_world()
    world.goes_to("2026-10-15T14:00")
    answers(world, "Je suis absent jusqu'au 2 novembre.", Auto_Submitted="auto-replied")
    await world.works()
    assert (await world.dossier()).phase is Phase.RUNNING


async def test_un_etranger_ne_s_oppose_pas_en_prenant_la_reference() -> None:
    world = await told_world()
    world.goes_to("2026-10-15T14:00")
    answers(world, "Attendez, s'il vous plaît.", sender="luc@ailleurs.example")
    await world.works()
    assert "ManagerObjected" not in await world.kinds()


async def test_il_s_oppose_aussi_a_la_ligne_de_commande_jusqu_a_une_date() -> None:
    world = await told_world()
    world.goes_to("2026-10-15T14:00")
    until = date(2026, 11, 2)
    no = ObjectToLevel(by="Luc", because="salon en cours", level="reminder_3", until=until)
    await act(world.house, world.creditor, KEY, no)
    await lives(world, "2026-10-16", "2026-11-05")
    assert (await levels(world))[-1] == ("reminder_3", date(2026, 11, 2))


@pytest.mark.parametrize(
    "manager", ["luc@gmail.com", "compta@c-bz-1.example"], ids=["ailleurs", "chez le débiteur"]
)
async def test_une_adresse_qui_n_est_pas_a_nous_devient_une_tache_et_la_lettre_attend(
    manager: str,
) -> None:
    world = await told_world(manager)
    assert mails_to(world, LUC) == []
    [task] = [x for x in (await world.dossier()).tasks if x.task.startswith("manager:")]
    await lives(world, "2026-10-15", "2026-10-22")
    assert (await levels(world))[-1][0] == "reminder_2"
    done = FinishTask(by="Zoé", because="vu avec lui", task=task.task)
    await act(world.house, world.creditor, KEY, done)
    await lives(world, "2026-10-23", "2026-10-23")
    assert (await levels(world))[-1] == ("reminder_3", date(2026, 10, 23))
    delayed = [x for x in await world.events() if isinstance(x, e.LetterDelayed)]
    assert any("account_manager_was_told" in one.checks for one in delayed)


async def test_une_panne_d_envoi_ne_fait_ni_oublier_l_avis_ni_partir_la_lettre() -> None:
    world = world_of()
    await lives(world, "2026-10-05", "2026-10-13")
    world.goes_to("2026-10-14T09:00")
    await world.works()
    world.mailer.answers.append(Temporary("SMTP injoignable"))
    with pytest.raises(Temporary):
        await tells(world)
    assert (await world.dossier()).manager_told is None
    await lives(world, "2026-10-15", "2026-10-21")
    assert len(mails_to(world, LUC)) == 1
    assert (await levels(world))[-1] == ("reminder_3", date(2026, 10, 21))


async def test_une_promesse_rompue_entre_temps_ne_previent_pas_deux_fois() -> None:
    world = await told_world()
    world.goes_to("2026-10-14T10:00")
    world.writes("Nous réglerons le 19 octobre.")
    await world.works()
    await lives(world, "2026-10-15", "2026-10-23")
    assert "PromiseBroken" in await world.kinds()
    assert (await levels(world))[-1] == ("reminder_3", date(2026, 10, 22))
    assert len(mails_to(world, LUC)) == 1


async def test_son_remplacant_est_prevenu_et_peut_s_opposer() -> None:
    world = world_of()
    ines = "ines@brezance.example"
    absence = Absence(who=LUC, deputy=ines, from_on=date(2026, 10, 12), until_on=date(2026, 10, 30))
    creditors = [world.creditor]
    assert await away(world.house, creditors, absence, by="Zoé", because="congés") == ""
    await lives(world, "2026-10-05", "2026-10-14")
    assert mails_to(world, LUC) == []
    [mail] = mails_to(world, ines)
    world.writes("Non.", sender=ines, subject=f"Re: {mail['Subject']}")
    await world.works()
    assert (await world.dossier()).phase is Phase.REVIEW


async def test_arret_ombre_et_nuit_ne_previennent_personne() -> None:
    world = world_of()
    await lives(world, "2026-10-05", "2026-10-13")
    world.goes_to("2026-10-14T22:00")
    await world.works()
    assert (await tells(world)).told == []
    world.goes_to("2026-10-15T09:00")
    sending, world.creditor = world.creditor, replace(world.creditor, mode_send=False)
    assert (await tells(world)).told == []
    world.creditor = sending
    assert [key.dossier for key, _ in (await tells(world)).told] == ["BZ-1"]


async def test_la_copie_de_l_avis_dans_les_envois_n_est_pas_un_courriel_au_debiteur() -> None:
    world = await told_world()
    [mail] = mails_to(world, LUC)
    world.goes_to("2026-10-15T09:00")
    world.mailbox.put(mail.as_bytes(), "Sent", at=world.clock.at)
    await world.fetches(full=True)
    await world.reads()
    assert date(2026, 10, 15) not in {day for day, _ in (await world.dossier()).contact_days}
    assert MAILBOX in str(mail["From"])


async def test_un_nom_sur_deux_lignes_n_arrete_pas_les_avis() -> None:
    world = world_of()
    [one] = world.ledger.rows
    odd = replace(one, debtor=replace(one.debtor, name="Société\nC-BZ-1"))
    world.ledger.rows = [odd]
    await lives(world, "2026-10-05", "2026-10-14")
    [mail] = mails_to(world, LUC)
    assert "Société C-BZ-1" in str(mail["Subject"])


async def test_un_dossier_qui_echoue_n_empeche_pas_de_prevenir_pour_les_autres(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = world_of()
    [one] = world.ledger.rows
    other = row("BZ-2", "FA-2", amount="900.00")
    manager = replace(other.debtor, account_manager_email=LUC)
    world.ledger.rows = [one, replace(other, debtor=manager)]
    await lives(world, "2026-10-05", "2026-10-13")
    world.goes_to("2026-10-14T09:00")
    await world.works()
    shown = tell_managers_of.next_letter

    async def fails(house: House, creditor: Creditor, key: DossierKey, wanted: str) -> object:
        if key == KEY:
            raise ZeroDivisionError
        return await shown(house, creditor, key, wanted)

    monkeypatch.setattr(tell_managers_of, "next_letter", fails)
    told = await tells(world)
    assert [key.dossier for key, _ in told.told] == ["BZ-2"]
    assert [key.dossier for key, _ in told.waiting] == ["BZ-1"]
