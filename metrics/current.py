"""What the server stands on: the folder of tables, the last sound reading of it, and the day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Final

from validation.store import Standing, Store

OWN_FOLDER: Final = Path(__file__).resolve().parent.parent / "data"


def data_folder() -> Path:
    """The folder of tables: `DETENTION_DATA`, else the project's own."""
    return Path(os.environ.get("DETENTION_DATA") or OWN_FOLDER).resolve()


@cache
def _store(folder: Path) -> Store:
    return Store(folder)


def standing() -> Standing:
    """The last sound tables, the findings, and what is held back; shared by pages and data API."""
    return _store(data_folder()).current()


def today() -> date:
    """The day it is in universal time: what `latest` is at most."""
    return datetime.now(UTC).date()
