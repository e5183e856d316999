"""Texts of the tables and of dataset.toml are shown as they are written, on every page: never as markup."""

from __future__ import annotations

import html
import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from google.protobuf.json_format import MessageToDict
from streamlit.testing.v1 import AppTest

from app_pages.frame.pages import PAGES, PageEntry
from tests.app_pages.reading import drawn, figures, visit

HOSTILE = "*a* [x](javascript:alert(1)) <b>d</b> :red[e] `f` $g$ {since} %{y}"
MARKUP = re.compile(r"\*a\*|\[x\]|<b>|:red\[|`f`|\$g\$|\]\((?!/|https?:)")
# What charts write themselves.
OF_CHARTS = re.compile(r'</?b>|<br>|<span style="font-size:11px">|</span>')
TEXTS_OF_SETTINGS = (
    "title", "name", "description", "version", "licence", "licence_url", "citation", "contact",
    "map_credit", "origin_label",
)  # fmt: skip
TEXTS_OF_TABLES = {
    "organisations": ("name",),
    "places": ("name", "population_source"),
    "metrics": ("label", "definition", "not_counted", "caveat"),
    "sources": ("title", "note"),
    "events": ("label",),
    "breaks": ("what_changed",),
    "corrections": ("reason",),
}
# What the first edition has no column or section for.
TEXTS_OF_NEWER_SETTINGS = f"""
[[origins]]
day = 2014-01-01
label = '{HOSTILE} origin'

[words.group]
political = '{HOSTILE} group'

[words.sex]
female = '{HOSTILE} sex'
"""
SAID = ",".join(f'"{HOSTILE} {name}"' for name in ("whom", "whom not", "warning", "how"))
DEFINITIONS = f"""organisation,metric,definition,not_counted,caveat,how_verified,source_id
AAPP,,{SAID},aapp-2024-02-01"""
# Addresses at which more of a page is shown.
ADDRESSES = {
    "regions": {
        "metric": "arrested",
        "sex": "female",
        "place": "MM-01",
        "from": "2024-08-31",
        "to": "2024-08-31",
    },
    "checks": {"source_id": "aapp-2024-02-01"},
    "explore": {"metric": "arrested", "measure": "total"},
    "number": {"metric": "arrested", "measure": "total", "from": "2024-01-31", "to": "2024-01-31"},
}
# What takes plain text (metrics/language/plain_text.py): all of it, or its options and what is written in it.
PLAIN = ("arrow_data_frame", "bidi_component", "component_instance")
PLAIN_PARTS = {"selectbox": ("options", "rawValue", "default"), "multiselect": ("options", "rawValues")}


@pytest.fixture(scope="module")
def hostile_data(tmp_path_factory: pytest.TempPathFactory, data_folder: Path) -> Path:
    """A copy of the tables in which every text for readers reads like markup; no edition is sealed."""
    folder = tmp_path_factory.mktemp("hostile")
    for path in data_folder.glob("*.csv"):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        for column in TEXTS_OF_TABLES.get(path.stem, ()):
            filled = table[column] != ""
            table.loc[filled, column] = [f"{HOSTILE} {row}" for row in range(filled.sum())]
        if path.stem != "editions":  # sealed were other texts
            table.to_csv(folder / path.name, index=False)
    settings = (data_folder / "dataset.toml").read_text(encoding="utf-8")
    for name in TEXTS_OF_SETTINGS:
        settings = re.sub(rf"^{name} = .*$", f"{name} = '{HOSTILE} {name}'", settings, flags=re.MULTILINE)
    settings += TEXTS_OF_NEWER_SETTINGS
    (folder / "definitions.csv").write_text(DEFINITIONS, encoding="utf-8")
    assert tomllib.loads(settings)["licence_url"] == f"{HOSTILE} licence_url"
    shutil.copytree(data_folder / "boundaries", folder / "boundaries")
    (folder / "dataset.toml").write_text(settings, encoding="utf-8")
    return folder


def read_as_markup(script: AppTest) -> Iterator[str]:
    """Every text of a page that Streamlit reads as Markdown, as it is given."""
    for element in script.main:
        if element.type in PLAIN or element.proto is None:
            continue
        plain_parts = PLAIN_PARTS.get(element.type, ())
        content = MessageToDict(element.proto)
        yield from texts([value for name, value in content.items() if name not in plain_parts])
    for table in script.table:
        yield from map(str, [*table.value.columns, *table.value.to_numpy().ravel()])


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)


@pytest.fixture(scope="module", params=PAGES, ids=lambda entry: entry.file)
def page(request: pytest.FixtureRequest, hostile_data: Path) -> Iterator[tuple[PageEntry, AppTest]]:
    """Each page, drawn once."""
    entry: PageEntry = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTION_DATA", str(hostile_data))
        yield entry, visit(entry.file, ADDRESSES.get(entry.path))


def test_no_text_of_the_data_is_markup(page: tuple[PageEntry, AppTest]) -> None:
    _entry, script = page
    shown = list(read_as_markup(script))
    assert any("javascript" in html.unescape(text) for text in shown), "the footer, at least"
    assert [text for text in shown if MARKUP.search(text)] == []


def test_no_text_of_the_data_is_markup_in_a_figure(page: tuple[PageEntry, AppTest]) -> None:
    entry, script = page
    made = [drawn(figure) for figure in figures(script)]
    assert bool(made) is (entry.path not in ("sources", "checks", "coverage", "number"))
    for text in texts(made):
        assert "<" not in OF_CHARTS.sub("", text)
        assert "%{" not in text
