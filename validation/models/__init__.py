"""The one definition of the columns: a pandera model for each table, and the keys that join them.

The data dictionary and `datapackage.json` are generated from here.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import pandera.pandas as pa

from validation.models import codes
from validation.models.definitions import Definitions
from validation.models.judgements import Breaks, Corrections, Editions, Events
from validation.models.metrics import Metrics, Places
from validation.models.observations import Observations
from validation.models.sources import Organisations, Sources

OBSERVATION_KEY: Final = (
    "source_id",
    "counted_by",
    "metric",
    "place",
    "group",
    "sex",
    "age",
    "detail",
    "event_id",
    "basis",
    "period_start",
    "period_end",
)


@dataclass(frozen=True, kw_only=True)
class TableModel:
    """One table: its columns, the key of a row, and the tables in which its codes are explained.

    `references` maps a column to the table and column that explain it; empty cells refer to nothing.
    `may_lack` are columns that came later: a table without them is read as if they were empty.
    `may_add` is what further columns of text are called, as a pattern: the table may have any of them.
    """

    model: type[pa.DataFrameModel]
    title: str
    key: tuple[str, ...]
    references: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    may_be_absent: bool = False
    may_lack: tuple[str, ...] = ()
    may_add: str = ""

    @property
    def schema(self) -> pa.DataFrameSchema:
        """Strict, with no columns but its own, and coerced."""
        schema = self.model.to_schema()
        schema.strict, schema.coerce = True, True
        return schema

    def added(self, header: Iterable[str]) -> tuple[str, ...]:
        """The further columns of a file with this header."""
        return tuple(name for name in header if self.may_add and re.fullmatch(self.may_add, name))

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in the order of the file."""
        return tuple(self.model.to_schema().columns)


_COUNTED: Final = {
    "source_id": ("sources", "source_id"),
    "counted_by": ("organisations", "organisation"),
    "metric": ("metrics", "metric"),
    "place": ("places", "place"),
    "event_id": ("events", "event_id"),
}

TABLES: Final[Mapping[str, TableModel]] = MappingProxyType(
    {
        "observations": TableModel(
            model=Observations,
            title="Published counts",
            key=OBSERVATION_KEY,
            references=_COUNTED,
            may_lack=("value_to",),
        ),
        "sources": TableModel(
            model=Sources,
            title="Documents",
            key=("source_id",),
            references={"publisher": ("organisations", "organisation")},
        ),
        "organisations": TableModel(
            model=Organisations,
            title="Organisations",
            key=("organisation",),
            may_lack=("short_name", "about"),
        ),
        "metrics": TableModel(
            model=Metrics,
            title="Metrics",
            key=("metric",),
            references={"part_of": ("metrics", "metric")},
            may_lack=("not_counted", "noun", "counts_deaths"),
        ),
        "definitions": TableModel(
            model=Definitions,
            title="What organisations mean by what they count",
            key=("organisation", "metric", "valid_from"),
            references={
                "organisation": ("organisations", "organisation"),
                "metric": ("metrics", "metric"),
                "source_id": ("sources", "source_id"),
            },
            may_be_absent=True,
            may_lack=(
                "valid_from",
                "valid_to",
                "unit_of_count",
                "standard_of_proof",
                "not_reached",
                "quotation",
            ),
        ),
        "places": TableModel(
            model=Places,
            title="Places",
            key=("place",),
            references={"parent": ("places", "place")},
            may_lack=("in_sentence",),
            may_add=codes.NAME_IN_A_LANGUAGE,
        ),
        "corrections": TableModel(
            model=Corrections,
            title="Judgements on single observations",
            key=(*OBSERVATION_KEY, "action", "recorded"),
            references=_COUNTED,
        ),
        "editions": TableModel(model=Editions, title="Sealed editions", key=("day",), may_be_absent=True),
        "breaks": TableModel(
            model=Breaks,
            title="Breaks in series",
            key=("metric", "place", "date", "kind", "counted_by"),
            references={
                "metric": ("metrics", "metric"),
                "place": ("places", "place"),
                "counted_by": ("organisations", "organisation"),
                "source_id": ("sources", "source_id"),
            },
            may_lack=("counted_by",),
        ),
        "events": TableModel(
            model=Events,
            title="Events",
            key=("event_id",),
            references={"place": ("places", "place"), "source_id": ("sources", "source_id")},
            may_lack=("source_id",),
        ),
    }
)
