"""A throw-away Postfix: takes letters as a provider's submission service does, delivers by LMTP."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from servers.dovecot import Dovecot
from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, work_folder
from servers.require import require, require_root

DAEMONS = "/usr/lib/postfix/sbin"

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = {commands}
daemon_directory = {daemons}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.relance.test
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
mynetworks = 127.0.0.0/8
default_transport = lmtp:inet:127.0.0.1:{lmtp_port}
relay_transport = lmtp:inet:127.0.0.1:{lmtp_port}
transport_maps = texthash:{folder}/etc/transport
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:{sasl_port}
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = check_recipient_access texthash:{folder}/etc/recipients
header_checks = regexp:{folder}/etc/headers
smtpd_client_connection_count_limit = 0
smtp_host_lookup = native
disable_dns_lookups = yes
delay_warning_time = 1s
queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 4s
maximal_queue_lifetime = 6s
bounce_queue_lifetime = 6s
notify_classes =
smtputf8_enable = yes
message_size_limit = 52428800
mailbox_size_limit = 0
in_flow_delay = 0
"""

# What it says of recipients: access(5). What is on hold stays in the queue, as it would leave.
KEEPING = "garde.test"
UNKNOWN, BUSY = "inconnu@refus.test", "occupe@refus.test"
GONE = "parti"  # of any domain
RECIPIENTS = f"""\
{KEEPING} HOLD
{UNKNOWN} 550 5.1.1 adresse inconnue
{GONE}@ 550 5.1.1 adresse inconnue
{BUSY} 450 4.2.1 boite occupee
"""

# What it says of a letter after its final dot, by its head: header_checks(5).
BAD_CONTENT, FULL_DISK = "contenu@refus.test", "disque@refus.test"
FILTERED = "filtre"  # of any domain
HEADERS = f"""\
/^To: {BAD_CONTENT}/ REJECT 5.6.0 contenu refuse
/^To:.*[ <]{FILTERED}@/ REJECT 5.6.0 contenu refuse
/^To: {FULL_DISK}/ REJECT 4.3.1 disque plein
"""

SUBMISSION = """\
127.0.0.1:{port} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o mynetworks=
  -o smtpd_relay_restrictions=permit_sasl_authenticated,reject
"""

# After the final dot it waits, then takes the letter: whoever left meanwhile doesn't know.
SLOW = "  -o {{ smtpd_end_of_data_restrictions = sleep {seconds} }}\n"

SERVICES = """\
127.0.0.1:{plain_port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 2 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """A running Postfix in front of a Dovecot.

    `submission_port` asks for STARTTLS and a user of that Dovecot; `slow_port` does too and takes
    `slow_seconds` to answer the final dot; `plain_port` takes anything from loopback. All mail goes
    to Dovecot by LMTP, but for the domains of `transports` (domain to Postfix transport) and for
    what it refuses or keeps (`UNKNOWN`, `BUSY`, `BAD_CONTENT`, `FULL_DISK`, all of `KEEPING`,
    whoever is named `GONE` or `FILTERED`, the second after the final dot).
    """

    def __init__(
        self,
        folder: Path,
        dovecot: Dovecot,
        *,
        slow_seconds: int = 1,
        transports: Mapping[str, str] | None = None,
    ) -> None:
        binary = require("postfix", "postfix")
        require_root("postfix")
        self._folder = folder
        self.host = LOOPBACK
        self.certificates = dovecot.certificates
        self.plain_port, self.submission_port, self.slow_port = (
            free_port(),
            free_port(),
            free_port(),
        )
        for name in ("etc", "queue", "data"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")
        self._commands = Path(binary).parent
        self._configure(dovecot, slow_seconds, transports or {})
        self._running = Running(
            ["setpriv", "--pdeathsig", "TERM", binary, "-c", str(folder / "etc"), "start-fg"],
            ports=[self.plain_port, self.submission_port, self.slow_port],
            log=folder / "console.log",
            is_up=greets,
        )

    def _configure(
        self, dovecot: Dovecot, slow_seconds: int, transports: Mapping[str, str]
    ) -> None:
        etc = self._folder / "etc"
        main = MAIN.format(
            folder=self._folder,
            commands=self._commands,
            daemons=DAEMONS,
            lmtp_port=dovecot.lmtp_port,
            sasl_port=dovecot.sasl_port,
            certificate=dovecot.certificates.certificate,
            key=dovecot.certificates.key,
        )
        submission = SUBMISSION.format(port=self.submission_port)
        slow = SUBMISSION.format(port=self.slow_port) + SLOW.format(seconds=slow_seconds)
        rest = SERVICES.format(plain_port=self.plain_port)
        lines = (f"{domain} {transport}\n" for domain, transport in transports.items())
        (etc / "transport").write_text("".join(lines))
        (etc / "recipients").write_text(RECIPIENTS)
        (etc / "headers").write_text(HEADERS)
        (etc / "main.cf").write_text(main)
        (etc / "master.cf").write_text(submission + slow + rest)

    def kept(self, address: str) -> list[bytes]:
        """The letters to an address of `KEEPING` that it took."""
        show = [str(self._commands / "postcat"), "-c", str(self._folder / "etc"), "-hb"]
        letters = (
            subprocess.run([*show, str(file)], check=True, capture_output=True).stdout
            for file in sorted((self._folder / "queue" / "hold").iterdir())
        )
        return [letter for letter in letters if f"\nTo: {address}\n".encode() in letter]

    def log(self) -> str:
        """The end of its log."""
        return (self._folder / "mail.log").read_text(errors="replace")[-8_000:]

    def queue_is_empty(self) -> bool:
        """Whether nothing waits to be delivered."""
        parts = ("maildrop", "incoming", "active", "deferred")
        folders = (self._folder / "queue" / part for part in parts)
        return not any(path.is_file() for folder in folders for path in folder.rglob("*"))

    def stop(self) -> None:
        """End it as an operator does (SIGTERM)."""
        self._running.stop()


@contextmanager
def running_postfix(
    dovecot: Dovecot, *, slow_seconds: int = 1, transports: Mapping[str, str] | None = None
) -> Iterator[Postfix]:
    """A Postfix in a temporary folder, for as long as the block lasts."""
    with work_folder("mta") as folder:
        postfix = Postfix(folder, dovecot, slow_seconds=slow_seconds, transports=transports)
        try:
            yield postfix
        finally:
            postfix.stop()
