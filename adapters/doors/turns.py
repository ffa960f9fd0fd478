"""Works things out in a thread one after another, in the order in which they came."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")
LONG = 0.1  # seconds; whoever takes longer waits for a store, and then the next one begins


@dataclass
class Turns:
    """For one event loop.

    Python runs one thread at a time: two searches at once would each take twice as long, and whatever wants to be
    acknowledged would wait behind both. Between two of them the loop has its turn.
    """

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def take(self, work: Callable[[], T]) -> T:
        """What it gives, or raises."""
        await self.turn.acquire()
        loop = asyncio.get_running_loop()
        with ExitStack() as held:
            held.callback(self.turn.release)
            begun = loop.run_in_executor(None, work)
            given_back = held.pop_all()  # from here on by whatever comes first
        late = loop.call_later(LONG, given_back.close)
        begun.add_done_callback(lambda _: (late.cancel(), given_back.close()))
        return await begun
