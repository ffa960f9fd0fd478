"""Works things out in a thread one after another, in the order in which they came."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")
LONG = 0.1  # seconds; whoever takes longer waits for a store, and another thread goes on with the rest


@dataclass(frozen=True)
class Piece:
    work: Callable[[], Any]
    told: asyncio.Future[Any]


@dataclass(eq=False)
class Lane:
    """A thread that goes on until nothing waits, until its work raises, or until another has taken its place."""

    began: float = field(default_factory=time.monotonic)
    piece: Piece | None = None
    relieved: bool = False


@dataclass
class Turns:
    """For one event loop.

    Python runs one thread at a time: two searches at once would each take twice as long, and whatever wants to be
    acknowledged would wait behind both.
    """

    waiting: deque[Piece] = field(default_factory=deque)
    lane: Lane | None = None

    async def take(self, work: Callable[[], T]) -> T:
        """What it gives, or raises."""
        loop = asyncio.get_running_loop()
        piece = Piece(work, loop.create_future())
        self.waiting.append(piece)
        if self.lane is None:
            self._begin(loop)
        said: T = await piece.told
        return said

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        mine = Lane()
        try:
            ran = loop.run_in_executor(None, self._goes_on, mine, loop)
        except RuntimeError as fault:  # no thread can be had
            while self.waiting:
                _raise(self.waiting.popleft(), fault)
            return
        self.lane = mine
        ran.add_done_callback(lambda ran: self._ended(mine, ran.exception(), loop))
        loop.call_later(LONG, self._look, mine, loop)

    def _goes_on(self, mine: Lane, loop: asyncio.AbstractEventLoop) -> None:
        while self.waiting and not mine.relieved:
            mine.began, mine.piece = time.monotonic(), self.waiting.popleft()
            loop.call_soon_threadsafe(_tell, mine.piece, mine.piece.work())

    def _ended(self, mine: Lane, fault: BaseException | None, loop: asyncio.AbstractEventLoop) -> None:
        if fault and mine.piece:
            _raise(mine.piece, fault)
        if self.lane is mine:
            self.lane = None
            if self.waiting:
                self._begin(loop)

    def _look(self, mine: Lane, loop: asyncio.AbstractEventLoop) -> None:
        """Whether it is held up, for as long as it is the one that works."""
        if self.lane is not mine:
            return
        if self.waiting and time.monotonic() - mine.began > LONG:
            mine.relieved = True
            self._begin(loop)
        else:
            loop.call_later(LONG, self._look, mine, loop)


def _tell(piece: Piece, said: object) -> None:
    if not piece.told.done():
        piece.told.set_result(said)


def _raise(piece: Piece, fault: BaseException) -> None:
    if not piece.told.done():
        piece.told.set_exception(fault)
