"""Revisions: what documents revised, and what is left out by us, told apart."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.app_pages.reading import address_of, figures_in_words, table, visit, words


def test_address_without_a_question_shows_a_series_that_was_revised() -> None:
    page = visit("revisions/revisions.py")
    assert ("metric", "killed") in address_of(page)
    assert ("measure", "happened") in address_of(page)
    revised = table(page, "Was", "Changed to").iloc[0]
    # 198 published on 31 May 2024, 256 on 8 June
    assert (revised["Was"], revised["Changed to"], revised["Difference"]) == ("198", "256", "+58")
    assert revised["Document"] == "narinjara-news-2024-06-08"
    assert "first 198 (published 31 May 2024); latest 256 (published 8 June 2024)" in figures_in_words(page)


def test_as_known_before_the_later_document_nothing_was_revised() -> None:
    page = visit(
        "revisions/revisions.py", {"metric": "killed", "measure": "happened", "known_on": "2024-06-01"}
    )
    assert not figures_in_words(page)
    assert "Revised as of 1 June 2024:" in words(page)


def test_what_we_leave_out_is_listed_apart_with_its_reason() -> None:
    page = visit("revisions/revisions.py", {"metric": "arrested"})
    left_out = table(page, "Left out since", "Reason")
    assert len(left_out) == 7
    assert (left_out["Reason"] != "").all()
    days = [datetime.strptime(day, "%d %B %Y").replace(tzinfo=UTC) for day in left_out["Period"]]
    assert days == sorted(days, reverse=True)
    assert "Of 172 periods with a figure, 172 were never revised." in words(page)


def test_bound_that_became_exact_has_no_difference() -> None:
    revised = table(visit("revisions/revisions.py", {"metric": "killed"}), "Was", "Changed to").iloc[0]
    assert (revised["Was"], revised["Changed to"]) == ("at least 4,273", "4,273")
    assert revised["Difference"] == "not exact"
