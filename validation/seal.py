"""`python -m validation.seal [FOLDER]`: write the next line of editions.csv.

A seal is never rewritten. Rows that are recorded on a day that is sealed already break its seal; they
belong to the next day.
"""

from __future__ import annotations

import argparse
import codecs
import csv
import io
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pandas as pd

from validation.dataset import Dataset
from validation.folder import data_folder
from validation.models import TABLES
from validation.reading.reading import read_dataset
from validation.sealing import SEALED, digest_by, rows_by
from validation.tables import tables_of

FILE: Final = "editions.csv"
COLUMNS: Final = TABLES["editions"].columns
MOST_SHOWN: Final = 200  # characters of a header that the refusal repeats
ROUTINE: Final = "New counts were published."


class NothingToSealError(Exception):
    """The tables have errors, nothing was recorded since the last seal, or editions.csv takes no line."""


def seal(*, folder: Path, day: date, added: str, why: str) -> str:
    """Add a line for the day to editions.csv, and return it.

    `added` is worked out from the rows where it is empty.

    Raises:
        NothingToSealError: where the tables have errors, are sealed up to the day or later, have no new
            rows, or have rows recorded after the day; where editions.csv is not written with commas.
    """
    reading = read_dataset(folder)
    if reading.dataset is None:
        number, first = len(reading.errors), reading.errors[0].message
        raise NothingToSealError(
            f"Only sound tables are sealed, and these have {number} errors. The first: {first}."
        )
    new = _new_rows(dataset=reading.dataset, day=pd.Timestamp(day))
    line = _line(dataset=reading.dataset, day=day, added=added or _in_words(new=new), why=why)
    path = folder / FILE
    _check_header(path=path)
    with path.open("a", encoding="utf-8", newline="") as file:
        file.write(_before(path=path) + line)
    return line


def _check_header(*, path: Path) -> None:
    """The file as it is must go on with a line whose cells are separated by commas, in this order.

    Raises:
        NothingToSealError: where it is written in another way, which the readers take and a new line breaks.
    """
    content = path.read_bytes() if path.exists() else b""
    header = ",".join(COLUMNS)
    first = content.removeprefix(codecs.BOM_UTF8).splitlines()[:1]
    if content and first != [header.encode()]:
        found = first[0].decode("utf-8", "backslashreplace") if first else ""
        raise NothingToSealError(
            f"{FILE} must be written with commas, in UTF-8, and begin with the line `{header}`, for a line to"
            f" be added: it begins with `{found[:MOST_SHOWN]}`. The file is left as it was."
        )


def _before(*, path: Path) -> str:
    """What comes before a new line: the header of a new file, the end of an unended line."""
    content = path.read_bytes()
    if not content:
        return ",".join(COLUMNS) + "\n"
    return "" if content.endswith(b"\n") else "\n"


def _new_rows(*, dataset: Dataset, day: pd.Timestamp) -> dict[str, int]:
    last = dataset.editions["day"].max()
    new = {}
    for table in SEALED:
        frame = getattr(dataset, table)
        late = len(frame) - len(rows_by(frame=frame, day=day))
        if late:
            raise NothingToSealError(
                f"{table}.csv has {late} rows recorded after {day:%Y-%m-%d}: seal on their day."
            )
        new[table] = len(frame) if pd.isna(last) else int((frame["recorded"] > last).sum())
    if not pd.isna(last) and day <= last:
        raise NothingToSealError(f"{last:%Y-%m-%d} is sealed already, and a seal is never rewritten.")
    if not any(new.values()):
        raise NothingToSealError("Nothing was recorded since the last seal.")
    return new


def _in_words(*, new: dict[str, int]) -> str:
    return ", ".join(f"{number:,} rows of {table}" for table, number in new.items() if number)


def _line(*, dataset: Dataset, day: date, added: str, why: str) -> str:
    digest = digest_by(tables=tables_of(dataset=dataset), day=pd.Timestamp(day))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([day.isoformat(), len(dataset.observations), digest, added, why])
    return text.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Seal a folder; exit code 1 and a sentence where there is nothing to seal."""
    parser = argparse.ArgumentParser(prog="python -m validation.seal", description="Seal what was recorded.")
    parser.add_argument("folder", nargs="?", type=Path, default=data_folder(), help="default: %(default)s")
    parser.add_argument("--day", type=date.fromisoformat, default=datetime.now(tz=UTC).date())
    parser.add_argument("--added", default="", help="what came in; worked out from the rows if not given")
    parser.add_argument("--why", default=ROUTINE, help="why this edition is made")
    options = parser.parse_args(arguments)
    try:
        print(seal(folder=options.folder, day=options.day, added=options.added, why=options.why), end="")
    except (NothingToSealError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
