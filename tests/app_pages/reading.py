"""A page as its script draws it, without a browser: what it says, and what its tables hold."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
from streamlit.testing.v1 import AppTest

from app_pages.platform.finished import kept
from metrics.address import read_parameters
from metrics.answering import answer_for
from metrics.current import standing, today
from tests.serving import PROJECT

SCRIPT: Final = PROJECT / "app_pages" / "main.py"
WORDS: Final = ("title", "header", "subheader", "caption", "markdown", "info", "warning", "error")


def visit(
    file: str, address: Mapping[str, str | Sequence[str]] | None = None, *, section: str | None = None
) -> AppTest:
    """Open a page at an address, and unfold what is folded; a page that fails, fails the test."""
    script = AppTest.from_file(str(SCRIPT), default_timeout=30)
    for name, value in (address or {}).items():
        script.query_params[name] = value if isinstance(value, str) else list(value)
    if section:
        script.session_state["section"] = section
    script.switch_page(file)
    script.run()
    for switch in script.toggle:
        switch.set_value(True)
    script.run()
    assert not script.exception
    return script


def values(elements: Sequence[Any]) -> list[str]:
    """The text of elements as a reader sees it."""
    return [html.unescape(str(element.value)) for element in elements]


def words(script: AppTest) -> str:
    """All that the page says outside of tables and figures."""
    return "\n".join(text for kind in WORDS for text in values(script.get(kind)))


def figures(script: AppTest) -> list[dict[str, Any]]:
    """What the page gives to each of its figures."""
    return [data for data in _components(script) if "figure" in data]


def sentences(script: AppTest) -> list[str]:
    """The sentences to read out."""
    return [text for data in _components(script) for text in data.get("sentences", ())]


def _components(script: AppTest) -> list[dict[str, Any]]:
    return [json.loads(figure.proto.bytes) for figure in script.get("bidi_component")]


def figures_in_words(script: AppTest) -> str:
    """What the page's figures say in words."""
    return "\n".join(figure["alt"] for figure in figures(script))


def drawn(figure: Mapping[str, Any]) -> dict[str, Any]:
    """The figure that the browser fetches: Plotly's JSON."""
    body = kept(figure["figure"])
    assert body is not None
    return json.loads(body)


def table(script: AppTest, *columns: str) -> pd.DataFrame:
    """The first table that has these columns."""
    for element in [*script.dataframe, *script.table]:
        if set(columns) <= set(element.value.columns):
            return element.value.map(lambda cell: html.unescape(cell) if isinstance(cell, str) else cell)
    raise AssertionError(f"no table with {columns}")


def address_of(script: AppTest) -> list[tuple[str, str]]:
    """The parameters that the page wrote into its address."""
    return [(name, value) for name, given in script.query_params.items() for value in _several(given)]


def _several(given: str | Sequence[str]) -> Sequence[str]:
    return (given,) if isinstance(given, str) else given


def rows_of_api(script: AppTest) -> pd.DataFrame:
    """The rows that the API gives for the page's address."""
    dataset = standing().dataset
    return answer_for(dataset, read_parameters(address_of(script), dataset=dataset, today=today())).rows
