"""One desk for all that is looked at here, a browser a module, a window a test."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, StorageState

from desk.chromium import Watched, chromium, window
from desk.desk_house import MANAGER, PEOPLE, WORKED, Desk, attackers, enters, open_desk, silent
from servers.dovecot import Dovecot
from servers.sink import running_sink


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Its loop runs as long as it does: no asynchronous test beside it."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def desk(dovecot: Dovecot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk to look at; who decides something does it on one of `WORKED`."""
    folder = tmp_path_factory.mktemp("bureau") / "relance"
    with (
        running_sink() as sink,
        open_desk(folder, dovecot, sink, (*PEOPLE, *WORKED, *attackers(), *silent())) as opened,
    ):
        yield opened


@pytest.fixture(scope="module")
def managers_cookie(browser: Browser, desk: Desk) -> StorageState:
    """What the browser keeps of somebody who signed in."""
    with window(browser, desk.url) as watched:
        watched.opens("/entrer")
        enters(watched, MANAGER)
        return watched.context.storage_state()


@pytest.fixture
def inside(browser: Browser, desk: Desk, managers_cookie: StorageState) -> Iterator[Watched]:
    """A window of somebody who signed in, watched to the end."""
    with window(browser, desk.url, signed_in=managers_cookie) as watched:
        yield watched
        assert watched.faults == []
