"""What leans on Streamlit's inner workings stands in one folder, whose README names each file of it."""

from __future__ import annotations

import re

import pytest

from app_pages.streamlit_internals.index_html import INDEX
from tests.serving import PROJECT

FOLDER = PROJECT / "app_pages" / "streamlit_internals"
SCRIPTS = INDEX.parent / "static" / "js"
# Test ids and classes of Streamlit's own elements, its files, and all of it but `import streamlit as st`.
INTERNAL = re.compile(
    r"data-testid|testScriptState|\.stApp|block-container|#root"
    r"|streamlit\.(?!com|io|css)\w|from streamlit|import streamlit(?! as st$)|Material Symbols",
    re.MULTILINE,
)
SOURCES = sorted(
    path.relative_to(PROJECT).as_posix()
    for path in (PROJECT / "app_pages").rglob("*")
    if path.suffix in (".py", ".js", ".css") and path.name != "plotly.min.js" and path.parent != FOLDER
)


@pytest.mark.parametrize("source", SOURCES)
def test_no_other_file_knows_the_inside_of_streamlit(source: str) -> None:
    assert INTERNAL.findall((PROJECT / source).read_text(encoding="utf-8")) == []


def test_the_readme_names_each_file_of_the_folder() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    files = {path.name for path in FOLDER.iterdir() if path.is_file()} - {"README.md", "__init__.py"}
    assert files == set(re.findall(r"^\| `([\w.]+)`", readme, re.MULTILINE))


def test_the_readme_names_tests_that_there_are() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", readme)
    assert named
    for file, test in named:
        assert f"def {test}" in (PROJECT / file).read_text(encoding="utf-8"), f"{file}::{test}"


def test_styles_name_elements_that_streamlit_has() -> None:
    named = set(re.findall(r'data-testid="(\w+)"', (FOLDER / "streamlit.css").read_text(encoding="utf-8")))
    scripts = "".join(path.read_text(encoding="utf-8") for path in SCRIPTS.glob("*.js"))
    assert {name for name in named if name not in scripts} == set()
