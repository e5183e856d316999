"""What is chosen on Regions, in chips, and all that is known of the chosen place."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from app_pages.card.words_with_cards import write
from app_pages.question.chip_row import chip_row
from app_pages.question.chips import Chip, chips
from app_pages.question.question import Question
from app_pages.words.counts_table import counts_table
from app_pages.words.names import metric_names, place_in_sentence, place_names
from app_pages.words.reach import reach
from app_pages.words.words import Line, Words
from metrics.counts.candidates import clocks_of
from metrics.counts.levels import Level
from metrics.counts.listings import counts_of_place
from metrics.language.phrasing import counted
from metrics.language.plain_text import plain
from metrics.language.wording import _
from metrics.number.sentence import Link, Sentence
from metrics.offered.on_map import over_time
from metrics.query.caching import ByIdentity
from metrics.query.query import Query
from metrics.question.address import address_of
from validation import Dataset

RESULT: Final = "region-result"


def show_chips(question: Question, level: Level, selected: str) -> None:
    """What is set, in sight above the figures."""
    query = question.current()
    whole = replace(query, places=(level.whole,)) if level.whole and selected != level.whole else None
    place = Chip(text=place_names(question.dataset)[selected], parameter="place", without=whole)
    others = (
        chip if chip.parameter in usual_states(question) else replace(chip, without=None)
        for chip in chips(question.dataset, query)
    )

    def remove(parameter: str) -> None:
        question.set_on_rerun(parameter, {**usual_states(question), "place": level.whole}[parameter])

    chip_row((place, *others), key="regions", remove=remove)


def usual_states(question: Question) -> dict[str, str | None]:
    """What the widgets show of those filters that a chip can remove."""
    return {
        "counted_by": question.dataset.settings.defaults.counted_by,
        "known_on": None,
        "edition": None,
    }


def lead_over_time(dataset: Dataset, query: Query, place: str) -> None:
    """The link to Explore that keeps metric, time and counter."""
    asked = over_time(dataset, query, place)
    if asked is None:
        return
    words = _("{metric} in {place} over time").format(
        metric=metric_names(dataset)[asked.metrics[0]], place=place_in_sentence(dataset, place)
    )
    link = Link(text=words, href=f"/explore?{address_of(asked)}")
    write(Words((Line(text=Sentence((link,))),)), key="over-time")


def show_region(dataset: Dataset, query: Query, place: str) -> None:
    """All that is known of one place, whoever counted it; who has just chosen it is taken there."""
    with st.container(key=RESULT):
        _show_region(dataset, query, place)
    reach(RESULT)


def _show_region(dataset: Dataset, query: Query, place: str) -> None:
    counts = counts_of_place(dataset, clocks_of(dataset, query), place)
    st.header(_("Everything known about {place}").format(place=plain(place_in_sentence(dataset, place))))
    if counts.empty:
        st.info(_("No figure for this place was known on that day."))
        return
    st.caption(
        str(
            counted(
                "{count} published figure, whatever it counts and whoever counted it.",
                "{count} published figures, whatever they count and whoever counted them, latest first.",
                len(counts),
            )
        )
    )
    write(counts_table(dataset, ByIdentity(counts), query), key="region-counts")
