"""One axis: from values to pixels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

SECONDS_OF_A_DAY: Final = 86_400


@dataclass(frozen=True, kw_only=True)
class Axis:
    """One axis: the values at its ends, and the pixels where these lie. `options` are those of the chart."""

    options: Mapping[str, Any]
    start: float
    end: float
    first: float
    last: float

    @property
    def is_time(self) -> bool:
        """Whether its values are days."""
        return self.options.get("type") == "date"

    @property
    def per_unit(self) -> float:
        """Pixels for a count of one, or for a day; negative where values go up."""
        return (self.last - self.first) / ((self.end - self.start) or 1)

    def at(self, value: float | str) -> float:
        """The pixel of a value."""
        return self.first + (number_of(value) - self.start) * self.per_unit

    def within(self, pixel: float) -> float:
        """The pixel, or the end of the axis beyond which it lies."""
        low, high = sorted((self.first, self.last))
        return min(max(pixel, low), high)

    def shows(self, value: float | str) -> bool:
        """Whether a value lies between its ends."""
        low, high = sorted((self.start, self.end))
        return low <= number_of(value) <= high


def number_of(value: float | str) -> float:
    """A value as a number: of a day, the days since the beginning of the calendar."""
    if not isinstance(value, str):
        return float(value)
    moment = datetime.fromisoformat(value)
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return moment.toordinal() + seconds / SECONDS_OF_A_DAY
