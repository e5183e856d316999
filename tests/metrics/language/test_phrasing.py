from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from metrics.language.phrasing import WHOLE_NUMBER, number


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_are_written_as_babel_writes_them(value: int):
    assert number(value) == number(float(value)) == format_decimal(value, format=WHOLE_NUMBER, locale="en")


def test_other_numbers_have_one_decimal():
    assert number(50.36) == "50.4"
