"""Rows for corrections.csv, for a maintainer: `python -m exports.suggested_corrections [FOLDER] > rows.csv`.

One row for each count that takes part in a disagreement which nobody has judged. Whoever judges adds the row
of the wrong one, and leaves the others; nothing is added by itself.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from exports.series_files import table_csv
from metrics.checks.suggested_corrections import day_to_record, suggested_corrections
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.question.address import read_parameters
from validation import Dataset, read_dataset
from validation.folder import data_folder


def rows_for(dataset: Dataset, on: date) -> bytes:
    """The rows as a file with its header, as known on the latest day; `on` is the day of recording them."""
    clocks = clocks_of(dataset, read_parameters([], dataset=dataset, today=on))
    return table_csv(suggested_corrections(dataset, clocks, day_to_record(dataset, on)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the rows and return the exit code: 1 where the folder is not sound."""
    parser = argparse.ArgumentParser(
        prog="python -m exports.suggested_corrections", description="Suggest rows for corrections.csv."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=data_folder(), help="default: %(default)s")
    reading = read_dataset(parser.parse_args(arguments).folder)
    if reading.dataset is None:
        print("The folder has errors: python -m validation lists them.", file=sys.stderr)
        return 1
    sys.stdout.write(rows_for(reading.dataset, today()).decode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
