"""Why nothing leaves is said at once: each cause is provoked, named, dated, with what to do."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from flows.world import World, paris, row
from relance_mailer.flows.house import (
    Doors,
    account_key,
    alive_key,
    fault_key,
    halted_key,
    inbox_left_key,
    inbox_read_key,
    server_key,
)
from relance_mailer.flows.status import Status, status
from relance_mailer.flows.stop import set_stop
from relance_mailer.flows.tell_operator import tell_operator
from relance_mailer.outward.causes import Nature
from relance_mailer.ports import Permanent, Refused, Temporary

AT = "2026-10-05T09:00"


async def open_world(at: str = AT, dossiers: int = 2) -> World:
    """Everything was read a moment ago; letters are written and have not left yet."""
    world = World(at=paris(at))
    world.ledger.rows = [row(f"BZ-{n}", f"FA-{n}") for n in range(1, dossiers + 1)]
    await world.syncs()
    await world.fetches()
    await world.plans()
    return world


async def seen(world: World) -> Status:
    return await status(world.house, world.creditor)


async def stops(world: World) -> None:
    await set_stop(world.house, [world.creditor], "erreur de tarif", "Hélène")


async def inbox_fails(world: World) -> None:
    world.goes_to("2026-10-05T09:30")
    why = "2026-10-05T09:05:00+02:00 IMAP 127.0.0.1 : mot de passe refusé"
    await world.house.register.set(fault_key(world.creditor.id, "fetch-mail"), why)


async def watch_fails(world: World) -> None:
    world.goes_to("2026-10-05T09:30")
    why = "2026-10-05T09:05:00+02:00 IMAP 127.0.0.1 : mot de passe refusé"
    await world.house.register.set(fault_key(world.creditor.id, "watch"), why)


async def inbox_never_read(world: World) -> None:
    await world.house.register.set(inbox_read_key(world.creditor.id), None)


async def ledger_grows_old(world: World) -> None:
    world.goes_to("2026-10-07T09:00")
    await world.fetches()


async def account_is_refused(world: World) -> None:
    world.mailer.answers = [Refused(code=535, text="5.7.8 identifiants", account=True)]
    await world.sends()


async def login_is_refused(world: World) -> None:
    world.mailer.answers = [Permanent("identifiants refusés pour « relances »")]
    await world.sends()


async def server_is_gone(world: World) -> None:
    world.mailer.answers = [Temporary("serveur d'envoi 127.0.0.1:25 : connexion refusée")]
    await world.sends()


async def ceiling_is_reached(world: World) -> None:
    world.creditor = replace(world.creditor, daily_ceiling=2, first_day_ceiling=2)
    await world.sends()
    await world.house.register.set("first_day_of_sending:brezance", "2026-10-01")


async def first_day_ceiling(world: World) -> None:
    world.creditor = replace(world.creditor, first_day_ceiling=2)


async def backlog_is_unread(world: World) -> None:
    world.writes("Bonjour, votre facture est contestée.")
    await world.fetches()


async def shadow(world: World) -> None:
    world.creditor = replace(world.creditor, mode_send=False)


async def night_falls(world: World) -> None:
    world.goes_to("2026-10-05T20:00")
    await world.fetches()


async def clock_jumped(world: World) -> None:
    world.goes_to("2026-10-04T09:00")


async def planning_fails(world: World) -> None:
    why = "2026-10-05T08:40:00+02:00 erreur interne : KeyError('x')"
    await world.house.register.set(halted_key(world.creditor.id, "plan-letters"), why)


async def service_is_dead(world: World) -> None:
    await world.house.register.set(alive_key(world.creditor.id), paris(AT).isoformat())
    world.goes_to("2026-10-05T09:04")


# cause, check, words of the first line, since when (Paris), nature
CAUSES: tuple[tuple[Callable[[World], Awaitable[None]], str, str, str, Nature], ...] = (
    (stops, "no_stop_is_set", "arrêté par Hélène : erreur de tarif", AT, Nature.WANTED),
    (
        inbox_fails,
        "inbox_was_read_lately",
        "lue il y a 30 min ; IMAP 127.0.0.1 : mot de passe refusé",
        "2026-10-05T09:10",
        Nature.TROUBLE,
    ),
    (
        watch_fails,
        "inbox_was_read_lately",
        "mot de passe refusé",
        "2026-10-05T09:10",
        Nature.TROUBLE,
    ),
    (inbox_never_read, "inbox_was_read_lately", "jamais lue", "", Nature.TROUBLE),
    (
        ledger_grows_old,
        "ledger_is_fresh",
        "grand livre date du 05/10/2026 09:00",
        "2026-10-06T00:00",
        Nature.TROUBLE,
    ),
    (account_is_refused, "account_is_accepted", "535 5.7.8", AT, Nature.TROUBLE),
    (login_is_refused, "account_is_accepted", "identifiants refusés", AT, Nature.TROUBLE),
    (server_is_gone, "server_takes_letters", "connexion refusée", AT, Nature.TROUBLE),
    (ceiling_is_reached, "daily_ceiling", "plafond du jour atteint (2 lettres)", "", Nature.USUAL),
    (first_day_ceiling, "daily_ceiling", "plafond du premier jour", "", Nature.USUAL),
    (backlog_is_unread, "no_unread_word_from_debtor", "1 message(s) reçu(s)", "", Nature.TROUBLE),
    (shadow, "mode_is_send", "« shadow »", "", Nature.USUAL),
    (night_falls, "working_hours_in_france", "reprise le 06/10/2026 à 08:30", "", Nature.USUAL),
    (clock_jumped, "inbox_was_read_lately", "après l'heure de cette machine", "", Nature.TROUBLE),
    (
        planning_fails,
        "letters_are_planned",
        "ne se préparent plus : erreur interne",
        "2026-10-05T08:40",
        Nature.TROUBLE,
    ),
    (service_is_dead, "service_is_running", "le service ne tourne pas", AT, Nature.TROUBLE),
)


@pytest.mark.parametrize(
    ("happens", "check", "words", "since", "nature"),
    CAUSES,
    ids=[one[0].__name__ for one in CAUSES],
)
async def test_chaque_cause_est_dite_aussitot(
    happens: Callable[[World], Awaitable[None]],
    check: str,
    words: str,
    since: str,
    nature: Nature,
) -> None:
    world = await open_world()
    assert (await seen(world)).sentence == "Les lettres partent."
    await happens(world)
    told = await seen(world)
    assert told.sentence.startswith("Aucune lettre ne part")
    assert words in told.sentence
    assert told.sending is False
    cause = told.causes[0]
    assert (cause.check, cause.nature) == (check, nature)
    assert cause.remedy, "que faire ?"
    assert cause.because in told.waiting_because
    passing = check == "no_unread_word_from_debtor"  # read within the minute, most of the time
    assert told.is_in_trouble is (nature is not Nature.USUAL and not passing)
    assert cause.since == (paris(since) if since else None)
    if since:
        assert f"depuis le {paris(since):%d/%m/%Y à %H:%M}" in told.sentence


async def test_un_arriere_qui_dure_est_un_ennui() -> None:
    world = await open_world()
    await backlog_is_unread(world)
    made = Doors(mailbox=world.mailbox, mailer=world.mailer, ledger=world.ledger)
    await tell_operator(world.house, world.creditor, made)
    world.goes_to("2026-10-05T09:02")
    told = await seen(world)
    assert told.is_in_trouble
    assert told.causes[0].since == paris(AT)


async def test_une_passe_seule_ne_dit_pas_qu_un_service_vit() -> None:
    world = await open_world()
    made = Doors(mailbox=world.mailbox, mailer=world.mailer, ledger=world.ledger)
    await tell_operator(world.house, world.creditor, made, serving=False)
    assert (await seen(world)).alive_at is None
    await tell_operator(world.house, world.creditor, made)
    assert (await seen(world)).alive_at == paris(AT)


async def test_ce_qui_est_retenu_est_compte() -> None:
    world = await open_world(dossiers=3)
    await stops(world)
    world.ledger.rows.append(row("BZ-9", "FA-9", amount="200.00"))
    await world.syncs()
    held = (await seen(world)).held
    assert (held.letters, str(held.amounts["EUR"])) == (3, "4500.00")
    assert (held.dossiers, str(held.owed["EUR"])) == (1, "200.00")


async def test_la_cause_a_corriger_passe_avant_la_nuit_et_le_mode() -> None:
    world = await open_world()
    await shadow(world)
    world.goes_to("2026-10-05T20:00")
    told = await seen(world)
    assert [one.check for one in told.causes] == [
        "inbox_was_read_lately",
        "mode_is_send",
        "working_hours_in_france",
    ]


async def test_une_panne_d_envoi_reste_dite_depuis_sa_premiere_minute_et_disparait() -> None:
    world = await open_world()
    await server_is_gone(world)
    world.goes_to("2026-10-05T09:05")
    world.mailer.answers = [Temporary("pas de réponse")]
    await world.sends()
    [cause] = (await seen(world)).causes
    assert (cause.since, cause.because) == (paris(AT), "pas de réponse")
    await world.sends()
    assert len(world.mailer.delivered) == 2
    assert (await seen(world)).causes == ()
    assert await world.house.register.get(server_key(world.creditor.id)) is None


async def test_une_lettre_au_sort_inconnu_est_dite_a_part_sans_arreter_les_autres() -> None:
    world = await open_world()
    world.mailer.answers = ["swallowed"]
    await world.sends()
    assert (await seen(world)).apart == ()
    world.goes_to("2026-10-05T09:03")
    told = await seen(world)
    assert told.sending
    assert told.apart[0].startswith("1 lettre(s) au sort inconnu depuis le 05/10/2026 à 09:00")


async def test_un_serveur_qui_ne_dit_plus_rien_d_aucune_lettre_est_une_cause() -> None:
    """Each is in doubt for itself and nothing else fails: the first line said that all is well."""
    world = await open_world(dossiers=3)
    world.mailer.answers = ["swallowed"] * 3
    await world.sends()
    world.goes_to("2026-10-05T09:20")
    await world.fetches()
    await world.sends()
    told = await seen(world)
    [cause] = told.causes
    assert (cause.check, cause.nature) == ("server_says_what_it_took", Nature.TROUBLE)
    assert cause.since == paris(AT)
    assert "3 lettres de suite au sort inconnu : connexion perdue" in cause.because
    assert told.is_in_trouble
    assert "point final" in cause.remedy


async def test_une_reponse_du_serveur_met_fin_a_son_silence() -> None:
    world = await open_world(dossiers=4)
    world.creditor = replace(world.creditor, connections=1)
    world.mailer.answers = ["swallowed", "swallowed", Temporary("plus de réponse")]
    await world.sends()
    checks = [cause.check for cause in (await seen(world)).causes]
    assert checks == ["server_takes_letters", "server_says_what_it_took"]
    await world.sends()
    assert len(world.mailer.delivered) == 4
    assert (await seen(world)).causes == ()


async def test_une_longue_boite_dit_combien_il_en_reste() -> None:
    world = await open_world()
    await world.house.register.set(inbox_read_key(world.creditor.id), None)
    await world.house.register.set(inbox_left_key(world.creditor.id), "1840")
    [cause] = (await seen(world)).causes
    assert cause.because.endswith("relevé d'une longue boîte : 1840 messages à relever")


async def test_un_message_mis_de_cote_est_dit_a_part() -> None:
    world = await open_world()
    world.writes("Bonjour")
    await world.fetches()
    [kept] = await world.house.inbox.unread(world.creditor.id, limit=10)
    # Bytes that cannot be found any more stand for whatever cannot be processed.
    del world.store.inbox.raws[kept.digest]
    await world.reads()
    told = await seen(world)
    assert (told.set_aside, told.sending) == (1, True)
    assert "1 message(s) mis de côté" in told.apart[0]


async def test_une_pause_de_compte_ne_dure_pas_un_jour_si_l_horloge_recule() -> None:
    world = await open_world()
    until = paris("2026-10-06T09:10").isoformat()
    await world.house.register.set(account_key(world.creditor.id), f"{until} 535 5.7.8")
    await world.sends()
    assert len(world.mailer.delivered) == 2


async def test_plusieurs_causes_sont_dites_la_plus_grave_la_premiere() -> None:
    world = await open_world()
    await stops(world)
    await inbox_fails(world)
    told = await seen(world)
    names = [one.check for one in told.causes]
    assert names == ["inbox_was_read_lately", "no_stop_is_set"]
    assert "(et 1 autre cause)" in told.sentence
