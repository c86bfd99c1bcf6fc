"""The operator hears by mail of a wait that lasts: once, then once a day, and when it is over."""

from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from fakes.clock import FakeClock
from flows.test_review_inward import UNKNOWN, comes_back
from flows.world import MAILBOX, World, paris, row
from relance_mailer.dossier.values import MessageId
from relance_mailer.flows.house import Doors, account_key, server_key, told_key
from relance_mailer.flows.stop import set_stop
from relance_mailer.flows.tell_operator import Watched, send_trial, tell_operator, would_say
from relance_mailer.outward.vigil import Operator
from relance_mailer.ports import Fate, Refused, Temporary
from relance_mailer.workdays import PARIS

NOEMIE = "noemie@brezance.example"
STEP = timedelta(minutes=5)


async def world_of(**changes: object) -> World:
    """A Wednesday at nine: all is read, a letter waits, somebody is to be told."""
    world = World(at=paris("2026-10-21T09:00"))
    operator = replace(Operator(mail=(NOEMIE,)), **changes)  # type: ignore[arg-type]
    world.creditor = replace(world.creditor, operator=operator)
    world.ledger.rows = [row()]
    await world.syncs()
    await world.fetches()
    return world


def doors(world: World, **more: object) -> Doors:
    made = Doors(mailbox=world.mailbox, mailer=world.mailer, ledger=world.ledger)
    return replace(made, **more)  # type: ignore[arg-type]


async def looks(world: World, **more: object) -> Watched:
    return await tell_operator(world.house, world.creditor, doors(world, **more))


def mails(world: World) -> list[EmailMessage]:
    raws = [one.mime for one in world.mailer.delivered if NOEMIE in one.recipients]
    found = [message_from_bytes(raw, policy=policy.default) for raw in raws]
    return [one for one in found if isinstance(one, EmailMessage)]


def subjects(world: World) -> list[str]:
    return [str(mail["Subject"]).removeprefix("[Relance Mailer] ") for mail in mails(world)]


async def lives(world: World, until: str, *, reads: bool = True) -> list[str]:
    """The daemon looks every five minutes; the inbox is read meanwhile, or not. When mails left."""
    sent_at = []
    while world.clock.at < paris(until):
        world.clock.at = (world.clock.at + STEP).astimezone(PARIS)
        if reads:
            await world.fetches()
        before = len(mails(world))
        await looks(world)
        sent_at += [f"{world.clock.at:%d %H:%M}"] * (len(mails(world)) - before)
    return sent_at


async def test_une_boite_illisible_est_dite_au_bout_d_une_heure_puis_la_fin() -> None:
    world = await world_of()
    assert await lives(world, "2026-10-21T12:00", reads=False) == ["21 10:10"]
    [mail] = mails(world)
    assert mail["From"] == f"Relance Mailer – Brézance Matériel <{MAILBOX}>"
    assert mail["To"] == NOEMIE
    assert mail["Auto-Submitted"] == "auto-generated"
    text = mail.get_content()
    assert "Aucune lettre ne part depuis le 21/10/2026 à 09:10" in text
    assert "boîte de réception lue il y a 70 min (depuis le 21/10/2026 à 09:10)" in text
    assert "À faire : vérifiez le compte de réception" in text
    assert "dossiers à l'échéance : 1, 1\u00a0500,00\u00a0€ dus" in text
    assert await lives(world, "2026-10-21T12:30") == ["21 12:15"], "dix minutes sans retour"
    assert subjects(world)[1] == "Les lettres partent à nouveau"
    assert "depuis le 21/10/2026 à 09:10 est levé" in mails(world)[1].get_content()
    assert await lives(world, "2026-10-22T09:00") == []


class Running(FakeClock):
    """A clock that goes on at each glance, as a real one does within a pass."""

    def now(self) -> datetime:
        self.at += timedelta(milliseconds=3)
        return super().now()


async def test_l_heure_avance_pendant_la_passe() -> None:
    world = await world_of()
    world.house = replace(world.house, clock=Running(paris("2026-10-21T10:15")))
    assert (await looks(world)).told == "begun"


async def test_un_rappel_par_jour_ouvre_au_plus() -> None:
    """Friday's trouble: no reminder on Saturday or Sunday, one each morning from Monday on."""
    world = await world_of()
    world.goes_to("2026-10-30T09:00")
    await world.syncs()
    await world.fetches()
    told = await lives(world, "2026-11-03T18:00", reads=False)
    # The ledger is too old as well from Monday on; it is one wait and one mail.
    assert told == ["30 10:10", "02 08:30", "03 08:30"]
    assert subjects(world)[1].startswith("Toujours aucune lettre depuis le 30/10/2026 à 09:10")


async def test_une_boite_illisible_la_nuit_vaut_un_courriel_la_nuit() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T22:00")
    await world.fetches()
    assert await lives(world, "2026-10-22T08:00", reads=False) == ["21 23:10"]


@pytest.mark.parametrize(
    ("at", "told"),
    [("2026-10-21T09:00", ["21 10:00"]), ("2026-10-23T17:00", ["26 09:00"])],
    ids=["en semaine", "le vendredi soir"],
)
async def test_un_arret_compte_en_heures_d_envoi(at: str, told: list[str]) -> None:
    world = await world_of()
    world.goes_to(at)
    await world.fetches()
    await world.syncs()
    await set_stop(world.house, [world.creditor], "erreur de tarif", "Hélène")
    end = paris(at) + timedelta(days=3)
    found = await lives(world, f"{end:%Y-%m-%d}T11:00")
    assert found[:1] == told
    assert "arrêté par Hélène : erreur de tarif" in subjects(world)[0]


async def test_nuit_week_end_plafond_et_ombre_ne_previennent_personne() -> None:
    world = await world_of()
    world.creditor = replace(world.creditor, daily_ceiling=1, first_day_ceiling=1)
    await world.plans()
    await world.sends()
    for day in range(22, 26):
        await lives(world, f"2026-10-{day}T06:00")
        await world.syncs()
    assert subjects(world) == []
    world.creditor = replace(world.creditor, mode_send=False)
    assert await lives(world, "2026-10-27T12:00", reads=False) == []


async def test_un_plafond_atteint_trois_jours_de_suite_est_dit() -> None:
    world = await world_of()
    world.creditor = replace(world.creditor, daily_ceiling=1, first_day_ceiling=1)
    world.ledger.rows = [row(f"BZ-{n}", f"FA-{n}") for n in range(1, 9)]
    told = []
    for day in (21, 22, 23):
        world.goes_to(f"2026-10-{day}T09:00")
        await world.works()
        told += await lives(world, f"2026-10-{day}T12:00")
    assert told == ["23 09:05"]
    assert "plafond du jour atteint (1 lettres)" in subjects(world)[0]


async def test_une_boite_qui_va_et_vient_est_une_seule_panne() -> None:
    world = await world_of()
    await lives(world, "2026-10-21T10:15", reads=False)
    for hour in range(11, 16):
        await world.fetches()
        await lives(world, f"2026-10-21T{hour}:00", reads=False)
    assert len(subjects(world)) == 1, subjects(world)


async def test_deux_services_ne_le_disent_qu_une_fois() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    first = world.mailer.hand_over

    async def while_the_other_looks(*words: object, **more: object) -> object:
        world.mailer.hand_over = first  # type: ignore[method-assign]
        await looks(world)
        return await first(*words, **more)  # type: ignore[arg-type]

    world.mailer.hand_over = while_the_other_looks  # type: ignore[assignment,method-assign]
    await looks(world)
    await looks(world)
    assert len(mails(world)) == 1


class Crash(BaseException):
    """The process dies."""


async def test_mort_entre_l_envoi_et_sa_trace_le_meme_courriel_repart_trois_fois_au_plus() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    real = world.mailer.hand_over

    async def dies(*words: object, **more: object) -> object:
        await real(*words, **more)  # type: ignore[arg-type]
        raise Crash

    for _ in range(40):
        world.clock.at += STEP
        world.mailer.hand_over = dies  # type: ignore[assignment,method-assign]
        try:
            await looks(world)
        except Crash:
            continue
    assert len(mails(world)) == 3
    assert len({mail["Message-ID"] for mail in mails(world)}) == 1


async def test_une_reponse_perdue_n_est_pas_redite_plus_de_trois_fois() -> None:
    world = await world_of()
    world.mailer.answers = ["swallowed"] * 9
    assert len(await lives(world, "2026-10-21T13:00", reads=False)) == 3


async def test_si_le_compte_lui_meme_ne_va_plus_on_le_dit_et_on_reessaie() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    world.mailer.answers = [Temporary("serveur d'envoi injoignable")]
    assert (await looks(world)).untold == "serveur d'envoi injoignable"
    world.goes_to("2026-10-21T10:20")
    assert (await looks(world)).untold == "serveur d'envoi injoignable"
    assert world.mailer.offered == 1, "pas avant dix minutes"
    world.goes_to("2026-10-21T10:25")
    told = await looks(world)
    assert (told.told, told.untold) == ("begun", "")
    assert len(mails(world)) == 1


async def test_un_compte_refuse_n_est_pas_essaye_une_fois_de_plus() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    until = (world.clock.at + STEP).isoformat()
    await world.house.register.set(account_key(world.creditor.id), f"{until} 535")
    assert "compte d'envoi est refusé" in (await looks(world)).untold
    assert world.mailer.offered == 0
    other = World(at=world.clock.at).mailer
    world.goes_to("2026-10-21T10:25")
    await looks(world, operator=other)
    assert len(other.delivered) == 1


async def test_une_attente_qu_on_n_a_pas_pu_dire_est_dite_une_fois_finie() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    world.mailer.answers = [Temporary("serveur d'envoi injoignable")]
    await looks(world)
    await lives(world, "2026-10-21T10:45")
    [mail] = mails(world)
    assert "n'avait pas pu partir plus tôt : serveur d'envoi injoignable" in mail.get_content()
    assert await world.house.register.get(told_key(world.creditor.id)) is None


async def test_un_compte_a_lui_sert_quand_celui_des_lettres_est_refuse() -> None:
    world = await world_of(sender="alertes@brezance.example")
    other = World(at=world.clock.at).mailer
    world.goes_to("2026-10-21T10:15")
    await looks(world, operator=other)
    assert world.mailer.delivered == []
    [mail] = other.delivered
    assert (mail.envelope_from, mail.recipients) == ("alertes@brezance.example", (NOEMIE,))


async def test_un_premier_lecteur_refuse_laisse_sa_place_au_second() -> None:
    world = await world_of(mail=("partie@brezance.example", NOEMIE))
    world.goes_to("2026-10-21T10:15")
    world.mailer.answers = [Refused(code=550, text="5.1.1 inconnue", permanent=True)]
    assert (await looks(world)).told == "begun"
    assert world.mailer.delivered[0].recipients == (NOEMIE, "partie@brezance.example")


async def test_un_serveur_qui_revient_sans_lettre_a_offrir_est_vu() -> None:
    world = await world_of()
    asked = []

    async def answers() -> str:
        asked.append(world.clock.at)
        if len(asked) < 2:
            raise Temporary("toujours rien")
        return "EHLO"

    at = world.clock.at.isoformat()
    await world.house.register.set(server_key(world.creditor.id), f"{at} {at} injoignable")
    for minute in range(25):
        world.goes_to(f"2026-10-21T09:{minute:02}")
        await world.fetches()
        await looks(world, probe=answers)
    assert [f"{one:%H:%M}" for one in asked] == ["09:10", "09:20"]
    assert await world.house.register.get(server_key(world.creditor.id)) is None
    await world.house.register.set(server_key(world.creditor.id), f"{at} {at} injoignable")
    until = (world.clock.at + STEP).isoformat()
    await world.house.register.set(account_key(world.creditor.id), f"{until} 535")
    await looks(world, probe=answers)
    assert len(asked) == 2, "un compte en pause n'est pas essayé"


async def test_le_courriel_ne_touche_ni_debiteur_ni_dossier_et_revient_sans_effet() -> None:
    """Our own mailbox may be the operator's: what comes back is nobody's, and nobody is asked."""
    world = await world_of(mail=(MAILBOX,))
    before = await world.kinds()
    world.goes_to("2026-10-21T10:15")
    await looks(world)
    [sent] = world.mailer.delivered
    world.mailbox.put(sent.mime, "INBOX", at=world.clock.at)
    world.mailbox.put(sent.mime, "Sent", at=world.clock.at)
    await world.fetches()
    await world.reads()
    counts = await world.house.inbox.counts()
    assert {fate: n for fate, n in counts.items() if n} == {Fate.NOBODYS: 1}
    assert await world.kinds() == before
    assert (await world.dossier()).contact_days == ()
    await world.plans()
    assert len(mails(world)) == 0
    await world.sends()
    assert world.recipients()[-1] == "compta@c-bz-1.example"


async def test_un_avis_de_non_remise_de_ce_courriel_est_montre_et_ne_touche_aucun_dossier() -> None:
    """An alert that reaches nobody is a human's to know: it waits on the desk."""
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    await looks(world)
    [mail] = mails(world)
    before = await world.kinds()
    comes_back(world, MessageId(str(mail["Message-ID"]).strip("<>")), (NOEMIE, UNKNOWN))
    await world.fetches()
    await world.reads()
    counts = await world.house.inbox.counts()
    assert {fate: n for fate, n in counts.items() if n} == {Fate.UNLINKED: 1}
    assert await world.kinds() == before


async def test_son_absence_ne_derange_personne() -> None:
    world = await world_of()
    world.goes_to("2026-10-21T10:15")
    await looks(world)
    [mail] = mails(world)
    world.writes(
        "Je suis absente jusqu'au 2 novembre.",
        sender=NOEMIE,
        subject=f"Absente : {mail['Subject']}",
        answers=str(mail["Message-ID"]).strip("<>"),
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    await world.fetches()
    await world.reads()
    counts = await world.house.inbox.counts()
    assert {fate for fate, n in counts.items() if n} == {Fate.NOBODYS}


async def test_le_resume_du_matin_ne_part_qu_une_fois_et_seulement_s_il_y_a_a_decider() -> None:
    world = await world_of(digest="08:00")
    world.goes_to("2026-10-22T08:05")
    await world.works()
    await looks(world)
    assert subjects(world) == []
    world.writes("Je conteste cette facture, la machine n'a jamais marché.")
    await world.works()
    await lives(world, "2026-10-23T12:00")
    [mail] = [one for one in mails(world) if "décision attend" in str(one["Subject"])]
    assert mail["Subject"] == "[Relance Mailer] 1 décision attend (23/10/2026)"
    assert "- à examiner : 1, 1\u00a0500,00\u00a0€ en jeu" in mail.get_content()
    assert "jamais marché" not in mail.get_content(), "rien de ce qu'écrit un débiteur"
    assert "c-bz-1" not in mail.get_content()


async def test_l_essai_part_meme_en_mode_ombre_et_dit_ce_que_repond_le_serveur() -> None:
    world = await world_of()
    world.creditor = replace(world.creditor, mode_send=False)
    assert await send_trial(world.house, world.creditor, doors(world)) == "250 2.0.0 Ok"
    assert subjects(world) == ["Essai : les alertes de Relance Mailer vous parviennent"]
    subject, text = await would_say(world.house, world.creditor)
    assert "« shadow »" in subject
    assert text.startswith("Bonjour,")
    nobody = replace(world.creditor, operator=None)
    with pytest.raises(ValueError, match="aucune adresse"):
        await send_trial(world.house, nobody, doors(world))


async def test_une_adresse_d_ailleurs_n_est_jamais_ecrite() -> None:
    world = await world_of(mail=("quelqu-un@ailleurs.example",))
    world.goes_to("2026-10-21T10:15")
    with pytest.raises(AssertionError):
        await looks(world)
    assert world.mailer.delivered == []
