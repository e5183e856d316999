"""What is not said, and why: each rule by itself, in its words."""

from __future__ import annotations

from metrics.headline.headlines import Headline, headline_of
from metrics.headline.unsupported_claims import (
    UnsupportedClaim,
    unsupported_claims_of,
    unsupported_claims_of_rows,
)
from tests.metrics.asking import ask
from tests.small import dataset, observations, sources

DOCUMENTS = sources("a, CO, 2024-12-31")
STOCK = "a, detained, XX, stock, 2023-01-31, {}, exact\na, detained, XX, stock, 2024-01-31, {}, exact"
TOTAL = "a, arrested, XX, total, 2023-01-31, 50, exact\na, arrested, XX, total, 2024-01-31, 90, exact"


REGISTER = "organisation,name,kind\nCO,The Prison Service,government"


def headline(rows: str, metric: str = "detained", *, breaks: str = "", kept_by: str = REGISTER) -> Headline:
    small = dataset(observations(rows), DOCUMENTS, breaks=breaks, organisations=kept_by)
    found = headline_of(ask(small, metric=metric))
    assert found is not None
    return found


def claims(refusals: tuple[UnsupportedClaim, ...]) -> dict[str, str]:
    return {refusal.kind: f"{refusal.what} {refusal.why}" for refusal in refusals}


def test_nothing_is_refused_where_everything_can_be_said():
    assert not unsupported_claims_of(headline(STOCK.format(100, 110)))


def test_no_trend_across_a_break_of_any_kind_that_moves_a_stock():
    for kind in ("definition", "records_added", "commutation"):
        broken = headline(
            STOCK.format(100, 110), breaks=f"detained,XX,2023-06-01,{kind},Other people.,,2026-01-01"
        )
        assert claims(unsupported_claims_of(broken)) == {
            "break": "A trend since 31 January 2023. There was a break in the series on 1 June 2023: Other"
            " people."
        }


def test_an_end_of_printing_is_no_break_between_two_counts():
    stopped = headline(
        STOCK.format(100, 110), breaks="detained,XX,2023-06-01,no_longer_printed,Stopped.,,2026-01-01"
    )
    assert not unsupported_claims_of(stopped)


def test_a_break_before_the_earlier_count_or_after_the_later_one_refuses_nothing():
    for day in ("2023-01-31", "2024-02-01"):
        assert not unsupported_claims_of(
            headline(STOCK.format(100, 110), breaks=f"detained,XX,{day},definition,Other.,,2026-01-01")
        )


def test_a_total_that_takes_older_records_in_is_compared_and_one_of_another_definition_is_not():
    added = headline(TOTAL, "arrested", breaks="arrested,XX,2023-06-01,records_added,Older.,,2026-01-01")
    assert "break" not in claims(unsupported_claims_of(added))
    assert added.change.difference == 40
    other = headline(TOTAL, "arrested", breaks="arrested,XX,2023-06-01,definition,Other.,,2026-01-01")
    assert "break" in claims(unsupported_claims_of(other))


def test_no_percentage_of_a_small_base():
    assert claims(unsupported_claims_of(headline(STOCK.format(19, 40)))) == {
        "percentage": "The percentage change since 31 January 2023. The earlier figure is below 20, which is"
        " too small for a percentage."
    }
    assert not unsupported_claims_of(headline(STOCK.format(20, 40)))


def test_no_percentage_of_what_may_be_documented_late():
    documented = headline(STOCK.format(100, 110), kept_by="organisation,name,kind\nCO,The Counters,ngo")
    assert claims(unsupported_claims_of(documented)) == {
        "percentage": "The percentage change since 31 January 2023. Part of the change may be cases"
        " documented late."
    }


def test_no_percentage_of_a_running_total_and_nothing_documented_is_said_to_have_happened():
    assert claims(unsupported_claims_of(headline(TOTAL, "arrested"))) == {
        "percentage": "The percentage change since 31 January 2023. A percentage change in a running total"
        " would not show a trend.",
        "documented": "How many there were in a given month or year. Cases are added to the total when they"
        " are documented, which can be long after they happened.",
    }


def test_no_exact_number_from_a_later_bound():
    rows = STOCK.format(100, 110) + "\na, detained, XX, stock, 2024-02-28, 130, at_least"
    assert claims(unsupported_claims_of(headline(rows))) == {
        "bound": "An exact figure for 28 February 2024. The document says “at least 130”, which is not an"
        " exact figure."
    }


def test_no_exact_number_where_there_is_nothing_but_a_bound():
    refused = claims(unsupported_claims_of(headline("a, detained, XX, stock, 2024-01-31, 90, about")))
    assert refused["bound"].endswith("The document says “about 90”, which is not an exact figure.")
    assert refused["no_earlier_count"] == (
        "How much it changed over a year. No exact figure is recorded here."
    )


def test_regions_are_not_added_up_to_a_country():
    small = dataset(
        observations("""
            a, killed, XX-1, total, 2024-01-31, 20, exact
            a, killed, XX-2, total, 2024-01-31, 30, exact
        """),
        DOCUMENTS,
    )
    both = claims(unsupported_claims_of_rows(ask(small, metric="killed", place=["XX-1", "XX-2"])))
    assert both["parts"].startswith("A total for all the places together. Places with a figure: 2 of 2.")
    assert "part" not in both
    one = claims(unsupported_claims_of_rows(ask(small, metric="killed", place="XX-1")))
    assert one["part"] == (
        "This place's share of the whole. No document says that the figures for all its places add up"
        " to the whole."
    )


def test_rows_of_a_difference_are_not_said_to_have_happened_and_rows_by_date_of_event_are():
    small = dataset(observations(TOTAL + "\na, arrested, XX, 2023-01-01, 2023-12-31, 12, exact"), DOCUMENTS)
    assert "documented" in claims(
        unsupported_claims_of_rows(ask(small, metric="arrested", measure="newly_documented"))
    )
    happened = ask(small, metric="arrested", measure="happened", from_="2023-01-01")
    assert not unsupported_claims_of_rows(happened)
