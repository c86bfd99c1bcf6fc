"""What is heard on the telephone has the effects of a mail; the note stands in the journal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from flows.world import US, World, paris, row
from relance_mailer.desk.decisions import Call
from relance_mailer.desk.possible import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import DossierId, DossierKey
from relance_mailer.flows.work_desk import act, note_of
from relance_mailer.inward.heard import Heard
from relance_mailer.words import Cause, Intent

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
SAID = "la directrice signe vendredi, il fera partir le virement"


def text_of(world: World) -> str:
    """The text of the last letter that left to the debtor of BZ-1, on one line."""
    mine = [one for one in world.mailer.delivered if "compta@c-1.example" in one.recipients]
    mail = message_from_bytes(mine[-1].mime, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    part = mail.get_body(("plain",))
    assert part is not None
    return " ".join(str(part.get_content()).split())


async def reminded() -> World:
    """Two dossiers of one debtor and a stranger's; the first reminders left on 5 October."""
    world = World(at=paris("2026-10-05T09:00"))
    one = row(debtor="C-1", email="compta@c-1.example")
    world.ledger.rows = [
        one,
        replace(row("BZ-2", "FA-2", debtor="C-1"), contacts=one.contacts),
        row("BZ-3", "FA-3"),
    ]
    await world.works()
    world.goes_to("2026-10-06T10:00")
    await world.works()
    return world


async def calls(world: World, *intents: Intent, **told: object) -> tuple[e.DossierEvent, ...]:
    """Zoé calls the accountant today."""
    today = world.clock.today()
    heard = Heard(
        note=note_of(KEY, today, "Anne Le Gall", SAID),
        on=today,
        who="Anne Le Gall",
        by="Zoé",
        said=SAID,
        intents=intents,
    )
    heard = replace(heard, **told)  # type: ignore[arg-type]
    call = Call(
        by="Zoé",
        because="appel de la liste",
        on=today,
        with_whom="Anne Le Gall",
        role="comptable",
        phone="02 97 00 00 00",
        said=SAID,
        next_on=None if heard.settles else today + timedelta(days=7),
        settles=heard.settles,
        note=heard.note,
    )
    done = await act(world.house, world.creditor, KEY, call, heard=heard)
    assert not isinstance(done, Impossible), done
    return done


PARTS = (
    e.Instalment(due_on=date(2026, 10, 9), amount=Decimal("500.00")),
    e.Instalment(due_on=date(2026, 10, 23), amount=Decimal("1000.00")),
)


async def test_une_promesse_entendue_suspend_et_est_confirmee_le_jour_meme() -> None:
    world = await reminded()
    await calls(world, Intent.PROMISE, parts=PARTS)
    dossier = await world.dossier()
    assert dossier.phase is Phase.HELD
    assert dossier.promise is not None
    assert dossier.promise.instalments == PARTS
    assert dossier.promise.made_by == "Anne Le Gall"
    await world.works()
    [letter] = [one for one in (await world.dossier()).letters if one.step.is_answer]
    assert letter.template == "promise_confirmation"
    assert letter.sent_on == date(2026, 10, 6)
    assert b"To: Anne Le Gall <compta@c-1.example>" in world.mailer.delivered[-1].mime
    assert "pris au téléphone le 6 octobre 2026" in text_of(world)
    assert "MessageRead" not in await world.kinds()


async def test_la_promesse_entendue_non_tenue_mene_au_niveau_suivant() -> None:
    world = await reminded()
    await calls(world, Intent.PROMISE, parts=PARTS[:1])
    for day in range(7, 17):
        world.goes_to(f"2026-10-{day:02}T09:00")
        await world.works()
    kinds = await world.kinds()
    assert "PromiseBroken" in kinds
    levels = [one.level for one in (await world.dossier()).letters if one.level]
    assert levels == ["reminder_1", "reminder_2"]
    told = text_of(world)
    assert "Au téléphone, le 6 octobre 2026, vous nous avez annoncé un règlement pour le 9" in told
    assert "message" not in told.partition("Cordialement")[0].partition("Je vous demande")[0]


async def test_apres_un_appel_sans_promesse_la_relance_ne_dit_pas_sans_reponse() -> None:
    world = await reminded()
    await calls(world, Intent.DISTRESS)
    for day in range(7, 15):
        world.goes_to(f"2026-10-{day:02}T09:00")
        await world.works()
    told = text_of(world)
    assert "Nous nous sommes parlé au téléphone le 6 octobre 2026." in told
    assert "sans réponse" not in told.partition("Cordialement")[0]
    assert SAID not in told, "la note d'un collègue n'est pas une parole du débiteur"


async def test_un_litige_entendu_met_le_dossier_a_l_examen_avec_sa_cause() -> None:
    world = await reminded()
    await calls(world, Intent.DISPUTE)
    dossier = await world.dossier()
    assert (dossier.phase, dossier.cause) == (Phase.REVIEW, Cause.DISPUTE)
    assert dossier.review_reasons[0].reason == "dispute"
    assert (await world.dossier("BZ-2")).phase is Phase.RUNNING


async def test_une_insulte_au_telephone_met_tous_ses_dossiers_au_contentieux() -> None:
    world = await reminded()
    done = await calls(world, Intent.HOSTILE)
    handed = next(one for one in done if isinstance(one, e.HandedToLegal))
    assert handed.by == "Zoé"
    phases = [(await world.dossier(name)).phase for name in ("BZ-1", "BZ-2", "BZ-3")]
    assert phases == [Phase.LEGAL, Phase.LEGAL, Phase.RUNNING]
    assert (await world.dossier("BZ-2")).barred_by is Intent.HOSTILE
    before = len(world.mailer.delivered)
    for day in range(7, 31):
        world.goes_to(f"2026-10-{day:02}T09:00")
        await world.works()
    assert {"compta@c-1.example"}.isdisjoint(world.recipients()[before:])


# What is heard, what it leads to.
HEARD = (
    (Intent.PAID, Phase.HELD),
    (Intent.INVOICE_REQUEST, Phase.HELD),
    (Intent.PROMISE, Phase.HELD),
    (Intent.PLAN_REQUEST, Phase.REVIEW),
    (Intent.OPT_OUT, Phase.REVIEW),
    (Intent.QUESTION, Phase.REVIEW),
    (Intent.REFUSAL, Phase.LEGAL),
    (Intent.INSOLVENCY, Phase.LEGAL),
    (Intent.DISTRESS, Phase.RUNNING),
)


@pytest.mark.parametrize("intent, phase", HEARD, ids=[one[0].value for one in HEARD])
async def test_chaque_parole_a_l_effet_qu_elle_aurait_par_courriel(
    intent: Intent, phase: Phase
) -> None:
    world = await reminded()
    done = await calls(world, intent)
    assert (await world.dossier()).phase is phase
    assert isinstance(done[0], e.CallLogged)
    assert all("Zoé" in one.because for one in done if isinstance(one, e.Held | e.ReviewAsked))


async def test_une_note_incomplete_n_inscrit_rien_pas_meme_la_promesse() -> None:
    world = await reminded()
    before = await world.kinds()
    heard = Heard(
        note=note_of(KEY, date(2026, 10, 6), "", ""),
        on=date(2026, 10, 6),
        who="",
        by="Zoé",
        said="",
        intents=(Intent.PROMISE,),
        parts=PARTS,
    )
    call = Call(by="Zoé", because="appel", on=date(2026, 10, 6), with_whom="", said="")
    refused = await act(world.house, world.creditor, KEY, call, heard=heard)
    assert isinstance(refused, Impossible)
    assert "à qui l'on a parlé" in refused.because
    assert await world.kinds() == before
