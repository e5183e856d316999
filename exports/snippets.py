"""How a program gets exactly one number: the lines for a shell, for Python and for R."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from metrics.answer.frames import SERIES_COLUMNS
from metrics.query.query import Query
from metrics.question.address import address_of

VALUE: Final = SERIES_COLUMNS.index("value") + 1
BUCKET: Final = SERIES_COLUMNS.index("bucket") + 1


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """A few lines in a language, which print the number."""

    language: str
    lines: str


def snippets(
    query: Query, *, bucket: str, host: str, since: tuple[date, str] | None = None
) -> tuple[Snippet, ...]:
    """The lines that print the number of a question about one number, asked of the server at `host`.

    With `since`, the day and the bucket of an earlier number, what this one has more than that.

    The number is picked by its bucket, since a question about a period may be answered by periods within it.
    """
    if since is not None:
        return _of_a_difference(replace(query, start=since[0]), buckets=(since[1], bucket), host=host)
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


def _of_a_difference(query: Query, *, buckets: tuple[str, str], host: str) -> tuple[Snippet, ...]:
    """The lines that subtract an earlier number from a later one of the same series."""
    earlier, later = buckets
    address = f"{host}/api/v1/series.csv?{address_of(query)}"
    # `awk` knows no quotes: a detail with a comma in it would shift its columns.
    subtract = (
        f'awk -F, \'${BUCKET} == "{later}" {{later = ${VALUE}}} ${BUCKET} == "{earlier}"'
        f" {{earlier = ${VALUE}}} END {{print later - earlier}}'"
    )
    picked = f"grep -F -e ',{earlier},' -e ',{later},'" if "," in query.detail else subtract
    return (
        Snippet(language="curl", lines=f"curl -s '{address}' |\n  {picked}"),
        Snippet(
            language="Python (pandas)",
            lines=(
                "import pandas as pd\n\n"
                f'rows = pd.read_csv("{address}", dtype={{"bucket": str}})\n'
                'value = rows.set_index("bucket")["value"]\n'
                f'print(value["{later}"] - value["{earlier}"])'
            ),
        ),
        Snippet(
            language="R",
            lines=(
                f'rows <- read.csv("{address}", colClasses = c(bucket = "character"))\n'
                "value <- setNames(rows$value, rows$bucket)\n"
                f'print(value[["{later}"]] - value[["{earlier}"]])'
            ),
        ),
    )
