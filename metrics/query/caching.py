"""Results that are computed once for all readers, and kept until the tables change.

    @cached
    def coverages_of(dataset: Dataset, query: Query) -> tuple[Coverage, ...]: ...

    @cached_words
    def regional_table(answer: Answer) -> Words: ...

    @cached_per_dataset
    def series_index(dataset: Dataset) -> SeriesIndex: ...

All results together have one budget in bytes. What takes less than a millisecond is not worth keeping: see
docs/caches.md. A `Dataset` and an `Answer` are compared by identity, so a result that was computed from
earlier tables is never given for later ones, even in the moment before it is cleared. Nobody changes a result
that is kept. A page's file keeps nothing: Streamlit runs it anew at every rerun.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import wraps
from threading import Lock, get_ident
from typing import Any, Final, Generic, ParamSpec, TypeVar

from metrics.language.wording import language
from metrics.query.budget import BUDGET, Budgeted, size_of
from validation import Dataset

# A sixteenth: an answer of some ten thousand rows.
LARGEST: Final = BUDGET // 16
# The dataset on the screen, and the one that replaces it.
DATASETS: Final = 2

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, eq=False)
class ByIdentity:
    """A value that is compared by identity since it cannot be hashed: a cached frame."""

    value: Any

    def __hash__(self) -> int:
        return hash(self.value) if isinstance(self.value, Hashable) else id(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByIdentity):
            return NotImplemented
        return self.value is other.value or (
            isinstance(self.value, Hashable) and bool(self.value == other.value)
        )


_results: Final = Budgeted[Hashable, Any](size_of=size_of, largest=LARGEST)
_caches: Final[list[Callable[[], None]]] = []


@dataclass(frozen=True, eq=False)
class _Begun(Generic[Given]):
    """A result that a thread computes just now; others wait for it."""

    thread: int
    future: Future[Given]


class _Cache(Generic[Given]):
    """The results of one function by its arguments: those that are kept, and those that are begun."""

    def __init__(self, function: Callable[..., Given], results: Budgeted[Hashable, Given]) -> None:
        self.function = function
        self.results = results
        self.lock = Lock()
        self.begun: dict[Hashable, _Begun[Given]] = {}

    def result(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Given:
        """The kept result; else the one that another thread computes now; else computed here."""
        key = (self, args, *sorted(kwargs.items())) if kwargs else (self, args)
        kept = self.results.get(key)
        if kept is not None:
            return kept.value
        thread = get_ident()
        with self.lock:
            kept = self.results.get(key)  # another thread may have ended since
            if kept is not None:
                return kept.value
            others = self.begun.get(key)
            if others is None:
                mine = self.begun[key] = _Begun[Given](thread, Future())
        if others is None:
            return self._compute(key, mine, args, kwargs)
        if others.thread == thread:
            raise RecursionError(f"{self.function.__qualname__} needs its own result to compute it")
        return others.future.result()

    def _compute(
        self, key: Hashable, mine: _Begun[Given], args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> Given:
        try:
            result = self.function(*args, **kwargs)
        except BaseException as error:
            self._end(key, mine)
            mine.future.set_exception(error)
            raise
        self._end(key, mine, result)
        mine.future.set_result(result)
        return result

    def _end(self, key: Hashable, mine: _Begun[Given], *results: Given) -> None:
        """Keep the result, where there is one and nothing was cleared since it was begun."""
        with self.lock:
            if self.begun.get(key) is not mine:
                return
            for result in results:
                self.results.keep(key, result)
            del self.begun[key]

    def clear(self) -> None:
        """Keep nothing, also of what is begun: whoever asks from now on has it computed anew."""
        with self.lock:
            self.results.clear()
            self.begun.clear()


def cached(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
    """The function, with its results kept; its arguments are hashable.

    Threads that ask the same at once wait for the first of them and get its result, or its exception,
    which is not kept. Different questions are computed side by side.
    """
    return _with_cache(function, _results)


def cached_per_dataset(function: Callable[[Dataset], Given]) -> Callable[[Dataset], Given]:
    """The same for what depends on the tables alone: it is kept as long as they are, whatever its size."""
    return _with_cache(function, Budgeted(size_of=lambda _result: 1, budget=DATASETS))


def cached_words(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
    """The same as `cached` for a function that returns words: cached once for each language."""

    @cached
    @wraps(function)
    def in_language(_code: str, *args: Asked.args, **kwargs: Asked.kwargs) -> Given:
        return function(*args, **kwargs)

    @wraps(function)
    def in_readers_language(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
        return in_language(language.get(), *args, **kwargs)

    return in_readers_language


def clear_caches() -> None:
    """Keep no result: the tables have changed."""
    for clear in _caches:
        clear()


def _with_cache(
    function: Callable[Asked, Given], results: Budgeted[Hashable, Given]
) -> Callable[Asked, Given]:
    cache = _Cache(function, results)
    _caches.append(cache.clear)

    @wraps(function)
    def cached_result(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
        return cache.result(args, kwargs)

    return cached_result
