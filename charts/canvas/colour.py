"""Colours as numbers: mixing, and contrast by WCAG 2."""

from __future__ import annotations

from typing import Final

LINEAR_BELOW: Final = 0.04045
TEXT_CONTRAST: Final = 4.5  # of letters with their ground, by WCAG 2
STEPS: Final = 20
WEIGHTS: Final = (0.2126, 0.7152, 0.0722)  # of red, green and blue in what the eye calls bright


def parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(first: str, second: str, *, share: float) -> str:
    """The colour that lies by a share of the way from the first to the second."""
    pairs = zip(parts(first), parts(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def linear(part: int) -> float:
    """The light of one part of an sRGB colour, 0 to 1."""
    value = part / 255
    return value / 12.92 if value <= LINEAR_BELOW else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """How bright a colour is, 0 to 1."""
    return sum(weight * linear(part) for weight, part in zip(WEIGHTS, parts(colour), strict=True))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, *, on: str, toward: str) -> str:
    """The colour for letters: as it is where it reads on the ground, else mixed with text's until it does."""
    colours = (mixed(colour, toward, share=step / STEPS) for step in range(STEPS + 1))
    return next((found for found in colours if contrast(found, on) >= TEXT_CONTRAST), toward)
