"""Whole cases lived by chance, on the real stores: what holds in memory holds there."""

from collections.abc import Callable
from itertools import count
from typing import Any

from adapters.stores.rows import Store
from tests.contracts.stores import kept
from tests.reports.life import Life, live

LIVES, STEPS = 6, 30


def test_through_a_whole_life_nobody_barred_is_sent_shown_or_counted_a_case(opened: Callable[[str], Store]) -> None:
    stores = kept(opened)
    schools = count()

    class Stored(Life):
        ages = 10

        def opened(self) -> tuple[Any, Any]:
            school = stores.school(f"school{next(schools)}")  # another for each life, so that nothing is left over
            return school.cases(), school.receipts()

        def name_of_case(self) -> str:
            return f"{next(ids)}"

    ids = count()
    live(Stored, LIVES, STEPS)
