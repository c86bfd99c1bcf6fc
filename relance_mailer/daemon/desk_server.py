"""The desk served in the daemon's own loop, until the daemon stops."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
import uvicorn

from relance_mailer.ports import Permanent
from relance_mailer.web.app import build_app
from relance_mailer.web.desk import Desk

log = structlog.get_logger()

PATIENCE_SECONDS = 5
"""How long an answer that is being written may hold up the stop."""


class _Server(uvicorn.Server):
    """Leaves the signals to the daemon."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Takes none."""
        yield


async def serve_desk(
    desk: Desk, stop: asyncio.Event, *, host: str, port: int, proxies: tuple[str, ...] = ()
) -> None:
    """Serve until the stop; a port that is taken raises `Permanent`."""
    config = uvicorn.Config(
        build_app(desk),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        timeout_graceful_shutdown=PATIENCE_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(_served(server, host, port))
    log.info("bureau ouvert", url=desk.public_url)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stopping.cancel()
        server.should_exit = True
        await serving
    log.info("bureau fermé")


async def _served(server: _Server, host: str, port: int) -> None:
    try:
        await server.serve()
    except SystemExit as error:  # how uvicorn says that it could not listen
        raise Permanent(
            f"[desk] listen : {host}:{port} est pris ou n'est pas une adresse de cette machine"
        ) from error
