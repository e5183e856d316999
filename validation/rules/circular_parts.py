"""Places lie in places and metrics are parts of metrics, up to one that is a part of nothing."""

from collections.abc import Mapping

from validation.findings import Finding, Severity, finding
from validation.tables import Tables


def check_circular_parts(tables: Tables) -> list[Finding]:
    """Wholes must be outside their parts: a circle has no top, and adding up would never end."""
    found = []
    for table, code, whole in (("places", "place", "parent"), ("metrics", "metric", "part_of")):
        frame = getattr(tables, table)
        wholes = dict(zip(frame[code], frame[whole], strict=True))
        for line, start in frame[code].items():
            if _is_in_circle(start=start, wholes=wholes):
                found.append(_circle(table=table, line=int(line), column=whole, code=start))
    return found


def _is_in_circle(*, start: str, wholes: Mapping[str, str]) -> bool:
    seen = set()
    code = wholes.get(start, "")
    while code and code not in seen:
        seen.add(code)
        code = wholes.get(code, "")
    return start in seen


def _circle(*, table: str, line: int, column: str, code: str) -> Finding:
    return finding(
        severity=Severity.ERROR,
        rule="circular_parts",
        table=f"{table}.csv",
        lines=(line,),
        column=column,
        value=code,
        message=f"`{column}` must be outside its own parts: `{code}` (line {line}) is a part of itself",
    )
