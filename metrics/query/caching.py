"""What is worked out once for all readers: bounded, and let go when the tables change.

    @shared(most=256)
    def headline_of(answer: Answer) -> Headline | None: ...

    @shared_words(most=256)
    def spoken_sentences(headlines: tuple[Headline, ...]) -> tuple[str, ...]: ...

A `Dataset` and an `Answer` are told apart by identity, so what was worked out from earlier tables is never
given for later ones, even in the moment before it is let go. Nobody changes what is shared. A page's file
shares nothing: it is run anew at every rerun, so what its functions keep is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, Final, ParamSpec, TypeVar

from metrics.language.wording import language

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, eq=False)
class Same:
    """A value told apart by identity where it cannot be hashed: a frame that is itself shared."""

    value: Any

    def __hash__(self) -> int:
        return hash(self.value) if isinstance(self.value, Hashable) else id(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same):
            return NotImplemented
        return self.value is other.value or (
            isinstance(self.value, Hashable) and bool(self.value == other.value)
        )


_shared: Final[list[Callable[[], None]]] = []


def shared(*, most: int) -> Callable[[Callable[Asked, Given]], Callable[Asked, Given]]:
    """The function, with the `most` results that were last asked for kept; its arguments are hashable."""

    def sharing(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
        kept = lru_cache(maxsize=most)(function)
        _shared.append(kept.cache_clear)
        return kept  # type: ignore[return-value] # it is called like the function

    return sharing


def shared_words(*, most: int) -> Callable[[Callable[Asked, Given]], Callable[Asked, Given]]:
    """The same for a function whose result is in words: once for each language that readers have."""

    def sharing(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
        @shared(most=most)
        def in_language(_code: str, *args: Asked.args, **kwargs: Asked.kwargs) -> Given:
            return function(*args, **kwargs)

        @wraps(function)
        def in_readers_language(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
            return in_language(language.get(), *args, **kwargs)

        return in_readers_language

    return sharing


def let_go() -> None:
    """Forget everything that is shared: the tables have changed."""
    for forget in _shared:
        forget()
