"""`python -m validation.new_folder FOLDER TITLE`: write a folder of tables that is sound, to be overwritten.

Its rows and settings are those of `validation/example/`: ten invented counts of an invented organisation,
one of each kind. Columns, allowed words and their meanings come from the models, so that no file written
here lags behind them. Exit code 0: written; 1: nothing may be written there; 2: folder or title not given.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import re
import shlex
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from string import Template
from typing import Final

from validation.dataset import SETTINGS_FILE
from validation.describing.dictionary import table_in_words
from validation.models import TABLES
from validation.models import vocabularies as words

EXAMPLE: Final = Path(__file__).resolve().parent / "example"
GUIDE: Final = "README.md"
EDITIONS: Final = "editions"
RECORDED: Final = "recorded"
NO_NAME: Final = "counts"
CONTROL: Final = "Cc"
DELETE: Final = "\x7f"
REFUSED: Final = "Nothing was written: name a folder that is new or empty."
USAGE: Final = 'make new FOLDER=/path/to/folder NAME="Prisoners of Ruritania"'


class NothingWrittenError(Exception):
    """The folder has something in it already, or cannot be made."""


def new_folder(*, folder: Path, title: str, today: date) -> list[str]:
    """Write the example as a folder of its own, and return the names of its files.

    Raises:
        NothingWrittenError: where the folder is there already and not empty, or is a file.
        UnicodeError: where the title is no text in UTF-8.
        OSError: where the file system refuses.
    """
    files = {name: text.encode() for name, text in example_files(title=title, today=today).items()}
    if folder.exists() and not folder.is_dir():
        raise NothingWrittenError(f"{folder} is a file. {REFUSED}")
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise NothingWrittenError(f"{folder} is there already and is not empty. {REFUSED}")
    for name, content in files.items():
        with (folder / name).open("xb") as file:
            file.write(content)
    return list(files)


def example_files(*, title: str, today: date) -> dict[str, str]:
    """All files of a new folder by their names. editions.csv is not among them: `make seal` begins it."""
    return {
        GUIDE: _filled(GUIDE, {"columns": "\n".join(table_in_words(table) for table in TABLES)}),
        SETTINGS_FILE: _filled(SETTINGS_FILE, _settings(title=title)),
        **{f"{table}.csv": _table(table=table, today=today) for table in TABLES if table != EDITIONS},
    }


def one_line(text: str) -> str:
    """The text with its white space and control characters as single blanks."""
    return " ".join("".join(" " if unicodedata.category(one) == CONTROL else one for one in text).split())


def toml_text(text: str) -> str:
    """The text as a basic string of TOML: JSON writes the same escapes, but leaves U+007F as it is."""
    return json.dumps(text, ensure_ascii=False).replace(DELETE, "\\u007f")


def _settings(*, title: str) -> dict[str, str]:
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    allowed = {
        "grains": words.GRAINS,
        "measures_of_stock": words.MEASURES_OF_STOCK,
        "measures_of_flow": words.MEASURES_OF_FLOW,
    }
    return {
        "title": toml_text(title),
        "name": toml_text(re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or NO_NAME),
        **{name: f"One of {', '.join(values)}." for name, values in allowed.items()},
    }


def _filled(file: str, values: Mapping[str, str]) -> str:
    return Template((EXAMPLE / file).read_text(encoding="utf-8")).substitute(values)


def _table(*, table: str, today: date) -> str:
    """The table with all columns of its model; what the example does not say stays empty."""
    columns = TABLES[table].columns
    filled = {RECORDED: today.isoformat()} if RECORDED in columns else {}
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(filled | row for row in _example_rows(EXAMPLE / f"{table}.csv"))
    return text.getvalue()


def _example_rows(path: Path) -> list[dict[str, str]]:
    if not path.exists():  # a table with nothing to say
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a new folder, and say what comes next; a sentence where it cannot be written."""
    parser = argparse.ArgumentParser(prog="python -m validation.new_folder", description="Begin a folder.")
    parser.add_argument("folder", nargs="?", default="", help="where; must be new or empty")
    parser.add_argument("title", nargs="?", default="", help="what the tables are about, as pages are titled")
    options = parser.parse_args(arguments)
    title = one_line(options.title)
    if not options.folder.strip() or not title:
        print(f"A folder and a name are needed, for instance: {USAGE}", file=sys.stderr)
        return 2
    folder = Path(options.folder).expanduser().absolute()
    try:
        files = new_folder(folder=folder, title=title, today=datetime.now(tz=UTC).date())
    except UnicodeError:
        print("The name must be text in UTF-8. Nothing was written.", file=sys.stderr)
        return 1
    except NothingWrittenError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{folder} cannot be written ({error.strerror}).", file=sys.stderr)
        return 1
    print(_what_comes_next(folder=folder, files=files))
    return 0


def _what_comes_next(*, folder: Path, files: Sequence[str]) -> str:
    named = shlex.quote(str(folder)).replace("$", "$$")  # as make reads it
    return (
        f"Written to {folder}: {', '.join(files)}.\n"
        f"All counts in them are invented. {GUIDE} says what each file is for, and what to overwrite first.\n"
        f"  make check DETENTION_DATA={named}\n"
        f"  make run DETENTION_DATA={named}"
    )


if __name__ == "__main__":
    sys.exit(main())
