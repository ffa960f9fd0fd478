"""Whole cases lived by chance, in memory: filed, delivered, opened, passed on, added to, through every change."""

from typing import Any

from tests.fakes import MemoryCases, MemoryReceipts
from tests.reports.life import Life, live

LIVES, STEPS = 100, 40


class InMemory(Life):
    def opened(self) -> tuple[Any, Any]:
        return MemoryCases(), MemoryReceipts()


def test_through_a_whole_life_nobody_barred_is_sent_shown_or_counted_a_case() -> None:
    live(InMemory, LIVES, STEPS)
