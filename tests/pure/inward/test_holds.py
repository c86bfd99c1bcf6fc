"""How long a message holds a dossier, and which cap ends it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pure.inward.inward_values import MESSAGE, TODAY, dossier
from relance_mailer.dossier import events as e
from relance_mailer.dossier.state import Dossier, HoldTaken, PromiseTaken
from relance_mailer.dossier.values import Debtor, DebtorId, InvoiceNumber
from relance_mailer.inward.holds import (
    Exhausted,
    Granted,
    Holds,
    Reason,
    Spent,
    counted_from,
    hold_for,
    promise_for,
)

HOLDS = Holds()
ONE = (InvoiceNumber("FA2026-0871"),)
OTHER = (InvoiceNumber("FA2026-0902"),)
BOTH = ONE + OTHER


def taken(
    reason: str,
    until: date,
    since: date = TODAY,
    level: str | None = "reminder_1",
    invoices: tuple[InvoiceNumber, ...] = BOTH,
) -> HoldTaken:
    return HoldTaken(reason=reason, level=level, since=since, until=until, invoices=invoices)


def after(*holds: HoldTaken) -> Dossier:
    return dossier(holds_taken=holds)


def promised(invoices: tuple[InvoiceNumber, ...] = (), day: date = TODAY) -> PromiseTaken:
    made = e.PromiseMade(
        because="essai",
        instalments=(e.Instalment(due_on=day, amount=Decimal("10.00")),),
        invoices=invoices,
        until=day,
        message=MESSAGE,
        made_on=day,
        made_by="N. Le Moal",
    )
    return PromiseTaken(promise=made, fate="broken")


@pytest.mark.parametrize(
    ("story", "reason", "stated", "until"),
    [
        ("accusé lundi : jusqu'à jeudi", Reason.ACK, None, date(2026, 11, 5)),
        ("payé, sans jour dit", Reason.PAID, None, date(2026, 11, 4)),
        ("payé la semaine passée : compté du message", Reason.PAID, date(2026, 10, 28),
         date(2026, 11, 4)),
        ("virement parti vendredi prochain", Reason.PAID, date(2026, 11, 6), date(2026, 11, 10)),
        ("facture demandée", Reason.INVOICE_REQUEST, None, date(2026, 11, 5)),
        ("promesse sans date", Reason.PROMISE_UNDATED, None, date(2026, 11, 9)),
        ("boîte pleine", Reason.TEMPORARY_BOUNCE, None, date(2026, 11, 4)),
        ("retour mardi 10, le 11 est férié", Reason.ABSENCE, date(2026, 11, 10),
         date(2026, 11, 12)),
        ("retour dans deux mois : quinze jours au plus", Reason.ABSENCE, date(2027, 1, 4),
         date(2026, 11, 17)),
    ],
)  # fmt: skip
def test_how_long_each_reason_holds(
    story: str, reason: Reason, stated: date | None, until: date
) -> None:
    hold = hold_for(reason, dossier(), HOLDS, day=TODAY, stated=stated)
    assert isinstance(hold, Granted), story
    assert hold.until == until


def test_alsace_moselle_has_its_own_holidays() -> None:
    debtor = Debtor(debtor_id=DebtorId("C1"), name="Strasbourg SA", postcode="67000")
    # The 26 December 2025 is a Friday: a holiday there, a working day elsewhere.
    day = date(2025, 12, 24)
    there = hold_for(Reason.ACK, dossier(debtor=debtor), HOLDS, day=day)
    assert there == Granted(until=date(2025, 12, 31))
    assert hold_for(Reason.ACK, dossier(), HOLDS, day=day) == Granted(until=date(2025, 12, 30))


@pytest.mark.parametrize(
    ("story", "before", "reason"),
    [
        ("deuxième accusé au même niveau", taken("ack", date(2026, 10, 30)), Reason.ACK),
        ("deuxième promesse vague", taken("promise_undated", date(2026, 10, 30)),
         Reason.PROMISE_UNDATED),
        ("redit payé pour les mêmes factures", taken("paid", date(2026, 10, 30)), Reason.PAID),
        ("redemande la même facture, à un autre niveau",
         taken("invoice_request", date(2026, 10, 30), level=None), Reason.INVOICE_REQUEST),
    ],
)  # fmt: skip
def test_what_is_given_once_is_not_given_twice(
    story: str, before: HoldTaken, reason: Reason
) -> None:
    assert isinstance(hold_for(reason, after(before), HOLDS, day=TODAY), Spent), story


def test_a_new_level_grants_an_ack_again() -> None:
    before = taken("ack", date(2026, 10, 20), level="pre_due")
    assert isinstance(hold_for(Reason.ACK, after(before), HOLDS, day=TODAY), Granted)


def test_paid_is_believed_once_for_each_invoice() -> None:
    before = after(taken("paid", date(2026, 10, 30), invoices=ONE))
    assert isinstance(hold_for(Reason.PAID, before, HOLDS, day=TODAY, invoices=ONE), Spent)
    again = hold_for(Reason.PAID, before, HOLDS, day=TODAY)
    assert isinstance(again, Granted)
    assert again.invoices == OTHER


def test_a_second_failure_to_deliver_goes_to_a_human() -> None:
    before = after(taken("temporary_bounce", date(2026, 10, 30)))
    hold = hold_for(Reason.TEMPORARY_BOUNCE, before, HOLDS, day=TODAY)
    assert isinstance(hold, Exhausted)
    assert hold.reason == "bounce"


def test_all_holds_of_a_level_last_twenty_business_days_at_most() -> None:
    # 5 October to 30 October 2026: nineteen business days held before.
    nineteen = taken("absence", date(2026, 10, 30), since=date(2026, 10, 5))
    one_more = hold_for(Reason.PAID, after(nineteen), Holds(paid_days=1), day=TODAY)
    two_more = hold_for(Reason.PAID, after(nineteen), HOLDS, day=TODAY)
    assert isinstance(one_more, Granted)
    assert isinstance(two_more, Exhausted)
    assert two_more.reason == "holds_exhausted"


@pytest.mark.parametrize(
    ("story", "before"),
    [
        ("à un autre niveau",
         taken("absence", date(2026, 10, 30), since=date(2026, 9, 1), level=None)),
        ("un échéancier convenu", taken("plan", date(2026, 10, 30), since=date(2026, 9, 1))),
        ("décidé par un humain", taken("human", date(2026, 10, 30), since=date(2026, 9, 1))),
    ],
)  # fmt: skip
def test_what_the_twenty_days_do_not_count(story: str, before: HoldTaken) -> None:
    assert isinstance(hold_for(Reason.ACK, after(before), HOLDS, day=TODAY), Granted), story


def test_days_held_twice_count_once() -> None:
    two = [taken(r, date(2026, 10, 30), since=date(2026, 10, 12)) for r in ("absence", "paid")]
    assert isinstance(hold_for(Reason.ACK, after(*two), HOLDS, day=TODAY), Granted)


def test_somebody_back_already_holds_nothing() -> None:
    hold = hold_for(Reason.ABSENCE, dossier(), HOLDS, day=TODAY, stated=date(2026, 10, 28))
    assert isinstance(hold, Spent)


@pytest.mark.parametrize(
    ("story", "dates", "until"),
    [
        ("vendredi : jugé mardi", (date(2026, 11, 6),), date(2026, 11, 10)),
        ("trois échéances : la première juge", (date(2026, 12, 1), date(2026, 11, 9)),
         date(2026, 11, 12)),
        ("le soixantième jour", (date(2027, 1, 1),), date(2027, 1, 5)),
    ],
)  # fmt: skip
def test_a_dated_promise_holds_until_its_date_and_the_banks_days(
    story: str, dates: tuple[date, ...], until: date
) -> None:
    assert promise_for(dates, dossier(), HOLDS, day=TODAY) == Granted(until=until), story


@pytest.mark.parametrize(
    ("story", "before", "invoices", "capped"),
    [
        ("deux promesses sur tout", (promised(), promised()), (), True),
        ("deux sur la même facture", (promised(ONE), promised(ONE)), ONE, True),
        ("deux sur l'autre facture", (promised(OTHER), promised(OTHER)), ONE, False),
        ("une seule", (promised(),), (), False),
        ("avant que ces factures n'existent",
         (promised(day=date(2026, 7, 1)), promised(day=date(2026, 7, 9))), (), False),
    ],
)  # fmt: skip
def test_the_third_promise_for_the_same_invoices_goes_to_a_human(
    story: str,
    before: tuple[PromiseTaken, ...],
    invoices: tuple[InvoiceNumber, ...],
    capped: bool,
) -> None:
    hold = promise_for(
        (date(2026, 11, 6),), dossier(promises=before), HOLDS, day=TODAY, invoices=invoices
    )
    assert isinstance(hold, Exhausted) is capped, story


def test_a_promise_beyond_sixty_days_goes_to_a_human() -> None:
    hold = promise_for((date(2027, 1, 2),), dossier(), HOLDS, day=TODAY)
    assert isinstance(hold, Exhausted)
    assert hold.reason == "promise_too_far"


@pytest.mark.parametrize(
    ("story", "sent_at", "day"),
    [
        ("daté du matin même", datetime(2026, 11, 2, 8, tzinfo=UTC), date(2026, 11, 2)),
        ("horloge en avance", datetime(2026, 12, 24, tzinfo=UTC), date(2026, 11, 2)),
        ("sans date", None, date(2026, 11, 2)),
        ("arrivé trois jours après", datetime(2026, 10, 30, 9, tzinfo=UTC), date(2026, 10, 30)),
        ("minuit passé à Paris", datetime(2026, 10, 30, 23, 30, tzinfo=UTC), date(2026, 10, 31)),
    ],
)
def test_days_count_from_the_date_bounded_by_the_receipt(
    story: str, sent_at: datetime | None, day: date
) -> None:
    assert counted_from(sent_at, datetime(2026, 11, 2, 9, tzinfo=UTC)) == day, story
