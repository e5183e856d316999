"""What a page's address carries beside a question about counts: say, which document is opened."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from app_pages.question.browser_address import Pairs, grouped
from metrics.query.invalid_query import ParameterError, shortened
from metrics.question.address import iso_day

NONE_CHOSEN: Final = ""

Own = Mapping[str, Collection[str]]  # the codes that each parameter may have, by its name


class AnyDay(Collection[str]):
    """Every day, as a code that a parameter may have; told to a reader by how a day is written."""

    def __contains__(self, code: object) -> bool:
        """Whether it is a day in ISO form."""
        return isinstance(code, str) and iso_day(code) is not None

    def __iter__(self) -> Iterator[str]:
        """What is allowed, in words."""
        yield "a day as YYYY-MM-DD"

    def __len__(self) -> int:
        """The number of things that are told."""
        return 1


def parted(pairs: Pairs, own: Own) -> tuple[Pairs, dict[str, list[str]]]:
    """What asks about counts; and the page's own parameters, each with one value, empty where none is chosen.

    Raises ParameterError for a code that is not known, and for a parameter that is given twice.
    """
    asked = tuple(pair for pair in pairs if pair[0] not in own)
    given = grouped(pair for pair in pairs if pair[0] in own)
    return asked, {name: [_one(name, given.get(name, [NONE_CHOSEN]), codes)] for name, codes in own.items()}


def _one(name: str, values: list[str], codes: Collection[str]) -> str:
    if len(values) > 1:
        raise ParameterError(
            parameter=name, value=", ".join(values), problem="is given more than once", allowed=("one value",)
        )
    (value,) = values
    if value != NONE_CHOSEN and value not in codes:
        raise ParameterError(
            parameter=name,
            value=value,
            problem=f"has the unknown value `{shortened(value)}`",
            allowed=tuple(codes),
        )
    return value
