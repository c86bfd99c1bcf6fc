"""Every page of the desk in a real browser: mouse and keyboard, narrow and wide, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from desk.chromium import Watched, window
from desk.desk_house import MANAGER, PEOPLE, SECRET, STRANGER, Desk, dossier_path, enters

WIDTHS = (360, 768, 1440)
DISPUTER, INSULTER, _, SILENT, LONG, ODD = PEOPLE


@pytest.fixture
def door(browser: Browser, desk: Desk) -> Iterator[Watched]:
    """A window in front of the door."""
    with window(browser, desk.url) as watched:
        watched.opens("/entrer")
        yield watched
        assert watched.faults == []


def test_a_day_by_mouse(door: Watched) -> None:
    page = door.page
    enters(door, MANAGER)
    page.get_by_role("link", name="à examiner", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("à examiner")
    page.get_by_role("link", name=DISPUTER.name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(DISPUTER.name)
    page.get_by_role("link", name="lire").click()
    expect(page.locator("mark").first).to_have_text("nous contestons")
    page.get_by_role("searchbox").fill(SILENT.name)
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(SILENT.name)
    page.get_by_role("link", name="lire").first.click()
    expect(page.locator(".words")).to_contain_text(SILENT.contact)
    page.get_by_role("button", name="Sortir").click()
    expect(page.get_by_label("Mot de passe")).to_be_visible()
    page.goto(door.url + dossier_path(SILENT))
    expect(page).to_have_url(door.url + "/entrer")


def test_a_day_by_keyboard_alone(door: Watched) -> None:
    """Sign in, go down the rows, open one, read what its debtor wrote, search, go home."""
    page, keys = door.page, door.page.keyboard
    keys.type(MANAGER)
    keys.press("Tab")
    keys.type(SECRET)
    keys.press("Enter")
    reads(door, "Aujourd’hui")
    keys.press("Tab")
    assert door.focused() == "Aller au contenu"
    expect(page.get_by_role("link", name="Aller au contenu")).to_be_in_viewport()
    keys.press("j")
    keys.press("j")
    expect(page.locator("a.row").nth(1)).to_be_focused()
    keys.press("k")
    assert INSULTER.name in door.focused()
    keys.press("Enter")
    reads(door, INSULTER.name)
    tab_to(door, "lire")
    keys.press("Enter")
    reads(door, "Votre relance")
    expect(page.locator("mark").first).to_contain_text("escrocs")
    keys.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    keys.type(f"F-{DISPUTER.dossier}")
    keys.press("Enter")
    reads(door, DISPUTER.name)
    keys.press("g")
    expect(page).to_have_url(door.url + "/")


def reads(watched: Watched, title: str) -> None:
    """Wait for a page to be there whole, keys and all."""
    expect(watched.page.get_by_role("heading", level=1)).to_contain_text(title)
    watched.page.wait_for_load_state()


def tab_to(watched: Watched, words: str) -> None:
    """Press Tab until these words have the focus, which must be seen."""
    for _ in range(40):
        watched.page.keyboard.press("Tab")
        if watched.focused() == words:
            outline = "getComputedStyle(document.activeElement).outlineStyle"
            assert watched.page.evaluate(outline) == "solid"
            return
    raise AssertionError(f"no way to « {words} » by Tab")


def test_a_number_of_the_ledger_may_hold_any_sign(inside: Watched) -> None:
    inside.opens("/file/review")
    inside.page.get_by_role("link", name=ODD.name).click()
    expect(inside.page.get_by_role("heading", level=1)).to_have_text(ODD.name)
    inside.page.get_by_role("link", name="lire").click()
    inside.page.get_by_role("link", name=ODD.dossier).click()
    expect(inside.page.get_by_role("heading", level=1)).to_have_text(ODD.name)


def test_no_page_moves_sideways_nor_shuts_anybody_out(inside: Watched, desk: Desk) -> None:
    """At each width, in both schemes (axe-core: contrast, names, roles, landmarks, order)."""
    faults = []
    for path in pages(desk):
        inside.opens(path)
        faults += looked_at(inside, path)
    inside.page.get_by_role("button", name="Sortir").click()
    inside.page.wait_for_url("**/entrer*")  # loaded: between two pages there is nothing to measure
    faults += looked_at(inside, "/entrer")
    assert faults == []


def pages(desk: Desk) -> tuple[str, ...]:
    """Each kind of page once, with the longest name and the fullest lists."""
    letter = desk.letter_of(SILENT)
    return (
        *("/", "/file/review", "/file/unlinked", "/file/tasks", "/calendrier", "/tableau"),
        *("/recherche?q=alert", "/recherche?q=personne", dossier_path(LONG)),
        *(dossier_path(INSULTER), desk.message_of(DISPUTER), desk.message_of(STRANGER), letter),
    )


def looked_at(watched: Watched, path: str) -> list[str]:
    """What is wrong with the page that is open."""
    found = []
    for width, scheme in zip(WIDTHS, ("light", "dark", "light"), strict=True):
        watched.page.set_viewport_size({"width": width, "height": 900})
        watched.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        if watched.sideways() > 0:
            found.append(f"{path} at {width}: {watched.sideways()} px too wide")
        if width < WIDTHS[-1]:
            found += [f"{path} {width} {scheme}: {fault}" for fault in watched.grave_faults()]
    return found
