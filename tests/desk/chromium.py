"""Debian's Chromium, watched: what it asks of whom, what it complains of, what ran."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Request,
    Route,
    StorageState,
    sync_playwright,
)

from servers.require import require

FLAGS = ("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")
"""Chromium's own sandbox can't be had by root; what it opens here is ours, on loopback."""

TRIPWIRE = """
window.__ran = window.__ran || [];
for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = (...words) => { window.__ran.push(name + ' ' + words.join(' ')); };
"""
GRAVE = ("serious", "critical")
_AXE = Axe()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for as long as the block lasts."""
    binary = require("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=[*FLAGS])
        try:
            yield browser
        finally:
            browser.close()


@dataclass(kw_only=True, slots=True)
class Watched:
    """A window of the desk, and all that was wrong in it so far."""

    context: BrowserContext
    page: Page
    url: str
    faults: list[str] = field(default_factory=list)

    def opens(self, path: str) -> None:
        """Go there and wait until it is loaded."""
        answer = self.page.goto(self.url + path, wait_until="load")
        assert answer is not None
        assert answer.ok, (path, answer.status)

    def ran(self) -> list[str]:
        """What a stranger's words did on this page."""
        found: list[str] = self.page.evaluate("window.__ran")
        return found

    def sideways(self) -> int:
        """By how many pixels the page is wider than its window."""
        wider: int = self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        )
        return wider

    def grave_faults(self) -> list[str]:
        """What axe-core holds to be serious or critical here, with the place."""
        found = _AXE.run(self.page).response["violations"]
        return [
            f"{fault['id']} {node['target']} {node['failureSummary']}"
            for fault in found
            if fault["impact"] in GRAVE
            for node in fault["nodes"]
        ]

    def focused(self) -> str:
        """The words of what has the focus."""
        said: str = self.page.evaluate(
            "(document.activeElement.innerText || document.activeElement.id || '').trim()"
        )
        return said


@contextmanager
def window(
    browser: Browser, url: str, *, signed_in: StorageState | None = None
) -> Iterator[Watched]:
    """A fresh window; a request to anywhere else is kept back and told."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        locale="fr-FR",
        storage_state=signed_in,
        reduced_motion="reduce",
    )
    context.add_init_script(TRIPWIRE)
    watched = Watched(context=context, page=context.new_page(), url=url)

    def passes(route: Route) -> None:
        if route.request.url.startswith(url + "/"):
            route.continue_()
            return
        watched.faults.append(f"request to {route.request.url}")
        route.abort()

    def failed(request: Request) -> None:
        # A download ends the navigation that began it.
        if request.failure != "net::ERR_ABORTED":
            watched.faults.append(f"failed {request.url} {request.failure}")

    context.route("**/*", passes)
    context.on("requestfailed", failed)
    context.on("console", lambda said: _heard(watched, said.type, said.text))
    context.on("weberror", lambda error: watched.faults.append(f"error {error.error}"))
    context.on("dialog", lambda dialog: watched.faults.append(f"dialog {dialog.message}"))
    context.on("response", lambda got: _answered(watched, got.status, got.url))
    context.on("page", lambda page: watched.faults.append(f"window {page.url}"))
    context.set_default_timeout(10_000)
    try:
        yield watched
    finally:
        context.close()


def _heard(watched: Watched, kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        watched.faults.append(f"console {kind}: {text}")


def _answered(watched: Watched, status: int, url: str) -> None:
    if status >= 400:
        watched.faults.append(f"{status} {url}")
