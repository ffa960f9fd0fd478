"""Writes moments as a person in the school would say them."""

from __future__ import annotations

from datetime import datetime, tzinfo

QUARTER = 15  # minutes: times shown are rounded, so that they tell little about who was where


def moment(at: datetime, zone: tzinfo) -> str:
    """ "Tuesday 24 November at 15:45", in the school's own time, rounded down to the quarter-hour."""
    local = quarter(at.astimezone(zone))
    return f"{local:%A} {local.day} {local:%B} at {local:%H:%M}"


def quarter(at: datetime) -> datetime:
    return at.replace(minute=at.minute // QUARTER * QUARTER, second=0, microsecond=0)


def deadline(at: datetime, zone: tzinfo) -> str:
    """A time by which something happens: to the minute, since it is a promise."""
    local = at.astimezone(zone)
    return f"{local:%H:%M} on {local:%A} {local.day} {local:%B}"
