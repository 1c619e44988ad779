"""Whose socket is at the other end."""

import os
import socket
import sys

import pytest

from clearway.web.neighbours import is_somebody_elses, owner_of

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells whose a socket is")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_the_owner_of_a_socket_is_found(host: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        try:
            listener.bind((host, 0))
        except OSError:
            pytest.skip(f"this machine has no {host}")
        listener.listen(1)
        own = listener.getsockname()[:2]
        with socket.create_connection(own) as client:
            peer = client.getsockname()[:2]
            assert owner_of(peer, own) == os.getuid()
            assert not is_somebody_elses(peer, own)


def test_a_socket_that_nobody_knows_has_no_owner() -> None:
    assert owner_of(("127.0.0.1", 1), ("127.0.0.1", 2)) is None
    assert owner_of(("testclient", 1), ("", 0)) is None
