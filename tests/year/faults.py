"""Breaks what a desk works with: processes that die at any step, and couriers that fail, dawdle or say things twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from reports.keeping import Unreachable
from reports.people import PersonId

DEATH, FAULT = 0.01, 0.01  # of each step of a store
STEPS = frozenset({"load", "record", "claim", "done", "put_off", "shut", "reached", "keep", "words", "mark"})


class Died(BaseException):
    """The process is gone: nothing that it still meant to do happens, and nobody catches it."""


@dataclass
class Clock:
    at: datetime

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Breaking:
    """A store whose caller dies, or is refused, just before a step or just after it was taken."""

    store: Any
    chance: Random
    deaths: int = 0

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.store, name)
        return self._breaking(found) if name in STEPS else found

    def _breaking(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def taken(*given: Any, **named: Any) -> Any:
            self._perhaps()
            result = step(*given, **named)
            self._perhaps()
            return result

        return taken

    def _perhaps(self) -> None:
        drawn = self.chance.random()
        if drawn < DEATH / 2:
            self.deaths += 1
            raise Died
        if drawn < (DEATH + FAULT) / 2:
            raise OSError("the disk is full")


@dataclass
class BadCourier:
    """Fails one time in ten, dawdles one in ten, carries twice one in ten; some people can never be reached by it."""

    clock: Clock
    chance: Random
    nobody: frozenset[PersonId]
    carried: Counter[tuple[PersonId, str]] = field(default_factory=Counter)

    def notify(self, to: PersonId, message: str) -> None:
        drawn = self.chance.random()
        if to in self.nobody:
            raise Unreachable
        if drawn < 0.1:
            raise ConnectionError
        self.carried[to, message] += 1 + (drawn < 0.2)
        if drawn > 0.9:
            self.clock.at += timedelta(seconds=20)
        if drawn > 0.99:
            raise Died  # after it was carried, before that was kept
