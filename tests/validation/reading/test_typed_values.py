import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from validation.reading.typed_values import (
    NotACountError,
    NotADayError,
    NotAMeasureError,
    count,
    day,
    measure,
)

BURMESE = str.maketrans("0123456789", "၀၁၂၃၄၅၆၇၈၉")


@pytest.mark.parametrize(
    "text",
    [
        "25931",
        "25,931",
        "(25931)",
        "(25,931)",
        " 25931 ",
        "\u00a025 931",
        "25\u202f931",
        "25'931",
        "၂၅၉၃၁",
        "၂၅,၉၃၁",
        "(၂၅၉၃၁)",
        "25931.0",  # as a spreadsheet writes it
        "\ufeff25931",
        "０２５９３１",  # full width, with a zero in front
    ],
)
def test_count_is_read_as_people_type_it(text):
    assert count(text) == 25931


@pytest.mark.parametrize(
    "text",
    [
        "25.931",  # a decimal in one language, thousands in another
        "25,93",
        "2,5931",
        "25,931 000",
        "25 93",
        "about 600",
        "600+",
        "6OO",
        "1e3",
        "0x10",
        "٫",
        "(25931",
        "25931)",
        "()",
        "-",
        "--3",
        "1,,000",
        "12.5",
        "nan",
        "9" * 13,
        "²",
        "½",
    ],
)
def test_count_with_no_or_several_readings_is_refused(text):
    with pytest.raises(NotACountError):
        count(text)


def test_minus_sign_is_read_so_that_the_range_can_be_judged():
    assert count("-3") == -3
    assert count("\u22123") == -3


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_every_way_of_typing_gives_the_same_count(number):
    grouped = f"{number:,}"
    for text in (
        str(number),
        grouped,
        f"({grouped})",
        str(number).translate(BURMESE),
        grouped.replace(",", " "),
    ):
        assert count(text) == number


@given(st.text(max_size=20))
def test_any_text_is_a_count_or_refused(text):
    with contextlib.suppress(NotACountError):
        assert isinstance(count(text), int)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text):
    with contextlib.suppress(NotADayError):
        assert 1900 <= day(text).year <= 2199


@pytest.mark.parametrize("text", ["2024-01-31", "2024/01/31", "2024/1/31", "၂၀၂၄-၀၁-၃၁", " 2024-01-31 "])
def test_day_is_read_year_first(text):
    assert day(text).isoformat() == "2024-01-31"


@pytest.mark.parametrize(
    "text",
    ["31/01/2024", "01-02-2024", "2024-02-30", "2024-13-01", "1024-01-01", "2024-01", "2024-01/31", "45322"],
)
def test_day_that_is_ambiguous_or_does_not_exist_is_refused(text):
    with pytest.raises(NotADayError):
        day(text)


def test_measure_has_a_full_stop_as_decimal_mark():
    assert measure("93704.5") == 93704.5
    assert measure("93,704") == 93704.0
    with pytest.raises(NotAMeasureError):
        measure("93.704,5")
