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
        [outline(place=None)],
        [None],
        ["XX-1"],
        [{**outline(), "properties": None}],
        [{**outline(), "properties": []}],
        [{**outline(), "properties": "XX-1"}],
        [{**outline(), "geometry": None}],
        [{**outline(), "geometry": []}],
        [outline(kind=["Polygon"])],
        [outline(kind={})],
        [outline(coordinates=[[[1], [1], [1], [1]]])],
        [outline(coordinates=[[[]]])],
        [outline(coordinates=[[["0", "0"], ["1", "0"], ["1", "1"]]])],
        [outline(coordinates=[[[True, False]] * 4])],
        [outline(coordinates=[[[None, None]] * 4])],
        [outline(coordinates=[[[float("nan"), 1]] * 4])],
        [outline(coordinates=[[[10**400, 1]] * 4])],
        [outline(coordinates=[[[500_000, 2_100_000]] * 4])],  # metres of a map, not degrees
        [outline(coordinates=[[[0, 0], [1, 1]]])],  # a line
        [outline(coordinates=[SQUARE])],
        [outline(kind="MultiPolygon")],
        '"XX-1"',
        "\0",
        '{"type": "FeatureCollection"}',
        '{"features": null}',
        '{"features": {"XX-1": 1}}',
        '{"features": "XX-1"}',
        '{"features": [{"properties": {"place": "\\ud800"}}]}',  # half a character
        json.dumps(outline()),
    ],
)
def test_broken_outlines_are_a_warning_and_the_tables_stay(folder, content):
    reading = read(folder, content)
    assert reading.errors == ()
    assert all(found.message.encode() for found in reading.findings)
    assert [found.rule for found in reading.findings if str(found.severity) == "warning"] == ["boundaries"]
    assert reading.dataset.boundaries == {}


@pytest.mark.parametrize(
    ("feature", "what", "allowed"),
    [
        ({**outline(), "properties": None}, "it is `null`", "a code of places.csv"),
        (outline(place="YY"), '"YY"', "a code of places.csv"),
        (outline(kind="Point"), "`geometry` of XX-1", "one of Polygon, MultiPolygon"),
        (outline(coordinates=[[[1], [1], [1]]]), "it is `[1]`", "a longitude from -180 to 180"),
        (outline(coordinates=[[["0", "1"]] * 3]), 'it is `["0", "1"]`', "a latitude from -90 to 90"),
        (outline(coordinates=[[[0, 1]]]), "`a ring` of XX-1", "3 points or more"),
    ],
)
def test_finding_names_file_feature_and_what_is_allowed_and_the_others_are_drawn(
    folder, feature, what, allowed
):
    reading = read(folder, [outline(place="XX"), feature, outline()])
    (found,) = [one for one in reading.findings if one.rule == "boundaries"]
    assert found.table == "boundaries/XX.geojson"
    assert what in found.message
    assert allowed in found.message
    assert found.message.endswith("(feature 2)")
    assert list(reading.dataset.boundaries) == ["XX", "XX-1"]


def test_place_is_the_id_where_the_properties_do_not_name_it(folder):
    for properties in (None, {}, {"place": None}):
        feature = {**outline(), "properties": properties, "id": "XX-1"}
        assert list(read(folder, [feature]).dataset.boundaries) == ["XX-1"]


def test_heights_and_other_properties_are_left_out(folder):
    ring = [[0, 0, 7], [1, 0, 7], [1, 1], [0, 0, 7]]
    feature = outline(coordinates=[ring])
    feature["properties"]["note"] = "x"
    assert read(folder, [feature]).dataset.boundaries == {"XX-1": outline()}


def test_outlines_are_not_tried_where_no_place_is_known(folder):
    (folder / "places.csv").write_text("")
    assert [found.rule for found in read(folder, [outline()]).findings] == ["empty_file"]
