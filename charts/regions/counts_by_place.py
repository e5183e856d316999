"""The last count of each region in the Answer, or that it has none; for the map and the ranking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from charts.canvas import titles
from charts.canvas.hover import in_words, time_of, value_in_words
from charts.series.alternative import MOST_WITHOUT
from metrics.answer.answer import Answer
from metrics.answer.rows import Row
from metrics.headline.newest_of_places import Newest, days_between, newest_of_each_place
from metrics.language import phrasing
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.query.query import Measure

MOST_LATER_BOUNDS: Final = 5  # more are found in the table


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
    short_time: str  # the same where there is little room
    later: str  # the bound that was printed for a later day; empty where there is none
    hover: str


def regions_of(answer: Answer) -> list[Region]:
    """The places of the question in its order, each with its last count.

    Raises OneMetricError where the question asks for several metrics.
    """
    if len(answer.query.metrics) != 1:
        raise OneMetricError(f"{len(answer.query.metrics)} metrics")
    newest = newest_of_each_place(answer)
    return [_region(place, newest.get(place), answer=answer) for place in answer.query.places]


def _region(place: str, newest: Newest | None, *, answer: Answer) -> Region:
    name = titles.place_name(answer, place)
    if newest is None or newest.row.value is None:
        why = _("no figure") if newest is None else value_in_words(newest.row, answer=answer)
        hover = f"<b>{plain(why)}</b><br>{plain(name)}"
        return Region(
            place=place,
            name=name,
            value=None,
            label=None,
            words=why,
            time="",
            short_time="",
            later="",
            hover=hover,
        )
    later = _later(newest, answer=answer)
    hover = in_words(newest.row, name=name, answer=answer)
    return Region(
        place=place,
        name=name,
        value=newest.row.value,
        label=newest.row.label,
        words=value_in_words(newest.row, answer=answer),
        time=time_of(newest.row, answer),
        short_time=_short_time(newest.row, answer),
        later=later,
        hover=f"{hover}<br>{plain(later)}" if later else hover,
    )


def _short_time(row: Row, answer: Answer) -> str:
    """A day in few letters; a period in full, which nothing shorter says."""
    if row.period_end is None or answer.query.measure in (Measure.HAPPENED, Measure.NEWLY_DOCUMENTED):
        return time_of(row, answer)
    return phrasing.short_day(row.period_end)


def _later(newest: Newest, *, answer: Answer) -> str:
    if newest.later_bound is None:
        return ""
    value = value_in_words(newest.later_bound, answer=answer)
    words = _("{quantity} by {day}")
    if answer.metrics[newest.row.metric].kind == "stock":
        words = _("{quantity} on {day}")
    return words.format(quantity=value, day=phrasing.day(newest.later_bound.day))


def shared_time(regions: list[Region]) -> str:
    """The day or period of all counts, where it is the same for all; else empty."""
    times = {region.time for region in regions if region.time}
    return times.pop() if len(times) == 1 else ""


def cautions(answer: Answer, regions: list[Region]) -> list[str]:
    """That counts for different periods do not compare, or are of different days; and what came later."""
    if answer.query.measure in (Measure.HAPPENED, Measure.NEWLY_DOCUMENTED):
        times = {region.time for region in regions if region.time}
        return [_("The figures are for different periods and cannot be compared.")] if len(times) > 1 else []
    return [*_different_days(answer), *_later_bounds(regions)]


def _different_days(answer: Answer) -> list[str]:
    days = days_between(newest_of_each_place(answer))
    if days is None:
        return []
    words = _(
        "The figures are for different dates, from {start} to {end}, so places may differ because"
        " their dates do."
    )
    return [words.format(start=phrasing.day(days[0]), end=phrasing.day(days[1]))]


def _later_bounds(regions: list[Region]) -> list[str]:
    """The bounds that were printed after the counts shown: whoever shows the one must not hide the other."""
    later = [f"{region.name}: {region.later}" for region in regions if region.later]
    if not later:
        return []
    if len(later) > MOST_LATER_BOUNDS:
        words = _("For {count} places, a limit was published for a later date; it is in the table.")
        return [words.format(count=phrasing.number(len(later)))]
    return [_("Published for a later date: {bounds}.").format(bounds="; ".join(later))]


def subtitle(answer: Answer, regions: list[Region]) -> str:
    """The people counted, the counter, and the day: one for all, or that each has its own."""
    time = shared_time(regions) or _("latest figure for each place")
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
        paragraphs.append(_("The numbers show: {axis}.").format(axis=titles.axis_title(answer)))
    paragraphs.append("; ".join(listed) + "." if listed else _("There are no figures to show."))
    if none:
        paragraphs.append(_("No figure, which does not mean zero: {places}.").format(places="; ".join(none)))
    return "\n\n".join([*paragraphs, *ends])


def none_in_words(regions: list[Region]) -> str:
    """The places without a count, by name; empty where all have one, and where none has."""
    none = [region for region in regions if region.value is None]
    if not none or len(none) == len(regions):
        return ""
    if len(none) > MOST_WITHOUT:
        words = _("No figure for {count} of {all} places.")
        return words.format(count=phrasing.number(len(none)), all=phrasing.number(len(regions)))
    return _("No figure: {places}.").format(places="; ".join(region.name for region in none))


def ranked(regions: list[Region]) -> list[Region]:
    """Highest first; equal ones by name; those without a count last."""
    return sorted(regions, key=lambda region: (region.value is None, -(region.value or 0), region.name))
