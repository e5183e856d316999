"""Codes of group, sex and age are explained in dataset.toml, or are among those that every data set has."""

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_unknown_word(tables: Tables) -> list[Finding]:
    """Codes of group, sex and age must be known: readers are shown their words."""
    found = []
    for column, known in tables.settings.words.items():
        used = tables.observations[column]
        unknown = used[~used.isin(list(known))]
        for value, lines in unknown.groupby(unknown, sort=False).groups.items():
            found.append(_unknown(column, str(value), list(lines), known=", ".join(known)))
    return found


def _unknown(column: str, value: str, lines: list[int], *, known: str) -> Finding:
    return finding(
        severity=Severity.ERROR,
        rule="unknown_word",
        table="observations.csv",
        lines=tuple(int(line) for line in lines),
        column=column,
        value=value,
        message=(
            f"`{column}` must be known: `{value}` (line {lines[0]} first) is none of {known}, and has no"
            f" words under [words.{column}] of dataset.toml"
        ),
    )
