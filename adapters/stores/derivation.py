"""Works out keys from codes ahead of time, one at a time, so that nobody waits for it when they press Send."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Key = TypeVar("Key")
HELD = 64  # reports that are written at once on one server: an older one's key is worked out again when it is needed


def one_at_a_time() -> ThreadPoolExecutor:
    """Each takes 32 MB and a whole processor."""
    return ThreadPoolExecutor(1, "derivation")


@dataclass
class Ahead(Generic[Key]):
    """Held in memory alone: a process that dies loses nothing by it but the time."""

    _held: OrderedDict[str, Future[Key]] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _thread: ThreadPoolExecutor = field(default_factory=one_at_a_time)

    def expect(self, code: str, derive: Callable[[], Key]) -> None:
        """Begin now what will soon be asked for; returns at once."""
        with self._lock:
            if code not in self._held:
                self._held[code] = self._thread.submit(derive)
            self._held.move_to_end(code)
            while len(self._held) > HELD:
                self._held.popitem(last=False)

    def get(self, code: str) -> Key | None:
        """None if it was not expected."""
        with self._lock:
            held = self._held.get(code)
        return held.result() if held else None

    def forget(self, code: str) -> None:
        with self._lock:
            self._held.pop(code, None)
