"""Counts reports by month and kind once a month is over, and lays the months out in terms that never overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, tzinfo

from reports.case import Case
from reports.figures import Figures, Place, figures
from reports.report import Kind

TERMS = {1: "Spring", 5: "Summer", 9: "Autumn"}  # by their first month; four months each
TERM = 4
Counts = Mapping[str, int]
"""How many of each kind."""


def month(day: date) -> str:
    return f"{day:%Y-%m}"


def months(first: str, before: str) -> Iterator[str]:
    """Every month from the first to the last one before."""
    year, number = map(int, first.split("-"))
    while (name := f"{year:04}-{number:02}") < before:
        yield name
        year, number = (year, number + 1) if number < 12 else (year + 1, 1)


def tally(cases: Iterable[Case], zone: tzinfo) -> dict[str, dict[str, int]]:
    """By month and kind of all that was filed and not withdrawn."""
    found: dict[str, dict[str, int]] = {}
    for case in cases:
        if case.filed and not case.withdrawn:
            report = case.filed.report
            kinds = found.setdefault(month(report.at.astimezone(zone).date()), {})
            kinds[report.concern.kind] = kinds.get(report.concern.kind, 0) + 1
    return found


def published(frozen: Mapping[str, Counts]) -> dict[str, Figures]:
    """A table for each term whose months are all over, by the term's name.

    Never a table that grows or overlaps another: whoever subtracts last month's from this month's must learn nothing.
    Each has every kind, so that a column that is missing tells nothing either.
    """
    ended = {name: term for name in sorted(frozen) if (term := _last_of_term(name))}
    return {term: figures(_places(name, frozen)) for name, term in ended.items()}


def _last_of_term(name: str) -> str:
    """The term that ends with this month; empty where none does."""
    year, number = map(int, name.split("-"))
    first = number - TERM + 1
    return f"{TERMS[first]} {year}" if first in TERMS else ""


def _places(last: str, frozen: Mapping[str, Counts]) -> dict[Place, int]:
    year, number = map(int, last.split("-"))
    names = [f"{year:04}-{number - back:02}" for back in reversed(range(TERM))]
    return {(name, kind.value): frozen.get(name, {}).get(kind, 0) for name in names for kind in Kind}
