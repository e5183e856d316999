"""The numbers of the first page on exactly one sheet: to read from, and to leave behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from charts import Look
from exports.citations import cited, documents_of
from exports.nothing import NothingToTakeError
from exports.overview.headline_numbers import by_lead, in_words
from exports.overview.overview_charts import Chart, charts_of, heading_of_chart
from exports.overview.overview_sentences import claims_by_reason, sentences_to_say
from exports.paper.facts import day_of, facts_of
from exports.paper.fitting import LETTERS, LETTERS_AT_LEAST, fitted, for_paper
from exports.paper.sheets import MARGIN, PAPERS, Paper
from exports.paper.shown import Shown, caveats_of
from exports.paper.typesetting import Content, as_pdf, measured
from metrics.answer.answering import answer_for
from metrics.counts.typed_rows import Document
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in
from metrics.language.wording import _, language, ngettext
from metrics.query.query import Query
from validation import Dataset

BETWEEN: Final = 18.0  # points between two charts
MOST_CHARTS: Final = 2


class NoBriefError(NothingToTakeError):
    """The question has no number to lead with; its message says so to a reader."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """How much a sheet holds: the size of its letters, how many lines of each part, how high a chart is."""

    letters: float
    caveats: int
    claims: int
    sources: int
    sentences: int
    chart: float
    charts: int = MOST_CHARTS


# Tried in turn, until all is on one page. What is left out is counted, and is at the address.
STEPS: Final = (
    Step(letters=10, caveats=9, claims=6, sources=12, sentences=6, chart=190),
    Step(letters=9.5, caveats=8, claims=5, sources=12, sentences=6, chart=175),
    Step(letters=9, caveats=7, claims=4, sources=10, sentences=6, chart=165),
    Step(letters=9, caveats=6, claims=3, sources=8, sentences=6, chart=160),
    Step(letters=8.5, caveats=6, claims=3, sources=8, sentences=5, chart=150),
    Step(letters=8.5, caveats=5, claims=2, sources=6, sentences=5, chart=140),
    Step(letters=8, caveats=4, claims=2, sources=6, sentences=4, chart=135),
    Step(letters=8, caveats=4, claims=0, sources=4, sentences=4, chart=130),
    Step(letters=8, caveats=3, claims=0, sources=4, sentences=3, chart=125),
    Step(letters=8, caveats=3, claims=0, sources=3, sentences=3, chart=110),
    Step(letters=8, caveats=2, claims=0, sources=3, sentences=3, chart=110),
    Step(letters=8, caveats=3, claims=0, sources=4, sentences=4, chart=150, charts=1),
    Step(letters=8, caveats=3, claims=0, sources=3, sentences=3, chart=120, charts=1),
    Step(letters=8, caveats=2, claims=0, sources=2, sentences=2, chart=110, charts=1),
    Step(letters=8, caveats=1, claims=0, sources=1, sentences=1, chart=0, charts=0),
)


def brief_pdf(dataset: Dataset, query: Query, *, paper: Paper, address: str) -> bytes:
    """One page about a question's place, counter and period; `address` is where it can be checked.

    Raises NoBriefError where no headline number is known.
    """
    return as_pdf(
        "brief", brief_content(dataset, query, paper=paper, address=address), day=day_of(dataset, query)
    )


def brief_content(dataset: Dataset, query: Query, *, paper: Paper, address: str) -> Content:
    """What the template sets, cut to what one page holds."""
    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    if not found:
        raise NoBriefError(
            _("There is no headline figure for this selection, so there is nothing to brief on.")
        )
    tried: dict[int, Content] = {}

    def is_on_one_page(at: int) -> bool:
        tried[at] = _content(dataset, query, found, STEPS[at], paper=paper, address=address)
        return measured("brief", tried[at], "pages")["count"] == 1

    # Each step takes less room than the one before it.
    first = bisect_left(range(len(STEPS) - 1), True, key=is_on_one_page)
    return tried.get(first) or _content(dataset, query, found, STEPS[first], paper=paper, address=address)


def _content(
    dataset: Dataset,
    query: Query,
    found: tuple[Headline, ...],
    step: Step,
    *,
    paper: Paper,
    address: str,
) -> dict[str, Any]:
    width, height = PAPERS[paper]
    charts = _charts(dataset, query)
    documents = _documents(found)
    marks = {document.source_id: str(at) for at, document in enumerate(documents[: step.sources], start=1)}
    leads, others = by_lead(dataset, found)
    return {
        "lang": language.get(),
        "width": width,
        "height": height,
        "margin": MARGIN,
        "letters": step.letters,
        "title": dataset.settings.title,
        "facts": facts_of(dataset, query),
        "leads": [_number(dataset, one, marks) for one in leads],
        "others": [_number(dataset, one, marks) for one in others],
        "charts": [_chart(dataset, chart, step, width=width) for chart in charts[: step.charts]],
        "between": BETWEEN,
        "say_title": _("To say aloud"),
        "say": [str(sentence) for sentence in sentences_to_say(dataset, query, found)[: step.sentences]],
        "must_title": _("To say with these figures"),
        "must": _cut(_must_be_said(charts, dataset, found), step.caveats),
        "claims_title": _("What these figures cannot tell you"),
        "claims": [str(claim) for claim in claims_by_reason(found)][: step.claims],
        "sources_title": _("Sources"),
        "sources": [
            {"mark": marks.get(one.source_id, ""), "words": cited(one)} for one in documents[: step.sources]
        ],
        "more_sources": _more(len(documents) - step.sources),
        "address_title": _("Every figure with its source"),
        "address": address,
        "licence": dataset.settings.licence,
    }


def _number(dataset: Dataset, headline: Headline, marks: Mapping[str, str]) -> dict[str, Any]:
    said = in_words(dataset, headline)
    notes = [
        marks[document.source_id]
        for document in documents_of(headline.answer, [headline.row])
        if document.source_id in marks
    ]
    return {
        "number": str(said.number),
        "whom": said.whom,
        "label": said.label,
        "time": f"{said.time} {said.source}",
        "short_time": str(said.time),
        "after": [str(sentence) for sentence in said.after],
        "notes": ", ".join(notes),
    }


def _documents(found: Sequence[Headline]) -> list[Document]:
    """The documents of the numbers, each once, in the order of the numbers."""
    known = (one for headline in found for one in documents_of(headline.answer, [headline.row]))
    return list({one.source_id: one for one in known}.values())


def _must_be_said(charts: Sequence[Chart], dataset: Dataset, found: tuple[Headline, ...]) -> list[str]:
    """What is said of each number's metric, and the caveats of the charts; each once."""
    said = []
    for headline in found:
        definition = headline.answer.definitions[headline.row.metric]
        if definition.caution:
            said.append(f"{headline.answer.metrics[headline.row.metric].label}: {definition.caution}")
    for chart in charts:
        said += caveats_of(answer_for(dataset, chart.query))
    return list(dict.fromkeys(said))


def _cut(lines: list[str], most: int) -> list[str]:
    rest = len(lines) - most
    words = ngettext(
        "{count} more, at the address below.", "{count} more, at the address below.", max(rest, 1)
    )
    return [*lines[:most], *([words.format(count=rest)] if rest > 0 else [])]


def _more(rest: int) -> str:
    words = ngettext("{count} more document.", "{count} more documents.", max(rest, 1))
    return words.format(count=rest) if rest > 0 else ""


def _charts(dataset: Dataset, query: Query) -> list[Chart]:
    """The first charts of the first page that have a figure."""
    counted = [chart for chart in charts_of(dataset, query) if answer_for(dataset, chart.query).counted]
    return counted[:MOST_CHARTS]


def _chart(dataset: Dataset, chart: Chart, step: Step, *, width: float) -> dict[str, Any]:
    """A chart as wide as half of the sheet, under its finding."""
    answer = answer_for(dataset, chart.query)
    wide = (width - 2 * MARGIN - (BETWEEN if step.charts > 1 else 0)) / step.charts
    shown = Shown(
        draw=lambda look: chart.draw(answer, look=look),
        heading=heading_of_chart(chart, answer, chart.draw(answer, look=Look())),
        caveats=(),
        day=answer.known_on,
        about="",
    )
    largest = LETTERS if step.charts == 1 else LETTERS_AT_LEAST
    made = fitted(shown.drawn, width=wide, height=step.chart, largest=largest, smallest=LETTERS_AT_LEAST)
    drawing = made.drawing
    return {
        "title": drawing.title,
        "subtitle": drawing.subtitle,
        "drawing": for_paper(drawing),
        "scale": made.scale,
        "note": drawing.note,
        "credit": drawing.credit,
    }
