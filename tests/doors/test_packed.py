"""Whatever is put, asked for and dropped in whatever order: what comes out is what went in."""

from hypothesis import given
from hypothesis import strategies as st

from relance_mailer.store.packed import PLACE_BYTES, Packed

OPEN_MAX = 12
Page = tuple[str, ...]
NAMES = st.sampled_from("abcdef")
PAGES = st.lists(st.text(max_size=8), min_size=1, max_size=9).map(tuple)
PUT = st.tuples(st.just("put"), NAMES, PAGES)
OTHERS = st.tuples(st.sampled_from(["get", "drop"]), NAMES, st.just(()))
CLEAR = st.just(("clear", "a", ()))


def memory(packed_bytes: int) -> Packed[Page]:
    return Packed(len, open_max=OPEN_MAX, packed_bytes_max=packed_bytes)


@given(st.lists(st.one_of(PUT, PUT, OTHERS, CLEAR), max_size=60))
def test_with_room_nothing_is_lost_and_nothing_else_is_told(
    acts: list[tuple[str, str, Page]],
) -> None:
    kept, known = memory(10**9), dict[str, Page]()
    for act, name, page in acts:
        match act:
            case "put":
                kept.put(name, page)
                known[name] = page
            case "drop":
                kept.drop(name)
                known.pop(name, None)
            case "clear":
                kept.clear()
                known.clear()
            case _:
                assert kept.get(name) == known.get(name)
    assert {name: kept.get(name) for name in "abcdef"} == {
        name: known.get(name) for name in "abcdef"
    }


@given(st.lists(PUT, max_size=60), st.integers(min_value=0, max_value=4 * PLACE_BYTES))
def test_where_room_ends_the_oldest_are_forgotten_and_never_told_wrongly(
    acts: list[tuple[str, str, Page]], room: int
) -> None:
    kept, known = memory(room), dict[str, Page]()
    for _, name, page in acts:
        kept.put(name, page)
        known[name] = page
        assert kept.get(name) == page
        assert kept.packed_bytes <= room
    assert all(kept.get(name) in (None, page) for name, page in known.items())


def test_what_is_looked_at_often_stands_open_and_is_the_same_object() -> None:
    kept, often = memory(10**9), ("lu", "souvent")
    kept.put("a", often)
    for number in range(30):
        kept.put(f"p{number}", ("une", "fois"))
        assert kept.get("a") is often


def test_one_that_weighs_more_than_all_room_stands_alone() -> None:
    kept, heavy = memory(10**9), ("x",) * (OPEN_MAX * 2)
    kept.put("a", ("petit",))
    kept.put("lourd", heavy)
    assert kept.get("lourd") is heavy
    assert kept.get("a") == ("petit",)
    assert kept.get("lourd") == heavy
