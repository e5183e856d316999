"""A link that makes no sense: one sentence on every page, and no figure."""

from __future__ import annotations

import pytest

from app_pages.frame.pages import PAGES, PageEntry
from metrics.question.address import PARAMETERS
from tests.app_pages.reading import address_of, figures, visit, words


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.file)
@pytest.mark.parametrize(
    ("address", "named"),
    [
        ({"metric": "arested"}, "Parameter `metric` has the unknown value `arested`."),
        ({"metric": "arested"}, "This link asks for “arested” under “What”, which is not there."),
        ({"place": "MM-99"}, "Parameter `place` has the unknown value `MM-99`."),
        ({"known_on": "31.1.2024"}, "Parameter `known_on` is no day: `31.1.2024`."),
        ({"knwon_on": "2024-01-31"}, "knwon_on"),
    ],
)
def test_an_unknown_code_is_named_and_nothing_is_shown(
    entry: PageEntry, address: dict[str, str], named: str
) -> None:
    script = visit(entry.file, address)
    assert named in words(script)
    assert "Allowed: " in words(script)
    assert not figures(script)
    for kind in ("metric", "dataframe", "table"):
        assert not script.get(kind)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ({"metric": "detained", "measure": "total"}, "`total`"),  # a stock has no total
        (
            {"metric": "detained", "measure": "total"},
            "“Measure” cannot be “Total documented” together with its other choices.",
        ),
        ({"sex": ["female", "male"]}, "`sex`"),  # one value only
    ],
)
def test_what_cannot_be_answered_is_named_and_nothing_is_shown(
    address: dict[str, str | list[str]], named: str
) -> None:
    script = visit("explore/explore.py", address)
    assert named in words(script)
    assert "Allowed: " in words(script)
    assert not figures(script)


@pytest.mark.parametrize(
    "entry", [e for e in PAGES if e.path not in ("explore", "number")], ids=lambda entry: entry.file
)
def test_a_page_that_speaks_of_whole_series_is_not_narrowed(entry: PageEntry) -> None:
    # Every second page is asked for an event, the others for a document: one rule refuses both.
    is_odd = PAGES.index(entry) % 2
    event = {"event": "MM-2022-11-17-amnesty", "metric": "released"}
    script = visit(entry.file, event if is_odd else {"source": "aapp-2024-02-01"})
    assert "is for the page Explore, for the card of a number, and for the data API only" in words(script)
    assert not figures(script)


@pytest.mark.parametrize("entry", [e for e in PAGES if e.place], ids=lambda entry: entry.file)
def test_a_complete_address_is_left_as_it_is(entry: PageEntry) -> None:
    first = visit(entry.file)
    again = visit(entry.file, dict(address_of(first)))
    assert address_of(again) == address_of(first)
    assert {name for name, _value in address_of(again)} == {*PARAMETERS, *entry.parameters}
