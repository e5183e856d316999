"""A citation that names an edition gives the same number for ever."""

from validation.findings import Finding, Severity, finding
from validation.sealing import digest_by, rows_by
from validation.tables import Tables


def check_broken_seal(tables: Tables) -> list[Finding]:
    """Sealed rows must be unchanged: rows are added with a later day, and mistakes get a correction."""
    found = []
    for line, edition in tables.editions.iterrows():
        day, rows = edition["day"], len(rows_by(frame=tables.observations, day=edition["day"]))
        if rows == edition["rows"] and digest_by(tables=tables, day=day) == edition["sha256"]:
            continue
        counted = f"{edition['rows']} observations were sealed, {rows} are recorded up to that day now"
        same = "as many observations as were sealed, but rows recorded up to that day were changed"
        what = same if rows == edition["rows"] else counted
        message = (
            f"`the edition of {day:%Y-%m-%d}` must be as it was sealed (line {line}, `sha256`): {what};"
            " put back what was sealed, and record what is new with a later day"
        )
        found.append(
            finding(
                severity=Severity.ERROR,
                rule="broken_seal",
                table="editions.csv",
                lines=(int(str(line)),),
                column="sha256",
                value=edition["sha256"],
                message=message,
            )
        )
    return found
