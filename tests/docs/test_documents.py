"""Documents say what the code does: what is named there exists, and what exists is named there."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.routes import routes
from api.unknown import ADDRESSES
from app_pages.frame.pages import PAGES
from metrics.answer.frames import SERIES_COLUMNS
from metrics.query.query import Grain, Measure, Status
from metrics.question.address import ALLOWED
from tests.serving import PROJECT
from validation import Dataset, read_dataset
from validation.models import codes
from validation.models.vocabularies import QUALIFIERS
from validation.seal import seal

SKIPPED = {".venv", ".git", "node_modules", ".pytest_cache"}
DOCUMENTS = sorted(
    path for path in PROJECT.rglob("*.md") if SKIPPED.isdisjoint(path.relative_to(PROJECT).parts)
)
METHODS, API, README = (PROJECT / name for name in ("docs/methods.md", "docs/api.md", "README.md"))
LINK = re.compile(r"\]\(([^)\s]+)\)")
OWN_ADDRESS = re.compile(r"http://localhost:8501(/[^\s\"'`<>]*)")
BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r'\$ curl -s "http://localhost:8501([^"]+)"\n```\n```\w+\n(.*?)```', re.DOTALL)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def caveat_kinds() -> set[str]:
    return set(re.findall(r'kind="(\w+)"', text(PROJECT / "metrics" / "answer" / "caveats.py")))


def headings(path: Path) -> set[str]:
    """Headings as GitHub makes anchors of them."""
    titles = re.findall(r"^#+ (.+)$", BLOCK.sub("", text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", unescape(title).lower()).strip().replace(" ", "-") for title in titles}


@pytest.fixture
def client(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("DETENTION_DATA", str(data_folder))
    return TestClient(Starlette(routes=routes()))


@pytest.mark.parametrize("word", [*Measure, *Grain, *Status, *QUALIFIERS])
def test_measures_grains_statuses_and_qualifiers_are_documented(word: str) -> None:
    assert f"`{word}`" in text(API)


CODES = {
    "a document": codes.SOURCE,
    "an organisation": codes.ORGANISATION,
    "a metric": codes.METRIC,
    "a country": codes.PLACE,
    "the world, or what has no code of ISO": codes.PLACE,
    "a part of a country": codes.PLACE,
    "an institution, such as a prison": codes.PLACE,
    "an event": codes.EVENT,
    "a detail: any further part": codes.DETAIL,
}


def test_codes_given_as_examples_are_written_as_codes_are() -> None:
    table = text(README).split("| code of | written as | for example |\n|---|---|---|\n")[1].split("\n\n")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines()]
    assert [row[0] for row in rows] == list(CODES)
    for kind, _how, examples in rows:
        found = re.findall(r"`([^`]+)`", examples)
        assert found
        assert all(re.match(CODES[kind], code) for code in found), kind


@pytest.mark.parametrize("word", [*Measure, *Status])
def test_methods_explain_every_measure_and_status(word: str) -> None:
    assert re.search(rf"^### {word}$|^\| `{word}` \|", text(METHODS), re.MULTILINE)


def test_methods_list_the_caveats_that_there_are() -> None:
    table = text(METHODS).split("\n## Caveats\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == caveat_kinds()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_route_is_documented(address: str) -> None:
    assert f"`{address}`" in text(API)


def test_parameters_are_documented_as_they_are() -> None:
    table = text(API).split("\n## Parameters of a series\n")[1].split("\n## ")[0]
    assert tuple(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == ALLOWED


def test_columns_are_documented_in_their_order() -> None:
    table = text(API).split("\n## Columns of a series\n")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
    assert tuple(re.findall(r"`(\w+)`", " ".join(first_cells))) == SERIES_COLUMNS


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_links_within_the_project_lead_somewhere(document: Path) -> None:
    for link in LINK.findall(BLOCK.sub("", text(document))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        file, _hash, anchor = link.partition("#")
        target = (document.parent / file).resolve() if file else document
        assert target.exists(), link
        assert not anchor or anchor in headings(target), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_make_targets_that_are_named_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(PROJECT / "Makefile"), re.MULTILINE))
    in_code = re.findall(r"`make ([a-z]+)", text(document)) + re.findall(
        r"^make ([a-z]+)", text(document), re.MULTILINE
    )
    assert set(in_code) <= targets


def test_every_make_target_is_named_for_contributors() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", text(PROJECT / "Makefile"), re.MULTILINE)) - {"help"}
    assert targets <= set(re.findall(r"`make ([a-z]+)", text(PROJECT / "CONTRIBUTING.md")))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_addresses_of_the_api_in_documents_are_answered(document: Path, client: TestClient) -> None:
    refused = {address for address, shown in SHOWN.findall(text(document)) if '"error"' in shown}
    for address in OWN_ADDRESS.findall(text(document)):
        if address.startswith("/api/") and address not in refused:
            assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(("address", "shown"), SHOWN.findall(text(API)))
def test_answers_in_documents_are_those_of_the_api(address: str, shown: str, client: TestClient) -> None:
    assert client.get(address).text.strip() == shown.strip()


def test_every_page_has_a_picture() -> None:
    pages = {path.stem for path in (PROJECT / "docs" / "pictures").glob("*.png")}
    named = set(re.findall(r"!\[[^\]]+\]\(docs/pictures/(\w+)\.png\)", text(README)))
    assert pages == named == {"brief", *(Path(entry.file).stem for entry in PAGES)}


def example_rows() -> dict[str, str]:
    """The rows that the README tells to add, by table."""
    blocks = re.findall(r"^```csv\n(.*?)^```", text(README), re.MULTILINE | re.DOTALL)
    return dict(zip(("sources", "observations"), blocks, strict=True))


def day_of_example() -> str:
    """The day on which the rows of the README say that they were recorded."""
    (day,) = {line[-10:] for rows in example_rows().values() for line in rows.splitlines()}
    return day


def add_example(folder: Path, *, recorded: str) -> None:
    for table, rows in example_rows().items():
        with (folder / f"{table}.csv").open("a", encoding="utf-8") as file:
            file.write(re.sub(r"[\d-]{10}$", recorded, rows, flags=re.MULTILINE))


def test_readme_says_how_much_the_first_edition_holds(first_edition: Dataset) -> None:
    first = first_edition.editions["day"].min()
    counts, documents = (
        int((frame["recorded"] <= first).sum())
        for frame in (first_edition.observations, first_edition.sources)
    )
    assert f"The first edition holds {counts:,} counts from {documents} documents" in text(README)


def test_readme_says_which_day_of_its_example_to_replace() -> None:
    assert f"where the example has {day_of_example()}" in text(README)


def test_example_of_the_readme_is_a_sound_draft_that_can_be_sealed(copied_data: Path) -> None:
    day = day_of_example()
    add_example(copied_data, recorded=day)
    drafts = [found for found in read_dataset(copied_data).findings if found.rule == "draft"]
    assert {found.table for found in drafts} == {"observations.csv", "sources.csv"}
    line = seal(folder=copied_data, day=date.fromisoformat(day), added="", why="w")
    assert "3 rows of observations, 1 rows of sources" in line
    assert read_dataset(copied_data).errors == ()


def test_example_of_the_readme_with_a_sealed_day_breaks_the_seal(
    copied_data: Path, first_edition: Dataset
) -> None:
    sealed = first_edition.editions["day"].max().date().isoformat()
    add_example(copied_data, recorded=sealed)
    assert {found.rule for found in read_dataset(copied_data).errors} == {"broken_seal"}
