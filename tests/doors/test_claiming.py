"""Claims that come at once share a commit, each is told once that it is new, and a fault reaches everyone who waits."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable
from datetime import UTC, datetime

from adapters.doors.claiming import Claiming

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)


class Kept:
    """Says what is new, when it may."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.known: set[str] = set()
        self.may = threading.Event()

    def claim_all(self, names: Iterable[str], now: datetime) -> set[str]:
        assert now == NOW
        self.may.wait(5)
        self.batches.append(list(names))
        if "bad" in self.batches[-1]:
            raise OSError
        new = set(self.batches[-1]) - self.known
        self.known |= new
        return new


def test_what_comes_while_one_commit_is_under_way_shares_the_next() -> None:
    async def story() -> None:
        kept = Kept()
        claiming = Claiming(kept, lambda: NOW)
        first = claiming.claim("0")
        await asyncio.sleep(0.05)
        others = [claiming.claim(str(n % 20)) for n in range(40)]
        kept.may.set()
        assert await first
        told = await asyncio.gather(*others)
        assert told == [False] + [True] * 19 + [False] * 20
        assert [len(batch) for batch in kept.batches] == [1, 20]
        assert not await claiming.claim("7")
        assert claiming.working is None

    asyncio.run(story())


def test_a_store_that_fails_is_told_to_everyone_who_waits_and_is_asked_again() -> None:
    async def story() -> None:
        kept = Kept()
        kept.may.set()
        claiming = Claiming(kept, lambda: NOW)
        told = await asyncio.gather(*(claiming.claim(name) for name in ("bad", "good")), return_exceptions=True)
        assert [type(fault) for fault in told] == [OSError, OSError]
        assert await claiming.claim("good")

    asyncio.run(story())
