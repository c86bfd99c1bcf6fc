"""Names, numbers, subjects, mails and pieces that would harm whoever looks: nothing of them acts.

Everything is let out that a page asks for here, so that what would have loaded is seen and named.
"""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, StorageState

from desk.attacks import ALL, FILE_NAMES, PIECE, RUNS
from desk.chromium import Watched, window
from desk.desk_house import STRANGER, Desk, attackers, dossier_path, silent

LISTS = ("/", "/file/review", "/file/legal", "/calendrier", "/tableau", "/recherche?q=alert")
ENOUGH_BITE = len(RUNS) // 3
"""How many of them must run where nobody guards: Chromium knows no more of some, or waits for a
mouse, and the last ones are for templates and links."""


def test_the_trap_bites(browser: Browser, desk: Desk) -> None:
    """On a page that trusts its text the same attacks run and load: the trap is no dummy."""
    bitten, asked = 0, 0
    with window(browser, desk.url) as watched:
        for attack in ALL:
            watched.faults.clear()
            watched.page.set_content(f"<title>x</title><p>{attack}</p>", wait_until="commit")
            watched.page.wait_for_function("document.readyState !== 'loading'")
            bitten += bool(watched.ran())
            asked += any("mechant" in fault for fault in watched.faults)
    assert bitten >= ENOUGH_BITE
    assert asked >= 5


def test_lists_show_names_as_text(inside: Watched) -> None:
    for path in LISTS:
        inside.opens(path)
        assert_quiet(inside)


def _unturned(words: str) -> str:
    """What the ledger's reader keeps: no sign that turns what follows it round (UAX #9)."""
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "", words)


def test_dossiers_show_every_word_of_an_attacker_as_text(inside: Watched) -> None:
    for debtor in attackers():
        inside.opens(dossier_path(debtor))
        assert inside.page.locator("h1").text_content() == _unturned(debtor.name)
        contact = inside.page.locator(".plain").first.text_content() or ""
        assert _unturned(debtor.contact) in contact
        assert _unturned(debtor.invoice) in (inside.page.locator("table").text_content() or "")
        assert_quiet(inside)


def test_messages_show_what_was_written_as_text(inside: Watched, desk: Desk) -> None:
    for debtor in attackers():
        inside.opens(desk.message_of(debtor))
        inside.page.locator("article summary").click()
        whole = inside.page.locator("details .words").text_content() or ""
        assert "Nous contestons la facture." in whole
        assert_quiet(inside)


def test_letters_to_such_names_are_shown_as_text(inside: Watched, desk: Desk) -> None:
    shown = 0
    for debtor in silent():
        if desk.letters_of(debtor):
            inside.opens(desk.letter_of(debtor))
            assert_quiet(inside)
            shown += 1
    assert shown >= 3


def test_a_search_for_an_attack_finds_text(inside: Watched) -> None:
    for attack in ALL[::5]:
        inside.opens(f"/recherche?q={quote(attack, safe='')}")
        assert_quiet(inside)


def test_a_wrong_name_at_the_door_is_text(browser: Browser, desk: Desk) -> None:
    with window(browser, desk.url) as watched:
        watched.opens("/entrer")
        watched.page.get_by_label("Votre nom").fill(ALL[3])
        watched.page.get_by_label("Mot de passe").fill("une mauvaise phrase")
        watched.page.get_by_role("button", name="Entrer").click()
        watched.page.get_by_role("alert").wait_for()
        assert watched.page.get_by_label("Votre nom").input_value() == ALL[3]
        watched.faults = [fault for fault in watched.faults if "401" not in fault]
        assert_quiet(watched)


def test_pieces_are_saved_and_never_shown(inside: Watched, desk: Desk) -> None:
    """Whatever they are called: their bytes as they came, under a name that leads nowhere."""
    path = desk.message_of(attackers()[0])
    for number in range(len(FILE_NAMES)):
        inside.opens(path)
        with inside.page.expect_download() as saving:
            inside.page.locator("a[href*='/piece/']").nth(number).click()
        name = saving.value.suggested_filename
        assert name
        assert not set(name) & set('/\\<>:"|?*\u202e\u0000'), name
        assert not name.startswith("."), name
        assert saving.value.path().read_bytes() == PIECE
        assert_quiet(inside)


@pytest.mark.parametrize("what", ["brut", "piece/4", "piece/5"])
def test_a_download_is_bytes_in_a_sandbox(inside: Watched, desk: Desk, what: str) -> None:
    got = inside.context.request.get(f"{desk.url}{desk.message_of(attackers()[0])}/{what}")
    assert got.ok
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment;")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]


def test_a_page_of_somebody_else_posts_nothing(
    browser: Browser, desk: Desk, managers_cookie: StorageState
) -> None:
    """Who is signed in stays so, whatever a foreign page sends in his name."""
    with window(browser, desk.url, signed_in=managers_cookie) as watched:
        form = f"<form id=f method=post action='{desk.url}/sortir'></form>"
        watched.page.goto("about:blank")
        watched.page.set_content(f"{form}<script>f.submit()</script>")
        watched.page.wait_for_url(f"{desk.url}/sortir")
        assert "refusée" in watched.page.locator("body").inner_text()
        watched.opens("/")
        assert watched.page.url == f"{desk.url}/"


def test_no_page_shows_the_policy_loosened(inside: Watched, desk: Desk) -> None:
    paths = (*LISTS, desk.message_of(STRANGER), "/static/style.css", "/nulle-part")
    for path in paths:
        policy = inside.context.request.get(desk.url + path).headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy


def assert_quiet(watched: Watched) -> None:
    """Nothing ran, nothing was asked of anybody else, the page is still ours."""
    assert watched.ran() == []
    assert watched.faults == []
    assert watched.page.url.startswith(watched.url + "/")
    strangers = "[onerror],[onload],iframe,object,embed,base,style,video,audio,meta[http-equiv]"
    assert watched.page.locator(strangers).count() == 0
