"""What is wrong with a question, in words that name the parameter and what is allowed."""

from __future__ import annotations

from typing import Final

# What was given is repeated to the reader, but not a whole pasted page of it.
LONGEST_ECHO: Final = 80


def shortened(text: str) -> str:
    """The text, cut where it is longer than anybody would type."""
    return text if len(text) <= LONGEST_ECHO else text[:LONGEST_ECHO] + "…"


class ParameterError(ValueError):
    """A parameter that is unknown or makes no sense.

    `parameter` is its name as in an address, `value` what was given, `allowed` what could be given instead,
    codes or one sentence.
    """

    def __init__(self, *, parameter: str, value: str, problem: str, allowed: tuple[str, ...]) -> None:
        self.parameter = parameter
        self.value = shortened(value)
        self.problem = problem
        self.allowed = allowed
        super().__init__(self.message)

    @property
    def is_unknown(self) -> bool:
        """Whether there is no such value, whatever else is asked."""
        return self.problem.startswith(("has the unknown value", "is no day"))

    @property
    def message(self) -> str:
        """One sentence for people; what is allowed follows from `allowed`."""
        return f"Parameter `{self.parameter}` {self.problem}."
