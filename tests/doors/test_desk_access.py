"""The desk's door: nobody without a session sees anything, nothing comes from elsewhere (P10)."""

from collections.abc import AsyncIterator

import pytest

from doors.conftest import opened
from doors.desk_browser import PASSWORD, URL, Browser, browsing
from relance_mailer.flows.colleagues import change_colleague
from relance_mailer.ports import DeskRole, Permanent
from relance_mailer.web.passwords import hashed, is_right


@pytest.fixture
async def browser(sqlite_url: str) -> AsyncIterator[Browser]:
    """A desk on a database of its own."""
    async with opened(sqlite_url) as database, browsing(database) as made:
        yield made


async def test_the_first_start_has_no_account_and_says_how_to_make_one(browser: Browser) -> None:
    """There is no default password: whatever is typed is refused."""
    shown = await browser.client.get("/entrer")
    assert "user add" in shown.text
    for name in ("admin", "root", ""):
        assert (await browser.signs_in(name, name)).status_code == 401


@pytest.mark.parametrize("path", ["/", "/file/legal", "/dossier/a/b", "/message/00", "/recherche"])
async def test_without_a_session_every_page_leads_to_the_door(browser: Browser, path: str) -> None:
    answer = await browser.client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/entrer")
    assert answer.text == ""


async def test_who_signs_in_sees_the_page_and_who_signs_out_does_not(browser: Browser) -> None:
    await browser.has("Anne Roux")
    assert (await browser.signs_in("anne roux")).status_code == 401  # names are exact
    entered = await browser.signs_in("Anne Roux")
    assert (entered.status_code, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    page = await browser.client.get("/")
    assert page.status_code == 200
    assert "Anne Roux" in page.text
    assert (await browser.posts("/sortir")).status_code == 303
    assert (await browser.client.get("/")).status_code == 303
    told = [line.what for line in await browser.people.lines(limit=9)]
    assert told == ["signed_out", "signed_in", "refused", "added"]


async def test_failures_cost_time_for_the_name_and_for_the_place(browser: Browser) -> None:
    """Five are free; then even the right password waits, and after a while it is enough."""
    await browser.has("Anne")
    await browser.has("Yann")
    for _ in range(5):
        assert (await browser.signs_in("Anne", "faux, tout à fait")).status_code == 401
    late = await browser.signs_in("Anne")
    assert late.status_code == 429
    assert "recommencez dans" in late.text
    assert (await browser.signs_in("Yann")).status_code == 429  # the same place
    browser.time.passes(seconds=31)
    assert (await browser.signs_in("Anne")).status_code == 303


async def test_a_session_ends_by_time(browser: Browser) -> None:
    await browser.has("Anne")
    await browser.signs_in("Anne")
    browser.time.passes(hours=11.9)
    assert (await browser.client.get("/")).status_code == 200
    browser.time.passes(hours=0.2)
    assert (await browser.client.get("/")).status_code == 303


@pytest.mark.parametrize(
    "change",
    [{"disabled": True}, {"role": DeskRole.READER}, {"password": "x"}],
    ids=["fermé", "autre rôle", "autre mot de passe"],
)
async def test_a_changed_account_is_out_at_once(
    browser: Browser, change: dict[str, object]
) -> None:
    await browser.has("Anne")
    await browser.signs_in("Anne")
    assert (await browser.client.get("/")).status_code == 200
    await change_colleague(
        browser.people,
        "Anne",
        at=browser.time(),
        where="test",
        **change,  # type: ignore[arg-type]
    )
    assert (await browser.client.get("/")).status_code == 303


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://ailleurs.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 403),
        ({"Origin": URL}, 401),
        ({"Sec-Fetch-Site": "same-origin"}, 401),
    ],
    ids=["autre site", "site voisin", "autre origine", "sans origine", "rien", "nous", "nous 2"],
)
async def test_only_our_own_pages_may_change_something(
    browser: Browser, headers: dict[str, str], code: int
) -> None:
    form = {"name": "Anne", "password": PASSWORD}
    answer = await browser.client.post("/entrer", data=form, headers=headers)
    assert answer.status_code == code


async def test_a_foreign_host_name_and_a_huge_form_are_refused(browser: Browser) -> None:
    answer = await browser.client.get("/entrer", headers={"Host": "ailleurs.example"})
    assert answer.status_code == 400
    huge = await browser.posts("/entrer", name="a" * 2_100_000)
    assert huge.status_code == 413


@pytest.mark.parametrize("path", ["/entrer", "/", "/static/style.css", "/nulle/part", "/sante"])
async def test_every_answer_carries_the_policy(browser: Browser, path: str) -> None:
    headers = (await browser.client.get(path)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    if not path.startswith("/static"):
        assert headers["cache-control"] == "no-store"


async def test_a_forged_cookie_opens_nothing(browser: Browser) -> None:
    await browser.has("Anne")
    browser.client.cookies.set("relance", "eyJuYW1lIjoiQW5uZSIsImVwb2NoIjoxfQ==.aaaa.bbbb")
    assert (await browser.client.get("/")).status_code == 303


async def test_behind_https_the_cookie_is_secure(sqlite_url: str) -> None:
    async with (
        opened(sqlite_url) as database,
        browsing(database, public_url="https://relance.exemple.fr") as browser,
    ):
        await browser.has("Anne")
        entered = await browser.signs_in("Anne")
        assert "secure" in entered.headers["set-cookie"].lower()
        assert "max-age" in entered.headers["strict-transport-security"]


async def test_passwords_are_long_and_their_hash_tells_nothing() -> None:
    for poor in ("court", "aaaaaaaaaaaaaaaa", "x" * 300):
        with pytest.raises(Permanent):
            await hashed(poor)
    kept = await hashed(PASSWORD)
    assert PASSWORD not in kept
    assert kept.startswith("$argon2id$")
    assert await is_right(PASSWORD, kept)
    assert not await is_right(PASSWORD + "x", kept)
    assert not await is_right(PASSWORD, None)
    assert not await is_right(PASSWORD, "pas une empreinte")
