"""The days and hours in which a school is open, as school.toml gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Dates and times as the school's own clock shows them. No terms: none were given, not that it is shut."""

    terms: tuple[tuple[date, date], ...] = ()  # first and last day of each, both included
    closed: frozenset[date] = frozenset()  # staff training, bank holidays, snow
    half_days: frozenset[date] = frozenset()
    day: tuple[time, time] = (time(8), time(16, 30))

    @property
    def working_day(self) -> timedelta:
        """How long the school is open on a whole day."""
        begins, ends = self.day
        return _since_midnight(ends) - _since_midnight(begins)

    def hours(self, day: date) -> tuple[time, time] | None:
        """When it opens and shuts; None where it stays shut. A half day ends halfway, and counts as half a day."""
        if day.weekday() >= SATURDAY or day in self.closed or not self._in_term(day):
            return None
        begins, ends = self.day
        halfway = datetime.combine(day, begins) + self.working_day / 2
        return begins, halfway.time() if day in self.half_days else ends

    def on_holiday(self, day: date) -> bool:
        """Whether it is outside every term. A weekend by itself is no holiday."""
        return day.weekday() < SATURDAY and not self._in_term(day)

    def _in_term(self, day: date) -> bool:
        return not self.terms or any(first <= day <= last for first, last in self.terms)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute, seconds=at.second)
