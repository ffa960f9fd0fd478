"""What was acknowledged is done before the process ends, and so is what that has started."""

from __future__ import annotations

import asyncio

from adapters.doors.finishing import finished


def test_what_was_started_by_what_was_acknowledged_is_done_too() -> None:
    async def story() -> None:
        working: set[asyncio.Task[None]] = set()
        done: list[int] = []

        def start(left: int) -> None:
            task = asyncio.create_task(work(left))
            working.add(task)
            task.add_done_callback(working.discard)

        async def work(left: int) -> None:
            await asyncio.sleep(0.001)
            done.append(left)
            if left:
                start(left - 1)

        start(3)
        await finished(working)
        assert done == [3, 2, 1, 0]

    asyncio.run(story())


def test_what_takes_too_long_is_stopped() -> None:
    async def story() -> None:
        endless = asyncio.create_task(asyncio.Event().wait())
        await finished({endless}, seconds=0.01)
        await asyncio.wait({endless}, timeout=5)
        assert endless.cancelled()

    asyncio.run(story())
