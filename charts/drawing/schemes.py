"""The colours of a static drawing for a dark ground: each colour of the light scheme with its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from charts.canvas.colour import mixed
from charts.canvas.theme import DARK, LIGHT, dark_and_light
from charts.drawing.marks import RGBA, solid

SEE_THROUGH: Final = ("grid",)  # tokens that let the ground through, which a static drawing mixes


@cache
def dark_colours() -> Mapping[str, str]:
    """Each colour that a static drawing may have with that of the dark scheme; shades of a map have none."""
    pairs = {light: dark for dark, light in dark_and_light() if light.startswith("#")}
    mixtures = {solid(getattr(LIGHT, name)): _on_dark(getattr(DARK, name)) for name in SEE_THROUGH}
    return {**pairs, **mixtures}


def _on_dark(colour: str) -> str:
    found = RGBA.fullmatch(colour)
    if found is None:
        return colour
    red, green, blue, share = (float(part) for part in found.groups())
    return mixed(DARK.background, f"#{round(red):02x}{round(green):02x}{round(blue):02x}", share=share)
