"""An order to die: exactly one daemon carries it out, and none that was taken back."""

from pathlib import Path

from chaos.orders import Obedience, Orders


def test_the_first_that_comes_to_the_point_dies_and_the_other_lives(tmp_path: Path) -> None:
    orders = Orders(tmp_path / "orders.json")
    one, other = Obedience(orders.file), Obedience(orders.file)
    orders.give("after outbox.claim", nth=1)
    assert not one.dies(["outbox.claim"], "before")
    assert not one.dies(["outbox.filed", "inbox.keep"], "after")
    assert other.dies(["inbox.keep", "outbox.claim"], "after")
    assert not one.dies(["outbox.claim"], "after")
    assert not orders.taken_back()


def test_an_order_that_was_taken_back_kills_nobody(tmp_path: Path) -> None:
    orders = Orders(tmp_path / "orders.json")
    one = Obedience(orders.file)
    assert not one.dies(["outbox.claim"], "before")
    orders.give("before outbox.claim", nth=1)
    assert orders.taken_back()
    assert not one.dies(["outbox.claim"], "before")


def test_each_daemon_counts_its_passages_anew_with_each_order(tmp_path: Path) -> None:
    orders = Orders(tmp_path / "orders.json")
    one = Obedience(orders.file)
    orders.give("before outbox.claim", nth=2)
    assert not one.dies(["outbox.claim"], "before")
    assert orders.taken_back()
    orders.give("before outbox.claim", nth=2)
    assert not one.dies(["outbox.claim"], "before")
    assert one.dies(["outbox.claim"], "before")
