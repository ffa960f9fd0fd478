"""Lets the assistant hear what came from Teams, in a thread, with a bound to how long anyone waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from adapters.teams.people import Caller
from bot.asking import Dropped, Filled, Incoming, Pressed, Replies, Said, Surface

Heard = Said | Pressed | Filled | Dropped
PATIENCE = 4.0  # seconds of the ten in which Teams wants an answer


@dataclass(frozen=True)
class Hearing:
    clock: Callable[[], datetime]

    def start(self, caller: Caller, what: Heard, surface: Surface, asked: str = "") -> asyncio.Task[Replies]:
        """Goes on to its end whoever stops waiting for it."""
        return asyncio.create_task(self.hear(caller, what, surface, asked))

    async def hear(self, caller: Caller, what: Heard, surface: Surface, asked: str = "") -> Replies:
        incoming = Incoming(caller.who, self.clock(), what, asked, surface)
        return await asyncio.to_thread(lambda: caller.tenant.assistant().hear(incoming))


async def soon(task: asyncio.Task[Replies]) -> Replies | None:
    """What it gives within our patience; None where it needs longer."""
    done, _ = await asyncio.wait({task}, timeout=PATIENCE)
    return task.result() if done else None
