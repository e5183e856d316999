"""`python -m exports.site OUT`: the pages, screens and data as a folder that needs no server."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exports.site.file_links import INDEX
from exports.site.site_folder import NotOurFolderError
from exports.site.writing import Written, write_site
from metrics.counts.current_tables import today
from validation import read_dataset
from validation.folder import data_folder

MEGABYTE: Final = 1_000_000
WEB: Final = ("https://", "http://")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the site and say what was written; 1 for tables that are not sound, or a folder of others."""
    asked = _parser().parse_args(arguments)
    reading = read_dataset(asked.data)
    if reading.dataset is None:
        print("The folder has errors: python -m validation lists them.", file=sys.stderr)
        return 1
    try:
        written = write_site(reading.dataset, asked.folder, today=today(), server=asked.server or "")
    except NotOurFolderError as error:
        print(error, file=sys.stderr)
        return 1
    print(_said(written, asked.folder))
    return 0


def _said(written: Written, folder: Path) -> str:
    what = f"{written.pages} pages of {written.places} places and {written.periods} periods"
    data = f"{written.tables} tables and {written.series} series"
    size = f"{written.files} files, {written.size / MEGABYTE:.1f} MB"
    return f"Wrote {size}, into {folder}: {what}, {data}.\nOpen {folder / INDEX}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m exports.site",
        description="Write pages, screens and data as a folder of files that needs no server.",
    )
    parser.add_argument(
        "folder", type=Path, metavar="OUT", help="a folder that is new or empty, or one of before"
    )
    parser.add_argument(
        "--data", type=Path, default=data_folder(), help="the folder of tables (default: %(default)s)"
    )
    parser.add_argument(
        "--server",
        type=_address,
        help="the dashboard's address, for what only a server can answer",
    )
    return parser


def _address(text: str) -> str:
    if not text.startswith(WEB):
        raise argparse.ArgumentTypeError(f"{text} must be an address such as https://counts.example")
    return text


if __name__ == "__main__":
    sys.exit(main())
