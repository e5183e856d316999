"""Streamlit's settings from memory are those that Streamlit itself would tell."""

from __future__ import annotations

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from app_pages.server.settings_once import FILLED, from_memory

SECTIONS = (
    "theme",
    "theme.light",
    "theme.dark",
    "theme.sidebar",
    "theme.light.sidebar",
    "theme.dark.sidebar",
)


@pytest.fixture(autouse=True)
def own_settings() -> None:
    config.get_config_options(force_reparse=True)


@pytest.mark.parametrize("section", SECTIONS)
def test_theme_is_told_as_streamlit_tells_it(section: str) -> None:
    fill = from_memory(app_session._populate_theme_msg)
    itself = NewSession()
    app_session._populate_theme_msg(itself.custom_theme, section)
    for _rerun in range(2):
        told = NewSession()
        fill(told.custom_theme, section)
        assert told == itself


def test_theme_of_the_project_is_among_what_is_told() -> None:
    told = NewSession()
    from_memory(app_session._populate_theme_msg)(told.custom_theme.light, "theme.light")
    assert told.custom_theme.light.primary_color == "#1f5a7a"


def test_configuration_is_told_as_streamlit_tells_it() -> None:
    itself, told = NewSession(), NewSession()
    app_session._populate_config_msg(itself.config)
    from_memory(app_session._populate_config_msg)(told.config)
    assert told == itself


def test_settings_are_asked_once() -> None:
    asked = []
    fill = from_memory(lambda message, section: asked.append(section))
    for section in ("theme", "theme.light", "theme"):
        fill(NewSession().custom_theme, section)
    assert asked == ["theme", "theme.light"]


def test_streamlit_still_tells_its_settings_by_these_functions() -> None:
    used = app_session.AppSession._create_new_session_message.__code__.co_names
    assert set(FILLED) <= set(used)
