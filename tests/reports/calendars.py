"""Three schools' years: an English one by half terms, a Scottish one with short hours, and one that gave no terms."""

from __future__ import annotations

from datetime import date, time

from reports.calendar import Calendar
from reports.people import School


def _terms(*spans: str) -> tuple[tuple[date, date], ...]:
    days = [date.fromisoformat(day) for span in spans for day in span.split()]
    return tuple(zip(days[::2], days[1::2], strict=True))


def _days(*days: str) -> frozenset[date]:
    return frozenset(map(date.fromisoformat, days))


ENGLISH = School(
    "english",
    "English",
    calendar=Calendar(
        _terms(
            "2026-09-02 2026-10-23",
            "2026-11-02 2026-12-18",
            "2027-01-04 2027-02-12",
            "2027-02-22 2027-03-25",
            "2027-04-12 2027-05-28",
            "2027-06-07 2027-07-21",
        ),
        closed=_days("2026-11-02", "2027-05-03"),
        half_days=_days("2026-12-18"),
    ),
)
SCOTTISH = School(
    "scottish",
    "Scottish",
    standard_working_days=1,
    calendar=Calendar(
        _terms("2026-08-19 2026-10-09", "2026-10-19 2026-12-22", "2027-01-06 2027-04-02", "2027-04-19 2027-06-25"),
        closed=_days("2026-11-30", "2027-02-15", "2027-02-16", "2027-02-17", "2027-05-03"),
        half_days=_days("2026-12-22", "2027-04-02", "2027-06-25"),
        day=(time(8, 50), time(15, 10)),
    ),
)
WITHOUT_TERMS = School("plain", "Plain", calendar=Calendar(closed=_days("2026-12-25", "2026-12-28", "2027-01-01")))
THREE = (ENGLISH, SCOTTISH, WITHOUT_TERMS)
