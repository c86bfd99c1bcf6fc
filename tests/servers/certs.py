"""A throw-away certificate authority made with openssl: nothing secret lies in the repository."""

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

from servers.require import require


@dataclass(frozen=True, kw_only=True, slots=True)
class Certificates:
    """Paths of a private authority and of two certificates that it signed."""

    folder: Path

    @property
    def authority(self) -> Path:
        return self.folder / "ca.pem"

    @property
    def certificate(self) -> Path:
        """For localhost and 127.0.0.1."""
        return self.folder / "server.pem"

    @property
    def key(self) -> Path:
        return self.folder / "server.key"

    @property
    def wrong_certificate(self) -> Path:
        """Rightly signed, but for another host."""
        return self.folder / "wrong.pem"

    @property
    def wrong_key(self) -> Path:
        return self.folder / "wrong.key"

    def server_context(self, *, wrong_host: bool = False) -> ssl.SSLContext:
        """What a server written in Python presents."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if wrong_host:
            context.load_cert_chain(self.wrong_certificate, self.wrong_key)
        else:
            context.load_cert_chain(self.certificate, self.key)
        return context


def make_certificates(folder: Path) -> Certificates:
    """Make the authority and its certificates in a folder, valid for two days."""
    openssl = require("openssl", "openssl")
    folder.mkdir(parents=True, exist_ok=True)
    _run(
        [openssl, "req", "-x509", *_NEW_KEY, "-days", "2", "-subj", "/CN=relance test CA"],
        ["-keyout", "ca.key", "-out", "ca.pem", "-addext", "basicConstraints=critical,CA:TRUE"],
        ["-addext", "keyUsage=critical,keyCertSign,cRLSign"],
        folder=folder,
    )
    _sign(openssl, folder, "server", "DNS:localhost,IP:127.0.0.1")
    _sign(openssl, folder, "wrong", "DNS:wrong.example")
    for path in folder.iterdir():
        path.chmod(0o644)
    return Certificates(folder=folder)


_NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")


def _sign(openssl: str, folder: Path, name: str, hosts: str) -> None:
    extensions = folder / f"{name}.ext"
    extensions.write_text(f"subjectAltName={hosts}\nextendedKeyUsage=serverAuth\n")
    _run(
        [openssl, "req", *_NEW_KEY, "-subj", f"/CN={name}"],
        ["-keyout", f"{name}.key", "-out", f"{name}.csr"],
        folder=folder,
    )
    _run(
        [openssl, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key"],
        ["-CAcreateserial", "-days", "2", "-extfile", extensions.name, "-out", f"{name}.pem"],
        folder=folder,
    )


def _run(*words: list[str], folder: Path) -> None:
    command = [word for part in words for word in part]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
