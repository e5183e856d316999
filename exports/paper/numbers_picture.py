"""The numbers that lead the first page as a picture: for previews of links that ask no single question."""

from __future__ import annotations

from typing import Any, Final

from exports.overview.headline_numbers import by_lead, in_words
from exports.overview.overview_sentences import nothing_in_words
from exports.paper.facts import facts_of
from exports.paper.pictures import Size
from exports.paper.typesetting import as_png, as_svg, measured
from metrics.headline.headlines import Headline
from metrics.headline.period_headlines import headlines_in
from metrics.language.wording import language
from metrics.query.query import Query
from validation import Dataset

MOST_NUMBERS: Final = 2
# Parts of the sizes of letters, tried in turn until all has room.
LETTERS: Final = (1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6)


def numbers_png(dataset: Dataset, query: Query, size: Size) -> bytes:
    """The picture in pixels."""
    return as_png("numbers", numbers_content(dataset, query, size), scale=size.scale)


def numbers_svg(dataset: Dataset, query: Query, size: Size) -> bytes:
    """The picture in outlines."""
    content = numbers_content(dataset, query, size)
    words = " ".join(f"{one['number']} {one['whom']}. {one['time']}" for one in content["numbers"])
    return as_svg("numbers", content, words=words or content["nothing"])


def numbers_content(dataset: Dataset, query: Query, size: Size) -> dict[str, Any]:
    """What the template sets: the numbers that lead, or why there is none."""
    found = headlines_in(dataset, query, dataset.settings.headline_metrics)
    leads = by_lead(dataset, found)[0][:MOST_NUMBERS] if found else ()
    content: dict[str, Any] = {
        "lang": language.get(),
        "width": size.width,
        "height": size.height,
        "edge": size.edge,
        "title": dataset.settings.title,
        "numbers": [_number(dataset, one) for one in leads],
        "nothing": "" if leads else nothing_in_words(dataset, query),
        "facts": facts_of(dataset, query),
    }
    for share in LETTERS:
        content |= {"large": size.large * share, **size.letters(share)}
        if measured("numbers", content, "room")["height"] <= size.inner_height:
            break
    return content


def _number(dataset: Dataset, headline: Headline) -> dict[str, Any]:
    said = in_words(dataset, headline)
    return {
        "number": str(said.number),
        "whom": said.whom,
        "time": f"{said.time} {said.source}",
        "after": [str(sentence) for sentence in said.after],
    }
