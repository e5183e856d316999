"""Values that are kept up to a budget in bytes, and how many bytes a value takes."""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, Final, Generic, TypeVar

import pandas as pd

from validation import Dataset

MEGABYTE: Final = 1024 * 1024
# For each of three: results, figures, and compressed bodies. See docs/caches.md for what fills them.
BUDGET: Final = 128 * MEGABYTE
# The size of longer tuples and lists is estimated from this many of their items, spread evenly.
SAMPLE: Final = 64
# Of these there is one, however many values refer to it.
_SHARED: Final = (type, ModuleType, FunctionType, BuiltinFunctionType, MethodType, Dataset)

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class _Kept(Generic[Value]):
    value: Value
    size: int


class Budgeted(Generic[Key, Value]):
    """Values by their keys, up to a budget in bytes: the least recently used makes room for a new one.

    A value of more than `largest` bytes is not kept: a few of that kind would drive out all others.
    """

    def __init__(
        self, *, size_of: Callable[[Value], int], budget: int = BUDGET, largest: int | None = None
    ) -> None:
        self.budget = budget
        self.largest = budget if largest is None else largest
        self.size = 0
        self._size_of = size_of
        self._kept: OrderedDict[Key, _Kept[Value]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key) -> _Kept[Value] | None:
        """What is kept by this key, as its `value`; None where nothing is."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
            return kept

    def keep(self, key: Key, value: Value) -> None:
        """Keep the value, in place of what was kept by this key."""
        size = self._size_of(value)
        if size > self.largest:
            return
        with self._lock:
            self._drop(key)
            self._kept[key] = _Kept(value, size)
            self.size += size
            while self.size > self.budget:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _drop(self, key: Key) -> None:
        dropped = self._kept.pop(key, None)
        if dropped is not None:
            self.size -= dropped.size


def size_of(value: object) -> int:
    """About how many bytes an object takes, with all that it refers to; what it refers to twice counts once.

    The tables themselves, classes and functions do not count. A long tuple or list is estimated from `SAMPLE`
    items: an exact sum would take a tenth of the time in which an answer of many rows is computed.
    """
    return _size_of(value, seen=set())


def _size_of(value: object, *, seen: set[int]) -> int:
    size, waiting = 0, [value]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, _SHARED):
            continue
        seen.add(id(one))
        size += sys.getsizeof(one)
        if isinstance(one, tuple | list) and len(one) > SAMPLE:
            size += _size_of_many(one, seen=seen)
        elif not isinstance(one, pd.DataFrame | pd.Series):  # which know the size of their values themselves
            waiting.extend(gc.get_referents(one))
    return size


def _size_of_many(items: tuple[Any, ...] | list[Any], *, seen: set[int]) -> int:
    sample = items[:: len(items) // SAMPLE][:SAMPLE]
    return sum(_size_of(item, seen=seen) for item in sample) * len(items) // len(sample)
