"""A correction judges one observation, named by its whole key and the value that it has."""

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_correction_match(tables: Tables) -> list[Finding]:
    """Corrections must be about exactly one observation: one that misses lets a known fault back in."""
    matched = tables.matches["correction"].value_counts()
    found = []
    for line, correction in tables.corrections.iterrows():
        number = int(matched.get(line, 0))
        if number == 1:
            continue
        found.append(
            finding(
                severity=Severity.ERROR,
                rule="correction_match",
                table="corrections.csv",
                lines=(int(str(line)),),
                column="expected_value",
                value=str(correction["expected_value"]),
                message=(
                    f"`the correction` must be about exactly one observation: line {line},"
                    f" {correction['metric']} of {correction['source_id']} with `expected_value`"
                    f" {correction['expected_value']}, matches {number}"
                ),
            )
        )
    return found
