"""Claims what a platform delivers, many at a time: whatever comes while one commit is under way shares the next."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
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


@dataclass
class Claiming:
    """For one event loop, in a thread of its own: a claim must not queue behind answers that are worked out."""

    claims: Claims
    clock: Callable[[], datetime]
    waiting: list[tuple[str, asyncio.Future[bool]]] = field(default_factory=list)
    working: asyncio.Task[None] | None = None
    thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "claims"))

    async def new(self, name: str) -> bool:
        """Whether it came for the first time; yes where the store can't tell within a second."""
        claim = self.claim(name)
        done, _ = await asyncio.wait({claim}, timeout=WITHIN)
        if not done:
            return True
        if fault := claim.exception():
            log.error("A claim could not be kept: %s", type(fault).__name__)
            return True
        return claim.result()

    async def sweep(self) -> None:
        """Forgets old claims, again and again, until it is cancelled."""
        while True:
            with suppress(Unusable, sqlite3.Error):  # a database that is away comes back
                await asyncio.to_thread(self.claims.sweep, self.clock() - KEPT)
            await asyncio.sleep(BETWEEN)

    def stop(self) -> None:
        self.thread.shutdown(wait=False)

    def claim(self, name: str) -> asyncio.Future[bool]:
        """Whether it is new; raises what the store raises."""
        told: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        told.add_done_callback(_looked_at)
        self.waiting.append((name, told))
        if self.working is None:
            self.working = asyncio.create_task(self._work())
        return told

    async def _work(self) -> None:
        try:
            while self.waiting:
                batch, self.waiting = self.waiting, []
                await self._settle(batch)
        finally:
            self.working = None

    async def _settle(self, batch: list[tuple[str, asyncio.Future[bool]]]) -> None:
        loop = asyncio.get_running_loop()
        kept = loop.run_in_executor(self.thread, self.claims.claim_all, dict(batch), self.clock())
        await asyncio.wait({kept})
        fault = kept.exception()
        new = set() if fault else kept.result()
        for name, told in batch:
            _tell(told, fault or name in new)
            new.discard(name)  # of two at once, the first


def _tell(told: asyncio.Future[bool], what: bool | BaseException) -> None:
    if told.done():
        return
    if isinstance(what, BaseException):
        told.set_exception(what)
    else:
        told.set_result(what)


def _looked_at(told: asyncio.Future[bool]) -> None:
    """A fault that nobody waits for any more is not shouted about."""
    if not told.cancelled():
        told.exception()
