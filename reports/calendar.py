"""The days and hours in which a school is open, as school.toml gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True)
class Calendar:
    """Dates and times as the school's own clock shows them. No terms: none were given, not that it is shut."""

    terms: tuple[tuple[date, date], ...] = ()  # first and last day of each, both included
    closed: frozenset[date] = frozenset()  # staff training, bank holidays, snow
    half_days: frozenset[date] = frozenset()
    day: tuple[time, time] = (time(8), time(16, 30))
