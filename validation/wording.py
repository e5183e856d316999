"""Marking English sentences that pages translate."""


def N_(text: str) -> str:
    """The text itself, marked for translators. Findings are in English; pages translate what is marked."""
    return text
