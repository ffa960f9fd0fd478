"""Whole cases lived by chance, on the real stores: what holds in memory holds there."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.contracts.stores import Stores, kept
from tests.databases import KINDS, empty
from tests.reports.life import Life

LIVES, STEPS = 6, 30


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    with empty(request.param, tmp_path) as store:
        yield kept(store)


def test_through_a_whole_life_nobody_barred_is_sent_shown_or_counted_a_case(stores: Stores) -> None:
    schools = count()

    class Stored(Life):
        ages = 10

        def opened(self) -> tuple[Any, Any]:
            school = stores.school(f"school{next(schools)}")  # another for each life, so that nothing is left over
            return school.cases(), school.receipts()

        def name_of_case(self) -> str:
            return f"{next(ids)}"

    ids = count()
    chosen = settings(
        max_examples=LIVES,
        stateful_step_count=STEPS,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Stored, settings=chosen)
