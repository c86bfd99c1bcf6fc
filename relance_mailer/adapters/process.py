"""What this process is called among others, and whether one that is named lives no more.

A name says the machine for people, the same machine's boot and process space for us, the process
and when it began: a number that is used again is not taken for the one that died. Only Linux tells
all of it; elsewhere, and of other machines' processes, nobody is ever known to be gone.
"""

import os
import secrets
import socket
from pathlib import Path

PROC = Path("/proc")


def this_process() -> str:
    """A name that no other process has: machine/space/pid/beginning."""
    pid = os.getpid()
    began = _began(pid) or secrets.token_hex(4)
    return "/".join((socket.gethostname().replace("/", "_"), _space(), str(pid), began))


def in_words(name: str) -> str:
    """The name as an operator reads it."""
    host, _, pid, _ = _parts(name)
    return f"{host} (processus {pid})" if pid else name


def is_gone(name: str) -> bool:
    """Whether that process ended for sure: it was one of this machine, and runs no more."""
    _, space, pid, began = _parts(name)
    if not pid.isdecimal() or not space or space != _space():
        return False
    return _began(int(pid)) != began


def _parts(name: str) -> tuple[str, str, str, str]:
    parts = name.split("/")
    return (parts[0], parts[1], parts[2], parts[3]) if len(parts) == 4 else (name, "", "", "")


def _space() -> str:
    """The boot of the machine and the space of its process numbers; empty where nobody tells.

    Two containers may have one host name and both be process 1: only their spaces differ.
    """
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{boot[:13]}.{os.stat(PROC / 'self/ns/pid').st_ino}"
    except OSError:
        return ""


def _began(pid: int) -> str:
    """When a process began, in ticks since the boot; empty when it ended or nobody tells.

    Field 22 of proc(5) stat; the name in field 2 may hold blanks and brackets. Of one that ended
    and that nobody has buried yet (Z, X) nothing will come any more.
    """
    try:
        fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in {"Z", "X"} else fields[19]
