"""`python -m validation.describe [FOLDER]`: write anew what is generated from tables, models and rules.

That is datapackage.json in the folder of tables; and, where that is the project's own,
docs/data-dictionary.md and the rules of agreement in docs/checks.md. Describing another folder changes
nothing of the project.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from validation.describing.catalogue import CATALOGUE, with_rules_of_agreement
from validation.describing.descriptor import as_json
from validation.describing.dictionary import dictionary
from validation.folder import OWN_FOLDER, data_folder
from validation.reading.reading import read_dataset
from validation.reading.snapshot import take_snapshot

DICTIONARY: Final = OWN_FOLDER.parent / "docs" / "data-dictionary.md"
DESCRIPTOR: Final = "datapackage.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what belongs to the folder; exit code 1 where its tables have errors."""
    parser = argparse.ArgumentParser(prog="python -m validation.describe", description="Describe the tables.")
    parser.add_argument("folder", nargs="?", type=Path, default=data_folder(), help="default: %(default)s")
    folder: Path = parser.parse_args(arguments).folder
    dataset = read_dataset(folder).dataset
    if dataset is None:
        print(f"Only sound tables are described: see python -m validation {folder}", file=sys.stderr)
        return 1
    text = as_json(snapshot=take_snapshot(folder=folder), settings=dataset.settings)
    (folder / DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")
    if folder.resolve() == OWN_FOLDER:
        _write_documents()
    return 0


def _write_documents() -> None:
    DICTIONARY.write_text(dictionary(), encoding="utf-8", newline="\n")
    page = CATALOGUE.read_text(encoding="utf-8")
    CATALOGUE.write_text(with_rules_of_agreement(page), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
