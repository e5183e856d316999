"""The folder of files: nothing in it leads nowhere, and nothing that is not its own is touched."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from exports.file_names import series_file_name
from exports.series_files import series_csv
from exports.site.__main__ import main
from exports.site.site_folder import NotOurFolderError
from exports.site.writing import write_site
from metrics.counts.table_rows import all_places
from tests.exports.plain.asking import tables
from tests.exports.plain.reading import read_page
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import TODAY, ask

VENEZUELA = THREE_FOLDERS["venezuela"]


@pytest.fixture(scope="module", params=["venezuela", "press_census"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("site") / request.param
    write_site(tables(THREE_FOLDERS[request.param]), folder, today=TODAY)
    return folder


def pages(site: Path) -> Iterator[tuple[Path, list[str]]]:
    """Every page, with the addresses that a browser or a reader may follow."""
    for path in sorted(site.rglob("*.html")):
        read = read_page(path.read_text(encoding="utf-8"))
        yield path, [value for _tag, name, value in read.attributes if name in ("href", "src")]


def test_every_place_and_offered_period_has_a_page_and_screens(site: Path) -> None:
    dataset = tables(THREE_FOLDERS[site.name])
    for place in all_places(dataset):
        assert (site / f"present/{place}.html").exists()
        is_usual = place == dataset.settings.defaults.place
        assert (site / ("index.html" if is_usual else f"brief/{place}.html")).exists()
    years = {path.stem.partition("_")[2] for path in site.glob("brief/*_*.html")}
    assert len(years) == 6, "the newest six whole years"


def test_no_link_leads_nowhere(site: Path) -> None:
    followed = 0
    for path, addresses in pages(site):
        own = read_page(path.read_text(encoding="utf-8")).ids
        for address in addresses:
            assert address, f"{path} has an empty address"
            if address.startswith(("https://", "http://")):
                continue  # a document, or the licence
            assert not address.startswith("/"), f"{path}: {address} is the root of a disk"
            name, _hash, part = address.partition("#")
            target = (path.parent / unquote(name)).resolve() if name else path
            assert target.is_relative_to(site.resolve())
            assert target.is_file(), f"{path}: {address}"
            assert not part or name or part in own, f"{path}: {address}"
            followed += 1
    assert followed > 100


def test_every_page_is_reached_from_the_first(site: Path) -> None:
    ways = {path.resolve(): addresses for path, addresses in pages(site)}
    reached, waiting = set(), [(site / "index.html").resolve()]
    while waiting:
        path = waiting.pop()
        if path in reached or path not in ways:
            continue
        reached.add(path)
        names = [unquote(one.partition("#")[0]) for one in ways[path] if "://" not in one]
        waiting += [(path.parent / name).resolve() for name in names]
    unreached = {path.relative_to(site.resolve()).as_posix() for path in set(ways) - reached}
    # Places without a headline figure are in no list; their pages say so.
    assert all("No headline figure" in (site / name).read_text(encoding="utf-8") for name in unreached)


def test_it_says_that_it_is_a_copy_and_of_which_day(site: Path) -> None:
    text = read_page((site / "index.html").read_text(encoding="utf-8")).text
    assert "A copy of 23 November 2026." in text
    assert "Open the dashboard" not in text, "nobody knows where it is"


def test_series_and_tables_are_those_of_the_answers(site: Path) -> None:
    dataset = tables(THREE_FOLDERS[site.name])
    rows = list(csv.DictReader(io.StringIO((site / "data/observations.csv").read_text(encoding="utf-8"))))
    assert len(rows) == len(dataset.observations)
    answer = ask(dataset, metric=dataset.settings.headline_metrics[0])
    assert (site / "data/series" / series_file_name(answer, extension="csv")).read_bytes() == series_csv(
        answer
    )
    package = json.loads((site / "data/datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        assert len((site / "data" / resource["path"]).read_bytes()) == resource["bytes"]


def test_with_the_address_of_a_dashboard_numbers_lead_to_it(tmp_path: Path) -> None:
    dataset = tables(THREE_FOLDERS["press_census"])
    write_site(dataset, tmp_path / "site", today=TODAY, server="https://counts.example/here")
    page = read_page((tmp_path / "site/index.html").read_text(encoding="utf-8"))
    assert ("Open the dashboard", "https://counts.example/here/") in page.links
    numbers = [href for _words, href in page.links if "/number?" in href]
    assert numbers
    assert all(href.startswith("https://counts.example/here/number?") for href in numbers)


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(NotOurFolderError, match=r"thesis\.docx"):
        write_site(tables(VENEZUELA), tmp_path, today=TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_in_place_of_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(NotOurFolderError, match="is a file"):
        write_site(tables(VENEZUELA), tmp_path / "site", today=TODAY)


def test_written_again_old_pages_go_and_files_of_others_stay(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(tables(VENEZUELA), out, today=TODAY)
    (out / "notes.txt").write_text("mine")
    write_site(tables(THREE_FOLDERS["press_census"]), out, today=TODAY)
    assert (out / "notes.txt").read_text() == "mine"
    assert not (out / "present/VE.html").exists()
    assert (out / "present/XW.html").exists()


def test_a_file_that_is_not_its_own_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(tables(THREE_FOLDERS["press_census"]), out, today=TODAY)
    (out / "present/VE.html").write_text("mine")
    with pytest.raises(NotOurFolderError, match=r"VE\.html is not a file of this site"):
        write_site(tables(VENEZUELA), out, today=TODAY)
    assert (out / "present/VE.html").read_text() == "mine"


def test_a_manifest_cannot_name_files_elsewhere(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_site(tables(THREE_FOLDERS["press_census"]), out, today=TODAY)
    (tmp_path / "outside.txt").write_text("mine")
    manifest = json.loads((out / "site.json").read_text())
    manifest["files"] += ["../outside.txt", str(tmp_path / "outside.txt")]
    (out / "site.json").write_text(json.dumps(manifest))
    write_site(tables(THREE_FOLDERS["press_census"]), out, today=TODAY)
    assert (tmp_path / "outside.txt").read_text() == "mine"


def test_the_command_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    assert main([str(out), "--data", str(VENEZUELA)]) == 0
    said = capsys.readouterr().out
    files = [path for path in out.rglob("*") if path.is_file() and path.name != "site.json"]
    assert said.startswith(f"Wrote {len(files)} files, ")
    assert f"Open {out / 'index.html'}." in said
    assert main([str(tmp_path), "--data", str(VENEZUELA)]) == 1
    assert "holds other files" in capsys.readouterr().err
    assert main([str(out), "--data", str(tmp_path / "nowhere")]) == 1
