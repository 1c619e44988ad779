"""Whether another person of this machine is at the other end of a connection.

Whoever has an account on a machine reaches what listens on its loopback address, and so does a reverse proxy that adds
no header. Linux tells whose each socket is (proc_net_tcp in its documentation); elsewhere nobody is told apart.
"""

import os
import socket
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))


def is_somebody_elses(peer: tuple[str, int], own: tuple[str, int]) -> bool:
    """Whether the socket at `peer`, connected to us at `own`, belongs to another user; false where nobody can tell."""
    if not sys.platform.startswith("linux"):
        return False
    owner = owner_of(peer, own)
    return owner is not None and owner != os.getuid()


def owner_of(peer: tuple[str, int], own: tuple[str, int]) -> int | None:
    """The user whose socket this is, by number."""
    try:
        sought = (_written(peer), _written(own))
    except (OSError, struct.error):
        return None
    return next((uid for ends, uid in _sockets() if ends == sought), None)


def _sockets() -> Iterator[tuple[tuple[str, str], int]]:
    for table in TABLES:
        try:
            lines = table.read_text(encoding="ascii").splitlines()[1:]
        except OSError:
            continue
        for line in lines:
            fields = line.split()
            yield (fields[1], fields[2]), int(fields[7])


def _written(end: tuple[str, int]) -> str:
    """An address and port as the table writes them: words in the machine's order of bytes."""
    family = socket.AF_INET6 if ":" in end[0] else socket.AF_INET
    packed = socket.inet_pton(family, end[0])
    words = struct.unpack(f"={len(packed) // 4}I", packed)
    return "".join(f"{word:08X}" for word in words) + f":{end[1]:04X}"
