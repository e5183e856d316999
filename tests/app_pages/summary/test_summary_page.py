"""Summary: five charts, each titled by what it shows."""

from __future__ import annotations

from tests.app_pages.reading import figures, figures_in_words, headings, visit, words


def test_five_findings_are_the_titles() -> None:
    summary = visit("summary/summary.py")
    assert headings(summary) == [
        "In detention: 22,789 people on 15 February 2026, 986 more than on 10 February 2025;"
        " on 27 February 2026, at least 22,800",
        "Arrested: 29,685 people documented since the coup, as of 15 September 2025; by 4 January 2026, at"
        " least 30,000",
        # 28,444 - 25,931
        "Arrested: 2,513 newly documented from 31 January 2024 to 31 January 2025, whenever they happened",
        "Killed: 7,257 people documented since the coup, as of 15 September 2025; by 4 January 2026, at least"
        " 7,640",
        "Killed: of 15 regions with a count, Sagaing Region has the most documented, 722 by 22 June 2022;"
        " by 31 October 2022, about 1,000",
    ]
    assert len(figures(summary)) == 5
    for number in ("22,663", "29,685", "2,513", "722"):
        assert number in figures_in_words(summary)


def test_findings_are_those_of_the_day_of_knowledge() -> None:
    titles = headings(visit("summary/summary.py", {"known_on": "2024-02-01"}))
    assert titles[1] == "Arrested: 25,931 people documented since the coup, as of 31 January 2024"
    assert titles[2].startswith("Arrested: 8,359 newly documented from 31 January 2023 to 31 January 2024")


def test_the_day_of_knowledge_is_said() -> None:
    assert "All numbers as known on 1 February 2024" in words(
        visit("summary/summary.py", {"known_on": "2024-02-01"})
    )
