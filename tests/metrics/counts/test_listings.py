from metrics.counts.candidates import clocks_of
from metrics.counts.listings import counts_of_place, regions_of
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources
from validation import Dataset

SMALL = dataset(
    observations("""
        a, arrested, XX-1, total, 2024-01-31, 10, exact
        b, arrested, XX-1, total, 2024-01-31, 11, exact      # the same period, published later
        a, arrested, XX-2, total, 2024-01-31, 20, at_least
        a, detained, XX-1, stock, 2024-01-31, 5, exact
        b, arrested, XX-1, total, 2024-02-28, 99, exact      # a slip, excluded
    """),
    sources("a, CO, 2024-02-01\nb, CO, 2024-03-01"),
    corrections=(
        "b,CO,arrested,XX-1,political,all,all,,,documented,2021-02-01,2024-02-28,99,exclude,slip,2026-01-01"
    ),
)
QUERY = ask(SMALL).query
CLOCKS = clocks_of(SMALL, QUERY)


def test_all_that_is_known_of_a_place_says_where_each_count_stands():
    listed = counts_of_place(SMALL, CLOCKS, "XX-1")
    standing = {
        (row.metric, row.value, row.source_id): (row.standing, row.reason) for row in listed.itertuples()
    }
    assert standing == {
        ("arrested", 99, "b"): ("excluded", "slip"),
        ("arrested", 11, "b"): ("stands", ""),
        ("arrested", 10, "a"): ("superseded", ""),
        ("detained", 5, "a"): ("stands", ""),
    }


def test_place_not_known_is_no_region(first_edition: Dataset):
    regions = regions_of(first_edition, "MM")
    assert len(regions) == 15
    assert "MM-unknown" not in regions
