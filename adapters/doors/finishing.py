"""Waits, before a process ends, for what was acknowledged and is not done yet."""

from __future__ import annotations

import asyncio
from collections.abc import Set as AbstractSet
from typing import Any

FINISHING = 10.0  # seconds


async def finished(working: AbstractSet[asyncio.Task[Any]], seconds: float = FINISHING) -> None:
    """And for what that starts in its turn. What takes too long is cancelled."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while working and loop.time() < until:
        await asyncio.wait(set(working), timeout=until - loop.time())
    for task in set(working):
        task.cancel()
