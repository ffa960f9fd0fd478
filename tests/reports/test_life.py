"""Whole cases lived by chance, in memory: filed, delivered, opened, passed on, added to, through every change."""

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.fakes import MemoryCases, MemoryReceipts
from tests.reports.life import Life

LIVES, STEPS = 100, 40


class InMemory(Life):
    def opened(self) -> tuple[Any, Any]:
        return MemoryCases(), MemoryReceipts()


def test_through_a_whole_life_nobody_barred_is_sent_shown_or_counted_a_case() -> None:
    chosen = settings(
        max_examples=LIVES,
        stateful_step_count=STEPS,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(InMemory, settings=chosen)
