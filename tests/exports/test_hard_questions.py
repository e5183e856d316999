"""Hard questions: the sentences to say, by hand; and that none is there where it would be false."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from exports.hard_questions.hard_question import EvidenceTable, HardQuestion
from exports.hard_questions.questions import QUESTIONS, first_hard_questions, hard_questions
from metrics.number.sentence import Number, Sentence
from metrics.number.single import number_at
from tests import small
from tests.folders import THREE_FOLDERS
from tests.metrics.asking import ask
from validation import Dataset, read_dataset

AAPP: Final = "Assistance Association for Political Prisoners (Burma)"


def asked(dataset: Dataset, **parameters: str) -> Mapping[str, HardQuestion]:
    return {one.code: one for one in hard_questions(dataset, ask(dataset, **parameters).query)}


def of_small(rows: str, **tables: str) -> Mapping[str, HardQuestion]:
    return asked(small.dataset(small.table("observations", rows), SOURCES, **tables))


@pytest.fixture(scope="module")
def found(first_edition: Dataset) -> Mapping[str, HardQuestion]:
    return asked(first_edition)


ON_THE_EDITION: Final = {
    # 258 of state television on 19 April 2021; AAPP printed 738 on 20 April.
    "government": (
        "The government says 258.",
        "The government's number for “Killed” in Myanmar since the coup was 258, as of 19 April 2021;"
        f" {AAPP}'s nearest number was 738, as of 20 April 2021.",
    ),
    "un": (
        "The UN says otherwise.",
        "The UN's number for “Arrested” in Myanmar since the coup was at least 29,560, as of 20 August 2025;"
        f" {AAPP}'s nearest number was 29,608, as of 31 August 2025.",
    ),
    # 19,943 - 19,272 = 671, over two counts.
    "fell": (
        "Your number fell. Why?",
        f"{AAPP}'s number of people held on political grounds in Myanmar fell by 671, from 19,943 on 25"
        " August"
        " 2023 to 19,272 on 26 September 2023; no reason is recorded here.",
    ),
    # 25,931 - 17,572 = 8,359.
    "year": (
        "So it was 8,359 in one year?",
        f"No: {AAPP} added 8,359 to its total of people arrested on political grounds in Myanmar between 31"
        " January 2023 and 31 January 2024, which can include earlier cases; 1,988 are known to have happened"
        " from 1 February 2023 to 31 January 2024.",
    ),
    # 309 / 1,988 = 15.5 %.
    "where": (
        "Where is most documented?",
        f"{AAPP}'s number of people arrested on political grounds in Myanmar from 1 February 2023 to 31"
        " January"
        " 2024 is 1,988: 309 of them in Sagaing Region (16%); places differ in how easily a case"
        " becomes"
        " known. No other place has an exact figure in that document for that time.",
    ),
    "who": (
        "Who says so?",
        f"{AAPP}'s number of people held on political grounds in Myanmar is 22,789, as of 15 February 2026;"
        " German Solidarity with Myanmar Democracy reported it on 15 February 2026.",
    ),
    "since": (
        "Since when?",
        f"{AAPP}'s total of people arrested on political grounds in Myanmar, 29,685, counts what it"
        " documented since the coup, from 1 February 2021 to 15 September 2025.",
    ),
}


@pytest.mark.parametrize("code", ON_THE_EDITION)
def test_sentence_of_the_frozen_edition(code: str, found: Mapping[str, HardQuestion]) -> None:
    question, sentence = ON_THE_EDITION[code]
    assert found[code].question == question
    assert str(found[code].answer) == sentence
    assert str(found[code].source)


def test_questions_keep_their_order_and_the_first_three_are_the_same(
    first_edition: Dataset, found: Mapping[str, HardQuestion]
) -> None:
    assert list(found) == [code for code in QUESTIONS if code in found]
    first = first_hard_questions(first_edition, ask(first_edition).query)
    assert [one.code for one in first] == ["government", "un", "fell"]
    assert first[0] is found["government"]  # worked out once


def test_every_number_to_say_has_its_card(first_edition: Dataset, found: Mapping[str, HardQuestion]) -> None:
    """Percentages, and how many documents or months there are, count nobody; years and days are no"
    " numbers."""
    for one in found.values():
        if one.code in ("checked", "unknown", "changed"):
            continue
        bare = "".join(part for part in one.answer.parts if isinstance(part, str))
        without_days = re.sub(r"\d{1,2} [A-Z][a-z]+ \d{4}|\d+%|April 2021", "", bare)
        assert not re.search(r"\d", without_days), one.code
        for number in (part for part in one.answer.parts if isinstance(part, Number)):
            assert number_at(first_edition, number.card.query) is not None or number.card.query.event


def test_seven_hundred_and_seventy_is_not_divided(found: Mapping[str, HardQuestion]) -> None:
    text = " ".join(str(one.text) for one in found["where"].evidence if hasattr(one, "text"))
    assert "do not divide the 770 in Sagaing Region by the 1,534 in Myanmar" in text
    assert "50" not in text  # 770 / 1,534


def test_the_whole_list_of_falls_is_kept_for_the_opened_question(found: Mapping[str, HardQuestion]) -> None:
    """Eighteen falls, read off observations.csv; in short the newest five, and the largest."""
    (in_short, *_lines), (whole, *_others) = found["fell"].evidence, found["fell"].whole
    assert isinstance(in_short, EvidenceTable)
    assert isinstance(whole, EvidenceTable)
    assert (len(in_short.rows), len(whole.rows)) == (6, 18)
    dip = next(row for row in whole.rows if str(row[2]) == "671")
    assert [str(cell).replace("\N{NO-BREAK SPACE}", " ") for cell in (dip[0], *dip[2:])] == [
        "25 Aug 2023 to 26 Sep 2023",
        "671",
        "19,943, then 19,465 on 15 Sep 2023, then 19,272",
        "No reason is recorded here.",
    ]
    of_amnesty = next(row for row in whole.rows if str(row[2]) == "292")
    assert str(of_amnesty[-1]) == "Amnesty of 18 October 2021."


def test_as_known_on_a_past_day(first_edition: Dataset) -> None:
    """On 21 April 2021 no year had passed, no fall of 2023 was known, and the UN had said nothing."""
    found = asked(first_edition, known_on="2021-04-21")
    assert not {"un", "year", "where"} & set(found)
    assert "19,943" not in str(found["fell"].answer)
    assert "22,789" not in str(found["who"].answer)


def test_months_without_a_count_are_counted(found: Mapping[str, HardQuestion]) -> None:
    """61 months from February 2021 to February 2026; none is recorded of March 2021 and of one more."""
    assert "is known for 59 of 61 months" in str(found["unknown"].answer)
    (table,) = found["unknown"].evidence
    assert isinstance(table, EvidenceTable)
    assert [row[1] for row in table.rows] == ["1", "1"]
    assert table.rows[-1][0] == "March 2021"


SOURCES: Final = small.sources(
    "a, CO, 2024-12-01\nb, CO, 2024-12-02\ng, GOV, 2024-12-03\nn, NEWS, 2024-12-04"
)
HEAD: Final = "source_id,counted_by,metric,place,basis,period_end,value,qualifier\n"
OURS: Final = "a,CO,arrested,XX,total,2024-01-31,200,exact\n"


def test_government_of_the_same_day_and_document() -> None:
    rows = HEAD + "n,CO,arrested,XX,total,2024-01-31,200,exact\nn,GOV,arrested,XX,total,2024-01-31,60,exact"
    assert str(of_small(rows)["government"].answer) == (
        "The government's number for “Arrested” in Ruritania since the coup was 60, as of 31 January"
        " 2024; the"
        " same document gives The Counters' number as 200."
    )


@pytest.mark.parametrize(
    "row",
    [
        "",  # nobody else counts
        "g,GOV,arrested,XX,total,2024-01-31,200,exact",  # the same number
        "g,GOV,killed,XX,total,2024-01-31,60,exact",  # no metric that the pages show first
        "g,GOV,arrested,XX,2024-01-01,2024-01-31,60,exact",  # of a period, which is no running total
    ],
)
def test_no_question_about_a_government_that_says_nothing_else(row: str) -> None:
    assert not {"government", "un", "others"} & set(of_small(HEAD + OURS + row))


def test_two_numbers_of_a_government_are_another_number() -> None:
    rows = (
        HEAD
        + OURS
        + "g,GOV,arrested,XX,total,2024-01-31,60,exact\ng,GOV,arrested,XX,total,2024-02-29,70,exact"
    )
    found = of_small(rows)["government"]
    assert found.question == "The government says another number."
    assert str(found.answer).startswith(
        "The government's number for “Arrested” in Ruritania since the coup was 70"
    )


@pytest.mark.parametrize(
    ("events", "known"),
    [
        ("", "no reason is recorded here."),
        (
            "event_id,place,date,kind\nXX-1,XX,2024-02-10,amnesty",
            "there was an amnesty on 10 February 2024, but nothing recorded here says whether that is why.",
        ),
        (
            "event_id,place,date,kind\nXX-1,XX,2024-02-10,amnesty\nXX-2,XX,2024-02-12,amnesty",
            "there were amnesties on 10 February 2024 and 12 February 2024, but nothing recorded here"
            " says whether they are why.",
        ),
        ("event_id,place,date,kind\nXX-1,XX,2024-03-10,amnesty", "no reason is recorded here."),
        ("event_id,place,date,kind\nXX-1,XX,2024-02-10,coup", "no reason is recorded here."),
    ],
)
def test_what_is_recorded_of_a_fall(events: str, known: str) -> None:
    rows = HEAD + OURS + "a,CO,arrested,XX,total,2024-02-29,190,exact"
    answer = str(of_small(rows, events=events)["fell"].answer)
    assert answer.startswith(
        "The Counters lowered its running total of people arrested in Ruritania by 10, from 200"
    )
    assert answer.endswith(known)


def test_year_in_which_fewer_were_added_than_happened_is_not_answered_with_no() -> None:
    rows = """
        source_id,metric,place,basis,period_start,period_end,value
        a,arrested,XX,total,,2023-01-31,100
        a,arrested,XX,total,,2024-01-31,150
        a,arrested,XX,happened,2023-02-01,2024-01-31,70"""
    assert str(of_small(rows)["year"].answer).startswith("The Counters added 50 to its total")


def test_a_counters_own_warning_is_quoted_only_where_its_document_was_known() -> None:
    definitions = (
        "organisation,metric,definition,not_counted,caveat,how_verified,source_id\n"
        "CO,arrested,People whom it knows.,People on bail.,It is more.,,b"
    )
    made = small.dataset(small.table("observations", HEAD + OURS), SOURCES, definitions=definitions)
    later, then = asked(made)["everyone"], asked(made, known_on="2024-12-01")["everyone"]
    assert str(later.answer).startswith("The Counters says of its figures: “It is more.”")
    assert "It is more" not in str(then.answer)
    assert str(then.answer).startswith("The Counters' number of people arrested, 200")


def test_nothing_is_said_where_nothing_is_counted() -> None:
    assert list(of_small("recorded")) in ([], ["checked"])


@pytest.mark.parametrize(
    ("folder", "missing"),
    [
        ("press_census", {"government", "un", "year", "where", "amnesties", "since", "before"}),
        ("prison_covid", {"government", "un", "fell", "year", "where", "amnesties", "changed", "before"}),
        ("venezuela", {"government", "un", "year", "where", "before"}),
    ],
)
def test_other_folders_are_asked_what_they_can_answer(folder: str, missing: set[str]) -> None:
    dataset = _read(THREE_FOLDERS[folder])
    found = asked(dataset)
    assert not missing & set(found)
    assert {"everyone", "who", "unknown", "checked"} <= set(found)
    for one in found.values():
        assert (
            not re.search(r"Myanmar|coup|AAPP", f"{one.question} {one.answer} {one.source}")
            or folder != "venezuela"
        )
        assert str(one.answer).endswith((".", "”"))


def test_falls_of_venezuela_are_one_fall() -> None:
    """1,963 on 8 November 2024, then lower in each of seven counts, down to 807 on 7 August 2025."""
    found = asked(_read(THREE_FOLDERS["venezuela"]))
    assert "fell by 1,156, from 1,963 on 8 November 2024 to 807 on 7 August 2025" in str(found["fell"].answer)


def test_what_a_government_claims_of_political_prisoners_was_announced() -> None:
    """Venezuela, 20 February 2026: 179 by the National Assembly, 109 by Foro Penal."""
    answer = str(asked(_read(THREE_FOLDERS["venezuela"]))["amnesties"].answer)
    assert answer == (
        "For the amnesty of 20 February 2026, the release of 179 political prisoners was announced; the"
        " release of 109 political prisoners was verified by Foro Penal."
    )


AMNESTY: Final = "event_id,place,date,kind\nE-1,XX,2024-01-04,amnesty"
RELEASED: Final = "source_id,counted_by,metric,place,group,event_id,basis,period_start,period_end,value\n"
OF_THE_AMNESTY: Final = "released,XX,{group},E-1,happened,2024-01-04,2024-01-05,{value}\n"
OFFICIAL: Final = "g,GOV," + OF_THE_AMNESTY.format(group="all_prisoners", value=900)
VERIFIED: Final = "a,CO," + OF_THE_AMNESTY.format(group="political", value=80)
BY_ANOTHER: Final = "n,NEWS," + OF_THE_AMNESTY.format(group="political", value=75)


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        (
            OFFICIAL + VERIFIED + BY_ANOTHER,
            "For the amnesty of 4 January 2024, the release of 900 prisoners of every kind was announced; the"
            " release of 80 political prisoners was verified by The Counters, of 75 by The News.",
        ),
        (
            OFFICIAL,
            "For the amnesty of 4 January 2024, the release of 900 prisoners of every kind was announced; no"
            " verified figure for all political prisoners among them is recorded here.",
        ),
        (
            VERIFIED,
            "For the amnesty of 4 January 2024, the release of 80 political prisoners was verified by The"
            " Counters; no announced total is recorded here.",
        ),
    ],
)
def test_announced_is_not_verified(rows: str, answer: str) -> None:
    assert str(of_small(RELEASED + rows, events=AMNESTY)["amnesties"].answer) == answer


def test_an_amnesty_without_a_number_is_no_answer() -> None:
    assert "amnesties" not in of_small(HEAD + OURS, events=AMNESTY)


def _read(folder: Path) -> Dataset:
    dataset = read_dataset(folder).dataset
    assert dataset is not None
    return dataset


def test_sentences_are_said_as_they_are_copied(found: Mapping[str, HardQuestion]) -> None:
    for one in found.values():
        assert isinstance(one.answer, Sentence)
        assert "  " not in str(one.answer)
        assert "{" not in str(one.answer)
