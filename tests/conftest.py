"""Real counterparts for every test that asks for one: started once a worker, stopped at the end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
import structlog
from hypothesis import settings

from servers.courier import Courier, running_courier
from servers.cyrus import Cyrus, running_cyrus
from servers.dovecot import Dovecot, running_dovecot
from servers.postfix import Postfix, running_postfix
from servers.postgres import Postgres, running_postgres
from servers.pymap_server import Pymap, running_pymap
from servers.sink import Sink, running_sink

# No test is about time (benchmarks/ is): on a busy machine an example takes as long as it takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def log_of_its_own() -> Iterator[None]:
    """How a test set the log up is no matter of the next one's."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL cluster."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """The URL of a fresh database, for Tortoise."""
    with postgres.database() as url:
        yield url


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A Dovecot that is never restarted nor frozen: take a `fresh_user` and leave it running."""
    with running_dovecot() as server:
        yield server


@pytest.fixture
def dovecot_to_break() -> Iterator[Dovecot]:
    """A Dovecot of this test alone, to restart, freeze or stop."""
    with running_dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def postfix(dovecot: Dovecot) -> Iterator[Postfix]:
    """A Postfix that delivers to `dovecot`."""
    with running_postfix(dovecot) as server:
        yield server


@pytest.fixture(scope="session")
def pymap_server() -> Iterator[Pymap]:
    """A pymap."""
    with running_pymap() as server:
        yield server


@pytest.fixture(scope="session")
def courier() -> Iterator[Courier]:
    """A Courier with one mailbox: take a folder of your own in it."""
    with running_courier() as server:
        yield server


@pytest.fixture(scope="session")
def cyrus() -> Iterator[Cyrus]:
    """A Cyrus: take a `fresh_user`."""
    with running_cyrus() as server:
        yield server


@pytest.fixture
def smtp_sink() -> Iterator[Callable[..., Sink]]:
    """Start a sink with flags of smtp-sink, as often as the test likes."""
    with ExitStack() as sinks:
        yield lambda *flags: sinks.enter_context(running_sink(*flags))
