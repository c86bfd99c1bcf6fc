"""A throw-away Dovecot 2.3: IMAP in clear, STARTTLS and TLS, LMTP, SASL for Postfix, Maildir."""

import getpass
import grp
import imaplib
import itertools
import os
import pwd
import signal
import smtplib
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from servers.certs import Certificates, make_certificates
from servers.ports import LOOPBACK, free_port
from servers.process import Running, greets, own_all, unprivileged, work_folder
from servers.require import require

PASSWORD = "secret"
DOMAIN = "example.net"
# Where root gives its rights away.
RUN_AS = "nobody"

CONFIGURATION = """\
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/dovecot.log
log_timestamp = "%F %T.%{{usecs}} "
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
mail_uid = {user}
mail_gid = {group}
mail_home = {folder}/mail/%Lu
mail_location = maildir:~/Maildir
mail_max_userip_connections = 200
mail_fsync = never
auth_mechanisms = {mechanisms}
auth_failure_delay = 0
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
ssl_dh =
lmtp_save_to_detail_mailbox = no
recipient_delimiter = +
passdb {{
  driver = static
  args = password={password}
}}
{oauth}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/mail/%Lu allow_all_users=yes
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    auto = subscribe
    special_use = \\Sent
  }}
}}
protocol lmtp {{
  postmaster_address = postmaster@{domain}
  mail_plugins = {lmtp_plugins}
}}
plugin {{
  sieve = file:~/sieve;active=~/.dovecot.sieve
  sieve_vacation_min_period = 0
}}
submission_host = 127.0.0.1:{reply_port}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  inet_listener imap {{
    port = {imap_port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
}}
service imap {{
  vsz_limit = 1G
}}
service lmtp {{
  chroot =
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {lmtp_port}
  }}
}}
service auth {{
  chroot =
  user = {user}
  inet_listener sasl {{
    address = 127.0.0.1
    port = {sasl_port}
  }}
}}
service stats {{
  chroot =
}}
"""


# Tokens are shown to whoever gave them (RFC 7662); he says whose they are.
OAUTH = """\
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {folder}/oauth2.conf
}}
"""
INTROSPECTION = """\
introspection_mode = post
introspection_url = {url}
active_attribute = active
active_value = true
username_attribute = username
"""


class Dovecot:
    """A running Dovecot. Any address is a user, with the password `secret`, and takes mail.

    `reply_port` is where Sieve sends its vacation replies. `introspection` is asked about access
    tokens, which are taken in place of a password then.
    """

    def __init__(
        self,
        folder: Path,
        certificates: Certificates,
        *,
        reply_port: int = 0,
        introspection: str = "",
    ) -> None:
        self._binary = require("dovecot", "dovecot-imapd dovecot-lmtpd")
        self._folder = folder
        self._numbers = itertools.count(1)
        self.certificates = certificates
        self.host = LOOPBACK
        self.imap_port, self.imaps_port = free_port(), free_port()
        self.lmtp_port, self.sasl_port = free_port(), free_port()
        self._user = RUN_AS if os.geteuid() == 0 else getpass.getuser()
        for name in ("run", "state", "mail"):
            (folder / name).mkdir()
        self._asks = (reply_port, introspection)
        self._configure(*self._asks)
        own_all(folder, self._user)
        self._running = self._start()

    def _configure(self, reply_port: int, introspection: str, *, password: str = PASSWORD) -> None:
        sieve = Path("/usr/lib/dovecot/modules/lib90_sieve_plugin.so").exists()
        text = CONFIGURATION.format(
            folder=self._folder,
            user=self._user,
            password=password,
            group=grp.getgrgid(pwd.getpwnam(self._user).pw_gid).gr_name,
            certificate=self.certificates.certificate,
            key=self.certificates.key,
            domain=DOMAIN,
            lmtp_plugins="sieve" if sieve else "",
            reply_port=reply_port or 25,
            imap_port=self.imap_port,
            imaps_port=self.imaps_port,
            lmtp_port=self.lmtp_port,
            sasl_port=self.sasl_port,
            mechanisms="plain login xoauth2 oauthbearer" if introspection else "plain login",
            oauth=OAUTH.format(folder=self._folder) if introspection else "",
        )
        (self._folder / "dovecot.conf").write_text(text)
        if introspection:
            words = INTROSPECTION.format(url=introspection)
            (self._folder / "oauth2.conf").write_text(words)

    def _start(self) -> Running:
        configuration = str(self._folder / "dovecot.conf")
        return Running(
            [*unprivileged(self._user), self._binary, "-F", "-c", configuration],
            ports=[self.imap_port, self.lmtp_port, self.sasl_port],
            log=self._folder / "console.log",
            is_up=greets,
        )

    def fresh_user(self) -> str:
        """An address that no other test uses: its mailbox is empty."""
        return f"boite{next(self._numbers)}@{DOMAIN}"

    def maildir(self, address: str) -> Path:
        """Where the messages of an address lie."""
        return self._folder / "mail" / address.lower() / "Maildir"

    def messages(self, address: str, folder: str = "INBOX") -> tuple[bytes, ...]:
        """The bytes that lie in a folder (ASCII names), read behind the server's back."""
        root = self.maildir(address)
        if folder != "INBOX":
            root = root / f".{folder.replace('/', '.')}"
        files = [path for part in ("new", "cur") for path in (root / part).glob("*")]
        return tuple(path.read_bytes() for path in sorted(files, key=lambda path: path.name))

    def stock(self, address: str, raws: Iterable[bytes]) -> None:
        """Lay many messages into the INBOX of an address that never logged in, in their order."""
        maildir = self.maildir(address)
        for part in ("new", "cur", "tmp"):
            (maildir / part).mkdir(parents=True)
        for number, raw in enumerate(raws, start=1):
            (maildir / "new" / f"{1_700_000_000 + number}.M{number}.test").write_bytes(raw)
        own_all(maildir.parent, self._user)

    def deliver(self, raw: bytes, *recipients: str, sender: str = "") -> None:
        """Hand a message over by LMTP, as a mail server does."""
        with smtplib.LMTP(self.host, self.lmtp_port) as lmtp:
            refused = lmtp.sendmail(sender, list(recipients), raw)
        assert not refused, refused

    @contextmanager
    def session(self, address: str, password: str = PASSWORD) -> Iterator[imaplib.IMAP4]:
        """A human's own client on the same mailbox."""
        client = imaplib.IMAP4(self.host, self.imap_port, timeout=30)
        try:
            client.login(address, password)
            yield client
        finally:
            client.shutdown()

    def append(
        self,
        address: str,
        *raws: bytes,
        folder: str = "INBOX",
        at: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    ) -> None:
        """Put messages into a folder by IMAP, unchanged (ASCII names)."""
        with self.session(address) as client:
            for raw in raws:
                answer, data = client.append(f'"{folder}"', "", at, raw)
                assert answer == "OK", data

    def create_folder(self, address: str, name: str) -> None:
        """Make a folder of any name, as a human does in his own program."""
        command = ["doveadm", "-c", str(self._folder / "dovecot.conf"), "mailbox", "create"]
        subprocess.run([*command, "-u", address, name], check=True, capture_output=True, timeout=30)

    def stop(self) -> None:
        """End it as an operator does (SIGTERM)."""
        self._running.stop()

    def start(self) -> None:
        """Start it again on the same ports, with the same mail."""
        self._running = self._start()

    def restart(self) -> None:
        """Stop and start."""
        self.stop()
        self.start()

    def takes(self, password: str = PASSWORD) -> None:
        """Let whoever shows that password in, and nobody else; whoever is in is shown out."""
        self.stop()
        self._configure(*self._asks, password=password)
        own_all(self._folder, self._user)
        self.start()

    def freeze(self) -> None:
        """Stop all its processes in their tracks: connections stay open and say nothing."""
        self._running.signal_all(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        self._running.signal_all(signal.SIGCONT)

    def log(self) -> str:
        """The end of its log."""
        return (self._folder / "dovecot.log").read_text(errors="replace")[-8_000:]


@contextmanager
def running_dovecot(*, reply_port: int = 0, introspection: str = "") -> Iterator[Dovecot]:
    """A Dovecot in a temporary folder, for as long as the block lasts."""
    with work_folder("imap") as folder:
        dovecot = Dovecot(
            folder,
            make_certificates(folder / "certs"),
            reply_port=reply_port,
            introspection=introspection,
        )
        try:
            yield dovecot
        finally:
            dovecot.thaw()
            dovecot.stop()
