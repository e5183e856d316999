"""Programs that some tests need and that no requirements file installs.

Where one is missing its tests are skipped, and the last lines of the run count them; where `CI` is `true`
they fail.
"""

from __future__ import annotations

import os
import shutil
from typing import Final, NoReturn

import pytest

CHROMIUM: Final = "Chromium"
FIREFOX: Final = "Firefox"
R: Final = "R"
NEEDS: Final = "needs {program}: "
INSTALLING: Final = "`make browsers` installs what is missing."


def path_of_chromium() -> str | None:
    """The Chromium that `CHROMIUM` names, or that is on the path; None leaves the choice to Playwright."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def needed_firefox() -> str:
    """The path of Firefox."""
    return _path("firefox-esr", "firefox") or missing(FIREFOX, "neither firefox-esr nor firefox is installed")


def needed_r() -> str:
    """The path of the program that runs lines of R."""
    return _path("Rscript") or missing(R, "Rscript is not installed")


def missing(program: str, found: str) -> NoReturn:
    """End a test that cannot run without a program, in a way that the summary of the run counts."""
    reason = NEEDS.format(program=program) + found
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def not_run(reasons: list[str]) -> list[str]:
    """What the last lines of a run say about tests that were skipped for these reasons: no line for none."""
    counts = {
        program: sum(NEEDS.format(program=program) in reason for reason in reasons)
        for program in (CHROMIUM, FIREFOX, R)
    }
    others = len(reasons) - sum(counts.values())
    parts = [f"{count} for want of {program}" for program, count in counts.items() if count]
    parts += [f"{others} for other reasons"] if others else []
    if not parts:
        return []
    total = f"Tests that were NOT RUN: {len(reasons)} ({', '.join(parts)})."
    return [total, INSTALLING] if any(counts.values()) else [total]


def _path(*names: str) -> str | None:
    return next((found for name in names if (found := shutil.which(name))), None)
