"""How a program gets exactly one number: the lines for a shell, for Python and for R."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from metrics.address import address_of
from metrics.answer import SERIES_COLUMNS
from metrics.query import Query

VALUE: Final = SERIES_COLUMNS.index("value") + 1


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """A few lines in a language, which print the number."""

    language: str
    lines: str


def snippets(query: Query, *, bucket: str, host: str) -> tuple[Snippet, ...]:
    """The lines that print the number of a question about one number, asked of the server at `host`.

    The number is picked by its bucket, since a question about a period may be answered by periods within it.
    """
    # A detail with a comma in it is quoted: `cut` knows no quotes, so that there the whole row is printed.
    picked = "" if "," in query.detail else f" | cut -d, -f{VALUE}"
    address = f"{host}/api/v1/series.csv?{address_of(query)}"
    return (
        Snippet(
            language="curl",
            lines=f"curl -s '{address}' |\n  grep -F ',{bucket},'{picked}",
        ),
        Snippet(
            language="Python (pandas)",
            lines=(
                "import pandas as pd\n\n"
                f'rows = pd.read_csv("{address}", dtype={{"bucket": str}})\n'
                f'print(rows.loc[rows["bucket"] == "{bucket}", "value"].item())'
            ),
        ),
        Snippet(
            language="R",
            lines=(
                f'rows <- read.csv("{address}", colClasses = c(bucket = "character"))\n'
                f'print(rows[rows$bucket == "{bucket}", "value"])'
            ),
        ),
    )
