"""What the server serves: the folder of tables, its last sound reading, and today's date."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from metrics.query.caching import clear_caches
from validation.folder import data_folder
from validation.store import CurrentSnapshot, Store


@cache
def _store(folder: Path) -> Store:
    return Store(folder, when_replaced=clear_caches)


def current_snapshot() -> CurrentSnapshot:
    """The last sound tables, the findings, and what is held back; shared by pages and data API."""
    return _store(data_folder().resolve()).current()


def recent_snapshot() -> CurrentSnapshot | None:
    """The same without a look at the files; None where they have not been looked at for a second."""
    return _store(data_folder().resolve()).recent()


def today() -> date:
    """The day it is in universal time: what `latest` is at most."""
    return datetime.now(UTC).date()
