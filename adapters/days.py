"""Writes a day as people write it, and says which day it is at a school."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from reports.people import School


def written(day: date) -> str:
    """ "20 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def today(school: School, now: datetime) -> date:
    return now.astimezone(ZoneInfo(school.timezone)).date()
