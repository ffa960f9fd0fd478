"""How often somebody may try a private code at a door: five times, and then ever more slowly."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from reports.people import PersonId

FREE = 5
STEP = timedelta(minutes=1)


class Tries(Protocol):
    """Of each person and day, kept so that nobody can tell whose they are."""

    def may(self, who: PersonId, now: datetime) -> bool:
        """Counts one try; False while earlier ones are waited out, and then nothing is counted or looked at."""

    def right(self, who: PersonId, now: datetime) -> None:
        """Forget those of today."""


def wait(tries: int) -> timedelta:
    """How long the next one waits: a minute after the fifth, and a minute more after each further one."""
    return STEP * max(0, tries - FREE + 1)
