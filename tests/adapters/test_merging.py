"""In a flood one notice stands for those that follow, and nobody is left without one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.merging import OFTEN, WITHIN, Merged, Rings
from reports.desk import Unreachable
from reports.people import PersonId
from tests.fakes import MemoryCourier

ANN, BOB = PersonId("ann"), PersonId("bob")


@dataclass
class Clock:
    at: datetime = datetime(2026, 11, 20, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Flood:
    clock: Clock = field(default_factory=Clock)
    courier: MemoryCourier = field(default_factory=MemoryCourier)
    rings: Rings = field(default_factory=Rings)

    def comes(self, who: PersonId, count: int) -> int:
        """How often they are rung for while so many come, one a second."""
        before = len(self.courier.sent)
        for _ in range(count):
            self.clock.at += timedelta(seconds=1)
            Merged(self.courier, self.rings, self.clock).notify(who, f"m{self.clock.at}")  # made anew, as each minute
        return len(self.courier.sent) - before


def test_f55_of_three_hundred_in_five_minutes_ten_ring() -> None:
    assert Flood().comes(ANN, 299) == OFTEN == 10


def test_who_is_told_now_and_then_is_told_of_each() -> None:
    flood = Flood()
    for _ in range(20):
        assert flood.comes(ANN, OFTEN - 1) == OFTEN - 1
        flood.clock.at += WITHIN


def test_when_the_minutes_are_over_it_rings_again() -> None:
    flood = Flood()
    flood.comes(ANN, 50)
    flood.clock.at += WITHIN
    assert flood.comes(ANN, 1) == 1


def test_a_flood_for_one_leaves_nobody_else_untold() -> None:
    flood = Flood()
    flood.comes(ANN, 50)
    assert flood.comes(BOB, 3) == 3


def test_what_could_not_be_carried_counts_for_nothing() -> None:
    flood = Flood()

    class Closed:
        def notify(self, to: PersonId, message: str) -> None:  # noqa: ARG002 - it is what every courier is given
            raise Unreachable

    for _ in range(OFTEN):
        with pytest.raises(Unreachable):
            Merged(Closed(), flood.rings, flood.clock).notify(ANN, "m")
    assert flood.comes(ANN, 1) == 1


def test_a_clock_that_is_set_back_silences_nobody() -> None:
    flood = Flood()
    flood.comes(ANN, OFTEN)
    flood.clock.at -= timedelta(days=1)
    assert flood.comes(ANN, 1) == 1
