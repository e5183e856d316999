"""The bytes of a folder's files, taken at one moment, so that all is judged on the same bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from validation.dataset import SETTINGS_FILE

BOUNDARIES_FOLDER: Final = "boundaries"
PATTERNS: Final = ("*.csv", SETTINGS_FILE, f"{BOUNDARIES_FOLDER}/*.geojson")

Signature = tuple[tuple[str, int, int], ...]


class FolderNotReadableError(Exception):
    """There is no folder of that name, or it may not be read."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Files by their name within the folder; None where a file is there but cannot be read."""

    folder: Path
    files: dict[str, bytes | None]

    @property
    def digest(self) -> str:
        """SHA-256 over names and contents of all files, hexadecimal."""
        total = hashlib.sha256()
        for name, content in sorted(self.files.items()):
            total.update(f"{name}\0{len(content or b'')}\0".encode())
            total.update(content or b"")
        return total.hexdigest()


def files_in(*, folder: Path) -> list[Path]:
    """The files of a data set, in order of their names.

    Raises:
        FolderNotReadableError: where there is no such folder, or it may not be read.
    """
    try:
        if not folder.is_dir():
            raise FolderNotReadableError(f"there is no folder {folder}")
        next(folder.iterdir(), None)
        return sorted(path for pattern in PATTERNS for path in folder.glob(pattern))
    except OSError as error:
        raise FolderNotReadableError(f"the folder {folder} cannot be read ({error.strerror})") from error


def signature(*, folder: Path) -> Signature:
    """Name, time of change and size of each file: cheap to take, different after any change."""
    stamps = []
    for path in files_in(folder=folder):
        try:
            state = path.stat()
        except OSError:  # removed since it was listed, or a link that leads nowhere
            stamps.append((str(path), 0, -1))
        else:
            stamps.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(stamps)


def take_snapshot(*, folder: Path) -> Snapshot:
    """Read every file of the folder once.

    Raises:
        FolderNotReadableError: where there is no such folder, or it may not be read.
    """
    paths = files_in(folder=folder)
    return Snapshot(folder=folder, files={_name(path.relative_to(folder)): _bytes(path) for path in paths})


def _name(path: Path) -> str:
    """The name as text: on some systems it may be any bytes, which no page could show."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
