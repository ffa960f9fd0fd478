"""What a platform said of accounts that school.toml doesn't name, for as long as it is believed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

KNOWN_FOR = 600.0  # seconds
MOST_KNOWN = 5_000


@dataclass
class Accounts:
    known: dict[str, tuple[float, bool]] = field(default_factory=dict)
    now: Callable[[], float] = time.monotonic
    asking: dict[str, asyncio.Task[bool]] = field(default_factory=dict)

    async def staff(self, user: str, ask: Callable[[], Awaitable[bool]]) -> bool:
        """Whether it belongs to staff. `ask` asks the platform, once for all who wait; what it raises isn't kept."""
        now = self.now()
        until, well = self.known.get(user, (now, False))
        if now < until:
            return well
        if user not in self.asking:
            self.asking[user] = asyncio.create_task(self._asked(user, ask))
        return await asyncio.shield(self.asking[user])

    async def _asked(self, user: str, ask: Callable[[], Awaitable[bool]]) -> bool:
        now = self.now()
        try:
            well = await ask()
        finally:
            del self.asking[user]
        if len(self.known) >= MOST_KNOWN:
            self.known.clear()
        self.known[user] = (now + KNOWN_FOR, well)
        return well
