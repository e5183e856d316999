"""The version of the code that draws figures, so that no browser keeps a figure of an earlier version.

It is made from content: whoever changes a chart need not think of it, and a copy without its history has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
ROOMS: Final = ("app_pages", "charts", "data", "locale", "metrics", "validation")
# Code, and catalogues of words.
ENDINGS: Final = (".py", ".po")
# They write days, numbers, layouts.
LIBRARIES: Final = ("babel", "pandas", "plotly")


def libraries() -> dict[str, str]:
    """The version of each library that has a part in figures, as installed."""
    return {name: metadata.version(name) for name in LIBRARIES}


def version_of(project: Path, *, libraries: Mapping[str, str]) -> str:
    """The digest, shortened, of the project's files that make figures and of these libraries."""
    files = [path for room in ROOMS for path in (project / room).rglob("*") if path.suffix in ENDINGS]
    contents = {
        path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }
    lines = [f"{name} {made}" for name, made in sorted({**contents, **libraries}.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


# When the server starts: files that change under a running one are not what it runs.
VERSION: Final = version_of(PROJECT, libraries=libraries())
