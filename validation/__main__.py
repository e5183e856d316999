"""`python -m validation [FOLDER] [--format text|json]`: is the folder sound?

Exit code 0 without errors, 1 with, 2 where the folder cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from validation.describing.report import as_json, as_text
from validation.folder import data_folder
from validation.reading.reading import Reading, read_dataset

SOUND: Final = 0
UNSOUND: Final = 1
UNREADABLE: Final = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the findings of a folder and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m validation", description="Check a folder of tables.")
    parser.add_argument("folder", nargs="?", type=Path, default=data_folder(), help="default: %(default)s")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(arguments)
    reading = read_dataset(options.folder)
    print(as_json(reading=reading) if options.format == "json" else as_text(reading=reading))
    return exit_code(reading=reading)


def exit_code(*, reading: Reading) -> int:
    """The exit status of the command."""
    if not reading.folder_was_readable:
        return UNREADABLE
    return UNSOUND if reading.errors else SOUND


if __name__ == "__main__":
    sys.exit(main())
