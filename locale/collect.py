"""Collect the English sentences of the code for translators, into locale/messages.pot.

`make locale` writes the file, and brings the catalogues of other languages up to date with it;
with `--check` it only says whether the file lags behind the code.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

PROJECT: Final = Path(__file__).resolve().parent.parent
TEMPLATE: Final = PROJECT / "locale" / "messages.pot"
SPOKEN_IN: Final = ("app_pages", "api", "charts", "exports", "metrics", "validation")
KEYWORDS: Final = {"_": None, "N_": None, "ngettext": (1, 2), "counted": (1, 2)}


def template() -> bytes:
    """The sentences in order of the files that speak them, without dates, so that only words change it."""
    catalog = Catalog(charset="utf-8")
    for package in SPOKEN_IN:
        for path in sorted((PROJECT / package).rglob("*.py")):
            name = path.relative_to(PROJECT).as_posix()
            for line, message, _comments, context in extract_from_file("python", path, keywords=KEYWORDS):
                catalog.add(message, locations=[(name, line)], context=context)
    output = io.BytesIO()
    write_po(output, catalog, width=100, omit_header=True, sort_by_file=True, include_lineno=False)
    return output.getvalue()


def main() -> int:
    """Write the template, or with `--check` say whether it lags behind."""
    collected = template()
    if "--check" in sys.argv[1:]:
        if TEMPLATE.exists() and TEMPLATE.read_bytes() == collected:
            return 0
        print("locale/messages.pot lags behind the code: run `make locale`.", file=sys.stderr)
        return 1
    TEMPLATE.write_bytes(collected)
    return 0


if __name__ == "__main__":
    sys.exit(main())
