"""Rounds times, so that they tell little about who was at which screen."""

from __future__ import annotations

from datetime import datetime

QUARTER = 15  # minutes


def quarter(at: datetime) -> datetime:
    """The quarter-hour before."""
    return at.replace(minute=at.minute // QUARTER * QUARTER, second=0, microsecond=0)
