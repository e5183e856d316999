"""What is generated from the models and the live tables must not lag behind them."""

import json

from validation import datapackage
from validation.describe import DESCRIPTOR, DICTIONARY, main
from validation.describing.catalogue import CATALOGUE
from validation.describing.descriptor import as_json
from validation.describing.dictionary import dictionary
from validation.folder import OWN_FOLDER
from validation.models import TABLES
from validation.reading.snapshot import take_snapshot

RUN = "run: python -m validation.describe"


def test_data_dictionary_is_up_to_date():
    assert DICTIONARY.read_text(encoding="utf-8") == dictionary(), RUN


def test_data_package_is_up_to_date(live_data):
    text = as_json(snapshot=take_snapshot(folder=OWN_FOLDER), settings=live_data.settings)
    assert (OWN_FOLDER / DESCRIPTOR).read_text(encoding="utf-8") == text, RUN


def test_package_describes_every_table_and_column(live_data):
    contents = {table: (OWN_FOLDER / f"{table}.csv").read_bytes() for table in TABLES}
    package = datapackage(dataset=live_data, contents=contents)
    assert json.loads(json.dumps(package)) == package
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert set(resources) == set(TABLES)
    observations = resources["observations"]
    fields = {field["name"]: field for field in observations["schema"]["fields"]}
    assert list(fields) == contents["observations"].decode().splitlines()[0].split(",")
    assert fields["value"]["type"] == "integer"
    assert fields["value"]["constraints"] == {"required": False, "minimum": 0}
    assert fields["qualifier"]["constraints"]["enum"] == [
        "exact",
        "at_least",
        "about",
        "up_to",
        "between",
        "suppressed",
    ]
    assert observations["bytes"] == (OWN_FOLDER / "observations.csv").stat().st_size
    foreign = {"fields": "source_id", "reference": {"resource": "sources", "fields": "source_id"}}
    assert foreign in observations["schema"]["foreignKeys"]


def test_every_column_is_described():
    for definition in TABLES.values():
        assert definition.model.__doc__
        for column in definition.model.to_schema().columns.values():
            assert column.description, column.name


def test_columns_stand_in_the_order_of_the_files():
    for table, definition in TABLES.items():
        header = (OWN_FOLDER / f"{table}.csv").read_text(encoding="utf-8").splitlines()[0]
        names = [name for name in header.split(",") if not name.startswith("name_")]
        lacking = set(definition.may_lack) - set(names)
        assert names == [name for name in definition.columns if name not in lacking]


def test_describing_another_folder_leaves_the_documents_of_the_project_alone(folder):
    written = [path.stat().st_mtime_ns for path in (DICTIONARY, CATALOGUE)]
    assert main([str(folder)]) == 0
    assert json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))["name"] == "ruritania"
    assert [path.stat().st_mtime_ns for path in (DICTIONARY, CATALOGUE)] == written
