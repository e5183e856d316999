"""What a page or a picture shows of a question: its chart in any size, and the words around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from charts import Drawing, Look, draw
from charts.over_time.few import has_few
from exports.figure_headings import Heading, heading_of
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.coverage.verification_lag import open_since
from metrics.query.query import Query
from validation import Dataset

Shape = Literal["wide", "list", "map"]


@dataclass(frozen=True, kw_only=True, eq=False)
class Shown:
    """A chart that can be drawn for any `Look`, its heading where something was found, its caveats, its day.

    `about` is the title of the tables, which a picture carries out of the room. `shape` is what the chart is
    by nature: as wide as its room, a list as long as its room, or a map, which is higher than wide.
    """

    draw: Callable[[Look], Drawing]
    heading: Heading | None
    caveats: tuple[str, ...]
    day: date
    about: str
    shape: Shape = "wide"

    def drawn(self, look: Look) -> Drawing:
        """The chart under its heading, as a page shows it: the statistic says what the heights are."""
        chart = self.draw(look)
        if self.heading is None:
            return chart
        title, subtitle = str(self.heading.title), str(self.heading.subtitle)
        return replace(chart, title=title, subtitle=subtitle, axis="")


def shown_over_time(dataset: Dataset, query: Query) -> Shown:
    """The chart that Explore shows of a question."""
    answer, since = answer_for(dataset, query), open_since(dataset, query)

    def chart(look: Look) -> Drawing:
        return draw(answer, look=look, open_since=since)

    takes_finding = chart(Look()).takes_finding
    return Shown(
        draw=chart,
        heading=heading_of(answer, takes_finding=takes_finding),
        caveats=caveats_of(answer),
        day=answer.known_on,
        about=dataset.settings.title,
        shape="list" if len(query.metrics) * len(query.places) > 1 and has_few(answer) else "wide",
    )


def caveats_of(answer: Answer) -> tuple[str, ...]:
    """The caveats of an answer, each once."""
    return tuple(dict.fromkeys(str(caveat.message) for caveat in answer.caveats))
