"""What is worked out takes turns, in the order in which it came; what waits for a store holds up nobody."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from adapters.doors.turns import Turns

NUMBERS = range(20)


class Fault(Exception):
    """Something of ours."""


def test_one_at_a_time_in_the_order_in_which_they_came() -> None:
    async def story() -> None:
        turns, begun = Turns(), list[int]()
        alone, together = threading.Lock(), list[int]()

        def work(number: int) -> int:
            if not alone.acquire(blocking=False):
                together.append(number)
                return number
            begun.append(number)
            threading.Event().wait(0.002)
            alone.release()
            return number

        told = await asyncio.gather(*(turns.take(lambda n=number: work(n)) for number in NUMBERS))  # type: ignore[misc]
        assert told == begun == list(NUMBERS)
        assert not together

    asyncio.run(story())


def test_whoever_waits_for_a_store_lets_the_next_one_begin() -> None:
    async def story() -> None:
        turns, away = Turns(), threading.Event()
        first = asyncio.create_task(turns.take(lambda: away.wait(10)))
        second = asyncio.create_task(turns.take(lambda: away.wait(10)))
        await asyncio.sleep(0)
        assert await asyncio.wait_for(turns.take(lambda: "answered"), 5) == "answered"
        assert not first.done()
        assert not second.done()
        away.set()
        assert await first
        assert await second
        assert await asyncio.wait_for(turns.take(lambda: "again"), 5) == "again"

    asyncio.run(story())


def test_a_fault_reaches_whoever_asked_and_the_next_one_has_its_turn() -> None:
    async def story() -> None:
        turns = Turns()

        def fails() -> int:
            raise Fault

        told = await asyncio.wait_for(
            asyncio.gather(turns.take(fails), turns.take(lambda: 2), turns.take(fails), return_exceptions=True), 5
        )
        assert [type(each) for each in told] == [Fault, int, Fault]
        assert await asyncio.wait_for(turns.take(lambda: 3), 5) == 3

    asyncio.run(story())


def test_where_no_thread_can_be_had_everyone_is_told_so() -> None:
    async def story() -> None:
        turns, none_left = Turns(), ThreadPoolExecutor(1)
        none_left.shutdown()
        asyncio.get_running_loop().set_default_executor(none_left)
        for _ in range(2):
            with pytest.raises(RuntimeError):
                await asyncio.wait_for(turns.take(lambda: 1), 5)

    asyncio.run(story())
