from __future__ import annotations

import html
import string

from hypothesis import given
from hypothesis import strategies as st

from metrics.language.plain_text import WORD_JOINER, plain


@given(st.text())
def test_decoded_it_is_the_text_on_one_line(text: str) -> None:
    decoded = html.unescape(plain(text)).replace(WORD_JOINER, "")
    assert decoded == " ".join(text.replace(WORD_JOINER, "").split())


@given(st.text(alphabet=string.punctuation + "ab ", min_size=1))
def test_no_mark_is_left_but_those_of_entities(text: str) -> None:
    assert not set(plain(text)) & (set(string.punctuation) - set("&#;"))


def test_words_stay_words() -> None:
    assert plain("Sagaing စစ်ကိုင်း “at least” 5’s") == "Sagaing စစ်ကိုင်း “at least” 5’s"


def test_an_address_is_parted_so_that_it_is_not_linked() -> None:
    assert WORD_JOINER in plain("https://evil.example")
    assert WORD_JOINER in plain("www.evil.example")
    assert WORD_JOINER in plain("someone@evil.example")


def test_ordinary_text_is_not_parted() -> None:
    assert WORD_JOINER not in plain("Sentenced, in person (2021-04-06): 10:30")
