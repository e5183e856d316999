"""A detail names each kind of part once."""

from validation.findings import Finding
from validation.row_faults import row_faults
from validation.tables import Tables


def check_repeated_detail(tables: Tables) -> list[Finding]:
    """Keys in detail must be named once: a count of one cause and another cause at once counts nobody."""
    rows = tables.observations
    keys = rows["detail"].str.findall(r"(?:^|; )([a-z_]+):")
    wrong = rows[keys.map(len) != keys.map(lambda found: len(set(found)))]
    return row_faults(
        rows=wrong,
        table="observations.csv",
        rule="repeated_detail",
        column="detail",
        message="`detail` must name each key once: `{detail}`",
    )
