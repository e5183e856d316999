import json

import pytest

from validation import read_dataset

SQUARE = [[[0, 0], [1, 0], [1, 1], [0, 0]]]


def outline(place="XX-1", kind="Polygon", coordinates=SQUARE):
    return {
        "type": "Feature",
        "properties": {"place": place},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def read(folder, content):
    (folder / "boundaries").mkdir(exist_ok=True)
    text = (
        content
        if isinstance(content, str)
        else json.dumps({"type": "FeatureCollection", "features": content})
    )
    (folder / "boundaries" / "XX.geojson").write_text(text)
    return read_dataset(folder)


def test_outlines_are_found_by_place(folder):
    assert list(read(folder, [outline()]).dataset.boundaries) == ["XX-1"]
    assert list(read(folder, [outline(kind="MultiPolygon", coordinates=[SQUARE])]).dataset.boundaries) == [
        "XX-1"
    ]


def test_no_outlines_are_no_fault(folder):
    assert read_dataset(folder).dataset.boundaries == {}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"features": 3}',
        "[" * 100_000,
        [3],
        [{}],
        [outline(place="YY")],
        [outline(kind="Point", coordinates=[0, 0])],
        [outline(coordinates=[])],
        [outline(coordinates=[["x"]])],
        [outline(coordinates=3)],
        [outline(place=["XX"])],
    ],
)
def test_broken_outlines_are_a_warning_and_the_tables_stay(folder, content):
    reading = read(folder, content)
    assert [found.rule for found in reading.findings if str(found.severity) == "warning"] == ["boundaries"]
    assert reading.dataset.boundaries == {}
