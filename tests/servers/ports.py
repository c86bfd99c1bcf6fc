"""Free loopback ports that two test workers never share."""

import random
import socket

LOOPBACK = "127.0.0.1"
# Below the range from which the kernel takes the near end of outgoing connections.
LOWEST, HIGHEST = 15_000, 32_000
TRIES_MAX = 1_000

_claims: list[socket.socket] = []
_chance = random.SystemRandom()


def free_port() -> int:
    """A port nobody listens on, kept from other workers for the life of this process."""
    for _ in range(TRIES_MAX):
        port = _chance.randrange(LOWEST, HIGHEST)
        if _is_free(port) and _claim(port):
            return port
    raise RuntimeError("no free loopback port")


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _claim(port: int) -> bool:
    """An abstract Unix name is exclusive on the machine and vanishes with its process."""
    claim = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        claim.bind(f"\0relance-test-port-{port}")
    except OSError:
        claim.close()
        return False
    _claims.append(claim)
    return True
