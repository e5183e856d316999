from __future__ import annotations

import html
import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.language.plain_text import WORD_JOINER, link, plain, plain_label


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


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/by/4.0/?a=b&c=%20d#e", "[CC&#45;BY](https://example.org/by/4.0/?a=b&c=%20d#e)"),
        ("HTTP://example.org", "[CC&#45;BY](HTTP://example.org)"),
        # What ends a link, or is read within it, is written as an address may write it.
        ("https://example.org/a)[b](c", "[CC&#45;BY](https://example.org/a%29%5Bb%5D%28c)"),
        ("https://example.org/$a$`b`*c*<d>", "[CC&#45;BY](https://example.org/%24a%24%60b%60%2Ac%2A%3Cd%3E)"),
        ("javascript:alert(1)", "CC&#45;BY"),
        ("//example.org", "CC&#45;BY"),
        ("https://example.org/ [x](javascript:y)", "CC&#45;BY"),
        ("see https://example.org", "CC&#45;BY"),
        ("", "CC&#45;BY"),
    ],
)
def test_only_an_address_of_the_web_is_a_link(address: str, shown: str) -> None:
    assert link("CC-BY", address) == shown


@pytest.mark.parametrize(
    "words",
    [
        "Table, sources, caveats, download",
        "Where (choose a region to see everything known about it)",
        "Counted by: AAPP",
        "Who counted (group, sex, age)?",
        "Co-ordinated arrests & releases, 50% of St. John's",
    ],
)
def test_a_label_of_ordinary_words_is_heard_as_it_is_written(words: str) -> None:
    assert plain_label(words) == words


@pytest.mark.parametrize(
    ("hostile", "markup"),
    [
        ("*a* _b_ `c`", "*_`"),
        ("[x](javascript:alert(1))", "[]"),
        ("<b>d</b>", "<>"),
        (":red[e] :smile: f", "[]"),
        (":red ::smile", ":"),
        ("$x$ ~~y~~", "$~"),
        ("&amp; &#42;", "*"),
        ("- a", "-"),
        ("# a", "#"),
        ("> a", ">"),
        ("1. a", "."),
        ("12) a", ")"),
        ("a --> b", ">"),
    ],
)
def test_what_could_be_markup_in_a_label_is_escaped(hostile: str, markup: str) -> None:
    without_entities = re.sub(r"&#\d+;", "", plain_label(hostile))
    assert not set(without_entities) & set(markup)
    assert "&" not in without_entities


@given(st.text(alphabet=string.punctuation + "ab1 ", min_size=1))
def test_a_decoded_label_is_the_text_on_one_line(text: str) -> None:
    assert html.unescape(plain_label(text)).replace(WORD_JOINER, "") == " ".join(text.split())
