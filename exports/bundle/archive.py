"""Files in a ZIP whose bytes depend on nothing but their names, their contents and a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

READABLE: Final = 0o644 << 16  # by everybody, where it is unpacked
FIRST_YEAR: Final = 1980  # of which a ZIP can tell


def archive(files: Mapping[str, bytes], *, folder: str, day: date) -> bytes:
    """The files within a folder of this name, each of this day."""
    content = BytesIO()
    year = max(day.year, FIRST_YEAR)
    with ZipFile(content, "w") as made:
        for name, body in files.items():
            entry = ZipInfo(f"{folder}/{name}", date_time=(year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = READABLE
            made.writestr(entry, body)
    return content.getvalue()
