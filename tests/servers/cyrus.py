"""A throw-away Cyrus IMAP, unpacked beside the system: Debian's conflicts with its Dovecot."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, own_all, unprivileged, work_folder
from servers.require import require

BESIDE = Path("/usr/local/lib/relance-servers/cyrus")
BINARIES = BESIDE / "usr/lib/cyrus/bin"
PACKAGE = "cyrus-imapd cyrus-common"
RUN_AS = "nobody"  # Cyrus refuses root
PASSWORD = "any"  # it is asked for and not looked at

FOLDERS = "db socket proc log msg ptclient quota sieve user lock".split()
IMAPD = """\
configdirectory: {folder}/conf
defaultpartition: default
partition-default: {folder}/spool
cyrus_user: {user}
admins: admin
altnamespace: yes
unixhierarchysep: yes
virtdomains: off
allowplaintext: yes
sasl_pwcheck_method: alwaystrue
sasl_auto_transition: no
sasl_mech_list: PLAIN
autocreate_quota: 0
autocreate_post: yes
idlesocket: {folder}/run/idle
lmtpsocket: {folder}/run/lmtp
notifysocket: {folder}/run/notify
tls_server_cert: disabled
tls_server_key: disabled
syslog_prefix: cyrustest
proc_path: {folder}/run/proc
mboxname_lockpath: {folder}/run/lock
duplicate_db_path: {folder}/run/deliver.db
statuscache_db_path: {folder}/run/statuscache.db
tls_sessions_db_path: {folder}/run/tls.db
"""
CYRUS = """\
START {{
  recover cmd="{bin}/ctl_cyrusdb -C {folder}/imapd.conf -r"
  idled cmd="{bin}/idled -C {folder}/imapd.conf"
}}
SERVICES {{
  imap cmd="{bin}/imapd -C {folder}/imapd.conf -U 30" listen="127.0.0.1:{port}" proto="tcp4"
}}
EVENTS {{
  checkpoint cmd="{bin}/ctl_cyrusdb -C {folder}/imapd.conf -c" period=30
}}
"""


class Cyrus:
    """A running Cyrus; any user may sign in, and gets an INBOX."""

    def __init__(self, folder: Path) -> None:
        master = require("master", PACKAGE, beside=str(BINARIES))
        self.host = LOOPBACK
        self.port = free_port()
        self._users = 0
        for name in FOLDERS:
            (folder / "conf" / name).mkdir(parents=True)
        for name in ("spool", "run"):
            (folder / name).mkdir()
        user = RUN_AS if os.geteuid() == 0 else os.environ.get("USER", RUN_AS)
        told = {"folder": folder, "user": user, "bin": BINARIES, "port": self.port}
        (folder / "imapd.conf").write_text(IMAPD.format(**told))
        (folder / "cyrus.conf").write_text(CYRUS.format(**told))
        own_all(folder, RUN_AS)
        libraries = ":".join(str(one) for one in BESIDE.glob("**/lib/*-linux-gnu"))
        files = ["-C", f"{folder}/imapd.conf", "-M", f"{folder}/cyrus.conf"]
        before = ["env", f"LD_LIBRARY_PATH={libraries}", *unprivileged(RUN_AS)]
        self._running = Running(
            [*before, master, *files, "-p", f"{folder}/pid", "-D"],
            ports=[self.port],
            log=folder / "console.log",
            is_up=greets,
        )

    def fresh_user(self) -> str:
        """A user whom nobody else in this run has."""
        self._users += 1
        return f"relance{self._users}"

    def stop(self) -> None:
        """End it."""
        self._running.stop()


@contextmanager
def running_cyrus() -> Iterator[Cyrus]:
    """A Cyrus for as long as the block lasts."""
    with work_folder("cyrus") as folder:
        server = Cyrus(folder)
        try:
            yield server
        finally:
            server.stop()
