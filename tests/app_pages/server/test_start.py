"""Nothing that is made ready keeps the server from starting."""

from __future__ import annotations

import pytest

from app_pages.server import start
from app_pages.server.start import index_counts


def test_an_index_that_breaks_off_does_not_keep_the_server_from_starting(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_off(*_given: object) -> None:
        raise MemoryError

    monkeypatch.setattr(start, "clocks_of", break_off)
    index_counts()
    assert "could not be indexed" in caplog.text
