"""The version that was in force on a day is the one that had been approved by then."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.policy import Policy, Version
from knowledge.versions import Kept, called, in_force


def kept(number: int, arrived: date, dated: str = "", approved: date | None = None) -> Kept:
    return Kept(Policy("phones", "Phones", Version(str(number), dated, approved), ()), number, arrived)


FIRST = kept(1, date(2024, 9, 9), "1 March 2020", date(2020, 3, 1))
SECOND = kept(2, date(2024, 9, 10), "June 2022")
THIRD = kept(3, date(2024, 9, 11))
ALL = (THIRD, SECOND, FIRST)


@pytest.mark.parametrize(
    ("day", "version"),
    [
        (date(2020, 2, 29), None),
        (date(2020, 3, 1), FIRST),  # approved that day
        (date(2022, 5, 31), FIRST),
        (date(2022, 6, 1), SECOND),  # its own date, where it was not said when it was approved
        (date(2024, 9, 10), SECOND),
        (date(2024, 9, 11), THIRD),  # the day it came, where it bears no date
    ],
)
def test_the_version_in_force_on_a_day(day: date, version: Kept | None) -> None:
    assert in_force(ALL, day) is version


def test_an_older_text_that_is_added_later_does_not_replace_a_newer_one() -> None:
    late = kept(4, date(2025, 1, 1), approved=date(2019, 1, 1))
    assert in_force((late, *ALL), date(2024, 12, 1)) is THIRD


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("1", FIRST),
        ("1 March 2020", FIRST),
        ("1  march 2020", FIRST),
        ("2020-03-01", FIRST),
        ("june 2022", SECOND),
        ("9", None),
    ],
)
def test_a_version_is_called_by_its_number_or_its_date(name: str, version: Kept | None) -> None:
    assert called(ALL, name) is version
