"""A throw-away Exim: routes some domains to servers that refuse, and all else home by LMTP."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

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
acl_smtp_rcpt = take
acl_smtp_data = take
delay_warning = 1s
ignore_bounce_errors_after = 0s
host_lookup =
rfc1413_hosts =
trusted_users = root
keep_environment =
begin acl
take:
  accept hosts = 127.0.0.1
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
    """A running Exim; `port` takes anything from loopback, `routes` are domain to refusing port."""

    def __init__(self, folder: Path, *, routes: Mapping[str, int], lmtp_port: int) -> None:
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
        )
        configuration = folder / "exim.conf"
        transports = "".join(TRANSPORT.format(port=port) for port in sorted(set(routes.values())))
        configuration.write_text(text + transports + RETRY)
        configuration.chmod(0o644)
        self._running = Running(
            ["setpriv", "--pdeathsig", "TERM", binary, "-C", str(configuration), "-bdf", "-q2s"],
            ports=[self.port],
            log=folder / "console.log",
            is_up=greets,
        )

    def log(self) -> str:
        """The end of its log."""
        path = self._folder / "log" / "mainlog"
        return path.read_text(errors="replace")[-8_000:] if path.exists() else ""

    def stop(self) -> None:
        """End it."""
        self._running.stop()


@contextmanager
def running_exim(*, routes: Mapping[str, int], lmtp_port: int) -> Iterator[Exim]:
    """An Exim in a temporary folder, for as long as the block lasts."""
    with work_folder("exim") as folder:
        exim = Exim(folder, routes=routes, lmtp_port=lmtp_port)
        try:
            yield exim
        finally:
            exim.stop()
