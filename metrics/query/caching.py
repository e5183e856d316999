"""What is worked out once for all readers: bounded, and cleared when the tables change.

    @cached(most=256)
    def headline_of(answer: Answer) -> Headline | None: ...

    @cached_words(most=256)
    def spoken_sentences(headlines: tuple[Headline, ...]) -> tuple[str, ...]: ...

A `Dataset` and an `Answer` are told apart by identity, so what was worked out from earlier tables is never
given for later ones, even in the moment before it is let go. Nobody changes what is shared. A page's file
shares nothing: it is run anew at every rerun, so what its functions keep is lost.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import wraps
from threading import Lock, get_ident
from typing import Any, Final, Generic, ParamSpec, TypeVar, cast

from metrics.language.wording import language

Asked = ParamSpec("Asked")
Given = TypeVar("Given")


@dataclass(frozen=True, eq=False)
class ByIdentity:
    """A value told apart by identity where it cannot be hashed: a frame that is itself shared."""

    value: Any

    def __hash__(self) -> int:
        return hash(self.value) if isinstance(self.value, Hashable) else id(self.value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, ByIdentity):
            return NotImplemented
        return self.value is other.value or (
            isinstance(self.value, Hashable) and bool(self.value == other.value)
        )


_caches: Final[list[Callable[[], None]]] = []
_MISSING: Final = object()


@dataclass(frozen=True, eq=False)
class _Begun(Generic[Given]):
    """A result that a thread is working out just now; others wait for it."""

    thread: int
    future: Future[Given]


class _Results(Generic[Given]):
    """The results of one function by its arguments: those that are kept, and those that are begun."""

    def __init__(self, function: Callable[..., Given], *, most: int) -> None:
        self.function = function
        self.most = most
        self.lock = Lock()
        self.kept: OrderedDict[Hashable, Given] = OrderedDict()
        self.begun: dict[Hashable, _Begun[Given]] = {}

    def result(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Given:
        """The kept result; else the one that another thread works out now; else worked out here."""
        key = (args, *sorted(kwargs.items())) if kwargs else (args,)
        thread = get_ident()
        with self.lock:
            kept = self.kept.get(key, _MISSING)
            if kept is not _MISSING:
                self.kept.move_to_end(key)
                return cast("Given", kept)
            others = self.begun.get(key)
            if others is None:
                mine = self.begun[key] = _Begun[Given](thread, Future())
        if others is None:
            return self._worked_out(key, mine, args, kwargs)
        if others.thread == thread:
            raise RecursionError(f"{self.function.__qualname__} needs its own result to work it out")
        return others.future.result()

    def _worked_out(
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
        """Keep the result, where there is one and nothing was forgotten since it was begun."""
        with self.lock:
            if self.begun.get(key) is not mine:
                return
            del self.begun[key]
            for result in results:
                self.kept[key] = result
            if len(self.kept) > self.most:
                self.kept.popitem(last=False)

    def forget(self) -> None:
        """Keep nothing, also of what is begun: whoever asks from now on has it worked out anew."""
        with self.lock:
            self.kept.clear()
            self.begun.clear()


def cached(*, most: int) -> Callable[[Callable[Asked, Given]], Callable[Asked, Given]]:
    """The function, with the `most` results that were last asked for kept; its arguments are hashable.

    Threads that ask the same at once wait for the first of them and get its result, or its exception,
    which is not kept. Different questions are worked out side by side.
    """

    def caching(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
        results = _Results(function, most=most)
        _caches.append(results.forget)

        @wraps(function)
        def cached_result(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
            return results.result(args, kwargs)

        return cached_result

    return caching


def cached_words(*, most: int) -> Callable[[Callable[Asked, Given]], Callable[Asked, Given]]:
    """The same for a function whose result is in words: once for each language that readers have."""

    def caching(function: Callable[Asked, Given]) -> Callable[Asked, Given]:
        @cached(most=most)
        def in_language(_code: str, *args: Asked.args, **kwargs: Asked.kwargs) -> Given:
            return function(*args, **kwargs)

        @wraps(function)
        def in_readers_language(*args: Asked.args, **kwargs: Asked.kwargs) -> Given:
            return in_language(language.get(), *args, **kwargs)

        return in_readers_language

    return caching


def clear_caches() -> None:
    """Forget everything that is shared: the tables have changed."""
    for forget in _caches:
        forget()
