"""Lets the assistant hear what came from a platform, in a thread, with a bound to how long anyone waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from adapters import unsaved
from adapters.doors.turns import Turns
from bot.asking import Dropped, Filled, Incoming, Pressed, Replies, Said, Surface
from bot.assistant import Assistant
from reports.people import PersonId

Heard = Said | Pressed | Filled | Dropped


class Caller(Protocol):
    @property
    def who(self) -> PersonId: ...

    @property
    def assistant(self) -> Callable[[], Assistant]: ...


@dataclass(frozen=True)
class Hearing:
    """`patience` is how many seconds the platform may be kept waiting.

    What is asked in a chat is searched for, in its turn; a form waits for no search.
    """

    clock: Callable[[], datetime]
    patience: float
    turns: Turns = field(default_factory=Turns)

    def start(
        self, caller: Caller, what: Heard, surface: Surface, asked: str = "", of: str = ""
    ) -> asyncio.Task[Replies]:
        """Goes on to its end whoever stops waiting for it."""
        return asyncio.create_task(self.hear(caller, what, surface, asked, of))

    async def hear(self, caller: Caller, what: Heard, surface: Surface, asked: str = "", of: str = "") -> Replies:
        incoming = Incoming(caller.who, self.clock(), what, asked, surface, of)
        in_a_thread = asyncio.to_thread if surface is Surface.FORM else self.turns.take
        return await in_a_thread(lambda: unsaved.heard(caller.assistant(), incoming))

    async def mistaken(self, caller: Caller) -> Replies:
        """For somebody who pressed or sent what was drawn for another."""
        return await asyncio.to_thread(lambda: caller.assistant().mistaken(caller.who, self.clock()))

    async def soon(self, task: asyncio.Task[Replies]) -> Replies | None:
        """What it gives within our patience; None where it needs longer."""
        done, _ = await asyncio.wait({task}, timeout=self.patience)
        return task.result() if done else None
