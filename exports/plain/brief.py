"""The brief: the first page as plain HTML, of any place and time, to read without scripts, print or keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from charts import dark_colours
from exports.overview.changed_since import changes_since
from exports.overview.overview_sentences import (
    claims_by_reason,
    counts_of_parts_table,
    leads_in_a_line,
    missing_in_words,
    newest_in_words,
    nothing_in_words,
    sentences_to_say,
)
from exports.plain.links import Links, is_usual_place
from exports.plain.rendering import rendered_page
from exports.plain.shown import ShownNumber, charts_shown, numbers_shown
from metrics.counts.candidates import clocks_of
from metrics.counts.current_tables import today
from metrics.counts.listings import places_counted
from metrics.counts.small_tables import names_of_organisations
from metrics.counts.table_rows import all_places
from metrics.counts.typed_rows import Document
from metrics.headline.headline_questions import headline_question
from metrics.headline.offered_periods import OfferedPeriod, periods_offered
from metrics.headline.period_headlines import counts_of_parts, headlines_in, is_all_time
from metrics.language.phrasing import period
from metrics.query.query import Query
from validation import Dataset

# Wide enough for its words, and narrow enough that they can be read on a phone.
CHART_PIXELS: Final = 340
# More are found by their code or on the map.
MOST_PLACES: Final = 60
TABLES: Final = ("observations.csv", "sources.csv", "definitions.csv", "datapackage.json")


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link in a list; `is_here` is that of the page itself."""

    text: str
    href: str
    is_here: bool = False


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page without scripts says of itself, in its head and in its first lines.

    `time` is empty for all that the data set usually shows. `address` is where it is served, whole; empty
    for a file. `picture` is the address of a picture for previews of its link; empty where there is none.
    """

    dataset: Dataset
    query: Query
    place: str
    time: str
    address: str = ""
    picture: str = ""
    notices: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What the page is about: the title of the tables, and the place where it is not the usual one."""
        title = self.dataset.settings.title
        return title if is_usual_place(self.dataset, self.query) else f"{self.place}: {title}"

    @property
    def title(self) -> str:
        """The same with its time, for the tab of a browser and for search engines."""
        return " · ".join(part for part in (self.heading, self.time) if part)


def page_of(
    dataset: Dataset, query: Query, *, address: str = "", picture: str = "", notices: tuple[str, ...] = ()
) -> Page:
    """The page of a question."""
    end = query.end or clocks_of(dataset, query).end
    return Page(
        dataset=dataset,
        query=query,
        place=all_places(dataset)[query.places[0]].name,
        time="" if is_all_time(dataset, query) else period(query.start, end),
        address=address,
        picture=picture,
        notices=notices,
    )


def brief_html(page: Page, links: Links) -> str:
    """The page to read."""
    dataset, query = page.dataset, page.query
    settings = dataset.settings
    found = headlines_in(dataset, query, settings.headline_metrics)
    leads, others = numbers_shown(dataset, query, found, query.known_on or today())
    charts = charts_shown(dataset, query) if found else ()
    clocks = clocks_of(dataset, query)
    return rendered_page(
        "brief.html",
        dataset=dataset,
        links=links,
        page=page,
        description=leads_in_a_line(dataset, query) or settings.description,
        about=settings.description,
        newest=newest_in_words(dataset, query),
        counter=names_of_organisations(dataset)[query.counted_by],
        known_on=clocks.known_on,
        edition=clocks.edition,
        is_past=query.known_on is not None or query.edition is not None,
        as_of_today=links.brief(query.as_of_today()),
        changed=changes_since(dataset, query, found),
        nothing="" if found else nothing_in_words(dataset, query),
        leads=leads,
        others=others,
        missing=missing_in_words(dataset, found) if found else "",
        sentences=sentences_to_say(dataset, query, found) if found else (),
        charts=charts,
        pixels=CHART_PIXELS,
        colours=colours_of([chart.picture(pixels=CHART_PIXELS) for chart in charts]),
        claims=tuple(claims_by_reason(found).items()),
        parts=_parts(dataset, query),
        documents=documents_behind((*leads, *others)),
        periods=tuple(_periods(dataset, query, links)),
        places=tuple(_places(dataset, query, links)),
        files=tuple(Way(text=name, href=links.table(name)) for name in TABLES),
        settings=settings,
        dashboard=links.overview(query),
    )


def _parts(dataset: Dataset, query: Query) -> object:
    parts = counts_of_parts(dataset, query, dataset.settings.headline_metrics)
    return counts_of_parts_table(parts) if parts else None


def colours_of(pictures: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The colours that are in the pictures, each with that of the dark scheme."""
    drawn = "".join(pictures)
    return tuple((light, dark) for light, dark in dark_colours().items() if f'"{light}"' in drawn)


def documents_behind(numbers: Sequence[ShownNumber]) -> tuple[Document, ...]:
    """The documents that numbers rest on, each once, the newest first."""
    named = {document.source_id: document for one in numbers for document in one.documents}
    return tuple(sorted(named.values(), key=lambda one: (one.published, one.source_id), reverse=True))


def _periods(dataset: Dataset, query: Query, links: Links) -> Iterator[Way]:
    for one in offered(dataset, query):
        asked = replace(query, start=one.start, end=one.end)
        yield Way(text=one.words, href=links.brief(asked), is_here=asked == query)


def offered(dataset: Dataset, query: Query) -> tuple[OfferedPeriod, ...]:
    """The periods that the first page offers on the question's days."""
    return periods_offered(dataset, known_on=clocks_of(dataset, query).known_on)


def _places(dataset: Dataset, query: Query, links: Links) -> Iterator[Way]:
    """The other places for which a headline number is published, of any time."""
    for code in places_with_numbers(dataset, query)[:MOST_PLACES]:
        asked = replace(query, places=(code,))
        yield Way(text=all_places(dataset)[code].name, href=links.brief(asked), is_here=asked == query)


def places_with_numbers(dataset: Dataset, query: Query) -> tuple[str, ...]:
    """The places for which any headline metric has a count, in the order of the tables."""
    asked = replace(
        headline_question(dataset, query, dataset.settings.headline_metrics[0]),
        metrics=dataset.settings.headline_metrics,
    )
    return places_counted(dataset, asked)
