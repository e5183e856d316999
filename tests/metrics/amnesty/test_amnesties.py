"""Amnesties worked by hand: what was announced, verified, disputed, and summed up."""

from __future__ import annotations

from datetime import date

import pytest

from metrics.amnesty.amnesties import Amnesty, EventCount, amnesties_of
from metrics.amnesty.amnesty_disagreements import disagreements
from metrics.amnesty.amnesty_sums import SumOfParts, SumOutcome, sums_of_parts
from metrics.amnesty.amnesty_words import announced_in_words
from metrics.amnesty.verified_shares import announced_exactly, in_words, share_verified
from tests import small
from tests.metrics.asking import ask
from validation import Dataset

EVENTS = """r,2022-11-17,XX,amnesty,Amnesty
later,2023-02-01,XX,amnesty,Amnesty
silent,2021-05-01,XX,amnesty,Amnesty
coup,2021-02-01,XX,coup,Coup
"""
SOURCES = "a, CO, 2022-11-18\nb, CO, 2022-11-21\nc, NEWS, 2022-12-01\nd, CO, 2023-03-01"
AUTH = "GOV,released,XX,all_prisoners,all,all,"
CO = "CO,released,XX,political,all,all,"
NEWS = "NEWS,released,XX,political,all,all,"
ANNOUNCED = f"a,{AUTH},r,happened,2022-11-17,2022-11-17,5774,exact"
NEXT_DAY = f"a,{CO},r,happened,2022-11-17,2022-11-18,72,exact"
FOUR_DAYS = f"b,{CO},r,happened,2022-11-17,2022-11-21,402,exact"


def of(*rows: str, corrections: str = "") -> Dataset:
    """A dataset of these counts, each to the column `qualifier`."""
    counts = small.table("observations", "\n".join(f"{row},,,{small.RECORDED}" for row in rows))
    return small.dataset(counts, small.sources(SOURCES), events=EVENTS, corrections=corrections)


def listed(dataset: Dataset, **parameters: str) -> dict[str, Amnesty]:
    query = ask(dataset, **parameters).query
    return {one.event_id: one for one in amnesties_of(dataset, query)}


def amnesty(*rows: str) -> Amnesty:
    return listed(of(*rows))["r"]


def share_of(*rows: str) -> tuple[float | None, str]:
    found = amnesty(*rows)
    share = share_verified(found, found.courses[0])
    return share.percentage, str(share.reason or "")


def by_day(counts: tuple[EventCount, ...]) -> list[tuple[int, str]]:
    return [(one.days, str(in_words(one))) for one in counts]


def by_counter(counts: tuple[EventCount, ...]) -> list[tuple[str, str]]:
    return [(one.count.counted_by, str(in_words(one))) for one in counts]


def test_verified_number_grows_with_the_days():
    found = amnesty(FOUR_DAYS, ANNOUNCED, NEXT_DAY)  # in any order of the table
    assert by_day(found.announced) == [(0, "5,774")]
    assert by_day(found.courses[0].counts) == [(1, "72"), (4, "402")]
    assert str(in_words(found.courses[0].last)) == "402"
    assert not disagreements(found), "a number that grew is no disagreement"


def test_what_was_published_later_was_not_yet_known():
    found = listed(of(ANNOUNCED, NEXT_DAY, FOUR_DAYS), known_on="2022-11-20")
    assert by_day(found["r"].courses[0].counts) == [(1, "72")]
    assert "later" not in found, "an amnesty of a later day has not happened yet"


def test_count_that_a_correction_leaves_out_is_no_count():
    key = FOUR_DAYS.rsplit(",", 2)[0]
    found = listed(of(NEXT_DAY, FOUR_DAYS, corrections=f"{key},402,exclude,slip,{small.RECORDED}"))
    assert by_day(found["r"].courses[0].counts) == [(1, "72")]


def test_amnesty_without_a_number_has_none_and_no_zero():
    found = listed(of(ANNOUNCED, NEXT_DAY))
    assert not found["silent"].has_number
    assert found["silent"].announced == found["silent"].courses == ()
    assert found["r"].has_number
    assert "coup" not in found


def test_part_is_never_the_whole():
    found = amnesty(
        f"a,{AUTH.removesuffix(',')},nationality: foreigners,r,happened,2022-11-17,2022-11-17,98,exact",
        "a,CO,released,XX-1,political,all,all,,r,happened,2022-11-17,2022-11-18,6,exact",  # one region
        "a,CO,released,XX,political,female,all,,r,happened,2022-11-17,2022-11-18,2,exact",  # women only
    )
    assert found.announced == found.courses == ()
    assert len(found.announced_in_parts) == 1
    assert len(found.verified_in_parts) == 2


def test_what_who_announces_says_of_political_prisoners_is_no_verification():
    found = amnesty(
        ANNOUNCED, "a,GOV,released,XX,political,all,all,,r,happened,2022-11-17,2022-11-17,600,at_least"
    )
    assert by_day(found.claimed) == [(0, "at least 600")]
    assert found.courses == ()


@pytest.mark.parametrize(
    ("rows", "percentage", "reason"),
    [
        ((ANNOUNCED, NEXT_DAY, FOUR_DAYS), 100 * 402 / 5774, ""),  # by the last count
        ((ANNOUNCED, f"a,{CO},r,happened,2022-11-17,2022-11-18,0,exact"), 0.0, ""),  # a zero that was printed
        ((NEXT_DAY,), None, "No announced figure is recorded."),
        (
            (ANNOUNCED.replace("exact", "at_least"), NEXT_DAY),
            None,
            "The announced figure is not exact: at least 5,774.",
        ),
        (
            (ANNOUNCED, NEXT_DAY, FOUR_DAYS.replace("exact", "at_least")),  # 72 is outdated, and 402 a bound
            None,
            "The latest verified figure is not exact: at least 402.",
        ),
        (
            (ANNOUNCED, ANNOUNCED.replace("a,", "b,", 1).replace("5774", "5800"), NEXT_DAY),
            None,
            "The announced figures disagree: 5,774 and 5,800.",
        ),
        (
            (ANNOUNCED, NEXT_DAY, NEXT_DAY.replace("a,", "b,", 1).replace("72", "73")),
            None,
            "The latest verified figures disagree: 72 and 73.",
        ),
        (
            (ANNOUNCED.replace("5774", "19"), f"a,{CO},r,happened,2022-11-17,2022-11-18,3,exact"),
            None,
            "Fewer than 20 were announced, which is too few for a percentage.",
        ),
        (
            (ANNOUNCED.replace("5774", "71"), NEXT_DAY),
            None,
            "More were verified than announced, so the two figures do not count the same thing.",
        ),
        (
            (ANNOUNCED.replace("all,all,", "all,all,law: 505(a)"), NEXT_DAY),
            None,
            "Only parts of the announced total are known, and parts are not added up.",
        ),
    ],
)
def test_share_is_given_only_where_both_numbers_carry_it(
    rows: tuple[str, ...], percentage: float | None, reason: str
):
    share, why = share_of(*rows)
    assert (share, why) == (pytest.approx(percentage) if percentage is not None else None, reason)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (f"b,{CO},r,happened,2022-11-17,2022-11-18,73,exact", [("documents", False)]),  # one day, two numbers
        (f"b,{CO},r,happened,2022-11-17,2022-11-18,72,about", []),  # the same
        (f"b,{CO},r,happened,2022-11-17,2022-11-18,70,at_least", []),  # allows 72
        (f"b,{CO},r,happened,2022-11-17,2022-11-18,80,at_least", [("documents", False)]),  # does not
        (f"b,{CO},r,happened,2022-11-17,2022-11-19,80,exact", []),  # a day later: it grew
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,80,exact", [("organisations", False)]),
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,60,at_least", [("organisations", True)]),  # allows 72
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,60,up_to", [("organisations", False)]),  # does not
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,60,about", [("organisations", True)]),  # rounded
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,72,exact", []),
        (f"c,{NEWS},r,happened,2022-11-17,2022-11-18,,suppressed", []),  # nothing to hold against it
    ],
)
def test_different_numbers_for_the_same_thing(other: str, found: list[tuple[str, bool]]):
    between = [(one.between, one.is_settled) for one in disagreements(amnesty(ANNOUNCED, NEXT_DAY, other))]
    assert between == found


WHOLE = "d,CO,released,XX,political,all,all,,,happened,2022-11-01,2023-02-28,100,{}"
ONE = "d,CO,released,XX,political,all,all,,r,happened,2022-11-17,2022-11-17,{},{}"
TWO = "d,CO,released,XX,political,all,all,,later,happened,2023-02-01,2023-02-01,{},{}"


def sums(*rows: str) -> tuple[SumOfParts, ...]:
    dataset = of(*rows)
    return sums_of_parts(dataset, ask(dataset).query)


@pytest.mark.parametrize(
    ("whole", "one", "two", "qualifier", "outcome"),
    [
        ("exact", (60, "exact"), (40, "exact"), "exact", SumOutcome.EQUAL),
        ("exact", (60, "exact"), (30, "exact"), "exact", SumOutcome.LESS),
        ("exact", (60, "exact"), (41, "exact"), "exact", SumOutcome.MORE),
        ("at_least", (60, "exact"), (40, "at_least"), "at_least", SumOutcome.EQUAL),  # a bound in it: a bound
        ("exact", (60, "exact"), (41, "at_least"), "at_least", SumOutcome.MORE),
        (
            "at_least",
            (60, "exact"),
            (40, "exact"),
            "exact",
            SumOutcome.UNKNOWN,
        ),  # 100 may be all of "at least 100"
        ("exact", (60, "about"), (40, "at_least"), "about", SumOutcome.UNKNOWN),
        ("exact", (60, "up_to"), (40, "at_least"), "", SumOutcome.UNKNOWN),  # no qualifier would be true
    ],
)
def test_sum_of_parts_carries_the_qualifiers(
    whole: str, one: tuple[int, str], two: tuple[int, str], qualifier: str, outcome: SumOutcome
):
    (found,) = sums(WHOLE.format(whole), ONE.format(*one), TWO.format(*two))
    assert (found.value, found.qualifier, found.outcome) == (one[0] + two[0], qualifier, outcome)


@pytest.mark.parametrize(
    "rows",
    [
        (ONE.format(60, "exact"),),  # one part is no sum
        (ONE.format(60, "exact"), TWO.format(40, "exact").replace("d,", "a,", 1)),  # another document
        (ONE.format(60, "exact"), TWO.format(40, "exact").replace("d,CO", "d,NEWS")),  # another counter
        (
            ONE.format(60, "exact"),
            TWO.format(40, "exact").replace("2023-02-01,40", "2023-03-01,40"),
        ),  # goes beyond
        (ONE.format(60, "exact"), TWO.format(40, "exact").replace("XX,", "XX-1,")),  # of a region
    ],
)
def test_what_is_no_part_makes_no_sum(rows: tuple[str, ...]):
    assert not sums(WHOLE.format("exact"), *rows)


def test_others_stand_beside_the_whole_and_beside_each_part():
    """As AAPP's 73 and 247 would stand beside Amnesty International's "at least 72" and 241."""
    (found,) = sums(
        WHOLE.format("exact"),
        ONE.format(60, "exact"),
        TWO.format(40, "exact"),
        f"c,{NEWS},r,happened,2022-11-17,2022-11-20,73,exact",
        "c,NEWS,released,XX,political,all,all,,,happened,2022-10-01,2023-03-31,247,exact",  # holds the period
        "c,NEWS,released,XX,political,all,all,,,happened,2022-12-01,2023-03-31,9,exact",  # does not
    )
    assert [by_day(part.other_organisations) for part in found.parts] == [[(3, "73")], []]
    assert [str(in_words(one)) for one in found.other_organisations] == ["247"]


@pytest.fixture(scope="module")
def of_first_edition(first_edition: Dataset) -> dict[str, Amnesty]:
    return listed(first_edition)


def test_every_amnesty_of_the_table_is_there(of_first_edition: dict[str, Amnesty], first_edition: Dataset):
    amnesties = first_edition.events.query("kind == 'amnesty'")["event_id"]
    assert set(of_first_edition) == set(amnesties)
    assert len(of_first_edition) == 31
    days = [one.day for one in of_first_edition.values()]
    assert days == sorted(days, reverse=True)


def test_november_2022(of_first_edition: dict[str, Amnesty]):
    found = of_first_edition["MM-2022-11-17-amnesty"]
    (course,) = found.courses
    assert [one.count.value for one in announced_exactly(found)] == [5774]
    assert (course.counter, by_day(course.counts)) == ("AAPP", [(1, "72"), (4, "402")])
    assert share_verified(found, course).percentage == pytest.approx(100 * 402 / 5774)  # 6.96


def test_amnesty_of_north_korea_has_no_number(of_first_edition: dict[str, Amnesty]):
    found = of_first_edition["KP-2012-02-01-amnesty"]
    assert (found.day, found.place, found.has_number) == (date(2012, 2, 1), "North Korea", False)
    assert [one.event_id for one in of_first_edition.values() if not one.has_number] == [found.event_id]


def test_growth_and_names_of_october_2021(of_first_edition: dict[str, Amnesty]):
    found = of_first_edition["MM-2021-10-18-amnesty"]
    assert by_day(found.courses[0].counts) == [(7, "4,065"), (24, "4,075")]
    assert by_day(found.verified_in_parts) == [(7, "480"), (24, "1,199")]  # by name
    assert {one.count.detail for one in found.verified_in_parts} == {"status: identified by name"}


def test_two_documents_disagree_on_april_2021(of_first_edition: dict[str, Amnesty]):
    found = of_first_edition["MM-2021-04-17-amnesty"]
    assert by_day(found.announced) == [(0, "at least 23,000"), (0, "23,047"), (0, "23,184")]
    (one,) = disagreements(found)
    assert (one.between, str(in_words(one.one)), str(in_words(one.other)), one.is_settled) == (
        "documents",
        "23,047",
        "23,184",
        False,
    )


def test_two_organisations_disagree_on_october_2011(of_first_edition: dict[str, Amnesty]):
    found = of_first_edition["MM-2011-10-12-amnesty"]
    (one,) = disagreements(found)
    assert (one.between, one.is_settled) == ("organisations", False)
    assert {c.count.counted_by: str(in_words(c)) for c in (one.one, one.other)} == {
        "AI": "241",
        "AAPP": "247",
    }
    shares = {c.counter: share_verified(found, c).percentage for c in found.courses}
    assert shares == {"AI": pytest.approx(100 * 241 / 6359), "AAPP": pytest.approx(100 * 247 / 6359)}


def test_477_is_72_241_34_and_130(first_edition: Dataset):
    sums = sums_of_parts(first_edition, ask(first_edition).query)
    (found,) = [one for one in sums if one.whole.document.source_id == "ai-2012-01-13"]
    assert [str(in_words(part.count)) for part in found.parts] == [
        "at least 72",
        "241",
        "at least 34",
        "at least 130",
    ]
    assert 72 + 241 + 34 + 130 == found.value == found.whole.count.value == 477
    assert (found.qualifier, found.whole.count.qualifier, found.outcome) == (
        "at_least",
        "at_least",
        SumOutcome.EQUAL,
    )
    assert [by_counter(part.other_organisations) for part in found.parts] == [
        [("AAPP", "73")],
        [("AAPP", "247")],
        [],
        [("AAPP", "302")],
    ]
    assert by_counter(found.other_organisations) == [("AAPP", "at least 650")]


def test_those_identified_by_name_are_a_level_of_their_own():
    by_name = f"b,{CO}status: identified by name,r,happened,2022-11-17,2022-11-21,40,exact"
    found = amnesty(ANNOUNCED, FOUR_DAYS, by_name)
    assert by_day(found.identified) == [(4, "40")]
    assert by_day(found.courses[0].counts) == [(4, "402")]
    assert not found.parts


def test_what_is_no_release_stands_besides_and_in_no_sum():
    killed = "a,GOV,killed,XX,all_prisoners,all,all,,r,happened,2022-11-17,2022-11-17,7,exact"
    found = amnesty(ANNOUNCED, killed)
    assert by_day(found.besides) == [(0, "7")]
    assert by_day(found.announced) == [(0, "5,774")]


def test_a_count_above_the_rise_of_the_total_gets_no_share():
    total = "{source},CO,{metric},XX,political,all,all,,,documented,2021-02-01,{day},{value},exact"
    before = total.format(source="a", metric="released", day="2022-11-10", value=1000)
    after = total.format(source="b", metric="released", day="2022-11-21", value=1401)
    percentage, reason = share_of(ANNOUNCED, FOUR_DAYS, before, after)
    assert percentage is None
    assert reason == (
        "The verified figure does not fit the organisation's own running total: 402 is more than 401,"
        " the rise of the running total from 1,000 on 10 November 2022 to 1,401 on 21 November 2022."
    )
    fits = total.format(source="b", metric="released", day="2022-11-21", value=1402)
    assert share_of(ANNOUNCED, FOUR_DAYS, before, fits) == (pytest.approx(100 * 402 / 5774), "")


def test_where_only_political_prisoners_were_announced_the_number_says_so():
    found = amnesty("a,GOV,released,XX,political,all,all,,r,happened,2022-11-17,2022-11-17,626,exact")
    assert str(announced_in_words(found)) == "626 political prisoners"
    assert found.courses == ()
