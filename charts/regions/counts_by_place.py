"""The last count of each region in the Answer, or that it has none; for the map and the ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from charts.canvas import titles
from charts.canvas.hover import in_words, time_of, value_in_words
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Measure


class OneMetricError(ValueError):
    """The question names several metrics; a map and a ranking show one."""


@dataclass(frozen=True, kw_only=True)
class Region:
    """One place of the question. `label` is its row's label; None where there is no count."""

    place: str
    name: str
    value: float | None
    label: int | None
    words: str  # the quantity, or why there is none
    time: str  # the day or period of the count; empty where there is none
    hover: str


def regions_of(answer: Answer) -> list[Region]:
    """The places of the question in its order, each with its last count.

    Raises OneMetricError where the question asks for several metrics.
    """
    if len(answer.query.metrics) != 1:
        raise OneMetricError(f"{len(answer.query.metrics)} metrics")
    last = _last_rows(answer)
    return [_region(place, last.get(place), answer=answer) for place in answer.query.places]


def _last_rows(answer: Answer) -> dict[str, Row]:
    """The last row with a value for each place; where none has one, the last row, which says why."""
    ordered = sorted(
        answer.rows, key=lambda row: (row.value is not None, row.period_end or date.min, row.bucket)
    )
    return {row.place: row for row in ordered}


def _region(place: str, row: Row | None, *, answer: Answer) -> Region:
    name = titles.place_name(answer, place)
    if row is None or row.value is None:
        why = _("no count") if row is None else value_in_words(row, answer=answer)
        hover = f"<b>{plain(why)}</b><br>{plain(name)}"
        return Region(place=place, name=name, value=None, label=None, words=why, time="", hover=hover)
    return Region(
        place=place,
        name=name,
        value=row.value,
        label=row.label,
        words=value_in_words(row, answer=answer),
        time=time_of(row, answer),
        hover=in_words(row, name=name, answer=answer),
    )


def shared_time(regions: list[Region]) -> str:
    """The day or period of all counts, where it is the same for all; else empty."""
    times = {region.time for region in regions if region.time}
    return times.pop() if len(times) == 1 else ""


def cautions(answer: Answer, regions: list[Region]) -> list[str]:
    """That counts for different periods do not compare, where that is so."""
    is_flow = answer.query.measure in (Measure.HAPPENED, Measure.NEWLY_DOCUMENTED)
    times = {region.time for region in regions if region.time}
    if not is_flow or len(times) < 2:  # noqa: PLR2004 - two periods differ
        return []
    return [_("The counts are for different periods and do not compare.")]


def subtitle(answer: Answer, regions: list[Region]) -> str:
    """The people counted, the counter, and the day: one for all, or "each region's last count"."""
    time = shared_time(regions)
    time = time or _("last count of each place, {start} to {end}").format(
        start=phrasing.day(answer.start), end=phrasing.day(answer.end)
    )
    return titles.subtitle(answer, time=time)


def title(answer: Answer, *, area: str = "") -> str:
    """The metric "by place", and the country where it is given."""
    what = _("{what}, by place").format(what=titles.what(answer))
    return _("{what}: {where}").format(what=what, where=area) if area else what


def alternative(answer: Answer, regions: list[Region], *, area: str, ends: list[str]) -> str:
    """Every place with its value and time, highest first, and which have no count."""
    counted = ranked([region for region in regions if region.value is not None])
    listed = [f"{region.name}: {region.words} ({region.time})" for region in counted]
    none = [f"{region.name} ({region.words})" for region in regions if region.value is None]
    paragraphs = [f"{title(answer, area=area)}. {subtitle(answer, regions)}."]
    if answer.query.measure is Measure.PER_100K:
        paragraphs.append(_("The numbers are: {axis}.").format(axis=titles.axis_title(answer)))
    paragraphs.append("; ".join(listed) + "." if listed else _("There is no count to show."))
    if none:
        paragraphs.append(_("No count, which is not zero: {places}.").format(places="; ".join(none)))
    return "\n\n".join([*paragraphs, *ends])


def ranked(regions: list[Region]) -> list[Region]:
    """Highest first; equal ones by name; those without a count last."""
    return sorted(regions, key=lambda region: (region.value is None, -(region.value or 0), region.name))
