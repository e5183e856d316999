import pytest

from tests import small
from tests.small import SETTINGS
from validation import read_dataset


def columns(folder, text):
    (folder / "dataset.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        (str(found.severity), found.column)
        for found in read_dataset(folder).findings
        if found.rule != "draft"
    ]


def test_settings_are_read(folder):
    settings = read_dataset(folder).dataset.settings
    assert settings.origin.isoformat() == "2021-02-01"
    assert settings.defaults.end is None
    assert settings.identities[0].parts == ("detained", "released")
    assert (settings.identities[0].derive, settings.identities[0].derived_for) == ("released", ("CO",))


def test_an_identity_without_a_part_to_derive_is_sound(folder):
    plain = SETTINGS.replace('derive = "released"\nderived_for = ["CO"]\n', "")
    assert "derive" not in plain
    assert columns(folder, plain) == []
    assert read_dataset(folder).dataset.settings.identities[0].derived_for == ()


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ('title = "Counts of Ruritania"', "", "title"),
        ('title = "Counts of Ruritania"', "title = 3", "title"),
        ("origin = 2021-02-01", 'origin = "2021-02-01"', "origin"),
        ("origin = 2021-02-01", "origin = 2021-02-01T00:00:00", "origin"),
        ("first_month = 2", "first_month = 13", "reporting_year_first_month"),
        ("first_month = 2", "first_month = true", "reporting_year_first_month"),
        ('sex = "all"', 'sex = "everybody"', "defaults.sex"),
        ('to = "latest"', 'to = "soon"', "defaults.to"),
        ('grain = "as_published"', 'grain = "decade"', "defaults.grain"),
        ('["arrested"]', '"arrested"', "pages.headline_metrics"),
        ('parts = ["detained", "released"]', "", "identities[0].parts"),
        ('parts = ["detained", "released"]', 'parts = ["detained", "detained"]', "identities[0].parts"),
        ("[[identities]]", "[identities.x]", "identities[0].whole"),
        ("[defaults]", "[default]", "defaults"),
        ('["arrested"]', "[]", "pages.headline_metrics"),  # the first page would have nothing to head it
        ('["arrested"]', '["arrested", "arrested"]', "pages.headline_metrics"),
        ('["arrested"]', '["arrested"]\nlead_metrics = ["detained"]', "pages.lead_metrics"),
        ('["arrested"]', '["arrested"]\nlead_metrics = ["arrested", "arrested"]', "pages.lead_metrics"),
        ('["arrested"]', '["arrested"]\nlead_metrics = "arrested"', "pages.lead_metrics"),
        ("origin = 2021-02-01", "origin = 0001-01-01", "origin"),
        ("from = 2021-02-01", "from = 9999-12-31", "defaults.from"),
        # readable, but they lead nowhere
        ('detail = ""', 'detail = "cause: gunshot"', "defaults.detail"),
        ('metric = "arrested"', 'metric = "taxed"', "defaults.metric"),
        ('place = "XX"', 'place = "YY"', "defaults.place"),
        ('counted_by = "CO"', 'counted_by = "NOBODY"', "defaults.counted_by"),
        ('["arrested"]', '["taxed"]', "pages.headline_metrics"),
        ('whole = "arrested"', 'whole = "taxed"', "identities"),
        ('derive = "released"', 'derive = "arrested"', "identities[0].derive"),
        ('derive = "released"', 'derive = "detained"', "identities"),  # a stock
        ('derive = "released"', "derive = 3", "identities[0].derive"),
        ('derive = "released"', "", "identities[0].derived_for"),  # for whom, but not what
        ('derive = "released"', 'derive_as = "killed"', "identities[0].derive_as"),  # as what, but not what
        ('derive = "released"', 'derive = "released"\nderive_as = "released"', "identities[0].derive_as"),
        ('derive = "released"', 'derive = "released"\nderive_as = "taxed"', "identities"),
        ('derived_for = ["CO"]', "", "identities[0].derived_for"),
        ('derived_for = ["CO"]', 'derived_for = ["NOBODY"]', "identities"),
    ],
)
def test_wrong_setting_is_an_error_that_names_its_key(folder, old, new, column):
    assert old in SETTINGS
    assert ("error", column) in columns(folder, SETTINGS.replace(old, new))
    assert read_dataset(folder).dataset is None


@pytest.mark.parametrize("text", ["title = ", "[", b"\xff\xfe\x00", b"title = 'caf\xe9'", "[" * 5000])
def test_broken_file_is_one_finding(folder, text):
    assert columns(folder, text) == [("error", "")]


def test_unknown_key_is_a_warning(folder):
    assert columns(folder, "colour = 'red'\n" + SETTINGS) == [("warning", "colour")]
    assert read_dataset(folder).dataset is not None


def test_detail_that_is_asked_by_default_is_one_that_is_counted(folder):
    rows = "metric,period_end,value,detail\narrested,2024-01-31,100,cause: gunshot"
    small.write(folder, observations=rows)
    for detail in ("", "cause: gunshot"):
        assert columns(folder, SETTINGS.replace('detail = ""', f'detail = "{detail}"')) == []


def test_finding_says_what_is_wrong_and_what_is_allowed(folder):
    columns(folder, SETTINGS.replace('["arrested"]', "[]").replace('detail = ""', 'detail = "x: y"'))
    assert [found.message for found in read_dataset(folder).errors] == [
        "`pages.headline_metrics` must be one or more different metrics of metrics.csv: it is `[]`"
    ]
    columns(folder, SETTINGS.replace('detail = ""', 'detail = "x: y"'))
    assert [found.message for found in read_dataset(folder).errors] == [
        "`defaults.detail` must be known: `x: y` is not in observations.csv"
    ]
