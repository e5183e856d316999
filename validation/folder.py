"""The folder of tables that is used where none is named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ENVIRONMENT: Final = "DETENTION_DATA"
OWN_FOLDER: Final = Path(__file__).resolve().parent.parent / "data"


def data_folder() -> Path:
    """The folder that the environment variable DETENTION_DATA names, else the project's own."""
    named = os.environ.get(ENVIRONMENT, "")
    return Path(named) if named else OWN_FOLDER
