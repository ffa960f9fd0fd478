"""Claims what a platform delivers, many at a time: whatever comes while one commit is under way shares the next."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from adapters.stores.rows import Unusable

WITHIN = 1.0  # seconds; what can't be told by then counts as new: the forms bear repetition
KEPT, BETWEEN = timedelta(days=1), 3600.0  # how long a claim is kept, and seconds between sweeps
log = logging.getLogger("candour.doors")


class Claims(Protocol):
    def claim_all(self, names: Iterable[str], now: datetime) -> set[str]:
        """Those that are new. It may wait for a disk or a network, so it is called in a thread."""

    def sweep(self, before: datetime) -> object:
        """Forget what came earlier."""


Answer = bool | BaseException


@dataclass
class Claiming:
    """For one event loop, in a thread of its own: a claim must not queue behind answers that are worked out.

    From the thread one call comes back to the loop, however many wait: while an answer is worked out, each turn of
    the loop may have to wait for it.
    """

    claims: Claims
    clock: Callable[[], datetime]
    waiting: list[tuple[str, asyncio.Future[Answer]]] = field(default_factory=list)
    working: Future[set[str]] | asyncio.Handle | None = None
    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "claims"))

    async def new(self, name: str) -> bool:
        """Whether it came for the first time; yes where the store can't tell within a second."""
        claim = self.claim(name)
        late = asyncio.get_running_loop().call_later(WITHIN, _tell, claim, True)
        told = await claim
        late.cancel()
        if isinstance(told, BaseException):
            log.error("A claim could not be kept: %s", type(told).__name__)
            return True
        return told

    async def sweep(self) -> None:
        """Forgets old claims, again and again, until it is cancelled."""
        while True:
            with suppress(Unusable, sqlite3.Error):  # a database that is away comes back
                await asyncio.to_thread(self.claims.sweep, self.clock() - KEPT)
            await asyncio.sleep(BETWEEN)

    def stop(self) -> None:
        self.thread.shutdown(wait=False)

    def claim(self, name: str) -> asyncio.Future[Answer]:
        """Whether it is new, or what the store raised."""
        told: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self.waiting.append((name, told))
        if self.working is None:
            self.working = asyncio.get_running_loop().call_soon(self._begin)  # with all that came at the same moment
        return told

    def _begin(self) -> None:
        batch, self.waiting = self.waiting, []
        loop = asyncio.get_running_loop()

        def settle(kept: Future[set[str]]) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._settle, batch, kept)

        self.working = self.thread.submit(self.claims.claim_all, dict(batch), self.clock())
        self.working.add_done_callback(settle)

    def _settle(self, batch: list[tuple[str, asyncio.Future[Answer]]], kept: Future[set[str]]) -> None:
        self.working = None
        if self.waiting:
            self._begin()
        fault = kept.exception()
        new = set() if fault else kept.result()
        for name, told in batch:
            _tell(told, fault or name in new)
            new.discard(name)  # of two at once, the first


def _tell(told: asyncio.Future[Answer], what: Answer) -> None:
    if not told.done():
        told.set_result(what)
