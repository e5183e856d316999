"""Texts beside the marks are broken where their language allows it."""

from __future__ import annotations

from charts.canvas.frame import width_of, wrapped


def test_burmese_is_broken_after_a_syllable_and_never_within_one() -> None:
    assert wrapped("စစ်ကိုင်းတိုင်းဒေသကြီး", pixels=100, size=12) == ["စစ်ကိုင်းတိုင်းဒေသ", "ကြီး"]
    assert wrapped("တနင်္သာရီတိုင်းဒေသကြီး", pixels=60, size=12) == ["တနင်္သာရီ", "တိုင်းဒေသ", "ကြီး"]
    assert wrapped("ပြည်ထောင်စု (နေပြည်တော်)", pixels=100, size=12) == ["ပြည်ထောင်စု", "(နေပြည်တော်)"]


def test_english_is_broken_at_spaces() -> None:
    assert wrapped("Sagaing Region", pixels=60, size=12) == ["Sagaing", "Region"]


def test_signs_above_and_below_a_letter_take_no_room() -> None:
    assert width_of("ကို") == width_of("က")
