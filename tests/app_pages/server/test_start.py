"""Connections send what there is at once, and nothing that is made ready keeps the server from starting."""

from __future__ import annotations

import socket

import pytest

from app_pages.server import start
from app_pages.server.start import index_counts, send_without_delay


def test_connections_inherit_that_they_send_without_delay() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert not listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        send_without_delay()
        with socket.create_connection(listening.getsockname()):
            accepted, _address = listening.accept()
            with accepted:
                assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_an_index_that_breaks_off_does_not_keep_the_server_from_starting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_off(*_given: object) -> None:
        raise MemoryError

    monkeypatch.setattr(start, "clocks_of", break_off)
    index_counts()
    assert "could not be indexed" in caplog.text
