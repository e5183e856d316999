"""A hostile folder of another organisation: pages show its texts as they are written, never as markup."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from app_pages.frame.pages import PAGES
from tests.app_pages.reading import drawn, figures, visit
from tests.app_pages.test_hostile_texts import OF_CHARTS, read_as_markup, texts
from tests.folders import THREE_FOLDERS
from tests.folders.hostile import write_hostile

READ_AS_MARKUP: Final = re.compile(
    r"\*a\*|\*\*b|<b>c|<script|\[x\]|:red\[|`f`|\$g\$|\]\((?!/|https?:)|:smile:|:material/|:streamlit:|www\.example"
)
FILES: Final = {entry.name: entry.file for entry in PAGES}
# Each page as it opens; and where an address opens more of it, there too.
ADDRESSES: Final[tuple[tuple[str, dict[str, str]], ...]] = (
    *((name, {}) for name in FILES),
    ("amnesties", {"event_id": "VE-2026-01-08-releases"}),
    ("checks", {"source_id": "la-verdad-2024-10-31"}),
    ("explore", {"metric": "arrested", "measure": "happened"}),
    ("number", {"metric": "political_prisoners", "from": "2025-12-15", "to": "2025-12-15"}),
    (
        "number",
        {
            "metric": "political_prisoners",
            "detail": "occupation: military",
            "from": "2025-12-15",
            "to": "2025-12-15",
        },
    ),
)


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_hostile(THREE_FOLDERS["venezuela"], tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module", params=ADDRESSES, ids=lambda one: "-".join([one[0], *one[1].values()]))
def page(request: pytest.FixtureRequest, hostile_folder: Path) -> Iterator[AppTest]:
    """Each page, drawn once."""
    name, address = request.param
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DETENTION_DATA", str(hostile_folder))
        yield visit(FILES[name], address)


def test_no_text_is_read_as_markup(page: AppTest) -> None:
    shown = list(read_as_markup(page))
    assert any("alert(1)" in html.unescape(text) for text in shown), "the footer, at least"
    assert [text for text in shown if READ_AS_MARKUP.search(text)] == []


def test_no_text_is_markup_in_a_figure(page: AppTest) -> None:
    for text in texts([drawn(figure) for figure in figures(page)]):
        assert "<" not in OF_CHARTS.sub("", text)
        assert "%{" not in text
