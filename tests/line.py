"""A line between a browser and a server that can be cut and mended."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Line:
    """Passes bytes on, both ways, from a port of its own to a server's, as long as it is not cut."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._is_cut = False
        threading.Thread(target=self._let_in, daemon=True).start()

    def cut(self) -> None:
        """Every connection breaks, and a new one is not answered."""
        self._is_cut = True
        for one in tuple(self._open):
            _break(one)
        self._open.clear()

    def mend(self) -> None:
        """New connections reach the server again."""
        self._is_cut = False

    def close(self) -> None:
        """Nobody is let in any more."""
        self._door.close()
        self.cut()

    def _let_in(self) -> None:
        with suppress(OSError):  # closed
            while True:
                browser, _address = self._door.accept()
                if self._is_cut:
                    _break(browser)
                    continue
                self._connect(browser)

    def _connect(self, browser: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self._to))
        except OSError:  # the server is away
            _break(browser)
            return
        self._open |= {browser, server}
        for ends in ((browser, server), (server, browser)):
            threading.Thread(target=_pass_on, args=ends, daemon=True).start()


def _pass_on(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):  # cut
        while sent := one.recv(65536):
            other.sendall(sent)
    _break(one)
    _break(other)


def _break(end: socket.socket) -> None:
    with suppress(OSError):  # it is broken already
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """A line to a server until the block ends."""
    line = Line(port)
    yield line
    line.close()
