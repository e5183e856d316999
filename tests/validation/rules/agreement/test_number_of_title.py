import pytest

from tests.small import tables
from validation.rules.agreement.number_of_title import NUMBER_OF_TITLE


def find(title, *values):
    counts = "\n".join(f"a,2024-01-{day:02},{value}" for day, value in enumerate(values, start=1))
    return NUMBER_OF_TITLE.findings(
        tables(
            sources=f'source_id,publisher,title\na,NEWS,"{title}"',
            observations=f"source_id,period_end,value\n{counts}",
        )
    )


def test_a_number_that_was_not_entered_is_found_however_far_the_counts_are():
    (found,) = find("Country frees 6,186 prisoners", 30000, 300)
    assert (found.lines, found.value) == ((3,), "300")
    assert "6186 is none of them" in found.message


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Country frees 6,186 prisoners", 6186),
        ("Over 7,000 freed", 7012),
        ("Over 3,000 freed", 3303),
        ("Nearly 5,000 freed", 4893),
        ("More than 10,000 pardoned", 10162),
        ("1,234,567 counted", 1234567),
    ],
)
def test_a_number_that_is_counted_or_rounds_the_count_is_sound(title, value):
    assert not find(title, value)


@pytest.mark.parametrize(
    ("title", "value"),
    [("Over 7,000 freed", 6400), ("Over 5,600 freed", 7355), ("Over 5,600 freed", 5701)],
)
def test_a_round_number_near_a_count_that_it_does_not_round_is_found(title, value):
    assert find(title, value)


@pytest.mark.parametrize("title", ["70,000 have fled", "In 2024, 120 freed", "On 4,5 and 6 May", ""])
def test_years_small_numbers_and_numbers_of_something_else_are_left(title):
    assert not find(title, 17570)
