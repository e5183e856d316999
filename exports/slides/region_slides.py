"""Places beside each other, highest first, on as many slides as they need; those without a figure named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from charts import Look, ranking
from charts.canvas.credit import source_and_days
from charts.regions.counts_by_place import Region, cautions, ranked, regions_of
from charts.regions.ranking import MOST_ENTRIES
from exports.figure_findings import regional_finding
from exports.nothing import NothingToTakeError
from exports.paper.chart_kinds import Asked
from exports.slides.native_charts import chart_of_places
from exports.slides.notes import notes_of, said_with
from exports.slides.slide import Slide
from exports.slides.text_fit import is_burmese
from metrics.answer.answer import Answer
from metrics.answer.answering import answer_for
from metrics.counts.levels import levels_of
from metrics.language.phrasing import listed, number
from metrics.language.wording import _
from metrics.query.query import Measure

MOST_BARS: Final = 15  # on one slide
MOST_TALL_BARS: Final = 8  # with names in Burmese, whose lines are higher


def region_slides(asked: Asked) -> Iterator[Slide]:
    """The places of a level, for each metric; of the first level where none is named.

    Raises NothingToTakeError where the tables have no places within others.
    """
    levels = levels_of(asked.dataset)
    level = asked.level or next(iter(levels), "")
    if not level:
        raise NothingToTakeError(_("There are no places within other places in this data."))
    for metric in asked.query.metrics:
        yield from places_beside(_of_metric(asked, metric, level))


def _of_metric(asked: Asked, metric: str, level: str) -> Asked:
    return replace(asked, level=level, query=replace(asked.query, metrics=(metric,)))


def places_beside(asked: Asked) -> Iterator[Slide]:
    """The newest figure of each place as bars; nothing where no place has one."""
    answer = answer_for(asked.dataset, asked.of_places)
    if answer.counted:
        yield from slides_of_places(answer, area=asked.area)


def slides_of_places(answer: Answer, *, area: str) -> Iterator[Slide]:
    """The same of an answer."""
    ordered = ranked(regions_of(answer))
    counted = [one for one in ordered if one.value is not None]
    drawing = ranking(answer, look=Look(), area=area)
    finding = str(regional_finding(answer)) if answer.query.measure is Measure.TOTAL else ""
    said = said_with(answer, _said(answer, ordered))
    parts = list(_parts(counted[:MOST_ENTRIES]))
    for at, part in enumerate(parts):
        part_of = _(" ({part} of {parts})").format(part=at + 1, parts=len(parts)) if len(parts) > 1 else ""
        yield Slide(
            title=(finding or drawing.title) + part_of,
            statistic=f"{drawing.title} · {drawing.subtitle}" if finding else drawing.subtitle,
            said=said if at == len(parts) - 1 else (),
            foot=f"{drawing.subtitle}. {source_and_days(answer)}",
            notes=notes_of(answer, more=_said(answer, ordered)),
            chart=chart_of_places(answer, part, highest=counted[0].value or 0, alt=_alt(drawing.title, part)),
            documents=answer.sources,
        )


def _parts(counted: Sequence[Region]) -> Iterator[Sequence[Region]]:
    """Of about the same length, so that no slide has one bar alone."""
    most = MOST_TALL_BARS if any(is_burmese(one.name) for one in counted) else MOST_BARS
    many = -(-len(counted) // most)
    wide = -(-len(counted) // many)
    return (counted[at : at + wide] for at in range(0, len(counted), wide))


def _said(answer: Answer, ordered: Sequence[Region]) -> tuple[str, ...]:
    """Places without a figure, by name; that only the highest are shown; and what does not compare."""
    none = [
        f"{one.name} ({one.words})" if one.words != _("no figure") else one.name
        for one in ordered
        if one.value is None
    ]
    without = (
        [_("No figure, which does not mean zero: {places}.").format(places=listed(none))] if none else []
    )
    counted = len(ordered) - len(none)
    words = _("Shown: the highest {shown} of {all} places.")
    cut = (
        [words.format(shown=number(MOST_ENTRIES), all=number(len(ordered)))] if counted > MOST_ENTRIES else []
    )
    return (*cut, *without, *cautions(answer, list(ordered)))


def _alt(title: str, part: Sequence[Region]) -> str:
    return f"{title}.\n\n" + "; ".join(f"{one.name}: {one.words} ({one.time})" for one in part) + "."
