"""Ctrl-C is heard at the prompt, between two acts: in the middle of one it could leave the database half written to."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

Value = TypeVar("Value")


@dataclass
class Interrupts:
    """The first is kept until the prompt. A second one is obeyed at once: then something is stuck."""

    _asked: bool = False
    _waiting: bool = False

    @contextmanager
    def kept(self) -> Iterator[None]:
        before = signal.signal(signal.SIGINT, self._came)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def heard(self, read: Callable[[], Value]) -> Value:
        """Read, and raise KeyboardInterrupt while that waits, or for what came before it."""
        self._waiting = True  # before the look: whatever comes after it is raised by the signal itself
        try:
            if self._asked:
                raise KeyboardInterrupt
            return read()
        finally:
            self._waiting = False

    def _came(self, *_: object) -> None:
        again, self._asked = self._asked, True
        if self._waiting or again:
            raise KeyboardInterrupt
