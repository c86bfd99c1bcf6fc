"""Letters of every sort on their way: in English, ordered by a person, and stopped in time."""

from datetime import date
from decimal import Decimal
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from flows.world import World, paris, row
from relance_mailer.adapters.render import MailRenderer
from relance_mailer.dossier import events as e
from relance_mailer.dossier import ordered as o
from relance_mailer.dossier.phases import Phase
from relance_mailer.dossier.values import InvoiceNumber
from values.letters import SHIPPED

ACK = o.DisputeAck(
    ground="deux colis manquants",
    invoices=(InvoiceNumber("FA-1"),),
    contested=Decimal("300.00"),
    answered_by="Claire Duval",
    answer_on=date(2026, 10, 16),
)


@pytest.fixture
def world() -> World:
    return World(at=paris("2026-10-05T09:00"))


def text_of(world: World, place: int = -1) -> tuple[EmailMessage, str]:
    parsed = message_from_bytes(world.mailer.delivered[place].mime, policy=default)
    assert isinstance(parsed, EmailMessage)
    plain = parsed.get_body(("plain",))
    assert plain is not None
    return parsed, plain.get_content()


async def test_a_debtor_who_reads_english_is_written_to_in_english(world: World) -> None:
    world.ledger.rows = [row(language="en"), row("BZ-2", "FA-2", language="fr")]
    await world.works()
    told = {text_of(world, place)[0]["Content-Language"]: text_of(world, place) for place in (0, 1)}
    mail, text = told["en"]
    assert str(mail["Subject"]).startswith(
        "Invoice FA-1, due 30 Sep 2026 – €1,500.00: payment date?"
    )
    assert "Please pay €1,500.00 by Monday 12 October 2026 at the latest." in text
    assert "au plus tard" not in text
    assert "au plus tard" in told["fr"][1]


def order(words: o.DisputeAck | None, because: str = "décidé") -> e.LetterOrdered:
    says = o.Says(dispute_ack=words) if words else None
    return e.LetterOrdered(because=because, by="Claire", template="dispute_ack", says=says)


async def in_review(world: World, *events: e.Event) -> None:
    world.ledger.rows = [row()]
    await world.syncs()
    await world.fetches()
    asked = e.ReviewAsked(because="conteste", reason="dispute")
    await world.writes_down("BZ-1", asked, *events)
    await world.plans()
    await world.sends()


async def test_what_a_person_orders_leaves_in_review_with_his_words(world: World) -> None:
    await in_review(world, order(ACK))
    _, text = text_of(world)
    assert "Motif tel que nous le comprenons\u00a0: deux colis manquants." in text
    assert "Claire Duval vous répond par écrit le vendredi 16 octobre 2026 au plus tard." in text
    assert (await world.dossier()).phase is Phase.REVIEW
    await world.plans()
    await world.sends()
    assert len(world.mailer.delivered) == 1


async def test_an_order_without_its_words_sends_nothing_and_says_why(world: World) -> None:
    await in_review(world, order(None))
    assert world.mailer.delivered == []
    reasons = [asked.reason for asked in (await world.dossier()).review_reasons]
    assert reasons == ["dispute", "not_said"]


async def test_harsh_words_of_our_own_stop_an_ordered_letter(world: World) -> None:
    harsh = o.DisputeAck(
        ground="mauvaise foi du client",
        invoices=ACK.invoices,
        contested=ACK.contested,
        answered_by=ACK.answered_by,
        answer_on=ACK.answer_on,
    )
    await in_review(world, order(harsh))
    assert world.mailer.delivered == []
    reasons = (await world.dossier()).review_reasons
    assert "« mauvaise foi » ne s'écrit pas à un débiteur" in reasons[-1].because


async def test_a_broken_template_keeps_back_only_what_uses_it(world: World, tmp_path: Path) -> None:
    own = tmp_path / "mail" / "fr"
    own.mkdir(parents=True)
    broken = (SHIPPED / "mail" / "fr" / "_closing.j2").read_text("utf-8") + "{% if total %}"
    (own / "_closing.j2").write_text(broken, encoding="utf-8")
    object.__setattr__(world.house, "renderer", MailRenderer((tmp_path, SHIPPED)))
    world.ledger.rows = [row(), row("BZ-2", "FA-2", language="en")]
    await world.syncs()
    await world.fetches()
    planned = await world.plans()
    await world.sends()
    assert [text_of(world, 0)[0]["Content-Language"]] == ["en"]
    assert len(world.mailer.delivered) == 1
    assert "mail/fr/_closing.j2, ligne" in planned.template_faults[0]
    assert (await world.dossier("BZ-1")).phase is Phase.RUNNING
