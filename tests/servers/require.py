"""Whether a real counterpart can be started here; the only place where a test may be skipped."""

import os
import re
import shutil
from pathlib import Path

import pytest

# Debian puts these outside the PATH of an ordinary user.
HIDDEN = ("/usr/sbin", "/usr/local/sbin", "/sbin")


def require(program: str, package: str, *, beside: str = "") -> str:
    """The path of a program; without it the test fails where servers are due, else is skipped.

    `beside` is a glob of further folders to look in, the last one in order of version wins.
    """
    folders = sorted(Path("/").glob(beside.lstrip("/")), key=_version) if beside else []
    path = os.pathsep.join([*map(str, reversed(folders)), os.environ.get("PATH", ""), *HIDDEN])
    found = shutil.which(program, path=path)
    if found is None:
        _missing(
            f"« {program} » manque : apt-get install {package} "
            f"({program} is missing: install the Debian package {package})"
        )
    assert found is not None
    return found


def require_root(program: str) -> None:
    """Only root can start this program (Postfix's master refuses others)."""
    if os.geteuid() != 0:
        _missing(f"« {program} » ne démarre que sous root ({program} only starts as root)")


def require_right(program: str, reason: str) -> None:
    """What this machine does not let even root do."""
    _missing(f"« {program} » est refusé ici : {reason} ({program} is not permitted here)")


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(digits) for digits in re.findall(r"\d+", str(folder)))


def _missing(reason: str) -> None:
    if servers_are_due():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def servers_are_due() -> bool:
    """Whether a missing counterpart is a failure: in CI, or when it was asked for."""
    return os.environ.get("CI") == "true" or os.environ.get("RELANCE_REQUIRE_SERVERS") == "1"
