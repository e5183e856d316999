"""Contrast by WCAG 2; deficient colour vision by the matrices of Machado, Oliveira, Fernandes (2009)."""

import itertools
import math

import pytest

from charts import Look
from charts.canvas.colour import contrast, linear, mixed, parts
from charts.canvas.theme import DARK, LIGHT, base_layout, family_colour
from charts.regions.map_traces import ink_on

AS_SEEN = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
WHITE = (0.95047, 1.0, 1.08883)
JUST_TOLD_APART = 14  # in Lab; 2.3 is the least difference that is seen side by side


def lab(colour, sight):
    light = [linear(part) for part in parts(colour)]
    seen = [min(1, max(0, sum(m * v for m, v in zip(row, light, strict=True)))) for row in AS_SEEN[sight]]
    x, y, z = (
        sum(m * v for m, v in zip(row, seen, strict=True)) / w for row, w in zip(TO_XYZ, WHITE, strict=True)
    )
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_marks_have_a_contrast_of_three_to_one(tokens):
    for colour in (*tokens.families.values(), tokens.neutral, tokens.border, tokens.no_count_hatch):
        assert contrast(colour, tokens.background) >= 3, colour


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_letters_have_a_contrast_of_four_and_a_half_to_one(tokens):
    for colour in (tokens.text, tokens.faint_text):
        assert contrast(colour, tokens.background) >= 4.5, colour


@pytest.mark.parametrize("sight", AS_SEEN)
@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_colours_are_told_apart_by_every_sight(tokens, sight):
    colours = [*tokens.families.values(), tokens.neutral]
    for first, second in itertools.combinations(colours, 2):
        assert math.dist(lab(first, sight), lab(second, sight)) >= JUST_TOLD_APART, (first, second)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_numbers_on_a_map_can_be_read_on_every_shade(tokens):
    for family in tokens.families.values():
        for share in range(0, 101, 5):
            shade = mixed(tokens.low, family, share=share / 100)
            assert contrast(ink_on(shade), shade) >= 4.5, shade


def test_a_part_without_a_family_has_the_colour_of_its_whole():
    assert family_colour("killed_in_custody", "killed", look=Look()) == LIGHT.families["death"]
    assert family_colour("evicted", "", look=Look()) == LIGHT.families["other"]


def test_paper_is_drawn_as_light():
    assert Look(scheme="print").tokens is LIGHT


def test_figures_leave_the_ground_and_touch_scrolling_alone():
    layout = base_layout(Look())
    assert layout["paper_bgcolor"] == layout["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert layout["dragmode"] is False
