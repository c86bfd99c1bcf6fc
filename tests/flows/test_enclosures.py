"""What goes with letters: documents found by number, the statement, the posted notice."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from hashlib import sha256

import pytest

from flows.world import US, World, paris, row
from relance_mailer.adapters.papers import PrintedPapers
from relance_mailer.adapters.typesetting import Typesetter
from relance_mailer.desk.decisions import RecordPosting
from relance_mailer.desk.verdict import Impossible
from relance_mailer.dossier import events as e
from relance_mailer.dossier.values import DossierId, DossierKey, LedgerPayment, StepKey
from relance_mailer.flows.print_notice import paper_name, print_notice, tend_notices
from relance_mailer.flows.reckon import reckon_dossier
from relance_mailer.flows.work_desk import act
from relance_mailer.ports import NoPapers, Permanent
from relance_mailer.words import Segment
from values.letters import SHIPPED
from values.timelines import POSTED

KEY = DossierKey(creditor=US, dossier=DossierId("BZ-1"))
PDF = b"%PDF-1.7 FA-1"


def last_mail(world: World) -> EmailMessage:
    mail = message_from_bytes(world.mailer.delivered[-1].mime, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def files(world: World) -> dict[str, bytes]:
    return {
        part.get_filename() or "": part.get_content()
        for part in last_mail(world).iter_attachments()
    }


async def queued(world: World) -> list[e.LetterQueued]:
    return [event for event in await world.events() if isinstance(event, e.LetterQueued)]


async def test_la_première_relance_porte_la_facture_trouvée_par_son_numéro() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents["Facture FA-1.pdf"] = PDF
    world.ledger.rows = [row()]
    await world.works()
    assert files(world) == {"Facture FA-1.pdf": PDF}
    (letter,) = await queued(world)
    assert letter.enclosed == (
        e.EnclosedFile(name="Facture FA-1.pdf", digest=e.Digest(sha256(PDF).hexdigest())),
    )


async def test_deux_documents_pour_un_numéro_aucun_n_est_joint_et_ils_sont_nommés() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents |= {"FA-1.pdf": PDF, "FA-1 copie.pdf": PDF}
    world.ledger.rows = [row()]
    synced = await world.syncs()
    assert synced.ambiguous == (
        "facture FA-1 : plusieurs documents (FA-1 copie.pdf, FA-1.pdf), aucun n'est pris",
    )
    await world.works()
    assert files(world) == {}


async def test_une_facture_reçue_avec_preuve_n_est_pas_renvoyée() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents["FA-1.pdf"] = PDF
    told = row()
    world.ledger.rows = [replace(told, invoice=replace(told.invoice, received_on=date(2026, 9, 1)))]
    await world.works()
    assert files(world) == {}


async def test_le_duplicata_demandé_part_avec_la_facture() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    world.goes_to("2026-10-06T09:00")
    world.papers.documents["FA-1.pdf"] = PDF
    await world.syncs()
    world.writes(
        "Bonjour, nous n'avons pas reçu la facture FA-1, pouvez-vous nous l'envoyer ?",
        answers=(await world.dossier()).letters[0].message_id,
    )
    await world.works()
    assert (await queued(world))[-1].template == "duplicate"
    assert files(world) == {"FA-1.pdf": PDF}


async def test_un_document_disparu_n_est_pas_annoncé() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.papers.documents["FA-1.pdf"] = PDF
    world.ledger.rows = [row()]
    await world.syncs()
    del world.papers.documents["FA-1.pdf"]
    await world.fetches()
    await world.plans()
    await world.sends()
    assert files(world) == {}
    assert "pièce jointe" not in last_mail(world).as_string().lower()


async def test_un_document_tardif_part_avec_la_relance_suivante_et_une_seule_fois() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await reaches(world, "2026-10-05")
    assert files(world) == {}
    world.papers.documents["FA-1.pdf"] = PDF
    await reaches(world, "2026-10-13")
    assert files(world) == {"FA-1.pdf": PDF}
    await reaches(world, "2026-10-21")
    assert list(files(world)) == ["releve-de-compte-2026-10-21.pdf"]


async def reaches(world: World, *days: str) -> None:
    for day in days:
        world.goes_to(f"{day}T09:00")
        await world.works()


async def test_le_relevé_de_compte_part_dès_la_troisième_relance_avec_ses_chiffres() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row(paid="500.00")]
    world.ledger.payments = [
        LedgerPayment(
            number="FA-1", paid_on=date(2026, 10, 10), amount=Decimal("500.00"), kind="payment"
        )
    ]
    await reaches(world, "2026-10-05", "2026-10-13")
    assert files(world) == {}
    await reaches(world, "2026-10-21")
    (name,) = files(world)
    assert name == "releve-de-compte-2026-10-21.pdf"
    letter = (await queued(world))[-1]
    assert [one.name for one in letter.enclosed] == [name]
    reckoned = await reckon_dossier(world.house, world.creditor, KEY, on=date(2026, 10, 21))
    whole = reckoned.statement.demanded
    # 10 days on 1 500 and 11 on 1 000, at 12.40 %.
    assert (whole.principal, whole.interest) == (Decimal("1000.00"), Decimal("8.83"))
    assert files(world)[name] == f"%PDF FA-1 {whole.total}".encode()


@pytest.fixture
async def to_post() -> World:
    """The formal notice of a big debtor waits to be posted, on 29 October."""
    world = World(at=paris("2026-10-05T09:00"))
    timelines = {**world.creditor.timelines, Segment.SME: POSTED}
    world.creditor = replace(world.creditor, timelines=timelines)
    world.ledger.rows = [row()]
    await reaches(world, "2026-10-05", "2026-10-13", "2026-10-21", "2026-10-29")
    assert len(world.mailer.delivered) == 3
    return world


async def test_la_mise_en_demeure_imprimée_a_les_chiffres_de_sa_copie(to_post: World) -> None:
    printed = await print_notice(to_post.house, to_post.creditor, KEY)
    assert printed.before_posting == ()
    (paper,) = to_post.papers.noticed
    told = (await to_post.events())[-1]
    assert isinstance(told, e.NoticePrinted)
    assert (told.dated_on, told.amount) == (date(2026, 10, 29), paper.demanded)
    assert await to_post.house.outbox.mime(told.paper) == printed.pdf
    await to_post.writes_down(
        "BZ-1",
        e.PostingRecorded(
            by="Anne",
            because="postée",
            step=paper.step,
            posted_on=date(2026, 10, 29),
            number="1A 001",
        ),
    )
    # Recorded the next day: the copy still has the figures of the day of the posting.
    await reaches(to_post, "2026-10-30")
    copy = (await queued(to_post))[-1]
    assert copy.template == "formal_notice"
    assert (copy.deadline_on, copy.next_on) == (paper.deadline_on, paper.next_on)
    said = last_mail(to_post).get_body(("plain",))
    assert said is not None
    words = " ".join(said.get_content().split()).replace("\u202f", " ").replace("\u00a0", " ")
    demanded = f"{paper.demanded:,.2f}".replace(",", " ").replace(".", ",")
    assert f"je vous mets en demeure de payer {demanded} €" in words
    assert "posté le 29 octobre 2026" in words


async def test_postée_un_autre_jour_elle_se_réimprime(to_post: World) -> None:
    first = await print_notice(to_post.house, to_post.creditor, KEY)
    later = await print_notice(to_post.house, to_post.creditor, KEY, posted_on=date(2026, 10, 30))
    assert first.letter.deadline_on == date(2026, 11, 10)
    assert later.letter.deadline_on == date(2026, 11, 12)
    assert later.letter.demanded > first.letter.demanded
    with pytest.raises(Permanent, match="est passé"):
        await print_notice(to_post.house, to_post.creditor, KEY, posted_on=date(2026, 10, 28))


async def test_le_débiteur_qui_promet_entre_temps_ne_la_reçoit_pas(to_post: World) -> None:
    to_post.writes(
        "Nous réglons la facture FA-1 le 6 novembre.",
        answers=(await to_post.dossier()).letters[-1].message_id,
    )
    await to_post.works()
    with pytest.raises(Permanent, match="rien à poster"):
        await print_notice(to_post.house, to_post.creditor, KEY)


async def test_sans_lettre_à_poster_rien_ne_s_imprime() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    world.ledger.rows = [row()]
    await world.works()
    with pytest.raises(Permanent, match="aucune lettre n'attend d'être postée"):
        await print_notice(world.house, world.creditor, KEY)


async def test_le_papier_vrai_sort_de_la_presse(to_post: World) -> None:
    house = replace(to_post.house, papers=PrintedPapers({}, Typesetter((SHIPPED,))))
    printed = await print_notice(house, to_post.creditor, KEY)
    assert printed.pdf.startswith(b"%PDF-")
    again = await print_notice(house, to_post.creditor, KEY)
    assert again.pdf == printed.pdf


NOTICE = "mise-en-demeure-BZ-1-2026-10-29.pdf"


async def test_elle_se_dépose_le_jour_où_la_tâche_s_ouvre(to_post: World) -> None:
    assert await tend_notices(to_post.house, to_post.creditor, [KEY]) == ()
    assert list(to_post.papers.lying) == [NOTICE]
    assert await tend_notices(to_post.house, to_post.creditor) == ()
    assert [kind for kind in await to_post.kinds() if kind == "NoticePrinted"] == ["NoticePrinted"]


async def test_ce_qui_ne_s_imprime_pas_est_dit(to_post: World) -> None:
    unprintable = replace(to_post.house, papers=NoPapers())
    (why,) = await tend_notices(unprintable, to_post.creditor, [KEY])
    assert why.startswith("mise en demeure non imprimée : ")


async def test_le_lendemain_elle_porte_son_nouveau_jour(to_post: World) -> None:
    await tend_notices(to_post.house, to_post.creditor, [KEY])
    await reaches(to_post, "2026-10-30")
    await tend_notices(to_post.house, to_post.creditor)
    assert list(to_post.papers.lying) == ["mise-en-demeure-BZ-1-2026-10-30.pdf"]


async def test_payée_entre_temps_elle_est_retirée(to_post: World) -> None:
    await tend_notices(to_post.house, to_post.creditor, [KEY])
    to_post.papers.lying["mise-en-demeure-BZ-10-2026-10-29.pdf"] = b"%PDF d'un autre dossier"
    to_post.ledger.rows = [row(paid="1500.00")]
    await reaches(to_post, "2026-10-30")
    await tend_notices(to_post.house, to_post.creditor)
    assert list(to_post.papers.lying) == ["mise-en-demeure-BZ-10-2026-10-29.pdf"]


async def test_postée_elle_ne_traîne_plus(to_post: World) -> None:
    await tend_notices(to_post.house, to_post.creditor, [KEY])
    verdict = RecordPosting(
        by="Anne",
        because="postée",
        step=StepKey(course=1, name="formal_notice"),
        posted_on=date(2026, 10, 29),
        number="1A 001",
    )
    assert not isinstance(await act(to_post.house, to_post.creditor, KEY, verdict), Impossible)
    await tend_notices(to_post.house, to_post.creditor)
    assert not to_post.papers.lying


async def test_un_taux_convenu_sous_le_plancher_se_compte_et_un_humain_le_vérifie() -> None:
    world = World(at=paris("2026-10-05T09:00"))
    told = row()
    world.ledger.rows = [replace(told, invoice=replace(told.invoice, agreed_rate=Decimal("5.00")))]
    await reaches(world, "2026-10-05", "2026-10-13", "2026-10-21", "2026-10-29")
    tasks = [
        event.task
        for event in await world.events()
        if isinstance(event, e.TaskOpened) and event.task.startswith("check_rate:")
    ]
    assert tasks == ["check_rate:FA-1"]
    assert len(world.mailer.delivered) == 4


@pytest.mark.parametrize("name", ["BZ/1", "BZ 1", "../BZ-1", "É1", "%"])
async def test_deux_dossiers_ne_partagent_jamais_un_fichier(to_post: World, name: str) -> None:
    printed = await print_notice(to_post.house, to_post.creditor, KEY)
    plain = paper_name(printed.letter)
    odd = replace(printed.letter, key=DossierKey(creditor=US, dossier=DossierId(name)))
    assert paper_name(odd) != plain
    assert re.fullmatch(r"[A-Za-z0-9-]+\.pdf", paper_name(odd))
