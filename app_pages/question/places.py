"""The places of a question as they are found by search: those with figures first, with how many."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Final

from app_pages.question.menus import REASONS
from app_pages.words.names import place_names
from metrics.counts.table_rows import all_places
from metrics.language.phrasing import number
from metrics.language.wording import _
from metrics.offered.offers import offers
from metrics.query.caching import cached_per_dataset, cached_words
from metrics.query.query import Query
from validation import Dataset

# More than this are not listed at once; the browser asks for more letters.
MOST_PLACES: Final = 100
OTHER_NAMES: Final = re.compile(r"name_[a-z]{2,3}|aliases")


@cached_words
def places_found(dataset: Dataset, query: Query) -> list[list[str]]:
    """For each place its code, name, number of figures or why there are none, and its other names.

    Those with figures first, within each of the two in the order of the tables. The number is empty where
    there are none; then the place cannot be chosen.
    """
    names, others = names_told_apart(dataset), other_names(dataset)
    found = sorted(offers(dataset, query)["place"], key=lambda offer: not offer.figures)
    return [
        [
            offer.code,
            names[offer.code],
            number(offer.figures) if offer.figures else "",
            _(REASONS[offer.why]) if offer.why else "",
            others[offer.code],
        ]
        for offer in found
    ]


@cached_per_dataset
def other_names(dataset: Dataset) -> Mapping[str, str]:
    """What else each place is called, in every language that the table has a column for."""
    columns = [column for column in dataset.places.columns if OTHER_NAMES.fullmatch(column)]
    rows = dataset.places[["place", "name", *columns]].fillna("").astype(str)
    return {
        place: " · ".join(name for cell in cells for name in cell.split("|") if name)
        for place, *cells in rows.itertuples(index=False, name=None)
    }


@cached_words
def names_told_apart(dataset: Dataset) -> Mapping[str, str]:
    """The names of the places, with what they lie in where two have one name."""
    names = place_names(dataset)
    places = all_places(dataset)
    several = {name for name, times in Counter(names.values()).items() if times > 1}
    return {
        code: f"{name} ({names.get(places[code].parent, code)})" if name in several else name
        for code, name in names.items()
    }
