"""The folder that a site is written into: empty, or one that was written here before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

# Says what the folder is, and which files in it are the site's own.
MANIFEST: Final = "site.json"
MADE_BY: Final = "python -m exports.site"


class NotOurFolderError(Exception):
    """The folder holds something that was not written here; its message says so to whoever asked for it."""


class SiteFolder:
    """Files are written one after the other; those of the last time that are no longer any are removed.

    Raises NotOurFolderError where the folder is a file, or holds anything without the manifest of a site; and
    where a file of the site would replace one that is not its own.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.written: dict[str, int] = {}  # bytes, by name
        self._before = _own_files(folder)

    def write(self, name: str, content: bytes) -> None:
        """Write a file, by its name from the folder."""
        path = self.folder / name
        if path.exists() and name not in self._before:
            raise NotOurFolderError(f"{path} is not a file of this site, and is not overwritten.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.written[name] = len(content)

    def finish(self, **about: str) -> None:
        """Remove what is no longer a file of the site, and say in the manifest which are."""
        for name in self._before - {*self.written, MANIFEST}:
            (self.folder / name).unlink(missing_ok=True)
        content = {"made_by": MADE_BY, **about, "files": sorted(self.written)}
        (self.folder / MANIFEST).write_text(
            json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8"
        )


def _own_files(folder: Path) -> set[str]:
    if not folder.exists():
        return set()
    if not folder.is_dir():
        raise NotOurFolderError(f"{folder} is a file. Name a folder that is new or empty.")
    others = sorted(path.name for path in folder.iterdir())
    manifest = _manifest(folder / MANIFEST)
    if manifest is None and others:
        raise NotOurFolderError(
            f"{folder} holds other files, such as {others[0]}, and nothing was written."
            " Name a folder that is new or empty, or one that this command wrote before."
        )
    return set(manifest or ())


def _manifest(path: Path) -> list[str] | None:
    """The files that a manifest names; None where it is none of ours. No name leads out of the folder."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("made_by") != MADE_BY:
        return None
    names = [str(name) for name in content.get("files", [])]
    return [name for name in names if not Path(name).is_absolute() and ".." not in Path(name).parts]
