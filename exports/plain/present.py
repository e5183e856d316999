"""Screens to present: one finding each, in big letters, in an order that the link keeps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from exports.overview.overview_sentences import (
    claims_by_reason,
    leads_in_a_line,
    newest_in_words,
    nothing_in_words,
)
from exports.plain.brief import Page, documents_behind
from exports.plain.links import SLIDES, Links
from exports.plain.rendering import ROOM, rendered_page
from exports.plain.shown import ShownChart, ShownNumber, charts_shown, numbers_shown
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.counts.small_tables import names_of_organisations
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in
from metrics.language.phrasing import listed
from metrics.language.wording import _
from metrics.number.sentence import Sentence
from metrics.query.invalid_query import ParameterError, shortened
from metrics.query.query import Query
from validation import Dataset

# The script of the screens, which they do without where there is none.
KEYS: Final = ROOM / "keys.js"
TITLE: Final = "title"
LIMITS: Final = "limits"
KINDS: Final = ("level", "total", "newly", "places")
# For a screen that is wider than high: few pixels, so that letters are large when it fills the screen.
PIXELS: Final = 640
MARKS: Final = 175
MARKS_OF_LISTS: Final = 290
PHONE_PIXELS: Final = 340


@dataclass(frozen=True, kw_only=True, eq=False)
class Screen:
    """One screen: `code` names it in the link; `name` is what a list of screens calls it.

    Of its contents one is given: a number, a chart, or the claims that the numbers do not support.
    """

    code: str
    name: str
    number: ShownNumber | None = None
    chart: ShownChart | None = None
    claims: tuple[tuple[Sentence, tuple[str, ...]], ...] = ()

    @property
    def kind(self) -> Literal["title", "number", "chart", "limits"]:
        """What is on it."""
        if self.number:
            return "number"
        if self.chart:
            return "chart"
        return "limits" if self.claims else "title"


@dataclass(frozen=True, kw_only=True)
class Choosable:
    """A screen in the list from which screens are chosen: whether it is shown, and how it comes earlier."""

    code: str
    name: str
    is_shown: bool
    earlier: str


def present_html(page: Page, links: Links, slides: Sequence[str] = ()) -> str:
    """The screens of a place and a time; all of them, or these in this order.

    What is asked for and has no figure here is left out, which the first screen says. Raises ParameterError
    for a screen that there never is.
    """
    dataset, query = page.dataset, page.query
    screens = screens_of(dataset, query)
    chosen = _chosen(dataset, screens, slides)
    clocks = clocks_of(dataset, query)
    return rendered_page(
        "present.html",
        dataset=dataset,
        links=links,
        page=page,
        description=leads_in_a_line(dataset, query) or dataset.settings.description,
        screens=tuple(chosen.values()),
        missing=_missing(screens, slides),
        choosable=tuple(_choosable(screens, chosen, links, query)) if links.chosen_here() else (),
        hidden=links.parameters(query),
        nothing="" if len(screens) > 1 else nothing_in_words(dataset, query),
        newest=newest_in_words(dataset, query),
        counter=names_of_organisations(dataset)[query.counted_by],
        known_on=clocks.known_on,
        edition=clocks.edition,
        documents=documents_behind([one.number for one in chosen.values() if one.number]),
        settings=dataset.settings,
        pixels=PIXELS,
        marks=MARKS,
        marks_of_lists=MARKS_OF_LISTS,
        phone_pixels=PHONE_PIXELS,
        slides=SLIDES,
    )


def screens_of(dataset: Dataset, query: Query) -> Mapping[str, Screen]:
    """All screens by their codes: each number followed by its charts, then places, then what is not said."""
    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    return {screen.code: screen for screen in _screens(dataset, query, found)}


def _screens(dataset: Dataset, query: Query, found: tuple[Headline, ...]) -> Iterator[Screen]:
    yield Screen(code=TITLE, name=_("Title"))
    if not found:
        return
    leads, others = numbers_shown(dataset, query, found, query.known_on or today())
    charts = {chart.code: chart for chart in charts_shown(dataset, query)}
    for number in (*leads, *others):
        yield Screen(code=number.code, name=f"{number.number} {number.label}", number=number)
        for kind in KINDS[:-1]:
            chart = charts.pop(f"{kind}-{number.code}", None)
            if chart:
                yield _of_chart(chart)
    yield from map(_of_chart, charts.values())
    claims = tuple(claims_by_reason(found).items())
    if claims:
        yield Screen(code=LIMITS, name=_("What these figures cannot tell you"), claims=claims)


def _of_chart(chart: ShownChart) -> Screen:
    return Screen(code=chart.code, name=_("Chart: {title}").format(title=chart.title), chart=chart)


def _chosen(dataset: Dataset, screens: Mapping[str, Screen], slides: Sequence[str]) -> dict[str, Screen]:
    metrics = dataset.settings.headline_metrics
    possible = {TITLE, LIMITS, *metrics, *(f"{kind}-{metric}" for kind in KINDS for metric in metrics)}
    for code in slides:
        if code not in possible and code not in screens:
            raise ParameterError(
                parameter=SLIDES,
                value=code,
                problem=f"has the unknown value `{shortened(code)}`",
                allowed=tuple(screens),
            )
    wanted = dict.fromkeys(slides) if slides else screens
    return {code: screens[code] for code in wanted if code in screens} or {TITLE: screens[TITLE]}


def _missing(screens: Mapping[str, Screen], slides: Sequence[str]) -> str:
    left_out = [code for code in dict.fromkeys(slides) if code not in screens]
    if not left_out:
        return ""
    words = _("Left out, because there is no figure for this place and time: {screens}.")
    return words.format(screens=listed(left_out))


def _choosable(
    screens: Mapping[str, Screen], chosen: Mapping[str, Screen], links: Links, query: Query
) -> Iterator[Choosable]:
    order = list(chosen)
    for at, code in enumerate(order):
        moved = [*order[: at - 1], code, order[at - 1], *order[at + 1 :]] if at else []
        earlier = links.present(query, moved) if moved else ""
        yield Choosable(code=code, name=screens[code].name, is_shown=True, earlier=earlier)
    for code, screen in screens.items():
        if code not in chosen:
            yield Choosable(code=code, name=screen.name, is_shown=False, earlier="")
