"""Writes moments as a person in the school would say them."""

from __future__ import annotations

from datetime import datetime, tzinfo

from reports.rounding import quarter as quarter


def moment(at: datetime, zone: tzinfo, exact: bool = False) -> str:
    """ "Tuesday 24 November at 15:45", in the school's own time, rounded down to the quarter-hour if not exact."""
    local = at.astimezone(zone) if exact else quarter(at.astimezone(zone))
    return f"{local:%A} {local.day} {local:%B} at {local:%H:%M}"


def deadline(at: datetime, zone: tzinfo) -> str:
    """A time by which something happens: to the minute, since it is a promise."""
    local = at.astimezone(zone)
    return f"{local:%H:%M} on {local:%A} {local.day} {local:%B}"
