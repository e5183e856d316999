"""A page as its script draws it, without a browser: what it says, and what its tables hold."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
from streamlit.testing.v1 import AppTest

from app_pages.figure.finished_figures import kept
from metrics.answer.answering import answer_for
from metrics.counts.current_tables import current_snapshot, today
from metrics.question.address import ALLOWED, read_parameters
from tests.serving import PROJECT

SCRIPT: Final = PROJECT / "app_pages" / "main.py"
WORDS: Final = ("title", "header", "subheader", "caption", "markdown", "info", "warning", "error")


def visit(
    file: str,
    address: Mapping[str, str | Sequence[str]] | None = None,
    *,
    section: str | None = None,
    seconds: int = 30,
) -> AppTest:
    """Open a page at an address, and unfold what is folded; a page that fails, fails the test."""
    script = AppTest.from_file(str(SCRIPT), default_timeout=seconds)
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
    in_blocks = [text for block in blocks(script) for text in _texts(block)]
    return "\n".join([*(text for kind in WORDS for text in values(script.get(kind))), *in_blocks])


def blocks(script: AppTest) -> list[dict[str, Any]]:
    """The blocks of words whose numbers open cards."""
    found = [block for data in components(script) for block in data.get("blocks", ())]
    return [inner for block in found for inner in _ungrouped(block)]


def _ungrouped(block: dict[str, Any]) -> list[dict[str, Any]]:
    """A block alone, or those of a group."""
    if block["kind"] == "group":
        return [one for inner in block["blocks"] for one in _ungrouped(inner)]
    return [block]


def lines(script: AppTest, look: str) -> list[str]:
    """The lines of words that have this look."""
    return [_text(block["parts"]) for block in blocks(script) if block.get("look") == look]


def links(script: AppTest) -> list[str]:
    """The addresses that words lead to."""
    return [part["href"] for part in _parts(script) if "href" in part]


def numbers(script: AppTest) -> list[tuple[str, str]]:
    """The numbers that open cards, each with the address of its card."""
    return [(part["text"], part["card"]) for part in _parts(script) if "card" in part]


def _parts(script: AppTest) -> list[dict[str, Any]]:
    return [part for block in blocks(script) for part in _parts_of(block) if not isinstance(part, str)]


def _parts_of(block: Mapping[str, Any]) -> list[Any]:
    if block["kind"] == "facts":
        return [part for _term, parts in block["facts"] for part in parts]
    if block["kind"] == "table":
        return [part for row in block["rows"] for parts in row for part in parts]
    return list(block.get("parts", ()))


def headings(script: AppTest) -> list[str]:
    """The headings among the words."""
    return [_text(block["parts"]) for block in blocks(script) if block.get("tag", "p") != "p"]


def _texts(block: Mapping[str, Any]) -> list[str]:
    if block["kind"] == "facts":
        return [f"{term}: {_text(parts)}" for term, parts in block["facts"]]
    if block["kind"] == "table":
        return []
    return [block["text"] if block["kind"] == "print" else _text(block["parts"])]


def _text(parts: Sequence[Any]) -> str:
    return "".join(part if isinstance(part, str) else part["text"] for part in parts)


def figures(script: AppTest) -> list[dict[str, Any]]:
    """What the page gives to each of its figures."""
    return [data for data in components(script) if "figure" in data]


def titles(script: AppTest) -> list[str]:
    """The titles of the figures, as they stand above them."""
    return [figure["tools"]["title"] for figure in figures(script) if not figure["quiet"]]


def choices_of(script: AppTest) -> dict[str, Any]:
    """What the page offers to choose inside its figure."""
    return next(figure["choices"] for figure in figures(script) if figure["choices"])


def menu(script: AppTest, parameter: str) -> dict[str, str]:
    """The choices of a menu that lead to figures, by their codes; empty where there is no such menu."""
    for one in choices_of(script)["menus"]:
        if one["parameter"] == parameter:
            (reason, choices), *_without = one["groups"]
            assert not reason
            return {code: name for code, name, _number in choices}
    return {}


def sentences(script: AppTest) -> list[str]:
    """The sentences to read out."""
    return [_text(block["parts"]) for block in blocks(script) if block["kind"] == "copied"]


def components(script: AppTest) -> list[dict[str, Any]]:
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
    for block in blocks(script):
        if block["kind"] == "table" and set(columns) <= set(block["head"]):
            rows = [[_text(cell) for cell in row] for row in block["rows"]]
            return pd.DataFrame(rows, columns=block["head"])
    raise AssertionError(f"no table with {columns}")


def address_of(script: AppTest) -> list[tuple[str, str]]:
    """The parameters that the page wrote into its address."""
    return [(name, value) for name, given in script.query_params.items() for value in _several(given)]


def _several(given: str | Sequence[str]) -> Sequence[str]:
    return (given,) if isinstance(given, str) else given


def rows_of_api(script: AppTest) -> pd.DataFrame:
    """The rows that the API gives for the question in the page's address."""
    dataset = current_snapshot().dataset
    pairs = [(name, value) for name, value in address_of(script) if name in ALLOWED]
    return answer_for(dataset, read_parameters(pairs, dataset=dataset, today=today())).to_frame()
