"""Every catalogue says what the English sentences say: places, numbers, terms; and it is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from metrics.language import wording
from metrics.language.phrasing import QUANTITIES, day, number, quantity, short_day
from metrics.language.wording import _, is_draft, languages, name_of_language, ngettext, spoken_in
from tests.serving import PROJECT
from validation.dataset import Dataset
from validation.store import Store

TEMPLATE = PROJECT / "locale" / "messages.pot"
CATALOGUES = sorted((PROJECT / "locale").glob("*.po"))
TABLES = sorted((PROJECT / "data").glob("words.*.po"))
GLOSSARY = PROJECT / "docs" / "wording-my.md"
BURMESE = re.compile("[\u1000-\u109f]")
BURMESE_DIGITS = re.compile("[\u1040-\u1049\u1090-\u1099]")
# A syllable has no vowel sign or stacking mark before its consonant.
ORPHANED = re.compile("(?:^|[\\s“(])[\u102b-\u103e]")
ENGLISH_WORDS = re.compile(r"[A-Za-z]{2,}")
# Names, and words that Burmese writes in Latin letters.
LATIN = {
    "JavaScript",
    "Excel",
    "PowerPoint",
    "Letter",
    "csv",
    "json",
    "series",
    "documents",
    "datapackage",
    "qualifier",
    "txt",
    "status",
}
NUMERALS = re.compile(r"\d[\d,.]*")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.suffixes[0].removeprefix(".") if path in TABLES else path.stem)


def pairs(path: Path) -> Iterator[tuple[Message, str, str]]:
    """Each entry with its English sentence, that of many where there are two, and its translation."""
    for message in catalogue(path):
        if message.id:
            several = isinstance(message.id, tuple)
            english, said = (one[-1] if several else one for one in (message.id, message.string))
            yield message, english, said


def places(sentence: str) -> list[str]:
    """The names of its places, each once: a language may need to say one twice."""
    return sorted({name for _text, name, _spec, _conversion in Formatter().parse(sentence) if name})


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_every_sentence_and_no_other(path: Path) -> None:
    wanted = {message.id for message in read_po(TEMPLATE.open("rb")) if message.id}
    found = {message.id for message in catalogue(path) if message.id}
    assert found == wanted
    assert [english for _entry, english, translated in pairs(path) if not translated] == []


@pytest.mark.parametrize("path", CATALOGUES + TABLES, ids=lambda path: path.name)
def test_no_place_of_a_sentence_is_lost_or_made_up(path: Path) -> None:
    wrong = [english for _entry, english, translated in pairs(path) if places(english) != places(translated)]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES + TABLES, ids=lambda path: path.name)
def test_numbers_that_a_sentence_says_itself_stay(path: Path) -> None:
    def numerals(text: str) -> set[str]:
        return {found.rstrip(".,") for found in NUMERALS.findall(text)}

    wrong = [english for _entry, english, said in pairs(path) if not numerals(english) <= numerals(said)]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_spaces_at_the_ends_stay(path: Path) -> None:
    """They part a sentence from the next where pieces are put together; a comma of Burmese has its own."""
    wrong = [
        english
        for _entry, english, said in pairs(path)
        if english.startswith(" ") != said.startswith(" ") or english.endswith(" ") != said.endswith(" ")
    ]
    assert wrong == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_form_of_one_and_many_is_missing(path: Path) -> None:
    read = catalogue(path)
    wrong = [one.id for one in read if isinstance(one.id, tuple) and len(one.string) != read.num_plurals]
    assert wrong == []


def test_burmese_is_burmese_and_its_digits_are_those_of_charts_and_files() -> None:
    for path in (PROJECT / "locale" / "my.po", PROJECT / "data" / "words.my.po"):
        for _entry, english, said in pairs(path):
            spoken = re.sub(r"\{\w+\}|'[^']*'", "", said)
            if english not in ("d MMMM y", "d MMM y", "MMM y", "MMMM y", "LLL", "d MMM"):
                assert set(ENGLISH_WORDS.findall(spoken)) <= set(ENGLISH_WORDS.findall(english)), said
                names = LATIN | {word for word in ENGLISH_WORDS.findall(english) if word[:2].isupper()}
                if path.parent.name == "locale":
                    assert set(ENGLISH_WORDS.findall(spoken)) <= names, said
            assert not BURMESE_DIGITS.search(said), said
            assert not ORPHANED.search(said), said


QUALIFIED = {"at_least": "အနည်းဆုံး", "about": "ခန့်မှန်းခြေ", "up_to": "အများဆုံး"}
QUALIFIED_IN_ENGLISH = {"at_least": "at least", "about": "about", "up_to": "up to"}


def read_back(text: str, words: dict[str, str]) -> tuple[str, int]:
    """The qualifier and the number that a text says."""
    (qualifier,) = [code for code, said in words.items() if text.startswith(f"{said} ")] or ["exact"]
    (numeral,) = NUMERALS.findall(text)
    return qualifier, int(numeral.replace(",", ""))


@pytest.mark.parametrize("qualifier", ["exact", *QUALIFIED])
@pytest.mark.parametrize("value", [0, 7, 130, 22_800, 1_234_567])
def test_a_number_and_its_qualifier_are_read_back_in_both_languages(qualifier: str, value: int) -> None:
    assert read_back(quantity(value, qualifier), QUALIFIED_IN_ENGLISH) == (qualifier, value)
    with spoken_in("my"):
        assert read_back(quantity(value, qualifier), QUALIFIED) == (qualifier, value)


def test_a_range_keeps_both_ends_and_what_is_missing_is_said_to_be_missing() -> None:
    with spoken_in("my"):
        assert NUMERALS.findall(quantity(14_000, "between", upper=16_000)) == ["14,000", "16,000"]
        assert quantity(None, "exact") == "ကိန်းဂဏန်း မရှိ"
        assert quantity(None, "suppressed") == "ထုတ်ဖော်မပြပါ (ကိန်းငယ်)"


def test_every_sentence_says_each_value_that_is_put_into_it() -> None:
    """A number with its qualifier, put into any place of any sentence, stands there as it was put in."""
    for _entry, english, said in pairs(PROJECT / "locale" / "my.po"):
        values = {name: f"အနည်းဆုံး {101 + at}" for at, name in enumerate(dict.fromkeys(places(english)))}
        filled = said.format(**values)
        assert all(value in filled for value in values.values()), english


def test_every_kind_of_number_has_words_of_its_own() -> None:
    with spoken_in("my"):
        assert len({_(words) for words in QUANTITIES.values()}) == len(QUANTITIES)


def test_days_are_in_burmese_order_with_western_digits() -> None:
    with spoken_in("my"):
        assert day(date(2024, 1, 31)) == "2024 ခုနှစ် ဇန်နဝါရီလ 31 ရက်"
        assert short_day(date(2024, 1, 31)) == "2024 ဇန် 31"
        assert number(29_685) == "29,685"


def test_one_and_many_are_one_form_in_burmese() -> None:
    with spoken_in("my"):
        assert ngettext("{count} day", "{count} days", 1) == "{count} ရက်"
        assert ngettext("{count} day", "{count} days", 5) == "{count} ရက်"


def glossary() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| ([a-z][^|]*) \| ([^|]*) \|", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    return [(english.strip(), burmese.strip()) for english, burmese in rows]


def test_terms_are_those_of_the_glossary() -> None:
    """A sentence with an English term has the Burmese one, or one of those that the glossary allows."""
    terms = glossary()
    assert len(terms) > 20
    wrong = [
        (term, english)
        for path in (PROJECT / "locale" / "my.po", PROJECT / "data" / "words.my.po")
        for _entry, english, said in pairs(path)
        for term, burmese in terms
        if re.search(rf"(?<!{{)\b{re.escape(term)}(?!\w|}})", english, re.IGNORECASE)
        and not any(one.strip() in said for one in burmese.split(" / "))
    ]
    assert wrong == []


def test_the_words_of_the_tables_are_texts_of_the_tables(live_texts: set[str]) -> None:
    """A text that was changed in the tables must be translated anew."""
    assert [english for _entry, english, _said in pairs(TABLES[0]) if english not in live_texts] == []


@pytest.fixture
def live_texts() -> set[str]:
    texts: set[str] = set()
    dataset = Store(PROJECT / "data").current().dataset
    assert isinstance(dataset, Dataset)
    for table in ("metrics", "definitions", "breaks", "events", "organisations", "places"):
        frame = getattr(dataset, table)
        texts |= {str(value) for column in frame for value in frame[column].dropna()}
    settings = dataset.settings
    return texts | {settings.title, settings.description, settings.map_credit} | {settings.origin_label}


def test_the_draft_is_said_to_be_one() -> None:
    assert is_draft("my") == ("# Status: draft" in (PROJECT / "locale" / "my.po").read_text("utf-8"))
    assert not is_draft("en")


@pytest.fixture
def pseudo_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One file more is a language more: every sentence in brackets, as Filipino for the names of months."""
    made = Catalog(locale="fil")
    for message in read_po(TEMPLATE.open("rb")):
        if message.id:
            several = isinstance(message.id, tuple)
            ids = message.id if several else (message.id,)
            said = tuple(f"[{one}]" for one in ids)
            made.add(message.id, said if several else said[0])
    with (tmp_path / "fil.po").open("wb") as file:
        write_po(file, made)
    monkeypatch.setattr(wording, "LOCALE_FOLDER", tmp_path)
    wording.forget_catalogues()
    yield "fil"
    wording.forget_catalogues()


def test_a_third_language_is_one_file(pseudo_language: str) -> None:
    assert languages() == {"en", pseudo_language}
    assert name_of_language(pseudo_language) == "Filipino"
    with spoken_in(pseudo_language):
        assert _("Explore") == "[Explore]"
        assert quantity(130, "at_least") == "[at least 130]"
        assert ngettext("{count} day", "{count} days", 2).format(count=2) == "[2 days]"
    assert _("Explore") == "Explore"
