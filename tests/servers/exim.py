"""A throw-away Exim: routes some domains to servers that refuse, and all else home by LMTP."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, own_all, work_folder
from servers.require import require, require_root

RUN_AS = "Debian-exim"
BESIDE = "/usr/local/lib/relance-servers/usr/sbin"

MAIN = """\
exim_path = {binary}
spool_directory = {folder}/spool
log_file_path = {folder}/log/%slog
pid_file_path = {folder}/exim.pid
primary_hostname = exim.relance.test
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port}
tls_advertise_hosts =
chunking_advertise_hosts =
acl_smtp_rcpt = take_recipient
acl_smtp_data = take_letter
queue_only = {keeps}
delay_warning = 1s
ignore_bounce_errors_after = 0s
host_lookup =
rfc1413_hosts =
trusted_users = root
keep_environment =
begin acl
take_recipient:
{of_recipients}  accept hosts = 127.0.0.1
take_letter:
{of_letters}  accept hosts = 127.0.0.1
begin routers
refusing:
  driver = manualroute
  domains = {domains}
  transport = ${{extract{{$domain}}{{{transports}}}{{$value}}fail}}
  route_list = * 127.0.0.1 byname
  self = send
nowhere:
  driver = manualroute
  domains = {nowhere}
  transport = home
  route_list = * nowhere.invalid byname
  host_find_failed = fail
nobody:
  driver = redirect
  domains = {nobody}
  allow_fail
  data = :fail: Unknown user
home:
  driver = manualroute
  transport = home
  route_list = * 127.0.0.1 byname
  self = send
begin transports
home:
  driver = smtp
  protocol = lmtp
  port = {lmtp_port}
  allow_localhost
"""
TRANSPORT = """\
to{port}:
  driver = smtp
  port = {port}
  allow_localhost
  hosts_try_prdr =
"""
RETRY = "begin retry\n* * F,6s,1s\n"
NOWHERE = "nowhere.test"  # its host cannot be found
NOBODY = "nobody.test"  # Exim itself knows nobody there


class Exim:
    """A running Exim; `port` takes anything from loopback, `routes` are domain to refusing port.

    What it says of recipients or of letters instead is a line of an ACL, « deny message = … »;
    one that keeps its letters leaves them in its spool.
    """

    def __init__(
        self,
        folder: Path,
        *,
        routes: Mapping[str, int],
        lmtp_port: int,
        of_recipients: str = "",
        of_letters: str = "",
        keeps: bool = False,
    ) -> None:
        binary = require("exim4", "exim4-daemon-light", beside=BESIDE)
        require_root("exim4")
        self.host = LOOPBACK
        self.port = free_port()
        self._folder = folder
        for name in ("spool", "log"):
            (folder / name).mkdir()
            own_all(folder / name, RUN_AS)
        text = MAIN.format(
            binary=binary,
            folder=folder,
            port=self.port,
            lmtp_port=lmtp_port,
            domains=" : ".join(routes),
            transports=" ".join(f"{domain}=to{port}" for domain, port in routes.items()),
            nowhere=NOWHERE,
            nobody=NOBODY,
            of_recipients=f"  {of_recipients}\n" if of_recipients else "",
            of_letters=f"  {of_letters}\n" if of_letters else "",
            keeps=str(keeps).lower(),
        )
        configuration = folder / "exim.conf"
        transports = "".join(TRANSPORT.format(port=port) for port in sorted(set(routes.values())))
        configuration.write_text(text + transports + RETRY)
        configuration.chmod(0o644)
        under = ("setpriv", "--pdeathsig", "TERM")
        # A runner of the queue would take up, rewrite and return what is to be kept.
        self._running = Running(
            [*under, binary, "-C", str(configuration), "-bdf", *(() if keeps else ("-q2s",))],
            ports=[self.port],
            log=folder / "console.log",
            is_up=greets,
        )

    def kept(self) -> list[bytes]:
        """The letters in its spool, heads as Exim writes them before their bodies."""
        bodies = sorted((self._folder / "spool" / "input").rglob("*-D"))
        return [
            body.with_name(body.name[:-1] + "H").read_bytes() + body.read_bytes() for body in bodies
        ]

    def log(self) -> str:
        """The end of its log."""
        path = self._folder / "log" / "mainlog"
        return path.read_text(errors="replace")[-8_000:] if path.exists() else ""

    def stop(self) -> None:
        """End it."""
        self._running.stop()


@contextmanager
def running_exim(*, routes: Mapping[str, int], lmtp_port: int, **says: Any) -> Iterator[Exim]:
    """An Exim in a temporary folder, for as long as the block lasts."""
    with work_folder("exim") as folder:
        exim = Exim(folder, routes=routes, lmtp_port=lmtp_port, **says)
        try:
            yield exim
        finally:
            exim.stop()
