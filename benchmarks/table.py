"""The table that README quotes, in Markdown, line by line as it becomes known."""

from __future__ import annotations

import math
from collections.abc import Sequence

HEAD = "| measured | median | quartiles | target | |\n|---|---|---|---|---|"


def line(
    name: str,
    values: Sequence[float],
    *,
    target: float | None = None,
    digits: int = 0,
    at_least: bool = False,
) -> None:
    """The median of some values, their quartiles, and whether the median meets the target.

    `at_least` is for a target that is to be reached, not kept below.
    """
    low, middle, high = (quantile(values, share) for share in (0.25, 0.5, 0.75))
    wanted, verdict = "", ""
    if target is not None:
        wanted = f"{'≥' if at_least else '≤'} {_written(target, digits)}"
        verdict = "met" if (middle >= target if at_least else middle <= target) else "missed"
    spread = f"{_written(low, digits)} to {_written(high, digits)}" if len(values) > 1 else ""
    print(f"| {name} | {_written(middle, digits)} | {spread} | {wanted} | {verdict} |", flush=True)


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that such a share of all values does not exceed: always one that was measured."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def _written(value: float, digits: int) -> str:
    return "never" if math.isinf(value) else f"{value:,.{digits}f}"
