"""What is kept for long enough is looked for once an hour, however often a worker's rounds are made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.retiring import LOOK
from reports.report import CaseId
from tests.privacy.planted import NOW, YEARS, Clock, plant, school
from tests.processes.terminal import house

MINUTE = timedelta(minutes=1)
OLD = CaseId("8KXQ2MPRTB")


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[House]:
    """In which every case was looked at, and where one that is a year old has come to light since."""
    clock = Clock()
    school(tmp_path / "school")
    with closing(house(tmp_path / "school", clock)) as opened:
        goes_round(opened, YEARS)
        clock.at = NOW
        plant(opened, OLD, "AAAABBBBCCCCDDDD", carried=False)
        yield opened


def goes_round(opened: House, now: datetime) -> None:
    for chore in opened.round(opened.school("sample")).chores:
        chore(now)


def test_it_is_found_when_the_hour_is_over_and_not_before(opened: House) -> None:
    for later in (MINUTE, LOOK - MINUTE):
        goes_round(opened, YEARS + later)
        assert not opened.vault.is_erased(OLD)
    goes_round(opened, YEARS + LOOK)
    assert opened.vault.is_erased(OLD)


def test_a_clock_that_was_put_back_puts_no_look_off(opened: House) -> None:
    goes_round(opened, YEARS - MINUTE)
    assert opened.vault.is_erased(OLD)
