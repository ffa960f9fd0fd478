"""How long each recipient has to acknowledge before the case moves on."""

from __future__ import annotations

from datetime import datetime, timedelta

from reports.people import School

URGENT_LATER = timedelta(hours=3)  # the second and every later hop of an urgent case
SATURDAY = 5


def acknowledge_by(since: datetime, hop: int, urgent: bool, school: School) -> datetime:
    """When the hop whose turn began at `since` has had its time. Urgent clocks never stop."""
    if urgent:
        return since + (timedelta(minutes=school.urgent_minutes) if hop == 0 else URGENT_LATER)
    return working_days_after(since, school.standard_working_days)


def working_days_after(since: datetime, days: int) -> datetime:
    """The same time of day so many working days later; a start at the weekend counts from Monday."""
    moment = since
    while days:
        moment += timedelta(days=1)
        days -= moment.weekday() < SATURDAY
    return moment
