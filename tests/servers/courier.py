"""A throw-away Courier IMAP whose every connection is signed in already (RFC 9051 §7.1.4, PREAUTH).

Its own door to passwords is a daemon of the whole system: `imapd` is started for each connection
as that daemon would start it. Unpacked beside the system: Debian's conflicts with its Dovecot.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, own_all, unprivileged, work_folder
from servers.require import require

BESIDE = Path("/usr/local/lib/relance-servers/courier")
BINARIES = BESIDE / "usr/bin"
PACKAGE = "courier-imap courier-base courier-authlib gamin socat"
RUN_AS = "nobody"
CAPABILITY = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE QUOTA IDLE"


class Courier:
    """A running Courier with one mailbox; its folders are named INBOX.something."""

    def __init__(self, folder: Path) -> None:
        imapd = require("imapd", PACKAGE, beside=str(BINARIES))
        socat = require("socat", PACKAGE, beside=str(BINARIES))
        make = require("maildirmake.courier", PACKAGE, beside=str(BINARIES))
        self.host = LOOPBACK
        self.port = free_port()
        maildir = folder / "Maildir"
        environment = _environment(folder, self.port)
        subprocess.run(["env", *environment, make, str(maildir)], check=True, timeout=30)
        own_all(folder, RUN_AS)
        listen = f"TCP-LISTEN:{self.port},bind={LOOPBACK},reuseaddr,fork"
        self._running = Running(
            ["env", *environment, *unprivileged(RUN_AS), socat, listen, f"EXEC:{imapd} {maildir}"],
            ports=[self.port],
            log=folder / "console.log",
            is_up=greets,
        )

    def stop(self) -> None:
        """End it."""
        self._running.stop()


def _environment(folder: Path, port: int) -> list[str]:
    """What Courier's own door tells `imapd` about who signed in."""
    libraries = [str(one) for one in BESIDE.glob("**/lib/*-linux-gnu")]
    told = {
        "LD_LIBRARY_PATH": ":".join([*libraries, str(BESIDE / "usr/lib")]),
        "HOME": str(folder),
        # Whom its library asks for news of files; the path that it knows is the system's.
        "GAMIN_DEBUG_SERVER": str(BESIDE / "usr/libexec/gam_server"),
        "AUTHENTICATED": "relance",
        "AUTHADDR": "relance",
        "AUTHFULLNAME": "relance",
        "AUTHACCOUNT": "relance",
        "MAILDIR": str(folder / "Maildir"),
        "OPTIONS": "",
        "TCPREMOTEIP": LOOPBACK,
        "TCPREMOTEPORT": "1",
        "TCPLOCALPORT": str(port),
        "IMAP_CAPABILITY": CAPABILITY,
        "IMAP_USELOCKS": "1",
        "IMAP_ENHANCEDIDLE": "1",
        "IMAP_KEYWORDS": "1",
        "IMAP_TRASHFOLDERNAME": "Trash",
        "IMAP_EMPTYTRASH": "",
        "IMAP_IDLE_TIMEOUT": "60",
        "IMAP_CHECK_ALL_FOLDERS": "0",
        "IMAP_UMASK": "022",
        "IMAP_ULIMITD": "131072",
    }
    return [f"{name}={value}" for name, value in told.items()]


@contextmanager
def running_courier() -> Iterator[Courier]:
    """A Courier for as long as the block lasts."""
    with work_folder("courier") as folder:
        server = Courier(folder)
        try:
            yield server
        finally:
            server.stop()
